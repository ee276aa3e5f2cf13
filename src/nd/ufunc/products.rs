//! Products, squares and moduli of complex numbers with the bits that NumPy's vectors give: one multiplication of each
//! part is fused with the addition. Where NumPy goes element by element, in a reduction or with a single scalar, nothing
//! is fused: strips say so by being sequential.

use num_complex::{Complex, Complex32};
use num_traits::Float;

use super::complex;
use super::events::{grows, multiplies};
use super::flags::{Flags, Suspect};
use super::loops;
use super::strip::Strips;
use crate::nd::dtype::Element;
use crate::nd::error::Result;
use crate::nd::linalg::fused;

/// A part of a complex number.
pub(crate) trait Part: Float + Element + Suspect {
    /// `x * y + z`, rounded once.
    fn fused(x: Self, y: Self, z: Self) -> Self;
    /// The modulus without fusing.
    fn plain_modulus(z: Complex<Self>) -> Self;
}

impl Part for f32 {
    #[inline(always)]
    fn fused(x: f32, y: f32, z: f32) -> f32 {
        fused::narrow(x, y, z)
    }

    fn plain_modulus(z: Complex32) -> f32 {
        complex::abs_narrow(z)
    }
}

impl Part for f64 {
    #[inline(always)]
    fn fused(x: f64, y: f64, z: f64) -> f64 {
        fused::one(x, y, z)
    }

    fn plain_modulus(z: Complex<f64>) -> f64 {
        complex::abs(z)
    }
}

/// `a * b`
pub(crate) fn multiply<F: Part>(strips: &Strips) -> Result<Flags>
where
    Complex<F>: Element + Suspect,
{
    match strips.sequential {
        true => {
            loops::binary_slow::<Complex<F>, Complex<F>, Complex<F>>(strips, complex::multiply, multiplies::<F, false>)
        }
        false => loops::binary_slow::<Complex<F>, Complex<F>, Complex<F>>(strips, product, multiplies::<F, true>),
    }
}

/// `z * z`
pub(crate) fn square<F: Part>(strips: &Strips) -> Result<Flags>
where
    Complex<F>: Element + Suspect,
{
    loops::unary_slow::<Complex<F>, Complex<F>>(strips, |z| product(z, z), grows)
}

/// `|z|`
pub(crate) fn absolute<F: Part>(strips: &Strips) -> Result<Flags>
where
    Complex<F>: Element + Suspect,
{
    match strips.sequential {
        true => loops::unary_slow::<Complex<F>, F>(strips, F::plain_modulus, grows),
        false => loops::unary_slow::<Complex<F>, F>(strips, modulus, grows),
    }
}

#[inline(always)]
fn product<F: Part>(a: Complex<F>, b: Complex<F>) -> Complex<F> {
    Complex::new(F::fused(a.re, b.re, -(a.im * b.im)), F::fused(a.re, b.im, a.im * b.re))
}

/// The larger part times the root of one plus the square of their ratio.
#[inline(always)]
fn modulus<F: Part>(z: Complex<F>) -> F {
    let (re, im) = (z.re.abs(), z.im.abs());
    if re.is_infinite() || im.is_infinite() {
        return F::infinity();
    }
    if re.is_nan() || im.is_nan() {
        return F::nan();
    }
    let (larger, smaller) = (re.max(im), re.min(im));
    let ratio = if larger == F::zero() { larger } else { smaller / larger };
    F::fused(ratio, ratio, F::one()).sqrt() * larger
}
