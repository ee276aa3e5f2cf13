//! What comes before the eigenvalues of a general matrix: permutations that isolate eigenvalues, scaling that
//! makes rows and columns alike, and the Hessenberg form.
//!
//! Sources: Golub and Van Loan, "Matrix Computations", 7.4 and 7.5.7; LAPACK's `gebal` (3.12) and `gehd2`.

use super::field::{Field, length};
use super::matrix::Matrix;
use super::reflect::{Reflection, reflection};

/// A balanced matrix: rows and columns outside `low..=high` are triangular already.
pub(super) struct Balance {
    pub low: usize,
    pub high: usize,
    /// For each row the one it was exchanged with, or the factor it was scaled by.
    exchanged: Vec<usize>,
    factors: Vec<f64>,
}

/// Balances `a` in place. `a` is not empty.
pub(super) fn balance<F: Field>(a: &mut Matrix<F>) -> Balance {
    let n = a.rows;
    let (mut low, mut high) = (0, n - 1);
    let mut exchanged: Vec<usize> = (0..n).collect();
    let zero = |x: F| x == F::default();
    // Rows with nothing but a diagonal go to the bottom.
    let mut again = true;
    while again {
        again = false;
        let mut i = high as isize;
        while i >= 0 {
            let row = i as usize;
            if (0..=high).all(|j| j == row || zero(a[(row, j)])) {
                exchanged[high] = row;
                exchange(a, row, high, high + 1, low);
                again = true;
                if high == 0 {
                    return Balance { low: 0, high: 0, exchanged, factors: vec![1.0; n] };
                }
                high -= 1;
            }
            i -= 1;
        }
    }
    // Columns with nothing but a diagonal go to the left.
    again = true;
    while again {
        again = false;
        let mut column = low;
        while column <= high {
            if (low..=high).all(|i| i == column || zero(a[(i, column)])) {
                exchanged[low] = column;
                exchange(a, column, low, high + 1, low);
                again = true;
                low += 1;
            }
            column += 1;
        }
    }
    let mut factors = vec![1.0; n];
    scale(a, low, high, &mut factors);
    Balance { low, high, exchanged, factors }
}

/// Exchanges two columns in the first `rows` rows and two rows from column `from` on.
fn exchange<F: Field>(a: &mut Matrix<F>, i: usize, j: usize, rows: usize, from: usize) {
    if i == j {
        return;
    }
    for row in 0..rows {
        (a[(row, i)], a[(row, j)]) = (a[(row, j)], a[(row, i)]);
    }
    for column in from..a.columns {
        (a[(i, column)], a[(j, column)]) = (a[(j, column)], a[(i, column)]);
    }
}

fn scale<F: Field>(a: &mut Matrix<F>, low: usize, high: usize, factors: &mut [f64]) {
    const LEAST: f64 = f64::MIN_POSITIVE / f64::EPSILON;
    let largest = |values: &[F]| values.iter().fold(0.0f64, |m, x| m.max(x.modulus()));
    let mut again = true;
    while again {
        again = false;
        for i in low..=high {
            let row: Vec<F> = (low..a.columns).map(|j| a[(i, j)]).collect();
            let (mut c, mut r) = (length(&a.column(i)[low..=high]), length(&row[..=high - low]));
            if c == 0.0 || r == 0.0 || !(c + r).is_finite() {
                continue;
            }
            let (mut ca, mut ra) = (largest(&a.column(i)[..=high]), largest(&row));
            let before = c + r;
            let (mut g, mut f) = (r / 2.0, 1.0f64);
            while c < g && f.max(c).max(ca) < 0.5 / LEAST && r.min(g).min(ra) > 2.0 * LEAST {
                (f, c, ca, r, g, ra) = (f * 2.0, c * 2.0, ca * 2.0, r / 2.0, g / 2.0, ra / 2.0);
            }
            g = c / 2.0;
            while g >= r && r.max(ra) < 0.5 / LEAST && f.min(c).min(g).min(ca) > 2.0 * LEAST {
                (f, c, g, ca, r, ra) = (f / 2.0, c / 2.0, g / 2.0, ca / 2.0, r * 2.0, ra * 2.0);
            }
            let extreme = (f < 1.0 && factors[i] < 1.0 && f * factors[i] <= LEAST)
                || (f > 1.0 && factors[i] > 1.0 && factors[i] >= 1.0 / LEAST / f);
            if c + r >= 0.95 * before || extreme {
                continue;
            }
            factors[i] *= f;
            again = true;
            (low..a.columns).for_each(|j| a[(i, j)] = a[(i, j)].times(1.0 / f));
            a.column_mut(i)[..=high].iter_mut().for_each(|x| *x = x.times(f));
        }
    }
}

impl Balance {
    /// Turns eigenvectors of the balanced matrix into those of the matrix it came from.
    pub fn undo<F: Field>(&self, vectors: &mut Matrix<F>) {
        let n = vectors.rows;
        for i in self.low..=self.high {
            (0..vectors.columns).for_each(|j| vectors[(i, j)] = vectors[(i, j)].times(self.factors[i]));
        }
        for i in (0..self.low).rev().chain(self.high + 1..n) {
            let k = self.exchanged[i];
            if k != i {
                (0..vectors.columns)
                    .for_each(|j| (vectors[(i, j)], vectors[(k, j)]) = (vectors[(k, j)], vectors[(i, j)]));
            }
        }
    }
}

/// `Qᴴ A Q` without elements below the first subdiagonal; gives the reflections that make up `Q`.
pub(super) fn hessenberg<F: Field>(a: &mut Matrix<F>, low: usize, high: usize) -> Vec<Reflection<F>> {
    let n = a.rows;
    (low..high)
        .map(|k| {
            let (reflection, beta) = reflection(a.column(k)[k + 1..=high].to_vec());
            a.column_mut(k)[k + 1..=high].fill(F::default());
            a[(k + 1, k)] = beta;
            reflection.from_right(a, 0..high + 1, k + 1);
            reflection.adjoint_from_left(a, k + 1, k + 1..n);
            reflection
        })
        .collect()
}
