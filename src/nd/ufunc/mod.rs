//! Functions of elements: NumPy's ufuncs.
//!
//! Reading order: [`promote`] (which dtype), [`table`] (every ufunc, one row each), `resolve` (which
//! loop), [`call`] (element by element), [`methods`] (reduce, accumulate, reduceat, outer, at);
//! underneath `loops` and `run` (the shapes of inner loops), `order` (axes and blocks), `fold` (how
//! NumPy walks a reduction), and the scalar functions: `integer`, `real`, `complex`; beside them `other`, for elements
//! that are no numbers.

mod blocks;
pub mod call;
mod complex;
mod events;
pub mod flags;
mod fold;
mod integer;
mod lanes;
pub(in crate::nd) mod loops;
pub mod methods;
mod order;
mod other;
mod products;
pub mod promote;
mod real;
mod refuse;
mod resolve;
mod run;
pub(in crate::nd) mod strip;
pub mod table;
mod times;
pub mod underflow;

pub use call::{CallOptions, Operand, alone, call};
pub use flags::{Event, Flags, Warnings};
pub use methods::{Initial, ReduceOptions, accumulate, at, outer, reduce, reduceat, reduction_dtype};
pub(in crate::nd) use methods::{kept_first, reduced_axes, reduced_shape};
pub use order::BUFFER_SIZE;
pub(in crate::nd) use order::{axis_order, iteration_strides};
pub(in crate::nd) use other::{broadcast, comparison};
pub use promote::{Casting, Weak, can_cast, promote_types, result_type, try_promote, try_result_type};
pub(in crate::nd) use resolve::cannot_cast;
pub use table::{Identity, Ufunc, all, find};
