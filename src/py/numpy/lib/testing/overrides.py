"""Which functions of NumPy other classes may answer for."""

import numpy as _np

# Functions that are answered for their argument `like`.
_WITH_LIKE = (
    "arange array asanyarray asarray ascontiguousarray asfortranarray empty eye frombuffer fromfile fromfunction fromiter "
    "fromstring full genfromtxt identity loadtxt ones require tri zeros").split()


def get_overridable_numpy_ufuncs():
    """The set of NumPy's ufuncs: any class with `__array_ufunc__` answers for them."""
    return {value for value in vars(_np).values() if isinstance(value, _np.ufunc)}


def allows_array_ufunc_override(func):
    """Whether a class answers for a function by `__array_ufunc__`."""
    return isinstance(func, _np.ufunc)


def get_overridable_numpy_array_functions():
    """The set of NumPy's functions for which a class with `__array_function__` answers."""
    from numpy import lib, linalg
    rooms = _np, linalg, _np.fft, lib.stride_tricks
    values = [getattr(room, name) for room in rooms for name in dir(room)]
    return {value for value in values if allows_array_function_override(value)}


def allows_array_function_override(func):
    """Whether a class answers for a function by `__array_function__`."""
    return type(func) is type(_np.sum) or any(func is getattr(_np, name) for name in _WITH_LIKE)
