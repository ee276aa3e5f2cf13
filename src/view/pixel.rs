//! One pixel, followed from its three bytes in a file to its places in a batch: at each stage the array's
//! shape, its strides, the pixel's index, and the byte at which it lies.
//!
//! Shapes are those of the lesson's code for one file of N records. Geometry only: no byte is read here.

use crate::data::record::{CHANNELS, PIXELS, PLANE, SIDE};
use crate::data::transform::{Draw, Padding, source};

/// Bytes of a float32.
const FLOAT: usize = 4;

/// Where an image lies and what happens to it.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Which record of its file, from 0.
    pub record: usize,
    /// Whole records in the file.
    pub records: usize,
    /// Bytes of a record; the pixels are its last 3,072.
    pub record_bytes: usize,
    /// Its place in the batch, from 0.
    pub slot: usize,
    /// Images in the batch.
    pub batch: usize,
    /// Its draw.
    pub draw: Draw,
    /// Rows and columns added on each side before the crop.
    pub pad: usize,
    /// What they hold.
    pub padding: Padding,
}

/// Whose memory an array's values lie in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Memory {
    /// The bytes of the file, as they were read.
    File,
    /// An array of its own.
    Own,
}

/// The pixel in one array of the pipeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// What is done, in a word of the lesson: "bytes", "record", "planes", …
    pub name: &'static str,
    /// The expression that makes it from the stage before.
    pub expression: &'static str,
    /// Its element type.
    pub dtype: &'static str,
    /// Its shape.
    pub shape: Vec<usize>,
    /// Bytes from one index to the next, an axis each.
    pub strides: Vec<usize>,
    /// Whether it is a view over the file's bytes.
    pub memory: Memory,
    /// The pixel's index, red, green, blue; several where the padding shows it again, none where it is cut off.
    pub indices: Vec<[Vec<usize>; CHANNELS]>,
    /// The byte offsets of these indices in the array's memory: each index times the strides, plus `start`.
    pub offsets: Vec<[usize; CHANNELS]>,
    /// The byte at which the array's first item lies in that memory.
    pub start: usize,
}

/// Follows the pixel at row `y`, column `x` (0 to 31).
pub fn stages(place: &Place, y: usize, x: usize) -> Vec<Stage> {
    let Place { record, records, record_bytes, slot, batch, draw, pad, padding } = *place;
    let head = record_bytes - PIXELS;
    let byte = |channel: usize| head + channel * PLANE + y * SIDE + x;
    let each = |index: &dyn Fn(usize) -> Vec<usize>| vec![[index(0), index(1), index(2)]];
    let image = [SIDE * SIDE * CHANNELS * FLOAT, SIDE * CHANNELS * FLOAT, CHANNELS * FLOAT, FLOAT];
    let shown = places(draw, pad, padding, y, x);
    let stages = [
        Stage {
            name: "bytes",
            expression: "raw = np.frombuffer(f.read(), dtype=np.uint8)",
            dtype: "uint8",
            shape: vec![records * record_bytes],
            strides: vec![1],
            memory: Memory::File,
            indices: each(&|channel| vec![record * record_bytes + byte(channel)]),
            offsets: Vec::new(),
            start: 0,
        },
        Stage {
            name: "record",
            expression: "raw = raw.reshape(num_samples, record_size)",
            dtype: "uint8",
            shape: vec![records, record_bytes],
            strides: vec![record_bytes, 1],
            memory: Memory::File,
            indices: each(&|channel| vec![record, byte(channel)]),
            offsets: Vec::new(),
            start: 0,
        },
        Stage {
            name: "planes",
            expression: "raw[:, 1:].reshape(num_samples, 3, 32, 32)",
            dtype: "uint8",
            shape: vec![records, CHANNELS, SIDE, SIDE],
            strides: vec![record_bytes, PLANE, SIDE, 1],
            memory: Memory::File,
            indices: each(&|channel| vec![record, channel, y, x]),
            offsets: Vec::new(),
            start: head,
        },
        Stage {
            name: "view",
            expression: "planes.transpose(0, 2, 3, 1)",
            dtype: "uint8",
            shape: vec![records, SIDE, SIDE, CHANNELS],
            strides: vec![record_bytes, SIDE, 1, PLANE],
            memory: Memory::File,
            indices: each(&|channel| vec![record, y, x, channel]),
            offsets: Vec::new(),
            start: head,
        },
        Stage {
            name: "normalised",
            expression: "(images.astype(np.float32) / 255.0 - mean) / (std + 1e-7)",
            dtype: "float32",
            shape: vec![records, SIDE, SIDE, CHANNELS],
            // astype keeps the order in which the view's bytes lie: the channel varies slowest.
            strides: vec![PIXELS * FLOAT, SIDE * FLOAT, FLOAT, PLANE * FLOAT],
            memory: Memory::Own,
            indices: each(&|channel| vec![record, y, x, channel]),
            offsets: Vec::new(),
            start: 0,
        },
        Stage {
            name: "batch",
            expression: "images[batch_idx]",
            dtype: "float32",
            shape: vec![batch, SIDE, SIDE, CHANNELS],
            strides: vec![PIXELS * FLOAT, SIDE * FLOAT, FLOAT, PLANE * FLOAT],
            memory: Memory::Own,
            indices: each(&|channel| vec![slot, y, x, channel]),
            offsets: Vec::new(),
            start: 0,
        },
        Stage {
            name: "augmented",
            expression: "crops[i] = padded[i, y:y+h, x:x+w, :], then images[mask, :, ::-1, :]",
            dtype: "float32",
            shape: vec![batch, SIDE, SIDE, CHANNELS],
            strides: image.to_vec(),
            memory: Memory::Own,
            indices: shown.iter().map(|&(y, x)| std::array::from_fn(|channel| vec![slot, y, x, channel])).collect(),
            offsets: Vec::new(),
            start: 0,
        },
    ];
    stages.into_iter().map(Stage::with_offsets).collect()
}

impl Stage {
    fn with_offsets(mut self) -> Stage {
        let offset = |index: &Vec<usize>| {
            self.start + index.iter().zip(&self.strides).map(|(index, stride)| index * stride).sum::<usize>()
        };
        self.offsets = self.indices.iter().map(|channels| channels.each_ref().map(offset)).collect();
        self
    }
}

/// Where the crop shows a pixel: rows and columns of the result.
pub fn places(draw: Draw, pad: usize, padding: Padding, y: usize, x: usize) -> Vec<(usize, usize)> {
    let columns: Vec<usize> = (0..SIDE)
        .filter(|&column| {
            let column = if draw.flip { SIDE - 1 - column } else { column };
            source(draw.dx + column, pad, padding) == Some(x)
        })
        .collect();
    (0..SIDE)
        .filter(|&row| source(draw.dy + row, pad, padding) == Some(y))
        .flat_map(|row| columns.iter().map(move |&column| (row, column)))
        .collect()
}
