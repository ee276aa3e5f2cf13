"""Golden reductions: last digits of sums, means and variances for many shapes, layouts, axes and dtypes."""
import itertools
import os
import warnings

import numpy as np
from record import Golden, Grown, write_array, write_result

warnings.simplefilter("ignore")
golden = Golden(os.path.join(os.path.dirname(__file__), "reduce.txt"))
seeds = itertools.count(1)


def views(shape, dtype):
    """The shape in several layouts, each with the buffer it lies in."""
    size = int(np.prod(shape))
    parts = 2 if np.dtype(dtype).kind == 'c' else 1
    scale = 100.0

    def buffer(count):
        return Grown(next(seeds), count * parts, scale, dtype)

    g = buffer(size)
    yield g.array.reshape(shape), g
    if len(shape) > 1:
        g = buffer(size)
        yield g.array.reshape(shape[::-1]).T, g
    g = buffer(size * 2)
    yield g.array.reshape(shape[:-1] + (shape[-1] * 2,))[..., ::2], g
    g = buffer(size)
    yield g.array.reshape(shape)[::-1], g
    if len(shape) > 1:
        g = buffer(size // shape[0] * (shape[0] + 1) // shape[-1] * (shape[-1] + 2))
        yield g.array.reshape((shape[0] + 1,) + shape[1:-1] + (shape[-1] + 2,))[1:, ..., 1:-1], g
    if len(shape) == 3:
        g = buffer(size)
        yield g.array.reshape(shape[1], shape[2], shape[0]).transpose(2, 0, 1), g
        g = buffer(size)
        yield g.array.reshape(shape[1], shape[0], shape[2]).transpose(1, 0, 2)[:, ::-1], g


def axes_of(ndim):
    yield None
    for n in range(1, ndim + 1):
        for axes in itertools.combinations(range(ndim), n):
            if len(axes) < ndim or ndim == 1:
                yield axes


def text(axes):
    return "all" if axes is None else ",".join(str(a) for a in axes)


def write_mask(mask):
    """Masks are of one of two kinds, by the recipe that makes them."""
    return f"every {mask.shape[-1]}" if mask.ndim == 1 and mask.size < 100 else "scattered"


def record(name, a, base, axes, keepdims=False, dtype=None, mask=None, ddof=0, given=None):
    kwargs = {"axis": axes, "keepdims": keepdims}
    if dtype:
        kwargs["dtype"] = dtype
    if mask is not None:
        kwargs["where"] = mask
    if name in ("var", "std"):
        kwargs["ddof"] = ddof
    if mask is not None and name in ("max", "min"):
        kwargs["initial"] = 0
    result = getattr(np, name)(a, **kwargs)
    golden.case(name, text(axes), str(int(keepdims)), dtype or "", str(ddof),
                write_array(a, base), "" if mask is None else write_mask(mask), write_result(result))


shapes = [(1,), (7,), (8,), (9,), (127,), (128,), (129,), (1000,), (8191,), (8192,), (8193,), (20000,),
          (3, 5), (1, 300), (300, 1), (40, 50), (130, 129), (3, 9000), (9000, 3), (129, 2, 3), (5, 6, 7), (4, 130, 9),
          (16, 17, 33), (2, 1, 200)]
for dtype in ("float64", "float32", "complex128", "float16", "complex64"):
    for shape in shapes:
        if dtype in ("complex128", "complex64", "float16") and np.prod(shape) > 9000:
            continue
        for a, base in views(shape, dtype):
            for axes in axes_of(a.ndim):
                record("sum", a, base, axes)
for dtype in ("float64", "float32", "complex128", "int64", "uint8", "bool", "float16", "complex64"):
    for shape in [(9,), (10000,), (40, 50), (3, 9000), (9000, 3), (5, 6, 7)]:
        for a, base in views(shape, dtype):
            for axes in axes_of(a.ndim):
                record("mean", a, base, axes)
                if dtype != "bool" and np.prod(shape) < 3000:
                    record("var", a, base, axes)
                    record("std", a, base, axes, keepdims=True, ddof=1)
for dtype in ("float64", "float32", "int32", "uint8", "float16"):
    for shape in [(100,), (40, 50), (5, 6, 7)]:
        for a, base in views(shape, dtype):
            for axes in axes_of(a.ndim):
                for name in ("prod", "max", "min"):
                    record(name, a, base, axes, keepdims=len(shape) == 2)
for shape in [(9000,), (40, 50), (5, 6, 7)]:
    for a, base in views(shape, "float32"):
        for axes in axes_of(a.ndim):
            record("sum", a, base, axes, dtype="float64")
            record("sum", a, base, axes, dtype="int64")
            mask = (np.arange(a.size).reshape(a.shape) * 7919 % 11) > 3
            record("sum", a, base, axes, mask=mask)
            record("mean", a, base, axes, mask=mask)
            record("max", a, base, axes, mask=mask)
for shape in [(40, 50), (5, 6, 7)]:
    for a, base in views(shape, "float64"):
        for axes in axes_of(a.ndim):
            record("sum", a, base, axes, mask=(np.arange(a.shape[-1]) % 3) > 0)
            record("var", a, base, axes, mask=(np.arange(a.shape[-1]) % 3) > 0)
golden.save()
