//! What drawings are made from.
#![cfg(not(target_arch = "wasm32"))]

mod broadcast;
mod memory;
mod pixel;
