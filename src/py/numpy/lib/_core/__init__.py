"""Where NumPy keeps its insides. Here they are written in Rust; what pickles name stands in the modules of this one.

Programs that reach into NumPy's private modules find there the names that `numpy` has.
"""

import sys

# Private modules that have nothing of their own, and where else than in `numpy` their names are.
_ROOMS = {
    "_exceptions": "_engine", "_internal": "", "_methods": "", "_multiarray_umath": "_core.umath", "_ufunc_config": "",
    "arrayprint": "", "defchararray": "char", "einsumfunc": "_einsum", "fromnumeric": "", "function_base": "",
    "getlimits": "_types", "overrides": "", "records": "rec", "shape_base": "", "strings": "strings",
}


def _room(name, home):
    """An empty module that looks its names up."""
    module = type(sys)(f"numpy._core.{name}", "A private module of NumPy's: its names are those of `numpy`.")

    def find(wanted):
        if not (wanted.startswith("__") and wanted.endswith("__")):
            import numpy
            if home:
                rest = __import__(f"numpy.{home}", fromlist=[wanted])
                if hasattr(rest, wanted):
                    return getattr(rest, wanted)
            if hasattr(numpy, wanted):
                return getattr(numpy, wanted)
        raise AttributeError(f"module 'numpy._core.{name}' has no attribute '{wanted}'")

    module.__getattr__ = find
    return module


for _name, _home in _ROOMS.items():
    globals()[_name] = sys.modules[f"numpy._core.{_name}"] = _room(_name, _home)


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy._core' has no attribute '{name}'")
    import numpy
    if name in ("multiarray", "numeric", "numerictypes", "umath"):
        return __import__(f"numpy._core.{name}", fromlist=[name])
    if name == "sctypes":
        from numpy._core.numerictypes import sctypes
        return sctypes
    try:
        return getattr(numpy, name)
    except AttributeError:
        raise AttributeError(f"module 'numpy._core' has no attribute '{name}'") from None
