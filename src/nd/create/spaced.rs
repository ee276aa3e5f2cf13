//! Evenly spaced numbers: `linspace`, and on a logarithmic scale `logspace` and `geomspace`.
//!
//! The order of operations is that of NumPy's functions, so that the last digit agrees.

use half::f16;

use super::super::array::{Array, Order};
use super::super::broadcast::broadcast_shapes;
use super::super::cast;
use super::super::dtype::{DType, Kind};
use super::super::error::{Error, Result};
use super::super::manip::axes::moveaxis;
use super::super::manip::join::along;
use super::super::map::map1;
use super::super::shape::Shape;
use super::super::strides::c_strides;
use super::super::ufunc::{self, CallOptions, Operand, Warnings, Weak};
use crate::with_dtype;

/// What `linspace` makes.
#[derive(Clone, Debug)]
pub struct Samples {
    /// The numbers, `num` of them along the axis asked for.
    pub samples: Array,
    /// The distance between two of them, shaped as start and stop together; `None`, which NumPy returns as
    /// a Python NaN, when there are no two.
    pub step: Option<Array>,
    /// What its steps met: infinities, numbers that the dtype does not hold.
    pub warnings: Vec<Warnings>,
}

/// How `linspace` and its kin are to space their numbers.
#[derive(Clone, Copy, Debug)]
pub struct Spacing {
    /// How many numbers.
    pub num: isize,
    /// Whether the stop is the last of them.
    pub endpoint: bool,
    /// Dtype to compute in: `result_type(start, stop)`, made inexact.
    pub computed: DType,
    /// Dtype of the result; [`Spacing::computed`] when absent. Integers round down.
    pub dtype: Option<DType>,
    /// Where the axis of numbers goes when start or stop are arrays.
    pub axis: isize,
}

/// `np.linspace(start, stop, num, endpoint, dtype, axis)`; start and stop are broadcast.
///
/// # Errors
/// `ValueError` for a negative number of samples; [`Error::Broadcast`]; [`Error::Axis`]; those of
/// [`Array::zeros`].
pub fn linspace(start: &Array, stop: &Array, spacing: Spacing) -> Result<Samples> {
    let num = usize::try_from(spacing.num)
        .map_err(|_| Error::value(format!("Number of samples, {}, must be non-negative.", spacing.num)))?;
    broadcast_shapes(&[stop.shape(), start.shape()])?;
    let computed = |array: &Array| array.astype(spacing.computed, Order::K);
    let mut made = spaced(&computed(start)?, &computed(stop)?, num, spacing)?;
    if spacing.axis != 0 {
        made.samples = moveaxis(&made.samples, &[0], &[spacing.axis])?;
    }
    if let Some(dtype) = spacing.dtype.filter(|&dtype| dtype != spacing.computed) {
        if matches!(dtype.kind(), Kind::Signed | Kind::Unsigned) {
            floor(&made.samples)?;
        }
        made.warnings.push(Warnings::of_cast(cast::events(&made.samples, dtype)));
        made.samples = made.samples.astype(dtype, Order::K)?;
    }
    Ok(made)
}

fn floor(samples: &Array) -> Result<()> {
    match samples.dtype() {
        DType::Float16 => map1::<f16, f16>(samples, samples, |x| f16::from_f32(x.to_f32().floor())),
        DType::Float32 => map1::<f32, f32>(samples, samples, f32::floor),
        DType::Float64 => map1::<f64, f64>(samples, samples, f64::floor),
        _ => Err(Error::type_error(
            "ufunc 'floor' not supported for the input types, and the inputs could not be safely coerced to any \
             supported types according to the casting rule ''safe''",
        )),
    }
}

/// `num` numbers from `start` to `stop` along a first axis, all of the dtype they are computed in: a range, stretched
/// and moved, and at last the stop itself.
fn spaced(start: &Array, stop: &Array, num: usize, spacing: Spacing) -> Result<Samples> {
    let divisions = if spacing.endpoint { num.saturating_sub(1) } else { num };
    let mut warnings = Vec::new();
    let mut apply = |name: &'static str, inputs: &[Operand], out: Option<&Array>| -> Result<Array> {
        let ufunc = ufunc::find(name).expect("a row of the table of ufuncs");
        let out = [out];
        let given = if out[0].is_some() { &out[..] } else { &[] };
        let (mut made, events) = ufunc::call(ufunc, inputs, &CallOptions { out: given, ..CallOptions::default() })?;
        warnings.push(events);
        Ok(made.remove(0))
    };
    let delta = apply("subtract", &[stop.into(), start.into()], None)?;
    let steps = |dtype| Array::vector((0..num as i64).collect()).astype(dtype, Order::C);
    let range = steps(spacing.computed)?;
    let mut shape: Shape = smallvec::smallvec![1; delta.ndim() + 1];
    shape[0] = num;
    let strides = c_strides(&shape, range.itemsize());
    let range = range.with_geometry(
        shape,
        if range.size() > 0 { strides } else { smallvec::smallvec![0; delta.ndim() + 1] },
        0,
    );
    // Between two numbers NumPy stretches the range itself, a view; between arrays it makes a new one.
    let place = (delta.ndim() == 0).then_some(&range);
    let (samples, step) = if divisions > 0 {
        let count = Weak::Int(divisions as i128);
        let step = apply("divide", &[(&delta).into(), count.into()], None)?;
        let zeros = with_dtype!(step.dtype(), T => step.to_vec::<T>()?.contains(&T::default()));
        let factor = if zeros {
            // A step that rounds to zero would make all samples equal: divide first then.
            apply("divide", &[(&range).into(), count.into()], Some(&range))?;
            &delta
        } else {
            &step
        };
        let samples = apply("multiply", &[(&range).into(), factor.into()], place)?;
        (samples, Some(step))
    } else {
        (apply("multiply", &[(&range).into(), (&delta).into()], None)?, None)
    };
    apply("add", &[(&samples).into(), start.into()], Some(&samples))?;
    if spacing.endpoint && num > 1 {
        along(&samples, 0, num - 1, 1).assign(stop)?;
    }
    Ok(Samples { samples, step, warnings })
}

/// `np.logspace(start, stop, num, endpoint, base, dtype, axis)`: `base` to evenly spaced powers.
///
/// # Errors
/// As [`linspace`].
pub fn logspace(start: &Array, stop: &Array, base: f64, spacing: Spacing) -> Result<(Array, Vec<Warnings>)> {
    let exponents = linspace(start, stop, Spacing { dtype: None, ..spacing })?;
    powers(Weak::Float(base).into(), exponents, spacing)
}

fn powers(base: Operand, exponents: Samples, spacing: Spacing) -> Result<(Array, Vec<Warnings>)> {
    let power = ufunc::find("power").expect("a row of the table of ufuncs");
    let (mut made, events) = ufunc::call(power, &[base, (&exponents.samples).into()], &CallOptions::default())?;
    let (mut powers, mut warnings) = (made.remove(0), exponents.warnings);
    warnings.push(events);
    if let Some(dtype) = spacing.dtype.filter(|&dtype| dtype != powers.dtype()) {
        warnings.push(Warnings::of_cast(cast::events(&powers, dtype)));
        powers = powers.astype(dtype, Order::K)?;
    }
    Ok((powers, warnings))
}

/// As [`logspace`], for bases that broadcast against start and stop.
///
/// # Errors
/// As [`linspace`]; when start, stop and the bases do not broadcast.
pub fn logspace_of_bases(
    start: &Array,
    stop: &Array,
    bases: &Array,
    spacing: Spacing,
) -> Result<(Array, Vec<Warnings>)> {
    let shape = broadcast_shapes(&[start.shape(), stop.shape(), bases.shape()])?;
    let (start, stop) = (start.broadcast_to(&shape)?, stop.broadcast_to(&shape)?);
    let bases = bases.broadcast_to(&shape)?;
    let exponents = linspace(&start, &stop, Spacing { dtype: None, ..spacing })?;
    powers((&crate::nd::manip::expand_dims(&bases, &[spacing.axis])?).into(), exponents, spacing)
}

/// `np.geomspace(start, stop, num, endpoint, dtype, axis)`: each number a constant multiple of the last.
///
/// # Errors
/// As [`linspace`]; `ValueError` when start or stop is zero.
pub fn geomspace(start: &Array, stop: &Array, spacing: Spacing) -> Result<(Array, Vec<Warnings>)> {
    let shape = broadcast_shapes(&[start.shape(), stop.shape()])?;
    let ends = |array: &Array| array.broadcast_to(&shape)?.astype(spacing.computed, Order::C);
    let (start, stop) = (ends(start)?, ends(stop)?);
    for end in [&start, &stop] {
        if with_dtype!(end.dtype(), T => end.to_vec::<T>()?.contains(&T::default())) {
            return Err(Error::value("Geometric sequence cannot include zero"));
        }
    }
    // Turned so that it starts on the positive real axis, spaced there, and turned back.
    let turn = compute("sign", &[(&start).into()])?;
    let start = compute("divide", &[(&start).into(), (&turn).into()])?;
    let stop = compute("divide", &[(&stop).into(), (&turn).into()])?;
    let log10 = |end: &Array| compute("log10", &[end.into()]);
    let along_first = Spacing { dtype: None, axis: 0, ..spacing };
    let (made, warnings) = logspace(&log10(&start)?, &log10(&stop)?, 10.0, along_first)?;
    let num = made.shape()[0];
    if num > 0 {
        along(&made, 0, 0, 1).assign(&start)?;
        if num > 1 && spacing.endpoint {
            along(&made, 0, num - 1, 1).assign(&stop)?;
        }
    }
    let made = compute("multiply", &[(&made).into(), (&turn).into()])?;
    let made = if spacing.axis == 0 { made } else { moveaxis(&made, &[0], &[spacing.axis])? };
    match spacing.dtype {
        Some(dtype) if dtype != made.dtype() => Ok((made.astype(dtype, Order::K)?, warnings)),
        _ => Ok((made, warnings)),
    }
}

fn compute(name: &str, inputs: &[Operand]) -> Result<Array> {
    let ufunc = ufunc::find(name).expect("a row of the table of ufuncs");
    let (mut made, _) = ufunc::call(ufunc, inputs, &CallOptions::default())?;
    Ok(made.remove(0))
}
