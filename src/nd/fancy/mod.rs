//! Advanced indexing's work on elements: what copies because positions are data.
//!
//! [`picks`] reads and assigns by index arrays, [`mask`] by a boolean array of the whole shape, [`take`]
//! holds `take`, `put`, `choose` and their kin, [`along`] the `_along_axis` pair, [`ravel`] flat positions.
//! What a subscript means is settled in [`index`](super::index).

pub mod along;
pub mod mask;
pub mod pick;
pub(in crate::nd) mod picks;
pub mod ravel;
pub mod take;

pub use along::*;
pub use pick::choose_where;
pub use ravel::*;
pub use take::*;

/// Runs `$body` with `$T` standing for an element type of `$itemsize` bytes: moving elements needs their
/// size, not their meaning.
macro_rules! with_word {
    ($itemsize:expr, $T:ident => $body:expr) => {
        match $itemsize {
            1 => {
                type $T = u8;
                $body
            }
            2 => {
                type $T = u16;
                $body
            }
            4 => {
                type $T = u32;
                $body
            }
            8 => {
                type $T = u64;
                $body
            }
            _ => {
                type $T = num_complex::Complex64;
                $body
            }
        }
    };
}
pub(in crate::nd) use with_word;
