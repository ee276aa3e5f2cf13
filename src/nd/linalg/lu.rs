//! `P A = L U` of a square matrix, and what is solved with it.
//!
//! Source: Golub and Van Loan, "Matrix Computations", 3.4. Small matrices, which a reader prints with all digits, keep to
//! the order of sums of the BLAS behind NumPy. Not here: stacks, dtypes and errors (`decompose`).

use super::field::Field;
use super::short::{chain, for_fours, strided_dot};

/// `P A = L U`, both triangles in `lu`, C order.
pub(super) struct Lu<F> {
    n: usize,
    lu: Vec<F>,
    /// Row of the input that each row came from.
    rows: Vec<usize>,
    /// Whether an odd number of rows was exchanged.
    pub odd: bool,
    /// Whether a pivot is exactly zero.
    pub singular: bool,
}

/// Up to this size NumPy's BLAS works on single columns, in sums whose order is known; larger matrices it cuts up.
const SHORT: usize = 9;

/// Factorises a matrix in C order.
pub(super) fn factor<F: Field>(lu: Vec<F>, n: usize) -> Lu<F> {
    if n <= SHORT { factor_by_columns(lu, n) } else { factor_by_rows(lu, n) }
}

/// Column by column, each sum in the order and with the roundings of the BLAS behind NumPy (OpenBLAS's kernels for
/// AVX-512, to which this agrees in the last bit).
fn factor_by_columns<F: Field>(mut lu: Vec<F>, n: usize) -> Lu<F> {
    let mut rows: Vec<usize> = (0..n).collect();
    let (mut odd, mut singular) = (false, false);
    for j in 0..n {
        let at = |row: usize| row * n + j;
        for row in 1..j {
            let sum = strided_dot(row, |k| (lu[row * n + k], lu[at(k)]));
            lu[at(row)] = lu[at(row)] - sum;
        }
        // Rows go through vectors of four; what is left over has one sum a row.
        let whole = j + (n - j) / 4 * 4;
        for row in j..n {
            let terms = |k: usize| (lu[row * n + k], lu[at(k)]);
            let mut value = lu[at(row)];
            if row < whole {
                for_fours(j, terms, |sum| value = value - sum);
            } else if j > 0 {
                value = value - chain(0..j, terms);
            }
            lu[at(row)] = value;
        }
        if !bring_pivot(&mut lu, j, &mut rows, &mut odd) {
            singular = true;
            continue;
        }
        let reciprocal = F::ONE / lu[at(j)];
        for row in j + 1..n {
            lu[at(row)] = lu[at(row)] * reciprocal;
        }
    }
    Lu { n, lu, rows, odd, singular }
}

/// Row by row, for matrices of any size.
fn factor_by_rows<F: Field>(mut lu: Vec<F>, n: usize) -> Lu<F> {
    let mut rows: Vec<usize> = (0..n).collect();
    let (mut odd, mut singular) = (false, false);
    for k in 0..n {
        if !bring_pivot(&mut lu, k, &mut rows, &mut odd) {
            singular = true;
            continue;
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

/// Exchanges row `k` for the one below it with the largest element in column `k`; false where all of these are zero.
fn bring_pivot<F: Field>(lu: &mut [F], k: usize, rows: &mut [usize], odd: &mut bool) -> bool {
    let n = rows.len();
    let mut pivot = k;
    for row in k + 1..n {
        if lu[row * n + k].size() > lu[pivot * n + k].size() {
            pivot = row;
        }
    }
    if lu[pivot * n + k].size() == 0.0 {
        return false;
    }
    if pivot != k {
        *odd = !*odd;
        rows.swap(pivot, k);
        for column in 0..n {
            lu.swap(pivot * n + column, k * n + column);
        }
    }
    true
}

impl<F: Field> Lu<F> {
    /// Solves for `columns` right-hand sides, `b` in C order, into `x`.
    pub fn solve(&self, b: &[F], columns: usize, x: &mut [F]) {
        let n = self.n;
        for (to, &from) in self.rows.iter().enumerate() {
            x[to * columns..][..columns].copy_from_slice(&b[from * columns..][..columns]);
        }
        if n <= SHORT {
            return self.solve_short(columns, x);
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

    /// As the BLAS behind NumPy does it: of several columns at once 8, 4, 2 and 1 rows at a time, where reciprocals
    /// of pivots stand for divisions.
    fn solve_short(&self, columns: usize, x: &mut [F]) {
        let n = self.n;
        let at = |row: usize, column: usize| self.lu[row * n + column];
        let mut blocks = vec![(0, n)];
        if columns > 1 {
            blocks.clear();
            let mut start = 0;
            for size in [8, 4, 2, 1] {
                if n & size != 0 {
                    blocks.push((start, start + size));
                    start += size;
                }
            }
        }
        for c in 0..columns {
            let place = |row: usize| row * columns + c;
            for &(start, end) in &blocks {
                for row in start..end {
                    let sum = chain(0..start, |k| (at(row, k), x[place(k)]));
                    x[place(row)] = x[place(row)] - sum;
                }
                for row in start..end {
                    for below in row + 1..end {
                        x[place(below)] = x[place(below)].fused(-x[place(row)], at(below, row));
                    }
                }
            }
            for &(start, end) in blocks.iter().rev() {
                for row in start..end {
                    let sum = chain(end..n, |k| (at(row, k), x[place(k)]));
                    x[place(row)] = x[place(row)] - sum;
                }
                for row in (start..end).rev() {
                    let pivot = at(row, row);
                    x[place(row)] = if columns == 1 { x[place(row)] / pivot } else { x[place(row)] * (F::ONE / pivot) };
                    for above in start..row {
                        x[place(above)] = x[place(above)].fused(-x[place(row)], at(above, row));
                    }
                }
            }
        }
    }

    pub fn diagonal(&self) -> impl Iterator<Item = F> + '_ {
        (0..self.n).map(|k| self.lu[k * self.n + k])
    }
}
