//! The application without a browser: one interpreter that keeps its names from cell to cell.
//!
//! Nothing that runs here can take the session down: an error in the code is an [`Outcome`].

use crate::host::{Host, Stream};
use crate::nd::Array;
use crate::py::errors::{Exit, Failure};
pub use crate::py::files::Errno;
use crate::py::files::{FileTree, Loaded, OfHost, Packed};
use crate::py::outside::Outside;
use crate::py::vm::Machine;
use crate::view::memory::{self, MemoryMap};
use std::cell::OnceCell;
use std::rc::Rc;
use std::time::Duration;

/// One learner's Python: its names, its modules, its files.
pub struct Session {
    machine: Machine,
    outside: Rc<Outside>,
}

/// What running a cell gave. Its output went to the host while it ran.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The last expression's value as a REPL shows it; None where there is none, or it is `None`.
    pub value: Option<String>,
    /// What ended the cell early. `sys.exit()` with status 0 is no error.
    pub error: Option<Failure>,
    /// How long the cell ran.
    pub elapsed: Duration,
}

impl Outcome {
    /// Whether the cell ran to its end.
    pub fn ok(&self) -> bool {
        self.error.is_none()
    }
}

impl Session {
    /// A fresh session. Its files are the sample data set.
    pub fn new(host: Rc<dyn Host>) -> Session {
        let outside = Outside::new(host);
        let machine = Machine::start(Rc::clone(&outside));
        Session { machine, outside }
    }

    /// Runs a cell, called `cell` in tracebacks (for example `cell 3`).
    pub fn run(&self, cell: &str, code: &str) -> Outcome {
        let begun = self.outside.host.monotonic();
        let ran = self.machine.run(cell, code);
        let elapsed = self.outside.host.monotonic().saturating_sub(begun);
        let (value, error) = match ran {
            Ok(value) => (value, None),
            Err(failure) if failure.exit == Some(Exit::Status(0)) => (None, None),
            Err(failure) => (None, Some(failure)),
        };
        Outcome { value, error, elapsed }
    }

    /// Runs a program as `python PATH ARGUMENTS` does; its exit status.
    ///
    /// A traceback goes to the host's error stream.
    pub fn run_script(&self, path: &str, code: &str, arguments: &[String]) -> i32 {
        self.machine.set_arguments(path, arguments);
        let Err(failure) = self.machine.run(path, code) else { return 0 };
        let (text, status) = match failure.exit {
            Some(Exit::Status(status)) => (String::new(), status & 0xff),
            Some(Exit::Message(message)) => (format!("{message}\n"), 1),
            None => (failure.traceback, 1),
        };
        if !text.is_empty() {
            self.outside.host.write(Stream::Err, &text);
        }
        status
    }

    /// Adds a file of the reader's at `path`, counted from the first directory of the session.
    ///
    /// It appears under `data/` as well; a CIFAR-10 batch in one of the data directories appears in both, where it
    /// replaces the sample set.
    ///
    /// # Errors
    /// Where a directory has that name, or a file stands where a directory is needed.
    pub fn mount(&self, path: &str, bytes: Vec<u8>) -> Result<(), Errno> {
        self.outside.mounts.mount(&self.outside.files, path, Rc::new(Loaded(bytes)))
    }

    /// Like [`Session::mount`], for a file of `length` bytes that stays with the host: what a program
    /// reads of it is read from the host, under this number ([`Host::read_file`]).
    ///
    /// # Errors
    /// As [`Session::mount`].
    pub fn mount_host_file(&self, path: &str, number: u32, length: u64) -> Result<(), Errno> {
        let source = OfHost { host: Rc::clone(&self.outside.host), number, length };
        self.outside.mounts.mount(&self.outside.files, path, Rc::new(source))
    }

    /// Like [`Session::mount_host_file`], for the file called `name`, of `length` bytes, in an archive that stays
    /// with the host: a tar file or a single file, packed by gzip or not. It is unpacked when a program reads it.
    ///
    /// # Errors
    /// As [`Session::mount`].
    pub fn mount_packed(&self, path: &str, archive: (u32, u64), name: &str, length: u64) -> Result<(), Errno> {
        let (number, archive_length) = archive;
        let archive = OfHost { host: Rc::clone(&self.outside.host), number, length: archive_length };
        let bytes = OnceCell::new();
        let source = Packed { archive: Rc::new(archive), name: name.to_owned(), length, bytes };
        self.outside.mounts.mount(&self.outside.files, path, Rc::new(source))
    }

    /// Takes a mounted file away again. The sample set comes back with the last batch.
    ///
    /// # Errors
    /// Where something of the learner's stands in the way of the sample set.
    pub fn unmount(&self, path: &str) -> Result<(), Errno> {
        self.outside.mounts.unmount(&self.outside.files, path)
    }

    /// The files of the session.
    pub fn files(&self) -> &FileTree {
        &self.outside.files
    }

    /// Imports what nearly every cell needs, unseen: numpy, and what words an error.
    pub fn preload(&self) {
        self.machine.preload(&["numpy", "traceback"]);
    }

    /// Runs what an interpreter does often, so that an engine that compiles in stages has met it.
    pub fn warm_up(&self) {
        self.machine.warm_up();
    }

    /// The global names of the session, for completion.
    pub fn names(&self) -> Vec<String> {
        self.machine.names()
    }

    /// The arrays that global names of the session are bound to, with those names.
    pub fn arrays(&self) -> Vec<(String, Array)> {
        self.machine.arrays()
    }

    /// Where the items of the array called `name` lie; `None` when no array has that name.
    pub fn memory_map(&self, name: &str) -> Option<MemoryMap> {
        let arrays = self.arrays();
        let (_, array) = arrays.iter().find(|(known, _)| known == name)?;
        let shares = arrays.iter().filter(|(other, known)| other != name && Rc::ptr_eq(known.buffer(), array.buffer()));
        Some(memory::describe(name, array, shares.map(|(other, _)| other.clone()).collect()))
    }
}
