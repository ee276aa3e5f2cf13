//! The numbers that transforms compute with: `f32` and `f64`, and pairs of them as complex numbers.

use std::ops::{Add, Mul, Neg, Sub};

use num_complex::Complex;

use crate::nd::dtype::Element;

/// A real number in single or double precision, each operation rounded once.
pub trait Real:
    Element + num_traits::Num + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Neg<Output = Self>
{
    /// The nearest number.
    fn nearest(value: f64) -> Self;
}

impl Real for f32 {
    fn nearest(value: f64) -> Self {
        value as f32
    }
}

impl Real for f64 {
    fn nearest(value: f64) -> Self {
        value
    }
}

/// `z` turned by the root `w` of unity: `z conj(w)` on the way forward, else `z w`.
#[inline(always)]
pub(super) fn turned<T: Real, const FORWARD: bool>(z: Complex<T>, w: Complex<T>) -> Complex<T> {
    if FORWARD {
        Complex::new(z.re * w.re + z.im * w.im, z.im * w.re - z.re * w.im)
    } else {
        Complex::new(z.re * w.re - z.im * w.im, z.re * w.im + z.im * w.re)
    }
}

#[inline(always)]
pub(super) fn scaled<T: Real>(z: Complex<T>, factor: T) -> Complex<T> {
    Complex::new(z.re * factor, z.im * factor)
}
