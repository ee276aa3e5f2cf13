//! Exports of the `core` module: shapes, layouts and the data set, without Python.
//! Batches and the loader are in `pipeline.rs`.
//! Not here: what any of them compute.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use super::wire::{BroadcastStepsWire, MemoryMapWire, bytes, to_js};
use crate::data::dataset::{self, Outcome, Split};
use crate::data::sheet;
use crate::nd::shape::byte_count;
use crate::nd::{DType, Order};
use crate::view::{broadcast, memory, shapes};

/// The crate's version, so that a page can tell that module and scripts were built together.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// `BroadcastSteps` for shapes as a reader writes them: "(3, 4), (4,)" or "3x4 4". Throws a sentence
/// where the text holds no shapes.
#[wasm_bindgen]
pub fn broadcast_steps(text: &str) -> Result<JsValue, JsError> {
    let shapes = shapes::parse(text).map_err(sentence)?;
    to_js(&BroadcastStepsWire::from(broadcast::broadcast_steps(&shapes)))
}

/// `MemoryMap` of `np.arange(size).reshape(shape)` stored in order "C" or "F", which is never made.
/// Throws a sentence for a shape, order or dtype that NumPy would refuse.
#[wasm_bindgen]
pub fn layout(shape: &str, order: &str, dtype: &str) -> Result<JsValue, JsError> {
    let shapes = shapes::parse(shape).map_err(sentence)?;
    let [shape] = shapes.as_slice() else {
        return Err(JsError::new(&format!("One shape is expected, and {} were written.", shapes.len())));
    };
    let order = match order {
        "C" => Order::C,
        "F" => Order::F,
        other => return Err(JsError::new(&format!("order must be 'C' or 'F' here (got {other:?})"))),
    };
    let dtype = DType::parse(dtype).ok_or_else(|| JsError::new(&format!("data type {dtype:?} not understood")))?;
    byte_count(shape, dtype.itemsize()).map_err(sentence)?;
    to_js(&MemoryMapWire::from(memory::hypothetical(shape, order, dtype)))
}

/// Images from the reader's CIFAR-10 files, or from the drawn sample set until there are any.
#[wasm_bindgen]
pub struct Dataset {
    pub(super) inner: dataset::Dataset,
}

#[wasm_bindgen]
impl Dataset {
    /// With the sample set of `sample` images a file; with 0, empty.
    #[wasm_bindgen(constructor)]
    pub fn new(sample: usize) -> Dataset {
        let inner = if sample == 0 { dataset::Dataset::new() } else { dataset::Dataset::sample(sample) };
        Dataset { inner }
    }

    /// Adds a file and returns a `FileReport`. A file that is not CIFAR-10 changes nothing.
    pub fn add_file(&mut self, name: &str, bytes: Vec<u8>) -> Result<JsValue, JsError> {
        let report = self.inner.add_file(name, bytes);
        let (outcome, images) = match &report.outcome {
            Outcome::Added { records, .. } => ("added", records.whole - records.bad_labels),
            Outcome::Duplicate { .. } => ("duplicate", 0),
            Outcome::Names => ("names", 0),
            Outcome::Refused(_) => ("refused", 0),
        };
        to_js(&FileReportWire { ok: report.is_ok(), outcome, images, message: report.to_string(), name: report.name })
    }

    /// `DatasetInfo`: what is loaded, and its exact statistics.
    pub fn info(&self) -> Result<JsValue, JsError> {
        let sums = self.inner.sums();
        let file = |(name, split, counts): (&str, Split, &[usize; 10])| FileWire {
            name: name.to_owned(),
            split: if split == Split::Train { "train" } else { "test" },
            images: counts.iter().sum(),
        };
        to_js(&InfoWire {
            images: self.inner.len(),
            train_images: self.inner.train_len(),
            is_sample: self.inner.is_sample(),
            class_names: self.inner.class_names().to_vec(),
            class_counts: self.inner.class_counts().to_vec(),
            files: self.inner.files().map(file).collect(),
            mean: sums.mean(),
            std: sums.std(),
        })
    }

    /// `Sheet`: images `offset` and on, `columns` to a row, unscaled; `null` when there is none.
    pub fn contact_sheet(&self, columns: usize, rows: usize, offset: usize) -> Result<JsValue, JsError> {
        let Some(sheet) = sheet::contact_sheet(&self.inner, columns, rows, offset) else {
            return Ok(JsValue::NULL);
        };
        let places = columns.saturating_mul(rows);
        let labels = (offset..self.inner.len()).take(places).filter_map(|index| Some(self.inner.record(index)?.label));
        to_js(&SheetWire {
            width: sheet.width,
            height: sheet.height,
            columns,
            offset,
            labels: labels.map(u32::from).collect(),
            rgba: sheet.rgba,
        })
    }
}

pub(super) fn sentence(error: impl std::fmt::Display) -> JsError {
    JsError::new(&error.to_string())
}

/// `FileReport` of the protocol.
#[derive(Serialize)]
struct FileReportWire {
    name: String,
    ok: bool,
    outcome: &'static str,
    images: usize,
    message: String,
}

/// `DatasetInfo` of the protocol.
#[derive(Serialize)]
struct InfoWire {
    images: usize,
    train_images: usize,
    is_sample: bool,
    class_names: Vec<String>,
    class_counts: Vec<usize>,
    files: Vec<FileWire>,
    mean: [f64; 3],
    std: [f64; 3],
}

#[derive(Serialize)]
struct FileWire {
    name: String,
    split: &'static str,
    images: usize,
}

/// `Sheet` of the protocol.
#[derive(Serialize)]
struct SheetWire {
    width: usize,
    height: usize,
    columns: usize,
    offset: usize,
    labels: Vec<u32>,
    #[serde(serialize_with = "bytes")]
    rgba: Vec<u8>,
}
