//! The `kernel` wasm module's root: the exports are in `stridelab::wasm::kernel`.
//! Built for wasm32 with the feature `python`; empty on any other target.

use stridelab as _;

fn main() {}
