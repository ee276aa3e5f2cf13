//! Factorisations of stacks of square matrices: LU with partial pivoting (det, inv, solve) and Cholesky. In
//! double precision, real or complex; `float32` is computed in double precision and rounded once.
//!
//! Sources: Golub and Van Loan, "Matrix Computations", 3.4 (LU), 4.2 (Cholesky).

use num_complex::Complex64;

use super::field::Field;
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

/// `P A = L U`, both triangles in `lu`, C order.
struct Lu<F> {
    n: usize,
    lu: Vec<F>,
    /// Row of the input that each row came from.
    rows: Vec<usize>,
    /// Whether an odd number of rows was exchanged.
    odd: bool,
    /// Whether a pivot is exactly zero.
    singular: bool,
}

fn factor<F: Field>(mut lu: Vec<F>, n: usize) -> Lu<F> {
    let mut rows: Vec<usize> = (0..n).collect();
    let (mut odd, mut singular) = (false, false);
    for k in 0..n {
        let mut pivot = k;
        for row in k + 1..n {
            if lu[row * n + k].size() > lu[pivot * n + k].size() {
                pivot = row;
            }
        }
        if lu[pivot * n + k].size() == 0.0 {
            singular = true;
            continue;
        }
        if pivot != k {
            odd = !odd;
            rows.swap(pivot, k);
            for column in 0..n {
                lu.swap(pivot * n + column, k * n + column);
            }
        }
        let (upper, lower) = lu.split_at_mut((k + 1) * n);
        let pivot_row = &upper[k * n..];
        let reciprocal = F::ONE / pivot_row[k];
        for row in lower.chunks_exact_mut(n) {
            let factor = row[k] * reciprocal;
            row[k] = factor;
            for (x, &above) in row[k + 1..].iter_mut().zip(&pivot_row[k + 1..]) {
                *x = *x - factor * above;
            }
        }
    }
    Lu { n, lu, rows, odd, singular }
}

impl<F: Field> Lu<F> {
    /// Solves for `columns` right-hand sides, `b` in C order, into `x`.
    fn solve(&self, b: &[F], columns: usize, x: &mut [F]) {
        let n = self.n;
        for (to, &from) in self.rows.iter().enumerate() {
            x[to * columns..][..columns].copy_from_slice(&b[from * columns..][..columns]);
        }
        for row in 0..n {
            let (done, rest) = x.split_at_mut(row * columns);
            for (k, solved) in done.chunks_exact(columns).enumerate() {
                let factor = self.lu[row * n + k];
                rest[..columns].iter_mut().zip(solved).for_each(|(x, &y)| *x = *x - factor * y);
            }
        }
        for row in (0..n).rev() {
            let (rest, done) = x.split_at_mut((row + 1) * columns);
            let current = &mut rest[row * columns..];
            for (k, solved) in done.chunks_exact(columns).enumerate() {
                let factor = self.lu[row * n + row + 1 + k];
                current.iter_mut().zip(solved).for_each(|(x, &y)| *x = *x - factor * y);
            }
            let pivot = self.lu[row * n + row];
            current.iter_mut().for_each(|x| *x = *x / pivot);
        }
    }

    fn diagonal(&self) -> impl Iterator<Item = F> + '_ {
        (0..self.n).map(|k| self.lu[k * self.n + k])
    }
}

pub(super) fn finish<F: Field>(shape: &[usize], values: Vec<F>, dtype: DType) -> Result<Array> {
    let array = Array::from_vec(shape, values).expect("the shape has that many elements");
    if array.dtype() == dtype { Ok(array) } else { array.astype(dtype, Order::C) }
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
                let product = lu.diagonal().fold(F::ONE, |product, x| product * x);
                if lu.odd { -product } else { product }
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
            let sign = lu.diagonal().fold(F::ONE, |sign, x| sign * (x / F::from_real(x.modulus())));
            signs.push(if lu.odd { -sign } else { sign });
            logs.push(lu.diagonal().map(|x| elementary::log(x.modulus())).sum());
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
