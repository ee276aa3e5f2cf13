//! A row at once as plain loops: every byte's value is looked up. In wasm `vectors.rs` says the same,
//! with arithmetic.

use super::{NOWHERE, Row};
use crate::data::normalise::Normalise;
use crate::data::record::{CHANNELS, SIDE};

/// A row and behind it zeros, for columns beyond the image.
type Padded = [u8; 2 * SIDE];

fn padded(row: &Row) -> Padded {
    let mut padded = [0; 2 * SIDE];
    padded[..SIDE].copy_from_slice(row);
    padded
}

/// Where the columns of rows come from, all alike: places in a [`Padded`] row.
pub struct Columns(Row);

impl Columns {
    fn new(from: &Row) -> Columns {
        Columns(from.map(|from| if from == NOWHERE { SIDE as u8 } else { from }))
    }

    #[inline(always)]
    fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|place| usize::from(*place) % (2 * SIDE))
    }
}

/// Normalises rows of one channel.
#[derive(Clone)]
pub struct Planar([f32; 256]);

impl Planar {
    pub fn new(normalise: &Normalise, channel: usize) -> Planar {
        Planar(normalise.table[channel])
    }

    /// Column `x` of the result is column `from[x]` of a row, or [`NOWHERE`].
    pub fn columns(from: &Row) -> Columns {
        Columns::new(from)
    }

    #[inline(always)]
    pub fn normalise(&self, columns: &Columns, row: &Row, out: &mut [f32; SIDE]) {
        let row = padded(row);
        for (value, place) in out.iter_mut().zip(columns.places()) {
            *value = self.0[usize::from(row[place])];
        }
    }
}

/// Normalises rows of three channels and puts their values side by side, a pixel after the other.
pub struct Interleaved([[f32; 256]; CHANNELS]);

impl Interleaved {
    pub fn new(normalise: &Normalise) -> Interleaved {
        Interleaved(normalise.table)
    }

    /// As [`Planar::columns`].
    pub fn columns(from: &Row) -> Columns {
        Columns::new(from)
    }

    #[inline(always)]
    pub fn normalise(&self, columns: &Columns, rows: [&Row; CHANNELS], out: &mut [f32; SIDE * CHANNELS]) {
        let rows = rows.map(padded);
        for (pixel, place) in out.as_chunks_mut::<CHANNELS>().0.iter_mut().zip(columns.places()) {
            *pixel = std::array::from_fn(|channel| self.0[channel][usize::from(rows[channel][place])]);
        }
    }
}
