//! Plain descriptions for drawings: what there is to see, without a word on how it looks.
//!
//! [`memory`] says where an array's items lie, [`broadcast`] how shapes meet, [`shapes`] reads shapes
//! as people write them, [`pixel`] follows one pixel from its file into a batch. No Python object, no browser, no pixel is known here.

pub mod broadcast;
pub mod memory;
pub mod pixel;
pub mod shapes;
