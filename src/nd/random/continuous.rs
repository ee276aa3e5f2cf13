//! Distributions of floats, each a function of a source and its parameters, which have been checked
//! (see `distribution`). Where NumPy's frozen generator draws differently, [`Primitives::is_frozen`]
//! decides.

use num_traits::{Float, cast};

use super::elementary::{exp, expm1, log, log1p, pow};
use super::generator::BitGenerator;
use super::source::{BitSource, Primitives};

/// What gammas are drawn from, in one precision.
trait GammaSource {
    type Real: Float;
    fn uniform(&mut self) -> Self::Real;
    fn normal(&mut self) -> Self::Real;
    fn exponential(&mut self) -> Self::Real;
    fn pow(base: Self::Real, exponent: Self::Real) -> Self::Real;
    fn log(value: Self::Real) -> Self::Real;
}

struct Double<'a>(&'a mut dyn Primitives);

impl GammaSource for Double<'_> {
    type Real = f64;
    fn uniform(&mut self) -> f64 {
        self.0.next_double()
    }
    fn normal(&mut self) -> f64 {
        self.0.standard_normal()
    }
    fn exponential(&mut self) -> f64 {
        self.0.standard_exponential()
    }
    fn pow(base: f64, exponent: f64) -> f64 {
        pow(base, exponent)
    }
    fn log(value: f64) -> f64 {
        log(value)
    }
}

struct Single<'a>(&'a mut BitGenerator);

impl GammaSource for Single<'_> {
    type Real = f32;
    fn uniform(&mut self) -> f32 {
        self.0.next_float()
    }
    fn normal(&mut self) -> f32 {
        self.0.standard_normal_f32()
    }
    fn exponential(&mut self) -> f32 {
        self.0.standard_exponential_f32()
    }
    // C's powf and logf are right to the last bit but for cases too rare to meet.
    fn pow(base: f32, exponent: f32) -> f32 {
        pow(f64::from(base), f64::from(exponent)) as f32
    }
    fn log(value: f32) -> f32 {
        log(f64::from(value)) as f32
    }
}

/// Gamma of scale 1.
pub(super) fn standard_gamma(source: &mut dyn Primitives, shape: f64) -> f64 {
    gamma(Double(source), shape)
}

/// As [`standard_gamma`], from numbers of single precision.
pub(super) fn standard_gamma_f32(bits: &mut BitGenerator, shape: f32) -> f32 {
    gamma(Single(bits), shape)
}

/// Inversion-rejection below shape 1 (Ahrens and Dieter 1974), else Marsaglia and Tsang 2000.
fn gamma<S: GammaSource>(mut source: S, shape: S::Real) -> S::Real {
    let real = |constant: f64| -> S::Real { cast(constant).expect("a float holds it") };
    let (zero, one) = (real(0.0), real(1.0));
    if shape == one {
        return source.exponential();
    }
    if shape == zero {
        return zero;
    }
    if shape < one {
        loop {
            let u = source.uniform();
            let v = source.exponential();
            if u <= one - shape {
                let x = S::pow(u, one / shape);
                if x <= v {
                    return x;
                }
            } else {
                let y = -S::log((one - u) / shape);
                let x = S::pow(one - shape + shape * y, one / shape);
                if x <= v + y {
                    return x;
                }
            }
        }
    }
    let b = shape - one / real(3.0);
    let c = one / (real(9.0) * b).sqrt();
    loop {
        let (x, v) = loop {
            let x = source.normal();
            let v = one + c * x;
            if v > zero || v.is_nan() {
                break (x, v);
            }
        };
        let v = v * v * v;
        let u = source.uniform();
        let surely = u < one - real(0.0331) * (x * x) * (x * x);
        // A shape that is no number would never be accepted.
        if surely || S::log(u) < real(0.5) * x * x + b * (one - v + S::log(v)) || v.is_nan() {
            return b * v;
        }
    }
}

/// Beta: Jöhnk's algorithm if both parameters are at most 1, else from two gammas.
pub(super) fn beta(source: &mut dyn Primitives, a: f64, b: f64) -> f64 {
    if a > 1.0 || b > 1.0 || a.is_nan() || b.is_nan() {
        let from_a = standard_gamma(source, a);
        let from_b = standard_gamma(source, b);
        return from_a / (from_a + from_b);
    }
    if source.is_frozen() {
        return frozen_johnk(source, a, b);
    }
    if a < 3e-103 && b < 3e-103 {
        // Both powers would vanish almost always: only 0 and 1 are left.
        return if (a + b) * source.next_double() < a { 1.0 } else { 0.0 };
    }
    loop {
        let u = source.next_double();
        let v = source.next_double();
        let x = pow(u, 1.0 / a);
        let y = pow(v, 1.0 / b);
        if x + y > 1.0 || u + v <= 0.0 {
            continue;
        }
        if x > 0.0 && y > 0.0 {
            return x / (x + y);
        }
        // A power vanished: go on with the logarithms.
        let apart = log(u) / a - log(v) / b;
        return if apart > 0.0 { exp(-log1p(exp(-apart))) } else { exp(apart - log1p(exp(apart))) };
    }
}

/// Jöhnk's algorithm as the old generator has it.
fn frozen_johnk(source: &mut dyn Primitives, a: f64, b: f64) -> f64 {
    loop {
        let u = source.next_double();
        let v = source.next_double();
        let x = pow(u, 1.0 / a);
        let y = pow(v, 1.0 / b);
        if x + y > 1.0 {
            continue;
        }
        if x + y > 0.0 {
            return x / (x + y);
        }
        let (log_x, log_y) = (log(u) / a, log(v) / b);
        let largest = if log_x > log_y { log_x } else { log_y };
        let (log_x, log_y) = (log_x - largest, log_y - largest);
        return exp(log_x - log(exp(log_x) + exp(log_y)));
    }
}

pub(super) fn chisquare(source: &mut dyn Primitives, df: f64) -> f64 {
    2.0 * standard_gamma(source, df / 2.0)
}

pub(super) fn noncentral_chisquare(source: &mut dyn Primitives, df: f64, nonc: f64) -> f64 {
    if nonc.is_nan() {
        return f64::NAN;
    }
    if nonc == 0.0 {
        return chisquare(source, df);
    }
    if df > 1.0 {
        let central = chisquare(source, df - 1.0);
        let shifted = source.standard_normal() + nonc.sqrt();
        return central + shifted * shifted;
    }
    let more = super::discrete::poisson(source, nonc / 2.0);
    chisquare(source, df + 2.0 * more as f64)
}

pub(super) fn f(source: &mut dyn Primitives, dfnum: f64, dfden: f64) -> f64 {
    let above = chisquare(source, dfnum) * dfden;
    above / (chisquare(source, dfden) * dfnum)
}

pub(super) fn noncentral_f(source: &mut dyn Primitives, dfnum: f64, dfden: f64, nonc: f64) -> f64 {
    let above = noncentral_chisquare(source, dfnum, nonc) * dfden;
    above / (chisquare(source, dfden) * dfnum)
}

pub(super) fn standard_t(source: &mut dyn Primitives, df: f64) -> f64 {
    let above = source.standard_normal();
    let below = standard_gamma(source, df / 2.0);
    (df / 2.0).sqrt() * above / below.sqrt()
}

pub(super) fn standard_cauchy(source: &mut dyn Primitives) -> f64 {
    let above = source.standard_normal();
    above / source.standard_normal()
}

/// By inversion; a draw of 0 is drawn again.
pub(super) fn laplace(source: &mut dyn Primitives, loc: f64, scale: f64) -> f64 {
    loop {
        let u = source.next_double();
        if u >= 0.5 {
            return loc - scale * log(2.0 - u - u);
        }
        if u > 0.0 {
            return loc + scale * log(u + u);
        }
    }
}

pub(super) fn logistic(source: &mut dyn Primitives, loc: f64, scale: f64) -> f64 {
    loop {
        let u = source.next_double();
        if u > 0.0 {
            return loc + scale * log(u / (1.0 - u));
        }
    }
}

pub(super) fn gumbel(source: &mut dyn Primitives, loc: f64, scale: f64) -> f64 {
    loop {
        let u = 1.0 - source.next_double();
        if u < 1.0 {
            return loc - scale * log(-log(u));
        }
    }
}

pub(super) fn pareto(source: &mut dyn Primitives, a: f64) -> f64 {
    let exponent = source.standard_exponential() / a;
    if source.is_frozen() { exp(exponent) - 1.0 } else { expm1(exponent) }
}

pub(super) fn weibull(source: &mut dyn Primitives, a: f64) -> f64 {
    if a == 0.0 {
        return 0.0;
    }
    pow(source.standard_exponential(), 1.0 / a)
}

pub(super) fn power(source: &mut dyn Primitives, a: f64) -> f64 {
    let exponent = -source.standard_exponential();
    let base = if source.is_frozen() { 1.0 - exp(exponent) } else { -expm1(exponent) };
    pow(base, 1.0 / a)
}

pub(super) fn rayleigh(source: &mut dyn Primitives, scale: f64) -> f64 {
    if source.is_frozen() {
        return scale * (-2.0 * log1p(-source.next_double())).sqrt();
    }
    scale * (2.0 * source.standard_exponential()).sqrt()
}

pub(super) fn triangular(source: &mut dyn Primitives, left: f64, mode: f64, right: f64) -> f64 {
    let base = right - left;
    let ratio = (mode - left) / base;
    let u = source.next_double();
    if u <= ratio {
        left + (u * ((mode - left) * base)).sqrt()
    } else {
        right - ((1.0 - u) * ((right - mode) * base)).sqrt()
    }
}

/// Michael, Schucany and Haas 1976.
pub(super) fn wald(source: &mut dyn Primitives, mean: f64, scale: f64) -> f64 {
    let normal = source.standard_normal();
    let y = mean * normal * normal;
    let x = if source.is_frozen() {
        mean + mean / (2.0 * scale) * (y - (4.0 * scale * y + y * y).sqrt())
    } else {
        let d = 1.0 + (1.0 + 4.0 * scale / y).sqrt();
        mean * (1.0 - 2.0 / d)
    };
    let u = source.next_double();
    if u <= mean / (mean + x) { x } else { mean * mean / x }
}

/// Best and Fisher 1979, to a unit in the last place (cos and acos are not the C library's); the new generator takes a wrapped normal for a concentration over a million.
pub(super) fn vonmises(source: &mut dyn Primitives, mu: f64, kappa: f64) -> f64 {
    use std::f64::consts::PI;
    if kappa.is_nan() {
        return f64::NAN;
    }
    if kappa < 1e-8 {
        return PI * (2.0 * source.next_double() - 1.0);
    }
    let s = if kappa < 1e-5 {
        1.0 / kappa + kappa
    } else if kappa <= 1e6 || source.is_frozen() {
        let r = 1.0 + (1.0 + 4.0 * kappa * kappa).sqrt();
        let rho = (r - (2.0 * r).sqrt()) / (2.0 * kappa);
        (1.0 + rho * rho) / (2.0 * rho)
    } else {
        let around = mu + (1.0 / kappa).sqrt() * source.standard_normal();
        return match () {
            () if around < -PI => around + 2.0 * PI,
            () if around > PI => around - 2.0 * PI,
            () => around,
        };
    };
    let w = loop {
        let z = libm::cos(PI * source.next_double());
        let w = (1.0 + s * z) / (s + z);
        let y = kappa * (s - w);
        let v = source.next_double();
        if y * (2.0 - y) - v >= 0.0 || log(y / v) + 1.0 - y >= 0.0 {
            break w;
        }
    };
    let u = source.next_double();
    let angle = mu + if u < 0.5 { -libm::acos(w) } else { libm::acos(w) };
    let wrapped = (angle.abs() + PI) % (2.0 * PI) - PI;
    if angle < 0.0 { -wrapped } else { wrapped }
}
