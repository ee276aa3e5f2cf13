//! How a loop goes over several operands at once: geometry settled once, then inner loops.
//!
//! A [`Walk`] turns a shape and the strides of N operands into the fewest inner loops: axes of
//! length one dropped, axes that every operand steps through evenly merged, the fastest axis
//! innermost. It knows offsets, not elements; strides are in whatever unit the caller counts in.

use smallvec::SmallVec;

/// The plan of a loop over `N` operands.
#[derive(Clone, Debug)]
pub struct Walk<const N: usize> {
    /// Outer axes, slowest first: length and each operand's stride.
    outer: SmallVec<[(usize, [isize; N]); 4]>,
    inner_length: usize,
    inner_strides: [isize; N],
}

impl<const N: usize> Walk<N> {
    /// A plan that visits elements in whatever order is fastest for operand 0: for element-wise work.
    pub fn any_order(shape: &[usize], strides: [&[isize]; N]) -> Self {
        Self::plan(shape, strides, true)
    }

    /// A plan that visits elements in C order (last axis fastest): where the order is the meaning.
    pub fn c_order(shape: &[usize], strides: [&[isize]; N]) -> Self {
        Self::plan(shape, strides, false)
    }

    fn plan(shape: &[usize], strides: [&[isize]; N], reorder: bool) -> Self {
        let mut axes: SmallVec<[(usize, [isize; N]); 4]> = SmallVec::new();
        for (axis, &length) in shape.iter().enumerate() {
            if length == 0 {
                return Self { outer: SmallVec::new(), inner_length: 0, inner_strides: [0; N] };
            }
            if length > 1 {
                axes.push((length, std::array::from_fn(|operand| strides[operand][axis])));
            }
        }
        if reorder {
            // Slowest first by operand 0, then by the sum of the others; the sort is stable.
            axes.sort_by_key(|(_, steps)| {
                let rest: usize = steps.iter().skip(1).map(|step| step.unsigned_abs()).sum();
                std::cmp::Reverse((steps.first().map_or(0, |step| step.unsigned_abs()), rest))
            });
        }
        let mut merged: SmallVec<[(usize, [isize; N]); 4]> = SmallVec::new();
        for (length, steps) in axes {
            if let Some((outer_length, outer_steps)) = merged.last_mut()
                && (0..N).all(|operand| outer_steps[operand] == steps[operand] * length as isize)
            {
                *outer_length *= length;
                *outer_steps = steps;
                continue;
            }
            merged.push((length, steps));
        }
        let (inner_length, inner_strides) = merged.pop().unwrap_or((1, [0; N]));
        Self { outer: merged, inner_length, inner_strides }
    }

    /// The plan with its two innermost axes as one, where operand `repeated` starts over at every step of the
    /// outer one and all others step evenly through both.
    pub fn joined(&self, repeated: usize) -> Option<Self> {
        let (&(length, steps), outer) = self.outer.split_last()?;
        let n = self.inner_length as isize;
        let even = |operand: usize| steps[operand] == self.inner_strides[operand] * n;
        let joins = (0..N).all(|operand| if operand == repeated { steps[operand] == 0 } else { even(operand) });
        joins.then(|| Self {
            outer: SmallVec::from_slice(outer),
            inner_length: self.inner_length * length,
            inner_strides: self.inner_strides,
        })
    }

    /// The plan without the axis around the inner loop, and that axis: its length and each operand's stride.
    pub fn without_innermost_outer(&self) -> Option<(Self, usize, [isize; N])> {
        let (&(length, steps), outer) = self.outer.split_last()?;
        Some((Self { outer: SmallVec::from_slice(outer), ..*self }, length, steps))
    }

    /// Elements an inner loop covers.
    pub fn inner_length(&self) -> usize {
        self.inner_length
    }

    /// Each operand's stride in the inner loop.
    pub fn inner_strides(&self) -> [isize; N] {
        self.inner_strides
    }

    /// Calls `inner` with each operand's offset at the start of every inner loop.
    #[inline]
    pub fn run(&self, starts: [isize; N], mut inner: impl FnMut([isize; N])) {
        // `inner` cannot fail, so neither does the walk.
        let Ok(()) = self.try_run(starts, |offsets| {
            inner(offsets);
            Ok::<(), std::convert::Infallible>(())
        });
    }

    /// As [`Walk::run`], ending at the first error.
    pub fn try_run<E>(&self, starts: [isize; N], mut inner: impl FnMut([isize; N]) -> Result<(), E>) -> Result<(), E> {
        if self.inner_length == 0 {
            return Ok(());
        }
        let mut counters: SmallVec<[usize; 4]> = smallvec::smallvec![0; self.outer.len()];
        let mut offsets = starts;
        loop {
            inner(offsets)?;
            let mut axis = self.outer.len();
            loop {
                if axis == 0 {
                    return Ok(());
                }
                axis -= 1;
                let (length, steps) = &self.outer[axis];
                counters[axis] += 1;
                if counters[axis] < *length {
                    (0..N).for_each(|operand| offsets[operand] += steps[operand]);
                    break;
                }
                counters[axis] = 0;
                (0..N).for_each(|operand| offsets[operand] -= steps[operand] * (*length as isize - 1));
            }
        }
    }
}
