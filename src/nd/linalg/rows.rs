//! Sums along the last axes of arrays that lie in one piece, in the order of NumPy's `einsum`, so that the last digit
//! agrees: `'i->'`, `'ij->i'`, `'i,i'`, `'ij,j->i'`, `'ij,ij->i'`.
//!
//! NumPy adds in the lanes of a register of 16 bytes, four registers at a time, and the lanes at the end. Other sums
//! and products of `einsum` are not here; nor are the integers, whose sums have no order.

use num_traits::Zero;
use std::ops::{Add, Mul};

use crate::nd::array::Array;
use crate::nd::dtype::{DType, Element};
use crate::nd::error::Result;

/// The sums over all axes after the first `kept` ones of `first`, or of its product with `second`, which has `first`'s
/// shape or that of one row. `None` where NumPy's order is another one, or does not matter.
pub fn sums(first: &Array, second: Option<&Array>, kept: usize) -> Option<Result<Array>> {
    let in_order = |array: &Array| array.dtype() == first.dtype() && array.is_c_contiguous() && array.is_aligned();
    if first.size() == 0 || kept >= first.ndim() || !in_order(first) || !second.is_none_or(in_order) {
        return None;
    }
    let row = second.map(|second| second.shape() == &first.shape()[kept..]);
    if row == Some(false) && second.is_some_and(|second| second.shape() != first.shape()) {
        return None;
    }
    let made = match first.dtype() {
        DType::Float64 => of::<f64, 2>(first, second, kept, row == Some(true)),
        DType::Float32 => of::<f32, 4>(first, second, kept, row == Some(true)),
        _ => return None,
    }?;
    Some(made.reshaped_to(first.shape()[..kept].into()))
}

fn of<T, const LANES: usize>(first: &Array, second: Option<&Array>, kept: usize, row: bool) -> Option<Array>
where
    T: Element + Zero + Add<Output = T> + Mul<Output = T>,
{
    let length: usize = first.shape()[kept..].iter().product();
    let size = first.size();
    first.buffer().with_slice::<T, _>(first.offset(), size, |a| {
        let rows = a.chunks_exact(length);
        let Some(second) = second else {
            return Some(Array::vector(rows.map(total::<T, LANES>).collect::<Vec<T>>()));
        };
        second.buffer().with_slice::<T, _>(second.offset(), second.size(), |b| {
            let step = if row { 0 } else { length };
            let dots = rows.enumerate().map(|(at, a)| dot::<T, LANES>(a, &b[at * step..at * step + length]));
            Array::vector(dots.collect::<Vec<T>>())
        })
    })?
}

fn total<T: Copy + Zero + Add<Output = T>, const LANES: usize>(values: &[T]) -> T {
    let mut lanes = [T::zero(); LANES];
    let mut blocks = values.chunks_exact(4 * LANES);
    for block in &mut blocks {
        for (lane, sum) in lanes.iter_mut().enumerate() {
            let [a, b, c, d] = [0, 1, 2, 3].map(|at| block[at * LANES + lane]);
            *sum = ((a + b) + (c + d)) + *sum;
        }
    }
    for part in blocks.remainder().chunks(LANES) {
        for (sum, &value) in lanes.iter_mut().zip(part) {
            *sum = value + *sum;
        }
    }
    across(&lanes)
}

fn dot<T: Copy + Zero + Add<Output = T> + Mul<Output = T>, const LANES: usize>(a: &[T], b: &[T]) -> T {
    let mut lanes = [T::zero(); LANES];
    let (mut of_a, mut of_b) = (a.chunks_exact(4 * LANES), b.chunks_exact(4 * LANES));
    for (a, b) in (&mut of_a).zip(&mut of_b) {
        for (lane, sum) in lanes.iter_mut().enumerate() {
            for at in [3, 2, 1, 0] {
                *sum = a[at * LANES + lane] * b[at * LANES + lane] + *sum;
            }
        }
    }
    for (a, b) in of_a.remainder().chunks(LANES).zip(of_b.remainder().chunks(LANES)) {
        for ((sum, &a), &b) in lanes.iter_mut().zip(a).zip(b) {
            *sum = a * b + *sum;
        }
    }
    across(&lanes)
}

/// The sum of the lanes, neighbours first.
fn across<T: Copy + Add<Output = T>>(lanes: &[T]) -> T {
    match lanes {
        [one] => *one,
        _ => across(&lanes[..lanes.len() / 2]) + across(&lanes[lanes.len() / 2..]),
    }
}
