"""What pickles of protocol 5 name, and else NumPy's names."""

from numpy._engine import frombuffer


def _frombuffer(buf, dtype, shape, order, axis_order=None):
    """An array on the bytes of a pickle."""
    if axis_order is not None:
        return frombuffer(buf, dtype=dtype).reshape(shape, order=order).transpose(axis_order)
    return frombuffer(buf, dtype=dtype).reshape(shape, order=order)


def normalize_axis_tuple(axis, ndim, argname=None, allow_duplicate=False):
    """Axes counted from the front, as a tuple."""
    from numpy.lib.array_utils import normalize_axis_tuple
    return normalize_axis_tuple(axis, ndim, argname, allow_duplicate)


def __getattr__(name):
    from numpy import _core
    return getattr(_core, name)
