//! Stridelab: a NumPy lesson that runs.
//!
//! The rooms, in reading order:
//! - [`nd`]: NumPy's meaning on memory, the array engine. Knows no Python, no browser, no files.
//! - [`data`]: CIFAR-10 from a file's bytes to augmented batches, and a set drawn at run time.
//! - [`view`]: plain descriptions for drawings: where an array's items lie, how shapes meet.
//! - [`lesson`]: Markdown and front matter become a page; runs code through a one-method trait.
//! - [`host`]: the one trait for everything outside: output, clocks, entropy.
//! - `py` (feature `python`): RustPython, its standard library, files in memory, the module `numpy`.
//! - `session` (feature `python`): the application without a browser; runs a cell, gives an outcome.

pub mod data;
pub mod host;
pub mod lesson;
pub mod nd;
#[cfg(feature = "python")]
pub mod py;
#[cfg(feature = "python")]
pub mod session;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
