"""HermiteE series: `hermeval`, `hermefit`, ... and the class `HermiteE`."""

from numpy import _engine as np
from numpy.polynomial import _basis, _orthogonal, _polybase

_basis.export(_orthogonal.HermiteE(), "herme", globals(), "poly")
hermegauss = basis.gauss
HermiteE = _polybase.make("HermiteE", basis, "He", "A series of HermiteE polynomials.")
ABCPolyBase = _polybase.ABCPolyBase
pu = _polybase.pu


def hermeweight(x):
    """The weight of the polynomials."""
    return np.exp(-0.5 * x ** 2)

__all__ = [name for name in globals() if name.startswith(("herme", "poly2herme")) or name == "HermiteE"]
