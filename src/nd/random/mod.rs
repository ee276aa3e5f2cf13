//! Random numbers, with NumPy 2.4's own bits: the same seed gives the same numbers, natively and in
//! the browser. Where a seed comes from when none is given is the caller's business.
//!
//! In reading order: `source` (what a source of bits is), `mt19937` with `leap`, `pcg64`, `philox`, `sfc64` and `seed` (the sources),
//! `bounded` (integers), `ziggurat` (normal and exponential deviates), `legacy` and `generator` (the
//! two faces NumPy shows), `order` (shuffles and choices of positions),
//! `draw` and `rearrange` (arrays), `distribution` (the table of all distributions), `continuous` and
//! `discrete` (its functions), `elementary` (the log and exp that the last bit depends on).

mod bounded;
mod continuous;
mod discrete;
mod distribution;
mod draw;
pub(in crate::nd) mod elementary;
#[rustfmt::skip] // tables
pub(in crate::nd) mod elementary_tables;
mod generator;
mod hypergeometric;
mod leap;
mod legacy;
mod mt19937;
mod order;
mod pcg64;
mod philox;
mod rearrange;
mod seed;
mod sfc64;
mod source;
mod ziggurat;
#[rustfmt::skip] // tables
mod ziggurat_tables;

pub use bounded::{Bounded, Method, Width};
pub use distribution::{
    DISTRIBUTIONS, Distribution, LARGEST_RATE, Parameter, distribution, sample, standard_gamma_f32,
};
pub use draw::{Bounds, broadcast_parameters, filled, filled_in_blocks, integer, integers, integers_between};
pub use generator::{BitGenerator, Generator};
pub use hypergeometric::{counted_by_color, split_by_color};
pub use legacy::RandomState;
pub use mt19937::{Mt19937, STATE_WORDS};
pub use order::{permutation, shuffle};
pub use pcg64::{Pcg64, PcgOutput};
pub use philox::{BLOCK, Philox};
pub use rearrange::{Family, Population, Weights, choice, permutation_axis, permuted, shuffle_axis};
pub use seed::SeedSequence;
pub use sfc64::Sfc64;
pub use source::{BitSource, HalfWord, Primitives};
