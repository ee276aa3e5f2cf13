//! What happens to one image on its way into a batch: crop with reflect padding, flip, normalise.
//!
//! All of it works on rows of 32 contiguous bytes, and decides nothing per pixel. Which crop and which
//! flip an image gets is drawn in [`super::loader`].

use super::record::{CHANNELS, PIXELS, PLANE, SIDE};

/// The largest padding that reflection can serve: an image has 31 rows beside the one at its edge.
pub const MAX_PAD: usize = SIDE - 1;

/// One draw of the augmentation: where the 32 × 32 crop starts in the padded image, and whether it is
/// mirrored after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Draw {
    /// First row of the crop, 0 to 2 · pad; `pad` is no shift.
    pub dy: usize,
    /// First column of the crop, 0 to 2 · pad.
    pub dx: usize,
    /// Whether left and right change places.
    pub flip: bool,
}

impl Draw {
    /// The draw that changes nothing, for this padding.
    pub fn identity(pad: usize) -> Draw {
        Draw { dy: pad, dx: pad, flip: false }
    }
}

/// What `numpy.pad(image, pad, mode="reflect")` reads at a padded position: an index into 0 to 31.
///
/// `padded` is less than 32 + 2 · pad, and `pad` at most [`MAX_PAD`].
pub fn reflect(padded: usize, pad: usize) -> usize {
    let last = SIDE - 1;
    match padded.checked_sub(pad) {
        None => pad - padded,
        Some(index) if index <= last => index,
        Some(index) => 2 * last - index,
    }
}

/// One row of the crop: 32 bytes of `row`, from column `dx` of the padded row, mirrored if `flip`.
fn crop_row(row: &[u8; SIDE], dx: usize, pad: usize, flip: bool) -> [u8; SIDE] {
    let mut out = [0; SIDE];
    if dx <= pad {
        let border = pad - dx;
        out[border..].copy_from_slice(&row[..SIDE - border]);
        for (x, value) in out[..border].iter_mut().enumerate() {
            *value = row[border - x];
        }
    } else {
        let border = dx - pad;
        out[..SIDE - border].copy_from_slice(&row[border..]);
        for (x, value) in out[SIDE - border..].iter_mut().enumerate() {
            *value = row[SIDE - 2 - x];
        }
    }
    if flip {
        out.reverse();
    }
    out
}

/// The cropped row `y` of plane `channel`.
fn augmented_row(pixels: &[u8; PIXELS], channel: usize, y: usize, draw: Draw, pad: usize) -> [u8; SIDE] {
    let source = channel * PLANE + reflect(draw.dy + y, pad) * SIDE;
    let row = pixels[source..source + SIDE].try_into().expect("a row is 32 bytes of a plane");
    crop_row(row, draw.dx, pad, draw.flip)
}

/// Crops and flips an image: planes of uint8 in, planes of uint8 out, both (3, 32, 32).
///
/// `pad` is at most [`MAX_PAD`], `draw.dy` and `draw.dx` at most 2 · pad.
pub fn augment(pixels: &[u8; PIXELS], draw: Draw, pad: usize) -> [u8; PIXELS] {
    let mut out = [0; PIXELS];
    for (number, row) in out.chunks_exact_mut(SIDE).enumerate() {
        row.copy_from_slice(&augmented_row(pixels, number / SIDE, number % SIDE, draw, pad));
    }
    out
}

/// The planes of an image as interleaved pixels: (3, 32, 32) to (32, 32, 3), both C order.
pub fn planes_to_hwc(pixels: &[u8; PIXELS]) -> [u8; PIXELS] {
    let mut out = [0; PIXELS];
    for (index, pixel) in out.chunks_exact_mut(CHANNELS).enumerate() {
        for (channel, value) in pixel.iter_mut().enumerate() {
            *value = pixels[channel * PLANE + index];
        }
    }
    out
}

/// `(images.astype(np.float32) / 255.0 - mean) / (std + 1e-7)` for every byte there is, a channel each.
///
/// All of it in float32, as NumPy computes it when `mean` and `std` are float32 arrays: each step is
/// rounded, and the result agrees to the last bit.
#[derive(Clone, Debug)]
pub struct Normalise {
    table: [[f32; 256]; CHANNELS],
}

impl Normalise {
    /// From the mean and standard deviation of each channel, on the scale 0 to 1.
    pub fn new(mean: [f32; CHANNELS], std: [f32; CHANNELS]) -> Normalise {
        let table = std::array::from_fn(|channel| {
            let divisor = std[channel] + 1e-7_f32;
            std::array::from_fn(|value| (value as f32 / 255.0 - mean[channel]) / divisor)
        });
        Normalise { table }
    }

    /// The normalised value of a byte of a channel.
    pub fn value(&self, channel: usize, byte: u8) -> f32 {
        self.table[channel][usize::from(byte)]
    }
}

/// The order of a float32 batch in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// (N, 32, 32, 3), as the lesson has it.
    Nhwc,
    /// (N, 3, 32, 32), as PyTorch wants it.
    Nchw,
}

/// Crop, flip and normalise in one pass: 3,072 bytes in, 3,072 float32 out.
///
/// The same preconditions as [`augment`].
pub fn augment_normalised(
    pixels: &[u8; PIXELS],
    draw: Draw,
    pad: usize,
    normalise: &Normalise,
    layout: Layout,
    out: &mut [f32; PIXELS],
) {
    let [red, green, blue] = &normalise.table;
    match layout {
        Layout::Nchw => {
            for (number, row) in out.chunks_exact_mut(SIDE).enumerate() {
                let channel = number / SIDE;
                let table = &normalise.table[channel];
                let bytes = augmented_row(pixels, channel, number % SIDE, draw, pad);
                for (value, byte) in row.iter_mut().zip(bytes) {
                    *value = table[usize::from(byte)];
                }
            }
        }
        Layout::Nhwc => {
            for (y, row) in out.chunks_exact_mut(SIDE * CHANNELS).enumerate() {
                let rows: [_; CHANNELS] = std::array::from_fn(|channel| augmented_row(pixels, channel, y, draw, pad));
                for (x, pixel) in row.chunks_exact_mut(CHANNELS).enumerate() {
                    pixel[0] = red[usize::from(rows[0][x])];
                    pixel[1] = green[usize::from(rows[1][x])];
                    pixel[2] = blue[usize::from(rows[2][x])];
                }
            }
        }
    }
}
