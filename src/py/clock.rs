//! The functions of Python's `time` that tell or spend time, on the host's clocks.
//!
//! The interpreter's own ask the operating system, which a browser does not have. Where there is a C library, it
//! does the calendar (localtime, strftime); in a browser `civil_time.py` does, in the host's zone.

use super::outside;
use rustpython_vm::builtins::PyFloat;
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};
use std::time::Duration;

/// Puts our functions in the module `time`.
pub fn install(vm: &VirtualMachine) -> PyResult<()> {
    let time = vm.import("time", 0)?;
    let now = || outside::host().now();
    let ticks = || outside::host().monotonic();
    for name in ["monotonic", "perf_counter", "process_time", "thread_time"] {
        time.set_attr(name, vm.new_function(name, move || ticks().as_secs_f64()), vm)?;
    }
    for name in ["monotonic_ns", "perf_counter_ns", "process_time_ns", "thread_time_ns"] {
        time.set_attr(name, vm.new_function(name, move || nanoseconds(ticks())), vm)?;
    }
    time.set_attr("time", vm.new_function("time", move || now().as_secs_f64()), vm)?;
    time.set_attr("time_ns", vm.new_function("time_ns", move || nanoseconds(now())), vm)?;
    time.set_attr("sleep", vm.new_function("sleep", sleep), vm)?;
    if cfg!(target_arch = "wasm32") { calendar(&time, vm) } else { Ok(()) }
}

fn calendar(time: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let civil = vm.import("_civil_time", 0)?;
    let east = |instant: i64| outside::host().east(instant);
    let zone = |instant: i64| outside::host().zone(instant);
    civil.set_attr("_east", vm.new_function("_east", east), vm)?;
    civil.set_attr("_zone", vm.new_function("_zone", zone), vm)?;
    for name in ["gmtime", "localtime", "mktime", "asctime", "ctime", "strftime", "__getattr__"] {
        time.set_attr(name, civil.get_attr(name, vm)?, vm)?;
    }
    Ok(())
}

fn nanoseconds(length: Duration) -> u64 {
    u64::try_from(length.as_nanos()).unwrap_or(u64::MAX)
}

fn sleep(length: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let seconds = match length.downcast_ref::<PyFloat>() {
        Some(float) => float.to_f64(),
        None => match length.try_index_opt(vm) {
            Some(int) => int?.try_to_primitive::<i64>(vm)? as f64,
            None => {
                let kind = length.class().name().to_string();
                let message = format!("'{kind}' object cannot be interpreted as an integer or float");
                return Err(vm.new_type_error(message));
            }
        },
    };
    if seconds.is_nan() {
        return Err(vm.new_value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(vm.new_value_error("sleep length must be non-negative"));
    }
    let length = Duration::try_from_secs_f64(seconds)
        .map_err(|_| vm.new_overflow_error("timestamp too large to convert to C PyTime_t"))?;
    super::stdio::flush();
    outside::host().sleep(length);
    Ok(())
}
