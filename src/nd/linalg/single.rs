//! Short sums of products in single precision, in the order and with the roundings of the BLAS behind NumPy: as `short`
//! for double precision. Found by comparison with NumPy 2.4 (OpenBLAS, AVX-512); where its order is not known, and for
//! a matrix times a vector, `multiply` adds as it likes.

use super::fused::fused_single as fused;
use super::multiply::multiply as in_any_order;

/// From this many terms on, the kernels for rows of a C-contiguous left operand add in lanes.
const LANES_FROM: usize = 32;

/// `out = a · b` for matrices `m × k` and `k × n` in slices; steps in elements.
pub(super) fn multiply(
    out: &mut [f32],
    (m, n, k): (usize, usize, usize),
    a: &[f32],
    a_steps: (usize, usize),
    b: &[f32],
    b_steps: (usize, usize),
) {
    let by_columns = a_steps.1 != 1;
    let whole_panels = b_steps.1 == 1 && (n % 16 == 0 || n % 16 > 8);
    match (m, n) {
        (1, 1) => out[0] = dot(k, a, a_steps.1, b, b_steps.0),
        (1, _) | (_, 1) => in_any_order(out, (m, n, k), a, a_steps, b, b_steps),
        _ if k < LANES_FROM || by_columns || whole_panels => {
            for (row, sums) in out.chunks_exact_mut(n).enumerate() {
                sums.fill(0.0);
                for term in 0..k {
                    let x = a[row * a_steps.0 + term * a_steps.1];
                    let ys = &b[term * b_steps.0..];
                    if b_steps.1 == 1 {
                        sums.iter_mut().zip(ys).for_each(|(sum, &y)| *sum = fused(x, y, *sum));
                    } else {
                        sums.iter_mut()
                            .zip(ys.iter().step_by(b_steps.1))
                            .for_each(|(sum, &y)| *sum = fused(x, y, *sum));
                    }
                }
            }
        }
        _ => in_any_order(out, (m, n, k), a, a_steps, b, b_steps),
    }
}

fn dot(n: usize, x: &[f32], x_step: usize, y: &[f32], y_step: usize) -> f32 {
    if x_step == 1 && y_step == 1 { dense_dot(&x[..n], &y[..n]) } else { strided_dot(n, x, x_step, y, y_step) }
}

/// Four accumulators of sixteen lanes, then of eight; what is left over is added in double precision.
fn dense_dot(x: &[f32], y: &[f32]) -> f32 {
    let (wide, whole) = (x.len() / 64 * 64, x.len() / 32 * 32);
    let mut sums = [[0.0_f32; 16]; 4];
    for (x, y) in x[..wide].as_chunks::<64>().0.iter().zip(y.as_chunks::<64>().0) {
        for ((sums, x), y) in sums.iter_mut().zip(x.as_chunks::<16>().0).zip(y.as_chunks::<16>().0) {
            sums.iter_mut().zip(x.iter().zip(y)).for_each(|(sum, (&x, &y))| *sum = fused(x, y, *sum));
        }
    }
    let mut sums = sums.map(|sums| std::array::from_fn::<f32, 8, _>(|lane| sums[lane] + sums[lane + 8]));
    for (sums, at) in sums.iter_mut().zip((wide..whole).step_by(8)) {
        let (x, y) = (&x[at..at + 8], &y[at..at + 8]);
        sums.iter_mut().zip(x.iter().zip(y)).for_each(|(sum, (&x, &y))| *sum = fused(x, y, *sum));
    }
    let lane = |lane: usize| sums[0][lane] + sums[1][lane] + sums[2][lane] + sums[3][lane];
    let half = |at: usize| lane(at) + lane(at + 4);
    let sum = (half(0) + half(1)) + (half(2) + half(3));
    let left = x[whole..].iter().zip(&y[whole..]).map(|(x, y)| f64::from(x * y)).sum::<f64>();
    (left + f64::from(sum)) as f32
}

/// Two products at a time, added in double precision.
fn strided_dot(n: usize, x: &[f32], x_step: usize, y: &[f32], y_step: usize) -> f32 {
    let terms = |at: usize| (x[at * x_step], y[at * y_step]);
    let mut sum = 0.0;
    for at in (0..n / 2 * 2).step_by(2) {
        let ((x, y), (v, w)) = (terms(at), terms(at + 1));
        sum += f64::from(fused(x, y, v * w));
    }
    if n % 2 == 1 {
        let (x, y) = terms(n - 1);
        sum += f64::from(x * y);
    }
    sum as f32
}
