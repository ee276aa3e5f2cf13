//! `lesson-page LESSON.md… --into FOLDER`: renders lessons as pages. It has no interpreter in it, so that
//! the site's build need not compile one: `cargo run --no-default-features --bin lesson-page`.
//! Not here: how a lesson becomes HTML, and in which order lessons stand (`lesson`).

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use stridelab::lesson::course::arrange;
use stridelab::lesson::page::DEFAULT_TEMPLATE;
use stridelab::lesson::{Page, Sidecars, render};

const USAGE: &str = "\
usage: lesson-page LESSON.md… --into FOLDER [--template FILE.html] [--setup FILE.py]

Renders lessons as pages: the first in reading order as index.html, the others as NAME.html. The
template is an HTML file with {{lesson}} in it; without one, plain documents are written. Beside a
lesson may stand NAME.setup.py, which the page runs before its first cell (--setup names another file
in its place), and NAME.output.txt, what the cells print.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match Arguments::read(&words).and_then(|arguments| arguments.run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("lesson-page: {sentence}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Default)]
struct Arguments {
    lessons: Vec<PathBuf>,
    into: PathBuf,
    template: Option<PathBuf>,
    setup: Option<PathBuf>,
}

impl Arguments {
    fn read(words: &[String]) -> Result<Arguments, String> {
        let mut arguments = Arguments::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value =
                || words.next().map(PathBuf::from).ok_or_else(|| format!("{word} needs a path after it\n{USAGE}"));
            match word.as_str() {
                "--into" => arguments.into = value()?,
                "--template" => arguments.template = Some(value()?),
                "--setup" => arguments.setup = Some(value()?),
                option if option.starts_with('-') => return Err(format!("{option} is no option here\n{USAGE}")),
                lesson => arguments.lessons.push(lesson.into()),
            }
        }
        if arguments.lessons.is_empty() || arguments.into.as_os_str().is_empty() {
            return Err(format!("a lesson and --into FOLDER are needed\n{USAGE}"));
        }
        Ok(arguments)
    }

    fn run(&self) -> Result<(), String> {
        let template = match &self.template {
            Some(file) => read(file)?,
            None => DEFAULT_TEMPLATE.to_owned(),
        };
        let pages = self.lessons.iter().map(|file| self.page(file)).collect::<Result<Vec<_>, _>>()?;
        for (name, page) in arrange(pages) {
            let file = self.into.join(name);
            let html = page.fill(&template).map_err(|fault| format!("{}: {fault}", page.title))?;
            std::fs::write(&file, html).map_err(|fault| format!("cannot write {}: {fault}", file.display()))?;
            println!("{}: {} cells -> {}", page.title, page.cells, file.display());
        }
        Ok(())
    }

    fn page(&self, file: &Path) -> Result<(String, Page), String> {
        let text = read(file)?;
        let beside = |extension: &str| {
            let sidecar = file.with_extension(extension);
            sidecar.exists().then(|| read(&sidecar)).transpose()
        };
        let setup = match &self.setup {
            Some(setup) => Some(read(setup)?),
            None => beside("setup.py")?,
        };
        let output = beside("output.txt")?;
        let sidecars = Sidecars { setup: setup.as_deref(), output: output.as_deref() };
        let page = render(&text, sidecars).map_err(|fault| format!("{}: {fault}", file.display()))?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok((name, page))
    }
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|fault| format!("cannot read {}: {fault}", file.display()))
}
