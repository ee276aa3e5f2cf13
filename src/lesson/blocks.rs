//! What can run in a lesson: every fenced Python block and every `<div class="ai-repl">`, in order.
//!
//! A block is a cell of the page. Words after `python` on a fence say more about it:
//!
//! | word | meaning |
//! | --- | --- |
//! | `exercise` | the reader completes it; a `python check` fence after it holds the hidden test |
//! | `check` | that test: no cell of its own, it runs after the reader's code |
//! | `solution` | a solution of the exercise before it, which must pass the test |
//! | `raises`, `raises=ValueError` | it shows an error, on purpose |
//! | `isolated` | it runs in a session of its own |
//! | `norun` | shown, never run: not a block |
//!
//! A block with a comment line `# Your code here` is an exercise as well, whatever the fence says: that
//! is how authors mark the gap.

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::document::{Document, code_of};
use super::error::Error;
use super::widget::{STAND_IN, Widget};

/// One runnable piece of a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its number in the lesson, from 1; `data-cell` in the page.
    pub number: usize,
    /// What the author wrote it as.
    pub kind: Kind,
    /// Python source, character references decoded, with the final line break of a fence.
    pub code: String,
    /// Line of the lesson file, from 1, of the first line of code; of the tag for a `data-code`.
    pub line: usize,
    /// The session that it runs in.
    pub session: SessionName,
    /// Code of its own `data-setup`, run before it, once.
    pub setup: Option<String>,
    /// The exception that it must end with; `Some("")` for any.
    pub raises: Option<String>,
    /// The hidden test of an exercise.
    pub check: Option<Check>,
    /// Whether all the code stands on one line of the file, in a `data-code`.
    pub in_attribute: bool,
    pub(super) origin: Origin,
}

/// What the author wrote a block as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A fenced Python block.
    Fence,
    /// A raw `<div class="ai-repl">`.
    Widget,
    /// A block that the reader completes, in either form.
    Exercise,
    /// A fenced solution of the exercise before it.
    Solution,
}

/// Which session a block runs in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SessionName {
    /// The one that the whole page shares.
    Page,
    /// One for this block alone.
    Isolated,
    /// One shared by all blocks that give this name.
    Named(String),
}

/// The hidden test of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Python source that raises where the reader's code is wrong.
    pub code: String,
    /// Line of the lesson file of its first line.
    pub line: usize,
}

/// Where in the read document a block comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// Offset of the fence in the lifted text.
    Fence(usize),
    /// Index of the lifted widget.
    Widget(usize),
}

impl Block {
    /// Line of the lesson file for a line (from 1) of this block's code.
    pub fn file_line(&self, code_line: usize) -> usize {
        if self.in_attribute { self.line } else { self.line + code_line.saturating_sub(1) }
    }
}

/// Every runnable block of a lesson file, front matter or none.
///
/// # Errors
/// Faults of the file's form: an unclosed widget, a check without an exercise, an unknown word on a
/// Python fence. The Python itself is not looked at.
pub fn blocks(text: &str) -> Result<Vec<Block>, Error> {
    of(&Document::read(text)?)
}

/// The blocks of a document that is already read.
pub(super) fn of(document: &Document) -> Result<Vec<Block>, Error> {
    let mut found: Vec<Block> = Vec::new();
    let mut events = document.events();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let code = code_of(&mut events);
                let line = document.fence_code_line(&range);
                let Some(fence) = Fence::read(&info, line - 1)? else {
                    continue;
                };
                match fence.role {
                    Role::NoRun => {}
                    Role::Check => give_check(&mut found, Check { code, line })?,
                    Role::Block(kind) => found.push(Block {
                        number: found.len() + 1,
                        kind: if has_gap(&code) { Kind::Exercise } else { kind },
                        code,
                        line,
                        session: fence.session,
                        setup: None,
                        raises: fence.raises,
                        check: None,
                        in_attribute: false,
                        origin: Origin::Fence(range.start),
                    }),
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                for i in stand_ins(&html) {
                    let widget = &document.lifted.widgets[i];
                    if widget.class == "ai-repl" {
                        found.push(from_widget(widget, i, found.len() + 1)?);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

/// The lifted widgets whose stand-ins are in `html`, in order.
pub(super) fn stand_ins(html: &str) -> Vec<usize> {
    let (before, after) = STAND_IN;
    html.split(before).skip(1).filter_map(|rest| rest.split_once(after)?.0.parse().ok()).collect()
}

fn from_widget(widget: &Widget, index: usize, number: usize) -> Result<Block, Error> {
    let code = widget.code().ok_or(Error::WidgetEmpty { line: widget.line })?;
    let check = widget.attribute("data-exercise").map(|code| Check { code: code.to_owned(), line: widget.line });
    Ok(Block {
        number,
        kind: if check.is_some() { Kind::Exercise } else { Kind::Widget },
        code,
        line: widget.pre_line().unwrap_or(widget.line),
        session: match widget.attribute("data-session") {
            None | Some("" | "page") => SessionName::Page,
            Some("isolated") => SessionName::Isolated,
            Some(name) => SessionName::Named(name.to_owned()),
        },
        setup: widget.attribute("data-setup").map(str::to_owned),
        raises: None,
        check: check.filter(|check| !check.code.trim().is_empty()),
        in_attribute: widget.pre_line().is_none(),
        origin: Origin::Widget(index),
    })
}

/// Whether the code has the line that marks what the reader is to write.
fn has_gap(code: &str) -> bool {
    code.lines().any(|line| {
        let comment = line.trim().trim_start_matches('#').trim().trim_end_matches(['.', ':', '…']);
        line.trim_start().starts_with('#') && comment.eq_ignore_ascii_case("your code here")
    })
}

fn give_check(found: &mut [Block], check: Check) -> Result<(), Error> {
    let line = check.line - 1;
    let exercise =
        found.iter_mut().rev().find(|block| block.kind == Kind::Exercise).ok_or(Error::CheckAlone { line })?;
    if exercise.check.is_some() {
        return Err(Error::CheckTwice { line, exercise: exercise.line });
    }
    exercise.check = Some(check);
    Ok(())
}

/// What the info string of a fence says.
pub(super) struct Fence {
    pub role: Role,
    raises: Option<String>,
    session: SessionName,
}

/// What becomes of a Python fence.
pub(super) enum Role {
    Block(Kind),
    Check,
    NoRun,
}

impl Fence {
    /// Reads an info string; `None` where the fence is not Python.
    pub fn read(info: &str, line: usize) -> Result<Option<Fence>, Error> {
        let mut words = info.split([' ', '\t', ',']).filter(|word| !word.is_empty());
        let language = words.next().unwrap_or("").to_ascii_lowercase();
        if !matches!(language.as_str(), "python" | "py" | "python3") {
            return Ok(None);
        }
        let mut fence = Fence { role: Role::Block(Kind::Fence), raises: None, session: SessionName::Page };
        for word in words {
            match word.split_once('=').unwrap_or((word, "")) {
                ("exercise", "") => fence.role = Role::Block(Kind::Exercise),
                ("solution", "") => fence.role = Role::Block(Kind::Solution),
                ("check", "") => fence.role = Role::Check,
                ("norun", "") => fence.role = Role::NoRun,
                ("isolated", "") => fence.session = SessionName::Isolated,
                ("raises", name) => fence.raises = Some(name.to_owned()),
                _ => {
                    return Err(Error::FenceWord { line, word: word.to_owned() });
                }
            }
        }
        Ok(Some(fence))
    }
}
