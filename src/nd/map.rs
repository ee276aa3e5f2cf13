//! Element-wise loops over typed operands: the contiguous fast path, the broadcast-scalar path, and
//! the strided one. Generic over the function, so the compiler sees one tight loop for each.
//!
//! Operands must have been broadcast to the destination's shape, and must not overlap it in a way
//! that reads what was written (see [`Array::overlaps_unsafely`]).

use super::array::Array;
use super::dtype::Element;
use super::error::Result;
use super::walk::Walk;

/// `dst[i] = f(src[i])` for every element.
///
/// # Errors
/// [`Error::ReadOnly`](super::Error::ReadOnly) when `dst` is not writable.
pub fn map1<S: Element, D: Element>(dst: &Array, src: &Array, f: impl Fn(S) -> D) -> Result<()> {
    debug_assert_eq!(dst.shape(), src.shape(), "operands are broadcast before they are mapped");
    let (src, out) = (src.aligned()?, dst.aligned()?);
    let (s, d) = (src.src::<S>(), out.cells::<D>()?);
    let walk = Walk::any_order(dst.shape(), [&d.strides, &s.strides]);
    let n = walk.inner_length();
    let [d_step, s_step] = walk.inner_strides();
    match (d_step, s_step) {
        (1, 1) => walk.run([d.start, s.start], |[to, from]| {
            let (to, from) = (&d.data[to as usize..][..n], &s.data[from as usize..][..n]);
            for (to, from) in to.iter().zip(from) {
                to.set(f(from.get()));
            }
        }),
        (1, 0) => walk.run([d.start, s.start], |[to, from]| {
            let value = f(s.data[from as usize].get());
            d.data[to as usize..][..n].iter().for_each(|to| to.set(value));
        }),
        _ => walk.run([d.start, s.start], |[mut to, mut from]| {
            for _ in 0..n {
                d.data[to as usize].set(f(s.data[from as usize].get()));
                to += d_step;
                from += s_step;
            }
        }),
    }
    dst.write_back(&out)
}

/// `dst[i] = f(a[i], b[i])` for every element; errors as [`map1`].
pub fn map2<A: Element, B: Element, D: Element>(
    dst: &Array,
    a: &Array,
    b: &Array,
    f: impl Fn(A, B) -> D,
) -> Result<()> {
    debug_assert_eq!(dst.shape(), a.shape(), "operands are broadcast before they are mapped");
    debug_assert_eq!(dst.shape(), b.shape(), "operands are broadcast before they are mapped");
    let (left, right, out) = (a.aligned()?, b.aligned()?, dst.aligned()?);
    let (a, b, d) = (left.src::<A>(), right.src::<B>(), out.cells::<D>()?);
    let walk = Walk::any_order(dst.shape(), [&d.strides, &a.strides, &b.strides]);
    let n = walk.inner_length();
    let [d_step, a_step, b_step] = walk.inner_strides();
    let starts = [d.start, a.start, b.start];
    match (d_step, a_step, b_step) {
        (1, 1, 1) => walk.run(starts, |[to, i, j]| {
            let to = &d.data[to as usize..][..n];
            let (a, b) = (&a.data[i as usize..][..n], &b.data[j as usize..][..n]);
            for ((to, a), b) in to.iter().zip(a).zip(b) {
                to.set(f(a.get(), b.get()));
            }
        }),
        (1, 1, 0) => walk.run(starts, |[to, i, j]| {
            let b = b.data[j as usize].get();
            for (to, a) in d.data[to as usize..][..n].iter().zip(&a.data[i as usize..][..n]) {
                to.set(f(a.get(), b));
            }
        }),
        (1, 0, 1) => walk.run(starts, |[to, i, j]| {
            let a = a.data[i as usize].get();
            for (to, b) in d.data[to as usize..][..n].iter().zip(&b.data[j as usize..][..n]) {
                to.set(f(a, b.get()));
            }
        }),
        _ => walk.run(starts, |[mut to, mut i, mut j]| {
            for _ in 0..n {
                d.data[to as usize].set(f(a.data[i as usize].get(), b.data[j as usize].get()));
                to += d_step;
                i += a_step;
                j += b_step;
            }
        }),
    }
    dst.write_back(&out)
}
