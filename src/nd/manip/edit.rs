//! `append`, `insert`, `delete`: a fresh array with slices more or fewer.

use super::super::array::{Array, Order};
use super::super::dtype::{Bool, DType};
use super::super::error::{Error, Result};
use super::super::fancy::mask;
use super::super::index::{self, IndexItem, out_of_bounds, slice_bounds};
use super::super::shape::{Shape, normalize_axis};
use super::super::ufunc::try_result_type;
use super::axes::{moveaxis, with_leading_axes};
use super::join::{along, concatenate};
use super::reshape::ravel;

/// Which places along an axis are meant.
#[derive(Clone, Debug)]
pub enum Places {
    /// One.
    Index(isize),
    /// Those of a slice; the step is not zero.
    Slice {
        /// As [`IndexItem::Slice`]'s.
        start: Option<isize>,
        /// As [`IndexItem::Slice`]'s.
        stop: Option<isize>,
        /// As [`IndexItem::Slice`]'s.
        step: isize,
    },
    /// Integers, or flags. An empty sequence is an integer array.
    Array(Array),
}

/// `np.append(array, values, axis)`; without an axis, of the raveled arrays.
///
/// # Errors
/// Those of [`concatenate`].
pub fn append(array: &Array, values: &Array, axis: Option<isize>) -> Result<Array> {
    let dtypes = [array.dtype(), values.dtype()];
    concatenate(&[array, values], axis, try_result_type(&dtypes, &[])?.unwrap_or(array.dtype()))
}

/// The array and axis that are edited: the raveled array without an axis.
fn edited(array: &Array, axis: Option<isize>) -> Result<(Array, usize, Order)> {
    let order = if array.is_f_contiguous() && !array.is_c_contiguous() { Order::F } else { Order::C };
    match axis {
        None if array.ndim() != 1 => Ok((ravel(array, Order::C)?, 0, order)),
        None => Ok((array.view(), 0, order)),
        Some(axis) => Ok((array.view(), normalize_axis(axis, array.ndim())?, order)),
    }
}

/// `array[:, …, mask]` with the mask along `axis`.
fn kept(array: &Array, axis: usize, flags: Vec<Bool>) -> Result<Array> {
    let items = at_axis(axis, Array::vector(flags));
    Ok(index::get(array, &items)?.into_array(array.dtype()))
}

fn at_axis(axis: usize, indices: Array) -> Vec<IndexItem> {
    let mut items = vec![IndexItem::ALL; axis];
    items.push(IndexItem::Array(indices));
    items
}

/// `np.delete(array, places, axis)`.
///
/// # Errors
/// [`Error::Axis`]; `IndexError` for a place that there is not; `ValueError` for flags of another length;
/// those of [`Array::zeros`].
pub fn delete(array: &Array, places: &Places, axis: Option<isize>) -> Result<Array> {
    let (array, axis, order) = edited(array, axis)?;
    let length = array.shape()[axis];
    let one = |index: i64| -> Result<usize> {
        let wrapped = if index < 0 { index + length as i64 } else { index };
        usize::try_from(wrapped).ok().filter(|&place| place < length).ok_or_else(|| out_of_bounds(index, axis, length))
    };
    let mut gone = vec![false; length];
    match places {
        Places::Index(index) => return without_run(&array, axis, one(*index as i64)?, 1, order),
        Places::Slice { start, stop, step } => {
            let (first, count) = slice_bounds(length, *start, *stop, *step);
            if step.unsigned_abs() == 1 || count < 2 {
                let first = if *step < 0 && count > 0 { first + 1 - count } else { first };
                return without_run(&array, axis, first, count, order);
            }
            for i in 0..count as isize {
                gone[(first as isize + i * step) as usize] = true;
            }
            let kept = kept(&array, axis, gone.iter().map(|&gone| Bool::from(!gone)).collect())?;
            let made = Array::zeros(kept.shape(), kept.dtype(), order)?;
            made.assign(&kept)?;
            return Ok(made);
        }
        Places::Array(indices) if indices.dtype() == DType::Bool => {
            if indices.shape() != [length] {
                return Err(Error::value(format!(
                    "boolean array argument obj to delete must be one dimensional and match the axis length of {length}"
                )));
            }
            gone = indices.to_vec::<Bool>()?.iter().map(|flag| flag.get()).collect();
        }
        Places::Array(indices) if indices.size() == 1 && indices.dtype().is_integer() => {
            return without_run(&array, axis, one(indices.to_vec::<i64>()?[0])?, 1, order);
        }
        Places::Array(indices) if indices.dtype().is_integer() => {
            for index in indices.to_vec::<i64>()? {
                // The error is that of indexing the flags, whose only axis is 0.
                let wrapped = if index < 0 { index + length as i64 } else { index };
                let place = usize::try_from(wrapped).ok().filter(|&place| place < length);
                gone[place.ok_or_else(|| out_of_bounds(index, 0, length))?] = true;
            }
        }
        Places::Array(_) => {
            return Err(Error::index("arrays used as indices must be of integer (or boolean) type"));
        }
    }
    kept(&array, axis, gone.iter().map(|&gone| Bool::from(!gone)).collect())
}

/// A copy without `count` places from `first` on.
fn without_run(array: &Array, axis: usize, first: usize, count: usize, order: Order) -> Result<Array> {
    let length = array.shape()[axis];
    let mut shape = Shape::from_slice(array.shape());
    shape[axis] = length - count;
    let made = Array::zeros(&shape, array.dtype(), order)?;
    along(&made, axis, 0, first).assign(&along(array, axis, 0, first))?;
    let rest = length - count - first;
    along(&made, axis, first, rest).assign(&along(array, axis, first + count, rest))?;
    Ok(made)
}

/// `np.insert(array, places, values, axis)`: values before each place, converted to the array's dtype.
///
/// # Errors
/// [`Error::Axis`]; `IndexError` for a place that there is not; `ValueError` for values that do not fit
/// the gap; those of [`Array::zeros`].
pub fn insert(array: &Array, places: &Places, values: &Array, axis: Option<isize>) -> Result<Array> {
    let (array, axis, order) = edited(array, axis)?;
    let length = array.shape()[axis];
    let (indices, scalar) = match places {
        Places::Index(index) => (vec![*index as i64], true),
        Places::Slice { start, stop, step } => {
            let (first, count) = slice_bounds(length, *start, *stop, *step);
            ((0..count as i64).map(|i| first as i64 + i * *step as i64).collect(), false)
        }
        Places::Array(flags) if flags.dtype() == DType::Bool => {
            if flags.ndim() != 1 {
                return Err(Error::value("boolean array argument obj to insert must be one dimensional"));
            }
            let [positions] = mask::nonzero(flags)?.try_into().expect("a vector has one axis");
            (positions.to_vec::<i64>()?, false)
        }
        Places::Array(indices) if indices.ndim() > 1 => {
            return Err(Error::value("index array argument obj to insert must be one dimensional or scalar"));
        }
        Places::Array(indices) if indices.size() > 0 && !indices.dtype().is_integer() => {
            return Err(Error::index("arrays used as indices must be of integer (or boolean) type"));
        }
        Places::Array(indices) => (indices.to_vec::<i64>()?, indices.ndim() == 0),
    };
    if let [index] = indices[..] {
        let wrapped = if index < 0 { index + length as i64 } else { index };
        let place = usize::try_from(wrapped).ok().filter(|&place| place <= length).ok_or_else(|| {
            let written = match places {
                Places::Index(_) => index.to_string(),
                Places::Array(indices) if indices.ndim() == 0 => index.to_string(),
                _ => format!("[{index}]"),
            };
            Error::index(format!("index {written} is out of bounds for axis {axis} with size {length}"))
        })?;
        let values = with_leading_axes(&values.astype(array.dtype(), Order::K)?, array.ndim())?;
        let values = if scalar { moveaxis(&values, &[0], &[axis as isize])? } else { values };
        let added = values.shape()[axis];
        let made = widened(&array, axis, added, order)?;
        along(&made, axis, 0, place).assign(&along(&array, axis, 0, place))?;
        along(&made, axis, place, added).assign(&values)?;
        let rest = length - place;
        along(&made, axis, place + added, rest).assign(&along(&array, axis, place, rest))?;
        return Ok(made);
    }
    // Each place moves by as many as are inserted before it; equal places keep their order.
    let mut order_of: Vec<usize> = (0..indices.len()).collect();
    let wrapped: Vec<i64> =
        indices.iter().map(|&index| if index < 0 { index + length as i64 } else { index }).collect();
    order_of.sort_by_key(|&i| wrapped[i]);
    let mut moved = wrapped.clone();
    for (before, &i) in order_of.iter().enumerate() {
        moved[i] += before as i64;
    }
    let made = widened(&array, axis, moved.len(), order)?;
    let total = made.shape()[axis];
    let mut old = vec![Bool::from(true); total];
    for &index in &moved {
        // NumPy's error is that of indexing the flags, whose only axis is 0; negative ones wrap once more.
        let place = if index < 0 { index + total as i64 } else { index };
        *usize::try_from(place)
            .ok()
            .and_then(|place| old.get_mut(place))
            .ok_or_else(|| out_of_bounds(index, 0, total))? = Bool::from(false);
    }
    index::set(&made, &at_axis(axis, Array::vector(moved)), values)?;
    index::set(&made, &at_axis(axis, Array::vector(old)), &array)?;
    Ok(made)
}

fn widened(array: &Array, axis: usize, added: usize, order: Order) -> Result<Array> {
    let mut shape = Shape::from_slice(array.shape());
    shape[axis] = shape[axis].checked_add(added).ok_or(Error::TooBig)?;
    Array::zeros(&shape, array.dtype(), order)
}
