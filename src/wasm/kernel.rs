//! Exports of the `kernel` module: a Python session for a worker.
//! Not here: the session itself, nor anything that knows arrays.

use wasm_bindgen::prelude::wasm_bindgen;

/// The crate's version, so that a worker can tell that module and scripts were built together.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
