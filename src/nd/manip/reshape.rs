//! `reshape`, `ravel`, `flatten`: another shape for the same elements, as a view where there is one.

use super::super::array::{Array, Order};
use super::super::error::{Error, Result};
use super::super::shape::{MAX_NDIM, Shape};
use super::super::strides::{Strides, c_strides, f_strides, is_c_contiguous, memory_order};
use super::super::ufunc::{axis_order, iteration_strides};

/// `array.reshape(shape, order=, copy=)`. A negative length, of which there may be one, is worked out.
///
/// `copy`: `None` makes a view where one exists, `Some(true)` always a copy, `Some(false)` never.
///
/// # Errors
/// [`Error::Reshape`] when the sizes differ; `ValueError` for two unknown lengths, `order="K"`, or a copy
/// that was forbidden; those of [`Array::zeros`].
pub fn reshape(array: &Array, shape: &[isize], order: Order, copy: Option<bool>) -> Result<Array> {
    let order = match order {
        Order::K => return Err(Error::value("order 'K' is not permitted for reshaping")),
        Order::A if array.is_f_contiguous() && !array.is_c_contiguous() => Order::F,
        Order::A => Order::C,
        given => given,
    };
    let unchanged = shape.len() == array.ndim()
        && shape.iter().zip(array.shape()).all(|(&asked, &length)| usize::try_from(asked) == Ok(length));
    if unchanged && copy != Some(true) {
        return Ok(array.view());
    }
    let shape = known_shape(array.size(), shape)?;
    let contiguous = match order {
        Order::F => array.is_f_contiguous(),
        _ => array.is_c_contiguous(),
    };
    let laid_out = || match order {
        Order::F => f_strides(&shape, array.itemsize()),
        _ => c_strides(&shape, array.itemsize()),
    };
    if copy != Some(true) {
        let strides = if contiguous {
            Some(laid_out())
        } else {
            view_strides(array.shape(), array.strides(), &shape, array.itemsize(), order)
        };
        if let Some(strides) = strides {
            return Ok(array.with_geometry(shape, strides, array.offset()));
        }
        if copy == Some(false) {
            return Err(Error::value("Unable to avoid creating a copy while reshaping."));
        }
    }
    let copied = array.copy(order)?;
    let strides = laid_out();
    Ok(copied.with_geometry(shape, strides, copied.offset()))
}

/// As [`reshape`] in C order to lengths that are all known.
///
/// # Errors
/// As [`reshape`].
pub fn reshape_to(array: &Array, shape: &[usize]) -> Result<Array> {
    let asked: Vec<isize> = shape.iter().map(|&length| length as isize).collect();
    reshape(array, &asked, Order::C, None)
}

/// `array.ravel(order)`: one-dimensional, a view when the elements already lie in that order.
///
/// # Errors
/// Those of [`Array::zeros`], when it copies.
pub fn ravel(array: &Array, order: Order) -> Result<Array> {
    let order = match order {
        Order::A if array.is_f_contiguous() && !array.is_c_contiguous() => Order::F,
        Order::A => Order::C,
        Order::K if array.is_c_contiguous() => Order::C,
        Order::K if array.is_f_contiguous() => Order::F,
        given => given,
    };
    let lies_in_order = match order {
        Order::C | Order::A => array.is_c_contiguous(),
        Order::F => array.is_f_contiguous(),
        Order::K => {
            let axes = memory_order(array.strides());
            let shape: Shape = axes.iter().map(|&axis| array.shape()[axis]).collect();
            let strides: Strides = axes.iter().map(|&axis| array.strides()[axis]).collect();
            is_c_contiguous(&shape, &strides, array.itemsize())
        }
    };
    if lies_in_order {
        let strides = smallvec::smallvec![array.itemsize() as isize];
        return Ok(array.with_geometry(smallvec::smallvec![array.size()], strides, array.offset()));
    }
    flatten(array, order)
}

/// `array.flatten(order)`: one-dimensional, always a copy.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn flatten(array: &Array, order: Order) -> Result<Array> {
    let axes: smallvec::SmallVec<[usize; 6]> = match order {
        Order::F => (0..array.ndim()).rev().collect(),
        Order::A if array.is_f_contiguous() && !array.is_c_contiguous() => (0..array.ndim()).rev().collect(),
        Order::C | Order::A => (0..array.ndim()).collect(),
        Order::K => axis_order(array.ndim(), &[&iteration_strides(array)]),
    };
    let shape: Shape = axes.iter().map(|&axis| array.shape()[axis]).collect();
    let strides: Strides = axes.iter().map(|&axis| array.strides()[axis]).collect();
    let made = Array::zeros(&[array.size()], array.dtype(), Order::C)?;
    let folded_strides = c_strides(&shape, array.itemsize());
    made.with_geometry(shape.clone(), folded_strides, 0).assign(&array.with_geometry(
        shape,
        strides,
        array.offset(),
    ))?;
    Ok(made)
}

/// The lengths asked for, the unknown one worked out.
fn known_shape(size: usize, asked: &[isize]) -> Result<Shape> {
    if asked.len() > MAX_NDIM {
        return Err(Error::value(format!(
            "maximum supported dimension for an ndarray is currently {MAX_NDIM}, found {}",
            asked.len()
        )));
    }
    let mismatch = || Error::Reshape { size, shape: asked.to_vec() };
    let mut unknown = None;
    let mut known = Some(1usize);
    for (axis, &length) in asked.iter().enumerate() {
        match usize::try_from(length) {
            Ok(length) => known = known.and_then(|product| product.checked_mul(length)),
            Err(_) if unknown.replace(axis).is_some() => {
                return Err(Error::value("can only specify one unknown dimension"));
            }
            Err(_) => {}
        }
    }
    let mut shape: Shape = asked.iter().map(|&length| usize::try_from(length).unwrap_or(0)).collect();
    let known = known.ok_or_else(mismatch)?;
    match unknown {
        Some(axis) if known > 0 && size % known == 0 => shape[axis] = size / known,
        None if known == size => {}
        _ => return Err(mismatch()),
    }
    Ok(shape)
}

/// The strides that read the elements, taken in `order` (C or F), as `target`; `None` when no strides do.
///
/// Preconditions: **1** both shapes hold as many elements; **2** there is at least one element.
///
/// Axes of length one do not matter. The others fall into the smallest groups of neighbouring old and
/// new axes that hold as many elements; a group of old axes must be one run of even steps, and the new
/// axes of the group divide that run.
fn view_strides(
    shape: &[usize],
    strides: &[isize],
    target: &[usize],
    itemsize: usize,
    order: Order,
) -> Option<Strides> {
    let old: Vec<(usize, isize)> =
        shape.iter().copied().zip(strides.iter().copied()).filter(|axis| axis.0 != 1).collect();
    let mut made: Strides = smallvec::smallvec![0; target.len()];
    let (mut old_at, mut new_at) = (0, 0);
    while new_at < target.len() && old_at < old.len() {
        let (mut old_end, mut new_end) = (old_at + 1, new_at + 1);
        let (mut old_count, mut new_count) = (old[old_at].0, target[new_at]);
        while old_count != new_count {
            // By 1 the smaller side still has axes to take.
            if new_count < old_count {
                new_count *= target[new_end];
                new_end += 1;
            } else {
                old_count *= old[old_end].0;
                old_end += 1;
            }
        }
        let group = &old[old_at..old_end];
        let even = group.windows(2).all(|pair| match order {
            Order::F => pair[1].1 == pair[0].0 as isize * pair[0].1,
            _ => pair[0].1 == pair[1].0 as isize * pair[1].1,
        });
        if !even {
            return None;
        }
        match order {
            Order::F => {
                let mut step = group[0].1;
                for axis in new_at..new_end {
                    made[axis] = step;
                    step *= target[axis] as isize;
                }
            }
            _ => {
                let mut step = group[group.len() - 1].1;
                for axis in (new_at..new_end).rev() {
                    made[axis] = step;
                    step *= target[axis] as isize;
                }
            }
        }
        (old_at, new_at) = (old_end, new_end);
    }
    // What is left of the new axes has length one.
    let last = match new_at.checked_sub(1) {
        Some(axis) if order == Order::F => made[axis] * target[axis] as isize,
        Some(axis) => made[axis],
        None => itemsize as isize,
    };
    made[new_at..].fill(last);
    Some(made)
}
