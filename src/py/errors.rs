//! A Python exception as a learner reads it: kind, message, traceback, the place in the cell.
//!
//! The text is made by Python's own `traceback` module, so that it is CPython's; frames of our own
//! start-up code are left out.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyStrRef};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine};

/// Why a piece of code ended early.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The exception's class, for example `ZeroDivisionError`.
    pub kind: String,
    /// The exception as `str` gives it.
    pub message: String,
    /// The whole traceback, ending in a newline.
    pub traceback: String,
    /// Line of the cell where the innermost frame within it stood, from 1.
    pub line: Option<u32>,
    /// Column in that line, from 1.
    pub column: Option<u32>,
    /// The exit status asked for, where the exception is SystemExit.
    pub exit: Option<Exit>,
}

/// What `sys.exit` was called with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// A status; no argument and None mean 0.
    Status(i32),
    /// Anything else is printed to standard error, and the status is 1.
    Message(String),
}

/// Makes the lines of `source` known under `name`, for tracebacks.
pub fn remember(vm: &VirtualMachine, name: &str, source: &str) -> PyResult<()> {
    let boot = vm.import("_stridelab", 0)?;
    vm.call_method(&boot, "remember", (name, source)).map(drop)
}

/// Words `exception`, which ended the run of the piece of code called `cell`.
pub fn describe(vm: &VirtualMachine, exception: PyBaseExceptionRef, cell: &str) -> Failure {
    let exit = exit(vm, &exception);
    let (traceback, line, column) = python_text(vm, &exception, cell).unwrap_or_else(|_| {
        let mut text = String::new();
        let plain = vm.write_exception(&mut text, &exception);
        debug_assert!(plain.is_ok(), "writing to a String succeeds");
        (text, None, None)
    });
    // After the report, which may have corrected the exception's words.
    let kind = exception.class().name().to_string();
    let message = exception
        .as_object()
        .str(vm)
        .map_or_else(|_| "<exception str() failed>".to_owned(), |text| text.to_string_lossy().into_owned());
    Failure { kind, message, traceback, line, column, exit }
}

type Text = (String, Option<u32>, Option<u32>);

fn python_text(vm: &VirtualMachine, exception: &PyBaseExceptionRef, cell: &str) -> PyResult<Text> {
    let boot = vm.import("_stridelab", 0)?;
    let parts = vm.call_method(&boot, "describe", (exception.clone(), cell))?;
    let text = PyStrRef::try_from_object(vm, parts.get_item(&0, vm)?)?.to_string_lossy().into_owned();
    let number = |index: usize| -> PyResult<Option<u32>> {
        let item: PyObjectRef = parts.get_item(&index, vm)?;
        if vm.is_none(&item) { Ok(None) } else { u32::try_from_object(vm, item).map(Some) }
    };
    Ok((text, number(1)?, number(2)?))
}

fn exit(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> Option<Exit> {
    if !exception.fast_isinstance(vm.ctx.exceptions.system_exit) {
        return None;
    }
    let code = exception.as_object().get_attr("code", vm).ok()?;
    if vm.is_none(&code) {
        return Some(Exit::Status(0));
    }
    if let Some(int) = code.downcast_ref::<rustpython_vm::builtins::PyInt>() {
        // The operating system keeps the low byte, as it does of CPython's.
        return Some(Exit::Status(int.try_to_primitive::<i32>(vm).unwrap_or(-1)));
    }
    let text = code.str(vm).ok()?;
    Some(Exit::Message(text.to_string_lossy().into_owned()))
}
