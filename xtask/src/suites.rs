//! `cargo xtask test`: every suite, each counted, each able to fail the run. A suite that cannot
//! run, or runs no test, has failed. Not here: what the suites test.

use crate::fuzz;
use crate::project::{Project, target_dir};
use crate::shell::{Result, elapsed, run, run_echoed, say};
use crate::site::{self, Profile};
use crate::tools::Browser;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// How often a suite's tests passed and failed.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
}

struct Outcome {
    name: &'static str,
    tally: Tally,
    time: Duration,
    failure: Option<String>,
}

/// Runs everything; the error says what failed. The last line is `N passed, N failed`.
pub fn run_all(project: &Project) -> Result<()> {
    // Two lanes, each with a folder of its own to build in: from nothing, each compiles the interpreter once, for
    // minutes and mostly on one core. What runs in the browser follows, with both cores to itself.
    let (mut outcomes, web) = thread::scope(|scope| {
        let web = scope.spawn(|| prepare_browser(project));
        let native = vec![
            suite("native", || native(project)),
            step("no Python", || without_python(project)),
            step("fuzzer", || fuzz::run_short(project)),
        ];
        (native, web.join().unwrap_or_else(|_| Err("building for the browser panicked".to_owned())))
    });
    let web = web.as_ref().map_err(String::clone);
    outcomes.push(step("site", || web.clone().map(drop)));
    outcomes.push(step("TypeScript", || web.clone().and_then(|_| type_check(project))));
    thread::scope(|scope| {
        let modules = scope.spawn(|| {
            vec![
                suite("wasm, core", || wasm(project, &web.clone()?.browser, &["--no-default-features"])),
                suite("wasm, kernel", || wasm(project, &web.clone()?.browser, &[])),
            ]
        });
        let pages = suite("end to end", || end_to_end(project, web.clone()?));
        outcomes.extend(modules.join().expect("a suite turns what goes wrong into an outcome"));
        outcomes.push(pages);
    });
    summarize(&outcomes)
}

/// What the browser's suites need.
struct Web {
    browser: Browser,
    /// Where the site is.
    dist: PathBuf,
}

/// Compiles what needs only Rust first, then installs the tools, then builds the site with them.
fn prepare_browser(project: &Project) -> Result<Web> {
    site::compile_kernel(project)?;
    project.install_tools()?;
    let browser = project.browser()?;
    let dist = target_dir(&project.root).join("site");
    site::build(project, Profile::Dev, &site::Lesson::default(), Some(&dist))?;
    Ok(Web { browser, dist })
}

fn native(project: &Project) -> Result<Counted> {
    let mut cargo = project.cargo("test")?;
    cargo.args(["--workspace", "--no-fail-fast"]);
    counted("building and running the native suites (RustPython takes minutes, once)", &mut cargo, cargo_line)
}

/// The array engine, the data and the lessons must stand without the interpreter.
fn without_python(project: &Project) -> Result<()> {
    let mut cargo = project.cargo("check")?;
    run("checking that all but `py` builds without Python", cargo.args(["--no-default-features", "--all-targets"]))
}

fn wasm(project: &Project, browser: &Browser, features: &[&str]) -> Result<Counted> {
    let mut wasm_pack = project.wasm_command("wasm-pack")?;
    wasm_pack
        .args(["test", "--headless", "--chrome", "--chromedriver"])
        .arg(&browser.driver)
        .args(["--mode", "no-install", ".", "--locked", "--test", "web"])
        .args(features)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    let which = if features.is_empty() { "kernel" } else { "core" };
    counted(&format!("running the wasm suite of `{which}` in Chromium"), &mut wasm_pack, cargo_line)
}

fn end_to_end(project: &Project, web: &Web) -> Result<Counted> {
    let mut playwright = project.node("node_modules/@playwright/test/cli.js")?;
    playwright
        .args(["test", "-c", "tests/e2e"])
        .env("STRIDELAB_DIST", &web.dist)
        .env("STRIDELAB_CHROMIUM", &web.browser.chromium);
    counted("running the end-to-end suite", &mut playwright, playwright_line)
}

fn type_check(project: &Project) -> Result<()> {
    for config in ["tsconfig.json", "tests/tsconfig.json"] {
        let mut tsc = project.node("node_modules/typescript/bin/tsc")?;
        run(&format!("checking the TypeScript of {config}"), tsc.args(["--noEmit", "-p", config]))?;
    }
    Ok(())
}

/// What a command's own lines count, and whether it ended well.
struct Counted {
    tally: Tally,
    ended: Result<()>,
}

fn counted(what: &str, command: &mut Command, read: fn(&str) -> Option<Tally>) -> Result<Counted> {
    let mut tally = Tally::default();
    let ended = run_echoed(what, command, |line| {
        if let Some(Tally { passed, failed }) = read(line) {
            tally.passed += passed;
            tally.failed += failed;
        }
    });
    Ok(Counted { tally, ended })
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; …`, of cargo and of wasm-bindgen's runner.
fn cargo_line(line: &str) -> Option<Tally> {
    let (_, rest) = line.split_once("test result: ")?;
    let before = |word: &str| {
        let (number, _) = rest.split_once(word)?;
        number.split_whitespace().next_back()?.parse().ok()
    };
    Some(Tally { passed: before(" passed")?, failed: before(" failed")? })
}

/// `  12 passed (30.1s)`, `  1 failed`, `  1 did not run`: Playwright's closing lines.
fn playwright_line(line: &str) -> Option<Tally> {
    let (number, word) = line.trim().split_once(' ')?;
    let number = number.parse().ok()?;
    match word.split(" (").next()? {
        "passed" => Some(Tally { passed: number, failed: 0 }),
        "failed" | "flaky" | "interrupted" | "did not run" => Some(Tally { passed: 0, failed: number }),
        _ => None,
    }
}

/// A suite: fails if a test failed, if it did not end well, or if it ran nothing.
fn suite(name: &'static str, body: impl FnOnce() -> Result<Counted>) -> Outcome {
    let start = Instant::now();
    let (mut tally, ended) = match body() {
        Ok(Counted { tally, ended }) => (tally, ended),
        Err(sentence) => (Tally::default(), Err(sentence)),
    };
    let failure = match ended {
        Err(sentence) => Some(sentence),
        Ok(()) if tally.failed > 0 => Some(format!("{} tests failed", tally.failed)),
        Ok(()) if tally.passed == 0 => Some("ran no test".to_owned()),
        Ok(()) => None,
    };
    if failure.is_some() {
        tally.failed = tally.failed.max(1);
    }
    report(Outcome { name, tally, time: start.elapsed(), failure })
}

/// A check that holds or does not; counts nothing while it holds.
fn step(name: &'static str, body: impl FnOnce() -> Result<()>) -> Outcome {
    let start = Instant::now();
    let failure = body().err();
    let tally = Tally { passed: 0, failed: usize::from(failure.is_some()) };
    report(Outcome { name, tally, time: start.elapsed(), failure })
}

fn report(outcome: Outcome) -> Outcome {
    match &outcome.failure {
        None => say(format!("{}: good, {}", outcome.name, elapsed(outcome.time))),
        Some(sentence) => say(format!("{}: FAILED, {}: {sentence}", outcome.name, elapsed(outcome.time))),
    }
    outcome
}

fn summarize(outcomes: &[Outcome]) -> Result<()> {
    println!("\n{:<14} {:>7} {:>7} {:>13}", "suite", "passed", "failed", "time");
    let mut sum = Tally::default();
    for Outcome { name, tally, time, .. } in outcomes {
        println!("{name:<14} {:>7} {:>7} {:>13}", tally.passed, tally.failed, elapsed(*time));
        sum.passed += tally.passed;
        sum.failed += tally.failed;
    }
    let failures: Vec<String> = outcomes
        .iter()
        .filter_map(|outcome| outcome.failure.as_ref().map(|sentence| format!("{}: {sentence}", outcome.name)))
        .collect();
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::{Counted, Tally, cargo_line, playwright_line, step, suite};

    #[test]
    fn closing_lines_are_counted() {
        let tally = |passed, failed| Some(Tally { passed, failed });
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(cargo_line(line), tally(12, 3));
        assert_eq!(cargo_line("test nd::shape ... ok"), None);
        assert_eq!(playwright_line("  12 passed (30.1s)"), tally(12, 0));
        assert_eq!(playwright_line("  2 failed"), tally(0, 2));
        assert_eq!(playwright_line("  1 did not run"), tally(0, 1));
        assert_eq!(playwright_line("  3 skipped"), None);
        assert_eq!(playwright_line("  ok 1 cells.spec.ts:3:1 › 12 passed"), None);
    }

    #[test]
    fn a_suite_that_ran_nothing_or_could_not_run_has_failed() {
        let empty = suite("empty", || Ok(Counted { tally: Tally::default(), ended: Ok(()) }));
        assert_eq!((empty.tally.failed, empty.failure.as_deref()), (1, Some("ran no test")));
        assert_eq!(suite("absent", || Err("no browser".to_owned())).tally.failed, 1);
        assert_eq!(step("check", || Err("no compiler".to_owned())).tally.failed, 1);
    }
}
