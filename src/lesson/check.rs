//! Runs a lesson from top to bottom: each block in order, in its session, and each exercise's hidden
//! test against its solution.
//!
//! Python is behind [`Runner`], one method, so this room knows no interpreter. `stridelab check` hands
//! in a real session; tests hand in a list of answers.

use std::fmt;

use super::blocks::{Block, Check, Kind, SessionName, blocks};
use super::error::Error;

/// Runs Python for a lesson.
pub trait Runner {
    /// Runs `step.code` in the session `step.session`, after all that ran there before; prints go
    /// wherever the runner sends them.
    ///
    /// # Errors
    /// The exception that ended the code.
    fn run(&mut self, step: &Step) -> Result<(), Failure>;
}

/// One piece of Python to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name, as tracebacks show it: `cell 3`, `check of cell 3`, `setup`.
    pub name: String,
    /// The block it belongs to, from 1; `None` for the page's setup.
    pub block: Option<usize>,
    /// Line of the lesson file of its first line; `None` for the page's setup, which is another file.
    pub line: Option<usize>,
    /// Session that it runs in.
    pub session: StepSession,
    /// Python source.
    pub code: String,
    /// How it must end.
    pub expect: Expect,
    in_attribute: bool,
}

/// The session of a step. Isolated blocks are told apart by their number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StepSession {
    /// The one that the whole page shares.
    Page,
    /// The one of this block alone.
    Isolated(usize),
    /// The one with this name.
    Named(String),
}

/// How a step must end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expect {
    /// Without an exception.
    Success,
    /// With an exception of this class, as the author announced; `""` for any.
    Raises(String),
    /// Either way: an exercise's unfinished code.
    Anything,
    /// With an exception: an exercise's test on the unfinished code, or there is nothing to do.
    Unsolved,
}

/// The exception that ended a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Class name, such as `ValueError`.
    pub kind: String,
    /// What it says.
    pub message: String,
    /// Line of the step's code, from 1, where known.
    pub line: Option<usize>,
}

/// What running a lesson found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Blocks run.
    pub blocks: usize,
    /// Exercises whose solution passed their test.
    pub exercises: usize,
    /// What went wrong, in order.
    pub faults: Vec<Fault>,
}

/// A step that did not end as it must. Its `Display` names the block and the line of the lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The step.
    pub step: Step,
    /// How it ended; `None` without an exception.
    pub failure: Option<Failure>,
}

/// Runs every block of a lesson in order, `setup` first.
///
/// # Errors
/// Faults of the lesson's form. What the Python does is in the report.
pub fn check(text: &str, setup: Option<&str>, runner: &mut dyn Runner) -> Result<Report, Error> {
    let blocks = blocks(text)?;
    let mut report = Report { blocks: blocks.len(), ..Report::default() };
    for step in steps(&blocks, setup) {
        let failure = runner.run(&step).err();
        if step.ends_well(failure.as_ref()) {
            let solved = step.expect == Expect::Success && step.name.starts_with("check of");
            report.exercises += usize::from(solved);
        } else {
            report.faults.push(Fault { step, failure });
        }
    }
    Ok(report)
}

/// All that has to run, in order.
///
/// A block's own `data-setup` runs before it. An exercise's test runs twice: on the unfinished code,
/// which it must refuse, and after the `solution` block, which it must accept.
pub fn steps(blocks: &[Block], setup: Option<&str>) -> Vec<Step> {
    let mut steps = Vec::new();
    if let Some(code) = setup {
        steps.push(Step {
            name: "setup".to_owned(),
            block: None,
            line: None,
            session: StepSession::Page,
            code: code.to_owned(),
            expect: Expect::Success,
            in_attribute: false,
        });
    }
    let mut exercise: Option<&Block> = None;
    for block in blocks {
        let name = format!("cell {}", block.number);
        if let Some(code) = &block.setup {
            let mut own = step(block, format!("setup of {name}"), code, Expect::Success);
            own.in_attribute = true;
            steps.push(own);
        }
        let expect = match (&block.raises, block.kind) {
            (Some(class), _) => Expect::Raises(class.clone()),
            (None, Kind::Exercise) => Expect::Anything,
            (None, _) => Expect::Success,
        };
        steps.push(step(block, name, &block.code, expect));
        if block.kind == Kind::Exercise {
            exercise = Some(block);
            if let Some(check) = &block.check {
                steps.push(check_step(block, check, Expect::Unsolved));
            }
        }
        if let (Kind::Solution, Some(exercise)) = (block.kind, exercise)
            && let Some(check) = &exercise.check
        {
            steps.push(check_step(exercise, check, Expect::Success));
        }
    }
    steps
}

fn step(block: &Block, name: String, code: &str, expect: Expect) -> Step {
    Step {
        name,
        block: Some(block.number),
        line: Some(block.line),
        session: match &block.session {
            SessionName::Page => StepSession::Page,
            SessionName::Isolated => StepSession::Isolated(block.number),
            SessionName::Named(name) => StepSession::Named(name.clone()),
        },
        code: code.to_owned(),
        expect,
        in_attribute: block.in_attribute,
    }
}

fn check_step(exercise: &Block, check: &Check, expect: Expect) -> Step {
    let name = format!("check of cell {}", exercise.number);
    Step { line: Some(check.line), ..step(exercise, name, &check.code, expect) }
}

impl Step {
    /// Line of the lesson file for a line of this step's code, both from 1.
    pub fn file_line(&self, code_line: usize) -> Option<usize> {
        let first = self.line?;
        Some(if self.in_attribute { first } else { first + code_line.saturating_sub(1) })
    }

    fn ends_well(&self, failure: Option<&Failure>) -> bool {
        match (&self.expect, failure) {
            (Expect::Anything, _) | (Expect::Success, None) => true,
            (Expect::Unsolved, failure) => failure.is_some(),
            (Expect::Raises(class), Some(failure)) => class.is_empty() || *class == failure.kind,
            _ => false,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Step { name, expect, .. } = &self.step;
        write!(f, "{name}")?;
        let code_line = self.failure.as_ref().and_then(|failure| failure.line);
        match (self.step.file_line(code_line.unwrap_or(1)), code_line) {
            (Some(line), Some(code_line)) => write!(f, ", line {line} of the lesson (line {code_line} of the cell)")?,
            (Some(line), None) => write!(f, ", line {line} of the lesson")?,
            (None, Some(code_line)) => write!(f, ", line {code_line}")?,
            (None, None) => {}
        }
        match (expect, &self.failure) {
            (Expect::Unsolved, _) => {
                write!(f, ": the test accepts the unfinished code, so there is nothing to solve")
            }
            (Expect::Raises(class), None) if class.is_empty() => {
                write!(f, ": announced with 'raises', but it raised nothing")
            }
            (Expect::Raises(class), None) => {
                write!(f, ": announced with 'raises={class}', but it raised nothing")
            }
            (Expect::Raises(class), Some(failure)) => {
                write!(f, ": announced with 'raises={class}', but it raised {failure}")
            }
            (_, Some(failure)) => write!(f, ": {failure}"),
            (_, None) => write!(f, ": ended without an exception"),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.message.as_str() {
            "" => write!(f, "{}", self.kind),
            message => write!(f, "{}: {message}", self.kind),
        }
    }
}
