//! The part of Python's standard library that is shipped, as bytecode made by `build.rs`.
//!
//! Modules written in Python come from `src/py/stdlib.list`; those written in Rust from the
//! `rustpython-stdlib` crate. [`boot`](../../../src/py/boot.py) is our own, under the name `_stridelab`.
//! The first part of the list is in the program. The rest is in a browser fetched from beside it when a
//! module of it is first imported; `imports` asks here for it.

use rustpython_vm::builtins::PyCode;
use rustpython_vm::frozen::{FrozenLib, FrozenModule};
use rustpython_vm::{PyRef, VirtualMachine};
use std::collections::HashMap;
use std::sync::OnceLock;

static FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/first.frozen"));
static LATER_NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/later.names"));

/// The modules of the first part by dotted name.
pub fn modules() -> impl Iterator<Item = (&'static str, FrozenModule)> {
    FrozenLib::from_ref(FIRST).decode()
}

/// The modules of the second part: dotted name, and whether it is a package.
pub fn later() -> impl Iterator<Item = (&'static str, bool)> {
    LATER_NAMES.lines().skip(1).map(|line| line.strip_suffix('.').map_or((line, false), |package| (package, true)))
}

/// The code of a module of the second part; `None` when that part cannot be had.
pub fn later_code(name: &str, vm: &VirtualMachine) -> Option<PyRef<PyCode>> {
    static MODULES: OnceLock<HashMap<&'static str, FrozenModule>> = OnceLock::new();
    let modules = match MODULES.get() {
        Some(modules) => modules,
        None => {
            let library = library()?;
            MODULES.get_or_init(|| FrozenLib::from_ref(library).decode().collect())
        }
    };
    modules.get(name).map(|module| PyCode::new_ref_from_frozen(vm, module.code))
}

/// The second part's bytes: a program that is one file has them in it.
#[cfg(not(target_arch = "wasm32"))]
fn library() -> Option<&'static [u8]> {
    Some(include_bytes!(concat!(env!("OUT_DIR"), "/later.frozen")))
}

/// The second part's bytes, from the host; not those of another build. They are needed from then on.
#[cfg(target_arch = "wasm32")]
fn library() -> Option<&'static [u8]> {
    let bytes = super::outside::host().library()?;
    let mut checksum = flate2::Crc::new();
    checksum.update(&bytes);
    let found = format!("{} {}", bytes.len(), checksum.sum());
    (LATER_NAMES.lines().next() == Some(found.as_str())).then(|| &*bytes.leak())
}
