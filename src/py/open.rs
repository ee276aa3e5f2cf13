//! Python's `open`: a file of the tree under the buffered and text layers of `io`.
//!
//! It is in Rust so that a failing `open` shows the learner's line and no other in its traceback.

use super::files::Flags;
use super::outside;
use super::posix::{Path, fspath, os_error};
use rustpython_vm::FromArgs;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine};

/// Puts `open` in `builtins` and `io`, over the `FileIO` that `boot.py` defines.
pub fn install(vm: &VirtualMachine) -> PyResult<()> {
    let function = vm.new_function("open", open);
    let io = vm.import("_io", 0)?;
    io.set_attr("open", function.clone(), vm)?;
    let open_code = |path: PyObjectRef, vm: &VirtualMachine| {
        let io = vm.import("_io", 0)?;
        vm.call_method(&io, "open", (path, "rb"))
    };
    io.set_attr("open_code", vm.new_function("open_code", open_code), vm)?;
    vm.builtins.set_attr("open", function, vm)
}

#[derive(FromArgs)]
struct OpenArgs {
    #[pyarg(any)]
    file: PyObjectRef,
    #[pyarg(any, optional)]
    mode: Option<rustpython_vm::builtins::PyUtf8StrRef>,
    #[pyarg(any, default = -1)]
    buffering: isize,
    #[pyarg(any, default)]
    encoding: Option<PyObjectRef>,
    #[pyarg(any, default)]
    errors: Option<PyObjectRef>,
    #[pyarg(any, default)]
    newline: Option<PyObjectRef>,
    #[pyarg(any, default = true)]
    closefd: bool,
    #[pyarg(any, default)]
    opener: Option<PyObjectRef>,
}

/// What the letters of a mode ask for.
struct Mode {
    flags: i32,
    raw: String,
    reading: bool,
    updating: bool,
    binary: bool,
}

impl Mode {
    /// Reads a mode such as `"r+b"`, or the sentence of CPython's ValueError.
    fn parse(letters: &str) -> Result<Mode, String> {
        let repeated = letters.chars().enumerate().any(|(at, letter)| letters[..at].contains(letter));
        if repeated || letters.chars().any(|letter| !"xrwatb+".contains(letter)) {
            return Err(format!("invalid mode: '{letters}'"));
        }
        let has = |letter: char| letters.contains(letter);
        if has('t') && has('b') {
            return Err("can't have text and binary mode at once".to_owned());
        }
        let kinds: Vec<char> = letters.chars().filter(|letter| "xrwa".contains(*letter)).collect();
        let [kind] = kinds[..] else {
            return Err("must have exactly one of create/read/write/append mode".to_owned());
        };
        let updating = has('+');
        let access = match (kind, updating) {
            (_, true) => Flags::READ_WRITE,
            ('r', false) => Flags::READ,
            (_, false) => Flags::WRITE,
        };
        let flags = access
            | match kind {
                'r' => 0,
                'x' => Flags::CREATE | Flags::EXCLUSIVE,
                'a' => Flags::CREATE | Flags::APPEND,
                _ => Flags::CREATE | Flags::TRUNCATE,
            };
        let raw = if updating { format!("{kind}b+") } else { format!("{kind}b") };
        Ok(Mode { flags, raw, reading: kind == 'r', updating, binary: has('b') })
    }
}

fn open(mut args: OpenArgs, vm: &VirtualMachine) -> PyResult {
    // A path object is asked once: errors and the file's `name` have its text.
    if !args.file.fast_isinstance(vm.ctx.types.int_type) {
        args.file = fspath(&args.file, vm)?;
    }
    let given = |option: &Option<PyObjectRef>| option.clone().filter(|object| !vm.is_none(object));
    let letters = args.mode.as_ref().map_or("r", |mode| mode.as_str());
    let mode = Mode::parse(letters).map_err(|sentence| vm.new_value_error(sentence))?;
    if mode.binary {
        let arguments = [("an encoding", &args.encoding), ("an errors", &args.errors), ("a newline", &args.newline)];
        if let Some((what, _)) = arguments.into_iter().find(|(_, argument)| given(argument).is_some()) {
            return Err(vm.new_value_error(format!("binary mode doesn't take {what} argument")));
        }
    } else if args.buffering == 0 {
        return Err(vm.new_value_error("can't have unbuffered text I/O"));
    }
    let io = vm.import("_io", 0)?;
    let class = |name: &'static str| io.get_attr(name, vm);
    let raw = open_raw(&args, &mode, given(&args.opener), &class("FileIO")?, vm)?;
    if args.buffering == 0 {
        return Ok(raw);
    }
    let layer = match (mode.updating, mode.reading) {
        (true, _) => "BufferedRandom",
        (false, true) => "BufferedReader",
        (false, false) => "BufferedWriter",
    };
    let buffered = match usize::try_from(args.buffering) {
        Ok(size) if size > 1 => class(layer)?.call((raw, size), vm)?,
        _ => class(layer)?.call((raw,), vm)?,
    };
    if mode.binary {
        return Ok(buffered);
    }
    let or_none = |option: &Option<PyObjectRef>| option.clone().unwrap_or_else(|| vm.ctx.none());
    let encoding = given(&args.encoding).unwrap_or_else(|| vm.ctx.new_str("UTF-8").into());
    let line_buffering = args.buffering == 1;
    let rest = (buffered.clone(), encoding, or_none(&args.errors), or_none(&args.newline), line_buffering);
    let text = class("TextIOWrapper")?.call(rest, vm).inspect_err(|_| {
        // The first error is the one to report; the file must not stay open.
        let _second = vm.call_method(&buffered, "close", ());
    })?;
    text.set_attr("mode", vm.ctx.new_str(letters), vm)?;
    Ok(text)
}

fn open_raw(
    args: &OpenArgs,
    mode: &Mode,
    opener: Option<PyObjectRef>,
    class: &PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult {
    if args.file.fast_isinstance(vm.ctx.types.int_type) {
        return class.call((args.file.clone(), mode.raw.as_str(), args.closefd), vm);
    }
    if !args.closefd {
        return Err(vm.new_value_error("Cannot use closefd=False with file name"));
    }
    let path = Path::try_from_object(vm, args.file.clone())?;
    let descriptor: PyObjectRef = match opener {
        Some(opener) => opener.call((args.file.clone(), mode.flags), vm)?,
        None => {
            let opened = outside::current().files.open(&path.text, Flags(mode.flags), 0o644);
            let failed = |errno| os_error(vm, errno, std::slice::from_ref(&path.given));
            vm.ctx.new_int(opened.map_err(failed)?).into()
        }
    };
    let raw = class.call((descriptor, mode.raw.as_str()), vm)?;
    raw.set_attr("name", args.file.clone(), vm)?;
    Ok(raw)
}
