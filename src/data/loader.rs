//! Shuffle, batches, and the draws of the augmentation.
//!
//! Every random number is derived from (seed, epoch, index), never from a generator that is carried
//! along, so an image gets the same draw whichever worker prepares it, and any batch can be had alone.

use std::fmt;

use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;

use super::dataset::Dataset;
use super::formats::{counted, grouped};
use super::record::PIXELS;
use super::transform::{Draw, Layout, MAX_PAD, Normalise, augment_normalised};

/// How the images of an epoch become batches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// What all randomness is derived from.
    pub seed: u64,
    /// Images in a batch; the last one may hold fewer.
    pub batch_size: usize,
    /// Whether an epoch's order is drawn; otherwise it is the order of the files.
    pub shuffle: bool,
    /// Whether an incomplete last batch is left out.
    pub drop_last: bool,
    /// Whether images are cropped and flipped at all.
    pub augment: bool,
    /// Rows and columns added on each side before the crop, by reflection: 0 to 31.
    pub pad: usize,
    /// Which crop offsets can be drawn.
    pub offsets: Offsets,
    /// The probability of a mirror image, 0 to 1.
    pub flip_probability: f64,
}

/// The range of a crop offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offsets {
    /// 0 to 2 · pad − 1, as the lesson's `randint(0, 2 * pad)` draws them: its upper end is exclusive.
    Exclusive,
    /// 0 to 2 · pad: every crop there is.
    Inclusive,
}

impl Default for Options {
    /// The lesson's choices.
    fn default() -> Options {
        Options {
            seed: 42,
            batch_size: 64,
            shuffle: true,
            drop_last: false,
            augment: true,
            pad: 4,
            offsets: Offsets::Exclusive,
            flip_probability: 0.5,
        }
    }
}

/// Options or positions that make no batch.
#[derive(Clone, Debug, PartialEq)]
pub enum LoaderError {
    /// `batch_size` is 0.
    BatchSize,
    /// More padding than reflection can serve.
    Pad {
        /// The padding asked for.
        pad: usize,
    },
    /// Not a probability.
    FlipProbability {
        /// The value given.
        value: f64,
    },
    /// No image is loaded.
    NoImages,
    /// The epoch has fewer batches.
    NoSuchBatch {
        /// The batch asked for, from 0.
        batch: usize,
        /// How many there are.
        batches: usize,
    },
}

impl fmt::Display for LoaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            LoaderError::BatchSize => write!(f, "the batch size is 0; it must be at least 1"),
            LoaderError::Pad { pad } => {
                write!(f, "the padding is {pad}; reflection of a 32 × 32 image allows 0 to {MAX_PAD}")
            }
            LoaderError::FlipProbability { value } => {
                write!(f, "the flip probability is {value}; it must lie between 0 and 1")
            }
            LoaderError::NoImages => write!(f, "no image is loaded"),
            LoaderError::NoSuchBatch { batch, batches } => write!(
                f,
                "there is no batch {}: the epoch has {}, counted from 0",
                grouped(batch),
                counted(batches, "batch").replace("batchs", "batches")
            ),
        }
    }
}

impl std::error::Error for LoaderError {}

/// One image's place in a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Which image of the set.
    pub index: usize,
    /// What the augmentation does to it.
    pub draw: Draw,
}

/// One epoch: an order of the images, cut into batches.
#[derive(Clone, Debug)]
pub struct Epoch {
    options: Options,
    epoch: u64,
    order: Vec<u32>,
}

impl Options {
    /// Checks every option, the first that is wrong becomes the error.
    pub fn check(&self) -> Result<(), LoaderError> {
        if self.batch_size == 0 {
            return Err(LoaderError::BatchSize);
        }
        if self.pad > MAX_PAD {
            return Err(LoaderError::Pad { pad: self.pad });
        }
        if !(0.0..=1.0).contains(&self.flip_probability) {
            return Err(LoaderError::FlipProbability { value: self.flip_probability });
        }
        Ok(())
    }

    /// The augmentation of image `index` in `epoch`.
    pub fn draw(&self, epoch: u64, index: usize) -> Draw {
        if !self.augment {
            return Draw::identity(self.pad);
        }
        let mut rng = generator([self.seed, epoch, AUGMENTATION, index as u64]);
        let end = match self.offsets {
            // No padding leaves one crop only.
            Offsets::Exclusive => (2 * self.pad).max(1),
            Offsets::Inclusive => 2 * self.pad + 1,
        };
        let dy = rng.random_range(0..end as u32) as usize;
        let dx = rng.random_range(0..end as u32) as usize;
        Draw { dy, dx, flip: rng.random::<f64>() < self.flip_probability }
    }
}

impl Epoch {
    /// The batches of epoch `epoch` over images 0 to `images - 1`.
    pub fn new(options: Options, epoch: u64, images: usize) -> Result<Epoch, LoaderError> {
        options.check()?;
        let mut order: Vec<u32> = (0..images as u32).collect();
        if options.shuffle {
            order.shuffle(&mut generator([options.seed, epoch, ORDER, 0]));
        }
        Ok(Epoch { options, epoch, order })
    }

    /// Over the images of a set that are for training, or all when none is.
    pub fn over(dataset: &Dataset, options: Options, epoch: u64) -> Result<Epoch, LoaderError> {
        let images = if dataset.train_len() > 0 { dataset.train_len() } else { dataset.len() };
        if images == 0 {
            return Err(LoaderError::NoImages);
        }
        Epoch::new(options, epoch, images)
    }

    /// The order of the images.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// How many batches there are; an incomplete last one counts unless it is left out.
    pub fn batches(&self) -> usize {
        let size = self.options.batch_size;
        if self.options.drop_last { self.order.len() / size } else { self.order.len().div_ceil(size) }
    }

    /// The images of batch `batch` (from 0), each with its draw.
    pub fn batch(&self, batch: usize) -> Result<Vec<Sample>, LoaderError> {
        let batches = self.batches();
        if batch >= batches {
            return Err(LoaderError::NoSuchBatch { batch, batches });
        }
        let start = batch * self.options.batch_size;
        let end = self.order.len().min(start.saturating_add(self.options.batch_size));
        Ok(self.order[start..end]
            .iter()
            .map(|&index| Sample { index: index as usize, draw: self.options.draw(self.epoch, index as usize) })
            .collect())
    }

    /// Fills `images` with a batch, cropped, flipped and normalised: (N, 32, 32, 3) or (N, 3, 32, 32)
    /// float32, in C order. `images` keeps its memory from batch to batch.
    ///
    /// `samples` come from [`Epoch::batch`] of an epoch over this very set.
    pub fn fill(
        &self,
        dataset: &Dataset,
        samples: &[Sample],
        normalise: &Normalise,
        layout: Layout,
        images: &mut Vec<f32>,
    ) {
        images.resize(samples.len() * PIXELS, 0.0);
        for (sample, out) in samples.iter().zip(images.as_chunks_mut::<PIXELS>().0) {
            let record = dataset.record(sample.index).expect("the epoch was made over this set");
            augment_normalised(record.pixels, sample.draw, self.options.pad, normalise, layout, out);
        }
    }
}

/// What a generator is for: keeps the order's numbers apart from the augmentation's.
const ORDER: u64 = 1;
const AUGMENTATION: u64 = 2;

/// A generator of its own for these parts, whichever came before.
fn generator(parts: [u64; 4]) -> Pcg64 {
    let key = parts.into_iter().fold(0, |key, part| mixed(key ^ part));
    Pcg64::seed_from_u64(key)
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014), after its increment.
pub(super) fn mixed(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
