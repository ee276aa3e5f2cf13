//! The native command: Python files and lessons on the session that the browser uses.
//!
//! It reads arguments and files and sets the exit status; what Python does is in the library.

#[cfg(feature = "python")]
mod check;
mod cifar;
mod cifar_bench;
#[cfg(feature = "python")]
mod run;
#[cfg(feature = "python")]
mod terminal;

use std::process::ExitCode;

const USAGE: &str = "\
usage: stridelab run FILE.py [--file VPATH=PATH]... [ARGUMENT]...   run a program (- reads it from standard input)
       stridelab check LESSON.md [--setup FILE.py] [--file VPATH=PATH]...   run every Python block of a lesson
       stridelab cifar FILE... [--sheet OUT.png] [--bench]          say what CIFAR files and archives hold, draw a contact sheet";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((command, rest)) = arguments.split_first() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let done = match command.as_str() {
        #[cfg(feature = "python")]
        "run" => run::main(rest),
        #[cfg(feature = "python")]
        "check" => check::main(rest),
        "cifar" => cifar::main(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(format!("there is no command {other:?} in this build\n{USAGE}")),
    };
    done.unwrap_or_else(|complaint| {
        eprintln!("stridelab: {complaint}");
        ExitCode::from(2)
    })
}
