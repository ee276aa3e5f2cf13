//! Plain twins of what drawings are made from, in the form that crosses to JavaScript, and the one way
//! they cross. Field names are those of `www/protocol.ts`.
//!
//! Each module uses some of the twins only.
#![allow(dead_code, reason = "`core` and `kernel` each send some of these")]

use serde::Serialize;
use wasm_bindgen::{JsError, JsValue};

use crate::view::broadcast::BroadcastSteps;
use crate::view::memory::MemoryMap;

/// A plain JavaScript value: objects, `null`s, arrays; bytes become a `Uint8Array`.
pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    value.serialize(&serializer).map_err(|error| JsError::new(&error.to_string()))
}

/// For fields of bytes.
pub fn bytes<S: serde::Serializer>(value: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(value)
}

/// `MemoryMap` of the protocol.
#[derive(Serialize)]
pub struct MemoryMapWire {
    name: String,
    dtype: String,
    itemsize: usize,
    shape: Vec<usize>,
    strides: Vec<isize>,
    offset: usize,
    nbytes: usize,
    buffer_bytes: usize,
    owns_data: bool,
    writeable: bool,
    c_contiguous: bool,
    f_contiguous: bool,
    shares_with: Vec<String>,
    cells: Vec<CellWire>,
    truncated: bool,
    buffer: Vec<SlotWire>,
}

#[derive(Serialize)]
struct CellWire {
    index: Vec<usize>,
    offset: usize,
    text: String,
}

#[derive(Serialize)]
struct SlotWire {
    offset: usize,
    text: Option<String>,
}

impl From<MemoryMap> for MemoryMapWire {
    fn from(map: MemoryMap) -> MemoryMapWire {
        MemoryMapWire {
            name: map.name,
            dtype: map.dtype,
            itemsize: map.itemsize,
            shape: map.shape,
            strides: map.strides,
            offset: map.offset,
            nbytes: map.nbytes,
            buffer_bytes: map.buffer_bytes,
            owns_data: map.owns_data,
            writeable: map.writeable,
            c_contiguous: map.c_contiguous,
            f_contiguous: map.f_contiguous,
            shares_with: map.shares_with,
            cells: map
                .cells
                .into_iter()
                .map(|cell| CellWire { index: cell.index, offset: cell.offset, text: cell.text })
                .collect(),
            truncated: map.truncated,
            buffer: map.buffer.into_iter().map(|slot| SlotWire { offset: slot.offset, text: slot.text }).collect(),
        }
    }
}

/// `BroadcastSteps` of the protocol.
#[derive(Serialize)]
pub struct BroadcastStepsWire {
    operands: Vec<OperandWire>,
    axes: Vec<AxisWire>,
    result: Option<Vec<usize>>,
    error: Option<String>,
}

#[derive(Serialize)]
struct OperandWire {
    shape: Vec<usize>,
    padded: Vec<Option<usize>>,
    stretched: Vec<bool>,
}

#[derive(Serialize)]
struct AxisWire {
    sizes: Vec<Option<usize>>,
    result: Option<usize>,
    verdict: &'static str,
}

impl From<BroadcastSteps> for BroadcastStepsWire {
    fn from(steps: BroadcastSteps) -> BroadcastStepsWire {
        let operand = |operand: crate::view::broadcast::Operand| OperandWire {
            shape: operand.shape,
            padded: operand.padded,
            stretched: operand.stretched,
        };
        let axis = |axis: crate::view::broadcast::Axis| AxisWire {
            sizes: axis.sizes,
            result: axis.result,
            verdict: axis.verdict.name(),
        };
        BroadcastStepsWire {
            operands: steps.operands.into_iter().map(operand).collect(),
            axes: steps.axes.into_iter().map(axis).collect(),
            result: steps.result,
            error: steps.error,
        }
    }
}
