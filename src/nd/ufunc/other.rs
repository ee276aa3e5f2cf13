//! Ufuncs of elements that are no numbers: texts compare and join, objects do what their own operators do.
//!
//! No loops of the table: such elements are converted, broadcast and taken one by one.

use std::cmp::Ordering;

use super::call::{CallOptions, Layout, Operand};
use super::flags::Warnings;
use super::methods::{Initial, ReduceOptions, deliver, identity_value, kept_first, reduced_axes, reduced_shape};
use super::promote::{Weak, can_cast};
use super::refuse::{self, Family};
use super::resolve::{OperandType, cannot_cast};
use super::table::{Rule, Ufunc};
use crate::nd::array::{Array, Order};
use crate::nd::broadcast::broadcast_shapes;
use crate::nd::dtype::{Bool, DType, Kind};
use crate::nd::error::{Error, ErrorKind, Result};
use crate::nd::object;
use crate::nd::scalar::Scalar;
use crate::nd::shape::Shape;
use crate::nd::strings;
use crate::nd::text;
use crate::nd::time::{TimeUnit, unit_of};

fn kind_of(operand: &Operand) -> Option<Kind> {
    match operand {
        Operand::Array(array) => Some(array.dtype().kind()),
        Operand::Weak(_) => None,
    }
}

/// Applies a ufunc when an operand is no number; `None` when all are.
pub(super) fn call(ufunc: &'static Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<Option<Vec<Array>>> {
    let special = |kind: Kind| {
        let kinds = [Kind::Void, Kind::Date, Kind::Span, Kind::Str, Kind::Bytes];
        kinds.contains(&kind)
    };
    if inputs.iter().any(is_too_large) && inputs.iter().filter_map(kind_of).any(special) {
        return Err(too_large_beside(ufunc, inputs, options));
    }
    let is_swapped = |array: &Array| matches!(array.dtype(), DType::Swapped(_));
    let operands =
        inputs.iter().filter_map(|input| if let Operand::Array(array) = input { Some(*array) } else { None });
    if operands.chain(options.out.iter().copied().flatten()).any(is_swapped) {
        return in_native_order(ufunc, inputs, options).map(Some);
    }
    let is = |wanted: Kind| inputs.iter().any(|input| kind_of(input) == Some(wanted));
    let special = [Kind::Void, Kind::Object, Kind::Date, Kind::Span, Kind::Str, Kind::Bytes].into_iter().any(is);
    if ufunc.rule == Rule::Logical && special && options.dtype == Some(DType::Bool) {
        return of_truths(ufunc, inputs, options).map(Some);
    }
    if let Some(dtype) = options.dtype.filter(|dtype| special && dtype.is_number())
        && ufunc.rule != Rule::General
        && refuse::is_forced(ufunc, inputs)
    {
        return refuse::forced(ufunc, inputs, dtype, options).map(Some);
    }
    if is(Kind::Void) {
        return Err(refusal(ufunc, inputs));
    }
    if is(Kind::Text) && !is(Kind::Object) && options.dtype.is_none_or(|dtype| dtype.kind() == Kind::Text) {
        let arrays = inputs.iter().map(as_array).collect::<Result<Vec<_>>>()?;
        let made = strings::call(ufunc, &arrays, options)?.ok_or_else(|| {
            let types: Vec<OperandType> = inputs.iter().map(Operand::operand_type).collect();
            refuse::no_loop(ufunc, &types, None)
        })?;
        let outs = options.out.iter().copied().chain(std::iter::repeat(None));
        return made.into_iter().zip(outs).map(|(made, out)| deliver(made, out)).collect::<Result<_>>().map(Some);
    }
    let objects = is(Kind::Object) || options.dtype == Some(DType::Object) || ufunc.rule == Rule::Made;
    // Days and spans beside Python's own, which are objects, are no operands of these.
    let refused = ["add", "subtract", "multiply", "remainder", "divmod"].contains(&ufunc.name);
    if refused && is(Kind::Object) && (is(Kind::Date) || is(Kind::Span)) && options.dtype.is_none() {
        return Err(refusal(ufunc, inputs));
    }
    let made = if objects {
        apply(ufunc, inputs, options)?
    } else if is(Kind::Date) || is(Kind::Span) {
        super::times::call(ufunc, inputs, options)?
    } else if is(Kind::Str) || is(Kind::Bytes) {
        texts(ufunc, inputs, options)?
    } else {
        return Ok(None);
    };
    if ufunc.rule == Rule::General
        || made.first().is_none_or(|made| made.ndim() < 2)
        || options.out.iter().any(Option::is_some)
    {
        return Ok(Some(made));
    }
    // Made in C order, results lie as operands do, of which time in another unit is converted.
    let units = inputs.iter().map(Operand::dtype).filter(|&dtype| crate::nd::time::is_time(dtype));
    let unit = units.clone().find_map(unit_of).filter(|&unit| units.clone().all(|dtype| unit_of(dtype) == Some(unit)));
    let read = |input: &Operand| match input.dtype() {
        _ if objects => DType::Object,
        dtype @ (DType::Str(_) | DType::Bytes(_)) => dtype,
        DType::Datetime(_) => DType::Datetime(unit.unwrap_or(TimeUnit::GENERIC)),
        _ => DType::Timedelta(unit.unwrap_or(TimeUnit::GENERIC)),
    };
    let types: Vec<DType> = inputs.iter().map(read).collect();
    let shape = Shape::from_slice(made[0].shape());
    let layout = Layout::of(inputs, &types, ufunc.nout, &shape, options)?;
    made.into_iter().map(|made| layout.relaid(made)).collect::<Result<_>>().map(Some)
}

/// A Python integer outside `int64`.
fn is_too_large(operand: &Operand) -> bool {
    match operand {
        Operand::Weak(Weak::Int(value)) => i64::try_from(*value).is_err(),
        Operand::Weak(Weak::HugeInt(_)) => true,
        _ => false,
    }
}

/// What a Python integer outside `int64` beside texts or times raises: it is one of the kind until it is converted.
fn too_large_beside(ufunc: &'static Ufunc, inputs: &[Operand], options: &CallOptions) -> Error {
    let small: Vec<Operand> =
        inputs.iter().map(|input| if is_too_large(input) { Operand::Weak(Weak::Int(1)) } else { *input }).collect();
    let times = inputs.iter().filter_map(kind_of).any(|kind| matches!(kind, Kind::Date | Kind::Span));
    let overflow = match times && ufunc.rule != Rule::Logical {
        true => "int too big to convert",
        false => "Python int too large to convert to C long",
    };
    let unwritten = CallOptions { out: &[], ..*options };
    call(ufunc, &small, &unwritten).err().unwrap_or_else(|| Error::new(ErrorKind::Overflow, overflow.to_string()))
}

/// Applies a ufunc to operands of which some have another byte order than the machine's.
fn in_native_order(ufunc: &'static Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<Vec<Array>> {
    let arrays = inputs.iter().map(|input| Ok(as_array(input)?.native()?.into_owned())).collect::<Result<Vec<_>>>()?;
    let inputs: Vec<Operand> = inputs
        .iter()
        .zip(&arrays)
        .map(|(input, native)| match input {
            Operand::Array(_) => Operand::Array(native),
            Operand::Weak(number) => Operand::Weak(*number),
        })
        .collect();
    let outs = options.out.iter().map(|out| out.map(Array::native).transpose()).collect::<Result<Vec<_>>>()?;
    let given: Vec<Option<&Array>> = outs.iter().map(Option::as_deref).collect();
    let made = super::call(ufunc, &inputs, &CallOptions { out: &given, ..*options })?.0;
    let places = options.out.iter().copied().chain(std::iter::repeat(None));
    let delivered = made.into_iter().zip(places).map(|(made, out)| match out {
        Some(out) if out.dtype() != made.dtype() => deliver(made, Some(out)),
        _ => Ok(made),
    });
    delivered.collect()
}

pub(in crate::nd) fn comparison(name: &str) -> Option<fn(Ordering) -> bool> {
    Some(match name {
        "equal" => Ordering::is_eq,
        "not_equal" => Ordering::is_ne,
        "less" => Ordering::is_lt,
        "less_equal" => Ordering::is_le,
        "greater" => Ordering::is_gt,
        "greater_equal" => Ordering::is_ge,
        _ => return None,
    })
}

/// The operands' common shape, and each stretched to it.
pub(in crate::nd) fn broadcast(arrays: &[Array]) -> Result<(Shape, Vec<Array>)> {
    let shapes: Vec<&[usize]> = arrays.iter().map(Array::shape).collect();
    let shape = broadcast_shapes(&shapes)?;
    let stretched = arrays.iter().map(|array| array.broadcast_to(&shape)).collect::<Result<_>>()?;
    Ok((shape, stretched))
}

pub(in crate::nd) fn as_array(operand: &Operand) -> Result<Array> {
    Ok(match operand {
        Operand::Array(array) => (*array).clone(),
        Operand::Weak(number) => Array::scalar(number.to_scalar(number.default_dtype())?, number.default_dtype()),
    })
}

/// Applies a logical ufunc to whether its operands' elements are true.
fn of_truths(ufunc: &'static Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<Vec<Array>> {
    let truths =
        inputs.iter().map(|input| as_array(input)?.astype(DType::Bool, Order::C)).collect::<Result<Vec<_>>>()?;
    let truths: Vec<Operand> = truths.iter().map(Operand::from).collect();
    Ok(super::call(ufunc, &truths, options)?.0)
}

fn texts(ufunc: &'static Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<Vec<Array>> {
    let kinds: Vec<Option<Kind>> = inputs.iter().map(kind_of).collect();
    let alike = kinds.iter().all(|kind| *kind == kinds[0]);
    if ufunc.rule == Rule::Logical && ufunc.nin == 2 {
        return of_truths(ufunc, inputs, options);
    }
    let arrays = inputs.iter().map(as_array).collect::<Result<Vec<_>>>()?;
    let made = match (comparison(ufunc.name), alike) {
        (Some(holds), true) => {
            let (_, stretched) = broadcast(&arrays)?;
            text::compare(&stretched[0], &stretched[1], holds)?
        }
        (None, true) if ufunc.name == "add" => {
            let (_, stretched) = broadcast(&arrays)?;
            text::joined(&stretched[0], &stretched[1])?
        }
        _ => match options.out.first().copied().flatten() {
            Some(out) if ufunc.name == "multiply" => repeated(ufunc, &arrays, inputs, out, options)?,
            _ => return Err(refusal(ufunc, inputs)),
        },
    };
    let out = options.out.first().copied().flatten();
    keep_masked(&made, out, options.where_)?;
    Ok(vec![deliver(made, out)?])
}

/// Puts what an output holds into a result wherever a mask leaves elements out: there it stays what it is.
pub(super) fn keep_masked(made: &Array, out: Option<&Array>, mask: Option<&Array>) -> Result<()> {
    let (Some(mask), Some(out)) = (mask, out) else { return Ok(()) };
    let flags = mask.broadcast_to(made.shape())?.to_vec::<Bool>()?;
    let kept = out.broadcast_to(made.shape())?.copy(Order::C)?.astype(made.dtype(), Order::C)?;
    for (delta, flag) in made.deltas().into_iter().zip(flags) {
        if !flag.get() {
            made.element(delta).assign(&kept.element(delta))?;
        }
    }
    Ok(())
}

/// Texts so many times, cut off where the elements of the output end.
fn repeated(ufunc: &Ufunc, arrays: &[Array], inputs: &[Operand], out: &Array, options: &CallOptions) -> Result<Array> {
    let is_text = |array: &Array| matches!(array.dtype().kind(), Kind::Str | Kind::Bytes);
    let (texts, counts) = if is_text(&arrays[0]) { (0, 1) } else { (1, 0) };
    if is_text(&arrays[counts]) || !arrays[counts].dtype().is_integer() {
        let types: Vec<String> = arrays.iter().map(|array| format!("dtype({})", array.dtype().repr())).collect();
        return Err(match is_text(&arrays[counts]) {
            true => refusal(ufunc, inputs),
            false => refuse::no_loop_for(ufunc, &format!("({})", types.join(", ")), "None"),
        });
    }
    let made = match (arrays[texts].dtype(), out.dtype()) {
        (DType::Str(_) | DType::Bytes(_), DType::Object) => {
            let class = arrays[texts].dtype().class_name();
            return Err(Error::type_error(format!("cannot cast dtype object to <class 'numpy.dtypes.{class}'>.")));
        }
        (DType::Str(_), DType::Str(length) | DType::Bytes(length)) => DType::Str(length),
        (DType::Bytes(_), DType::Str(length) | DType::Bytes(length)) => DType::Bytes(length),
        (own, _) => own,
    };
    if !can_cast(made, out.dtype(), options.casting) {
        return Err(cannot_cast(ufunc, "output", made, out.dtype(), options.casting));
    }
    let (shape, stretched) = broadcast(arrays)?;
    let made = Array::zeros(&shape, made, Order::C)?;
    let times = stretched[counts].to_vec::<i64>()?;
    for ((to, from), times) in made.deltas().into_iter().zip(stretched[texts].deltas()).zip(times) {
        let text = stretched[texts].element(from).text();
        let room = made.itemsize() / text.len().max(1) + 1;
        text::length_of_repeated(&text, times)?;
        made.element(to).set_text(&text.repeat(usize::try_from(times).unwrap_or(0).min(room)))?;
    }
    Ok(made)
}

/// NumPy's sentence where operands meet a function that has no loop for them.
pub(super) fn refusal(ufunc: &Ufunc, inputs: &[Operand]) -> Error {
    refuse::refusal(ufunc, &inputs.iter().map(Operand::operand_type).collect::<Vec<_>>())
}

/// Functions of numbers that objects have no method for.
const NO_OBJECTS: [&str; 15] = [
    "copysign",
    "divmod",
    "float_power",
    "frexp",
    "heaviside",
    "isfinite",
    "isinf",
    "isnan",
    "isnat",
    "ldexp",
    "logaddexp",
    "logaddexp2",
    "modf",
    "nextafter",
    "signbit",
];

/// Refuses what objects have no loop for when they are folded.
fn check_fold_of_objects(ufunc: &Ufunc) -> Result<()> {
    match refuse::family(ufunc) {
        _ if NO_OBJECTS.contains(&ufunc.name) => Err(refuse::not_supported(ufunc)),
        Family::Comparison => Err(refuse::no_match(ufunc)),
        _ => Ok(()),
    }
}

/// Each element by its own operator or method.
fn apply(ufunc: &'static Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<Vec<Array>> {
    if ufunc.rule == Rule::General {
        return Ok(crate::nd::linalg::general(ufunc, inputs, options)?.0);
    }
    if NO_OBJECTS.contains(&ufunc.name) {
        let asked = options.dtype == Some(DType::Object);
        return Err(if asked { refuse::no_match(ufunc) } else { refuse::not_supported(ufunc) });
    }
    let truth = comparison(ufunc.name).is_some() && options.dtype != Some(DType::Object);
    let returned = if truth { DType::Bool } else { DType::Object };
    for (position, out) in options.out.iter().enumerate() {
        if let Some(out) = out.filter(|out| !can_cast(returned, out.dtype(), options.casting)) {
            let place = if ufunc.nout == 1 { "output".to_string() } else { format!("output {position}") };
            return Err(cannot_cast(ufunc, &place, returned, out.dtype(), options.casting));
        }
    }
    let host = object::host()?;
    let arrays = inputs.iter().map(|input| object::objects(&as_array(input)?)).collect::<Result<Vec<_>>>()?;
    let (mut shape, mut stretched) = broadcast(&arrays)?;
    if let Some(mask) = options.where_ {
        shape = broadcast_shapes(&[&shape, mask.shape()])?;
        stretched = arrays.iter().map(|array| array.broadcast_to(&shape)).collect::<Result<_>>()?;
    }
    let mask = options.where_.map(|mask| mask.broadcast_to(&shape)?.to_vec::<Bool>()).transpose()?;
    let outputs = (0..ufunc.nout).map(|_| Array::zeros(&shape, DType::Object, Order::C)).collect::<Result<Vec<_>>>()?;
    if let (Some(Some(out)), Some(_)) = (options.out.first(), &mask) {
        outputs[0].assign(out)?;
    }
    let places: Vec<Vec<isize>> = stretched.iter().map(Array::deltas).collect();
    for at in 0..shape.iter().product() {
        if mask.as_ref().is_some_and(|mask| !mask[at].get()) {
            continue;
        }
        let operands: Vec<u64> =
            stretched.iter().zip(&places).map(|(array, places)| array.handle_at(places[at])).collect();
        let results = host.apply(ufunc.name, &operands)?;
        for (output, result) in outputs.iter().zip(results) {
            output.set_at((at * output.itemsize()) as isize, Scalar::Object(result))?;
        }
    }
    let outputs = if truth {
        outputs.iter().map(|output| output.astype(DType::Bool, Order::C)).collect::<Result<Vec<_>>>()?
    } else {
        outputs
    };
    outputs
        .into_iter()
        .enumerate()
        .map(|(position, made)| deliver(made, options.out.get(position).copied().flatten()))
        .collect()
}

/// Reduces an array of no numbers: objects by their own operator, from the first element on; of texts, only their
/// truth.
pub(super) fn reduce(ufunc: &'static Ufunc, array: &Array, options: &ReduceOptions) -> Result<(Array, Warnings)> {
    let logical = ufunc.rule == Rule::Logical && array.dtype().record().is_none();
    let as_objects = options.dtype == Some(DType::Object) || options.dtype.is_none() && array.dtype() == DType::Object;
    if logical && !as_objects {
        return super::reduce(ufunc, &array.astype(DType::Bool, Order::K)?, options);
    }
    if crate::nd::time::is_time(array.dtype()) {
        return Ok((super::times::reduce(ufunc, array, options)?, Warnings::NONE));
    }
    if array.dtype() != DType::Object && options.dtype != Some(DType::Object) && array.dtype().kind() != Kind::Text {
        return Err(match array.dtype() {
            DType::Record(_) if ufunc.rule == Rule::Logical => Error::type_error(format!(
                "Iterator operand 1 dtype could not be cast from dtype({}) to dtype('bool') according to the rule 'unsafe'",
                array.dtype().repr()
            )),
            _ if refuse::family(ufunc) == Family::Comparison => refuse::no_match(ufunc),
            DType::Str(length) if ufunc.name == "add" => {
                not_compatible("reduce", array.dtype(), DType::Str(2 * length))
            }
            DType::Bytes(length) if ufunc.name == "add" => {
                not_compatible("reduce", array.dtype(), DType::Bytes(2 * length))
            }
            _ => refusal(ufunc, &[array.into(), array.into()]),
        });
    }
    check_fold_of_objects(ufunc)?;
    if array.dtype().kind() == Kind::Text {
        return reduce_strings(ufunc, array, options);
    }
    if options.where_.is_some() && matches!(options.initial, Initial::Identity) && ufunc.rule != Rule::Logical {
        return Err(Error::value(format!(
            "reduction operation '{}' does not have an identity, so to use a where mask one has to specify 'initial'",
            ufunc.name
        )));
    }
    let host = object::host()?;
    let array = object::objects(array)?;
    let reduced = reduced_axes(options.axes, array.ndim())?;
    let kept = reduced_shape(array.shape(), &reduced, options.keepdims);
    let mask = options.where_.map(|mask| mask.broadcast_to(array.shape())).transpose()?;
    // Each lane is folded from its start.
    let places = kept_first(&array, &reduced).deltas();
    let flags = mask.map(|mask| kept_first(&mask, &reduced).to_vec::<Bool>()).transpose()?;
    let count: usize = kept.iter().product();
    let length = places.len().checked_div(count).unwrap_or(0);
    let result = Array::zeros(&kept, DType::Object, Order::C)?;
    for lane in 0..count {
        let place = (lane * result.itemsize()) as isize;
        let mut empty = match options.initial {
            Initial::Value(value) => {
                result.set_at(place, value)?;
                false
            }
            _ => true,
        };
        for at in lane * length..(lane + 1) * length {
            if flags.as_ref().is_some_and(|flags| !flags[at].get()) {
                continue;
            }
            let element = array.handle_at(places[at]);
            let folded =
                if empty { vec![element] } else { host.apply(ufunc.name, &[result.handle_at(place), element])? };
            empty = false;
            result.set_at(place, Scalar::Object(folded[0]))?;
        }
        if empty {
            let identity = identity_value(ufunc.identity).ok_or_else(|| {
                Error::value(format!("zero-size array to reduction operation {} which has no identity", ufunc.name))
            })?;
            result.set_at(place, identity)?;
        }
    }
    let result = match options.dtype {
        Some(dtype) if dtype != DType::Object => result.astype(dtype, Order::C)?,
        _ => result,
    };
    Ok((deliver(result, options.out)?, Warnings::NONE))
}

pub(super) fn not_compatible(method: &str, dtype: DType, result: DType) -> Error {
    Error::type_error(format!(
        "the resolved dtypes are not compatible with add.{method}. Resolved (dtype({}), dtype({}), dtype({}))",
        dtype.repr(),
        dtype.repr(),
        result.repr()
    ))
}

/// Running results along an axis of an array of no numbers.
pub(super) fn accumulate(ufunc: &'static Ufunc, array: &Array, axis: usize, out: Option<&Array>) -> Result<Array> {
    match array.dtype() {
        DType::Datetime(_) | DType::Timedelta(_) => return super::times::accumulate(ufunc, array, axis, out),
        dtype if ufunc.rule == Rule::Logical && dtype != DType::Object => {
            let truths = array.astype(DType::Bool, Order::C)?;
            return Ok(super::accumulate(ufunc, &truths, axis as isize, None, out)?.0);
        }
        DType::Str(length) if ufunc.name == "add" => {
            return Err(not_compatible("accumulate", array.dtype(), DType::Str(2 * length)));
        }
        DType::Bytes(length) if ufunc.name == "add" => {
            return Err(not_compatible("accumulate", array.dtype(), DType::Bytes(2 * length)));
        }
        DType::Object => check_fold_of_objects(ufunc)?,
        _ if refuse::family(ufunc) == Family::Comparison => return Err(refuse::no_match(ufunc)),
        _ => return Err(refusal(ufunc, &[array.into(), array.into()])),
    }
    let host = object::host()?;
    let result = array.copy(Order::C)?;
    let step = result.strides()[axis];
    for (position, delta) in result.deltas().into_iter().enumerate() {
        let inner: usize = result.shape()[axis + 1..].iter().product();
        if (position / inner.max(1)) % result.shape()[axis] > 0 {
            let folded = host.apply(ufunc.name, &[result.handle_at(delta - step), result.handle_at(delta)])?;
            result.set_at(delta, Scalar::Object(folded[0]))?;
        }
    }
    deliver(result, out)
}

/// Changes picked elements of an array of objects in place, one after another, each by its own operator or method.
pub(super) fn at(ufunc: &'static Ufunc, array: &Array, deltas: &[isize], values: Option<&Array>) -> Result<()> {
    if array.dtype() != DType::Object {
        return Err(cannot_cast_made(ufunc, array.dtype()));
    }
    let host = object::host()?;
    let values = values.map(object::objects).transpose()?;
    let places = values.as_ref().map(Array::deltas);
    for (position, &delta) in deltas.iter().enumerate() {
        let mut operands = vec![array.handle_at(delta)];
        if let (Some(values), Some(places)) = (&values, &places) {
            operands.push(values.handle_at(places[position]));
        }
        array.set_at(delta, Scalar::Object(host.apply(ufunc.name, &operands)?[0]))?;
    }
    Ok(())
}

fn cannot_cast_made(ufunc: &Ufunc, dtype: DType) -> Error {
    Error::type_error(format!(
        "Cannot cast ufunc '{}' output 0 from dtype('O') to dtype({}) with casting rule 'same_kind'",
        ufunc.name,
        dtype.repr()
    ))
}

/// Folds texts of any length along axes.
fn reduce_strings(ufunc: &'static Ufunc, array: &Array, options: &ReduceOptions) -> Result<(Array, Warnings)> {
    let reduced = reduced_axes(options.axes, array.ndim())?;
    let kept = reduced_shape(array.shape(), &reduced, options.keepdims);
    let places = kept_first(array, &reduced).deltas();
    let result = Array::zeros(&kept, array.dtype(), Order::C)?;
    let count = result.size();
    let length = places.len().checked_div(count).unwrap_or(0);
    for (lane, delta) in result.deltas().into_iter().enumerate() {
        match strings::folded(ufunc, array, &places[lane * length..(lane + 1) * length])? {
            Some(folded) => result.element(delta).assign(&folded)?,
            None => {
                return Err(Error::value(format!(
                    "zero-size array to reduction operation {} which has no identity",
                    ufunc.name
                )));
            }
        }
    }
    Ok((deliver(result, options.out)?, Warnings::NONE))
}
