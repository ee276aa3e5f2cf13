//! What tools ask of NumPy's classes: the signature of a call, `np.float64(value=0, /)`, and aliases for annotations,
//! `np.ndarray[int, float]`.
//!
//! The texts of signatures stand in `lib/_signatures.py`. Methods and functions are not here: theirs come of their help.

use rustpython_vm::builtins::{PyGenericAlias, PyTuple, PyTypeRef};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::types::GetDescriptor;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

/// The attribute `__signature__` of a class, made when it is asked for; a learner's subclass has its own.
#[pyclass(name = "class_signature", module = "numpy")]
#[derive(Debug, PyPayload)]
struct ClassSignature;

/// Gives a class its signature.
pub fn install(class: &PyTypeRef, vm: &VirtualMachine) {
    let _class = ClassSignature::make_static_type();
    class.set_attr(vm.ctx.intern_str("__signature__"), ClassSignature.into_ref(&vm.ctx).into());
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
impl ClassSignature {}

impl GetDescriptor for ClassSignature {
    fn descr_get(zelf: &PyObject, _obj: Option<&PyObject>, class: Option<&PyObject>, vm: &VirtualMachine) -> PyResult {
        let name = vm.ctx.intern_str("__signature__");
        let class = class.and_then(|class| class.downcast_ref::<rustpython_vm::builtins::PyType>());
        let own = class.filter(|class| class.get_direct_attr(name).is_some_and(|found| found.is(zelf)));
        let Some(class) = own else { return Err(vm.new_attribute_error("__signature__")) };
        let module = vm.import("numpy._signatures", 0)?.get_attr("_signatures", vm)?;
        module.get_attr("of_class", vm)?.call((class.to_owned(),), vm)
    }
}
