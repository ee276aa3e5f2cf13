"""The functions of `numpy.ma` that are methods of masked arrays, or functions of numpy with a mask beside them."""

import warnings

import numpy as np
from numpy import ndarray

from ._array import MaskedArray, filled
from ._fills import maximum_fill_value, minimum_fill_value
from ._masks import MaskType, getdata, getmask, getmaskarray, mask_or, nomask
from ._reductions import NOT_GIVEN
from ._joining import concatenate, where
from ._arithmetic import FUNCTIONS


def array(data, dtype=None, copy=False, order=None, mask=nomask, fill_value=None, keep_mask=True, hard_mask=False,
          shrink=True, subok=True, ndmin=0):
    """A masked array: see `MaskedArray`."""
    return MaskedArray(data, mask=mask, dtype=dtype, copy=copy, subok=subok, keep_mask=keep_mask, hard_mask=hard_mask,
                       fill_value=fill_value, ndmin=ndmin, shrink=shrink, order=order)


def asarray(a, dtype=None, order=None):
    """`a` as a masked array, and no class derived from that."""
    return MaskedArray(a, dtype=dtype, copy=False, keep_mask=True, subok=False, order=order or "C")


def asanyarray(a, dtype=None, order=None):
    """`a` as a masked array; one that is stays as it is."""
    if isinstance(a, MaskedArray) and (dtype is None or dtype == a.dtype) and (
            order in (None, "A", "K") or order == "C" and a.flags.carray or order == "F" and a.flags.farray):
        return a
    return MaskedArray(a, dtype=dtype, copy=False, keep_mask=True, subok=True, order=order or "C")


def isMaskedArray(x):
    """Whether `x` is a masked array."""
    return isinstance(x, MaskedArray)


isMA = isarray = isMaskedArray


def is_masked(x):
    """Whether something of `x` is masked."""
    mask = getmask(x)
    return mask is not nomask and bool(mask.any())


def compressed(x):
    """What is not masked, in one dimension."""
    return asanyarray(x).compressed()


def _method(name, reversed=False):
    """The method `name` of the first argument, or of the second where `reversed`."""
    def function(a, *args, **params):
        if reversed:
            a, args = args[0], (a,) + args[1:]
        if not isinstance(a, MaskedArray) and not isinstance(a, ndarray):
            a = asanyarray(a)
        elif not isinstance(a, MaskedArray):
            a = a.view(MaskedArray)
        return getattr(a, name)(*args, **params)

    function.__name__ = function.__qualname__ = name
    function.__wrapped__ = getattr(MaskedArray, name)
    function.__doc__ = function.__wrapped__.__doc__
    return function


_METHODS = (
    "all any anom argmax argmin copy count cumprod cumsum diagonal harden_mask ids max mean min nonzero prod ptp ravel "
    "repeat shrink_mask soften_mask std sum swapaxes take trace var")
globals().update([(name, _method(name)) for name in _METHODS.split()])
compress = _method("compress", reversed=True)
anomalies, product = globals()["anom"], globals()["prod"]


def transpose(a, axes=None):
    """The array with its axes in another order."""
    return asanyarray(a).transpose(axes) if not isinstance(a, MaskedArray) else a.transpose(axes)


def reshape(a, new_shape, order="C"):
    """The array in another shape."""
    return asanyarray(a).reshape(new_shape, order=order)


def put(a, indices, values, mode="raise"):
    """Sets elements by their place in the flattened array."""
    return a.put(indices, values, mode=mode) if isinstance(a, MaskedArray) else np.asarray(a).put(
        indices, values, mode=mode)


def round_(a, decimals=0, out=None):
    """Each element to so many decimals."""
    if out is None:
        return np.round(a, decimals, out)
    np.round(getdata(a), decimals, out)
    if hasattr(out, "_mask"):
        out._mask = getmask(a)
    return out


round = round_


def argsort(a, axis=NOT_GIVEN, kind=None, order=None, endwith=True, fill_value=None, *, stable=None):
    """The places of the elements in order, masked ones last."""
    from ._sorting import sorting_axis
    a = np.asanyarray(a)
    if axis is NOT_GIVEN:
        axis = sorting_axis(a)
    if isinstance(a, MaskedArray):
        return a.argsort(axis=axis, kind=kind, order=order, endwith=endwith, fill_value=fill_value, stable=stable)
    return a.argsort(axis=axis, kind=kind, order=order)


def sort(a, axis=-1, kind=None, order=None, endwith=True, fill_value=None, *, stable=None):
    """A sorted copy, masked elements last."""
    a = np.array(a, copy=True, subok=True)
    if axis is None:
        a, axis = a.flatten(), 0
    if isinstance(a, MaskedArray):
        a.sort(axis=axis, kind=kind, order=order, endwith=endwith, fill_value=fill_value, stable=stable)
    else:
        a.sort(axis=axis, kind=kind, order=order)
    return a


def left_shift(a, n):
    """The bits moved to the left."""
    return _shifted(np.left_shift, a, n)


def right_shift(a, n):
    """The bits moved to the right."""
    return _shifted(np.right_shift, a, n)


def _shifted(shift, a, n):
    mask = getmask(a)
    return MaskedArray(shift(filled(a), n)) if mask is nomask else MaskedArray(shift(filled(a, 0), n), mask=mask)


class _extrema_operation:
    """`maximum` and `minimum`: of two arrays, or of one over an axis."""

    def __init__(self, ufunc, compare, fill_value):
        self.f, self.compare, self.fill_value_func = ufunc, compare, fill_value
        self.__name__ = ufunc.__name__

    def __str__(self):
        return f"Masked version of {self.f}"

    def __call__(self, a, b):
        return where(self.compare(a, b), a, b)

    def reduce(self, target, axis=NOT_GIVEN):
        """The extreme over an axis."""
        target = np.array(target, copy=None, subok=True)
        if axis is NOT_GIVEN:
            axis = 0 if target.ndim <= 1 else None
            if axis is None:
                from ._sorting import MaskedArrayFutureWarning
                warnings.warn(
                    f"In the future the default for ma.{self.__name__}.reduce will be axis=0, not the current None, to "
                    f"match np.{self.__name__}.reduce. Explicitly pass 0 or None to silence this warning.",
                    MaskedArrayFutureWarning, stacklevel=2)
        mask = getmask(target)
        data = np.asarray(filled(target, self.fill_value_func(target)) if mask is not nomask else target)
        result = self.f.reduce(data, axis=axis)
        if isinstance(target, MaskedArray):
            result = np.asarray(result).view(type(target))
            result._mask = mask if mask is nomask else np.logical_and.reduce(mask, axis=axis)
        return result

    def outer(self, a, b):
        """The extreme of each element of `a` with each of `b`."""
        mask = nomask
        if getmask(a) is not nomask or getmask(b) is not nomask:
            mask = np.logical_or.outer(getmaskarray(a), getmaskarray(b))
        result = self.f.outer(filled(a), filled(b)).view(MaskedArray)
        result._mask = mask
        return result


_extrema_operation.__module__ = "numpy.ma.core"
maximum = _extrema_operation(np.maximum, FUNCTIONS["greater"], maximum_fill_value)
minimum = _extrema_operation(np.minimum, FUNCTIONS["less"], minimum_fill_value)
amax, amin, expand_dims = np.amax, np.amin, np.expand_dims
alltrue, sometrue = FUNCTIONS["logical_and"].reduce, FUNCTIONS["logical_or"].reduce


def _made(name):
    """The function `name` of numpy, its result a masked array; `fill_value` and `hardmask` set what that has."""
    make = getattr(np, name)

    def function(*args, fill_value=None, hardmask=False, **params):
        made = make(*args, **params).view(MaskedArray)
        if fill_value is not None:
            made.fill_value = fill_value
        if hardmask:
            made._hardmask = hardmask
        return made

    function.__name__ = function.__qualname__ = name
    function.__wrapped__ = make
    function.__doc__ = f"As `numpy.{name}`, as a masked array."
    return function


_MAKERS = (
    "arange clip empty empty_like frombuffer fromfunction identity indices ones ones_like squeeze zeros zeros_like")
globals().update([(name, _made(name)) for name in _MAKERS.split()])


def shape(obj):
    """The length of each dimension."""
    return np.shape(getdata(obj))


def size(obj, axis=None):
    """How many elements there are, masked ones as well."""
    return np.size(getdata(obj), axis)


def ndim(obj):
    """How many dimensions there are."""
    return np.ndim(getdata(obj))


def fromflex(fxarray):
    """The masked array of which `toflex` made this."""
    return MaskedArray(fxarray["_data"], mask=fxarray["_mask"])


def allequal(a, b, fill_value=True):
    """Whether all pairs are equal; what is masked counts as equal where `fill_value` is true."""
    mask = mask_or(getmask(a), getmask(b))
    if mask is nomask:
        return np.equal(getdata(a), getdata(b)).all()
    if not fill_value:
        return False
    return MaskedArray(np.equal(getdata(a), getdata(b)), mask=mask, copy=False).filled(True).all(None)


def allclose(a, b, masked_equal=True, rtol=1e-05, atol=1e-08):
    """Whether all pairs are close; what is masked counts as close where `masked_equal` is true."""
    x, y = getdata(a), getdata(b)
    mask = np.logical_or(getmaskarray(a), getmaskarray(b))
    x, y, mask = np.broadcast_arrays(x, y, mask)
    if y.dtype.kind == "m":
        return np.all(np.where(mask, masked_equal, np.abs(x - y) <= atol + rtol * np.abs(y)))
    # Truth values and integers are compared as floats.
    y = y.astype(np.result_type(y, 1.0), copy=False)
    infinite = np.isinf(x) & ~mask
    if not np.all(infinite == np.isinf(y)):
        return False
    if infinite.any() and not np.all(np.where(mask, masked_equal, x == y)[infinite]):
        return False
    x, y, mask = x[~infinite], y[~infinite], mask[~infinite]
    with np.errstate(all="ignore"):
        close = np.abs(x - y) <= atol + rtol * np.abs(y)
    return np.all(np.where(mask, masked_equal, close))


def diff(a, /, n=1, axis=-1, prepend=NOT_GIVEN, append=NOT_GIVEN):
    """The differences of neighbours along an axis, `n` times."""
    if n == 0:
        return a
    if n < 0:
        raise ValueError("order must be non-negative but got " + repr(n))
    a = asanyarray(a)
    if not a.ndim:
        raise ValueError("diff requires input that is at least one dimensional")
    parts = [a]
    for at, given in ((0, prepend), (len(parts), append)):
        if given is not NOT_GIVEN:
            given = asanyarray(given)
            if not given.ndim:
                given = np.broadcast_to(given, tuple([1 if place == axis % a.ndim else length
                                                      for place, length in enumerate(a.shape)]))
            parts.insert(at if at == 0 else len(parts), given)
    if len(parts) > 1:
        a = concatenate(parts, axis)
    axis = np.lib.array_utils.normalize_axis_index(axis, a.ndim)
    later = (slice(None),) * axis + (slice(1, None),)
    earlier = (slice(None),) * axis + (slice(None, -1),)
    subtract = np.not_equal if a.dtype == MaskType else np.subtract
    for _ in range(n):
        a = subtract(a[later], a[earlier])
    return a


def flatten_structured_array(a):
    """A structured array as a plain one, its fields along the last axis."""
    def leaves(value):
        if isinstance(value, (tuple, list, ndarray)):
            for part in value:
                yield from leaves(part)
        else:
            yield value

    a = np.asanyarray(a)
    rows = a.ravel()
    if isinstance(a, MaskedArray):
        result = np.array([tuple(leaves(row.item())) for row in rows._data]).view(MaskedArray)
        result._mask = np.array([tuple(leaves(row.item())) for row in getmaskarray(rows)])
    else:
        result = np.array([tuple(leaves(row.item())) for row in rows])
    return result.reshape(a.shape + result.shape[1:]) if a.ndim > 1 else result


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """The results of a function on each one-dimensional slice along an axis."""
    arr = array(arr, copy=False, subok=True)
    axis = np.lib.array_utils.normalize_axis_index(axis, arr.ndim)
    rest = arr.shape[:axis] + arr.shape[axis + 1:]
    results = []
    for place in np.ndindex(*rest):
        results.append(func1d(arr[place[:axis] + (slice(None),) + place[axis:]], *args, **kwargs))
    first = results[0]
    if not np.ndim(first):
        kind = np.result_type(*[np.asarray(result).dtype for result in results])
        data = np.array([np.asarray(result).item() for result in results], dtype=kind)
        made = MaskedArray(data.reshape(rest))
        hidden = np.array([bool(getmaskarray(result)) for result in results]).reshape(rest)
    else:
        shape = np.shape(first)
        made = np.array([getdata(result) for result in results]).reshape(rest + shape)
        hidden = np.array([getmaskarray(result) for result in results]).reshape(rest + shape)
        order = list(range(axis)) + list(range(len(rest), len(rest) + len(shape))) + list(range(axis, len(rest)))
        made, hidden = MaskedArray(made.transpose(order)), hidden.transpose(order)
    if hidden.any():
        made._mask = hidden
    return made


def apply_over_axes(func, a, axes):
    """A function over one axis after another."""
    value = asarray(a)
    for axis in [axes] if np.ndim(axes) == 0 else axes:
        axis = axis + value.ndim if axis < 0 else axis
        result = func(value, axis)
        if result.ndim != value.ndim:
            result = np.expand_dims(result, axis)
        if result.ndim != value.ndim:
            raise ValueError("function is not returning an array of the correct shape")
        value = result
    return value
