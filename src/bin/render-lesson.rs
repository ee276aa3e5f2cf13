//! `render-lesson --template FILE --into FOLDER LESSON.md…`: lessons to the pages of a site.
//!
//! The first lesson in reading order (phase, then order) becomes `index.html`, the others
//! `NAME.html`. A sidecar `NAME.setup.py` is the lesson's set-up. Needs no interpreter, so the site's
//! build does not compile one for the host. Not here: how a lesson becomes HTML (`lesson`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stridelab::lesson;

const USAGE: &str = "usage: render-lesson --template FILE --into FOLDER LESSON.md…";

fn main() -> ExitCode {
    match render_all(std::env::args().skip(1)) {
        Ok(pages) => {
            for page in pages {
                println!("{}", page.display());
            }
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("render-lesson: {sentence}");
            ExitCode::FAILURE
        }
    }
}

struct Rendered {
    stem: String,
    rank: (i64, i64),
    html: String,
}

fn render_all(mut arguments: impl Iterator<Item = String>) -> Result<Vec<PathBuf>, String> {
    let (mut template, mut into, mut lessons) = (None, None, Vec::new());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--template" => template = arguments.next(),
            "--into" => into = arguments.next(),
            _ => lessons.push(PathBuf::from(argument)),
        }
    }
    let (Some(template), Some(into), false) = (template, into, lessons.is_empty()) else {
        return Err(USAGE.to_owned());
    };
    let template = read(Path::new(&template))?;
    let mut rendered = lessons.iter().map(|file| render(file, &template)).collect::<Result<Vec<_>, _>>()?;
    rendered.sort_by(|a, b| (a.rank, &a.stem).cmp(&(b.rank, &b.stem)));

    let mut written = Vec::new();
    for (place, lesson) in rendered.iter().enumerate() {
        let name = if place == 0 { "index" } else { &lesson.stem };
        let path = Path::new(&into).join(format!("{name}.html"));
        fs::write(&path, &lesson.html).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        written.push(path);
    }
    Ok(written)
}

fn render(file: &Path, template: &str) -> Result<Rendered, String> {
    let named = |error: lesson::Error| format!("{}: {error}", file.display());
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let sidecar = file.with_file_name(format!("{stem}.setup.py"));
    let setup = if sidecar.exists() { Some(read(&sidecar)?) } else { None };
    let page = lesson::render(&read(file)?, setup.as_deref()).map_err(named)?;
    let head = &page.front_matter;
    let rank = (head.phase.unwrap_or(i64::MAX), head.order.unwrap_or(i64::MAX));
    Ok(Rendered { stem, rank, html: page.fill(template).map_err(named)? })
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}
