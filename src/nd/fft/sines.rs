//! Sine and cosine of up to an eighth of a turn, to the last bit as the C library under NumPy computes them (glibc on
//! x86-64 with fused multiply-add); the same bits natively and in the browser, which Rust's own are not.
//!
//! The method is glibc's: the nearest multiple of 1/128, whose sine and cosine are known to twice the precision, and
//! a short polynomial for the rest. Its table is computed here, from the series.

use crate::nd::random::elementary::exact_product;

/// Of sin r: coefficients of r³ to r¹¹, for small angles.
const SMALL: [f64; 5] = [
    -0.16666666666666666,
    0.0083333333333323288,
    -0.00019841269834414642,
    2.755729806860771e-06,
    -2.5022014848318398e-08,
];
/// Of sin r, coefficients of r³ and r⁵, and of 1 - cos r, of r² to r⁶, for r up to 1/256.
const SIN_NEAR: [f64; 2] = [-0.1666666666666488, 0.008333332142857223];
const COS_NEAR: [f64; 3] = [0.5, -0.04166666666666644, 0.001388888740079376];

/// Below it sine is a polynomial alone.
const SMALL_ANGLE: f64 = 0.126;
const STEPS: f64 = 128.0;
/// What π/4 is above the double nearest to it.
const QUARTER_REST: f64 = 3.061616997868383e-17;

/// `π / 4n`, rounded once.
pub(super) fn quarter_of_pi_over(n: f64) -> f64 {
    Twice(std::f64::consts::FRAC_PI_4, QUARTER_REST).over(n).0
}

/// Sine and cosine of an angle from 0 to π/4.
pub(super) fn sin_cos(x: f64) -> (f64, f64) {
    let near = (x * STEPS).round_ties_even() / STEPS;
    let (Twice(sin, sin_rest), Twice(cos, cos_rest)) = series(near);
    let r = x - near;
    let square = r * r;
    let bend = square.mul_add(square.mul_add(COS_NEAR[2], COS_NEAR[1]), COS_NEAR[0]) * square;
    let cubic = square.mul_add(SIN_NEAR[1], SIN_NEAR[0]);
    let for_cos = {
        let s = (r * square).mul_add(cubic, r);
        cos + (-sin).mul_add(s, (-cos).mul_add(bend, (-s).mul_add(sin_rest, cos_rest)))
    };
    if x < SMALL_ANGLE {
        let square = x * x;
        let sum = SMALL.iter().rev().copied().reduce(|sum, next| sum.mul_add(square, next));
        return (x + sum.expect("the polynomial has terms") * x * square, for_cos);
    }
    let s = r + (r * square) * cubic;
    (sin + cos.mul_add(s, (-sin).mul_add(bend, s.mul_add(cos_rest, sin_rest))), for_cos)
}

/// A number carried in two doubles, the second at most half a unit in the last place of the first.
#[derive(Clone, Copy)]
struct Twice(f64, f64);

impl Twice {
    fn plus(self, other: Self) -> Self {
        let high = self.0 + other.0;
        let part = high - self.0;
        let low = (self.0 - (high - part)) + (other.0 - part) + self.1 + other.1;
        Self::normal(high, low)
    }

    fn times(self, other: Self) -> Self {
        let (high, low) = exact_product(self.0, other.0);
        Self::normal(high, low + (self.0 * other.1 + self.1 * other.0))
    }

    fn over(self, divisor: f64) -> Self {
        let high = self.0 / divisor;
        let (product, rest) = exact_product(high, divisor);
        Self::normal(high, ((self.0 - product) - rest + self.1) / divisor)
    }

    fn normal(high: f64, low: f64) -> Self {
        let sum = high + low;
        Self(sum, low - (sum - high))
    }
}

/// Sine and cosine in twice the precision, by their series.
fn series(x: f64) -> (Twice, Twice) {
    let (high, low) = exact_product(x, x);
    let minus_square = Twice(-high, -low);
    let sum_from = |first: f64, mut place: f64| {
        let (mut term, mut sum) = (Twice(first, 0.0), Twice(first, 0.0));
        while term.0.abs() > 1e-36 {
            term = term.times(minus_square).over((place + 1.0) * (place + 2.0));
            sum = sum.plus(term);
            place += 2.0;
        }
        sum
    };
    (sum_from(x, 1.0), sum_from(1.0, 0.0))
}
