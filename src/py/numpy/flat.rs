//! `ndarray.flat`: the elements in C order, to iterate over, read and write by position.

use std::cell::Cell;

use rustpython_vm::builtins::{PyEllipsis, PyFloat, PyList, PyStr, PyTuple};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::{PyIterReturn, PyMappingMethods};
use rustpython_vm::types::{AsMapping, IterNext, Iterable, SelfIter};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::array::{PyNdArray, PyNdArrayRef, shape_tuple, wrap};
use super::errors::OrRaise;
use super::{index, scalar};
use crate::nd::index::{self as engine, IndexItem};
use crate::nd::{Array, DType, Error, Kind, Order, Shape};

/// An iterator over all elements of an array in C order, `array.flat`: it can be indexed and assigned to as if the array
/// had one axis.
#[pyclass(name = "flatiter", module = "numpy")]
#[derive(Debug, PyPayload)]
pub struct PyFlat {
    array: PyNdArrayRef,
    next: Cell<usize>,
}

impl PyFlat {
    /// The elements of `array`, from the first.
    pub fn over(array: PyNdArrayRef) -> Self {
        Self { array, next: Cell::new(0) }
    }
}

/// Byte distance of the element at a position in C order from the first element.
fn delta_of(array: &Array, position: usize) -> isize {
    let mut rest = position;
    let mut delta = 0;
    for (&length, &step) in array.shape().iter().zip(array.strides()).rev() {
        delta += (rest % length) as isize * step;
        rest /= length;
    }
    delta
}

fn coordinates(array: &Array, position: usize) -> Shape {
    let mut rest = position;
    let mut index: Shape = array
        .shape()
        .iter()
        .rev()
        .map(|&length| {
            let at = rest % length.max(1);
            rest /= length.max(1);
            at
        })
        .collect();
    index.reverse();
    index
}

/// `array.flat = value`: the value's elements in C order, repeated until the array is full.
pub fn assign_all(array: &Array, value: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if !array.is_writeable() {
        return Err(vm.new_value_error("array is read-only"));
    }
    let value = index::value_for(array, value, vm)?;
    if value.size() == 0 {
        return Ok(());
    }
    for position in 0..array.size() {
        let element = value.element(delta_of(&value, position % value.size()));
        array.element(delta_of(array, position)).assign(&element).or_raise(vm)?;
    }
    Ok(())
}

impl AsMapping for PyFlat {
    fn as_mapping() -> &'static PyMappingMethods {
        static AS_MAPPING: PyMappingMethods = PyMappingMethods {
            length: Some(|mapping, _vm| Ok(PyFlat::mapping_downcast(mapping).array.borrow().size())),
            subscript: Some(|mapping, key, vm| {
                let array = PyFlat::mapping_downcast(mapping).array.array();
                let key = &*one_axis(key, array.size(), vm)?;
                if let Some(Ok(at)) = key.try_index_opt(vm).map(|at| at.and_then(|at| at.try_to_primitive::<isize>(vm)))
                {
                    let size = array.size() as isize;
                    if at < -size || at >= size {
                        return Err(vm.new_index_error(format!("index {at} is out of bounds for size {size}")));
                    }
                }
                let flat: PyObjectRef = wrap(
                    array
                        .copy(Order::C)
                        .and_then(|copy| crate::nd::manip::reshape(&copy, &[-1], Order::C, None))
                        .or_raise(vm)?,
                    vm,
                );
                if is_picking(key) {
                    // Bounds are those of all the elements.
                    let positions = Array::vector((0..array.size() as i64).collect());
                    engine::get(&positions, &index::items(key, vm)?).map_err(of_flat).or_raise(vm)?;
                }
                let picked = index::get(&flat, key, vm)?;
                // A view of the temporary copy becomes an array of its own.
                match picked.downcast_ref::<super::array::PyNdArray>() {
                    Some(view) => {
                        let copy = wrap(view.borrow().copy(Order::C).or_raise(vm)?, vm);
                        super::subclass::like(copy, PyFlat::mapping_downcast(mapping).array.as_object(), vm)
                    }
                    None => Ok(picked),
                }
            }),
            ass_subscript: Some(|mapping, key, value, vm| {
                let array = PyFlat::mapping_downcast(mapping).array.array();
                let Some(value) = value else { return Err(vm.new_type_error("Cannot delete iterator elements")) };
                set(&array, key, &value, vm)
            }),
        };
        &AS_MAPPING
    }
}

fn set(array: &Array, key: &PyObject, value: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if !array.is_writeable() {
        return Err(vm.new_value_error("underlying array is read-only"));
    }
    if key.downcast_ref::<PyTuple>().is_some_and(|key| key.is_empty()) {
        return Err(vm.new_index_error("Assigning to a flat iterator with a 0-D index is not supported"));
    }
    let key = &*one_axis(key, array.size(), vm)?;
    let positions = Array::vector((0..array.size() as i64).collect());
    let items = index::items(key, vm)?;
    let chosen = engine::get(&positions, &items).map_err(of_flat);
    if let (Err(_), [IndexItem::Array(places)]) = (&chosen, &items[..])
        && places.dtype().is_integer()
        && array.size() > 0
    {
        // What comes before a place that is not there is set.
        let signed = array.size() as i64;
        let wanted = places.to_vec::<i64>().or_raise(vm)?;
        let before: Vec<i64> = wanted.into_iter().take_while(|at| (-signed..signed).contains(at)).collect();
        let value = index::value_for(array, value, vm)?;
        if value.size() > 0 {
            put(array, before.into_iter().map(|at| at.rem_euclid(signed)), &value, vm)?;
        }
    }
    let picked = chosen.or_raise(vm)?.into_array(DType::Int64);
    let picked: Vec<i64> = picked.to_vec().or_raise(vm)?;
    let is_one = !super::args::is_sequence(&key.to_owned()) && key.try_index_opt(vm).is_some();
    if is_one
        && array.dtype() == DType::Object
        && value.downcast_ref::<PyNdArray>().is_some_and(|value| value.borrow().ndim() == 0)
    {
        return put(array, picked.into_iter(), &index::one_object(value, vm), vm);
    }
    let value = index::value_for(array, value, vm).map_err(|raised| match is_one {
        true => vm.new_value_error("Error setting single item of array."),
        false => raised,
    })?;
    if is_one && value.size() > 1 {
        return Err(vm.new_value_error("Error setting single item of array."));
    }
    if value.size() == 0 && !picked.is_empty() {
        return match is_one {
            true => Err(vm.new_value_error("Error setting single item of array.")),
            false => Ok(()),
        };
    }
    put(array, picked.into_iter(), &value, vm)
}

/// Sets elements, by their positions in C order, to a value's elements, which are taken again from the first.
fn put(array: &Array, places: impl Iterator<Item = i64>, value: &Array, vm: &VirtualMachine) -> PyResult<()> {
    for (turn, position) in places.enumerate() {
        let element = value.element(delta_of(value, turn % value.size()));
        array.element(delta_of(array, position as usize)).assign(&element).or_raise(vm)?;
    }
    Ok(())
}

const INVALID: &str = "only integers, slices (`:`), ellipsis (`...`) and integer or boolean arrays are valid indices";
const OF_BOOLS: &str = "boolean indices for iterators are not supported because of previous behavior that was confusing \
                        (valid boolean indices are expected to work in the future)";
const ONE_BOOL: &str = "Indexing flat iterators with a 0-dimensional boolean index is deprecated and may be removed in a \
                        future version. (Deprecated NumPy 2.4)";
const NO_INDEX: &str = "Invalid non-array indices for iterator objects are deprecated and will be removed in a future \
                        version. (Deprecated NumPy 2.4)";

/// A key that an array of one axis takes as well; refuses what only arrays take: new axes, several indices.
fn one_axis(key: &PyObject, size: usize, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
    let too_many = |count: usize| {
        vm.new_index_error(format!(
            "too many indices for flat iterator: flat iterator is 1-dimensional, but {count} were indexed"
        ))
    };
    if let Some(keys) = key.downcast_ref::<PyTuple>() {
        return match keys.as_slice() {
            [] => Ok(vm.ctx.ellipsis.clone().into()),
            [one] => one_axis(one, size, vm),
            keys if keys.iter().any(|key| vm.is_none(key) || key.downcastable::<PyEllipsis>()) => {
                Err(vm.new_index_error(INVALID))
            }
            keys => Err(too_many(keys.len())),
        };
    }
    let deprecated = |message| super::errors::warn(vm.ctx.exceptions.deprecation_warning, message, vm);
    let first_or_none = |wanted: bool| -> PyResult<PyObjectRef> {
        deprecated(ONE_BOOL)?;
        Ok(if wanted { vm.ctx.new_int(0).into() } else { vm.ctx.new_list(Vec::new()).into() })
    };
    if vm.is_none(key) || key.downcastable::<PyStr>() {
        return Err(vm.new_index_error(INVALID));
    }
    if key.class().is(vm.ctx.types.bool_type) {
        return first_or_none(key.to_owned().try_to_bool(vm)?);
    }
    if scalar::value_of(key).is_some_and(|(_, dtype)| dtype == DType::Bool) {
        return Err(vm.new_index_error(OF_BOOLS));
    }
    if let Some(array) = key.downcast_ref::<PyNdArray>() {
        let array = array.borrow();
        return match array.shape() {
            _ if array.dtype() != DType::Bool => Ok(key.to_owned()),
            [] => first_or_none(array.get(&[]).is_truthy()),
            [length] if *length == size => Ok(key.to_owned()),
            [length] => Err(vm.new_index_error(format!(
                "boolean index did not match indexed flat iterator along axis 0; size of axis is {size} but size of \
                 corresponding boolean axis is {length}"
            ))),
            shape => Err(too_many(shape.len())),
        };
    }
    if key.downcastable::<PyList>() || key.downcastable::<PyFloat>() {
        let positions = super::convert::array_of(key, None, vm)?;
        return match positions.dtype().kind() {
            _ if positions.size() == 0 => Ok(key.to_owned()),
            Kind::Bool => Err(vm.new_index_error(OF_BOOLS)),
            Kind::Float => {
                deprecated(NO_INDEX)?;
                let whole = positions.astype(DType::Int64, Order::C).or_raise(vm)?;
                Ok(if whole.ndim() == 0 { scalar::element(&whole, 0, vm) } else { wrap(whole, vm) })
            }
            Kind::Str | Kind::Bytes => Err(vm.new_index_error(INVALID)),
            _ => Ok(key.to_owned()),
        };
    }
    Ok(key.to_owned())
}

/// Whether a key picks elements by a list or an array of their positions.
fn is_picking(key: &PyObject) -> bool {
    key.downcastable::<super::array::PyNdArray>() || key.downcastable::<rustpython_vm::builtins::PyList>()
}

/// An index that is too large is so for all the elements, not for an axis.
fn of_flat(error: Error) -> Error {
    match error {
        Error::Index { index, size, .. } => Error::index(format!("index {index} is out of bounds for size {size}")),
        other => other,
    }
}

impl SelfIter for PyFlat {}

impl IterNext for PyFlat {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let array = zelf.array.borrow();
        let position = zelf.next.get();
        if position >= array.size() {
            return Ok(PyIterReturn::StopIteration(None));
        }
        zelf.next.set(position + 1);
        Ok(PyIterReturn::Return(scalar::element(&array, delta_of(&array, position), vm)))
    }
}

#[pyclass(flags(DISALLOW_INSTANTIATION), with(AsMapping, IterNext, Iterable))]
impl PyFlat {
    /// The array that is walked through.
    #[pygetset]
    fn base(zelf: &Py<Self>) -> PyObjectRef {
        zelf.array.clone().into()
    }

    /// The place of the next element in C order.
    #[pygetset]
    fn index(zelf: &Py<Self>) -> usize {
        zelf.next.get()
    }

    /// The indices of the next element.
    #[pygetset]
    fn coords(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        shape_tuple(&coordinates(&zelf.array.borrow(), zelf.next.get()), vm).into()
    }

    /// A copy of the array's elements, with one axis.
    #[pymethod]
    fn copy(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let array = zelf.array.borrow();
        let copy = array.copy(Order::C).or_raise(vm)?;
        Ok(wrap(crate::nd::manip::reshape(&copy, &[-1], Order::C, None).or_raise(vm)?, vm))
    }

    /// The elements as an array with one axis.
    #[pymethod]
    fn __array__(zelf: PyRef<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Self::copy(&zelf, vm)
    }
}
