//! Boolean masks: counted once, then elements move in C order.

use super::super::array::Array;
use super::super::buffer::Src;
use super::super::dtype::{Bool, DType, Element};
use super::super::error::{Error, ErrorKind, Result};
use super::super::shape::Shape;
use super::super::walk::Walk;
use super::picks::{gather_rows, prepared, scatter_rows};
use super::with_word;

/// How many elements of a boolean array are true.
pub fn count_true(mask: &Array) -> usize {
    debug_assert_eq!(mask.dtype(), DType::Bool, "a mask");
    let operand = mask.src::<Bool>();
    let walk = Walk::any_order(mask.shape(), [&operand.strides]);
    let (n, [step]) = (walk.inner_length(), walk.inner_strides());
    let mut total = 0;
    walk.run([operand.start], |[mut at]| {
        if step == 1 {
            // Bytes add up in chunks that cannot overflow a byte, so that they add up in vectors.
            for chunk in operand.data[at as usize..][..n].chunks(255) {
                total += chunk.iter().fold(0u8, |sum, flag| sum + u8::from(flag.get().get())) as usize;
            }
            return;
        }
        for _ in 0..n {
            total += usize::from(operand.data[at as usize].get().get());
            at += step;
        }
    });
    total
}

/// The positions of a mask's true elements in C order, one `int64` vector an axis: columns of one array, as
/// NumPy makes them.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn nonzero(array: &Array) -> Result<Vec<Array>> {
    let mask = &*array.to_mask()?;
    let count = count_true(mask);
    let ndim = mask.ndim();
    let rows = [count, ndim];
    let mut positions: Vec<i64> = Vec::new();
    positions
        .try_reserve_exact(count.checked_mul(ndim).ok_or(Error::TooBig)?)
        .map_err(|_| Error::Memory { shape: Shape::from_slice(&rows), dtype: DType::Int64 })?;
    let mut index: Shape = smallvec::smallvec![0; mask.ndim()];
    let shape = mask.shape();
    mask.for_each::<Bool>(|flag| {
        if flag.get() {
            positions.extend(index.iter().map(|&i| i as i64));
        }
        for axis in (0..shape.len()).rev() {
            index[axis] += 1;
            if index[axis] < shape[axis] {
                break;
            }
            index[axis] = 0;
        }
    });
    let table = Array::from_vec(&rows, positions).expect("a position for each axis of each element");
    let step = size_of::<i64>();
    let column = |axis: usize| {
        let offset = if count == 0 { 0 } else { axis * step };
        table.with_geometry(smallvec::smallvec![count], smallvec::smallvec![(ndim * step) as isize], offset)
    };
    Ok((0..ndim).map(column).collect())
}

/// `array[mask]` for a mask of the array's shape: a vector in C order.
///
/// # Errors
/// Those of [`Array::zeros`].
pub fn select(array: &Array, mask: &Array) -> Result<Array> {
    let made = Array::zeros(&[count_true(mask)], array.dtype(), super::super::Order::C)?;
    let words = array.dtype().words();
    if words.count != 1 {
        let taken = true_elements(array, mask, words.size);
        with_word!(words.size, T => gather_rows::<T>(&made, &array.element(0).as_words(), &taken))?;
        return Ok(made);
    }
    with_word!(words.size, T => select_words::<T>(&made, array, mask))?;
    Ok(made)
}

fn select_words<T: Element>(made: &Array, array: &Array, mask: &Array) -> Result<()> {
    let (from, flags, to) = (array.src::<T>(), mask.src::<Bool>(), made.cells::<T>()?);
    let out = to.data;
    let walk = Walk::c_order(array.shape(), [&flags.strides, &from.strides]);
    let (n, [flag_step, step]) = (walk.inner_length(), walk.inner_strides());
    let mut filled = 0;
    let total = made.size();
    walk.run([flags.start, from.start], |[mut flag_at, mut at]| {
        if flag_step == 1 && step == 1 {
            let elements = &from.data[at as usize..][..n];
            for (flag, element) in flags.data[flag_at as usize..][..n].iter().zip(elements) {
                // Every element is written, and the place kept only when its flag is set: no branch to mispredict.
                let Some(place) = out[..total].get(filled) else { return };
                place.set(element.get());
                filled += usize::from(flag.get().get());
            }
            return;
        }
        for _ in 0..n {
            if flags.data[flag_at as usize].get().get() {
                out[filled].set(from.data[at as usize].get());
                filled += 1;
            }
            flag_at += flag_step;
            at += step;
        }
    });
    Ok(())
}

/// `array[mask] = value` for a mask of the array's shape; `value` is one element or a vector with an
/// element for each true one.
///
/// # Errors
/// `TypeError` and `ValueError` in NumPy's words when the value's dimension or length does not fit;
/// [`Error::ReadOnly`]; those of [`Array::zeros`].
pub fn assign(array: &Array, mask: &Array, value: &Array) -> Result<()> {
    if value.ndim() > 1 {
        return Err(Error::new(
            ErrorKind::Type,
            format!(
                "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has {} dimensions",
                value.ndim()
            ),
        ));
    }
    if value.size() != 1 {
        let count = count_true(mask);
        if value.size() != count {
            return Err(Error::value(format!(
                "NumPy boolean array indexing assignment cannot assign {} input values to the {count} output values \
                 where the mask is true",
                value.size()
            )));
        }
    }
    let mask = if mask.may_share_memory(array) { mask.copy(super::super::Order::K)? } else { mask.clone() };
    let value = prepared(value, array)?;
    let words = array.dtype().words();
    if words.count != 1 {
        let places = true_elements(array, &mask, words.size);
        let values = value.broadcast_to(&[places.len()])?.as_words();
        return with_word!(words.size, T => scatter_rows::<T>(&array.element(0).as_words(), &values, &places, 1));
    }
    with_word!(words.size, T => assign_words::<T>(array, &mask, &value))
}

/// Where the elements are whose flag is set: words of `size` bytes from the first element, in C order.
fn true_elements(array: &Array, mask: &Array, size: usize) -> Vec<isize> {
    let flags = mask.src::<Bool>();
    let walk = Walk::c_order(array.shape(), [&flags.strides, array.strides()]);
    let [flag_step, step] = walk.inner_strides();
    let mut found = Vec::new();
    walk.run([flags.start, 0], |[mut flag_at, mut at]| {
        for _ in 0..walk.inner_length() {
            if flags.data[flag_at as usize].get().get() {
                found.push(at / size as isize);
            }
            flag_at += flag_step;
            at += step;
        }
    });
    found
}

fn assign_words<T: Element>(array: &Array, mask: &Array, value: &Array) -> Result<()> {
    let (values, flags, to) = (value.src::<T>(), mask.src::<Bool>(), array.cells::<T>()?);
    if array.size() == 0 || value.size() == 0 {
        return Ok(());
    }
    if value.size() == 1 {
        let value = values.data[values.start as usize].get();
        let walk = Walk::any_order(array.shape(), [&to.strides, &flags.strides]);
        let (n, [step, flag_step]) = (walk.inner_length(), walk.inner_strides());
        walk.run([to.start, flags.start], |[mut at, mut flag_at]| {
            if step == 1 && flag_step == 1 {
                let flags: &[Src<Bool>] = &flags.data[flag_at as usize..][..n];
                for (to, flag) in to.data[at as usize..][..n].iter().zip(flags) {
                    to.set(if flag.get().get() { value } else { to.get() });
                }
                return;
            }
            for _ in 0..n {
                if flags.data[flag_at as usize].get().get() {
                    to.data[at as usize].set(value);
                }
                at += step;
                flag_at += flag_step;
            }
        });
        return Ok(());
    }
    let value_step = values.strides[0];
    let mut value_at = values.start;
    let walk = Walk::c_order(array.shape(), [&to.strides, &flags.strides]);
    let (n, [step, flag_step]) = (walk.inner_length(), walk.inner_strides());
    walk.run([to.start, flags.start], |[mut at, mut flag_at]| {
        for _ in 0..n {
            if flags.data[flag_at as usize].get().get() {
                to.data[at as usize].set(values.data[value_at as usize].get());
                value_at += value_step;
            }
            at += step;
            flag_at += flag_step;
        }
    });
    Ok(())
}
