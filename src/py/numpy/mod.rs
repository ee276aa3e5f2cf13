//! The module `numpy` as a learner imports it, over [`crate::nd`].
//!
//! The package itself is Python: `lib/__init__.py`, compiled by `build.rs` with the standard library. It
//! takes everything of the native module `numpy._engine`, which is registered here, and adds what is best
//! said in Python. Here a function is a few lines: bind the arguments ([`args`]), convert them
//! ([`convert`], [`dtype`], [`index`]), call the engine, wrap the result ([`array`], [`scalar`]), with
//! errors turned into exceptions in one place ([`errors`]).
//!
//! To add a function, write it in the file of its kind (`creation`, `manipulation`, `reductions`,
//! `selection`, `linear`, `transforms`), inside that file's `#[pymodule(sub)]`; its `///` text is the learner's `help()`.

pub mod args;
mod arranging;
pub mod array;
mod casting;
pub mod convert;
mod creation;
mod dispatch;
mod dtype;
mod dtype_classes;
mod element;
mod elision;
pub mod errors;
mod fields;
mod flags;
mod flat;
mod index;
mod interface;
mod linear;
mod made;
mod manipulation;
mod memory;
mod method_calls;
mod methods;
mod objects;
mod operators;
mod ordering;
mod pickling;
mod printing;
mod random;
mod reductions;
pub(super) mod scalar;
mod scalar_attributes;
mod scalar_math;
mod selection;
pub mod settings;
mod signatures;
mod subclass;
mod times;
mod transforms;
mod ufunc;
mod void;

use rustpython_vm::Context;
use rustpython_vm::builtins::PyModuleDef;

/// The native modules of this directory.
pub fn module_defs(ctx: &Context) -> Vec<&'static PyModuleDef> {
    vec![engine::module_def(ctx), random::module_def(ctx)]
}

#[rustpython_vm::pymodule(
    name = "numpy._engine",
    with(
        creation::functions,
        manipulation::functions,
        arranging::functions,
        selection::functions,
        reductions::functions,
        linear::functions,
        ordering::functions,
        transforms::functions
    )
)]
mod engine {
    use rustpython_vm::builtins::{PyDictRef, PyModule, PyStr, PyTypeRef};
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::{Py, PyObjectRef, PyRef, PyResult, VirtualMachine};

    use super::args::{self, Signature};
    use super::errors::OrRaise;
    use super::settings::{self, Action};
    use super::{array, dispatch, dtype, errors, flags, flat, printing, scalar, ufunc};
    use crate::nd::ufunc::Casting;
    use crate::nd::{Array, DType, Shape};

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        super::objects::install();
        let classes = [
            ("ndarray", array::PyNdArray::make_static_type()),
            ("dtype", dtype::PyDType::make_static_type()),
            ("ufunc", ufunc::PyUfunc::make_static_type()),
            ("flatiter", flat::PyFlat::make_static_type()),
            ("_flagsobj", flags::PyFlags::make_static_type()),
            ("_array_iterator", array::PyArrayIterator::make_static_type()),
            ("_ArrayFunctionDispatcher", dispatch::PyDispatcher::make_static_type()),
        ];
        for (name, class) in classes {
            if matches!(name, "ndarray" | "dtype") {
                super::signatures::install(&class, vm);
            }
            module.set_attr(name, class, vm)?;
        }
        for (name, class) in scalar::class_names(vm) {
            super::signatures::install(&class, vm);
            super::signatures::install_text(&class, vm);
            module.set_attr(vm.ctx.intern_str(name), class, vm)?;
        }
        for (name, ufunc) in ufunc::named(vm) {
            module.set_attr(name, ufunc, vm)?;
        }
        super::signatures::install_for_functions(vm);
        module.set_attr("True_", scalar::bool_object(true, vm), vm)?;
        module.set_attr("False_", scalar::bool_object(false, vm), vm)?;
        let classes: Vec<(&str, PyTypeRef)> = errors::with_classes(vm, |classes| {
            vec![
                ("AxisError", classes.axis.clone()),
                ("_ArrayMemoryError", classes.memory.clone()),
                ("UFuncTypeError", classes.ufunc_type.clone()),
                ("_UFuncNoLoopError", classes.ufunc[0].clone()),
                ("_UFuncBinaryResolutionError", classes.ufunc[1].clone()),
                ("_UFuncInputCastingError", classes.ufunc[2].clone()),
                ("_UFuncOutputCastingError", classes.ufunc[3].clone()),
                ("LinAlgError", classes.linalg.clone()),
                ("DTypePromotionError", classes.promotion.clone()),
                ("ComplexWarning", classes.complex_warning.clone()),
                ("VisibleDeprecationWarning", classes.deprecation.clone()),
            ]
        });
        classes.into_iter().try_for_each(|(name, class)| module.set_attr(name, class, vm))
    }

    /// A plain array as an instance of the class of `model`; anything else unchanged.
    #[pyfunction]
    fn _like(made: PyObjectRef, model: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        super::subclass::like(made, &model, vm)
    }

    /// Puts a function behind a dispatcher: classes with `__array_function__` answer it then.
    #[pyfunction]
    fn _dispatched(function: PyObjectRef, name: String, vm: &VirtualMachine) -> PyObjectRef {
        use rustpython_vm::PyPayload;
        dispatch::PyDispatcher::of(function, &name).into_pyobject(vm)
    }

    /// What the class of `like` makes in place of a function of `numpy`; for `ndarray` itself, what the function makes.
    #[pyfunction]
    fn _made_like(
        like: PyObjectRef,
        name: String,
        given: Vec<PyObjectRef>,
        keywords: PyDictRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        dispatch::made_like(like, &name, given, &keywords, vm)
    }

    /// set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None,
    /// infstr=None, formatter=None, sign=None, floatmode=None)
    ///
    /// Changes how arrays print from now on.
    #[pyfunction]
    fn set_printoptions(args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        printing::set_options(args, vm)
    }

    /// get_printoptions()
    ///
    /// The options in force, as a dict.
    #[pyfunction]
    fn get_printoptions(vm: &VirtualMachine) -> PyResult<PyDictRef> {
        printing::options_dict(vm)
    }

    /// array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', ...)
    ///
    /// The text of an array's elements, without `array(...)` around it.
    #[pyfunction]
    fn array2string(args: FuncArgs, vm: &VirtualMachine) -> PyResult<String> {
        printing::array2string(args, vm)
    }

    /// format_float_positional(x, precision=None, unique=True, fractional=True, trim='k', sign=False, pad_left=None,
    /// pad_right=None, min_digits=None)
    ///
    /// A float as decimal text, `ddd.ddd`.
    #[pyfunction]
    fn format_float_positional(args: FuncArgs, vm: &VirtualMachine) -> PyResult<String> {
        printing::format_float_positional(args, vm)
    }

    /// format_float_scientific(x, precision=None, unique=True, trim='k', sign=False, pad_left=None, exp_digits=None,
    /// min_digits=None)
    ///
    /// A float as scientific text, `d.ddde+dd`.
    #[pyfunction]
    fn format_float_scientific(args: FuncArgs, vm: &VirtualMachine) -> PyResult<String> {
        printing::format_float_scientific(args, vm)
    }

    /// can_cast(from_, to, casting='safe')
    ///
    /// Whether elements of one dtype may become another's under a rule.
    #[pyfunction]
    fn can_cast(args: FuncArgs, vm: &VirtualMachine) -> PyResult<bool> {
        const SIGNATURE: Signature<3> = Signature::new("can_cast", ["from_", "to", "casting"], 2);
        let [from, to, casting] = SIGNATURE.bind(args, vm)?;
        let from = args::required(from);
        if super::convert::number_of(&from, vm)?.is_some_and(|number| number.weak) {
            return Err(vm.new_type_error("can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future."));
        }
        let casting = Casting::parse(&args::text(casting, "safe", "casting", vm)?).or_raise(vm)?;
        let from = match from.downcast_ref::<array::PyNdArray>() {
            Some(array) => array.borrow().dtype(),
            None => dtype::parse(&from, vm)?,
        };
        Ok(crate::nd::ufunc::can_cast(from, dtype::parse(&args::required(to), vm)?, casting))
    }

    /// promote_types(type1, type2)
    ///
    /// The smallest dtype that both can be cast to safely.
    #[pyfunction]
    fn promote_types(first: PyObjectRef, second: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<dtype::PyDType>> {
        let promoted =
            crate::nd::ufunc::try_promote(dtype::parse(&first, vm)?, dtype::parse(&second, vm)?).or_raise(vm)?;
        Ok(dtype::object(promoted, vm))
    }

    /// result_type(*arrays_and_dtypes)
    ///
    /// The dtype of an operation on arrays, dtypes and Python numbers.
    #[pyfunction]
    fn result_type(args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyRef<dtype::PyDType>> {
        let (mut dtypes, mut weak) = (Vec::new(), Vec::new());
        for operand in &args.args {
            let is_array = operand.downcastable::<array::PyNdArray>() || scalar::value_of(operand).is_some();
            let is_list = operand.downcastable::<rustpython_vm::builtins::PyList>();
            if !is_array
                && !is_list
                && let Ok(named) = dtype::parse(operand, vm)
            {
                dtypes.push(named);
                continue;
            }
            match ufunc::Input::read(operand, vm)? {
                ufunc::Input::Array(array) => dtypes.push(array.dtype()),
                ufunc::Input::Weak(number) => weak.push(number),
            }
        }
        match crate::nd::ufunc::try_result_type(&dtypes, &weak).or_raise(vm)? {
            Some(result) => Ok(dtype::object(result, vm)),
            None => Err(vm.new_value_error("at least one array or dtype is required")),
        }
    }

    /// Whether two arrays have a byte in common; `None` where that takes more trials than `max_work`, which -1 leaves open.
    #[pyfunction]
    fn _shares_memory(a: PyObjectRef, b: PyObjectRef, max_work: i64, vm: &VirtualMachine) -> PyResult<Option<bool>> {
        let (a, b) = (super::convert::array_of(&a, None, vm)?, super::convert::array_of(&b, None, vm)?);
        Ok(crate::nd::overlap::share_memory(&a, &b, u64::try_from(max_work).ok()))
    }

    /// frompyfunc(func, /, nin, nout, **kwargs)
    ///
    /// A ufunc of a Python function of `nin` values that gives `nout`; elements are objects.
    #[pyfunction]
    fn frompyfunc(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        ufunc::from_function(args, vm)
    }

    /// The bytes of an open file as an array that shares them with it: what is written to one is in the other.
    #[pyfunction]
    fn _file_memory(descriptor: i32, vm: &VirtualMachine) -> PyResult {
        let files = &crate::py::outside::current().files;
        let found = files.memory(descriptor);
        let (memory, length) = found.map_err(|error| crate::py::posix::os_error(vm, error, &[]))?;
        let pages = Array::from_buffer(memory, DType::UInt8, 0);
        let strides = pages.strides().into();
        Ok(array::wrap(pages.with_geometry(Shape::from_slice(&[length]), strides, 0), vm))
    }

    /// Makes a class the one of records whose fields are attributes.
    #[pyfunction]
    fn _set_record_class(class: PyTypeRef) {
        super::void::set_record_class(class);
    }

    /// geterr()
    ///
    /// What happens on each kind of floating-point event, as a dict.
    #[pyfunction]
    fn geterr(vm: &VirtualMachine) -> PyResult<PyDictRef> {
        let state = *settings::current().errors.borrow();
        let dict = vm.ctx.new_dict();
        let entries =
            [("divide", state.divide), ("over", state.over), ("under", state.under), ("invalid", state.invalid)];
        for (name, action) in entries {
            dict.set_item(name, vm.ctx.new_str(action.name()).into(), vm)?;
        }
        Ok(dict)
    }

    /// seterr(all=None, divide=None, over=None, under=None, invalid=None)
    ///
    /// Sets what happens on floating-point events; gives the old settings.
    #[pyfunction]
    fn seterr(args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyDictRef> {
        const SIGNATURE: Signature<5> = Signature::new("seterr", ["all", "divide", "over", "under", "invalid"], 0);
        let [all, divide, over, under, invalid] = SIGNATURE.bind(args, vm)?;
        let old = geterr(vm)?;
        let settings = settings::current();
        let mut state = *settings.errors.borrow();
        let action = |value: Option<PyObjectRef>, default: Action| -> PyResult<Action> {
            let Some(value) = args::present(value, vm).or_else(|| args::present(all.clone(), vm)) else {
                return Ok(default);
            };
            let name = value.downcast_ref::<PyStr>().map(|name| name.to_string_lossy().into_owned());
            let shown = value.repr(vm)?.to_string_lossy().into_owned();
            let known = name.and_then(|name| Action::parse(&name));
            known.ok_or_else(|| vm.new_value_error(format!("invalid error mode {shown}")))
        };
        state.divide = action(divide, state.divide)?;
        state.over = action(over, state.over)?;
        state.under = action(under, state.under)?;
        state.invalid = action(invalid, state.invalid)?;
        *settings.errors.borrow_mut() = state;
        Ok(old)
    }

    /// geterrcall()
    ///
    /// The function or log object that floating-point events are told to.
    #[pyfunction]
    fn geterrcall() -> Option<PyObjectRef> {
        settings::current().callback.borrow().clone()
    }

    /// seterrcall(func)
    ///
    /// Sets the function or log object that floating-point events are told to; gives the old one.
    #[pyfunction]
    fn seterrcall(args: FuncArgs, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let [function] = Signature::new("seterrcall", ["func"], 1).bind(args, vm)?;
        Ok(settings::current().callback.replace(args::present(function, vm)))
    }
}
