//! Arrays as operands of inner loops: aligned, in whole elements, typed.

use std::borrow::Cow;
use std::cell::Cell;

use super::Array;
use crate::nd::buffer::Src;
use crate::nd::cast::copy_elements;
use crate::nd::dtype::{Bool, DType, Element, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::map::map1;
use crate::nd::record::convert;
use crate::nd::strides::Strides;
use crate::with_dtype;

/// A typed window on an operand's memory: `data[start + Σ index·stride]`, strides in elements.
pub struct Operand<'a, C> {
    /// Every element of the buffer with the operand's alignment.
    pub data: &'a [C],
    /// Position of the first element in `data`.
    pub start: isize,
    /// Steps in elements.
    pub strides: Strides,
}

impl Array {
    /// The array itself when kernels can address its elements, else an aligned copy.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn aligned(&self) -> Result<Cow<'_, Self>> {
        if self.is_addressable() {
            return Ok(Cow::Borrowed(self));
        }
        let copy = self.zeros_like(self.dtype)?;
        // Byte by byte: the last axis of both views is an element's bytes.
        map1::<u8, u8>(&copy.bytes_view(), &self.bytes_view(), |byte| byte)?;
        Ok(Cow::Owned(copy))
    }

    /// Brings elements computed in an aligned copy back to `self`; nothing to do when there was none.
    ///
    /// # Errors
    /// [`Error::ReadOnly`].
    pub fn write_back(&self, computed: &Cow<'_, Self>) -> Result<()> {
        match computed {
            Cow::Borrowed(_) => Ok(()),
            Cow::Owned(copy) => map1::<u8, u8>(&self.bytes_view(), &copy.bytes_view(), |byte| byte),
        }
    }

    /// Reads of a kernel. The array is [aligned](Array::aligned); `T` has the dtype's size.
    pub fn src<T: Element>(&self) -> Operand<'_, Src<T>> {
        let (phase, start, strides) = self.in_elements::<T>();
        let data = self.buffer.src::<T>(phase).expect("kernels get aligned operands");
        Operand { data, start, strides }
    }

    /// Writes of a kernel; otherwise as [`Array::src`].
    ///
    /// # Errors
    /// [`Error::ReadOnly`].
    pub fn cells<T: Element>(&self) -> Result<Operand<'_, Cell<T>>> {
        if !self.writeable {
            return Err(Error::ReadOnly);
        }
        let (phase, start, strides) = self.in_elements::<T>();
        let data = self.buffer.cells::<T>(phase).ok_or(Error::ReadOnly)?;
        Ok(Operand { data, start, strides })
    }

    fn in_elements<T: Element>(&self) -> (usize, isize, Strides) {
        let size = size_of::<T>();
        debug_assert_eq!(size, self.itemsize(), "an element type of the dtype's size");
        let strides = self.strides.iter().map(|&step| step / size as isize).collect();
        (self.offset % size, (self.offset / size) as isize, strides)
    }

    /// Aligned, and every stride a whole number of elements.
    pub(in crate::nd) fn is_addressable(&self) -> bool {
        // Kernels move words, which may be wider than what the dtype asks for: a complex64 is one of 8 bytes. And
        // elements of no bytes are anywhere.
        let word = self.dtype.words().size.clamp(1, 8);
        let size = self.itemsize().max(1) as isize;
        (self.buffer.address() + self.offset) % word == 0
            && self.buffer.address() % word == 0
            && self.shape.iter().zip(&self.strides).all(|(&n, &step)| n <= 1 || step % size == 0)
    }

    /// The array's bytes as `uint8`, one more axis for the bytes of an element.
    fn bytes_view(&self) -> Self {
        let (mut shape, mut strides) = (self.shape.clone(), self.strides.clone());
        shape.push(self.itemsize());
        strides.push(1);
        Self { dtype: DType::UInt8, shape, strides, owns_data: false, buffer: self.buffer.clone(), ..*self }
    }

    /// One byte an element, true where it is not zero; the condition of `where=` and masks.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn to_mask(&self) -> Result<Cow<'_, Self>> {
        if self.dtype == DType::Bool {
            return Ok(Cow::Borrowed(self));
        }
        if self.dtype.kind() == Kind::Void {
            return convert::truth(self).map(Cow::Owned);
        }
        let mask = self.zeros_like(DType::Bool)?;
        with_dtype!(self.dtype, T => map1::<T, Bool>(&mask, self, |x| Bool::from(x != T::default())), else {
            copy_elements(&mask, self)
        })?;
        Ok(Cow::Owned(mask))
    }
}
