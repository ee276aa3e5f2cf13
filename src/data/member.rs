//! One file of an archive, found again by its name when someone wants its bytes: what an intake has looked at need
//! not be kept for that. Reads from the archive's beginning each time. What a file is, is not asked here.

use super::formats::{OPENING_BYTES, Opening};
use super::gzip::{Gunzip, GzipError};
use super::tarball::{Members, Untar, UntarError};

/// Bytes of the archive that are read at a time.
const PIECE: usize = 256 << 10;

/// Why a file of an archive cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberError {
    /// The archive cannot be read, is damaged, or has no such file.
    Unreadable,
    /// There is not enough memory.
    NoMemory,
}

/// The bytes of the file called `name`, of `length` bytes; `read` gives the archive's next bytes, none at its end.
///
/// The archive is a tar file, packed by gzip or not, or a single file in a gzip.
pub fn unpack(
    name: &str,
    length: u64,
    mut read: impl FnMut(&mut [u8]) -> Option<usize>,
) -> Result<Vec<u8>, MemberError> {
    let mut bytes = Vec::new();
    let length = usize::try_from(length).map_err(|_| MemberError::NoMemory)?;
    bytes.try_reserve_exact(length).map_err(|_| MemberError::NoMemory)?;
    let mut content = Content::Opening(Vec::new(), Wanted { name, length, bytes, here: false });
    let (mut piece, mut gunzip, mut first) = (vec![0; PIECE], None, true);
    loop {
        let count = read(&mut piece).ok_or(MemberError::Unreadable)?;
        let piece = &piece[..count];
        if first && piece.starts_with(&[0x1f, 0x8b]) {
            gunzip = Some(Gunzip::new());
        }
        first = false;
        let pushed = match &mut gunzip {
            _ if count == 0 => break,
            Some(gunzip) => gunzip.push(piece, |piece| content.push(piece)),
            None => content.push(piece),
        };
        match pushed {
            Ok(()) => {}
            Err(Stop::Found) => break,
            Err(Stop::Broken) => return Err(MemberError::Unreadable),
        }
    }
    let bytes = match content {
        Content::Archive(_, wanted) | Content::Single(wanted) => wanted.bytes,
        Content::Opening(opening, _) => opening,
    };
    if bytes.len() == length { Ok(bytes) } else { Err(MemberError::Unreadable) }
}

/// Why no more of the archive is read.
enum Stop {
    Found,
    Broken,
}

impl From<GzipError> for Stop {
    fn from(_: GzipError) -> Stop {
        Stop::Broken
    }
}

/// What came out of the gzip.
enum Content<'a> {
    /// Too little to tell.
    Opening(Vec<u8>, Wanted<'a>),
    Archive(Untar, Wanted<'a>),
    /// A single file.
    Single(Wanted<'a>),
}

#[derive(Default)]
struct Wanted<'a> {
    name: &'a str,
    length: usize,
    bytes: Vec<u8>,
    here: bool,
}

impl Content<'_> {
    fn push(&mut self, piece: &[u8]) -> Result<(), Stop> {
        match self {
            Content::Archive(untar, wanted) => untar.push(piece, wanted).map_err(|error| match error {
                UntarError::NoHeader { .. } => Stop::Broken,
                UntarError::Members(stop) => stop,
            }),
            Content::Single(wanted) => wanted.keep(piece),
            Content::Opening(opening, wanted) => {
                opening.extend_from_slice(piece);
                if opening.len() < OPENING_BYTES {
                    return Ok(());
                }
                let (opening, wanted) = (std::mem::take(opening), std::mem::take(wanted));
                *self = if Opening::of(&opening) == Opening::Tar {
                    Content::Archive(Untar::default(), wanted)
                } else {
                    Content::Single(wanted)
                };
                self.push(&opening)
            }
        }
    }
}

impl Wanted<'_> {
    /// Bytes beyond the length that was told are not those of the file that was seen.
    fn keep(&mut self, piece: &[u8]) -> Result<(), Stop> {
        if piece.len() > self.length - self.bytes.len() {
            return Err(Stop::Broken);
        }
        self.bytes.extend_from_slice(piece);
        Ok(())
    }
}

impl Members for Wanted<'_> {
    type Error = Stop;

    fn begin(&mut self, path: &str, length: u64) -> Result<(), Stop> {
        self.here = path.trim_start_matches("./") == self.name && length == self.length as u64;
        Ok(())
    }

    fn bytes(&mut self, piece: &[u8]) -> Result<(), Stop> {
        if self.here { self.keep(piece) } else { Ok(()) }
    }

    fn end(&mut self) -> Result<(), Stop> {
        if self.here { Err(Stop::Found) } else { Ok(()) }
    }
}
