"""Less common helpers: views with free strides, bounds of memory, mixins, versions, functions into the complex plane."""

import importlib
import sys

from numpy.lib import stride_tricks

__all__ = [
    "Arrayterator", "NumpyVersion", "add_docstring", "add_newdoc", "array_utils", "format", "introspect", "mixins", "npyio",
    "scimath", "stride_tricks", "tracemalloc_domain",
]

# The domain under which NumPy's arrays are traced.
tracemalloc_domain = 389047

# NumPy's private modules, in which its functions are: here they are found in `numpy` itself.
_ROOMS = (
    "_array_utils_impl _datasource _iotools _arraypad_impl _arraysetops_impl _function_base_impl _histograms_impl _index_tricks_impl "
    "_nanfunctions_impl _npyio_impl _polynomial_impl _scimath_impl _shape_base_impl _stride_tricks_impl "
    "_twodim_base_impl _type_check_impl _ufunclike_impl _utils_impl")

# Those that have names of their own which programs use.
_OWN_ROOMS = {"_datasource": "numpy.lib._sources", "_iotools": "numpy._columns"}
# Numbers in them that programs change: here there is nothing that they would change.
_CONSTANTS = {"_npyio_impl": {"_loadtxt_chunksize": 50000}}


def _room(name):
    """An empty module that looks its names up."""
    module = type(sys)(f"numpy.lib.{name}", "A private module of NumPy's: its names are those of `numpy`.")

    def find(wanted):
        import numpy
        own = [importlib.import_module(_OWN_ROOMS[name])] if name in _OWN_ROOMS else []
        for home in (*own, numpy, stride_tricks):
            if not wanted.startswith("__") and hasattr(home, wanted):
                return getattr(home, wanted)
        raise AttributeError(f"module 'numpy.lib.{name}' has no attribute '{wanted}'")

    module.__getattr__ = find
    module.__dict__.update(_CONSTANTS.get(name, {}))
    return module


for _name in _ROOMS.split():
    sys.modules[f"numpy.lib.{_name}"] = globals()[_name] = _room(_name)

# Imported when first asked for: a session does not start with them.
_MODULES = {"scimath": "numpy.emath", **{name: f"numpy.lib.{name}" for name in (
    "array_utils", "format", "introspect", "mixins", "npyio", "recfunctions")}}
_CLASSES = {"NumpyVersion": "_version", "Arrayterator": "_arrayterator"}


def __getattr__(name):
    if name in _MODULES:
        try:
            return importlib.import_module(_MODULES[name])
        except ModuleNotFoundError:
            pass
    if name in _CLASSES:
        return getattr(importlib.import_module(f"numpy.lib.{_CLASSES[name]}"), name)
    if name == "test":
        from numpy._pytesttester import PytestTester
        return PytestTester("numpy.lib")
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.lib' has no attribute '{name}'")
    from numpy._names import explain
    message = explain("numpy.lib", name)
    raise AttributeError(message) if message.endswith(f"'{name}'") else AttributeError(message, name="")


def __dir__():
    return __all__ + ["test"]


def add_docstring(obj, docstring):
    """Gives an object without documentation one."""
    if not isinstance(docstring, str):
        raise TypeError(f"add_docstring() argument 2 must be str, not {type(docstring).__name__}")
    known = getattr(obj, "__doc__", None)
    if known is not None and known != docstring:
        raise RuntimeError(f"{obj.__name__} method already has a different docstring")
    try:
        obj.__doc__ = docstring
    except (AttributeError, TypeError):
        raise TypeError("Cannot set a docstring for that object") from None


def add_newdoc(place, obj, doc, warn_on_python=True):
    """Gives an object of a module documentation, or methods of it where `doc` is a pair or a list of pairs."""
    owner = getattr(__import__(place, globals(), {}, [obj]), obj)
    entries = [(owner, doc)] if isinstance(doc, str) else \
        [(getattr(owner, name), text) for name, text in ([doc] if isinstance(doc, tuple) else doc)]
    for target, text in entries:
        try:
            add_docstring(target, text.strip())
        except Exception:
            # Documentation that cannot be added is none of the program's concern.
            pass
