"""Hermite series: `hermval`, `hermfit`, ... and the class `Hermite`."""

from numpy import _engine as np
from numpy.polynomial import _basis, _orthogonal, _polybase

_basis.export(_orthogonal.Hermite(), "herm", globals(), "poly")
hermgauss = basis.gauss
Hermite = _polybase.make("Hermite", basis, "H", "A series of Hermite polynomials.")
ABCPolyBase = _polybase.ABCPolyBase
pu = _polybase.pu


def hermweight(x):
    """The weight of the polynomials."""
    return np.exp(-x ** 2)

__all__ = [name for name in globals() if name.startswith(("herm", "poly2herm")) or name == "Hermite"]
