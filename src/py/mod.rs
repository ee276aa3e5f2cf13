//! Python: RustPython with the standard library that lessons use, files in memory and our `numpy`.
//!
//! This room alone names rustpython. It turns Python objects into calls on [`crate::nd`] and
//! [`crate::data`] and back; what an array means is decided there, not here. The same interpreter,
//! the same modules and the same files serve the browser and the native command.
//!
//! In reading order: [`vm`] starts an interpreter and runs a cell; [`outside`] is how modules reach
//! the host and the files; [`stdio`], [`clock`] replace what would ask an operating system;
//! [`errors`] words what a learner reads when something fails; [`numpy`] is the module.

pub mod clock;
pub mod errors;
pub mod numpy;
pub mod outside;
mod stdio;
mod stdlib;
pub mod vm;
