//! The transform of complex numbers whose length has small factors: one pass over the data for each factor, by
//! decimation in frequency (Cooley and Tukey; Swarztrauber's order of passes, which sorts as it goes).
//!
//! Which sums are formed first is pocketfft's, which NumPy uses: results agree to the last bit.

use num_complex::Complex;

use super::number::{Real, scaled, turned};
use super::roots::{Roots, factors};

/// A length, split into passes.
pub(super) struct ComplexPlan<T> {
    length: usize,
    passes: Vec<Pass<T>>,
}

struct Pass<T> {
    factor: usize,
    /// For outputs 1.. of a butterfly, the roots at places 1.. within a block.
    twiddles: Vec<Complex<T>>,
    /// The roots of the factor's own order, for factors that have no butterfly of their own.
    roots: Vec<Complex<T>>,
}

impl<T: Real> ComplexPlan<T> {
    pub fn new(length: usize) -> Self {
        let roots = Roots::new(length);
        let mut done = 1;
        let mut passes = Vec::new();
        for factor in if length > 1 { factors(length, 8) } else { Vec::new() } {
            let block = length / (done * factor);
            let twiddles = (1..factor).flat_map(|u| (1..block).map(move |i| (u, i)));
            passes.push(Pass {
                factor,
                twiddles: twiddles.map(|(u, i)| roots.get(u * done * i)).collect(),
                roots: if factor > 11 {
                    (0..factor).map(|u| roots.get(u * done * block)).collect()
                } else {
                    Vec::new()
                },
            });
            done *= factor;
        }
        Self { length, passes }
    }

    /// Transforms `data`, as long as the plan, and multiplies by `scale`.
    pub fn run<const FORWARD: bool>(&self, data: &mut Vec<Complex<T>>, scale: T) {
        let mut spare = vec![Complex::default(); self.length];
        let mut done = 1;
        for pass in &self.passes {
            let block = self.length / (done * pass.factor);
            match pass.factor {
                2 => pass.each::<2, FORWARD>(data, &mut spare, done, block, two::<T, FORWARD>),
                3 => pass.each::<3, FORWARD>(data, &mut spare, done, block, |x| odd::<T, 3, FORWARD>(x, &THIRDS)),
                4 => pass.each::<4, FORWARD>(data, &mut spare, done, block, four::<T, FORWARD>),
                5 => pass.each::<5, FORWARD>(data, &mut spare, done, block, |x| odd::<T, 5, FORWARD>(x, &FIFTHS)),
                7 => pass.each::<7, FORWARD>(data, &mut spare, done, block, |x| odd::<T, 7, FORWARD>(x, &SEVENTHS)),
                8 => pass.each::<8, FORWARD>(data, &mut spare, done, block, eight::<T, FORWARD>),
                11 => pass.each::<11, FORWARD>(data, &mut spare, done, block, |x| odd::<T, 11, FORWARD>(x, &ELEVENTHS)),
                _ => pass.any_odd::<FORWARD>(data, &mut spare, done, block),
            }
            std::mem::swap(data, &mut spare);
            done *= pass.factor;
        }
        if scale != T::one() {
            data.iter_mut().for_each(|z| *z = scaled(*z, scale));
        }
    }
}

impl<T: Real> Pass<T> {
    /// One pass with a butterfly of `N` numbers: `from` holds `done` groups of `N` blocks, `to` `N` groups of `done`.
    #[inline(always)]
    fn each<const N: usize, const FORWARD: bool>(
        &self,
        from: &[Complex<T>],
        to: &mut [Complex<T>],
        done: usize,
        block: usize,
        butterfly: impl Fn([Complex<T>; N]) -> [Complex<T>; N],
    ) {
        for k in 0..done {
            for i in 0..block {
                let made = butterfly(std::array::from_fn(|u| from[i + block * (u + N * k)]));
                to[i + block * k] = made[0];
                for u in 1..N {
                    let place = i + block * (k + done * u);
                    to[place] = if i == 0 {
                        made[u]
                    } else {
                        turned::<T, FORWARD>(made[u], self.twiddles[(u - 1) * (block - 1) + i - 1])
                    };
                }
            }
        }
    }

    /// One pass for an odd factor of any size; its sums are formed two terms at a time.
    fn any_odd<const FORWARD: bool>(&self, from: &[Complex<T>], to: &mut [Complex<T>], done: usize, block: usize) {
        let n = self.factor;
        let half = n.div_ceil(2);
        let root = |k: usize| {
            let root = self.roots[k % n];
            if FORWARD { root.conj() } else { root }
        };
        let (mut plus, mut minus) = (vec![Complex::default(); half], vec![Complex::default(); half]);
        for k in 0..done {
            for i in 0..block {
                let x = |u: usize| from[i + block * (u + n * k)];
                let first = x(0);
                let mut sum = first;
                for j in 1..half {
                    plus[j] = x(j) + x(n - j);
                    minus[j] = x(j) - x(n - j);
                    sum = sum + plus[j];
                }
                let mut put = |u: usize, z: Complex<T>| {
                    let place = i + block * (k + done * u);
                    to[place] = if i == 0 || u == 0 {
                        z
                    } else {
                        turned::<T, FORWARD>(z, self.twiddles[(u - 1) * (block - 1) + i - 1])
                    };
                };
                put(0, sum);
                for l in 1..half {
                    let (w, v) = (root(l), root(2 * l));
                    let mut even = Complex::new(
                        first.re + w.re * plus[1].re + v.re * plus[2].re,
                        first.im + w.re * plus[1].im + v.re * plus[2].im,
                    );
                    let mut odd =
                        Complex::new(-w.im * minus[1].im - v.im * minus[2].im, w.im * minus[1].re + v.im * minus[2].re);
                    let mut j = 3;
                    while j < half {
                        let w = root(j * l);
                        let mut add = scaled(plus[j], w.re);
                        let mut turn = scaled(minus[j], w.im);
                        j += 1;
                        if j < half {
                            let w = root(j * l);
                            add = add + scaled(plus[j], w.re);
                            turn = turn + scaled(minus[j], w.im);
                            j += 1;
                        }
                        even = even + add;
                        odd = Complex::new(odd.re - turn.im, odd.im + turn.re);
                    }
                    put(l, even + odd);
                    put(n - l, even - odd);
                }
            }
        }
    }
}

/// A quarter of a turn: `-i z` forward, else `i z`.
#[inline(always)]
fn quarter<T: Real, const FORWARD: bool>(z: Complex<T>) -> Complex<T> {
    if FORWARD { Complex::new(z.im, -z.re) } else { Complex::new(-z.im, z.re) }
}

/// An eighth of a turn.
#[inline(always)]
fn eighth<T: Real, const FORWARD: bool>(z: Complex<T>) -> Complex<T> {
    let root = T::nearest(std::f64::consts::FRAC_1_SQRT_2);
    if FORWARD {
        Complex::new(root * (z.re + z.im), root * (z.im - z.re))
    } else {
        Complex::new(root * (z.re - z.im), root * (z.im + z.re))
    }
}

/// Three eighths of a turn.
#[inline(always)]
fn three_eighths<T: Real, const FORWARD: bool>(z: Complex<T>) -> Complex<T> {
    let root = T::nearest(std::f64::consts::FRAC_1_SQRT_2);
    if FORWARD {
        Complex::new(root * (z.im - z.re), root * (-z.re - z.im))
    } else {
        Complex::new(root * (-z.re - z.im), root * (z.re - z.im))
    }
}

#[inline(always)]
fn two<T: Real, const FORWARD: bool>([a, b]: [Complex<T>; 2]) -> [Complex<T>; 2] {
    [a + b, a - b]
}

#[inline(always)]
fn four<T: Real, const FORWARD: bool>([a, b, c, d]: [Complex<T>; 4]) -> [Complex<T>; 4] {
    let (even, odd) = (a + c, b + d);
    let (even_turned, odd_turned) = (a - c, quarter::<T, FORWARD>(b - d));
    [even + odd, even_turned + odd_turned, even - odd, even_turned - odd_turned]
}

#[inline(always)]
fn eight<T: Real, const FORWARD: bool>(x: [Complex<T>; 8]) -> [Complex<T>; 8] {
    let quarter = quarter::<T, FORWARD>;
    let (b, f) = (x[1] + x[5], x[1] - x[5]);
    let (d, h) = (x[3] + x[7], quarter(x[3] - x[7]));
    let (b, d) = (b + d, quarter(b - d));
    let (f, h) = (eighth::<T, FORWARD>(f + h), three_eighths::<T, FORWARD>(f - h));
    let (a, e) = (x[0] + x[4], x[0] - x[4]);
    let (c, g) = (x[2] + x[6], quarter(x[2] - x[6]));
    let (a, c) = (a + c, a - c);
    let (e, g) = (e + g, e - g);
    [a + b, e + f, c + d, g + h, a - b, e - f, c - d, g - h]
}

/// Cosine and sine of `j/N` of a turn, for `j` from 1 to half of `N`.
pub(super) const THIRDS: [(f64, f64); 1] = [(-0.5, 0.8660254037844386467637231707529362)];
pub(super) const FIFTHS: [(f64, f64); 2] = [
    (0.3090169943749474241022934171828191, 0.9510565162951535721164393333793821),
    (-0.8090169943749474241022934171828191, 0.5877852522924731291687059546390728),
];
const SEVENTHS: [(f64, f64); 3] = [
    (0.6234898018587335305250048840042398, 0.7818314824680298087084445266740578),
    (-0.2225209339563144042889025644967948, 0.9749279121818236070181316829939312),
    (-0.9009688679024191262361023195074451, 0.433883739117558120475768332848359),
];
const ELEVENTHS: [(f64, f64); 5] = [
    (0.8412535328311811688618116489193677, 0.5406408174555975821076359543186917),
    (0.4154150130018864255292741492296232, 0.9096319953545183714117153830790285),
    (-0.1423148382732851404437926686163697, 0.9898214418809327323760920377767188),
    (-0.6548607339452850640569250724662936, 0.7557495743542582837740358439723444),
    (-0.9594929736144973898903680570663277, 0.2817325568414296977114179153466169),
];

/// Numbers that mirror each other are added and subtracted first: cosines meet the sums, sines the differences.
#[inline(always)]
fn odd<T: Real, const N: usize, const FORWARD: bool>(x: [Complex<T>; N], roots: &[(f64, f64)]) -> [Complex<T>; N] {
    let half = roots.len();
    let plus: [Complex<T>; N] = std::array::from_fn(|j| if j == 0 { x[0] } else { x[j] + x[N - j] });
    let minus: [Complex<T>; N] = std::array::from_fn(|j| if j == 0 { x[0] } else { x[j] - x[N - j] });
    let mut made = x;
    for j in 1..=half {
        made[0] = made[0] + plus[j];
    }
    for u in 1..=half {
        let root = |j: usize| {
            let k = u * j % N;
            let (k, above) = if k > half { (N - k, false) } else { (k, true) };
            let (cos, sin) = roots[k - 1];
            (T::nearest(cos), T::nearest(if above != FORWARD { sin } else { -sin }))
        };
        let (cos, sin) = root(1);
        let mut even = x[0] + scaled(plus[1], cos);
        let mut turn = scaled(minus[1], sin);
        for j in 2..=half {
            let (cos, sin) = root(j);
            even = even + scaled(plus[j], cos);
            turn = turn + scaled(minus[j], sin);
        }
        let odd = Complex::new(-turn.im, turn.re);
        made[u] = even + odd;
        made[N - u] = even - odd;
    }
    made
}
