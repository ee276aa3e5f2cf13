//! `lesson-page LESSON.md -o OUT.html`: renders a lesson file as a page. It has no interpreter in it,
//! so that the site's build need not compile one: `cargo run --no-default-features --bin lesson-page`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use stridelab::lesson::{Sidecars, page::DEFAULT_TEMPLATE, render};

const USAGE: &str = "\
usage: lesson-page LESSON.md -o OUT.html [--template FILE.html] [--setup FILE.py]

Renders a lesson as a page. The template is an HTML file with {{lesson}} in it; without one, a plain
document is written. The setup is Python that the page runs before its first cell; without --setup it
is LESSON.setup.py beside the lesson, where there is one.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match Arguments::read(&words).and_then(|arguments| arguments.run()) {
        Ok(sentence) => {
            println!("{sentence}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("lesson-page: {sentence}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Default)]
struct Arguments {
    lesson: PathBuf,
    out: PathBuf,
    template: Option<PathBuf>,
    setup: Option<PathBuf>,
}

impl Arguments {
    fn read(words: &[String]) -> Result<Arguments, String> {
        let mut arguments = Arguments::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().map(PathBuf::from).ok_or(format!("{word} needs a file\n{USAGE}"));
            match word.as_str() {
                "-o" | "--output" => arguments.out = value()?,
                "--template" => arguments.template = Some(value()?),
                "--setup" => arguments.setup = Some(value()?),
                option if option.starts_with('-') => {
                    return Err(format!("no option {option}\n{USAGE}"));
                }
                lesson if arguments.lesson.as_os_str().is_empty() => arguments.lesson = lesson.into(),
                extra => return Err(format!("one lesson at a time; found also {extra}\n{USAGE}")),
            }
        }
        if arguments.lesson.as_os_str().is_empty() || arguments.out.as_os_str().is_empty() {
            return Err(format!("a lesson and -o OUT.html are needed\n{USAGE}"));
        }
        Ok(arguments)
    }

    fn run(&self) -> Result<String, String> {
        let text = read(&self.lesson)?;
        let sidecar = self.lesson.with_extension("setup.py");
        let setup = match &self.setup {
            Some(file) => Some(read(file)?),
            None if sidecar.exists() => Some(read(&sidecar)?),
            None => None,
        };
        let template = self.template.as_deref().map(read).transpose()?;
        let in_lesson = |fault| format!("{}: {fault}", self.lesson.display());
        let page = render(&text, Sidecars { setup: setup.as_deref(), output: None }).map_err(in_lesson)?;
        let html = page.fill(template.as_deref().unwrap_or(DEFAULT_TEMPLATE)).map_err(in_lesson)?;
        std::fs::write(&self.out, html).map_err(|fault| format!("cannot write {}: {fault}", self.out.display()))?;
        Ok(format!("{}: {} cells -> {}", self.lesson.display(), page.cells, self.out.display()))
    }
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|fault| format!("cannot read {}: {fault}", file.display()))
}
