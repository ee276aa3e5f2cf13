//! The values behind the handles of object arrays, and what the engine asks about them.
//!
//! A handle is a place in one table of this thread. The engine moves handles as plain words, so none is counted:
//! when the table has doubled, every value that stands in no array any more is let go ([`object::for_each_live`]).

use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::Rc;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyBytes, PyFloat, PyList, PyStr};
use rustpython_vm::types::PyComparisonOp;
use rustpython_vm::vm::thread::try_with_current_vm;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::errors::OrRaise;
use super::made;
use super::{index, scalar};
use crate::nd::object::{self, Objects};
use crate::nd::{Array, DType, Error, Order, Result, Scalar};

/// Values fewer than these are never looked through.
const FEW: usize = 1024;

/// Values by their handle less one; handle 0 is `None`.
#[derive(Default)]
struct Table {
    values: Vec<Option<PyObjectRef>>,
    free: Vec<usize>,
    /// Values held when the table is next looked through.
    limit: usize,
}

thread_local! {
    static TABLE: RefCell<Table> = RefCell::default();
    static MISSING: RefCell<Vec<PyObjectRef>> = const { RefCell::new(Vec::new()) };
    static RAISED: RefCell<Option<PyBaseExceptionRef>> = const { RefCell::new(None) };
}

/// Lets the engine ask this interpreter about objects.
pub fn install() {
    object::install(Rc::new(Interpreter));
}

/// The number of a value that stands for missing texts.
pub fn missing_number(value: &PyObject) -> u32 {
    MISSING.with_borrow_mut(|known| {
        let place = known.iter().position(|other| stands_for(value, other)).unwrap_or_else(|| {
            known.push(value.to_owned());
            known.len() - 1
        });
        place as u32
    })
}

/// The value of a number that stands for missing texts.
pub fn missing_value(number: u32, vm: &VirtualMachine) -> PyObjectRef {
    let known = MISSING.with_borrow(|known| known.get(number as usize).cloned());
    vm.unwrap_or_none(known)
}

/// Whether a value is a NaN.
pub fn is_nan(value: &PyObject) -> bool {
    value.downcast_ref::<PyFloat>().is_some_and(|value| value.to_f64().is_nan())
}

/// Whether two values stand for the same missing text.
fn stands_for(value: &PyObject, other: &PyObject) -> bool {
    let text = |value: &PyObject| value.downcast_ref::<PyStr>().map(|text| text.as_wtf8().to_owned());
    value.is(other) || is_nan(value) && is_nan(other) || text(value).is_some_and(|value| Some(value) == text(other))
}

/// The exception behind [`Error::Raised`].
pub fn raised() -> Option<PyBaseExceptionRef> {
    RAISED.take()
}

/// The value of a handle.
pub fn value(handle: u64, vm: &VirtualMachine) -> PyObjectRef {
    let known = usize::try_from(handle).ok().and_then(|handle| handle.checked_sub(1));
    let found = known.and_then(|at| TABLE.with_borrow(|table| table.values.get(at).cloned().flatten()));
    found.unwrap_or_else(|| vm.ctx.none())
}

/// A handle for a value. It lives as long as it stands in some array; put it into one at once.
pub fn handle(value: &PyObject, vm: &VirtualMachine) -> u64 {
    if vm.is_none(value) {
        return 0;
    }
    let (place, dropped) = TABLE.with_borrow_mut(|table| {
        let held = table.values.len() - table.free.len();
        let dropped = if held >= table.limit.max(FEW) { sweep(table) } else { Vec::new() };
        let place = table.free.pop().unwrap_or_else(|| {
            table.values.push(None);
            table.values.len() - 1
        });
        table.values[place] = Some(value.to_owned());
        (place, dropped)
    });
    // Values may run code as they go, which may ask for handles: the table is free by now.
    drop(dropped);
    place as u64 + 1
}

/// Takes out every value that stands in no array.
fn sweep(table: &mut Table) -> Vec<PyObjectRef> {
    let mut live = vec![false; table.values.len()];
    object::for_each_live(|handle| {
        let place = usize::try_from(handle).ok().and_then(|handle| handle.checked_sub(1));
        if let Some(live) = place.and_then(|place| live.get_mut(place)) {
            *live = true;
        }
    });
    let mut dropped = Vec::new();
    for (place, live) in live.into_iter().enumerate() {
        if !live && let Some(value) = table.values[place].take() {
            dropped.push(value);
            table.free.push(place);
        }
    }
    table.limit = 2 * (table.values.len() - table.free.len());
    dropped
}

/// An array without axes that holds a value.
pub fn array_of_one(value: &PyObject, vm: &VirtualMachine) -> Array {
    Array::scalar(Scalar::Object(handle(value, vm)), DType::Object)
}

/// An object array of these values.
pub fn array(shape: &[usize], values: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<Array> {
    let made = Array::zeros(shape, DType::Object, Order::C).or_raise(vm)?;
    for (at, value) in values.iter().enumerate() {
        made.set_at((at * made.itemsize()) as isize, Scalar::Object(handle(value, vm))).or_raise(vm)?;
    }
    Ok(made)
}

/// How NumPy prints an object in an array: its `repr`, a list as `list([…])`.
fn shown(value: &PyObject, vm: &VirtualMachine) -> PyResult<String> {
    let text = value.repr(vm)?.to_string_lossy().into_owned();
    Ok(if value.downcastable::<PyList>() { format!("list({text})") } else { text })
}

/// Runs code of the interpreter; what it raises is kept for [`raised`].
fn ask<R>(code: impl FnOnce(&VirtualMachine) -> PyResult<R>) -> Result<R> {
    // An array may hold itself.
    match try_with_current_vm(|vm| vm.with_recursion("", || code(vm))) {
        Some(Ok(answer)) => Ok(answer),
        Some(Err(exception)) => {
            RAISED.set(Some(exception));
            Err(Error::Raised)
        }
        None => Err(Error::type_error("objects can only be asked while a program runs")),
    }
}

struct Interpreter;

impl Objects for Interpreter {
    fn of_number(&self, value: Scalar, dtype: DType) -> Result<u64> {
        ask(|vm| Ok(handle(&scalar::python_value(value, dtype, vm), vm)))
    }

    fn of_text(&self, text: &str) -> u64 {
        ask(|vm| Ok(handle(vm.ctx.new_str(text).as_object(), vm))).unwrap_or(0)
    }

    fn of_bytes(&self, bytes: &[u8]) -> u64 {
        ask(|vm| Ok(handle(vm.ctx.new_bytes(bytes.to_vec()).as_object(), vm))).unwrap_or(0)
    }

    fn to_number(&self, handle: u64, dtype: DType) -> Result<Scalar> {
        ask(|vm| Ok(index::number_from(dtype, &value(handle, vm), vm)?.get(&[])))
    }

    fn to_text(&self, handle: u64) -> Result<String> {
        ask(|vm| {
            let value = value(handle, vm);
            // Bytes are ASCII text, as where they are elements themselves.
            let text: PyObjectRef = match value.downcastable::<PyBytes>() {
                true => vm.call_method(&value, "decode", ("ascii",))?,
                false => value.str(vm)?.into(),
            };
            Ok(text.str(vm)?.to_string_lossy().into_owned())
        })
    }

    fn shown(&self, handle: u64) -> Result<String> {
        ask(|vm| shown(&value(handle, vm), vm))
    }

    fn of_element(&self, element: &Array) -> Result<u64> {
        ask(|vm| Ok(handle(&scalar::item(element, 0, vm), vm)))
    }

    fn set_element(&self, element: &Array, handle: u64) -> Result<()> {
        ask(|vm| super::void::set(element, &value(handle, vm), vm))
    }

    fn is_true(&self, handle: u64) -> Result<bool> {
        ask(|vm| value(handle, vm).try_to_bool(vm))
    }

    fn order(&self, a: u64, b: u64) -> Result<Ordering> {
        ask(|vm| {
            let (a, b) = (value(a, vm), value(b, vm));
            if a.rich_compare_bool(&b, PyComparisonOp::Lt, vm)? {
                return Ok(Ordering::Less);
            }
            Ok(if b.rich_compare_bool(&a, PyComparisonOp::Lt, vm)? { Ordering::Greater } else { Ordering::Equal })
        })
    }

    fn text_of(&self, handle: u64) -> Option<String> {
        let found = try_with_current_vm(|vm| {
            value(handle, vm).downcast_ref::<PyStr>().map(|text| text.to_string_lossy().into_owned())
        });
        found.flatten()
    }

    fn bytes_of(&self, handle: u64) -> Option<Vec<u8>> {
        let found = try_with_current_vm(|vm| {
            value(handle, vm).downcast_ref::<PyBytes>().map(|bytes| bytes.as_bytes().to_vec())
        });
        found.flatten()
    }

    fn is_missing(&self, handle: u64, number: u32) -> bool {
        let found = try_with_current_vm(|vm| stands_for(&value(handle, vm), &missing_value(number, vm)));
        found.unwrap_or(false)
    }

    fn missing(&self, number: u32) -> u64 {
        try_with_current_vm(|vm| handle(&missing_value(number, vm), vm)).unwrap_or(0)
    }

    fn apply(&self, ufunc: &str, operands: &[u64]) -> Result<Vec<u64>> {
        ask(|vm| {
            let operands: Vec<PyObjectRef> = operands.iter().map(|&operand| value(operand, vm)).collect();
            if let Some(results) = made::apply(ufunc, &operands, vm)? {
                return Ok(results.iter().map(|result| handle(result, vm)).collect());
            }
            let results = match &operands[..] {
                [a] => unary(ufunc, a, vm)?,
                [a, b] => binary(ufunc, a, b, vm)?,
                _ => return Err(vm.new_type_error("functions of objects have one or two operands")),
            };
            Ok(results.iter().map(|result| handle(result, vm)).collect())
        })
    }
}

fn unary(ufunc: &str, a: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
    let one = match ufunc {
        "negative" => vm._neg(a)?,
        "positive" => vm._pos(a)?,
        "absolute" => vm._abs(a)?,
        "invert" => vm._invert(a)?,
        "square" => vm._mul(a, a)?,
        "reciprocal" => vm._truediv(vm.ctx.new_int(1).as_object(), a)?,
        "logical_not" => vm.ctx.new_bool(!a.clone().try_to_bool(vm)?).into(),
        "floor" | "ceil" | "trunc" => {
            vm.import("math", 0)?.get_attr(vm.ctx.intern_str(ufunc), vm)?.call((a.clone(),), vm)?
        }
        "sign" => {
            let zero: PyObjectRef = vm.ctx.new_int(0).into();
            let above = a.rich_compare_bool(&zero, PyComparisonOp::Gt, vm)?;
            let below = a.rich_compare_bool(&zero, PyComparisonOp::Lt, vm)?;
            if !above && !below && !a.rich_compare_bool(&zero, PyComparisonOp::Eq, vm)? {
                return Err(vm.new_type_error("unorderable types for comparison"));
            }
            vm.ctx.new_int(i32::from(above) - i32::from(below)).into()
        }
        method => match vm.get_attribute_opt(a, vm.ctx.intern_str(method))? {
            Some(method) => method.call((), vm)?,
            None => {
                let class = a.class().name().to_string();
                let error = vm.new_type_error(format!(
                    "loop of ufunc does not support argument 0 of type {class} which has no callable {method} method"
                ));
                let cause = format!("'{class}' object has no attribute '{method}'");
                error.set_cause(Some(vm.new_attribute_error(cause)));
                return Err(error);
            }
        },
    };
    Ok(vec![one])
}

fn binary(ufunc: &str, a: &PyObjectRef, b: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
    let holds = |op| -> PyResult<bool> { a.rich_compare_bool(b, op, vm) };
    let compared = |op| -> PyResult<PyObjectRef> { a.clone().rich_compare(b.clone(), op, vm) };
    let one = match ufunc {
        "add" => vm._add(a, b)?,
        "subtract" => vm._sub(a, b)?,
        "multiply" => vm._mul(a, b)?,
        "divide" => vm._truediv(a, b)?,
        "floor_divide" => vm._floordiv(a, b)?,
        "remainder" => vm._mod(a, b)?,
        "power" => vm._pow(a, b, vm.ctx.none.as_object())?,
        "bitwise_and" => vm._and(a, b)?,
        "bitwise_or" => vm._or(a, b)?,
        "bitwise_xor" => vm._xor(a, b)?,
        "left_shift" => vm._lshift(a, b)?,
        "right_shift" => vm._rshift(a, b)?,
        "equal" => compared(PyComparisonOp::Eq)?,
        "not_equal" => compared(PyComparisonOp::Ne)?,
        "less" => compared(PyComparisonOp::Lt)?,
        "less_equal" => compared(PyComparisonOp::Le)?,
        "greater" => compared(PyComparisonOp::Gt)?,
        "greater_equal" => compared(PyComparisonOp::Ge)?,
        "maximum" | "fmax" => {
            if holds(PyComparisonOp::Ge)? {
                a.clone()
            } else {
                b.clone()
            }
        }
        "minimum" | "fmin" => {
            if holds(PyComparisonOp::Le)? {
                a.clone()
            } else {
                b.clone()
            }
        }
        "logical_and" => {
            if a.clone().try_to_bool(vm)? {
                b.clone()
            } else {
                a.clone()
            }
        }
        "logical_or" => {
            if a.clone().try_to_bool(vm)? {
                a.clone()
            } else {
                b.clone()
            }
        }
        "gcd" | "lcm" => {
            let module = vm.import("numpy._more", 0)?.get_attr("_more", vm)?;
            module.get_attr(vm.ctx.intern_str(format!("{ufunc}_of_objects")), vm)?.call((a.clone(), b.clone()), vm)?
        }
        other => vm.call_method(a, other, (b.clone(),))?,
    };
    Ok(vec![one])
}

/// Whether a value is Python text or bytes, which no sequence of elements is made of.
pub fn is_text(object: &PyObject) -> bool {
    object.downcastable::<PyStr>() || object.downcastable::<PyBytes>()
}
