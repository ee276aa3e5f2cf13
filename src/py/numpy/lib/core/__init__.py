"""The old name of `numpy._core`, for pickles of years ago and for programs that have not heard yet."""


def _warn(name, module):
    """NumPy's warning, and then the name's value."""
    import warnings
    from numpy import _core
    old, new = f"numpy.core{module}", f"numpy._core{module}"
    value = getattr(_core, name)
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
