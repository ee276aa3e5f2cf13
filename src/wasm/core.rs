//! Exports of the `core` module: shapes, drawings' data and the CIFAR pipeline, without Python.
//! Not here: what any of them compute.

use wasm_bindgen::prelude::wasm_bindgen;

/// The crate's version, so that a page can tell that module and scripts were built together.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
