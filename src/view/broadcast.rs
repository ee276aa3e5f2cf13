//! How shapes meet, axis by axis: what the broadcasting drawing shows.
//!
//! The rule itself is [`crate::nd::broadcast`]; this tells which step of it each axis took.

use crate::nd::broadcast::broadcast_shapes;

/// Shapes aligned from the right, and what became of each axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroadcastSteps {
    /// The shapes, in the order given.
    pub operands: Vec<Operand>,
    /// The axes of the result, left to right.
    pub axes: Vec<Axis>,
    /// The result's shape; `None` when the shapes do not meet.
    pub result: Option<Vec<usize>>,
    /// NumPy's sentence when they do not.
    pub error: Option<String>,
}

/// One shape under the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand {
    /// As it was given.
    pub shape: Vec<usize>,
    /// Aligned right: its length on each axis of the result, `None` where it has no axis.
    pub padded: Vec<Option<usize>>,
    /// Whether it is repeated along each axis of the result: its length there is 1, or it has none.
    pub stretched: Vec<bool>,
}

/// One axis of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// Each operand's length, `None` where it has no such axis.
    pub sizes: Vec<Option<usize>>,
    /// The result's length; `None` on a mismatch.
    pub result: Option<usize>,
    /// What happened here.
    pub verdict: Verdict,
}

/// What happened on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every operand has this length.
    Equal,
    /// An operand of length 1 is repeated.
    Stretched,
    /// An operand without this axis counts as length 1 (others may be stretched as well).
    Missing,
    /// Two lengths differ and neither is 1.
    Mismatch,
}

impl Verdict {
    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Equal => "equal",
            Verdict::Stretched => "stretched",
            Verdict::Missing => "missing",
            Verdict::Mismatch => "mismatch",
        }
    }
}

/// Follows the broadcasting rule over `shapes`.
pub fn broadcast_steps(shapes: &[Vec<usize>]) -> BroadcastSteps {
    let ndim = shapes.iter().map(Vec::len).max().unwrap_or(0);
    let padded: Vec<Vec<Option<usize>>> = shapes
        .iter()
        .map(|shape| {
            let missing = std::iter::repeat_n(None, ndim - shape.len());
            missing.chain(shape.iter().copied().map(Some)).collect()
        })
        .collect();
    let axes: Vec<Axis> = (0..ndim).map(|axis| meet(padded.iter().map(|sizes| sizes[axis]).collect())).collect();
    let operands = shapes
        .iter()
        .zip(padded)
        .map(|(shape, padded)| Operand {
            stretched: padded.iter().zip(&axes).map(|(&size, axis)| is_stretched(size, axis.result)).collect(),
            shape: shape.clone(),
            padded,
        })
        .collect();
    let slices: Vec<&[usize]> = shapes.iter().map(Vec::as_slice).collect();
    let (result, error) = match broadcast_shapes(&slices) {
        Ok(shape) => (Some(shape.to_vec()), None),
        Err(error) => (None, Some(error.to_string())),
    };
    BroadcastSteps { operands, axes, result, error }
}

/// A missing axis is always new; one of length 1 is repeated where the result is longer, or empty.
fn is_stretched(size: Option<usize>, result: Option<usize>) -> bool {
    match (size, result) {
        (None, Some(_)) => true,
        (Some(1), Some(result)) => result != 1,
        _ => false,
    }
}

fn meet(sizes: Vec<Option<usize>>) -> Axis {
    let mut others = sizes.iter().flatten().filter(|&&size| size != 1);
    let length = others.next().copied().unwrap_or(1);
    let verdict = if others.any(|&size| size != length) {
        Verdict::Mismatch
    } else if sizes.contains(&None) {
        Verdict::Missing
    } else if length != 1 && sizes.contains(&Some(1)) {
        Verdict::Stretched
    } else {
        Verdict::Equal
    };
    let result = (verdict != Verdict::Mismatch).then_some(length);
    Axis { sizes, result, verdict }
}
