"""Sets of masked arrays: all that is masked counts as one element, after every other."""

import numpy as np

from ._array import MaskedArray
from ._joining import concatenate, hstack
from ._masks import getmaskarray


def _sorted(a):
    """The flattened elements in order, their places, and where a new one begins."""
    a = np.asanyarray(a).view(MaskedArray) if not isinstance(a, MaskedArray) else a
    a = a.ravel()
    places = a.argsort(kind="stable")
    ordered = a[places]
    return ordered, places, _begins(ordered)


def _begins(ordered):
    """Where an element is another than the one before it; masked ones are all the same."""
    data, mask = ordered._data, getmaskarray(ordered)
    new = np.ones(ordered.size, bool)
    if ordered.size > 1:
        new[1:] = np.where(mask[1:] | mask[:-1], mask[1:] != mask[:-1], data[1:] != data[:-1])
    return new


def unique(ar1, return_index=False, return_inverse=False):
    """The elements without repeats, in order; where each is first, and how they make up the array."""
    ordered, places, new = _sorted(ar1)
    results = [ordered[new]]
    if return_index:
        results.append(places[new])
    if return_inverse:
        inverse = np.empty(places.size, dtype=np.intp)
        inverse[places] = np.cumsum(new) - 1
        results.append(inverse.reshape(np.shape(ar1)))
    return results[0] if len(results) == 1 else tuple(results)


def ediff1d(arr, to_end=None, to_begin=None):
    """The differences of neighbours in the flattened array."""
    arr = (arr if isinstance(arr, MaskedArray) else np.asanyarray(arr).view(MaskedArray)).ravel()
    differences = arr[1:] - arr[:-1]
    parts = [part for part in (to_begin, differences, to_end) if part is not None]
    return differences if len(parts) == 1 else hstack(parts)


def intersect1d(ar1, ar2, assume_unique=False):
    """The elements of both arrays."""
    both = concatenate((ar1, ar2), axis=None) if assume_unique else concatenate((unique(ar1), unique(ar2)))
    both.sort()
    return both[:-1][np.logical_not(_begins(both)[1:])]


def setxor1d(ar1, ar2, assume_unique=False):
    """The elements of one array only."""
    both = concatenate((ar1, ar2), axis=None) if assume_unique else concatenate((unique(ar1), unique(ar2)))
    if not both.size:
        return both
    both.sort()
    data = both.filled()
    ends = np.concatenate(([True], data[1:] != data[:-1], [True]))
    return both[ends[1:] == ends[:-1]]


def in1d(ar1, ar2, assume_unique=False, invert=False):
    """Whether each element of the first array, flattened, is in the second."""
    inverse = None
    if not assume_unique:
        ar1, inverse = unique(ar1, return_inverse=True)
        ar2 = unique(ar2)
    both = concatenate((ar1, ar2))
    places = both.argsort(kind="mergesort")
    ordered = both[places]
    same = ordered[1:] != ordered[:-1] if invert else ordered[1:] == ordered[:-1]
    flags = concatenate((same, [invert]))
    back = places.argsort(kind="mergesort")[:len(ar1)]
    return flags[back] if assume_unique else flags[back][inverse.ravel()]


def isin(element, test_elements, assume_unique=False, invert=False):
    """Whether each element is one of the others."""
    from ._functions import asarray
    element = asarray(element)
    return in1d(element, test_elements, assume_unique=assume_unique, invert=invert).reshape(element.shape)


def union1d(ar1, ar2):
    """The elements of either array."""
    return unique(concatenate((ar1, ar2), axis=None))


def setdiff1d(ar1, ar2, assume_unique=False):
    """The elements of the first array that are not in the second."""
    if assume_unique:
        from ._functions import asarray
        ar1 = asarray(ar1).ravel()
    else:
        ar1, ar2 = unique(ar1), unique(ar2)
    return ar1[in1d(ar1, ar2, assume_unique=True, invert=True)]
