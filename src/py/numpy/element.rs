//! What one element of an array says to a sequence: `array[0] = [1, 2]`.
//!
//! NumPy hands the sequence to the element's dtype, so that each kind of dtype answers in its own words; booleans
//! take its truth. Elements of objects and of records, which do hold sequences, are not asked here.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyList, PyRange, PyTuple};
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

use super::array::PyNdArray;
use crate::nd::index::IndexItem;
use crate::nd::{Array, DType, Kind, Scalar};

/// The element that a sequence becomes, where `items` pick one element of `target` and `value` is a sequence.
///
/// # Errors
/// NumPy's for the dtype's kind, with its cause.
pub fn of_sequence(
    target: &Array,
    items: &[IndexItem],
    value: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<Option<Array>> {
    let one = items.len() == target.ndim() && items.iter().all(|item| matches!(item, IndexItem::Int(_)));
    let array = value.downcast_ref::<PyNdArray>().map(|array| array.borrow().ndim() > 0);
    let sequence = value.downcastable::<PyList>() || value.downcastable::<PyTuple>() || value.downcastable::<PyRange>();
    if !one || !array.unwrap_or(sequence) {
        return Ok(None);
    }
    let class = value.class().name().to_string();
    let of_array = || vm.new_type_error("only 0-dimensional arrays can be converted to Python scalars");
    let caused = |sentence: &'static str, cause: PyBaseExceptionRef| {
        let error = vm.new_value_error(sentence);
        error.set_cause(Some(cause));
        error
    };
    const SEQUENCE: &str = "setting an array element with a sequence.";
    Err(match target.dtype().kind() {
        Kind::Bool => match value.to_owned().try_to_bool(vm) {
            Ok(truth) => return Ok(Some(Array::scalar(Scalar::Bool(truth), DType::Bool))),
            Err(cause) => caused(SEQUENCE, cause),
        },
        Kind::Signed | Kind::Unsigned if array.is_some() => caused(SEQUENCE, of_array()),
        Kind::Signed | Kind::Unsigned => vm.new_type_error(format!(
            "int() argument must be a string, a bytes-like object or a real number, not '{class}'"
        )),
        Kind::Float if array.is_some() => caused(SEQUENCE, of_array()),
        Kind::Float => {
            let cause = format!("float() argument must be a string or a real number, not '{class}'");
            caused(SEQUENCE, vm.new_type_error(cause))
        }
        Kind::Complex if array.is_some() => of_array(),
        Kind::Complex => vm.new_type_error(format!("must be real number, not {class}")),
        Kind::Str | Kind::Bytes => vm.new_value_error("setting an array element with a sequence"),
        Kind::Date => vm.new_value_error("Could not convert object to NumPy datetime"),
        Kind::Span => vm.new_value_error("Could not convert object to NumPy timedelta"),
        Kind::Void if array.is_none() && target.dtype().record().is_none() => {
            vm.new_type_error(format!("a bytes-like object is required, not '{class}'"))
        }
        _ => return Ok(None),
    })
}
