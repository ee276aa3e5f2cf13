//! Python: RustPython with the standard library that lessons use, files in memory and our `numpy`.
//!
//! This room alone names rustpython. It turns Python objects into calls on [`crate::nd`] and
//! [`crate::data`] and back; what an array means is decided there, not here. The same interpreter,
//! the same modules and the same files serve the browser and the native command.
//!
//! In reading order: [`vm`] starts an interpreter and runs a cell; [`outside`] is how modules reach
//! the host and the files; [`files`] is the tree in memory, `posix` and `open` are Python's way to it;
//! `stdio` and [`clock`] replace what else would ask an operating system; `imports` says what is missing;
//! `wording` gives the interpreter's sentences CPython's words, `sets` its sets CPython's order, `folding` its constants
//! their values; [`errors`] words what a learner reads when something fails; [`numpy`] is the module.

pub mod clock;
pub mod errors;
pub mod files;
mod folding;
mod imports;
pub mod numpy;
mod open;
pub mod outside;
mod posix;
mod sets;
mod stdio;
mod stdlib;
mod tracemalloc;
pub mod vm;
mod wording;
