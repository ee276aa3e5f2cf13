"""Joining and choosing: arrays put together with their masks, and elements picked from several."""

import numpy as np

from ._array import MaskedArray, filled, get_masked_subclass
from ._masks import getdata, getmask, getmaskarray, make_mask, make_mask_none, mask_or, nomask, shrunk
from ._reductions import NOT_GIVEN
from ._scalars import masked


def concatenate(arrays, axis=0):
    """Arrays one after another along an axis."""
    data = np.concatenate([getdata(array) for array in arrays], axis)
    result = data.view(get_masked_subclass(*arrays))
    if all(getmask(array) is nomask for array in arrays):
        return result
    mask = np.concatenate([getmaskarray(array) for array in arrays], axis)
    result._mask = shrunk(mask.reshape(data.shape))
    return result


def append(a, b, axis=None):
    """`b` after `a`; flattened where no axis is given."""
    if axis is None:
        return concatenate([np.ravel(array) if not isinstance(array, MaskedArray) else array.ravel()
                            for array in (a, b)])
    return concatenate([a, b], axis)


def _on_both(name, each=False):
    """The function `name` of numpy, on data and masks: of a sequence of arrays, or of each array."""
    function = getattr(np, name)

    def of_sequence(tup, *args, **kwargs):
        arrays = tuple(tup)
        return MaskedArray(function([np.asarray(array) for array in arrays], *args, **kwargs),
                           mask=function([getmaskarray(array) for array in arrays], *args, **_for_masks(kwargs)))

    def of_one(ary, *args, **kwargs):
        mask = function(getmaskarray(ary), *args, **kwargs)
        return MaskedArray(function(np.asarray(ary), *args, **kwargs), mask=mask)

    def of_all(*arys):
        results = [of_one(ary) for ary in arys]
        return results[0] if len(results) == 1 else tuple(results)

    made = {"all": of_all, "one": of_one, False: of_sequence}[each]
    made.__name__ = made.__qualname__ = name
    made.__wrapped__ = function
    made.__doc__ = f"As `numpy.{name}`, the mask as well."
    return made


def _for_masks(kwargs):
    return {name: value for name, value in kwargs.items() if name not in ("dtype", "casting", "out")}


atleast_1d, atleast_2d, atleast_3d = [_on_both(f"atleast_{n}d", "all") for n in (1, 2, 3)]
column_stack, dstack, hstack, stack, vstack = [
    _on_both(name) for name in "column_stack dstack hstack stack vstack".split()]
row_stack = vstack
diagflat = _on_both("diagflat", "one")


def hsplit(ary, indices_or_sections):
    """As `numpy.hsplit`, the mask as well."""
    return MaskedArray(np.hsplit(np.asarray(ary), indices_or_sections),
                       mask=np.hsplit(getmaskarray(ary), indices_or_sections))


def where(condition, x=NOT_GIVEN, y=NOT_GIVEN):
    """`x` where the condition is true, `y` where it is false, masked where it is masked."""
    missing = (x is NOT_GIVEN, y is NOT_GIVEN).count(True)
    if missing == 1:
        raise ValueError("Must provide both 'x' and 'y' or neither.")
    if missing == 2:
        from ._functions import nonzero
        return nonzero(condition)
    chosen = filled(condition, False)
    datas, masks = [getdata(x), getdata(y)], [getmaskarray(x), getmaskarray(y)]
    for mine, theirs, value, other in ((0, 1, x, y), (1, 0, y, x)):
        if value is masked and other is not masked:
            datas[mine] = np.zeros((), dtype=datas[theirs].dtype)
            masks[mine] = np.ones((), dtype=masks[theirs].dtype)
    mask = np.where(chosen, *masks)
    mask = np.where(getmaskarray(condition), np.ones((), dtype=mask.dtype), mask)
    return MaskedArray(np.where(chosen, *datas), mask=shrunk(mask))


def choose(indices, choices, out=None, mode="raise"):
    """From each place, the element of the array that `indices` names there."""
    places = filled(indices, 0)
    hidden = [True if choice is masked else getmaskarray(choice) for choice in choices]
    data = [True if choice is masked else filled(choice) for choice in choices]
    mask = make_mask(mask_or(np.choose(places, hidden, mode=mode), getmask(indices)), copy=False, shrink=True)
    result = np.choose(places, data, mode=mode, out=out).view(MaskedArray)
    if out is not None:
        if isinstance(out, MaskedArray):
            out.__setmask__(mask)
        return out
    result.__setmask__(mask)
    return result


def putmask(a, mask, values):
    """Sets the elements where `mask` is true, those of their masks that are masked too."""
    if not isinstance(a, MaskedArray):
        a = a.view(MaskedArray)
    data, hidden = getdata(values), getmask(values)
    if getmask(a) is nomask:
        if hidden is not nomask:
            a._sharedmask = True
            a._mask = make_mask_none(a.shape, a.dtype)
            np.copyto(a._mask, hidden, where=mask)
    elif a._hardmask:
        if hidden is not nomask:
            joined = a._mask.copy()
            np.copyto(joined, hidden, where=mask)
            a.mask |= joined
    else:
        np.copyto(a._mask, getmaskarray(values) if hidden is nomask else hidden, where=mask)
    np.copyto(a._data, data, where=mask)


def resize(x, new_shape):
    """`x` in another shape, from its start again where that is larger."""
    mask = getmask(x)
    if mask is not nomask:
        mask = np.resize(mask, new_shape)
    result = np.resize(getdata(x), new_shape).view(get_masked_subclass(x))
    if result.ndim:
        result._mask = mask
    return result


def diag(v, k=0):
    """The diagonal of a matrix, or a matrix with that diagonal."""
    result = np.diag(getdata(v), k).view(MaskedArray)
    if getmask(v) is not nomask:
        result._mask = np.diag(v._mask, k)
    return result


class mr_class:
    """`mr_[...]`: what `numpy.r_` makes of the same, the masks as well."""

    def __getitem__(self, key):
        from ._masks import MAError
        if isinstance(key, str):
            raise MAError("Unavailable for masked array.")
        key = key if isinstance(key, tuple) else (key,)
        parts = [np.r_[part] if isinstance(part, slice) else part for part in key]
        data = np.r_[tuple([part if isinstance(part, str) else getdata(part) for part in parts])]
        mask = np.r_[tuple([part if isinstance(part, str) else getmaskarray(part) for part in parts])]
        result = data.view(MaskedArray)
        if mask.any():
            result._mask = mask
        return result

    def __len__(self):
        return 0


mr_class.__module__ = "numpy.ma.extras"
mr_ = mr_class()
