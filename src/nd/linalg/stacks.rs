//! Products of stacks of matrices of any dtype: `float32` and `float64` by `multiply`, or in NumPy's order of
//! additions by `single` and `short`; other dtypes by loops that gather rows. What programs call is in `product`.

use std::borrow::Cow;

use num_complex::{Complex, Complex32, Complex64};
use num_traits::Float;

use super::multiply::{Multiply, multiply};
use super::{short, single};
use crate::nd::array::{Array, Order};
use crate::nd::broadcast::broadcast_shapes;
use crate::nd::dtype::{Bool, DType, Element};
use crate::nd::error::{Error, Result};
use crate::nd::scalar::Scalar;
use crate::nd::shape::{Shape, ShapeText, byte_count};
use crate::nd::strides::Strides;

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
pub(super) fn stacks_apart(operands: [&Array; 2], stacks: [&[usize]; 2], core: &[usize]) -> Error {
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
