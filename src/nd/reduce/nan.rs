//! Reductions that skip NaN: a copy with NaN replaced by what does not count, then the ordinary ones.

use super::moments::{MomentOptions, cumprod, cumsum, prod, std, sum, var};
use super::{Noted, Notes, argmax, argmin};
use crate::nd::array::{Array, Order};
use crate::nd::dtype::{Bool, DType, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::scalar::Scalar;
use crate::nd::ufunc::{self, CallOptions, Casting, ReduceOptions, Warnings};

const UNSAFE: CallOptions<'static> =
    CallOptions { out: &[], where_: None, dtype: None, casting: Casting::Unsafe, order: Order::K, spare: None };

/// The array with `value` for NaN, and where NaN was; `None` when its dtype has no NaN.
fn replaced(array: &Array, value: Scalar) -> Result<Option<(Array, Array)>> {
    if !array.dtype().is_inexact() {
        return Ok(None);
    }
    let mut notes = Notes::default();
    let mask = notes.call("isnan", &[array.into()], &CallOptions::default())?;
    let copy = array.copy(Order::K)?;
    put(&copy, value, &mask)?;
    Ok(Some((copy, mask)))
}

/// Writes `value` where `mask` is true.
fn put(array: &Array, value: Scalar, mask: &Array) -> Result<()> {
    let filler = Array::scalar(value, array.dtype());
    let row = ufunc::find("positive").expect("a row of the table");
    let out = [Some(array)];
    ufunc::call(row, &[(&filler).into()], &CallOptions { out: &out, where_: Some(mask), ..UNSAFE })?;
    Ok(())
}

macro_rules! skipping_sums {
    ($($(#[$doc:meta])* $name:ident = $plain:ident, $neutral:literal;)*) => {
        $($(#[$doc])*
        ///
        /// # Errors
        /// As [`ufunc::reduce`].
        pub fn $name(array: &Array, options: &ReduceOptions) -> Result<(Array, Warnings)> {
            match replaced(array, Scalar::Int($neutral))? {
                Some((copy, _)) => $plain(&copy, options),
                None => $plain(array, options),
            }
        })*
    };
}

skipping_sums! {
    /// NumPy's `nansum`.
    nansum = sum, 0;
    /// NumPy's `nanprod`.
    nanprod = prod, 1;
}

macro_rules! skipping_running {
    ($($(#[$doc:meta])* $name:ident = $plain:ident, $neutral:literal;)*) => {
        $($(#[$doc])*
        ///
        /// # Errors
        /// As [`ufunc::accumulate`].
        pub fn $name(array: &Array, axis: Option<isize>, dtype: Option<DType>, out: Option<&Array>) -> Result<(Array, Warnings)> {
            match replaced(array, Scalar::Int($neutral))? {
                Some((copy, _)) => $plain(&copy, axis, dtype, out),
                None => $plain(array, axis, dtype, out),
            }
        })*
    };
}

skipping_running! {
    /// NumPy's `nancumsum`.
    nancumsum = cumsum, 0;
    /// NumPy's `nancumprod`.
    nancumprod = cumprod, 1;
}

/// NumPy's `nanmax`.
///
/// # Errors
/// As [`ufunc::reduce`].
pub fn nanmax(array: &Array, options: &ReduceOptions) -> Noted {
    extremum("fmax", array, options)
}

/// NumPy's `nanmin`.
///
/// # Errors
/// As [`ufunc::reduce`].
pub fn nanmin(array: &Array, options: &ReduceOptions) -> Noted {
    extremum("fmin", array, options)
}

fn extremum(name: &str, array: &Array, options: &ReduceOptions) -> Noted {
    let mut notes = Notes::default();
    let result = notes.keep(ufunc::reduce(ufunc::find(name).expect("a row of the table"), array, options)?);
    if result.dtype().is_inexact() {
        let missing = notes.call("isnan", &[(&result).into()], &CallOptions::default())?;
        if missing.to_vec::<Bool>()?.into_iter().any(Bool::get) {
            notes.say("All-NaN slice encountered");
        }
    }
    Ok(notes.with(result))
}

/// How many elements are not NaN, for each result.
fn counted(mask: &Array, options: &ReduceOptions, keepdims: bool) -> Result<Array> {
    let mut notes = Notes::default();
    let present = notes.call("logical_not", &[mask.into()], &CallOptions::default())?;
    let options = ReduceOptions { dtype: Some(DType::Int64), out: None, keepdims, ..*options };
    Ok(sum(&present, &options)?.0)
}

/// Division in place that says nothing of empty lanes.
fn divide(total: &Array, count: &Array) -> Result<()> {
    let row = ufunc::find("divide").expect("a row of the table");
    ufunc::call(row, &[total.into(), count.into()], &CallOptions { out: &[Some(total)], ..UNSAFE })?;
    Ok(())
}

/// NumPy's `nanmean`.
///
/// # Errors
/// As [`ufunc::reduce`].
pub fn nanmean(array: &Array, options: &ReduceOptions) -> Noted {
    let Some((copy, mask)) = replaced(array, Scalar::Int(0))? else { return super::mean(array, options) };
    let mut notes = Notes::default();
    let count = counted(&mask, options, options.keepdims)?;
    let total = notes.keep(sum(&copy, options)?);
    divide(&total, &count)?;
    if count.to_vec::<i64>()?.contains(&0) {
        notes.say("Mean of empty slice");
    }
    Ok(notes.with(total))
}

/// NumPy's `nanvar`.
///
/// # Errors
/// As [`ufunc::reduce`].
pub fn nanvar(array: &Array, options: &MomentOptions) -> Noted {
    let shared = &options.reduce;
    let Some((copy, mask)) = replaced(array, Scalar::Int(0))? else { return var(array, options) };
    let mut notes = Notes::default();
    let kept = counted(&mask, shared, true)?;
    let center = notes.keep(sum(&copy, &ReduceOptions { keepdims: true, out: None, ..*shared })?);
    divide(&center, &kept)?;
    let out = [Some(&copy)];
    notes.call("subtract", &[(&copy).into(), (&center).into()], &CallOptions { out: &out, ..UNSAFE })?;
    put(&copy, Scalar::Int(0), &mask)?;
    let squares = if copy.dtype().kind() == Kind::Complex {
        let conjugate = notes.call("conjugate", &[(&copy).into()], &UNSAFE)?;
        notes
            .call("multiply", &[(&copy).into(), (&conjugate).into()], &UNSAFE)?
            .astype(copy.dtype().real(), Order::K)?
    } else {
        notes.call("multiply", &[(&copy).into(), (&copy).into()], &UNSAFE)?
    };
    let variance = notes.keep(sum(&squares, shared)?);
    let counts = counted(&mask, shared, shared.keepdims)?;
    let freedom = {
        let ddof = Array::scalar(Scalar::Float(options.ddof), DType::Float64);
        notes.call("subtract", &[(&counts).into(), (&ddof).into()], &UNSAFE)?
    };
    divide(&variance, &freedom)?;
    let bad: Vec<Bool> = freedom.to_vec::<f64>()?.into_iter().map(|n| Bool::from(n <= 0.0)).collect();
    if bad.iter().any(|bad| bad.get()) {
        notes.say("Degrees of freedom <= 0 for slice.");
        let bad = Array::from_vec(freedom.shape(), bad).expect("one flag for each count");
        put(&variance, Scalar::Float(f64::NAN), &bad)?;
    }
    Ok(notes.with(variance))
}

/// NumPy's `nanstd`.
///
/// # Errors
/// As [`ufunc::reduce`].
pub fn nanstd(array: &Array, options: &MomentOptions) -> Noted {
    if !array.dtype().is_inexact() {
        return std(array, options);
    }
    let (variance, notices) = nanvar(array, options)?;
    let mut notes = Notes(notices);
    let out = [Some(&variance)];
    let root = notes.call("sqrt", &[(&variance).into()], &CallOptions { out: &out, ..UNSAFE })?;
    Ok(notes.with(root))
}

/// NumPy's `nanargmax`.
///
/// # Errors
/// A `ValueError` for a lane of NaN only; as [`argmax`].
pub fn nanargmax(array: &Array, axis: Option<isize>, keepdims: bool) -> Result<Array> {
    match without_all_nan(array, axis, f64::NEG_INFINITY)? {
        Some(copy) => argmax(&copy, axis, keepdims),
        None => argmax(array, axis, keepdims),
    }
}

/// NumPy's `nanargmin`.
///
/// # Errors
/// As [`nanargmax`].
pub fn nanargmin(array: &Array, axis: Option<isize>, keepdims: bool) -> Result<Array> {
    match without_all_nan(array, axis, f64::INFINITY)? {
        Some(copy) => argmin(&copy, axis, keepdims),
        None => argmin(array, axis, keepdims),
    }
}

fn without_all_nan(array: &Array, axis: Option<isize>, value: f64) -> Result<Option<Array>> {
    let Some((copy, mask)) = replaced(array, Scalar::Float(value))? else { return Ok(None) };
    if mask.size() == 0 {
        return Ok(Some(copy));
    }
    let axes = axis.map(|axis| [axis]);
    let options = ReduceOptions { axes: axes.as_ref().map(|a| &a[..]), ..ReduceOptions::default() };
    let row = ufunc::find("logical_and").expect("a row of the table");
    let (all_nan, _) = ufunc::reduce(row, &mask, &options)?;
    if all_nan.to_vec::<Bool>()?.into_iter().any(Bool::get) {
        return Err(Error::value("All-NaN slice encountered"));
    }
    Ok(Some(copy))
}
