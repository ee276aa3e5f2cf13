"""Legendre series: `legval`, `legfit`, ... and the class `Legendre`."""

from numpy import _engine as np
from numpy.polynomial import _basis, _orthogonal, _polybase

_basis.export(_orthogonal.Legendre(), "leg", globals(), "poly")
leggauss = basis.gauss
Legendre = _polybase.make("Legendre", basis, "P", "A series of Legendre polynomials.")
ABCPolyBase = _polybase.ABCPolyBase
pu = _polybase.pu


def legweight(x):
    """The weight of the polynomials."""
    return 1.0 + x * 0.0

__all__ = [name for name in globals() if name.startswith(("leg", "poly2leg")) or name == "Legendre"]
