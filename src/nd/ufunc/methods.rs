//! The methods of binary ufuncs: `reduce`, `accumulate`, `reduceat`, `outer`, `at`.

use smallvec::SmallVec;

use super::call::{CallOptions, Operand, call};
use super::flags::{Flags, Suspect, Warnings};
use super::fold::{Fold, order_of_input};
use super::order::{axis_order, block, iteration_strides};
use super::promote::Casting;
use super::refuse::{self, Family};
use super::resolve::{OperandType, resolve};
use super::strip::{drive, drive_fold};
use super::table::{Identity, Loop, Rule, Ufunc, find};
use crate::nd::array::{Array, Order};
use crate::nd::cast::{self, copy_elements};
use crate::nd::dtype::{DType, Kind};
use crate::nd::error::{Error, ErrorKind, Result};
use crate::nd::scalar::Scalar;
use crate::nd::shape::{Shape, ShapeText, normalize_axis};
use crate::nd::strides::Strides;
use crate::with_dtype;

/// NumPy's `initial=`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Initial {
    /// The ufunc's identity, else the first element.
    #[default]
    Identity,
    /// `None`: the first element.
    FirstElement,
    /// A value.
    Value(Scalar),
}

/// NumPy's keyword arguments of `reduce`.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReduceOptions<'a> {
    /// `axis=`; `None` for all axes.
    pub axes: Option<&'a [isize]>,
    /// `keepdims=`
    pub keepdims: bool,
    /// `dtype=`: what is computed in.
    pub dtype: Option<DType>,
    /// `out=`
    pub out: Option<&'a Array>,
    /// `initial=`
    pub initial: Initial,
    /// `where=`
    pub where_: Option<&'a Array>,
}

/// Which axes of `ndim` are reduced.
///
/// # Errors
/// [`Error::Axis`], and a `ValueError` for an axis named twice.
pub(crate) fn reduced_axes(axes: Option<&[isize]>, ndim: usize) -> Result<SmallVec<[bool; 8]>> {
    let Some(axes) = axes else { return Ok(smallvec::smallvec![true; ndim]) };
    let mut reduced: SmallVec<[bool; 8]> = smallvec::smallvec![false; ndim];
    // NumPy lets axis 0 and -1 of a scalar pass.
    if ndim == 0 && matches!(axes, [0 | -1]) {
        return Ok(reduced);
    }
    for &axis in axes {
        let axis = normalize_axis(axis, ndim)?;
        if std::mem::replace(&mut reduced[axis], true) {
            return Err(Error::value("duplicate value in 'axis'"));
        }
    }
    Ok(reduced)
}

/// The shape that is left when `reduced` axes go, or become one.
pub(crate) fn reduced_shape(shape: &[usize], reduced: &[bool], keepdims: bool) -> Shape {
    shape
        .iter()
        .zip(reduced)
        .filter_map(|(&length, &gone)| match (gone, keepdims) {
            (false, _) => Some(length),
            (true, true) => Some(1),
            (true, false) => None,
        })
        .collect()
}

/// A view with the kept axes first and the reduced ones last: lane after lane.
pub(crate) fn kept_first(array: &Array, reduced: &[bool]) -> Array {
    let order: SmallVec<[usize; 8]> = (0..array.ndim())
        .filter(|&axis| !reduced[axis])
        .chain((0..array.ndim()).filter(|&axis| reduced[axis]))
        .collect();
    let shape = order.iter().map(|&axis| array.shape()[axis]).collect();
    let strides = order.iter().map(|&axis| array.strides()[axis]).collect();
    array.with_geometry(shape, strides, array.offset())
}

fn check_binary(ufunc: &Ufunc, method: &str) -> Result<()> {
    if ufunc.rule == Rule::General {
        return Err(Error::new(ErrorKind::Runtime, "Reduction not defined on ufunc with signature"));
    }
    if ufunc.nin != 2 {
        return Err(Error::value(format!("{method} only supported for binary functions")));
    }
    if ufunc.nout != 1 {
        return Err(Error::value(format!("{method} only supported for functions returning a single value")));
    }
    Ok(())
}

/// The loop a reduction runs: both operands and the result of one dtype.
fn reduction_loop(ufunc: &Ufunc, array: DType, dtype: Option<DType>, out: Option<DType>) -> Result<&'static Loop> {
    let mut wanted = dtype;
    if dtype.is_none() && out.is_none() && matches!(ufunc.name, "add" | "multiply") && array.itemsize() < 8 {
        wanted = match array.kind() {
            Kind::Bool | Kind::Signed => Some(DType::Int64),
            Kind::Unsigned => Some(DType::UInt64),
            _ => None,
        };
    }
    let uniform = refuse::family(ufunc) == Family::Uniform;
    let no_loop = || match uniform && dtype.is_some() {
        true => refuse::no_loop_to_fold(ufunc, dtype, array, dtype),
        false => refuse::no_match(ufunc),
    };
    if ufunc.rule == Rule::Logical && wanted.is_none() {
        wanted = Some(DType::Bool);
    }
    if let Some(wanted) = wanted {
        return ufunc.loops().find(|row| row.can_fold() && row.types[0] == wanted).ok_or_else(no_loop);
    }
    let first = out.unwrap_or(array);
    let row = resolve(ufunc, &[OperandType::Strong(first), OperandType::Strong(array)], None, Casting::Unsafe);
    let row = row.map_err(|error| match error.kind() {
        ErrorKind::UFuncNoLoop if uniform => refuse::no_loop_to_fold(ufunc, out, array, None),
        _ => error,
    })?;
    if row.can_fold() { Ok(row) } else { Err(no_loop()) }
}

pub(super) fn identity_value(identity: Identity) -> Option<Scalar> {
    match identity {
        Identity::None | Identity::Reorderable => None,
        Identity::Zero => Some(Scalar::Int(0)),
        Identity::One => Some(Scalar::Int(1)),
        Identity::MinusOne => Some(Scalar::Int(-1)),
        Identity::NegativeInfinity => Some(Scalar::Float(f64::NEG_INFINITY)),
        Identity::True => Some(Scalar::Bool(true)),
        Identity::False => Some(Scalar::Bool(false)),
    }
}

/// The dtype that a reduction of numbers computes in.
///
/// # Errors
/// NumPy's `TypeError`s where there is no loop.
pub fn reduction_dtype(ufunc: &'static Ufunc, array: DType, dtype: Option<DType>, out: Option<DType>) -> Result<DType> {
    check_binary(ufunc, "reduce")?;
    Ok(reduction_loop(ufunc, array, dtype, out)?.types[0])
}

/// Reduces along axes: `ufunc.reduce`. Sums of floats are NumPy's to the last bit.
///
/// # Errors
/// In NumPy's words: not a binary ufunc, an axis, an empty reduction without identity, a wrong `out`.
pub fn reduce(ufunc: &'static Ufunc, array: &Array, options: &ReduceOptions) -> Result<(Array, Warnings)> {
    check_binary(ufunc, "reduce")?;
    if let DType::Swapped(_) = array.dtype() {
        return reduce(ufunc, &*array.native()?, options);
    }
    if !array.dtype().is_number() || options.dtype == Some(DType::Object) {
        return super::other::reduce(ufunc, array, options);
    }
    let reduced = reduced_axes(options.axes, array.ndim())?;
    let row = reduction_loop(ufunc, array.dtype(), options.dtype, options.out.map(Array::dtype))?;
    let dtype = row.types[0];
    let count = reduced.iter().filter(|&&gone| gone).count();
    if ufunc.identity == Identity::None && count > 1 {
        return Err(Error::value(format!(
            "reduction operation '{}' is not reorderable, so at most one axis may be specified",
            ufunc.name
        )));
    }
    let kept = reduced_shape(array.shape(), &reduced, options.keepdims);
    if let Some(out) = options.out {
        check_out(ufunc, array, out, &kept, options.keepdims)?;
    }
    let mask = options.where_.map(|mask| mask.to_mask()).transpose()?;
    let mask = mask.map(|mask| stretched_mask(&mask, array.shape())).transpose()?;
    let initial = match options.initial {
        Initial::Identity => identity_value(ufunc.identity),
        Initial::FirstElement => None,
        Initial::Value(value) => Some(value),
    };
    if initial.is_none() {
        if mask.is_some() {
            return Err(Error::value(format!(
                "reduction operation '{}' does not have an identity, so to use a where mask one has to specify \
                 'initial'",
                ufunc.name
            )));
        }
        if array.shape().iter().zip(&reduced).any(|(&length, &gone)| gone && length == 0) {
            return Err(Error::value(format!(
                "zero-size array to reduction operation {} which has no identity",
                ufunc.name
            )));
        }
    }

    // The output: the caller's where the loop can write it, else a fresh one in the input's order.
    let usable = options.out.filter(|out| out.dtype() == dtype && out.is_addressable() && !out.may_share_memory(array));
    let order = order_of_input(array, mask.as_ref());
    let result = match usable {
        Some(out) => out.clone(),
        None => fresh(&kept, &order, &reduced, options.keepdims, dtype)?,
    };
    let out = stretched_output(&result, array.shape(), &reduced, options.keepdims);
    let order = if usable.is_some() {
        let (o, a) = (iteration_strides(&out), iteration_strides(array));
        let m = mask.as_ref().map(iteration_strides);
        let operands: SmallVec<[&[isize]; 3]> =
            [o.as_slice(), a.as_slice()].into_iter().chain(m.as_ref().map(|m| m.as_slice())).collect();
        axis_order(array.ndim(), &operands)
    } else {
        order
    };

    let mut input = array.view();
    match initial {
        Some(value) => result.fill(value)?,
        None => {
            copy_elements(&result, &first_elements(array, &reduced, options.keepdims))?;
            if let Some(out) = options.out.filter(|out| usable.is_none() && out.dtype().is_number()) {
                // The first elements lie in the output before others meet them.
                copy_elements(&result, &result.astype(out.dtype(), Order::K)?.astype(dtype, Order::K)?)?;
            }
            // Folding an element twice changes an extremum as little as none; else the first is skipped.
            if let (Some(axis), 1) = (reduced.iter().position(|&gone| gone), count) {
                input = without_first(array, axis);
            } else if count == 0 {
                input = array.with_geometry(Shape::from_slice(&[0]), Strides::from_slice(&[0]), array.offset());
            } else if !matches!(ufunc.identity, Identity::Reorderable) {
                result.fill(identity_value(ufunc.identity).unwrap_or(Scalar::Int(0)))?;
            }
        }
    }
    let mut flags = Flags::NONE;
    if input.size() > 0 {
        let out = out.with_geometry(Shape::from_slice(input.shape()), Strides::from_slice(out.strides()), out.offset());
        let out_converted = options.out.is_some_and(|out| out.dtype() != dtype);
        flags = Fold { out: &out, input: &input, mask: mask.as_ref(), dtype, out_converted }.run(row, &order)?;
    }
    let exact = !result.dtype().is_inexact();
    let flags = if exact { flags } else { events_of(array, &result, mask.as_ref(), options)? };
    let flags =
        flags | options.out.map_or(Flags::NONE, |out| cast::events(&result, out.dtype()) | read_back(out, dtype));
    let result = match options.out {
        Some(out) if usable.is_none() => {
            out.assign(&result)?;
            out.clone()
        }
        _ => result,
    };
    // Elements are converted as they are folded.
    let cast = cast::events(array, dtype);
    Ok((result, Warnings::of("reduce", flags | cast)))
}

fn check_out(ufunc: &Ufunc, array: &Array, out: &Array, kept: &[usize], keepdims: bool) -> Result<()> {
    if out.ndim() != kept.len() {
        let hint = if keepdims { " (must match the operand's when keepdims=True)" } else { "" };
        return Err(Error::value(format!(
            "output parameter for reduction operation {} has the wrong number of dimensions: Found {} but expected \
             {}{hint}",
            ufunc.name,
            out.ndim(),
            kept.len()
        )));
    }
    if out.shape() != kept {
        let remapped: Vec<String> = out.shape().iter().map(usize::to_string).collect();
        return Err(Error::value(format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {}->({}) {} ",
            ShapeText::compact(out.shape()),
            remapped.join(","),
            ShapeText::compact(array.shape())
        )));
    }
    if !out.is_writeable() {
        return Err(Error::value("output array is read-only"));
    }
    Ok(())
}

fn stretched_mask(mask: &Array, shape: &[usize]) -> Result<Array> {
    mask.broadcast_to(shape)
        .map_err(|_| Error::Broadcast { shapes: vec![Shape::from_slice(shape), Shape::from_slice(mask.shape())] })
}

/// A fresh result whose axes lie in memory in the order in which the input is walked.
fn fresh(kept: &[usize], order: &[usize], reduced: &[bool], keepdims: bool, dtype: DType) -> Result<Array> {
    let mut ranks: Strides = smallvec::smallvec![0; kept.len()];
    for (place, &axis) in order.iter().enumerate() {
        let position = if keepdims { Some(axis) } else { (!reduced[axis]).then(|| kept_before(reduced, axis)) };
        if let Some(position) = position {
            ranks[position] = (order.len() - place) as isize;
        }
    }
    Array::zeros_ordered_as(kept, &ranks, dtype)
}

fn kept_before(reduced: &[bool], axis: usize) -> usize {
    reduced[..axis].iter().filter(|&&gone| !gone).count()
}

/// The result seen with the input's axes: stride 0 along those that are reduced.
fn stretched_output(result: &Array, shape: &[usize], reduced: &[bool], keepdims: bool) -> Array {
    let strides = (0..shape.len())
        .map(|axis| match (reduced[axis], keepdims) {
            (true, _) => 0,
            (false, true) => result.strides()[axis],
            (false, false) => result.strides()[kept_before(reduced, axis)],
        })
        .collect();
    result.with_geometry(Shape::from_slice(shape), strides, result.offset())
}

/// The elements at index zero of every reduced axis, in the result's shape.
fn first_elements(array: &Array, reduced: &[bool], keepdims: bool) -> Array {
    let shape = reduced_shape(array.shape(), reduced, keepdims);
    let strides = (0..array.ndim())
        .filter(|&axis| keepdims || !reduced[axis])
        .map(|axis| if reduced[axis] { 0 } else { array.strides()[axis] })
        .collect();
    array.with_geometry(shape, strides, array.offset())
}

fn without_first(array: &Array, axis: usize) -> Array {
    let mut starts: Shape = smallvec::smallvec![0; array.ndim()];
    let mut lengths = Shape::from_slice(array.shape());
    starts[axis] = 1;
    lengths[axis] -= 1;
    block(array, &starts, &lengths)
}

/// Events of a reduction of inexact numbers, read off the result: only looked for when it is not finite.
fn events_of(array: &Array, result: &Array, mask: Option<&Array>, options: &ReduceOptions) -> Result<Flags> {
    if array.size() == 0 {
        return Ok(Flags::NONE);
    }
    // What is no number from the start says nothing, and an infinity nothing of overflows.
    let infinite_start = match options.initial {
        Initial::Value(Scalar::Float(value)) if value.is_nan() => return Ok(Flags::NONE),
        Initial::Value(Scalar::Complex(value)) if value.is_nan() => return Ok(Flags::NONE),
        Initial::Value(start @ Scalar::Float(_)) => {
            matches!(Array::scalar(start, result.dtype()).get_at(0), Scalar::Float(start) if start.is_infinite())
        }
        Initial::Value(Scalar::Complex(value)) => !value.is_finite(),
        _ => false,
    };
    let mut suspect = false;
    with_dtype!(result.dtype(), T => result.for_each::<T>(|x| suspect |= x.is_suspect()));
    if !suspect {
        return Ok(Flags::NONE);
    }
    let any = |class: &str| -> Result<Array> {
        let (truth, _) = call(find(class).expect("a row of the table"), &[array.into()], &CallOptions::default())?;
        let options =
            ReduceOptions { axes: options.axes, keepdims: options.keepdims, where_: mask, ..Default::default() };
        Ok(reduce(find("logical_or").expect("a row of the table"), &truth[0], &options)?.0)
    };
    let nan_in = any("isnan")?.to_vec::<crate::nd::Bool>()?;
    let infinite_in = any("isinf")?.to_vec::<crate::nd::Bool>()?;
    let mut flags = Flags::NONE;
    let mut at = 0;
    with_dtype!(result.dtype(), T => result.for_each::<T>(|x| {
        let (nan, infinite) = (nan_in[at].get(), infinite_in[at].get());
        at += 1;
        if x.has_nan() && !nan {
            flags |= Flags::INVALID;
        } else if x.is_suspect() && !nan && !infinite && !infinite_start {
            flags |= Flags::OVER;
        }
    }));
    Ok(flags)
}

/// Running results along an axis: `ufunc.accumulate`.
///
/// # Errors
/// As [`reduce`]; a `TypeError` for an array without axes.
pub fn accumulate(
    ufunc: &'static Ufunc,
    array: &Array,
    axis: isize,
    dtype: Option<DType>,
    out: Option<&Array>,
) -> Result<(Array, Warnings)> {
    check_binary(ufunc, "accumulate")?;
    if let DType::Swapped(_) = array.dtype() {
        return accumulate(ufunc, &*array.native()?, axis, dtype, out);
    }
    if array.ndim() == 0 {
        if !matches!(axis, 0 | -1) {
            return Err(Error::Axis { axis, ndim: 0 });
        }
        return Err(Error::type_error("cannot accumulate on a scalar"));
    }
    let axis = normalize_axis(axis, array.ndim())?;
    if dtype == Some(DType::Object) && array.dtype() != DType::Object {
        let objects = array.astype(DType::Object, Order::K)?;
        return Ok((super::other::accumulate(ufunc, &objects, axis, out)?, Warnings::NONE));
    }
    if !array.dtype().is_number() {
        return Ok((super::other::accumulate(ufunc, array, axis, out)?, Warnings::NONE));
    }
    let row = reduction_loop(ufunc, array.dtype(), dtype, out.map(Array::dtype))?;
    let input = if array.dtype() == row.types[0] && array.is_addressable() {
        array.view()
    } else {
        array.astype(row.types[0], Order::K)?
    };
    // The result lies as the iteration goes.
    let order = axis_order(array.ndim(), &[&iteration_strides(array)]);
    let result = Array::zeros_in_order(array.shape(), &order, row.types[0])?;
    let cast = cast::events(array, row.types[0]);
    let mut flags = Flags::NONE;
    let length = array.shape()[axis];
    if result.size() > 0 {
        let part = |array: &Array, from: usize, to: usize| {
            let mut starts: Shape = smallvec::smallvec![0; array.ndim()];
            let mut lengths = Shape::from_slice(array.shape());
            (starts[axis], lengths[axis]) = (from, to - from);
            block(array, &starts, &lengths)
        };
        copy_elements(&part(&result, 0, 1), &part(&input, 0, 1))?;
        if length > 1 {
            let (before, added) = (part(&result, 0, length - 1), part(&input, 1, length));
            flags = drive(row.run, &[&part(&result, 1, length), &before, &added], true)?;
        }
    }
    let cast = cast | out.map_or(Flags::NONE, |out| cast::events(&result, out.dtype()));
    let result = deliver(result, out)?;
    Ok((result, Warnings { cast, ..Warnings::of("accumulate", flags) }))
}

/// What reading a complex output as the real dtype of a loop tells of.
pub(super) fn read_back(out: &Array, dtype: DType) -> Flags {
    match out.dtype().kind() == Kind::Complex && !matches!(dtype.kind(), Kind::Complex | Kind::Bool) {
        true => Flags::DISCARDED,
        false => Flags::NONE,
    }
}

/// Puts a result into the caller's output, if there is one.
pub(super) fn deliver(result: Array, out: Option<&Array>) -> Result<Array> {
    let Some(out) = out else { return Ok(result) };
    if out.shape() != result.shape() {
        return Err(Error::BroadcastOutput {
            out: Shape::from_slice(out.shape()),
            result: Shape::from_slice(result.shape()),
        });
    }
    out.assign(&result)?;
    Ok(out.clone())
}

/// Reductions over slices `indices[i]..indices[i + 1]` of an axis: `ufunc.reduceat`.
///
/// # Errors
/// As [`reduce`]; an `IndexError` for an index outside the axis.
pub fn reduceat(
    ufunc: &'static Ufunc,
    array: &Array,
    indices: &[i64],
    axis: isize,
    dtype: Option<DType>,
    out: Option<&Array>,
) -> Result<(Array, Warnings)> {
    check_binary(ufunc, "reduceat")?;
    if array.ndim() == 0 {
        if !matches!(axis, 0 | -1) {
            return Err(Error::Axis { axis, ndim: 0 });
        }
        return Err(Error::type_error("cannot reduceat on a scalar"));
    }
    let axis = normalize_axis(axis, array.ndim())?;
    let length = array.shape()[axis];
    for &index in indices {
        if index < 0 || index as usize >= length {
            return Err(Error::index(format!("index {index} out-of-bounds in {}.reduceat [0, {length})", ufunc.name)));
        }
    }
    if !array.dtype().is_number() || dtype == Some(DType::Object) {
        return reduceat_apart(ufunc, array, indices, axis, ReduceOptions { dtype, out, ..ReduceOptions::default() });
    }
    let row = reduction_loop(ufunc, array.dtype(), dtype, out.map(Array::dtype))?;
    let input = if array.dtype() == row.types[0] && array.is_addressable() {
        array.view()
    } else {
        array.astype(row.types[0], Order::K)?
    };
    // The axis last, so that it is the innermost.
    let mut axes: SmallVec<[usize; 6]> = (0..array.ndim()).filter(|&other| other != axis).collect();
    axes.push(axis);
    let mut shape = Shape::from_slice(array.shape());
    shape[axis] = indices.len();
    let result = Array::zeros(&shape, row.types[0], Order::C)?;
    let (moved_in, moved_out) = (super::order::permuted(&input, &axes), super::order::permuted(&result, &axes));
    let last = array.ndim() - 1;
    let mut flags = Flags::NONE;
    for (position, &index) in indices.iter().enumerate() {
        let from = index as usize;
        let to = indices.get(position + 1).map_or(length, |&next| next as usize);
        let part = |array: &Array, from: usize, count: usize| {
            let mut starts: Shape = smallvec::smallvec![0; array.ndim()];
            let mut lengths = Shape::from_slice(array.shape());
            (starts[last], lengths[last]) = (from, count);
            block(array, &starts, &lengths)
        };
        let place = part(&moved_out, position, 1);
        copy_elements(&place, &part(&moved_in, from, 1))?;
        if to > from + 1 {
            let rest = part(&moved_in, from + 1, to - from - 1);
            let mut strides = Strides::from_slice(place.strides());
            strides[last] = 0;
            let still = place.with_geometry(Shape::from_slice(rest.shape()), strides, place.offset());
            flags |= drive_fold(row.fold, row.run, row.types[0], &still, &rest)?;
        }
    }
    let result = deliver(result, out)?;
    Ok((result, Warnings { cast: cast::events(array, row.types[0]), ..Warnings::of("reduceat", flags) }))
}

/// As [`reduceat`], of elements that are no numbers: every part is reduced by itself.
fn reduceat_apart(
    ufunc: &'static Ufunc,
    array: &Array,
    indices: &[i64],
    axis: usize,
    options: ReduceOptions,
) -> Result<(Array, Warnings)> {
    match array.dtype() {
        DType::Str(length) if ufunc.name == "add" => {
            return Err(super::other::not_compatible("reduceat", array.dtype(), DType::Str(2 * length)));
        }
        DType::Bytes(length) if ufunc.name == "add" => {
            return Err(super::other::not_compatible("reduceat", array.dtype(), DType::Bytes(2 * length)));
        }
        _ => {}
    }
    let part = |array: &Array, from: usize, to: usize| {
        let mut starts: Shape = smallvec::smallvec![0; array.ndim()];
        let mut lengths = Shape::from_slice(array.shape());
        (starts[axis], lengths[axis]) = (from, to - from);
        block(array, &starts, &lengths)
    };
    let axes = [axis as isize];
    let each = ReduceOptions { axes: Some(&axes), keepdims: true, out: None, ..options };
    let mut parts = Vec::with_capacity(indices.len());
    for (position, &index) in indices.iter().enumerate() {
        let from = index as usize;
        let to = indices.get(position + 1).map_or(array.shape()[axis], |&next| next as usize).max(from + 1);
        parts.push(reduce(ufunc, &part(array, from, to), &each)?.0);
    }
    let mut shape = Shape::from_slice(array.shape());
    shape[axis] = indices.len();
    let result = Array::zeros(&shape, parts.first().map_or(array.dtype(), Array::dtype), Order::C)?;
    for (at, found) in parts.iter().enumerate() {
        copy_elements(&part(&result, at, at + 1), found)?;
    }
    Ok((deliver(result, options.out)?, Warnings::NONE))
}

/// Every pair of elements: `ufunc.outer`; the result has the axes of `a`, then those of `b`.
///
/// # Errors
/// As [`call`].
pub fn outer(ufunc: &'static Ufunc, a: Operand, b: Operand, options: &CallOptions) -> Result<(Vec<Array>, Warnings)> {
    if ufunc.nin != 2 {
        return Err(Error::value("outer product only supported for binary functions"));
    }
    let (Operand::Array(left), columns) = (a, b.shape().len()) else { return call(ufunc, &[a, b], options) };
    let mut shape = Shape::from_slice(left.shape());
    let mut strides = Strides::from_slice(left.strides());
    shape.extend(std::iter::repeat_n(1, columns));
    strides.extend(std::iter::repeat_n(0, columns));
    let tall = left.with_geometry(shape, strides, left.offset());
    call(ufunc, &[(&tall).into(), b], options)
}

/// Applies `ufunc` to picked elements of `array` in place, one after another, so that an element picked
/// twice is changed twice: `ufunc.at`.
///
/// `deltas` are the picked elements' byte distances from the first; `values` has one element for each,
/// in order, and is `None` for a ufunc of one operand.
///
/// # Errors
/// As [`call`], and [`Error::ReadOnly`].
pub fn at(ufunc: &'static Ufunc, array: &Array, deltas: &[isize], values: Option<&Array>) -> Result<Warnings> {
    if ufunc.nout != 1 || ufunc.nin > 2 {
        return Err(Error::value("Only single output ufuncs supported at this time"));
    }
    if ufunc.nin != 1 + usize::from(values.is_some()) {
        let sentence = if ufunc.nin == 2 {
            "second operand needed for ufunc"
        } else {
            "second operand provided when ufunc is unary"
        };
        return Err(Error::value(sentence));
    }
    if !array.dtype().is_number() || values.is_some_and(|values| !values.dtype().is_number()) {
        return at_apart(ufunc, array, deltas, values);
    }
    if array.dtype() == DType::Object || ufunc.rule == Rule::Made {
        super::other::at(ufunc, array, deltas, values)?;
        return Ok(Warnings::NONE);
    }
    let mut types: SmallVec<[OperandType; 2]> = smallvec::smallvec![OperandType::Strong(array.dtype())];
    types.extend(values.map(|values| OperandType::Strong(values.dtype())));
    // NumPy casts without asking here, and writes to views that are read-only.
    let mut open = array.view();
    open.set_writeable(true)?;
    let array = &open;
    let row = resolve(ufunc, &types, None, Casting::SameKind)?;
    let result = *row.types.last().expect("a loop has an output");
    if deltas.is_empty() {
        return Ok(Warnings::NONE);
    }
    let mut flags = cast::events(array, row.types[0]) | values.map_or(Flags::NONE, |v| cast::events(v, row.types[1]));
    let values = values.map(|values| values.astype(row.types[1], Order::C)).transpose()?;
    let direct = array.dtype() == row.types[0] && array.dtype() == result && array.is_addressable();
    let scratch = (Array::zeros(&[], row.types[0], Order::C)?, Array::zeros(&[], result, Order::C)?);
    let single = |array: &Array, offset: usize| array.with_geometry(Shape::new(), Strides::new(), offset);
    for (position, &delta) in deltas.iter().enumerate() {
        let place = single(array, array.offset().wrapping_add_signed(delta));
        let (before, after) = if direct { (&place, &place) } else { (&scratch.0, &scratch.1) };
        if !direct {
            copy_elements(before, &place)?;
        }
        flags |= match &values {
            Some(values) => {
                let value = single(values, values.offset() + position * values.itemsize());
                drive(row.run, &[after, before, &value], true)?
            }
            None => drive(row.run, &[after, before], true)?,
        };
        if !direct {
            flags |= cast::events(after, array.dtype());
            copy_elements(&place, after)?;
        }
    }
    Ok(Warnings::of("at", flags))
}

/// As [`at`], where elements or values are no numbers.
fn at_apart(ufunc: &'static Ufunc, array: &Array, deltas: &[isize], values: Option<&Array>) -> Result<Warnings> {
    let mut open = array.view();
    open.set_writeable(true)?;
    let values = values.map(|values| (values, values.deltas()));
    let mut flags = Flags::NONE;
    if deltas.is_empty() {
        // Whether there is a function for such elements is told of all the same.
        let nothing = |dtype| Array::zeros(&[0], dtype, Order::C);
        let elements = [nothing(array.dtype())?, nothing(values.as_ref().map_or(array.dtype(), |(v, _)| v.dtype()))?];
        let operands: Vec<Operand> = elements[..ufunc.nin].iter().map(Operand::from).collect();
        call(ufunc, &operands, &CallOptions::default())?;
    }
    for (position, &delta) in deltas.iter().enumerate() {
        let place = open.element(delta);
        let value = values.as_ref().map(|(values, places)| values.element(places[position]));
        let operands: SmallVec<[Operand; 2]> =
            std::iter::once(Operand::Array(&place)).chain(value.as_ref().map(Operand::Array)).collect();
        let (made, events) = call(ufunc, &operands, &CallOptions::default())?;
        flags |= events.flags;
        place.assign(&made[0])?;
    }
    Ok(Warnings::of("at", flags))
}
