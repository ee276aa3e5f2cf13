//! Random orders and selections: `shuffle`, `permutation`, `permuted`, `choice`. Everything is in
//! terms of positions; moving the elements of an array to them is `draw`'s business.

use super::bounded::{Bounded, Method, Width};
use super::source::BitSource;

/// Puts `items` in random order: what `shuffle` does to the first axis. The old and the new
/// generators of NumPy do it alike.
pub fn shuffle<T, B: BitSource + ?Sized>(bits: &mut B, items: &mut [T]) {
    shuffle_by(bits, Method::Masked, items, 1);
}

/// Draws the items from the last down to `first` from all up to their place.
fn shuffle_by<T, B: BitSource + ?Sized>(bits: &mut B, method: Method, items: &mut [T], first: usize) {
    let mut sampler = Bounded::new(Width::W64, 0, method);
    for last in (first..items.len()).rev() {
        sampler.set_range(last as u64);
        items.swap(last, sampler.draw(bits) as usize);
    }
}

/// The positions `0..count` in random order.
pub fn permutation<B: BitSource + ?Sized>(bits: &mut B, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    shuffle(bits, &mut order);
    order
}

/// `count` positions of `0..population`, any of them more than once.
pub fn with_replacement<B: BitSource + ?Sized>(
    bits: &mut B,
    method: Method,
    population: usize,
    count: usize,
) -> Vec<usize> {
    let mut sampler = Bounded::new(Width::W64, population.saturating_sub(1) as u64, method);
    (0..count).map(|_| sampler.draw(bits) as usize).collect()
}

/// `count <= population` different positions, as `Generator.choice(replace=False)` draws them;
/// `shuffled` as its argument `shuffle`.
pub fn without_replacement<B: BitSource + ?Sized>(
    bits: &mut B,
    population: usize,
    count: usize,
    shuffled: bool,
) -> Vec<usize> {
    let share = if shuffled { 50 } else { 20 };
    if population > 10_000 && count > population / share {
        let mut order: Vec<usize> = (0..population).collect();
        shuffle_by(bits, Method::Lemire, &mut order, (population - count).max(1));
        return order.split_off(population - count);
    }
    // Floyd: each step draws from one position more; a position drawn before gives way to the new.
    let mut chosen = std::collections::HashSet::with_capacity(count);
    let mut order = Vec::with_capacity(count);
    let mut sampler = Bounded::new(Width::W64, 0, Method::Lemire);
    for last in population - count..population {
        sampler.set_range(last as u64);
        let drawn = sampler.draw(bits) as usize;
        let position = if chosen.insert(drawn) { drawn } else { last };
        chosen.insert(position);
        order.push(position);
    }
    if shuffled {
        shuffle_by(bits, Method::Lemire, &mut order, 1);
    }
    order
}

/// `count` positions drawn with these probabilities, any of them more than once.
pub fn weighted<B: BitSource + ?Sized>(bits: &mut B, weights: &[f64], count: usize) -> Vec<usize> {
    let cumulative = cumulate(weights);
    (0..count).map(|_| locate(&cumulative, bits.next_double())).collect()
}

/// `count` different positions drawn with these probabilities, at least `count` of which are not 0.
pub fn weighted_without_replacement<B: BitSource + ?Sized>(bits: &mut B, weights: &[f64], count: usize) -> Vec<usize> {
    let mut weights = weights.to_vec();
    let mut found: Vec<usize> = Vec::with_capacity(count);
    while found.len() < count {
        let cumulative = cumulate(&weights);
        let draws: Vec<f64> = (found.len()..count).map(|_| bits.next_double()).collect();
        for draw in draws {
            let position = locate(&cumulative, draw);
            if weights[position] != 0.0 {
                weights[position] = 0.0;
                found.push(position);
            }
        }
    }
    found
}

/// Running sums, divided by the last.
fn cumulate(weights: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    let sums: Vec<f64> = weights
        .iter()
        .map(|weight| {
            sum += weight;
            sum
        })
        .collect();
    sums.iter().map(|partial| partial / sum).collect()
}

/// The first position whose running sum exceeds `draw`.
fn locate(cumulative: &[f64], draw: f64) -> usize {
    cumulative.partition_point(|&partial| partial <= draw).min(cumulative.len().saturating_sub(1))
}
