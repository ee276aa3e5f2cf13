//! Reading and assigning by integer index arrays: offsets are computed and checked once, then rows move.

use smallvec::SmallVec;

use super::super::array::{Array, Order, allocated_bytes};
use super::super::broadcast::{broadcast_shapes, broadcast_strides};
use super::super::buffer::copy_run;
use super::super::dtype::{DType, Element};
use super::super::error::{Error, Result};
use super::super::index::out_of_bounds;
use super::super::shape::{Shape, ShapeText};
use super::super::strides::{Strides, memory_order};
use super::super::ufunc::axis_order;
use super::super::walk::Walk;
use super::with_word;

/// One axis that is picked from.
pub struct FancyAxis {
    /// Integers of any dtype and shape.
    pub indices: Array,
    /// Which axis of the array it is, for the error.
    pub axis: usize,
    /// Length of that axis.
    pub length: usize,
    /// Bytes between its elements.
    pub stride: isize,
}

/// Index arrays on an array, broadcast together. Their elements are checked when they are used, which
/// is after the value of an assignment has been found to fit.
pub struct Picks {
    /// The indexed array, whole.
    array: Array,
    /// The axes that are not picked from: what each pick takes.
    view: Array,
    /// The broadcast shape of the index arrays.
    shape: Shape,
    /// Axes of `shape`, slowest first, in the order in which picks are made.
    order: SmallVec<[usize; 6]>,
    /// The axes picked from.
    axes: Vec<FancyAxis>,
    /// Where `shape` goes among the view's axes.
    position: usize,
}

impl Picks {
    /// `array` is [aligned](Array::aligned); `view` is what is left of it without the axes picked from;
    /// `position`, the place among the view's axes where the picked ones go.
    ///
    /// # Errors
    /// `IndexError` for index arrays that do not broadcast, and for too many axes.
    pub fn new(array: &Array, view: Array, axes: Vec<FancyAxis>, position: usize) -> Result<Self> {
        let shapes: Vec<&[usize]> = axes.iter().map(|axis| axis.indices.shape()).collect();
        let shape = broadcast_shapes(&shapes).map_err(|_| {
            let mut message =
                String::from("shape mismatch: indexing arrays could not be broadcast together with shapes ");
            for shape in &shapes {
                message.push_str(&ShapeText::compact(shape).to_string());
                message.push(' ');
            }
            Error::index(message)
        })?;
        if shape.len() + view.ndim() > super::super::shape::MAX_NDIM {
            return Err(Error::index(format!(
                "number of dimensions must be within [0, {}], indexing result would have {}",
                super::super::shape::MAX_NDIM,
                shape.len() + view.ndim()
            )));
        }
        let stretched: Vec<Strides> = axes
            .iter()
            .map(|axis| {
                broadcast_strides(axis.indices.shape(), axis.indices.strides(), &shape)
                    .expect("broadcast_shapes gave a shape that every operand broadcasts to")
            })
            .collect();
        // When each pick is one element, the result is laid out as the index arrays are.
        let order = if let [axis] = &axes[..]
            && array.ndim() == 1
            && axis.indices.is_f_contiguous()
            && !axis.indices.is_c_contiguous()
        {
            (0..shape.len()).rev().collect()
        } else if view.size() == 1 {
            let operands: Vec<&[isize]> = stretched.iter().map(Strides::as_slice).collect();
            axis_order(shape.len(), &operands)
        } else {
            (0..shape.len()).collect()
        };
        Ok(Self { array: array.clone(), view, shape, order, axes, position })
    }

    /// The picked elements, in a fresh array.
    ///
    /// # Errors
    /// `IndexError` for an index outside its axis; those of [`Array::zeros`].
    pub fn gather(&self) -> Result<Array> {
        let view = &self.view;
        let offsets = self.offsets()?;
        let sub_order = memory_order(view.strides());
        let picked = self.shape.len();
        let slowest_first: SmallVec<[usize; 6]> =
            self.order.iter().copied().chain(sub_order.iter().map(|axis| picked + axis)).collect();
        let shape: Shape = self.shape.iter().chain(view.shape()).copied().collect();
        let made = Array::zeros_in_order(&shape, &slowest_first, view.dtype())?;
        let source = permuted(view, &sub_order);
        let target = permuted(&made, &slowest_first).as_words();
        with_word!(view.dtype().words().size, T => gather_rows::<T>(&target, &source.as_words(), &offsets)?);
        Ok(if self.position == 0 { made } else { permuted(&made, &self.result_axes()) })
    }

    /// Assigns `value`, converted and broadcast, to the picked elements; the last of several values for
    /// one element stays.
    ///
    /// # Errors
    /// `ValueError` when the value does not broadcast to the shape of the selection; `IndexError`;
    /// [`Error::ReadOnly`]; those of [`Array::zeros`].
    pub fn scatter(&self, value: &Array) -> Result<()> {
        let shape: Shape = self.shape.iter().chain(self.view.shape()).copied().collect();
        let result_axes = self.result_axes();
        let result_shape: Shape = result_axes.iter().map(|&axis| shape[axis]).collect();
        let view = &self.view;
        stretch(value, &result_shape)?;
        let value = prepared(value, &self.array)?;
        let stretched = stretch(&value, &result_shape)?;
        let offsets = self.offsets()?;
        // Back from the result's axes to picked axes first, those in the order of the offsets.
        let mut axes: SmallVec<[usize; 6]> = smallvec::smallvec![0; shape.len()];
        for (place, &axis) in result_axes.iter().enumerate() {
            axes[axis] = place;
        }
        let in_order: SmallVec<[usize; 6]> =
            self.order.iter().map(|&axis| axes[axis]).chain(axes[self.shape.len()..].iter().copied()).collect();
        let source = permuted(&stretched, &in_order);
        let size = view.dtype().words().size;
        with_word!(size, T => scatter_rows::<T>(&view.as_words(), &source.as_words(), &offsets, self.shape.len()))
    }

    /// Words from the view's first element for every pick, in order.
    fn offsets(&self) -> Result<Vec<isize>> {
        offsets(&self.axes, &self.shape, &self.order, self.array.dtype().words().size)
    }

    /// Axes of "picked, then the rest", in the order of the result.
    fn result_axes(&self) -> SmallVec<[usize; 6]> {
        let picked = self.shape.len();
        let rest = picked + self.position;
        (picked..rest).chain(0..picked).chain(rest..picked + self.view.ndim()).collect()
    }
}

/// A view with its axes in the order `axes`.
pub(super) fn permuted(array: &Array, axes: &[usize]) -> Array {
    let shape = axes.iter().map(|&axis| array.shape()[axis]).collect();
    let strides = axes.iter().map(|&axis| array.strides()[axis]).collect();
    array.with_geometry(shape, strides, array.offset())
}

/// `value` in the target's dtype, aligned, and not on the target's memory.
pub(super) fn prepared(value: &Array, target: &Array) -> Result<Array> {
    if value.dtype() == target.dtype() && !value.may_share_memory(target) {
        return Ok(value.aligned()?.into_owned());
    }
    value.astype(target.dtype(), Order::K)
}

/// `value` as the selection's shape; leading axes of length one more than it has are dropped.
fn stretch(value: &Array, shape: &[usize]) -> Result<Array> {
    let surplus = value.ndim().saturating_sub(shape.len());
    let dropped = value.shape()[..surplus].iter().take_while(|&&length| length == 1).count();
    let trimmed = value.with_geometry(
        Shape::from_slice(&value.shape()[dropped..]),
        Strides::from_slice(&value.strides()[dropped..]),
        value.offset(),
    );
    trimmed.broadcast_to(shape).map_err(|_| {
        Error::value(format!(
            "shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}",
            ShapeText::compact(value.shape()),
            ShapeText::compact(shape)
        ))
    })
}

/// Words from the first element, for every pick, in the order given; indices are checked axis by axis.
fn offsets(axes: &[FancyAxis], shape: &[usize], order: &[usize], word: usize) -> Result<Vec<isize>> {
    let total = allocated_bytes(shape, DType::Int64)? / size_of::<i64>();
    let mut offsets: Vec<isize> = Vec::new();
    offsets
        .try_reserve_exact(total)
        .map_err(|_| Error::Memory { shape: Shape::from_slice(shape), dtype: DType::Int64 })?;
    offsets.resize(total, 0);
    if total == 0 {
        return Ok(offsets);
    }
    for axis in axes {
        let indices = if axis.indices.dtype() == DType::Int64 {
            axis.indices.aligned()?.into_owned()
        } else {
            axis.indices.astype(DType::Int64, Order::K)?
        };
        let indices = permuted(&indices.broadcast_to(shape)?, order);
        let operand = indices.src::<i64>();
        let walk = Walk::c_order(indices.shape(), [&operand.strides]);
        let (n, [index_step]) = (walk.inner_length(), walk.inner_strides());
        let length = axis.length as i64;
        let step = axis.stride / word as isize;
        let mut done = 0;
        walk.try_run([operand.start], |[mut at]| {
            for offset in &mut offsets[done..done + n] {
                let index = operand.data[at as usize].get();
                let wrapped = if index < 0 { index.wrapping_add(length) } else { index };
                if wrapped as u64 >= length as u64 {
                    return Err(out_of_bounds(index, axis.axis, axis.length));
                }
                *offset += wrapped as isize * step;
                at += index_step;
            }
            done += n;
            Ok(())
        })?;
    }
    Ok(offsets)
}

/// `made` (C-contiguous) row after row from `view` moved by each offset.
pub(super) fn gather_rows<T: Element>(made: &Array, view: &Array, offsets: &[isize]) -> Result<()> {
    let (from, to) = (view.src::<T>(), made.cells::<T>()?);
    let row = view.size();
    let out = &to.data[to.start as usize..][..row * offsets.len()];
    if row == 0 {
        return Ok(());
    }
    if row == 1 {
        for (to, offset) in out.iter().zip(offsets) {
            to.set(from.data[(from.start + offset) as usize].get());
        }
        return Ok(());
    }
    let walk = Walk::c_order(view.shape(), [&from.strides]);
    let (n, [step]) = (walk.inner_length(), walk.inner_strides());
    for (out, offset) in out.chunks_exact(row).zip(offsets) {
        let start = from.start + offset;
        if n == row && step == 1 {
            copy_run(out, &from.data[start as usize..][..row]);
            continue;
        }
        let mut runs = out.chunks_exact(n);
        walk.run([start], |[mut at]| {
            for to in runs.next().into_iter().flatten() {
                to.set(from.data[at as usize].get());
                at += step;
            }
        });
    }
    Ok(())
}

/// Each part of `value` (axes: `picked` ones, then the view's) into `view` moved by each offset.
pub(super) fn scatter_rows<T: Element>(view: &Array, value: &Array, offsets: &[isize], picked: usize) -> Result<()> {
    let (from, to) = (value.src::<T>(), view.cells::<T>()?);
    if view.size() == 0 || offsets.is_empty() {
        return Ok(());
    }
    let picks = Walk::c_order(&value.shape()[..picked], [&from.strides[..picked]]);
    let (picks_n, [pick_step]) = (picks.inner_length(), picks.inner_strides());
    let rows = Walk::any_order(view.shape(), [&to.strides, &from.strides[picked..]]);
    let (n, [to_step, from_step]) = (rows.inner_length(), rows.inner_strides());
    let mut offsets = offsets.iter();
    picks.run([from.start], |[mut value_at]| {
        for offset in offsets.by_ref().take(picks_n) {
            let start = to.start + offset;
            if view.size() == 1 {
                to.data[start as usize].set(from.data[value_at as usize].get());
            } else {
                rows.run([start, value_at], |[mut at, mut i]| {
                    if to_step == 1 && from_step == 1 {
                        copy_run(&to.data[at as usize..][..n], &from.data[i as usize..][..n]);
                        return;
                    }
                    for _ in 0..n {
                        to.data[at as usize].set(from.data[i as usize].get());
                        at += to_step;
                        i += from_step;
                    }
                });
            }
            value_at += pick_step;
        }
    });
    Ok(())
}
