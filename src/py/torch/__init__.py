"""A stand-in for PyTorch, so that a lesson's comparison with its DataLoader runs here. It is NOT PyTorch.

It has tensors over NumPy arrays (CPU, no gradients), the dtypes, and torch.utils.data with Dataset,
TensorDataset, samplers and DataLoader. Everything runs in this one thread, so its timings say how this page's
Python loads data, not how PyTorch does. Random numbers come from NumPy and are not those of PyTorch.
"""

import sys

__version__ = "0.0.0+standin"

sys.stderr.write("note: this page's torch is a stand-in for PyTorch, made for the lesson; it is not PyTorch\n")

from torch._dtypes import (
    bool, dtype, double, float, float32, float64, int, int8, int16, int32, int64, long, short, uint8,
)
from torch._tensor import Size, Tensor
from torch._functions import (
    arange, as_tensor, cat, empty, equal, eye, from_numpy, full, is_tensor, linspace, manual_seed, no_grad, ones,
    ones_like, rand, randint, randn, randperm, stack, tensor, where, zeros, zeros_like,
)
from torch import utils


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'torch' has no attribute '{name}'")
    raise AttributeError(f"module 'torch' has no attribute '{name}' here: this page's torch is a stand-in with "
                         "tensors and torch.utils.data only")
