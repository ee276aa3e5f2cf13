//! Elements again: `repeat`, `tile`, `resize`; and `roll`, which turns them round.

use super::super::array::{Array, Order, allocated_bytes};
use super::super::buffer::copy_run;
use super::super::create::like::zeros_like;
use super::super::dtype::{DType, Element};
use super::super::error::{Error, Result};
use super::super::fancy::with_word;
use super::super::scalar::Scalar;
use super::super::shape::{Shape, normalize_axis};
use super::axes::with_leading_axes;
use super::join::along;
use super::reshape::{ravel, reshape, reshape_to};

/// `array.repeat(repeats, axis)`: each slice along the axis so many times; one number serves all. Without
/// an axis, of the raveled array.
///
/// # Errors
/// `ValueError` for a negative number, and for as many as the axis does not have; [`Error::Axis`]; those
/// of [`Array::zeros`].
pub fn repeat(array: &Array, repeats: &[isize], axis: Option<isize>) -> Result<Array> {
    let flat;
    let (array, axis) = match axis {
        Some(axis) if array.ndim() > 0 => (array, normalize_axis(axis, array.ndim())?),
        axis => {
            axis.map_or(Ok(0), |axis| normalize_axis(axis, 1))?;
            flat = ravel(array, Order::C)?;
            (&flat, 0)
        }
    };
    let length = array.shape()[axis];
    if repeats.len() != 1 && repeats.len() != length {
        return Err(Error::value(format!(
            "operands could not be broadcast together with shape ({length},) ({},)",
            repeats.len()
        )));
    }
    if matches!(repeats, [count] if *count < 0) {
        return Err(Error::NegativeDimension);
    }
    let mut counts = Vec::with_capacity(repeats.len());
    for &count in repeats {
        counts.push(usize::try_from(count).map_err(|_| Error::value("repeats may not contain negative values."))?);
    }
    let total = match counts[..] {
        [count] if repeats.len() == 1 => count.checked_mul(length),
        _ => counts.iter().try_fold(0usize, |sum, &count| sum.checked_add(count)),
    };
    let mut shape = Shape::from_slice(array.shape());
    shape[axis] = total.ok_or(Error::TooBig)?;
    let made = Array::zeros(&shape, array.dtype(), Order::C)?;
    let packed = array.to_c_contiguous()?;
    let row: usize = array.shape()[axis + 1..].iter().product();
    let words = array.dtype().words();
    with_word!(words.size, T => repeat_rows::<T>(&made, &packed, &counts, length, row * words.count))?;
    Ok(made)
}

fn repeat_rows<T: Element>(made: &Array, packed: &Array, counts: &[usize], length: usize, row: usize) -> Result<()> {
    let (from, to) = (packed.src::<T>(), made.cells::<T>()?);
    if made.size() == 0 || row == 0 {
        return Ok(());
    }
    let elements = &from.data[from.start as usize..][..packed.nbytes() / size_of::<T>()];
    let mut rows = to.data[to.start as usize..].chunks_exact(row);
    for (i, element) in elements.chunks_exact(row).enumerate() {
        let count = if counts.len() == 1 { counts[0] } else { counts[i % length] };
        for out in rows.by_ref().take(count) {
            if row == 1 {
                out[0].set(element[0].get());
            } else {
                copy_run(out, element);
            }
        }
    }
    Ok(())
}

/// `np.tile(array, times)`: copies beside each other along each axis.
///
/// # Errors
/// `ValueError` for a negative number; those of [`Array::zeros`].
pub fn tile(array: &Array, times: &[isize]) -> Result<Array> {
    if times.iter().all(|&count| count == 1) {
        return with_leading_axes(&array.copy(Order::K)?, times.len());
    }
    let whole = with_leading_axes(array, times.len())?;
    let mut all = vec![1; whole.ndim() - times.len()];
    all.extend_from_slice(times);
    let mut shape: Vec<isize> = Vec::new();
    for (&length, &count) in whole.shape().iter().zip(&all) {
        shape.push(isize::try_from(length).ok().and_then(|n| n.checked_mul(count)).ok_or(Error::TooBig)?);
    }
    let mut part = whole.size();
    let mut tiled = whole.clone();
    if part > 0 {
        for (&length, &count) in whole.shape().iter().zip(&all) {
            if count != 1 {
                let rows = [(tiled.size() / part) as isize, part as isize];
                let rows = reshape(&tiled, &rows, Order::C, None)?;
                tiled = repeat(&rows, &[count], Some(0))?;
            }
            part /= length;
        }
    }
    reshape(&tiled, &shape, Order::C, None)
}

/// `np.resize(array, shape)`: the elements in C order, again from the first when they run out.
///
/// # Errors
/// `ValueError` for a negative length; those of [`Array::zeros`].
pub fn resize(array: &Array, shape: &[isize]) -> Result<Array> {
    let mut lengths = Shape::new();
    for &length in shape {
        lengths.push(
            usize::try_from(length).map_err(|_| Error::value("all elements of `new_shape` must be non-negative"))?,
        );
    }
    allocated_bytes(&lengths, array.dtype())?;
    let size: usize = lengths.iter().product();
    let elements = ravel(array, Order::C)?;
    if size == 0 || elements.size() == 0 {
        return zeros_of(&lengths, array.dtype());
    }
    let made = Array::zeros(&[size], array.dtype(), Order::C)?;
    let mut start = 0;
    while start < size {
        let length = elements.size().min(size - start);
        along(&made, 0, start, length).assign(&along(&elements, 0, 0, length))?;
        start += length;
    }
    reshape_to(&made, &lengths)
}

/// Zeros of any dtype: of objects, the number 0.
fn zeros_of(shape: &[usize], dtype: DType) -> Result<Array> {
    let made = Array::zeros(shape, dtype, Order::C)?;
    if dtype == DType::Object && made.size() > 0 {
        made.assign(&Array::scalar(Scalar::Int(0), DType::Int64))?;
    }
    Ok(made)
}

/// `np.roll(array, shifts, axes)`: elements that leave an axis at one end come back at the other. One
/// number serves all axes; without axes, of the raveled array.
///
/// # Errors
/// [`Error::Axis`]; `ValueError` for shifts and axes of different numbers; those of [`Array::zeros`].
pub fn roll(array: &Array, shifts: &[isize], axes: Option<&[isize]>) -> Result<Array> {
    let Some(axes) = axes else {
        let rolled = roll(&ravel(array, Order::C)?, shifts, Some(&[0]))?;
        return reshape_to(&rolled, array.shape());
    };
    let count = match (shifts.len(), axes.len()) {
        (a, b) if a == b => a,
        (1, b) => b,
        (a, 1) => a,
        (a, b) => {
            return Err(Error::value(format!(
                "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape \
                 ({a},) and arg 1 with shape ({b},)."
            )));
        }
    };
    let mut offsets = vec![0isize; array.ndim()];
    let known = axes.iter().map(|&axis| normalize_axis(axis, array.ndim())).collect::<Result<Vec<_>>>()?;
    for i in 0..count {
        let shift = shifts[if shifts.len() == 1 { 0 } else { i }];
        let axis = known[if known.len() == 1 { 0 } else { i }];
        let length = array.shape()[axis].max(1) as isize;
        offsets[axis] = (offsets[axis] + shift.rem_euclid(length)).rem_euclid(length);
    }
    let made = zeros_like(array, None, Order::K, None)?;
    // Two pieces along each axis that moves; every combination of them is one block.
    let mut pieces = vec![(made.clone(), array.view())];
    for (axis, &offset) in offsets.iter().enumerate().filter(|(_, offset)| **offset != 0) {
        let (length, offset) = (array.shape()[axis], offset as usize);
        pieces = pieces
            .iter()
            .flat_map(|(to, from)| {
                [
                    (along(to, axis, offset, length - offset), along(from, axis, 0, length - offset)),
                    (along(to, axis, 0, offset), along(from, axis, length - offset, offset)),
                ]
            })
            .collect();
    }
    pieces.iter().try_for_each(|(to, from)| to.assign(from))?;
    Ok(made)
}
