//! `stridelab cifar FILE… --bench`: how many images a second the loader makes on this machine, beside memcpy of
//! as many bytes. Medians of several rounds.

use std::hint::black_box;
use std::num::NonZero;
use std::thread;
use std::time::Instant;

use stridelab::data::dataset::Dataset;
use stridelab::data::fused::Layout;
use stridelab::data::loader::{Loader, LoaderError, Options};
use stridelab::data::normalise::Statistics;
use stridelab::data::record::PIXELS;

/// Rounds of each figure, and the images that a round makes at least.
const ROUNDS: usize = 7;
const IMAGES: usize = 20_000;
const BATCH: usize = 64;

/// A name and its images a second, a line each.
pub fn report(dataset: &Dataset) -> Result<String, LoaderError> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut text = String::new();
    let mut line = |name: &str, images: f64| text.push_str(&format!("{name}\t{images:.0}\n"));
    line("loader, NHWC, one thread", rate(dataset, Layout::Nhwc, 1)?);
    line("loader, NCHW, one thread", rate(dataset, Layout::Nchw, 1)?);
    line(&format!("loader, NHWC, {threads} threads"), rate(dataset, Layout::Nhwc, threads)?);
    line("memcpy of the batch, in cache", memcpy(1));
    line("memcpy from a float32 set, in batches", memcpy(IMAGES / 2 / BATCH));
    Ok(text)
}

/// Images a second of `threads` loaders at once, each with its own batch.
fn rate(dataset: &Dataset, layout: Layout, threads: usize) -> Result<f64, LoaderError> {
    let normalise = Statistics::Loaded.normalise(&dataset.sums());
    let options = Options { batch_size: BATCH, ..Options::default() };
    let mut loaders = Vec::new();
    for seed in 0..threads as u64 {
        let mut loader = Loader::new(dataset, Options { seed, ..options }, normalise.clone(), layout)?;
        loader.next_batch(dataset)?;
        loaders.push(loader);
    }
    Ok(median(|| {
        let start = Instant::now();
        let images: usize = thread::scope(|scope| {
            let running: Vec<_> = loaders.iter_mut().map(|loader| scope.spawn(|| fill(loader, dataset))).collect();
            running.into_iter().map(|thread| thread.join().expect("a loader over its own set goes on")).sum()
        });
        images as f64 / start.elapsed().as_secs_f64()
    }))
}

fn fill(loader: &mut Loader, dataset: &Dataset) -> usize {
    let mut images = 0;
    while images < IMAGES {
        match loader.next_batch(dataset) {
            Ok(batch) => images += black_box(batch).samples.len(),
            Err(_) => break,
        }
    }
    images
}

/// Images' worth of float32 copied a second, a batch at a time, from `batches` different ones.
fn memcpy(batches: usize) -> f64 {
    let size = BATCH * PIXELS;
    let from = vec![1.0_f32; size * batches];
    let mut into = vec![0.0_f32; size];
    median(|| {
        let start = Instant::now();
        for round in 0..IMAGES / BATCH {
            into.copy_from_slice(black_box(&from[round % batches * size..][..size]));
            black_box(&mut into);
        }
        (IMAGES / BATCH * BATCH) as f64 / start.elapsed().as_secs_f64()
    })
}

fn median(mut measure: impl FnMut() -> f64) -> f64 {
    let mut values: Vec<f64> = (0..ROUNDS).map(|_| measure()).collect();
    values.sort_by(f64::total_cmp);
    values[ROUNDS / 2]
}
