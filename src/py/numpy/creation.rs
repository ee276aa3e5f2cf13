//! Functions that make arrays: `array`, `zeros`, `arange`, `linspace`, `eye` and their kin.

use rustpython_vm::builtins::{PyBytes, PyList, PyStr, PyTuple};
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::args::{self, Signature, required};
use super::array::{PyNdArray, order_of, shape_of, wrap, wrap_over, wrap_result, wrap_view};
use super::convert::{self, array_of, number_of};
use super::errors::OrRaise;
use super::{casting, dispatch, dtype, interface, memory, settings, subclass};
use crate::nd::create::{self, Indexing, Spacing};
use crate::nd::shape::MAX_NDIM;
use crate::nd::ufunc::{Warnings, promote_types, try_result_type};
use crate::nd::{Array, DType, Kind, Order, Scalar};

/// `like=` and `device=` that only NumPy's own defaults satisfy.
fn refuse_device(device: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
    match args::present(device, vm) {
        Some(device) if args::text(Some(device.clone()), "", "device", vm)? != "cpu" => {
            Err(vm.new_value_error(format!(
                "Device not understood. Only \"cpu\" is allowed, but received: {}",
                device.str(vm)?.to_string_lossy()
            )))
        }
        _ => Ok(()),
    }
}

/// What `copy=` says.
#[derive(Clone, Copy, PartialEq)]
enum Copy {
    Always,
    IfNeeded,
    Never,
}

/// `numpy.array` and `numpy.asarray` in one: `object` as an array of a dtype and layout.
fn as_array(
    object: &PyObjectRef,
    dtype: Option<DType>,
    order: Order,
    copy: Copy,
    subok: bool,
    vm: &VirtualMachine,
) -> PyResult {
    let source = object.downcast_ref::<PyNdArray>().map(|array| array.array());
    let never = || {
        vm.new_value_error(
            "Unable to avoid copy while creating an array as requested.\n\
             If using `np.array(obj, copy=False)` replace it with `np.asarray(obj)` to allow a copy when needed \
             (no behavior change in NumPy 1.x).\n\
             For more details, see https://numpy.org/devdocs/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword.",
        )
    };
    let Some(source) = source else {
        let view = match memory::view_of(object, vm)? {
            Some(view) => Some(wrap_over(view, object.clone(), vm)),
            None => interface::array_of(object, vm)?,
        };
        if let Some(view) = view {
            return as_array(&view, dtype, order, copy, false, vm);
        }
        if copy == Copy::Never {
            let Some(method) = vm.get_attribute_opt(object, "__array__")? else { return Err(never()) };
            let no_copy = KwArgs::from_iter([("copy".to_owned(), vm.ctx.new_bool(false).into())]);
            let made = method.call(FuncArgs::new(vec![], no_copy), vm)?;
            return match made.downcastable::<PyNdArray>() {
                true => as_array(&made, dtype, order, copy, false, vm),
                false => Err(vm.new_value_error("object __array__ method not producing an array")),
            };
        }
        let made = array_of(object, dtype, vm)?;
        return Ok(wrap(if order == Order::F { made.copy(Order::F).or_raise(vm)? } else { made }, vm));
    };
    let target = match dtype {
        Some(dtype) => crate::nd::text::sized(dtype, &source).or_raise(vm)?,
        None => source.dtype(),
    };
    let fits = target == source.dtype()
        && match order {
            Order::C => source.is_c_contiguous(),
            Order::F => source.is_f_contiguous(),
            Order::A | Order::K => true,
        };
    match copy {
        Copy::Always => {}
        _ if fits && subok => return Ok(object.clone()),
        _ if fits => return subclass::plain(object, vm),
        Copy::Never => return Err(never()),
        Copy::IfNeeded => {}
    }
    super::casting::warn_about(&source, target, vm)?;
    let made = wrap(source.astype(target, order).or_raise(vm)?, vm);
    if subok { subclass::like(made, object, vm) } else { Ok(made) }
}

/// The inexact dtype that the ends of a range share, Python's numbers taking that of an array beside them; `None` where
/// they share objects.
fn spaced_in(ends: &[PyObjectRef; 2], vm: &VirtualMachine) -> PyResult<Option<DType>> {
    let (mut strong, mut weak) = (Vec::new(), Vec::new());
    for end in ends {
        match super::ufunc::Input::read(end, vm)? {
            super::ufunc::Input::Array(array) => strong.push(array.dtype()),
            super::ufunc::Input::Weak(number) => weak.push(number),
        }
    }
    // Whatever the ends are, what lies between is inexact.
    weak.push(crate::nd::ufunc::promote::Weak::Float(0.0));
    Ok(try_result_type(&strong, &weak).or_raise(vm)?.filter(|both| both.is_inexact()))
}

/// An array between two ends as an instance of the class of one of them.
fn as_ends(made: PyObjectRef, ends: &[PyObjectRef; 2], vm: &VirtualMachine) -> PyResult {
    match subclass::model(ends, vm) {
        Some(model) => subclass::like(made, model, vm),
        None => Ok(made),
    }
}

/// `ndmin=`: axes of length one in front, which step over the whole array, or, where it lies in Fortran's order, over one
/// element.
fn with_ndmin(object: PyObjectRef, ndmin: isize, fortran: bool, vm: &VirtualMachine) -> PyResult {
    let Some(array) = object.downcast_ref::<PyNdArray>().map(|array| array.array()) else { return Ok(object) };
    let wanted = usize::try_from(ndmin).unwrap_or(0);
    if array.ndim() >= wanted {
        return Ok(object);
    }
    let fortran = fortran || array.is_f_contiguous() && !array.is_c_contiguous();
    let step = match (array.shape().first(), array.strides().first()) {
        (Some(&length), Some(&step)) if !fortran => length as isize * step,
        _ => array.itemsize() as isize,
    };
    let more = wanted - array.ndim();
    let shape = std::iter::repeat_n(1, more).chain(array.shape().iter().copied()).collect();
    let strides = std::iter::repeat_n(step, more).chain(array.strides().iter().copied()).collect();
    wrap_view(array.with_geometry(shape, strides, array.offset()), &object, vm)
}

fn filled(signature: &Signature<5>, args: FuncArgs, value: Option<i64>, vm: &VirtualMachine) -> PyResult {
    let [shape, dtype, order, device, _like] = signature.bind(args, vm)?;
    refuse_device(device, vm)?;
    let mut shape = shape_of(&required(shape), vm)?;
    let dtype = dtype::parse_optional(dtype, vm)?.unwrap_or(DType::Float64);
    let (dtype, inner) = dtype.out_of_block();
    shape.extend_from_slice(inner);
    let dtype = at_least_one(dtype);
    let order = order_of(order, Order::C, vm)?;
    // Zeros of objects are zeros, where what is left empty holds None.
    let value = if dtype == DType::Object && signature.name == "zeros" { Some(0) } else { value };
    let made = match value {
        None => Array::zeros(&shape, dtype, order),
        Some(value) => Array::full(&shape, Scalar::Int(value), dtype, order),
    };
    let made = made.or_raise(vm)?;
    if dtype.record().is_some() && dtype.has_objects() && signature.name == "zeros" {
        super::void::zero_objects(&made, vm)?;
    }
    Ok(wrap(made, vm))
}

/// Text of no length of its own gets room for one character.
fn at_least_one(dtype: DType) -> DType {
    if dtype == DType::Void(0) {
        // Nothing at all is an element too.
        return dtype;
    }
    crate::nd::text::sized_to(dtype, 1)
}

/// The value of `full` in a dtype: converted as an array is, but a Python integer must fit.
fn filling(value: &PyObjectRef, dtype: Option<DType>, vm: &VirtualMachine) -> PyResult<Array> {
    match (convert::number_of(value, vm), dtype) {
        (Ok(Some(number)), Some(dtype)) if dtype.is_number() && number.dtype != DType::Object => {
            if number.weak {
                convert::check_fits(number.value, dtype, vm)?;
            }
            let value = Array::scalar(number.value, number.dtype);
            casting::warn_about(&value, dtype, vm)?;
            value.astype(dtype, Order::C).or_raise(vm)
        }
        // A NumPy scalar is the Python number it is.
        (Ok(Some(number)), Some(DType::Object)) if !number.weak => {
            array_of(value, None, vm)?.astype(DType::Object, Order::C).or_raise(vm)
        }
        _ => array_of(value, dtype, vm),
    }
}

fn filled_like(signature: &Signature<6>, args: FuncArgs, value: Option<i64>, vm: &VirtualMachine) -> PyResult {
    let [prototype, dtype, order, subok, shape, device] = signature.bind(args, vm)?;
    refuse_device(device, vm)?;
    let (object, subok) = (required(prototype), args::truth(subok, true, vm)?);
    let prototype = array_of(&object, None, vm)?;
    let dtype = dtype::parse_optional(dtype, vm)?;
    let order = order_of(order, Order::K, vm)?;
    let shape = args::present(shape, vm).map(|shape| shape_of(&shape, vm)).transpose()?;
    let dtype = dtype.map(at_least_one);
    let made = create::zeros_like(&prototype, dtype, order, shape.as_deref()).or_raise(vm)?;
    // Of numbers all are zero already; an object is one.
    if let Some(value) = value.filter(|&value| value != 0 || made.dtype() == DType::Object) {
        made.fill(Scalar::Int(value)).or_raise(vm)?;
    }
    let made = wrap(made, vm);
    if subok { subclass::like(made, &object, vm) } else { Ok(made) }
}

/// An array, once its events are told.
fn told((made, events): (Array, Vec<Warnings>), vm: &VirtualMachine) -> PyResult {
    events.into_iter().try_for_each(|events| settings::report(events, vm))?;
    Ok(wrap(made, vm))
}

/// The operands of `linspace` and its kin, and how to space.
fn spacing(start: &Array, stop: &Array, given: [Option<PyObjectRef>; 4], vm: &VirtualMachine) -> PyResult<Spacing> {
    let [num, endpoint, dtype, axis] = given;
    let both = promote_types(start.dtype(), stop.dtype());
    Ok(Spacing {
        num: args::integer(num, 50, vm)?,
        endpoint: args::truth(endpoint, true, vm)?,
        computed: if both.is_inexact() { both } else { DType::Float64 },
        dtype: dtype::parse_optional(dtype, vm)?,
        axis: args::integer(axis, 0, vm)?,
    })
}

/// Text, in lists too, as lists of its characters where the dtype is given as "c".
fn in_characters(object: PyObjectRef, dtype: Option<&PyObjectRef>, vm: &VirtualMachine) -> PyObjectRef {
    match dtype.and_then(|dtype| dtype.downcast_ref::<PyStr>()) {
        Some(code) if code.as_bytes() == b"c" => characters(object, vm),
        _ => object,
    }
}

fn characters(object: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
    let items: Vec<PyObjectRef> = if let Some(text) = object.downcast_ref::<PyStr>() {
        text.to_string_lossy().chars().map(|character| vm.ctx.new_str(character.to_string()).into()).collect()
    } else if let Some(bytes) = object.downcast_ref::<PyBytes>() {
        bytes.as_bytes().iter().map(|&byte| vm.ctx.new_bytes(vec![byte]).into()).collect()
    } else if let Some(list) = object.downcast_ref::<PyList>() {
        list.borrow_vec().iter().map(|item| characters(item.clone(), vm)).collect()
    } else if let Some(tuple) = object.downcast_ref::<PyTuple>() {
        tuple.iter().map(|item| characters(item.clone(), vm)).collect()
    } else {
        return object;
    };
    vm.ctx.new_list(items).into()
}

/// The meaning of `copy=`: a truth value, `None`, or a member of `numpy._CopyMode`.
fn copy_of(copy: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Copy> {
    if vm.is_none(copy) {
        return Ok(Copy::IfNeeded);
    }
    if copy.downcastable::<PyStr>() {
        return Err(vm.new_value_error("strings are not allowed for 'copy' keyword. Use True/False/None instead."));
    }
    if &*copy.class().name() == "_CopyMode" && copy.get_attr("name", vm)?.str(vm)?.as_bytes() == b"IF_NEEDED" {
        return Ok(Copy::IfNeeded);
    }
    Ok(if copy.clone().try_to_bool(vm)? { Copy::Always } else { Copy::Never })
}

#[rustpython_vm::pymodule(sub)]
pub mod functions {
    use super::*;

    /// array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, like=None)
    ///
    /// An array of the numbers in a (nested) sequence, or a copy of an array.
    #[pyfunction]
    fn array(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("array", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<8> =
            Signature::new("array", ["object", "dtype", "copy", "order", "subok", "ndmin", "ndmax", "like"], 1)
                .keyword_after(2);
        let [object, dtype, copy, order, subok, ndmin, ndmax, _like] = SIGNATURE.bind(args, vm)?;
        let copy = copy.map_or(Ok(Copy::Always), |copy| copy_of(&copy, vm))?;
        let object = in_characters(required(object), dtype.as_ref(), vm);
        let (dtype, order) = (dtype::parse_optional(dtype, vm)?, order_of(order, Order::K, vm)?);
        let subok = args::truth(subok, false, vm)?;
        let ndmin = args::integer(ndmin, 0, vm)?;
        if let Some(deepest) = args::present(ndmax, vm) {
            let deepest = args::to_isize(&deepest, vm)?;
            let deepest = usize::try_from(deepest).ok().filter(|&deepest| deepest <= MAX_NDIM).ok_or_else(|| {
                vm.new_value_error(format!("ndmax must be in the range [0, NPY_MAXDIMS ({MAX_NDIM})] "))
            })?;
            if ndmin > deepest as isize {
                return Err(vm.new_value_error(format!("ndmin must be <= ndmax ({deepest})")));
            }
            if dtype == Some(DType::Object) && !object.downcastable::<PyNdArray>() {
                let made = convert::array_to_depth(&object, dtype, deepest, vm)?;
                return with_ndmin(wrap(made, vm), ndmin, false, vm);
            }
            let made = as_array(&object, dtype, order, copy, subok, vm)?;
            if !object.downcastable::<PyNdArray>() && array_of(&made, None, vm)?.ndim() > deepest {
                return Err(vm.new_value_error(format!(
                    "setting an array element with a sequence. The requested array would exceed the maximum number of \
                     dimension of {deepest}."
                )));
            }
            return with_ndmin(made, ndmin, order == Order::F, vm);
        }
        let made = as_array(&object, dtype, order, copy, subok, vm)?;
        with_ndmin(made, ndmin, order == Order::F, vm)
    }

    /// asarray(a, dtype=None, order=None, *, device=None, copy=None, like=None)
    ///
    /// `a` as an array: itself if it is one of that dtype and layout already.
    #[pyfunction]
    fn asarray(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("asarray", &mut args, vm)? {
            return Ok(answer);
        }
        converted("asarray", false, args, vm)
    }

    /// asanyarray(a, dtype=None, order=None, *, device=None, copy=None, like=None)
    ///
    /// As `asarray`, but instances of subclasses of `ndarray` pass through.
    #[pyfunction]
    fn asanyarray(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("asanyarray", &mut args, vm)? {
            return Ok(answer);
        }
        converted("asanyarray", true, args, vm)
    }

    fn converted(name: &'static str, subok: bool, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let signature = Signature::new(name, ["a", "dtype", "order", "device", "copy", "like"], 1).keyword_after(3);
        let [object, dtype, order, device, copy, _like] = signature.bind(args, vm)?;
        refuse_device(device, vm)?;
        let copy = copy.map_or(Ok(Copy::IfNeeded), |copy| copy_of(&copy, vm))?;
        let object = in_characters(required(object), dtype.as_ref(), vm);
        let (dtype, order) = (dtype::parse_optional(dtype, vm)?, order_of(order, Order::K, vm)?);
        as_array(&object, dtype, order, copy, subok, vm)
    }

    /// ascontiguousarray(a, dtype=None)
    ///
    /// `a` as a C-contiguous array of at least one axis, copied only if it is not one.
    #[pyfunction]
    fn ascontiguousarray(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("ascontiguousarray", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<3> = Signature::new("ascontiguousarray", ["a", "dtype", "like"], 1).keyword_after(2);
        let [object, dtype, _like] = SIGNATURE.bind(args, vm)?;
        let made = as_array(&required(object), dtype::parse_optional(dtype, vm)?, Order::C, Copy::IfNeeded, false, vm)?;
        with_ndmin(made, 1, false, vm)
    }

    /// asfortranarray(a, dtype=None)
    ///
    /// `a` as a Fortran-contiguous array, copied only if it is not one.
    #[pyfunction]
    fn asfortranarray(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("asfortranarray", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<3> = Signature::new("asfortranarray", ["a", "dtype", "like"], 1).keyword_after(2);
        let [object, dtype, _like] = SIGNATURE.bind(args, vm)?;
        let made = as_array(&required(object), dtype::parse_optional(dtype, vm)?, Order::F, Copy::IfNeeded, false, vm)?;
        with_ndmin(made, 1, false, vm)
    }

    /// copy(a, order='K', subok=False)
    ///
    /// A fresh array of the same elements.
    #[pyfunction]
    fn copy(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("copy", ["a", "order", "subok"], 1);
        let [object, order, subok] = SIGNATURE.bind(args, vm)?;
        let subok = args::truth(subok, false, vm)?;
        as_array(&required(object), None, order_of(order, Order::K, vm)?, Copy::Always, subok, vm)
    }

    /// zeros(shape, dtype=None, order='C', *, device=None, like=None)
    ///
    /// An array of zeros; float64 unless a dtype is given.
    #[pyfunction]
    fn zeros(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("zeros", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<5> =
            Signature::new("zeros", ["shape", "dtype", "order", "device", "like"], 1).keyword_after(3);
        filled(&SIGNATURE, args, None, vm)
    }

    /// empty(shape, dtype=None, order='C', *, device=None, like=None)
    ///
    /// An array whose elements are still to be set; here they happen to be zero.
    #[pyfunction]
    fn empty(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("empty", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<5> =
            Signature::new("empty", ["shape", "dtype", "order", "device", "like"], 1).keyword_after(3);
        filled(&SIGNATURE, args, None, vm)
    }

    /// ones(shape, dtype=None, order='C', *, device=None, like=None)
    ///
    /// An array of ones; float64 unless a dtype is given.
    #[pyfunction]
    fn ones(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("ones", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<5> =
            Signature::new("ones", ["shape", "dtype", "order", "device", "like"], 1).keyword_after(3);
        filled(&SIGNATURE, args, Some(1), vm)
    }

    /// zeros_like(a, dtype=None, order='K', subok=True, shape=None)
    ///
    /// Zeros with the shape, dtype and layout of `a`.
    #[pyfunction]
    fn zeros_like(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<6> =
            Signature::new("zeros_like", ["a", "dtype", "order", "subok", "shape", "device"], 1);
        filled_like(&SIGNATURE, args, Some(0), vm)
    }

    /// empty_like(prototype, dtype=None, order='K', subok=True, shape=None)
    ///
    /// An array with the shape, dtype and layout of `prototype`, its elements still to be set.
    #[pyfunction]
    fn empty_like(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<6> =
            Signature::new("empty_like", ["prototype", "dtype", "order", "subok", "shape", "device"], 1);
        filled_like(&SIGNATURE, args, None, vm)
    }

    /// ones_like(a, dtype=None, order='K', subok=True, shape=None)
    ///
    /// Ones with the shape, dtype and layout of `a`.
    #[pyfunction]
    fn ones_like(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<6> =
            Signature::new("ones_like", ["a", "dtype", "order", "subok", "shape", "device"], 1);
        filled_like(&SIGNATURE, args, Some(1), vm)
    }

    /// full(shape, fill_value, dtype=None, order='C')
    ///
    /// An array whose every element is `fill_value` (broadcast if it is an array).
    #[pyfunction]
    fn full(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("full", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<6> =
            Signature::new("full", ["shape", "fill_value", "dtype", "order", "device", "like"], 2).keyword_after(4);
        let [shape, value, dtype, order, device, _like] = SIGNATURE.bind(args, vm)?;
        refuse_device(device, vm)?;
        let dtype = dtype::parse_optional(dtype, vm)?.map(at_least_one);
        // A tuple is a sequence here, and no record.
        let structured = dtype.filter(|dtype| dtype.record().is_some());
        let value = filling(&required(value), if structured.is_some() { None } else { dtype }, vm)?;
        let (shape, order) = (shape_of(&required(shape), vm)?, order_of(order, Order::C, vm)?);
        let made = Array::zeros(&shape, structured.unwrap_or(value.dtype()), order);
        let made = made.or_raise(vm)?;
        made.assign(&value).or_raise(vm)?;
        Ok(wrap(made, vm))
    }

    /// full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None)
    ///
    /// `fill_value` everywhere, with the shape, dtype and layout of `a`.
    #[pyfunction]
    fn full_like(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<7> =
            Signature::new("full_like", ["a", "fill_value", "dtype", "order", "subok", "shape", "device"], 2);
        let [prototype, value, dtype, order, subok, shape, device] = SIGNATURE.bind(args, vm)?;
        refuse_device(device, vm)?;
        let (object, subok) = (required(prototype), args::truth(subok, true, vm)?);
        let prototype = array_of(&object, None, vm)?;
        let dtype = at_least_one(dtype::parse_optional(dtype, vm)?.unwrap_or(prototype.dtype()));
        let order = order_of(order, Order::K, vm)?;
        let shape = args::present(shape, vm).map(|shape| shape_of(&shape, vm)).transpose()?;
        let made = create::zeros_like(&prototype, Some(dtype), order, shape.as_deref()).or_raise(vm)?;
        let value = filling(&required(value), Some(dtype), vm)?;
        made.assign(&value).or_raise(vm)?;
        let made = wrap(made, vm);
        if subok { subclass::like(made, &object, vm) } else { Ok(made) }
    }

    /// arange([start,] stop[, step,], dtype=None)
    ///
    /// Numbers from `start` up to but not including `stop`, `step` apart.
    #[pyfunction]
    fn arange(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("arange", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<6> =
            Signature::new("arange", ["start", "stop", "step", "dtype", "device", "like"], 0).keyword_after(4);
        let by_position = !args.args.is_empty();
        let [start, stop, step, dtype, device, _like] = SIGNATURE.bind(args, vm)?;
        refuse_device(device, vm)?;
        let (start, stop) = match (start, args::present(stop, vm)) {
            (Some(start), Some(stop)) if !vm.is_none(&start) => (Some(start), stop),
            (Some(none), Some(stop)) => return vm._sub(&stop, &none),
            (None, Some(stop)) => (None, stop),
            (Some(only), None) if by_position && !vm.is_none(&only) => (None, only),
            _ => return Err(vm.new_type_error("arange() requires stop to be specified.")),
        };
        let dtype = dtype::parse_optional(dtype, vm)?;
        let step = args::present(step, vm);
        if dtype.is_some_and(|dtype| dtype.kind() == Kind::Void) {
            return Err(
                vm.new_type_error("arange() not supported for inputs with DType <class 'numpy.dtypes.VoidDType'>.")
            );
        }
        let asked = dtype.filter(|dtype| matches!(dtype.kind(), Kind::Str | Kind::Bytes));
        let texts = [start.as_ref(), Some(&stop)].into_iter().flatten().find(|end| super::super::objects::is_text(end));
        let of_text = |text: &PyObjectRef| if text.downcastable::<PyBytes>() { DType::Bytes(0) } else { DType::Str(0) };
        if let (Some(text), None) =
            (asked.or(texts.map(of_text)), dtype.filter(|&dtype| crate::nd::time::is_time(dtype)))
        {
            let class = text.class_name();
            return Err(vm.new_type_error(format!(
                "arange() not supported for inputs with DType <class 'numpy.dtypes.{class}'>."
            )));
        }
        if let Some(range) = super::super::times::arange(start.as_ref(), &stop, step.as_ref(), dtype, vm)? {
            return Ok(wrap(range, vm));
        }
        let number = |object: PyObjectRef| -> PyResult<(Scalar, DType)> {
            if let Some(number) = number_of(&object, vm)? {
                return Ok((number.value, number.dtype));
            }
            let array = array_of(&object, None, vm)?;
            if array.ndim() == 0 {
                Ok((array.get(&[]), array.dtype()))
            } else if array.size() > 1 && object.downcastable::<PyNdArray>() {
                Err(vm.new_value_error(
                    "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
                ))
            } else {
                Err(vm.new_type_error("only 0-dimensional arrays can be converted to Python scalars"))
            }
        };
        let holds_objects = |end: &PyObjectRef| -> PyResult<bool> {
            if convert::is_too_large(end, vm) {
                return Ok(true);
            }
            Ok(number_of(end, vm)?.is_none() && array_of(end, None, vm)?.dtype() == DType::Object)
        };
        let of_objects = match dtype {
            Some(dtype) => dtype == DType::Object,
            None => {
                let ends = [start.as_ref(), Some(&stop), step.as_ref()].into_iter().flatten();
                ends.map(holds_objects).collect::<PyResult<Vec<_>>>()?.contains(&true)
            }
        };
        if of_objects {
            let given = [start, Some(stop), step].map(|end| vm.unwrap_or_none(end));
            let module = vm.import("numpy._objects", 0)?.get_attr("_objects", vm)?;
            return module.get_attr("arange", vm)?.call(given.to_vec(), vm);
        }
        if !stop.downcastable::<PyNdArray>() && number_of(&stop, vm)?.is_none() {
            // What is no number may still be subtracted; where not, Python says so.
            let from = start.clone().unwrap_or_else(|| vm.ctx.new_int(0).into());
            vm._sub(&stop, &from)?;
        }
        let zero = (Scalar::Int(0), DType::Bool);
        let (start, start_type) = start.map_or(Ok(zero), number)?;
        let (stop, stop_type) = number(stop)?;
        let (step, step_type) = step.map_or(Ok((Scalar::Int(1), DType::Bool)), number)?;
        // Ends of narrow types make no narrow range.
        let natural = [start_type, stop_type, step_type].into_iter().fold(DType::Int64, promote_types);
        let dtype = dtype.unwrap_or(natural);
        let range = create::arange(start, stop, step, dtype.native()).or_raise(vm)?;
        Ok(wrap(if range.dtype() == dtype { range } else { range.astype(dtype, Order::C).or_raise(vm)? }, vm))
    }

    /// linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0)
    ///
    /// `num` numbers evenly spaced from `start` to `stop`.
    #[pyfunction]
    fn linspace(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<8> =
            Signature::new("linspace", ["start", "stop", "num", "endpoint", "retstep", "dtype", "axis", "device"], 2);
        let [start, stop, num, endpoint, retstep, dtype, axis, device] = SIGNATURE.bind(args, vm)?;
        refuse_device(device, vm)?;
        let ends = [required(start), required(stop)];
        let (start, stop) = (array_of(&ends[0], None, vm)?, array_of(&ends[1], None, vm)?);
        let mut how = spacing(&start, &stop, [num, endpoint, dtype, axis], vm)?;
        how.computed = spaced_in(&ends, vm)?.unwrap_or(how.computed);
        let made = create::linspace(&start, &stop, how).or_raise(vm)?;
        made.warnings.into_iter().try_for_each(|events| settings::report(events, vm))?;
        let samples = as_ends(wrap(made.samples, vm), &ends, vm)?;
        if !args::truth(retstep, false, vm)? {
            return Ok(samples);
        }
        let step = made.step.map_or_else(|| vm.ctx.new_float(f64::NAN).into(), |step| wrap_result(step, vm));
        Ok(vm.ctx.new_tuple(vec![samples, step]).into())
    }

    /// logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0)
    ///
    /// `num` numbers whose logarithms are evenly spaced from `start` to `stop`.
    #[pyfunction]
    fn logspace(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<7> =
            Signature::new("logspace", ["start", "stop", "num", "endpoint", "base", "dtype", "axis"], 2);
        let [start, stop, num, endpoint, base, dtype, axis] = SIGNATURE.bind(args, vm)?;
        let ends = [required(start), required(stop)];
        spaced_in(&ends, vm)?;
        let (start, stop) = (array_of(&ends[0], None, vm)?, array_of(&ends[1], None, vm)?);
        let how = spacing(&start, &stop, [num, endpoint, dtype, axis], vm)?;
        let many = match &base {
            Some(base) => Some(array_of(base, None, vm)?).filter(|base| base.ndim() > 0),
            None => None,
        };
        if let Some(many) = many {
            return as_ends(told(create::logspace_of_bases(&start, &stop, &many, how).or_raise(vm)?, vm)?, &ends, vm);
        }
        let base = args::present(base, vm).map_or(Ok(10.0), |base| base.try_float(vm).map(|base| base.to_f64()))?;
        as_ends(told(create::logspace(&start, &stop, base, how).or_raise(vm)?, vm)?, &ends, vm)
    }

    /// geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0)
    ///
    /// `num` numbers from `start` to `stop`, each the same multiple of the one before.
    #[pyfunction]
    fn geomspace(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<6> =
            Signature::new("geomspace", ["start", "stop", "num", "endpoint", "dtype", "axis"], 2);
        let [start, stop, num, endpoint, dtype, axis] = SIGNATURE.bind(args, vm)?;
        let ends = [required(start), required(stop)];
        let (start, stop) = (array_of(&ends[0], None, vm)?, array_of(&ends[1], None, vm)?);
        let mut how = spacing(&start, &stop, [num, endpoint, dtype, axis], vm)?;
        // Numbers that are to be complex turn in the plane.
        let asked = how.dtype.filter(|dtype| dtype.is_number());
        how.computed = asked.map_or(how.computed, |asked| promote_types(how.computed, asked));
        as_ends(told(create::geomspace(&start, &stop, how).or_raise(vm)?, vm)?, &ends, vm)
    }

    /// eye(N, M=None, k=0, dtype=float, order='C')
    ///
    /// Ones on the k-th diagonal, zeros elsewhere.
    #[pyfunction]
    fn eye(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("eye", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<7> = Signature::new("eye", ["N", "M", "k", "dtype", "order", "device", "like"], 1);
        let [rows, columns, k, dtype, order, device, _like] = SIGNATURE.bind(args, vm)?;
        refuse_device(device, vm)?;
        let rows = length(required(rows), vm)?;
        let columns = args::present(columns, vm).map_or(Ok(rows), |columns| length(columns, vm))?;
        let dtype = dtype::parse_optional(dtype, vm)?.unwrap_or(DType::Float64);
        let order = order_of(order, Order::C, vm)?;
        Ok(wrap(create::eye(rows, columns, args::integer(k, 0, vm)?, dtype, order).or_raise(vm)?, vm))
    }

    /// identity(n, dtype=None)
    ///
    /// The n by n identity matrix.
    #[pyfunction]
    fn identity(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("identity", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<3> = Signature::new("identity", ["n", "dtype", "like"], 1);
        let [n, dtype, _like] = SIGNATURE.bind(args, vm)?;
        let dtype = dtype::parse_optional(dtype, vm)?.unwrap_or(DType::Float64);
        Ok(wrap(create::identity(length(required(n), vm)?, dtype).or_raise(vm)?, vm))
    }

    /// diag(v, k=0)
    ///
    /// The k-th diagonal of a matrix, or a matrix with a vector on its k-th diagonal.
    #[pyfunction]
    fn diag(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("diag", ["v", "k"], 1);
        let [v, k] = SIGNATURE.bind(args, vm)?;
        let v = required(v);
        let array = array_of(&v, None, vm)?;
        wrap_view(create::diag(&array, args::integer(k, 0, vm)?).or_raise(vm)?, &v, vm)
    }

    /// diagflat(v, k=0)
    ///
    /// A matrix with the elements of `v` on its k-th diagonal.
    #[pyfunction]
    fn diagflat(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("diagflat", ["v", "k"], 1);
        let [v, k] = SIGNATURE.bind(args, vm)?;
        let v = array_of(&required(v), None, vm)?;
        Ok(wrap(create::diagflat(&v, args::integer(k, 0, vm)?).or_raise(vm)?, vm))
    }

    /// diagonal(a, offset=0, axis1=0, axis2=1)
    ///
    /// A read-only view of a diagonal of two axes.
    #[pyfunction]
    pub(in super::super) fn diagonal(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::new("diagonal", ["a", "offset", "axis1", "axis2"], 1);
        let [a, offset, axis1, axis2] = SIGNATURE.bind(args, vm)?;
        let a = required(a);
        let array = array_of(&a, None, vm)?;
        let (offset, axis1) = (args::integer(offset, 0, vm)?, args::integer(axis1, 0, vm)?);
        let mut view = create::diagonal(&array, offset, axis1, args::integer(axis2, 1, vm)?).or_raise(vm)?;
        view.set_writeable(false).or_raise(vm)?;
        wrap_view(view, &a, vm)
    }

    /// tri(N, M=None, k=0, dtype=float)
    ///
    /// Ones on and below the k-th diagonal.
    #[pyfunction]
    fn tri(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("tri", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<5> = Signature::new("tri", ["N", "M", "k", "dtype", "like"], 1);
        let [rows, columns, k, dtype, _like] = SIGNATURE.bind(args, vm)?;
        let rows = length(required(rows), vm)?;
        let columns = args::present(columns, vm).map_or(Ok(rows), |columns| length(columns, vm))?;
        let dtype = dtype::parse_optional(dtype, vm)?.unwrap_or(DType::Float64);
        Ok(wrap(create::tri(rows, columns, args::integer(k, 0, vm)?, dtype).or_raise(vm)?, vm))
    }

    /// tril(m, k=0)
    ///
    /// A copy with zeros above the k-th diagonal.
    #[pyfunction]
    fn tril(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("tril", ["m", "k"], 1);
        let [m, k] = SIGNATURE.bind(args, vm)?;
        Ok(wrap(create::tril(&array_of(&required(m), None, vm)?, args::integer(k, 0, vm)?).or_raise(vm)?, vm))
    }

    /// triu(m, k=0)
    ///
    /// A copy with zeros below the k-th diagonal.
    #[pyfunction]
    fn triu(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("triu", ["m", "k"], 1);
        let [m, k] = SIGNATURE.bind(args, vm)?;
        Ok(wrap(create::triu(&array_of(&required(m), None, vm)?, args::integer(k, 0, vm)?).or_raise(vm)?, vm))
    }

    /// vander(x, N=None, increasing=False)
    ///
    /// Columns that are powers of `x`.
    #[pyfunction]
    fn vander(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("vander", ["x", "N", "increasing"], 1);
        let [x, columns, increasing] = SIGNATURE.bind(args, vm)?;
        let x = array_of(&required(x), None, vm)?;
        let columns = args::present(columns, vm).map_or(Ok(x.size()), |columns| length(columns, vm))?;
        let dtype = promote_types(x.dtype(), DType::Int64);
        Ok(wrap(create::vander(&x, columns, args::truth(increasing, false, vm)?, dtype).or_raise(vm)?, vm))
    }

    /// meshgrid(*xi, copy=True, sparse=False, indexing='xy')
    ///
    /// Coordinate matrices from coordinate vectors.
    #[pyfunction]
    fn meshgrid(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let copy = args::truth(args.take_keyword("copy"), true, vm)?;
        let sparse = args::truth(args.take_keyword("sparse"), false, vm)?;
        let indexing = args::text(args.take_keyword("indexing"), "xy", "indexing", vm)?;
        if let Some((name, _)) = args.kwargs.iter().next() {
            return Err(vm.new_type_error(format!("meshgrid() got an unexpected keyword argument '{name}'")));
        }
        let indexing = match indexing.as_str() {
            "xy" => Indexing::XY,
            "ij" => Indexing::IJ,
            _ => return Err(vm.new_value_error("Valid values for `indexing` are 'xy' and 'ij'.")),
        };
        let owners = args.args;
        let vectors = owners.iter().map(|vector| array_of(vector, None, vm)).collect::<PyResult<Vec<_>>>()?;
        let vectors: Vec<&Array> = vectors.iter().collect();
        let grids = create::meshgrid(&vectors, indexing, sparse, copy).or_raise(vm)?;
        let wrap = |(grid, owner): (Array, &PyObjectRef)| wrap_view(grid, owner, vm);
        let grids = grids.into_iter().zip(&owners).map(wrap).collect::<PyResult<Vec<_>>>()?;
        if sparse && !copy {
            // As NumPy's function comes to its end there.
            return Ok(vm.ctx.new_list(grids).into());
        }
        Ok(vm.ctx.new_tuple(grids).into())
    }

    /// indices(dimensions, dtype=int, sparse=False)
    ///
    /// For each axis an array of the index along it.
    #[pyfunction]
    fn indices(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("indices", ["dimensions", "dtype", "sparse"], 1);
        let [shape, dtype, sparse] = SIGNATURE.bind(args, vm)?;
        let shape = shape_of(&required(shape), vm)?;
        let dtype = dtype::parse_optional(dtype, vm)?.unwrap_or(DType::Int64);
        if dtype == DType::Bool && shape.iter().any(|&length| length > 2) {
            let sentence = "arange() is only supported for booleans when the result has at most length 2.";
            return Err(vm.new_type_error(sentence));
        }
        if args::truth(sparse, false, vm)? {
            let grids = create::sparse_indices(&shape, dtype).or_raise(vm)?;
            return Ok(vm.ctx.new_tuple(grids.into_iter().map(|grid| wrap(grid, vm)).collect()).into());
        }
        Ok(wrap(create::indices(&shape, dtype).or_raise(vm)?, vm))
    }

    /// frombuffer(buffer, dtype=float, count=-1, offset=0)
    ///
    /// A one-dimensional array on the memory of a bytes object.
    #[pyfunction]
    fn frombuffer(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = dispatch::like("frombuffer", &mut args, vm)? {
            return Ok(answer);
        }
        const SIGNATURE: Signature<5> = Signature::new("frombuffer", ["buffer", "dtype", "count", "offset", "like"], 1);
        let [buffer, dtype, count, offset, _like] = SIGNATURE.bind(args, vm)?;
        let memory = memory::of(&required(buffer), vm)?;
        let dtype = dtype::parse_optional(dtype, vm)?.unwrap_or(DType::Float64);
        let (count, offset) = (args::integer(count, -1, vm)?, args::integer(offset, 0, vm)?);
        let within = memory.start..memory.start + memory.len;
        let made = create::frombuffer_within(memory.buffer, within, dtype, count, offset).or_raise(vm)?;
        let made = memory::kept_readonly(made, memory.writeable);
        Ok(wrap_over(made, memory.owner, vm))
    }

    fn length(value: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
        let length = args::to_isize(&value, vm)?;
        usize::try_from(length).map_err(|_| vm.new_value_error("negative dimensions are not allowed"))
    }
}
