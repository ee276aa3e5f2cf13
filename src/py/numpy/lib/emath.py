"""Functions whose results may leave the real numbers: `numpy.emath.sqrt(-1)` is `1j`, not NaN.

NumPy has them under `numpy.lib.scimath` as well.
"""

from numpy import _engine as np

__name__ = "numpy.lib.scimath"

__all__ = ["sqrt", "log", "log2", "logn", "log10", "power", "arccos", "arcsin", "arctanh"]


def _complex(x):
    """`x` as complex numbers wide enough for it."""
    return x.astype("F" if x.dtype.char in "bhBHef" or x.dtype.kind == "b" else "D")


def _where(x, outside):
    """`x` as it is, or as complex numbers where real ones lie outside a function's domain."""
    x = np.asarray(x)
    return _complex(x) if x.dtype.kind != "c" and bool(np.any(outside(x))) else x


def _beyond_one(x):
    return np.abs(x) > 1


def _negative(x):
    return x < 0


def sqrt(x):
    """The square root; of a negative number, an imaginary one."""
    return np.sqrt(_where(x, _negative))


def log(x):
    """The natural logarithm; of a negative number, with the imaginary part pi."""
    return np.log(_where(x, _negative))


def log10(x):
    """The logarithm to base 10, of negative numbers too."""
    return np.log10(_where(x, _negative))


def log2(x):
    """The logarithm to base 2, of negative numbers too."""
    return np.log2(_where(x, _negative))


def logn(n, x):
    """The logarithm to base n, of negative numbers too."""
    return np.log(_where(x, _negative)) / np.log(_where(n, _negative))


def power(x, p):
    """`x ** p`, of negative numbers and with negative powers of integers too."""
    x, p = _where(x, _negative), np.asarray(p)
    if p.dtype.kind == "i" and bool(np.any(p < 0)):
        p = p * 1.0
    return np.power(x, p)


def arccos(x):
    """The arc cosine, beyond -1 and 1 too."""
    return np.arccos(_where(x, _beyond_one))


def arcsin(x):
    """The arc sine, beyond -1 and 1 too."""
    return np.arcsin(_where(x, _beyond_one))


def arctanh(x):
    """The inverse hyperbolic tangent, beyond -1 and 1 too."""
    return np.arctanh(_where(x, _beyond_one))
