//! What a dropped file is, judged by its first bytes, its length and its labels.
//!
//! Recognises; does not keep anything. A file that is no CIFAR-10 data becomes a [`Refusal`], whose
//! `Display` is one sentence that says what the file is and what was expected. Reading archives,
//! pickles and CIFAR-100 is not done here: they are named, so that the reader knows what to drop.

use std::fmt;

use super::record::{CLASSES, RECORD, RECORD_100};

/// How many out-of-range labels are listed with their offsets; the rest is counted.
pub const LISTED_OFFSETS: usize = 8;

/// A file that this program reads.
#[derive(Clone, Debug, PartialEq)]
pub enum Format {
    /// CIFAR-10, binary version.
    Cifar10(Records),
    /// `batches.meta.txt`: the class names in label order.
    ClassNames(Vec<String>),
}

/// The records of a CIFAR-10 binary file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// Whole records, those with a label out of range included.
    pub whole: usize,
    /// Bytes after the last whole record: more than 0 when the file was cut off.
    pub trailing_bytes: usize,
    /// Labels above 9.
    pub bad_labels: usize,
    /// The first of those, at most [`LISTED_OFFSETS`].
    pub bad: Vec<BadLabel>,
}

/// A label byte above 9.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BadLabel {
    /// Where the label byte is, counted from the start of the file.
    pub offset: usize,
    /// What it holds.
    pub label: u8,
}

/// Why a file is not read: what it is instead.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// No bytes at all.
    Empty,
    /// A Python pickle of this protocol: the Python version of CIFAR, perhaps renamed.
    Pickle {
        /// The second byte.
        protocol: u8,
    },
    /// A gzip file.
    Gzip {
        /// Its length in bytes, by which the published archives are known.
        length: usize,
    },
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
    /// CIFAR-100, binary version.
    Cifar100 {
        /// Whole 3,074-byte records.
        records: usize,
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

/// Judges a file by its bytes. The name plays no part: files get renamed.
///
/// A CIFAR-10 file starts with a label, 0 to 9, and so with none of the signatures tested first.
pub fn recognise(bytes: &[u8]) -> Result<Format, Refusal> {
    let (&first, length) = match bytes.first() {
        Some(first) => (first, bytes.len()),
        None => return Err(Refusal::Empty),
    };
    if let [0x80, protocol @ 2..=5, ..] = *bytes {
        return Err(Refusal::Pickle { protocol });
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Err(Refusal::Gzip { length });
    }
    if let Some((_, name)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Refusal::OtherType { name });
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Err(Refusal::OtherType { name: "a tar archive" });
    }
    if let Some(text) = opening_text(bytes) {
        if text.trim_start().starts_with('<') {
            return Err(Refusal::Html);
        }
        return class_names(bytes).map(Format::ClassNames).ok_or(Refusal::Text);
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
const SIGNATURES: [(&[u8], &str); 9] = [
    (b"PK\x03\x04", "a ZIP archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"\x93NUMPY", "a NumPy .npy array"),
];

/// The first bytes as text, when they are nothing but text: printable, or a space, tab or newline.
fn opening_text(bytes: &[u8]) -> Option<&str> {
    let opening = &bytes[..bytes.len().min(512)];
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

/// Ten names, one a line, blank lines skipped: the shape of `batches.meta.txt`.
fn class_names(bytes: &[u8]) -> Option<Vec<String>> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= 1024)?;
    let names: Vec<String> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(String::from).collect();
    let is_name = |name: &String| name.len() <= 40 && !name.contains(['<', ',', ';', '=', '{']);
    (names.len() == CLASSES && names.iter().all(is_name)).then_some(names)
}

/// Tells CIFAR-10, CIFAR-100 and neither apart, by length first and by labels where that is unclear.
fn by_labels(bytes: &[u8]) -> Result<Format, Refusal> {
    let records = count_labels(bytes);
    let mostly_labels = |bad: usize, whole: usize| whole > 0 && bad * 2 <= whole;
    let ten = mostly_labels(records.bad_labels, records.whole);
    let (whole_100, bad_100) = count_labels_100(bytes);
    let hundred = mostly_labels(bad_100, whole_100);

    let whole_file = records.trailing_bytes == 0;
    let whole_file_100 = bytes.len().is_multiple_of(RECORD_100);
    let cifar_100 = if whole_file == whole_file_100 {
        // The length says nothing: the version with fewer bad labels, CIFAR-10 when equal.
        hundred && bad_100 < records.bad_labels
    } else {
        whole_file_100 && hundred
    };
    if cifar_100 {
        Err(Refusal::Cifar100 { records: whole_100 })
    } else if ten {
        Ok(Format::Cifar10(records))
    } else {
        Err(Refusal::NotRecords { length: bytes.len(), labels: records.whole, bad_labels: records.bad_labels })
    }
}

/// Reads every label byte of a file taken as CIFAR-10.
fn count_labels(bytes: &[u8]) -> Records {
    let mut records =
        Records { whole: bytes.len() / RECORD, trailing_bytes: bytes.len() % RECORD, ..Records::default() };
    for (index, record) in bytes.chunks_exact(RECORD).enumerate() {
        let label = record[0];
        if usize::from(label) >= CLASSES {
            records.bad_labels += 1;
            if records.bad.len() < LISTED_OFFSETS {
                records.bad.push(BadLabel { offset: index * RECORD, label });
            }
        }
    }
    records
}

/// Whole records of a file taken as CIFAR-100, and those whose labels are out of range.
fn count_labels_100(bytes: &[u8]) -> (usize, usize) {
    let bad = bytes.chunks_exact(RECORD_100).filter(|record| record[0] > 19 || record[1] > 99).count();
    (bytes.len() / RECORD_100, bad)
}

/// What every refusal ends with.
const EXPECTED: &str = "expected a CIFAR-10 binary file such as data_batch_1.bin (records of 3,073 bytes: a label from 0 to 9, then 3,072 pixel bytes)";

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Refusal::Empty => write!(f, "this file is empty (0 bytes); {EXPECTED}"),
            Refusal::Pickle { protocol } => write!(
                f,
                "this is a Python pickle (protocol {protocol}), as in the Python version of CIFAR, which is not read yet: \
                 drop data_batch_1.bin to data_batch_5.bin from cifar-10-binary.tar.gz instead"
            ),
            Refusal::Gzip { length } => {
                let what = match length {
                    170_052_171 => "this is the archive cifar-10-binary.tar.gz",
                    170_498_071 => "this is the archive cifar-10-python.tar.gz, the Python version of CIFAR-10",
                    168_513_733 => "this is the archive cifar-100-binary.tar.gz, CIFAR-100",
                    _ => "this is a gzip file",
                };
                write!(
                    f,
                    "{what}, and archives are not read yet: unpack cifar-10-binary.tar.gz \
                     and drop the data_batch_N.bin files that are in it"
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
                write!(f, "all {} bytes of this file are {byte}, so it holds no images; {EXPECTED}", grouped(length))
            }
            Refusal::Cifar100 { records } => write!(
                f,
                "this is CIFAR-100 ({} of 3,074 bytes, with two labels each), which is not read yet: \
                 drop data_batch_1.bin to data_batch_5.bin of CIFAR-10 instead",
                counted(records, "record")
            ),
            Refusal::TooShort { length } => {
                write!(f, "this file has {}, less than one record; {EXPECTED}", counted(length, "byte"))
            }
            Refusal::NotRecords { length, labels, bad_labels } => write!(
                f,
                "this file has {}, but {} of the {} bytes where labels would be are above 9; {EXPECTED}",
                counted(length, "byte"),
                grouped(bad_labels),
                grouped(labels)
            ),
        }
    }
}

impl std::error::Error for Refusal {}

/// 1234567 as "1,234,567".
pub fn grouped(number: usize) -> String {
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
pub fn counted(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", grouped(number), if number == 1 { "" } else { "s" })
}
