//! How NumPy walks a reduction: which axes lie innermost, which merge, how many elements one inner loop
//! adds. The order of floating-point additions, and so the last digit of a sum, follows from it.
//!
//! Facts from NumPy 2.4's iterator (`nditer_constr.c`, "find_buffering_setup", and its documentation):
//! axes are sorted by stride and merged where every operand steps evenly; converted or scattered operands
//! are read through a buffer of 8192 elements, filled with whole inner loops; one kept axis may lie
//! around the inner loop.

use smallvec::SmallVec;

use super::flags::Flags;
use super::order::{BUFFER_SIZE, axis_order, block, iteration_strides};
use super::strip::drive_fold;
use super::table::Loop;
use crate::nd::array::{Array, Order};
use crate::nd::cast::copy_elements;
use crate::nd::dtype::{Bool, DType};
use crate::nd::error::Result;
use crate::nd::shape::Shape;
use crate::nd::strides::{Strides, c_strides};

/// The operands of a reduction, all of the input's shape; the output has stride 0 along reduced axes.
pub(super) struct Fold<'a> {
    /// Where results gather; holds what they start from. Of the loop's dtype.
    pub out: &'a Array,
    /// What is reduced, of any dtype.
    pub input: &'a Array,
    /// Which elements count.
    pub mask: Option<&'a Array>,
    /// The loop's dtype.
    pub dtype: DType,
    /// Whether the caller's output is of another dtype than the loop: then NumPy buffers it.
    pub out_converted: bool,
}

/// Axes from the slowest to the fastest for a reduction whose output is not there yet.
pub(super) fn order_of_input(input: &Array, mask: Option<&Array>) -> SmallVec<[usize; 6]> {
    let strides = iteration_strides(input);
    let mask_strides = mask.map(iteration_strides);
    let operands: SmallVec<[&[isize]; 2]> =
        std::iter::once(strides.as_slice()).chain(mask_strides.as_ref().map(|s| s.as_slice())).collect();
    axis_order(input.ndim(), &operands)
}

/// An axis of the iteration: length, and strides of output, input and mask in bytes.
#[derive(Clone, Copy, Debug)]
struct Axis {
    length: usize,
    strides: [isize; 3],
}

const OUT: usize = 0;
const INPUT: usize = 1;

impl Fold<'_> {
    /// Runs the loop over everything, in NumPy's order. `axes` from [`order_of_input`] or of all operands.
    ///
    /// Gives the events that loops tell of: those of exact numbers.
    pub(super) fn run(&self, row: &Loop, axes: &[usize]) -> Result<Flags> {
        let mut flags = Flags::NONE;
        if self.input.size() == 0 {
            return Ok(flags);
        }
        let fold = |out: &Array, input: &Array| drive_fold(row.fold, row.run, self.dtype, out, input);
        let axes = self.merged(axes);
        let converted = self.input.dtype() != self.dtype || !self.input.is_addressable();
        let setup = Setup::of(&axes, [self.out_converted, converted, false], 2 + usize::from(self.mask.is_some()));

        // Slowest first from here on.
        let shape: Shape = axes.iter().rev().map(|axis| axis.length).collect();
        let view = |array: &Array, operand: usize| {
            let strides: Strides = axes.iter().rev().map(|axis| axis.strides[operand]).collect();
            array.with_geometry(shape.clone(), strides, array.offset())
        };
        let out = view(self.out, OUT);
        let input = view(self.input, INPUT);
        let mask = self.mask.map(|mask| view(mask, 2));
        if mask.is_none() && !setup.buffered {
            return fold(&out, &input);
        }

        // Chunks: some indices of the axis around the core, the whole core, one index of the axes outside.
        let outer_axis = shape.len() - 1 - setup.outer_axis;
        let rows = (setup.size / setup.core.max(1)).max(1);
        let scratch = Array::zeros(&[rows * setup.core], self.dtype, Order::C)?;
        let mut starts: Shape = smallvec::smallvec![0; shape.len()];
        let mut lengths = shape.clone();
        lengths[..outer_axis].fill(1);
        loop {
            for first in (0..shape[outer_axis]).step_by(rows) {
                starts[outer_axis] = first;
                lengths[outer_axis] = rows.min(shape[outer_axis] - first);
                let part = block(&input, &starts, &lengths);
                let part_out = block(&out, &starts, &lengths);
                let part = if setup.buffered {
                    let strides = c_strides(&lengths, scratch.itemsize());
                    let filled = scratch.with_geometry(lengths.clone(), strides, scratch.offset());
                    copy_elements(&filled, &part)?;
                    filled
                } else {
                    part
                };
                match &mask {
                    None => flags |= fold(&part_out, &part)?,
                    Some(mask) => {
                        let merged = setup.buffered && axes[0].strides[OUT] == 0;
                        let part_mask = block(mask, &starts, &lengths).copy(Order::C)?;
                        flags |= masked(&fold, &part_out, &part, &part_mask, merged)?;
                    }
                }
            }
            let mut axis = outer_axis;
            loop {
                if axis == 0 {
                    return Ok(flags);
                }
                axis -= 1;
                starts[axis] += 1;
                if starts[axis] < shape[axis] {
                    break;
                }
                starts[axis] = 0;
            }
        }
    }

    /// The iteration's axes, fastest first, merged where all operands step evenly.
    fn merged(&self, axes: &[usize]) -> SmallVec<[Axis; 6]> {
        let shape = self.input.shape();
        let strides = |array: &Array, axis: usize| if shape[axis] == 1 { 0 } else { array.strides()[axis] };
        let mut merged: SmallVec<[Axis; 6]> = SmallVec::new();
        for &axis in axes.iter().rev() {
            let next = Axis {
                length: shape[axis],
                strides: [
                    strides(self.out, axis),
                    strides(self.input, axis),
                    self.mask.map_or(0, |mask| strides(mask, axis)),
                ],
            };
            if let Some(last) = merged.last_mut() {
                let joins = (0..3).all(|operand| {
                    let (inner, outer) = (last.strides[operand], next.strides[operand]);
                    (last.length == 1 && inner == 0)
                        || (next.length == 1 && outer == 0)
                        || inner * last.length as isize == outer
                });
                if joins {
                    for (inner, outer) in last.strides.iter_mut().zip(next.strides) {
                        if *inner == 0 {
                            *inner = outer;
                        }
                    }
                    last.length *= next.length;
                    continue;
                }
            }
            merged.push(next);
        }
        if merged.is_empty() {
            merged.push(Axis { length: 1, strides: [0; 3] });
        }
        merged
    }
}

/// How NumPy's iterator cuts the iteration.
#[derive(Debug)]
struct Setup {
    /// Elements of one inner loop, when an axis lies around it.
    core: usize,
    /// The axis around the core, counted from the fastest.
    outer_axis: usize,
    /// Elements of one buffer.
    size: usize,
    /// Whether an operand is read through a buffer.
    buffered: bool,
}

impl Setup {
    /// `converted`: operands read or written through a conversion. `count`: operands there are.
    fn of(axes: &[Axis], converted: [bool; 3], count: usize) -> Self {
        let mut cost = 1 + converted.iter().filter(|&&c| c).count();
        let mut single_stride_axes = [1usize; 3];
        let mut reduce_axis = 0;
        let mut size = axes[0].length;
        let (mut best_axis, mut best_cost, mut best_size, mut best_core) = (0, cost, size, 1);
        for (index, pair) in axes.windows(2).enumerate() {
            let (inner, axis, depth) = (pair[0], pair[1], index + 1);
            if reduce_axis != 0 || (size >= BUFFER_SIZE && cost > 1) {
                break;
            }
            for operand in 0..count {
                if single_stride_axes[operand] == depth {
                    if inner.strides[operand] * inner.length as isize == axis.strides[operand] {
                        single_stride_axes[operand] += 1;
                        continue;
                    }
                    if !converted[operand] {
                        cost += 1;
                    }
                }
                if operand == OUT && (axis.strides[OUT] == 0 || inner.strides[OUT] == 0) {
                    reduce_axis = depth;
                }
            }
            let core = size;
            size *= axis.length;
            let usable = if size > BUFFER_SIZE && cost > 1 { BUFFER_SIZE } else { size };
            if cost as f64 * best_size as f64 <= best_cost as f64 * usable as f64 {
                (best_axis, best_cost, best_size, best_core) = (depth, cost, size, core);
            }
        }
        let reducing = reduce_axis != 0 && best_axis == reduce_axis;
        let is_buffered = |operand: usize| {
            let around = reducing
                && ((operand == OUT)
                    || (single_stride_axes[operand] == best_axis && !converted[operand])
                    || (axes[reduce_axis].strides[operand] == 0 && single_stride_axes[operand] <= best_axis));
            converted[operand] || single_stride_axes[operand] + usize::from(around) <= best_axis
        };
        let any_buffered = (0..count).any(is_buffered);
        if any_buffered && best_size > BUFFER_SIZE {
            best_size = best_core * (BUFFER_SIZE / best_core);
        }
        // Where any operand is buffered, reading the input through a buffer too changes nothing but the
        // place its elements are read from.
        let buffered = any_buffered;
        Self { core: best_core, outer_axis: best_axis, size: best_size, buffered }
    }
}

/// Folds the runs of elements whose mask is true, one inner loop after another, as NumPy's masked loops
/// do. `part_mask` is C-contiguous. `merged`: axes along which the output stands still are one run.
fn masked(
    fold: &impl Fn(&Array, &Array) -> Result<Flags>,
    out: &Array,
    part: &Array,
    part_mask: &Array,
    merged: bool,
) -> Result<Flags> {
    let mut flags = Flags::NONE;
    let mut inner = out.ndim() - 1;
    while merged && inner > 0 && out.strides()[inner - 1] == 0 {
        inner -= 1;
    }
    let run_length: usize = out.shape()[inner..].iter().product();
    let truth: Vec<bool> = part_mask.to_vec::<Bool>()?.into_iter().map(Bool::get).collect();
    let (out_step, in_step) = (*out.strides().last().unwrap_or(&0), *part.strides().last().unwrap_or(&0));
    for (row, row_mask) in truth.chunks(run_length.max(1)).enumerate() {
        let (mut out_at, mut in_at, mut rest) = (0isize, 0isize, row);
        for axis in (0..inner).rev() {
            let index = (rest % out.shape()[axis]) as isize;
            rest /= out.shape()[axis];
            out_at += index * out.strides()[axis];
            in_at += index * part.strides()[axis];
        }
        let mut at = 0;
        while at < row_mask.len() {
            if !row_mask[at] {
                at += 1;
                continue;
            }
            let length = row_mask[at..].iter().take_while(|&&counts| counts).count();
            let run = |array: &Array, start: isize, step: isize| {
                let offset = array.offset().wrapping_add_signed(start + at as isize * step);
                array.with_geometry(Shape::from_slice(&[length]), Strides::from_slice(&[step]), offset)
            };
            flags |= fold(&run(out, out_at, out_step), &run(part, in_at, in_step))?;
            at += length;
        }
    }
    Ok(flags)
}
