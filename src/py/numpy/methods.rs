//! Methods of `ndarray` that are functions of `numpy` with the array as the first argument, and the few
//! that only arrays have.

use rustpython_vm::builtins::PyTupleRef;
use rustpython_vm::function::{FuncArgs, IntoFuncArgs};
use rustpython_vm::{PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::args::{self, Signature, required};
use super::array::{PyNdArray, order_of, wrap};
use super::errors::OrRaise;
use super::{arranging, creation, linear, manipulation, method_calls, operators, reductions, selection, subclass};
use crate::nd::record::order::byteswap;
use crate::nd::{Array, Kind, Order, manip};

/// A function's arguments with the array in front.
fn with(zelf: PyObjectRef, mut args: FuncArgs) -> FuncArgs {
    args.prepend_arg(zelf);
    args
}

/// The arguments with other names, where the function's are not the method's.
fn renamed(mut args: FuncArgs, names: &[(&str, &str)]) -> FuncArgs {
    for (method, function) in names {
        if let Some(value) = args.take_keyword(method) {
            args.kwargs.insert((*function).into(), value);
        }
    }
    args
}

fn array_of(zelf: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Array> {
    super::convert::array_of(zelf, None, vm)
}

/// Calls the function of the same name that `numpy` has in Python.
fn in_python(name: &str, zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    let function = modules.get_item("numpy", vm)?.get_attr(vm.ctx.intern_str(name), vm)?;
    // The method is what the dispatcher would call.
    let function = vm.get_attribute_opt(&function, "_implementation")?.unwrap_or(function);
    function.call(with(zelf, args), vm)
}

/// A call of a function of `numpy._more`.
pub(super) fn in_more(name: &'static str, args: impl IntoFuncArgs, vm: &VirtualMachine) -> PyResult {
    in_module("_more", name, args, vm)
}

/// A call of a function of one of numpy's private modules in Python.
pub(super) fn in_module(
    module: &'static str,
    name: &'static str,
    args: impl IntoFuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let path = vm.ctx.new_str(format!("numpy.{module}"));
    vm.import(&path, 0)?.get_attr(module, vm)?.get_attr(name, vm)?.call(args, vm)
}

/// The methods.
#[pyclass]
pub trait ArrayMethods: PyPayload {
    /// The sum of elements, of all or along axes.
    #[pymethod]
    fn sum(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::SUM.check(&args, vm)?;
        reductions::functions::sum(with(zelf, args), vm)
    }

    /// The product of elements, of all or along axes.
    #[pymethod]
    fn prod(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::PROD.check(&args, vm)?;
        reductions::functions::prod(with(zelf, args), vm)
    }

    /// The largest element, of all or along axes.
    #[pymethod]
    fn max(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::MAX.check(&args, vm)?;
        reductions::functions::max(with(zelf, args), vm)
    }

    /// The smallest element, of all or along axes.
    #[pymethod]
    fn min(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::MIN.check(&args, vm)?;
        reductions::functions::min(with(zelf, args), vm)
    }

    /// Whether some element is true.
    #[pymethod]
    fn any(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::ANY.check(&args, vm)?;
        reductions::functions::any(with(zelf, args), vm)
    }

    /// Whether every element is true.
    #[pymethod]
    fn all(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::ALL.check(&args, vm)?;
        reductions::functions::all(with(zelf, args), vm)
    }

    /// The mean, of all elements or along axes.
    #[pymethod]
    fn mean(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::MEAN.check(&args, vm)?;
        reductions::functions::mean(with(zelf, args), vm)
    }

    /// The variance, of all elements or along axes.
    #[pymethod]
    fn var(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::VAR.check(&args, vm)?;
        reductions::functions::var(with(zelf, args), vm)
    }

    /// The standard deviation, of all elements or along axes.
    #[pymethod]
    fn std(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::STD.check(&args, vm)?;
        reductions::functions::std_(with(zelf, args), vm)
    }

    /// The running sum.
    #[pymethod]
    fn cumsum(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::CUMSUM.check(&args, vm)?;
        reductions::functions::cumsum(with(zelf, args), vm)
    }

    /// The running product.
    #[pymethod]
    fn cumprod(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::CUMPROD.check(&args, vm)?;
        reductions::functions::cumprod(with(zelf, args), vm)
    }

    /// Where the largest element is.
    #[pymethod]
    fn argmax(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::ARGMAX.check(&args, vm)?;
        reductions::functions::argmax(with(zelf, args), vm)
    }

    /// Where the smallest element is.
    #[pymethod]
    fn argmin(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::ARGMIN.check(&args, vm)?;
        reductions::functions::argmin(with(zelf, args), vm)
    }

    /// The elements in one dimension, as a view where the layout allows it.
    #[pymethod]
    fn ravel(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::RAVEL.check(&args, vm)?;
        manipulation::functions::ravel(with(zelf, args), vm)
    }

    /// Two axes exchanged, as a view.
    #[pymethod]
    fn swapaxes(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::SWAPAXES.check(&args, vm)?;
        manipulation::functions::swapaxes(with(zelf, args), vm)
    }

    /// Without axes of length one, as a view.
    #[pymethod]
    fn squeeze(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::SQUEEZE.check(&args, vm)?;
        manipulation::functions::squeeze(with(zelf, args), vm)
    }

    /// Each element repeated.
    #[pymethod]
    fn repeat(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::REPEAT.check(&args, vm)?;
        arranging::functions::repeat(with(zelf, args), vm)
    }

    /// For each axis the indices of the elements that are not zero.
    #[pymethod]
    fn nonzero(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        selection::functions::nonzero(with(zelf, args), vm)
    }

    /// The elements (or slices along an axis) at indices.
    #[pymethod]
    fn take(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::TAKE.check(&args, vm)?;
        selection::functions::take(with(zelf, args), vm)
    }

    /// Sets the elements at flat positions.
    #[pymethod]
    fn put(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        method_calls::PUT.check(&args, vm)?;
        selection::functions::put(with(zelf, renamed(args, &[("indices", "ind"), ("values", "v")])), vm)
    }

    /// For each element that of the array it numbers.
    #[pymethod]
    fn choose(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let mut args = args;
        if args.args.len() > 1 {
            // Choices one by one are a sequence of them.
            let choices = vm.ctx.new_tuple(std::mem::take(&mut args.args));
            args.args = vec![choices.into()];
        }
        selection::functions::choose(with(zelf, args), vm)
    }

    /// A read-only view of a diagonal of two axes.
    #[pymethod]
    fn diagonal(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::DIAGONAL.check(&args, vm)?;
        creation::functions::diagonal(with(zelf, args), vm)
    }

    /// The matrix product with another array.
    #[pymethod]
    fn dot(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::DOT.check(&args, vm)?;
        linear::functions::dot(with(zelf, args), vm)
    }

    /// A copy in one dimension.
    #[pymethod]
    fn flatten(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::FLATTEN.check(&args, vm)?;
        const SIGNATURE: Signature<1> = Signature::new("flatten", ["order"], 0);
        let [order] = SIGNATURE.bind(args, vm)?;
        let flat = manip::flatten(&array_of(&zelf, vm)?, order_of(order, Order::C, vm)?).or_raise(vm)?;
        subclass::like(wrap(flat, vm), &zelf, vm)
    }

    /// The slices along an axis where a condition holds.
    #[pymethod]
    fn compress(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::COMPRESS.check(&args, vm)?;
        const SIGNATURE: Signature<3> = Signature::new("compress", ["condition", "axis", "out"], 1);
        let [condition, axis, out] = SIGNATURE.bind(args, vm)?;
        let mut given = FuncArgs::from(vec![required(condition), zelf]);
        given.args.push(axis.unwrap_or_else(|| vm.ctx.none()));
        given.args.push(out.unwrap_or_else(|| vm.ctx.none()));
        selection::functions::compress(given, vm)
    }

    /// The complex conjugate of each element.
    #[pymethod]
    #[pymethod(name = "conj")]
    fn conjugate(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<1> = Signature::new("conjugate", ["out"], 0);
        let [out] = SIGNATURE.bind(args, vm)?;
        if let Some(out) = args::present(out, vm) {
            return super::ufunc::call_into("conjugate", &[zelf], &out, vm);
        }
        let kind = array_of(&zelf, vm)?.dtype().kind();
        match kind {
            Kind::Complex | Kind::Object => operators::call("conjugate", &[zelf], vm),
            Kind::Bool | Kind::Signed | Kind::Unsigned | Kind::Float => Ok(zelf),
            _ => Err(vm.new_type_error("cannot conjugate non-numeric dtype")),
        }
    }

    /// The elements limited to a range.
    #[pymethod]
    fn clip(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let module = vm.import("numpy._arithmetic", 0)?.get_attr("_arithmetic", vm)?;
        module.get_attr("clip_method", vm)?.call(with(zelf, args), vm)
    }

    /// The elements rounded to some decimals.
    #[pymethod]
    fn round(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::ROUND.check(&args, vm)?;
        in_python("round", zelf, args, vm)
    }

    /// The sum along a diagonal.
    #[pymethod]
    fn trace(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::TRACE.check(&args, vm)?;
        in_python("trace", zelf, args, vm)
    }

    /// Sorts along an axis, in place.
    #[pymethod]
    fn sort(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        method_calls::SORT.check(&args, vm)?;
        if !array_of(&zelf, vm)?.is_writeable() {
            return Err(vm.new_value_error("sort array is read-only"));
        }
        let sorted = in_python("sort", super::subclass::plain(&zelf, vm)?, args, vm)?;
        array_of(&zelf, vm)?.assign(&array_of(&sorted, vm)?).or_raise(vm)
    }

    /// The indices that would sort along an axis.
    #[pymethod]
    fn argsort(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::ARGSORT.check(&args, vm)?;
        in_python("argsort", zelf, args, vm)
    }

    /// Partitions along an axis, in place: the k-th element is where sorting would put it.
    #[pymethod]
    fn partition(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        method_calls::PARTITION.check(&args, vm)?;
        if !array_of(&zelf, vm)?.is_writeable() {
            return Err(vm.new_value_error("partition array is read-only"));
        }
        let made = in_python("partition", zelf.clone(), args, vm)?;
        array_of(&zelf, vm)?.assign(&array_of(&made, vm)?).or_raise(vm)
    }

    /// The indices that would partition along an axis.
    #[pymethod]
    fn argpartition(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::ARGPARTITION.check(&args, vm)?;
        in_python("argpartition", zelf, args, vm)
    }

    /// Writes the elements to a file as raw bytes, or as text with separators.
    #[pymethod]
    fn tofile(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        vm.import("numpy._scanning", 0)?.get_attr("_scanning", vm)?.get_attr("tofile", vm)?.call(with(zelf, args), vm)
    }

    #[pymethod]
    fn __dlpack__(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        in_more("to_dlpack", with(zelf, args), vm)
    }

    /// The processor's own memory.
    #[pymethod]
    fn __dlpack_device__(_zelf: PyObjectRef, vm: &VirtualMachine) -> PyTupleRef {
        vm.ctx.new_tuple(vec![vm.ctx.new_int(1).into(), vm.ctx.new_int(0).into()])
    }

    /// dumps()
    ///
    /// The array as the bytes of a pickle.
    #[pymethod]
    fn dumps(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        in_more("dumps", with(zelf, args), vm)
    }

    /// dump(file)
    ///
    /// Writes a pickle of the array to a file.
    #[pymethod]
    fn dump(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        in_more("dump", with(zelf, args), vm)
    }

    /// The elements with their bytes in reverse order; of this very array with `inplace=True`.
    #[pymethod]
    fn byteswap(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::BYTESWAP.check(&args, vm)?;
        const SIGNATURE: Signature<1> = Signature::new("byteswap", ["inplace"], 0);
        let [inplace] = SIGNATURE.bind(args, vm)?;
        let array = array_of(&zelf, vm)?;
        let swapped = byteswap(&array).or_raise(vm)?;
        if !super::args::truth(inplace, false, vm)? {
            return super::subclass::like(wrap(swapped, vm), &zelf, vm);
        }
        array.assign(&swapped).or_raise(vm)?;
        Ok(zelf)
    }

    /// Some bytes of every element as another dtype, as a view.
    #[pymethod]
    fn getfield(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::GETFIELD.check(&args, vm)?;
        const SIGNATURE: Signature<2> = Signature::new("getfield", ["dtype", "offset"], 1);
        let [dtype, offset] = SIGNATURE.bind(args, vm)?;
        let (dtype, offset) = (super::dtype::parse(&required(dtype), vm)?, super::args::integer(offset, 0, vm)?);
        let view = super::casting::field_at(&array_of(&zelf, vm)?, dtype, offset).or_raise(vm)?;
        super::array::wrap_view(view, &zelf, vm)
    }

    /// Sets some bytes of every element, read as another dtype.
    #[pymethod]
    fn setfield(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        method_calls::SETFIELD.check(&args, vm)?;
        const SIGNATURE: Signature<3> = Signature::new("setfield", ["value", "dtype", "offset"], 2);
        let [value, dtype, offset] = SIGNATURE.bind(args, vm)?;
        let (dtype, offset) = (super::dtype::parse(&required(dtype), vm)?, super::args::integer(offset, 0, vm)?);
        let place = super::casting::field_at(&array_of(&zelf, vm)?, dtype, offset).or_raise(vm)?;
        place.assign(&super::index::value_for(&place, &required(value), vm)?).or_raise(vm)
    }

    /// The array itself: there is only the device 'cpu'.
    #[pymethod]
    fn to_device(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        in_more("to_device", with(zelf, args), vm)
    }

    /// The module `numpy`, as the Array API Standard wants it.
    #[pymethod]
    fn __array_namespace__(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        in_more("array_namespace", with(zelf, args), vm)
    }

    /// 'cpu'
    #[pygetset]
    fn device(_zelf: PyObjectRef) -> &'static str {
        "cpu"
    }

    /// Another shape, in place: elements are dropped at the end or zeros added.
    #[pymethod]
    fn resize(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        super::casting::resize(&zelf, args, vm)
    }

    /// Where values belong in this sorted array.
    #[pymethod]
    fn searchsorted(zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::SEARCHSORTED.check(&args, vm)?;
        in_python("searchsorted", zelf, args, vm)
    }
}

impl ArrayMethods for PyNdArray {}
