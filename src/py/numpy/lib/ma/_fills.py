"""Fill values: what stands for a masked element where a value must stand.

The table by kind of dtype, the extremes that `min`, `max` and `sort` fill with, and the check of a value against
a dtype. What an array keeps as its own fill value is `_array`'s.
"""

import numpy as np
from numpy import dtype, ndarray

_DEFAULTS = {
    "b": True, "c": 1e20 + 0j, "f": 1e20, "i": 999999, "u": 999999, "O": "?", "S": b"N/A", "U": "N/A", "T": "N/A",
    "V": b"???",
}


def _dtype_of(obj):
    if isinstance(obj, dtype):
        return obj
    return obj.dtype if hasattr(obj, "dtype") else np.asanyarray(obj).dtype


def _each_field(of_scalar, kind):
    """`of_scalar(dtype)` for a plain dtype; for a structured one a void with the value of each field."""
    def value(kind):
        if kind.names is not None:
            return np.array(tuple([np.array(value(kind[name])) for name in kind.names]), dtype=kind)[()]
        if kind.subdtype:
            base, shape = kind.subdtype
            return np.full(shape, np.array(value(base), dtype=base) if base.names is not None else value(base))
        return of_scalar(kind)

    return value(kind)


def _default(kind):
    if kind.kind in "mM":
        return (np.datetime64 if kind.kind == "M" else np.timedelta64)("NaT", np.datetime_data(kind)[0])
    return _DEFAULTS.get(kind.kind, "?")


def default_fill_value(obj):
    """The fill value of a dtype, or of the dtype of an array or scalar, unless another is set."""
    return _each_field(_default, _dtype_of(obj))


def _extreme(obj, word, sign):
    def of_scalar(kind):
        if kind.kind == "b":
            return int(sign > 0)
        if kind.kind in "iu":
            limits = np.iinfo(kind)
            return int(limits.max if sign > 0 else limits.min)
        if kind.kind in "mM":
            return sign * (2**63 - 1)
        if kind.kind in "fc":
            return complex(sign * np.inf, sign * np.inf) if kind.kind == "c" else sign * np.inf
        if kind.kind in "OSUV":
            return None
        raise TypeError(f"Unsuitable type {kind} for calculating {word}.")

    return _each_field(of_scalar, _dtype_of(obj))


def minimum_fill_value(obj):
    """The largest value of a dtype: what a masked element counts as where the least one is sought."""
    return _extreme(obj, "minimum", 1)


def maximum_fill_value(obj):
    """The least value of a dtype: what a masked element counts as where the largest one is sought."""
    return _extreme(obj, "maximum", -1)


def check_fill_value(value, kind):
    """`value` as an array of dtype `kind`; None gives the default."""
    kind = dtype(kind)
    if value is None:
        value = default_fill_value(kind)
        return np.array(value, dtype=kind if kind.names is not None else "u8" if kind.kind == "u" else None)
    if kind.names is not None:
        return _structured(value, kind)
    if isinstance(value, str) and kind.char not in "OSVUT":
        raise TypeError(f"Cannot set fill value of string with array of dtype {kind}")
    try:
        return np.array(value, copy=None, dtype=kind)
    except (OverflowError, ValueError) as error:
        raise TypeError(f"Cannot convert fill_value {value} to dtype {kind}") from error


def _structured(value, kind):
    if isinstance(value, (ndarray, np.void)):
        try:
            return np.array(value, copy=None, dtype=kind)
        except ValueError as error:
            raise ValueError(f"Unable to transform {value} to dtype {kind}") from error
    return np.array(_spread(np.asarray(value, dtype=object), kind), dtype=kind)


def _spread(value, kind):
    """The values of `value`, again from its start where they are fewer than the fields."""
    values = np.resize(value, len(kind.names))
    return tuple([
        _spread(np.asarray(part, dtype=object), kind[name]) if kind[name].names is not None
        else np.array(part, dtype=kind[name].base).item()
        for part, name in zip(values, kind.names)
    ])


def get_fill_value(a):
    """The fill value of `a`: its own, or the default of its dtype."""
    return a.fill_value if hasattr(a, "fill_value") else default_fill_value(a)


def set_fill_value(a, fill_value):
    """Sets the fill value of a masked array; does nothing to anything else."""
    from ._array import MaskedArray
    if isinstance(a, MaskedArray):
        a.set_fill_value(fill_value)


def common_fill_value(a, b):
    """The fill value that both have, or None."""
    value = get_fill_value(a)
    return value if value == get_fill_value(b) else None


def ravel_field(fill):
    """The fill value of a field: one element, whatever the shape of the field."""
    return fill.flat[0:1].squeeze(axis=0) if fill.ndim else fill
