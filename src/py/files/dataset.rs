//! Where the CIFAR files of a session lie: the drawn sample set, or the reader's own files.
//!
//! Both appear under `cifar-10-batches-bin/` and `data/cifar-10-batches-bin/`, the two places where
//! programs look for them. The first file of the reader's replaces the whole sample set, so that the
//! two are never mixed; taking the last one away brings it back.

use super::{Content, Errno, FileTree, HOME, Loaded, OnDemand, ReadAt};
use crate::data::record::{RECORD, class_names_text};
use crate::data::sample::{TEST_BATCH, file_name, sample_batch};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Records in each file of the sample set: 2,500 images to train with and 500 to test.
pub const SAMPLE_RECORDS: usize = 500;

const DIRECTORIES: [&str; 2] = ["cifar-10-batches-bin", "data/cifar-10-batches-bin"];
const BATCHES: std::ops::RangeInclusive<usize> = TEST_BATCH..=5;
const NAMES: &str = "batches.meta.txt";

/// Which data files the tree holds, and puts them there.
#[derive(Default)]
pub struct Mounts {
    sample: Cell<bool>,
    batches: RefCell<BTreeSet<String>>,
}

impl Mounts {
    /// Lays the sample set into `tree`; its pictures are drawn when they are first read.
    pub fn lay_sample(&self, tree: &FileTree) -> Result<(), Errno> {
        for batch in BATCHES {
            let length = SAMPLE_RECORDS * RECORD;
            let source = OnDemand::new(length as u64, move || sample_batch(batch, SAMPLE_RECORDS));
            place_everywhere(tree, &file_name(batch), Rc::new(source))?;
        }
        place_everywhere(tree, NAMES, Rc::new(Loaded(class_names_text().into_bytes())))?;
        self.sample.set(true);
        Ok(())
    }

    /// Puts a file of the reader's at `path`, counted from the session's first directory.
    ///
    /// One of CIFAR-10's batches in either data directory appears in both; any other file also appears under
    /// `data/`. All places share one source.
    pub fn mount(&self, tree: &FileTree, path: &str, source: Rc<dyn ReadAt>) -> Result<(), Errno> {
        let Some(name) = batch_name(path) else {
            return other_places(path)
                .into_iter()
                .try_for_each(|place| tree.place(&place, Content::From(Rc::clone(&source))));
        };
        if self.sample.take() {
            for batch in BATCHES {
                remove_everywhere(tree, &file_name(batch));
            }
        }
        self.batches.borrow_mut().insert(name.to_owned());
        place_everywhere(tree, name, source)
    }

    /// Takes a mounted file away from all its places; nothing happens where there is none.
    pub fn unmount(&self, tree: &FileTree, path: &str) -> Result<(), Errno> {
        let Some(name) = batch_name(path) else {
            for place in other_places(path) {
                ignore_missing(tree.unlink(&place));
            }
            return Ok(());
        };
        if !self.batches.borrow_mut().remove(name) {
            return Ok(());
        }
        remove_everywhere(tree, name);
        if self.batches.borrow().is_empty() { self.lay_sample(tree) } else { Ok(()) }
    }
}

/// The file's name where it is one of CIFAR-10's batches in a data directory.
fn batch_name(path: &str) -> Option<&str> {
    let (directory, name) = path.rsplit_once('/')?;
    (DIRECTORIES.contains(&directory) && BATCHES.into_iter().any(|batch| file_name(batch) == name)).then_some(name)
}

fn other_places(path: &str) -> Vec<String> {
    if path.starts_with('/') {
        return vec![path.to_owned()];
    }
    let bare = path.strip_prefix("data/").unwrap_or(path);
    vec![format!("{HOME}/{bare}"), format!("{HOME}/data/{bare}")]
}

fn place_everywhere(tree: &FileTree, name: &str, source: Rc<dyn ReadAt>) -> Result<(), Errno> {
    DIRECTORIES
        .iter()
        .try_for_each(|directory| tree.place(&format!("{HOME}/{directory}/{name}"), Content::From(Rc::clone(&source))))
}

fn remove_everywhere(tree: &FileTree, name: &str) {
    for directory in DIRECTORIES {
        ignore_missing(tree.unlink(&format!("{HOME}/{directory}/{name}")));
    }
}

/// The learner's own program may have removed or replaced what was there.
fn ignore_missing(removed: Result<(), Errno>) {
    if let Err(errno) = removed {
        debug_assert!(errno != Errno::Busy, "only files are removed here");
    }
}
