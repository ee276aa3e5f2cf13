//! Rows: comparisons, truth, bits, classes of floats, and the generalised products.

use half::f16;
use num_complex::{Complex32, Complex64};

use super::super::complex;
use super::super::flags::Flags;
use super::super::integer::{Integer, bits};
use super::super::loops::{self, Never};
use super::super::run;
use super::{Bool, DType, Element, Identity, Loop, Rule, Ufunc, binary2, bits1, bits2, fold_of, unary1};

/// A loop of comparisons. Signed 64-bit integers meet unsigned ones exactly.
macro_rules! compared {
    ([$($t:ty),*], $shape:ident, $f:expr) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE, <$t as Element>::DTYPE, DType::Bool],
            run: |s| loops::$shape::<$t, $t, Bool>(s, |a, b| Bool::from($f(a, b)), Never),
            fold: None,
        }),*]
    };
    (beside_one [$($t:ty),*], $f:expr) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE, <$t as Element>::DTYPE, DType::Bool],
            run: |s| loops::compared::<$t>(s, |a, b| Bool::from($f(a, b))),
            fold: None,
        }),*]
    };
    (complex [$($t:ty),*], $f:expr, $ordered:literal) => {
        &[$(Loop {
            types: &[<$t as Element>::DTYPE, <$t as Element>::DTYPE, DType::Bool],
            run: |s| loops::binary_flagged::<$t, $t, Bool>(s, |a, b, flags| {
                if $ordered && (a.re.is_nan() || b.re.is_nan()) {
                    *flags |= Flags::INVALID;
                }
                Bool::from($f(a, b))
            }),
            fold: None,
        }),*]
    };
    (mixed $f:expr) => {
        &[
            Loop {
                types: &[DType::Int64, DType::UInt64, DType::Bool],
                run: |s| {
                    loops::binary_slow::<i64, u64, Bool>(s, |a, b| Bool::from($f(i128::from(a), i128::from(b))), Never)
                },
                fold: None,
            },
            Loop {
                types: &[DType::UInt64, DType::Int64, DType::Bool],
                run: |s| {
                    loops::binary_slow::<u64, i64, Bool>(s, |a, b| Bool::from($f(i128::from(a), i128::from(b))), Never)
                },
                fold: None,
            },
        ]
    };
}

fn equal<T: PartialEq>(a: T, b: T) -> bool {
    a == b
}

fn not_equal<T: PartialEq>(a: T, b: T) -> bool {
    a != b
}

fn less<T: PartialOrd>(a: T, b: T) -> bool {
    a < b
}

fn less_equal<T: PartialOrd>(a: T, b: T) -> bool {
    a <= b
}

fn greater<T: PartialOrd>(a: T, b: T) -> bool {
    a > b
}

fn greater_equal<T: PartialOrd>(a: T, b: T) -> bool {
    a >= b
}

macro_rules! comparison {
    ($name:literal, $doc:literal, $f:ident, $bool:expr, $ordered:literal, $complex:expr) => {
        Ufunc {
            name: $name,
            nin: 2,
            doc: $doc,
            rule: Rule::Compare,
            groups: &[
                compared!([Bool], binary_slow, $bool),
                compared!([i8, u8, i16, u16, i32, u32], binary, $f),
                compared!(beside_one [i64], $f),
                compared!([u64], binary, $f),
                compared!(mixed $f),
                compared!([f16], binary_slow, $f),
                compared!(beside_one [f32, f64], $f),
                compared!(complex [Complex32, Complex64], $complex, $ordered),
            ],
            ..Ufunc::PLAIN
        }
    };
}

macro_rules! connective {
    ($name:literal, $doc:literal, $identity:ident, $op:tt) => {
        Ufunc {
            name: $name,
            nin: 2,
            identity: Identity::$identity,
            doc: $doc,
            rule: Rule::Logical,
            groups: &[binary2!([Bool], binary, |a, b| Bool::from(a.get() $op b.get()), Never, any_order)],
            ..Ufunc::PLAIN
        }
    };
}

macro_rules! bitwise {
    ($name:literal, $doc:literal, $identity:ident, $op:tt, $bits:ident) => {
        Ufunc {
            name: $name,
            nin: 2,
            identity: Identity::$identity,
            doc: $doc,
            groups: &[
                binary2!([Bool], binary, |a, b| Bool::from(a.get() $op b.get()), Never, any_order),
                bits2!($bits, any_order),
            ],
            ..Ufunc::PLAIN
        }
    };
}

macro_rules! float_class {
    ($name:literal, $doc:literal, $exact:literal, $real:ident, $parts:tt) => {
        Ufunc {
            name: $name,
            doc: $doc,
            groups: &[
                unary1!([Bool, i8, u8, i16, u16, i32, u32, i64, u64] -> Bool, unary_slow, |_| Bool::from($exact), Never),
                unary1!([f16] -> Bool, unary_slow, |x| Bool::from(f16::$real(x)), Never),
                unary1!([f32] -> Bool, unary, |x| Bool::from(f32::$real(x)), Never),
                unary1!([f64] -> Bool, unary, |x| Bool::from(f64::$real(x)), Never),
                unary1!([Complex32, Complex64] -> Bool, unary_slow, |z| Bool::from(z.re.$real() $parts z.im.$real()), Never),
            ],
            ..Ufunc::PLAIN
        }
    };
}

macro_rules! general {
    ($name:literal, $signature:literal, $doc:literal) => {
        Ufunc { name: $name, nin: 2, doc: $doc, rule: Rule::General, signature: Some($signature), ..Ufunc::PLAIN }
    };
}

/// The rows.
pub(super) static ROWS: &[Ufunc] = &[
    comparison!("equal", "Whether the operands are equal.", equal, equal, false, equal),
    comparison!("not_equal", "Whether the operands differ.", not_equal, not_equal, false, not_equal),
    comparison!(
        "less",
        "Whether the first operand is below the second.",
        less,
        |a: Bool, b: Bool| !a.get() & b.get(),
        true,
        |a, b| complex::greater(b, a)
    ),
    comparison!(
        "less_equal",
        "Whether the first operand is not above the second.",
        less_equal,
        |a: Bool, b: Bool| !a.get() | b.get(),
        true,
        |a, b| complex::greater_equal(b, a)
    ),
    comparison!(
        "greater",
        "Whether the first operand is above the second.",
        greater,
        |a: Bool, b: Bool| a.get() & !b.get(),
        true,
        complex::greater
    ),
    comparison!(
        "greater_equal",
        "Whether the first operand is not below the second.",
        greater_equal,
        |a: Bool, b: Bool| a.get() | !b.get(),
        true,
        complex::greater_equal
    ),
    connective!("logical_and", "Whether both operands are true.", True, &),
    connective!("logical_or", "Whether an operand is true.", False, |),
    connective!("logical_xor", "Whether exactly one operand is true.", False, ^),
    Ufunc {
        name: "logical_not",
        doc: "Whether the operand is false.",
        rule: Rule::Logical,
        groups: &[unary1!([Bool] -> same, unary, |x| Bool::from(!x.get()), Never)],
        ..Ufunc::PLAIN
    },
    bitwise!("bitwise_and", "Bits set in both operands.", MinusOne, &, and),
    bitwise!("bitwise_or", "Bits set in either operand.", Zero, |, or),
    bitwise!("bitwise_xor", "Bits set in exactly one operand.", Zero, ^, xor),
    Ufunc {
        name: "invert",
        aliases: &["bitwise_not", "bitwise_invert"],
        doc: "All bits flipped; of booleans, logical not.",
        groups: &[unary1!([Bool] -> same, unary, |x| Bool::from(!x.get()), Never), bits1!(invert)],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "left_shift",
        aliases: &["bitwise_left_shift"],
        nin: 2,
        doc: "Bits moved up.",
        groups: &[bits2!(left, none)],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "right_shift",
        aliases: &["bitwise_right_shift"],
        nin: 2,
        doc: "Bits moved down, the sign kept.",
        groups: &[binary2!([i8, u8, i16, u16, i32, u32, i64, u64], binary_slow, Integer::shift_right, Never, none)],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "bitwise_count",
        doc: "Bits set in the absolute value.",
        groups: &[unary1!([i8, u8, i16, u16, i32, u32, i64, u64] -> u8, unary_slow, Integer::bit_count, Never)],
        ..Ufunc::PLAIN
    },
    float_class!("isnan", "Whether the operand is NaN.", false, is_nan, ||),
    float_class!("isinf", "Whether the operand is infinite.", false, is_infinite, ||),
    float_class!("isfinite", "Whether the operand is neither infinite nor NaN.", true, is_finite, &&),
    Ufunc { name: "isnat", doc: "Whether the operand is not a time.", ..Ufunc::PLAIN },
    Ufunc {
        name: "signbit",
        doc: "Whether the sign bit is set.",
        groups: &[
            unary1!([f16] -> Bool, unary_slow, |x| Bool::from(x.is_sign_negative()), Never),
            unary1!([f32] -> Bool, unary_slow, |x| Bool::from(x.is_sign_negative()), Never),
            unary1!([f64] -> Bool, unary_slow, |x| Bool::from(x.is_sign_negative()), Never),
        ],
        ..Ufunc::PLAIN
    },
    general!("matmul", "(n?,k),(k,m?)->(n?,m?)", "Matrix product; stacks of matrices broadcast."),
    general!("matvec", "(m,n),(n)->(m)", "Products of matrices with vectors."),
    general!("vecmat", "(n),(n,m)->(m)", "Products of conjugated vectors with matrices."),
    general!("vecdot", "(n),(n)->()", "Inner products of vectors, the first conjugated."),
];
