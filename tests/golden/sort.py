"""Golden sorting, searching and counting."""
import itertools
import os

import numpy as np
from record import Golden, Grown, write_array

golden = Golden(os.path.join(os.path.dirname(__file__), "sort.txt"))
seeds = itertools.count(1000)
for dtype in ("bool", "int8", "uint8", "int64", "uint64", "float16", "float32", "float64", "complex64", "complex128"):
    for shape in [(1,), (20,), (5, 7), (3, 4, 5)]:
        g = Grown(next(seeds), int(np.prod(shape)) * (2 if np.dtype(dtype).kind == "c" else 1), 30 if dtype != "bool" else 1, dtype)
        for a in (g.array.reshape(shape), g.array.reshape(shape[::-1]).T, g.array.reshape(shape)[::-1]):
            for axis in [None, *range(a.ndim), -1]:
                text = "" if axis is None else str(axis)
                golden.case("sort", text, write_array(a, g), write_array(np.sort(a, axis=axis)))
                golden.case("argsort", text, write_array(a, g), write_array(np.argsort(a, axis=axis, kind="stable")))
                if np.dtype(dtype).kind != "c":
                    golden.case("argmax", text, write_array(a, g), write_array(np.argmax(a, axis=axis)))
                    golden.case("argmin", text, write_array(a, g), write_array(np.argmin(a, axis=axis)))
                golden.case("count_nonzero", text, write_array(a, g), write_array(np.count_nonzero(a, axis=axis)))
                golden.case("cumsum", text, write_array(a, g), write_array(np.cumsum(a, axis=axis)))
                if np.dtype(dtype).kind not in "cb":
                    golden.case("median", text, write_array(a, g), write_array(np.median(a, axis=axis)))
                    for q in (0.3, 1.0):
                        golden.case("quantile", f"{text}|{q}|linear", write_array(a, g), write_array(np.quantile(a, q, axis=axis)))
        for method in ("inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen",
                       "weibull", "median_unbiased", "normal_unbiased", "lower", "higher", "midpoint", "nearest"):
            if dtype in ("int64", "float64", "float32") and len(shape) == 1:
                for q in (0, 0.25, 0.31, 0.9):
                    golden.case("quantile", f"|{q}|{method}", write_array(g.array), write_array(np.quantile(g.array, q, method=method)))
awkward = np.array([3, np.nan, -np.inf, 1, np.inf, np.nan, 0, 1])
for a in (awkward, awkward.astype("f4"), np.array([2 + 1j, complex(1, np.nan), 1j, complex(np.nan, 1), 1])):
    golden.case("sort", "-1", write_array(a), write_array(np.sort(a)))
    golden.case("argsort", "-1", write_array(a), write_array(np.argsort(a, kind="stable")))
    golden.case("argmax", "", write_array(a), write_array(np.argmax(a)))
    golden.case("argmin", "", write_array(a), write_array(np.argmin(a)))
for name in ("nansum", "nanmean", "nanmax", "nanmin", "nanvar", "nanstd", "nanmedian", "nancumsum", "nanprod"):
    m = np.array([[1.5, np.nan, 3], [2, 7, np.nan], [0.25, 4, 5]])
    for axis in (None, 0, 1):
        golden.case(name, "" if axis is None else str(axis), write_array(m), write_array(getattr(np, name)(m, axis=axis)))
for a, v in [([1, 2, 2, 3], [0, 1, 2, 2.5, 3, 9]), ([1.0, 2.0, np.nan], [np.nan, 1.5, 5]), ([1, 2, 3], [[2, 1], [0, 5]])]:
    for side in ("left", "right"):
        golden.case("searchsorted", side, write_array(a), write_array(v), write_array(np.searchsorted(a, v, side=side)))
for x, bins in [([0.2, 6.4, 3.0, 1.6], [0.0, 1.0, 2.5, 4.0, 10.0]), ([1.2, 10, 12.4, 15.5, 20], [20, 15, 10, 5, 0])]:
    for right in (0, 1):
        golden.case("digitize", str(right), write_array(np.array(x)), write_array(np.array(bins)), write_array(np.digitize(x, bins, right=right)))
for a in (np.array([[3, 1], [1, 2]]), np.array([1.0, np.nan, 0, np.nan, 1]), np.array([True, False, True])):
    golden.case("unique", "", write_array(a), *[write_array(x) for x in np.unique(a, return_index=True, return_inverse=True, return_counts=True)])
golden.case("bincount", "0", write_array(np.array([1, 5, 1, 0])), "", write_array(np.bincount([1, 5, 1, 0])))
golden.case("bincount", "9", write_array(np.array([1, 5, 1, 0], "u1")), "", write_array(np.bincount([1, 5, 1, 0], minlength=9)))
golden.case("bincount", "0", write_array(np.array([1, 1, 0])), write_array([0.1, 0.2, 0.3]), write_array(np.bincount([1, 1, 0], weights=[0.1, 0.2, 0.3])))
golden.save()
