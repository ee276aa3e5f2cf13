//! What a file is, judged by its first bytes, its length and its labels.
//!
//! Recognises; does not keep anything. A file that is no CIFAR data becomes a [`Refusal`], whose
//! `Display` is one sentence that says what the file is and what was expected. Archives are taken apart
//! in [`super::intake`] before their files come here.

use std::fmt;

use super::gzip::GzipError;
use super::pickle::{self, Batch, Contents, PickleError};
use super::record::{CLASSES, CLASSES_100, Family, GROUPS_100, RECORD, RECORD_100};

/// How many out-of-range labels are listed with their offsets; the rest is counted.
pub const LISTED_OFFSETS: usize = 8;

/// A larger file is no set of CIFAR, all its images in one file included: 184 MB.
pub const LARGEST_BYTES: u64 = 400_000_000;

/// A file that this program reads.
#[derive(Clone, Debug, PartialEq)]
pub enum Format {
    /// The binary version: records one after another.
    Binary(Records),
    /// The Python version.
    Pickle(Batch),
    /// `batches.meta.txt` or `fine_label_names.txt`, or their pickles: the class names in label order.
    ClassNames(Family, Vec<String>),
    /// `coarse_label_names.txt`: the names of CIFAR-100's groups of classes.
    GroupNames,
}

/// The records of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Records {
    /// Which labels they have.
    pub family: Family,
    /// Whole records, those with a label out of range included.
    pub whole: usize,
    /// Bytes after the last whole record: more than 0 when the file was cut off.
    pub trailing_bytes: usize,
    /// Records with a label that is none of the family's.
    pub bad_labels: usize,
    /// The first of those labels, at most [`LISTED_OFFSETS`].
    pub bad: Vec<BadLabel>,
}

/// A label out of range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BadLabel {
    /// Where the label is, counted from the start of the file.
    pub offset: usize,
    /// What it holds.
    pub label: i64,
}

/// Why a file is not read: what it is instead.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// No bytes at all.
    Empty,
    /// A Python pickle of this protocol that holds no images.
    Pickle {
        /// The second byte.
        protocol: u8,
        /// Why.
        error: PickleError,
    },
    /// A gzip file that cannot be unpacked.
    Gzip(GzipError),
    /// A tar archive whose parts do not follow one another.
    Tar {
        /// Where in the unpacked archive no header stands that should.
        at: u64,
    },
    /// An archive without a file of CIFAR in it.
    NothingInside {
        /// Files in the archive.
        files: usize,
    },
    /// An archive within an archive.
    Nested,
    /// A web page, often a download error saved under the file's name.
    Html,
    /// Another file type, known by its first bytes.
    OtherType {
        /// With its article: "a ZIP archive".
        name: &'static str,
    },
    /// Plain text.
    Text,
    /// One byte value throughout.
    Constant {
        /// The value.
        byte: u8,
        /// How many of it.
        length: usize,
    },
    /// Longer than [`LARGEST_BYTES`], or an archive that unpacks to far more.
    TooLarge {
        /// The file's length in bytes; what has been unpacked so far, of an archive.
        length: u64,
        /// Whether it was being unpacked.
        unpacked: bool,
    },
    /// Memory for the file's bytes was refused.
    NoMemory {
        /// The file's length in bytes.
        length: u64,
    },
    /// Less than one record.
    TooShort {
        /// The file's length in bytes.
        length: usize,
    },
    /// Long enough, but the bytes where labels should be are mostly no labels.
    NotRecords {
        /// The file's length in bytes.
        length: usize,
        /// Bytes at label positions.
        labels: usize,
        /// How many of those are above 9.
        bad_labels: usize,
    },
}

/// What the first bytes alone tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// A gzip file.
    Gzip,
    /// A tar archive.
    Tar,
    /// A pickle of this protocol.
    Pickle(u8),
    /// A web page.
    Html,
    /// Any other text.
    Text,
    /// A known file type, with its article.
    OtherType(&'static str),
    /// Records, perhaps.
    Unknown,
}

/// How many bytes [`Opening::of`] wants to see.
pub const OPENING_BYTES: usize = 512;

impl Opening {
    /// Judges the first [`OPENING_BYTES`] of a file, or all when it has fewer.
    ///
    /// A record starts with a label, 0 to 99, then pixels; signatures are tested whole.
    pub fn of(bytes: &[u8]) -> Opening {
        if let Some(protocol) = pickle::protocol(bytes) {
            return Opening::Pickle(protocol);
        }
        if bytes.starts_with(&[0x1f, 0x8b, 8]) {
            return Opening::Gzip;
        }
        if let Some((_, name)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Opening::OtherType(name);
        }
        if bytes.get(257..262) == Some(b"ustar") {
            return Opening::Tar;
        }
        match opening_text(bytes) {
            Some(text) if text.trim_start().starts_with('<') => Opening::Html,
            Some(_) => Opening::Text,
            None => Opening::Unknown,
        }
    }
}

/// Judges a whole file by its bytes. The name plays no part: files get renamed.
pub fn recognise(bytes: &[u8]) -> Result<Format, Refusal> {
    let (&first, length) = match bytes.first() {
        Some(first) => (first, bytes.len()),
        None => return Err(Refusal::Empty),
    };
    match Opening::of(bytes) {
        Opening::Gzip | Opening::Tar => return Err(Refusal::Nested),
        Opening::Html => return Err(Refusal::Html),
        Opening::OtherType(name) => return Err(Refusal::OtherType { name }),
        Opening::Text => return class_names(bytes).ok_or(Refusal::Text),
        Opening::Pickle(protocol) => {
            return match pickle::read(bytes) {
                Ok(Contents::Images(batch)) => Ok(Format::Pickle(batch)),
                Ok(Contents::ClassNames(family, names)) => Ok(Format::ClassNames(family, names)),
                Err(error) => Err(Refusal::Pickle { protocol, error }),
            };
        }
        Opening::Unknown => {}
    }
    if length < RECORD {
        return Err(Refusal::TooShort { length });
    }
    if bytes.iter().all(|&byte| byte == first) {
        return Err(Refusal::Constant { byte: first, length });
    }
    by_labels(bytes)
}

/// First bytes of what people drop by mistake.
const SIGNATURES: [(&[u8], &str); 11] = [
    (b"PK\x03\x04", "a ZIP archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"\x93NUMPY", "a NumPy .npy array"),
    (b"(dp", "a Python pickle of protocol 0, where the published ones have 2"),
    (b"}q", "a Python pickle of protocol 1, where the published ones have 2"),
];

/// The first bytes as text, when they are nothing but text: printable, or a space, tab or newline.
fn opening_text(bytes: &[u8]) -> Option<&str> {
    let opening = &bytes[..bytes.len().min(OPENING_BYTES)];
    let opening = opening.strip_prefix(b"\xef\xbb\xbf").unwrap_or(opening);
    let text = match std::str::from_utf8(opening) {
        Ok(text) => text,
        // A character cut by the end of the window is no fault.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&opening[..error.valid_up_to()]).expect("valid up to there")
        }
        Err(_) => return None,
    };
    let plain = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    (!text.is_empty() && text.chars().all(plain)).then_some(text)
}

/// Longer texts are no lists of class names.
pub const LONGEST_NAMES: usize = 4096;

/// Ten, twenty or a hundred names, one a line, blank lines skipped.
fn class_names(bytes: &[u8]) -> Option<Format> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= LONGEST_NAMES)?;
    let names: Vec<String> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(String::from).collect();
    let is_name = |name: &String| name.len() <= 40 && !name.contains(['<', ',', ';', '=', '{']);
    match names.len() {
        _ if !names.iter().all(is_name) => None,
        CLASSES => Some(Format::ClassNames(Family::Cifar10, names)),
        GROUPS_100 => Some(Format::GroupNames),
        CLASSES_100 => Some(Format::ClassNames(Family::Cifar100, names)),
        _ => None,
    }
}

/// Tells CIFAR-10, CIFAR-100 and neither apart, by length first and by labels where that is unclear.
fn by_labels(bytes: &[u8]) -> Result<Format, Refusal> {
    let ten = count_labels(bytes, Family::Cifar10);
    let hundred = count_labels(bytes, Family::Cifar100);
    let mostly_labels = |records: &Records| records.whole > 0 && records.bad_labels * 2 <= records.whole;

    let whole_file = bytes.len().is_multiple_of(RECORD);
    let whole_file_100 = bytes.len().is_multiple_of(RECORD_100);
    let is_hundred = mostly_labels(&hundred)
        && if whole_file == whole_file_100 {
            // The length says nothing: the version with fewer bad labels, CIFAR-10 when equal.
            hundred.bad_labels < ten.bad_labels
        } else {
            whole_file_100
        };
    if is_hundred {
        Ok(Format::Binary(hundred))
    } else if mostly_labels(&ten) {
        Ok(Format::Binary(ten))
    } else {
        Err(Refusal::NotRecords { length: bytes.len(), labels: ten.whole, bad_labels: ten.bad_labels })
    }
}

/// Reads every label byte of a file taken as one of this family.
fn count_labels(bytes: &[u8], family: Family) -> Records {
    let size = family.record_bytes();
    let (whole, trailing_bytes) = (bytes.len() / size, bytes.len() % size);
    let mut records = Records { family, whole, trailing_bytes, bad_labels: 0, bad: Vec::new() };
    let most: &[u8] = match family {
        Family::Cifar10 => &[CLASSES as u8 - 1],
        Family::Cifar100 => &[GROUPS_100 as u8 - 1, CLASSES_100 as u8 - 1],
    };
    for (index, record) in bytes.chunks_exact(size).enumerate() {
        let Some(place) = record.iter().zip(most).position(|(label, most)| label > most) else { continue };
        records.bad_labels += 1;
        if records.bad.len() < LISTED_OFFSETS {
            records.bad.push(BadLabel { offset: index * size + place, label: record[place].into() });
        }
    }
    records
}

impl Records {
    /// Those of a pickle.
    pub(super) fn of_pickle(batch: &Batch) -> Records {
        let bad: Vec<BadLabel> = batch.bad_labels().map(|(offset, label)| BadLabel { offset, label }).collect();
        Records {
            family: batch.family,
            whole: batch.rows,
            trailing_bytes: batch.trailing_bytes,
            bad_labels: bad.len(),
            bad: bad.into_iter().take(LISTED_OFFSETS).collect(),
        }
    }
}

/// What most refusals end with.
const EXPECTED: &str =
    "expected files of CIFAR-10 or CIFAR-100: data_batch_1.bin and its like, the Python version, or their .tar.gz";

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Empty => write!(f, "this file is empty (0 bytes); {EXPECTED}"),
            Refusal::Pickle { protocol, error } => {
                write!(f, "this is a Python pickle (protocol {protocol}), but {error}; {EXPECTED}")
            }
            Refusal::Gzip(error) => write!(f, "this is a gzip file, but {error}; nothing of it was kept"),
            Refusal::Tar { at } => write!(
                f,
                "this tar archive is damaged: no file begins at byte {} of it, where one should; nothing of it was kept",
                grouped(*at)
            ),
            Refusal::NothingInside { files } => {
                write!(f, "this archive holds {}, but none of CIFAR; {EXPECTED}", counted(*files, "file"))
            }
            Refusal::Nested => {
                write!(
                    f,
                    "this is an archive inside an archive, which is not unpacked: unpack it and drop what is in it"
                )
            }
            Refusal::Html => {
                write!(
                    f,
                    "this is a web page (HTML or XML), perhaps a download error saved under this name; {EXPECTED}"
                )
            }
            Refusal::OtherType { name } => write!(f, "this is {name}; {EXPECTED}"),
            Refusal::Text => write!(f, "this is a text file; {EXPECTED}"),
            Refusal::Constant { byte, length } => {
                write!(f, "all {} bytes of this file are {byte}, so it holds no images; {EXPECTED}", grouped(*length))
            }
            Refusal::TooLarge { length, unpacked: false } => write!(
                f,
                "this file has {}, and no file of CIFAR has more than {}; {EXPECTED}",
                counted(*length, "byte"),
                grouped(LARGEST_BYTES)
            ),
            Refusal::TooLarge { length, unpacked: true } => write!(
                f,
                "this archive unpacks to more than {}, far more than CIFAR; nothing of it was kept",
                counted(*length, "byte")
            ),
            Refusal::NoMemory { length } => {
                write!(f, "there is no memory for the {} of this file", counted(*length, "byte"))
            }
            Refusal::TooShort { length } => {
                write!(f, "this file has {}, less than one record; {EXPECTED}", counted(*length, "byte"))
            }
            Refusal::NotRecords { length, labels, bad_labels } => write!(
                f,
                "this file has {}, but {} of the {} bytes where labels would be are above 9; {EXPECTED}",
                counted(*length, "byte"),
                grouped(*bad_labels),
                grouped(*labels)
            ),
        }
    }
}

impl std::error::Error for Refusal {}

/// 1234567 as "1,234,567".
pub fn grouped(number: impl fmt::Display) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "1 record", "2 records".
pub fn counted(number: impl fmt::Display, noun: &str) -> String {
    let number = grouped(number);
    let plural = if number == "1" { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
