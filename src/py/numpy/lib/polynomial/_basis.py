"""One family of polynomials: what NumPy's modules `polynomial`, `chebyshev`, `legendre`, ... have in common.

A family is known by its recurrence: how a series is multiplied by x, summed, derived and integrated. The functions
of a module (`polyadd`, `chebval`, ...) are the methods here under the module's prefix.
"""

import warnings

from numpy import _engine as np
from numpy.exceptions import RankWarning
from numpy.polynomial import polyutils as pu


def _index(value, what):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"{what} must be an integer, received {value}") from None


class Basis:
    """A family; subclasses say `mulx`, `_der`, `_int`, `low`, `up` and `end`."""

    def __init__(self):
        self.zero, self.one = np.array([0]), np.array([1])
        self.x = self.line(0, 1)

    def low(self, n):
        """The factor of the second but last coefficient in Clenshaw's step n."""
        return 1

    def up(self, c, cx, n):
        """What step n makes of a coefficient and of its product with x."""
        return 2 * cx

    def end(self, c, cx):
        """The polynomial of degree 1, times c."""
        return cx

    def line(self, off, scl):
        """The series of `off + scl * x`."""
        return np.array([off, scl]) if scl != 0 else np.array([off])

    def trim(self, c, tol=0):
        """Without trailing coefficients up to `tol`."""
        return pu.trimcoef(c, tol)

    def add(self, c1, c2):
        """The sum of two series."""
        return pu.combine(c1, c2, 1)

    def sub(self, c1, c2):
        """The difference of two series."""
        return pu.combine(c1, c2, -1)

    def mul(self, c1, c2):
        """The product of two series."""
        c1, c2 = pu.as_series([c1, c2])
        c, xs = (c2, c1) if len(c1) > len(c2) else (c1, c2)
        if len(c) == 1:
            c0, c1 = c[0] * xs, 0
        elif len(c) == 2:
            c0, c1 = c[0] * xs, c[1] * xs
        else:
            n = len(c)
            c0, c1 = c[-2] * xs, c[-1] * xs
            for i in range(3, len(c) + 1):
                last, n = c0, n - 1
                c0 = self.sub(c[-i] * xs, c1 * self.low(n))
                c1 = pu.combine(last, self._series_up(c1, n), 1)
        return self.add(c0, self._series_up(c1, None))

    def _series_up(self, c, n):
        # `up` and `end` are linear: applied to a series and to its product with x.
        if not getattr(c, "ndim", 0):
            c = np.array([float(c)])
        cx = self.mulx(c)
        c = np.concatenate((c, np.zeros(len(cx) - len(c), c.dtype)))
        return self.end(c, cx) if n is None else self.up(c, cx, n)

    def div(self, c1, c2):
        """Quotient and remainder of two series."""
        c1, c2 = pu.as_series([c1, c2])
        if c2[-1] == 0:
            raise ZeroDivisionError()
        if len(c1) < len(c2):
            return c1[:1] * 0, c1
        if len(c2) == 1:
            return c1 / c2[-1], c1[:1] * 0
        quotient = np.empty(len(c1) - len(c2) + 1, dtype=c1.dtype)
        rest = c1
        for i in range(len(c1) - len(c2), -1, -1):
            p = self.mul([0] * i + [1], c2)
            q = rest[-1] / p[-1]
            rest = rest[:-1] - q * p[:-1]
            quotient[i] = q
        return quotient, pu.trimseq(rest)

    def pow(self, c, pow, maxpower=16):
        """A series multiplied by itself."""
        [c] = pu.as_series([c])
        power = int(pow)
        if power != pow or power < 0:
            raise ValueError("Power must be a non-negative integer.")
        if maxpower is not None and power > maxpower:
            raise ValueError("Power is too large")
        if power == 0:
            return np.array([1], dtype=c.dtype)
        made = c
        for _ in range(power - 1):
            made = self.mul(made, c)
        return made

    def val(self, x, c, tensor=True):
        """The values of a series at x."""
        c = np.array(c, ndmin=1)
        if c.dtype.kind in "?bBhHiIlLqQpPiub":
            c = c + 0.0
        if isinstance(x, (tuple, list)):
            x = np.asarray(x)
        if isinstance(x, np.ndarray) and tensor:
            c = c.reshape(c.shape + (1,) * x.ndim)
        return self._clenshaw(x, c)

    def _clenshaw(self, x, c):
        if len(c) == 1:
            c0, c1 = c[0], 0
        else:
            n = len(c)
            c0, c1 = c[-2], c[-1]
            for i in range(3, len(c) + 1):
                last, n = c0, n - 1
                c0 = c[-i] - self.less(c1, n)
                c1 = last + self.times(c1, x, n)
        return c0 + self.times(c1, x, None)

    def less(self, c, n):
        """What a step of the recurrence takes away."""
        return c * self.low(n)

    def times(self, c, x, n):
        """A step of the recurrence at x; the last where n is None. Integers stay such for as long as in NumPy."""
        return self.end(c, c * x) if n is None else self.up(c, c * x, n)

    def _valnd(self, c, *args):
        args = [np.asarray(a) for a in args]
        if any(a.shape != args[0].shape for a in args):
            raise ValueError("x, y, z are incompatible" if len(args) == 3 else "x, y are incompatible")
        c = self.val(args[0], c)
        for x in args[1:]:
            c = self.val(x, c, tensor=False)
        return c

    def val2d(self, x, y, c):
        """The values of a series in two variables."""
        return self._valnd(c, x, y)

    def val3d(self, x, y, z, c):
        """The values of a series in three variables."""
        return self._valnd(c, x, y, z)

    def grid2d(self, x, y, c):
        """The values of a series on the grid of x and y."""
        return self.val(y, self.val(x, c))

    def grid3d(self, x, y, z, c):
        """The values of a series on the grid of x, y and z."""
        return self.val(z, self.val(y, self.val(x, c)))

    def der(self, c, m=1, scl=1, axis=0):
        """The m-th derivative."""
        c = np.array(c, ndmin=1, copy=True)
        if c.dtype.kind in "biu":
            c = c + 0.0
        m = _index(m, "the order of derivation")
        if m < 0:
            raise ValueError("The order of derivation must be non-negative")
        axis = _index(axis, "the axis")
        if m == 0:
            return c
        c = np.moveaxis(c, axis, 0)
        if m >= len(c):
            c = c[:1] * 0
        else:
            for _ in range(m):
                c = self._der(c * scl)
        return np.moveaxis(c, 0, axis)

    def int(self, c, m=1, k=[], lbnd=0, scl=1, axis=0):
        """The m-th antiderivative; `k` are the constants."""
        c = np.array(c, ndmin=1, copy=True)
        if c.dtype.kind in "biu":
            c = c + 0.0
        k = list(k) if hasattr(k, "__iter__") else [k]
        m = _index(m, "the order of integration")
        if m < 0:
            raise ValueError("The order of integration must be non-negative")
        if len(k) > m:
            raise ValueError("Too many integration constants")
        for name, value in (("lbnd", lbnd), ("scl", scl)):
            if np.asarray(value).ndim != 0:
                raise ValueError(f"{name} must be a scalar.")
        axis = _index(axis, "the axis")
        if m == 0:
            return c
        c = np.moveaxis(c, axis, 0)
        k = k + [0] * (m - len(k))
        for i in range(m):
            c = c * scl
            if len(c) == 1 and np.all(c[0] == 0):
                c[0] += k[i]
            else:
                made = np.zeros((len(c) + 1,) + c.shape[1:], dtype=c.dtype)
                self._int(c, made)
                made[0] += k[i] - self.val(lbnd, made)
                c = made
        return np.moveaxis(c, 0, axis)

    def vander(self, x, deg):
        """The values of the polynomials up to a degree, along a new last axis."""
        deg = _index(deg, "deg")
        if deg < 0:
            raise ValueError("deg must be non-negative")
        x = np.array(x, ndmin=1) + 0.0
        rows = [x * 0 + 1]
        if deg > 0:
            rows.append(self.end(rows[0], x))
        for n in range(2, deg + 1):
            rows.append(self.up(rows[-1], rows[-1] * x, n) - rows[-2] * self.low(n))
        return np.moveaxis(np.stack(rows), 0, -1)

    def _vandernd(self, points, degrees):
        if len(points) != len(degrees):
            raise ValueError(f"Expected {len(points)} dimensions of degrees, got {len(degrees)}")
        points = [np.asarray(x) + 0.0 for x in points]
        made = self.vander(points[0], degrees[0])
        for x, deg in zip(points[1:], degrees[1:]):
            more = self.vander(x, deg)
            made = made[..., None] * more.reshape(more.shape[:-1] + (1,) * (made.ndim - more.ndim + 1) + more.shape[-1:])
        return made.reshape(made.shape[:-len(degrees)] + (-1,))

    def vander2d(self, x, y, deg):
        """The products of the polynomials in x and y."""
        return self._vandernd((x, y), deg)

    def vander3d(self, x, y, z, deg):
        """The products of the polynomials in x, y and z."""
        return self._vandernd((x, y, z), deg)

    def companion(self, c):
        """The matrix whose eigenvalues are the series' roots."""
        [c] = pu.as_series([c])
        if len(c) < 2:
            raise ValueError("Series must have maximum degree of at least 1.")
        if len(c) == 2:
            return np.array([[self._root(c)]])
        n = len(c) - 1
        made = np.zeros((n, n), dtype=c.dtype)
        diagonal, beside, last = self._scaled(c, n)
        made.reshape(-1)[::n + 1] = diagonal
        made.reshape(-1)[1::n + 1] = made.reshape(-1)[n::n + 1] = beside
        made[:, -1] -= last
        return made

    def _root(self, c):
        """Where a series of degree 1 is zero."""
        return -c[0] / c[1]

    def _scaled(self, c, n):
        """Of the companion matrix whose basis is scaled so that the matrix is symmetric but for its last column: the
        diagonal, what stands beside it, and what is taken from the last column."""
        raise NotImplementedError(self.module)

    def roots(self, c):
        """Where the series is zero."""
        from numpy.linalg import eigvals
        [c] = pu.as_series([c])
        if len(c) < 2:
            return np.array([], dtype=c.dtype)
        if len(c) == 2:
            return np.array([self._root(c)])
        found = eigvals(self.companion(c)[::-1, ::-1])
        found.sort()
        return found

    def fromroots(self, roots):
        """The series with these roots."""
        if len(roots) == 0:
            return np.ones(1)
        [roots] = pu.as_series([roots], trim=False)
        roots.sort()
        p = [self.line(-r, 1) for r in roots]
        n = len(p)
        while n > 1:
            m, odd = divmod(n, 2)
            q = [self.mul(p[i], p[i + m]) for i in range(m)]
            if odd:
                q[0] = self.mul(q[0], p[-1])
            p, n = q, m
        return p[0]

    def fit(self, x, y, deg, rcond=None, full=False, w=None):
        """The series of degree `deg` (or of the degrees in a list) closest to points, by least squares."""
        from numpy.linalg import lstsq
        x, y, degrees = np.asarray(x) + 0.0, np.asarray(y) + 0.0, np.asarray(deg)
        if degrees.ndim > 1 or degrees.dtype.kind not in "iu" or degrees.size == 0:
            raise TypeError("deg must be an int or non-empty 1-D array of int")
        if degrees.min() < 0:
            raise ValueError("expected deg >= 0")
        if x.ndim != 1:
            raise TypeError("expected 1D vector for x")
        if x.size == 0:
            raise TypeError("expected non-empty vector for x")
        if y.ndim < 1 or y.ndim > 2:
            raise TypeError("expected 1D or 2D array for y")
        if len(x) != len(y):
            raise TypeError("expected x and y to have same length")
        left = self.vander(x, int(degrees.max()))
        order = left.shape[-1]
        if degrees.ndim:
            degrees = np.sort(degrees)
            left = left[:, degrees]
        left, right = left.T, y.T
        if w is not None:
            w = np.asarray(w) + 0.0
            if w.ndim != 1:
                raise TypeError("expected 1D vector for w")
            if len(x) != len(w):
                raise TypeError("expected x and w to have same length")
            left, right = left * w, right * w
        if rcond is None:
            rcond = len(x) * np.spacing(np.ones((), x.dtype))
        scale = np.sqrt(np.square(np.abs(left)).sum(1))
        scale[scale == 0] = 1
        c, residuals, rank, s = lstsq(left.T / scale, right.T, rcond)
        c = (c.T / scale).T
        if degrees.ndim:
            wide = np.zeros((order,) + c.shape[1:], dtype=c.dtype)
            wide[degrees] = c
            c = wide
        if rank != left.shape[0] and not full:
            warnings.warn("The fit may be poorly conditioned", RankWarning, stacklevel=2)
        return (c, [residuals, rank, s, rcond]) if full else c

    def of_power(self, pol):
        """The series of a power series."""
        [pol] = pu.as_series([pol])
        made = 0
        for i in range(len(pol) - 1, -1, -1):
            made = self.add(self.mulx(made) if hasattr(made, "ndim") else made, pol[i])
        return made

    def to_power(self, c):
        """The power series of a series."""
        from numpy.polynomial.polynomial import basis as power
        [c] = pu.as_series([c])
        n = len(c)
        if n < 2:
            return c
        made = np.zeros(1, c.dtype)
        rows = [np.array([1.0]), self.end(np.array([1.0, 0.0]), np.array([0.0, 1.0]))]
        for k in range(2, n):
            last = np.concatenate((rows[-1], [0.0]))
            shifted = np.concatenate(([0.0], rows[-1]))
            rows.append(power.sub(self.up(last, shifted, k), rows[-2] * self.low(k)))
        for factor, row in zip(c, rows):
            made = pu.combine(made, factor * row, 1)
        return made


def export(basis, prefix, namespace, power=None):
    """Puts a family's functions into a module under its prefix."""
    names = "add sub mul mulx div pow val val2d val3d grid2d grid3d der int line vander vander2d vander3d companion " \
        "roots fromroots fit trim zero one x"
    for name in names.split():
        namespace[prefix + name] = getattr(basis, name)
    namespace[prefix + "domain"] = basis.domain
    namespace["basis"] = basis
    if power:
        namespace[f"{prefix}2{power}"], namespace[f"{power}2{prefix}"] = basis.to_power, basis.of_power
