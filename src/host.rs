//! Everything outside the program, behind one trait: where output goes, what time it is, randomness,
//! the bytes of the reader's files.
//!
//! A browser, a terminal and a test each implement [`Host`]; nothing else in the crate asks the
//! operating system for anything. [`Recording`] is the fixed implementation that tests use.

use std::cell::{Cell, RefCell};
use std::time::Duration;

/// One of the two output streams of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// The outside world of one session.
pub trait Host {
    /// Shows `text` on `stream` at once; called while a program runs.
    fn write(&self, stream: Stream, text: &str);
    /// Wall clock: time since 1970-01-01 00:00 UTC.
    fn now(&self) -> Duration;
    /// Seconds that the reader's clocks are ahead of UTC at an instant, in seconds since 1970. Asked where no
    /// operating system tells.
    fn east(&self, instant: i64) -> i32 {
        let _ = instant;
        0
    }
    /// What the reader's zone is called then.
    fn zone(&self, instant: i64) -> String {
        let _ = instant;
        "UTC".to_owned()
    }
    /// A clock that never goes back; only differences mean anything.
    fn monotonic(&self) -> Duration;
    /// Returns when `length` has passed on the monotonic clock.
    fn sleep(&self, length: Duration);
    /// Fills `buffer` with random bytes that cannot be predicted.
    fn entropy(&self, buffer: &mut [u8]);
    /// Copies bytes of the reader's file `number`, from `offset` on, into `buffer`; how many, fewer than
    /// asked only at the end. `None` where they cannot be read (any more), as with a host without files.
    fn read_file(&self, number: u32, offset: u64, buffer: &mut [u8]) -> Option<usize> {
        let _ = (number, offset, buffer);
        None
    }
    /// The part of Python's standard library that the program does not hold itself, all of it: asked for
    /// at most once a session. `None` where it cannot be had; a native program holds it and does not ask.
    fn library(&self) -> Option<Vec<u8>> {
        None
    }
}

/// A host that stands still and remembers: output in order, clocks that only `sleep` moves, and
/// the same "random" bytes each time.
#[derive(Debug)]
pub struct Recording {
    written: RefCell<Vec<(Stream, String)>>,
    elapsed: Cell<Duration>,
    drawn: Cell<u64>,
}

impl Recording {
    /// Noon on 2025-01-01 UTC, the instant at which the wall clock stands.
    pub const START: Duration = Duration::from_secs(1_735_732_800);

    /// A host to which nothing has been written yet.
    pub fn new() -> Recording {
        Recording { written: RefCell::default(), elapsed: Cell::default(), drawn: Cell::default() }
    }

    /// Takes every call of [`Host::write`] since the last take, in order.
    pub fn take(&self) -> Vec<(Stream, String)> {
        self.written.take()
    }

    /// Takes all that was written, as the two texts (standard output, standard error).
    pub fn take_texts(&self) -> (String, String) {
        let mut texts = (String::new(), String::new());
        for (stream, text) in self.take() {
            match stream {
                Stream::Out => texts.0.push_str(&text),
                Stream::Err => texts.1.push_str(&text),
            }
        }
        texts
    }
}

impl Default for Recording {
    fn default() -> Recording {
        Recording::new()
    }
}

impl Host for Recording {
    fn write(&self, stream: Stream, text: &str) {
        self.written.borrow_mut().push((stream, text.to_owned()));
    }

    fn now(&self) -> Duration {
        Recording::START + self.elapsed.get()
    }

    fn monotonic(&self) -> Duration {
        self.elapsed.get()
    }

    fn sleep(&self, length: Duration) {
        self.elapsed.set(self.elapsed.get().saturating_add(length));
    }

    fn entropy(&self, buffer: &mut [u8]) {
        for byte in buffer {
            // SplitMix64's increment: distinct draws, the same in every run.
            let drawn = self.drawn.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
            self.drawn.set(drawn);
            *byte = (drawn >> 56) as u8;
        }
    }
}
