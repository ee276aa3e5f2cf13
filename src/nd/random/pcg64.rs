//! PCG64, the generator behind `numpy.random.default_rng`: a 128-bit linear congruential generator
//! with the XSL-RR output function (O'Neill 2014). The state is open, as NumPy's is.

use super::seed::SeedSequence;
use super::source::BitSource;

const MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;

/// The default generator of bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pcg64 {
    /// The state of the congruential generator.
    pub state: u128,
    /// Its increment, odd.
    pub increment: u128,
    /// The upper half of the last 64-bit word that `next_u32` drew.
    pub half: u32,
    /// Whether `half` is what the next call of `next_u32` gives.
    pub has_half: bool,
}

impl Pcg64 {
    /// Seeded from mixed entropy, as `numpy.random.PCG64(seed)`.
    pub fn from_sequence(seed: &SeedSequence) -> Pcg64 {
        let words = seed.generate_u64(4);
        let pair = |high: usize| u128::from(words[high]) << 64 | u128::from(words[high + 1]);
        let mut pcg = Pcg64 { state: 0, increment: pair(2) << 1 | 1, half: 0, has_half: false };
        pcg.step();
        pcg.state = pcg.state.wrapping_add(pair(0));
        pcg.step();
        pcg
    }

    /// Moves on as `draws` draws of 64 bits would, in time that grows with the digits of `draws`.
    pub fn advance(&mut self, mut draws: u128) {
        let (mut multiplier, mut increment) = (MULTIPLIER, self.increment);
        let (mut all_multiplier, mut all_increment) = (1_u128, 0_u128);
        while draws > 0 {
            if draws & 1 == 1 {
                all_multiplier = all_multiplier.wrapping_mul(multiplier);
                all_increment = all_increment.wrapping_mul(multiplier).wrapping_add(increment);
            }
            increment = multiplier.wrapping_add(1).wrapping_mul(increment);
            multiplier = multiplier.wrapping_mul(multiplier);
            draws >>= 1;
        }
        self.state = all_multiplier.wrapping_mul(self.state).wrapping_add(all_increment);
        (self.half, self.has_half) = (0, false);
    }

    fn step(&mut self) {
        self.state = self.state.wrapping_mul(MULTIPLIER).wrapping_add(self.increment);
    }
}

impl BitSource for Pcg64 {
    fn next_u32(&mut self) -> u32 {
        if self.has_half {
            self.has_half = false;
            return self.half;
        }
        let word = self.next_u64();
        (self.half, self.has_half) = ((word >> 32) as u32, true);
        word as u32
    }

    fn next_u64(&mut self) -> u64 {
        self.step();
        let folded = (self.state >> 64) as u64 ^ self.state as u64;
        folded.rotate_right((self.state >> 122) as u32)
    }

    fn next_double(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }
}
