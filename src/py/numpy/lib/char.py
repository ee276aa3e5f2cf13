"""NumPy's older module of functions on text: those of `numpy.strings`, and the few that are only here."""

from numpy import _engine as np
from numpy import strings
from numpy.strings import *
from numpy.strings import _over, _texts

__all__ = [name for name in strings.__all__ if name != "slice"]
__all__ += ["array", "asarray", "chararray", "compare_chararrays", "join", "rsplit", "split", "splitlines"]


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
    return _over(lambda sep, text: sep.join(text), [_texts(sep), _texts(seq)])


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
    return _lists(lambda text: text.split(sep, -1 if maxsplit is None else maxsplit), [_texts(a)])


def rsplit(a, sep=None, maxsplit=None):
    """As split, from the right."""
    return _lists(lambda text: text.rsplit(sep, -1 if maxsplit is None else maxsplit), [_texts(a)])


def splitlines(a, keepends=None):
    """The lines of each text, as lists."""
    return _lists(lambda text: text.splitlines(bool(keepends)), [_texts(a)])


def __getattr__(name):
    if name in ("array", "asarray", "chararray"):
        from numpy import _chararray
        return getattr(_chararray, name)
    raise AttributeError(f"module 'numpy.char' has no attribute '{name}'")


def __dir__():
    return sorted(__all__)
