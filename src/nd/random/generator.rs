//! `Generator`: what `np.random.default_rng` returns. Uniform integers and orders: `bounded`,
//! `order`; what is built on normal and exponential deviates: `continuous`, `discrete`.

use super::elementary::log1p;
use super::mt19937::Mt19937;
use super::pcg64::{Pcg64, PcgOutput};
use super::philox::Philox;
use super::seed::SeedSequence;
use super::sfc64::Sfc64;
use super::source::{BitSource, Primitives};
use super::ziggurat;

/// The generators of bits a [`Generator`] can draw from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BitGenerator {
    /// NumPy's default, and its DXSM variant.
    Pcg64(Pcg64),
    /// The Mersenne Twister.
    Mt19937(Mt19937),
    /// A counter under a key.
    Philox(Philox),
    /// Small, fast, chaotic.
    Sfc64(Sfc64),
}

impl BitSource for BitGenerator {
    fn next_u32(&mut self) -> u32 {
        match self {
            BitGenerator::Pcg64(bits) => bits.next_u32(),
            BitGenerator::Mt19937(bits) => bits.next_u32(),
            BitGenerator::Philox(bits) => bits.next_u32(),
            BitGenerator::Sfc64(bits) => bits.next_u32(),
        }
    }
    fn next_u64(&mut self) -> u64 {
        match self {
            BitGenerator::Pcg64(bits) => bits.next_u64(),
            BitGenerator::Mt19937(bits) => bits.next_u64(),
            BitGenerator::Philox(bits) => bits.next_u64(),
            BitGenerator::Sfc64(bits) => bits.next_u64(),
        }
    }
    fn next_double(&mut self) -> f64 {
        match self {
            BitGenerator::Pcg64(bits) => bits.next_double(),
            BitGenerator::Mt19937(bits) => bits.next_double(),
            BitGenerator::Philox(bits) => bits.next_double(),
            BitGenerator::Sfc64(bits) => bits.next_double(),
        }
    }
    fn doubles(&mut self, out: &mut [f64]) {
        match self {
            BitGenerator::Pcg64(bits) => bits.doubles(out),
            BitGenerator::Mt19937(bits) => bits.doubles(out),
            BitGenerator::Philox(bits) => bits.doubles(out),
            BitGenerator::Sfc64(bits) => bits.doubles(out),
        }
    }
}

impl BitSource for &mut BitGenerator {
    fn next_u32(&mut self) -> u32 {
        (**self).next_u32()
    }
    fn next_u64(&mut self) -> u64 {
        (**self).next_u64()
    }
    fn next_double(&mut self) -> f64 {
        (**self).next_double()
    }
    fn doubles(&mut self, out: &mut [f64]) {
        (**self).doubles(out);
    }
}

impl BitGenerator {
    /// A new one of the same kind.
    pub fn reseeded(&self, seed: &SeedSequence) -> BitGenerator {
        match self {
            BitGenerator::Pcg64(bits) => BitGenerator::Pcg64(Pcg64::with_output(bits.output, seed)),
            BitGenerator::Mt19937(_) => BitGenerator::Mt19937(Mt19937::from_sequence(seed)),
            BitGenerator::Philox(_) => BitGenerator::Philox(Philox::from_sequence(seed)),
            BitGenerator::Sfc64(_) => BitGenerator::Sfc64(Sfc64::from_sequence(seed)),
        }
    }

    /// NumPy's name of the kind.
    pub fn name(&self) -> &'static str {
        match self {
            BitGenerator::Pcg64(Pcg64 { output: PcgOutput::XslRr, .. }) => "PCG64",
            BitGenerator::Pcg64(Pcg64 { output: PcgOutput::Dxsm, .. }) => "PCG64DXSM",
            BitGenerator::Mt19937(_) => "MT19937",
            BitGenerator::Philox(_) => "Philox",
            BitGenerator::Sfc64(_) => "SFC64",
        }
    }

    /// The next word as it comes: 32 bits of the Mersenne Twister, 64 of the others.
    pub fn next_raw(&mut self) -> u64 {
        match self {
            BitGenerator::Mt19937(bits) => u64::from(bits.next_u32()),
            others => others.next_u64(),
        }
    }

    /// A float32 of the standard normal distribution.
    pub fn standard_normal_f32(&mut self) -> f32 {
        ziggurat::standard_normal_f32(self)
    }

    /// Exponential deviates of mean 1 by inversion, for `method='inv'`.
    pub fn exponentials_by_inversion(&mut self, out: &mut [f64]) {
        out.fill_with(|| -log1p(-self.next_double()));
    }

    /// As [`BitGenerator::exponentials_by_inversion`], in double precision, rounded to float32.
    pub fn exponentials_by_inversion_f32(&mut self, out: &mut [f32]) {
        out.fill_with(|| -log1p(-f64::from(self.next_float())) as f32);
    }

    /// A float32 of the exponential distribution of mean 1.
    pub fn standard_exponential_f32(&mut self) -> f32 {
        ziggurat::standard_exponential_f32(self)
    }
}

impl Primitives for BitGenerator {
    fn standard_normal(&mut self) -> f64 {
        ziggurat::standard_normal(self)
    }
    fn standard_normals(&mut self, out: &mut [f64]) {
        fn fill<B: BitSource>(bits: &mut B, out: &mut [f64]) {
            out.fill_with(|| ziggurat::standard_normal(bits));
        }
        match self {
            BitGenerator::Pcg64(bits) => fill(bits, out),
            BitGenerator::Mt19937(bits) => fill(bits, out),
            BitGenerator::Philox(bits) => fill(bits, out),
            BitGenerator::Sfc64(bits) => fill(bits, out),
        }
    }
    fn standard_exponential(&mut self) -> f64 {
        ziggurat::standard_exponential(self)
    }

    fn is_frozen(&self) -> bool {
        false
    }
}

/// A generator of bits, and the seeds it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generator {
    /// The bits.
    pub bits: BitGenerator,
    /// Where they were seeded from; also the source of children.
    pub seed: SeedSequence,
}

impl Generator {
    /// `np.random.default_rng(seed)`.
    pub fn new(seed: SeedSequence) -> Generator {
        Generator { bits: BitGenerator::Pcg64(Pcg64::from_sequence(&seed)), seed }
    }

    /// `np.random.Generator(np.random.MT19937(seed))`.
    pub fn with_mt19937(seed: SeedSequence) -> Generator {
        Generator { bits: BitGenerator::Mt19937(Mt19937::from_sequence(&seed)), seed }
    }

    /// `count` independent generators of the same kind; each call gives new ones.
    pub fn spawn(&mut self, count: u32) -> Vec<Generator> {
        let make = |seed: SeedSequence| Generator { bits: self.bits.reseeded(&seed), seed };
        self.seed.spawn(count).into_iter().map(make).collect()
    }
}

impl BitSource for Generator {
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

impl Primitives for Generator {
    fn standard_normal(&mut self) -> f64 {
        self.bits.standard_normal()
    }
    fn standard_normals(&mut self, out: &mut [f64]) {
        self.bits.standard_normals(out);
    }
    fn standard_exponential(&mut self) -> f64 {
        self.bits.standard_exponential()
    }

    fn is_frozen(&self) -> bool {
        false
    }
}
