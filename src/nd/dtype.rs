//! Element types: the one table of numbers and what follows from a row of it, and the dtypes that are no row.
//!
//! Everything that depends on "which numbers exist" is made from [`for_each_dtype!`]: their variants, names,
//! sizes, the [`Element`] impls and the [`with_dtype!`] dispatcher. Dtypes with a parameter (`<U5`) or without
//! arithmetic of their own (`object`) are variants beside the rows: [`DType::is_number`] tells them apart, code that
//! only moves elements goes by [`DType::words`], and what they mean is in `text`, `object`, `time` and `record`. A
//! number of another byte order is no row: it is read and written by way of its native dtype. Promotion lives in
//! `ufunc::promote`, printing in `format`.

use std::borrow::Cow;
use std::fmt;

use half::f16;
use num_complex::{Complex32, Complex64};

use super::record::{Block, Record};
use super::scalar::Scalar;
use super::strings::Strings;
use super::time::TimeUnit;

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
    /// `U`
    Str,
    /// `S`
    Bytes,
    /// `O`
    Object,
    /// `M`
    Date,
    /// `m`
    Span,
    /// `V`
    Void,
    /// `T`: text of any length.
    Text,
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
            Self::Str => 'U',
            Self::Bytes => 'S',
            Self::Object => 'O',
            Self::Date => 'M',
            Self::Span => 'm',
            Self::Void => 'V',
            Self::Text => 'T',
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
            (Int64, i64, "int64", Signed, 'l', ["i8", "int", "int_", "intp", "long", "q", "longlong", "n", "p"]),
            (UInt8, u8, "uint8", Unsigned, 'B', ["u1", "ubyte"]),
            (UInt16, u16, "uint16", Unsigned, 'H', ["u2", "ushort"]),
            (UInt32, u32, "uint32", Unsigned, 'I', ["u4", "uintc"]),
            (UInt64, u64, "uint64", Unsigned, 'L', ["u8", "uint", "uintp", "ulong", "Q", "ulonglong", "N", "P"]),
            (Float16, f16, "float16", Float, 'e', ["f2", "half"]),
            (Float32, f32, "float32", Float, 'f', ["f4", "single"]),
            (Float64, f64, "float64", Float, 'd', ["f8", "float", "double", "g", "longdouble"]),
            (Complex64, Complex32, "complex64", Complex, 'F', ["c8", "csingle"]),
            (Complex128, Complex64, "complex128", Complex, 'D', ["c16", "complex", "cdouble", "G", "clongdouble"]),
        }
    };
}

macro_rules! define_dtype {
    ($(($variant:ident, $rust:ty, $name:literal, $kind:ident, $code:literal, [$($alias:literal),*]),)*) => {
        /// An element type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum DType {
            $(#[doc = concat!("NumPy's `", $name, "`.")] $variant,)*
            /// NumPy's `<U5`: text of at most so many code points, filled up with zeros. 0 asks for as many as needed.
            Str(u32),
            /// NumPy's `S5`: at most so many bytes, filled up with zeros. 0 asks for as many as needed.
            Bytes(u32),
            /// NumPy's `datetime64[D]`: so many units since 1970.
            Datetime(TimeUnit),
            /// NumPy's `timedelta64[D]`: so many units.
            Timedelta(TimeUnit),
            /// NumPy's `object`: handles of values that the host language keeps (see `object`).
            Object,
            /// NumPy's plain `void`: so many bytes without a meaning. 0 asks for as many as needed.
            Void(u32),
            /// NumPy's `StringDType`: text of any length (see `strings`).
            Strings(&'static Strings),
            /// A structured dtype (see `record`).
            Record(&'static Record),
            /// Several elements as one: the dtype of a field, never of an array.
            Block(&'static Block),
            /// A dtype, never one of these four itself, whose elements have their bytes in the other order.
            Swapped(&'static DType),
        }

        impl DType {
            /// The numbers, in the table's order.
            pub const NUMBERS: &'static [DType] = &[$(DType::$variant),*];

            /// NumPy's name: `float64`, `str160`.
            pub fn name(self) -> Cow<'static, str> {
                match self {
                    $(Self::$variant => $name.into(),)*
                    Self::Str(0) => "str".into(),
                    Self::Bytes(0) => "bytes".into(),
                    Self::Str(length) => format!("str{}", 32 * u64::from(length)).into(),
                    Self::Bytes(length) => format!("bytes{}", 8 * u64::from(length)).into(),
                    Self::Object => "object".into(),
                    Self::Strings(_) => "StringDType128".into(),
                    Self::Datetime(TimeUnit::GENERIC) => "datetime64".into(),
                    Self::Timedelta(TimeUnit::GENERIC) => "timedelta64".into(),
                    Self::Datetime(unit) => format!("datetime64[{unit}]").into(),
                    Self::Timedelta(unit) => format!("timedelta64[{unit}]").into(),
                    Self::Swapped(native) => native.name(),
                    Self::Void(0) => "void".into(),
                    Self::Record(record) if record.attributes => format!("record{}", 8 * record.itemsize as u64).into(),
                    Self::Void(_) | Self::Record(_) | Self::Block(_) => {
                        format!("void{}", 8 * self.itemsize() as u64).into()
                    }
                }
            }

            /// The family: NumPy's `dtype.kind`.
            pub const fn kind(self) -> Kind {
                match self {
                    $(Self::$variant => Kind::$kind,)*
                    Self::Str(_) => Kind::Str,
                    Self::Bytes(_) => Kind::Bytes,
                    Self::Object => Kind::Object,
                    Self::Strings(_) => Kind::Text,
                    Self::Datetime(_) => Kind::Date,
                    Self::Timedelta(_) => Kind::Span,
                    Self::Void(_) | Self::Record(_) | Self::Block(_) => Kind::Void,
                    Self::Swapped(native) => native.kind(),
                }
            }

            /// NumPy's `dtype.char`.
            pub const fn char(self) -> char {
                match self {
                    $(Self::$variant => $code,)*
                    Self::Str(_) => 'U',
                    Self::Bytes(_) => 'S',
                    Self::Object => 'O',
                    Self::Strings(_) => 'T',
                    Self::Datetime(_) => 'M',
                    Self::Timedelta(_) => 'm',
                    Self::Void(_) | Self::Record(_) | Self::Block(_) => 'V',
                    Self::Swapped(native) => native.char(),
                }
            }

            /// Bytes an element takes.
            pub const fn itemsize(self) -> usize {
                match self {
                    $(Self::$variant => size_of::<$rust>(),)*
                    Self::Str(length) => 4 * length as usize,
                    Self::Bytes(length) | Self::Void(length) => length as usize,
                    Self::Object | Self::Datetime(_) | Self::Timedelta(_) => size_of::<u64>(),
                    Self::Strings(_) => 2 * size_of::<u64>(),
                    Self::Record(record) => record.itemsize,
                    Self::Block(block) => block.bytes,
                    Self::Swapped(native) => native.itemsize(),
                }
            }

            /// Bytes an element's address must be a multiple of.
            pub const fn alignment(self) -> usize {
                match self {
                    $(Self::$variant => align_of::<$rust>(),)*
                    Self::Str(_) => align_of::<u32>(),
                    Self::Bytes(_) | Self::Void(_) => 1,
                    Self::Object | Self::Datetime(_) | Self::Timedelta(_) | Self::Strings(_) => align_of::<u64>(),
                    Self::Record(record) => record.alignment,
                    Self::Block(block) => block.base.alignment(),
                    Self::Swapped(native) => native.alignment(),
                }
            }

            /// The dtype of that name, type code or alias (`"float64"`, `"d"`, `"f8"`, `"<f8"`, `"U5"`).
            pub fn parse(text: &str) -> Option<DType> {
                if let Some(native) = text.strip_prefix('>') {
                    return Self::parse(native).filter(|_| !native.starts_with(['<', '>', '=', '|'])).map(Self::swapped);
                }
                let bare = text.strip_prefix(['<', '=', '|']).unwrap_or(text);
                match bare {
                    $($name $(| $alias)* => Some(Self::$variant),)*
                    "str" | "str_" | "unicode" => Some(Self::Str(0)),
                    "bytes" | "bytes_" => Some(Self::Bytes(0)),
                    "object" | "object_" | "O8" | "O4" => Some(Self::Object),
                    "c" => Some(Self::Bytes(1)),
                    "void" => Some(Self::Void(0)),
                    _ => {
                        if let Some(time) = parse_time(bare) {
                            return Some(time);
                        }
                        let mut chars = bare.chars();
                        match (chars.next(), chars.as_str()) {
                            $((Some($code), "") => Some(Self::$variant),)*
                            (Some('U'), length) => parse_length(length).map(Self::Str),
                            (Some('S' | 'a'), length) => parse_length(length).map(Self::Bytes),
                            (Some('V'), length) => parse_length(length).map(Self::Void),
                            (Some('O'), "") => Some(Self::Object),
                            (Some('T'), "") => Some(Self::Strings(&super::strings::PLAIN)),
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

/// The length in `U5`; 0 for none. An element has at most `i32::MAX` bytes, as in NumPy.
fn parse_length(digits: &str) -> Option<u32> {
    if digits.is_empty() {
        return Some(0);
    }
    let plain = digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|&length: &u32| plain && length <= i32::MAX as u32 / 4)
}

/// `M8[D]`, `datetime64[D]`, `m8[25s]`, `timedelta64`.
fn parse_time(text: &str) -> Option<DType> {
    let (name, unit) = match text.split_once('[') {
        Some((name, rest)) => (name, TimeUnit::parse(rest.strip_suffix(']')?)?),
        None => (text, TimeUnit::GENERIC),
    };
    match name {
        "M8" | "M" | "datetime64" => Some(DType::Datetime(unit)),
        "m8" | "m" | "timedelta64" => Some(DType::Timedelta(unit)),
        _ => None,
    }
}

/// How the elements of a dtype are moved: as so many words of so many bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Bytes of a word, which is aligned to as many (to 8 where it has 16).
    pub size: usize,
    /// Words of an element.
    pub count: usize,
}

/// Runs `$body` with `$T` standing for the Rust type of `$dtype`: the one dispatch of a call.
///
/// A dtype that is no number returns its error from the function around, or runs what stands after `else`.
#[macro_export]
macro_rules! with_dtype {
    ($dtype:expr, $T:ident => $body:expr) => {
        $crate::with_dtype!($dtype, $T => $body, else {
            return Err($crate::nd::Error::no_numbers($dtype).into())
        })
    };
    ($dtype:expr, $T:ident => $body:expr, else $other:expr) => {{
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
            _ => $other,
        }
    }};
}

impl DType {
    /// Whether it is a row of the table of numbers.
    pub fn is_number(self) -> bool {
        match self {
            Self::Swapped(_) => false,
            other => !matches!(
                other.kind(),
                Kind::Str | Kind::Bytes | Kind::Object | Kind::Date | Kind::Span | Kind::Void | Kind::Text
            ),
        }
    }

    /// How elements are moved.
    pub fn words(self) -> Words {
        match self {
            Self::Str(length) => Words { size: 4, count: length as usize },
            Self::Bytes(length) => Words { size: 1, count: length as usize },
            Self::Strings(_) => Words { size: 8, count: 2 },
            Self::Void(_) | Self::Record(_) | Self::Block(_) | Self::Swapped(_) => {
                Words { size: 1, count: self.itemsize() }
            }
            _ => Words { size: self.itemsize(), count: 1 },
        }
    }

    /// NumPy's `dtype.str`: `<f8`, `|b1`, `|u1`, `<U5`.
    pub fn array_protocol(self) -> String {
        match self {
            Self::Str(length) => format!("<U{length}"),
            Self::Bytes(length) => format!("|S{length}"),
            Self::Object => "|O".into(),
            Self::Strings(strings) => strings.repr(),
            Self::Datetime(TimeUnit::GENERIC) => "<M8".into(),
            Self::Timedelta(TimeUnit::GENERIC) => "<m8".into(),
            Self::Datetime(unit) => format!("<M8[{unit}]"),
            Self::Timedelta(unit) => format!("<m8[{unit}]"),
            Self::Void(_) | Self::Record(_) | Self::Block(_) => format!("|V{}", self.itemsize()),
            Self::Swapped(native) => native.array_protocol().replacen('<', ">", 1),
            number => {
                let order = if number.itemsize() == 1 { '|' } else { '<' };
                format!("{order}{}{}", number.kind().code(), number.itemsize())
            }
        }
    }

    /// What NumPy writes between the brackets of `dtype(…)`, quotes included: `'float64'`, `'<U5'`, `'O'`.
    pub fn repr(self) -> String {
        match self {
            Self::Str(0) => "'<U'".into(),
            Self::Bytes(0) => "'S'".into(),
            Self::Object => "'O'".into(),
            Self::Strings(strings) => strings.repr(),
            Self::Bytes(length) => format!("'S{length}'"),
            Self::Datetime(_) | Self::Timedelta(_) | Self::Swapped(_) => format!("'{}'", self.array_protocol()),
            Self::Void(0) => "'V'".into(),
            Self::Void(length) => format!("'V{length}'"),
            Self::Record(record) => record.text(false),
            Self::Block(block) => block.text(),
            other => format!("'{other}'"),
        }
    }

    /// NumPy's class of the dtype: `Float64DType`.
    pub fn class_name(self) -> String {
        let bits = 8 * self.itemsize();
        match self.kind() {
            Kind::Bool => "BoolDType".into(),
            Kind::Signed => format!("Int{bits}DType"),
            Kind::Unsigned => format!("UInt{bits}DType"),
            Kind::Float => format!("Float{bits}DType"),
            Kind::Complex => format!("Complex{bits}DType"),
            Kind::Str => "StrDType".into(),
            Kind::Bytes => "BytesDType".into(),
            Kind::Object => "ObjectDType".into(),
            Kind::Date => "DateTime64DType".into(),
            Kind::Span => "TimeDelta64DType".into(),
            Kind::Void => "VoidDType".into(),
            Kind::Text => "StringDType".into(),
        }
    }

    /// The dtype of a complex dtype's parts; a real one itself.
    pub fn real(self) -> DType {
        match self {
            Self::Complex64 => Self::Float32,
            Self::Complex128 => Self::Float64,
            Self::Swapped(native) => native.real().swapped(),
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
        match self {
            Self::Str(_) | Self::Bytes(_) | Self::Void(_) | Self::Swapped(_) => f.write_str(&self.array_protocol()),
            Self::Strings(strings) => f.write_str(&strings.repr()),
            Self::Record(record) => f.write_str(&record.text(true)),
            Self::Block(block) => f.write_str(&block.text()),
            other => f.write_str(&other.name()),
        }
    }
}
