"""Masked arrays: arrays some of whose elements are missing or do not count.

    >>> x = np.ma.array([1, 2, 3], mask=[0, 1, 0])
    >>> x.sum()
    np.int64(4)
"""

from ._array import MaskedArray, filled
from ._arithmetic import FUNCTIONS as _UFUNCS, power
from ._fills import (
    common_fill_value, default_fill_value, get_fill_value, maximum_fill_value, minimum_fill_value, set_fill_value,
)
from ._masks import (
    MAError, MaskError, MaskType, flatten_mask, get_mask, getdata, getmask, getmaskarray, is_mask, make_mask,
    make_mask_descr, make_mask_none, mask_or, nomask,
)
from ._printing import masked_print_option
from ._scalars import MaskedConstant, masked, masked_singleton, mvoid
from ._conditions import (
    fix_invalid, masked_equal, masked_greater, masked_greater_equal, masked_inside, masked_invalid, masked_less,
    masked_less_equal, masked_not_equal, masked_object, masked_outside, masked_values, masked_where,
)
from ._joining import (
    append, atleast_1d, atleast_2d, atleast_3d, choose, column_stack, concatenate, diag, diagflat, dstack, hsplit,
    hstack, mr_, putmask, resize, row_stack, stack, vstack, where,
)
from ._functions import (
    all, allclose, allequal, alltrue, amax, amin, anom, anomalies, any, apply_along_axis, apply_over_axes, arange,
    argmax, argmin, argsort, array, asanyarray, asarray, clip, compress, compressed, copy, count, cumprod, cumsum,
    diagonal, diff, empty, empty_like, expand_dims, flatten_structured_array, frombuffer, fromflex, fromfunction,
    harden_mask, identity, ids, indices, isMA, isMaskedArray, is_masked, isarray, left_shift, max, maximum, mean, min,
    minimum, ndim, nonzero, ones, ones_like, prod, product, ptp, put, ravel, repeat, reshape, right_shift, round,
    round_, shape, shrink_mask, size, soften_mask, sometrue, sort, squeeze, std, sum, swapaxes, take, trace, transpose,
    var, zeros, zeros_like,
)
from ._products import convolve, correlate, dot, inner, outer, vander
from ._rows import (
    compress_cols, compress_nd, compress_rowcols, compress_rows, count_masked, mask_cols, mask_rowcols, mask_rows,
    masked_all, masked_all_like,
)
from ._runs import (
    clump_masked, clump_unmasked, flatnotmasked_contiguous, flatnotmasked_edges, ndenumerate, notmasked_contiguous,
    notmasked_edges,
)
from ._sets import ediff1d, in1d, intersect1d, isin, setdiff1d, setxor1d, union1d, unique
from ._statistics import average, corrcoef, cov, median, polyfit

globals().update(_UFUNCS)
bool_ = MaskType
innerproduct, outerproduct, masked_array = inner, outer, MaskedArray

__all__ = sorted(name for name in globals() if not name.startswith("_") and name not in (
    "get_mask", "get_fill_value", "MaskedConstant")) + ["core", "extras", "mrecords", "test"]


def __getattr__(name):
    if name in ("core", "extras", "mrecords"):
        return __import__(f"{__name__}.{name}", fromlist=[name])
    if name == "test":
        from numpy._pytesttester import PytestTester
        return PytestTester(__name__)
    if name.startswith("__"):
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    from numpy._names import explain
    raise AttributeError(explain(__name__, name))


def __dir__():
    return __all__
