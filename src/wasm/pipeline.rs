//! Exports of the `core` module for the pipeline: batches, one pixel's way, histograms, and the loader that
//! pages and their workers run. Not here: what any of them compute.

use js_sys::{Float32Array, Uint8Array, Uint32Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use super::core::{Dataset, sentence};
use super::wire::{bytes, to_js};
use crate::data::draw::{Offsets, Place, Seeding};
use crate::data::fused::Layout;
use crate::data::histogram::histogram;
use crate::data::loader::{self, Batch, Epoch, Options, Sample};
use crate::data::normalise::{Normalise, Statistics};
use crate::data::record::{CHANNELS, PLANE, RECORD, SIDE};
use crate::data::sheet;
use crate::data::transform::{Draw, Padding, augment};
use crate::view::pixel::{self, Memory};

#[wasm_bindgen]
impl Dataset {
    /// `Batch`: the images of one batch, before and after augmentation. Throws a sentence for options
    /// that make no batch.
    pub fn batch(&self, options: JsValue) -> Result<JsValue, JsError> {
        let wire = BatchWire::read(options)?;
        let options = wire.options()?;
        let epoch = Epoch::over(&self.inner, options, wire.epoch).map_err(sentence)?;
        let drawn = epoch.batch(wire.batch_index).map_err(sentence)?;
        let normalise = wire.statistics()?.normalise(&self.inner.sums());
        let samples = drawn.iter().take(wire.limit).map(|sample| self.shown(sample, &options, &normalise));
        to_js(&BatchShownWire {
            epoch: wire.epoch,
            batch_index: wire.batch_index,
            batches: epoch.batches(),
            size: drawn.len(),
            indices: drawn.iter().map(|sample| sample.index).collect(),
            samples: samples.collect::<Result<_, _>>()?,
        })
    }

    /// `Sample[]`: image `index` with its draws in `epochs` epochs from `options.epoch` on, as if it came at
    /// `options.batch_index` each time. Throws a sentence when there is no such image.
    pub fn replay(&self, options: JsValue, index: usize, epochs: usize) -> Result<JsValue, JsError> {
        let wire = BatchWire::read(options)?;
        let options = wire.options()?;
        options.check().map_err(sentence)?;
        let normalise = wire.statistics()?.normalise(&self.inner.sums());
        let shown = (0..epochs as u64).map(|later| {
            let place = Place { epoch: wire.epoch + later, index, batch: wire.batch_index, slot: 0 };
            self.shown(&Sample { index, draw: options.draw(place) }, &options, &normalise)
        });
        to_js(&shown.collect::<Result<Vec<_>, _>>()?)
    }

    /// How often each crop offset is drawn in `epochs` epochs: (2 · pad + 1)² counts, row by row.
    pub fn offset_counts(&self, options: JsValue, epochs: u32) -> Result<Uint32Array, JsError> {
        let wire = BatchWire::read(options)?;
        let options = wire.options()?;
        let side = 2 * options.pad + 1;
        let mut counts = vec![0_u32; side * side];
        for epoch in wire.epoch..wire.epoch + u64::from(epochs) {
            let epoch = Epoch::over(&self.inner, options, epoch).map_err(sentence)?;
            for batch in 0..epoch.batches() {
                for Sample { draw, .. } in epoch.batch(batch).map_err(sentence)? {
                    counts[draw.dy * side + draw.dx] += 1;
                }
            }
        }
        Ok(Uint32Array::from(counts.as_slice()))
    }

    /// `PixelTrace`: the pixel at row `y`, column `x` of the sample in place `slot` of a batch, stage by stage.
    pub fn pixel(&self, options: JsValue, slot: usize, y: usize, x: usize) -> Result<JsValue, JsError> {
        let wire = BatchWire::read(options)?;
        let options = wire.options()?;
        let (sums, statistics) = (self.inner.sums(), wire.statistics()?);
        let epoch = Epoch::over(&self.inner, options, wire.epoch).map_err(sentence)?;
        let drawn = epoch.batch(wire.batch_index).map_err(sentence)?;
        let sample = drawn.get(slot).ok_or_else(|| JsError::new(&format!("the batch has {} images", drawn.len())))?;
        if y >= SIDE || x >= SIDE {
            return Err(JsError::new(&format!("a 32 × 32 image has no pixel at row {y}, column {x}")));
        }
        let found = self.inner.record(sample.index).zip(self.inner.location(sample.index));
        let (record, location) = found.ok_or_else(|| no_image(sample.index))?;
        let place = pixel::Place {
            record: location.record,
            records: location.records,
            record_bytes: self.inner.family().record_bytes(),
            slot,
            batch: drawn.len(),
            draw: sample.draw,
            pad: options.pad,
            padding: options.padding,
        };
        let normalise = statistics.normalise(&sums);
        let (mean, std) = statistics.of(&sums);
        let values: [u8; CHANNELS] = std::array::from_fn(|channel| record.pixels[channel * PLANE + y * SIDE + x]);
        to_js(&TraceWire {
            y,
            x,
            file: location.name.to_owned(),
            // In a pickle the planes of all images follow one another, without labels between them.
            file_offsets: location
                .pixels
                .map(|first| (0..CHANNELS).map(|channel| first + channel * PLANE + y * SIDE + x).collect()),
            label: record.label.into(),
            record: place.record,
            bytes: values.map(u32::from).to_vec(),
            normalised: (0..CHANNELS).map(|channel| normalise.value(channel, values[channel])).collect(),
            mean: mean.to_vec(),
            std: std.to_vec(),
            stages: pixel::stages(&place, y, x).into_iter().map(StageWire::from).collect(),
        })
    }

    /// `Histogram` of at most `most` images, with the chosen statistics: each channel's 256 counts, and the
    /// value that normalising makes of each byte.
    pub fn histogram(&self, statistics: &str, most: usize) -> Result<JsValue, JsError> {
        let statistics = named(statistics)?;
        let sums = self.inner.sums();
        let normalise = statistics.normalise(&sums);
        let (mean, std) = statistics.of(&sums);
        let counted = histogram(&self.inner, most);
        to_js(&HistogramWire {
            images: counted.images,
            counts: counted.counts.map(|counts| counts.to_vec()).to_vec(),
            values: (0..CHANNELS)
                .map(|channel| (0..=255).map(|byte| normalise.value(channel, byte)).collect())
                .collect(),
            mean: mean.to_vec(),
            std: std.to_vec(),
        })
    }

    /// A batch as the loader makes it: float32, (N, 32, 32, 3), C order.
    pub fn batch_values(&self, options: JsValue) -> Result<Float32Array, JsError> {
        let wire = BatchWire::read(options)?;
        let epoch = Epoch::over(&self.inner, wire.options()?, wire.epoch).map_err(sentence)?;
        let normalise = wire.statistics()?.normalise(&self.inner.sums());
        let mut batch = Batch::default();
        batch.fill(&self.inner, &epoch, wire.batch_index, &normalise, Layout::Nhwc).map_err(sentence)?;
        Ok(Float32Array::from(batch.images.as_slice()))
    }

    /// `BatchRecords`: a batch's images as they are in their files, for a worker that has no data set.
    pub fn batch_records(&self, options: JsValue) -> Result<JsValue, JsError> {
        let wire = BatchWire::read(options)?;
        let epoch = Epoch::over(&self.inner, wire.options()?, wire.epoch).map_err(sentence)?;
        let drawn = epoch.batch(wire.batch_index).map_err(sentence)?;
        let mut records = Vec::with_capacity(drawn.len() * RECORD);
        for sample in &drawn {
            let record = self.inner.record(sample.index).ok_or_else(|| no_image(sample.index))?;
            records.push(record.label);
            records.extend_from_slice(record.pixels);
        }
        to_js(&RecordsWire { indices: drawn.iter().map(|sample| sample.index).collect(), records })
    }
}

impl Dataset {
    fn shown(&self, sample: &Sample, options: &Options, normalise: &Normalise) -> Result<SampleWire, JsError> {
        let found = self.inner.record(sample.index).zip(self.inner.location(sample.index));
        let (record, location) = found.ok_or_else(|| no_image(sample.index))?;
        let Draw { dy, dx, flip } = sample.draw;
        let border = options.padding.border(normalise);
        Ok(SampleWire {
            index: sample.index,
            label: record.label.into(),
            file: location.name.to_owned(),
            offset: location.label,
            pixels_at: location.pixels,
            dy,
            dx,
            flip,
            border: border.map(u32::from).to_vec(),
            original: sheet::rgba(record.pixels).to_vec(),
            augmented: sheet::rgba(&augment(record.pixels, sample.draw, options.pad, options.padding, border)).to_vec(),
        })
    }
}

/// The loader over a data set, batch after batch, epoch after epoch, in one batch's memory.
#[wasm_bindgen]
pub struct Loader {
    inner: loader::Loader,
}

#[wasm_bindgen]
impl Loader {
    /// `options` are a batch's; `layout` is "nhwc" or "nchw".
    #[wasm_bindgen(constructor)]
    pub fn new(dataset: &Dataset, options: JsValue, layout: &str) -> Result<Loader, JsError> {
        let wire = BatchWire::read(options)?;
        let normalise = wire.statistics()?.normalise(&dataset.inner.sums());
        let inner =
            loader::Loader::new(&dataset.inner, wire.options()?, normalise, order(layout)?).map_err(sentence)?;
        Ok(Loader { inner })
    }

    /// Makes the next `batches` batches and gives the number of images in them.
    pub fn advance(&mut self, dataset: &Dataset, batches: usize) -> Result<usize, JsError> {
        let mut images = 0;
        for _ in 0..batches {
            images += self.inner.next_batch(&dataset.inner).map_err(sentence)?.samples.len();
        }
        Ok(images)
    }
}

/// What a loader's worker runs: records handed over become a batch, without a data set.
#[wasm_bindgen]
pub struct BatchWorker {
    options: Options,
    normalise: Normalise,
    layout: Layout,
    records: Vec<[u8; RECORD]>,
    batch: Batch,
}

#[wasm_bindgen]
impl BatchWorker {
    /// `options` are a batch's; `mean` and `std` three values each, on the scale 0 to 1.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue, mean: &[f64], std: &[f64], layout: &str) -> Result<BatchWorker, JsError> {
        let options = BatchWire::read(options)?.options()?;
        options.check().map_err(sentence)?;
        let three = |values: &[f64]| -> Result<[f32; CHANNELS], JsError> {
            let values: [f64; CHANNELS] = values
                .try_into()
                .map_err(|_| JsError::new(&format!("three channels are expected, and {} came", values.len())))?;
            Ok(values.map(|value| value as f32))
        };
        let normalise = Normalise::new(three(mean)?, three(std)?);
        Ok(BatchWorker { options, normalise, layout: order(layout)?, records: Vec::new(), batch: Batch::default() })
    }

    /// Takes whole records in, and gives their number.
    pub fn decode(&mut self, records: &Uint8Array) -> usize {
        self.records.resize(records.length() as usize / RECORD, [0; RECORD]);
        let bytes = self.records.as_flattened_mut();
        records.subarray(0, bytes.len() as u32).copy_to(bytes);
        self.records.len()
    }

    /// Crops, flips and normalises them as batch `batch` of `epoch`; `indices` are the images'.
    pub fn augment(&mut self, epoch: u64, batch: usize, indices: &[u32]) {
        let place = Place { epoch, index: 0, batch, slot: 0 };
        let BatchWorker { options, normalise, layout, records, .. } = self;
        self.batch.fill_from(records, indices, place, options, normalise, *layout);
    }

    /// Copies the batch out; as much of it as `into` holds.
    pub fn copy_to(&self, into: &Float32Array) {
        let values = self.batch.images.len().min(into.length() as usize);
        into.subarray(0, values as u32).copy_from(&self.batch.images[..values]);
    }
}

fn order(layout: &str) -> Result<Layout, JsError> {
    match layout {
        "nhwc" => Ok(Layout::Nhwc),
        "nchw" => Ok(Layout::Nchw),
        other => Err(JsError::new(&format!("the layout must be \"nhwc\" or \"nchw\" (got {other:?})"))),
    }
}

fn named(statistics: &str) -> Result<Statistics, JsError> {
    Statistics::named(statistics).ok_or_else(|| {
        JsError::new(&format!(
            "the statistics must be \"loaded\", \"training\", \"copied\" or \"half\" (got {statistics:?})"
        ))
    })
}

fn no_image(index: usize) -> JsError {
    JsError::new(&format!("there is no image {index} in the data set"))
}

/// `BatchOptions` of the protocol.
#[derive(Deserialize)]
struct BatchWire {
    seed: u64,
    epoch: u64,
    batch_index: usize,
    batch_size: usize,
    shuffle: bool,
    drop_last: bool,
    augment: bool,
    pad: usize,
    padding: String,
    inclusive_offsets: bool,
    flip_probability: f64,
    statistics: String,
    /// Above 0: the mistake of that many workers with one seed.
    shared_seed_workers: usize,
    /// How many samples to send; the others are counted only.
    limit: usize,
}

impl BatchWire {
    fn read(options: JsValue) -> Result<BatchWire, JsError> {
        serde_wasm_bindgen::from_value(options).map_err(|error| JsError::new(&error.to_string()))
    }

    fn options(&self) -> Result<Options, JsError> {
        let padding = Padding::named(&self.padding).ok_or_else(|| {
            JsError::new(&format!(
                "the padding must be \"reflect\", \"zeros\" or \"zeros-after\" (got {:?})",
                self.padding
            ))
        })?;
        Ok(Options {
            seed: self.seed,
            batch_size: self.batch_size,
            shuffle: self.shuffle,
            drop_last: self.drop_last,
            augment: self.augment,
            pad: self.pad,
            padding,
            offsets: if self.inclusive_offsets { Offsets::Inclusive } else { Offsets::Exclusive },
            flip_probability: self.flip_probability,
            seeding: match self.shared_seed_workers {
                0 => Seeding::PerSample,
                workers => Seeding::SharedByWorkers { workers },
            },
        })
    }

    fn statistics(&self) -> Result<Statistics, JsError> {
        named(&self.statistics)
    }
}

/// `Batch` of the protocol.
#[derive(Serialize)]
struct BatchShownWire {
    epoch: u64,
    batch_index: usize,
    batches: usize,
    size: usize,
    indices: Vec<usize>,
    samples: Vec<SampleWire>,
}

/// `Sample` of the protocol.
#[derive(Serialize)]
struct SampleWire {
    index: usize,
    label: u32,
    file: String,
    offset: usize,
    pixels_at: Option<usize>,
    dy: usize,
    dx: usize,
    flip: bool,
    border: Vec<u32>,
    #[serde(serialize_with = "bytes")]
    original: Vec<u8>,
    #[serde(serialize_with = "bytes")]
    augmented: Vec<u8>,
}

/// `PixelTrace` of the protocol.
#[derive(Serialize)]
struct TraceWire {
    y: usize,
    x: usize,
    file: String,
    file_offsets: Option<Vec<usize>>,
    label: u32,
    record: usize,
    bytes: Vec<u32>,
    normalised: Vec<f32>,
    mean: Vec<f64>,
    std: Vec<f64>,
    stages: Vec<StageWire>,
}

/// `PixelStage` of the protocol.
#[derive(Serialize)]
struct StageWire {
    name: &'static str,
    expression: &'static str,
    dtype: &'static str,
    shape: Vec<usize>,
    strides: Vec<usize>,
    in_file: bool,
    start: usize,
    indices: Vec<Vec<Vec<usize>>>,
    offsets: Vec<Vec<usize>>,
}

impl From<pixel::Stage> for StageWire {
    fn from(stage: pixel::Stage) -> StageWire {
        StageWire {
            name: stage.name,
            expression: stage.expression,
            dtype: stage.dtype,
            shape: stage.shape,
            strides: stage.strides,
            in_file: stage.memory == Memory::File,
            start: stage.start,
            indices: stage.indices.into_iter().map(|channels| channels.to_vec()).collect(),
            offsets: stage.offsets.into_iter().map(|channels| channels.to_vec()).collect(),
        }
    }
}

/// `Histogram` of the protocol.
#[derive(Serialize)]
struct HistogramWire {
    images: usize,
    counts: Vec<Vec<u32>>,
    values: Vec<Vec<f32>>,
    mean: Vec<f64>,
    std: Vec<f64>,
}

/// `BatchRecords` of the protocol.
#[derive(Serialize)]
struct RecordsWire {
    indices: Vec<usize>,
    #[serde(serialize_with = "bytes")]
    records: Vec<u8>,
}
