//! The part of Python's standard library that is shipped, as bytecode made by `build.rs`.
//!
//! Modules written in Python come from `src/py/stdlib.list`; those written in Rust from the
//! `rustpython-stdlib` crate. [`boot`](../../../src/py/boot.py) is our own, under the name `_stridelab`.

use rustpython_vm::frozen::{FrozenLib, FrozenModule};

static FROZEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/stdlib.frozen"));

/// The frozen modules by dotted name.
pub fn modules() -> impl Iterator<Item = (&'static str, FrozenModule)> {
    FrozenLib::from_ref(FROZEN).decode()
}
