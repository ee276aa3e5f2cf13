//! The module `posix` under Python's `os`, over the session's file tree.
//!
//! Here are files, directories and a small environment. Processes, users, links and signals do not
//! exist on a page and are absent, or fail as a system fails that forbids them. What is easier said
//! in Python (`scandir`, `FileIO`) is in `boot.py`, on the functions of this module.

use super::files::{Errno, Stat};
use super::outside;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyBytes, PyStr};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine};

pub(super) use posix::module_def;

/// The OSError for a failure of the file tree, of the subclass that CPython chooses.
pub fn os_error(vm: &VirtualMachine, errno: Errno, names: &[PyObjectRef]) -> PyBaseExceptionRef {
    let exceptions = &vm.ctx.exceptions;
    let class = match errno {
        Errno::NotFound => exceptions.file_not_found_error,
        Errno::Exists => exceptions.file_exists_error,
        Errno::NotADirectory => exceptions.not_a_directory_error,
        Errno::IsADirectory => exceptions.is_a_directory_error,
        _ => exceptions.os_error,
    };
    let mut arguments: Vec<PyObjectRef> =
        vec![vm.ctx.new_int(errno.number()).into(), vm.ctx.new_str(errno.sentence()).into()];
    if let Some(first) = names.first() {
        arguments.push(first.clone());
    }
    if let Some(second) = names.get(1) {
        // OSError's fourth argument is Windows' own error number.
        arguments.extend([vm.ctx.none(), second.clone()]);
    }
    match class.as_object().call(arguments, vm).map(|raised| raised.downcast()) {
        Ok(Ok(raised)) => raised,
        Ok(Err(_)) => vm.new_os_error(errno.sentence()),
        Err(raised) => raised,
    }
}

/// A path argument: str, bytes or an object with `__fspath__`.
pub struct Path {
    /// The path as text.
    pub text: String,
    /// What the caller gave, for the error's `filename`.
    pub given: PyObjectRef,
    /// Whether it came as bytes, so that names go back as bytes.
    pub bytes: bool,
}

impl TryFromObject for Path {
    fn try_from_object(vm: &VirtualMachine, given: PyObjectRef) -> PyResult<Path> {
        let plain = fspath(&given, vm)?;
        let (text, bytes) = match plain.downcast_ref::<PyStr>() {
            Some(text) => match text.to_str() {
                Some(utf8) => (utf8.to_owned(), false),
                None => (text.to_string_lossy().into_owned(), false),
            },
            None => {
                let bytes = plain.downcast_ref::<PyBytes>().expect("fspath gives str or bytes");
                (String::from_utf8_lossy(bytes.as_bytes()).into_owned(), true)
            }
        };
        if text.contains('\0') {
            return Err(vm.new_value_error("embedded null byte"));
        }
        Ok(Path { text, given, bytes })
    }
}

/// `os.fspath`: the str or bytes that a path-like object stands for.
pub fn fspath(path: &PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let is_plain = |object: &PyObjectRef| {
        object.fast_isinstance(vm.ctx.types.str_type) || object.fast_isinstance(vm.ctx.types.bytes_type)
    };
    if is_plain(path) {
        return Ok(path.clone());
    }
    let kind = path.class().name().to_string();
    let Some(method) = vm.get_attribute_opt(path.class().as_object(), "__fspath__")? else {
        let message = format!("expected str, bytes or os.PathLike object, not {kind}");
        return Err(vm.new_type_error(message));
    };
    let plain = method.call((path.clone(),), vm)?;
    if is_plain(&plain) {
        return Ok(plain);
    }
    let got = plain.class().name().to_string();
    Err(vm.new_type_error(format!("expected {kind}.__fspath__() to return str or bytes, not {got}")))
}

trait Named<T> {
    fn named(self, path: &Path, vm: &VirtualMachine) -> PyResult<T>;
    fn unnamed(self, vm: &VirtualMachine) -> PyResult<T>;
}

impl<T> Named<T> for Result<T, Errno> {
    fn named(self, path: &Path, vm: &VirtualMachine) -> PyResult<T> {
        self.map_err(|errno| os_error(vm, errno, std::slice::from_ref(&path.given)))
    }

    fn unnamed(self, vm: &VirtualMachine) -> PyResult<T> {
        self.map_err(|errno| os_error(vm, errno, &[]))
    }
}

#[rustpython_vm::pymodule(name = "posix")]
mod posix {
    use super::super::files::{FileTree, Flags, Whence};
    use super::super::stdio;
    use super::{Errno, Named, Path, Stat, fspath as plain_path, os_error, outside};
    use crate::host;
    use rustpython_vm::FromArgs;
    use rustpython_vm::builtins::{PyDictRef, PyIntRef, PyListRef, PyTypeRef};
    use rustpython_vm::function::{ArgBytesLike, ArgMemoryBuffer, FuncArgs, OptionalArg};
    use rustpython_vm::types::PyStructSequence;
    use rustpython_vm::{
        AsObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine, pyclass, pystruct_sequence,
        pystruct_sequence_data,
    };
    use std::rc::Rc;
    use std::time::Duration;

    #[pyattr]
    const F_OK: i32 = 0;
    #[pyattr]
    const X_OK: i32 = 1;
    #[pyattr]
    const W_OK: i32 = 2;
    #[pyattr]
    const R_OK: i32 = 4;
    #[pyattr]
    const O_RDONLY: i32 = Flags::READ;
    #[pyattr]
    const O_WRONLY: i32 = Flags::WRITE;
    #[pyattr]
    const O_RDWR: i32 = Flags::READ_WRITE;
    #[pyattr]
    const O_CREAT: i32 = Flags::CREATE;
    #[pyattr]
    const O_EXCL: i32 = Flags::EXCLUSIVE;
    #[pyattr]
    const O_TRUNC: i32 = Flags::TRUNCATE;
    #[pyattr]
    const O_APPEND: i32 = Flags::APPEND;
    #[pyattr]
    const O_CLOEXEC: i32 = 0o2_000_000;
    #[pyattr]
    const O_NOFOLLOW: i32 = 0o400_000;
    #[pyattr]
    const O_NONBLOCK: i32 = 0o4000;
    #[pyattr]
    const EX_OK: i32 = 0;

    #[pyattr]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.os_error.to_owned()
    }

    /// Which optional system calls exist, for os.supports_fd and its like: none.
    #[pyattr]
    fn _have_functions(vm: &VirtualMachine) -> PyListRef {
        vm.ctx.new_list(Vec::new())
    }

    #[pyattr]
    fn environ(vm: &VirtualMachine) -> PyDictRef {
        let environ = vm.ctx.new_dict();
        let entries = [("HOME", super::super::files::HOME), ("USER", "learner"), ("LANG", "C.UTF-8")];
        for (name, value) in entries {
            let value = vm.ctx.new_bytes(value.as_bytes().to_vec()).into();
            let set = environ.set_item(vm.ctx.new_bytes(name.as_bytes().to_vec()).as_object(), value, vm);
            vm.expect_pyresult(set, "bytes are hashable");
        }
        environ
    }

    #[derive(Debug)]
    #[pystruct_sequence_data]
    struct StatResultData {
        pub st_mode: u32,
        pub st_ino: u64,
        pub st_dev: u64,
        pub st_nlink: u64,
        pub st_uid: u32,
        pub st_gid: u32,
        pub st_size: u64,
        #[pystruct_sequence(unnamed)]
        pub st_atime_int: u64,
        #[pystruct_sequence(unnamed)]
        pub st_mtime_int: u64,
        #[pystruct_sequence(unnamed)]
        pub st_ctime_int: u64,
        #[pystruct_sequence(skip)]
        pub st_atime: f64,
        #[pystruct_sequence(skip)]
        pub st_mtime: f64,
        #[pystruct_sequence(skip)]
        pub st_ctime: f64,
        #[pystruct_sequence(skip)]
        pub st_atime_ns: u64,
        #[pystruct_sequence(skip)]
        pub st_mtime_ns: u64,
        #[pystruct_sequence(skip)]
        pub st_ctime_ns: u64,
        #[pystruct_sequence(skip)]
        pub st_blksize: u64,
        #[pystruct_sequence(skip)]
        pub st_blocks: u64,
    }

    /// What os.stat() gives: mode, size, time of the last change.
    #[pyattr]
    #[pystruct_sequence(name = "stat_result", module = "os", data = "StatResultData")]
    struct PyStatResult;

    #[pyclass(with(PyStructSequence))]
    impl PyStatResult {}

    #[derive(Debug)]
    #[pystruct_sequence_data]
    struct TerminalSizeData {
        pub columns: PyObjectRef,
        pub lines: PyObjectRef,
    }

    /// Width and height of a terminal in characters.
    #[pyattr]
    #[pystruct_sequence(name = "terminal_size", module = "os", data = "TerminalSizeData")]
    struct PyTerminalSize;

    #[pyclass(with(PyStructSequence))]
    impl PyTerminalSize {}

    fn tree() -> Rc<FileTree> {
        Rc::clone(&outside::current().files)
    }

    fn facts(stat: Stat) -> StatResultData {
        let seconds = stat.modified.as_secs();
        let exact = stat.modified.as_secs_f64();
        let nanoseconds = u64::try_from(stat.modified.as_nanos()).unwrap_or(u64::MAX);
        StatResultData {
            st_mode: stat.mode,
            st_ino: stat.inode,
            st_dev: 1,
            st_nlink: stat.links,
            st_uid: 1000,
            st_gid: 1000,
            st_size: stat.size,
            st_atime_int: seconds,
            st_mtime_int: seconds,
            st_ctime_int: seconds,
            st_atime: exact,
            st_mtime: exact,
            st_ctime: exact,
            st_atime_ns: nanoseconds,
            st_mtime_ns: nanoseconds,
            st_ctime_ns: nanoseconds,
            st_blksize: 4096,
            st_blocks: stat.size.div_ceil(512),
        }
    }

    /// A path, or the number of an open file.
    enum Target {
        Path(Path),
        Open(i32),
    }

    impl TryFromObject for Target {
        fn try_from_object(vm: &VirtualMachine, given: PyObjectRef) -> PyResult<Target> {
            if given.fast_isinstance(vm.ctx.types.int_type) {
                return i32::try_from_object(vm, given).map(Target::Open);
            }
            Path::try_from_object(vm, given).map(Target::Path)
        }
    }

    #[derive(FromArgs)]
    struct PathArgs {
        #[pyarg(any)]
        path: PyObjectRef,
        #[pyarg(named, optional)]
        dir_fd: Option<PyObjectRef>,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    impl PathArgs {
        fn target(self, vm: &VirtualMachine) -> PyResult<Target> {
            no_dir_fd(self.dir_fd.as_ref(), vm)?;
            // Without symbolic links both ways lead to the same file.
            let _ = self.follow_symlinks;
            Target::try_from_object(vm, self.path)
        }

        fn path(self, vm: &VirtualMachine) -> PyResult<Path> {
            no_dir_fd(self.dir_fd.as_ref(), vm)?;
            Path::try_from_object(vm, self.path)
        }
    }

    fn no_dir_fd(dir_fd: Option<&PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        match dir_fd {
            Some(given) if !vm.is_none(given) => {
                Err(vm.new_not_implemented_error("dir_fd unavailable on this platform"))
            }
            _ => Ok(()),
        }
    }

    fn stat_target(target: Target, vm: &VirtualMachine) -> PyResult {
        let stat = match target {
            Target::Path(path) => tree().stat(&path.text).named(&path, vm)?,
            Target::Open(descriptor) => tree().stat_open(descriptor).unnamed(vm)?,
        };
        Ok(PyStatResult::from_data(facts(stat), vm).into())
    }

    /// Facts about a file or directory.
    #[pyfunction]
    fn stat(args: PathArgs, vm: &VirtualMachine) -> PyResult {
        stat_target(args.target(vm)?, vm)
    }

    /// Facts about a file or directory; there are no symbolic links here.
    #[pyfunction]
    fn lstat(args: PathArgs, vm: &VirtualMachine) -> PyResult {
        stat_target(Target::Path(args.path(vm)?), vm)
    }

    /// Facts about an open file.
    #[pyfunction]
    fn fstat(fd: i32, vm: &VirtualMachine) -> PyResult {
        stat_target(Target::Open(fd), vm)
    }

    /// The names in a directory, sorted.
    #[pyfunction]
    fn listdir(path: OptionalArg<Option<PyObjectRef>>, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let path = match path.flatten() {
            Some(path) => Path::try_from_object(vm, path)?,
            None => Path::try_from_object(vm, vm.ctx.new_str(".").into())?,
        };
        let names = tree().list(&path.text).named(&path, vm)?;
        let object = |name: String| -> PyObjectRef {
            if path.bytes { vm.ctx.new_bytes(name.into_bytes()).into() } else { vm.ctx.new_str(name).into() }
        };
        Ok(names.into_iter().map(object).collect())
    }

    /// The current directory.
    #[pyfunction]
    fn getcwd() -> String {
        tree().current()
    }

    /// The current directory as bytes.
    #[pyfunction]
    fn getcwdb(vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.new_bytes(tree().current().into_bytes()).into()
    }

    /// Changes the current directory.
    #[pyfunction]
    fn chdir(path: Path, vm: &VirtualMachine) -> PyResult<()> {
        tree().chdir(&path.text).named(&path, vm)
    }

    #[derive(FromArgs)]
    struct MkdirArgs {
        #[pyarg(any)]
        path: Path,
        #[pyarg(any, default = 0o777)]
        mode: u32,
        #[pyarg(named, optional)]
        dir_fd: Option<PyObjectRef>,
    }

    const UMASK: u32 = 0o022;

    /// Makes a directory.
    #[pyfunction]
    fn mkdir(args: MkdirArgs, vm: &VirtualMachine) -> PyResult<()> {
        no_dir_fd(args.dir_fd.as_ref(), vm)?;
        tree().mkdir(&args.path.text, args.mode & !UMASK).named(&args.path, vm)
    }

    /// Removes an empty directory.
    #[pyfunction]
    fn rmdir(args: PathArgs, vm: &VirtualMachine) -> PyResult<()> {
        let path = args.path(vm)?;
        tree().rmdir(&path.text).named(&path, vm)
    }

    /// Removes a file.
    #[pyfunction]
    fn unlink(args: PathArgs, vm: &VirtualMachine) -> PyResult<()> {
        let path = args.path(vm)?;
        tree().unlink(&path.text).named(&path, vm)
    }

    /// Removes a file.
    #[pyfunction]
    fn remove(args: PathArgs, vm: &VirtualMachine) -> PyResult<()> {
        unlink(args, vm)
    }

    #[derive(FromArgs)]
    struct RenameArgs {
        #[pyarg(any)]
        src: Path,
        #[pyarg(any)]
        dst: Path,
        #[pyarg(named, optional)]
        src_dir_fd: Option<PyObjectRef>,
        #[pyarg(named, optional)]
        dst_dir_fd: Option<PyObjectRef>,
    }

    /// Renames a file or directory, replacing a file at the new name.
    #[pyfunction]
    fn rename(args: RenameArgs, vm: &VirtualMachine) -> PyResult<()> {
        no_dir_fd(args.src_dir_fd.as_ref(), vm)?;
        no_dir_fd(args.dst_dir_fd.as_ref(), vm)?;
        let renamed = tree().rename(&args.src.text, &args.dst.text);
        renamed.map_err(|errno| os_error(vm, errno, &[args.src.given, args.dst.given]))
    }

    /// Renames a file or directory, replacing a file at the new name.
    #[pyfunction]
    fn replace(args: RenameArgs, vm: &VirtualMachine) -> PyResult<()> {
        rename(args, vm)
    }

    #[derive(FromArgs)]
    struct OpenArgs {
        #[pyarg(any)]
        path: Path,
        #[pyarg(any)]
        flags: i32,
        #[pyarg(any, default = 0o777)]
        mode: u32,
        #[pyarg(named, optional)]
        dir_fd: Option<PyObjectRef>,
    }

    /// Opens a file and returns its descriptor, a small number.
    #[pyfunction]
    fn open(args: OpenArgs, vm: &VirtualMachine) -> PyResult<i32> {
        no_dir_fd(args.dir_fd.as_ref(), vm)?;
        tree().open(&args.path.text, Flags(args.flags), args.mode & !UMASK).named(&args.path, vm)
    }

    /// Closes a descriptor.
    #[pyfunction]
    fn close(fd: i32, vm: &VirtualMachine) -> PyResult<()> {
        tree().close(fd).unnamed(vm)
    }

    /// A second descriptor for the same file.
    #[pyfunction]
    fn dup(fd: i32, vm: &VirtualMachine) -> PyResult<i32> {
        tree().duplicate(fd).unnamed(vm)
    }

    /// Reads at most `n` bytes.
    #[pyfunction]
    fn read(fd: i32, n: isize, vm: &VirtualMachine) -> PyResult {
        let asked = usize::try_from(n).map_err(|_| os_error(vm, Errno::Invalid, &[]))?;
        let there = tree().remaining(fd).unnamed(vm)?;
        bytes_from(fd, asked.min(usize::try_from(there).unwrap_or(usize::MAX)), vm)
    }

    /// Reads all bytes from the position to the end.
    #[pyfunction]
    fn _readall(fd: i32, vm: &VirtualMachine) -> PyResult {
        let there = tree().remaining(fd).unnamed(vm)?;
        bytes_from(fd, usize::try_from(there).unwrap_or(usize::MAX), vm)
    }

    fn bytes_from(fd: i32, length: usize, vm: &VirtualMachine) -> PyResult {
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(length).map_err(|_| vm.new_memory_error(""))?;
        bytes.resize(length, 0);
        let count = tree().read_into(fd, &mut bytes).unnamed(vm)?;
        bytes.truncate(count);
        Ok(vm.ctx.new_bytes(bytes).into())
    }

    /// Reads into a writable buffer; the number of bytes read.
    #[pyfunction]
    fn _readinto(fd: i32, buffer: ArgMemoryBuffer, vm: &VirtualMachine) -> PyResult<usize> {
        buffer.with_ref(|bytes| tree().read_into(fd, bytes)).unnamed(vm)
    }

    /// Writes bytes; the number of bytes written.
    #[pyfunction]
    fn write(fd: i32, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
        let stream = match fd {
            1 => host::Stream::Out,
            2 => host::Stream::Err,
            _ => return data.with_ref(|bytes| tree().write(fd, bytes)).unnamed(vm),
        };
        data.with_ref(|bytes| stdio::write(stream, &String::from_utf8_lossy(bytes)));
        stdio::flush();
        Ok(data.len())
    }

    /// Moves the position of an open file.
    #[pyfunction]
    fn lseek(fd: i32, position: i64, whence: i32, vm: &VirtualMachine) -> PyResult<u64> {
        let whence = match whence {
            0 => Whence::Start,
            1 => Whence::Current,
            2 => Whence::End,
            _ => return Err(os_error(vm, Errno::Invalid, &[])),
        };
        tree().seek(fd, position, whence).unnamed(vm)
    }

    /// Cuts or lengthens an open file.
    #[pyfunction]
    fn ftruncate(fd: i32, length: i64, vm: &VirtualMachine) -> PyResult<()> {
        let length = u64::try_from(length).map_err(|_| os_error(vm, Errno::Invalid, &[]))?;
        tree().truncate(fd, length).unnamed(vm)
    }

    /// Cuts or lengthens a file.
    #[pyfunction]
    fn truncate(path: Target, length: i64, vm: &VirtualMachine) -> PyResult<()> {
        match path {
            Target::Open(descriptor) => ftruncate(descriptor, length, vm),
            Target::Path(path) => {
                let descriptor = tree().open(&path.text, Flags(Flags::WRITE), 0).named(&path, vm)?;
                let done = ftruncate(descriptor, length, vm);
                tree().close(descriptor).unnamed(vm)?;
                done
            }
        }
    }

    #[derive(FromArgs)]
    struct AccessArgs {
        #[pyarg(any)]
        path: Path,
        #[pyarg(any)]
        #[allow(dead_code, reason = "permission bits are not enforced")]
        mode: i32,
        #[pyarg(flatten)]
        _rest: Ignored,
    }

    struct Ignored;

    impl rustpython_vm::function::FromArgs for Ignored {
        fn from_args(
            _vm: &VirtualMachine,
            args: &mut FuncArgs,
        ) -> Result<Ignored, rustpython_vm::function::ArgumentError> {
            for name in ["dir_fd", "effective_ids", "follow_symlinks"] {
                args.take_keyword(name);
            }
            Ok(Ignored)
        }
    }

    /// Whether a file or directory exists; permission bits are not enforced here.
    #[pyfunction]
    fn access(args: AccessArgs) -> bool {
        tree().stat(&args.path.text).is_ok()
    }

    #[derive(FromArgs)]
    struct ChmodArgs {
        #[pyarg(any)]
        path: Path,
        #[pyarg(any)]
        mode: u32,
        #[pyarg(flatten)]
        _rest: Ignored,
    }

    /// Sets the permission bits, which are shown and not enforced.
    #[pyfunction]
    fn chmod(args: ChmodArgs, vm: &VirtualMachine) -> PyResult<()> {
        tree().chmod(&args.path.text, args.mode).named(&args.path, vm)
    }

    #[derive(FromArgs)]
    struct UtimeArgs {
        #[pyarg(any)]
        path: Path,
        #[pyarg(any, optional)]
        times: Option<PyObjectRef>,
        #[pyarg(named, optional)]
        ns: Option<PyObjectRef>,
        #[pyarg(flatten)]
        _rest: Ignored,
    }

    /// Sets the time of the last change.
    #[pyfunction]
    fn utime(args: UtimeArgs, vm: &VirtualMachine) -> PyResult<()> {
        let second = |pair: &PyObjectRef| pair.get_item(&1, vm);
        let given = |option: Option<PyObjectRef>| option.filter(|object| !vm.is_none(object));
        let time = match (given(args.times), given(args.ns)) {
            (None, None) => None,
            (Some(times), _) => {
                let seconds = second(&times)?.try_float(vm)?.to_f64();
                let time = Duration::try_from_secs_f64(seconds);
                Some(time.map_err(|_| vm.new_overflow_error("timestamp out of range for platform time_t"))?)
            }
            (None, Some(ns)) => Some(Duration::from_nanos(u64::try_from_object(vm, second(&ns)?)?)),
        };
        tree().set_modified(&args.path.text, time).named(&args.path, vm)
    }

    /// There are no symbolic links here, so no path is one.
    #[pyfunction]
    fn readlink(args: PathArgs, vm: &VirtualMachine) -> PyResult<()> {
        let path = args.path(vm)?;
        tree().stat(&path.text).and(Err(Errno::Invalid)).named(&path, vm)
    }

    /// The str or bytes that a path-like object stands for.
    #[pyfunction]
    fn fspath(path: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        plain_path(&path, vm)
    }

    /// Random bytes that cannot be predicted.
    #[pyfunction]
    fn urandom(size: isize, vm: &VirtualMachine) -> PyResult {
        let length = usize::try_from(size).map_err(|_| vm.new_value_error("negative argument not allowed"))?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(length).map_err(|_| vm.new_memory_error(""))?;
        bytes.resize(length, 0);
        outside::host().entropy(&mut bytes);
        Ok(vm.ctx.new_bytes(bytes).into())
    }

    /// The sentence for an error number.
    #[pyfunction]
    fn strerror(code: i32) -> String {
        use super::super::files::Errno::*;
        let known = [
            NotFound,
            Io,
            BadDescriptor,
            Busy,
            Exists,
            NotADirectory,
            IsADirectory,
            Invalid,
            FileTooLarge,
            NoSpace,
            NotEmpty,
        ];
        let found = known.into_iter().find(|errno| errno.number() == code);
        found.map_or_else(|| format!("Unknown error {code}"), |errno| errno.sentence().to_owned())
    }

    /// The number of this process.
    #[pyfunction]
    fn getpid() -> i32 {
        1
    }

    /// The number of the process that started this one.
    #[pyfunction]
    fn getppid() -> i32 {
        0
    }

    /// The user's number.
    #[pyfunction]
    fn getuid() -> i32 {
        1000
    }

    /// The user's name.
    #[pyfunction]
    fn getlogin() -> &'static str {
        "learner"
    }

    /// One: a cell runs in one thread.
    #[pyfunction]
    fn cpu_count() -> i32 {
        1
    }

    /// The permission bits that new files do not get.
    #[pyfunction]
    fn umask(_mask: i32) -> u32 {
        UMASK
    }

    /// False: nothing here is a terminal.
    #[pyfunction]
    fn isatty(_fd: i32) -> bool {
        false
    }

    /// None: nothing here is a terminal.
    #[pyfunction]
    fn device_encoding(_fd: i32) {}

    /// Does nothing: files are in memory.
    #[pyfunction]
    fn fsync(_fd: i32) {}

    /// Does nothing: there are no other processes to inherit a file.
    #[pyfunction]
    fn set_inheritable(_fd: i32, _inheritable: bool) {}

    /// False: there are no other processes to inherit a file.
    #[pyfunction]
    fn get_inheritable(_fd: i32) -> bool {
        false
    }

    /// Does nothing: os.environ keeps the value.
    #[pyfunction]
    fn putenv(_name: PyObjectRef, _value: PyObjectRef) {}

    /// Does nothing: os.environ forgets the value.
    #[pyfunction]
    fn unsetenv(_name: PyObjectRef) {}

    /// Raises OSError: nothing here is a terminal.
    #[pyfunction]
    fn get_terminal_size(_fd: OptionalArg<i32>, vm: &VirtualMachine) -> PyResult<()> {
        let arguments = (25, "Inappropriate ioctl for device");
        let raised = vm.ctx.exceptions.os_error.as_object().call(arguments, vm)?;
        Err(raised.downcast().expect("calling OSError gives an exception"))
    }

    /// Ends the program with a status.
    #[pyfunction]
    fn _exit(status: PyIntRef, vm: &VirtualMachine) -> PyResult<()> {
        let raised = vm.ctx.exceptions.system_exit.as_object().call((status,), vm)?;
        Err(raised.downcast().expect("calling SystemExit gives an exception"))
    }
}
