//! Discrete Fourier transforms of the lanes of an array along one axis.
//!
//! Reading order: here what is transformed and by which method; [`number`] (the arithmetic), `roots` and `sines` (roots of
//! unity, factors of a length), `complex` and `real` (lengths with small factors), `chirp` (lengths with large ones). The
//! methods, and the order of every sum, are those of pocketfft, which NumPy uses; no library in Rust keeps to it. Not
//! here: norms, defaults and several axes, which are a matter of arguments (`py/numpy/lib/fft.py`).

mod chirp;
mod complex;
pub mod number;
mod real;
mod roots;
mod sines;

use num_complex::{Complex, Complex32, Complex64};

use self::chirp::Chirp;
use self::complex::ComplexPlan;
use self::number::Real;
use self::real::RealPlan;
use super::array::{Array, Order};
use super::dtype::{DType, Element, Kind};
use super::error::{Error, Result};
use super::shape::{Shape, normalize_axis};
use super::strides::Strides;
use super::walk::Walk;

/// How complex numbers of one length are transformed.
enum Complexes<T> {
    Passes(ComplexPlan<T>),
    Chirp(Chirp<T>),
}

/// Whether a convolution costs less than passes, the cost of which is weighted.
fn convolves(length: usize, weight: f64) -> bool {
    if length < 50 || roots::largest_prime(length).pow(2) <= length {
        return false;
    }
    3.0 * roots::cost(roots::smooth_from(2 * length - 1)) < weight * roots::cost(length)
}

impl<T: Real> Complexes<T> {
    fn new(length: usize) -> Self {
        if convolves(length, 1.0) { Self::Chirp(Chirp::new(length)) } else { Self::Passes(ComplexPlan::new(length)) }
    }

    fn run(&self, data: &mut Vec<Complex<T>>, scale: T, forward: bool) {
        match (self, forward) {
            (Self::Passes(plan), true) => plan.run::<true>(data, scale),
            (Self::Passes(plan), false) => plan.run::<false>(data, scale),
            (Self::Chirp(chirp), true) => chirp.run::<true>(data, scale),
            (Self::Chirp(chirp), false) => chirp.run::<false>(data, scale),
        }
    }
}

/// How real numbers of one length are transformed.
enum Reals<T> {
    Passes(RealPlan<T>),
    Chirp(Chirp<T>),
}

impl<T: Real> Reals<T> {
    fn new(length: usize) -> Self {
        if convolves(length, 0.5) { Self::Chirp(Chirp::new(length)) } else { Self::Passes(RealPlan::new(length)) }
    }

    /// Half of the frequencies of `data`.
    fn forward(&self, data: &mut Vec<T>, scale: T) -> Vec<Complex<T>> {
        let n = data.len();
        match self {
            Self::Passes(plan) => {
                plan.forward(data, scale);
                let part = |place: usize| data.get(place).copied().unwrap_or_default();
                let pairs = (1..=n / 2).map(|k| Complex::new(part(2 * k - 1), part(2 * k)));
                std::iter::once(Complex::new(data[0], T::zero())).chain(pairs).collect()
            }
            Self::Chirp(chirp) => {
                let zero = T::zero() * data[0];
                let mut wide: Vec<Complex<T>> = data.iter().map(|&x| Complex::new(x, zero)).collect();
                chirp.run::<true>(&mut wide, scale);
                wide.truncate(n / 2 + 1);
                wide[0].im = T::zero();
                if n % 2 == 0 {
                    wide[n / 2].im = T::zero();
                }
                wide
            }
        }
    }

    /// `n` real numbers from half of their frequencies.
    fn backward(&self, half: &[Complex<T>], n: usize, scale: T) -> Vec<T> {
        match self {
            Self::Passes(plan) => {
                let mut data = vec![half[0].re];
                data.extend(half[1..].iter().flat_map(|z| [z.re, z.im]));
                data.truncate(n);
                plan.backward(&mut data, scale);
                data
            }
            Self::Chirp(chirp) => {
                let mut wide = half.to_vec();
                let zero = T::zero() * half[0].re;
                wide[0].im = zero;
                if n % 2 == 0 {
                    wide[n / 2].im = zero;
                }
                wide.extend((n / 2 + 1..n).map(|k| half[n - k].conj()));
                chirp.run::<false>(&mut wide, scale);
                wide.into_iter().map(|z| z.re).collect()
            }
        }
    }
}

/// The precision in which an array is transformed: single for single, half and its like, else double.
fn is_single(dtype: DType) -> Result<bool> {
    match dtype.kind() {
        Kind::Float | Kind::Complex | Kind::Bool | Kind::Signed | Kind::Unsigned => {}
        _ => return Err(Error::type_error(format!("no Fourier transform of elements of dtype {dtype}"))),
    }
    Ok(matches!(dtype, DType::Float16 | DType::Float32 | DType::Complex64))
}

/// Transforms each lane: `count` elements of `array` at most are read, `length` are made.
fn along<I: Element, O: Element>(
    array: &Array,
    axis: usize,
    length: usize,
    mut transform: impl FnMut(&mut dyn Iterator<Item = I>) -> Vec<O>,
) -> Result<Array> {
    let source = array.aligned()?;
    let mut shape = Shape::from_slice(array.shape());
    let count = shape[axis];
    shape[axis] = length;
    let made = Array::zeros_ordered_as(&shape, array.strides(), O::DTYPE)?;
    let (from, to) = (source.src::<I>(), made.cells::<O>()?);
    let without = |strides: &[isize]| -> Strides {
        strides.iter().enumerate().filter(|&(place, _)| place != axis).map(|(_, &step)| step).collect()
    };
    let (from_step, to_step) = (from.strides[axis], to.strides[axis]);
    shape.remove(axis);
    let walk = Walk::c_order(&shape, [&without(&from.strides), &without(&to.strides)]);
    let [from_next, to_next] = walk.inner_strides();
    walk.run([from.start, to.start], |[start, target]| {
        for lane in 0..walk.inner_length() as isize {
            let (start, target) = (start + lane * from_next, target + lane * to_next);
            let mut elements = (0..count as isize).map(|k| from.data[(start + k * from_step) as usize].get());
            for (k, value) in transform(&mut elements).into_iter().enumerate() {
                to.data[(target + k as isize * to_step) as usize].set(value);
            }
        }
    });
    Ok(made)
}

/// The elements of a lane, cut or padded with zeros to `length`.
fn padded<T: Copy + Default>(elements: &mut dyn Iterator<Item = T>, length: usize) -> Vec<T> {
    let mut lane: Vec<T> = elements.take(length).collect();
    lane.resize(length, T::default());
    lane
}

/// The transform along an axis of length `n`, or its inverse, times `scale`; lanes are cut or padded with zeros.
///
/// # Errors
/// [`Error::Axis`]; a `TypeError` for elements that are no numbers.
pub fn fft(array: &Array, n: usize, axis: isize, scale: f64, forward: bool) -> Result<Array> {
    fn of<T: Real>(array: &Array, n: usize, axis: usize, scale: f64, forward: bool) -> Result<Array>
    where
        Complex<T>: Element,
    {
        let plan = Complexes::<T>::new(n);
        along::<Complex<T>, Complex<T>>(array, axis, n, |elements| {
            let mut lane = padded(elements, n);
            plan.run(&mut lane, T::nearest(scale), forward);
            lane
        })
    }
    let axis = normalize_axis(axis, array.ndim())?;
    if is_single(array.dtype())? {
        of::<f32>(&as_dtype(array, Complex32::DTYPE)?, n, axis, scale, forward)
    } else {
        of::<f64>(&as_dtype(array, Complex64::DTYPE)?, n, axis, scale, forward)
    }
}

/// The frequencies from 0 to half of `n` of real lanes, cut or padded with zeros to length `n`.
///
/// # Errors
/// As [`fft`].
pub fn rfft(array: &Array, n: usize, axis: isize, scale: f64) -> Result<Array> {
    fn of<T: Real>(array: &Array, n: usize, axis: usize, scale: f64) -> Result<Array>
    where
        Complex<T>: Element,
    {
        let plan = Reals::<T>::new(n);
        along::<T, Complex<T>>(array, axis, n / 2 + 1, |elements| {
            plan.forward(&mut padded(elements, n), T::nearest(scale))
        })
    }
    let axis = normalize_axis(axis, array.ndim())?;
    if is_single(array.dtype())? {
        of::<f32>(&as_dtype(array, DType::Float32)?, n, axis, scale)
    } else {
        of::<f64>(&as_dtype(array, DType::Float64)?, n, axis, scale)
    }
}

/// Real lanes of length `n` from half of their frequencies, cut or padded with zeros.
///
/// # Errors
/// As [`fft`].
pub fn irfft(array: &Array, n: usize, axis: isize, scale: f64) -> Result<Array> {
    fn of<T: Real>(array: &Array, n: usize, axis: usize, scale: f64) -> Result<Array>
    where
        Complex<T>: Element,
    {
        let plan = Reals::<T>::new(n);
        along::<Complex<T>, T>(array, axis, n, |elements| {
            plan.backward(&padded(elements, n / 2 + 1), n, T::nearest(scale))
        })
    }
    let axis = normalize_axis(axis, array.ndim())?;
    if is_single(array.dtype())? {
        of::<f32>(&as_dtype(array, Complex32::DTYPE)?, n, axis, scale)
    } else {
        of::<f64>(&as_dtype(array, Complex64::DTYPE)?, n, axis, scale)
    }
}

fn as_dtype(array: &Array, dtype: DType) -> Result<Array> {
    if array.dtype() == dtype { Ok(array.view()) } else { array.astype(dtype, Order::K) }
}
