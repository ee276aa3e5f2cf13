//! From the engine's errors to Python's exceptions: the one place. And NumPy's exception classes.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyTypeRef};
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

use crate::nd::{Error, ErrorKind};

/// NumPy's own exception classes, made once for a thread's interpreters.
pub struct Classes {
    /// `numpy.exceptions.AxisError`
    pub axis: PyTypeRef,
    /// `numpy._core._exceptions._ArrayMemoryError`
    pub memory: PyTypeRef,
    /// `numpy._core._exceptions.UFuncTypeError`
    pub ufunc_type: PyTypeRef,
    /// Its subclasses: `_UFuncNoLoopError`, `_UFuncBinaryResolutionError`, `_UFuncInputCastingError`,
    /// `_UFuncOutputCastingError`
    pub ufunc: [PyTypeRef; 4],
    /// `numpy.linalg.LinAlgError`
    pub linalg: PyTypeRef,
    /// `numpy.exceptions.DTypePromotionError`
    pub promotion: PyTypeRef,
    /// `numpy.exceptions.ComplexWarning`
    pub complex_warning: PyTypeRef,
    /// `numpy.exceptions.VisibleDeprecationWarning`
    pub deprecation: PyTypeRef,
}

thread_local! {
    static CLASSES: std::cell::OnceCell<Classes> = const { std::cell::OnceCell::new() };
}

/// Runs `read` with the classes, making them at the first call.
pub fn with_classes<R>(vm: &VirtualMachine, read: impl FnOnce(&Classes) -> R) -> R {
    CLASSES.with(|cell| read(cell.get_or_init(|| make(vm))))
}

/// Help texts of exception classes.
const TEXTS: [(&str, &str); 6] = [
    ("AxisError", "An axis that an array does not have; `axis` is the one asked for, `ndim` how many there are."),
    ("LinAlgError", "A matrix for which a problem of linear algebra has no solution, or a shape that is no matrix's."),
    ("DTypePromotionError", "Dtypes for which there is no common one."),
    ("ComplexWarning", "The imaginary part of complex numbers is discarded."),
    ("VisibleDeprecationWarning", "What is used is deprecated; unlike a DeprecationWarning it is always shown."),
    ("UFuncTypeError", "A ufunc has no loop for its operands."),
];

fn make(vm: &VirtualMachine) -> Classes {
    let base = &vm.ctx.exceptions;
    let class = |module: &str, name: &str, bases: &[&'static rustpython_vm::Py<rustpython_vm::builtins::PyType>]| {
        let class = vm.ctx.new_exception_type(module, name, Some(bases.iter().map(|&base| base.to_owned()).collect()));
        if let Some((_, text)) = TEXTS.iter().find(|(known, _)| *known == name) {
            class.set_attr(vm.ctx.intern_str("__doc__"), vm.ctx.new_str(*text).into());
        }
        class
    };
    let ufunc_type = class("numpy._core._exceptions", "UFuncTypeError", &[base.type_error]);
    let below = |name: &str, parent: &PyTypeRef| {
        vm.ctx.new_exception_type("numpy._core._exceptions", name, Some(vec![parent.clone()]))
    };
    let casting = below("_UFuncCastingError", &ufunc_type);
    let ufunc = [
        below("_UFuncNoLoopError", &ufunc_type),
        below("_UFuncBinaryResolutionError", &ufunc_type),
        below("_UFuncInputCastingError", &casting),
        below("_UFuncOutputCastingError", &casting),
    ];
    // They give their parent's name as theirs; only a traceback tells their own.
    for class in &ufunc {
        let named = class.as_object().set_attr("__name__", vm.ctx.new_str("UFuncTypeError"), vm);
        named.expect("a class takes another name");
    }
    Classes {
        axis: class("numpy.exceptions", "AxisError", &[base.value_error, base.index_error]),
        memory: class("numpy._core._exceptions", "_ArrayMemoryError", &[base.memory_error]),
        ufunc_type,
        ufunc,
        linalg: class("numpy.linalg", "LinAlgError", &[base.value_error]),
        promotion: class("numpy.exceptions", "DTypePromotionError", &[base.type_error]),
        complex_warning: class("numpy.exceptions", "ComplexWarning", &[base.runtime_warning]),
        deprecation: class("numpy.exceptions", "VisibleDeprecationWarning", &[base.user_warning]),
    }
}

/// The exception an error of the engine becomes.
pub fn exception(error: &Error, vm: &VirtualMachine) -> PyBaseExceptionRef {
    if *error == Error::Raised
        && let Some(raised) = super::objects::raised()
    {
        return raised;
    }
    let base = &vm.ctx.exceptions;
    let own = |pick: fn(&Classes) -> &PyTypeRef| with_classes(vm, |classes| pick(classes).clone());
    let class = match error.kind() {
        ErrorKind::Value => base.value_error.to_owned(),
        ErrorKind::Type => base.type_error.to_owned(),
        ErrorKind::Index => base.index_error.to_owned(),
        ErrorKind::Overflow => base.overflow_error.to_owned(),
        ErrorKind::ZeroDivision => base.zero_division_error.to_owned(),
        ErrorKind::FloatingPoint => base.floating_point_error.to_owned(),
        ErrorKind::UnicodeEncode => {
            if let Error::Encode { text } = error {
                let (from, to) = crate::nd::error::outside_ascii(text);
                let (codec, text) = (vm.ctx.new_str("ascii"), vm.ctx.new_str(text.as_str()));
                let reason = vm.ctx.new_str("ordinal not in range(128)");
                return vm.new_unicode_encode_error(codec, text, from, to, reason);
            }
            base.value_error.to_owned()
        }
        ErrorKind::Runtime => base.runtime_error.to_owned(),
        ErrorKind::NotImplemented => base.not_implemented_error.to_owned(),
        ErrorKind::Memory => own(|classes| &classes.memory),
        ErrorKind::Axis => own(|classes| &classes.axis),
        ErrorKind::DTypePromotion => own(|classes| &classes.promotion),
        ErrorKind::UFuncNoLoop => own(|classes| &classes.ufunc[0]),
        ErrorKind::UFuncResolution => own(|classes| &classes.ufunc[1]),
        ErrorKind::UFuncInputCasting => own(|classes| &classes.ufunc[2]),
        ErrorKind::UFuncOutputCasting => own(|classes| &classes.ufunc[3]),
        ErrorKind::LinAlg => own(|classes| &classes.linalg),
    };
    vm.new_exception_msg(class, error.to_string().into())
}

/// `?` for results of the engine.
pub trait OrRaise<T> {
    /// The value, or the error as a Python exception.
    fn or_raise(self, vm: &VirtualMachine) -> PyResult<T>;
}

impl<T> OrRaise<T> for crate::nd::Result<T> {
    fn or_raise(self, vm: &VirtualMachine) -> PyResult<T> {
        self.map_err(|error| exception(&error, vm))
    }
}

/// A `RuntimeWarning` at the line that called NumPy.
pub fn warn_runtime(message: &str, vm: &VirtualMachine) -> PyResult<()> {
    warn(vm.ctx.exceptions.runtime_warning, message, vm)
}

/// A warning of a class at the line that called NumPy.
pub fn warn(
    class: &rustpython_vm::Py<rustpython_vm::builtins::PyType>,
    message: &str,
    vm: &VirtualMachine,
) -> PyResult<()> {
    // Frames of NumPy's own Python are passed over: the line that called it tells a reader more.
    let mut level = 1;
    let mut frame = vm.current_frame();
    while let Some(own) =
        frame.filter(|frame| frame.iframe().code().source_path().as_str().starts_with("<frozen numpy"))
    {
        level += 1;
        frame = own.f_back(vm);
    }
    rustpython_vm::stdlib::_warnings::warn(class, message.to_owned(), level, vm)
}
