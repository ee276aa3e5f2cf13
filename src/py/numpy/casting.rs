//! `astype`'s checks and warnings, and reading memory as another dtype.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObject, PyResult, VirtualMachine};

use super::args;
use super::array::PyNdArray;
use super::convert::{self, Number};
use super::errors::{self, OrRaise};
use super::settings;
use crate::nd::record::{Block, Field};
use crate::nd::shape::element_count;
use crate::nd::strides::{c_strides, f_strides};
use crate::nd::ufunc::promote::{Casting, can_cast};
use crate::nd::ufunc::{Flags, Warnings};
use crate::nd::{Array, DType, Error, Kind, Order, Result, Scalar, Shape, Strides};

/// Refuses a cast that the rule does not allow.
pub fn check(from: DType, to: DType, casting: &str, vm: &VirtualMachine) -> PyResult<()> {
    let rule = Casting::parse(casting).or_raise(vm)?;
    if can_cast(from, to, rule) {
        return Ok(());
    }
    Err(refusal(from, to, casting, vm))
}

fn refusal(from: DType, to: DType, casting: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_type_error(format!(
        "Cannot cast array data from dtype({}) to dtype({}) according to the rule '{casting}'",
        from.repr(),
        to.repr()
    ))
}

/// Warns where NumPy does: imaginary parts dropped, floats that no integer holds.
pub fn warn_about(source: &Array, target: DType, vm: &VirtualMachine) -> PyResult<()> {
    let mut events = crate::nd::cast::events(source, target);
    if settings::watches_underflow() && crate::nd::ufunc::underflow::narrows(source, target).or_raise(vm)? {
        events |= Flags::UNDER;
    }
    settings::report(Warnings::of_cast(events), vm)
}

/// The rule `same_value` of `astype`: numbers become other numbers where each is still the number it was.
pub fn check_values(source: &Array, target: DType, vm: &VirtualMachine) -> PyResult<()> {
    let from = source.dtype();
    if !from.native().is_number() || !target.native().is_number() {
        return if from == target { Ok(()) } else { Err(refusal(from, target, "same_value", vm)) };
    }
    if target == DType::Bool {
        return Ok(());
    }
    let made = source.astype(target, Order::C).or_raise(vm)?;
    for (before, after) in source.deltas().into_iter().zip(made.deltas()) {
        let (before, after) = (source.get_at(before), made.get_at(after));
        let dropped = matches!(before, Scalar::Complex(value) if value.im != 0.0) && target.kind() != Kind::Complex;
        if dropped || !same_number(before, after) {
            let why = if dropped { ": imag is not 0" } else { "" };
            let [from, to] = [from, target].map(|dtype| c_name(dtype.native()));
            return Err(vm.new_value_error(format!("could not cast 'same_value' {from} to {to}{why}")));
        }
    }
    Ok(())
}

/// Whether a number is the one it was before a cast.
fn same_number(before: Scalar, after: Scalar) -> bool {
    let parts = |value| match value {
        Scalar::Complex(value) => (value.re, value.im),
        Scalar::Float(value) => (value, 0.0),
        other => (whole(other).unwrap_or(0) as f64, 0.0),
    };
    let same = |a: f64, b: f64| a == b || a.is_nan() && b.is_nan();
    let (a, b) = (parts(before), parts(after));
    let wholes = match (whole(before), whole(after)) {
        (Some(before), Some(after)) => before == after,
        (Some(whole), None) => b.0 as i128 == whole,
        (None, Some(whole)) => a.0 as i128 == whole,
        (None, None) => true,
    };
    wholes && same(a.0, b.0) && same(a.1, b.1)
}

fn whole(value: Scalar) -> Option<i128> {
    match value {
        Scalar::Bool(value) => Some(i128::from(value)),
        Scalar::Int(value) => Some(i128::from(value)),
        Scalar::UInt(value) => Some(i128::from(value)),
        _ => None,
    }
}

/// What C calls a number of this dtype.
fn c_name(dtype: DType) -> &'static str {
    match dtype {
        DType::Bool => "bool",
        DType::Int8 => "byte",
        DType::UInt8 => "ubyte",
        DType::Int16 => "short",
        DType::UInt16 => "ushort",
        DType::Int32 => "int",
        DType::UInt32 => "uint",
        DType::Int64 => "long",
        DType::UInt64 => "ulong",
        DType::Float16 => "half",
        DType::Float32 => "float",
        DType::Float64 => "double",
        DType::Complex64 => "cfloat",
        DType::Complex128 => "cdouble",
        _ => "object",
    }
}

/// Refuses a number that an element of `target` cannot hold, and warns where it loses something: what putting one number
/// into an array takes. Python's numbers and NumPy's scalars are treated alike but for complex ones.
pub fn settle(number: Number, target: DType, vm: &VirtualMachine) -> PyResult<()> {
    if let Scalar::Complex(_) = number.value
        && matches!(target.kind(), Kind::Signed | Kind::Unsigned | Kind::Float)
    {
        if !number.weak {
            return warn_about(&Array::scalar(number.value, number.dtype), target, vm);
        }
        return Err(vm.new_type_error(match target.is_integer() {
            true => "int() argument must be a string, a bytes-like object or a real number, not 'complex'",
            false => "float() argument must be a string or a real number, not 'complex'",
        }));
    }
    match number.value {
        // A NumPy scalar is cast to an unsigned dtype.
        Scalar::Float(_) if target.kind() == Kind::Unsigned && !number.weak => {
            warn_about(&Array::scalar(number.value, number.dtype), target, vm)
        }
        Scalar::Float(value) if target.is_integer() => settle_whole(value, target, vm),
        // A NumPy scalar is cut down to an unsigned dtype.
        _ if target.kind() == Kind::Unsigned && !number.weak => Ok(()),
        Scalar::UInt(value) if target.is_integer() && !number.weak && i64::try_from(value).is_err() => {
            Err(vm.new_overflow_error("Python int too large to convert to C long"))
        }
        value if target.is_integer() => convert::check_fits(value, target, vm),
        value if is_narrow(target) && overflows(value, target) => {
            errors::warn_runtime("overflow encountered in cast", vm)
        }
        _ => Ok(()),
    }
}

/// A float as an integer: by way of Python's `int`.
fn settle_whole(value: f64, target: DType, vm: &VirtualMachine) -> PyResult<()> {
    if value.is_nan() {
        return Err(vm.new_value_error("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(vm.new_overflow_error("cannot convert float infinity to integer"));
    }
    let limit = if target == DType::UInt64 { u64::MAX as f64 } else { i64::MAX as f64 };
    let whole = value.trunc();
    if whole >= limit || whole < i64::MIN as f64 {
        return Err(vm.new_overflow_error("Python int too large to convert to C long"));
    }
    let whole = if whole < 0.0 { Scalar::Int(whole as i64) } else { Scalar::UInt(whole as u64) };
    convert::check_fits(whole, target, vm)
}

/// A floating-point dtype that does not hold every double.
fn is_narrow(dtype: DType) -> bool {
    matches!(dtype, DType::Float16 | DType::Float32 | DType::Complex64)
}

/// Whether a finite number becomes an infinite one.
fn overflows(value: Scalar, target: DType) -> bool {
    let part = |x: f64| match target {
        DType::Float16 => x.is_finite() && x.abs() >= 65520.0,
        _ => x.is_finite() && (x as f32).is_infinite(),
    };
    match value {
        Scalar::Int(value) => part(value as f64),
        Scalar::UInt(value) => part(value as f64),
        Scalar::Float(value) => part(value),
        Scalar::Complex(value) => part(value.re) || part(value.im),
        _ => false,
    }
}

/// `array.resize(shape)`: the same memory under another shape, cut off or filled up with zeros.
pub fn resize(object: &PyObject, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    let Some(owner) = object.downcast_ref::<PyNdArray>() else {
        return Err(vm.new_type_error("resize() is a method of arrays"));
    };
    let check = args.take_keyword("refcheck").map_or(Ok(1), |check| args::to_isize(&check, vm))? != 0;
    if let Some((keyword, _)) = args.kwargs.iter().next() {
        return Err(vm.new_type_error(format!("'{keyword}' is an invalid keyword argument for this function")));
    }
    let lengths = match args.args.as_slice() {
        [] => return Ok(()),
        [only] if vm.is_none(only) => return Ok(()),
        [shape] => args::integers(shape, vm)?,
        several => args::integers(&vm.ctx.new_tuple(several.to_vec()).into(), vm)?,
    };
    let shape: Option<Shape> = lengths.into_iter().map(|length| usize::try_from(length).ok()).collect();
    let shape = shape.ok_or_else(|| vm.new_value_error("negative dimensions not allowed"))?;
    let resized = {
        let array = owner.borrow();
        if !array.is_c_contiguous() && !array.is_f_contiguous() {
            return Err(vm.new_value_error("resize only works on single-segment arrays"));
        }
        let count = element_count(&shape).or_raise(vm)?;
        if count != array.size() && !array.owns_data() {
            return Err(vm.new_value_error("cannot resize this array: it does not own its data"));
        }
        // The name by which it was called holds it, and the call does.
        let held = object.strong_count() > 2 || !owner.holds_memory_alone();
        if check && count != array.size() && held {
            return Err(vm.new_value_error(
                "cannot resize an array that references or is referenced\nby another object in this way.\n\
                 Use the np.resize function to get a new resized copy or\n set refcheck=False to disable this check",
            ));
        }
        // The elements stay where they are, whichever axis they were laid along.
        let fortran = array.is_f_contiguous() && !array.is_c_contiguous();
        if count == array.size() {
            let strides = if fortran { f_strides } else { c_strides }(&shape, array.itemsize());
            let resized = array.with_geometry(shape, strides, array.offset());
            drop(array);
            owner.change(|array| *array = array.with_geometry_of(&resized));
            return Ok(());
        }
        let grown = Array::zeros(&shape, array.dtype(), if fortran { Order::F } else { Order::C }).or_raise(vm)?;
        if grown.dtype().has_objects() {
            super::void::zero_objects(&grown, vm)?;
        }
        let flat = |array: &Array, count: usize| {
            let strides = Strides::from_slice(&[array.itemsize() as isize]);
            array.with_geometry(Shape::from_slice(&[count]), strides, array.offset())
        };
        let kept = count.min(array.size());
        flat(&grown, kept).assign(&flat(&array, kept)).or_raise(vm)?;
        grown
    };
    owner.change(|array| *array = resized);
    Ok(())
}

/// `array.getfield(dtype, offset)`: some bytes of every element as another dtype, as a view.
///
/// # Errors
/// NumPy's `ValueError` where the bytes are not all the element's; a `TypeError` for objects.
pub fn field_at(array: &Array, dtype: DType, offset: isize) -> Result<Array> {
    if dtype.itemsize() > array.itemsize() {
        return Err(Error::value("new type is larger than original type"));
    }
    if offset < 0 {
        return Err(Error::value("offset is negative"));
    }
    if dtype.itemsize() + offset as usize > array.itemsize() {
        return Err(Error::value("new type plus offset is larger than original type"));
    }
    let place = offset as usize;
    let own = array.dtype().handles();
    let within: Vec<usize> = dtype.handles().iter().map(|at| at + place).collect();
    let covered = own.iter().filter(|at| (place..place + dtype.itemsize()).contains(*at));
    if !covered.eq(within.iter()) {
        return Err(Error::type_error("cannot get or set a field that is only part of an object"));
    }
    Ok(array.field(&Field { name: String::new(), title: None, dtype, offset: place }))
}

/// `array.view((dtype, shape))`: each element becomes a block with axes of its own.
fn reread_blocks(array: &Array, block: &'static Block) -> Result<Array> {
    if array.itemsize() != block.bytes {
        let whole = reread(array, DType::Void(block.bytes as u32))?;
        return reread_blocks(&whole, block);
    }
    let field = Field { name: String::new(), title: None, dtype: DType::Block(block), offset: 0 };
    Ok(array.field(&field))
}

/// `array.view(dtype)`: the last axis grows or shrinks with the item size.
pub fn reread(array: &Array, dtype: DType) -> Result<Array> {
    if let DType::Block(block) = dtype {
        return reread_blocks(array, block);
    }
    if array.dtype() != dtype && (array.dtype().has_objects() || dtype.has_objects()) {
        return Err(Error::type_error("Cannot change data-type for array of references."));
    }
    let dtype = match dtype {
        DType::Void(0) => DType::Void(array.itemsize() as u32),
        other => crate::nd::text::sized_to(other, array.dtype().words().count as u32),
    };
    let (from, to) = (array.itemsize(), dtype.itemsize());
    if from == to {
        return array.reinterpret(dtype);
    }
    let Some((&last, &step)) = array.shape().last().zip(array.strides().last()) else {
        return Err(Error::value("Changing the dtype of a 0d array is only supported if the itemsize is unchanged"));
    };
    if step != from as isize && last != 1 && array.size() != 0 {
        return Err(Error::value("To change to a dtype of a different size, the last axis must be contiguous"));
    }
    if to == 0 || to < from && from % to != 0 {
        return Err(Error::value(
            "When changing to a smaller dtype, its size must be a divisor of the size of original dtype",
        ));
    }
    if (last * from) % to != 0 {
        return Err(Error::value(
            "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis \
             of the array.",
        ));
    }
    let mut shape = Shape::from_slice(array.shape());
    let mut strides = Strides::from_slice(array.strides());
    let end = shape.len() - 1;
    shape[end] = last * from / to;
    strides[end] = to as isize;
    let view = Array::from_buffer(array.buffer().clone(), dtype, 0).with_geometry(shape, strides, array.offset());
    let mut view = view;
    if !array.is_writeable() {
        view.set_writeable(false)?;
    }
    Ok(view)
}
