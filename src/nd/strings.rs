//! Text of any length: NumPy's `StringDType`.
//!
//! An element is two words: the handle of a value that the host keeps (see `object`), a `str` or the value that stands
//! for a missing one, and whether it was ever set; one that was not is the empty text. Text of a fixed length is in `text`.

use std::cmp::Ordering;

use super::array::{Array, Order};
use super::dtype::{Bool, DType, Kind};
use super::error::{Error, ErrorKind, Result};
use super::object;
use super::scalar::Scalar;
use super::text::quoted;
use super::ufunc::{CallOptions, Ufunc};

/// What a dtype of text of any length is made with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Strings {
    /// Whether values that are no text become what `str` makes of them; else they are refused.
    pub coerces: bool,
    /// What stands for a missing text.
    pub missing: Option<Missing>,
}

/// The value that stands for a missing text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Missing {
    /// The number by which the host knows it.
    pub number: u32,
    /// Whether it is a NaN: what is made of it is missing too, and it sorts last.
    pub is_nan: bool,
    /// How it prints.
    pub shown: String,
}

/// The dtype that `'T'` names.
pub static PLAIN: Strings = Strings { coerces: true, missing: None };

impl Strings {
    /// A dtype of its own, which is never freed.
    pub fn kept(self) -> &'static Strings {
        if self == PLAIN { &PLAIN } else { Box::leak(Box::new(self)) }
    }

    /// NumPy's `repr` of the dtype.
    pub fn repr(&self) -> String {
        let missing = self.missing.iter().map(|missing| format!("na_object={}", missing.shown));
        let coerces = (!self.coerces).then(|| "coerce=False".to_owned());
        format!("StringDType({})", missing.chain(coerces).collect::<Vec<_>>().join(", "))
    }
}

/// The handle of an element's value, so many bytes after the first.
pub(in crate::nd) fn handle(array: &Array, delta: isize) -> Result<u64> {
    let words = array.element(delta).as_words().to_vec::<u64>()?;
    if words[1] == 0 { Ok(object::host()?.of_text("")) } else { Ok(words[0]) }
}

/// An element's text; `None` where it is missing.
pub(in crate::nd) fn text(array: &Array, delta: isize) -> Result<Option<String>> {
    let words = array.element(delta).as_words().to_vec::<u64>()?;
    if words[1] == 0 { Ok(Some(String::new())) } else { Ok(object::host()?.text_of(words[0])) }
}

/// All texts in C order.
pub(in crate::nd) fn texts(array: &Array) -> Result<Vec<Option<String>>> {
    array.deltas().into_iter().map(|delta| text(array, delta)).collect()
}

/// How an element prints.
pub(in crate::nd) fn shown(array: &Array, delta: isize) -> Result<String> {
    match text(array, delta)? {
        Some(text) => Ok(quoted(&text)),
        None => object::host()?.shown(handle(array, delta)?),
    }
}

fn put(place: &Array, handle: u64) -> Result<()> {
    let words = place.as_words();
    words.set(&[0], Scalar::UInt(handle))?;
    words.set(&[1], Scalar::UInt(1))
}

/// Sets an array's only element to a value of the host's: a text, the missing one, or what `str` makes of it.
pub(in crate::nd) fn set(place: &Array, handle: u64) -> Result<()> {
    let DType::Strings(strings) = place.dtype() else { return Err(Error::no_numbers(place.dtype())) };
    let host = object::host()?;
    let missing = strings.missing.as_ref().is_some_and(|missing| host.is_missing(handle, missing.number));
    if missing || host.text_of(handle).is_some() {
        return put(place, handle);
    }
    if !strings.coerces {
        return Err(Error::value("StringDType only allows string data when string coercion is disabled."));
    }
    put(place, host.of_text(&host.to_text(handle)?))
}

pub(in crate::nd) fn cannot_cast(from: DType, to: DType) -> Error {
    Error::type_error(format!("cannot cast dtype {} to <class 'numpy.dtypes.{}'>.", from.repr(), to.class_name()))
}

/// Converts every element of `src` into `dst`, where either dtype is text of any length.
///
/// # Errors
/// [`Error::ReadOnly`]; what a value's own conversion raises.
pub(in crate::nd) fn convert(dst: &Array, src: &Array) -> Result<()> {
    let host = object::host()?;
    if src.dtype().kind() == Kind::Text && matches!(dst.dtype().kind(), Kind::Date | Kind::Span) {
        let lengths = texts(src)?.into_iter().flatten().map(|text| text.chars().count() as u32);
        let width = DType::Str(lengths.max().unwrap_or(1).max(1));
        return dst.assign(&src.astype(width, Order::K)?);
    }
    for (to, from) in dst.deltas().into_iter().zip(src.deltas()) {
        let place = dst.element(to);
        match (src.dtype(), dst.dtype()) {
            (DType::Strings(_), DType::Strings(strings)) => match (text(src, from)?, &strings.missing) {
                (Some(_), _) => put(&place, handle(src, from)?)?,
                (None, Some(missing)) => put(&place, host.missing(missing.number))?,
                (None, None) => set(&place, handle(src, from)?)?,
            },
            (DType::Object, _) => set(&place, src.handle_at(from))?,
            (DType::Str(_) | DType::Bytes(_) | DType::Datetime(_) | DType::Timedelta(_), _) => {
                put(&place, host.of_text(&src.element(from).text()))?;
            }
            (DType::Strings(_), DType::Object) => place.set_at(0, Scalar::Object(handle(src, from)?))?,
            (DType::Strings(_), DType::Str(_)) => match text(src, from)? {
                Some(text) => place.set_text(&text)?,
                None => return Err(cannot_cast(src.dtype(), dst.dtype())),
            },
            (DType::Strings(_), DType::Void(length)) => match text(src, from)? {
                Some(text) => {
                    let mut bytes: Vec<u8> = text.into_bytes();
                    bytes.resize(length as usize, 0);
                    place.reinterpret(DType::Bytes(length))?.set_bytes(&bytes)?;
                }
                None => return Err(cannot_cast(src.dtype(), dst.dtype())),
            },
            (DType::Void(length), _) => {
                let bytes = src.element(from).reinterpret(DType::Bytes(length))?;
                put(&place, host.of_text(&bytes.text()))?;
            }
            (DType::Strings(_), DType::Bool) => {
                let truth = text(src, from)?.is_none_or(|text| !text.is_empty());
                place.set_at(0, Scalar::Bool(truth))?;
            }
            (DType::Strings(_), number) if number.is_number() => {
                place.set_at(0, host.to_number(handle(src, from)?, number)?)?;
            }
            (number, DType::Strings(strings)) if number.is_number() => {
                if !strings.coerces {
                    return Err(Error::value("StringDType only allows string data when string coercion is disabled."));
                }
                let value = host.of_number(src.get_at(from), number)?;
                put(&place, host.of_text(&host.to_text(value)?))?;
            }
            (from, to) => return Err(cannot_cast(from, to)),
        }
    }
    Ok(())
}

/// The dtype that holds the texts of both.
///
/// # Errors
/// A `TypeError` where they stand for missing texts by different values.
pub(in crate::nd) fn common(a: &'static Strings, b: &'static Strings) -> Result<DType> {
    match (&a.missing, &b.missing) {
        (Some(first), Some(second)) if first != second => Err(Error::type_error(format!(
            "Cannot find common instance for incompatible dtypes '{}' and '{}'",
            a.repr(),
            b.repr()
        ))),
        (Some(_), None) if a.coerces && !b.coerces => {
            Ok(DType::Strings(Strings { coerces: false, ..a.clone() }.kept()))
        }
        (Some(_), _) => Ok(DType::Strings(if a.coerces && !b.coerces { b } else { a })),
        (None, None) => Ok(DType::Strings(if a.coerces { b } else { a })),
        _ => Ok(DType::Strings(b)),
    }
}

/// The order of elements that may be missing: NaNs last.
pub(in crate::nd) fn order(a: &Option<String>, b: &Option<String>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.cmp(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// The texts of an array that is to be sorted.
///
/// # Errors
/// A `ValueError` where a missing text that is no NaN is among them.
pub(in crate::nd) fn keys(array: &Array) -> Result<Vec<Option<String>>> {
    let texts = texts(array)?;
    if texts.iter().any(Option::is_none) && !has_nan(array.dtype()) {
        return Err(Error::value("Cannot compare null that is not a nan-like value"));
    }
    Ok(texts)
}

fn has_nan(dtype: DType) -> bool {
    matches!(dtype, DType::Strings(Strings { missing: Some(missing), .. }) if missing.is_nan)
}

/// Applies a ufunc to operands of which one is text of any length; `None` where it has no loop for them.
pub(in crate::nd) fn call(
    ufunc: &'static Ufunc,
    inputs: &[Array],
    _options: &CallOptions,
) -> Result<Option<Vec<Array>>> {
    let strings = inputs.iter().find_map(|input| match input.dtype() {
        DType::Strings(strings) => Some(strings),
        _ => None,
    });
    let Some(mut strings) = strings else { return Ok(None) };
    let (shape, stretched) = super::ufunc::broadcast(inputs)?;
    if ufunc.name == "isnan" {
        let nan = has_nan(inputs[0].dtype());
        let truths = texts(&stretched[0])?.iter().map(|text| Bool::from(nan && text.is_none())).collect();
        return Ok(Array::from_vec(&shape, truths).map(|made| vec![made]));
    }
    let made = |strings: &'static Strings, results: Vec<Option<String>>| -> Result<Option<Vec<Array>>> {
        let made = Array::zeros(&shape, DType::Strings(strings), Order::C)?;
        let host = object::host()?;
        for (delta, result) in made.deltas().into_iter().zip(results) {
            let value = match (result, &strings.missing) {
                (Some(text), _) => host.of_text(&text),
                (None, Some(missing)) => host.missing(missing.number),
                (None, None) => continue,
            };
            put(&made.element(delta), value)?;
        }
        Ok(Some(vec![made]))
    };
    if ufunc.name == "multiply" {
        let (texts_at, count_at) = if inputs[0].dtype().kind() == Kind::Text { (0, 1) } else { (1, 0) };
        if !inputs[count_at].dtype().is_integer() {
            return Ok(None);
        }
        let counts = stretched[count_at].to_vec::<i64>()?;
        let nan = has_nan(inputs[texts_at].dtype());
        let results = texts(&stretched[texts_at])?.into_iter().zip(counts).map(|(text, count)| match text {
            Some(text) => crate::nd::text::repeated(&text, count).map(Some),
            None if nan => Ok(None),
            None => Err(Error::value("Cannot multiply null that is not a nan-like value")),
        });
        return made(strings, results.collect::<Result<_>>()?);
    }
    let is_text = |input: &Array| matches!(input.dtype(), DType::Strings(_) | DType::Str(_));
    let extremes = matches!(ufunc.name, "maximum" | "minimum" | "fmax" | "fmin");
    let compared = super::ufunc::comparison(ufunc.name);
    let all_strings = inputs.iter().all(|input| matches!(input.dtype(), DType::Strings(_)));
    if inputs.len() != 2 || !inputs.iter().all(is_text) || extremes && !all_strings {
        return Ok(None);
    }
    if let (DType::Strings(a), DType::Strings(b)) = (inputs[0].dtype(), inputs[1].dtype())
        && let DType::Strings(both) = common(a, b)?
    {
        strings = both;
    }
    let read = |array: &Array| match array.dtype() {
        DType::Strings(_) => texts(array),
        _ => Ok(array.deltas().into_iter().map(|delta| Some(array.element(delta).text())).collect()),
    };
    let nan = has_nan(DType::Strings(strings));
    let null = |what: &str| Error::value(format!("Cannot {what} null that is not a nan-like value"));
    let pairs = read(&stretched[0])?.into_iter().zip(read(&stretched[1])?);
    if let Some(holds) = compared {
        let equality = matches!(ufunc.name, "equal" | "not_equal");
        let truths = pairs.map(|(a, b)| match (&a, &b) {
            (Some(a), Some(b)) => Ok(holds(a.cmp(b))),
            // A NaN is neither equal to anything nor unequal: so says NumPy's loop.
            _ if nan => Ok(false),
            _ if equality => Ok((a == b) == (ufunc.name == "equal")),
            _ => Err(Error::value(format!(
                "'{}' not supported for null values that are not nan-like or strings.",
                ufunc.name
            ))),
        });
        let truths = truths.map(|truth| truth.map(Bool::from)).collect::<Result<Vec<_>>>()?;
        return Ok(Array::from_vec(&shape, truths).map(|made| vec![made]));
    }
    let joined = |(a, b): (Option<String>, Option<String>)| match (a, b, ufunc.name) {
        (Some(a), Some(b), "add") => Ok(Some(a + &b)),
        (Some(a), Some(b), "maximum" | "fmax") => Ok(Some(a.max(b))),
        (Some(a), Some(b), _) => Ok(Some(a.min(b))),
        _ if nan => Ok(None),
        _ => Err(null(if ufunc.name == "add" { "add" } else { "compare" })),
    };
    if ufunc.name != "add" && !extremes {
        return Ok(None);
    }
    made(strings, pairs.map(joined).collect::<Result<_>>()?)
}

/// Folds all elements along axes, one after another; `lanes` says which places are folded into which element.
pub(in crate::nd) fn folded(ufunc: &'static Ufunc, array: &Array, lane: &[isize]) -> Result<Option<Array>> {
    let mut result: Option<Array> = None;
    for &delta in lane {
        let element = array.element(delta);
        result = Some(match result {
            None => element,
            Some(before) => {
                let made = call(ufunc, &[before, element], &CallOptions::default())?;
                let made = made.ok_or_else(|| no_loop(ufunc, array.dtype()))?;
                made.into_iter().next().expect("a fold has one result")
            }
        });
    }
    Ok(result)
}

/// NumPy's sentence where a ufunc has no loop for text of any length.
pub(in crate::nd) fn no_loop(ufunc: &Ufunc, dtype: DType) -> Error {
    let class = format!("<class 'numpy.dtypes.{}'>", dtype.class_name());
    Error::new(
        ErrorKind::UFuncNoLoop,
        format!("ufunc '{}' did not contain a loop with signature matching types {class} -> None", ufunc.name),
    )
}
