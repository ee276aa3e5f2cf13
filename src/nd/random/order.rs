//! Random orders and selections: `shuffle`, `permutation`, `permuted`, `choice`. Everything is in
//! terms of positions; moving the elements of an array to them is `rearrange`'s business.

use std::collections::HashSet;

use super::bounded::{Bounded, Method, Width};
use super::source::BitSource;
use crate::nd::dtype::DType;
use crate::nd::error::{Error, Result};
use crate::nd::shape::Shape;

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
///
/// # Errors
/// [`Error::Memory`], here and below: a position is an `int64`.
pub fn permutation<B: BitSource + ?Sized>(bits: &mut B, count: u64) -> Result<Vec<i64>> {
    let mut order = room(count)?;
    order.extend(0..count as i64);
    shuffle(bits, &mut order);
    Ok(order)
}

/// `count` positions of `0..population`, any of them more than once.
pub fn with_replacement<B: BitSource + ?Sized>(
    bits: &mut B,
    method: Method,
    population: u64,
    count: u64,
) -> Result<Vec<i64>> {
    let mut positions = room(count)?;
    let mut sampler = Bounded::new(Width::W64, population.saturating_sub(1), method);
    positions.extend((0..count).map(|_| sampler.draw(bits) as i64));
    Ok(positions)
}

/// `count <= population` different positions, as `Generator.choice(replace=False)` draws them;
/// `shuffled` as its argument `shuffle`.
pub fn without_replacement<B: BitSource + ?Sized>(
    bits: &mut B,
    population: u64,
    count: u64,
    shuffled: bool,
) -> Result<Vec<i64>> {
    let share = if shuffled { 50 } else { 20 };
    let untouched = population - count;
    if population > 10_000 && count > population / share {
        let mut order = room(population)?;
        order.extend(0..population as i64);
        shuffle_by(bits, Method::Lemire, &mut order, untouched.max(1) as usize);
        order.drain(..untouched as usize);
        return Ok(order);
    }
    // Floyd: each step draws from one position more; a position drawn before gives way to the new.
    let mut order = room(count)?;
    let mut chosen = HashSet::new();
    chosen.try_reserve(count as usize).map_err(|_| no_memory(count))?;
    let mut sampler = Bounded::new(Width::W64, 0, Method::Lemire);
    for last in untouched..population {
        sampler.set_range(last);
        let drawn = sampler.draw(bits);
        let position = if chosen.insert(drawn) { drawn } else { last };
        chosen.insert(position);
        order.push(position as i64);
    }
    if shuffled {
        shuffle_by(bits, Method::Lemire, &mut order, 1);
    }
    Ok(order)
}

/// `count` positions drawn with these probabilities, any of them more than once.
pub fn weighted<B: BitSource + ?Sized>(bits: &mut B, weights: &[f64], count: u64) -> Result<Vec<i64>> {
    let cumulative = cumulate(weights);
    let mut positions = room(count)?;
    positions.extend((0..count).map(|_| locate(&cumulative, bits.next_double()) as i64));
    Ok(positions)
}

/// `count` different positions drawn with these probabilities, at least `count` of which are not 0.
pub fn weighted_without_replacement<B: BitSource + ?Sized>(
    bits: &mut B,
    weights: &[f64],
    count: u64,
) -> Result<Vec<i64>> {
    let mut weights = weights.to_vec();
    let mut found = room(count)?;
    while (found.len() as u64) < count {
        let cumulative = cumulate(&weights);
        let draws: Vec<f64> = (found.len() as u64..count).map(|_| bits.next_double()).collect();
        for draw in draws {
            let position = locate(&cumulative, draw);
            if weights[position] != 0.0 {
                weights[position] = 0.0;
                found.push(position as i64);
            }
        }
    }
    Ok(found)
}

fn room(count: u64) -> Result<Vec<i64>> {
    let mut positions = Vec::new();
    let wanted = usize::try_from(count).map_err(|_| no_memory(count))?;
    positions.try_reserve_exact(wanted).map_err(|_| no_memory(count))?;
    Ok(positions)
}

fn no_memory(count: u64) -> Error {
    let length = usize::try_from(count).unwrap_or(usize::MAX);
    Error::Memory { shape: Shape::from_slice(&[length]), dtype: DType::Int64 }
}

/// Running sums, divided by the last.
fn cumulate(weights: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    let running = weights.iter().map(|weight| {
        sum += weight;
        sum
    });
    let mut sums: Vec<f64> = running.collect();
    sums.iter_mut().for_each(|partial| *partial /= sum);
    sums
}

/// The first position whose running sum exceeds `draw`.
fn locate(cumulative: &[f64], draw: f64) -> usize {
    cumulative.partition_point(|&partial| partial <= draw).min(cumulative.len().saturating_sub(1))
}
