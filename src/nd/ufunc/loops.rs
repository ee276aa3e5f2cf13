//! The shapes of inner loops: unary, binary, two results. Each is generic over the function, so that a row
//! of the table compiles to tight loops for its dtypes; nothing here knows what is computed.
//!
//! Blocks of [`WIDTH`] adjacent elements are computed in registers and then stored, which keeps loops
//! vectorised although cells may alias. The `_slow` shapes are for functions that cost more than a
//! loop's overhead: they have no such path, which keeps the program small.

use super::blocks::Block;
use super::flags::{Flags, Suspect};
use super::lanes::LANES;
use super::real::Real;
use super::strip::Strips;
use crate::nd::dtype::{Bool, Element};
use crate::nd::error::Result;

/// Elements computed before any is stored.
const WIDTH: usize = 16;

/// As many arguments of [`unary_blocks`], and their results, as stay in the nearest cache.
const BLOCKS: usize = 256 / LANES;

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
    strips: &Strips,
    f: impl Fn(A) -> D,
    check: impl Check<A, D>,
) -> Result<Flags> {
    let [out, a] = strips.operands else { unreachable!("a unary loop has two operands") };
    let n = strips.n;
    let (Some(to), Some(from)) = (out.adjacent_cells::<D>(n), a.adjacent::<A>(n)) else {
        return unary_slow(strips, f, check);
    };
    let mut flags = Flags::NONE;
    let (mut to_blocks, mut from_blocks) = (to.chunks_exact(WIDTH), from.chunks_exact(WIDTH));
    for (to, from) in (&mut to_blocks).zip(&mut from_blocks) {
        let mut block = [D::default(); WIDTH];
        for (y, x) in block.iter_mut().zip(from) {
            *y = f(x.get());
        }
        if any_suspect(&check, &block) {
            from.iter().zip(block).for_each(|(x, y)| note(&check, x.get(), y, &mut flags));
        }
        to.iter().zip(block).for_each(|(to, y)| to.set(y));
    }
    for (to, x) in to_blocks.remainder().iter().zip(from_blocks.remainder()) {
        let (x, y) = (x.get(), f(x.get()));
        note(&check, x, y, &mut flags);
        to.set(y);
    }
    Ok(flags)
}

/// As [`unary`], one element after another.
pub(crate) fn unary_slow<A: Element, D: Element + Suspect>(
    strips: &Strips,
    f: impl Fn(A) -> D,
    check: impl Check<A, D>,
) -> Result<Flags> {
    unary_flagged(strips, |x, flags| {
        let y = f(x);
        note(&check, x, y, flags);
        y
    })
}

/// `out = f(a)`, many blocks at a time, in double precision whatever the type is.
pub(crate) fn unary_blocks<T: Real + Suspect>(
    strips: &Strips,
    f: fn(&[Block], &mut [Block]),
    check: impl Check<T, T>,
) -> Result<Flags> {
    let [out, a] = strips.operands else { unreachable!("a unary loop has two operands") };
    let (to, from) = (out.cells::<T>(), a.places::<T>());
    let (adjacent_to, adjacent_from) = (out.adjacent_cells::<T>(strips.n), a.adjacent::<T>(strips.n));
    let (mut arguments, mut results) = ([[1.0; LANES]; BLOCKS], [[1.0; LANES]; BLOCKS]);
    let mut flags = Flags::NONE;
    for start in (0..strips.n).step_by(BLOCKS * LANES) {
        let n = (strips.n - start).min(BLOCKS * LANES);
        let blocks = n.div_ceil(LANES);
        let (x, beyond) = arguments.as_flattened_mut().split_at_mut(n);
        match adjacent_from {
            Some(from) => x.iter_mut().zip(&from[start..]).for_each(|(x, from)| *x = from.get().to_double()),
            None => x.iter_mut().enumerate().for_each(|(k, x)| *x = from.at(start + k).get().to_double()),
        }
        // No function has an event at one.
        beyond.iter_mut().take(LANES).for_each(|x| *x = 1.0);
        f(&arguments[..blocks], &mut results[..blocks]);
        let (x, y) = (&arguments.as_flattened()[..n], &results.as_flattened()[..n]);
        let (whole, rest) = y.as_chunks::<WIDTH>();
        if whole.iter().any(|y| any_suspect(&check, &y.map(T::from_double))) || !rest.is_empty() {
            x.iter().zip(y).for_each(|(&x, &y)| note(&check, T::from_double(x), T::from_double(y), &mut flags));
        }
        match adjacent_to {
            Some(to) => y.iter().zip(&to[start..]).for_each(|(&y, to)| to.set(T::from_double(y))),
            None => y.iter().enumerate().for_each(|(k, &y)| to.at(start + k).set(T::from_double(y))),
        }
    }
    Ok(flags)
}

/// `out[i] = f(a[i], flags)` for functions that know their own events.
pub(crate) fn unary_flagged<A: Element, D: Element>(strips: &Strips, f: impl Fn(A, &mut Flags) -> D) -> Result<Flags> {
    let [out, a] = strips.operands else { unreachable!("a unary loop has two operands") };
    let (d, a) = (out.cells::<D>(), a.places::<A>());
    let mut flags = Flags::NONE;
    for k in 0..strips.n {
        d.at(k).set(f(a.at(k).get(), &mut flags));
    }
    Ok(flags)
}

/// `out[i] = f(a[i], b[i])`.
pub(crate) fn binary<A: Element, B: Element, D: Element + Suspect>(
    strips: &Strips,
    f: impl Fn(A, B) -> D,
    check: impl Check<(A, B), D>,
) -> Result<Flags> {
    let [out, a, b] = strips.operands else { unreachable!("a binary loop has three operands") };
    let n = strips.n;
    let (Some(to), Some(a), Some(b), false) =
        (out.adjacent_cells::<D>(n), a.adjacent::<A>(n), b.adjacent::<B>(n), strips.sequential)
    else {
        return binary_slow(strips, f, check);
    };
    let mut flags = Flags::NONE;
    let (mut to_blocks, mut a_blocks, mut b_blocks) =
        (to.chunks_exact(WIDTH), a.chunks_exact(WIDTH), b.chunks_exact(WIDTH));
    for ((to, a), b) in (&mut to_blocks).zip(&mut a_blocks).zip(&mut b_blocks) {
        let mut block = [D::default(); WIDTH];
        for ((y, a), b) in block.iter_mut().zip(a).zip(b) {
            *y = f(a.get(), b.get());
        }
        if any_suspect(&check, &block) {
            a.iter().zip(b).zip(block).for_each(|((a, b), y)| note(&check, (a.get(), b.get()), y, &mut flags));
        }
        to.iter().zip(block).for_each(|(to, y)| to.set(y));
    }
    for ((to, a), b) in to_blocks.remainder().iter().zip(a_blocks.remainder()).zip(b_blocks.remainder()) {
        let operands = (a.get(), b.get());
        let y = f(operands.0, operands.1);
        note(&check, operands, y, &mut flags);
        to.set(y);
    }
    Ok(flags)
}

/// As [`binary`] without events, and faster beside one element: results are so much smaller than operands that
/// reading these is what takes the time.
pub(crate) fn compared<A: Element>(strips: &Strips, f: impl Fn(A, A) -> Bool) -> Result<Flags> {
    let [out, a, b] = strips.operands else { unreachable!("a comparison has three operands") };
    if !strips.last_is_one {
        return binary(strips, f, Never);
    }
    let b = b.places::<A>().at(0).get();
    unary(&Strips { operands: &[*out, *a], ..*strips }, |a| f(a, b), Never)
}

/// As [`binary`], one element after another.
pub(crate) fn binary_slow<A: Element, B: Element, D: Element + Suspect>(
    strips: &Strips,
    f: impl Fn(A, B) -> D,
    check: impl Check<(A, B), D>,
) -> Result<Flags> {
    binary_flagged(strips, |a, b, flags| {
        let y = f(a, b);
        note(&check, (a, b), y, flags);
        y
    })
}

/// `out[i] = f(a[i], b[i], flags)` for functions that know their own events.
pub(crate) fn binary_flagged<A: Element, B: Element, D: Element>(
    strips: &Strips,
    f: impl Fn(A, B, &mut Flags) -> D,
) -> Result<Flags> {
    let [out, a, b] = strips.operands else { unreachable!("a binary loop has three operands") };
    let (d, a, b) = (out.cells::<D>(), a.places::<A>(), b.places::<B>());
    let mut flags = Flags::NONE;
    for k in 0..strips.n {
        d.at(k).set(f(a.at(k).get(), b.at(k).get(), &mut flags));
    }
    Ok(flags)
}

/// `(first[i], second[i]) = f(a[i])`.
pub(crate) fn unary_pair<A: Element, D: Element, E: Element>(
    strips: &Strips,
    f: impl Fn(A) -> (D, E),
) -> Result<Flags> {
    let [first, second, a] = strips.operands else { unreachable!("one input, two outputs") };
    let (d, e, a) = (first.cells::<D>(), second.cells::<E>(), a.places::<A>());
    for k in 0..strips.n {
        let (x, y) = f(a.at(k).get());
        d.at(k).set(x);
        e.at(k).set(y);
    }
    Ok(Flags::NONE)
}

/// `(first[i], second[i]) = f(a[i], b[i], flags)`.
pub(crate) fn binary_pair<A: Element, D: Element>(
    strips: &Strips,
    f: impl Fn(A, A, &mut Flags) -> (D, D),
) -> Result<Flags> {
    let [first, second, a, b] = strips.operands else { unreachable!("two inputs, two outputs") };
    let (d, e, a, b) = (first.cells::<D>(), second.cells::<D>(), a.places::<A>(), b.places::<A>());
    let mut flags = Flags::NONE;
    for k in 0..strips.n {
        let (x, y) = f(a.at(k).get(), b.at(k).get(), &mut flags);
        d.at(k).set(x);
        e.at(k).set(y);
    }
    Ok(flags)
}

#[inline(always)]
fn any_suspect<I, D: Suspect, C: Check<I, D>, const N: usize>(_check: &C, block: &[D; N]) -> bool {
    C::ON && D::any_suspect(block)
}

#[inline(always)]
fn note<I, D: Suspect, C: Check<I, D>>(check: &C, operands: I, result: D, flags: &mut Flags) {
    if C::ON && result.is_suspect() {
        *flags |= check.events(operands, result);
    }
}
