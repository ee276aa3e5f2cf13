//! Lessons as text: front matter, blocks, checks, the article and the page. No Python runs here.
#![cfg(not(target_arch = "wasm32"))]

use stridelab::lesson::blocks;

/// The author's page is not ours to keep; where it is at hand, its blocks must all be found.
#[test]
fn the_authors_page_has_all_its_blocks() {
    let Some(text) = author_page() else { return };
    let found = blocks(&text).expect("the author's page is well formed");
    let fences = text.lines().filter(|line| *line == "```python").count();
    let widgets = text.matches("class=\"ai-repl\"").count();
    assert_eq!(found.len(), fences + widgets);
    for block in &found {
        let line = text
            .lines()
            .nth(block.line - 1)
            .expect("the line is in the file");
        match block.in_attribute {
            true => assert!(line.starts_with("<div class=\"ai-repl\""), "{block:?}"),
            false => assert_eq!(Some(line), block.code.lines().next()),
        }
    }
}

fn author_page() -> Option<String> {
    std::fs::read_to_string("../shared/lesson/1.1-python-numpy.md")
        .ok()
        .or_else(|| std::fs::read_to_string("../../shared/lesson/1.1-python-numpy.md").ok())
}
