"""The ufuncs, and NumPy's private numbers about them."""

import numpy
from numpy import e, euler_gamma, pi
from numpy._engine import *

BUFSIZE = UFUNC_BUFSIZE_DEFAULT = 8192
CLIP, WRAP, RAISE = 0, 1, 2
FPE_DIVIDEBYZERO, FPE_OVERFLOW, FPE_UNDERFLOW, FPE_INVALID = 1, 2, 4, 8
FLOATING_POINT_SUPPORT = 1
MAXDIMS = 64
MAY_SHARE_BOUNDS, MAY_SHARE_EXACT = 0, -1
NAN, PINF, NINF, PZERO, NZERO = float("nan"), float("inf"), -float("inf"), 0.0, -0.0


def __getattr__(name):
    if name == "_arg":
        return numpy.frompyfunc(numpy.angle, 1, 1)
    if name.startswith("__") or not hasattr(numpy, name):
        raise AttributeError(f"module 'numpy._core.umath' has no attribute '{name}'")
    return getattr(numpy, name)
