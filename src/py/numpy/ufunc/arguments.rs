//! What a call of a ufunc is given: its operands, `out=`, `where=`, `dtype=`.

use num_traits::ToPrimitive;
use rustpython_vm::builtins::{PyEllipsis, PyInt, PyTuple};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::super::array::PyNdArray;
use super::super::{args, convert, dtype, scalar};
use crate::nd::ufunc::{Operand, Weak};
use crate::nd::{Array, DType, Scalar};

/// An operand before the call: an array, or a Python number that adapts.
pub enum Input {
    /// An array, or a NumPy scalar.
    Array(Array),
    /// A Python number.
    Weak(Weak),
}

impl Input {
    /// Reads an operand.
    pub fn read(object: &PyObject, vm: &VirtualMachine) -> PyResult<Self> {
        if let Some(array) = object.downcast_ref::<PyNdArray>() {
            return Ok(Self::Array(array.array()));
        }
        if let Some((value, dtype)) = scalar::value_of(object) {
            return Ok(Self::Array(Array::scalar(value, dtype)));
        }
        // Of Python's numbers only its own classes go by the dtype they meet.
        if let Some(int) = object.downcast_ref::<PyInt>()
            && object.class().is(vm.ctx.types.int_type)
        {
            let big = int.as_bigint();
            let huge = || Weak::HugeInt(big.to_f64().unwrap_or(f64::INFINITY));
            return Ok(Self::Weak(big.to_i128().map_or_else(huge, Weak::Int)));
        }
        let own = object.class().is(vm.ctx.types.float_type) || object.class().is(vm.ctx.types.complex_type);
        Ok(match convert::number_of(object, vm)? {
            Some(convert::Number { value: Scalar::Float(value), .. }) if own => Self::Weak(Weak::Float(value)),
            Some(convert::Number { value: Scalar::Complex(value), .. }) if own => Self::Weak(Weak::Complex(value)),
            Some(number) => Self::Array(Array::scalar(number.value, number.dtype)),
            None => Self::Array(convert::array_of(object, None, vm)?),
        })
    }

    /// As the engine takes it.
    pub fn operand(&self) -> Operand<'_> {
        match self {
            Self::Array(array) => Operand::Array(array),
            Self::Weak(weak) => Operand::Weak(*weak),
        }
    }
}

/// NumPy's sentence for a `...` in the place of an output.
pub const ELLIPSIS_BY_POSITION: &str = "out=... is only allowed as a keyword argument.";

/// An array given as `out=`.
pub fn out_array(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Array> {
    let inner = match value.downcast_ref::<PyTuple>() {
        Some(tuple) if tuple.as_slice().len() == 1 => tuple.as_slice()[0].clone(),
        Some(_) => return Err(vm.new_value_error("The 'out' tuple must have exactly one entry per ufunc output")),
        None => value.clone(),
    };
    if inner.downcastable::<PyEllipsis>() {
        return Err(vm.new_type_error("must use `...` as `out=...` and not per-operand/in a tuple"));
    }
    match inner.downcast_ref::<PyNdArray>() {
        Some(array) => Ok(array.array()),
        None => Err(vm.new_type_error("return arrays must be of ArrayType")),
    }
}

/// The mask of `where=`; `None` where it is missing or plainly `True`.
pub fn mask(value: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<Array>> {
    let Some(value) = args::present(value, vm) else { return Ok(None) };
    if value.is(&vm.ctx.true_value) {
        return Ok(None);
    }
    if !value.downcastable::<PyNdArray>() {
        return convert::array_of(&value, Some(DType::Bool), vm).map(Some);
    }
    let mask = convert::array_of(&value, None, vm)?;
    if mask.dtype() != DType::Bool {
        return Err(vm.new_type_error(format!(
            "Cannot cast array data from dtype({}) to dtype('bool') according to the rule 'safe'",
            mask.dtype().repr()
        )));
    }
    Ok(Some(mask))
}

/// `dtype=` of a ufunc, which chooses a loop: a plain dtype, without details.
pub fn loop_dtype(value: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<DType>> {
    let dtype = dtype::parse_optional(value, vm)?;
    let detailed = match dtype {
        Some(DType::Str(length) | DType::Bytes(length) | DType::Void(length)) => length > 0,
        Some(DType::Datetime(unit) | DType::Timedelta(unit)) => unit != crate::nd::time::TimeUnit::GENERIC,
        Some(DType::Swapped(_) | DType::Record(_) | DType::Block(_)) => true,
        _ => false,
    };
    if detailed {
        return Err(vm.new_type_error(
            "The `dtype` and `signature` arguments to ufuncs only select the general DType and not details such as the \
             byte order or time unit. You can avoid this error by using the scalar types `np.float64` or the dtype \
             string notation.",
        ));
    }
    Ok(dtype)
}
