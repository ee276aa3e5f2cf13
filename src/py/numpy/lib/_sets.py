"""Sorted unique elements and set operations; histograms."""

from collections import namedtuple

import numpy as _numpy
from numpy import _engine as np

UniqueAllResult = namedtuple("UniqueAllResult", "values indices inverse_indices counts")
UniqueCountsResult = namedtuple("UniqueCountsResult", "values counts")
UniqueInverseResult = namedtuple("UniqueInverseResult", "values inverse_indices")


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
    """The sorted unique elements (or slices along an axis), and on demand where they are and how many."""
    ar = np.asanyarray(ar)
    if axis is None and ar.dtype.kind == "O" and not (return_index or return_inverse or return_counts):
        ranked = np.sort(ar, axis=None)
        fresh = np.concatenate(([True], ranked[1:] != ranked[:-1])) if ranked.size else np.zeros(0, bool)
        return np._like(ranked[fresh], ar)
    if axis is None:
        values, index, inverse, counts = np._unique(ar)
        if equal_nan and values.dtype.kind == "c":
            values, index, inverse, counts = _one_nan(values, index, inverse, counts)
            if values.size and values[-1] != values[-1] and not (return_index or return_inverse or return_counts):
                # The first that comes, not the first of the sorted ones.
                flat = ar.ravel()
                values[-1] = flat[flat != flat][0]
        if not equal_nan and values.size and values.dtype.kind in "fcmM" and values[-1] != values[-1]:
            values, index, inverse, counts = _each_nan(ar, values, index, inverse, counts)
        values = np._like(values, ar)
        inverse = inverse.ravel().reshape(ar.shape) if ar.size or ar.ndim != 1 else inverse[:]
    else:
        if not -ar.ndim <= axis < ar.ndim:
            raise np.AxisError(f"axis {axis} is out of bounds for array of dimension {ar.ndim}")
        if not hasattr(axis, "__index__"):
            raise TypeError("integer argument expected, got float")
        if ar.ndim == 1:
            return unique(ar, return_index, return_inverse, return_counts, equal_nan=equal_nan)
        if ar.dtype.hasobject:
            raise TypeError(f"The axis argument to unique is not supported for dtype {ar.dtype}")
        moved = np.moveaxis(ar, axis, 0)
        rows = moved.reshape(moved.shape[0], moved.size // moved.shape[0] if moved.shape[0] else 0)
        order = np.lexsort(tuple(rows.T[::-1])) if rows.shape[1] else np.arange(rows.shape[0])
        ranked = rows[order]
        fresh = np.concatenate(([True], (ranked[1:] != ranked[:-1]).any(axis=1))) if len(ranked) else np.zeros(0, bool)
        index = order[fresh]
        # Rows side by side, as they were compared.
        found = rows[index] if rows.size else np.zeros(0, rows.dtype)
        values = np.moveaxis(found.reshape(index.size, *moved.shape[1:]), 0, axis)
        inverse = np.empty(len(rows), dtype=np.int64)
        inverse[order] = np.cumsum(fresh) - 1
        starts = np.nonzero(fresh)[0]
        counts = np.concatenate((starts[1:], [len(rows)])) - starts
    extra = [part for wanted, part in ((return_index, index), (return_inverse, inverse), (return_counts, counts)) if wanted]
    return (values, *extra) if extra else values


def _one_nan(values, index, inverse, counts):
    """Complex numbers without those that have a NaN in either part, but for the first of them."""
    first = int(np.count_nonzero(values == values))
    if first >= len(values) - 1:
        return values, index, inverse, counts
    counts = np.concatenate((counts[:first], [counts[first:].sum()]))
    return values[:first + 1], index[:first + 1], np.minimum(inverse, first), counts


def _each_nan(ar, values, index, inverse, counts):
    """What `unique` gives where every NaN is a value of its own."""
    flat = ar.ravel()
    places = np.nonzero(flat != flat)[0]
    last = len(values) - 1
    inverse = inverse.ravel().copy()
    inverse[places] = last + np.arange(len(places))
    return (np.concatenate((values[:-1], flat[places])), np.concatenate((index[:-1], places)), inverse,
            np.concatenate((counts[:-1], np.ones(len(places), counts.dtype))))


def unique_all(x, /):
    """Values, first indices, inverse and counts."""
    return UniqueAllResult(*unique(x, True, True, True, equal_nan=False))


def unique_counts(x, /):
    """Values and counts."""
    return UniqueCountsResult(*unique(x, return_counts=True, equal_nan=False))


def unique_inverse(x, /):
    """Values and inverse."""
    return UniqueInverseResult(*unique(x, return_inverse=True, equal_nan=False))


def unique_values(x, /):
    """Values."""
    return unique(x, equal_nan=False)


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    """Whether each element is among others."""
    element, others = np.asarray(element), np.asarray(test_elements).ravel()
    if kind not in (None, "sort", "table"):
        raise ValueError(f"Invalid kind: '{kind}'. Please use None, 'sort' or 'table'.")
    if kind == "table" and not (element.dtype.kind in "iub" and others.dtype.kind in "iub"):
        raise ValueError("The 'table' method is only supported for boolean or integer arrays. Please select 'sort' or "
                         "None for kind.")
    if kind == "table" and element.size and others.size and element.dtype.kind != "b" and others.dtype.kind != "b":
        limits = [_numpy.iinfo(array.dtype).max for array in (element, others)]
        least, most = int(others.min()), int(others.max())
        smallest = min(int(element.min()), least)
        if most - least > min(limits[1], limits[0]) or most - smallest > limits[0] and most - least > limits[0]:
            raise RuntimeError(
                "You have specified kind='table', but the range of values in `ar2` or `ar1` exceed the maximum integer of "
                "the datatype. Please set `kind` to None or 'sort'.")
    if element.dtype.hasobject or others.dtype.hasobject:
        found = np.zeros(element.shape, dtype=bool)
        for other in others.reshape(-1, 1) if others.dtype.hasobject else others:
            # An array of one element, of whatever the object is.
            found |= element == other
        return (~found if invert else found).reshape(element.shape)
    exact = element.dtype.kind in "iub" and others.dtype.kind in "iub"
    if not exact and others.size < 10 * element.size ** 0.145:
        # Few are compared one by one.
        found = np.zeros(element.size, dtype=bool)
        for other in others:
            found |= element.ravel() == other
        return (~found if invert else found).reshape(element.shape)
    kind = np.result_type(element.dtype, others.dtype)
    flat, others = element.ravel().astype(kind, copy=False), np.sort(others.astype(kind, copy=False))
    if others.size == 0:
        found = np.zeros(flat.shape, dtype=bool)
    else:
        place = np.minimum(np.searchsorted(others, flat), others.size - 1)
        found = others[place] == flat
    return (~found if invert else found).reshape(element.shape)


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """The elements that both have, sorted."""
    first, second = np.asarray(ar1), np.asarray(ar2)
    if assume_unique:
        first, second, places, other_places = first.ravel(), second.ravel(), None, None
    else:
        first, places = unique(first, return_index=True)
        second, other_places = unique(second, return_index=True)
    joined = np.concatenate((first, second))
    order = np.argsort(joined, kind="stable")
    joined = joined[order]
    twice = joined[1:] == joined[:-1]
    values = joined[:-1][twice]
    if not return_indices:
        return values
    index, other_index = order[:-1][twice], order[1:][twice] - first.size
    return (values, index, other_index) if assume_unique else (values, places[index], other_places[other_index])


def union1d(ar1, ar2):
    """The elements that one or the other has, sorted."""
    return unique(np.concatenate((ar1, ar2), axis=None))


def setdiff1d(ar1, ar2, assume_unique=False):
    """The elements of the first that the second has not, sorted."""
    values = np.asarray(ar1).ravel() if assume_unique else unique(ar1)
    return values[isin(values, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    """The elements that only one of them has, sorted."""
    parts = (ar1, ar2) if assume_unique else (unique(ar1), unique(ar2))
    joined = np.sort(np.concatenate(parts, axis=None))
    if joined.size == 0:
        return joined
    fresh = np.concatenate(([True], joined[1:] != joined[:-1], [True]))
    return joined[fresh[1:] & fresh[:-1]]


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The edges of the bins of a histogram."""
    a = np.asarray(a).ravel()
    if a.dtype.kind == "b":
        import warnings
        warnings.warn("Converting input from bool to <class 'numpy.uint8'> for compatibility.", RuntimeWarning,
                      stacklevel=3)
        a = a.astype(np.uint8)
    if not isinstance(bins, str) and np.asarray(bins).ndim > 1:
        raise ValueError("`bins` must be 1d, when an array")
    if not isinstance(bins, str) and np.asarray(bins).ndim == 1:
        edges = np.asarray(bins)
        if np.any(edges[:-1] > edges[1:]):
            raise ValueError("`bins` must increase monotonically, when an array")
        return edges
    if isinstance(bins, str) and weights is not None:
        raise TypeError("Automated estimation of the number of bins is not supported for weighted data")
    import operator
    try:
        count = 1 if isinstance(bins, str) else operator.index(bins)
    except TypeError as error:
        raise TypeError("`bins` must be an integer, a string, or an array") from error
    if count < 1:
        raise ValueError("`bins` must be positive, when an integer")
    if range is not None:
        low, high = range
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
    else:
        low, high = (0, 1) if a.size == 0 else (a.min(), a.max())
    if not (np.isfinite(low) and np.isfinite(high)):
        kind = "supplied" if range is not None else "autodetected"
        raise ValueError(f"{kind} range of [{low}, {high}] is not finite")
    if low == high:
        low, high = low - 0.5, high + 0.5
    if isinstance(bins, str):
        from numpy._histograms import bins_by
        count = bins_by(bins, a, low, high, weights)
    kind = np.result_type(low, high, a)
    if kind.kind in "iu":
        kind = np.result_type(kind, float)
    edges = np.linspace(low, high, count + 1, dtype=kind if kind.kind == "f" else None)
    if np.any(edges[:-1] >= edges[1:]):
        raise ValueError(f"Too many bins for data range. Cannot create {count} finite-sized bins.")
    return edges


def histogram(a, bins=10, range=None, density=None, weights=None):
    """Counts (or densities) of values in bins, and the bins' edges."""
    a = np.asarray(a)
    edges = histogram_bin_edges(a, bins, range, weights)
    flat = a.ravel()
    weights = None if weights is None else np.asarray(weights).ravel()
    if weights is not None and weights.shape != flat.shape:
        raise ValueError("weights should have the same shape as a.")
    inside = (flat >= edges[0]) & (flat <= edges[-1])
    place = np.searchsorted(edges, flat[inside], side="right") - 1
    place = np.minimum(place, len(edges) - 2)
    if weights is None:
        counts = np.bincount(place, None, len(edges) - 1)
    else:
        heavy = weights[inside]
        if heavy.dtype.kind == "c":
            counts = np.zeros(len(edges) - 1, dtype=heavy.dtype)
            counts.real = np.bincount(place, heavy.real, len(edges) - 1)
            counts.imag = np.bincount(place, heavy.imag, len(edges) - 1)
        elif heavy.dtype.kind in "biuf":
            counts = np.bincount(place, heavy, len(edges) - 1).astype(heavy.dtype)
        else:
            counts = np.zeros(len(edges) - 1, dtype=heavy.dtype)
            np.add.at(counts, place, heavy)
    if density:
        widths = edges[1:] - edges[:-1]
        return counts / widths / counts.sum(), edges
    return counts, edges
