"""Products of masked arrays: what is masked counts as zero, and masks where nothing else went in."""

import numpy as np

from ._array import MaskedArray, filled, get_masked_subclass
from ._masks import MaskType, getdata, getmask, getmaskarray, make_mask, nomask


def dot(a, b, strict=False, out=None):
    """The product of two arrays; with `strict` a masked element masks all that it goes into."""
    hidden, other = getmaskarray(a), getmaskarray(b)
    if strict and hidden.ndim and other.ndim:
        hidden = hidden | hidden.any(axis=-1, keepdims=True)
        other = other | other.any(axis=-1 if other.ndim == 1 else -2, keepdims=True)
    here, there = np.logical_not(hidden), np.logical_not(other)
    mask = np.logical_not(np.dot(here, there))
    if out is None:
        result = np.asarray(np.dot(filled(a, 0), filled(b, 0))).view(get_masked_subclass(a, b))
        result.__setmask__(mask)
        return result
    np.dot(filled(a, 0), filled(b, 0), out=out._data)
    if out._mask is nomask or out._mask.shape != out.shape:
        out._mask = np.empty(out.shape, MaskType)
    out._mask[...] = mask
    return out


def inner(a, b):
    """The inner product over the last axes."""
    first, second = np.atleast_1d(filled(a, 0)), np.atleast_1d(filled(b, 0))
    result = np.inner(first, second)
    return result.view(MaskedArray) if np.ndim(result) else result


def outer(a, b):
    """The product of each element of `a` with each of `b`."""
    result = np.outer(filled(a, 0).ravel(), filled(b, 0).ravel())
    if getmask(a) is nomask and getmask(b) is nomask:
        return MaskedArray(result)
    mask = np.logical_or.outer(getmaskarray(a).ravel(), getmaskarray(b).ravel())
    return MaskedArray(result, mask=make_mask(mask, copy=False))


def _sliding(function, a, v, mode, propagate_mask):
    if propagate_mask:
        mask = np.logical_or(function(getmaskarray(a), np.ones(np.shape(v), bool), mode=mode),
                             function(np.ones(np.shape(a), bool), getmaskarray(v), mode=mode))
        data = function(getdata(a), getdata(v), mode=mode)
    else:
        mask = np.logical_not(function(~getmaskarray(a), ~getmaskarray(v), mode=mode))
        data = function(filled(a, 0), filled(v, 0), mode=mode)
    return MaskedArray(data, mask=mask)


def correlate(a, v, mode="valid", propagate_mask=True):
    """The correlation of two sequences; with `propagate_mask` all that a masked element went into is masked."""
    return _sliding(np.correlate, a, v, mode, propagate_mask)


def convolve(a, v, mode="full", propagate_mask=True):
    """The convolution of two sequences; with `propagate_mask` all that a masked element went into is masked."""
    return _sliding(np.convolve, a, v, mode, propagate_mask)


def vander(x, n=None):
    """A Vandermonde matrix, zero in the rows of masked elements."""
    result = np.vander(getdata(x), n)
    if getmask(x) is not nomask:
        result[getmask(x)] = 0
    return result
