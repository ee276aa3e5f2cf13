//! One interpreter: starting it, running a piece of code in it, naming what it holds.
//!
//! [`Machine`] is all that the rest of the crate sees of Python. It knows cells and scripts as texts
//! with a name; where they come from and how a result is shown is [`crate::session`]'s.

use super::errors::{self, Failure};
use super::numpy::array::PyNdArray;
use super::outside::{self, Outside};
use super::{clock, folding, imports, numpy, open, posix, sets, stdio, stdlib, tracemalloc, wording};
use crate::nd::Array;
use rustpython_vm::compiler::{Mode, ast, parser};
use rustpython_vm::scope::Scope;
use rustpython_vm::{Interpreter, PyObjectRef, PyResult, Settings, VirtualMachine};
use std::cell::Cell;
use std::rc::Rc;

/// A running interpreter with its global names and its view of the outside.
pub struct Machine {
    interpreter: Interpreter,
    scope: Scope,
    outside: Rc<Outside>,
}

/// What a piece of code left: the representation of its last expression's value, if it has one.
pub type Ran = Result<Option<String>, Failure>;

impl Machine {
    /// Starts an interpreter. Nothing of the learner's has run yet.
    ///
    /// Panics only if our own start-up code is broken; no input reaches it.
    pub fn start(outside: Rc<Outside>) -> Machine {
        let (interpreter, scope) = outside::enter(&outside, || {
            let interpreter = build();
            let scope = interpreter.enter_and_expect(prepare, "the interpreter's own start-up code runs");
            (interpreter, scope)
        });
        Machine { interpreter, scope, outside }
    }

    /// Runs `code`, shown as `name` in tracebacks, with the names that earlier runs left.
    ///
    /// The value of a last expression comes back as a REPL shows it, and is kept as `_`.
    pub fn run(&self, name: &str, code: &str) -> Ran {
        self.enter(|vm| {
            let result = execute(vm, &self.scope, name, code);
            let result = result.and_then(|value| show(vm, value));
            let result = result.map_err(|exception| errors::describe(vm, exception, name));
            stdio::flush();
            result
        })
    }

    /// Imports modules that a learner will want, so that the first cell need not wait for them.
    pub fn preload(&self, modules: &[&'static str]) {
        self.enter(|vm| {
            for module in modules {
                let imported = vm.import(*module, 0).map(drop);
                vm.expect_pyresult(imported, "the modules to preload are shipped");
            }
        });
    }

    /// Runs a short loop in names of its own: calls, arithmetic, containers, text.
    pub fn warm_up(&self) {
        self.enter(|vm| {
            let scope = vm.new_scope_with_builtins();
            let ran = vm.compile(WARM_UP, Mode::Exec, "<warm-up>").map(|code| vm.run_code_obj(code, scope));
            debug_assert!(matches!(ran, Ok(Ok(_))), "the warm-up loop is valid Python");
        });
    }

    /// Sets `sys.argv` and `__file__`, as for a program started from the file `path`.
    pub fn set_arguments(&self, path: &str, arguments: &[String]) {
        self.enter(|vm| {
            let words = std::iter::once(path).chain(arguments.iter().map(String::as_str));
            let words = words.map(|word| vm.ctx.new_str(word).into()).collect::<Vec<PyObjectRef>>();
            let argv = vm.ctx.new_list(words);
            let set = vm.sys_module.set_attr("argv", argv, vm);
            let set = set.and_then(|()| self.scope.globals.set_item("__file__", vm.ctx.new_str(path).into(), vm));
            vm.expect_pyresult(set, "sys and __main__ take new attributes");
        })
    }

    /// The names that the learner's code has bound, in the order in which it bound them.
    pub fn names(&self) -> Vec<String> {
        self.enter(|_| {
            let keys = self.scope.globals.clone().into_iter().map(|(key, _)| key);
            let names = keys
                .filter_map(|key| key.downcast_ref::<rustpython_vm::builtins::PyStr>()?.to_str().map(str::to_owned));
            names.filter(|name| !name.starts_with("__")).collect()
        })
    }

    /// The arrays that global names are bound to, in the order of [`Machine::names`].
    pub fn arrays(&self) -> Vec<(String, Array)> {
        self.enter(|_| {
            let bound = self.scope.globals.clone().into_iter();
            let arrays = bound.filter_map(|(key, value)| {
                let name = key.downcast_ref::<rustpython_vm::builtins::PyStr>()?.to_str()?.to_owned();
                Some((name, value.downcast_ref::<PyNdArray>()?.array()))
            });
            arrays.filter(|(name, _)| !name.starts_with("__")).collect()
        })
    }

    fn enter<R>(&self, body: impl FnOnce(&VirtualMachine) -> R) -> R {
        outside::enter(&self.outside, || self.interpreter.enter(body))
    }
}

const WARM_UP: &str = "\
def f(x):
    return x * x + 2 * x + 1
result = []
for i in range(20000):
    result.append(f(i + 0.5))
table = {str(i): i for i in range(2000)}
total = sum(v for k, v in sorted(table.items()) if k[0] != '7')
text = ', '.join(f'{v:.2f}' for v in result[:500])
";

fn build() -> Interpreter {
    let mut settings = Settings::default();
    // Sets print in the same order in every run and on every machine.
    settings.hash_seed = Some(0);
    settings.install_signal_handlers = false;
    settings.import_site = false;
    settings.write_bytecode = false;
    settings.utf8_mode = 1;
    let builder = Interpreter::builder(settings);
    // The native `_datetime` asks the operating system for the time, which traps in a browser: without it,
    // `datetime` is its Python form, on our clock.
    let mut native = rustpython_stdlib::stdlib_module_defs(&builder.ctx);
    native.retain(|module| module.name.as_str() != "_datetime");
    let numpy = numpy::module_defs(&builder.ctx);
    let stdio = stdio::module_def(&builder.ctx);
    let posix = posix::module_def(&builder.ctx);
    let imports = imports::module_def(&builder.ctx);
    let sets = sets::module_def(&builder.ctx);
    let tracemalloc = tracemalloc::module_def(&builder.ctx);
    builder
        .add_native_modules(&native)
        .add_native_modules(&numpy)
        .add_native_module(stdio)
        .add_native_module(posix)
        .add_native_module(imports)
        .add_native_module(sets)
        .add_native_module(tracemalloc)
        .add_frozen_modules(stdlib::modules())
        .build()
}

thread_local! {
    /// Whether the interpreter's classes, which all sessions of a thread share, have got what is ours.
    static CLASSES_ARE_OURS: Cell<bool> = const { Cell::new(false) };
}

fn prepare(vm: &VirtualMachine) -> PyResult<Scope> {
    stdio::install(vm)?;
    clock::install(vm)?;
    vm.import("_stridelab", 0)?;
    open::install(vm)?;
    imports::install(vm)?;
    if !CLASSES_ARE_OURS.replace(true) {
        sets::install(vm)?;
        wording::install(vm);
        wording::install_methods(vm)?;
    }
    vm.new_scope_with_main()
}

/// Compiles and runs `code`; the value of its last statement if that is an expression.
fn execute(vm: &VirtualMachine, scope: &Scope, name: &str, code: &str) -> PyResult<Option<PyObjectRef>> {
    let ends_in_expression =
        parser::parse_module(code).is_ok_and(|parsed| matches!(parsed.syntax().body.last(), Some(ast::Stmt::Expr(_))));
    let mode = if ends_in_expression { Mode::BlockExpr } else { Mode::Exec };
    super::errors::remember(vm, name, code)?;
    // With it the interpreter shows the line that a warning is about, as CPython does.
    vm.import("warnings", 0)?;
    let code = folding::compile(vm, code, mode, name)?;
    let value = vm.run_code_obj(code, scope.clone())?;
    Ok(ends_in_expression.then_some(value))
}

/// What `sys.displayhook` does, but the text is returned.
fn show(vm: &VirtualMachine, value: Option<PyObjectRef>) -> PyResult<Option<String>> {
    let Some(value) = value.filter(|value| !vm.is_none(value)) else { return Ok(None) };
    let text = value.repr(vm)?;
    vm.builtins.set_attr("_", value, vm)?;
    Ok(Some(text.to_string_lossy().into_owned()))
}
