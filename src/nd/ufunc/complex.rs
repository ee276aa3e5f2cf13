//! Functions of complex numbers. What is plain arithmetic is done in the width of the parts; the others are
//! computed in double precision (`complex64` rounded once), built on the real ones so that every platform gives the same bits.
//! Branch cuts and formulas follow C99's annex G and Kahan, "Branch cuts for complex elementary
//! functions" (1987).

use num_complex::{Complex, Complex32, Complex64};
use num_traits::Float;

use crate::nd::random::elementary;

/// A complex number.
type C = Complex64;

/// A complex number of either width.
pub(crate) trait Wide: Copy {
    /// A function of double precision, its result rounded once.
    fn via(self, f: impl Fn(C) -> C) -> Self;
}

impl Wide for Complex64 {
    #[inline(always)]
    fn via(self, f: impl Fn(C) -> C) -> Self {
        f(self)
    }
}

impl Wide for Complex32 {
    #[inline(always)]
    fn via(self, f: impl Fn(C) -> C) -> Self {
        let z = f(widened(self));
        Complex32::new(z.re as f32, z.im as f32)
    }
}

fn widened(z: Complex32) -> C {
    C::new(z.re.into(), z.im.into())
}

/// NumPy's order: by real part, then imaginary; false with a NaN in either.
pub(crate) fn greater_equal<F: Float>(a: Complex<F>, b: Complex<F>) -> bool {
    (a.re > b.re && !a.im.is_nan() && !b.im.is_nan()) || (a.re == b.re && a.im >= b.im)
}

/// As [`greater_equal`].
pub(crate) fn greater<F: Float>(a: Complex<F>, b: Complex<F>) -> bool {
    (a.re > b.re && !a.im.is_nan() && !b.im.is_nan()) || (a.re == b.re && a.im > b.im)
}

/// Whether a part is NaN.
pub(crate) fn is_nan<F: Float>(z: Complex<F>) -> bool {
    z.re.is_nan() || z.im.is_nan()
}

/// Quotient by Smith's method: no intermediate overflow.
#[inline]
pub(crate) fn divide<F: Float>(a: Complex<F>, b: Complex<F>) -> Complex<F> {
    if b.re.abs() >= b.im.abs() {
        if b.re == F::zero() && b.im == F::zero() {
            return Complex::new(a.re / b.re.abs(), a.im / b.re.abs());
        }
        let ratio = b.im / b.re;
        let scale = F::one() / (b.re + b.im * ratio);
        Complex::new((a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale)
    } else {
        let ratio = b.re / b.im;
        let scale = F::one() / (b.im + b.re * ratio);
        Complex::new((a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale)
    }
}

/// `1 / z`.
pub(crate) fn reciprocal<F: Float>(z: Complex<F>) -> Complex<F> {
    if z.re.abs() >= z.im.abs() {
        let ratio = z.im / z.re;
        let scale = z.re + z.im * ratio;
        Complex::new(F::one() / scale, -ratio / scale)
    } else {
        let ratio = z.re / z.im;
        let scale = z.re * ratio + z.im;
        Complex::new(ratio / scale, -F::one() / scale)
    }
}

/// Modulus.
pub(crate) fn abs(z: C) -> f64 {
    libm::hypot(z.re, z.im)
}

/// As [`abs`], of a narrow number.
pub(crate) fn abs_narrow(z: Complex32) -> f32 {
    abs(widened(z)) as f32
}

/// `z / |z|`; 0 for 0.
pub(crate) fn sign(z: C) -> C {
    let modulus = abs(z);
    if modulus == 0.0 {
        C::new(0.0, 0.0)
    } else if modulus.is_infinite() {
        match (z.re.is_infinite(), z.im.is_infinite()) {
            (true, true) => C::new(f64::NAN, f64::NAN),
            (true, false) => C::new(1f64.copysign(z.re), 0.0),
            _ => C::new(0.0, 1f64.copysign(z.im)),
        }
    } else {
        C::new(z.re / modulus, z.im / modulus)
    }
}

/// Exponential.
pub(crate) fn exp(z: C) -> C {
    if z.im == 0.0 {
        return C::new(elementary::exp(z.re), z.im);
    }
    if !z.im.is_finite() {
        return match z.re {
            re if re == f64::NEG_INFINITY => C::new(0.0, 0.0),
            re if re == f64::INFINITY => C::new(f64::INFINITY, f64::NAN),
            _ => C::new(f64::NAN, f64::NAN),
        };
    }
    let (sin, cos) = (libm::sin(z.im), libm::cos(z.im));
    // Two factors, so that a large modulus times a small cosine does not overflow early.
    if z.re > 709.0 && z.re < 1400.0 {
        let half = elementary::exp(z.re / 2.0);
        return C::new(half * cos * half, half * sin * half);
    }
    let modulus = elementary::exp(z.re);
    C::new(modulus * cos, modulus * sin)
}

/// Natural logarithm.
pub(crate) fn log(z: C) -> C {
    let (big, small) = if z.re.abs() >= z.im.abs() { (z.re.abs(), z.im.abs()) } else { (z.im.abs(), z.re.abs()) };
    let re = if big > 0.5 && big < 2.0 && small < 2.0 {
        // log|z| = log1p(|z|² - 1) / 2 keeps digits near the unit circle.
        0.5 * libm::log1p((big - 1.0) * (big + 1.0) + small * small)
    } else {
        elementary::log(abs(z))
    };
    C::new(re, libm::atan2(z.im, z.re))
}

/// Logarithm to base 2.
pub(crate) fn log2(z: C) -> C {
    scale(log(z), std::f64::consts::LOG2_E)
}

/// Logarithm to base 10.
pub(crate) fn log10(z: C) -> C {
    scale(log(z), std::f64::consts::LOG10_E)
}

fn scale(z: C, factor: f64) -> C {
    C::new(z.re * factor, z.im * factor)
}

/// `log(1 + z)`.
pub(crate) fn log1p(z: C) -> C {
    let modulus = libm::hypot(z.re + 1.0, z.im);
    C::new(elementary::log(modulus), libm::atan2(z.im, z.re + 1.0))
}

/// `exp(z) - 1`.
pub(crate) fn expm1(z: C) -> C {
    let half = libm::sin(z.im / 2.0);
    C::new(libm::expm1(z.re) * libm::cos(z.im) - 2.0 * half * half, elementary::exp(z.re) * libm::sin(z.im))
}

/// `2**z`.
pub(crate) fn exp2(z: C) -> C {
    exp(scale(z, std::f64::consts::LN_2))
}

/// Square root in the right half plane.
pub(crate) fn sqrt(z: C) -> C {
    if z.re == 0.0 && z.im == 0.0 {
        return C::new(0.0, z.im);
    }
    if z.im.is_infinite() {
        return C::new(f64::INFINITY, z.im);
    }
    if z.re.is_nan() {
        return C::new(f64::NAN, f64::NAN);
    }
    if z.re.is_infinite() {
        return if z.re < 0.0 {
            C::new(if z.im.is_nan() { f64::NAN } else { 0.0 }, f64::INFINITY.copysign(z.im))
        } else {
            C::new(f64::INFINITY, if z.im.is_nan() { f64::NAN } else { 0f64.copysign(z.im) })
        };
    }
    // A quarter of the argument when the modulus would overflow, exactly undone below.
    let large = z.re.abs() > f64::MAX / 4.0 || z.im.abs() > f64::MAX / 4.0;
    let w = if large { scale(z, 0.25) } else { z };
    let root = if w.re >= 0.0 {
        let t = ((w.re + abs(w)) * 0.5).sqrt();
        C::new(t, w.im / (2.0 * t))
    } else {
        let t = ((abs(w) - w.re) * 0.5).sqrt();
        C::new(w.im.abs() / (2.0 * t), t.copysign(w.im))
    };
    if large { scale(root, 2.0) } else { root }
}

/// `a**b`; small whole exponents by multiplication.
pub(crate) fn power<F: Float>(a: Complex<F>, b: Complex<F>) -> Complex<F>
where
    Complex<F>: Wide,
{
    let (zero, one) = (F::zero(), F::one());
    if b.re == zero && b.im == zero {
        return Complex::new(one, zero);
    }
    if a.re == zero && a.im == zero {
        return if b.re > zero { Complex::new(zero, zero) } else { Complex::new(F::nan(), F::nan()) };
    }
    let whole = (b.im == zero && b.re == b.re.trunc()).then(|| b.re.to_i32()).flatten();
    if let Some(exponent) = whole.filter(|exponent| exponent.unsigned_abs() < 100) {
        match exponent {
            1 => return a,
            2 => return a * a,
            3 => return a * (a * a),
            _ => {}
        }
        let (mut result, mut square, mut mask) = (Complex::new(one, zero), a, 1);
        let times = exponent.unsigned_abs();
        loop {
            if times & mask != 0 {
                result = result * square;
            }
            mask <<= 1;
            if times < mask {
                break;
            }
            square = square * square;
        }
        return if exponent < 0 { divide(Complex::new(one, zero), result) } else { result };
    }
    // The exponent rides along in double precision: the closure takes one operand.
    let exponent = C::new(to_double(b.re), to_double(b.im));
    a.via(|a| exp(exponent * log(a)))
}

fn to_double<F: Float>(x: F) -> f64 {
    x.to_f64().unwrap_or(f64::NAN)
}

/// Hyperbolic sine.
pub(crate) fn sinh(z: C) -> C {
    if z.im == 0.0 {
        return C::new(libm::sinh(z.re), z.im);
    }
    C::new(libm::sinh(z.re) * libm::cos(z.im), libm::cosh(z.re) * libm::sin(z.im))
}

/// Hyperbolic cosine.
pub(crate) fn cosh(z: C) -> C {
    if z.im == 0.0 {
        return C::new(libm::cosh(z.re), z.re * z.im);
    }
    C::new(libm::cosh(z.re) * libm::cos(z.im), libm::sinh(z.re) * libm::sin(z.im))
}

/// Hyperbolic tangent (Kahan).
pub(crate) fn tanh(z: C) -> C {
    if !z.re.is_finite() && !z.re.is_nan() || z.re.abs() > 22.0 {
        let im = if z.im.is_finite() { 0f64.copysign(libm::sin(2.0 * z.im)) } else { 0f64.copysign(z.im) };
        return C::new(1f64.copysign(z.re), im);
    }
    let t = libm::tan(z.im);
    let beta = 1.0 + t * t;
    let s = libm::sinh(z.re);
    let rho = (1.0 + s * s).sqrt();
    if t.is_infinite() {
        return C::new(rho / s, 1.0 / t);
    }
    let denominator = 1.0 + beta * s * s;
    C::new(beta * rho * s / denominator, t / denominator)
}

fn times_i(z: C) -> C {
    C::new(-z.im, z.re)
}

fn over_i(z: C) -> C {
    C::new(z.im, -z.re)
}

/// Sine.
pub(crate) fn sin(z: C) -> C {
    over_i(sinh(times_i(z)))
}

/// Cosine.
pub(crate) fn cos(z: C) -> C {
    cosh(times_i(z))
}

/// Tangent.
pub(crate) fn tan(z: C) -> C {
    over_i(tanh(times_i(z)))
}

/// Inverse sine (Kahan).
pub(crate) fn asin(z: C) -> C {
    let (a, b) = (sqrt(C::new(1.0 - z.re, -z.im)), sqrt(C::new(1.0 + z.re, z.im)));
    C::new(libm::atan2(z.re, (a * b).re), libm::asinh((a.conj() * b).im))
}

/// Inverse cosine (Kahan).
pub(crate) fn acos(z: C) -> C {
    let (a, b) = (sqrt(C::new(1.0 - z.re, -z.im)), sqrt(C::new(1.0 + z.re, z.im)));
    C::new(2.0 * libm::atan2(a.re, b.re), libm::asinh((b.conj() * a).im))
}

/// Inverse hyperbolic sine.
pub(crate) fn asinh(z: C) -> C {
    over_i(asin(times_i(z)))
}

/// Inverse hyperbolic cosine (Kahan).
pub(crate) fn acosh(z: C) -> C {
    let (a, b) = (sqrt(C::new(z.re - 1.0, z.im)), sqrt(C::new(z.re + 1.0, z.im)));
    C::new(libm::asinh((a.conj() * b).re), 2.0 * libm::atan2(a.im, b.re))
}

/// Inverse hyperbolic tangent.
pub(crate) fn atanh(z: C) -> C {
    if z.im == 0.0 && z.re.abs() < 1.0 {
        return C::new(libm::atanh(z.re), z.im);
    }
    let difference = log1p(z) - log1p(-z);
    let result = scale(difference, 0.5);
    // On the cut the sign of a zero imaginary part chooses the side.
    if z.im == 0.0 && z.re.abs() > 1.0 {
        let im = std::f64::consts::FRAC_PI_2.copysign(z.im);
        return C::new(result.re, im);
    }
    result
}

/// Inverse tangent.
pub(crate) fn atan(z: C) -> C {
    let turned = atanh(C::new(z.im, z.re));
    C::new(turned.im, turned.re)
}

/// Rounded to the nearest whole parts, ties to even.
pub(crate) fn rint(z: C) -> C {
    C::new(z.re.round_ties_even(), z.im.round_ties_even())
}

/// The product by the schoolbook formula.
#[inline(always)]
pub(crate) fn multiply<F: Float>(a: Complex<F>, b: Complex<F>) -> Complex<F> {
    Complex::new(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
}
