"""NumPy's older module of functions on text: those of `numpy.strings`, and the few that are only here."""

from numpy import _engine as np
from numpy import strings
from numpy.strings import *
from numpy.strings import _over, _texts

__all__ = [name for name in strings.__all__ if name != "slice"]
__all__ += ["array", "asarray", "chararray", "compare_chararrays", "join", "rsplit", "split", "splitlines"]


del slice


def multiply(a, i):
    """Each text so many times."""
    try:
        return strings.multiply(a, i)
    except TypeError:
        raise ValueError("Can only multiply by integers") from None


def _stripped(comparison):
    """Comparisons of this module do not see white space at the end."""
    def function(x1, x2):
        return np.asarray(comparison(strings.rstrip(x1), strings.rstrip(x2)))

    function.__name__ = function.__qualname__ = comparison.__name__
    function.__doc__ = "Compares texts without the white space at their ends."
    return function


equal = _stripped(np.equal)
not_equal = _stripped(np.not_equal)
less = _stripped(np.less)
less_equal = _stripped(np.less_equal)
greater = _stripped(np.greater)
greater_equal = _stripped(np.greater_equal)


def compare_chararrays(a1, a2, cmp, rstrip):
    """Compares texts by the operator that `cmp` names."""
    names = {"==": np.equal, "!=": np.not_equal, "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal}
    if cmp not in names:
        raise ValueError("comparison must be '==', '!=', '<', '>', '<=', '>='")
    if rstrip:
        a1, a2 = strings.rstrip(a1), strings.rstrip(a2)
    return names[cmp](_texts(a1), _texts(a2))


def partition(a, sep):
    """What stands before a separator, the separator, what stands after: along a new last axis."""
    return _in_parts(strings.partition(a, sep))


def rpartition(a, sep):
    """As partition, at the separator's last place."""
    return _in_parts(strings.rpartition(a, sep))


def _in_parts(parts):
    return np.stack(parts, axis=-1)


def join(sep, seq):
    """The characters of each text with a separator between them."""
    sep, seq = _texts(sep), np.asarray(seq)
    if seq.dtype.kind not in "UST" and sep.size and seq.size:
        raise TypeError("can only join an iterable")
    return _over(lambda sep, text: sep.join(text), [sep, seq])


def _separator(sep, a):
    """A separator that `a` can be split at."""
    if sep is not None and not isinstance(sep, (str, bytes)) and np.asarray(sep).dtype.kind not in "USTO":
        name = type(np.asarray(sep).ravel()[0]).__name__
        raise TypeError(f"a bytes-like object is required, not 'numpy.{name}'" if a.dtype.kind == "S" else
                        f"must be str or None, not numpy.{name}")
    return sep


def _lists(function, arrays):
    arrays = [np.asarray(a) for a in arrays]
    shape = np.broadcast_shapes(*[a.shape for a in arrays])
    made = np.empty(shape, dtype=object)
    columns = [np.broadcast_to(a, shape).ravel().tolist() for a in arrays]
    flat = made.reshape(-1)
    for place, row in enumerate(zip(*columns)):
        flat[place] = function(*row)
    return made


def split(a, sep=None, maxsplit=None):
    """The parts of each text between separators, as lists."""
    a = _texts(a)
    _separator(sep, a)
    return _lists(lambda text: text.split(sep, -1 if maxsplit is None else maxsplit), [a])


def rsplit(a, sep=None, maxsplit=None):
    """As split, from the right."""
    a = _texts(a)
    _separator(sep, a)
    return _lists(lambda text: text.rsplit(sep, -1 if maxsplit is None else maxsplit), [a])


def splitlines(a, keepends=None):
    """The lines of each text, as lists."""
    a = _texts(a)
    if keepends is not None and np.asarray(keepends).dtype.kind not in "biu":
        name = type(np.asarray(keepends).ravel()[0]).__name__
        raise TypeError(f"'numpy.{name}' object cannot be interpreted as an integer")
    return _lists(lambda text: text.splitlines(bool(keepends)), [a])


def __getattr__(name):
    if name in ("array", "asarray", "chararray"):
        from numpy import _chararray
        return getattr(_chararray, name)
    raise AttributeError(f"module 'numpy.char' has no attribute '{name}'")


def __dir__():
    return sorted(__all__)
