//! The hypergeometric distribution: how many good ones are among those drawn without putting back. The frozen
//! generator and the new one each have their own pair of methods, small samples by drawing, large ones by the ratio
//! of uniforms (HRUA, Stadlober 1990).

use super::bounded::{Bounded, Method, Width};
use super::discrete::log_gamma;
use super::elementary::log;
use super::source::Primitives;
use crate::nd::array::{Array, Order};
use crate::nd::dtype::DType;

/// `2 sqrt(2 / e)` and `3 - 2 sqrt(3 / e)`
const D1: f64 = 1.7155277699214135;
const D2: f64 = 0.8989161620588988;

/// A draw; the counts are whole numbers and `sample <= good + bad`.
pub(super) fn hypergeometric(source: &mut dyn Primitives, good: f64, bad: f64, sample: f64) -> i64 {
    let (good, bad, sample) = (good as i64, bad as i64, sample as i64);
    match () {
        () if source.is_frozen() && sample > 10 => by_ratio(source, good, bad, sample, |k| log_gamma(k as f64 + 1.0)),
        () if source.is_frozen() && sample > 0 => frozen_by_drawing(source, good, bad, sample),
        () if source.is_frozen() => 0,
        () if sample >= 10 && sample <= good + bad - 10 => by_ratio(source, good, bad, sample, log_factorial),
        () => by_drawing(source, good, bad, sample),
    }
}

/// How many things of each color are among `sample` drawn from a box, `draws` times: the box is laid out and shuffled.
///
/// `sample` is at most the sum of `colors`. The counts of a draw follow those of the one before.
///
/// # Errors
/// [`Error::Memory`](crate::nd::Error) for a box that has no room.
pub fn counted_by_color(
    source: &mut dyn Primitives,
    colors: &[u64],
    sample: u64,
    draws: usize,
) -> crate::nd::error::Result<Vec<i64>> {
    let total: u64 = colors.iter().sum();
    let mut counts = vec![0_i64; draws * colors.len()];
    if total == 0 || sample == 0 || draws == 0 {
        return Ok(counts);
    }
    let places = Array::zeros(&[total as usize], DType::UInt32, Order::C)?;
    let cells = places.cells::<u32>()?;
    let laid_out = colors.iter().enumerate().flat_map(|(color, &count)| (0..count).map(move |_| color as u32));
    let thing = |place: u64| &cells.data[cells.start as usize + place as usize];
    for (place, color) in laid_out.enumerate() {
        thing(place as u64).set(color);
    }
    let most = sample > total / 2;
    let taken = if most { total - sample } else { sample };
    let mut sampler = Bounded::new(Width::W64, 0, Method::Masked);
    for row in counts.chunks_exact_mut(colors.len()) {
        for place in 0..taken {
            sampler.set_range(total - place - 1);
            let other = place + sampler.draw(source);
            let color = thing(other).get();
            thing(other).set(thing(place).get());
            thing(place).set(color);
            row[color as usize] += 1;
        }
        if most {
            for (count, &color) in row.iter_mut().zip(colors) {
                *count = color as i64 - *count;
            }
        }
    }
    Ok(counts)
}

/// As [`counted_by_color`], each color's count drawn of what is left of the box.
pub fn split_by_color(source: &mut dyn Primitives, colors: &[u64], sample: u64, draws: usize) -> Vec<i64> {
    let total: u64 = colors.iter().sum();
    let mut counts = vec![0_i64; draws * colors.len()];
    if total == 0 || sample == 0 {
        return counts;
    }
    let most = sample > total / 2;
    for row in counts.chunks_exact_mut(colors.len()) {
        let mut left = (if most { total - sample } else { sample }) as i64;
        let mut rest = total;
        let last = colors.len() - 1;
        for (count, &color) in row[..last].iter_mut().zip(colors) {
            if left <= 0 {
                break;
            }
            rest -= color;
            *count = hypergeometric(source, color as f64, rest as f64, left as f64);
            left -= *count;
        }
        if left > 0 {
            row[last] = left;
        }
        if most {
            for (count, &color) in row.iter_mut().zip(colors) {
                *count = color as i64 - *count;
            }
        }
    }
    counts
}

fn frozen_by_drawing(source: &mut dyn Primitives, good: i64, bad: i64, sample: i64) -> i64 {
    let d1 = (bad + good - sample) as f64;
    let d2 = bad.min(good) as f64;
    let (mut y, mut k) = (d2, sample);
    while y > 0.0 && k > 0 {
        let u = source.next_double();
        y -= (u + y / (d1 + k as f64)).floor();
        k -= 1;
    }
    let z = (d2 - y) as i64;
    if good > bad { sample - z } else { z }
}

fn by_drawing(source: &mut dyn Primitives, good: i64, bad: i64, sample: i64) -> i64 {
    let total = good + bad;
    let more_than_half = sample > total / 2;
    let mut left = if more_than_half { total - sample } else { sample };
    let (mut remaining, mut remaining_good) = (total, good);
    while left > 0 && remaining_good > 0 && remaining > remaining_good {
        remaining -= 1;
        let drawn = Bounded::new(Width::W64, remaining as u64, Method::Masked).draw(source);
        if (drawn as i64) < remaining_good {
            remaining_good -= 1;
        }
        left -= 1;
    }
    if remaining == remaining_good {
        remaining_good -= left;
    }
    if more_than_half { remaining_good } else { good - remaining_good }
}

fn by_ratio(source: &mut dyn Primitives, good: i64, bad: i64, sample: i64, log_factorial: fn(i64) -> f64) -> i64 {
    let total = good + bad;
    let drawn = sample.min(total - sample);
    let (fewer, more) = (good.min(bad), good.max(bad));
    let p = fewer as f64 / total as f64;
    let (a, width) = if source.is_frozen() {
        let q = 1.0 - p;
        let variance = (total - drawn) as f64 * sample as f64 * p * q / (total - 1) as f64;
        (drawn as f64 * p + 0.5, (variance + 0.5).sqrt())
    } else {
        let q = more as f64 / total as f64;
        let variance = (total - drawn) as f64 * drawn as f64 * p * q / (total - 1) as f64;
        (drawn as f64 * p + 0.5, (variance + 0.5).sqrt())
    };
    let h = D1 * width + D2;
    let mode = ((drawn + 1) as f64 * (fewer + 1) as f64 / (total + 2) as f64).floor() as i64;
    let weight = |k: i64| {
        log_factorial(k) + log_factorial(fewer - k) + log_factorial(drawn - k) + log_factorial(more - drawn + k)
    };
    let at_mode = weight(mode);
    let bound = (drawn.min(fewer) as f64 + 1.0).min((a + 16.0 * width).floor());
    let mut k = loop {
        let u = source.next_double();
        let v = source.next_double();
        let x = a + h * (v - 0.5) / u;
        if !(0.0..bound).contains(&x) {
            continue;
        }
        let k = x.floor() as i64;
        let t = at_mode - weight(k);
        if u * (4.0 - u) - 3.0 <= t {
            break k;
        }
        if u * (u - t) >= 1.0 {
            continue;
        }
        if 2.0 * log(u) <= t {
            break k;
        }
    };
    if good > bad {
        k = drawn - k;
    }
    if drawn < sample { good - k } else { k }
}

/// log k!, from a table and beyond it by Stirling's series.
fn log_factorial(k: i64) -> f64 {
    const HALF_LOG_TWO_PI: f64 = 0.9189385332046728;
    if let Some(&known) = usize::try_from(k).ok().and_then(|k| LOG_FACTORIALS.get(k)) {
        return known;
    }
    let k = k as f64;
    (k + 0.5) * log(k) - k + (HALF_LOG_TWO_PI + (1.0 / k) * (1.0 / 12.0 - 1.0 / (360.0 * k * k)))
}

#[rustfmt::skip]
const LOG_FACTORIALS: [f64; 126] = [
    0.0, 0.0, 0.6931471805599453, 1.791759469228055, 3.1780538303479458, 4.787491742782046, 6.579251212010101,
    8.525161361065415, 10.60460290274525, 12.801827480081469, 15.104412573075516, 17.502307845873887,
    19.987214495661885, 22.552163853123425, 25.19122118273868, 27.89927138384089, 30.671860106080672,
    33.50507345013689, 36.39544520803305, 39.339884187199495, 42.335616460753485, 45.38013889847691,
    48.47118135183523, 51.60667556776438, 54.78472939811232, 58.00360522298052, 61.261701761002,
    64.55753862700634, 67.88974313718154, 71.25703896716801, 74.65823634883016, 78.0922235533153,
    81.55795945611504, 85.05446701758152, 88.58082754219768, 92.1361756036871, 95.7196945421432,
    99.33061245478743, 102.96819861451381, 106.63176026064346, 110.32063971475739, 114.0342117814617,
    117.77188139974507, 121.53308151543864, 125.3172711493569, 129.12393363912722, 132.95257503561632,
    136.80272263732635, 140.67392364823425, 144.5657439463449, 148.47776695177302, 152.40959258449735,
    156.3608363030788, 160.3311282166309, 164.32011226319517, 168.32744544842765, 172.3527971391628,
    176.39584840699735, 180.45629141754378, 184.53382886144948, 188.6281734236716, 192.7390472878449,
    196.86618167289, 201.00931639928152, 205.1681994826412, 209.34258675253685, 213.53224149456327,
    217.73693411395422, 221.95644181913033, 226.1905483237276, 230.43904356577696, 234.70172344281826,
    238.97838956183432, 243.2688490029827, 247.57291409618688, 251.8904022097232, 256.22113555000954,
    260.5649409718632, 264.9216497985528, 269.2910976510198, 273.6731242856937, 278.0675734403661,
    282.4742926876304, 286.893133295427, 291.3239500942703, 295.76660135076065, 300.22094864701415,
    304.6868567656687, 309.1641935801469, 313.65282994987905, 318.1526396202093, 322.66349912672615,
    327.1852877037752, 331.7178871969285, 336.26118197919845, 340.815058870799, 345.37940706226686,
    349.95411804077025, 354.5390855194408, 359.1342053695754, 363.73937555556347, 368.35449607240474,
    372.979468885689, 377.61419787391867, 382.25858877306, 386.91254912321756, 391.5759882173296,
    396.24881705179155, 400.93094827891576, 405.6222961611449, 410.32277652693733, 415.03230672824964,
    419.7508055995447, 424.4781934182571, 429.21439186665157, 433.9593239950148, 438.71291418612117,
    443.47508812091894, 448.2457727453846, 453.0248962384961, 457.81238798127816, 462.6081785268749,
    467.4121995716082, 472.2243839269806, 477.04466549258564, 481.87297922988796,
];
