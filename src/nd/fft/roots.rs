//! Roots of unity, `exp(2πi k / n)`, and how a length splits into factors.
//!
//! A root is the product of one from a coarse table and one from a fine one, so that a transform of length `n` takes
//! about `2 √n` sines and cosines.

use num_complex::{Complex, Complex64};

use super::number::Real;
use super::sines::{quarter_of_pi_over, sin_cos};

/// All roots of unity of one order.
pub(super) struct Roots {
    order: usize,
    shift: u32,
    fine: Vec<Complex64>,
    coarse: Vec<Complex64>,
}

impl Roots {
    pub fn new(order: usize) -> Self {
        // By symmetry the upper half of the circle is enough.
        let count = (order + 2) / 2;
        let mut shift = 1;
        while (1usize << shift) * (1usize << shift) < count {
            shift += 1;
        }
        let step = 1usize << shift;
        let table = |places: usize, step: usize| (0..places).map(|k| root(k * step, order)).collect();
        Self { order, shift, fine: table(step, 1), coarse: table(count.div_ceil(step), step) }
    }

    /// The root number `k`, below the order.
    pub fn get<T: Real>(&self, k: usize) -> Complex<T> {
        let upper = 2 * k <= self.order;
        let k = if upper { k } else { self.order - k };
        let (x, y) = (self.fine[k & ((1 << self.shift) - 1)], self.coarse[k >> self.shift]);
        let im = x.re * y.im + x.im * y.re;
        Complex::new(T::nearest(x.re * y.re - x.im * y.im), T::nearest(if upper { im } else { -im }))
    }
}

/// `exp(2πi k / n)` for `k < n`, from an angle of at most an eighth of a turn.
fn root(k: usize, n: usize) -> Complex64 {
    if k == 0 {
        return Complex64::new(1.0, 0.0);
    }
    let unit = quarter_of_pi_over(n as f64);
    // In units of an eighth of a turn over n; the lower half of the circle mirrors the upper.
    let mut place = 8 * k;
    let lower = place >= 4 * n;
    if lower {
        place = 8 * n - place;
    }
    let left = place >= 2 * n;
    if left {
        place -= 2 * n;
    }
    let (near, angle) = if place < n { (true, place) } else { (false, 2 * n - place) };
    let (sin, cos) = sin_cos(angle as f64 * unit);
    let (re, im) = match (left, near) {
        (false, true) => (cos, sin),
        (false, false) => (sin, cos),
        (true, true) => (-sin, cos),
        (true, false) => (-cos, sin),
    };
    Complex64::new(re, if lower { -im } else { im })
}

/// The factors that passes are made for, in the order in which they are done: the powers of two as large as `largest`
/// (8 or 4) allows, a single 2 first, then odd primes.
pub(super) fn factors(mut n: usize, largest: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for power in [8, 4] {
        while power <= largest && n % power == 0 {
            found.push(power);
            n /= power;
        }
    }
    if n % 2 == 0 {
        n /= 2;
        found.push(2);
        let last = found.len() - 1;
        found.swap(0, last);
    }
    found.extend(odd_primes(n));
    found
}

/// The prime factors of an odd number, the smallest first.
fn odd_primes(mut n: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut divisor = 3;
    while divisor * divisor <= n {
        while n % divisor == 0 {
            found.push(divisor);
            n /= divisor;
        }
        divisor += 2;
    }
    if n > 1 {
        found.push(n);
    }
    found
}

pub(super) fn largest_prime(n: usize) -> usize {
    let odd = n >> n.trailing_zeros();
    odd_primes(odd).last().copied().unwrap_or(if n > 1 { 2 } else { 1 })
}

/// What a transform of length `n` by factors costs, in no particular unit.
pub(super) fn cost(n: usize) -> f64 {
    let twos = n.trailing_zeros();
    let odd = odd_primes(n >> twos).into_iter().map(|p| if p <= 5 { p as f64 } else { 1.1 * p as f64 });
    odd.fold(2.0 * f64::from(twos), |sum, p| sum + p) * n as f64
}

/// The least number from `n` on that has no prime factor above 11.
pub(super) fn smooth_from(n: usize) -> usize {
    if n <= 12 {
        return n;
    }
    let mut best = 2 * n;
    let powers = |base: usize, start: usize| {
        std::iter::successors(Some(start), move |&x| x.checked_mul(base)).take_while(move |&x| x < 2 * n)
    };
    for with_11 in powers(11, 1) {
        for with_7 in powers(7, with_11) {
            for with_5 in powers(5, with_7) {
                for with_3 in powers(3, with_5) {
                    let mut x = with_3;
                    while x < n {
                        x *= 2;
                    }
                    best = best.min(x);
                }
            }
        }
    }
    best
}
