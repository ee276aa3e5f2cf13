//! The singular value decomposition: to bidiagonal form by reflections, then implicit QR with zero shifts
//! where those are more accurate.
//!
//! Sources: Golub and Van Loan, "Matrix Computations", 8.6; Demmel and Kahan, "Accurate Singular Values of
//! Bidiagonal Matrices", 1990; LAPACK's `gesdd`, `gebd2` and `bdsqr`, whose order of rotations decides the signs
//! of singular vectors. Above 25 rows LAPACK divides and conquers, with other signs.

use super::field::Field;
use super::matrix::Matrix;
use super::reflect::{Reflection, product, qr, reflection, rotation};

const EPS: f64 = f64::EPSILON / 2.0;
/// How often a rotation sweep may pass each element before the method is given up.
const SWEEPS: usize = 6;

/// Which singular vectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vectors {
    /// None: values only.
    No,
    /// As many as there are values.
    Thin,
    /// A whole basis on either side.
    Full,
}

/// `A = U diag(s) Vh`, `s` in descending order.
pub(super) struct Svd<F> {
    pub u: Matrix<F>,
    pub s: Vec<f64>,
    pub vh: Matrix<F>,
}

/// The decomposition; `None` when it does not converge. `complex` matrices change path at another ratio.
pub(super) fn svd<F: Field>(a: &Matrix<F>, vectors: Vectors, complex: bool) -> Option<Svd<F>> {
    let (least, most) = (a.rows.min(a.columns), a.rows.max(a.columns));
    let threshold = if complex { least * 17 / 9 } else { least * 11 / 6 };
    if most < threshold.max(1) || least == 0 {
        return direct(a, vectors);
    }
    // Much longer one way: the square factor of a QR (or LQ) factorisation is decomposed instead.
    let tall = a.rows >= a.columns;
    let (reflections, r) = qr(if tall { a.clone() } else { a.adjoint() });
    let square = Matrix::from_fn(least, least, |i, j| if i <= j { r[(i, j)] } else { F::default() });
    let inner = direct(&if tall { square } else { square.adjoint() }, vectors)?;
    if vectors == Vectors::No {
        return Some(inner);
    }
    let q = product(&reflections, 0, most, if vectors == Vectors::Full { most } else { least });
    let joined = |small: &Matrix<F>| {
        Matrix::from_fn(q.columns, q.columns, |i, j| match () {
            () if i < least && j < least => small[(i, j)],
            () if i == j => F::ONE,
            () => F::default(),
        })
    };
    Some(if tall {
        Svd { u: q.times(&joined(&inner.u)), ..inner }
    } else {
        Svd { vh: q.times(&joined(&inner.vh.adjoint())).adjoint(), ..inner }
    })
}

fn direct<F: Field>(a: &Matrix<F>, vectors: Vectors) -> Option<Svd<F>> {
    let tall = a.rows >= a.columns;
    let Bidiagonal { mut d, mut e, columns, rows } = bidiagonal(if tall { a.clone() } else { a.adjoint() });
    let n = d.len();
    let size = if vectors == Vectors::No { 0 } else { n };
    // Of the bidiagonal matrix itself; `v` holds the rows of its Vh as columns.
    let (mut u, mut v) = (Matrix::<f64>::zeros(size, n), Matrix::<f64>::zeros(size, n));
    (0..size).for_each(|k| (u[(k, k)], v[(k, k)]) = (1.0, 1.0));
    if n == 1 {
        if size == 1 {
            u[(0, 0)] = 1f64.copysign(d[0]);
        }
        d[0] = d[0].abs();
        if d[0].is_nan() {
            return None;
        }
    } else {
        // Of a wide matrix it is a lower one, turned into an upper one first.
        let mut turns = Vec::new();
        if !tall {
            for i in 0..n.saturating_sub(1) {
                let (c, s, r) = rotation(d[i], e[i]);
                (d[i], e[i], d[i + 1]) = (r, s * d[i + 1], c * d[i + 1]);
                turns.push((c, -s));
            }
        }
        iterate(&mut d, &mut e, &mut u, &mut v)?;
        for (j, (c, s)) in turns.into_iter().enumerate().rev() {
            u.rotate_rows(j, j + 1, c, s, 0..size.min(n));
        }
    }
    if vectors == Vectors::No {
        return Some(Svd { u: Matrix::zeros(0, 0), s: d, vh: Matrix::zeros(0, 0) });
    }
    let length = a.rows.max(a.columns);
    let wide = if vectors == Vectors::Full { length } else { n };
    let widened = |rows: usize, columns: usize, small: &dyn Fn(usize, usize) -> f64| {
        Matrix::from_fn(rows, columns, |i, j| match () {
            () if i < n && j < n => F::from_real(small(i, j)),
            () if i == j => F::ONE,
            () => F::default(),
        })
    };
    if tall {
        let mut u = widened(length, wide, &|i, j| u[(i, j)]);
        let mut vh = widened(n, n, &|i, j| v[(j, i)]);
        for (k, reflection) in columns.iter().enumerate().rev() {
            reflection.from_left(&mut u, k, 0..wide);
        }
        for (k, reflection) in rows.iter().enumerate().rev() {
            reflection.adjoint_from_right(&mut vh, 0..n, k + 1);
        }
        return Some(Svd { u, s: d, vh });
    }
    // What was done to the adjoint is the other way round.
    let mut long = widened(length, wide, &|i, j| v[(i, j)]);
    let mut short = widened(n, n, &|i, j| u[(i, j)]);
    for (k, reflection) in columns.iter().enumerate().rev() {
        reflection.from_left(&mut long, k, 0..wide);
    }
    for (k, reflection) in rows.iter().enumerate().rev() {
        reflection.from_left(&mut short, k + 1, 0..n);
    }
    Some(Svd { u: short, s: d, vh: long.adjoint() })
}

pub(super) struct Bidiagonal<F> {
    pub d: Vec<f64>,
    pub e: Vec<f64>,
    /// Reflections of columns, the k-th from row k on.
    pub columns: Vec<Reflection<F>>,
    /// Reflections of (conjugate) rows, the k-th from column k + 1 on.
    pub rows: Vec<Reflection<F>>,
}

/// `Qᴴ A P`, upper bidiagonal, of a matrix with at least as many rows as columns.
pub(super) fn bidiagonal<F: Field>(mut a: Matrix<F>) -> Bidiagonal<F> {
    let (m, n) = (a.rows, a.columns);
    let mut made = Bidiagonal { d: Vec::new(), e: Vec::new(), columns: Vec::new(), rows: Vec::new() };
    for k in 0..n {
        let (column, beta) = reflection(a.column(k)[k..].to_vec());
        made.d.push(beta.real());
        column.adjoint_from_left(&mut a, k, k + 1..n);
        made.columns.push(column);
        if k + 1 < n {
            let (row, beta) = reflection((k + 1..n).map(|j| a[(k, j)].conj()).collect());
            made.e.push(beta.real());
            row.from_right(&mut a, k + 1..m, k + 1);
            made.rows.push(row);
        }
    }
    made
}

/// Diagonalises an upper bidiagonal matrix, turning the columns of `u` and `v` along, and sorts.
pub(super) fn iterate(d: &mut [f64], e: &mut [f64], u: &mut Matrix<f64>, v: &mut Matrix<f64>) -> Option<()> {
    let n = d.len();
    if n == 0 {
        return Some(());
    }
    if d.iter().chain(e.iter()).any(|x| !x.is_finite()) {
        return None;
    }
    let tol = EPS.powf(-0.125).clamp(10.0, 100.0) * EPS;
    let mut mu = d[0].abs();
    let mut least = mu;
    for i in 1..n {
        if least == 0.0 {
            break;
        }
        mu = d[i].abs() * (mu / (mu + e[i - 1].abs()));
        least = least.min(mu);
    }
    let tiny = (tol * (least / (n as f64).sqrt())).max((SWEEPS * n * n) as f64 * f64::MIN_POSITIVE);
    let mut budget = SWEEPS * n * n;
    let mut previous: Option<(usize, usize)> = None;
    let mut downwards = true;
    let mut rows = n;
    'blocks: while rows > 1 {
        let m = rows - 1;
        let mut largest = d[m].abs();
        let mut first = 0;
        for l in (0..m).rev() {
            if e[l].abs() <= tiny {
                e[l] = 0.0;
                if l + 1 == m {
                    rows -= 1;
                    continue 'blocks;
                }
                first = l + 1;
                break;
            }
            largest = largest.max(d[l].abs()).max(e[l].abs());
        }
        if first + 1 == m {
            let two = two_by_two(d[m - 1], e[m - 1], d[m]);
            (d[m - 1], e[m - 1], d[m]) = (two.largest, 0.0, two.least);
            v.rotate_columns_fused(m - 1, m, two.right.0, two.right.1);
            u.rotate_columns_fused(m - 1, m, two.left.0, two.left.1);
            rows -= 2;
            continue;
        }
        if previous.is_none_or(|(from, to)| first > to || m < from) {
            downwards = d[first].abs() >= d[m].abs();
        }
        let Some(least) = least_by_recurrence(d, e, first, m, downwards, tol) else { continue };
        previous = Some((first, m));
        let shift = shift(d, e, (first, m), downwards, tol, least, largest);
        if budget < m - first {
            return None;
        }
        budget -= m - first;
        let end = if downwards { m - 1 } else { first };
        match (shift == 0.0, downwards) {
            (true, true) => chase_down_unshifted(d, e, u, v, first, m),
            (true, false) => chase_up_unshifted(d, e, u, v, first, m),
            (false, true) => chase_down(d, e, u, v, (first, m), shift),
            (false, false) => chase_up(d, e, u, v, (first, m), shift),
        }
        if e[end].abs() <= tiny {
            e[end] = 0.0;
        }
    }
    for (k, value) in d.iter_mut().enumerate() {
        if *value == 0.0 {
            *value = 0.0;
        } else if *value < 0.0 {
            *value = -*value;
            v.column_mut(k).iter_mut().for_each(|x| *x = -*x);
        }
    }
    for end in (1..n).rev() {
        let least = (1..=end).fold(0, |least, j| if d[j] <= d[least] { j } else { least });
        if least != end {
            d.swap(least, end);
            u.swap_columns(least, end);
            v.swap_columns(least, end);
        }
    }
    Some(())
}

/// A lower bound on the least singular value of a block, or `None` after an element has been set to zero.
fn least_by_recurrence(d: &[f64], e: &mut [f64], l: usize, m: usize, downwards: bool, tol: f64) -> Option<f64> {
    let last = if downwards { (m - 1, m) } else { (l, l) };
    if e[last.0].abs() <= tol * d[last.1].abs() {
        e[last.0] = 0.0;
        return None;
    }
    let mut mu = if downwards { d[l].abs() } else { d[m].abs() };
    let mut least = mu;
    for step in 0..m - l {
        let (at, next) = if downwards { (l + step, l + step + 1) } else { (m - 1 - step, m - 1 - step) };
        if e[at].abs() <= tol * mu {
            e[at] = 0.0;
            return None;
        }
        mu = d[next].abs() * (mu / (mu + e[at].abs()));
        least = least.min(mu);
    }
    Some(least)
}

fn shift(d: &[f64], e: &[f64], (l, m): (usize, usize), downwards: bool, tol: f64, least: f64, largest: f64) -> f64 {
    if d.len() as f64 * tol * (least / largest) <= EPS.max(0.01 * tol) {
        return 0.0;
    }
    let (top, shift) = if downwards {
        (d[l].abs(), least_of_two(d[m - 1], e[m - 1], d[m]))
    } else {
        (d[m].abs(), least_of_two(d[l], e[l], d[l + 1]))
    };
    if top > 0.0 && (shift / top) * (shift / top) < EPS { 0.0 } else { shift }
}

type Basis<'a> = &'a mut Matrix<f64>;

fn chase_down_unshifted(d: &mut [f64], e: &mut [f64], u: Basis, v: Basis, l: usize, m: usize) {
    let (mut c, mut old_c, mut old_s) = (1.0, 1.0, 0.0);
    for i in l..m {
        let (new_c, s, r) = rotation(d[i] * c, e[i]);
        c = new_c;
        if i > l {
            e[i - 1] = old_s * r;
        }
        (old_c, old_s, d[i]) = rotation(old_c * r, d[i + 1] * s);
        v.rotate_columns(i, i + 1, c, s);
        u.rotate_columns(i, i + 1, old_c, old_s);
    }
    let h = d[m] * c;
    d[m] = h * old_c;
    e[m - 1] = h * old_s;
}

fn chase_up_unshifted(d: &mut [f64], e: &mut [f64], u: Basis, v: Basis, l: usize, m: usize) {
    let (mut c, mut old_c, mut old_s) = (1.0, 1.0, 0.0);
    for i in (l + 1..=m).rev() {
        let (new_c, s, r) = rotation(d[i] * c, e[i - 1]);
        c = new_c;
        if i < m {
            e[i] = old_s * r;
        }
        (old_c, old_s, d[i]) = rotation(old_c * r, d[i - 1] * s);
        v.rotate_columns(i - 1, i, old_c, -old_s);
        u.rotate_columns(i - 1, i, c, -s);
    }
    let h = d[l] * c;
    d[l] = h * old_c;
    e[l] = h * old_s;
}

fn chase_down(d: &mut [f64], e: &mut [f64], u: Basis, v: Basis, (l, m): (usize, usize), shift: f64) {
    let mut f = (d[l].abs() - shift) * (1f64.copysign(d[l]) + shift / d[l]);
    let mut g = e[l];
    for i in l..m {
        let (c, s, r) = rotation(f, g);
        if i > l {
            e[i - 1] = r;
        }
        f = c * d[i] + s * e[i];
        e[i] = c * e[i] - s * d[i];
        g = s * d[i + 1];
        d[i + 1] *= c;
        v.rotate_columns(i, i + 1, c, s);
        let (c, s, r) = rotation(f, g);
        d[i] = r;
        f = c * e[i] + s * d[i + 1];
        d[i + 1] = c * d[i + 1] - s * e[i];
        if i + 1 < m {
            g = s * e[i + 1];
            e[i + 1] *= c;
        }
        u.rotate_columns(i, i + 1, c, s);
    }
    e[m - 1] = f;
}

fn chase_up(d: &mut [f64], e: &mut [f64], u: Basis, v: Basis, (l, m): (usize, usize), shift: f64) {
    let mut f = (d[m].abs() - shift) * (1f64.copysign(d[m]) + shift / d[m]);
    let mut g = e[m - 1];
    for i in (l + 1..=m).rev() {
        let (c, s, r) = rotation(f, g);
        if i < m {
            e[i] = r;
        }
        f = c * d[i] + s * e[i - 1];
        e[i - 1] = c * e[i - 1] - s * d[i];
        g = s * d[i - 1];
        d[i - 1] *= c;
        u.rotate_columns(i - 1, i, c, -s);
        let (c, s, r) = rotation(f, g);
        d[i] = r;
        f = c * e[i - 1] + s * d[i - 1];
        d[i - 1] = c * d[i - 1] - s * e[i - 1];
        if i > l + 1 {
            g = s * e[i - 2];
            e[i - 2] *= c;
        }
        v.rotate_columns(i - 1, i, c, -s);
    }
    e[l] = f;
}

struct TwoByTwo {
    largest: f64,
    least: f64,
    /// Cosine and sine of the turn of the left and the right vectors.
    left: (f64, f64),
    right: (f64, f64),
}

/// The decomposition of `[[f, g], [0, h]]`: LAPACK's `lasv2`.
fn two_by_two(f: f64, g: f64, h: f64) -> TwoByTwo {
    let swapped = h.abs() > f.abs();
    let (ft, ht) = if swapped { (h, f) } else { (f, h) };
    let (fa, ga, ha) = (ft.abs(), g.abs(), ht.abs());
    let mut largest_is = if swapped { 3 } else { 1 };
    let (mut least, mut largest);
    let (mut c_left, mut s_left, mut c_right, mut s_right) = (1.0, 0.0, 1.0, 0.0);
    if ga == 0.0 {
        (least, largest) = (ha, fa);
    } else if ga > fa && fa / ga < EPS {
        largest_is = 2;
        largest = ga;
        least = if ha > 1.0 { fa / (ga / ha) } else { (fa / ga) * ha };
        (c_left, s_left, s_right, c_right) = (1.0, ht / g, 1.0, ft / g);
    } else {
        if ga > fa {
            largest_is = 2;
        }
        let gap = fa - ha;
        let l = if gap == fa { 1.0 } else { gap / fa };
        let m = g / ft;
        let t = 2.0 - l;
        let (mm, tt) = (m * m, t * t);
        let s = (tt + mm).sqrt();
        let r = if l == 0.0 { m.abs() } else { (l * l + mm).sqrt() };
        let a = 0.5 * (s + r);
        (least, largest) = (ha / a, fa * a);
        let t = match () {
            () if mm != 0.0 => (m / (s + t) + m / (r + l)) * (1.0 + a),
            () if l == 0.0 => 2f64.copysign(ft) * 1f64.copysign(g),
            () => g / gap.copysign(ft) + m / t,
        };
        let l = (t * t + 4.0).sqrt();
        (c_right, s_right) = (2.0 / l, t / l);
        c_left = (c_right + s_right * m) / a;
        s_left = (ht / ft) * s_right / a;
    }
    let (left, right) =
        if swapped { ((s_right, c_right), (s_left, c_left)) } else { ((c_left, s_left), (c_right, s_right)) };
    let one = |x: f64| 1f64.copysign(x);
    let sign = match largest_is {
        1 => one(right.0) * one(left.0) * one(f),
        2 => one(right.1) * one(left.0) * one(g),
        _ => one(right.1) * one(left.1) * one(h),
    };
    largest = largest.copysign(sign);
    least = least.copysign(sign * one(f) * one(h));
    TwoByTwo { largest, least, left, right }
}

/// The smaller singular value of `[[f, g], [0, h]]`: LAPACK's `las2`.
fn least_of_two(f: f64, g: f64, h: f64) -> f64 {
    let (ga, low, high) = (g.abs(), f.abs().min(h.abs()), f.abs().max(h.abs()));
    if low == 0.0 {
        return 0.0;
    }
    let (plus, minus) = (1.0 + low / high, (high - low) / high);
    if ga < high {
        let au = (ga / high) * (ga / high);
        return low * (2.0 / ((plus * plus + au).sqrt() + (minus * minus + au).sqrt()));
    }
    let au = high / ga;
    if au == 0.0 {
        return (low * high) / ga;
    }
    let c = 1.0 / ((1.0 + (plus * au) * (plus * au)).sqrt() + (1.0 + (minus * au) * (minus * au)).sqrt());
    low * c * au * 2.0
}
