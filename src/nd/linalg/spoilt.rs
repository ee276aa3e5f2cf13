//! What a product of matrices tells of floating point: infinities and NaN in it that its factors do not explain.
//!
//! Nothing is computed where the product is finite. Which rows and columns hold what is told apart for vectors and
//! matrices; of stacks each factor counts as a whole.

use half::f16;
use num_complex::Complex;

use crate::nd::array::Array;
use crate::nd::dtype::{DType, Element};
use crate::nd::error::Result;
use crate::nd::ufunc::flags::{Flags, Suspect, from_result};

/// What the elements that one element of a product is summed from hold.
#[derive(Clone, Copy, Default)]
struct Holds {
    nan: bool,
    infinite: bool,
}

impl Holds {
    fn add<T: Suspect>(&mut self, element: T) {
        self.nan |= element.has_nan();
        self.infinite |= element.has_infinity();
    }
}

/// The events of a product: of matrices `a` and `b` as `a @ b`, else of arrays that any axes were summed of.
///
/// # Errors
/// Those of reading an array as its product's dtype: memory.
pub fn events(a: &Array, b: &Array, product: &Array) -> Result<Flags> {
    match product.dtype() {
        DType::Float16 => of::<f16>(a, b, product),
        DType::Float32 => of::<f32>(a, b, product),
        DType::Float64 => of::<f64>(a, b, product),
        DType::Complex64 => of::<Complex<f32>>(a, b, product),
        DType::Complex128 => of::<Complex<f64>>(a, b, product),
        _ => Ok(Flags::NONE),
    }
}

fn of<T: Element + Suspect>(a: &Array, b: &Array, product: &Array) -> Result<Flags> {
    let mut spoilt = false;
    product.for_each::<T>(|element| spoilt |= element.is_suspect());
    if !spoilt {
        return Ok(Flags::NONE);
    }
    let rows = if a.ndim() == 2 { a.shape()[0] } else { 1 };
    let columns = if b.ndim() == 2 { b.shape()[1] } else { 1 };
    let apart = a.ndim() <= 2 && b.ndim() <= 2 && product.size() == rows * columns;
    let (mut down, mut across) = (vec![Holds::default(); rows], vec![Holds::default(); columns]);
    let (inner, mut flags) = (a.size().checked_div(rows).unwrap_or(0).max(1), Flags::NONE);
    for (at, element) in a.to_vec::<T>()?.into_iter().enumerate() {
        down[if apart { at / inner } else { 0 }].add(element);
    }
    for (at, element) in b.to_vec::<T>()?.into_iter().enumerate() {
        across[if apart { at % columns } else { 0 }].add(element);
    }
    for (at, element) in product.to_vec::<T>()?.into_iter().enumerate() {
        let (i, j) = if apart { (at / columns, at % columns) } else { (0, 0) };
        let (nan, infinite) = (down[i].nan || across[j].nan, down[i].infinite || across[j].infinite);
        flags |= from_result(nan, !nan && !infinite, element);
        if element.has_nan() && !nan && !infinite {
            // Partial sums have overflown before they cancelled.
            flags |= Flags::OVER;
        }
    }
    Ok(flags)
}
