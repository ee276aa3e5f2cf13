//! Images as RGBA pixels, for a canvas or a PNG file: one alone, or many on a contact sheet.
//!
//! Nothing is scaled: a pixel of an image is a pixel here, so what is shown can be checked against the
//! bytes.

use super::dataset::Dataset;
use super::record::{PIXELS, PLANE, SIDE};

/// Bytes of one image as RGBA.
pub const RGBA: usize = PLANE * 4;

/// Pixels, row by row, 4 bytes each: red, green, blue, alpha.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// `width * height * 4` bytes.
    pub rgba: Vec<u8>,
}

/// One image, opaque: planes (3, 32, 32) to (32, 32, 4).
pub fn rgba(pixels: &[u8; PIXELS]) -> [u8; RGBA] {
    let mut out = [255; RGBA];
    let (red, rest) = pixels.split_at(PLANE);
    let (green, blue) = rest.split_at(PLANE);
    for (index, pixel) in out.chunks_exact_mut(4).enumerate() {
        pixel[0] = red[index];
        pixel[1] = green[index];
        pixel[2] = blue[index];
    }
    out
}

/// Images `offset`, `offset + 1`, … of a set, `columns` to a row, without gaps. Places that no image
/// fills are transparent; rows that none reaches are left off. `None` when there is nothing to show
/// or when the sheet would have more than 2²⁸ pixels.
pub fn contact_sheet(dataset: &Dataset, columns: usize, rows: usize, offset: usize) -> Option<Sheet> {
    let images = dataset.len().checked_sub(offset)?.min(columns.checked_mul(rows)?);
    if images == 0 {
        return None;
    }
    let (width, height) = (columns.checked_mul(SIDE)?, images.div_ceil(columns) * SIDE);
    if width.checked_mul(height)? > 1 << 28 {
        return None;
    }
    let mut sheet = vec![0; width * height * 4];
    for place in 0..images {
        let record = dataset.record(offset + place)?;
        let (left, top) = (place % columns * SIDE, place / columns * SIDE);
        for (y, row) in rgba(record.pixels).chunks_exact(SIDE * 4).enumerate() {
            let start = ((top + y) * width + left) * 4;
            sheet[start..start + SIDE * 4].copy_from_slice(row);
        }
    }
    Some(Sheet { width, height, rgba: sheet })
}
