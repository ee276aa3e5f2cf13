//! `repr` and `str` of one scalar. Scalars ignore the print options but one, the version to print as: they show as
//! many digits as make the value unique.

use half::f16;

use super::digits::Real;
use super::float::{FloatLayout, Trim, positional, scientific};
use super::options::Legacy;
use crate::nd::cast::CastFrom;
use crate::nd::dtype::DType;
use crate::nd::object;
use crate::nd::scalar::Scalar;
use crate::nd::time::{self, NAT, TimeUnit, Unit};

/// `str(scalar)`: `3.0`.
pub fn scalar_str(value: Scalar, dtype: DType) -> String {
    scalar_str_as(value, dtype, Legacy::Off)
}

/// `str(scalar)` as an older NumPy wrote it.
pub fn scalar_str_as(value: Scalar, dtype: DType, legacy: Legacy) -> String {
    match value {
        Scalar::Float(_) | Scalar::Complex(_) if legacy == Legacy::V1_13 => short_text(value, dtype, Shown::Str),
        Scalar::Bool(true) => "True".into(),
        Scalar::Bool(false) => "False".into(),
        Scalar::Int(value) => value.to_string(),
        Scalar::UInt(value) => value.to_string(),
        Scalar::Float(value) if dtype == DType::Float16 => {
            float_text(f16::cast_from(value), Trim::LeaveOneZero, legacy)
        }
        Scalar::Float(value) if dtype == DType::Float32 => float_text(value as f32, Trim::LeaveOneZero, legacy),
        Scalar::Float(value) => float_text(value, Trim::LeaveOneZero, legacy),
        Scalar::Complex(value) if dtype == DType::Complex64 => complex_text(value.re as f32, value.im as f32, legacy),
        Scalar::Complex(value) => complex_text(value.re, value.im, legacy),
        Scalar::Object(handle) => object::to_text(handle).unwrap_or_else(|_| "?".into()),
        Scalar::Time(value) => match dtype {
            DType::Timedelta(unit) => time::text::span_text(value, unit),
            _ => time::shown(value, dtype),
        },
        // Text is not in the scalar: `Array::text` tells it.
        Scalar::Elsewhere(kind) => format!("<{}>", kind.code()),
    }
}

/// `repr(scalar)`: `np.float64(3.0)`.
/// Up to NumPy 1.25 without its type, except for dates and spans.
pub fn scalar_repr(value: Scalar, dtype: DType, legacy: Legacy) -> String {
    if legacy <= Legacy::V1_25 {
        return match value {
            Scalar::Time(_) => scalar_repr(value, dtype, Legacy::Off).replacen("np.", "numpy.", 1),
            Scalar::Float(_) | Scalar::Complex(_) if legacy == Legacy::V1_13 => short_text(value, dtype, Shown::Repr),
            _ => scalar_str_as(value, dtype, legacy),
        };
    }
    match value {
        Scalar::Bool(true) => "np.True_".into(),
        Scalar::Bool(false) => "np.False_".into(),
        Scalar::Time(count) => match dtype {
            DType::Datetime(unit) if count == NAT => format!("np.datetime64('NaT','{unit}')"),
            DType::Datetime(unit) if unit.count == 1 && unit.unit != Unit::Hour => {
                format!("np.datetime64('{}')", time::shown(count, dtype))
            }
            DType::Datetime(unit) => format!("np.datetime64('{}','{unit}')", time::shown(count, dtype)),
            DType::Timedelta(TimeUnit::GENERIC) if count == NAT => "np.timedelta64('NaT')".into(),
            DType::Timedelta(unit) if count == NAT => format!("np.timedelta64('NaT','{unit}')"),
            DType::Timedelta(TimeUnit::GENERIC) => format!("np.timedelta64({count})"),
            DType::Timedelta(unit) => format!("np.timedelta64({count},'{unit}')"),
            _ => count.to_string(),
        },
        Scalar::Complex(_) => {
            let text = scalar_str_as(value, dtype, legacy);
            let bare = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(&text);
            format!("np.{dtype}({bare})")
        }
        _ => format!("np.{dtype}({})", scalar_str_as(value, dtype, legacy)),
    }
}

/// An exponent from a width's magnitude on, and below 0.0001.
fn float_text<T: Real>(value: T, trim: Trim, legacy: Legacy) -> String {
    let magnitude = value.to_f64().abs();
    let from = if legacy <= Legacy::V2_2 { f64::SCALAR_EXPONENT_FROM } else { T::SCALAR_EXPONENT_FROM };
    let layout = FloatLayout { trim, ..FloatLayout::default() };
    if magnitude == 0.0 || (1e-4..from).contains(&magnitude) {
        positional(value, &layout)
    } else {
        scientific(value, &FloatLayout { trim: Trim::ZerosAndPoint, ..layout })
    }
}

/// `(1+2j)`, or `2j` when the real part is a positive zero.
fn complex_text<T: Real>(re: T, im: T, legacy: Legacy) -> String {
    let imaginary = float_text(im, Trim::ZerosAndPoint, legacy);
    let exact = re.to_f64();
    if exact == 0.0 && exact.is_sign_positive() {
        return format!("{imaginary}j");
    }
    let plus = if imaginary.starts_with('-') { "" } else { "+" };
    format!("({}{plus}{imaginary}j)", float_text(re, Trim::ZerosAndPoint, legacy))
}

/// What NumPy 1.13 counted digits for.
#[derive(Clone, Copy)]
enum Shown {
    Str,
    Repr,
}

/// A float or complex number as NumPy 1.13 wrote it: C's `%.12g`, with more digits in a `repr` and fewer of narrow
/// numbers.
fn short_text(value: Scalar, dtype: DType, shown: Shown) -> String {
    let digits = match (dtype.real(), shown) {
        (DType::Float64, Shown::Str) => 12,
        (DType::Float64, Shown::Repr) => 17,
        (_, Shown::Str) => 6,
        (_, Shown::Repr) => 8,
    };
    match value {
        Scalar::Complex(value) if value.re == 0.0 && value.re.is_sign_positive() => {
            let star = if value.im.is_finite() { "" } else { "*" };
            format!("{}{star}j", general(value.im, digits))
        }
        Scalar::Complex(value) => {
            let plus = if value.im.is_sign_positive() || value.im.is_nan() { "+" } else { "" };
            let star = if value.im.is_finite() { "" } else { "*" };
            format!("({}{plus}{}{star}j)", general(value.re, digits), general(value.im, digits))
        }
        Scalar::Float(value) => {
            let text = general(value, digits);
            let whole = text.trim_start_matches('-').bytes().all(|digit| digit.is_ascii_digit());
            if whole { format!("{text}.0") } else { text }
        }
        other => scalar_str(other, dtype),
    }
}

/// C's `%.{digits}g`.
fn general(value: f64, digits: usize) -> String {
    let layout = FloatLayout { unique: false, trim: Trim::ZerosAndPoint, ..FloatLayout::default() };
    let power = scientific(value, &FloatLayout { precision: Some(digits - 1), ..layout });
    let exponent = power.split_once('e').and_then(|(_, exponent)| exponent.parse::<i32>().ok()).unwrap_or(0);
    if (-4..digits as i32).contains(&exponent) || !value.is_finite() {
        return positional(value, &FloatLayout { precision: Some(digits), fractional: false, ..layout });
    }
    power.replace(".e", "e")
}
