//! A row at once: rearrange, normalise, interleave. In wasm with its 128-bit vectors by name, because
//! that is where speed counts and the compiler does not find them in the interleaved order; elsewhere as
//! plain loops.
//!
//! A division by 255 costs more than two products and a sum, which give the same bits: 1/255 is split into
//! a part of 16 bits, whose product with a byte is exact, and a rest. A test holds them equal for all 256.

/// The leading bits of 1/255, and what is left.
const LEADING: f32 = 1.0 / 256.0 + 1.0 / 65_536.0;
const REST: f32 = (1.0 / 255.0 - LEADING as f64) as f32;

/// In place of a column: none, the byte 0.
pub(super) const NOWHERE: u8 = 0xff;

pub(super) use lanes::{Interleaved, Planar};

#[cfg(target_arch = "wasm32")]
mod lanes {
    use core::arch::wasm32::{
        f32x4, f32x4_add, f32x4_convert_i32x4, f32x4_div, f32x4_extract_lane, f32x4_mul, f32x4_splat, f32x4_sub,
        i16x8_extend_high_u8x16, i16x8_extend_low_u8x16, i32x4_extend_high_u16x8, i32x4_extend_low_u16x8, u8x16,
        u8x16_splat, u8x16_sub, u8x16_swizzle, u32x4_splat, u64x2, v128, v128_bitselect, v128_or,
    };

    use super::super::Row;
    use super::{LEADING, REST};
    use crate::data::normalise::Normalise;
    use crate::data::record::{CHANNELS, SIDE};

    const LANES: usize = 16;

    /// The left and the right half of a row.
    type Halves = [v128; 2];

    /// Rearranges the columns of rows, all alike.
    pub struct Columns {
        /// For each half of the result: places within the left half of a row, then within the right one.
        places: [Halves; 2],
    }

    impl Columns {
        fn new(from: Halves) -> Columns {
            Columns { places: from.map(|places| [places, u8x16_sub(places, u8x16_splat(LANES as u8))]) }
        }

        #[inline(always)]
        fn of(&self, row: &Row) -> Halves {
            // A place outside of a half gives 0.
            let [left, right] = halves(row);
            self.places.map(|[in_left, in_right]| v128_or(u8x16_swizzle(left, in_left), u8x16_swizzle(right, in_right)))
        }
    }

    /// Normalises rows of one channel.
    pub struct Planar {
        mean: f32,
        divisor: f32,
    }

    impl Planar {
        pub fn new(normalise: &Normalise, channel: usize) -> Planar {
            Planar { mean: normalise.mean[channel], divisor: normalise.divisor[channel] }
        }

        /// Column `x` of the result is column `from[x]` of a row, or [`super::NOWHERE`].
        pub fn columns(from: &Row) -> Columns {
            Columns::new(halves(from))
        }

        #[inline(always)]
        pub fn normalise(&self, columns: &Columns, row: &Row, out: &mut [f32; SIDE]) {
            for (half, out) in columns.of(row).into_iter().zip(out.as_chunks_mut::<LANES>().0) {
                for (integers, out) in fours(half).into_iter().zip(out.as_chunks_mut().0) {
                    store(normalised(integers, f32x4_splat(self.mean), f32x4_splat(self.divisor)), out);
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
            TURNED.map(|turned| Columns::new(halves(from).map(|half| u8x16_swizzle(half, turned))))
        }

        #[inline(always)]
        pub fn normalise(
            &self,
            columns: &[Columns; CHANNELS],
            rows: [&Row; CHANNELS],
            out: &mut [f32; SIDE * CHANNELS],
        ) {
            let [red, green, blue]: [Halves; CHANNELS] =
                std::array::from_fn(|channel| columns[channel].of(rows[channel]));
            let halves = red.into_iter().zip(green).zip(blue);
            for (((red, green), blue), out) in halves.zip(out.as_chunks_mut::<{ LANES * CHANNELS }>().0) {
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

    #[inline(always)]
    fn normalised(integers: v128, mean: v128, divisor: v128) -> v128 {
        let byte = f32x4_convert_i32x4(integers);
        let share = f32x4_add(f32x4_mul(byte, f32x4_splat(LEADING)), f32x4_mul(byte, f32x4_splat(REST)));
        f32x4_div(f32x4_sub(share, mean), divisor)
    }

    #[inline(always)]
    fn halves(row: &Row) -> Halves {
        let word = |at: usize| u64::from_le_bytes(*row[at..].first_chunk().expect("a row has 32 bytes"));
        [u64x2(word(0), word(8)), u64x2(word(16), word(24))]
    }

    /// 16 bytes as four groups of four integers of 32 bits.
    #[inline(always)]
    fn fours(bytes: v128) -> [v128; 4] {
        let (low, high) = (i16x8_extend_low_u8x16(bytes), i16x8_extend_high_u8x16(bytes));
        [
            i32x4_extend_low_u16x8(low),
            i32x4_extend_high_u16x8(low),
            i32x4_extend_low_u16x8(high),
            i32x4_extend_high_u16x8(high),
        ]
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
}

#[cfg(not(target_arch = "wasm32"))]
mod lanes {
    use super::super::Row;
    use super::{LEADING, NOWHERE, REST};
    use crate::data::normalise::Normalise;
    use crate::data::record::{CHANNELS, SIDE};

    /// Rearranges the columns of rows, all alike.
    pub struct Columns {
        from: Row,
        keep: Row,
    }

    impl Columns {
        #[inline(always)]
        fn of(&self, row: &Row) -> Row {
            std::array::from_fn(|x| row[usize::from(self.from[x]) % SIDE] & self.keep[x])
        }
    }

    /// Normalises rows of one channel.
    pub struct Planar {
        mean: f32,
        divisor: f32,
    }

    impl Planar {
        pub fn new(normalise: &Normalise, channel: usize) -> Planar {
            Planar { mean: normalise.mean[channel], divisor: normalise.divisor[channel] }
        }

        /// Column `x` of the result is column `from[x]` of a row, or [`NOWHERE`].
        pub fn columns(from: &Row) -> Columns {
            Columns { from: *from, keep: from.map(|from| if from == NOWHERE { 0 } else { u8::MAX }) }
        }

        #[inline(always)]
        pub fn normalise(&self, columns: &Columns, row: &Row, out: &mut [f32; SIDE]) {
            for (value, byte) in out.iter_mut().zip(columns.of(row)) {
                let byte = f32::from(byte);
                *value = (byte * LEADING + byte * REST - self.mean) / self.divisor;
            }
        }
    }

    /// Normalises rows of three channels and puts their values side by side, a pixel after the other.
    pub struct Interleaved([Planar; CHANNELS]);

    impl Interleaved {
        pub fn new(normalise: &Normalise) -> Interleaved {
            Interleaved(std::array::from_fn(|channel| Planar::new(normalise, channel)))
        }

        /// As [`Planar::columns`].
        pub fn columns(from: &Row) -> Columns {
            Planar::columns(from)
        }

        #[inline(always)]
        pub fn normalise(&self, columns: &Columns, rows: [&Row; CHANNELS], out: &mut [f32; SIDE * CHANNELS]) {
            let mut values = [[0.0; SIDE]; CHANNELS];
            for ((planar, row), values) in self.0.iter().zip(rows).zip(&mut values) {
                planar.normalise(columns, row, values);
            }
            let [red, green, blue] = &values;
            for (((pixel, red), green), blue) in out.as_chunks_mut().0.iter_mut().zip(red).zip(green).zip(blue) {
                *pixel = [*red, *green, *blue];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LEADING, REST};

    #[test]
    fn two_products_are_the_division_for_every_byte() {
        for byte in 0..=255_u8 {
            let byte = f32::from(byte);
            assert_eq!((byte * LEADING + byte * REST).to_bits(), (byte / 255.0).to_bits(), "{byte}");
        }
    }
}
