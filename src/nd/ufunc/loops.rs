//! The shapes of inner loops: unary, binary, two results, fold. Each is generic over the function, so
//! that a row of the table compiles to tight loops for its dtypes; nothing here knows what is computed.
//!
//! A loop gets operands that are broadcast to one shape, aligned, of the row's dtypes, and that do not
//! overlap unsafely. Blocks of [`WIDTH`] elements are computed in registers and then stored, which
//! keeps loops vectorised although cells may alias.

use std::cell::Cell;

use super::flags::{Flags, Suspect};
use crate::nd::array::Array;
use crate::nd::buffer::Src;
use crate::nd::dtype::Element;
use crate::nd::error::Result;
use crate::nd::walk::Walk;

/// Elements computed before any is stored.
const WIDTH: usize = 16;

/// The operands of a loop.
pub struct LoopArgs<'a> {
    /// Inputs, in call order.
    pub inputs: &'a [Array],
    /// Outputs, in call order, fresh or writable.
    pub outputs: &'a [Array],
    /// Read each element only after the one before it is stored (`accumulate`, `at`).
    pub sequential: bool,
}

/// Runs a loop over whole operands.
pub type LoopFn = fn(&LoopArgs) -> Result<Flags>;

/// Folds `input` into `out`: same number of axes, slowest first; `out` has stride 0 along the axes that
/// are reduced and holds the value to start from.
pub type FoldFn = fn(out: &Array, input: &Array) -> Result<()>;

/// Reads events off one result; [`Never`] reads none.
pub(crate) trait Check<I, D> {
    /// Whether there is anything to check.
    const ON: bool;
    /// The events of a result that is NaN or infinite.
    fn events(&self, operands: I, result: D) -> Flags;
}

/// The operation has no floating-point event.
pub(crate) struct Never;

impl<I, D> Check<I, D> for Never {
    const ON: bool = false;
    #[inline(always)]
    fn events(&self, _: I, _: D) -> Flags {
        Flags::NONE
    }
}

impl<I, D, F: Fn(I, D) -> Flags> Check<I, D> for F {
    const ON: bool = true;
    #[inline]
    fn events(&self, operands: I, result: D) -> Flags {
        self(operands, result)
    }
}

/// `out[i] = f(a[i])`.
pub(crate) fn unary<A: Element, D: Element + Suspect>(
    args: &LoopArgs,
    f: impl Fn(A) -> D,
    check: impl Check<A, D>,
) -> Result<Flags> {
    let ([a], [out]) = (args.inputs, args.outputs) else { unreachable!("a unary loop has two operands") };
    let (a, d) = (a.src::<A>(), out.cells::<D>()?);
    let walk = Walk::any_order(out.shape(), [&d.strides, &a.strides]);
    let n = walk.inner_length();
    let [d_step, a_step] = walk.inner_strides();
    let mut flags = Flags::NONE;
    if (d_step, a_step) == (1, 1) {
        walk.run([d.start, a.start], |[to, i]| {
            let (to, a) = (&d.data[to as usize..][..n], &a.data[i as usize..][..n]);
            let (mut to_blocks, mut a_blocks) = (to.chunks_exact(WIDTH), a.chunks_exact(WIDTH));
            for (to, a) in (&mut to_blocks).zip(&mut a_blocks) {
                store(to, |k| f(a[k].get()), |k, y| check.events(a[k].get(), y), &check, &mut flags);
            }
            for (to, a) in to_blocks.remainder().iter().zip(a_blocks.remainder()) {
                let (x, y) = (a.get(), f(a.get()));
                note(&check, x, y, &mut flags);
                to.set(y);
            }
        });
    } else {
        walk.run([d.start, a.start], |[mut to, mut i]| {
            for _ in 0..n {
                let x = a.data[i as usize].get();
                let y = f(x);
                note(&check, x, y, &mut flags);
                d.data[to as usize].set(y);
                to += d_step;
                i += a_step;
            }
        });
    }
    Ok(flags)
}

/// `out[i] = f(a[i], b[i])`.
pub(crate) fn binary<A: Element, B: Element, D: Element + Suspect>(
    args: &LoopArgs,
    f: impl Fn(A, B) -> D,
    check: impl Check<(A, B), D>,
) -> Result<Flags> {
    let ([a, b], [out]) = (args.inputs, args.outputs) else { unreachable!("a binary loop has three operands") };
    let (a, b, d) = (a.src::<A>(), b.src::<B>(), out.cells::<D>()?);
    let walk = plan(args, out, [&d.strides, &a.strides, &b.strides]);
    let n = walk.inner_length();
    let [d_step, a_step, b_step] = walk.inner_strides();
    let starts = [d.start, a.start, b.start];
    let mut flags = Flags::NONE;
    match (args.sequential, d_step, a_step, b_step) {
        (false, 1, 1, 1) => walk.run(starts, |[to, i, j]| {
            let to = &d.data[to as usize..][..n];
            let (a, b) = (&a.data[i as usize..][..n], &b.data[j as usize..][..n]);
            block2(to, |k| a[k].get(), |k| b[k].get(), &f, &check, &mut flags);
        }),
        (false, 1, 1, 0) => walk.run(starts, |[to, i, j]| {
            let (to, a, b) = (&d.data[to as usize..][..n], &a.data[i as usize..][..n], b.data[j as usize].get());
            block2(to, |k| a[k].get(), |_| b, &f, &check, &mut flags);
        }),
        (false, 1, 0, 1) => walk.run(starts, |[to, i, j]| {
            let (to, a, b) = (&d.data[to as usize..][..n], a.data[i as usize].get(), &b.data[j as usize..][..n]);
            block2(to, |_| a, |k| b[k].get(), &f, &check, &mut flags);
        }),
        _ => walk.run(starts, |[mut to, mut i, mut j]| {
            for _ in 0..n {
                let (x, y) = (a.data[i as usize].get(), b.data[j as usize].get());
                let result = f(x, y);
                note(&check, (x, y), result, &mut flags);
                d.data[to as usize].set(result);
                to += d_step;
                i += a_step;
                j += b_step;
            }
        }),
    }
    Ok(flags)
}

/// `out[i] = f(a[i], b[i], flags)` for operations whose events the function itself knows.
pub(crate) fn binary_flagged<A: Element, B: Element, D: Element>(
    args: &LoopArgs,
    f: impl Fn(A, B, &mut Flags) -> D,
) -> Result<Flags> {
    let ([a, b], [out]) = (args.inputs, args.outputs) else { unreachable!("a binary loop has three operands") };
    let (a, b, d) = (a.src::<A>(), b.src::<B>(), out.cells::<D>()?);
    let walk = plan(args, out, [&d.strides, &a.strides, &b.strides]);
    let [d_step, a_step, b_step] = walk.inner_strides();
    let mut flags = Flags::NONE;
    walk.run([d.start, a.start, b.start], |[mut to, mut i, mut j]| {
        for _ in 0..walk.inner_length() {
            d.data[to as usize].set(f(a.data[i as usize].get(), b.data[j as usize].get(), &mut flags));
            to += d_step;
            i += a_step;
            j += b_step;
        }
    });
    Ok(flags)
}

/// `out[i] = f(a[i], flags)`; see [`binary_flagged`].
pub(crate) fn unary_flagged<A: Element, D: Element>(args: &LoopArgs, f: impl Fn(A, &mut Flags) -> D) -> Result<Flags> {
    let ([a], [out]) = (args.inputs, args.outputs) else { unreachable!("a unary loop has two operands") };
    let (a, d) = (a.src::<A>(), out.cells::<D>()?);
    let walk = Walk::any_order(out.shape(), [&d.strides, &a.strides]);
    let [d_step, a_step] = walk.inner_strides();
    let mut flags = Flags::NONE;
    walk.run([d.start, a.start], |[mut to, mut i]| {
        for _ in 0..walk.inner_length() {
            d.data[to as usize].set(f(a.data[i as usize].get(), &mut flags));
            to += d_step;
            i += a_step;
        }
    });
    Ok(flags)
}

/// `(first[i], second[i]) = f(a[i])`.
pub(crate) fn unary_pair<A: Element, D: Element, E: Element>(
    args: &LoopArgs,
    f: impl Fn(A) -> (D, E),
) -> Result<Flags> {
    let ([a], [first, second]) = (args.inputs, args.outputs) else { unreachable!("one input, two outputs") };
    let (a, d, e) = (a.src::<A>(), first.cells::<D>()?, second.cells::<E>()?);
    let walk = Walk::any_order(first.shape(), [&d.strides, &e.strides, &a.strides]);
    let [d_step, e_step, a_step] = walk.inner_strides();
    walk.run([d.start, e.start, a.start], |[mut to, mut and_to, mut i]| {
        for _ in 0..walk.inner_length() {
            let (x, y) = f(a.data[i as usize].get());
            d.data[to as usize].set(x);
            e.data[and_to as usize].set(y);
            to += d_step;
            and_to += e_step;
            i += a_step;
        }
    });
    Ok(Flags::NONE)
}

/// `(first[i], second[i]) = f(a[i], b[i], flags)`.
pub(crate) fn binary_pair<A: Element, D: Element>(
    args: &LoopArgs,
    f: impl Fn(A, A, &mut Flags) -> (D, D),
) -> Result<Flags> {
    let ([a, b], [first, second]) = (args.inputs, args.outputs) else { unreachable!("two inputs, two outputs") };
    let (a, b, d, e) = (a.src::<A>(), b.src::<A>(), first.cells::<D>()?, second.cells::<D>()?);
    let walk = Walk::any_order(first.shape(), [&d.strides, &e.strides, &a.strides, &b.strides]);
    let [d_step, e_step, a_step, b_step] = walk.inner_strides();
    let mut flags = Flags::NONE;
    walk.run([d.start, e.start, a.start, b.start], |[mut to, mut and_to, mut i, mut j]| {
        for _ in 0..walk.inner_length() {
            let (x, y) = f(a.data[i as usize].get(), b.data[j as usize].get(), &mut flags);
            d.data[to as usize].set(x);
            e.data[and_to as usize].set(y);
            to += d_step;
            and_to += e_step;
            i += a_step;
            j += b_step;
        }
    });
    Ok(flags)
}

fn plan<const N: usize>(args: &LoopArgs, out: &Array, strides: [&[isize]; N]) -> Walk<N> {
    if args.sequential { Walk::c_order(out.shape(), strides) } else { Walk::any_order(out.shape(), strides) }
}

#[inline(always)]
fn block2<A: Copy, B: Copy, D: Copy + Default + Suspect, C: Check<(A, B), D>>(
    to: &[Cell<D>],
    a: impl Fn(usize) -> A,
    b: impl Fn(usize) -> B,
    f: &impl Fn(A, B) -> D,
    check: &C,
    flags: &mut Flags,
) {
    let whole = to.len() / WIDTH * WIDTH;
    let mut at = 0;
    while at < whole {
        let block = &to[at..][..WIDTH];
        store(block, |k| f(a(at + k), b(at + k)), |k, y| check.events((a(at + k), b(at + k)), y), check, flags);
        at += WIDTH;
    }
    for k in whole..to.len() {
        let operands = (a(k), b(k));
        let result = f(operands.0, operands.1);
        note(check, operands, result, flags);
        to[k].set(result);
    }
}

/// Computes a block, looks for events while the operands are still there, stores it.
#[inline(always)]
fn store<D: Copy + Default + Suspect, I, C: Check<I, D>>(
    to: &[Cell<D>],
    f: impl Fn(usize) -> D,
    events: impl Fn(usize, D) -> Flags,
    _check: &C,
    flags: &mut Flags,
) {
    let mut block = [D::default(); WIDTH];
    for (k, y) in block.iter_mut().enumerate() {
        *y = f(k);
    }
    if C::ON {
        let mut suspect = false;
        for y in block {
            suspect |= y.is_suspect();
        }
        if suspect {
            for (k, &y) in block.iter().enumerate() {
                if y.is_suspect() {
                    *flags |= events(k, y);
                }
            }
        }
    }
    for (to, y) in to.iter().zip(block) {
        to.set(y);
    }
}

#[inline(always)]
fn note<I, D: Suspect, C: Check<I, D>>(check: &C, operands: I, result: D, flags: &mut Flags) {
    if C::ON && result.is_suspect() {
        *flags |= check.events(operands, result);
    }
}

/// A run of elements an equal step apart, as a fold reads it.
pub(crate) enum Run<'a, T> {
    /// Adjacent elements.
    Contiguous(&'a [Src<T>]),
    /// `data[start + k * step]` for `k` in `0..count`.
    Strided { data: &'a [Src<T>], start: isize, step: isize, count: usize },
}

/// Folds along the walk: a run into one element where the innermost axis is reduced, else
/// element by element. `run` folds a run into a start value.
pub(crate) fn fold<T: Element>(
    out: &Array,
    input: &Array,
    f: impl Fn(T, T) -> T,
    run: impl Fn(T, Run<T>) -> T,
) -> Result<()>
where
    T: Suspect,
{
    let (a, d) = (input.src::<T>(), out.cells::<T>()?);
    let walk = Walk::c_order(out.shape(), [&d.strides, &a.strides]);
    let n = walk.inner_length();
    let [d_step, a_step] = walk.inner_strides();
    let starts = [d.start, a.start];
    match (d_step, a_step) {
        (0, 1) => walk.run(starts, |[to, i]| {
            let to = &d.data[to as usize];
            to.set(run(to.get(), Run::Contiguous(&a.data[i as usize..][..n])));
        }),
        (0, step) => walk.run(starts, |[to, start]| {
            let to = &d.data[to as usize];
            to.set(run(to.get(), Run::Strided { data: a.data, start, step, count: n }));
        }),
        (1, 1) => walk.run(starts, |[to, i]| {
            let (to, a) = (&d.data[to as usize..][..n], &a.data[i as usize..][..n]);
            block2(to, |k| to[k].get(), |k| a[k].get(), &f, &Never, &mut Flags::default());
        }),
        _ => walk.run(starts, |[mut to, mut i]| {
            for _ in 0..n {
                let cell = &d.data[to as usize];
                cell.set(f(cell.get(), a.data[i as usize].get()));
                to += d_step;
                i += a_step;
            }
        }),
    }
    Ok(())
}
