//! Where an array's items lie: what the memory drawing shows.
//!
//! Reads the array and describes it; a large array is described by its corners, so that a description
//! stays small whatever the array is.

use std::collections::BTreeSet;

use crate::nd::format::scalar_str;
use crate::nd::strides::{c_strides, f_strides, is_c_contiguous, is_f_contiguous};
use crate::nd::{Array, DType, Order};

/// Most items of an array that are listed.
pub const MAX_CELLS: usize = 256;
/// Most items listed along an axis, half from each end; twice as many when there is only one axis.
const MAX_ALONG_AXIS: usize = 16;
/// Items between two listed ones that are shown rather than left out.
const SHORT_GAP: usize = 4;

/// An array's place in memory. Strides and offsets are in bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct MemoryMap {
    /// What the array is called.
    pub name: String,
    /// Its dtype's name.
    pub dtype: String,
    /// Bytes of an item.
    pub itemsize: usize,
    /// Lengths of the axes.
    pub shape: Vec<usize>,
    /// Bytes from one item to the next along each axis.
    pub strides: Vec<isize>,
    /// Bytes from the buffer's start to the first item.
    pub offset: usize,
    /// Bytes that all items take: size times itemsize.
    pub nbytes: usize,
    /// Bytes of the whole buffer.
    pub buffer_bytes: usize,
    /// Whether the buffer was made for this array; otherwise it is a view.
    pub owns_data: bool,
    /// Whether items may be assigned.
    pub writeable: bool,
    /// Whether the items lie one after the other, the last axis fastest.
    pub c_contiguous: bool,
    /// Whether they do with the first axis fastest.
    pub f_contiguous: bool,
    /// Names of other arrays over the same buffer.
    pub shares_with: Vec<String>,
    /// Items in C order: all, or those near the corners.
    pub cells: Vec<Cell>,
    /// Whether some items are not listed.
    pub truncated: bool,
    /// The buffer around the listed items, in order of offset.
    pub buffer: Vec<Slot>,
}

/// One item of the array.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Where it is in the array.
    pub index: Vec<usize>,
    /// Where it is in the buffer, in bytes.
    pub offset: usize,
    /// Its value, as `str` shows it.
    pub text: String,
}

/// One item of the flat buffer, or a stretch that is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Its first byte.
    pub offset: usize,
    /// The value there, whether or not the array reaches it; `None` for a stretch left out.
    pub text: Option<String>,
}

/// Describes `array`.
pub fn describe(name: &str, array: &Array, shares_with: Vec<String>) -> MemoryMap {
    let kept = kept_indices(array.shape());
    let cells: Vec<Cell> = product(&kept)
        .into_iter()
        .map(|index| {
            let step = |(&i, &stride): (&usize, &isize)| i as isize * stride;
            let delta: isize = index.iter().zip(array.strides()).map(step).sum();
            let text = array.element(delta).text();
            Cell { offset: array.offset().wrapping_add_signed(delta), index, text }
        })
        .collect();
    MemoryMap {
        name: name.to_owned(),
        dtype: array.dtype().name().into_owned(),
        itemsize: array.itemsize(),
        shape: array.shape().to_vec(),
        strides: array.strides().to_vec(),
        offset: array.offset(),
        nbytes: array.nbytes(),
        buffer_bytes: array.buffer().len(),
        owns_data: array.owns_data(),
        writeable: array.is_writeable(),
        c_contiguous: array.is_c_contiguous(),
        f_contiguous: array.is_f_contiguous(),
        shares_with,
        truncated: cells.len() < array.size(),
        buffer: slots(array, &cells),
        cells,
    }
}

/// Describes the array that `numpy.arange(size).reshape(shape)` would be, stored in `order`. Only the
/// items listed are made, so any shape that NumPy could hold can be asked for.
///
/// Its `nbytes` saturates; callers refuse shapes that are too large beforehand, with
/// [`crate::nd::shape::byte_count`].
pub fn hypothetical(shape: &[usize], order: Order, dtype: DType) -> MemoryMap {
    let itemsize = dtype.itemsize();
    let (c, f) = (c_strides(shape, itemsize), f_strides(shape, itemsize));
    let strides = if order == Order::F { &f } else { &c };
    let size = shape.iter().fold(1_usize, |size, &length| size.saturating_mul(length));
    let offset_with = |index: &[usize], strides: &[isize]| -> usize {
        index.iter().zip(strides).map(|(&i, &stride)| i * stride.unsigned_abs()).sum()
    };
    let value_text = |number: usize| scalar_str(dtype_value(number, dtype), dtype);
    let cells: Vec<Cell> = product(&kept_indices(shape))
        .into_iter()
        .map(|index| Cell {
            offset: offset_with(&index, strides),
            text: value_text(offset_with(&index, &c) / itemsize),
            index,
        })
        .collect();
    let buffer = listed_offsets(cells.iter().map(|cell| cell.offset / itemsize).collect(), size)
        .into_iter()
        .map(|(item, shown)| Slot {
            offset: item * itemsize,
            text: shown.then(|| {
                // The item stored `item`-th: its index in storage order, then its number in C order.
                let mut rest = item;
                let mut number = 0;
                let mut axes: Vec<usize> = (0..shape.len()).collect();
                if order != Order::F {
                    axes.reverse();
                }
                for axis in axes {
                    number += rest % shape[axis] * (c[axis].unsigned_abs() / itemsize);
                    rest /= shape[axis];
                }
                value_text(number)
            }),
        })
        .collect();
    MemoryMap {
        name: String::new(),
        dtype: dtype.name().into_owned(),
        itemsize,
        shape: shape.to_vec(),
        strides: strides.to_vec(),
        offset: 0,
        nbytes: size.saturating_mul(itemsize),
        buffer_bytes: size.saturating_mul(itemsize),
        owns_data: true,
        writeable: true,
        c_contiguous: is_c_contiguous(shape, strides, itemsize),
        f_contiguous: is_f_contiguous(shape, strides, itemsize),
        shares_with: Vec::new(),
        truncated: cells.len() < size,
        cells,
        buffer,
    }
}

/// A number as an item of a dtype holds it.
fn dtype_value(number: usize, dtype: DType) -> crate::nd::Scalar {
    Array::scalar(crate::nd::Scalar::Int(number as i64), dtype).get_at(0)
}

/// Which indices of each axis are listed: all, or as many from each end, so that no more than
/// [`MAX_CELLS`] items come of it.
fn kept_indices(shape: &[usize]) -> Vec<Vec<usize>> {
    let most = if shape.len() == 1 { 2 * MAX_ALONG_AXIS } else { MAX_ALONG_AXIS };
    let mut counts: Vec<usize> = shape.iter().map(|&length| length.min(most)).collect();
    while counts.iter().product::<usize>() > MAX_CELLS {
        // The leading one of the longest gives way, down to 2: its two ends.
        let longest = (0..counts.len()).rev().max_by_key(|&axis| counts[axis]).expect("a product above 1 has axes");
        if counts[longest] <= 2 {
            // More than eight axes: what is listed of the first is its start.
            let wide = counts.iter().position(|&count| count > 1).expect("a product above 1 has a factor above 1");
            counts[wide] = 1;
        } else {
            counts[longest] -= 1;
        }
    }
    shape
        .iter()
        .zip(counts)
        .map(|(&length, count)| {
            let head = count.div_ceil(2);
            (0..head).chain(length - (count - head)..length).collect()
        })
        .collect()
}

/// Every combination, the last axis fastest; one, the empty index, when there is no axis.
fn product(kept: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut indices = vec![Vec::with_capacity(kept.len())];
    for axis in kept {
        indices = indices
            .into_iter()
            .flat_map(|index| axis.iter().map(move |&i| [index.as_slice(), &[i]].concat()))
            .collect();
    }
    indices
}

/// The buffer's items around the listed cells. Items are counted from the array's own phase, so that a
/// view that starts between two items of its base still reads its own.
fn slots(array: &Array, cells: &[Cell]) -> Vec<Slot> {
    // Elements may take no bytes at all.
    let itemsize = array.itemsize().max(1);
    let phase = array.offset() % itemsize;
    let flat = Array::from_buffer(array.buffer().clone(), array.dtype(), phase);
    let items: BTreeSet<usize> = cells.iter().map(|cell| (cell.offset - phase) / itemsize).collect();
    listed_offsets(items, flat.size())
        .into_iter()
        .map(|(item, shown)| Slot {
            offset: phase + item * itemsize,
            text: shown.then(|| flat.element((item * itemsize) as isize).text()),
        })
        .collect()
}

/// Items to list of a buffer of `size`, each with whether it is shown or begins a stretch left out:
/// those in `wanted`, and short gaps between them and at the ends.
fn listed_offsets(wanted: BTreeSet<usize>, size: usize) -> Vec<(usize, bool)> {
    let mut listed = Vec::new();
    let mut next = 0;
    let fill = |from: usize, to: usize, listed: &mut Vec<(usize, bool)>| {
        if to - from <= SHORT_GAP {
            listed.extend((from..to).map(|item| (item, true)));
        } else {
            listed.push((from, false));
        }
    };
    // A small buffer is shown whole.
    if size <= 64 {
        return (0..size).map(|item| (item, true)).collect();
    }
    for item in wanted.into_iter().filter(|&item| item < size) {
        fill(next, item, &mut listed);
        listed.push((item, true));
        next = item + 1;
    }
    fill(next, size, &mut listed);
    listed
}
