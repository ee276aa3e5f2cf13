//! `__array_interface__`: the dict that says where an array's memory lies, given and read.
//!
//! An address in such a dict is only a number. One is read where it lies in memory that this module has given the address
//! of and that still lives, so nothing but arrays' memory is ever reached, and the array made of it shares that memory.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use rustpython_vm::builtins::{PyDict, PyDictRef, PyTuple, PyType};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use super::array::{PyNdArray, instance, shape_tuple, wrap};
use super::{args, dtype, scalar};
use crate::nd::{Array, Buffer, DType};

thread_local! {
    static GIVEN: RefCell<Vec<Weak<Buffer>>> = const { RefCell::new(Vec::new()) };
}

/// The dict of an array.
pub fn dict_of(array: &Array, vm: &VirtualMachine) -> PyResult<PyDictRef> {
    remember(array.buffer());
    let address = array.buffer().address() + array.offset();
    let strides: PyObjectRef = match array.is_c_contiguous() {
        true => vm.ctx.none(),
        false => vm.ctx.new_tuple(array.strides().iter().map(|&step| vm.ctx.new_int(step).into()).collect()).into(),
    };
    let code: PyObjectRef = vm.ctx.new_str(array.dtype().array_protocol()).into();
    let described = vm.ctx.new_tuple(vec![vm.ctx.new_str("").into(), code.clone()]);
    let data = vec![vm.ctx.new_int(address).into(), vm.ctx.new_bool(!array.is_writeable()).into()];
    let dict = vm.ctx.new_dict();
    dict.set_item("data", vm.ctx.new_tuple(data).into(), vm)?;
    dict.set_item("strides", strides, vm)?;
    dict.set_item("descr", vm.ctx.new_list(vec![described.into()]).into(), vm)?;
    dict.set_item("typestr", code, vm)?;
    dict.set_item("shape", shape_tuple(array.shape(), vm).into(), vm)?;
    dict.set_item("version", vm.ctx.new_int(3).into(), vm)?;
    Ok(dict)
}

fn remember(buffer: &Rc<Buffer>) {
    GIVEN.with_borrow_mut(|given| {
        if given.len() == given.capacity() {
            given.retain(|known| known.strong_count() > 0);
        }
        let known = given.iter().any(|known| std::ptr::eq(known.as_ptr(), Rc::as_ptr(buffer)));
        if !known {
            given.push(Rc::downgrade(buffer));
        }
    });
}

/// The memory an address lies in, and how far from its start.
fn found(address: usize) -> Option<(Rc<Buffer>, usize)> {
    GIVEN.with_borrow(|given| {
        let mut live = given.iter().filter_map(Weak::upgrade);
        let buffer = live.find(|buffer| (buffer.address()..=buffer.address() + buffer.len()).contains(&address))?;
        let offset = address - buffer.address();
        Some((buffer, offset))
    })
}

/// An array of the memory that an object's `__array_interface__` describes, with the object as its base; `None` of an
/// object that has none.
pub fn array_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let types = &vm.ctx.types;
    let own = [types.int_type, types.float_type, types.list_type, types.tuple_type, types.str_type, types.bytes_type];
    let generic = scalar::PyGeneric::class(&vm.ctx);
    if own.iter().any(|class| object.class().fast_issubclass(*class)) || object.class().fast_issubclass(generic) {
        return Ok(None);
    }
    // What a class has there is its instances'.
    if object.downcastable::<PyType>() {
        return Ok(None);
    }
    let Some(interface) = vm.get_attribute_opt(object, "__array_interface__")? else { return Ok(None) };
    let Some(interface) = interface.downcast_ref::<PyDict>() else {
        return if interface.class().is(vm.ctx.types.getset_type) || interface.class().is(vm.ctx.types.property_type) {
            Ok(None)
        } else {
            Err(vm.new_value_error("Invalid __array_interface__ value, must be a dict"))
        };
    };
    let entry = |name: &'static str| -> PyResult<Option<PyObjectRef>> {
        Ok(interface.get_item_opt(name, vm)?.filter(|value| !vm.is_none(value)))
    };
    let missing = |name: &str| vm.new_value_error(format!("Missing __array_interface__ {name}"));
    let typestr = entry("typestr")?.ok_or_else(|| missing("typestr"))?;
    let kind = dtype::parse(&typestr, vm)?;
    if kind.has_objects() {
        return Err(vm.new_value_error("cannot construct an array of objects from memory"));
    }
    let shape = entry("shape")?.ok_or_else(|| missing("shape"))?;
    let data = entry("data")?;
    let (memory, offset, read_only) = match data.as_ref().and_then(|data| data.downcast_ref::<PyTuple>()) {
        Some(pair) => {
            let [address, read_only] = pair.as_slice() else {
                return Err(vm.new_type_error(
                    "__array_interface__ data must be a 2-tuple with (data pointer integer, \
                                              read-only flag)",
                ));
            };
            let address = args::to_isize(address, vm)? as usize;
            let (buffer, offset) = found(address).ok_or_else(|| {
                vm.new_value_error(
                    "__array_interface__ data points to memory that is no array's, which this page's NumPy cannot read",
                )
            })?;
            (wrap(Array::from_buffer(buffer, DType::UInt8, 0), vm), offset, read_only.clone().try_to_bool(vm)?)
        }
        None => {
            let memory = data.unwrap_or_else(|| object.to_owned());
            let offset = entry("offset")?.map_or(Ok(0), |offset| args::to_isize(&offset, vm))?;
            (memory, usize::try_from(offset).unwrap_or(0), false)
        }
    };
    let strides = entry("strides")?.unwrap_or_else(|| vm.ctx.none());
    let kind: PyObjectRef = dtype::object(kind, vm).into();
    let offset: PyObjectRef = vm.ctx.new_int(offset).into();
    let made = PyNdArray::class(&vm.ctx).as_object().call(vec![shape, kind, memory, offset, strides], vm)?;
    let Some(array) = made.downcast_ref::<PyNdArray>() else { return Ok(None) };
    let mut view = array.borrow().view();
    if read_only {
        // A read-only view is always allowed.
        let _ = view.set_writeable(false);
    }
    instance(view, Some(object.to_owned()), PyNdArray::class(&vm.ctx), None, vm).map(Some)
}
