//! What a file holds: bytes of its own, or a source that is read when someone asks.
//!
//! A source lets a dropped file of 30 MB, or a data set that is drawn on demand, appear in the tree
//! without being copied or made before it is read. Writing turns it into bytes of the file's own.

use super::Errno;
use crate::data::member::{MemberError, unpack};
use crate::host::Host;
use crate::nd::Buffer;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// Bytes that can be read from any position, many times.
pub trait ReadAt {
    /// Length in bytes.
    fn len(&self) -> u64;
    /// Copies bytes from `offset` on into `buffer` and returns how many: fewer only at the end.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, Errno>;
    /// Whether there is nothing to read.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Bytes in memory, shared by the places where they appear.
pub struct Loaded(pub Vec<u8>);

impl ReadAt for Loaded {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, Errno> {
        Ok(copy_from(&self.0, offset, buffer))
    }
}

/// A file of the reader's that stays where it is: the host reads the parts that are asked for.
pub struct OfHost {
    /// Who reads it.
    pub host: Rc<dyn Host>,
    /// The number by which the host knows it.
    pub number: u32,
    /// Length in bytes.
    pub length: u64,
}

impl ReadAt for OfHost {
    fn len(&self) -> u64 {
        self.length
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, Errno> {
        let left = self.length.saturating_sub(offset);
        let count = buffer.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        if count == 0 {
            return Ok(0);
        }
        self.host.read_file(self.number, offset, &mut buffer[..count]).ok_or(Errno::Io)
    }
}

/// Bytes that are made at the first read, by a function that knows their number beforehand.
pub struct OnDemand {
    length: u64,
    state: RefCell<State>,
}

enum State {
    Unmade(Box<dyn FnOnce() -> Vec<u8>>),
    Made(Vec<u8>),
}

impl OnDemand {
    /// A source of `length` bytes; `make` must return exactly that many.
    pub fn new(length: u64, make: impl FnOnce() -> Vec<u8> + 'static) -> OnDemand {
        OnDemand { length, state: RefCell::new(State::Unmade(Box::new(make))) }
    }
}

impl ReadAt for OnDemand {
    fn len(&self) -> u64 {
        self.length
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, Errno> {
        let mut state = self.state.borrow_mut();
        if let State::Unmade(_) = &*state
            && let State::Unmade(make) = std::mem::replace(&mut *state, State::Made(Vec::new()))
        {
            *state = State::Made(make());
        }
        match &*state {
            State::Made(bytes) => Ok(copy_from(bytes, offset, buffer)),
            State::Unmade(_) => Err(Errno::Io),
        }
    }
}

/// A file of an archive, unpacked when it is first read.
pub struct Packed {
    /// The archive.
    pub archive: Rc<dyn ReadAt>,
    /// The file's name in it.
    pub name: String,
    /// The file's length in bytes.
    pub length: u64,
    /// What has been unpacked.
    pub bytes: OnceCell<Vec<u8>>,
}

impl ReadAt for Packed {
    fn len(&self) -> u64 {
        self.length
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, Errno> {
        if self.bytes.get().is_none() {
            let mut at = 0;
            let next = |piece: &mut [u8]| {
                let read = self.archive.read_at(at, piece).ok()?;
                at += read as u64;
                Some(read)
            };
            let bytes = unpack(&self.name, self.length, next).map_err(|error| match error {
                MemberError::Unreadable => Errno::Io,
                MemberError::NoMemory => Errno::NoSpace,
            })?;
            self.bytes.set(bytes).expect("nothing else was unpacked meanwhile");
        }
        Ok(copy_from(self.bytes.get().expect("unpacked just now"), offset, buffer))
    }
}

/// The bytes of one file.
pub enum Content {
    /// Bytes that belong to this file alone.
    Own(Vec<u8>),
    /// Bytes read from elsewhere, until the file is written to.
    From(Rc<dyn ReadAt>),
    /// Bytes that arrays share with the file: so many of whole pages.
    Shared(Rc<Buffer>, usize),
    /// `/dev/null`: always empty, and what is written is gone.
    Null,
}

impl Content {
    /// Length in bytes.
    pub fn len(&self) -> u64 {
        match self {
            Content::Own(bytes) => bytes.len() as u64,
            Content::From(source) => source.len(),
            Content::Shared(_, length) => *length as u64,
            Content::Null => 0,
        }
    }

    /// Copies bytes from `offset` on into `buffer`; how many, fewer than asked only at the end.
    pub fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize, Errno> {
        match self {
            Content::Own(bytes) => Ok(copy_from(bytes, offset, buffer)),
            Content::From(source) => source.read_at(offset, buffer),
            Content::Shared(memory, length) => {
                let begin = usize::try_from(offset).unwrap_or(usize::MAX).min(*length);
                let bytes = &memory.src::<u8>(0).expect("bytes are aligned")[begin..*length];
                buffer.iter_mut().zip(bytes).for_each(|(to, from)| *to = from.get());
                Ok(buffer.len().min(bytes.len()))
            }
            Content::Null => Ok(0),
        }
    }

    /// Writes `bytes` at `offset`; a gap between the end and `offset` becomes zeros.
    pub fn write_at(&mut self, offset: u64, bytes: &[u8]) -> Result<(), Errno> {
        if let Content::Shared(memory, length) = self
            && let Ok(begin) = usize::try_from(offset)
            && let Some(end) = begin.checked_add(bytes.len()).filter(|end| *end <= memory.len())
        {
            // Beyond the end of the file the page holds zeros.
            let cells = &memory.cells::<u8>(0).expect("memory of a file can be written")[begin..end];
            cells.iter().zip(bytes).for_each(|(to, from)| to.set(*from));
            *length = end.max(*length);
            return Ok(());
        }
        let Some(own) = self.own()? else { return Ok(()) };
        let begin = usize::try_from(offset).map_err(|_| Errno::FileTooLarge)?;
        let end = begin.checked_add(bytes.len()).ok_or(Errno::FileTooLarge)?;
        resize(own, end.max(own.len()))?;
        own[begin..end].copy_from_slice(bytes);
        Ok(())
    }

    /// Cuts or lengthens to `length` bytes; new ones are zeros.
    pub fn truncate(&mut self, length: u64) -> Result<(), Errno> {
        if length == 0 && !matches!(self, Content::Null) {
            *self = Content::Own(Vec::new());
        }
        let Some(own) = self.own()? else { return Ok(()) };
        resize(own, usize::try_from(length).map_err(|_| Errno::FileTooLarge)?)
    }

    /// The bytes as memory that arrays can share, and how many there are. A file that outgrows the last page gets
    /// other memory.
    pub fn memory(&mut self) -> Result<(Rc<Buffer>, usize), Errno> {
        const PAGE: usize = 4096;
        if let Content::Shared(memory, length) = self {
            return Ok((Rc::clone(memory), *length));
        }
        let mut bytes = std::mem::take(self.own()?.ok_or(Errno::Invalid)?);
        let length = bytes.len();
        resize(&mut bytes, length.next_multiple_of(PAGE))?;
        let memory = Buffer::from_vec(bytes);
        *self = Content::Shared(Rc::clone(&memory), length);
        Ok((memory, length))
    }

    fn own(&mut self) -> Result<Option<&mut Vec<u8>>, Errno> {
        if matches!(self, Content::From(_) | Content::Shared(..)) {
            let mut bytes = Vec::new();
            resize(&mut bytes, usize::try_from(self.len()).map_err(|_| Errno::NoSpace)?)?;
            let read = self.read_at(0, &mut bytes)?;
            bytes.truncate(read);
            *self = Content::Own(bytes);
        }
        Ok(match self {
            Content::Own(bytes) => Some(bytes),
            Content::From(_) | Content::Shared(..) | Content::Null => None,
        })
    }
}

fn resize(bytes: &mut Vec<u8>, length: usize) -> Result<(), Errno> {
    bytes.try_reserve(length.saturating_sub(bytes.len())).map_err(|_| Errno::NoSpace)?;
    bytes.resize(length, 0);
    Ok(())
}

fn copy_from(bytes: &[u8], offset: u64, buffer: &mut [u8]) -> usize {
    let begin = usize::try_from(offset).unwrap_or(usize::MAX).min(bytes.len());
    let count = buffer.len().min(bytes.len() - begin);
    buffer[..count].copy_from_slice(&bytes[begin..begin + count]);
    count
}
