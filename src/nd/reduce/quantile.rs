//! Order statistics: median, quantiles by all of NumPy's methods, and the forms that skip NaN.
//!
//! Source of the methods: Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), and NumPy's
//! documentation of `quantile`.

use half::f16;

use super::arg::gathered;
use super::{Noted, Notes};
use crate::nd::array::{Array, Order};
use crate::nd::cast::CastFrom;
use crate::nd::dtype::{DType, Element, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::shape::Shape;
use crate::nd::ufunc::{ReduceOptions, reduced_axes, reduced_shape};

/// How a quantile between two elements is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Method {
    /// Element `ceil(n q)`.
    InvertedCdf,
    /// As `InvertedCdf`, averaged at steps.
    AveragedInvertedCdf,
    /// The nearest element, ties to an even position.
    ClosestObservation,
    /// Linear in the inverted distribution function.
    InterpolatedInvertedCdf,
    /// Steps in the middle.
    Hazen,
    /// Expected positions.
    Weibull,
    /// Between positions `(n - 1) q`.
    #[default]
    Linear,
    /// Unbiased for the median.
    MedianUnbiased,
    /// Unbiased for normal samples.
    NormalUnbiased,
    /// The element below.
    Lower,
    /// The element above.
    Higher,
    /// The middle of both.
    Midpoint,
    /// The nearer one.
    Nearest,
}

impl Method {
    const NAMES: [(&'static str, Self); 13] = [
        ("inverted_cdf", Self::InvertedCdf),
        ("averaged_inverted_cdf", Self::AveragedInvertedCdf),
        ("closest_observation", Self::ClosestObservation),
        ("interpolated_inverted_cdf", Self::InterpolatedInvertedCdf),
        ("hazen", Self::Hazen),
        ("weibull", Self::Weibull),
        ("linear", Self::Linear),
        ("median_unbiased", Self::MedianUnbiased),
        ("normal_unbiased", Self::NormalUnbiased),
        ("lower", Self::Lower),
        ("higher", Self::Higher),
        ("midpoint", Self::Midpoint),
        ("nearest", Self::Nearest),
    ];

    /// The method of that name.
    ///
    /// # Errors
    /// A `ValueError` with the names there are.
    pub fn parse(name: &str) -> Result<Self> {
        Self::NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, method)| method).ok_or_else(|| {
            let names: Vec<String> = Self::NAMES.iter().map(|(known, _)| format!("'{known}'")).collect();
            Error::value(format!("'{name}' is not a valid method. Use one of: dict_keys([{}])", names.join(", ")))
        })
    }

    /// Position among `n` sorted elements, and whether it is one of them.
    fn position(self, n: usize, q: f64) -> (f64, bool) {
        let (count, last) = (n as f64, n as f64 - 1.0);
        let between = |alpha: f64, beta: f64| count * q + (alpha + q * (1.0 - alpha - beta)) - 1.0;
        let to_boundary = |index: f64, stays: &dyn Fn(f64) -> bool| {
            let floor = index.floor();
            let chosen = if stays(index - floor) { floor } else { floor + 1.0 };
            (chosen.max(0.0), true)
        };
        match self {
            Self::InvertedCdf => to_boundary(count * q - 1.0, &|gamma| gamma == 0.0),
            Self::ClosestObservation => {
                let index = count * q - 1.0 - 0.5;
                to_boundary(index, &|gamma| gamma == 0.0 && index.floor().rem_euclid(2.0) == 1.0)
            }
            Self::AveragedInvertedCdf => (count * q - 1.0, false),
            Self::InterpolatedInvertedCdf => (between(0.0, 1.0), false),
            Self::Hazen => (between(0.5, 0.5), false),
            Self::Weibull => (between(0.0, 0.0), false),
            Self::Linear => (last * q, false),
            Self::MedianUnbiased => (between(1.0 / 3.0, 1.0 / 3.0), false),
            Self::NormalUnbiased => (between(3.0 / 8.0, 3.0 / 8.0), false),
            Self::Lower => ((last * q).floor(), true),
            Self::Higher => ((last * q).ceil(), true),
            Self::Midpoint => (0.5 * ((last * q).floor() + (last * q).ceil()), false),
            Self::Nearest => ((last * q).round_ties_even(), true),
        }
    }

    /// The share of the upper neighbour.
    fn share(self, gamma: f64, position: f64) -> f64 {
        match self {
            Self::AveragedInvertedCdf => {
                if gamma == 0.0 {
                    0.5
                } else {
                    1.0
                }
            }
            Self::Midpoint => {
                if position.rem_euclid(1.0) == 0.0 {
                    0.0
                } else {
                    0.5
                }
            }
            _ => gamma,
        }
    }

    fn is_discrete(self) -> bool {
        matches!(self, Self::InvertedCdf | Self::ClosestObservation | Self::Lower | Self::Higher | Self::Nearest)
    }
}

/// What the arithmetic of positions needs, in the precision NumPy does it in.
trait Real:
    Element + PartialOrd + std::ops::Add<Output = Self> + std::ops::Sub<Output = Self> + std::ops::Mul<Output = Self>
{
    fn of(value: f64) -> Self;
    fn wide(self) -> f64;
    fn is_nan(self) -> bool;
}

macro_rules! real {
    ($($float:ident),*) => {
        $(impl Real for $float {
            fn of(value: f64) -> Self { <$float>::cast_from(value) }
            fn wide(self) -> f64 { f64::from(self) }
            fn is_nan(self) -> bool { self.is_nan() }
        })*
    };
}

real!(f16, f32, f64);

/// NumPy's keyword arguments of `quantile`.
#[derive(Clone, Copy, Debug)]
pub struct QuantileOptions<'a> {
    /// The quantiles, between 0 and 1.
    pub q: &'a [f64],
    /// The quantiles are integers, 0 or 1: by the linear method they are elements, whatever their dtype.
    pub whole: bool,
    /// One quantile without an axis of its own: a Python number, which takes the precision of a float array.
    pub scalar: bool,
    /// `axis=`; `None` for all.
    pub axes: Option<&'a [isize]>,
    /// `keepdims=`
    pub keepdims: bool,
    /// `method=`
    pub method: Method,
}

/// NumPy's `quantile`; the result's first axis is that of `q`, unless `q` is a scalar.
///
/// # Errors
/// A `ValueError` for a quantile outside `[0, 1]`, a `TypeError` for complex numbers, [`Error::Axis`].
pub fn quantile(array: &Array, options: &QuantileOptions) -> Noted {
    run(array, options, false)
}

/// NumPy's `nanquantile`: as [`quantile`], of the elements that are not NaN.
///
/// # Errors
/// As [`quantile`].
pub fn nanquantile(array: &Array, options: &QuantileOptions) -> Noted {
    run(array, options, true)
}

fn run(array: &Array, options: &QuantileOptions, skip_nan: bool) -> Noted {
    if options.q.iter().any(|q| !(0.0..=1.0).contains(q)) {
        return Err(Error::value("Quantiles must be in the range [0, 1]"));
    }
    if array.dtype() == DType::Bool
        && !options.method.is_discrete()
        && !(options.whole && options.method == Method::Linear)
    {
        return Err(Error::type_error(
            "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the \
             logical_xor function instead.",
        ));
    }
    match array.dtype() {
        dtype if dtype.kind() == Kind::Complex => Err(Error::type_error("a must be an array of real numbers")),
        DType::Int64 if options.method.is_discrete() => whole_lanes::<i64>(array, options),
        DType::UInt64 if options.method.is_discrete() => whole_lanes::<u64>(array, options),
        DType::Float16 => lanes::<f16>(array, options, skip_nan),
        DType::Float32 => lanes::<f32>(array, options, skip_nan),
        _ => lanes::<f64>(array, options, skip_nan),
    }
}

fn lanes<F: Real>(array: &Array, options: &QuantileOptions, skip_nan: bool) -> Noted {
    let mut notes = Notes::default();
    let reduced = reduced_axes(options.axes, array.ndim())?;
    let (values, _) = gathered(array, &reduced)?;
    let length = values.shape()[values.ndim() - 1];
    let kept = reduced_shape(array.shape(), &reduced, options.keepdims);
    let count: usize = kept.iter().product();
    if length == 0 && count > 0 && !skip_nan {
        // Floats are looked through for NaN first, which sorts to the end.
        let index = if array.dtype().is_inexact() { -1 } else { 0 };
        return Err(Error::index(format!("index {index} is out of bounds for axis 0 with size 0")));
    }
    let mut all = values.to_vec::<F>()?;
    let whole = options.whole && options.method == Method::Linear;
    let mut results = vec![0.0; options.q.len() * count];
    for (lane_index, lane) in all.chunks_mut(length.max(1)).enumerate() {
        let end = sort_nan_last(lane);
        let lane = match (skip_nan, end == lane.len()) {
            (false, false) => &[][..],
            _ => &lane[..end],
        };
        if lane.is_empty() && skip_nan {
            notes.say("All-NaN slice encountered");
        }
        for (q_index, &q) in options.q.iter().enumerate() {
            results[q_index * count + lane_index] = match (lane.is_empty(), whole) {
                (true, _) => f64::NAN,
                (false, true) => lane[if q == 0.0 { 0 } else { lane.len() - 1 }].wide(),
                (false, false) => one(lane, q, options.method, options.scalar),
            };
        }
    }
    let mut shape = Shape::new();
    if !options.scalar {
        shape.push(options.q.len());
    }
    shape.extend(kept);
    let result = Array::from_vec(&shape, results).expect("a result for each quantile and lane");
    let discrete = whole || options.method.is_discrete();
    let dtype = match (discrete, options.scalar) {
        (true, _) => array.dtype(),
        (false, true) => F::DTYPE,
        (false, false) => DType::Float64,
    };
    Ok(notes.with(if dtype == DType::Float64 { result } else { result.astype(dtype, Order::C)? }))
}

/// As [`lanes`], of integers that no double holds, by methods that give one of them.
fn whole_lanes<T: Element + Ord>(array: &Array, options: &QuantileOptions) -> Noted {
    let reduced = reduced_axes(options.axes, array.ndim())?;
    let (values, _) = gathered(array, &reduced)?;
    let length = values.shape()[values.ndim() - 1];
    let kept = reduced_shape(array.shape(), &reduced, options.keepdims);
    let count: usize = kept.iter().product();
    if length == 0 {
        return lanes::<f64>(array, options, false);
    }
    let mut all = values.to_vec::<T>()?;
    let ranks: Vec<f64> = (0..length).map(|rank| rank as f64).collect();
    let mut results = Vec::with_capacity(options.q.len() * count);
    all.chunks_mut(length).for_each(<[T]>::sort_unstable);
    for &q in options.q {
        let rank = one(&ranks, q, options.method, options.scalar) as usize;
        results.extend(all.chunks(length).map(|lane| lane[rank]));
    }
    let mut shape = Shape::new();
    if !options.scalar {
        shape.push(options.q.len());
    }
    shape.extend(kept);
    Ok(Notes::default().with(Array::from_vec(&shape, results).expect("a result for each quantile and lane")))
}

/// Sorts a lane; returns how many are not NaN.
fn sort_nan_last<F: Real>(lane: &mut [F]) -> usize {
    lane.sort_unstable_by(|a, b| a.partial_cmp(b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan())));
    lane.partition_point(|x| !x.is_nan())
}

/// The quantile of one sorted lane without NaN. Positions are in double precision; neighbours are weighed in
/// the array's precision beside a Python number (`weak`), else in double.
fn one<F: Real>(lane: &[F], q: f64, method: Method, weak: bool) -> f64 {
    let n = lane.len();
    let (position, whole) = method.position(n, q);
    if whole {
        return lane[(position as usize).min(n - 1)].wide();
    }
    let floor = position.floor();
    // Where a neighbour stands for both, NumPy counts the share from the last or first position.
    let (below, above, previous) = if position >= n as f64 - 1.0 {
        (lane[n - 1], lane[n - 1], -1.0)
    } else if position < 0.0 {
        (lane[0], lane[0], 0.0)
    } else {
        (lane[floor as usize], lane[floor as usize + 1], floor)
    };
    let t = method.share(position - previous, position);
    let gap = above - below;
    match (weak, t >= 0.5) {
        (true, true) => (above - gap * F::of(1.0 - t)).wide(),
        (true, false) => (below + gap * F::of(t)).wide(),
        (false, true) => above.wide() - gap.wide() * (1.0 - t),
        (false, false) => below.wide() + gap.wide() * t,
    }
}

/// NumPy's `median`.
///
/// # Errors
/// As [`quantile`].
pub fn median(array: &Array, axes: Option<&[isize]>, keepdims: bool) -> Noted {
    middle(array, axes, keepdims, false)
}

/// NumPy's `nanmedian`.
///
/// # Errors
/// As [`quantile`].
pub fn nanmedian(array: &Array, axes: Option<&[isize]>, keepdims: bool) -> Noted {
    middle(array, axes, keepdims, true)
}

fn middle(array: &Array, axes: Option<&[isize]>, keepdims: bool, skip_nan: bool) -> Noted {
    if !array.dtype().is_number() && array.dtype() != DType::Object {
        return Err(Error::no_numbers(array.dtype()));
    }
    let reduced = reduced_axes(axes, array.ndim())?;
    if array.shape().iter().zip(&reduced).any(|(&n, &gone)| gone && n == 0) {
        // Of nothing NumPy takes the mean.
        let options = ReduceOptions { axes, keepdims, ..ReduceOptions::default() };
        return if skip_nan { super::nanmean(array, &options) } else { super::mean(array, &options) };
    }
    match array.dtype() {
        dtype if dtype.kind() == Kind::Complex => Err(Error::type_error("a must be an array of real numbers")),
        DType::Float16 => {
            let (middle, notices) = middle_of::<f32>(array, axes, keepdims, skip_nan)?;
            Ok((middle.astype(DType::Float16, Order::K)?, notices))
        }
        DType::Float32 => middle_of::<f32>(array, axes, keepdims, skip_nan),
        _ => middle_of::<f64>(array, axes, keepdims, skip_nan),
    }
}

fn middle_of<F: Real>(array: &Array, axes: Option<&[isize]>, keepdims: bool, skip_nan: bool) -> Noted {
    let mut notes = Notes::default();
    let reduced = reduced_axes(axes, array.ndim())?;
    let (values, _) = gathered(array, &reduced)?;
    let length = values.shape()[values.ndim() - 1];
    let kept = reduced_shape(array.shape(), &reduced, keepdims);
    let count: usize = kept.iter().product();
    let mut results = vec![F::of(f64::NAN); count];
    let mut all = values.to_vec::<F>()?;
    for (lane, result) in all.chunks_mut(length.max(1)).zip(&mut results) {
        let end = sort_nan_last(lane);
        if end < lane.len() && !skip_nan {
            continue;
        }
        let lane = &lane[..end];
        if lane.is_empty() {
            notes.say("All-NaN slice encountered");
            continue;
        }
        let half = lane.len() / 2;
        // The mean of two as NumPy takes it: their sum, divided in double precision.
        *result = if lane.len() % 2 == 1 { lane[half] } else { (lane[half - 1] + lane[half]) * F::of(0.5) };
    }
    Ok(notes.with(Array::from_vec(&kept, results).expect("a result for each lane")))
}
