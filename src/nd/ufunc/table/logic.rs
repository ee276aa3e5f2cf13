//! Rows: comparisons, truth, bits, classes of floats, and the generalised products.

use num_complex::Complex64;

use super::super::complex;
use super::super::integer::Integer;
use super::super::loops::{self, Never};
use super::super::run;
use super::{Bool, DType, Element, Identity, Loop, Rule, Ufunc, binary2, fold_of, truth, truth_of, unary1};

/// Comparisons: signed with unsigned 64-bit integers exactly, complex numbers by parts.
macro_rules! comparison {
    ($name:literal, $doc:literal, $op:tt, $complex:expr) => {
        Ufunc {
            name: $name,
            nin: 2,
            doc: $doc,
            rule: Rule::Compare,
            groups: &[
                binary2!([Bool] -> bool, |a: Bool, b: Bool| a.get() $op b.get()),
                binary2!([i8, u8, i16, u16, i32, u32, i64, u64] -> bool, |a, b| a $op b),
                &[
                    Loop {
                        types: &[DType::Int64, DType::UInt64, DType::Bool],
                        run: |args| {
                            loops::binary::<i64, u64, Bool>(args, |a, b| Bool::from(i128::from(a) $op i128::from(b)), Never)
                        },
                        fold: None,
                    },
                    Loop {
                        types: &[DType::UInt64, DType::Int64, DType::Bool],
                        run: |args| {
                            loops::binary::<u64, i64, Bool>(args, |a, b| Bool::from(i128::from(a) $op i128::from(b)), Never)
                        },
                        fold: None,
                    },
                ],
                binary2!([f32, f64] -> bool, |a, b| a $op b),
                binary2!([Complex64] -> bool, $complex),
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
            groups: &[
                binary2!([Bool] -> same, |a, b| Bool::from(a.get() $op b.get()), Never, any_order),
                binary2!([i8, u8, i16, u16, i32, u32, i64, u64, f32, f64, Complex64] -> bool,
                    |a, b| truth(a) $op truth(b)),
            ],
            ..Ufunc::PLAIN
        }
    };
}

macro_rules! bitwise {
    ($name:literal, $doc:literal, $identity:ident, $op:tt) => {
        Ufunc {
            name: $name,
            nin: 2,
            identity: Identity::$identity,
            doc: $doc,
            groups: &[
                binary2!([Bool] -> same, |a, b| Bool::from(a.get() $op b.get()), Never, any_order),
                binary2!([i8, u8, i16, u16, i32, u32, i64, u64] -> same, |a, b| a $op b, Never, any_order),
            ],
            ..Ufunc::PLAIN
        }
    };
}

macro_rules! float_class {
    ($name:literal, $doc:literal, $exact:literal, $real:ident, $complex:expr) => {
        Ufunc {
            name: $name,
            doc: $doc,
            groups: &[
                unary1!([Bool] -> bool, |_| $exact),
                unary1!([i8, u8, i16, u16, i32, u32, i64, u64] -> bool, |_| $exact),
                unary1!([f32] -> bool, f32::$real),
                unary1!([f64] -> bool, f64::$real),
                unary1!([Complex64] -> bool, $complex),
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
    comparison!("equal", "Whether the operands are equal.", ==, |a: Complex64, b: Complex64| a == b),
    comparison!("not_equal", "Whether the operands differ.", !=, |a: Complex64, b: Complex64| a != b),
    comparison!("less", "Whether the first operand is below the second.", <, |a, b| complex::greater(b, a)),
    comparison!("less_equal", "Whether the first operand is not above the second.", <=,
        |a, b| complex::greater_equal(b, a)),
    comparison!("greater", "Whether the first operand is above the second.", >, complex::greater),
    comparison!("greater_equal", "Whether the first operand is not below the second.", >=, complex::greater_equal),
    connective!("logical_and", "Whether both operands are true.", True, &),
    connective!("logical_or", "Whether an operand is true.", False, |),
    connective!("logical_xor", "Whether exactly one operand is true.", False, ^),
    Ufunc {
        name: "logical_not",
        doc: "Whether the operand is false.",
        groups: &[
            unary1!([Bool] -> bool, |x| !truth_of(x)),
            unary1!([i8, u8, i16, u16, i32, u32, i64, u64, f32, f64, Complex64] -> bool, |x| !truth(x)),
        ],
        ..Ufunc::PLAIN
    },
    bitwise!("bitwise_and", "Bits set in both operands.", MinusOne, &),
    bitwise!("bitwise_or", "Bits set in either operand.", Zero, |),
    bitwise!("bitwise_xor", "Bits set in exactly one operand.", Zero, ^),
    Ufunc {
        name: "invert",
        aliases: &["bitwise_not", "bitwise_invert"],
        doc: "All bits flipped; of booleans, logical not.",
        groups: &[
            unary1!([Bool] -> same, |x| Bool::from(!x.get()), Never),
            unary1!([i8, u8, i16, u16, i32, u32, i64, u64] -> same, |x| !x, Never),
        ],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "left_shift",
        aliases: &["bitwise_left_shift"],
        nin: 2,
        doc: "Bits moved up.",
        groups: &[binary2!([i8, u8, i16, u16, i32, u32, i64, u64] -> same, Integer::shift_left, Never, in_order)],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "right_shift",
        aliases: &["bitwise_right_shift"],
        nin: 2,
        doc: "Bits moved down, the sign kept.",
        groups: &[binary2!([i8, u8, i16, u16, i32, u32, i64, u64] -> same, Integer::shift_right, Never, in_order)],
        ..Ufunc::PLAIN
    },
    Ufunc {
        name: "bitwise_count",
        doc: "Bits set in the absolute value.",
        groups: &[unary1!([i8, u8, i16, u16, i32, u32, i64, u64] -> u8, Integer::bit_count, Never)],
        ..Ufunc::PLAIN
    },
    float_class!("isnan", "Whether the operand is NaN.", false, is_nan, complex::is_nan),
    float_class!("isinf", "Whether the operand is infinite.", false, is_infinite, |z: Complex64| z.re.is_infinite()
        || z.im.is_infinite()),
    float_class!("isfinite", "Whether the operand is neither infinite nor NaN.", true, is_finite, |z: Complex64| z
        .re
        .is_finite()
        && z.im.is_finite()),
    Ufunc {
        name: "signbit",
        doc: "Whether the sign bit is set.",
        groups: &[unary1!([f32] -> bool, f32::is_sign_negative), unary1!([f64] -> bool, f64::is_sign_negative)],
        ..Ufunc::PLAIN
    },
    general!("matmul", "(n?,k),(k,m?)->(n?,m?)", "Matrix product; stacks of matrices broadcast."),
    general!("matvec", "(m,n),(n)->(m)", "Products of matrices with vectors."),
    general!("vecmat", "(n),(n,m)->(m)", "Products of conjugated vectors with matrices."),
    general!("vecdot", "(n),(n)->()", "Inner products of vectors, the first conjugated."),
];
