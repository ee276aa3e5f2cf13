//! `frombuffer`: an array over memory that is already there.

use std::ops::Range;
use std::rc::Rc;

use super::super::array::Array;
use super::super::buffer::Buffer;
use super::super::dtype::DType;
use super::super::error::{Error, Result};
use super::super::shape::Shape;
use super::super::strides::Strides;

/// `np.frombuffer(buffer, dtype, count, offset)`: a vector on the buffer, without a copy. A negative
/// `count` takes all; `offset` is in bytes.
///
/// # Errors
/// `ValueError` in NumPy's words when the offset, or the elements asked for, leave the buffer, and when
/// "all" is no whole number of elements.
pub fn frombuffer(buffer: Rc<Buffer>, dtype: DType, count: isize, offset: isize) -> Result<Array> {
    let all = 0..buffer.len();
    frombuffer_within(buffer, all, dtype, count, offset)
}

/// As [`frombuffer`], where only some of the buffer's bytes are the memory that is spoken of.
///
/// # Errors
/// Those of [`frombuffer`].
pub fn frombuffer_within(
    buffer: Rc<Buffer>,
    within: Range<usize>,
    dtype: DType,
    count: isize,
    offset: isize,
) -> Result<Array> {
    if dtype.itemsize() == 0 {
        return Err(Error::value("itemsize cannot be zero in type"));
    }
    if dtype.has_objects() {
        return Err(Error::value("cannot create an OBJECT array from memory buffer"));
    }
    let length = within.len();
    let start = usize::try_from(offset).ok().filter(|&start| start <= length).ok_or_else(|| {
        Error::value(format!("offset must be non-negative and no greater than buffer length ({length})"))
    })?;
    let available = length - start;
    let count = match usize::try_from(count) {
        Ok(count) => {
            if count.checked_mul(dtype.itemsize()).is_none_or(|bytes| bytes > available) {
                return Err(Error::value("buffer is smaller than requested size"));
            }
            count
        }
        Err(_) => {
            if available % dtype.itemsize() != 0 {
                return Err(Error::value("buffer size must be a multiple of element size"));
            }
            available / dtype.itemsize()
        }
    };
    let start = within.start + start;
    let all = Array::from_buffer(buffer, dtype, start);
    let strides: Strides = smallvec::smallvec![dtype.itemsize() as isize];
    let shape: Shape = smallvec::smallvec![count];
    Ok(all.with_geometry(shape, strides, start))
}
