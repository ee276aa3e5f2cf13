"""The old name of `numpy._core.multiarray`: what pickles name is here without a warning."""

from numpy._core.multiarray import _reconstruct, scalar
from numpy.core import _with_warning

__getattr__ = _with_warning(".multiarray")
