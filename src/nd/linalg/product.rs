//! Products of vectors and matrices: `matmul` and its generalised-ufunc relatives, `dot`, `vdot`,
//! `inner`, `tensordot`. Contractions by subscripts are in `einsum`, factorisations in `factor`.
//!
//! `float32` and `float64` go through `ndarray`'s matrix product (packed, register-blocked), in wasm through
//! `blocked`; other dtypes through row-accumulating loops. Strides are passed on where `ndarray` can take them.

use std::borrow::Cow;

use ndarray::linalg::general_mat_mul;
use ndarray::{ArrayView2, ArrayViewMut2, ShapeBuilder};
use num_complex::{Complex, Complex32, Complex64};
use num_traits::Float;

use super::{blocked, short, single};
use crate::nd::array::{Array, Order};
use crate::nd::broadcast::broadcast_shapes;
use crate::nd::dtype::{Bool, DType, Element, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::scalar::Scalar;
use crate::nd::shape::{Shape, ShapeText, byte_count, normalize_axis};
use crate::nd::strides::Strides;
use crate::nd::ufunc::{self, CallOptions, Operand, Ufunc, Warnings, can_cast, promote_types};

/// Runs a generalised ufunc (`matmul`, `matvec`, `vecmat`, `vecdot`) on whole arrays.
///
/// # Errors
/// In NumPy's words: too few dimensions, core dimensions or stacks that do not agree, a wrong `out`.
pub fn general(ufunc: &'static Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<(Vec<Array>, Warnings)> {
    let signature = ufunc.signature.expect("a generalised ufunc has a signature");
    let core = CoreAxes::of(ufunc.name);
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
    for (position, array) in [a, b].into_iter().enumerate() {
        if !can_cast(array.dtype(), dtype, options.casting) {
            return Err(ufunc::cannot_cast(ufunc, &format!("input {position}"), array.dtype(), dtype, options.casting));
        }
    }
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
    Ok((vec![result], Warnings::NONE))
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

/// In which order a product of matrices adds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sums {
    /// As the BLAS behind NumPy, where sums are short.
    AsBlas,
    /// Whichever is fastest.
    Any,
}

/// Products of stacks of matrices: shapes `(…, m, k)` and `(…, k, n)` give `(…, m, n)`, C-contiguous.
pub(crate) fn stacked(a: &Array, b: &Array, dtype: DType, sums: Sums) -> Result<Array> {
    let (a_stack, b_stack) = (&a.shape()[..a.ndim() - 2], &b.shape()[..b.ndim() - 2]);
    let stack = broadcast_shapes(&[a_stack, b_stack])
        .map_err(|_| stacks_apart([a, b], [a_stack, b_stack], &[a.shape()[a.ndim() - 2], b.shape()[b.ndim() - 1]]))?;
    match dtype {
        DType::Float32 => stacked_blas::<f32>(a, b, &stack, (sums == Sums::AsBlas).then_some(single::multiply)),
        DType::Float64 => stacked_blas::<f64>(a, b, &stack, (sums == Sums::AsBlas).then_some(short::multiply)),
        // Halves are multiplied and added in single precision, and rounded once.
        DType::Float16 => stacked_blas::<f32>(a, b, &stack, None)?.astype(DType::Float16, Order::C),
        DType::Complex64 => stacked_plain::<Complex32>(a, b, &stack, add_product),
        DType::Complex128 => stacked_plain::<Complex64>(a, b, &stack, add_product),
        DType::Bool => stacked_plain::<Bool>(a, b, &stack, |sum, x, y| Bool::from(sum.get() | (x.get() & y.get()))),
        DType::Int8 => stacked_plain::<i8>(a, b, &stack, |sum, x, y| sum.wrapping_add(x.wrapping_mul(y))),
        DType::Int16 => stacked_plain::<i16>(a, b, &stack, |sum, x, y| sum.wrapping_add(x.wrapping_mul(y))),
        DType::Int32 => stacked_plain::<i32>(a, b, &stack, |sum, x, y| sum.wrapping_add(x.wrapping_mul(y))),
        DType::Int64 => stacked_plain::<i64>(a, b, &stack, |sum, x, y| sum.wrapping_add(x.wrapping_mul(y))),
        DType::UInt8 => stacked_plain::<u8>(a, b, &stack, |sum, x, y| sum.wrapping_add(x.wrapping_mul(y))),
        DType::UInt16 => stacked_plain::<u16>(a, b, &stack, |sum, x, y| sum.wrapping_add(x.wrapping_mul(y))),
        DType::UInt32 => stacked_plain::<u32>(a, b, &stack, |sum, x, y| sum.wrapping_add(x.wrapping_mul(y))),
        DType::UInt64 => stacked_plain::<u64>(a, b, &stack, |sum, x, y| sum.wrapping_add(x.wrapping_mul(y))),
        DType::Object => stacked_objects(a, b, &stack),
        other => Err(Error::no_numbers(other)),
    }
}

/// As [`stacked`], for objects: by their own operators, each sum from the first product on.
fn stacked_objects(a: &Array, b: &Array, stack: &[usize]) -> Result<Array> {
    let host = crate::nd::object::host()?;
    let (a, b) = (a.astype(DType::Object, Order::C)?, b.astype(DType::Object, Order::C)?);
    let shape = result_shape(&a, &b, stack);
    let (m, n, k) = (shape[stack.len()], shape[stack.len() + 1], a.shape()[a.ndim() - 1]);
    let places = |array: &Array, rows: usize, columns: usize| -> Result<Vec<isize>> {
        Ok(array.broadcast_to(&[stack, &[rows, columns]].concat())?.deltas())
    };
    let (a_places, b_places) = (places(&a, m, k)?, places(&b, k, n)?);
    let made = Array::zeros(&shape, DType::Object, Order::C)?;
    if k == 0 {
        made.fill(Scalar::Int(0))?;
        return Ok(made);
    }
    for at in 0..made.size() {
        let (row, column) = (at / n, at % n);
        let here = (at * made.itemsize()) as isize;
        for t in 0..k {
            let x = a.handle_at(a_places[row * k + t]);
            let y = b.handle_at(b_places[(row / m * k + t) * n + column]);
            let product = host.apply("multiply", &[x, y])?[0];
            // A sum stays in the array, where the host sees that it lives.
            let sum = if t == 0 { product } else { host.apply("add", &[made.handle_at(here), product])?[0] };
            made.set_at(here, Scalar::Object(sum))?;
        }
    }
    Ok(made)
}

fn add_product<F: Float>(sum: Complex<F>, x: Complex<F>, y: Complex<F>) -> Complex<F> {
    Complex::new(sum.re + (x.re * y.re - x.im * y.im), sum.im + (x.re * y.im + x.im * y.re))
}

/// NumPy's sentence for operands whose axes before the core ones, `stacks`, do not meet; `core` is what the result's core
/// axes measure.
fn stacks_apart(operands: [&Array; 2], stacks: [&[usize]; 2], core: &[usize]) -> Error {
    let ndim = stacks[0].len().max(stacks[1].len()) + core.len();
    let remapped = |at: usize| {
        let mut text: Vec<String> = stacks[at].iter().map(usize::to_string).collect();
        text.extend(core.iter().map(|_| "newaxis".to_string()));
        let end = if ndim == 1 { "," } else { "" };
        format!("{}->({}{end})", ShapeText::compact(operands[at].shape()), text.join(","))
    };
    let core: Vec<String> = core.iter().map(usize::to_string).collect();
    Error::value(format!(
        "operands could not be broadcast together with remapped shapes [original->remapped]: {} {}  and requested shape \
         ({})",
        remapped(0),
        remapped(1),
        core.join(",")
    ))
}

/// Room for a result; NumPy's `MemoryError` where there is none.
fn room<T: Element>(shape: &[usize]) -> Result<Vec<T>> {
    let memory = || Error::Memory { shape: Shape::from_slice(shape), dtype: T::DTYPE };
    let count = byte_count(shape, size_of::<T>()).map_err(|_| memory())? / size_of::<T>();
    let mut elements = Vec::new();
    elements.try_reserve_exact(count).map_err(|_| memory())?;
    elements.resize(count, T::default());
    Ok(elements)
}

/// Visits every matrix of a stack: its index, and the byte offsets of the two operands' matrices.
fn for_each_matrix(a: &Array, b: &Array, stack: &[usize], mut visit: impl FnMut(usize, usize, usize)) -> Result<()> {
    let stacked_view = |array: &Array| {
        let lead = array.ndim() - 2;
        array
            .with_geometry(
                Shape::from_slice(&array.shape()[..lead]),
                Strides::from_slice(&array.strides()[..lead]),
                array.offset(),
            )
            .broadcast_to(stack)
    };
    if a.size() == 0 || b.size() == 0 {
        return Ok(());
    }
    let (a_stack, b_stack) = (stacked_view(a)?, stacked_view(b)?);
    for index in 0..stack.iter().product() {
        let (mut rest, mut a_at, mut b_at) = (index, a.offset(), b.offset());
        for axis in (0..stack.len()).rev() {
            let along = (rest % stack[axis]) as isize;
            rest /= stack[axis];
            a_at = a_at.wrapping_add_signed(along * a_stack.strides()[axis]);
            b_at = b_at.wrapping_add_signed(along * b_stack.strides()[axis]);
        }
        visit(index, a_at, b_at);
    }
    Ok(())
}

fn result_shape(a: &Array, b: &Array, stack: &[usize]) -> Shape {
    let mut shape = Shape::from_slice(stack);
    shape.extend([a.shape()[a.ndim() - 2], b.shape()[b.ndim() - 1]]);
    shape
}

/// The array of dtype `T` with matrix strides that `ndarray` takes: positive, in whole elements.
fn for_views<T: Element>(array: &Array) -> Result<Cow<'_, Array>> {
    let (shape, strides) = (array.shape(), array.strides());
    let last_two = shape.len() - 2..shape.len();
    let plain = array.dtype() == T::DTYPE
        && array.is_addressable()
        && last_two.clone().all(|axis| shape[axis] <= 1 || strides[axis] > 0)
        && last_two.clone().any(|axis| shape[axis] <= 1 || strides[axis] == size_of::<T>() as isize);
    if plain { Ok(Cow::Borrowed(array)) } else { Ok(Cow::Owned(array.astype(T::DTYPE, Order::C)?)) }
}

/// Writes the product of two matrices, given with sizes and steps in elements, to a slice.
type Multiply<T> = fn(&mut [T], (usize, usize, usize), &[T], (usize, usize), &[T], (usize, usize));

/// Up to this many products of elements a result is computed as NumPy's BLAS does, whatever that takes.
const SHORT: usize = 1 << 15;

fn stacked_blas<T: Element + ndarray::LinalgScalar>(
    a: &Array,
    b: &Array,
    stack: &[usize],
    short: Option<Multiply<T>>,
) -> Result<Array> {
    let (a, b) = (for_views::<T>(a)?, for_views::<T>(b)?);
    let shape = result_shape(&a, &b, stack);
    let (m, n, k) = (shape[stack.len()], shape[stack.len() + 1], a.shape()[a.ndim() - 1]);
    let mut result = room::<T>(&shape)?;
    let multiply = short.filter(|_| result.len().saturating_mul(k) <= SHORT).unwrap_or(multiply);
    let steps = |array: &Array| {
        let along = |axis: usize| {
            let axis = array.ndim() - 2 + axis;
            if array.shape()[axis] <= 1 { 1 } else { array.strides()[axis] as usize / size_of::<T>() }
        };
        (along(0), along(1))
    };
    let (a_steps, b_steps) = (steps(&a), steps(&b));
    let span = |(rows, columns): (usize, usize), (down, across): (usize, usize)| {
        (rows - 1) * down + (columns - 1) * across + 1
    };
    for_each_matrix(&a, &b, stack, |index, a_at, b_at| {
        let out = &mut result[index * m * n..][..m * n];
        let (a_span, b_span) = (span((m, k), a_steps), span((k, n), b_steps));
        a.buffer().with_slice::<T, _>(a_at, a_span, |a| {
            b.buffer().with_slice::<T, _>(b_at, b_span, |b| multiply(out, (m, n, k), a, a_steps, b, b_steps))
        });
    })?;
    Ok(Array::from_vec(&shape, result).expect("the result has the shape's size"))
}

/// Sum of products of two strided vectors, in independent accumulators.
fn dot_of<T: Element + ndarray::LinalgScalar>(n: usize, a: &[T], a_step: usize, b: &[T], b_step: usize) -> T {
    const LANES: usize = 16;
    let mut lanes = [T::zero(); LANES];
    let whole = n / LANES * LANES;
    if a_step == 1 && b_step == 1 {
        for (a, b) in a[..whole].chunks_exact(LANES).zip(b[..whole].chunks_exact(LANES)) {
            for ((lane, &x), &y) in lanes.iter_mut().zip(a).zip(b) {
                *lane = *lane + x * y;
            }
        }
    } else {
        for block in (0..whole).step_by(LANES) {
            for (k, lane) in lanes.iter_mut().enumerate() {
                *lane = *lane + a[(block + k) * a_step] * b[(block + k) * b_step];
            }
        }
    }
    let mut width = LANES;
    while width > 1 {
        width /= 2;
        for k in 0..width {
            lanes[k] = lanes[k] + lanes[k + width];
        }
    }
    (whole..n).fold(lanes[0], |sum, k| sum + a[k * a_step] * b[k * b_step])
}

/// `out = a · b` where one of the two is a vector: rows of dot products where those run along memory, else
/// sums of multiples of columns.
fn multiply_vector<T: Element + ndarray::LinalgScalar>(
    out: &mut [T],
    rows: usize,
    k: usize,
    matrix: &[T],
    (down, across): (usize, usize),
    vector: &[T],
    step: usize,
) {
    if across <= down || rows == 1 {
        for (row, sum) in out.iter_mut().enumerate() {
            *sum = dot_of(k, &matrix[row * down..], across, vector, step);
        }
        return;
    }
    out.fill(T::zero());
    for column in 0..k {
        let factor = vector[column * step];
        let start = &matrix[column * across..];
        for (row, sum) in out.iter_mut().enumerate() {
            *sum = *sum + factor * start[row * down];
        }
    }
    debug_assert_eq!(out.len(), rows, "one sum for each row");
}

/// `out = a · b` for matrices in slices; steps in elements.
pub(super) fn multiply<T: Element + ndarray::LinalgScalar>(
    out: &mut [T],
    (m, n, k): (usize, usize, usize),
    a: &[T],
    a_steps: (usize, usize),
    b: &[T],
    b_steps: (usize, usize),
) {
    if n == 1 {
        return multiply_vector(out, m, k, a, a_steps, b, b_steps.0);
    }
    if m == 1 {
        return multiply_vector(out, n, k, b, (b_steps.1, b_steps.0), a, a_steps.1);
    }
    if cfg!(target_arch = "wasm32") {
        let matrix = |data, (down, across)| blocked::Matrix { data, down, across };
        return blocked::multiply(out, (m, n, k), matrix(a, a_steps), matrix(b, b_steps));
    }
    let view = |data, shape: (usize, usize), steps: (usize, usize)| {
        ArrayView2::from_shape(shape.strides(steps), data).expect("steps are positive and within the slice")
    };
    let mut out = ArrayViewMut2::from_shape((m, n), out).expect("the output is m by n");
    general_mat_mul(T::one(), &view(a, (m, k), a_steps), &view(b, (k, n), b_steps), T::zero(), &mut out);
}

/// Row-accumulating product: every row of the result gathers multiples of rows of `b`.
fn stacked_plain<T: Element>(
    a: &Array,
    b: &Array,
    stack: &[usize],
    step: impl Fn(T, T, T) -> T + Copy,
) -> Result<Array> {
    let in_order = |array: &Array| -> Result<Array> {
        if array.dtype() == T::DTYPE && array.is_c_contiguous() && array.is_aligned() {
            return Ok(array.view());
        }
        array.astype(T::DTYPE, Order::C)
    };
    let (a, b) = (in_order(a)?, in_order(b)?);
    let shape = result_shape(&a, &b, stack);
    let (m, n, k) = (shape[stack.len()], shape[stack.len() + 1], a.shape()[a.ndim() - 1]);
    let mut result = room::<T>(&shape)?;
    for_each_matrix(&a, &b, stack, |index, a_at, b_at| {
        let out = &mut result[index * m * n..][..m * n];
        a.buffer().with_slice::<T, _>(a_at, m * k, |a| {
            b.buffer().with_slice::<T, _>(b_at, k * n, |b| {
                for (row, factors) in out.chunks_exact_mut(n).zip(a.chunks_exact(k)) {
                    for (&factor, b_row) in factors.iter().zip(b.chunks_exact(n)) {
                        for (sum, &x) in row.iter_mut().zip(b_row) {
                            *sum = step(*sum, factor, x);
                        }
                    }
                }
            })
        });
    })?;
    Ok(Array::from_vec(&shape, result).expect("the result has the shape's size"))
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
        let (mut outputs, _) = ufunc::call(multiply, &[a.into(), b.into()], &CallOptions::default())?;
        return Ok(outputs.pop().expect("multiply has one output"));
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
