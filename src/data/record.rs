//! One CIFAR-10 record: a label byte, then 32 × 32 red, green and blue planes, row by row.
//!
//! Layout only. What a whole file is, and whether it is one at all, is [`super::formats`].

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
/// Number of classes; a label is less than this.
pub const CLASSES: usize = 10;
/// Records in each published file.
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

/// One image where it lies in its file's bytes.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// The class, 0 to 9.
    pub label: u8,
    /// 3,072 bytes: the red plane, the green plane, the blue plane, each row-major.
    pub pixels: &'a [u8; PIXELS],
}

impl<'a> Record<'a> {
    /// The record whose label byte is `bytes[offset]`; `None` when 3,073 bytes do not remain.
    pub fn at(bytes: &'a [u8], offset: usize) -> Option<Record<'a>> {
        let record = bytes.get(offset..offset.checked_add(RECORD)?)?;
        let (label, pixels) = record.split_first()?;
        Some(Record { label: *label, pixels: pixels.try_into().ok()? })
    }

    /// One colour plane (0 red, 1 green, 2 blue): 1,024 bytes, row-major.
    pub fn plane(&self, channel: usize) -> &'a [u8; PLANE] {
        self.pixels[channel * PLANE..][..PLANE].try_into().expect("a plane is 1,024 bytes of a 3,072-byte image")
    }
}
