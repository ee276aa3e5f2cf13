//! Epochs and batches: which images come when, and the loader that fills one batch after the other.

use std::fmt;
use std::hint::black_box;

use super::dataset::Dataset;
use super::draw::{Draws, Place, shuffled};
use super::formats::{counted, grouped};
use super::fused::{Augment, Layout};
use super::normalise::Normalise;
use super::record::{PIXELS, RECORD};
use super::transform::{Draw, MAX_PAD, Padding};

pub use super::draw::{Offsets, Seeding};

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
    /// Rows and columns added on each side before the crop: 0 to 31.
    pub pad: usize,
    /// What they hold.
    pub padding: Padding,
    /// Which crop offsets can be drawn.
    pub offsets: Offsets,
    /// The probability of a mirror image, 0 to 1.
    pub flip_probability: f64,
    /// What an image's draw is derived from.
    pub seeding: Seeding,
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
            padding: Padding::Reflect,
            offsets: Offsets::Exclusive,
            flip_probability: 0.5,
            seeding: Seeding::PerSample,
        }
    }
}

/// Options or positions that make no batch.
#[derive(Clone, Debug, PartialEq)]
pub enum LoaderError {
    /// `batch_size` is 0.
    BatchSize,
    /// More padding than a 32 × 32 image can be found in.
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
    /// The epoch is over another set than the one handed in.
    SetChanged {
        /// An image that the set does not have.
        index: usize,
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
            LoaderError::SetChanged { index } => {
                write!(f, "the data set has changed: there is no image {} any more; start again", grouped(index))
            }
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
    /// Checks every option; the first that is wrong becomes the error.
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

    /// The augmentation of the image at a place.
    pub fn draw(&self, place: Place) -> Draw {
        if !self.augment {
            return Draw::identity(self.pad);
        }
        let Options { seed, seeding, pad, offsets, flip_probability, .. } = *self;
        Draws { seed, seeding, pad, offsets, flip_probability }.at(place, self.batch_size)
    }
}

impl Epoch {
    /// The batches of epoch `epoch` over images 0 to `images - 1`.
    pub fn new(options: Options, epoch: u64, images: usize) -> Result<Epoch, LoaderError> {
        options.check()?;
        let order = if options.shuffle { shuffled(options.seed, epoch, images) } else { (0..images as u32).collect() };
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

    /// Which epoch it is, from 0.
    pub fn number(&self) -> u64 {
        self.epoch
    }

    /// How many batches there are; an incomplete last one counts unless it is left out.
    pub fn batches(&self) -> usize {
        let size = self.options.batch_size;
        if self.options.drop_last { self.order.len() / size } else { self.order.len().div_ceil(size) }
    }

    /// The images of batch `batch` (from 0), each with its draw.
    pub fn batch(&self, batch: usize) -> Result<Vec<Sample>, LoaderError> {
        Ok(self.samples(batch)?.collect())
    }

    fn samples(&self, batch: usize) -> Result<impl ExactSizeIterator<Item = Sample>, LoaderError> {
        let batches = self.batches();
        if batch >= batches {
            return Err(LoaderError::NoSuchBatch { batch, batches });
        }
        let start = batch * self.options.batch_size;
        let end = self.order.len().min(start.saturating_add(self.options.batch_size));
        let (options, epoch) = (self.options, self.epoch);
        Ok(self.order[start..end].iter().enumerate().map(move |(slot, &index)| {
            let index = index as usize;
            Sample { index, draw: options.draw(Place { epoch, index, batch, slot }) }
        }))
    }
}

/// A batch in memory that is used again for the next one.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// Which images, with their draws.
    pub samples: Vec<Sample>,
    /// Their labels.
    pub labels: Vec<i64>,
    /// (N, 32, 32, 3) or (N, 3, 32, 32) float32, C order.
    pub images: Vec<f32>,
}

impl Batch {
    /// Fills it with batch `batch` of an epoch over this very set, cropped, flipped and normalised.
    pub fn fill(
        &mut self,
        dataset: &Dataset,
        epoch: &Epoch,
        batch: usize,
        normalise: &Normalise,
        layout: Layout,
    ) -> Result<(), LoaderError> {
        let samples = epoch.samples(batch)?;
        let Options { pad, padding, .. } = epoch.options;
        self.samples.clear();
        self.labels.clear();
        self.images.resize(samples.len() * PIXELS, 0.0);
        let augment = Augment::new(pad, padding, normalise, layout);
        let mut samples = samples.map(|sample| match dataset.record(sample.index) {
            Some(record) => Ok((sample, record)),
            None => Err(LoaderError::SetChanged { index: sample.index }),
        });
        let mut next = samples.next().transpose()?;
        for out in self.images.as_chunks_mut::<PIXELS>().0 {
            let Some((sample, record)) = next else { break };
            next = samples.next().transpose()?;
            if let Some((_, record)) = &next {
                fetch(record.pixels);
            }
            self.samples.push(sample);
            self.labels.push(record.label.into());
            augment.image(record.pixels, sample.draw, out);
        }
        Ok(())
    }
}

impl Batch {
    /// Fills it from records handed over, one after the other, as a worker does that has no data set: image
    /// `indices[slot]` of `place.epoch`, batch `place.batch`, is record `slot`. The same bytes as [`Batch::fill`].
    ///
    /// Whole records only; as many as there are indices.
    pub fn fill_from(
        &mut self,
        records: &[[u8; RECORD]],
        indices: &[u32],
        place: Place,
        options: &Options,
        normalise: &Normalise,
        layout: Layout,
    ) {
        self.samples.clear();
        self.labels.clear();
        let images = records.len().min(indices.len());
        self.images.resize(images * PIXELS, 0.0);
        let augment = Augment::new(options.pad, options.padding, normalise, layout);
        let outs = self.images.as_chunks_mut::<PIXELS>().0;
        for (slot, ((bytes, &index), out)) in records.iter().zip(indices).zip(outs).enumerate() {
            let (label, pixels) = bytes.split_first().expect("a record has 3,073 bytes");
            let pixels = pixels.try_into().expect("3,072 of them are pixels");
            let draw = options.draw(Place { index: index as usize, slot, ..place });
            self.samples.push(Sample { index: index as usize, draw });
            self.labels.push(i64::from(*label));
            augment.image(pixels, draw, out);
        }
    }
}

/// Brings an image from memory while another is worked on: in a shuffled order no hardware foresees it.
fn fetch(pixels: &[u8; PIXELS]) {
    const CACHE_LINE: usize = 64;
    black_box(pixels.iter().step_by(CACHE_LINE).fold(0, |all, byte| all ^ byte));
}

/// Batch after batch, epoch after epoch, without end, in one batch's memory.
#[derive(Clone, Debug)]
pub struct Loader {
    options: Options,
    normalise: Normalise,
    layout: Layout,
    epoch: Epoch,
    next: usize,
    batch: Batch,
}

impl Loader {
    /// From the first batch of epoch 0 on, over the images of a set that are for training.
    pub fn new(
        dataset: &Dataset,
        options: Options,
        normalise: Normalise,
        layout: Layout,
    ) -> Result<Loader, LoaderError> {
        let epoch = Epoch::over(dataset, options, 0)?;
        if epoch.batches() == 0 {
            return Err(LoaderError::NoSuchBatch { batch: 0, batches: 0 });
        }
        Ok(Loader { options, normalise, layout, epoch, next: 0, batch: Batch::default() })
    }

    /// The epoch that the batch handed out last belongs to.
    pub fn epoch(&self) -> &Epoch {
        &self.epoch
    }

    /// The next batch of the set that the loader was made for; after an epoch's last one, the first of the
    /// next epoch.
    pub fn next_batch(&mut self, dataset: &Dataset) -> Result<&Batch, LoaderError> {
        if self.next == self.epoch.batches() {
            self.epoch = Epoch::new(self.options, self.epoch.epoch + 1, self.epoch.order.len())?;
            self.next = 0;
        }
        self.batch.fill(dataset, &self.epoch, self.next, &self.normalise, self.layout)?;
        self.next += 1;
        Ok(&self.batch)
    }
}
