//! Changing an array's shape, order, joints and extent.
//!
//! [`reshape`] and [`axes`] move no element where NumPy moves none; [`join`], [`block`], [`split`],
//! [`tile`], [`edit`] and [`pad`] build arrays out of others; [`windows`] lays free geometry over memory,
//! within its bounds. Picking elements by index arrays is [`fancy`](super::fancy)'s.

pub mod axes;
pub mod block;
pub mod edit;
pub mod join;
pub mod pad;
pub mod reshape;
pub mod split;
pub mod tile;
pub mod windows;

pub use axes::*;
pub use block::{Blocks, block};
pub use edit::*;
pub use join::*;
pub use pad::*;
pub use reshape::*;
pub use split::*;
pub use tile::*;
pub use windows::*;
