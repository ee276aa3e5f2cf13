//! What can be wrong with a lesson file, as facts; the one wording is in `Display`.
//!
//! Faults of the Python inside a lesson are not here: those are [`super::check::Failure`].

use std::fmt;

/// A fault in a lesson's own text, with the line (from 1) of the lesson file where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The file starts with `---` but no second `---` line follows.
    FrontMatterOpen,
    /// A line between the two `---` lines that is not `key: value`.
    FrontMatterLine {
        /// Line of the fault.
        line: usize,
        /// The line as written.
        text: String,
    },
    /// A key given twice.
    FrontMatterTwice {
        /// Line of the second one.
        line: usize,
        /// The key.
        key: String,
    },
    /// A value that opens with a quote and does not close with it.
    FrontMatterQuote {
        /// Line of the fault.
        line: usize,
        /// The key.
        key: String,
    },
    /// `phase` or `order` that is not a whole number.
    FrontMatterNumber {
        /// Line of the fault.
        line: usize,
        /// The key.
        key: &'static str,
        /// The value as written.
        value: String,
    },
    /// A page needs a key that the front matter lacks.
    FrontMatterMissing {
        /// The key.
        key: &'static str,
    },
    /// A tag that never reaches its `>`.
    TagOpen {
        /// Line where the tag starts.
        line: usize,
    },
    /// A widget without its `</div>`.
    WidgetOpen {
        /// Line of the opening tag.
        line: usize,
        /// The widget's class, such as `ai-repl`.
        class: String,
    },
    /// An `ai-repl` with neither `data-code` nor a `<pre>`.
    WidgetEmpty {
        /// Line of the opening tag.
        line: usize,
    },
    /// A word after `python` on a fence that means nothing here.
    FenceWord {
        /// Line of the fence.
        line: usize,
        /// The word.
        word: String,
    },
    /// A `python check` with no `python exercise` before it.
    CheckAlone {
        /// Line of the fence.
        line: usize,
    },
    /// A second `python check` for one exercise.
    CheckTwice {
        /// Line of the second fence.
        line: usize,
        /// Line of the exercise.
        exercise: usize,
    },
    /// A quiz with no question, fewer than two answers or not exactly one marked right.
    Quiz {
        /// Line of the fence.
        line: usize,
        /// Marked answers found.
        right: usize,
        /// All answers found.
        answers: usize,
        /// Whether a question stands before the answers.
        question: bool,
    },
    /// A line of an output sidecar that belongs to no cell, or a cell given twice.
    OutputLine {
        /// Line of the sidecar.
        line: usize,
        /// The line as written.
        text: String,
    },
    /// A template placeholder that names nothing.
    Placeholder {
        /// Line of the template.
        line: usize,
        /// The name between the braces.
        name: String,
    },
    /// A template without a place for the lesson.
    TemplateWithoutLesson,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::FrontMatterOpen => {
                write!(f, "line 1: the front matter opens with '---' but no closing '---' line follows")
            }
            Error::FrontMatterLine { line, text } => {
                write!(f, "line {line}: expected 'key: value' in the front matter, found {text:?}")
            }
            Error::FrontMatterTwice { line, key } => {
                write!(f, "line {line}: '{key}' is in the front matter twice")
            }
            Error::FrontMatterQuote { line, key } => {
                write!(f, "line {line}: the value of '{key}' opens with a quote that does not close")
            }
            Error::FrontMatterNumber { line, key, value } => {
                write!(f, "line {line}: '{key}' must be a whole number, found {value:?}")
            }
            Error::FrontMatterMissing { key } => write!(
                f,
                "line 1: the front matter has no '{key}'; a lesson starts with '---', then lines such as '{key}: …', then '---'"
            ),
            Error::TagOpen { line } => {
                write!(f, "line {line}: this tag has no closing '>'")
            }
            Error::WidgetOpen { line, class } => {
                write!(f, "line {line}: this <div class=\"{class}\"> has no </div>")
            }
            Error::WidgetEmpty { line } => {
                write!(f, "line {line}: this <div class=\"ai-repl\"> has no code: give it data-code or a <pre> inside")
            }
            Error::FenceWord { line, word } => write!(
                f,
                "line {line}: '{word}' after 'python' means nothing; expected exercise, check, solution, norun, isolated, raises or raises=ErrorName"
            ),
            Error::CheckAlone { line } => write!(f, "line {line}: this 'python check' follows no 'python exercise'"),
            Error::CheckTwice { line, exercise } => {
                write!(f, "line {line}: the exercise of line {exercise} already has a check")
            }
            Error::Quiz { line, right, answers, question } => {
                write!(
                    f,
                    "line {line}: a quiz needs a question and at least two answers, one of them marked '- [x]'; found "
                )?;
                write!(f, "{} question, ", if *question { "a" } else { "no" })?;
                write!(f, "{answers} answers, {right} marked")
            }
            Error::OutputLine { line, text } => {
                write!(f, "line {line} of the output sidecar: expected '== cell N' with a new N, found {text:?}")
            }
            Error::Placeholder { line, name } => write!(
                f,
                "line {line} of the template: '{name}' is no placeholder; expected {}",
                super::page::PLACEHOLDERS.join(", ")
            ),
            Error::TemplateWithoutLesson => {
                write!(f, "the template has no '{{{{lesson}}}}', so the lesson has no place in it")
            }
        }
    }
}

impl std::error::Error for Error {}
