//! Arithmetic of NumPy scalars: ufuncs on single elements, whose events NumPy names apart ("overflow encountered in
//! scalar add"). Unlike arrays, scalars also tell of integers that wrap around.

use num_traits::ToPrimitive;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyInt};
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use super::array::wrap_result;
use super::convert::array_of;
use super::errors::OrRaise;
use super::ufunc::{Input, called, row};
use super::{scalar, settings};
use crate::nd::ufunc::flags::{Flags, Warnings};
use crate::nd::ufunc::{self as engine, CallOptions, Operand, promote_types};
use crate::nd::{Array, DType, Kind, Scalar};

/// The ufuncs that scalars have of their own, with NumPy's names for them.
const NAMES: [(&str, &str); 10] = [
    ("add", "scalar add"),
    ("subtract", "scalar subtract"),
    ("multiply", "scalar multiply"),
    ("divide", "scalar divide"),
    ("floor_divide", "scalar floor_divide"),
    ("remainder", "scalar remainder"),
    ("divmod", "scalar divmod"),
    ("power", "scalar power"),
    ("negative", "scalar negative"),
    ("absolute", "scalar absolute"),
];

/// Calls a ufunc on numbers of which one at least is a NumPy scalar; `None` for any other operands or ufunc, and for
/// numbers whose common dtype is neither's: those NumPy leaves to arrays.
pub fn call(name: &str, operands: &[&PyObject], vm: &VirtualMachine) -> Option<PyResult> {
    let &(_, own_name) = NAMES.iter().find(|(known, _)| *known == name)?;
    let own = |object: &PyObject| {
        let (_, dtype) = scalar::value_of(object)?;
        dtype.is_number().then_some(dtype)
    };
    let common = operands.iter().filter_map(|object| own(object)).reduce(promote_types)?;
    let types = &vm.ctx.types;
    let suits = |object: &&PyObject| match own(object) {
        Some(_) => true,
        None if object.class().is(types.int_type) || object.class().is(types.bool_type) => true,
        None if object.class().is(types.float_type) => common.is_inexact(),
        None => object.class().is(types.complex_type) && common.kind() == Kind::Complex,
    };
    let is_someones = operands.iter().any(|object| own(object) == Some(common));
    let first_is_bool = own(operands[0]) == Some(DType::Bool);
    if common == DType::Bool || first_is_bool || !is_someones || !operands.iter().all(suits) {
        return None;
    }
    if common.kind() == Kind::Complex
        && let Some(symbol) = without_complex(name)
    {
        return Some(Err(unsupported(symbol, operands[0], operands[1], vm)));
    }
    Some(compute(name, own_name, common, operands, vm))
}

/// Python's sign of an operation that complex scalars have not.
fn without_complex(name: &str) -> Option<&'static str> {
    match name {
        "floor_divide" => Some("//"),
        "remainder" => Some("%"),
        "divmod" => Some("divmod()"),
        _ => None,
    }
}

/// The `TypeError` of an operator that neither operand has.
pub fn unsupported(symbol: &str, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let (first, second) = (class_name(a), class_name(b));
    vm.new_type_error(format!("unsupported operand type(s) for {symbol}: '{first}' and '{second}'"))
}

/// The name of an object's class as CPython's own sentences have it: `numpy.float64`, `int`.
pub fn class_name(object: &PyObject) -> String {
    let name = object.class().name().to_string();
    if scalar::value_of(object).is_some() { format!("numpy.{name}") } else { name }
}

fn compute(name: &str, own_name: &'static str, common: DType, operands: &[&PyObject], vm: &VirtualMachine) -> PyResult {
    let (outputs, warnings) = match complex_alone(name, common, operands, vm)? {
        Some((output, warnings)) => (vec![output], warnings),
        None => {
            let inputs = operands.iter().map(|operand| Input::read(operand, vm)).collect::<PyResult<Vec<_>>>()?;
            let inputs: Vec<Operand> = inputs.iter().map(Input::operand).collect();
            called(row(name), &inputs, &CallOptions::default()).or_raise(vm)?
        }
    };
    // What a conversion says is not the operation's.
    let said = if warnings.name == name { own_name } else { warnings.name };
    let mut warnings = Warnings { name: said, ..warnings };
    if let [result] = outputs.as_slice()
        && result.dtype().is_integer()
        && exact(name, operands).is_some_and(|exact| Some(exact) != integer(result.get(&[])))
    {
        warnings = Warnings { name: own_name, flags: warnings.flags | Flags::OVER, ..warnings };
    }
    settings::report(warnings, vm)?;
    let mut results = outputs.into_iter().map(|output: Array| wrap_result(output, vm)).collect::<Vec<_>>();
    Ok(if results.len() == 1 { results.remove(0) } else { vm.ctx.new_tuple(results).into() })
}

/// Products and moduli of complex numbers: of single ones they are not those of an array's.
fn complex_alone(
    name: &str,
    common: DType,
    operands: &[&PyObject],
    vm: &VirtualMachine,
) -> PyResult<Option<(Array, Warnings)>> {
    if common.kind() != Kind::Complex || !matches!(name, "multiply" | "absolute") {
        return Ok(None);
    }
    let inputs = operands.iter().map(|operand| array_of(operand, Some(common), vm)).collect::<PyResult<Vec<_>>>()?;
    engine::alone(row(name), &inputs, common).or_raise(vm)
}

/// The result that no dtype bounds, of operations that can leave theirs.
fn exact(name: &str, operands: &[&PyObject]) -> Option<i128> {
    let value = |place: usize| {
        let object: &&PyObject = operands.get(place)?;
        match scalar::value_of(object) {
            Some((value, _)) => integer(value),
            None => object.downcast_ref::<PyInt>()?.as_bigint().to_i128(),
        }
    };
    let a = value(0)?;
    match name {
        "negative" => Some(-a),
        "absolute" => Some(a.abs()),
        "add" => a.checked_add(value(1)?),
        "subtract" => a.checked_sub(value(1)?),
        "multiply" => a.checked_mul(value(1)?),
        _ => None,
    }
}

fn integer(value: Scalar) -> Option<i128> {
    match value {
        Scalar::Bool(value) => Some(value.into()),
        Scalar::Int(value) => Some(value.into()),
        Scalar::UInt(value) => Some(value.into()),
        _ => None,
    }
}
