//! A tree of files in memory, with the operations and the errors that Python's `posix` has.
//!
//! The same tree serves the browser and the native command, so what a test sees is what a learner
//! sees. It knows no Python. No symbolic links, no owners; permission bits are kept and not enforced,
//! as for a superuser. Listings are sorted by name.

mod content;
pub mod dataset;
mod descriptors;
mod errno;

pub use content::{Content, Loaded, OfHost, OnDemand, Packed, ReadAt};
pub use descriptors::{Flags, Whence};
pub use errno::Errno;

use crate::host::Host;
use descriptors::Descriptors;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

/// The directory in which a session starts.
pub const HOME: &str = "/home/learner";

/// What `stat` tells of a file or directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    /// Number of the file, unique in the tree.
    pub inode: u64,
    /// Type and permission bits, as in C's `st_mode`.
    pub mode: u32,
    /// Names of this file; for a directory 2 and one for each directory in it.
    pub links: u64,
    /// Length in bytes; 0 for a directory.
    pub size: u64,
    /// Last change of the content, since 1970.
    pub modified: Duration,
}

impl Stat {
    const DIRECTORY: u32 = 0o040_000;
    const REGULAR: u32 = 0o100_000;
    const DEVICE: u32 = 0o020_000;

    /// Whether this is a directory.
    pub fn is_dir(&self) -> bool {
        self.mode & 0o170_000 == Stat::DIRECTORY
    }
}

/// A tree of files, its current directory and its open files.
pub struct FileTree {
    host: Rc<dyn Host>,
    state: RefCell<State>,
}

struct State {
    inodes: BTreeMap<u64, Inode>,
    next: u64,
    current: Vec<String>,
    open: Descriptors,
}

struct Inode {
    body: Body,
    permissions: u32,
    modified: Duration,
    names: u64,
    descriptors: u64,
}

enum Body {
    File(Content),
    Directory(BTreeMap<String, u64>),
}

const ROOT: u64 = 1;

impl FileTree {
    /// A tree with the usual directories, [`HOME`] being the current one.
    pub fn new(host: Rc<dyn Host>) -> FileTree {
        let root = Inode::new(Body::Directory(BTreeMap::new()), 0o755, host.now());
        let state = State {
            inodes: BTreeMap::from([(ROOT, root)]),
            next: ROOT + 1,
            current: Vec::new(),
            open: Descriptors::default(),
        };
        let tree = FileTree { host, state: RefCell::new(state) };
        let laid = ["/dev", "/tmp", "/home", HOME].into_iter().try_for_each(|path| tree.mkdir(path, 0o755));
        let laid = laid.and_then(|()| tree.place("/dev/null", Content::Null));
        laid.and_then(|()| tree.chdir(HOME)).expect("an empty tree takes new directories");
        tree
    }

    /// Puts a file at `path`, making the directories on the way and replacing what was there.
    ///
    /// Fails where a file stands in the way of a directory, or a directory at `path`.
    pub fn place(&self, path: &str, content: Content) -> Result<(), Errno> {
        let parts = self.state.borrow().absolute(path);
        let (_, parents) = parts.split_last().ok_or(Errno::IsADirectory)?;
        for depth in 1..=parents.len() {
            let directory = format!("/{}", parents[..depth].join("/"));
            match self.mkdir(&directory, 0o755) {
                Ok(()) | Err(Errno::Exists) => {}
                Err(other) => return Err(other),
            }
        }
        let now = self.host.now();
        let mut state = self.state.borrow_mut();
        let (parent, name) = state.parent(path)?;
        if let Some(&old) = state.directory(parent)?.get(&name) {
            if matches!(state.inode(old).body, Body::Directory(_)) {
                return Err(Errno::IsADirectory);
            }
            state.unlink(parent, &name, now)?;
        }
        state.add(parent, name, Inode::new(Body::File(content), 0o644, now)).map(drop)
    }

    /// Puts a file of `length` bytes at `path`; `make` makes them at the first read.
    pub fn add_lazy(&self, path: &str, length: u64, make: impl FnOnce() -> Vec<u8> + 'static) -> Result<(), Errno> {
        self.place(path, Content::From(Rc::new(OnDemand::new(length, make))))
    }

    /// The whole content of a file.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Errno> {
        let state = self.state.borrow();
        let Body::File(content) = &state.inode(state.find(path)?).body else { return Err(Errno::IsADirectory) };
        let mut bytes = vec![0; usize::try_from(content.len()).map_err(|_| Errno::NoSpace)?];
        let count = content.read_at(0, &mut bytes)?;
        bytes.truncate(count);
        Ok(bytes)
    }

    /// Facts about the file or directory at `path`.
    pub fn stat(&self, path: &str) -> Result<Stat, Errno> {
        let state = self.state.borrow();
        Ok(state.stat(state.find(path)?))
    }

    /// The names in a directory, sorted.
    pub fn list(&self, path: &str) -> Result<Vec<String>, Errno> {
        let state = self.state.borrow();
        Ok(state.directory(state.find(path)?)?.keys().cloned().collect())
    }

    /// The current directory, absolute.
    pub fn current(&self) -> String {
        format!("/{}", self.state.borrow().current.join("/"))
    }

    /// Makes `path` the current directory.
    pub fn chdir(&self, path: &str) -> Result<(), Errno> {
        let mut state = self.state.borrow_mut();
        let found = state.find(path)?;
        state.directory(found)?;
        state.current = state.absolute(path);
        Ok(())
    }

    /// Makes a directory; its parent must exist.
    pub fn mkdir(&self, path: &str, permissions: u32) -> Result<(), Errno> {
        let now = self.host.now();
        let mut state = self.state.borrow_mut();
        if state.absolute(path).is_empty() {
            return Err(Errno::Exists);
        }
        let (parent, name) = state.parent(path)?;
        if state.directory(parent)?.contains_key(&name) {
            return Err(Errno::Exists);
        }
        let inode = Inode::new(Body::Directory(BTreeMap::new()), permissions & 0o777, now);
        state.add(parent, name, inode).map(drop)
    }

    /// Removes an empty directory.
    pub fn rmdir(&self, path: &str) -> Result<(), Errno> {
        let now = self.host.now();
        let mut state = self.state.borrow_mut();
        let parts = state.absolute(path);
        let found = state.find(path)?;
        if !state.directory(found)?.is_empty() {
            return Err(Errno::NotEmpty);
        }
        if parts.is_empty() || state.current == parts {
            return Err(Errno::Busy);
        }
        let (parent, name) = state.parent(path)?;
        state.unlink(parent, &name, now)
    }

    /// Removes the name of a file; its content goes when nobody has it open.
    pub fn unlink(&self, path: &str) -> Result<(), Errno> {
        let now = self.host.now();
        let mut state = self.state.borrow_mut();
        let found = state.find(path)?;
        if matches!(state.inode(found).body, Body::Directory(_)) {
            return Err(Errno::IsADirectory);
        }
        let (parent, name) = state.parent(path)?;
        state.unlink(parent, &name, now)
    }

    /// Gives `from` the name `to`, replacing a file or an empty directory of the same kind there.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), Errno> {
        let now = self.host.now();
        let mut state = self.state.borrow_mut();
        let moved = state.find(from)?;
        let (from_parts, to_parts) = (state.absolute(from), state.absolute(to));
        if from_parts == to_parts {
            return Ok(());
        }
        if to_parts.starts_with(&from_parts) || from_parts.is_empty() || to_parts.is_empty() {
            return Err(Errno::Invalid);
        }
        let (parent, name) = state.parent(to)?;
        let is_directory = matches!(state.inode(moved).body, Body::Directory(_));
        if let Some(&old) = state.directory(parent)?.get(&name) {
            match (&state.inode(old).body, is_directory) {
                (Body::Directory(_), false) => return Err(Errno::IsADirectory),
                (Body::File(_), true) => return Err(Errno::NotADirectory),
                (Body::Directory(entries), true) if !entries.is_empty() => return Err(Errno::NotEmpty),
                _ => state.unlink(parent, &name, now)?,
            }
        }
        let (old_parent, old_name) = state.parent(from)?;
        state.directory_mut(old_parent)?.remove(&old_name);
        state.directory_mut(parent)?.insert(name, moved);
        Ok(())
    }

    /// Sets the permission bits, which are shown and not enforced.
    pub fn chmod(&self, path: &str, permissions: u32) -> Result<(), Errno> {
        let mut state = self.state.borrow_mut();
        let found = state.find(path)?;
        state.inode_mut(found).permissions = permissions & 0o7777;
        Ok(())
    }

    /// Sets the time of the last change; `None` is now.
    pub fn set_modified(&self, path: &str, time: Option<Duration>) -> Result<(), Errno> {
        let now = self.host.now();
        let mut state = self.state.borrow_mut();
        let found = state.find(path)?;
        state.inode_mut(found).modified = time.unwrap_or(now);
        Ok(())
    }
}

impl Inode {
    fn new(body: Body, permissions: u32, modified: Duration) -> Inode {
        Inode { body, permissions, modified, names: 0, descriptors: 0 }
    }
}

impl State {
    /// The names from the root to `path`, `.` and `..` resolved. Whether they exist is not asked.
    fn absolute(&self, path: &str) -> Vec<String> {
        let mut parts = if path.starts_with('/') { Vec::new() } else { self.current.clone() };
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()),
                name => parts.push(name.to_owned()),
            }
        }
        parts
    }

    fn find(&self, path: &str) -> Result<u64, Errno> {
        if path.is_empty() {
            return Err(Errno::NotFound);
        }
        // Step by step, so that `file/..` and `missing/..` fail as they do on a disk.
        let mut at = if path.starts_with('/') { vec![ROOT] } else { self.walk(&self.current)? };
        for part in path.split('/') {
            let here = *at.last().expect("the root is never popped");
            match part {
                "" | "." => drop(self.directory(here)?),
                ".." => {
                    self.directory(here)?;
                    if at.len() > 1 {
                        at.pop();
                    }
                }
                name => at.push(*self.directory(here)?.get(name).ok_or(Errno::NotFound)?),
            }
            if path.ends_with('/') && part.is_empty() {
                self.directory(*at.last().expect("the root is never popped"))?;
            }
        }
        Ok(*at.last().expect("the root is never popped"))
    }

    fn walk(&self, parts: &[String]) -> Result<Vec<u64>, Errno> {
        let mut at = vec![ROOT];
        for part in parts {
            let here = *at.last().expect("the root is never popped");
            at.push(*self.directory(here)?.get(part).ok_or(Errno::NotFound)?);
        }
        Ok(at)
    }

    /// The directory that holds, or would hold, `path`, and the name in it.
    fn parent(&self, path: &str) -> Result<(u64, String), Errno> {
        if path.is_empty() {
            return Err(Errno::NotFound);
        }
        let mut parts = self.absolute(path);
        let name = parts.pop().ok_or(Errno::Invalid)?;
        let parent = *self.walk(&parts)?.last().expect("the root is never popped");
        self.directory(parent)?;
        Ok((parent, name))
    }

    fn inode(&self, number: u64) -> &Inode {
        self.inodes.get(&number).expect("numbers come from directories and open files, which keep them")
    }

    fn inode_mut(&mut self, number: u64) -> &mut Inode {
        self.inodes.get_mut(&number).expect("numbers come from directories and open files, which keep them")
    }

    fn directory(&self, number: u64) -> Result<&BTreeMap<String, u64>, Errno> {
        match &self.inode(number).body {
            Body::Directory(entries) => Ok(entries),
            Body::File(_) => Err(Errno::NotADirectory),
        }
    }

    fn directory_mut(&mut self, number: u64) -> Result<&mut BTreeMap<String, u64>, Errno> {
        match &mut self.inode_mut(number).body {
            Body::Directory(entries) => Ok(entries),
            Body::File(_) => Err(Errno::NotADirectory),
        }
    }

    fn stat(&self, number: u64) -> Stat {
        let inode = self.inode(number);
        let (kind, links, size) = match &inode.body {
            Body::File(Content::Null) => (Stat::DEVICE, inode.names, 0),
            Body::File(content) => (Stat::REGULAR, inode.names, content.len()),
            Body::Directory(entries) => {
                let below = |number: &&u64| matches!(self.inode(**number).body, Body::Directory(_));
                (Stat::DIRECTORY, 2 + entries.values().filter(below).count() as u64, 0)
            }
        };
        Stat { inode: number, mode: kind | inode.permissions, links, size, modified: inode.modified }
    }

    fn add(&mut self, parent: u64, name: String, mut inode: Inode) -> Result<u64, Errno> {
        let number = self.next;
        self.next += 1;
        inode.names = 1;
        let now = inode.modified;
        self.inodes.insert(number, inode);
        self.directory_mut(parent)?.insert(name, number);
        self.inode_mut(parent).modified = now;
        Ok(number)
    }

    fn unlink(&mut self, parent: u64, name: &str, now: Duration) -> Result<(), Errno> {
        let number = self.directory_mut(parent)?.remove(name).ok_or(Errno::NotFound)?;
        self.inode_mut(parent).modified = now;
        self.inode_mut(number).names -= 1;
        self.free(number);
        Ok(())
    }

    fn free(&mut self, number: u64) {
        let inode = self.inode(number);
        if inode.names == 0 && inode.descriptors == 0 {
            self.inodes.remove(&number);
        }
    }
}
