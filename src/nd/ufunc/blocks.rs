//! exp, log and tanh of whole blocks: what array loops use, for `float64` and, by way of it, the
//! narrower floats.
//!
//! Every step is done to a few elements at once ([`Lanes`]), without branches; arguments outside a method's range
//! are done over one by one. The methods are table-driven (Tang 1989, 1990) on the C library's tables, without
//! fused steps, which browsers lack. Errors stay below 0.52 units in the last place (tanh: 0.6), so that last bits
//! agree with any good library's in all but about one result of a hundred. Not for random streams, which must
//! agree in every bit: see `nd::random::elementary`.

use super::lanes::{LANES, Lanes, Mask};
use crate::nd::random::elementary::{
    EXP_POLYNOMIAL, LN2_HIGH, LN2_LOW, MINUS_STEP_HIGH, MINUS_STEP_LOW, STEPS_PER_LN2, TO_INTEGER, exact_product,
};
use crate::nd::random::elementary_tables::{EXP, POW_LOG};

/// Elements that are computed at once.
pub(crate) type Block = [f64; LANES];

/// e to the power of each element; as many blocks of results as of arguments, here and below.
#[inline(never)]
pub(crate) fn exp(x: &[Block], y: &mut [Block]) {
    let served = each(x, y, |x| {
        let Reduced { r, scale, lacking, .. } = Reduced::of(x);
        (scale + scale * (r + rest_of_exp(r, lacking)), x.abs().less(708.0))
    });
    if !served {
        redo(x, y, |x| !(x.abs() < 708.0), libm::exp);
    }
}

/// Arguments as `count · ln 2 / 128 + r`, and `2^(count / 128)` in two parts.
struct Reduced {
    r: Lanes,
    /// What rounding `r` lost.
    r_low: Lanes,
    scale: Lanes,
    /// What the true power has more than `scale`, as a part of it.
    lacking: Lanes,
}

impl Reduced {
    #[inline(always)]
    fn of(x: Lanes) -> Self {
        let shifted = x * STEPS_PER_LN2 + TO_INTEGER;
        let (count, steps) = (shifted - TO_INTEGER, shifted.bits());
        let (high, low) = (x + count * MINUS_STEP_HIGH, count * MINUS_STEP_LOW);
        let r = high + low;
        let (lacking, scale) = steps.look_up_pairs(|step| EXP[(step % 128) as usize]);
        Self { r, r_low: (high - r) + low, scale: (scale + steps.shift_up(45)).floats(), lacking: lacking.floats() }
    }
}

/// `exp(r) · (1 + lacking) - 1 - r`.
#[inline(always)]
fn rest_of_exp(r: Lanes, lacking: Lanes) -> Lanes {
    let [c2, c3, c4, c5] = EXP_POLYNOMIAL;
    let square = r * r;
    lacking + square * (r * c3 + c2) + square * square * (r * c5 + c4)
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
pub(crate) fn log(x: &[Block], y: &mut [Block]) {
    let served = each(x, y, |x| (log_of_normal(x), Lanes::from(f64::MIN_POSITIVE).less(x) & x.less(f64::INFINITY)));
    if !served {
        redo(x, y, |x| !(x > f64::MIN_POSITIVE && x < f64::INFINITY), libm::log);
    }
}

#[inline(always)]
fn log_of_normal(x: Lanes) -> Lanes {
    const LOWEST: u64 = 0x3fe6_9555_0000_0000;
    const EXPONENT: u64 = 0xfff << 52;
    const UPPER_HALF: u64 = !0xffff_ffff;
    // Processors have no shift of 64-bit lanes that keeps the sign.
    const BIAS: u64 = 1024;
    let offset = x.bits() - LOWEST;
    let mantissa = (x.bits() - (offset & EXPONENT)).floats();
    let exponent =
        ((offset + (BIAS << 52)).shift_down(52) + TO_INTEGER.to_bits()).floats() - (TO_INTEGER + BIAS as f64);
    let row = offset.shift_down(45);
    let entry = |row: u64| &POW_LOG[(row % 128) as usize];
    let (inverse, point) = row.look_up_pairs(|row| (entry(row).0.to_bits(), entry(row).1.to_bits()));
    let (inverse, point, lacking) = (inverse.floats(), point.floats(), row.look_up(|row| entry(row).2));
    // Inverses have nine bits, so that products with half a mantissa are exact.
    let upper = (mantissa.bits() & UPPER_HALF).floats();
    let (high, low) = (upper * inverse - 1.0, (mantissa - upper) * inverse);
    let r = high + low;
    let whole = exponent * LN2_HIGH + point;
    let sum = whole + r;
    let lost = ((whole - sum) + r) + ((high - r) + low) + (exponent * LN2_LOW + lacking);
    let [a0, a1, a2, a3, a4, a5, a6] = LOG_POLYNOMIAL;
    let square = r * r;
    let tail = (r * a2 + a1) + square * ((r * a4 + a3) + square * (r * a6 + a5));
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

/// The hyperbolic tangent of each element.
#[inline(never)]
pub(crate) fn tanh(x: &[Block], y: &mut [Block]) {
    each(x, y, |x| {
        let size = x.abs();
        // From 19.07 on the result is 1; NaN stays NaN.
        let bounded = Lanes::from(20.0).less(size).select(20.0, size);
        (size.less(0.26).select(tanh_near_zero(x), tanh_by_exp(bounded)).with_sign_of(x), Mask::everywhere())
    });
}

/// Of positive numbers up to 20.
#[inline(always)]
fn tanh_by_exp(x: Lanes) -> Lanes {
    // With E = e^2x the quotient (E - 1) / (E + 1), both terms with what their rounding lost.
    let Reduced { r, r_low, scale, lacking } = Reduced::of(x * 2.0);
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

#[inline(always)]
fn tanh_near_zero(x: Lanes) -> Lanes {
    let square = x * x;
    let [t1, t2, t3, t4, t5, t6, t7, t8, t9] = TANH_POLYNOMIAL;
    let near = square * (square * (square * t4 + t3) + t2) + t1;
    let fourth = square * square;
    let far = square * t6 + t5 + fourth * (square * t8 + t7 + fourth * t9);
    x + x * (square * (near + fourth * fourth * far))
}

/// `y = f(x)`, block by block; whether `f` serves all of them.
#[inline(always)]
fn each(x: &[Block], y: &mut [Block], f: impl Fn(Lanes) -> (Lanes, Mask)) -> bool {
    let mut served = Mask::everywhere();
    for (x, y) in x.iter().zip(y) {
        let (result, serves) = f(Lanes::new(x));
        *y = result.values();
        served = served & serves;
    }
    served.all()
}

/// Does over the elements that a method does not serve.
#[cold]
#[inline(never)]
fn redo(x: &[Block], y: &mut [Block], outside: fn(f64) -> bool, one: fn(f64) -> f64) {
    for (&x, y) in x.as_flattened().iter().zip(y.as_flattened_mut()) {
        if outside(x) {
            *y = one(x);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, exp, log, tanh};
    use crate::nd::random::{BitSource, Pcg64, SeedSequence, elementary};
    use crate::nd::ufunc::lanes::LANES;

    fn of(f: fn(&[Block], &mut [Block]), x: &[f64]) -> Vec<f64> {
        let mut padded = vec![[1.0; LANES]; x.len().div_ceil(LANES)];
        padded.as_flattened_mut()[..x.len()].copy_from_slice(x);
        let mut y = padded.clone();
        f(&padded, &mut y);
        y.as_flattened()[..x.len()].to_vec()
    }

    /// How many numbers lie between two of one sign.
    fn ulps(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    #[test]
    fn last_digits_agree_with_one_by_one_libraries() {
        let mut bits = Pcg64::from_sequence(&SeedSequence::new(&[11]));
        let x: Vec<f64> = (0..320_000)
            .map(|k| {
                let u = bits.next_double();
                match k % 4 {
                    0 => u,
                    1 => (u - 0.5) * 1400.0,
                    2 => 0.9 + 0.2 * u,
                    _ => (u - 0.5) * u * u * 8.0,
                }
            })
            .collect();
        let positive: Vec<f64> = x.iter().map(|x| x.abs()).collect();
        // libm's own tanh is off by more than one.
        for (x, found, expected, most) in [
            (&x, of(exp, &x), elementary::exp as fn(f64) -> f64, 1),
            (&positive, of(log, &positive), elementary::log, 1),
            (&x, of(tanh, &x), libm::tanh, 2),
        ] {
            for (&x, y) in x.iter().zip(found) {
                assert!(ulps(y, expected(x)) <= most, "of {x}: {y}, not {}", expected(x));
            }
        }
    }

    /// What the standard fixes.
    #[test]
    fn limits() {
        const NAN: f64 = f64::NAN;
        const INFINITY: f64 = f64::INFINITY;
        let x = [0.0, -0.0, INFINITY, -INFINITY, NAN, -1e-310];
        for (found, expected) in [
            (of(exp, &x), [1.0, 1.0, INFINITY, 0.0, NAN, 1.0]),
            (of(log, &x), [-INFINITY, -INFINITY, INFINITY, NAN, NAN, NAN]),
            (of(tanh, &x), [0.0, -0.0, 1.0, -1.0, NAN, -1e-310]),
        ] {
            for (y, expected) in found.into_iter().zip(expected) {
                assert!(y.to_bits() == expected.to_bits() || (y.is_nan() && expected.is_nan()), "{y}, not {expected}");
            }
        }
    }
}
