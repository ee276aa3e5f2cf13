//! Which event a result that is NaN or infinite tells of, by the kind of operation.

use num_complex::Complex;
use num_traits::Float;

use super::flags::{Flags, Suspect, from_result};

/// One operand, no pole: an infinity is an overflow.
pub(crate) fn grows<A: Suspect, D: Suspect>(x: A, y: D) -> Flags {
    from_result(x.has_nan(), !x.is_suspect(), y)
}

/// One operand, poles: an infinity from a finite operand is a division by zero.
pub(crate) fn has_pole<A: Suspect, D: Suspect>(x: A, y: D) -> Flags {
    match from_result(x.has_nan(), !x.is_suspect(), y) {
        Flags::OVER => Flags::DIVIDE,
        other => other,
    }
}

/// One over the operand: an infinity from zero is a division by zero.
pub(crate) fn inverts<T: Suspect + Default + PartialEq>(x: T, y: T) -> Flags {
    match grows(x, y) {
        Flags::OVER if x == T::default() => Flags::DIVIDE,
        other => other,
    }
}

/// A distance: an infinity is an overflow, NaN says nothing.
pub(crate) fn spaces<T: Suspect>(x: T, y: T) -> Flags {
    if y.has_nan() { Flags::NONE } else { grows(x, y) }
}

/// Two operands: an infinity from finite ones is an overflow.
pub(crate) fn combines<T: Suspect>((a, b): (T, T), y: T) -> Flags {
    from_result(a.has_nan() || b.has_nan(), !a.is_suspect() && !b.is_suspect(), y)
}

/// A product of complex numbers: each of its real products and sums has events of its own; where a product and a sum are
/// `FUSED`, they have them together.
pub(crate) fn multiplies<F: Float + Suspect, const FUSED: bool>(
    (a, b): (Complex<F>, Complex<F>),
    made: Complex<F>,
) -> Flags {
    let mut flags = Flags::NONE;
    for (x, y, (u, v), part) in [(a.re, b.re, (a.im, b.im), made.re), (a.re, b.im, (a.im, b.re), made.im)] {
        let (first, second) = (x * y, u * v);
        flags |= combines((u, v), second);
        if FUSED {
            let nan = x.has_nan() || y.has_nan() || second.has_nan();
            let finite = !x.is_suspect() && !y.is_suspect() && !second.is_suspect();
            flags |= from_result(nan, finite, part);
        } else {
            flags |= combines((x, y), first) | combines((first, second), part);
        }
    }
    flags
}

/// Two operands that are compared: NaN is no valid operand.
pub(crate) fn compares<T: Suspect>((a, b): (T, T), y: T) -> Flags {
    if y.has_nan() { Flags::INVALID } else { combines((a, b), y) }
}

/// A quotient: an infinity by a zero divisor is a division by zero.
pub(crate) fn divides<T: Suspect + Default + PartialEq>((a, b): (T, T), y: T) -> Flags {
    if b != T::default() || !y.is_suspect() || a.has_nan() {
        return combines((a, b), y);
    }
    // By zero: of a complex number one part may be infinite and the other no number.
    let mut flags = Flags::NONE;
    if y.has_nan() {
        flags |= Flags::INVALID;
    }
    if y.has_infinity() && !a.is_suspect() {
        flags |= Flags::DIVIDE;
    }
    flags
}

/// A power: an infinity from a zero base is a division by zero.
pub(crate) fn raises<T: Suspect + Default + PartialEq>((a, b): (T, T), y: T) -> Flags {
    match combines((a, b), y) {
        Flags::OVER if a == T::default() => Flags::DIVIDE,
        other => other,
    }
}
