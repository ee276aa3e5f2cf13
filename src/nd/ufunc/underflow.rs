//! Underflow: results that are too small for their dtype and lost digits by it. NumPy tells of it only where a program asks
//! (`np.errstate(under="warn")`), and so it is not looked for while loops run: operands and results are gone through
//! afterwards, for the functions that can lose digits. Not here: reductions and products of matrices, which never tell.

use super::call::{CallOptions, Operand, call};
use super::flags::{Flags, Warnings};
use super::other::as_array;
use super::table::Ufunc;
use crate::nd::array::{Array, Order};
use crate::nd::dtype::DType;
use crate::nd::error::Result;
use crate::nd::linalg::fused;

/// The smallest number of a float dtype that has all its digits.
fn smallest_normal(dtype: DType) -> Option<f64> {
    match dtype {
        DType::Float16 => Some(half::f16::MIN_POSITIVE.to_f64()),
        DType::Float32 => Some(f32::MIN_POSITIVE.into()),
        DType::Float64 => Some(f64::MIN_POSITIVE),
        _ => None,
    }
}

/// Whether a result too small for all its digits is not what the function of its operands is.
type Lossy = fn(&[f64], f64) -> bool;

/// A power of two that takes numbers from below the smallest normal one to where their digits are kept.
const SCALE: f64 = f64::from_bits((1023 + 540) << 52);

/// Whether a tiny product is not exact; factors below one are scaled, so that what is lost is itself not lost.
fn is_inexact_product(a: f64, b: f64, product: f64) -> bool {
    let (larger, smaller) = if a.abs() < b.abs() { (b, a) } else { (a, b) };
    let more = if larger.abs() < 1.0 { SCALE } else { 1.0 };
    fused::one(larger * more, smaller * SCALE, -product * SCALE * more) != 0.0
}

fn lossy(name: &str) -> Option<Lossy> {
    Some(match name {
        "multiply" => |x, y| is_inexact_product(x[0], x[1], y),
        "square" => |x, y| is_inexact_product(x[0], x[0], y),
        "divide" => |x, y| x[1].is_finite() && fused::one(y * SCALE, x[1], -x[0] * SCALE) != 0.0,
        "reciprocal" => |x, y| x[0].is_finite() && fused::one(y, x[0], -1.0) != 0.0,
        "exp" | "exp2" => |x, _| x[0].is_finite(),
        "power" | "float_power" => |x, _| x[0].is_finite() && x[0] != 0.0 && x[1].is_finite(),
        _ => return None,
    })
}

/// As [`call`], and tells of underflow.
///
/// # Errors
/// As [`call`].
pub fn call_watching(
    ufunc: &'static Ufunc,
    inputs: &[Operand],
    options: &CallOptions,
) -> Result<(Vec<Array>, Warnings)> {
    // What the call may write over is looked at later.
    let before = inputs.iter().map(|input| as_array(input)?.copy(Order::K)).collect::<Result<Vec<_>>>()?;
    let (outputs, warnings) = call(ufunc, inputs, options)?;
    if options.where_.is_some() || !underflows(ufunc, &before, &outputs)? {
        return Ok((outputs, warnings));
    }
    let name = if warnings.name.is_empty() { ufunc.name } else { warnings.name };
    Ok((outputs, Warnings { name, flags: warnings.flags | Flags::UNDER, ..warnings }))
}

fn underflows(ufunc: &Ufunc, inputs: &[Array], outputs: &[Array]) -> Result<bool> {
    let (Some(lossy), [output]) = (lossy(ufunc.name), outputs) else { return Ok(false) };
    let Some(limit) = smallest_normal(output.dtype()) else { return Ok(false) };
    let doubles = |array: &Array| array.broadcast_to(output.shape())?.to_vec::<f64>();
    let operands = inputs.iter().map(doubles).collect::<Result<Vec<_>>>()?;
    let results = output.to_vec::<f64>()?;
    Ok(results.into_iter().enumerate().any(|(at, result)| {
        let mut own = [0.0; 2];
        operands.iter().zip(&mut own).for_each(|(operand, place)| *place = operand[at]);
        result.abs() < limit && lossy(&own[..operands.len().min(2)], result)
    }))
}

/// Whether floats lose digits by becoming smaller than a narrower dtype holds in full.
///
/// # Errors
/// Memory.
pub fn narrows(source: &Array, target: DType) -> Result<bool> {
    let (Some(own), Some(limit)) = (smallest_normal(source.dtype()), smallest_normal(target)) else { return Ok(false) };
    if own >= limit {
        return Ok(false);
    }
    let made = source.astype(target, Order::C)?.to_vec::<f64>()?;
    let before = source.to_vec::<f64>()?;
    Ok(made.into_iter().zip(before).any(|(after, before)| after.abs() < limit && after != before))
}
