//! `sys.stdout`, `sys.stderr` and `sys.stdin`: text streams that end at the host.
//!
//! Written text goes out whenever a line ends, before the program sleeps and when a cell ends, as
//! on a terminal. There is nothing to read from: `sys.stdin` and `input()` raise an error that says so.

use super::outside;
use crate::host;
use rustpython_vm::{Py, PyPayload, PyRef, PyResult, VirtualMachine};

pub(super) use _stdio::module_def;

/// Text of one stream on its way to the host.
#[derive(Debug, Default)]
pub struct Pending {
    text: std::cell::RefCell<String>,
}

impl Pending {
    /// A stream that never writes a newline is passed on in pieces of about this many bytes.
    const LONGEST: usize = 8192;

    fn push(&self, text: &str) -> bool {
        let mut pending = self.text.borrow_mut();
        pending.push_str(text);
        text.contains('\n') || pending.len() >= Pending::LONGEST
    }

    fn take(&self) -> String {
        self.text.take()
    }
}

/// Passes on all text that is still held back.
pub fn flush() {
    flush_stream(host::Stream::Out);
    flush_stream(host::Stream::Err);
}

fn flush_stream(stream: host::Stream) {
    let outside = outside::current();
    let text = outside.pending(stream).take();
    if !text.is_empty() {
        outside.host.write(stream, &text);
    }
}

/// Adds text to a stream; it goes out when its line ends.
pub fn write(stream: host::Stream, text: &str) {
    let outside = outside::current();
    if outside.pending(stream).push(text) {
        if stream == host::Stream::Err {
            flush_stream(host::Stream::Out);
        }
        flush_stream(stream);
    }
}

/// Sets the three streams of `sys` and replaces `input`.
pub fn install(vm: &VirtualMachine) -> PyResult<()> {
    use _stdio::TextStream;
    vm.import("_stdio", 0)?;
    let streams = [("stdout", Some(host::Stream::Out)), ("stderr", Some(host::Stream::Err)), ("stdin", None)];
    for (name, stream) in streams {
        let stream = TextStream { name, stream }.into_ref(&vm.ctx);
        vm.sys_module.set_attr(vm.ctx.intern_str(format!("__{name}__")), stream.clone(), vm)?;
        vm.sys_module.set_attr(name, stream, vm)?;
    }
    vm.builtins.set_attr("input", vm.new_function("input", input), vm)
}

const NO_INPUT: &str = "nothing can be read from a keyboard here: give the value in the code, \
    for example name = \"Ada\" instead of name = input()";

fn input(_args: rustpython_vm::function::FuncArgs, vm: &VirtualMachine) -> PyResult {
    Err(vm.new_runtime_error(format!("input(): {NO_INPUT}")))
}

#[rustpython_vm::pymodule]
mod _stdio {
    use super::*;
    use rustpython_vm::builtins::{PyBytesRef, PyStrRef};
    use rustpython_vm::function::{ArgBytesLike, ArgIterable, FuncArgs};
    use rustpython_vm::pyclass;
    use rustpython_vm::types::{Iterable, Representable};
    use rustpython_vm::{AsObject, PyObjectRef, TryFromBorrowedObject};

    /// A text stream between the program and the page.
    #[pyattr]
    #[pyclass(name = "TextStream", module = "_stdio")]
    #[derive(Debug, PyPayload)]
    pub struct TextStream {
        pub name: &'static str,
        pub stream: Option<host::Stream>,
    }

    #[pyclass(with(Representable, Iterable), flags(HAS_DICT))]
    impl TextStream {
        /// Writes a string and returns its length in characters.
        #[pymethod]
        fn write(zelf: &Py<Self>, text: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
            let stream = zelf.stream.ok_or_else(|| unsupported("not writable", vm))?;
            let Ok(text) = text.clone().downcast::<rustpython_vm::builtins::PyStr>() else {
                let kind = text.class().name().to_string();
                return Err(vm.new_type_error(format!("write() argument must be str, not {kind}")));
            };
            match text.to_str() {
                Some(utf8) => super::write(stream, utf8),
                None => super::write(stream, &encodable(&text, stream, vm)?),
            }
            Ok(text.char_len())
        }

        /// Writes each string of an iterable.
        #[pymethod]
        fn writelines(zelf: &Py<Self>, lines: ArgIterable<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
            for line in lines.iter(vm)? {
                Self::write(zelf, line?, vm)?;
            }
            Ok(())
        }

        /// Passes on what is held back until the line ends.
        #[pymethod]
        fn flush(zelf: &Py<Self>) {
            if let Some(stream) = zelf.stream {
                super::flush_stream(stream);
            }
        }

        /// Reading is not possible here; raises an error that says what to do instead.
        #[pymethod]
        fn read(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyStrRef> {
            Err(match zelf.stream {
                None => vm.new_runtime_error(format!("sys.stdin: {NO_INPUT}")),
                Some(_) => unsupported("not readable", vm),
            })
        }

        /// Reading is not possible here; raises an error that says what to do instead.
        #[pymethod]
        fn readline(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyStrRef> {
            Self::read(zelf, args, vm)
        }

        /// Reading is not possible here; raises an error that says what to do instead.
        #[pymethod]
        fn readlines(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyStrRef> {
            Self::read(zelf, args, vm)
        }

        /// False: this is not a terminal.
        #[pymethod]
        fn isatty(_zelf: &Py<Self>) -> bool {
            false
        }

        /// True for the input stream.
        #[pymethod]
        fn readable(zelf: &Py<Self>) -> bool {
            zelf.stream.is_none()
        }

        /// True for the two output streams.
        #[pymethod]
        fn writable(zelf: &Py<Self>) -> bool {
            zelf.stream.is_some()
        }

        /// False: a stream has no positions.
        #[pymethod]
        fn seekable(_zelf: &Py<Self>) -> bool {
            false
        }

        /// Raises: there is no operating system's file behind this stream.
        #[pymethod]
        fn fileno(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<i32> {
            Err(unsupported("fileno", vm))
        }

        /// Does nothing: the stream stays open for the next cell.
        #[pymethod]
        fn close(zelf: &Py<Self>) {
            Self::flush(zelf);
        }

        /// Accepts and ignores the options of TextIOWrapper.reconfigure.
        #[pymethod]
        fn reconfigure(zelf: &Py<Self>, _options: FuncArgs) {
            Self::flush(zelf);
        }

        #[pymethod(name = "__enter__")]
        fn enter(zelf: &Py<Self>) -> PyRef<TextStream> {
            zelf.to_owned()
        }

        #[pymethod(name = "__exit__")]
        fn exit(zelf: &Py<Self>, _args: FuncArgs) {
            Self::flush(zelf);
        }

        #[pygetset]
        fn buffer(zelf: &Py<Self>) -> ByteStream {
            ByteStream { stream: zelf.stream }
        }

        #[pygetset]
        fn name(zelf: &Py<Self>) -> String {
            format!("<{}>", zelf.name)
        }

        #[pygetset]
        fn mode(zelf: &Py<Self>) -> &'static str {
            if zelf.stream.is_some() { "w" } else { "r" }
        }

        #[pygetset]
        fn encoding(_zelf: &Py<Self>) -> &'static str {
            "utf-8"
        }

        #[pygetset]
        fn errors(zelf: &Py<Self>) -> &'static str {
            if zelf.stream == Some(host::Stream::Err) { "backslashreplace" } else { "strict" }
        }

        #[pygetset]
        fn newlines(_zelf: &Py<Self>) -> Option<String> {
            None
        }

        #[pygetset]
        fn line_buffering(_zelf: &Py<Self>) -> bool {
            true
        }

        #[pygetset]
        fn write_through(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pygetset]
        fn closed(_zelf: &Py<Self>) -> bool {
            false
        }
    }

    impl Representable for TextStream {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            let mode = Self::mode(zelf);
            Ok(format!("<_io.TextIOWrapper name='<{}>' mode='{mode}' encoding='utf-8'>", zelf.name))
        }
    }

    impl Iterable for TextStream {
        fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            Self::read(&zelf, FuncArgs::default(), vm).map(Into::into)
        }
    }

    /// The bytes side of an output stream: `sys.stdout.buffer`.
    #[pyattr]
    #[pyclass(name = "ByteStream", module = "_stdio")]
    #[derive(Debug, PyPayload)]
    pub struct ByteStream {
        pub stream: Option<host::Stream>,
    }

    #[pyclass]
    impl ByteStream {
        /// Writes bytes, shown as UTF-8, and returns their number.
        #[pymethod]
        fn write(zelf: &Py<Self>, bytes: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
            let stream = zelf.stream.ok_or_else(|| unsupported("not writable", vm))?;
            bytes.with_ref(|bytes| super::write(stream, &String::from_utf8_lossy(bytes)));
            Ok(bytes.len())
        }

        /// Passes on what is held back until the line ends.
        #[pymethod]
        fn flush(zelf: &Py<Self>) {
            if let Some(stream) = zelf.stream {
                super::flush_stream(stream);
            }
        }

        /// Reading is not possible here; raises an error that says what to do instead.
        #[pymethod]
        fn read(_zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyBytesRef> {
            Err(vm.new_runtime_error(format!("sys.stdin: {NO_INPUT}")))
        }
    }

    /// The text of a string with lone surrogates, or the UnicodeEncodeError that CPython raises.
    fn encodable(text: &PyStrRef, stream: host::Stream, vm: &VirtualMachine) -> PyResult<String> {
        let errors = if stream == host::Stream::Err { "backslashreplace" } else { "strict" };
        let bytes = vm.call_method(text.as_object(), "encode", ("utf-8", errors))?;
        let bytes = ArgBytesLike::try_from_borrowed_object(vm, &bytes)?;
        Ok(bytes.with_ref(|bytes| String::from_utf8_lossy(bytes).into_owned()))
    }

    fn unsupported(what: &str, vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
        let class = vm
            .import("io", 0)
            .and_then(|io| io.get_attr("UnsupportedOperation", vm))
            .and_then(|class| class.call((what,), vm));
        match class.map(|exception| exception.downcast()) {
            Ok(Ok(exception)) => exception,
            Ok(Err(_)) => vm.new_os_error(what),
            Err(raised) => raised,
        }
    }
}
