//! Elements that are values of the host language: NumPy's `object` dtype without knowing Python.
//!
//! An element is a handle, a number by which the host finds a value; 0 is its `None`. What values mean, how they
//! add and compare, the host tells through one trait, [`Objects`], that it [installs](install). Handles are moved
//! as plain words, so nothing counts them: the host may ask at any time which ones still [stand in some
//! array](for_each_live) and let go of all others. A handle lives only in arrays; whoever holds a value otherwise
//! holds the value.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::{Rc, Weak};

use super::array::{Array, Order};
use super::buffer::Buffer;
use super::dtype::{DType, Kind};
use super::error::{Error, Result};
use super::scalar::Scalar;
use super::text;

/// What the host knows of its values.
pub trait Objects {
    /// The value of a number as an element of a dtype has it.
    ///
    /// # Errors
    /// None of the host's own; memory.
    fn of_number(&self, value: Scalar, dtype: DType) -> Result<u64>;
    /// The value of a text.
    fn of_text(&self, text: &str) -> u64;
    /// The value of bytes.
    fn of_bytes(&self, bytes: &[u8]) -> u64;
    /// The number that a value becomes in a dtype: Python's `int(x)`, `float(x)`.
    ///
    /// # Errors
    /// What the value's own conversion raises.
    fn to_number(&self, handle: u64, dtype: DType) -> Result<Scalar>;
    /// Python's `str(x)`.
    ///
    /// # Errors
    /// What it raises.
    fn to_text(&self, handle: u64) -> Result<String>;
    /// The bytes that a value is; `None` where it is none.
    fn bytes_of(&self, handle: u64) -> Option<Vec<u8>>;
    /// The text that a value is; `None` where it is none.
    fn text_of(&self, handle: u64) -> Option<String>;
    /// Whether a value is the one of that number that stands for missing texts.
    fn is_missing(&self, handle: u64, number: u32) -> bool;
    /// The value of that number that stands for missing texts.
    fn missing(&self, number: u32) -> u64;
    /// Python's `repr(x)`, with `list(…)` around a list as NumPy prints it.
    ///
    /// # Errors
    /// What it raises.
    fn shown(&self, handle: u64) -> Result<String>;
    /// The value of an element of another dtype: of a record, a tuple.
    ///
    /// # Errors
    /// Memory.
    fn of_element(&self, element: &Array) -> Result<u64>;
    /// Sets a record, the array's only element, to a value: a tuple, field by field.
    ///
    /// # Errors
    /// What the fields' conversions raise.
    fn set_element(&self, element: &Array, handle: u64) -> Result<()>;
    /// Python's `bool(x)`.
    ///
    /// # Errors
    /// What it raises.
    fn is_true(&self, handle: u64) -> Result<bool>;
    /// The order by `<`.
    ///
    /// # Errors
    /// What the comparison raises.
    fn order(&self, a: u64, b: u64) -> Result<Ordering>;
    /// One application of the ufunc of that name: the handles of its results.
    ///
    /// # Errors
    /// What the operator or method raises.
    fn apply(&self, ufunc: &str, operands: &[u64]) -> Result<Vec<u64>>;
}

thread_local! {
    static HOST: RefCell<Option<Rc<dyn Objects>>> = const { RefCell::new(None) };
    static LIVE: RefCell<Vec<(Weak<Buffer>, DType)>> = const { RefCell::new(Vec::new()) };
}

/// Makes `host` the one whose values this thread's object arrays hold.
pub fn install(host: Rc<dyn Objects>) {
    HOST.set(Some(host));
}

/// The host.
///
/// # Errors
/// A `TypeError` where there is none: in a module without an interpreter.
pub(in crate::nd) fn host() -> Result<Rc<dyn Objects>> {
    HOST.with_borrow(Clone::clone).ok_or_else(|| Error::type_error("arrays of objects need an interpreter"))
}

/// Remembers memory that holds handles: elements of a dtype, from its first byte on.
pub(in crate::nd) fn track(buffer: &Rc<Buffer>, dtype: DType) {
    LIVE.with_borrow_mut(|live| {
        // Forgotten when the list has doubled: every array pays for one other at most.
        if live.len() == live.capacity() {
            live.retain(|(known, _)| known.strong_count() > 0);
        }
        live.push((Rc::downgrade(buffer), dtype));
    });
}

/// Calls `visit` with every handle that stands in some array of this thread.
pub fn for_each_live(mut visit: impl FnMut(u64)) {
    LIVE.with_borrow_mut(|live| {
        live.retain(|(known, _)| known.strong_count() > 0);
        for (buffer, dtype) in live.iter() {
            let Some(buffer) = buffer.upgrade() else { continue };
            if *dtype == DType::Object {
                buffer.src::<u64>(0).into_iter().flatten().for_each(|handle| visit(handle.get()));
                continue;
            }
            // Handles in records need not be aligned.
            let places = dtype.handles();
            for element in buffer.src::<u8>(0).into_iter().flat_map(|bytes| bytes.chunks_exact(dtype.itemsize())) {
                for &at in &places {
                    visit(u64::from_ne_bytes(std::array::from_fn(|byte| element[at + byte].get())));
                }
            }
        }
    });
}

/// The handle of a number outside any array.
pub(in crate::nd) fn of_scalar(value: Scalar) -> Result<u64> {
    let dtype = match value {
        Scalar::Object(handle) => return Ok(handle),
        Scalar::Bool(_) => DType::Bool,
        Scalar::Int(_) => DType::Int64,
        Scalar::UInt(_) => DType::UInt64,
        Scalar::Float(_) => DType::Float64,
        Scalar::Complex(_) => DType::Complex128,
        Scalar::Time(_) | Scalar::Elsewhere(_) => return Err(Error::no_numbers(DType::Object)),
    };
    host()?.of_number(value, dtype)
}

pub(in crate::nd) fn to_text(handle: u64) -> Result<String> {
    host()?.to_text(handle)
}

/// Converts every element of `src` into `dst`, where either dtype is `object`.
///
/// # Errors
/// [`Error::ReadOnly`]; what a value's own conversion raises.
pub(in crate::nd) fn convert(dst: &Array, src: &Array) -> Result<()> {
    let host = host()?;
    for (to, from) in dst.deltas().into_iter().zip(src.deltas()) {
        let element = src.element(from);
        match (src.dtype(), dst.dtype()) {
            (DType::Object, DType::Str(_)) => dst.element(to).set_text(&host.to_text(element.handle_at(0))?)?,
            (DType::Object, DType::Bytes(_)) => match host.bytes_of(element.handle_at(0)) {
                Some(bytes) => dst.element(to).set_bytes(&bytes)?,
                None => dst.element(to).set_text(&host.to_text(element.handle_at(0))?)?,
            },
            (DType::Object, number) => dst.set_at(to, host.to_number(element.handle_at(0), number)?)?,
            (DType::Str(_), _) => dst.set_at(to, Scalar::Object(host.of_text(&element.text())))?,
            (DType::Bytes(_), _) => dst.set_at(to, Scalar::Object(host.of_bytes(&element.bytes())))?,
            (number, _) => dst.set_at(to, Scalar::Object(host.of_number(element.get_at(0), number)?))?,
        }
    }
    Ok(())
}

/// The elements of an array as objects: itself, or converted.
pub(in crate::nd) fn objects(array: &Array) -> Result<Array> {
    if array.dtype() == DType::Object { Ok(array.clone()) } else { array.astype(DType::Object, Order::K) }
}

/// The handles in C order. They stay valid as long as `array` does and nobody writes to it.
pub(in crate::nd) fn handles(array: &Array) -> Vec<u64> {
    array.deltas().into_iter().map(|delta| array.handle_at(delta)).collect()
}

/// How an element of an object, text or bytes array prints.
pub fn element_text(array: &Array, index: &[usize]) -> Result<String> {
    let delta = index.iter().zip(array.strides()).map(|(&at, &step)| at as isize * step).sum();
    element_text_at(array, delta)
}

/// As [`element_text`], of the element so many bytes after the first.
pub(in crate::nd) fn element_text_at(array: &Array, delta: isize) -> Result<String> {
    let element = array.element(delta);
    match array.dtype().kind() {
        Kind::Str => Ok(text::quoted(&element.text())),
        Kind::Bytes => Ok(text::quoted_bytes(&element.bytes())),
        Kind::Void => Ok(super::format::element_str(&element)),
        Kind::Text => super::strings::shown(array, delta),
        Kind::Date | Kind::Span => {
            let text = element.text();
            let quoted = array.dtype().kind() == Kind::Date || text == "NaT";
            Ok(if quoted { format!("'{text}'") } else { text })
        }
        _ => host()?.shown(array.handle_at(delta)),
    }
}
