//! `RandomState`: NumPy's generator of before 2019, behind `np.random.seed` and its companions.
//! Its streams are frozen. Uniform integers and orders: `bounded`, `order`.

use super::elementary::{LOGS, log, logs};
use super::mt19937::Mt19937;
use super::source::{BitSource, Primitives};

/// A source of bits, a Mersenne Twister unless another is given, and the second of each pair of normal deviates.
#[derive(Clone, Debug, PartialEq)]
pub struct RandomState<Bits = Mt19937> {
    /// The bits.
    pub bits: Bits,
    /// The normal deviate that was made with the last one returned, if not used yet.
    pub gauss: Option<f64>,
}

impl<Bits> RandomState<Bits> {
    /// Starts from these bits.
    pub fn new(bits: Bits) -> Self {
        RandomState { bits, gauss: None }
    }
}

impl RandomState {
    /// `np.random.RandomState(seed)` for an integer.
    pub fn from_int(seed: u32) -> RandomState {
        RandomState::new(Mt19937::from_int(seed))
    }
}

impl<Bits: BitSource> BitSource for RandomState<Bits> {
    fn next_u32(&mut self) -> u32 {
        self.bits.next_u32()
    }
    fn next_u64(&mut self) -> u64 {
        self.bits.next_u64()
    }
    fn next_double(&mut self) -> f64 {
        self.bits.next_double()
    }
    fn doubles(&mut self, out: &mut [f64]) {
        self.bits.doubles(out);
    }
}

impl<Bits: BitSource> Primitives for RandomState<Bits> {
    /// By Marsaglia's polar method, two at a time.
    fn standard_normal(&mut self) -> f64 {
        if let Some(gauss) = self.gauss.take() {
            return gauss;
        }
        loop {
            let x = 2.0 * self.next_double() - 1.0;
            let y = 2.0 * self.next_double() - 1.0;
            let square = x * x + y * y;
            if square < 1.0 && square != 0.0 {
                let factor = (-2.0 * log(square) / square).sqrt();
                self.gauss = Some(factor * x);
                return factor * y;
            }
        }
    }

    /// Pairs in blocks: points of the square are drawn, those in the circle kept, and made deviates together.
    /// A block has as many points as pairs are wanted, so none is drawn too many.
    fn standard_normals(&mut self, out: &mut [f64]) {
        let before = usize::from(self.gauss.is_some()).min(out.len());
        let (first, out) = out.split_at_mut(before);
        first.fill_with(|| self.standard_normal());
        let (mut pairs, last) = out.as_chunks_mut::<2>();
        while !pairs.is_empty() {
            let mut points = [[0.0; 2]; LOGS];
            let points = &mut points[..pairs.len().min(LOGS)];
            self.doubles(points.as_flattened_mut());
            let (mut kept, mut squares, mut count) = ([[0.0; 2]; LOGS], [0.5; LOGS], 0);
            for point in points {
                let [x, y] = point.map(|share| 2.0 * share - 1.0);
                let square = x * x + y * y;
                (kept[count], squares[count]) = ([y, x], square);
                count += usize::from(square < 1.0 && square != 0.0);
            }
            let logs = logs(&squares);
            let mut factors = [0.0; LOGS];
            for k in 0..LOGS {
                factors[k] = (-2.0 * logs[k] / squares[k]).sqrt();
            }
            let (now, later) = pairs.split_at_mut(count);
            for ((pair, kept), factor) in now.iter_mut().zip(kept).zip(factors) {
                *pair = kept.map(|part| factor * part);
            }
            pairs = later;
        }
        last.fill_with(|| self.standard_normal());
    }

    /// By inversion.
    fn standard_exponential(&mut self) -> f64 {
        -log(1.0 - self.next_double())
    }

    fn is_frozen(&self) -> bool {
        true
    }
}
