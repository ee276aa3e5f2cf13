//! Arithmetic and comparison operators of arrays and scalars: each is a ufunc, as in NumPy.

use num_traits::ToPrimitive;
use rustpython_vm::builtins::{PyBytes, PyDict, PyFloat, PyInt, PyList, PyStr, PyTuple, PyType};
use rustpython_vm::class::StaticType;
use rustpython_vm::function::{Either, PyComparisonValue};
use rustpython_vm::protocol::PyNumberMethods;
use rustpython_vm::types::{Comparable, PyComparisonOp};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};
use smallvec::SmallVec;

use super::array::PyNdArray;
use super::errors::OrRaise;
use super::scalar::PyGeneric;
use super::void::PyVoid;
use super::{elision, scalar, scalar_math, subclass, times, ufunc};
use crate::nd::time::is_time;
use crate::nd::ufunc::promote::{Casting, can_cast, promote_types};
use crate::nd::{DType, Kind, Scalar};

/// The slots that arrays and scalars share.
pub const BINARY_AND_UNARY: PyNumberMethods = PyNumberMethods {
    add: Some(|a, b, vm| binary("add", a, b, |x, y| Some(x + y), vm)),
    subtract: Some(|a, b, vm| binary("subtract", a, b, |x, y| Some(x - y), vm)),
    multiply: Some(|a, b, vm| binary("multiply", a, b, |x, y| Some(x * y), vm)),
    true_divide: Some(|a, b, vm| binary("divide", a, b, |x, y| (y != 0.0).then(|| x / y), vm)),
    floor_divide: Some(|a, b, vm| binary("floor_divide", a, b, |_, _| None, vm)),
    remainder: Some(|a, b, vm| binary("remainder", a, b, |_, _| None, vm)),
    divmod: Some(|a, b, vm| binary("divmod", a, b, |_, _| None, vm)),
    power: Some(|a, b, modulus, vm| if vm.is_none(modulus) { power(a, b, vm) } else { Ok(vm.ctx.not_implemented()) }),
    lshift: Some(|a, b, vm| binary("left_shift", a, b, |_, _| None, vm)),
    rshift: Some(|a, b, vm| binary("right_shift", a, b, |_, _| None, vm)),
    and: Some(|a, b, vm| binary("bitwise_and", a, b, |_, _| None, vm)),
    or: Some(|a, b, vm| binary("bitwise_or", a, b, |_, _| None, vm)),
    xor: Some(|a, b, vm| binary("bitwise_xor", a, b, |_, _| None, vm)),
    matrix_multiply: Some(|a, b, vm| match a.downcastable::<PyNdArray>() || b.downcastable::<PyNdArray>() {
        true => binary("matmul", a, b, |_, _| None, vm),
        // Numbers have no matrix product.
        false if is_plain(a, vm) && is_plain(b, vm) => Err(scalar_math::unsupported("@", a, b, vm)),
        false => Ok(vm.ctx.not_implemented()),
    }),
    negative: Some(|number, vm| call("negative", &[number.obj.to_owned()], vm)),
    positive: Some(|number, vm| call("positive", &[number.obj.to_owned()], vm)),
    absolute: Some(|number, vm| call("absolute", &[number.obj.to_owned()], vm)),
    invert: Some(|number, vm| call("invert", &[number.obj.to_owned()], vm)),
    inplace_add: Some(|a, b, vm| in_place("add", a, b, vm)),
    inplace_subtract: Some(|a, b, vm| in_place("subtract", a, b, vm)),
    inplace_multiply: Some(|a, b, vm| in_place("multiply", a, b, vm)),
    inplace_true_divide: Some(|a, b, vm| in_place("divide", a, b, vm)),
    inplace_floor_divide: Some(|a, b, vm| in_place("floor_divide", a, b, vm)),
    inplace_remainder: Some(|a, b, vm| in_place("remainder", a, b, vm)),
    inplace_power: Some(|a, b, _, vm| in_place("power", a, b, vm)),
    inplace_lshift: Some(|a, b, vm| in_place("left_shift", a, b, vm)),
    inplace_rshift: Some(|a, b, vm| in_place("right_shift", a, b, vm)),
    inplace_and: Some(|a, b, vm| in_place("bitwise_and", a, b, vm)),
    inplace_or: Some(|a, b, vm| in_place("bitwise_or", a, b, vm)),
    inplace_xor: Some(|a, b, vm| in_place("bitwise_xor", a, b, vm)),
    inplace_matrix_multiply: Some(|a, b, vm| in_place("matmul", a, b, vm)),
    ..PyNumberMethods::NOT_IMPLEMENTED
};

/// Whether an object is a number, NumPy's or Python's, or one of Python's that have no operators with numbers.
fn is_plain(object: &PyObject, vm: &VirtualMachine) -> bool {
    let is_number = scalar::value_of(object).is_some() || object.class().is(vm.ctx.types.int_type);
    let types = [vm.ctx.types.float_type, vm.ctx.types.complex_type, vm.ctx.types.list_type, vm.ctx.types.tuple_type];
    is_number || vm.is_none(object) || types.into_iter().any(|class| object.class().is(class))
}

/// Calls the ufunc of that name on whole objects, without options.
pub fn call(name: &'static str, operands: &[PyObjectRef], vm: &VirtualMachine) -> PyResult {
    let borrowed: SmallVec<[&PyObject; 2]> = operands.iter().map(|operand| &**operand).collect();
    scalar_math::call(name, &borrowed, vm).unwrap_or_else(|| ufunc::call_by_name(name, operands, vm))
}

/// A binary operator. `on_doubles` is its fast path for two doubles; `None` where events may occur.
fn binary(
    name: &'static str,
    a: &PyObject,
    b: &PyObject,
    on_doubles: impl Fn(f64, f64) -> Option<f64>,
    vm: &VirtualMachine,
) -> PyResult {
    if let (Some(x), Some(y)) = (as_double(a, vm), as_double(b, vm))
        && let Some(z) = on_doubles(x, y).filter(|z| z.is_finite())
        && (z.is_normal() || x == 0.0 || y == 0.0 || !super::settings::watches_underflow())
    {
        return Ok(scalar::object(Scalar::Float(z), DType::Float64, vm));
    }
    if let Some(result) = scalar_math::call(name, &[a, b], vm) {
        return result;
    }
    if name == "multiply" && (repeats(a, b) || repeats(b, a)) {
        let count = if repeats(a, b) { a } else { b };
        if count.to_owned().try_index_opt(vm).is_none() {
            let class = scalar_math::class_name(count);
            return Err(vm.new_type_error(format!("can't multiply sequence by non-int of type '{class}'")));
        }
        return Ok(vm.ctx.not_implemented());
    }
    if let Some(result) = on_times(name, a, b, vm) {
        return result;
    }
    // Text says itself what it is joined with.
    if name == "add" && (a.downcastable::<PyStr>() || a.downcastable::<PyBytes>()) && repeats(b, a) {
        return Ok(vm.ctx.not_implemented());
    }
    if is_foreign(a, b, vm) || is_foreign(b, a, vm) {
        return Ok(vm.ctx.not_implemented());
    }
    let spare = elision::spare(&[a, b], vm);
    let result = ufunc::call_sparing(name, &[a.to_owned(), b.to_owned()], spare, vm)?;
    elision::remember(&result, vm);
    Ok(result)
}

/// A day or span of NumPy's beside an object that is no number and no text: what Python makes of `item()` and it.
fn on_times(name: &str, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> Option<PyResult> {
    let operation = match name {
        "add" => VirtualMachine::_add,
        "subtract" => VirtualMachine::_sub,
        "multiply" => VirtualMachine::_mul,
        "remainder" => VirtualMachine::_mod,
        "divmod" => VirtualMachine::_divmod,
        _ => return None,
    };
    let time = |object: &PyObject| scalar::value_of(object).filter(|(_, dtype)| is_time(*dtype));
    let other = |object: &PyObject| vm.is_none(object) || times::is_pythons(object, vm);
    let (left, right) = (time(a), time(b));
    if left.is_some() == right.is_some() || !other(if left.is_some() { b } else { a }) {
        return None;
    }
    let item = |object: &PyObject, time: Option<(Scalar, DType)>| {
        time.map_or_else(|| object.to_owned(), |(value, dtype)| scalar::python_value(value, dtype, vm))
    };
    Some(operation(vm, &item(a, left), &item(b, right)))
}

/// Whether `a * b` is Python's repetition of a sequence: a NumPy scalar beside one is a count, which only an
/// integer can be.
fn repeats(count: &PyObject, sequence: &PyObject) -> bool {
    let is_sequence = sequence.downcastable::<PyList>()
        || sequence.downcastable::<PyTuple>()
        || sequence.downcastable::<PyStr>()
        || sequence.downcastable::<PyBytes>();
    is_sequence && scalar::value_of(sequence).is_none() && scalar::value_of(count).is_some()
}

/// `a ** b`: NumPy squares and takes roots where the exponent is a Python 2 or 0.5.
fn power(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    if let (Some(x), Some(y)) = (as_double(a, vm), as_double(b, vm))
        && y == 2.0
        && (x * x).is_finite()
    {
        return Ok(scalar::object(Scalar::Float(x * x), DType::Float64, vm));
    }
    if let Some(result) = scalar_math::call("power", &[a, b], vm) {
        return result;
    }
    if is_foreign(a, b, vm) || is_foreign(b, a, vm) {
        return Ok(vm.ctx.not_implemented());
    }
    let spare = elision::spare(&[a, b], vm);
    let result = match fast_power(a, b, vm) {
        Some(fast) => ufunc::call_sparing(fast, &[a.to_owned()], spare, vm)?,
        None => ufunc::call_sparing("power", &[a.to_owned(), b.to_owned()], spare, vm)?,
    };
    elision::remember(&result, vm);
    Ok(result)
}

/// The ufunc that stands for a power with a Python number, as `ndarray.__pow__` chooses it.
fn fast_power(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> Option<&'static str> {
    let array = a.downcast_ref::<PyNdArray>()?.array();
    let exponent = if b.class().is(vm.ctx.types.float_type) {
        b.downcast_ref::<PyFloat>()?.to_f64()
    } else if b.class().is(vm.ctx.types.int_type) {
        b.downcast_ref::<PyInt>()?.as_bigint().to_f64()?
    } else {
        return None;
    };
    let exact = array.dtype().is_integer() || array.dtype() == DType::Bool;
    match exponent {
        2.0 if !exact || b.class().is(vm.ctx.types.int_type) => Some("square"),
        1.0 if !exact && array.dtype() != DType::Bool => Some("positive"),
        -1.0 if array.dtype().is_inexact() => Some("reciprocal"),
        0.5 if array.dtype().is_inexact() => Some("sqrt"),
        _ => None,
    }
}

/// The value of a `float64` scalar, or of a Python number beside one.
fn as_double(object: &PyObject, vm: &VirtualMachine) -> Option<f64> {
    if let Some(float) = object.downcast_ref::<PyFloat>() {
        return Some(float.to_f64());
    }
    if object.class().is(vm.ctx.types.int_type) {
        return object
            .downcast_ref::<PyInt>()?
            .as_bigint()
            .to_i64()
            .filter(|n| n.unsigned_abs() < 1 << 53)
            .map(|n| n as f64);
    }
    None
}

/// Objects that an operator leaves to their own: the other operand's gets its turn.
fn is_foreign(object: &PyObject, beside: &PyObject, vm: &VirtualMachine) -> bool {
    let is_scalar = scalar::value_of(object).is_some() || super::void::array_of(object).is_some();
    !object.class().is(PyNdArray::class(&vm.ctx)) && !is_scalar && subclass::defers_to(object, beside, vm)
}

/// Whether `==` of an object with `beside` is false whatever the elements: text beside numbers, nothing, a dict.
fn is_unlike(object: &PyObject, beside: &PyObject, vm: &VirtualMachine) -> bool {
    let is_scalar = scalar::value_of(object).is_some() || super::void::array_of(object).is_some();
    if is_scalar || object.downcastable::<PyNdArray>() {
        return false;
    }
    let array = beside.downcast_ref::<PyNdArray>().map(|array| array.borrow().dtype().kind());
    if array == Some(Kind::Object)
        || (matches!(array, Some(Kind::Str | Kind::Bytes | Kind::Text)) && super::objects::is_text(object))
        || array == Some(Kind::Text) && vm.is_none(object)
    {
        return false;
    }
    match array {
        Some(_) => object.downcastable::<PyStr>() || object.downcastable::<PyDict>() || vm.is_none(object),
        None => object.downcastable::<PyType>() || object.downcastable::<PyDict>() || vm.is_none(object),
    }
}

fn in_place(name: &'static str, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    if is_foreign(b, a, vm) {
        return Ok(vm.ctx.not_implemented());
    }
    if !a.downcastable::<PyNdArray>() {
        return scalar_in_place(name, a, b, vm);
    }
    if name == "matmul" && is_flat(b, vm) {
        let (own, other) = (a.downcast_ref::<PyNdArray>(), super::convert::array_of(b, None, vm)?);
        let own = own.expect("it is an array, as was seen above").borrow().dtype();
        if can_cast(promote_types(own, other.dtype()), own, Casting::SameKind) {
            return Err(vm.new_value_error(
                "inplace matrix multiplication requires the first operand to have at least one and the second at least \
                 two dimensions.",
            ));
        }
    }
    if name == "power"
        && let Some(fast) = fast_power(a, b, vm)
    {
        return ufunc::call_into(fast, &[a.to_owned()], a, vm);
    }
    ufunc::call_into(name, &[a.to_owned(), b.to_owned()], a, vm)
}

/// A vector, or a list of numbers.
fn is_flat(object: &PyObject, vm: &VirtualMachine) -> bool {
    let sequence = object.downcastable::<PyNdArray>() || object.downcastable::<PyList>();
    sequence
        && super::convert::array_of(object, None, vm).is_ok_and(|array| array.ndim() == 1 && array.dtype().is_number())
}

/// `a += b` of a scalar, which is `a = a + b` but for what is said where there is no such operator.
fn scalar_in_place(name: &'static str, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let is_complex =
        |object: &PyObject| scalar::value_of(object).is_some_and(|(_, dtype)| dtype.kind() == Kind::Complex);
    let plain = is_plain(a, vm) && is_plain(b, vm);
    let missing = match name {
        "matmul" if plain => Some("@="),
        "floor_divide" if plain && is_complex(a) => Some("//="),
        "remainder" if plain && is_complex(a) => Some("%="),
        _ => None,
    };
    match missing {
        Some(symbol) => Err(scalar_math::unsupported(symbol, a, b, vm)),
        None => Ok(vm.ctx.not_implemented()),
    }
}

/// Comparisons of arrays, and of scalars as of arrays, are ufuncs.
macro_rules! compared_by_ufuncs {
    ($($class:ty),*) => {
        $(impl Comparable for $class {
            fn slot_richcompare(
                zelf: &PyObject,
                other: &PyObject,
                op: PyComparisonOp,
                vm: &VirtualMachine,
            ) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
                compare(zelf, other, op, vm)
            }

            fn cmp(_: &Py<Self>, _: &PyObject, _: PyComparisonOp, _: &VirtualMachine) -> PyResult<PyComparisonValue> {
                Ok(PyComparisonValue::NotImplemented)
            }
        })*
    };
}

compared_by_ufuncs!(PyNdArray, PyGeneric, PyVoid);

/// `==`, `<` and the others, element by element.
pub fn compare(
    a: &PyObject,
    b: &PyObject,
    op: PyComparisonOp,
    vm: &VirtualMachine,
) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
    let name = match op {
        PyComparisonOp::Eq => "equal",
        PyComparisonOp::Ne => "not_equal",
        PyComparisonOp::Lt => "less",
        PyComparisonOp::Le => "less_equal",
        PyComparisonOp::Gt => "greater",
        PyComparisonOp::Ge => "greater_equal",
    };
    if let (Some(x), Some(y)) = (as_double(a, vm), as_double(b, vm)) {
        let holds = x.partial_cmp(&y).map_or(op == PyComparisonOp::Ne, |ordering| op.eval_ord(ordering));
        return Ok(Either::A(scalar::bool_object(holds, vm)));
    }
    if scalar::value_of(a).is_some() && b.downcastable::<PyNdArray>() && !b.class().is(PyNdArray::static_type()) {
        // Of a scalar's array and one of a derived class, the derived class answers.
        let array = super::array::wrap(super::convert::array_of(a, None, vm)?, vm);
        return array.rich_compare(b.to_owned(), op, vm).map(Either::A);
    }
    let by_fields = matches!(op, PyComparisonOp::Eq | PyComparisonOp::Ne) && (is_void(a) || is_void(b));
    // A scalar differs from what is nothing; an array cannot be compared with it.
    let array = a.downcastable::<PyNdArray>() || b.downcastable::<PyNdArray>();
    let equality = matches!(op, PyComparisonOp::Eq | PyComparisonOp::Ne);
    let unlike = equality && (is_unlike(a, b, vm) || is_unlike(b, a, vm));
    if (unlike || is_foreign(a, b, vm) || is_foreign(b, a, vm)) && !(by_fields && array) {
        return foreign_comparison(a, op, vm);
    }
    if by_fields {
        let (first, second) = (super::convert::array_of(a, None, vm)?, super::convert::array_of(b, None, vm)?);
        let equal = crate::nd::record::convert::equal(&first, &second).or_raise(vm)?;
        let equal = match subclass::model(&[a.to_owned(), b.to_owned()], vm) {
            Some(model) => subclass::wrap_as(equal, model, None, vm)?,
            None => super::array::wrap_result(equal, vm),
        };
        if !array && first.dtype().record().is_none() && second.dtype().record().is_none() {
            // Of plain bytes NumPy gives an array without axes.
            let holds = equal.clone().try_to_bool(vm)? == (op == PyComparisonOp::Eq);
            return Ok(Either::A(super::array::wrap(crate::nd::Array::scalar(Scalar::Bool(holds), DType::Bool), vm)));
        }
        return if op == PyComparisonOp::Eq { Ok(equal) } else { call("logical_not", &[equal], vm) }.map(Either::A);
    }
    match call(name, &[a.to_owned(), b.to_owned()], vm) {
        // What no loop compares is unlike everywhere.
        Err(raised)
            if equality
                && super::errors::with_classes(vm, |own| {
                    own.ufunc[..2].iter().any(|class| raised.class().is(class))
                }) =>
        {
            let (first, second) = (super::convert::array_of(a, None, vm)?, super::convert::array_of(b, None, vm)?);
            let shapes = || [&first, &second].map(|operand| operand.shape().into()).into();
            let shape = crate::nd::manip::broadcast_shapes_of(&[first.shape(), second.shape()])
                .map_err(|_| crate::nd::Error::Broadcast { shapes: shapes() })
                .or_raise(vm)?;
            let answer = Scalar::Bool(op == PyComparisonOp::Ne);
            // It lies as the operands do.
            let alike = |array: &crate::nd::Array| array.shape() == shape.as_slice() && array.is_f_contiguous();
            let fortran = [&first, &second].iter().all(|array| alike(array)) && !first.is_c_contiguous();
            let order = if fortran { crate::nd::Order::F } else { crate::nd::Order::C };
            let filled = crate::nd::Array::full(&shape, answer, DType::Bool, order).or_raise(vm)?;
            Ok(Either::A(super::array::wrap_result(filled, vm)))
        }
        other => other.map(Either::A),
    }
}

/// Whether an object is an array or scalar of a structured dtype or of plain bytes.
fn is_void(object: &PyObject) -> bool {
    match object.downcast_ref::<PyNdArray>() {
        Some(array) => array.borrow().dtype().kind() == Kind::Void,
        None => super::void::array_of(object).is_some(),
    }
}

/// Equality with something that no array can be made of is false in every element; order is not defined.
fn foreign_comparison(
    a: &PyObject,
    op: PyComparisonOp,
    vm: &VirtualMachine,
) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
    let answer = match op {
        PyComparisonOp::Eq => false,
        PyComparisonOp::Ne => true,
        _ => return Ok(Either::B(PyComparisonValue::NotImplemented)),
    };
    let Some(array) = a.downcast_ref::<PyNdArray>() else { return Ok(Either::B(PyComparisonValue::NotImplemented)) };
    let shape = array.borrow().shape().to_vec();
    let filled = crate::nd::Array::full(&shape, Scalar::Bool(answer), DType::Bool, crate::nd::Order::C).or_raise(vm)?;
    Ok(Either::A(super::array::wrap_result(filled, vm)))
}
