//! `cargo xtask bench`: figures of the release site; `bench numpy` times the array engine. Sizes come from the files,
//! times from Chromium started from an empty profile; each time is the median of several starts.

use crate::noise;
use crate::project::{Project, target_dir};
use crate::python;
use crate::server;
use crate::shell::{Result, output, run, say};
use crate::site::{self, Profile};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Builds the release site and prints every figure.
pub fn run_all(project: &Project) -> Result<()> {
    let dist = site::build(project, Profile::Release, &site::Lesson::default(), None)?;
    print_sizes(project, &dist)?;
    in_the_page(project, &dist)
}

/// Bytes of each module, script and style sheet: as they are, gzip 9 and brotli 11.
pub fn print_sizes(project: &Project, dist: &Path) -> Result<()> {
    let mut files: Vec<_> = fs::read_dir(dist)
        .map_err(|error| format!("cannot read {}: {error}", dist.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension().is_some_and(|kind| ["wasm", "bin", "js", "css", "html"].iter().any(|known| kind == *known))
        })
        .collect();
    files.sort();
    say("sizes in bytes");
    let table = output(project.node("xtask/bench/sizes.mjs")?.args(files))?;
    print!("{table}");
    Ok(())
}

/// The array engine in Chromium beside numpy-ts in the same page and NumPy under CPython.
pub fn numpy(project: &Project) -> Result<()> {
    let dist = site::build(project, Profile::Release, &site::Lesson::default(), None)?;
    let python = python::with_numpy(project)?;
    say("timing NumPy under CPython");
    let figures = output(Command::new(python).arg(project.root.join("xtask/bench/numpy/rows.py")))?;
    let file = target_dir(&project.root).join("xtask/bench-numpy.jsonl");
    fs::write(&file, figures).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    let address = server::serve(&dist)?;
    let browser = project.browser()?;
    run(
        "timing the engine and numpy-ts in Chromium",
        project
            .node("xtask/bench/numpy/compare.mjs")?
            .arg(format!("http://{address}/"))
            .arg(file)
            .env("STRIDELAB_CHROMIUM", browser.chromium),
    )
}

/// Seconds until the page is alive, until the first cell's first result, and from files to pictures of them.
fn in_the_page(project: &Project, dist: &Path) -> Result<()> {
    let url = format!("http://{}/", server::serve(dist)?);
    let chromium = project.browser()?.chromium;
    let node = |script: &str| -> Result<Command> {
        let mut node = project.node(script)?;
        node.arg(&url).env("STRIDELAB_CHROMIUM", &chromium);
        Ok(node)
    };
    run("measuring start-up in Chromium", &mut node("xtask/bench/start-up.mjs")?)?;
    let files = noise::files(&target_dir(&project.root).join("xtask/bench-cifar"))?;
    run("measuring files to pictures in Chromium", node("xtask/bench/drop.mjs")?.args(files))
}
