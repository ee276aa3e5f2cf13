//! `cargo xtask bench`: figures of the release site. Sizes come from the files, times from Chromium
//! started from an empty profile; each time is the median of several starts.

use crate::project::Project;
use crate::server;
use crate::shell::{Result, output, run, say};
use crate::site::{self, Profile};
use std::fs;
use std::path::Path;

/// Builds the release site and prints every figure.
pub fn run_all(project: &Project) -> Result<()> {
    let dist = site::build(project, Profile::Release, &site::Lesson::default(), None)?;
    print_sizes(project, &dist)?;
    start_up(project, &dist)
}

/// Bytes of each module, script and style sheet: as they are, gzip 9 and brotli 11.
pub fn print_sizes(project: &Project, dist: &Path) -> Result<()> {
    let mut files: Vec<_> = fs::read_dir(dist)
        .map_err(|error| format!("cannot read {}: {error}", dist.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension().is_some_and(|kind| ["wasm", "js", "css", "html"].iter().any(|known| kind == *known))
        })
        .collect();
    files.sort();
    say("sizes in bytes");
    let table = output(project.node("xtask/bench/sizes.mjs")?.args(files))?;
    print!("{table}");
    Ok(())
}

/// Seconds until the page is alive and until the first cell's first result.
fn start_up(project: &Project, dist: &Path) -> Result<()> {
    let address = server::serve(dist)?;
    run_in_chromium(project, "xtask/bench/start-up.mjs", &format!("http://{address}/"))
}

fn run_in_chromium(project: &Project, script: &str, url: &str) -> Result<()> {
    let browser = project.browser()?;
    run("measuring start-up in Chromium", project.node(script)?.arg(url).env("STRIDELAB_CHROMIUM", browser.chromium))
}
