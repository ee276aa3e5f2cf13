//! Philox 4x64 with ten rounds (Salmon and others 2011): a counter of 256 bits, encrypted under a key of 128, four
//! words at a time. The counter can be set anywhere at once.

use super::seed::SeedSequence;
use super::source::{HalfWord, WordSource};

const ROUNDS: usize = 10;
const MULTIPLIERS: [u64; 2] = [0xd2e7_470e_e14c_6c93, 0xca5a_8263_9512_1157];
/// Added to the key from round to round: the golden ratio, and the square root of three less one.
const STEPS: [u64; 2] = [0x9e37_79b9_7f4a_7c15, 0xbb67_ae85_84ca_a73b];

/// Words made at a time.
pub const BLOCK: usize = 4;

/// The generator of `numpy.random.Philox`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Philox {
    /// Which block was made last, lowest word first.
    pub counter: [u64; 4],
    /// What it is encrypted under.
    pub key: [u64; 2],
    /// The words of the last block.
    pub buffer: [u64; BLOCK],
    /// How many of them were handed out: 0 to 4.
    pub position: usize,
    /// What `next_u32` has left over.
    pub half: HalfWord,
}

impl Philox {
    /// Keyed by mixed entropy, as `numpy.random.Philox(seed)`.
    pub fn from_sequence(seed: &SeedSequence) -> Philox {
        let words = seed.generate_u64(2);
        Philox::new([words[0], words[1]], [0; 4])
    }

    /// Under a key, from the block after `counter`.
    pub fn new(key: [u64; 2], counter: [u64; 4]) -> Philox {
        Philox { counter, key, buffer: [0; BLOCK], position: BLOCK, half: HalfWord::default() }
    }

    /// Moves on by `blocks` blocks of four words (256 bits, lowest word first); the rest of this one is dropped.
    pub fn advance(&mut self, blocks: [u64; 4]) {
        let mut carry = false;
        for (word, more) in self.counter.iter_mut().zip(blocks) {
            let (sum, first) = word.overflowing_add(more);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            (*word, carry) = (sum, first || second);
        }
        self.position = BLOCK;
        self.half = HalfWord::default();
    }

    fn block(&self) -> [u64; BLOCK] {
        let (mut words, mut key) = (self.counter, self.key);
        for round in 0..ROUNDS {
            if round > 0 {
                key = [key[0].wrapping_add(STEPS[0]), key[1].wrapping_add(STEPS[1])];
            }
            let first = u128::from(MULTIPLIERS[0]) * u128::from(words[0]);
            let second = u128::from(MULTIPLIERS[1]) * u128::from(words[2]);
            words = [
                (second >> 64) as u64 ^ words[1] ^ key[0],
                second as u64,
                (first >> 64) as u64 ^ words[3] ^ key[1],
                first as u64,
            ];
        }
        words
    }
}

impl WordSource for Philox {
    fn word(&mut self) -> u64 {
        if self.position == BLOCK {
            for word in &mut self.counter {
                *word = word.wrapping_add(1);
                if *word != 0 {
                    break;
                }
            }
            self.buffer = self.block();
            self.position = 0;
        }
        let word = self.buffer[self.position];
        self.position += 1;
        word
    }

    fn half(&mut self) -> &mut HalfWord {
        &mut self.half
    }
}
