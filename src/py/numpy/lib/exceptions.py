"""Exceptions and warnings that only NumPy raises."""

from numpy._engine import AxisError, ComplexWarning, DTypePromotionError, VisibleDeprecationWarning

__all__ = [
    "AxisError", "ComplexWarning", "DTypePromotionError", "ModuleDeprecationWarning", "RankWarning",
    "TooHardError", "VisibleDeprecationWarning",
]


class ModuleDeprecationWarning(DeprecationWarning):
    """A module is deprecated."""


class RankWarning(RuntimeWarning):
    """A matrix is rank deficient."""


class TooHardError(RuntimeError):
    """A problem would take too long to solve exactly."""


def _numbers(error):
    """The axis and the number of axes an error speaks of: given as such, or found in its message."""
    args = error.args
    if len(args) >= 2 and args[1] is not None:
        return args[0], args[1]
    import re
    found = re.search(r"axis (-?\d+) is out of bounds for array of dimension (\d+)$", str(args[0]) if args else "")
    return tuple([int(number) for number in found.groups()]) if found else (None, None)


def _text(error):
    args = error.args
    if len(args) < 2 or args[1] is None:
        return str(args[0]) if args else ""
    text = f"axis {args[0]} is out of bounds for array of dimension {args[1]}"
    return f"{args[2]}: {text}" if len(args) > 2 and args[2] is not None else text


def _shown(error):
    """As NumPy raises it: axis, dimensions and what stands before the sentence."""
    axis, ndim = _numbers(error)
    if len(error.args) != 1 or axis is None:
        return Exception.__repr__(error)
    prefix = error.args[0].partition("axis ")[0].removesuffix(": ") or None
    return f"AxisError({axis}, {ndim}, {prefix!r})"


def _take(error, axis, ndim=None, msg_prefix=None):
    error.args = (axis,) if ndim is None and msg_prefix is None else (axis, ndim) if msg_prefix is None else (
        axis, ndim, msg_prefix)


AxisError.__init__ = _take
AxisError.axis = property(lambda error: _numbers(error)[0])
AxisError.ndim = property(lambda error: _numbers(error)[1])
AxisError.__str__ = _text
AxisError.__repr__ = _shown
