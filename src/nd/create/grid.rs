//! Coordinate grids: `meshgrid` and `indices`.

use super::super::array::{Array, Order};
use super::super::dtype::DType;
use super::super::error::{Error, Result};
use super::super::manip::axes::broadcast_arrays;
use super::super::manip::reshape::reshape;
use super::super::shape::Shape;
use super::super::strides::Strides;
use super::range::counting;

/// Which axis of a grid the first coordinate runs along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indexing {
    /// The second: Cartesian, as for pictures.
    XY,
    /// The first: as for matrices.
    IJ,
}

impl Indexing {
    /// `"xy"` or `"ij"`.
    ///
    /// # Errors
    /// `ValueError` for anything else.
    pub fn parse(text: &str) -> Result<Self> {
        match text {
            "xy" => Ok(Self::XY),
            "ij" => Ok(Self::IJ),
            _ => Err(Error::value("Valid values for `indexing` are 'xy' and 'ij'.")),
        }
    }
}

/// `np.meshgrid(*coordinates, indexing=, sparse=, copy=)`: one array a coordinate.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn meshgrid(coordinates: &[&Array], indexing: Indexing, sparse: bool, copy: bool) -> Result<Vec<Array>> {
    let ndim = coordinates.len();
    let mut grids = Vec::with_capacity(ndim);
    for (place, coordinate) in coordinates.iter().enumerate() {
        let axis = match (indexing, place) {
            (Indexing::XY, 0 | 1) if ndim > 1 => 1 - place,
            _ => place,
        };
        let mut shape: Vec<isize> = vec![1; ndim];
        shape[axis] = coordinate.size() as isize;
        grids.push(reshape(coordinate, &shape, Order::C, None)?);
    }
    if !sparse {
        grids = broadcast_arrays(&grids.iter().collect::<Vec<_>>())?;
    }
    if copy {
        grids = grids.iter().map(|grid| grid.copy(Order::C)).collect::<Result<Vec<_>>>()?;
    }
    Ok(grids)
}

/// `np.indices(shape, dtype)`: one array whose first axis chooses which index is meant.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn indices(shape: &[usize], dtype: DType) -> Result<Array> {
    let mut lengths: Shape = smallvec::smallvec![shape.len()];
    lengths.extend_from_slice(shape);
    let made = Array::zeros(&lengths, dtype, Order::C)?;
    for (axis, index) in sparse_indices(shape, dtype)?.iter().enumerate() {
        let offset = made.strides()[0] * axis as isize;
        made.with_geometry(
            Shape::from_slice(shape),
            Strides::from_slice(&made.strides()[1..]),
            made.offset().wrapping_add_signed(offset),
        )
        .assign(index)?;
    }
    Ok(made)
}

/// `np.indices(shape, dtype, sparse=True)`: one array an axis, each of length one along the others.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn sparse_indices(shape: &[usize], dtype: DType) -> Result<Vec<Array>> {
    shape
        .iter()
        .enumerate()
        .map(|(axis, &length)| {
            let mut lengths: Vec<isize> = vec![1; shape.len()];
            lengths[axis] = length as isize;
            reshape(&counting(length, dtype)?, &lengths, Order::C, None)
        })
        .collect()
}
