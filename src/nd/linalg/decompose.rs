//! Factorisations of stacks of square matrices: LU with partial pivoting (det, inv, solve) and Cholesky. In
//! double precision, real or complex; `float32` is computed in double precision and rounded once.
//!
//! Sources: Golub and Van Loan, "Matrix Computations", 3.4 (LU), 4.2 (Cholesky).

use num_complex::Complex64;

use super::field::Field;
use super::lu::{Lu, factor};
use crate::nd::array::{Array, Order};
use crate::nd::broadcast::broadcast_shapes;
use crate::nd::dtype::{DType, Kind};
use crate::nd::error::{Error, ErrorKind, Result};
use crate::nd::random::elementary;
use crate::nd::shape::Shape;

pub(super) fn linalg(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::LinAlg, message)
}

/// What an array of a dtype is factorised in, and what results are rounded to.
pub(super) fn result_dtype(dtype: DType) -> DType {
    match dtype {
        DType::Float32 | DType::Complex64 | DType::Complex128 => dtype,
        _ => DType::Float64,
    }
}

pub(super) fn check_stacked(array: &Array) -> Result<()> {
    if array.dtype() == DType::Float16 {
        return Err(Error::type_error("array type float16 is unsupported in linalg"));
    }
    if array.ndim() < 2 {
        return Err(linalg(format!(
            "{}-dimensional array given. Array must be at least two-dimensional",
            array.ndim()
        )));
    }
    Ok(())
}

pub(super) fn check_square(array: &Array) -> Result<usize> {
    check_stacked(array)?;
    let [rows, columns] = array.shape()[array.ndim() - 2..] else { unreachable!("two axes were checked") };
    if rows != columns {
        return Err(linalg("Last 2 dimensions of the array must be square"));
    }
    Ok(rows)
}

pub(super) fn finish<F: Field>(shape: &[usize], values: Vec<F>, dtype: DType) -> Result<Array> {
    let array = Array::from_vec(shape, values).expect("the shape has that many elements");
    if array.dtype() == dtype { Ok(array) } else { array.astype(dtype, Order::C) }
}

/// The sign of the determinant and the logarithm of its modulus: NumPy makes `det` itself from them.
fn sign_and_logarithm<F: Field>(lu: &Lu<F>) -> (F, f64) {
    let sign = lu.diagonal().fold(F::ONE, |sign, x| sign * (x / F::from_real(x.modulus())));
    let logarithm = lu.diagonal().fold(0.0, |sum, x| sum + elementary::log(x.modulus()));
    (if lu.odd { -sign } else { sign }, logarithm)
}

/// NumPy's `linalg.det`.
///
/// # Errors
/// A `LinAlgError` for matrices that are not square.
pub fn det(array: &Array) -> Result<Array> {
    let n = check_square(array)?;
    let stack = &array.shape()[..array.ndim() - 2];
    fn of<F: Field>(array: &Array, n: usize, stack: &[usize]) -> Result<Array> {
        let elements = array.to_vec::<F>()?;
        let values = (0..stack.iter().product())
            .map(|i| {
                let lu = factor(elements[i * n * n..][..n * n].to_vec(), n);
                if lu.singular {
                    return F::default();
                }
                let (sign, logarithm) = sign_and_logarithm(&lu);
                sign.times(elementary::exp(logarithm))
            })
            .collect();
        finish::<F>(stack, values, result_dtype(array.dtype()))
    }
    match array.dtype() {
        DType::Complex64 | DType::Complex128 => of::<Complex64>(array, n, stack),
        _ => of::<f64>(array, n, stack),
    }
}

/// NumPy's `linalg.slogdet`: sign and logarithm of the determinant's modulus.
///
/// # Errors
/// As [`det`].
pub fn slogdet(array: &Array) -> Result<(Array, Array)> {
    let n = check_square(array)?;
    let stack = &array.shape()[..array.ndim() - 2];
    fn of<F: Field>(array: &Array, n: usize, stack: &[usize]) -> Result<(Array, Array)> {
        let elements = array.to_vec::<F>()?;
        let (mut signs, mut logs) = (Vec::new(), Vec::new());
        for i in 0..stack.iter().product() {
            let lu = factor(elements[i * n * n..][..n * n].to_vec(), n);
            if lu.singular {
                signs.push(F::default());
                logs.push(f64::NEG_INFINITY);
                continue;
            }
            let (sign, logarithm) = sign_and_logarithm(&lu);
            signs.push(sign);
            logs.push(logarithm);
        }
        let dtype = result_dtype(array.dtype());
        let real = dtype.real();
        Ok((finish::<F>(stack, signs, dtype)?, finish::<f64>(stack, logs, real)?))
    }
    match array.dtype() {
        DType::Complex64 | DType::Complex128 => of::<Complex64>(array, n, stack),
        _ => of::<f64>(array, n, stack),
    }
}

/// NumPy's `linalg.inv`.
///
/// # Errors
/// A `LinAlgError` for matrices that are not square, or singular.
pub fn inv(array: &Array) -> Result<Array> {
    let n = check_square(array)?;
    let stack = &array.shape()[..array.ndim() - 2];
    fn of<F: Field>(array: &Array, n: usize, stack: &[usize]) -> Result<Array> {
        let elements = array.to_vec::<F>()?;
        let mut identity = vec![F::default(); n * n];
        (0..n).for_each(|k| identity[k * n + k] = F::ONE);
        let mut values = vec![F::default(); elements.len()];
        for i in 0..stack.iter().product() {
            let lu = factor(elements[i * n * n..][..n * n].to_vec(), n);
            if lu.singular {
                return Err(linalg("Singular matrix"));
            }
            if n > 0 {
                lu.solve(&identity, n, &mut values[i * n * n..][..n * n]);
            }
        }
        finish::<F>(array.shape(), values, result_dtype(array.dtype()))
    }
    match array.dtype() {
        DType::Complex64 | DType::Complex128 => of::<Complex64>(array, n, stack),
        _ => of::<f64>(array, n, stack),
    }
}

/// NumPy's `linalg.solve`: `x` with `a x = b`. `b` is one vector when it has one dimension, else matrices.
///
/// # Errors
/// A `LinAlgError` for matrices that are not square, or singular; a `ValueError` for sizes that differ.
pub fn solve(a: &Array, b: &Array) -> Result<Array> {
    let n = check_square(a)?;
    let vector = b.ndim() == 1;
    let (name, signature) = if vector { ("solve1", "(m,m),(m)->(m)") } else { ("solve", "(m,m),(m,n)->(m,n)") };
    if b.ndim() == 0 {
        return Err(Error::value(format!(
            "{name}: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature {signature} \
             requires 2)"
        )));
    }
    let b_core = if vector { 1 } else { 2 };
    let b_rows = b.shape()[b.ndim() - b_core];
    if b_rows != n {
        return Err(Error::value(format!(
            "{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} (size \
             {b_rows} is different from {n})"
        )));
    }
    let columns = if vector { 1 } else { b.shape()[b.ndim() - 1] };
    let stack = broadcast_shapes(&[&a.shape()[..a.ndim() - 2], &b.shape()[..b.ndim() - b_core]])?;
    let stretched = |array: &Array, core: usize| -> Result<Array> {
        let mut shape = stack.clone();
        shape.extend_from_slice(&array.shape()[array.ndim() - core..]);
        array.broadcast_to(&shape)
    };
    let (a, b) = (stretched(a, 2)?, stretched(b, b_core)?);
    fn of<F: Field>(a: &Array, b: &Array, n: usize, columns: usize, stack: &Shape) -> Result<Array> {
        let (matrices, sides) = (a.to_vec::<F>()?, b.to_vec::<F>()?);
        let mut values = vec![F::default(); sides.len()];
        let size = n * columns;
        for i in 0..stack.iter().product() {
            let lu = factor(matrices[i * n * n..][..n * n].to_vec(), n);
            if lu.singular {
                return Err(linalg("Singular matrix"));
            }
            if size > 0 {
                lu.solve(&sides[i * size..][..size], columns, &mut values[i * size..][..size]);
            }
        }
        let both = crate::nd::ufunc::promote_types(a.dtype(), b.dtype());
        finish::<F>(b.shape(), values, result_dtype(both))
    }
    if [&a, &b].iter().any(|operand| operand.dtype().kind() == Kind::Complex) {
        of::<Complex64>(&a, &b, n, columns, &stack)
    } else {
        of::<f64>(&a, &b, n, columns, &stack)
    }
}

/// NumPy's `linalg.cholesky`: the lower triangle `L` with `L Lᴴ = a`.
///
/// # Errors
/// A `LinAlgError` for matrices that are not square, or not positive definite.
pub fn cholesky(array: &Array) -> Result<Array> {
    let n = check_square(array)?;
    fn of<F: Field>(array: &Array, n: usize) -> Result<Array> {
        let mut elements = array.to_vec::<F>()?;
        for matrix in elements.chunks_exact_mut((n * n).max(1)) {
            for row in 0..n {
                for column in 0..=row {
                    let sum = (0..column).fold(matrix[row * n + column], |sum, k| {
                        sum - matrix[row * n + k] * matrix[column * n + k].conj()
                    });
                    if row == column {
                        let pivot = sum.real();
                        if pivot.is_nan() || pivot <= 0.0 {
                            return Err(linalg("Matrix is not positive definite"));
                        }
                        matrix[row * n + row] = F::from_real(pivot.sqrt());
                    } else {
                        matrix[row * n + column] = sum / matrix[column * n + column];
                    }
                }
                matrix[row * n + row + 1..(row + 1) * n].fill(F::default());
            }
        }
        finish::<F>(array.shape(), elements, result_dtype(array.dtype()))
    }
    match array.dtype() {
        DType::Complex64 | DType::Complex128 => of::<Complex64>(array, n),
        _ => of::<f64>(array, n),
    }
}
