//! Dates and spans between Python and the engine: `np.datetime64(…)`, what `item()` gives, `arange` of dates.

use rustpython_vm::builtins::{PyBytes, PyStr, PyTuple, PyTypeRef};
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::args::{self, Signature};
use super::array::wrap_result;
use super::errors::OrRaise;
use super::{convert, scalar};
use crate::nd::time::{self, NAT, TimeUnit, Unit, unit::civil};
use crate::nd::ufunc::try_promote;
use crate::nd::{Array, DType, Order, Scalar};

/// Seconds since 1970, as the session's clock has it.
fn now(vm: &VirtualMachine) -> i64 {
    let asked = vm.import("time", 0).and_then(|module| module.get_attr("time", vm)).and_then(|time| time.call((), vm));
    asked.and_then(|now| now.try_float(vm)).map_or(0, |now| now.to_f64() as i64)
}

/// `np.datetime64(value, unit)` and `np.timedelta64(value, unit)`.
pub fn construct(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    const SIGNATURE: Signature<2> = Signature::new("datetime64", ["value", "unit"], 0);
    let [value, unit] = SIGNATURE.bind(args, vm)?;
    let unit = args::present(unit, vm).map_or(Ok(TimeUnit::GENERIC), |unit| unit_of(&unit, vm))?;
    let dates = scalar::dtype_of_class(&class).is_none_or(|dtype| matches!(dtype, DType::Datetime(_)));
    let dtype = if dates { DType::Datetime(unit) } else { DType::Timedelta(unit) };
    let Some(value) = value else { return Ok(scalar::object(Scalar::Time(if dates { NAT } else { 0 }), dtype, vm)) };
    Ok(wrap_result(convert::array_of(&value, Some(dtype), vm)?, vm))
}

/// `'D'`, `'25s'` or `('s', 25)`.
fn unit_of(value: &PyObject, vm: &VirtualMachine) -> PyResult<TimeUnit> {
    let (code, count) = match value.downcast_ref::<PyTuple>().map(|pair| pair.as_slice()) {
        Some([code, count, ..]) => (code.str(vm)?, args::to_isize(count, vm)?),
        _ => (value.str(vm)?, 1),
    };
    let code = match value.downcast_ref::<PyBytes>() {
        Some(bytes) => String::from_utf8_lossy(bytes.as_bytes()).into_owned(),
        None => code.to_string_lossy().into_owned(),
    };
    let bare = code.strip_prefix('[').and_then(|code| code.strip_suffix(']')).unwrap_or(&code);
    let unit = TimeUnit::parse(bare)
        .ok_or_else(|| vm.new_type_error(format!("Invalid datetime unit \"{code}\" in metadata")))?;
    let count = u32::try_from(count).ok().filter(|&count| count > 0).unwrap_or(1);
    Ok(TimeUnit { unit: unit.unit, count: unit.count * count })
}

/// The array of dates or spans that objects make: texts, dates and spans of Python's `datetime`, numbers, `None`.
pub fn array(shape: &[usize], leaves: &[PyObjectRef], dtype: DType, vm: &VirtualMachine) -> PyResult<Array> {
    let ones = leaves.iter().map(|leaf| one(leaf, dtype, vm)).collect::<PyResult<Vec<_>>>()?;
    let wanted = time::unit_of(dtype).filter(|unit| unit.unit != Unit::Generic);
    let dtype = match wanted {
        Some(_) => dtype,
        None => {
            let common = convert::common_dtype(ones.iter().map(Array::dtype), vm)?;
            common.filter(|&common| time::is_time(common)).unwrap_or(dtype)
        }
    };
    let made = Array::zeros(shape, dtype, Order::C).or_raise(vm)?;
    for (at, one) in ones.iter().enumerate() {
        let element = made.element((at * made.itemsize()) as isize);
        if let (Some(from), Some(to), DType::Timedelta(_)) = (time::unit_of(one.dtype()), wanted, dtype)
            && !from.is_alike(to, true)
        {
            return Err(vm.new_type_error(format!(
                "Cannot cast NumPy timedelta64 scalar from metadata [{from}] to [{to}] according to the rule 'same_kind'"
            )));
        }
        element.assign(one).or_raise(vm)?;
    }
    Ok(made)
}

/// One element.
fn one(leaf: &PyObject, dtype: DType, vm: &VirtualMachine) -> PyResult<Array> {
    let generic = time::unit_of(dtype).is_some_and(|unit| unit.unit == Unit::Generic);
    if vm.is_none(leaf) {
        return Ok(Array::scalar(Scalar::Time(NAT), dtype));
    }
    if let Some(text) = leaf.downcast_ref::<PyStr>() {
        let texts = vec![text.to_string_lossy().into_owned()];
        return dates_of(texts, dtype, vm);
    }
    if let Some(bytes) = leaf.downcast_ref::<PyBytes>() {
        return dates_of(vec![String::from_utf8_lossy(bytes.as_bytes()).into_owned()], dtype, vm);
    }
    if convert::is_too_large(leaf, vm) && !(generic && matches!(dtype, DType::Datetime(_))) {
        return Err(vm.new_overflow_error("int too big to convert"));
    }
    if convert::is_too_large(leaf, vm) {
        return Err(vm.new_value_error("Converting an integer to a NumPy datetime requires a specified unit"));
    }
    if let Some(number) = convert::number_of(leaf, vm)? {
        return match (number.value, dtype) {
            (Scalar::Time(_), _) => Ok(Array::scalar(number.value, number.dtype)),
            (Scalar::Int(_) | Scalar::UInt(_) | Scalar::Bool(_), DType::Datetime(_)) if generic && number.weak => {
                Err(vm.new_value_error("Converting an integer to a NumPy datetime requires a specified unit"))
            }
            (Scalar::UInt(value), _) if number.weak && i64::try_from(value).is_err() => {
                Err(vm.new_overflow_error("int too big to convert"))
            }
            (Scalar::Int(_) | Scalar::UInt(_) | Scalar::Bool(_), _) if !generic || number.weak => {
                Ok(Array::scalar(number.value, dtype))
            }
            // A NumPy scalar is cast, as an array of it is.
            _ if !number.weak => {
                Array::scalar(number.value, number.dtype).astype(dtype, crate::nd::Order::C).or_raise(vm)
            }
            (_, DType::Datetime(_)) => Err(vm.new_value_error("Could not convert object to NumPy datetime")),
            _ => Err(vm.new_value_error("Could not convert object to NumPy timedelta")),
        };
    }
    let attribute = |name: &'static str| vm.get_attribute_opt(leaf, vm.ctx.intern_str(name));
    if let (DType::Datetime(unit), Some(iso)) = (dtype, attribute("isoformat")?) {
        let text = iso.call((), vm)?.str(vm)?.to_string_lossy().into_owned();
        let own = if attribute("hour")?.is_some() { Unit::Microsecond } else { Unit::Day };
        let own = if generic { TimeUnit::one(own) } else { unit };
        return dates_of(vec![text], DType::Datetime(own), vm);
    }
    if let (DType::Timedelta(_), Some(days), Some(seconds), Some(microseconds)) =
        (dtype, attribute("days")?, attribute("seconds")?, attribute("microseconds")?)
    {
        let [days, seconds, rest] = [days, seconds, microseconds].map(|part| args::to_isize(&part, vm));
        let total = (days? as i64).wrapping_mul(86_400).wrapping_add(seconds? as i64);
        let total = total.wrapping_mul(1_000_000).wrapping_add(rest? as i64);
        return Ok(Array::scalar(Scalar::Time(total), DType::Timedelta(TimeUnit::one(Unit::Microsecond))));
    }
    Err(vm.new_value_error(match dtype {
        DType::Datetime(_) => "Could not convert object to NumPy datetime",
        _ => "Could not convert object to NumPy timedelta",
    }))
}

/// One text as a date or span, with NumPy's warning where a time zone is lost.
fn dates_of(texts: Vec<String>, dtype: DType, vm: &VirtualMachine) -> PyResult<Array> {
    let made = time::from_texts(&[], &texts, dtype, || now(vm)).or_raise(vm)?;
    if matches!(dtype, DType::Datetime(_)) && texts.iter().any(|text| time::text::names_zone(text)) {
        let message = "no explicit representation of timezones available for np.datetime64";
        super::errors::warn(vm.ctx.exceptions.user_warning, message, vm)?;
    }
    Ok(made)
}

/// The `datetime` object of an element; a number where Python has none as fine or as far, `None` for NaT.
pub fn item(count: i64, dtype: DType, vm: &VirtualMachine) -> PyResult {
    let plain = || vm.ctx.new_int(count).into();
    let Some(unit) = time::unit_of(dtype).filter(|_| count != NAT) else {
        return Ok(if count == NAT { vm.ctx.none() } else { plain() });
    };
    let calendar = matches!(unit.unit, Unit::Year | Unit::Month);
    if unit.unit > Unit::Microsecond || (calendar && matches!(dtype, DType::Timedelta(_))) {
        return Ok(plain());
    }
    let module = vm.import("datetime", 0)?;
    let class = |name: &'static str| module.get_attr(name, vm);
    let fine = TimeUnit::one(Unit::Microsecond);
    if matches!(dtype, DType::Timedelta(_)) {
        let micros = unit.span_in(count, fine);
        let parts = vm.ctx.new_tuple(vec![
            vm.ctx.new_int(micros.div_euclid(86_400_000_000)).into(),
            vm.ctx.new_int(0).into(),
            vm.ctx.new_int(micros.rem_euclid(86_400_000_000)).into(),
        ]);
        return class("timedelta")?.call(FuncArgs::from(parts.as_slice().to_vec()), vm);
    }
    let (year, month, day) = civil(unit.date_wide(count, TimeUnit::one(Unit::Day)));
    if !(1..=9999).contains(&year) {
        return Ok(plain());
    }
    let mut parts: Vec<PyObjectRef> = [year as i64, month, day].map(|part| vm.ctx.new_int(part).into()).to_vec();
    if unit.unit <= Unit::Day {
        return class("date")?.call(FuncArgs::from(parts), vm);
    }
    let micros = unit.date_in(count, fine).rem_euclid(86_400_000_000);
    let seconds = micros / 1_000_000;
    for part in [seconds / 3600, seconds / 60 % 60, seconds % 60, micros % 1_000_000] {
        parts.push(vm.ctx.new_int(part).into());
    }
    class("datetime")?.call(FuncArgs::from(parts), vm)
}

/// Whether it is a date, a time or a span of Python's `datetime`.
pub fn is_pythons(object: &PyObject, vm: &VirtualMachine) -> bool {
    let module = object.class().as_object().get_attr("__module__", vm);
    module.is_ok_and(|module| module.downcast_ref::<PyStr>().is_some_and(|name| name.to_str() == Some("datetime")))
}

/// The hash of a date or a span: that of its `datetime` object, which is equal to it, where there is one.
pub fn hash(count: i64, dtype: DType, vm: &VirtualMachine) -> PyResult<PyHash> {
    let Some(unit) = time::unit_of(dtype).filter(|_| count != NAT) else {
        return vm.ctx.new_int(count).as_object().hash(vm);
    };
    let date = matches!(dtype, DType::Datetime(_));
    if unit.unit == Unit::Generic {
        return if date {
            vm.ctx.new_int(count).as_object().hash(vm)
        } else {
            Err(vm.new_value_error("Can't hash generic timedelta64"))
        };
    }
    let (exact, micro) = if date {
        (unit.moment(count), TimeUnit::one(Unit::Microsecond))
    } else if matches!(unit.unit, Unit::Year | Unit::Month) {
        return vm.ctx.new_int(unit.extent(count)).as_object().hash(vm);
    } else {
        (unit.extent(count), TimeUnit::one(Unit::Microsecond))
    };
    const ATTOSECONDS: i128 = 1_000_000_000_000;
    if exact % ATTOSECONDS == 0
        && let Ok(micros) = i64::try_from(exact / ATTOSECONDS)
        && micros.checked_div(86_400_000_000).is_some_and(|days| days.unsigned_abs() < 999_999_999)
    {
        let dtype = if date { DType::Datetime(micro) } else { DType::Timedelta(micro) };
        return item(micros, dtype, vm)?.hash(vm);
    }
    vm.ctx.new_int(exact).as_object().hash(vm)
}

/// `np.arange` of dates or spans; `None` when no operand is one and none is asked for.
pub fn arange(
    start: Option<&PyObjectRef>,
    stop: &PyObjectRef,
    step: Option<&PyObjectRef>,
    dtype: Option<DType>,
    vm: &VirtualMachine,
) -> PyResult<Option<Array>> {
    let kind = |object: &PyObjectRef| -> PyResult<Option<DType>> {
        let dtype = match object.downcast_ref::<super::array::PyNdArray>() {
            Some(array) => Some(array.borrow().dtype()),
            None => scalar::value_of(object).map(|(_, dtype)| dtype),
        };
        Ok(dtype.filter(|&dtype| time::is_time(dtype)))
    };
    let mut found = dtype.filter(|&dtype| time::is_time(dtype));
    for object in start.into_iter().chain([stop]) {
        found = found.or(kind(object)?);
    }
    let Some(wanted) = found else { return Ok(None) };
    let first = match start {
        Some(start) => start.clone(),
        None if matches!(wanted, DType::Timedelta(_)) => vm.ctx.new_int(0).into(),
        None => return Err(vm.new_value_error("arange requires both a start and a stop for NumPy datetime64 ranges")),
    };
    // A range keeps the unit that is asked for, else the finer of its ends.
    let loose = match (dtype, wanted) {
        (Some(asked), _) => asked,
        (None, DType::Datetime(_)) => DType::Datetime(TimeUnit::GENERIC),
        _ => DType::Timedelta(TimeUnit::GENERIC),
    };
    let first = convert::array_of(&first, Some(loose), vm)?;
    let end = match convert::number_of(stop, vm)? {
        // A plain number ends a range of dates so many steps after its start.
        Some(number) if number.weak && matches!(wanted, DType::Datetime(_)) => {
            let span = Array::scalar(
                number.value,
                DType::Timedelta(time::unit_of(first.dtype()).unwrap_or(TimeUnit::GENERIC)),
            );
            let add = crate::nd::ufunc::find("add").expect("a row of the table");
            let options = crate::nd::ufunc::CallOptions::default();
            let made = crate::nd::ufunc::call(add, &[(&first).into(), (&span).into()], &options).or_raise(vm)?;
            made.0.into_iter().next().unwrap_or(first.clone())
        }
        _ => convert::array_of(stop, Some(loose), vm)?,
    };
    let mut both = try_promote(first.dtype(), end.dtype()).or_raise(vm)?;
    let step = match step {
        None => None,
        Some(step) => {
            let step = convert::array_of(step, None, vm)?;
            if step.dtype().is_inexact() {
                return Err(vm.new_value_error("Could not convert object to NumPy timedelta"));
            }
            if let (Some(step_unit), Some(unit)) = (time::unit_of(step.dtype()), time::unit_of(both)) {
                let unit = if dtype.is_some() { unit } else { unit.common(step_unit, false).or_raise(vm)? };
                both = if matches!(both, DType::Datetime(_)) { DType::Datetime(unit) } else { DType::Timedelta(unit) };
            }
            Some(step)
        }
    };
    let count = |array: &Array, dtype: DType| -> PyResult<i64> {
        let converted = array.astype(dtype, Order::C).or_raise(vm)?;
        if converted.ndim() > 0 {
            return Err(vm.new_type_error("only 0-dimensional arrays can be converted to Python scalars"));
        }
        Ok(if let Scalar::Time(count) = converted.get_at(0) { count } else { NAT })
    };
    let span = DType::Timedelta(time::unit_of(both).unwrap_or(TimeUnit::GENERIC));
    let step = step.map_or(Ok(1), |step| count(&step, span))?;
    time::range(count(&first, both)?, count(&end, both)?, step, both).or_raise(vm).map(Some)
}
