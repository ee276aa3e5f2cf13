//! Whether two arrays have a byte in common: NumPy's `shares_memory`, exactly.
//!
//! A byte of either lies at a sum of multiples of strides. Both have one in common when a linear equation in bounded
//! integers has a solution, which is looked for from the largest stride down. Whether address ranges meet is
//! [`Array::may_share_memory`].

use super::array::Array;

/// `count` times at most, a step of `step` bytes.
#[derive(Clone, Copy)]
struct Term {
    step: i128,
    count: i128,
}

/// Whether the arrays have a byte in common; `None` when that takes more than `max_work` trials to find out.
pub fn share_memory(a: &Array, b: &Array, max_work: Option<u64>) -> Option<bool> {
    if !a.may_share_memory(b) {
        return Some(false);
    }
    if max_work == Some(0) {
        return None;
    }
    let mut terms: Vec<Term> = Vec::new();
    let (first, second) = (a.address_range(), b.address_range());
    // From the lowest byte of `a` up, and from the highest of `b` down.
    for array in [a, b] {
        let steps = array.strides().iter().zip(array.shape());
        let steps = steps.map(|(&stride, &length)| (stride.unsigned_abs(), length - 1));
        for (step, count) in steps.chain([(1, array.itemsize().saturating_sub(1))]) {
            let (step, count) = (step as i128, count as i128);
            match terms.iter_mut().find(|term| term.step == step) {
                Some(term) => term.count += count,
                None if step > 0 && count > 0 => terms.push(Term { step, count }),
                None => {}
            }
        }
    }
    terms.sort_unstable_by_key(|term| std::cmp::Reverse(term.step));
    let target = second.1 as i128 - 1 - first.0 as i128;
    let mut left = max_work.unwrap_or(u64::MAX);
    solve(&terms, target, &mut left)
}

/// Whether `target` is a sum of so many times each term.
fn solve(terms: &[Term], target: i128, left: &mut u64) -> Option<bool> {
    let Some((term, rest)) = terms.split_first() else { return Some(target == 0) };
    let divisor = terms.iter().fold(0, |divisor, term| greatest_common_divisor(divisor, term.step));
    let most: i128 = rest.iter().map(|term| term.step * term.count).sum();
    if target < 0 || target > most + term.step * term.count || target % divisor != 0 {
        return Some(false);
    }
    let least = (target - most).max(0).div_euclid(term.step) + i128::from((target - most).max(0) % term.step != 0);
    for times in least..=(target / term.step).min(term.count) {
        *left = left.checked_sub(1)?;
        if solve(rest, target - times * term.step, left)? {
            return Some(true);
        }
    }
    Some(false)
}

fn greatest_common_divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
