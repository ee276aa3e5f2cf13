//! `arange`: a start, a step, and as many elements as come before the stop.

use half::f16;
use num_complex::{Complex32, Complex64};

use super::super::array::{Array, allocated_bytes};
use super::super::cast::CastFrom;
use super::super::dtype::{Bool, DType, Element, Kind};
use super::super::error::{Error, ErrorKind, Result};
use super::super::scalar::Scalar;
use super::super::shape::Shape;
use crate::with_dtype;

/// `np.arange(start, stop, step, dtype)`.
///
/// The length is `ceil((stop - start) / step)`. As in NumPy, the first two elements are converted to the
/// dtype and the others follow by their difference: `first + i * (second - first)` in that dtype.
///
/// # Errors
/// `ZeroDivisionError` for a step of zero; `ValueError` for a length that is not finite or too large;
/// `OverflowError` for a first element outside an integer dtype; `TypeError` for more than two bools;
/// those of [`Array::zeros`].
pub fn arange(start: Scalar, stop: Scalar, step: Scalar, dtype: DType) -> Result<Array> {
    let (length, next) = match (integer(start), integer(stop), integer(step)) {
        (Some(start), Some(stop), Some(step)) => {
            if step == 0 {
                return Err(Error::new(ErrorKind::ZeroDivision, "division by zero"));
            }
            let delta = stop - start;
            (length(delta as f64 / step as f64, delta != 0)?, Number::Integer(start + step))
        }
        _ => {
            let (start, stop, step) = (complex(start), complex(stop), complex(step));
            let delta = stop - start;
            if step.im == 0.0 && delta.im == 0.0 {
                if step.re == 0.0 {
                    return Err(Error::new(ErrorKind::ZeroDivision, "float division by zero"));
                }
                (length(delta.re / step.re, delta.re != 0.0)?, Number::Complex(start + step))
            } else {
                // Complex ranges end where the first of their two parts does.
                let ratio = delta / step;
                (length(ratio.re, false)?.min(length(ratio.im, false)?), Number::Complex(start + step))
            }
        }
    };
    let first = match integer(start) {
        Some(start) => Number::Integer(start),
        None => Number::Complex(complex(start)),
    };
    allocated_bytes(&[length], dtype)?;
    match dtype.kind() {
        Kind::Bool => bools(length, first, next),
        Kind::Signed | Kind::Unsigned => integers(length, first, next, dtype),
        Kind::Float if dtype == DType::Float16 => {
            let (first, next) = (f16::cast_from(first.to_float()), f16::cast_from(next.to_float()));
            let (start, delta) = (first.to_f32(), next.to_f32() - first.to_f32());
            filled(length, |i| match i {
                0 => first,
                1 => next,
                _ => f16::from_f32(start + i as f32 * delta),
            })
        }
        Kind::Float if dtype == DType::Float32 => {
            let (first, next) = (first.to_float() as f32, next.to_float() as f32);
            let delta = next - first;
            filled(length, |i| match i {
                0 => first,
                1 => next,
                _ => first + i as f32 * delta,
            })
        }
        Kind::Float => {
            let (first, next) = (first.to_float(), next.to_float());
            let delta = next - first;
            filled(length, |i| match i {
                0 => first,
                1 => next,
                _ => first + i as f64 * delta,
            })
        }
        Kind::Complex if dtype == DType::Complex64 => {
            let narrow = |number: Number| Complex32::cast_from(number.to_complex());
            let (first, next) = (narrow(first), narrow(next));
            let delta = next - first;
            filled(length, |i| match i {
                0 => first,
                1 => next,
                _ => Complex32::new(first.re + i as f32 * delta.re, first.im + i as f32 * delta.im),
            })
        }
        Kind::Complex => {
            let (first, next) = (first.to_complex(), next.to_complex());
            let delta = next - first;
            filled(length, |i| match i {
                0 => first,
                1 => next,
                _ => Complex64::new(first.re + i as f64 * delta.re, first.im + i as f64 * delta.im),
            })
        }
        Kind::Str | Kind::Bytes | Kind::Object | Kind::Date | Kind::Span | Kind::Void | Kind::Text => {
            Err(Error::no_numbers(dtype))
        }
    }
}

/// A number of a range before it has a dtype; Python's integers have no bounds that matter here.
#[derive(Clone, Copy)]
enum Number {
    Integer(i128),
    Complex(Complex64),
}

impl Number {
    fn to_complex(self) -> Complex64 {
        match self {
            Self::Integer(value) => Complex64::new(value as f64, 0.0),
            Self::Complex(value) => value,
        }
    }

    fn to_float(self) -> f64 {
        self.to_complex().re
    }
}

fn integer(value: Scalar) -> Option<i128> {
    match value {
        Scalar::Bool(value) => Some(i128::from(value)),
        Scalar::Int(value) => Some(i128::from(value)),
        Scalar::UInt(value) => Some(i128::from(value)),
        Scalar::Float(_) | Scalar::Complex(_) | Scalar::Time(_) | Scalar::Object(_) | Scalar::Elsewhere(_) => None,
    }
}

fn complex(value: Scalar) -> Complex64 {
    Complex64::from_scalar(value)
}

/// The number of elements, from the quotient of the whole way and a step.
fn length(quotient: f64, goes_anywhere: bool) -> Result<usize> {
    if quotient == 0.0 && goes_anywhere {
        // The quotient underflowed: there is a first element if it points forwards.
        return Ok(usize::from(quotient.is_sign_positive()));
    }
    let length = quotient.ceil();
    if length.is_nan() {
        return Err(Error::value("arange: cannot compute length"));
    }
    if length > i64::MAX as f64 || length < i64::MIN as f64 {
        return Err(Error::value("Maximum allowed size exceeded"));
    }
    usize::try_from(length.max(0.0) as i64).map_err(|_| Error::value("Maximum allowed size exceeded"))
}

/// A vector of `length` elements, each made from its position.
pub(super) fn filled<T: Element>(length: usize, element: impl Fn(usize) -> T) -> Result<Array> {
    let mut elements = Vec::new();
    elements
        .try_reserve_exact(length)
        .map_err(|_| Error::Memory { shape: Shape::from_slice(&[length]), dtype: T::DTYPE })?;
    elements.extend((0..length).map(element));
    Ok(Array::vector(elements))
}

fn integers(length: usize, first: Number, next: Number, dtype: DType) -> Result<Array> {
    let fitted = |number: Number| -> Result<i64> {
        match number {
            Number::Integer(value) => {
                let bits = 8 * dtype.itemsize() as u32;
                let (low, high) = match dtype.kind() {
                    Kind::Unsigned => (0, (1i128 << bits) - 1),
                    _ => (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1),
                };
                if value < low || value > high {
                    return Err(Error::new(
                        ErrorKind::Overflow,
                        format!("Python integer {value} out of bounds for {dtype}"),
                    ));
                }
                Ok(value as i64)
            }
            Number::Complex(value) => Ok(i64::cast_from(value.re)),
        }
    };
    let first = if length > 0 { fitted(first)? } else { 0 };
    let next = if length > 1 { fitted(next)? } else { 0 };
    let delta = next.wrapping_sub(first);
    // Arithmetic modulo 2^64 agrees with the dtype's own after truncation.
    macro_rules! fill {
        ($($T:ty),*) => {
            match dtype {
                $(d if d == <$T>::DTYPE => filled(length, |i| first.wrapping_add((i as i64).wrapping_mul(delta)) as $T),)*
                other => unreachable!("{other} is not an integer dtype"),
            }
        };
    }
    fill!(i8, i16, i32, i64, u8, u16, u32, u64)
}

fn bools(length: usize, first: Number, next: Number) -> Result<Array> {
    if length > 2 {
        return Err(Error::type_error("arange() is only supported for booleans when the result has at most length 2."));
    }
    let truth = |number: Number| Bool::from(number.to_complex() != Complex64::new(0.0, 0.0));
    filled(length, |i| truth(if i == 0 { first } else { next }))
}

/// `0, 1, …, length - 1` as `dtype`: what `np.arange(length, dtype=dtype)` is for a length known to fit.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn counting(length: usize, dtype: DType) -> Result<Array> {
    with_dtype!(dtype, T => filled(length, |i| <T as CastFrom<i64>>::cast_from(i as i64)))
}
