//! Cutting an array into views: `split`, `array_split` and their kin.

use super::super::array::Array;
use super::super::error::{Error, ErrorKind, Result};
use super::super::index::slice_bounds;
use super::join::along;

/// Where to cut.
#[derive(Clone, Debug)]
pub enum Sections {
    /// Into so many parts.
    Count(isize),
    /// Before each of these indices, which count as a slice's do.
    At(Vec<isize>),
}

/// `np.array_split(array, sections, axis)`: parts that differ in length by one at most.
///
/// # Errors
/// `ValueError` for fewer than one part; `IndexError` for an axis that there is not.
pub fn array_split(array: &Array, sections: &Sections, axis: isize) -> Result<Vec<Array>> {
    let (axis, length) = axis_length(array, axis)?;
    let bounds: Vec<(usize, usize)> = match sections {
        Sections::At(indices) => {
            let starts = std::iter::once(Some(0)).chain(indices.iter().copied().map(Some));
            let stops = indices.iter().copied().map(Some).chain(std::iter::once(None));
            starts.zip(stops).map(|(start, stop)| slice_bounds(length, start, stop, 1)).collect()
        }
        Sections::Count(count) => {
            let count = usize::try_from(*count)
                .ok()
                .filter(|&count| count > 0)
                .ok_or_else(|| Error::value("number sections must be larger than 0."))?;
            let (each, longer) = (length / count, length % count);
            (0..count).map(|part| (part * each + part.min(longer), each + usize::from(part < longer))).collect()
        }
    };
    Ok(bounds.into_iter().map(|(start, length)| along(array, axis, start, length)).collect())
}

/// `np.split(array, sections, axis)`: parts of one length.
///
/// # Errors
/// As [`array_split`]; `ValueError` when the parts would differ; `ZeroDivisionError` for no part.
pub fn split(array: &Array, sections: &Sections, axis: isize) -> Result<Vec<Array>> {
    if let Sections::Count(count) = *sections {
        let (_, length) = axis_length(array, axis)?;
        if count == 0 {
            return Err(Error::new(ErrorKind::ZeroDivision, "integer modulo by zero"));
        }
        if length as isize % count != 0 {
            return Err(Error::value("array split does not result in an equal division"));
        }
    }
    array_split(array, sections, axis)
}

/// `np.hsplit(array, sections)`: along the second axis, or the only one.
///
/// # Errors
/// As [`split`]; `ValueError` without an axis.
pub fn hsplit(array: &Array, sections: &Sections) -> Result<Vec<Array>> {
    match array.ndim() {
        0 => Err(Error::value("hsplit only works on arrays of 1 or more dimensions")),
        1 => split(array, sections, 0),
        _ => split(array, sections, 1),
    }
}

/// `np.vsplit(array, sections)`: along the first axis of two or more.
///
/// # Errors
/// As [`split`]; `ValueError` with fewer than two axes.
pub fn vsplit(array: &Array, sections: &Sections) -> Result<Vec<Array>> {
    if array.ndim() < 2 {
        return Err(Error::value("vsplit only works on arrays of 2 or more dimensions"));
    }
    split(array, sections, 0)
}

/// `np.dsplit(array, sections)`: along the third axis.
///
/// # Errors
/// As [`split`]; `ValueError` with fewer than three axes.
pub fn dsplit(array: &Array, sections: &Sections) -> Result<Vec<Array>> {
    if array.ndim() < 3 {
        return Err(Error::value("dsplit only works on arrays of 3 or more dimensions"));
    }
    split(array, sections, 2)
}

/// The axis from 0 and its length; NumPy looks the length up in the shape tuple, and so words the error.
fn axis_length(array: &Array, axis: isize) -> Result<(usize, usize)> {
    let from_front = if axis < 0 { axis + array.ndim() as isize } else { axis };
    let axis = usize::try_from(from_front).ok().filter(|&axis| axis < array.ndim());
    axis.map(|axis| (axis, array.shape()[axis])).ok_or_else(|| Error::index("tuple index out of range"))
}
