"""Orders of masked arrays: what is masked comes last, or first where `endwith` is False."""

import warnings

import numpy as np
from numpy import ndarray

from ._fills import maximum_fill_value, minimum_fill_value
from ._masks import nomask
from ._reductions import NOT_GIVEN



class MaskedArrayFutureWarning(FutureWarning):
    """A warning of what masked arrays will do otherwise."""


MaskedArrayFutureWarning.__module__ = "numpy.ma.core"


def sorting_axis(array):
    """The axis that `argsort` takes where none is given: NumPy still flattens what has more than one."""
    if array.ndim <= 1:
        return -1
    warnings.warn("In the future the default for argsort will be axis=-1, not the current None, to match its "
                  "documentation and np.argsort. Explicitly pass -1 or None to silence this warning.",
                  MaskedArrayFutureWarning, stacklevel=3)
    return None


class Sorting:
    """The sorting methods of MaskedArray."""

    def argsort(self, axis=NOT_GIVEN, kind=None, order=None, endwith=True, fill_value=None, *, stable=False):
        """The places of the elements in order."""
        if stable:
            raise ValueError("`stable` parameter is not supported for masked arrays.")
        if axis is NOT_GIVEN:
            axis = sorting_axis(self)
        if fill_value is None:
            if not endwith:
                fill_value = maximum_fill_value(self)
            elif self.dtype.kind == "f":
                fill_value = np.nan
            else:
                fill_value = minimum_fill_value(self)
        return self.filled(fill_value).argsort(axis=axis, kind=kind, order=order)

    def sort(self, axis=-1, kind=None, order=None, endwith=True, fill_value=None, *, stable=False):
        """Sorts in place."""
        if stable:
            raise ValueError("`stable` parameter is not supported for masked arrays.")
        from ._array import MaskedArray
        from ._scalars import masked
        if self._mask is nomask:
            ndarray.sort(self, axis=axis, kind=kind, order=order)
            return
        if self is masked:
            return
        places = self.argsort(axis=axis, kind=kind, order=order, fill_value=fill_value, endwith=endwith)
        if axis is None:
            axis, places = 0, places.reshape(self.shape)
        self[...] = MaskedArray(np.take_along_axis(np.asarray(self), places, axis=axis),
                                mask=np.take_along_axis(self._mask, places, axis=axis))

    def partition(self, *args, **kwargs):
        """As that of arrays: the mask is not looked at."""
        warnings.warn(f"Warning: 'partition' will ignore the 'mask' of the {self.__class__.__name__}.", stacklevel=2)
        return ndarray.partition(self, *args, **kwargs)

    def argpartition(self, *args, **kwargs):
        """As that of arrays: the mask is not looked at."""
        warnings.warn(f"Warning: 'argpartition' will ignore the 'mask' of the {self.__class__.__name__}.", stacklevel=2)
        return ndarray.argpartition(self, *args, **kwargs)
