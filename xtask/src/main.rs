//! `cargo xtask COMMAND`: set-up, building, serving, testing and measuring, from a bare checkout.
//! Each command first installs what is missing, so none has another as a precondition.

mod shell;
mod toolchain;

use shell::{Result, elapsed, say};
use std::path::{Path, PathBuf};
use std::time::Instant;
use toolchain::Toolchain;

const USAGE: &str = "\
cargo xtask COMMAND

  setup                   install what is missing: Rust target, tools, browser, npm packages
";

fn main() {
    let start = Instant::now();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => println!("==> finished in {}", elapsed(start.elapsed())),
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
            let toolchain = Toolchain::find_or_make(&root())?;
            say(toolchain.describe());
            Ok(())
        }
        _ => Err(format!("expected a command\n\n{USAGE}")),
    }
}

/// The project's folder: xtask's parent.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies inside the project").to_owned()
}
