//! Exports of the `core` module: shapes, layouts and the data set, without Python.
//! Batches and the loader are in `pipeline.rs`.
//! Not here: what any of them compute.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use super::wire::{BroadcastStepsWire, MemoryMapWire, bytes, to_js};
use crate::data::dataset::{self, Split};
use crate::data::record::Family;
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

    /// `DatasetInfo`: what is loaded, and its exact statistics.
    pub fn info(&self) -> Result<JsValue, JsError> {
        let sums = self.inner.sums();
        let file = |(name, split, counts): (&str, Split, &[usize])| FileWire {
            name: name.to_owned(),
            split: if split == Split::Train { "train" } else { "test" },
            images: counts.iter().sum(),
        };
        to_js(&InfoWire {
            images: self.inner.len(),
            train_images: self.inner.train_len(),
            is_sample: self.inner.is_sample(),
            family: self.inner.family().name(),
            families: self.inner.families().into_iter().map(Family::name).collect(),
            class_names: self.inner.class_names().to_vec(),
            class_counts: self.inner.class_counts(),
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

/// `DatasetInfo` of the protocol.
#[derive(Serialize)]
struct InfoWire {
    images: usize,
    train_images: usize,
    is_sample: bool,
    family: &'static str,
    families: Vec<&'static str>,
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
