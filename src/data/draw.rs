//! The random numbers of the pipeline, and where they come from.
//!
//! Every draw is derived from (seed, epoch, index), never from a generator that is carried along, so an
//! image gets the same draw whichever worker prepares it, and any of them can be had alone. The mistake
//! that is made elsewhere is here as well, to be seen: [`Seeding::SharedByWorkers`].

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64;

use super::transform::Draw;

/// The range of a crop offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offsets {
    /// 0 to 2 · pad − 1, as the lesson's `randint(0, 2 * pad)` draws them: its upper end is exclusive.
    Exclusive,
    /// 0 to 2 · pad: every crop there is.
    Inclusive,
}

impl Offsets {
    /// How many offsets there are along one axis; no padding leaves one crop only.
    pub fn count(self, pad: usize) -> usize {
        match self {
            Offsets::Exclusive => (2 * pad).max(1),
            Offsets::Inclusive => 2 * pad + 1,
        }
    }
}

/// What an image's draw is derived from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeding {
    /// Seed, epoch and the image's index: no draw depends on another, nor on who makes it.
    PerSample,
    /// The seed and how many draws this worker has made before, batches being dealt out in turn. It is what
    /// comes of `np.random` in the worker processes of a loader: each starts with the same state, in every
    /// epoch anew, and so the same draws come again in every worker and every epoch.
    SharedByWorkers {
        /// How many workers there are, at least 1.
        workers: usize,
    },
}

/// Where an image stands in the run of a loader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The epoch, from 0.
    pub epoch: u64,
    /// The image's index in the set.
    pub index: usize,
    /// The batch within the epoch, from 0.
    pub batch: usize,
    /// The image's place within the batch, from 0.
    pub slot: usize,
}

/// Everything that decides a draw but the place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draws {
    /// What all randomness is derived from.
    pub seed: u64,
    /// How it is derived.
    pub seeding: Seeding,
    /// Rows and columns added on each side before the crop.
    pub pad: usize,
    /// Which crop offsets can be drawn.
    pub offsets: Offsets,
    /// The probability of a mirror image, 0 to 1.
    pub flip_probability: f64,
}

impl Draws {
    /// The draw at a place. `batch_size` counts only where workers share a seed.
    ///
    /// An offset is the upper half of a 32-bit number times the count (Lemire 2019), without the
    /// rejection, which would even out one part in 2³².
    pub fn at(&self, place: Place, batch_size: usize) -> Draw {
        let (epoch, number) = match self.seeding {
            Seeding::PerSample => (place.epoch, place.index as u64),
            Seeding::SharedByWorkers { workers } => {
                (0, (place.batch / workers.max(1) * batch_size + place.slot) as u64)
            }
        };
        let bits = key([self.seed, epoch, AUGMENTATION, number]);
        let count = self.offsets.count(self.pad) as u64;
        let offset = |word: u32| (u64::from(word) * count >> 32) as usize;
        let share = (mixed(bits) >> 11) as f64 / (1_u64 << 53) as f64;
        Draw { dy: offset((bits >> 32) as u32), dx: offset(bits as u32), flip: share < self.flip_probability }
    }
}

/// The order of an epoch: images 0 to `images - 1`, shuffled by Fisher and Yates.
pub fn shuffled(seed: u64, epoch: u64, images: usize) -> Vec<u32> {
    let mut order: Vec<u32> = (0..images as u32).collect();
    order.shuffle(&mut Pcg64::seed_from_u64(key([seed, epoch, ORDER, 0])));
    order
}

/// What a number is for: keeps the order's apart from the augmentation's.
const ORDER: u64 = 1;
const AUGMENTATION: u64 = 2;

/// 64 bits for these parts, whichever came before.
fn key(parts: [u64; 4]) -> u64 {
    parts.into_iter().fold(0, |key, part| mixed(key ^ part))
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014), after its increment.
pub(super) fn mixed(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
