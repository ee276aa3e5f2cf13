//! Functions that sort, search and count: thin names over `nd::sort`.

use rustpython_vm::builtins::PyStr;
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::args::{self, Signature, required};
use super::array::{wrap, wrap_result};
use super::convert::array_of;
use super::errors::OrRaise;
use super::subclass;
use crate::nd::sort::{self as engine, Side};
use crate::nd::{Array, DType, Kind, Order, Result};

const SORT: [&str; 5] = ["a", "axis", "kind", "order", "stable"];
const PARTITION: [&str; 5] = ["a", "kth", "axis", "kind", "order"];

/// The last axis unless the caller says otherwise; Python's `None` is the flat array.
fn last_axis(axis: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<isize>> {
    match axis {
        None => Ok(Some(-1)),
        given => args::axis(given, vm),
    }
}

fn ordered(
    name: &'static str,
    compute: fn(&Array, Option<isize>) -> Result<Array>,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let [a, axis, kind, order, stable] = Signature::new(name, SORT, 1).bind(args, vm)?;
    let (kind, stable) = (args::present(kind, vm), args::present(stable, vm));
    if kind.is_some() && stable.is_some() {
        return Err(vm.new_value_error(
            "`kind` and keyword parameters can't be provided at the same time. Use only one of them.",
        ));
    }
    let mut stably = args::truth(stable, false, vm)?;
    if let Some(kind) = kind {
        let kind = args::text(Some(kind), "", "sort kind", vm)?;
        engine::check_kind(&kind).or_raise(vm)?;
        stably = kind.starts_with(['s', 'S', 'm', 'M']);
    }
    let compute = if stably && name == "sort" { engine::sort_stably } else { compute };
    let a = required(a);
    let array = array_of(&a, None, vm)?;
    let axis = last_axis(axis, vm)?;
    let Some(order) = args::present(order, vm) else {
        return subclass::like(wrap(compute(&array, axis).or_raise(vm)?, vm), &a, vm);
    };
    let made = compute(&by_fields(&array, &order, vm)?, axis).or_raise(vm)?;
    let made = if made.dtype().record().is_some() { made.retyped(array.dtype()) } else { made };
    subclass::like(wrap(made, vm), &a, vm)
}

/// A copy of an array whose class sorts in its own way.
fn sorted_by_class(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let [a, axis, kind, order, stable] = Signature::new("sort", SORT, 1).bind(args, vm)?;
    let flat = axis.as_ref().is_some_and(|axis| vm.is_none(axis));
    let copy = vm.call_method(&required(a), if flat { "flatten" } else { "copy" }, ())?;
    let axis = axis.filter(|_| !flat).unwrap_or_else(|| vm.ctx.new_int(-1).into());
    let given = [("axis", Some(axis)), ("kind", kind), ("order", order), ("stable", stable)];
    let kwargs: KwArgs = given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    copy.get_attr("sort", vm)?.call(FuncArgs::new(vec![], kwargs), vm)?;
    Ok(copy)
}

/// The same memory as records whose fields come in another order: those called first compare first.
fn by_fields(array: &Array, order: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Array> {
    let Some(record) = array.dtype().record() else {
        return Err(vm.new_value_error("Cannot specify order when the array has no fields."));
    };
    let names: Vec<String> = match order.downcast_ref::<PyStr>() {
        Some(name) => vec![name.to_string_lossy().into_owned()],
        None => {
            let names: Vec<PyObjectRef> = order.try_to_value(vm)?;
            names.into_iter().map(|name| args::text(Some(name), "", "order", vm)).collect::<PyResult<_>>()?
        }
    };
    Ok(array.retyped(record.reordered(&names).or_raise(vm)?))
}

fn partitioned(
    name: &'static str,
    compute: fn(&Array, &[isize], Option<isize>) -> Result<Array>,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let [a, kth, axis, kind, order] = Signature::new(name, PARTITION, 2).bind(args, vm)?;
    let kind = args::text(kind, "introselect", "select kind", vm)?;
    if kind != "introselect" {
        return Err(vm.new_value_error(format!("select kind must be 'introselect' (got '{kind}')")));
    }
    let (a, kth) = (required(a), array_of(&required(kth), None, vm)?);
    if kth.size() > 0 && !kth.dtype().is_integer() {
        return Err(vm.new_type_error("Partition index must be integer"));
    }
    if kth.ndim() > 1 {
        return Err(vm.new_value_error("object too deep for desired array"));
    }
    let kth: Vec<isize> = kth.to_vec::<i64>().or_raise(vm)?.into_iter().map(|kth| kth as isize).collect();
    let array = array_of(&a, None, vm)?;
    let ranked = args::present(order, vm).map(|order| by_fields(&array, &order, vm)).transpose()?;
    let made = compute(ranked.as_ref().unwrap_or(&array), &kth, last_axis(axis, vm)?).or_raise(vm)?;
    let made = if made.dtype().record().is_some() { made.retyped(array.dtype()) } else { made };
    subclass::like(wrap(made, vm), &a, vm)
}

#[rustpython_vm::pymodule(sub)]
pub mod functions {
    use super::*;

    /// sort(a, axis=-1, kind=None, order=None, *, stable=None)
    ///
    /// A sorted copy; NaN come last.
    #[pyfunction]
    fn sort(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        match args.args.first() {
            Some(a) if subclass::overrides(a, "sort", vm) => sorted_by_class(args, vm),
            _ => ordered("sort", engine::sort, args, vm),
        }
    }

    /// argsort(a, axis=-1, kind=None, order=None, *, stable=None)
    ///
    /// The indices that would sort an array.
    #[pyfunction]
    fn argsort(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        ordered("argsort", engine::argsort, args, vm)
    }

    /// partition(a, kth, axis=-1, kind='introselect', order=None)
    ///
    /// A copy whose k-th element is where sorting would put it.
    #[pyfunction]
    fn partition(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        partitioned("partition", engine::partition, args, vm)
    }

    /// argpartition(a, kth, axis=-1, kind='introselect', order=None)
    ///
    /// The indices that would partition an array.
    #[pyfunction]
    fn argpartition(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        partitioned("argpartition", engine::argpartition, args, vm)
    }

    /// lexsort(keys, axis=-1)
    ///
    /// The order by several keys, the last one first in importance.
    #[pyfunction]
    fn lexsort(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("lexsort", ["keys", "axis"], 1);
        let [keys, axis] = SIGNATURE.bind(args, vm)?;
        let keys: Vec<PyObjectRef> = required(keys)
            .try_to_value(vm)
            .map_err(|_| vm.new_type_error("need sequence of keys with len > 0 in lexsort"))?;
        let keys = keys.iter().map(|key| array_of(key, None, vm)).collect::<PyResult<Vec<_>>>()?;
        let order = engine::lexsort(&keys, args::integer(axis, -1, vm)?).or_raise(vm)?;
        Ok(wrap_result(order.owning(), vm))
    }

    /// searchsorted(a, v, side='left', sorter=None)
    ///
    /// Where values belong in a sorted array.
    #[pyfunction]
    fn searchsorted(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::new("searchsorted", ["a", "v", "side", "sorter"], 2);
        let [a, v, side, sorter] = SIGNATURE.bind(args, vm)?;
        let (array, values) = (array_of(&required(a), None, vm)?, array_of(&required(v), None, vm)?);
        let side = Side::parse(&args::text(side, "left", "side", vm)?).or_raise(vm)?;
        let sorter = args::present(sorter, vm).map(|sorter| array_of(&sorter, None, vm)).transpose()?;
        Ok(wrap_result(engine::searchsorted(&array, &values, side, sorter.as_ref()).or_raise(vm)?, vm))
    }

    /// digitize(x, bins, right=False)
    ///
    /// The bin of each value.
    #[pyfunction]
    fn digitize(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("digitize", ["x", "bins", "right"], 2);
        let [x, bins, right] = SIGNATURE.bind(args, vm)?;
        let (values, bins) = (array_of(&required(x), None, vm)?, array_of(&required(bins), None, vm)?);
        for array in [&values, &bins] {
            if array.dtype().kind() == Kind::Complex {
                super::super::casting::check(array.dtype(), DType::Float64, "safe", vm)?;
            }
        }
        Ok(wrap_result(engine::digitize(&values, &bins, args::truth(right, false, vm)?).or_raise(vm)?, vm))
    }

    /// bincount(x, /, weights=None, minlength=0)
    ///
    /// How often each non-negative integer occurs.
    #[pyfunction]
    fn bincount(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("bincount", ["x", "weights", "minlength"], 1);
        let [x, weights, minlength] = SIGNATURE.bind(args, vm)?;
        let x = required(x);
        let mut array = array_of(&x, None, vm)?;
        if array.ndim() == 0 {
            return Err(vm.new_value_error("object of too small depth for desired array"));
        }
        if array.ndim() > 1 && !x.downcastable::<super::super::array::PyNdArray>() {
            return Err(vm.new_value_error(
                "setting an array element with a sequence. The requested array would exceed the maximum number of \
                 dimension of 1.",
            ));
        }
        if minlength.as_ref().is_some_and(|least| vm.is_none(least)) {
            return Err(vm.new_type_error("use 0 instead of None for minlength"));
        }
        if array.size() == 0 && !x.downcastable::<super::super::array::PyNdArray>() {
            array = array.astype(DType::Int64, Order::C).or_raise(vm)?;
        }
        if array.dtype().kind() == Kind::Float && !x.downcastable::<super::super::array::PyNdArray>() {
            let message = "Non-integer input passed to bincount. In a future version of NumPy, this will be an error. \
                           (Deprecated NumPy 2.1)";
            super::super::errors::warn(vm.ctx.exceptions.deprecation_warning, message, vm)?;
            array = array.astype(DType::Int64, Order::C).or_raise(vm)?;
        }
        if array.dtype().kind() == Kind::Str && !x.downcastable::<super::super::array::PyNdArray>() {
            let message = "Non-integer input passed to bincount. In a future version of NumPy, this will be an error. \
                           (Deprecated NumPy 2.1)";
            super::super::errors::warn(vm.ctx.exceptions.deprecation_warning, message, vm)?;
            array = array_of(&x, Some(DType::Int64), vm)?;
        }
        let weights = args::present(weights, vm)
            .map(|weights| {
                let array = array_of(&weights, None, vm)?;
                let given = weights.downcastable::<super::super::array::PyNdArray>();
                match array.dtype().kind() == Kind::Complex && !given {
                    true => Err(vm.new_type_error("float() argument must be a string or a real number, not 'complex'")),
                    false => Ok(array),
                }
            })
            .transpose()?;
        let least = usize::try_from(args::integer(minlength, 0, vm)?)
            .map_err(|_| vm.new_value_error("'minlength' must not be negative"))?;
        Ok(wrap(engine::bincount(&array, weights.as_ref(), least).or_raise(vm)?, vm))
    }

    /// unique of the flat array: values, first positions, inverse, counts.
    #[pyfunction]
    fn _unique(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if a.downcastable::<PyStr>() {
            return Err(vm.new_type_error("this page's NumPy has no arrays of 'str' objects yet"));
        }
        let found = engine::unique(&array_of(&a, None, vm)?).or_raise(vm)?;
        let parts = [found.values, found.first, found.inverse, found.counts];
        Ok(vm.ctx.new_tuple(parts.into_iter().map(|part| wrap(part, vm)).collect()).into())
    }
}
