//! From a subscript to geometry: which axes are kept, dropped, made, or picked from.
//!
//! Source of the rules: NumPy user guide, "Indexing on ndarrays". Integers beside index arrays count as
//! index arrays when it is decided where the picked axes go.

use super::super::array::Array;
use super::super::dtype::{DType, Kind};
use super::super::error::{Error, Result};
use super::super::fancy::mask;
use super::super::fancy::picks::{FancyAxis, Picks};
use super::super::scalar::Scalar;
use super::super::shape::{MAX_NDIM, Shape};
use super::super::strides::Strides;
use super::IndexItem;

/// What a subscript comes to.
pub(super) enum Plan {
    /// One element, named by integers alone; the view is zero-dimensional.
    Element(Array),
    /// Basic indexing; `copied` when a zero-dimensional index array takes part.
    View { view: Array, copied: bool },
    /// One boolean array of the array's own dimension.
    Mask(Array),
    /// Index arrays.
    Fancy(Picks),
}

/// An item after its meaning for this array is settled.
enum Step {
    Int(i64),
    Slice { start: Option<isize>, stop: Option<isize>, step: isize },
    Whole(usize),
    NewAxis,
    Indices(Array),
    Mask(Array),
    Flag(bool),
}

impl Step {
    /// Axes of the indexed array that the item speaks of.
    fn consumes(&self) -> usize {
        match self {
            Self::Int(_) | Self::Slice { .. } | Self::Indices(_) => 1,
            Self::Whole(axes) => *axes,
            Self::NewAxis | Self::Flag(_) => 0,
            Self::Mask(mask) => mask.ndim(),
        }
    }

    fn picks(&self) -> bool {
        matches!(self, Self::Indices(_) | Self::Mask(_) | Self::Flag(_))
    }
}

impl Plan {
    pub(super) fn new(array: &Array, items: &[IndexItem]) -> Result<Self> {
        if let [IndexItem::Array(mask)] = items
            && mask.dtype() == DType::Bool
            && mask.shape() == array.shape()
            && mask.ndim() > 0
        {
            return Ok(Self::Mask(mask.clone()));
        }
        let (steps, copied) = settle(array, items)?;
        let mut axis = 0;
        for step in &steps {
            if let Step::Mask(mask) = step {
                check_mask(array, mask, axis)?;
            }
            axis += step.consumes();
        }
        Builder::new(array).build(&steps, copied, items.iter().any(|item| matches!(item, IndexItem::Ellipsis)))
    }
}

/// Gives each item its meaning and puts the ellipsis where none was written.
fn settle(array: &Array, items: &[IndexItem]) -> Result<(Vec<Step>, bool)> {
    let mut steps = Vec::with_capacity(items.len() + 1);
    let mut ellipsis = None;
    let mut copied = false;
    for item in items {
        steps.push(match item {
            IndexItem::Int(index) => Step::Int(*index as i64),
            IndexItem::Slice { start, stop, step } => {
                let step = step.unwrap_or(1);
                if step == 0 {
                    return Err(Error::value("slice step cannot be zero"));
                }
                Step::Slice { start: *start, stop: *stop, step }
            }
            IndexItem::Ellipsis => {
                if ellipsis.replace(steps.len()).is_some() {
                    return Err(Error::index("an index can only have a single ellipsis ('...')"));
                }
                Step::Whole(0)
            }
            IndexItem::NewAxis => Step::NewAxis,
            IndexItem::Bool(flag) => Step::Flag(*flag),
            IndexItem::Array(indices) => match indices.dtype().kind() {
                Kind::Bool if indices.ndim() == 0 => Step::Flag(indices.get_at(0).is_truthy()),
                Kind::Bool => Step::Mask(indices.clone()),
                Kind::Signed | Kind::Unsigned if indices.ndim() == 0 => {
                    copied = true;
                    Step::Int(match indices.get_at(0) {
                        Scalar::Int(index) => index,
                        Scalar::UInt(index) => i64::try_from(index).unwrap_or(i64::MAX),
                        other => unreachable!("an integer array holds integers, not {other:?}"),
                    })
                }
                Kind::Signed | Kind::Unsigned => Step::Indices(indices.clone()),
                _ => {
                    return Err(Error::index("arrays used as indices must be of integer (or boolean) type"));
                }
            },
        });
    }
    let used: usize = steps.iter().map(Step::consumes).sum();
    let left = array.ndim().checked_sub(used).ok_or(Error::TooManyIndices { ndim: array.ndim(), given: used })?;
    match ellipsis {
        Some(at) => steps[at] = Step::Whole(left),
        None if left > 0 => steps.push(Step::Whole(left)),
        None => {}
    }
    Ok((steps, copied))
}

fn check_mask(array: &Array, mask: &Array, first_axis: usize) -> Result<()> {
    for (place, &length) in mask.shape().iter().enumerate() {
        let axis = first_axis + place;
        let size = array.shape()[axis];
        // NumPy lets an axis of no flags pass for any.
        if length != size && length != 0 {
            return Err(Error::index(format!(
                "boolean index did not match indexed array along axis {axis}; size of axis is {size} but size of \
                 corresponding boolean axis is {length}"
            )));
        }
    }
    Ok(())
}

/// Where the picked axes go.
#[derive(Clone, Copy)]
enum Block {
    None,
    Open(usize),
    Closed(usize),
    Separated,
}

struct Builder<'a> {
    array: &'a Array,
    axis: usize,
    shape: Shape,
    strides: Strides,
    offset: isize,
    fancy: Vec<FancyAxis>,
    block: Block,
}

impl<'a> Builder<'a> {
    fn new(array: &'a Array) -> Self {
        Self {
            array,
            axis: 0,
            shape: Shape::new(),
            strides: Strides::new(),
            offset: array.offset() as isize,
            fancy: Vec::new(),
            block: Block::None,
        }
    }

    fn build(mut self, steps: &[Step], copied: bool, ellipsis: bool) -> Result<Plan> {
        for step in steps {
            self.place(matches!(step, Step::Int(_)) || step.picks());
            self.take(step)?;
        }
        if self.shape.len() > MAX_NDIM {
            return Err(Error::index(format!(
                "number of dimensions must be within [0, {MAX_NDIM}], indexing result would have {}",
                self.shape.len()
            )));
        }
        let view = self.array.with_geometry(self.shape, self.strides, self.offset as usize);
        if !self.fancy.is_empty() {
            let position = match self.block {
                Block::Open(at) | Block::Closed(at) => at,
                Block::None | Block::Separated => 0,
            };
            return Ok(Plan::Fancy(Picks::new(self.array, view, self.fancy, position)?));
        }
        if !ellipsis && steps.iter().all(|step| matches!(step, Step::Int(_))) {
            return Ok(Plan::Element(view));
        }
        Ok(Plan::View { view, copied })
    }

    /// Follows whether integers and index arrays stand in one block.
    fn place(&mut self, picking: bool) {
        self.block = match (self.block, picking) {
            (Block::None, true) => Block::Open(self.shape.len()),
            (Block::Open(at), false) => Block::Closed(at),
            (Block::Closed(_), true) => Block::Separated,
            (unchanged, _) => unchanged,
        };
    }

    fn take(&mut self, step: &Step) -> Result<()> {
        match step {
            Step::Int(index) => {
                let (length, stride) = self.next_axis();
                let wrapped = if *index < 0 { index + length as i64 } else { *index };
                if wrapped < 0 || wrapped >= length as i64 {
                    return Err(out_of_bounds(*index, self.axis - 1, length));
                }
                self.offset += wrapped as isize * stride;
            }
            Step::Slice { start, stop, step } => {
                let (length, stride) = self.next_axis();
                let (first, count) = slice_bounds(length, *start, *stop, *step);
                let step = if count == 0 { 1 } else { *step };
                self.offset += first as isize * stride;
                self.shape.push(count);
                self.strides.push(stride.wrapping_mul(step));
            }
            Step::Whole(axes) => {
                for _ in 0..*axes {
                    let (length, stride) = self.next_axis();
                    self.shape.push(length);
                    self.strides.push(stride);
                }
            }
            Step::NewAxis => {
                self.shape.push(1);
                self.strides.push(0);
            }
            Step::Indices(indices) => {
                let (length, stride) = self.next_axis();
                self.fancy.push(FancyAxis { indices: indices.clone(), axis: self.axis - 1, length, stride });
            }
            Step::Mask(mask) => {
                for indices in mask::nonzero(mask)? {
                    let (length, stride) = self.next_axis();
                    self.fancy.push(FancyAxis { indices, axis: self.axis - 1, length, stride });
                }
            }
            Step::Flag(flag) => {
                let indices = Array::vector(vec![0i64; usize::from(*flag)]);
                self.fancy.push(FancyAxis { indices, axis: self.axis, length: 1, stride: 0 });
            }
        }
        Ok(())
    }

    fn next_axis(&mut self) -> (usize, isize) {
        let axis = self.axis;
        self.axis += 1;
        (self.array.shape()[axis], self.array.strides()[axis])
    }
}

/// The `IndexError` for an index that its axis does not have.
pub(in crate::nd) fn out_of_bounds(index: i64, axis: usize, size: usize) -> Error {
    match isize::try_from(index) {
        Ok(index) => Error::Index { index, axis, size },
        // An index that the address space of a 32-bit machine cannot name.
        Err(_) => Error::index(format!("index {index} is out of bounds for axis {axis} with size {size}")),
    }
}

/// The first index and the number of indices of a Python slice on an axis of `length`.
///
/// Precondition: `step` is not zero. Source: the Python reference on `slice.indices`. An empty slice
/// starts at 0.
pub fn slice_bounds(length: usize, start: Option<isize>, stop: Option<isize>, step: isize) -> (usize, usize) {
    let length = length as isize;
    let (lowest, highest) = if step > 0 { (0, length) } else { (-1, length - 1) };
    let clamp = |index: isize| {
        let from_front = if index < 0 { index.saturating_add(length) } else { index };
        from_front.clamp(lowest, highest)
    };
    let first = start.map_or(if step > 0 { lowest } else { highest }, clamp);
    let last = stop.map_or(if step > 0 { highest } else { lowest }, clamp);
    let span = if step > 0 { last - first } else { first - last };
    if span <= 0 {
        return (0, 0);
    }
    (first as usize, (span as usize - 1) / step.unsigned_abs() + 1)
}
