"""Smaller functions: copies under a mask, diagonals and triangles, bits, bases of numbers, facts about arrays."""

from numpy import _engine as np
from numpy._arithmetic import _weights_along, imag
from numpy._basics import _bufsize, ndindex

ScalarType = (int, float, complex, bool, bytes, str, memoryview) + tuple(
    np.dtype(code).type for code in "?FDefdbhilMmOSUBHILV")
typecodes = {
    "Character": "c", "Integer": "bhilqnp", "UnsignedInteger": "BHILQNP", "Float": "efdg", "Complex": "FDG",
    "AllInteger": "bBhHiIlLqQnNpP", "AllFloat": "efdgFDG", "Datetime": "Mm", "All": "?bhilqnpBHILQNPefdgFDGSUVOMm",
}
sctypeDict = {name: np.dtype(code).type for name, code in [entry.split(":") for entry in (
    "bool:? float16:e float32:f float64:d longdouble:g complex64:F complex128:D clongdouble:G bytes_:S str_:U void:V "
    "object_:O datetime64:M timedelta64:m int8:b byte:b uint8:B ubyte:B int16:h short:h uint16:H ushort:H int32:i intc:i "
    "uint32:I uintc:I int64:l long:l uint64:L ulong:L longlong:q ulonglong:Q intp:p uintp:P double:d cdouble:D single:f "
    "csingle:F half:e bool_:? int_:l uint:L float:d complex:D object:O bytes:S a:S int:l str:U unicode:U").split()]}


def copyto(dst, src, casting="same_kind", where=True):
    """Copies `src`, broadcast, into `dst` where the mask `where` is true."""
    if not isinstance(dst, np.ndarray):
        raise TypeError(f"copyto() argument 1 must be a numpy.ndarray, not {type(dst).__name__}")
    dst = np.asarray(dst)
    where = np.array(where, dtype=bool) if isinstance(where, (list, tuple)) else where
    weak = isinstance(src, (int, float, complex)) and not isinstance(src, (bool, np.generic))
    if not weak:
        kind = np.asarray(src).dtype
        if not np.can_cast(kind, dst.dtype, casting):
            what = "array data" if np.asarray(src).ndim else "scalar"
            raise TypeError(f"Cannot cast {what} from {kind!r} to {dst.dtype!r} according to the rule '{casting}'")
    else:
        kind = np.result_type(dst.dtype, src) if dst.dtype.kind in "biufc" else np.asarray(src).dtype
        if not np.can_cast(kind, dst.dtype, casting):
            raise TypeError(f"Cannot cast scalar from {kind!r} to {dst.dtype!r} according to the rule '{casting}'")
    if where is True:
        if src is not dst:
            dst[...] = src if weak or dst.dtype.kind not in "iu" else np.asarray(src)
        return
    mask = np.asarray(where)
    if mask.dtype.kind != "b":
        raise TypeError(f"Cannot cast array data from {mask.dtype!r} to dtype('bool') according to the rule 'safe'")
    mask = np.broadcast_to(mask, dst.shape)
    src = np.asarray(src)
    if src.shape != dst.shape:
        # Its shape must fit, by the rule and in the words of an assignment.
        trial = np.empty_like(dst, dtype=src.dtype)
        trial[...] = src
        src = trial
    dst[mask] = src[mask]


def astype(x, dtype, /, *, copy=True, device=None):
    """A copy of an array with elements of another dtype; the array itself where nothing changes and `copy` is false."""
    if not isinstance(x, (np.ndarray, np.generic)):
        raise TypeError(f"Input should be a NumPy array or scalar. It is a {type(x)} instead.")
    return x.astype(dtype, copy=copy)


def diag_indices(n, ndim=2):
    """The indices of the main diagonal of an array with `ndim` axes of length n."""
    return (np.arange(n),) * ndim


def diag_indices_from(arr):
    """The indices of the main diagonal of an array."""
    if not arr.ndim >= 2:
        raise ValueError("input array must be at least 2-d")
    if any(length != arr.shape[0] for length in arr.shape):
        raise ValueError("All dimensions of input must be of equal length")
    return diag_indices(arr.shape[0], arr.ndim)


def fill_diagonal(a, val, wrap=False):
    """Sets the main diagonal in place; `wrap` goes on below the square part of a tall matrix."""
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    end = None
    if a.ndim == 2:
        step = a.shape[1] + 1
        if not wrap:
            end = a.shape[1] * a.shape[1]
    else:
        if any(length != a.shape[0] for length in a.shape):
            raise ValueError("All dimensions of input must be of equal length")
        step, product = 1, 1
        for length in a.shape[:-1]:
            product *= length
            step += product
    a.flat[:end:step] = val


def tril_indices(n, k=0, m=None):
    """The indices of the lower triangle of an (n, m) array."""
    return tuple(axis.copy() for axis in np.nonzero(np.tri(n, m, k=k, dtype=bool)))


def triu_indices(n, k=0, m=None):
    """The indices of the upper triangle of an (n, m) array."""
    return tuple(axis.copy() for axis in np.nonzero(~np.tri(n, m, k=k - 1, dtype=bool)))


def tril_indices_from(arr, k=0):
    """The indices of an array's lower triangle."""
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")
    return tril_indices(arr.shape[-2], k=k, m=arr.shape[-1])


def triu_indices_from(arr, k=0):
    """The indices of an array's upper triangle."""
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")
    return triu_indices(arr.shape[-2], k=k, m=arr.shape[-1])


def mask_indices(n, mask_func, k=0):
    """The indices that a function such as `numpy.triu` keeps of an (n, n) array."""
    return np.nonzero(mask_func(np.ones((n, n), int), k) != 0)


def unstack(x, /, *, axis=0):
    """The slices along an axis, as a tuple of views."""
    if x.ndim == 0:
        raise ValueError("Input array must be at least 1-d.")
    return tuple(np.moveaxis(x, axis, 0))


def cumulative_sum(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    """The running sum along an axis, with a leading 0 if asked for."""
    return _cumulative(np.cumsum, 0, x, axis, dtype, out, include_initial)


def cumulative_prod(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    """The running product along an axis, with a leading 1 if asked for."""
    return _cumulative(np.cumprod, 1, x, axis, dtype, out, include_initial)


def _cumulative(function, initial, x, axis, dtype, out, include_initial):
    x = np.atleast_1d(x)
    if axis is None:
        if x.ndim != 1:
            raise ValueError("For arrays which have more than one dimension ``axis`` argument is required.")
        axis = 0
    made = function(x, axis=axis, dtype=dtype)
    if include_initial:
        shape = list(made.shape)
        shape[axis] = 1
        made = np.concatenate((np.full(tuple(shape), initial, dtype=made.dtype), made), axis=axis)
    if out is not None:
        out[...] = made
        return out
    return made


def isreal(x):
    """Whether the imaginary part is zero, element by element."""
    return imag(x) == 0


def iscomplex(x):
    """Whether the imaginary part is not zero, element by element."""
    x = np.asarray(x)
    return np.not_equal(x.imag, 0) if x.dtype.kind == "c" else np.zeros(x.shape, bool)[()]


def isfortran(a):
    """Whether an array is in Fortran's order and not in C's."""
    return a.flags.fnc


def common_type(*arrays):
    """The inexact scalar type that all arrays can be cast to."""
    found = np.dtype("f2")
    for array in arrays:
        kind = array.dtype
        if kind.kind not in "iufc":
            raise TypeError("can't get common type for non-numeric array")
        found = np.result_type(found, "f8" if kind.kind in "iu" else kind)
    return found.type


def sort_complex(a):
    """Sorted by the real part, then the imaginary one."""
    made = np.sort(np.asanyarray(a))
    if made.dtype.kind == "c":
        return made
    return made.astype("F" if made.dtype.char in "bhBH" else "D")


def base_repr(number, base=2, padding=0):
    """An integer in a base up to 36, with `padding` zeros in front."""
    if base > 36:
        raise ValueError("Bases greater than 36 not handled in base_repr.")
    if base < 2:
        raise ValueError("Bases less than 2 not handled in base_repr.")
    number = int(number)
    rest, text = number if number >= 0 else -number, ""
    while rest:
        rest, digit = divmod(rest, base)
        text = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit] + text
    if padding:
        text = "0" * padding + text
    return ("-" if number < 0 else "") + (text or "0")


def binary_repr(num, width=None):
    """An integer in binary; negative ones as two's complement if a width is given."""
    num = num.__index__()

    def check(needed):
        if width is not None and width < needed:
            raise ValueError(f"Insufficient bit width={width} provided for binwidth={needed}")

    if num == 0:
        return "0" * (width or 1)
    if num > 0:
        text = f"{num:b}"
        check(len(text))
        return text.zfill(width or 0)
    if width is None:
        return f"-{-num:b}"
    length = len(f"{-num:b}")
    if 2 ** (length - 1) == -num:
        length -= 1
    check(length + 1)
    return f"{2 ** (length + 1) + num:b}".rjust(width, "1")


def packbits(a, /, axis=None, bitorder="big"):
    """Eight elements at a time as the bits of a uint8."""
    a = np.asarray(a)
    if a.dtype.kind not in "biu":
        raise TypeError("Expected an input array of integer or boolean data type")
    _check_order(bitorder)
    flat = axis is None
    bits = np.moveaxis((a.ravel() if flat else a) != 0, -1 if flat else axis, -1)
    short = -bits.shape[-1] % 8
    bits = np.concatenate((bits, np.zeros(bits.shape[:-1] + (short,), bool)), -1) if short else bits
    bits = bits.reshape(bits.shape[:-1] + (bits.shape[-1] // 8, 8))
    weights = np.array([128, 64, 32, 16, 8, 4, 2, 1], "u1")
    made = (bits * (weights if bitorder == "big" else weights[::-1])).sum(-1, dtype="u1")
    return made if flat else np.moveaxis(made, -1, axis).copy("F" if a.flags.fnc else "C")


def unpackbits(a, /, axis=None, count=None, bitorder="big"):
    """The bits of uint8 elements, one an element."""
    a = np.asarray(a)
    if a.dtype != np.dtype("u1"):
        raise TypeError("Expected an input array of unsigned byte data type")
    _check_order(bitorder)
    flat = axis is None
    parts = np.moveaxis(a.ravel() if flat else a, -1 if flat else axis, -1)
    shifts = np.arange(8, dtype="u1")
    bits = (parts[..., None] >> (shifts[::-1] if bitorder == "big" else shifts)) & 1
    bits = bits.reshape(parts.shape[:-1] + (parts.shape[-1] * 8,))
    if count is not None:
        if not hasattr(count, "__index__"):
            raise TypeError(f"'{type(count).__name__}' object cannot be interpreted as an integer")
        if count < -bits.shape[-1]:
            raise ValueError("-count larger than number of elements")
        if count > bits.shape[-1]:
            more = np.zeros(bits.shape[:-1] + (count - bits.shape[-1],), "u1")
            bits = np.concatenate((bits, more), -1)
        else:
            bits = bits[..., :count]
    return bits.copy() if flat else np.moveaxis(bits, -1, axis).copy("F" if a.flags.fnc else "C")


def _check_order(bitorder):
    if bitorder not in ("big", "little"):
        raise ValueError("'order' must be either 'little' or 'big'" if isinstance(bitorder, str) else
                         f"bitorder must be str, not {type(bitorder).__name__}")


def scalar_method(method):
    """A method of an array without axes whose results without axes are scalars."""
    def call(*args, **kwargs):
        made = method(*args, **kwargs)
        return made[()] if isinstance(made, np.ndarray) and made.ndim == 0 else made

    call.__name__, call.__doc__ = method.__name__, method.__doc__
    return call


def to_device(a, device, /, *, stream=None):
    """The array itself on the device 'cpu'."""
    if device != "cpu":
        raise ValueError(f"Unsupported device: {device}. Only 'cpu' is accepted.")
    if stream is not None:
        raise ValueError("The stream argument in to_device() is not supported.")
    return a


def array_namespace(a, *, api_version=None):
    """The module of the functions on arrays, in a version of the Array API Standard."""
    if api_version is not None:
        if not isinstance(api_version, str):
            raise ValueError("Only None and strings are allowed as the Array API version, but received: "
                             f"{api_version}.")
        if api_version not in ("2021.12", "2022.12", "2023.12", "2024.12"):
            raise ValueError(f'Version "{api_version}" of the Array API Standard is not supported.')
    import numpy
    return numpy


def dumps(a):
    """A pickle of the array, of the protocol that NumPy's method writes."""
    import pickle
    return pickle.dumps(a, protocol=2)


def dump(a, file):
    """Writes a pickle of the array to a path or an open file."""
    if hasattr(file, "write"):
        file.write(dumps(a))
        return
    import os
    with open(os.fspath(file), "wb") as opened:
        opened.write(dumps(a))


def getbufsize():
    """The size of the buffer that ufuncs use, in elements; nothing here depends on it."""
    return _bufsize[0]


def setbufsize(size):
    """Sets the size of the ufuncs' buffer; gives the old one."""
    if size < 16 or size > 10000000 or size % 16:
        raise ValueError(f"Buffer size, {size}, is not a multiple of 16" if size % 16 else
                         f"Buffer size, {size}, is too big" if size > 16 else f"Buffer size, {size}, is too small")
    old, _bufsize[0] = _bufsize[0], size
    return old


def info(object=None, maxwidth=76, output=None, toplevel="numpy"):
    """Prints help on a function, a class or an array."""
    import sys
    output = sys.stdout if output is None else output
    if isinstance(object, str):
        return _info_of_name(object, output)
    if isinstance(object, np.ndarray):
        strides = object.strides
        print("class: ", type(object).__name__, file=output)
        print("shape: ", object.shape, file=output)
        print("strides: ", strides, file=output)
        print("itemsize: ", object.itemsize, file=output)
        print("aligned: ", object.flags.aligned, file=output)
        print("contiguous: ", object.flags.contiguous, file=output)
        print("fortran: ", object.flags.fortran, file=output)
        print(f"data pointer: {hex(object.__array_interface__['data'][0]) if hasattr(object, '__array_interface__') else 0}",
              file=output)
        print("byteorder:  little", file=output)
        print("byteswap:  False", file=output)
        print(f"type: {object.dtype}", file=output)
        return
    if object is None:
        object = info
    from numpy._help import page
    lines = page(object)
    print("\n".join(lines) if lines else getattr(object, "__doc__", None) or "No help here.", file=output)


def _info_of_name(name, output):
    """Help on what NumPy's modules have under a name."""
    import numpy
    found = []
    for path in ("", "linalg", "random", "fft", "strings", "char", "polynomial", "testing", "ma"):
        value = getattr(getattr(numpy, path) if path else numpy, name, None)
        if value is None:
            continue
        where = f"numpy.{path}" if path else "numpy"
        if any(value is other for other in found):
            print(f"\n     *** Repeat reference found in {where} *** ", file=output)
        else:
            print(f"     *** Found in {where} ***", file=output)
            info(value, output=output)
            print("-" * 76, file=output)
        found.append(value)
    if found:
        print(f"\n     *** Total of {len(found)} references found. ***", file=output)
    else:
        print(f"Help for {name} not found.", file=output)


def get_include():
    """The directory of NumPy's C headers, of which there are none here."""
    raise NotImplementedError("numpy.get_include: this page's NumPy has no C headers: it is not written in C")


def show_runtime():
    """Prints what this NumPy runs on."""
    import platform
    import pprint
    import sys
    pprint.pprint([
        {"numpy_version": __import__("numpy").__version__, "python": sys.version, "uname": platform.uname()},
        {"simd_extensions": {"baseline": ["simd128"], "found": [], "not_found": []}},
        {"ignore_floating_point_errors_in_matmul": False},
    ])


def row_stack(tup, *, dtype=None, casting="same_kind"):
    """Rows, one below the other: `numpy.vstack`."""
    import warnings
    warnings.warn("`row_stack` alias is deprecated. Use `np.vstack` directly.", DeprecationWarning, stacklevel=2)
    return np.vstack(tup, dtype=dtype, casting=casting)


def pad_by(array, widths, mode, **kwargs):
    """The array padded with zeros, and every line of it handed to the function `mode` to fill the borders."""
    array = np.asarray(array)
    pairs = np.broadcast_to(np.asarray(widths), (array.ndim, 2)).tolist()
    made = np.pad(array, pairs)
    for axis, pair in enumerate(pairs):
        view = np.moveaxis(made, axis, -1)
        for index in ndindex(view.shape[:-1]):
            mode(view[index], tuple(pair), axis, kwargs)
    return made


def quantile_of_any(a, q, axis=None, keepdims=False, method="linear", skip_nat=False):
    """Quantiles of dates, spans or objects: places found as among numbers, and what lies there interpolated."""
    from numpy.lib.array_utils import normalize_axis_index
    a = np.asarray(a)
    shape, count_of_axes = a.shape, a.ndim
    axes = tuple(range(a.ndim)) if axis is None else axis if isinstance(axis, (tuple, list)) else (axis,)
    axes = tuple(normalize_axis_index(one, a.ndim) for one in axes)
    rest = [one for one in range(count_of_axes) if one not in axes]
    a = a.transpose(rest + list(axes)).reshape([shape[one] for one in rest] + [-1])
    ranked = np.sort(a, axis=-1)
    count = a.shape[-1]
    if count == 0:
        raise IndexError("cannot do a non-empty take from an empty axes.")
    discrete = method in ("lower", "higher", "nearest", "inverted_cdf", "closest_observation")
    found = [_at_place(ranked, np.quantile(np.arange(count), one, method=method), discrete) for one in q.ravel().tolist()]
    made = np.array(found, dtype=found[0].dtype if found else a.dtype).reshape(q.shape + a.shape[:-1])
    if keepdims:
        made = made.reshape(q.shape + tuple(1 if one in axes else n for one, n in enumerate(shape)))
    return made[()]


def nanmedian_of_any(a, axis=None, keepdims=False):
    """The median of spans or objects without those that are no number; of none, no number."""
    import warnings
    from numpy import median, ndindex
    from numpy.lib.array_utils import normalize_axis_index
    a = np.asarray(a)
    shape = a.shape
    axes = tuple(range(a.ndim)) if axis is None else axis if isinstance(axis, (tuple, list)) else (axis,)
    axes = tuple(normalize_axis_index(one, a.ndim) for one in axes)
    rest = [one for one in range(a.ndim) if one not in axes]
    lanes = a.transpose(rest + list(axes)).reshape([shape[one] for one in rest] + [-1])
    made = np.empty(lanes.shape[:-1], a.dtype)
    for place in ndindex(*made.shape):
        lane = lanes[place]
        lane = lane[lane == lane]
        if lane.size:
            made[place] = median(lane)
        else:
            warnings.warn("All-NaN slice encountered", RuntimeWarning, stacklevel=2)
            made[place] = "NaT" if a.dtype.kind == "m" else float("nan")
    if keepdims:
        made = made.reshape(tuple(1 if one in axes else n for one, n in enumerate(shape)))
    return made[()]


def _at_place(ranked, place, discrete):
    """Between two neighbours of a sorted last axis, from the nearer one; where one is NaT, NaT."""
    below = int(place)
    part, a = float(place) - below, ranked[..., below]
    b = ranked[..., min(below + 1, ranked.shape[-1] - 1)]
    made = a if discrete or not part and ranked.dtype.kind != "O" else b - (b - a) * (1 - part) if part >= 0.5 else a + (b - a) * part
    if ranked.dtype.kind in "mM":
        last = ranked[..., -1]
        made = np.where(last == last, made, last)
    return np.asarray(made)


def median_of_spans(a, axis=None, keepdims=False):
    """The median of spans of time: of two in the middle, the mean."""
    a = np.asarray(a)
    if a.dtype.kind == "M" or a.size == 0:
        # Dates have no mean, and nothing has what it has.
        return np.mean(a, axis=axis if axis is None or isinstance(axis, int) else tuple(axis), keepdims=keepdims)
    shape = a.shape
    if isinstance(axis, (tuple, list)) or axis is None:
        axes = tuple(range(a.ndim)) if axis is None else tuple(one % a.ndim for one in axis)
        rest = [one for one in range(a.ndim) if one not in axes]
        a = a.transpose(rest + list(axes)).reshape([shape[one] for one in rest] + [-1])
    else:
        axes = (axis % a.ndim,)
        a = np.moveaxis(a, axis, -1)
    count = a.shape[-1]
    if count == 0:
        made = np.full(a.shape[:-1], np.timedelta64("NaT"), dtype=a.dtype)
    else:
        ranked = np.sort(a, axis=-1)
        middle = ranked[..., [count // 2]] if count % 2 else ranked[..., count // 2 - 1:count // 2 + 1]
        made = middle.mean(axis=-1)
        lost = ranked[..., -1]
        made = np.where(lost == lost, made, lost)
    if keepdims:
        made = np.asarray(made).reshape(tuple(1 if one in axes else n for one, n in enumerate(shape)))
    return np.asarray(made)[()]


def weighted_quantile(a, q, axis, keepdims, method, weights, skips_nan):
    """The element at which the weights up to it first reach a fraction `q` of all."""
    if method != "inverted_cdf":
        raise ValueError(f"Only method 'inverted_cdf' supports weights. Got: {method}.")
    a, weights, q = np.asarray(a), np.asarray(weights), np.asarray(q)
    axes = tuple(range(a.ndim)) if axis is None else \
        tuple(one % a.ndim for one in (axis if isinstance(axis, (tuple, list)) else (axis,)))
    weights = np.broadcast_to(_weights_along(weights, a, None if axis is None else axes), a.shape)
    if np.any(weights < 0):
        raise ValueError("Weights must be non-negative.")
    rest = [one for one in range(a.ndim) if one not in axes]
    lead = tuple(a.shape[one] for one in rest)
    lines, heavy = [one.transpose(rest + list(axes)).reshape((int(np.prod(lead)) if lead else 1, -1))
                    for one in (a, weights)]
    made = np.empty((q.size, len(lines)), dtype=a.dtype)
    for place, (line, heavy_line) in enumerate(zip(lines, heavy)):
        made[:, place] = _at_weights(line, heavy_line, q.ravel(), skips_nan)
    lead = tuple(1 if one in axes else n for one, n in enumerate(a.shape)) if keepdims else lead
    made = made.reshape(q.shape + lead)
    return made.copy()


def _at_weights(line, weights, q, skips_nan):
    missing = line != line
    if missing.any():
        if not skips_nan or missing.all():
            return line[missing][0]
        line, weights = line[~missing], weights[~missing]
    order = np.argsort(line, kind="stable")
    reached = np.cumsum(weights[order], dtype=float)
    reached /= reached[-1:]
    if not reached[-1] == reached[-1]:
        raise ValueError("Weights included NaN, inf or were all zero.")
    # An element without weight is never the first.
    reached[reached == 0] = -1
    return line[order][np.minimum(np.searchsorted(reached, q), len(line) - 1)]


def gcd_of_objects(a, b):
    """The greatest common divisor of two Python numbers."""
    import math
    try:
        return math.gcd(a, b)
    except TypeError:
        pass
    if not (math.isfinite(a) and math.isfinite(b)):
        raise ValueError(f'Can only find greatest common divisor of finite arguments, found "{a}" and "{b}"')
    while b:
        a, b = b, a % b
    return np.absolute(a) if isinstance(a, np.generic) else a.__abs__()


def lcm_of_objects(a, b):
    """The least common multiple of two Python numbers."""
    return (a // gcd_of_objects(a, b) * b).__abs__()


class DummyArray:
    """What an array of free strides names as its base: it keeps the array whose memory it is."""

    def __init__(self, base):
        self.base = base


class _Capsule:
    """What `__dlpack__` hands to `from_dlpack`: an array's memory."""

    __slots__ = ("array",)

    def __init__(self, array):
        self.array = array


def to_dlpack(a, /, *, stream=None, max_version=None, dl_device=None, copy=None):
    """The array for `from_dlpack`."""
    if stream is not None:
        raise RuntimeError("NumPy only supports stream=None.")
    if dl_device is not None and tuple(dl_device) != (1, 0):
        raise BufferError("unsupported device requested")
    if a.dtype.kind not in "biufc" or not a.dtype.isnative:
        raise BufferError("DLPack only supports signed/unsigned integers, float and complex dtypes.")
    if not a.flags.writeable and max_version is None:
        raise BufferError("Cannot export readonly array since signalling readonly is unsupported by DLPack (supported by newer "
                          "DLPack version).")
    return _Capsule(a.copy("K") if copy else a)


def from_dlpack(x, /, *, device=None, copy=None):
    """An array on the memory of something that exports it by `__dlpack__`; a copy only where `copy` asks for one."""
    if device is not None and device != "cpu":
        raise ValueError(f'Device not understood. Only "cpu" is allowed, but received: {device}')
    if not hasattr(x, "__dlpack__"):
        raise AttributeError(f"'{type(x).__name__}' object has no attribute '__dlpack__'")
    given = x.__dlpack__(max_version=(1, 0), copy=copy)
    if not isinstance(given, _Capsule):
        raise NotImplementedError(f"numpy.from_dlpack: this page's NumPy reads arrays of its own only, not {type(given).__name__}")
    return given.array.view()
