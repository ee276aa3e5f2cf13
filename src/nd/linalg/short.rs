//! Short sums of products in the order, and with the roundings, of the BLAS behind NumPy: OpenBLAS's kernels for AVX-512,
//! with fused multiply-adds. What a reader prints with all digits, such as a matrix times its inverse, is then the
//! same to the last bit. Not here: long sums, for which speed counts (`product`).

use std::ops::Range;

use super::field::Field;
use super::fused;

/// One product after another, each added with one rounding.
pub(super) fn chain<F: Field>(places: Range<usize>, terms: impl Fn(usize) -> (F, F)) -> F {
    places.map(terms).fold(F::default(), |sum, (x, y)| sum.fused(x, y))
}

/// A product by itself, and one added to a sum with one rounding.
fn steps<F: Field>(terms: &impl Fn(usize) -> (F, F)) -> (impl Fn(usize) -> F, impl Fn(F, usize) -> F) {
    let product = |k| {
        let (x, y) = terms(k);
        x * y
    };
    let plus = |sum: F, k| {
        let (x, y) = terms(k);
        sum.fused(x, y)
    };
    (product, plus)
}

/// The sums of four products at a time, then of two, then one.
pub(super) fn for_fours<F: Field>(count: usize, terms: impl Fn(usize) -> (F, F), mut add: impl FnMut(F)) {
    let (product, plus) = steps(&terms);
    let mut k = 0;
    while count - k >= 4 {
        add(plus(plus(plus(product(k + 1), k), k + 2), k + 3));
        k += 4;
    }
    if count - k >= 2 {
        add(plus(product(k + 1), k));
        k += 2;
    }
    if k < count {
        add(product(k));
    }
}

/// The dot product of vectors of which one does not lie densely: even and odd products apart.
pub(super) fn strided_dot<F: Field>(count: usize, terms: impl Fn(usize) -> (F, F)) -> F {
    let (product, plus) = steps(&terms);
    let (mut even, mut odd) = (F::default(), F::default());
    let whole = count / 4 * 4;
    for k in (0..whole).step_by(4) {
        even = even + (product(k) + product(k + 2));
        odd = odd + (product(k + 1) + product(k + 3));
    }
    (whole..count).fold(even, plus) + odd
}

/// The dot product of dense vectors: four accumulators of eight lanes, then of four.
fn dense_dot(x: &[f64], y: &[f64]) -> f64 {
    let (wide, whole) = (x.len() / 32 * 32, x.len() / 16 * 16);
    let mut sums = [[0.0f64; 8]; 4];
    let add = |from: usize, to: usize, lanes: usize, sums: &mut [[f64; 8]; 4]| {
        for k in from..to {
            let sum = &mut sums[(k - from) / lanes % 4][(k - from) % lanes];
            *sum = x[k].mul_add(y[k], *sum);
        }
    };
    add(0, wide, 8, &mut sums);
    for sum in &mut sums {
        for lane in 0..4 {
            sum[lane] += sum[lane + 4];
        }
    }
    add(wide, whole, 4, &mut sums);
    let lane = |lane: usize| sums[0][lane] + sums[1][lane] + sums[2][lane] + sums[3][lane];
    let sum = if whole > 0 { (lane(0) + lane(2)) + (lane(1) + lane(3)) } else { 0.0 };
    (whole..x.len()).fold(sum, |sum, k| x[k].mul_add(y[k], sum))
}

fn dot(n: usize, x: &[f64], x_step: usize, y: &[f64], y_step: usize) -> f64 {
    if x_step == 1 && y_step == 1 {
        return dense_dot(&x[..n], &y[..n]);
    }
    strided_dot(n, |k| (x[k * x_step], y[k * y_step]))
}

/// How many rows go with row `place` of `count` through a product with a vector: four, two or one.
pub(super) fn width(place: usize, count: usize) -> usize {
    match place {
        _ if place < count / 4 * 4 => 4,
        _ if place < count / 2 * 2 => 2,
        _ => 1,
    }
}

/// A row times a vector, the matrix lying row by row: by lanes, then the up to three products left. Only where four
/// rows go together are the products of lanes fused.
pub(super) fn row_times<F: Field>(n: usize, terms: impl Fn(usize) -> (F, F), width: usize) -> F {
    let (product, plus) = steps(&terms);
    let whole = n / 4 * 4;
    let mut lanes = [F::default(); 4];
    for k in 0..whole {
        let lane = if width == 2 { k % 2 } else { k % 4 };
        lanes[lane] = if width == 4 { plus(lanes[lane], k) } else { lanes[lane] + product(k) };
    }
    let sum = (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
    match n - whole {
        0 => sum,
        1 => plus(sum, whole),
        2 => sum + plus(product(whole + 1), whole),
        _ => sum + plus(plus(product(whole + 1), whole), whole + 2),
    }
}

/// Row `place` of `height` times a vector, the matrix lying column by column, `dense` without gaps between columns.
pub(super) fn column_sums<F: Field>(
    n: usize,
    terms: impl Fn(usize) -> (F, F),
    place: usize,
    height: usize,
    dense: bool,
) -> F {
    if place < height / 4 * 4 {
        let mut sum = F::default();
        for_fours(n, terms, |part| sum = sum + part);
        return sum;
    }
    if !dense || height >= 4 {
        return chain(0..n, terms);
    }
    // Two or three rows: two columns at a time.
    let whole = n / 4 * 4;
    let pairs = (0..whole).step_by(2).fold(F::default(), |sum, k| {
        let ((x, y), (v, w)) = (terms(k), terms(k + 1));
        sum + (v * w).fused(x, y)
    });
    (whole..n).map(terms).fold(pairs, |sum, (x, y)| sum.fused(x, y))
}

/// `out = a · b` for matrices `m × k` and `k × n` in slices; steps in elements.
pub(super) fn multiply(
    out: &mut [f64],
    (m, n, k): (usize, usize, usize),
    a: &[f64],
    a_steps: (usize, usize),
    b: &[f64],
    b_steps: (usize, usize),
) {
    match (m, n) {
        (1, 1) => out[0] = dot(k, a, a_steps.1, b, b_steps.0),
        (_, 1) => multiply_vector(out, k, a, a_steps, b, b_steps.0),
        (1, _) => multiply_vector(out, k, b, (b_steps.1, b_steps.0), a, a_steps.1),
        _ => multiply_rows(out, (n, k), a, a_steps, b, b_steps),
    }
}

/// Each element one product after another, rounded once each; the elements of a row side by side.
fn multiply_rows(
    out: &mut [f64],
    (n, k): (usize, usize),
    a: &[f64],
    (a_down, a_across): (usize, usize),
    b: &[f64],
    (b_down, b_across): (usize, usize),
) {
    let add = fused::adder(a, b);
    let dense: Vec<f64>;
    let (b, b_down) = if b_across == 1 {
        (b, b_down)
    } else {
        dense = (0..k * n).map(|place| b[place / n * b_down + place % n * b_across]).collect();
        (&dense[..], n)
    };
    for (row, sums) in out.chunks_exact_mut(n).enumerate() {
        sums.fill(0.0);
        for k in 0..k {
            add(sums, a[row * a_down + k * a_across], &b[k * b_down..][..n]);
        }
    }
}

fn multiply_vector(
    out: &mut [f64],
    k: usize,
    matrix: &[f64],
    (down, across): (usize, usize),
    vector: &[f64],
    step: usize,
) {
    let height = out.len();
    for (row, sum) in out.iter_mut().enumerate() {
        let start = &matrix[row * down..];
        *sum = if across == 1 {
            row_times(k, |k| (start[k], vector[k * step]), width(row, height))
        } else {
            let dense = across == height && step == 1;
            column_sums(k, |k| (start[k * across], vector[k * step]), row, height, dense)
        };
    }
}
