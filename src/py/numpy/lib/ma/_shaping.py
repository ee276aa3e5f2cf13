"""Methods that move elements without changing them: what they do to the data they do to the mask."""

import numpy as np
from numpy import ndarray

from ._masks import getmask, is_masked_array, nomask


def _moved(name):
    """The method `name` of arrays, on data and mask."""
    def method(self, *args, **params):
        result = getattr(self._data, name)(*args, **params).view(type(self))
        result._update_from(self)
        if self._mask is not nomask:
            result._mask = getattr(self._mask, name)(*args, **params)
        return result

    method.__name__ = name
    method.__doc__ = f"As that of arrays, the mask as well: see `numpy.ndarray.{name}`."
    return method


class Shaping:
    """The methods of MaskedArray that move elements."""

    copy, diagonal, flatten, repeat, squeeze, swapaxes, transpose = [
        _moved(name) for name in "copy diagonal flatten repeat squeeze swapaxes transpose".split()]

    @property
    def T(self):
        """The array with its axes reversed."""
        return self.transpose()

    @property
    def mT(self):
        """The array with its last two axes exchanged."""
        if self.ndim < 2:
            raise ValueError("matrix transpose with ndim < 2 is undefined")
        return self.swapaxes(-2, -1)

    def ravel(self, order="C"):
        """The array in one dimension."""
        # Masks are reported in the order of the data in memory, that is not C's where `order` is "K" or "A".
        if order in "kKaA":
            order = "F" if self._data.flags.fnc else "C"
        result = ndarray.ravel(self._data, order=order).view(type(self))
        result._update_from(self)
        if self._mask is not nomask:
            result._mask = ndarray.ravel(self._mask, order=order).reshape(result.shape)
        else:
            result._mask = nomask
        return result

    def reshape(self, *s, **kwargs):
        """The array in another shape."""
        kwargs.update(order=kwargs.get("order", "C"))
        result = self._data.reshape(*s, **kwargs).view(type(self))
        result._update_from(self)
        if self._mask is not nomask:
            result._mask = self._mask.reshape(*s, **kwargs)
        return result

    def resize(self, newshape, refcheck=True, order=False):
        """Not there: a masked array cannot grow in place."""
        raise ValueError("A masked array does not own its data and therefore cannot be resized.\n"
                         "Use the numpy.ma.resize function instead.")

    def compress(self, condition, axis=None, out=None):
        """The slices where the condition is true."""
        condition = np.asarray(condition)
        result = self._data.compress(condition, axis=axis, out=out).view(type(self))
        result._update_from(self)
        if self._mask is not nomask:
            result._mask = self._mask.compress(condition, axis=axis)
        return result

    def take(self, indices, axis=None, out=None, mode="raise"):
        """The elements at these places; a masked place gives a masked element."""
        hidden = getmask(indices)
        if hidden is not nomask:
            indices = indices.filled(0)
        if out is None:
            out = self._data.take(indices, axis=axis, mode=mode)[...].view(type(self))
        else:
            np.take(self._data, indices, axis=axis, mode=mode, out=out)
        if is_masked_array(out):
            if self._mask is nomask:
                mask = hidden
            else:
                mask = self._mask.take(indices, axis=axis, mode=mode)
                mask |= hidden
            out.__setmask__(mask)
        return out[()]
