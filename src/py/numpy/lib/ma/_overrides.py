"""What numpy's own functions give of masked arrays, where that is neither a method's answer nor a ufunc's."""

import numpy as np

from ._masks import getdata, getmask, getmaskarray, is_masked_array, nomask

# They move elements, and masks with them.
_MOVING = set("array_split dsplit extract flip fliplr flipud hsplit moveaxis roll rollaxis rot90 split take_along_axis "
              "tile vsplit".split())
# They print what `print` does.
_PRINTING = {"array2string", "array_str"}


def answer(func, args, kwargs):
    """The result of a function of numpy; NotImplemented where its own is right."""
    name, first = func.__name__, args[0] if args else None
    if name in _MOVING:
        return _moved(func, args, kwargs)
    if name in _OWN:
        return _OWN[name](func, args, kwargs)
    if name in _PRINTING and is_masked_array(first):
        return func(first._insert_masked_print(), *args[1:], **kwargs)
    return NotImplemented


def _with(args, part):
    return [part(arg) if is_masked_array(arg) else arg for arg in args]


def _masked(data, mask):
    from ._array import MaskedArray
    made = np.asarray(data).view(MaskedArray)
    made._mask = mask
    return made


def _moved(func, args, kwargs):
    data = func(*_with(args, getdata), **kwargs)
    full = any(getmask(arg) is not nomask for arg in args)
    mask = func(*_with(args, getmaskarray), **kwargs) if full else nomask
    if isinstance(data, (list, tuple)):
        return type(data)([_masked(part, mask[place] if full else nomask) for place, part in enumerate(data)])
    return _masked(data, mask)


def _of_plain(func, args, kwargs):
    return func(*_with(args, np.asarray), **kwargs)


def _unmasked(func, args, kwargs):
    return _masked(_of_plain(func, args, kwargs), nomask)


def _method(name, place=0):
    def call(func, args, kwargs):
        args = list(args)
        array = args.pop(place)
        if not is_masked_array(array):
            return _of_plain(func, [*args[:place], array, *args[place:]], kwargs)
        return getattr(array, name)(*args, **kwargs)

    return call


def _without_nan(func, args, kwargs):
    """A function that leaves nan out leaves out what is masked too."""
    array = args[0]
    if array.dtype.kind == "f" and np.isnan(array._data).any():
        array = _masked(array._data, getmaskarray(array) | np.isnan(array._data))
    return getattr(array, func.__name__[3:])(*args[1:], **kwargs)


def _median(func, args, kwargs):
    """The middle of all elements; those in the middle that are masked where they lie do not count."""
    def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
        flat = axis is None or a.ndim == 1
        ranked = (a.flatten() if axis is None else a.copy())
        if not isinstance(axis, (int, np.integer, type(None))) or keepdims or out is not None or not ranked.size:
            return NotImplemented
        axis = -1 if flat else axis
        count = ranked.shape[axis]
        ranked.partition([(count - 1) // 2, count // 2], axis=axis)
        middle = [slice(None)] * ranked.ndim
        middle[axis] = slice((count - 1) // 2, count // 2 + 1)
        return ranked[tuple(middle)].mean(axis=axis)

    made = median(*args, **kwargs) if is_masked_array(args[0] if args else None) else NotImplemented
    return made if made is not NotImplemented else _of_plain(func, args, kwargs)


def _diag(func, args, kwargs):
    return (_of_plain if args[0].ndim == 1 else _moved)(func, args, kwargs)


def _unique(func, args, kwargs):
    if len(args) > 3 or set(kwargs) - {"return_index", "return_inverse"}:
        return _of_plain(func, args, kwargs)
    from ._sets import unique
    return unique(*args, **kwargs)


def _argwhere(func, args, kwargs):
    return np.transpose(args[0].nonzero())


def _flatnonzero(func, args, kwargs):
    return args[0].ravel().nonzero()[0]


def _ediff1d(func, args, kwargs):
    from ._sets import ediff1d
    return ediff1d(*args, **kwargs)


def _kron(func, args, kwargs):
    first, second = [getmaskarray(arg) for arg in args]
    mask = func(first, np.ones_like(second)) | func(np.ones_like(first), second)
    return _masked(_of_plain(func, args, kwargs), mask)


def _gradient(func, args, kwargs):
    """Masked where a masked element went in, which nan tells."""
    array = args[0]
    result = func(np.where(getmaskarray(array), np.nan, getdata(array)), *args[1:], **kwargs)
    if getmask(array) is nomask:
        return result
    if isinstance(result, (list, tuple)):
        return type(result)([_masked(part, np.isnan(part)) for part in result])
    return _masked(result, np.isnan(result))


_OWN = {
    "append": _unmasked, "argwhere": _argwhere, "compress": _method("compress", 1), "correlate": _unmasked,
    "diag": _diag, "ediff1d": _ediff1d, "flatnonzero": _flatnonzero, "intersect1d": _unmasked, "resize": _unmasked,
    "gradient": _gradient, "kron": _kron, "nanmax": _without_nan, "nanmean": _without_nan, "nanmin": _without_nan,
    "nanstd": _without_nan, "nansum": _without_nan, "nanvar": _without_nan, "median": _median, "ptp": _unmasked, "trace": _method("trace"),
    "unique": _unique,
}
