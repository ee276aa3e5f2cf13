//! exp, log and tanh of whole blocks: what array loops use, for `float64` and, by way of it, the
//! narrower floats.
//!
//! Every step is done to all elements of a block before the next, without branches, so that the
//! compiler can vectorise it; arguments outside the method's range are done over one by one. The
//! methods are table-driven (Tang 1989, 1990) on the C library's tables, without fused steps, which
//! browsers lack. Errors stay below 0.52 units in the last place (tanh: 0.6), so that last bits agree
//! with any good library's in all but about one result of a hundred. Not for random streams, which must
//! agree in every bit: see `nd::random::elementary`.

use crate::nd::random::elementary::{
    EXP_POLYNOMIAL, LN2_HIGH, LN2_LOW, MINUS_STEP_HIGH, MINUS_STEP_LOW, STEPS_PER_LN2, TO_INTEGER, exact_product,
};
use crate::nd::random::elementary_tables::{EXP, POW_LOG};

/// Elements in a block.
pub(crate) const BLOCK: usize = 16;

/// A block of elements.
pub(crate) type Block = [f64; BLOCK];

/// What registers hold of log's steps; exp and tanh are better off with more.
const HALF_BLOCK: usize = 8;

/// e to the power of each element.
#[inline(never)]
pub(crate) fn exp(x: &Block) -> Block {
    let reduced = Reduced::of(x);
    let mut y = [0.0; BLOCK];
    for k in 0..BLOCK {
        let (scale, r) = (reduced.scale[k], reduced.r[k]);
        y[k] = scale + scale * (r + rest_of_exp(r, reduced.lacking[k]));
    }
    redo(x, &mut y, |x| !(x.abs() < 708.0), libm::exp);
    y
}

/// Arguments as `count · ln 2 / 128 + r`, and `2^(count / 128)` in two parts.
struct Reduced {
    r: Block,
    /// What rounding `r` lost.
    r_low: Block,
    scale: Block,
    /// What the true power has more than `scale`, as a part of it.
    lacking: Block,
}

impl Reduced {
    #[inline(always)]
    fn of(x: &Block) -> Self {
        let mut reduced = Self { r: [0.0; BLOCK], r_low: [0.0; BLOCK], scale: [0.0; BLOCK], lacking: [0.0; BLOCK] };
        let mut steps = [0_u64; BLOCK];
        for k in 0..BLOCK {
            let shifted = x[k] * STEPS_PER_LN2 + TO_INTEGER;
            let count = shifted - TO_INTEGER;
            steps[k] = shifted.to_bits();
            let (high, low) = (x[k] + count * MINUS_STEP_HIGH, count * MINUS_STEP_LOW);
            reduced.r[k] = high + low;
            reduced.r_low[k] = (high - reduced.r[k]) + low;
        }
        for k in 0..BLOCK {
            let (lacking, scale) = EXP[(steps[k] % 128) as usize];
            reduced.lacking[k] = f64::from_bits(lacking);
            reduced.scale[k] = f64::from_bits(scale.wrapping_add(steps[k] << 45));
        }
        reduced
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

/// The natural logarithm of each element.
#[inline(never)]
pub(crate) fn log(x: &[f64; HALF_BLOCK]) -> [f64; HALF_BLOCK] {
    const LOWEST: u64 = 0x3fe6_9555_0000_0000;
    const UPPER_HALF: u64 = !0xffff_ffff;
    let (mut exponent, mut mantissa, mut row) = ([0.0; HALF_BLOCK], [0.0; HALF_BLOCK], [0_u64; HALF_BLOCK]);
    for k in 0..HALF_BLOCK {
        let bits = x[k].to_bits();
        let offset = bits.wrapping_sub(LOWEST);
        row[k] = offset >> 45;
        mantissa[k] = f64::from_bits(bits.wrapping_sub(offset & 0xfff << 52));
        exponent[k] = f64::from_bits(TO_INTEGER.to_bits().wrapping_add_signed(offset as i64 >> 52)) - TO_INTEGER;
    }
    let (mut inverse, mut point, mut lacking) = ([0.0; HALF_BLOCK], [0.0; HALF_BLOCK], [0.0; HALF_BLOCK]);
    for k in 0..HALF_BLOCK {
        (inverse[k], point[k], lacking[k]) = POW_LOG[(row[k] % 128) as usize];
    }
    let mut y = [0.0; HALF_BLOCK];
    for k in 0..HALF_BLOCK {
        // Inverses have nine bits, so that products with half a mantissa are exact.
        let upper = f64::from_bits(mantissa[k].to_bits() & UPPER_HALF);
        let (high, low) = (upper * inverse[k] - 1.0, (mantissa[k] - upper) * inverse[k]);
        let r = high + low;
        let whole = exponent[k] * LN2_HIGH + point[k];
        let sum = whole + r;
        let lost = ((whole - sum) + r) + ((high - r) + low) + (exponent[k] * LN2_LOW + lacking[k]);
        let [a0, a1, a2, a3, a4, a5, a6] = LOG_POLYNOMIAL;
        let square = r * r;
        let tail = (a1 + r * a2) + square * ((a3 + r * a4) + square * (a5 + r * a6));
        y[k] = sum + (lost + (square * a0 + r * square * tail));
    }
    redo(x, &mut y, |x| !(x >= f64::MIN_POSITIVE && x < f64::INFINITY), libm::log);
    y
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

/// The hyperbolic tangent of each element.
#[inline(never)]
pub(crate) fn tanh(x: &Block) -> Block {
    let mut doubled = [0.0; BLOCK];
    for k in 0..BLOCK {
        // From 19.07 on the result is 1; NaN stays NaN.
        let size = x[k].abs();
        doubled[k] = 2.0 * if size > 20.0 { 20.0 } else { size };
    }
    // With E = e^2x the quotient (E - 1) / (E + 1), both terms with what their rounding lost.
    let reduced = Reduced::of(&doubled);
    let mut y = [0.0; BLOCK];
    for k in 0..BLOCK {
        let (r, scale) = (reduced.r[k], reduced.scale[k]);
        let more = scale * (r + (rest_of_exp(r, reduced.lacking[k]) + reduced.r_low[k]));
        let (below, above) = (scale - 1.0, scale + 1.0);
        let (numerator, denominator) = (below + more, above + more);
        let numerator_low = (below - numerator) + more;
        let denominator_low = ((above - denominator) + more) + ((scale - above) + 1.0);
        let quotient = numerator / denominator;
        let (product, error) = exact_product(quotient, denominator);
        let rest = ((numerator - product) - error) + (numerator_low - quotient * denominator_low);
        y[k] = quotient + rest / denominator;
    }
    for k in 0..BLOCK {
        let square = x[k] * x[k];
        let [t1, t2, t3, t4, t5, t6, t7, t8, t9] = TANH_POLYNOMIAL;
        let near = t1 + square * (t2 + square * (t3 + square * t4));
        let fourth = square * square;
        let far = t5 + square * t6 + fourth * (t7 + square * t8 + fourth * t9);
        let small = x[k] + x[k] * (square * (near + fourth * fourth * far));
        y[k] = if x[k].abs() < 0.26 { small } else { y[k] }.copysign(x[k]);
    }
    y
}

/// Does over the elements that a method does not serve.
#[inline(always)]
fn redo<const N: usize>(x: &[f64; N], y: &mut [f64; N], outside: impl Fn(f64) -> bool, one: impl Fn(f64) -> f64) {
    if x.iter().fold(false, |any, &x| any | outside(x)) {
        for (x, y) in x.iter().zip(y) {
            if outside(*x) {
                *y = one(*x);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Block, exp, log, tanh};
    use crate::nd::random::{BitSource, Pcg64, SeedSequence, elementary};

    fn logs(x: &Block) -> Block {
        let mut y = [0.0; BLOCK];
        x.as_chunks().0.iter().zip(y.as_chunks_mut().0).for_each(|(x, y)| *y = log(x));
        y
    }

    /// How many numbers lie between two of one sign.
    fn ulps(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    #[test]
    fn last_digits_agree_with_one_by_one_libraries() {
        let mut bits = Pcg64::from_sequence(&SeedSequence::new(&[11]));
        for round in 0..20_000 {
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
            let found = [(x, exp(&x)), (positive, logs(&positive)), (x, tanh(&x))];
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

    /// What the standard fixes.
    #[test]
    fn limits() {
        let block = |x: [f64; 6]| -> Block { std::array::from_fn(|k| x[k % 6]) };
        let x = block([0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, -1e-310]);
        let same = |y: Block, expected: [f64; 6]| {
            (0..BLOCK).for_each(|k| {
                let (y, expected) = (y[k], expected[k % 6]);
                assert!(y.to_bits() == expected.to_bits() || (y.is_nan() && expected.is_nan()), "{y}, not {expected}");
            });
        };
        same(exp(&x), [1.0, 1.0, f64::INFINITY, 0.0, f64::NAN, 1.0]);
        same(logs(&x), [f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::NAN, f64::NAN, f64::NAN]);
        same(tanh(&x), [0.0, -0.0, 1.0, -1.0, f64::NAN, -1e-310]);
    }
}
