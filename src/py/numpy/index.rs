//! Subscripts: from what Python has between the brackets to the engine's [`IndexItem`]s.

use rustpython_vm::builtins::{PyComplex, PyEllipsis, PyFloat, PyInt, PyList, PyRange, PySlice, PyStr, PyTuple};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::array::{PyNdArray, wrap_view};
use super::errors::OrRaise;
use super::{convert, element, objects, scalar};
use crate::nd::index::{self as engine, INVALID_INDEX, IndexItem, Selected};
use crate::nd::time;
use crate::nd::ufunc::{Casting, can_cast};
use crate::nd::{Array, DType, Kind, Scalar};

/// `array[key]`.
pub fn get(array: &PyObject, key: &PyObject, vm: &VirtualMachine) -> PyResult {
    let source = expect_array(array, vm)?;
    if let Some(at) = plain_index(key, vm) {
        // The most frequent subscript of all needs no list of items.
        return get_one(array, &source, at, vm);
    }
    if let Some(picked) = fields(&source, key, vm)? {
        return wrap_view(picked, array, vm);
    }
    match engine::get(&source, &items(key, vm)?).or_raise(vm)? {
        Selected::Scalar(value) => Ok(scalar::object(value, source.dtype(), vm)),
        Selected::Element(place) => Ok(scalar::element(&place, 0, vm)),
        Selected::Array(selected) => wrap_view(selected, array, vm),
    }
}

/// `array[key] = value`.
pub fn set(array: &PyObject, key: &PyObject, value: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let target = expect_array(array, vm)?;
    if !target.is_writeable() {
        return Err(super::errors::exception(&crate::nd::Error::ReadOnly, vm));
    }
    if let Some(picked) = fields(&target, key, vm)? {
        return picked.assign(&value_for(&picked, value, vm)?).or_raise(vm);
    }
    let items = items(key, vm)?;
    let alone = element::of_sequence(&target, &items, value, vm).or_else(|error| {
        // A place that is not there is told of first.
        engine::count(&target, &items).or_raise(vm)?;
        Err(error)
    })?;
    if let Some(value) = alone {
        return engine::set(&target, &items, &value).or_raise(vm);
    }
    if target.dtype().kind() == Kind::Text {
        let value = convert::array_of(value, Some(target.dtype()), vm)?;
        return engine::set(&target, &items, &value).or_raise(vm);
    }
    if target.dtype() == DType::Object
        && items.iter().all(|item| matches!(item, IndexItem::Int(_)))
        && items.len() == target.ndim()
    {
        // One place takes whatever object it is given, a list too, and an array without axes.
        return engine::set(&target, &items, &objects::array_of_one(value, vm)).or_raise(vm);
    }
    let counted = |item: &IndexItem| match item {
        IndexItem::Array(mask) if mask.dtype() == DType::Bool => mask.ndim(),
        IndexItem::Int(_) | IndexItem::Slice { .. } | IndexItem::Array(_) => 1,
        _ => 0,
    };
    let given = items.iter().map(counted).sum();
    if given > target.ndim() {
        return Err(super::errors::exception(&crate::nd::Error::TooManyIndices { ndim: target.ndim(), given }, vm));
    }
    let given_scalar = scalar::value_of(value).is_some();
    let picks = items.iter().any(|item| matches!(item, IndexItem::Array(_)));
    let depth = axes_left(&target, &items);
    if let (Some(depth), false) = (depth, value.downcastable::<PyNdArray>())
        && lies_deeper(value, depth, target.dtype().record().is_none())
    {
        if target.dtype() != DType::Object {
            return Err(vm.new_value_error(format!(
                "setting an array element with a sequence. The requested array would exceed the maximum number of \
                 dimension of {depth}."
            )));
        }
        let objects = match depth {
            0 => one_object(value, vm),
            _ => convert::array_to_depth(value, Some(DType::Object), depth, vm)?,
        };
        return engine::set(&target, &items, &objects).or_raise(vm);
    }
    if target.dtype() == DType::Object && depth.is_none() && value.downcastable::<PyList>() {
        let chosen = engine::get(&target, &items).or_raise(vm)?.into_array(DType::Object).ndim();
        let mask = matches!(&items[..], [IndexItem::Array(array)] if array.dtype() == DType::Bool);
        if !mask && chosen > 0 {
            let objects = convert::array_to_depth(value, Some(DType::Object), chosen, vm)?;
            return engine::set(&target, &items, &objects).or_raise(vm);
        }
    }
    let value = match convert::number_of(value, vm) {
        // Where arrays pick, a NumPy scalar is converted as an array is: nothing is refused.
        Ok(Some(number)) if picks && !number.weak && target.dtype().is_number() => {
            convert::array_of(value, Some(target.dtype()), vm)?
        }
        _ if goes_nowhere(&target, &items, value) => convert::array_of(value, None, vm)?,
        _ => value_for(&target, value, vm).or_else(|error| {
            // A place that is not there is told of before a value that does not fit.
            let mask = |item: &IndexItem| matches!(item, IndexItem::Array(array) if array.dtype() == DType::Bool);
            if !picks || items.iter().any(mask) {
                engine::count(&target, &items).or_raise(vm)?;
            }
            Err(error)
        })?,
    };
    if !picks && target.dtype().is_integer() && !target.dtype().is_inexact() {
        refuse_time(&value, given_scalar, vm)?;
    }
    engine::set(&target, &items, &value).or_raise(vm)
}

/// Whether an array would lose something as elements of `target`, but there are none that it is assigned to, or it does
/// not fit: nothing is converted then, and nothing told of.
fn goes_nowhere(target: &Array, items: &[IndexItem], value: &PyObject) -> bool {
    let Some(value) = value.downcast_ref::<PyNdArray>() else { return false };
    let value = value.borrow();
    if can_cast(value.dtype(), target.dtype(), Casting::Safe) {
        return false;
    }
    let Ok(count) = engine::count(target, items) else { return false };
    let chosen = || engine::get(target, items).map(|chosen| chosen.into_array(target.dtype()));
    let leading = value.shape().iter().take_while(|&&length| length == 1).count();
    let fits = |chosen: Array| {
        let surplus = value.ndim().saturating_sub(chosen.ndim()).min(leading);
        crate::nd::manip::broadcast_shapes_of(&[&value.shape()[surplus..], chosen.shape()])
            .is_ok_and(|met| met.as_slice() == chosen.shape())
    };
    if !chosen().is_ok_and(fits) {
        return true;
    }
    // A mask takes one value, or one for each place.
    let mask = matches!(items, [IndexItem::Array(mask)] if mask.dtype() == DType::Bool && mask.ndim() == target.ndim());
    count == 0 || mask && (value.ndim() > 1 || value.size() != 1 && value.size() != count)
}

/// A date or a span becomes an integer as Python's own would, of which only counts are numbers.
fn refuse_time(value: &Array, is_scalar: bool, vm: &VirtualMachine) -> PyResult<()> {
    if !is_scalar || !time::is_time(value.dtype()) {
        return Ok(());
    }
    let item = scalar::item(value, 0, vm);
    if item.downcastable::<PyInt>() {
        return Ok(());
    }
    let class = item.class().name().to_string();
    let class = if vm.is_none(&item) { class } else { format!("datetime.{}", class.rsplit('.').next().unwrap_or("")) };
    Err(vm.new_type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{class}'"
    )))
}

/// How many axes a view by these items has; `None` where arrays pick elements, or for one element.
fn axes_left(array: &Array, items: &[IndexItem]) -> Option<usize> {
    let (mut axes, mut named) = (array.ndim(), 0);
    for item in items {
        match item {
            IndexItem::Int(_) => (axes, named) = (axes.checked_sub(1)?, named + 1),
            IndexItem::NewAxis => axes += 1,
            IndexItem::Slice { .. } | IndexItem::Ellipsis => {}
            IndexItem::Array(_) | IndexItem::Bool(_) => return None,
        }
    }
    (named == 0 || named < array.ndim() || named < items.len()).then_some(axes)
}

/// Whether sequences lie in sequences deeper than that: what does not fit an array of so many axes. Where elements are
/// records, tuples are no sequences.
fn lies_deeper(value: &PyObject, depth: usize, tuples: bool) -> bool {
    if let Some(array) = value.downcast_ref::<PyNdArray>() {
        return array.borrow().ndim() > depth;
    }
    let among = |parts: &[PyObjectRef]| depth == 0 || parts.iter().any(|part| lies_deeper(part, depth - 1, tuples));
    if let Some(list) = value.downcast_ref::<PyList>() {
        return among(&list.borrow_vec());
    }
    match value.downcast_ref::<PyTuple>() {
        Some(tuple) if tuples => among(tuple.as_slice()),
        _ => depth == 0 && value.downcastable::<PyRange>(),
    }
}

/// The view of the field that a name names, or of the fields in a list of names; `None` for any other key.
pub fn fields(array: &Array, key: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Array>> {
    let invalid = || vm.new_index_error(INVALID_INDEX);
    if let Some(name) = key.downcast_ref::<PyStr>() {
        let record = array.dtype().record().ok_or_else(invalid)?;
        let name = name.to_string_lossy();
        let field = record.field(&name).ok_or_else(|| vm.new_value_error(format!("no field of name {name}")))?;
        return Ok(Some(array.field(field)));
    }
    let Some(names) = super::fields::names_of(key) else { return Ok(None) };
    let record = array.dtype().record().ok_or_else(invalid)?;
    array.reinterpret(super::fields::some_fields(record, &names, vm)?).map(Some).or_raise(vm)
}

/// The array a value is before it is assigned to elements of `target`: a Python number must fit.
pub fn value_for(target: &Array, value: &PyObject, vm: &VirtualMachine) -> PyResult<Array> {
    if target.dtype() == DType::Object {
        return convert::array_of(value, Some(DType::Object), vm);
    }
    if let DType::Record(_) = target.dtype()
        && !value.downcastable::<PyNdArray>()
        && super::void::array_of(value).is_none()
    {
        return convert::array_of(value, Some(target.dtype()), vm);
    }
    if let DType::Swapped(native) = target.dtype() {
        return value_for(&Array::zeros(&[], *native, crate::nd::Order::C).or_raise(vm)?, value, vm);
    }
    if let Kind::Date | Kind::Span = target.dtype().kind()
        && let Ok(Some(convert::Number { value: Scalar::Float(_) | Scalar::Complex(_), weak: true, .. })) =
            convert::number_of(value, vm)
    {
        let what = if target.dtype().kind() == Kind::Date { "datetime" } else { "timedelta" };
        return Err(vm.new_value_error(format!("Could not convert object to NumPy {what}")));
    }
    if target.dtype().kind() == Kind::Text {
        return convert::array_of(value, Some(target.dtype()), vm);
    }
    if !target.dtype().is_number() {
        return convert::array_of(value, None, vm);
    }
    if let Some(own) = super::subclass::own_number(value, target.dtype(), vm)? {
        return value_for(target, &own, vm);
    }
    if (target.dtype().is_inexact() || target.dtype() == DType::Bool) && convert::is_too_large(value, vm) {
        return number_from(target.dtype(), value, vm);
    }
    if let Some(number) = convert::number_of(value, vm)? {
        super::casting::settle(number, target.dtype(), vm)?;
        return Ok(Array::scalar(number.value, number.dtype));
    }
    if value.class().is(vm.ctx.types.str_type) || vm.is_none(value) {
        return number_from(target.dtype(), value, vm);
    }
    let is_text = objects::is_text(value);
    let value = convert::array_of(value, None, vm)?;
    if is_text && matches!(value.dtype().kind(), Kind::Str | Kind::Bytes) {
        // A text is read as a number even where there is no element to take it.
        return value.astype(target.dtype(), crate::nd::Order::K).or_raise(vm);
    }
    super::casting::warn_about(&value, target.dtype(), vm)?;
    Ok(value)
}

/// An object array without axes of a value, of an array too.
pub fn one_object(value: &PyObject, vm: &VirtualMachine) -> Array {
    objects::array_of_one(value, vm)
}

/// What Python's own number type makes of an object; of `None` a float makes NaN.
pub fn number_from(dtype: DType, value: &PyObject, vm: &VirtualMachine) -> PyResult<Array> {
    let types = &vm.ctx.types;
    let class = match dtype.kind() {
        Kind::Bool => types.bool_type,
        Kind::Signed | Kind::Unsigned => types.int_type,
        Kind::Float | Kind::Complex if vm.is_none(value) => {
            let nan = num_complex::Complex64::new(f64::NAN, f64::NAN);
            return Ok(match dtype.kind() {
                Kind::Complex => Array::scalar(Scalar::Complex(nan), dtype),
                _ => Array::scalar(Scalar::Float(nan.re), dtype),
            });
        }
        Kind::Float => types.float_type,
        Kind::Complex => types.complex_type,
        _ => return convert::array_of(value, Some(dtype), vm),
    };
    let number = class.as_object().call((value.to_owned(),), vm)?;
    convert::array_of(&number, Some(dtype), vm)
}

fn expect_array(object: &PyObject, vm: &VirtualMachine) -> PyResult<Array> {
    match object.downcast_ref::<PyNdArray>() {
        Some(array) => Ok(array.array()),
        None => Err(vm.new_type_error(format!("expected an ndarray, got '{}'", object.class().name()))),
    }
}

fn plain_index(key: &PyObject, vm: &VirtualMachine) -> Option<isize> {
    let int = key.downcast_ref_if_exact::<PyInt>(vm)?;
    num_traits::ToPrimitive::to_isize(int.as_bigint())
}

fn get_one(object: &PyObject, array: &Array, at: isize, vm: &VirtualMachine) -> PyResult {
    if array.ndim() == 1 {
        let size = array.shape()[0];
        let signed = size as isize;
        if at >= -signed && at < signed {
            let place = if at < 0 { at + signed } else { at };
            return Ok(scalar::element(array, place * array.strides()[0], vm));
        }
    }
    match engine::get(array, &[IndexItem::Int(at)]).or_raise(vm)? {
        Selected::Scalar(value) => Ok(scalar::object(value, array.dtype(), vm)),
        Selected::Element(place) => Ok(scalar::element(&place, 0, vm)),
        Selected::Array(selected) => wrap_view(selected, object, vm),
    }
}

/// The items of a subscript: a tuple is several, anything else one.
pub fn items(key: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<IndexItem>> {
    match key.downcast_ref::<PyTuple>() {
        Some(tuple) => tuple.as_slice().iter().map(|item| one_item(item, vm)).collect(),
        None => Ok(vec![one_item(key, vm)?]),
    }
}

fn one_item(item: &PyObject, vm: &VirtualMachine) -> PyResult<IndexItem> {
    if vm.is_none(item) {
        return Ok(IndexItem::NewAxis);
    }
    if item.downcastable::<PyEllipsis>() {
        return Ok(IndexItem::Ellipsis);
    }
    if let Some(slice) = item.downcast_ref::<PySlice>() {
        let bound = |value: Option<&PyObjectRef>| slice_bound(value, vm);
        return Ok(IndexItem::Slice {
            start: bound(slice.start.as_ref())?,
            stop: bound(Some(&slice.stop))?,
            step: bound(slice.step.as_ref())?,
        });
    }
    if item.class().is(vm.ctx.types.bool_type) {
        return Ok(IndexItem::Bool(item.to_owned().try_to_bool(vm)?));
    }
    if let Some((value, dtype)) = scalar::value_of(item) {
        return match dtype {
            DType::Bool => Ok(IndexItem::Bool(value.is_truthy())),
            dtype if dtype.is_integer() => int_item(item, vm),
            _ => Err(vm.new_index_error(INVALID_INDEX)),
        };
    }
    if item.downcastable::<PyInt>() {
        return int_item(item, vm);
    }
    if let Some(array) = item.downcast_ref::<PyNdArray>() {
        return index_array(array.array(), vm);
    }
    if let Some(list) = item.downcast_ref::<PyList>() {
        if list.borrow_vec().is_empty() {
            return Ok(IndexItem::Array(Array::vector(Vec::<i64>::new())));
        }
        return index_list(convert::array_of(item, None, vm)?, vm);
    }
    if item.downcastable::<PyTuple>() {
        return index_list(convert::array_of(item, None, vm)?, vm);
    }
    if objects::is_text(item) {
        return Err(vm.new_index_error(INVALID_INDEX));
    }
    if let Some(index) = item.try_index_opt(vm) {
        return int_item(index?.as_object(), vm);
    }
    if item.downcastable::<PyFloat>() || item.downcastable::<PyComplex>() {
        return Err(vm.new_index_error(INVALID_INDEX));
    }
    match convert::array_of(item, None, vm) {
        Ok(array) => index_list(array, vm),
        Err(_) => Err(vm.new_index_error(INVALID_INDEX)),
    }
}

/// What was no array before it was made one.
fn index_list(array: Array, vm: &VirtualMachine) -> PyResult<IndexItem> {
    index_array(array, vm).map_err(|_| vm.new_index_error(INVALID_INDEX))
}

fn int_item(item: &PyObject, vm: &VirtualMachine) -> PyResult<IndexItem> {
    let index = item.to_owned().try_index(vm)?;
    match num_traits::ToPrimitive::to_isize(index.as_bigint()) {
        Some(index) => Ok(IndexItem::Int(index)),
        None => Err(vm.new_index_error(INVALID_INDEX)),
    }
}

fn index_array(array: Array, vm: &VirtualMachine) -> PyResult<IndexItem> {
    if array.dtype() == DType::Bool || array.dtype().is_integer() {
        return Ok(IndexItem::Array(array));
    }
    Err(vm.new_index_error("arrays used as indices must be of integer (or boolean) type"))
}

/// A bound of a slice; one that no machine integer holds is cut off, as Python cuts it.
fn slice_bound(value: Option<&PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<isize>> {
    let Some(value) = value.filter(|value| !vm.is_none(value)) else { return Ok(None) };
    let index = match value.try_index_opt(vm) {
        Some(index) => index?,
        None => {
            return Err(vm.new_type_error("slice indices must be integers or None or have an __index__ method"));
        }
    };
    let big = index.as_bigint();
    let cut_off = if num_traits::Signed::is_negative(big) { isize::MIN } else { isize::MAX };
    Ok(Some(num_traits::ToPrimitive::to_isize(big).unwrap_or(cut_off)))
}
