//! `np.pad`: an array with a border, made of a constant or of the array's own elements.
//!
//! The border grows axis by axis: along one axis, what lies beside it on the axes before is already
//! final, and the axes after are still without border. Blocks are copied, never single elements.

use super::super::array::{Array, Order};
use super::super::cast::copy_elements;
use super::super::create::spaced::{Samples, Spacing, linspace};
use super::super::dtype::{DType, Kind};
use super::super::error::{Error, Result};
use super::super::scalar::Scalar;
use super::super::shape::Shape;
use super::super::ufunc::{self, CallOptions, Operand, ReduceOptions, Warnings, Weak};
use super::axes::{broadcast_to, flip, squeeze};
use super::join::along;
use super::reshape::reshape_to;

/// What the border is made of: `mode` and the keyword that belongs to it.
///
/// Values and lengths are what the caller gave as an array: one for all, one for each end, or one for
/// each end of each axis.
#[derive(Clone, Debug)]
pub enum PadMode {
    /// `constant_values`.
    Constant(Array),
    /// The nearest element.
    Edge,
    /// Even steps from `end_values` to the nearest element.
    LinearRamp(Array),
    /// A statistic of the `stat_length` nearest elements, or of all.
    Statistic(Statistic, Option<Array>),
    /// The mirror image about the edge element, which is not repeated.
    Reflect(Reflection),
    /// The mirror image about the edge, the edge element repeated.
    Symmetric(Reflection),
    /// The other end's elements.
    Wrap,
    /// Nothing in particular (here: zeros).
    Empty,
}

/// What is computed of elements along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    /// `maximum`
    Maximum,
    /// `mean`
    Mean,
    /// `median`
    Median,
    /// `minimum`
    Minimum,
}

/// `reflect_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reflection {
    /// The elements themselves.
    Even,
    /// Twice the edge element minus the elements.
    Odd,
}

/// The `ValueError` for a mode that is none.
pub fn unsupported_mode(mode: &str) -> Error {
    Error::value(format!("mode '{mode}' is not supported"))
}

/// `np.pad(array, pad_width, mode, …)`. `widths` is `pad_width` as an array.
///
/// # Errors
/// `TypeError` unless widths are integers; `ValueError` for negative ones, for numbers that do not fit
/// the axes, for an empty axis that has nothing to repeat, and for the extremum of nothing; those of
/// [`Array::zeros`].
pub fn pad(array: &Array, widths: &Array, mode: &PadMode) -> Result<(Array, Vec<Warnings>)> {
    let mut warnings = Vec::new();
    if widths.dtype().kind() != Kind::Signed {
        return Err(Error::type_error("`pad_width` must be of integral type."));
    }
    let ndim = array.ndim();
    let widths: Vec<Widths> = lengths(widths, ndim)?.into_iter().map(|(left, right)| Widths { left, right }).collect();
    let padded = bordered(array, &widths)?;
    match mode {
        PadMode::Empty => return Ok((padded, warnings)),
        PadMode::Constant(_) => {}
        _ if array.size() == 0 => {
            for (axis, width) in widths.iter().enumerate() {
                if array.shape()[axis] == 0 && (width.left > 0 || width.right > 0) {
                    return Err(Error::value(format!(
                        "can't extend empty axis {axis} using modes other than 'constant' or 'empty'"
                    )));
                }
            }
            return Ok((padded, warnings));
        }
        _ => {}
    }
    for axis in 0..ndim {
        let line =
            Line { area: without_later_borders(&padded, array.shape(), &widths, axis), axis, width: widths[axis] };
        match mode {
            PadMode::Empty => {}
            PadMode::Constant(values) => {
                let (left, right) = pairs(values, ndim)?[axis];
                for (end, value) in [(line.left(), left), (line.right(), right)] {
                    // The border is made of zeros already.
                    if value.is_truthy() || matches!(value, Scalar::Float(zero) if zero.is_sign_negative()) {
                        end.fill(value)?;
                    }
                }
            }
            PadMode::Edge => line.set_edges(&line.edge_left(), &line.edge_right())?,
            PadMode::LinearRamp(ends) => {
                let (left, right) = pairs(ends, ndim)?[axis];
                let ends_dtype = if is_one_pair(ends) { ends.dtype() } else { DType::Bool };
                let mut ramp = |end: Scalar, edge: &Array, width: usize| {
                    let edge = squeeze(edge, Some(&[axis as isize]))?;
                    let made = ramp(end, ends_dtype, &edge, width, axis, array.dtype())?;
                    warnings.extend(made.warnings);
                    Ok(made.samples)
                };
                let left = ramp(left, &line.edge_left(), line.width.left)?;
                let right = ramp(right, &line.edge_right(), line.width.right)?;
                line.set_edges(&left, &flip(&right, Some(&[axis as isize]))?)?;
            }
            PadMode::Statistic(statistic, limits) => {
                let (left, right) = match limits {
                    Some(limits) => lengths(limits, ndim)?[axis],
                    None => (usize::MAX, usize::MAX),
                };
                let (left, right) = line.statistics(*statistic, left, right)?;
                line.set_edges(&left, &right)?;
            }
            PadMode::Reflect(_) | PadMode::Symmetric(_) if array.shape()[axis] == 1 => {
                line.set_edges(&line.edge_left(), &line.edge_right())?;
            }
            PadMode::Reflect(reflection) => line.mirror(array.shape()[axis], *reflection, false, &mut warnings)?,
            PadMode::Symmetric(reflection) => line.mirror(array.shape()[axis], *reflection, true, &mut warnings)?,
            PadMode::Wrap => line.wrap(array.shape()[axis])?,
        }
    }
    Ok((padded, warnings))
}

/// Elements to add at the two ends of an axis.
#[derive(Clone, Copy)]
struct Widths {
    left: usize,
    right: usize,
}

/// Zeros of the final shape with the array in its place.
fn bordered(array: &Array, widths: &[Widths]) -> Result<Array> {
    let mut shape = Shape::from_slice(array.shape());
    for (length, width) in shape.iter_mut().zip(widths) {
        *length =
            length.checked_add(width.left).and_then(|length| length.checked_add(width.right)).ok_or(Error::TooBig)?;
    }
    let fortran = array.is_f_contiguous() && !array.is_c_contiguous();
    let padded = Array::zeros(&shape, array.dtype(), if fortran { Order::F } else { Order::C })?;
    let mut middle = padded.clone();
    for (axis, width) in widths.iter().enumerate() {
        middle = along(&middle, axis, width.left, array.shape()[axis]);
    }
    copy_elements(&middle, array)?;
    Ok(padded)
}

/// The part of `padded` that is final on the axes before `axis` and has no border on those after.
fn without_later_borders(padded: &Array, shape: &[usize], widths: &[Widths], axis: usize) -> Array {
    (axis + 1..padded.ndim()).fold(padded.clone(), |part, later| along(&part, later, widths[later].left, shape[later]))
}

/// The border along one axis.
struct Line {
    area: Array,
    axis: usize,
    width: Widths,
}

impl Line {
    fn part(&self, start: usize, length: usize) -> Array {
        along(&self.area, self.axis, start, length)
    }

    fn total(&self) -> usize {
        self.area.shape()[self.axis]
    }

    fn left(&self) -> Array {
        self.part(0, self.width.left)
    }

    fn right(&self) -> Array {
        self.part(self.total() - self.width.right, self.width.right)
    }

    fn edge_left(&self) -> Array {
        self.part(self.width.left, 1)
    }

    fn edge_right(&self) -> Array {
        self.part(self.total() - self.width.right - 1, 1)
    }

    /// Fills both ends from arrays that broadcast to them and lie elsewhere.
    fn set_edges(&self, left: &Array, right: &Array) -> Result<()> {
        for (end, value) in [(self.left(), left), (self.right(), right)] {
            if end.size() > 0 {
                copy_elements(&end, &value.broadcast_to(end.shape())?)?;
            }
        }
        Ok(())
    }

    /// The statistic of the `left` and of the `right` nearest elements.
    fn statistics(&self, statistic: Statistic, left: usize, right: usize) -> Result<(Array, Array)> {
        let most = self.total() - self.width.left - self.width.right;
        let (left, right) = (left.min(most), right.min(most));
        if (left == 0 || right == 0) && matches!(statistic, Statistic::Maximum | Statistic::Minimum) {
            return Err(Error::value("stat_length of 0 yields no value for padding"));
        }
        let computed = |start: usize, length: usize| {
            let value = statistic.along(&self.part(start, length), self.axis)?;
            if self.area.dtype().is_integer() { rounded(&value) } else { Ok(value) }
        };
        let of_left = computed(self.width.left, left)?;
        if left == most && right == most {
            return Ok((of_left.clone(), of_left));
        }
        Ok((of_left, computed(self.total() - self.width.right - right, right)?))
    }

    /// Mirrors what is there until the border is full. What is mirrored at once is a whole number of
    /// the original's lengths (of its steps from edge to edge, when the edge is not repeated).
    fn mirror(
        &self,
        period: usize,
        reflection: Reflection,
        edge_included: bool,
        warnings: &mut Vec<Warnings>,
    ) -> Result<()> {
        let Widths { mut left, mut right } = self.width;
        let skipped = usize::from(!edge_included);
        while left > 0 || right > 0 {
            let filled = self.total() - left - right;
            let longest = (filled - skipped) / (period - skipped) * (period - skipped);
            if left > 0 {
                let length = longest.min(left);
                let image = self.mirrored(left + skipped, length, left, reflection, warnings)?;
                copy_elements(&self.part(left - length, length), &image)?;
                left -= length;
            }
            if right > 0 {
                let length = longest.min(right);
                let end = self.total() - right;
                let image = self.mirrored(end - skipped - length, length, end - 1, reflection, warnings)?;
                copy_elements(&self.part(end, length), &image)?;
                right -= length;
            }
        }
        Ok(())
    }

    /// `length` places from `start` on, backwards; about the element at `edge` when odd.
    fn mirrored(
        &self,
        start: usize,
        length: usize,
        edge: usize,
        reflection: Reflection,
        warnings: &mut Vec<Warnings>,
    ) -> Result<Array> {
        let image = flip(&self.part(start, length), Some(&[self.axis as isize]))?;
        match reflection {
            Reflection::Even => Ok(image),
            Reflection::Odd => {
                let edge = self.part(edge, 1);
                let mut told = |name: &str, inputs: &[Operand]| -> Result<Array> {
                    let (mut made, events) = ufunc::call(known(name), inputs, &CallOptions::default())?;
                    warnings.push(events);
                    Ok(made.remove(0))
                };
                let twice = told("multiply", &[Weak::Int(2).into(), (&edge).into()])?;
                told("subtract", &[(&twice).into(), (&image).into()])
            }
        }
    }

    /// Repeats what is there until the border is full, a whole number of the original's lengths at once.
    fn wrap(&self, original: usize) -> Result<()> {
        let Widths { mut left, mut right } = self.width;
        while left > 0 || right > 0 {
            let filled = self.total() - left - right;
            let period = filled / original * original;
            let (first, end) = (left, self.total() - right);
            if left > 0 {
                let length = period.min(left);
                copy_elements(&self.part(first - length, length), &self.part(first + period - length, length))?;
                left -= length;
            }
            if right > 0 {
                let length = period.min(right);
                copy_elements(&self.part(end, length), &self.part(end - period, length))?;
                right -= length;
            }
        }
        Ok(())
    }
}

/// `np.linspace(end, edge, width, endpoint=False, dtype=dtype, axis=axis)`.
fn ramp(end: Scalar, end_dtype: DType, edge: &Array, width: usize, axis: usize, dtype: DType) -> Result<Samples> {
    let computed = match ufunc::promote_types(end_dtype, edge.dtype()) {
        _ if matches!(end, Scalar::Complex(_)) => DType::Complex128,
        inexact if inexact.is_inexact() => inexact,
        _ => DType::Float64,
    };
    let start = Array::scalar(end, computed);
    let spacing = Spacing { num: width as isize, endpoint: false, computed, dtype: Some(dtype), axis: axis as isize };
    linspace(&start, edge, spacing)
}

impl Statistic {
    /// Of the elements along `axis`, which stays with length one.
    fn along(self, part: &Array, axis: usize) -> Result<Array> {
        let axes = [axis as isize];
        let options = ReduceOptions { axes: Some(&axes), keepdims: true, ..ReduceOptions::default() };
        let reduced =
            |name: &str, options: &ReduceOptions| ufunc::reduce(known(name), part, options).map(|(value, _)| value);
        match self {
            Self::Maximum => reduced("maximum", &options),
            Self::Minimum => reduced("minimum", &options),
            Self::Mean => {
                let dtype = if part.dtype().is_inexact() { part.dtype() } else { DType::Float64 };
                let sum = reduced("add", &ReduceOptions { dtype: Some(dtype), ..options })?;
                let count = Weak::Int(part.shape()[axis] as i128);
                compute("divide", &[(&sum).into(), count.into()])
            }
            Self::Median => median(part, axis),
        }
    }
}

/// The middle element along `axis`, or the mean of the two middle ones; NaN where there is a NaN.
fn median(part: &Array, axis: usize) -> Result<Array> {
    let dtype = match part.dtype() {
        half_or_single @ (DType::Float16 | DType::Float32) => half_or_single,
        DType::Complex64 | DType::Complex128 => {
            return Err(Error::new(
                super::super::error::ErrorKind::NotImplemented,
                "pad: the median of complex numbers is not part of this NumPy",
            ));
        }
        _ => DType::Float64,
    };
    let length = part.shape()[axis];
    let lanes = super::axes::moveaxis(part, &[axis as isize], &[-1])?;
    let elements = lanes.to_vec::<f64>()?;
    let mut shape = Shape::from_slice(part.shape());
    shape[axis] = 1;
    let count: usize = shape.iter().product();
    let medians: Vec<f64> = (0..count)
        .map(|lane| {
            let mut lane = elements[lane * length..][..length].to_vec();
            lane.sort_by(f64::total_cmp);
            match length {
                0 => f64::NAN,
                _ if lane.iter().any(|x| x.is_nan()) => f64::NAN,
                odd if odd % 2 == 1 => lane[odd / 2],
                even if dtype != DType::Float64 => f64::from((lane[even / 2 - 1] as f32 + lane[even / 2] as f32) / 2.0),
                even => (lane[even / 2 - 1] + lane[even / 2]) / 2.0,
            }
        })
        .collect();
    // Without its axis a lane's place is the same whether the axis stood last or kept length one.
    reshape_to(&Array::vector(medians), &shape)?.astype(dtype, Order::C)
}

fn known(name: &str) -> &'static ufunc::Ufunc {
    ufunc::find(name).expect("a row of the table of ufuncs")
}

fn compute(name: &str, inputs: &[Operand]) -> Result<Array> {
    let (mut made, _) = ufunc::call(known(name), inputs, &CallOptions::default())?;
    Ok(made.remove(0))
}

/// Halves to even, as `round` does.
fn rounded(value: &Array) -> Result<Array> {
    if value.dtype().is_inexact() { compute("rint", &[value.into()]) } else { Ok(value.clone()) }
}

/// Whether the numbers are one for all axes, or one for each end of all axes; NumPy then keeps their dtype.
fn is_one_pair(given: &Array) -> bool {
    given.ndim() < 3 && (given.size() == 1 || (given.size() == 2 && given.shape() != [2, 1]))
}

/// What was given, for the two ends of each axis.
fn pairs(given: &Array, ndim: usize) -> Result<Vec<(Scalar, Scalar)>> {
    if !given.dtype().is_number() {
        return Err(Error::no_numbers(given.dtype()));
    }
    if is_one_pair(given) {
        let flat = super::reshape::ravel(given, Order::C)?;
        let pair = (flat.get(&[0]), flat.get(&[flat.size() - 1]));
        return Ok(vec![pair; ndim]);
    }
    let all = broadcast_to(given, &[ndim, 2])?;
    Ok((0..ndim).map(|axis| (all.get(&[axis, 0]), all.get(&[axis, 1]))).collect())
}

/// As [`pairs`], of lengths: rounded to integers, none negative.
fn lengths(given: &Array, ndim: usize) -> Result<Vec<(usize, usize)>> {
    let given = if given.dtype().is_inexact() { rounded(given)? } else { given.clone() };
    let given = given.astype(DType::Int64, Order::K)?;
    if given.to_vec::<i64>()?.iter().any(|&length| length < 0) {
        return Err(Error::value("index can't contain negative values"));
    }
    let length = |value: Scalar| match value {
        Scalar::Int(length) => usize::try_from(length).map_err(|_| Error::TooBig),
        other => unreachable!("an int64 array holds integers, not {other:?}"),
    };
    pairs(&given, ndim)?.into_iter().map(|(left, right)| Ok((length(left)?, length(right)?))).collect()
}
