//! A row at once: reverse, normalise, interleave. In wasm with its 128-bit vectors by name, because
//! that is where speed counts and the compiler does not find them in the interleaved order; elsewhere as
//! plain loops.
//!
//! A division by 255 costs more than two products and a sum, which give the same bits: 1/255 is split into
//! a part of 16 bits, whose product with a byte is exact, and a rest. A test holds them equal for all 256.

/// The leading bits of 1/255, and what is left.
const LEADING: f32 = 1.0 / 256.0 + 1.0 / 65_536.0;
const REST: f32 = (1.0 / 255.0 - LEADING as f64) as f32;

pub(super) use lanes::{Interleaved, Planar, reversed};

#[cfg(target_arch = "wasm32")]
mod lanes {
    use core::arch::wasm32::{
        f32x4, f32x4_add, f32x4_convert_i32x4, f32x4_div, f32x4_extract_lane, f32x4_mul, f32x4_splat, f32x4_sub,
        i16x8_extend_high_u8x16, i16x8_extend_low_u8x16, i32x4_extend_high_u16x8, i32x4_extend_low_u16x8, u8x16,
        u8x16_shuffle, u8x16_swizzle, u64x2, u64x2_extract_lane, v128,
    };

    use super::super::Row;
    use super::{LEADING, REST};
    use crate::data::normalise::Normalise;
    use crate::data::record::{CHANNELS, SIDE};

    const LANES: usize = 16;

    /// Left and right change places.
    #[inline(always)]
    pub fn reversed(row: Row) -> Row {
        let mut out = [0; SIDE];
        let (left, right) = halves(&row);
        for (half, bytes) in [right, left].into_iter().zip(out.as_chunks_mut::<LANES>().0) {
            let half = u8x16_shuffle::<15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0>(half, half);
            let words = [u64x2_extract_lane::<0>(half), u64x2_extract_lane::<1>(half)];
            for (word, bytes) in words.into_iter().zip(bytes.as_chunks_mut().0) {
                *bytes = word.to_le_bytes();
            }
        }
        out
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

        #[inline(always)]
        pub fn normalise(&self, row: &Row, out: &mut [f32; SIDE]) {
            let (left, right) = halves(row);
            for (half, values) in [left, right].into_iter().zip(out.as_chunks_mut::<LANES>().0) {
                write(half, self.mean, self.divisor, values);
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

        #[inline(always)]
        pub fn normalise(&self, rows: &[Row; CHANNELS], out: &mut [f32; SIDE * CHANNELS]) {
            let (out_left, out_right) = out.split_at_mut(LANES * CHANNELS);
            let [red, green, blue] = rows.each_ref().map(halves);
            self.pixels([red.0, green.0, blue.0], out_left);
            self.pixels([red.1, green.1, blue.1], out_right);
        }

        /// 16 pixels: pairs, then fours of red, green, blue and a rest, then their values without the rest.
        #[inline(always)]
        fn pixels(&self, [red, green, blue]: [v128; CHANNELS], out: &mut [f32]) {
            let low = |a, b| u8x16_shuffle::<0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23>(a, b);
            let high = |a, b| u8x16_shuffle::<8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31>(a, b);
            let low_pairs = |a, b| u8x16_shuffle::<0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23>(a, b);
            let high_pairs = |a, b| u8x16_shuffle::<8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31>(a, b);
            let (left, left_rest) = (low(red, green), low(blue, blue));
            let (right, right_rest) = (high(red, green), high(blue, blue));
            let [first, second, third, fourth] =
                out.as_chunks_mut().0.as_mut_array().expect("16 pixels have 48 values");
            self.four(low_pairs(left, left_rest), first);
            self.four(high_pairs(left, left_rest), second);
            self.four(low_pairs(right, right_rest), third);
            self.four(high_pairs(right, right_rest), fourth);
        }

        /// Four pixels of four bytes, the last of which is nothing: twelve values.
        #[inline(always)]
        fn four(&self, pixels: v128, out: &mut [f32; 4 * CHANNELS]) {
            let [first, second, third] = out.as_chunks_mut().0.as_mut_array().expect("twelve values are three fours");
            group(spread::<0, 1, 2, 4>(pixels), self.mean[0], self.divisor[0], first);
            group(spread::<5, 6, 8, 9>(pixels), self.mean[1], self.divisor[1], second);
            group(spread::<10, 12, 13, 14>(pixels), self.mean[2], self.divisor[2], third);
        }
    }

    #[inline(always)]
    fn halves(row: &Row) -> (v128, v128) {
        let word = |at: usize| u64::from_le_bytes(*row[at..].first_chunk().expect("a row has 32 bytes"));
        (u64x2(word(0), word(8)), u64x2(word(16), word(24)))
    }

    /// 16 bytes of one channel.
    #[inline(always)]
    fn write(bytes: v128, mean: v128, divisor: v128, out: &mut [f32; LANES]) {
        let (low, high) = (i16x8_extend_low_u8x16(bytes), i16x8_extend_high_u8x16(bytes));
        let [first, second, third, fourth] = out.as_chunks_mut().0.as_mut_array().expect("16 values are four groups");
        group(i32x4_extend_low_u16x8(low), mean, divisor, first);
        group(i32x4_extend_high_u16x8(low), mean, divisor, second);
        group(i32x4_extend_low_u16x8(high), mean, divisor, third);
        group(i32x4_extend_high_u16x8(high), mean, divisor, fourth);
    }

    /// Four bytes as four integers of 32 bits.
    #[inline(always)]
    fn spread<const A: u8, const B: u8, const C: u8, const D: u8>(bytes: v128) -> v128 {
        // An index past the end gives 0.
        const NONE: u8 = 0xff;
        let places = u8x16(A, NONE, NONE, NONE, B, NONE, NONE, NONE, C, NONE, NONE, NONE, D, NONE, NONE, NONE);
        u8x16_swizzle(bytes, places)
    }

    #[inline(always)]
    fn group(integers: v128, mean: v128, divisor: v128, out: &mut [f32; 4]) {
        let byte = f32x4_convert_i32x4(integers);
        let share = f32x4_add(f32x4_mul(byte, f32x4_splat(LEADING)), f32x4_mul(byte, f32x4_splat(REST)));
        let value = f32x4_div(f32x4_sub(share, mean), divisor);
        *out = [
            f32x4_extract_lane::<0>(value),
            f32x4_extract_lane::<1>(value),
            f32x4_extract_lane::<2>(value),
            f32x4_extract_lane::<3>(value),
        ];
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod lanes {
    use super::super::Row;
    use super::{LEADING, REST};
    use crate::data::normalise::Normalise;
    use crate::data::record::{CHANNELS, SIDE};

    /// Left and right change places.
    #[inline(always)]
    pub fn reversed(mut row: Row) -> Row {
        row.reverse();
        row
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

        #[inline(always)]
        pub fn normalise(&self, row: &Row, out: &mut [f32; SIDE]) {
            for (value, byte) in out.iter_mut().zip(row) {
                let byte = f32::from(*byte);
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

        #[inline(always)]
        pub fn normalise(&self, rows: &[Row; CHANNELS], out: &mut [f32; SIDE * CHANNELS]) {
            let mut values = [[0.0; SIDE]; CHANNELS];
            for ((planar, row), values) in self.0.iter().zip(rows).zip(&mut values) {
                planar.normalise(row, values);
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
