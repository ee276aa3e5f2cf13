//! The module `numpy` as a learner imports it.
//!
//! How things are registered (RustPython 0.6):
//!
//! * A function: `#[pyfunction] fn name(args, vm: &VirtualMachine) -> PyResult<...>` inside the
//!   `#[pymodule]`; its `///` text is the learner's `help()`. Arguments with defaults and keywords are a
//!   struct with `#[derive(FromArgs)]` and `#[pyarg(any, default)]` on its fields
//!   (`positional`, `named`, `any`; `optional`, `default = ...`).
//! * A class: `#[pyattr] #[pyclass(name = "ndarray", module = "numpy")] #[derive(Debug, PyPayload)]
//!   struct PyNdArray {..}`, then `#[pyclass(with(Representable, ..), flags(BASETYPE))] impl PyNdArray {
//!   #[pymethod] fn f(zelf: &Py<Self>, ..) #[pygetset] fn shape(zelf: &Py<Self>) .. }` (methods receive
//!   the object, `&Py<Self>` or `PyRef<Self>`, never `&self`), with `use rustpython_vm::pyclass;`. Slots (arithmetic, indexing, iteration, repr, hash, comparison) are traits from
//!   `rustpython_vm::types` listed in `with(..)`.
//! * A constant: `#[pyattr] const NAME: f64 = ..;`, or `#[pyattr] fn name(vm: &VirtualMachine) -> PyObjectRef`.
//! * A submodule: a `#[pymodule(name = "numpy.random")]` of its own; list its `module_def` in
//!   [`module_defs`], so that `import numpy.random` finds it.
//! * A function may sit in another file of this directory: `#[pymodule(with(super::create::functions))]`
//!   merges a `#[pymodule(sub)] mod functions`.
//!
//! Output goes through `print`'s stream (`sys.stdout`), entropy through
//! [`outside::host`](super::outside::host)`().entropy(..)`.

use rustpython_vm::Context;
use rustpython_vm::builtins::PyModuleDef;

/// Every module of this directory, `numpy` first.
pub fn module_defs(ctx: &Context) -> Vec<&'static PyModuleDef> {
    vec![numpy::module_def(ctx)]
}

#[rustpython_vm::pymodule]
mod numpy {
    use rustpython_vm::builtins::PyListRef;
    use rustpython_vm::{PyObjectRef, VirtualMachine};

    /// The NumPy version whose behaviour this module follows.
    #[pyattr(name = "__version__")]
    const VERSION: &str = "2.4.0";

    #[pyattr(name = "__path__")]
    fn path(vm: &VirtualMachine) -> PyListRef {
        vm.ctx.new_list(Vec::<PyObjectRef>::new())
    }
}
