//! Byte steps between elements: contiguous layouts, contiguity, and the bytes a layout touches.
//! Integer arithmetic only; never meets an element.

use smallvec::SmallVec;

/// Bytes from an element to the next along each axis.
pub type Strides = SmallVec<[isize; 6]>;

/// Strides of a C-contiguous array: the last axis is adjacent.
///
/// Precondition: `byte_count(shape, itemsize)` succeeded. An axis of length zero counts as one,
/// so an empty view's strides are those NumPy gives it (a fresh empty array's are zero).
pub fn c_strides(shape: &[usize], itemsize: usize) -> Strides {
    let mut strides: Strides = smallvec::smallvec![0; shape.len()];
    let mut step = itemsize as isize;
    for axis in (0..shape.len()).rev() {
        strides[axis] = step;
        step = step.wrapping_mul(shape[axis].max(1) as isize);
    }
    strides
}

/// Strides of a Fortran-contiguous array: the first axis is adjacent. Precondition as [`c_strides`].
pub fn f_strides(shape: &[usize], itemsize: usize) -> Strides {
    let mut strides: Strides = smallvec::smallvec![0; shape.len()];
    let mut step = itemsize as isize;
    for axis in 0..shape.len() {
        strides[axis] = step;
        step = step.wrapping_mul(shape[axis].max(1) as isize);
    }
    strides
}

/// NumPy's `C_CONTIGUOUS`: strides of axes of length one do not matter, and an empty array is contiguous.
pub fn is_c_contiguous(shape: &[usize], strides: &[isize], itemsize: usize) -> bool {
    is_contiguous(shape.iter().zip(strides).rev(), itemsize)
}

/// NumPy's `F_CONTIGUOUS`; see [`is_c_contiguous`].
pub fn is_f_contiguous(shape: &[usize], strides: &[isize], itemsize: usize) -> bool {
    is_contiguous(shape.iter().zip(strides), itemsize)
}

fn is_contiguous<'a>(fastest_first: impl Iterator<Item = (&'a usize, &'a isize)> + Clone, itemsize: usize) -> bool {
    if fastest_first.clone().any(|(&length, _)| length == 0) {
        return true;
    }
    let mut expected = itemsize as isize;
    for (&length, &stride) in fastest_first {
        if length == 1 {
            continue;
        }
        if stride != expected {
            return false;
        }
        expected *= length as isize;
    }
    true
}

/// The half-open byte range, relative to the first element, that the elements occupy.
/// `None` when there is no element.
pub fn byte_extent(shape: &[usize], strides: &[isize], itemsize: usize) -> Option<(isize, isize)> {
    let (mut low, mut high) = (0isize, 0isize);
    for (&length, &stride) in shape.iter().zip(strides) {
        if length == 0 {
            return None;
        }
        let reach = stride.checked_mul(length as isize - 1)?;
        if reach < 0 { low = low.checked_add(reach)? } else { high = high.checked_add(reach)? }
    }
    Some((low, high.checked_add(itemsize as isize)?))
}

/// Axes from the slowest to the fastest as the strides lie in memory: NumPy's `order="K"`.
/// Ties keep their place.
pub fn memory_order(strides: &[isize]) -> SmallVec<[usize; 6]> {
    let mut axes: SmallVec<[usize; 6]> = (0..strides.len()).collect();
    axes.sort_by_key(|&axis| std::cmp::Reverse(strides[axis].unsigned_abs()));
    axes
}

/// Axes from the slowest to the fastest as several operands lie in memory together: `order="K"` for a
/// result that has no single source.
///
/// `stride` gives an operand's stride along an axis without its sign, or `None` when it says nothing
/// about the order (length one, or stretched). Where operands disagree, C order wins.
pub fn common_order(
    ndim: usize,
    operands: usize,
    stride: impl Fn(usize, usize) -> Option<usize>,
) -> SmallVec<[usize; 6]> {
    // Whether `outer`, which comes first in C order, should come after `inner`: `None` when nobody says.
    let inverted = |outer: usize, inner: usize| {
        let mut verdict = None;
        for operand in 0..operands {
            if let (Some(outer), Some(inner)) = (stride(operand, outer), stride(operand, inner)) {
                verdict = Some(verdict.unwrap_or(true) && inner > outer);
            }
        }
        verdict
    };
    let mut axes: SmallVec<[usize; 6]> = SmallVec::new();
    for axis in 0..ndim {
        let mut place = axes.len();
        for earlier in (0..axes.len()).rev() {
            match inverted(axes[earlier], axis) {
                Some(true) => place = earlier,
                Some(false) => break,
                None => {}
            }
        }
        axes.insert(place, axis);
    }
    axes
}
