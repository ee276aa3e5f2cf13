//! Shapes as people write them: `(3, 4), (4,)`, `[3, 4] [4]`, `3x4 4`.
//!
//! Reads text; what the shapes mean together is [`super::broadcast`].

use std::fmt;

/// NumPy's limit on the number of axes.
pub const MAX_AXES: usize = 64;
/// More shapes than this are not drawn.
pub const MAX_SHAPES: usize = 8;

/// Why a text is no list of shapes. `Display` is one sentence for the writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShapesError {
    /// Nothing was written.
    Empty,
    /// Not a length.
    Length {
        /// What was written.
        text: String,
    },
    /// A bracket without its partner.
    Bracket {
        /// The bracket.
        bracket: char,
    },
    /// A shape inside a shape.
    Nested,
    /// More than [`MAX_SHAPES`].
    TooMany {
        /// How many were written.
        count: usize,
    },
    /// More than [`MAX_AXES`] axes.
    TooManyAxes {
        /// How many were written.
        count: usize,
    },
}

impl fmt::Display for ShapesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const FORM: &str = "write shapes like (3, 4), (4,) or 3x4 4";
        match self {
            Self::Empty => write!(f, "No shape was written: {FORM}."),
            Self::Length { text } if text.starts_with('-') => {
                write!(f, "{text} cannot be the length of an axis: a length is 0 or more.")
            }
            Self::Length { text } => write!(f, "{text:?} is not the length of an axis: {FORM}."),
            Self::Bracket { bracket: bracket @ ('(' | '[') } => {
                write!(f, "A {bracket:?} is not closed: {FORM}.")
            }
            Self::Bracket { bracket } => write!(f, "A {bracket:?} closes nothing: {FORM}."),
            Self::Nested => write!(f, "A shape cannot hold a shape: {FORM}."),
            Self::TooMany { count } => write!(f, "{count} shapes are too many to draw: at most {MAX_SHAPES}."),
            Self::TooManyAxes { count } => {
                write!(f, "A shape of {count} axes is too long: NumPy allows at most {MAX_AXES}.")
            }
        }
    }
}

impl std::error::Error for ShapesError {}

/// Reads shapes. In brackets, lengths stand between commas or blanks, and `()` is the shape of a
/// scalar; without brackets a shape is lengths joined by `x`, `×` or `*`, and commas, semicolons and
/// blanks part one shape from the next.
pub fn parse(text: &str) -> Result<Vec<Vec<usize>>, ShapesError> {
    let mut shapes = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        match first {
            '(' | '[' => {
                let close = if first == '(' { ')' } else { ']' };
                let end = rest.find(close).ok_or(ShapesError::Bracket { bracket: first })?;
                let inside = &rest[1..end];
                if inside.contains(['(', '[']) {
                    return Err(ShapesError::Nested);
                }
                shapes.push(lengths(inside.split(|c: char| c == ',' || c.is_whitespace() || is_times(c)))?);
                rest = &rest[end + 1..];
            }
            ')' | ']' => return Err(ShapesError::Bracket { bracket: first }),
            ',' | ';' | '+' => rest = &rest[1..],
            _ if first.is_whitespace() => rest = &rest[first.len_utf8()..],
            _ => {
                let parts = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '+' | '(' | ')' | '[' | ']');
                let end = rest.find(parts).unwrap_or(rest.len());
                shapes.push(lengths(rest[..end].split(is_times))?);
                rest = &rest[end..];
            }
        }
    }
    match shapes.len() {
        0 => Err(ShapesError::Empty),
        count if count > MAX_SHAPES => Err(ShapesError::TooMany { count }),
        _ => Ok(shapes),
    }
}

fn is_times(c: char) -> bool {
    matches!(c, 'x' | 'X' | '×' | '*')
}

fn lengths<'a>(parts: impl Iterator<Item = &'a str>) -> Result<Vec<usize>, ShapesError> {
    let shape: Vec<usize> = parts
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().map_err(|_| ShapesError::Length { text: part.to_owned() }))
        .collect::<Result<_, _>>()?;
    if shape.len() > MAX_AXES { Err(ShapesError::TooManyAxes { count: shape.len() }) } else { Ok(shape) }
}
