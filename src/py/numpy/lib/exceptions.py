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
