//! Least squares of tall systems, step by step as LAPACK's `gelsd` with up to 25 unknowns: QR where the matrix is much
//! longer than wide, the bidiagonal form, its singular values with the right-hand sides turned along, and back. Not
//! here: fewer equations than unknowns, complex numbers, and what NumPy makes of the parts.
//!
//! Sources: Golub and Van Loan, "Matrix Computations", 5.5; LAPACK's `gelsd` and `lalsd`, whose roundings these are.

use super::decompose::{finish, linalg};
use super::matrix::Matrix;
use super::reflect::qr;
use super::short::chain;
use super::singular::{bidiagonal, iterate};
use crate::nd::array::Array;
use crate::nd::dtype::DType;
use crate::nd::error::Result;

/// What [`least_squares`] gives.
pub struct LeastSquares {
    /// The solutions, `n × sides`.
    pub x: Array,
    /// The sum of squared residuals of each side, where the rank is full and equations are more than unknowns.
    pub residuals: Array,
    /// How many singular values count.
    pub rank: usize,
    /// The singular values, the largest first.
    pub s: Array,
}

/// The largest element of a matrix and the number of its columns for which [`least_squares`] is made; other systems
/// go by the singular value decomposition.
const SIZES: std::ops::Range<f64> = 1e-140..1e140;
const MOST_UNKNOWNS: usize = 25;

/// The `x` of least length with the least `|a x - b|`, for matrices `m × n` and `m × sides` of doubles. Singular values
/// up to `rcond` times the largest count as zero. `None` for wide matrices, for many unknowns and for extreme numbers.
///
/// # Errors
/// A `LinAlgError` for lack of convergence.
pub fn least_squares(a: &Array, b: &Array, rcond: f64) -> Result<Option<LeastSquares>> {
    let (m, n, sides) = (a.shape()[0], a.shape()[1], b.shape()[1]);
    let elements = a.to_vec::<f64>()?;
    let largest =
        elements.iter().fold(0.0f64, |largest, x| if x.is_finite() { largest.max(x.abs()) } else { f64::INFINITY });
    if m < n || !(1..=MOST_UNKNOWNS).contains(&n) || !SIZES.contains(&largest) {
        return Ok(None);
    }
    let mut left = Matrix::from_c_order(m, n, &elements);
    let mut right = Matrix::from_c_order(m, sides, &b.to_vec::<f64>()?);
    // LAPACK's crossover, which it works out in single precision.
    if m >= (n as f32 * 1.6) as usize {
        let (reflections, r) = qr(left);
        for (k, reflection) in reflections.iter().enumerate() {
            reflection.adjoint_from_left(&mut right, k, 0..sides);
        }
        left = Matrix::from_fn(n, n, |i, j| if i <= j { r[(i, j)] } else { 0.0 });
    }
    let made = bidiagonal(left);
    for (k, reflection) in made.columns.iter().enumerate() {
        reflection.adjoint_from_left(&mut right, k, 0..sides);
    }
    let squares = |side: usize| right.column(side)[n..].iter().fold(0.0, |sum, x| sum + x * x);
    let residuals = |rank: usize| if rank == n && m > n { (0..sides).map(squares).collect() } else { Vec::new() };
    let (mut d, mut e) = (made.d, made.e);
    if n == 1 {
        let x = (0..sides).map(|side| right[(0, side)] * (1.0 / d[0])).collect();
        return deliver([n, sides], x, residuals(1), 1, vec![d[0].abs()]);
    }
    let largest = d.iter().chain(&e).fold(0.0f64, |largest, x| largest.max(x.abs()));
    let scale = 1.0 / largest;
    d.iter_mut().chain(&mut e).for_each(|x| *x *= scale);
    // The sides and the right vectors lie in columns, which turn.
    let mut turned = Matrix::from_fn(sides, n, |side, i| right[(i, side)]);
    let mut v = Matrix::identity(n);
    iterate(&mut d, &mut e, &mut turned, &mut v)
        .ok_or_else(|| linalg("SVD did not converge in Linear Least Squares"))?;
    let rcond = if rcond <= 0.0 || rcond >= 1.0 { f64::EPSILON / 2.0 } else { rcond };
    let least = rcond * d.iter().fold(0.0f64, |largest, x| largest.max(x.abs()));
    let mut rank = 0;
    for (i, &value) in d.iter().enumerate() {
        let factor = if value <= least { 0.0 } else { 1.0 / value };
        rank += usize::from(value > least);
        turned.column_mut(i).iter_mut().for_each(|x| *x = if factor == 0.0 { 0.0 } else { *x * factor });
    }
    let mut x =
        Matrix::from_fn(n, sides, |j, side| chain(0..n, |i| (v[(j, n - 1 - i)], turned[(side, n - 1 - i)])) * scale);
    for (k, reflection) in made.rows.iter().enumerate().rev() {
        reflection.from_left(&mut x, k + 1, 0..sides);
    }
    let mut solutions = Vec::new();
    x.extend_c_order(&mut solutions);
    d.iter_mut().for_each(|value| *value *= largest);
    deliver([n, sides], solutions, residuals(rank), rank, d)
}

fn deliver(
    shape: [usize; 2],
    x: Vec<f64>,
    residuals: Vec<f64>,
    rank: usize,
    s: Vec<f64>,
) -> Result<Option<LeastSquares>> {
    let x = finish(&shape, x, DType::Float64)?;
    Ok(Some(LeastSquares { x, residuals: Array::vector(residuals), rank, s: Array::vector(s) }))
}
