"""Operators for classes that answer ufuncs."""

from numpy import _engine as np

__all__ = ["NDArrayOperatorsMixin"]


def _declines(other):
    """Whether an operand wants no ufuncs."""
    try:
        return other.__array_ufunc__ is None
    except AttributeError:
        return False


def _named(method, name):
    method.__name__ = f"__{name}__"
    return method


def _binary(ufunc, name):
    def forward(self, other):
        return NotImplemented if _declines(other) else ufunc(self, other)

    return _named(forward, name)


def _reflected(ufunc, name):
    def backward(self, other):
        return NotImplemented if _declines(other) else ufunc(other, self)

    return _named(backward, f"r{name}")


def _in_place(ufunc, name):
    def into(self, other):
        return ufunc(self, other, out=(self,))

    return _named(into, f"i{name}")


def _unary(ufunc, name):
    def of(self):
        return ufunc(self)

    return _named(of, name)


def _all(ufunc, name):
    return _binary(ufunc, name), _reflected(ufunc, name), _in_place(ufunc, name)


class NDArrayOperatorsMixin:
    """All operators of numbers by ufuncs: a class that defines `__array_ufunc__` needs no more."""

    __slots__ = ()

    __lt__ = _binary(np.less, "lt")
    __le__ = _binary(np.less_equal, "le")
    __eq__ = _binary(np.equal, "eq")
    __ne__ = _binary(np.not_equal, "ne")
    __gt__ = _binary(np.greater, "gt")
    __ge__ = _binary(np.greater_equal, "ge")
    __add__, __radd__, __iadd__ = _all(np.add, "add")
    __sub__, __rsub__, __isub__ = _all(np.subtract, "sub")
    __mul__, __rmul__, __imul__ = _all(np.multiply, "mul")
    __matmul__, __rmatmul__, __imatmul__ = _all(np.matmul, "matmul")
    __truediv__, __rtruediv__, __itruediv__ = _all(np.true_divide, "truediv")
    __floordiv__, __rfloordiv__, __ifloordiv__ = _all(np.floor_divide, "floordiv")
    __mod__, __rmod__, __imod__ = _all(np.remainder, "mod")
    __divmod__, __rdivmod__ = _binary(np.divmod, "divmod"), _reflected(np.divmod, "divmod")
    __pow__, __rpow__, __ipow__ = _all(np.power, "pow")
    __lshift__, __rlshift__, __ilshift__ = _all(np.left_shift, "lshift")
    __rshift__, __rrshift__, __irshift__ = _all(np.right_shift, "rshift")
    __and__, __rand__, __iand__ = _all(np.bitwise_and, "and")
    __xor__, __rxor__, __ixor__ = _all(np.bitwise_xor, "xor")
    __or__, __ror__, __ior__ = _all(np.bitwise_or, "or")
    __neg__ = _unary(np.negative, "neg")
    __pos__ = _unary(np.positive, "pos")
    __abs__ = _unary(np.absolute, "abs")
    __invert__ = _unary(np.invert, "invert")
