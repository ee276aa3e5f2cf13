//! An array: a shared buffer, a dtype, and the geometry that reads one as the other.
//!
//! Cloning an [`Array`] or taking a view never copies an element. What changes shape or picks elements
//! lives in `manip` and `index`; what computes, in `ufunc` and `reduce`. Here: facts, views, copies; below,
//! `making`, `elements` and `operands`.

mod elements;
mod making;
mod operands;

use std::borrow::Cow;
use std::rc::Rc;

use super::broadcast::broadcast_strides;
use super::buffer::{Buffer, Contents};
use super::cast::copy_elements;
use super::dtype::DType;
use super::error::{Error, Result};
use super::scalar::Scalar;
use super::shape::{Shape, byte_count};
use super::strides::{Strides, byte_extent, c_strides, is_c_contiguous, is_f_contiguous};

pub(in crate::nd) use making::allocated_bytes;
pub use operands::Operand;

/// How a fresh array is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// Row-major.
    #[default]
    C,
    /// Column-major.
    F,
    /// Fortran when the source is Fortran- and not C-contiguous, else C.
    A,
    /// As close to the source's layout as can be.
    K,
}

/// NumPy's `ndarray`, without Python.
///
/// Invariants: **A1** `shape.len() == strides.len()`; **A2** every element lies in the buffer (checked
/// again, by slice bounds, at each access, so that breaking it cannot break memory); **A3**
/// `byte_count(shape, itemsize)` fits an `isize`.
#[derive(Clone, Debug)]
pub struct Array {
    buffer: Rc<Buffer>,
    dtype: DType,
    shape: Shape,
    strides: Strides,
    offset: usize,
    owns_data: bool,
    writeable: bool,
}

impl Array {
    // ---- facts ----

    /// Element type.
    pub fn dtype(&self) -> DType {
        self.dtype
    }

    /// Lengths of the axes.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// Bytes from an element to the next along each axis.
    pub fn strides(&self) -> &[isize] {
        &self.strides
    }

    /// Number of axes.
    pub fn ndim(&self) -> usize {
        self.shape.len()
    }

    /// Number of elements.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// Bytes an element takes.
    pub fn itemsize(&self) -> usize {
        self.dtype.itemsize()
    }

    /// `size * itemsize`: what the elements would take without gaps or sharing.
    pub fn nbytes(&self) -> usize {
        self.size() * self.itemsize()
    }

    /// Byte position of the first element in the buffer.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// The memory the elements lie in.
    pub fn buffer(&self) -> &Rc<Buffer> {
        &self.buffer
    }

    /// NumPy's `OWNDATA`: made with its memory, not a view of another array's.
    pub fn owns_data(&self) -> bool {
        self.owns_data
    }

    /// Whether no other array, view or owner, has this memory: what is written to it nobody else sees.
    pub fn owns_memory_alone(&self) -> bool {
        self.owns_data && self.writeable && Rc::strong_count(&self.buffer) == 1
    }

    /// NumPy's `WRITEABLE`.
    pub fn is_writeable(&self) -> bool {
        self.writeable
    }

    /// Sets `WRITEABLE`.
    ///
    /// # Errors
    /// A `ValueError` when the memory itself is read-only.
    pub fn set_writeable(&mut self, writeable: bool) -> Result<()> {
        if writeable && !self.buffer.is_writable() {
            return Err(Error::value("cannot set WRITEABLE flag to True of this array"));
        }
        self.writeable = writeable;
        Ok(())
    }

    /// NumPy's `C_CONTIGUOUS`.
    pub fn is_c_contiguous(&self) -> bool {
        is_c_contiguous(&self.shape, &self.strides, self.itemsize())
    }

    /// NumPy's `F_CONTIGUOUS`.
    pub fn is_f_contiguous(&self) -> bool {
        is_f_contiguous(&self.shape, &self.strides, self.itemsize())
    }

    /// NumPy's `ALIGNED`: every element's address is a multiple of the dtype's alignment.
    pub fn is_aligned(&self) -> bool {
        let alignment = self.dtype.alignment();
        self.size() == 0
            || (self.buffer.address() + self.offset) % alignment == 0
                && self.shape.iter().zip(&self.strides).all(|(&n, &step)| n <= 1 || step % alignment as isize == 0)
    }

    /// The half-open range of addresses that the elements occupy; empty when there is none.
    pub fn address_range(&self) -> (usize, usize) {
        let first = self.buffer.address() + self.offset;
        match byte_extent(&self.shape, &self.strides, self.itemsize()) {
            Some((low, high)) => (first.wrapping_add_signed(low), first.wrapping_add_signed(high)),
            None => (first, first),
        }
    }

    /// Whether the two arrays' address ranges meet: NumPy's `may_share_memory`.
    pub fn may_share_memory(&self, other: &Array) -> bool {
        let (a, b) = (self.address_range(), other.address_range());
        self.size() > 0 && other.size() > 0 && a.0 < b.1 && b.0 < a.1
    }

    /// Whether writing `self` element by element while reading `source` (of the same shape) could read
    /// an element already written. Exactly equal geometry is safe: each element is read before it is written.
    pub fn overlaps_unsafely(&self, source: &Array) -> bool {
        let same = self.offset == source.offset
            && self.strides == source.strides
            && self.shape == source.shape
            && self.itemsize() == source.itemsize()
            // Fields that change places are not read before they are written.
            && (self.dtype == source.dtype || self.dtype.record().is_none())
            && Rc::ptr_eq(&self.buffer, &source.buffer);
        !same && self.may_share_memory(source)
    }

    // ---- views ----

    /// A view with other geometry on the same memory. `offset` is in bytes from the buffer's start.
    ///
    /// The caller answers for A1 and A2; a geometry that leaves the buffer panics at the first access.
    pub fn with_geometry(&self, shape: Shape, strides: Strides, offset: usize) -> Self {
        debug_assert_eq!(shape.len(), strides.len(), "A1");
        debug_assert!(
            byte_extent(&shape, &strides, self.itemsize()).is_none_or(|(low, high)| {
                offset as isize + low >= 0 && offset as isize + high <= self.buffer.len() as isize
            }),
            "A2: shape {shape:?} strides {strides:?} offset {offset} leave a buffer of {} bytes",
            self.buffer.len()
        );
        Self { shape, strides, offset, owns_data: false, buffer: self.buffer.clone(), ..*self }
    }

    /// As [`Array::with_geometry`], of another dtype.
    pub(in crate::nd) fn reread(&self, dtype: DType, shape: Shape, strides: Strides, offset: usize) -> Self {
        Self { dtype, ..self.view() }.with_geometry(shape, strides, offset)
    }

    /// As [`Array::with_geometry`], keeping the offset and the ownership: for a result that is handed on
    /// in another shape.
    pub(in crate::nd) fn reshaped_owner(&self, shape: Shape, strides: Strides) -> Self {
        Self { owns_data: self.owns_data, ..self.with_geometry(shape, strides, self.offset) }
    }

    /// A C-contiguous result in another shape of as many elements, still the owner of its memory if it was.
    ///
    /// # Errors
    /// Those of [`Array::zeros`], where it is not contiguous.
    pub fn reshaped_to(&self, shape: Shape) -> Result<Self> {
        debug_assert_eq!(shape.iter().product::<usize>(), self.size(), "as many elements");
        let strides = if self.buffer.is_empty() {
            smallvec::smallvec![0; shape.len()]
        } else {
            c_strides(&shape, self.itemsize())
        };
        if self.is_c_contiguous() {
            Ok(self.reshaped_owner(shape, strides))
        } else {
            Ok(self.copy(Order::C)?.reshaped_owner(shape, strides))
        }
    }

    /// A result that was made as a view of memory that nobody else has: its owner.
    #[must_use]
    pub fn owning(self) -> Self {
        let owns_data = self.owns_data || Rc::strong_count(&self.buffer) == 1;
        Self { owns_data, ..self }
    }

    /// The same elements as another array object: NumPy's `a.view()`.
    pub fn view(&self) -> Self {
        Self { owns_data: false, ..self.clone() }
    }

    /// The same bytes read as another dtype of the same size: `a.view(dtype)` in its simplest case.
    ///
    /// # Errors
    /// A `ValueError` when the sizes differ.
    pub fn reinterpret(&self, dtype: DType) -> Result<Self> {
        if dtype.itemsize() != self.itemsize() {
            return Err(Error::value(format!(
                "cannot reinterpret elements of {} bytes as {dtype}, which takes {}",
                self.itemsize(),
                dtype.itemsize()
            )));
        }
        Ok(Self { dtype, owns_data: false, ..self.clone() })
    }

    /// A read-only view stretched to `shape` by the broadcasting rule.
    ///
    /// # Errors
    /// [`Error::BroadcastInto`] when the shapes do not agree.
    pub fn broadcast_to(&self, shape: &[usize]) -> Result<Self> {
        if self.shape.as_slice() == shape {
            return Ok(self.view());
        }
        let strides = broadcast_strides(&self.shape, &self.strides, shape)
            .ok_or_else(|| Error::BroadcastInto { from: self.shape.clone(), into: Shape::from_slice(shape) })?;
        byte_count(shape, self.itemsize())?;
        let mut view = self.with_geometry(Shape::from_slice(shape), strides, self.offset);
        view.writeable = false;
        Ok(view)
    }

    /// The axes in reverse: NumPy's `a.T`.
    pub fn reversed_axes(&self) -> Self {
        let (mut shape, mut strides) = (self.shape.clone(), self.strides.clone());
        shape.reverse();
        strides.reverse();
        self.with_geometry(shape, strides, self.offset)
    }

    /// The real parts of a complex array, as a view.
    pub fn real_part(&self) -> Self {
        self.part(0)
    }

    /// The imaginary parts of a complex array, as a view.
    pub fn imaginary_part(&self) -> Self {
        self.part(self.dtype.real().itemsize())
    }

    fn part(&self, bytes_in: usize) -> Self {
        debug_assert_eq!(self.dtype.kind(), super::dtype::Kind::Complex, "only a complex array has parts");
        // Where there is no element, there is no place after a part of one either.
        let offset = if self.size() == 0 { self.offset } else { self.offset + bytes_in };
        Self { dtype: self.dtype.real(), offset, owns_data: false, ..self.clone() }
    }

    /// `self` with the geometry of `reshaped`, a view of it; still the owner of its memory if it was.
    pub fn with_geometry_of(&self, reshaped: &Array) -> Self {
        debug_assert!(Rc::ptr_eq(&self.buffer, &reshaped.buffer), "a view of the same memory");
        let (shape, strides) = (reshaped.shape.clone(), reshaped.strides.clone());
        Self { shape, strides, offset: reshaped.offset, ..self.clone() }
    }

    // ---- copies ----

    /// A fresh array of the same elements.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn copy(&self, order: Order) -> Result<Self> {
        self.astype(self.dtype, order)
    }

    /// A fresh array of the elements converted to `dtype`.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn astype(&self, dtype: DType, order: Order) -> Result<Self> {
        let made = match order {
            Order::K => self.fresh_like(dtype, Contents::Unset)?,
            Order::A if self.is_f_contiguous() && !self.is_c_contiguous() => Self::unset(&self.shape, dtype, Order::F)?,
            other => Self::unset(&self.shape, dtype, other)?,
        };
        copy_elements(&made, self)?;
        Ok(made)
    }

    /// The array itself if it is C-contiguous and aligned, else a C-contiguous copy.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn to_c_contiguous(&self) -> Result<Cow<'_, Self>> {
        if self.is_c_contiguous() && self.is_aligned() {
            return Ok(Cow::Borrowed(self));
        }
        Ok(Cow::Owned(self.copy(Order::C)?))
    }

    /// Assigns `value`, broadcast and converted, to every element: `a[...] = value`.
    ///
    /// # Errors
    /// [`Error::ReadOnly`], [`Error::BroadcastInto`] with NumPy's leniency (leading axes of length one
    /// of the value are dropped), and those of [`Array::zeros`] when overlapping memory needs a copy.
    pub fn assign(&self, value: &Array) -> Result<()> {
        if !self.writeable {
            return Err(Error::ReadOnly);
        }
        let surplus = value.ndim().saturating_sub(self.ndim());
        let dropped = value.shape[..surplus].iter().take_while(|&&length| length == 1).count();
        let trimmed = value.with_geometry(
            Shape::from_slice(&value.shape[dropped..]),
            Strides::from_slice(&value.strides[dropped..]),
            value.offset,
        );
        let stretched = trimmed
            .broadcast_to(&self.shape)
            .map_err(|_| Error::BroadcastInto { from: trimmed.shape.clone(), into: self.shape.clone() })?;
        if self.overlaps_unsafely(&stretched) {
            let apart = trimmed.copy(Order::K)?;
            return copy_elements(self, &apart.broadcast_to(&self.shape)?);
        }
        copy_elements(self, &stretched)
    }

    /// Sets every element to `value` converted to the dtype.
    ///
    /// # Errors
    /// [`Error::ReadOnly`].
    pub fn fill(&self, value: Scalar) -> Result<()> {
        if !self.writeable {
            return Err(Error::ReadOnly);
        }
        if let Scalar::Elsewhere(_) = value {
            return Err(Error::no_numbers(self.dtype));
        }
        let value = Self::scalar(value, self.dtype).broadcast_to(&self.shape)?;
        copy_elements(self, &value)
    }
}
