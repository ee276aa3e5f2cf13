//! `repr` and `str` of one scalar. Scalars ignore the print options: they show as many digits as
//! make the value unique.

use half::f16;

use super::digits::Real;
use super::float::{FloatLayout, Trim, positional, scientific};
use crate::nd::cast::CastFrom;
use crate::nd::dtype::DType;
use crate::nd::object;
use crate::nd::scalar::Scalar;
use crate::nd::time::{self, NAT, TimeUnit, Unit};

/// `str(scalar)`: `3.0`.
pub fn scalar_str(value: Scalar, dtype: DType) -> String {
    match value {
        Scalar::Bool(true) => "True".into(),
        Scalar::Bool(false) => "False".into(),
        Scalar::Int(value) => value.to_string(),
        Scalar::UInt(value) => value.to_string(),
        Scalar::Float(value) if dtype == DType::Float16 => float_text(f16::cast_from(value), Trim::LeaveOneZero),
        Scalar::Float(value) if dtype == DType::Float32 => float_text(value as f32, Trim::LeaveOneZero),
        Scalar::Float(value) => float_text(value, Trim::LeaveOneZero),
        Scalar::Complex(value) if dtype == DType::Complex64 => complex_text(value.re as f32, value.im as f32),
        Scalar::Complex(value) => complex_text(value.re, value.im),
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
pub fn scalar_repr(value: Scalar, dtype: DType) -> String {
    match value {
        Scalar::Bool(true) => "np.True_".into(),
        Scalar::Bool(false) => "np.False_".into(),
        Scalar::Time(count) => match dtype {
            DType::Datetime(unit) if count == NAT => format!("np.datetime64('NaT','{unit}')"),
            DType::Datetime(unit) if unit.count == 1 && unit.unit != Unit::Hour => {
                format!("np.datetime64('{}')", time::shown(count, dtype))
            }
            DType::Datetime(unit) => format!("np.datetime64('{}','{unit}')", time::shown(count, dtype)),
            DType::Timedelta(unit) if count == NAT => format!("np.timedelta64('NaT','{unit}')"),
            DType::Timedelta(TimeUnit::GENERIC) => format!("np.timedelta64({count})"),
            DType::Timedelta(unit) => format!("np.timedelta64({count},'{unit}')"),
            _ => count.to_string(),
        },
        Scalar::Complex(_) => {
            let text = scalar_str(value, dtype);
            let bare = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(&text);
            format!("np.{dtype}({bare})")
        }
        _ => format!("np.{dtype}({})", scalar_str(value, dtype)),
    }
}

/// An exponent from a width's magnitude on, and below 0.0001.
fn float_text<T: Real>(value: T, trim: Trim) -> String {
    let magnitude = value.to_f64().abs();
    let layout = FloatLayout { trim, ..FloatLayout::default() };
    if magnitude == 0.0 || (1e-4..T::SCALAR_EXPONENT_FROM).contains(&magnitude) {
        positional(value, &layout)
    } else {
        scientific(value, &FloatLayout { trim: Trim::ZerosAndPoint, ..layout })
    }
}

/// `(1+2j)`, or `2j` when the real part is a positive zero.
fn complex_text<T: Real>(re: T, im: T) -> String {
    let imaginary = float_text(im, Trim::ZerosAndPoint);
    let exact = re.to_f64();
    if exact == 0.0 && exact.is_sign_positive() {
        return format!("{imaginary}j");
    }
    let plus = if imaginary.starts_with('-') { "" } else { "+" };
    format!("({}{plus}{imaginary}j)", float_text(re, Trim::ZerosAndPoint))
}
