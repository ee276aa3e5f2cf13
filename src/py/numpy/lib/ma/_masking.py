"""The mask of a masked array as an attribute: read, set, hardened, shared."""

import numpy as np
from numpy import ndarray

from ._masks import make_mask_descr, make_mask_none, nomask, shrunk, structured_mask, union


class Masking:
    """What MaskedArray says of its mask."""

    @property
    def mask(self):
        """True where an element is masked; `nomask` where none is."""
        return self._mask if self._mask is nomask else self._mask.view()

    @mask.setter
    def mask(self, value):
        self.__setmask__(value)

    def __setmask__(self, mask, copy=False):
        from ._scalars import masked
        kind = make_mask_descr(self.dtype)
        if mask is masked:
            mask = True
        current = self._mask
        if current is nomask:
            if mask is nomask:
                return
            current = self._mask = make_mask_none(self.shape, self.dtype)
        if kind.names is not None:
            mask = structured_mask(mask, kind, True if copy else None)
            if self._hardmask:
                union(current, np.broadcast_to(mask, current.shape), current)
                mask = None
        elif self._hardmask:
            current |= mask
            mask = None
        if mask is not None:
            if not np.ndim(mask) or isinstance(mask, (int, float, np.bool_, np.number)):
                current[...] = mask
            else:
                current.flat = mask
        if current.shape and current.shape != self.shape:
            current.shape = self.shape

    _set_mask = __setmask__

    @property
    def recordmask(self):
        """True where every field of an element is masked."""
        mask = ndarray.view(self._mask, ndarray) if self._mask is not nomask else nomask
        if mask is nomask or mask.dtype.names is None:
            return mask
        return np.all(_flat_fields(mask), axis=-1)

    @recordmask.setter
    def recordmask(self, mask):
        raise NotImplementedError("Coming soon: setting the mask per records!")

    @property
    def hardmask(self):
        """Whether an assignment leaves masked elements masked."""
        return self._hardmask

    def harden_mask(self):
        """Lets no assignment unmask an element."""
        self._hardmask = True
        return self

    def soften_mask(self):
        """Lets an assignment unmask an element."""
        self._hardmask = False
        return self

    @property
    def sharedmask(self):
        """Whether the mask is that of another array too."""
        return self._sharedmask

    def unshare_mask(self):
        """Gives the array a mask of its own."""
        if self._sharedmask:
            self._mask = self._mask.copy()
            self._sharedmask = False
        return self

    def shrink_mask(self):
        """Drops a mask that masks nothing."""
        if self._mask is not nomask:
            self._mask = shrunk(self._mask)
        return self


def _flat_fields(mask):
    """The fields of a structured mask beside one another in a last dimension."""
    parts = []
    for name in mask.dtype.names:
        part = mask[name]
        part = _flat_fields(part) if part.dtype.names is not None else part.reshape(mask.shape + (-1,))
        parts.append(part)
    return np.concatenate(parts, axis=-1)
