//! A dense matrix on which a factorisation works: columns contiguous, no views, no dtypes. Not an array of
//! the engine; `spectral` converts.

use std::ops::{Index, IndexMut};

use super::field::Field;
use super::short::chain;

/// Up to so many products of elements a product adds in the order of the BLAS behind NumPy.
const SHORT: usize = 1 << 14;

/// `rows × columns`, column after column.
#[derive(Clone, Debug)]
pub(super) struct Matrix<F> {
    pub rows: usize,
    pub columns: usize,
    data: Vec<F>,
}

impl<F: Field> Matrix<F> {
    pub fn zeros(rows: usize, columns: usize) -> Self {
        Self { rows, columns, data: vec![F::default(); rows * columns] }
    }

    pub fn identity(size: usize) -> Self {
        let mut made = Self::zeros(size, size);
        (0..size).for_each(|k| made[(k, k)] = F::ONE);
        made
    }

    pub fn from_fn(rows: usize, columns: usize, mut element: impl FnMut(usize, usize) -> F) -> Self {
        let mut made = Self::zeros(rows, columns);
        for j in 0..columns {
            for i in 0..rows {
                made[(i, j)] = element(i, j);
            }
        }
        made
    }

    /// From elements in C order.
    pub fn from_c_order(rows: usize, columns: usize, elements: &[F]) -> Self {
        Self::from_fn(rows, columns, |i, j| elements[i * columns + j])
    }

    /// Appends the elements in C order.
    pub fn extend_c_order(&self, elements: &mut Vec<F>) {
        elements.extend((0..self.rows).flat_map(|i| (0..self.columns).map(move |j| self[(i, j)])));
    }

    /// The conjugate transpose, without negative zeros.
    pub fn adjoint(&self) -> Self {
        Self::from_fn(self.columns, self.rows, |i, j| {
            let x = self[(j, i)];
            F::from_parts(x.real(), 0.0 - x.imag())
        })
    }

    pub fn column(&self, j: usize) -> &[F] {
        &self.data[j * self.rows..][..self.rows]
    }

    pub fn column_mut(&mut self, j: usize) -> &mut [F] {
        &mut self.data[j * self.rows..][..self.rows]
    }

    /// `self · other`
    pub fn times(&self, other: &Self) -> Self {
        let mut product = Self::zeros(self.rows, other.columns);
        if self.rows * self.columns * other.columns <= SHORT {
            for j in 0..other.columns {
                for i in 0..self.rows {
                    product[(i, j)] = chain(0..self.columns, |k| (self[(i, k)], other[(k, j)]));
                }
            }
            return product;
        }
        for j in 0..other.columns {
            for k in 0..self.columns {
                let factor = other[(k, j)];
                for (sum, &x) in product.data[j * self.rows..][..self.rows].iter_mut().zip(self.column(k)) {
                    *sum = *sum + x * factor;
                }
            }
        }
        product
    }

    /// Rotates columns in the plane of two: `x ← c x + s y`, `y ← c y - s x`.
    pub fn rotate_columns(&mut self, i: usize, j: usize, c: f64, s: f64) {
        let rows = self.rows;
        for row in 0..rows {
            let (x, y) = (self.data[i * rows + row], self.data[j * rows + row]);
            self.data[i * rows + row] = x.times(c) + y.times(s);
            self.data[j * rows + row] = y.times(c) - x.times(s);
        }
    }

    /// As [`Matrix::rotate_columns`], with fused products: BLAS's `rot`, where that is a sweep by LAPACK.
    pub fn rotate_columns_fused(&mut self, i: usize, j: usize, c: f64, s: f64) {
        let (c, rows) = (F::from_real(c), self.rows);
        for row in 0..rows {
            let (x, y) = (self.data[i * rows + row], self.data[j * rows + row]);
            self.data[i * rows + row] = y.times(s).fused(c, x);
            self.data[j * rows + row] = (-x.times(s)).fused(c, y);
        }
    }

    /// As [`Matrix::rotate_columns`], for rows, within some columns.
    pub fn rotate_rows(&mut self, i: usize, j: usize, c: f64, s: f64, columns: std::ops::Range<usize>) {
        for column in columns {
            let (x, y) = (self[(i, column)], self[(j, column)]);
            self[(i, column)] = x.times(c) + y.times(s);
            self[(j, column)] = y.times(c) - x.times(s);
        }
    }

    pub fn swap_columns(&mut self, i: usize, j: usize) {
        for row in 0..self.rows {
            self.data.swap(i * self.rows + row, j * self.rows + row);
        }
    }
}

impl<F> Index<(usize, usize)> for Matrix<F> {
    type Output = F;
    fn index(&self, (i, j): (usize, usize)) -> &F {
        &self.data[j * self.rows + i]
    }
}

impl<F> IndexMut<(usize, usize)> for Matrix<F> {
    fn index_mut(&mut self, (i, j): (usize, usize)) -> &mut F {
        &mut self.data[j * self.rows + i]
    }
}
