//! The `core` wasm module's root: the exports are in `stridelab::wasm::core`.
//! Built for wasm32 without the feature `python`; empty on any other target.

use stridelab as _;

fn main() {}
