//! `stridelab run`: a program as `python FILE.py` would run it.

use crate::terminal;
use std::io::Read;
use std::process::ExitCode;

/// Runs the program that `arguments` name. An `Err` is a complaint about the arguments.
pub fn main(arguments: &[String]) -> Result<ExitCode, String> {
    let mut program = None;
    let mut rest = Vec::new();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match (argument.as_str(), &program) {
            (_, None) => program = Some(argument.clone()),
            (_, Some(_)) => rest.push(argument.clone()),
        }
    }
    let path = program.ok_or("run needs a file: stridelab run FILE.py")?;
    let code = read(&path)?;
    let status = terminal::with_session(|session| session.run_script(&path, &code, &rest));
    Ok(ExitCode::from(u8::try_from(status).unwrap_or(u8::MAX)))
}

fn read(path: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    if path == "-" {
        std::io::stdin().read_to_end(&mut bytes).map_err(|e| format!("standard input: {e}"))?;
    } else {
        bytes = std::fs::read(path).map_err(|e| format!("{path}: {e}"))?;
    }
    String::from_utf8(bytes).map_err(|e| format!("{path} is not UTF-8 text: {e}"))
}
