"""What tests want to know of the machine under them, and what they borrow from it. Not assertions."""

import contextlib
import sys
import warnings

from numpy import _engine as np

IS_PYPY = sys.implementation.name == "pypy"
IS_PYSTON = False
IS_MUSL = False
IS_WASM = sys.platform in ("emscripten", "wasi")
IS_64BIT = np.dtype(int).itemsize == 8
IS_EDITABLE = False
IS_INSTALLED = False
NOGIL_BUILD = False
# Objects die when the last name for them does, but counts are not CPython's.
HAS_REFCOUNT = False
HAS_LAPACK64 = False
BLAS_SUPPORTS_FPE = True


class KnownFailureException(Exception):
    """A test is known to fail."""

    __module__ = "numpy.testing._private.utils"


class IgnoreException(Exception):
    """A failure is not to be counted."""

    __module__ = "numpy.testing._private.utils"


@contextlib.contextmanager
def tempdir(*args, **kwargs):
    """The path of a new directory, which goes with the `with` block."""
    import shutil
    import tempfile
    path = tempfile.mkdtemp(*args, **kwargs)
    try:
        yield path
    finally:
        shutil.rmtree(path)


@contextlib.contextmanager
def temppath(*args, **kwargs):
    """The path of a new empty file, which goes with the `with` block."""
    import os
    import tempfile
    descriptor, path = tempfile.mkstemp(*args, **kwargs)
    os.close(descriptor)
    try:
        yield path
    finally:
        os.remove(path)


class clear_and_catch_warnings(warnings.catch_warnings):
    """Forgets for a `with` block which warnings some modules have given, and remembers them afterwards."""

    class_modules = ()

    def __init__(self, record=False, modules=()):
        self.modules = set(modules).union(self.class_modules)
        self._kept = {}
        super().__init__(record=record)

    def __enter__(self):
        for module in self.modules:
            seen = getattr(module, "__warningregistry__", None)
            if seen is not None:
                self._kept[module] = seen.copy()
                seen.clear()
        return super().__enter__()

    def __exit__(self, *exc_info):
        super().__exit__(*exc_info)
        for module in self.modules:
            seen = getattr(module, "__warningregistry__", None)
            if seen is not None:
                seen.clear()
            if module in self._kept:
                seen.update(self._kept[module])


def break_cycles():
    """Frees what only refers to itself."""
    import gc
    gc.collect()


@contextlib.contextmanager
def _no_cycles(name=None):
    import gc
    gc.collect()
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        found = gc.collect()
    finally:
        if was_on:
            gc.enable()
    if found:
        raise AssertionError(f"Reference cycles were found{f' when calling {name}' if name else ''}: {found} objects were "
                             "collected.")


def assert_no_gc_cycles(*args, **kwargs):
    """Fails if a call leaves objects that refer to one another; without a function, for a `with` block."""
    if not args:
        return _no_cycles()
    with _no_cycles(args[0].__name__):
        args[0](*args[1:], **kwargs)


def run_threaded(func, max_workers=8, pass_count=False, pass_barrier=False, outer_iterations=1, prepare_args=None):
    """Calls a function as often as threads would: this page's Python has one thread, which makes the calls in turn."""
    if pass_barrier:
        raise RuntimeError("this page's Python has one thread: no two calls can wait for each other")
    for _ in range(outer_iterations):
        args = [] if prepare_args is None else prepare_args()
        for count in range(max_workers):
            func(*args, *([count] if pass_count else []))


def measure(code_str, times=1, label=None):
    """How many seconds a piece of code takes, run so often, in the caller's names."""
    import time
    frame = sys._getframe(1)
    names, outside = frame.f_locals, frame.f_globals
    code = compile(code_str, f"Test name: {label} ", "exec")
    start = time.perf_counter()
    for _ in range(times):
        exec(code, outside, names)
    return 0.01 * int((time.perf_counter() - start) * 100)


def runstring(astr, dict):
    """Runs a piece of code in a dictionary of names."""
    exec(astr, dict)


def check_support_sve():
    """Whether the processor has ARM's long vectors: WebAssembly has none."""
    return False


def jiffies():
    """The time so far in hundredths of a second."""
    import time
    return int(100 * time.monotonic())
