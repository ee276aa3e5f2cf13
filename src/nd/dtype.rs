//! The one table of element types, and what follows from a row of it.
//!
//! Everything that depends on "which dtypes exist" is made from [`for_each_dtype!`]: the enum, names,
//! sizes, the [`Element`] impls and the [`with_dtype!`] dispatcher. Promotion lives in
//! `ufunc::promote`, printing in `format`.

use std::fmt;

use half::f16;
use num_complex::{Complex32, Complex64};

use super::scalar::Scalar;

/// NumPy's `bool_`: one byte, false when zero. Not Rust's `bool`, because a view of other memory
/// may hold any byte and NumPy reads every non-zero one as true.
#[derive(Clone, Copy, Default, Debug)]
#[repr(transparent)]
pub struct Bool(pub u8);

impl Bool {
    /// True when the byte is not zero.
    #[inline(always)]
    pub fn get(self) -> bool {
        self.0 != 0
    }
}

impl From<bool> for Bool {
    #[inline(always)]
    fn from(value: bool) -> Self {
        Self(u8::from(value))
    }
}

impl PartialEq for Bool {
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

/// What family a dtype belongs to: NumPy's `dtype.kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `b`
    Bool,
    /// `u`
    Unsigned,
    /// `i`
    Signed,
    /// `f`
    Float,
    /// `c`
    Complex,
}

impl Kind {
    /// NumPy's one-letter code of the family.
    pub fn code(self) -> char {
        match self {
            Self::Bool => 'b',
            Self::Unsigned => 'u',
            Self::Signed => 'i',
            Self::Float => 'f',
            Self::Complex => 'c',
        }
    }
}

/// Calls `$callback!` with every row: `Variant, RustType, "name", Kind, 'typecode', Scalar variant, aliases`.
#[macro_export]
macro_rules! for_each_dtype {
    ($callback:ident) => {
        $callback! {
            (Bool, Bool, "bool", Bool, '?', ["bool_", "bool8", "b1"]),
            (Int8, i8, "int8", Signed, 'b', ["i1", "byte"]),
            (Int16, i16, "int16", Signed, 'h', ["i2", "short"]),
            (Int32, i32, "int32", Signed, 'i', ["i4", "intc"]),
            (Int64, i64, "int64", Signed, 'l', ["i8", "int", "int_", "intp", "long", "q", "longlong"]),
            (UInt8, u8, "uint8", Unsigned, 'B', ["u1", "ubyte"]),
            (UInt16, u16, "uint16", Unsigned, 'H', ["u2", "ushort"]),
            (UInt32, u32, "uint32", Unsigned, 'I', ["u4", "uintc"]),
            (UInt64, u64, "uint64", Unsigned, 'L', ["u8", "uint", "uintp", "ulong", "Q", "ulonglong"]),
            (Float16, f16, "float16", Float, 'e', ["f2", "half"]),
            (Float32, f32, "float32", Float, 'f', ["f4", "single"]),
            (Float64, f64, "float64", Float, 'd', ["f8", "float", "double", "float_"]),
            (Complex64, Complex32, "complex64", Complex, 'F', ["c8", "csingle"]),
            (Complex128, Complex64, "complex128", Complex, 'D', ["c16", "complex", "cdouble"]),
        }
    };
}

macro_rules! define_dtype {
    ($(($variant:ident, $rust:ty, $name:literal, $kind:ident, $code:literal, [$($alias:literal),*]),)*) => {
        /// An element type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum DType {
            $(#[doc = concat!("NumPy's `", $name, "`.")] $variant,)*
        }

        impl DType {
            /// All dtypes, in the table's order.
            pub const ALL: &'static [DType] = &[$(DType::$variant),*];

            /// NumPy's name: `float64`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The family: NumPy's `dtype.kind`.
            pub const fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind),* }
            }

            /// NumPy's `dtype.char`.
            pub const fn char(self) -> char {
                match self { $(Self::$variant => $code),* }
            }

            /// Bytes an element takes.
            pub const fn itemsize(self) -> usize {
                match self { $(Self::$variant => size_of::<$rust>()),* }
            }

            /// Bytes an element's address must be a multiple of.
            pub const fn alignment(self) -> usize {
                match self { $(Self::$variant => align_of::<$rust>()),* }
            }

            /// The dtype of that name, type code or alias (`"float64"`, `"d"`, `"f8"`, `"<f8"`).
            pub fn parse(text: &str) -> Option<DType> {
                let bare = text.strip_prefix(['<', '=', '|']).unwrap_or(text);
                match bare {
                    $($name $(| $alias)* => Some(Self::$variant),)*
                    _ => {
                        let mut chars = bare.chars();
                        match (chars.next(), chars.next()) {
                            $((Some($code), None) => Some(Self::$variant),)*
                            _ => None,
                        }
                    }
                }
            }
        }

        $(impl Element for $rust {
            const DTYPE: DType = DType::$variant;
            #[inline(always)]
            fn from_scalar(value: Scalar) -> Self { super::cast::from_scalar(value) }
            #[inline(always)]
            fn to_scalar(self) -> Scalar { Scalar::from(self) }
        })*
    };
}

/// A Rust type that is an element of an array: a row of the dtype table.
///
/// Every bit pattern of such a type is a value of it (invariant E1, on which `buffer` relies).
pub trait Element: Copy + Default + PartialEq + fmt::Debug + 'static {
    /// The row of the table.
    const DTYPE: DType;
    /// The element that `value` becomes, by the rules of `astype`.
    fn from_scalar(value: Scalar) -> Self;
    /// The element as a dtype-less value.
    fn to_scalar(self) -> Scalar;
}

for_each_dtype!(define_dtype);

/// Runs `$body` with `$T` standing for the Rust type of `$dtype`: the one dispatch of a call.
#[macro_export]
macro_rules! with_dtype {
    ($dtype:expr, $T:ident => $body:expr) => {{
        use $crate::nd::dtype::DType;
        match $dtype {
            DType::Bool => {
                type $T = $crate::nd::dtype::Bool;
                $body
            }
            DType::Int8 => {
                type $T = i8;
                $body
            }
            DType::Int16 => {
                type $T = i16;
                $body
            }
            DType::Int32 => {
                type $T = i32;
                $body
            }
            DType::Int64 => {
                type $T = i64;
                $body
            }
            DType::UInt8 => {
                type $T = u8;
                $body
            }
            DType::UInt16 => {
                type $T = u16;
                $body
            }
            DType::UInt32 => {
                type $T = u32;
                $body
            }
            DType::UInt64 => {
                type $T = u64;
                $body
            }
            DType::Float16 => {
                type $T = half::f16;
                $body
            }
            DType::Float32 => {
                type $T = f32;
                $body
            }
            DType::Float64 => {
                type $T = f64;
                $body
            }
            DType::Complex64 => {
                type $T = num_complex::Complex32;
                $body
            }
            DType::Complex128 => {
                type $T = num_complex::Complex64;
                $body
            }
        }
    }};
}

impl DType {
    /// NumPy's `dtype.str`: `<f8`, `|b1`, `|u1`.
    pub fn array_protocol(self) -> String {
        let order = if self.itemsize() == 1 { '|' } else { '<' };
        format!("{order}{}{}", self.kind().code(), self.itemsize())
    }

    /// The dtype of a complex dtype's parts; a real one itself.
    pub fn real(self) -> DType {
        match self {
            Self::Complex64 => Self::Float32,
            Self::Complex128 => Self::Float64,
            other => other,
        }
    }

    /// Integers and bool are exact; a float or a complex number is not.
    pub fn is_inexact(self) -> bool {
        matches!(self.kind(), Kind::Float | Kind::Complex)
    }

    /// Signed or unsigned integers; bool is not one.
    pub fn is_integer(self) -> bool {
        matches!(self.kind(), Kind::Signed | Kind::Unsigned)
    }
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
