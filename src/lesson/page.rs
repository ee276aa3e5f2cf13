//! A rendered lesson, and the document that it stands in.
//!
//! The document is a template: any HTML file with `{{lesson}}` where the article goes. The site's own
//! shell is one.

use super::error::Error;
use super::front_matter::FrontMatter;
use super::html::escape_attribute;

/// The names that a template may use, each between double braces.
///
/// `lesson` and `contents` are HTML. The others are text, escaped for use in an element or in a quoted
/// attribute.
pub const PLACEHOLDERS: [&str; 7] =
    ["lesson", "contents", "title", "description", "section_id", "phase", "phase_title"];

/// A rendered lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Title, as plain text.
    pub title: String,
    /// What the lesson is about, as plain text: `description` of the front matter, or the first
    /// paragraph, shortened.
    pub description: String,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// `<article class="lesson">`, as HTML.
    pub article: String,
    /// How many cells it has.
    pub cells: usize,
    /// The head of the file.
    pub front_matter: FrontMatter,
    /// The lesson before this one in the course. A single file knows of none.
    pub previous: Option<Link>,
    /// The lesson after this one.
    pub next: Option<Link>,
}

/// A link to another lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, relative to this page.
    pub href: String,
    /// The other lesson's title, as plain text.
    pub title: String,
}

/// A heading of a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id in the page.
    pub id: String,
    /// Its words, as plain text.
    pub text: String,
}

impl Page {
    /// The table of contents, as HTML: headings of level 2 and, inside them, of level 3.
    pub fn contents(&self) -> String {
        let mut out = String::from("<nav class=\"contents\" aria-label=\"Contents\">\n<ol>\n");
        let mut nested = false;
        let mut open = false;
        for heading in self.headings.iter().filter(|h| matches!(h.level, 2 | 3)) {
            let link =
                format!("<a href=\"#{}\">{}</a>", escape_attribute(&heading.id), escape_attribute(&heading.text));
            if heading.level == 3 && open {
                out.push_str(if nested { "</li>\n" } else { "\n<ol>\n" });
                nested = true;
            } else if open {
                out.push_str(if nested { "</li>\n</ol>\n</li>\n" } else { "</li>\n" });
                nested = false;
            }
            open = true;
            out.push_str(&format!("<li>{link}"));
        }
        if open {
            out.push_str(if nested { "</li>\n</ol>\n</li>\n" } else { "</li>\n" });
        }
        out.push_str("</ol>\n</nav>\n");
        out
    }

    /// The whole document: `template` with each `{{name}}` of [`PLACEHOLDERS`] filled in.
    ///
    /// # Errors
    /// A name in double braces that is no placeholder; a template without `{{lesson}}`.
    pub fn fill(&self, template: &str) -> Result<String, Error> {
        let mut out = String::with_capacity(template.len() + self.article.len());
        let mut rest = template;
        let mut placed = false;
        while let Some((before, after)) = rest.split_once("{{") {
            out.push_str(before);
            let Some((name, tail)) = after.split_once("}}") else {
                out.push_str("{{");
                rest = after;
                continue;
            };
            let read = template.len() - after.len();
            let value = self.value(name.trim()).ok_or_else(|| Error::Placeholder {
                line: template[..read].matches('\n').count() + 1,
                name: name.trim().to_owned(),
            })?;
            placed |= name.trim() == "lesson";
            out.push_str(&value);
            rest = tail;
        }
        out.push_str(rest);
        if placed { Ok(out) } else { Err(Error::TemplateWithoutLesson) }
    }

    /// Links to the lessons before and after, as HTML; empty where there are none.
    fn neighbours(&self) -> String {
        let link = |rel: &str, words: &str, link: &Option<Link>| match link {
            Some(Link { href, title }) => format!(
                "<a rel=\"{rel}\" href=\"{}\">{words}: {}</a>\n",
                escape_attribute(href),
                escape_attribute(title)
            ),
            None => String::new(),
        };
        let links = link("prev", "Before", &self.previous) + &link("next", "Next", &self.next);
        match links.as_str() {
            "" => String::new(),
            links => format!("<nav class=\"lessons\" aria-label=\"Lessons\">\n{links}</nav>\n"),
        }
    }

    fn value(&self, name: &str) -> Option<String> {
        let head = &self.front_matter;
        let text = |text: Option<&str>| Some(escape_attribute(text.unwrap_or("")));
        match name {
            "lesson" => Some(self.article.clone() + &self.neighbours()),
            "contents" => Some(self.contents()),
            "title" => text(Some(&self.title)),
            "description" => text(Some(&self.description)),
            "section_id" => text(head.section_id.as_deref()),
            "phase" => Some(head.phase.map_or(String::new(), |phase| phase.to_string())),
            "phase_title" => text(head.phase_title.as_deref()),
            _ => None,
        }
    }
}
