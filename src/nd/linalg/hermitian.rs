//! Eigenvalues and eigenvectors of symmetric and Hermitian matrices: to tridiagonal form by reflections,
//! then the implicit QL or QR method.
//!
//! Sources: Golub and Van Loan, "Matrix Computations", 8.3; LAPACK's `sytd2` and `steqr`, whose order of
//! rotations decides the signs of eigenvectors. Above 25 rows LAPACK divides and conquers, with other signs.

use super::field::Field;
use super::matrix::Matrix;
use super::reflect::{Reflection, reflection, rotation};

/// Distance from 1 to the next smaller number: LAPACK's `eps`.
const EPS: f64 = f64::EPSILON / 2.0;

/// Eigenvalues in ascending order and, if asked for, eigenvectors in columns, from the lower triangle; `None`
/// when the method does not converge.
pub(super) fn eigh<F: Field>(a: Matrix<F>, vectors: bool) -> Option<(Vec<f64>, Matrix<F>)> {
    let n = a.rows;
    let Tridiagonal { mut diagonal, mut beside, reflections } = tridiagonal(a);
    let mut turned = if vectors { Matrix::<f64>::identity(n) } else { Matrix::zeros(0, n) };
    iterate(&mut diagonal, &mut beside, &mut turned)?;
    for i in 0..n {
        let least = (i..n).fold(i, |least, j| if diagonal[j] < diagonal[least] { j } else { least });
        if least != i {
            diagonal.swap(i, least);
            turned.swap_columns(i, least);
        }
    }
    let mut z = Matrix::<F>::from_fn(turned.rows, n, |i, j| F::from_real(turned[(i, j)]));
    if vectors {
        for (k, reflection) in reflections.iter().enumerate().rev() {
            reflection.from_left(&mut z, k + 1, 0..n);
        }
    }
    Some((diagonal, z))
}

struct Tridiagonal<F> {
    diagonal: Vec<f64>,
    beside: Vec<f64>,
    reflections: Vec<Reflection<F>>,
}

/// `Qᴴ A Q`, from the lower triangle of `a`.
fn tridiagonal<F: Field>(mut a: Matrix<F>) -> Tridiagonal<F> {
    let n = a.rows;
    for j in 0..n {
        a[(j, j)] = F::from_real(a[(j, j)].real());
        for i in j + 1..n {
            a[(j, i)] = a[(i, j)].conj();
        }
    }
    let (mut beside, mut reflections) = (Vec::new(), Vec::new());
    for k in 0..n.saturating_sub(1) {
        let (reflection, beta) = reflection(a.column(k)[k + 1..].to_vec());
        beside.push(beta.real());
        if reflection.tau != F::default() {
            let (v, tau) = (&reflection.v, reflection.tau);
            let mut x = vec![F::default(); v.len()];
            for (j, &factor) in v.iter().enumerate() {
                let scaled = tau * factor;
                x.iter_mut().zip(&a.column(k + 1 + j)[k + 1..]).for_each(|(sum, &y)| *sum = *sum + y * scaled);
            }
            let dot = x.iter().zip(v).fold(F::default(), |sum, (&x, &v)| sum + x.conj() * v);
            let half = tau * dot * F::from_real(-0.5);
            x.iter_mut().zip(v).for_each(|(x, &v)| *x = *x + half * v);
            for j in 0..v.len() {
                let (vj, xj) = (v[j].conj(), x[j].conj());
                for (i, y) in a.column_mut(k + 1 + j)[k + 1..].iter_mut().enumerate() {
                    *y = *y - v[i] * xj - x[i] * vj;
                }
                a[(k + 1 + j, k + 1 + j)] = F::from_real(a[(k + 1 + j, k + 1 + j)].real());
            }
        }
        reflections.push(reflection);
    }
    Tridiagonal { diagonal: (0..n).map(|k| a[(k, k)].real()).collect(), beside, reflections }
}

/// Diagonalises a symmetric tridiagonal matrix, turning the columns of `z` along.
fn iterate(d: &mut [f64], e: &mut [f64], z: &mut Matrix<f64>) -> Option<()> {
    let n = d.len();
    let mut steps_left = 30 * n;
    let mut start = 0;
    while start < n {
        if start > 0 {
            e[start - 1] = 0.0;
        }
        // One block of rows that still hang together: start..=end.
        let mut end = start;
        while end + 1 < n {
            let size = e[end].abs();
            if size == 0.0 || size <= d[end].abs().sqrt() * d[end + 1].abs().sqrt() * EPS {
                e[end] = 0.0;
                break;
            }
            end += 1;
        }
        let (first, last) = (start, end);
        start = end + 1;
        if first == last {
            continue;
        }
        let upwards = d[last].abs() < d[first].abs();
        let done = if upwards {
            qr_steps(d, e, z, first, last, &mut steps_left)
        } else {
            ql_steps(d, e, z, first, last, &mut steps_left)
        };
        if !done {
            return None;
        }
    }
    Some(())
}

fn negligible(e: f64, x: f64, y: f64) -> bool {
    e * e <= (EPS * EPS * x.abs()) * y.abs() + f64::MIN_POSITIVE
}

fn ql_steps(
    d: &mut [f64],
    e: &mut [f64],
    z: &mut Matrix<f64>,
    first: usize,
    last: usize,
    steps_left: &mut usize,
) -> bool {
    let mut l = first;
    while l <= last {
        let m = (l..last).find(|&m| negligible(e[m], d[m], d[m + 1])).unwrap_or(last);
        if m < last {
            e[m] = 0.0;
        }
        if m == l {
            l += 1;
            continue;
        }
        if m == l + 1 {
            let two = two_by_two(d[l], e[l], d[l + 1]);
            z.rotate_columns(l, l + 1, two.c, two.s);
            (d[l], d[l + 1], e[l]) = (two.first, two.second, 0.0);
            l += 2;
            continue;
        }
        if *steps_left == 0 {
            return false;
        }
        *steps_left -= 1;
        let shift = (d[l + 1] - d[l]) / (2.0 * e[l]);
        let mut g = d[m] - d[l] + e[l] / (shift + libm::hypot(shift, 1.0).copysign(shift));
        let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
        let mut rotations = Vec::with_capacity(m - l);
        for i in (l..m).rev() {
            let (f, b) = (s * e[i], c * e[i]);
            let r;
            (c, s, r) = rotation(g, f);
            if i != m - 1 {
                e[i + 1] = r;
            }
            g = d[i + 1] - p;
            let r = (d[i] - g) * s + 2.0 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            rotations.push((i, c, -s));
        }
        rotations.into_iter().for_each(|(i, c, s)| z.rotate_columns(i, i + 1, c, s));
        d[l] -= p;
        e[l] = g;
    }
    true
}

fn qr_steps(
    d: &mut [f64],
    e: &mut [f64],
    z: &mut Matrix<f64>,
    first: usize,
    last: usize,
    steps_left: &mut usize,
) -> bool {
    // One past the row in work, so that it can pass the first.
    let mut next = last + 1;
    while next > first {
        let l = next - 1;
        let m = (first + 1..=l).rev().find(|&m| negligible(e[m - 1], d[m], d[m - 1])).unwrap_or(first);
        if m > first {
            e[m - 1] = 0.0;
        }
        if m == l {
            next -= 1;
            continue;
        }
        if m + 1 == l {
            let two = two_by_two(d[l - 1], e[l - 1], d[l]);
            z.rotate_columns(l - 1, l, two.c, two.s);
            (d[l - 1], d[l], e[l - 1]) = (two.first, two.second, 0.0);
            next -= 2;
            continue;
        }
        if *steps_left == 0 {
            return false;
        }
        *steps_left -= 1;
        let shift = (d[l - 1] - d[l]) / (2.0 * e[l - 1]);
        let mut g = d[m] - d[l] + e[l - 1] / (shift + libm::hypot(shift, 1.0).copysign(shift));
        let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
        for i in m..l {
            let (f, b) = (s * e[i], c * e[i]);
            let r;
            (c, s, r) = rotation(g, f);
            if i != m {
                e[i - 1] = r;
            }
            g = d[i] - p;
            let r = (d[i + 1] - g) * s + 2.0 * c * b;
            p = s * r;
            d[i] = g + p;
            g = c * r - b;
            z.rotate_columns(i, i + 1, c, s);
        }
        d[l] -= p;
        e[l - 1] = g;
    }
    true
}

struct TwoByTwo {
    first: f64,
    second: f64,
    c: f64,
    s: f64,
}

/// Eigenvalues of `[[a, b], [b, c]]`, the one of larger modulus first, and its eigenvector: LAPACK's `laev2`.
fn two_by_two(a: f64, b: f64, c: f64) -> TwoByTwo {
    let (sum, difference, twice) = (a + c, a - c, b + b);
    let (larger, smaller) = if a.abs() > c.abs() { (a, c) } else { (c, a) };
    let (long, short) = (difference.abs().max(twice.abs()), difference.abs().min(twice.abs()));
    let root = if long == 0.0 { 0.0 } else { long * (1.0 + (short / long) * (short / long)).sqrt() };
    let (first, second, sign) = if sum < 0.0 {
        let first = 0.5 * (sum - root);
        (first, (larger / first) * smaller - (b / first) * b, -1)
    } else if sum > 0.0 {
        let first = 0.5 * (sum + root);
        (first, (larger / first) * smaller - (b / first) * b, 1)
    } else {
        (0.5 * root, -0.5 * root, 1)
    };
    let (cs, other_sign) = if difference >= 0.0 { (difference + root, 1) } else { (difference - root, -1) };
    let (mut c, mut s);
    if cs.abs() > twice.abs() {
        let cotangent = -twice / cs;
        s = 1.0 / (1.0 + cotangent * cotangent).sqrt();
        c = cotangent * s;
    } else if twice == 0.0 {
        (c, s) = (1.0, 0.0);
    } else {
        let tangent = -cs / twice;
        c = 1.0 / (1.0 + tangent * tangent).sqrt();
        s = tangent * c;
    }
    if sign == other_sign {
        (c, s) = (-s, c);
    }
    TwoByTwo { first, second, c, s }
}
