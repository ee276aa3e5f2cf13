//! What a program has set for its session: print options and what happens on floating-point events.

use std::cell::RefCell;
use std::rc::Rc;

use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::errors;
use crate::nd::format::PrintOptions;
use crate::nd::ufunc::flags::{Event, Flags, Warnings};
use crate::py::outside;

/// What happens on one kind of floating-point event: NumPy's `errstate` words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    Ignore,
    /// A `RuntimeWarning`.
    Warn,
    /// A `FloatingPointError`.
    Raise,
    /// The function given to `numpy.seterrcall`.
    Call,
    /// A line on the standard stream of errors, wherever `sys.stderr` leads.
    Print,
    /// As `Call`, with a log object's `write`.
    Log,
}

impl Action {
    const NAMES: [(&'static str, Self); 6] = [
        ("ignore", Self::Ignore),
        ("warn", Self::Warn),
        ("raise", Self::Raise),
        ("call", Self::Call),
        ("print", Self::Print),
        ("log", Self::Log),
    ];

    /// NumPy's word.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, action)| *action == self).map_or("warn", |(name, _)| name)
    }

    /// The action of NumPy's word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, action)| action)
    }
}

/// The four kinds of events, as `numpy.geterr` lists them.
#[derive(Clone, Copy, Debug)]
pub struct ErrorState {
    /// Division by zero.
    pub divide: Action,
    /// Overflow.
    pub over: Action,
    /// Underflow; it is looked for only where it is not ignored.
    pub under: Action,
    /// Invalid operation.
    pub invalid: Action,
}

impl Default for ErrorState {
    fn default() -> Self {
        Self { divide: Action::Warn, over: Action::Warn, under: Action::Ignore, invalid: Action::Warn }
    }
}

/// The settings of one session.
#[derive(Default)]
pub struct Settings {
    /// `numpy.set_printoptions`.
    pub print: RefCell<PrintOptions>,
    /// The `formatter=` of `numpy.set_printoptions`: a dict.
    pub formatter: RefCell<Option<PyObjectRef>>,
    /// The `override_repr=` of `numpy.set_printoptions`: a function of an array.
    pub override_repr: RefCell<Option<PyObjectRef>>,
    /// `numpy.seterr`.
    pub errors: RefCell<ErrorState>,
    /// `numpy.seterrcall`.
    pub callback: RefCell<Option<PyObjectRef>>,
}

/// The settings of the session that is running.
pub fn current() -> Rc<Settings> {
    outside::current().numpy()
}

/// Whether the session is to be told of underflow.
pub fn watches_underflow() -> bool {
    current().errors.borrow().under != Action::Ignore
}

/// Does with the events of a call what the session has set.
pub fn report(warnings: Warnings, vm: &VirtualMachine) -> PyResult<()> {
    if warnings.is_empty() {
        return Ok(());
    }
    if (warnings.cast | warnings.flags).contains(Flags::DISCARDED) {
        let message = "Casting complex values to real discards the imaginary part";
        errors::with_classes(vm, |classes| errors::warn(&classes.complex_warning, message, vm))?;
    }
    let settings = current();
    let state = *settings.errors.borrow();
    for (event, message) in warnings.events() {
        let (action, number) = match event {
            Event::Divide => (state.divide, 1),
            Event::Over => (state.over, 2),
            Event::Under => (state.under, 4),
            Event::Invalid => (state.invalid, 8),
        };
        match action {
            Action::Ignore => {}
            Action::Warn => errors::warn_runtime(&message, vm)?,
            Action::Raise => {
                return Err(vm.new_exception_msg(vm.ctx.exceptions.floating_point_error.to_owned(), message.into()));
            }
            Action::Print => {
                let stderr = vm.sys_module.get_attr("__stderr__", vm)?;
                vm.call_method(&stderr, "write", (format!("Warning: {message}\n"),))?;
            }
            Action::Call | Action::Log => {
                let callback = settings.callback.borrow().clone();
                let Some(callback) = callback else {
                    let wanted = if action == Action::Call { "callback" } else { "log" };
                    return Err(vm.new_name_error(
                        format!("{wanted} specified for {message} but no object with write method found.").as_str(),
                        vm.ctx.new_str("seterrcall"),
                    ));
                };
                if action == Action::Call {
                    callback.call((event.phrase(), number), vm)?;
                } else {
                    vm.call_method(&callback, "write", (format!("Warning: {message}\n"),))?;
                }
            }
        }
    }
    Ok(())
}
