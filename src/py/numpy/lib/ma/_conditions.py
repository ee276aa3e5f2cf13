"""Arrays masked where a condition holds: `masked_where` and the functions that name its condition."""

import numpy as np

from ._arithmetic import FUNCTIONS
from ._array import MaskedArray, filled
from ._masks import make_mask, make_mask_none, mask_or, nomask, shrunk


def masked_where(condition, a, copy=True):
    """`a`, masked where the condition is true."""
    mask = make_mask(condition, shrink=False)
    a = np.array(a, copy=True if copy else None, subok=True)
    if np.shape(mask) and np.shape(mask) != a.shape:
        raise IndexError("Inconsistent shape between the condition and the input "
                         f"(got {np.shape(mask)} and {a.shape})")
    kind = MaskedArray
    if hasattr(a, "_mask"):
        mask = mask_or(mask, a._mask)
        kind = type(a)
    result = a.view(kind)
    result.mask = mask if mask is nomask else shrunk(mask)
    if not copy and hasattr(a, "_mask") and a._mask is nomask:
        a._mask = result._mask if result._mask is nomask else result._mask.view()
    return result


def _comparing(name):
    compare = FUNCTIONS[name]

    def masked_by(x, value, copy=True):
        return masked_where(compare(x, value), x, copy=copy)

    masked_by.__name__ = masked_by.__qualname__ = f"masked_{name}"
    masked_by.__doc__ = f"`x`, masked where `{name}(x, value)` is true."
    return masked_by


masked_greater, masked_greater_equal, masked_less, masked_less_equal, masked_not_equal = [
    _comparing(name) for name in "greater greater_equal less less_equal not_equal".split()]


def masked_equal(x, value, copy=True):
    """`x`, masked where it is `value`, which becomes the fill value."""
    result = masked_where(FUNCTIONS["equal"](x, value), x, copy=copy)
    result.fill_value = value
    return result


def masked_inside(x, v1, v2, copy=True):
    """`x`, masked between the two values and where it is one of them."""
    low, high = (v2, v1) if v2 < v1 else (v1, v2)
    data = filled(x)
    return masked_where((data >= low) & (data <= high), x, copy=copy)


def masked_outside(x, v1, v2, copy=True):
    """`x`, masked below the one value and above the other."""
    low, high = (v2, v1) if v2 < v1 else (v1, v2)
    data = filled(x)
    return masked_where((data < low) | (data > high), x, copy=copy)


def masked_object(x, value, copy=True, shrink=True):
    """An array of objects, masked where they equal `value`."""
    if isinstance(x, MaskedArray):
        condition, mask = np.equal(x._data, value), x._mask
    else:
        condition, mask = np.equal(np.asarray(x), value), nomask
    mask = mask_or(mask, make_mask(condition, shrink=shrink))
    return MaskedArray(x, mask=mask, copy=copy, fill_value=value)


def masked_values(x, value, rtol=1e-05, atol=1e-08, copy=True, shrink=True):
    """`x`, masked where it is close to `value`, which becomes the fill value."""
    data = filled(x, value)
    if np.issubdtype(data.dtype, np.floating):
        mask = np.isclose(data, value, atol=atol, rtol=rtol)
    else:
        mask = np.equal(data, value)
    result = MaskedArray(data, mask=mask, copy=copy, fill_value=value)
    if shrink:
        result.shrink_mask()
    return result


def masked_invalid(a, copy=True):
    """`a`, masked where it is nan or infinite."""
    a = np.array(a, copy=None, subok=True)
    result = masked_where(np.logical_not(np.isfinite(a)), a, copy=copy)
    if result._mask is nomask:
        result._mask = make_mask_none(result.shape, result.dtype)
    return result


def fix_invalid(a, mask=nomask, copy=True, fill_value=None):
    """`a`, masked where it is nan or infinite, with the fill value there."""
    a = MaskedArray(a, mask=mask, copy=copy, subok=True)
    invalid = np.logical_not(np.isfinite(a._data))
    if not invalid.any():
        return a
    a._mask = np.logical_or(a._mask, invalid)
    a._data[invalid] = a.fill_value if fill_value is None else fill_value
    return a
