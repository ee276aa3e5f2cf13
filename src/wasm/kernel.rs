//! Exports of the `kernel` module: a Python session for a worker.
//! Not here: the session itself, nor anything that knows arrays.
//!
//! Output leaves through a static import, so that no JS object is held while a session rests and its
//! memory can be copied into another instance of the module. What comes back is a plain object.

use super::wire::MemoryMapWire;
use crate::host::{Host, Stream};
use crate::nd::Array;
use crate::session::{self, Session};
use serde::Serialize;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The worker's: 1 is standard output, 2 standard error.
    #[wasm_bindgen(js_name = "__stridelab_write")]
    fn write(stream: u8, text: &str);

    /// The worker's: fills `into` from a file of the reader's; how many bytes, -1 where it cannot.
    #[wasm_bindgen(js_name = "__stridelab_read")]
    fn read(file: u32, offset: f64, into: &mut [u8]) -> f64;

    /// The worker's: the file beside the module with the rest of the standard library.
    #[wasm_bindgen(js_name = "__stridelab_library")]
    fn library() -> Option<Vec<u8>>;

    #[wasm_bindgen(js_namespace = performance, js_name = "now")]
    fn performance_now() -> f64;
}

/// A worker as the host of a session.
struct Worker;

impl Host for Worker {
    fn write(&self, stream: Stream, text: &str) {
        let number = match stream {
            Stream::Out => 1,
            Stream::Err => 2,
        };
        write(number, text);
    }

    fn now(&self) -> Duration {
        milliseconds(js_sys::Date::now())
    }

    fn east(&self, instant: i64) -> i32 {
        // In minutes, and to the west; none of what is no date.
        (-60.0 * date(instant).get_timezone_offset()) as i32
    }

    fn zone(&self, instant: i64) -> String {
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"timeZoneName".into(), &"short".into()).expect("a new object takes properties");
        let text = String::from(date(instant).to_locale_time_string_with_options("en-US", &options));
        text.rsplit(' ').next().unwrap_or_default().to_owned()
    }

    fn monotonic(&self) -> Duration {
        milliseconds(performance_now())
    }

    fn sleep(&self, length: Duration) {
        // A worker that runs Python has nothing else to do, and cannot wait without special headers.
        let end = self.monotonic().saturating_add(length);
        while self.monotonic() < end {}
    }

    fn entropy(&self, buffer: &mut [u8]) {
        getrandom::fill(buffer).expect("a browser's crypto.getRandomValues gives random bytes");
    }

    fn read_file(&self, number: u32, offset: u64, buffer: &mut [u8]) -> Option<usize> {
        let count = read(number, offset as f64, buffer);
        (count >= 0.0).then_some(count as usize)
    }

    fn library(&self) -> Option<Vec<u8>> {
        library()
    }
}

fn date(instant: i64) -> js_sys::Date {
    js_sys::Date::new(&(1000.0 * instant as f64).into())
}

fn milliseconds(count: f64) -> Duration {
    Duration::try_from_secs_f64(count / 1000.0).unwrap_or_default()
}

/// The crate's version, so that a worker can tell that module and scripts were built together.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// One Python session.
#[wasm_bindgen]
pub struct Kernel {
    session: Session,
}

#[derive(Serialize)]
struct Outcome {
    ok: bool,
    value: Option<String>,
    error: Option<PythonError>,
    elapsed_ms: f64,
}

#[derive(Serialize)]
struct PythonError {
    kind: String,
    message: String,
    traceback: String,
    line: Option<u32>,
    column: Option<u32>,
}

#[derive(Serialize)]
struct ArrayInfo {
    name: String,
    dtype: String,
    shape: Vec<usize>,
    nbytes: usize,
}

impl From<session::Outcome> for Outcome {
    fn from(outcome: session::Outcome) -> Outcome {
        let error = outcome.error.map(|failure| PythonError {
            kind: failure.kind,
            message: failure.message,
            traceback: failure.traceback,
            line: failure.line,
            column: failure.column,
        });
        let elapsed_ms = outcome.elapsed.as_secs_f64() * 1000.0;
        Outcome { ok: error.is_none(), value: outcome.value, error, elapsed_ms }
    }
}

#[wasm_bindgen]
impl Kernel {
    /// Starts a session and imports numpy into it, unseen.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "a constructor of JavaScript's")]
    pub fn new() -> Kernel {
        let session = Session::new(Rc::new(Worker));
        session.preload();
        Kernel { session }
    }

    /// Runs `code`; tracebacks call it `cell`. An `Outcome`.
    pub fn run(&self, code: &str, cell: &str) -> Result<JsValue, JsError> {
        plain(&Outcome::from(self.session.run(cell, code)))
    }

    /// Shows a file of the reader's, of `length` bytes, at `path`. Its bytes are read through
    /// `__stridelab_read` under `file` when a program reads them. Throws where the path cannot be used.
    pub fn mount(&self, path: &str, file: u32, length: f64) -> Result<(), JsError> {
        self.session.mount_host_file(path, file, length as u64).map_err(|errno| refusal(path, errno))
    }

    /// Shows a file of an archive of the reader's at `path`: `name` in it, of `length` bytes, unpacked when a program
    /// reads it. The archive's bytes are read as those of [`Kernel::mount`].
    pub fn mount_packed(
        &self,
        path: &str,
        file: u32,
        archive_length: f64,
        name: &str,
        length: f64,
    ) -> Result<(), JsError> {
        let archive = (file, archive_length as u64);
        self.session.mount_packed(path, archive, name, length as u64).map_err(|errno| refusal(path, errno))
    }

    /// Takes a mounted file away again.
    pub fn unmount(&self, path: &str) -> Result<(), JsError> {
        self.session.unmount(path).map_err(|errno| refusal(path, errno))
    }

    /// `ArrayInfo` of each array that a global name of the session is bound to.
    pub fn arrays(&self) -> Result<JsValue, JsError> {
        let info = |(name, array): (String, Array)| ArrayInfo {
            name,
            dtype: array.dtype().name().into_owned(),
            shape: array.shape().to_vec(),
            nbytes: array.nbytes(),
        };
        plain(&self.session.arrays().into_iter().map(info).collect::<Vec<_>>())
    }

    /// `MemoryMap` of the array called `name`; `null` when no array has that name.
    pub fn memory_map(&self, name: &str) -> Result<JsValue, JsError> {
        plain(&self.session.memory_map(name).map(MemoryMapWire::from))
    }

    /// The global names of the session, for completion.
    pub fn names(&self) -> Vec<String> {
        self.session.names()
    }

    /// Runs a short loop, so that the engine has compiled the interpreter well before a reader waits.
    pub fn warm_up(&self) {
        self.session.warm_up();
    }
}

fn refusal(path: &str, errno: session::Errno) -> JsError {
    JsError::new(&format!("{path}: {}", errno.sentence()))
}

fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
