"""Tensor: a NumPy array with PyTorch's names, on the CPU and without gradients."""

import builtins
import operator

import numpy as np
from torch import _dtypes


class Size(tuple):
    """A tensor's shape."""

    def numel(self):
        return builtins.int(np.prod(self, dtype=np.int64))

    def __repr__(self):
        return f"torch.Size([{', '.join(map(str, self))}])"


def array_of(value):
    """What an operation works on: a tensor's array, anything else as it is."""
    return value._array if isinstance(value, Tensor) else value


def index_of(key):
    return tuple(array_of(part) for part in key) if isinstance(key, tuple) else array_of(key)


def axes_of(dim):
    return tuple(dim) if isinstance(dim, (tuple, list)) else dim


class Tensor:
    """An n-dimensional array of one dtype. Views share memory as NumPy's do."""

    __array_priority__ = 1000

    def __init__(self, array):
        self._array = array

    @property
    def dtype(self):
        return _dtypes.of_numpy(self._array)

    @property
    def shape(self):
        return Size(self._array.shape)

    @property
    def ndim(self):
        return self._array.ndim

    @property
    def T(self):
        return Tensor(self._array.T)

    device = "cpu"
    requires_grad = False
    grad = None

    def size(self, dim=None):
        return self.shape if dim is None else self._array.shape[dim]

    def dim(self):
        return self._array.ndim

    def numel(self):
        return self._array.size

    def element_size(self):
        return self._array.itemsize

    def stride(self, dim=None):
        strides = tuple(step // self._array.itemsize for step in self._array.strides)
        return strides if dim is None else strides[dim]

    def is_contiguous(self):
        return self._array.flags["C_CONTIGUOUS"]

    def contiguous(self):
        return self if self.is_contiguous() else Tensor(self._array.copy())

    def numpy(self):
        return self._array

    def detach(self):
        return Tensor(self._array)

    def cpu(self):
        return self

    def clone(self):
        return Tensor(self._array.copy())

    def item(self):
        if self._array.size != 1:
            raise RuntimeError(f"a Tensor with {self._array.size} elements cannot be converted to Scalar")
        return self._array.item()

    def tolist(self):
        return self._array.tolist()

    def to(self, *args, **kwargs):
        wanted = kwargs.get("dtype")
        for given in args:
            if isinstance(given, _dtypes.dtype):
                wanted = given
            elif given is not None and str(given) != "cpu":
                raise RuntimeError(f"device {given!r} is not here: this page's torch is a stand-in on the CPU")
        return self if wanted is None or wanted is self.dtype else Tensor(self._array.astype(wanted._numpy))

    type = to

    def float(self):
        return self.to(_dtypes.float32)

    def double(self):
        return self.to(_dtypes.float64)

    def long(self):
        return self.to(_dtypes.int64)

    def int(self):
        return self.to(_dtypes.int32)

    def bool(self):
        return self.to(_dtypes.bool)

    def byte(self):
        return self.to(_dtypes.uint8)

    def reshape(self, *shape):
        return Tensor(self._array.reshape(*shape))

    def view(self, *shape):
        shape = shape[0] if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape
        reshaped = self._array.reshape(shape)
        if reshaped.size and not np.shares_memory(reshaped, self._array):
            raise RuntimeError("view size is not compatible with input tensor's size and stride (at least one dimension "
                               "spans across two contiguous subspaces). Use .reshape(...) instead.")
        return Tensor(reshaped)

    def permute(self, *dims):
        return Tensor(self._array.transpose(*dims))

    def transpose(self, first, second):
        return Tensor(self._array.swapaxes(first, second))

    def t(self):
        return Tensor(self._array.T)

    def unsqueeze(self, dim):
        return Tensor(np.expand_dims(self._array, dim))

    def squeeze(self, dim=None):
        if dim is not None and self._array.shape[dim] != 1:
            return self
        return Tensor(self._array.squeeze(dim))

    def flatten(self, start_dim=0, end_dim=-1):
        shape = self._array.shape
        end = end_dim % max(1, len(shape))
        return Tensor(self._array.reshape(shape[:start_dim] + (-1,) + shape[end + 1:]))

    def expand(self, *sizes):
        return Tensor(np.broadcast_to(self._array, sizes))

    def flip(self, *dims):
        return Tensor(np.flip(self._array, dims[0] if len(dims) == 1 else dims).copy())

    def sum(self, dim=None, keepdim=False):
        return self._reduced("sum", dim, keepdim)

    def mean(self, dim=None, keepdim=False):
        if not self.dtype.is_floating_point:
            raise RuntimeError("mean(): could not infer output dtype. Input dtype must be either a floating point or "
                               f"complex dtype. Got: {_dtypes.LEGACY[self.dtype._name]}")
        return self._reduced("mean", dim, keepdim)

    def std(self, dim=None, unbiased=True, keepdim=False):
        return self._reduced("std", dim, keepdim, ddof=builtins.int(unbiased))

    def var(self, dim=None, unbiased=True, keepdim=False):
        return self._reduced("var", dim, keepdim, ddof=builtins.int(unbiased))

    def _reduced(self, name, dim, keepdim, **options):
        result = getattr(self._array, name)(axis=axes_of(dim), keepdims=keepdim, **options)
        if name == "sum" and self._array.dtype.kind in "bui":
            result = np.asarray(result).astype(np.int64)
        return Tensor(np.asarray(result))

    def max(self):
        return Tensor(np.asarray(self._array.max()))

    def min(self):
        return Tensor(np.asarray(self._array.min()))

    def argmax(self, dim=None):
        return Tensor(np.asarray(self._array.argmax(axis=dim)))

    def argmin(self, dim=None):
        return Tensor(np.asarray(self._array.argmin(axis=dim)))

    def all(self):
        return Tensor(np.asarray(self._array.all()))

    def any(self):
        return Tensor(np.asarray(self._array.any()))

    def __getitem__(self, key):
        return Tensor(np.asarray(self._array[index_of(key)]))

    def __setitem__(self, key, value):
        self._array[index_of(key)] = array_of(value)

    def __len__(self):
        if self._array.ndim == 0:
            raise TypeError("len() of a 0-d tensor")
        return len(self._array)

    def __iter__(self):
        if self._array.ndim == 0:
            raise TypeError("iteration over a 0-d tensor")
        return (self[i] for i in range(len(self._array)))

    def __array__(self, dtype=None, copy=None):
        return self._array if dtype is None else self._array.astype(dtype)

    def __bool__(self):
        if self._array.size != 1:
            raise RuntimeError(f"Boolean value of Tensor with {'no values' if self._array.size == 0 else 'more than one value'}"
                               " is ambiguous")
        return builtins.bool(self._array.item())

    def __float__(self):
        return builtins.float(self.item())

    def __int__(self):
        return builtins.int(self.item())

    def __index__(self):
        return operator.index(self.item())

    def __hash__(self):
        return id(self)

    def __format__(self, spec):
        return format(self.item(), spec) if spec else str(self)

    def __repr__(self):
        return written(self._array)

    def __neg__(self):
        return Tensor(-self._array)

    def __abs__(self):
        return Tensor(abs(self._array))

    abs = __abs__

    def __invert__(self):
        return Tensor(~self._array)

    def exp(self):
        return Tensor(np.exp(self._floating()))

    def log(self):
        return Tensor(np.log(self._floating()))

    def sqrt(self):
        return Tensor(np.sqrt(self._floating()))

    def _floating(self):
        return self._array if self._array.dtype.kind == "f" else self._array.astype(np.float32)

    def _with(self, function, other, swapped=False, divides=False):
        """An operation in PyTorch's types: integers with a float scalar, or divided, become float32."""
        left, right = self._array, array_of(other)
        if not isinstance(right, (np.ndarray, np.generic, builtins.bool, builtins.int, builtins.float)):
            return NotImplemented
        if left.dtype.kind != "f" and (divides or isinstance(right, builtins.float)):
            left = left.astype(np.float32)
        if isinstance(right, np.ndarray):
            if divides and right.dtype.kind != "f":
                right = right.astype(np.float32)
            if left.dtype.kind == "f" and right.dtype.kind != "f":
                right = right.astype(left.dtype)
            elif right.dtype.kind == "f" and left.dtype.kind != "f":
                left = left.astype(right.dtype)
            elif left.ndim == 0 and right.ndim > 0 and left.dtype.kind == right.dtype.kind:
                left = left.astype(right.dtype)
            elif right.ndim == 0 and left.ndim > 0 and left.dtype.kind == right.dtype.kind:
                right = right.astype(left.dtype)
        return Tensor(np.asarray(function(right, left) if swapped else function(left, right)))


def _arithmetic(name, function, divides=False, reflected=True):
    setattr(Tensor, f"__{name}__", lambda self, other: self._with(function, other, divides=divides))
    if reflected:
        setattr(Tensor, f"__r{name}__", lambda self, other: self._with(function, other, swapped=True, divides=divides))


for _name, _function in (("add", np.add), ("sub", np.subtract), ("mul", np.multiply), ("pow", np.power),
                         ("floordiv", np.floor_divide), ("mod", np.remainder), ("matmul", np.matmul),
                         ("and", np.bitwise_and), ("or", np.bitwise_or), ("xor", np.bitwise_xor)):
    _arithmetic(_name, _function)
_arithmetic("truediv", np.divide, divides=True)
for _name, _function in (("eq", np.equal), ("ne", np.not_equal), ("lt", np.less), ("le", np.less_equal),
                         ("gt", np.greater), ("ge", np.greater_equal)):
    _arithmetic(_name, _function, reflected=False)


def written(array):
    """As PyTorch prints ordinary values: four decimals, or a bare point when all are whole."""
    options = {"separator": ", ", "prefix": "tensor("}
    if array.dtype.kind == "f":
        finite = array[np.isfinite(array)]
        if finite.size and not (finite == np.trunc(finite)).all():
            options["formatter"] = {"float_kind": lambda value: f"{value:.4f}"}
            largest = builtins.max(len(f"{value:.4f}") for value in array.ravel()[:1000].tolist())
            options["formatter"] = {"float_kind": lambda value: f"{value:.4f}".rjust(largest)}
    text = np.array2string(array, **options)
    usual = array.dtype.name in ("float32", "int64", "bool") and array.size > 0
    return f"tensor({text})" if usual else f"tensor({text}, dtype={_dtypes.of_numpy(array)})"
