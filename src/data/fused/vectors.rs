//! A row at once in the 128-bit vectors of wasm, by name: this is where speed counts, and the compiler does
//! not find them in the interleaved order. `tables.rs` says the same for other processors.
//!
//! A division by 255 becomes a product with the same bits. Of a byte's share of 255 the 24 leading binary
//! digits are followed by those of the byte once more, hence by a 1: it is rounded upwards, and still is
//! when the factor is too large by less than 2⁻²⁵. 1/765 as a float32 is (1/255 is by more), and three times
//! a byte is exact.

use core::arch::wasm32::{
    f32x4, f32x4_convert_i32x4, f32x4_div, f32x4_extract_lane, f32x4_mul, f32x4_splat, f32x4_sub,
    i16x8_extend_high_u8x16, i16x8_extend_low_u8x16, i16x8_mul, i16x8_splat, i32x4_extend_high_u16x8,
    i32x4_extend_low_u16x8, u8x16, u8x16_splat, u8x16_sub, u8x16_swizzle, u32x4_splat, u64x2, v128, v128_bitselect,
};

use super::Row;
use crate::data::normalise::Normalise;
use crate::data::record::{CHANNELS, SIDE};

const LANES: usize = 16;

/// Too large by 0.99 · 2⁻²⁵ of itself.
const OF_THRICE: f32 = 1.0 / 765.0;

/// Rearranges the columns of rows, all alike.
#[derive(Clone, Copy)]
pub struct Columns {
    halves: [Half; SIDE / LANES],
}

/// Where 16 columns of the result come from.
#[derive(Clone, Copy)]
struct Half {
    /// The first of the 16 columns among which they are. Neighbours stay neighbours in a crop, also where
    /// it is reflected, so no 16 of them lie further apart.
    start: usize,
    /// Places from there on; a place outside gives 0.
    places: v128,
}

impl Columns {
    fn new(from: &Row) -> Columns {
        let half = |from: &[u8; LANES]| {
            let first = from.iter().copied().min().unwrap_or(0);
            let start = usize::from(first).min(SIDE - LANES);
            Half { start, places: u8x16_sub(bytes(from), u8x16_splat(start as u8)) }
        };
        let [left, right] = from.as_chunks().0 else { panic!("a row has two halves") };
        Columns { halves: [half(left), half(right)] }
    }

    /// Every four columns in the order that `order` has within each four.
    fn turned(&self, order: v128) -> Columns {
        Columns { halves: self.halves.map(|half| Half { places: u8x16_swizzle(half.places, order), ..half }) }
    }
}

impl Half {
    /// Its columns of a row.
    #[inline(always)]
    fn of(&self, row: &Row) -> v128 {
        let near = row[self.start..].first_chunk().expect("16 columns follow");
        u8x16_swizzle(bytes(near), self.places)
    }
}

/// Normalises rows of one channel.
pub struct Planar {
    mean: v128,
    divisor: v128,
}

impl Planar {
    pub fn new(normalise: &Normalise, channel: usize) -> Planar {
        Planar { mean: f32x4_splat(normalise.mean[channel]), divisor: f32x4_splat(normalise.divisor[channel]) }
    }

    /// Column `x` of the result is column `from[x]` of a row, or [`super::NOWHERE`].
    pub fn columns(from: &Row) -> Columns {
        Columns::new(from)
    }

    #[inline(always)]
    pub fn normalise(&self, columns: &Columns, row: &Row, out: &mut [f32; SIDE]) {
        for (half, out) in columns.halves.iter().zip(out.as_chunks_mut::<LANES>().0) {
            for (four, out) in fours(half.of(row)).into_iter().zip(out.as_chunks_mut().0) {
                store(normalised(four, self.mean, self.divisor), out);
            }
        }
    }
}

/// Normalises rows of three channels and puts their values side by side, a pixel after the other.
pub struct Interleaved {
    /// Red, green, blue, red; green, blue, red, green; blue, red, green, blue.
    mean: [v128; CHANNELS],
    divisor: [v128; CHANNELS],
}

impl Interleaved {
    pub fn new(normalise: &Normalise) -> Interleaved {
        let turned = |of: [f32; CHANNELS]| {
            std::array::from_fn(|turn| f32x4(of[turn], of[(turn + 1) % 3], of[(turn + 2) % 3], of[turn]))
        };
        Interleaved { mean: turned(normalise.mean), divisor: turned(normalise.divisor) }
    }

    /// As [`Planar::columns`], for each channel. Every four columns are turned so that each value has the
    /// lane that it has in the result: red 0 3 2 1, green 1 0 3 2, blue 2 1 0 3.
    pub fn columns(from: &Row) -> [Columns; CHANNELS] {
        const TURNED: [v128; CHANNELS] = [
            u8x16(0, 3, 2, 1, 4, 7, 6, 5, 8, 11, 10, 9, 12, 15, 14, 13),
            u8x16(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14),
            u8x16(2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15),
        ];
        let columns = Columns::new(from);
        TURNED.map(|order| columns.turned(order))
    }

    #[inline(always)]
    pub fn normalise(&self, columns: &[Columns; CHANNELS], rows: [&Row; CHANNELS], out: &mut [f32; SIDE * CHANNELS]) {
        for (half, out) in out.as_chunks_mut::<{ LANES * CHANNELS }>().0.iter_mut().enumerate() {
            let [red, green, blue]: [v128; CHANNELS] =
                std::array::from_fn(|channel| columns[channel].halves[half].of(rows[channel]));
            let turns = [pick(red, green, blue), pick(green, blue, red), pick(blue, red, green)].map(fours);
            for (four, out) in out.as_chunks_mut::<{ 4 * CHANNELS }>().0.iter_mut().enumerate() {
                for (turn, out) in out.as_chunks_mut().0.iter_mut().enumerate() {
                    store(normalised(turns[turn][four], self.mean[turn], self.divisor[turn]), out);
                }
            }
        }
    }
}

/// Of every four bytes the first and the last of `outer`, the second of `second`, the third of `third`.
#[inline(always)]
fn pick(outer: v128, second: v128, third: v128) -> v128 {
    let inner = v128_bitselect(second, third, u32x4_splat(0x0000_ff00));
    v128_bitselect(outer, inner, u32x4_splat(0xff00_00ff))
}

/// 16 bytes, three times as large, as four groups of four numbers of 32 bits.
#[inline(always)]
fn fours(bytes: v128) -> [v128; 4] {
    let [low, high] =
        [i16x8_extend_low_u8x16(bytes), i16x8_extend_high_u8x16(bytes)].map(|eight| i16x8_mul(eight, i16x8_splat(3)));
    [
        i32x4_extend_low_u16x8(low),
        i32x4_extend_high_u16x8(low),
        i32x4_extend_low_u16x8(high),
        i32x4_extend_high_u16x8(high),
    ]
}

#[inline(always)]
fn normalised(thrice: v128, mean: v128, divisor: v128) -> v128 {
    let share = f32x4_mul(f32x4_convert_i32x4(thrice), f32x4_splat(OF_THRICE));
    f32x4_div(f32x4_sub(share, mean), divisor)
}

#[inline(always)]
fn bytes(of: &[u8; LANES]) -> v128 {
    let word = |at: usize| u64::from_le_bytes(*of[at..].first_chunk().expect("16 bytes"));
    u64x2(word(0), word(8))
}

#[inline(always)]
fn store(values: v128, out: &mut [f32; 4]) {
    *out = [
        f32x4_extract_lane::<0>(values),
        f32x4_extract_lane::<1>(values),
        f32x4_extract_lane::<2>(values),
        f32x4_extract_lane::<3>(values),
    ];
}
