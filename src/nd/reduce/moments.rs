//! Sums, means, variances and running sums.

use super::{Noted, Notes};
use crate::nd::array::{Array, Order};
use crate::nd::dtype::{DType, Kind};
use crate::nd::error::Result;
use crate::nd::scalar::Scalar;
use crate::nd::shape::Shape;
use crate::nd::strides::Strides;
use crate::nd::ufunc::{self, CallOptions, Casting, ReduceOptions, Warnings};

macro_rules! reductions {
    ($($(#[$doc:meta])* $name:ident = $ufunc:literal;)*) => {
        $($(#[$doc])*
        ///
        /// # Errors
        /// As [`ufunc::reduce`].
        pub fn $name(array: &Array, options: &ReduceOptions) -> Result<(Array, Warnings)> {
            ufunc::reduce(ufunc::find($ufunc).expect("a row of the table"), array, options)
        })*
    };
}

reductions! {
    /// NumPy's `sum`.
    sum = "add";
    /// NumPy's `prod`.
    prod = "multiply";
    /// NumPy's `max`.
    max = "maximum";
    /// NumPy's `min`.
    min = "minimum";
    /// NumPy's `any`.
    any = "logical_or";
    /// NumPy's `all`.
    all = "logical_and";
}

/// NumPy's keyword arguments of `var` and `std`.
#[derive(Clone, Copy, Debug, Default)]
pub struct MomentOptions<'a> {
    /// Those shared with other reductions; `initial` is not used.
    pub reduce: ReduceOptions<'a>,
    /// `ddof=` or `correction=`: taken off the count.
    pub ddof: f64,
    /// `mean=`: a mean known already, with `keepdims`.
    pub mean: Option<&'a Array>,
}

const UNSAFE: CallOptions<'static> =
    CallOptions { out: &[], where_: None, dtype: None, casting: Casting::Unsafe, order: Order::K, spare: None };

/// What exact numbers are averaged in.
fn mean_dtype(array: &Array, asked: Option<DType>) -> Option<DType> {
    let counted = array.dtype().is_inexact() || crate::nd::time::is_time(array.dtype());
    asked.or((!counted).then_some(DType::Float64))
}

/// How many elements each result stands for: an `int64` scalar, or an array where a mask counts.
fn count_items(array: &Array, options: &ReduceOptions) -> Result<Array> {
    match options.where_ {
        None => {
            for &axis in options.axes.unwrap_or_default() {
                // Stricter than sums, which take axis 0 of what has no axes.
                crate::nd::shape::normalize_axis(axis, array.ndim())?;
            }
            let reduced = ufunc::reduced_axes(options.axes, array.ndim())?;
            let count: usize = array.shape().iter().zip(&reduced).filter(|(_, gone)| **gone).map(|(n, _)| n).product();
            Ok(Array::scalar(Scalar::Int(count as i64), DType::Int64))
        }
        Some(mask) => {
            let mask = mask.to_mask()?;
            let mask = mask.broadcast_to(array.shape())?;
            let options = ReduceOptions { where_: None, out: None, dtype: Some(DType::Int64), ..*options };
            Ok(sum(&mask, &options)?.0)
        }
    }
}

fn any_element(array: &Array, test: impl Fn(f64) -> bool) -> Result<bool> {
    Ok(array.to_vec::<f64>()?.into_iter().any(test))
}

/// Divides in place, as NumPy does: in double precision when the count is an integer.
fn divide_by(notes: &mut Notes, total: Array, count: &Array, scalar: bool) -> Result<Array> {
    let row = ufunc::find("divide").expect("a row of the table");
    let options = CallOptions { out: &[Some(&total)], ..UNSAFE };
    let (_, mut warnings) = ufunc::call(row, &[(&total).into(), count.into()], &options)?;
    // Beside an integer a narrower scalar is an array.
    if scalar && matches!(total.dtype(), DType::Float64 | DType::Complex128) {
        warnings.name = "scalar divide";
    }
    Ok(notes.keep((total, warnings)))
}

/// NumPy's `mean`.
///
/// # Errors
/// As [`ufunc::reduce`].
pub fn mean(array: &Array, options: &ReduceOptions) -> Noted {
    let mut notes = Notes::default();
    let count = count_items(array, options)?;
    if any_element(&count, |n| n == 0.0)? {
        notes.say("Mean of empty slice");
    }
    // Halves are averaged in single precision.
    let half = options.dtype.is_none() && array.dtype() == DType::Float16;
    let dtype = if half { Some(DType::Float32) } else { mean_dtype(array, options.dtype) };
    let total = notes.keep(sum(array, &ReduceOptions { dtype, ..*options })?);
    let scalar = total.ndim() == 0 && options.out.is_none();
    let mean = divide_by(&mut notes, total, &count, scalar)?;
    let mean = if half && options.out.is_none() { mean.astype(DType::Float16, Order::K)? } else { mean };
    Ok(notes.with(mean))
}

/// NumPy's `var`: mean of squared distances from the mean, in two passes.
///
/// # Errors
/// As [`ufunc::reduce`].
pub fn var(array: &Array, options: &MomentOptions) -> Noted {
    let mut notes = Notes::default();
    let shared = &options.reduce;
    let count = count_items(array, shared)?;
    if any_element(&count, |n| options.ddof >= n)? {
        notes.say("Degrees of freedom <= 0 for slice");
    }
    let dtype = mean_dtype(array, shared.dtype);
    let center = match options.mean {
        Some(mean) => mean.clone(),
        None => {
            let kept = ReduceOptions { dtype, keepdims: true, out: None, ..*shared };
            let total = notes.keep(sum(array, &kept)?);
            let divisor = if count.ndim() == 0 || shared.keepdims { count.clone() } else { shaped_as(&count, &total) };
            let scalar = total.ndim() == 0;
            divide_by(&mut notes, total, &divisor, scalar)?
        }
    };
    let distances = notes.call("subtract", &[array.into(), (&center).into()], &CallOptions::default())?;
    // Only of complex numbers are they squares of distances in the plane.
    let squares = match array.dtype().kind() {
        Kind::Complex if distances.dtype() == DType::Object => {
            let conjugates = notes.call("conjugate", &[(&distances).into()], &CallOptions::default())?;
            notes.call("multiply", &[(&distances).into(), (&conjugates).into()], &CallOptions::default())?
        }
        Kind::Complex if distances.dtype().kind() == Kind::Complex => {
            let (re, im) = (part(&distances, 0), part(&distances, 1));
            for part in [&re, &im] {
                notes.call("square", &[part.into()], &CallOptions { out: &[Some(part)], ..UNSAFE })?;
            }
            notes.call("add", &[(&re).into(), (&im).into()], &CallOptions { out: &[Some(&re)], ..UNSAFE })?
        }
        _ => notes.call("square", &[(&distances).into()], &CallOptions { out: &[Some(&distances)], ..UNSAFE })?,
    };
    let total = notes.keep(sum(&squares, &ReduceOptions { dtype, ..*shared })?);
    let freedom = {
        let counts = count.to_vec::<f64>()?;
        let left: Vec<f64> = counts.into_iter().map(|n| (n - options.ddof).max(0.0)).collect();
        let flat = Array::vector(left);
        flat.with_geometry(Shape::from_slice(count.shape()), crate::nd::strides::c_strides(count.shape(), 8), 0)
    };
    let scalar = total.ndim() == 0 && shared.out.is_none();
    let variance = divide_by(&mut notes, total, &freedom, scalar)?;
    Ok(notes.with(variance))
}

/// Counts without the reduced axes, seen with them.
fn shaped_as(count: &Array, like: &Array) -> Array {
    let strides = crate::nd::strides::c_strides(like.shape(), count.itemsize());
    match count.is_c_contiguous() {
        true => count.with_geometry(Shape::from_slice(like.shape()), strides, count.offset()),
        false => {
            let packed = count.copy(Order::C).unwrap_or_else(|_| count.clone());
            packed.with_geometry(Shape::from_slice(like.shape()), strides, packed.offset())
        }
    }
}

/// The real (0) or imaginary (1) parts of complex elements, as a view.
fn part(array: &Array, which: usize) -> Array {
    let strides = Strides::from_slice(array.strides());
    let floats = Array::from_buffer(array.buffer().clone(), array.dtype().real(), 0);
    let offset = array.offset() + which * floats.itemsize();
    floats.with_geometry(Shape::from_slice(array.shape()), strides, offset)
}

/// NumPy's `std`: square root of [`var`].
///
/// # Errors
/// As [`ufunc::reduce`].
pub fn std(array: &Array, options: &MomentOptions) -> Noted {
    let (variance, notices) = var(array, options)?;
    let mut notes = Notes(notices);
    let given = options.reduce.out.is_some();
    let casting = if variance.ndim() > 0 || given { Casting::SameKind } else { Casting::Unsafe };
    let place = CallOptions { out: &[Some(&variance)], casting, ..UNSAFE };
    let root = notes.call("sqrt", &[(&variance).into()], &place)?;
    Ok(notes.with(root))
}

/// NumPy's `ptp`: largest minus smallest.
///
/// # Errors
/// As [`ufunc::reduce`].
pub fn ptp(array: &Array, options: &ReduceOptions) -> Noted {
    let mut notes = Notes::default();
    let high = notes.keep(max(array, options)?);
    let low = notes.keep(min(array, &ReduceOptions { out: None, ..*options })?);
    let out = [options.out];
    let call = CallOptions { out: if options.out.is_some() { &out } else { &[] }, ..CallOptions::default() };
    let range = notes.call("subtract", &[(&high).into(), (&low).into()], &call)?;
    Ok(notes.with(range))
}

/// NumPy's `cumsum`; without an axis, over the elements in C order.
///
/// # Errors
/// As [`ufunc::accumulate`].
pub fn cumsum(
    array: &Array,
    axis: Option<isize>,
    dtype: Option<DType>,
    out: Option<&Array>,
) -> Result<(Array, Warnings)> {
    running("add", array, axis, dtype, out)
}

/// NumPy's `cumprod`; as [`cumsum`].
///
/// # Errors
/// As [`ufunc::accumulate`].
pub fn cumprod(
    array: &Array,
    axis: Option<isize>,
    dtype: Option<DType>,
    out: Option<&Array>,
) -> Result<(Array, Warnings)> {
    running("multiply", array, axis, dtype, out)
}

fn running(
    name: &str,
    array: &Array,
    axis: Option<isize>,
    dtype: Option<DType>,
    out: Option<&Array>,
) -> Result<(Array, Warnings)> {
    let row = ufunc::find(name).expect("a row of the table");
    if let Some(axis) = axis
        && array.ndim() > 0
    {
        return ufunc::accumulate(row, array, axis, dtype, out);
    }
    if let Some(axis) = axis {
        // A scalar counts as one axis.
        crate::nd::shape::normalize_axis(axis, 1)?;
    }
    ufunc::accumulate(row, &flattened(array)?, 0, dtype, out)
}

/// The elements in C order as one axis: a view when they lie so.
pub(super) fn flattened(array: &Array) -> Result<Array> {
    let packed = array.to_c_contiguous()?;
    let strides = Strides::from_slice(&[packed.itemsize() as isize]);
    Ok(packed.with_geometry(Shape::from_slice(&[packed.size()]), strides, packed.offset()))
}
