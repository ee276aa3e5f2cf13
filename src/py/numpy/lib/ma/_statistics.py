"""Averages, medians, covariances and fits of what is not masked."""

import numpy as np

from ._arithmetic import FUNCTIONS
from ._array import MaskedArray, filled
from ._joining import concatenate
from ._masks import getdata, getmask, getmaskarray, mask_or, nomask
from ._reductions import NOT_GIVEN
from ._scalars import masked


def _as_masked(a, **options):
    return MaskedArray(a, copy=False, keep_mask=True, subok=False, **options)


def average(a, axis=None, weights=None, returned=False, *, keepdims=NOT_GIVEN):
    """The weighted average over an axis; with `returned` the sum of the weights too."""
    a = _as_masked(a)
    mask = getmask(a)
    kept = {} if keepdims is NOT_GIVEN else {"keepdims": keepdims}
    if axis is not None:
        axis = np.lib.array_utils.normalize_axis_tuple(axis, a.ndim, argname="axis")
    if weights is None:
        result = a.mean(axis, **kept)
        total = result.dtype.type(a.count(axis))
    else:
        weights = _as_masked(weights)
        if issubclass(a.dtype.type, (np.integer, np.bool_)):
            kind = np.result_type(a.dtype, weights.dtype, "f8")
        else:
            kind = np.result_type(a.dtype, weights.dtype)
        if a.shape != weights.shape:
            weights = _laid_along(weights, a, axis)
        if mask is not nomask:
            weights = weights * ~getmaskarray(a)
            weights.mask = np.logical_or(getmaskarray(weights), a.mask)
        total = weights.sum(axis=axis, dtype=kind, **kept)
        result = FUNCTIONS["multiply"](a, weights, dtype=kind).sum(axis, **kept) / total
    if not returned:
        return result
    if np.shape(total) != np.shape(result):
        total = np.broadcast_to(total, result.shape).copy()
    return result, total


def _laid_along(weights, a, axis):
    """Weights of some axes in the shape of the whole array."""
    if axis is None:
        raise TypeError("Axis must be specified when shapes of a and weights differ.")
    if weights.shape != tuple([a.shape[one] for one in axis]):
        raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
    weights = weights.transpose(np.argsort(axis))
    return weights.reshape(tuple([length if place in axis else 1 for place, length in enumerate(a.shape)]))


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The median over an axis of what is not masked."""
    if not hasattr(a, "mask"):
        result = np.median(getdata(a, subok=True), axis=axis, out=out, overwrite_input=overwrite_input,
                           keepdims=keepdims)
        return MaskedArray(result, copy=False) if isinstance(result, np.ndarray) and result.ndim else result
    data, shape, axes = _rows_last(a, axis)
    result = _row_medians(data)
    if keepdims:
        shape = tuple([1 if place in axes else length for place, length in enumerate(a.shape)])
    result = result.reshape(shape)
    if out is not None:
        out[...] = result
        return out
    return result if shape else result[()]


def _rows_last(a, axis):
    """`a` as rows that the median goes over, the shape of the rest, and the axes."""
    if axis is None:
        axes = tuple(range(a.ndim))
    else:
        axes = np.lib.array_utils.normalize_axis_tuple(axis, a.ndim)
    rest = [place for place in range(a.ndim) if place not in axes]
    shape = tuple([a.shape[place] for place in rest])
    length = int(np.prod([a.shape[place] for place in axes], dtype=int))
    return a.transpose(*rest, *axes).reshape(int(np.prod(shape, dtype=int)), length), shape, axes


def _row_medians(rows):
    """The median of each row."""
    kind = rows.dtype if rows.dtype.kind in "fc" else np.dtype(float)
    values = np.zeros(len(rows), kind)
    hidden = np.zeros(len(rows), bool)
    masks = getmaskarray(rows)
    for place, (row, mask) in enumerate(zip(rows._data, masks)):
        seen = row[~mask]
        if seen.size:
            values[place] = np.median(seen)
        elif row.size:
            hidden[place] = True
        else:
            values[place] = np.median(row)
    result = MaskedArray(values)
    if hidden.any() or getmask(rows) is not nomask:
        result._mask = hidden
    return result


def _prepared(x, y, rowvar, allow_masked):
    """The deviations of the variables from their means, and 1 where they are not masked."""
    x = MaskedArray(x, ndmin=2, copy=True, dtype=float)
    mask = getmaskarray(x)
    if not allow_masked and mask.any():
        raise ValueError("Cannot process masked data.")
    if x.shape[0] == 1:
        rowvar = True
    rowvar = int(bool(rowvar))
    axis = 1 - rowvar
    if y is not None:
        y = MaskedArray(y, copy=False, ndmin=2, dtype=float)
        other = getmaskarray(y)
        if not allow_masked and other.any():
            raise ValueError("Cannot process masked data.")
        if (mask.any() or other.any()) and y.shape == x.shape:
            mask = other = np.logical_or(mask, other)
            x._mask, y = mask.copy(), MaskedArray(y, mask=mask, copy=True)
        x = concatenate((x, y), axis)
        mask = np.concatenate((mask, other), axis)
    x = x - (x.mean(axis=rowvar)[:, None] if rowvar else x.mean(axis=rowvar)[None, :])
    return x, np.logical_not(mask).astype(int), rowvar


def cov(x, y=None, rowvar=True, bias=False, allow_masked=True, ddof=None):
    """The covariances of variables, over the observations where both are not masked."""
    if ddof is not None and ddof != int(ddof):
        raise ValueError("ddof must be an integer")
    if ddof is None:
        ddof = 0 if bias else 1
    x, seen, rowvar = _prepared(x, y, rowvar, allow_masked)
    if not rowvar:
        x, seen = x.T, seen.T
    count = np.dot(seen, seen.T) * 1.0 - ddof
    mask = np.less_equal(count, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        data = np.dot(filled(x, 0), filled(x.T.conj(), 0)) / count
    return MaskedArray(data, mask=mask).squeeze()


def corrcoef(x, y=None, rowvar=True, allow_masked=True):
    """The correlations of variables, over the observations where both are not masked."""
    result = cov(x, y, rowvar, allow_masked=allow_masked)
    if not result.ndim:
        return masked
    std = FUNCTIONS["sqrt"](result.diagonal())
    result /= FUNCTIONS["multiply"].outer(std, std)
    return result


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """As `numpy.polyfit`, of the points that are not masked."""
    from ._rows import mask_rows
    x, y = _as_masked(x), _as_masked(y)
    mask = getmask(x)
    if y.ndim == 1:
        mask = mask_or(mask, getmask(y))
    elif y.ndim == 2:
        hidden = getmask(mask_rows(y))
        if hidden is not nomask:
            mask = mask_or(mask, hidden[:, 0])
    else:
        raise TypeError("Expected a 1D or 2D array for y!")
    if w is not None:
        w = _as_masked(w)
        if w.ndim != 1:
            raise TypeError("expected a 1-d array for weights")
        if w.shape[0] != y.shape[0]:
            raise TypeError("expected w and y to have the same length")
        mask = mask_or(mask, getmask(w))
    free = slice(None) if mask is nomask else ~mask
    w = None if w is None else np.asarray(w)[free]
    return np.polyfit(np.asarray(x)[free], np.asarray(y)[free], deg, rcond, full, w, cov)
