//! Rows: arithmetic, division, powers, extrema, rounding.

use half::f16;
use num_complex::{Complex, Complex32, Complex64};
use num_traits::Float;

use super::super::complex::{self, Wide};
use super::super::events::{combines, divides, grows, inverts, raises, spaces};
use super::super::flags::{Flags, Suspect};
use super::super::integer::{Integer, bits};
use super::super::loops::{self, Never};
use super::super::products;
use super::super::real::{Real, in_single};
use super::super::run;
use super::super::strip::Strips;
use super::{Bool, DType, Element, Identity, Loop, Rule, Ufunc, binary2, bits1, bits2, flagged2, fold_of, unary1};
use crate::nd::error::{Error, Result};

const BOOL_SUBTRACT: &str = "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, \
                             the `^` operator, or the logical_xor function instead.";
const BOOL_NEGATIVE: &str = "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator \
                             or the logical_not function instead.";

fn or(a: Bool, b: Bool) -> Bool {
    Bool::from(a.get() | b.get())
}

fn and(a: Bool, b: Bool) -> Bool {
    Bool::from(a.get() & b.get())
}

fn maximum<T: Real>(a: T, b: T) -> T {
    if a >= b || a.is_nan_() { a } else { b }
}

fn minimum<T: Real>(a: T, b: T) -> T {
    if a <= b || a.is_nan_() { a } else { b }
}

fn fmax<T: Real>(a: T, b: T) -> T {
    if a >= b || b.is_nan_() { a } else { b }
}

fn fmin<T: Real>(a: T, b: T) -> T {
    if a <= b || b.is_nan_() { a } else { b }
}

fn maximum_complex<F: Float>(a: Complex<F>, b: Complex<F>) -> Complex<F> {
    if complex::is_nan(a) || complex::greater_equal(a, b) { a } else { b }
}

fn minimum_complex<F: Float>(a: Complex<F>, b: Complex<F>) -> Complex<F> {
    if complex::is_nan(a) || complex::greater_equal(b, a) { a } else { b }
}

fn fmax_complex<F: Float>(a: Complex<F>, b: Complex<F>) -> Complex<F> {
    if complex::is_nan(b) || complex::greater_equal(a, b) { a } else { b }
}

fn fmin_complex<F: Float>(a: Complex<F>, b: Complex<F>) -> Complex<F> {
    if complex::is_nan(b) || complex::greater_equal(b, a) { a } else { b }
}

fn float_floor_divide<T: Real>(a: T, b: T, flags: &mut Flags) -> T {
    let mut events = Flags::NONE;
    let quotient = a.floor_divmod(b, &mut events).0;
    // A zero divisor makes the remainder invalid, not the quotient, unless 0 was divided.
    if events.contains(Flags::DIVIDE) {
        events = Flags::DIVIDE;
    }
    *flags |= events;
    quotient
}

fn float_remainder<T: Real>(a: T, b: T, flags: &mut Flags) -> T {
    let mut events = Flags::NONE;
    let rest = a.floor_divmod(b, &mut events).1;
    if events.contains(Flags::INVALID) {
        *flags |= Flags::INVALID;
    }
    rest
}

/// Power of integers; refuses negative exponents.
fn integer_power<T: Integer + Suspect>(strips: &Strips) -> Result<Flags> {
    let exponents = strips.operands[2].places::<T>();
    if (0..strips.n).any(|k| exponents.at(k).get().is_negative()) {
        return Err(Error::value("Integers to negative integer powers are not allowed."));
    }
    loops::binary_slow::<T, T, T>(strips, Integer::power, Never)
}

macro_rules! integer_powers {
    ($($t:ty),*) => {
        &[$(Loop { types: &[<$t as Element>::DTYPE; 3], run: integer_power::<$t>, fold: None }),*]
    };
}

macro_rules! pair_loops {
    ($f:expr; $($t:ty),*) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE; 4],
            run: |s| loops::binary_pair::<$t, $t>(s, $f),
            fold: None,
        }),*]
    };
}

macro_rules! unary_flagged_loops {
    ($f:expr; $($t:ty),*) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE; 2],
            run: |s| loops::unary_flagged::<$t, $t>(s, $f),
            fold: None,
        }),*]
    };
}

macro_rules! extremum {
    ($int:expr, $real:ident, $complex:ident, $bool:ident) => {
        &[
            binary2!([Bool], binary, $bool, Never, any_order),
            binary2!([i8, u8, i16, u16, i32, u32, i64, u64], binary, $int, Never, any_order),
            binary2!([f16], binary_slow, $real, Never, any_order),
            binary2!([f32, f64], binary, $real, Never, any_order_rows),
            binary2!([Complex32, Complex64], binary_slow, $complex, Never, none),
        ]
    };
}

macro_rules! rounding {
    ($name:literal, $doc:literal, $f:ident) => {
        Ufunc {
            name: $name,
            doc: $doc,
            groups: &[
                unary1!([Bool] -> same, unary_slow, bits::same, Never),
                bits1!(same),
                unary1!([f16] -> same, unary_slow, |x| in_single(x, f32::$f), Never),
                unary1!([f32] -> same, unary, f32::$f, Never),
                unary1!([f64] -> same, unary, f64::$f, Never),
            ],
            ..Ufunc::PLAIN
        }
    };
}

/// The rows.
pub(super) static ROWS: &[Ufunc] = &[
    Ufunc {
        name: "add",
        nin: 2,
        identity: Identity::Zero,
        doc: "Add element-wise; of booleans, logical or.",
        groups: &[
            binary2!([Bool], binary, or, Never, any_order),
            bits2!(add, any_order),
            binary2!([f16], binary_slow, |a, b| a + b, combines, pairwise),
            binary2!([f32, f64], binary, |a, b| a + b, combines, pairwise_rows),
            binary2!([Complex32, Complex64], binary_slow, |a, b| a + b, combines, pairwise),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "subtract",
        nin: 2,
        doc: "Subtract element-wise.",
        rule: Rule::NoBool(BOOL_SUBTRACT),
        groups: &[
            bits2!(subtract, none),
            binary2!([f16], binary_slow, |a, b| a - b, combines, none),
            binary2!([f32, f64], binary, |a, b| a - b, combines, none),
            binary2!([Complex32, Complex64], binary_slow, |a, b| a - b, combines, none),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "multiply",
        nin: 2,
        identity: Identity::One,
        doc: "Multiply element-wise; of booleans, logical and.",
        groups: &[
            binary2!([Bool], binary, and, Never, any_order),
            bits2!(multiply, any_order),
            binary2!([f16], binary_slow, |a, b| a * b, combines, none),
            binary2!([f32, f64], binary, |a, b| a * b, combines, none),
            &[
                Loop { types: &[DType::Complex64; 3], run: products::multiply::<f32>, fold: None },
                Loop { types: &[DType::Complex128; 3], run: products::multiply::<f64>, fold: None },
            ],
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "divide",
        aliases: &["true_divide"],
        nin: 2,
        doc: "Divide element-wise; integers give floats.",
        rule: Rule::IntegersAsDouble,
        groups: &[
            binary2!([f16], binary_slow, |a, b| a / b, divides, none),
            binary2!([f32, f64], binary, |a, b| a / b, divides, none),
            binary2!([Complex32, Complex64], binary_slow, complex::divide, divides, none),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "floor_divide",
        nin: 2,
        doc: "The largest integer not above the quotient.",
        groups: &[
            flagged2!([i8, u8, i16, u16, i32, u32, i64, u64], Integer::floor_divide),
            flagged2!([f16, f32, f64], float_floor_divide),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "remainder",
        aliases: &["mod"],
        nin: 2,
        doc: "What floor division leaves, with the divisor's sign.",
        groups: &[
            flagged2!([i8, u8, i16, u16, i32, u32, i64, u64], Integer::remainder),
            flagged2!([f16, f32, f64], float_remainder),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "divmod",
        nin: 2,
        nout: 2,
        doc: "Floor quotient and remainder at once.",
        groups: &[
            pair_loops!(|a, b, flags| (a.floor_divide(b, flags), Integer::remainder(a, b, flags));
                i8, u8, i16, u16, i32, u32, i64, u64),
            pair_loops!(Real::floor_divmod; f16, f32, f64),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "fmod",
        nin: 2,
        doc: "What division towards zero leaves, with the dividend's sign.",
        groups: &[
            flagged2!([i8, u8, i16, u16, i32, u32, i64, u64], Integer::fmod),
            binary2!([f16, f32, f64], binary_slow, |a, b| a % b, combines, none),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "power",
        aliases: &["pow"],
        nin: 2,
        doc: "First operand raised to the second.",
        groups: &[
            integer_powers!(i8, u8, i16, u16, i32, u32, i64, u64),
            binary2!([f16, f32, f64], binary_slow, Real::power, raises, none),
            binary2!([Complex32, Complex64], binary_slow, complex::power, raises, none),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "float_power",
        nin: 2,
        doc: "Power in double precision at least.",
        groups: &[
            binary2!([f64], binary_slow, Real::power, raises, none),
            binary2!([Complex64], binary_slow, complex::power, raises, none),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "negative",
        doc: "Numerical negative.",
        rule: Rule::NoBool(BOOL_NEGATIVE),
        groups: &[
            bits1!(negative),
            unary1!([f16] -> same, unary_slow, |x| -x, Never),
            unary1!([f32, f64] -> same, unary, |x| -x, Never),
            unary1!([Complex32, Complex64] -> same, unary_slow, |x| -x, Never),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "positive",
        doc: "The operand itself, as a new array.",
        rule: Rule::Strict,
        groups: &[bits1!(same), unary1!([f16, f32, f64, Complex32, Complex64] -> same, unary_slow, bits::same, Never)],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "absolute",
        aliases: &["abs"],
        doc: "Absolute value; of complex numbers, the modulus.",
        groups: &[
            unary1!([Bool] -> same, unary_slow, bits::same, Never),
            unary1!([i8] -> same, unary, i8::wrapping_abs, Never),
            unary1!([u8] -> same, unary, bits::same::<u8>, Never),
            unary1!([i16] -> same, unary, i16::wrapping_abs, Never),
            unary1!([u16] -> same, unary, bits::same::<u16>, Never),
            unary1!([i32] -> same, unary, i32::wrapping_abs, Never),
            unary1!([u32] -> same, unary, bits::same::<u32>, Never),
            unary1!([i64] -> same, unary, i64::wrapping_abs, Never),
            unary1!([u64] -> same, unary, bits::same::<u64>, Never),
            unary1!([f16] -> same, unary_slow, |x| in_single(x, f32::abs), Never),
            unary1!([f32] -> same, unary, f32::abs, Never),
            unary1!([f64] -> same, unary, f64::abs, Never),
            &[
                Loop { types: &[DType::Complex64, DType::Float32], run: products::absolute::<f32>, fold: None },
                Loop { types: &[DType::Complex128, DType::Float64], run: products::absolute::<f64>, fold: None },
            ],
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "fabs",
        doc: "Absolute value of reals, as floats.",
        groups: &[
            unary1!([f16] -> same, unary_slow, |x| in_single(x, f32::abs), Never),
            unary1!([f32] -> same, unary, f32::abs, Never),
            unary1!([f64] -> same, unary, f64::abs, Never),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "sign",
        doc: "-1, 0 or 1; of complex numbers, the direction.",
        rule: Rule::Strict,
        groups: &[
            unary1!([i8, u8, i16, u16, i32, u32, i64, u64] -> same, unary_slow, Integer::sign, Never),
            unary1!([f16, f32, f64] -> same, unary, Real::sign, Never),
            unary1!([Complex32, Complex64] -> same, unary_slow, |z| z.via(complex::sign), Never),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "conjugate",
        aliases: &["conj"],
        doc: "Complex conjugate.",
        groups: &[
            bits1!(same),
            unary1!([f16, f32, f64] -> same, unary_slow, bits::same, Never),
            unary1!([Complex32, Complex64] -> same, unary_slow, |z| z.conj(), Never),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "square",
        doc: "The operand times itself.",
        groups: &[
            bits1!(square),
            unary1!([f16] -> same, unary_slow, |x| x * x, grows),
            unary1!([f32, f64] -> same, unary, |x| x * x, grows),
            &[
                Loop { types: &[DType::Complex64; 2], run: products::square::<f32>, fold: None },
                Loop { types: &[DType::Complex128; 2], run: products::square::<f64>, fold: None },
            ],
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "reciprocal",
        doc: "One over the operand.",
        groups: &[
            unary_flagged_loops!(Integer::reciprocal; i8, u8, i16, u16, i32, u32, i64, u64),
            unary1!([f16] -> same, unary_slow, |x| in_single(x, f32::recip), inverts),
            unary1!([f32, f64] -> same, unary, |x| x.recip(), inverts),
            unary1!([Complex32, Complex64] -> same, unary_slow, complex::reciprocal, inverts),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "maximum",
        nin: 2,
        identity: Identity::Reorderable,
        doc: "The larger of two; NaN when either is.",
        groups: extremum!(Ord::max, maximum, maximum_complex, or),
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "minimum",
        nin: 2,
        identity: Identity::Reorderable,
        doc: "The smaller of two; NaN when either is.",
        groups: extremum!(Ord::min, minimum, minimum_complex, and),
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "fmax",
        nin: 2,
        identity: Identity::Reorderable,
        doc: "The larger of two; a NaN loses.",
        groups: extremum!(Ord::max, fmax, fmax_complex, or),
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "fmin",
        nin: 2,
        identity: Identity::Reorderable,
        doc: "The smaller of two; a NaN loses.",
        groups: extremum!(Ord::min, fmin, fmin_complex, and),
        ..Ufunc::PLAIN
    },
    rounding!("floor", "The largest integer not above.", floor),
    rounding!("ceil", "The smallest integer not below.", ceil),
    rounding!("trunc", "The integer nearest to zero.", trunc),
    Ufunc {
        name: "rint",
        doc: "The nearest integer, ties to even.",
        groups: &[
            unary1!([f16] -> same, unary_slow, |x| in_single(x, f32::round_ties_even), Never),
            unary1!([f32] -> same, unary, f32::round_ties_even, Never),
            unary1!([f64] -> same, unary, f64::round_ties_even, Never),
            unary1!([Complex32, Complex64] -> same, unary_slow, |z| z.via(complex::rint), Never),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "copysign",
        nin: 2,
        doc: "The first operand with the sign of the second.",
        groups: &[binary2!([f16, f32, f64], binary_slow, |a, b| a.copysign(b), Never, none)],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "nextafter",
        nin: 2,
        doc: "The next value from the first operand towards the second.",
        groups: &[binary2!([f16, f32, f64], binary_slow, Real::next_after, Never, none)],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "spacing",
        doc: "Distance to the next value away from zero.",
        groups: &[
            unary1!([f16] -> same, unary_slow, Real::spacing, grows),
            unary1!([f32, f64] -> same, unary_slow, Real::spacing, spaces),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "heaviside",
        nin: 2,
        doc: "0 below zero, 1 above, the second operand at zero.",
        groups: &[binary2!([f16, f32, f64], binary_slow, Real::heaviside, Never, none)],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "modf",
        nout: 2,
        doc: "Fractional and integral part.",
        groups: &[&[
            Loop {
                types: &[DType::Float16; 3],
                run: |s| loops::unary_pair::<f16, f16, f16>(s, Real::modf),
                fold: None,
            },
            Loop {
                types: &[DType::Float32; 3],
                run: |s| loops::unary_pair::<f32, f32, f32>(s, Real::modf),
                fold: None,
            },
            Loop {
                types: &[DType::Float64; 3],
                run: |s| loops::unary_pair::<f64, f64, f64>(s, Real::modf),
                fold: None,
            },
        ]],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "frexp",
        nout: 2,
        doc: "Mantissa and exponent of two.",
        groups: &[&[
            Loop {
                types: &[DType::Float16, DType::Float16, DType::Int32],
                run: |s| loops::unary_pair::<f16, f16, i32>(s, Real::frexp),
                fold: None,
            },
            Loop {
                types: &[DType::Float32, DType::Float32, DType::Int32],
                run: |s| loops::unary_pair::<f32, f32, i32>(s, Real::frexp),
                fold: None,
            },
            Loop {
                types: &[DType::Float64, DType::Float64, DType::Int32],
                run: |s| loops::unary_pair::<f64, f64, i32>(s, Real::frexp),
                fold: None,
            },
        ]],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "ldexp",
        nin: 2,
        doc: "The first operand times two to the second.",
        rule: Rule::IntegerSecond,
        groups: &[&[
            Loop {
                types: &[DType::Float16, DType::Int64, DType::Float16],
                run: |s| loops::binary_slow::<f16, i64, f16>(s, Real::ldexp, |(x, _): (f16, i64), y: f16| grows(x, y)),
                fold: None,
            },
            Loop {
                types: &[DType::Float32, DType::Int64, DType::Float32],
                run: |s| loops::binary_slow::<f32, i64, f32>(s, Real::ldexp, |(x, _): (f32, i64), y: f32| grows(x, y)),
                fold: None,
            },
            Loop {
                types: &[DType::Float64, DType::Int64, DType::Float64],
                run: |s| loops::binary_slow::<f64, i64, f64>(s, Real::ldexp, |(x, _): (f64, i64), y: f64| grows(x, y)),
                fold: None,
            },
        ]],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "gcd",
        nin: 2,
        identity: Identity::Zero,
        doc: "Greatest common divisor.",
        rule: Rule::Strict,
        groups: &[binary2!([i8, u8, i16, u16, i32, u32, i64, u64], binary_slow, Integer::gcd, Never, none)],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "lcm",
        nin: 2,
        doc: "Least common multiple.",
        rule: Rule::Strict,
        groups: &[binary2!([i8, u8, i16, u16, i32, u32, i64, u64], binary_slow, Integer::lcm, Never, none)],
        ..Ufunc::PLAIN
    },
];
