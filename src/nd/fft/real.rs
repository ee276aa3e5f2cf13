//! The transform of real numbers whose length has small factors, in half the work of the complex one (Swarztrauber's
//! FFTPACK). Its frequencies lie as `re0, re1, im1, re2, im2, ...`, for an even length with one more real number.
//!
//! Which sums are formed first is pocketfft's, which NumPy uses: results agree to the last bit. Within a pass a block
//! holds one real number, then pairs, and for an even length one number more; of the outputs of a butterfly every
//! second one lies mirrored, conjugated, in the block before.

use num_complex::Complex;

use super::number::{Real, scaled, turned};
use super::roots::{Roots, factors};

/// A length, split into passes.
pub(super) struct RealPlan<T> {
    length: usize,
    passes: Vec<Pass<T>>,
}

struct Pass<T> {
    factor: usize,
    /// Groups, and numbers in a block.
    done: usize,
    block: usize,
    /// For inputs 1.. of a butterfly, the roots at the pairs of a block.
    twiddles: Vec<Complex<T>>,
    /// The roots of the factor's own order.
    roots: Vec<Complex<T>>,
}

/// Sums and differences of the numbers that mirror each other in a butterfly of odd size.
struct Mirrored<V> {
    first: V,
    plus: Vec<V>,
    minus: Vec<V>,
}

impl<T: Real> RealPlan<T> {
    pub fn new(length: usize) -> Self {
        let roots = Roots::new(length);
        let mut done = 1;
        let mut passes = Vec::new();
        for factor in if length > 1 { factors(length, 4) } else { Vec::new() } {
            let block = length / (done * factor);
            let twiddles = (1..factor).flat_map(|u| (1..=(block - 1) / 2).map(move |i| (u, i)));
            passes.push(Pass {
                factor,
                done,
                block,
                twiddles: twiddles.map(|(u, i)| roots.get(u * done * i)).collect(),
                roots: own_roots(factor, &roots, length / factor),
            });
            done *= factor;
        }
        Self { length, passes }
    }

    /// Frequencies of real `data`, as long as the plan, times `scale`.
    pub fn forward(&self, data: &mut Vec<T>, scale: T) {
        let mut spare = vec![T::default(); self.length];
        for pass in self.passes.iter().rev() {
            match pass.factor {
                2 => pass.forward_two(data, &mut spare),
                4 => pass.forward_four(data, &mut spare),
                _ => pass.forward_odd(data, &mut spare),
            }
            std::mem::swap(data, &mut spare);
        }
        scale_all(data, scale);
    }

    /// Real numbers from their frequencies, times `scale`.
    pub fn backward(&self, data: &mut Vec<T>, scale: T) {
        let mut spare = vec![T::default(); self.length];
        for pass in &self.passes {
            match pass.factor {
                2 => pass.backward_two(data, &mut spare),
                4 => pass.backward_four(data, &mut spare),
                _ => pass.backward_odd(data, &mut spare),
            }
            std::mem::swap(data, &mut spare);
        }
        scale_all(data, scale);
    }
}

fn scale_all<T: Real>(data: &mut [T], scale: T) {
    if scale != T::one() {
        data.iter_mut().for_each(|x| *x = *x * scale);
    }
}

/// The roots of an odd factor's order; of 3 and 5 to the last bit, of others as the table of the whole length has them.
fn own_roots<T: Real>(factor: usize, roots: &Roots, step: usize) -> Vec<Complex<T>> {
    let exact: &[(f64, f64)] = match factor {
        3 => &super::complex::THIRDS,
        5 => &super::complex::FIFTHS,
        _ => &[],
    };
    let upper = |k: usize| match exact.get(k.wrapping_sub(1)) {
        Some(&(cos, sin)) => Complex::new(T::nearest(cos), T::nearest(sin)),
        None if k == 0 => Complex::new(T::one(), T::zero()),
        None => roots.get(k * step),
    };
    if factor % 2 == 0 {
        return Vec::new();
    }
    (0..factor).map(|k| if 2 * k < factor { upper(k) } else { upper(factor - k).conj() }).collect()
}

impl<T: Real> Pass<T> {
    /// Where number `i` of block `u` lies in group `k` of `factor` blocks.
    fn grouped(&self, i: usize, u: usize, k: usize) -> usize {
        i + self.block * (u + self.factor * k)
    }

    /// Where number `i` of block `u` lies with blocks of equal number side by side.
    fn apart(&self, i: usize, u: usize, k: usize) -> usize {
        i + self.block * (k + self.done * u)
    }

    /// The root for block `u` and the pair that ends at `i`.
    fn twiddle(&self, u: usize, i: usize) -> Complex<T> {
        self.twiddles[(u - 1) * ((self.block - 1) / 2) + i / 2 - 1]
    }

    /// The places, within a block, at which pairs end.
    fn pairs(&self) -> impl Iterator<Item = usize> + use<T> {
        (2..self.block).step_by(2)
    }

    /// The pair that ends at `i` of block `u`, turned.
    fn turned_pair(&self, from: &[T], i: usize, u: usize, k: usize) -> Complex<T> {
        let place = self.apart(i, u, k);
        let pair = Complex::new(from[place - 1], from[place]);
        if u == 0 { pair } else { turned::<T, true>(pair, self.twiddle(u, i)) }
    }

    /// The pair that ends at `i`, or mirrored at `block - i`, of block `u`.
    fn pair(&self, from: &[T], i: usize, u: usize, k: usize) -> Complex<T> {
        let place = self.grouped(i, u, k);
        Complex::new(from[place - 1], from[place])
    }

    fn put_pair(&self, to: &mut [T], i: usize, u: usize, k: usize, z: Complex<T>) {
        let place = self.grouped(i, u, k);
        (to[place - 1], to[place]) = (z.re, z.im);
    }

    fn put_turned(&self, to: &mut [T], i: usize, u: usize, k: usize, z: Complex<T>) {
        let place = self.apart(i, u, k);
        let z = if u == 0 { z } else { turned::<T, false>(z, self.twiddle(u, i)) };
        (to[place - 1], to[place]) = (z.re, z.im);
    }

    fn forward_two(&self, from: &[T], to: &mut [T]) {
        let end = self.block - 1;
        for k in 0..self.done {
            let (a, b) = (from[self.apart(0, 0, k)], from[self.apart(0, 1, k)]);
            to[self.grouped(0, 0, k)] = a + b;
            to[self.grouped(end, 1, k)] = a - b;
            if self.block % 2 == 0 {
                to[self.grouped(0, 1, k)] = -from[self.apart(end, 1, k)];
                to[self.grouped(end, 0, k)] = from[self.apart(end, 0, k)];
            }
            for i in self.pairs() {
                let (a, b) = (self.turned_pair(from, i, 0, k), self.turned_pair(from, i, 1, k));
                self.put_pair(to, i, 0, k, a + b);
                self.put_pair(to, self.block - i, 1, k, Complex::new(a.re - b.re, b.im - a.im));
            }
        }
    }

    fn backward_two(&self, from: &[T], to: &mut [T]) {
        let end = self.block - 1;
        for k in 0..self.done {
            let (a, b) = (from[self.grouped(0, 0, k)], from[self.grouped(end, 1, k)]);
            to[self.apart(0, 0, k)] = a + b;
            to[self.apart(0, 1, k)] = a - b;
            if self.block % 2 == 0 {
                let (a, b) = (from[self.grouped(end, 0, k)], from[self.grouped(0, 1, k)]);
                to[self.apart(end, 0, k)] = a + a;
                to[self.apart(end, 1, k)] = -(b + b);
            }
            for i in self.pairs() {
                let (a, b) = (self.pair(from, i, 0, k), self.pair(from, self.block - i, 1, k));
                self.put_turned(to, i, 0, k, Complex::new(a.re + b.re, a.im - b.im));
                self.put_turned(to, i, 1, k, Complex::new(a.re - b.re, a.im + b.im));
            }
        }
    }

    fn forward_four(&self, from: &[T], to: &mut [T]) {
        let end = self.block - 1;
        for k in 0..self.done {
            let [a, b, c, d] = std::array::from_fn(|u| from[self.apart(0, u, k)]);
            let (odd, even) = (d + b, a + c);
            to[self.grouped(0, 0, k)] = even + odd;
            to[self.grouped(end, 1, k)] = a - c;
            to[self.grouped(0, 2, k)] = d - b;
            to[self.grouped(end, 3, k)] = even - odd;
            if self.block % 2 == 0 {
                let root = T::nearest(std::f64::consts::FRAC_1_SQRT_2);
                let [a, b, c, d] = std::array::from_fn(|u| from[self.apart(end, u, k)]);
                let (im, re) = (-root * (b + d), root * (b - d));
                to[self.grouped(end, 0, k)] = a + re;
                to[self.grouped(end, 2, k)] = a - re;
                to[self.grouped(0, 3, k)] = im + c;
                to[self.grouped(0, 1, k)] = im - c;
            }
            for i in self.pairs() {
                let [a, b, c, d] = std::array::from_fn(|u| self.turned_pair(from, i, u, k));
                let (even, even_turned, odd) = (a + c, a - c, b + d);
                let odd_turned = Complex::new(b.im - d.im, d.re - b.re);
                self.put_pair(to, i, 0, k, even + odd);
                self.put_pair(to, i, 2, k, even_turned + odd_turned);
                let mirror = |x: Complex<T>, y: Complex<T>| Complex::new(x.re - y.re, y.im - x.im);
                self.put_pair(to, self.block - i, 3, k, mirror(even, odd));
                self.put_pair(to, self.block - i, 1, k, mirror(even_turned, odd_turned));
            }
        }
    }

    fn backward_four(&self, from: &[T], to: &mut [T]) {
        let end = self.block - 1;
        for k in 0..self.done {
            let (first, last) = (from[self.grouped(0, 0, k)], from[self.grouped(end, 3, k)]);
            let (re, im) = (from[self.grouped(end, 1, k)], from[self.grouped(0, 2, k)]);
            let (even, odd, re, im) = (first + last, first - last, re + re, im + im);
            to[self.apart(0, 0, k)] = even + re;
            to[self.apart(0, 1, k)] = odd - im;
            to[self.apart(0, 2, k)] = even - re;
            to[self.apart(0, 3, k)] = odd + im;
            if self.block % 2 == 0 {
                let root = T::nearest(std::f64::consts::SQRT_2);
                let (a, b) = (from[self.grouped(end, 0, k)], from[self.grouped(end, 2, k)]);
                let (c, d) = (from[self.grouped(0, 3, k)], from[self.grouped(0, 1, k)]);
                let (re, im) = (a - b, c + d);
                to[self.apart(end, 0, k)] = (a + b) + (a + b);
                to[self.apart(end, 1, k)] = root * (re - im);
                to[self.apart(end, 2, k)] = (c - d) + (c - d);
                to[self.apart(end, 3, k)] = -root * (re + im);
            }
            for i in self.pairs() {
                let mirror = self.block - i;
                let (a, b) = (self.pair(from, i, 0, k), self.pair(from, mirror, 3, k));
                let (c, d) = (self.pair(from, i, 2, k), self.pair(from, mirror, 1, k));
                let (even, odd) = (Complex::new(a.re + b.re, a.im - b.im), Complex::new(a.re - b.re, a.im + b.im));
                let (near, far) = (Complex::new(c.re + d.re, c.im - d.im), Complex::new(c.re - d.re, c.im + d.im));
                self.put_turned(to, i, 0, k, even + near);
                self.put_turned(to, i, 1, k, Complex::new(odd.re - far.im, odd.im + far.re));
                self.put_turned(to, i, 2, k, even - near);
                self.put_turned(to, i, 3, k, Complex::new(odd.re + far.im, odd.im - far.re));
            }
        }
    }

    /// The cosine and sine parts of output `u`: sums over all mirrored numbers, four, two or one at a time.
    fn parts<V>(&self, x: &Mirrored<V>, u: usize, scaled: impl Fn(V, T) -> V) -> (V, V)
    where
        V: Copy + std::ops::Add<Output = V>,
    {
        let half = self.factor.div_ceil(2);
        let term = |j: usize| {
            let root = self.roots[u * j % self.factor];
            (scaled(x.plus[j - 1], root.re), scaled(x.minus[j - 1], root.im))
        };
        let both = |(a, b): (V, V), (c, d): (V, V)| (a + c, b + d);
        let (cos, sin) = term(1);
        let mut sum = (x.first + cos, sin);
        if half > 2 {
            sum = both(sum, term(2));
        }
        let mut j = 3;
        while j < half {
            let count = [4, 2, 1].into_iter().find(|count| j + count <= half).expect("one term is left at least");
            let rest = (j + 1..j + count).fold(term(j), |sum, j| both(sum, term(j)));
            sum = both(sum, rest);
            j += count;
        }
        sum
    }

    fn forward_odd(&self, from: &[T], to: &mut [T]) {
        let (n, half, end) = (self.factor, self.factor.div_ceil(2), self.block - 1);
        for k in 0..self.done {
            let x = |u: usize| from[self.apart(0, u, k)];
            let real = Mirrored {
                first: x(0),
                plus: (1..half).map(|j| x(n - j) + x(j)).collect(),
                minus: (1..half).map(|j| x(n - j) - x(j)).collect(),
            };
            to[self.grouped(0, 0, k)] = real.plus.iter().fold(real.first, |sum, &x| sum + x);
            for u in 1..half {
                let (cos, sin) = self.parts(&real, u, |x, factor| x * factor);
                to[self.grouped(end, 2 * u - 1, k)] = cos;
                to[self.grouped(0, 2 * u, k)] = sin;
            }
            for i in self.pairs() {
                let x = |u: usize| self.turned_pair(from, i, u, k);
                let pairs = Mirrored {
                    first: x(0),
                    plus: (1..half).map(|j| x(j) + x(n - j)).collect(),
                    minus: (1..half)
                        .map(|j| (x(j), x(n - j)))
                        .map(|(a, b)| Complex::new(a.im - b.im, b.re - a.re))
                        .collect(),
                };
                self.put_pair(to, i, 0, k, pairs.plus.iter().fold(pairs.first, |sum, &x| sum + x));
                for u in 1..half {
                    let (cos, sin) = self.parts(&pairs, u, scaled);
                    self.put_pair(to, i, 2 * u, k, cos + sin);
                    self.put_pair(to, self.block - i, 2 * u - 1, k, Complex::new(cos.re - sin.re, sin.im - cos.im));
                }
            }
        }
    }

    fn backward_odd(&self, from: &[T], to: &mut [T]) {
        let (n, half, end) = (self.factor, self.factor.div_ceil(2), self.block - 1);
        for k in 0..self.done {
            let twice = |x: T| x + x;
            let real = Mirrored {
                first: from[self.grouped(0, 0, k)],
                plus: (1..half).map(|j| twice(from[self.grouped(end, 2 * j - 1, k)])).collect(),
                minus: (1..half).map(|j| twice(from[self.grouped(0, 2 * j, k)])).collect(),
            };
            to[self.apart(0, 0, k)] = real.plus.iter().fold(real.first, |sum, &x| sum + x);
            for u in 1..half {
                let (cos, sin) = self.parts(&real, u, |x, factor| x * factor);
                to[self.apart(0, u, k)] = cos - sin;
                to[self.apart(0, n - u, k)] = cos + sin;
            }
            for i in self.pairs() {
                let both = |j: usize| (self.pair(from, i, 2 * j, k), self.pair(from, self.block - i, 2 * j - 1, k));
                let pairs = Mirrored {
                    first: self.pair(from, i, 0, k),
                    plus: (1..half).map(both).map(|(a, b)| Complex::new(a.re + b.re, a.im - b.im)).collect(),
                    minus: (1..half).map(both).map(|(a, b)| Complex::new(a.re - b.re, a.im + b.im)).collect(),
                };
                self.put_turned(to, i, 0, k, pairs.plus.iter().fold(pairs.first, |sum, &x| sum + x));
                for u in 1..half {
                    let (cos, sin) = self.parts(&pairs, u, scaled);
                    self.put_turned(to, i, u, k, Complex::new(cos.re - sin.im, cos.im + sin.re));
                    self.put_turned(to, i, n - u, k, Complex::new(cos.re + sin.im, cos.im - sin.re));
                }
            }
        }
    }
}
