"""`numpy.testing` under the name that NumPy's own tests import it by, and what only they need."""

import functools

from numpy import testing as _testing
from numpy.testing import *
from numpy.testing._surroundings import assert_no_gc_cycles, break_cycles, run_threaded

SUPPORTED_LINE_SEPARATORS = ("\n",)


def _gen_alignment_data(dtype=None, type="binary", max_size=24):
    """Operands that start at every offset from an aligned address, apart and one written over another."""
    from numpy import arange, empty, float32
    dtype = float32 if dtype is None else dtype
    for offset in range(3):
        for size in range(offset + 2, max(offset + 3, max_size)):
            def fresh():
                return arange(size, dtype=dtype)[offset:]

            out, kind = empty(size, dtype=dtype)[offset:], dtype.__name__
            told = f"offset {offset}, size {size}, dtype {kind}"
            if type == "unary":
                place = fresh()
                yield out, fresh(), f"{told}, out of place"
                yield place, place, f"{told}, in place"
                yield out[1:], fresh()[:-1], f"{told}, out one later"
                yield out[:-1], fresh()[1:], f"{told}, input one later"
                place = fresh()
                yield place[:-1], fresh()[1:], f"{told}, aliased, input one later"
                yield place[1:], fresh()[:-1], f"{told}, aliased, out one later"
            elif type == "binary":
                first, second = fresh(), fresh()
                yield out, fresh(), fresh(), f"{told}, out of place"
                yield first, first, fresh(), f"{told}, in the first"
                yield second, fresh(), second, f"{told}, in the second"
                yield out[1:], fresh()[:-1], fresh()[:-1], f"{told}, out one later"
                yield out[:-1], fresh()[1:], fresh()[:-1], f"{told}, first one later"
                yield out[:-1], fresh()[:-1], fresh()[1:], f"{told}, second one later"


def requires_memory(free_bytes):
    """A decorator of tests that need more memory than a page has: they are skipped."""
    def decorate(function):
        @functools.wraps(function)
        def skipped(*args, **kwargs):
            raise SkipTest(f"{free_bytes / 1e9} GB memory required")
        return skipped
    return decorate


def _no_tracing(function):
    """A decorator of tests that must not be traced: here nothing traces."""
    return function


def _glibc_older_than(version):
    """Whether the platform's C library is an old one: there is none here."""
    return False


def _assert_valid_refcount(op):
    """Fails if an operation keeps its operands: there are no counts to read here."""
    return True


def __getattr__(name):
    return getattr(_testing, name)
