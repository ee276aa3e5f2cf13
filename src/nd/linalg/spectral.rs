//! Factorisations of stacks of matrices: QR, singular values and vectors, eigenvalues and eigenvectors. In double
//! precision; `float32` is computed in double precision and rounded once. Each matrix goes to `reflect`, `singular`,
//! `hermitian` or `eigen`; here are shapes, dtypes and refusals.

use num_complex::Complex64;

use super::decompose::{check_square, check_stacked, finish, linalg, result_dtype};
use super::field::Field;
use super::matrix::Matrix;
use super::singular::Vectors;
use super::{eigen, hermitian, reflect, singular};
use crate::nd::array::{Array, Order};
use crate::nd::dtype::DType;
use crate::nd::error::{Error, Result};
use crate::nd::shape::Shape;

/// Rows and columns of the matrices of a stack, and the shape of the stack.
fn sizes(array: &Array) -> (usize, usize, &[usize]) {
    let (stack, core) = array.shape().split_at(array.ndim() - 2);
    (core[0], core[1], stack)
}

fn shaped(stack: &[usize], core: &[usize]) -> Shape {
    let mut shape = Shape::from_slice(stack);
    shape.extend_from_slice(core);
    shape
}

/// Refuses a result that does not fit in memory, with what is needed to compute it.
fn check_memory(shape: &[usize], dtype: DType) -> Result<()> {
    let bytes = shape.iter().try_fold(3 * size_of::<Complex64>(), |bytes, &length| bytes.checked_mul(length));
    let fits = bytes.is_some_and(|bytes| Vec::<u8>::new().try_reserve_exact(bytes).is_ok());
    if fits { Ok(()) } else { Err(Error::Memory { shape: Shape::from_slice(shape), dtype }) }
}

fn matrices<F: Field>(array: &Array) -> Result<Vec<Matrix<F>>> {
    let (rows, columns, stack) = sizes(array);
    let elements = array.to_vec::<F>()?;
    let size = rows * columns;
    Ok((0..stack.iter().product())
        .map(|i| Matrix::from_c_order(rows, columns, &elements[i * size..][..size]))
        .collect())
}

fn gather<'a, F: Field>(
    stack: &[usize],
    (rows, columns): (usize, usize),
    matrices: impl Iterator<Item = &'a Matrix<F>>,
    dtype: DType,
) -> Result<Array> {
    let mut elements = Vec::new();
    matrices.for_each(|matrix| matrix.extend_c_order(&mut elements));
    finish(&shaped(stack, &[rows, columns]), elements, dtype)
}

macro_rules! with_field {
    ($array:expr, $F:ident => $body:expr) => {
        if $array.dtype().kind() == crate::nd::dtype::Kind::Complex {
            type $F = Complex64;
            $body
        } else {
            type $F = f64;
            $body
        }
    };
}

/// What `linalg.qr` gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QrMode {
    /// `Q` with as many columns as rows or columns of the matrix, whichever are fewer, and `R`.
    Reduced,
    /// A square `Q`, and `R`.
    Complete,
    /// `R` alone (and an empty array).
    R,
    /// The reflections below `R`, transposed, and their factors.
    Raw,
}

/// NumPy's `linalg.qr`.
///
/// # Errors
/// A `LinAlgError` for fewer than two dimensions; those of [`Array::zeros`].
pub fn qr(array: &Array, mode: QrMode) -> Result<(Array, Array)> {
    check_stacked(array)?;
    let (m, n, stack) = sizes(array);
    let least = m.min(n);
    let dtype = result_dtype(array.dtype());
    let wide = if mode == QrMode::Complete { m } else { least };
    check_memory(&shaped(stack, &[m, wide]), dtype)?;
    with_field!(array, F => {
        let (mut left, mut right, mut factors) = (Vec::new(), Vec::new(), Vec::<F>::new());
        for matrix in matrices::<F>(array)? {
            let (reflections, mut r) = reflect::qr(matrix);
            match mode {
                QrMode::Raw => {
                    for (k, reflection) in reflections.iter().enumerate() {
                        r.column_mut(k)[k + 1..].copy_from_slice(&reflection.v[1..]);
                        factors.push(reflection.tau);
                    }
                    left.push(Matrix::from_fn(n, m, |i, j| r[(j, i)]));
                }
                QrMode::R => right.push(Matrix::from_fn(least, n, |i, j| r[(i, j)])),
                _ => {
                    left.push(reflect::product(&reflections, 0, m, wide));
                    right.push(Matrix::from_fn(wide, n, |i, j| r[(i, j)]));
                }
            }
        }
        match mode {
            QrMode::Raw => Ok((gather(stack, (n, m), left.iter(), dtype)?, finish(&shaped(stack, &[least]), factors, dtype)?)),
            QrMode::R => Ok((Array::zeros(&[0], dtype, Order::C)?, gather(stack, (least, n), right.iter(), dtype)?)),
            _ => Ok((gather(stack, (m, wide), left.iter(), dtype)?, gather(stack, (wide, n), right.iter(), dtype)?)),
        }
    })
}

/// NumPy's `linalg.svd`: `U`, the singular values, and `Vh`. Without vectors both matrices are empty.
///
/// # Errors
/// A `LinAlgError` for fewer than two dimensions and for lack of convergence; those of [`Array::zeros`].
pub fn svd(array: &Array, vectors: Vectors) -> Result<(Array, Array, Array)> {
    check_stacked(array)?;
    let (m, n, stack) = sizes(array);
    let least = m.min(n);
    let dtype = result_dtype(array.dtype());
    let (wide, high) = match vectors {
        Vectors::No => (0, 0),
        Vectors::Thin => (least, least),
        Vectors::Full => (m, n),
    };
    let (rows, columns) = if vectors == Vectors::No { (0, 0) } else { (m, n) };
    check_memory(&shaped(stack, &[rows, wide]), dtype)?;
    check_memory(&shaped(stack, &[high, columns]), dtype)?;
    with_field!(array, F => {
        let (mut left, mut values, mut right) = (Vec::new(), Vec::new(), Vec::new());
        for matrix in matrices::<F>(array)? {
            let found = singular::svd(&matrix, vectors, !F::REAL).ok_or_else(|| linalg("SVD did not converge"))?;
            left.push(found.u);
            values.extend(found.s);
            right.push(found.vh);
        }
        Ok((
            gather(stack, (rows, wide), left.iter(), dtype)?,
            finish(&shaped(stack, &[least]), values, dtype.real())?,
            gather(stack, (high, columns), right.iter(), dtype)?,
        ))
    })
}

/// Singular values of stacks of matrices, largest first: `linalg.svd(compute_uv=False)`.
///
/// # Errors
/// As [`svd`].
pub fn singular_values(array: &Array) -> Result<Array> {
    Ok(svd(array, Vectors::No)?.1)
}

/// NumPy's `linalg.eigh`: eigenvalues in ascending order, and eigenvectors in columns (an empty array unless asked
/// for), of what the lower or the upper triangle says.
///
/// # Errors
/// A `LinAlgError` for matrices that are not square and for lack of convergence.
pub fn eigh(array: &Array, upper: bool, vectors: bool) -> Result<(Array, Array)> {
    let n = check_square(array)?;
    let (_, _, stack) = sizes(array);
    let dtype = result_dtype(array.dtype());
    check_memory(array.shape(), dtype)?;
    with_field!(array, F => {
        let (mut values, mut found) = (Vec::new(), Vec::new());
        for matrix in matrices::<F>(array)? {
            let lower = if upper { matrix.adjoint() } else { matrix };
            let usable = (0..n).all(|j| lower.column(j)[j..].iter().all(|x| x.square().is_finite()));
            let pair = if usable { hermitian::eigh(lower, vectors) } else { None };
            let (w, v) = pair.ok_or_else(|| linalg("Eigenvalues did not converge"))?;
            values.extend(w);
            found.push(v);
        }
        let rows = if vectors { n } else { 0 };
        Ok((
            finish(&shaped(stack, &[n]), values, dtype.real())?,
            gather(stack, (rows, n), found.iter(), dtype)?,
        ))
    })
}

/// NumPy's `linalg.eig`: eigenvalues, and eigenvectors in columns (an empty array unless asked for). Real matrices
/// without complex eigenvalues give real arrays.
///
/// # Errors
/// A `LinAlgError` for matrices that are not square, for infinities and NaN, and for lack of convergence.
pub fn eig(array: &Array, vectors: bool) -> Result<(Array, Array)> {
    let n = check_square(array)?;
    let (_, _, stack) = sizes(array);
    let dtype = result_dtype(array.dtype());
    check_memory(array.shape(), dtype)?;
    let (mut values, mut found) = (Vec::new(), Vec::new());
    with_field!(array, F => for matrix in matrices::<F>(array)? {
        if !(0..n).all(|j| matrix.column(j).iter().all(|x| x.real().is_finite() && x.imag().is_finite())) {
            return Err(linalg("Array must not contain infs or NaNs"));
        }
        let (w, v) = eigen::eig(matrix, vectors).ok_or_else(|| linalg("Eigenvalues did not converge"))?;
        values.extend(w);
        found.push(v);
    });
    let rows = if vectors { n } else { 0 };
    let is_real = array.dtype().kind() != crate::nd::dtype::Kind::Complex && values.iter().all(|w| w.im == 0.0);
    let dtype = if dtype.real() == DType::Float32 { DType::Complex64 } else { DType::Complex128 };
    let values = finish(&shaped(stack, &[n]), values, dtype)?;
    let vectors = gather(stack, (rows, n), found.iter(), dtype)?;
    // Real ones are the real parts, as they lie.
    Ok(if is_real { (values.real_part(), vectors.real_part()) } else { (values, vectors) })
}
