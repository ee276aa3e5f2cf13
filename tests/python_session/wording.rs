//! The interpreter's sentences in CPython's words, and what stands beside them: the line a warning is about,
//! the line of an error that the compiler finds, names that start and end a session.

use crate::{Learner, with_learner};

/// Statements, and the last line that CPython 3.11.7 prints for them; of an abstract class, CPython 3.13.0.
const SENTENCES: [(&str, &str); 48] = [
    ("[1] + (2,)", "TypeError: can only concatenate list (not \"tuple\") to list"),
    ("(1,) + [2]", "TypeError: can only concatenate tuple (not \"list\") to tuple"),
    ("range(3)['a']", "TypeError: range indices must be integers or slices, not str"),
    ("len(1, 2)", "TypeError: len() takes exactly one argument (2 given)"),
    ("[].append(1, 2)", "TypeError: list.append() takes exactly one argument (2 given)"),
    ("'a'.upper(1)", "TypeError: str.upper() takes no arguments (1 given)"),
    ("raise 5", "TypeError: exceptions must derive from BaseException"),
    ("import re; re.match('a', 5)", "TypeError: expected string or bytes-like object, got 'int'"),
    (
        "from datetime import date; date.today() - 5",
        "TypeError: unsupported operand type(s) for -: 'datetime.date' and 'int'",
    ),
    (
        "from datetime import *; datetime.now() < datetime.now(timezone.utc)",
        "TypeError: can't compare offset-naive and offset-aware datetimes",
    ),
    (
        "from datetime import *; date.today() < datetime.now()",
        "TypeError: can't compare datetime.datetime to datetime.date",
    ),
    (
        "from decimal import Decimal; Decimal(1) + 1.5",
        "TypeError: unsupported operand type(s) for +: 'decimal.Decimal' and 'float'",
    ),
    (
        "import numpy as np; [1, 2][np.float64(1)]",
        "TypeError: list indices must be integers or slices, not numpy.float64",
    ),
    (
        "import numpy as np; range(np.float64(3))",
        "TypeError: 'numpy.float64' object cannot be interpreted as an integer",
    ),
    ("import numpy as np; len(np.float64(3))", "TypeError: object of type 'numpy.float64' has no len()"),
    (
        "def f():\n    print(x)\n    x = 1\nf()",
        "UnboundLocalError: cannot access local variable 'x' where it is not associated with a value",
    ),
    ("def f(): return f()\nf()", "RecursionError: maximum recursion depth exceeded"),
    (
        "import abc\nclass A(abc.ABC):\n    @abc.abstractmethod\n    def f(self): ...\nA()",
        "TypeError: Can't instantiate abstract class A without an implementation for abstract method 'f'",
    ),
    ("f = open('t', 'w'); f.close(); f.write('a')", "ValueError: I/O operation on closed file."),
    (
        "import pathlib; pathlib.Path('nope').read_text()",
        "FileNotFoundError: [Errno 2] No such file or directory: 'nope'",
    ),
    ("import numpy as np; 'total: ' + np.int64(3)", "TypeError: can only concatenate str (not \"numpy.int64\") to str"),
    (
        "import numpy as np; ' '.join(np.arange(3))",
        "TypeError: sequence item 0: expected str instance, numpy.int64 found",
    ),
    ("import numpy as np; 'abc'[np.float64(1)]", "TypeError: string indices must be integers, not 'numpy.float64'"),
    ("import numpy as np; np.float64(1)()", "TypeError: 'numpy.float64' object is not callable"),
    ("import numpy as np; x, y = np.mean([1, 2])", "TypeError: cannot unpack non-iterable numpy.float64 object"),
    ("import numpy as np; list(np.float64(1))", "TypeError: 'numpy.float64' object is not iterable"),
    (
        "import json, numpy as np; json.dumps({np.int64(1): 2})",
        "TypeError: keys must be str, int, float, bool or None, not numpy.int64",
    ),
    ("[1].remove(2)", "ValueError: list.remove(x): x not in list"),
    ("['a'].index('b')", "ValueError: 'b' is not in list"),
    ("sorted([1], cmp=1)", "TypeError: sort() got an unexpected keyword argument 'cmp'"),
    ("[1].sort(1)", "TypeError: sort() takes no positional arguments"),
    ("dict([1, 2])", "TypeError: cannot convert dictionary update sequence element #0 to a sequence"),
    ("import math; math.sqrt()", "TypeError: math.sqrt() takes exactly one argument (0 given)"),
    ("2.0 ** 10000", "OverflowError: (34, 'Numerical result out of range')"),
    ("import math; math.exp(1000)", "OverflowError: math range error"),
    ("open('t', 'w').write(5)", "TypeError: write() argument must be str, not int"),
    ("'a b'.split(5)", "TypeError: must be str or None, not int"),
    ("'abc'.find(None)", "TypeError: find() argument 1 must be str, not None"),
    ("'abc'.strip(1)", "TypeError: strip arg must be None or str"),
    // What a program says itself stays.
    ("raise TypeError('len expected 1 arguments, got 2')", "TypeError: len expected 1 arguments, got 2"),
    ("raise TypeError(1, 2)", "TypeError: (1, 2)"),
    // A name that NumPy once had is given no suggestion; a mistyped one is.
    (
        "import numpy as np; np.NaN",
        "AttributeError: `np.NaN` was removed in the NumPy 2.0 release. Use `np.nan` instead.",
    ),
    (
        "import numpy as np; np.arrray",
        "AttributeError: module 'numpy' has no attribute 'arrray'. Did you mean: 'array'?",
    ),
    ("x + 1 = 3", "SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?"),
    ("f() = 3", "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"),
    ("a, f() = 3, 4", "SyntaxError: cannot assign to function call"),
    ("None = 3", "SyntaxError: cannot assign to None"),
    ("x = \"\"\"abc\n", "SyntaxError: unterminated triple-quoted string literal (detected at line 1)"),
];

#[test]
fn errors_are_worded_as_cpython_words_them() {
    with_learner(|learner| {
        for (code, line) in SENTENCES {
            assert_eq!(learner.fails(code), line, "{code}");
        }
        // `str` of a caught error too.
        assert_eq!(
            learner.prints("try: [1] + 1\nexcept TypeError as e: print(e, str(e) == f'{e}')"),
            "can only concatenate list (not \"int\") to list True\n"
        );
    });
}

#[test]
fn constants_are_divided_as_variables_are() {
    with_learner(|learner| {
        let code =
            "a, b = 10.0, -1\nprint(10.0 // 2.5, a // 2.5, -1 // -2.5, b // -2.5, 7 // 2.0, f'{9 // 3.0}', [8 // 4.0])";
        assert_eq!(learner.prints(code), "4.0 4.0 0.0 0.0 3.0 3.0 [2.0]\n");
        assert_eq!(learner.fails("1.0 // 0.0"), "ZeroDivisionError: division by zero");
    });
}

#[test]
fn sets_of_numbers_are_in_cpythons_order() {
    // python3.13.0 prints this.
    let code = "import numpy as np\ns = {5, 3, 9}\nprint({3, 1, 2}, set([10, 5, 3, 8]), frozenset((3, 1)), {(2, 1), (1, 2)}, {2, 0.5})\n\
                print(s.pop(), s, list(s), set(), [x for x in {2, 1}], set(np.array([3, 1])))";
    let shown = "{1, 2, 3} {8, 10, 3, 5} frozenset({1, 3}) {(1, 2), (2, 1)} {0.5, 2}\n\
                 9 {3, 5} [3, 5] set() [1, 2] {np.int64(1), np.int64(3)}\n";
    with_learner(move |learner| {
        assert_eq!(learner.prints(code), shown);
        let changed = "for x in s: s.add(x + 100)";
        assert_eq!(learner.fails(changed), "RuntimeError: Set changed size during iteration");
        assert_eq!(learner.fails("set().pop()"), "KeyError: 'pop from an empty set'");
    });
}

#[test]
fn methods_and_proxies_show_as_cpythons_do() {
    with_learner(|learner| {
        let code = "import numpy as np\nprint(str(np.zeros(1).mean).split(' at ')[0], str([].append).split(' at ')[0], len)\n\
                    print(np.dtype('i4,f8').fields, repr(type('A', (), {}).__dict__)[:13])";
        let shown = "<built-in method mean of numpy.ndarray object <built-in method append of list object <built-in function len>\n\
                     {'f0': (dtype('int32'), 0), 'f1': (dtype('float64'), 4)} mappingproxy(\n";
        assert_eq!(learner.prints(code), shown);
    });
}

#[test]
fn a_warning_shows_its_line() {
    with_learner(|learner| {
        let outcome = learner.run("import numpy as np\nx = np.array([1, 2]) / 0\n");
        assert!(outcome.ok());
        let (_, err) = learner.host.take_texts();
        let expected = "cell 1:2: RuntimeWarning: divide by zero encountered in divide\n  x = np.array([1, 2]) / 0\n";
        assert_eq!(err, expected);
        learner.run("5 is 5\n");
        let (_, err) = learner.host.take_texts();
        assert!(err.ends_with("SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?\n  5 is 5\n"), "{err}");
    });
}

#[test]
fn an_error_of_the_compiler_shows_its_line() {
    with_learner(|learner| {
        let error = learner.run("x = 1\nreturn 3\n").error.expect("there is no function");
        let expected =
            "  File \"cell 1\", line 2\n    return 3\n    ^^^^^^^^\nSyntaxError: 'return' outside function\n";
        assert_eq!(error.traceback, expected);
    });
}

#[test]
fn quit_ends_the_program_and_says_so() {
    with_learner(|learner| {
        assert_eq!(
            learner.prints("print(quit, exit)"),
            "Use quit() or Ctrl-D (i.e. EOF) to exit Use exit() or Ctrl-D (i.e. EOF) to exit\n"
        );
        assert_eq!(learner.run("quit(3)").error.expect("a status").kind, "SystemExit");
    });
}

#[test]
fn a_debugger_that_nobody_can_answer_says_so() {
    with_learner(|learner| {
        let sentence = "RuntimeError: pdb: nothing can be typed while a program runs here: print the values instead";
        assert_eq!(learner.fails("breakpoint()"), sentence);
        assert_eq!(learner.fails("import pdb; pdb.set_trace()"), sentence);
        assert_eq!(
            learner.fails("import signal; signal.alarm(1)"),
            "OSError: signal: no signals reach the Python of this page"
        );
    });
}

/// What is reworded belongs to the thread's classes, not to a session.
#[test]
fn a_second_session_of_a_thread_works_as_the_first() {
    with_learner(|_| {
        let second = Learner::new();
        assert_eq!(
            second.prints("print(2.0 ** 0.5, [7].index(7), len)"),
            "1.4142135623730951 0 <built-in function len>\n"
        );
    });
}
