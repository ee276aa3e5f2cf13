//! How the classes here are pickled: as NumPy does, said in Python (`lib/_core/multiarray.py` for arrays, scalars and
//! dtypes, `lib/random/_pickle.py` for generators). Here only the way there.

use rustpython_vm::function::IntoFuncArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

/// The module of arrays, scalars and dtypes.
pub const ARRAYS: &str = "numpy._core.multiarray";

/// The module of generators.
pub const GENERATORS: &str = "numpy.random._pickle";

/// The answer of a function of one of these modules.
pub fn ask(module: &'static str, function: &'static str, args: impl IntoFuncArgs, vm: &VirtualMachine) -> PyResult {
    vm.import(module, 0)?;
    let module: PyObjectRef = vm.sys_module.get_attr("modules", vm)?.get_item(module, vm)?;
    module.as_object().get_attr(function, vm)?.call(args, vm)
}
