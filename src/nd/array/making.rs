//! Fresh arrays: zeros, laid out like another, from elements, of one value.

use std::rc::Rc;

use super::{Array, Order};
use crate::nd::buffer::{Buffer, Contents};
use crate::nd::dtype::{DType, Element};
use crate::nd::error::{Error, Result};
use crate::nd::object;
use crate::nd::scalar::Scalar;
use crate::nd::shape::{Shape, byte_count};
use crate::nd::strides::{c_strides, f_strides, memory_order};
use crate::nd::text;
use crate::with_dtype;

impl Array {
    /// Zeros of a shape; `order` is C or F (`A` and `K` mean C without a source).
    ///
    /// # Errors
    /// [`Error::TooBig`] and [`Error::Memory`].
    pub fn zeros(shape: &[usize], dtype: DType, order: Order) -> Result<Self> {
        Self::fresh(shape, dtype, order, Contents::Zeros)
    }

    /// As [`Array::zeros`], but of any contents: for results of which the caller writes every element before
    /// anything reads one.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub(in crate::nd) fn unset(shape: &[usize], dtype: DType, order: Order) -> Result<Self> {
        Self::fresh(shape, dtype, order, Contents::Unset)
    }

    /// As [`Array::zeros`] or [`Array::unset`], by `contents`.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub(in crate::nd) fn fresh(shape: &[usize], dtype: DType, order: Order, contents: Contents) -> Result<Self> {
        let bytes = allocated_bytes(shape, dtype)?;
        // Elements that refer to something else refer to nothing until they are written.
        let contents = if dtype.is_number() { contents } else { Contents::Zeros };
        let strides = match order {
            // Memory of no bytes has no steps.
            _ if bytes == 0 => smallvec::smallvec![0; shape.len()],
            Order::F => f_strides(shape, dtype.itemsize()),
            Order::C | Order::A | Order::K => c_strides(shape, dtype.itemsize()),
        };
        let memory = || Error::Memory { shape: Shape::from_slice(shape), dtype };
        let buffer = Buffer::fresh(bytes, contents).ok_or_else(memory)?;
        if dtype.has_objects() {
            object::track(&buffer, dtype);
        }
        Ok(Self {
            buffer,
            dtype,
            shape: Shape::from_slice(shape),
            strides,
            offset: 0,
            owns_data: true,
            writeable: true,
        })
    }

    /// Zeros with the shape and layout of `self` (NumPy's `order="K"`), of another dtype.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn zeros_like(&self, dtype: DType) -> Result<Self> {
        self.fresh_like(dtype, Contents::Zeros)
    }

    pub(super) fn fresh_like(&self, dtype: DType, contents: Contents) -> Result<Self> {
        // Where axes of length one leave the order open, NumPy prefers C, then Fortran.
        if self.ndim() <= 1 || self.is_c_contiguous() {
            return Self::fresh(&self.shape, dtype, Order::C, contents);
        }
        if self.is_f_contiguous() {
            return Self::fresh(&self.shape, dtype, Order::F, contents);
        }
        Self::fresh_in_order(&self.shape, &memory_order(&self.strides), dtype, contents)
    }

    /// Zeros of `shape` whose axes lie in memory in the order of `strides`.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn zeros_ordered_as(shape: &[usize], strides: &[isize], dtype: DType) -> Result<Self> {
        Self::zeros_in_order(shape, &memory_order(strides), dtype)
    }

    /// Zeros of `shape` whose axes lie in memory in the order given, slowest first.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn zeros_in_order(shape: &[usize], slowest_first: &[usize], dtype: DType) -> Result<Self> {
        Self::fresh_in_order(shape, slowest_first, dtype, Contents::Zeros)
    }

    /// As [`Array::zeros_in_order`], but of any contents: see [`Array::unset`].
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub(in crate::nd) fn unset_in_order(shape: &[usize], slowest_first: &[usize], dtype: DType) -> Result<Self> {
        Self::fresh_in_order(shape, slowest_first, dtype, Contents::Unset)
    }

    /// As [`Array::zeros_in_order`] or [`Array::unset_in_order`], by `contents`.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub(in crate::nd) fn fresh_in_order(
        shape: &[usize],
        slowest_first: &[usize],
        dtype: DType,
        contents: Contents,
    ) -> Result<Self> {
        let mut made = Self::fresh(shape, dtype, Order::C, contents)?;
        if made.buffer.is_empty() {
            return Ok(made);
        }
        let mut step = dtype.itemsize() as isize;
        for &axis in slowest_first.iter().rev() {
            made.strides[axis] = step;
            step *= shape[axis].max(1) as isize;
        }
        Ok(made)
    }

    /// A C-contiguous array that takes over `elements`; `None` when their number is not the shape's.
    pub fn from_vec<T: Element>(shape: &[usize], elements: Vec<T>) -> Option<Self> {
        if byte_count(shape, size_of::<T>()).ok()? != size_of_val(elements.as_slice()) {
            return None;
        }
        Some(Self::over(Buffer::from_vec(elements), T::DTYPE, shape))
    }

    /// A one-dimensional array that takes over `elements`.
    pub fn vector<T: Element>(elements: Vec<T>) -> Self {
        let shape = [elements.len()];
        Self::over(Buffer::from_vec(elements), T::DTYPE, &shape)
    }

    /// A zero-dimensional array; of text, the text of a number. A value that the dtype does not hold leaves it empty.
    pub fn scalar(value: Scalar, dtype: DType) -> Self {
        with_dtype!(dtype, T => Self::over(Buffer::from_vec(vec![T::from_scalar(value)]), dtype, &[]), else {
            let dtype = text::sized_for(dtype, value);
            let made = Self::zeros(&[], dtype, Order::C).expect("memory for one element");
            // What cannot be converted stays what zeros are: an empty text, None.
            made.set_at(0, value).ok();
            made
        })
    }

    /// An array whose every element is `value`.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn full(shape: &[usize], value: Scalar, dtype: DType, order: Order) -> Result<Self> {
        let made = Self::unset(shape, dtype, order)?;
        made.fill(value)?;
        Ok(made)
    }

    /// A C-contiguous, one-dimensional view of a whole buffer; bytes that make no whole element are left out.
    pub fn from_buffer(buffer: Rc<Buffer>, dtype: DType, byte_offset: usize) -> Self {
        let count = buffer.len().saturating_sub(byte_offset) / dtype.itemsize().max(1);
        let mut made = Self::over(buffer, dtype, &[count]);
        made.offset = byte_offset;
        made.owns_data = false;
        made
    }

    fn over(buffer: Rc<Buffer>, dtype: DType, shape: &[usize]) -> Self {
        let writeable = buffer.is_writable();
        let strides =
            if buffer.is_empty() { smallvec::smallvec![0; shape.len()] } else { c_strides(shape, dtype.itemsize()) };
        Self { buffer, dtype, shape: Shape::from_slice(shape), strides, offset: 0, owns_data: true, writeable }
    }
}

/// The bytes that a fresh array takes.
///
/// # Errors
/// [`Error::TooBig`] for a size that no 64-bit NumPy counts either, else [`Error::Memory`].
pub(in crate::nd) fn allocated_bytes(shape: &[usize], dtype: DType) -> Result<usize> {
    byte_count(shape, dtype.itemsize()).map_err(|error| match error {
        Error::TooBig if fits_64_bits(shape, dtype) => Error::Memory { shape: Shape::from_slice(shape), dtype },
        other => other,
    })
}

/// Whether a 64-bit NumPy could count the bytes: there a size too big for wasm32 is a failed allocation.
fn fits_64_bits(shape: &[usize], dtype: DType) -> bool {
    let mut lengths = shape.iter().filter(|&&length| length != 0);
    lengths.try_fold(dtype.itemsize() as i64, |bytes, &length| bytes.checked_mul(i64::try_from(length).ok()?)).is_some()
}
