//! SFC64, "small fast chaotic" (Doty-Humphrey's PractRand): three mixed words and a counter.

use super::seed::SeedSequence;
use super::source::{HalfWord, WordSource};

const WARM_UP: usize = 12;

/// The generator of `numpy.random.SFC64`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sfc64 {
    /// Three mixed words, then the counter.
    pub state: [u64; 4],
    /// What `next_u32` has left over.
    pub half: HalfWord,
}

impl Sfc64 {
    /// Seeded from mixed entropy, as `numpy.random.SFC64(seed)`.
    pub fn from_sequence(seed: &SeedSequence) -> Sfc64 {
        let words = seed.generate_u64(3);
        let mut made = Sfc64 { state: [words[0], words[1], words[2], 1], half: HalfWord::default() };
        for _ in 0..WARM_UP {
            made.word();
        }
        made
    }
}

impl WordSource for Sfc64 {
    fn word(&mut self) -> u64 {
        let [a, b, c, counter] = self.state;
        let word = a.wrapping_add(b).wrapping_add(counter);
        self.state =
            [b ^ (b >> 11), c.wrapping_add(c << 3), c.rotate_left(24).wrapping_add(word), counter.wrapping_add(1)];
        word
    }

    fn half(&mut self) -> &mut HalfWord {
        &mut self.half
    }
}
