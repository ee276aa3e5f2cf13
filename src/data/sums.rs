//! Exact integer sums over the pixels of many images: what mean and standard deviation come from.
//!
//! Knows no files. The published sums of the training set stand here too, so that a reader's copy can
//! be compared with them.

use super::record::{CHANNELS, PLANE, Record};

/// Exact integer sums over pixels, a channel each: what mean and standard deviation come from.
///
/// 64 bits hold Σ v² of 2.8 × 10¹⁴ pixels; a float32 sum goes wrong after 2²⁴.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChannelSums {
    /// Pixels summed, a channel.
    pub count: u64,
    /// Σ v, red, green, blue.
    pub sum: [u64; CHANNELS],
    /// Σ v².
    pub sum_of_squares: [u64; CHANNELS],
}

impl ChannelSums {
    pub(super) fn add_image(&mut self, record: Record<'_>) {
        for channel in 0..CHANNELS {
            let plane = record.plane(channel);
            // 1,024 × 255² < 2³²: a plane's sums fit 32 bits, which vectorise better.
            let sum: u32 = plane.iter().map(|&v| u32::from(v)).sum();
            let squares: u32 = plane.iter().map(|&v| u32::from(v) * u32::from(v)).sum();
            self.sum[channel] += u64::from(sum);
            self.sum_of_squares[channel] += u64::from(squares);
        }
        self.count += PLANE as u64;
    }

    pub(super) fn add(&mut self, other: &ChannelSums) {
        self.count += other.count;
        for channel in 0..CHANNELS {
            self.sum[channel] += other.sum[channel];
            self.sum_of_squares[channel] += other.sum_of_squares[channel];
        }
    }

    /// The mean of each channel on the scale 0 to 1; zeros when there is no pixel.
    pub fn mean(&self) -> [f64; CHANNELS] {
        self.sum.map(|sum| if self.count == 0 { 0.0 } else { sum as f64 / (255.0 * self.count as f64) })
    }

    /// The population standard deviation of each channel on the scale 0 to 1.
    ///
    /// From n Σv² − (Σv)², taken in 128-bit integers: nothing cancels.
    pub fn std(&self) -> [f64; CHANNELS] {
        std::array::from_fn(|channel| {
            if self.count == 0 {
                return 0.0;
            }
            let [n, sum, squares] = [self.count, self.sum[channel], self.sum_of_squares[channel]].map(u128::from);
            let scaled_variance = n * squares - sum * sum; // never negative (Cauchy-Schwarz)
            (scaled_variance as f64).sqrt() / (255.0 * self.count as f64)
        })
    }
}

/// The sums over the 50,000 training images of CIFAR-10, from the published files.
pub const CIFAR_10_TRAINING: ChannelSums = ChannelSums {
    count: 51_200_000,
    sum: [6_415_714_204, 6_295_060_180, 5_829_907_619],
    sum_of_squares: [1_007_102_432_534, 971_356_520_230, 891_641_299_129],
};
