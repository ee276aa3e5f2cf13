//! Householder reflections and Givens rotations, with the signs that LAPACK gives them; and the QR
//! factorisation made of reflections.
//!
//! Sources: Golub and Van Loan, "Matrix Computations", 5.1 and 5.2; the conventions of LAPACK's `larfg`,
//! `lartg` (3.10 and later), `geqrf` and `orgqr`, which decide signs.

use std::ops::Range;

use super::field::{Field, length};
use super::matrix::Matrix;
use super::short::{column_sums, row_times, width};

/// Up to so many elements a reflection adds in the order of the BLAS behind NumPy: slow in a browser, but the noise in
/// what should be zero is NumPy's then.
const SHORT: usize = 4096;

/// `H = I - tau v vᴴ` with `v[0] = 1`.
pub(super) struct Reflection<F> {
    pub tau: F,
    pub v: Vec<F>,
}

/// The reflection whose adjoint turns `x` into a multiple of the first axis, and that multiple (real).
pub(super) fn reflection<F: Field>(mut x: Vec<F>) -> (Reflection<F>, F) {
    let Some((&alpha, rest)) = x.split_first() else {
        return (Reflection { tau: F::default(), v: x }, F::default());
    };
    let below = length(rest);
    if below == 0.0 && alpha.imag() == 0.0 {
        x[0] = F::ONE;
        return (Reflection { tau: F::default(), v: x }, alpha);
    }
    let whole = if F::REAL { length_of_two(alpha.real(), below) } else { length_of_three(alpha, below) };
    let beta = -whole.copysign(alpha.real());
    let tau = F::from_parts((beta - alpha.real()) / beta, -alpha.imag() / beta);
    let scale = F::ONE.over(alpha - F::from_real(beta));
    x[1..].iter_mut().for_each(|x| *x = *x * scale);
    x[0] = F::ONE;
    (Reflection { tau, v: x }, F::from_real(beta))
}

/// LAPACK's `lapy2`.
fn length_of_two(x: f64, y: f64) -> f64 {
    let (least, most) = (x.abs().min(y.abs()), x.abs().max(y.abs()));
    if least == 0.0 { most } else { most * (1.0 + (least / most) * (least / most)).sqrt() }
}

/// LAPACK's `lapy3`.
fn length_of_three<F: Field>(z: F, y: f64) -> f64 {
    let most = z.real().abs().max(z.imag().abs()).max(y.abs());
    if most == 0.0 {
        return 0.0;
    }
    let square = |x: f64| (x.abs() / most) * (x.abs() / most);
    most * (square(z.real()) + square(z.imag()) + square(y)).sqrt()
}

impl<F: Field> Reflection<F> {
    /// Without zeros at the end.
    fn reach(&self) -> usize {
        self.v.iter().rposition(|&x| x != F::default()).map_or(0, |last| last + 1)
    }

    /// `A ← H A` for the rows from `row`, some columns.
    pub fn from_left(&self, a: &mut Matrix<F>, row: usize, columns: Range<usize>) {
        self.left(a, row, columns, self.tau);
    }

    /// `A ← Hᴴ A`
    pub fn adjoint_from_left(&self, a: &mut Matrix<F>, row: usize, columns: Range<usize>) {
        self.left(a, row, columns, self.tau.conj());
    }

    fn left(&self, a: &mut Matrix<F>, row: usize, columns: Range<usize>, tau: F) {
        if tau == F::default() {
            return;
        }
        let v = &self.v[..self.reach()];
        let is_zero = |a: &Matrix<F>, j: usize| a.column(j)[row..][..v.len()].iter().all(|&x| x == F::default());
        let end = columns.clone().rev().find(|&j| !is_zero(a, j)).map_or(columns.start, |j| j + 1);
        let count = end - columns.start;
        for j in columns.start..end {
            let column = &mut a.column_mut(j)[row..][..v.len()];
            if v.len() * count <= SHORT {
                let dot = row_times(v.len(), |k| (v[k].conj(), column[k]), width(j - columns.start, count));
                let factor = -(tau * dot);
                column.iter_mut().zip(v).for_each(|(x, &v)| *x = x.fused(v, factor));
            } else {
                let dot = column.iter().zip(v).fold(F::default(), |sum, (&x, &v)| sum + v.conj() * x);
                let factor = tau * dot;
                column.iter_mut().zip(v).for_each(|(x, &v)| *x = *x - v * factor);
            }
        }
    }

    /// `A ← A H` for the columns from `column`, some rows.
    pub fn from_right(&self, a: &mut Matrix<F>, rows: Range<usize>, column: usize) {
        self.right(a, rows, column, self.tau);
    }

    /// `A ← A Hᴴ`
    pub fn adjoint_from_right(&self, a: &mut Matrix<F>, rows: Range<usize>, column: usize) {
        self.right(a, rows, column, self.tau.conj());
    }

    fn right(&self, a: &mut Matrix<F>, rows: Range<usize>, column: usize, tau: F) {
        if tau == F::default() {
            return;
        }
        let v = &self.v[..self.reach()];
        let is_zero = |a: &Matrix<F>, i: usize| (0..v.len()).all(|k| a[(i, column + k)] == F::default());
        let end = rows.clone().rev().find(|&i| !is_zero(a, i)).map_or(rows.start, |i| i + 1);
        let (rows, height) = (rows.start..end, end - rows.start);
        let short = v.len() * height <= SHORT;
        let mut sums = vec![F::default(); height];
        if short {
            let (dense, start) = (a.rows == height, rows.start);
            for (i, sum) in sums.iter_mut().enumerate() {
                *sum = column_sums(v.len(), |k| (a[(start + i, column + k)], v[k]), i, height, dense);
            }
        } else {
            for (k, &v) in v.iter().enumerate() {
                let along = sums.iter_mut().zip(&a.column(column + k)[rows.clone()]);
                along.for_each(|(sum, &x)| *sum = *sum + x * v);
            }
        }
        for (k, &v) in v.iter().enumerate() {
            let factor = -(tau * v.conj());
            let along = a.column_mut(column + k)[rows.clone()].iter_mut().zip(&sums);
            if short {
                along.for_each(|(x, &sum)| *x = x.fused(sum, factor));
            } else {
                along.for_each(|(x, &sum)| *x = *x + sum * factor);
            }
        }
    }
}

/// The first `columns` columns of `H₀ H₁ …`, the k-th reflection acting from row `offset + k` on.
pub(super) fn product<F: Field>(
    reflections: &[Reflection<F>],
    offset: usize,
    rows: usize,
    columns: usize,
) -> Matrix<F> {
    let mut q = Matrix::from_fn(rows, columns, |i, j| if i == j { F::ONE } else { F::default() });
    for (k, reflection) in reflections.iter().enumerate().rev() {
        // Its own column is still the identity's.
        let own = (offset + k).min(columns);
        let next = (own + 1).min(columns);
        reflection.from_left(&mut q, offset + k, next..columns);
        reflection.from_left(&mut q, offset + k, own..next);
    }
    q
}

/// `A = Q R`; `R` is what is left of `a` (zeros below the diagonal).
pub(super) fn qr<F: Field>(mut a: Matrix<F>) -> (Vec<Reflection<F>>, Matrix<F>) {
    let columns = a.columns;
    let reflections = (0..a.rows.min(columns))
        .map(|k| {
            let (reflection, beta) = reflection(a.column(k)[k..].to_vec());
            reflection.adjoint_from_left(&mut a, k, k + 1..columns);
            a.column_mut(k)[k..].fill(F::default());
            a[(k, k)] = beta;
            reflection
        })
        .collect();
    (reflections, a)
}

/// The rotation `(c, s)` with `c f + s g = r` and `c g - s f = 0`.
pub(super) fn rotation(f: f64, g: f64) -> (f64, f64, f64) {
    if g == 0.0 {
        return (1.0, 0.0, f);
    }
    if f == 0.0 {
        return (0.0, 1f64.copysign(g), g.abs());
    }
    let largest = f.abs().max(g.abs());
    let scale = if largest > 1e150 || largest < 1e-150 { largest } else { 1.0 };
    let (f, g) = (f / scale, g / scale);
    let d = (f * f + g * g).sqrt();
    let r = d.copysign(f);
    (f.abs() / d, g / r, r * scale)
}
