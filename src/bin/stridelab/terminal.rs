//! A terminal as the host of a session, and a thread with room for deep recursion to run it on.

use std::io::{Read, Write};
use std::rc::Rc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use stridelab::host::{Host, Stream};
use stridelab::session::Session;

struct Terminal {
    begun: Instant,
}

impl Host for Terminal {
    fn write(&self, stream: Stream, text: &str) {
        // A closed pipe (`| head`) is not our error, and there is nowhere left to report it.
        let _closed = match stream {
            Stream::Out => std::io::stdout().lock().write_all(text.as_bytes()),
            Stream::Err => std::io::stderr().lock().write_all(text.as_bytes()),
        };
    }

    fn now(&self) -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }

    fn monotonic(&self) -> Duration {
        self.begun.elapsed()
    }

    fn sleep(&self, length: Duration) {
        std::thread::sleep(length);
    }

    fn entropy(&self, buffer: &mut [u8]) {
        getrandom::fill(buffer).expect("the operating system gives random bytes");
    }
}

/// Python's own limit of 1000 nested calls is reached well before this stack ends.
const STACK_BYTES: usize = 256 << 20;

/// Runs `body` on a thread whose stack holds Python's deepest recursion.
pub fn on_deep_stack<R: Send>(body: impl FnOnce() -> R + Send) -> R {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, body);
        let thread = thread.expect("the operating system starts a thread");
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// A fresh session that writes to this terminal, with these files in its tree.
pub fn session(files: &[(String, Vec<u8>)]) -> Session {
    let session = Session::new(Rc::new(Terminal { begun: Instant::now() }));
    for (path, bytes) in files {
        if let Err(errno) = session.mount(path, bytes.clone()) {
            eprintln!("stridelab: --file {path}: {}", errno.sentence());
        }
    }
    session
}

/// The file that `VPATH=PATH` asks for: where it appears, and its bytes.
pub fn mounted(pair: &str) -> Result<(String, Vec<u8>), String> {
    let (place, path) = pair.split_once('=').ok_or(format!("--file takes VPATH=PATH, not {pair}"))?;
    let bytes = std::fs::read(path).map_err(|e| format!("{path}: {e}"))?;
    Ok((place.to_owned(), bytes))
}

/// The text of a file, or of standard input for `-`.
pub fn read(path: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    if path == "-" {
        std::io::stdin().read_to_end(&mut bytes).map_err(|e| format!("standard input: {e}"))?;
    } else {
        bytes = std::fs::read(path).map_err(|e| format!("{path}: {e}"))?;
    }
    String::from_utf8(bytes).map_err(|e| format!("{path} is not UTF-8 text: {e}"))
}
