//! A lesson's Markdown to the article of a page.
//!
//! Python fences become cells that read well before any script runs: a `<div class="ai-repl">`
//! around a plain `<pre>`. Raw widgets, `<details>` and all other HTML of the author pass through.
//! The document around the article is [`super::page`]'s.

use std::collections::HashMap;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Tag, TagEnd, html};

use super::blocks::{self, Fence, Role};
use super::cell::{Cells, SETUP_ID, listing};
use super::document::{Document, code_of};
use super::error::Error;
use super::html::escape_text;
use super::output::outputs;
use super::page::{Heading, Page};
use super::quiz;
use super::widget::STAND_IN;

/// Longest description taken from the first paragraph, in characters.
const DESCRIPTION_CHARS: usize = 200;

/// The texts of the files that may stand beside a lesson.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sidecars<'a> {
    /// `NAME.setup.py`: Python that the page runs once in its session, before the first cell.
    pub setup: Option<&'a str>,
    /// `NAME.output.txt`: what the cells print, see [`super::output`].
    pub output: Option<&'a str>,
}

/// Renders a lesson file.
///
/// # Errors
/// Faults of the lesson's form, each with its line; a front matter without a title.
pub fn render(text: &str, sidecars: Sidecars<'_>) -> Result<Page, Error> {
    let document = Document::read(text)?;
    let blocks = blocks::of(&document)?;
    let title = document.front_matter.required_title()?.to_owned();
    let mut article = Article {
        document: &document,
        cells: Cells {
            blocks: &blocks,
            setup: sidecars.setup.is_some(),
            outputs: outputs(sidecars.output.unwrap_or(""))?,
        },
        out: Vec::new(),
        headings: Vec::new(),
        ids: HashMap::new(),
        first_paragraph: String::new(),
        quizzes: 0,
    };
    article.walk()?;

    let mut body = String::new();
    if !article.headings.iter().any(|heading| heading.level == 1) {
        body.push_str(&format!("<h1>{}</h1>\n", escape_text(&title)));
    }
    html::push_html(&mut body, article.out.into_iter());
    let given = document.front_matter.other.iter().find(|(key, _)| key == "description");
    Ok(Page {
        title,
        description: match given {
            Some((_, text)) => text.clone(),
            None => shortened(&article.first_paragraph),
        },
        headings: article.headings,
        article: wrapped(&body, sidecars.setup),
        cells: blocks.len(),
        front_matter: document.front_matter,
        previous: None,
        next: None,
    })
}

/// The article element; a setup stands in it as a template, which no reader sees and no browser runs.
fn wrapped(body: &str, setup: Option<&str>) -> String {
    let setup = match setup {
        Some(code) => {
            format!("<template id=\"{SETUP_ID}\">{}</template>\n", escape_text(code))
        }
        None => String::new(),
    };
    format!("<article class=\"lesson\">\n{setup}{}\n</article>\n", body.trim_end())
}

/// The walk over a document's events.
struct Article<'a> {
    document: &'a Document,
    cells: Cells<'a>,
    out: Vec<Event<'a>>,
    headings: Vec<Heading>,
    ids: HashMap<String, usize>,
    first_paragraph: String,
    quizzes: usize,
}

impl<'a> Article<'a> {
    fn walk(&mut self) -> Result<(), Error> {
        let document = self.document;
        let mut events = document.events();
        let mut in_first_paragraph = false;
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                    let inner: Vec<Event<'a>> = events
                        .by_ref()
                        .map(|(event, _)| event)
                        .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
                        .collect();
                    let text = plain(&inner);
                    let id = self.unique_id(id.as_deref().unwrap_or(&slug(&text)));
                    self.headings.push(Heading { level: rank(level), id: id.clone(), text });
                    let id = Some(CowStr::from(id));
                    self.out.push(Event::Start(Tag::Heading { level, id, classes, attrs }));
                    self.out.extend(inner);
                    self.out.push(Event::End(TagEnd::Heading(level)));
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    let code = code_of(&mut events);
                    let line = document.fence_code_line(&range) - 1;
                    let html = self.fence(&info, &code, line, range.start)?;
                    self.push_html(html);
                }
                Event::Html(html) | Event::InlineHtml(html) => {
                    let html = self.with_widgets(&html);
                    self.push_html(html);
                }
                Event::Start(Tag::Table(alignments)) => {
                    self.push_html("<div class=\"table\">\n".to_owned());
                    self.out.push(Event::Start(Tag::Table(alignments)));
                }
                Event::End(TagEnd::Table) => {
                    self.out.push(Event::End(TagEnd::Table));
                    self.push_html("</div>\n".to_owned());
                }
                other => {
                    match &other {
                        Event::Start(Tag::Paragraph) => {
                            in_first_paragraph = self.first_paragraph.is_empty();
                        }
                        Event::End(TagEnd::Paragraph) => in_first_paragraph = false,
                        Event::Text(text) | Event::Code(text) if in_first_paragraph => {
                            self.first_paragraph.push_str(text);
                        }
                        Event::SoftBreak | Event::HardBreak if in_first_paragraph => {
                            self.first_paragraph.push(' ');
                        }
                        _ => {}
                    }
                    self.out.push(other);
                }
            }
        }
        Ok(())
    }

    fn push_html(&mut self, html: String) {
        self.out.push(Event::Html(html.into()));
    }

    /// The HTML of a fence: a cell, a quiz, or a plain listing.
    fn fence(&mut self, info: &str, code: &str, line: usize, at: usize) -> Result<String, Error> {
        if info.trim() == "quiz" {
            self.quizzes += 1;
            return quiz::render(code, line, self.quizzes);
        }
        let language = info.split([' ', '\t', ',']).next().unwrap_or("");
        Ok(match Fence::read(info, line)? {
            None => listing(language, code) + "\n",
            Some(Fence { role: Role::NoRun, .. }) => listing("python", code) + "\n",
            Some(Fence { role: Role::Check, .. }) => String::new(),
            Some(Fence { role: Role::Block(_), .. }) => self.cells.fence(at),
        })
    }

    /// `html` with each stand-in replaced by its widget.
    fn with_widgets(&self, html: &str) -> String {
        let mut out = html.to_owned();
        for i in blocks::stand_ins(html) {
            let stand_in = format!("{}{i}{}", STAND_IN.0, STAND_IN.1);
            out = out.replace(&stand_in, &self.cells.widget(&self.document.lifted.widgets[i], i));
        }
        out
    }

    /// `wanted`, or `wanted-2` and so on where it is taken.
    fn unique_id(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        while self.ids.contains_key(&id) {
            let count = self.ids.entry(wanted.to_owned()).or_insert(1);
            *count += 1;
            id = format!("{wanted}-{count}");
        }
        self.ids.insert(id.clone(), 1);
        id
    }
}

fn rank(level: HeadingLevel) -> u8 {
    level as u8
}

/// The text of inline events, without their marks.
fn plain(events: &[Event<'_>]) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// `text` as an id: letters and digits in lower case, all else one hyphen between them.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if matches!(c, '\'' | '’' | '(' | ')') {
            continue;
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    match slug.trim_end_matches('-') {
        "" => "section".to_owned(),
        slug => slug.to_owned(),
    }
}

/// `text` cut at the end of a word, with an ellipsis, where it is longer than a description may be.
fn shortened(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(DESCRIPTION_CHARS) else {
        return text.to_owned();
    };
    let end = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{}…", text[..end].trim_end_matches([',', '.', ';', ':', ' ']))
}
