"""NumPy: arrays of numbers with any number of axes, and functions on whole arrays.

`np.array([[1, 2], [3, 4]])` makes one; `np.zeros`, `np.arange`, `np.linspace` and others too. Subscripts take parts of
it (`a[0]`, `a[:, 1]`, `a[a > 2]`), operators and functions work on all elements (`a * 2`, `np.sqrt(a)`), and
`a.sum(axis=0)` folds along an axis. `help(np.sum)` tells how a function is called. More lies in `np.linalg`, `np.random`,
`np.fft`, `np.polynomial`, `np.ma`, `np.strings` and `np.testing`.
"""

# What is not written in Rust stands here and in the modules beside this one.

from numpy import _engine
from numpy._engine import *
from numpy._engine import False_, True_, abs, all, any, max, min, pow, sum

__version__ = "2.4.6"
__array_api_version__ = "2024.12"

e = 2.718281828459045
euler_gamma = 0.5772156649015329
inf = float("inf")
nan = float("nan")
newaxis = None
pi = 3.141592653589793
little_endian = True

# Other names of scalar types.
bool_ = bool
byte = int8
short = int16
intc = int32
int_ = long = longlong = intp = int64
ubyte = uint8
ushort = uint16
uintc = uint32
uint = ulong = ulonglong = uintp = uint64
half = float16
single = float32
csingle = complex64
double = longdouble = float64
cdouble = clongdouble = complex128

from numpy import exceptions, lib, linalg, random
from numpy import strings
from numpy import char

# Python's tower of numbers knows NumPy's.
import numbers as _numbers
_numbers.Integral.register(integer)
_numbers.Complex.register(inexact)
_numbers.Real.register(floating)
_numbers.Number.register(number)

random.__path__ = []  # a package: pickles name modules in it
from numpy._arithmetic import (
    allclose, angle, around, average, clip, convolve, corrcoef, correlate, cov, cross, diff, ediff1d, fix, gradient,
    imag, interp, isclose, isneginf, isposinf, kron, nan_to_num, outer, real, real_if_close, round, sinc, trace,
    trapezoid,
)
from numpy._basics import (
    apply_along_axis, apply_over_axes, array_equal, array_equiv, array_repr, array_str, errstate, fromfunction,
    fromiter, isscalar, iterable, ndenumerate, ndim, ndindex, piecewise, printoptions, require, select,
    shape, size, trim_zeros, vectorize, iscomplexobj, isrealobj, asarray_chkfinite,
)
from numpy._grids import c_, index_exp, ix_, mgrid, ogrid, r_, s_
from numpy._sets import (
    histogram, histogram_bin_edges, intersect1d, isin, setdiff1d, setxor1d, union1d, unique, unique_all, unique_counts,
    unique_inverse, unique_values,
)
from numpy._memory import may_share_memory, shares_memory
from numpy._times import datetime_as_string, datetime_data
from numpy._types import can_cast, finfo, iinfo, isdtype, issubdtype, min_scalar_type, mintypecode, typename


# Read when they are first asked for: a session that does not use them starts sooner.
_MODULES = "_core char core dtypes emath fft ma matlib matrixlib polynomial rec strings testing typing version".split()
_LATER = {
    "__config__": "show_config",
    "_array_api": "__array_namespace_info__",
    "_busdays": "busday_count busday_offset busdaycalendar is_busday",
    "_einsum": "einsum einsum_path",
    "_copy_mode": "_CopyMode",
    "_globals": "_NoValue",
    "_files": "load save savez savez_compressed",
    "_scanning": "fromfile fromstring",
    "_histograms": "histogram2d histogramdd",
    "_iterators": "broadcast nested_iters",
    "_matrix": "asmatrix bmat matrix",
    "_memmap": "memmap",
    "_more":
        "ScalarType astype base_repr binary_repr common_type copyto cumulative_prod cumulative_sum diag_indices "
        "diag_indices_from fill_diagonal from_dlpack get_include getbufsize info iscomplex isfortran isreal mask_indices packbits "
        "row_stack sctypeDict setbufsize show_runtime sort_complex tril_indices tril_indices_from "
        "triu_indices triu_indices_from typecodes unpackbits unstack",
    "_nditer": "nditer",
    "_polynomials": "poly poly1d polyadd polyder polydiv polyfit polyint polymul polysub polyval roots",
    "_records": "recarray record",
    "_genfromtxt": "genfromtxt",
    "_tables": "fromregex savetxt",
    "_loadtxt": "loadtxt",
    "_windows": "bartlett blackman hamming hanning i0 kaiser unwrap",
}
_HOMES = {name: module for module, names in _LATER.items() for name in names.split()}
for _name in "AxisError ComplexWarning DTypePromotionError LinAlgError UFuncTypeError VisibleDeprecationWarning".split():
    del globals()[_name]  # they are names of `numpy.exceptions` and `numpy.linalg`


# Functions that no other class may answer for: they take no array, or any object.
_ALONE = set(
    "arange array asanyarray asarray asarray_chkfinite ascontiguousarray asfortranarray asmatrix bartlett base_repr "
    "binary_repr blackman bmat broadcast_shapes datetime_data diag_indices empty eye format_float_positional "
    "format_float_scientific from_dlpack frombuffer fromfile fromfunction fromiter fromregex fromstring frompyfunc "
    "full genfromtxt get_printoptions getbufsize geterr geterrcall hamming hanning identity indices info isdtype "
    "isfortran isscalar issubdtype iterable kaiser load loadtxt mask_indices mintypecode nested_iters ones "
    "printoptions promote_types require set_printoptions setbufsize seterr seterrcall show_config show_runtime tri "
    "tril_indices triu_indices typename zeros".split())


def _public(name, value):
    """What a program gets under a name of `numpy`: functions behind a dispatcher."""
    if name.startswith("_") or name in _ALONE or type(value) not in _FUNCTIONS:
        return value
    return _engine._dispatched(value, name)


_FUNCTIONS = type(_public), type(_engine._dispatched)
for _value in [value for value in globals().values() if isinstance(value, (type, type(_public)))]:
    if _value.__module__.startswith("numpy._") and _value.__module__ != "numpy._engine":
        _value.__module__ = "numpy"
globals().update([(name, _public(name, value)) for name, value in globals().items()])


def __getattr__(name):
    home = _HOMES.get(name)
    if home is not None:
        value = getattr(__import__(f"numpy.{home}", fromlist=[name]), name)
        if getattr(value, "__module__", None) == f"numpy.{home}":
            value.__module__ = "numpy"
        value = globals()[name] = _public(name, value)
        return value
    if name in _MODULES:
        try:
            return __import__(f"numpy.{name}", fromlist=[name])
        except ModuleNotFoundError:
            pass
    if name in ("bytes", "object", "str"):
        import warnings
        warnings.warn(f"In the future `np.{name}` will be defined as the corresponding NumPy scalar.", FutureWarning,
                      stacklevel=2)
    if name == "test":
        from numpy._pytesttester import PytestTester
        return PytestTester("numpy")
    if name == "chararray":
        import warnings
        warnings.warn("`np.chararray` is deprecated and will be removed from the main namespace in the future. Use an array "
                      "with a string or bytes dtype instead.", DeprecationWarning, stacklevel=2)
        return __import__("numpy._chararray", fromlist=[name]).chararray
    if name == "__config__":
        return __import__("numpy.__config__", fromlist=[name])
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy' has no attribute '{name}'")
    from numpy._names import explain
    message = explain("numpy", name)
    if message.endswith(f"no attribute '{name}'"):
        raise AttributeError(message)
    # With a name of its own the error is given no suggestions: the message says enough.
    raise AttributeError(message, name="")


def __dir__():
    names = {name for name in globals() if not name.startswith("_")}
    return sorted(names.union((name for name in _HOMES if not name.startswith("_")), set(_MODULES) - {"_core", "matlib", "version"}, ["test"]))


# What `from numpy import *` takes: names that are read later too.
__all__ = [*__dir__(), "__version__"]
