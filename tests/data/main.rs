//! CIFAR's files, from bytes to batches.
#![cfg(not(target_arch = "wasm32"))]

mod dataset;
mod formats;
mod intake;
mod made_by_python;
mod pickle;
mod pipeline;
