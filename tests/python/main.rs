//! The modules that a learner imports, against the real ones.
#![cfg(all(feature = "python", not(target_arch = "wasm32")))]

mod numpy;
mod random;
mod torch;
