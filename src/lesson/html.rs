//! Text to HTML and back: escaping on the way out, character references on the way in.
//!
//! It is no HTML parser. [`super::widget`] reads the few tags that lessons write by hand.

use pulldown_cmark::{Event, Parser};

/// `text` made safe as the content of an element and inside a quoted attribute value.
///
/// Line breaks become `&#10;`, so that a value stays on the line of its tag: a later reader of the
/// page that trims or re-indents lines cannot change code in `data-code`.
pub fn escape_attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            c => out.push(c),
        }
    }
    out
}

/// `text` made safe as the content of an element; line breaks stay.
pub fn escape_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}

/// Replaces character references (`&#10;`, `&#x0A;`, `&quot;` …) by the characters that they name.
/// What is no reference stays as written, as in a browser.
pub fn decode(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((text, len)) => {
                out.push_str(&text);
                rest = &rest[len..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The reference at the start of `rest`, which starts with `&`: its text and its length in bytes.
fn reference(rest: &str) -> Option<(String, usize)> {
    if let Some(number) = rest.strip_prefix("&#") {
        let (digits, radix, head) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 3),
            None => (number, 10, 2),
        };
        let count = digits.bytes().take_while(|b| (*b as char).is_digit(radix)).count();
        let code = u32::from_str_radix(&digits[..count], radix);
        if count == 0 {
            return None;
        }
        let c = code.ok().filter(|&code| code != 0).and_then(char::from_u32);
        let closed = usize::from(digits[count..].starts_with(';'));
        return Some((c.unwrap_or('\u{fffd}').to_string(), head + count + closed));
    }
    let name = rest[1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    if name == 0 || !rest[1 + name..].starts_with(';') {
        return None;
    }
    let written = &rest[..name + 2];
    named(written).map(|text| (text, written.len()))
}

/// The text of a named reference, out of the table that the Markdown parser has anyway.
fn named(written: &str) -> Option<String> {
    let mut text = String::new();
    for event in Parser::new(written) {
        if let Event::Text(part) = event {
            text.push_str(&part);
        }
    }
    // A newline or a space alone makes no paragraph: the parser then yields no text at all.
    match written {
        "&NewLine;" => Some("\n".to_owned()),
        "&Tab;" => Some("\t".to_owned()),
        _ if text == written || text.is_empty() => None,
        _ => Some(text),
    }
}
