//! Statistics along axes, built on the ufuncs' own reductions: mean, variance, extrema and where they
//! are, running sums, order statistics, and the forms that skip NaN.
//!
//! Plain sums and extrema are [`ufunc::reduce`](crate::nd::ufunc::reduce) of `add`, `maximum`, …; the
//! functions here are those NumPy writes in Python on top of them, step by step as NumPy takes them, so
//! that the last digit agrees.

mod arg;
mod moments;
mod nan;
mod quantile;

pub use arg::{argmax, argmin, count_nonzero};
pub use moments::{MomentOptions, all, any, cumprod, cumsum, max, mean, min, prod, ptp, std, sum, var};
pub use nan::{nanargmax, nanargmin, nancumprod, nancumsum, nanmax, nanmean, nanmin, nanprod, nanstd, nansum, nanvar};
pub use quantile::{Method, QuantileOptions, median, nanmedian, nanquantile, quantile};

use super::array::Array;
use super::error::Result;
use super::ufunc::{self, CallOptions, Operand, Warnings};

/// Something a learner should hear about a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Notice {
    /// A floating-point event, subject to `np.errstate`.
    Floating(Warnings),
    /// A `RuntimeWarning` with this sentence.
    Sentence(&'static str),
}

/// A result with what there is to say about it.
pub type Noted = Result<(Array, Vec<Notice>)>;

/// Collects the notices of a computation in several steps.
#[derive(Default)]
struct Notes(Vec<Notice>);

impl Notes {
    fn keep(&mut self, (array, warnings): (Array, Warnings)) -> Array {
        if !warnings.is_empty() {
            self.0.push(Notice::Floating(warnings));
        }
        array
    }

    fn say(&mut self, sentence: &'static str) {
        self.0.push(Notice::Sentence(sentence));
    }

    /// Calls a ufunc of one output by name.
    fn call(&mut self, name: &str, inputs: &[Operand], options: &CallOptions) -> Result<Array> {
        let row = ufunc::find(name).expect("a row of the table");
        let (mut outputs, warnings) = ufunc::call(row, inputs, options)?;
        Ok(self.keep((outputs.pop().expect("one output"), warnings)))
    }

    fn with(self, array: Array) -> (Array, Vec<Notice>) {
        (array, self.0)
    }
}
