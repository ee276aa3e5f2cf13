"""The old name of `numpy._core.numeric`: what pickles name is here without a warning."""

from numpy._core.numeric import _frombuffer
from numpy.core import _warn


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.core.numeric' has no attribute '{name}'")
    return _warn(name, ".numeric")
