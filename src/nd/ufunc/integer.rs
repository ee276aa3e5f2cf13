//! Integer arithmetic as NumPy does it: wrapping, Python's rounding of quotients, zero divisors
//! answered with zero and an event. Scalar functions only.

use super::flags::Flags;
use crate::nd::cast::CastFrom;
use crate::nd::dtype::Element;

/// What the table needs of an integer type.
pub(crate) trait Integer: Element + Ord + CastFrom<f64> {
    /// Below zero.
    fn is_negative(self) -> bool;
    /// Quotient rounded down; zero, with an event, for a zero divisor.
    fn floor_divide(self, by: Self, flags: &mut Flags) -> Self;
    /// What [`Integer::floor_divide`] leaves, with the divisor's sign: Python's `%`.
    fn remainder(self, by: Self, flags: &mut Flags) -> Self;
    /// What division towards zero leaves, with the dividend's sign: C's `%`.
    fn fmod(self, by: Self, flags: &mut Flags) -> Self;
    /// `1 / self` converted back: NumPy's integer reciprocal.
    fn reciprocal(self, flags: &mut Flags) -> Self;
    /// Power by squaring; the exponent is not negative.
    fn power(self, exponent: Self) -> Self;
    /// -1, 0 or 1.
    fn sign(self) -> Self;
    /// Bits moved up; all gone beyond the width.
    fn shift_left(self, by: Self) -> Self;
    /// Bits moved down, the sign kept; beyond the width only the sign is left.
    fn shift_right(self, by: Self) -> Self;
    /// Greatest common divisor.
    fn gcd(self, other: Self) -> Self;
    /// Least common multiple.
    fn lcm(self, other: Self) -> Self;
    /// Bits set in the absolute value.
    fn bit_count(self) -> u8;
}

macro_rules! integer {
    ($($int:ident, $unsigned:ident, $is_negative:expr, $sign:expr, $magnitude:expr;)*) => {
        $(impl Integer for $int {
            #[inline(always)]
            fn is_negative(self) -> bool { $is_negative(self) }
            #[inline(always)]
            fn floor_divide(self, by: Self, flags: &mut Flags) -> Self {
                if by == 0 {
                    *flags |= Flags::DIVIDE;
                    return 0;
                }
                let (quotient, overflow) = self.overflowing_div(by);
                if overflow {
                    *flags |= Flags::OVER;
                    return quotient;
                }
                let inexact = self.wrapping_rem(by) != 0;
                if inexact && Integer::is_negative(self) != Integer::is_negative(by) { quotient.wrapping_sub(1) } else { quotient }
            }
            #[inline(always)]
            fn remainder(self, by: Self, flags: &mut Flags) -> Self {
                let rest = Integer::fmod(self, by, flags);
                if rest != 0 && Integer::is_negative(rest) != Integer::is_negative(by) { rest.wrapping_add(by) } else { rest }
            }
            #[inline(always)]
            fn fmod(self, by: Self, flags: &mut Flags) -> Self {
                if by == 0 {
                    *flags |= Flags::DIVIDE;
                    return 0;
                }
                self.wrapping_rem(by)
            }
            #[inline(always)]
            fn reciprocal(self, flags: &mut Flags) -> Self {
                if self == 0 {
                    *flags |= Flags::DIVIDE | Flags::INVALID;
                }
                Self::cast_from(1.0 / self as f64)
            }
            #[inline(always)]
            fn power(self, exponent: Self) -> Self {
                let (mut base, mut left, mut result) = (self, exponent, 1);
                while left > 0 {
                    if left & 1 == 1 {
                        result = $int::wrapping_mul(result, base);
                    }
                    base = base.wrapping_mul(base);
                    left >>= 1;
                }
                result
            }
            #[inline(always)]
            fn sign(self) -> Self { $sign(self) }
            #[inline(always)]
            fn shift_left(self, by: Self) -> Self {
                if (by as $unsigned) < $int::BITS as $unsigned { self << by } else { 0 }
            }
            #[inline(always)]
            fn shift_right(self, by: Self) -> Self {
                if (by as $unsigned) < $int::BITS as $unsigned {
                    self >> by
                } else if Integer::is_negative(self) {
                    !0
                } else {
                    0
                }
            }
            fn gcd(self, other: Self) -> Self {
                let (mut a, mut b): ($unsigned, $unsigned) = ($magnitude(self), $magnitude(other));
                while a != 0 {
                    (a, b) = (b % a, a);
                }
                b as $int
            }
            fn lcm(self, other: Self) -> Self {
                let (a, b): ($unsigned, $unsigned) = ($magnitude(self), $magnitude(other));
                match Integer::gcd(self, other) as $unsigned {
                    0 => 0,
                    divisor => (a / divisor).wrapping_mul(b) as $int,
                }
            }
            #[inline(always)]
            fn bit_count(self) -> u8 {
                let magnitude: $unsigned = $magnitude(self);
                magnitude.count_ones() as u8
            }
        })*
    };
}

macro_rules! signed {
    ($($int:ident $unsigned:ident),*) => {
        integer! { $($int, $unsigned, |x: $int| x < 0, $int::signum, $int::unsigned_abs;)* }
    };
}

macro_rules! unsigned {
    ($($int:ident),*) => {
        integer! { $($int, $int, |_: $int| false, |x: $int| $int::from(x != 0), |x: $int| x;)* }
    };
}

signed!(i8 u8, i16 u16, i32 u32, i64 u64);
unsigned!(u8, u16, u32, u64);

/// Arithmetic that is the same for signed and unsigned integers of a size, on the unsigned ones: one
/// compiled loop serves both.
pub(crate) mod bits {
    use num_traits::{WrappingAdd, WrappingMul, WrappingNeg, WrappingSub};

    macro_rules! both {
        ($($name:ident: $bound:path = |$a:ident, $b:ident| $body:expr;)*) => {
            $(#[inline(always)]
            pub(crate) fn $name<T: Copy + $bound>($a: T, $b: T) -> T { $body })*
        };
    }

    both! {
        add: WrappingAdd = |a, b| a.wrapping_add(&b);
        subtract: WrappingSub = |a, b| a.wrapping_sub(&b);
        multiply: WrappingMul = |a, b| a.wrapping_mul(&b);
        and: std::ops::BitAnd<Output = T> = |a, b| a & b;
        or: std::ops::BitOr<Output = T> = |a, b| a | b;
        xor: std::ops::BitXor<Output = T> = |a, b| a ^ b;
        left: super::Integer = |a, b| a.shift_left(b);
    }

    macro_rules! one {
        ($($name:ident: $bound:path = |$a:ident| $body:expr;)*) => {
            $(#[inline(always)]
            pub(crate) fn $name<T: Copy + $bound>($a: T) -> T { $body })*
        };
    }

    one! {
        negative: WrappingNeg = |a| a.wrapping_neg();
        square: WrappingMul = |a| a.wrapping_mul(&a);
        invert: std::ops::Not<Output = T> = |a| !a;
        same: Copy = |a| a;
    }
}
