//! `SeedSequence`: mixes seeds of any size into well-spread starting states, and derives seeds for
//! independent streams from one. The mixing is NumPy's, after O'Neill's `seed_seq`.
//!
//! Entropy is a list of 32-bit words here, lowest first. Turning a Python integer of any size, or
//! fresh entropy from outside, into such words is the caller's business.

const POOL_WORDS: usize = 4;
const INIT_A: u32 = 0x43b0_d7e5;
const MULT_A: u32 = 0x931e_8875;
const INIT_B: u32 = 0x8b51_f9dd;
const MULT_B: u32 = 0x58f3_8ded;
const MIX_LEFT: u32 = 0xca01_f9dd;
const MIX_RIGHT: u32 = 0x4973_f715;

/// A source of seeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedSequence {
    entropy: Vec<u32>,
    spawn_key: Vec<u32>,
    pool: Vec<u32>,
    children: u32,
}

impl SeedSequence {
    /// Seeds from words of entropy, lowest first; an integer 0 is the one word 0.
    pub fn new(entropy: &[u32]) -> SeedSequence {
        SeedSequence::with_key(entropy, &[], POOL_WORDS)
    }

    /// As [`SeedSequence::new`], for the child of this key, with a pool of this many words (at
    /// least 4).
    pub fn with_key(entropy: &[u32], spawn_key: &[u32], pool_words: usize) -> SeedSequence {
        let pool_words = pool_words.max(POOL_WORDS);
        let mut assembled = entropy.to_vec();
        if !spawn_key.is_empty() && assembled.len() < pool_words {
            assembled.resize(pool_words, 0);
        }
        assembled.extend_from_slice(spawn_key);
        SeedSequence {
            entropy: entropy.to_vec(),
            spawn_key: spawn_key.to_vec(),
            pool: mix_pool(&assembled, pool_words),
            children: 0,
        }
    }

    /// The words that stand for an integer, lowest first.
    pub fn words_of(mut integer: u128) -> Vec<u32> {
        let mut words = vec![integer as u32];
        integer >>= 32;
        while integer > 0 {
            words.push(integer as u32);
            integer >>= 32;
        }
        words
    }

    /// The entropy this was made from.
    pub fn entropy(&self) -> &[u32] {
        &self.entropy
    }

    /// The place of this sequence among the children of its ancestors.
    pub fn spawn_key(&self) -> &[u32] {
        &self.spawn_key
    }

    /// Words of the pool.
    pub fn pool_size(&self) -> usize {
        self.pool.len()
    }

    /// The mixed words all states are made from.
    pub fn pool(&self) -> &[u32] {
        &self.pool
    }

    /// How many children were spawned.
    pub fn children_spawned(&self) -> u32 {
        self.children
    }

    /// The next `count` children; each call gives new ones.
    pub fn spawn(&mut self, count: u32) -> Vec<SeedSequence> {
        let first = self.children;
        self.children = first.wrapping_add(count);
        (0..count)
            .map(|child| {
                let mut key = self.spawn_key.clone();
                key.push(first.wrapping_add(child));
                SeedSequence::with_key(&self.entropy, &key, self.pool.len())
            })
            .collect()
    }

    /// `count` words of state.
    pub fn generate_u32(&self, count: usize) -> Vec<u32> {
        let mut hash = INIT_B;
        self.pool
            .iter()
            .cycle()
            .take(count)
            .map(|&word| {
                let mut word = word ^ hash;
                hash = hash.wrapping_mul(MULT_B);
                word = word.wrapping_mul(hash);
                word ^ (word >> 16)
            })
            .collect()
    }

    /// `count` double words of state.
    pub fn generate_u64(&self, count: usize) -> Vec<u64> {
        let words = self.generate_u32(2 * count);
        words.chunks_exact(2).map(|pair| u64::from(pair[1]) << 32 | u64::from(pair[0])).collect()
    }
}

fn hash_word(word: u32, hash: &mut u32) -> u32 {
    let mut word = word ^ *hash;
    *hash = hash.wrapping_mul(MULT_A);
    word = word.wrapping_mul(*hash);
    word ^ (word >> 16)
}

fn mix(left: u32, right: u32) -> u32 {
    let mixed = MIX_LEFT.wrapping_mul(left).wrapping_sub(MIX_RIGHT.wrapping_mul(right));
    mixed ^ (mixed >> 16)
}

fn mix_pool(entropy: &[u32], words: usize) -> Vec<u32> {
    let mut hash = INIT_A;
    let mut pool: Vec<u32> = (0..words).map(|at| hash_word(entropy.get(at).copied().unwrap_or(0), &mut hash)).collect();
    for from in 0..words {
        for to in 0..words {
            if from != to {
                pool[to] = mix(pool[to], hash_word(pool[from], &mut hash));
            }
        }
    }
    for &word in entropy.iter().skip(words) {
        for slot in &mut pool {
            *slot = mix(*slot, hash_word(word, &mut hash));
        }
    }
    pool
}
