//! How native modules reach the host and the files of the session that is running.
//!
//! A Python function written in Rust gets the interpreter and its arguments, nothing else. So the
//! session that runs is noted here for the time of the run: [`enter`] notes it, [`host`] reads it.
//! Several sessions may live in one thread; one of them runs at a time.

use super::files::FileTree;
use super::files::dataset::Mounts;
use super::numpy::settings::Settings;
use super::stdio::Pending;
use crate::host::{Host, Stream};
use std::cell::RefCell;
use std::rc::Rc;

/// What one session's Python sees of the world.
pub struct Outside {
    /// Output, clocks, randomness.
    pub host: Rc<dyn Host>,
    /// The files.
    pub files: Rc<FileTree>,
    /// Which data files are among them.
    pub mounts: Mounts,
    out: Pending,
    err: Pending,
    numpy: Rc<Settings>,
}

impl Outside {
    /// A world with this host, nothing written yet, the sample data set among its files.
    pub fn new(host: Rc<dyn Host>) -> Rc<Outside> {
        let files = Rc::new(FileTree::new(Rc::clone(&host)));
        let mounts = Mounts::default();
        mounts.lay_sample(&files).expect("an empty tree takes the sample set");
        let numpy = Rc::default();
        Rc::new(Outside { host, files, mounts, out: Pending::default(), err: Pending::default(), numpy })
    }

    /// What the session has set in NumPy.
    pub fn numpy(&self) -> Rc<Settings> {
        Rc::clone(&self.numpy)
    }

    pub(super) fn pending(&self, stream: Stream) -> &Pending {
        match stream {
            Stream::Out => &self.out,
            Stream::Err => &self.err,
        }
    }
}

thread_local! {
    static RUNNING: RefCell<Option<Rc<Outside>>> = const { RefCell::new(None) };
}

/// Runs `body` with `outside` as the world that native modules see.
pub fn enter<R>(outside: &Rc<Outside>, body: impl FnOnce() -> R) -> R {
    struct Restore(Option<Rc<Outside>>);
    impl Drop for Restore {
        fn drop(&mut self) {
            RUNNING.set(self.0.take());
        }
    }
    let _restore = Restore(RUNNING.replace(Some(Rc::clone(outside))));
    body()
}

/// The world of the session that is running.
///
/// Panics when no session runs: native modules are only called from within one.
pub fn current() -> Rc<Outside> {
    RUNNING.with_borrow(|running| {
        running.clone().expect("native modules are called only while a session runs (outside::enter)")
    })
}

/// The host of the session that is running. Panics like [`current`].
pub fn host() -> Rc<dyn Host> {
    Rc::clone(&current().host)
}
