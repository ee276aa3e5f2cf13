"""Runs of elements that are masked, or that are not: their edges, as places and as slices."""

import numpy as np

from ._array import MaskedArray
from ._masks import getmask, getmaskarray, nomask
from ._scalars import masked


def ndenumerate(a, compressed=True):
    """The index and value of each element; masked ones are left out, or given as `masked`."""
    for (index, value), hidden in zip(np.ndenumerate(np.asarray(a)), getmaskarray(a).flat):
        if not hidden:
            yield index, value
        elif not compressed:
            yield index, masked


def flatnotmasked_edges(a):
    """The first and the last place of the flattened array that are not masked, or None."""
    mask = getmask(a)
    if mask is nomask or not np.any(mask):
        return np.array([0, a.size - 1])
    free = np.flatnonzero(~mask)
    return free[[0, -1]] if len(free) else None


def notmasked_edges(a, axis=None):
    """The first and last places along an axis that are not masked."""
    a = MaskedArray(a, copy=False, subok=False)
    if axis is None or a.ndim == 1:
        return flatnotmasked_edges(a)
    mask = getmaskarray(a)
    places = MaskedArray(np.indices(a.shape), mask=np.asarray([mask] * a.ndim))
    return [tuple([places[i].min(axis).compressed() for i in range(a.ndim)]),
            tuple([places[i].max(axis).compressed() for i in range(a.ndim)])]


def _slices(wanted):
    """The runs of true elements, as slices."""
    wanted = np.ravel(wanted)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], wanted.astype(np.int8), [0])))).tolist()
    return [slice(start, stop) for start, stop in zip(edges[::2], edges[1::2])]


def flatnotmasked_contiguous(a):
    """The runs of the flattened array that are not masked."""
    mask = getmask(a)
    return [slice(0, a.size)] if mask is nomask else _slices(~mask)


def notmasked_contiguous(a, axis=None):
    """The runs along an axis that are not masked."""
    a = MaskedArray(a, copy=False, subok=False)
    if a.ndim > 2:
        raise NotImplementedError("Currently limited to at most 2D array.")
    if axis is None or a.ndim == 1:
        return flatnotmasked_contiguous(a)
    return [flatnotmasked_contiguous(part) for part in (a.T if axis in (0, -2) else a)]


def clump_unmasked(a):
    """The runs of a sequence that are not masked."""
    mask = getmask(a)
    return [slice(0, a.size)] if mask is nomask else _clumps(~mask)


def clump_masked(a):
    """The runs of a sequence that are masked."""
    mask = getmask(a)
    return [] if mask is nomask else _clumps(mask)


def _clumps(wanted):
    """The runs as slices, whose inner ends are NumPy's integers."""
    size = np.size(wanted)
    return [slice(run.start and np.int64(run.start), np.int64(run.stop) if run.stop < size else size)
            for run in _slices(wanted)]
