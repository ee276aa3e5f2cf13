//! Arrays of draws: a shape filled in C order, integers of any dtype between bounds.
//!
//! What the bounds may be, and how NumPy says that they may not, is decided here; how an integer is
//! drawn, in `bounded`. Draws with other parameters are in `distribution`.

use super::bounded::{Bounded, Method, Width};
use super::source::BitSource;
use crate::nd::array::{Array, Order};
use crate::nd::broadcast::broadcast_shapes;
use crate::nd::buffer::{Src, copy_run};
use crate::nd::dtype::{DType, Element, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::scalar::Scalar;
use crate::nd::shape::{Shape, ShapeText};
use crate::nd::walk::Walk;
use crate::with_dtype;

/// A C-ordered array of this shape, drawn element after element: `filled(shape, || rng.next_double())`.
///
/// # Errors
/// As [`Array::zeros`].
pub fn filled<T: Element>(shape: &[usize], mut draw: impl FnMut() -> T) -> Result<Array> {
    let made = Array::unset(shape, T::DTYPE, Order::C)?;
    let count = made.size();
    let cells = made.cells::<T>()?;
    for cell in &cells.data[cells.start as usize..][..count] {
        cell.set(draw());
    }
    Ok(made)
}

/// A C-ordered array of this shape, drawn a block after the other: `filled_in_blocks(shape, |block| rng.doubles(block))`.
///
/// # Errors
/// As [`Array::zeros`].
pub fn filled_in_blocks<T: Element + Default>(shape: &[usize], mut draw: impl FnMut(&mut [T])) -> Result<Array> {
    const BLOCK: usize = 512;
    let made = Array::unset(shape, T::DTYPE, Order::C)?;
    let count = made.size();
    let cells = made.cells::<T>()?;
    let mut block = [T::default(); BLOCK];
    for cells in cells.data[cells.start as usize..][..count].chunks(BLOCK) {
        let block = &mut block[..cells.len()];
        draw(block);
        copy_run(cells, Src::from_slice(block));
    }
    Ok(made)
}

/// One integer of `low..high`, or of `low..=high` if the bounds are `closed`.
///
/// # Errors
/// A `TypeError` for a dtype that is not of integers, a `ValueError` for bounds that are out of its
/// range or leave nothing between them.
pub fn integer<B: BitSource + ?Sized>(
    bits: &mut B,
    method: Method,
    (low, high): (i128, i128),
    closed: bool,
    dtype: DType,
) -> Result<Scalar> {
    let width = width_of(dtype, method)?;
    let range = range_of(low, high, closed, dtype)?;
    let drawn = Bounded::new(width, range, method).draw(bits);
    Ok(scalar_of(low, drawn, dtype))
}

/// An array of integers between bounds; errors as [`integer`], and those of [`Array::zeros`].
///
/// An empty array is made whatever the bounds are.
pub fn integers<B: BitSource + ?Sized>(
    bits: &mut B,
    method: Method,
    (low, high): (i128, i128),
    closed: bool,
    dtype: DType,
    shape: &[usize],
) -> Result<Array> {
    let width = width_of(dtype, method)?;
    if shape.contains(&0) {
        return Array::zeros(shape, dtype, Order::C);
    }
    let range = range_of(low, high, closed, dtype)?;
    let mut sampler = Bounded::new(width, range, method);
    with_dtype!(dtype, T => filled(shape, || T::from_scalar(scalar_of(low, sampler.draw(bits), dtype))))
}

/// Bounds of integers that differ from element to element: integers beyond every dtype among them.
#[derive(Clone, Debug)]
pub struct Bounds {
    values: Vec<i128>,
    /// Positions in `values`.
    places: Array,
}

impl Bounds {
    /// `values` in C order, as many as the shape has places; `None` otherwise.
    pub fn new(shape: &[usize], values: Vec<i128>) -> Option<Self> {
        let places = Array::from_vec(shape, (0..values.len() as i64).collect())?;
        Some(Self { values, places })
    }

    fn shape(&self) -> &[usize] {
        self.places.shape()
    }

    /// The values of every place of a shape that these broadcast to.
    fn broadcast(&self, shape: &[usize]) -> Result<Vec<i128>> {
        let places = integer_list(&self.places.broadcast_to(shape)?);
        Ok(places.into_iter().map(|place| self.values[place as usize]).collect())
    }
}

impl From<&Array> for Bounds {
    /// The elements of an array of numbers; floats are cut off.
    fn from(array: &Array) -> Self {
        Self::new(array.shape(), integer_list(array)).expect("one value for each place")
    }
}

/// Integers between bounds that differ from element to element; errors as [`integers`], and a
/// `ValueError` for shapes that do not broadcast.
pub fn integers_between<B: BitSource + ?Sized>(
    bits: &mut B,
    method: Method,
    (lows, highs): (&Bounds, &Bounds),
    closed: bool,
    dtype: DType,
    shape: Option<&[usize]>,
) -> Result<Array> {
    let width = width_of(dtype, method)?;
    let common = broadcast_shapes(&[lows.shape(), highs.shape()])?;
    check_bounds(&lows.broadcast(&common)?, &highs.broadcast(&common)?, closed, dtype)?;
    let shapes = [lows.shape(), highs.shape()];
    let shape = match shape {
        Some(wanted) => common_shape(&[shapes[0], shapes[1], wanted], Some(wanted))?,
        None => common_shape(&shapes, None)?,
    };
    let made = Array::zeros(&shape, dtype, Order::C)?;
    let (lows, highs) = (lows.broadcast(&shape)?, highs.broadcast(&shape)?);
    let mut sampler = Bounded::new(width, 0, method);
    let mut position = 0;
    with_dtype!(dtype, T => {
        let cells = made.cells::<T>()?;
        for cell in &cells.data[cells.start as usize..][..lows.len()] {
            sampler.set_range((highs[position] - i128::from(!closed) - lows[position]) as u64);
            cell.set(T::from_scalar(scalar_of(lows[position], sampler.draw(bits), dtype)));
            position += 1;
        }
    });
    Ok(made)
}

/// The shape of an array drawn with these parameters: their broadcast, or `shape` if they stretch to it.
///
/// # Errors
/// A `ValueError` in the words of NumPy's random functions.
pub fn broadcast_parameters(parameters: &[&Array], shape: Option<&[usize]>) -> Result<Shape> {
    let mut shapes: Vec<&[usize]> = shape.into_iter().collect();
    shapes.extend(parameters.iter().map(|parameter| parameter.shape()));
    common_shape(&shapes, shape)
}

/// The broadcast of all shapes, which must be the `wanted` one.
fn common_shape(shapes: &[&[usize]], wanted: Option<&[usize]>) -> Result<Shape> {
    let common = broadcast_shapes(shapes).map_err(|_| mismatch(shapes))?;
    match wanted {
        Some(wanted) if wanted != common.as_slice() => Err(Error::value(format!(
            "Output size {} is not compatible with broadcast dimensions of inputs {}.",
            ShapeText::tuple(wanted),
            ShapeText::tuple(&common)
        ))),
        _ => Ok(common),
    }
}

/// Names the first two operands that disagree, axis by axis from the left.
fn mismatch(shapes: &[&[usize]]) -> Error {
    let ndim = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    for axis in 0..ndim {
        let mut known: Option<(usize, usize)> = None;
        for (operand, shape) in shapes.iter().enumerate() {
            let Some(own) = (axis + shape.len()).checked_sub(ndim) else { continue };
            let length = shape[own];
            match known {
                _ if length == 1 => {}
                None => known = Some((operand, length)),
                Some((_, other)) if other == length => {}
                Some((first, _)) => {
                    return Error::value(format!(
                        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg \
                         {first} with shape {} and arg {operand} with shape {}.",
                        ShapeText::tuple(shapes[first]),
                        ShapeText::tuple(shape)
                    ));
                }
            }
        }
    }
    Error::value("shape mismatch: objects cannot be broadcast to a single shape.")
}

fn width_of(dtype: DType, method: Method) -> Result<Width> {
    let function = if method == Method::Masked { "randint" } else { "integers" };
    match (dtype.kind(), dtype.itemsize()) {
        (Kind::Bool, _) => Ok(Width::Bool),
        (Kind::Signed | Kind::Unsigned, 1) => Ok(Width::W8),
        (Kind::Signed | Kind::Unsigned, 2) => Ok(Width::W16),
        (Kind::Signed | Kind::Unsigned, 4) => Ok(Width::W32),
        (Kind::Signed | Kind::Unsigned, _) => Ok(Width::W64),
        _ => Err(Error::type_error(format!("Unsupported dtype dtype({}) for {function}", dtype.repr()))),
    }
}

/// The smallest and the largest value of an integer dtype.
fn limits(dtype: DType) -> (i128, i128) {
    let bits = 8 * dtype.itemsize();
    match dtype.kind() {
        Kind::Bool => (0, 1),
        Kind::Unsigned => (0, (1 << bits) - 1),
        _ => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
    }
}

fn range_of(low: i128, high: i128, closed: bool, dtype: DType) -> Result<u64> {
    let (lowest, highest) = limits(dtype);
    let last = high - i128::from(!closed);
    if low < lowest {
        return Err(out_of_bounds("low", dtype));
    }
    if last > highest {
        return Err(out_of_bounds("high", dtype));
    }
    if last < low {
        return Err(nothing_between(closed, low == 0));
    }
    Ok((last - low) as u64)
}

/// As [`range_of`], for every pair of two arrays of one shape.
fn check_bounds(lows: &[i128], highs: &[i128], closed: bool, dtype: DType) -> Result<()> {
    let (lowest, highest) = limits(dtype);
    let last = |high: i128| high - i128::from(!closed);
    if lows.iter().any(|&low| low < lowest) {
        return Err(out_of_bounds("low", dtype));
    }
    if highs.iter().any(|&high| last(high) > highest) {
        return Err(out_of_bounds("high", dtype));
    }
    if lows.iter().zip(highs).any(|(&low, &high)| last(high) < low) {
        return Err(nothing_between(closed, lows.iter().all(|&low| low == 0)));
    }
    Ok(())
}

fn out_of_bounds(bound: &str, dtype: DType) -> Error {
    Error::value(format!("{bound} is out of bounds for {dtype}"))
}

fn nothing_between(closed: bool, low_is_zero: bool) -> Error {
    Error::value(match (low_is_zero, closed) {
        (true, true) => "high < 0",
        (true, false) => "high <= 0",
        (false, true) => "low > high",
        (false, false) => "low >= high",
    })
}

fn scalar_of(low: i128, drawn: u64, dtype: DType) -> Scalar {
    let value = low + i128::from(drawn);
    match dtype.kind() {
        Kind::Bool => Scalar::Bool(value != 0),
        Kind::Unsigned => Scalar::UInt(value as u64),
        _ => Scalar::Int(value as i64),
    }
}

/// The elements in C order as integers; floats are cut off.
fn integer_list(array: &Array) -> Vec<i128> {
    let mut list = Vec::with_capacity(array.size());
    let walk = Walk::c_order(array.shape(), [array.strides()]);
    let [step] = walk.inner_strides();
    walk.run([0], |[mut at]| {
        for _ in 0..walk.inner_length() {
            list.push(match array.get_at(at) {
                Scalar::Bool(value) => i128::from(value),
                Scalar::Int(value) => i128::from(value),
                Scalar::UInt(value) => i128::from(value),
                Scalar::Float(value) => value as i128,
                Scalar::Complex(value) => value.re as i128,
                Scalar::Time(value) => i128::from(value),
                Scalar::Object(_) | Scalar::Elsewhere(_) => 0,
            });
            at += step;
        }
    });
    list
}
