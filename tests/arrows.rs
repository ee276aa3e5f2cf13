//! The arrows between rooms: which room may name which, in Rust and in TypeScript. Reads the sources
//! as text, so it needs neither compiler nor features. Comments and strings do not count.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room of `src/` with the rooms that it may use. A file at the top is a room of its own.
const ROOMS: [(&str, &[&str]); 8] = [
    ("wasm", &["session", "py", "lesson", "view", "data", "nd", "host"]),
    ("session", &["py", "lesson", "view", "data", "nd", "host"]),
    ("py", &["nd", "data", "host"]),
    ("view", &["nd", "data"]),
    ("data", &["nd"]),
    ("nd", &[]),
    ("lesson", &[]),
    ("host", &[]),
];

/// Crates that one room alone may name.
const OWNED_CRATES: [(&str, &str); 7] = [
    ("wasm_bindgen", "wasm"),
    ("js_sys", "wasm"),
    ("web_sys", "wasm"),
    ("serde_wasm_bindgen", "wasm"),
    ("rustpython_vm", "py"),
    ("rustpython_stdlib", "py"),
    ("rustpython_pylib", "py"),
];

/// The one file with `unsafe`.
const UNSAFE_FILE: &str = "nd/buffer.rs";

/// Each room of `www/` with the rooms that it may import. `main` and `stridelab` are the page's
/// and the embedding's entries.
const WEB_ROOMS: [(&str, &[&str]); 8] = [
    ("main", &["page", "stridelab", "styles", "protocol"]),
    ("stridelab", &["page", "styles", "protocol"]),
    ("page", &["editor", "viz", "kernel", "styles", "protocol"]),
    ("editor", &["protocol"]),
    ("viz", &["protocol"]),
    ("kernel", &["protocol"]),
    ("styles", &[]),
    ("protocol", &[]),
];

#[test]
fn rust_rooms_use_only_rooms_below_them() {
    let mut broken = Vec::new();
    for file in files(Path::new("src"), "rs") {
        let code = without_comments_and_strings(&read(&file));
        let Some(room) = room_of(&file, "src") else { continue };
        let Some(allowed) = allowed(&ROOMS, &room) else {
            broken.push(format!("{}: `{room}` is no room of the design", file.display()));
            continue;
        };
        for used in rooms_used(&code, depth_of(&file)) {
            if used != room && ROOMS.iter().any(|(name, _)| *name == used) && !allowed.contains(&used.as_str()) {
                broken.push(format!("{}: `{room}` uses `{used}`", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "arrows broken:\n{}", broken.join("\n"));
}

#[test]
fn each_foreign_edge_is_named_by_one_room() {
    let mut broken = Vec::new();
    for file in files(Path::new("src"), "rs") {
        let code = without_comments_and_strings(&read(&file));
        let room = room_of(&file, "src").unwrap_or_default();
        for (name, owner) in OWNED_CRATES {
            if words(&code).contains(name) && room != owner {
                broken.push(format!("{}: names `{name}`, which only `{owner}` may", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "edges broken:\n{}", broken.join("\n"));
}

#[test]
fn unsafe_code_is_in_one_file() {
    let with_unsafe: Vec<PathBuf> = files(Path::new("src"), "rs")
        .into_iter()
        .filter(|file| !file.ends_with(UNSAFE_FILE))
        .filter(|file| words(&without_comments_and_strings(&read(file))).contains("unsafe"))
        .collect();
    assert!(with_unsafe.is_empty(), "`unsafe` outside src/{UNSAFE_FILE}: {with_unsafe:?}");
}

#[test]
fn web_rooms_import_only_rooms_below_them() {
    let mut broken = Vec::new();
    for file in files(Path::new("www"), "ts") {
        let Some(room) = room_of(&file, "www") else { continue };
        let Some(allowed) = allowed(&WEB_ROOMS, &room) else {
            broken.push(format!("{}: `{room}` is no room of the design", file.display()));
            continue;
        };
        for import in relative_imports(&read(&file)) {
            let target = normal(&file.parent().expect("a file has a folder").join(&import));
            match room_of(&target, "www") {
                Some(used) if used == room || allowed.contains(&used.as_str()) => {}
                Some(used) => broken.push(format!("{}: `{room}` imports `{used}` ({import})", file.display())),
                None => broken.push(format!("{}: imports {import}, which leaves www", file.display())),
            }
        }
    }
    assert!(broken.is_empty(), "arrows broken:\n{}", broken.join("\n"));
}

#[test]
fn the_reader_of_sources_sees_what_it_should() {
    let code = "use crate::{nd::{Array, DType}, data::cifar};\n// use crate::py;\nlet s = \"crate::wasm\"; crate::view::map();";
    assert_eq!(rooms_used(&without_comments_and_strings(code), 2), ["data", "nd", "view"].map(str::to_owned).into());
    let code = "use stridelab::session::Session; /* crate::lesson */ let c = '\"'; use super::super::host::Host;";
    assert_eq!(rooms_used(&without_comments_and_strings(code), 2), ["host", "session"].map(str::to_owned).into());
    assert_eq!(rooms_used(&without_comments_and_strings(code), 3), ["session"].map(str::to_owned).into());
    assert_eq!(["src/nd/mod.rs", "src/nd/shape.rs", "src/host.rs"].map(|file| depth_of(Path::new(file))), [1, 2, 1]);
    assert_eq!(without_comments_and_strings("r#\"a \"unsafe\" b\"# 'x' b'\\'' 'life"), "   'life");
    let code = "import { a } from \"../kernel/client.ts\";\nimport \"./side.ts\";\nexport * from './other.ts';\nawait import(\"../viz/memory.ts\");\nimport x from \"@codemirror/view\";";
    assert_eq!(relative_imports(code), ["../kernel/client.ts", "./side.ts", "./other.ts", "../viz/memory.ts"]);
    assert_eq!(normal(Path::new("www/page/../kernel/x.ts")), Path::new("www/kernel/x.ts"));
    assert_eq!(room_of(Path::new("src/nd/ufunc/mod.rs"), "src").as_deref(), Some("nd"));
    assert_eq!(room_of(Path::new("src/host.rs"), "src").as_deref(), Some("host"));
    assert_eq!(room_of(Path::new("src/bin/core.rs"), "src"), None);
    assert_eq!(room_of(Path::new("../elsewhere.ts"), "www"), None);
}

/// The sources with this extension under `folder`, which must have some.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
        let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.expect("a folder can be listed").path()) {
            if path.is_dir() {
                walk(&path, extension, found);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, extension, &mut found);
    assert!(!found.is_empty(), "no .{extension} file in {}: run from the project's folder", folder.display());
    found.sort();
    found
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn allowed<'a>(rooms: &[(&str, &'a [&'a str])], room: &str) -> Option<&'a [&'a str]> {
    rooms.iter().find(|(name, _)| *name == room).map(|(_, allowed)| *allowed)
}

/// The first part of a path under `top`, without extension. The map (`lib.rs`) and the programs
/// (`bin/`) stand above all rooms.
fn room_of(file: &Path, top: &str) -> Option<String> {
    let first = file.strip_prefix(top).ok()?.iter().next()?.to_str()?;
    let room = first.split('.').next()?;
    (!matches!(room, "lib" | "bin")).then(|| room.to_owned())
}

/// How many modules deep a file under `src/` is: `nd/mod.rs` 1, `nd/shape.rs` 2.
fn depth_of(file: &Path) -> usize {
    let parts = file.iter().count() - 1;
    if file.ends_with("mod.rs") { parts - 1 } else { parts }
}

/// The first path segments after `crate::`, `stridelab::` or as many `super::` as lead out of a file
/// that is `depth` modules deep; groups in braces included.
fn rooms_used(code: &str, depth: usize) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for prefix in ["crate::".to_owned(), "stridelab::".to_owned(), "super::".repeat(depth)] {
        for (at, _) in code.match_indices(&prefix) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c == '_' || c == '$' || c.is_alphanumeric()) {
                continue;
            }
            let rest = code[at + prefix.len()..].trim_start();
            match rest.strip_prefix('{') {
                None => used.extend(words_in_order(rest).next().map(str::to_owned)),
                Some(group) => used.extend(heads_of_group(group)),
            }
        }
    }
    used
}

/// In `nd::{Array, DType}, data::cifar}`, the names at the group's own level: `nd`, `data`.
fn heads_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut at_head) = (0, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_head = true,
            c if c.is_whitespace() => {}
            _ if at_head => {
                heads.extend(words_in_order(&group[at..]).next().map(str::to_owned));
                at_head = false;
            }
            _ => {}
        }
    }
    heads
}

fn words_in_order(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

fn words(code: &str) -> BTreeSet<&str> {
    words_in_order(code).collect()
}

/// Rust source with comments, strings and character literals left out.
fn without_comments_and_strings(source: &str) -> String {
    let bytes = source.as_bytes();
    let (mut kept, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let rest = &source.as_bytes()[at..];
        let skipped = if rest.starts_with(b"//") {
            rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len())
        } else if rest.starts_with(b"/*") {
            block_comment(rest)
        } else if starts_literal(bytes, at) {
            literal(rest)
        } else {
            kept.push(rest[0]);
            at += 1;
            continue;
        };
        at += skipped;
    }
    String::from_utf8(kept).expect("whole characters are kept or left out")
}

fn block_comment(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match &rest[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => {
                (depth, at) = (depth - 1, at + 2);
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    at
}

/// True at the start of a literal, its prefix (`b`, `r`, `c`) included, but not inside a word.
fn starts_literal(bytes: &[u8], at: usize) -> bool {
    if at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_') {
        return false;
    }
    literal(&bytes[at..]) > 0
}

/// The length of the literal that `rest` starts with; 0 if it starts with none.
fn literal(rest: &[u8]) -> usize {
    let prefix = rest.iter().take(2).take_while(|byte| b"brc".contains(byte)).count();
    let raw = rest[..prefix].contains(&b'r');
    let hashes = if raw { rest[prefix..].iter().take_while(|&&byte| byte == b'#').count() } else { 0 };
    let open = prefix + hashes;
    match rest.get(open) {
        Some(b'"') if raw => {
            let close: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
            let body = &rest[open + 1..];
            let end = body.windows(close.len()).position(|window| window == close).unwrap_or(body.len());
            (open + 1 + end + close.len()).min(rest.len())
        }
        Some(b'"') => quoted(rest, open, b'"'),
        // A lifetime has no closing quote right after its first character.
        Some(b'\'') if !raw => {
            let text = std::str::from_utf8(&rest[open + 1..]).unwrap_or("");
            let mut characters = text.chars();
            match (characters.next(), characters.next()) {
                (Some('\\'), _) | (Some(_), Some('\'')) => quoted(rest, open, b'\''),
                _ => 0,
            }
        }
        _ => 0,
    }
}

fn quoted(rest: &[u8], open: usize, quote: u8) -> usize {
    let mut at = open + 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// The relative modules that a TypeScript file imports, in order; dynamic imports too.
fn relative_imports(source: &str) -> Vec<String> {
    let mut imports = Vec::new();
    for line in source.lines().map(str::trim_start).filter(|line| !line.starts_with("//") && !line.starts_with('*')) {
        for keyword in ["from ", "import ", "import("] {
            for (at, _) in line.match_indices(keyword) {
                let rest = line[at + keyword.len()..].trim_start();
                let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
                let Some(path) = rest[1..].split(quote).next() else { continue };
                if path.starts_with('.') {
                    imports.push(path.to_owned());
                }
            }
        }
    }
    imports
}

/// The path with `.` and `..` worked out.
fn normal(path: &Path) -> PathBuf {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.iter().filter_map(|part| part.to_str()) {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.iter().collect()
}
