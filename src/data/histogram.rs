//! How often each byte occurs in each channel, over a set or an even sample of it.
//!
//! Counts only: what normalising makes of a byte is [`super::normalise`]'s.

use super::dataset::Dataset;
use super::record::CHANNELS;

/// Counts of the bytes 0 to 255, red, green, blue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    /// How many images were counted.
    pub images: usize,
    /// Pixels with each value.
    pub counts: [[u32; 256]; CHANNELS],
}

/// Over the images that the pipeline draws from; when they are more than `most`, over `most` of them,
/// evenly spaced.
pub fn histogram(dataset: &Dataset, most: usize) -> Histogram {
    let all = if dataset.train_len() > 0 { dataset.train_len() } else { dataset.len() };
    let images = all.min(most);
    let mut counts = [[0; 256]; CHANNELS];
    for number in 0..images {
        let index = (number as u64 * all as u64 / images as u64) as usize;
        let Some(record) = dataset.record(index) else { continue };
        for (channel, counts) in counts.iter_mut().enumerate() {
            for &byte in record.plane(channel) {
                counts[usize::from(byte)] += 1;
            }
        }
    }
    Histogram { images, counts }
}
