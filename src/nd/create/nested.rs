//! `np.array` of nested values: the shape they have together, and their elements in C order.
//!
//! Which dtype they promote to is `ufunc::promote`'s question.

use super::super::array::{Array, Order};
use super::super::dtype::DType;
use super::super::error::{Error, Result};
use super::super::index::{self, IndexItem};
use super::super::scalar::Scalar;
use super::super::shape::{MAX_NDIM, Shape, ShapeText};

/// A value, an array, or a sequence of such.
#[derive(Clone, Debug)]
pub enum Nested {
    /// One element.
    Scalar(Scalar),
    /// An array; its axes follow those of the sequences around it.
    Array(Array),
    /// A sequence.
    List(Vec<Nested>),
}

/// The shape of the array the values make.
///
/// # Errors
/// `ValueError` in NumPy's words when sequences at one depth differ in length or depth.
pub fn shape(values: &Nested) -> Result<Shape> {
    let mut shape = Shape::new();
    let mut first = values;
    loop {
        match first {
            Nested::List(items) => {
                if shape.len() == MAX_NDIM {
                    return Err(inhomogeneous(&shape));
                }
                shape.push(items.len());
                match items.first() {
                    Some(item) => first = item,
                    None => break,
                }
            }
            Nested::Array(array) => {
                shape.extend_from_slice(array.shape());
                break;
            }
            Nested::Scalar(_) => break,
        }
    }
    let agreed = agreed_depth(values, &shape);
    if agreed < shape.len() || deeper(values, shape.len()) {
        return Err(inhomogeneous(&shape[..agreed]));
    }
    Ok(shape)
}

fn inhomogeneous(shape: &[usize]) -> Error {
    Error::value(format!(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after {} dimensions. \
         The detected shape was {} + inhomogeneous part.",
        shape.len(),
        ShapeText::tuple(shape)
    ))
}

/// How many leading axes of `shape` every value has.
fn agreed_depth(values: &Nested, shape: &[usize]) -> usize {
    let Some((&length, inner)) = shape.split_first() else { return 0 };
    match values {
        Nested::Scalar(_) => 0,
        Nested::Array(array) => array.shape().iter().zip(shape).take_while(|(own, wanted)| own == wanted).count(),
        Nested::List(items) if items.len() != length => 0,
        Nested::List(items) => 1 + items.iter().map(|item| agreed_depth(item, inner)).min().unwrap_or(inner.len()),
    }
}

/// Whether some value has more than `depth` axes.
fn deeper(values: &Nested, depth: usize) -> bool {
    match values {
        Nested::Scalar(_) => false,
        Nested::Array(array) => array.ndim() > depth,
        Nested::List(items) => depth == 0 || items.iter().any(|item| deeper(item, depth - 1)),
    }
}

/// The array of the values, converted to `dtype`; `order` as in [`Array::zeros`].
///
/// # Errors
/// As [`shape`]; those of [`Array::zeros`].
pub fn array(values: &Nested, dtype: DType, order: Order) -> Result<Array> {
    if let Nested::Array(array) = values {
        return array.astype(dtype, order);
    }
    let made = Array::zeros(&shape(values)?, dtype, order)?;
    fill(&made, values)?;
    Ok(made)
}

fn fill(part: &Array, values: &Nested) -> Result<()> {
    match values {
        Nested::Scalar(value) => part.set_at(0, *value),
        Nested::Array(array) => part.assign(array),
        Nested::List(items) if part.ndim() == 1 && items.iter().all(|item| matches!(item, Nested::Scalar(_))) => {
            let step = part.strides()[0];
            for (i, item) in items.iter().enumerate() {
                if let Nested::Scalar(value) = item {
                    part.set_at(i as isize * step, *value)?;
                }
            }
            Ok(())
        }
        Nested::List(items) => {
            for (i, item) in items.iter().enumerate() {
                fill(&index::view(part, &[IndexItem::Int(i as isize)])?, item)?;
            }
            Ok(())
        }
    }
}
