//! What scalars share with arrays: `np.float64(3.0).mean()`, `.shape`, `.T` and so on.
//!
//! Each is one descriptor in the class `generic` (or `integer`, `floating`), so that `dir`, `hasattr` and classes
//! know of it; it asks the array without axes that the scalar is. What scalars have of their own is in `scalar`.

use rustpython_vm::builtins::{PyStr, PyTypeRef};
use rustpython_vm::class::{PyClassImpl, StaticType};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Callable, GetDescriptor};
use rustpython_vm::{Py, PyObject, PyPayload, PyResult, VirtualMachine, pyclass};

use super::array::{PyNdArray, wrap};
use super::convert;
use super::scalar::{dtype_of_class, python_number, value_of};

/// Attributes of arrays that every scalar has.
const OF_ARRAYS: &str = "T __array_interface__ __array_namespace__ __array_priority__ __array_wrap__ __copy__ \
    __deepcopy__ all any argmax argmin argsort base byteswap choose clip compress conj conjugate copy cumprod cumsum \
    data device diagonal dump dumps fill flags flat flatten getfield itemsize max mean min nbytes ndim nonzero prod \
    put ravel repeat reshape resize round searchsorted setfield setflags shape size sort squeeze std strides sum \
    swapaxes take tobytes tofile trace transpose var view";

/// Attributes of Python's integers that NumPy's have.
const OF_INTEGERS: &str = "numerator denominator bit_count is_integer";

/// Attributes of Python's floats that NumPy's have.
const OF_FLOATS: &str = "as_integer_ratio is_integer";

/// Puts the attributes into the classes.
pub fn install(generic: &PyTypeRef, integer: &PyTypeRef, floating: &PyTypeRef, vm: &VirtualMachine) {
    let _class = ScalarAttribute::make_static_type();
    let put = |class: &PyTypeRef, names: &'static str, of_number: bool| {
        for name in names.split_whitespace() {
            let attribute = ScalarAttribute { name, of_number }.into_ref(&vm.ctx);
            class.set_attr(vm.ctx.intern_str(name), attribute.into());
        }
    };
    put(generic, OF_ARRAYS, false);
    put(integer, OF_INTEGERS, true);
    put(floating, OF_FLOATS, true);
}

/// Gives a class of integers `__index__`.
pub fn install_index(class: &PyTypeRef, vm: &VirtualMachine) {
    let attribute = ScalarAttribute { name: "__index__", of_number: true }.into_ref(&vm.ctx);
    class.set_attr(vm.ctx.intern_str("__index__"), attribute.into());
}

/// One attribute: of the array that the scalar is, or of the Python number.
#[pyclass(name = "scalar_attribute", module = "numpy")]
#[derive(Debug, PyPayload)]
struct ScalarAttribute {
    name: &'static str,
    of_number: bool,
}

#[pyclass(with(GetDescriptor, Callable))]
impl ScalarAttribute {
    #[pygetset]
    fn __name__(zelf: &Py<Self>) -> &'static str {
        zelf.name
    }

    /// That of the array's method.
    #[pygetset]
    fn __text_signature__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        if zelf.of_number {
            return Ok(vm.ctx.new_str("($self, /)").into());
        }
        let found = PyNdArray::static_type().get_attr(vm.ctx.intern_str(zelf.name));
        found.map_or_else(|| Ok(vm.ctx.none()), |attribute| attribute.get_attr("__text_signature__", vm))
    }

    #[pygetset]
    fn __signature__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let method = PyNdArray::static_type().get_attr(vm.ctx.intern_str(zelf.name)).filter(|_| !zelf.of_number);
        if let Some(method) = method {
            return method.get_attr("__signature__", vm);
        }
        let text = Self::__text_signature__(zelf, vm)?;
        let module = vm.import("numpy._signatures", 0)?.get_attr("_signatures", vm)?;
        module.get_attr("of_text", vm)?.call((text,), vm)
    }

    #[pygetset]
    fn __doc__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        if zelf.of_number {
            let texts = vm.import("numpy._class_docs", 0)?.get_attr("_class_docs", vm)?;
            return texts.get_attr("of_attribute", vm)?.call((zelf.name,), vm);
        }
        let found = PyNdArray::static_type().get_attr(vm.ctx.intern_str(zelf.name));
        found.map_or_else(|| Ok(vm.ctx.none()), |attribute| attribute.get_attr("__doc__", vm))
    }
}

impl ScalarAttribute {
    fn of(&self, scalar: &PyObject, vm: &VirtualMachine) -> PyResult {
        let name = vm.ctx.intern_str(self.name);
        if self.of_number {
            return match (self.name, value_of(scalar)) {
                ("numerator", Some(_)) => Ok(scalar.to_owned()),
                (_, Some((value, _))) => python_number(value, vm).get_attr(name, vm),
                (_, None) => Err(missing(scalar, name, vm)),
            };
        }
        if self.name == "T" {
            return Ok(scalar.to_owned());
        }
        let array = wrap(convert::array_of(scalar, None, vm)?, vm);
        if PyNdArray::static_type().get_attr(name).is_none() {
            return Err(missing(scalar, name, vm));
        }
        let attribute = array.get_attr(name, vm)?;
        if !attribute.is_callable() {
            return Ok(attribute);
        }
        // What a scalar's methods give is a scalar again.
        let module = vm.import("numpy._more", 0)?.get_attr("_more", vm)?;
        module.get_attr("scalar_method", vm)?.call((attribute,), vm)
    }
}

impl GetDescriptor for ScalarAttribute {
    fn descr_get(zelf: &PyObject, obj: Option<&PyObject>, _class: Option<&PyObject>, vm: &VirtualMachine) -> PyResult {
        match (zelf.downcast_ref::<Self>(), obj) {
            (Some(attribute), Some(scalar)) if !vm.is_none(scalar) => attribute.of(scalar, vm),
            _ => Ok(zelf.to_owned()),
        }
    }
}

impl Callable for ScalarAttribute {
    type Args = FuncArgs;

    fn call(zelf: &Py<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if args.args.is_empty() {
            return Err(vm.new_type_error(format!("unbound method generic.{}() needs an argument", zelf.name)));
        }
        let scalar = args.args.remove(0);
        zelf.of(&scalar, vm)?.call(args, vm)
    }
}

/// The error for an attribute that a scalar does not have.
pub fn missing(
    scalar: &PyObject,
    name: &Py<PyStr>,
    vm: &VirtualMachine,
) -> rustpython_vm::builtins::PyBaseExceptionRef {
    let class = scalar.class();
    // NumPy's own classes are told with their module.
    let module = if dtype_of_class(class).is_some() { "numpy." } else { "" };
    vm.new_attribute_error(format!("'{module}{}' object has no attribute '{name}'", class.name()))
}
