"""Polynomials as NumPy had them first: coefficients from the highest power down, and the class `poly1d`."""

import warnings

from numpy import _engine as np
from numpy._arithmetic import allclose, convolve
from numpy._basics import trim_zeros
from numpy.exceptions import RankWarning


def poly(seq_of_zeros):
    """The coefficients of the polynomial with these roots, or of a square matrix's characteristic polynomial."""
    from numpy.linalg import eigvals
    zeros = np.atleast_1d(seq_of_zeros)
    if zeros.ndim == 2 and zeros.shape[0] == zeros.shape[1] and zeros.shape[0] != 0:
        zeros = eigvals(zeros)
    elif zeros.ndim == 1:
        zeros = zeros.astype(np.result_type(zeros.dtype, "f4") if zeros.dtype.kind in "fc" else "f8")
    else:
        raise ValueError("input must be 1d or non-empty square 2d array.")
    if len(zeros) == 0:
        return 1.0
    a = np.ones((1,), dtype=zeros.dtype)
    for zero in zeros:
        a = convolve(a, np.array([1, -zero], dtype=zeros.dtype))
    if a.dtype.kind == "c" and np.all(np.sort(zeros) == np.sort(zeros.conjugate())):
        a = a.real.copy()
    return a


def roots(p):
    """The roots of the polynomial with these coefficients, as eigenvalues of its companion matrix."""
    from numpy.linalg import eigvals
    p = np.atleast_1d(p)
    if p.ndim != 1:
        raise ValueError("Input must be a rank-1 array.")
    used = np.nonzero(p)[0]
    if len(used) == 0:
        return np.array([])
    trailing = len(p) - used[-1] - 1
    p = p[int(used[0]):int(used[-1]) + 1]
    if p.dtype.kind not in "fc":
        p = p.astype(float)
    found = np.array([])
    if len(p) > 1:
        companion = np.diag(np.ones((len(p) - 2,), p.dtype), -1)
        companion[0, :] = -p[1:] / p[0]
        found = eigvals(companion)
    return np.concatenate((found, np.zeros(int(trailing), found.dtype)))


def polyint(p, m=1, k=None):
    """The m-th antiderivative; `k` are the constants, the highest power's first."""
    m = int(m)
    if m < 0:
        raise ValueError("Order of integral must be positive (see polyder)")
    k = np.atleast_1d(np.zeros(m, float) if k is None else k)
    if len(k) == 1 and m > 1:
        k = k[0] * np.ones(m, float)
    if len(k) < m:
        raise ValueError("k must be a scalar or a rank-1 array of length 1 or >m.")
    made = np.asarray(p)
    for step in range(m):
        made = np.concatenate((made / np.arange(len(made), 0, -1), [k[step]]))
    return poly1d(made) if isinstance(p, poly1d) else made


def polyder(p, m=1):
    """The m-th derivative."""
    m = int(m)
    if m < 0:
        raise ValueError("Order of derivative must be positive (see polyint)")
    made = np.asarray(p)
    for _ in range(m):
        made = made[:-1] * np.arange(len(made) - 1, 0, -1)
    return poly1d(made) if isinstance(p, poly1d) else made


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The coefficients of the polynomial of degree `deg` closest to the points, by least squares.

    full=True adds residuals, rank, singular values and rcond; cov=True (or 'unscaled') the covariance matrix; `w`
    are weights of the points.
    """
    from numpy.linalg import inv, lstsq
    order = int(deg) + 1
    x, y = np.asarray(x) + 0.0, np.asarray(y) + 0.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    if rcond is None:
        rcond = np.float64(len(x) * (2.0 ** -23 if x.dtype == np.dtype("float32") else 2.0 ** -52))
    left, right = np.vander(x, order), y
    if w is not None:
        w = np.asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError("expected a 1-d array for weights")
        if w.shape[0] != y.shape[0]:
            raise TypeError("expected w and y to have the same length")
        left = left * w[:, None]
        right = right * (w[:, None] if right.ndim == 2 else w)
    scale = np.sqrt((left * left).sum(axis=0))
    left = left / scale
    c, residuals, rank, s = lstsq(left, right, rcond)
    c = (c.T / scale).T
    if rank != order and not full:
        warnings.warn("Polyfit may be poorly conditioned", RankWarning, stacklevel=2)
    if full:
        return c, residuals, rank, s, rcond
    if not cov:
        return c
    base = inv(np.dot(left.T, left))
    base = base / np.multiply.outer(scale, scale)
    if isinstance(cov, str) and cov == "unscaled":
        factor = 1
    else:
        if len(x) <= order:
            raise ValueError("the number of data points must exceed order to scale the covariance matrix")
        factor = residuals / (len(x) - order)
    return c, base * factor if y.ndim == 1 else base[:, :, None] * factor


def polyval(p, x):
    """The polynomial's values at x."""
    p = np.asarray(p)
    if isinstance(x, poly1d):
        y = 0
    else:
        x = np.asarray(x)
        y = np.zeros_like(x)
    for coefficient in p:
        y = y * x + coefficient
    return y


def _both(first, second, operation):
    made = operation(np.atleast_1d(first), np.atleast_1d(second))
    return poly1d(made) if isinstance(first, poly1d) or isinstance(second, poly1d) else made


def _aligned(operation):
    def apply(a, b):
        missing = len(b) - len(a)
        if missing > 0:
            a = np.concatenate((np.zeros(missing, a.dtype), a))
        elif missing < 0:
            b = np.concatenate((np.zeros(-missing, b.dtype), b))
        return operation(a, b)
    return apply


def polyadd(a1, a2):
    """The sum of two polynomials."""
    return _both(a1, a2, _aligned(np.add))


def polysub(a1, a2):
    """The difference of two polynomials."""
    return _both(a1, a2, _aligned(np.subtract))


def polymul(a1, a2):
    """The product of two polynomials."""
    return _both(poly1d(a1), poly1d(a2), convolve) if isinstance(a1, poly1d) or isinstance(a2, poly1d) else \
        convolve(poly1d(a1).coeffs, poly1d(a2).coeffs)


def polydiv(u, v):
    """Quotient and remainder of two polynomials."""
    wrapped = isinstance(u, poly1d) or isinstance(v, poly1d)
    u, v = np.atleast_1d(u) + 0.0, np.atleast_1d(v) + 0.0
    dtype = (u[0] + v[0]).dtype
    m, n = len(u) - 1, len(v) - 1
    scale = 1.0 / v[0]
    q = np.zeros((m - n + 1 if m > n else 1,), dtype)
    r = u.astype(dtype)
    for k in range(m - n + 1):
        d = scale * r[k]
        q[k] = d
        r[k:k + n + 1] -= d * v
    while len(r) > 1 and allclose(r[0], 0, rtol=1e-14):
        r = r[1:]
    return (poly1d(q), poly1d(r)) if wrapped else (q, r)


def _raised(text):
    """Two lines for each line of text, the upper one for the powers behind `**`."""
    shown, upper, lower = " ", "", ""
    parts = text.split("**")
    rest = parts.pop()
    powers = []
    for following in parts[1:] + [rest]:
        digits = len(following) - len(following.lstrip("0123456789"))
        powers.append((following[:digits], following[digits:]))
    if not parts:
        return shown + upper + "\n" + lower + text
    part = parts[0]
    for power, after in powers:
        add_lower, add_upper = part + " " * (len(power) - 1), " " * (len(part) - 1) + power
        if len(lower) + len(add_lower) > 70 or len(upper) + len(add_upper) > 70:
            shown += upper + "\n" + lower + "\n "
            upper, lower = "", ""
        upper, lower = upper + add_upper, lower + add_lower
        part = after
    return shown + upper + "\n" + lower + part


class poly1d:
    """A polynomial in one variable: poly1d([1, 2, 3]) is x**2 + 2 x + 3; poly1d([1, 2], True) has the roots 1 and 2.

    `c` coefficients, `r` roots, `o` order; p(x) values; p[k] the coefficient of x**k; + - * / ** work.
    """

    __module__ = "numpy"
    __hash__ = None

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            self._variable, self._coeffs = c_or_r._variable, c_or_r._coeffs
            if variable is not None:
                self._variable = variable
            return
        c = np.atleast_1d(poly(c_or_r) if r else c_or_r)
        if c.ndim > 1:
            raise ValueError("Polynomial must be 1d only.")
        c = trim_zeros(c, trim="f")
        self._coeffs = c if len(c) else np.zeros(1, dtype=c.dtype)
        self._variable = "x" if variable is None else variable

    @property
    def coeffs(self):
        """The coefficients, from the highest power down."""
        return self._coeffs

    @coeffs.setter
    def coeffs(self, value):
        if value is not self._coeffs:
            raise AttributeError("Cannot set attribute")

    c = coef = coefficients = coeffs

    @property
    def variable(self):
        """The name of the variable."""
        return self._variable

    @property
    def order(self):
        """The degree."""
        return len(self._coeffs) - 1

    o = order

    @property
    def roots(self):
        """Where the polynomial is zero."""
        return roots(self._coeffs)

    r = roots

    def __array__(self, t=None, copy=None):
        return np.asarray(self.coeffs) if t is None else np.asarray(self.coeffs, dtype=t)

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __len__(self):
        return self.order

    def __str__(self):
        coefficients, text = self.coeffs, "0"
        # A coefficient that was set to zero since leads no more.
        coefficients = coefficients[np.logical_or.accumulate(coefficients != 0)]
        power = len(coefficients) - 1

        def shown(number):
            digits = "%.4g" % number
            return digits[:-5] if digits.endswith(".0000") else digits

        for k, value in enumerate(coefficients):
            if value.imag == 0:
                digits = shown(value.real)
            elif value.real == 0:
                digits = f"{shown(value.imag)}j"
            else:
                digits = f"({shown(value.real)} + {shown(value.imag)}j)"
            at = power - k
            if at == 0:
                term = digits if digits != "0" or k == 0 else ""
            elif digits == "0":
                term = ""
            else:
                term = f"{digits} {self.variable}" + (f"**{at}" if at > 1 else "")
            if k == 0:
                text = term
            elif term:
                text += f" - {term[1:]}" if term.startswith("-") else f" + {term}"
        return _raised(text)

    def __call__(self, val):
        return polyval(self.coeffs, val)

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __pos__(self):
        return self

    def __mul__(self, other):
        if _is_number(other):
            return poly1d(self.coeffs * other)
        return poly1d(polymul(self.coeffs, poly1d(other).coeffs))

    __rmul__ = __mul__

    def __add__(self, other):
        return poly1d(polyadd(self.coeffs, poly1d(other).coeffs))

    __radd__ = __add__

    def __pow__(self, val):
        if not _is_number(val) or int(val) != val or val < 0:
            raise ValueError("Power to non-negative integers only.")
        made = [1]
        for _ in range(val):
            made = polymul(self.coeffs, made)
        return poly1d(made)

    def __sub__(self, other):
        return poly1d(polysub(self.coeffs, poly1d(other).coeffs))

    def __rsub__(self, other):
        return poly1d(polysub(poly1d(other).coeffs, self.coeffs))

    def __truediv__(self, other):
        if _is_number(other):
            return poly1d(self.coeffs / other)
        return polydiv(self, poly1d(other))

    def __rtruediv__(self, other):
        if _is_number(other):
            return poly1d(other / self.coeffs)
        return polydiv(poly1d(other), self)

    def __eq__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        return self.coeffs.shape == other.coeffs.shape and (self.coeffs == other.coeffs).all()

    def __ne__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        return not self.__eq__(other)

    def __getitem__(self, val):
        at = self.order - val
        return self.coeffs[at] if 0 <= val <= self.order else self.coeffs.dtype.type(0)

    def __setitem__(self, key, val):
        if key < 0:
            raise ValueError("Does not support negative powers.")
        if key > self.order:
            self._coeffs = np.concatenate((np.zeros(key - self.order, self.coeffs.dtype), self.coeffs))
        self._coeffs[self.order - key] = val

    def __iter__(self):
        return iter(self.coeffs)

    def integ(self, m=1, k=0):
        """The m-th antiderivative."""
        return poly1d(polyint(self.coeffs, m=m, k=k))

    def deriv(self, m=1):
        """The m-th derivative."""
        return poly1d(polyder(self.coeffs, m=m))


def _is_number(value):
    import numbers
    return isinstance(value, (np.generic, numbers.Number))
