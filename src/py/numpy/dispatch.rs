//! Functions of `numpy` that other classes may answer: one that an argument's `__array_function__` wants,
//! and one that is a method of the argument, where that is an instance of a subclass of `ndarray`.
//!
//! Not here: ufuncs, which [`super::subclass`] knows.

use rustpython_vm::builtins::{PyDict, PyList, PyStr, PyTuple, PyType};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Callable, GetAttr, Representable};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::array::PyNdArray;
use super::subclass;

/// Functions that NumPy hands to the method of their first argument, with the method's name.
const METHODS: [(&str, &str); 33] = [
    ("all", "all"),
    ("amax", "max"),
    ("amin", "min"),
    ("any", "any"),
    ("argmax", "argmax"),
    ("argmin", "argmin"),
    ("argpartition", "argpartition"),
    ("argsort", "argsort"),
    ("around", "round"),
    ("choose", "choose"),
    ("clip", "clip"),
    ("cumprod", "cumprod"),
    ("cumsum", "cumsum"),
    ("diagonal", "diagonal"),
    ("max", "max"),
    ("mean", "mean"),
    ("min", "min"),
    ("nonzero", "nonzero"),
    ("permute_dims", "transpose"),
    ("prod", "prod"),
    ("ptp", "ptp"),
    ("put", "put"),
    ("repeat", "repeat"),
    ("reshape", "reshape"),
    ("round", "round"),
    ("searchsorted", "searchsorted"),
    ("squeeze", "squeeze"),
    ("std", "std"),
    ("sum", "sum"),
    ("swapaxes", "swapaxes"),
    ("take", "take"),
    ("transpose", "transpose"),
    ("var", "var"),
];

/// A function of `numpy` as a program sees it.
#[pyclass(name = "_ArrayFunctionDispatcher", module = "numpy")]
#[derive(Debug, PyPayload)]
pub struct PyDispatcher {
    function: PyObjectRef,
    method: Option<&'static str>,
    /// Whether the result of a matrix is that of a plain array.
    lays_flat: bool,
}

impl PyDispatcher {
    /// Puts `function`, known in `numpy` under `name`, behind a dispatcher.
    pub fn of(function: PyObjectRef, name: &str) -> Self {
        let method = METHODS.iter().find(|(known, _)| *known == name);
        let lays_flat = matches!(name, "diag" | "diagonal" | "ravel" | "trace" | "unique");
        Self { function, method: method.map(|&(_, method)| method), lays_flat }
    }
}

/// What a class answers functions with, unless it is `ndarray`'s own.
fn answers(object: &PyObject, vm: &VirtualMachine) -> bool {
    let class = object.class();
    let ndarray = PyNdArray::class(&vm.ctx);
    let types = &vm.ctx.types;
    let common = [types.int_type, types.float_type, types.str_type, types.bool_type, types.none_type, types.dict_type];
    if class.is(ndarray) || common.iter().any(|known| class.is(*known)) {
        return false;
    }
    let name = vm.ctx.intern_str("__array_function__");
    class.get_attr(name).is_some_and(|found| ndarray.get_attr(name).is_none_or(|own| !own.is(&found)))
}

/// The arguments that answer functions: those themselves, and those in a list or tuple of them.
fn answering(args: &FuncArgs, vm: &VirtualMachine) -> Vec<PyObjectRef> {
    let mut found = Vec::new();
    let mut look = |object: &PyObjectRef| {
        if answers(object, vm) {
            found.push(object.clone());
        }
    };
    for object in args.args.iter().chain(args.kwargs.values()) {
        if let Some(list) = object.downcast_ref_if_exact::<PyList>(vm) {
            // The parts to be joined are few; a list of numbers is told by its first.
            let list = list.borrow_vec();
            if list.first().is_some_and(|first| !is_number(first, vm)) {
                list.iter().for_each(&mut look);
            }
        } else if let Some(tuple) = object.downcast_ref_if_exact::<PyTuple>(vm) {
            tuple.as_slice().iter().for_each(&mut look);
        } else {
            look(object);
        }
    }
    subclass::ordered(found.iter())
}

fn is_number(object: &PyObject, vm: &VirtualMachine) -> bool {
    let types = &vm.ctx.types;
    [types.int_type, types.float_type, types.bool_type, types.list_type].iter().any(|known| object.class().is(*known))
}

impl Callable for PyDispatcher {
    type Args = FuncArgs;

    fn call(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let answering = answering(&args, vm);
        if !answering.is_empty() {
            return ask(zelf.as_object(), &answering, args, vm);
        }
        zelf.answer(args, vm)
    }
}

impl PyDispatcher {
    /// What the function gives where no class answers for it.
    fn answer(&self, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let flat = self.lays_flat && args.args.first().is_some_and(|first| subclass::is_matrix(first, vm));
        if let Some(method) = self.method
            && !flat
            && let Some(first) = args.args.first()
            && subclass::is_derived(first, vm)
            && let Some(bound) = vm.get_attribute_opt(first, method)?
        {
            args.args.remove(0);
            return bound.call(args, vm);
        }
        if flat {
            args.args[0] = subclass::plain(&args.args[0], vm)?;
        }
        self.function.call(args, vm)
    }
}

fn ask(function: &PyObject, answering: &[PyObjectRef], args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let types: Vec<PyObjectRef> = answering.iter().map(|object| object.class().to_owned().into()).collect();
    let shown = types.clone();
    let keywords = vm.ctx.new_dict();
    for (name, value) in &args.kwargs {
        keywords.set_item(&*vm.ctx.new_str(name.clone()), value.clone(), vm)?;
    }
    let (types, given) = (vm.ctx.new_tuple(types), vm.ctx.new_tuple(args.args.clone()));
    for object in answering {
        let call = (function.to_owned(), types.clone(), given.clone(), keywords.clone());
        let answer = vm.call_method(object, "__array_function__", call)?;
        if !answer.is(&vm.ctx.not_implemented) {
            return Ok(answer);
        }
    }
    let name = function.get_attr("__name__", vm)?.str(vm)?;
    let list = vm.ctx.new_list(shown);
    Err(vm.new_type_error(format!(
        "no implementation found for 'numpy.{}' on types that implement __array_function__: {}",
        name.to_string_lossy(),
        list.as_object().repr(vm)?.to_string_lossy()
    )))
}

/// What the class of `like=` makes in place of a function of `numpy` that makes arrays, known there under `name`;
/// `None` where `ndarray` itself is to be made. Takes `like` out of the arguments.
///
/// # Errors
/// NumPy's `TypeError` where `like` does not answer functions.
pub fn like(name: &str, args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    if args.kwargs.is_empty() {
        return Ok(None);
    }
    let Some(model) = args.take_keyword("like").filter(|model| !vm.is_none(model)) else { return Ok(None) };
    if model.class().is(PyNdArray::class(&vm.ctx)) {
        return Ok(None);
    }
    if model.class().get_attr(vm.ctx.intern_str("__array_function__")).is_none() {
        return Err(vm.new_type_error(
            "The `like` argument must be an array-like that implements the `__array_function__` protocol.",
        ));
    }
    let function = vm.import("numpy", 0)?.get_attr(vm.ctx.intern_str(name), vm)?;
    ask(&function, &[model], args.clone(), vm).map(Some)
}

/// As [`like`], of a function written in Python, which is called where `ndarray` itself is to be made.
pub fn made_like(
    model: PyObjectRef,
    name: &str,
    given: Vec<PyObjectRef>,
    keywords: &Py<PyDict>,
    vm: &VirtualMachine,
) -> PyResult {
    let mut call = FuncArgs::from(given);
    for (name, value) in keywords {
        call.kwargs.insert(name.str(vm)?.as_wtf8().to_owned(), value);
    }
    if !model.class().is(PyNdArray::class(&vm.ctx)) {
        call.kwargs.insert("like".into(), model);
        if let Some(answer) = like(name, &mut call, vm)? {
            return Ok(answer);
        }
    }
    vm.import("numpy", 0)?.get_attr(vm.ctx.intern_str(name), vm)?.call(call, vm)
}

/// `ndarray.__array_function__`: the function itself, unless a class that is no subclass of `ndarray` has
/// an answer of its own.
pub fn own_answer(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let (function, types, given, keywords): (PyObjectRef, PyObjectRef, PyObjectRef, PyObjectRef) = args.bind(vm)?;
    let ndarray = PyNdArray::class(&vm.ctx);
    for class in types.try_to_value::<Vec<PyObjectRef>>(vm)? {
        let derived = class.downcast_ref::<PyType>().is_some_and(|class| class.fast_issubclass(ndarray));
        let attribute = vm.get_attribute_opt(&class, "__array_function__")?;
        if !derived && attribute.is_some() {
            return Ok(vm.ctx.not_implemented());
        }
    }
    let given: Vec<PyObjectRef> = given.try_to_value(vm)?;
    let mut call = FuncArgs::from(given);
    if let Some(keywords) = keywords.downcast_ref::<PyDict>() {
        for (name, value) in keywords {
            call.kwargs.insert(name.str(vm)?.as_wtf8().to_owned(), value);
        }
    }
    match function.downcast_ref::<PyDispatcher>() {
        Some(dispatcher) => dispatcher.answer(call, vm),
        None => function.call(call, vm),
    }
}

impl GetAttr for PyDispatcher {
    /// Name, documentation and the like are the function's.
    fn getattro(zelf: &Py<Self>, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
        match name.to_str() {
            Some("__wrapped__" | "_implementation") => Ok(zelf.function.clone()),
            Some("__module__") => Ok(vm.ctx.new_str("numpy").into()),
            Some("__signature__") => {
                let module = vm.import("numpy._signatures", 0)?.get_attr("_signatures", vm)?;
                module.get_attr("of", vm)?.call((zelf.function.clone(), zelf.to_owned()), vm)
            }
            Some("__class__" | "__call__" | "__reduce__" | "__reduce_ex__" | "__repr__" | "__dir__") => {
                zelf.as_object().generic_getattr(name, vm)
            }
            _ => zelf.function.get_attr(name, vm),
        }
    }
}

impl Representable for PyDispatcher {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let name = zelf.function.get_attr("__name__", vm)?.str(vm)?;
        Ok(format!("<function {} at {:#x}>", name.to_string_lossy(), zelf.as_object().get_id()))
    }
}

#[pyclass(flags(DISALLOW_INSTANTIATION), with(Callable, GetAttr, Representable))]
impl PyDispatcher {
    /// By its name in `numpy`, which is how a function is pickled.
    #[pymethod]
    fn __reduce__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.function.get_attr("__name__", vm)
    }
}
