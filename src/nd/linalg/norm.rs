//! Norms of vectors and matrices, and the trace, step by step as NumPy takes them.

use super::spectral::singular_values;
use crate::nd::array::{Array, Order};
use crate::nd::dtype::{DType, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::scalar::Scalar;
use crate::nd::shape::{Shape, normalize_axis};
use crate::nd::strides::Strides;
use crate::nd::ufunc::{self, CallOptions, Initial, Operand, ReduceOptions, Weak};

/// NumPy's `ord=`.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum NormOrder {
    /// The 2-norm of a vector, the Frobenius norm of a matrix.
    #[default]
    Default,
    /// A number; infinities included.
    Number(f64),
    /// `'fro'`, `'nuc'`, or a word that is no norm.
    Name(String),
}

fn call(name: &str, inputs: &[Operand]) -> Result<Array> {
    let row = ufunc::find(name).expect("a row of the table");
    let (mut outputs, _) = ufunc::call(row, inputs, &CallOptions::default())?;
    Ok(outputs.pop().expect("one output"))
}

fn fold(name: &str, array: &Array, axes: &[isize], keepdims: bool, initial: Initial) -> Result<Array> {
    let row = ufunc::find(name).expect("a row of the table");
    let options = ReduceOptions { axes: Some(axes), keepdims, initial, ..ReduceOptions::default() };
    Ok(ufunc::reduce(row, array, &options)?.0)
}

/// `|x|²`, real.
fn squares(array: &Array) -> Result<Array> {
    if array.dtype().kind() != Kind::Complex {
        return call("multiply", &[array.into(), array.into()]);
    }
    let conjugate = call("conjugate", &[array.into()])?;
    let product = call("multiply", &[(&conjugate).into(), array.into()])?;
    product.astype(array.dtype().real(), Order::K)
}

/// NumPy's `linalg.norm`; `axes` are one (vectors) or two (matrices), all when `None`.
///
/// # Errors
/// A `ValueError` for an order or a number of axes that has no norm; [`Error::Axis`].
pub fn norm(array: &Array, order: &NormOrder, axes: Option<&[isize]>, keepdims: bool) -> Result<Array> {
    let converted;
    let x = if array.dtype().is_inexact() {
        array
    } else {
        converted = array.astype(DType::Float64, Order::K)?;
        &converted
    };
    let flat = axes.is_none()
        && match order {
            NormOrder::Default => true,
            NormOrder::Name(name) => matches!(name.as_str(), "f" | "fro") && x.ndim() == 2,
            NormOrder::Number(p) => *p == 2.0 && x.ndim() == 1,
        };
    if flat {
        let copy = x.copy(Order::C)?;
        let strides = Strides::from_slice(&[copy.itemsize() as isize]);
        let vector = copy.with_geometry(Shape::from_slice(&[copy.size()]), strides, copy.offset());
        let square = match x.dtype().kind() {
            Kind::Complex => fold("add", &squares(&vector)?, &[0], false, Initial::Identity)?,
            _ => super::product::dot(&vector, &vector)?,
        };
        let root = call("sqrt", &[(&square).into()])?;
        let ones: Shape = if keepdims { smallvec::smallvec![1; x.ndim()] } else { Shape::new() };
        return Ok(if keepdims { reshaped(&root, ones) } else { root });
    }
    if let Some(&[axis]) = axes {
        normalize_axis(axis, x.ndim())?;
    }
    let every: Vec<isize> = (0..x.ndim() as isize).collect();
    match axes.unwrap_or(&every) {
        &[axis] => vector_norm(x, order, axis, keepdims),
        &[rows, columns] => matrix_norm(x, order, rows, columns, keepdims),
        _ => Err(Error::value("Improper number of dimensions to norm.")),
    }
}

fn vector_norm(x: &Array, order: &NormOrder, axis: isize, keepdims: bool) -> Result<Array> {
    let axes = [axis];
    let zero = Initial::Value(Scalar::Int(0));
    let absolute = || call("absolute", &[x.into()]);
    match order {
        NormOrder::Default => root_of_sum(x, &axes, keepdims),
        NormOrder::Name(name) => Err(Error::value(format!("Invalid norm order '{name}' for vectors"))),
        NormOrder::Number(p) if *p == f64::INFINITY => fold("maximum", &absolute()?, &axes, keepdims, zero),
        NormOrder::Number(p) if *p == f64::NEG_INFINITY => {
            fold("minimum", &absolute()?, &axes, keepdims, Initial::Identity)
        }
        NormOrder::Number(0.0) => {
            let zeros = call("not_equal", &[x.into(), Weak::Int(0).into()])?;
            fold("add", &zeros.astype(x.dtype().real(), Order::K)?, &axes, keepdims, Initial::Identity)
        }
        NormOrder::Number(1.0) => fold("add", &absolute()?, &axes, keepdims, Initial::Identity),
        NormOrder::Number(2.0) => root_of_sum(x, &axes, keepdims),
        NormOrder::Number(p) => {
            let powers = call("power", &[(&absolute()?).into(), Weak::Float(*p).into()])?;
            let sum = fold("add", &powers, &axes, keepdims, Initial::Identity)?;
            call("power", &[(&sum).into(), Weak::Float(1.0 / p).into()])
        }
    }
}

/// A contiguous result in another shape, as a view of it.
fn reshaped(result: &Array, shape: Shape) -> Array {
    let strides = crate::nd::strides::c_strides(&shape, result.itemsize());
    result.with_geometry(shape, strides, result.offset())
}

fn root_of_sum(x: &Array, axes: &[isize], keepdims: bool) -> Result<Array> {
    call("sqrt", &[(&fold("add", &squares(x)?, axes, keepdims, Initial::Identity)?).into()])
}

fn matrix_norm(x: &Array, order: &NormOrder, rows: isize, columns: isize, keepdims: bool) -> Result<Array> {
    let (row_axis, column_axis) = (normalize_axis(rows, x.ndim())?, normalize_axis(columns, x.ndim())?);
    if row_axis == column_axis {
        return Err(Error::value("Duplicate axes given."));
    }
    // Sums along one axis, then the extremum along the other, both kept so that axes keep their numbers.
    let sums = |summed: usize, folded: usize, extremum: &str| -> Result<Array> {
        let absolute = call("absolute", &[x.into()])?;
        let sums = fold("add", &absolute, &[summed as isize], true, Initial::Identity)?;
        let initial = if extremum == "maximum" { Initial::Value(Scalar::Int(0)) } else { Initial::Identity };
        fold(extremum, &sums, &[folded as isize], true, initial)
    };
    let kept = match order {
        NormOrder::Default => root_of_sum(x, &[rows, columns], true)?,
        NormOrder::Name(name) if matches!(name.as_str(), "f" | "fro") => root_of_sum(x, &[rows, columns], true)?,
        NormOrder::Number(1.0) => sums(row_axis, column_axis, "maximum")?,
        NormOrder::Number(-1.0) => sums(row_axis, column_axis, "minimum")?,
        NormOrder::Number(p) if *p == f64::INFINITY => sums(column_axis, row_axis, "maximum")?,
        NormOrder::Number(p) if *p == f64::NEG_INFINITY => sums(column_axis, row_axis, "minimum")?,
        NormOrder::Number(2.0) => of_singular_values(x, row_axis, column_axis, "maximum")?,
        NormOrder::Number(-2.0) => of_singular_values(x, row_axis, column_axis, "minimum")?,
        NormOrder::Name(name) if name == "nuc" => of_singular_values(x, row_axis, column_axis, "add")?,
        _ => return Err(Error::value("Invalid norm order for matrices.")),
    };
    if keepdims {
        let shape = Shape::from_slice(kept.shape());
        return Ok(reshaped(&*kept.to_c_contiguous()?, shape));
    }
    let keep = |axis: &usize| *axis != row_axis && *axis != column_axis;
    let shape = (0..x.ndim()).filter(keep).map(|axis| kept.shape()[axis]).collect();
    let strides = (0..x.ndim()).filter(keep).map(|axis| kept.strides()[axis]).collect();
    Ok(kept.reshaped_owner(shape, strides))
}

fn of_singular_values(x: &Array, rows: usize, columns: usize, name: &str) -> Result<Array> {
    let others: Vec<usize> = (0..x.ndim()).filter(|&axis| axis != rows && axis != columns).collect();
    let order: Vec<usize> = others.iter().copied().chain([rows, columns]).collect();
    let shape = order.iter().map(|&axis| x.shape()[axis]).collect();
    let strides = order.iter().map(|&axis| x.strides()[axis]).collect();
    let values = singular_values(&x.with_geometry(shape, strides, x.offset()))?;
    let initial = if name == "minimum" { Initial::Identity } else { Initial::Value(Scalar::Int(0)) };
    let folded = fold(name, &values, &[-1], false, initial)?;
    let (mut shape, mut strides) = (Shape::new(), Strides::new());
    for axis in 0..x.ndim() {
        let place = others.iter().position(|&other| other == axis);
        shape.push(place.map_or(1, |place| folded.shape()[place]));
        strides.push(place.map_or(0, |place| folded.strides()[place]));
    }
    Ok(folded.reshaped_owner(shape, strides))
}

/// NumPy's `trace`: the sum along a diagonal, in `dtype`.
///
/// # Errors
/// A `ValueError` for fewer than two dimensions; [`Error::Axis`].
pub fn trace(array: &Array, offset: isize, axis1: isize, axis2: isize, dtype: Option<DType>) -> Result<Array> {
    let diagonal = crate::nd::create::matrix::diagonal(array, offset, axis1, axis2)?;
    let options = ReduceOptions { axes: Some(&[-1]), dtype, ..ReduceOptions::default() };
    Ok(ufunc::reduce(ufunc::find("add").expect("a row of the table"), &diagonal, &options)?.0)
}
