"""The old name of `numpy._core`, for pickles of years ago and for programs that have not heard yet."""


def _warn(name, module):
    """NumPy's warning, and then the name's value."""
    import warnings
    old, new = f"numpy.core{module}", f"numpy._core{module}"
    value = getattr(__import__(new, fromlist=[name]), name)
    warnings.warn(
        f"{old} is deprecated and has been renamed to {new}. The numpy._core namespace contains private NumPy internals "
        "and its use is discouraged, as NumPy internals can change without warning in any release. In practice, most "
        "real-world usage of numpy.core is to access functionality in the public NumPy API. If that is the case, use "
        "the public NumPy API. If not, you are using NumPy internals. If you would still like to access an internal "
        f"attribute, use {new}.{name}.",
        DeprecationWarning, stacklevel=3)
    return value


def _with_warning(module):
    """The `__getattr__` of `numpy.core` or of a module in it."""
    def __getattr__(name):
        if name.startswith("__"):
            raise AttributeError(f"module 'numpy.core{module}' has no attribute '{name}'")
        return _warn(name, module)
    return __getattr__


__getattr__ = _with_warning("")


def _old_rooms():
    import sys
    from numpy import _core
    for name in [*_core._ROOMS, "numerictypes", "umath"]:
        module = sys.modules[f"numpy.core.{name}"] = type(sys)(f"numpy.core.{name}", "The old name of a private module.")
        module.__getattr__ = _with_warning(f".{name}")


_old_rooms()
