//! exp, log and tanh of blocks: what array loops use, for `float64` and, by way of it, the narrower floats.
//!
//! An element's steps have no branches and a block is small, so that the compiler keeps a block in vectors from
//! end to end; arguments outside the method's range are done over one by one. The methods are table-driven
//! (Tang 1989, 1990) on the C library's tables, without fused steps, which browsers lack. Errors stay below 0.52
//! units in the last place (tanh: 0.6), so that last bits agree with any good library's in all but about one
//! result of a hundred. Not for random streams, which must agree in every bit: see `nd::random::elementary`.

use crate::nd::random::elementary::{
    EXP_POLYNOMIAL, LN2_HIGH, LN2_LOW, MINUS_STEP_HIGH, MINUS_STEP_LOW, STEPS_PER_LN2, TO_INTEGER, exact_product,
};
use crate::nd::random::elementary_tables::{EXP, POW_LOG};

/// Elements in a block.
pub(crate) const BLOCK: usize = 4;

/// A block of elements.
pub(crate) type Block = [f64; BLOCK];

/// `f` of each element; `map` of arrays is not made into vectors.
#[inline(always)]
fn each(x: &Block, f: impl Fn(f64) -> f64) -> Block {
    let mut y = [0.0; BLOCK];
    for (y, &x) in y.iter_mut().zip(x) {
        *y = f(x);
    }
    y
}

/// e to the power of each element; and whether any is outside of what the method serves: only of these can the
/// result overflow.
#[inline(always)]
pub(crate) fn exp(x: &Block) -> (Block, bool) {
    let exp = |x| {
        let Reduced { r, scale, lacking, .. } = Reduced::of(x);
        scale + scale * (r + rest_of_exp(r, lacking))
    };
    done_over(x, each(x, exp), |x| !(x.abs() < 708.0), libm::exp)
}

/// An argument as `count · ln 2 / 128 + r`, and `2^(count / 128)` in two parts.
struct Reduced {
    r: f64,
    /// What rounding `r` lost.
    r_low: f64,
    scale: f64,
    /// What the true power has more than `scale`, as a part of it.
    lacking: f64,
}

impl Reduced {
    #[inline(always)]
    fn of(x: f64) -> Self {
        let shifted = x * STEPS_PER_LN2 + TO_INTEGER;
        let (count, steps) = (shifted - TO_INTEGER, shifted.to_bits());
        let (high, low) = (x + count * MINUS_STEP_HIGH, count * MINUS_STEP_LOW);
        let r = high + low;
        let (lacking, scale) = EXP[(steps % 128) as usize];
        Self {
            r,
            r_low: (high - r) + low,
            scale: f64::from_bits(scale.wrapping_add(steps << 45)),
            lacking: f64::from_bits(lacking),
        }
    }
}

/// `exp(r) · (1 + lacking) - 1 - r`.
#[inline(always)]
fn rest_of_exp(r: f64, lacking: f64) -> f64 {
    let [c2, c3, c4, c5] = EXP_POLYNOMIAL;
    let square = r * r;
    lacking + square * (c2 + r * c3) + square * square * (c4 + r * c5)
}

/// Of log(1 + r): coefficients of r^2 to r^8.
const LOG_POLYNOMIAL: [f64; 7] = [
    -0.5,
    0.33333333333333395,
    -0.25000000000000033,
    0.1999999998830994,
    -0.16666666658719348,
    0.14286370355743763,
    -0.12500519079594427,
];

/// The natural logarithm of each element; and whether any is not a positive, normal and finite number.
#[inline(always)]
pub(crate) fn log(x: &Block) -> (Block, bool) {
    done_over(x, each(x, log_of_normal), |x| !(x >= f64::MIN_POSITIVE && x < f64::INFINITY), libm::log)
}

#[inline(always)]
fn log_of_normal(x: f64) -> f64 {
    const LOWEST: u64 = 0x3fe6_9555_0000_0000;
    const UPPER_HALF: u64 = !0xffff_ffff;
    // No arithmetic shift of 64 bits: processors have no vectors of it.
    const BIAS: u64 = 1024;
    let bits = x.to_bits();
    let offset = bits.wrapping_sub(LOWEST);
    let mantissa = f64::from_bits(bits.wrapping_sub(offset & 0xfff << 52));
    let biased = offset.wrapping_add(BIAS << 52) >> 52;
    let exponent = f64::from_bits((TO_INTEGER.to_bits() - BIAS).wrapping_add(biased)) - TO_INTEGER;
    let (inverse, point, lacking) = POW_LOG[((offset >> 45) % 128) as usize];
    // Inverses have nine bits, so that products with half a mantissa are exact.
    let upper = f64::from_bits(mantissa.to_bits() & UPPER_HALF);
    let (high, low) = (upper * inverse - 1.0, (mantissa - upper) * inverse);
    let r = high + low;
    let whole = exponent * LN2_HIGH + point;
    let sum = whole + r;
    let lost = ((whole - sum) + r) + ((high - r) + low) + (exponent * LN2_LOW + lacking);
    let [a0, a1, a2, a3, a4, a5, a6] = LOG_POLYNOMIAL;
    let square = r * r;
    let tail = (a1 + r * a2) + square * ((a3 + r * a4) + square * (a5 + r * a6));
    sum + (lost + (square * a0 + r * square * tail))
}

/// Of tanh(x) / x - 1, in powers of x squared, for x up to 0.26; fitted in 60 digits.
const TANH_POLYNOMIAL: [f64; 9] = [
    -0.3333333333333333,
    0.13333333333333328,
    -0.05396825396823571,
    0.021869488533377834,
    -0.008863235318043514,
    0.0035921189450231904,
    -0.0014556046317256625,
    0.0005866268339899304,
    -0.00021165629952910297,
];

/// The hyperbolic tangent of each element; the method serves them all.
#[inline(always)]
pub(crate) fn tanh(x: &Block) -> (Block, bool) {
    let tanh = |x: f64| {
        let (near, far) = (tanh_near_zero(x), tanh_of_size(x));
        // Chosen by bits: for a branch the compiler gives up its vectors.
        let is_near = u64::from(x.abs() < 0.26).wrapping_neg();
        f64::from_bits(near.to_bits() & is_near | far.to_bits() & !is_near).copysign(x)
    };
    (each(x, tanh), false)
}

#[inline(always)]
fn tanh_near_zero(x: f64) -> f64 {
    let square = x * x;
    let [t1, t2, t3, t4, t5, t6, t7, t8, t9] = TANH_POLYNOMIAL;
    let near = t1 + square * (t2 + square * (t3 + square * t4));
    let fourth = square * square;
    let far = t5 + square * t6 + fourth * (t7 + square * t8 + fourth * t9);
    x + x * (square * (near + fourth * fourth * far))
}

/// Of the argument without its sign: with E = e^2x the quotient (E - 1) / (E + 1), both terms with what their
/// rounding lost.
#[inline(always)]
fn tanh_of_size(x: f64) -> f64 {
    // From 19.07 on the result is 1; NaN stays NaN.
    let size = x.abs();
    let Reduced { r, r_low, scale, lacking } = Reduced::of(2.0 * if size > 20.0 { 20.0 } else { size });
    let more = scale * (r + (rest_of_exp(r, lacking) + r_low));
    let (below, above) = (scale - 1.0, scale + 1.0);
    let (numerator, denominator) = (below + more, above + more);
    let numerator_low = (below - numerator) + more;
    let denominator_low = ((above - denominator) + more) + ((scale - above) + 1.0);
    let quotient = numerator / denominator;
    let (product, error) = exact_product(quotient, denominator);
    let rest = ((numerator - product) - error) + (numerator_low - quotient * denominator_low);
    quotient + rest / denominator
}

/// The results with those done over that a method does not serve; and whether there are any.
#[inline(always)]
fn done_over(x: &Block, mut y: Block, outside: impl Fn(f64) -> bool, one: impl Fn(f64) -> f64) -> (Block, bool) {
    let any = x.iter().fold(false, |any, &x| any | outside(x));
    if any {
        for (x, y) in x.iter().zip(&mut y) {
            if outside(*x) {
                *y = one(*x);
            }
        }
    }
    (y, any)
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Block, exp, log, tanh};
    use crate::nd::random::{BitSource, Pcg64, SeedSequence, elementary};

    /// How many numbers lie between two of one sign.
    fn ulps(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    #[test]
    fn last_digits_agree_with_one_by_one_libraries() {
        let mut bits = Pcg64::from_sequence(&SeedSequence::new(&[11]));
        for round in 0..80_000 {
            let x: Block = std::array::from_fn(|_| {
                let u = bits.next_double();
                match round % 4 {
                    0 => u,
                    1 => (u - 0.5) * 1400.0,
                    2 => 0.9 + 0.2 * u,
                    _ => (u - 0.5) * u * u * 8.0,
                }
            });
            let positive = x.map(f64::abs);
            let found = [(x, exp(&x).0), (positive, log(&positive).0), (x, tanh(&x).0)];
            for k in 0..BLOCK {
                // libm's own tanh is off by more than one.
                for (row, (expected, most)) in
                    [(elementary::exp as fn(f64) -> f64, 1), (elementary::log, 1), (libm::tanh, 2)]
                        .into_iter()
                        .enumerate()
                {
                    let (x, y) = (found[row].0[k], found[row].1[k]);
                    assert!(ulps(y, expected(x)) <= most, "of {x}: {y}, not {}", expected(x));
                }
            }
        }
    }

    /// What the standard fixes, and whether a result may be an event.
    #[test]
    fn limits() {
        let same = |f: fn(&Block) -> (Block, bool), x: Block, expected: Block, unusual: bool| {
            let (y, any) = f(&x);
            assert_eq!(any, unusual, "of {x:?}");
            for (y, expected) in y.into_iter().zip(expected) {
                assert!(y.to_bits() == expected.to_bits() || (y.is_nan() && expected.is_nan()), "{y}, not {expected}");
            }
        };
        let (inf, nan) = (f64::INFINITY, f64::NAN);
        same(exp, [0.0, -0.0, -1e-310, 1.0], [1.0, 1.0, 1.0, std::f64::consts::E], false);
        same(exp, [inf, -inf, nan, 0.0], [inf, 0.0, nan, 1.0], true);
        same(log, [0.0, -0.0, inf, 1.0], [-inf, -inf, inf, 0.0], true);
        same(log, [-inf, nan, -1e-310, 1.0], [nan, nan, nan, 0.0], true);
        same(log, [1.0; BLOCK], [0.0; BLOCK], false);
        same(tanh, [0.0, -0.0, inf, -inf], [0.0, -0.0, 1.0, -1.0], false);
        same(tanh, [nan, -1e-310, 30.0, -30.0], [nan, -1e-310, 1.0, -1.0], false);
    }
}
