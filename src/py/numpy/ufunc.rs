//! `numpy.ufunc`: one class over the engine's table, its methods, and the calls that other code makes. What a call from Python is
//! given is in [`calling`] and [`arguments`].

mod arguments;
mod calling;

use std::collections::HashMap;
use std::sync::OnceLock;

use num_traits::ToPrimitive;
use rustpython_vm::builtins::{PyEllipsis, PyInt, PyListRef, PyTuple};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Callable, Representable};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

pub use self::arguments::{ELLIPSIS_BY_POSITION, Input, loop_dtype, mask, out_array};
use super::args::{self, Signature};
use super::array::{PyNdArray, wrap, wrap_result};
use super::errors::OrRaise;
use super::made::{self, Running};
use super::{convert, scalar, settings, subclass};
use crate::nd::time::is_time;
use crate::nd::ufunc::table::Rule;
use crate::nd::ufunc::{self as engine, CallOptions, Identity, Initial, Operand, ReduceOptions, Ufunc};
use crate::nd::{Array, DType, Kind, Order, Scalar};

/// A function that works element by element, on arrays that are broadcast against one another.
///
/// All take `out`, `where`, `casting`, `order`, `dtype`, `subok` and `signature`. `reduce`, `accumulate` and `reduceat`
/// fold along an axis, `outer` takes every pair of elements, `at` works in place at given indices. `nin`, `nout` and
/// `types` say what it takes and gives.
#[pyclass(name = "ufunc", module = "numpy")]
#[derive(Debug, PyPayload)]
pub struct PyUfunc {
    ufunc: &'static Ufunc,
    made: Option<Made>,
}

/// What a ufunc has that a program has made: its function, and what a reduction of nothing gives.
#[derive(Debug)]
struct Made {
    function: PyObjectRef,
    identity: Option<PyObjectRef>,
}

/// `numpy.frompyfunc(func, nin, nout, identity)`
pub fn from_function(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    const SIGNATURE: Signature<4> =
        Signature::new("frompyfunc", ["func", "nin", "nout", "identity"], 3).keyword_after(3);
    let [function, nin, nout, identity] = SIGNATURE.bind(args, vm)?;
    let function = args::required(function);
    let [nin, nout] = [nin, nout].map(|count| args::to_isize(&args::required(count), vm));
    let (nin, nout) = (nin?, nout?);
    if !function.is_callable() {
        return Err(vm.new_type_error("function must be callable"));
    }
    if nin < 0 || nout < 0 || nin + nout > 64 {
        return Err(vm.new_value_error(format!(
            "Cannot construct a ufunc with more than 64 operands (requested number were: inputs = {nin} and outputs = \
             {nout})"
        )));
    }
    let name = vm.get_attribute_opt(&function, "__name__")?;
    let name =
        name.map_or_else(|| Ok("?".to_owned()), |name| name.str(vm).map(|name| name.to_string_lossy().into_owned()))?;
    let ufunc = made::row(&format!("{name} (vectorized)"), nin as usize, nout as usize);
    Ok(PyUfunc { ufunc, made: Some(Made { function, identity }) }.into_pyobject(vm))
}

/// Every ufunc under every name it has in `numpy`.
pub fn named(vm: &VirtualMachine) -> Vec<(&'static str, PyObjectRef)> {
    let mut all = Vec::new();
    for ufunc in engine::all() {
        let object: PyObjectRef = PyUfunc { ufunc, made: None }.into_pyobject(vm);
        all.extend(std::iter::once(&ufunc.name).chain(ufunc.aliases).map(|&name| (name, object.clone())));
    }
    all
}

/// The row of that name, which the table has.
pub fn row(name: &str) -> &'static Ufunc {
    static ROWS: OnceLock<HashMap<&'static str, &'static Ufunc>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        let all = engine::all().flat_map(|ufunc| ufunc.aliases.iter().map(move |&alias| (alias, ufunc)));
        all.chain(engine::all().map(|ufunc| (ufunc.name, ufunc))).collect()
    });
    rows.get(name).unwrap_or_else(|| panic!("the table of ufuncs has a row '{name}'"))
}

/// Calls a ufunc without options; scalars come back as scalars.
pub fn call_by_name(name: &str, operands: &[PyObjectRef], vm: &VirtualMachine) -> PyResult {
    run(row(name), operands, &CallOptions::default(), vm)
}

/// As [`call_by_name`], and the result may take the memory of `spare`, one of the operands.
pub fn call_sparing(name: &str, operands: &[PyObjectRef], spare: Option<Array>, vm: &VirtualMachine) -> PyResult {
    run(row(name), operands, &CallOptions { spare: spare.as_ref(), ..CallOptions::default() }, vm)
}

/// Calls a ufunc with `out=target`, as in-place operators do; gives `target` back.
pub fn call_into(name: &str, operands: &[PyObjectRef], target: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(array) = target.downcast_ref::<PyNdArray>() else {
        return Err(vm.new_type_error("return arrays must be of ArrayType"));
    };
    let others = [operands, &[target.to_owned()]].concat();
    let overriding = subclass::overriding(&others, vm);
    if !overriding.is_empty() {
        let mut call = FuncArgs::from(operands.to_vec());
        call.kwargs.insert("out".to_owned().into(), vm.ctx.new_tuple(vec![target.to_owned()]).into());
        return subclass::ask(&*object_of(row(name), vm)?, "__call__", &overriding, &call, vm);
    }
    let array = array.array();
    let out = [Some(&array)];
    compute(row(name), operands, &CallOptions { out: &out, ..CallOptions::default() }, vm)?;
    Ok(target.to_owned())
}

/// The object that `numpy` has for a row.
fn object_of(ufunc: &'static Ufunc, vm: &VirtualMachine) -> PyResult {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    modules.get_item("numpy._engine", vm)?.get_attr(vm.ctx.intern_str(ufunc.name), vm)
}

/// Runs a ufunc, unless an operand answers for it.
fn run(ufunc: &'static Ufunc, operands: &[PyObjectRef], options: &CallOptions, vm: &VirtualMachine) -> PyResult {
    let overriding = subclass::overriding(operands, vm);
    if overriding.is_empty() {
        return compute(ufunc, operands, options, vm);
    }
    subclass::ask(&*object_of(ufunc, vm)?, "__call__", &overriding, &FuncArgs::from(operands.to_vec()), vm)
}

/// Calls a ufunc, and looks for underflow where the session wants to be told of it.
pub fn called(
    ufunc: &'static Ufunc,
    inputs: &[Operand],
    options: &CallOptions,
) -> crate::nd::Result<(Vec<Array>, engine::Warnings)> {
    match settings::watches_underflow() {
        true => engine::underflow::call_watching(ufunc, inputs, options),
        false => engine::call(ufunc, inputs, options),
    }
}

/// A Python integer outside `int64`.
fn too_large(object: &PyObject, vm: &VirtualMachine) -> bool {
    object.class().is(vm.ctx.types.int_type)
        && object.downcast_ref::<PyInt>().is_some_and(|int| int.as_bigint().to_i64().is_none())
}

fn compute(ufunc: &'static Ufunc, operands: &[PyObjectRef], options: &CallOptions, vm: &VirtualMachine) -> PyResult {
    let is_objects = |operand: &PyObjectRef| {
        operand.downcast_ref::<PyNdArray>().is_some_and(|array| array.borrow().dtype() == DType::Object)
    };
    let is_made = ufunc.rule == Rule::Made;
    let inputs = if operands.iter().any(is_objects) || options.dtype == Some(DType::Object) || is_made {
        // Beside objects a Python number is the object it is.
        let objects = |operand: &PyObjectRef| {
            // A NumPy scalar is the Python number it is; days and spans may be refused.
            let of_times = operand.downcast_ref::<PyNdArray>().is_some_and(|array| is_time(array.borrow().dtype()));
            let keeps = of_times || scalar::value_of(operand).is_some();
            let dtype = if keeps { None } else { Some(DType::Object) };
            convert::array_of(operand, dtype, vm).map(Input::Array)
        };
        operands.iter().map(objects).collect::<PyResult<Vec<_>>>()?
    } else {
        match operands {
            // Alone, a Python integer is of the dtype that holds it.
            [only] if too_large(only, vm) => vec![Input::Array(convert::array_of(only, None, vm)?)],
            _ => operands.iter().map(|operand| Input::read(operand, vm)).collect::<PyResult<Vec<_>>>()?,
        }
    };
    if let Some(dtype) = options.dtype {
        for input in &inputs {
            if let Input::Array(array) = input
                && matches!(array.dtype().kind(), Kind::Float | Kind::Signed | Kind::Unsigned)
                && dtype.kind() == Kind::Float
                && ufunc.rule != Rule::Compare
                && engine::promote::can_cast(array.dtype(), dtype, options.casting)
            {
                // Small lines are converted at once, all others while the function goes through them.
                let flags = crate::nd::cast::events(array, dtype);
                settings::report(
                    match array.ndim() < 2 && array.size() <= engine::BUFFER_SIZE {
                        true => engine::Warnings::of_cast(flags),
                        false => engine::Warnings::of(ufunc.name, flags),
                    },
                    vm,
                )?;
            }
        }
    }
    if ufunc.name == "isnat"
        && !matches!(&inputs[0], Input::Array(array) if crate::nd::time::is_time(array.dtype().native()))
    {
        return Err(vm.new_type_error("ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64."));
    }
    let inputs: Vec<Operand> = inputs.iter().map(Input::operand).collect();
    let (outputs, warnings) = called(ufunc, &inputs, options).or_raise(vm)?;
    settings::report(warnings, vm)?;
    let mut results: Vec<PyObjectRef> = match subclass::model(operands, vm).filter(|_| options.out.is_empty()) {
        None => outputs.into_iter().map(|output| wrap_result(output, vm)).collect(),
        Some(model) => {
            let (function, given) = (object_of(ufunc, vm)?, vm.ctx.new_tuple(operands.to_vec()));
            let one = |(at, output): (usize, Array)| {
                let context = vec![function.clone(), given.clone().into(), vm.ctx.new_int(at).into()];
                subclass::wrap_as(output, model, Some(vm.ctx.new_tuple(context).into()), vm)
            };
            outputs.into_iter().enumerate().map(one).collect::<PyResult<_>>()?
        }
    };
    if results.len() == 1
        && let Some(only) = results.pop()
    {
        return Ok(only);
    }
    Ok(vm.ctx.new_tuple(results).into())
}

impl Representable for PyUfunc {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(format!("<ufunc '{}'>", zelf.ufunc.name))
    }
}

/// How `numpy.sum` and its kin are given: one reduction with all its keywords.
pub struct Reduction {
    /// The array.
    pub array: PyObjectRef,
    /// `axis=`; the outer `None` is "all axes".
    pub axis: Option<Vec<isize>>,
    /// `dtype=`
    pub dtype: Option<PyObjectRef>,
    /// `out=`
    pub out: Option<PyObjectRef>,
    /// `keepdims=`
    pub keepdims: Option<PyObjectRef>,
    /// `initial=`
    pub initial: Option<PyObjectRef>,
    /// `where=`
    pub where_: Option<PyObjectRef>,
}

/// Runs a reduction by a ufunc.
pub fn reduce(ufunc: &'static Ufunc, reduction: Reduction, vm: &VirtualMachine) -> PyResult {
    if let Some(answer) = answered_reduction(ufunc, &reduction, vm)? {
        return Ok(answer);
    }
    let array = convert::array_of(&reduction.array, None, vm)?;
    let dtype = loop_dtype(reduction.dtype, vm)?;
    let where_ = mask(reduction.where_, vm)?;
    // `out=...` asks for an array even of no axes.
    let out_object = args::present(reduction.out, vm);
    let stays_array = out_object.as_ref().is_some_and(|out| out.downcastable::<PyEllipsis>());
    let out_object = out_object.filter(|_| !stays_array);
    let out = out_object.as_ref().map(|out| out_array(out, vm)).transpose()?;
    if let Some(value) = args::present(reduction.initial.clone(), vm)
        && let Ok(Some(number)) = convert::number_of(&value, vm)
    {
        // It is put into an element of the result.
        let (own, out) = (array.dtype(), out.as_ref().map(Array::dtype));
        let result = match own.is_number() && dtype.is_none_or(DType::is_number) {
            true => engine::reduction_dtype(ufunc, own, dtype, out).or_raise(vm)?,
            false => own,
        };
        if result.is_number() && number.weak {
            super::casting::settle(number, result, vm)?;
        } else if result.is_number() {
            super::casting::warn_about(&Array::scalar(number.value, number.dtype), result, vm)?;
        }
    }
    let initial = match reduction.initial {
        None => Initial::Identity,
        Some(value) if vm.is_none(&value) => Initial::FirstElement,
        Some(value) if crate::nd::time::is_time(array.dtype()) => {
            Initial::Value(convert::array_of(&value, Some(array.dtype()), vm)?.get(&[]))
        }
        Some(value) => Initial::Value(initial_value(&value, vm)?),
    };
    let options = ReduceOptions {
        axes: reduction.axis.as_deref(),
        keepdims: args::truth(reduction.keepdims, false, vm)?,
        dtype,
        out: out.as_ref(),
        initial,
        where_: where_.as_ref(),
    };
    let (result, warnings) = engine::reduce(ufunc, &array, &options).or_raise(vm)?;
    settings::report(warnings, vm)?;
    match out_object {
        Some(out) => Ok(out.downcast_ref::<PyTuple>().map_or_else(|| out.clone(), |tuple| tuple.as_slice()[0].clone())),
        None if stays_array => subclass::like(wrap(result, vm), &reduction.array, vm),
        None => subclass::wrap_as(result, &reduction.array, None, vm),
    }
}

/// What a class with `__array_ufunc__` makes of a reduction: it is asked for the ufunc's `reduce`.
fn answered_reduction(
    ufunc: &'static Ufunc,
    reduction: &Reduction,
    vm: &VirtualMachine,
) -> PyResult<Option<PyObjectRef>> {
    let out = args::present(reduction.out.clone(), vm);
    let operands: Vec<PyObjectRef> = std::iter::once(reduction.array.clone()).chain(out.clone()).collect();
    let overriding = subclass::overriding(&operands, vm);
    if overriding.is_empty() {
        return Ok(None);
    }
    let axis = match reduction.axis.as_deref() {
        None => vm.ctx.none(),
        Some([axis]) => vm.ctx.new_int(*axis).into(),
        Some(axes) => vm.ctx.new_tuple(axes.iter().map(|&axis| vm.ctx.new_int(axis).into()).collect()).into(),
    };
    let out = out.map(|out| vm.ctx.new_tuple(vec![out]).into());
    let dtype = reduction.dtype.clone().unwrap_or_else(|| vm.ctx.none());
    let keepdims = reduction.keepdims.clone().unwrap_or_else(|| vm.ctx.false_value.clone().into());
    let where_ = reduction.where_.clone().unwrap_or_else(|| vm.ctx.true_value.clone().into());
    let mut call = FuncArgs::from(vec![reduction.array.clone()]);
    let given = [
        ("axis", Some(axis)),
        ("dtype", Some(dtype)),
        ("out", out),
        ("keepdims", Some(keepdims)),
        ("initial", reduction.initial.clone()),
        ("where", Some(where_)),
    ];
    for (name, value) in given {
        if let Some(value) = value {
            call.kwargs.insert(name.to_owned().into(), value);
        }
    }
    subclass::ask(&*object_of(ufunc, vm)?, "reduce", &overriding, &call, vm).map(Some)
}

fn initial_value(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Scalar> {
    let array = convert::array_of(value, None, vm)?;
    if array.ndim() == 0 {
        return Ok(array.get(&[]));
    }
    Err(vm.new_value_error("Input object to initial must be a scalar"))
}

#[pyclass(flags(DISALLOW_INSTANTIATION), with(Callable, Representable))]
impl PyUfunc {
    /// By its name in `numpy`, which is how a ufunc is pickled.
    #[pymethod]
    fn __reduce__(zelf: &Py<Self>) -> &'static str {
        zelf.ufunc.name
    }

    #[pygetset]
    fn __name__(zelf: &Py<Self>) -> &'static str {
        zelf.ufunc.name
    }

    #[pygetset]
    fn __qualname__(zelf: &Py<Self>) -> &'static str {
        zelf.ufunc.name
    }

    #[pygetset]
    fn __doc__(zelf: &Py<Self>) -> String {
        let inputs = ["x1", "x2", "x3"].iter().take(zelf.ufunc.nin).copied();
        let inputs = if zelf.ufunc.nin == 1 { "x".to_owned() } else { inputs.collect::<Vec<_>>().join(", ") };
        let outputs = if zelf.ufunc.nout == 1 { ", /, out=None" } else { "[, out1, out2], / [, out=(None, None)]" };
        let core = zelf.ufunc.signature.is_some();
        let (condition, more) = if core { ("", ", axes, axis") } else { ("where=True, ", "") };
        format!(
            "{}({inputs}{outputs}, *, {condition}casting='same_kind', order='K', dtype=None, subok=True[, \
             signature{more}])\n\n{}",
            zelf.ufunc.name, zelf.ufunc.doc
        )
    }

    #[pygetset]
    fn __signature__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        let module = vm.import("numpy._signatures", 0)?.get_attr("_signatures", vm)?;
        module.get_attr("of_ufunc", vm)?.call((zelf,), vm)
    }

    /// resolve_dtypes(dtypes, *, signature=None, casting=None, reduction=False)
    ///
    /// The dtypes of the loop that operands of some dtypes would meet.
    #[pymethod]
    fn resolve_dtypes(zelf: PyRef<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        args.prepend_arg(zelf.into());
        let module = vm.import("numpy._signatures", 0)?.get_attr("_signatures", vm)?;
        module.get_attr("resolved", vm)?.call(args, vm)
    }

    /// How many inputs it takes.
    #[pygetset]
    fn nin(zelf: &Py<Self>) -> usize {
        zelf.ufunc.nin
    }

    /// How many results it gives.
    #[pygetset]
    fn nout(zelf: &Py<Self>) -> usize {
        zelf.ufunc.nout
    }

    /// How many inputs and results it has in all.
    #[pygetset]
    fn nargs(zelf: &Py<Self>) -> usize {
        zelf.ufunc.nargs()
    }

    /// How many loops it has, each for other types.
    #[pygetset]
    fn ntypes(zelf: &Py<Self>) -> usize {
        zelf.ufunc.types().len()
    }

    /// Its loops: letters of the inputs' types, an arrow, letters of the results'.
    #[pygetset]
    fn types(zelf: &Py<Self>, vm: &VirtualMachine) -> PyListRef {
        vm.ctx.new_list(zelf.ufunc.types().into_iter().map(|types| vm.ctx.new_str(types).into()).collect())
    }

    /// The core dimensions of operands of a generalised ufunc, such as `(n?,k),(k,m?)->(n?,m?)`; else None.
    #[pygetset]
    fn signature(zelf: &Py<Self>) -> Option<&'static str> {
        zelf.ufunc.signature
    }

    /// What a reduction of nothing gives, or None.
    #[pygetset]
    fn identity(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        if let Some(made) = &zelf.made {
            return vm.unwrap_or_none(made.identity.clone());
        }
        match zelf.ufunc.identity {
            Identity::None | Identity::Reorderable => vm.ctx.none(),
            Identity::Zero => vm.ctx.new_int(0).into(),
            Identity::One => vm.ctx.new_int(1).into(),
            Identity::MinusOne => vm.ctx.new_int(-1).into(),
            Identity::NegativeInfinity => vm.ctx.new_float(f64::NEG_INFINITY).into(),
            Identity::True => vm.ctx.new_bool(true).into(),
            Identity::False => vm.ctx.new_bool(false).into(),
        }
    }

    /// Folds an axis (or several) with the function.
    #[pymethod]
    fn reduce(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let _running = zelf.running();
        if let Some(answer) = Self::answered(zelf, "reduce", &args, vm)? {
            return Ok(answer);
        }
        if args.args.get(3).is_some_and(|out| out.downcastable::<PyEllipsis>()) {
            return Err(vm.new_type_error(ELLIPSIS_BY_POSITION));
        }
        const SIGNATURE: Signature<7> =
            Signature::new("reduce", ["array", "axis", "dtype", "out", "keepdims", "initial", "where"], 1);
        let [array, axis, dtype, out, keepdims, initial, where_] = SIGNATURE.bind(args, vm)?;
        let axis = match axis {
            None => Some(vec![0]),
            given => args::axes(given, vm)?,
        };
        let mut array = args::required(array);
        let mut initial = initial;
        if let Some(made) = &zelf.made {
            array = wrap(zelf.objects(convert::array_of(&array, None, vm)?, vm)?, vm);
            initial = initial.or_else(|| made.identity.clone().filter(|identity| !vm.is_none(identity)));
        }
        reduce(zelf.ufunc, Reduction { array, axis, dtype, out, keepdims, initial, where_ }, vm)
    }

    /// The intermediate results of folding an axis.
    #[pymethod]
    fn accumulate(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let _running = zelf.running();
        if let Some(answer) = Self::answered(zelf, "accumulate", &args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<4> = Signature::new("accumulate", ["array", "axis", "dtype", "out"], 1);
        let [array, axis, dtype, out] = SIGNATURE.bind(args, vm)?;
        let model = args::required(array);
        let array = zelf.objects(convert::array_of(&model, None, vm)?, vm)?;
        let several = match &axis {
            Some(axis) if vm.is_none(axis) => array.ndim() != 1,
            Some(axis) => axis.downcast_ref::<PyTuple>().is_some_and(|axes| axes.len() != 1),
            None => false,
        };
        if several {
            return Err(vm.new_value_error("accumulate does not allow multiple axes"));
        }
        let axis = args::axes(axis, vm)?.and_then(|axes| axes.first().copied()).unwrap_or(0);
        let dtype = loop_dtype(dtype, vm)?;
        let out_object = args::present(out, vm);
        let out = out_object.as_ref().map(|out| out_array(out, vm)).transpose()?;
        let (result, warnings) = engine::accumulate(zelf.ufunc, &array, axis, dtype, out.as_ref()).or_raise(vm)?;
        settings::report(warnings, vm)?;
        out_object.map_or_else(|| subclass::wrap_as(result, &model, None, vm), Ok)
    }

    /// Folds the slices of an axis that start at the given indices.
    #[pymethod]
    fn reduceat(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let _running = zelf.running();
        if let Some(answer) = Self::answered(zelf, "reduceat", &args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<5> = Signature::new("reduceat", ["array", "indices", "axis", "dtype", "out"], 2);
        let [array, indices, axis, dtype, out] = SIGNATURE.bind(args, vm)?;
        let model = args::required(array);
        let array = zelf.objects(convert::array_of(&model, None, vm)?, vm)?;
        let indices = convert::array_of(&args::required(indices), None, vm)?.to_vec::<i64>().or_raise(vm)?;
        let axis = args::integer(axis, 0, vm)?;
        let dtype = loop_dtype(dtype, vm)?;
        let out_object = args::present(out, vm);
        let out = out_object.as_ref().map(|out| out_array(out, vm)).transpose()?;
        let (result, warnings) =
            engine::reduceat(zelf.ufunc, &array, &indices, axis, dtype, out.as_ref()).or_raise(vm)?;
        settings::report(warnings, vm)?;
        out_object.map_or_else(|| subclass::wrap_as(result, &model, None, vm), Ok)
    }

    /// The function of every pair of elements.
    #[pymethod]
    fn outer(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let _running = zelf.running();
        if let Some(answer) = Self::answered(zelf, "outer", &args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<3> = Signature::new("outer", ["A", "B", "dtype"], 2);
        if args.args.len() != 2 {
            return Err(vm.new_type_error("exactly two arguments expected"));
        }
        let [a, b, dtype] = SIGNATURE.bind(args, vm)?;
        let operands = [args::required(a), args::required(b)];
        if operands.iter().any(|operand| subclass::overrides(operand, "__array_wrap__", vm)) {
            return Self::outer_of_derived(zelf, &operands, dtype, vm);
        }
        // Python's numbers are arrays here: their dtype counts.
        let operand = |given| convert::array_of(given, None, vm).map(Input::Array);
        let (a, b) = (operand(&operands[0])?, operand(&operands[1])?);
        let options = CallOptions { dtype: loop_dtype(dtype, vm)?, ..CallOptions::default() };
        let (mut results, warnings) = engine::outer(zelf.ufunc, a.operand(), b.operand(), &options).or_raise(vm)?;
        settings::report(warnings, vm)?;
        let wrapped = |result| match subclass::model(&operands, vm) {
            Some(model) => subclass::wrap_as(result, model, None, vm),
            None => Ok(wrap_result(result, vm)),
        };
        if results.len() == 1
            && let Some(only) = results.pop()
        {
            return wrapped(only);
        }
        Ok(vm.ctx.new_tuple(results.into_iter().map(wrapped).collect::<PyResult<_>>()?).into())
    }

    /// The function in place at the given indices, once for each time an index occurs.
    #[pymethod]
    fn at(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let _running = zelf.running();
        if Self::answered(zelf, "at", &args, vm)?.is_some() {
            return Ok(());
        }
        if args.args.len() > 3 {
            return Err(vm.new_type_error(format!("at() takes at most 3 arguments ({} given)", args.args.len())));
        }
        const SIGNATURE: Signature<3> = Signature::new("at", ["a", "indices", "b"], 2);
        let [target, indices, values] = SIGNATURE.bind(args, vm)?;
        let target = args::required(target);
        let Some(array) = target.downcast_ref::<PyNdArray>() else {
            return Err(vm.new_type_error("first operand must be array"));
        };
        let array = array.array();
        let values = values.map(|values| convert::array_of(&values, None, vm)).transpose()?;
        // Whether there is a function for the elements is told of before where they are.
        let nothing =
            values.as_ref().map(|values| Array::zeros(&[0], values.dtype(), Order::C)).transpose().or_raise(vm)?;
        engine::at(zelf.ufunc, &array, &[], nothing.as_ref()).or_raise(vm)?;
        // The byte distances that the indices select, found by indexing an array of them.
        let distances = distances(&array);
        let items = super::index::items(&args::required(indices), vm)?;
        let picked = crate::nd::index::get(&distances, &items).or_raise(vm)?.into_array(DType::Int64);
        let stretched = values.map(|values| values.broadcast_to(picked.shape())).transpose();
        let values = stretched.map_err(|_| vm.new_value_error("array is not broadcastable to correct shape"))?;
        let picked: Vec<isize> =
            picked.to_vec::<i64>().or_raise(vm)?.into_iter().map(|distance| distance as isize).collect();
        let warnings = engine::at(zelf.ufunc, &array, &picked, values.as_ref()).or_raise(vm)?;
        settings::report(warnings, vm)
    }
}

impl PyUfunc {
    /// For as long as the value lives, elements are given to the function that a program has made a ufunc of.
    fn running(&self) -> Option<Running> {
        self.made.as_ref().map(|made| Running::new(self.ufunc, made.function.clone()))
    }

    /// An operand as the ufunc takes it: of a program's function, objects.
    fn objects(&self, array: Array, vm: &VirtualMachine) -> PyResult<Array> {
        if self.made.is_some() { array.astype(DType::Object, Order::K).or_raise(vm) } else { Ok(array) }
    }

    /// The function of every pair where an operand wraps results itself: it is called as for any two arrays.
    fn outer_of_derived(
        zelf: &Py<Self>,
        operands: &[PyObjectRef; 2],
        dtype: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult {
        let array = |operand: &PyObjectRef| match operand.downcast_ref::<PyNdArray>() {
            Some(_) => Ok(operand.clone()),
            None => Ok(wrap(convert::array_of(operand, None, vm)?, vm)),
        };
        let (first, second) = (array(&operands[0])?, array(&operands[1])?);
        let depth = convert::array_of(&second, None, vm)?.ndim();
        let mut key: Vec<PyObjectRef> = vec![vm.ctx.ellipsis.clone().into()];
        key.extend(std::iter::repeat_n(vm.ctx.none(), depth));
        let key: PyObjectRef = vm.ctx.new_tuple(key).into();
        let first = first.get_item(&*key, vm)?;
        let options = CallOptions { dtype: loop_dtype(dtype, vm)?, ..CallOptions::default() };
        run(zelf.ufunc, &[first, second], &options, vm)
    }

    /// What an operand with `__array_ufunc__` makes of a call, if there is one: outputs are given to it as
    /// a tuple by keyword, and so are the other arguments of a method.
    fn answered(zelf: &Py<Self>, method: &str, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let inputs = match method {
            "__call__" => zelf.ufunc.nin,
            "outer" | "reduceat" => 2,
            "at" => 3,
            _ => 1,
        };
        let mut operands = args.args.clone();
        if let Some(out) = args.kwargs.get("out") {
            match out.downcast_ref::<PyTuple>() {
                Some(out) => operands.extend_from_slice(out.as_slice()),
                None => operands.push(out.clone()),
            }
        }
        let overriding = subclass::overriding(&operands, vm);
        if overriding.is_empty() {
            return Ok(None);
        }
        let mut call = args.clone();
        let rest = call.args.split_off(inputs.min(call.args.len()));
        if method == "__call__" {
            if !rest.is_empty() {
                call.kwargs.insert("out".to_owned().into(), vm.ctx.new_tuple(rest).into());
            }
        } else {
            let names =
                if method == "reduce" { &["axis", "dtype", "out", "keepdims"][..] } else { &["axis", "dtype", "out"] };
            call.kwargs.extend(names.iter().map(|&name| name.to_owned().into()).zip(rest));
        }
        if let Some(out) = call.kwargs.get("out").cloned() {
            if vm.is_none(&out) {
                call.kwargs.shift_remove("out");
            } else if !out.downcastable::<PyTuple>() {
                call.kwargs.insert("out".to_owned().into(), vm.ctx.new_tuple(vec![out]).into());
            }
        }
        subclass::ask(zelf.as_object(), method, &overriding, &call, vm).map(Some)
    }
}

/// The distance in bytes of every element from the first, in the array's shape.
fn distances(array: &Array) -> Array {
    let all = array.deltas().into_iter().map(|delta| delta as i64).collect();
    Array::from_vec(array.shape(), all).expect("as many distances as elements")
}
