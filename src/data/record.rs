//! One record: its labels, then 32 × 32 red, green and blue planes, row by row.
//!
//! CIFAR-10 has one label byte, CIFAR-100 two, the coarse one first. Layout only: what a whole file is,
//! and whether it is one at all, is [`super::formats`].

/// Width and height of an image, in pixels.
pub const SIDE: usize = 32;
/// Bytes of one colour plane: 32 × 32.
pub const PLANE: usize = SIDE * SIDE;
/// Colour planes of an image: red, green, blue.
pub const CHANNELS: usize = 3;
/// Pixel bytes of one image: three planes.
pub const PIXELS: usize = CHANNELS * PLANE;
/// Bytes of one record: the label, then the pixels.
pub const RECORD: usize = 1 + PIXELS;
/// Bytes of one CIFAR-100 record: the coarse label, the fine label, then the pixels.
pub const RECORD_100: usize = 2 + PIXELS;
/// Number of CIFAR-10's classes; a label is less than this.
pub const CLASSES: usize = 10;
/// Number of CIFAR-100's classes, its fine labels.
pub const CLASSES_100: usize = 100;
/// Number of CIFAR-100's groups of classes, its coarse labels.
pub const GROUPS_100: usize = 20;
/// Records in each published file of CIFAR-10.
pub const RECORDS_PER_FILE: usize = 10_000;

/// The class names in label order, as `batches.meta.txt` lists them.
pub const CLASS_NAMES: [&str; CLASSES] =
    ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

/// The text of `batches.meta.txt`: one name a line, then a blank line.
pub fn class_names_text() -> String {
    let mut text = CLASS_NAMES.join("\n");
    text.push_str("\n\n");
    text
}

/// Which of the two data sets a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Ten classes, one label byte a record.
    Cifar10,
    /// A hundred classes in twenty groups: a coarse label byte, then a fine one.
    Cifar100,
}

impl Family {
    /// As the field writes it.
    pub fn name(self) -> &'static str {
        match self {
            Family::Cifar10 => "CIFAR-10",
            Family::Cifar100 => "CIFAR-100",
        }
    }

    /// Bytes of one record: 3,073 or 3,074.
    pub const fn record_bytes(self) -> usize {
        match self {
            Family::Cifar10 => RECORD,
            Family::Cifar100 => RECORD_100,
        }
    }

    /// Label bytes at the start of a record; the last of them is the class.
    pub const fn label_bytes(self) -> usize {
        self.record_bytes() - PIXELS
    }

    /// Number of classes; a label is less than this.
    pub const fn classes(self) -> usize {
        match self {
            Family::Cifar10 => CLASSES,
            Family::Cifar100 => CLASSES_100,
        }
    }
}

/// One image where it lies in its file's bytes.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// The class, 0 to 9; of CIFAR-100 the fine one, 0 to 99.
    pub label: u8,
    /// CIFAR-100's group of classes, 0 to 19.
    pub coarse: Option<u8>,
    /// 3,072 bytes: the red plane, the green plane, the blue plane, each row-major.
    pub pixels: &'a [u8; PIXELS],
}

impl<'a> Record<'a> {
    /// The record whose first label byte is `bytes[offset]`; `None` when no whole record remains.
    pub fn at(bytes: &'a [u8], offset: usize, family: Family) -> Option<Record<'a>> {
        let record = bytes.get(offset..offset.checked_add(family.record_bytes())?)?;
        let (labels, pixels) = record.split_at(family.label_bytes());
        let (label, before) = labels.split_last()?;
        Some(Record { label: *label, coarse: before.first().copied(), pixels: pixels.try_into().ok()? })
    }

    /// Whether every label is one of the family's.
    pub fn is_labelled(&self, family: Family) -> bool {
        usize::from(self.label) < family.classes() && self.coarse.is_none_or(|coarse| usize::from(coarse) < GROUPS_100)
    }

    /// One colour plane (0 red, 1 green, 2 blue): 1,024 bytes, row-major.
    pub fn plane(&self, channel: usize) -> &'a [u8; PLANE] {
        self.pixels[channel * PLANE..][..PLANE].try_into().expect("a plane is 1,024 bytes of a 3,072-byte image")
    }
}
