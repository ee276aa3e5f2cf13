"""Less common helpers: views with free strides, bounds of memory, mixins, versions, functions into the complex plane."""

import importlib
import sys

from numpy.lib import stride_tricks

__all__ = ["NumpyVersion", "array_utils", "mixins", "npyio", "scimath", "stride_tricks"]


# NumPy's private modules, in which its functions are: here they are found in `numpy` itself.
_ROOMS = (
    "_array_utils_impl _arraypad_impl _arraysetops_impl _function_base_impl _histograms_impl _index_tricks_impl "
    "_nanfunctions_impl _npyio_impl _polynomial_impl _scimath_impl _shape_base_impl _stride_tricks_impl "
    "_twodim_base_impl _type_check_impl _ufunclike_impl _utils_impl")


def _room(name):
    """An empty module that looks its names up."""
    module = type(sys)(f"numpy.lib.{name}", "A private module of NumPy's: its names are those of `numpy`.")

    def find(wanted):
        import numpy
        for home in (numpy, stride_tricks):
            if not wanted.startswith("__") and hasattr(home, wanted):
                return getattr(home, wanted)
        raise AttributeError(f"module 'numpy.lib.{name}' has no attribute '{wanted}'")

    module.__getattr__ = find
    return module


for _name in _ROOMS.split():
    sys.modules[f"numpy.lib.{_name}"] = globals()[_name] = _room(_name)

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
