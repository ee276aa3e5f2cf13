//! Rows: roots, exponentials, logarithms, trigonometry.

use half::f16;
use num_complex::{Complex32, Complex64};

use super::super::blocks;
use super::super::complex::{self, Wide};
use super::super::events::{combines, compares, grows, has_pole};
use super::super::loops::{self, Never};
use super::super::real::{Real, in_single};
use super::{Element, Identity, Loop, Ufunc, binary2, fold_of, unary1};

/// A function of a real or complex number.
macro_rules! function {
    ($name:literal $(as $alias:literal)?, $doc:literal, $real:path, $complex:path, $events:ident) => {
        Ufunc {
            name: $name,
            aliases: &[$($alias)?],
            doc: $doc,
            groups: &[
                unary1!([f16, f32, f64] -> same, unary_slow, |x| x.via($real), $events),
                unary1!([Complex32, Complex64] -> same, unary_slow, |z| z.via($complex), $events),
            ],
            ..Ufunc::PLAIN
        }
    };
}

/// A function of a real or complex number, the real one in blocks.
macro_rules! block_function {
    ($name:literal, $doc:literal, $real:path, $complex:path, $events:ident) => {
        Ufunc {
            name: $name,
            doc: $doc,
            groups: &[
                blocks1!([f16, f32, f64], $real, $events),
                unary1!([Complex32, Complex64] -> same, unary_slow, |z| z.via($complex), $events),
            ],
            ..Ufunc::PLAIN
        }
    };
}

macro_rules! blocks1 {
    ([$($t:ty),*], $f:path, $check:ident) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE; 2],
            run: |s| loops::unary_blocks::<$t>(s, $f, $check),
            fold: None,
        }),*]
    };
}

/// A function of two reals.
macro_rules! real_pair {
    ($name:literal $(as $alias:literal)?, $doc:literal, $identity:ident, $f:expr) => {
        real_pair!($name $(as $alias)?, $doc, $identity, $f, combines)
    };
    ($name:literal $(as $alias:literal)?, $doc:literal, $identity:ident, $f:expr, $events:ident) => {
        Ufunc {
            name: $name,
            aliases: &[$($alias)?],
            nin: 2,
            identity: Identity::$identity,
            doc: $doc,
            groups: &[binary2!([f16, f32, f64], binary_slow, $f, $events, none)],
            ..Ufunc::PLAIN
        }
    };
}

/// Degrees in a radian, rounded as NumPy's own constant is.
const DEGREES: f64 = 180.0 / std::f64::consts::PI;
const RADIANS: f64 = std::f64::consts::PI / 180.0;
const DEGREES_32: f32 = 180.0 / std::f32::consts::PI;
const RADIANS_32: f32 = std::f32::consts::PI / 180.0;

macro_rules! angle {
    ($name:literal, $doc:literal, $single:ident, $double:ident) => {
        Ufunc {
            name: $name,
            doc: $doc,
            groups: &[
                unary1!([f16] -> same, unary_slow, |x| in_single(x, |x| x * $single), grows),
                unary1!([f32] -> same, unary, |x| x * $single, grows),
                unary1!([f64] -> same, unary, |x| x * $double, grows),
            ],
            ..Ufunc::PLAIN
        }
    };
}

/// The rows.
pub(super) static ROWS: &[Ufunc] = &[
    Ufunc {
        name: "sqrt",
        doc: "Non-negative square root.",
        groups: &[
            unary1!([f16] -> same, unary_slow, |x| in_single(x, f32::sqrt), grows),
            unary1!([f32, f64] -> same, unary, |x| x.sqrt(), grows),
            unary1!([Complex32, Complex64] -> same, unary_slow, |z| z.via(complex::sqrt), Never),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "cbrt",
        doc: "Cube root.",
        groups: &[unary1!([f16, f32, f64] -> same, unary_slow, |x| x.via(libm::cbrt), Never)],
        ..Ufunc::PLAIN
    },
    block_function!("exp", "e to the power of the operand.", blocks::exp, complex::exp, grows),
    function!("exp2", "Two to the power of the operand.", libm::exp2, complex::exp2, grows),
    function!("expm1", "exp(x) - 1, exact near zero.", libm::expm1, complex::expm1, grows),
    block_function!("log", "Natural logarithm.", blocks::log, complex::log, has_pole),
    function!("log2", "Logarithm to base 2.", libm::log2, complex::log2, has_pole),
    function!("log10", "Logarithm to base 10.", libm::log10, complex::log10, has_pole),
    function!("log1p", "log(1 + x), exact near zero.", libm::log1p, complex::log1p, has_pole),
    function!("sin", "Sine of radians.", libm::sin, complex::sin, grows),
    function!("cos", "Cosine of radians.", libm::cos, complex::cos, grows),
    function!("tan", "Tangent of radians.", libm::tan, complex::tan, grows),
    function!("arcsin" as "asin", "Inverse sine, in radians.", libm::asin, complex::asin, grows),
    function!("arccos" as "acos", "Inverse cosine, in radians.", libm::acos, complex::acos, grows),
    function!("arctan" as "atan", "Inverse tangent, in radians.", libm::atan, complex::atan, grows),
    function!("sinh", "Hyperbolic sine.", libm::sinh, complex::sinh, grows),
    function!("cosh", "Hyperbolic cosine.", libm::cosh, complex::cosh, grows),
    block_function!("tanh", "Hyperbolic tangent.", blocks::tanh, complex::tanh, grows),
    function!("arcsinh" as "asinh", "Inverse hyperbolic sine.", libm::asinh, complex::asinh, grows),
    function!("arccosh" as "acosh", "Inverse hyperbolic cosine.", libm::acosh, complex::acosh, grows),
    function!("arctanh" as "atanh", "Inverse hyperbolic tangent.", libm::atanh, complex::atanh, has_pole),
    real_pair!("arctan2" as "atan2", "Angle of the point (second, first), in radians.", None, |a, b| a
        .via2(b, libm::atan2)),
    real_pair!("hypot", "Hypotenuse of a right triangle.", Zero, |a, b| a.via2(b, libm::hypot)),
    real_pair!("logaddexp", "log(exp(a) + exp(b)) without overflow.", NegativeInfinity, Real::log_add_exp, compares),
    real_pair!("logaddexp2", "log2(2**a + 2**b) without overflow.", NegativeInfinity, Real::log_add_exp2, compares),
    angle!("deg2rad", "Degrees to radians.", RADIANS_32, RADIANS),
    angle!("radians", "Degrees to radians.", RADIANS_32, RADIANS),
    angle!("rad2deg", "Radians to degrees.", DEGREES_32, DEGREES),
    angle!("degrees", "Radians to degrees.", DEGREES_32, DEGREES),
];
