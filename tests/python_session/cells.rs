//! What a run of a cell leaves: value, names, output in order, and a session that goes on.

use crate::with_learner;
use std::time::Duration;
use stridelab::host::Stream;

#[test]
fn the_last_expression_is_shown_as_a_repl_shows_it() {
    with_learner(|learner| {
        assert_eq!(learner.value("1 + 1").as_deref(), Some("2"));
        assert_eq!(learner.value("'a' * 3").as_deref(), Some("'aaa'"));
        assert_eq!(learner.value("x = 3\nx; x ** 2").as_deref(), Some("9"));
        assert_eq!(learner.value("_ + 1").as_deref(), Some("10"));
        assert_eq!(learner.value("None"), None);
        assert_eq!(learner.value("x = 5"), None);
        assert_eq!(learner.value("for i in range(3):\n    i"), None);
        assert_eq!(learner.value("def f(): 1"), None);
        assert_eq!(learner.value(""), None);
        assert_eq!(learner.value("# nothing"), None);
        assert_eq!(learner.value("(1,\n 2)\n\n# done\n").as_deref(), Some("(1, 2)"));
    });
}

#[test]
fn names_outlive_their_cell_and_a_failure() {
    with_learner(|learner| {
        learner.run("a = 1\ndef double(x):\n    return 2 * x");
        assert!(!learner.run("b = 2\n1 / 0\nc = 3").ok());
        assert_eq!(learner.value("double(a + b)").as_deref(), Some("6"));
        assert_eq!(learner.fails("c"), "NameError: name 'c' is not defined");
        assert_eq!(learner.session.names(), ["a", "double", "b"]);
    });
}

#[test]
fn output_streams_line_by_line_in_the_order_of_the_program() {
    with_learner(|learner| {
        let code = "import sys\nprint('a', 1)\nprint('b', file=sys.stderr)\nprint('c', end='')\n\
                    print('d', file=sys.stderr)\nprint('e')\nprint('f', end='')";
        assert!(learner.run(code).ok());
        let written = learner.host.take();
        let pieces: Vec<(Stream, &str)> = written.iter().map(|(stream, text)| (*stream, text.as_str())).collect();
        let expected = [
            (Stream::Out, "a 1\n"),
            (Stream::Err, "b\n"),
            (Stream::Out, "c"),
            (Stream::Err, "d\n"),
            (Stream::Out, "e\n"),
            (Stream::Out, "f"),
        ];
        assert_eq!(pieces, expected);
    });
}

#[test]
fn text_goes_out_before_the_program_sleeps() {
    with_learner(|learner| {
        let code = "import time\nbegun = time.perf_counter()\nprint('x', end='')\ntime.sleep(1.5)\n\
                    time.perf_counter() - begun";
        let outcome = learner.run(code);
        assert_eq!(outcome.value.as_deref(), Some("1.5"));
        assert_eq!(outcome.elapsed, Duration::from_millis(1500));
        assert_eq!(learner.fails("time.sleep(-1)"), "ValueError: sleep length must be non-negative");
        assert_eq!(learner.value("time.time()").as_deref(), Some("1735732801.5"));
    });
}

#[test]
fn a_million_prints_pass() {
    with_learner(|learner| {
        let out = learner.prints("for i in range(1_000_000):\n    print(i)");
        assert_eq!(out.lines().count(), 1_000_000);
        assert!(out.ends_with("999998\n999999\n"));
    });
}

#[test]
fn leaving_is_no_error_unless_it_says_so() {
    with_learner(|learner| {
        assert!(learner.run("import sys\nsys.exit()").ok());
        assert!(learner.run("raise SystemExit(0)").ok());
        assert_eq!(learner.fails("sys.exit(3)"), "SystemExit: 3");
        assert_eq!(learner.fails("raise KeyboardInterrupt"), "KeyboardInterrupt");
        assert_eq!(learner.value("1").as_deref(), Some("1"));
    });
}

#[test]
fn endless_recursion_is_an_exception() {
    with_learner(|learner| {
        let deep = "def f(n):\n    return f(n + 1)\nf(0)";
        assert_eq!(learner.fails(deep), "RecursionError: maximum recursion depth exceeded");
        let nested = "class C:\n    def __repr__(self):\n        return repr(self)\nC()";
        assert!(learner.fails(nested).starts_with("RecursionError: maximum recursion depth exceeded"));
        // DIFFERENCE: CPython raises RecursionError; with this much stack the text is made.
        let lists = "x = []\nfor i in range(100_000):\n    x = [x]\nstr(x)";
        assert!(learner.run(lists).error.is_none_or(|error| error.kind == "RecursionError"));
        assert_eq!(learner.value("2").as_deref(), Some("2"));
    });
}

#[test]
fn the_keyboard_cannot_be_read_and_the_error_says_what_to_do() {
    with_learner(|learner| {
        let last = learner.fails("name = input('Name? ')");
        assert!(last.starts_with("RuntimeError: input(): nothing can be read from a keyboard here"), "{last}");
        let last = learner.fails("import sys\nsys.stdin.readline()");
        assert!(last.starts_with("RuntimeError: sys.stdin: nothing can be read"), "{last}");
    });
}

#[test]
fn printing_refuses_what_cpython_refuses() {
    with_learner(|learner| {
        // python 3.13: sys.stdout.write(3); print("\ud800")
        assert_eq!(
            learner.fails("import sys\nsys.stdout.write(3)"),
            "TypeError: write() argument must be str, not int"
        );
        assert_eq!(
            learner.fails("print('\\ud800')"),
            "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
        );
    });
}

#[test]
fn a_script_runs_as_a_program_and_gives_its_status() {
    with_learner(|learner| {
        let code = "import sys\nprint(__name__, sys.argv)\n1 + 1\nsys.exit(7)";
        assert_eq!(learner.session.run_script("prog.py", code, &["a".into(), "b".into()]), 7);
        assert_eq!(learner.host.take_texts(), ("__main__ ['prog.py', 'a', 'b']\n".into(), String::new()));
        assert_eq!(learner.session.run_script("prog.py", "raise SystemExit('no')", &[]), 1);
        assert_eq!(learner.host.take_texts().1, "no\n");
        assert_eq!(learner.session.run_script("prog.py", "1 / 0", &[]), 1);
        // python 3.13 prog.py
        let traceback = "Traceback (most recent call last):\n  File \"prog.py\", line 1, in <module>\n    1 / 0\n    \
                         ~~^~~\nZeroDivisionError: division by zero\n";
        assert_eq!(learner.host.take_texts().1, traceback);
    });
}

#[test]
fn two_sessions_share_nothing() {
    with_learner(|learner| {
        let other = crate::Learner::new();
        learner.run("x = 1\nopen('mine', 'w').close()\nimport math\nmath.mark = 1");
        assert_eq!(other.fails("x"), "NameError: name 'x' is not defined");
        assert_eq!(other.value("import os\nos.path.exists('mine')").as_deref(), Some("False"));
        assert_eq!(learner.value("x").as_deref(), Some("1"));
    });
}

#[test]
fn the_warm_up_leaves_no_trace() {
    with_learner(|learner| {
        learner.session.warm_up();
        assert_eq!(learner.session.names(), Vec::<String>::new());
        assert_eq!(learner.host.take(), Vec::new());
    });
}
