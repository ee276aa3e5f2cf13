//! Arrays made from numbers: ranges, matrices of a known pattern, grids, nested values, given memory.
//!
//! Zeros and constants are [`Array::zeros`](super::Array::zeros) and [`Array::full`](super::Array::full);
//! [`like`] gives their `_like` forms.

pub mod grid;
pub mod like;
pub mod matrix;
pub mod memory;
pub mod nested;
pub mod range;
pub mod spaced;

pub use grid::*;
pub use like::*;
pub use matrix::*;
pub use memory::*;
pub use range::*;
pub use spaced::*;
