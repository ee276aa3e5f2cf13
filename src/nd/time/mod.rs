//! Dates and spans (`datetime64`, `timedelta64`): elements that count units of time.
//!
//! [`unit`] has units, conversions and the calendar, [`text`] reads and writes ISO 8601; here is what becomes of such
//! elements in conversions. Their arithmetic is in `ufunc::times`. There are no time zones.

pub mod text;
pub mod unit;

pub use unit::{NAT, TimeUnit, Unit};

use super::array::{Array, Order};
use super::cast::truncate_to_i64;
use super::dtype::{DType, Kind};
use super::error::{Error, ErrorKind, Result};
use super::scalar::Scalar;
use super::shape::Shape;

/// A date or span as text, without quotes.
pub fn shown(value: i64, dtype: DType) -> String {
    match dtype {
        DType::Datetime(unit) => text::date_text(value, unit),
        _ if value == NAT => "NaT".into(),
        _ => value.to_string(),
    }
}

/// The counts of an array of dates or spans in C order, in the unit of `dtype`; integers count that unit.
///
/// # Errors
/// Those of [`Array::zeros`].
pub(in crate::nd) fn counts(array: &Array, dtype: DType) -> Result<Vec<i64>> {
    if array.dtype().is_number() {
        return array.to_vec::<i64>();
    }
    let converted = array.astype(dtype, Order::C)?;
    converted.retyped(DType::Int64).to_vec::<i64>()
}

/// An array of dates or spans.
pub(in crate::nd) fn array(shape: &[usize], counts: Vec<i64>, dtype: DType) -> Array {
    Array::from_vec(shape, counts).expect("one count for each element").retyped(dtype)
}

/// Converts every element of `src` into `dst`, where either dtype is a date or a span and neither is `object`.
///
/// # Errors
/// [`Error::ReadOnly`]; a `ValueError` for a text that is no date.
pub(in crate::nd) fn convert(dst: &Array, src: &Array) -> Result<()> {
    if let (Some(from), Some(to)) = (unit_of(src.dtype()), unit_of(dst.dtype())) {
        from.check_factor(to)?;
    }
    for (to, from) in dst.deltas().into_iter().zip(src.deltas()) {
        let element = src.element(from);
        let count = match element.get_at(0) {
            Scalar::Time(count) => count,
            Scalar::Float(value) if value.is_nan() => NAT,
            Scalar::Float(value) => truncate_to_i64(value),
            Scalar::Int(value) => value,
            Scalar::UInt(value) => value as i64,
            Scalar::Bool(value) => i64::from(value),
            Scalar::Complex(value) => value.re as i64,
            Scalar::Elsewhere(_) | Scalar::Object(_) => match dst.dtype() {
                DType::Datetime(unit) => text::parse_date(&element.text(), unit, || 0)?.0,
                _ => parse_count(&element.text())?,
            },
        };
        if count != NAT && dst.dtype() == DType::Datetime(TimeUnit::GENERIC) && src.dtype().is_number() {
            return Err(Error::value("Cannot convert a NumPy datetime value other than NaT with generic units"));
        }
        match (src.dtype(), dst.dtype()) {
            (DType::Datetime(from), DType::Datetime(unit)) => {
                dst.set_at(to, Scalar::Time(from.date_in(count, unit)))?
            }
            (DType::Timedelta(from), DType::Timedelta(unit)) => {
                dst.set_at(to, Scalar::Time(from.span_in(count, unit)))?
            }
            (_, DType::Datetime(_) | DType::Timedelta(_)) => dst.set_at(to, Scalar::Time(count))?,
            (DType::Timedelta(_), DType::Str(_) | DType::Bytes(_)) if count == NAT => {
                dst.element(to).set_text("NaT")?
            }
            (DType::Timedelta(unit), DType::Str(_) | DType::Bytes(_)) => {
                dst.element(to).set_text(&format!("{} {}", count.wrapping_mul(unit.count.into()), unit.unit.word()))?
            }
            (dtype, DType::Str(length) | DType::Bytes(length)) => {
                let text = shown(count, dtype);
                if text.len() > length as usize {
                    return Err(Error::new(
                        ErrorKind::Runtime,
                        format!(
                            "The string provided for NumPy ISO datetime formatting was too short, with length {length}"
                        ),
                    ));
                }
                dst.element(to).set_text(&text)?;
            }
            (_, DType::Bool) => dst.set_at(to, Scalar::Bool(count != 0))?,
            _ => dst.set_at(to, Scalar::Int(count))?,
        }
    }
    Ok(())
}

/// A span written as a number.
///
/// # Errors
/// NumPy's `ValueError`.
pub fn parse_count(text: &str) -> Result<i64> {
    let bare = text.trim();
    if bare.is_empty() || bare.eq_ignore_ascii_case("nat") {
        return Ok(NAT);
    }
    bare.parse().map_err(|_| Error::value("Could not convert object to NumPy timedelta"))
}

/// The dates of texts; in the unit of `dtype`, or, where it has none, in one that counts all exactly.
///
/// # Errors
/// A `ValueError` for a text that is no date.
pub fn from_texts(shape: &[usize], texts: &[String], dtype: DType, now: impl Fn() -> i64) -> Result<Array> {
    let DType::Datetime(mut unit) = dtype else {
        let counts = texts.iter().map(|text| parse_count(text)).collect::<Result<_>>()?;
        return Ok(array(shape, counts, dtype));
    };
    if unit.unit == Unit::Generic {
        for text in texts {
            let (_, own) = text::parse_date(text, TimeUnit::GENERIC, &now)?;
            unit = unit.common(own, false)?;
        }
    }
    let counts = texts.iter().map(|text| Ok(text::parse_date(text, unit, &now)?.0)).collect::<Result<_>>()?;
    Ok(array(shape, counts, DType::Datetime(unit)))
}

/// `first, first + step, …` below (above, for a negative step) `stop`: `arange` of dates or spans.
///
/// # Errors
/// `ZeroDivisionError`'s place is taken by a `ValueError` for a step of zero or a range without an end.
pub fn range(first: i64, stop: i64, step: i64, dtype: DType) -> Result<Array> {
    if [first, stop, step].contains(&NAT) {
        return Err(Error::value("arange: cannot compute length"));
    }
    if step == 0 {
        return Err(Error::value("Maximum allowed size exceeded"));
    }
    let way = i128::from(stop) - i128::from(first);
    let length = (way + i128::from(step) - i128::from(step.signum())).div_euclid(i128::from(step)).max(0);
    let length = usize::try_from(length).map_err(|_| Error::value("Maximum allowed size exceeded"))?;
    let mut counts = Vec::new();
    counts.try_reserve_exact(length).map_err(|_| Error::Memory { shape: Shape::from_slice(&[length]), dtype })?;
    counts.extend((0..length as i64).map(|k| first.wrapping_add(k.wrapping_mul(step))));
    Ok(array(&[length], counts, dtype))
}

/// Whether a dtype is one of dates or spans.
pub fn is_time(dtype: DType) -> bool {
    matches!(dtype.kind(), Kind::Date | Kind::Span)
}

/// The unit of a dtype of dates or spans.
pub fn unit_of(dtype: DType) -> Option<TimeUnit> {
    match dtype {
        DType::Datetime(unit) | DType::Timedelta(unit) => Some(unit),
        _ => None,
    }
}
