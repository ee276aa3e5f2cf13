//! Decimal digits of a float: the shortest that read back as the same float of that width, or a
//! given number of exactly rounded ones. Knows no sign, no point, no padding: see `float`.
//!
//! NumPy produces its digits one at a time (the "Dragon4" method) and stops at the first that makes
//! the value unique, or at a cutoff, where it rounds the exact binary value half to even. Rust's
//! formatting gives the same two primitives, the shortest digits and the exactly rounded ones;
//! this file combines them so that every digit, trailing zeros included, is NumPy's.

use std::fmt::Write as _;

use half::f16;

use crate::nd::cast::CastFrom;

/// Where digits may stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cutoff {
    /// At this many significant digits (at least 1).
    Total(usize),
    /// At this many digits after the decimal point.
    Fraction(usize),
}

/// `d.ddd… × 10^exponent`; each digit is an ASCII character and there is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Digits {
    pub(crate) text: String,
    pub(crate) exponent: i32,
}

/// A binary float whose shortest digits depend on its width.
pub trait Real: Copy + PartialOrd + std::ops::Div<Output = Self> {
    /// `min(8, decimal digits that survive)`: from 10 to this power on, arrays print with exponents.
    const DECIMAL_DIGITS: i32;
    /// From this magnitude on a scalar prints with an exponent.
    const SCALAR_EXPONENT_FROM: f64;

    /// The same value, exactly.
    fn to_f64(self) -> f64;
    /// The nearest value of this width.
    fn from_f64(value: f64) -> Self;
    /// Rust's shortest scientific text of a finite, non-negative value: `1.5e-7`.
    fn write_shortest(self, out: &mut String);
    /// Whether the text, read as a float of this width, is this value.
    fn is_read_from(self, text: &str) -> bool;
}

impl Real for f64 {
    const DECIMAL_DIGITS: i32 = 8;
    const SCALAR_EXPONENT_FROM: f64 = 1e16;

    fn to_f64(self) -> f64 {
        self
    }
    fn from_f64(value: f64) -> f64 {
        value
    }
    fn write_shortest(self, out: &mut String) {
        write!(out, "{self:e}").expect("a String takes any text");
    }
    fn is_read_from(self, text: &str) -> bool {
        text.parse() == Ok(self)
    }
}

impl Real for f32 {
    const DECIMAL_DIGITS: i32 = 6;
    const SCALAR_EXPONENT_FROM: f64 = 1e6;

    fn to_f64(self) -> f64 {
        f64::from(self)
    }
    fn from_f64(value: f64) -> f32 {
        value as f32
    }
    fn write_shortest(self, out: &mut String) {
        write!(out, "{self:e}").expect("a String takes any text");
    }
    fn is_read_from(self, text: &str) -> bool {
        text.parse() == Ok(self)
    }
}

impl Real for f16 {
    const DECIMAL_DIGITS: i32 = 3;
    const SCALAR_EXPONENT_FROM: f64 = 1e3;

    fn to_f64(self) -> f64 {
        f16::to_f64(self)
    }
    fn from_f64(value: f64) -> f16 {
        f16::cast_from(value)
    }
    fn write_shortest(self, out: &mut String) {
        let value = self.to_f64();
        // Five digits tell any two halves apart. Above a power of two there is more room than below.
        let texts = (0..5).flat_map(|after_first| {
            let nearest = format!("{value:.after_first$e}");
            let above = one_more(&nearest);
            [nearest, above]
        });
        *out = texts.into_iter().find(|text| self.is_read_from(text)).unwrap_or_else(|| format!("{value:e}"));
    }
    fn is_read_from(self, text: &str) -> bool {
        text.parse::<f64>().is_ok_and(|value| f16::cast_from(value) == self)
    }
}

/// `d.ddde±x` with one more in its last digit.
fn one_more(text: &str) -> String {
    let digits = parse(text);
    let places = digits.text.len() as i32 - 1;
    let number: u64 = digits.text.parse().expect("a few digits");
    let more = (number + 1).to_string();
    let (first, rest) = more.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    format!("{first}{point}{rest}e{}", digits.exponent - places + rest.len() as i32)
}

/// The shortest digits of `|value|`, cut off at `max` and extended with exact digits to `min`.
///
/// `value` is finite; `min`, if given, does not ask for more than `max`.
pub(crate) fn unique<T: Real>(value: T, max: Option<Cutoff>, min: Option<Cutoff>) -> Digits {
    let exact = value.to_f64().abs();
    if exact == 0.0 {
        return zero(0);
    }
    let shortest = shortest(T::from_f64(exact));
    let count = shortest.text.len() as i64;
    if let Some(max) = max {
        let allowed = allowed_digits(max, shortest.exponent);
        if allowed < count {
            return rounded(exact, max, allowed, Trailing::DropCarried);
        }
    }
    if let Some(min) = min {
        let wanted = allowed_digits(min, first_exponent(exact, &shortest));
        if wanted > count {
            return rounded(exact, min, wanted, Trailing::DropCarried);
        }
    }
    shortest
}

/// The shortest digits of a positive value; of two equally near, those that end in an even digit.
fn shortest<T: Real>(value: T) -> Digits {
    let mut text = String::new();
    value.write_shortest(&mut text);
    let digits = parse(&text);
    let nearest = format!("{:.*e}", digits.text.len() - 1, value.to_f64());
    if nearest != text && value.is_read_from(&nearest) { parse(&nearest) } else { digits }
}

/// The decimal exponent of the exact value, which its shortest digits may have rounded up from.
fn first_exponent(value: f64, shortest: &Digits) -> i32 {
    if shortest.text == "1" { parse(&format!("{value:.25e}")).exponent } else { shortest.exponent }
}

/// The exact digits of `|value|` up to `cutoff`, fewer if the value ends before.
pub(crate) fn exact<T: Real>(value: T, cutoff: Cutoff) -> Digits {
    let exact = value.to_f64().abs();
    if exact == 0.0 {
        return zero(0);
    }
    let shortest = parse(&format!("{exact:e}"));
    let allowed = allowed_digits(cutoff, first_exponent(exact, &shortest));
    rounded(exact, cutoff, allowed, Trailing::DropEnded)
}

/// Which trailing zeros of a rounded digit string are not digits that NumPy would have written.
#[derive(Clone, Copy, PartialEq)]
enum Trailing {
    /// Those left where a round-up carried through nines.
    DropCarried,
    /// Those too, and those after the last digit of a value that ends.
    DropEnded,
}

fn zero(exponent: i32) -> Digits {
    Digits { text: "0".into(), exponent }
}

/// How many significant digits a value with this decimal exponent has up to the cutoff.
fn allowed_digits(cutoff: Cutoff, exponent: i32) -> i64 {
    match cutoff {
        Cutoff::Total(digits) => digits.max(1) as i64,
        Cutoff::Fraction(digits) => i64::from(exponent) + 1 + digits as i64,
    }
}

/// `value > 0` rounded half to even, on its exact binary value, at `count` significant digits.
fn rounded(value: f64, cutoff: Cutoff, count: i64, trailing: Trailing) -> Digits {
    if count <= 0 {
        let Cutoff::Fraction(places) = cutoff else { unreachable!("a total cutoff allows at least one digit") };
        // All of the value lies below the last place: it rounds to 0 or 1 there.
        let up = format!("{value:.places$}").ends_with('1');
        let exponent = -(places as i32);
        return if up { Digits { text: "1".into(), exponent } } else { zero(exponent) };
    }
    let after_first = count as usize - 1;
    let mut digits = parse(&format!("{value:.after_first$e}"));
    if digits.text.len() > 1 && digits.text.ends_with('0') {
        // Enough further digits to see on which side of the value the rounding fell.
        let closer = parse(&format!("{value:.*e}", after_first + 25));
        let side = if closer.exponent != digits.exponent {
            std::cmp::Ordering::Greater
        } else {
            let (head, tail) = closer.text.split_at(digits.text.len());
            digits.text.as_str().cmp(head).then_with(|| {
                if tail.bytes().all(|d| d == b'0') { std::cmp::Ordering::Equal } else { std::cmp::Ordering::Less }
            })
        };
        let drop = match side {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Equal => trailing == Trailing::DropEnded,
            std::cmp::Ordering::Less => false,
        };
        if drop {
            let kept = digits.text.trim_end_matches('0').len().max(1);
            digits.text.truncate(kept);
        }
    }
    digits
}

/// Reads Rust's `d.ddde±x`.
fn parse(text: &str) -> Digits {
    let (mantissa, exponent) = text.split_once('e').expect("scientific text has an exponent");
    Digits {
        text: mantissa.chars().filter(char::is_ascii_digit).collect(),
        exponent: exponent.parse().expect("a float's decimal exponent fits i32"),
    }
}
