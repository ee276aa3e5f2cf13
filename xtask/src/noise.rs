//! Files of noise in CIFAR-10's format, of the published size, for the measurements. Not here: a test's files, which
//! hold something to recognise.

use crate::shell::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// Images in a file, and bytes of each.
const IMAGES: usize = 10_000;
const RECORD: usize = 3_073;

const NAMES: [&str; 6] = [
    "data_batch_1.bin",
    "data_batch_2.bin",
    "data_batch_3.bin",
    "data_batch_4.bin",
    "data_batch_5.bin",
    "test_batch.bin",
];

/// The six files, made in `folder` where they are missing: random labels 0 to 9 and random pixels.
pub fn files(folder: &Path) -> Result<[PathBuf; 6]> {
    let files = NAMES.map(|name| folder.join(name));
    for (seed, file) in (1..).zip(&files) {
        if fs::metadata(file).is_ok_and(|data| data.len() == (IMAGES * RECORD) as u64) {
            continue;
        }
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(file, noise(seed)))
            .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    }
    Ok(files)
}

/// Knuth's MMIX generator; its high bits are good enough for what is only copied and summed.
fn noise(seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut bytes: Vec<u8> = (0..IMAGES * RECORD)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 56) as u8
        })
        .collect();
    for record in bytes.chunks_exact_mut(RECORD) {
        record[0] %= 10;
    }
    bytes
}
