//! `cargo xtask fuzz`: the differential fuzzer of `tests/fuzz`, which grows random programs, runs them under NumPy and
//! here, and prints what differs. Not here: how programs grow, run and shrink (`tests/fuzz/`, in Python, beside NumPy).

use crate::project::{Project, target_dir};
use crate::python;
use crate::shell::{Result, run, say};
use std::path::Path;
use std::process::Command;

/// What the short run within the suites does; another seed now and then finds other programs.
const SUITE_SEED: &str = "2024";
const SUITE_PROGRAMS: &str = "1500";

/// Installs NumPy where it is missing, builds the native command, and runs with the options given.
pub fn run_long(project: &Project, options: &[&str]) -> Result<()> {
    for (place, word) in options.iter().enumerate() {
        let known = ["--seed", "--programs", "--minutes"].contains(word);
        let is_value = place > 0 && word.parse::<f64>().is_ok();
        if !known && !is_value {
            return Err(format!(
                "`{word}` is no option here; expected --seed, --programs or --minutes, each with a number"
            ));
        }
    }
    let python = python::with_numpy(project)?;
    let mut cargo = project.cargo("build")?;
    run("building the native command", cargo.args(["--bin", "stridelab"]))?;
    run("growing programs and comparing them with NumPy", fuzzer(project, &python).args(options))
}

/// The seeded short run of the suites, on the command that they have built; says so where NumPy is not installed.
pub fn run_short(project: &Project) -> Result<()> {
    let Some(python) = python::installed(project) else {
        say(
            "the fuzzer is left out: NumPy 2.4 is not installed (`cargo xtask fuzz` installs it); recorded programs were run",
        );
        return Ok(());
    };
    let mut fuzzer = fuzzer(project, &python);
    // Programs that are known to differ still are listed; any other that differs fails the run.
    fuzzer.args(["--seed", SUITE_SEED, "--programs", SUITE_PROGRAMS, "--known", "tests/fuzz/known.txt"]);
    run("growing programs and comparing them with NumPy", &mut fuzzer)
}

fn fuzzer(project: &Project, python: &Path) -> Command {
    let mut command = Command::new(python);
    command.current_dir(&project.root).arg("tests/fuzz").arg("--command");
    command.arg(target_dir(&project.root).join("debug/stridelab"));
    command
}
