//! Linear algebra: products of matrices, and what is built on them.
//!
//! Reading order: [`product`] (matmul, dot, inner, tensordot), [`einsum`](mod@einsum), [`norm`](mod@norm),
//! [`decompose`] (det, inv, solve, Cholesky) with `lu`, [`least`] (least squares), [`spectral`] (QR, SVD, eigenvalues)
//! and what it is made of: `field` and `matrix`, `reflect` (reflections, rotations, QR), `singular`, `hermitian`, `eigen`
//! with `balance` and the Schur forms. Below them `stacks` and `multiply` (matrix products), `short`, `single` and
//! `rows` (sums in NumPy's order); [`spoilt`] has what a product tells of floating point. These are our own because signs and order are
//! LAPACK's here, which is what NumPy prints and what no library in Rust keeps to.

mod balance;
mod blocked;
pub mod decompose;
mod eigen;
pub mod einsum;
mod field;
pub(in crate::nd) mod fused;
mod hermitian;
pub mod least;
mod lu;
mod matrix;
mod multiply;
pub mod norm;
pub mod product;
mod reflect;
mod rows;
mod schur_complex;
mod schur_real;
mod short;
mod single;
mod singular;
pub mod spectral;
pub mod spoilt;
mod stacks;

pub use decompose::{cholesky, det, inv, slogdet, solve};
pub use einsum::einsum;
pub use least::{LeastSquares, least_squares};
pub use norm::{NormOrder, norm, trace};
pub use product::{dot, general, inner, tensordot, vdot};
pub use singular::Vectors;
pub use spectral::{QrMode, eig, eigh, qr, singular_values, svd};
