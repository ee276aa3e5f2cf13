//! Which loop of a ufunc runs for given operand types: NumPy's linear search, its exceptions, and the
//! errors when there is none.

use super::promote::{Casting, Weak, can_cast, result_type};
use super::refuse::{self, Family, no_loop};
use super::table::{Loop, Rule, Ufunc};
use crate::nd::dtype::DType;
use crate::nd::error::{Error, ErrorKind, Result};

/// The type of an operand.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OperandType {
    /// An array's or NumPy scalar's.
    Strong(DType),
    /// A Python number's.
    Weak(Weak),
}

/// The dtype each operand counts as when loops are searched.
pub(crate) fn operand_dtypes(ufunc: &Ufunc, operands: &[OperandType]) -> Vec<DType> {
    let strong: Vec<DType> = operands
        .iter()
        .filter_map(|operand| match operand {
            OperandType::Strong(dtype) => Some(*dtype),
            OperandType::Weak(_) => None,
        })
        .collect();
    operands
        .iter()
        .enumerate()
        .map(|(position, operand)| match *operand {
            OperandType::Strong(dtype) => dtype,
            OperandType::Weak(number) if ufunc.rule == Rule::IntegerSecond && position == 1 => number.default_dtype(),
            // Of loops that take any float, the first takes a Python integer.
            OperandType::Weak(Weak::Int(_) | Weak::HugeInt(_))
                if ufunc.rule == Rule::IntegerSecond && !strong.is_empty() =>
            {
                DType::Int8
            }
            OperandType::Weak(number) => {
                result_type(&strong, &[number]).expect("a number has a dtype even without company")
            }
        })
        .collect()
}

/// The loop for the operands; `dtype` is the output dtype asked for.
///
/// # Errors
/// NumPy's `TypeError`s: no loop for the types, or none that a casting rule allows.
pub(crate) fn resolve(
    ufunc: &Ufunc,
    operands: &[OperandType],
    dtype: Option<DType>,
    casting: Casting,
) -> Result<&'static Loop> {
    let mut types = operand_dtypes(ufunc, operands);
    if ufunc.rule == Rule::Logical {
        types.fill(DType::Bool);
    }
    if dtype.is_none() && !types.is_empty() && types.iter().all(|&dtype| dtype == DType::Bool) {
        match ufunc.rule {
            Rule::NoBool(sentence) => return Err(Error::type_error(sentence)),
            Rule::Strict => return Err(no_loop(ufunc, operands, None)),
            _ => {}
        }
    }
    let promoted = search(ufunc, &types);
    let Some(wanted) = dtype else {
        return promoted.ok_or_else(|| {
            if ufunc.rule == Rule::Strict {
                return no_loop(ufunc, operands, None);
            }
            refuse::not_supported(ufunc)
        });
    };
    if let Some(row) = promoted.filter(|row| row.types[ufunc.nin..].iter().all(|&dtype| dtype == wanted)) {
        return Ok(row);
    }
    let makes_it = |row: &&Loop| row.types[ufunc.nin..].iter().all(|&dtype| dtype == wanted);
    let allowed = |row: &&Loop, rule| types.iter().zip(row.types).all(|(&from, &to)| can_cast(from, to, rule));
    ufunc
        .loops()
        .filter(makes_it)
        .find(|row| allowed(row, Casting::Safe))
        .or_else(|| ufunc.loops().filter(makes_it).find(|row| allowed(row, casting)))
        .or_else(|| ufunc.loops().find(makes_it))
        .ok_or_else(|| match refuse::family(ufunc) {
            Family::Uniform => no_loop(ufunc, operands, Some(wanted)),
            _ => refuse::no_match(ufunc),
        })
}

/// The first loop that every operand safely becomes.
fn search(ufunc: &Ufunc, types: &[DType]) -> Option<&'static Loop> {
    let exact = types.iter().all(|dtype| !dtype.is_inexact());
    let double = [DType::Float64; 2];
    let types = if ufunc.rule == Rule::IntegersAsDouble && exact { &double[..types.len()] } else { types };
    ufunc.loops().find(|row| types.iter().zip(row.types).all(|(&from, &to)| can_cast(from, to, Casting::Safe)))
}

/// NumPy's repr of a dtype's class: `<class 'numpy.dtypes.Float64DType'>`.
pub(crate) fn class_of(operand: &OperandType) -> String {
    let name = match operand {
        OperandType::Strong(dtype) => dtype.class_name(),
        OperandType::Weak(number) => number.class_name(),
    };
    format!("<class 'numpy.dtypes.{name}'>")
}

/// Checks that every input may become what the loop reads.
///
/// # Errors
/// NumPy's `UFuncTypeError` for the first that may not.
pub(crate) fn check_inputs(ufunc: &Ufunc, operands: &[OperandType], row: &Loop, casting: Casting) -> Result<()> {
    let types = operand_dtypes(ufunc, operands);
    for (position, ((operand, &from), &to)) in operands.iter().zip(&types).zip(row.types).enumerate() {
        // A Python number is not of the dtype it takes, but where it would be anyway.
        let equivalent = casting == Casting::Equiv
            && matches!(operand, OperandType::Weak(number) if number.default_dtype() != to || matches!(number, Weak::HugeInt(_)));
        if can_cast(from, to, casting) && !equivalent {
            continue;
        }
        if let OperandType::Weak(number) = operand {
            let name = match number {
                Weak::Int(_) | Weak::HugeInt(_) => "int",
                Weak::Float(_) => "float",
                Weak::Complex(_) => "complex",
            };
            if can_cast(number.default_dtype(), to, Casting::SameKind) {
                return Err(Error::type_error(format!(
                    "cannot cast Python {name} to {to} under the casting rule '{}'",
                    casting.name()
                )));
            }
        }
        // NumPy numbers inputs only where there are several.
        let place = if ufunc.nin == 1 { "input".to_string() } else { format!("input {position}") };
        return Err(cannot_cast(ufunc, &place, from, to, casting));
    }
    Ok(())
}

/// NumPy's `UFuncTypeError` for an operand that may not be converted.
pub(crate) fn cannot_cast(ufunc: &Ufunc, place: &str, from: DType, to: DType, casting: Casting) -> Error {
    Error::new(
        if place.starts_with("output") { ErrorKind::UFuncOutputCasting } else { ErrorKind::UFuncInputCasting },
        format!(
            "Cannot cast ufunc '{}' {place} from dtype({}) to dtype({}) with casting rule '{}'",
            ufunc.name,
            from.repr(),
            to.repr(),
            casting.name()
        ),
    )
}
