//! One matrix times another, or times a vector, in slices of `float32` or `float64`, in whichever order of
//! additions is fastest: `ndarray`'s product (packed, register-blocked), in wasm `blocked`. Orders of additions
//! that give NumPy's last digit: `short`, `single`. Arrays and stacks of matrices: `stacks`.

use ndarray::linalg::general_mat_mul;
use ndarray::{ArrayView2, ArrayViewMut2, ShapeBuilder};

use super::blocked;
use crate::nd::dtype::Element;

/// Writes the product of two matrices, given with sizes and steps in elements, to a slice.
pub(super) type Multiply<T> = fn(&mut [T], (usize, usize, usize), &[T], (usize, usize), &[T], (usize, usize));

/// Sum of products of two strided vectors, in independent accumulators.
fn dot_of<T: Element + ndarray::LinalgScalar>(n: usize, a: &[T], a_step: usize, b: &[T], b_step: usize) -> T {
    const LANES: usize = 16;
    let mut lanes = [T::zero(); LANES];
    let whole = n / LANES * LANES;
    if a_step == 1 && b_step == 1 {
        for (a, b) in a[..whole].chunks_exact(LANES).zip(b[..whole].chunks_exact(LANES)) {
            for ((lane, &x), &y) in lanes.iter_mut().zip(a).zip(b) {
                *lane = *lane + x * y;
            }
        }
    } else {
        for block in (0..whole).step_by(LANES) {
            for (k, lane) in lanes.iter_mut().enumerate() {
                *lane = *lane + a[(block + k) * a_step] * b[(block + k) * b_step];
            }
        }
    }
    let mut width = LANES;
    while width > 1 {
        width /= 2;
        for k in 0..width {
            lanes[k] = lanes[k] + lanes[k + width];
        }
    }
    (whole..n).fold(lanes[0], |sum, k| sum + a[k * a_step] * b[k * b_step])
}

/// `out = a · b` where one of the two is a vector: rows of dot products where those run along memory, else
/// sums of multiples of columns.
fn multiply_vector<T: Element + ndarray::LinalgScalar>(
    out: &mut [T],
    rows: usize,
    k: usize,
    matrix: &[T],
    (down, across): (usize, usize),
    vector: &[T],
    step: usize,
) {
    if across <= down || rows == 1 {
        for (row, sum) in out.iter_mut().enumerate() {
            *sum = dot_of(k, &matrix[row * down..], across, vector, step);
        }
        return;
    }
    out.fill(T::zero());
    for column in 0..k {
        let factor = vector[column * step];
        let start = &matrix[column * across..];
        for (row, sum) in out.iter_mut().enumerate() {
            *sum = *sum + factor * start[row * down];
        }
    }
    debug_assert_eq!(out.len(), rows, "one sum for each row");
}

/// `out = a · b` for matrices in slices; steps in elements.
pub(super) fn multiply<T: Element + ndarray::LinalgScalar>(
    out: &mut [T],
    (m, n, k): (usize, usize, usize),
    a: &[T],
    a_steps: (usize, usize),
    b: &[T],
    b_steps: (usize, usize),
) {
    if n == 1 {
        return multiply_vector(out, m, k, a, a_steps, b, b_steps.0);
    }
    if m == 1 {
        return multiply_vector(out, n, k, b, (b_steps.1, b_steps.0), a, a_steps.1);
    }
    if cfg!(target_arch = "wasm32") {
        let matrix = |data, (down, across)| blocked::Matrix { data, down, across };
        return blocked::multiply(out, (m, n, k), matrix(a, a_steps), matrix(b, b_steps));
    }
    let view = |data, shape: (usize, usize), steps: (usize, usize)| {
        ArrayView2::from_shape(shape.strides(steps), data).expect("steps are positive and within the slice")
    };
    let mut out = ArrayViewMut2::from_shape((m, n), out).expect("the output is m by n");
    general_mat_mul(T::one(), &view(a, (m, k), a_steps), &view(b, (k, n), b_steps), T::zero(), &mut out);
}
