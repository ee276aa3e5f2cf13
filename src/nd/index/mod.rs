//! Indexing, `a[...]`: what NumPy's user guide calls basic and advanced indexing, read and assign.
//!
//! [`plan`](self) settles the geometry (no element is met), then one of four things happens: a scalar is
//! read, a view is returned (never a hidden copy), or [`fancy`](super::fancy) picks elements by index
//! arrays or by a mask. What turns a Python subscript into [`IndexItem`]s is no part of it.

mod plan;

use std::borrow::Cow;

use super::array::{Array, Order};
use super::error::{Error, Result};
use super::fancy;
use super::scalar::Scalar;
use plan::Plan;

pub(in crate::nd) use plan::out_of_bounds;
pub use plan::slice_bounds;

/// NumPy's sentence about a subscript that is none of [`IndexItem`]'s: an `IndexError`.
pub const INVALID_INDEX: &str = "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or \
                                 boolean arrays are valid indices";

/// One item of a subscript. `a[x]` is one item, `a[x, y]` two, `a[()]` none.
///
/// An empty Python list is an integer array of shape `(0,)`, as NumPy takes it.
#[derive(Clone, Debug)]
pub enum IndexItem {
    /// An integer: takes one element of its axis and drops the axis.
    Int(isize),
    /// `start:stop:step`.
    Slice {
        /// First index; from the end when negative.
        start: Option<isize>,
        /// Index to end before.
        stop: Option<isize>,
        /// Distance; 1 when absent.
        step: Option<isize>,
    },
    /// `...`: as many whole axes as are left.
    Ellipsis,
    /// `None`: a new axis of length one.
    NewAxis,
    /// An integer array (one axis) or a boolean one (as many axes as it has). A zero-dimensional one is
    /// an integer or a bool that makes a copy.
    Array(Array),
    /// `True` or `False`: a new axis of length one or zero.
    Bool(bool),
}

impl IndexItem {
    /// `:`.
    pub const ALL: Self = Self::Slice { start: None, stop: None, step: None };

    /// `start:stop`.
    pub fn range(start: isize, stop: isize) -> Self {
        Self::Slice { start: Some(start), stop: Some(stop), step: None }
    }
}

/// What `a[...]` gives.
#[derive(Clone, Debug)]
pub enum Selected {
    /// One element, as NumPy returns it when integers alone name it. Its dtype is the array's.
    Scalar(Scalar),
    /// One element of a dtype whose elements are no [`Scalar`], as a view without axes.
    Element(Array),
    /// A view (basic indexing) or a fresh array (advanced indexing).
    Array(Array),
}

impl Selected {
    /// The selection as an array; a scalar becomes a fresh zero-dimensional one of dtype `dtype`.
    pub fn into_array(self, dtype: super::DType) -> Array {
        match self {
            Self::Scalar(value) => Array::scalar(value, dtype),
            Self::Element(array) | Self::Array(array) => array,
        }
    }
}

/// `array[items]`.
///
/// # Errors
/// `IndexError` in NumPy's words; those of [`Array::zeros`] when elements are picked.
pub fn get(array: &Array, items: &[IndexItem]) -> Result<Selected> {
    let array = if picks(items) { array.aligned()? } else { Cow::Borrowed(array) };
    Ok(match Plan::new(&array, items)? {
        Plan::Element(place) if place.dtype().is_number() => Selected::Scalar(place.get_at(0)),
        Plan::Element(place) => Selected::Element(place),
        Plan::View { view, copied: false } => Selected::Array(view),
        Plan::View { view, copied: true } => Selected::Array(view.copy(Order::K)?),
        Plan::Mask(mask) => Selected::Array(fancy::mask::select(&array, &mask)?),
        Plan::Fancy(picks) => Selected::Array(picks.gather()?),
    })
}

/// `array[items]` where no item is an array or a bool: always a view, zero-dimensional when every axis
/// is indexed by an integer.
///
/// # Errors
/// As [`get`]; an `IndexError` when an item asks for a copy.
pub fn view(array: &Array, items: &[IndexItem]) -> Result<Array> {
    match Plan::new(array, items)? {
        Plan::Element(view) | Plan::View { view, copied: false } => Ok(view),
        Plan::View { copied: true, .. } | Plan::Mask(_) | Plan::Fancy(_) => {
            Err(Error::index("an index array selects a copy, where a view was asked for"))
        }
    }
}

/// `array[items] = value`, converted to the array's dtype and broadcast.
///
/// # Errors
/// Those of [`get`]; [`Error::ReadOnly`]; `ValueError` when the value does not broadcast to the selection.
pub fn set(array: &Array, items: &[IndexItem], value: &Array) -> Result<()> {
    let target = if picks(items) { array.aligned()? } else { Cow::Borrowed(array) };
    let plan = Plan::new(&target, items)?;
    if !array.is_writeable() {
        return Err(Error::ReadOnly);
    }
    match plan {
        Plan::Element(place) if value.ndim() == 0 && place.dtype().is_number() && value.dtype().is_number() => {
            place.set_at(0, value.get_at(0))
        }
        Plan::Element(place) if value.ndim() == 0 => place.assign(value),
        Plan::Element(place) if place.dtype().record().is_some() && value.size() == 1 => place.assign(value),
        Plan::Element(place) => {
            let end = if place.dtype().record().is_some() { "" } else { "." };
            Err(Error::value(format!("setting an array element with a sequence{end}")))
        }
        Plan::View { view, .. } => view.assign(value),
        Plan::Mask(mask) => fancy::mask::assign(&target, &mask, value),
        Plan::Fancy(picks) => picks.scatter(value),
    }?;
    array.write_back(&target)
}

/// How many elements `array[items]` has.
///
/// # Errors
/// `IndexError` as [`get`].
pub fn count(array: &Array, items: &[IndexItem]) -> Result<usize> {
    let array = if picks(items) { array.aligned()? } else { Cow::Borrowed(array) };
    Ok(match Plan::new(&array, items)? {
        Plan::Element(_) => 1,
        Plan::View { view, .. } => view.size(),
        Plan::Mask(mask) => fancy::mask::count_true(&mask),
        Plan::Fancy(picks) => picks.gather()?.size(),
    })
}

/// Whether elements are picked by position, which needs them addressable.
fn picks(items: &[IndexItem]) -> bool {
    items.iter().any(|item| matches!(item, IndexItem::Array(_) | IndexItem::Bool(_)))
}
