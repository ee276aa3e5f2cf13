//! The browser's edge: parse, call, convert. Everything a page sees crosses here as plain objects.
//! Not here: array logic, pictures, Python; each export is a few lines over another room.
//!
//! The site has two modules made from this crate. Without the feature `python` it is `core`, small,
//! used by the page at once; with it, it is `kernel`, which a worker loads when code first runs.
//! A module holds only its own exports, so each is no larger than what it does.

#[cfg(not(feature = "python"))]
pub mod core;
#[cfg(not(feature = "python"))]
pub mod intake;
#[cfg(feature = "python")]
pub mod kernel;
#[cfg(not(feature = "python"))]
pub mod pipeline;
pub mod wire;

/// Halves the interpreter's start-up against the standard allocator, and is smaller.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
