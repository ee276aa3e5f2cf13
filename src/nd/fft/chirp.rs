//! The transform of a length with a large prime factor, as a convolution with a chirp (Bluestein): the convolution is
//! done by transforms of a longer length that has small factors only.

use num_complex::Complex;

use super::complex::ComplexPlan;
use super::number::{Real, scaled, turned};
use super::roots::{Roots, smooth_from};

pub(super) struct Chirp<T> {
    /// `exp(πi m² / n)`
    chirp: Vec<Complex<T>>,
    /// The transform of the chirp, mirrored and padded; it is symmetric, and its first half is kept.
    frequencies: Vec<Complex<T>>,
    length: usize,
    plan: ComplexPlan<T>,
}

impl<T: Real> Chirp<T> {
    pub fn new(n: usize) -> Self {
        let length = smooth_from(2 * n - 1);
        let plan = ComplexPlan::new(length);
        let roots = Roots::new(2 * n);
        let mut square = 0;
        let mut chirp = vec![Complex::new(T::one(), T::zero())];
        for m in 1..n {
            // m² modulo 2n, from (m - 1)².
            square = (square + 2 * m - 1) % (2 * n);
            chirp.push(roots.get(square));
        }
        let share = T::one() / T::nearest(length as f64);
        let mut frequencies = vec![Complex::default(); length];
        frequencies[0] = scaled(chirp[0], share);
        for m in 1..n {
            frequencies[m] = scaled(chirp[m], share);
            frequencies[length - m] = frequencies[m];
        }
        plan.run::<true>(&mut frequencies, T::one());
        frequencies.truncate(length / 2 + 1);
        Self { chirp, frequencies, length, plan }
    }

    pub fn run<const FORWARD: bool>(&self, data: &mut [Complex<T>], scale: T) {
        let mut wide: Vec<Complex<T>> =
            data.iter().zip(&self.chirp).map(|(&z, &w)| turned::<T, FORWARD>(z, w)).collect();
        let zero = scaled(wide[0], T::zero());
        wide.resize(self.length, zero);
        self.plan.run::<true>(&mut wide, T::one());
        for m in 0..self.length {
            let frequency = self.frequencies[m.min(self.length - m)];
            // The other way round: what is turned back here is the chirp's own turn.
            wide[m] =
                if FORWARD { turned::<T, false>(wide[m], frequency) } else { turned::<T, true>(wide[m], frequency) };
        }
        self.plan.run::<false>(&mut wide, T::one());
        for ((z, &made), &w) in data.iter_mut().zip(&wide).zip(&self.chirp) {
            *z = scaled(turned::<T, FORWARD>(made, w), scale);
        }
    }
}
