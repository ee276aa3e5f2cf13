"""Assertions on arrays, with NumPy's messages."""

import contextlib
import operator
import warnings

from numpy import _engine as np
from numpy.testing import overrides
from numpy.testing._surroundings import *

__all__ = [
    "BLAS_SUPPORTS_FPE", "HAS_LAPACK64", "HAS_REFCOUNT", "IS_64BIT", "IS_EDITABLE", "IS_INSTALLED", "IS_MUSL",
    "IS_PYPY", "IS_PYSTON", "IS_WASM", "IgnoreException", "KnownFailureException", "NOGIL_BUILD", "SkipTest",
    "assert_", "assert_allclose", "assert_almost_equal", "assert_approx_equal", "assert_array_almost_equal",
    "assert_array_almost_equal_nulp", "assert_array_compare", "assert_array_equal", "assert_array_less",
    "assert_array_max_ulp", "assert_equal", "assert_no_gc_cycles", "assert_no_warnings", "assert_raises",
    "assert_raises_regex", "assert_string_equal", "assert_warns", "break_cycles", "build_err_msg",
    "check_support_sve", "clear_and_catch_warnings", "jiffies", "measure", "overrides", "print_assert_equal",
    "run_threaded", "runstring", "suppress_warnings", "tempdir", "temppath", "NUMPY_ROOT", "decorate_methods", "memusage",
    "rundocs", "verbose",
]


def __dir__():
    return __all__ + ["test"]


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.testing' has no attribute '{name}'")
    import importlib
    more = importlib.import_module("numpy.testing._more") if name != "_more" else None
    if hasattr(more, name):
        return getattr(more, name)
    from numpy._names import explain
    raise AttributeError(explain("numpy.testing", name))


def assert_(val, msg=""):
    """Fails unless `val` is true."""
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)


def build_err_msg(arrays, err_msg, header="Items are not equal:", verbose=True, names=("ACTUAL", "DESIRED"),
                  precision=8):
    """The message of a failed assertion."""
    from numpy import array_repr
    text, err_msg = "\n" + header, str(err_msg)
    if err_msg:
        short = "\n" not in err_msg and len(err_msg) < 79 - len(header)
        text += (" " if short else "\n") + err_msg
    for name, array in zip(names, arrays) if verbose else ():
        shown = array_repr(array, precision=precision) if isinstance(array, np.ndarray) else repr(array)
        if shown.count("\n") > 3:
            shown = "\n".join(shown.splitlines()[:3]) + "..."
        text += f"\n {name}: {shown}"
    return text


def _is_number(array):
    return array.dtype.kind in "biufc"


def _masked(*arrays):
    """Where either of two arrays is masked; `None` where neither can be."""
    from numpy import ma
    if not any([isinstance(array, ma.MaskedArray) for array in arrays]):
        return None
    first, second = [ma.getmaskarray(array) for array in arrays]
    return first | second


def _mismatches(x, y, wrong, names):
    places = np.argwhere(wrong) if x.ndim or y.ndim else np.empty((0, 0))
    count = int(np.count_nonzero(wrong))
    if len(places) == 0:
        return []
    lines = ["Mismatch at index:" if count == 1 else "Mismatch at indices:" if count <= 5 else
             "First 5 mismatches are at indices:"]
    x, y = np.broadcast_to(x, wrong.shape), np.broadcast_to(y, wrong.shape)
    for place in places[:5].tolist():
        at = tuple(place)
        lines.append(f" {place}: {x[at]} ({names[0]}), {y[at]} ({names[1]})")
    return lines


def assert_array_compare(comparison, x, y, err_msg="", verbose=True, header="", precision=6, equal_nan=True,
                         equal_inf=True, *, strict=False, names=("ACTUAL", "DESIRED")):
    """Fails unless a comparison holds for all elements, NaN and infinities being at the same places."""
    from numpy import array2string, errstate
    shown = np.asanyarray(x), np.asanyarray(y)
    masked = _masked(*shown)
    x, y = np.asarray(x), np.asarray(y)

    def fail(remark):
        raise AssertionError(build_err_msg(shown, str(err_msg) + "\n" + remark, verbose=verbose, header=header,
                                           names=names, precision=precision))

    if strict:
        fits = x.shape == y.shape and x.dtype == y.dtype
    else:
        fits = x.shape == () or y.shape == () or x.shape == y.shape
    if not fits:
        fail(f"(shapes {x.shape}, {y.shape} mismatch)" if x.shape != y.shape else
             f"(dtypes {x.dtype}, {y.dtype} mismatch)")
    flagged = np.zeros(np.broadcast_shapes(x.shape, y.shape), bool)
    if masked is not None:
        flagged = flagged | masked
    times = x.dtype.kind in "mM" and x.dtype.kind == y.dtype.kind
    if times or _is_number(x) and _is_number(y):
        tests = [(np.isnan, "NaT" if times else "nan")] if equal_nan else []
        equal_inf = equal_inf and not times
        if equal_inf:
            tests += [(lambda a: np.isinf(a) & ~np.isnan(a), "inf")]
        for test, word in tests:
            here, there = test(x), test(y)
            differ = here != there
            if np.any(differ if masked is None else differ & ~masked):
                fail(f"{word} location mismatch:")
            both = here & there if masked is None else here & there & ~masked
            if word == "inf" and np.any(both):
                wide = np.broadcast_to(x, flagged.shape), np.broadcast_to(y, flagged.shape)
                at = np.broadcast_to(both, flagged.shape)
                if not np.all(wide[0][at] == wide[1][at]):
                    fail("inf values mismatch:")
            flagged = flagged | both
    keep = ~np.asarray(flagged)
    if flagged.ndim > 0:
        wide_x, wide_y = np.broadcast_to(x, keep.shape), np.broadcast_to(y, keep.shape)
        if not keep.all():
            x, y = wide_x[keep], wide_y[keep]
            if x.size == 0:
                return
        # A scalar on one side stays one.
        x, y = (x if shown[0].ndim else shown[0]), (y if shown[1].ndim else shown[1])
    elif flagged:
        return
    try:
        result = np.asarray(comparison(x, y))
    except ValueError as error:
        raise ValueError(f"error during assertion:\n\n{error}\n\n{build_err_msg(shown, header)}") from error
    if result.all():
        return
    wrong = ~(result.astype(bool))
    count, total = int(np.count_nonzero(wrong)), flagged.size
    share = f"{100 * count / total:.3g}"
    remarks = [f"Mismatched elements: {count} / {total} ({share}%)"]
    full = np.zeros(flagged.shape, bool)
    full[keep] = wrong.ravel() if wrong.ndim else bool(wrong)
    remarks += _mismatches(shown[0], shown[1], full, names)
    with errstate(all="ignore"):
        if _is_number(x) and _is_number(y) and "b" not in (x.dtype.kind, y.dtype.kind):
            error = np.abs(x - y)
            if "u" in (x.dtype.kind, y.dtype.kind):
                error = np.minimum(error, np.abs(y - x))
            reduced = error[wrong] if error.ndim else error
            largest = np.max(reduced)
            remarks.append("Max absolute difference among violations: "
                           + (array2string(largest) if error.dtype.kind != "O" else str(largest)))
            wide = np.broadcast_to(y, error.shape)
            there = (wide != 0) & np.isfinite(wide)
            if wrong.ndim:
                there = there & wrong
            if np.any(there):
                relative = np.max(error[there] / np.abs(wide[there])) if error.ndim else error / np.abs(wide)
                remarks.append("Max relative difference among violations: " + array2string(np.asarray(relative)))
            else:
                remarks.append("Max relative difference among violations: inf")
    fail("\n".join(remarks))


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    """Fails unless all elements are equal (NaN equals NaN)."""
    assert_array_compare(operator.eq, actual, desired, err_msg=err_msg, verbose=verbose, header="Arrays are not equal",
                         strict=strict)


def assert_allclose(actual, desired, rtol=1e-7, atol=0, equal_nan=True, err_msg="", verbose=True, *, strict=False):
    """Fails unless `abs(actual - desired) <= atol + rtol * abs(desired)` everywhere."""
    from numpy import isclose

    def compare(x, y):
        return isclose(x, y, rtol=rtol, atol=atol, equal_nan=equal_nan)

    assert_array_compare(compare, np.asarray(actual), np.asarray(desired), err_msg=str(err_msg), verbose=verbose,
                         header=f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}", equal_nan=equal_nan,
                         strict=strict)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    """Fails unless `abs(desired - actual) < 1.5 * 10**-decimal` everywhere."""
    def compare(x, y):
        return np.abs(x - y) < 1.5 * 10.0 ** (-decimal)

    assert_array_compare(compare, actual, desired, err_msg=err_msg, verbose=verbose,
                         header=f"Arrays are not almost equal to {decimal} decimals", precision=decimal)


def assert_array_less(x, y, err_msg="", verbose=True, *, strict=False):
    """Fails unless every element of x is less than that of y."""
    assert_array_compare(np.less, x, y, err_msg=err_msg, verbose=verbose,
                         header="Arrays are not strictly ordered `x < y`", equal_inf=False, strict=strict,
                         names=("x", "y"))


def assert_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    """Fails unless two objects are equal; dicts, lists, tuples and arrays are compared entry by entry."""
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for key in desired:
            if key not in actual:
                raise AssertionError(repr(key))
            assert_equal(actual[key], desired[key], f"key={key!r}\n{err_msg}", verbose)
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for k in range(len(desired)):
            assert_equal(actual[k], desired[k], f"item={k!r}\n{err_msg}", verbose)
        return
    if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
        return assert_array_equal(actual, desired, err_msg, verbose, strict=strict)
    message = build_err_msg([actual, desired], err_msg, verbose=verbose)
    if isinstance(actual, complex) or isinstance(desired, complex):
        same = _equal(actual.real, desired.real) and _equal(actual.imag, desired.imag)
    else:
        same = _equal(actual, desired)
    if not same:
        raise AssertionError(message)


def _equal(actual, desired):
    if isinstance(actual, (np.datetime64, np.timedelta64)) and isinstance(desired, (np.datetime64, np.timedelta64)):
        if actual != actual and desired != desired:
            return actual.dtype.kind == desired.dtype.kind
    try:
        if actual != actual and desired != desired:
            return True
        if actual == 0 and desired == 0 and isinstance(actual, (float, np.floating)):
            return bool(np.signbit(actual)) == bool(np.signbit(desired))
    except (TypeError, ValueError):
        pass
    return bool(actual == desired)


def print_assert_equal(test_string, actual, desired):
    """Fails unless two objects are equal, with a text in the message."""
    import pprint
    if not actual == desired:
        raise AssertionError(f"{test_string} failed\nACTUAL: \n{pprint.pformat(actual)}\nDESIRED: \n"
                             f"{pprint.pformat(desired)}\n")


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    """Fails unless `abs(desired - actual) < 1.5 * 10**-decimal`."""
    if isinstance(actual, (np.ndarray, tuple, list)) or isinstance(desired, (np.ndarray, tuple, list)):
        return assert_array_almost_equal(actual, desired, decimal, err_msg)
    message = build_err_msg([actual, desired], err_msg, verbose=verbose,
                            header=f"Arrays are not almost equal to {decimal} decimals")
    if isinstance(actual, complex) or isinstance(desired, complex):
        try:
            assert_almost_equal(actual.real, desired.real, decimal=decimal)
            assert_almost_equal(actual.imag, desired.imag, decimal=decimal)
        except AssertionError:
            raise AssertionError(message) from None
        return
    if not (np.isfinite(desired) and np.isfinite(actual)):
        if np.isnan(desired) and np.isnan(actual) or desired == actual:
            return
        raise AssertionError(message)
    if abs(desired - actual) >= 1.5 * 10.0 ** (-decimal):
        raise AssertionError(message)


def assert_approx_equal(actual, desired, significant=7, err_msg="", verbose=True):
    """Fails unless two numbers agree to a number of significant digits."""
    import math
    actual, desired = float(actual), float(desired)
    if desired == actual:
        return
    scale = 0.5 * (abs(desired) + abs(actual))
    scale = 10.0 ** math.floor(math.log10(scale)) if math.isfinite(scale) and scale else 1.0
    message = build_err_msg([actual, desired], err_msg, verbose=verbose,
                            header=f"Items are not equal to {significant} significant digits:")
    if not (math.isfinite(desired) and math.isfinite(actual)):
        if math.isnan(desired) and math.isnan(actual):
            return
        raise AssertionError(message)
    if abs(desired / scale - actual / scale) >= 10.0 ** -(significant - 1):
        raise AssertionError(message)


def assert_string_equal(actual, desired):
    """Fails unless two texts are equal, and shows where they are not."""
    if not isinstance(actual, str):
        raise AssertionError(repr(type(actual)))
    if not isinstance(desired, str):
        raise AssertionError(repr(type(desired)))
    if desired == actual:
        return
    import difflib
    lines = [line for line in difflib.Differ().compare(actual.splitlines(True), desired.splitlines(True))]
    shown = []
    while lines:
        line = lines.pop(0)
        if line.startswith("  "):
            continue
        # A line of one text, a mark under it perhaps, and the line of the other with its own mark.
        if not line.startswith("- "):
            raise AssertionError(repr(line))
        group = [line]
        group += [lines.pop(0)] if lines[0].startswith("? ") else []
        if not lines[0].startswith("+ "):
            raise AssertionError(repr(lines[0]))
        group.append(lines.pop(0))
        group += [lines.pop(0)] if lines and lines[0].startswith("? ") else []
        shown += group
    raise AssertionError(f"Differences in strings:\n{''.join(shown).rstrip()}")


class SkipTest(Exception):
    """A test is not run."""


class _Raises:
    """The `with` block in which an exception of a class is expected; it is in `exception` afterwards."""

    def __init__(self, expected, pattern=None, name=None):
        self._expected, self._pattern, self._name, self.exception = expected, pattern, name, None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            classes = self._expected if isinstance(self._expected, tuple) else (self._expected,)
            shown = getattr(self._expected, "__name__", str(self._expected)) if len(classes) == 1 else str(self._expected)
            raise AssertionError(f"{shown} not raised" + (f" by {self._name}" if self._name else ""))
        if not issubclass(kind, self._expected):
            return False
        self.exception = value
        if self._pattern is not None:
            import re
            if not re.search(self._pattern, str(value)):
                raise AssertionError(f'"{self._pattern}" does not match "{value}"')
        return True


def assert_raises(exception_class, *args, **kwargs):
    """Fails unless a call raises an exception of a class; without a function, for a `with` block."""
    return assert_raises_regex(exception_class, None, *args, **kwargs)


def assert_raises_regex(exception_class, expected_regexp, *args, **kwargs):
    """As `assert_raises`, and the message must match."""
    if not args:
        return _Raises(exception_class, expected_regexp)
    function = args[0]
    with _Raises(exception_class, expected_regexp, getattr(function, "__name__", repr(function))):
        function(*args[1:], **kwargs)


@contextlib.contextmanager
def _warning_context(check):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        yield found
    check(found)


def assert_warns(warning_class, *args, **kwargs):
    """Fails unless a call gives a warning of a class; without a function, for a `with` block."""
    _deprecated(3)
    name = f" when calling {args[0].__name__}" if args else ""

    def check(found):
        if not any(issubclass(one.category, warning_class) for one in found):
            raise AssertionError("No warning raised" + name)

    if not args:
        return _warning_context(check)
    with _warning_context(check):
        return args[0](*args[1:], **kwargs)


def assert_no_warnings(*args, **kwargs):
    """Fails if a call gives a warning; without a function, for a `with` block."""
    name = f" when calling {args[0].__name__}" if args else ""

    def check(found):
        if found:
            raise AssertionError(f"Got warnings{name}: {found}")

    if not args:
        return _warning_context(check)
    with _warning_context(check):
        return args[0](*args[1:], **kwargs)


def _ordered(x):
    """Floats as integers in the same order, neighbours one apart."""
    x = np.asarray(x)
    bits = x.view(f"i{x.dtype.itemsize}")
    least = -(1 << (8 * x.dtype.itemsize - 1))
    return np.where(bits < 0, least - bits, bits)


def _ulps(x, y, dtype=None):
    x, y = np.atleast_1d(x), np.atleast_1d(y)
    kind = dtype if dtype is not None else np.result_type(x, y)
    if np.dtype(kind).kind == "c":
        raise NotImplementedError("_nulp not implemented for complex array")
    x, y = np.array([x], dtype=kind), np.array([y], dtype=kind)
    for array in (x, y) if x.dtype.kind == "f" else ():
        # All that are no numbers are one.
        array[np.isnan(array)] = float("nan")
    if x.dtype.kind != "f":
        x, y = x.astype(float), y.astype(float)
    if x.shape != y.shape:
        raise ValueError(f"Arrays do not have the same shape: {x.shape} - {y.shape}")
    return np.abs(np.asarray(_ordered(y) - _ordered(x), dtype=kind if x.dtype.kind == "f" else float))


def assert_array_max_ulp(a, b, maxulp=1, dtype=None):
    """Fails if elements are more than `maxulp` floats apart; gives the distances."""
    found = _ulps(a, b, dtype)
    if not np.all(found <= maxulp):
        raise AssertionError(f"Arrays are not almost equal up to {maxulp:g} ULP (max difference is "
                             f"{np.max(found):g} ULP)")
    return found


def assert_array_almost_equal_nulp(x, y, nulp=1):
    """Fails if elements are further apart than `nulp` spacings of the larger one."""
    size = np.maximum(np.abs(np.asarray(x)), np.abs(np.asarray(y)))
    if not np.all(np.abs(np.asarray(x) - np.asarray(y)) <= nulp * np.spacing(size)):
        if "c" in (np.asarray(x).dtype.kind, np.asarray(y).dtype.kind):
            raise AssertionError(f"Arrays are not equal to {nulp} ULP")
        raise AssertionError(f"Arrays are not equal to {nulp} ULP (max is {np.max(_ulps(x, y)):g})")


class suppress_warnings:
    """Hides or records warnings of chosen classes for the length of a `with` block or of a function; others pass.

    `forwarding_rule` says how often the others are given: "always", "once", "module" or "location".
    """

    def __init__(self, forwarding_rule="always", _warn=True):
        if _warn:
            _deprecated(3)
        if forwarding_rule not in {"always", "module", "once", "location"}:
            raise ValueError("unsupported forwarding rule.")
        self._rule, self._filters, self._context = forwarding_rule, [], None

    def _add(self, category, message, module, record):
        import re
        found = [] if record else None
        self._filters.append((category, re.compile(message, re.IGNORECASE), module, found))
        return found

    def filter(self, category=Warning, message="", module=None):
        """Hides warnings of a class whose message begins so."""
        self._add(category, message, module, False)

    def record(self, category=Warning, message="", module=None):
        """Hides warnings of a class whose message begins so, and gives the list to which they are added."""
        return self._add(category, message, module, True)

    def __enter__(self):
        if self._context is not None:
            raise RuntimeError("cannot enter suppress_warnings twice.")
        self._context = warnings.catch_warnings()
        self._context.__enter__()
        warnings.simplefilter("always")
        self._show, self._seen, self.log = warnings.showwarning, set(), []
        for *_, found in self._filters:
            if found is not None:
                found.clear()
        warnings.showwarning = self._told
        return self

    def __exit__(self, *exc_info):
        context, self._context = self._context, None
        return context.__exit__(*exc_info)

    def _told(self, message, category, filename, lineno, *args, **kwargs):
        for kind, pattern, module, found in reversed(self._filters):
            if issubclass(category, kind) and pattern.match(message.args[0]) and (
                    module is None or getattr(module, "__file__", None) == filename):
                if found is not None:
                    told = warnings.WarningMessage(message, category, filename, lineno, **kwargs)
                    self.log.append(told)
                    found.append(told)
                return
        place = {"always": None, "once": (), "module": (filename,), "location": (filename, lineno)}[self._rule]
        if place is not None:
            place += message.args, category
            if place in self._seen:
                return
            self._seen.add(place)
        self._show(message, category, filename, lineno, *args, **kwargs)

    def __call__(self, func):
        import functools

        @functools.wraps(func)
        def calling(*args, **kwargs):
            with self:
                return func(*args, **kwargs)

        return calling


def _deprecated(stacklevel):
    warnings.warn("NumPy warning suppression and assertion utilities are deprecated. Use warnings.catch_warnings, "
                  "warnings.filterwarnings, pytest.warns, or pytest.filterwarnings instead. (Deprecated NumPy 2.4)",
                  DeprecationWarning, stacklevel=stacklevel)
