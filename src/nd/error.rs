//! What can go wrong, as facts; worded only in `Display`, in NumPy 2.4's words.
//!
//! Python and JavaScript each turn an [`Error`] into theirs in one place, by its [`ErrorKind`].

use std::fmt;

use super::dtype::DType;
use super::shape::{Shape, ShapeText};

/// The result of an array operation.
pub type Result<T> = std::result::Result<T, Error>;

/// Which Python exception an error becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `ValueError`
    Value,
    /// `TypeError`
    Type,
    /// `IndexError`
    Index,
    /// `MemoryError` (NumPy's `_ArrayMemoryError`)
    Memory,
    /// `OverflowError`
    Overflow,
    /// `UnicodeEncodeError`
    UnicodeEncode,
    /// `ZeroDivisionError`
    ZeroDivision,
    /// `FloatingPointError`
    FloatingPoint,
    /// `RuntimeError`
    Runtime,
    /// `NotImplementedError`
    NotImplemented,
    /// `numpy.exceptions.AxisError`
    Axis,
    /// `numpy.exceptions.DTypePromotionError`
    DTypePromotion,
    /// `numpy._core._exceptions._UFuncNoLoopError`, a `UFuncTypeError` and so a `TypeError`, as are its siblings below
    UFuncNoLoop,
    /// `numpy._core._exceptions._UFuncBinaryResolutionError`
    UFuncResolution,
    /// `numpy._core._exceptions._UFuncInputCastingError`
    UFuncInputCasting,
    /// `numpy._core._exceptions._UFuncOutputCastingError`
    UFuncOutputCasting,
    /// `numpy.linalg.LinAlgError`
    LinAlg,
}

/// An error of the array engine.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// Shapes that do not broadcast.
    Broadcast {
        /// The operands' shapes, in call order.
        shapes: Vec<Shape>,
    },
    /// A value that does not broadcast to the place it is assigned to.
    BroadcastInto {
        /// Shape of the value.
        from: Shape,
        /// Shape of the destination.
        into: Shape,
    },
    /// An output operand that is smaller than the result.
    BroadcastOutput {
        /// Shape of the `out` operand.
        out: Shape,
        /// Shape the operands broadcast to.
        result: Shape,
    },
    /// An allocation that failed.
    Memory {
        /// Shape asked for.
        shape: Shape,
        /// Element type asked for.
        dtype: DType,
    },
    /// A size that no address space holds.
    TooBig,
    /// A negative length of an axis.
    NegativeDimension,
    /// A reshape whose sizes differ.
    Reshape {
        /// Elements there are.
        size: usize,
        /// Shape asked for, -1 included.
        shape: Vec<isize>,
    },
    /// An axis outside the array.
    Axis {
        /// Axis asked for.
        axis: isize,
        /// Dimensions there are.
        ndim: usize,
    },
    /// An index outside an axis.
    Index {
        /// Index asked for.
        index: isize,
        /// Axis it was for.
        axis: usize,
        /// Length of that axis.
        size: usize,
    },
    /// More indices than axes.
    TooManyIndices {
        /// Dimensions there are.
        ndim: usize,
        /// Indices given.
        given: usize,
    },
    /// Writing to memory that is read-only.
    ReadOnly,
    /// A text that bytes of ASCII cannot hold.
    Encode {
        /// The text.
        text: String,
    },
    /// What the host's own code raised while it was asked about an object: the host keeps it.
    Raised,
    /// Anything else: what NumPy says, and as which exception.
    Other {
        /// The exception.
        kind: ErrorKind,
        /// NumPy's sentence.
        message: String,
    },
}

impl Error {
    /// An error whose facts are only its sentence.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self::Other { kind, message: message.into() }
    }

    /// A `ValueError`.
    pub fn value(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Value, message)
    }

    /// A `TypeError`.
    pub fn type_error(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Type, message)
    }

    /// An `IndexError`.
    pub fn index(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Index, message)
    }

    /// A `TypeError`: the operation is one of numbers, and the elements are none.
    pub fn no_numbers(dtype: DType) -> Self {
        Self::type_error(format!("the operation is not defined for elements of dtype {dtype}, only for numbers"))
    }

    /// Which Python exception it is.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Broadcast { .. }
            | Self::BroadcastInto { .. }
            | Self::BroadcastOutput { .. }
            | Self::TooBig
            | Self::NegativeDimension
            | Self::Reshape { .. }
            | Self::ReadOnly => ErrorKind::Value,
            Self::Encode { .. } => ErrorKind::UnicodeEncode,
            Self::Memory { .. } => ErrorKind::Memory,
            Self::Axis { .. } => ErrorKind::Axis,
            Self::Index { .. } | Self::TooManyIndices { .. } => ErrorKind::Index,
            Self::Raised => ErrorKind::Runtime,
            Self::Other { kind, .. } => *kind,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broadcast { shapes } => {
                f.write_str("operands could not be broadcast together with shapes ")?;
                shapes.iter().try_for_each(|shape| write!(f, "{} ", ShapeText::compact(shape)))
            }
            Self::BroadcastInto { from, into } => write!(
                f,
                "could not broadcast input array from shape {} into shape {}",
                ShapeText::compact(from),
                ShapeText::compact(into)
            ),
            Self::BroadcastOutput { out, result } => write!(
                f,
                "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
                ShapeText::compact(out),
                ShapeText::compact(result)
            ),
            Self::Memory { shape, dtype } => {
                let bytes = shape.iter().fold(dtype.itemsize() as f64, |bytes, &n| bytes * n as f64);
                write!(
                    f,
                    "Unable to allocate {} for an array with shape {} and data type {dtype}",
                    BinarySize(bytes),
                    ShapeText::tuple(shape)
                )
            }
            Self::TooBig => f.write_str(
                "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.",
            ),
            Self::NegativeDimension => f.write_str("negative dimensions are not allowed"),
            Self::Reshape { size, shape } => {
                write!(f, "cannot reshape array of size {size} into shape {}", ShapeText::compact_signed(shape))
            }
            Self::Axis { axis, ndim } => write!(f, "axis {axis} is out of bounds for array of dimension {ndim}"),
            Self::Index { index, axis, size } => {
                write!(f, "index {index} is out of bounds for axis {axis} with size {size}")
            }
            Self::TooManyIndices { ndim, given } => {
                write!(f, "too many indices for array: array is {ndim}-dimensional, but {given} were indexed")
            }
            Self::Encode { text } => {
                let (from, to) = outside_ascii(text);
                f.write_str("'ascii' codec can't encode ")?;
                match text.chars().nth(from).filter(|_| to == from + 1).map(u32::from) {
                    None => write!(f, "characters in position {from}-{}", to - 1)?,
                    Some(point @ ..0x100) => write!(f, "character '\\x{point:02x}' in position {from}")?,
                    Some(point @ ..0x10000) => write!(f, "character '\\u{point:04x}' in position {from}")?,
                    Some(point) => write!(f, "character '\\U{point:08x}' in position {from}")?,
                }
                f.write_str(": ordinal not in range(128)")
            }
            Self::ReadOnly => f.write_str("assignment destination is read-only"),
            Self::Raised => f.write_str("an operation on an object raised an exception"),
            Self::Other { message, .. } => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {}

/// Where the first characters of a text stand that ASCII has not: from, to.
pub fn outside_ascii(text: &str) -> (usize, usize) {
    let from = text.chars().take_while(char::is_ascii).count();
    (from, from + text.chars().skip(from).take_while(|c| !c.is_ascii()).count())
}

/// A byte count in the unit NumPy's memory error would pick, three significant digits.
struct BinarySize(f64);

impl fmt::Display for BinarySize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const UNITS: [&str; 7] = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
        let mut size = self.0;
        let mut unit = 0;
        // The next unit is taken when three significant digits would print 1024 of this one.
        while unit + 1 < UNITS.len() && size.round() >= 1024.0 {
            size /= 1024.0;
            unit += 1;
        }
        match () {
            () if unit == 0 => write!(f, "{} {}", size, UNITS[unit]),
            () if size.round() < 10.0 && size < 9.995 => write!(f, "{size:.2} {}", UNITS[unit]),
            () if size < 99.95 => write!(f, "{size:.1} {}", UNITS[unit]),
            () => write!(f, "{size:.0}. {}", UNITS[unit]),
        }
    }
}
