//! The array engine against NumPy, without Python: one file a room of it.
#![cfg(not(target_arch = "wasm32"))]

mod array;
mod create;
mod format;
#[path = "../golden/mod.rs"]
mod golden;
mod index;
mod linalg;
mod manip;
mod overlap;
mod random;
mod record;
mod reduce;
mod sort;
mod spectral;
mod table;
mod ufunc;
