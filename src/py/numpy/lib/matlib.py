"""The functions of numpy, and a few more that make matrices: an old module that NumPy advises against."""

import warnings

import numpy as np
from numpy import *
from numpy import asmatrix, matrix

warnings.warn(
    "Importing from numpy.matlib is deprecated since 1.19.0. The matrix subclass is not the recommended way to represent "
    "matrices or deal with linear algebra (see https://docs.scipy.org/doc/numpy/user/numpy-for-matlab-users.html). "
    "Please adjust your code to use regular ndarray. ",
    PendingDeprecationWarning, stacklevel=2)

__version__ = np.__version__


def empty(shape, dtype=None, order="C"):
    """A matrix of a shape whose elements are not set."""
    return matrix(np.empty(shape, dtype, order), copy=False)


def ones(shape, dtype=None, order="C"):
    """A matrix of ones."""
    return matrix(np.ones(shape, dtype, order), copy=False)


def zeros(shape, dtype=None, order="C"):
    """A matrix of zeros."""
    return matrix(np.zeros(shape, dtype, order), copy=False)


def identity(n, dtype=None):
    """The square matrix with ones on its diagonal."""
    return matrix(np.identity(n, dtype), copy=False)


def eye(n, M=None, k=0, dtype=float, order="C"):
    """A matrix with ones on a diagonal."""
    return asmatrix(np.eye(n, M=M, k=k, dtype=dtype, order=order))


def _shape(args):
    return args[0] if args and isinstance(args[0], tuple) else args


def rand(*args):
    """A matrix of random numbers of [0, 1)."""
    return asmatrix(np.random.rand(*_shape(args)))


def randn(*args):
    """A matrix of random numbers of the standard normal distribution."""
    return asmatrix(np.random.randn(*_shape(args)))


def repmat(a, m, n):
    """An array or matrix, m times below and n times beside itself."""
    a = np.asanyarray(a)
    if a.ndim > 2:
        raise ValueError("too many values to unpack (expected 2)")
    return np.tile(a.reshape((1,) * (2 - a.ndim) + a.shape), (m, n))
