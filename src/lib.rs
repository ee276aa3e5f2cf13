//! Stridelab: a NumPy lesson that runs.
//!
//! The rooms, in reading order:
//! - [`nd`]: NumPy's meaning on memory, the array engine. Knows no Python, no browser, no files.
//! - [`lesson`]: Markdown and front matter become a page; runs code through a one-method trait.

pub mod lesson;
pub mod nd;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
