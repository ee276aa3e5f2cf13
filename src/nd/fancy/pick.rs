//! `where` with three operands: one of two elements, as a condition says.

use super::with_word;
use crate::nd::array::{Array, Order};
use crate::nd::broadcast::broadcast_shapes;
use crate::nd::dtype::{Bool, DType};
use crate::nd::error::Result;
use crate::nd::shape::Shape;
use crate::nd::strides::Strides;
use crate::nd::ufunc::{axis_order, iteration_strides};
use crate::nd::walk::Walk;

/// `np.where(condition, x, y)` in `dtype`; the three are broadcast together.
///
/// # Errors
/// [`Error::Broadcast`](crate::nd::Error::Broadcast), and those of [`Array::zeros`].
pub fn choose_where(condition: &Array, x: &Array, y: &Array, dtype: DType) -> Result<Array> {
    let shape = broadcast_shapes(&[condition.shape(), x.shape(), y.shape()])?;
    let convert = |array: &Array| -> Result<Array> {
        let same = array.dtype() == dtype;
        let converted = if same { array.aligned()?.into_owned() } else { array.astype(dtype, Order::K)? };
        converted.broadcast_to(&shape)
    };
    let (x, y) = (convert(x)?, convert(y)?);
    let condition = condition.to_mask()?.broadcast_to(&shape)?;
    let strides = [&condition, &x, &y].map(iteration_strides);
    let order = axis_order(shape.len(), &strides.each_ref().map(|strides| strides.as_slice()));
    let made = Array::unset_in_order(&shape, &order, dtype)?;
    let words = dtype.words();
    let condition = match words.count {
        1 => condition,
        count => with_words_axis(&condition, count),
    };
    let (to, x, y) = (made.as_words(), x.as_words(), y.as_words());
    with_word!(words.size, T => choose::<T>(&to, &condition, &x, &y)?);
    Ok(made)
}

/// A view with one more axis, along which each flag is repeated for every word of an element.
fn with_words_axis(flags: &Array, count: usize) -> Array {
    let (mut shape, mut strides) = (Shape::from_slice(flags.shape()), Strides::from_slice(flags.strides()));
    shape.push(count);
    strides.push(0);
    flags.with_geometry(shape, strides, flags.offset())
}

fn choose<T: crate::nd::Element>(made: &Array, condition: &Array, x: &Array, y: &Array) -> Result<()> {
    let (out, mask, x, y) = (made.cells::<T>()?, condition.src::<Bool>(), x.src::<T>(), y.src::<T>());
    let walk = Walk::any_order(made.shape(), [&out.strides, &mask.strides, &x.strides, &y.strides]);
    let n = walk.inner_length();
    let [step, mask_step, x_step, y_step] = walk.inner_strides();
    walk.run([out.start, mask.start, x.start, y.start], |[mut to, mut at, mut i, mut j]| {
        if (step, mask_step, x_step, y_step) == (1, 1, 1, 1) {
            let (to, mask) = (&out.data[to as usize..][..n], &mask.data[at as usize..][..n]);
            let (x, y) = (&x.data[i as usize..][..n], &y.data[j as usize..][..n]);
            for (((to, holds), x), y) in to.iter().zip(mask).zip(x).zip(y) {
                to.set(if holds.get().get() { x.get() } else { y.get() });
            }
            return;
        }
        for _ in 0..n {
            let holds = mask.data[at as usize].get().get();
            out.data[to as usize].set(if holds { x.data[i as usize].get() } else { y.data[j as usize].get() });
            to += step;
            at += mask_step;
            i += x_step;
            j += y_step;
        }
    });
    Ok(())
}
