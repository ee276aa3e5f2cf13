"""Scalar types by kind, and NumPy's private questions about them."""

import numpy
from numpy import ScalarType, dtype, generic, isdtype, issubdtype, sctypeDict, typecodes

_SIZES = {
    "int": "int8 int16 int32 int64 longlong", "uint": "uint8 uint16 uint32 uint64 ulonglong",
    "float": "float16 float32 float64 longdouble", "complex": "complex64 complex128 clongdouble",
    "others": "bytes_ str_ void bool object_",
}
# Two names of one type stand for it once.
sctypes = {kind: list(dict.fromkeys(getattr(numpy, name) for name in names.split() if hasattr(numpy, name)))
           for kind, names in _SIZES.items()}


def issctype(rep):
    """Whether an object stands for a scalar type."""
    if not isinstance(rep, (type, dtype)):
        return False
    found = obj2sctype(rep)
    return found is not None and found is not numpy.object_


def obj2sctype(rep, default=None):
    """The scalar type of an object or of its elements."""
    if isinstance(rep, type) and issubclass(rep, generic):
        return rep
    if isinstance(rep, numpy.ndarray):
        return rep.dtype.type
    try:
        return dtype(rep).type
    except Exception:
        return default


def sctype2char(sctype):
    """The letter of a scalar type."""
    found = obj2sctype(sctype)
    if found is None:
        raise ValueError("unrecognized type")
    if found not in sctypeDict.values():
        raise KeyError(found)
    return dtype(found).char


def maximum_sctype(t):
    """The widest scalar type of the kind of another."""
    found = obj2sctype(t)
    if found is None:
        return t
    kind = {"i": "int", "u": "uint", "f": "float", "c": "complex"}.get(dtype(found).kind)
    return found if kind is None else sctypes[kind][-1]


def __getattr__(name):
    if name.startswith("__") or not hasattr(numpy, name):
        raise AttributeError(f"module 'numpy._core.numerictypes' has no attribute '{name}'")
    return getattr(numpy, name)
