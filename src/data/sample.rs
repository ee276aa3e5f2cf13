//! A data set in CIFAR-10's format, drawn at run time: ten classes of simple 32 × 32 pictures.
//!
//! For readers who have no file at hand. It is no substitute for the photographs: it has their format,
//! their classes and enough variety that shuffling, cropping and flipping can be seen. The same batch
//! number gives the same bytes on every machine: a fixed generator, and only arithmetic that IEEE 754
//! fixes, `libm` for the rest.

mod canvas;
mod draw;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;

use self::canvas::Canvas;
use super::draw::mixed;
use super::record::{CLASSES, RECORD};

/// The number of the test file among the batches; the training files are 1 to 5.
pub const TEST_BATCH: usize = 0;

/// The name of a batch's file: `data_batch_1.bin`, or `test_batch.bin` for [`TEST_BATCH`].
pub fn file_name(batch: usize) -> String {
    match batch {
        TEST_BATCH => "test_batch.bin".to_owned(),
        _ => format!("data_batch_{batch}.bin"),
    }
}

/// The first `records` records of a batch: `records` × 3,073 bytes as in a CIFAR-10 binary file.
///
/// A record depends on the batch's number and on its own, not on how many are asked for.
pub fn sample_batch(batch: usize, records: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(records.saturating_mul(RECORD));
    for record in 0..records {
        let mut rng = Pcg64::seed_from_u64(mixed(mixed(batch as u64) ^ record as u64));
        let label = rng.random_range(0..CLASSES as u32) as u8;
        let mut canvas = Canvas::new();
        draw::class(label, &mut canvas, &mut Dice::new(rng));
        bytes.push(label);
        bytes.extend_from_slice(&canvas.planes());
    }
    bytes
}

/// Random choices as a drawing makes them.
struct Dice {
    rng: Pcg64,
}

impl Dice {
    fn new(rng: Pcg64) -> Dice {
        Dice { rng }
    }

    /// Uniform in `low..high`.
    fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.rng.random::<f32>()
    }

    /// True with probability `p`.
    fn chance(&mut self, p: f32) -> bool {
        self.rng.random::<f32>() < p
    }

    /// One of a few.
    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.rng.random_range(0..of.len() as u32) as usize]
    }
}
