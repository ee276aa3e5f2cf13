//! `sys.stdout`, `sys.stderr` and `sys.stdin`: text streams that end at the host.
//!
//! Written text goes out whenever a line ends, before the program sleeps and when a cell ends, as
//! on a terminal. There is nothing to read from: `sys.stdin` and `input()` raise an error that says so.

use super::outside;
use crate::host;
use rustpython_vm::{Py, PyPayload, PyRef, PyResult, VirtualMachine};

pub use _stdio::module_def;

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

fn write(stream: host::Stream, text: &str) {
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
    let streams =
        [("stdout", Some(host::Stream::Out)), ("stderr", Some(host::Stream::Err)), ("stdin", None)];
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
    use rustpython_vm::types::Representable;
    use rustpython_vm::{AsObject, PyObjectRef, TryFromBorrowedObject};

    /// A text stream between the program and the page.
    #[pyattr]
    #[pyclass(name = "TextStream", module = "_stdio")]
    #[derive(Debug, PyPayload)]
    pub struct TextStream {
        pub name: &'static str,
        pub stream: Option<host::Stream>,
    }

    #[pyclass(with(Representable), flags(HAS_DICT))]
    impl TextStream {
        /// Writes a string and returns its length in characters.
        #[pymethod]
        fn write(&self, text: PyObjectRef, vm: &VirtualMachine) -> PyResult<usize> {
            let stream = self.writable_stream(vm)?;
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
        fn writelines(&self, lines: ArgIterable<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
            for line in lines.iter(vm)? {
                self.write(line?, vm)?;
            }
            Ok(())
        }

        /// Passes on what is held back until the line ends.
        #[pymethod]
        fn flush(&self) {
            if let Some(stream) = self.stream {
                super::flush_stream(stream);
            }
        }

        /// Reading is not possible here; raises an error that says what to do instead.
        #[pymethod]
        fn read(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyStrRef> {
            Err(match self.stream {
                None => vm.new_runtime_error(format!("sys.stdin: {NO_INPUT}")),
                Some(_) => unsupported("not readable", vm),
            })
        }

        /// Reading is not possible here; raises an error that says what to do instead.
        #[pymethod]
        fn readline(&self, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyStrRef> {
            self.read(args, vm)
        }

        /// Reading is not possible here; raises an error that says what to do instead.
        #[pymethod]
        fn readlines(&self, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyStrRef> {
            self.read(args, vm)
        }

        #[pymethod(name = "__iter__")]
        fn iter(&self, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyStrRef> {
            self.read(args, vm)
        }

        /// False: this is not a terminal.
        #[pymethod]
        fn isatty(&self) -> bool {
            false
        }

        /// True for the input stream.
        #[pymethod]
        fn readable(&self) -> bool {
            self.stream.is_none()
        }

        /// True for the two output streams.
        #[pymethod]
        fn writable(&self) -> bool {
            self.stream.is_some()
        }

        /// False: a stream has no positions.
        #[pymethod]
        fn seekable(&self) -> bool {
            false
        }

        /// Raises: there is no operating system's file behind this stream.
        #[pymethod]
        fn fileno(&self, vm: &VirtualMachine) -> PyResult<i32> {
            Err(unsupported("fileno", vm))
        }

        /// Does nothing: the stream stays open for the next cell.
        #[pymethod]
        fn close(&self) {
            self.flush();
        }

        /// Accepts and ignores the options of TextIOWrapper.reconfigure.
        #[pymethod]
        fn reconfigure(&self, _options: FuncArgs) {
            self.flush();
        }

        #[pymethod(name = "__enter__")]
        fn enter(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }

        #[pymethod(name = "__exit__")]
        fn exit(&self, _args: FuncArgs) {
            self.flush();
        }

        #[pygetset]
        fn buffer(&self) -> ByteStream {
            ByteStream { stream: self.stream }
        }

        #[pygetset]
        fn name(&self) -> String {
            format!("<{}>", self.name)
        }

        #[pygetset]
        fn mode(&self) -> &'static str {
            if self.stream.is_some() { "w" } else { "r" }
        }

        #[pygetset]
        fn encoding(&self) -> &'static str {
            "utf-8"
        }

        #[pygetset]
        fn errors(&self) -> &'static str {
            if self.stream == Some(host::Stream::Err) { "backslashreplace" } else { "strict" }
        }

        #[pygetset]
        fn newlines(&self) -> Option<String> {
            None
        }

        #[pygetset]
        fn line_buffering(&self) -> bool {
            true
        }

        #[pygetset]
        fn write_through(&self) -> bool {
            false
        }

        #[pygetset]
        fn closed(&self) -> bool {
            false
        }

        fn writable_stream(&self, vm: &VirtualMachine) -> PyResult<host::Stream> {
            self.stream.ok_or_else(|| unsupported("not writable", vm))
        }
    }

    impl Representable for TextStream {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            let mode = zelf.mode();
            Ok(format!("<_io.TextIOWrapper name='<{}>' mode='{mode}' encoding='utf-8'>", zelf.name))
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
        fn write(&self, bytes: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
            let stream = self.stream.ok_or_else(|| unsupported("not writable", vm))?;
            bytes.with_ref(|bytes| super::write(stream, &String::from_utf8_lossy(bytes)));
            Ok(bytes.len())
        }

        /// Passes on what is held back until the line ends.
        #[pymethod]
        fn flush(&self) {
            if let Some(stream) = self.stream {
                super::flush_stream(stream);
            }
        }

        /// Reading is not possible here; raises an error that says what to do instead.
        #[pymethod]
        fn read(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyBytesRef> {
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

    fn unsupported(
        what: &str,
        vm: &VirtualMachine,
    ) -> rustpython_vm::builtins::PyBaseExceptionRef {
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
