//! Functions that fold axes: `sum`, `mean`, `max`, `argmax` and their kin.

use rustpython_vm::builtins::{PyEllipsis, PyList, PyTuple};
use rustpython_vm::class::StaticType;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::args::{self, Signature, required};
use super::array::{PyNdArray, wrap, wrap_result};
use super::convert::operand_of as array_of;
use super::errors::{self, OrRaise};
use super::methods::{in_module, in_more};
use super::ufunc::{self, Reduction};
use super::{dtype, settings, subclass};
use crate::nd::reduce::{self as engine, Method, MomentOptions, Noted, Notice, QuantileOptions};
use crate::nd::shape::normalize_axis;
use crate::nd::ufunc::{Initial, ReduceOptions, Warnings};
use crate::nd::{Array, DType, Result, Shape};

const FOLD: [&str; 7] = ["a", "axis", "dtype", "out", "keepdims", "initial", "where"];
const FOLD_WITHOUT_DTYPE: [&str; 6] = ["a", "axis", "out", "keepdims", "initial", "where"];
const TRUTH: [&str; 5] = ["a", "axis", "out", "keepdims", "where"];

fn fold(signature: &Signature<7>, row: &str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [array, axis, dtype, out, keepdims, initial, where_] = signature.bind(args, vm)?;
    let (array, axis) = (args::required(array), args::axes(axis, vm)?);
    folded(row, Reduction { array, axis, dtype, out, keepdims, initial, where_ }, vm)
}

fn extremum(signature: &Signature<6>, row: &str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [array, axis, out, keepdims, initial, where_] = signature.bind(args, vm)?;
    let (array, axis) = (args::required(array), args::axes(axis, vm)?);
    folded(row, Reduction { array, axis, dtype: None, out, keepdims, initial, where_ }, vm)
}

fn truth(signature: &Signature<5>, row: &str, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [array, axis, out, keepdims, where_] = signature.bind(args, vm)?;
    let (mut array, axis) = (args::required(array), args::axes(axis, vm)?);
    if !array.downcastable::<PyNdArray>() {
        array = wrap(array_of(&array, None, vm)?, vm);
    }
    // Of objects too, whether they are true, and not the object that told it.
    let of_objects = array.downcast_ref::<PyNdArray>().is_some_and(|array| array.borrow().dtype() == DType::Object);
    let dtype = of_objects.then(|| dtype::object(DType::Bool, vm).into());
    folded(row, Reduction { array, axis, dtype, out, keepdims, initial: None, where_ }, vm)
}

/// Folds with the ufunc of a row.
fn folded(row: &str, reduction: Reduction, vm: &VirtualMachine) -> PyResult {
    // These functions hand their arguments on by position.
    if reduction.out.as_ref().is_some_and(|out| out.downcastable::<PyEllipsis>()) {
        return Err(vm.new_type_error(ufunc::ELLIPSIS_BY_POSITION));
    }
    ufunc::reduce(ufunc::row(row), reduction, vm)
}

/// Tells what there is to tell about a result, and gives it back.
fn noted(result: Noted, vm: &VirtualMachine) -> PyResult<Array> {
    let (array, notices) = result.or_raise(vm)?;
    for notice in notices {
        match notice {
            Notice::Floating(warnings) => settings::report(warnings, vm)?,
            Notice::Sentence(sentence) => errors::warn_runtime(sentence, vm)?,
        }
    }
    Ok(array)
}

/// The keywords that all reductions share, read once.
struct Shared {
    object: PyObjectRef,
    array: Array,
    axes: Option<Vec<isize>>,
    keepdims: bool,
    dtype: Option<DType>,
    out_object: Option<PyObjectRef>,
    out: Option<Array>,
    mask: Option<Array>,
}

impl Shared {
    fn read(
        [array, axis, dtype, out, keepdims, where_]: [Option<PyObjectRef>; 6],
        vm: &VirtualMachine,
    ) -> PyResult<Self> {
        let out_object = args::present(out, vm);
        let out = out_object.as_ref().map(|out| ufunc::out_array(out, vm)).transpose()?;
        let object = required(array);
        Ok(Self {
            array: array_of(&object, None, vm)?,
            object,
            axes: args::axes(axis, vm)?,
            keepdims: args::truth(keepdims, false, vm)?,
            dtype: ufunc::loop_dtype(dtype, vm)?,
            out_object,
            out,
            mask: ufunc::mask(where_, vm)?,
        })
    }

    fn options(&self) -> ReduceOptions<'_> {
        ReduceOptions {
            axes: self.axes.as_deref(),
            keepdims: self.keepdims,
            dtype: self.dtype,
            out: self.out.as_ref(),
            initial: Initial::Identity,
            where_: self.mask.as_ref(),
        }
    }

    /// Refuses, of a function that leaves NaN out, a result that could not hold one.
    fn check_precision(&self, name: &str, vm: &VirtualMachine) -> PyResult<()> {
        if !name.starts_with("nan") || !self.array.dtype().is_inexact() {
            return Ok(());
        }
        if self.dtype.is_some_and(|dtype| !dtype.is_inexact()) {
            return Err(vm.new_type_error("If a is inexact, then dtype must be inexact"));
        }
        if self.out.as_ref().is_some_and(|out| !out.dtype().is_inexact()) {
            return Err(vm.new_type_error("If a is inexact, then out must be inexact"));
        }
        Ok(())
    }

    /// The `out` object if there was one, else the result.
    fn finish(&self, result: Noted, vm: &VirtualMachine) -> PyResult {
        let array = noted(result, vm)?;
        match &self.out_object {
            Some(out) => {
                Ok(out.downcast_ref::<PyTuple>().map_or_else(|| out.clone(), |tuple| tuple.as_slice()[0].clone()))
            }
            None => subclass::wrap_as(array, &self.object, None, vm),
        }
    }
}

const FOLD_NAN: [&str; 7] = ["a", "axis", "dtype", "out", "keepdims", "initial", "where"];
const EXTREMUM_NAN: [&str; 6] = ["a", "axis", "out", "keepdims", "initial", "where"];
const MEAN: [&str; 6] = ["a", "axis", "dtype", "out", "keepdims", "where"];
const MOMENT: [&str; 9] = ["a", "axis", "dtype", "out", "ddof", "keepdims", "where", "mean", "correction"];
const RUNNING: [&str; 4] = ["a", "axis", "dtype", "out"];
const EXTREMUM_PLACE: [&str; 4] = ["a", "axis", "out", "keepdims"];
const QUANTILE: [&str; 9] =
    ["a", "q", "axis", "out", "overwrite_input", "method", "keepdims", "weights", "interpolation"];

/// The arguments of a call, where [`by_own_means`] has not answered it; else returns the answer.
macro_rules! unanswered {
    ($name:expr, $args:ident, $vm:ident) => {
        match by_own_means($name, $args, $vm)? {
            Answered::Yes(answer) => return Ok(answer),
            Answered::No(args) => args,
        }
    };
}

fn average(
    name: &'static str,
    compute: fn(&Array, &ReduceOptions) -> Noted,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let args = unanswered!(name, args, vm);
    let shared = Shared::read(Signature::new(name, MEAN, 1).bind(args, vm)?, vm)?;
    shared.check_precision(name, vm)?;
    if shared.array.dtype().kind() == crate::nd::Kind::Date && shared.array.size() == 0 {
        super::errors::warn_runtime("Mean of empty slice", vm)?;
    }
    shared.finish(compute(&shared.array, &shared.options()), vm)
}

/// Whether Python code has answered a call, or its arguments.
enum Answered {
    Yes(PyObjectRef),
    No(FuncArgs),
}

/// Reductions of objects, which only their own operators know, and those that leave NaN out of an array of a derived
/// class, whose own methods answer.
fn by_own_means(name: &'static str, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<Answered> {
    let skips = name.starts_with("nan");
    let Some(first) = args.args.first().cloned().or_else(|| args.kwargs.get("a").cloned()) else {
        return Ok(Answered::No(args));
    };
    let foreign = match first.downcast_ref::<PyNdArray>() {
        Some(array) => {
            let derived = skips && !first.class().is(PyNdArray::static_type());
            derived || array.borrow().dtype() == DType::Object
        }
        None if first.downcastable::<PyList>() || first.downcastable::<PyTuple>() => {
            let array = array_of(&first, None, vm)?;
            let objects = array.dtype() == DType::Object;
            if let Some(place) = args.args.first_mut().filter(|_| objects || !skips) {
                *place = wrap(array, vm);
            }
            objects
        }
        None => {
            let types = &vm.ctx.types;
            let single = [types.none_type, types.set_type, types.frozenset_type, types.dict_type, types.generator_type];
            if matches!(name, "mean" | "var" | "std") && single.iter().any(|class| first.class().is(*class)) {
                // It is one object, which is its own sum.
                vm._truediv(&first, vm.ctx.new_int(1).as_object())?;
            }
            false
        }
    };
    if !foreign || !skips && !matches!(name, "mean" | "var" | "std") {
        return Ok(Answered::No(args));
    }
    in_module(if skips { "_nan" } else { "_objects" }, name, args, vm).map(Answered::Yes)
}

/// `nanmax` and `nanmin`: of an array by the ufunc that leaves NaN out, of anything else in NumPy's other words.
fn extremum_without_nan(
    name: &'static str,
    compute: fn(&Array, &ReduceOptions) -> Noted,
    plain: &'static str,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let args = unanswered!(name, args, vm);
    let [array, axis, out, keepdims, initial, where_] = Signature::new(name, EXTREMUM_NAN, 1).bind(args, vm)?;
    let object = required(array);
    if object.downcastable::<PyNdArray>() {
        return fold_without_nan([Some(object), axis, None, out, keepdims, initial, where_], compute, vm);
    }
    let array = array_of(&object, None, vm)?;
    if array.size() == 0 || !array.dtype().is_inexact() {
        let (array, axis) = (wrap(array, vm), args::axes(axis, vm)?);
        let asked = Reduction { array, axis, dtype: None, out, keepdims, initial, where_ };
        return ufunc::reduce(ufunc::row(plain), asked, vm);
    }
    let in_other_words = |array: &Array, options: &ReduceOptions| {
        let (made, mut notices) = compute(array, options)?;
        for notice in &mut notices {
            if matches!(notice, Notice::Sentence("All-NaN slice encountered")) {
                *notice = Notice::Sentence("All-NaN axis encountered");
            }
        }
        Ok((made, notices))
    };
    fold_without_nan([Some(wrap(array, vm)), axis, None, out, keepdims, initial, where_], in_other_words, vm)
}

/// A reduction without the NaNs that takes `initial=`.
fn fold_without_nan(
    [array, axis, dtype, out, keepdims, initial, where_]: [Option<PyObjectRef>; 7],
    compute: impl Fn(&Array, &ReduceOptions) -> Noted,
    vm: &VirtualMachine,
) -> PyResult {
    let shared = Shared::read([array, axis, dtype, out, keepdims, where_], vm)?;
    let initial = match initial {
        Some(value) if !vm.is_none(&value) => Initial::Value(array_of(&value, None, vm)?.get(&[])),
        _ => Initial::Identity,
    };
    shared.finish(compute(&shared.array, &ReduceOptions { initial, ..shared.options() }), vm)
}

fn moment(
    name: &'static str,
    compute: fn(&Array, &MomentOptions) -> Noted,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let args = unanswered!(name, args, vm);
    let [array, axis, dtype, out, ddof, keepdims, where_, mean, correction] =
        Signature::new(name, MOMENT, 1).bind(args, vm)?;
    let shared = Shared::read([array, axis, dtype, out, keepdims, where_], vm)?;
    shared.check_precision(name, vm)?;
    if correction.is_some() && ddof.as_ref().is_some_and(|ddof| ddof.try_float(vm).is_ok_and(|n| n.to_f64() != 0.0)) {
        return Err(vm.new_value_error("ddof and correction can't be provided simultaneously."));
    }
    let ddof = args::present(ddof, vm).or_else(|| args::present(correction, vm));
    let ddof = ddof.map_or(Ok(0.0), |ddof| ddof.try_float(vm).map(|ddof| ddof.to_f64()))?;
    let mean = args::present(mean, vm).map(|mean| array_of(&mean, None, vm)).transpose()?;
    let options = MomentOptions { reduce: shared.options(), ddof, mean: mean.as_ref() };
    shared.finish(compute(&shared.array, &options), vm)
}

type Running = fn(&Array, Option<isize>, Option<DType>, Option<&Array>) -> Result<(Array, Warnings)>;

fn running(name: &'static str, compute: Running, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let args = unanswered!(name, args, vm);
    let [array, axis, dtype, out] = Signature::new(name, RUNNING, 1).bind(args, vm)?;
    let object = required(array);
    let array = array_of(&object, None, vm)?;
    let (axis, dtype) = (args::axis(axis, vm)?, ufunc::loop_dtype(dtype, vm)?);
    let out_object = args::present(out, vm);
    let out = out_object.as_ref().map(|out| ufunc::out_array(out, vm)).transpose()?;
    let (result, warnings) = compute(&array, axis, dtype, out.as_ref()).or_raise(vm)?;
    settings::report(warnings, vm)?;
    out_object.map_or_else(|| subclass::like(wrap(result, vm), &object, vm), Ok)
}

fn place_of_extremum(
    name: &'static str,
    find: fn(&Array, Option<isize>, bool) -> Result<Array>,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let args = unanswered!(name, args, vm);
    let [array, axis, out, keepdims] = Signature::new(name, EXTREMUM_PLACE, 1).bind(args, vm)?;
    let object = required(array);
    let array = array_of(&object, None, vm)?;
    let found = find(&array, args::axis(axis, vm)?, args::truth(keepdims, false, vm)?).or_raise(vm)?;
    let Some(out) = args::present(out, vm) else { return subclass::like(wrap_result(found, vm), &object, vm) };
    let target = ufunc::out_array(&out, vm)?;
    if target.shape() != found.shape() {
        return Err(vm.new_value_error(format!("output array does not match result of np.{name}.")));
    }
    if target.dtype() != found.dtype() {
        let what = if target.ndim() == 0 { "scalar" } else { "array data" };
        return Err(vm.new_type_error(format!(
            "Cannot cast {what} from dtype({}) to dtype('int64') according to the rule 'safe'",
            target.dtype().repr()
        )));
    }
    target.assign(&found).or_raise(vm)?;
    Ok(out)
}

/// `quantile`, `percentile` and their NaN forms; `scale` is what a whole is: 1 or 100.
fn order_statistic(
    name: &'static str,
    scale: f64,
    compute: fn(&Array, &QuantileOptions) -> Noted,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let [array, q, axis, out, overwrite, method, keepdims, weights, interpolation] =
        Signature::new(name, QUANTILE, 2).bind(args, vm)?;
    let (object, q_object) = (required(array), required(q));
    let mut array = array_of(&object, None, vm)?;
    let is_double = super::scalar::value_of(&q_object).is_some_and(|(_, dtype)| dtype == DType::Float64);
    if is_double && matches!(array.dtype(), DType::Float16 | DType::Float32) {
        array = array.astype(DType::Float64, crate::nd::Order::K).or_raise(vm)?;
    }
    let q = array_of(&q_object, None, vm)?;
    if weights.as_ref().is_none_or(|weights| vm.is_none(weights)) && [array.dtype(), q.dtype()].contains(&DType::Object)
    {
        check_axes(args::axes(axis.clone(), vm)?, array.ndim(), vm)?;
        let method = args::present(method, vm).or_else(|| args::present(interpolation, vm));
        let given: Vec<PyObjectRef> = vec![
            wrap(array, vm),
            wrap(q, vm),
            axis.unwrap_or_else(|| vm.ctx.none()),
            keepdims.unwrap_or_else(|| vm.ctx.new_bool(false).into()),
            method.unwrap_or_else(|| vm.ctx.new_str("linear").into()),
            vm.ctx.new_bool(name.starts_with("nan")).into(),
            vm.ctx.new_int(scale as i32).into(),
        ];
        return into(out, in_module("_nan", "quantile", given, vm)?, vm);
    }
    let whole = scale == 1.0 && q.dtype().is_integer();
    let q = q.astype(DType::Float64, crate::nd::Order::K).or_raise(vm)?;
    if name.starts_with("nan") && array.size() == 0 {
        check_axes(args::axes(axis.clone(), vm)?, array.ndim(), vm)?;
        let given = [Some(object), axis, None, out, keepdims].map(|argument| argument.unwrap_or_else(|| vm.ctx.none()));
        return functions::nanmean(FuncArgs::from(given.to_vec()), vm);
    }
    let fractions: Vec<f64> = q.to_vec::<f64>().or_raise(vm)?.into_iter().map(|q| q / scale).collect();
    if fractions.iter().any(|q| !(0.0..=1.0).contains(q)) {
        let sentence = if scale == 100.0 {
            "Percentiles must be in the range [0, 100]"
        } else {
            "Quantiles must be in the range [0, 1]"
        };
        return Err(vm.new_value_error(sentence));
    }
    check_axes(args::axes(axis.clone(), vm)?, array.ndim(), vm)?;
    let method = args::present(method, vm).or_else(|| args::present(interpolation, vm));
    if let Some(weights) = args::present(weights, vm) {
        let scaled = crate::nd::Array::from_vec(q.shape(), fractions).expect("as many fractions as before");
        let none = || vm.ctx.none();
        let given: Vec<PyObjectRef> = vec![
            object,
            wrap(scaled, vm),
            axis.unwrap_or_else(none),
            keepdims.unwrap_or_else(|| vm.ctx.new_bool(false).into()),
            method.unwrap_or_else(|| vm.ctx.new_str("linear").into()),
            weights,
            vm.ctx.new_bool(name.starts_with("nan")).into(),
        ];
        return into(out, in_more("weighted_quantile", given, vm)?, vm);
    }
    if matches!(array.dtype().kind(), crate::nd::Kind::Date | crate::nd::Kind::Span) {
        let scaled = crate::nd::Array::from_vec(q.shape(), fractions).expect("as many fractions as before");
        let given: Vec<PyObjectRef> = vec![
            object,
            wrap(scaled, vm),
            axis.unwrap_or_else(|| vm.ctx.none()),
            keepdims.unwrap_or_else(|| vm.ctx.new_bool(false).into()),
            method.unwrap_or_else(|| vm.ctx.new_str("linear").into()),
            vm.ctx.new_bool(name.starts_with("nan")).into(),
        ];
        return into(out, in_more("quantile_of_any", given, vm)?, vm);
    }
    let axes = args::axes(axis, vm)?;
    let options = QuantileOptions {
        q: &fractions,
        whole,
        scalar: q.ndim() == 0,
        axes: axes.as_deref(),
        keepdims: false,
        method: Method::parse(&args::text(method, "linear", "method", vm)?).or_raise(vm)?,
    };
    let result = noted(compute(&array, &options), vm)?;
    if args::truth(overwrite, false, vm)? {
        sort_input(&array, axes.as_deref()).or_raise(vm)?;
    }
    let keepdims = args::truth(keepdims, false, vm)?;
    let layout = Statistic { array: &array, axes: axes.as_deref(), lead: q.shape(), lanes: name.starts_with("nan") };
    let result = layout.laid(result, keepdims).or_raise(vm)?;
    let Some(out) = args::present(out, vm) else { return Ok(wrap_result(result, vm)) };
    ufunc::out_array(&out, vm)?.assign(&result).or_raise(vm)?;
    Ok(out)
}

/// A result of Python's, written to `out` where there is one.
fn into(out: Option<PyObjectRef>, made: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let Some(out) = args::present(out, vm) else { return Ok(made) };
    ufunc::out_array(&out, vm)?.assign(&array_of(&made, None, vm)?).or_raise(vm)?;
    Ok(out)
}

/// Refuses axes that are not there, and those named twice.
fn check_axes(axes: Option<Vec<isize>>, ndim: usize, vm: &VirtualMachine) -> PyResult<()> {
    let axes = axes.unwrap_or_default();
    let mut found = axes.iter().map(|&axis| normalize_axis(axis, ndim)).collect::<Result<Vec<_>>>().or_raise(vm)?;
    found.sort_unstable();
    if found.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(vm.new_value_error("repeated axis"));
    }
    Ok(())
}

/// How the results of an order statistic lie: NumPy makes them without the reduced axes, and puts those back as new ones.
struct Statistic<'a> {
    array: &'a Array,
    axes: Option<&'a [isize]>,
    /// The shape of what was asked for, which comes first.
    lead: &'a [usize],
    /// Each lane was treated apart: its results lie together.
    lanes: bool,
}

impl Statistic<'_> {
    /// `made` has one axis for all that was asked for, or none, then those that are kept.
    fn laid(&self, made: Array, keepdims: bool) -> Result<Array> {
        let ndim = self.array.ndim();
        let kept = &made.shape()[usize::from(!self.lead.is_empty())..];
        let apart = self.lanes && self.axes.is_some() && ndim > 1;
        let mut shape: Shape = self.lead.iter().chain(kept).copied().collect();
        let mut made = made.reshaped_to(shape.clone())?;
        if apart {
            let results = self.lead.len()..shape.len();
            let slowest_first: Vec<usize> = results.chain(0..self.lead.len()).collect();
            let laid = Array::zeros_in_order(&shape, &slowest_first, made.dtype())?;
            laid.assign(&made)?;
            made = laid.view();
        }
        if !keepdims {
            return Ok(made);
        }
        let mut strides: crate::nd::Strides = made.strides().into();
        let all: Vec<isize> = (0..ndim as isize).collect();
        let mut gone =
            self.axes.unwrap_or(&all).iter().map(|&axis| normalize_axis(axis, ndim)).collect::<Result<Vec<_>>>()?;
        gone.sort_unstable();
        for axis in gone {
            shape.insert(self.lead.len() + axis, 1);
            strides.insert(self.lead.len() + axis, 0);
        }
        Ok(made.with_geometry(shape, strides, made.offset()))
    }
}

/// What `overwrite_input=True` allows and leaves of an array: sorted along the axis, or in all where it is
/// contiguous.
fn sort_input(array: &Array, axes: Option<&[isize]>) -> Result<()> {
    match axes {
        None if array.is_c_contiguous() => {
            let flat = crate::nd::manip::reshape(array, &[-1], crate::nd::Order::C, None)?;
            flat.assign(&crate::nd::sort::sort(&flat, Some(-1))?)
        }
        Some(&[axis]) => array.assign(&crate::nd::sort::sort(array, Some(axis))?),
        _ => Ok(()),
    }
}

fn middle(
    name: &'static str,
    compute: fn(&Array, Option<&[isize]>, bool) -> Noted,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let signature = Signature::new(name, ["a", "axis", "out", "overwrite_input", "keepdims"], 1);
    let [array, axis, out, overwrite, keepdims] = signature.bind(args, vm)?;
    let object = required(array);
    let kind = array_of(&object, None, vm)?.dtype().kind();
    let skipping = name == "nanmedian"
        && matches!(kind, crate::nd::Kind::Span | crate::nd::Kind::Object | crate::nd::Kind::Complex);
    let others = kind == crate::nd::Kind::Date || name == "median" && kind == crate::nd::Kind::Complex;
    if skipping || others || name == "median" && kind == crate::nd::Kind::Span {
        let keywords = [("axis", axis), ("keepdims", keepdims)].into_iter();
        let keywords = keywords.filter_map(|(name, value)| Some((name.to_owned(), value?)));
        let call = FuncArgs::new(vec![object], keywords.collect::<rustpython_vm::function::KwArgs>());
        return in_more(if skipping { "nanmedian_of_any" } else { "median_of_spans" }, call, vm);
    }
    if kind == crate::nd::Kind::Object {
        let none = || vm.ctx.none();
        let given = vec![object, axis.unwrap_or_else(none), keepdims.unwrap_or_else(|| vm.ctx.new_bool(false).into())];
        return into(out, in_module("_nan", "median", given, vm)?, vm);
    }
    let (array, axes) = (array_of(&object, None, vm)?, args::axes(axis, vm)?);
    check_axes(axes.clone(), array.ndim(), vm)?;
    let overwrite = args::truth(overwrite, false, vm)?;
    let keepdims = args::truth(keepdims, false, vm)?;
    // Of nothing NumPy takes the mean.
    let as_mean = name == "nanmedian" && array.size() == 0;
    let mut result = noted(compute(&array, axes.as_deref(), as_mean && keepdims), vm)?;
    if !as_mean {
        let layout = Statistic { array: &array, axes: axes.as_deref(), lead: &[], lanes: name == "nanmedian" };
        result = layout.laid(result, keepdims).or_raise(vm)?;
    }
    if axes.as_ref().is_some_and(Vec::is_empty) && result.shape() == array.shape() {
        // Where every element is a lane, results lie as the elements do.
        let laid = array.zeros_like(result.dtype()).or_raise(vm)?;
        laid.assign(&result).or_raise(vm)?;
        result = laid.view();
    }
    if overwrite {
        sort_input(&array, axes.as_deref()).or_raise(vm)?;
    }
    let Some(out) = args::present(out, vm) else { return subclass::wrap_as(result, &object, None, vm) };
    ufunc::out_array(&out, vm)?.assign(&result).or_raise(vm)?;
    Ok(out)
}

#[rustpython_vm::pymodule(sub)]
pub mod functions {
    use super::*;

    /// mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True)
    ///
    /// The arithmetic mean, of all elements or along axes.
    #[pyfunction]
    pub(in super::super) fn mean(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        average("mean", engine::mean, args, vm)
    }

    /// nanmean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True)
    ///
    /// The mean of the elements that are not NaN.
    #[pyfunction]
    pub(in super::super) fn nanmean(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        average("nanmean", engine::nanmean, args, vm)
    }

    /// nansum(a, axis=None, dtype=None, out=None, keepdims=False, initial=0, where=True)
    ///
    /// The sum of the elements that are not NaN.
    #[pyfunction]
    fn nansum(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let args = unanswered!("nansum", args, vm);
        let given = Signature::new("nansum", FOLD_NAN, 1).bind(args, vm)?;
        fold_without_nan(given, |array, options| engine::nansum(array, options).map(floating), vm)
    }

    /// nanprod(a, axis=None, dtype=None, out=None, keepdims=False, initial=1, where=True)
    ///
    /// The product of the elements that are not NaN.
    #[pyfunction]
    fn nanprod(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let args = unanswered!("nanprod", args, vm);
        let given = Signature::new("nanprod", FOLD_NAN, 1).bind(args, vm)?;
        fold_without_nan(given, |array, options| engine::nanprod(array, options).map(floating), vm)
    }

    /// nanmax(a, axis=None, out=None, keepdims=False, initial=None, where=True)
    ///
    /// The largest of the elements that are not NaN.
    #[pyfunction]
    fn nanmax(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        extremum_without_nan("nanmax", engine::nanmax, "maximum", args, vm)
    }

    /// nanmin(a, axis=None, out=None, keepdims=False, initial=None, where=True)
    ///
    /// The smallest of the elements that are not NaN.
    #[pyfunction]
    fn nanmin(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        extremum_without_nan("nanmin", engine::nanmin, "minimum", args, vm)
    }

    /// var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None)
    ///
    /// The variance: the mean of the squared distances from the mean.
    #[pyfunction]
    pub(in super::super) fn var(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        moment("var", engine::var, args, vm)
    }

    /// std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None)
    ///
    /// The standard deviation: the square root of the variance.
    #[pyfunction(name = "std")]
    pub(in super::super) fn std_(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        moment("std", engine::std, args, vm)
    }

    /// nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None)
    ///
    /// The variance of the elements that are not NaN.
    #[pyfunction]
    fn nanvar(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        moment("nanvar", engine::nanvar, args, vm)
    }

    /// nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None)
    ///
    /// The standard deviation of the elements that are not NaN.
    #[pyfunction]
    fn nanstd(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        moment("nanstd", engine::nanstd, args, vm)
    }

    /// ptp(a, axis=None, out=None, keepdims=False)
    ///
    /// The largest element less the smallest.
    #[pyfunction]
    fn ptp(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::new("ptp", ["a", "axis", "out", "keepdims"], 1);
        let [array, axis, out, keepdims] = SIGNATURE.bind(args, vm)?;
        let shared = Shared::read([array, axis, None, out, keepdims, None], vm)?;
        shared.finish(engine::ptp(&shared.array, &shared.options()), vm)
    }

    /// cumsum(a, axis=None, dtype=None, out=None)
    ///
    /// The running sum, along an axis or of the flat array.
    #[pyfunction]
    pub(in super::super) fn cumsum(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        running("cumsum", engine::cumsum, args, vm)
    }

    /// cumprod(a, axis=None, dtype=None, out=None)
    ///
    /// The running product, along an axis or of the flat array.
    #[pyfunction]
    pub(in super::super) fn cumprod(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        running("cumprod", engine::cumprod, args, vm)
    }

    /// nancumsum(a, axis=None, dtype=None, out=None)
    ///
    /// The running sum, NaN counted as zero.
    #[pyfunction]
    fn nancumsum(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        running("nancumsum", engine::nancumsum, args, vm)
    }

    /// nancumprod(a, axis=None, dtype=None, out=None)
    ///
    /// The running product, NaN counted as one.
    #[pyfunction]
    fn nancumprod(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        running("nancumprod", engine::nancumprod, args, vm)
    }

    /// argmax(a, axis=None, out=None, *, keepdims=False)
    ///
    /// Where the largest element is: the first of equal ones.
    #[pyfunction]
    pub(in super::super) fn argmax(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        place_of_extremum("argmax", engine::argmax, args, vm)
    }

    /// argmin(a, axis=None, out=None, *, keepdims=False)
    ///
    /// Where the smallest element is: the first of equal ones.
    #[pyfunction]
    pub(in super::super) fn argmin(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        place_of_extremum("argmin", engine::argmin, args, vm)
    }

    /// nanargmax(a, axis=None, out=None, *, keepdims=False)
    ///
    /// Where the largest element that is not NaN is.
    #[pyfunction]
    fn nanargmax(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        place_of_extremum("nanargmax", engine::nanargmax, args, vm)
    }

    /// nanargmin(a, axis=None, out=None, *, keepdims=False)
    ///
    /// Where the smallest element that is not NaN is.
    #[pyfunction]
    fn nanargmin(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        place_of_extremum("nanargmin", engine::nanargmin, args, vm)
    }

    /// count_nonzero(a, axis=None, *, keepdims=False)
    ///
    /// How many elements are not zero.
    #[pyfunction]
    fn count_nonzero(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("count_nonzero", ["a", "axis", "keepdims"], 1);
        let [array, axis, keepdims] = SIGNATURE.bind(args, vm)?;
        let (array, axes) = (array_of(&required(array), None, vm)?, args::axes(axis, vm)?);
        let counted = engine::count_nonzero(&array, axes.as_deref(), args::truth(keepdims, false, vm)?);
        Ok(wrap_result(counted.or_raise(vm)?, vm))
    }

    /// median(a, axis=None, out=None, overwrite_input=False, keepdims=False)
    ///
    /// The middle element, or the mean of the two in the middle.
    #[pyfunction]
    fn median(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        middle("median", engine::median, args, vm)
    }

    /// nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False)
    ///
    /// The median of the elements that are not NaN.
    #[pyfunction]
    fn nanmedian(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        middle("nanmedian", engine::nanmedian, args, vm)
    }

    /// quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None)
    ///
    /// The element below which a fraction `q` of the elements lies.
    #[pyfunction]
    fn quantile(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        order_statistic("quantile", 1.0, engine::quantile, args, vm)
    }

    /// percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None)
    ///
    /// The element below which `q` percent of the elements lie.
    #[pyfunction]
    fn percentile(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        order_statistic("percentile", 100.0, engine::quantile, args, vm)
    }

    /// nanquantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None)
    ///
    /// The quantile of the elements that are not NaN.
    #[pyfunction]
    fn nanquantile(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        order_statistic("nanquantile", 1.0, engine::nanquantile, args, vm)
    }

    /// nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None)
    ///
    /// The percentile of the elements that are not NaN.
    #[pyfunction]
    fn nanpercentile(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        order_statistic("nanpercentile", 100.0, engine::nanquantile, args, vm)
    }

    /// sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=0, where=True)
    ///
    /// The sum of elements, of all or along axes.
    #[pyfunction]
    pub(in super::super) fn sum(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if args.args.first().is_some_and(|a| a.class().is(vm.ctx.types.generator_type)) {
            return Err(vm.new_type_error(
                "Calling np.sum(generator) is deprecated.Use np.sum(np.fromiter(generator)) or the python sum builtin instead.",
            ));
        }
        fold(&const { Signature::new("sum", FOLD, 1) }, "add", args, vm)
    }

    /// prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=1, where=True)
    ///
    /// The product of elements, of all or along axes.
    #[pyfunction]
    pub(in super::super) fn prod(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        fold(&const { Signature::new("prod", FOLD, 1) }, "multiply", args, vm)
    }

    /// max(a, axis=None, out=None, keepdims=False, initial=None, where=True)
    ///
    /// The largest element, of all or along axes; NaN if there is one.
    #[pyfunction]
    #[pyfunction(name = "amax")]
    pub(in super::super) fn max(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        extremum(&const { Signature::new("max", FOLD_WITHOUT_DTYPE, 1) }, "maximum", args, vm)
    }

    /// min(a, axis=None, out=None, keepdims=False, initial=None, where=True)
    ///
    /// The smallest element, of all or along axes; NaN if there is one.
    #[pyfunction]
    #[pyfunction(name = "amin")]
    pub(in super::super) fn min(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        extremum(&const { Signature::new("min", FOLD_WITHOUT_DTYPE, 1) }, "minimum", args, vm)
    }

    /// any(a, axis=None, out=None, keepdims=False, *, where=True)
    ///
    /// Whether some element is true, of all or along axes.
    #[pyfunction]
    pub(in super::super) fn any(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        truth(&const { Signature::new("any", TRUTH, 1) }, "logical_or", args, vm)
    }

    /// all(a, axis=None, out=None, keepdims=False, *, where=True)
    ///
    /// Whether every element is true, of all or along axes.
    #[pyfunction]
    pub(in super::super) fn all(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        truth(&const { Signature::new("all", TRUTH, 1) }, "logical_and", args, vm)
    }
}

/// A result with its floating-point events as a noted result.
fn floating((array, warnings): (Array, Warnings)) -> (Array, Vec<Notice>) {
    (array, vec![Notice::Floating(warnings)])
}
