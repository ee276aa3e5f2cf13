//! Functions that pick elements by conditions and index arrays: thin names over `nd::fancy`.

use rustpython_vm::function::FuncArgs;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::args::{self, Signature, required};
use super::array::{PyNdArray, order_of, shape_of, wrap, wrap_result};
use super::casting;
use super::convert::{Number, array_of};
use super::errors::OrRaise;
use super::subclass;
use super::ufunc::{Input, out_array};
use crate::nd::fancy::{self, Mode};
use crate::nd::ufunc::{Operand, Weak, try_result_type};
use crate::nd::{Array, DType, Order, Scalar};

/// The array that a function changes in place; nothing else will do.
fn target(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Array> {
    match object.downcast_ref::<PyNdArray>() {
        Some(array) => Ok(array.array()),
        None => Err(vm.new_type_error("argument 1 must be numpy.ndarray")),
    }
}

fn tuple_of(arrays: Vec<Array>, vm: &VirtualMachine) -> PyObjectRef {
    vm.ctx.new_tuple(arrays.into_iter().map(|array| wrap(array, vm)).collect()).into()
}

fn mode_of(mode: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Mode> {
    Mode::parse(&args::text(mode, "raise", "mode", vm)?).or_raise(vm)
}

/// Index arrays: integers, or an empty sequence, which has no dtype of its own.
fn indices_of(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Array> {
    let indices = array_of(object, None, vm)?;
    if indices.size() == 0 && !object.downcastable::<PyNdArray>() {
        return indices.astype(DType::Int64, Order::C).or_raise(vm);
    }
    Ok(indices)
}

/// Indices of `unravel_index` and its converse: an empty list is taken for one of floats.
fn places_of(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Array> {
    let indices = array_of(object, None, vm)?;
    if indices.size() == 0 && !indices.dtype().is_integer() && !object.downcastable::<PyNdArray>() {
        return Err(vm.new_type_error(
            "indices must be integral: the provided empty sequence was inferred as float. Wrap it with \
             'np.array(indices, dtype=np.intp)'",
        ));
    }
    if !indices.dtype().is_integer() {
        return Err(vm.new_type_error("only int indices permitted"));
    }
    Ok(indices)
}

/// The indices of the `_along_axis` pair, which must be an array already: NumPy asks it for an attribute.
fn index_array(object: &PyObjectRef, array: &Array, axis: Option<isize>, vm: &VirtualMachine) -> PyResult<Array> {
    if let Some(axis) = axis {
        crate::nd::shape::normalize_axis(axis, array.ndim()).or_raise(vm)?;
    }
    object.get_attr(if axis.is_some() { "dtype" } else { "ndim" }, vm)?;
    array_of(object, None, vm)
}

/// What NumPy says to the places of what is not zero in an array without axes.
fn no_axes(array: &Array, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    let context = match array.dtype() {
        DType::Bool => " If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`.",
        _ => "",
    };
    vm.new_value_error(format!(
        "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.{context}"
    ))
}

/// The elements of `x` where `condition` holds, else those of `y`; dtypes promoted as operands are.
fn pick(condition: &PyObjectRef, x: &PyObjectRef, y: &PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let condition = array_of(condition, None, vm)?;
    let (x, y) = (Input::read(x, vm)?, Input::read(y, vm)?);
    let operands = [x.operand(), y.operand()];
    let dtypes: Vec<DType> = operands
        .iter()
        .filter_map(|operand| if let Operand::Array(array) = operand { Some(array.dtype()) } else { None })
        .collect();
    let weak: Vec<Weak> = operands
        .iter()
        .filter_map(|operand| if let Operand::Weak(weak) = operand { Some(*weak) } else { None })
        .collect();
    let dtype = try_result_type(&dtypes, &weak).or_raise(vm)?.unwrap_or(DType::Float64);
    let arrays = operands
        .iter()
        .map(|operand| match operand {
            Operand::Array(array) => Ok((*array).clone()),
            Operand::Weak(weak) => {
                if let (Weak::Int(value), true) = (weak, dtype.is_integer())
                    && let Ok(value) = i64::try_from(*value)
                {
                    // An integer that does not fit is cut down, as an array's would be.
                    return Ok(Array::scalar(Scalar::Int(value), dtype));
                }
                let value = weak.to_scalar(dtype).or_raise(vm)?;
                casting::settle(Number { value, dtype, weak: true, of_array: false }, dtype, vm)?;
                Ok(Array::scalar(value, dtype))
            }
        })
        .collect::<PyResult<Vec<_>>>()?;
    Ok(wrap(fancy::choose_where(&condition, &arrays[0], &arrays[1], dtype).or_raise(vm)?, vm))
}

#[rustpython_vm::pymodule(sub)]
pub mod functions {
    use super::*;

    /// where(condition, [x, y], /)
    ///
    /// Elements of `x` where the condition holds, else of `y`; with the condition alone, where it holds.
    #[pyfunction(name = "where")]
    fn where_(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(name) = args.kwargs.keys().next() {
            let own = ["condition", "x", "y"].iter().any(|own| own.as_bytes() == name.as_bytes());
            return Err(vm.new_type_error(match own {
                true => format!("where() got some positional-only arguments passed as keyword arguments: '{name}'"),
                false => format!("where() got an unexpected keyword argument '{name}'"),
            }));
        }
        match args.args.as_slice() {
            [condition] => nonzero(FuncArgs::from(vec![condition.clone()]), vm),
            [condition, x, y] => pick(condition, x, y, vm),
            [] => Err(vm.new_type_error("where() missing 1 required positional argument: 'condition'")),
            _ => Err(vm.new_value_error("either both or neither of x and y should be given")),
        }
    }

    /// nonzero(a)
    ///
    /// For each axis the indices of the elements that are not zero.
    #[pyfunction]
    pub(in super::super) fn nonzero(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<1> = Signature::new("nonzero", ["a"], 1);
        let [a] = SIGNATURE.bind(args, vm)?;
        let array = array_of(&required(a), None, vm)?;
        if array.ndim() == 0 {
            return Err(no_axes(&array, vm));
        }
        let mask = array.to_mask().or_raise(vm)?;
        Ok(tuple_of(fancy::mask::nonzero(&mask).or_raise(vm)?, vm))
    }

    /// flatnonzero(a)
    ///
    /// Flat positions of the elements that are not zero.
    #[pyfunction]
    fn flatnonzero(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [a] = Signature::new("flatnonzero", ["a"], 1).bind(args, vm)?.map(required);
        let flat = crate::nd::manip::ravel(&array_of(&a, None, vm)?, Order::C).or_raise(vm)?;
        let mut found = fancy::mask::nonzero(&flat).or_raise(vm)?;
        Ok(wrap(found.remove(0), vm))
    }

    /// argwhere(a)
    ///
    /// A row of indices for each element that is not zero.
    #[pyfunction]
    fn argwhere(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [a] = Signature::new("argwhere", ["a"], 1).bind(args, vm)?.map(required);
        let array = array_of(&a, None, vm)?;
        let found = fancy::mask::nonzero(&array).or_raise(vm)?;
        if array.ndim() == 0 {
            let rows = usize::from(array.get(&[]).is_truthy());
            return Ok(wrap(Array::zeros(&[rows, 0], DType::Int64, Order::C).or_raise(vm)?, vm));
        }
        let found: Vec<&Array> = found.iter().collect();
        let rows = crate::nd::manip::stack(&found, 0, DType::Int64).or_raise(vm)?.reversed_axes();
        Ok(wrap(rows, vm))
    }

    /// take(a, indices, axis=None, out=None, mode='raise')
    ///
    /// The elements (or slices along an axis) at indices.
    #[pyfunction]
    pub(in super::super) fn take(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<5> = Signature::new("take", ["a", "indices", "axis", "out", "mode"], 2);
        let [a, indices, axis, out, mode] = SIGNATURE.bind(args, vm)?;
        let a = required(a);
        let (array, indices) = (array_of(&a, None, vm)?, indices_of(&required(indices), vm)?);
        let taken = fancy::take(&array, &indices, args::axis(axis, vm)?, mode_of(mode, vm)?).or_raise(vm)?;
        let Some(out) = args::present(out, vm) else { return subclass::like(wrap_result(taken, vm), &a, vm) };
        let target = out_array(&out, vm)?;
        if target.shape() != taken.shape() {
            return Err(vm.new_value_error("output array does not match result of ndarray.take"));
        }
        target.assign(&taken).or_raise(vm)?;
        Ok(out)
    }

    /// put(a, ind, v, mode='raise')
    ///
    /// Sets the elements at flat positions, in place.
    #[pyfunction]
    pub(in super::super) fn put(args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        const SIGNATURE: Signature<4> = Signature::new("put", ["a", "ind", "v", "mode"], 3);
        let [a, indices, values, mode] = SIGNATURE.bind(args, vm)?;
        let array = target(&required(a), vm)?;
        if !array.is_writeable() {
            return Err(vm.new_value_error("put: output array is read-only"));
        }
        let indices = indices_of(&required(indices), vm)?;
        if array.size() == 0 && indices.size() > 0 {
            return Err(vm.new_index_error("cannot replace elements of an empty array"));
        }
        let values = array_of(&required(values), Some(array.dtype()), vm)?;
        fancy::put(&array, &indices, &values, mode_of(mode, vm)?).or_raise(vm)
    }

    /// choose(a, choices, out=None, mode='raise')
    ///
    /// For each element of `a` the element of the array it numbers.
    #[pyfunction]
    pub(in super::super) fn choose(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::new("choose", ["a", "choices", "out", "mode"], 2);
        let [a, choices, out, mode] = SIGNATURE.bind(args, vm)?;
        let items: Vec<PyObjectRef> = required(choices).try_to_value(vm)?;
        if items.len() > 63 {
            return Err(vm.new_value_error("Need at least 0 and at most 64 array objects."));
        }
        // Python's numbers take the dtype of the arrays beside them.
        let inputs = items.iter().map(|choice| Input::read(choice, vm)).collect::<PyResult<Vec<_>>>()?;
        let operands: Vec<Operand> = inputs.iter().map(Input::operand).collect();
        let (mut dtypes, mut weak) = (Vec::new(), Vec::new());
        for operand in &operands {
            match operand {
                Operand::Array(array) => dtypes.push(array.dtype()),
                Operand::Weak(number) => weak.push(*number),
            }
        }
        let common = try_result_type(&dtypes, &weak).or_raise(vm)?;
        let converted = |item: &PyObjectRef| -> PyResult<Array> {
            let value = array_of(item, None, vm)?;
            value.astype(common.unwrap_or(value.dtype()), Order::K).or_raise(vm)
        };
        let choices = items.iter().map(converted).collect::<PyResult<Vec<_>>>()?;
        let choices: Vec<&Array> = choices.iter().collect();
        let a = required(a);
        let chosen = fancy::choose(&array_of(&a, None, vm)?, &choices, mode_of(mode, vm)?).or_raise(vm)?;
        let Some(out) = args::present(out, vm) else { return subclass::like(wrap_result(chosen, vm), &a, vm) };
        out_array(&out, vm)?.assign(&chosen).or_raise(vm)?;
        Ok(out)
    }

    /// compress(condition, a, axis=None, out=None)
    ///
    /// The slices along an axis where the condition holds.
    #[pyfunction]
    pub(in super::super) fn compress(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::new("compress", ["condition", "a", "axis", "out"], 2);
        let [condition, a, axis, out] = SIGNATURE.bind(args, vm)?;
        let a = required(a);
        let (condition, array) = (array_of(&required(condition), None, vm)?, array_of(&a, None, vm)?);
        let picked = fancy::compress(&condition, &array, args::axis(axis, vm)?).or_raise(vm)?;
        let Some(out) = args::present(out, vm) else { return subclass::like(wrap(picked, vm), &a, vm) };
        out_array(&out, vm)?.assign(&picked).or_raise(vm)?;
        Ok(out)
    }

    /// extract(condition, arr)
    ///
    /// The elements where the condition holds, in one dimension.
    #[pyfunction]
    fn extract(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [condition, arr] = Signature::new("extract", ["condition", "arr"], 2).bind(args, vm)?.map(required);
        Ok(wrap(fancy::extract(&array_of(&condition, None, vm)?, &array_of(&arr, None, vm)?).or_raise(vm)?, vm))
    }

    /// place(arr, mask, vals)
    ///
    /// Sets the elements where the mask holds, in place, from the first values on.
    #[pyfunction]
    fn place(args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let [arr, mask, vals] = Signature::new("place", ["arr", "mask", "vals"], 3).bind(args, vm)?.map(required);
        let array = target(&arr, vm)?;
        if !array.is_writeable() {
            return Err(vm.new_value_error("WRITEBACKIFCOPY base is read-only"));
        }
        let mask = array_of(&mask, Some(DType::Bool), vm)?;
        if mask.size() != array.size() {
            return Err(vm.new_value_error("place: mask and data must be the same size"));
        }
        let values = array_of(&vals, Some(array.dtype()), vm)?;
        fancy::place(&array, &mask, &values).or_raise(vm)
    }

    /// putmask(a, mask, values)
    ///
    /// Sets the elements where the mask holds, in place, to the values at the same places.
    #[pyfunction]
    fn putmask(args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let [a, mask, values] = Signature::new("putmask", ["a", "mask", "values"], 3).bind(args, vm)?.map(required);
        let array = target(&a, vm).map_err(|_| vm.new_type_error("putmask: first argument must be an array"))?;
        if !array.is_writeable() {
            return Err(vm.new_value_error("putmask: output array is read-only"));
        }
        let (mask, values) = (array_of(&mask, Some(DType::Bool), vm)?, array_of(&values, Some(array.dtype()), vm)?);
        fancy::putmask(&array, &mask, &values).or_raise(vm)
    }

    /// take_along_axis(arr, indices, axis=-1)
    ///
    /// Elements picked along an axis by indices of the same shape elsewhere.
    #[pyfunction]
    fn take_along_axis(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("take_along_axis", ["arr", "indices", "axis"], 2);
        let [a, indices, axis] = SIGNATURE.bind(args, vm)?;
        let axis = match axis {
            None => Some(-1),
            given => args::axis(given, vm)?,
        };
        let array = array_of(&required(a), None, vm)?;
        let indices = index_array(&required(indices), &array, axis, vm)?;
        Ok(wrap(fancy::take_along_axis(&array, &indices, axis).or_raise(vm)?, vm))
    }

    /// put_along_axis(arr, indices, values, axis)
    ///
    /// Sets, in place, elements picked along an axis.
    #[pyfunction]
    fn put_along_axis(args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        const SIGNATURE: Signature<4> = Signature::new("put_along_axis", ["arr", "indices", "values", "axis"], 4);
        let [a, indices, values, axis] = SIGNATURE.bind(args, vm)?;
        let (array, axis) = (target(&required(a), vm)?, args::axis(axis, vm)?);
        let indices = index_array(&required(indices), &array, axis, vm)?;
        fancy::check_along_axis(&array, &indices, axis).or_raise(vm)?;
        let values = super::super::index::value_for(&array, &required(values), vm)?;
        fancy::put_along_axis(&array, &indices, &values, axis).or_raise(vm)
    }

    /// unravel_index(indices, shape, order='C')
    ///
    /// The index along each axis of flat positions.
    #[pyfunction]
    fn unravel_index(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("unravel_index", ["indices", "shape", "order"], 2);
        let [indices, shape, order] = SIGNATURE.bind(args, vm)?;
        let (indices, shape) = (places_of(&required(indices), vm)?, shape_of(&required(shape), vm)?);
        let found = fancy::unravel_index(&indices, &shape, order_of(order, Order::C, vm)?).or_raise(vm)?;
        Ok(vm.ctx.new_tuple(found.into_iter().map(|axis| wrap_result(axis, vm)).collect()).into())
    }

    /// ravel_multi_index(multi_index, dims, mode='raise', order='C')
    ///
    /// The flat positions of indices along each axis.
    #[pyfunction]
    fn ravel_multi_index(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> =
            Signature::new("ravel_multi_index", ["multi_index", "dims", "mode", "order"], 2);
        let [multi, shape, mode, order] = SIGNATURE.bind(args, vm)?;
        let items: Vec<PyObjectRef> = required(multi).try_to_value(vm)?;
        let axes = items.iter().map(|axis| places_of(axis, vm)).collect::<PyResult<Vec<_>>>()?;
        let axes: Vec<&Array> = axes.iter().collect();
        let shape = shape_of(&required(shape), vm)?;
        let modes = match args::present(mode, vm) {
            Some(mode) if !mode.downcastable::<rustpython_vm::builtins::PyStr>() => {
                let each: Vec<PyObjectRef> = mode.try_to_value(vm)?;
                each.into_iter().map(|mode| mode_of(Some(mode), vm)).collect::<PyResult<Vec<_>>>()?
            }
            mode => vec![mode_of(mode, vm)?],
        };
        let order = order_of(order, Order::C, vm)?;
        Ok(wrap_result(fancy::ravel_multi_index(&axes, &shape, &modes, order).or_raise(vm)?, vm))
    }
}
