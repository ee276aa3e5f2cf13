"""The old name of `numpy._core.multiarray`: what pickles name is here without a warning."""

from numpy._core.multiarray import _reconstruct, scalar
from numpy.core import _warn


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.core.multiarray' has no attribute '{name}'")
    return _warn(name, ".multiarray")
