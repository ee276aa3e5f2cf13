//! Text of arrays under the session's print options, and the functions that change those.

use std::cell::RefCell;

use rustpython_vm::builtins::{PyDictRef, PyStr};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::args::{self, Signature};
use super::errors::{self, OrRaise};
use super::settings;
use super::{convert, scalar};
use crate::nd::format::{self, FloatLayout, FloatMode, Frame, Legacy, PrintOptions, Sign, Trim};
use crate::nd::{Array, DType, Kind};

/// `repr(array)`; `class` is the name in front.
pub fn repr(array: &Array, class: &str, vm: &VirtualMachine) -> PyResult<String> {
    let settings = settings::current();
    let options = settings.print.borrow().clone();
    if options.legacy == Legacy::V1_13 && is_item(array) {
        let text = scalar::item(array, 0, vm).repr(vm)?;
        return Ok(format::repr_around(array, class, &options, &text.to_string_lossy()));
    }
    if array.dtype() != DType::Object && settings.formatter.borrow().is_none() {
        return Ok(format::array_repr_as(array, class, &options));
    }
    let text = once(array, || elements(array, &options, None, &[", ", &format!("{class}("), ")"], vm))?;
    Ok(format::repr_around(array, class, &options, &text))
}

thread_local! {
    /// The arrays that are being written, by where they lie.
    static WRITING: RefCell<Vec<(usize, usize)>> = const { RefCell::new(Vec::new()) };
}

/// What `write` makes of an array, or dots within the text of the array itself: objects may hold what holds them.
fn once(array: &Array, write: impl FnOnce() -> PyResult<String>) -> PyResult<String> {
    if array.dtype() != DType::Object {
        return write();
    }
    let place = (array.buffer().address(), array.offset());
    if WRITING.with_borrow(|writing| writing.contains(&place)) {
        return Ok("...".into());
    }
    WRITING.with_borrow_mut(|writing| writing.push(place));
    let text = write();
    WRITING.with_borrow_mut(Vec::pop);
    text
}

/// `str(array)`.
pub fn text(array: &Array, vm: &VirtualMachine) -> PyResult<String> {
    let settings = settings::current();
    let options = settings.print.borrow().clone();
    let objects = array.dtype() == DType::Object;
    if options.legacy == Legacy::V1_13 && is_item(array) {
        return Ok(scalar::item(array, 0, vm).str(vm)?.to_string_lossy().into_owned());
    }
    if (objects || array.dtype().kind() == Kind::Text) && array.ndim() == 0 {
        return Ok(scalar::item(array, 0, vm).str(vm)?.to_string_lossy().into_owned());
    }
    if array.ndim() == 0 && array.dtype().kind() == Kind::Bytes {
        return Ok(scalar::element(array, 0, vm).repr(vm)?.to_string_lossy().into_owned());
    }
    if array.ndim() == 0 && array.dtype().kind() == Kind::Span {
        return Ok(scalar::element(array, 0, vm).str(vm)?.to_string_lossy().into_owned());
    }
    if array.ndim() == 0 || !objects && settings.formatter.borrow().is_none() {
        return Ok(format::array_str(array, &options));
    }
    once(array, || elements(array, &options, None, &[" ", "", ""], vm))
}

/// Whether NumPy 1.13 printed the array as Python's own value.
fn is_item(array: &Array) -> bool {
    array.ndim() == 0 && !matches!(array.dtype(), DType::Record(_))
}

/// The brackets and elements of an object array: their own `repr` may raise.
fn objects_text(
    array: &Array,
    options: &PrintOptions,
    separator: &str,
    prefix: &str,
    suffix: &str,
    vm: &VirtualMachine,
) -> PyResult<String> {
    if array.size() == 0 {
        return Ok("[]".to_owned());
    }
    let edgeitems = (array.size() > options.threshold).then_some(options.edgeitems);
    let frame = Frame::new(options, edgeitems, [separator, prefix, suffix]);
    format::lay_out(array.shape(), &frame, &mut |index| crate::nd::object::element_text(array, index)).or_raise(vm)
}

/// The current options as `numpy.get_printoptions` gives them.
pub fn options_dict(vm: &VirtualMachine) -> PyResult<PyDictRef> {
    let settings = settings::current();
    let options = settings.print.borrow();
    let dict = vm.ctx.new_dict();
    let precision = match options.precision {
        Some(digits) => vm.ctx.new_int(digits).into(),
        None => vm.ctx.none(),
    };
    let entries: [(&str, PyObjectRef); 12] = [
        ("edgeitems", vm.ctx.new_int(options.edgeitems).into()),
        ("threshold", vm.ctx.new_int(options.threshold).into()),
        ("floatmode", vm.ctx.new_str(options.floatmode.name()).into()),
        ("precision", precision),
        ("suppress", vm.ctx.new_bool(options.suppress).into()),
        ("linewidth", vm.ctx.new_int(options.linewidth).into()),
        ("nanstr", vm.ctx.new_str(options.nanstr.as_str()).into()),
        ("infstr", vm.ctx.new_str(options.infstr.as_str()).into()),
        ("sign", vm.ctx.new_str(options.sign.symbol()).into()),
        ("formatter", settings.formatter.borrow().clone().unwrap_or_else(|| vm.ctx.none())),
        (
            "legacy",
            options.legacy.name().map_or_else(|| vm.ctx.new_bool(false).into(), |name| vm.ctx.new_str(name).into()),
        ),
        ("override_repr", settings.override_repr.borrow().clone().unwrap_or_else(|| vm.ctx.none())),
    ];
    for (name, value) in entries {
        dict.set_item(name, value, vm)?;
    }
    Ok(dict)
}

const LEGACY_MODES: &str =
    "legacy printing option can currently only be '1.13', '1.21', '1.25', '2.1', '2.2' or `False`";

const OPTIONS: [&str; 12] = [
    "precision",
    "threshold",
    "edgeitems",
    "linewidth",
    "suppress",
    "nanstr",
    "infstr",
    "formatter",
    "sign",
    "floatmode",
    "legacy",
    "override_repr",
];

/// `numpy.set_printoptions`: changes the options that are given.
pub fn set_options(args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    const SIGNATURE: Signature<12> = Signature::new("set_printoptions", OPTIONS, 0);
    let given = SIGNATURE.bind(args, vm)?;
    let settings = settings::current();
    let formatter = args::present(given[7].clone(), vm);
    let override_repr = args::present(given[11].clone(), vm);
    let changed = changed(&settings.print.borrow(), given, vm)?;
    *settings.print.borrow_mut() = match changed.legacy {
        Legacy::V1_13 => PrintOptions { sign: Sign::Minus, ..changed },
        _ => changed,
    };
    // As in NumPy, these two last until the next call that gives none.
    *settings.formatter.borrow_mut() = formatter;
    *settings.override_repr.borrow_mut() = override_repr;
    Ok(())
}

fn changed(from: &PrintOptions, given: [Option<PyObjectRef>; 12], vm: &VirtualMachine) -> PyResult<PrintOptions> {
    let [precision, threshold, edgeitems, linewidth, suppress, nanstr, infstr, _, sign, floatmode, legacy, _] = given;
    let mut options = from.clone();
    let count = |value: PyObjectRef, name: &str| {
        let number = args::to_isize(&value, vm)?;
        usize::try_from(number).map_err(|_| vm.new_value_error(format!("{name} must be non-negative, got {number}")))
    };
    if let Some(precision) = args::present(precision, vm) {
        if precision.try_index_opt(vm).is_none() {
            return Err(vm.new_type_error("precision must be an integer"));
        }
        options.precision = Some(count(precision, "precision")?);
    }
    if let Some(threshold) = args::present(threshold, vm) {
        options.threshold = if threshold.try_index_opt(vm).is_some() {
            count(threshold, "threshold")?
        } else {
            match threshold.try_float_opt(vm) {
                Some(value) => threshold_of(value?.to_f64(), vm)?,
                None => return Err(vm.new_type_error("threshold must be numeric")),
            }
        };
    }
    if let Some(edgeitems) = args::present(edgeitems, vm) {
        options.edgeitems = count(edgeitems, "edgeitems")?;
    }
    if let Some(linewidth) = args::present(linewidth, vm) {
        options.linewidth = if linewidth.try_index_opt(vm).is_some() {
            count(linewidth, "linewidth")?
        } else {
            threshold_of(linewidth.try_float(vm)?.to_f64(), vm)?
        };
    }
    if let Some(suppress) = args::present(suppress, vm) {
        options.suppress = suppress.try_to_bool(vm)?;
    }
    if let Some(text) = args::present(nanstr, vm) {
        options.nanstr = args::text(Some(text), "", "nanstr", vm)?;
    }
    if let Some(text) = args::present(infstr, vm) {
        options.infstr = args::text(Some(text), "", "infstr", vm)?;
    }
    if let Some(text) = args::present(sign, vm) {
        let text = args::text(Some(text), "", "sign", vm)?;
        options.sign = Sign::from_symbol(&text)
            .ok_or_else(|| vm.new_value_error("sign option must be one of ' ', '+', or '-'"))?;
    }
    if let Some(text) = args::present(floatmode, vm) {
        let text = args::text(Some(text), "", "floatmode", vm)?;
        options.floatmode = FloatMode::from_name(&text).ok_or_else(|| {
            vm.new_value_error("floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\"")
        })?;
    }
    if let Some(legacy) = args::present(legacy, vm) {
        let text = legacy.downcast_ref::<PyStr>().map(|text| text.to_string_lossy().into_owned());
        match text.as_deref().and_then(Legacy::from_name) {
            Some(mode) => options.legacy = mode,
            None if legacy.is(&vm.ctx.false_value) => options.legacy = Legacy::Off,
            None => errors::warn(vm.ctx.exceptions.user_warning, LEGACY_MODES, vm)?,
        }
    }
    if options.floatmode == FloatMode::Fixed && options.precision.is_none() {
        return Err(vm.new_type_error("precision must be int"));
    }
    Ok(options)
}

fn threshold_of(value: f64, vm: &VirtualMachine) -> PyResult<usize> {
    if value.is_nan() {
        return Err(vm.new_value_error("threshold must be non-NAN, try sys.maxsize for untruncated representation"));
    }
    Ok(value as usize)
}

/// `numpy.array2string`.
pub fn array2string(args: FuncArgs, vm: &VirtualMachine) -> PyResult<String> {
    const SIGNATURE: Signature<13> = Signature::new(
        "array2string",
        [
            "a",
            "max_line_width",
            "precision",
            "suppress_small",
            "separator",
            "prefix",
            "formatter",
            "threshold",
            "edgeitems",
            "sign",
            "floatmode",
            "suffix",
            "legacy",
        ],
        1,
    );
    let [
        array,
        width,
        precision,
        suppress,
        separator,
        prefix,
        formatter,
        threshold,
        edgeitems,
        sign,
        floatmode,
        suffix,
        legacy,
    ] = SIGNATURE.bind(args, vm)?;
    let array = convert::array_of(&args::required(array), None, vm)?;
    let keep = |value| args::present(value, vm);
    let given = [
        keep(precision),
        keep(threshold),
        keep(edgeitems),
        keep(width),
        keep(suppress),
        None,
        None,
        None,
        keep(sign),
        keep(floatmode),
        keep(legacy),
        None,
    ];
    let options = changed(&settings::current().print.borrow(), given, vm)?;
    if options.legacy == Legacy::V1_13 && is_item(&array) {
        return Ok(scalar::item(&array, 0, vm).repr(vm)?.to_string_lossy().into_owned());
    }
    let separator = args::text(separator, " ", "separator", vm)?;
    let prefix = args::text(prefix, "", "prefix", vm)?;
    let suffix = args::text(suffix, "", "suffix", vm)?;
    elements(&array, &options, args::present(formatter, vm), &[&separator, &prefix, &suffix], vm)
}

/// The text of the elements, by a `formatter=` if there is one for them: the one given, else the session's.
fn elements(
    array: &Array,
    options: &PrintOptions,
    formatter: Option<PyObjectRef>,
    [separator, prefix, suffix]: &[&str; 3],
    vm: &VirtualMachine,
) -> PyResult<String> {
    let formatter = formatter.or_else(|| settings::current().formatter.borrow().clone());
    let function = match formatter {
        Some(formatter) => formatter_for(array, &formatter, vm)?,
        None => None,
    };
    let Some(function) = function else {
        return match array.dtype() {
            DType::Object => objects_text(array, options, separator, prefix, suffix, vm),
            _ => Ok(format::array2string(array, options, separator, prefix, suffix)),
        };
    };
    if array.size() == 0 {
        return Ok("[]".to_owned());
    }
    let edgeitems = (array.size() > options.threshold).then_some(options.edgeitems);
    let frame = Frame::new(options, edgeitems, [separator, prefix, suffix]);
    format::lay_out(array.shape(), &frame, &mut |index| {
        let delta = index.iter().zip(array.strides()).map(|(&at, &step)| at as isize * step).sum();
        let element = scalar::element(array, delta, vm);
        let text = function.call((element,), vm)?;
        args::text(Some(text), "", "a formatter's result", vm)
    })
}

const POSITIONAL: [&str; 9] =
    ["x", "precision", "unique", "fractional", "trim", "sign", "pad_left", "pad_right", "min_digits"];
const SCIENTIFIC: [&str; 8] = ["x", "precision", "unique", "trim", "sign", "pad_left", "exp_digits", "min_digits"];

/// `numpy.format_float_positional`.
pub fn format_float_positional(args: FuncArgs, vm: &VirtualMachine) -> PyResult<String> {
    let signature = Signature::new("format_float_positional", POSITIONAL, 1);
    let [x, precision, unique, fractional, trim, sign, left, right, least] = signature.bind(args, vm)?;
    let mut layout = float_layout([precision, unique, trim, sign, left, least], vm)?;
    layout.fractional = args::truth(fractional, true, vm)?;
    if !layout.fractional && layout.precision == Some(0) {
        return Err(vm.new_value_error("precision must be greater than 0 if fractional=False"));
    }
    layout.pad_right = count(right, "pad_right", vm)?;
    let x = args::required(x);
    Ok(match one_float(&x, vm)? {
        (value, DType::Float16) => format::positional(half::f16::from_f64(value), &layout),
        (value, DType::Float32) => format::positional(value as f32, &layout),
        (value, _) => format::positional(value, &layout),
    })
}

/// `numpy.format_float_scientific`.
pub fn format_float_scientific(args: FuncArgs, vm: &VirtualMachine) -> PyResult<String> {
    let signature = Signature::new("format_float_scientific", SCIENTIFIC, 1);
    let [x, precision, unique, trim, sign, left, exponent, least] = signature.bind(args, vm)?;
    let mut layout = float_layout([precision, unique, trim, sign, left, least], vm)?;
    layout.exp_digits = count(exponent, "exp_digits", vm)?;
    let x = args::required(x);
    Ok(match one_float(&x, vm)? {
        (value, DType::Float16) => format::scientific(half::f16::from_f64(value), &layout),
        (value, DType::Float32) => format::scientific(value as f32, &layout),
        (value, _) => format::scientific(value, &layout),
    })
}

/// A count that may be missing, `None` or -1.
fn count(value: Option<PyObjectRef>, name: &str, vm: &VirtualMachine) -> PyResult<Option<usize>> {
    match args::integer(value, -1, vm)? {
        -1 => Ok(None),
        given => usize::try_from(given).map(Some).map_err(|_| vm.new_value_error(format!("{name} must be >= 0"))),
    }
}

fn float_layout(
    [precision, unique, trim, sign, left, least]: [Option<PyObjectRef>; 6],
    vm: &VirtualMachine,
) -> PyResult<FloatLayout> {
    let layout = FloatLayout {
        unique: args::truth(unique, true, vm)?,
        precision: count(precision, "precision", vm)?,
        min_digits: count(least, "min_digits", vm)?,
        sign: args::truth(sign, false, vm)?,
        pad_left: count(left, "pad_left", vm)?.unwrap_or(0),
        trim: match args::text(trim, "k", "trim", vm)?.as_str() {
            "k" => Trim::Keep,
            "." => Trim::Zeros,
            "0" => Trim::LeaveOneZero,
            "-" => Trim::ZerosAndPoint,
            _ => return Err(vm.new_type_error("if supplied, trim must be 'k', '.', '0' or '-' found `None`")),
        },
        ..FloatLayout::default()
    };
    if !layout.unique && layout.precision.is_none() {
        return Err(vm.new_type_error("in non-unique mode `precision` must be supplied"));
    }
    if let (Some(precision @ 1..), Some(least)) = (layout.precision, layout.min_digits)
        && least > precision
    {
        return Err(vm.new_value_error("min_digits must be less than or equal to precision"));
    }
    Ok(layout)
}

/// The value of a float, and the dtype whose digits tell it apart.
fn one_float(x: &PyObjectRef, vm: &VirtualMachine) -> PyResult<(f64, DType)> {
    Ok((x.try_float(vm)?.to_f64(), convert::array_of(x, None, vm)?.dtype()))
}

/// The function of a `formatter=` dict that is responsible for the array's dtype.
fn formatter_for(array: &Array, formatter: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    use crate::nd::Kind;
    let names: &[&str] = match array.dtype().kind() {
        Kind::Bool => &["bool", "all"],
        Kind::Signed | Kind::Unsigned => &["int", "int_kind", "all"],
        Kind::Float => &["float", "float_kind", "all"],
        Kind::Complex => &["complexfloat", "complex_kind", "all"],
        Kind::Str | Kind::Bytes => &["numpystr", "str_kind", "all"],
        Kind::Object | Kind::Text => &["object", "all"],
        Kind::Date => &["datetime", "all"],
        Kind::Span => &["timedelta", "all"],
        Kind::Void => &["void", "all"],
    };
    for name in names {
        if let Ok(function) = formatter.get_item(*name, vm)
            && !vm.is_none(&function)
        {
            return Ok(Some(function));
        }
    }
    Ok(None)
}
