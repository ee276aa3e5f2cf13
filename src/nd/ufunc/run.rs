//! How a run of elements is folded into one: in order, in lanes where order does not matter, or
//! pairwise, the way NumPy adds floating-point numbers, so that the last digit agrees.

use num_complex::Complex64;

use super::loops::Run;

/// Independent accumulators of a fold whose order does not matter.
const LANES: usize = 16;
/// Accumulators of NumPy's pairwise sum.
const PAIRWISE_LANES: usize = 8;
/// Longest run that NumPy sums without splitting it.
const PAIRWISE_BLOCK: usize = 128;

impl<T: Copy> Run<'_, T> {
    fn len(&self) -> usize {
        match *self {
            Self::Contiguous(data) => data.len(),
            Self::Strided { count, .. } => count,
        }
    }
}

/// First to last.
#[inline(always)]
pub(crate) fn in_order<T: Copy>(start: T, run: Run<T>, f: impl Fn(T, T) -> T) -> T {
    match run {
        Run::Contiguous(data) => data.iter().fold(start, |folded, x| f(folded, x.get())),
        Run::Strided { data, start: at, step, count } => {
            (0..count as isize).fold(start, |folded, k| f(folded, data[(at + k * step) as usize].get()))
        }
    }
}

/// In whatever order is fastest; `f` is associative and commutative, bit for bit.
#[inline(always)]
pub(crate) fn any_order<T: Copy>(start: T, run: Run<T>, f: impl Fn(T, T) -> T) -> T {
    let Run::Contiguous(data) = run else { return in_order(start, run, f) };
    let mut blocks = data.chunks_exact(LANES);
    let Some(first) = blocks.next() else { return in_order(start, Run::Contiguous(data), f) };
    let mut lanes: [T; LANES] = std::array::from_fn(|k| first[k].get());
    for block in &mut blocks {
        for (lane, x) in lanes.iter_mut().zip(block) {
            *lane = f(*lane, x.get());
        }
    }
    let folded = lanes.into_iter().fold(start, &f);
    in_order(folded, Run::Contiguous(blocks.remainder()), f)
}

/// NumPy's pairwise sum of reals: eight accumulators, runs over 128 split near the middle at a
/// multiple of eight. Error grows with the logarithm of the length.
pub(crate) trait PairwiseSum: Copy {
    /// `start + pairwise(run)`.
    fn sum(start: Self, run: Run<Self>) -> Self;
}

macro_rules! pairwise_sum {
    ($($float:ty),*) => {
        $(impl PairwiseSum for $float {
            #[inline]
            fn sum(start: Self, run: Run<Self>) -> Self {
                start + match run {
                    Run::Contiguous(data) => {
                        split(0, data.len(), &|at, n| {
                            let data = &data[at..][..n];
                            let mut lanes: [$float; PAIRWISE_LANES] = std::array::from_fn(|k| data[k].get());
                            let mut blocks = data[PAIRWISE_LANES..].chunks_exact(PAIRWISE_LANES);
                            for block in &mut blocks {
                                for (lane, x) in lanes.iter_mut().zip(block) {
                                    *lane += x.get();
                                }
                            }
                            blocks.remainder().iter().fold(tree(lanes), |sum, x| sum + x.get())
                        }, &|at, n| data[at..][..n].iter().fold(-0.0, |sum, x| sum + x.get()))
                    }
                    Run::Strided { data, start, step, count } => {
                        let at = |k: usize| data[(start + k as isize * step) as usize].get();
                        split(0, count, &|from, n| {
                            let mut lanes: [$float; PAIRWISE_LANES] = std::array::from_fn(|k| at(from + k));
                            let whole = n / PAIRWISE_LANES * PAIRWISE_LANES;
                            for block in (PAIRWISE_LANES..whole).step_by(PAIRWISE_LANES) {
                                for (k, lane) in lanes.iter_mut().enumerate() {
                                    *lane += at(from + block + k);
                                }
                            }
                            (whole..n).fold(tree(lanes), |sum, k| sum + at(from + k))
                        }, &|from, n| (from..from + n).fold(-0.0, |sum, k| sum + at(k)))
                    }
                }
            }
        })*
    };
}

pairwise_sum!(f32, f64);

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

impl PairwiseSum for Complex64 {
    /// As for reals, with four accumulators for each part: lengths count both parts.
    fn sum(start: Self, run: Run<Self>) -> Self {
        let count = run.len();
        let at = |k: usize| match run {
            Run::Contiguous(data) => data[k].get(),
            Run::Strided { data, start, step, .. } => data[(start + k as isize * step) as usize].get(),
        };
        start + pairwise_complex(0, 2 * count, &at)
    }
}

fn pairwise_complex(from: usize, parts: usize, at: &impl Fn(usize) -> Complex64) -> Complex64 {
    let n = parts / 2;
    if parts < PAIRWISE_LANES {
        (from..from + n).fold(Complex64::new(-0.0, -0.0), |sum, k| sum + at(k))
    } else if parts <= PAIRWISE_BLOCK {
        let mut lanes: [Complex64; 4] = std::array::from_fn(|k| at(from + k));
        let whole = parts / PAIRWISE_LANES * 4;
        for block in (4..whole).step_by(4) {
            for (k, lane) in lanes.iter_mut().enumerate() {
                *lane += at(from + block + k);
            }
        }
        let sum = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
        (whole..n).fold(sum, |sum, k| sum + at(from + k))
    } else {
        let half = parts / 2 / PAIRWISE_LANES * PAIRWISE_LANES;
        pairwise_complex(from, half, at) + pairwise_complex(from + half / 2, parts - half, at)
    }
}
