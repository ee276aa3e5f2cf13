//! `ndarray.flat`: the elements in C order, to iterate over, read and write by position.

use std::cell::Cell;

use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::{PyIterReturn, PyMappingMethods};
use rustpython_vm::types::{AsMapping, IterNext, Iterable, SelfIter};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::array::{PyNdArrayRef, shape_tuple, wrap};
use super::errors::OrRaise;
use super::{index, scalar};
use crate::nd::index::{self as engine, IndexItem};
use crate::nd::{Array, DType, Error, Order, Shape};

/// The iterator; its position counts elements.
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
                if let Some(list) = key.downcast_ref::<rustpython_vm::builtins::PyList>()
                    && !list.borrow_vec().is_empty()
                    && list.borrow_vec().iter().all(|item| item.class().is(vm.ctx.types.bool_type))
                {
                    return Err(vm.new_index_error(
                        "boolean indices for iterators are not supported because of previous behavior that was confusing \
                         (valid boolean indices are expected to work in the future)",
                    ));
                }
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
    let is_one = key.try_index_opt(vm).is_some();
    let value = index::value_for(array, value, vm).map_err(|raised| match is_one {
        true => vm.new_value_error("Error setting single item of array."),
        false => raised,
    })?;
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

#[pyclass(with(AsMapping, IterNext, Iterable))]
impl PyFlat {
    #[pygetset]
    fn base(zelf: &Py<Self>) -> PyObjectRef {
        zelf.array.clone().into()
    }

    #[pygetset]
    fn index(zelf: &Py<Self>) -> usize {
        zelf.next.get()
    }

    #[pygetset]
    fn coords(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        shape_tuple(&coordinates(&zelf.array.borrow(), zelf.next.get()), vm).into()
    }

    #[pymethod]
    fn copy(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let array = zelf.array.borrow();
        let copy = array.copy(Order::C).or_raise(vm)?;
        Ok(wrap(crate::nd::manip::reshape(&copy, &[-1], Order::C, None).or_raise(vm)?, vm))
    }

    #[pymethod]
    fn __array__(zelf: PyRef<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Self::copy(&zelf, vm)
    }
}
