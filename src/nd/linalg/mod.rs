//! Linear algebra: products of matrices, and what is built on them.
//!
//! Reading order: [`product`] (matmul, dot, inner, tensordot), [`einsum`](mod@einsum), [`norm`](mod@norm), [`decompose`] (det, inv, solve,
//! Cholesky, singular values).

pub mod decompose;
pub mod einsum;
pub mod norm;
pub mod product;

pub use decompose::{cholesky, det, inv, singular_values, slogdet, solve};
pub use einsum::einsum;
pub use norm::{NormOrder, norm, trace};
pub use product::{dot, general, inner, tensordot, vdot};
