//! Flat positions and coordinates: `unravel_index` and `ravel_multi_index`.

use super::super::array::{Array, Order};
use super::super::broadcast::broadcast_shapes;
use super::super::dtype::DType;
use super::super::error::{Error, Result};
use super::super::shape::{Shape, element_count};
use super::super::strides::{Strides, c_strides};
use super::take::Mode;

/// Steps of each axis in elements, for flat positions counted in `order` (C or F).
fn steps(shape: &[usize], order: Order) -> Vec<usize> {
    let mut steps = vec![1; shape.len()];
    let mut step = 1usize;
    let axes: Vec<usize> =
        if order == Order::F { (0..shape.len()).collect() } else { (0..shape.len()).rev().collect() };
    for axis in axes {
        steps[axis] = step;
        step = step.wrapping_mul(shape[axis]);
    }
    steps
}

fn checked_size(shape: &[usize]) -> Result<usize> {
    element_count(shape)
        .map_err(|_| Error::value("invalid dims: array size defined by dims is larger than the maximum possible size."))
}

/// `np.unravel_index(indices, shape, order)`: one `int64` array of coordinates an axis, views of one block.
///
/// # Errors
/// `TypeError` for indices that are no integers; `ValueError` for a position that the shape does not have;
/// those of [`Array::zeros`].
pub fn unravel_index(indices: &Array, shape: &[usize], order: Order) -> Result<Vec<Array>> {
    if !indices.dtype().is_integer() {
        return Err(Error::type_error(if indices.size() == 0 {
            "indices must be integral: the provided empty sequence was inferred as float. Wrap it with \
             'np.array(indices, dtype=np.intp)'"
        } else {
            "only int indices permitted"
        }));
    }
    let size = checked_size(shape)?;
    let positions = indices.to_vec::<i64>()?;
    if shape.is_empty() && indices.ndim() > 0 {
        return Err(Error::value(match positions.iter().find(|&&position| position != 0) {
            Some(position) => format!("index {position} is out of bounds for array with size 1"),
            None => "multiple indices are not supported for 0d arrays".to_owned(),
        }));
    }
    let ndim = shape.len();
    let mut block = Shape::from_slice(indices.shape());
    block.push(ndim);
    let made = Array::zeros(&block, DType::Int64, Order::C)?;
    let steps = steps(shape, order);
    let out = made.cells::<i64>()?;
    for (i, &position) in positions.iter().enumerate() {
        let flat = usize::try_from(position)
            .ok()
            .filter(|&flat| flat < size)
            .ok_or_else(|| Error::value(format!("index {position} is out of bounds for array with size {size}")))?;
        for axis in 0..ndim {
            out.data[i * ndim + axis].set((flat / steps[axis] % shape[axis]) as i64);
        }
    }
    let coordinates = |axis: usize| {
        made.with_geometry(
            Shape::from_slice(indices.shape()),
            Strides::from_slice(&c_strides(&block, size_of::<i64>())[..indices.ndim()]),
            if made.size() == 0 { 0 } else { made.offset() + axis * size_of::<i64>() },
        )
    };
    Ok((0..ndim).map(coordinates).collect())
}

/// `np.ravel_multi_index(coordinates, shape, modes, order)`: the flat position of each point, `int64`.
/// One mode serves every axis, or there is one for each.
///
/// # Errors
/// `ValueError` for a number of coordinates or modes that is not the shape's, coordinates that do not
/// broadcast, and a point outside the shape; `TypeError` for coordinates that are no integers; those of
/// [`Array::zeros`].
pub fn ravel_multi_index(coordinates: &[&Array], shape: &[usize], modes: &[Mode], order: Order) -> Result<Array> {
    if coordinates.len() != shape.len() {
        return Err(Error::value(format!("parameter multi_index must be a sequence of length {}", shape.len())));
    }
    if modes.len() != 1 && modes.len() != shape.len() {
        return Err(Error::value(format!("mode must be a sequence of length {} or 1", shape.len())));
    }
    if coordinates.iter().any(|axis| !axis.dtype().is_integer()) {
        return Err(Error::type_error("only int indices permitted"));
    }
    checked_size(shape)?;
    let shapes: Vec<&[usize]> = coordinates.iter().map(|axis| axis.shape()).collect();
    let points = broadcast_shapes(&shapes)?;
    let together = coordinates.iter().map(|axis| axis.broadcast_to(&points)).collect::<Result<Vec<_>>>()?;
    let made = Array::zeros(&points, DType::Int64, Order::C)?;
    let out = made.cells::<i64>()?;
    for (axis, (coordinate, step)) in together.iter().zip(steps(shape, order)).enumerate() {
        let mode = modes[if modes.len() == 1 { 0 } else { axis }];
        let length = shape[axis] as i64;
        for (cell, position) in out.data.iter().zip(coordinate.to_vec::<i64>()?) {
            let place = match mode {
                Mode::Wrap if length > 0 => position.rem_euclid(length),
                Mode::Clip => position.clamp(0, (length - 1).max(0)),
                Mode::Raise | Mode::Wrap => position,
            };
            if place < 0 || place >= length {
                return Err(Error::value("invalid entry in coordinates array"));
            }
            cell.set(cell.get() + place * step as i64);
        }
    }
    Ok(made)
}
