"""The class behind `Polynomial`, `Chebyshev` and the others: a series with its domain, window and symbol."""

import numbers

from numpy import _engine as np
from numpy.polynomial import polyutils as pu

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class ABCPolyBase:
    """A series in a family of polynomials, of x mapped from `domain` to `window`."""

    __hash__ = None
    __array_ufunc__ = None
    maxpower = 100
    basis_name = None
    _use_unicode = True

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        [self.coef] = pu.as_series([coef], trim=False)
        self.domain, self.window = self.family.domain, self.family.domain
        for name, given in (("domain", domain), ("window", window)):
            if given is not None:
                [given] = pu.as_series([given], trim=False)
                if len(given) != 2:
                    raise ValueError(f"{name.capitalize()} has wrong number of elements.")
                setattr(self, name, given)
        if not isinstance(symbol, str):
            raise TypeError("Symbol must be a non-empty string")
        if not symbol.isidentifier():
            raise ValueError("Symbol string must be a valid Python identifier")
        self._symbol = symbol

    @property
    def symbol(self):
        """The name of the variable."""
        return self._symbol

    def _like(self, coef, domain=None):
        return self.__class__(coef, self.domain if domain is None else domain, self.window, self.symbol)

    def __repr__(self):
        coef, domain, window = repr(self.coef)[6:-1], repr(self.domain)[6:-1], repr(self.window)[6:-1]
        return f"{self.__class__.__name__}({coef}, domain={domain}, window={window}, symbol='{self.symbol}')"

    def __format__(self, fmt_str):
        if fmt_str == "":
            return str(self)
        if fmt_str not in ("ascii", "unicode"):
            raise ValueError(f"Unsupported format string '{fmt_str}' passed to {self.__class__}.__format__. "
                             "Valid options are 'ascii' and 'unicode'")
        return self._text(fmt_str == "unicode")

    def __str__(self):
        return self._text(self._use_unicode)

    def _term(self, power, argument, unicode):
        name = self.basis_name
        if unicode:
            if name is None:
                return f"·{argument}" + (power.translate(_SUPERSCRIPTS) if power != "1" else "")
            return f"·{name}{power.translate(_SUBSCRIPTS)}({argument})"
        if name is None:
            return f" {argument}" + (f"**{power}" if power != "1" else "")
        return f" {name}_{power}({argument})"

    def _text(self, unicode):
        width = np.get_printoptions().get("linewidth", 75)
        if width < 1:
            width = 1
        text = pu.format_float(self.coef[0])
        off, scale = self.mapparms()
        argument = self.symbol
        if scale != 1:
            argument = pu.format_float(scale) + argument
        if off != 0:
            argument = f"{pu.format_float(off)} + {argument}"
        if argument != self.symbol:
            argument = f"({argument})"
        for i, coefficient in enumerate(self.coef[1:], 1):
            try:
                sign, size = ("+", coefficient) if coefficient >= 0 else ("-", -coefficient)
                term = f"{sign} {pu.format_float(size, parens=True)}"
            except TypeError:
                # Objects without an order.
                term = f"+ {coefficient}"
            text += " "
            term += self._term(str(i), argument, unicode)
            length = len(text.split("\n")[-1]) + len(term) + (2 if i < len(self.coef) - 1 else 0)
            text += term.replace(" ", "\n", 1) if length >= width else term
        return text

    def _repr_latex_(self):
        """The series as a formula of LaTeX, which notebooks show."""
        def number(value, parens=False):
            return rf"\text{{{pu.format_float(value, parens=parens)}}}"

        off, scale = self.mapparms()
        argument = self.symbol if scale == 1 else number(scale) + self.symbol
        if off != 0:
            argument = f"{number(off)} + {argument}"
        mapped, parts = argument != self.symbol, []
        for i, coefficient in enumerate(self.coef):
            if i == 0:
                part = number(coefficient)
            elif not isinstance(coefficient, numbers.Real):
                part = f" + ({number(coefficient)})"
            elif coefficient >= 0:
                part = f" + {number(coefficient, parens=True)}"
            else:
                part = f" - {number(-coefficient, parens=True)}"
            term = self._latex_term(i, argument, mapped)
            part = rf"{part}\,{term}" if term else part
            parts.append(rf"\color{{LightGray}}{{{part}}}" if coefficient == 0 else part)
        return rf"${self.symbol} \mapsto {''.join(parts) or '0'}$"

    def _latex_term(self, i, argument, mapped):
        if self.basis_name is not None:
            return f"{{{self.basis_name}}}_{{{i}}}({argument})"
        argument = rf"\left({argument}\right)" if mapped else argument
        return "" if i == 0 else argument if i == 1 else f"{argument}^{{{i}}}"

    def has_samecoef(self, other):
        """Whether the coefficients are the same."""
        return len(self.coef) == len(other.coef) and bool(np.all(self.coef == other.coef))

    def has_samedomain(self, other):
        """Whether the domains are the same."""
        return bool(np.all(self.domain == other.domain))

    def has_samewindow(self, other):
        """Whether the windows are the same."""
        return bool(np.all(self.window == other.window))

    def has_sametype(self, other):
        """Whether the classes are the same."""
        return isinstance(other, self.__class__)

    def _coefficients(self, other):
        if not isinstance(other, ABCPolyBase):
            return other
        if not isinstance(other, self.__class__):
            raise TypeError("Polynomial types differ")
        if not self.has_samedomain(other):
            raise TypeError("Domains differ")
        if not self.has_samewindow(other):
            raise TypeError("Windows differ")
        if self.symbol != other.symbol:
            raise ValueError("Polynomial symbols differ")
        return other.coef

    def __call__(self, arg):
        return self.family.val(pu.mapdomain(arg, self.domain, self.window), self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __len__(self):
        return len(self.coef)

    def __neg__(self):
        return self._like(-self.coef)

    def __pos__(self):
        return self

    def _combine(self, other, operation, reversed=False):
        other = self._coefficients(other)
        try:
            return self._like(operation(other, self.coef) if reversed else operation(self.coef, other))
        except (TypeError, ValueError):
            return NotImplemented

    def __add__(self, other):
        return self._combine(other, self.family.add)

    def __sub__(self, other):
        return self._combine(other, self.family.sub)

    def __mul__(self, other):
        return self._combine(other, self.family.mul)

    def __radd__(self, other):
        return self._combine(other, self.family.add, True)

    def __rsub__(self, other):
        return self._combine(other, self.family.sub, True)

    def __rmul__(self, other):
        return self._combine(other, self.family.mul, True)

    def __truediv__(self, other):
        import numbers
        if not isinstance(other, (numbers.Number, np.generic)) or isinstance(other, bool):
            raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
        return self.__floordiv__(other)

    def __floordiv__(self, other):
        made = self.__divmod__(other)
        return made if made is NotImplemented else made[0]

    def __mod__(self, other):
        made = self.__divmod__(other)
        return made if made is NotImplemented else made[1]

    def __divmod__(self, other):
        quotient, rest = self.family.div(self.coef, self._coefficients(other))
        return self._like(quotient), self._like(rest)

    def __rdivmod__(self, other):
        quotient, rest = self.family.div(other, self.coef)
        return self._like(quotient), self._like(rest)

    def __rfloordiv__(self, other):
        return self.__rdivmod__(other)[0]

    def __rmod__(self, other):
        return self.__rdivmod__(other)[1]

    def __rtruediv__(self, other):
        return NotImplemented

    def __pow__(self, other):
        return self._like(self.family.pow(self.coef, other, maxpower=self.maxpower))

    def __eq__(self, other):
        return (isinstance(other, self.__class__) and np.all(self.domain == other.domain)
                and np.all(self.window == other.window) and self.coef.shape == other.coef.shape
                and np.all(self.coef == other.coef) and self.symbol == other.symbol)

    def __ne__(self, other):
        return not self.__eq__(other)

    def copy(self):
        """A copy."""
        return self._like(self.coef)

    def degree(self):
        """The degree of the series."""
        return len(self) - 1

    def cutdeg(self, deg):
        """Without the terms above a degree."""
        return self.truncate(deg + 1)

    def trim(self, tol=0):
        """Without trailing coefficients up to `tol`."""
        return self._like(pu.trimcoef(self.coef, tol))

    def truncate(self, size):
        """The first `size` terms."""
        count = int(size)
        if count != size or count < 1:
            raise ValueError("size must be a positive integer")
        return self._like(self.coef if count >= len(self.coef) else self.coef[:count])

    def convert(self, domain=None, kind=None, window=None):
        """The same function as another kind of series, or in another domain or window."""
        if kind is None:
            kind = self.__class__
        if domain is None:
            domain = kind.domain
        if window is None:
            window = kind.window
        return self(kind.identity(domain, window=window, symbol=self.symbol))

    def mapparms(self):
        """Offset and scale of the map from domain to window."""
        return pu.mapparms(self.domain, self.window)

    def integ(self, m=1, k=[], lbnd=None):
        """The m-th antiderivative."""
        off, scl = self.mapparms()
        lbnd = 0 if lbnd is None else off + scl * lbnd
        return self._like(self.family.int(self.coef, m, k, lbnd, 1.0 / scl))

    def deriv(self, m=1):
        """The m-th derivative."""
        return self._like(self.family.der(self.coef, m, self.mapparms()[1]))

    def roots(self):
        """Where the series is zero."""
        return pu.mapdomain(self.family.roots(self.coef), self.window, self.domain)

    def linspace(self, n=100, domain=None):
        """`n` points of the domain, and the series' values there."""
        domain = self.domain if domain is None else domain
        x = np.linspace(domain[0], domain[1], n)
        return x, self(x)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol="x"):
        """The series closest to points, by least squares; the domain is that of the points by default."""
        if domain is None:
            domain = pu.getdomain(x)
            if domain[0] == domain[1]:
                domain[0] -= 1
                domain[1] += 1
        elif type(domain) is list and len(domain) == 0:
            domain = cls.domain
        if window is None:
            window = cls.window
        found = cls.family.fit(pu.mapdomain(x, domain, window), y, deg, w=w, rcond=rcond, full=full)
        if full:
            return cls(found[0], domain=domain, window=window, symbol=symbol), found[1]
        return cls(found, domain=domain, window=window, symbol=symbol)

    @classmethod
    def fromroots(cls, roots, domain=[], window=None, symbol="x"):
        """The series with these roots."""
        [roots] = pu.as_series([roots], trim=False)
        if domain is None:
            domain = pu.getdomain(roots)
        elif type(domain) is list and len(domain) == 0:
            domain = cls.domain
        if window is None:
            window = cls.window
        off, scl = pu.mapparms(domain, window)
        coef = cls.family.fromroots(off + scl * roots) / scl ** len(roots)
        return cls(coef, domain=domain, window=window, symbol=symbol)

    @classmethod
    def identity(cls, domain=None, window=None, symbol="x"):
        """The series of x itself."""
        domain = cls.domain if domain is None else domain
        window = cls.window if window is None else window
        off, scl = pu.mapparms(window, domain)
        return cls(cls.family.line(off, scl), domain, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol="x"):
        """The polynomial of a degree."""
        degree = int(deg)
        if degree != deg or degree < 0:
            raise ValueError("deg must be non-negative integer")
        return cls([0] * degree + [1], domain, window, symbol)

    @classmethod
    def cast(cls, series, domain=None, window=None):
        """A series of any kind as one of this kind."""
        domain = cls.domain if domain is None else domain
        window = cls.window if window is None else window
        return series.convert(domain, cls, window)


def make(name, family, basis_name, doc):
    """The class of a family."""
    return type(name, (ABCPolyBase,), {
        "__doc__": doc, "__module__": f"numpy.polynomial.{family.module}", "family": family, "basis_name": basis_name,
        "domain": family.domain, "window": family.domain,
    })
