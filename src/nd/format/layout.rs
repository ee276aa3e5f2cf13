//! The brackets, commas and line breaks of a printed array: `numpy.array2string` without the
//! elements. Works on a shape; the text of an element comes from a function of its index.

use std::ops::Range;

use super::options::{Legacy, PrintOptions};

/// How the items of an array are put together.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Written between items of the last axis; other axes use it without trailing spaces.
    pub separator: &'a str,
    /// Text that will stand before the array: its length indents continued lines.
    pub prefix: &'a str,
    /// Text that will stand after the array: its length shortens all lines.
    pub suffix: &'a str,
    /// Characters a line may have.
    pub linewidth: usize,
    /// If set, axes longer than twice this show only so many items at each end.
    pub edgeitems: Option<usize>,
    /// Whether lines are broken as NumPy 1.13 broke them: brackets and the suffix take no room, the last item none
    /// for a separator, and a comma follows the dots.
    pub oldest: bool,
}

impl<'a> Frame<'a> {
    /// As the options say; `texts` are separator, prefix and suffix.
    pub fn new(options: &PrintOptions, edgeitems: Option<usize>, [separator, prefix, suffix]: [&'a str; 3]) -> Self {
        let oldest = options.legacy == Legacy::V1_13;
        Self { separator, prefix, suffix, linewidth: options.linewidth, edgeitems, oldest }
    }
}

/// The items of an axis that are shown: those before `...` and those after it.
///
/// Not summarised: all are after it and there is no `...`. NumPy shows the last item even when asked
/// for no edge items.
pub(super) fn shown(length: usize, edgeitems: Option<usize>) -> (Range<usize>, bool, Range<usize>) {
    match edgeitems {
        Some(edge) if length > edge.saturating_mul(2) => (0..edge, true, length - edge.max(1)..length),
        _ => (0..0, false, 0..length),
    }
}

/// Every index that is shown, in order.
///
/// Asked for no edge items, NumPy looks at all items of an axis when it chooses widths, though it
/// shows one.
pub(super) fn shown_indices(shape: &[usize], edgeitems: Option<usize>) -> Vec<Vec<usize>> {
    let mut indices = vec![Vec::with_capacity(shape.len())];
    for &length in shape {
        let (head, _, tail) = shown(length, edgeitems.filter(|&edge| edge > 0));
        let positions: Vec<usize> = head.chain(tail).collect();
        indices = indices
            .into_iter()
            .flat_map(|index: Vec<usize>| {
                positions
                    .iter()
                    .map(move |&position| {
                        let mut longer = index.clone();
                        longer.push(position);
                        longer
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    indices
}

/// Lays out an array of this shape, no axis of which is empty; `item` gives an element's text.
///
/// # Errors
/// The first error of `item`.
pub fn lay_out<E>(
    shape: &[usize],
    frame: &Frame<'_>,
    item: &mut dyn FnMut(&[usize]) -> Result<String, E>,
) -> Result<String, E> {
    let indent = 1 + frame.prefix.chars().count();
    let suffix = if frame.oldest { 0 } else { frame.suffix.chars().count() };
    let width = frame.linewidth as isize - suffix as isize;
    let mut layout = Layout { shape, frame, item, index: Vec::with_capacity(shape.len()) };
    layout.nested(indent, width)
}

struct Layout<'a, E> {
    shape: &'a [usize],
    frame: &'a Frame<'a>,
    item: &'a mut dyn FnMut(&[usize]) -> Result<String, E>,
    index: Vec<usize>,
}

impl<E> Layout<'_, E> {
    fn nested(&mut self, indent: usize, width: isize) -> Result<String, E> {
        let axis = self.index.len();
        let axes_left = self.shape.len() - axis;
        if axes_left == 0 {
            return (self.item)(&self.index);
        }
        let (head, dots, tail) = shown(self.shape[axis], self.frame.edgeitems);
        let body = if axes_left == 1 {
            self.row(indent, width, head, dots, tail)?
        } else {
            self.blocks(indent, width, axes_left, head, dots, tail)?
        };
        Ok(format!("[{body}]"))
    }

    fn child(&mut self, position: usize, indent: usize, width: isize) -> Result<String, E> {
        self.index.push(position);
        let text = self.nested(indent + 1, width - isize::from(!self.frame.oldest));
        self.index.pop();
        text
    }

    /// The last axis: items one after another, wrapped at the line width.
    fn row(
        &mut self,
        indent: usize,
        width: isize,
        head: Range<usize>,
        dots: bool,
        tail: Range<usize>,
    ) -> Result<String, E> {
        let separator = self.frame.separator;
        let oldest = self.frame.oldest;
        let reserved = separator.trim_end().chars().count().max(usize::from(!oldest));
        let mut lines = Lines::new(indent, width - reserved as isize, oldest);
        let last = tail.end.checked_sub(1).filter(|_| !tail.is_empty());
        for position in head {
            let word = self.child(position, indent, width)?;
            lines.push(&word);
            lines.push_separator(separator);
        }
        if dots {
            lines.push("...");
            if last.is_some() {
                lines.push_separator(if oldest { ", " } else { separator });
            }
        }
        for position in tail {
            if oldest && Some(position) == last {
                lines.width = width;
            }
            let word = self.child(position, indent, width)?;
            lines.push(&word);
            if Some(position) != last {
                lines.push_separator(separator);
            }
        }
        Ok(lines.finish())
    }

    /// Any other axis: blocks under each other, with a blank line more for each further axis.
    fn blocks(
        &mut self,
        indent: usize,
        width: isize,
        axes_left: usize,
        head: Range<usize>,
        dots: bool,
        tail: Range<usize>,
    ) -> Result<String, E> {
        let indent = " ".repeat(indent);
        let between = format!("{}{}{indent}", self.frame.separator.trim_end(), "\n".repeat(axes_left - 1));
        let mut body = String::new();
        for position in head {
            body += &self.child(position, indent.len(), width)?;
            body += &between;
        }
        if dots && self.frame.oldest {
            body += &format!("..., \n{indent}");
        } else if dots {
            body += &format!("...{between}");
        }
        let last = tail.end.saturating_sub(1);
        for position in tail {
            body += &self.child(position, indent.len(), width)?;
            if position != last {
                body += &between;
            }
        }
        Ok(body)
    }
}

/// Text that grows word by word and breaks lines; columns count characters.
struct Lines {
    done: String,
    line: String,
    columns: usize,
    indent: usize,
    width: isize,
    /// Breaks even where that is of no use.
    eager: bool,
}

impl Lines {
    fn new(indent: usize, width: isize, eager: bool) -> Lines {
        Lines { done: String::new(), line: " ".repeat(indent), columns: indent, indent, width, eager }
    }

    fn push(&mut self, word: &str) {
        let words: Vec<&str> = word.split('\n').collect();
        let widest = words.iter().map(|w| w.chars().count()).max().unwrap_or(0);
        // A break is of no use on a line that has nothing but its indent.
        if (self.columns + widest) as isize > self.width && (self.eager || self.columns > self.indent) {
            self.end_line(self.indent);
        }
        let hanging = if self.columns > self.indent { self.columns } else { self.indent };
        for (number, part) in words.iter().enumerate() {
            if number > 0 {
                self.end_line(hanging);
            }
            self.line.push_str(part);
            self.columns += part.chars().count();
        }
        if words.len() > 1 {
            let missing = widest - words[words.len() - 1].chars().count();
            self.line.push_str(&" ".repeat(missing));
            self.columns += missing;
        }
    }

    fn push_separator(&mut self, separator: &str) {
        self.line.push_str(separator);
        self.columns += separator.chars().count();
    }

    fn end_line(&mut self, indent: usize) {
        self.done.push_str(self.line.trim_end());
        self.done.push('\n');
        self.line = " ".repeat(indent);
        self.columns = indent;
    }

    /// All lines; the first without its indent, where the bracket will stand.
    fn finish(mut self) -> String {
        self.done.push_str(&self.line);
        self.done.chars().skip(self.indent).collect()
    }
}
