//! `take`, `put`, `choose`, `compress` and their kin: picking by position without a subscript.

use super::super::array::{Array, Order};
use super::super::buffer::copy_run;
use super::super::dtype::{Bool, DType, Element};
use super::super::error::{Error, Result};
use super::super::index::out_of_bounds;
use super::super::manip::axes::broadcast_shapes_of;
use super::super::manip::reshape::ravel;
use super::super::shape::{Shape, normalize_axis};
use super::super::ufunc::{Casting, can_cast, try_promote};
use super::picks::prepared;
use super::{mask, with_word};

/// What is done about an index outside its axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// An error; negative indices count from the end.
    Raise,
    /// The remainder after division by the length.
    Wrap,
    /// The nearest index there is; negative ones become 0.
    Clip,
}

impl Mode {
    /// `"raise"`, `"wrap"` or `"clip"`.
    ///
    /// # Errors
    /// `ValueError` for anything else.
    pub fn parse(text: &str) -> Result<Self> {
        match text {
            "raise" => Ok(Self::Raise),
            "wrap" => Ok(Self::Wrap),
            "clip" => Ok(Self::Clip),
            _ if text.starts_with(['c', 'C', 'r', 'R', 'w', 'W']) => {
                Err(Error::value("Use one of 'clip', 'raise', or 'wrap' for clip mode"))
            }
            _ => Err(Error::value(format!("clipmode must be one of 'clip', 'raise', or 'wrap' (got '{text}')"))),
        }
    }

    /// The place that `index` names on an axis of `length`, which is not zero; `None` to raise.
    fn place(self, index: i64, length: usize) -> Option<usize> {
        let signed = length as i64;
        let place = match self {
            Self::Raise if index < 0 => index.wrapping_add(signed),
            Self::Raise => index,
            Self::Wrap => index.rem_euclid(signed),
            Self::Clip => index.clamp(0, signed - 1),
        };
        usize::try_from(place).ok().filter(|&place| place < length)
    }
}

/// Indices as `int64` in C order, by a cast that the rule allows.
fn positions(indices: &Array, rule: Casting) -> Result<Vec<i64>> {
    if !can_cast(indices.dtype(), DType::Int64, rule) {
        return Err(Error::type_error(format!(
            "Cannot cast array data from dtype({}) to dtype('int64') according to the rule '{}'",
            indices.dtype().repr(),
            rule.name()
        )));
    }
    indices.to_vec::<i64>()
}

/// `np.take(array, indices, axis, mode=mode)`: a fresh array, the shape of `indices` in the place of the
/// axis; without one, of the raveled array.
///
/// # Errors
/// [`Error::Axis`]; `TypeError` for indices that are no integers; `IndexError`; those of [`Array::zeros`].
pub fn take(array: &Array, indices: &Array, axis: Option<isize>, mode: Mode) -> Result<Array> {
    let flat;
    let (array, axis) = match axis {
        Some(axis) if array.ndim() > 0 => (array, normalize_axis(axis, array.ndim())?),
        axis => {
            axis.map_or(Ok(0), |axis| normalize_axis(axis, 1))?;
            flat = ravel(array, Order::C)?;
            (&flat, 0)
        }
    };
    let length = array.shape()[axis];
    let wanted = positions(indices, Casting::SameKind)?;
    if length == 0 && !wanted.is_empty() {
        return Err(Error::index("cannot do a non-empty take from an empty axes."));
    }
    let (before, after) = (&array.shape()[..axis], &array.shape()[axis + 1..]);
    // Where there is no row before the axis, no index is looked at.
    let looked_at = if before.contains(&0) { &[][..] } else { &wanted };
    let places = looked_at
        .iter()
        .map(|&index| mode.place(index, length).ok_or_else(|| out_of_bounds(index, axis, length)))
        .collect::<Result<Vec<usize>>>()?;
    let shape: Shape = before.iter().chain(indices.shape()).chain(after).copied().collect();
    let made = Array::unset(&shape, array.dtype(), Order::C)?;
    let packed = array.to_c_contiguous()?;
    let (outer, row) = (before.iter().product::<usize>(), after.iter().product::<usize>());
    let words = array.dtype().words();
    with_word!(words.size, T => take_rows::<T>(&made, &packed, &places, outer, length, row * words.count))?;
    Ok(made)
}

fn take_rows<T: Element>(
    made: &Array,
    packed: &Array,
    places: &[usize],
    outer: usize,
    length: usize,
    row: usize,
) -> Result<()> {
    let (from, to) = (packed.src::<T>(), made.cells::<T>()?);
    if made.size() == 0 || row == 0 {
        return Ok(());
    }
    let mut rows = to.data[to.start as usize..].chunks_exact(row);
    for block in 0..outer {
        let elements = &from.data[from.start as usize + block * length * row..][..length * row];
        for (&place, out) in places.iter().zip(&mut rows) {
            if row == 1 {
                out[0].set(elements[place].get());
            } else {
                copy_run(out, &elements[place * row..][..row]);
            }
        }
    }
    Ok(())
}

/// `np.put(array, indices, values, mode)`: sets elements by their position in C order; too few values
/// are repeated.
///
/// # Errors
/// `TypeError`, `IndexError` as [`take`]; [`Error::ReadOnly`]; those of [`Array::zeros`].
pub fn put(array: &Array, indices: &Array, values: &Array, mode: Mode) -> Result<()> {
    if !array.is_writeable() {
        return Err(Error::ReadOnly);
    }
    let wanted = positions(indices, Casting::Safe)?;
    let size = array.size();
    if wanted.is_empty() {
        return Ok(());
    }
    if size == 0 {
        return Err(Error::index("cannot replace elements of an empty array"));
    }
    if values.size() == 0 {
        return Ok(());
    }
    let repeated = (0..values.size()).cycle();
    // What comes before an index outside is set.
    let places = wanted.iter().map_while(|&index| mode.place(index, size));
    set_places(array, places.zip(repeated), values)?;
    match wanted.iter().find(|&&index| mode.place(index, size).is_none()) {
        Some(&index) => Err(out_of_bounds(index, 0, size)),
        None => Ok(()),
    }
}

/// Sets elements, each by its position in C order, to the values whose positions go with them.
fn set_places(array: &Array, moves: impl Iterator<Item = (usize, usize)>, values: &Array) -> Result<()> {
    let values = ravel(&prepared(values, array)?, Order::C)?;
    let target = array.aligned()?;
    let words = array.dtype().words();
    with_word!(words.size, T => {
        let (from, to) = (values.src::<T>(), target.cells::<T>()?);
        let contiguous = target.is_c_contiguous();
        for (mut place, value) in moves {
            let mut at = to.start;
            if contiguous {
                at += (place * words.count) as isize;
            } else {
                for (&length, &step) in target.shape().iter().zip(&to.strides).rev() {
                    at += (place % length) as isize * step;
                    place /= length;
                }
            }
            let source = (from.start + value as isize * from.strides[0]) as usize;
            copy_run(&to.data[at as usize..][..words.count], &from.data[source..][..words.count]);
        }
    });
    array.write_back(&target)
}

/// `np.choose(selector, choices, mode=mode)`: each element from the choice that the selector names, all
/// broadcast together, in the dtype the choices promote to.
///
/// # Errors
/// `TypeError` for a selector of no integers; [`Error::Broadcast`]; `ValueError` for an entry that names
/// no choice; those of [`Array::zeros`].
pub fn choose(selector: &Array, choices: &[&Array], mode: Mode) -> Result<Array> {
    let dtype = choices
        .iter()
        .map(|choice| choice.dtype())
        .map(Ok)
        .reduce(|a, b| try_promote(a?, b?))
        .transpose()?
        .ok_or_else(|| Error::value("0-length sequence."))?;
    let mut shapes: Vec<&[usize]> = choices.iter().map(|choice| choice.shape()).collect();
    shapes.push(selector.shape());
    let shape = broadcast_shapes_of(&shapes)?;
    let selected = positions(&selector.broadcast_to(&shape)?, Casting::Safe)?;
    let choices = choices
        .iter()
        .map(|choice| choice.broadcast_to(&shape)?.astype(dtype, Order::C))
        .collect::<Result<Vec<_>>>()?;
    let places = selected
        .iter()
        .map(|&index| {
            mode.place(index, choices.len())
                .filter(|_| mode != Mode::Raise || index >= 0)
                .ok_or_else(|| Error::value("invalid entry in choice array"))
        })
        .collect::<Result<Vec<usize>>>()?;
    let made = Array::zeros(&shape, dtype, Order::C)?;
    let words = dtype.words();
    with_word!(words.size, T => {
        let sources: Vec<_> = choices.iter().map(Array::src::<T>).collect();
        let out = made.cells::<T>()?;
        for (i, &place) in places.iter().enumerate() {
            let run = i * words.count;
            copy_run(&out.data[run..][..words.count], &sources[place].data[run..][..words.count]);
        }
    });
    Ok(made)
}

/// `np.compress(condition, array, axis)`: the slices along the axis where the condition, which may be
/// shorter than the axis, is true.
///
/// # Errors
/// `ValueError` unless the condition is a vector; those of [`take`].
pub fn compress(condition: &Array, array: &Array, axis: Option<isize>) -> Result<Array> {
    if condition.ndim() != 1 {
        return Err(Error::value("condition must be a 1-d array"));
    }
    let [kept] = true_positions(condition)?;
    take(array, &kept, axis, Mode::Raise)
}

/// `np.extract(condition, array)`: the elements, in C order, where the condition is true.
///
/// # Errors
/// Those of [`take`].
pub fn extract(condition: &Array, array: &Array) -> Result<Array> {
    let [kept] = true_positions(&ravel(condition, Order::C)?)?;
    take(array, &kept, None, Mode::Raise)
}

fn true_positions(condition: &Array) -> Result<[Array; 1]> {
    let flags = condition.to_mask()?;
    Ok(mask::nonzero(&flags)?.try_into().expect("a vector has one axis"))
}

/// `np.place(array, mask, values)`: the true places get the values one after another, again from the
/// first when they run out.
///
/// # Errors
/// `ValueError` for no value and for a mask of another size; [`Error::ReadOnly`].
pub fn place(array: &Array, mask: &Array, values: &Array) -> Result<()> {
    let flags = flags_for(array, mask, "place: mask and data must be the same size")?;
    if values.size() == 0 && flags.iter().any(|flag| flag.get()) {
        return Err(Error::value("Cannot insert from an empty array!"));
    }
    let flagged = (0..flags.len()).filter(|&place| flags[place].get());
    set_places(array, flagged.zip((0..values.size()).cycle()), values)
}

/// `np.putmask(array, mask, values)`: each true place gets the value of its own position, values being
/// repeated when they are fewer.
///
/// # Errors
/// `ValueError` for a mask of another size; [`Error::ReadOnly`].
pub fn putmask(array: &Array, mask: &Array, values: &Array) -> Result<()> {
    let flags = flags_for(array, mask, "putmask: mask and data must be the same size")?;
    if values.size() == 0 {
        return Ok(());
    }
    let flagged = (0..flags.len()).filter(|&place| flags[place].get());
    set_places(array, flagged.map(|place| (place, place % values.size())), values)
}

fn flags_for(array: &Array, mask: &Array, sentence: &str) -> Result<Vec<Bool>> {
    if !array.is_writeable() {
        return Err(Error::ReadOnly);
    }
    if mask.size() != array.size() {
        return Err(Error::value(sentence));
    }
    mask.astype(DType::Bool, Order::C)?.to_vec::<Bool>()
}
