//! Matrices of a known pattern, and the diagonals of others.

use half::f16;
use num_complex::{Complex32, Complex64};

use super::super::array::{Array, Order};
use super::super::cast::CastFrom;
use super::super::dtype::{DType, Element};
use super::super::error::{Error, Result};
use super::super::scalar::Scalar;
use super::super::shape::{Shape, normalize_axis};
use super::super::strides::Strides;
use super::super::ufunc::{axis_order, iteration_strides};
use crate::with_dtype;

/// `np.eye(rows, columns, k, dtype, order)`: ones on the `k`-th diagonal.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn eye(rows: usize, columns: usize, k: isize, dtype: DType, order: Order) -> Result<Array> {
    let made = Array::zeros(&[rows, columns], dtype, order)?;
    if dtype == DType::Object {
        made.fill(Scalar::Int(0))?;
    }
    diagonal_view(&made, k, 0, 1).fill(Scalar::Int(1))?;
    Ok(made)
}

/// `np.identity(n, dtype)`.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn identity(n: usize, dtype: DType) -> Result<Array> {
    eye(n, n, 0, dtype, Order::C)
}

/// `np.diag(v, k)`: a matrix with the vector on its `k`-th diagonal, or the read-only view of a matrix's.
///
/// # Errors
/// `ValueError` for other numbers of axes; those of [`Array::zeros`].
pub fn diag(v: &Array, k: isize) -> Result<Array> {
    match v.ndim() {
        1 => {
            let n = v.size().checked_add(k.unsigned_abs()).ok_or(Error::TooBig)?;
            let made = Array::zeros(&[n, n], v.dtype(), Order::C)?;
            if v.dtype() == DType::Object {
                made.fill(Scalar::Int(0))?;
            }
            diagonal_view(&made, k, 0, 1).assign(v)?;
            Ok(made)
        }
        2 => diagonal(v, k, 0, 1),
        _ => Err(Error::value("Input must be 1- or 2-d.")),
    }
}

/// `np.diagflat(v, k)`: [`diag`] of the raveled elements.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn diagflat(v: &Array, k: isize) -> Result<Array> {
    diag(&super::super::manip::reshape::ravel(v, Order::C)?, k)
}

/// `array.diagonal(offset, axis1, axis2)`: a read-only view, the diagonal as last axis.
///
/// # Errors
/// `ValueError` with fewer than two axes or one axis named twice; [`Error::Axis`].
pub fn diagonal(array: &Array, offset: isize, axis1: isize, axis2: isize) -> Result<Array> {
    if array.ndim() < 2 {
        return Err(Error::value("diag requires an array of at least two dimensions"));
    }
    let named = |axis: isize, name: &str| {
        normalize_axis(axis, array.ndim()).map_err(|error| Error::new(error.kind(), format!("{name}: {error}")))
    };
    let (axis1, axis2) = (named(axis1, "axis1")?, named(axis2, "axis2")?);
    if axis1 == axis2 {
        return Err(Error::value("axis1 and axis2 cannot be the same"));
    }
    let mut view = diagonal_view(array, offset, axis1, axis2);
    view.set_writeable(false)?;
    Ok(view)
}

/// The diagonal as a view that may be written. Preconditions: two different axes of the array.
pub(in crate::nd) fn diagonal_view(array: &Array, offset: isize, axis1: usize, axis2: usize) -> Array {
    let (rows, columns) = (array.shape()[axis1], array.shape()[axis2]);
    let (row_step, column_step) = (array.strides()[axis1], array.strides()[axis2]);
    let skipped = offset.unsigned_abs();
    let (length, start) = if offset >= 0 {
        (rows.min(columns.saturating_sub(skipped)), column_step)
    } else {
        (columns.min(rows.saturating_sub(skipped)), row_step)
    };
    let shift = if length == 0 { 0 } else { start * skipped as isize };
    let kept = || (0..array.ndim()).filter(|&axis| axis != axis1 && axis != axis2);
    let mut shape: Shape = kept().map(|axis| array.shape()[axis]).collect();
    let mut strides: Strides = kept().map(|axis| array.strides()[axis]).collect();
    shape.push(length);
    strides.push(row_step + column_step);
    array.with_geometry(shape, strides, array.offset().wrapping_add_signed(shift))
}

/// `np.tri(rows, columns, k, dtype)`: ones at and below the `k`-th diagonal.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn tri(rows: usize, columns: usize, k: isize, dtype: DType) -> Result<Array> {
    let made = Array::zeros(&[rows, columns], dtype, Order::C)?;
    with_dtype!(dtype, T => {
        let one = T::from_scalar(Scalar::Int(1));
        let out = made.cells::<T>()?;
        for (row, cells) in out.data.chunks_exact(columns.max(1)).take(rows).enumerate() {
            let ones = (row as isize).saturating_add(k).saturating_add(1).clamp(0, columns as isize) as usize;
            cells[..ones].iter().for_each(|cell| cell.set(one));
        }
    });
    Ok(made)
}

/// `np.tril(array, k)`: a copy, zero above the `k`-th diagonal of the last two axes.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn tril(array: &Array, k: isize) -> Result<Array> {
    triangle(array, |row, columns| (0, row.saturating_add(k).saturating_add(1).clamp(0, columns) as usize))
}

/// `np.triu(array, k)`: a copy, zero below the `k`-th diagonal of the last two axes.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn triu(array: &Array, k: isize) -> Result<Array> {
    triangle(array, |row, columns| (row.saturating_add(k).clamp(0, columns) as usize, columns as usize))
}

/// The columns that `kept` names of each row, the rest zero. A vector counts as each row of a square.
fn triangle(array: &Array, kept: impl Fn(isize, isize) -> (usize, usize)) -> Result<Array> {
    let matrix = match array.ndim() {
        0 => return Err(Error::type_error("tri() missing 1 required positional argument: 'N'")),
        1 => array.broadcast_to(&[array.size(), array.size()])?,
        _ => array.view(),
    };
    // Laid out as `where` of a C-ordered condition on the last two axes and the matrix would be.
    let ndim = matrix.ndim();
    let mut condition: Strides = smallvec::smallvec![0; ndim];
    condition[ndim - 2] = matrix.shape()[ndim - 1] as isize;
    condition[ndim - 1] = 1;
    let order = axis_order(ndim, &[&condition, &iteration_strides(&matrix)]);
    let made = Array::zeros_in_order(matrix.shape(), &order, array.dtype())?;
    let rows = matrix.shape()[matrix.ndim() - 2];
    let columns = matrix.shape()[matrix.ndim() - 1];
    for row in 0..rows {
        let (from, to) = kept(row as isize, columns as isize);
        if from < to {
            part(&made, row, from, to).assign(&part(&matrix, row, from, to))?;
        }
    }
    Ok(made)
}

/// Columns `from..to` of one row of the last two axes.
fn part(array: &Array, row: usize, from: usize, to: usize) -> Array {
    let (row_axis, column_axis) = (array.ndim() - 2, array.ndim() - 1);
    let (mut shape, strides) = (Shape::from_slice(array.shape()), Strides::from_slice(array.strides()));
    let shift = row as isize * strides[row_axis] + from as isize * strides[column_axis];
    shape[row_axis] = 1;
    shape[column_axis] = to - from;
    if shape.contains(&0) {
        return array.with_geometry(shape, strides, array.offset());
    }
    array.with_geometry(shape, strides, array.offset().wrapping_add_signed(shift))
}

/// `np.vander(x, columns, increasing)` in `dtype`, which is `promote_types(x.dtype, int)`: powers of each
/// element, the highest first unless `increasing`.
///
/// # Errors
/// `ValueError` unless `x` is a vector; those of [`Array::zeros`].
pub fn vander(x: &Array, columns: usize, increasing: bool, dtype: DType) -> Result<Array> {
    if x.ndim() != 1 {
        return Err(Error::value("x must be a one-dimensional array or sequence."));
    }
    let made = Array::zeros(&[x.size(), columns], dtype, Order::C)?;
    let x = x.astype(dtype, Order::C)?;
    macro_rules! fill {
        ($($T:ty => $multiply:expr),*) => {
            match dtype {
                $(d if d == <$T>::DTYPE => powers::<$T>(&made, &x, increasing, $multiply)?,)*
                other => return Err(Error::type_error(format!("vander has no powers of dtype {other}"))),
            }
        };
    }
    fill!(i8 => i8::wrapping_mul, i16 => i16::wrapping_mul, i32 => i32::wrapping_mul, i64 => i64::wrapping_mul,
        u8 => u8::wrapping_mul, u16 => u16::wrapping_mul, u32 => u32::wrapping_mul, u64 => u64::wrapping_mul,
        f16 => |a, b| a * b, f32 => |a, b| a * b, f64 => |a, b| a * b, Complex32 => |a, b| a * b,
        Complex64 => |a, b| a * b);
    Ok(made)
}

fn powers<T: Element + CastFrom<i64>>(
    made: &Array,
    x: &Array,
    increasing: bool,
    multiply: impl Fn(T, T) -> T,
) -> Result<()> {
    let columns = made.shape()[1];
    let (bases, out) = (x.src::<T>(), made.cells::<T>()?);
    for (row, base) in out.data.chunks_exact(columns.max(1)).zip(bases.data) {
        let mut power = T::cast_from(1i64);
        for column in 0..columns {
            if column > 0 {
                power = if column == 1 { base.get() } else { multiply(power, base.get()) };
            }
            row[if increasing { column } else { columns - 1 - column }].set(power);
        }
    }
    Ok(())
}

/// `np.tril_indices(rows, k, columns)`: the positions of `tri`'s ones, row by row.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn tril_indices(rows: usize, k: isize, columns: usize) -> Result<Vec<Array>> {
    packed(&tri(rows, columns, k, DType::Bool)?)
}

/// `np.triu_indices(rows, k, columns)`: the positions at and above the `k`-th diagonal.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn triu_indices(rows: usize, k: isize, columns: usize) -> Result<Vec<Array>> {
    let mask = Array::full(&[rows, columns], Scalar::Bool(true), DType::Bool, Order::C)?;
    packed(&triu(&mask, k)?)
}

/// The positions of a mask's true elements, an array of its own for each axis.
fn packed(mask: &Array) -> Result<Vec<Array>> {
    super::super::fancy::mask::nonzero(mask)?.iter().map(|axis| axis.copy(Order::C)).collect()
}
