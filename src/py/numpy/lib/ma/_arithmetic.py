"""Ufuncs on masked arrays: which element of a result is masked, and what stands under the mask.

A table names each function, its domain (what of its arguments it cannot take) and its fill; from it come the
functions of `numpy.ma`. The operators of MaskedArray, and what `numpy`'s own ufuncs do with one, are `_operators`'.
"""

import numpy as np
from numpy import ndarray

from ._masks import MaskError, getdata, getmask, getmaskarray, make_mask, mask_or, nomask

_TINY = np.finfo(float).tiny


def _outside(test):
    """A domain: a function that is True where its argument is outside."""
    def domain(*args):
        with np.errstate(all="ignore"):
            return test(*args)
    return domain


_below_zero = _outside(lambda x: x < 0.0)
_not_above_zero = _outside(lambda x: x <= 0.0)
_beyond_one = _outside(lambda x: np.logical_or(x > 1.0, x < -1.0))
_near_one = _outside(lambda x: np.logical_or(x > 1.0 - 1e-15, x < -1.0 + 1e-15))
_below_one = _outside(lambda x: x < 1.0)
_poles = _outside(lambda x: np.abs(np.cos(x)) < 1e-35)
_too_small = _outside(lambda a, b: np.abs(a) * _TINY >= np.abs(b))

# Name: the domain, and what stands for a masked argument where one must.
_UNARY = {
    "exp": (None, 0.0), "conjugate": (None, 0.0), "sin": (None, 0.0), "cos": (None, 0.0), "arctan": (None, 0.0),
    "arcsinh": (None, 0.0), "sinh": (None, 0.0), "cosh": (None, 0.0), "tanh": (None, 0.0), "absolute": (None, 0.0),
    "fabs": (None, 0.0), "negative": (None, 0.0), "floor": (None, 0.0), "ceil": (None, 0.0), "logical_not": (None, 0.0),
    "sqrt": (_below_zero, 0.0), "log": (_not_above_zero, 1.0), "log2": (_not_above_zero, 1.0),
    "log10": (_not_above_zero, 1.0), "tan": (_poles, 0.0), "arcsin": (_beyond_one, 0.0), "arccos": (_beyond_one, 0.0),
    "arccosh": (_below_one, 1.0), "arctanh": (_near_one, 0.0),
}
# Name: the fills of the two arguments.
_BINARY = {
    "add": (0, 0), "subtract": (0, 0), "multiply": (1, 1), "arctan2": (0.0, 1.0), "equal": (0, 0), "not_equal": (0, 0),
    "less_equal": (0, 0), "greater_equal": (0, 0), "less": (0, 0), "greater": (0, 0), "logical_and": (1, 1),
    "logical_or": (0, 0), "logical_xor": (0, 0), "bitwise_and": (0, 0), "bitwise_or": (0, 0), "bitwise_xor": (0, 0),
    "hypot": (0, 0),
}
_DIVISION = {
    "divide": (0, 1), "true_divide": (0, 1), "floor_divide": (0, 1), "remainder": (0, 1), "fmod": (0, 1), "mod": (0, 1),
}
_NO_IDENTITY = "equal not_equal less_equal greater_equal less greater".split()

DOMAINS, FILLS = {}, {}


def _element(result, mask):
    from ._scalars import masked
    return masked if mask else result


def quiet():
    """No warnings: what is out of its domain is masked."""
    return np.errstate(divide="ignore", invalid="ignore")


class _MaskedUFunc:
    """A ufunc that knows masks."""

    def __init__(self, ufunc):
        self.f = ufunc
        self.__name__ = self.__qualname__ = ufunc.__name__
        self.__doc__ = getattr(ufunc, "__doc__", "")

    def __str__(self):
        return f"Masked version of {self.f}"


class _MaskedUnaryOperation(_MaskedUFunc):
    """A ufunc of one argument: the result is masked where the argument is, or where it is outside the domain."""

    def __init__(self, mufunc, fill=0, domain=None):
        super().__init__(mufunc)
        self.fill, self.domain = fill, domain
        DOMAINS[mufunc], FILLS[mufunc] = domain, fill

    def __call__(self, a, *args, **kwargs):
        data, mask = getdata(a), getmask(a)
        with quiet():
            result = self.f(data, *args, **kwargs)
        if self.domain is not None:
            outside = np.logical_or(np.logical_not(np.isfinite(result)), self.domain(data))
            mask = outside if mask is nomask else np.logical_or(outside, mask)
        if not np.ndim(result):
            return _element(result, mask)
        if mask is not nomask:
            try:
                np.copyto(result, data, where=mask)
            except TypeError:
                pass
        return _dressed(result, mask, a)


class _MaskedBinaryOperation(_MaskedUFunc):
    """A ufunc of two arguments: the result is masked where either argument is."""

    def __init__(self, mbfunc, fillx=0, filly=0):
        super().__init__(mbfunc)
        self.fillx, self.filly = fillx, filly
        DOMAINS[mbfunc], FILLS[mbfunc] = None, (fillx, filly)

    def __call__(self, a, b, *args, **kwargs):
        first, second = getdata(a), getdata(b)
        with quiet():
            result = self.f(first, second, *args, **kwargs)
        mask_a, mask_b = getmask(a), getmask(b)
        if mask_a is nomask and mask_b is nomask:
            mask = nomask
        else:
            mask = np.logical_or(getmaskarray(a), getmaskarray(b))
        if not np.ndim(result):
            return _element(result, mask)
        if mask is not nomask and mask.any():
            _put(result, first, mask)
        return _dressed(result, mask, a, b)

    def reduce(self, target, axis=0, dtype=None):
        """The ufunc over an axis; masked where all that it meets is."""
        from ._array import filled
        mask, data = getmask(target), filled(target, self.filly)
        if not data.shape:
            data = data.reshape(1)
            mask = nomask if mask is nomask else make_mask(mask, copy=True).reshape(1)
        if mask is nomask:
            result, folded = self.f.reduce(data, axis, dtype=dtype), nomask
        else:
            result = self.f.reduce(data, axis, dtype=dtype)
            folded = np.logical_and.reduce(mask, axis)
        if not np.ndim(result):
            return _element(result, folded)
        return _viewed(result, folded, target)

    def outer(self, a, b):
        """The ufunc of each element of `a` with each of `b`."""
        first, second = getdata(a), getdata(b)
        result = self.f.outer(first, second)
        mask = nomask
        if getmask(a) is not nomask or getmask(b) is not nomask:
            mask = np.logical_or.outer(getmaskarray(a), getmaskarray(b))
        if not np.ndim(result):
            return _element(result, mask)
        if mask is not nomask:
            np.copyto(result, np.reshape(first, np.shape(first) + (1,) * np.ndim(second)), where=mask)
        return _viewed(result, nomask if mask is nomask else mask, a, b)

    def accumulate(self, target, axis=0):
        """The ufunc of each element with all before it; masked elements count as the fill."""
        from ._array import filled
        return _viewed(self.f.accumulate(filled(target, self.filly), axis), nomask, target)


class _DomainedBinaryOperation(_MaskedUFunc):
    """A ufunc of two arguments with a domain."""

    def __init__(self, dbfunc, domain, fillx=0, filly=0):
        super().__init__(dbfunc)
        self.fillx, self.filly, self.domain = fillx, filly, domain
        DOMAINS[dbfunc], FILLS[dbfunc] = domain, (fillx, filly)

    def __call__(self, a, b, *args, **kwargs):
        first, second = getdata(a), getdata(b)
        with quiet():
            result = self.f(first, second, *args, **kwargs)
            mask = np.logical_not(np.isfinite(result))
            mask = np.logical_or(mask, self.domain(first, second))
        mask = np.logical_or(np.logical_or(mask, getmask(a)), getmask(b))
        if not np.ndim(result):
            return _element(result, mask)
        _put(result, 0, mask)
        if np.can_cast(first.dtype, result.dtype, casting="safe"):
            _put(result, first, mask)
        return _dressed(result, mask, a, b)


def _put(result, data, mask):
    try:
        np.copyto(result, data, casting="unsafe", where=mask)
    except Exception:
        pass


def _viewed(result, mask, *operands):
    from ._array import get_masked_subclass
    made = result.view(get_masked_subclass(*operands))
    made._mask = mask
    return made


def _dressed(result, mask, *operands):
    """A result with its mask, and what else the first masked operand has."""
    from ._array import MaskedArray
    made = _viewed(result, mask, *operands)
    for operand in operands:
        if isinstance(operand, MaskedArray):
            made._update_from(operand)
            break
    else:
        if len(operands) == 1:
            made._update_from(operands[0])
    return made


FUNCTIONS = {name: _MaskedUnaryOperation(getattr(np, name), fill, domain) for name, (domain, fill) in _UNARY.items()}
FUNCTIONS.update([(name, _MaskedBinaryOperation(getattr(np, name), *fills)) for name, fills in _BINARY.items()])
FUNCTIONS.update([
    (name, _DomainedBinaryOperation(getattr(np, name), _too_small, *fills)) for name, fills in _DIVISION.items()])
FUNCTIONS["abs"] = FUNCTIONS["absolute"]
FUNCTIONS["angle"] = _MaskedUnaryOperation(np.angle)
FUNCTIONS["around"] = _MaskedUnaryOperation(np.round)
for _name in _NO_IDENTITY:
    FUNCTIONS[_name].reduce = None
for _class in (_MaskedUFunc, _MaskedUnaryOperation, _MaskedBinaryOperation, _DomainedBinaryOperation):
    _class.__module__ = "numpy.ma.core"


def power(a, b, third=None):
    """`a ** b`, masked where that is not finite."""
    from ._array import MaskedArray, get_masked_subclass
    from ._scalars import masked
    if third is not None:
        raise MaskError("3-argument power not supported.")
    mask = mask_or(getmask(a), getmask(b))
    base, exponent = getdata(a), getdata(b)
    kind = get_masked_subclass(a, b) if isinstance(a, MaskedArray) or isinstance(b, MaskedArray) else MaskedArray
    with quiet():
        raised = np.power(base, exponent)
        result = np.where(mask, base, raised) if mask is not nomask else np.asanyarray(raised)
    result = result.view(kind)
    result._update_from(a)
    invalid = np.logical_not(np.isfinite(result.view(ndarray)))
    if mask is not nomask:
        if not result.ndim:
            return masked
        result._mask = np.logical_or(mask, invalid)
    if invalid.any():
        if not result.ndim:
            return masked
        if result._mask is nomask:
            result._mask = invalid
        result._data[invalid] = result.fill_value
    return result
