//! The Mersenne Twister MT19937 (Matsumoto and Nishimura 1998, seeding of 2002), with the whole
//! state open, since `numpy.random.get_state` shows it. Crates hide that state or lack the seeding
//! by one integer, so the generator is written out here. Seeds from entropy: `seed`; jumps: `leap`.

use super::seed::SeedSequence;
use super::source::BitSource;

/// Words of the state.
pub const STATE_WORDS: usize = 624;
/// How far back the other word lies that a new one is made of.
pub(super) const SHIFT: usize = 397;
pub(super) const TWIST: u32 = 0x9908_b0df;

/// The generator behind `numpy.random.seed` and `RandomState`.
#[derive(Clone, PartialEq, Eq)]
pub struct Mt19937 {
    key: Box<[u32; STATE_WORDS]>,
    /// Words of `key` already handed out; at `STATE_WORDS` the next draw makes new ones.
    position: usize,
}

impl std::fmt::Debug for Mt19937 {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Mt19937").field("position", &self.position).finish_non_exhaustive()
    }
}

impl Mt19937 {
    /// Seeded by one integer, as `numpy.random.seed(int)`.
    pub fn from_int(seed: u32) -> Mt19937 {
        let mut key = Box::new([0; STATE_WORDS]);
        key[0] = seed;
        for word in 1..STATE_WORDS {
            let before = key[word - 1];
            key[word] = 1_812_433_253_u32.wrapping_mul(before ^ (before >> 30)).wrapping_add(word as u32);
        }
        Mt19937 { key, position: STATE_WORDS }
    }

    /// Seeded by a non-empty sequence of integers, as `numpy.random.seed(array)`.
    pub fn from_words(seed: &[u32]) -> Mt19937 {
        assert!(!seed.is_empty(), "a seed of words has at least one");
        let mut twister = Mt19937::from_int(19_650_218);
        let key = &mut twister.key;
        let mut at = 1;
        let mut step = |at: &mut usize, multiplier: u32, change: &dyn Fn(u32, usize) -> u32| {
            let before = key[*at - 1];
            let mixed = key[*at] ^ (before ^ (before >> 30)).wrapping_mul(multiplier);
            key[*at] = change(mixed, *at);
            *at += 1;
            if *at == STATE_WORDS {
                key[0] = key[STATE_WORDS - 1];
                *at = 1;
            }
        };
        for turn in 0..STATE_WORDS.max(seed.len()) {
            let from = turn % seed.len();
            step(&mut at, 1_664_525, &|mixed, _| mixed.wrapping_add(seed[from]).wrapping_add(from as u32));
        }
        for _ in 1..STATE_WORDS {
            step(&mut at, 1_566_083_941, &|mixed, at| mixed.wrapping_sub(at as u32));
        }
        key[0] = 0x8000_0000;
        twister
    }

    /// Seeded from mixed entropy, as `numpy.random.MT19937(seed)`.
    pub fn from_sequence(seed: &SeedSequence) -> Mt19937 {
        let mut key = Box::new([0; STATE_WORDS]);
        key.copy_from_slice(&seed.generate_u32(STATE_WORDS));
        key[0] = 0x8000_0000;
        Mt19937 { key, position: STATE_WORDS - 1 }
    }

    /// A generator in a given state, or `None` if the position is past the end of the key.
    pub fn from_state(key: [u32; STATE_WORDS], position: usize) -> Option<Mt19937> {
        (position <= STATE_WORDS).then(|| Mt19937 { key: Box::new(key), position })
    }

    /// The words of the state.
    pub fn key(&self) -> &[u32; STATE_WORDS] {
        &self.key
    }

    /// How many words of the state were handed out.
    pub fn position(&self) -> usize {
        self.position
    }

    fn refill(&mut self) {
        let key = &mut self.key;
        for word in 0..STATE_WORDS - SHIFT {
            key[word] = key[word + SHIFT] ^ twisted(key[word], key[word + 1]);
        }
        for word in STATE_WORDS - SHIFT..STATE_WORDS - 1 {
            key[word] = key[word + SHIFT - STATE_WORDS] ^ twisted(key[word], key[word + 1]);
        }
        let last = STATE_WORDS - 1;
        key[last] = key[SHIFT - 1] ^ twisted(key[last], key[0]);
        self.position = 0;
    }
}

/// The highest bit of one word before the others of the next, through the twist.
pub(super) fn twisted(upper: u32, lower: u32) -> u32 {
    let joined = (upper & 0x8000_0000) | (lower & 0x7fff_ffff);
    (joined >> 1) ^ ((joined & 1).wrapping_neg() & TWIST)
}

/// A word of the state, its bits spread evenly.
fn tempered(mut word: u32) -> u32 {
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c_5680;
    word ^= (word << 15) & 0xefc6_0000;
    word ^ (word >> 18)
}

/// 27 bits of the first word and 26 of the second.
fn double([high, low]: [u32; 2]) -> f64 {
    (f64::from(high >> 5) * 67_108_864.0 + f64::from(low >> 6)) * (1.0 / 9_007_199_254_740_992.0)
}

impl BitSource for Mt19937 {
    fn next_u32(&mut self) -> u32 {
        if self.position == STATE_WORDS {
            self.refill();
        }
        let word = self.key[self.position];
        self.position += 1;
        tempered(word)
    }

    fn next_u64(&mut self) -> u64 {
        let high = u64::from(self.next_u32());
        high << 32 | u64::from(self.next_u32())
    }

    fn next_double(&mut self) -> f64 {
        let high = self.next_u32();
        double([high, self.next_u32()])
    }

    fn doubles(&mut self, mut out: &mut [f64]) {
        while let Some(first) = out.first_mut() {
            let count = match (STATE_WORDS - self.position) / 2 {
                // At the end of the state, or across it.
                0 => {
                    *first = self.next_double();
                    1
                }
                pairs => {
                    let words = self.key[self.position..].as_chunks::<2>().0;
                    let pairs = pairs.min(out.len());
                    for (value, words) in out[..pairs].iter_mut().zip(&words[..pairs]) {
                        *value = double(words.map(tempered));
                    }
                    self.position += 2 * pairs;
                    pairs
                }
            };
            out = &mut out[count..];
        }
    }
}
