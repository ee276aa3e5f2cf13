//! SFC64, "small fast chaotic" (Doty-Humphrey's PractRand): three mixed words and a counter.

use super::seed::SeedSequence;
use super::source::{BitSource, HalfWord, double_of};

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
            made.next_u64();
        }
        made
    }
}

impl BitSource for Sfc64 {
    fn next_u32(&mut self) -> u32 {
        match self.half.take() {
            Some(half) => half,
            None => {
                let word = self.next_u64();
                self.half.split(word)
            }
        }
    }

    fn next_u64(&mut self) -> u64 {
        let [a, b, c, counter] = self.state;
        let word = a.wrapping_add(b).wrapping_add(counter);
        self.state =
            [b ^ (b >> 11), c.wrapping_add(c << 3), c.rotate_left(24).wrapping_add(word), counter.wrapping_add(1)];
        word
    }

    fn next_double(&mut self) -> f64 {
        double_of(self.next_u64())
    }
}
