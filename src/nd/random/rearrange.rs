//! Arrays in random order: `shuffle`, `permutation`, `permuted`, and the checks of `choice`. The
//! orders come from `order`; here elements move.

use super::order;
use super::source::BitSource;
use crate::nd::array::{Array, Order};
use crate::nd::error::{Error, Result};
use crate::nd::shape::Shape;
use crate::nd::strides::Strides;

/// Puts the slices along `axis` in random order, in place.
///
/// # Errors
/// [`Error::Axis`], a `ValueError` for an array that is read-only, those of [`Array::zeros`].
pub fn shuffle_axis<B: BitSource + ?Sized>(bits: &mut B, array: &Array, axis: usize) -> Result<()> {
    check_axis(array, axis)?;
    if !array.is_writeable() {
        return Err(Error::value("array is read-only"));
    }
    if array.size() == 0 {
        return Ok(());
    }
    let order = order::permutation(bits, array.shape()[axis] as u64)?;
    array.assign(&take_axis(array, &order, axis)?)
}

/// A copy with the slices along `axis` in random order.
///
/// # Errors
/// [`Error::Axis`], those of [`Array::zeros`].
pub fn permutation_axis<B: BitSource + ?Sized>(bits: &mut B, array: &Array, axis: usize) -> Result<Array> {
    check_axis(array, axis)?;
    let order = order::permutation(bits, array.shape()[axis] as u64)?;
    take_axis(array, &order, axis)
}

/// A copy in which every line along `axis`, or with no axis the whole array, is shuffled apart.
///
/// # Errors
/// [`Error::Axis`], those of [`Array::zeros`].
pub fn permuted<B: BitSource + ?Sized>(bits: &mut B, array: &Array, axis: Option<usize>) -> Result<Array> {
    let Some(axis) = axis else {
        let made = array.copy(Order::K)?;
        let order = if made.is_f_contiguous() { Order::F } else { Order::C };
        // In the order of memory, as NumPy shuffles; a copy that is neither is taken in C order.
        let flat = match order {
            Order::F => made.reversed_axes().copy(Order::C)?,
            _ => made.copy(Order::C)?,
        };
        let line = flat.with_geometry(
            Shape::from_slice(&[flat.size()]),
            Strides::from_slice(&[flat.itemsize() as isize]),
            flat.offset(),
        );
        shuffle_axis(bits, &line, 0)?;
        made.assign(&if order == Order::F { flat.reversed_axes() } else { flat })?;
        return Ok(made);
    };
    check_axis(array, axis)?;
    let made = array.copy(Order::K)?;
    if made.size() == 0 {
        return Ok(made);
    }
    let (length, stride) = (made.shape()[axis], made.strides()[axis]);
    let mut others = made.shape().to_vec();
    others[axis] = 1;
    let mut index = vec![0; others.len()];
    loop {
        let start: isize = index.iter().zip(made.strides()).map(|(&at, &step)| at as isize * step).sum();
        let line = made.with_geometry(
            Shape::from_slice(&[length]),
            Strides::from_slice(&[stride]),
            made.offset().wrapping_add_signed(start),
        );
        shuffle_axis(bits, &line, 0)?;
        if !advance(&mut index, &others) {
            return Ok(made);
        }
    }
}

/// Which positions `choice` takes: `count` of a population, equally likely or with weights `p`.
///
/// # Errors
/// A `ValueError` for an empty population, a sample larger than it without replacement, or weights
/// that are no probabilities; `family` decides NumPy's words, and how positions are drawn.
pub fn choice<B: BitSource + ?Sized>(
    bits: &mut B,
    family: Family,
    population: Population,
    count: u64,
    replace: bool,
    weights: Option<Weights<'_>>,
) -> Result<Vec<i64>> {
    let p = weights.map(|weights| weights.p);
    let legacy = family == Family::Legacy;
    let method = if legacy { super::Method::Masked } else { super::Method::Lemire };
    if population.size() == 0 && count != 0 {
        return Err(Error::value(match (population, legacy) {
            (Population::Integers(_), true) => "a must be greater than 0 unless no samples are taken",
            (Population::Integers(_), false) => "a must be a positive integer unless no samples are taken",
            (Population::Items(_), true) => "'a' cannot be empty unless no samples are taken",
            (Population::Items(_), false) => "a cannot be empty unless no samples are taken",
        }));
    }
    let population = population.size();
    if let Some(weights) = weights {
        check_weights(weights, population, legacy)?;
    }
    if replace {
        return match p {
            Some(p) => order::weighted(bits, p, count),
            None => order::with_replacement(bits, method, population, count),
        };
    }
    if count > population {
        let sentence = if legacy { "'replace=False'" } else { "replace is False" };
        return Err(Error::value(format!("Cannot take a larger sample than population when {sentence}")));
    }
    if let Some(p) = p {
        if (p.iter().filter(|&&weight| weight > 0.0).count() as u64) < count {
            return Err(Error::value("Fewer non-zero entries in p than size"));
        }
        return order::weighted_without_replacement(bits, p, count);
    }
    match family {
        Family::Legacy => {
            let mut positions = order::permutation(bits, population)?;
            positions.truncate(count as usize);
            Ok(positions)
        }
        Family::Generator { shuffle } => order::without_replacement(bits, population, count, shuffle),
    }
}

/// How likely each item is.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'a> {
    /// The probabilities.
    pub p: &'a [f64],
    /// How far from 1 their sum may be: the root of the precision they were given in.
    pub tolerance: f64,
}

impl<'a> Weights<'a> {
    /// Probabilities given in double precision.
    pub fn new(p: &'a [f64]) -> Self {
        Self { p, tolerance: f64::EPSILON.sqrt() }
    }
}

/// What `choice` takes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Population {
    /// The integers below this.
    Integers(u64),
    /// The items of an array along an axis of this length.
    Items(usize),
}

impl Population {
    fn size(self) -> u64 {
        match self {
            Population::Integers(size) => size,
            Population::Items(size) => size as u64,
        }
    }
}

/// Which of NumPy's two generators chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// `RandomState`.
    Legacy,
    /// `Generator`, whose `choice` need not shuffle what it takes without replacement.
    Generator {
        /// Its argument `shuffle`.
        shuffle: bool,
    },
}

fn check_weights(Weights { p, tolerance }: Weights<'_>, population: u64, legacy: bool) -> Result<()> {
    let say = |old: &str, new: &str| Err(Error::value(if legacy { old } else { new }));
    if p.len() as u64 != population {
        return say("'a' and 'p' must have same size", "a and p must have same size");
    }
    // Kahan's sum, as NumPy takes it.
    let (mut sum, mut lost) = (p.first().copied().unwrap_or(0.0), 0.0);
    for &weight in p.iter().skip(1) {
        let next = weight - lost;
        let grown = sum + next;
        lost = (grown - sum) - next;
        sum = grown;
    }
    if sum.is_nan() {
        return say("probabilities contain NaN", "Probabilities contain NaN");
    }
    if p.iter().any(|&weight| weight < 0.0) {
        return say("probabilities are not non-negative", "Probabilities are not non-negative");
    }
    if (sum - 1.0).abs() > tolerance {
        return say(
            "probabilities do not sum to 1",
            "Probabilities do not sum to 1. See Notes section of docstring for more information.",
        );
    }
    Ok(())
}

fn check_axis(array: &Array, axis: usize) -> Result<()> {
    if axis < array.ndim() {
        return Ok(());
    }
    Err(Error::Axis { axis: axis as isize, ndim: array.ndim() })
}

/// The slices of `array` along `axis` at these positions, in their order.
fn take_axis(array: &Array, positions: &[i64], axis: usize) -> Result<Array> {
    let mut shape = array.shape().to_vec();
    shape[axis] = positions.len();
    if array.ndim() == 1 {
        return crate::nd::fancy::take(
            array,
            &Array::vector(positions.to_vec()),
            Some(0),
            crate::nd::fancy::Mode::Raise,
        );
    }
    let made = Array::zeros(&shape, array.dtype(), Order::C)?;
    for (to, &from) in positions.iter().enumerate() {
        slice_at(&made, axis, to).assign(&slice_at(array, axis, from as usize))?;
    }
    Ok(made)
}

/// The view at `position` of `axis`, without that axis.
fn slice_at(array: &Array, axis: usize, position: usize) -> Array {
    let (mut shape, mut strides) = (Shape::from_slice(array.shape()), Strides::from_slice(array.strides()));
    let start = array.offset().wrapping_add_signed(position as isize * strides[axis]);
    shape.remove(axis);
    strides.remove(axis);
    array.with_geometry(shape, strides, start)
}

/// The next index of a shape in C order; false after the last.
fn advance(index: &mut [usize], shape: &[usize]) -> bool {
    for axis in (0..shape.len()).rev() {
        index[axis] += 1;
        if index[axis] < shape[axis] {
            return true;
        }
        index[axis] = 0;
    }
    false
}
