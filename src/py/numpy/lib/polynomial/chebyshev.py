"""Chebyshev series: `chebval`, `chebfit`, ... and the class `Chebyshev`."""

from numpy import _engine as np
from numpy.polynomial import _basis, _polybase
from numpy.polynomial import polyutils as pu


class _Chebyshev(_basis.Basis):
    module, domain = "chebyshev", np.array([-1.0, 1.0])

    def mulx(self, c):
        """The series times x."""
        [c] = pu.as_series([c])
        if len(c) == 1 and c[0] == 0:
            return c
        made = np.concatenate((c[:1] * 0, c[:1], c[1:] / 2))
        if len(c) > 1:
            made[:-2] += c[1:] / 2
        return made

    def _scaled(self, c, n):
        beside = np.full(n - 1, 0.5)
        beside[0] = 0.5 ** 0.5
        scale = np.full(n, 0.5 ** 0.5)
        scale[0] = 1.0
        return 0, beside, c[:-1] / c[-1] * (scale / scale[-1]) * 0.5

    def mul(self, c1, c2):
        """The product of two series."""
        from numpy._arithmetic import convolve
        c1, c2 = pu.as_series([c1, c2])
        z = [np.concatenate((c[:0:-1] / 2, c[:1], c[1:] / 2)) for c in (c1, c2)]
        product = convolve(*z)
        half = len(product) // 2
        made = product[half:].copy()
        made[1:] *= 2
        return pu.trimseq(made)

    def _clenshaw(self, x, c):
        if len(c) == 1:
            c0, c1 = c[0], 0
        elif len(c) == 2:
            c0, c1 = c
        else:
            x2, c0, c1 = 2 * x, c[-2], c[-1]
            for i in range(3, len(c) + 1):
                c0, c1 = c[-i] - c1, c0 + c1 * x2
        return c0 + c1 * x

    def _der(self, c):
        n = len(c) - 1
        made = np.empty((n,) + c.shape[1:], dtype=c.dtype)
        for j in range(n, 2, -1):
            made[j - 1] = (2 * j) * c[j]
            c[j - 2] += (j * c[j]) / (j - 2)
        if n > 1:
            made[1] = 4 * c[2]
        made[0] = c[1]
        return made

    def _int(self, c, made):
        made[1] = c[0]
        if len(c) > 1:
            made[2] = c[1] / 4
        for j in range(2, len(c)):
            made[j + 1] = c[j] / (2 * (j + 1))
            made[j - 1] -= c[j] / (2 * (j - 1))


def chebpts1(npts):
    """The Chebyshev points of the first kind."""
    if npts != int(npts):
        raise ValueError("npts must be integer")
    if npts < 1:
        raise ValueError("npts must be >= 1")
    return np.sin(0.5 * np.arange(-npts + 1, npts + 1, 2) * 3.141592653589793 / npts)


def chebpts2(npts):
    """The Chebyshev points of the second kind."""
    if npts != int(npts):
        raise ValueError("npts must be integer")
    if npts < 2:
        raise ValueError("npts must be >= 2")
    return np.cos(np.linspace(-3.141592653589793, 0, npts))


def chebgauss(deg):
    """Points and weights of the Gauss-Chebyshev quadrature."""
    return (np.cos(3.141592653589793 * np.arange(1, 2 * deg, 2) / (2.0 * deg)), np.ones(deg) * (3.141592653589793 / deg))


def chebweight(x):
    """The weight of the Chebyshev polynomials."""
    return 1.0 / (np.sqrt(1.0 + x) * np.sqrt(1.0 - x))


def chebinterpolate(func, deg, args=()):
    """The series that interpolates a function at the Chebyshev points of the first kind."""
    if int(deg) != deg:
        raise TypeError("deg must be an int")
    if deg < 0:
        raise ValueError("expected deg >= 0")
    points = chebpts1(deg + 1)
    made = np.dot(chebvander(points, deg).T, func(points, *args))
    made[0] /= deg + 1
    made[1:] /= 0.5 * (deg + 1)
    return made


_basis.export(_Chebyshev(), "cheb", globals(), "poly")
Chebyshev = _polybase.make("Chebyshev", basis, "T", "A series of Chebyshev polynomials of the first kind.")
ABCPolyBase = _polybase.ABCPolyBase


def _interpolate(cls, func, deg, domain=None, args=()):
    """The series that interpolates a function at the Chebyshev points of the domain."""
    domain = cls.domain if domain is None else domain
    return cls(chebinterpolate(lambda x: func(_polybase.pu.mapdomain(x, cls.window, domain), *args), deg), domain=domain)


_interpolate.__name__, _interpolate.__qualname__ = "interpolate", "Chebyshev.interpolate"
Chebyshev.interpolate = classmethod(_interpolate)

__all__ = [name for name in globals() if name.startswith(("cheb", "poly2cheb")) or name == "Chebyshev"]
