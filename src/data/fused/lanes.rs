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
        i16x8_extend_high_u8x16, i16x8_extend_low_u8x16, i32x4_extend_high_u16x8, i32x4_extend_low_u16x8,
        u8x16_shuffle, u64x2, u64x2_extract_lane, v128,
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
                write(half, [self.mean; 4], [self.divisor; 4], values);
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

        /// 16 pixels: 48 bytes, three vectors, each of which starts with another channel.
        #[inline(always)]
        fn pixels(&self, [red, green, blue]: [v128; CHANNELS], out: &mut [f32]) {
            let first = u8x16_shuffle::<0, 16, 0, 1, 17, 0, 2, 18, 0, 3, 19, 0, 4, 20, 0, 5>(red, green);
            let first = u8x16_shuffle::<0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15>(first, blue);
            let second = u8x16_shuffle::<21, 0, 6, 22, 0, 7, 23, 0, 8, 24, 0, 9, 25, 0, 10, 26>(red, green);
            let second = u8x16_shuffle::<0, 21, 2, 3, 22, 5, 6, 23, 8, 9, 24, 11, 12, 25, 14, 15>(second, blue);
            let third = u8x16_shuffle::<0, 11, 27, 0, 12, 28, 0, 13, 29, 0, 14, 30, 0, 15, 31, 0>(red, green);
            let third = u8x16_shuffle::<26, 1, 2, 27, 4, 5, 28, 7, 8, 29, 10, 11, 30, 13, 14, 31>(third, blue);
            let [into_first, into_second, into_third] =
                out.as_chunks_mut().0.as_mut_array().expect("16 pixels have 48 values");
            // Each group of four values moves on by one channel, and so does each vector of 16.
            let turned = |[a, b, c]: [v128; CHANNELS], turn: usize| match turn {
                0 => [a, b, c, a],
                1 => [b, c, a, b],
                _ => [c, a, b, c],
            };
            write(first, turned(self.mean, 0), turned(self.divisor, 0), into_first);
            write(second, turned(self.mean, 1), turned(self.divisor, 1), into_second);
            write(third, turned(self.mean, 2), turned(self.divisor, 2), into_third);
        }
    }

    #[inline(always)]
    fn halves(row: &Row) -> (v128, v128) {
        let word = |at: usize| u64::from_le_bytes(*row[at..].first_chunk().expect("a row has 32 bytes"));
        (u64x2(word(0), word(8)), u64x2(word(16), word(24)))
    }

    /// 16 bytes, four values at a time, each with its mean and divisor.
    #[inline(always)]
    fn write(bytes: v128, mean: [v128; 4], divisor: [v128; 4], out: &mut [f32; LANES]) {
        let (low, high) = (i16x8_extend_low_u8x16(bytes), i16x8_extend_high_u8x16(bytes));
        let [first, second, third, fourth] = out.as_chunks_mut().0.as_mut_array().expect("16 values are four groups");
        group(i32x4_extend_low_u16x8(low), mean[0], divisor[0], first);
        group(i32x4_extend_high_u16x8(low), mean[1], divisor[1], second);
        group(i32x4_extend_low_u16x8(high), mean[2], divisor[2], third);
        group(i32x4_extend_high_u16x8(high), mean[3], divisor[3], fourth);
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
