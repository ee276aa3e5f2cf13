//! Where elements are: positions of extrema, counts of what is not zero.

use std::cmp::Ordering;

use half::f16;
use num_complex::{Complex32, Complex64};

use super::moments::flattened;
use crate::nd::array::Array;
use crate::nd::dtype::{Bool, DType, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::shape::{Shape, normalize_axis};
use crate::nd::ufunc::{self, ReduceOptions};
use crate::nd::walk::Walk;
use crate::with_dtype;

/// An element that an extremum can be looked for among.
trait Extremal: Copy {
    /// Whether `self` takes the place of `best` as the largest; equal elements do not.
    fn exceeds(self, best: Self) -> bool;
    /// Whether `self` takes the place of `best` as the smallest.
    fn undercuts(self, best: Self) -> bool;
    /// NaN: the first one is the answer.
    fn ends_search(self) -> bool;
}

macro_rules! extremal_exact {
    ($($int:ty),*) => {
        $(impl Extremal for $int {
            #[inline(always)]
            fn exceeds(self, best: Self) -> bool { self > best }
            #[inline(always)]
            fn undercuts(self, best: Self) -> bool { self < best }
            #[inline(always)]
            fn ends_search(self) -> bool { false }
        })*
    };
}

extremal_exact!(i8, i16, i32, i64, u8, u16, u32, u64);

macro_rules! extremal_float {
    ($($float:ty),*) => {
        $(impl Extremal for $float {
            #[inline(always)]
            fn exceeds(self, best: Self) -> bool { self > best || self.is_nan() }
            #[inline(always)]
            fn undercuts(self, best: Self) -> bool { self < best || self.is_nan() }
            #[inline(always)]
            fn ends_search(self) -> bool { self.is_nan() }
        })*
    };
}

extremal_float!(f16, f32, f64);

impl Extremal for Bool {
    fn exceeds(self, best: Self) -> bool {
        self.get() && !best.get()
    }
    fn undercuts(self, best: Self) -> bool {
        !self.get() && best.get()
    }
    fn ends_search(self) -> bool {
        false
    }
}

macro_rules! extremal_complex {
    ($($complex:ty),*) => {
        $(impl Extremal for $complex {
            fn exceeds(self, best: Self) -> bool {
                self.ends_search() || (self.re, self.im).partial_cmp(&(best.re, best.im)) == Some(Ordering::Greater)
            }
            fn undercuts(self, best: Self) -> bool {
                self.ends_search() || (self.re, self.im).partial_cmp(&(best.re, best.im)) == Some(Ordering::Less)
            }
            fn ends_search(self) -> bool { self.re.is_nan() || self.im.is_nan() }
        })*
    };
}

extremal_complex!(Complex32, Complex64);

/// NumPy's `argmax`: `int64` positions of the first largest element along an axis, or in C order.
///
/// # Errors
/// A `ValueError` for an empty sequence; [`Error::Axis`].
pub fn argmax(array: &Array, axis: Option<isize>, keepdims: bool) -> Result<Array> {
    position(array, axis, keepdims, "argmax")
}

/// NumPy's `argmin`; as [`argmax`].
///
/// # Errors
/// As [`argmax`].
pub fn argmin(array: &Array, axis: Option<isize>, keepdims: bool) -> Result<Array> {
    position(array, axis, keepdims, "argmin")
}

fn position(array: &Array, axis: Option<isize>, keepdims: bool, name: &str) -> Result<Array> {
    if array.dtype().kind() == Kind::Void {
        return Err(Error::type_error("data type not ordered"));
    }
    let array = &*array.native()?;
    let (source, axis) = match axis {
        Some(axis) if array.ndim() > 0 => (array.view(), normalize_axis(axis, array.ndim())?),
        Some(axis) => (flattened(array)?, normalize_axis(axis, 1)?),
        None => (flattened(array)?, 0),
    };
    let length = source.shape()[axis];
    let mut kept = Shape::from_slice(source.shape());
    kept.remove(axis);
    if length == 0 && kept.iter().product::<usize>() > 0 {
        return Err(Error::value(format!("attempt to get {name} of an empty sequence")));
    }
    let positions = with_dtype!(source.dtype(), T => {
        if name == "argmax" { lanes::<T>(&source, axis, T::exceeds) } else { lanes::<T>(&source, axis, T::undercuts) }
    }, else {
        let wanted = if name == "argmax" { Ordering::Greater } else { Ordering::Less };
        crate::nd::sort::Others::of(&source)?.extremes(source.shape(), axis, wanted)
    })?;
    let shape: Shape = match (keepdims, array.ndim() == source.ndim()) {
        (false, _) => kept,
        (true, true) => array.shape().iter().enumerate().map(|(i, &n)| if i == axis { 1 } else { n }).collect(),
        (true, false) => smallvec::smallvec![1; array.ndim()],
    };
    // A flattened one-dimensional array keeps its one axis; a scalar keeps none.
    let shape = if keepdims && array.ndim() == 0 { Shape::new() } else { shape };
    Ok(Array::from_vec(&shape, positions).expect("one position for each kept element"))
}

/// For each lane along `axis`, in C order of the other axes, where the element is that `wins`.
fn lanes<T: crate::nd::Element + Extremal>(
    array: &Array,
    axis: usize,
    wins: impl Fn(T, T) -> bool,
) -> Result<Vec<i64>> {
    let aligned = array.aligned()?;
    let operand = aligned.src::<T>();
    let length = array.shape()[axis];
    let step = operand.strides[axis];
    let (mut shape, mut strides) = (Shape::from_slice(array.shape()), operand.strides.clone());
    shape.remove(axis);
    strides.remove(axis);
    let walk = Walk::c_order(&shape, [&strides]);
    let [along] = walk.inner_strides();
    let mut positions = Vec::with_capacity(shape.iter().product());
    if length == 0 {
        return Ok(positions);
    }
    walk.run([operand.start], |[mut start]| {
        for _ in 0..walk.inner_length() {
            let (mut best, mut at) = (operand.data[start as usize].get(), 0);
            let mut from = start;
            for k in 1..length {
                if best.ends_search() {
                    break;
                }
                from += step;
                let candidate = operand.data[from as usize].get();
                if wins(candidate, best) {
                    (best, at) = (candidate, k);
                }
            }
            positions.push(at as i64);
            start += along;
        }
    });
    Ok(positions)
}

/// NumPy's `count_nonzero`: an `int64` count along axes; all of them without any.
///
/// # Errors
/// [`Error::Axis`], memory.
pub fn count_nonzero(array: &Array, axes: Option<&[isize]>, keepdims: bool) -> Result<Array> {
    let truth = array.to_mask()?;
    // A mask's bytes may be any number that is not zero: make them one.
    let add = ufunc::find("add").expect("a row of the table");
    let options = ReduceOptions { axes, keepdims, dtype: Some(DType::Int64), ..ReduceOptions::default() };
    Ok(ufunc::reduce(add, &truth, &options)?.0)
}

/// The lanes along `axes`, flattened last: shape of the kept axes with one more axis, contiguous.
pub(super) fn gathered(array: &Array, reduced: &[bool]) -> Result<(Array, Shape)> {
    let kept: Shape = (0..array.ndim()).filter(|&axis| !reduced[axis]).map(|axis| array.shape()[axis]).collect();
    let copy = ufunc::kept_first(array, reduced).copy(crate::nd::Order::C)?;
    let lane: usize = (0..array.ndim()).filter(|&axis| reduced[axis]).map(|axis| array.shape()[axis]).product();
    let mut lanes = kept.clone();
    lanes.push(lane);
    let strides = crate::nd::strides::c_strides(&lanes, array.itemsize());
    Ok((copy.with_geometry(lanes, strides, 0), kept))
}
