//! A terminal as the host of a session, and a thread with room for deep recursion to run it on.

use std::io::Write;
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

/// Runs `body` with a fresh session that writes to this terminal.
pub fn with_session<R: Send>(body: impl FnOnce(&Session) -> R + Send) -> R {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, || {
            let session = Session::new(Rc::new(Terminal { begun: Instant::now() }));
            let result = body(&session);
            // The process ends next: the interpreter's objects need no taking apart.
            std::mem::forget(session);
            result
        });
        let thread = thread.expect("the operating system starts a thread");
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
