//! `np.add(a, b, out=, where=, signature=…)`: a ufunc called from Python, with all that a call takes. Its methods and the
//! calls that other code makes are in [`super`].

use rustpython_vm::builtins::{PyEllipsis, PyTuple};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::Callable;
use rustpython_vm::{AsObject, Py, PyObjectRef, PyResult, VirtualMachine};

use super::super::array::{PyNdArray, order_of, wrap};
use super::super::errors::{self, OrRaise};
use super::super::{args, convert, dtype, subclass};
use super::{ELLIPSIS_BY_POSITION, PyUfunc, compute, loop_dtype, mask, object_of, out_array, run};
use crate::nd::ufunc::table::Rule;
use crate::nd::ufunc::{self as engine, CallOptions, Casting, Ufunc};
use crate::nd::{Array, DType, Order};

/// What NumPy says to `where=` alone, its misspelling included.
const WHERE_WITHOUT_OUT: &str =
    "'where' used without 'out', expect unitialized memory in output. If this is intentional, use out=None.";

/// What NumPy says to `np.maximum(a, b, c)`.
const THIRD_OPERAND: &str = "Passing more than 2 positional arguments to np.maximum and np.minimum is deprecated. If you \
    meant to use the third argument as an output, use the `out` keyword argument instead. If you hoped to work with more \
    than 2 inputs, combine them into a single array and get the extrema for the relevant axis.";

impl Callable for PyUfunc {
    type Args = FuncArgs;

    fn call(zelf: &Py<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let ufunc = zelf.ufunc;
        let _running = zelf.running();
        if args.kwargs.is_empty() && args.args.len() == ufunc.nin {
            return run(ufunc, &args.args, &CallOptions::default(), vm);
        }
        if let Some(answer) = Self::answered(zelf, "__call__", &args, vm)? {
            return Ok(answer);
        }
        let given = args.args.len();
        if given < ufunc.nin || given > ufunc.nargs() {
            let (least, most) = (ufunc.nin, ufunc.nargs());
            let verb = if given == 1 { "was" } else { "were" };
            return Err(vm.new_type_error(format!(
                "{}() takes from {least} to {most} positional arguments but {given} {verb} given",
                ufunc.name
            )));
        }
        if given > ufunc.nin && matches!(ufunc.name, "maximum" | "minimum") {
            errors::warn(vm.ctx.exceptions.deprecation_warning, THIRD_OPERAND, vm)?;
        }
        if ufunc.signature.is_some() && ["axes", "axis", "keepdims"].iter().any(|&name| args.kwargs.contains_key(name))
        {
            args.prepend_arg(zelf.as_object().to_owned());
            return vm
                .import("numpy._generalised", 0)?
                .get_attr("_generalised", vm)?
                .get_attr("call", vm)?
                .call(args, vm);
        }
        let says_where_to = given > ufunc.nin || args.kwargs.contains_key("out");
        let keyword = args.take_keyword("out").filter(|out| !vm.is_none(out));
        // `out=...` asks for an array even of no axes.
        let stays_array = keyword.as_ref().is_some_and(|out| out.downcastable::<PyEllipsis>());
        let keyword = keyword.filter(|_| !stays_array);
        if args.args.iter().skip(ufunc.nin).any(|place| place.downcastable::<PyEllipsis>()) {
            return Err(vm.new_type_error(ELLIPSIS_BY_POSITION));
        }
        let where_ = mask(args.take_keyword("where"), vm)?;
        if where_.is_some() && !says_where_to {
            errors::warn(vm.ctx.exceptions.user_warning, WHERE_WITHOUT_OUT, vm)?;
        }
        let mut dtype = loop_dtype(args.take_keyword("dtype"), vm)?;
        if ["signature", "sig"].iter().all(|&name| args.kwargs.contains_key(name)) {
            return Err(vm.new_type_error("cannot specify both 'sig' and 'signature'"));
        }
        if let Some(types) =
            args.take_keyword("signature").or(args.take_keyword("sig")).filter(|types| !vm.is_none(types))
        {
            if dtype.is_some() {
                return Err(vm.new_type_error("cannot specify both 'signature' and 'dtype'"));
            }
            let casting = args.kwargs.get("casting").cloned();
            dtype = cast_to_signature(ufunc, &mut args.args, &types, casting, vm)?;
        }
        if ufunc.rule == Rule::Made || ufunc.name == "isnat" {
            // There is one result that they can give.
            dtype = None;
        }
        let casting = args::text(args.take_keyword("casting"), "same_kind", "casting", vm)?;
        let order = order_of(args.take_keyword("order"), Order::K, vm)?;
        let subok = args::truth(args.take_keyword("subok"), true, vm)?;
        if let Some((name, _)) = args.kwargs.into_iter().next() {
            return Err(vm.new_type_error(format!("{}() got an unexpected keyword argument '{name}'", ufunc.name)));
        }
        let mut places: Vec<Option<PyObjectRef>> = args.args.split_off(ufunc.nin).into_iter().map(Some).collect();
        if let Some(keyword) = keyword {
            if !places.is_empty() {
                return Err(vm.new_type_error("cannot specify 'out' as both a positional and keyword argument"));
            }
            places = match keyword.downcast_ref::<PyTuple>() {
                Some(tuple) if tuple.as_slice().len() == ufunc.nout => {
                    tuple.as_slice().iter().map(|place| Some(place.clone())).collect()
                }
                Some(_) => {
                    return Err(vm.new_value_error("The 'out' tuple must have exactly one entry per ufunc output"));
                }
                None if ufunc.nout == 1 => vec![Some(keyword)],
                None => return Err(vm.new_type_error("'out' must be a tuple of arrays")),
            };
        }
        let places: Vec<Option<PyObjectRef>> = places.into_iter().map(|place| args::present(place, vm)).collect();
        let arrays = places
            .iter()
            .map(|place| place.as_ref().map(|place| out_array(place, vm)).transpose())
            .collect::<PyResult<Vec<_>>>()?;
        let out: Vec<Option<&Array>> = arrays.iter().map(Option::as_ref).collect();
        let options = CallOptions {
            out: &out,
            where_: where_.as_ref(),
            dtype,
            casting: Casting::parse(&casting).or_raise(vm)?,
            order,
            spare: None,
        };
        if !subok {
            args.args = args.args.iter().map(|operand| subclass::plain(operand, vm)).collect::<PyResult<_>>()?;
        }
        let mut result = compute(ufunc, &args.args, &options, vm)?;
        if stays_array && !result.downcastable::<PyNdArray>() {
            result = wrap(convert::array_of(&result, None, vm)?, vm);
        }
        tell_outputs(ufunc, &args.args, &places, vm)?;
        replace_outputs(result, &places, vm)
    }
}

/// Casts operands to the dtypes of a loop that `signature=` names, or gives the one dtype that they all are.
fn cast_to_signature(
    ufunc: &'static Ufunc,
    operands: &mut [PyObjectRef],
    types: &PyObjectRef,
    casting: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<Option<DType>> {
    let types = signature_types(ufunc, types, vm)?;
    let (inputs, outputs) = types.split_at(ufunc.nin);
    let given: Vec<DType> = types.iter().flatten().copied().collect();
    // Questions have one kind of answer: their operands alone choose the loop.
    let asks = ufunc.loops().all(|row| row.types[ufunc.nin..].iter().all(|&dtype| dtype == DType::Bool));
    let asks = asks && outputs.iter().all(Option::is_none) && inputs.iter().flatten().all(|dtype| dtype.is_number());
    if !asks
        && given.iter().all(|&dtype| dtype == given[0])
        && (inputs.iter().all(Option::is_some) || given.len() < types.len())
    {
        return Ok(given.first().copied());
    }
    let casting = args::text(casting, "same_kind", "casting", vm)?;
    let rule = Casting::parse(&casting).or_raise(vm)?;
    for (place, (operand, dtype)) in operands.iter_mut().zip(inputs).enumerate() {
        let Some(dtype) = *dtype else { continue };
        let array = convert::array_of(operand, None, vm)?;
        let weak = !operand.downcastable::<PyNdArray>() && array.ndim() == 0;
        if !weak && !engine::can_cast(array.dtype(), dtype, rule) {
            let place = if ufunc.nin == 1 { "input".to_owned() } else { format!("input {place}") };
            let sentence = format!(
                "Cannot cast ufunc '{}' {place} from dtype({}) to dtype({}) with casting rule '{casting}'",
                ufunc.name,
                array.dtype().repr(),
                dtype.repr()
            );
            let kind = crate::nd::ErrorKind::UFuncInputCasting;
            return Err(crate::nd::Error::new(kind, sentence)).or_raise(vm);
        }
        *operand = wrap(array.astype(dtype, Order::K).or_raise(vm)?, vm);
    }
    Ok(outputs.iter().flatten().copied().find(|&dtype| dtype == DType::Object))
}

/// The dtypes that `signature=` names, inputs first; `None` where any will do.
fn signature_types(ufunc: &'static Ufunc, types: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<Option<DType>>> {
    const TOO_SHORT: &str = "Use `dtype` or  fill the tuple with more than one 'None'.";
    if let Some(tuple) = types.downcast_ref::<PyTuple>() {
        if tuple.as_slice().len() == 1 && ufunc.nargs() != 1 {
            return Err(vm.new_type_error(TOO_SHORT));
        }
        if tuple.as_slice().len() != ufunc.nargs() {
            return Err(vm.new_value_error(format!(
                "a type-tuple must be specified of length {} for ufunc '{}'",
                ufunc.nargs(),
                ufunc.name
            )));
        }
        let one = |entry: &PyObjectRef| dtype::parse_optional(Some(entry.clone()), vm);
        let found: Vec<_> = tuple.as_slice().iter().map(one).collect::<PyResult<_>>()?;
        return if found.iter().any(Option::is_some) { Ok(found) } else { Err(vm.new_type_error(TOO_SHORT)) };
    }
    let Some(text) = types.downcast_ref::<rustpython_vm::builtins::PyStr>().and_then(|text| text.to_str()) else {
        return Err(vm.new_type_error("the signature object to ufunc must be a string or a tuple."));
    };
    let Some((before, after)) = text.split_once("->") else {
        if text.chars().count() == 1 {
            return Err(vm.new_type_error(TOO_SHORT));
        }
        return Err(vm.new_value_error(format!(
            "a type-string for {}, {} typecode(s) before and {} after the -> sign",
            ufunc.name, ufunc.nin, ufunc.nout
        )));
    };
    if before.chars().count() != ufunc.nin || after.chars().count() != ufunc.nout {
        return Err(vm.new_value_error(format!(
            "a type-string for {}, {} typecode(s) before and {} after the -> sign",
            ufunc.name, ufunc.nin, ufunc.nout
        )));
    }
    let code = |code: char| DType::parse(code.encode_utf8(&mut [0; 4]));
    let unknown = || vm.new_value_error("Invalid data-type for array");
    before.chars().chain(after.chars()).map(|letter| code(letter).map(Some).ok_or_else(unknown)).collect()
}

/// Tells an output whose class wraps results what has been written into it: a masked array takes the mask.
fn tell_outputs(
    ufunc: &'static Ufunc,
    inputs: &[PyObjectRef],
    places: &[Option<PyObjectRef>],
    vm: &VirtualMachine,
) -> PyResult<()> {
    for (at, place) in places.iter().enumerate() {
        let Some(place) = place.as_ref().filter(|place| subclass::overrides(place, "__array_wrap__", vm)) else {
            continue;
        };
        let given = inputs.iter().cloned().chain(places.iter().map(|place| vm.unwrap_or_none(place.clone())));
        let context = vec![object_of(ufunc, vm)?, vm.ctx.new_tuple(given.collect()).into(), vm.ctx.new_int(at).into()];
        vm.call_method(place, "__array_wrap__", (place.clone(), vm.ctx.new_tuple(context), false))?;
    }
    Ok(())
}

/// Outputs that were given come back as the very objects.
fn replace_outputs(result: PyObjectRef, places: &[Option<PyObjectRef>], vm: &VirtualMachine) -> PyResult {
    if places.iter().all(Option::is_none) {
        return Ok(result);
    }
    if let Some(tuple) = result.downcast_ref::<PyTuple>() {
        let results = tuple.as_slice().iter().enumerate();
        let results = results.map(|(at, made)| places.get(at).cloned().flatten().unwrap_or_else(|| made.clone()));
        return Ok(vm.ctx.new_tuple(results.collect()).into());
    }
    Ok(places.first().cloned().flatten().map_or(result, |place| match place.downcast_ref::<PyTuple>() {
        Some(tuple) => tuple.as_slice()[0].clone(),
        None => place,
    }))
}
