//! Axes: their order, their number, their direction. Everything here is a view.

use smallvec::SmallVec;

use super::super::array::Array;
use super::super::broadcast::broadcast_shapes;
use super::super::error::{Error, ErrorKind, Result};
use super::super::index::{self, IndexItem};
use super::super::shape::{Shape, ShapeText, normalize_axis};
use super::super::strides::Strides;

/// Axes as numbers from 0, each within `ndim`.
pub type Axes = SmallVec<[usize; 6]>;

/// Several axes, each possibly negative, none twice: NumPy's `normalize_axis_tuple`.
///
/// # Errors
/// [`Error::Axis`], its sentence after `argument: ` when one is named; `ValueError` for a repeated axis.
pub fn normalize_axes(axes: &[isize], ndim: usize, argument: Option<&str>) -> Result<Axes> {
    let mut known = Axes::new();
    for &axis in axes {
        known.push(normalize_axis(axis, ndim).map_err(|error| prefixed(error, argument))?);
    }
    for (place, axis) in known.iter().enumerate() {
        if known[..place].contains(axis) {
            return Err(Error::value(match argument {
                Some(argument) => format!("repeated axis in `{argument}` argument"),
                None => "repeated axis".to_owned(),
            }));
        }
    }
    Ok(known)
}

fn prefixed(error: Error, argument: Option<&str>) -> Error {
    match argument {
        Some(argument) => Error::new(error.kind(), format!("{argument}: {error}")),
        None => error,
    }
}

/// A view with the axes in the order given, each named once.
fn permuted(array: &Array, axes: &[usize]) -> Array {
    let shape: Shape = axes.iter().map(|&axis| array.shape()[axis]).collect();
    let strides: Strides = axes.iter().map(|&axis| array.strides()[axis]).collect();
    array.with_geometry(shape, strides, array.offset())
}

/// `array.transpose(axes)`; without axes, in reverse.
///
/// # Errors
/// `ValueError` when not every axis is named once; [`Error::Axis`].
pub fn transpose(array: &Array, axes: Option<&[isize]>) -> Result<Array> {
    let Some(axes) = axes else { return Ok(array.reversed_axes()) };
    if axes.len() != array.ndim() {
        return Err(Error::value("axes don't match array"));
    }
    let mut known = Axes::new();
    for &axis in axes {
        let axis = normalize_axis(axis, array.ndim())?;
        if known.contains(&axis) {
            return Err(Error::value("repeated axis in transpose"));
        }
        known.push(axis);
    }
    Ok(permuted(array, &known))
}

/// `array.swapaxes(axis1, axis2)`.
///
/// # Errors
/// [`Error::Axis`].
pub fn swapaxes(array: &Array, axis1: isize, axis2: isize) -> Result<Array> {
    let first = normalize_axis(axis1, array.ndim()).map_err(|error| prefixed(error, Some("axis1")))?;
    let second = normalize_axis(axis2, array.ndim()).map_err(|error| prefixed(error, Some("axis2")))?;
    let mut axes: Axes = (0..array.ndim()).collect();
    axes.swap(first, second);
    Ok(permuted(array, &axes))
}

/// `np.moveaxis(array, source, destination)`.
///
/// # Errors
/// [`Error::Axis`]; `ValueError` when the two name different numbers of axes, or one twice.
pub fn moveaxis(array: &Array, source: &[isize], destination: &[isize]) -> Result<Array> {
    let source = normalize_axes(source, array.ndim(), Some("source"))?;
    let destination = normalize_axes(destination, array.ndim(), Some("destination"))?;
    if source.len() != destination.len() {
        return Err(Error::value("`source` and `destination` arguments must have the same number of elements"));
    }
    let mut order: Axes = (0..array.ndim()).filter(|axis| !source.contains(axis)).collect();
    let mut moves: SmallVec<[(usize, usize); 6]> = destination.into_iter().zip(source).collect();
    moves.sort_unstable();
    for (to, from) in moves {
        order.insert(to, from);
    }
    Ok(permuted(array, &order))
}

/// `np.rollaxis(array, axis, start)`: the axis moved to stand before `start`.
///
/// # Errors
/// [`Error::Axis`].
pub fn rollaxis(array: &Array, axis: isize, start: isize) -> Result<Array> {
    let ndim = array.ndim();
    let axis = normalize_axis(axis, ndim)?;
    let from_front = if start < 0 { start + ndim as isize } else { start };
    let mut start = usize::try_from(from_front).ok().filter(|&start| start <= ndim).ok_or_else(|| {
        Error::new(
            ErrorKind::Axis,
            format!("'start' arg requires -{ndim} <= start < {}, but {from_front} was passed in", ndim + 1),
        )
    })?;
    if axis < start {
        start -= 1;
    }
    let mut axes: Axes = (0..ndim).filter(|&other| other != axis).collect();
    axes.insert(start, axis);
    Ok(permuted(array, &axes))
}

/// `np.expand_dims(array, axis)`: new axes of length one, at these places of the result.
///
/// # Errors
/// [`Error::Axis`]; `ValueError` for a repeated axis.
pub fn expand_dims(array: &Array, axes: &[isize]) -> Result<Array> {
    let ndim = array.ndim() + axes.len();
    let new = normalize_axes(axes, ndim, None)?;
    let mut lengths = array.shape().iter();
    let shape: Vec<isize> = (0..ndim)
        .map(|axis| if new.contains(&axis) { 1 } else { lengths.next().map_or(1, |&length| length as isize) })
        .collect();
    super::reshape::reshape(array, &shape, super::super::Order::C, None)
}

/// `array.squeeze(axis)`: without axes of length one, all of them or those named.
///
/// # Errors
/// [`Error::Axis`]; `ValueError` for an axis of another length, or named twice.
pub fn squeeze(array: &Array, axes: Option<&[isize]>) -> Result<Array> {
    let dropped: Axes = match axes {
        None => (0..array.ndim()).filter(|&axis| array.shape()[axis] == 1).collect(),
        // NumPy lets axis 0 and -1 of a scalar pass.
        Some([0 | -1]) if array.ndim() == 0 => Axes::new(),
        Some(axes) => {
            let mut known = Axes::new();
            for &axis in axes {
                let axis = normalize_axis(axis, array.ndim())?;
                if known.contains(&axis) {
                    return Err(Error::value("duplicate value in 'axis'"));
                }
                known.push(axis);
            }
            if known.iter().any(|&axis| array.shape()[axis] != 1) {
                return Err(Error::value("cannot select an axis to squeeze out which has size not equal to one"));
            }
            known
        }
    };
    if dropped.is_empty() {
        return Ok(array.clone());
    }
    let kept: Axes = (0..array.ndim()).filter(|axis| !dropped.contains(axis)).collect();
    Ok(permuted(array, &kept))
}

/// `np.flip(array, axis)`: backwards along the axes named, or all.
///
/// # Errors
/// [`Error::Axis`]; `ValueError` for a repeated axis.
pub fn flip(array: &Array, axes: Option<&[isize]>) -> Result<Array> {
    let flipped: Axes = match axes {
        None => (0..array.ndim()).collect(),
        Some(axes) => normalize_axes(axes, array.ndim(), None)?,
    };
    let mut strides = Strides::from_slice(array.strides());
    let mut offset = array.offset() as isize;
    for axis in flipped {
        // An empty axis has no last element to start from.
        offset += strides[axis] * (array.shape()[axis] as isize - 1).max(0);
        strides[axis] = -strides[axis];
    }
    Ok(array.with_geometry(Shape::from_slice(array.shape()), strides, offset as usize))
}

/// `np.flipud(array)`.
///
/// # Errors
/// `ValueError` without an axis.
pub fn flipud(array: &Array) -> Result<Array> {
    if array.ndim() < 1 {
        return Err(Error::value("Input must be >= 1-d."));
    }
    flip(array, Some(&[0]))
}

/// `np.fliplr(array)`.
///
/// # Errors
/// `ValueError` with fewer than two axes.
pub fn fliplr(array: &Array) -> Result<Array> {
    if array.ndim() < 2 {
        return Err(Error::value("Input must be >= 2-d."));
    }
    flip(array, Some(&[1]))
}

/// `np.rot90(array, k, axes)`: `k` quarter turns from the first axis named towards the second.
///
/// # Errors
/// `ValueError` when `axes` are not two different axes of the array.
pub fn rot90(array: &Array, k: isize, axes: &[isize]) -> Result<Array> {
    let &[first, second] = axes else { return Err(Error::value("len(axes) must be 2.")) };
    let ndim = array.ndim() as isize;
    if first == second || (first - second).abs() == ndim {
        return Err(Error::value("Axes must be different."));
    }
    if [first, second].iter().any(|&axis| axis >= ndim || axis < -ndim) {
        return Err(Error::value(format!("Axes=({first}, {second}) out of range for array of ndim={ndim}.")));
    }
    let turned = || swapaxes(array, first, second);
    match k.rem_euclid(4) {
        0 => Ok(array.view()),
        1 => swapaxes(&flip(array, Some(&[second]))?, first, second),
        2 => flip(array, Some(&[first, second])),
        _ => flip(&turned()?, Some(&[second])),
    }
}

/// `np.atleast_1d`, `_2d` and `_3d`: as many axes as asked for, by NumPy's placing of the new ones.
///
/// # Errors
/// None for `ndim` up to 3, which is all that NumPy has.
pub fn atleast_nd(array: &Array, ndim: usize) -> Result<Array> {
    use IndexItem::NewAxis;
    const ALL: IndexItem = IndexItem::ALL;
    match (ndim, array.ndim()) {
        (1..=3, 0) => super::reshape::reshape_to(array, &[1, 1, 1][..ndim]),
        (2, 1) => index::view(array, &[NewAxis, ALL]),
        (3, 1) => index::view(array, &[NewAxis, ALL, NewAxis]),
        (3, 2) => index::view(array, &[ALL, ALL, NewAxis]),
        _ => Ok(array.clone()),
    }
}

/// A view with `ndim` axes at least, new ones in front: the `ndmin` of `np.array`.
///
/// # Errors
/// `ValueError` for more axes than an array may have.
pub fn with_leading_axes(array: &Array, ndim: usize) -> Result<Array> {
    let mut shape: Shape = smallvec::smallvec![1; ndim.saturating_sub(array.ndim())];
    if shape.is_empty() {
        return Ok(array.clone());
    }
    shape.extend_from_slice(array.shape());
    super::reshape::reshape_to(array, &shape)
}

/// `np.broadcast_to(array, shape)`: a read-only view.
///
/// # Errors
/// `ValueError` in the words of NumPy's function, which differ from those of an operator.
pub fn broadcast_to(array: &Array, shape: &[usize]) -> Result<Array> {
    let view = array.broadcast_to(shape).map_err(|error| match error {
        Error::BroadcastInto { from, .. } if from.len() > shape.len() => {
            Error::value("input operand has more dimensions than allowed by the axis remapping")
        }
        Error::BroadcastInto { from, into } => Error::value(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {}  and requested \
             shape {}",
            ShapeText::compact(&from),
            ShapeText::compact(&into)
        )),
        other => other,
    })?;
    // NumPy's iterator steps nowhere along an axis of length one.
    let strides = view.shape().iter().zip(view.strides()).map(|(&length, &step)| if length == 1 { 0 } else { step });
    let mut still = view.with_geometry(Shape::from_slice(shape), strides.collect(), view.offset());
    still.set_writeable(false)?;
    Ok(still)
}

/// `np.broadcast_shapes`, with the sentence of `np.broadcast`.
///
/// # Errors
/// `ValueError` naming the first pair of arguments that do not agree.
pub fn broadcast_shapes_of(shapes: &[&[usize]]) -> Result<Shape> {
    broadcast_shapes(shapes).map_err(|error| {
        for (second, shape) in shapes.iter().enumerate() {
            for (first, earlier) in shapes[..second].iter().enumerate() {
                if broadcast_shapes(&[earlier, shape]).is_err() {
                    return Error::value(format!(
                        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg \
                         {first} with shape {} and arg {second} with shape {}.",
                        ShapeText::tuple(earlier),
                        ShapeText::tuple(shape)
                    ));
                }
            }
        }
        error
    })
}

/// `np.broadcast_arrays`: views of one shape, an array that has it already as it is. They may be written,
/// though several of their elements are one; NumPy warns of that.
///
/// # Errors
/// As [`broadcast_shapes_of`].
pub fn broadcast_arrays(arrays: &[&Array]) -> Result<Vec<Array>> {
    let shapes: Vec<&[usize]> = arrays.iter().map(|array| array.shape()).collect();
    let shape = broadcast_shapes_of(&shapes)?;
    arrays
        .iter()
        .map(|array| {
            if array.shape() == shape.as_slice() {
                return Ok((*array).clone());
            }
            let mut view = array.broadcast_to(&shape)?;
            view.set_writeable(array.is_writeable())?;
            Ok(view)
        })
        .collect()
}
