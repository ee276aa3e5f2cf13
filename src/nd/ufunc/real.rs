//! Functions of real numbers, one implementation for every platform: a result in the browser has the
//! bits it has in a native test.
//!
//! What the processor does exactly (`sqrt`, rounding, remainders) is Rust's own; exp, log and pow are the C
//! library's method written out (`random::elementary`), the rest is the
//! `libm` crate. `float32` functions are computed in double precision and rounded once; `float16` ones are `float32`
//! ones, rounded again, as in NumPy.

use half::f16;

use super::flags::Flags;
use crate::nd::dtype::Element;
use crate::nd::random::elementary;

/// What the table needs of a floating-point type.
pub(crate) trait Real: Element + PartialOrd {
    /// The same number in double precision.
    fn to_double(self) -> f64;
    /// The nearest number.
    fn from_double(x: f64) -> Self;
    /// Any of `libm`'s functions of one argument.
    fn via(self, f: impl Fn(f64) -> f64) -> Self;
    /// Any of `libm`'s functions of two arguments.
    fn via2(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self;
    /// Whether it is NaN.
    fn is_nan_(self) -> bool;
    /// Quotient rounded down and what it leaves, with the divisor's sign: Python's `divmod`.
    fn floor_divmod(self, by: Self, flags: &mut Flags) -> (Self, Self);
    /// -1, 0 or 1; NaN for NaN.
    fn sign(self) -> Self;
    /// 0, `at_zero` or 1; NaN for NaN.
    fn heaviside(self, at_zero: Self) -> Self;
    /// The next value towards another.
    fn next_after(self, towards: Self) -> Self;
    /// Distance to the next value away from zero.
    fn spacing(self) -> Self;
    /// Mantissa in `[0.5, 1)` and exponent.
    fn frexp(self) -> (Self, i32);
    /// `self * 2**exponent`.
    fn ldexp(self, exponent: i64) -> Self;
    /// Fractional and integral part, both with the sign of the whole.
    fn modf(self) -> (Self, Self);
    /// Natural logarithm of the sum of exponentials.
    fn log_add_exp(self, other: Self) -> Self;
    /// Binary logarithm of the sum of powers of two.
    fn log_add_exp2(self, other: Self) -> Self;
    /// Power; squares are plain products.
    fn power(self, exponent: Self) -> Self;
}

macro_rules! real {
    ($($float:ident, $next:path, $frexp:path, $scale:path;)*) => {
        $(impl Real for $float {
            #[inline(always)]
            fn to_double(self) -> f64 { f64::from(self) }
            #[inline(always)]
            fn from_double(x: f64) -> Self { x as $float }
            #[inline(always)]
            fn via(self, f: impl Fn(f64) -> f64) -> Self { f(f64::from(self)) as $float }
            #[inline(always)]
            fn via2(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
                f(f64::from(self), f64::from(other)) as $float
            }
            #[inline(always)]
            fn is_nan_(self) -> bool { self.is_nan() }
            #[inline]
            fn floor_divmod(self, by: Self, flags: &mut Flags) -> (Self, Self) {
                let operand_nan = self.is_nan() || by.is_nan();
                let mut rest = self % by;
                if by == 0.0 {
                    if !operand_nan {
                        *flags |= if self == 0.0 { Flags::INVALID } else if self.is_finite() { Flags::DIVIDE | Flags::INVALID } else { Flags::INVALID };
                    }
                    return (self / by, rest);
                }
                if rest.is_nan() && !operand_nan {
                    *flags |= Flags::INVALID;
                }
                let mut quotient = (self - rest) / by;
                if quotient.is_infinite() && self.is_finite() {
                    *flags |= Flags::OVER;
                }
                if rest != 0.0 {
                    if (by < 0.0) != (rest < 0.0) {
                        rest += by;
                        quotient -= 1.0;
                    }
                } else {
                    rest = $float::copysign(0.0, by);
                }
                let floor = if quotient == 0.0 {
                    $float::copysign(0.0, self / by)
                } else {
                    let floor = quotient.floor();
                    if quotient - floor > 0.5 { floor + 1.0 } else { floor }
                };
                (floor, rest)
            }
            #[inline(always)]
            fn sign(self) -> Self {
                if self > 0.0 { 1.0 } else if self < 0.0 { -1.0 } else if self == 0.0 { 0.0 } else { self }
            }
            #[inline(always)]
            fn heaviside(self, at_zero: Self) -> Self {
                if self.is_nan() { self } else if self == 0.0 { at_zero } else if self < 0.0 { 0.0 } else { 1.0 }
            }
            #[inline(always)]
            fn next_after(self, towards: Self) -> Self { $next(self, towards) }
            fn spacing(self) -> Self {
                if self.is_infinite() {
                    return $float::NAN;
                }
                $next(self, if self < 0.0 { $float::NEG_INFINITY } else { $float::INFINITY }) - self
            }
            fn frexp(self) -> (Self, i32) {
                if self.is_finite() { $frexp(self) } else { (self, 0) }
            }
            fn ldexp(self, exponent: i64) -> Self { $scale(self, exponent.clamp(-100_000, 100_000) as i32) }
            fn modf(self) -> (Self, Self) {
                let whole = self.trunc();
                let part = if self.is_infinite() { 0.0 } else { self - whole };
                (part.copysign(self), whole)
            }
            fn log_add_exp(self, other: Self) -> Self {
                if self == other {
                    return self + std::f64::consts::LN_2 as $float;
                }
                let gap = self - other;
                if gap > 0.0 {
                    self + (-gap).via(elementary::exp).via(libm::log1p)
                } else if gap <= 0.0 {
                    other + gap.via(elementary::exp).via(libm::log1p)
                } else {
                    gap
                }
            }
            fn log_add_exp2(self, other: Self) -> Self {
                let log1p_base2 = |x: $float| std::f64::consts::LOG2_E as $float * x.via(libm::log1p);
                if self == other {
                    return self + 1.0;
                }
                let gap = self - other;
                if gap > 0.0 {
                    self + log1p_base2((-gap).via(libm::exp2))
                } else if gap <= 0.0 {
                    other + log1p_base2(gap.via(libm::exp2))
                } else {
                    gap
                }
            }
            #[inline(always)]
            fn power(self, exponent: Self) -> Self {
                if exponent == 2.0 { self * self } else { self.via2(exponent, elementary::pow) }
            }
        })*
    };
}

real! {
    f32, libm::nextafterf, libm::frexpf, libm::scalbnf;
    f64, libm::nextafter, libm::frexp, libm::scalbn;
}

/// A `float32` function of a `float16`.
#[inline(always)]
pub(crate) fn in_single(x: f16, f: impl Fn(f32) -> f32) -> f16 {
    f16::from_f32(f(x.to_f32()))
}

impl Real for f16 {
    fn to_double(self) -> f64 {
        f64::from(self.to_f32())
    }
    fn from_double(x: f64) -> Self {
        f16::from_f32(x as f32)
    }
    fn via(self, f: impl Fn(f64) -> f64) -> Self {
        in_single(self, |x| x.via(&f))
    }
    fn via2(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        in_single(self, |x| x.via2(other.to_f32(), &f))
    }
    fn is_nan_(self) -> bool {
        self.is_nan()
    }
    fn floor_divmod(self, by: Self, flags: &mut Flags) -> (Self, Self) {
        let (quotient, rest) = self.to_f32().floor_divmod(by.to_f32(), flags);
        let rounded = f16::from_f32(quotient);
        if rounded.is_infinite() && quotient.is_finite() {
            *flags |= Flags::OVER;
        }
        (rounded, f16::from_f32(rest))
    }
    fn sign(self) -> Self {
        in_single(self, Real::sign)
    }
    fn heaviside(self, at_zero: Self) -> Self {
        in_single(self, |x| x.heaviside(at_zero.to_f32()))
    }
    fn next_after(self, towards: Self) -> Self {
        if self.is_nan() || towards.is_nan() {
            return f16::NAN;
        }
        if self == towards {
            return self;
        }
        if self == f16::ZERO {
            return f16::MIN_POSITIVE_SUBNORMAL.copysign(towards);
        }
        let away = (self < towards) == (self > f16::ZERO);
        f16::from_bits(if away { self.to_bits() + 1 } else { self.to_bits() - 1 })
    }
    fn spacing(self) -> Self {
        if !self.is_finite() {
            return f16::NAN;
        }
        self.next_after(f16::INFINITY) - self
    }
    fn frexp(self) -> (Self, i32) {
        let (mantissa, exponent) = self.to_f32().frexp();
        (f16::from_f32(mantissa), exponent)
    }
    fn ldexp(self, exponent: i64) -> Self {
        in_single(self, |x| x.ldexp(exponent))
    }
    fn modf(self) -> (Self, Self) {
        let (part, whole) = self.to_f32().modf();
        (f16::from_f32(part), f16::from_f32(whole))
    }
    fn log_add_exp(self, other: Self) -> Self {
        in_single(self, |x| x.log_add_exp(other.to_f32()))
    }
    fn log_add_exp2(self, other: Self) -> Self {
        in_single(self, |x| x.log_add_exp2(other.to_f32()))
    }
    fn power(self, exponent: Self) -> Self {
        in_single(self, |x| x.power(exponent.to_f32()))
    }
}
