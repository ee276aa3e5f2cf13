//! What `RandomState` and `Generator` share: distributions by the engine's table, integers between bounds,
//! `size=` and `out=`.

use num_traits::{Signed, ToPrimitive};
use rustpython_vm::builtins::{PyInt, PyStr, PyType};
use rustpython_vm::function::{FuncArgs, ItemDoc, PyMethodFlags};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use super::super::args::{self, Signature, required};
use super::super::array::{PyNdArray, shape_of, wrap};
use super::super::convert::array_of;
use super::super::errors::{self, OrRaise};
use super::super::{casting, dtype, scalar};
use crate::nd::random::{self, DISTRIBUTIONS, Distribution, Method, Primitives};
use crate::nd::{Array, DType, Scalar, Shape};

/// A Python object that draws random numbers.
pub trait Source: PyPayload {
    /// How it draws integers.
    const METHOD: Method;

    /// Runs `draw` on the stream. `draw` runs no Python code: the stream is borrowed meanwhile.
    fn with<R>(&self, draw: impl FnOnce(&mut dyn Primitives) -> R) -> R;
}

/// `size=`: `None` for a single value.
pub fn size_of(size: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<Shape>> {
    args::present(size, vm).map(|size| shape_of(&size, vm)).transpose()
}

/// An array of the drawn numbers; without `size`, an array of no axes becomes Python's number.
pub fn result(array: Array, sized: bool, vm: &VirtualMachine) -> PyObjectRef {
    if array.ndim() == 0 && !sized {
        return scalar::item(&array, 0, vm);
    }
    wrap(array, vm)
}

/// Whether an argument stands for many values: anything but a number (an array of no axes is a number).
fn is_many(value: &PyObject, vm: &VirtualMachine) -> bool {
    if let Some(array) = value.downcast_ref::<PyNdArray>() {
        return array.borrow().ndim() > 0;
    }
    let is_number = scalar::value_of(value).is_some() || value.downcastable::<PyInt>();
    !is_number && !value.downcastable::<PyStr>() && matches!(vm.get_attribute_opt(value, "__len__"), Ok(Some(_)))
}

/// A parameter of a distribution as an array of `float64`.
fn parameter(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Array> {
    if is_many(value, vm) {
        return array_of(value, Some(DType::Float64), vm);
    }
    let number = if value.downcastable::<PyStr>() {
        vm.ctx.types.float_type.as_object().call((value.clone(),), vm)?
    } else {
        value.clone()
    };
    Ok(Array::scalar(Scalar::Float(number.try_float(vm)?.to_f64()), DType::Float64))
}

/// A parameter that is a whole number: what C cannot hold, and text, are refused.
fn whole(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Array> {
    const C_LONG: &str = "Python int too large to convert to C long";
    let scalar = |number: f64| Array::scalar(Scalar::Float(number), DType::Float64);
    if value.downcastable::<PyStr>() {
        return Err(vm.new_type_error("an integer is required"));
    }
    if is_many(value, vm) || scalar::value_of(value).is_some() {
        return parameter(value, vm);
    }
    if let Some(array) = value.downcast_ref::<PyNdArray>() {
        let dtype = array.borrow().dtype();
        if dtype.is_number() {
            casting::check(dtype, DType::Int64, "safe", vm).map_err(|_| {
                let dtype = dtype.repr();
                let message =
                    format!("Cannot cast scalar from dtype({dtype}) to dtype('int64') according to the rule 'safe'");
                vm.new_type_error(message)
            })?;
        }
        return Ok(scalar(value.try_int(vm)?.try_to_primitive::<i64>(vm)? as f64));
    }
    if let Some(integer) = value.downcast_ref::<PyInt>() {
        let integer = integer.as_bigint().to_i64().ok_or_else(|| vm.new_overflow_error(C_LONG))?;
        return Ok(scalar(integer as f64));
    }
    parameter(value, vm)
}

/// Binds `row`'s parameters and `size`; the last is `size`.
fn bind(row: &'static Distribution, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Vec<Option<PyObjectRef>>> {
    fn of<const N: usize>(
        row: &'static Distribution,
        args: FuncArgs,
        vm: &VirtualMachine,
    ) -> PyResult<Vec<Option<PyObjectRef>>> {
        let mut names = ["size"; N];
        for (name, parameter) in names.iter_mut().zip(row.parameters) {
            *name = parameter.name;
        }
        let needed = row.parameters.iter().filter(|parameter| parameter.default.is_none()).count();
        Ok(Signature::compiled(row.name, names, needed).bind(args, vm)?.into())
    }
    match row.parameters.len() {
        0 => of::<1>(row, args, vm),
        1 => of::<2>(row, args, vm),
        2 => of::<3>(row, args, vm),
        _ => of::<4>(row, args, vm),
    }
}

/// Values for every parameter of `row`, given or by default.
pub fn parameters(
    row: &'static Distribution,
    given: Vec<Option<PyObjectRef>>,
    vm: &VirtualMachine,
) -> PyResult<Vec<Array>> {
    row.parameters
        .iter()
        .zip(given)
        .map(|(row, value)| match value {
            Some(value) if row.is_whole() => whole(&value, vm),
            Some(value) => parameter(&value, vm),
            None => {
                let value = row.default.expect("Signature::bind refuses a call without its required parameters");
                Ok(Array::scalar(Scalar::Float(value), DType::Float64))
            }
        })
        .collect()
}

/// A call of the method that `row` describes.
pub fn distribution<S: Source>(
    source: &S,
    row: &'static Distribution,
    args: FuncArgs,
    vm: &VirtualMachine,
) -> PyResult {
    let mut given = bind(row, args, vm)?;
    let size = size_of(given.pop().flatten(), vm)?;
    let values = parameters(row, given, vm)?;
    let drawn = source.with(|stream| random::sample(stream, row, &values, size.as_deref())).or_raise(vm)?;
    Ok(result(drawn, size.is_some(), vm))
}

/// Gives a class a method for each distribution that it does not define itself.
pub fn add_distributions<S: Source>(vm: &VirtualMachine) {
    let class: &'static rustpython_vm::Py<PyType> = S::class(&vm.ctx);
    for row in DISTRIBUTIONS {
        let name = vm.ctx.intern_str(row.name);
        if class.get_direct_attr(name).is_some() {
            continue;
        }
        let method =
            move |source: PyRef<S>, args: FuncArgs, vm: &VirtualMachine| distribution(&**source, row, args, vm);
        let doc = ItemDoc::static_text(Box::leak(help(row).into_boxed_str()));
        let definition = vm.ctx.new_method_def(row.name, method, PyMethodFlags::METHOD, doc);
        class.set_attr(name, definition.build_method(class, vm).into());
    }
}

/// Gives a class methods (names and help) that are written in Python, in `numpy._draws`.
pub fn add_methods<S: Source>(methods: &'static [(&'static str, &'static str)], vm: &VirtualMachine) {
    let class: &'static rustpython_vm::Py<PyType> = S::class(&vm.ctx);
    for &(name, doc) in methods {
        let method = move |source: PyRef<S>, mut args: FuncArgs, vm: &VirtualMachine| -> PyResult {
            let modules = vm.import("numpy._draws", 0)?;
            let function = modules.get_attr("_draws", vm)?.get_attr(name, vm)?;
            args.prepend_arg(source.into());
            function.call(args, vm)
        };
        let definition = vm.ctx.new_method_def(name, method, PyMethodFlags::METHOD, ItemDoc::static_text(doc));
        class.set_attr(vm.ctx.intern_str(name), definition.build_method(class, vm).into());
    }
}

fn help(row: &Distribution) -> String {
    let mut text = format!("{}(", row.name);
    for parameter in row.parameters {
        text += parameter.name;
        if let Some(default) = parameter.default {
            text += &format!("={default:?}");
        }
        text += ", ";
    }
    let name = row.name.replace('_', " ");
    text + &format!(
        "size=None)\n\nNumbers of the distribution `{name}`: one, or an array of the shape `size`. Arrays of\nparameters are broadcast."
    )
}

/// One bound of an integer draw, cut to an integer.
fn bound(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<i128> {
    let integer = match value.try_index_opt(vm) {
        Some(integer) => integer?,
        None => {
            let made = vm.ctx.types.int_type.as_object().call((value.clone(),), vm)?;
            made.try_index(vm)?
        }
    };
    let integer = integer.as_bigint();
    // Far outside every dtype is outside; the engine says of which.
    let far = if integer.is_negative() { -(1 << 100) } else { 1 << 100 };
    Ok(integer.to_i128().filter(|value| value.abs() < 1 << 100).unwrap_or(far))
}

/// The bounds of integer draws; of objects and text, what `int` makes of each.
fn bounds_of(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<random::Bounds> {
    let array = array_of(value, None, vm)?;
    if array.dtype().is_number() {
        return Ok(random::Bounds::from(&array));
    }
    let deltas = array.deltas();
    let values = deltas.into_iter().map(|delta| bound(&scalar::item(&array, delta, vm), vm));
    let values = values.collect::<PyResult<Vec<_>>>()?;
    Ok(random::Bounds::new(array.shape(), values).expect("one value for each place"))
}

/// What an integer draw was asked for.
pub struct Integers {
    /// `low`, or `high` if that is missing.
    pub low: PyObjectRef,
    /// `high`.
    pub high: Option<PyObjectRef>,
    /// `size`.
    pub size: Option<PyObjectRef>,
    /// `dtype`.
    pub dtype: Option<PyObjectRef>,
    /// Whether `high` itself may be drawn.
    pub closed: bool,
    /// Whether the default dtype is Python's `int`, so that a single value is one.
    pub plain: bool,
}

const NON_NATIVE: &str = "Providing a dtype with a non-native byteorder is not supported. If you require \
                          platform-independent byteorder, call byteswap when required.";

/// `randint` and `integers`.
pub fn integers<S: Source>(source: &S, asked: Integers, vm: &VirtualMachine) -> PyResult {
    let types = &vm.ctx.types;
    let is_plain = |class: &PyObjectRef| class.is(types.int_type) || class.is(types.bool_type);
    let plain = asked.dtype.as_ref().map_or(asked.plain, is_plain);
    let dtype = match &asked.dtype {
        Some(dtype) => dtype::parse(dtype, vm)?,
        None => DType::Int64,
    };
    if dtype != dtype.native() {
        if S::METHOD == Method::Lemire {
            return Err(vm.new_value_error(NON_NATIVE));
        }
        let later = format!("{NON_NATIVE}\nIn future version, providing byteorder will raise a ValueError");
        errors::warn(vm.ctx.exceptions.deprecation_warning, &later, vm)?;
    }
    let dtype = dtype.native();
    let size = size_of(asked.size, vm)?;
    let (low, high) = match args::present(asked.high, vm) {
        Some(high) => (asked.low, high),
        None => (vm.ctx.new_int(0).into(), asked.low),
    };
    if is_many(&low, vm) || is_many(&high, vm) {
        let (lows, highs) = (bounds_of(&low, vm)?, bounds_of(&high, vm)?);
        let drawn = source.with(|stream| {
            random::integers_between(stream, S::METHOD, (&lows, &highs), asked.closed, dtype, size.as_deref())
        });
        return Ok(wrap(drawn.or_raise(vm)?, vm));
    }
    let bounds = (bound(&low, vm)?, bound(&high, vm)?);
    if let Some(shape) = size {
        let drawn = source.with(|stream| random::integers(stream, S::METHOD, bounds, asked.closed, dtype, &shape));
        return Ok(wrap(drawn.or_raise(vm)?, vm));
    }
    let drawn = source.with(|stream| random::integer(stream, S::METHOD, bounds, asked.closed, dtype)).or_raise(vm)?;
    Ok(if plain { scalar::python_number(drawn, vm) } else { scalar::object(drawn, dtype, vm) })
}

/// `bytes(length)`: random bytes.
pub fn bytes<S: Source>(source: &S, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    const SIGNATURE: Signature<1> = Signature::compiled("bytes", ["length"], 1);
    let [length] = SIGNATURE.bind(args, vm)?;
    let length = usize::try_from(args::to_isize(&required(length), vm)?)
        .map_err(|_| vm.new_value_error("negative dimensions are not allowed"))?;
    // NumPy draws a word even for no bytes.
    let words = length.saturating_sub(1) / 4 + 1;
    let drawn = source.with(|stream| random::filled(&[words], || stream.next_u32())).or_raise(vm)?;
    let mut bytes = drawn.to_bytes().or_raise(vm)?;
    bytes.truncate(length);
    Ok(vm.ctx.new_bytes(bytes).into())
}

/// Where a draw of floats goes: `size`, `dtype` and `out` of `Generator`'s methods.
pub struct Target {
    /// `float32` or `float64`.
    pub dtype: DType,
    out: Option<PyObjectRef>,
    size: Option<Shape>,
}

impl Target {
    /// Checks the three arguments; `function` is named in errors.
    pub fn new(
        function: &str,
        size: Option<PyObjectRef>,
        dtype: Option<PyObjectRef>,
        out: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<Self> {
        let dtype = dtype::parse_optional(dtype, vm)?.unwrap_or(DType::Float64);
        if !matches!(dtype, DType::Float32 | DType::Float64) {
            return Err(vm.new_type_error(format!("Unsupported dtype dtype({}) for {function}", dtype.repr())));
        }
        let size = size_of(size, vm)?;
        let out = args::present(out, vm);
        if let Some(out) = &out {
            let array = out.downcast_ref::<PyNdArray>().map(|array| array.array());
            // Parameters that are arrays are broadcast, which takes C's order.
            let of_parameters = function == "standard_gamma";
            let usable = |array: &Array| {
                let contiguous = array.is_c_contiguous() || !of_parameters && array.is_f_contiguous();
                contiguous && array.is_writeable() && array.is_aligned()
            };
            let Some(array) = array.filter(usable) else {
                let order = if of_parameters { "C-contiguous" } else { "contiguous" };
                return Err(vm.new_value_error(format!(
                    "Supplied output array must be {order}, writable, aligned, and in machine byte-order."
                )));
            };
            if array.dtype() != dtype {
                return Err(vm.new_type_error(format!(
                    "Supplied output array has the wrong type. Expected {dtype}, got {}",
                    array.dtype()
                )));
            }
            if size.as_deref().is_some_and(|size| size != array.shape()) {
                return Err(vm.new_value_error("size must match out.shape when used together"));
            }
        }
        Ok(Self { dtype, out, size })
    }

    /// The shape to draw; `None` for a single value. An `out` in Fortran's order is drawn in memory's order.
    pub fn shape(&self) -> Option<Shape> {
        match self.array() {
            Some(array) if array.is_c_contiguous() => Some(Shape::from_slice(array.shape())),
            Some(array) => Some(Shape::from_slice(array.reversed_axes().shape())),
            None => self.size.clone(),
        }
    }

    /// What the method returns for these numbers.
    pub fn give(self, drawn: Array, vm: &VirtualMachine) -> PyResult {
        let (Some(out), Some(array)) = (&self.out, self.array()) else {
            return Ok(result(drawn, self.size.is_some(), vm));
        };
        let memory = if array.is_c_contiguous() { array } else { array.reversed_axes() };
        memory.assign(&drawn).or_raise(vm)?;
        Ok(out.clone())
    }

    fn array(&self) -> Option<Array> {
        self.out.as_ref()?.downcast_ref::<PyNdArray>().map(|array| array.array())
    }
}
