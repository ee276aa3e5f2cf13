"""Functions made of a few ufuncs and reductions: rounding, differences, products, comparisons with tolerance."""

from numpy import _engine as np
from numpy._globals import _NoValue as _GIVEN_NOT

_clip = np.clip if hasattr(np, "clip") else None


def round(a, decimals=0, out=None):
    """Rounded to `decimals` decimals, halves to even."""
    import operator
    a, decimals = np.asanyarray(a), operator.index(decimals)
    if a.dtype.kind == "c":
        result = np.empty_like(a)
        result.real, result.imag = round(a.real, decimals), round(a.imag, decimals)
    elif a.dtype.kind == "O":
        result = np.array([one.__round__(decimals) if decimals else one.__round__() for one in a.ravel().tolist()],
                          dtype=object).reshape(a.shape)
    elif a.dtype.kind in "iu" and decimals >= 0:
        result = a.copy("K")
    elif decimals == 0:
        result = np.rint(a)
    else:
        first, last = (np.multiply, np.divide) if decimals > 0 else (np.divide, np.multiply)
        # A plain number, which takes the array's precision.
        scale, kind = float(10.0 ** np.absolute(decimals)), np.dtype("f8") if a.dtype.kind in "iu" else a.dtype
        result = np.empty(a.shape, kind, "F" if a.flags.fnc else "C")
        last(np.rint(first(a, scale, out=result), out=result), scale, out=result)
        result = np._like(result if kind == a.dtype else result.astype(a.dtype), a)
    if out is not None:
        out[...] = result
        return out
    return result[()] if type(a) is np.ndarray and a.ndim == 0 and hasattr(result, "ndim") else result


around = round


def clip(a, a_min=_GIVEN_NOT, a_max=_GIVEN_NOT, out=None, *, min=_GIVEN_NOT, max=_GIVEN_NOT, **kwargs):
    """The elements limited to a range."""
    if a_min is _GIVEN_NOT and a_max is _GIVEN_NOT:
        a_min = None if min is _GIVEN_NOT else min
        a_max = None if max is _GIVEN_NOT else max
    elif a_min is _GIVEN_NOT or a_max is _GIVEN_NOT:
        name = "a_min" if a_min is _GIVEN_NOT else "a_max"
        raise TypeError(f"clip() missing 1 required positional argument: '{name}'")
    elif min is not _GIVEN_NOT or max is not _GIVEN_NOT:
        raise ValueError("Passing `min` or `max` keyword argument when `a_min` and `a_max` are provided is forbidden.")
    return clip_method(np.asanyarray(a), a_min, a_max, out=out, **kwargs)


def clip_method(a, min=None, max=None, out=None, **kwargs):
    """`ndarray.clip`"""
    limits = [np.asanyarray(one) for one in (min, max) if one is not None]
    if limits:
        _check_clip([a] + limits)
    if a.dtype.kind in "iu":
        # Python integers beyond what the dtype holds limit nothing.
        bits = 8 * a.dtype.itemsize
        least, most = (0, 2 ** bits - 1) if a.dtype.kind == "u" else (-2 ** (bits - 1), 2 ** (bits - 1) - 1)
        if type(min) is int and min <= least:
            min = None
        if type(max) is int and max >= most:
            max = None
    if min is None and max is None:
        return np.positive(a, out=out, **kwargs)
    if min is None:
        return np.minimum(a, max, out=out, **kwargs)
    if max is None:
        return np.maximum(a, min, out=out, **kwargs)
    if out is None and "dtype" not in kwargs and a.dtype.kind in "biufc":
        # The three are promoted together, Python's numbers with the arrays.
        try:
            kind = np.result_type(a, min, max)
            if kind.kind in "biufc":
                kwargs["dtype"] = kind
        except TypeError:
            pass
    if out is not None and a.dtype.kind in "biufc" and "dtype" not in kwargs and isinstance(out, np.ndarray):
        kind = np.result_type(a, min, max)
        if not np.can_cast(kind, out.dtype, kwargs.get("casting", "same_kind")):
            raise np._UFuncOutputCastingError(f"Cannot cast ufunc 'clip' output from {kind!r} to {out.dtype!r} with casting rule "
                                              f"'{kwargs.get('casting', 'same_kind')}'")
    if _clip is not None:
        return _clip(a, min, max, out=out, **kwargs)
    return np.minimum(np.maximum(a, min, **kwargs), max, out=out, **kwargs)


def _check_clip(arrays):
    """Refuses, in the words of one function of all, what cannot be limited."""
    if any(one.dtype.kind in "USV" for one in arrays) and not any(one.dtype.kind == "O" for one in arrays):
        name = {2: "", 3: "clip"}[len(arrays)]
        if name:
            kinds = ", ".join(repr(one.dtype) for one in arrays)
            raise np.UFuncTypeError(f"ufunc '{name}' did not contain a loop with signature matching types ({kinds}) -> None")
    try:
        np.broadcast_shapes(*[one.shape for one in arrays])
    except ValueError:
        shapes = "".join(str(one.shape).replace(" ", "") + " " for one in arrays)
        raise ValueError(f"operands could not be broadcast together with shapes {shapes}") from None


def fix(x, out=None):
    """Rounded towards zero."""
    return np.trunc(x, out=out)


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """The sum along a diagonal."""
    made = np.diagonal(np.asarray(a), offset, axis1, axis2).sum(axis=-1, dtype=dtype, out=out)
    return made if out is not None else np._like(made, a)


def outer(a, b, out=None):
    """The product of every pair of elements."""
    return np.multiply(np.asarray(a).ravel()[:, None], np.asarray(b).ravel()[None, :], out=out)


def kron(a, b):
    """Blocks of `b`, each times an element of `a`."""
    derived = [one for one in (a, b) if isinstance(one, np.ndarray) and type(one) is not np.ndarray]
    model = max(derived, key=lambda one: one.__array_priority__) if derived else None
    a, b = np.asarray(a), np.asarray(b)
    ndim = a.ndim if a.ndim > b.ndim else b.ndim
    if b.ndim == 0:
        return np.multiply(a, b)
    a = a.reshape((1,) * (ndim - a.ndim) + a.shape)
    b = b.reshape((1,) * (ndim - b.ndim) + b.shape)
    wide = np.expand_dims(a, tuple(range(1, 2 * ndim, 2))) * np.expand_dims(b, tuple(range(0, 2 * ndim, 2)))
    blocks = wide.reshape(tuple(m * n for m, n in zip(a.shape, b.shape)))
    return blocks if model is None else np._like(blocks, model)


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The vector product in three dimensions (and, deprecated, in two)."""
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.asarray(a), np.asarray(b)
    if a.ndim < 1 or b.ndim < 1:
        raise ValueError("At least one array has zero dimension")
    a, b = np.moveaxis(a, axisa, -1), np.moveaxis(b, axisb, -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    if a.shape[-1] == 2 or b.shape[-1] == 2:
        import warnings
        warnings.warn("Arrays of 2-dimensional vectors are deprecated. Use arrays of 3-dimensional vectors instead. "
                      "(deprecated in NumPy 2.0)", DeprecationWarning, stacklevel=2)
        if a.shape[-1] == b.shape[-1]:
            return np.asarray(a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0])
        a, b = (np.concatenate((v, np.zeros_like(v[..., :1])), -1) if v.shape[-1] == 2 else v for v in (a, b))
    parts = [a[..., i] * b[..., j] - a[..., j] * b[..., i] for i, j in ((1, 2), (2, 0), (0, 1))]
    return np.moveaxis(np.stack(parts, axis=-1), -1, axisc)


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """Differences of neighbours along an axis, `n` times."""
    if n == 0:
        return a
    if n < 0:
        raise ValueError("order must be non-negative but got " + repr(n))
    a = np.asanyarray(a)
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    if not -a.ndim <= axis < a.ndim:
        raise np.AxisError(f"axis {axis} is out of bounds for array of dimension {a.ndim}")
    axis %= a.ndim
    ends = []
    for end in (prepend, append):
        if end is not None:
            end = np.asanyarray(end)
            if end.ndim == 0:
                end = np.broadcast_to(end, tuple(1 if k == axis else length for k, length in enumerate(a.shape)))
        ends.append(end)
    joined = [part for part in (ends[0], a, ends[1]) if part is not None]
    if len(joined) > 1:
        a = np.concatenate(joined, axis)
    later = (slice(None),) * axis + (slice(1, None),)
    earlier = (slice(None),) * axis + (slice(None, -1),)
    operation = np.not_equal if a.dtype.kind == "b" else np.subtract
    for _ in range(n):
        a = operation(a[later], a[earlier])
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    """Differences of neighbours in the flat array."""
    flat = np.asanyarray(ary).ravel()
    ends = {}
    for name, end in (("to_begin", to_begin), ("to_end", to_end)):
        if end is not None:
            end = np.asarray(end)
            if not np.can_cast(end.dtype, flat.dtype, casting="same_kind"):
                raise TypeError(f"dtype of `{name}` must be compatible with input `ary` under the `same_kind` rule.")
            ends[name] = end.ravel()
    between = flat[1:] - flat[:-1]
    if not ends:
        return between
    # A matrix of one row has no neighbours.
    parts = [ends.get("to_begin"), np.asarray(between).ravel(), ends.get("to_end")]
    return np._like(np.concatenate([part for part in parts if part is not None]).astype(flat.dtype), flat)


def gradient(f, *varargs, axis=None, edge_order=1):
    """Second-order differences inside, one-sided ones at the ends, along each axis."""
    f = np.asanyarray(f)
    if axis is None:
        axes = tuple(range(f.ndim))
    else:
        axes = axis if isinstance(axis, tuple) else (axis,)
        for one in axes:
            if not -f.ndim <= one < f.ndim:
                raise np.AxisError(f"axis {one} is out of bounds for array of dimension {f.ndim}")
        axes = tuple(one % f.ndim for one in axes)
        if len(set(axes)) != len(axes):
            raise ValueError("repeated axis")
    if len(varargs) == 0:
        spacings = [1.0] * len(axes)
    elif len(varargs) == 1 and np.asarray(varargs[0]).ndim == 0:
        spacings = [varargs[0]] * len(axes)
    elif len(varargs) == len(axes):
        spacings = [_steps(given, f.shape[ax]) for given, ax in zip(varargs, axes)]
    else:
        raise TypeError("invalid number of arguments")
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    kind = f.dtype
    if kind.kind == "M":
        kind = np.dtype(kind.str.replace("M", "m"))
        f = f.view(kind)
    elif kind.kind not in "fcm":
        kind = np.dtype("f8")
        if f.dtype.kind in "biu":
            f = f.astype(kind)
    results = []
    for h, ax in zip(spacings, axes):
        if f.shape[ax] < edge_order + 1:
            raise ValueError("Shape of array too small to calculate a numerical gradient, "
                             "at least (edge_order + 1) elements are required.")
        y = np.moveaxis(f, ax, -1)
        # Of a line the elements are scalars.
        at = y.__getitem__ if y.ndim == 1 else lambda place, y=y: y[..., place]
        out = np.empty_like(f, dtype=kind)
        slopes = np.moveaxis(out, ax, -1)
        even = np.asarray(h).ndim == 0
        if even:
            slopes[..., 1:-1] = (y[..., 2:] - y[..., :-2]) / (2.0 * h)
        else:
            left, right = h[:-1], h[1:]
            a = -right / (left * (left + right))
            b = (right - left) / (left * right)
            c = left / (right * (left + right))
            slopes[..., 1:-1] = a * y[..., :-2] + b * y[..., 1:-1] + c * y[..., 2:]
        if edge_order == 1:
            slopes[..., 0] = (at(1) - at(0)) / (h if even else h[0])
            slopes[..., -1] = (at(-1) - at(-2)) / (h if even else h[-1])
        else:
            a, b, c = (-1.5 / h, 2.0 / h, -0.5 / h) if even else _at_start(h[0], h[1])
            slopes[..., 0] = a * at(0) + b * at(1) + c * at(2)
            a, b, c = (0.5 / h, -2.0 / h, 1.5 / h) if even else _at_end(h[-2], h[-1])
            slopes[..., -1] = a * at(-3) + b * at(-2) + c * at(-1)
        results.append(out)
    return results[0] if len(results) == 1 else tuple(results)


def _steps(given, length):
    """The distances between the places of samples, or the one distance."""
    given = np.asanyarray(given)
    if given.ndim == 0:
        return given
    if given.ndim != 1:
        raise ValueError("distances must be either scalars or 1d")
    if len(given) != length:
        raise ValueError("when 1d, distances must match the length of the corresponding dimension")
    if given.dtype.kind in "iu":
        given = given.astype(np.float64)
    steps = diff(given)
    return steps[0] if (steps == steps[0]).all() else steps


def _at_start(first, second):
    """The weights of the first three samples in the slope at the first."""
    return (-(2.0 * first + second) / (first * (first + second)), (first + second) / (first * second),
            -first / (second * (first + second)))


def _at_end(first, second):
    """The weights of the last three samples in the slope at the last."""
    return (second / (first * (first + second)), -(second + first) / (first * second),
            (2.0 * second + first) / (second * (first + second)))


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The integral by the trapezoidal rule."""
    y = np.asanyarray(y)
    if not -y.ndim <= axis < y.ndim:
        raise IndexError("list assignment index out of range")
    if x is None:
        d = dx
    else:
        x = np.asanyarray(x)
        d = diff(x, axis=axis if x.ndim > 1 else -1)
        if x.ndim == 1:
            d = d.reshape([-1 if place == axis % y.ndim else 1 for place in range(y.ndim)])
    after, before = [slice(None)] * y.ndim, [slice(None)] * y.ndim
    after[axis], before[axis] = slice(1, None), slice(None, -1)
    return (d * (y[tuple(after)] + y[tuple(before)]) / 2.0).sum(axis)


def _real_end(end):
    """What stands for a value outside the points, as Python's own number."""
    if end is None or isinstance(end, float):
        return end
    if isinstance(end, (complex, str)) and not isinstance(end, np.generic):
        raise TypeError(f"must be real number, not {type(end).__name__}")
    return float(end)


def interp(x, xp, fp, left=None, right=None, period=None):
    """Values of the piecewise linear function through points."""
    from numpy._basics import errstate
    x, xp, fp = np.asarray(x, dtype=float), np.asarray(xp, dtype=float), np.asarray(fp)
    if fp.dtype.kind == "c":
        # Each part on its own, so that an infinity in one is none in the other.
        real, imag = [
            interp(x, xp, part(fp), *[None if end is None else part(np.asarray(end)) for end in (left, right)], period)
            for part in (lambda a: a.real, lambda a: a.imag)]
        made = np.empty(np.asarray(real).shape, complex)
        made.real, made.imag = real, imag
        return made if made.ndim else made[()]
    fp = fp.astype(float)
    if xp.ndim != 1 or fp.ndim != 1:
        raise ValueError("object too deep for desired array")
    if len(xp) == 0:
        raise ValueError("array of sample points is empty")
    if len(xp) != len(fp):
        raise ValueError("fp and xp are not of the same length.")
    left, right = [_real_end(end) for end in (left, right)]
    if period is not None:
        if period == 0:
            raise ValueError("period must be a non-zero value")
        period = abs(period)
        x, xp = x % period, xp % period
        order = np.argsort(xp)
        xp, fp = xp[order], fp[order]
        xp = np.concatenate((xp[-1:] - period, xp, xp[:1] + period))
        fp = np.concatenate((fp[-1:], fp, fp[:1]))
        left = right = None
    below = fp[0] if left is None else left
    above = fp[-1] if right is None else right
    flat = x.ravel()
    place = np.searchsorted(xp, flat, side="right") - 1
    inner = np.minimum(np.maximum(place, 0), len(xp) - 2 if len(xp) > 1 else 0)
    if len(xp) > 1:
        with errstate(all="ignore"):
            slope = (fp[inner + 1] - fp[inner]) / (xp[inner + 1] - xp[inner])
        with errstate(all="ignore"):
            result = slope * (flat - xp[inner]) + fp[inner]
            # From the other end where an infinity leaves no number.
            lost = np.isnan(result)
            if lost.any():
                other = slope * (flat - xp[inner + 1]) + fp[inner + 1]
                other = np.where(np.isnan(other) & (fp[inner] == fp[inner + 1]), fp[inner], other)
                result = np.where(lost, other, result)
    else:
        result = np.zeros(flat.shape, dtype=fp.dtype) + fp[0]
    result = np.where(flat == xp[inner], fp[inner], result)
    result = np.where(flat >= xp[-1], np.where(flat == xp[-1], fp[-1], above), result)
    result = np.where(flat < xp[0], below, result)
    result = np.where(np.isnan(flat), flat, result)
    if x.ndim == 0:
        return result[0]
    made = np.empty(x.shape, result.dtype)
    made.reshape(-1)[...] = result
    return made


def _full_convolution(a, v):
    result = np.zeros(len(a) + len(v) - 1, dtype=np.result_type(a, v))
    for place, weight in enumerate(v):
        result[place:place + len(a)] += a * weight
    return result


def _cut(full, longer, shorter, mode):
    if mode == "full":
        return full
    if mode == "same":
        start = (shorter - 1) // 2
        return full[start:start + longer].copy()
    if mode == "valid":
        return full[shorter - 1:longer].copy()
    raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got '{mode}')")


def _mode(mode):
    """A mode of `convolve` by its name, or by its number: 0, 1, 2."""
    if mode in ("valid", "same", "full"):
        return mode
    if isinstance(mode, str):
        if mode.lower()[:1] in ("v", "s", "f"):
            raise ValueError("Use one of 'valid', 'same', or 'full' for convolve/correlate mode")
        raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got '{mode}')")
    if not hasattr(mode, "__index__"):
        raise TypeError("convolve/correlate mode not understood")
    if mode not in (0, 1, 2):
        raise ValueError("integer convolve/correlate mode must be 0, 1, or 2")
    return ("valid", "same", "full")[mode]


def convolve(a, v, mode="full"):
    """The convolution of two vectors."""
    a, v = np.atleast_1d(np.asarray(a)), np.atleast_1d(np.asarray(v))
    if len(a) == 0:
        raise ValueError("a cannot be empty")
    if len(v) == 0:
        raise ValueError("v cannot be empty")
    if len(v) > len(a):
        a, v = v, a
    return _cut(_full_convolution(a, v), len(a), len(v), _mode(mode))


def correlate(a, v, mode="valid"):
    """The cross-correlation of two vectors."""
    a, v, mode = np.atleast_1d(a), np.atleast_1d(v), _mode(mode)
    if len(a) == 0 or len(v) == 0:
        raise ValueError("first array argument cannot be empty" if len(a) == 0 else "second array argument cannot be empty")
    v = (np.conjugate(v) if v.dtype.kind == "c" else v)[::-1]
    if len(v) <= len(a):
        return _cut(_full_convolution(a, v), len(a), len(v), mode)
    full = _full_convolution(v, a)
    if mode == "same":
        start = len(a) // 2
        return full[start:start + len(v)].copy()
    return _cut(full, len(v), len(a), mode)


def _weights_along(weights, a, axes):
    """Weights of the elements along `axes` with as many axes as `a`, their own in their places."""
    if a.shape == weights.shape:
        return weights
    if axes is None:
        raise TypeError("Axis must be specified when shapes of a and weights differ.")
    if weights.shape != tuple(a.shape[one] for one in axes):
        raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
    weights = weights.transpose(np.argsort(axes))
    return weights.reshape(tuple(n if k in axes else 1 for k, n in enumerate(a.shape)))


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The weighted mean."""
    a = np.asanyarray(a)
    # A matrix keeps its axes by itself.
    kept = {"keepdims": True} if keepdims else {}
    if axis is not None:
        axis = _axes(axis, a.ndim)
    if weights is None:
        mean = a.mean(axis, **kept)
        mean_array = np.asanyarray(mean)
        total = mean_array.dtype.type(a.size / mean_array.size)
    else:
        weights = np.asanyarray(weights)
        weights = _weights_along(weights, a, axis)
        dtype = np.result_type(a.dtype, weights.dtype, "f8") if a.dtype.kind in "biu" else \
            np.result_type(a.dtype, weights.dtype)
        total = weights.sum(axis=axis, dtype=dtype, **kept)
        if np.any(np.asarray(total) == 0.0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        mean = np.multiply(a, weights, dtype=dtype).sum(axis, **kept) / total
        mean_array = np.asanyarray(mean)
    if returned:
        if np.asarray(total).shape != mean_array.shape:
            total = np.broadcast_to(total, mean_array.shape).copy()[()]
        return mean, total
    return mean


def _axes(axis, ndim):
    """Axes as a tuple of numbers from 0, each once."""
    axes = []
    for one in axis if isinstance(axis, (tuple, list)) else (axis,):
        one = one.__index__()
        if not -ndim <= one < ndim:
            raise np.AxisError(f"axis: axis {one} is out of bounds for array of dimension {ndim}")
        axes.append(one % ndim)
    if len(set(axes)) != len(axes):
        raise ValueError("repeated axis in `axis` argument")
    return tuple(axes)


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """The covariance matrix of variables in rows; `fweights` count observations, `aweights` weigh them."""
    if ddof is not None and ddof != int(ddof):
        raise ValueError("ddof must be integer")
    m = np.asarray(m)
    if m.ndim > 2:
        raise ValueError("m has more than 2 dimensions")
    kinds = [m] if y is None else [m, np.asarray(y)]
    if y is not None and kinds[1].ndim > 2:
        raise ValueError("y has more than 2 dimensions")
    kind = dtype if dtype is not None else np.result_type(*kinds, "float64")
    x = np.array(m, ndmin=2, dtype=kind)
    if not rowvar and m.ndim != 1:
        x = x.T
    if x.shape[0] == 0:
        return np.array([]).reshape(0, 0)
    if y is not None:
        y = np.array(y, ndmin=2, dtype=kind)
        x = np.concatenate((x, y.T if not rowvar and y.shape[0] != 1 else y), axis=0)
    ddof = (0 if bias else 1) if ddof is None else ddof
    w = None
    for name, given in (("fweights", fweights), ("aweights", aweights)):
        if given is None:
            continue
        given = np.asarray(given, dtype=float)
        if name == "fweights" and not np.all(given == np.rint(given)):
            raise TypeError("fweights must be integer")
        if given.ndim > 1:
            raise RuntimeError(f"cannot handle multidimensional {name}")
        if given.shape[0] != x.shape[1]:
            raise RuntimeError(f"incompatible numbers of samples and {name}")
        if np.any(given < 0):
            raise ValueError(f"{name} cannot be negative")
        if name == "aweights":
            aweights = given
        w = given if w is None else w * given
    mean, total = average(x, axis=1, weights=w, returned=True)
    total = total[0]
    if w is None:
        factor = x.shape[1] - ddof
    elif ddof == 0:
        factor = total
    elif aweights is None:
        factor = total - ddof
    else:
        factor = total - ddof * (w * aweights).sum() / total
    if factor <= 0:
        import warnings
        warnings.warn("Degrees of freedom <= 0 for slice", RuntimeWarning, stacklevel=2)
        factor = 0.0
    x = x - mean[:, None]
    c = np.dot(x, (x if w is None else x * w).T.conj())
    c *= np.true_divide(1, factor)
    return np.squeeze(c)


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    """The correlation matrix of variables in rows."""
    c = cov(x, y, rowvar, dtype=dtype)
    if np.asarray(c).ndim == 0:
        return c / c
    deviation = np.sqrt(np.diagonal(c).real)
    c = c / deviation[:, None]
    c = c / deviation[None, :]
    if c.dtype.kind == "c":
        return c
    return clip_method(c, -1, 1)


def isclose(a, b, rtol=1.0e-5, atol=1.0e-8, equal_nan=False):
    """Whether `abs(a - b) <= atol + rtol * abs(b)`, element by element."""
    x, y, rtol, atol = [one if type(one) in (int, float, complex) else np.asanyarray(one)
                        for one in (a, b, rtol, atol)]
    if isinstance(y, np.ndarray) and y.dtype.kind not in "fcm":
        kind = np.result_type(y, 1.0)
        y = np.asanyarray(y, dtype=kind)
    elif isinstance(y, int):
        y = float(y)
    if not (np.all(np.isfinite(rtol)) and np.all(np.isfinite(atol))):
        import warnings
        warnings.warn(f"One of rtol or atol is not valid, atol: {atol}, rtol: {rtol}", RuntimeWarning, stacklevel=2)
    from numpy._basics import errstate
    with errstate(invalid="ignore"):
        close = np.less_equal(np.abs(x - y), atol + rtol * np.abs(y)) & np.isfinite(y) | (x == y)
        if equal_nan:
            close = close | (np.isnan(x) & np.isnan(y))
    return close[()] if isinstance(close, np.ndarray) and type(close) is np.ndarray else close


def allclose(a, b, rtol=1.0e-5, atol=1.0e-8, equal_nan=False):
    """Whether all elements are close."""
    return bool(np.all(isclose(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan)))


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """NaN and infinities replaced by numbers."""
    x = np.array(x, copy=True if copy else None, subok=True)
    if x.dtype.kind not in "fc":
        return x[()] if x.ndim == 0 else x
    from numpy._more import copyto
    from numpy._types import finfo
    limits = finfo(x.dtype)
    for part in (x.real, x.imag) if x.dtype.kind == "c" else (x,):
        missing, high, low = np.isnan(part), isposinf(part), isneginf(part)
        copyto(part, nan, where=missing)
        copyto(part, limits.max if posinf is None else posinf, where=high)
        copyto(part, limits.min if neginf is None else neginf, where=low)
    return x[()] if x.ndim == 0 else x


def _check_real(x):
    kind = np.asanyarray(x).dtype
    if kind.kind == "c":
        raise TypeError(f"This operation is not supported for {kind} values because it would be ambiguous.")


def isposinf(x, out=None):
    """Whether each element is positive infinity."""
    _check_real(x)
    return np.logical_and(np.isinf(x), ~np.signbit(x), out=out)


def isneginf(x, out=None):
    """Whether each element is negative infinity."""
    _check_real(x)
    return np.logical_and(np.isinf(x), np.signbit(x), out=out)


def real(val):
    """The real part."""
    return val.real if hasattr(val, "real") else np.asarray(val).real


def imag(val):
    """The imaginary part."""
    return val.imag if hasattr(val, "imag") else np.asarray(val).imag


def angle(z, deg=False):
    """The argument of complex numbers."""
    z = np.asanyarray(z)
    result = np.arctan2(z.imag, z.real) if z.dtype.kind == "c" else np.arctan2(0, z)
    if deg:
        result *= 180 / 3.141592653589793
    return result


def real_if_close(a, tol=100):
    """The real part if the imaginary one is nothing but rounding errors."""
    a = np.asanyarray(a)
    if a.dtype.kind != "c":
        return a
    from numpy._types import finfo
    limit = tol * finfo(a.dtype).eps if tol > 1 else tol
    return a.real if bool(np.all(np.abs(a.imag) < limit)) else a


def sinc(x):
    """`sin(pi x) / (pi x)`."""
    x = 3.141592653589793 * np.asanyarray(x)
    from numpy._types import finfo
    y = np.where(x, x, finfo(x.dtype).eps if x.dtype.kind == "f" else 1.0e-20)
    return np.sin(y) / y
