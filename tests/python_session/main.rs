//! Python as a learner meets it, on a real session with a host that records.
//!
//! Expected texts come from CPython 3.13.0 where a comment does not say otherwise.
#![cfg(all(feature = "python", not(target_arch = "wasm32")))]

mod calendar;
mod cells;
mod files;
mod helping;
mod stdlib;
mod temporaries;
mod tracebacks;
mod wording;

use std::rc::Rc;
use stridelab::host::Recording;
use stridelab::session::{Outcome, Session};

/// A session and the host that remembers what it wrote.
struct Learner {
    session: Session,
    host: Rc<Recording>,
}

impl Learner {
    fn new() -> Learner {
        let host = Rc::new(Recording::new());
        Learner { session: Session::new(host.clone()), host }
    }

    fn run(&self, code: &str) -> Outcome {
        self.session.run("cell 1", code)
    }

    /// What a cell that must succeed prints.
    fn prints(&self, code: &str) -> String {
        let outcome = self.run(code);
        let (out, err) = self.host.take_texts();
        assert!(outcome.ok(), "{code}\n{}{}", err, outcome.error.map(|e| e.traceback).unwrap_or_default());
        out
    }

    /// The value of the last expression of a cell that must succeed.
    fn value(&self, code: &str) -> Option<String> {
        let outcome = self.run(code);
        assert!(outcome.ok(), "{code}\n{}", outcome.error.map(|e| e.traceback).unwrap_or_default());
        outcome.value
    }

    /// The last line of the traceback of a cell that must fail.
    fn fails(&self, code: &str) -> String {
        let error = self.run(code).error.unwrap_or_else(|| panic!("{code}\nraised nothing"));
        error.traceback.trim_end().lines().last().unwrap_or_default().to_owned()
    }
}

/// Runs a test on a thread with the stack that the native command gives Python.
fn with_learner(test: impl FnOnce(&Learner) + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(128 << 20).spawn(move || {
        let learner = Learner::new();
        test(&learner);
    });
    let finished = thread.expect("the operating system starts a thread").join();
    finished.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
}
