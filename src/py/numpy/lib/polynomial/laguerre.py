"""Laguerre series: `lagval`, `lagfit`, ... and the class `Laguerre`."""

from numpy import _engine as np
from numpy.polynomial import _basis, _orthogonal, _polybase

_basis.export(_orthogonal.Laguerre(), "lag", globals(), "poly")
laggauss = basis.gauss
Laguerre = _polybase.make("Laguerre", basis, "L", "A series of Laguerre polynomials.")
ABCPolyBase = _polybase.ABCPolyBase
pu = _polybase.pu


def lagweight(x):
    """The weight of the polynomials."""
    return np.exp(-x)

__all__ = [name for name in globals() if name.startswith(("lag", "poly2lag")) or name == "Laguerre"]
