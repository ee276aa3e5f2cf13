"""The old name of `numpy._core.numeric`: what pickles name is here without a warning."""

from numpy._core.numeric import _frombuffer
from numpy.core import _with_warning

__getattr__ = _with_warning(".numeric")
