"""The nan-functions of objects and of classes derived from ndarray: what is no number is replaced by what does not
count, and the plain function, or the class's own method, does the rest. Those of numbers are in the engine."""

import warnings

import numpy as np


def _replaced(a, value):
    """The array with `value` for what is no number, and where that was; None where its dtype has none such."""
    a = np.asanyarray(a)
    if a.dtype.kind == "O":
        mask = np.asarray(np.not_equal(a, a)).astype(bool)
    elif a.dtype.kind in "fc":
        mask = np.isnan(a)
    else:
        return a, None
    a = np.array(a, subok=True, copy=True)
    np.copyto(a, value, where=mask)
    return a, mask


def _put(made, value, where):
    """The result with `value` at some places."""
    if isinstance(made, np.ndarray):
        np.copyto(made, value, where=where, casting="unsafe")
        return made
    return made.dtype.type(value) if hasattr(made, "dtype") else value


def _divided(total, count, out=None):
    with np.errstate(invalid="ignore", divide="ignore"):
        if isinstance(total, np.ndarray):
            return np.divide(total, count, out=total if out is None else out, casting="unsafe")
        made = total / count
        return total.dtype.type(made) if hasattr(total, "dtype") else made


def _warn(message):
    warnings.warn(message, RuntimeWarning, stacklevel=4)


def _keepdims(keywords):
    return {name: value for name, value in keywords.items() if name == "keepdims"}


def _counting(keywords):
    return {name: value for name, value in keywords.items() if name in ("keepdims", "where")}


def _extreme(a, value, plain, axis, out, keywords):
    a, mask = _replaced(a, value)
    made = plain(a, axis=axis, out=out, **keywords)
    if mask is None:
        return made
    mask = np.all(mask, axis=axis, **_keepdims(keywords))
    if np.any(mask):
        made = _put(made, np.nan, mask)
        _warn("All-NaN axis encountered")
    return made


def nanmin(a, axis=None, out=None, **keywords):
    return _extreme(a, np.inf, np.amin, axis, out, keywords)


def nanmax(a, axis=None, out=None, **keywords):
    return _extreme(a, -np.inf, np.amax, axis, out, keywords)


def _place(a, value, plain, axis, out, keywords):
    a, mask = _replaced(a, value)
    if mask is not None and mask.size and np.any(np.all(mask, axis=axis)):
        raise ValueError("All-NaN slice encountered")
    return plain(a, axis=axis, out=out, **keywords)


def nanargmin(a, axis=None, out=None, **keywords):
    return _place(a, np.inf, np.argmin, axis, out, keywords)


def nanargmax(a, axis=None, out=None, **keywords):
    return _place(a, -np.inf, np.argmax, axis, out, keywords)


def nansum(a, axis=None, dtype=None, out=None, **keywords):
    return np.sum(_replaced(a, 0)[0], axis=axis, dtype=dtype, out=out, **keywords)


def nanprod(a, axis=None, dtype=None, out=None, **keywords):
    return np.prod(_replaced(a, 1)[0], axis=axis, dtype=dtype, out=out, **keywords)


def nancumsum(a, axis=None, dtype=None, out=None):
    return np.cumsum(_replaced(a, 0)[0], axis=axis, dtype=dtype, out=out)


def nancumprod(a, axis=None, dtype=None, out=None):
    return np.cumprod(_replaced(a, 1)[0], axis=axis, dtype=dtype, out=out)


def nanmean(a, axis=None, dtype=None, out=None, **keywords):
    filled, mask = _replaced(a, 0)
    if mask is None:
        return np.mean(filled, axis=axis, dtype=dtype, out=out, **keywords)
    count = np.sum(~mask, axis=axis, dtype=np.intp, **_counting(keywords))
    total = np.sum(filled, axis=axis, dtype=dtype, out=out, **keywords)
    if np.any(count == 0):
        _warn("Mean of empty slice")
    return _divided(total, count, out)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, mean=None, correction=None, **keywords):
    filled, mask = _replaced(a, 0)
    if mask is None:
        given = {"mean": mean} if mean is not None else {}
        if correction is not None:
            given["correction"] = correction
        return np.var(filled, axis=axis, dtype=dtype, out=out, ddof=ddof, **given, **keywords)
    if correction is not None:
        if ddof != 0:
            raise ValueError("ddof and correction can't be provided simultaneously.")
        ddof = correction
    # Reductions of a matrix keep its axes by themselves.
    where = {name: value for name, value in keywords.items() if name == "where"}
    wide = where if type(filled) is np.matrix else dict(where, keepdims=True)
    count = np.sum(~mask, axis=axis, dtype=np.intp, **wide)
    if mean is None:
        mean = _divided(np.sum(filled, axis=axis, dtype=dtype, **wide), count)
    apart = np.subtract(filled, mean, casting="unsafe")
    np.copyto(apart, 0, where=mask)
    squares = np.multiply(apart, apart.conj()).real if apart.dtype.kind == "c" else np.multiply(apart, apart)
    variance = np.sum(squares, axis=axis, dtype=dtype, out=out, **keywords)
    if np.ndim(variance) < count.ndim:
        count = count.squeeze(axis)
    freedom = count - ddof
    variance = _divided(variance, freedom)
    if np.any(freedom <= 0):
        _warn("Degrees of freedom <= 0 for slice.")
        variance = _put(variance, np.nan, freedom <= 0)
    return variance


def nanstd(a, axis=None, dtype=None, out=None, **keywords):
    variance = nanvar(a, axis=axis, dtype=dtype, out=out, **keywords)
    if isinstance(variance, np.ndarray):
        return np.sqrt(variance, out=variance)
    root = np.sqrt(variance)
    return variance.dtype.type(root) if hasattr(variance, "dtype") else root


def _lanes(a, axis):
    """The array with all reduced axes as the last one, and the shape of a result that keeps them."""
    from numpy.lib.array_utils import normalize_axis_tuple
    axes = tuple(range(a.ndim)) if axis is None else normalize_axis_tuple(axis, a.ndim)
    rest = [one for one in range(a.ndim) if one not in axes]
    lanes = a.transpose(rest + list(axes)).reshape([a.shape[one] for one in rest] + [-1])
    return lanes, tuple(1 if one in axes else length for one, length in enumerate(a.shape))


def median(a, axis=None, keepdims=False):
    """The median of objects: the mean of those in the middle."""
    lanes, kept = _lanes(np.asarray(a), axis)
    ranked = np.sort(lanes, axis=-1)
    count = ranked.shape[-1]
    if not count:
        return np.mean(ranked, axis=-1)
    made = np.mean(ranked[..., (count - 1) // 2:count // 2 + 1], axis=-1)
    odd = ranked != ranked
    if odd.any():
        if lanes.ndim == 1:
            return np.float64(np.nan)
        made = np.asarray(made).astype(object)
        np.copyto(made, np.nan, where=np.asarray(odd.any(axis=-1), dtype=bool))
    return made.reshape(kept) if keepdims and isinstance(made, np.ndarray) else made


_FORMULAS = {
    "linear": lambda n, q: (n - 1) * q, "weibull": lambda n, q: (n + 1) * q - 1, "hazen": lambda n, q: n * q + 0.5 - 1,
    "median_unbiased": lambda n, q: n * q + (1 / 3.0 + q * (1 - 1 / 3.0 - 1 / 3.0)) - 1,
    "normal_unbiased": lambda n, q: n * q + (3 / 8.0 + q * (1 - 3 / 8.0 - 3 / 8.0)) - 1,
    "interpolated_inverted_cdf": lambda n, q: n * q - 1,
}
_DISCRETE = ("lower", "higher", "nearest", "inverted_cdf", "closest_observation")


def quantile(a, q, axis, keepdims, method, skip, whole):
    """Quantiles of objects, or at places that are objects: the fraction of a difference in their own arithmetic."""
    a, q = np.asanyarray(a), np.asanyarray(q)
    if whole != 1:
        q = np.asanyarray(q / whole)
    if not all(0 <= one <= 1 for one in q.ravel().tolist()):
        raise ValueError("Percentiles must be in the range [0, 100]" if whole != 1 else
                         "Quantiles must be in the range [0, 1]")
    if a.dtype.kind in "fc" and q.dtype.kind == "O":
        np.isnan(q)
    lanes, kept = _lanes(a, axis)
    if not lanes.shape[-1]:
        raise IndexError("index 0 is out of bounds for axis 0 with size 0")
    rows = lanes.reshape(-1, lanes.shape[-1])
    found = [[_at(row, one, method, skip) for row in rows] for one in q.ravel().tolist()]
    if not q.ndim and lanes.ndim == 1 and not keepdims:
        only = found[0][0]
        return np.float64(only) if type(only) is float else only
    made = np.empty((len(found), len(rows)), dtype=object)
    for place, values in enumerate(found):
        made[place] = values
    return made.reshape(q.shape + (kept if keepdims else lanes.shape[:-1]))


def _at(row, q, method, skip):
    values = row.tolist()
    if skip:
        values = [value for value in values if value == value]
        if not values:
            _warn("All-NaN slice encountered")
            return np.nan
    elif any(value != value for value in values):
        return np.nan
    if not values:
        raise IndexError("index 0 is out of bounds for axis 0 with size 0")
    values.sort()
    last = len(values) - 1
    formula = _FORMULAS.get(method)
    place = formula(len(values), q) if formula else np.quantile(np.arange(len(values)), float(q), method=method).item()
    place = min(max(place, 0), last)
    below = int(place // 1)
    part, low, high = place - below, values[below], values[min(below + 1, last)]
    if method in _DISCRETE:
        return low
    return high - (high - low) * (1 - part) if part >= 0.5 else low + (high - low) * part
