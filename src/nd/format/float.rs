//! One float as text: `format_float_positional` and `format_float_scientific` of NumPy, to the byte.
//!
//! Lays out digits (see `digits`), sign, point, zeros, padding. Which notation an array or a scalar
//! uses is decided in `element` and `scalar`.

use super::digits::{Cutoff, Digits, Real, exact, unique};

/// What becomes of trailing zeros.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trim {
    /// `'k'`: keep trailing zeros and the point.
    #[default]
    Keep,
    /// `'.'`: drop trailing zeros, keep the point.
    Zeros,
    /// `'0'`: drop trailing zeros but one after the point.
    LeaveOneZero,
    /// `'-'`: drop trailing zeros and a trailing point.
    ZerosAndPoint,
}

/// How one float is laid out. `Default` is NumPy's default: the shortest unique digits.
#[derive(Clone, Copy, Debug)]
pub struct FloatLayout {
    /// Shortest unique digits; if false, exact digits up to `precision`, which must then be given.
    pub unique: bool,
    /// Most digits: after the point, or significant if `fractional` is false.
    pub precision: Option<usize>,
    /// Fewest digits, counted as `precision` is; only for `unique`.
    pub min_digits: Option<usize>,
    /// Whether the counts are digits after the point (positional notation only).
    pub fractional: bool,
    /// What becomes of trailing zeros.
    pub trim: Trim,
    /// Whether a positive value gets a `+`.
    pub sign: bool,
    /// Characters wanted left of the point.
    pub pad_left: usize,
    /// Characters wanted right of the point (positional notation only).
    pub pad_right: Option<usize>,
    /// Digits wanted in the exponent; two if not given.
    pub exp_digits: Option<usize>,
}

impl Default for FloatLayout {
    fn default() -> Self {
        FloatLayout {
            unique: true,
            precision: None,
            min_digits: None,
            fractional: true,
            trim: Trim::Keep,
            sign: false,
            pad_left: 0,
            pad_right: None,
            exp_digits: None,
        }
    }
}

/// NumPy's text buffer holds this many characters; longer requests are cut to it.
const LONGEST: usize = 16_000;

fn cut(count: Option<usize>) -> Option<usize> {
    count.map(|digits| digits.min(LONGEST))
}

fn sign_of(value: f64, plus: bool) -> &'static str {
    if value.is_sign_negative() {
        "-"
    } else if plus {
        "+"
    } else {
        ""
    }
}

fn non_finite(value: f64, plus: bool) -> String {
    if value.is_nan() { "nan".into() } else { format!("{}inf", sign_of(value, plus)) }
}

fn digits_of<T: Real>(value: T, layout: &FloatLayout, counted: impl Fn(usize) -> Cutoff) -> Digits {
    let precision = cut(layout.precision).map(&counted);
    if layout.unique {
        unique(value, precision, cut(layout.min_digits).map(&counted))
    } else {
        exact(value, precision.unwrap_or(Cutoff::Total(LONGEST)))
    }
}

/// `ddd.ddd`, as `numpy.format_float_positional` writes it.
pub fn positional<T: Real>(value: T, layout: &FloatLayout) -> String {
    let exact_value = value.to_f64();
    if !exact_value.is_finite() {
        return non_finite(exact_value, layout.sign);
    }
    let Digits { text: digits, exponent } =
        digits_of(
            value,
            layout,
            |count| {
                if layout.fractional { Cutoff::Fraction(count) } else { Cutoff::Total(count) }
            },
        );
    let sign = sign_of(exact_value, layout.sign);

    let (whole, mut fraction) = if exponent >= 0 {
        let places = exponent as usize + 1;
        if digits.len() <= places {
            (format!("{digits:0<places$}"), String::new())
        } else {
            (digits[..places].to_string(), digits[places..].to_string())
        }
    } else {
        let zeros = (-(exponent + 1)) as usize;
        ("0".to_string(), format!("{}{digits}", "0".repeat(zeros)))
    };

    let wanted = cut(if layout.unique { layout.min_digits } else { layout.precision }).unwrap_or(0);
    let wanted = if layout.fractional { wanted } else { wanted.saturating_sub(whole.len()) };
    let mut point = trim_fraction(&mut fraction, layout.trim, wanted);
    let mut padding = 0;
    if let Some(right) = layout.pad_right
        && right >= fraction.len()
    {
        padding = right - fraction.len();
        if layout.trim == Trim::ZerosAndPoint && fraction.is_empty() {
            point = " ";
        }
    }
    let left = layout.pad_left.saturating_sub(whole.len() + sign.len());
    format!("{:left$}{sign}{whole}{point}{fraction}{:padding$}", "", "")
}

/// `d.ddde±dd`, as `numpy.format_float_scientific` writes it.
pub fn scientific<T: Real>(value: T, layout: &FloatLayout) -> String {
    let exact_value = value.to_f64();
    if !exact_value.is_finite() {
        return non_finite(exact_value, layout.sign);
    }
    let Digits { text: digits, exponent } = digits_of(value, layout, |count| Cutoff::Total(count + 1));
    let sign = sign_of(exact_value, layout.sign);
    let (whole, fraction) = digits.split_at(1);
    let mut fraction = fraction.to_string();
    let wanted = cut(if layout.unique { layout.min_digits } else { layout.precision }).unwrap_or(0);
    // NumPy leaves the point when it dropped digits after it, even where it drops lone points.
    let had_fraction = !fraction.is_empty();
    let bare_point = trim_fraction(&mut fraction, layout.trim, wanted);
    let point = if had_fraction { "." } else { bare_point };
    let left = layout.pad_left.saturating_sub(1 + sign.len());
    let exponent_sign = if exponent < 0 { '-' } else { '+' };
    let places = layout.exp_digits.map_or(2, |digits| digits.min(5));
    format!("{:left$}{sign}{whole}{point}{fraction}e{exponent_sign}{:0places$}", "", exponent.unsigned_abs())
}

/// Trims or fills the digits after the point, and says what stands for the point.
fn trim_fraction(fraction: &mut String, trim: Trim, wanted: usize) -> &'static str {
    if trim == Trim::Keep {
        while fraction.len() < wanted {
            fraction.push('0');
        }
        return ".";
    }
    let kept = fraction.trim_end_matches('0').len();
    fraction.truncate(kept);
    match trim {
        Trim::LeaveOneZero if fraction.is_empty() => {
            fraction.push('0');
            "."
        }
        Trim::ZerosAndPoint if fraction.is_empty() => "",
        _ => ".",
    }
}
