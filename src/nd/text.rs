//! Elements that are text (`<U5`) or bytes (`S5`): reading, writing and comparing them, and what becomes of them
//! in conversions.
//!
//! A text takes four bytes a code point, bytes one each; zeros fill an element up and are no part of it. What the
//! methods of strings do (`upper`, `find`) is the host language's and not here.

use std::cmp::Ordering;

use super::array::{Array, Order};
use super::dtype::{Bool, DType, Kind};
use super::error::{Error, ErrorKind, Result};
use super::format::scalar_str;
use super::object;
use super::scalar::Scalar;
use super::shape::Shape;
use super::time::TimeUnit;

/// A Latin-1 or ASCII byte as a code point; NumPy decodes `S` as ASCII.
fn decoded(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

/// The text of code points, without the zeros at its end. What is no code point becomes U+FFFD.
fn text_of(points: &[u32]) -> String {
    let end = points.iter().rposition(|&point| point != 0).map_or(0, |last| last + 1);
    points[..end].iter().map(|&point| char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The bytes of a text so many times.
///
/// # Errors
/// NumPy's `OverflowError` where no integer counts them.
pub(in crate::nd) fn length_of_repeated(text: &str, times: i64) -> Result<usize> {
    let length = text.len().checked_mul(usize::try_from(times).unwrap_or(0));
    length
        .filter(|&length| isize::try_from(length).is_ok())
        .ok_or_else(|| Error::new(ErrorKind::Overflow, "Overflow encountered in string multiply"))
}

/// A text so many times; none of it for a negative number.
///
/// # Errors
/// Those of [`length_of_repeated`]; NumPy's `MemoryError` for a text that memory does not hold.
pub(in crate::nd) fn repeated(text: &str, times: i64) -> Result<String> {
    let mut made = String::new();
    made.try_reserve_exact(length_of_repeated(text, times)?)
        .map_err(|_| Error::new(ErrorKind::Memory, "Failed to allocate string in multiply"))?;
    for _ in 0..if text.is_empty() { 0 } else { times.max(0) } {
        made.push_str(text);
    }
    Ok(made)
}

impl Array {
    /// The text of an array's only element, of dtype `<U` or `S`; of another dtype, what `str` makes of it.
    pub fn text(&self) -> String {
        debug_assert_eq!(self.size(), 1, "one element");
        match self.dtype() {
            DType::Str(_) => text_of(&self.as_words().to_vec::<u32>().unwrap_or_default()),
            DType::Bytes(_) => decoded(&self.bytes()),
            DType::Strings(_) => super::strings::text(self, 0).ok().flatten().unwrap_or_default(),
            DType::Void(_) | DType::Record(_) => super::format::element_str(self),
            DType::Swapped(_) => self.native().map(|native| native.text()).unwrap_or_default(),
            dtype => match self.get_at(0) {
                Scalar::Time(count) => super::time::shown(count, dtype),
                value => scalar_str(value, dtype),
            },
        }
    }

    /// The bytes of an array's only element, of dtype `S`, without the zeros at their end.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.to_bytes().unwrap_or_default();
        let end = bytes.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
        bytes.truncate(end);
        bytes
    }

    /// Sets the only element, of dtype `<U` or `S`, to a text, cut off where the element ends.
    ///
    /// # Errors
    /// [`Error::ReadOnly`]; [`Error::Encode`] for bytes that are no ASCII.
    pub fn set_text(&self, text: &str) -> Result<()> {
        match self.dtype() {
            DType::Str(length) => {
                let mut points: Vec<u32> = text.chars().take(length as usize).map(u32::from).collect();
                points.resize(length as usize, 0);
                self.as_words().assign(&reshaped(Array::vector(points), &self.as_words()))
            }
            DType::Bytes(_) => match text.char_indices().find(|(_, c)| !c.is_ascii()) {
                Some(_) => Err(Error::Encode { text: text.to_string() }),
                None => self.set_bytes(text.as_bytes()),
            },
            other => Err(Error::no_numbers(other)),
        }
    }

    /// As [`Array::set_text`], of bytes; into a text they are decoded.
    ///
    /// # Errors
    /// [`Error::ReadOnly`].
    pub fn set_bytes(&self, bytes: &[u8]) -> Result<()> {
        let DType::Bytes(length) = self.dtype() else { return self.set_text(&decoded(bytes)) };
        let mut bytes: Vec<u8> = bytes.iter().copied().take(length as usize).collect();
        bytes.resize(length as usize, 0);
        self.as_words().assign(&reshaped(Array::vector(bytes), &self.as_words()))
    }

    /// The elements' byte distances from the first, in C order.
    pub fn deltas(&self) -> Vec<isize> {
        let mut all = vec![0isize];
        for (&length, &step) in self.shape().iter().zip(self.strides()) {
            all = all.iter().flat_map(|&from| (0..length as isize).map(move |at| from + at * step)).collect();
        }
        all
    }
}

/// `vector` in the shape of an array of as many elements.
fn reshaped(vector: Array, like: &Array) -> Array {
    let strides = super::strides::c_strides(like.shape(), vector.itemsize());
    vector.with_geometry(Shape::from_slice(like.shape()), strides, 0)
}

/// The text of a number outside any array, as Python's `str` writes it.
pub(in crate::nd) fn of_number(value: Scalar) -> String {
    let dtype = match value {
        Scalar::Bool(_) => DType::Bool,
        Scalar::Int(_) => DType::Int64,
        Scalar::UInt(_) => DType::UInt64,
        Scalar::Complex(_) => DType::Complex128,
        _ => DType::Float64,
    };
    scalar_str(value, dtype)
}

/// The dtype with room for `value`: `<U` of length 0 asks for as much as is needed.
pub(in crate::nd) fn sized_for(dtype: DType, value: Scalar) -> DType {
    match dtype {
        DType::Str(0) | DType::Bytes(0) => sized_to(dtype, of_number(value).chars().count().max(1) as u32),
        other => other,
    }
}

/// `dtype` with this length, where its own is 0.
pub fn sized_to(dtype: DType, length: u32) -> DType {
    match dtype {
        DType::Str(0) => DType::Str(length),
        DType::Bytes(0) => DType::Bytes(length),
        DType::Void(0) => DType::Void(length),
        other => other,
    }
}

/// Code points that any number of a dtype can be written with: what `astype(str)` makes room for.
pub fn width_of(dtype: DType) -> u32 {
    match dtype {
        DType::Str(length) | DType::Bytes(length) => length,
        DType::Datetime(unit) => unit.text_width(),
        DType::Timedelta(_) => 21,
        _ => match (dtype.kind(), dtype.itemsize()) {
            (Kind::Bool, _) => 5,
            (Kind::Unsigned, 1) => 3,
            (Kind::Signed, 1) => 4,
            (Kind::Unsigned, 2) => 5,
            (Kind::Signed, 2) => 6,
            (Kind::Unsigned, 4) => 10,
            (Kind::Signed, 4) => 11,
            (Kind::Unsigned, _) => 20,
            (Kind::Signed, _) => 21,
            (Kind::Complex, _) => 64,
            _ => 32,
        },
    }
}

/// `dtype` with room for the elements of `array`, where its own length is 0.
///
/// # Errors
/// Those of the elements' own `str`.
pub fn sized(dtype: DType, array: &Array) -> Result<DType> {
    match (dtype, array.dtype()) {
        (DType::Datetime(TimeUnit::GENERIC), DType::Datetime(_)) => return Ok(array.dtype()),
        (DType::Timedelta(TimeUnit::GENERIC), DType::Timedelta(_)) => return Ok(array.dtype()),
        (DType::Datetime(TimeUnit::GENERIC), DType::Str(_) | DType::Bytes(_)) => {
            let mut unit = TimeUnit::GENERIC;
            for delta in array.deltas() {
                let (_, own) = super::time::text::parse_date(&array.element(delta).text(), TimeUnit::GENERIC, || 0)?;
                unit = unit.common(own, false)?;
            }
            return Ok(DType::Datetime(unit));
        }
        _ => {}
    }
    let width = |array: &Array| -> Result<u32> {
        if array.dtype().kind() == Kind::Text {
            return Err(super::strings::cannot_cast(array.dtype(), dtype));
        }
        if array.dtype() != DType::Object {
            return Ok(width_of(array.dtype()).max(1));
        }
        let mut longest = 1;
        for delta in array.deltas() {
            longest = longest.max(object::to_text(array.handle_at(delta))?.chars().count() as u32);
        }
        Ok(longest)
    };
    Ok(match dtype {
        DType::Void(0) => DType::Void(array.itemsize() as u32),
        DType::Str(0) | DType::Bytes(0) => sized_to(dtype, width(array)?),
        other => other,
    })
}

/// Converts every element of `src` into `dst`, where either dtype is text and neither is `object`.
///
/// # Errors
/// [`Error::ReadOnly`]; `ValueError` in Python's words for a text that is no number.
pub(in crate::nd) fn convert(dst: &Array, src: &Array) -> Result<()> {
    for (to, from) in dst.deltas().into_iter().zip(src.deltas()) {
        let (place, element) = (dst.element(to), src.element(from));
        match (dst.dtype(), src.dtype()) {
            (DType::Str(_), _) => place.set_text(&element.text())?,
            (DType::Bytes(_), DType::Bytes(_)) => place.set_bytes(&element.bytes())?,
            (DType::Bytes(_), _) => place.set_text(&element.text())?,
            (number, _) => place.set_at(0, number_in(&element, number)?)?,
        }
    }
    Ok(())
}

/// The number that an element's text says.
fn number_in(element: &Array, dtype: DType) -> Result<Scalar> {
    let text = element.text();
    let shown = || match element.dtype() {
        DType::Bytes(_) if dtype.is_integer() => format!("b{}", quoted(&text)),
        DType::Bytes(_) => format!("np.bytes_(b{})", quoted(&text)),
        _ => format!("np.str_({})", quoted(&text)),
    };
    let bare = text.trim().replace('_', "");
    match dtype.kind() {
        Kind::Bool => Ok(Scalar::Bool(!text.is_empty())),
        Kind::Signed | Kind::Unsigned => {
            let number: i128 = bare
                .parse()
                .map_err(|_| Error::value(format!("invalid literal for int() with base 10: {}", shown())))?;
            super::ufunc::Weak::Int(number).to_scalar(dtype)
        }
        Kind::Float => {
            let number = float_in(&bare);
            number
                .map(Scalar::Float)
                .ok_or_else(|| Error::value(format!("could not convert string to float: {}", shown())))
        }
        _ => {
            let number = bare.trim_start_matches('(').trim_end_matches(')').parse::<num_complex::Complex64>();
            number.map(Scalar::Complex).map_err(|_| Error::value("complex() arg is a malformed string"))
        }
    }
}

/// A Python float literal, `inf` and `nan` included.
fn float_in(text: &str) -> Option<f64> {
    let known = text.trim_start_matches(['+', '-']).to_ascii_lowercase();
    let wordless = !known.starts_with(|c: char| c.is_ascii_alphabetic());
    (wordless || matches!(known.as_str(), "inf" | "infinity" | "nan")).then(|| text.parse().ok()).flatten()
}

/// Python's repr of a text.
pub fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut shown = String::from(quote);
    for c in text.chars() {
        match c {
            '\\' => shown.push_str("\\\\"),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            c if c == quote => {
                shown.push('\\');
                shown.push(c);
            }
            c if u32::from(c) < 0x20 || u32::from(c) == 0x7f => shown.push_str(&format!("\\x{:02x}", u32::from(c))),
            c if (0x80..0xa1).contains(&u32::from(c)) || u32::from(c) == 0xad => {
                shown.push_str(&format!("\\x{:02x}", u32::from(c)));
            }
            c => shown.push(c),
        }
    }
    shown.push(quote);
    shown
}

/// Python's repr of bytes.
pub fn quoted_bytes(bytes: &[u8]) -> String {
    let plain: String = decoded(bytes);
    let mut shown = String::from("b");
    let quote = if plain.contains('\'') && !plain.contains('"') { '"' } else { '\'' };
    shown.push(quote);
    for &byte in bytes {
        match byte {
            b'\\' => shown.push_str("\\\\"),
            b'\n' => shown.push_str("\\n"),
            b'\r' => shown.push_str("\\r"),
            b'\t' => shown.push_str("\\t"),
            byte if char::from(byte) == quote => {
                shown.push('\\');
                shown.push(quote);
            }
            0x20..0x7f => shown.push(char::from(byte)),
            other => shown.push_str(&format!("\\x{other:02x}")),
        }
    }
    shown.push(quote);
    shown
}

/// The elements of a text array in C order, as code points or bytes that compare as the texts do.
pub(in crate::nd) struct Keys {
    points: Vec<u32>,
    width: usize,
}

impl Keys {
    /// Of an array of dtype `<U` or `S`.
    pub(in crate::nd) fn of(array: &Array) -> Result<Self> {
        let words = array.as_words();
        Ok(Self { points: words.to_vec::<u32>()?, width: array.dtype().words().count })
    }

    /// The element at a position, without the zeros at its end.
    pub(in crate::nd) fn at(&self, position: usize) -> &[u32] {
        let points = &self.points[position * self.width..][..self.width];
        let end = points.iter().rposition(|&point| point != 0).map_or(0, |last| last + 1);
        &points[..end]
    }
}

/// Compares two arrays of texts, both of one shape, element by element.
///
/// # Errors
/// Memory.
pub(in crate::nd) fn compare(a: &Array, b: &Array, holds: impl Fn(Ordering) -> bool) -> Result<Array> {
    let (left, right) = (Keys::of(a)?, Keys::of(b)?);
    let answers = (0..a.size()).map(|at| Bool::from(holds(left.at(at).cmp(right.at(at))))).collect();
    Ok(Array::from_vec(a.shape(), answers).expect("one answer for each element"))
}

/// Every text of `a` followed by that of `b`; both of one shape and kind.
///
/// # Errors
/// Memory.
pub(in crate::nd) fn joined(a: &Array, b: &Array) -> Result<Array> {
    let length = a.dtype().words().count + b.dtype().words().count;
    let dtype = if a.dtype().kind() == Kind::Str { DType::Str(length as u32) } else { DType::Bytes(length as u32) };
    let made = Array::zeros(a.shape(), dtype, Order::C)?;
    let (left, right) = (Keys::of(a)?, Keys::of(b)?);
    let both = |at: usize| left.at(at).iter().chain(right.at(at)).copied();
    match dtype {
        DType::Str(_) => {
            let cells = made.buffer().cells::<u32>(0).expect("fresh memory is aligned and writable");
            (0..a.size())
                .for_each(|at| cells[at * length..].iter().zip(both(at)).for_each(|(to, point)| to.set(point)));
        }
        _ => {
            let cells = made.buffer().cells::<u8>(0).expect("fresh memory is writable");
            (0..a.size())
                .for_each(|at| cells[at * length..].iter().zip(both(at)).for_each(|(to, point)| to.set(point as u8)));
        }
    }
    Ok(made)
}

/// An array of texts, as long as the longest of them.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn from_texts(shape: &[usize], texts: &[String]) -> Result<Array> {
    let longest = texts.iter().map(|text| text.chars().count()).max().unwrap_or(0).max(1);
    let made = Array::zeros(shape, DType::Str(longest as u32), Order::C)?;
    let cells = made.buffer().cells::<u32>(0).expect("fresh memory is aligned and writable");
    for (text, place) in texts.iter().zip(cells.chunks_exact(longest)) {
        place.iter().zip(text.chars()).for_each(|(to, c)| to.set(c.into()));
    }
    Ok(made)
}
