//! A tar archive taken apart as it comes in, block by block.
//!
//! `tar` reads the header's fields; this follows the blocks, since the bytes are pushed here and cannot
//! be waited for. Regular files only: links, devices and folders have no data. Knows nothing of CIFAR.

use tar::{EntryType, Header};

const BLOCK: usize = 512;
/// A name or a table of attributes is no longer.
const LONGEST_ATTRIBUTES: u64 = 1 << 20;

/// What an archive does with the files it comes upon.
pub trait Members {
    /// Why unpacking should end.
    type Error;
    /// A file begins.
    fn begin(&mut self, path: &str, length: u64) -> Result<(), Self::Error>;
    /// The next bytes of it.
    fn bytes(&mut self, piece: &[u8]) -> Result<(), Self::Error>;
    /// It has ended.
    fn end(&mut self) -> Result<(), Self::Error>;
}

/// A tar archive on its way in.
#[derive(Default)]
pub struct Untar {
    /// What has come of a header.
    header: Vec<u8>,
    body: Option<Body>,
    /// The next file's name, where it stands before its header.
    long_name: Option<String>,
    at: u64,
    ended: bool,
}

struct Body {
    kind: Kind,
    left: u64,
    padding: u64,
}

enum Kind {
    File,
    /// A GNU long name.
    Name(Vec<u8>),
    /// Attributes by POSIX 2001 ("pax").
    Attributes(Vec<u8>),
    Skipped,
}

/// What went wrong: with the archive, or as the members' owner says.
pub enum UntarError<E> {
    /// No header stands at this byte of the archive, where one should.
    NoHeader {
        /// The offset.
        at: u64,
    },
    /// The owner's own.
    Members(E),
}

impl Untar {
    /// Takes the next bytes of the archive.
    pub fn push<M: Members>(&mut self, mut piece: &[u8], members: &mut M) -> Result<(), UntarError<M::Error>> {
        while !piece.is_empty() && !self.ended {
            if self.body.is_some() {
                let taken = self.fill(piece, members).map_err(UntarError::Members)?;
                piece = &piece[taken..];
                self.at += taken as u64;
            } else {
                let taken = piece.len().min(BLOCK - self.header.len());
                self.header.extend_from_slice(&piece[..taken]);
                piece = &piece[taken..];
                self.at += taken as u64;
                if self.header.len() == BLOCK {
                    self.begin(members)?;
                    self.header.clear();
                }
            }
        }
        Ok(())
    }

    /// Whether the archive's end has come, or at least no file is half read.
    pub fn is_whole(&self) -> bool {
        self.ended || (self.body.is_none() && self.header.is_empty())
    }

    fn begin<M: Members>(&mut self, members: &mut M) -> Result<(), UntarError<M::Error>> {
        if self.header.iter().all(|&byte| byte == 0) {
            self.ended = true;
            return Ok(());
        }
        let no_header = || UntarError::NoHeader { at: self.at - BLOCK as u64 };
        let header = Header::from_byte_slice(&self.header);
        let left = header.entry_size().map_err(|_| no_header())?;
        if header.cksum().ok() != Some(checksum(&self.header)) {
            return Err(no_header());
        }
        let kind = match header.entry_type() {
            EntryType::Regular | EntryType::Continuous => {
                let path = self.long_name.take();
                let path = path.unwrap_or_else(|| String::from_utf8_lossy(&header.path_bytes()).into_owned());
                members.begin(&path, left).map_err(UntarError::Members)?;
                Kind::File
            }
            EntryType::GNULongName if left <= LONGEST_ATTRIBUTES => Kind::Name(Vec::new()),
            EntryType::XHeader if left <= LONGEST_ATTRIBUTES => Kind::Attributes(Vec::new()),
            _ => Kind::Skipped,
        };
        // Links and folders have no data, whatever length they tell.
        let left = if header.entry_type().is_dir() { 0 } else { left };
        self.body = Some(Body { kind, left, padding: left.next_multiple_of(BLOCK as u64) - left });
        self.fill(&[], members).map_err(UntarError::Members)?;
        Ok(())
    }

    /// Gives the body its next bytes; how many it took.
    fn fill<M: Members>(&mut self, piece: &[u8], members: &mut M) -> Result<usize, M::Error> {
        let Some(body) = &mut self.body else { return Ok(0) };
        let data = piece.len().min(usize::try_from(body.left).unwrap_or(usize::MAX));
        if data > 0 {
            match &mut body.kind {
                Kind::File => members.bytes(&piece[..data])?,
                Kind::Name(bytes) | Kind::Attributes(bytes) => bytes.extend_from_slice(&piece[..data]),
                Kind::Skipped => {}
            }
            body.left -= data as u64;
        }
        if body.left > 0 {
            return Ok(data);
        }
        let padding = (piece.len() - data).min(body.padding as usize);
        body.padding -= padding as u64;
        if body.padding == 0 {
            match self.body.take().map(|body| body.kind) {
                Some(Kind::File) => members.end()?,
                Some(Kind::Name(bytes)) => {
                    self.long_name = Some(String::from_utf8_lossy(&bytes).trim_end_matches('\0').to_owned());
                }
                Some(Kind::Attributes(bytes)) => self.long_name = path_attribute(&bytes).or(self.long_name.take()),
                Some(Kind::Skipped) | None => {}
            }
        }
        Ok(data + padding)
    }
}

/// The sum of a header's bytes, its own field read as spaces.
fn checksum(header: &[u8]) -> u32 {
    let field = 148..156;
    let bytes = header.iter().enumerate().map(|(at, &byte)| if field.contains(&at) { b' ' } else { byte });
    bytes.map(u32::from).sum()
}

/// `path` among lines of the form "LENGTH KEY=VALUE\n".
fn path_attribute(mut bytes: &[u8]) -> Option<String> {
    let mut path = None;
    while let Some(space) = bytes.iter().position(|&byte| byte == b' ') {
        let length: usize = std::str::from_utf8(&bytes[..space]).ok()?.parse().ok()?;
        let line = bytes.get(space + 1..length)?;
        if let Some(value) = line.strip_prefix(b"path=") {
            path = Some(String::from_utf8_lossy(value).trim_end_matches('\n').to_owned());
        }
        bytes = &bytes[length..];
    }
    path
}
