//! The Schur form of a complex Hessenberg matrix by implicit single shifts, and eigenvectors from it.
//!
//! Sources: Golub and Van Loan, "Matrix Computations", 7.5; LAPACK's complex `lahqr` and `trevc`.

use num_complex::Complex64;

use super::field::Field;
use super::matrix::Matrix;
use super::reflect::reflection;

type Complex = Matrix<Complex64>;

const ULP: f64 = f64::EPSILON;

/// As `schur_real::schur`.
pub(super) fn schur(h: &mut Complex, z: &mut Complex, low: usize, high: usize) -> Option<Vec<Complex64>> {
    let n = h.rows;
    for i in low + 1..=high {
        make_real(h, z, i, high);
    }
    let size = high - low + 1;
    let small = f64::MIN_POSITIVE * (size as f64 / ULP);
    let mut budget = 30 * size.max(10);
    let mut stuck = 0;
    let mut rows = high + 1;
    while rows > low {
        let i = rows - 1;
        let l = (low + 1..=i).rev().find(|&k| is_split(h, k, low, high, small)).unwrap_or(low);
        if l > low {
            h[(l, l - 1)] = Complex64::default();
        }
        if l == i {
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
    Some((0..n).map(|k| h[(k, k)]).collect())
}

/// Scales row and column `i` by a phase, so that the element before the diagonal is real.
fn make_real(h: &mut Complex, z: &mut Complex, i: usize, last_row: usize) {
    let below = h[(i, i - 1)];
    if below.im == 0.0 {
        return;
    }
    let phase = (below / below.size()).conj();
    let phase = phase / phase.modulus();
    h[(i, i - 1)] = Complex64::from_real(below.modulus());
    scale_row(h, i, i, phase);
    scale_column(h, i, (i + 1).min(last_row) + 1, phase.conj());
    scale_column(z, i, z.rows, phase.conj());
}

fn scale_row(h: &mut Complex, row: usize, from: usize, factor: Complex64) {
    (from..h.columns).for_each(|column| h[(row, column)] *= factor);
}

fn scale_column(h: &mut Complex, column: usize, rows: usize, factor: Complex64) {
    if rows > 0 {
        h.column_mut(column)[..rows].iter_mut().for_each(|x| *x *= factor);
    }
}

fn is_split(h: &Complex, k: usize, low: usize, high: usize, small: f64) -> bool {
    let below = h[(k, k - 1)];
    if below.size() <= small {
        return true;
    }
    let mut around = h[(k - 1, k - 1)].size() + h[(k, k)].size();
    if around == 0.0 {
        if k >= low + 2 {
            around += h[(k - 1, k - 2)].re.abs();
        }
        if k < high {
            around += h[(k + 1, k)].re.abs();
        }
    }
    if below.re.abs() > ULP * around {
        return false;
    }
    let (below, above) = (below.size(), h[(k - 1, k)].size());
    let (ab, ba) = (below.max(above), below.min(above));
    let (diagonal, gap) = (h[(k, k)].size(), (h[(k - 1, k - 1)] - h[(k, k)]).size());
    let (aa, bb) = (diagonal.max(gap), diagonal.min(gap));
    let s = aa + ab;
    ba * (ab / s) <= small.max(ULP * (bb * (aa / s)))
}

fn shift(h: &Complex, l: usize, i: usize, stuck: usize) -> Complex64 {
    if stuck % 20 == 0 {
        return h[(i, i)] + 0.75 * h[(i, i - 1)].re.abs();
    }
    if stuck % 10 == 0 {
        return h[(l, l)] + 0.75 * h[(l + 1, l)].re.abs();
    }
    let t = h[(i, i)];
    let u = h[(i - 1, i)].sqrt() * h[(i, i - 1)].sqrt();
    if u.size() == 0.0 {
        return t;
    }
    let x = 0.5 * (h[(i - 1, i - 1)] - t);
    let s = u.size().max(x.size());
    let mut y = s * ((x / s) * (x / s) + (u / s) * (u / s)).sqrt();
    if x.size() > 0.0 && (x / x.size()).re * y.re + (x / x.size()).im * y.im < 0.0 {
        y = -y;
    }
    t - u * u.over(x + y)
}

fn sweep(h: &mut Complex, z: &mut Complex, l: usize, i: usize, stuck: usize) {
    let n = h.rows;
    let t = shift(h, l, i, stuck);
    let mut m = i - 1;
    let start = loop {
        let (off, below) = (h[(m, m)] - t, h[(m + 1, m)].re);
        let s = off.size() + below.abs();
        let (off, below) = (off / s, below / s);
        if m == l {
            break [off, Complex64::from_real(below)];
        }
        let around = off.size() * (h[(m, m)].size() + h[(m + 1, m + 1)].size());
        if h[(m, m - 1)].re.abs() * below.abs() <= ULP * around {
            break [off, Complex64::from_real(below)];
        }
        m -= 1;
    };
    for k in m..i {
        let x = if k > m { vec![h[(k, k - 1)], h[(k + 1, k - 1)]] } else { start.to_vec() };
        let (turn, beta) = reflection(x);
        if k > m {
            h[(k, k - 1)] = beta;
            h[(k + 1, k - 1)] = Complex64::default();
        }
        turn.adjoint_from_left(h, k, k..n);
        turn.from_right(h, 0..(k + 3).min(i + 1), k);
        turn.from_right(z, 0..z.rows, k);
        if k == m && m > l {
            // The element before the start must stay real.
            let phase = Complex64::ONE - turn.tau;
            let phase = phase / phase.modulus();
            h[(m + 1, m)] *= phase.conj();
            if m + 2 <= i {
                h[(m + 2, m + 1)] *= phase;
            }
            for j in (m..=i).filter(|&j| j != m + 1) {
                scale_row(h, j, j + 1, phase);
                scale_column(h, j, j, phase.conj());
                scale_column(z, j, z.rows, phase.conj());
            }
        }
    }
    let below = h[(i, i - 1)];
    if below.im != 0.0 {
        let size = below.modulus();
        let phase = below / size;
        h[(i, i - 1)] = Complex64::from_real(size);
        scale_row(h, i, i + 1, phase.conj());
        scale_column(h, i, i, phase);
        scale_column(z, i, z.rows, phase);
    }
}

/// The eigenvector of the Schur form `t` for the eigenvalue in row `k`, of length `k + 1`.
pub(super) fn vector(t: &Complex, k: usize) -> Vec<Complex64> {
    let value = t[(k, k)];
    let small = f64::MIN_POSITIVE * (t.rows as f64 / ULP);
    let least = (ULP * value.size()).max(small);
    let mut x: Vec<Complex64> = t.column(k)[..k].iter().map(|x| -x).collect();
    x.push(Complex64::ONE);
    for row in (0..k).rev() {
        let mut pivot = t[(row, row)] - value;
        if pivot.size() < least {
            pivot = Complex64::from_real(least);
        }
        let solved = x[row].over(pivot);
        x[row] = solved;
        for (above, entry) in t.column(row)[..row].iter().enumerate() {
            x[above] -= solved * entry;
        }
        let largest = x.iter().fold(0.0f64, |m, x| m.max(x.size()));
        if largest > 1e150 {
            x.iter_mut().for_each(|x| *x /= largest);
        }
    }
    x
}
