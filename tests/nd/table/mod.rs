//! Golden tables: rows of NumPy calls with NumPy's answers, evaluated on the array engine.
//!
//! `tests/golden/table.py` says how a row reads. The evaluator knows the small part of Python that rows are
//! written in, and which engine function stands behind which NumPy name; it holds no array logic.

mod answer;
mod calls;
mod parse;
mod value;

use parse::Reader;
use value::Value;

/// Evaluates every row of a table and panics with all rows whose answer differs.
pub fn check(table: &str) {
    let fixtures: Vec<(&str, &str)> =
        table.lines().filter_map(|line| line.strip_prefix("let ")?.split_once(" = ")).collect();
    let mut wrong = Vec::new();
    let mut rows = 0;
    for line in table.lines().filter(|line| !line.starts_with('#') && !line.starts_with("let ")) {
        let (row, expected) = line.split_once("  =>  ").expect("a row is `call  =>  answer`");
        let (row, loose) = row.strip_prefix('~').map_or((row, false), |row| (row, true));
        let mut scope: Vec<(String, Value)> = Vec::new();
        for (name, text) in &fixtures {
            let made = Reader::new(text, &scope).value().expect("fixtures can be made");
            scope.push(((*name).to_owned(), made));
        }
        let evaluate = || match row.split_once(" = ") {
            Some((target, value)) => parse::assign(target, value, &scope),
            None => Reader::new(row, &scope).value(),
        };
        rows += 1;
        // A row that panics is a wrong row, and the others are still to be told.
        let got = match std::panic::catch_unwind(std::panic::AssertUnwindSafe(evaluate)) {
            Ok(Ok(value)) => answer::tell(&value, &scope),
            Ok(Err(error)) => format!("!{}: {error}", answer::exception(&error)),
            Err(_) => "a panic".to_owned(),
        };
        if !answer::agrees(&got, expected, loose) {
            wrong.push(format!("{row}\n    numpy 2.4: {expected}\n    here:      {got}"));
        }
    }
    assert!(rows > 0, "the table has rows");
    assert!(wrong.is_empty(), "{} of {rows} rows differ:\n{}", wrong.len(), wrong.join("\n"));
}
