//! The broadcasting rule, on shapes and strides alone.
//!
//! Source: NumPy user guide, "Broadcasting": shapes align from the right; two lengths agree when
//! they are equal or one of them is 1.

use super::error::{Error, Result};
use super::shape::Shape;
use super::strides::Strides;

/// The shape that the operands broadcast to.
///
/// # Errors
/// [`Error::Broadcast`] with every operand's shape, when an axis has two different lengths and
/// neither is 1.
pub fn broadcast_shapes(shapes: &[&[usize]]) -> Result<Shape> {
    let ndim = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    let mut result: Shape = smallvec::smallvec![1; ndim];
    for shape in shapes {
        let padding = ndim - shape.len();
        for (axis, &length) in shape.iter().enumerate() {
            let known = &mut result[padding + axis];
            if *known == 1 {
                *known = length;
            } else if length != 1 && length != *known {
                return Err(Error::Broadcast { shapes: shapes.iter().map(|s| Shape::from_slice(s)).collect() });
            }
        }
    }
    Ok(result)
}

/// The strides with which `shape` is read as `target`: 0 along every stretched or missing axis.
/// `None` when `shape` does not broadcast to `target`.
pub fn broadcast_strides(shape: &[usize], strides: &[isize], target: &[usize]) -> Option<Strides> {
    let padding = target.len().checked_sub(shape.len())?;
    let mut stretched: Strides = smallvec::smallvec![0; target.len()];
    for (axis, (&length, &stride)) in shape.iter().zip(strides).enumerate() {
        let wanted = target[padding + axis];
        if length == wanted {
            stretched[padding + axis] = if length == 1 { 0 } else { stride };
        } else if length != 1 {
            return None;
        }
    }
    Some(stretched)
}
