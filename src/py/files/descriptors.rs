//! Open files: numbers from 3 on, each with a position in one file.

use super::{Body, Content, Errno, FileTree, Inode, Stat, State};
use crate::nd::Buffer;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How a file is opened: the bits of C's `open`.
#[derive(Clone, Copy, Debug)]
pub struct Flags(pub i32);

impl Flags {
    /// Reading only.
    pub const READ: i32 = 0;
    /// Writing only.
    pub const WRITE: i32 = 1;
    /// Both.
    pub const READ_WRITE: i32 = 2;
    /// Make the file if there is none.
    pub const CREATE: i32 = 0o100;
    /// With [`Flags::CREATE`]: fail if there is one.
    pub const EXCLUSIVE: i32 = 0o200;
    /// Empty the file.
    pub const TRUNCATE: i32 = 0o1000;
    /// Write at the end, wherever the position is.
    pub const APPEND: i32 = 0o2000;

    fn has(self, bit: i32) -> bool {
        self.0 & bit != 0
    }

    fn readable(self) -> bool {
        self.0 & 3 != Flags::WRITE
    }

    fn writable(self) -> bool {
        self.0 & 3 != Flags::READ
    }
}

/// From where [`FileTree::seek`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whence {
    /// The beginning.
    Start,
    /// The position.
    Current,
    /// The end.
    End,
}

#[derive(Default)]
pub(super) struct Descriptors {
    open: BTreeMap<i32, OpenFile>,
}

#[derive(Clone, Copy)]
struct OpenFile {
    inode: u64,
    position: u64,
    flags: Flags,
}

/// 0, 1 and 2 are the streams of the program, which are no files.
const FIRST: i32 = 3;

impl Descriptors {
    fn insert(&mut self, file: OpenFile) -> i32 {
        let number = (FIRST..i32::MAX).find(|n| !self.open.contains_key(n));
        let number = number.expect("memory ends before two thousand million files are open");
        self.open.insert(number, file);
        number
    }

    fn get(&self, number: i32) -> Result<OpenFile, Errno> {
        self.open.get(&number).copied().ok_or(Errno::BadDescriptor)
    }

    fn get_mut(&mut self, number: i32) -> Result<&mut OpenFile, Errno> {
        self.open.get_mut(&number).ok_or(Errno::BadDescriptor)
    }
}

impl FileTree {
    /// Opens a file and returns its descriptor. Directories cannot be opened.
    pub fn open(&self, path: &str, flags: Flags, permissions: u32) -> Result<i32, Errno> {
        let now = self.host.now();
        let mut state = self.state.borrow_mut();
        let inode = match state.find(path) {
            Ok(_) if flags.has(Flags::CREATE) && flags.has(Flags::EXCLUSIVE) => return Err(Errno::Exists),
            Ok(found) => found,
            Err(Errno::NotFound) if flags.has(Flags::CREATE) => {
                if path.ends_with('/') {
                    return Err(Errno::IsADirectory);
                }
                let (parent, name) = state.parent(path)?;
                let body = Body::File(Content::Own(Vec::new()));
                state.add(parent, name, Inode::new(body, permissions & 0o777, now))?
            }
            Err(other) => return Err(other),
        };
        let file = state.inode_mut(inode);
        let Body::File(content) = &mut file.body else { return Err(Errno::IsADirectory) };
        if flags.has(Flags::TRUNCATE) && flags.writable() {
            content.truncate(0)?;
            file.modified = now;
        }
        file.descriptors += 1;
        Ok(state.open.insert(OpenFile { inode, position: 0, flags }))
    }

    /// Closes a descriptor.
    pub fn close(&self, descriptor: i32) -> Result<(), Errno> {
        let mut state = self.state.borrow_mut();
        let file = state.open.open.remove(&descriptor).ok_or(Errno::BadDescriptor)?;
        state.inode_mut(file.inode).descriptors -= 1;
        state.free(file.inode);
        Ok(())
    }

    /// A second descriptor for the same file, with a position of its own that starts where this one is.
    pub fn duplicate(&self, descriptor: i32) -> Result<i32, Errno> {
        let mut state = self.state.borrow_mut();
        let file = state.open.get(descriptor)?;
        state.inode_mut(file.inode).descriptors += 1;
        Ok(state.open.insert(file))
    }

    /// Reads at the position and moves it; the number of bytes, 0 at the end.
    pub fn read_into(&self, descriptor: i32, buffer: &mut [u8]) -> Result<usize, Errno> {
        let mut state = self.state.borrow_mut();
        let file = state.open.get(descriptor)?;
        if !file.flags.readable() {
            return Err(Errno::BadDescriptor);
        }
        let count = state.content(file.inode)?.read_at(file.position, buffer)?;
        state.open.get_mut(descriptor)?.position += count as u64;
        Ok(count)
    }

    /// Bytes from the position to the end.
    pub fn remaining(&self, descriptor: i32) -> Result<u64, Errno> {
        let state = self.state.borrow();
        let file = state.open.get(descriptor)?;
        let Body::File(content) = &state.inode(file.inode).body else { return Err(Errno::IsADirectory) };
        Ok(content.len().saturating_sub(file.position))
    }

    /// Writes at the position, or at the end of a file opened to append, and moves it.
    pub fn write(&self, descriptor: i32, bytes: &[u8]) -> Result<usize, Errno> {
        let now = self.host.now();
        let mut state = self.state.borrow_mut();
        let file = state.open.get(descriptor)?;
        if !file.flags.writable() {
            return Err(Errno::BadDescriptor);
        }
        let content = state.content(file.inode)?;
        let position = if file.flags.has(Flags::APPEND) { content.len() } else { file.position };
        content.write_at(position, bytes)?;
        state.inode_mut(file.inode).modified = now;
        state.open.get_mut(descriptor)?.position = position + bytes.len() as u64;
        Ok(bytes.len())
    }

    /// Moves the position; the new one, counted from the beginning.
    pub fn seek(&self, descriptor: i32, offset: i64, whence: Whence) -> Result<u64, Errno> {
        let mut state = self.state.borrow_mut();
        let file = state.open.get(descriptor)?;
        let from = match whence {
            Whence::Start => 0,
            Whence::Current => file.position,
            Whence::End => state.content(file.inode)?.len(),
        };
        let position = from.checked_add_signed(offset).ok_or(Errno::Invalid)?;
        state.open.get_mut(descriptor)?.position = position;
        Ok(position)
    }

    /// Cuts or lengthens an open file; the position stays.
    pub fn truncate(&self, descriptor: i32, length: u64) -> Result<(), Errno> {
        let now = self.host.now();
        let mut state = self.state.borrow_mut();
        let file = state.open.get(descriptor)?;
        if !file.flags.writable() {
            return Err(Errno::Invalid);
        }
        state.content(file.inode)?.truncate(length)?;
        state.inode_mut(file.inode).modified = now;
        Ok(())
    }

    /// The bytes of an open file as memory that arrays can share with it, and how many there are.
    pub fn memory(&self, descriptor: i32) -> Result<(Rc<Buffer>, usize), Errno> {
        let mut state = self.state.borrow_mut();
        let file = state.open.get(descriptor)?;
        state.content(file.inode)?.memory()
    }

    /// Facts about an open file.
    pub fn stat_open(&self, descriptor: i32) -> Result<Stat, Errno> {
        let state = self.state.borrow();
        Ok(state.stat(state.open.get(descriptor)?.inode))
    }
}

impl State {
    fn content(&mut self, inode: u64) -> Result<&mut Content, Errno> {
        match &mut self.inode_mut(inode).body {
            Body::File(content) => Ok(content),
            Body::Directory(_) => Err(Errno::IsADirectory),
        }
    }
}
