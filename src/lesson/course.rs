//! Several lessons as one site: their order, their file names, the links between them.

use super::page::{Link, Page};

/// Puts lessons in reading order (phase, then order, then name), links each to its neighbours, and
/// names their files: the first is `index.html`, the others `NAME.html`.
///
/// Takes each lesson's name (its file's, without `.md`) and its page.
pub fn arrange(mut lessons: Vec<(String, Page)>) -> Vec<(String, Page)> {
    let place = |number: Option<i64>| number.unwrap_or(i64::MAX);
    lessons.sort_by_cached_key(|(name, page)| {
        (place(page.front_matter.phase), place(page.front_matter.order), name.clone())
    });
    for (i, (name, _)) in lessons.iter_mut().enumerate() {
        *name = if i == 0 { "index.html".to_owned() } else { format!("{name}.html") };
    }
    let links: Vec<Link> =
        lessons.iter().map(|(href, page)| Link { href: href.clone(), title: page.title.clone() }).collect();
    for (i, (_, page)) in lessons.iter_mut().enumerate() {
        page.previous = i.checked_sub(1).and_then(|before| links.get(before).cloned());
        page.next = links.get(i + 1).cloned();
    }
    lessons
}
