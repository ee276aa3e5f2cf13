//! Dates and spans as text: ISO 8601, read and written as NumPy does.

use super::unit::{NAT, TimeUnit, Unit, civil, days_in_month, days_of, wrapped};
use crate::nd::error::{Error, Result};

/// A date as text, as long as its unit is fine: `2024`, `2024-05-17T12:30`.
pub fn date_text(date: i64, unit: TimeUnit) -> String {
    if date == NAT {
        return "NaT".into();
    }
    if unit.unit == Unit::Generic {
        return date.to_string();
    }
    let year_text = |year: i128| if year < 0 { format!("-{:03}", -year) } else { format!("{year:04}") };
    let months = unit.date_wide(date, TimeUnit::one(Unit::Month));
    let (year, month) = (months.div_euclid(12) + 1970, months.rem_euclid(12) + 1);
    match unit.unit {
        Unit::Year => return year_text(wrapped(year).into()),
        Unit::Month => return format!("{}-{month:02}", year_text(year)),
        _ => {}
    }
    let days = i128::from(unit.date_in(date, TimeUnit::one(Unit::Day)));
    let (year, month, day) = civil(days);
    let mut text = format!("{}-{month:02}-{day:02}", year_text(year));
    if unit.unit <= Unit::Day {
        return text;
    }
    // Within the day, in the unit's own steps.
    let fine = TimeUnit::one(unit.unit);
    let rest = i128::from(date) * i128::from(unit.count) - days * per_day(unit.unit);
    let per_second = per_day(unit.unit).max(86_400) / 86_400;
    let seconds = match unit.unit {
        Unit::Hour => rest * 3600,
        Unit::Minute => rest * 60,
        _ => rest / per_second,
    };
    text.push_str(&format!("T{:02}", seconds / 3600));
    if fine.unit >= Unit::Minute {
        text.push_str(&format!(":{:02}", seconds / 60 % 60));
    }
    if fine.unit >= Unit::Second {
        text.push_str(&format!(":{:02}", seconds % 60));
    }
    let digits = 3 * (fine.unit as usize - (Unit::Second as usize).min(fine.unit as usize));
    if fine.unit > Unit::Second {
        text.push_str(&format!(".{:0digits$}", rest % per_second));
    }
    text
}

/// How many of a unit a day has.
fn per_day(unit: Unit) -> i128 {
    match unit {
        Unit::Hour => 24,
        Unit::Minute => 1440,
        finer => 86_400 * 1000i128.pow(finer as u32 - Unit::Second as u32),
    }
}

/// A span as text: `5 days`.
pub fn span_text(span: i64, unit: TimeUnit) -> String {
    if span == NAT {
        return "NaT".into();
    }
    format!("{} {}", i128::from(span) * i128::from(unit.count), unit.unit.word())
}

/// Whether a date's text names a time zone: what it says is then told in the zone of Greenwich, which is lossy.
pub fn names_zone(text: &str) -> bool {
    let time = text.trim().splitn(2, ['T', ' ']).nth(1);
    time.is_some_and(|time| time.contains(['Z', '+', '-']))
}

/// A date of a text, and the unit that the text is as fine as. `wanted` is the unit to give it in; without one,
/// its own. `now` gives the seconds since 1970 for `now` and `today`.
///
/// # Errors
/// NumPy's `ValueError`s: no date, or a part out of range.
pub fn parse_date(text: &str, wanted: TimeUnit, now: impl Fn() -> i64) -> Result<(i64, TimeUnit)> {
    let trimmed = text.trim_start();
    let before = text.len() - trimmed.len();
    let wrong_at =
        |at: usize| Error::value(format!("Error parsing datetime string \"{text}\" at position {}", before + at));
    let range = |what: &str| Error::value(format!("{what} out of range in datetime string \"{text}\""));
    if text.is_empty() || trimmed.eq_ignore_ascii_case("nat") {
        return Ok((NAT, wanted));
    }
    if trimmed.is_empty() {
        return Err(wrong_at(0));
    }
    let second = TimeUnit::one(Unit::Second);
    let special = match trimmed {
        "now" => Some((now(), second)),
        "today" => Some((now().div_euclid(86_400), TimeUnit::one(Unit::Day))),
        _ => None,
    };
    if let Some((date, unit)) = special {
        let to = if wanted.unit == Unit::Generic { unit } else { wanted };
        return Ok((unit.date_in(date, to), to));
    }
    let bytes = trimmed.as_bytes();
    let mut at = 0;
    let negative = bytes[0] == b'-';
    if negative || bytes[0] == b'+' {
        at = 1;
    }
    let digits = |at: &mut usize, most: usize| -> Option<i64> {
        let from = *at;
        while *at < bytes.len() && bytes[*at].is_ascii_digit() && *at - from < most {
            *at += 1;
        }
        trimmed[from..*at].parse().ok()
    };
    let year = {
        let start = at;
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        // Too long a year wraps around, as in NumPy.
        bytes[start..at].iter().fold(0i64, |year, byte| year.wrapping_mul(10).wrapping_add(i64::from(byte - b'0')))
    };
    if at == usize::from(negative || bytes[0] == b'+') || at < bytes.len() && bytes[at] != b'-' {
        return Err(wrong_at(at));
    }
    let year = i128::from(if negative { year.wrapping_neg() } else { year });
    let (mut month, mut day, mut unit) = (1, 1, Unit::Year);
    let next = |at: usize, wanted: u8| bytes.get(at) == Some(&wanted);
    let two = |at: &mut usize| -> Result<i64> {
        let from = *at;
        let number = digits(at, 2).filter(|_| *at == from + 2);
        number.ok_or_else(|| wrong_at(from))
    };
    if next(at, b'-') {
        at += 1;
        month = two(&mut at)?;
        if !(1..=12).contains(&month) {
            return Err(range("Month"));
        }
        unit = Unit::Month;
        if next(at, b'-') {
            at += 1;
            day = two(&mut at)?;
            if !(1..=days_in_month(year, month)).contains(&day) {
                return Err(range("Day"));
            }
            unit = Unit::Day;
        }
    }
    let mut seconds: i128 = days_of(year, month, day) * 86_400;
    let mut fraction: i128 = 0;
    if unit == Unit::Day && (next(at, b'T') || next(at, b' ')) {
        at += 1;
        let hour = two(&mut at)?;
        if hour > 23 {
            return Err(range("Hours"));
        }
        (seconds, unit) = (seconds + i128::from(hour) * 3600, Unit::Hour);
        if next(at, b':') {
            at += 1;
            let minute = two(&mut at)?;
            if minute > 59 {
                return Err(range("Minutes"));
            }
            (seconds, unit) = (seconds + i128::from(minute) * 60, Unit::Minute);
            if next(at, b':') {
                at += 1;
                let whole = two(&mut at)?;
                if whole > 59 {
                    return Err(range("Seconds"));
                }
                (seconds, unit) = (seconds + i128::from(whole), Unit::Second);
                if next(at, b'.') {
                    at += 1;
                    let from = at;
                    while at < bytes.len() && bytes[at].is_ascii_digit() {
                        at += 1;
                    }
                    let shown = &trimmed[from..at];
                    let padded: String = shown.chars().chain(std::iter::repeat('0')).take(18).collect();
                    fraction = padded.parse().map_err(|_| wrong_at(from))?;
                    let steps = shown.len().div_ceil(3).clamp(1, 6);
                    const FINE: [Unit; 6] = [
                        Unit::Millisecond,
                        Unit::Microsecond,
                        Unit::Nanosecond,
                        Unit::Picosecond,
                        Unit::Femtosecond,
                        Unit::Attosecond,
                    ];
                    unit = FINE[steps - 1];
                }
            }
        }
        if next(at, b'Z') {
            at += 1;
        } else if next(at, b'+') || next(at, b'-') {
            let west = bytes[at] == b'-';
            at += 1;
            let hours = two(&mut at)?;
            if hours > 23 {
                return Err(range("Timezone hours offset"));
            }
            at += usize::from(next(at, b':'));
            let minutes = if at < bytes.len() { two(&mut at)? } else { 0 };
            if minutes > 59 {
                return Err(range("Timezone minutes offset"));
            }
            let east = i128::from(hours * 60 + minutes) * 60;
            seconds += if west { east } else { -east };
        }
    }
    if at != bytes.len() {
        return Err(wrong_at(at));
    }
    let own = TimeUnit::one(unit);
    let to = if wanted.unit == Unit::Generic { own } else { wanted };
    let date = match unit {
        Unit::Year | Unit::Month => {
            let months = (year - 1970) * 12 + i128::from(month) - 1;
            TimeUnit::one(Unit::Month).rescaled_date(months, to)
        }
        _ => {
            let coarse = TimeUnit::one(Unit::Second).rescaled_date(seconds, to);
            if fraction == 0 || to.unit < Unit::Millisecond {
                coarse
            } else {
                coarse + i128::from(TimeUnit::one(Unit::Attosecond).date_in(fraction as i64, to))
            }
        }
    };
    Ok((wrapped(date), to))
}
