//! Householder reflections and Givens rotations, with the signs that LAPACK gives them; and the QR
//! factorisation made of reflections.
//!
//! Sources: Golub and Van Loan, "Matrix Computations", 5.1 and 5.2; the conventions of LAPACK's `larfg`,
//! `lartg` (3.10 and later), `geqrf` and `orgqr`, which decide signs.

use std::ops::Range;

use super::field::{Field, length};
use super::matrix::Matrix;

/// Reflections of up to so many rows multiply and add in one rounding, as the BLAS behind NumPy does: slow in a
/// browser, but the noise in what should be zero is NumPy's then.
const FUSED: usize = 16;

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
    let whole = libm::hypot(libm::hypot(alpha.real(), alpha.imag()), below);
    let beta = -whole.copysign(alpha.real());
    let tau = F::from_parts((beta - alpha.real()) / beta, -alpha.imag() / beta);
    let scale = F::ONE.over(alpha - F::from_real(beta));
    x[1..].iter_mut().for_each(|x| *x = *x * scale);
    x[0] = F::ONE;
    (Reflection { tau, v: x }, F::from_real(beta))
}

impl<F: Field> Reflection<F> {
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
        for j in columns {
            let column = &mut a.column_mut(j)[row..][..self.v.len()];
            if self.v.len() <= FUSED {
                let dot = column.iter().zip(&self.v).fold(F::default(), |sum, (&x, &v)| sum.fused(v.conj(), x));
                let factor = -(tau * dot);
                column.iter_mut().zip(&self.v).for_each(|(x, &v)| *x = x.fused(v, factor));
            } else {
                let dot = column.iter().zip(&self.v).fold(F::default(), |sum, (&x, &v)| sum + v.conj() * x);
                let factor = tau * dot;
                column.iter_mut().zip(&self.v).for_each(|(x, &v)| *x = *x - v * factor);
            }
        }
    }

    /// `A ← A H` for the columns from `column`, some rows.
    pub fn from_right(&self, a: &mut Matrix<F>, rows: Range<usize>, column: usize) {
        if self.tau == F::default() {
            return;
        }
        let fused = self.v.len() <= FUSED;
        let mut sums = vec![F::default(); rows.len()];
        for (k, &v) in self.v.iter().enumerate() {
            let along = sums.iter_mut().zip(&a.column(column + k)[rows.clone()]);
            if fused {
                along.for_each(|(sum, &x)| *sum = sum.fused(x, v));
            } else {
                along.for_each(|(sum, &x)| *sum = *sum + x * v);
            }
        }
        for (k, &v) in self.v.iter().enumerate() {
            let factor = -(self.tau * v.conj());
            let along = a.column_mut(column + k)[rows.clone()].iter_mut().zip(&sums);
            if fused {
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
        reflection.from_left(&mut q, offset + k, (offset + k).min(columns)..columns);
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
