//! NumPy's meaning on memory: the array engine.
//!
//! Reading order: [`dtype`] (the one table of element types), [`buffer`] (shared memory, the only
//! unsafe code), [`shape`], [`strides`] and [`broadcast`] (integer geometry that never meets an
//! element), [`array`] (buffer + dtype + geometry), [`walk`] and [`map`] (loops over operands),
//! [`usage`] (bytes held), [`cast`] (conversion between dtypes), [`error`] (facts, worded as NumPy words them), [`format`]
//! (printing), [`text`], [`time`], [`object`] and [`record`] (elements that are no numbers), [`random`] (NumPy's
//! streams), [`ufunc`] (functions of elements), [`reduce`], [`linalg`], [`fft`].
//!
//! It knows no Python, no browser and no files.

pub mod array;
pub mod broadcast;
pub mod buffer;
pub mod cast;
pub mod create;
pub mod dtype;
pub mod error;
pub mod fancy;
pub mod fft;
pub mod format;
pub mod index;
pub mod linalg;
pub mod manip;
pub mod map;
pub mod object;
pub mod overlap;
pub mod random;
pub mod record;
pub mod reduce;
pub mod scalar;
pub mod shape;
pub mod sort;
pub mod strides;
pub mod strings;
pub mod text;
pub mod time;
pub mod ufunc;
pub mod usage;
pub mod walk;

pub use array::{Array, Order};
pub use buffer::Buffer;
pub use dtype::{Bool, DType, Element, Kind};
pub use error::{Error, ErrorKind, Result};
pub use scalar::Scalar;
pub use shape::Shape;
pub use strides::Strides;
