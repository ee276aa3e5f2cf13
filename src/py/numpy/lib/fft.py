"""Discrete Fourier transforms, by splitting the length into its prime factors (Cooley and Tukey), and by a
convolution where a factor is large (Bluestein). Exact to rounding; the last digits are not pocketfft's.
"""

from numpy import _engine as np

__all__ = [
    "fft", "fft2", "fftfreq", "fftn", "fftshift", "hfft", "ifft", "ifft2", "ifftn", "ifftshift", "ihfft", "irfft",
    "irfft2", "irfftn", "rfft", "rfft2", "rfftfreq", "rfftn",
]
_LARGE = 50


def __dir__():
    return __all__


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.fft' has no attribute '{name}'")
    from numpy._names import explain
    raise AttributeError(explain("numpy.fft", name))


def _circle(k, n):
    """exp(-2 pi i k / n) for integers k, exact where the parts are 0, 1 or equal."""
    k = k % n
    turn = 8 * k // n
    # Angles from the nearest multiple of a quarter turn, at most an eighth of a turn.
    quarter = (turn + 1) // 2
    angle = 2 * 3.141592653589793 * (4 * k - quarter * n) / (4 * n)
    c, s = np.cos(angle), np.sin(angle)
    quarter = quarter % 4
    re = np.choose(quarter, (c, -s, -c, s))
    im = np.choose(quarter, (s, c, -s, -c))
    made = np.empty(k.shape, dtype=complex)
    made.real, made.imag = re, -im
    return made


def _transform(x):
    """The forward transform along the last axis."""
    n = x.shape[-1]
    if n <= 1:
        return x
    p = next((p for p in range(2, int(n ** 0.5) + 1) if n % p == 0), n)
    if p > _LARGE:
        return _bluestein(x)
    m = n // p
    y = _transform(np.swapaxes(x.reshape(x.shape[:-1] + (m, p)), -1, -2))
    r = np.arange(p)
    if m > 1:
        y = y * _circle(np.multiply.outer(r, np.arange(m)), n)
    if p == 2:
        y = np.stack((y[..., 0, :] + y[..., 1, :], y[..., 0, :] - y[..., 1, :]), axis=-2)
    else:
        y = np.matmul(_circle(np.multiply.outer(r, r), p), y)
    return y.reshape(x.shape)


def _bluestein(x):
    n = x.shape[-1]
    k = np.arange(n)
    chirp = _circle(k * k, 2 * n)
    size = 1
    while size < 2 * n - 1:
        size *= 2
    wide = np.zeros(x.shape[:-1] + (size,), dtype=complex)
    wide[..., :n] = x * chirp
    kernel = np.zeros(size, dtype=complex)
    kernel[:n] = np.conjugate(chirp)
    kernel[size - n + 1:] = np.conjugate(chirp[1:][::-1])
    product = _transform(wide) * _transform(kernel)
    back = np.conjugate(_transform(np.conjugate(product))) / size
    return back[..., :n] * chirp


def _factor(n, norm, forward):
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')
    if norm == "ortho":
        return 1 / n ** 0.5
    return 1 if (norm != "forward") == forward else 1 / n


def _along(a, n, axis, norm, forward, real_input=False):
    a = np.asarray(a)
    if not -a.ndim <= axis < a.ndim:
        raise IndexError("tuple index out of range")
    if n is None:
        n = a.shape[axis]
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    kind = np.result_type(a.dtype, "c8") if a.dtype.itemsize <= 4 and a.dtype.kind == "f" or a.dtype.name == "complex64" \
        else np.dtype(complex)
    x = np.moveaxis(a, axis, -1)[..., :n].astype(complex)
    if x.shape[-1] < n:
        x = np.concatenate((x, np.zeros(x.shape[:-1] + (n - x.shape[-1],), complex)), axis=-1)
    x = np.ascontiguousarray(x)
    made = _transform(x)
    if not forward:
        # The frequencies the other way round.
        made = made[..., -np.arange(n)]
    made = made * _factor(n, norm, forward)
    if real_input:
        made = made[..., :n // 2 + 1]
    return np.moveaxis(made.astype(kind), -1, axis)


def _give(made, out):
    if out is None:
        return made
    out[...] = made
    return out


def fft(a, n=None, axis=-1, norm=None, out=None):
    """The discrete Fourier transform along an axis."""
    return _give(_along(a, n, axis, norm, True), out)


def ifft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of `fft`."""
    return _give(_along(a, n, axis, norm, False), out)


def rfft(a, n=None, axis=-1, norm=None, out=None):
    """The transform of real values: the frequencies that are not negative."""
    if np.asarray(a).dtype.kind == "c":
        raise TypeError("ufunc 'rfft_n_even' did not contain a loop with signature matching types "
                        "(<class 'numpy.dtypes.Complex128DType'>, <class 'numpy.dtypes.Float64DType'>) -> None")
    return _give(_along(a, n, axis, norm, True, True), out)


def irfft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of `rfft`; `n` is the length of the result."""
    a = np.moveaxis(np.asarray(a), axis, -1)
    if n is None:
        n = 2 * (a.shape[-1] - 1)
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    half = n // 2 + 1
    x = np.zeros(a.shape[:-1] + (half,), dtype=complex)
    count = a.shape[-1] if a.shape[-1] < half else half
    x[..., :count] = a[..., :count]
    x.imag[..., 0] = 0
    if n % 2 == 0:
        x.imag[..., -1] = 0
    whole = np.concatenate((x, np.conjugate(x[..., 1:(n + 1) // 2][..., ::-1])), axis=-1)
    return _give(np.moveaxis(_along(whole, n, -1, norm, False).real.copy(), -1, axis), out)


_SWAPPED = {None: "forward", "backward": "forward", "forward": "backward", "ortho": "ortho"}


def hfft(a, n=None, axis=-1, norm=None, out=None):
    """The transform of values with Hermitian symmetry."""
    a = np.asarray(a)
    if n is None:
        n = 2 * (a.shape[axis] - 1)
    return irfft(np.conjugate(a), n, axis, _SWAPPED[norm], out)


def ihfft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of `hfft`."""
    return _give(np.conjugate(rfft(a, n, axis, _SWAPPED[norm])), out)


def _shape_and_axes(a, s, axes):
    if axes is None:
        axes = list(range(a.ndim)) if s is None else list(range(-len(s), 0))
    if s is None:
        s = [a.shape[axis] for axis in axes]
    if len(s) != len(axes):
        raise ValueError("Shape and axes have different lengths.")
    return [a.shape[axis] if length == -1 else length for length, axis in zip(s, axes)], list(axes)


def _each(a, s, axes, norm, function):
    a = np.asarray(a)
    s, axes = _shape_and_axes(a, s, axes)
    for axis, length in list(zip(axes, s))[::-1]:
        a = function(a, length, axis, norm)
    return a


def fftn(a, s=None, axes=None, norm=None, out=None):
    """The transform along several axes, all of them by default."""
    return _give(_each(a, s, axes, norm, fft), out)


def ifftn(a, s=None, axes=None, norm=None, out=None):
    """The inverse of `fftn`."""
    return _give(_each(a, s, axes, norm, ifft), out)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The transform along two axes."""
    return fftn(a, s, axes, norm, out)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The inverse of `fft2`."""
    return ifftn(a, s, axes, norm, out)


def rfftn(a, s=None, axes=None, norm=None, out=None):
    """The transform of real values along several axes."""
    a = np.asarray(a)
    s, axes = _shape_and_axes(a, s, axes)
    a = rfft(a, s[-1], axes[-1], norm)
    for axis, length in list(zip(axes, s))[:-1][::-1]:
        a = fft(a, length, axis, norm)
    return _give(a, out)


def rfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The transform of real values along two axes."""
    return rfftn(a, s, axes, norm, out)


def irfftn(a, s=None, axes=None, norm=None, out=None):
    """The inverse of `rfftn`."""
    a = np.asarray(a)
    last_given = s is not None
    s, axes = _shape_and_axes(a, s, axes)
    if not last_given:
        s[-1] = (a.shape[axes[-1]] - 1) * 2
    for axis, length in zip(axes[:-1], s[:-1]):
        a = ifft(a, length, axis, norm)
    return _give(irfft(a, s[-1], axes[-1], norm), out)


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
