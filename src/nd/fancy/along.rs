//! `take_along_axis` and `put_along_axis`: one index for each lane of an axis, as `argsort` gives them.

use super::super::array::{Array, Order};
use super::super::create::grid::sparse_indices;
use super::super::dtype::DType;
use super::super::error::{Error, Result};
use super::super::index::{self, IndexItem};
use super::super::manip::reshape::{flatten, reshape_to};
use super::super::shape::normalize_axis;

/// `np.take_along_axis(array, indices, axis)`; without an axis, of the flattened array.
///
/// # Errors
/// `IndexError` for indices that are no integers or outside the axis; `ValueError` for another number of
/// axes; [`Error::Axis`]; those of [`Array::zeros`].
pub fn take_along_axis(array: &Array, indices: &Array, axis: Option<isize>) -> Result<Array> {
    let (array, axis) = lanes(array, indices, axis)?;
    Ok(index::get(&array, &subscript(&array, indices, axis)?)?.into_array(array.dtype()))
}

/// `np.put_along_axis(array, indices, values, axis)`.
///
/// Without an axis, of the elements in C order.
///
/// # Errors
/// As [`take_along_axis`]; those of [`index::set`].
pub fn put_along_axis(array: &Array, indices: &Array, values: &Array, axis: Option<isize>) -> Result<()> {
    let (lanes, axis_of_lanes) = lanes(array, indices, axis)?;
    index::set(&lanes, &subscript(&lanes, indices, axis_of_lanes)?, values)?;
    match axis {
        Some(_) => Ok(()),
        None => array.assign(&reshape_to(&lanes, array.shape())?),
    }
}

/// Whether indices suit an array, before anything is read or written.
///
/// # Errors
/// As [`take_along_axis`].
pub fn check_along_axis(array: &Array, indices: &Array, axis: Option<isize>) -> Result<()> {
    let (lanes, axis) = lanes(array, indices, axis)?;
    subscript(&lanes, indices, axis).map(drop)
}

fn lanes(array: &Array, indices: &Array, axis: Option<isize>) -> Result<(Array, usize)> {
    match axis {
        Some(axis) => Ok((array.view(), normalize_axis(axis, array.ndim())?)),
        None if indices.ndim() != 1 => Err(Error::value("when axis=None, `indices` must have a single dimension.")),
        None => Ok((flatten(array, Order::C)?, 0)),
    }
}

/// The indices along their axis, and every position along the others.
fn subscript(array: &Array, indices: &Array, axis: usize) -> Result<Vec<IndexItem>> {
    if !indices.dtype().is_integer() {
        return Err(Error::index("`indices` must be an integer array"));
    }
    if indices.ndim() != array.ndim() {
        return Err(Error::value("`indices` and `arr` must have the same number of dimensions"));
    }
    let mut items: Vec<IndexItem> =
        sparse_indices(array.shape(), DType::Int64)?.into_iter().map(IndexItem::Array).collect();
    items[axis] = IndexItem::Array(indices.clone());
    Ok(items)
}
