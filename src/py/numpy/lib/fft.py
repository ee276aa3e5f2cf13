"""Discrete Fourier transforms: what lengths, norms and axes mean. The transforms are native, bit for bit NumPy's."""

import operator
import warnings

from numpy import _engine as np
from numpy.lib.array_utils import normalize_axis_index

__all__ = [
    "fft", "fft2", "fftfreq", "fftn", "fftshift", "hfft", "ifft", "ifft2", "ifftn", "ifftshift", "ihfft", "irfft",
    "irfft2", "irfftn", "rfft", "rfft2", "rfftfreq", "rfftn",
]


def __dir__():
    return __all__ + ["test"]


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.fft' has no attribute '{name}'")
    if name == "test":
        from numpy._pytesttester import PytestTester
        return PytestTester("numpy.fft")
    from numpy._names import explain
    raise AttributeError(explain("numpy.fft", name))


_SWAPPED = {None: "forward", "backward": "forward", "forward": "backward", "ortho": "ortho"}


def _swapped(norm):
    """The norm that scales the inverse as `norm` scales the transform."""
    try:
        return _SWAPPED[norm]
    except KeyError:
        raise ValueError(f'Invalid norm value {norm}; should be "backward", "ortho" or "forward".') from None


def _scale(n, norm, real):
    if norm is None or norm == "backward":
        return 1.0
    if norm == "ortho":
        return float(np.reciprocal(np.sqrt(n, dtype=real)))
    if norm == "forward":
        return float(np.reciprocal(n, dtype=real))
    raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')


def _along(a, n, axis, norm, name, transform, out):
    """One of the native transforms along an axis; `name` is NumPy's for its errors."""
    n = operator.index(n)
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    real = np.result_type(a.real.dtype, 1.0)
    scale = _scale(n, norm, real)
    axis = normalize_axis_index(axis, a.ndim)
    made = real if name == "irfft" else np.result_type(a.dtype, 1j)
    if a.dtype.kind == "O" or name == "rfft" and a.dtype.kind == "c":
        name = name if name != "rfft" else "rfft_n_even" if n % 2 == 0 else "rfft_n_odd"
        raise TypeError(f"ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced "
                        "to any supported types according to the casting rule ''safe''")
    if out is not None:
        if not isinstance(out, np.ndarray):
            raise TypeError("return arrays must be of ArrayType")
        length = n // 2 + 1 if name == "rfft" else n
        if len(out.shape) != a.ndim or out.shape[axis] != length:
            raise ValueError("output array has wrong shape.")
        if not np.can_cast(made, out.dtype, "same_kind"):
            raise np._UFuncOutputCastingError(f"Cannot cast ufunc '{name}' output from {made!r} to {out.dtype!r} with casting rule "
                                    "'same_kind'")
    if norm in (None, "backward") or a.dtype.itemsize == 2:
        # NumPy computes in single precision only where it scales, by a number of that precision.
        a = a.astype(complex if a.dtype.kind == "c" else float, copy=False)
    result = transform(a, n, axis, scale)
    if out is None:
        return result.astype(made, copy=False)
    out[...] = result
    return out


def _forward(a, n, axis, scale):
    return np._fft(a, n, axis, scale, True)


def _backward(a, n, axis, scale):
    return np._fft(a, n, axis, scale, False)


def fft(a, n=None, axis=-1, norm=None, out=None):
    """The discrete Fourier transform along an axis.

    `n` is the length: what is longer is cut, what is shorter padded with zeros. `norm` says what is scaled: "backward"
    (the inverse, by 1/n), "ortho" (both, by 1/sqrt(n)) or "forward" (the transform).
    """
    a = np.asarray(a)
    return _along(a, a.shape[axis] if n is None else n, axis, norm, "fft", _forward, out)


def ifft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of `fft`."""
    a = np.asarray(a)
    n = a.shape[axis] if n is None else n
    return _along(a, n, axis, _swapped(norm), "ifft", _backward, out)


def rfft(a, n=None, axis=-1, norm=None, out=None):
    """The transform of real values: the frequencies that are not negative."""
    a = np.asarray(a)
    return _along(a, a.shape[axis] if n is None else n, axis, norm, "rfft", np._rfft, out)


def irfft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of `rfft`; `n` is the length of the result."""
    a = np.asarray(a)
    n = (a.shape[axis] - 1) * 2 if n is None else n
    return _along(a, n, axis, _swapped(norm), "irfft", np._irfft, out)


def hfft(a, n=None, axis=-1, norm=None, out=None):
    """The transform of values with Hermitian symmetry."""
    a = np.asarray(a)
    n = (a.shape[axis] - 1) * 2 if n is None else n
    return irfft(np.conjugate(a), n, axis, _swapped(norm))


def ihfft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of `hfft`."""
    made = rfft(a, n, axis, _swapped(norm), out)
    return np.conjugate(made, out=made)


def _lengths_and_axes(a, s, axes, half=False):
    if s is None:
        lengths = list(a.shape if axes is None else np.take(a.shape, axes))
    else:
        lengths = list(s)
        if any(length is None for length in lengths):
            warnings.warn(
                "Passing an array containing `None` values to `s` is deprecated in NumPy 2.0 and will raise an error in a "
                "future version of NumPy. To use the default behaviour of the corresponding 1-D transform, pass the value "
                "matching the default for its `n` parameter. To use the default behaviour for every axis, the `s` "
                "argument can be omitted.", DeprecationWarning, stacklevel=3)
    if axes is None:
        if s is not None:
            warnings.warn("`axes` should not be `None` if `s` is not `None` (Deprecated in NumPy 2.0). In a future "
                          "version of NumPy, this will raise an error and `s[i]` will correspond to the size along "
                          "the transformed axis specified by `axes[i]`. To retain current behaviour, pass a sequence "
                          "[0, ..., k-1] to `axes` for an array of dimension k.", DeprecationWarning, stacklevel=3)
        axes = list(range(-len(lengths), 0))
    if len(lengths) != len(axes):
        raise ValueError("Shape and axes have different lengths.")
    if half and s is None:
        lengths[-1] = (a.shape[axes[-1]] - 1) * 2
    return [a.shape[axis] if length == -1 else length for length, axis in zip(lengths, axes)], axes


def _each(a, s, axes, norm, transform, out):
    a = np.asarray(a)
    lengths, axes = _lengths_and_axes(a, s, axes)
    for length, axis in list(zip(lengths, axes))[::-1]:
        a = transform(a, length, axis, norm, out)
    return a


def fftn(a, s=None, axes=None, norm=None, out=None):
    """The transform along several axes, all of them by default."""
    return _each(a, s, axes, norm, fft, out)


def ifftn(a, s=None, axes=None, norm=None, out=None):
    """The inverse of `fftn`."""
    return _each(a, s, axes, norm, ifft, out)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The transform along two axes."""
    return _each(a, s, axes, norm, fft, out)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The inverse of `fft2`."""
    return _each(a, s, axes, norm, ifft, out)


def rfftn(a, s=None, axes=None, norm=None, out=None):
    """The transform of real values along several axes."""
    a = np.asarray(a)
    lengths, axes = _lengths_and_axes(a, s, axes)
    a = rfft(a, lengths[-1], axes[-1], norm, out)
    for length, axis in list(zip(lengths, axes))[-2::-1]:
        a = fft(a, length, axis, norm, out)
    return a


def rfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The transform of real values along two axes."""
    return rfftn(a, s, axes, norm, out)


def irfftn(a, s=None, axes=None, norm=None, out=None):
    """The inverse of `rfftn`."""
    a = np.asarray(a)
    lengths, axes = _lengths_and_axes(a, s, axes, half=True)
    for length, axis in list(zip(lengths, axes))[:-1]:
        a = ifft(a, length, axis, norm)
    return irfft(a, lengths[-1], axes[-1], norm, out)


def irfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The inverse of `rfft2`."""
    return irfftn(a, s, axes, norm, out)


def fftfreq(n, d=1.0, device=None):
    """The frequencies of `fft`'s results, for samples `d` apart."""
    if not hasattr(n, "__index__"):
        raise ValueError("n should be an integer")
    places = np.concatenate((np.arange((n - 1) // 2 + 1), np.arange(-(n // 2), 0)))
    return places * (1.0 / (n * d))


def rfftfreq(n, d=1.0, device=None):
    """The frequencies of `rfft`'s results, for samples `d` apart."""
    if not hasattr(n, "__index__"):
        raise ValueError("n should be an integer")
    return np.arange(n // 2 + 1) * (1.0 / (n * d))


def _shifted(x, axes, sign):
    x = np.asarray(x)
    axes = tuple(range(x.ndim)) if axes is None else (axes,) if hasattr(axes, "__index__") else tuple(axes)
    return np.roll(x, [sign * (x.shape[axis] // 2) for axis in axes], axes)


def fftshift(x, axes=None):
    """The zero frequency moved to the middle."""
    return _shifted(x, axes, 1)


def ifftshift(x, axes=None):
    """The inverse of `fftshift`."""
    return _shifted(x, axes, -1)
