//! In which order a loop takes axes, and how a large loop is cut into blocks. Geometry only.

use smallvec::SmallVec;

use crate::nd::array::Array;
use crate::nd::error::Result;
use crate::nd::shape::Shape;
use crate::nd::strides::Strides;

/// Elements that NumPy's buffers hold: sums over converted elements restart there.
pub const BUFFER_SIZE: usize = 8192;

/// Axes from the slowest to the fastest, as NumPy's iterator sorts them (`order="K"`): by the size of
/// the strides, operands that disagree leave C order. Strides are 0 where an operand is broadcast.
pub(crate) fn axis_order(ndim: usize, operands: &[&[isize]]) -> SmallVec<[usize; 6]> {
    // Fastest first, as NumPy keeps them; an insertion sort because "ambiguous" is not transitive.
    let mut sorted: SmallVec<[usize; 6]> = (0..ndim).rev().collect();
    for from in 1..ndim {
        let axis = sorted[from];
        let mut to = from;
        for position in (0..from).rev() {
            let other = sorted[position];
            let mut faster = None;
            for strides in operands {
                if strides[axis] != 0 && strides[other] != 0 {
                    if strides[other].unsigned_abs() <= strides[axis].unsigned_abs() {
                        faster = Some(false);
                    } else if faster.is_none() {
                        faster = Some(true);
                    }
                }
            }
            match faster {
                Some(true) => to = position,
                Some(false) => break,
                None => {}
            }
        }
        if to != from {
            sorted.remove(from);
            sorted.insert(to, axis);
        }
    }
    sorted.reverse();
    sorted
}

/// The array's strides with 0 on axes of length one, as NumPy's iterator sees them.
pub(crate) fn iteration_strides(array: &Array) -> Strides {
    array.shape().iter().zip(array.strides()).map(|(&length, &step)| if length == 1 { 0 } else { step }).collect()
}

/// The view whose axes are `axes` of `array`, in that order.
pub(crate) fn permuted(array: &Array, axes: &[usize]) -> Array {
    let shape = axes.iter().map(|&axis| array.shape()[axis]).collect();
    let strides = axes.iter().map(|&axis| array.strides()[axis]).collect();
    array.with_geometry(shape, strides, array.offset())
}

/// The part of `array` that starts at `starts` and has `lengths`.
pub(crate) fn block(array: &Array, starts: &[usize], lengths: &[usize]) -> Array {
    let step: isize = starts.iter().zip(array.strides()).map(|(&at, &step)| at as isize * step).sum();
    array.with_geometry(
        Shape::from_slice(lengths),
        Strides::from_slice(array.strides()),
        array.offset().wrapping_add_signed(step),
    )
}

/// Cuts `shape` into blocks of at most `limit` elements, whole in the fast axes, and visits them in
/// C order with their start and lengths.
pub(crate) fn for_each_block(
    shape: &[usize],
    limit: usize,
    mut visit: impl FnMut(&[usize], &[usize]) -> Result<()>,
) -> Result<()> {
    if shape.contains(&0) {
        return Ok(());
    }
    let mut inner = 1usize;
    let mut split = shape.len();
    while split > 0 && inner * shape[split - 1] <= limit {
        split -= 1;
        inner *= shape[split];
    }
    let mut starts: Shape = smallvec::smallvec![0; shape.len()];
    let mut lengths: Shape = Shape::from_slice(shape);
    if split == 0 {
        return visit(&starts, &lengths);
    }
    let cut = split - 1;
    let rows = (limit / inner).max(1);
    lengths[..split].fill(1);
    loop {
        for first in (0..shape[cut]).step_by(rows) {
            starts[cut] = first;
            lengths[cut] = rows.min(shape[cut] - first);
            visit(&starts, &lengths)?;
        }
        let mut axis = cut;
        loop {
            if axis == 0 {
                return Ok(());
            }
            axis -= 1;
            starts[axis] += 1;
            if starts[axis] < shape[axis] {
                break;
            }
            starts[axis] = 0;
        }
    }
}
