"""The Legendre, Laguerre and Hermite families by their recurrences."""

from numpy import _engine as np
from numpy.polynomial import _basis
from numpy.polynomial import polyutils as pu


class _Recurrent(_basis.Basis):
    domain = np.array([-1.0, 1.0])

    def mulx(self, c):
        """The series times x."""
        [c] = pu.as_series([c])
        if len(c) == 1 and c[0] == 0:
            return c
        made = np.zeros(len(c) + 1, dtype=c.dtype)
        for i, value in enumerate(c):
            below, same, above = self.times_x(i)
            made[i + 1] += value * above
            made[i] += value * same
            if i:
                made[i - 1] += value * below
        return made

    def gauss(self, deg):
        """Points and weights of the family's Gauss quadrature, of degree `deg`."""
        from numpy.linalg import eigvalsh
        count = deg.__index__()
        if count <= 0:
            raise ValueError("deg must be a positive integer")
        matrix = np.zeros((count, count))
        for i in range(count):
            matrix[i, i] = self.times_x(i)[1]
            if i + 1 < count:
                off = (self.times_x(i)[2] * self.times_x(i + 1)[0]) ** 0.5
                matrix[i, i + 1] = matrix[i + 1, i] = off
        x = eigvalsh(matrix)
        last = [0] * count + [1]
        x -= self.val(x, last) / self.val(x, self.der(last))
        slope = self.val(x, self.der(last))
        before = self.val(x, last[1:])
        slope /= np.abs(slope).max()
        before /= np.abs(before).max()
        w = 1 / (before * slope)
        if self.symmetric:
            w, x = (w + w[::-1]) / 2, (x - x[::-1]) / 2
        return x, w * (self.area / w.sum())


class Legendre(_Recurrent):
    module, symmetric, area = "legendre", True, 2.0

    def times_x(self, n):
        return n / (2 * n + 1), 0, (n + 1) / (2 * n + 1)

    def low(self, n):
        return (n - 1) / n

    def _scaled(self, c, n):
        scale = 1.0 / np.sqrt(2 * np.arange(n) + 1)
        return 0, np.arange(1, n) * scale[:-1] * scale[1:], c[:-1] / c[-1] * (scale / scale[-1]) * (n / (2 * n - 1))

    def up(self, c, cx, n):
        return cx * ((2 * n - 1) / n)

    def _der(self, c):
        n = len(c) - 1
        made = np.empty((n,) + c.shape[1:], dtype=c.dtype)
        for j in range(n, 2, -1):
            made[j - 1] = (2 * j - 1) * c[j]
            c[j - 2] += c[j]
        if n > 1:
            made[1] = 3 * c[2]
        made[0] = c[1]
        return made

    def _int(self, c, made):
        made[1] = c[0]
        if len(c) > 1:
            made[2] = c[1] / 3
        for j in range(2, len(c)):
            made[j + 1] = c[j] / (2 * j + 1)
            made[j - 1] -= c[j] / (2 * j + 1)


class Laguerre(_Recurrent):
    module, symmetric, area = "laguerre", False, 1.0
    domain = np.array([0.0, 1.0])

    def line(self, off, scl):
        """The series of `off + scl * x`."""
        return np.array([off + scl, -scl]) if scl != 0 else np.array([off])

    def times_x(self, n):
        return -n, 2 * n + 1, -(n + 1)

    def _root(self, c):
        return 1 + c[0] / c[1]

    def _scaled(self, c, n):
        return 2.0 * np.arange(n) + 1.0, -np.arange(1, n), -(c[:-1] / c[-1] * n)

    def low(self, n):
        return (n - 1) / n

    def up(self, c, cx, n):
        return ((2 * n - 1) * c - cx) / n

    def end(self, c, cx):
        return c - cx

    def less(self, c, n):
        return c * (n - 1) / n

    def times(self, c, x, n):
        return c * (1 - x) if n is None else c * (2 * n - 1 - x) / n

    def _der(self, c):
        n = len(c) - 1
        made = np.empty((n,) + c.shape[1:], dtype=c.dtype)
        for j in range(n, 1, -1):
            made[j - 1] = -c[j]
            c[j - 1] += c[j]
        made[0] = -c[1]
        return made

    def _int(self, c, made):
        made[0], made[1] = c[0], -c[0]
        for j in range(1, len(c)):
            made[j] += c[j]
            made[j + 1] = -c[j]


class Hermite(_Recurrent):
    module, symmetric, area = "hermite", True, 3.141592653589793 ** 0.5

    def line(self, off, scl):
        """The series of `off + scl * x`."""
        return np.array([off, scl / 2]) if scl != 0 else np.array([off])

    def times_x(self, n):
        return n, 0, 0.5

    def _root(self, c):
        return -0.5 * c[0] / c[1]

    def _scaled(self, c, n):
        scale = np.multiply.accumulate(np.append(1.0, 1.0 / np.sqrt(2.0 * np.arange(n - 1, 0, -1))))[::-1]
        return 0, np.sqrt(0.5 * np.arange(1, n)), scale * c[:-1] / (2.0 * c[-1])

    def low(self, n):
        return 2 * (n - 1)

    def end(self, c, cx):
        return 2 * cx

    def times(self, c, x, n):
        return c * (x * 2)

    def _der(self, c):
        return (2 * np.arange(1, len(c)).reshape((-1,) + (1,) * (c.ndim - 1))) * c[1:]

    def _int(self, c, made):
        made[1:] = c / (2 * np.arange(1, len(c) + 1).reshape((-1,) + (1,) * (c.ndim - 1)))


class HermiteE(_Recurrent):
    module, symmetric, area = "hermite_e", True, (2 * 3.141592653589793) ** 0.5

    def times_x(self, n):
        return n, 0, 1.0

    def _scaled(self, c, n):
        scale = np.multiply.accumulate(np.append(1.0, 1.0 / np.sqrt(np.arange(n - 1, 0, -1))))[::-1]
        return 0, np.sqrt(np.arange(1, n)), scale * c[:-1] / c[-1]

    def low(self, n):
        return n - 1

    def up(self, c, cx, n):
        return cx

    def _der(self, c):
        return np.arange(1, len(c)).reshape((-1,) + (1,) * (c.ndim - 1)) * c[1:]

    def _int(self, c, made):
        made[1:] = c / np.arange(1, len(c) + 1).reshape((-1,) + (1,) * (c.ndim - 1))
