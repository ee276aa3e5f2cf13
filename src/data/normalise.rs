//! Normalising: `(byte / 255 - mean) / (std + 1e-7)`, and whose mean and deviation to take.
//!
//! All of it is float32, as NumPy computes it when mean and std are float32 arrays: each step is
//! rounded, and the result agrees with NumPy's to the last bit. Whole rows are in [`super::fused`].

use super::dataset::ChannelSums;
use super::record::CHANNELS;

/// What the lesson adds to a standard deviation, so that a flat channel divides by no zero.
pub const EPSILON: f32 = 1e-7;

/// Whose mean and standard deviation normalise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistics {
    /// Of the loaded images, exact: from integer sums, in 64 bits.
    Loaded,
    /// Of the 50,000 training images of CIFAR-10.
    Training,
    /// The training mean with the std (0.2023, 0.1994, 0.2010) that is copied from page to page. It is the
    /// mean of the images' own deviations, not the deviation of the pixels.
    Copied,
    /// 0.5 and 0.5: the range 0 to 1 becomes −1 to 1.
    Half,
}

/// Of the 50,000 training images: Σ v and Σ v² over 51,200,000 pixels a channel give these exactly.
const TRAINING_MEAN: [f64; CHANNELS] = [0.491_399_678_615_196_07, 0.482_158_408_394_607_83, 0.446_530_914_445_465_67];
const TRAINING_STD: [f64; CHANNELS] = [0.247_032_232_463_282_01, 0.243_485_128_000_055_53, 0.261_587_841_727_964_5];

impl Statistics {
    /// The choice by its name in the interface: "loaded", "training", "copied" or "half".
    pub fn named(name: &str) -> Option<Statistics> {
        Some(match name {
            "loaded" => Statistics::Loaded,
            "training" => Statistics::Training,
            "copied" => Statistics::Copied,
            "half" => Statistics::Half,
            _ => return None,
        })
    }

    /// Mean and population standard deviation of each channel, on the scale 0 to 1.
    pub fn of(self, sums: &ChannelSums) -> ([f64; CHANNELS], [f64; CHANNELS]) {
        match self {
            Statistics::Loaded => (sums.mean(), sums.std()),
            Statistics::Training => (TRAINING_MEAN, TRAINING_STD),
            Statistics::Copied => (TRAINING_MEAN, [0.2023, 0.1994, 0.2010]),
            Statistics::Half => ([0.5; CHANNELS], [0.5; CHANNELS]),
        }
    }

    /// The same as float32, ready to use.
    pub fn normalise(self, sums: &ChannelSums) -> Normalise {
        let (mean, std) = self.of(sums);
        Normalise::new(mean.map(|value| value as f32), std.map(|value| value as f32))
    }
}

/// The normalised value of every byte there is, a channel each.
#[derive(Clone, Debug)]
pub struct Normalise {
    pub(super) mean: [f32; CHANNELS],
    pub(super) divisor: [f32; CHANNELS],
    pub(super) table: [[f32; 256]; CHANNELS],
}

impl Normalise {
    /// From the mean and standard deviation of each channel, on the scale 0 to 1.
    pub fn new(mean: [f32; CHANNELS], std: [f32; CHANNELS]) -> Normalise {
        let divisor = std.map(|std| std + EPSILON);
        let table = std::array::from_fn(|channel| {
            std::array::from_fn(|value| (value as f32 / 255.0 - mean[channel]) / divisor[channel])
        });
        Normalise { mean, divisor, table }
    }

    /// The normalised value of a byte of a channel.
    pub fn value(&self, channel: usize, byte: u8) -> f32 {
        self.table[channel][usize::from(byte)]
    }

    /// The byte that a normalised value came from: `(value * divisor + mean) * 255`, rounded, within 0 to 255.
    pub fn byte(&self, channel: usize, value: f32) -> u8 {
        ((value * self.divisor[channel] + self.mean[channel]) * 255.0).round() as u8
    }

    /// The colour of the value 0, which is the mean.
    pub fn mean_colour(&self) -> [u8; CHANNELS] {
        std::array::from_fn(|channel| self.byte(channel, 0.0))
    }
}
