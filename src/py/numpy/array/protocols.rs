//! `ndarray` in Python's protocols: text, comparison, numbers, subscripts, buffers, iteration. What operators and subscripts
//! do is in `operators` and `index`.

use rustpython_vm::builtins::PyStr;
use rustpython_vm::protocol::{PyBuffer, PyIterReturn, PyMappingMethods, PyNumberMethods, PySequenceMethods};
use rustpython_vm::types::{AsBuffer, AsMapping, AsNumber, AsSequence, IterNext, Iterable, Representable, SelfIter};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::super::{args, convert, index, memory, operators, printing, scalar, settings, subclass};
use super::{PyNdArray, PyNdArrayRef, wrap_view};
use crate::nd::{Array, Shape};

impl Representable for PyNdArray {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let own = settings::current().override_repr.borrow().clone();
        if let Some(own) = own {
            return args::text(Some(own.call((zelf.to_owned(),), vm)?), "", "override_repr's result", vm);
        }
        let class = zelf.class();
        if class.is(Self::class(&vm.ctx)) {
            return printing::repr(&zelf.borrow(), "array", vm);
        }
        printing::repr(&zelf.borrow(), &class.name(), vm)
    }
}

impl AsNumber for PyNdArray {
    fn as_number() -> &'static PyNumberMethods {
        static AS_NUMBER: PyNumberMethods = PyNumberMethods {
            boolean: Some(|number, vm| truth(&PyNdArray::number_downcast(number).borrow(), vm)),
            int: Some(|number, vm| {
                let array = PyNdArray::number_downcast(number).array();
                only_element(&array, vm)?;
                let item = scalar::item(&array, 0, vm);
                if item.downcastable::<PyStr>() {
                    return vm.ctx.types.int_type.as_object().call((item,), vm);
                }
                Ok(item.try_int(vm)?.into())
            }),
            float: Some(|number, vm| {
                let array = PyNdArray::number_downcast(number).array();
                only_element(&array, vm)?;
                let element = scalar::element(&array, 0, vm);
                if element.downcastable::<PyStr>() {
                    return vm.ctx.types.float_type.as_object().call((element,), vm);
                }
                Ok(element.try_float(vm)?.into())
            }),
            index: Some(|number, vm| {
                let array = PyNdArray::number_downcast(number).array();
                if array.dtype().is_integer() && array.ndim() == 0 {
                    return Ok(scalar::item(&array, 0, vm));
                }
                Err(vm.new_type_error("only integer scalar arrays can be converted to a scalar index"))
            }),
            ..operators::BINARY_AND_UNARY
        };
        &AS_NUMBER
    }
}

fn truth(array: &Array, vm: &VirtualMachine) -> PyResult<bool> {
    match array.size() {
        1 if array.dtype().is_number() => Ok(array.get_at(0).is_truthy()),
        1 => vm.with_recursion("while converting array to bool", || scalar::item(array, 0, vm).try_to_bool(vm)),
        0 => Err(vm.new_value_error(
            "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.",
        )),
        _ => Err(vm.new_value_error(
            "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
        )),
    }
}

/// Refuses an array that is no single element.
pub(super) fn only_element(array: &Array, vm: &VirtualMachine) -> PyResult<()> {
    if array.ndim() == 0 {
        return Ok(());
    }
    Err(vm.new_type_error("only 0-dimensional arrays can be converted to Python scalars"))
}

impl AsMapping for PyNdArray {
    fn as_mapping() -> &'static PyMappingMethods {
        static AS_MAPPING: PyMappingMethods = PyMappingMethods {
            length: Some(|mapping, vm| PyNdArray::length(PyNdArray::mapping_downcast(mapping), vm)),
            subscript: Some(|mapping, key, vm| index::get(mapping.obj, key, vm)),
            ass_subscript: Some(|mapping, key, value, vm| match value {
                Some(value) => index::set(mapping.obj, key, &value, vm),
                None => Err(vm.new_value_error("cannot delete array elements")),
            }),
        };
        &AS_MAPPING
    }
}

impl AsSequence for PyNdArray {
    fn as_sequence() -> &'static PySequenceMethods {
        static AS_SEQUENCE: PySequenceMethods = PySequenceMethods {
            length: Some(|sequence, vm| PyNdArray::length(PyNdArray::sequence_downcast(sequence), vm)),
            item: Some(|sequence, at, vm| {
                let key: PyObjectRef = vm.ctx.new_int(at).into();
                index::get(sequence.obj, &key, vm)
            }),
            ass_item: Some(|sequence, at, value, vm| match value {
                Some(value) => {
                    let key: PyObjectRef = vm.ctx.new_int(at).into();
                    index::set(sequence.obj, &key, &value, vm)
                }
                None => Err(vm.new_value_error("cannot delete array elements")),
            }),
            contains: Some(|sequence, needle, vm| {
                let equal = operators::call("equal", &[sequence.obj.to_owned(), needle.to_owned()], vm)?;
                let equal = convert::array_of(&equal, None, vm)?;
                Ok(crate::nd::fancy::mask::count_true(&equal) > 0)
            }),
            ..PySequenceMethods::NOT_IMPLEMENTED
        };
        &AS_SEQUENCE
    }
}

impl AsBuffer for PyNdArray {
    /// The elements' own memory: what `memoryview(a)`, `bytes(a)` and `file.readinto(a)` take.
    fn as_buffer(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyBuffer> {
        memory::lend(zelf, vm)
    }
}

impl Iterable for PyNdArray {
    fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        if zelf.borrow().ndim() == 0 {
            return Err(vm.new_type_error("iteration over a 0-d array"));
        }
        Ok(PyArrayIterator { array: zelf, next: 0.into() }.into_pyobject(vm))
    }
}

/// The iterator over the first axis.
#[pyclass(name = "array_iterator", module = "numpy")]
#[derive(Debug, PyPayload)]
pub struct PyArrayIterator {
    array: PyNdArrayRef,
    next: std::cell::Cell<usize>,
}

#[pyclass(with(IterNext, Iterable))]
impl PyArrayIterator {
    #[pymethod]
    fn __length_hint__(zelf: &Py<Self>) -> usize {
        zelf.array.borrow().shape()[0].saturating_sub(zelf.next.get())
    }
}

impl SelfIter for PyArrayIterator {}

impl IterNext for PyArrayIterator {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let array = zelf.array.array();
        let at = zelf.next.get();
        if array.ndim() == 0 || at >= array.shape()[0] {
            return Ok(PyIterReturn::StopIteration(None));
        }
        zelf.next.set(at + 1);
        if subclass::is_derived(zelf.array.as_object(), vm) {
            // A class may have subscripts of its own.
            return zelf.array.as_object().get_item(&at, vm).map(PyIterReturn::Return);
        }
        let delta = at as isize * array.strides()[0];
        if array.ndim() == 1 {
            return Ok(PyIterReturn::Return(scalar::element(&array, delta, vm)));
        }
        let row = array.with_geometry(
            Shape::from_slice(&array.shape()[1..]),
            array.strides()[1..].into(),
            array.offset().wrapping_add_signed(delta),
        );
        wrap_view(row, zelf.array.as_object(), vm).map(PyIterReturn::Return)
    }
}
