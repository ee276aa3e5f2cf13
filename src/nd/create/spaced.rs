//! Evenly spaced numbers: `linspace`, and on a logarithmic scale `logspace` and `geomspace`.
//!
//! The order of operations is that of NumPy's functions, so that the last digit agrees.

use std::ops::{Add, Div, Mul, Sub};

use half::f16;
use num_complex::{Complex, Complex32, Complex64};
use num_traits::Float;

use super::super::array::{Array, Order};
use super::super::broadcast::broadcast_shapes;
use super::super::cast::CastFrom;
use super::super::dtype::{DType, Element, Kind};
use super::super::error::{Error, Result};
use super::super::manip::axes::moveaxis;
use super::super::manip::join::along;
use super::super::map::map1;
use super::super::shape::Shape;
use super::super::ufunc::{self, CallOptions, Operand, Weak};
use crate::with_dtype;

/// What `linspace` makes.
#[derive(Clone, Debug)]
pub struct Samples {
    /// The numbers, `num` of them along the axis asked for.
    pub samples: Array,
    /// The distance between two of them, shaped as start and stop together; `None`, which NumPy returns as
    /// a Python NaN, when there are no two.
    pub step: Option<Array>,
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
    let shape = broadcast_shapes(&[stop.shape(), start.shape()])?;
    let computed = |array: &Array| array.broadcast_to(&shape)?.astype(spacing.computed, Order::C);
    let (start, stop) = (computed(start)?, computed(stop)?);
    let made = match spacing.computed {
        DType::Float16 => spaced::<f16>(&start, &stop, num, spacing.endpoint)?,
        DType::Float32 => spaced::<f32>(&start, &stop, num, spacing.endpoint)?,
        DType::Complex64 => spaced::<ComplexNumber<f32>>(&start, &stop, num, spacing.endpoint)?,
        DType::Complex128 => spaced::<ComplexNumber<f64>>(&start, &stop, num, spacing.endpoint)?,
        _ => spaced::<f64>(&start, &stop, num, spacing.endpoint)?,
    };
    let samples = if spacing.axis == 0 { made.samples } else { moveaxis(&made.samples, &[0], &[spacing.axis])? };
    let dtype = spacing.dtype.unwrap_or(spacing.computed);
    let samples = if dtype == spacing.computed {
        samples
    } else {
        if matches!(dtype.kind(), Kind::Signed | Kind::Unsigned) {
            floor(&samples)?;
        }
        samples.astype(dtype, Order::K)?
    };
    Ok(Samples { samples, step: made.step })
}

fn floor(samples: &Array) -> Result<()> {
    match samples.dtype() {
        DType::Float16 => map1::<f16, f16>(samples, samples, |x| f16::from_f32(x.to_f32().floor())),
        DType::Float32 => map1::<f32, f32>(samples, samples, f32::floor),
        DType::Float64 => map1::<f64, f64>(samples, samples, f64::floor),
        other => Err(Error::type_error(format!(
            "ufunc 'floor' not supported for the input types, and the inputs could not be safely coerced to any \
             supported types according to the casting rule ''safe'' ({other})"
        ))),
    }
}

/// Arithmetic of the dtypes numbers are spaced in.
trait Spaced: Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> {
    type Stored: Element;
    fn load(stored: Self::Stored) -> Self;
    fn store(self) -> Self::Stored;
    fn count(n: usize) -> Self;
    fn is_zero(self) -> bool;
}

macro_rules! spaced_float {
    ($($T:ty),*) => {
        $(impl Spaced for $T {
            type Stored = $T;
            fn load(stored: $T) -> Self { stored }
            fn store(self) -> $T { self }
            fn count(n: usize) -> Self { <$T>::cast_from(n as i64) }
            fn is_zero(self) -> bool { self == <$T>::default() }
        })*
    };
}

spaced_float!(f16, f32, f64);

/// A complex number with NumPy's division, which scales before it divides.
#[derive(Clone, Copy)]
struct ComplexNumber<F>(Complex<F>);

impl<F: Float> Add for ComplexNumber<F> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl<F: Float> Sub for ComplexNumber<F> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl<F: Float> Mul for ComplexNumber<F> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl<F: Float> Div for ComplexNumber<F> {
    type Output = Self;
    /// Smith's algorithm (Communications of the ACM 5, 1962), which NumPy uses.
    fn div(self, other: Self) -> Self {
        let (a, b) = (self.0, other.0);
        if b.re.abs() >= b.im.abs() {
            if b.re == F::zero() && b.im == F::zero() {
                return Self(Complex::new(a.re / b.re.abs(), a.im / b.im.abs()));
            }
            let ratio = b.im / b.re;
            let scale = F::one() / (b.re + b.im * ratio);
            return Self(Complex::new((a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale));
        }
        let ratio = b.re / b.im;
        let scale = F::one() / (b.im + b.re * ratio);
        Self(Complex::new((a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale))
    }
}

macro_rules! spaced_complex {
    ($($complex:ident of $part:ty),*) => {
        $(impl Spaced for ComplexNumber<$part> {
            type Stored = $complex;
            fn load(stored: $complex) -> Self { Self(stored) }
            fn store(self) -> $complex { self.0 }
            fn count(n: usize) -> Self { Self(<$complex>::cast_from(n as i64)) }
            fn is_zero(self) -> bool { self.0 == <$complex>::default() }
        })*
    };
}

spaced_complex!(Complex32 of f32, Complex64 of f64);

/// `num` rows from `start` to `stop`, which are C-contiguous and of one shape.
fn spaced<T: Spaced>(start: &Array, stop: &Array, num: usize, endpoint: bool) -> Result<Samples> {
    let divisions = if endpoint { num.saturating_sub(1) } else { num };
    let read = |array: &Array| array.to_vec::<T::Stored>();
    let (starts, stops) = (read(start)?, read(stop)?);
    let deltas: Vec<T> = starts.iter().zip(&stops).map(|(&start, &stop)| T::load(stop) - T::load(start)).collect();
    let steps: Vec<T> = match divisions {
        0 => Vec::new(),
        _ => deltas.iter().map(|&delta| delta / T::count(divisions)).collect(),
    };
    // A step that vanishes or rounds to zero would make all samples equal: divide first then.
    let vanishing = divisions > 0 && steps.iter().any(|step| step.is_zero());
    let mut shape: Shape = smallvec::smallvec![num];
    shape.extend_from_slice(start.shape());
    let dtype = T::Stored::DTYPE;
    let samples = Array::zeros(&shape, dtype, Order::C)?;
    let out = samples.cells::<T::Stored>()?;
    let width = starts.len();
    if width > 0 {
        for (i, row) in out.data.chunks_exact(width).take(num).enumerate() {
            for (column, cell) in row.iter().enumerate() {
                let distance = match (divisions, vanishing) {
                    (0, _) => T::count(i) * deltas[column],
                    (_, true) => T::count(i) / T::count(divisions) * deltas[column],
                    (_, false) => T::count(i) * steps[column],
                };
                let sample = if endpoint && num > 1 && i + 1 == num {
                    T::load(stops[column])
                } else {
                    distance + T::load(starts[column])
                };
                cell.set(sample.store());
            }
        }
    }
    if divisions == 0 {
        return Ok(Samples { samples, step: None });
    }
    let step = Array::from_vec(start.shape(), steps.into_iter().map(T::store).collect())
        .expect("one step for each element of start");
    // Between two numbers NumPy reshapes a range, and the result is its view.
    let samples = if start.ndim() == 0 { samples.view() } else { samples };
    Ok(Samples { samples, step: Some(step) })
}

/// `np.logspace(start, stop, num, endpoint, base, dtype, axis)`: `base` to evenly spaced powers.
///
/// # Errors
/// As [`linspace`].
pub fn logspace(start: &Array, stop: &Array, base: f64, spacing: Spacing) -> Result<Array> {
    let exponents = linspace(start, stop, Spacing { dtype: None, ..spacing })?.samples;
    let powers = compute("power", &[Weak::Float(base).into(), (&exponents).into()])?;
    match spacing.dtype {
        Some(dtype) => powers.astype(dtype, Order::K),
        None => Ok(powers),
    }
}

/// As [`logspace`], for bases that broadcast against start and stop.
///
/// # Errors
/// As [`linspace`]; when start, stop and the bases do not broadcast.
pub fn logspace_of_bases(start: &Array, stop: &Array, bases: &Array, spacing: Spacing) -> Result<Array> {
    let shape = broadcast_shapes(&[start.shape(), stop.shape(), bases.shape()])?;
    let (start, stop) = (start.broadcast_to(&shape)?, stop.broadcast_to(&shape)?);
    let bases = bases.broadcast_to(&shape)?;
    let exponents = linspace(&start, &stop, Spacing { dtype: None, ..spacing })?.samples;
    let bases = crate::nd::manip::expand_dims(&bases, &[spacing.axis])?;
    let powers = compute("power", &[(&bases).into(), (&exponents).into()])?;
    match spacing.dtype {
        Some(dtype) => powers.astype(dtype, Order::K),
        None => Ok(powers),
    }
}

/// `np.geomspace(start, stop, num, endpoint, dtype, axis)`: each number a constant multiple of the last.
///
/// # Errors
/// As [`linspace`]; `ValueError` when start or stop is zero.
pub fn geomspace(start: &Array, stop: &Array, spacing: Spacing) -> Result<Array> {
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
    let made = logspace(&log10(&start)?, &log10(&stop)?, 10.0, along_first)?;
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
        Some(dtype) if dtype != made.dtype() => made.astype(dtype, Order::K),
        _ => Ok(made),
    }
}

fn compute(name: &str, inputs: &[Operand]) -> Result<Array> {
    let ufunc = ufunc::find(name).expect("a row of the table of ufuncs");
    let (mut made, _) = ufunc::call(ufunc, inputs, &CallOptions::default())?;
    Ok(made.remove(0))
}
