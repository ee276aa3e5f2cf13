//! The widgets that an author writes as raw HTML: `<div class="ai-repl" …>` and its sisters.
//!
//! Markdown ends a block of raw HTML at the first blank line, which code is full of. So widgets are
//! lifted out of the text before Markdown sees it and a one-line stand-in is left behind; lines keep
//! their numbers. Only a `<div>` that starts its line (at most three spaces before it), outside
//! fences and comments, is a widget.

use super::error::Error;
use super::html;

/// The classes that make a `<div>` a widget.
pub const CLASSES: [&str; 4] = ["ai-repl", "ai-memory", "ai-broadcast", "ai-cifar"];

/// One raw widget of a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Widget {
    /// Which of [`CLASSES`] it is.
    pub class: &'static str,
    /// Line of its opening tag, from 1, counted in the text given to [`lift`].
    pub line: usize,
    /// Attributes in the order written, names in lower case, values decoded.
    pub attributes: Vec<(String, String)>,
    /// The HTML between its tags, as written.
    pub inner: String,
    /// Line breaks inside its opening tag.
    tag_breaks: usize,
}

impl Widget {
    /// The decoded value of an attribute; empty for one without a value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The code of an `ai-repl`: its `data-code`, else the text of the first `<pre>` inside it.
    pub fn code(&self) -> Option<String> {
        match self.attribute("data-code") {
            Some(code) => Some(code.to_owned()),
            None => pre_text(&self.inner),
        }
    }

    /// Line on which the first line of a `<pre>` stands. `None` for a `data-code`: its line breaks
    /// are `&#10;`, so all its code stands on the line of the tag.
    pub fn pre_line(&self) -> Option<usize> {
        if self.attribute("data-code").is_some() {
            return None;
        }
        let opening = self.inner.find("<pre")?;
        let text = opening + self.inner[opening..].find('>')? + 1;
        let dropped = usize::from(self.inner[text..].trim_start_matches('\r').starts_with('\n'));
        let breaks = self.inner[..text].matches('\n').count();
        Some(self.line + self.tag_breaks + breaks + dropped)
    }
}

/// The text of a lesson with its widgets lifted out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifted {
    /// Markdown in which each widget is one [`STAND_IN`] and as many blank lines as it was long.
    pub text: String,
    /// The widgets, in order.
    pub widgets: Vec<Widget>,
}

/// What stands in the text for a widget, around its index.
pub const STAND_IN: (&str, &str) = ("<div data-lifted-widget=\"", "\"></div>");

/// Lifts every widget out of `markdown`, whose first line is line `first_line` of its file.
pub fn lift(markdown: &str, first_line: usize) -> Result<Lifted, Error> {
    let mut lifted = Lifted { text: String::with_capacity(markdown.len()), widgets: Vec::new() };
    let mut fence: Option<(u8, usize)> = None;
    let mut comment = false;
    let mut at = 0;
    let mut line = first_line;
    while at < markdown.len() {
        let end = markdown[at..].find('\n').map_or(markdown.len(), |n| at + n + 1);
        let raw = &markdown[at..end];
        if comment {
            comment = !raw.contains("-->");
        } else if let Some(open) = fence {
            if closes(raw, open) {
                fence = None;
            }
        } else if let Some(open) = opens(raw) {
            fence = Some(open);
        } else if raw.trim_start().starts_with("<!--") {
            comment = !raw.contains("-->");
        } else if let Some(tag) = widget_tag(raw) {
            let start = at + tag;
            let index = lifted.widgets.len();
            if let Some((widget, length)) = read(&markdown[start..], line)? {
                let breaks = markdown[start..start + length].matches('\n').count();
                lifted.text.push_str(&markdown[at..start]);
                lifted.text.push_str(&format!("{}{index}{}", STAND_IN.0, STAND_IN.1));
                lifted.text.extend(std::iter::repeat_n('\n', breaks));
                lifted.widgets.push(widget);
                line += breaks;
                at = start + length;
                continue;
            }
        }
        lifted.text.push_str(raw);
        line += usize::from(raw.ends_with('\n'));
        at = end;
    }
    Ok(lifted)
}

/// The fence that `raw` opens: its character and length.
fn opens(raw: &str) -> Option<(u8, usize)> {
    let text = raw.trim_start_matches([' ', '\t', '>']);
    let mark = *text.as_bytes().first().filter(|b| matches!(b, b'`' | b'~'))?;
    let length = text.bytes().take_while(|&b| b == mark).count();
    let info = &text[length..];
    (length >= 3 && !(mark == b'`' && info.contains('`'))).then_some((mark, length))
}

fn closes(raw: &str, (mark, length): (u8, usize)) -> bool {
    let text = raw.trim_matches([' ', '\t', '>', '\r', '\n']);
    text.len() >= length && text.bytes().all(|b| b == mark)
}

/// Offset of a `<div` that starts the line, with at most three spaces before it.
fn widget_tag(raw: &str) -> Option<usize> {
    let spaces = raw.bytes().take_while(|&b| b == b' ').count();
    let tag = raw.get(spaces..spaces + 4)?;
    let next = raw.as_bytes().get(spaces + 4)?;
    (spaces <= 3 && tag.eq_ignore_ascii_case("<div") && next.is_ascii_whitespace()).then_some(spaces)
}

/// Reads the widget that starts `text`, and its length in bytes. `None`: a `<div>` that is no widget.
fn read(text: &str, line: usize) -> Result<Option<(Widget, usize)>, Error> {
    let Some((attributes, opening)) = attributes(text, "<div".len()) else {
        // A tag with no end is a fault only where it would have been a widget.
        let named = CLASSES.iter().any(|class| text.lines().next().unwrap_or("").contains(class));
        return if named { Err(Error::TagOpen { line }) } else { Ok(None) };
    };
    let class = attributes.iter().find(|(name, _)| name == "class").map_or("", |(_, v)| v.as_str());
    let Some(class) = CLASSES.into_iter().find(|c| class.split_whitespace().any(|w| w == *c)) else {
        return Ok(None);
    };
    let (inner, length) = element(text, opening).ok_or_else(|| Error::WidgetOpen { line, class: class.to_owned() })?;
    let tag_breaks = text[..opening].matches('\n').count();
    let widget = Widget { class, line, attributes, inner: inner.to_owned(), tag_breaks };
    Ok(Some((widget, length)))
}

/// The attributes of a tag whose name ends at `from`, and the offset after its `>`.
fn attributes(text: &str, from: usize) -> Option<(Vec<(String, String)>, usize)> {
    let bytes = text.as_bytes();
    let mut found: Vec<(String, String)> = Vec::new();
    let mut at = from;
    loop {
        while bytes.get(at)?.is_ascii_whitespace() || bytes[at] == b'/' {
            at += 1;
        }
        if bytes[at] == b'>' {
            return Some((found, at + 1));
        }
        let start = at;
        at += 1;
        while !matches!(bytes.get(at)?, b'=' | b'>' | b'/') && !bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        let name = text[start..at].to_ascii_lowercase();
        let mut value = at;
        while bytes.get(value)?.is_ascii_whitespace() {
            value += 1;
        }
        let mut written = "";
        if bytes[value] == b'=' {
            value += 1;
            while bytes.get(value)?.is_ascii_whitespace() {
                value += 1;
            }
            if let quote @ (b'"' | b'\'') = bytes[value] {
                let length = text[value + 1..].find(quote as char)?;
                written = &text[value + 1..value + 1 + length];
                at = value + length + 2;
            } else {
                let end = text[value..].find(|c: char| c.is_ascii_whitespace() || c == '>')?;
                written = &text[value..value + end];
                at = value + end;
            }
        }
        if found.iter().all(|(n, _)| *n != name) {
            found.push((name, html::decode(written)));
        }
    }
}

/// The content of the `<div>` whose opening tag ends at `opening`, and its whole length.
fn element(text: &str, opening: usize) -> Option<(&str, usize)> {
    let mut depth = 1;
    let mut at = opening;
    while let Some(found) = text[at..].find('<') {
        let tag = at + found;
        let starts = |name: &str| {
            text.get(tag..tag + name.len()).is_some_and(|t| t.eq_ignore_ascii_case(name))
                && text[tag + name.len()..].starts_with(|c: char| c == '>' || c.is_ascii_whitespace())
        };
        if starts("</div") {
            depth -= 1;
            if depth == 0 {
                let end = tag + text[tag..].find('>')? + 1;
                return Some((&text[opening..tag], end));
            }
        } else if starts("<div") {
            depth += 1;
        }
        at = tag + 1;
    }
    None
}

/// The text of the first `<pre>` in `inner`: tags dropped, references decoded, and the line break
/// right after the opening tag left out, as a browser does.
fn pre_text(inner: &str) -> Option<String> {
    let pre = &inner[inner.find("<pre")?..];
    let pre = &pre[pre.find('>')? + 1..];
    let pre = &pre[..pre.find("</pre")?];
    let pre = pre.strip_prefix("\r\n").or_else(|| pre.strip_prefix('\n')).unwrap_or(pre);
    let mut text = String::new();
    let mut rest = pre;
    while let Some(tag) = rest.find('<') {
        text.push_str(&rest[..tag]);
        rest = rest[tag..].find('>').map_or("", |end| &rest[tag + end + 1..]);
    }
    text.push_str(rest);
    Some(html::decode(&text))
}
