//! Units of dates and spans: their names, how they convert, and the calendar that days are counted by.
//!
//! A date is a count of units since 1970-01-01T00:00, a span a count of units; the smallest number stands for
//! "not a time" (NaT). The calendar is the proleptic Gregorian one; there are no leap seconds.

use std::fmt;

use crate::nd::error::{Error, ErrorKind, Result};

/// Not a time.
pub const NAT: i64 = i64::MIN;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// `Y`
    Year,
    /// `M`
    Month,
    /// `W`
    Week,
    /// `D`
    Day,
    /// `h`
    Hour,
    /// `m`
    Minute,
    /// `s`
    Second,
    /// `ms`
    Millisecond,
    /// `us`
    Microsecond,
    /// `ns`
    Nanosecond,
    /// `ps`
    Picosecond,
    /// `fs`
    Femtosecond,
    /// `as`
    Attosecond,
    /// None yet: takes that of what it meets.
    Generic,
}

use Unit::{Day, Generic, Month, Week, Year};

/// Every unit with its code, its word in `str` of a span, and its length in the next shorter one.
const UNITS: [(Unit, &str, &str, i64); 14] = [
    (Year, "Y", "years", 12),
    (Month, "M", "months", 0),
    (Week, "W", "weeks", 7),
    (Day, "D", "days", 24),
    (Unit::Hour, "h", "hours", 60),
    (Unit::Minute, "m", "minutes", 60),
    (Unit::Second, "s", "seconds", 1000),
    (Unit::Millisecond, "ms", "milliseconds", 1000),
    (Unit::Microsecond, "us", "microseconds", 1000),
    (Unit::Nanosecond, "ns", "nanoseconds", 1000),
    (Unit::Picosecond, "ps", "picoseconds", 1000),
    (Unit::Femtosecond, "fs", "femtoseconds", 1000),
    (Unit::Attosecond, "as", "attoseconds", 1),
    (Generic, "generic", "generic time units", 1),
];

impl Unit {
    /// NumPy's code: `D`, `ms`.
    pub fn code(self) -> &'static str {
        UNITS[self as usize].1
    }

    /// The word of a span: `days`.
    pub fn word(self) -> &'static str {
        UNITS[self as usize].2
    }

    /// The unit of a code; `μs` counts as `us`.
    pub fn parse(code: &str) -> Option<Self> {
        let code = if code == "μs" { "us" } else { code };
        UNITS.iter().find(|row| row.1 == code).map(|row| row.0)
    }

    /// Years and months have no fixed length in days.
    fn is_calendar(self) -> bool {
        matches!(self, Year | Month)
    }

    /// Attoseconds, or months.
    fn length(self) -> i128 {
        let end = if self.is_calendar() { Month as usize } else { Unit::Attosecond as usize };
        UNITS[self as usize..end.max(self as usize)].iter().map(|row| i128::from(row.3)).product()
    }
}

/// A unit and how many of it are counted as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimeUnit {
    /// What is counted.
    pub unit: Unit,
    /// How many at a time.
    pub count: u32,
}

impl TimeUnit {
    /// Characters that NumPy makes room for where a date becomes text.
    pub fn text_width(self) -> u32 {
        const WIDTHS: [(&str, u32); 12] = [
            ("Y", 22),
            ("M", 25),
            ("h", 32),
            ("m", 35),
            ("s", 38),
            ("ms", 42),
            ("us", 45),
            ("ns", 48),
            ("ps", 51),
            ("fs", 54),
            ("as", 57),
            ("generic", 4),
        ];
        WIDTHS.iter().find(|(code, _)| *code == self.unit.code()).map_or(28, |&(_, width)| width)
    }

    /// No unit yet.
    pub const GENERIC: Self = Self { unit: Generic, count: 1 };

    /// One of a unit.
    pub const fn one(unit: Unit) -> Self {
        Self { unit, count: 1 }
    }

    /// What stands in the brackets of `M8[25s]`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let count = if digits == 0 { 1 } else { text[..digits].parse().ok()? };
        let (unit, divisor) = match text[digits..].split_once('/') {
            Some((unit, divisor)) => (unit, divisor.parse().ok().filter(|&divisor| divisor > 0)?),
            None => (&text[digits..], 1),
        };
        let unit = Unit::parse(unit)?;
        (count > 0).then_some(Self { unit, count })?.divided(divisor)
    }

    /// A fraction of the unit, as `3M` is `Y/4`: of the first shorter unit that it is some of, as NumPy looks for it.
    /// A year counts as 365 days then, a month as 30.
    fn divided(self, divisor: u32) -> Option<Self> {
        if divisor == 1 {
            return Some(self);
        }
        let parts: &[(Unit, u32)] = match self.unit {
            Year => &[(Month, 12), (Week, 52), (Day, 365)],
            Month => &[(Week, 4), (Day, 30), (Unit::Hour, 720)],
            Week => &[(Day, 7), (Unit::Hour, 168), (Unit::Minute, 10_080)],
            Day => &[(Unit::Hour, 24), (Unit::Minute, 1440), (Unit::Second, 86_400)],
            Unit::Hour => &[(Unit::Minute, 60), (Unit::Second, 3600)],
            Unit::Minute => &[(Unit::Second, 60), (Unit::Millisecond, 60_000)],
            Unit::Second => &[(Unit::Millisecond, 1000), (Unit::Microsecond, 1_000_000)],
            Unit::Millisecond => &[(Unit::Microsecond, 1000), (Unit::Nanosecond, 1_000_000)],
            Unit::Microsecond => &[(Unit::Nanosecond, 1000), (Unit::Picosecond, 1_000_000)],
            Unit::Nanosecond => &[(Unit::Picosecond, 1000), (Unit::Femtosecond, 1_000_000)],
            Unit::Picosecond => &[(Unit::Femtosecond, 1000), (Unit::Attosecond, 1_000_000)],
            Unit::Femtosecond => &[(Unit::Attosecond, 1000)],
            Unit::Attosecond | Generic => &[],
        };
        let &(unit, parts) = parts.iter().find(|(_, parts)| parts % divisor == 0)?;
        Some(Self { unit, count: self.count.checked_mul(parts / divisor)? })
    }

    /// Its length in attoseconds, or in months where its unit is one of the calendar.
    fn length(self) -> i128 {
        self.unit.length() * i128::from(self.count)
    }

    /// The coarsest unit that counts both exactly; for spans, years and months meet no days.
    ///
    /// # Errors
    /// NumPy's `TypeError` for spans of the calendar beside others, its `OverflowError` for units too far apart.
    pub fn common(self, other: Self, spans: bool) -> Result<Self> {
        if self == other || other.unit == Generic {
            return Ok(self);
        }
        if self.unit == Generic {
            return Ok(other);
        }
        if self.unit.is_calendar() != other.unit.is_calendar() {
            if spans {
                return Err(Error::type_error(format!(
                    "Cannot get a common metadata divisor for Numpy datetime metadata [{self}] and [{other}] because \
                     they have incompatible nonlinear base time units."
                )));
            }
        }
        if !self.has_factor(other) {
            return Err(Error::new(
                ErrorKind::Overflow,
                format!(
                    "Integer overflow getting a common metadata divisor for NumPy datetime metadata [{self}] and [{other}]."
                ),
            ));
        }
        if self.unit.is_calendar() != other.unit.is_calendar() {
            return Ok(if self.unit.is_calendar() { other } else { self });
        }
        let finer = self.unit.max(other.unit);
        let (a, b) = (self.length() / finer.length(), other.length() / finer.length());
        Ok(Self { unit: finer, count: u32::try_from(gcd(a, b)).unwrap_or(1) })
    }

    /// Whether NumPy holds the number of the finer of two units that one of the coarser is: below 2 to the power of 56.
    fn has_factor(self, other: Self) -> bool {
        let (coarse, fine) = (self.unit.min(other.unit), self.unit.max(other.unit));
        if coarse == Generic || fine == Generic || fine.is_calendar() {
            return true;
        }
        let length = if coarse.is_calendar() { Day.length() } else { coarse.length() };
        length / fine.length() < 1 << 56
    }

    /// Checks that there is a conversion between two units.
    ///
    /// # Errors
    /// NumPy's `OverflowError` for units too far apart.
    pub fn check_factor(self, other: Self) -> Result<()> {
        if self.has_factor(other) {
            return Ok(());
        }
        let (coarse, fine) = (self.unit.min(other.unit), self.unit.max(other.unit));
        Err(Error::new(
            ErrorKind::Overflow,
            format!(
                "Integer overflow while computing the conversion factor between NumPy datetime units {} and {}",
                coarse.code(),
                fine.code()
            ),
        ))
    }

    /// Whether every value in this unit is one in the other: NumPy's safe cast.
    pub fn fits_in(self, other: Self, spans: bool) -> bool {
        if self == other || self.unit == Generic {
            return true;
        }
        if other.unit == Generic || (spans && self.unit.is_calendar() != other.unit.is_calendar()) {
            return false;
        }
        if self.unit.is_calendar() != other.unit.is_calendar() {
            return self.unit.is_calendar();
        }
        self.length() % other.length() == 0
    }

    /// Whether a span in this unit may become one in the other at all, short of force.
    pub fn is_alike(self, other: Self, spans: bool) -> bool {
        !spans || self.unit == Generic || other.unit == Generic || self.unit.is_calendar() == other.unit.is_calendar()
    }

    /// A date in another unit, rounded down.
    pub fn date_in(self, date: i64, other: Self) -> i64 {
        if date == NAT || self == other || self.unit == Generic || other.unit == Generic {
            return date;
        }
        wrapped(self.date_wide(date, other))
    }

    /// As [`Self::date_in`], of a date that is one, in a unit that is one, with room for the result.
    pub fn date_wide(self, date: i64, other: Self) -> i128 {
        self.rescaled_date(i128::from(date), other)
    }

    /// As [`Self::date_wide`], of a date that needs room itself.
    pub fn rescaled_date(self, value: i128, other: Self) -> i128 {
        match (self.unit.is_calendar(), other.unit.is_calendar()) {
            (true, true) | (false, false) => self.rescaled(value, other),
            (true, false) => {
                let months = value * self.length();
                let days = days_of(months.div_euclid(12) + 1970, months.rem_euclid(12) as i64 + 1, 1);
                TimeUnit::one(Day).rescaled(days, other)
            }
            (false, true) => {
                let (year, month, _) = civil(self.rescaled(value, TimeUnit::one(Day)));
                ((year - 1970) * 12 + i128::from(month) - 1).div_euclid(other.length())
            }
        }
    }

    /// A number of these in another unit of the same kind, rounded down. Beyond 128 bits the highest are lost, as
    /// beyond 64 in NumPy.
    fn rescaled(self, value: i128, other: Self) -> i128 {
        let common = gcd(self.length(), other.length());
        value.wrapping_mul(self.length() / common).div_euclid(other.length() / common)
    }

    /// A span in another unit, rounded down; a year has 365.2425 days where it must have some number.
    pub fn span_in(self, span: i64, other: Self) -> i64 {
        if span == NAT || self == other || self.unit == Generic || other.unit == Generic {
            return span;
        }
        let value = i128::from(span);
        // 400 years, 4800 months, have 146097 days.
        let converted = match (self.unit.is_calendar(), other.unit.is_calendar()) {
            (true, true) | (false, false) => self.rescaled(value, other),
            (true, false) => {
                let month = 146_097 * (Day.length() / 4800);
                let common = gcd(month, other.length());
                (value * self.length()).wrapping_mul(month / common).div_euclid(other.length() / common)
            }
            (false, true) => {
                value.wrapping_mul(self.length()).div_euclid(146_097 * (Day.length() / 4800) * other.length())
            }
        };
        wrapped(converted)
    }

    /// A date as a number that equal dates of all units share: attoseconds since 1970.
    pub fn moment(self, date: i64) -> i128 {
        let days = TimeUnit::one(Day);
        if self.unit.is_calendar() {
            return i128::from(self.date_in(date, days)).wrapping_mul(days.length());
        }
        i128::from(date).wrapping_mul(self.length())
    }

    /// A span as a number that equal spans of all units of its kind share: attoseconds, or months.
    pub fn extent(self, span: i64) -> i128 {
        i128::from(span).wrapping_mul(self.length())
    }
}

/// What is left of a number in 64 bits, as in NumPy: dates and spans wrap around.
pub fn wrapped(value: i128) -> i64 {
    value as i64
}

impl fmt::Display for TimeUnit {
    /// `25s`, `D`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.count != 1 {
            write!(f, "{}", self.count)?;
        }
        f.write_str(self.unit.code())
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Days from 1970-01-01 to a day of the proleptic Gregorian calendar; Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms".
pub fn days_of(year: i128, month: i64, day: i64) -> i128 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + i128::from(day_of_year) - 719_468
}

/// Year, month and day of a number of days from 1970-01-01; the inverse of [`days_of`].
pub fn civil(days: i128) -> (i128, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097) as i64;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (i128::from(year_of_era) + era * 400 + i128::from(month <= 2), month, day)
}

/// Days of a month.
pub fn days_in_month(year: i128, month: i64) -> i64 {
    let next = if month == 12 { days_of(year + 1, 1, 1) } else { days_of(year, month + 1, 1) };
    (next - days_of(year, month, 1)) as i64
}
