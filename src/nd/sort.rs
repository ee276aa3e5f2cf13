//! Order: sorting along an axis, the permutation that sorts, searching in what is sorted, and what
//! follows (`unique`, `lexsort`, `bincount`, `digitize`).
//!
//! NaN sorts last, complex numbers sort by real part, then imaginary. Every sort here is stable, whatever
//! `kind` asks: among equal keys NumPy's default kind may leave another order (DIFFERENCE for `argsort` and
//! `partition` with equal keys; the sorted values are the same).

use std::cmp::Ordering;

use half::f16;
use num_complex::{Complex32, Complex64};

use super::array::{Array, Order};
use super::dtype::{Bool, DType, Element, Kind};
use super::error::{Error, Result};
use super::object;
use super::record::Record;
use super::scalar::Scalar;
use super::shape::{Shape, normalize_axis};
use super::strides::{Strides, c_strides};
use super::text;
use super::time;
use super::ufunc::{Casting, can_cast, try_promote};
use super::walk::Walk;
use crate::with_dtype;

/// An element type with NumPy's sorting order.
pub trait Sortable: Element {
    /// The order: total, NaN last.
    fn order(&self, other: &Self) -> Ordering;
}

macro_rules! sortable_exact {
    ($($int:ty),*) => {
        $(impl Sortable for $int {
            #[inline(always)]
            fn order(&self, other: &Self) -> Ordering { self.cmp(other) }
        })*
    };
}

sortable_exact!(i8, i16, i32, i64, u8, u16, u32, u64);

macro_rules! sortable_float {
    ($($float:ty),*) => {
        $(impl Sortable for $float {
            #[inline(always)]
            fn order(&self, other: &Self) -> Ordering {
                self.partial_cmp(other).unwrap_or_else(|| self.is_nan().cmp(&other.is_nan()))
            }
        })*
    };
}

sortable_float!(f16, f32, f64);

impl Sortable for Bool {
    fn order(&self, other: &Self) -> Ordering {
        self.get().cmp(&other.get())
    }
}

macro_rules! sortable_complex {
    ($($complex:ty),*) => {
        $(impl Sortable for $complex {
            fn order(&self, other: &Self) -> Ordering {
                // Numbers with a NaN part go last: those with a real part that is none before those without.
                let class = |z: &Self| (z.re.is_nan(), z.im.is_nan());
                let parts = || self.re.order(&other.re).then_with(|| self.im.order(&other.im));
                class(self).cmp(&class(other)).then_with(parts)
            }
        })*
    };
}

sortable_complex!(Complex32, Complex64);

/// Checks NumPy's `kind=`.
///
/// # Errors
/// A `ValueError` for an unknown one.
pub fn check_kind(kind: &str) -> Result<()> {
    match kind.chars().next() {
        Some('q' | 'Q' | 'h' | 'H' | 's' | 'S' | 'm' | 'M') => Ok(()),
        _ => Err(Error::value(format!("sort kind must be one of 'quick', 'heap', or 'stable' (got '{kind}')"))),
    }
}

/// Calls `visit` with the offset, in elements, of each lane along `axis`; lanes in C order.
fn for_each_lane(shape: &[usize], strides: &[isize], start: isize, axis: usize, mut visit: impl FnMut(isize)) {
    let (mut shape, mut strides) = (Shape::from_slice(shape), Strides::from_slice(strides));
    shape.remove(axis);
    strides.remove(axis);
    let walk = Walk::c_order(&shape, [&strides]);
    let [step] = walk.inner_strides();
    walk.run([start], |[from]| {
        for k in 0..walk.inner_length() as isize {
            visit(from + k * step);
        }
    });
}

/// Sorts along an axis in place: `a.sort()`.
///
/// # Errors
/// [`Error::Axis`], [`Error::ReadOnly`].
pub fn sort_in_place(array: &Array, axis: isize) -> Result<()> {
    let axis = normalize_axis(axis, array.ndim())?;
    if !array.is_writeable() {
        return Err(Error::ReadOnly);
    }
    if !array.dtype().is_number() {
        let order = positions(array, axis, Way::Quick)?;
        return array.assign(&super::fancy::take_along_axis(array, &order, Some(axis as isize))?);
    }
    let aligned = array.aligned()?;
    with_dtype!(array.dtype(), T => {
        let cells = aligned.cells::<T>()?;
        let (n, step) = (array.shape()[axis], cells.strides[axis]);
        let mut lane: Vec<T> = Vec::with_capacity(n);
        for_each_lane(array.shape(), &cells.strides, cells.start, axis, |start| {
            let place = |k: usize| &cells.data[(start + k as isize * step) as usize];
            lane.clear();
            lane.extend((0..n).map(|k| place(k).get()));
            lane.sort_by(Sortable::order);
            lane.iter().enumerate().for_each(|(k, &value)| place(k).set(value));
        });
    });
    array.write_back(&aligned)
}

/// As [`sort`], equal elements in their order: `kind="stable"`. It matters where equal elements are not the same.
///
/// # Errors
/// As [`sort`].
pub fn sort_stably(array: &Array, axis: Option<isize>) -> Result<Array> {
    if array.dtype() != DType::Object {
        return sort(array, axis);
    }
    let (copy, axis) = match axis {
        Some(axis) => (array.copy(Order::K)?, normalize_axis(axis, array.ndim())?),
        None => (flat_copy(array)?, 0),
    };
    let order = positions(&copy, axis, Way::Stable)?;
    super::fancy::take_along_axis(&copy, &order, Some(axis as isize))
}

/// A sorted copy: NumPy's `sort`; without an axis, of the elements in C order.
///
/// # Errors
/// [`Error::Axis`], memory.
pub fn sort(array: &Array, axis: Option<isize>) -> Result<Array> {
    let (copy, axis) = match axis {
        Some(axis) => (array.copy(Order::K)?, axis),
        None => (flat_copy(array)?, 0),
    };
    sort_in_place(&copy, axis)?;
    Ok(copy)
}

/// The elements in C order as a fresh array of one axis.
fn flat_copy(array: &Array) -> Result<Array> {
    array.copy(Order::C)?.reshaped_to(Shape::from_slice(&[array.size()]))
}

/// The positions that sort: NumPy's `argsort`, `int64`; equal keys keep their order.
///
/// # Errors
/// [`Error::Axis`], memory.
pub fn argsort(array: &Array, axis: Option<isize>) -> Result<Array> {
    let array = &*array.native()?;
    let flat;
    let (source, axis) = match axis {
        // NumPy sorts a scalar as one element.
        Some(axis) if array.ndim() > 0 => (array, normalize_axis(axis, array.ndim())?),
        Some(axis) => {
            normalize_axis(axis, 1)?;
            flat = flat_copy(array)?;
            (&flat, 0)
        }
        None => {
            flat = flat_copy(array)?;
            (&flat, 0)
        }
    };
    if !source.dtype().is_number() {
        return positions(source, axis, Way::Stable);
    }
    let result = Array::zeros(source.shape(), DType::Int64, Order::C)?;
    let aligned = source.aligned()?;
    let places = result.cells::<i64>()?;
    let along = places.strides[axis];
    with_dtype!(source.dtype(), T => {
        let values = aligned.src::<T>();
        let (n, step) = (source.shape()[axis], values.strides[axis]);
        let mut lanes = Vec::new();
        for_each_lane(source.shape(), &values.strides, values.start, axis, |start| lanes.push(start));
        let mut keyed: Vec<(T, i64)> = Vec::with_capacity(n);
        let mut lane = 0;
        for_each_lane(source.shape(), &places.strides, places.start, axis, |to| {
            let from = lanes[lane];
            lane += 1;
            keyed.clear();
            keyed.extend((0..n).map(|k| (values.data[(from + k as isize * step) as usize].get(), k as i64)));
            keyed.sort_by(|a, b| a.0.order(&b.0));
            for (k, &(_, position)) in keyed.iter().enumerate() {
                places.data[(to + k as isize * along) as usize].set(position);
            }
        });
    });
    Ok(result)
}

/// How elements that are no numbers are sorted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Stable,
    /// Objects by NumPy's quicksort, whose comparisons a reader may see; all others as if stable.
    Quick,
}

/// The positions that sort elements that are no numbers, along an axis.
fn positions(source: &Array, axis: usize, way: Way) -> Result<Array> {
    let source = &*source.native()?;
    let others = Others::of(source)?;
    let quick = way == Way::Quick && source.dtype() == DType::Object;
    let mut positions = vec![0; source.size()];
    let steps = c_strides(source.shape(), 1);
    let (n, step) = (source.shape()[axis], steps[axis] as usize);
    let mut raised = None;
    for_each_lane(source.shape(), &steps, 0, axis, |start| {
        if raised.is_some() {
            return;
        }
        let place = |k: usize| start as usize + k * step;
        let sorted = if quick { others.sorted_quickly(n, place) } else { others.sorted(n, place) };
        match sorted {
            Ok(lane) => lane.into_iter().enumerate().for_each(|(k, position)| positions[place(k)] = position),
            Err(error) => raised = Some(error),
        }
    });
    match raised {
        Some(error) => Err(error),
        None => Ok(Array::from_vec(source.shape(), positions).expect("one position for each element")),
    }
}

fn check_kth(kth: &[isize], n: usize) -> Result<()> {
    for &k in kth {
        if n == 0 && k == 0 {
            // Of nothing every place is in order.
            continue;
        }
        if k >= n as isize || k < -(n as isize) {
            return Err(Error::value(format!("kth(={k}) out of bounds ({n})")));
        }
    }
    Ok(())
}

/// NumPy's `partition`: the element at each `kth` is where sorting would put it; here all are.
///
/// # Errors
/// A `ValueError` for a `kth` outside the axis; as [`sort`].
pub fn partition(array: &Array, kth: &[isize], axis: Option<isize>) -> Result<Array> {
    check_kth(kth, lane_length(array, axis)?)?;
    sort(array, axis)
}

/// NumPy's `argpartition`; as [`partition`].
///
/// # Errors
/// As [`partition`].
pub fn argpartition(array: &Array, kth: &[isize], axis: Option<isize>) -> Result<Array> {
    check_kth(kth, lane_length(array, axis)?)?;
    argsort(array, axis)
}

fn lane_length(array: &Array, axis: Option<isize>) -> Result<usize> {
    match axis {
        None => Ok(array.size()),
        Some(axis) => Ok(array.shape()[normalize_axis(axis, array.ndim())?]),
    }
}

/// The positions that sort by several keys, the last the most important: NumPy's `lexsort`, each line along
/// an axis by itself.
///
/// # Errors
/// A `TypeError` without keys, a `ValueError` for keys of different shapes, an `AxisError`.
pub fn lexsort(keys: &[Array], axis: isize) -> Result<Array> {
    let Some(first) = keys.first() else {
        return Err(Error::type_error("need sequence of keys with len > 0 in lexsort"));
    };
    if keys.iter().any(|key| key.shape() != first.shape()) {
        return Err(Error::value("all keys need to be the same shape"));
    }
    if first.ndim() == 0 {
        return Ok(Array::scalar(Scalar::Int(0), DType::Int64));
    }
    let axis = normalize_axis(axis, first.ndim())? as isize;
    let turned = |key: &Array| key.native().and_then(|key| crate::nd::manip::moveaxis(&key, &[axis], &[-1]));
    let keys = keys.iter().map(turned).collect::<Result<Vec<_>>>()?;
    let shape = keys[0].shape();
    let length = shape[shape.len() - 1];
    let mut order: Vec<i64> = (0..first.size()).map(|at| (at % length) as i64).collect();
    if length > 0 {
        for key in &keys {
            order_by(key, &mut order, length)?;
        }
    }
    let sorted = Array::vector(order).reshaped_to(Shape::from_slice(shape))?;
    crate::nd::manip::moveaxis(&sorted, &[-1], &[axis])
}

/// Sorts positions in lines of `length` by a key, stably.
fn order_by(key: &Array, order: &mut [i64], length: usize) -> Result<()> {
    with_dtype!(key.dtype(), T => {
        let values = key.to_vec::<T>()?;
        for (line, values) in order.chunks_mut(length).zip(values.chunks(length)) {
            line.sort_by(|&i, &j| values[i as usize].order(&values[j as usize]));
        }
        return Ok(());
    }, else {
        let others = Others::of(key)?;
        for (at, line) in order.chunks_mut(length).enumerate() {
            let before = line.to_vec();
            let sorted = others.sorted(length, |k| at * length + before[k] as usize)?;
            for (place, k) in line.iter_mut().zip(sorted) {
                *place = before[k as usize];
            }
        }
    });
    Ok(())
}

/// Which end of equal elements a search finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Side {
    /// Before them.
    #[default]
    Left,
    /// After them.
    Right,
}

impl Side {
    /// NumPy's `side=`.
    ///
    /// # Errors
    /// A `ValueError` for another word.
    pub fn parse(text: &str) -> Result<Self> {
        match text {
            "left" => Ok(Self::Left),
            "right" => Ok(Self::Right),
            other => Err(Error::value(format!("search side must be 'left' or 'right' (got '{other}')"))),
        }
    }
}

/// Where `values` belong in the sorted one-dimensional `array`: NumPy's `searchsorted`, `int64`. `sorter` are
/// the positions that sort `array`.
///
/// # Errors
/// A `ValueError` when `array` or `sorter` is not of one dimension, or `sorter` of another size.
pub fn searchsorted(array: &Array, values: &Array, side: Side, sorter: Option<&Array>) -> Result<Array> {
    if array.ndim() > 1 {
        return Err(Error::value("object too deep for desired array"));
    }
    if array.ndim() == 0 {
        return Err(Error::value("object of too small depth for desired array"));
    }
    let sorter = match sorter {
        None => None,
        Some(sorter) if !sorter.dtype().is_integer() && sorter.dtype() != DType::Bool => {
            return Err(Error::type_error("sorter must only contain integers"));
        }
        Some(sorter) if sorter.size() != array.size() => {
            return Err(Error::value("sorter.size must equal a.size"));
        }
        Some(sorter) => Some(sorter.to_vec::<i64>()?),
    };
    let dtype = try_promote(array.dtype(), values.dtype())?;
    if !dtype.is_number() {
        return search_others(
            &array.astype(dtype, Order::C)?,
            &values.astype(dtype, Order::C)?,
            side,
            sorter.as_deref(),
        );
    }
    let found: Vec<i64> = with_dtype!(dtype, T => {
        let mut sorted = array.to_vec::<T>()?;
        if let Some(sorter) = sorter {
            let pick = |&i: &i64| usize::try_from(i).ok().and_then(|i| sorted.get(i)).copied();
            sorted = sorter
                .iter()
                .map(pick)
                .collect::<Option<Vec<T>>>()
                .ok_or_else(|| Error::value("Sorter index out of range."))?;
        }
        values
            .to_vec::<T>()?
            .iter()
            .map(|value| match side {
                Side::Left => sorted.partition_point(|x| x.order(value) == Ordering::Less) as i64,
                Side::Right => sorted.partition_point(|x| x.order(value) != Ordering::Greater) as i64,
            })
            .collect()
    });
    Ok(Array::from_vec(values.shape(), found).expect("one position for each value"))
}

/// Where `values` fall between the edges `bins`: NumPy's `digitize`.
///
/// # Errors
/// A `ValueError` when `bins` neither ascend nor descend, a `TypeError` for complex values.
pub fn digitize(values: &Array, bins: &Array, right: bool) -> Result<Array> {
    if values.dtype().kind() == Kind::Complex {
        return Err(Error::type_error("x may not be complex"));
    }
    if bins.ndim() != 1 {
        let depth = if bins.ndim() > 1 { "too deep" } else { "of too small depth" };
        return Err(Error::value(format!("object {depth} for desired array")));
    }
    let edges = bins.to_vec::<f64>()?;
    let side = if right { Side::Left } else { Side::Right };
    if edges.is_sorted() {
        return searchsorted(bins, values, side, None);
    }
    if !edges.iter().rev().is_sorted() {
        return Err(Error::value("bins must be monotonically increasing or decreasing"));
    }
    let mut ascending = edges;
    ascending.reverse();
    let count = ascending.len() as i64;
    let found = searchsorted(&Array::vector(ascending), values, side, None)?;
    let turned: Vec<i64> = found.to_vec::<i64>()?.into_iter().map(|position| count - position).collect();
    Ok(Array::from_vec(values.shape(), turned).expect("one position for each value"))
}

/// What [`unique`] finds.
pub struct Unique {
    /// The sorted distinct elements.
    pub values: Array,
    /// Where each first stands, in C order.
    pub first: Array,
    /// For each element, in the array's shape, which value it is.
    pub inverse: Array,
    /// How often each stands.
    pub counts: Array,
}

/// NumPy's `unique` over all elements; NaNs count as equal.
///
/// # Errors
/// Memory.
pub fn unique(array: &Array) -> Result<Unique> {
    if let DType::Swapped(_) = array.dtype() {
        let found = unique(&*array.native()?)?;
        return Ok(Unique { values: found.values.astype(array.dtype(), Order::C)?, ..found });
    }
    let order = argsort(array, None)?.to_vec::<i64>()?;
    if !array.dtype().is_number() {
        return unique_others(array, &order);
    }
    with_dtype!(array.dtype(), T => {
        let elements = array.to_vec::<T>()?;
        let (mut values, mut first, mut counts): (Vec<T>, Vec<i64>, Vec<i64>) = Default::default();
        let mut inverse = vec![0i64; elements.len()];
        for &position in &order {
            let element = elements[position as usize];
            if values.last().is_none_or(|last| last.order(&element) != Ordering::Equal) {
                values.push(element);
                first.push(position);
                counts.push(0);
            }
            inverse[position as usize] = values.len() as i64 - 1;
            *counts.last_mut().expect("a value was just found") += 1;
        }
        Ok(Unique {
            values: Array::vector(values),
            first: Array::vector(first),
            inverse: Array::from_vec(array.shape(), inverse).expect("one value for each element"),
            counts: Array::vector(counts),
        })
    })
}

/// As [`unique`], of elements that are no numbers; `order` sorts them.
fn unique_others(array: &Array, order: &[i64]) -> Result<Unique> {
    let others = Others::of(array)?;
    let (mut first, mut counts): (Vec<i64>, Vec<i64>) = Default::default();
    let mut inverse = vec![0i64; array.size()];
    for &position in order {
        let known =
            first.last().is_some_and(|&last| others.order(last as usize, position as usize) == Ok(Ordering::Equal));
        if !known {
            first.push(position);
            counts.push(0);
        }
        inverse[position as usize] = first.len() as i64 - 1;
        *counts.last_mut().expect("a value was just found") += 1;
    }
    let first = Array::vector(first);
    Ok(Unique {
        values: super::fancy::take(array, &first, None, super::fancy::Mode::Raise)?,
        first,
        inverse: Array::from_vec(array.shape(), inverse).expect("one value for each element"),
        counts: Array::vector(counts),
    })
}

/// As [`searchsorted`], of elements that are no numbers; both arrays are of one dtype.
fn search_others(array: &Array, values: &Array, side: Side, sorter: Option<&[i64]>) -> Result<Array> {
    let flat = super::manip::reshape::ravel(values, Order::C)?;
    let both = super::manip::concatenate(&[array, &flat], Some(0), array.dtype())?;
    let (others, n) = (Others::of(&both)?, array.size());
    let mut found = Vec::with_capacity(values.size());
    for value in n..n + values.size() {
        let (mut low, mut high) = (0, n);
        while low < high {
            let middle = low + (high - low) / 2;
            let place = sorter.map_or(Some(middle), |sorter| usize::try_from(sorter[middle]).ok().filter(|&at| at < n));
            let place = place.ok_or_else(|| Error::value("Sorter index out of range."))?;
            let before = match side {
                Side::Left => others.order(place, value)? == Ordering::Less,
                Side::Right => others.order(place, value)? != Ordering::Greater,
            };
            if before { low = middle + 1 } else { high = middle }
        }
        found.push(low as i64);
    }
    Ok(Array::from_vec(values.shape(), found).expect("one position for each value"))
}

/// For each field, and each element of a block, the ranks of its elements in C order.
fn ranks(array: &Array, record: &Record) -> Result<Vec<Vec<i64>>> {
    let mut all = Vec::new();
    for field in &record.fields {
        let ranks = unique(&array.field(field))?.inverse.to_vec::<i64>()?;
        let within = ranks.len().checked_div(array.size()).unwrap_or(0);
        all.extend((0..within).map(|at| ranks.iter().copied().skip(at).step_by(within).collect::<Vec<_>>()));
    }
    Ok(all)
}

/// The elements of an array of texts or objects in C order, to be compared by position.
pub(in crate::nd) enum Others {
    /// Texts and bytes compare by their code points.
    Texts(text::Keys),
    /// Dates and spans; NaT last.
    Times(Vec<i64>),
    /// Texts of any length; missing ones last.
    Strings(Vec<Option<String>>),
    /// Objects compare as the host says.
    Objects(Vec<u64>),
    /// Records compare by their fields, the first before the next: each field's elements by their rank.
    Records(Vec<Vec<i64>>),
}

impl Others {
    /// Of an array whose dtype is no number.
    pub(in crate::nd) fn of(array: &Array) -> Result<Self> {
        Ok(match array.dtype() {
            DType::Object => Self::Objects(object::handles(array)),
            DType::Strings(_) => Self::Strings(super::strings::keys(array)?),
            DType::Datetime(_) | DType::Timedelta(_) => Self::Times(time::counts(array, array.dtype())?),
            DType::Record(record) => Self::Records(ranks(array, record)?),
            _ => Self::Texts(text::Keys::of(array)?),
        })
    }

    /// The order of two elements.
    pub(in crate::nd) fn order(&self, a: usize, b: usize) -> Result<Ordering> {
        match self {
            Self::Texts(keys) => Ok(keys.at(a).cmp(keys.at(b))),
            Self::Times(counts) => {
                let late = |count: i64| (count == time::NAT, count);
                Ok(late(counts[a]).cmp(&late(counts[b])))
            }
            Self::Strings(texts) => Ok(super::strings::order(&texts[a], &texts[b])),
            Self::Objects(handles) => object::host()?.order(handles[a], handles[b]),
            Self::Records(ranks) => {
                let differs = ranks.iter().map(|ranks| ranks[a].cmp(&ranks[b])).find(|order| order.is_ne());
                Ok(differs.unwrap_or(Ordering::Equal))
            }
        }
    }

    /// The numbers from 0 to `n` in the order of the elements at their places.
    ///
    /// A merge sort of our own: the library's may panic where objects compare without any order, and cannot fail.
    fn sorted(&self, n: usize, place: impl Fn(usize) -> usize) -> Result<Vec<i64>> {
        let mut numbers: Vec<i64> = (0..n as i64).collect();
        let mut merged = Vec::with_capacity(n);
        let mut run = 1;
        while run < n {
            merged.clear();
            for pair in numbers.chunks(2 * run) {
                let (mut left, mut right) = pair.split_at(run.min(pair.len()));
                while let (Some(&a), Some(&b)) = (left.first(), right.first()) {
                    if self.order(place(b as usize), place(a as usize))? == Ordering::Less {
                        merged.push(b);
                        right = &right[1..];
                    } else {
                        merged.push(a);
                        left = &left[1..];
                    }
                }
                merged.extend_from_slice(left);
                merged.extend_from_slice(right);
            }
            std::mem::swap(&mut numbers, &mut merged);
            run *= 2;
        }
        Ok(numbers)
    }

    /// As [`Self::sorted`], by the quicksort that NumPy sorts objects with: the middle of three as pivot, the larger part
    /// later, short parts by insertion. Equal elements may change places.
    fn sorted_quickly(&self, n: usize, place: impl Fn(usize) -> usize) -> Result<Vec<i64>> {
        const SHORT: usize = 16;
        let mut numbers: Vec<i64> = (0..n as i64).collect();
        let less = |a: i64, b: i64| -> Result<bool> {
            Ok(self.order(place(a as usize), place(b as usize))? == Ordering::Less)
        };
        // Parts still to be sorted, each with how often it may be divided.
        let mut parts = vec![(0usize, n, 2 * n.checked_ilog2().unwrap_or(0) as i64)];
        while let Some((mut low, mut end, mut depth)) = parts.pop() {
            while end - low > SHORT + 1 && depth >= 0 {
                let (middle, last) = (low + (end - 1 - low) / 2, end - 1);
                for (first, second) in [(low, middle), (middle, last), (low, middle)] {
                    if less(numbers[second], numbers[first])? {
                        numbers.swap(first, second);
                    }
                }
                let pivot = numbers[middle];
                numbers.swap(middle, last - 1);
                let (mut i, mut j) = (low, last - 1);
                loop {
                    i += 1;
                    while i < last && less(numbers[i], pivot)? {
                        i += 1;
                    }
                    j -= 1;
                    while j > low && less(pivot, numbers[j])? {
                        j -= 1;
                    }
                    if i >= j {
                        break;
                    }
                    numbers.swap(i, j);
                }
                let i = i.min(last - 1);
                numbers.swap(i, last - 1);
                depth -= 1;
                if i - low < last - i {
                    parts.push((i + 1, end, depth));
                    end = i;
                } else {
                    parts.push((low, i, depth));
                    low = i + 1;
                }
            }
            if end.saturating_sub(low) > SHORT + 1 {
                // Divided too often: comparisons that say anything, or a rare order of elements.
                let part = numbers[low..end].to_vec();
                let sorted = self.sorted(part.len(), |k| place(part[k] as usize))?;
                sorted.into_iter().enumerate().for_each(|(k, at)| numbers[low + k] = part[at as usize]);
                continue;
            }
            for at in low + 1..end {
                let (number, mut hole) = (numbers[at], at);
                while hole > low && less(number, numbers[hole - 1])? {
                    numbers[hole] = numbers[hole - 1];
                    hole -= 1;
                }
                numbers[hole] = number;
            }
        }
        Ok(numbers)
    }

    /// For each lane along `axis` where the first element stands that compares `wanted` with all before.
    pub(in crate::nd) fn extremes(&self, shape: &[usize], axis: usize, wanted: Ordering) -> Result<Vec<i64>> {
        let steps = c_strides(shape, 1);
        let mut found = Vec::new();
        let mut raised = None;
        for_each_lane(shape, &steps, 0, axis, |start| {
            let place = |k: usize| start as usize + k * steps[axis] as usize;
            if let Self::Times(counts) = self
                && let Some(first) = (0..shape[axis]).find(|&k| counts[place(k)] == time::NAT)
            {
                // What is no time is both the first and the last.
                found.push(first as i64);
                return;
            }
            let mut best = 0;
            for k in 1..shape[axis] {
                match self.order(place(k), place(best)) {
                    Ok(order) if order == wanted => best = k,
                    Ok(_) => {}
                    Err(error) => raised = Some(error),
                }
            }
            found.push(best as i64);
        });
        raised.map_or(Ok(found), Err)
    }
}

/// How often each number from 0 stands in an array, or the sum of `weights` there: NumPy's `bincount`.
///
/// # Errors
/// A `ValueError` for negative elements, more than one dimension, weights of another length; a `TypeError`
/// for elements that are not integers; memory.
pub fn bincount(array: &Array, weights: Option<&Array>, minlength: usize) -> Result<Array> {
    if array.ndim() > 1 {
        return Err(Error::value("object too deep for desired array"));
    }
    if !can_cast(array.dtype(), DType::Int64, Casting::Safe) && array.dtype() != DType::UInt64 && array.size() > 0 {
        return Err(Error::type_error(format!(
            "Cannot cast array data from dtype({}) to dtype('int64') according to the rule 'safe'",
            array.dtype().repr()
        )));
    }
    let elements = array.to_vec::<i64>()?;
    if elements.iter().any(|&element| element < 0) {
        return Err(Error::value("'list' argument must have no negative elements"));
    }
    let length = elements.iter().max().map_or(0, |&most| most as usize + 1).max(minlength);
    let Some(weights) = weights else {
        let result = Array::zeros(&[length], DType::Int64, Order::C)?;
        let cells = result.cells::<i64>()?;
        for &element in &elements {
            let cell = &cells.data[element as usize];
            cell.set(cell.get() + 1);
        }
        return Ok(result);
    };
    if weights.size() != elements.len() {
        return Err(Error::value("The weights and list don't have the same length."));
    }
    let result = Array::zeros(&[length], DType::Float64, Order::C)?;
    let cells = result.cells::<f64>()?;
    for (&element, weight) in elements.iter().zip(weights.to_vec::<f64>()?) {
        let cell = &cells.data[element as usize];
        cell.set(cell.get() + weight);
    }
    Ok(result)
}
