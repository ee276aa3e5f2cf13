//! A block as the page holds it: a `<div class="ai-repl">` that reads well before any script runs,
//! with the code in a `<pre>` and below it, where it is known, what the code prints.

use std::collections::BTreeMap;

use super::blocks::{Block, Kind, Origin, SessionName};
use super::html::{escape_attribute, escape_text};
use super::widget::Widget;

/// Id of the element with the setup's code; each cell of the page's session names it in `data-setup`.
pub const SETUP_ID: &str = "lesson-setup";

/// All that the cells of a page are made from.
pub struct Cells<'a> {
    /// The blocks of the lesson.
    pub blocks: &'a [Block],
    /// Whether the page has a setup.
    pub setup: bool,
    /// What each cell prints, by number.
    pub outputs: BTreeMap<usize, String>,
}

impl<'a> Cells<'a> {
    /// The cell of the fence at this offset of the lifted text.
    pub fn fence(&self, offset: usize) -> String {
        let block = self.block(Origin::Fence(offset));
        let mut tag = format!("<div class=\"ai-repl\" data-cell=\"{}\"", block.number);
        match &block.session {
            SessionName::Page => {}
            SessionName::Isolated => tag.push_str(" data-session=\"isolated\""),
            SessionName::Named(name) => tag.push_str(&attribute("data-session", name)),
        }
        tag.push_str(&self.setup_attribute(block));
        if block.kind == Kind::Exercise {
            let check = block.check.as_ref().map_or("", |check| check.code.as_str());
            tag.push_str(&format!(" data-exercise=\"{}\"", escape_attribute(check)));
        }
        let output = self.outputs.get(&block.number);
        if let Some(output) = output {
            tag.push_str(&attribute("data-output", output));
        }
        format!("{tag}>{}{}</div>\n", listing("python", &block.code), printed(output))
    }

    /// A widget of the author's, with its own attributes and content; a cell gets what it lacks.
    pub fn widget(&self, widget: &Widget, index: usize) -> String {
        let mut tag = String::from("<div");
        for (name, value) in &widget.attributes {
            tag.push_str(&attribute(name, value));
        }
        let mut inner = widget.inner.trim().to_owned();
        if widget.class == "ai-repl" {
            let block = self.block(Origin::Widget(index));
            tag.push_str(&format!(" data-cell=\"{}\"", block.number));
            tag.push_str(&self.setup_attribute(block));
            if !inner.contains("<pre") {
                inner.push_str(&listing("python", &block.code));
            }
            let given = widget.attribute("data-output").map(str::to_owned);
            let output = given.as_ref().or(self.outputs.get(&block.number));
            if let (None, Some(output)) = (&given, output) {
                tag.push_str(&attribute("data-output", output));
            }
            inner.push_str(&printed(output));
        }
        format!("{tag}>{inner}</div>")
    }

    /// Names the page's setup on a cell of the page's session that brings no setup of its own.
    fn setup_attribute(&self, block: &Block) -> String {
        match self.setup && block.session == SessionName::Page && block.setup.is_none() {
            true => attribute("data-setup", &format!("#{SETUP_ID}")),
            false => String::new(),
        }
    }

    fn block(&self, origin: Origin) -> &'a Block {
        self.blocks
            .iter()
            .find(|block| block.origin == origin)
            .expect("blocks and article come from one walk over the same events")
    }
}

/// A block of code to read.
pub fn listing(language: &str, code: &str) -> String {
    let class = match language {
        "" => String::new(),
        language => attribute("class", &format!("language-{language}")),
    };
    format!("<pre><code{class}>{}</code></pre>", escape_text(code))
}

/// What a cell prints, for readers without JavaScript.
fn printed(output: Option<&String>) -> String {
    match output {
        Some(output) => format!("<pre class=\"ai-repl-printed\"><samp>{}</samp></pre>", escape_text(output)),
        None => String::new(),
    }
}

fn attribute(name: &str, value: &str) -> String {
    match value {
        "" => format!(" {name}"),
        value => format!(" {name}=\"{}\"", escape_attribute(value)),
    }
}
