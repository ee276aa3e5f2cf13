//! An array: a shared buffer, a dtype, and the geometry that reads one as the other.
//!
//! Cloning an [`Array`] or taking a view never copies an element. What changes shape or picks elements
//! lives in `manip` and `index`; what computes, in `ufunc` and `reduce`.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use super::broadcast::broadcast_strides;
use super::buffer::{Buffer, Contents, Src};
use super::cast::copy_elements;
use super::dtype::{Bool, DType, Element};
use super::error::{Error, Result};
use super::map::map1;
use super::object;
use super::scalar::Scalar;
use super::shape::{Shape, byte_count};
use super::strides::{Strides, byte_extent, c_strides, f_strides, is_c_contiguous, is_f_contiguous, memory_order};
use super::strings;
use super::text;
use crate::with_dtype;

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
    // ---- making ----

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

    fn fresh_like(&self, dtype: DType, contents: Contents) -> Result<Self> {
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

    // ---- elements ----

    /// The element at `index`, one number an axis; each must be within its axis.
    pub fn get(&self, index: &[usize]) -> Scalar {
        debug_assert_eq!(index.len(), self.ndim(), "one index an axis");
        self.get_at(index.iter().zip(&self.strides).map(|(&i, &step)| i as isize * step).sum())
    }

    /// The element `delta` bytes after the first; it must be one of the array's.
    pub fn get_at(&self, delta: isize) -> Scalar {
        let at = self.offset.wrapping_add_signed(delta);
        with_dtype!(self.dtype, T => match self.buffer.src::<T>(at) {
            Some(elements) => elements[0].get().to_scalar(),
            None => self.element_view(at).copied_apart::<T>().to_scalar(),
        }, else {
            match self.dtype {
                DType::Object => Scalar::Object(self.handle_at(delta)),
                DType::Strings(_) => Scalar::Object(strings::handle(self, delta).unwrap_or_default()),
                DType::Swapped(_) => match self.element_view(at).native() {
                    Ok(native) => native.get_at(0),
                    Err(_) => Scalar::Elsewhere(self.dtype.kind()),
                },
                DType::Datetime(_) | DType::Timedelta(_) => {
                    let count = self.element_view(at).retyped(DType::Int64);
                    Scalar::Time(i64::from_scalar(count.get_at(0)))
                }
                other => Scalar::Elsewhere(other.kind()),
            }
        })
    }

    /// The handle of an object array's element; `delta` as in [`Array::get_at`].
    pub(in crate::nd) fn handle_at(&self, delta: isize) -> u64 {
        debug_assert_eq!(self.dtype, DType::Object, "an array of handles");
        let at = self.offset.wrapping_add_signed(delta);
        match self.buffer.src::<u64>(at) {
            Some(handles) => handles[0].get(),
            None => self.element_view(at).retyped(DType::UInt64).copied_apart::<u64>(),
        }
    }

    /// Sets the element at `index`; `index` as in [`Array::get`].
    ///
    /// # Errors
    /// [`Error::ReadOnly`].
    pub fn set(&self, index: &[usize], value: Scalar) -> Result<()> {
        debug_assert_eq!(index.len(), self.ndim(), "one index an axis");
        let delta: isize = index.iter().zip(&self.strides).map(|(&i, &step)| i as isize * step).sum();
        self.set_at(delta, value)
    }

    /// Sets the element `delta` bytes after the first; it must be one of the array's.
    ///
    /// # Errors
    /// [`Error::ReadOnly`].
    pub fn set_at(&self, delta: isize, value: Scalar) -> Result<()> {
        if !self.writeable {
            return Err(Error::ReadOnly);
        }
        let at = self.offset.wrapping_add_signed(delta);
        with_dtype!(self.dtype, T => match self.buffer.cells::<T>(at) {
            Some(elements) => elements[0].set(T::from_scalar(value)),
            None => self.element_view(at).fill(value)?,
        }, else {
            let place = self.element_view(at);
            return match (self.dtype, value) {
                (DType::Object, Scalar::Object(handle)) => match place.buffer.cells::<u64>(at) {
                    Some(handles) => {
                        handles[0].set(handle);
                        Ok(())
                    }
                    None => place.retyped(DType::UInt64).set_at(0, Scalar::UInt(handle)),
                },
                (DType::Strings(_), Scalar::Object(handle)) => strings::set(&place, handle),
                (DType::Strings(_), Scalar::Elsewhere(_)) => Err(Error::no_numbers(self.dtype)),
                (DType::Strings(_), number) => strings::set(&place, object::of_scalar(number)?),
                (DType::Object, number) => place.set_at(0, Scalar::Object(object::of_scalar(number)?)),
                (DType::Datetime(_) | DType::Timedelta(_), Scalar::Time(count)) => {
                    place.retyped(DType::Int64).set_at(0, Scalar::Int(count))
                }
                (DType::Datetime(_) | DType::Timedelta(_), number) if !matches!(number, Scalar::Elsewhere(_)) => {
                    place.retyped(DType::Int64).set_at(0, number)
                }
                (DType::Swapped(native), value) => place.assign(&Self::scalar(value, *native)),
                (DType::Record(record), value) => {
                    record.fields.iter().try_for_each(|field| place.field(field).fill(value))
                }
                // Plain bytes take those of a number as an array of it has them.
                (DType::Void(_), Scalar::Bool(value)) => place.assign(&Self::scalar(Scalar::Bool(value), DType::Bool)),
                (DType::Void(_), Scalar::Int(value)) => place.assign(&Self::scalar(Scalar::Int(value), DType::Int64)),
                (DType::Void(_), Scalar::Float(value)) => {
                    place.assign(&Self::scalar(Scalar::Float(value), DType::Float64))
                }
                (_, Scalar::Object(handle)) => place.set_text(&object::to_text(handle)?),
                (_, Scalar::Elsewhere(_)) => Err(Error::no_numbers(self.dtype)),
                (_, number) => place.set_text(&text::of_number(number)),
            };
        });
        Ok(())
    }

    /// The element `delta` bytes after the first, as a view without axes.
    pub fn element(&self, delta: isize) -> Self {
        self.element_view(self.offset.wrapping_add_signed(delta))
    }

    /// The same memory, still its owner if it was, as elements of another dtype of the same size.
    pub fn retyped(&self, dtype: DType) -> Self {
        debug_assert_eq!(dtype.itemsize(), self.itemsize(), "elements of the same size");
        Self { dtype, ..self.clone() }
    }

    /// The elements as words: the array itself, or, where an element is several words, a view with an axis of them.
    pub(in crate::nd) fn as_words(&self) -> Self {
        let words = self.dtype.words();
        let dtype = match self.dtype {
            DType::Str(_) => DType::UInt32,
            DType::Strings(_) => DType::UInt64,
            DType::Bytes(_) | DType::Void(_) | DType::Record(_) | DType::Block(_) | DType::Swapped(_) => DType::UInt8,
            _ => return self.clone(),
        };
        let (mut shape, mut strides) = (self.shape.clone(), self.strides.clone());
        shape.push(words.count);
        strides.push(words.size as isize);
        Self { dtype, shape, strides, owns_data: false, buffer: self.buffer.clone(), ..*self }
    }

    fn element_view(&self, offset: usize) -> Self {
        self.with_geometry(Shape::new(), Strides::new(), offset)
    }

    fn copied_apart<T: Element>(&self) -> T {
        let mut value = T::default();
        self.for_each::<T>(|element| value = element);
        value
    }

    /// Calls `visit` with every element in C order. `T` is the dtype's type.
    pub fn for_each<T: Element>(&self, mut visit: impl FnMut(T)) {
        debug_assert_eq!(T::DTYPE, self.dtype, "read as what it is");
        // An unaligned array is copied, and one element of it that cannot be allocated is no array.
        let aligned = self.aligned().expect("memory for a copy of an unaligned array");
        let operand = aligned.src::<T>();
        let walk = super::walk::Walk::c_order(&self.shape, [&operand.strides]);
        let [step] = walk.inner_strides();
        walk.run([operand.start], |[mut at]| {
            for _ in 0..walk.inner_length() {
                visit(operand.data[at as usize].get());
                at += step;
            }
        });
    }

    /// The elements in C order, converted to `T`.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn to_vec<T: Element>(&self) -> Result<Vec<T>> {
        let converted = self.astype(T::DTYPE, Order::C)?;
        Ok(converted.with_contiguous::<T, _>(<[T]>::to_vec))
    }

    /// The bytes of the elements in C order: NumPy's `tobytes`.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        if self.nbytes() == 0 {
            return Ok(Vec::new());
        }
        let packed = self.to_c_contiguous()?;
        let bytes = packed.buffer.src::<u8>(packed.offset).expect("bytes are always aligned");
        Ok(bytes[..packed.nbytes()].iter().map(Src::get).collect())
    }

    /// Runs `read` on the elements as one slice. The array is C-contiguous, aligned and of dtype `T`,
    /// and `read` does not write to its memory.
    pub(in crate::nd) fn with_contiguous<T: Element, R>(&self, read: impl FnOnce(&[T]) -> R) -> R {
        debug_assert!(self.is_c_contiguous() && T::DTYPE == self.dtype, "a contiguous array of this dtype");
        self.buffer.with_slice(self.offset, self.size(), read).expect("A2, and an aligned first element")
    }

    // ---- operands of kernels ----

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
        if self.dtype.kind() == super::dtype::Kind::Void {
            return super::record::convert::truth(self).map(Cow::Owned);
        }
        let mask = self.zeros_like(DType::Bool)?;
        with_dtype!(self.dtype, T => map1::<T, Bool>(&mask, self, |x| Bool::from(x != T::default())), else {
            copy_elements(&mask, self)
        })?;
        Ok(Cow::Owned(mask))
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
