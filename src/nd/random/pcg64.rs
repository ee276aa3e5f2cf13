//! PCG64, the generator behind `numpy.random.default_rng`: a 128-bit linear congruential generator
//! with the XSL-RR output function (O'Neill 2014), and PCG64DXSM, with a cheaper multiplier and the
//! DXSM output function. The state is open, as NumPy's is.

use super::seed::SeedSequence;
use super::source::{HalfWord, WordSource};

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PcgOutput {
    /// `numpy.random.PCG64`.
    XslRr,
    /// `numpy.random.PCG64DXSM`.
    Dxsm,
}

const CHEAP_MULTIPLIER: u64 = 0xda94_2042_e4dd_58b5;

impl PcgOutput {
    const fn multiplier(self) -> u128 {
        match self {
            PcgOutput::XslRr => 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645,
            PcgOutput::Dxsm => CHEAP_MULTIPLIER as u128,
        }
    }
}

/// The default generator of bits, or its DXSM variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pcg64 {
    /// The multiplier and the function from a state to a word.
    pub output: PcgOutput,
    /// The state of the congruential generator.
    pub state: u128,
    /// Its increment, odd.
    pub increment: u128,
    /// What `next_u32` has left over.
    pub half: HalfWord,
}

impl Pcg64 {
    /// Seeded from mixed entropy, as `numpy.random.PCG64(seed)`.
    pub fn from_sequence(seed: &SeedSequence) -> Pcg64 {
        Pcg64::with_output(PcgOutput::XslRr, seed)
    }

    /// Seeded from mixed entropy, as `numpy.random.PCG64(seed)` or `numpy.random.PCG64DXSM(seed)`.
    pub fn with_output(output: PcgOutput, seed: &SeedSequence) -> Pcg64 {
        let words = seed.generate_u64(4);
        let pair = |high: usize| u128::from(words[high]) << 64 | u128::from(words[high + 1]);
        // NumPy seeds both with the multiplier of the first.
        let increment = pair(2) << 1 | 1;
        let mut pcg = Pcg64 { output: PcgOutput::XslRr, state: 0, increment, half: HalfWord::default() };
        pcg.step();
        pcg.state = pcg.state.wrapping_add(pair(0));
        pcg.step();
        Pcg64 { output, ..pcg }
    }

    /// Moves on as `draws` draws of 64 bits would, in time that grows with the digits of `draws`.
    pub fn advance(&mut self, mut draws: u128) {
        let (mut multiplier, mut increment) = (self.output.multiplier(), self.increment);
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
        self.half = HalfWord::default();
    }

    fn step(&mut self) {
        self.state = self.state.wrapping_mul(self.output.multiplier()).wrapping_add(self.increment);
    }
}

impl WordSource for Pcg64 {
    fn word(&mut self) -> u64 {
        match self.output {
            PcgOutput::XslRr => {
                self.step();
                let folded = (self.state >> 64) as u64 ^ self.state as u64;
                folded.rotate_right((self.state >> 122) as u32)
            }
            PcgOutput::Dxsm => {
                let (mut high, low) = ((self.state >> 64) as u64, self.state as u64 | 1);
                self.step();
                high ^= high >> 32;
                high = high.wrapping_mul(CHEAP_MULTIPLIER);
                high ^= high >> 48;
                high.wrapping_mul(low)
            }
        }
    }

    fn half(&mut self) -> &mut HalfWord {
        &mut self.half
    }
}
