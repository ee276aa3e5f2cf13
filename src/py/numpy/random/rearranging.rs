//! Shuffles and choices: of arrays by the engine, of Python's own sequences item by item.

use rustpython_vm::builtins::{PyInt, PyList, PyRange, PyStr, PyTuple};
use rustpython_vm::class::StaticType;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::super::args;
use super::super::array::{PyNdArray, wrap, wrap_result, wrap_view};
use super::super::convert::array_of;
use super::super::errors::{self, OrRaise};
use super::super::scalar;
use super::draws::{Source, size_of};
use crate::nd::fancy::take::{Mode, take};
use crate::nd::index::IndexItem;
use crate::nd::random::{self, Bounded, Family, Population, Weights, Width};
use crate::nd::shape::normalize_axis;
use crate::nd::{Array, DType, Kind, Shape};

/// `shuffle(x, axis)`: puts the items of a sequence, or the slices of an array, in random order in place.
pub fn shuffle<S: Source>(source: &S, items: &PyObjectRef, axis: isize, vm: &VirtualMachine) -> PyResult<()> {
    if let Some(array) = items.downcast_ref::<PyNdArray>() {
        let array = array.array();
        if array.ndim() == 0 {
            return Err(vm.new_type_error("len() of unsized object"));
        }
        let axis = normalize_axis(axis, array.ndim()).or_raise(vm)?;
        if !items.class().is(PyNdArray::static_type()) {
            if S::METHOD == random::Method::Masked && array.ndim() == 1 && array.dtype() == DType::Object {
                errors::warn(vm.ctx.exceptions.user_warning, OBJECTS_IN_SUBCLASS, vm)?;
            }
            return shuffle_slices(source, items, axis, vm);
        }
        return source.with(|stream| random::shuffle_axis(stream, &array, axis)).or_raise(vm);
    }
    if axis != 0 {
        return Err(vm.new_not_implemented_error("Axis argument is only supported on ndarray objects"));
    }
    if let Some(list) = items.downcast_ref::<PyList>() {
        let mut list = list.borrow_vec_mut();
        source.with(|stream| random::shuffle(stream, &mut list));
        return Ok(());
    }
    shuffle_by_item(source, items, vm)
}

// DIFFERENCE: what is shuffled is right nevertheless.
const OBJECTS_IN_SUBCLASS: &str = "Shuffling a one dimensional array subclass containing objects gives incorrect results \
                                   for most array subclasses.  Please use the new random number API instead: \
                                   https://numpy.org/doc/stable/reference/random/index.html\nThe new API fixes this issue. \
                                   This version will not be fixed due to stability guarantees of the API.";

/// Shuffles an array of a class derived from `ndarray` by its own indexing: what it keeps beside its elements, as a
/// mask, moves with them.
fn shuffle_slices<S: Source>(source: &S, items: &PyObjectRef, axis: usize, vm: &VirtualMachine) -> PyResult<()> {
    let view = if axis == 0 { items.clone() } else { vm.call_method(items, "swapaxes", (0, axis))? };
    let at = |place: usize| -> PyObjectRef {
        let place = vm.ctx.new_int(place).into();
        vm.ctx.new_tuple(vec![place, vm.ctx.ellipsis.clone().into()]).into()
    };
    let length = view.length(vm)?;
    if length < 2 {
        return Ok(());
    }
    let kept = vm.call_method(&*view.get_item(&*at(0), vm)?, "copy", ())?;
    let mut sampler = Bounded::new(Width::W64, 0, random::Method::Masked);
    for last in (1..length).rev() {
        sampler.set_range(last as u64);
        let other = source.with(|stream| sampler.draw(stream)) as usize;
        if other == last {
            continue;
        }
        kept.set_item(vm.ctx.ellipsis.as_object(), view.get_item(&*at(other), vm)?, vm)?;
        view.set_item(&*at(other), view.get_item(&*at(last), vm)?, vm)?;
        view.set_item(&*at(last), kept.clone(), vm)?;
    }
    Ok(())
}

fn shuffle_by_item<S: Source>(source: &S, items: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let known = items.downcastable::<PyTuple>() || items.downcastable::<PyStr>() || items.downcastable::<PyRange>();
    let length = items.length(vm)?;
    if !known && !is_registered_sequence(items, vm)? {
        let class = items.class().name().to_string();
        errors::warn(
            vm.ctx.exceptions.user_warning,
            &format!(
                "you are shuffling a '{class}' object which is not a subclass of 'Sequence'; `shuffle` is not guaranteed to \
                 behave correctly. E.g., non-numpy array/tensor objects with view semantics may contain duplicates after \
                 shuffling."
            ),
            vm,
        )?;
    }
    // Shuffles are drawn under a mask in both of NumPy's generators.
    let mut sampler = Bounded::new(Width::W64, 0, random::Method::Masked);
    for last in (1..length).rev() {
        sampler.set_range(last as u64);
        let other = source.with(|stream| sampler.draw(stream)) as usize;
        let (here, there) = (items.get_item(&last, vm)?, items.get_item(&other, vm)?);
        items.set_item(&last, there, vm)?;
        items.set_item(&other, here, vm)?;
    }
    Ok(())
}

fn is_registered_sequence(items: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let package = vm.import("collections.abc", 0)?;
    items.is_instance(&*package.get_attr("abc", vm)?.get_attr("Sequence", vm)?, vm)
}

/// Whether a value is a Python or NumPy integer.
fn is_integer(value: &PyObject) -> bool {
    value.downcastable::<PyInt>()
        || scalar::value_of(value).is_some_and(|(_, dtype)| matches!(dtype.kind(), Kind::Signed | Kind::Unsigned))
}

fn has_no_axes(value: &PyObject, vm: &VirtualMachine) -> bool {
    match value.downcast_ref::<PyNdArray>() {
        Some(array) => array.borrow().ndim() == 0,
        None => value.downcastable::<PyStr>() || !matches!(vm.get_attribute_opt(value, "__len__"), Ok(Some(_))),
    }
}

/// `permutation(x, axis)`: the integers below `x`, or a copy of `x`, in random order. `flat` is the error for
/// an `x` without axes.
pub fn permutation<S: Source>(
    source: &S,
    items: &PyObjectRef,
    axis: isize,
    flat: impl FnOnce() -> rustpython_vm::builtins::PyBaseExceptionRef,
    vm: &VirtualMachine,
) -> PyResult {
    if is_integer(items) {
        let count = args::to_isize(items, vm)?.max(0) as u64;
        let order = source.with(|stream| random::permutation(stream, count)).or_raise(vm)?;
        return Ok(wrap(Array::vector(order), vm));
    }
    let array = array_of(items, None, vm)?;
    if array.ndim() == 0 {
        return Err(flat());
    }
    let axis = normalize_axis(axis, array.ndim()).or_raise(vm)?;
    if array.ndim() == 1 {
        return Ok(wrap(source.with(|stream| random::permutation_axis(stream, &array, axis)).or_raise(vm)?, vm));
    }
    // Of several axes the slices are picked by a permutation of their numbers.
    let order = source.with(|stream| random::permutation(stream, array.shape()[axis] as u64)).or_raise(vm)?;
    let mut items = vec![IndexItem::Slice { start: None, stop: None, step: None }; axis];
    items.push(IndexItem::Array(Array::vector(order)));
    Ok(wrap(crate::nd::index::get(&array, &items).or_raise(vm)?.into_array(array.dtype()), vm))
}

/// What `choice` was asked for.
pub struct Choice {
    /// `a`
    pub items: PyObjectRef,
    /// `size`
    pub size: Option<PyObjectRef>,
    /// `replace`
    pub replace: bool,
    /// `p`
    pub weights: Option<PyObjectRef>,
    /// `axis`
    pub axis: isize,
    /// Which generator's rules and words.
    pub family: Family,
}

/// `choice(a, size, replace, p, ...)`: random items of `a`, or integers below it.
pub fn choice<S: Source>(source: &S, asked: Choice, vm: &VirtualMachine) -> PyResult {
    let legacy = asked.family == Family::Legacy;
    let items = match count_of(&asked.items, legacy, vm)? {
        Some(_) => None,
        None => Some(array_of(&asked.items, None, vm)?),
    };
    let mut axis = 0;
    let population = match &items {
        None => Population::Integers(count_of(&asked.items, legacy, vm)?.unwrap_or(0)),
        Some(array) if legacy && array.ndim() != 1 => return Err(vm.new_value_error("a must be 1-dimensional")),
        Some(array) => {
            axis =
                normalize_axis(asked.axis, array.ndim()).map_err(|_| vm.new_index_error("tuple index out of range"))?;
            Population::Items(array.shape()[axis])
        }
    };
    let size = size_of(asked.size, vm)?;
    let weights = args::present(asked.weights, vm);
    let weighted = weights.is_some();
    let weights = weights.map(|weights| weights_of(&weights, legacy, vm)).transpose()?;
    let weights = weights.as_ref().map(|(p, tolerance)| Weights { p, tolerance: *tolerance });
    let shape = size.clone().unwrap_or_default();
    let count = shape.iter().fold(1u64, |count, &length| count.saturating_mul(length as u64));
    let drawn = source.with(|stream| random::choice(stream, asked.family, population, count, asked.replace, weights));
    let positions = positions(drawn.or_raise(vm)?, &shape, vm)?;
    let Some(items) = items else {
        if legacy && !asked.replace && size.is_some() && !weighted {
            // The first of all of them, shuffled: a view.
            let all = wrap(positions.clone(), vm);
            return wrap_view(positions.view(), &all, vm);
        }
        return Ok(super::draws::result(positions, size.is_some(), vm));
    };
    let taken = take(&items, &positions, Some(axis as isize), Mode::Raise).or_raise(vm)?;
    Ok(if size.is_some() { wrap(taken, vm) } else { wrap_result(taken, vm) })
}

fn positions(positions: Vec<i64>, shape: &Shape, vm: &VirtualMachine) -> PyResult<Array> {
    let count = positions.len();
    Array::from_vec(shape, positions)
        .ok_or_else(|| vm.new_value_error(format!("cannot arrange {count} choices in this size")))
}

/// The number of integers to choose from, if `items` is an integer. Negative numbers leave none.
fn count_of(items: &PyObjectRef, legacy: bool, vm: &VirtualMachine) -> PyResult<Option<u64>> {
    if !has_no_axes(items, vm) {
        return Ok(None);
    }
    let number = match items.downcast_ref::<PyNdArray>() {
        Some(array) => super::super::scalar::item(&array.array(), 0, vm),
        None => items.clone(),
    };
    let count = match number.try_index_opt(vm) {
        Some(Ok(count)) => count.try_to_primitive::<i64>(vm)?,
        _ if legacy => return Err(vm.new_value_error("a must be 1-dimensional or an integer")),
        _ => {
            let class = items.class().as_object().repr(vm)?;
            return Err(
                vm.new_value_error(format!("a must be a sequence or an integer, not {}", class.to_string_lossy()))
            );
        }
    };
    Ok(Some(u64::try_from(count).unwrap_or(0)))
}

/// Probabilities, and how far from 1 their sum may be.
fn weights_of(weights: &PyObjectRef, legacy: bool, vm: &VirtualMachine) -> PyResult<(Vec<f64>, f64)> {
    let given = weights.downcast_ref::<PyNdArray>().map(|array| array.borrow().dtype().native());
    let tolerance: f64 = match given {
        Some(DType::Float16) => 2f64.powi(-10).sqrt(),
        Some(DType::Float32) => f64::from(f32::EPSILON).sqrt(),
        _ => f64::EPSILON.sqrt(),
    };
    let weights = array_of(weights, Some(DType::Float64), vm)?;
    if weights.ndim() != 1 {
        return Err(vm.new_value_error(if legacy { "'p' must be 1-dimensional" } else { "p must be 1-dimensional" }));
    }
    Ok((weights.to_vec().or_raise(vm)?, tolerance))
}
