//! One element's value without an array around it. Its dtype travels beside it.

use half::f16;
use num_complex::{Complex32, Complex64};

use super::dtype::{Bool, Kind};

/// A value of any dtype, widened within its family; narrow types fit exactly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar {
    /// `bool`
    Bool(bool),
    /// `int8` to `int64`
    Int(i64),
    /// `uint8` to `uint64`
    UInt(u64),
    /// `float16`, `float32`, `float64`
    Float(f64),
    /// `complex64`, `complex128`
    Complex(Complex64),
    /// `datetime64`, `timedelta64`: a count of the dtype's unit.
    Time(i64),
    /// `object`: the handle of a value.
    Object(u64),
    /// An element of a dtype whose values are no such small thing: text. The array itself tells it
    /// ([`text`](super::text)).
    Elsewhere(Kind),
}

impl Scalar {
    /// The family of the value.
    pub fn kind(self) -> Kind {
        match self {
            Self::Bool(_) => Kind::Bool,
            Self::Int(_) => Kind::Signed,
            Self::UInt(_) => Kind::Unsigned,
            Self::Float(_) => Kind::Float,
            Self::Complex(_) => Kind::Complex,
            Self::Time(_) => Kind::Span,
            Self::Object(_) => Kind::Object,
            Self::Elsewhere(kind) => kind,
        }
    }

    /// Whether Python would call it true.
    pub fn is_truthy(self) -> bool {
        match self {
            Self::Bool(value) => value,
            Self::Int(value) => value != 0,
            Self::UInt(value) => value != 0,
            Self::Float(value) => value != 0.0,
            Self::Complex(value) => value != Complex64::new(0.0, 0.0),
            Self::Time(value) => value != 0,
            Self::Object(_) | Self::Elsewhere(_) => true,
        }
    }
}

macro_rules! scalar_from {
    ($($rust:ty => $variant:ident as $wide:ty),*) => {
        $(impl From<$rust> for Scalar {
            #[inline(always)]
            fn from(value: $rust) -> Self { Self::$variant(value as $wide) }
        })*
    };
}

scalar_from!(bool => Bool as bool, i8 => Int as i64, i16 => Int as i64, i32 => Int as i64, i64 => Int as i64,
    u8 => UInt as u64, u16 => UInt as u64, u32 => UInt as u64, u64 => UInt as u64, f32 => Float as f64, f64 => Float as f64);

impl From<Bool> for Scalar {
    #[inline(always)]
    fn from(value: Bool) -> Self {
        Self::Bool(value.get())
    }
}

impl From<f16> for Scalar {
    #[inline(always)]
    fn from(value: f16) -> Self {
        Self::Float(value.to_f64())
    }
}

impl From<Complex32> for Scalar {
    #[inline(always)]
    fn from(value: Complex32) -> Self {
        Self::Complex(Complex64::new(value.re.into(), value.im.into()))
    }
}

impl From<Complex64> for Scalar {
    #[inline(always)]
    fn from(value: Complex64) -> Self {
        Self::Complex(value)
    }
}
