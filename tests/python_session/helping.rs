//! `help`, `np.info` and signatures: every function of NumPy that is here says how it is called as NumPy does,
//! what its arguments are, and shows examples that run.

use crate::with_learner;

#[test]
fn a_function_of_numpy_is_explained() {
    with_learner(|learner| {
        let shown = learner.prints("import numpy as np\nhelp(np.sum)");
        // The heading and the call are those of numpy 2.4.6 under CPython 3.11.7; the words are ours.
        let start = "Help on _ArrayFunctionDispatcher in module numpy:\n\nsum(a, axis=None, dtype=None, out=None, \
                     keepdims=<no value>, initial=<no value>, where=<no value>)\n    The sum of elements";
        assert!(shown.starts_with(start), "{shown}");
        for part in [
            "    axis : int, tuple of ints or None, optional\n",
            "    >>> np.sum([[1, 2], [3, 4]], axis=0)\n    array([4, 6])\n",
        ] {
            assert!(shown.contains(part), "{part}\n{shown}");
        }
        let ufunc = learner.prints("help(np.add)");
        let start = "Help on ufunc in module numpy:\n\nadd = <ufunc 'add'>\n    add(x1, x2, /, out=None, *, where=True, \
                     casting='same_kind', order='K', dtype=None, subok=True[, signature])\n";
        assert!(ufunc.starts_with(start), "{ufunc}");
        let method = learner.prints("help(np.ndarray.reshape)");
        assert!(
            method.starts_with("Help on method_descriptor:\n\nreshape(self, /, *shape, order='C', copy=None)\n"),
            "{method}"
        );
        let bound = learner.prints("help(np.random.rand)");
        assert!(bound.contains("\nrand(*args)\n") && bound.contains("    *args : ints\n"), "{bound}");
    });
}

#[test]
fn info_finds_a_name_in_every_module() {
    with_learner(|learner| {
        let shown = learner.prints("import numpy as np\nnp.info('mean'); np.info('nope')");
        assert!(shown.starts_with("     *** Found in numpy ***\nmean(a, axis=None"), "{shown}");
        assert!(shown.contains("     *** Found in numpy.ma ***\n"), "{shown}");
        assert!(shown.ends_with("\n     *** Total of 2 references found. ***\nHelp for nope not found.\n"), "{shown}");
    });
}

#[test]
fn signatures_are_numpys() {
    with_learner(|learner| {
        let code = "import inspect, numpy as np\nfor f in (np.mean, np.diff, np.vecdot): print(inspect.signature(f))";
        // numpy 2.4.6: inspect.signature
        let expected = "(a, axis=None, dtype=None, out=None, keepdims=<no value>, *, where=<no value>)\n\
                        (a, n=1, axis=-1, prepend=<no value>, append=<no value>)\n\
                        (x1, x2, /, out=None, *, axes=<no value>, axis=<no value>, keepdims=False, casting='same_kind', \
                        order='K', dtype=None, subok=True, signature=None)\n";
        assert_eq!(learner.prints(code), expected);
        // numpy 2.4.6: the first line of __doc__
        assert_eq!(
            learner.prints("print(np.modf.__doc__.split('\\n')[0])"),
            "modf(x[, out1, out2], / [, out=(None, None)], *, where=True, casting='same_kind', order='K', dtype=None, \
             subok=True[, signature])\n"
        );
    });
}

/// Each example belongs to something that is here, runs, and gives something to see.
#[test]
fn every_example_runs() {
    with_learner(|learner| {
        let code = "\
import numpy as np
from numpy import _help, _examples
for name, code in _help._table(_examples.EXAMPLES).items():
    value = np
    for part in name.split('.'):
        value = getattr(value, part)
    lines = _help.page(value)
    assert lines and '--------' in lines, name
    assert any(not line.startswith('>>>') for line in lines[lines.index('--------') + 1:]) or 'assert' in name, name
";
        learner.prints(code);
    });
}

#[test]
fn pythons_own_functions_are_explained() {
    with_learner(|learner| {
        assert_eq!(
            learner.prints("help(len); help([].append)"),
            "Help on built-in function len in module builtins:\n\nlen(obj, /)\n    How many items a container has.\n\n\
             Help on built-in function append:\n\nappend(object, /)\n    Adds an item at the end.\n\n"
        );
        let code = "\
import _builtin_help as texts, builtins
for line in texts.FUNCTIONS.strip().splitlines():
    assert texts.page(getattr(builtins, line.split('(')[0])) or line.startswith('help'), line
for name, lines in texts.METHODS.items():
    for line in lines.strip().splitlines():
        assert texts.page(getattr(getattr(builtins, name), line.split('(')[0])) or 'fromkeys' in line, line
";
        learner.prints(code);
    });
}

#[test]
fn a_star_takes_every_public_name() {
    with_learner(|learner| {
        let code = "from numpy import *\nprint(einsum('i->', array([1, 2])), busday_count.__name__, linalg.norm([3, 4]))\n\
                    import numpy\nprint(sorted(numpy.__all__)[:3], numpy.__config__.__name__)";
        // numpy 2.4.6
        let expected = "3 busday_count 5.0\n['False_', 'ScalarType', 'True_'] numpy.__config__\n";
        assert_eq!(learner.prints(code), expected);
    });
}
