//! A lesson file read once: head, widgets lifted out, Markdown events with their lines.
//!
//! [`super::blocks`] and [`super::render`] both walk it, so that the cells of a page and the blocks
//! that `stridelab check` runs are the same ones, in the same order.

use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser};

use super::error::Error;
use super::front_matter::{FrontMatter, split};
use super::widget::{Lifted, lift};

/// A lesson file, read.
pub(super) struct Document {
    pub front_matter: FrontMatter,
    pub lifted: Lifted,
    body_line: usize,
}

impl Document {
    pub fn read(text: &str) -> Result<Document, Error> {
        let split = split(text)?;
        let lifted = lift(split.body, split.body_line)?;
        Ok(Document { front_matter: split.front_matter, lifted, body_line: split.body_line })
    }

    /// The Markdown events, each with its range in the lifted text.
    pub fn events(&self) -> OffsetIter<'_> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_HEADING_ATTRIBUTES;
        Parser::new_ext(&self.lifted.text, options).into_offset_iter()
    }

    /// Line of the lesson file, from 1, at an offset of the lifted text.
    pub fn line(&self, offset: usize) -> usize {
        self.body_line + self.lifted.text[..offset].matches('\n').count()
    }

    /// Line of the first line of code of the fence at `range`.
    pub fn fence_code_line(&self, range: &Range<usize>) -> usize {
        self.line(range.start) + 1
    }
}

/// Joins the text events of a code block into one string per block.
///
/// The parser hands code over in pieces; this yields `Text` once, right before the block's end.
pub(super) fn code_of<'a>(events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) -> String {
    let mut code = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) => code.push_str(&text),
            Event::End(_) => break,
            _ => {}
        }
    }
    code
}
