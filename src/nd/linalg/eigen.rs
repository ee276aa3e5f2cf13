//! Eigenvalues and eigenvectors of one general matrix, as LAPACK's `geev` orders and scales them: each vector of
//! length 1, its component of largest modulus real where the vector is complex.

use num_complex::Complex64;

use super::balance::{balance, hessenberg};
use super::field::{Field, length};
use super::matrix::Matrix;
use super::reflect::product;
use super::{schur_complex, schur_real};

/// Eigenvalues, and eigenvectors in columns (no rows unless asked for); `None` without convergence.
pub(super) type Eigen = Option<(Vec<Complex64>, Matrix<Complex64>)>;

/// A kind of number that has a Schur form.
pub(super) trait Spectral: Field {
    fn schur(h: &mut Matrix<Self>, z: &mut Matrix<Self>, low: usize, high: usize) -> Option<Vec<Complex64>>;
    /// The k-th eigenvector of a Schur form; a complex pair's second vector is not asked for.
    fn vector(t: &Matrix<Self>, values: &[Complex64], k: usize) -> Vec<Complex64>;
    fn complex(self) -> Complex64;
}

impl Spectral for f64 {
    fn schur(h: &mut Matrix<f64>, z: &mut Matrix<f64>, low: usize, high: usize) -> Option<Vec<Complex64>> {
        schur_real::schur(h, z, low, high)
    }
    fn vector(t: &Matrix<f64>, values: &[Complex64], k: usize) -> Vec<Complex64> {
        schur_real::vector(t, values, k)
    }
    fn complex(self) -> Complex64 {
        self.into()
    }
}

impl Spectral for Complex64 {
    fn schur(h: &mut Matrix<Self>, z: &mut Matrix<Self>, low: usize, high: usize) -> Option<Vec<Complex64>> {
        schur_complex::schur(h, z, low, high)
    }
    fn vector(t: &Matrix<Self>, _values: &[Complex64], k: usize) -> Vec<Complex64> {
        schur_complex::vector(t, k)
    }
    fn complex(self) -> Complex64 {
        self
    }
}

/// Eigenvalues and, if asked for, eigenvectors. Every element of `a` is finite.
pub(super) fn eig<F: Spectral>(mut a: Matrix<F>, vectors: bool) -> Eigen {
    let n = a.rows;
    if n == 0 {
        return Some((Vec::new(), Matrix::zeros(0, 0)));
    }
    let balanced = balance(&mut a);
    let reflections = hessenberg(&mut a, balanced.low, balanced.high);
    let mut z = if vectors { product(&reflections, balanced.low + 1, n, n) } else { Matrix::zeros(0, n) };
    let values = F::schur(&mut a, &mut z, balanced.low, balanced.high)?;
    if !vectors {
        return Some((values, Matrix::zeros(0, 0)));
    }
    let mut found = Matrix::<Complex64>::zeros(n, n);
    for k in 0..n {
        if F::REAL && values[k].im < 0.0 {
            for i in 0..n {
                found[(i, k)] = found[(i, k - 1)].conj();
            }
            continue;
        }
        let x = F::vector(&a, &values, k);
        for (j, &factor) in x.iter().enumerate() {
            for i in 0..n {
                found[(i, k)] += z[(i, j)].complex() * factor;
            }
        }
        let vector = found.column_mut(k);
        let largest = vector.iter().fold(0.0f64, |m, x| m.max(x.size()));
        vector.iter_mut().for_each(|x| *x *= 1.0 / largest);
    }
    balanced.undo(&mut found);
    for k in 0..n {
        let complex = !F::REAL || values[k].im != 0.0;
        normalise(found.column_mut(k), complex, F::REAL);
        if F::REAL && values[k].im < 0.0 {
            for i in 0..n {
                found[(i, k)] = found[(i, k - 1)].conj();
            }
        }
    }
    Some((values, found))
}

fn normalise(vector: &mut [Complex64], complex: bool, keeps_sign: bool) {
    let part = |of: fn(&Complex64) -> f64| length(&vector.iter().map(of).collect::<Vec<f64>>());
    let scale = 1.0 / if keeps_sign { libm::hypot(part(|x| x.re), part(|x| x.im)) } else { length(vector) };
    vector.iter_mut().for_each(|x| *x *= scale);
    if !complex {
        return;
    }
    let largest =
        (0..vector.len()).fold(0, |best, i| if vector[i].square() > vector[best].square() { i } else { best });
    let at = vector[largest];
    let size = at.modulus();
    // Of a real matrix's pair the turn is a rotation that keeps the real part's sign.
    let phase = at.conj() / if keeps_sign { size.copysign(at.re) } else { size };
    vector.iter_mut().for_each(|x| *x *= phase);
    vector[largest].im = 0.0;
}
