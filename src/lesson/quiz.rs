//! A question with answers to pick, written as a fence with the word `quiz`:
//!
//! ````text
//! ```quiz
//! What is the shape of `np.ones((3, 1)) + np.ones(4)`?
//! - [ ] `(3,)`
//! - [x] `(3, 4)`
//! The column stretches to four columns, the row to three rows.
//! ```
//! ````
//!
//! It becomes plain form controls with the answer folded away: it works with no script, and keeps
//! no score.

use pulldown_cmark::{Parser, html};

use super::error::Error;

/// The HTML of the quiz fence that opens at `line`; `number` tells its controls from other quizzes'.
pub fn render(text: &str, line: usize, number: usize) -> Result<String, Error> {
    let mut question = String::new();
    let mut answers: Vec<(bool, String)> = Vec::new();
    let mut why = String::new();
    for raw in text.lines() {
        if let Some(answer) = raw.strip_prefix("- [x] ") {
            answers.push((true, answer.to_owned()));
        } else if let Some(answer) = raw.strip_prefix("- [ ] ") {
            answers.push((false, answer.to_owned()));
        } else {
            let part = if answers.is_empty() { &mut question } else { &mut why };
            part.push_str(raw);
            part.push('\n');
        }
    }
    let right: Vec<&String> = answers.iter().filter(|(r, _)| *r).map(|(_, text)| text).collect();
    let question_given = !question.trim().is_empty();
    let ([answer], true, 2..) = (right.as_slice(), question_given, answers.len()) else {
        return Err(Error::Quiz { line, right: right.len(), answers: answers.len(), question: question_given });
    };
    let mut out = format!("<fieldset class=\"quiz\">\n<legend>{}</legend>\n", inline(&question));
    for (right, text) in &answers {
        let verdict = if *right { "right" } else { "wrong" };
        out.push_str(&format!(
            "<label data-answer=\"{verdict}\"><input type=\"radio\" name=\"quiz-{number}\"> {}</label>\n",
            inline(text)
        ));
    }
    out.push_str(&format!(
        "<details><summary>Answer</summary>\n<p>{}</p>\n{}</details>\n</fieldset>\n",
        inline(answer),
        markdown(&why)
    ));
    Ok(out)
}

fn markdown(text: &str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, Parser::new(text));
    out
}

/// Markdown of one paragraph, without the paragraph around it.
fn inline(text: &str) -> String {
    let html = markdown(text);
    let html = html.trim();
    match html.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")) {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        _ => html.to_owned(),
    }
}
