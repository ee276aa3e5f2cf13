//! Distributions of integers; otherwise as `continuous`.

use super::continuous::standard_gamma;
use super::elementary::{exp, expm1, log, log1p, pow};
use super::source::Primitives;

/// Poisson: by products of uniforms below 10, else transformed rejection (Hörmann 1993).
pub(super) fn poisson(source: &mut dyn Primitives, lam: f64) -> i64 {
    if lam == 0.0 {
        return 0;
    }
    if lam >= 10.0 {
        return poisson_by_rejection(source, lam);
    }
    let least = exp(-lam);
    let mut product = 1.0;
    let mut count = 0;
    loop {
        product *= source.next_double();
        if product > least {
            count += 1;
        } else {
            return count;
        }
    }
}

fn poisson_by_rejection(source: &mut dyn Primitives, lam: f64) -> i64 {
    let log_lam = log(lam);
    let b = 0.931 + 2.53 * lam.sqrt();
    let a = -0.059 + 0.02483 * b;
    let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
    let v_r = 0.9277 - 3.6224 / (b - 2.0);
    loop {
        let u = source.next_double() - 0.5;
        let v = source.next_double();
        let us = 0.5 - u.abs();
        let k = ((2.0 * a / us + b) * u + lam + 0.43).floor() as i64;
        if us >= 0.07 && v <= v_r {
            return k;
        }
        if k < 0 || (us < 0.013 && v > us) {
            continue;
        }
        let drawn = log(v) + log(inverse_alpha) - log(a / (us * us) + b);
        if drawn <= -lam + k as f64 * log_lam - log_gamma(k as f64 + 1.0) {
            return k;
        }
    }
}

/// log of the gamma function, by Stirling's series (Zhang and Jin 1996).
pub(super) fn log_gamma(x: f64) -> f64 {
    const SERIES: [f64; 10] = [
        0.08333333333333333,
        -0.002777777777777778,
        0.0007936507936507937,
        -0.0005952380952380952,
        0.0008417508417508418,
        -0.001917526917526918,
        0.00641025641025641,
        -0.02955065359477124,
        0.1796443723688307,
        -1.39243221690590e+00,
    ];
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let shift = if x < 7.0 { (7.0 - x) as i64 } else { 0 };
    let mut x0 = x + shift as f64;
    let x2 = (1.0 / x0) * (1.0 / x0);
    let log_two_pi = 1.8378770664093453;
    let sum = SERIES.iter().rev().skip(1).fold(SERIES[9], |sum, term| sum * x2 + term);
    let mut result = sum / x0 + 0.5 * log_two_pi + (x0 - 0.5) * log(x0) - x0;
    if x < 7.0 {
        for _ in 0..shift {
            result -= log(x0 - 1.0);
            x0 -= 1.0;
        }
    }
    result
}

/// Binomial: by inversion if few successes are expected, else BTPE (Kachitvichyanukul and Schmeiser
/// 1988).
pub(super) fn binomial(source: &mut dyn Primitives, n: f64, p: f64) -> i64 {
    let trials = n as i64;
    // The frozen generator draws even where the result is certain.
    if !source.is_frozen() && (trials == 0 || p == 0.0) {
        return 0;
    }
    let n = trials as f64;
    let flip = p > 0.5;
    let rare = if flip { 1.0 - p } else { p };
    let successes = if rare * n <= 30.0 {
        binomial_by_inversion(source, trials, rare)
    } else {
        Btpe::new(trials, rare).draw(source)
    };
    if flip { trials - successes } else { successes }
}

fn binomial_by_inversion(source: &mut dyn Primitives, trials: i64, p: f64) -> i64 {
    let n = trials as f64;
    let q = 1.0 - p;
    let none = exp(n * log1p(-p));
    let mean = n * p;
    let bound = n.min(mean + 10.0 * (mean * q + 1.0).sqrt()) as i64;
    let (mut x, mut probability) = (0_i64, none);
    let mut u = source.next_double();
    while u > probability {
        x += 1;
        if x > bound {
            x = 0;
            probability = none;
            u = source.next_double();
        } else {
            u -= probability;
            probability = ((trials - x + 1) as f64 * p * probability) / (x as f64 * q);
        }
    }
    x
}

/// The regions of the BTPE method: a triangle in the middle, two parallelograms, two tails.
struct Btpe {
    trials: i64,
    r: f64,
    q: f64,
    mode: i64,
    p1: f64,
    p2: f64,
    p3: f64,
    p4: f64,
    middle: f64,
    left: f64,
    right: f64,
    c: f64,
    left_rate: f64,
    right_rate: f64,
}

impl Btpe {
    fn new(trials: i64, p: f64) -> Btpe {
        let n = trials as f64;
        let r = p.min(1.0 - p);
        let q = 1.0 - r;
        let fm = n * r + r;
        let mode = fm.floor() as i64;
        let p1 = (2.195 * (n * r * q).sqrt() - 4.6 * q).floor() + 0.5;
        let middle = mode as f64 + 0.5;
        let (left, right) = (middle - p1, middle + p1);
        let c = 0.134 + 20.5 / (15.3 + mode as f64);
        let a = (fm - left) / (fm - left * r);
        let left_rate = a * (1.0 + a / 2.0);
        let a = (right - fm) / (right * q);
        let right_rate = a * (1.0 + a / 2.0);
        let p2 = p1 * (1.0 + 2.0 * c);
        let p3 = p2 + c / left_rate;
        let p4 = p3 + c / right_rate;
        Btpe { trials, r, q, mode, p1, p2, p3, p4, middle, left, right, c, left_rate, right_rate }
    }

    fn draw(&self, source: &mut dyn Primitives) -> i64 {
        loop {
            let u = source.next_double() * self.p4;
            let v = source.next_double();
            if u <= self.p1 {
                return (self.middle - self.p1 * v + u).floor() as i64;
            }
            let (y, v) = if u <= self.p2 {
                let x = self.left + (u - self.p1) / self.c;
                let v = v * self.c + 1.0 - (self.mode as f64 - x + 0.5).abs() / self.p1;
                if v > 1.0 {
                    continue;
                }
                (x.floor() as i64, v)
            } else if u <= self.p3 {
                let y = (self.left + log(v) / self.left_rate).floor();
                if y < 0.0 || v == 0.0 {
                    continue;
                }
                (y as i64, v * (u - self.p2) * self.left_rate)
            } else {
                let y = (self.right - log(v) / self.right_rate).floor();
                if y > self.trials as f64 || v == 0.0 {
                    continue;
                }
                (y as i64, v * (u - self.p3) * self.right_rate)
            };
            if self.accepts(y, v) {
                return y;
            }
        }
    }

    fn accepts(&self, y: i64, v: f64) -> bool {
        let (n, m) = (self.trials, self.mode);
        let variance = n as f64 * self.r * self.q;
        let k = (y - m).abs();
        if k <= 20 || k as f64 >= variance / 2.0 - 1.0 {
            // Few steps from the mode: the ratio of probabilities, step by step.
            let s = self.r / self.q;
            let a = s * (n + 1) as f64;
            let mut ratio = 1.0;
            for i in m + 1..=y {
                ratio *= a / i as f64 - s;
            }
            for i in y + 1..=m {
                ratio /= a / i as f64 - s;
            }
            return v <= ratio;
        }
        let kf = k as f64;
        let rho = (kf / variance) * ((kf * (kf / 3.0 + 0.625) + 0.16666666666666666) / variance + 0.5);
        let t = (-k * k) as f64 / (2.0 * variance);
        let log_v = log(v);
        if log_v < t - rho {
            return true;
        }
        if log_v > t + rho {
            return false;
        }
        let (x1, f1) = ((y + 1) as f64, (m + 1) as f64);
        let (z, w) = ((n + 1 - m) as f64, (n - y + 1) as f64);
        let stirling = |x: f64| {
            let x2 = x * x;
            (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / x2) / x2) / x2) / x2) / x / 166320.0
        };
        log_v
            <= self.middle * log(f1 / x1)
                + ((n - m) as f64 + 0.5) * log(z / w)
                + (y - m) as f64 * log(w * self.r / (x1 * self.q))
                + stirling(f1)
                + stirling(z)
                + stirling(x1)
                + stirling(w)
    }
}

pub(super) fn negative_binomial(source: &mut dyn Primitives, n: f64, p: f64) -> i64 {
    let lam = (1.0 - p) / p * standard_gamma(source, n);
    poisson(source, lam)
}

/// Geometric: by search if a success is likely, else by inversion.
pub(super) fn geometric(source: &mut dyn Primitives, p: f64) -> i64 {
    if p >= 0.3333333333333333 {
        let (mut sum, mut term, q) = (p, p, 1.0 - p);
        let u = source.next_double();
        let mut count = 1;
        while u > sum {
            term *= q;
            sum += term;
            count += 1;
        }
        return count;
    }
    if source.is_frozen() {
        return (log(1.0 - source.next_double()) / log(1.0 - p)).ceil() as i64;
    }
    (-source.standard_exponential() / log1p(-p)).ceil() as i64
}

/// Logarithmic series (Kemp 1981).
pub(super) fn logseries(source: &mut dyn Primitives, p: f64) -> i64 {
    let frozen = source.is_frozen();
    let r = if frozen { log(1.0 - p) } else { log1p(-p) };
    loop {
        let v = source.next_double();
        if v >= p {
            return 1;
        }
        let u = source.next_double();
        let q = if frozen { 1.0 - exp(r * u) } else { -expm1(r * u) };
        if v <= q * q {
            let result = (1.0 + log(v) / log(q)).floor();
            if result >= 1.0 && v != 0.0 {
                return result as i64;
            }
            continue;
        }
        return if v >= q { 1 } else { 2 };
    }
}

/// Zipf, by rejection (Devroye 1986); cut off at the largest `int64`.
pub(super) fn zipf(source: &mut dyn Primitives, a: f64) -> i64 {
    let largest = i64::MAX as f64;
    let frozen = source.is_frozen();
    // So large a parameter leaves nothing but 1.
    if !frozen && a >= 1025.0 {
        return 1;
    }
    let am1 = a - 1.0;
    let b = pow(2.0, am1);
    let least = if frozen { 0.0 } else { pow(largest, -am1) };
    loop {
        let drawn = source.next_double();
        let u = if frozen { 1.0 - drawn } else { drawn * least + (1.0 - drawn) };
        let v = source.next_double();
        let x = pow(u, -1.0 / am1).floor();
        if x > largest || x < 1.0 {
            continue;
        }
        let t = pow(1.0 + 1.0 / x, am1);
        if v * x * (t - 1.0) / (b - 1.0) <= t / b {
            return x as i64;
        }
    }
}
