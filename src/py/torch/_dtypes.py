"""The dtypes of tensors, each with the NumPy dtype that holds its values."""

import numpy as np


class dtype:
    """The type of a tensor's elements, as torch.float32."""

    def __init__(self, name):
        self._name = name
        self._numpy = np.dtype(name)

    @property
    def is_floating_point(self):
        return self._numpy.kind == "f"

    @property
    def itemsize(self):
        return self._numpy.itemsize

    def __repr__(self):
        return f"torch.{self._name}"

    def __reduce__(self):
        return self._name


uint8, int8, int16, int32, int64 = (dtype(name) for name in ("uint8", "int8", "int16", "int32", "int64"))
float32, float64 = dtype("float32"), dtype("float64")
bool = dtype("bool")
short, int, long, float, double = int16, int32, int64, float32, float64

_OF_NUMPY = {one._numpy: one for one in (uint8, int8, int16, int32, int64, float32, float64, bool)}

# What some of PyTorch's sentences call them.
LEGACY = {"uint8": "Byte", "int8": "Char", "int16": "Short", "int32": "Int", "int64": "Long", "bool": "Bool"}


def of_numpy(array):
    """The dtype of an array's elements; a TypeError for those that no tensor holds."""
    try:
        return _OF_NUMPY[array.dtype]
    except KeyError:
        raise TypeError(f"can't convert np.ndarray of type numpy.{array.dtype.name}. The only supported types are: "
                        "float64, float32, int64, int32, int16, int8, uint8, and bool.") from None
