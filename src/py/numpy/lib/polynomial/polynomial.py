"""Power series, the constant first: `polyval`, `polyfit`, ... and the class `Polynomial`."""

from numpy import _engine as np
from numpy.polynomial import _basis, _polybase
from numpy.polynomial import polyutils as pu


class _Power(_basis.Basis):
    module, domain = "polynomial", np.array([-1.0, 1.0])

    def mulx(self, c):
        """The series times x."""
        [c] = pu.as_series([c])
        if len(c) == 1 and c[0] == 0:
            return c
        return np.concatenate((c[:1] * 0, c))

    def mul(self, c1, c2):
        """The product of two series."""
        from numpy._arithmetic import convolve
        c1, c2 = pu.as_series([c1, c2])
        return pu.trimseq(convolve(c1, c2))

    def div(self, c1, c2):
        """Quotient and remainder of two series."""
        c1, c2 = pu.as_series([c1, c2])
        if c2[-1] == 0:
            raise ZeroDivisionError()
        if len(c1) < len(c2):
            return c1[:1] * 0, c1
        if len(c2) == 1:
            return c1 / c2[-1], c1[:1] * 0
        steps, scale, c2 = len(c1) - len(c2), c2[-1], c2[:-1] / c2[-1]
        i, j = steps, len(c1) - 1
        while i >= 0:
            c1[i:j] -= c2 * c1[j]
            i, j = i - 1, j - 1
        return c1[j + 1:] / scale, pu.trimseq(c1[:j + 1])

    def low(self, n):
        return 0

    def up(self, c, cx, n):
        return cx

    def _clenshaw(self, x, c):
        c0 = c[-1] + x * 0
        for i in range(2, len(c) + 1):
            c0 = c[-i] + c0 * x
        return c0

    def _der(self, c):
        steps = np.arange(1, len(c)).reshape((-1,) + (1,) * (c.ndim - 1))
        return steps * c[1:]

    def _int(self, c, made):
        made[1:] = c / np.arange(1, len(c) + 1).reshape((-1,) + (1,) * (c.ndim - 1))

    def companion(self, c):
        """The matrix whose eigenvalues are the series' roots."""
        [c] = pu.as_series([c])
        if len(c) < 2:
            raise ValueError("Series must have maximum degree of at least 1.")
        n = len(c) - 1
        made = np.zeros((n, n), dtype=c.dtype) + np.eye(n, k=-1)
        made[:, -1] -= c[:-1] / c[-1]
        return made if n > 1 else np.array([[-c[0] / c[1]]])


def polyvalfromroots(x, r, tensor=True):
    """The values of the polynomial with roots r at x."""
    r = np.array(r, ndmin=1) + 0.0
    if isinstance(x, (tuple, list)):
        x = np.asarray(x)
    if isinstance(x, np.ndarray):
        if tensor:
            r = r.reshape(r.shape + (1,) * x.ndim)
        elif x.ndim >= r.ndim:
            raise ValueError("x.ndim must be < r.ndim when tensor == False")
    return np.prod(x - r, axis=0)


_basis.export(_Power(), "poly", globals())
Polynomial = _polybase.make("Polynomial", basis, None, "A power series: Polynomial([1, 2, 3]) is 1 + 2 x + 3 x².")
ABCPolyBase = _polybase.ABCPolyBase

__all__ = [name for name in globals() if name.startswith(("poly")) or name == "Polynomial"]
