//! Crop, flip and normalise in one pass: 3,072 bytes in, 3,072 float32 out.
//!
//! Nothing is decided per pixel. A row of the crop is 32 bytes of the plane, read from where the shift
//! puts them and normalised together ([`lanes`]); the few columns that the shift brought in from beyond
//! the image are then written over. [`super::transform`] says what the result is.

mod lanes;

use super::normalise::Normalise;
use super::record::{CHANNELS, PIXELS, PLANE, SIDE};
use super::transform::{Draw, Padding, reflect, source};

/// 32 bytes of a plane.
type Row = [u8; SIDE];

/// The order of a float32 batch in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// (N, 32, 32, 3), as the lesson has it.
    Nhwc,
    /// (N, 3, 32, 32), as PyTorch wants it.
    Nchw,
}

/// One image, augmented and normalised, in the order `layout`.
///
/// 1. `pad` is at most [`super::transform::MAX_PAD`].
/// 2. `draw.dy` and `draw.dx` are at most 2 · pad.
pub fn augment_normalised(
    pixels: &[u8; PIXELS],
    draw: Draw,
    pad: usize,
    padding: Padding,
    normalise: &Normalise,
    layout: Layout,
    out: &mut [f32; PIXELS],
) {
    let crop = Crop { pixels, draw, pad, padding, normalise };
    match (layout, draw.flip) {
        (Layout::Nchw, false) => crop.planes::<false>(out),
        (Layout::Nchw, true) => crop.planes::<true>(out),
        (Layout::Nhwc, false) => crop.interleaved::<false>(out),
        (Layout::Nhwc, true) => crop.interleaved::<true>(out),
    }
}

struct Crop<'a> {
    pixels: &'a [u8; PIXELS],
    draw: Draw,
    pad: usize,
    padding: Padding,
    normalise: &'a Normalise,
}

impl Crop<'_> {
    fn planes<const FLIP: bool>(&self, out: &mut [f32; PIXELS]) {
        for channel in 0..CHANNELS {
            let planar = lanes::Planar::new(self.normalise, channel);
            let plane = &mut out[channel * PLANE..][..PLANE];
            for (y, values) in plane.as_chunks_mut::<SIDE>().0.iter_mut().enumerate() {
                match self.source_row(y) {
                    None => values.fill(self.border(channel)),
                    Some(row) => {
                        planar.normalise(&self.row::<FLIP>(channel, row), values);
                        self.edges::<FLIP>(channel, row, |x, value| values[x] = value);
                    }
                }
            }
        }
    }

    fn interleaved<const FLIP: bool>(&self, out: &mut [f32; PIXELS]) {
        let interleaved = lanes::Interleaved::new(self.normalise);
        for (y, values) in out.as_chunks_mut::<{ SIDE * CHANNELS }>().0.iter_mut().enumerate() {
            match self.source_row(y) {
                None => {
                    let border = std::array::from_fn(|channel| self.border(channel));
                    values.as_chunks_mut::<CHANNELS>().0.fill(border);
                }
                Some(row) => {
                    interleaved.normalise(&std::array::from_fn(|channel| self.row::<FLIP>(channel, row)), values);
                    for channel in 0..CHANNELS {
                        self.edges::<FLIP>(channel, row, |x, value| values[x * CHANNELS + channel] = value);
                    }
                }
            }
        }
    }

    /// The row of the image under row `y` of the crop.
    fn source_row(&self, y: usize) -> Option<usize> {
        source(self.draw.dy + y, self.pad, self.padding)
    }

    /// Row `row` of a plane, shifted and flipped; columns from beyond the image hold anything.
    #[inline(always)]
    fn row<const FLIP: bool>(&self, channel: usize, row: usize) -> Row {
        let start = channel * PLANE + row * SIDE;
        // The shift may lead out of the record at its very first and last row.
        let shifted = (start + self.draw.dx).checked_sub(self.pad).and_then(|from| self.pixels[from..].first_chunk());
        let bytes = match shifted {
            Some(bytes) => *bytes,
            None => std::array::from_fn(|x| self.pixels[start + reflect(self.draw.dx + x, self.pad)]),
        };
        if FLIP { lanes::reversed(bytes) } else { bytes }
    }

    /// Hands over the values of the columns from beyond the image, each with its place in the result.
    #[inline(always)]
    fn edges<const FLIP: bool>(&self, channel: usize, row: usize, mut put: impl FnMut(usize, f32)) {
        let Draw { dx, .. } = self.draw;
        let bytes = &self.pixels[channel * PLANE + row * SIDE..][..SIDE];
        let table = &self.normalise.table[channel];
        let beyond = if dx <= self.pad { 0..self.pad - dx } else { SIDE - (dx - self.pad)..SIDE };
        for x in beyond {
            let value = match self.padding {
                Padding::Reflect => table[usize::from(bytes[reflect(dx + x, self.pad)])],
                Padding::Zeros => table[0],
                Padding::ZerosAfter => 0.0,
            };
            put(if FLIP { SIDE - 1 - x } else { x }, value);
        }
    }

    fn border(&self, channel: usize) -> f32 {
        if self.padding == Padding::ZerosAfter { 0.0 } else { self.normalise.table[channel][0] }
    }
}
