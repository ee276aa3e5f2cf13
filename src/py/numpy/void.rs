//! `numpy.void`: an element of a structured dtype, or plain bytes, as a scalar. It is a view: what is assigned to its
//! fields is seen in the array that it was taken from.
//!
//! `numpy.record`, whose fields are attributes too, is its subclass in Python (`lib/_records.py`).

use std::cell::RefCell;

use rustpython_vm::builtins::{PyBytes, PyEllipsis, PyInt, PyStr, PyTuple, PyTupleRef, PyType, PyTypeRef};
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::{PyMappingMethods, PyNumberMethods};
use rustpython_vm::types::{AsMapping, AsNumber, Comparable, Hashable, Iterable, Representable};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::args::{self, Signature};
use super::array::{PyNdArray, wrap};
use super::errors::OrRaise;
use super::{convert, dtype, index, memory, operators, pickling, scalar, settings};
use crate::nd::format::{Legacy, element_repr, element_str, element_str_as};
use crate::nd::record::Field;
use crate::nd::{Array, DType, Order, Scalar};

/// The payload of `numpy.void`: an array without axes.
#[pyclass(name = "_void", module = "numpy")]
#[derive(Debug, PyPayload)]
pub struct PyVoid {
    array: Array,
}

thread_local! {
    static RECORD: RefCell<Option<PyTypeRef>> = const { RefCell::new(None) };
}

/// Makes `class` the one of elements whose fields are attributes.
pub fn set_record_class(class: PyTypeRef) {
    RECORD.set(Some(class));
}

/// The class of elements whose fields are attributes, if a program has asked for it.
pub fn record_class() -> Option<PyTypeRef> {
    RECORD.with_borrow(Clone::clone)
}

/// Whether a class is that of elements whose fields are attributes.
pub fn is_record_class(class: &Py<PyType>) -> bool {
    record_class().is_some_and(|known| class.fast_issubclass(&known))
}

/// The scalar of an array without axes, on the same memory.
pub fn object(array: Array, vm: &VirtualMachine) -> PyObjectRef {
    let class = scalar::class_of(array.dtype(), vm);
    let made = PyVoid { array }.into_ref_with_type(vm, class);
    made.expect("void's class accepts its payload").into()
}

/// The memory of a scalar; `None` for any other object.
pub fn array_of(object: &PyObject) -> Option<Array> {
    object.downcast_ref::<PyVoid>().map(|void| void.array.clone())
}

/// The element as Python has it: of a record, a tuple; of plain bytes, `bytes`.
pub fn item(array: &Array, delta: isize, vm: &VirtualMachine) -> PyObjectRef {
    let element = array.element(delta);
    let Some(record) = element.dtype().record() else {
        return vm.ctx.new_bytes(element.to_bytes().unwrap_or_default()).into();
    };
    let part = |field: &Field| {
        let view = element.field(field);
        match view.ndim() {
            0 => scalar::item(&view, 0, vm),
            _ => wrap(view.copy(Order::C).unwrap_or(view), vm),
        }
    };
    vm.ctx.new_tuple(record.fields.iter().map(part).collect()).into()
}

/// Sets a record, or plain bytes, to what a Python object says: a tuple field by field, any other value in all fields.
pub fn set(place: &Array, value: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if let Some(array) = array_of(value) {
        return place.assign(&array).or_raise(vm);
    }
    if let Some(array) = value.downcast_ref::<PyNdArray>() {
        return place.assign(&array.borrow()).or_raise(vm);
    }
    let Some(record) = place.dtype().record() else {
        return place.assign(&convert::array_of(value, None, vm)?).or_raise(vm);
    };
    let Some(tuple) = value.downcast_ref::<PyTuple>() else {
        return record.fields.iter().try_for_each(|field| set_field(&place.field(field), value, vm));
    };
    if tuple.len() != record.fields.len() {
        return Err(vm.new_value_error(format!(
            "could not assign tuple of length {} to structure with {} fields.",
            tuple.len(),
            record.fields.len()
        )));
    }
    let pairs = record.fields.iter().zip(tuple.as_slice());
    pairs.into_iter().try_for_each(|(field, value)| set_field(&place.field(field), value, vm))
}

fn set_field(place: &Array, value: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    match (place.dtype(), place.ndim()) {
        (DType::Record(_) | DType::Void(_), 0) => set(place, value, vm),
        (DType::Object, 0) => {
            let value = super::objects::array_of_one(value, vm);
            place.assign(&value).or_raise(vm)
        }
        _ => place.assign(&index::value_for(place, value, vm)?).or_raise(vm),
    }
}

impl PyVoid {
    fn field(&self, field: &Field, vm: &VirtualMachine) -> PyObjectRef {
        let view = self.array.field(field);
        if view.ndim() == 0 { scalar::element(&view, 0, vm) } else { wrap(view, vm) }
    }

    fn values(&self, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        match self.array.dtype().record() {
            Some(record) => Ok(vm.ctx.new_tuple(record.fields.iter().map(|field| self.field(field, vm)).collect())),
            None => Err(vm.new_type_error("'numpy.void' object is not iterable")),
        }
    }

    /// The array of a field that a name or a number names; `None` for any other key.
    fn place(&self, key: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Array>> {
        if let Some(picked) = index::fields(&self.array, key, vm)? {
            return Ok(Some(picked));
        }
        let (Some(record), true) = (self.array.dtype().record(), key.downcastable::<PyInt>()) else { return Ok(None) };
        let at = args::to_isize(&key.to_owned(), vm)?;
        let place = if at < 0 { at + record.fields.len() as isize } else { at };
        let field = usize::try_from(place).ok().and_then(|place| record.fields.get(place));
        let field = field.ok_or_else(|| vm.new_index_error(format!("invalid index ({at})")))?;
        Ok(Some(self.array.field(field)))
    }
}

fn one(array: Array, vm: &VirtualMachine) -> PyObjectRef {
    if array.ndim() == 0 { scalar::element(&array, 0, vm) } else { wrap(array, vm) }
}

impl AsMapping for PyVoid {
    fn as_mapping() -> &'static PyMappingMethods {
        static AS_MAPPING: PyMappingMethods = PyMappingMethods {
            length: Some(|mapping, vm| match PyVoid::mapping_downcast(mapping).array.dtype() {
                DType::Record(record) => Ok(record.fields.len()),
                _ => Err(vm.new_type_error("object of type 'numpy.void' has no len()")),
            }),
            subscript: Some(|mapping, key, vm| {
                let zelf = PyVoid::mapping_downcast(mapping);
                if let Some(place) = zelf.place(key, vm)? {
                    return Ok(one(place, vm));
                }
                if key.downcast_ref::<PyTuple>().is_some_and(|key| key.is_empty()) {
                    return Ok(mapping.obj.to_owned());
                }
                if key.downcastable::<PyEllipsis>() {
                    return Ok(wrap(zelf.array.view(), vm));
                }
                index::get(&wrap(zelf.array.clone(), vm), key, vm)
            }),
            ass_subscript: Some(|mapping, key, value, vm| {
                let zelf = PyVoid::mapping_downcast(mapping);
                let Some(value) = value else { return Err(vm.new_value_error("cannot delete array elements")) };
                match zelf.place(key, vm)? {
                    Some(place) => set_field(&place, &value, vm),
                    None => index::set(&wrap(zelf.array.clone(), vm), key, &value, vm),
                }
            }),
        };
        &AS_MAPPING
    }
}

impl AsNumber for PyVoid {
    fn as_number() -> &'static PyNumberMethods {
        static AS_NUMBER: PyNumberMethods = PyNumberMethods {
            boolean: Some(|number, vm| {
                let bytes = PyVoid::number_downcast(number).array.to_bytes().or_raise(vm)?;
                Ok(bytes.iter().any(|&byte| byte != 0))
            }),
            ..operators::BINARY_AND_UNARY
        };
        &AS_NUMBER
    }
}

impl Hashable for PyVoid {
    fn hash(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyHash> {
        if zelf.array.is_writeable() {
            return Err(vm.new_type_error("unhashable type: 'writeable void-scalar'"));
        }
        item(&zelf.array, 0, vm).hash(vm)
    }
}

impl Representable for PyVoid {
    fn slot_repr(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
        let Some(void) = zelf.downcast_ref::<Self>() else {
            return Err(vm.new_type_error(format!("expected a void scalar, got '{}'", zelf.class().name())));
        };
        let class = zelf.class();
        let module = class.as_object().get_attr("__module__", vm)?.str(vm)?.to_string_lossy().replace("numpy", "np");
        let options = settings::current().print.borrow().clone();
        Ok(vm.ctx.new_str(element_repr(&void.array, &format!("{module}.{}", class.name()), &options)))
    }
}

impl Iterable for PyVoid {
    fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        Ok(PyObjectRef::from(zelf.values(vm)?).get_iter(vm)?.into())
    }
}

/// `np.void(length)`, `np.void(bytes)`, `np.void(value, dtype)`.
pub fn construct(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    const SIGNATURE: Signature<2> = Signature::new("void", ["length_or_data", "dtype"], 1);
    let [data, dtype] = SIGNATURE.bind(args, vm)?;
    let data = args::required(data);
    let array = match dtype::parse_optional(dtype, vm)? {
        Some(dtype) => {
            let made = convert::array_of(&data, Some(dtype), vm)?;
            if made.ndim() > 0 {
                return Ok(wrap(made, vm));
            }
            made
        }
        None => match (data.downcast_ref::<PyInt>(), array_of(&data)) {
            (Some(length), _) => {
                let length = length.try_to_primitive::<i32>(vm).ok().and_then(|length| u32::try_from(length).ok());
                let length = length
                    .ok_or_else(|| vm.new_value_error("size must be non-negative and not greater than 2147483647"))?;
                Array::zeros(&[], DType::Void(length), Order::C).or_raise(vm)?
            }
            (None, Some(array)) => array.copy(Order::C).or_raise(vm)?,
            (None, None) => {
                let memory = memory::of(&data, vm)?;
                let length = u32::try_from(memory.len).unwrap_or(u32::MAX);
                let bytes = Array::from_buffer(memory.buffer, DType::UInt8, 0);
                let bytes = bytes.with_geometry([memory.len].as_slice().into(), [1].as_slice().into(), memory.start);
                let made = Array::zeros(&[], DType::Void(length), Order::C).or_raise(vm)?;
                if length > 0 {
                    super::casting::reread(&bytes, made.dtype())
                        .and_then(|one| made.assign(&one.element(0)))
                        .or_raise(vm)?;
                }
                made
            }
        },
    };
    PyVoid { array }.into_ref_with_type(vm, class).map(Into::into)
}

#[pyclass(flags(BASETYPE), with(AsNumber, AsMapping, Comparable, Hashable, Iterable, Representable))]
impl PyVoid {
    #[pymethod]
    fn __str__(zelf: &Py<Self>) -> String {
        let options = settings::current().print.borrow().clone();
        match options.legacy {
            Legacy::Off => element_str(&zelf.array),
            _ => element_str_as(&zelf.array, &options),
        }
    }

    #[pymethod]
    fn __format__(zelf: &Py<Self>, spec: PyRef<PyStr>, vm: &VirtualMachine) -> PyResult {
        if spec.is_empty() {
            return Ok(zelf.as_object().str(vm)?.into());
        }
        vm.call_method(&item(&zelf.array, 0, vm), "__format__", (spec,))
    }

    #[pymethod]
    fn __bytes__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyRef<PyBytes>> {
        Ok(vm.ctx.new_bytes(zelf.array.to_bytes().or_raise(vm)?))
    }

    #[pymethod]
    fn __array__(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Ok(wrap(zelf.array.copy(Order::C).or_raise(vm)?, vm))
    }

    #[pymethod]
    fn __copy__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        Self::copy(zelf, vm)
    }

    #[pymethod]
    fn __deepcopy__(zelf: &Py<Self>, _memo: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Self::copy(zelf, vm)
    }

    /// The element by itself, no longer a view.
    #[pymethod]
    fn copy(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        Ok(object(zelf.array.copy(Order::C).or_raise(vm)?, vm))
    }

    #[pymethod]
    fn __reduce__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        pickling::ask(pickling::ARRAYS, "_reduce_scalar", (zelf,), vm)
    }

    /// The fields' values as a tuple of Python's own.
    #[pymethod]
    #[pymethod(name = "tolist")]
    fn item(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyObjectRef {
        item(&zelf.array, 0, vm)
    }

    #[pygetset]
    fn dtype(zelf: &Py<Self>, vm: &VirtualMachine) -> PyRef<dtype::PyDType> {
        dtype::object(zelf.array.dtype(), vm)
    }

    /// The same memory as another dtype.
    #[pymethod]
    fn view(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let view = vm.call_method(&wrap(zelf.array.clone(), vm), "view", args)?;
        Ok(match view.downcast_ref::<PyNdArray>() {
            Some(array) => one(array.array(), vm),
            None => view,
        })
    }

    /// Any other attribute is the zero-dimensional array's.
    #[pymethod]
    fn __getattr__(zelf: &Py<Self>, name: PyRef<PyStr>, vm: &VirtualMachine) -> PyResult {
        if name.to_string_lossy().starts_with("__") {
            return Err(vm.new_attribute_error(format!("'numpy.void' object has no attribute '{name}'")));
        }
        let array = wrap(zelf.array.clone(), vm);
        match vm.get_attribute_opt(&array, &*name)? {
            Some(attribute) => Ok(attribute),
            None => {
                let class = zelf.class().name().to_string();
                Err(vm.new_attribute_error(format!("'numpy.{class}' object has no attribute '{name}'")))
            }
        }
    }
}

/// Puts 0 where an element, or a field of it, is an object and holds `None`.
pub fn zero_objects(array: &Array, vm: &VirtualMachine) -> PyResult<()> {
    match array.dtype() {
        DType::Object => array.fill(Scalar::Int(0)).or_raise(vm),
        DType::Record(record) => record.fields.iter().try_for_each(|field| zero_objects(&array.field(field), vm)),
        _ => Ok(()),
    }
}
