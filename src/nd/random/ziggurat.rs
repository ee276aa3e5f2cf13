//! Normal and exponential deviates by the ziggurat method (Marsaglia and Tsang 2000), with 256
//! layers, as NumPy's `Generator` draws them. The layers are in `ziggurat_tables`.

use super::elementary::{exp, expf, log1p, log1pf};
use super::source::BitSource;
use super::ziggurat_tables::*;

/// Where the normal distribution's tail begins.
const NORMAL_TAIL: f64 = 3.654152885361009;
const NORMAL_TAIL_INVERSE: f64 = 0.2736612373297583;
/// Where the exponential distribution's tail begins.
const EXPONENTIAL_TAIL: f64 = 7.697_117_470_131_05;

/// A float64 of the standard normal distribution.
pub fn standard_normal<B: BitSource + ?Sized>(bits: &mut B) -> f64 {
    loop {
        let word = bits.next_u64();
        let layer = (word & 0xff) as usize;
        let negative = word >> 8 & 1 == 1;
        let scaled = word >> 9 & 0x000f_ffff_ffff_ffff;
        let magnitude = scaled as f64 * NORMAL_STEP_F64[layer];
        let value = if negative { -magnitude } else { magnitude };
        if scaled < NORMAL_INSIDE_U64[layer] {
            return value;
        }
        if layer == 0 {
            loop {
                let beyond = -NORMAL_TAIL_INVERSE * log1p(-bits.next_double());
                let height = -log1p(-bits.next_double());
                if height + height > beyond * beyond {
                    let magnitude = NORMAL_TAIL + beyond;
                    return if scaled >> 8 & 1 == 1 { -magnitude } else { magnitude };
                }
            }
        }
        let (outer, inner) = (NORMAL_DENSITY_F64[layer], NORMAL_DENSITY_F64[layer - 1]);
        if (inner - outer) * bits.next_double() + outer < exp(-0.5 * value * value) {
            return value;
        }
    }
}

/// A float32 of the standard normal distribution; takes 32 bits where the float64 takes 64.
pub fn standard_normal_f32<B: BitSource + ?Sized>(bits: &mut B) -> f32 {
    loop {
        let word = bits.next_u32();
        let layer = (word & 0xff) as usize;
        let negative = word >> 8 & 1 == 1;
        let scaled = word >> 9;
        let magnitude = scaled as f32 * NORMAL_STEP_F32[layer];
        let value = if negative { -magnitude } else { magnitude };
        if scaled < NORMAL_INSIDE_U32[layer] {
            return value;
        }
        if layer == 0 {
            loop {
                let beyond = -(NORMAL_TAIL_INVERSE as f32) * log1pf(-bits.next_float());
                let height = -log1pf(-bits.next_float());
                if height + height > beyond * beyond {
                    let magnitude = NORMAL_TAIL as f32 + beyond;
                    return if scaled >> 8 & 1 == 1 { -magnitude } else { magnitude };
                }
            }
        }
        let (outer, inner) = (NORMAL_DENSITY_F32[layer], NORMAL_DENSITY_F32[layer - 1]);
        let height = (inner - outer) * bits.next_float() + outer;
        // The density in double precision, as NumPy compares it.
        if f64::from(height) < exp(-0.5 * f64::from(value) * f64::from(value)) {
            return value;
        }
    }
}

/// A float64 of the exponential distribution of mean 1.
pub fn standard_exponential<B: BitSource + ?Sized>(bits: &mut B) -> f64 {
    loop {
        let word = bits.next_u64() >> 3;
        let layer = (word & 0xff) as usize;
        let scaled = word >> 8;
        let value = scaled as f64 * EXPONENTIAL_STEP_F64[layer];
        if scaled < EXPONENTIAL_INSIDE_U64[layer] {
            return value;
        }
        if layer == 0 {
            return EXPONENTIAL_TAIL - log1p(-bits.next_double());
        }
        let (outer, inner) = (EXPONENTIAL_DENSITY_F64[layer], EXPONENTIAL_DENSITY_F64[layer - 1]);
        if (inner - outer) * bits.next_double() + outer < exp(-value) {
            return value;
        }
    }
}

/// A float32 of the exponential distribution of mean 1.
pub fn standard_exponential_f32<B: BitSource + ?Sized>(bits: &mut B) -> f32 {
    loop {
        let word = bits.next_u32() >> 1;
        let layer = (word & 0xff) as usize;
        let scaled = word >> 8;
        let value = scaled as f32 * EXPONENTIAL_STEP_F32[layer];
        if scaled < EXPONENTIAL_INSIDE_U32[layer] {
            return value;
        }
        if layer == 0 {
            return EXPONENTIAL_TAIL as f32 - log1pf(-bits.next_float());
        }
        let (outer, inner) = (EXPONENTIAL_DENSITY_F32[layer], EXPONENTIAL_DENSITY_F32[layer - 1]);
        if (inner - outer) * bits.next_float() + outer < expf(-value) {
            return value;
        }
    }
}
