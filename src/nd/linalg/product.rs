//! Products of vectors and matrices: `matmul` and its generalised-ufunc relatives, `dot`, `vdot`,
//! `inner`, `tensordot`. How matrices are multiplied is in `stacks`; contractions by subscripts are in
//! `einsum`, factorisations in `decompose`.

use super::spoilt;
use super::stacks::{Sums, stacked, stacks_apart};
use crate::nd::array::{Array, Order};
use crate::nd::broadcast::broadcast_shapes;
use crate::nd::dtype::{DType, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::shape::{Shape, ShapeText, normalize_axis};
use crate::nd::strides::Strides;
use crate::nd::ufunc::{self, CallOptions, Operand, Ufunc, Warnings, Weak, can_cast, promote_types};

/// Runs a generalised ufunc (`matmul`, `matvec`, `vecmat`, `vecdot`) on whole arrays.
///
/// # Errors
/// In NumPy's words: too few dimensions, core dimensions or stacks that do not agree, a wrong `out`.
pub fn general(ufunc: &'static Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<(Vec<Array>, Warnings)> {
    let signature = ufunc.signature.expect("a generalised ufunc has a signature");
    let core = CoreAxes::of(ufunc.name);
    check_types(ufunc, inputs, options)?;
    let mut arrays = Vec::with_capacity(2);
    for (position, input) in inputs.iter().enumerate() {
        let required = core.required[position];
        match input {
            Operand::Array(array) if array.ndim() >= required => arrays.push(*array),
            _ => {
                let has = if let Operand::Array(array) = input { array.ndim() } else { 0 };
                return Err(Error::value(format!(
                    "{}: Input operand {position} does not have enough dimensions (has {has}, gufunc core with \
                     signature {signature} requires {required})",
                    ufunc.name
                )));
            }
        }
    }
    let [a, b] = arrays[..] else { unreachable!("a product has two operands") };
    let dtype = match options.dtype {
        Some(dtype) => dtype,
        None => promote_types(a.dtype(), b.dtype()),
    };
    let conjugated = if core.conjugates && conjugates(dtype) { Some(conjugate(a)?) } else { None };
    let a = conjugated.as_ref().unwrap_or(a);

    // Vectors become matrices of one row or column; the axis goes again at the end.
    let (a_vector, b_vector) = core.vectors(a, b);
    let given = [a.view(), b.view()];
    let a = if a_vector { with_axis(a, a.ndim() - 1) } else { a.view() };
    let b = if b_vector { with_axis(b, b.ndim()) } else { b.view() };
    let (inner_a, inner_b) = (a.shape()[a.ndim() - 1], b.shape()[b.ndim() - 2]);
    if inner_a != inner_b {
        return Err(Error::value(format!(
            "{}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} \
             (size {inner_b} is different from {inner_a})",
            ufunc.name
        )));
    }
    let stacks = [&a.shape()[..a.ndim() - 2], &b.shape()[..b.ndim() - 2]];
    if broadcast_shapes(&stacks).is_err() {
        let rows = (!a_vector).then_some(a.shape()[a.ndim() - 2]);
        let columns = (!b_vector).then_some(b.shape()[b.ndim() - 1]);
        let core: Vec<usize> = rows.into_iter().chain(columns).collect();
        return Err(stacks_apart([&given[0], &given[1]], stacks, &core));
    }
    let mut product = stacked(&a, &b, dtype, Sums::AsBlas)?;
    let told = Warnings::of(ufunc.name, spoilt::events(&a, &b, &product)?);
    if b_vector {
        product = without_axis(&product, product.ndim() - 1);
    }
    if a_vector {
        product = without_axis(&product, product.ndim() - 1 - usize::from(!b_vector));
    }
    let result = match options.out.first().copied().flatten() {
        None => product,
        Some(out) => deliver(ufunc, product, out, signature, options)?,
    };
    Ok((vec![result], told))
}

/// Refuses operands and outputs whose dtypes do not suit, which NumPy looks at before shapes.
fn check_types(ufunc: &Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<()> {
    let own = |input: &Operand| if let Operand::Array(array) = input { Some(array.dtype()) } else { None };
    let strong: Vec<DType> = inputs.iter().filter_map(own).collect();
    let weak: Vec<Weak> = inputs
        .iter()
        .filter_map(|input| if let Operand::Weak(number) = input { Some(*number) } else { None })
        .collect();
    let Some(dtype) = options.dtype.or_else(|| ufunc::promote::result_type(&strong, &weak)) else { return Ok(()) };
    for (position, input) in inputs.iter().enumerate() {
        match input {
            Operand::Array(array) if !can_cast(array.dtype(), dtype, options.casting) => {
                let place = format!("input {position}");
                return Err(ufunc::cannot_cast(ufunc, &place, array.dtype(), dtype, options.casting));
            }
            Operand::Weak(number) if dtype.is_number() => drop(number.to_scalar(dtype)?),
            _ => {}
        }
    }
    match options.out.first().copied().flatten() {
        Some(out) if !can_cast(dtype, out.dtype(), options.casting) => {
            Err(ufunc::cannot_cast(ufunc, "output", dtype, out.dtype(), options.casting))
        }
        _ => Ok(()),
    }
}

/// What the core dimensions of a product are.
struct CoreAxes {
    required: [usize; 2],
    conjugates: bool,
    name: &'static str,
}

impl CoreAxes {
    fn of(name: &'static str) -> Self {
        match name {
            "matvec" => Self { required: [2, 1], conjugates: false, name },
            "vecmat" => Self { required: [1, 2], conjugates: true, name },
            "vecdot" => Self { required: [1, 1], conjugates: true, name },
            _ => Self { required: [1, 1], conjugates: false, name },
        }
    }

    /// Which operands are vectors in their last axis.
    fn vectors(&self, a: &Array, b: &Array) -> (bool, bool) {
        match self.name {
            "matvec" => (false, true),
            "vecmat" => (true, false),
            "vecdot" => (true, true),
            _ => (a.ndim() == 1, b.ndim() == 1),
        }
    }
}

fn deliver(ufunc: &Ufunc, product: Array, out: &Array, signature: &str, options: &CallOptions) -> Result<Array> {
    if !can_cast(product.dtype(), out.dtype(), options.casting) {
        return Err(ufunc::cannot_cast(ufunc, "output", product.dtype(), out.dtype(), options.casting));
    }
    let core = product.ndim().min(2);
    if out.ndim() < core {
        return Err(Error::value(format!(
            "{}: Output operand 0 does not have enough dimensions (has {}, gufunc core with signature {signature} \
             requires {core})",
            ufunc.name,
            out.ndim()
        )));
    }
    let (ours, theirs) = (product.shape(), out.shape());
    for axis in 0..core {
        let (have, want) = (theirs[theirs.len() - core + axis], ours[ours.len() - core + axis]);
        if have != want {
            return Err(Error::value(format!(
                "{}: Output operand 0 has a mismatch in its core dimension {axis}, with gufunc signature {signature} \
                 (size {have} is different from {want})",
                ufunc.name
            )));
        }
    }
    if product.broadcast_to(theirs).is_err() {
        return Err(Error::BroadcastOutput { out: Shape::from_slice(theirs), result: Shape::from_slice(ours) });
    }
    out.assign(&product)?;
    Ok(out.clone())
}

/// A view with an axis of length one put in before `position`.
fn with_axis(array: &Array, position: usize) -> Array {
    let (mut shape, mut strides) = (Shape::from_slice(array.shape()), Strides::from_slice(array.strides()));
    shape.insert(position, 1);
    strides.insert(position, 0);
    array.with_geometry(shape, strides, array.offset())
}

/// The array without an axis of length one. It stays an owner: the memory is its own.
fn without_axis(array: &Array, axis: usize) -> Array {
    let (mut shape, mut strides) = (Shape::from_slice(array.shape()), Strides::from_slice(array.strides()));
    shape.remove(axis);
    strides.remove(axis);
    array.reshaped_owner(shape, strides)
}

/// Whether elements of a dtype may be other than their conjugates.
fn conjugates(dtype: DType) -> bool {
    matches!(dtype.kind(), Kind::Complex | Kind::Object)
}

fn conjugate(array: &Array) -> Result<Array> {
    let row = ufunc::find("conjugate").expect("a row of the table");
    let (mut outputs, _) = ufunc::call(row, &[array.into()], &CallOptions::default())?;
    Ok(outputs.pop().expect("conjugate has one output"))
}

fn matmul2(a: &Array, b: &Array) -> Result<Array> {
    stacked(a, b, promote_types(a.dtype(), b.dtype()), Sums::AsBlas)
}

/// A contiguous array seen in another shape of the same size.
fn seen_as(array: &Array, shape: &[usize]) -> Result<Array> {
    let packed = if array.is_c_contiguous() { array.clone() } else { array.copy(Order::C)? };
    let strides = crate::nd::strides::c_strides(shape, packed.itemsize());
    Ok(if packed.owns_data() {
        packed.reshaped_owner(Shape::from_slice(shape), strides)
    } else {
        packed.with_geometry(Shape::from_slice(shape), strides, packed.offset())
    })
}

/// NumPy's `dot`: sums over the last axis of `a` and the second-to-last of `b`; scalars multiply.
///
/// # Errors
/// A `ValueError` when those axes differ in length.
pub fn dot(a: &Array, b: &Array) -> Result<Array> {
    if a.ndim() == 0 || b.ndim() == 0 {
        let multiply = ufunc::find("multiply").expect("a row of the table");
        let blas = matches!(
            promote_types(a.dtype(), b.dtype()),
            DType::Float32 | DType::Float64 | DType::Complex64 | DType::Complex128
        ) && a.ndim().max(b.ndim()) <= 2
            && (a.size() > 1 || b.size() > 1);
        let order = if blas { Order::C } else { Order::K };
        let options = CallOptions { order, ..CallOptions::default() };
        let (mut outputs, _) = ufunc::call(multiply, &[a.into(), b.into()], &options)?;
        let product = outputs.pop().expect("multiply has one output");
        if blas {
            // NumPy's BLAS adds the multiple to zeros, which have no sign then.
            let add = ufunc::find("add").expect("a row of the table");
            let options = CallOptions { out: &[Some(&product)], ..options };
            ufunc::call(add, &[(&product).into(), ufunc::Weak::Int(0).into()], &options)?;
        }
        return Ok(product);
    }
    let b_axis = b.ndim().saturating_sub(2);
    let k = a.shape()[a.ndim() - 1];
    if k != b.shape()[b_axis] {
        return Err(not_aligned(a, b, a.ndim() - 1, b_axis));
    }
    contract(a, b, &[a.ndim() - 1], &[b_axis])
}

fn not_aligned(a: &Array, b: &Array, a_axis: usize, b_axis: usize) -> Error {
    Error::value(format!(
        "shapes {} and {} not aligned: {} (dim {a_axis}) != {} (dim {b_axis})",
        ShapeText::compact(a.shape()),
        ShapeText::compact(b.shape()),
        a.shape()[a_axis],
        b.shape()[b_axis]
    ))
}

/// NumPy's `inner`: sums over both last axes.
///
/// # Errors
/// As [`dot`].
pub fn inner(a: &Array, b: &Array) -> Result<Array> {
    if a.ndim() == 0 || b.ndim() == 0 {
        return dot(a, b);
    }
    if a.shape()[a.ndim() - 1] != b.shape()[b.ndim() - 1] {
        // NumPy multiplies by the second with its last two axes swapped, and says so.
        let (mut shape, mut strides) = (Shape::from_slice(b.shape()), Strides::from_slice(b.strides()));
        let (last, before) = (b.ndim() - 1, b.ndim().saturating_sub(2));
        shape.swap(before, last);
        strides.swap(before, last);
        return Err(not_aligned(a, &b.with_geometry(shape, strides, b.offset()), a.ndim() - 1, before));
    }
    contract(a, b, &[a.ndim() - 1], &[b.ndim() - 1])
}

/// NumPy's `vdot`: both flattened, the first conjugated.
///
/// # Errors
/// A `ValueError` when the sizes differ.
pub fn vdot(a: &Array, b: &Array) -> Result<Array> {
    let (a, b) = (seen_as(a, &[a.size()])?, seen_as(b, &[b.size()])?);
    if a.size() != b.size() {
        return Err(Error::Reshape { size: b.size(), shape: vec![a.size() as isize] });
    }
    let conjugated = if conjugates(a.dtype()) { conjugate(&a)? } else { a };
    contract(&conjugated, &b, &[0], &[0])
}

/// NumPy's `tensordot`: sums over pairs of axes.
///
/// # Errors
/// A `ValueError` when paired axes differ in length or number; [`Error::Axis`].
pub fn tensordot(a: &Array, b: &Array, a_axes: &[isize], b_axes: &[isize]) -> Result<Array> {
    if [a_axes, b_axes].iter().any(|axes| (1..axes.len()).any(|at| axes[..at].contains(&axes[at]))) {
        return Err(Error::value("duplicate axes are not allowed in tensordot"));
    }
    // Axes are looked up in the tuples of lengths, pair by pair, until two differ.
    let place =
        |axis: isize, ndim: usize| normalize_axis(axis, ndim).map_err(|_| Error::index("tuple index out of range"));
    let mut agree = a_axes.len() == b_axes.len();
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for (&i, &j) in a_axes.iter().zip(b_axes) {
        if !agree {
            break;
        }
        let (i, j) = (place(i, a.ndim())?, place(j, b.ndim())?);
        agree = a.shape()[i] == b.shape()[j];
        first.push(i);
        second.push(j);
    }
    if !agree {
        return Err(Error::value("shape-mismatch for sum"));
    }
    let (a_axes, b_axes) = (first, second);
    contract(a, b, &a_axes, &b_axes)
}

/// Sums over paired axes as one matrix product; the result has `a`'s other axes, then `b`'s.
pub(crate) fn contract(a: &Array, b: &Array, a_axes: &[usize], b_axes: &[usize]) -> Result<Array> {
    let free =
        |array: &Array, axes: &[usize]| (0..array.ndim()).filter(|axis| !axes.contains(axis)).collect::<Vec<_>>();
    let (a_free, b_free) = (free(a, a_axes), free(b, b_axes));
    let lengths = |array: &Array, axes: &[usize]| axes.iter().map(|&axis| array.shape()[axis]).collect::<Shape>();
    let mut shape = lengths(a, &a_free);
    shape.extend(lengths(b, &b_free));
    let k: usize = lengths(a, a_axes).iter().product();
    let rows: usize = lengths(a, &a_free).iter().product();
    let columns: usize = lengths(b, &b_free).iter().product();
    let a = as_matrix(a, &a_free, a_axes, rows, k)?;
    let b = as_matrix(b, b_axes, &b_free, k, columns)?;
    seen_as(&matmul2(&a, &b)?, &shape)
}

/// The array as a matrix: `down` axes make its rows, `across` its columns. A view where one axis
/// stands for each, else a copy.
fn as_matrix(array: &Array, down: &[usize], across: &[usize], rows: usize, columns: usize) -> Result<Array> {
    let step = |axes: &[usize]| match axes {
        [] => Some(0),
        [axis] => Some(array.strides()[*axis]),
        _ => None,
    };
    if let (Some(row_step), Some(column_step)) = (step(down), step(across)) {
        let strides = Strides::from_slice(&[row_step, column_step]);
        return Ok(array.with_geometry(Shape::from_slice(&[rows, columns]), strides, array.offset()));
    }
    let order: Vec<usize> = down.iter().chain(across).copied().collect();
    let shape = order.iter().map(|&axis| array.shape()[axis]).collect();
    let strides = order.iter().map(|&axis| array.strides()[axis]).collect();
    seen_as(&array.with_geometry(shape, strides, array.offset()), &[rows, columns])
}
