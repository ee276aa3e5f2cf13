//! Crop, flip and normalise in one pass: 3,072 bytes in, 3,072 float32 out.
//!
//! Nothing is decided per pixel. Where a crop's rows and columns come from is one window on a line of 94
//! places that is worked out once for all images; shift, mirror and border are in it. Each row of 32 bytes is
//! rearranged, normalised and interleaved as a whole ([`lanes`]). [`super::transform`] says what the result is.

#[cfg(target_arch = "wasm32")]
#[path = "fused/vectors.rs"]
mod lanes;
#[cfg(not(target_arch = "wasm32"))]
#[path = "fused/tables.rs"]
mod lanes;

use std::ops::Range;

use super::normalise::Normalise;
use super::record::{CHANNELS, PIXELS, PLANE, SIDE};
use super::transform::{Draw, MAX_PAD, Padding, source};

/// 32 bytes of a plane, or the places of 32 columns.
type Row = [u8; SIDE];

/// In place of a column: none, the byte 0.
const NOWHERE: u8 = 0xff;

/// The order of a float32 batch in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// (N, 32, 32, 3), as the lesson has it.
    Nhwc,
    /// (N, 3, 32, 32), as PyTorch wants it.
    Nchw,
}

/// Crops, flips and normalises images one by one, all with the same padding, statistics and layout.
pub struct Augment {
    pad: usize,
    padding: Padding,
    /// The row or column of the image at each padded position, or [`NOWHERE`].
    line: [u8; SIDE + 2 * MAX_PAD],
    /// The values of a pixel beyond the image.
    border: [f32; CHANNELS],
    rows: Rows,
}

/// What normalises a row, in the order of the result.
enum Rows {
    Planar([lanes::Planar; CHANNELS]),
    Interleaved(lanes::Interleaved),
}

impl Augment {
    /// `pad` is at most [`MAX_PAD`].
    pub fn new(pad: usize, padding: Padding, normalise: &Normalise, layout: Layout) -> Augment {
        let place = |padded| source(padded, pad, padding).map_or(NOWHERE, |place| place as u8);
        let used = SIDE + 2 * pad;
        let black = std::array::from_fn(|channel| normalise.value(channel, 0));
        Augment {
            pad,
            padding,
            line: std::array::from_fn(|padded| if padded < used { place(padded) } else { NOWHERE }),
            border: if padding == Padding::ZerosAfter { [0.0; CHANNELS] } else { black },
            rows: match layout {
                Layout::Nchw => Rows::Planar(std::array::from_fn(|channel| lanes::Planar::new(normalise, channel))),
                Layout::Nhwc => Rows::Interleaved(lanes::Interleaved::new(normalise)),
            },
        }
    }

    /// One image: 3,072 values in the order of the layout. `draw.dy` and `draw.dx` are at most 2 · pad.
    pub fn image(&self, pixels: &[u8; PIXELS], draw: Draw, out: &mut [f32; PIXELS]) {
        let mut columns = *self.window(draw.dx);
        if draw.flip {
            columns.reverse();
        }
        let crop = Crop { augment: self, rows: self.window(draw.dy), zeros: self.zeros(draw) };
        let planes = pixels.as_chunks().0.as_chunks::<SIDE>().0;
        let planes = planes.as_array().expect("an image has three planes of 32 rows");
        match &self.rows {
            Rows::Planar(planar) => crop.planes(planar, &columns, planes, out),
            Rows::Interleaved(interleaved) => crop.interleaved(interleaved, &columns, planes, out),
        }
    }

    fn window(&self, offset: usize) -> &Row {
        self.line[offset..].first_chunk().expect("an offset is at most twice the padding")
    }

    /// The columns of the result that are 0 after normalising: beyond the image, where the padding says so.
    fn zeros(&self, Draw { dx, flip, .. }: Draw) -> Range<usize> {
        if self.padding != Padding::ZerosAfter {
            return 0..0;
        }
        let beyond = if dx <= self.pad { 0..self.pad - dx } else { SIDE - (dx - self.pad)..SIDE };
        if flip { SIDE - beyond.end..SIDE - beyond.start } else { beyond }
    }
}

/// The planes of an image, row by row.
type Planes = [[Row; SIDE]; CHANNELS];

struct Crop<'a> {
    augment: &'a Augment,
    /// The row of the image under each row of the result.
    rows: &'a Row,
    zeros: Range<usize>,
}

impl Crop<'_> {
    fn planes(&self, planar: &[lanes::Planar; CHANNELS], columns: &Row, planes: &Planes, out: &mut [f32; PIXELS]) {
        let columns = lanes::Planar::columns(columns);
        let outs = out.as_chunks_mut::<PLANE>().0;
        for (((planar, plane), out), border) in planar.iter().zip(planes).zip(outs).zip(self.augment.border) {
            for (row, values) in self.rows.iter().zip(out.as_chunks_mut::<SIDE>().0) {
                match plane.get(usize::from(*row)) {
                    None => values.fill(border),
                    Some(row) => {
                        planar.normalise(&columns, row, values);
                        values[self.zeros.clone()].fill(0.0);
                    }
                }
            }
        }
    }

    fn interleaved(&self, rows: &lanes::Interleaved, columns: &Row, planes: &Planes, out: &mut [f32; PIXELS]) {
        let columns = lanes::Interleaved::columns(columns);
        let [red, green, blue] = planes;
        for (row, values) in self.rows.iter().zip(out.as_chunks_mut::<{ SIDE * CHANNELS }>().0) {
            let row = usize::from(*row);
            match (red.get(row), green.get(row), blue.get(row)) {
                (Some(red), Some(green), Some(blue)) => {
                    rows.normalise(&columns, [red, green, blue], values);
                    values.as_chunks_mut::<CHANNELS>().0[self.zeros.clone()].fill([0.0; CHANNELS]);
                }
                _ => values.as_chunks_mut::<CHANNELS>().0.fill(self.augment.border),
            }
        }
    }
}
