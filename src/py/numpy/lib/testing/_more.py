"""What of `numpy.testing` is seldom asked for: rewriting classes, examples in documentation, memory, where NumPy lies."""

import numpy as np

verbose = 0


def memusage():
    """The bytes that arrays take."""
    import tracemalloc
    return tracemalloc.get_traced_memory()[0]


def rundocs(filename=None, raise_on_error=True):
    """Runs the examples in the documentation of a module's file; the modules of this page have no files."""
    raise NotImplementedError("numpy.testing.rundocs: the modules of this page have no files to read examples from")


def decorate_methods(cls, decorator, testmatch=None):
    """Puts a decorator on the methods of a class whose names look like tests."""
    import os
    import re
    pattern = re.compile(testmatch if testmatch is not None else rf"(?:^|[\\b_\\.{os.sep}-])[Tt]est")
    for name, function in list(cls.__dict__.items()):
        if callable(function) and not name.startswith("_") and pattern.search(getattr(function, "compat_func_name", name)):
            setattr(cls, name, decorator(function))


def __getattr__(name):
    if name == "NUMPY_ROOT":
        import pathlib
        return pathlib.Path(np.__path__[0] if getattr(np, "__path__", None) else "numpy")
    if name == "TestCase":
        try:
            from unittest import TestCase
            return TestCase
        except ImportError:
            pass
    if name == "test":
        from numpy._pytesttester import PytestTester
        return PytestTester("numpy.testing")
    raise AttributeError(f"module 'numpy.testing._more' has no attribute '{name}'")
