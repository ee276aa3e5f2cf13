//! Strips: what an inner loop sees of its operands, and the one walk that feeds inner loops.
//!
//! The walk over outer axes is compiled once, not once for each dtype and function; an inner loop is a
//! plain function from strips to events.

use std::cell::Cell;

use num_complex::Complex64;

use super::flags::Flags;
use crate::nd::array::{Array, Order};
use crate::nd::buffer::{Buffer, Src};
use crate::nd::dtype::{DType, Element};
use crate::nd::error::Result;
use crate::nd::walk::Walk;

/// Elements, at most, of a strip filled with repetitions.
const REPEATED: usize = 2048;
/// Shortest inner loop for which filling one pays.
const WORTH_REPEATING: usize = 32;

/// Elements an equal step apart in a buffer.
#[derive(Clone, Copy)]
pub struct Strip<'a> {
    buffer: &'a Buffer,
    /// Byte position of the first element.
    offset: usize,
    /// Bytes from one to the next.
    step: isize,
}

/// Where the elements of a strip are: `data[start + k * step]`.
pub(crate) struct Places<'a, C> {
    data: &'a [C],
    start: isize,
    step: isize,
}

impl<C> Places<'_, C> {
    /// The element at position `k`.
    #[inline(always)]
    pub(crate) fn at(&self, k: usize) -> &C {
        &self.data[(self.start + k as isize * self.step) as usize]
    }
}

impl<'a> Strip<'a> {
    /// The elements as a slice, when they are adjacent.
    #[inline]
    pub(crate) fn adjacent<T: Element>(&self, n: usize) -> Option<&'a [Src<T>]> {
        (self.step == size_of::<T>() as isize)
            .then(|| &self.buffer.src::<T>(self.offset).expect("kernels get aligned operands")[..n])
    }

    /// As [`Strip::adjacent`], for writing.
    #[inline]
    pub(crate) fn adjacent_cells<T: Element>(&self, n: usize) -> Option<&'a [Cell<T>]> {
        (self.step == size_of::<T>() as isize)
            .then(|| &self.buffer.cells::<T>(self.offset).expect("kernels get writable outputs")[..n])
    }

    /// The elements wherever they are.
    #[inline]
    pub(crate) fn places<T: Element>(&self) -> Places<'a, Src<T>> {
        let size = size_of::<T>();
        let data = self.buffer.src::<T>(self.offset % size).expect("kernels get aligned operands");
        Places { data, start: (self.offset / size) as isize, step: self.step / size as isize }
    }

    /// As [`Strip::places`], for writing.
    #[inline]
    pub(crate) fn cells<T: Element>(&self) -> Places<'a, Cell<T>> {
        let size = size_of::<T>();
        let data = self.buffer.cells::<T>(self.offset % size).expect("kernels get writable outputs");
        Places { data, start: (self.offset / size) as isize, step: self.step / size as isize }
    }

    fn from(self, k: usize) -> Self {
        Self { offset: self.offset.wrapping_add_signed(k as isize * self.step), ..self }
    }
}

/// One inner loop's work.
pub struct Strips<'a> {
    /// Elements in each strip.
    pub n: usize,
    /// Outputs, then inputs.
    pub operands: &'a [Strip<'a>],
    /// Store each result before the next operand is read.
    pub sequential: bool,
    /// The last operand is one element, written out as often as there are others.
    pub last_is_one: bool,
}

/// An inner loop.
pub type LoopFn = fn(&Strips) -> Result<Flags>;

/// Runs an inner loop over whole operands of one shape: outputs, then inputs, all aligned and of the
/// loop's dtypes, outputs writable. `sequential` takes elements in C order, one by one.
pub(crate) fn drive(run: LoopFn, operands: &[&Array], sequential: bool) -> Result<Flags> {
    match operands {
        [a, b] => drive_all(run, [a, b], sequential),
        [a, b, c] => drive_all(run, [a, b, c], sequential),
        [a, b, c, d] => drive_all(run, [a, b, c, d], sequential),
        _ => unreachable!("loops have two to four operands"),
    }
}

fn drive_all<const N: usize>(run: LoopFn, operands: [&Array; N], sequential: bool) -> Result<Flags> {
    let shape = operands[0].shape();
    let strides: [&[isize]; N] = operands.map(Array::strides);
    let walk = if sequential { Walk::c_order(shape, strides) } else { Walk::any_order(shape, strides) };
    let (walk, repeat) = if N == 3 && !sequential { Repeat::found(walk, operands)? } else { (walk, None) };
    let (n, steps) = (walk.inner_length(), walk.inner_strides());
    let starts = operands.map(|array| array.offset() as isize);
    let mut flags = Flags::NONE;
    walk.try_run(starts, |offsets| {
        let mut strips: [Strip; N] = std::array::from_fn(|k| Strip {
            buffer: operands[k].buffer().as_ref(),
            offset: offsets[k] as usize,
            step: steps[k],
        });
        let Some(repeat) = &repeat else {
            flags |= run(&Strips { n, operands: &strips, sequential, last_is_one: false })?;
            return Ok(());
        };
        repeat.fill(&strips[repeat.operand]);
        let scratch = &repeat.scratch;
        let last_is_one = repeat.period == 1 && repeat.operand == N - 1;
        let filled = Strip { buffer: scratch.buffer().as_ref(), offset: 0, step: scratch.itemsize() as isize };
        for from in (0..n).step_by(scratch.size()) {
            let whole = strips;
            strips = whole.map(|strip| strip.from(from));
            strips[repeat.operand] = filled;
            let n = scratch.size().min(n - from);
            flags |= run(&Strips { n, operands: &strips, sequential, last_is_one })?;
            strips = whole;
        }
        Ok(())
    })?;
    Ok(flags)
}

/// An operand of a binary operation of which one element, or a few, come round again and again while the
/// others go straight through memory: written out into a strip, the operation stays on the fast path.
struct Repeat {
    operand: usize,
    /// Elements before they come round again.
    period: usize,
    scratch: Array,
}

impl Repeat {
    fn found<const N: usize>(walk: Walk<N>, operands: [&Array; N]) -> Result<(Walk<N>, Option<Self>)> {
        let (n, steps) = (walk.inner_length(), walk.inner_strides());
        let adjacent = |k: usize| steps[k] == operands[k].itemsize() as isize;
        if !adjacent(0) {
            return Ok((walk, None));
        }
        let found = match (1..N).find(|&k| steps[k] == 0 && adjacent(N - k)) {
            Some(k) => Some((None, k, 1)),
            None => (1..N)
                .filter(|&k| n <= REPEATED / 2 && adjacent(k) && adjacent(N - k))
                .find_map(|k| walk.joined(k).map(|joined| (Some(joined), k, n))),
        };
        let Some((joined, operand, period)) = found else { return Ok((walk, None)) };
        let n = joined.as_ref().unwrap_or(&walk).inner_length();
        if n < WORTH_REPEATING {
            return Ok((walk, None));
        }
        let length = (REPEATED / period * period).min(n);
        let scratch = Array::zeros(&[length], operands[operand].dtype(), Order::C)?;
        Ok((joined.unwrap_or(walk), Some(Self { operand, period, scratch })))
    }

    /// Writes a strip's first elements out, over and over.
    fn fill(&self, strip: &Strip) {
        match self.scratch.itemsize() {
            1 => self.fill_as::<u8>(strip),
            2 => self.fill_as::<u16>(strip),
            4 => self.fill_as::<u32>(strip),
            8 => self.fill_as::<u64>(strip),
            _ => self.fill_as::<Complex64>(strip),
        }
    }

    fn fill_as<T: Element>(&self, strip: &Strip) {
        let cells = self.scratch.buffer().cells::<T>(0).expect("scratch memory is aligned and writable");
        let places = strip.places::<T>();
        if self.period == 1 {
            let value = places.at(0).get();
            return cells.iter().for_each(|cell| cell.set(value));
        }
        for round in cells.chunks(self.period) {
            for (k, cell) in round.iter().enumerate() {
                cell.set(places.at(k).get());
            }
        }
    }
}

/// Folds a run of elements, the second strip, into the first strip's one element.
pub type FoldFn = fn(n: usize, out: &Strip, input: &Strip);

/// Folds rows of adjacent elements into adjacent elements.
pub type FoldRowsFn = fn(rows: &Rows);

/// Faster ways to fold with a loop than one element, or one row, after another.
#[derive(Clone, Copy)]
pub struct Folds {
    /// Of a run into one element.
    pub run: FoldFn,
    /// Of rows into a row.
    pub rows: Option<FoldRowsFn>,
}

/// The work of a [`FoldRowsFn`].
pub struct Rows<'a> {
    /// Elements of a row.
    pub n: usize,
    /// Where they gather.
    pub out: Strip<'a>,
    /// How many there are.
    pub count: usize,
    first: Strip<'a>,
    /// Bytes from one to the next.
    step: isize,
}

impl<'a> Rows<'a> {
    /// A row of the input.
    pub(crate) fn row<T: Element>(&self, index: usize) -> &'a [Src<T>] {
        let row = Strip { offset: self.first.offset.wrapping_add_signed(index as isize * self.step), ..self.first };
        row.adjacent(self.n).expect("elements of rows are adjacent")
    }
}

/// Folds `input` into `out`, both aligned and of dtype `dtype`, of one shape with axes slowest first. `out`
/// has stride 0 along reduced axes and holds what the fold starts from. Where the innermost axis is
/// reduced, `folds` takes each run, where the one around it is, each group of rows; else (or without them)
/// `run` goes element by element, and tells of events.
pub(crate) fn drive_fold(folds: Option<Folds>, run: LoopFn, dtype: DType, out: &Array, input: &Array) -> Result<Flags> {
    let mut flags = Flags::NONE;
    debug_assert!(out.dtype() == dtype && input.dtype() == dtype, "a fold has one dtype");
    let walk = Walk::c_order(out.shape(), [out.strides(), input.strides()]);
    let (n, [out_step, step]) = (walk.inner_length(), walk.inner_strides());
    let starts = [out.offset() as isize, input.offset() as isize];
    let strips = |[to, from]: [isize; 2]| {
        let out = Strip { buffer: out.buffer().as_ref(), offset: to as usize, step: out_step };
        (out, Strip { buffer: input.buffer().as_ref(), offset: from as usize, step })
    };
    if let Some(Folds { rows: Some(rows), .. }) = folds
        && [out_step, step] == [dtype.itemsize() as isize; 2]
        && let Some((around, count, [0, row_step])) = walk.without_innermost_outer()
    {
        around.run(starts, |offsets| {
            let (out, first) = strips(offsets);
            rows(&Rows { n, out, count, first, step: row_step });
        });
        return Ok(flags);
    }
    walk.try_run(starts, |offsets| {
        let (out, input) = strips(offsets);
        match folds {
            Some(folds) if out_step == 0 => (folds.run)(n, &out, &input),
            _ => {
                flags |=
                    run(&Strips { n, operands: &[out, out, input], sequential: out_step == 0, last_is_one: false })?
            }
        }
        Ok(())
    })?;
    Ok(flags)
}
