//! How a run of elements, or rows of them, are folded into one: in any order, in lanes, where order does not matter, or
//! pairwise, the way NumPy adds floating-point numbers, so that the last digit agrees.

use std::cell::Cell;

use half::f16;
use num_complex::{Complex, Complex32, Complex64};
use num_traits::Float;

use super::strip::{Places, Rows, Strip};
use crate::nd::buffer::Src;
use crate::nd::dtype::Element;

/// Independent accumulators of a fold whose order does not matter.
const LANES: usize = 16;
/// Accumulators of NumPy's pairwise sum.
const PAIRWISE_LANES: usize = 8;
/// Longest run that NumPy sums without splitting it.
const PAIRWISE_BLOCK: usize = 128;

/// Folds the strip `input` into the one element of `out` in whatever order is fastest; `f` is associative
/// and commutative, bit for bit.
pub(crate) fn any_order<T: Element>(n: usize, out: &Strip, input: &Strip, f: impl Fn(T, T) -> T) {
    let (out, places) = (out.cells::<T>(), input.places::<T>());
    let mut folded = out.at(0).get();
    let mut done = 0;
    if let Some(data) = input.adjacent::<T>(n)
        && n >= 2 * LANES
    {
        let mut lanes: [T; LANES] = std::array::from_fn(|k| data[k].get());
        for block in data[LANES..].chunks_exact(LANES) {
            for (lane, x) in lanes.iter_mut().zip(block) {
                *lane = f(*lane, x.get());
            }
        }
        folded = lanes.into_iter().fold(folded, &f);
        done = n / LANES * LANES;
    }
    for k in done..n {
        folded = f(folded, places.at(k).get());
    }
    out.at(0).set(folded);
}

/// Folds rows into one, each element in the order of the rows. Several at a time, so that what gathers is
/// read and written less often than it is added to.
pub(crate) fn rows<T: Element>(rows: &Rows, f: impl Fn(T, T) -> T) {
    const TOGETHER: usize = 4;
    let out = rows.out.adjacent_cells::<T>(rows.n).expect("elements of rows are adjacent");
    let whole = rows.count / TOGETHER * TOGETHER;
    for first in (0..whole).step_by(TOGETHER) {
        fold_rows::<T, TOGETHER>(out, std::array::from_fn(|k| rows.row(first + k)), &f);
    }
    for row in whole..rows.count {
        fold_rows::<T, 1>(out, [rows.row(row)], &f);
    }
}

#[inline(always)]
fn fold_rows<T: Element, const N: usize>(out: &[Cell<T>], rows: [&[Src<T>]; N], f: impl Fn(T, T) -> T) {
    /// Elements kept in registers.
    const WIDTH: usize = 8;
    let (blocks, last) = out.as_chunks::<WIDTH>();
    let row_blocks = rows.map(|row| &row.as_chunks::<WIDTH>().0[..blocks.len()]);
    for (at, out) in blocks.iter().enumerate() {
        let mut folded: [T; WIDTH] = std::array::from_fn(|k| out[k].get());
        for row in &row_blocks {
            for (folded, x) in folded.iter_mut().zip(&row[at]) {
                *folded = f(*folded, x.get());
            }
        }
        out.iter().zip(folded).for_each(|(out, x)| out.set(x));
    }
    let done = blocks.len() * WIDTH;
    for (k, out) in last.iter().enumerate() {
        out.set(rows.iter().fold(out.get(), |folded, row| f(folded, row[done + k].get())));
    }
}

/// Adds the strip `input` to the one element of `out`, pairwise.
pub(crate) fn pairwise<T: PairwiseSum>(n: usize, out: &Strip, input: &Strip) {
    let out = out.cells::<T>();
    let sum = match input.adjacent::<T>(n) {
        Some(data) => T::sum_adjacent(data),
        None => T::sum_apart(&input.places::<T>(), n),
    };
    out.at(0).set(out.at(0).get().plus(sum));
}

/// NumPy's pairwise sum: eight accumulators, runs over 128 split near the middle at a multiple of eight.
/// Its error grows with the logarithm of the length.
pub(crate) trait PairwiseSum: Element {
    /// What a sum is kept in: the type itself, but `float32` for `float16`.
    type Sum;
    /// The sum of adjacent elements.
    fn sum_adjacent(data: &[Src<Self>]) -> Self::Sum;
    /// The sum of `n` elements anywhere.
    fn sum_apart(places: &Places<Src<Self>>, n: usize) -> Self::Sum;
    /// An element more a sum.
    fn plus(self, sum: Self::Sum) -> Self;
}

macro_rules! pairwise_sum {
    ($($float:ty as $sum:ty, $wide:expr, $plus:expr;)*) => {
        $(impl PairwiseSum for $float {
            type Sum = $sum;
            fn sum_adjacent(data: &[Src<Self>]) -> $sum {
                split(0, data.len(), &|at, n| {
                    let data = &data[at..][..n];
                    let mut lanes: [$sum; PAIRWISE_LANES] = std::array::from_fn(|k| $wide(data[k].get()));
                    let mut blocks = data[PAIRWISE_LANES..].chunks_exact(PAIRWISE_LANES);
                    for block in &mut blocks {
                        for (lane, x) in lanes.iter_mut().zip(block) {
                            *lane += $wide(x.get());
                        }
                    }
                    blocks.remainder().iter().fold(tree(lanes), |sum, x| sum + $wide(x.get()))
                }, &|at, n| data[at..][..n].iter().fold(-0.0, |sum, x| sum + $wide(x.get())))
            }
            fn sum_apart(places: &Places<Src<Self>>, n: usize) -> $sum {
                let at = |k: usize| $wide(places.at(k).get());
                split(0, n, &|from, n| {
                    let mut lanes: [$sum; PAIRWISE_LANES] = std::array::from_fn(|k| at(from + k));
                    let whole = n / PAIRWISE_LANES * PAIRWISE_LANES;
                    for block in (PAIRWISE_LANES..whole).step_by(PAIRWISE_LANES) {
                        for (k, lane) in lanes.iter_mut().enumerate() {
                            *lane += at(from + block + k);
                        }
                    }
                    (whole..n).fold(tree(lanes), |sum, k| sum + at(from + k))
                }, &|from, n| (from..from + n).fold(-0.0, |sum, k| sum + at(k)))
            }
            #[inline(always)]
            fn plus(self, sum: $sum) -> Self { $plus(self, sum) }
        })*
    };
}

pairwise_sum! {
    f16 as f32, f16::to_f32, |x: f16, sum: f32| f16::from_f32(x.to_f32() + sum);
    f32 as f32, std::convert::identity, |x: f32, sum: f32| x + sum;
    f64 as f64, std::convert::identity, |x: f64, sum: f64| x + sum;
}

/// The order in which NumPy adds its eight accumulators.
#[inline(always)]
fn tree<T: std::ops::Add<Output = T> + Copy>(r: [T; PAIRWISE_LANES]) -> T {
    ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
}

/// The recursion: `block` sums 8 to 128 elements, `few` fewer than eight.
fn split<T: std::ops::Add<Output = T>>(
    at: usize,
    n: usize,
    block: &impl Fn(usize, usize) -> T,
    few: &impl Fn(usize, usize) -> T,
) -> T {
    if n < PAIRWISE_LANES {
        few(at, n)
    } else if n <= PAIRWISE_BLOCK {
        block(at, n)
    } else {
        let half = n / 2 / PAIRWISE_LANES * PAIRWISE_LANES;
        split(at, half, block, few) + split(at + half, n - half, block, few)
    }
}

macro_rules! pairwise_sum_complex {
    ($($complex:ty),*) => {
        $(impl PairwiseSum for $complex {
            type Sum = Self;
            fn sum_adjacent(data: &[Src<Self>]) -> Self { pairwise_complex(0, 2 * data.len(), &|k| data[k].get()) }
            fn sum_apart(places: &Places<Src<Self>>, n: usize) -> Self {
                pairwise_complex(0, 2 * n, &|k| places.at(k).get())
            }
            fn plus(self, sum: Self) -> Self { self + sum }
        })*
    };
}

pairwise_sum_complex!(Complex32, Complex64);

/// As for reals, with four accumulators for each part: lengths count both parts.
fn pairwise_complex<F: Float>(from: usize, parts: usize, at: &dyn Fn(usize) -> Complex<F>) -> Complex<F> {
    let n = parts / 2;
    if parts < PAIRWISE_LANES {
        let zero = Complex::new(F::neg_zero(), F::neg_zero());
        (from..from + n).fold(zero, |sum, k| sum + at(k))
    } else if parts <= PAIRWISE_BLOCK {
        let mut lanes: [Complex<F>; 4] = std::array::from_fn(|k| at(from + k));
        let whole = parts / PAIRWISE_LANES * 4;
        for block in (4..whole).step_by(4) {
            for (k, lane) in lanes.iter_mut().enumerate() {
                *lane = *lane + at(from + block + k);
            }
        }
        let sum = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
        (whole..n).fold(sum, |sum, k| sum + at(from + k))
    } else {
        let half = parts / 2 / PAIRWISE_LANES * PAIRWISE_LANES;
        pairwise_complex(from, half, at) + pairwise_complex(from + half / 2, parts - half, at)
    }
}
