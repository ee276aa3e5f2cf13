//! Plain descriptions for drawings: what there is to see, without a word on how it looks.
//!
//! [`memory`] says where an array's items lie, [`broadcast`] how shapes meet, [`shapes`] reads shapes
//! as people write them. No Python object, no browser, no pixel is known here.

pub mod broadcast;
pub mod memory;
pub mod shapes;
