//! `stridelab run`: a program as `python FILE.py` would run it.

use crate::terminal;
use std::process::ExitCode;

/// Runs the program that `arguments` name. An `Err` is a complaint about arguments or files.
///
/// `--file` may stand before or after the program; `--` ends the options, and all after it is the
/// program's.
pub fn main(arguments: &[String]) -> Result<ExitCode, String> {
    let mut program = None;
    let mut rest = Vec::new();
    let mut files = Vec::new();
    let mut options = true;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--" if options => options = false,
            "--file" if options => {
                let pair = arguments.next().ok_or("--file needs VPATH=PATH after it")?;
                files.push(terminal::mounted(pair)?);
            }
            _ if program.is_none() => program = Some(argument.clone()),
            _ => rest.push(argument.clone()),
        }
    }
    let path = program.ok_or("run needs a file: stridelab run FILE.py")?;
    let code = terminal::read(&path)?;
    let status = terminal::on_deep_stack(|| {
        let session = terminal::session(&files);
        let status = session.run_script(&path, &code, &rest);
        // The process ends next: the interpreter's objects need no taking apart.
        std::mem::forget(session);
        status
    });
    Ok(ExitCode::from(u8::try_from(status).unwrap_or(u8::MAX)))
}
