//! The head of a lesson: `key: value` lines between two `---` lines.
//!
//! This is the small part of YAML that lessons use: one value a line, bare or in single or double
//! quotes, `#` comments. Nested values are a fault, not a surprise.

use super::error::Error;

/// What the head of a lesson says. Keys that the page does not know are kept in `other`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Title of the page, as plain text.
    pub title: Option<String>,
    /// Number of the section in the course, such as `1.1`.
    pub section_id: Option<String>,
    /// Number of the phase of the course.
    pub phase: Option<i64>,
    /// Title of the phase.
    pub phase_title: Option<String>,
    /// Place of the lesson in its phase.
    pub order: Option<i64>,
    /// All other keys, in the order written.
    pub other: Vec<(String, String)>,
}

/// A lesson file, cut in two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split<'a> {
    /// The head; all fields empty where the file has none.
    pub front_matter: FrontMatter,
    /// The Markdown after the head.
    pub body: &'a str,
    /// Line of the file (from 1) on which `body` starts.
    pub body_line: usize,
}

/// Cuts a lesson file into its front matter and its Markdown.
///
/// A file that does not start with a `---` line has no front matter, which is no fault here; a page
/// asks for its keys with [`FrontMatter::required_title`].
pub fn split(text: &str) -> Result<Split<'_>, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    if first.trim_end() != "---" {
        return Ok(Split { front_matter: FrontMatter::default(), body: text, body_line: 1 });
    }
    let mut front_matter = FrontMatter::default();
    let mut seen: Vec<String> = Vec::new();
    let mut read = first.len();
    for (i, raw) in lines.enumerate() {
        let line = i + 2;
        read += raw.len();
        let raw = raw.trim_end();
        if raw == "---" {
            return Ok(Split { front_matter, body: &text[read..], body_line: line + 1 });
        }
        if raw.is_empty() || raw.trim_start().starts_with('#') {
            continue;
        }
        let (key, value) = entry(line, raw)?;
        if seen.contains(&key) {
            return Err(Error::FrontMatterTwice { line, key });
        }
        seen.push(key.clone());
        front_matter.set(line, key, value)?;
    }
    Err(Error::FrontMatterOpen)
}

impl FrontMatter {
    /// The title, or the fault that there is none.
    pub fn required_title(&self) -> Result<&str, Error> {
        match self.title.as_deref() {
            Some(title) if !title.is_empty() => Ok(title),
            _ => Err(Error::FrontMatterMissing { key: "title" }),
        }
    }

    fn set(&mut self, line: usize, key: String, value: String) -> Result<(), Error> {
        let number = |key: &'static str, value: &str| {
            value.parse::<i64>().map_err(|_| Error::FrontMatterNumber { line, key, value: value.to_owned() })
        };
        match key.as_str() {
            "title" => self.title = Some(value),
            "section_id" => self.section_id = Some(value),
            "phase" => self.phase = Some(number("phase", &value)?),
            "phase_title" => self.phase_title = Some(value),
            "order" => self.order = Some(number("order", &value)?),
            _ => self.other.push((key, value)),
        }
        Ok(())
    }
}

/// One `key: value` line. A key starts the line and has no space in it.
fn entry(line: usize, raw: &str) -> Result<(String, String), Error> {
    let fault = || Error::FrontMatterLine { line, text: raw.to_owned() };
    let (key, rest) = raw.split_once(':').ok_or_else(fault)?;
    let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    if key.is_empty() || !key.chars().all(plain) {
        return Err(fault());
    }
    if !rest.is_empty() && !rest.starts_with([' ', '\t']) {
        return Err(fault());
    }
    let rest = rest.trim();
    let value = match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            quoted(rest, quote).ok_or_else(|| Error::FrontMatterQuote { line, key: key.to_owned() })?
        }
        _ => match rest.find(" #") {
            Some(comment) => rest[..comment].trim_end().to_owned(),
            None => rest.to_owned(),
        },
    };
    Ok((key.to_owned(), value))
}

/// The text between quotes: `\"`, `\\`, `\n` and `\t` in double ones, `''` in single ones. After
/// the closing quote only a comment may follow.
fn quoted(rest: &str, quote: char) -> Option<String> {
    let mut value = String::new();
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' if quote == '"' => match chars.next()?.1 {
                'n' => value.push('\n'),
                't' => value.push('\t'),
                other => value.push(other),
            },
            c if c == quote => {
                if quote == '\'' && chars.peek().is_some_and(|&(_, next)| next == quote) {
                    chars.next();
                    value.push(quote);
                    continue;
                }
                let after = rest[at + c.len_utf8()..].trim_start();
                return (after.is_empty() || after.starts_with('#')).then_some(value);
            }
            c => value.push(c),
        }
    }
    None
}
