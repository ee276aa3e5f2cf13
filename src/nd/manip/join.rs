//! Joining arrays: `concatenate`, the `stack` family, `block`.
//!
//! Each part is copied as a block into its place. The result's dtype is the caller's: promotion is
//! `ufunc`'s.

use super::super::array::{Array, Order};
use super::super::dtype::DType;
use super::super::error::{Error, Result};
use super::super::shape::{Shape, normalize_axis};
use super::super::strides::{Strides, common_order};
use super::axes::{atleast_nd, expand_dims, with_leading_axes};
use super::reshape::ravel;

/// `np.concatenate(arrays, axis)` into a fresh array of `dtype`; without an axis, of the raveled arrays.
///
/// # Errors
/// `ValueError` for no array, for scalars, for shapes that differ elsewhere than along `axis`;
/// [`Error::Axis`]; those of [`Array::zeros`].
pub fn concatenate(arrays: &[&Array], axis: Option<isize>, dtype: DType) -> Result<Array> {
    let flat;
    let references: Vec<&Array>;
    let (arrays, axis) = match axis {
        Some(axis) => (arrays, axis),
        None => {
            flat = arrays.iter().map(|array| ravel(array, Order::C)).collect::<Result<Vec<_>>>()?;
            references = flat.iter().collect();
            (references.as_slice(), 0)
        }
    };
    let (shape, axis) = joined_shape(arrays, axis)?;
    // The result lies in memory as its parts do.
    let order = common_order(shape.len(), arrays.len(), |operand, axis| {
        (arrays[operand].shape()[axis] != 1).then(|| arrays[operand].strides()[axis].unsigned_abs())
    });
    let made = Array::zeros_in_order(&shape, &order, dtype)?;
    fill_joined(&made, arrays, axis)?;
    Ok(made)
}

/// `np.concatenate(arrays, axis, out=out)`.
///
/// # Errors
/// As [`concatenate`]; `ValueError` when `out` has another shape; [`Error::ReadOnly`].
pub fn concatenate_into(out: &Array, arrays: &[&Array], axis: isize) -> Result<()> {
    let (shape, axis) = joined_shape(arrays, axis)?;
    if out.ndim() != shape.len() {
        return Err(Error::value("Output array has wrong dimensionality"));
    }
    if out.shape() != shape.as_slice() {
        return Err(Error::value("Output array is the wrong shape"));
    }
    if arrays.iter().any(|part| part.may_share_memory(out)) {
        let apart = arrays.iter().map(|part| part.copy(Order::K)).collect::<Result<Vec<_>>>()?;
        return fill_joined(out, &apart.iter().collect::<Vec<_>>(), axis);
    }
    fill_joined(out, arrays, axis)
}

fn fill_joined(made: &Array, arrays: &[&Array], axis: usize) -> Result<()> {
    let mut start = 0;
    for part in arrays {
        let length = part.shape()[axis];
        along(made, axis, start, length).assign(part)?;
        start += length;
    }
    Ok(())
}

/// The view of `length` places from `start` on along `axis`. The places exist.
pub(in crate::nd) fn along(array: &Array, axis: usize, start: usize, length: usize) -> Array {
    let mut shape = Shape::from_slice(array.shape());
    shape[axis] = length;
    let shift = if length == 0 { 0 } else { array.strides()[axis] * start as isize };
    array.with_geometry(shape, Strides::from_slice(array.strides()), array.offset().wrapping_add_signed(shift))
}

/// The shape of the joined arrays, and the axis from 0.
fn joined_shape(arrays: &[&Array], axis: isize) -> Result<(Shape, usize)> {
    let first = arrays.first().ok_or_else(|| Error::value("need at least one array to concatenate"))?;
    if first.ndim() == 0 {
        return Err(Error::value("zero-dimensional arrays cannot be concatenated"));
    }
    let axis = normalize_axis(axis, first.ndim())?;
    let mut shape = Shape::from_slice(first.shape());
    for (place, array) in arrays.iter().enumerate().skip(1) {
        if array.ndim() != first.ndim() {
            return Err(Error::value(format!(
                "all the input arrays must have same number of dimensions, but the array at index 0 has {} \
                 dimension(s) and the array at index {place} has {} dimension(s)",
                first.ndim(),
                array.ndim()
            )));
        }
        for (other, (&wanted, &length)) in first.shape().iter().zip(array.shape()).enumerate() {
            if other != axis && wanted != length {
                return Err(Error::value(format!(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along \
                     dimension {other}, the array at index 0 has size {wanted} and the array at index {place} has \
                     size {length}"
                )));
            }
        }
        shape[axis] = shape[axis].checked_add(array.shape()[axis]).ok_or(Error::TooBig)?;
    }
    Ok((shape, axis))
}

/// `np.stack(arrays, axis)`: along a new axis.
///
/// # Errors
/// `ValueError` for no array and for shapes that differ; [`Error::Axis`]; those of [`Array::zeros`].
pub fn stack(arrays: &[&Array], axis: isize, dtype: DType) -> Result<Array> {
    let first = arrays.first().ok_or_else(|| Error::value("need at least one array to stack"))?;
    if arrays.iter().any(|array| array.shape() != first.shape()) {
        return Err(Error::value("all input arrays must have the same shape"));
    }
    let axis = normalize_axis(axis, first.ndim() + 1)? as isize;
    let expanded = arrays.iter().map(|array| expand_dims(array, &[axis])).collect::<Result<Vec<_>>>()?;
    concatenate(&expanded.iter().collect::<Vec<_>>(), Some(axis), dtype)
}

/// `np.vstack(arrays)`: along the first axis, vectors as rows.
///
/// # Errors
/// As [`concatenate`].
pub fn vstack(arrays: &[&Array], dtype: DType) -> Result<Array> {
    concatenate_at_least(arrays, 2, 0, dtype)
}

/// `np.hstack(arrays)`: along the second axis, vectors end to end.
///
/// # Errors
/// As [`concatenate`].
pub fn hstack(arrays: &[&Array], dtype: DType) -> Result<Array> {
    let axis = if arrays.first().is_some_and(|first| first.ndim() <= 1) { 0 } else { 1 };
    concatenate_at_least(arrays, 1, axis, dtype)
}

/// `np.dstack(arrays)`: along the third axis.
///
/// # Errors
/// As [`concatenate`].
pub fn dstack(arrays: &[&Array], dtype: DType) -> Result<Array> {
    concatenate_at_least(arrays, 3, 2, dtype)
}

/// `np.column_stack(arrays)`: along the second axis, vectors as columns.
///
/// # Errors
/// As [`concatenate`].
pub fn column_stack(arrays: &[&Array], dtype: DType) -> Result<Array> {
    let columns = arrays
        .iter()
        .map(|array| if array.ndim() < 2 { Ok(with_leading_axes(array, 2)?.reversed_axes()) } else { Ok(array.view()) })
        .collect::<Result<Vec<_>>>()?;
    concatenate(&columns.iter().collect::<Vec<_>>(), Some(1), dtype)
}

fn concatenate_at_least(arrays: &[&Array], ndim: usize, axis: isize, dtype: DType) -> Result<Array> {
    let parts = arrays.iter().map(|array| atleast_nd(array, ndim)).collect::<Result<Vec<_>>>()?;
    concatenate(&parts.iter().collect::<Vec<_>>(), Some(axis), dtype)
}
