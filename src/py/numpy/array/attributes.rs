//! What an `ndarray` tells of itself, and lets be set: shape, strides, dtype, its transpose, its parts.

use std::rc::Rc;

use rustpython_vm::builtins::PyTupleRef;
use rustpython_vm::function::PySetterValue;
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::super::dtype::{self, PyDType};
use super::super::errors::OrRaise;
use super::super::flags::PyFlags;
use super::super::{args, casting, convert, flat, memory, subclass};
use super::{PyNdArray, shape_tuple, wrap, wrap_view};
use crate::nd::manip;
use crate::nd::{Array, DType, Kind, Order};

/// The attributes.
#[pyclass]
pub trait ArrayAttributes: PyPayload {
    /// Lengths of the axes.
    #[pygetset]
    fn shape(zelf: &Py<PyNdArray>, vm: &VirtualMachine) -> PyTupleRef {
        shape_tuple(zelf.borrow().shape(), vm)
    }

    #[pygetset(setter, name = "shape")]
    fn set_shape(zelf: &Py<PyNdArray>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("Cannot delete array shape"));
        };
        let lengths = args::integers(&value, vm)?;
        let reshaped = manip::reshape(&zelf.borrow(), &lengths, Order::C, None).or_raise(vm)?;
        if !Rc::ptr_eq(reshaped.buffer(), zelf.borrow().buffer()) {
            return Err(vm.new_attribute_error(
                "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.",
            ));
        }
        zelf.change(|array| *array = array.with_geometry_of(&reshaped));
        Ok(())
    }

    /// Bytes from an element to the next along each axis.
    #[pygetset]
    fn strides(zelf: &Py<PyNdArray>, vm: &VirtualMachine) -> PyTupleRef {
        vm.ctx.new_tuple(zelf.borrow().strides().iter().map(|&step| vm.ctx.new_int(step).into()).collect())
    }

    #[pygetset(setter, name = "strides")]
    fn set_strides(zelf: &Py<PyNdArray>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("Cannot delete array strides"));
        };
        memory::set_strides(zelf, &value, vm)
    }

    /// Number of axes.
    #[pygetset]
    fn ndim(zelf: &Py<PyNdArray>) -> usize {
        zelf.borrow().ndim()
    }

    /// Number of elements.
    #[pygetset]
    fn size(zelf: &Py<PyNdArray>) -> usize {
        zelf.borrow().size()
    }

    /// Bytes an element takes.
    #[pygetset]
    fn itemsize(zelf: &Py<PyNdArray>) -> usize {
        zelf.borrow().itemsize()
    }

    /// Bytes all elements take.
    #[pygetset]
    fn nbytes(zelf: &Py<PyNdArray>) -> usize {
        zelf.borrow().nbytes()
    }

    /// Element type.
    #[pygetset]
    fn dtype(zelf: &Py<PyNdArray>, vm: &VirtualMachine) -> PyRef<PyDType> {
        dtype::of_array(zelf, vm)
    }

    #[pygetset(setter, name = "dtype")]
    fn set_dtype(zelf: &Py<PyNdArray>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("Cannot delete array dtype"));
        };
        let dtype = dtype::parse(&value, vm).map_err(|_| vm.new_type_error("invalid data-type for array"))?;
        let view = casting::reread(&zelf.borrow(), dtype).or_raise(vm)?;
        zelf.change(|array| {
            *array = if view.itemsize() == array.itemsize() && view.ndim() == array.ndim() {
                array.retyped(view.dtype())
            } else {
                view
            };
        });
        Ok(())
    }

    /// The object whose memory this array views; `None` for an array that owns its memory.
    #[pygetset]
    fn base(zelf: &Py<PyNdArray>) -> Option<PyObjectRef> {
        zelf.base.clone()
    }

    /// The memory of the elements, as Python's own memoryview.
    #[pygetset]
    fn data(zelf: PyRef<PyNdArray>, vm: &VirtualMachine) -> PyResult {
        vm.ctx.types.memoryview_type.as_object().call((zelf,), vm)
    }

    /// How the memory is laid out.
    #[pygetset]
    fn flags(zelf: PyRef<PyNdArray>) -> PyFlags {
        PyFlags::of(zelf)
    }

    /// The axes in reverse, as a view.
    #[pygetset(name = "T")]
    fn transposed(zelf: PyRef<PyNdArray>, vm: &VirtualMachine) -> PyResult {
        let view = zelf.borrow().reversed_axes();
        wrap_view(view, zelf.as_object(), vm)
    }

    /// The last two axes swapped, as a view.
    #[pygetset(name = "mT")]
    fn matrix_transposed(zelf: PyRef<PyNdArray>, vm: &VirtualMachine) -> PyResult {
        if zelf.borrow().ndim() < 2 {
            return Err(vm.new_value_error("matrix transpose with ndim < 2 is undefined"));
        }
        let view = manip::swapaxes(&zelf.borrow(), -1, -2).or_raise(vm)?;
        wrap_view(view, zelf.as_object(), vm)
    }

    /// The elements in C order as a one-dimensional iterator that can be indexed.
    #[pygetset]
    fn flat(zelf: PyRef<PyNdArray>) -> flat::PyFlat {
        flat::PyFlat::over(zelf)
    }

    #[pygetset(setter, name = "flat")]
    fn set_flat(zelf: PyRef<PyNdArray>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("Cannot delete flat iterator"));
        };
        flat::assign_all(&zelf.borrow(), &value, vm)
    }

    /// The real part: the array itself if it is not complex, else a view.
    #[pygetset]
    fn real(zelf: PyRef<PyNdArray>, vm: &VirtualMachine) -> PyResult {
        let array = zelf.array();
        if array.dtype().kind() != Kind::Complex {
            return Ok(zelf.into());
        }
        wrap_view(array.real_part(), zelf.as_object(), vm)
    }

    #[pygetset(setter, name = "real")]
    fn set_real(zelf: PyRef<PyNdArray>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("Cannot delete the real part"));
        };
        let value = convert::array_of(&value, None, vm)?;
        zelf.array().real_part().assign(&value).or_raise(vm)
    }

    /// The imaginary part: a view of a complex array, read-only zeros of any other.
    #[pygetset]
    fn imag(zelf: PyRef<PyNdArray>, vm: &VirtualMachine) -> PyResult {
        let array = zelf.array();
        if array.dtype().kind() == Kind::Complex {
            return wrap_view(array.imaginary_part(), zelf.as_object(), vm);
        }
        let fortran = array.is_f_contiguous() && !array.is_c_contiguous();
        let order = if fortran { Order::F } else { Order::C };
        let mut zeros = Array::zeros(array.shape(), array.dtype(), order).or_raise(vm)?;
        if array.dtype() == DType::Object {
            zeros.assign(&Array::scalar(crate::nd::Scalar::Int(0), DType::Int64)).or_raise(vm)?;
        }
        zeros.set_writeable(false).or_raise(vm)?;
        subclass::like(wrap(zeros, vm), zelf.as_object(), vm)
    }

    #[pygetset(setter, name = "imag")]
    fn set_imag(zelf: PyRef<PyNdArray>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("Cannot delete the imaginary part"));
        };
        let array = zelf.array();
        if array.dtype().kind() != Kind::Complex {
            return Err(vm.new_type_error("array does not have imaginary part to set"));
        }
        let value = convert::array_of(&value, None, vm)?;
        array.imaginary_part().assign(&value).or_raise(vm)
    }
}

impl ArrayAttributes for PyNdArray {}
