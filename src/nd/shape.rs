//! Lengths of axes: counting, overflow, and how NumPy writes a shape. No strides, no elements.

use std::fmt;

use smallvec::SmallVec;

use super::error::{Error, Result};

/// Lengths of the axes, outermost first.
pub type Shape = SmallVec<[usize; 6]>;

/// The most axes an array may have: NumPy 2's `NPY_MAXDIMS`.
pub const MAX_NDIM: usize = 64;

/// How many elements a shape holds.
///
/// # Errors
/// [`Error::TooBig`] when the count, zero-length axes left out, does not fit an `isize`; then no
/// stride of the array could be computed either.
pub fn element_count(shape: &[usize]) -> Result<usize> {
    byte_count(shape, 1)
}

/// How many bytes a shape of `itemsize`-byte elements takes; errors as [`element_count`].
pub fn byte_count(shape: &[usize], itemsize: usize) -> Result<usize> {
    if shape.len() > MAX_NDIM {
        return Err(Error::value(format!(
            "maximum supported dimension for an ndarray is currently {MAX_NDIM}, found {}",
            shape.len()
        )));
    }
    let mut total = itemsize;
    let mut empty = false;
    for &length in shape {
        if length == 0 {
            empty = true;
            continue;
        }
        total = total.checked_mul(length).filter(|&bytes| isize::try_from(bytes).is_ok()).ok_or(Error::TooBig)?;
    }
    Ok(if empty { 0 } else { total })
}

/// The axis a possibly negative number names.
///
/// # Errors
/// [`Error::Axis`] when it is outside `-ndim..ndim`.
pub fn normalize_axis(axis: isize, ndim: usize) -> Result<usize> {
    let signed = ndim as isize;
    if axis < -signed || axis >= signed {
        return Err(Error::Axis { axis, ndim });
    }
    Ok(if axis < 0 { axis + signed } else { axis } as usize)
}

/// A shape as text, in one of NumPy's two ways.
pub struct ShapeText<'a> {
    lengths: Lengths<'a>,
    separator: &'static str,
}

enum Lengths<'a> {
    Unsigned(&'a [usize]),
    Signed(&'a [isize]),
}

impl<'a> ShapeText<'a> {
    /// `(3,4)`, as error sentences of the C core write it.
    pub fn compact(shape: &'a [usize]) -> Self {
        Self { lengths: Lengths::Unsigned(shape), separator: "," }
    }

    /// `(newaxis,4)`: as [`ShapeText::compact`], for a shape that was asked for; a length that was to be
    /// worked out reads `newaxis`, and is left out in front, as NumPy leaves it.
    pub fn compact_signed(shape: &'a [isize]) -> Self {
        Self { lengths: Lengths::Signed(shape), separator: "," }
    }

    /// `(3, 4)`, as Python writes a tuple.
    pub fn tuple(shape: &'a [usize]) -> Self {
        Self { lengths: Lengths::Unsigned(shape), separator: ", " }
    }
}

impl fmt::Display for ShapeText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn write_all<T: fmt::Display>(f: &mut fmt::Formatter<'_>, lengths: &[T], separator: &str) -> fmt::Result {
            f.write_str("(")?;
            for (axis, length) in lengths.iter().enumerate() {
                if axis > 0 {
                    f.write_str(separator)?;
                }
                write!(f, "{length}")?;
            }
            f.write_str(if lengths.len() == 1 { ",)" } else { ")" })
        }
        match self.lengths {
            Lengths::Unsigned(lengths) => write_all(f, lengths, self.separator),
            Lengths::Signed(lengths) => {
                let known = lengths.iter().skip_while(|length| **length < 0);
                let words: Vec<String> =
                    known.map(|n| if *n < 0 { "newaxis".to_owned() } else { n.to_string() }).collect();
                write!(f, "({}{}", words.join(self.separator), if lengths.len() == 1 { ",)" } else { ")" })
            }
        }
    }
}
