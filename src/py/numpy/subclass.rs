//! What subclasses of `ndarray` and other classes may see and change: the class a result takes
//! (`__array_finalize__`, `__array_wrap__`, `__array_priority__`), and who answers a ufunc
//! (`__array_ufunc__`). Who answers a whole function is [`super::dispatch`]'s.
//!
//! Plain arrays pay a comparison of classes. Nothing here computes.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyType, PyTypeRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::array::{self, PyNdArray, wrap, wrap_result};
use super::scalar;
use crate::nd::{Array, DType, Kind};

/// The priority of what is no array, NumPy's `NPY_SCALAR_PRIORITY`.
const SCALAR_PRIORITY: f64 = -1_000_000.0;

fn ndarray(vm: &VirtualMachine) -> &'static Py<PyType> {
    PyNdArray::class(&vm.ctx)
}

/// An instance of a class derived from `ndarray`.
pub fn is_derived(object: &PyObject, vm: &VirtualMachine) -> bool {
    !object.class().is(ndarray(vm)) && object.downcastable::<PyNdArray>()
}

/// What a class has under a name, unless it is what `ndarray` itself has there.
fn own(object: &PyObject, name: &'static str, vm: &VirtualMachine) -> Option<PyObjectRef> {
    let name = vm.ctx.intern_str(name);
    let found = object.class().get_attr(name)?;
    let inherited = ndarray(vm).get_attr(name).is_some_and(|inherited| inherited.is(&found));
    (!inherited).then_some(found)
}

/// The number that an array of one element says it is, where its class has a word in that: a masked element is nan,
/// and no integer at all.
pub fn own_number(object: &PyObject, dtype: DType, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    if !is_derived(object, vm) || object.downcast_ref::<PyNdArray>().is_none_or(|array| array.borrow().ndim() > 0) {
        return Ok(None);
    }
    let method = match dtype.kind() {
        Kind::Float => "__float__",
        Kind::Signed | Kind::Unsigned => "__int__",
        _ => return Ok(None),
    };
    match own(object, method, vm) {
        Some(_) => vm.call_method(object, method, ()).map(Some),
        None => Ok(None),
    }
}

/// Whether a class derived from `ndarray` has a method of its own under a name of `ndarray`'s.
pub fn overrides(object: &PyObject, name: &'static str, vm: &VirtualMachine) -> bool {
    is_derived(object, vm) && own(object, name, vm).is_some()
}

/// Tells a new array which array it comes from: `made.__array_finalize__(parent)`.
pub fn finalize(made: &PyObject, parent: Option<&PyObject>, vm: &VirtualMachine) -> PyResult<()> {
    match own(made, "__array_finalize__", vm) {
        Some(method) if !vm.is_none(&method) => {
            let parent = parent.map_or_else(|| vm.ctx.none(), ToOwned::to_owned);
            vm.call_method(made, "__array_finalize__", (parent,)).map(drop)
        }
        _ => Ok(()),
    }
}

/// `object.__array_priority__`, with NumPy's values for what has none.
pub fn priority(object: &PyObject, vm: &VirtualMachine) -> f64 {
    if object.class().is(ndarray(vm)) {
        return 0.0;
    }
    let given = vm.get_attribute_opt(object, "__array_priority__").ok().flatten();
    given.and_then(|value| value.try_float(vm).ok()).map_or(SCALAR_PRIORITY, |value| value.to_f64())
}

/// Objects of Python's and NumPy's own, which have no say in what becomes of a result.
fn has_no_say(object: &PyObject, vm: &VirtualMachine) -> bool {
    let (class, types) = (object.class(), &vm.ctx.types);
    class.is(ndarray(vm))
        || [types.float_type, types.int_type, types.bool_type, types.list_type, types.tuple_type, types.str_type]
            .iter()
            .any(|known| class.is(*known))
        || scalar::value_of(object).is_some()
}

/// The operand whose `__array_wrap__` makes a result: the first of the highest priority, one that is no
/// plain array before one that is.
pub fn model<'a>(operands: &'a [PyObjectRef], vm: &VirtualMachine) -> Option<&'a PyObject> {
    let mut best: Option<(f64, &PyObject)> = None;
    let mut plain = false;
    for operand in operands {
        if has_no_say(operand, vm) {
            plain |= operand.class().is(ndarray(vm));
            continue;
        }
        if !is_derived(operand, vm) && operand.class().get_attr(vm.ctx.intern_str("__array_wrap__")).is_none() {
            continue;
        }
        // One that says nothing of its priority is a plain array's equal here.
        let says = vm.get_attribute_opt(operand, "__array_priority__").ok().flatten().is_some();
        let rank = if says { priority(operand, vm) } else { 0.0 };
        if best.is_none_or(|(known, _)| known < rank) {
            best = Some((rank, operand));
        }
    }
    best.filter(|&(rank, _)| !plain || rank >= 0.0).map(|(_, operand)| operand)
}

/// A result as the class of `model` would have it, through `model.__array_wrap__`.
pub fn wrap_as(array: Array, model: &PyObject, context: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let class = model.class();
    if class.is(ndarray(vm)) {
        return Ok(wrap_result(array, vm));
    }
    if own(model, "__array_wrap__", vm).is_some() {
        let is_element = vm.ctx.new_bool(array.ndim() == 0);
        let context = context.unwrap_or_else(|| vm.ctx.none());
        return call_wrap(model, wrap(array, vm), context, is_element.into(), vm);
    }
    if !model.downcastable::<PyNdArray>() {
        return Ok(wrap_result(array, vm));
    }
    array::instance(array, None, class, Some(model), vm)
}

/// `model.__array_wrap__(array, context, return_scalar)`, or with as many of these as NumPy 1 gave it.
fn call_wrap(
    model: &PyObject,
    array: PyObjectRef,
    context: PyObjectRef,
    return_scalar: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult {
    let method = model.get_attr("__array_wrap__", vm)?;
    let is_type_error = |error: &PyBaseExceptionRef| error.fast_isinstance(vm.ctx.exceptions.type_error);
    let refused = match method.call((array.clone(), context.clone(), return_scalar), vm) {
        Err(error) if is_type_error(&error) => error,
        answer => return answer,
    };
    let mut answer = Err(refused.clone());
    if !vm.is_none(&context) {
        answer = method.call((array.clone(), context), vm);
    }
    if answer.as_ref().is_err_and(is_type_error) {
        answer = method.call((array,), vm);
    }
    match answer {
        Ok(made) => {
            let message = "__array_wrap__ must accept context and return_scalar arguments (positionally) in the future. \
                           (Deprecated NumPy 2.0)";
            super::errors::warn(vm.ctx.exceptions.deprecation_warning, message, vm)?;
            Ok(made)
        }
        Err(error) if is_type_error(&error) => Err(refused),
        Err(error) => Err(error),
    }
}

/// A plain array that a function made, as an instance of the class of `model`; anything else unchanged.
pub fn like(made: PyObjectRef, model: &PyObject, vm: &VirtualMachine) -> PyResult {
    if !is_derived(model, vm) || !made.class().is(ndarray(vm)) {
        return Ok(made);
    }
    let Some(array) = made.downcast_ref::<PyNdArray>() else { return Ok(made) };
    array::instance(array.array(), array.base_object(), model.class(), Some(model), vm)
}

/// The class that arrays joined together give: that of the highest priority above a plain array's.
pub fn joined<'a>(parts: &'a [PyObjectRef], vm: &VirtualMachine) -> Option<&'a PyObject> {
    let derived = parts.iter().filter(|part| is_derived(part, vm));
    let ranked = derived.map(|part| (priority(part, vm), &**part)).filter(|&(rank, _)| rank > 0.0);
    ranked.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, part)| part)
}

/// The operands that answer ufuncs themselves: subclasses before their bases, otherwise in order.
pub fn overriding(operands: &[PyObjectRef], vm: &VirtualMachine) -> Vec<PyObjectRef> {
    ordered(operands.iter().filter(|operand| !has_no_say(operand, vm) && own(operand, "__array_ufunc__", vm).is_some()))
}

/// One object of each class, a subclass before its bases.
pub fn ordered<'a>(objects: impl Iterator<Item = &'a PyObjectRef>) -> Vec<PyObjectRef> {
    let mut all: Vec<PyObjectRef> = Vec::new();
    for object in objects {
        if all.iter().any(|known| known.class().is(object.class())) {
            continue;
        }
        let at = all.iter().position(|known| object.class().fast_issubclass(known.class())).unwrap_or(all.len());
        all.insert(at, object.clone());
    }
    all
}

/// Asks each of `overriding` for the result of a ufunc's method.
pub fn ask(
    ufunc: &PyObject,
    method: &str,
    overriding: &[PyObjectRef],
    call: &FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let attribute = vm.ctx.intern_str("__array_ufunc__");
    for operand in overriding {
        let bound = operand.get_attr(attribute, vm)?;
        if vm.is_none(&bound) {
            let class = operand.class().name().to_string();
            return Err(vm.new_type_error(format!("operand '{class}' does not support ufuncs (__array_ufunc__=None)")));
        }
    }
    for operand in overriding {
        let bound = operand.get_attr(attribute, vm)?;
        let mut args = call.clone();
        args.prepend_arg(vm.ctx.new_str(method).into());
        args.prepend_arg(ufunc.to_owned());
        let answer = bound.call(args, vm)?;
        if !answer.is(&vm.ctx.not_implemented) {
            return Ok(answer);
        }
    }
    let mut shown: Vec<String> =
        call.args.iter().map(|arg| Ok(arg.repr(vm)?.to_string_lossy().into_owned())).collect::<PyResult<_>>()?;
    for (name, value) in &call.kwargs {
        shown.push(format!("{name}={}", value.repr(vm)?.to_string_lossy()));
    }
    let classes: Vec<String> = call.args.iter().map(|arg| format!("'{}'", arg.class().name())).collect();
    Err(vm.new_type_error(format!(
        "operand type(s) all returned NotImplemented from __array_ufunc__({}, '{method}', {}): {}",
        ufunc.repr(vm)?.to_string_lossy(),
        shown.join(", "),
        classes.join(", ")
    )))
}

/// Whether an operator of `beside` leaves `object` to its own operator, as NumPy's rule has it: where it
/// wants no ufuncs, or has a higher priority and no `__array_ufunc__`.
pub fn defers_to(object: &PyObject, beside: &PyObject, vm: &VirtualMachine) -> bool {
    if has_no_say(object, vm) {
        return false;
    }
    if let Some(answer) = object.class().get_attr(vm.ctx.intern_str("__array_ufunc__")) {
        return vm.is_none(&answer);
    }
    !object.class().fast_issubclass(beside.class()) && priority(beside, vm) < priority(object, vm)
}

/// A view of an array as a plain `ndarray`, what `numpy.asarray` makes of a subclass.
pub fn plain(object: &PyObject, vm: &VirtualMachine) -> PyResult {
    if !is_derived(object, vm) {
        return Ok(object.to_owned());
    }
    let Some(array) = object.downcast_ref::<PyNdArray>() else { return Ok(object.to_owned()) };
    let base = array::memory_owner(object, ndarray(vm));
    array::instance(array.borrow().view(), Some(base), ndarray(vm), Some(object), vm)
}

/// Whether an object keeps two dimensions, as `numpy.matrix` does: functions that give vectors take it for a
/// plain array.
pub fn is_matrix(object: &PyObject, vm: &VirtualMachine) -> bool {
    is_derived(object, vm) && object.class().get_attr(vm.ctx.intern_str("_keeps_two_dimensions")).is_some()
}

/// A class given where arrays are asked for: `ndarray` or one derived from it.
pub fn array_class(value: &PyObject, vm: &VirtualMachine) -> Option<PyTypeRef> {
    let class = value.downcast_ref::<PyType>()?;
    class.fast_issubclass(ndarray(vm)).then(|| class.to_owned())
}
