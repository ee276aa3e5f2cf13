//! `repr` and `str` of one scalar. Scalars ignore the print options: they show as many digits as
//! make the value unique.

use num_complex::Complex64;

use super::digits::Real;
use super::float::{FloatLayout, Trim, positional, scientific};
use crate::nd::dtype::DType;
use crate::nd::scalar::Scalar;

/// `str(scalar)`: `3.0`.
pub fn scalar_str(value: Scalar, dtype: DType) -> String {
    match value {
        Scalar::Bool(true) => "True".into(),
        Scalar::Bool(false) => "False".into(),
        Scalar::Int(value) => value.to_string(),
        Scalar::UInt(value) => value.to_string(),
        Scalar::Float(value) if dtype == DType::Float32 => float_text(value as f32, Trim::LeaveOneZero),
        Scalar::Float(value) => float_text(value, Trim::LeaveOneZero),
        Scalar::Complex(value) => complex_text(value),
    }
}

/// `repr(scalar)`: `np.float64(3.0)`.
pub fn scalar_repr(value: Scalar, dtype: DType) -> String {
    match value {
        Scalar::Bool(true) => "np.True_".into(),
        Scalar::Bool(false) => "np.False_".into(),
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
fn complex_text(value: Complex64) -> String {
    let imaginary = float_text(value.im, Trim::ZerosAndPoint);
    if value.re == 0.0 && value.re.is_sign_positive() {
        return format!("{imaginary}j");
    }
    let plus = if imaginary.starts_with('-') { "" } else { "+" };
    format!("({}{plus}{imaginary}j)", float_text(value.re, Trim::ZerosAndPoint))
}
