//! Two `float64` in a 128-bit vector of wasm. `words.rs` says the same for other processors.

use core::arch::wasm32::{f64x2, u64x2_extract_lane, u64x2_shuffle};
pub use core::arch::wasm32::{
    f64x2_abs as abs, f64x2_add as add, f64x2_div as div, f64x2_lt as less, f64x2_mul as mul, f64x2_sub as sub,
    i64x2_add as integer_add, i64x2_all_true as all, i64x2_sub as integer_sub, u64x2_shl as shift_up,
    u64x2_shr as shift_down, u64x2_splat as word, v128 as Part, v128_and as and, v128_bitselect as select,
};

/// Elements of one [`Part`].
pub const LANES: usize = 2;

/// What registers hold of a long computation.
pub const PARTS: usize = 2;

#[inline(always)]
pub fn of(value: impl Fn(usize) -> u64) -> Part {
    // As numbers: these are loaded into a vector straight from memory.
    f64x2(f64::from_bits(value(0)), f64::from_bits(value(1)))
}

/// The first ones, and the second ones.
#[inline(always)]
pub fn of_pairs(value: impl Fn(usize) -> (u64, u64)) -> (Part, Part) {
    let pair = |lane| {
        let (first, second) = value(lane);
        f64x2(f64::from_bits(first), f64::from_bits(second))
    };
    let (a, b) = (pair(0), pair(1));
    (u64x2_shuffle::<0, 2>(a, b), u64x2_shuffle::<1, 3>(a, b))
}

#[inline(always)]
pub fn words(a: Part) -> [u64; LANES] {
    [u64x2_extract_lane::<0>(a), u64x2_extract_lane::<1>(a)]
}
