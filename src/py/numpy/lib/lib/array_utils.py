"""Facts about arrays and axes that functions on arrays need."""

from numpy import _engine as np

__all__ = ["byte_bounds", "normalize_axis_index", "normalize_axis_tuple"]


def byte_bounds(a):
    """The addresses of an array's first byte and of the one after its last, counted from where its memory starts."""
    low = high = a.__array_interface__["data"][0]
    for length, step in zip(a.shape, a.strides):
        if length == 0:
            return low, low
        if step < 0:
            low += (length - 1) * step
        else:
            high += (length - 1) * step
    return low, high + a.itemsize


def normalize_axis_index(axis, ndim, msg_prefix=None):
    """An axis as a number from 0."""
    axis = axis.__index__()
    if not -ndim <= axis < ndim:
        raise np.AxisError(axis, ndim, msg_prefix)
    return axis + ndim if axis < 0 else axis


def normalize_axis_tuple(axis, ndim, argname=None, allow_duplicate=False):
    """Axes as a tuple of numbers from 0."""
    if type(axis) not in (tuple, list):
        try:
            axis = [axis.__index__()]
        except (AttributeError, TypeError):
            pass
    axis = tuple([normalize_axis_index(one, ndim, argname) for one in axis])
    if not allow_duplicate and len(set(axis)) != len(axis):
        raise ValueError(f"repeated axis in `{argname}` argument" if argname else "repeated axis")
    return axis
