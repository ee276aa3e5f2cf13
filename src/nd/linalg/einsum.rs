//! Einstein summation: `einsum("ij,jk->ik", a, b)`. Subscripts are parsed, diagonals become strides, and
//! operands are contracted from left to right, two at a time, as matrix products where an axis can be
//! summed and as broadcast products where none can.

use super::rows;
use super::stacks::{Sums, stacked};
use crate::nd::array::Array;
use crate::nd::error::{Error, Result};
use crate::nd::manip::reshape_to;
use crate::nd::shape::{Shape, ShapeText};
use crate::nd::strides::{Strides, c_strides};
use crate::nd::ufunc::{self, ReduceOptions, promote_types};

/// An axis by its name: a letter, or a number for an axis an ellipsis stands for, counted from the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Label {
    Ellipsis(usize),
    Letter(char),
}

/// An operand whose axes have names, each at most once.
struct Named {
    labels: Vec<Label>,
    array: Array,
}

/// NumPy's `einsum`; subscripts with or without `->`, with ellipses and repeated letters.
///
/// # Errors
/// A `ValueError` for malformed subscripts, too few or too many of them, and lengths that do not agree.
pub fn einsum(subscripts: &str, operands: &[Array]) -> Result<Array> {
    let text: String = subscripts.chars().filter(|c| *c != ' ').collect();
    let (inputs, output) = match text.split_once("->") {
        Some((inputs, output)) => (inputs, Some(output)),
        None => (text.as_str(), None),
    };
    let terms: Vec<&str> = inputs.split(',').collect();
    // Each term is read when it is known whether it is the last as it should be. NumPy's sentences, its "more" and "fewer"
    // included, say it the other way round.
    for (position, (term, array)) in terms.iter().zip(operands).enumerate() {
        let last = position + 1 == operands.len();
        if last && terms.len() > operands.len() {
            return Err(Error::value(
                "more operands provided to einstein sum function than specified in the subscripts string",
            ));
        }
        if !last && terms.len() == position + 1 {
            return Err(Error::value(
                "fewer operands provided to einstein sum function than specified in the subscripts string",
            ));
        }
        check_term(term, array, position)?;
    }
    let alone = if let ([_], Some(output)) = (&terms[..], output) { Some(output) } else { None };
    let mut named = Vec::with_capacity(operands.len());
    for (position, (term, array)) in terms.iter().zip(operands).enumerate() {
        named.push(name_axes(term, array, position, alone)?);
    }
    let mut all: Vec<Label> = named.iter().flat_map(|operand| operand.labels.iter().copied()).collect();
    let lengths = |named: &[Named], label: Label| {
        named
            .iter()
            .filter_map(|operand| {
                operand.labels.iter().position(|&l| l == label).map(|axis| operand.array.shape()[axis])
            })
            .fold(1, |known, length| if known == 1 { length } else { known })
    };
    all.sort();
    let output = match output {
        Some(output) => output_labels(output, &all)?,
        None => implicit_output(&terms, &all),
    };
    for operand in &named {
        for (&label, &length) in operand.labels.iter().zip(operand.array.shape()) {
            let wanted = lengths(&named, label);
            if length != wanted && length != 1 {
                return Err(mismatch(&named, operands, &output, &all));
            }
        }
    }

    // Left to right: what is needed later, by an operand or the output, is kept.
    let in_rows = rows_of(&named, &output);
    let mut rest = named.into_iter();
    let mut gathered = rest.next().expect("subscripts have at least one term");
    let rest: Vec<Named> = if in_rows.is_some() { Vec::new() } else { rest.collect() };
    if let Some(made) = in_rows {
        gathered = made?;
    }
    for (position, next) in rest.iter().enumerate() {
        let later = |label: &Label| {
            output.contains(label) || rest[position + 1..].iter().any(|operand| operand.labels.contains(label))
        };
        gathered = contract_pair(&gathered, next, later)?;
    }
    let summed: Vec<isize> = gathered
        .labels
        .iter()
        .enumerate()
        .filter(|(_, label)| !output.contains(label))
        .map(|(axis, _)| axis as isize)
        .collect();
    if !summed.is_empty() {
        gathered = sum_away(&gathered, &summed)?;
    }
    let order: Vec<usize> = output
        .iter()
        .map(|label| gathered.labels.iter().position(|l| l == label).expect("the output's labels are in the inputs"))
        .collect();
    let shape = order.iter().map(|&axis| gathered.array.shape()[axis]).collect();
    let strides = order.iter().map(|&axis| gathered.array.strides()[axis]).collect();
    let strides = if gathered.array.size() == 0 { order.iter().map(|_| 0).collect() } else { strides };
    let is_fresh = operands.iter().all(|operand| !std::rc::Rc::ptr_eq(operand.buffer(), gathered.array.buffer()));
    Ok(match is_fresh {
        true => gathered.array.reshaped_owner(shape, strides),
        false => gathered.array.with_geometry(shape, strides, gathered.array.offset()),
    })
}

/// The contraction of one operand or two that only sums the last axes of rows: see [`rows`].
fn rows_of(named: &[Named], output: &[Label]) -> Option<Result<Named>> {
    let (first, second) = match named {
        [first] => (first, None),
        [first, second] => (first, Some(second)),
        _ => return None,
    };
    let kept = first.labels.iter().take_while(|label| output.contains(label)).count();
    let fits = |second: &Named| second.labels == first.labels || second.labels == first.labels[kept..];
    if kept != output.len() || !second.is_none_or(fits) {
        return None;
    }
    let made = rows::sums(&first.array, second.map(|second| &second.array), kept)?;
    Some(made.map(|array| Named { labels: first.labels[..kept].to_vec(), array }))
}

/// Lengths that do not agree: every operand's shape, and how it lies along the axes of the sum, the output's first.
fn mismatch(named: &[Named], operands: &[Array], output: &[Label], all: &[Label]) -> Error {
    let mut axes = output.to_vec();
    for &label in all {
        if !axes.contains(&label) {
            axes.push(label);
        }
    }
    let lengths = |operand: &Named| -> Vec<isize> {
        let place = |label: &Label| operand.labels.iter().position(|own| own == label);
        axes.iter().map(|label| place(label).map_or(-1, |axis| operand.array.shape()[axis] as isize)).collect()
    };
    let pairs = operands.iter().zip(named).map(|(array, operand)| {
        format!("{}->{} ", ShapeText::compact(array.shape()), ShapeText::compact_signed(&lengths(operand)))
    });
    Error::value(format!(
        "operands could not be broadcast together with remapped shapes [original->remapped]: {}",
        pairs.collect::<String>()
    ))
}

/// Sums named axes away, in the operand's own dtype.
fn sum_away(operand: &Named, axes: &[isize]) -> Result<Named> {
    let add = ufunc::find("add").expect("a row of the table");
    let options = ReduceOptions { axes: Some(axes), dtype: Some(operand.array.dtype()), ..ReduceOptions::default() };
    let (array, _) = ufunc::reduce(add, &operand.array, &options)?;
    let kept = |axis: &usize| !axes.contains(&(*axis as isize));
    let labels = (0..operand.labels.len()).filter(kept).map(|axis| operand.labels[axis]).collect();
    Ok(Named { labels, array })
}

/// Checks that a term's subscripts are letters, and as many as an operand has axes.
fn check_term(term: &str, array: &Array, position: usize) -> Result<()> {
    let letters = term.replacen("...", "", 1);
    if let Some(bad) = letters.chars().find(|c| !c.is_ascii_alphabetic()) {
        return Err(Error::value(if bad == '.' {
            "einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...')".to_string()
        } else {
            format!("invalid subscript '{bad}' in einstein sum subscripts string, subscripts must be letters")
        }));
    }
    let count = letters.chars().count();
    let has_ellipsis = letters.len() != term.len();
    if count > array.ndim() {
        return Err(Error::value(format!(
            "einstein sum subscripts string contains too many subscripts for operand {position}"
        )));
    }
    let hidden = array.ndim() - count;
    if hidden > 0 && !has_ellipsis {
        return Err(Error::value(
            "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to \
             broadcast the extra dimensions.",
        ));
    }
    Ok(())
}

/// Gives an operand's axes their names; a repeated letter takes the diagonal. `alone` is the output of a single operand.
fn name_axes(term: &str, array: &Array, position: usize, alone: Option<&str>) -> Result<Named> {
    // What may be a view of a single operand is looked at as one first, and nothing is stretched.
    let is_viewed =
        |label: Label| matches!((label, alone), (Label::Letter(letter), Some(output)) if output.contains(letter));
    let hidden = array.ndim() - term.replacen("...", "", 1).chars().count();
    let split = term.find("...").unwrap_or(term.len());
    let (head, tail) = (&term[..split], term.get(split + 3..).unwrap_or(""));
    let labels = head
        .chars()
        .map(Label::Letter)
        .chain((0..hidden).rev().map(Label::Ellipsis))
        .chain(tail.chars().map(Label::Letter));
    let (mut names, mut shape, mut strides) = (Vec::new(), Shape::new(), Strides::new());
    for (axis, label) in labels.enumerate() {
        let (length, step) = (array.shape()[axis], array.strides()[axis]);
        match names.iter().position(|&name| name == label) {
            None => {
                names.push(label);
                shape.push(length);
                strides.push(step);
            }
            Some(first) if shape[first] == length || !is_viewed(label) && (length == 1 || shape[first] == 1) => {
                if shape[first] == 1 {
                    shape[first] = length;
                    strides[first] = step;
                } else if length != 1 {
                    strides[first] += step;
                }
            }
            Some(first) => {
                let Label::Letter(letter) = label else { unreachable!("ellipsis axes are distinct") };
                let place = match is_viewed(label) {
                    true => "single operand".to_string(),
                    false => format!("operand {position}"),
                };
                return Err(Error::value(format!(
                    "dimensions in {place} for collapsing index '{letter}' don't match ({} != {length})",
                    shape[first]
                )));
            }
        }
    }
    Ok(Named { labels: names, array: array.with_geometry(shape, strides, array.offset()) })
}

/// The labels of an explicit output.
fn output_labels(text: &str, all: &[Label]) -> Result<Vec<Label>> {
    let hidden = all.iter().filter_map(|label| if let Label::Ellipsis(k) = label { Some(k + 1) } else { None }).max();
    if hidden.is_some() && !text.contains("...") {
        return Err(Error::value(
            "output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to \
             broadcast the extra dimensions.",
        ));
    }
    let mut labels = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("...") {
            labels.extend((0..hidden.unwrap_or(0)).rev().map(Label::Ellipsis));
            rest = after;
            continue;
        }
        let label = Label::Letter(letter);
        if !letter.is_ascii_alphabetic() {
            return Err(Error::value(format!(
                "invalid subscript '{letter}' in einstein sum subscripts string, subscripts must be letters"
            )));
        }
        if labels.contains(&label) {
            return Err(Error::value(format!(
                "einstein sum subscripts string includes output subscript '{letter}' multiple times"
            )));
        }
        if !all.contains(&label) {
            return Err(Error::value(format!(
                "einstein sum subscripts string included output subscript '{letter}' which never appeared in an input"
            )));
        }
        labels.push(label);
        rest = &rest[letter.len_utf8()..];
    }
    Ok(labels)
}

/// Without `->`: ellipsis axes, then letters that stand once, in alphabetical order.
fn implicit_output(terms: &[&str], all: &[Label]) -> Vec<Label> {
    let mut hidden: Vec<Label> = all.iter().copied().filter(|label| matches!(label, Label::Ellipsis(_))).collect();
    hidden.dedup();
    hidden.reverse();
    let mut letters: Vec<char> = terms.iter().flat_map(|term| term.chars()).filter(char::is_ascii_alphabetic).collect();
    letters.sort_unstable();
    let once = |letter: &&char| letters.iter().filter(|other| other == letter).count() == 1;
    hidden.into_iter().chain(letters.iter().filter(once).map(|&letter| Label::Letter(letter))).collect()
}

/// Multiplies two operands, summing what neither a later operand nor the output needs.
fn contract_pair(a: &Named, b: &Named, later: impl Fn(&Label) -> bool) -> Result<Named> {
    let length = |operand: &Named, label: Label| {
        operand.labels.iter().position(|&l| l == label).map_or(1, |axis| operand.array.shape()[axis])
    };
    // A length of one is stretched, also to none.
    let both = |a: &Named, b: &Named, label: Label| match length(a, label) {
        1 => length(b, label),
        own => own,
    };
    // What stands in one operand alone and is not needed is summed first.
    let alone = |operand: &Named, other: &Named| -> Vec<isize> {
        let goes = |label: &Label| !later(label) && !other.labels.contains(label);
        operand.labels.iter().enumerate().filter(|(_, label)| goes(label)).map(|(axis, _)| axis as isize).collect()
    };
    let (a_alone, b_alone) = (alone(a, b), alone(b, a));
    let (a_summed, b_summed);
    let a = if a_alone.is_empty() {
        a
    } else {
        a_summed = sum_away(a, &a_alone)?;
        &a_summed
    };
    let b = if b_alone.is_empty() {
        b
    } else {
        b_summed = sum_away(b, &b_alone)?;
        &b_summed
    };
    let both = |label: Label| both(a, b, label);
    let shared = |label: &Label| b.labels.contains(label);
    let batch: Vec<Label> = a.labels.iter().copied().filter(|l| shared(l) && later(l)).collect();
    let summed: Vec<Label> = a.labels.iter().copied().filter(|l| shared(l) && !later(l)).collect();
    let rows: Vec<Label> = a.labels.iter().copied().filter(|l| !shared(l)).collect();
    let columns: Vec<Label> = b.labels.iter().copied().filter(|l| !a.labels.contains(l)).collect();
    let size = |labels: &[Label]| -> usize { labels.iter().map(|&l| both(l)).product() };
    let stack: Shape = batch.iter().map(|&l| both(l)).collect();

    // Each operand as a stack of matrices, stretched where a shared axis has length one.
    let arranged = |operand: &Named, groups: [&[Label]; 3], matrix: [usize; 2]| -> Result<Array> {
        let order: Vec<Label> = groups.concat();
        let (mut shape, mut strides) = (Shape::new(), Strides::new());
        for &label in &order {
            let axis = operand.labels.iter().position(|&l| l == label).expect("a group names the operand's own axes");
            let wanted = both(label);
            let own = operand.array.shape()[axis];
            shape.push(wanted);
            strides.push(if own == 1 && wanted != 1 { 0 } else { operand.array.strides()[axis] });
        }
        let view = operand.array.with_geometry(shape, strides, operand.array.offset());
        reshape_to(&view, &[&stack, &matrix[..]].concat())
    };
    let (m, k, n) = (size(&rows), size(&summed), size(&columns));
    let left = arranged(a, [&batch, &rows, &summed], [m, k])?;
    let right = arranged(b, [&batch, &summed, &columns], [k, n])?;
    let product = stacked(&left, &right, promote_types(a.array.dtype(), b.array.dtype()), Sums::Any)?;
    let labels: Vec<Label> = [&batch[..], &rows, &columns].concat();
    let shape: Shape = labels.iter().map(|&l| both(l)).collect();
    let strides = c_strides(&shape, product.itemsize());
    Ok(Named { labels, array: product.with_geometry(shape, strides, product.offset()) })
}
