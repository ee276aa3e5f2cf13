"""Facts about dtypes: limits, kinds, and which casts to which."""

from numpy import _engine as np
from numpy._engine import can_cast


class iinfo:
    """The limits of an integer dtype."""

    def __class_getitem__(cls, item, /):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __init__(self, int_type):
        try:
            self.dtype = np.dtype(int_type)
        except TypeError:
            self.dtype = np.dtype(type(int_type))
        self.kind = self.dtype.kind
        self.bits = self.dtype.itemsize * 8
        self.key = f"{self.kind}{self.bits}"
        if self.kind not in "iu":
            raise ValueError(f"Invalid integer data type {self.kind!r}.")

    @property
    def min(self):
        """The smallest value."""
        return 0 if self.kind == "u" else -(1 << (self.bits - 1))

    @property
    def max(self):
        """The largest value."""
        return (1 << self.bits) - 1 if self.kind == "u" else (1 << (self.bits - 1)) - 1

    def __str__(self):
        rule = "-" * 63
        return (f"Machine parameters for {self.dtype}\n{rule}\nmin = {self.min}\nmax = {self.max}\n{rule}\n")

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


class finfo:
    """The limits of a floating-point dtype (of the parts, for a complex one). Source: IEEE 754."""

    # bits, significand bits stored, exponent bits, precision in decimal digits
    _FORMATS = {"float16": (16, 10, 5, 3), "float32": (32, 23, 8, 6), "float64": (64, 52, 11, 15)}

    _known = {}

    def __new__(cls, dtype):
        try:
            found = np.dtype(dtype)
        except TypeError:
            found = np.dtype(type(dtype))
        if found.kind not in "fc":
            raise ValueError(f"data type {found.type!r} not inexact")
        found = np.dtype(f"float{found.itemsize * 4}") if found.kind == "c" else found.newbyteorder("=")
        # There is one for each dtype.
        if found not in cls._known:
            made = cls._known[found] = object.__new__(cls)
            made._fill(found)
        return cls._known[found]

    def __class_getitem__(cls, item, /):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def _fill(self, dtype):
        self.dtype = dtype
        self.bits, self.nmant, self.iexp, self.precision = self._FORMATS[self.dtype.name]
        kind = self.dtype.type
        self.nexp = self.iexp
        self.machep, self.negep = -self.nmant, -self.nmant - 1
        self.maxexp = 1 << (self.iexp - 1)
        self.minexp = 2 - self.maxexp
        self.eps = kind(2.0 ** self.machep)
        self.epsneg = kind(2.0 ** self.negep)
        self.max = kind((2.0 - 2.0 ** self.machep) * 2.0 ** (self.maxexp - 1))
        self.min = -self.max
        self.smallest_normal = self.tiny = kind(2.0 ** self.minexp)
        self.smallest_subnormal = kind(2.0 ** (self.minexp + self.machep))
        self.resolution = kind(float(f"1e-{self.precision}"))

    def __repr__(self):
        largest = f"{float(self.max):.5e}" if self.bits == 16 else str(self.max)
        return f"finfo(resolution={self.resolution!s}, min=-{largest}, max={largest}, dtype={self.dtype})"

    def __str__(self):
        rule = "-" * 63
        return (
            f"Machine parameters for {self.dtype}\n{rule}\n"
            f"precision = {self.precision}   resolution = {self.resolution!s}\n"
            f"machep = {self.machep}   eps =        {self.eps!s}\n"
            f"negep =  {self.negep}   epsneg =     {self.epsneg!s}\n"
            f"minexp = {self.minexp}   tiny =       {self.tiny!s}\n"
            f"maxexp = {self.maxexp}   max =        {self.max!s}\n"
            f"nexp =   {self.iexp}   min =        -max\n"
            f"smallest_normal = {self.smallest_normal!s}   smallest_subnormal = {self.smallest_subnormal!s}\n{rule}\n"
        )


def _scalar_class(kind):
    if isinstance(kind, type) and issubclass(kind, np.generic):
        return kind
    return np.dtype(kind).type


def issubdtype(arg1, arg2):
    """Whether the first dtype lies below the second in the tree of scalar types."""
    return issubclass(_scalar_class(arg1), _scalar_class(arg2))


def isdtype(dtype, kind):
    """Whether a dtype is of a kind: a dtype, a name of the array API standard, or a tuple of them."""
    groups = {
        "bool": "b", "signed integer": "i", "unsigned integer": "u", "integral": "iu", "real floating": "f",
        "complex floating": "c", "numeric": "iufc",
    }
    dtype = np.dtype(dtype)
    for one in kind if isinstance(kind, tuple) else (kind,):
        if isinstance(one, str):
            if one not in groups:
                raise ValueError(f"kind argument is a string, but {one!r} is not a known kind name.")
            if dtype.kind in groups[one]:
                return True
        elif dtype == np.dtype(one):
            return True
    return False


def min_scalar_type(a):
    """The smallest dtype that holds a scalar; an array's own."""
    a = np.asarray(a)
    if a.ndim or a.dtype.kind in "bUSO":
        return a.dtype
    value = a.item()
    if a.dtype.kind in "fc":
        # The margins of NumPy's own test, which keep clear of what would round to infinity.
        size = max(abs(value.real), abs(value.imag))
        narrow = [("float16", 65000.0), ("float32", 3.4e38)] if a.dtype.kind == "f" else [("complex64", 3.4e38)]
        plain = size != size or size == float("inf")
        names = [name for name, most in narrow if np.dtype(name).itemsize <= a.dtype.itemsize and (plain or size < most)]
        return np.dtype(names[0]) if names else a.dtype
    names = ["int8", "int16", "int32", "int64"] if value < 0 else ["uint8", "uint16", "uint32", "uint64"]
    return next(np.dtype(name) for name in names if iinfo(name).min <= value <= iinfo(name).max)


def mintypecode(typechars, typeset="GDFgdf", default="d"):
    """The type code that all of some codes can be cast to."""
    codes = [code if isinstance(code, str) else np.asarray(code).dtype.char for code in typechars]
    within = [code for code in codes if code in typeset]
    if not within:
        return default
    if "F" in within and "d" in within:
        return "D"
    return min(within, key="GDFgdf".index)


def typename(char):
    """What a type code stands for, in words."""
    names = {
        "S1": "character", "?": "bool", "b": "signed char", "B": "unsigned char", "h": "short", "H": "unsigned short", "i": "integer",
        "I": "unsigned integer", "l": "long integer", "L": "unsigned long integer", "q": "long long integer",
        "Q": "unsigned long long integer", "f": "single precision", "d": "double precision",
        "g": "long precision", "F": "complex single precision", "D": "complex double precision",
        "G": "complex long double precision", "S": "string", "U": "unicode", "V": "void", "O": "object",
    }
    return names[char]
