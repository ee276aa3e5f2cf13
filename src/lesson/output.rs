//! What the cells of a lesson print, written down: the sidecar `NAME.output.txt`.
//!
//! A page shows it until a cell first runs, and to readers without JavaScript. The same file is what
//! the suite compares a run with, so it is made by CPython and NumPy, never by us:
//!
//! ```text
//! # tests/lesson/golden.py …, CPython 3.11.7, numpy 2.4.6
//! == cell 3
//! [0 1 2]
//! took … ms
//! ```
//!
//! `…` stands for a time, a speed or a ratio, which differ from run to run.

use std::collections::BTreeMap;

use super::error::Error;

/// Stands for a number that no two runs share.
pub const MASK: &str = "…";

/// The printed text of each cell, by its number; cells that print nothing are absent.
///
/// # Errors
/// Text before the first `== cell N` that is no `#` comment, and a cell given twice.
pub fn outputs(text: &str) -> Result<BTreeMap<usize, String>, Error> {
    let mut found: BTreeMap<usize, String> = BTreeMap::new();
    let mut cell = None;
    for (i, raw) in text.lines().enumerate() {
        let fault = || Error::OutputLine { line: i + 1, text: raw.to_owned() };
        if let Some(number) = raw.strip_prefix("== cell ") {
            let number: usize = number.trim().parse().map_err(|_| fault())?;
            if found.insert(number, String::new()).is_some() {
                return Err(fault());
            }
            cell = Some(number);
        } else if let Some(cell) = cell {
            let printed = found.entry(cell).or_default();
            printed.push_str(raw);
            printed.push('\n');
        } else if !raw.starts_with('#') && !raw.trim().is_empty() {
            return Err(fault());
        }
    }
    Ok(found)
}

/// `printed` with each number that a unit of time, a speed or a ratio follows replaced by [`MASK`],
/// and the padding before it by one space.
///
/// The units: `s`, `x` right after the number; `ms`, `images/s`, `times` after a space as well.
pub fn masked(printed: &str) -> String {
    let mut out = String::with_capacity(printed.len());
    let mut rest = printed;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = &rest[at..];
        let length = number_length(number);
        out.push_str(&rest[..at]);
        let alone = !rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.');
        if alone && has_unit(&number[length..]) {
            let text = out.trim_end_matches(' ').len();
            if text < out.len() {
                out.truncate(text);
                out.push(' ');
            }
            out.push_str(MASK);
        } else {
            out.push_str(&number[..length]);
        }
        rest = &number[length..];
    }
    out.push_str(rest);
    out
}

/// The digits at the start of `text`, with a fraction where a digit follows the point.
fn number_length(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    match text[whole..].strip_prefix('.').map(digits) {
        Some(fraction @ 1..) => whole + 1 + fraction,
        _ => whole,
    }
}

fn has_unit(after: &str) -> bool {
    let spaced = after.strip_prefix(' ').unwrap_or(after);
    let starts = |text: &str, unit: &str| {
        text.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    ["s", "x"].iter().any(|unit| starts(after, unit))
        || ["ms", "images/s", "times"].iter().any(|unit| starts(spaced, unit))
}
