//! Order statistics: median, quantiles by all of NumPy's methods, and the forms that skip NaN.
//!
//! Source of the methods: Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), and NumPy's
//! documentation of `quantile`.

use super::arg::gathered;
use super::{Noted, Notes};
use crate::nd::array::Array;
use crate::nd::dtype::{DType, Element, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::shape::Shape;
use crate::nd::ufunc::{reduced_axes, reduced_shape};

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
    fn position<F: Real>(self, n: usize, q: F) -> (F, bool) {
        let count = F::of(n as f64);
        let last = F::of(n as f64 - 1.0);
        let one = F::of(1.0);
        let between = |alpha: f64, beta: f64| count * q + (F::of(alpha) + q * F::of(1.0 - alpha - beta)) - one;
        let to_boundary = |index: F, stays: &dyn Fn(F, F) -> bool| {
            let floor = index.floor();
            let next = floor + one;
            let chosen = if stays(index - floor, index) { floor } else { next };
            (if chosen < F::of(0.0) { F::of(0.0) } else { chosen }, true)
        };
        match self {
            Self::InvertedCdf => to_boundary(count * q - one, &|gamma, _| gamma == F::of(0.0)),
            Self::ClosestObservation => to_boundary(count * q - one - F::of(0.5), &|gamma, index| {
                gamma == F::of(0.0) && index.floor().rem(F::of(2.0)) == one
            }),
            Self::AveragedInvertedCdf => (count * q - one, false),
            Self::InterpolatedInvertedCdf => (between(0.0, 1.0), false),
            Self::Hazen => (between(0.5, 0.5), false),
            Self::Weibull => (between(0.0, 0.0), false),
            Self::Linear => (last * q, false),
            Self::MedianUnbiased => (between(1.0 / 3.0, 1.0 / 3.0), false),
            Self::NormalUnbiased => (between(3.0 / 8.0, 3.0 / 8.0), false),
            Self::Lower => ((last * q).floor(), true),
            Self::Higher => ((last * q).ceil(), true),
            Self::Midpoint => (F::of(0.5) * ((last * q).floor() + (last * q).ceil()), false),
            Self::Nearest => ((last * q).round(), true),
        }
    }

    /// The share of the upper neighbour.
    fn share<F: Real>(self, gamma: F, position: F) -> F {
        match self {
            Self::AveragedInvertedCdf => F::of(if gamma == F::of(0.0) { 0.5 } else { 1.0 }),
            Self::Midpoint => F::of(if position.rem(F::of(1.0)) == F::of(0.0) { 0.0 } else { 0.5 }),
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
    fn floor(self) -> Self;
    fn ceil(self) -> Self;
    fn round(self) -> Self;
    fn rem(self, by: Self) -> Self;
    fn index(self) -> usize;
    fn is_nan(self) -> bool;
}

macro_rules! real {
    ($($float:ident),*) => {
        $(impl Real for $float {
            fn of(value: f64) -> Self { value as $float }
            fn floor(self) -> Self { self.floor() }
            fn ceil(self) -> Self { self.ceil() }
            fn round(self) -> Self { self.round_ties_even() }
            fn rem(self, by: Self) -> Self { self.rem_euclid(by) }
            fn index(self) -> usize { self as usize }
            fn is_nan(self) -> bool { self.is_nan() }
        })*
    };
}

real!(f32, f64);

/// NumPy's keyword arguments of `quantile`.
#[derive(Clone, Copy, Debug)]
pub struct QuantileOptions<'a> {
    /// The quantiles, between 0 and 1.
    pub q: &'a [f64],
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
    match (array.dtype(), options.scalar) {
        (DType::Complex128, _) => Err(Error::type_error("a must be an array of real numbers")),
        (DType::Float32, true) => lanes::<f32>(array, options, skip_nan),
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
        return Err(Error::index("index -1 is out of bounds for axis 0 with size 0"));
    }
    let mut all = values.to_vec::<F>()?;
    let nan = F::of(f64::NAN);
    let mut results = vec![F::default(); options.q.len() * count];
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
            results[q_index * count + lane_index] =
                if lane.is_empty() { nan } else { one(lane, F::of(q), options.method) };
        }
    }
    let mut shape = Shape::new();
    if !options.scalar {
        shape.push(options.q.len());
    }
    shape.extend(kept);
    let result = Array::from_vec(&shape, results).expect("a result for each quantile and lane");
    let discrete = options.method.is_discrete() && array.dtype().kind() != Kind::Bool;
    let dtype = if discrete { array.dtype() } else { F::DTYPE };
    Ok(notes.with(if dtype == F::DTYPE { result } else { result.astype(dtype, crate::nd::Order::C)? }))
}

/// Sorts a lane; returns how many are not NaN.
fn sort_nan_last<F: Real>(lane: &mut [F]) -> usize {
    lane.sort_unstable_by(|a, b| a.partial_cmp(b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan())));
    lane.partition_point(|x| !x.is_nan())
}

/// The quantile of one sorted lane without NaN.
fn one<F: Real>(lane: &[F], q: F, method: Method) -> F {
    let n = lane.len();
    let (position, whole) = method.position(n, q);
    if whole {
        return lane[position.index().min(n - 1)];
    }
    let floor = position.floor();
    let (below, above) = if position >= F::of(n as f64 - 1.0) {
        (lane[n - 1], lane[n - 1])
    } else if position < F::of(0.0) {
        (lane[0], lane[0])
    } else {
        (lane[floor.index()], lane[floor.index() + 1])
    };
    // Where a neighbour stands for both, NumPy counts the share from the last or first position.
    let previous = if position >= F::of(n as f64 - 1.0) {
        F::of(-1.0)
    } else if position < F::of(0.0) {
        F::of(0.0)
    } else {
        floor
    };
    let t = method.share(position - previous, position);
    let gap = above - below;
    if t >= F::of(0.5) { above - gap * (F::of(1.0) - t) } else { below + gap * t }
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
    match array.dtype() {
        DType::Complex128 => Err(Error::type_error("a must be an array of real numbers")),
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
    if length == 0 && count > 0 {
        notes.say("Mean of empty slice");
    }
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
