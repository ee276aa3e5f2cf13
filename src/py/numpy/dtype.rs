//! `numpy.dtype`: the class, and every way a learner may name a dtype.

use std::cell::{Cell, RefCell};
use std::hash::{Hash, Hasher};

use rustpython_vm::builtins::{PyBytes, PyDict, PyGenericAlias, PyList, PyStr, PyTuple, PyTupleRef, PyType, PyTypeRef};
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::{FuncArgs, PyComparisonValue, PySetterValue};
use rustpython_vm::protocol::{PyMappingMethods, PyNumberMethods};
use rustpython_vm::types::{AsMapping, AsNumber, Comparable, Constructor, Hashable, PyComparisonOp, Representable};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::args::{self, Signature};
use super::array::{PyNdArray, shape_tuple};
use super::errors::OrRaise;
use super::{dtype_classes, fields, pickling, scalar, signatures};
use crate::nd::record::order::ByteOrder;
use crate::nd::{DType, Kind};

/// The type of an array's elements: their kind, how many bytes they take, in what order, and their fields.
///
/// It is made of a scalar class (`np.float32`), a Python type (`int`), a text (`'f8'`, `'<U5'`, `'M8[s]'`, `'i4,f8'`), or
/// a list of fields, each with name and type (`[('x', 'f4'), ('y', 'f4')]`). `align` puts fields where a C compiler
/// would; `metadata` attaches a dictionary.
#[pyclass(name = "dtype", module = "numpy")]
#[derive(Debug, PyPayload)]
pub struct PyDType {
    dtype: Cell<DType>,
    /// The array whose dtype was asked for: giving its fields other names renames the array's.
    owner: Option<PyObjectRef>,
    /// What a program wants to remember about it: a read-only dict.
    metadata: Option<PyObjectRef>,
    /// What `dtype(..., copy=True)` has made it of. Nobody else has this object then, and a pickle's state may change it.
    origin: Option<PyObjectRef>,
}

impl PyDType {
    /// The engine's dtype.
    pub fn dtype(&self) -> DType {
        self.dtype.get()
    }

    fn alone(dtype: DType) -> Self {
        Self { dtype: dtype.into(), owner: None, metadata: None, origin: None }
    }

    fn in_its_class(self, vm: &VirtualMachine) -> PyRef<Self> {
        let class = dtype_classes::class_of(self.dtype(), vm);
        self.into_ref_with_type(vm, class).expect("a class of dtypes accepts its payload")
    }
}

thread_local! {
    static OBJECTS: RefCell<Vec<PyRef<PyDType>>> = const { RefCell::new(Vec::new()) };
}

/// The object of a dtype, of the class of its family.
pub fn object(dtype: DType, vm: &VirtualMachine) -> PyRef<PyDType> {
    let known = OBJECTS.with_borrow(|objects| objects.iter().find(|known| known.dtype() == dtype).cloned());
    if let Some(known) = known {
        return known;
    }
    let made = PyDType::alone(dtype).in_its_class(vm);
    // Those with a parameter are as many as a program asks for, and made anew.
    if dtype.is_number() || dtype == DType::Object {
        OBJECTS.with_borrow_mut(|objects| objects.push(made.clone()));
    }
    made
}

/// The object of an array's dtype.
pub fn of_array(array: &Py<PyNdArray>, vm: &VirtualMachine) -> PyRef<PyDType> {
    let dtype = array.borrow().dtype();
    match dtype {
        DType::Record(_) => {
            let owner: PyObjectRef = array.to_owned().into();
            PyDType { owner: Some(owner), ..PyDType::alone(dtype) }.in_its_class(vm)
        }
        other => object(other, vm),
    }
}

/// The dtype a value names: a `dtype`, a scalar type, a Python type, a string, a list, dict or tuple of fields, or
/// something with a `dtype`.
pub fn parse(value: &PyObject, vm: &VirtualMachine) -> PyResult<DType> {
    if let Some(dtype) = value.downcast_ref::<PyType>().and_then(dtype_classes::dtype_of) {
        return Ok(dtype);
    }
    parse_aligned(value, false, vm)
}

/// As [`parse`]; with `align`, fields lie where a C compiler would put them.
pub fn parse_aligned(value: &PyObject, align: bool, vm: &VirtualMachine) -> PyResult<DType> {
    if let Some(known) = value.downcast_ref::<PyDType>() {
        return Ok(known.dtype());
    }
    if let Some(class) = value.downcast_ref::<PyType>() {
        refuse_abstract(class, vm)?;
        return Ok(of_class(class, vm).unwrap_or(DType::Object));
    }
    if value.downcastable::<PyNdArray>() {
        return Err(vm.new_type_error("Cannot construct a dtype from an array"));
    }
    if let Some(text) = value.downcast_ref::<PyStr>() {
        return fields::parse_text(text.to_str().unwrap_or_default(), align, vm);
    }
    if let Some(bytes) = value.downcast_ref::<PyBytes>() {
        return fields::parse_text(&String::from_utf8_lossy(bytes.as_bytes()), align, vm);
    }
    // What holds itself comes to no end.
    if let Some(list) = value.downcast_ref::<PyList>() {
        return vm.with_recursion("while trying to convert the given data type from a list object", || {
            fields::parse_list(&list.borrow_vec().to_vec(), align, vm)
        });
    }
    if let Some(tuple) = value.downcast_ref::<PyTuple>() {
        return vm.with_recursion("while trying to convert the given data type from a tuple object", || {
            fields::parse_tuple(tuple.as_slice(), align, vm)
        });
    }
    if let Some(dict) = value.downcast_ref::<PyDict>() {
        return vm.with_recursion("while trying to convert the given data type from a dict object", || {
            fields::parse_dict(dict, align, vm)
        });
    }
    if value.class().is(vm.ctx.types.mappingproxy_type) {
        let dict = vm.ctx.types.dict_type.as_object().call((value.to_owned(),), vm)?;
        return parse_aligned(&dict, align, vm);
    }
    if let Some(dtype) = vm.get_attribute_opt(value, "dtype")? {
        if let Some(known) = dtype.downcast_ref::<PyDType>() {
            return Ok(known.dtype());
        }
    }
    let shown = value.repr(vm)?;
    Err(vm.new_type_error(format!("Cannot interpret '{}' as a data type", shown.to_string_lossy())))
}

/// Classes of NumPy's scalars that only others are derived from name no dtype.
fn refuse_abstract(class: &Py<PyType>, vm: &VirtualMachine) -> PyResult<()> {
    if !class.fast_issubclass(scalar::PyGeneric::class(&vm.ctx)) {
        return Ok(());
    }
    Err(vm.new_type_error(match &*class.name() {
        "generic" | "flexible" => "Converting `np.generic` to a dtype is not allowed.",
        "inexact" | "floating" | "number" => "Converting `np.inexact` or `np.floating` to a dtype not allowed",
        "complexfloating" => "Converting `np.complex` to a dtype is not allowed.",
        "integer" | "signedinteger" => "Converting 'np.integer' or 'np.signedinteger' to a dtype is not allowed",
        "unsignedinteger" => "Converting `np.unsignedinteger` to a dtype is not allowed",
        "character" => "Converting `np.character` to a dtype is not allowed",
        _ => return Ok(()),
    }))
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
    if super::void::is_record_class(class) {
        return Some(DType::Void(0));
    }
    [
        (types.bool_type, DType::Bool),
        (types.int_type, DType::Int64),
        (types.float_type, DType::Float64),
        (types.complex_type, DType::Complex128),
        (types.str_type, DType::Str(0)),
        (types.bytes_type, DType::Bytes(0)),
        (types.memoryview_type, DType::Void(0)),
    ]
    .into_iter()
    .find_map(|(known, dtype)| class.is(known).then_some(dtype))
}

/// The dtype of a name without fields.
pub fn parse_name(text: &str, vm: &VirtualMachine) -> PyResult<DType> {
    let bare = text.trim_start_matches(['<', '>', '=', '|']);
    if bare.strip_prefix('a').is_some_and(|length| length.bytes().all(|digit| digit.is_ascii_digit())) {
        let message = "Data type alias 'a' was deprecated in NumPy 2.0. Use the 'S' alias instead.";
        super::errors::warn(vm.ctx.exceptions.deprecation_warning, message, vm)?;
    }
    DType::parse(text).ok_or_else(|| {
        if matches!(text, "int0" | "uint0" | "void0" | "object0" | "str0" | "bytes0" | "bool8") {
            return vm.new_type_error(format!(
                "Alias '{text}' was removed in NumPy 2.0. Use a name without a digit at the end."
            ));
        }
        if let Some(sentence) = unit_not_understood(bare) {
            return vm.new_type_error(sentence);
        }
        if is_numpy_name(text) {
            unsupported(&format!("'{text}'"), vm)
        } else if let Some((unit, divisor)) = divided_unit(text) {
            vm.new_value_error(format!(
                "divisor ({divisor}) is not a multiple of a lower-unit in datetime metadata \"{unit}\""
            ))
        } else {
            vm.new_type_error(format!("data type '{text}' not understood"))
        }
    })
}

/// NumPy's sentence for what stands in the brackets of `M8[...]` and is no unit.
fn unit_not_understood(text: &str) -> Option<String> {
    let rest = ["datetime64[", "timedelta64[", "M8[", "m8["].iter().find_map(|name| text.strip_prefix(name))?;
    let Some(inside) = rest.strip_suffix(']') else {
        return Some(format!("Invalid datetime metadata string \"[{rest}\""));
    };
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    if inside.is_empty() {
        return Some("Invalid datetime metadata string \"[]\"".into());
    }
    if inside.len() == digits {
        return Some(format!("Invalid datetime metadata string \"[{inside}]\" at position {}", digits + 1));
    }
    if inside.contains('/') {
        return None;
    }
    Some(format!("Invalid datetime unit in metadata string \"[{inside}]\""))
}

/// The unit in brackets and its divisor, of a name such as `M8[as/10]`.
fn divided_unit(text: &str) -> Option<(&str, u32)> {
    let unit = &text[text.find('[')?..];
    let (before, divisor) = unit.strip_prefix('[')?.strip_suffix(']')?.split_once('/')?;
    let known = crate::nd::time::TimeUnit::parse(before).is_some();
    divisor.parse().ok().filter(|_| known).map(|divisor| (unit, divisor))
}

/// Names that NumPy understands and this engine has no dtype for yet.
fn is_numpy_name(text: &str) -> bool {
    let bare = text.trim_start_matches(['<', '>', '=', '|']);
    matches!(bare, "f16" | "c32" | "float128" | "complex256")
}

fn unsupported(what: &str, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    let known: Vec<_> = DType::NUMBERS.iter().map(|dtype| dtype.name()).collect();
    vm.new_type_error(format!(
        "this page's NumPy has no arrays of {what} yet; it has {}, str, bytes, object, datetime64, timedelta64 and \
         structured dtypes",
        known.join(", ")
    ))
}

impl Constructor for PyDType {
    type Args = FuncArgs;

    fn slot_new(_class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::new("dtype", ["dtype", "align", "copy", "metadata"], 1);
        let [value, align, copy, metadata] = SIGNATURE.bind(args, vm)?;
        let (align, copy) = (args::truth(align, false, vm)?, args::truth(copy, false, vm)?);
        let given = value.as_ref().and_then(|value| value.downcast_ref::<Self>());
        if let (Some(given), None, false) = (given, &metadata, copy || align) {
            return Ok(given.to_owned().into());
        }
        let before = given.and_then(|given| given.metadata.clone());
        let dtype = match value.as_ref().filter(|value| !vm.is_none(value)) {
            Some(value) => parse_aligned(value, align, vm)?,
            None => DType::Float64,
        };
        let proxy = vm.ctx.types.mappingproxy_type.as_object();
        if let Some(metadata) = metadata.as_ref().filter(|metadata| !metadata.downcastable::<PyDict>()) {
            let class = metadata.class().name().to_string();
            return Err(vm.new_type_error(format!("dtype() argument 4 must be dict, not {class}")));
        }
        let metadata = match (before, metadata) {
            (Some(before), Some(more)) => {
                let merged = vm.ctx.types.dict_type.as_object().call((before,), vm)?;
                vm.call_method(&merged, "update", (more,))?;
                Some(merged)
            }
            (before, more) => more.or(before),
        };
        let metadata = metadata.map(|metadata| proxy.call((metadata,), vm)).transpose()?;
        if metadata.is_none() && !copy {
            return Ok(object(dtype, vm).into());
        }
        let origin = value.filter(|_| copy);
        Ok(Self { metadata, origin, ..Self::alone(dtype) }.in_its_class(vm).into())
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        Err(vm.new_type_error("dtype objects are made by numpy.dtype(...)"))
    }
}

impl Comparable for PyDType {
    fn cmp(zelf: &Py<Self>, other: &PyObject, op: PyComparisonOp, vm: &VirtualMachine) -> PyResult<PyComparisonValue> {
        op.eq_only(|| {
            let equal = if vm.is_none(other) {
                false
            } else {
                parse_aligned(other, false, vm).is_ok_and(|other| other == zelf.dtype())
            };
            Ok(PyComparisonValue::Implemented(equal))
        })
    }
}

impl Hashable for PyDType {
    fn hash(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyHash> {
        let mut hasher = std::hash::DefaultHasher::new();
        zelf.dtype().hash(&mut hasher);
        Ok(hasher.finish() as PyHash)
    }
}

impl Representable for PyDType {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let dtype = zelf.dtype();
        if dtype.kind() == Kind::Text {
            return Ok(dtype.repr());
        }
        let aligned = if dtype.record().is_some_and(|record| record.aligned) { ", align=True" } else { "" };
        Ok(format!("dtype({}{aligned})", dtype.repr()))
    }
}

impl AsMapping for PyDType {
    fn as_mapping() -> &'static PyMappingMethods {
        static AS_MAPPING: PyMappingMethods = PyMappingMethods {
            length: Some(|mapping, _vm| {
                Ok(PyDType::mapping_downcast(mapping).dtype().record().map_or(0, |record| record.fields.len()))
            }),
            subscript: Some(|mapping, key, vm| {
                let dtype = fields::subscript(PyDType::mapping_downcast(mapping).dtype(), key, vm)?;
                Ok(object(dtype, vm).into())
            }),
            ass_subscript: None,
        };
        &AS_MAPPING
    }
}

impl AsNumber for PyDType {
    fn as_number() -> &'static PyNumberMethods {
        static AS_NUMBER: PyNumberMethods = PyNumberMethods {
            boolean: Some(|_, _| Ok(true)),
            multiply: Some(|a, b, vm| {
                let (dtype, count) = match (a.downcast_ref::<PyDType>(), b.downcast_ref::<PyDType>()) {
                    (Some(dtype), None) => (dtype.dtype(), b),
                    (None, Some(dtype)) => (dtype.dtype(), a),
                    _ => return Ok(vm.ctx.not_implemented()),
                };
                if count.try_index_opt(vm).is_none() {
                    return Ok(vm.ctx.not_implemented());
                }
                let count = fields::block_shape(&count.to_owned(), vm)?;
                Ok(object(dtype.in_blocks(&count).or_raise(vm)?, vm).into())
            }),
            ..PyNumberMethods::NOT_IMPLEMENTED
        };
        &AS_NUMBER
    }
}

#[pyclass(flags(BASETYPE), with(Constructor, Comparable, Hashable, Representable, AsMapping, AsNumber))]
impl PyDType {
    /// The class with its scalar class, for annotations.
    #[pyclassmethod]
    fn __class_getitem__(class: PyTypeRef, args: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyGenericAlias> {
        signatures::alias(class, args, 1, vm)
    }

    #[pymethod]
    fn __str__(zelf: &Py<Self>) -> String {
        zelf.dtype().to_string()
    }

    #[pymethod]
    fn __reduce__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        pickling::ask(pickling::ARRAYS, "_reduce_dtype", (zelf,), vm)
    }

    /// Becomes what a pickle says: only one that `dtype(..., copy=True)` has made does.
    #[pymethod]
    fn __setstate__(zelf: PyRef<Self>, state: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let origin = zelf.origin.clone();
        let of = vm.unwrap_or_none(origin.clone());
        let made = pickling::ask(pickling::ARRAYS, "_state_of_dtype", (zelf.clone(), state, of), vm)?;
        // The one object of a dtype without a parameter stays what it is.
        if origin.is_some() {
            zelf.dtype.set(parse(&made, vm)?);
        }
        Ok(())
    }

    /// The dtype's name and width in bits, such as `float64`.
    #[pygetset]
    fn name(zelf: &Py<Self>) -> String {
        zelf.dtype().name().into_owned()
    }

    /// One letter for the kind: `b` bool, `i` and `u` integers, `f` floats, `c` complex, `U` text, `S` bytes, `O` objects, `M` dates, `m` spans, `V` void.
    #[pygetset]
    fn kind(zelf: &Py<Self>) -> String {
        zelf.dtype().kind().code().to_string()
    }

    /// One letter for the type of the elements; each scalar class has its own.
    #[pygetset]
    fn char(zelf: &Py<Self>) -> String {
        zelf.dtype().char().to_string()
    }

    /// Bytes in an element.
    #[pygetset]
    fn itemsize(zelf: &Py<Self>) -> usize {
        zelf.dtype().itemsize()
    }

    /// What an element's address is to be a multiple of, in bytes.
    #[pygetset]
    fn alignment(zelf: &Py<Self>) -> usize {
        zelf.dtype().alignment()
    }

    /// Byte order, kind and bytes in an element, such as `<f8`.
    #[pygetset(name = "str")]
    fn array_protocol(zelf: &Py<Self>) -> String {
        zelf.dtype().array_protocol()
    }

    /// The order of bytes: `=` this machine's, `<` little, `>` big, `|` without meaning.
    #[pygetset]
    fn byteorder(zelf: &Py<Self>) -> &'static str {
        let dtype = zelf.dtype();
        match dtype {
            DType::Swapped(_) => ">",
            _ if matches!(dtype.kind(), Kind::Bytes | Kind::Object | Kind::Void | Kind::Text)
                || dtype.itemsize() == 1 =>
            {
                "|"
            }
            _ => "=",
        }
    }

    /// Whether the order of bytes is this machine's.
    #[pygetset]
    fn isnative(zelf: &Py<Self>) -> bool {
        zelf.dtype().native() == zelf.dtype()
    }

    /// The dtype in another byte order: '<', '>', '=', '|', or 'S' for the other one.
    #[pymethod]
    fn newbyteorder(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        const SIGNATURE: Signature<1> = Signature::new("newbyteorder", ["new_order"], 0);
        let [order] = SIGNATURE.bind(args, vm)?;
        if zelf.dtype().kind() == Kind::Text {
            return Err(vm.new_type_error("Cannot use DescrNewByteOrder for this new style DTypes."));
        }
        let order = ByteOrder::parse(&args::text(order, "S", "byteorder", vm)?).or_raise(vm)?;
        let ordered = zelf.dtype().ordered(order);
        Ok(match zelf.metadata.clone() {
            None => object(ordered, vm),
            metadata => Self { metadata, ..Self::alone(ordered) }.in_its_class(vm),
        })
    }

    /// Whether elements, or fields of them, are Python objects.
    #[pygetset]
    fn hasobject(zelf: &Py<Self>) -> bool {
        zelf.dtype().has_objects()
    }

    /// How elements are treated, as bits; 1 where they hold references.
    #[pygetset]
    fn flags(zelf: &Py<Self>) -> u8 {
        match zelf.dtype() {
            DType::Object => 63,
            DType::Strings(_) => 107,
            DType::Record(_) if zelf.dtype().has_objects() => 27,
            DType::Record(_) => 16,
            _ => 0,
        }
    }

    /// 1 for a dtype of NumPy's own, 0 for one with fields, 2 for one that a program has made.
    #[pygetset]
    fn isbuiltin(zelf: &Py<Self>) -> u8 {
        let dtype = zelf.dtype();
        u8::from(dtype.is_number() || dtype == DType::Object || dtype.itemsize() == 0 && dtype.record().is_none())
    }

    /// Whether the fields lie as a C compiler would put them.
    #[pygetset]
    fn isalignedstruct(zelf: &Py<Self>) -> bool {
        zelf.dtype().record().is_some_and(|record| record.aligned)
    }

    /// What a program has attached to the dtype, or None.
    #[pygetset]
    fn metadata(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.metadata.clone()
    }

    /// Axes of the block that an element is; 0 where it is none.
    #[pygetset]
    fn ndim(zelf: &Py<Self>) -> usize {
        zelf.dtype().out_of_block().1.len()
    }

    /// Shape of the block that an element is; `()` where it is none.
    #[pygetset]
    fn shape(zelf: &Py<Self>, vm: &VirtualMachine) -> PyTupleRef {
        shape_tuple(zelf.dtype().out_of_block().1, vm)
    }

    /// The dtype of a block's elements; the dtype itself where it is none.
    #[pygetset]
    fn base(zelf: &Py<Self>, vm: &VirtualMachine) -> PyRef<Self> {
        match zelf.dtype() {
            DType::Block(block) => object(block.base, vm),
            _ => zelf.to_owned(),
        }
    }

    /// The dtype of a block's elements and the block's shape; `None` where it is none.
    #[pygetset]
    fn subdtype(zelf: &Py<Self>, vm: &VirtualMachine) -> Option<PyTupleRef> {
        let DType::Block(block) = zelf.dtype() else { return None };
        Some(vm.ctx.new_tuple(vec![object(block.base, vm).into(), shape_tuple(&block.shape, vm).into()]))
    }

    /// The names of the fields, in order; `None` where there are none.
    #[pygetset]
    fn names(zelf: &Py<Self>, vm: &VirtualMachine) -> Option<PyTupleRef> {
        let record = zelf.dtype().record()?;
        Some(vm.ctx.new_tuple(record.fields.iter().map(|field| vm.ctx.new_str(&*field.name).into()).collect()))
    }

    #[pygetset(setter, name = "names")]
    fn set_names(zelf: &Py<Self>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("Cannot delete dtype names attribute"));
        };
        let renamed = fields::renamed(zelf.dtype(), &value, vm)?;
        zelf.dtype.set(renamed);
        if let Some(owner) = zelf.owner.as_ref().and_then(|owner| owner.downcast_ref::<PyNdArray>()) {
            owner.change(|array| *array = array.retyped(renamed));
        }
        Ok(())
    }

    /// For each name and title of a field its dtype and offset; `None` where there are no fields.
    #[pygetset]
    fn fields(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        zelf.dtype().record().map(|record| fields::mapping(record, vm)).transpose()
    }

    /// The fields and the gaps between them, as a list that a dtype can be made of.
    #[pygetset]
    fn descr(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        fields::descr(zelf.dtype(), vm)
    }

    /// A number for the type of the elements.
    #[pygetset]
    fn num(zelf: &Py<Self>) -> u16 {
        match zelf.dtype().native() {
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
            DType::Strings(_) => 2056,
            DType::Bytes(_) => 18,
            DType::Str(_) => 19,
            DType::Datetime(_) => 21,
            DType::Timedelta(_) => 22,
            DType::Void(_) | DType::Record(_) | DType::Block(_) | DType::Swapped(_) => 20,
        }
    }

    /// The scalar class of the elements.
    #[pygetset(name = "type")]
    fn scalar_type(zelf: &Py<Self>, vm: &VirtualMachine) -> PyTypeRef {
        scalar::class_of(zelf.dtype(), vm)
    }
}
