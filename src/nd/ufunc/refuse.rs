//! What NumPy says where a ufunc has no loop for its operands, by the family that decides which types it takes; and
//! calls whose `dtype=` forces the loop on operands that are no numbers. The search among loops of numbers is
//! `resolve`.

use super::call::{CallOptions, Operand};
use super::other::comparison;
use super::promote::can_cast;
use super::resolve::{OperandType, cannot_cast, class_of};
use super::table::{Rule, Ufunc};
use crate::nd::array::{Array, Order};
use crate::nd::dtype::{DType, Kind};
use crate::nd::error::{Error, ErrorKind, Result};
use crate::nd::time::unit_of;

/// How a ufunc finds its loop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Family {
    /// All operands in the dtype they share.
    Uniform,
    /// Two operands in the dtype they share, a truth value out.
    Comparison,
    /// Truth values.
    Logical,
    /// The first loop that holds the operands; spans are divided by rules of their own.
    Division,
    /// The first loop that holds the operands.
    Plain,
}

pub(super) fn family(ufunc: &Ufunc) -> Family {
    match ufunc.name {
        "add" | "subtract" | "multiply" | "maximum" | "minimum" | "fmax" | "fmin" | "gcd" | "lcm" | "negative"
        | "positive" | "sign" | "absolute" | "matmul" | "vecdot" | "matvec" | "vecmat" => Family::Uniform,
        "divide" | "floor_divide" | "remainder" | "divmod" => Family::Division,
        name if comparison(name).is_some() => Family::Comparison,
        _ if ufunc.rule == Rule::Logical && ufunc.nin == 2 => Family::Logical,
        _ => Family::Plain,
    }
}

fn dtype_of(operand: &OperandType) -> DType {
    match operand {
        OperandType::Strong(dtype) => *dtype,
        OperandType::Weak(number) => number.default_dtype(),
    }
}

/// NumPy's `_UFuncNoLoopError`; `inputs` and `output` are its account of the operands' types.
pub(super) fn no_loop_for(ufunc: &Ufunc, inputs: &str, output: &str) -> Error {
    let message =
        format!("ufunc '{}' did not contain a loop with signature matching types {inputs} -> {output}", ufunc.name);
    Error::new(ErrorKind::UFuncNoLoop, message)
}

/// As [`no_loop_for`], by the classes of the operands' dtypes.
pub(super) fn no_loop(ufunc: &Ufunc, operands: &[OperandType], output: Option<DType>) -> Error {
    let classes: Vec<String> = operands.iter().map(class_of).collect();
    let inputs = if let [class] = &classes[..] { class.clone() } else { format!("({})", classes.join(", ")) };
    let output = output.map_or("None".to_string(), |dtype| class_of(&OperandType::Strong(dtype)));
    no_loop_for(ufunc, &inputs, &output)
}

/// As [`no_loop`], of a reduction: its first operand is the output, which there may not be.
pub(super) fn no_loop_to_fold(ufunc: &Ufunc, first: Option<DType>, array: DType, output: Option<DType>) -> Error {
    let class = |dtype: DType| class_of(&OperandType::Strong(dtype));
    let text = |dtype: Option<DType>| dtype.map_or("None".to_string(), class);
    no_loop_for(ufunc, &format!("({}, {})", text(first), class(array)), &text(output))
}

pub(super) fn no_match(ufunc: &Ufunc) -> Error {
    Error::type_error(format!(
        "No loop matching the specified signature and casting was found for ufunc {}",
        ufunc.name
    ))
}

pub(super) fn not_supported(ufunc: &Ufunc) -> Error {
    Error::type_error(format!(
        "ufunc '{}' not supported for the input types, and the inputs could not be safely coerced to any supported \
         types according to the casting rule ''safe''",
        ufunc.name
    ))
}

/// What NumPy says to texts that are repeated without a place for them.
const OUT_OF_TEXTS: &str = "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use \
                            numpy.strings.multiply to multiply strings without specifying 'out'.";

/// NumPy's sentence for operands of which one at least is text, a record or a time, and that the ufunc does not take.
pub(super) fn refusal(ufunc: &Ufunc, operands: &[OperandType]) -> Error {
    let dtypes: Vec<DType> = operands.iter().map(dtype_of).collect();
    let is = |kinds: &[Kind]| dtypes.iter().any(|dtype| kinds.contains(&dtype.kind()));
    let reprs = || dtypes.iter().map(|dtype| format!("dtype({})", dtype.repr())).collect::<Vec<_>>();
    let times = is(&[Kind::Date, Kind::Span]);
    let cannot_use = || {
        let message = format!("ufunc '{}' cannot use operands with types {}", ufunc.name, reprs().join(" and "));
        Error::new(ErrorKind::UFuncResolution, message)
    };
    match (family(ufunc), &dtypes[..]) {
        (Family::Uniform, [_, _]) if times && is(&[Kind::Str, Kind::Bytes]) && ufunc.name == "multiply" => {
            Error::type_error(OUT_OF_TEXTS)
        }
        (Family::Uniform, [_, _]) if times && matches!(ufunc.name, "add" | "subtract" | "multiply") => cannot_use(),
        (Family::Division, _) if times => cannot_use(),
        (Family::Comparison, [a, b]) if times && a.kind() != b.kind() && is(&[Kind::Date]) && is(&[Kind::Span]) => {
            cannot_use()
        }
        (Family::Uniform, [a, b]) if is(&[Kind::Date]) && is(&[Kind::Span]) && !matches!(ufunc.name, "gcd" | "lcm") => {
            let units = unit_of(*a).zip(unit_of(*b)).map(|(a, b)| a.common(b, false));
            let Some(Ok(unit)) = units else { return no_loop(ufunc, operands, None) };
            let span = usize::from(b.kind() == Kind::Span);
            let to = DType::Datetime(unit);
            cannot_cast(ufunc, &format!("input {span}"), dtypes[span], to, super::Casting::SameKind)
        }
        (Family::Uniform, [_, _])
            if is(&[Kind::Str, Kind::Bytes]) && is(&[Kind::Signed, Kind::Unsigned]) && ufunc.name == "multiply" =>
        {
            Error::type_error(OUT_OF_TEXTS)
        }
        (Family::Uniform, [a, b])
            if ufunc.name == "add"
                && matches!((a.kind(), b.kind()), (Kind::Str, Kind::Bytes) | (Kind::Bytes, Kind::Str)) =>
        {
            cannot_use()
        }
        (Family::Uniform, [_, _]) if is(&[Kind::Str, Kind::Bytes, Kind::Void]) => {
            no_loop_for(ufunc, &format!("({})", reprs().join(", ")), "None")
        }
        (Family::Uniform | Family::Comparison, _) => no_loop(ufunc, operands, None),
        (Family::Logical, _) if is(&[Kind::Void]) => {
            let void = dtypes.iter().find(|dtype| dtype.kind() == Kind::Void).expect("one is void");
            Error::type_error(format!(
                "Cannot cast array data from dtype({}) to dtype('bool') according to the rule 'unsafe'",
                void.repr()
            ))
        }
        _ => not_supported(ufunc),
    }
}

/// Whether `dtype=` decides the loop: NumPy's rules for time look at the operands alone.
pub(super) fn is_forced(ufunc: &Ufunc, inputs: &[Operand]) -> bool {
    let times = inputs.iter().any(|input| matches!(input.dtype().kind(), Kind::Date | Kind::Span));
    let own = matches!(ufunc.name, "add" | "subtract" | "multiply" | "isnan" | "isfinite" | "isinf");
    !(times && (own || family(ufunc) == Family::Division))
}

/// Runs the loop of a number dtype on operands that become such numbers, where casting allows it.
///
/// # Errors
/// NumPy's `TypeError`s: no loop of that dtype, casts that are not allowed.
pub(super) fn forced(
    ufunc: &'static Ufunc,
    inputs: &[Operand],
    dtype: DType,
    options: &CallOptions,
) -> Result<Vec<Array>> {
    let types: Vec<OperandType> = inputs.iter().map(Operand::operand_type).collect();
    if !ufunc.loops().any(|row| row.types.iter().all(|&own| own == dtype)) {
        let objects = inputs.iter().any(|input| input.dtype() == DType::Object);
        let uniform = family(ufunc) == Family::Uniform && !objects;
        return Err(if uniform { no_loop(ufunc, &types, Some(dtype)) } else { no_match(ufunc) });
    }
    for (position, input) in inputs.iter().enumerate() {
        if !can_cast(input.dtype(), dtype, options.casting) {
            let place = if ufunc.nin == 1 { "input".to_string() } else { format!("input {position}") };
            return Err(cannot_cast(ufunc, &place, input.dtype(), dtype, options.casting));
        }
    }
    let numbers = inputs.iter().map(|input| super::other::as_array(input)?.astype(dtype, Order::K));
    let numbers = numbers.collect::<Result<Vec<_>>>()?;
    let numbers: Vec<Operand> = numbers.iter().map(Operand::from).collect();
    Ok(super::call(ufunc, &numbers, options)?.0)
}
