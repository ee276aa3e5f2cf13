//! The Python version of CIFAR: `data_batch_N`, `test_batch`, `train`, `test`, `batches.meta`, `meta`.
//!
//! Each is a pickled dictionary. Its few instructions are read, never run, and whatever else a pickle may
//! ask for is refused. [`into_records`] turns such a file, in its own memory, into the records of the
//! binary version. Reading a pickle that is no CIFAR file is not attempted.

mod machine;

use std::fmt;
use std::ops::Range;

use self::machine::{Array, End, Id, Machine, Value};
use super::formats::{counted, grouped};
use super::record::{Family, PIXELS};

/// What a pickle of CIFAR holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Contents {
    /// Images with their labels.
    Images(Batch),
    /// Class names in label order, of `batches.meta` or `meta`.
    ClassNames(Family, Vec<String>),
}

/// The images of one pickle, where they lie in its bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// One list of labels, or two.
    pub family: Family,
    /// Whole images.
    pub rows: usize,
    /// Images that the file says it has: more than `rows` when it was cut off.
    pub announced: usize,
    /// Pixel bytes after the last whole image.
    pub trailing_bytes: usize,
    /// What the file says it is: "training batch 1 of 5".
    pub batch_label: Option<String>,
    /// A label for each image and label byte: CIFAR-100's coarse labels first.
    labels: Vec<Vec<Label>>,
    pixels: Range<usize>,
    /// The pixels are written as a UTF-8 text, a character a byte.
    encoded: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Label {
    value: i64,
    at: usize,
}

/// Why a pickle is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PickleError {
    /// An instruction that no CIFAR pickle has.
    Instruction {
        /// The instruction's byte.
        opcode: u8,
        /// Where it stands.
        at: usize,
    },
    /// Instructions that make no sense together.
    Malformed {
        /// Where the one stands that cannot be followed.
        at: usize,
    },
    /// More values than any CIFAR pickle has.
    TooMany,
    /// Not a dictionary with pixels and labels, nor one with class names.
    NotCifar,
    /// Pixels and labels are not equally many.
    Lengths {
        /// Images.
        rows: usize,
        /// Labels.
        labels: usize,
    },
    /// `data` is not rows of 3,072 uint8 in C order.
    Pixels,
    /// Cut off before a whole image with its label.
    Cut {
        /// The file's length in bytes.
        length: usize,
    },
}

/// Whether the bytes begin as a pickle of protocol 2 to 5; which one.
pub fn protocol(bytes: &[u8]) -> Option<u8> {
    match *bytes {
        [0x80, protocol @ 2..=5, ..] => Some(protocol),
        _ => None,
    }
}

/// Reads a pickle's instructions. Copies no pixel.
pub fn read(bytes: &[u8]) -> Result<Contents, PickleError> {
    let (machine, end) = Machine::read(bytes)?;
    let entries = entries(&machine, end);
    let find = |name: &str| {
        let found = entries.iter().rev().find(|(key, _)| machine.text(*key) == Some(name.as_bytes()));
        found.map(|&(_, value)| value)
    };
    if let Some(data) = find("data") {
        let lists = match (find("labels"), find("coarse_labels"), find("fine_labels")) {
            (_, Some(coarse), Some(fine)) => vec![coarse, fine],
            (Some(labels), _, _) => vec![labels],
            _ if end == End::Stop => return Err(PickleError::NotCifar),
            _ => return Err(PickleError::Cut { length: bytes.len() }),
        };
        let batch_label = find("batch_label").and_then(|id| machine.text(id));
        let batch_label = batch_label.map(|text| String::from_utf8_lossy(text).into_owned());
        return images(&machine, end, bytes, data, &lists, batch_label).map(Contents::Images);
    }
    for (key, family) in [("label_names", Family::Cifar10), ("fine_label_names", Family::Cifar100)] {
        if let Some(names) = find(key).and_then(|id| names(&machine, id))
            && names.len() == family.classes()
        {
            return Ok(Contents::ClassNames(family, names));
        }
    }
    Err(if end == End::Stop { PickleError::NotCifar } else { PickleError::Cut { length: bytes.len() } })
}

/// The dictionary's keys and values. Of a file that was cut off: what lies on the stack, two by two, and
/// the array that was being read under the key `data`.
fn entries(machine: &Machine<'_>, end: End) -> Vec<(Id, Id)> {
    let mut entries = Vec::new();
    for pair in machine.stack.windows(2) {
        if let &[Some(key), Some(value)] = pair {
            entries.push((key, value));
        }
    }
    let dicts = machine.stack.iter().flatten().filter_map(|&id| match machine.value(id) {
        Value::Dict(entries) => Some(entries),
        _ => None,
    });
    match end {
        End::Stop => dicts.flatten().copied().collect(),
        End::Cut { .. } => dicts.flatten().copied().chain(entries).collect(),
    }
}

fn images(
    machine: &Machine<'_>,
    end: End,
    bytes: &[u8],
    data: Id,
    lists: &[Id],
    batch_label: Option<String>,
) -> Result<Batch, PickleError> {
    let cut = |_: ()| PickleError::Cut { length: bytes.len() };
    let (range, encoded) = match end {
        // Cut within the pixels: they are the last string on the stack.
        End::Cut { within_until: Some(_) } if unfilled(machine, data) => {
            let last = machine.stack.last().copied().flatten().map(|id| machine.value(id));
            let Some(Value::Bytes(range)) = last else { return Err(cut(())) };
            (range.clone(), false)
        }
        End::Cut { .. } if unfilled(machine, data) => return Err(cut(())),
        _ => pixels(machine, data)?,
    };
    let length = if encoded { latin1_length(&bytes[range.clone()])? } else { range.len() };
    let (rows, trailing_bytes) = (length / PIXELS, length % PIXELS);
    let announced = match end {
        End::Cut { within_until: Some(until) } if range.end == bytes.len() => (until - range.start) / PIXELS,
        _ if trailing_bytes > 0 => return Err(PickleError::Pixels),
        _ => rows,
    };
    if rows == 0 {
        return Err(if end == End::Stop { PickleError::Pixels } else { cut(()) });
    }
    let labels: Vec<Vec<Label>> =
        lists.iter().map(|&list| labels(machine, list)).collect::<Option<_>>().ok_or(PickleError::NotCifar)?;
    if let Some(list) = labels.iter().find(|list| list.len() != announced) {
        return Err(PickleError::Lengths { rows: announced, labels: list.len() });
    }
    let family = if lists.len() == 1 { Family::Cifar10 } else { Family::Cifar100 };
    Ok(Batch { family, rows, announced, trailing_bytes, batch_label, labels, pixels: range, encoded })
}

/// Whether this is an array whose state has not been read.
fn unfilled(machine: &Machine<'_>, id: Id) -> bool {
    match machine.value(id) {
        Value::Array(array) => array.data.is_none(),
        // `_frombuffer`, not yet called.
        Value::Global(_) => true,
        _ => false,
    }
}

/// Where the pixels lie: of a uint8 array in C order, or of a plain byte string.
fn pixels(machine: &Machine<'_>, id: Id) -> Result<(Range<usize>, bool), PickleError> {
    let data = match machine.value(id) {
        Value::Array(Array { shape: Some(shape), dtype: Some(dtype), fortran: false, data: Some(data) }) => {
            let code = match machine.value(*dtype) {
                Value::Dtype(code) => machine.text(*code),
                _ => None,
            };
            let rows_of_images = match machine.value(*shape) {
                Value::Tuple(axes) => {
                    let mut sizes = axes.iter().skip(1).map(|&axis| match machine.value(axis) {
                        Value::Int(size) => u64::try_from(*size).ok(),
                        _ => None,
                    });
                    sizes.try_fold(1_u64, |product, size| product.checked_mul(size?)) == Some(PIXELS as u64)
                }
                _ => false,
            };
            if !matches!(code, Some(b"u1" | b"|u1" | b"uint8")) || !rows_of_images {
                return Err(PickleError::Pixels);
            }
            *data
        }
        _ => id,
    };
    match machine.value(data) {
        Value::Bytes(range) => Ok((range.clone(), false)),
        Value::Latin1(range) => Ok((range.clone(), true)),
        _ => Err(PickleError::Pixels),
    }
}

fn labels(machine: &Machine<'_>, list: Id) -> Option<Vec<Label>> {
    let (Value::List(items) | Value::Tuple(items)) = machine.value(list) else { return None };
    let label = |&id: &Id| match machine.value(id) {
        Value::Int(value) => Some(Label { value: *value, at: machine.at(id) }),
        _ => None,
    };
    items.iter().map(label).collect()
}

fn names(machine: &Machine<'_>, list: Id) -> Option<Vec<String>> {
    let Value::List(items) = machine.value(list) else { return None };
    items.iter().map(|&id| Some(String::from_utf8_lossy(machine.text(id)?).into_owned())).collect()
}

impl Batch {
    /// Labels that are none of the family's, with the places of their instructions.
    pub fn bad_labels(&self) -> impl Iterator<Item = (usize, i64)> {
        let most = match self.family {
            Family::Cifar10 => [9, 9],
            Family::Cifar100 => [19, 99],
        };
        (0..self.rows).flat_map(move |row| {
            let here = self.labels.iter().zip(most).map(move |(list, most)| (list[row], most));
            here.filter(|(label, most)| !(0..=*most).contains(&label.value)).map(|(label, _)| (label.at, label.value))
        })
    }

    /// Where each record's bytes stand in the pickle.
    pub fn places(&self) -> Places {
        Places {
            labels: self.labels.last().into_iter().flatten().take(self.rows).map(|label| label.at as u32).collect(),
            pixels: (!self.encoded).then_some(self.pixels.start),
        }
    }
}

/// Where images stood in a file that was no sequence of records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The byte offset of each image's label.
    pub labels: Vec<u32>,
    /// The byte offset of the first image's pixels; `None` where they are not stored byte by byte.
    pub pixels: Option<usize>,
}

/// Turns the bytes of a pickle into the records of the binary version, in their own memory: rows move to
/// where the records want them, no second copy is made. `None` where memory does not suffice for the
/// labels between them.
///
/// A label that fits no byte becomes 255.
///
/// `batch` was read from these very bytes.
pub fn into_records(mut bytes: Vec<u8>, batch: &Batch) -> Option<Vec<u8>> {
    let start = batch.pixels.start;
    if batch.encoded {
        decode_latin1(&mut bytes[batch.pixels.clone()]);
    }
    let (record, prefix) = (batch.family.record_bytes(), batch.family.label_bytes());
    let length = batch.rows * record;
    bytes.try_reserve_exact(length.saturating_sub(bytes.len())).ok()?;
    bytes.resize(bytes.len().max(length), 0);
    // Row r goes from start + r · 3,072 to r · record + prefix: back while (r + 1) · prefix ≤ start, in
    // rising order, and forward after that, in falling order. Neither overwrites a row that has yet to
    // move, nor do the two meet.
    let backward = (start / prefix).min(batch.rows);
    for row in (0..backward).chain((backward..batch.rows).rev()) {
        let from = start + row * PIXELS;
        bytes.copy_within(from..from + PIXELS, row * record + prefix);
    }
    bytes.truncate(length);
    for (row, record) in bytes.chunks_exact_mut(record).enumerate() {
        for (byte, list) in record.iter_mut().zip(&batch.labels) {
            *byte = u8::try_from(list[row].value).unwrap_or(u8::MAX);
        }
    }
    Some(bytes)
}

/// How many bytes a text of U+0000 to U+00FF stands for.
fn latin1_length(text: &[u8]) -> Result<usize, PickleError> {
    let text = std::str::from_utf8(text).map_err(|_| PickleError::Pixels)?;
    if text.chars().any(|c| c > '\u{ff}') {
        return Err(PickleError::Pixels);
    }
    Ok(text.chars().count())
}

/// Each character of a text of U+0000 to U+00FF as a byte, at the start of the same memory.
fn decode_latin1(text: &mut [u8]) {
    let (mut read, mut write) = (0, 0);
    while let Some(&lead) = text.get(read) {
        let continued = text.get(read + 1).copied().unwrap_or_default();
        (text[write], read) =
            if lead < 0x80 { (lead, read + 1) } else { ((lead & 0x03) << 6 | (continued & 0x3f), read + 2) };
        write += 1;
    }
}

impl fmt::Display for PickleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            PickleError::Instruction { opcode, at } => write!(
                f,
                "it holds an instruction that no CIFAR file has (0x{opcode:02x} at byte {}), and pickles are never run here",
                grouped(at)
            ),
            PickleError::Malformed { at } => {
                write!(f, "its instructions make no sense at byte {}", grouped(at))
            }
            PickleError::TooMany => write!(f, "it holds more values than any CIFAR file"),
            PickleError::NotCifar => write!(f, "it is no dictionary with data and labels"),
            PickleError::Lengths { rows, labels } => {
                write!(f, "it has pixels for {} but {}", counted(rows, "image"), counted(labels, "label"))
            }
            PickleError::Pixels => write!(f, "its data are not rows of 3,072 uint8 in C order"),
            PickleError::Cut { length } => {
                write!(f, "it was cut off after {}, before any whole image with its label", counted(length, "byte"))
            }
        }
    }
}

impl std::error::Error for PickleError {}
