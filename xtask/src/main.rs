//! `cargo xtask COMMAND`: set-up, building, serving, testing and measuring, from a bare checkout.
//! Each command first installs what is missing, so none has another as a precondition.

mod bench;
mod bench_cifar;
mod fuzz;
mod lessons;
mod noise;
mod project;
mod python;
mod server;
mod shell;
mod site;
mod suites;
mod toolchain;
mod tools;

use project::Project;
use shell::{Result, elapsed, say};
use site::Profile;
use std::path::Path;
use std::time::Instant;

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--lesson FILE.md]          build for development, serve on loopback, rebuild on change
  test                              every suite: native, wasm in Chromium, end to end
  build [--dev] [--lesson FILE.md]  the static site, in dist/
  bench                             sizes of the release site, seconds to the first result and picture
  bench numpy                       the array engine in Chromium beside numpy-ts and NumPy
  bench cifar                       images a second: the loader, NumPy, PyTorch, memcpy
  fuzz [--seed N] [--programs N] [--minutes M]
                                    random programs here and under NumPy, and what differs, made small
  setup                             only install what is missing

`--setup FILE.py` beside `--lesson` is run before the first cell, for the names that a page takes
for granted.

Each command installs what is missing: the wasm32 target, wasm-bindgen, wasm-pack, Trunk,
Chromium, npm packages.";

fn main() {
    let start = Instant::now();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => eprintln!("==> finished in {}", elapsed(start.elapsed())),
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            std::process::exit(1);
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => {
            let project = Project::open()?;
            project.install_tools()?;
            tools::describe(&project.root, &project.browser()?)
        }
        ["serve", options @ ..] => {
            let options = Options::read(options, &["--lesson", "--setup"])?;
            let project = Project::open()?;
            project.install_tools()?;
            site::serve(&project, &options.lesson)
        }
        ["build", options @ ..] => {
            let options = Options::read(options, &["--lesson", "--setup", "--dev"])?;
            let project = Project::open()?;
            project.install_tools()?;
            let profile = if options.dev { Profile::Dev } else { Profile::Release };
            let dist = site::build(&project, profile, &options.lesson, None)?;
            if profile == Profile::Release {
                bench::print_sizes(&project, &dist)?;
            }
            say(format!("the site is in {}: copy it to any static host", dist.display()));
            Ok(())
        }
        ["test"] => suites::run_all(&Project::open()?),
        ["bench"] => {
            let project = Project::open()?;
            project.install_tools()?;
            bench::run_all(&project)
        }
        ["bench", "numpy"] => {
            let project = Project::open()?;
            project.install_tools()?;
            bench::numpy(&project)
        }
        ["bench", "cifar"] => {
            let project = Project::open()?;
            project.install_tools()?;
            bench_cifar::run_all(&project)
        }
        ["fuzz", options @ ..] => fuzz::run_long(&Project::open()?, options),
        ["hook"] => site::hook(&Project::open()?),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        [] => Err(format!("expected a command\n\n{USAGE}")),
        [other, ..] => Err(format!("`{other}` is no command with these options\n\n{USAGE}")),
    }
}

#[derive(Default)]
struct Options {
    lesson: site::Lesson,
    dev: bool,
}

impl Options {
    fn read(words: &[&str], allowed: &[&str]) -> Result<Options> {
        let mut options = Options::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if !allowed.contains(word) {
                return Err(format!("`{word}` is no option here; expected {}", allowed.join(", ")));
            }
            match *word {
                "--dev" => options.dev = true,
                _ => {
                    let file = words.next().ok_or_else(|| format!("`{word}` needs a file after it"))?;
                    let file = Some(Path::new(file).to_owned());
                    match *word {
                        "--setup" => options.lesson.setup = file,
                        _ => options.lesson.file = file,
                    }
                }
            }
        }
        if options.lesson.setup.is_some() && options.lesson.file.is_none() {
            return Err("`--setup` belongs to a lesson: give `--lesson FILE.md` too".to_owned());
        }
        Ok(options)
    }
}
