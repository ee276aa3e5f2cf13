//! `zeros_like`, `full_like`: an array that takes shape, dtype and layout from another one.

use super::super::array::{Array, Order};
use super::super::dtype::DType;
use super::super::error::Result;
use super::super::scalar::Scalar;

/// `np.zeros_like(prototype, dtype, order, shape=shape)`; `order` is `K` unless asked otherwise.
///
/// With a shape of another number of axes, `K` means C, as NumPy's does.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn zeros_like(prototype: &Array, dtype: Option<DType>, order: Order, shape: Option<&[usize]>) -> Result<Array> {
    let dtype = dtype.unwrap_or(prototype.dtype());
    let shape = shape.unwrap_or(prototype.shape());
    let fortran = prototype.is_f_contiguous() && !prototype.is_c_contiguous();
    match order {
        Order::K if shape == prototype.shape() => prototype.zeros_like(dtype),
        Order::K if fortran && shape.len() == prototype.ndim() => Array::zeros(shape, dtype, Order::F),
        Order::K if shape.len() == prototype.ndim() && shape.len() > 1 && !prototype.is_c_contiguous() => {
            Array::zeros_ordered_as(shape, prototype.strides(), dtype)
        }
        Order::A if fortran => Array::zeros(shape, dtype, Order::F),
        Order::F => Array::zeros(shape, dtype, Order::F),
        _ => Array::zeros(shape, dtype, Order::C),
    }
}

/// `np.full_like(prototype, value, …)`; otherwise as [`zeros_like`].
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn full_like(
    prototype: &Array,
    value: Scalar,
    dtype: Option<DType>,
    order: Order,
    shape: Option<&[usize]>,
) -> Result<Array> {
    let made = zeros_like(prototype, dtype, order, shape)?;
    made.fill(value)?;
    Ok(made)
}
