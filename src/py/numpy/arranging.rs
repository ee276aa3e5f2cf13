//! Functions that repeat, pad, cut out and put in: thin names over `nd::manip`.

use rustpython_vm::builtins::{PyDict, PyInt, PyList, PySlice, PyTuple};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::args::{self, Signature, required};
use super::array::{PyNdArray, wrap, wrap_over, wrap_view};
use super::convert::array_of;
use super::errors::OrRaise;
use super::{index, subclass};
use crate::nd::index::IndexItem;
use crate::nd::manip::{self, Blocks, PadMode, Places, Reflection, Statistic};
use crate::nd::{Array, DType, Order, Scalar};

/// `pad`'s keywords as the engine takes them; each belongs to some modes only.
fn pad_mode(name: &str, mut keywords: FuncArgs, vm: &VirtualMachine) -> PyResult<PadMode> {
    let allowed = match name {
        "constant" => "constant_values",
        "linear_ramp" => "end_values",
        "maximum" | "mean" | "median" | "minimum" => "stat_length",
        "reflect" | "symmetric" => "reflect_type",
        "edge" | "wrap" | "empty" => "",
        _ => return Err(super::errors::exception(&manip::unsupported_mode(name), vm)),
    };
    let value = keywords.take_keyword(allowed);
    if let Some((other, _)) = keywords.kwargs.into_iter().next() {
        return Err(vm.new_value_error(format!("unsupported keyword arguments for mode '{name}': {{'{other}'}}")));
    }
    let zero = || Array::scalar(Scalar::Int(0), DType::Int64);
    let array = |value: Option<PyObjectRef>| value.map(|value| array_of(&value, None, vm)).transpose();
    let reflection = |value: Option<PyObjectRef>| match args::text(value, "even", "reflect_type", vm)?.as_str() {
        "odd" => Ok(Reflection::Odd),
        _ => Ok(Reflection::Even),
    };
    let statistic = |which, value| Ok(PadMode::Statistic(which, array(args::present(value, vm))?));
    match name {
        "constant" => Ok(PadMode::Constant(array(value)?.unwrap_or_else(zero))),
        "linear_ramp" => Ok(PadMode::LinearRamp(array(value)?.unwrap_or_else(zero))),
        "maximum" => statistic(Statistic::Maximum, value),
        "mean" => statistic(Statistic::Mean, value),
        "median" => statistic(Statistic::Median, value),
        "minimum" => statistic(Statistic::Minimum, value),
        "reflect" => Ok(PadMode::Reflect(reflection(value)?)),
        "symmetric" => Ok(PadMode::Symmetric(reflection(value)?)),
        "edge" => Ok(PadMode::Edge),
        "wrap" => Ok(PadMode::Wrap),
        _ => Ok(PadMode::Empty),
    }
}

/// `obj` of `insert` and `delete`.
fn places(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Places> {
    if object.downcastable::<PySlice>() {
        return match index::items(object, vm)?.pop() {
            Some(IndexItem::Slice { start, stop, step }) => Ok(Places::Slice { start, stop, step: step.unwrap_or(1) }),
            _ => Err(vm.new_index_error(crate::nd::index::INVALID_INDEX)),
        };
    }
    if !args::is_sequence(object) && object.try_index_opt(vm).is_some() {
        return Ok(Places::Index(args::to_isize(object, vm)?));
    }
    let array = array_of(object, None, vm)?;
    if array.size() == 0 && !object.downcastable::<PyNdArray>() {
        return Ok(Places::Array(array.astype(DType::Int64, Order::C).or_raise(vm)?));
    }
    Ok(Places::Array(array))
}

fn blocks(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Blocks> {
    match object.downcast_ref::<PyList>() {
        Some(list) => {
            let items = list.borrow_vec().to_vec();
            Ok(Blocks::List(items.iter().map(|item| blocks(item, vm)).collect::<PyResult<_>>()?))
        }
        None => Ok(Blocks::Array(array_of(object, None, vm)?)),
    }
}

/// `pad_width=` given by axis: pairs of lengths for every axis, none for those that are not named.
fn widths_of(by_axis: &rustpython_vm::Py<PyDict>, ndim: usize, vm: &VirtualMachine) -> PyResult {
    let mut pairs = vec![(0, 0); ndim];
    for (axis, width) in by_axis {
        let axis = args::to_isize(&axis, vm)?;
        let place = if axis < 0 { axis + ndim as isize } else { axis };
        let Some(pair) = usize::try_from(place).ok().and_then(|place| pairs.get_mut(place)) else {
            return Err(vm.new_index_error("list assignment index out of range"));
        };
        *pair = match args::integers(&width, vm)?.as_slice() {
            [both] => (*both, *both),
            [before, after] => (*before, *after),
            _ => {
                let shown = width.str(vm)?.to_string_lossy().into_owned();
                return Err(vm.new_type_error(format!("unsupported pad width {shown} for axis {axis}")));
            }
        };
    }
    let pair = |&(before, after): &(isize, isize)| {
        vm.ctx.new_tuple(vec![vm.ctx.new_int(before).into(), vm.ctx.new_int(after).into()]).into()
    };
    Ok(vm.ctx.new_list(pairs.iter().map(pair).collect()).into())
}

/// Whether the lists of `block` are nested to one depth, none is empty and none is a tuple.
fn check_nesting(
    object: &PyObjectRef,
    path: &mut Vec<usize>,
    depth: &mut Option<usize>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let place = |path: &[usize]| format!("arrays{}", path.iter().map(|at| format!("[{at}]")).collect::<String>());
    if object.downcastable::<PyTuple>() {
        return Err(vm.new_type_error(format!(
            "{} is a tuple. Only lists can be used to arrange blocks, and np.block does not allow implicit conversion \
             from tuple to ndarray.",
            place(path)
        )));
    }
    let Some(list) = object.downcast_ref::<PyList>() else {
        return match *depth {
            Some(first) if first != path.len() => Err(vm.new_value_error(format!(
                "List depths are mismatched. First element was at depth {first}, but there is an element at depth {} \
                 ({})",
                path.len(),
                place(path)
            ))),
            _ => {
                *depth = Some(path.len());
                Ok(())
            }
        };
    };
    let items = list.borrow_vec().to_vec();
    if items.is_empty() {
        return Err(vm.new_value_error(format!("List at {} cannot be empty", place(path))));
    }
    for (at, item) in items.iter().enumerate() {
        path.push(at);
        vm.with_recursion("", || check_nesting(item, path, depth, vm))?;
        path.pop();
    }
    Ok(())
}

/// As [`wrap_strided`], of the owner's class where `subok` asks for it.
fn strided(view: Array, owner: PyObjectRef, subok: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let made = wrap_strided(view, owner.clone(), vm)?;
    if args::truth(subok, false, vm)? { subclass::like(made, &owner, vm) } else { Ok(made) }
}

/// A view of free strides: its base is an object that keeps the array it views, as NumPy's is.
fn wrap_strided(view: Array, owner: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let module = vm.import("numpy._more", 0)?.get_attr("_more", vm)?;
    let base = module.get_attr("DummyArray", vm)?.call((owner,), vm)?;
    Ok(wrap_over(view, base, vm))
}

#[rustpython_vm::pymodule(sub)]
pub mod functions {
    use super::*;

    /// pad(array, pad_width, mode='constant', **kwargs)
    ///
    /// Elements added around an array. Modes: constant (constant_values), edge, linear_ramp (end_values), maximum, mean,
    /// median, minimum (stat_length), reflect, symmetric (reflect_type), wrap, empty.
    #[pyfunction]
    fn pad(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let mut parameter = |place: usize, name: &str| {
            let keyword = args.take_keyword(name);
            args.args.get(place).cloned().or(keyword)
        };
        let (array, widths, mode) = (parameter(0, "array"), parameter(1, "pad_width"), parameter(2, "mode"));
        let (Some(array), Some(widths)) = (array, widths) else {
            return Err(vm.new_type_error("pad() missing required arguments: 'array' and 'pad_width'"));
        };
        let object = array;
        let array = array_of(&object, None, vm)?;
        let widths = match widths.downcast_ref::<PyDict>() {
            Some(by_axis) => widths_of(by_axis, array.ndim(), vm)?,
            None => widths,
        };
        let mode = match mode {
            Some(mode) if mode.is_callable() => {
                args.args = vec![object, widths, mode];
                let module = vm.import("numpy._more", 0)?.get_attr("_more", vm)?;
                return module.get_attr("pad_by", vm)?.call(args, vm);
            }
            Some(mode) if !mode.downcastable::<rustpython_vm::builtins::PyStr>() => {
                let shown = mode.str(vm)?.to_string_lossy().into_owned();
                return Err(super::super::errors::exception(&manip::unsupported_mode(&shown), vm));
            }
            mode => args::text(mode, "constant", "mode", vm)?,
        };
        args.args.clear();
        if array.dtype() == DType::Object && mode == "constant" {
            args.args = vec![wrap(array, vm), widths];
            let module = vm.import("numpy._objects", 0)?.get_attr("_objects", vm)?;
            return module.get_attr("pad", vm)?.call(args, vm);
        }
        let mode = pad_mode(&mode, args, vm)?;
        if let manip::PadMode::Constant(values) = &mode
            && values.dtype().is_number()
            && array.dtype().is_number()
        {
            for delta in values.deltas() {
                let (value, dtype) = (values.get_at(delta), values.dtype());
                let number = super::super::convert::Number { value, dtype, weak: false, of_array: false };
                super::super::casting::settle(number, array.dtype(), vm)?;
            }
        }
        let (padded, events) = manip::pad(&array, &array_of(&widths, None, vm)?, &mode).or_raise(vm)?;
        events.into_iter().try_for_each(|events| super::super::settings::report(events, vm))?;
        Ok(wrap(padded, vm))
    }

    /// tile(A, reps)
    ///
    /// The array repeated as a whole along each axis.
    #[pyfunction]
    fn tile(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("tile", ["A", "reps"], 2);
        let [a, times] = SIGNATURE.bind(args, vm)?;
        let times = args::integers(&required(times), vm)?;
        let a = required(a);
        let array = array_of(&a, None, vm)?;
        let tiled = manip::tile(&array, &times).or_raise(vm)?;
        if array.size() == 0 && times.iter().any(|&count| count != 1) {
            // Of nothing there are no copies: it is the array itself in another shape.
            return wrap_view(tiled, &a, vm);
        }
        subclass::like(wrap(tiled, vm), &a, vm)
    }

    /// repeat(a, repeats, axis=None)
    ///
    /// Each element repeated, along an axis or of the flat array.
    #[pyfunction]
    pub(in super::super) fn repeat(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("repeat", ["a", "repeats", "axis"], 2);
        let [a, repeats, axis] = SIGNATURE.bind(args, vm)?;
        let (a, repeats) = (required(a), args::integers(&required(repeats), vm)?);
        let made = manip::repeat(&array_of(&a, None, vm)?, &repeats, args::axis(axis, vm)?).or_raise(vm)?;
        subclass::like(wrap(made, vm), &a, vm)
    }

    /// resize(a, new_shape)
    ///
    /// The elements in C order, repeated as often as the shape needs.
    #[pyfunction]
    fn resize(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("resize", ["a", "new_shape"], 2);
        let [a, shape] = SIGNATURE.bind(args, vm)?;
        let (a, shape) = (required(a), args::integers(&required(shape), vm)?);
        let made = wrap(manip::resize(&array_of(&a, None, vm)?, &shape).or_raise(vm)?, vm);
        // A class whose instances are no vectors, as a matrix is, is left behind.
        let flat = super::super::manipulation::functions::ravel(FuncArgs::from(vec![a]), vm)?;
        subclass::like(made, &flat, vm)
    }

    /// roll(a, shift, axis=None)
    ///
    /// Elements moved along axes; those that leave at one end come in at the other.
    #[pyfunction]
    fn roll(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("roll", ["a", "shift", "axis"], 2);
        let [a, shift, axis] = SIGNATURE.bind(args, vm)?;
        let (a, axes) = (required(a), args::axes(axis, vm)?);
        let array = array_of(&a, None, vm)?;
        // What goes round the whole array comes back: no shift is too large.
        let shift = vm.call_method(&wrap(array_of(&required(shift), None, vm)?, vm), "tolist", ())?;
        let size = vm.ctx.new_int(array.size().max(1));
        let within = |shift: &PyObjectRef| match args::to_isize(shift, vm) {
            Ok(shift) => Ok(shift),
            Err(_) => args::to_isize(&vm._mod(shift, size.as_object())?, vm),
        };
        let shift = match shift.downcast_ref::<PyList>() {
            Some(shifts) => shifts.borrow_vec().iter().map(within).collect::<PyResult<Vec<_>>>()?,
            None => vec![within(&shift)?],
        };
        let made = manip::roll(&array, &shift, axes.as_deref()).or_raise(vm)?;
        subclass::like(wrap(made, vm), &a, vm)
    }

    /// append(arr, values, axis=None)
    ///
    /// A copy with values at the end; flat without an axis.
    #[pyfunction]
    fn append(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("append", ["arr", "values", "axis"], 2);
        let [a, values, axis] = SIGNATURE.bind(args, vm)?;
        let (array, values) = (array_of(&required(a), None, vm)?, array_of(&required(values), None, vm)?);
        Ok(wrap(manip::append(&array, &values, args::axis(axis, vm)?).or_raise(vm)?, vm))
    }

    /// insert(arr, obj, values, axis=None)
    ///
    /// A copy with values put in before places along an axis; flat without one.
    #[pyfunction]
    fn insert(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::new("insert", ["arr", "obj", "values", "axis"], 3);
        let [a, object, values, axis] = SIGNATURE.bind(args, vm)?;
        let a = required(a);
        let array = array_of(&a, None, vm)?;
        let values = array_of(&required(values), Some(array.dtype()), vm)?;
        let object = required(object);
        let of_floats = object.downcast_ref::<PyNdArray>().is_some_and(|object| object.borrow().dtype().is_inexact());
        if of_floats {
            return Err(vm.new_index_error("arrays used as indices must be of integer (or boolean) type"));
        }
        let places = places(&object, vm)?;
        let made = manip::insert(&array, &places, &values, args::axis(axis, vm)?).or_raise(vm)?;
        subclass::like(wrap(made, vm), &a, vm)
    }

    /// delete(arr, obj, axis=None)
    ///
    /// A copy without the slices at places along an axis; flat without one.
    #[pyfunction]
    fn delete(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("delete", ["arr", "obj", "axis"], 2);
        let [a, object, axis] = SIGNATURE.bind(args, vm)?;
        let a = required(a);
        let object = required(object);
        let is_truth = object.downcast_ref::<PyInt>().is_some_and(|object| object.class().is(vm.ctx.types.bool_type))
            || super::super::scalar::value_of(&object).is_some_and(|(_, dtype)| dtype == DType::Bool);
        if is_truth {
            let array = array_of(&a, None, vm)?;
            let length = match args::axis(axis, vm)? {
                Some(axis) => array.shape()[crate::nd::shape::normalize_axis(axis, array.ndim()).or_raise(vm)?],
                None => array.size(),
            };
            return Err(vm.new_value_error(format!(
                "boolean array argument obj to delete must be one dimensional and match the axis length of {length}"
            )));
        }
        let places = places(&object, vm)?;
        let made = manip::delete(&array_of(&a, None, vm)?, &places, args::axis(axis, vm)?).or_raise(vm)?;
        subclass::like(wrap(made, vm), &a, vm)
    }

    /// block(arrays)
    ///
    /// Arrays arranged as nested lists say.
    #[pyfunction]
    fn block(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [arrays] = Signature::new("block", ["arrays"], 1).bind(args, vm)?.map(required);
        check_nesting(&arrays, &mut Vec::new(), &mut None, vm)?;
        Ok(wrap(manip::block(&blocks(&arrays, vm)?).or_raise(vm)?, vm))
    }

    /// as_strided(x, shape=None, strides=None, subok=False, writeable=True)
    ///
    /// A view with free shape and strides (in bytes); it must stay within the array's memory.
    #[pyfunction]
    fn _as_strided(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<5> =
            Signature::new("as_strided", ["x", "shape", "strides", "subok", "writeable"], 1);
        let [x, shape, strides, subok, writeable] = SIGNATURE.bind(args, vm)?;
        let (owner, writeable) = (required(x), args::truth(writeable, true, vm)?);
        let (shape, strides) = (args::axes(shape, vm)?, args::axes(strides, vm)?);
        let array = array_of(&owner, None, vm)?;
        let view = manip::as_strided(&array, shape.as_deref(), strides.as_deref(), writeable).or_raise(vm)?;
        strided(view, owner, subok, vm)
    }

    /// sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False)
    ///
    /// Every window of a shape, as a read-only view.
    #[pyfunction]
    fn _sliding_window_view(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<5> =
            Signature::new("sliding_window_view", ["x", "window_shape", "axis", "subok", "writeable"], 2);
        let [x, window, axis, subok, writeable] = SIGNATURE.bind(args, vm)?;
        let (owner, writeable) = (required(x), args::truth(writeable, false, vm)?);
        let (window, axes) = (args::integers(&required(window), vm)?, args::axes(axis, vm)?);
        let array = array_of(&owner, None, vm)?;
        let view = manip::sliding_window_view(&array, &window, axes.as_deref(), writeable).or_raise(vm)?;
        strided(view, owner, subok, vm)
    }
}
