//! What tools ask of NumPy's classes: the signature of a call, `np.float64(value=0, /)`, a help text, and aliases for
//! annotations, `np.ndarray[int, float]`.
//!
//! Signatures stand in `lib/_signatures.py`, help texts in `lib/_class_docs.py`. Methods and functions are not here: theirs come of their help.

use rustpython_vm::builtins::{PyGenericAlias, PyTuple, PyTypeRef};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::types::GetDescriptor;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

/// An attribute of a class that Python's part of NumPy makes when it is asked for.
#[pyclass(name = "class_attribute", module = "numpy")]
#[derive(Debug, PyPayload)]
struct ClassAttribute {
    /// Its name.
    name: &'static str,
    /// The module that has it, by a function `of_class`.
    module: &'static str,
}

/// Gives a class its signature; a learner's subclass has its own.
pub fn install(class: &PyTypeRef, vm: &VirtualMachine) {
    let _class = ClassAttribute::make_static_type();
    give(class, "__signature__", "_signatures", vm);
}

/// Gives a class its help text.
pub fn install_text(class: &PyTypeRef, vm: &VirtualMachine) {
    let _class = ClassAttribute::make_static_type();
    give(class, "__doc__", "_class_docs", vm);
}

/// Gives functions and methods in Rust the signatures that NumPy's have; of others there is none, as before.
pub fn install_for_functions(vm: &VirtualMachine) {
    let name = vm.ctx.intern_str("__signature__");
    for class in [vm.ctx.types.builtin_function_or_method_type, vm.ctx.types.method_descriptor_type] {
        let signature = |function: PyObjectRef, vm: &VirtualMachine| -> PyResult {
            let module = vm.import("numpy._signatures", 0)?.get_attr("_signatures", vm)?;
            module.get_attr("of_native", vm)?.call((function,), vm)
        };
        class.set_attr(name, vm.ctx.new_readonly_getset("__signature__", class, signature).into());
    }
}

fn give(class: &PyTypeRef, name: &'static str, module: &'static str, vm: &VirtualMachine) {
    class.set_attr(vm.ctx.intern_str(name), ClassAttribute { name, module }.into_ref(&vm.ctx).into());
}

/// A class with its type arguments, of which there are at least one and at most `most`.
///
/// # Errors
/// `TypeError` for another number of them.
pub fn alias(class: PyTypeRef, args: PyObjectRef, most: usize, vm: &VirtualMachine) -> PyResult<PyGenericAlias> {
    let given = args.downcast_ref::<PyTuple>().map_or(1, |args| args.len());
    if given == 0 || given > most {
        let which = if given == 0 { "few" } else { "many" };
        return Err(vm.new_type_error(format!("Too {which} arguments for numpy.{}", class.name())));
    }
    PyGenericAlias::from_args(class, args, vm)
}

#[pyclass(with(GetDescriptor))]
impl ClassAttribute {}

impl GetDescriptor for ClassAttribute {
    fn descr_get(zelf: &PyObject, _obj: Option<&PyObject>, class: Option<&PyObject>, vm: &VirtualMachine) -> PyResult {
        let Some(this) = zelf.downcast_ref::<Self>() else { return Ok(vm.ctx.none()) };
        let name = vm.ctx.intern_str(this.name);
        let class = class.and_then(|class| class.downcast_ref::<rustpython_vm::builtins::PyType>());
        let own = class.filter(|class| class.get_direct_attr(name).is_some_and(|found| found.is(zelf)));
        let Some(class) = own else {
            let without_text = || Ok(vm.ctx.none());
            return if this.name == "__doc__" { without_text() } else { Err(vm.new_attribute_error(this.name)) };
        };
        let module = vm.import(&vm.ctx.new_str(format!("numpy.{}", this.module)), 0)?;
        let module = module.get_attr(this.module, vm)?;
        module.get_attr("of_class", vm)?.call((class.to_owned(),), vm)
    }
}
