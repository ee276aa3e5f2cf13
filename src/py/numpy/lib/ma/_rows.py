"""Whole rows and columns, masked or left out for a masked element in them."""

import warnings

import numpy as np

from ._array import MaskedArray
from ._masks import getmask, getmaskarray, nomask
from ._reductions import NOT_GIVEN
from ._scalars import masked


def count_masked(arr, axis=None):
    """How many elements are masked, over the axis."""
    return getmaskarray(arr).sum(axis)


def masked_all(shape, dtype=float):
    """An array of a shape, all of it masked."""
    from ._masks import make_mask_descr
    return MaskedArray(np.empty(shape, dtype), mask=np.ones(shape, make_mask_descr(dtype)))


def masked_all_like(arr):
    """An array as `arr`, all of it masked."""
    from ._masks import make_mask_descr
    made = np.empty_like(arr).view(MaskedArray)
    made._mask = np.ones(made.shape, dtype=make_mask_descr(made.dtype))
    return made


def compress_nd(x, axis=None):
    """The data without the slices that have a masked element, over these axes."""
    x = _as_masked(x)
    mask = getmask(x)
    axes = tuple(range(x.ndim)) if axis is None else np.lib.array_utils.normalize_axis_tuple(axis, x.ndim)
    if mask is nomask or not mask.any():
        return x._data
    if mask.all():
        return np.array([])
    data = x._data
    for one in axes:
        others = tuple(place for place in range(x.ndim) if place != one)
        data = data[(slice(None),) * one + (~mask.any(axis=others),)]
    return data


def _as_masked(x):
    return MaskedArray(x, copy=False, keep_mask=True, subok=False)


def compress_rowcols(x, axis=None):
    """The data without the rows (`axis=0`), columns (1) or both (None) that have a masked element."""
    if _as_masked(x).ndim != 2:
        raise NotImplementedError("compress_rowcols works for 2D arrays only.")
    return compress_nd(x, axis=axis)


def compress_rows(a):
    """The data without the rows that have a masked element."""
    if _as_masked(a).ndim != 2:
        raise NotImplementedError("compress_rows works for 2D arrays only.")
    return compress_rowcols(a, 0)


def compress_cols(a):
    """The data without the columns that have a masked element."""
    if _as_masked(a).ndim != 2:
        raise NotImplementedError("compress_cols works for 2D arrays only.")
    return compress_rowcols(a, 1)


def mask_rowcols(a, axis=None):
    """Masks the rows (`axis=0`), columns (1) or both (None) that have a masked element."""
    a = MaskedArray(a, copy=False, subok=False)
    if a.ndim != 2:
        raise NotImplementedError("mask_rowcols works for 2D arrays only.")
    mask = getmask(a)
    if mask is nomask or not mask.any():
        return a
    rows, columns = mask.nonzero()
    a._mask = a._mask.copy()
    if not axis:
        a[np.unique(rows)] = masked
    if axis in (None, 1, -1):
        a[:, np.unique(columns)] = masked
    return a


def _warn_axis(axis):
    if axis is not NOT_GIVEN:
        warnings.warn("The axis argument has always been ignored, in future passing it will raise TypeError",
                      DeprecationWarning, stacklevel=3)


def mask_rows(a, axis=NOT_GIVEN):
    """Masks the rows that have a masked element."""
    _warn_axis(axis)
    return mask_rowcols(a, 0)


def mask_cols(a, axis=NOT_GIVEN):
    """Masks the columns that have a masked element."""
    _warn_axis(axis)
    return mask_rowcols(a, 1)
