//! A gzip file unpacked as it comes in, piece by piece, with its checksum tested at the end.
//!
//! `flate2` inflates and sums; this reads the frame around it (RFC 1952), so that a file that was cut
//! off, one that was damaged and one whose checksum is wrong can be told apart. Knows nothing of what
//! is inside.

use std::fmt;

use flate2::{Crc, Decompress, FlushDecompress, Status};

use super::formats::grouped;

/// Bytes handed on at a time.
const OUT_BYTES: usize = 64 << 10;
/// No header is longer: a name and a comment fit well.
const LONGEST_HEADER: usize = 64 << 10;

/// Why a gzip file cannot be unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GzipError {
    /// Its compressed data make no sense.
    Corrupt {
        /// How many bytes of the file had been read, at least.
        at: u64,
    },
    /// The unpacked bytes are not those that were packed.
    Checksum,
    /// The file ended before its data did.
    Cut {
        /// The file's length in bytes.
        length: u64,
    },
}

/// A gzip file on its way in.
pub struct Gunzip {
    place: Place,
    /// Of a header or trailer: what has come of it.
    frame: Vec<u8>,
    inflate: Decompress,
    crc: Crc,
    out: Box<[u8]>,
    read: u64,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Header,
    Data,
    Trailer,
    /// After a member: another one, or something to ignore.
    Between,
    Ignoring,
}

impl Gunzip {
    /// Nothing has come yet.
    #[allow(clippy::new_without_default, reason = "what begins to read is made on purpose")]
    pub fn new() -> Gunzip {
        Gunzip {
            place: Place::Header,
            frame: Vec::new(),
            inflate: Decompress::new(false),
            crc: Crc::new(),
            out: vec![0; OUT_BYTES].into_boxed_slice(),
            read: 0,
        }
    }

    /// Takes the next bytes of the file and hands on what they unpack to. An error of `sink` comes back.
    pub fn push<E: From<GzipError>>(
        &mut self,
        mut piece: &[u8],
        mut sink: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        while let Some(&first) = piece.first() {
            match self.place {
                Place::Header => {
                    self.frame.push(first);
                    self.advance(&mut piece, 1);
                    if header_is_whole(&self.frame).ok_or_else(|| self.corrupt())? {
                        self.frame.clear();
                        self.place = Place::Data;
                    }
                }
                Place::Data => {
                    let before = piece.len();
                    // A full buffer may leave something inside that wants no more input.
                    loop {
                        let (taken, made, ended) = self.inflate(piece)?;
                        self.advance(&mut piece, taken);
                        self.crc.update(&self.out[..made]);
                        sink(&self.out[..made])?;
                        if ended {
                            self.place = Place::Trailer;
                        }
                        if ended || made < OUT_BYTES {
                            break;
                        }
                    }
                    if piece.len() == before && self.place == Place::Data {
                        return Err(self.corrupt().into());
                    }
                }
                Place::Trailer => {
                    self.frame.push(first);
                    self.advance(&mut piece, 1);
                    if let Some(&[a, b, c, d, e, f, g, h]) = self.frame.first_chunk::<8>() {
                        let sound = u32::from_le_bytes([a, b, c, d]) == self.crc.sum()
                            && u32::from_le_bytes([e, f, g, h]) == self.crc.amount();
                        if !sound {
                            return Err(GzipError::Checksum.into());
                        }
                        self.frame.clear();
                        self.place = Place::Between;
                    }
                }
                Place::Between if first == 0x1f => {
                    self.inflate.reset(false);
                    self.crc.reset();
                    self.place = Place::Header;
                }
                Place::Between | Place::Ignoring => {
                    self.place = Place::Ignoring;
                    let rest = piece.len();
                    self.advance(&mut piece, rest);
                }
            }
        }
        Ok(())
    }

    /// The file has ended: whether its data had.
    pub fn finish(&self) -> Result<(), GzipError> {
        match self.place {
            Place::Between | Place::Ignoring => Ok(()),
            _ => Err(GzipError::Cut { length: self.read }),
        }
    }

    /// Bytes taken, bytes made, and whether the data have ended.
    fn inflate(&mut self, piece: &[u8]) -> Result<(usize, usize, bool), GzipError> {
        let before = (self.inflate.total_in(), self.inflate.total_out());
        let status =
            self.inflate.decompress(piece, &mut self.out, FlushDecompress::None).map_err(|_| self.corrupt())?;
        let taken = (self.inflate.total_in() - before.0) as usize;
        let made = (self.inflate.total_out() - before.1) as usize;
        Ok((taken, made, status == Status::StreamEnd))
    }

    fn advance(&mut self, piece: &mut &[u8], by: usize) {
        *piece = &piece[by..];
        self.read += by as u64;
    }

    fn corrupt(&self) -> GzipError {
        GzipError::Corrupt { at: self.read }
    }
}

/// Whether `bytes` are a whole header; `None` where they cannot become one.
fn header_is_whole(bytes: &[u8]) -> Option<bool> {
    let Some(&[magic_1, magic_2, method, flags, ..]) = bytes.first_chunk::<10>() else { return Some(false) };
    let [text, sum, extra, name, comment] = [0, 1, 2, 3, 4].map(|bit| flags >> bit & 1 == 1);
    let _ = text;
    if [magic_1, magic_2, method] != [0x1f, 0x8b, 8] || flags >> 5 != 0 || bytes.len() > LONGEST_HEADER {
        return None;
    }
    let mut rest = &bytes[10..];
    if extra {
        let Some((length, after)) = rest.split_first_chunk::<2>() else { return Some(false) };
        let Some(after) = after.get(usize::from(u16::from_le_bytes(*length))..) else { return Some(false) };
        rest = after;
    }
    for _ in 0..usize::from(name) + usize::from(comment) {
        let Some(end) = rest.iter().position(|&byte| byte == 0) else { return Some(false) };
        rest = &rest[end + 1..];
    }
    Some(rest.len() >= 2 * usize::from(sum))
}

impl fmt::Display for GzipError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            GzipError::Corrupt { at } => {
                write!(f, "its compressed data are damaged near byte {}: download it again", grouped(at))
            }
            GzipError::Checksum => {
                write!(f, "its checksum (CRC-32) does not match what is in it, so it is damaged: download it again")
            }
            GzipError::Cut { length } => {
                write!(f, "it was cut off after {} bytes, before any image: download it again", grouped(length))
            }
        }
    }
}

impl std::error::Error for GzipError {}
