//! Tracebacks as CPython 3.13.0 prints them, with the cell's name for the file's.

use crate::with_learner;

/// A cell, the traceback that `python3.13 FILE` prints for it, line and column in the cell.
struct Case {
    code: &'static str,
    text: &'static str,
    line: Option<u32>,
    column: Option<u32>,
}

const CASES: [Case; 7] = [
    Case {
        code: "def mean(values):\n    return sum(values) / len(values)\n\ndef report(rows):\n    for row in rows:\n        \
               print(mean(row))\n\nreport([[1, 2], []])\n",
        text: "\
Traceback (most recent call last):
  File \"cell 1\", line 8, in <module>
    report([[1, 2], []])
    ~~~~~~^^^^^^^^^^^^^^
  File \"cell 1\", line 6, in report
    print(mean(row))
          ~~~~^^^^^
  File \"cell 1\", line 2, in mean
    return sum(values) / len(values)
           ~~~~~~~~~~~~^~~~~~~~~~~~~
ZeroDivisionError: division by zero
",
        line: Some(2),
        column: Some(12),
    },
    Case {
        code: "try:\n    {}[\"k\"]\nexcept KeyError as e:\n    raise ValueError(\"no k\") from e\n",
        text: "\
Traceback (most recent call last):
  File \"cell 1\", line 2, in <module>
    {}[\"k\"]
    ~~^^^^^
KeyError: 'k'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File \"cell 1\", line 4, in <module>
    raise ValueError(\"no k\") from e
ValueError: no k
",
        line: Some(4),
        column: Some(5),
    },
    Case {
        code: "import math\nmath.sqroot(2)\n",
        text: "\
Traceback (most recent call last):
  File \"cell 1\", line 2, in <module>
    math.sqroot(2)
    ^^^^^^^^^^^
AttributeError: module 'math' has no attribute 'sqroot'. Did you mean: 'sqrt'?
",
        line: Some(2),
        column: Some(1),
    },
    Case {
        code: "total = 1\nprint(totl)\n",
        text: "\
Traceback (most recent call last):
  File \"cell 1\", line 2, in <module>
    print(totl)
          ^^^^
NameError: name 'totl' is not defined. Did you mean: 'total'?
",
        line: Some(2),
        column: Some(7),
    },
    Case {
        code: "def f():\n    x = 1\n     y = 2\n",
        text: "  File \"cell 1\", line 3\n    y = 2\nIndentationError: unexpected indent\n",
        line: Some(3),
        column: None,
    },
    Case {
        code: "x = 5\nif x > 3\n    print(x)\n",
        text: "  File \"cell 1\", line 2\n    if x > 3\n            ^\nSyntaxError: expected ':'\n",
        line: Some(2),
        column: Some(9),
    },
    Case {
        code: "a = (1\n     + \"a\"\n     + 2)\n",
        text: "\
Traceback (most recent call last):
  File \"cell 1\", line 1, in <module>
    a = (1
         ~
         + \"a\"
         ^~~~~
TypeError: unsupported operand type(s) for +: 'int' and 'str'
",
        line: Some(1),
        column: Some(6),
    },
];

#[test]
fn tracebacks_are_cpythons() {
    with_learner(|learner| {
        for case in CASES {
            let error = learner.run(case.code).error;
            let text = error.as_ref().map_or("", |error| error.traceback.as_str());
            assert_eq!(text, case.text, "{}", case.code);
            assert_eq!(error.as_ref().and_then(|error| error.line), case.line, "{}", case.code);
            if case.column.is_some() {
                assert_eq!(error.and_then(|error| error.column), case.column, "{}", case.code);
            }
        }
    });
}

#[test]
fn a_failing_open_shows_the_learners_line_alone() {
    with_learner(|learner| {
        let error = learner.run("open('nope.txt')").error.expect("the file does not exist");
        let expected = "\
Traceback (most recent call last):
  File \"cell 1\", line 1, in <module>
    open('nope.txt')
    ~~~~^^^^^^^^^^^^
FileNotFoundError: [Errno 2] No such file or directory: 'nope.txt'
";
        assert_eq!(error.traceback, expected);
        assert_eq!((error.kind.as_str(), error.line), ("FileNotFoundError", Some(1)));
    });
}

#[test]
fn a_module_that_is_not_here_says_so() {
    with_learner(|learner| {
        let error = learner.run("import pandas as pd").error.expect("pandas is not shipped");
        let expected = "\
Traceback (most recent call last):
  File \"cell 1\", line 1, in <module>
    import pandas as pd
ModuleNotFoundError: No module named 'pandas': the Python of this page does not include it
";
        assert_eq!(error.traceback, expected);
        assert_eq!(
            learner.fails("from sqlite3 import connect"),
            "ModuleNotFoundError: No module named 'sqlite3': the Python of this page leaves this module of the \
             standard library out"
        );
        // A name that nobody has is mistyped: CPython's own sentence.
        assert_eq!(learner.fails("import nump as np"), "ModuleNotFoundError: No module named 'nump'");
        let probe = "import importlib.util\nimportlib.util.find_spec('pandas')";
        assert_eq!(learner.value(probe), None);
    });
}

#[test]
fn a_recursion_is_shortened() {
    with_learner(|learner| {
        let error = learner.run("def f(n):\n    return f(n + 1)\nf(0)\n").error.expect("it never ends");
        // python 3.13, except for the number of lines, which counts the frames that start a program.
        let begins = "\
Traceback (most recent call last):
  File \"cell 1\", line 3, in <module>
    f(0)
    ~^^^
  File \"cell 1\", line 2, in f
    return f(n + 1)
  File \"cell 1\", line 2, in f
    return f(n + 1)
  File \"cell 1\", line 2, in f
    return f(n + 1)
  [Previous line repeated 99";
        assert!(error.traceback.starts_with(begins), "{}", error.traceback);
        assert_eq!(error.line, Some(2));
    });
}

#[test]
fn the_line_is_the_innermost_of_the_cell_that_ran() {
    with_learner(|learner| {
        learner.session.run("cell 1", "def f():\n\n\n    1 / 0");
        let error = learner.session.run("cell 2", "x = 1\nf()").error.expect("f divides by zero");
        assert_eq!(error.line, Some(2));
        assert!(error.traceback.contains("File \"cell 1\", line 4, in f\n    1 / 0\n"), "{}", error.traceback);
    });
}

#[test]
fn what_is_no_python_is_marked_as_cpython_marks_it() {
    // python3.13.0: code of one line, what stands below it, the sentence.
    let cases = [
        ("print \"hello\"  # no", "^^^^^^^^^^^^^", "Missing parentheses in call to 'print'. Did you mean print(...)?"),
        ("if x = 5 and y: pass", "   ^^^^^", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
        ("if (x = 5): pass", "    ^^^^^", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
        ("print(1, 2 3)", "         ^^^", "invalid syntax. Perhaps you forgot a comma?"),
        ("a = np.array([1 2 3])", "              ^^^", "invalid syntax. Perhaps you forgot a comma?"),
        ("f(x y)", "  ^^^", "invalid syntax. Perhaps you forgot a comma?"),
        ("d = {\"a\": 1 \"b\": 2}", "          ^^^^^", "invalid syntax. Perhaps you forgot a comma?"),
        ("import numpy as", "               ^", "invalid syntax"),
    ];
    with_learner(move |learner| {
        for (code, marks, sentence) in cases {
            let error = learner.run(&format!("{code}\n")).error.expect("it is no Python");
            let expected = format!("  File \"cell 1\", line 1\n    {code}\n    {marks}\nSyntaxError: {sentence}\n");
            assert_eq!(error.traceback, expected);
        }
    });
}
