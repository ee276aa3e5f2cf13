//! Lesson files to the pages of the site.
//!
//! The crate's `lesson` room is compiled into this command by its path. It needs nothing else of the
//! crate, and a build of the site would otherwise wait minutes for the array engine to be compiled for
//! the host. Not here: how a lesson becomes HTML, and in which order lessons stand.

#[path = "../../src/lesson/mod.rs"]
#[allow(dead_code, missing_docs, unused_imports, reason = "the site needs a part of the room")]
mod lesson;

use crate::shell::{Result, say};
use lesson::course::arrange;
use lesson::{Page, Sidecars, render};
use std::fs;
use std::path::{Path, PathBuf};

/// A page that is no lesson: it stands in no order, and links lead to it by its name.
pub struct Reference {
    /// Of its file, without `.html`.
    pub name: String,
    /// Front matter and Markdown, as a lesson's.
    pub text: String,
}

/// Renders `lessons` into `folder`, each in the document `template`: the first in reading order as
/// `index.html`, the others as `NAME.html`; and the pages of reference beside them.
///
/// Beside a lesson may stand `NAME.setup.py`, which the page runs before its first cell (`setup` takes
/// its place), and `NAME.output.txt`, what the cells print.
pub fn render_all(
    lessons: &[PathBuf],
    reference: &[Reference],
    setup: Option<&Path>,
    template: &Path,
    folder: &Path,
) -> Result<()> {
    // Trunk leaves the link of a module whose script it was told not to inject.
    let template: String =
        read(template)?.split_inclusive('\n').filter(|line| !line.contains("rel=\"rust\"")).collect();
    let pages = lessons.iter().map(|file| page(file, setup)).collect::<Result<Vec<_>>>()?;
    let mut pages = arrange(pages);
    for Reference { name, text } in reference {
        let page = render(text, Sidecars::default()).map_err(|fault| format!("{name}: {fault}"))?;
        pages.push((format!("{name}.html"), page));
    }
    for (name, page) in pages {
        let file = folder.join(&name);
        let html = filled(&page, &template)?;
        fs::write(&file, html).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
        say(format!("{name}: {}, {} cells", page.title, page.cells));
    }
    Ok(())
}

/// The template with the page in it. Placeholders of `trunk serve`, which it fills in as it serves, stay.
fn filled(page: &Page, template: &str) -> Result<String> {
    const TRUNKS: &str = "{{__TRUNK";
    const SET_ASIDE: &str = "{\0{__TRUNK";
    let html = page.fill(&template.replace(TRUNKS, SET_ASIDE)).map_err(|fault| format!("{}: {fault}", page.title))?;
    Ok(html.replace(SET_ASIDE, TRUNKS))
}

fn page(file: &Path, setup: Option<&Path>) -> Result<(String, Page)> {
    let text = read(file)?;
    let beside = |extension: &str| {
        let sidecar = file.with_extension(extension);
        sidecar.exists().then(|| read(&sidecar)).transpose()
    };
    let setup = match setup {
        Some(setup) => Some(read(setup)?),
        None => beside("setup.py")?,
    };
    let output = beside("output.txt")?;
    let sidecars = Sidecars { setup: setup.as_deref(), output: output.as_deref() };
    let page = render(&text, sidecars).map_err(|fault| format!("{}: {fault}", file.display()))?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, page))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::filled;
    use super::lesson::{Sidecars, render};

    #[test]
    fn what_trunk_fills_in_while_it_serves_stays() {
        let page = render("---\ntitle: \"Views\"\n---\n\n# Views\n", Sidecars::default()).expect("a page");
        let html = filled(&page, "<title>{{title}}</title>{{lesson}}'{{__TRUNK_ADDRESS__}}'").expect("a template");
        assert!(html.starts_with("<title>Views</title>"), "{html}");
        assert!(html.ends_with("'{{__TRUNK_ADDRESS__}}'"), "{html}");
        filled(&page, "{{lesson}} {{lessson}}").expect_err("a placeholder misspelt");
    }
}
