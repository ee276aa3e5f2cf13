//! Byte orders: dtypes whose elements have their bytes in the other order than this machine's, which is little-endian.
//!
//! Such elements are stored and moved as they are; whoever wants to know their values asks for them in native order.

use std::borrow::Cow;

use super::{Block, Field, Record, SWAPPED, laid_down};
use crate::nd::array::Array;
use crate::nd::dtype::{DType, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::map::map1;
use crate::nd::shape::Shape;
use crate::nd::strides::Strides;

/// What `dtype.newbyteorder` is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    /// `<` and `=`: this machine's.
    Native,
    /// `>`
    Other,
    /// `S`: each part's other one.
    Swapped,
    /// `|`: as it is.
    Kept,
}

impl ByteOrder {
    /// The order of NumPy's letter or word.
    ///
    /// # Errors
    /// NumPy's `ValueError` for another one.
    pub fn parse(text: &str) -> Result<Self> {
        match text.chars().next() {
            Some('<' | 'l' | 'L' | '=' | 'n' | 'N') => Ok(Self::Native),
            Some('>' | 'b' | 'B') => Ok(Self::Other),
            Some('s' | 'S') => Ok(Self::Swapped),
            Some('|' | 'i' | 'I') => Ok(Self::Kept),
            _ => Err(Error::value(format!("byteorder not recognized (got '{text}')"))),
        }
    }
}

/// Bytes of each number that an element is made of; 1 where order says nothing.
fn word_of(dtype: DType) -> usize {
    match dtype {
        DType::Str(_) => 4,
        DType::Bytes(_) | DType::Void(_) | DType::Object => 1,
        other if other.kind() == Kind::Complex => other.itemsize() / 2,
        other => other.itemsize(),
    }
}

impl DType {
    /// This dtype in a byte order, its fields included.
    pub fn ordered(self, order: ByteOrder) -> DType {
        match (self, order) {
            (_, ByteOrder::Kept) => self,
            (DType::Record(record), _) => {
                let ordered = |field: &Field| Field { dtype: field.dtype.ordered(order), ..field.clone() };
                Record { fields: record.fields.iter().map(ordered).collect(), ..record.clone() }.dtype()
            }
            (DType::Block(Block { base, shape, .. }), _) => {
                base.ordered(order).in_blocks(shape).expect("a block of the same size")
            }
            (DType::Swapped(native), ByteOrder::Native | ByteOrder::Swapped) => *native,
            (DType::Swapped(_), ByteOrder::Other) | (_, ByteOrder::Native) => self,
            (plain, ByteOrder::Other | ByteOrder::Swapped) if word_of(plain) < 2 || plain == DType::Str(0) => plain,
            (plain, ByteOrder::Other | ByteOrder::Swapped) => DType::Swapped(laid_down(&SWAPPED, plain, PartialEq::eq)),
        }
    }

    /// This dtype with every number's bytes the other way round.
    pub fn swapped(self) -> DType {
        self.ordered(ByteOrder::Swapped)
    }

    /// This dtype in the machine's byte order.
    pub fn native(self) -> DType {
        self.ordered(ByteOrder::Native)
    }
}

impl Array {
    /// The elements in the machine's byte order: the array itself, or a copy.
    ///
    /// # Errors
    /// As [`Array::zeros`].
    pub fn native(&self) -> Result<Cow<'_, Self>> {
        let DType::Swapped(native) = self.dtype() else { return Ok(Cow::Borrowed(self)) };
        let made = self.zeros_like(*native)?;
        copy_swapped(&made, self)?;
        Ok(Cow::Owned(made))
    }
}

/// The elements with the bytes of every number in reverse, read as the same dtype: NumPy's `byteswap`.
///
/// # Errors
/// As [`Array::zeros`].
pub fn byteswap(array: &Array) -> Result<Array> {
    let made = array.copy(crate::nd::Order::A)?;
    swap_into(&made, array)?;
    Ok(made)
}

fn swap_into(dst: &Array, src: &Array) -> Result<()> {
    match dst.dtype() {
        DType::Record(record) => {
            record.fields.iter().try_for_each(|field| swap_into(&dst.field(field), &src.field(field)))
        }
        dtype if word_of(dtype.native()) < 2 => Ok(()),
        _ => copy_swapped(dst, src),
    }
}

/// Copies elements with the bytes of their numbers in reverse. Both have one shape, and one dtype but for the order.
///
/// # Errors
/// [`Error::ReadOnly`].
pub(in crate::nd) fn copy_swapped(dst: &Array, src: &Array) -> Result<()> {
    let word = word_of(src.dtype().native());
    let (from, to) = (bytes_of(src, word), bytes_of(dst, word));
    let last = from.ndim() - 1;
    let mut strides = Strides::from_slice(from.strides());
    strides[last] = -1;
    let reversed = from.with_geometry(Shape::from_slice(from.shape()), strides, from.offset() + word - 1);
    map1::<u8, u8>(&to, &reversed, |byte| byte)
}

/// The bytes, with an axis for the numbers of an element and one for the bytes of a number.
fn bytes_of(array: &Array, word: usize) -> Array {
    let (mut shape, mut strides) = (Shape::from_slice(array.shape()), Strides::from_slice(array.strides()));
    shape.extend([array.itemsize() / word, word]);
    strides.extend([word as isize, 1]);
    array.reread(DType::UInt8, shape, strides, array.offset())
}
