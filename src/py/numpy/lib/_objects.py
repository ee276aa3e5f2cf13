"""Ranges, means and variances of objects, made of their own operators as NumPy makes them. Those of numbers are in the
engine."""

from numpy import _engine as np


def _count(a, axis, where):
    """How many elements each result stands for."""
    if where is not True:
        return np.sum(np.broadcast_to(where, a.shape), axis=axis, dtype=int)
    from numpy.lib.array_utils import normalize_axis_index
    axes = range(a.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    count = 1
    for one in axes:
        count *= a.shape[normalize_axis_index(one, a.ndim)]
    return np.int64(count)


def _warn(message):
    import warnings
    warnings.warn(message, RuntimeWarning, stacklevel=4)


def mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    """The mean of objects."""
    count = _count(a, axis, where)
    if np.any(count == 0):
        _warn("Mean of empty slice")
    total = np.add.reduce(a, axis=axis, dtype=dtype, out=out, keepdims=keepdims, where=where)
    if isinstance(total, np.ndarray):
        return np.true_divide(total, count, out=total, casting="unsafe")
    if hasattr(total, "dtype"):
        return total.dtype.type(total / count)
    return total / count


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None):
    """The mean of squared distances from the mean of objects."""
    if correction is not None:
        if ddof != 0:
            raise ValueError("ddof and correction can't be provided simultaneously.")
        ddof = correction
    count = _count(a, axis, where)
    if np.any(ddof >= count):
        _warn("Degrees of freedom <= 0 for slice")
    center = mean
    if center is None:
        center = np.add.reduce(a, axis=axis, dtype=dtype, keepdims=True, where=where)
        each = count if not isinstance(count, np.ndarray) else count.reshape(center.shape)
        center = np.true_divide(center, each, out=center, casting="unsafe")
    distances = np.asanyarray(a - center)
    squares = np.multiply(distances, np.conjugate(distances))
    total = np.add.reduce(squares, axis=axis, dtype=dtype, out=out, keepdims=keepdims, where=where)
    freedom = np.maximum(count - ddof, 0)
    if isinstance(total, np.ndarray):
        return np.true_divide(total, freedom, out=total, casting="unsafe")
    if hasattr(total, "dtype"):
        return total.dtype.type(total / freedom)
    return total / freedom


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None):
    """The square root of the variance of objects."""
    found = var(a, axis, dtype, out, ddof, keepdims, where=where, mean=mean, correction=correction)
    if isinstance(found, np.ndarray):
        return np.sqrt(found, out=found)
    return np.sqrt(found)


def arange(start, stop, step):
    """Objects from `start` on, each the one before and the step, up to `stop`."""
    import math
    start = 0 if start is None else start
    step = 1 if step is None else step
    span = stop - start
    count = max(math.ceil(span / step), 0)
    if count >= 2**60:
        raise ValueError("Maximum allowed size exceeded")
    made = np.empty(count, dtype=object)
    value = start
    for place in range(count):
        made[place] = value
        value = value + step
    return made


def pad(a, widths, constant_values=0):
    """Objects with others before and behind them, axis by axis."""
    pairs = np.broadcast_to(np.asarray(widths), (a.ndim, 2)).astype(int).tolist()
    if any(width < 0 for pair in pairs for width in pair):
        raise ValueError("index can't contain negative values")
    values = np.broadcast_to(np.asarray(constant_values), (a.ndim, 2))
    made = np.empty([length + before + behind for length, (before, behind) in zip(a.shape, pairs)], dtype=object)
    made[tuple([slice(before, before + length) for length, (before, _) in zip(a.shape, pairs)])] = a
    for axis, (before, behind) in enumerate(pairs):
        rest = (slice(None),) * axis
        made[rest + (slice(0, before),)] = values[axis, 0]
        made[rest + (slice(made.shape[axis] - behind, None),)] = values[axis, 1]
    return made
