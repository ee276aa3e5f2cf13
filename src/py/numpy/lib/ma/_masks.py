"""Masks: arrays of bool, or of structured bool, that say which elements count, and `nomask`, which says all do."""

import numpy as np
from numpy import dtype, ndarray

MaskType = np.bool_
nomask = np.bool_(0)


class MAError(Exception):
    """An error of masked arrays."""


class MaskError(MAError):
    """An error of masks."""


MAError.__module__ = MaskError.__module__ = "numpy.ma"


def is_masked_array(x):
    """Whether `x` is a masked array."""
    from ._array import MaskedArray
    return isinstance(x, MaskedArray)


def make_mask_descr(ndtype):
    """The dtype of the mask of arrays of `ndtype`: bool, or bool for each field."""
    return _bools(dtype(ndtype))


def _bools(kind):
    if kind.names is not None:
        titles = {name: kind.fields[name][2] for name in kind.names if len(kind.fields[name]) == 3}
        bools = dtype([((titles[name], name) if name in titles else name, _bools(kind[name])) for name in kind.names])
    elif kind.subdtype:
        bools = dtype((_bools(kind.subdtype[0]), kind.subdtype[1]))
    else:
        bools = dtype(bool)
    return kind if bools == kind else bools


def getmask(a):
    """The mask of `a`, or `nomask`."""
    return getattr(a, "_mask", nomask)


get_mask = getmask


def getdata(a, subok=True):
    """The data of `a` as an array, what is masked included."""
    data = getattr(a, "_data", None)
    if data is None:
        data = np.array(a, copy=None, subok=subok)
    return data if subok else data.view(ndarray)


def getmaskarray(arr):
    """The mask of `arr`, in full where it has none."""
    mask = getmask(arr)
    if mask is nomask:
        mask = make_mask_none(np.shape(arr), getattr(arr, "dtype", None))
    return mask


def is_mask(m):
    """Whether `m` is a full mask: an array of bool."""
    try:
        return m.dtype.type is MaskType
    except AttributeError:
        return False


def make_mask_none(newshape, dtype=None):
    """A mask of a shape that masks nothing; its dtype is that of the mask of `dtype`."""
    return np.zeros(newshape, dtype=MaskType if dtype is None else make_mask_descr(dtype))


def make_mask(m, copy=False, shrink=True, dtype=MaskType):
    """A mask from what converts to bool; `nomask` where nothing is masked and `shrink` is true."""
    if m is nomask:
        return nomask
    dtype = make_mask_descr(dtype)
    if isinstance(m, ndarray) and m.dtype.fields and dtype == np.bool_:
        return np.ones(m.shape, dtype=dtype)
    from ._array import filled
    mask = np.array(filled(m, True), copy=True if copy else None, dtype=dtype, subok=True)
    return shrunk(mask) if shrink else mask


def shrunk(mask):
    """`nomask` for a plain mask that masks nothing."""
    return nomask if mask.dtype.names is None and not mask.any() else mask


def mask_or(m1, m2, copy=False, shrink=True):
    """What either mask masks."""
    for none, other in ((m1, m2), (m2, m1)):
        if none is nomask or none is False:
            return make_mask(other, copy=copy, shrink=shrink, dtype=getattr(other, "dtype", MaskType))
    if m1 is m2 and is_mask(m1):
        return shrunk(m1) if shrink else m1
    first, second = getattr(m1, "dtype", None), getattr(m2, "dtype", None)
    if first != second:
        raise ValueError(f"Incompatible dtypes '{first}'<>'{second}'")
    if first is not None and first.names is not None:
        mask = np.empty(np.broadcast(m1, m2).shape, first)
        union(m1, m2, mask)
        return mask
    return make_mask(np.logical_or(m1, m2), copy=copy, shrink=shrink)


def union(m1, m2, out):
    """`m1 | m2` field by field."""
    for name in out.dtype.names:
        if out.dtype[name].names is not None:
            union(m1[name], m2[name], out[name])
        else:
            out[name] = np.logical_or(m1[name], m2[name])


def structured_mask(mask, kind, copy=None):
    """`mask` as an array of the mask dtype `kind`; a bool counts for every field of its element."""
    if kind.names is None:
        return np.array(mask, copy=copy, dtype=kind)
    if not (isinstance(mask, ndarray) and mask.dtype.names is None):
        try:
            return np.array(mask, copy=copy, dtype=kind)
        except (TypeError, ValueError):
            pass
    mask = np.array(mask, dtype=bool)
    full = np.empty(mask.shape, kind)
    spread(mask, full)
    return full


def spread(mask, full):
    """Writes a plain mask to every field of a structured one."""
    for name in full.dtype.names:
        part = full[name]
        if part.dtype.names is not None:
            spread(mask, part)
        else:
            part[...] = mask.reshape(mask.shape + (1,) * (part.ndim - mask.ndim))


def all_fields(mask):
    """A plain mask: where every field of a structured one is masked."""
    if mask.dtype.names is None:
        return mask
    whole = np.ones(mask.shape, bool)
    for name in mask.dtype.names:
        part = all_fields(mask[name])
        whole &= part.all(axis=tuple(range(mask.ndim, part.ndim)))
    return whole


def flatten_mask(mask):
    """A structured mask as a plain one of one dimension, field after field."""
    def leaves(value):
        names = getattr(getattr(value, "dtype", None), "names", None)
        if names is not None:
            parts = [value[name] for name in names]
        elif isinstance(value, (tuple, list)) or np.ndim(value):
            parts = value
        else:
            return [value]
        return [leaf for part in parts for leaf in leaves(part)]

    return np.array(leaves(mask), dtype=bool)
