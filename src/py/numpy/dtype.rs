//! `numpy.dtype`: the class, and every way a learner may name a dtype.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use rustpython_vm::builtins::{PyStr, PyTupleRef, PyType, PyTypeRef};
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::{FuncArgs, PyComparisonValue};
use rustpython_vm::types::{Comparable, Constructor, Hashable, PyComparisonOp, Representable};
use rustpython_vm::{
    AsObject, Context, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use super::args::Signature;
use super::scalar;
use crate::nd::{DType, Kind};

/// An element type as an object; there is one object for each dtype without a parameter.
#[pyclass(name = "dtype", module = "numpy")]
#[derive(Debug, PyPayload)]
pub struct PyDType {
    /// The row of the engine's table.
    pub dtype: DType,
}

thread_local! {
    static OBJECTS: RefCell<Vec<PyRef<PyDType>>> = const { RefCell::new(Vec::new()) };
}

/// The object of a dtype.
pub fn object(dtype: DType, ctx: &Context) -> PyRef<PyDType> {
    OBJECTS.with_borrow_mut(|objects| {
        if let Some(known) = objects.iter().find(|known| known.dtype == dtype) {
            return known.clone();
        }
        let made = PyDType { dtype }.into_ref(ctx);
        // Those with a parameter are as many as a program asks for, and made anew.
        if dtype.is_number() || dtype == DType::Object {
            objects.push(made.clone());
        }
        made
    })
}

/// The dtype a value names: a `dtype`, a scalar type, a Python type, a string, or something with a `dtype`.
pub fn parse(value: &PyObject, vm: &VirtualMachine) -> PyResult<DType> {
    if let Some(known) = value.downcast_ref::<PyDType>() {
        return Ok(known.dtype);
    }
    if let Some(class) = value.downcast_ref::<PyType>() {
        return Ok(of_class(class, vm).unwrap_or(DType::Object));
    }
    if let Some(text) = value.downcast_ref::<PyStr>() {
        let text = text.to_str().unwrap_or_default();
        return DType::parse(text).ok_or_else(|| {
            if is_numpy_name(text) {
                unsupported(&format!("'{text}'"), vm)
            } else {
                vm.new_type_error(format!("data type '{text}' not understood"))
            }
        });
    }
    if let Some(dtype) = vm.get_attribute_opt(value, "dtype")? {
        if let Some(known) = dtype.downcast_ref::<PyDType>() {
            return Ok(known.dtype);
        }
    }
    let shown = value.repr(vm)?;
    Err(vm.new_type_error(format!("Cannot interpret '{}' as a data type", shown.to_string_lossy())))
}

/// The dtype given as `dtype=`, if any.
pub fn parse_optional(value: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<DType>> {
    super::args::present(value, vm).map(|value| parse(&value, vm)).transpose()
}

fn of_class(class: &Py<PyType>, vm: &VirtualMachine) -> Option<DType> {
    let types = &vm.ctx.types;
    if let Some(dtype) = scalar::dtype_of_class(class) {
        return Some(dtype);
    }
    [
        (types.bool_type, DType::Bool),
        (types.int_type, DType::Int64),
        (types.float_type, DType::Float64),
        (types.complex_type, DType::Complex128),
        (types.str_type, DType::Str(0)),
        (types.bytes_type, DType::Bytes(0)),
    ]
    .into_iter()
    .find_map(|(known, dtype)| class.is(known).then_some(dtype))
}

/// Names that NumPy understands and this engine has no dtype for yet.
fn is_numpy_name(text: &str) -> bool {
    let bare = text.trim_start_matches(['<', '>', '=', '|']);
    matches!(bare, "longdouble" | "g" | "clongdouble" | "G" | "f16" | "c32")
        || bare.starts_with('V')
        || (text.starts_with('>') && DType::parse(bare).is_some())
}

fn unsupported(what: &str, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    let known: Vec<_> = DType::NUMBERS.iter().map(|dtype| dtype.name()).collect();
    vm.new_type_error(format!(
        "this page's NumPy has no arrays of {what} yet; it has {}, str, bytes, object, datetime64 and timedelta64",
        known.join(", ")
    ))
}

impl Constructor for PyDType {
    type Args = FuncArgs;

    fn slot_new(_class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("dtype", ["dtype", "align", "copy"], 1);
        let [value, ..] = SIGNATURE.bind(args, vm)?;
        let dtype = match value.filter(|value| !vm.is_none(value)) {
            Some(value) => parse(&value, vm)?,
            None => DType::Float64,
        };
        Ok(object(dtype, &vm.ctx).into())
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        Err(vm.new_type_error("dtype objects are made by numpy.dtype(...)"))
    }
}

impl Comparable for PyDType {
    fn cmp(zelf: &Py<Self>, other: &PyObject, op: PyComparisonOp, vm: &VirtualMachine) -> PyResult<PyComparisonValue> {
        op.eq_only(|| {
            let equal = if vm.is_none(other) { false } else { parse(other, vm).is_ok_and(|other| other == zelf.dtype) };
            Ok(PyComparisonValue::Implemented(equal))
        })
    }
}

impl Hashable for PyDType {
    fn hash(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyHash> {
        let mut hasher = std::hash::DefaultHasher::new();
        zelf.dtype.hash(&mut hasher);
        Ok(hasher.finish() as PyHash)
    }
}

impl Representable for PyDType {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(format!("dtype({})", zelf.dtype.repr()))
    }
}

#[pyclass(with(Constructor, Comparable, Hashable, Representable))]
impl PyDType {
    #[pymethod]
    fn __str__(zelf: &Py<Self>) -> String {
        zelf.dtype.to_string()
    }

    #[pymethod]
    fn __reduce__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyTupleRef {
        let args = vm.ctx.new_tuple(vec![vm.ctx.new_str(zelf.dtype.array_protocol()).into()]);
        vm.ctx.new_tuple(vec![zelf.class().to_owned().into(), args.into()])
    }

    #[pygetset]
    fn name(zelf: &Py<Self>) -> String {
        zelf.dtype.name().into_owned()
    }

    #[pygetset]
    fn kind(zelf: &Py<Self>) -> String {
        zelf.dtype.kind().code().to_string()
    }

    #[pygetset]
    fn char(zelf: &Py<Self>) -> String {
        zelf.dtype.char().to_string()
    }

    #[pygetset]
    fn itemsize(zelf: &Py<Self>) -> usize {
        zelf.dtype.itemsize()
    }

    #[pygetset]
    fn alignment(zelf: &Py<Self>) -> usize {
        zelf.dtype.alignment()
    }

    #[pygetset(name = "str")]
    fn array_protocol(zelf: &Py<Self>) -> String {
        zelf.dtype.array_protocol()
    }

    #[pygetset]
    fn byteorder(zelf: &Py<Self>) -> &'static str {
        let alike = matches!(zelf.dtype.kind(), Kind::Bytes | Kind::Object) || zelf.dtype.itemsize() == 1;
        if alike { "|" } else { "=" }
    }

    #[pygetset]
    fn isnative(_zelf: &Py<Self>) -> bool {
        true
    }

    #[pygetset]
    fn hasobject(zelf: &Py<Self>) -> bool {
        zelf.dtype == DType::Object
    }

    #[pygetset]
    fn ndim(_zelf: &Py<Self>) -> usize {
        0
    }

    #[pygetset]
    fn shape(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyTupleRef {
        vm.ctx.empty_tuple.clone()
    }

    #[pygetset]
    fn names(_zelf: &Py<Self>) -> Option<PyObjectRef> {
        None
    }

    #[pygetset]
    fn fields(_zelf: &Py<Self>) -> Option<PyObjectRef> {
        None
    }

    #[pygetset]
    fn num(zelf: &Py<Self>) -> u8 {
        match zelf.dtype {
            DType::Bool => 0,
            DType::Int8 => 1,
            DType::UInt8 => 2,
            DType::Int16 => 3,
            DType::UInt16 => 4,
            DType::Int32 => 5,
            DType::UInt32 => 6,
            DType::Int64 => 7,
            DType::UInt64 => 8,
            DType::Float16 => 23,
            DType::Float32 => 11,
            DType::Float64 => 12,
            DType::Complex64 => 14,
            DType::Complex128 => 15,
            DType::Object => 17,
            DType::Bytes(_) => 18,
            DType::Str(_) => 19,
            DType::Datetime(_) => 21,
            DType::Timedelta(_) => 22,
        }
    }

    #[pygetset(name = "type")]
    fn scalar_type(zelf: &Py<Self>, vm: &VirtualMachine) -> PyTypeRef {
        scalar::class_of(zelf.dtype, vm)
    }
}
