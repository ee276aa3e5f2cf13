//! `_tracemalloc`: what the standard `tracemalloc` asks its interpreter. It counts the memory of
//! arrays, which is what a lesson on copies wants to see; not that of other objects, and it keeps no
//! tracebacks of allocations.

use crate::nd::usage;
use std::cell::Cell;

pub(super) use _tracemalloc::module_def;

thread_local! {
    /// Bytes that were held when tracing began; none: not tracing.
    static BASE: Cell<Option<usize>> = const { Cell::new(None) };
}

#[rustpython_vm::pymodule]
mod _tracemalloc {
    use super::{BASE, usage};
    use rustpython_vm::function::OptionalArg;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    /// Start counting the memory of arrays.
    #[pyfunction]
    fn start(frames: OptionalArg<i64>, vm: &VirtualMachine) -> PyResult<()> {
        if !(1..=65_535).contains(&frames.unwrap_or(1)) {
            return Err(vm.new_value_error("the number of frames must be in range [1; 65535]"));
        }
        if BASE.get().is_none() {
            usage::reset_peak();
            BASE.set(Some(usage::usage().bytes));
        }
        Ok(())
    }

    /// Stop counting.
    #[pyfunction]
    fn stop() {
        BASE.set(None);
    }

    /// True while memory is being counted.
    #[pyfunction]
    fn is_tracing() -> bool {
        BASE.get().is_some()
    }

    /// Bytes of arrays made since start(): now, and at most. (0, 0) when not tracing.
    #[pyfunction]
    fn get_traced_memory() -> (usize, usize) {
        let held = usage::usage();
        BASE.get().map_or((0, 0), |base| (held.bytes.saturating_sub(base), held.peak_bytes.saturating_sub(base)))
    }

    /// Let the peak start again from what is held now.
    #[pyfunction]
    fn reset_peak() {
        usage::reset_peak();
    }

    /// Forget what was counted.
    #[pyfunction]
    fn clear_traces() {
        usage::reset_peak();
        if BASE.get().is_some() {
            BASE.set(Some(usage::usage().bytes));
        }
    }

    /// Frames kept for each allocation: none is kept here, and 1 is the smallest limit.
    #[pyfunction]
    fn get_traceback_limit() -> usize {
        1
    }

    /// Bytes that the counting itself takes.
    #[pyfunction]
    fn get_tracemalloc_memory() -> usize {
        0
    }

    #[pyfunction]
    fn _get_object_traceback(_object: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.none()
    }

    #[pyfunction]
    fn _get_traces(vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.new_list(Vec::new()).into()
    }
}
