//! Fused multiply-adds, by rows and single, `x · y + z` with one rounding. wasm has no instruction for it, and the
//! routine behind [`f64::mul_add`] there takes one number at a time; here the compiler finds vectors.
//!
//! Exact by the method of Boldo and Melquiond (2008): the product and the sums as pairs of doubles, the last sum but
//! one rounded to odd. Not for factors so large or small that a pair cannot hold their product: [`adder`] looks
//! at them first. Elsewhere than in wasm it is the processor's own instruction.

/// Adds to each sum a product of two factors.
pub(super) type Add = fn(&mut [f64], f64, &[f64]);

/// What adds `x · y`, rounded once, to each sum of a row: `x` from `left`, the `y` from `right`, and sums that began
/// at 0 and were only added to by it.
pub(super) fn adder(left: &[f64], right: &[f64]) -> Add {
    let pairs = cfg!(target_arch = "wasm32") && left.iter().chain(right).all(|&factor| holds(factor));
    if pairs { in_pairs } else { at_once }
}

/// `x · y + z`, rounded once.
#[inline(always)]
pub(in crate::nd) fn one(x: f64, y: f64, z: f64) -> f64 {
    // A sum of products of factors that pairs hold is far from where pairs end.
    let pairs = cfg!(target_arch = "wasm32") && holds(x) && holds(y) && (z == 0.0 || holds(z));
    if pairs { fused(x, y, z) } else { x.mul_add(y, z) }
}

/// As [`one`], of narrow numbers: their product is a double, and a sum rounded to odd can be rounded again.
#[inline(always)]
pub(in crate::nd) fn narrow(x: f32, y: f32, z: f32) -> f32 {
    let (product, z) = (f64::from(x) * f64::from(y), f64::from(z));
    let sum = product + z;
    (if sum.is_finite() { sum_to_odd(product, z) } else { sum }) as f32
}

fn at_once(sums: &mut [f64], x: f64, ys: &[f64]) {
    for (sum, y) in sums.iter_mut().zip(ys) {
        *sum = x.mul_add(*y, *sum);
    }
}

fn in_pairs(sums: &mut [f64], x: f64, ys: &[f64]) {
    for (sum, y) in sums.iter_mut().zip(ys) {
        *sum = fused(x, *y, *sum);
    }
}

/// Whether products of such factors neither overflow nor lose a bit below the smallest double.
fn holds(factor: f64) -> bool {
    const LARGEST: f64 = f64::from_bits((1023 + 400) << 52);
    const SMALLEST: f64 = f64::from_bits((1023 - 400) << 52);
    let size = factor.abs();
    factor == 0.0 || (SMALLEST..=LARGEST).contains(&size)
}

#[inline(always)]
fn fused(x: f64, y: f64, z: f64) -> f64 {
    let product = x * y;
    let ((x_high, x_low), (y_high, y_low)) = (halves(x), halves(y));
    let product_rest = x_low * y_low - (((product - x_high * y_high) - x_low * y_high) - x_high * y_low);
    let (small, small_rest) = sum(z, product_rest);
    let (large, large_rest) = sum(product, small);
    let fused = large + sum_to_odd(small_rest, large_rest);
    // The pairs forget the sign of a zero.
    if product == 0.0 { product + z } else { fused }
}

/// A number as the sum of two of 26 bits (Veltkamp).
#[inline(always)]
fn halves(x: f64) -> (f64, f64) {
    const SPLIT: f64 = ((1 << 27) + 1) as f64;
    let high = SPLIT * x - (SPLIT * x - x);
    (high, x - high)
}

/// A sum and what its rounding lost (Knuth).
#[inline(always)]
fn sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let b_there = sum - a;
    (sum, (a - (sum - b_there)) + (b - b_there))
}

/// A sum of which, if it is not exact, the neighbour with an odd last bit is taken.
#[inline(always)]
fn sum_to_odd(a: f64, b: f64) -> f64 {
    let (sum, rest) = sum(a, b);
    let (bits, rest_bits) = (sum.to_bits(), rest.to_bits());
    let towards_rest = 1_u64.wrapping_sub((bits ^ rest_bits) >> 63 << 1);
    // Of a sum that is not finite the rest is no number.
    let is_even_and_inexact = u64::from((rest > 0.0) | (rest < 0.0)) & !bits & 1;
    f64::from_bits(bits.wrapping_add(towards_rest & is_even_and_inexact.wrapping_neg()))
}

/// `x · y + z` in single precision, rounded once. The product is exact in double precision, and a sum rounded to odd
/// there rounds to single precision as the true one does.
#[inline(always)]
pub(super) fn fused_single(x: f32, y: f32, z: f32) -> f32 {
    sum_to_odd(f64::from(x) * f64::from(y), f64::from(z)) as f32
}

#[cfg(test)]
mod tests {
    use super::{fused, fused_single, holds};

    /// Bits for a case: SplitMix64.
    fn bits(state: &mut u64) -> u64 {
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 27)
    }

    /// A double whose exponent lies within `reach` of 0, with the last `blank` of its bits 0.
    fn double(state: &mut u64, reach: u64, blank: u32) -> f64 {
        let (bits, exponent) = (bits(state), bits(state) % (2 * reach + 1));
        let fraction = bits & 0x800f_ffff_ffff_ffff & (u64::MAX << blank);
        f64::from_bits(fraction | (1023 + exponent - reach) << 52)
    }

    #[test]
    fn single_precision_is_rounded_once_too() {
        let mut state = 2;
        for case in 0..300_000_u64 {
            let single = |state: &mut u64| f32::from_bits(bits(state) as u32);
            let (x, y) = (single(&mut state), single(&mut state));
            let near = x * y;
            let z = match case % 4 {
                0 => single(&mut state),
                1 => -near,
                2 => near * 2_f32.powi((case % 60) as i32 - 30),
                _ => -near * (1.0 + f32::EPSILON),
            };
            let (ours, expected) = (fused_single(x, y, z), x.mul_add(y, z));
            assert!(ours.to_bits() == expected.to_bits() || ours.is_nan() && expected.is_nan(), "{x:e} {y:e} {z:e}");
        }
    }

    #[test]
    fn pairs_give_the_bits_of_one_rounding() {
        let mut state = 1;
        for case in 0..300_000_u64 {
            let reach = [1, 10, 60, 300, 399][(case % 5) as usize];
            let x = double(&mut state, reach, (case % 3 * 20) as u32);
            let y = double(&mut state, reach, (case % 7 * 8) as u32);
            let near = x * y;
            let z = match case % 6 {
                0 => double(&mut state, reach, 0),
                1 => -near,
                2 => -near * (1.0 + (case % 5) as f64 * f64::EPSILON),
                // Ties and near ties: a power of two far above or below the product.
                3 => near.signum() * 2_f64.powi(near.abs().log2() as i32 + (case % 110) as i32 - 55),
                4 => -near * 2_f64.powi((case % 220) as i32 - 110),
                _ => 0.0,
            };
            assert!(holds(x) && holds(y));
            for x in [x, -x, 0.0] {
                assert_eq!(fused(x, y, z).to_bits(), x.mul_add(y, z).to_bits(), "{x:e} {y:e} {z:e}");
            }
        }
    }
}
