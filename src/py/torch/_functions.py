"""Functions that make tensors and put them together."""

import builtins
import contextlib

import numpy as np
from torch import _dtypes
from torch._tensor import Tensor, array_of

_random = np.random.RandomState()


def tensor(data, *, dtype=None, device=None, requires_grad=False):
    """A new tensor with a copy of the data. Python floats become float32, Python integers int64."""
    if requires_grad:
        raise NotImplementedError("requires_grad=True: this page's torch is a stand-in without gradients")
    data = array_of(data)
    array = np.array([array_of(one) for one in data] if isinstance(data, (list, tuple)) else data)
    if dtype is None and array.dtype == np.float64 and not isinstance(data, (np.ndarray, np.generic)):
        array = array.astype(np.float32)
    if dtype is not None:
        array = array.astype(dtype._numpy)
    _dtypes.of_numpy(array)
    return Tensor(array if array.flags["C_CONTIGUOUS"] else array.copy())


def as_tensor(data, dtype=None):
    """A tensor over the data, without a copy where that can be."""
    if isinstance(data, np.ndarray):
        data = from_numpy(data)
    return data.to(dtype) if isinstance(data, Tensor) else tensor(data, dtype=dtype)


def from_numpy(array):
    """A tensor over the very memory of an array."""
    if not isinstance(array, np.ndarray):
        raise TypeError(f"expected np.ndarray (got {type(array).__name__})")
    _dtypes.of_numpy(array)
    if builtins.any(step < 0 for step in array.strides):
        raise ValueError("At least one stride in the given numpy array is negative, and tensors with negative strides "
                         "are not currently supported. (You can probably work around this by making a copy of your "
                         "array  with array.copy().) ")
    return Tensor(array)


def is_tensor(value):
    return isinstance(value, Tensor)


def _size(size):
    return tuple(size[0]) if len(size) == 1 and isinstance(size[0], (tuple, list)) else size


def _of(dtype):
    return (dtype or _dtypes.float32)._numpy


def zeros(*size, dtype=None):
    return Tensor(np.zeros(_size(size), _of(dtype)))


def ones(*size, dtype=None):
    return Tensor(np.ones(_size(size), _of(dtype)))


def empty(*size, dtype=None):
    return Tensor(np.empty(_size(size), _of(dtype)))


def full(size, fill_value, dtype=None):
    return tensor(np.full(size, fill_value).tolist(), dtype=dtype)


def zeros_like(other):
    return Tensor(np.zeros_like(other._array))


def ones_like(other):
    return Tensor(np.ones_like(other._array))


def eye(n, m=None, dtype=None):
    return Tensor(np.eye(n, m, dtype=_of(dtype)))


def arange(*bounds, dtype=None):
    floating = builtins.any(isinstance(bound, builtins.float) for bound in bounds)
    return Tensor(np.arange(*bounds).astype(_of(dtype or (_dtypes.float32 if floating else _dtypes.int64))))


def linspace(start, end, steps, dtype=None):
    return Tensor(np.linspace(start, end, steps).astype(_of(dtype)))


def stack(tensors, dim=0):
    """Tensors of one shape along a new dimension."""
    arrays = [one._array for one in tensors]
    for place, array in enumerate(arrays):
        if array.shape != arrays[0].shape:
            raise RuntimeError(f"stack expects each tensor to be equal size, but got {list(arrays[0].shape)} at entry 0 "
                               f"and {list(array.shape)} at entry {place}")
    return Tensor(np.stack(arrays, dim))


def cat(tensors, dim=0):
    return Tensor(np.concatenate([one._array for one in tensors], dim))


def where(condition, first, second):
    return Tensor(np.where(array_of(condition), array_of(first), array_of(second)))


def equal(first, second):
    return builtins.bool(np.array_equal(first._array, second._array))


def manual_seed(seed):
    """Starts the random numbers anew. They are NumPy's, not those of PyTorch."""
    _random.seed(seed % 2**32)


def rand(*size):
    return Tensor(_random.random_sample(_size(size)).astype(np.float32))


def randn(*size):
    return Tensor(_random.standard_normal(_size(size)).astype(np.float32))


def randint(low, high=None, size=()):
    low, high = (0, low) if high is None else (low, high)
    return Tensor(np.asarray(_random.randint(low, high, size), np.int64))


def randperm(n):
    return Tensor(_random.permutation(n).astype(np.int64))


@contextlib.contextmanager
def no_grad():
    """There are no gradients here: nothing changes."""
    yield
