"""Less common helpers: views with free strides, bounds of memory, mixins, versions, functions into the complex plane."""

import importlib

from numpy.lib import stride_tricks

__all__ = ["NumpyVersion", "array_utils", "mixins", "npyio", "scimath", "stride_tricks"]


# Imported when first asked for: a session does not start with them.
_LATER = {
    "array_utils": "numpy.lib.array_utils",
    "mixins": "numpy.lib.mixins",
    "npyio": "numpy.lib.npyio",
    "scimath": "numpy.emath",
}


def __getattr__(name):
    if name in _LATER:
        return importlib.import_module(_LATER[name])
    if name == "NumpyVersion":
        return importlib.import_module("numpy.lib._version").NumpyVersion
    from numpy._names import explain
    raise AttributeError(explain("numpy.lib", name))
