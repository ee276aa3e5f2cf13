//! The numbers that factorisations compute with: `f64` and `Complex64`, under one trait.

use num_complex::Complex64;

use crate::nd::dtype::Element;

/// A real or complex number in double precision.
pub(super) trait Field:
    Element
    + std::ops::Add<Output = Self>
    + std::ops::Sub<Output = Self>
    + std::ops::Mul<Output = Self>
    + std::ops::Div<Output = Self>
    + std::ops::Neg<Output = Self>
{
    const ONE: Self;
    /// Whether imaginary parts are zero.
    const REAL: bool;
    /// What pivots are compared by: LAPACK's `|re| + |im|`.
    fn size(self) -> f64;
    fn modulus(self) -> f64;
    fn conj(self) -> Self;
    fn real(self) -> f64;
    fn imag(self) -> f64;
    fn from_real(value: f64) -> Self;
    fn from_parts(re: f64, im: f64) -> Self;
    /// `self + x * y`, each real product and sum rounded once, as the BLAS behind NumPy does it.
    fn fused(self, x: Self, y: Self) -> Self;
    /// The quotient, without overflow on the way.
    fn over(self, divisor: Self) -> Self;
    /// A product with a real number.
    fn times(self, factor: f64) -> Self;
    /// `|re|² + |im|²`
    fn square(self) -> f64 {
        self.real() * self.real() + self.imag() * self.imag()
    }
}

impl Field for f64 {
    const ONE: Self = 1.0;
    const REAL: bool = true;
    fn size(self) -> f64 {
        self.abs()
    }
    fn modulus(self) -> f64 {
        self.abs()
    }
    fn conj(self) -> Self {
        self
    }
    fn real(self) -> f64 {
        self
    }
    fn imag(self) -> f64 {
        0.0
    }
    fn from_real(value: f64) -> Self {
        value
    }
    fn from_parts(re: f64, _im: f64) -> Self {
        re
    }
    fn times(self, factor: f64) -> Self {
        self * factor
    }
    fn fused(self, x: Self, y: Self) -> Self {
        x.mul_add(y, self)
    }
    fn over(self, divisor: Self) -> Self {
        self / divisor
    }
}

impl Field for Complex64 {
    const ONE: Self = Complex64::new(1.0, 0.0);
    const REAL: bool = false;
    fn size(self) -> f64 {
        self.re.abs() + self.im.abs()
    }
    fn modulus(self) -> f64 {
        libm::hypot(self.re, self.im)
    }
    fn conj(self) -> Self {
        Complex64::conj(&self)
    }
    fn real(self) -> f64 {
        self.re
    }
    fn imag(self) -> f64 {
        self.im
    }
    fn from_real(value: f64) -> Self {
        Complex64::new(value, 0.0)
    }
    fn from_parts(re: f64, im: f64) -> Self {
        Complex64::new(re, im)
    }
    fn times(self, factor: f64) -> Self {
        Complex64::new(self.re * factor, self.im * factor)
    }
    fn fused(self, x: Self, y: Self) -> Self {
        let re = (-x.im).mul_add(y.im, x.re.mul_add(y.re, self.re));
        Complex64::new(re, x.im.mul_add(y.re, x.re.mul_add(y.im, self.im)))
    }
    fn over(self, divisor: Self) -> Self {
        let (a, b, c, d) = (self.re, self.im, divisor.re, divisor.im);
        if d.abs() <= c.abs() {
            let (r, t) = (d / c, 1.0 / (c + d * (d / c)));
            Complex64::new((a + b * r) * t, (b - a * r) * t)
        } else {
            let (r, t) = (c / d, 1.0 / (d + c * (c / d)));
            Complex64::new((a * r + b) * t, (b * r - a) * t)
        }
    }
}

/// The Euclidean length of a vector, without overflow on the way; of a short one correctly rounded, as in the BLAS
/// behind NumPy.
pub(super) fn length<F: Field>(vector: &[F]) -> f64 {
    let parts = || vector.iter().flat_map(|x| [x.real(), x.imag()]);
    let plain: f64 = parts().map(|x| x * x).sum();
    if plain > 1e-280 && plain < 1e280 {
        return if vector.len() <= 4096 { length_by_parts(parts()) } else { plain.sqrt() };
    }
    let largest = parts().fold(0.0f64, |m, x| m.max(x.abs()));
    if largest == 0.0 || !largest.is_finite() {
        return if plain.is_nan() { f64::NAN } else { largest };
    }
    largest * parts().map(|x| (x / largest) * (x / largest)).sum::<f64>().sqrt()
}

/// The root of the sum of squares, carried in two numbers.
fn length_by_parts(parts: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut rest) = (0.0, 0.0);
    for x in parts {
        let square = x * x;
        let next = sum + square;
        // Squares are not negative: the larger addend is known.
        rest += x.mul_add(x, -square) + if sum >= square { square - (next - sum) } else { sum - (next - square) };
        sum = next;
    }
    let root = (sum + rest).sqrt();
    root + ((sum - root * root) - root.mul_add(root, -(root * root)) + rest) / (2.0 * root)
}
