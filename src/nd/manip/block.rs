//! `np.block`: arrays arranged by nested lists.

use super::super::array::{Array, Order};
use super::super::dtype::DType;
use super::super::error::{Error, Result};
use super::super::ufunc::{promote_types, try_result_type};
use super::axes::with_leading_axes;
use super::join::concatenate;

/// Arrays, and lists of them.
#[derive(Clone, Debug)]
pub enum Blocks {
    /// An array, or a number as one of no axis.
    Array(Array),
    /// Blocks side by side: the innermost lists along the last axis, the next ones along the axis before.
    List(Vec<Blocks>),
}

/// Elements times axes above which NumPy copies blocks instead of joining them.
const LARGE: usize = 2 * 512 * 512;

/// `np.block(blocks)`.
///
/// # Errors
/// `ValueError` for an empty list and for lists of different depth; those of [`concatenate`].
pub fn block(blocks: &Blocks) -> Result<Array> {
    let mut survey = Survey { depth: None, ndim: 0, dtype: None, items: 0 };
    survey.visit(blocks, &mut Vec::new())?;
    let depth = survey.depth.unwrap_or(0);
    let dtype = survey.dtype.unwrap_or(DType::Float64);
    let ndim = survey.ndim.max(depth);
    // Small ones are joined level by level, each in the dtype of its own parts; large ones are copied into their places.
    let total: usize = survey.items;
    let joined = joined(blocks, depth, ndim, (depth * total > LARGE).then_some(dtype))?;
    if depth == 0 { joined.copy(Order::C) } else { Ok(joined) }
}

/// What the blocks have in common.
struct Survey {
    depth: Option<usize>,
    ndim: usize,
    dtype: Option<DType>,
    items: usize,
}

impl Survey {
    fn visit(&mut self, blocks: &Blocks, place: &mut Vec<usize>) -> Result<()> {
        match blocks {
            Blocks::List(items) if items.is_empty() => {
                Err(Error::value(format!("List at {} cannot be empty", path(place))))
            }
            Blocks::List(items) => {
                for (i, item) in items.iter().enumerate() {
                    place.push(i);
                    self.visit(item, place)?;
                    place.pop();
                }
                Ok(())
            }
            Blocks::Array(array) => {
                let depth = *self.depth.get_or_insert(place.len());
                if depth != place.len() {
                    return Err(Error::value(format!(
                        "List depths are mismatched. First element was at depth {depth}, but there is an element at \
                         depth {} ({})",
                        place.len(),
                        path(place)
                    )));
                }
                self.ndim = self.ndim.max(array.ndim());
                self.items += array.size();
                self.dtype = Some(self.dtype.map_or(array.dtype(), |dtype| promote_types(dtype, array.dtype())));
                Ok(())
            }
        }
    }
}

/// Where a block stands: `arrays[0][1]`.
fn path(place: &[usize]) -> String {
    place.iter().fold("arrays".to_owned(), |path, i| format!("{path}[{i}]"))
}

fn joined(blocks: &Blocks, depth: usize, ndim: usize, dtype: Option<DType>) -> Result<Array> {
    match blocks {
        Blocks::Array(array) => with_leading_axes(array, ndim),
        Blocks::List(items) => {
            let parts = items.iter().map(|item| joined(item, depth - 1, ndim, dtype)).collect::<Result<Vec<_>>>()?;
            let common = match dtype {
                Some(dtype) => dtype,
                None => {
                    try_result_type(&parts.iter().map(Array::dtype).collect::<Vec<_>>(), &[])?.unwrap_or(DType::Float64)
                }
            };
            concatenate(&parts.iter().collect::<Vec<_>>(), Some(-(depth as isize)), common)
        }
    }
}
