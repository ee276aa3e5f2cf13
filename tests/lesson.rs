//! Lessons as text: front matter, blocks, the run from top to bottom, the article, the page. No Python
//! runs here; [`Answers`] stands in for it.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use stridelab::lesson::blocks::{Kind, SessionName};
use stridelab::lesson::check::{Expect, Failure, Report, Runner, Step, StepSession};
use stridelab::lesson::course::arrange;
use stridelab::lesson::output::masked;
use stridelab::lesson::page::Link;
use stridelab::lesson::{Page, Sidecars, blocks, check, front_matter, html, render};

/// A lesson with every construct that lessons use, in 60 lines.
const LESSON: &str = r##"---
title: "Shapes & <sizes>"
section_id: "0.1"
phase: 0
phase_title: 'Phase 0: it''s a start'   # a comment
order: 2
level: easy
---

# Shapes

A *short* paragraph with `code` and
a second line.

## Rules

```python
a = "<b>" + '&amp;'

print(a)
```

### Try it

<div class="ai-repl" data-code="x = 1&#10;print(f&quot;{x}&quot;) # &lt;3">
</div>

## Rules

| op | view |
| --- | --- |
| `a.T` | yes |

<div class="ai-repl" data-session="isolated">
<pre>
y = 2 &lt; 3

print(y)
</pre>
</div>

```text
<div class="ai-repl" data-code="not a widget">
```

```python norun
pip install numpy
```

```python raises=ValueError
int("x")
```

```python exercise
def f(): ...
```

```python check
assert f() == "1 < 2"
```

<details>
<summary>Show</summary>

Some **bold** words, then

```python solution
def f(): return "1 < 2"
```

</details>

<div class="ai-memory" data-array="a"><p>a drawing</p></div>

[the end](https://example.org/?a=1&b=2)
"##;

#[test]
fn front_matter_takes_quoted_and_bare_values() {
    let split = front_matter::split(LESSON).expect("well formed");
    let head = split.front_matter;
    assert_eq!(head.title.as_deref(), Some("Shapes & <sizes>"));
    assert_eq!(head.section_id.as_deref(), Some("0.1"));
    assert_eq!(head.phase_title.as_deref(), Some("Phase 0: it's a start"));
    assert_eq!((head.phase, head.order), (Some(0), Some(2)));
    assert_eq!(head.other, [("level".to_owned(), "easy".to_owned())]);
    assert_eq!(split.body_line, 9);
}

#[test]
fn front_matter_faults_name_their_line() {
    let fault = |text: &str| render(text, Sidecars::default()).expect_err(text).to_string();
    assert_eq!(fault("---\ntitle: a\n"), "line 1: the front matter opens with '---' but no closing '---' line follows");
    assert_eq!(fault("---\ntitle a\n---\n"), "line 2: expected 'key: value' in the front matter, found \"title a\"");
    assert_eq!(fault("---\ntitle: a\ntitle: b\n---\n"), "line 3: 'title' is in the front matter twice");
    assert_eq!(fault("---\ntitle: \"a\n---\n"), "line 2: the value of 'title' opens with a quote that does not close");
    assert_eq!(fault("---\ntitle: a\norder: first\n---\n"), "line 3: 'order' must be a whole number, found \"first\"");
    assert!(fault("# No head\n").starts_with("line 1: the front matter has no 'title'"));
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_no_obstacle() {
    let text = format!("\u{feff}{}", LESSON.replace('\n', "\r\n"));
    let page = render(&text, Sidecars::default()).expect("well formed");
    assert_eq!(page.title, "Shapes & <sizes>");
    assert_eq!(blocks(&text).map(|b| b.len()), blocks(LESSON).map(|b| b.len()));
}

#[test]
fn blocks_are_found_in_order_with_their_lines() {
    let found = blocks(LESSON).expect("well formed");
    let rows: Vec<(usize, Kind, usize, &str)> =
        found.iter().map(|b| (b.number, b.kind, b.line, b.code.lines().next().unwrap_or(""))).collect();
    assert_eq!(
        rows,
        [
            (1, Kind::Fence, 18, "a = \"<b>\" + '&amp;'"),
            (2, Kind::Widget, 25, "x = 1"),
            (3, Kind::Widget, 36, "y = 2 < 3"),
            (4, Kind::Fence, 51, "int(\"x\")"),
            (5, Kind::Exercise, 55, "def f(): ..."),
            (6, Kind::Solution, 68, "def f(): return \"1 < 2\""),
        ]
    );
    for block in &found {
        let line = LESSON.lines().nth(block.line - 1).expect("the line is in the file");
        let first = block.code.lines().next().unwrap_or("");
        assert!(block.in_attribute || html::decode(line) == html::decode(first), "{block:?}");
    }
    assert_eq!(found[1].code, "x = 1\nprint(f\"{x}\") # <3");
    assert_eq!(found[2].code, "y = 2 < 3\n\nprint(y)\n");
    assert_eq!(found[2].session, SessionName::Isolated);
    assert_eq!(found[3].raises.as_deref(), Some("ValueError"));
    assert_eq!(found[4].check.as_ref().map(|c| c.line), Some(59));
}

#[test]
fn a_gap_left_for_the_reader_makes_an_exercise() {
    let found = blocks("```python\ndef f():\n    # Your code here\n    pass\n```\n").expect("well formed");
    assert_eq!(found[0].kind, Kind::Exercise);
}

#[test]
fn faults_of_form_name_their_line() {
    let fault = |text: &str| blocks(text).expect_err(text).to_string();
    assert_eq!(
        fault("one\n\n<div class=\"ai-repl\" data-code=\"1\">\n"),
        "line 3: this <div class=\"ai-repl\"> has no </div>"
    );
    assert_eq!(fault("<div class=\"ai-repl\" data-code=\"1>\n"), "line 1: this tag has no closing '>'");
    assert_eq!(
        fault("<div class='ai-repl'></div>\n"),
        "line 1: this <div class=\"ai-repl\"> has no code: give it data-code or a <pre> inside"
    );
    assert_eq!(
        fault("```python exercize\n```\n"),
        "line 1: 'exercize' after 'python' means nothing; expected exercise, check, solution, norun, isolated, raises or raises=ErrorName"
    );
    assert_eq!(fault("a\n```python check\n```\n"), "line 2: this 'python check' follows no 'python exercise'");
}

#[test]
fn widgets_stand_in_comments_and_code_only_as_text() {
    for text in [
        "<!--\n<div class=\"ai-repl\" data-code=\"1\"></div>\n-->\n",
        "    <div class=\"ai-repl\" data-code=\"1\"></div>\n",
        "Write `<div class=\"ai-repl\">` in the page.\n",
        "~~~html\n<div class=\"ai-repl\" data-code=\"1\"></div>\n~~~\n",
        "<div class=\"other\" data-code=\"1\">\n",
    ] {
        assert_eq!(blocks(text), Ok(Vec::new()), "{text}");
    }
}

#[test]
fn character_references_are_decoded_as_a_browser_does() {
    for (written, text) in [
        ("a&#10;b", "a\nb"),
        ("&#x0a;&#X41;", "\nA"),
        ("&lt;&gt;&amp;&quot;&apos;&#39;", "<>&\"''"),
        ("&nbsp;&eacute;&NewLine;", "\u{a0}é\n"),
        ("a & b && c &; &unknown; &#; &#x;", "a & b && c &; &unknown; &#; &#x;"),
        ("&#0;&#xD800;", "\u{fffd}\u{fffd}"),
        ("&amp;lt;", "&lt;"),
    ] {
        assert_eq!(html::decode(written), text, "{written}");
    }
    let awkward = "if a < b && c > \"d\":\n\tprint('é & &amp;')\r\n";
    assert_eq!(html::decode(&html::escape_attribute(awkward)), awkward);
}

/// Ends each step as the test wants it to: the names of failing steps and what they raise.
struct Answers(Vec<(&'static str, &'static str)>, Vec<(String, StepSession)>);

impl Runner for Answers {
    fn run(&mut self, step: &Step) -> Result<(), Failure> {
        self.1.push((step.name.clone(), step.session.clone()));
        match self.0.iter().position(|(name, _)| *name == step.name) {
            None => Ok(()),
            Some(at) => {
                let (_, kind) = self.0.remove(at);
                Err(Failure { kind: kind.to_owned(), message: "oh".to_owned(), line: Some(2) })
            }
        }
    }
}

fn report(answers: &[(&'static str, &'static str)]) -> (Report, Vec<(String, StepSession)>) {
    let mut runner = Answers(answers.to_vec(), Vec::new());
    let report = check(LESSON, Some("import numpy"), &mut runner).expect("well formed");
    (report, runner.1)
}

#[test]
fn a_lesson_runs_from_top_to_bottom_and_tests_its_exercises() {
    let (report, ran) = report(&[("cell 4", "ValueError"), ("check of cell 5", "AssertionError")]);
    assert_eq!(report.faults, []);
    assert_eq!((report.blocks, report.exercises), (6, 1));
    let names: Vec<&str> = ran.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["setup", "cell 1", "cell 2", "cell 3", "cell 4", "cell 5", "check of cell 5", "cell 6", "check of cell 5"]
    );
    assert_eq!(ran[3].1, StepSession::Isolated(3));
    assert_eq!(ran[4].1, StepSession::Page);
}

#[test]
fn what_does_not_run_is_named_by_block_and_line() {
    let said = |answers: &[(&'static str, &'static str)]| -> Vec<String> {
        report(answers).0.faults.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        said(&[("cell 1", "NameError"), ("cell 4", "ValueError"), ("check of cell 5", "E")]),
        ["cell 1, line 19 of the lesson (line 2 of the cell): NameError: oh"]
    );
    assert_eq!(
        said(&[("cell 2", "NameError"), ("check of cell 5", "E")]),
        [
            "cell 2, line 25 of the lesson (line 2 of the cell): NameError: oh",
            "cell 4, line 51 of the lesson: announced with 'raises=ValueError', but it raised nothing",
        ]
    );
    assert_eq!(
        said(&[("cell 4", "TypeError")]),
        [
            "cell 4, line 52 of the lesson (line 2 of the cell): announced with 'raises=ValueError', but it raised TypeError: oh",
            "check of cell 5, line 59 of the lesson: the test accepts the unfinished code, so there is nothing to solve",
        ]
    );
    assert_eq!(
        said(&[("setup", "SyntaxError"), ("cell 4", "ValueError"), ("check of cell 5", "E")]),
        ["setup, line 2: SyntaxError: oh"]
    );
}

#[test]
fn an_exercise_may_fail_before_it_is_solved() {
    let blocks = blocks(LESSON).expect("well formed");
    let steps = stridelab::lesson::check::steps(&blocks, None);
    let expected = |name: &str| steps.iter().find(|s| s.name == name).map(|s| &s.expect);
    assert_eq!(expected("cell 5"), Some(&Expect::Anything));
    assert_eq!(expected("cell 6"), Some(&Expect::Success));
}

fn page(text: &str, setup: Option<&str>) -> Page {
    render(text, Sidecars { setup, output: None }).expect("well formed")
}

#[test]
fn the_article_holds_every_construct() {
    let article = page(LESSON, None).article;
    for part in [
        "<h1 id=\"shapes\">Shapes</h1>",
        "<h2 id=\"rules\">Rules</h2>",
        "<h2 id=\"rules-2\">Rules</h2>",
        "<div class=\"ai-repl\" data-cell=\"1\"><pre><code class=\"language-python\">a = \"&lt;b&gt;\" + '&amp;amp;'\n\nprint(a)\n</code></pre></div>",
        "<div class=\"ai-repl\" data-code=\"x = 1&#10;print(f&quot;{x}&quot;) # &lt;3\" data-cell=\"2\"><pre><code class=\"language-python\">x = 1\nprint(f\"{x}\") # &lt;3</code></pre></div>",
        "<div class=\"ai-repl\" data-session=\"isolated\" data-cell=\"3\"><pre>\ny = 2 &lt; 3\n\nprint(y)\n</pre></div>",
        "<pre><code class=\"language-text\">&lt;div class=\"ai-repl\" data-code=\"not a widget\"&gt;\n</code></pre>",
        "<pre><code class=\"language-python\">pip install numpy\n</code></pre>",
        "data-cell=\"5\" data-exercise=\"assert f() == &quot;1 &lt; 2&quot;&#10;\"><pre>",
        "<details>\n<summary>Show</summary>",
        "Some <strong>bold</strong> words",
        "<div class=\"ai-repl\" data-cell=\"6\"><pre><code class=\"language-python\">def f(): return \"1 &lt; 2\"\n",
        "</details>",
        "<div class=\"ai-memory\" data-array=\"a\"><p>a drawing</p></div>",
        "<a href=\"https://example.org/?a=1&amp;b=2\">the end</a>",
        "<div class=\"table\">\n<table>",
    ] {
        assert!(article.contains(part), "missing: {part}\nin: {article}");
    }
    assert!(!article.contains("<pre><code class=\"language-python\">assert"), "the check is hidden");
    assert!(!article.contains("lifted"), "no stand-in is left");
}

#[test]
fn a_setup_stands_once_in_the_page_and_each_cell_names_it() {
    let article = page(LESSON, Some("a = 1 < 2  # </template>\n")).article;
    assert!(article.contains("<template id=\"lesson-setup\">a = 1 &lt; 2  # &lt;/template&gt;\n</template>"));
    assert_eq!(article.matches(" data-setup=\"#lesson-setup\"").count(), 5, "all but the isolated one");
}

#[test]
fn what_cells_print_stands_in_the_page_until_they_run() {
    let output = Some("# made by NumPy\n== cell 1\n<b>\n\n== cell 3\n2\n");
    let article = render(LESSON, Sidecars { setup: None, output }).expect("well formed").article;
    for part in [
        "data-cell=\"1\" data-output=\"&lt;b&gt;&#10;&#10;\"><pre>",
        "</pre><pre class=\"ai-repl-printed\"><samp>&lt;b&gt;\n\n</samp></pre></div>",
        "data-cell=\"3\" data-output=\"2&#10;\"><pre>",
    ] {
        assert!(article.contains(part), "missing: {part}\nin: {article}");
    }
    let fault = |output| render(LESSON, Sidecars { setup: None, output: Some(output) }).expect_err("bad").to_string();
    assert_eq!(
        fault("== cell 1\n== cell 1\n"),
        "line 2 of the output sidecar: expected '== cell N' with a new N, found \"== cell 1\""
    );
    assert!(fault("\nstray\n").starts_with("line 2 of the output sidecar"));
}

#[test]
fn times_and_speeds_are_masked_and_nothing_else() {
    for (printed, expected) in [
        ("data loading: 0.0123s\n", "data loading: …s\n"),
        ("Speedup:      123x", "Speedup: …x"),
        ("sum:    0.62 ms, 5 times slower", "sum: … ms, … times slower"),
        ("   116000 images/s", " … images/s"),
        ("(3, 4) x2 3 xs 10 msg 1.5 s v0.1s 7sets", "(3, 4) x2 3 xs 10 msg 1.5 s v0.1s 7sets"),
        ("", ""),
        ("2.302585092994046", "2.302585092994046"),
    ] {
        assert_eq!(masked(printed), expected);
    }
}

#[test]
fn the_title_becomes_a_heading_where_the_text_has_none() {
    let page = page("---\ntitle: A < B\n---\ntext\n", None);
    assert!(page.article.contains("<h1>A &lt; B</h1>"), "{}", page.article);
}

#[test]
fn contents_nest_the_third_level_in_the_second() {
    let page = page(LESSON, None);
    assert_eq!(
        page.contents(),
        "<nav class=\"contents\" aria-label=\"Contents\">\n<ol>\n\
         <li><a href=\"#rules\">Rules</a>\n<ol>\n\
         <li><a href=\"#try-it\">Try it</a></li>\n</ol>\n</li>\n\
         <li><a href=\"#rules-2\">Rules</a></li>\n\
         </ol>\n</nav>\n"
    );
}

#[test]
fn a_template_is_filled_and_its_faults_are_named() {
    let page = page(LESSON, None);
    let filled = page
        .fill("<title>{{ title }}</title><meta content=\"{{description}}\">{{phase}} {{phase_title}} {{section_id}}\n{ {{lesson}} }")
        .expect("all names are known");
    assert!(filled.starts_with(
        "<title>Shapes &amp; &lt;sizes&gt;</title><meta content=\"A short paragraph with code and a second line.\">0 Phase 0: it&#39;s a start 0.1\n{ <article"
    ), "{filled}");
    assert_eq!(
        page.fill("\n{{lesson}} {{lessons}}").expect_err("unknown").to_string(),
        "line 2 of the template: 'lessons' is no placeholder; expected lesson, contents, title, description, section_id, phase, phase_title"
    );
    assert_eq!(
        page.fill("<p>").expect_err("no place").to_string(),
        "the template has no '{{lesson}}', so the lesson has no place in it"
    );
}

#[test]
fn lessons_of_a_course_link_to_their_neighbours() {
    let mut page = page(LESSON, None);
    assert!(!page.fill("{{lesson}}").expect("filled").contains("<nav"));
    page.next = Some(Link { href: "0.2-next.html".to_owned(), title: "A & B".to_owned() });
    let filled = page.fill("{{lesson}}").expect("filled");
    assert!(filled.ends_with(
        "<nav class=\"lessons\" aria-label=\"Lessons\">\n<a rel=\"next\" href=\"0.2-next.html\">Next: A &amp; B</a>\n</nav>\n"
    ));
}

#[test]
fn a_course_stands_in_reading_order() {
    let lesson = |head: &str| page(&format!("---\n{head}\n---\n"), None);
    let lessons = [
        ("b", "title: B\nphase: 1\norder: 2"),
        ("z", "title: Z"),
        ("a", "title: A\nphase: 1\norder: 10"),
        ("c", "title: C\nphase: 1\norder: 1"),
    ];
    let arranged = arrange(lessons.map(|(name, head)| (name.to_owned(), lesson(head))).into());
    let href = |link: &Option<Link>| link.as_ref().map_or(String::new(), |link| link.href.clone());
    let rows: Vec<_> =
        arranged.iter().map(|(file, page)| (file.as_str(), href(&page.previous), href(&page.next))).collect();
    assert_eq!(
        rows,
        [
            ("index.html", String::new(), "b.html".to_owned()),
            ("b.html", "index.html".to_owned(), "a.html".to_owned()),
            ("a.html", "b.html".to_owned(), "z.html".to_owned()),
            ("z.html", "a.html".to_owned(), String::new()),
        ]
    );
}

/// Every prefix of a lesson, and the lesson without any one of its lines: a page or a sentence.
#[test]
fn no_broken_file_is_more_than_an_error() {
    let lines: Vec<&str> = LESSON.split_inclusive('\n').collect();
    let prefixes = LESSON.char_indices().map(|(at, _)| LESSON[..at].to_owned());
    let gaps = (0..lines.len()).map(|gap| {
        let kept = lines.iter().enumerate().filter(|(i, _)| *i != gap);
        kept.map(|(_, line)| *line).collect::<String>()
    });
    for text in prefixes.chain(gaps) {
        match render(&text, Sidecars::default()) {
            Ok(page) => assert!(!page.article.contains("lifted"), "{text}"),
            Err(fault) => assert!(fault.to_string().starts_with("line "), "{fault}"),
        }
    }
}

#[test]
fn a_quiz_has_controls_and_a_folded_answer() {
    let text = "---\ntitle: t\n---\n```quiz\nHow many `axes`?\n- [ ] 1\n- [x] **2**\nRows *and* columns.\n```\n";
    let article = page(text, None).article;
    for part in [
        "<legend>How many <code>axes</code>?</legend>",
        "<label data-answer=\"wrong\"><input type=\"radio\" name=\"quiz-1\"> 1</label>",
        "<label data-answer=\"right\"><input type=\"radio\" name=\"quiz-1\"> <strong>2</strong></label>",
        "<details><summary>Answer</summary>\n<p><strong>2</strong></p>\n<p>Rows <em>and</em> columns.</p>",
    ] {
        assert!(article.contains(part), "missing: {part}\nin: {article}");
    }
    let fault = render("---\ntitle: t\n---\n```quiz\n- [x] 1\n```\n", Sidecars::default()).expect_err("no question");
    assert_eq!(
        fault.to_string(),
        "line 4: a quiz needs a question and at least two answers, one of them marked '- [x]'; found no question, 1 answers, 1 marked"
    );
}

/// The author's page is not ours to keep; where it is at hand it must come out whole.
#[test]
fn the_authors_page_comes_out_whole() {
    let Some(text) = author_page() else { return };
    let setup = std::fs::read_to_string("tests/lesson/1.1-python-numpy.setup.py").expect("ours");
    let found = blocks(&text).expect("well formed");
    let page = page(&text, Some(&setup));

    let fences = text.lines().filter(|line| *line == "```python").count();
    let widgets = text.matches("class=\"ai-repl\"").count();
    assert_eq!((found.len(), page.cells), (fences + widgets, fences + widgets));
    for block in &found {
        let line = text.lines().nth(block.line - 1).expect("the line is in the file");
        match block.in_attribute {
            true => assert!(line.starts_with("<div class=\"ai-repl\""), "{block:?}"),
            false => assert_eq!(Some(line), block.code.lines().next()),
        }
        let listing = format!("<code class=\"language-python\">{}</code>", html::escape_text(&block.code));
        assert!(page.article.contains(&listing), "cell {} is not in the page", block.number);
    }
    let mut fenced = false;
    let titles = text.lines().filter(|line| {
        fenced ^= line.starts_with("```");
        !fenced && line.starts_with('#')
    });
    let titles: Vec<&str> = titles.map(|line| line.trim_start_matches('#').trim()).collect();
    let headings: Vec<&str> = page.headings.iter().map(|h| h.text.as_str()).collect();
    assert_eq!(headings, titles);
    assert_eq!(page.article.matches("<details>").count(), text.matches("<details>").count());
    assert_eq!(page.article.matches("<a href=").count(), text.matches("](http").count());
}

#[test]
fn the_shipped_lessons_are_well_formed() {
    let mut lessons = 0;
    for entry in std::fs::read_dir("www/lessons").expect("www/lessons") {
        let file = entry.expect("readable").path();
        if file.extension().is_some_and(|ext| ext == "md") {
            let text = std::fs::read_to_string(&file).expect("UTF-8");
            if let Err(fault) = render(&text, Sidecars::default()) {
                panic!("{}: {fault}", file.display());
            }
            lessons += 1;
        }
    }
    assert!(lessons > 0);
}

/// The file beside the project, or beside a folder that holds it.
fn author_page() -> Option<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = "shared/lesson/1.1-python-numpy.md";
    here.ancestors().skip(1).find_map(|folder| std::fs::read_to_string(folder.join(page)).ok())
}
