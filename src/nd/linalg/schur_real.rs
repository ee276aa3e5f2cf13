//! The real Schur form of a Hessenberg matrix by implicit double shifts, and eigenvectors from it.
//!
//! Sources: Golub and Van Loan, "Matrix Computations", 7.5; Ahues and Tisseur, "A New Deflation Criterion for the
//! QR Algorithm", 1997; LAPACK's `lahqr`, `lanv2` and `trevc`, whose order of steps decides that of eigenvalues.

use num_complex::Complex64;

use super::matrix::Matrix;
use super::reflect::{Reflection, reflection};

const ULP: f64 = f64::EPSILON;

/// Turns `h` into its Schur form within `low..=high`, and `z`'s columns along (if it has rows); gives the
/// eigenvalues, or `None` when the method does not converge.
pub(super) fn schur(h: &mut Matrix<f64>, z: &mut Matrix<f64>, low: usize, high: usize) -> Option<Vec<Complex64>> {
    let n = h.rows;
    let mut values: Vec<Complex64> = (0..n).map(|k| Complex64::new(h[(k, k)], 0.0)).collect();
    let size = high - low + 1;
    let small = f64::MIN_POSITIVE * (size as f64 / ULP);
    let mut budget = 30 * size.max(10);
    let mut stuck = 0;
    let mut rows = high + 1;
    while rows > low {
        let i = rows - 1;
        let l = (low + 1..=i).rev().find(|&k| is_split(h, k, low, high, small)).unwrap_or(low);
        if l > low {
            h[(l, l - 1)] = 0.0;
        }
        if l + 1 >= i {
            if l == i {
                values[i] = Complex64::new(h[(i, i)], 0.0);
            } else {
                (values[i - 1], values[i]) = standardise(h, z, i);
            }
            stuck = 0;
            rows = l;
            continue;
        }
        if budget == 0 {
            return None;
        }
        budget -= 1;
        stuck += 1;
        sweep(h, z, l, i, stuck);
    }
    Some(values)
}

/// Whether the subdiagonal element before row `k` is nothing.
fn is_split(h: &Matrix<f64>, k: usize, low: usize, high: usize, small: f64) -> bool {
    let below = h[(k, k - 1)].abs();
    if below <= small {
        return true;
    }
    let mut around = h[(k - 1, k - 1)].abs() + h[(k, k)].abs();
    if around == 0.0 {
        if k >= low + 2 {
            around += h[(k - 1, k - 2)].abs();
        }
        if k < high {
            around += h[(k + 1, k)].abs();
        }
    }
    if below > ULP * around {
        return false;
    }
    let above = h[(k - 1, k)].abs();
    let (ab, ba) = (below.max(above), below.min(above));
    let (diagonal, gap) = (h[(k, k)].abs(), (h[(k - 1, k - 1)] - h[(k, k)]).abs());
    let (aa, bb) = (diagonal.max(gap), diagonal.min(gap));
    let s = aa + ab;
    ba * (ab / s) <= small.max(ULP * (bb * (aa / s)))
}

/// The two shifts of a sweep over rows `l..=i`.
fn shifts(h: &Matrix<f64>, l: usize, i: usize, stuck: usize) -> (Complex64, Complex64) {
    let exceptional = |s: f64, at: f64| (0.75 * s + at, -0.4375 * s, s, 0.75 * s + at);
    let (h11, h12, h21, h22) = if stuck % 20 == 0 {
        exceptional(h[(i, i - 1)].abs() + h[(i - 1, i - 2)].abs(), h[(i, i)])
    } else if stuck % 10 == 0 {
        exceptional(h[(l + 1, l)].abs() + h[(l + 2, l + 1)].abs(), h[(l, l)])
    } else {
        (h[(i - 1, i - 1)], h[(i - 1, i)], h[(i, i - 1)], h[(i, i)])
    };
    let s = h11.abs() + h12.abs() + h21.abs() + h22.abs();
    if s == 0.0 {
        return Default::default();
    }
    let (h11, h12, h21, h22) = (h11 / s, h12 / s, h21 / s, h22 / s);
    let middle = (h11 + h22) / 2.0;
    let determinant = (h11 - middle) * (h22 - middle) - h12 * h21;
    let root = determinant.abs().sqrt();
    if determinant >= 0.0 {
        return (Complex64::new(middle * s, root * s), Complex64::new(middle * s, -root * s));
    }
    let (high, low) = (middle + root, middle - root);
    let near = Complex64::new(if (high - h22).abs() <= (low - h22).abs() { high } else { low } * s, 0.0);
    (near, near)
}

fn sweep(h: &mut Matrix<f64>, z: &mut Matrix<f64>, l: usize, i: usize, stuck: usize) {
    let n = h.rows;
    let (first, second) = shifts(h, l, i, stuck);
    // Where two small subdiagonal elements let the sweep start.
    let mut m = i - 2;
    let mut v;
    loop {
        let s = (h[(m, m)] - second.re).abs() + second.im.abs() + h[(m + 1, m)].abs();
        let below = h[(m + 1, m)] / s;
        v = [
            below * h[(m, m + 1)] + (h[(m, m)] - first.re) * ((h[(m, m)] - second.re) / s) - first.im * (second.im / s),
            below * (h[(m, m)] + h[(m + 1, m + 1)] - first.re - second.re),
            below * h[(m + 2, m + 1)],
        ];
        let s = v[0].abs() + v[1].abs() + v[2].abs();
        v.iter_mut().for_each(|x| *x /= s);
        if m == l {
            break;
        }
        let around = h[(m - 1, m - 1)].abs() + h[(m, m)].abs() + h[(m + 1, m + 1)].abs();
        if h[(m, m - 1)].abs() * (v[1].abs() + v[2].abs()) <= ULP * v[0].abs() * around {
            break;
        }
        m -= 1;
    }
    for k in m..i {
        let count = 3.min(i - k + 1);
        let x = if k > m { h.column(k - 1)[k..k + count].to_vec() } else { v[..count].to_vec() };
        let (turn, beta) = reflection(x);
        if k > m {
            h.column_mut(k - 1)[k..k + count].fill(0.0);
            h[(k, k - 1)] = beta;
        } else if m > l {
            h[(k, k - 1)] *= 1.0 - turn.tau;
        }
        turn_rows(h, &turn, k, n);
        turn_columns(h, &turn, k, (k + 4).min(i + 1));
        turn_columns(z, &turn, k, z.rows);
    }
}

/// Two or three rows from `k` on turned by a small reflection, from column `k`.
fn turn_rows(h: &mut Matrix<f64>, turn: &Reflection<f64>, k: usize, columns: usize) {
    for j in k..columns {
        let rows = &mut h.column_mut(j)[k..k + turn.v.len()];
        let sum: f64 = rows.iter().zip(&turn.v).map(|(x, v)| x * v).sum();
        rows.iter_mut().zip(&turn.v).for_each(|(x, v)| *x -= sum * (turn.tau * v));
    }
}

/// As [`turn_rows`], for columns, in the first `rows` rows.
fn turn_columns(h: &mut Matrix<f64>, turn: &Reflection<f64>, k: usize, rows: usize) {
    for row in 0..rows {
        let sum: f64 = turn.v.iter().enumerate().map(|(j, v)| h[(row, k + j)] * v).sum();
        turn.v.iter().enumerate().for_each(|(j, v)| h[(row, k + j)] -= sum * (turn.tau * v));
    }
}

/// Brings the block of rows `i - 1` and `i` to standard form (two real eigenvalues on the diagonal, or a pair of
/// complex ones with equal diagonal elements); gives its eigenvalues.
fn standardise(h: &mut Matrix<f64>, z: &mut Matrix<f64>, i: usize) -> (Complex64, Complex64) {
    let n = h.rows;
    let block = Standard::of(h[(i - 1, i - 1)], h[(i - 1, i)], h[(i, i - 1)], h[(i, i)]);
    let (cos, sin) = (block.cos, block.sin);
    h.rotate_rows(i - 1, i, cos, sin, i + 1..n);
    for row in 0..i - 1 {
        let (x, y) = (h[(row, i - 1)], h[(row, i)]);
        (h[(row, i - 1)], h[(row, i)]) = (cos * x + sin * y, cos * y - sin * x);
    }
    if z.rows > 0 {
        z.rotate_columns(i - 1, i, cos, sin);
    }
    (h[(i - 1, i - 1)], h[(i - 1, i)], h[(i, i - 1)], h[(i, i)]) = (block.a, block.b, block.c, block.d);
    let imaginary = if block.c == 0.0 { 0.0 } else { block.b.abs().sqrt() * block.c.abs().sqrt() };
    (Complex64::new(block.a, imaginary), Complex64::new(block.d, 0.0 - imaginary))
}

struct Standard {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
    cos: f64,
    sin: f64,
}

impl Standard {
    fn of(a: f64, b: f64, c: f64, d: f64) -> Self {
        let sign = |x: f64| 1f64.copysign(x);
        if c == 0.0 {
            return Self { a, b, c, d, cos: 1.0, sin: 0.0 };
        }
        if b == 0.0 {
            return Self { a: d, b: -c, c: 0.0, d: a, cos: 0.0, sin: 1.0 };
        }
        if a - d == 0.0 && sign(b) != sign(c) {
            return Self { a, b, c, d, cos: 1.0, sin: 0.0 };
        }
        let gap = a - d;
        let p = 0.5 * gap;
        let largest = b.abs().max(c.abs());
        let least = b.abs().min(c.abs()) * sign(b) * sign(c);
        let scale = p.abs().max(largest);
        let z = (p / scale) * p + (largest / scale) * least;
        if z >= 4.0 * ULP {
            let z = p + (scale.sqrt() * z.sqrt()).copysign(p);
            let tau = libm::hypot(c, z);
            return Self { a: d + z, b: b - c, c: 0.0, d: d - (largest / z) * least, cos: z / tau, sin: c / tau };
        }
        let sigma = b + c;
        let tau = libm::hypot(sigma, gap);
        let cos = (0.5 * (1.0 + sigma.abs() / tau)).sqrt();
        let sin = -(p / (tau * cos)) * sign(sigma);
        let (aa, bb) = (a * cos + b * sin, -a * sin + b * cos);
        let (cc, dd) = (c * cos + d * sin, -c * sin + d * cos);
        let (a, b) = (aa * cos + cc * sin, bb * cos + dd * sin);
        let (c, d) = (-aa * sin + cc * cos, -bb * sin + dd * cos);
        let middle = 0.5 * (a + d);
        let pair = Self { a: middle, b, c, d: middle, cos, sin };
        if c == 0.0 {
            return pair;
        }
        if b == 0.0 {
            return Self { b: -c, c: 0.0, cos: -sin, sin: cos, ..pair };
        }
        if sign(b) != sign(c) {
            return pair;
        }
        let (root_b, root_c) = (b.abs().sqrt(), c.abs().sqrt());
        let p = (root_b * root_c).copysign(c);
        let tau = 1.0 / (b + c).abs().sqrt();
        let (turn_cos, turn_sin) = (root_b * tau, root_c * tau);
        Self {
            a: middle + p,
            b: b - c,
            c: 0.0,
            d: middle - p,
            cos: cos * turn_cos - sin * turn_sin,
            sin: cos * turn_sin + sin * turn_cos,
        }
    }
}

/// The eigenvector of the Schur form `t` for the eigenvalue in row `k` (the first row of a complex pair), of
/// length `k + 1` (or `k + 2`).
pub(super) fn vector(t: &Matrix<f64>, values: &[Complex64], k: usize) -> Vec<Complex64> {
    let value = values[k];
    let small = f64::MIN_POSITIVE * (t.rows as f64 / ULP);
    let least = (ULP * (value.re.abs() + value.im.abs())).max(small);
    let real = |x: f64| Complex64::new(x, 0.0);
    let mut x = if value.im == 0.0 {
        let mut x: Vec<Complex64> = t.column(k)[..k].iter().map(|&x| real(-x)).collect();
        x.push(real(1.0));
        x
    } else {
        let (upper, lower) = (t[(k, k + 1)], t[(k + 1, k)]);
        let (re, im) = if upper.abs() >= lower.abs() { (1.0, value.im / upper) } else { (-value.im / lower, 1.0) };
        let mut x: Vec<Complex64> =
            (0..k).map(|row| Complex64::new(-re * t[(row, k)], -im * t[(row, k + 1)])).collect();
        x.extend([real(re), Complex64::new(0.0, im)]);
        x
    };
    let substitute = |x: &mut [Complex64], column: usize| {
        let solved = x[column];
        for (row, entry) in t.column(column)[..column].iter().enumerate() {
            x[row] -= solved * entry;
        }
    };
    let mut rows = k;
    while rows > 0 {
        let row = rows - 1;
        if row == 0 || t[(row, row - 1)] == 0.0 {
            let mut pivot = real(t[(row, row)]) - value;
            if pivot.re.abs() + pivot.im.abs() < least {
                pivot = real(least);
            }
            x[row] = if value.im == 0.0 { real(x[row].re / pivot.re) } else { x[row] / pivot };
            substitute(&mut x, row);
            rows -= 1;
        } else {
            let (a, b) = (real(t[(row - 1, row - 1)]) - value, t[(row - 1, row)]);
            let (c, d) = (t[(row, row - 1)], real(t[(row, row)]) - value);
            let mut determinant = a * d - b * c;
            if determinant.norm() < least * least {
                determinant = real(least * least);
            }
            let (upper, lower) = (x[row - 1], x[row]);
            x[row - 1] = (d * upper - lower * b) / determinant;
            x[row] = (a * lower - upper * c) / determinant;
            // Both columns of the block are solved: their rows above it remain.
            let (first, second) = (x[row - 1], x[row]);
            for above in 0..row - 1 {
                x[above] -= first * t[(above, row - 1)] + second * t[(above, row)];
            }
            rows -= 2;
        }
        let largest = x.iter().fold(0.0f64, |m, x| m.max(x.re.abs()).max(x.im.abs()));
        if largest > 1e150 {
            x.iter_mut().for_each(|x| *x /= largest);
        }
    }
    x
}
