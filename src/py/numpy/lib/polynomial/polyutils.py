"""What the modules of `numpy.polynomial` share: trimming, mapping of domains, numbers in text."""

from numpy import _engine as np

__all__ = ["as_series", "format_float", "getdomain", "mapdomain", "mapparms", "trimcoef", "trimseq"]


def trimseq(seq):
    """Without trailing zeros."""
    if len(seq) == 0 or seq[-1] != 0:
        return seq
    last = len(seq) - 1
    while last > 0 and seq[last] == 0:
        last -= 1
    return seq[:last + 1]


def as_series(alist, trim=True):
    """Each entry as a one-dimensional array of one common dtype."""
    arrays = [np.array(a, ndmin=1) for a in alist]
    for a in arrays:
        if a.size == 0:
            raise ValueError("Coefficient array is empty")
        if a.ndim != 1:
            raise ValueError("Coefficient array is not 1-d")
    if trim:
        arrays = [trimseq(a) for a in arrays]
    dtype = np.result_type(*arrays)
    if dtype.kind not in "biufcO":
        raise ValueError("Coefficient arrays have no common type")
    if dtype.kind in "biu":
        dtype = np.dtype(float)
    return [np.array(a, dtype=dtype) for a in arrays]


def trimcoef(c, tol=0):
    """Without trailing coefficients up to `tol` in modulus."""
    if tol < 0:
        raise ValueError("tol must be non-negative")
    [c] = as_series([c])
    [large] = np.nonzero(np.abs(c) > tol)
    return c[:1] * 0 if len(large) == 0 else c[:int(large[-1]) + 1].copy()


def combine(c1, c2, sign):
    """The sum (or difference) of two series."""
    c1, c2 = as_series([c1, c2])
    if len(c1) > len(c2):
        c1[:len(c2)] += sign * c2
        return trimseq(c1)
    c2 = sign * c2
    c2[:len(c1)] += c1
    return trimseq(c2)


def getdomain(x):
    """The interval that holds all points."""
    [x] = as_series([x], trim=False)
    if x.dtype.kind == "c":
        return np.array((complex(x.real.min(), x.imag.min()), complex(x.real.max(), x.imag.max())))
    return np.array((x.min(), x.max()))


def mapparms(old, new):
    """Offset and scale of the line that maps one interval to another."""
    length = old[1] - old[0]
    return (old[1] * new[0] - old[0] * new[1]) / length, (new[1] - new[0]) / length


def mapdomain(x, old, new):
    """Points of one interval mapped to another."""
    if not isinstance(x, (int, float, complex, np.generic)) and not hasattr(x, "coef"):
        x = np.asanyarray(x)
    off, scl = mapparms(old, new)
    return off + scl * x


def format_float(x, parens=False):
    """A number as a polynomial's text shows it."""
    if not isinstance(x, np.floating):
        return str(x)
    from numpy._engine import format_float_positional, format_float_scientific
    options = np.get_printoptions()
    if np.isnan(x):
        return options["nanstr"]
    if np.isinf(x):
        return options["infstr"]
    size = abs(x)
    trim, unique = ("k", False) if options["floatmode"] == "fixed" else ("0", True)
    sign = options["sign"] == "+"
    exponent = -(options["precision"] - 1) // 2
    if x != 0 and (size >= 1.0e8 or size < 10.0 ** (exponent if exponent < 0 else 0)):
        text = format_float_scientific(x, precision=options["precision"], unique=unique, trim=trim, sign=sign)
        return f"({text})" if parens else text
    return format_float_positional(x, precision=options["precision"], fractional=True, unique=unique, trim=trim, sign=sign)
