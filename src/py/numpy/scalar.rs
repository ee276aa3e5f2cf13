//! NumPy's scalars: `np.float64(3.0)`, `np.int64(3)`, `np.True_`, and the tree of abstract types above them.
//!
//! `float64` is a subclass of Python's `float` and `complex128` of `complex`, as in NumPy; their instances
//! carry those payloads. Every other scalar carries a [`PyScalar`]. What all of them share hangs on
//! [`PyGeneric`], which has no payload of its own and therefore no layout to conflict.

use std::cell::{OnceCell, RefCell};

use num_complex::Complex64;
use rustpython_vm::builtins::{
    PyBytes, PyComplex, PyEllipsis, PyFloat, PyGenericAlias, PyStr, PyTuple, PyType, PyTypeRef,
};
use rustpython_vm::class::{PyClassImpl, StaticType};
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::{FuncArgs, OptionalArg};
use rustpython_vm::protocol::{BufferFlags, PyBuffer, PyMappingMethods, PyNumber, PyNumberMethods};
use rustpython_vm::types::{AsBuffer, AsMapping, AsNumber, Comparable, Hashable, Representable};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::array::{PyNdArray, wrap};
use super::operators;
use super::{convert, dtype, objects, pickling, scalar_attributes, settings, signatures, times};
use crate::nd::format::{Legacy, scalar_repr, scalar_str_as};
use crate::nd::text::quoted_bytes;
use crate::nd::time::TimeUnit;
use crate::nd::{Array, DType, Element, Kind, Scalar};

/// The root of NumPy's scalar types.
#[pyclass(name = "generic", module = "numpy")]
#[derive(Debug, PyPayload)]
pub struct PyGeneric;

/// A scalar that is no Python number: every dtype but `float64` and `complex128`.
#[pyclass(name = "_scalar", module = "numpy")]
#[derive(Debug, PyPayload)]
pub struct PyScalar {
    value: Scalar,
    dtype: DType,
}

/// The classes of a thread's interpreters.
struct Classes {
    /// One for each number, in the table's order.
    leaves: Vec<PyTypeRef>,
    /// Those of elements that are no numbers, by their kind.
    others: Vec<(Kind, &'static str, PyTypeRef)>,
    /// The abstract ones, by name.
    inner: Vec<(&'static str, PyTypeRef)>,
}

thread_local! {
    static CLASSES: OnceCell<Classes> = const { OnceCell::new() };
    static BOOLS: RefCell<Option<[PyObjectRef; 2]>> = const { RefCell::new(None) };
}

fn with_classes<R>(vm: &VirtualMachine, read: impl FnOnce(&Classes) -> R) -> R {
    CLASSES.with(|cell| read(cell.get_or_init(|| make_classes(vm))))
}

fn make_classes(vm: &VirtualMachine) -> Classes {
    let generic = PyGeneric::make_static_type();
    generic.slots.iter.store(Some(no_iterator));
    let storage = PyScalar::make_static_type();
    let heap =
        |name: &str, bases: &[&PyTypeRef]| derive(name, bases, vm).expect("the tree of scalar types is a valid one");
    let number = heap("number", &[&generic]);
    let integer = heap("integer", &[&number]);
    let signed = heap("signedinteger", &[&integer]);
    let unsigned = heap("unsignedinteger", &[&integer]);
    let inexact = heap("inexact", &[&number]);
    let floating = heap("floating", &[&inexact]);
    let complexfloating = heap("complexfloating", &[&inexact]);
    scalar_attributes::install(&generic, &integer, &floating, vm);
    let (float, complex) = (vm.ctx.types.float_type.to_owned(), vm.ctx.types.complex_type.to_owned());
    let flexible = heap("flexible", &[&generic]);
    let character = heap("character", &[&flexible]);
    let (text, bytes) = (vm.ctx.types.str_type.to_owned(), vm.ctx.types.bytes_type.to_owned());
    let str_ = heap("str_", &[&text, &character]);
    let bytes_ = heap("bytes_", &[&bytes, &character]);
    let object_ = heap("object_", &[&generic]);
    let void = heap("void", &[&super::void::PyVoid::make_static_type(), &flexible]);
    void.slots.new.store(Some(super::void::construct));
    let datetime64 = heap("datetime64", &[&generic, &storage]);
    let timedelta64 = heap("timedelta64", &[&signed, &storage]);
    datetime64.slots.new.store(Some(times::construct));
    timedelta64.slots.new.store(Some(times::construct));
    for (class, new) in
        [(&str_, construct_text as _), (&bytes_, construct_bytes as _), (&object_, construct_object as _)]
    {
        class.slots.new.store(Some(new));
    }
    for class in [&str_, &bytes_] {
        class.slots.as_number.add.store(Some(text_add));
        class.slots.as_number.right_add.store(Some(text_add));
    }
    str_.slots.repr.store(Some(text_repr));
    bytes_.slots.repr.store(Some(text_repr));
    let leaves: Vec<PyTypeRef> = DType::NUMBERS
        .iter()
        .map(|&dtype| {
            let parent = match dtype.kind() {
                Kind::Bool => &generic,
                Kind::Signed => &signed,
                Kind::Unsigned => &unsigned,
                Kind::Float => &floating,
                Kind::Complex => &complexfloating,
                _ => unreachable!("a row of the table is a number"),
            };
            let layout = match dtype {
                DType::Float64 => &float,
                DType::Complex128 => &complex,
                _ => &storage,
            };
            let leaf = heap(&dtype.name(), &[parent, layout]);
            leaf.slots.new.store(Some(construct));
            if dtype.is_integer() {
                scalar_attributes::install_index(&leaf, vm);
                leaf.slots.as_number.index.store(Some(as_index));
            }
            leaf
        })
        .collect();
    let inner = vec![
        ("generic", generic),
        ("number", number),
        ("integer", integer.clone()),
        ("signedinteger", signed),
        ("unsignedinteger", unsigned),
        ("inexact", inexact),
        ("floating", floating),
        ("complexfloating", complexfloating),
        ("flexible", flexible),
        ("character", character),
    ];
    let others = vec![
        (Kind::Str, "str_", str_),
        (Kind::Bytes, "bytes_", bytes_),
        (Kind::Object, "object_", object_),
        (Kind::Date, "datetime64", datetime64),
        (Kind::Span, "timedelta64", timedelta64),
        (Kind::Void, "void", void),
    ];
    Classes { leaves, others, inner }
}

/// A class as Python's `class name(*bases): __slots__ = ()` makes it.
fn derive(name: &str, bases: &[&PyTypeRef], vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    let namespace = vm.ctx.new_dict();
    namespace.set_item("__slots__", vm.ctx.empty_tuple.clone().into(), vm)?;
    namespace.set_item("__module__", vm.ctx.new_str("numpy").into(), vm)?;
    let bases = vm.ctx.new_tuple(bases.iter().map(|&base| base.clone().into()).collect());
    let made = vm.ctx.types.type_type.as_object().call((vm.ctx.new_str(name), bases, namespace), vm)?;
    made.downcast::<PyType>().map_err(|_| vm.new_type_error("type() makes types"))
}

/// The scalar class of a dtype.
pub fn class_of(dtype: DType, vm: &VirtualMachine) -> PyTypeRef {
    let dtype = dtype.native();
    if let (Some(true), Some(class)) = (dtype.record().map(|record| record.attributes), super::void::record_class()) {
        return class;
    }
    if dtype.kind() == Kind::Text {
        return vm.ctx.types.str_type.to_owned();
    }
    with_classes(vm, |classes| match DType::NUMBERS.iter().position(|&known| known == dtype) {
        Some(place) => classes.leaves[place].clone(),
        None => {
            let found = classes.others.iter().find(|(kind, ..)| *kind == dtype.kind());
            found.map(|(.., class)| class.clone()).expect("every kind that is no number has its class")
        }
    })
}

/// The dtype of a scalar class or of a subclass of one; `None` for other classes.
pub fn dtype_of_class(class: &Py<PyType>) -> Option<DType> {
    CLASSES.with(|cell| {
        let classes = cell.get()?;
        if let Some(place) = classes.leaves.iter().position(|leaf| class.is(leaf)) {
            return Some(DType::NUMBERS[place]);
        }
        classes.others.iter().find(|(.., known)| class.is(known)).and_then(|(kind, ..)| match kind {
            Kind::Str => Some(DType::Str(0)),
            Kind::Bytes => Some(DType::Bytes(0)),
            Kind::Object => Some(DType::Object),
            Kind::Date => Some(DType::Datetime(TimeUnit::GENERIC)),
            Kind::Span => Some(DType::Timedelta(TimeUnit::GENERIC)),
            Kind::Void => Some(DType::Void(0)),
            _ => None,
        })
    })
}

/// Every scalar class with the name it has in `numpy`.
pub fn class_names(vm: &VirtualMachine) -> Vec<(String, PyTypeRef)> {
    with_classes(vm, |classes| {
        let leaves =
            DType::NUMBERS.iter().zip(&classes.leaves).map(|(dtype, class)| (dtype.name().into_owned(), class.clone()));
        let others = classes.others.iter().map(|(_, name, class)| ((*name).to_owned(), class.clone()));
        let inner = classes.inner.iter().map(|(name, class)| ((*name).to_owned(), class.clone()));
        leaves.chain(others).chain(inner).collect()
    })
}

/// The scalar object of a value.
pub fn object(value: Scalar, dtype: DType, vm: &VirtualMachine) -> PyObjectRef {
    if let Scalar::Object(handle) = value {
        return objects::value(handle, vm);
    }
    let class = class_of(dtype, vm);
    let made: PyResult<PyObjectRef> = match (dtype, value) {
        (DType::Float64, Scalar::Float(value)) => PyFloat::from(value).into_ref_with_type(vm, class).map(Into::into),
        (DType::Complex128, Scalar::Complex(value)) => {
            PyComplex::from(value).into_ref_with_type(vm, class).map(Into::into)
        }
        (DType::Bool, value) => return bool_object(value.is_truthy(), vm),
        _ => PyScalar { value, dtype }.into_ref_with_type(vm, class).map(Into::into),
    };
    made.expect("a scalar class accepts its payload")
}

/// The scalar object of an array's element, `delta` bytes after the first: of `object` arrays, the object itself.
pub fn element(array: &Array, delta: isize, vm: &VirtualMachine) -> PyObjectRef {
    let made: PyResult<PyObjectRef> = match array.dtype() {
        DType::Str(_) => {
            let text = PyStr::from(array.element(delta).text());
            text.into_ref_with_type(vm, class_of(array.dtype(), vm)).map(Into::into)
        }
        DType::Bytes(_) => {
            let bytes = PyBytes::from(array.element(delta).bytes());
            bytes.into_ref_with_type(vm, class_of(array.dtype(), vm)).map(Into::into)
        }
        DType::Void(_) | DType::Record(_) => return super::void::object(array.element(delta), vm),
        DType::Swapped(_) => match array.element(delta).native() {
            Ok(native) => return element(&native, 0, vm),
            Err(_) => return vm.ctx.none(),
        },
        dtype => return object(array.get_at(delta), dtype, vm),
    };
    made.expect("a scalar class accepts its payload")
}

/// A value as Python has it: a date as an object of `datetime`.
pub fn python_value(value: Scalar, dtype: DType, vm: &VirtualMachine) -> PyObjectRef {
    match value {
        Scalar::Time(count) => times::item(count, dtype, vm).unwrap_or_else(|_| vm.ctx.new_int(count).into()),
        number => python_number(number, vm),
    }
}

/// The element as Python has it: what `item()` and `tolist()` give.
pub fn item(array: &Array, delta: isize, vm: &VirtualMachine) -> PyObjectRef {
    match array.dtype() {
        DType::Str(_) => vm.ctx.new_str(array.element(delta).text()).into(),
        DType::Bytes(_) => vm.ctx.new_bytes(array.element(delta).bytes()).into(),
        DType::Void(_) | DType::Record(_) => super::void::item(array, delta, vm),
        DType::Swapped(_) => match array.element(delta).native() {
            Ok(native) => item(&native, 0, vm),
            Err(_) => vm.ctx.none(),
        },
        dtype => python_value(array.get_at(delta), dtype, vm),
    }
}

/// `np.True_` or `np.False_`; there is one of each, as `is` shows.
pub fn bool_object(value: bool, vm: &VirtualMachine) -> PyObjectRef {
    BOOLS.with_borrow_mut(|bools| {
        let both = bools.get_or_insert_with(|| {
            [false, true].map(|value| {
                let scalar = PyScalar { value: Scalar::Bool(value), dtype: DType::Bool };
                let made = scalar.into_ref_with_type(vm, class_of(DType::Bool, vm));
                made.expect("a scalar class accepts its payload").into()
            })
        });
        both[usize::from(value)].clone()
    })
}

/// The value and dtype of a NumPy scalar; `None` for anything else, Python's own numbers included.
pub fn value_of(object: &PyObject) -> Option<(Scalar, DType)> {
    if let Some(scalar) = object.downcast_ref::<PyScalar>() {
        return Some((scalar.value, scalar.dtype));
    }
    let is_ours = || object.class().fast_issubclass(PyGeneric::static_type());
    if let Some(float) = object.downcast_ref::<PyFloat>() {
        return is_ours().then(|| (Scalar::Float(float.to_f64()), DType::Float64));
    }
    let complex = object.downcast_ref::<PyComplex>()?;
    is_ours().then(|| (Scalar::Complex(complex.to_complex()), DType::Complex128))
}

fn expect_value(object: &PyObject, vm: &VirtualMachine) -> PyResult<(Scalar, DType)> {
    value_of(object)
        .ok_or_else(|| vm.new_type_error(format!("expected a NumPy scalar, got '{}'", object.class().name())))
}

/// The str or bytes of a NumPy string.
fn python_text(object: &PyObject, vm: &VirtualMachine) -> Option<PyObjectRef> {
    if let Some(text) = object.downcast_ref::<PyStr>() {
        return Some(vm.ctx.new_str(text.as_wtf8().to_owned()).into());
    }
    object.downcast_ref::<PyBytes>().map(|bytes| vm.ctx.new_bytes(bytes.as_bytes().to_vec()).into())
}

/// The Python number of a scalar: what `item()` returns.
pub fn python_number(value: Scalar, vm: &VirtualMachine) -> PyObjectRef {
    match value {
        Scalar::Bool(value) => vm.ctx.new_bool(value).into(),
        Scalar::Int(value) => vm.ctx.new_int(value).into(),
        Scalar::UInt(value) => vm.ctx.new_int(value).into(),
        Scalar::Float(value) => vm.ctx.new_float(value).into(),
        Scalar::Complex(value) => vm.ctx.new_complex(value).into(),
        Scalar::Time(count) => vm.ctx.new_int(count).into(),
        Scalar::Object(handle) => objects::value(handle, vm),
        Scalar::Elsewhere(_) => vm.ctx.none(),
    }
}

fn as_index(number: PyNumber<'_>, vm: &VirtualMachine) -> PyResult {
    let (value, _) = expect_value(number.obj, vm)?;
    Ok(python_number(value, vm))
}

/// `np.int64(x)`: `x` as an array of that dtype, and its element if it has no axes.
fn construct(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let dtype = class
        .mro_map_collect(dtype_of_class)
        .into_iter()
        .find_map(|dtype| dtype)
        .ok_or_else(|| vm.new_type_error(format!("cannot create '{}' instances", class.name())))?;
    if dtype.kind() == Kind::Complex && args.args.len() > 1 {
        return object_as(class, complex_of_parts(&args.args, vm)?, dtype, vm);
    }
    let (value,): (OptionalArg<PyObjectRef>,) = args.bind(vm)?;
    let OptionalArg::Present(value) = value else {
        return object_as(class, Array::scalar(Scalar::Int(0), dtype).get(&[]), dtype, vm);
    };
    if let Some(text) = value.downcast_ref::<PyStr>() {
        let made = construct_from_text(text, dtype, vm)?;
        return match value_of(&made) {
            Some((value, dtype)) => object_as(class, value, dtype, vm),
            None => Ok(made),
        };
    }
    let array = match dtype.is_inexact() && convert::is_too_large(&value, vm) {
        true => super::index::number_from(dtype, &value, vm)?,
        false => convert::array_of(&value, Some(dtype), vm)?,
    };
    if array.ndim() > 0 {
        return Ok(wrap(array, vm));
    }
    object_as(class, array.get(&[]), dtype, vm)
}

/// `np.complex128(real, imag)`
fn complex_of_parts(parts: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<Scalar> {
    let [real, imaginary] = parts else {
        let given = parts.len();
        return Err(vm.new_type_error(format!("function takes at most 2 arguments ({given} given)")));
    };
    match (real.try_float(vm), imaginary.try_float(vm)) {
        (Ok(real), Ok(imaginary)) => Ok(Scalar::Complex(Complex64::new(real.to_f64(), imaginary.to_f64()))),
        _ => {
            let given = vm.ctx.new_tuple(parts.to_vec());
            let given = given.as_object().repr(vm)?;
            Err(vm.new_type_error(format!(
                "Could not convert arguments into a complex scalar. '{}' given.",
                given.to_string_lossy()
            )))
        }
    }
}

/// The scalar object of a value, of the dtype's class or of a learner's subclass of it.
fn object_as(class: PyTypeRef, value: Scalar, dtype: DType, vm: &VirtualMachine) -> PyResult {
    if class.is(&class_of(dtype, vm)) {
        return Ok(object(value, dtype, vm));
    }
    match (dtype, value) {
        (DType::Float64, Scalar::Float(value)) => PyFloat::from(value).into_ref_with_type(vm, class).map(Into::into),
        (DType::Complex128, Scalar::Complex(value)) => {
            PyComplex::from(value).into_ref_with_type(vm, class).map(Into::into)
        }
        _ => PyScalar { value, dtype }.into_ref_with_type(vm, class).map(Into::into),
    }
}

/// `np.str_(x)`: what `str` makes of it.
fn construct_text(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let plain = vm.ctx.types.str_type.as_object().call(args, vm)?;
    let text = plain.downcast_ref::<PyStr>().map_or_else(|| "".into(), |text| text.as_wtf8().to_owned());
    // An element of an array ends with its last character that is not NUL; a scalar is one.
    let text = match text.as_str() {
        Ok(text) => text.trim_end_matches('\0').into(),
        Err(_) => text,
    };
    PyStr::from(text).into_ref_with_type(vm, class).map(Into::into)
}

/// `np.bytes_(x)`: what `bytes` makes of it; text alone is taken as ASCII.
fn construct_bytes(class: PyTypeRef, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    if let ([text], true) = (args.args.as_slice(), args.kwargs.is_empty())
        && text.downcastable::<PyStr>()
    {
        args.args.push(vm.ctx.new_str("ascii").into());
    }
    let first = args.args.first().cloned();
    // A number that bytes cannot be made of is written out.
    let plain = match (vm.ctx.types.bytes_type.as_object().call(args, vm), first) {
        (Err(_), Some(number)) if matches!(convert::number_of(&number, vm), Ok(Some(_))) => {
            vm.call_method(number.str(vm)?.as_object(), "encode", ())?
        }
        (made, _) => made?,
    };
    let mut bytes = plain.downcast_ref::<PyBytes>().map_or_else(Vec::new, |bytes| bytes.as_bytes().to_vec());
    bytes.truncate(bytes.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1));
    PyBytes::from(bytes).into_ref_with_type(vm, class).map(Into::into)
}

/// `np.object_(x)`: `x` itself, or an object array of a sequence.
fn construct_object(_class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let (value,): (OptionalArg<PyObjectRef>,) = args.bind(vm)?;
    let OptionalArg::Present(value) = value else { return Ok(vm.ctx.none()) };
    let array = convert::array_of(&value, Some(DType::Object), vm)?;
    Ok(match value.downcast_ref::<PyNdArray>().filter(|value| value.borrow().ndim() == 0) {
        Some(element) => item(&element.array(), 0, vm),
        None if array.ndim() == 0 => value,
        None => wrap(array, vm),
    })
}

/// Text and an array are added as two arrays are; text and text as Python does.
fn text_add(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    if a.downcastable::<PyNdArray>() || b.downcastable::<PyNdArray>() {
        return super::ufunc::call_by_name("add", &[a.to_owned(), b.to_owned()], vm);
    }
    Ok(vm.ctx.not_implemented())
}

/// `np.str_('a')`, `np.bytes_(b'a')`.
fn text_repr(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let bare = settings::current().print.borrow().legacy <= Legacy::V1_25;
    if let Some(bytes) = zelf.downcast_ref::<PyBytes>() {
        let quoted = quoted_bytes(bytes.as_bytes());
        return Ok(vm.ctx.new_str(if bare { quoted } else { format!("np.bytes_({quoted})") }));
    }
    let plain = zelf.str(vm)?;
    let shown = vm.ctx.new_str(plain.as_wtf8().to_owned()).as_object().repr(vm)?;
    Ok(if bare { shown } else { vm.ctx.new_str(format!("np.str_({})", shown.to_string_lossy())) })
}

fn construct_from_text(text: &Py<PyStr>, dtype: DType, vm: &VirtualMachine) -> PyResult {
    let types = &vm.ctx.types;
    let parser = match dtype.kind() {
        Kind::Bool => return Ok(bool_object(!text.is_empty(), vm)),
        Kind::Signed | Kind::Unsigned => types.int_type,
        Kind::Float => types.float_type,
        Kind::Complex => types.complex_type,
        _ => return Ok(text.to_owned().into()),
    };
    let number = parser.as_object().call((text.to_owned(),), vm)?;
    let array = convert::array_of(&number, Some(dtype), vm)?;
    Ok(object(array.get(&[]), dtype, vm))
}

impl Hashable for PyGeneric {
    fn slot_hash(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<PyHash> {
        let (value, dtype) = expect_value(zelf, vm)?;
        match value {
            Scalar::Time(count) => times::hash(count, dtype, vm),
            number => python_number(number, vm).hash(vm),
        }
    }

    fn hash(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyHash> {
        Self::slot_hash(zelf.as_object(), vm)
    }
}

impl Representable for PyGeneric {
    fn slot_repr(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
        let (value, dtype) = expect_value(zelf, vm)?;
        Ok(vm.ctx.new_str(scalar_repr(value, dtype, settings::current().print.borrow().legacy)))
    }
}

/// The length of a `str_` or `bytes_`; `None` for a number.
fn text_length(object: &PyObject) -> Option<usize> {
    let text = object.downcast_ref::<PyStr>().map(|text| text.char_len());
    text.or_else(|| object.downcast_ref::<PyBytes>().map(|bytes| bytes.as_bytes().len()))
}

/// A `str_` or `bytes_` as Python's own, which number classes read.
fn plain_text(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
    if object.downcastable::<PyBytes>() {
        return vm.call_method(object, "decode", ("latin1",));
    }
    Ok(vm.ctx.new_str(object.str(vm)?.as_wtf8().to_owned()).into())
}

impl AsBuffer for PyGeneric {
    /// The element's bytes, read-only: what `memoryview(np.float64(1))` and `hash.update(scalar)` take.
    fn slot_as_buffer(zelf: &PyObject, flags: BufferFlags, vm: &VirtualMachine) -> PyResult<PyBuffer> {
        let array = convert::array_of(zelf, None, vm)?;
        flags.check_writable(true, "scalar buffer is readonly", vm)?;
        super::memory::copied(&array, vm)
    }

    fn as_buffer(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyBuffer> {
        Self::slot_as_buffer(zelf.as_object(), BufferFlags::FULL_RO, vm)
    }
}

impl AsNumber for PyGeneric {
    fn as_number() -> &'static PyNumberMethods {
        static AS_NUMBER: PyNumberMethods = PyNumberMethods {
            boolean: Some(|number, vm| match text_length(number.obj) {
                Some(length) => Ok(length > 0),
                None => Ok(expect_value(number.obj, vm)?.0.is_truthy()),
            }),
            int: Some(|number, vm| {
                if text_length(number.obj).is_some() {
                    return vm.ctx.types.int_type.as_object().call((plain_text(number.obj, vm)?,), vm);
                }
                let (value, _) = expect_value(number.obj, vm)?;
                Ok(python_number(value, vm).try_int(vm)?.into())
            }),
            float: Some(|number, vm| {
                if text_length(number.obj).is_some() {
                    return vm.ctx.types.float_type.as_object().call((plain_text(number.obj, vm)?,), vm);
                }
                let (value, _) = expect_value(number.obj, vm)?;
                let real = match value {
                    Scalar::Complex(value) => {
                        super::errors::with_classes(vm, |classes| {
                            let message = "Casting complex values to real discards the imaginary part";
                            super::errors::warn(&classes.complex_warning, message, vm)
                        })?;
                        value.re
                    }
                    other => f64::from_scalar(other),
                };
                Ok(vm.ctx.new_float(real).into())
            }),
            ..operators::BINARY_AND_UNARY
        };
        &AS_NUMBER
    }
}

/// Without this, Python would iterate by subscripts. It is no method `__iter__`, which would make scalars iterables.
fn no_iterator(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    Err(vm.new_type_error(format!("'numpy.{}' object is not iterable", zelf.class().name())))
}

impl AsMapping for PyGeneric {
    fn as_mapping() -> &'static PyMappingMethods {
        static AS_MAPPING: PyMappingMethods = PyMappingMethods {
            length: None,
            subscript: Some(|mapping, key, vm| {
                // A scalar is subscripted as an array of no axes, but has no item of its own to give.
                let is_empty = key.downcast_ref::<PyTuple>().is_some_and(|key| key.is_empty());
                let adds_axes = |key: &PyObject| vm.is_none(key) || key.downcastable::<PyEllipsis>();
                let is_view = adds_axes(key)
                    || key.downcast_ref::<PyTuple>().is_some_and(|key| key.iter().all(|entry| adds_axes(entry)));
                if is_empty {
                    return Ok(mapping.obj.to_owned());
                }
                if !is_view {
                    return Err(vm.new_index_error("invalid index to scalar variable."));
                }
                let array = wrap(convert::array_of(mapping.obj, None, vm)?, vm);
                super::index::get(&array, key, vm)
            }),
            ass_subscript: None,
        };
        &AS_MAPPING
    }
}

#[pyclass(flags(BASETYPE), with(AsBuffer, AsNumber, AsMapping, Comparable, Hashable, Representable))]
impl PyGeneric {
    #[pyslot]
    fn slot_new(class: PyTypeRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Err(vm.new_type_error(format!("cannot create 'numpy.{}' instances", class.name())))
    }

    /// An abstract class with the precision of its numbers, for annotations.
    #[pyclassmethod]
    fn __class_getitem__(class: PyTypeRef, args: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyGenericAlias> {
        let dtype = dtype_of_class(&class);
        let name = class.name().to_string();
        match (dtype.map(DType::kind), &*name) {
            (Some(Kind::Bool | Kind::Date), _) => PyGenericAlias::from_args(class, args, vm),
            (Some(Kind::Str | Kind::Bytes | Kind::Object | Kind::Void), name)
            | (None, name @ ("generic" | "flexible" | "character")) => {
                Err(vm.new_type_error(format!("type 'numpy.{name}' is not subscriptable")))
            }
            (Some(_), name) => Err(vm.new_type_error(format!("There are no type variables left in numpy.{name}"))),
            (None, "complexfloating") => signatures::alias(class, args, 2, vm),
            (None, _) => signatures::alias(class, args, 1, vm),
        }
    }

    #[pymethod]
    fn __str__(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
        let (value, dtype) = expect_value(&zelf, vm)?;
        Ok(scalar_str_as(value, dtype, settings::current().print.borrow().legacy))
    }

    #[pymethod]
    fn __complex__(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult<Complex64> {
        if text_length(&zelf).is_some() {
            let made = vm.ctx.types.complex_type.as_object().call((plain_text(&zelf, vm)?,), vm)?;
            return Ok(made.downcast_ref::<PyComplex>().map_or_else(Complex64::default, |made| made.to_complex()));
        }
        Ok(Complex64::from_scalar(expect_value(&zelf, vm)?.0))
    }

    /// The scalar as an array without axes.
    #[pymethod]
    fn __array__(zelf: PyObjectRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Ok(wrap(convert::array_of(&zelf, None, vm)?, vm))
    }

    #[pymethod]
    fn __reduce__(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        pickling::ask(pickling::ARRAYS, "_reduce_scalar", (zelf,), vm)
    }

    /// Rounded: to a Python integer, or to some decimals.
    #[pymethod]
    fn __round__(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let (decimals,): (OptionalArg<PyObjectRef>,) = args.bind(vm)?;
        let (value, dtype) = expect_value(&zelf, vm)?;
        if matches!(dtype.kind(), Kind::Bool | Kind::Complex) {
            let class = zelf.class().name().to_string();
            return Err(vm.new_type_error(format!("type numpy.{class} doesn't define __round__ method")));
        }
        match decimals.into_option().filter(|decimals| !vm.is_none(decimals)) {
            None => vm.call_method(&python_number(value, vm), "__round__", ()),
            Some(decimals) => vm.call_method(&wrap(convert::array_of(&zelf, None, vm)?, vm), "round", (decimals,)),
        }
    }

    /// The scalar as the nearest Python number.
    #[pymethod]
    fn item(zelf: PyObjectRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(text) = python_text(&zelf, vm) {
            return Ok(text);
        }
        let (value, dtype) = expect_value(&zelf, vm)?;
        Ok(python_value(value, dtype, vm))
    }

    /// The scalar as the nearest Python object.
    #[pymethod]
    fn tolist(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if let Some(text) = python_text(&zelf, vm) {
            return Ok(text);
        }
        let (value, dtype) = expect_value(&zelf, vm)?;
        Ok(python_value(value, dtype, vm))
    }

    #[pygetset]
    fn dtype(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<dtype::PyDType>> {
        if let Some(length) = text_length(&zelf) {
            let length = length as u32;
            let text = if zelf.downcastable::<PyStr>() { DType::Str(length) } else { DType::Bytes(length) };
            return Ok(dtype::object(text, vm));
        }
        Ok(dtype::object(expect_value(&zelf, vm)?.1, vm))
    }

    /// The scalar itself: there is only the device 'cpu'.
    #[pymethod]
    fn to_device(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let array = wrap(convert::array_of(&zelf, None, vm)?, vm);
        vm.call_method(&array, "to_device", args)?;
        Ok(zelf)
    }

    /// The scalar of another dtype.
    #[pymethod]
    fn astype(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let array = wrap(convert::array_of(&zelf, None, vm)?, vm);
        let made = vm.call_method(&array, "astype", args)?;
        Ok(match made.downcast_ref::<PyNdArray>() {
            Some(array) => element(&array.borrow(), 0, vm),
            None => made,
        })
    }

    /// Bytes: those of the value behind NumPy's own.
    #[pymethod]
    fn __sizeof__(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
        let (_, dtype) = expect_value(&zelf, vm)?;
        Ok(match dtype.kind() {
            Kind::Date | Kind::Span => 40,
            // Its alignment leaves a gap.
            Kind::Complex if dtype == DType::Complex128 => 48,
            _ => 24 + dtype.itemsize(),
        })
    }

    /// The real part, a scalar itself.
    #[pygetset]
    fn real(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (value, dtype) = expect_value(&zelf, vm)?;
        Ok(match value {
            Scalar::Complex(value) => object(Scalar::Float(value.re), dtype.real(), vm),
            real => object(real, dtype, vm),
        })
    }

    /// The imaginary part, a scalar itself.
    #[pygetset]
    fn imag(zelf: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (value, dtype) = expect_value(&zelf, vm)?;
        let part = if let Scalar::Complex(value) = value { Scalar::Float(value.im) } else { Scalar::Int(0) };
        Ok(object(Array::scalar(part, dtype.real()).get(&[]), dtype.real(), vm))
    }

    /// Asked for what neither the class nor its descriptors have.
    #[pymethod]
    fn __getattr__(zelf: PyObjectRef, name: PyRef<PyStr>, vm: &VirtualMachine) -> PyResult {
        Err(scalar_attributes::missing(&zelf, &name, vm))
    }
}

#[pyclass(flags(BASETYPE))]
impl PyScalar {
    #[pymethod]
    fn __format__(zelf: &Py<Self>, spec: PyRef<PyStr>, vm: &VirtualMachine) -> PyResult {
        // As the Python number that it is, in its digits too: f"{np.float32(0.1)}" has a double's.
        let number = match zelf.value {
            Scalar::Time(_) | Scalar::Elsewhere(_) => zelf.as_object().str(vm)?.into(),
            value => python_number(value, vm),
        };
        vm.call_method(&number, "__format__", (spec,))
    }
}
