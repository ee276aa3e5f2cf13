//! Memory that arrays and other objects of Python share: what a memoryview of an array reads and writes, and arrays over
//! the memory of a memoryview, of `bytes`, or of another array.
//!
//! Addresses as numbers (`__array_interface__`) are in [`super::interface`].

use std::rc::Rc;

use rustpython_vm::builtins::PyBytes;
use rustpython_vm::common::borrow::{BorrowedValue, BorrowedValueMut};
use rustpython_vm::function::ArgBytesLike;
use rustpython_vm::protocol::{BufferDescriptor, BufferMethods, PyBuffer, VecBuffer};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, TryFromBorrowedObject, VirtualMachine,
};

use super::args;
use super::array::{PyNdArray, wrap_over};
use super::errors::{OrRaise, warn};
use crate::nd::buffer::SharedBytes;
use crate::nd::strides::{Strides, byte_extent, c_strides};
use crate::nd::{Array, Buffer, DType, Shape};

/// An immutable bytes object whose memory an array may read.
struct BytesOwner(PyRef<PyBytes>);

impl AsRef<[u8]> for BytesOwner {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// The letters that Python's `struct` has for elements of a dtype.
fn format_of(dtype: DType) -> Option<&'static str> {
    Some(match dtype {
        DType::Bool => "?",
        DType::Int8 => "b",
        DType::Int16 => "h",
        DType::Int32 => "i",
        DType::Int64 => "l",
        DType::UInt8 => "B",
        DType::UInt16 => "H",
        DType::UInt32 => "I",
        DType::UInt64 => "L",
        DType::Float16 => "e",
        DType::Float32 => "f",
        DType::Float64 => "d",
        DType::Swapped(native) => match native {
            DType::Int16 => ">h",
            DType::Int32 => ">i",
            DType::Int64 => ">q",
            DType::UInt16 => ">H",
            DType::UInt32 => ">I",
            DType::UInt64 => ">Q",
            DType::Float16 => ">e",
            DType::Float32 => ">f",
            DType::Float64 => ">d",
            _ => return None,
        },
        _ => return None,
    })
}

/// The dtype of a buffer's items.
fn dtype_of(format: &str) -> Option<DType> {
    let (swapped, code) = match format.as_bytes() {
        [b'>' | b'!', code] => (true, *code),
        [b'@' | b'=' | b'<', code] | [code] => (false, *code),
        _ => return DType::parse(format),
    };
    // In `struct` a long of no byte order of its own is the machine's; "n" and "N" are sizes.
    let code = match code {
        b'l' | b'L' if format.len() > 1 && !format.starts_with('@') => {
            return DType::parse(if code == b'l' { "i4" } else { "u4" }).map(|dtype| ordered(dtype, swapped));
        }
        b'c' => return Some(DType::Bytes(1)),
        other => char::from(other),
    };
    DType::parse(&code.to_string()).map(|dtype| ordered(dtype, swapped))
}

fn ordered(dtype: DType, swapped: bool) -> DType {
    use crate::nd::record::order::ByteOrder;
    let order = if swapped { ">" } else { "=" };
    ByteOrder::parse(order).map_or(dtype, |order| dtype.ordered(order))
}

static LENT: BufferMethods = BufferMethods {
    obj_bytes: |buffer| BorrowedValue::from(buffer.obj_as::<PyNdArray>().lent().lent()),
    obj_bytes_mut: |buffer| {
        let bytes = buffer.obj_as::<PyNdArray>().lent().lent_mut();
        BorrowedValueMut::from(bytes.expect("read-only memory is lent as such"))
    },
    release: |buffer| {
        let borrowers = buffer.obj_as::<PyNdArray>().borrowers();
        borrowers.set(borrowers.get().saturating_sub(1));
    },
    retain: |buffer| {
        let borrowers = buffer.obj_as::<PyNdArray>().borrowers();
        borrowers.set(borrowers.get() + 1);
    },
};

/// An array's own memory as Python's buffers have it; a copy of elements that Python has no letter for.
///
/// DIFFERENCE: NumPy has letters of its own for text, complex numbers and records; here their bytes are copied. So are
/// elements that lie on one another.
pub fn lend(array: &Py<PyNdArray>, vm: &VirtualMachine) -> PyResult<PyBuffer> {
    let inner = array.array();
    let repeats = inner.shape().iter().zip(inner.strides()).any(|(&length, &stride)| length > 1 && stride == 0);
    let Some(format) = format_of(inner.dtype()).filter(|_| !repeats) else { return copied(&inner, vm) };
    if !Rc::ptr_eq(array.lent(), inner.buffer()) {
        // The array has got other memory since: what was lent stays as it is.
        let view = wrap_over(inner.view(), array.to_owned().into(), vm);
        return PyBuffer::try_from_borrowed_object(vm, &view);
    }
    let item = inner.itemsize() as isize;
    let places = inner.shape().iter().zip(inner.strides());
    let described = BufferDescriptor {
        len: inner.nbytes(),
        offset: inner.offset() as isize,
        readonly: !inner.is_writeable(),
        itemsize: inner.itemsize(),
        format: format.into(),
        dim_desc: places.map(|(&length, &stride)| (length, if stride == 0 { item } else { stride }, 0)).collect(),
    };
    Ok(PyBuffer::new(array.to_owned().into(), described, &LENT))
}

/// A read-only copy of an array's elements in C order, as Python's buffers have them.
pub fn copied(array: &Array, vm: &VirtualMachine) -> PyResult<PyBuffer> {
    let bytes = array.to_bytes().or_raise(vm)?;
    let Some(format) = format_of(array.dtype()) else {
        // Elements that Python has no letter for are plain bytes.
        let bytes: PyObjectRef = vm.ctx.new_bytes(bytes).into();
        return PyBuffer::try_from_borrowed_object(vm, &bytes);
    };
    let strides = c_strides(array.shape(), array.itemsize());
    let places = array.shape().iter().zip(strides.iter()).map(|(&length, &stride)| (length, stride, 0));
    let described = BufferDescriptor {
        len: bytes.len(),
        offset: 0,
        readonly: true,
        itemsize: array.itemsize(),
        format: format.into(),
        dim_desc: places.collect(),
    };
    Ok(VecBuffer::from(bytes).into_ref(&vm.ctx).into_pybuffer_with_descriptor(described))
}

/// Bytes that an object shares with arrays.
pub struct Memory {
    /// The block they are in.
    pub buffer: Rc<Buffer>,
    /// Where in it they start.
    pub start: usize,
    /// How many they are.
    pub len: usize,
    /// Whether the object lets them be changed.
    pub writeable: bool,
    /// What `base` shows.
    pub owner: PyObjectRef,
}

/// The memory of an object. That of `bytes`, of arrays and of their memoryviews is not copied.
///
/// DIFFERENCE: NumPy shares the memory of a `bytearray`; here it is copied, because Python may resize it.
///
/// # Errors
/// A `ValueError` for an array whose elements are not one after another, a `TypeError` for what has no bytes.
pub fn of(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Memory> {
    let owner = object.clone();
    if let Ok(bytes) = object.clone().downcast_exact::<PyBytes>(vm) {
        let buffer = Buffer::from_owner(SharedBytes::new(BytesOwner(bytes.into_pyref())));
        return Ok(Memory { start: 0, len: buffer.len(), writeable: false, buffer, owner });
    }
    let array = match object.downcast_ref::<PyNdArray>() {
        Some(array) => Some(array.array()),
        None => view_of(object, vm)?,
    };
    if let Some(array) = array {
        if !array.is_c_contiguous() {
            return Err(vm.new_value_error("ndarray is not C-contiguous"));
        }
        let (start, len, writeable) = (array.offset(), array.nbytes(), array.is_writeable());
        return Ok(Memory { buffer: array.buffer().clone(), start, len, writeable, owner });
    }
    let bytes = ArgBytesLike::try_from_borrowed_object(vm, object)?;
    let buffer = Buffer::from_vec(bytes.borrow_buf().to_vec());
    Ok(Memory { start: 0, len: buffer.len(), writeable: true, buffer, owner })
}

/// An array that may be written to only where its memory's owner allows it.
pub fn kept_readonly(mut array: Array, writeable: bool) -> Array {
    if !writeable {
        // Memory may always be looked at only.
        let _ = array.set_writeable(false);
    }
    array
}

/// An array over the memory that a memoryview shows, where that is an array's or that of `bytes`.
pub fn view_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Array>> {
    if !object.class().is(vm.ctx.types.memoryview_type) {
        return Ok(None);
    }
    let exporter = object.get_attr("obj", vm)?;
    let memory = if let Some(array) = exporter.downcast_ref::<PyNdArray>() {
        if format_of(array.borrow().dtype()).is_none() {
            return Ok(None);
        }
        array.lent().clone()
    } else if let Ok(bytes) = exporter.downcast_exact::<PyBytes>(vm) {
        Buffer::from_owner(SharedBytes::new(BytesOwner(bytes.into_pyref())))
    } else {
        return Ok(None);
    };
    let shown = PyBuffer::try_from_borrowed_object(vm, object)?;
    let dtype = item_dtype(&shown, vm)?;
    let shape: Shape = shown.desc.dim_desc.iter().map(|&(length, ..)| length).collect();
    let strides: Strides = shown.desc.dim_desc.iter().map(|&(_, stride, _)| stride).collect();
    let offset = shown.desc.offset;
    let inside = byte_extent(&shape, &strides, dtype.itemsize())
        .is_none_or(|(low, high)| offset + low >= 0 && offset + high <= memory.len() as isize);
    if !inside {
        return Ok(None);
    }
    let whole = Array::from_buffer(memory, dtype, 0);
    let view = whole.with_geometry(shape, strides, usize::try_from(offset).unwrap_or(0));
    Ok(Some(kept_readonly(view, !shown.desc.readonly)))
}

fn item_dtype(buffer: &PyBuffer, vm: &VirtualMachine) -> PyResult<DType> {
    let format = buffer.desc.format.as_ref();
    dtype_of(format).ok_or_else(|| {
        vm.new_value_error(format!("cannot read a buffer whose items have the format '{format}' as an array"))
    })
}

/// An array of what a buffer exporter (memoryview, bytearray, array.array) describes: a view where that can be had, else
/// a copy; `None` of an object that is none.
pub fn array_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Array>> {
    if let Some(view) = view_of(object, vm)? {
        return Ok(Some(view));
    }
    let Ok(buffer) = PyBuffer::try_from_borrowed_object(vm, object) else { return Ok(None) };
    let dtype = item_dtype(&buffer, vm)?;
    let shape: Vec<usize> = buffer.desc.dim_desc.iter().map(|&(length, ..)| length).collect();
    let bytes = buffer.contiguous_or_collect(<[u8]>::to_vec);
    let flat = Array::from_buffer(Buffer::from_vec(bytes), dtype, 0);
    let strides = c_strides(&shape, dtype.itemsize());
    Ok(Some(flat.with_geometry(shape.into(), strides, 0)))
}

/// `array.strides = ...`, which NumPy has come to discourage.
///
/// # Errors
/// NumPy's `TypeError` for what are no strides, its `ValueError` for strides that leave the memory.
pub fn set_strides(array: &Py<PyNdArray>, value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    warn(
        vm.ctx.exceptions.deprecation_warning,
        "Setting the strides on a NumPy array has been deprecated in NumPy 2.4.\nAs an alternative, you can create a new \
         view using np.lib.stride_tricks.as_strided.",
        vm,
    )?;
    let strides = if vm.is_none(value) { None } else { args::integers(value, vm).ok() };
    let strides: Strides = strides.ok_or_else(|| vm.new_type_error("invalid strides"))?.into();
    let inner = array.array();
    if strides.len() != inner.ndim() {
        return Err(vm.new_value_error(format!("strides must be  same length as shape ({})", inner.ndim())));
    }
    let offset = inner.offset() as isize;
    let inside = byte_extent(inner.shape(), &strides, inner.itemsize())
        .is_none_or(|(low, high)| offset + low >= 0 && offset + high <= inner.buffer().len() as isize);
    if !inside {
        return Err(vm.new_value_error("strides is not compatible with available memory"));
    }
    let stepped = inner.with_geometry(inner.shape().into(), strides, inner.offset());
    array.change(|array| *array = array.with_geometry_of(&stepped));
    Ok(())
}
