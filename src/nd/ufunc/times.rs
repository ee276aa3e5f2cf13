//! Ufuncs of dates and spans: differences, sums, multiples, order. Not a time (NaT) makes every result NaT, every
//! comparison false and `!=` true.

use super::call::{CallOptions, Operand};
use super::flags::Flags;
use super::methods::{Initial, ReduceOptions, deliver, kept_first, reduced_axes, reduced_shape};
use super::other::{as_array, broadcast, comparison, keep_masked, refusal};
use super::promote::{Casting, can_cast, try_promote};
use super::refuse::{self, Family};
use super::resolve::cannot_cast;
use super::table::{Rule, Ufunc};
use crate::nd::array::{Array, Order};
use crate::nd::dtype::{Bool, DType, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::scalar::Scalar;
use crate::nd::shape::Shape;
use crate::nd::time::{NAT, TimeUnit, array, counts, unit_of};

/// What an operand is to the arithmetic of time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Date,
    Span,
    Whole,
    Real,
    None,
}

fn role(dtype: DType) -> Role {
    match dtype.kind() {
        Kind::Date => Role::Date,
        Kind::Span => Role::Span,
        Kind::Bool | Kind::Signed | Kind::Unsigned => Role::Whole,
        Kind::Float => Role::Real,
        _ => Role::None,
    }
}

/// Applies a ufunc to operands of which one at least is a date or a span.
pub(super) fn call(ufunc: &'static Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<Vec<Array>> {
    let arrays = inputs.iter().map(as_array).collect::<Result<Vec<_>>>()?;
    if ufunc.rule == Rule::Logical && ufunc.nin == 2 {
        let truths = arrays.iter().map(|array| array.astype(DType::Bool, Order::C)).collect::<Result<Vec<_>>>()?;
        let truths: Vec<Operand> = truths.iter().map(Operand::from).collect();
        return Ok(super::call(ufunc, &truths, options)?.0);
    }
    let made = match &arrays[..] {
        [a] => vec![unary(ufunc, a, inputs)?],
        [a, b] => {
            let roles = (role(a.dtype()), role(b.dtype()));
            let mixed = matches!(roles, (Role::Date, Role::Span) | (Role::Span, Role::Date));
            if comparison(ufunc.name).is_some() && roles == (Role::Span, Role::Span) {
                common_unit(a.dtype(), b.dtype())?;
            }
            if comparison(ufunc.name).is_some() && (mixed || try_promote(a.dtype(), b.dtype()).is_err()) {
                return Err(refusal(ufunc, inputs));
            }
            // Whether there is a loop is told of before the shapes.
            let nothing = |array: &Array| Array::zeros(&[0], array.dtype(), Order::C);
            let none = binary(ufunc, &nothing(a)?, &nothing(b)?, &Shape::from_slice(&[0]), inputs)?;
            for (position, (out, made)) in options.out.iter().zip(&none).enumerate() {
                if let Some(out) = out.filter(|out| !can_cast(made.dtype(), out.dtype(), options.casting)) {
                    let place = if ufunc.nout == 1 { "output".to_string() } else { format!("output {position}") };
                    return Err(cannot_cast(ufunc, &place, made.dtype(), out.dtype(), options.casting));
                }
            }
            let (shape, stretched) = broadcast(&arrays)?;
            binary(ufunc, &stretched[0], &stretched[1], &shape, inputs)?
        }
        _ => return Err(refusal(ufunc, inputs)),
    };
    made.into_iter()
        .enumerate()
        .map(|(position, made)| {
            let out = options.out.get(position).copied().flatten();
            keep_masked(&made, out, options.where_)?;
            deliver(made, out)
        })
        .collect()
}

fn unary(ufunc: &Ufunc, a: &Array, inputs: &[Operand]) -> Result<Array> {
    let values = counts(a, a.dtype())?;
    let truth = |test: fn(i64) -> bool| {
        let answers = values.iter().map(|&value| Bool::from(test(value))).collect();
        Array::from_vec(a.shape(), answers).expect("one answer for each element")
    };
    let spans = |f: fn(i64) -> i64| {
        let results = values.iter().map(|&value| if value == NAT { NAT } else { f(value) }).collect();
        array(a.shape(), results, a.dtype())
    };
    Ok(match (ufunc.name, role(a.dtype())) {
        ("isnan" | "isnat", _) => truth(|value| value == NAT),
        ("isfinite", _) => truth(|value| value != NAT),
        ("isinf", _) => truth(|_| false),
        ("negative", Role::Span) => spans(|value| -value),
        ("positive", Role::Span) => spans(|value| value),
        ("absolute", Role::Span) => spans(i64::abs),
        // The sign of no time is that of the number it is kept as.
        ("sign", Role::Span) => array(a.shape(), values.iter().map(|value| value.signum()).collect(), a.dtype()),
        _ => return Err(refusal(ufunc, inputs)),
    })
}

/// The unit both count in; numbers count whatever the other does.
fn common_unit(a: DType, b: DType) -> Result<TimeUnit> {
    let spans = a.kind() == Kind::Span && b.kind() == Kind::Span;
    match (unit_of(a), unit_of(b)) {
        (Some(a), Some(b)) => a.common(b, spans),
        (Some(only), None) | (None, Some(only)) => Ok(only),
        (None, None) => Ok(TimeUnit::GENERIC),
    }
}

fn binary(ufunc: &Ufunc, a: &Array, b: &Array, shape: &Shape, inputs: &[Operand]) -> Result<Vec<Array>> {
    use Role::{Date, Real, Span, Whole};
    let roles = (role(a.dtype()), role(b.dtype()));
    let refuse = || Err(refusal(ufunc, inputs));
    if let Some(holds) = comparison(ufunc.name) {
        let alike = roles.0 == roles.1 || matches!(roles, (Span, Whole) | (Whole, Span));
        if !alike {
            return refuse();
        }
        let (left, right) = in_common(a, b)?;
        let differ = ufunc.name == "not_equal";
        let answers = left
            .iter()
            .zip(&right)
            .map(|(&x, &y)| Bool::from(if x == NAT || y == NAT { differ } else { holds(x.cmp(&y)) }));
        return Ok(vec![Array::from_vec(shape, answers.collect()).expect("one answer for each pair")]);
    }
    if refuse::family(ufunc) == Family::Division && b.dtype() == DType::Bool {
        return refuse();
    }
    let unit = common_unit(a.dtype(), b.dtype())?;
    if let ("add" | "subtract", (Date, Span) | (Span, Date)) = (ufunc.name, roles) {
        // A span of years or months is no number of days.
        let position = usize::from(roles.1 == Span);
        if (ufunc.name, roles.1) == ("subtract", Date) {
            return refuse();
        }
        let (from, to) = (if position == 1 { b } else { a }.dtype(), DType::Timedelta(unit));
        if !can_cast(from, to, Casting::SameKind) {
            return Err(cannot_cast(ufunc, &format!("input {position}"), from, to, Casting::SameKind));
        }
    }
    let (date, span) = (DType::Datetime(unit), DType::Timedelta(unit));
    let whole = |f: fn(i64, i64) -> i64, dtype: DType| -> Result<Vec<Array>> {
        let (left, right) = in_common(a, b)?;
        let pairs = left.iter().zip(&right);
        let results = pairs.map(|(&x, &y)| if x == NAT || y == NAT { NAT } else { f(x, y) }).collect();
        Ok(vec![array(shape, results, dtype)])
    };
    match (ufunc.name, roles) {
        ("add", (Date, Span | Whole) | (Span | Whole, Date)) => whole(i64::wrapping_add, date),
        ("add", (Span, Span | Whole) | (Whole, Span)) => whole(i64::wrapping_add, span),
        ("subtract", (Date, Date)) => whole(i64::wrapping_sub, span),
        ("subtract", (Date, Span | Whole)) => whole(i64::wrapping_sub, date),
        ("subtract", (Span, Span | Whole) | (Whole, Span)) => whole(i64::wrapping_sub, span),
        ("multiply", (Span, Whole) | (Whole, Span)) => whole(i64::wrapping_mul, span),
        ("multiply", (Span, Real)) => scaled(a, b, shape, |x, y| x * y),
        ("multiply", (Real, Span)) => scaled(b, a, shape, |x, y| x * y),
        ("divide", (Span, Span)) => {
            let (left, right) = in_common(a, b)?;
            let ratio = |(&x, &y): (&i64, &i64)| if x == NAT || y == NAT { f64::NAN } else { x as f64 / y as f64 };
            let ratios = left.iter().zip(&right).map(ratio).collect();
            Ok(vec![Array::from_vec(shape, ratios).expect("one ratio for each pair")])
        }
        ("divide", (Span, Whole)) => whole(|x, y| if y == 0 { NAT } else { x.wrapping_div(y) }, span),
        ("divide", (Span, Real)) => scaled(a, b, shape, |x, y| x / y),
        ("floor_divide", (Span, Span)) => whole(floored, DType::Int64).map(zero_for_nat),
        // By a number it is cut off as `/` is, and not rounded down as by a span.
        ("floor_divide", (Span, Whole)) => whole(|x, y| if y == 0 { NAT } else { x.wrapping_div(y) }, span),
        ("floor_divide", (Span, Real)) => scaled(a, b, shape, |x, y| x / y),
        ("remainder", (Span, Span)) => whole(rest, span),
        ("divmod", (Span, Span)) => {
            let mut both = zero_for_nat(whole(floored, DType::Int64)?);
            both.append(&mut whole(rest, span)?);
            Ok(both)
        }
        ("maximum" | "minimum" | "fmax" | "fmin", (Date, Whole) | (Whole, Date)) => refuse(),
        ("maximum" | "minimum" | "fmax" | "fmin", _) if try_promote(a.dtype(), b.dtype()).is_err() => refuse(),
        ("maximum", (Date, Date)) => whole(i64::max, date),
        ("minimum", (Date, Date)) => whole(i64::min, date),
        ("maximum", (Span, Span | Whole) | (Whole, Span)) => whole(i64::max, span),
        ("minimum", (Span, Span | Whole) | (Whole, Span)) => whole(i64::min, span),
        ("fmax" | "fmin", (Date, Date) | (Span, Span | Whole) | (Whole, Span)) => {
            let larger = ufunc.name == "fmax";
            let (left, right) = in_common(a, b)?;
            let pick = |(&x, &y): (&i64, &i64)| match (x == NAT, y == NAT) {
                (true, _) => y,
                (_, true) => x,
                _ if larger => x.max(y),
                _ => x.min(y),
            };
            let results = left.iter().zip(&right).map(pick).collect();
            Ok(vec![array(shape, results, if roles.0 == Date { date } else { span })])
        }
        _ => refuse(),
    }
}

fn floored(x: i64, y: i64) -> i64 {
    if y == 0 { 0 } else { (i128::from(x)).div_euclid(i128::from(y)) as i64 - i64::from(y < 0 && x.rem_euclid(y) != 0) }
}

fn rest(x: i64, y: i64) -> i64 {
    if y == 0 { NAT } else { (i128::from(x) - i128::from(floored(x, y)) * i128::from(y)) as i64 }
}

/// Quotients that are no spans have no NaT: NumPy makes them 0.
fn zero_for_nat(quotients: Vec<Array>) -> Vec<Array> {
    quotients
        .into_iter()
        .map(|quotient| {
            let values = quotient.to_vec::<i64>().unwrap_or_default();
            let values = values.into_iter().map(|value| if value == NAT { 0 } else { value }).collect();
            Array::from_vec(quotient.shape(), values).expect("as many values")
        })
        .collect()
}

/// Both operands' counts in their common unit, in C order.
fn in_common(a: &Array, b: &Array) -> Result<(Vec<i64>, Vec<i64>)> {
    let unit = common_unit(a.dtype(), b.dtype())?;
    let of = |array: &Array| {
        let dtype = if array.dtype().kind() == Kind::Date { DType::Datetime(unit) } else { DType::Timedelta(unit) };
        counts(array, dtype)
    };
    Ok((of(a)?, of(b)?))
}

/// Spans times or by real numbers, cut off.
fn scaled(spans: &Array, by: &Array, shape: &Shape, f: fn(f64, f64) -> f64) -> Result<Vec<Array>> {
    let (values, factors) = (counts(spans, spans.dtype())?, by.to_vec::<f64>()?);
    let one = |(&value, &factor): (&i64, &f64)| {
        let result = f(value as f64, factor);
        if value == NAT || !result.is_finite() { NAT } else { result as i64 }
    };
    Ok(vec![array(shape, values.iter().zip(&factors).map(one).collect(), spans.dtype())])
}

/// Whether a span is divided by nothing, or a whole quotient stands for no time.
pub(super) fn events(ufunc: &Ufunc, inputs: &[Operand]) -> Flags {
    let [spans, by] = inputs else { return Flags::NONE };
    if refuse::family(ufunc) != Family::Division || inputs[0].dtype().kind() != Kind::Span {
        return Flags::NONE;
    }
    if by.dtype().is_integer() && by.shape().iter().product::<usize>() != 1 {
        // Of several whole divisors NumPy does not tell.
        return Flags::NONE;
    }
    let lost = |operand: &Operand| {
        as_array(operand).and_then(|array| Ok(counts(&array, array.dtype())?.contains(&NAT))).unwrap_or(false)
    };
    let whole = matches!(ufunc.name, "floor_divide" | "divmod") && by.dtype().kind() == Kind::Span;
    let invalid = if whole && (lost(spans) || lost(by)) { Flags::INVALID } else { Flags::NONE };
    let zero = as_array(by).and_then(|by| {
        if by.dtype().kind() == Kind::Float {
            Ok(by.to_vec::<f64>()?.contains(&0.0))
        } else {
            Ok(counts(&by, by.dtype())?.contains(&0))
        }
    });
    invalid | if zero.unwrap_or(false) { Flags::DIVIDE } else { Flags::NONE }
}

/// How two counts are folded into one by a reduction.
fn folding(ufunc: &Ufunc, dtype: DType) -> Option<fn(i64, i64) -> i64> {
    Some(match (ufunc.name, role(dtype)) {
        ("add", Role::Span) => |x, y| if x == NAT || y == NAT { NAT } else { x.wrapping_add(y) },
        ("maximum", _) => |x, y| if x == NAT || y == NAT { NAT } else { x.max(y) },
        ("minimum", _) => |x, y| if x == NAT || y == NAT { NAT } else { x.min(y) },
        ("fmax", _) => |x, y| {
            if x == NAT {
                y
            } else if y == NAT {
                x
            } else {
                x.max(y)
            }
        },
        ("fmin", _) => |x, y| {
            if x == NAT {
                y
            } else if y == NAT {
                x
            } else {
                x.min(y)
            }
        },
        _ => return None,
    })
}

/// NumPy's sentence for a reduction of dates or spans that there is not.
fn no_fold(ufunc: &Ufunc, times: &Array) -> Error {
    match (ufunc.name, refuse::family(ufunc)) {
        ("add" | "subtract" | "multiply", _) => refusal(ufunc, &[times.into(), times.into()]),
        (_, Family::Uniform) => refuse::no_loop_to_fold(ufunc, None, times.dtype(), None),
        (_, Family::Comparison) => refuse::no_match(ufunc),
        _ => refusal(ufunc, &[times.into(), times.into()]),
    }
}

/// Reduces dates or spans along axes.
pub(super) fn reduce(ufunc: &'static Ufunc, times: &Array, options: &ReduceOptions) -> Result<Array> {
    let fold = folding(ufunc, times.dtype()).ok_or_else(|| no_fold(ufunc, times))?;
    let reduced = reduced_axes(options.axes, times.ndim())?;
    let kept = reduced_shape(times.shape(), &reduced, options.keepdims);
    let values = counts(&kept_first(times, &reduced), times.dtype())?;
    let flags = match options.where_ {
        Some(mask) => Some(kept_first(&mask.broadcast_to(times.shape())?, &reduced).to_vec::<Bool>()?),
        None => None,
    };
    let lanes: usize = kept.iter().product();
    let length = values.len().checked_div(lanes).unwrap_or(0);
    let initial = match options.initial {
        Initial::Value(Scalar::Time(count) | Scalar::Int(count)) => Some(count),
        _ => None,
    };
    if flags.is_some() && initial.is_none() && ufunc.name != "add" {
        return Err(Error::value(format!(
            "reduction operation '{}' does not have an identity, so to use a where mask one has to specify 'initial'",
            ufunc.name
        )));
    }
    let empty = times.shape().iter().zip(&reduced).any(|(&length, &gone)| gone && length == 0);
    if empty && initial.is_none() && ufunc.name != "add" {
        return Err(Error::value(format!(
            "zero-size array to reduction operation {} which has no identity",
            ufunc.name
        )));
    }
    let mut results = Vec::with_capacity(lanes);
    for lane in 0..lanes {
        let counted = (lane * length..(lane + 1) * length).filter(|&at| flags.as_ref().is_none_or(|f| f[at].get()));
        let folded = initial.into_iter().chain(counted.map(|at| values[at])).reduce(fold);
        results.push(match folded {
            Some(value) => value,
            None if ufunc.name == "add" => 0,
            None => {
                return Err(Error::value(format!(
                    "zero-size array to reduction operation {} which has no identity",
                    ufunc.name
                )));
            }
        });
    }
    deliver(array(&kept, results, times.dtype()), options.out)
}

/// Running results along an axis.
pub(super) fn accumulate(ufunc: &'static Ufunc, times: &Array, axis: usize, out: Option<&Array>) -> Result<Array> {
    let fold = folding(ufunc, times.dtype()).ok_or_else(|| no_fold(ufunc, times))?;
    let mut values = counts(times, times.dtype())?;
    let (length, inner) = (times.shape()[axis], times.shape()[axis + 1..].iter().product::<usize>().max(1));
    for at in 0..values.len() {
        if (at / inner) % length > 0 {
            values[at] = fold(values[at - inner], values[at]);
        }
    }
    deliver(array(times.shape(), values, times.dtype()), out)
}
