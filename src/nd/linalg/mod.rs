//! Linear algebra: products of matrices, and what is built on them.
//!
//! Reading order: [`product`] (matmul, dot, inner, outer, …).

pub mod product;

pub use product::general;
