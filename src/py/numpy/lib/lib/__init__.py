"""Less common helpers: views with free strides, bounds of memory, mixins, versions, functions into the complex plane."""

from numpy import emath as scimath
from numpy.lib import array_utils, mixins, npyio, stride_tricks
from numpy.lib._version import NumpyVersion

__all__ = ["NumpyVersion", "array_utils", "mixins", "npyio", "scimath", "stride_tricks"]


def __getattr__(name):
    from numpy._names import explain
    raise AttributeError(explain("numpy.lib", name))
