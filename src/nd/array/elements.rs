//! Single elements of arrays, read and written, and all of them in C order.

use super::{Array, Order};
use crate::nd::buffer::Src;
use crate::nd::dtype::{DType, Element};
use crate::nd::error::{Error, Result};
use crate::nd::object;
use crate::nd::scalar::Scalar;
use crate::nd::shape::Shape;
use crate::nd::strides::Strides;
use crate::nd::strings;
use crate::nd::text;
use crate::nd::walk::Walk;
use crate::with_dtype;

impl Array {
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
        let walk = Walk::c_order(&self.shape, [&operand.strides]);
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
}
