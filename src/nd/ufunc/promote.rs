//! Which dtype operands agree on: NumPy's promotion table and NEP 50's rules for Python scalars.
//! Dtypes in, a dtype out; never meets an array.

use num_complex::Complex64;

use crate::nd::dtype::{DType, Kind};
use crate::nd::error::{Error, ErrorKind, Result};
use crate::nd::scalar::Scalar;

/// How freely one dtype may become another: NumPy's `casting=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Casting {
    /// No change at all.
    No,
    /// Byte order at most; here the same as [`Casting::No`].
    Equiv,
    /// Every value is preserved.
    Safe,
    /// Safe, or within one kind, or to a higher kind.
    #[default]
    SameKind,
    /// Anything.
    Unsafe,
}

impl Casting {
    /// NumPy's name of the rule.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Equiv => "equiv",
            Self::Safe => "safe",
            Self::SameKind => "same_kind",
            Self::Unsafe => "unsafe",
        }
    }

    /// The rule of that name.
    ///
    /// # Errors
    /// A `ValueError` when there is none.
    pub fn parse(name: &str) -> Result<Self> {
        [Self::No, Self::Equiv, Self::Safe, Self::SameKind, Self::Unsafe]
            .into_iter()
            .find(|rule| rule.name() == name)
            .ok_or_else(|| {
                Error::value(format!(
                    "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe', or \
                     'same_value' (got '{name}')"
                ))
            })
    }
}

/// Whether `from` may become `to` under a rule: NumPy's `can_cast`.
pub fn can_cast(from: DType, to: DType, casting: Casting) -> bool {
    match casting {
        Casting::No | Casting::Equiv => from == to,
        Casting::Safe => promote_types(from, to) == to,
        Casting::SameKind => promote_types(from, to) == to || kind_rank(from) <= kind_rank(to),
        Casting::Unsafe => true,
    }
}

fn kind_rank(dtype: DType) -> u8 {
    match dtype.kind() {
        Kind::Bool => 0,
        Kind::Unsigned => 1,
        Kind::Signed => 2,
        Kind::Float => 3,
        Kind::Complex => 4,
    }
}

/// The smallest dtype that holds every value of both: NumPy's `promote_types`.
pub fn promote_types(a: DType, b: DType) -> DType {
    use Kind::{Bool, Complex, Float, Signed, Unsigned};
    let (low, high) = if kind_rank(a) <= kind_rank(b) { (a, b) } else { (b, a) };
    let wider = if low.itemsize() > high.itemsize() { low } else { high };
    match (low.kind(), high.kind()) {
        (Bool, _) => high,
        (Unsigned, Unsigned) | (Signed, Signed) | (Float, Float) | (Complex, Complex) => wider,
        (Unsigned, Signed) if low.itemsize() < high.itemsize() => high,
        (Unsigned, Signed) => match low.itemsize() {
            1 => DType::Int16,
            2 => DType::Int32,
            4 => DType::Int64,
            _ => DType::Float64,
        },
        (_, Float) => wider_float(high, exact_float(low)),
        (Float, Complex) if low == DType::Float64 => DType::Complex128,
        (Float, Complex) => high,
        (_, Complex) if exact_float(low) == DType::Float64 => DType::Complex128,
        (_, Complex) => high,
        _ => unreachable!("`low` has the lower kind"),
    }
}

/// The narrowest float that holds every value of an integer dtype; `float64` for those that none holds.
fn exact_float(integer: DType) -> DType {
    match integer.itemsize() {
        1 => DType::Float16,
        2 => DType::Float32,
        _ => DType::Float64,
    }
}

fn wider_float(a: DType, b: DType) -> DType {
    if a.itemsize() >= b.itemsize() { a } else { b }
}

/// A Python number: it adapts to the dtypes it meets (NEP 50). A Python `bool` is not weak, it is a
/// `bool` array of no dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Weak {
    /// An `int`.
    Int(i128),
    /// An `int` outside 128 bits, as the nearest float.
    HugeInt(f64),
    /// A `float`.
    Float(f64),
    /// A `complex`.
    Complex(Complex64),
}

impl Weak {
    /// The dtype it has when it meets no array: `int64`, `float64`, `complex128`.
    pub fn default_dtype(self) -> DType {
        match self {
            Self::Int(_) | Self::HugeInt(_) => DType::Int64,
            Self::Float(_) => DType::Float64,
            Self::Complex(_) => DType::Complex128,
        }
    }

    /// The dtype it takes beside one of dtype `other`.
    pub fn beside(self, other: DType) -> DType {
        match (self, other.kind()) {
            (Self::Int(_) | Self::HugeInt(_), Kind::Bool) => DType::Int64,
            (Self::Int(_) | Self::HugeInt(_), _) => other,
            (Self::Float(_), Kind::Float | Kind::Complex) => other,
            (Self::Float(_), _) => DType::Float64,
            (Self::Complex(_), Kind::Complex) => other,
            (Self::Complex(_), Kind::Float) if other != DType::Float64 => DType::Complex64,
            (Self::Complex(_), _) => DType::Complex128,
        }
    }

    /// Its value as an element of `dtype`, which is at least as general as itself.
    ///
    /// # Errors
    /// An `OverflowError` when an integer dtype does not hold it.
    pub fn to_scalar(self, dtype: DType) -> Result<Scalar> {
        let overflow = |message: String| Err(Error::new(ErrorKind::Overflow, message));
        let too_large = "Python int too large to convert to C long";
        match (self, dtype.kind()) {
            (Self::Int(value), Kind::Signed | Kind::Unsigned) => {
                let (low, high) = integer_range(dtype);
                if (low..=high).contains(&value) {
                    return Ok(i64::try_from(value).map_or(Scalar::UInt(value as u64), Scalar::Int));
                }
                match i64::try_from(value) {
                    Ok(_) => overflow(format!("Python integer {value} out of bounds for {dtype}")),
                    Err(_) => overflow(too_large.to_string()),
                }
            }
            (Self::HugeInt(_), Kind::Signed | Kind::Unsigned) => overflow(too_large.to_string()),
            (Self::Int(value), Kind::Bool) => Ok(Scalar::Bool(value != 0)),
            (Self::HugeInt(_), Kind::Bool) => Ok(Scalar::Bool(true)),
            (Self::HugeInt(value), _) if value.is_infinite() => {
                overflow("int too large to convert to float".to_string())
            }
            (Self::Int(value), _) => Ok(Scalar::Float(value as f64)),
            (Self::HugeInt(value) | Self::Float(value), _) => Ok(Scalar::Float(value)),
            (Self::Complex(value), _) => Ok(Scalar::Complex(value)),
        }
    }
}

/// The smallest and largest value of an integer dtype.
pub fn integer_range(dtype: DType) -> (i128, i128) {
    let bits = 8 * dtype.itemsize() as u32;
    if dtype.kind() == Kind::Signed {
        (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1)
    } else {
        (0, (1i128 << bits) - 1)
    }
}

/// The dtype of a result that combines dtypes and Python numbers: NumPy's `result_type`.
/// `None` when there is neither.
pub fn result_type(dtypes: &[DType], weak: &[Weak]) -> Option<DType> {
    let concrete = dtypes.iter().copied().reduce(promote_types);
    weak.iter().fold(concrete, |so_far, &number| {
        Some(match so_far {
            None => number.default_dtype(),
            // Without a dtype among the operands, Python's own kinds are promoted.
            Some(dtype) if dtypes.is_empty() => promote_types(dtype, number.default_dtype()),
            Some(dtype) => number.beside(dtype),
        })
    })
}
