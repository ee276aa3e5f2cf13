//! `stridelab check`: every Python block of a lesson, in order, on real sessions.

use crate::terminal;
use std::collections::HashMap;
use std::path::Path;
use std::process::ExitCode;
use stridelab::lesson::check::{Failure, Runner, Step, StepSession, check};
use stridelab::session::Session;

/// Checks the lesson that `arguments` name. An `Err` is a complaint about arguments or files.
pub fn main(arguments: &[String]) -> Result<ExitCode, String> {
    let mut lesson = None;
    let mut setup = None;
    let mut arguments = arguments.iter();
    let mut files = Vec::new();
    while let Some(argument) = arguments.next() {
        let mut value = |what: &str| {
            let value = arguments.next().ok_or(format!("{argument} needs {what} after it"));
            value.cloned()
        };
        match argument.as_str() {
            "--setup" => setup = Some(value("a file")?),
            "--file" => files.push(terminal::mounted(&value("VPATH=PATH")?)?),
            option if option.starts_with("--") => return Err(format!("check has no option {option}")),
            path if lesson.is_none() => lesson = Some(path.to_owned()),
            extra => return Err(format!("check takes one lesson, and {extra} is a second")),
        }
    }
    let path = lesson.ok_or("check needs a lesson: stridelab check LESSON.md")?;
    let text = terminal::read(&path)?;
    let sidecar = Path::new(&path).with_extension("setup.py");
    let setup = match setup {
        Some(file) => Some(terminal::read(&file)?),
        None if sidecar.is_file() => Some(terminal::read(&sidecar.to_string_lossy())?),
        None => None,
    };
    let report = terminal::on_deep_stack(|| {
        let mut sessions = Sessions { open: HashMap::new(), files };
        let report = check(&text, setup.as_deref(), &mut sessions).map_err(|e| format!("{path}: {e}"));
        // The process ends next: the interpreters' objects need no taking apart.
        std::mem::forget(sessions);
        report
    })?;
    for fault in &report.faults {
        eprintln!("{path}: {fault}");
    }
    let counted = format!("{} blocks, {} exercises solved", report.blocks, report.exercises);
    if report.faults.is_empty() {
        eprintln!("{path}: {counted}, all as they should be");
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("{path}: {counted}, {} not as they should be", report.faults.len());
    Ok(ExitCode::FAILURE)
}

/// The sessions of one lesson, started when a step first needs them.
struct Sessions {
    open: HashMap<StepSession, Session>,
    files: Vec<(String, Vec<u8>)>,
}

impl Runner for Sessions {
    fn run(&mut self, step: &Step) -> Result<(), Failure> {
        let files = &self.files;
        let session = self.open.entry(step.session.clone()).or_insert_with(|| terminal::session(files));
        if let (Some(block), Some(line)) = (step.block, step.line) {
            let what = if step.name.starts_with("cell") { String::new() } else { format!(": {}", step.name) };
            println!("--- block {block} (line {line}){what}");
        }
        let outcome = session.run(&step.name, &step.code);
        if let Some(value) = outcome.value {
            println!("{value}");
        }
        let Some(error) = outcome.error else { return Ok(()) };
        print!("{}", error.traceback);
        let line = error.line.and_then(|line| usize::try_from(line).ok());
        Err(Failure { kind: error.kind, message: error.message, line })
    }
}
