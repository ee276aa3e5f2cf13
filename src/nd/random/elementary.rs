//! log, log1p, exp, expm1 and pow as NumPy's distributions get them from the C library on x86-64 with fused
//! multiply-add, to the last bit; the same bits natively and in the browser.
//!
//! Rust's own `f64::ln` is the host's, and another one in the browser; the `libm` crate differs from
//! the C library in one draw of fourteen. So the C library's method is written out: a table of 128
//! points an octave and a short polynomial, each step fused or not as there (see the source of the
//! tables in `elementary_tables`). Rare arguments (subnormal, out of range) go to the `libm` crate.

use std::ops::{Add, Mul, Sub};

use super::elementary_tables::{EXP, LOG, POW_LOG};

pub(in crate::nd) const LN2_HIGH: f64 = 0.6931471805598903;
pub(in crate::nd) const LN2_LOW: f64 = 5.497923018708371e-14;
/// Of log(1 + r), r small: coefficients of r^2 to r^6.
const LOG_POLYNOMIAL: [f64; 5] =
    [-0.5000000000000001, 0.33333333331825593, -0.2499999999622955, 0.20000304511814496, -0.16667054827627667];
/// Of log(1 + r), r up to 1/16: coefficients of r^2 to r^12.
const LOG_NEAR_ONE: [f64; 11] = [
    -0.5,
    0.3333333333333352,
    -0.24999999999998432,
    0.19999999999320328,
    -0.16666666669929706,
    0.14285715076560868,
    -0.12499997863982555,
    0.11110712032936046,
    -0.10000486757818193,
    0.09181994006195467,
    -0.08328363062289341,
];
/// Of log(1 + r) for pow, in powers of r and of its half, negated.
const POW_POLYNOMIAL: [f64; 7] = [
    -0.5,
    -0.6666666666666679,
    0.5000000000000007,
    0.7999999995323976,
    -0.6666666663487739,
    -1.142909628459501,
    1.0000415263675542,
];
/// Of exp(r): coefficients of r^2 to r^5.
pub(in crate::nd) const EXP_POLYNOMIAL: [f64; 4] =
    [0.49999999999996786, 0.16666666666665886, 0.0416666808410674, 0.008333335853059549];
/// Of log(1 + f), in powers of f / (2 + f) squared.
const LOG1P_POLYNOMIAL: [f64; 7] = [
    0.6666666666666735,
    0.3999999999940942,
    0.2857142874366239,
    0.22222198432149784,
    0.1818357216161805,
    0.15313837699209373,
    0.14798198605116586,
];
/// Of exp(r) - 1, in powers of half r squared.
const EXPM1_POLYNOMIAL: [f64; 5] = [
    -0.03333333333333313,
    0.0015873015872548146,
    -7.93650757867488e-05,
    4.008217827329362e-06,
    -2.0109921818362437e-07,
];
pub(in crate::nd) const STEPS_PER_LN2: f64 = 184.6649652337873;
pub(in crate::nd) const MINUS_STEP_HIGH: f64 = -0.005415212348111709;
pub(in crate::nd) const MINUS_STEP_LOW: f64 = -1.2864023111638346e-14;
/// Adding this leaves a number rounded to an integer in the low bits.
pub(in crate::nd) const TO_INTEGER: f64 = 6755399441055744.0;

/// The natural logarithm.
pub(in crate::nd) fn log(x: f64) -> f64 {
    let bits = x.to_bits();
    if (0x3fee_0000_0000_0000..=0x3ff1_08ff_ffff_ffff).contains(&bits) {
        return log_near_one(x);
    }
    if !(0x0010_0000_0000_0000..0x7ff0_0000_0000_0000).contains(&bits) {
        return libm::log(x);
    }
    let (exponent, row, mantissa) = split(bits, 0x3fe6_0000_0000_0000);
    let (inverse, log_point) = LOG[row];
    let sum = LogSum::new(exponent, mantissa, inverse, log_point);
    sum.unfused().unwrap_or_else(|| sum.fused())
}

/// Logarithms in a block of [`logs`].
pub(super) const LOGS: usize = 16;

/// The natural logarithm of each, as [`log`].
///
/// Every step is done to all of them before the next, so that the compiler finds the vectors.
pub(super) fn logs(x: &[f64; LOGS]) -> [f64; LOGS] {
    const LOWEST: u64 = 0x3fe6_0000_0000_0000;
    let (mut exponent, mut mantissa, mut row) = ([0.0; LOGS], [0.0; LOGS], [0_u64; LOGS]);
    for k in 0..LOGS {
        let bits = x[k].to_bits();
        let offset = bits.wrapping_sub(LOWEST);
        row[k] = offset >> 45;
        mantissa[k] = f64::from_bits(bits.wrapping_sub(offset & 0xfff << 52));
        exponent[k] = f64::from_bits(TO_INTEGER.to_bits().wrapping_add_signed(offset as i64 >> 52)) - TO_INTEGER;
    }
    let (mut inverse, mut point) = ([0.0; LOGS], [0.0; LOGS]);
    for k in 0..LOGS {
        (inverse[k], point[k]) = LOG[(row[k] % 128) as usize];
    }
    let (mut above, mut below) = ([0.0; LOGS], [0.0; LOGS]);
    for k in 0..LOGS {
        [above[k], below[k]] = LogSum::new(exponent[k], mantissa[k], inverse[k], point[k]).bounds();
    }
    for k in 0..LOGS {
        if above[k] != below[k] || !(0.001..0.9375).contains(&x[k]) {
            above[k] = log(x[k]);
        }
    }
    above
}

/// `high + low` and a polynomial of `r`: a logarithm in parts.
struct LogSum {
    exponent: f64,
    r: f64,
    square: f64,
    high: f64,
    /// What rounding `high` lost.
    rest: f64,
}

impl LogSum {
    #[inline(always)]
    fn new(exponent: f64, mantissa: f64, inverse: f64, log_point: f64) -> Self {
        // The product is within 1/128 of 1, so that only the sum with its error rounds: fused, in effect.
        let (product, error) = exact_product(mantissa, inverse);
        let r = (product - 1.0) + error;
        // Exact products: LN2_HIGH has eleven bits to spare, LN2_LOW four.
        let whole = exponent * LN2_HIGH + log_point;
        let high = whole + r;
        Self { exponent, r, square: r * r, high, rest: whole - high + r }
    }

    /// The sum in fused steps lies between these, if the exponent is within 16.
    #[inline(always)]
    fn bounds(&self) -> [f64; 2] {
        let Self { exponent, r, square, high, rest } = *self;
        let [a0, a1, a2, a3, a4] = LOG_POLYNOMIAL;
        let low = square * a0 + (rest + exponent * LN2_LOW);
        let small = r * square * (a1 + r * a2 + square * (a3 + r * a4)) + low;
        let slack = (square + low.abs()) * 1.8e-15;
        [high + (small + slack), high + (small - slack)]
    }

    /// The sum in fused steps, where that can be told without them: mostly.
    #[inline(always)]
    fn unfused(&self) -> Option<f64> {
        let [above, below] = self.bounds();
        (above == below && self.exponent.abs() < 16.0).then_some(above)
    }

    fn fused(&self) -> f64 {
        let Self { exponent, r, square, high, rest } = *self;
        let [a0, a1, a2, a3, a4] = LOG_POLYNOMIAL;
        let low = square.mul_add(a0, exponent.mul_add(LN2_LOW, rest));
        let tail = r.mul_add(a4, a3).mul_add(square, r.mul_add(a2, a1));
        (r * square).mul_add(tail, low) + high
    }
}

/// `a · b` rounded, and what the rounding lost (Dekker 1971), for numbers of moderate size. A fused
/// multiply-add would be shorter, but the browser has none.
#[inline(always)]
pub(in crate::nd) fn exact_product<T>(a: T, b: T) -> (T, T)
where
    T: Copy + Add<Output = T> + Sub<Output = T> + Mul<Output = T> + Mul<f64, Output = T>,
{
    let halves = |x: T| {
        let scaled = x * 134_217_729.0;
        let high = scaled - (scaled - x);
        (high, x - high)
    };
    let ((a_high, a_low), (b_high, b_low)) = (halves(a), halves(b));
    let product = a * b;
    (product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low)
}

fn log_near_one(x: f64) -> f64 {
    if x == 1.0 {
        return 0.0;
    }
    let r = x - 1.0;
    let square = r * r;
    let cube = r * square;
    let [half, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10] = LOG_NEAR_ONE;
    // r in two parts, so that the square of the high one is exact.
    let scaled = r * 134_217_728.0;
    let r_high = (r + scaled) - scaled;
    let r_low = r - r_high;
    let high_square = r_high * r_high;
    let high = r + high_square * half;
    let low = r - high + high_square * half;
    // As in `log`.
    let first = b1 + r * b2 + square * b3;
    let second = b4 + r * b5 + square * b6;
    let third = b7 + r * b8 + square * b9 + cube * b10;
    let small = cube * (first + cube * (second + cube * third)) + (low + half * r_low * (r + r_high));
    let slack = (cube.abs() + low.abs()) * 6e-16;
    let result = high + (small + slack);
    if result == high + (small - slack) {
        return result;
    }
    let first = square.mul_add(b3, r.mul_add(b2, b1));
    let second = square.mul_add(b6, r.mul_add(b5, b4));
    let third = cube.mul_add(b10, square.mul_add(b9, r.mul_add(b8, b7)));
    let tail = third.mul_add(cube, second).mul_add(cube, first);
    high + tail.mul_add(cube, (half * r_low).mul_add(r + r_high, low))
}

/// e to the power `x`.
pub(in crate::nd) fn exp(x: f64) -> f64 {
    // From 2^-54 to 1024.
    if !(0x3c9..=0x408).contains(&magnitude(x)) {
        return libm::exp(x);
    }
    if x.abs() < 512.0
        && let Some(result) = exp_unfused(x)
    {
        return result;
    }
    exp_of(x, None)
}

/// As [`exp_of`] without fused steps, for the browser, which has none: `None` when the result is so near
/// the middle between two numbers that a fused step could turn it.
fn exp_unfused(x: f64) -> Option<f64> {
    let shifted = x * STEPS_PER_LN2 + TO_INTEGER;
    let steps = shifted.to_bits();
    let count = shifted - TO_INTEGER;
    // The first product is exact: the factor has 36 bits, the count at most 17.
    let r = (x + count * MINUS_STEP_HIGH) + count * MINUS_STEP_LOW;
    let (lacking, scale) = EXP[(steps % 128) as usize];
    let scale = f64::from_bits(scale.wrapping_add(steps << 45));
    let [c2, c3, c4, c5] = EXP_POLYNOMIAL;
    let square = r * r;
    let near = r + f64::from_bits(lacking) + square * (c2 + r * c3);
    let part = scale * (near + square * square * (c4 + r * c5));
    // Double roundings of r and of the product, each below 2^-61 of the result.
    let slack = scale * 1.8e-18;
    let result = scale + (part + slack);
    (result == scale + (part - slack)).then_some(result)
}

/// `x` to the power `y`.
pub(in crate::nd) fn pow(x: f64, y: f64) -> f64 {
    let bits = x.to_bits();
    let normal = (0x0010_0000_0000_0000..0x7ff0_0000_0000_0000).contains(&bits);
    if !normal || !(0x3be..=0x43d).contains(&magnitude(y)) {
        return libm::pow(x, y);
    }
    let (exponent, row, mantissa) = split(bits, 0x3fe6_9555_0000_0000);
    let (inverse, log_point, log_rest) = POW_LOG[row];
    let r = mantissa.mul_add(inverse, -1.0);
    let [a0, a1, a2, a3, a4, a5, a6] = POW_POLYNOMIAL;
    let whole = exponent.mul_add(LN2_HIGH, log_point);
    let sum = whole + r;
    let low1 = exponent.mul_add(LN2_LOW, log_rest);
    let low2 = whole - sum + r;
    let ar = a0 * r;
    let ar2 = r * ar;
    let ar3 = r * ar2;
    let high = sum + ar2;
    let low3 = ar.mul_add(r, -ar2);
    let low4 = sum - high + ar2;
    let tail = ar2.mul_add(r.mul_add(a6, a5).mul_add(ar2, r.mul_add(a4, a3)), r.mul_add(a2, a1));
    let low = ar3.mul_add(tail, low1 + low2 + low3 + low4);
    let log_high = high + low;
    let log_low = high - log_high + low;

    let power = y * log_high;
    if !(0x3c9..=0x408).contains(&magnitude(power)) {
        return libm::pow(x, y);
    }
    exp_of(power, Some(y.mul_add(log_low, log_high.mul_add(y, -power))))
}

/// e to the power `x + rest`, for an `x` from 2^-54 to 1024, or down to -1024.
fn exp_of(x: f64, rest: Option<f64>) -> f64 {
    let shifted = x.mul_add(STEPS_PER_LN2, TO_INTEGER);
    let steps = shifted.to_bits();
    let count = shifted - TO_INTEGER;
    let mut r = count.mul_add(MINUS_STEP_LOW, count.mul_add(MINUS_STEP_HIGH, x));
    if let Some(rest) = rest {
        r += rest;
    }
    let (lacking, scale) = EXP[(steps % 128) as usize];
    let scale = scale.wrapping_add(steps << 45);
    let [c2, c3, c4, c5] = EXP_POLYNOMIAL;
    let square = r * r;
    let near = r.mul_add(c3, c2).mul_add(square, r + f64::from_bits(lacking));
    let far = r.mul_add(c5, c4);
    let rest = (square * square).mul_add(far, near);
    if magnitude(x) == 0x408 {
        return scaled_far(scale, rest, x < 0.0);
    }
    let scale = f64::from_bits(scale);
    rest.mul_add(scale, scale)
}

/// `scale · (1 + rest)` where the bits of `scale` may have run over at either end.
fn scaled_far(scale: u64, rest: f64, down: bool) -> f64 {
    if !down {
        let scale = f64::from_bits(scale.wrapping_sub(1009 << 52));
        return rest.mul_add(scale, scale) * f64::from_bits((1023 + 1009) << 52);
    }
    let scale = f64::from_bits(scale.wrapping_add(1022 << 52));
    let more = rest * scale;
    let mut y = scale + more;
    if y < 1.0 {
        // The result is subnormal: round once, at its last bit.
        let low = scale - y + more;
        let high = 1.0 + y;
        y = (1.0 - high + y + low + high) - 1.0;
    }
    y * f64::MIN_POSITIVE
}

/// The biased exponent, without the sign.
fn magnitude(x: f64) -> u64 {
    x.to_bits() >> 52 & 0x7ff
}

/// A positive normal number as `2^exponent · mantissa`, the mantissa from that of `lowest` on, and
/// the mantissa's row in a table of 128.
fn split(bits: u64, lowest: u64) -> (f64, usize, f64) {
    let offset = bits.wrapping_sub(lowest);
    let row = (offset >> 45) as usize % 128;
    let exponent = (offset as i64 >> 52) as f64;
    (exponent, row, f64::from_bits(bits.wrapping_sub(offset & 0xfff << 52)))
}

/// log(1 + x) by the older method of fdlibm, with the sums in the C library's order.
pub(in crate::nd) fn log1p(x: f64) -> f64 {
    // -0.2929 and 0.41421, by the upper halves of their bits: from there on 1 + x is rounded and what was lost is carried along.
    let plain = x > -0.2928934097290039 && x < 0.4142136573791504;
    let tiny = (5.551115123125783e-17..1.862_645_149_230_957e-9).contains(&x.abs());
    if tiny {
        return (x * x).mul_add(-0.5, x);
    }
    if !(x > -1.0 && x < 9e15) || x.abs() < 1e-9 {
        return libm::log1p(x);
    }
    let (mut exponent, mut lost, mut f, mut high) = (0, 0.0, x, 1);
    if !plain {
        let sum = 1.0 + x;
        high = (sum.to_bits() >> 32) as u32;
        exponent = (high >> 20) as i32 - 1023;
        lost = if exponent > 0 { 1.0 - (sum - x) } else { x - (sum - 1.0) } / sum;
        high &= 0x000f_ffff;
        let mantissa = sum.to_bits() & 0x000f_ffff_ffff_ffff;
        if high < 0x6_a09e {
            f = f64::from_bits(mantissa | 0x3ff0_0000_0000_0000) - 1.0;
        } else {
            exponent += 1;
            f = f64::from_bits(mantissa | 0x3fe0_0000_0000_0000) - 1.0;
            high = (0x0010_0000 - high) >> 2;
        }
    }
    let count = f64::from(exponent);
    let (ln2_high, ln2_low) = (0.6931471803691238, 1.9082149292705877e-10);
    let lost = count.mul_add(ln2_low, lost);
    let half_square = 0.5 * f * f;
    if high == 0 {
        if f == 0.0 {
            return count.mul_add(ln2_high, lost);
        }
        let rest = half_square * (-f).mul_add(0.6666666666666666, 1.0);
        return if exponent == 0 { f - rest } else { count.mul_add(ln2_high, -(rest - lost - f)) };
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let [p1, p2, p3, p4, p5, p6, p7] = LOG1P_POLYNOMIAL;
    let z2 = z * z;
    let z4 = z2 * z2;
    let z6 = z2 * z4;
    let near = z.mul_add(p1, z2 * z.mul_add(p3, p2));
    let tail = z6.mul_add(z.mul_add(p7, p6), z4.mul_add(z.mul_add(p5, p4), near));
    let rest = (tail + half_square) * s;
    if exponent == 0 {
        return f - (half_square - rest);
    }
    count.mul_add(ln2_high, -(half_square - (lost + rest) - f))
}

/// exp(x) - 1 by the older method of fdlibm: e to a number within half a log 2, less 1, then doubled
/// and halved as often as that number lacks.
pub(in crate::nd) fn expm1(x: f64) -> f64 {
    let high = (x.abs().to_bits() >> 32) as u32;
    // Too large to matter, or too small to differ from x.
    if !(0x3c90_0000..0x4086_2e42).contains(&high) || (x < 0.0 && high >= 0x4043_687a) {
        return libm::expm1(x);
    }
    let (ln2_high, ln2_low) = (0.6931471803691238, 1.9082149292705877e-10);
    let sign = 1.0_f64.copysign(x);
    let (doublings, reduced_high, reduced_low) = if high <= 0x3fd6_2e42 {
        (0, x, 0.0)
    } else if high < 0x3ff0_a2b2 {
        (sign as i32, x - sign * ln2_high, sign * ln2_low)
    } else {
        let count = (x * std::f64::consts::LOG2_E + 0.5 * sign).trunc();
        (count as i32, (-count).mul_add(ln2_high, x), count * ln2_low)
    };
    let x = reduced_high - reduced_low;
    let lost = reduced_high - x - reduced_low;

    let half = 0.5 * x;
    let half_square = x * half;
    let [q1, q2, q3, q4, q5] = EXPM1_POLYNOMIAL;
    let square = half_square * half_square;
    let near = square.mul_add(half_square.mul_add(q3, q2), half_square.mul_add(q1, 1.0));
    let r = (square * square).mul_add(half_square.mul_add(q5, q4), near);
    let t = (-r).mul_add(half, 3.0);
    let e = (r - t) / (-x).mul_add(t, 6.0) * half_square;
    if doublings == 0 {
        return x - e.mul_add(x, -half_square);
    }
    let e = (e - lost).mul_add(x, -lost) - half_square;
    let doubled = |y: f64| f64::from_bits(y.to_bits().wrapping_add((doublings as i64 as u64) << 52));
    match doublings {
        -1 => 0.5 * (x - e) - 0.5,
        1 if x < -0.25 => -2.0 * (e - (x + 0.5)),
        1 => 1.0 + 2.0 * (x - e),
        2..=19 => doubled(1.0 - f64::from_bits((1023 - doublings as u64) << 52) - (e - x)),
        20..=56 => doubled(x - (e + f64::from_bits((1023 - doublings as u64) << 52)) + 1.0),
        // Twice 2^1023, which has no bits of its own.
        1024 => (1.0 - (e - x)) * 2.0 * f64::from_bits(2046 << 52) - 1.0,
        _ => doubled(1.0 - (e - x)) - 1.0,
    }
}

/// log(1 + x) in single precision.
pub(super) fn log1pf(x: f32) -> f32 {
    libm::log1pf(x)
}

/// The exponential in single precision.
pub(super) fn expf(x: f32) -> f32 {
    libm::expf(x)
}

#[cfg(test)]
mod tests {
    use super::{exp, expm1, log, log1p, pow};

    /// Native Rust asks the C library, so on the platform whose bits NumPy shows here the two agree.
    #[test]
    #[cfg(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu"))]
    fn the_c_library_agrees() {
        use crate::nd::random::{BitSource, Pcg64, SeedSequence};

        if !std::is_x86_feature_detected!("fma") {
            return;
        }
        let mut bits = Pcg64::from_sequence(&SeedSequence::new(&[7]));
        for _ in 0..300_000 {
            let (u, v) = (bits.next_double(), bits.next_double());
            let wide = (u - 0.5) * 1500.0;
            for x in [u, u * u * u * 1e-5, 0.9 + 0.2 * u, 1e9 * u] {
                assert_eq!(log(x).to_bits(), x.ln().to_bits(), "log({x})");
                let y = 1.0 / (v + 0.01) - 3.0;
                assert_eq!(pow(x, y).to_bits(), x.powf(y).to_bits(), "pow({x}, {y})");
                let y = 9.0 * y;
                assert_eq!(pow(x, y).to_bits(), x.powf(y).to_bits(), "pow({x}, {y})");
            }
            for x in [-u, u, -u * u * v, 1e-7 * u, 40.0 * u, 0.41421 + 1e-5 * u] {
                assert_eq!(log1p(x).to_bits(), x.ln_1p().to_bits(), "log1p({x})");
            }
            for x in [-0.5 * u, -10.0 * u, 30.0 * v, wide] {
                assert_eq!(exp(x).to_bits(), x.exp().to_bits(), "exp({x})");
                assert_eq!(expm1(x).to_bits(), x.exp_m1().to_bits(), "expm1({x})");
            }
        }
    }

    /// Arguments outside the fast path: values that the standard fixes.
    #[test]
    fn limits() {
        assert_eq!(log(0.0), f64::NEG_INFINITY);
        assert_eq!(log(f64::INFINITY), f64::INFINITY);
        assert!(log(-1.0).is_nan());
        assert_eq!(exp(-1e300), 0.0);
        assert_eq!(exp(1e300), f64::INFINITY);
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(log1p(0.0), 0.0);
        assert_eq!(log1p(-1.0), f64::NEG_INFINITY);
        assert_eq!(expm1(0.0), 0.0);
        assert_eq!(expm1(f64::NEG_INFINITY), -1.0);
        assert_eq!(pow(0.0, 0.5), 0.0);
        assert_eq!(pow(2.0, -1080.0), 0.0);
        assert_eq!(pow(-2.0, 3.0), -8.0);
    }
}
