//! `as_strided` and `sliding_window_view`: free geometry over an array's memory.
//!
//! NumPy's `as_strided` may leave the memory and so read anything, or crash. This one never does.

use super::super::array::Array;
use super::super::error::{Error, Result};
use super::super::shape::{Shape, ShapeText, byte_count, normalize_axis};
use super::super::strides::{Strides, byte_extent};

/// `np.lib.stride_tricks.as_strided(array, shape, strides, writeable=writeable)`; strides are in bytes.
///
/// DIFFERENCE: a geometry that leaves the array's buffer is a `ValueError`; NumPy allows it.
///
/// # Errors
/// `ValueError` as said; for a negative length; and when shape and strides differ in number.
pub fn as_strided(array: &Array, shape: Option<&[isize]>, strides: Option<&[isize]>, writeable: bool) -> Result<Array> {
    let shape: Shape = match shape {
        None => Shape::from_slice(array.shape()),
        Some(shape) => shape
            .iter()
            .map(|&length| usize::try_from(length).map_err(|_| Error::NegativeDimension))
            .collect::<Result<_>>()?,
    };
    let strides: Strides = match strides {
        Some(strides) => Strides::from_slice(strides),
        None if shape.len() == array.ndim() => Strides::from_slice(array.strides()),
        None => super::super::strides::c_strides(&shape, array.itemsize()),
    };
    if strides.len() != shape.len() {
        return Err(Error::value("mismatch in length of strides and shape"));
    }
    byte_count(&shape, array.itemsize())?;
    let first = array.offset() as isize;
    let size = array.buffer().len() as isize;
    let empty = shape.contains(&0);
    let reach = byte_extent(&shape, &strides, array.itemsize())
        .and_then(|(low, high)| Some((first.checked_add(low)?, first.checked_add(high)?)));
    match reach {
        None if empty => {}
        Some((low, high)) if low >= 0 && high <= size => {}
        reach => {
            let shape = ShapeText::tuple(&shape);
            let strides = signed_tuple(&strides);
            let where_to = reach.map_or_else(
                || "more bytes than can be counted".to_owned(),
                |(low, high)| format!("bytes {low} to {high}"),
            );
            return Err(Error::value(format!(
                "as_strided: shape {shape} with strides {strides} reaches {where_to} of a buffer that has \
                 bytes 0 to {size}"
            )));
        }
    }
    let mut view = array.with_geometry(shape, strides, array.offset());
    if !writeable {
        view.set_writeable(false)?;
    }
    Ok(view)
}

/// Numbers as Python writes a tuple.
fn signed_tuple(numbers: &[isize]) -> String {
    let listed: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    format!("({}{})", listed.join(", "), if numbers.len() == 1 { "," } else { "" })
}

/// `np.lib.stride_tricks.sliding_window_view(array, window, axis, writeable=writeable)`: a view whose last
/// axes run through each window.
///
/// # Errors
/// `ValueError` for a window that is negative, larger than its axis, or not one for each axis;
/// [`Error::Axis`].
pub fn sliding_window_view(array: &Array, window: &[isize], axes: Option<&[isize]>, writeable: bool) -> Result<Array> {
    if window.iter().any(|&length| length < 0) {
        return Err(Error::value("`window_shape` cannot contain negative values"));
    }
    let axes: Vec<usize> = match axes {
        None => {
            if window.len() != array.ndim() {
                return Err(Error::value(format!(
                    "Since axis is `None`, must provide window_shape for all dimensions of `x`; got {} window_shape \
                     elements and `x.ndim` is {}.",
                    window.len(),
                    array.ndim()
                )));
            }
            (0..array.ndim()).collect()
        }
        Some(axes) => {
            let known = axes.iter().map(|&axis| normalize_axis(axis, array.ndim())).collect::<Result<Vec<_>>>()?;
            if window.len() != known.len() {
                return Err(Error::value(format!(
                    "Must provide matching length window_shape and axis; got {} window_shape elements and {} axes \
                     elements.",
                    window.len(),
                    known.len()
                )));
            }
            known
        }
    };
    let mut shape: Vec<isize> = array.shape().iter().map(|&length| length as isize).collect();
    for (&axis, &length) in axes.iter().zip(window) {
        if shape[axis] < length {
            return Err(Error::value("window shape cannot be larger than input array shape"));
        }
        shape[axis] -= length - 1;
    }
    shape.extend_from_slice(window);
    let mut strides = Strides::from_slice(array.strides());
    strides.extend(axes.iter().map(|&axis| array.strides()[axis]));
    as_strided(array, Some(&shape), Some(&strides), writeable)
}
