"""`masked`, the one masked element there is, and `mvoid`, an element of a structured masked array."""

import warnings

import numpy as np
from numpy import ndarray

from ._array import MaskedArray
from ._masks import flatten_mask, nomask
from ._printing import masked_print_option, object_dtype, put_option


def warn_of_nan():
    """Says that a masked element became nan."""
    warnings.warn("Warning: converting a masked element to nan.", stacklevel=3)


class MaskedConstant(MaskedArray):
    """The class of `masked`."""

    def __new__(cls):
        if "_singleton" not in cls.__dict__:
            made = _frozen(cls)
            cls._singleton = made
        return cls._singleton

    def _is_singleton(self):
        """Whether this is the one instance, or will be."""
        return type(self).__dict__.get("_singleton", self) is self

    def __array_finalize__(self, obj):
        if self._is_singleton():
            super().__array_finalize__(obj)
        else:
            # A view of `masked` is a masked array as any other.
            self.__class__ = MaskedArray
            MaskedArray.__array_finalize__(self, obj)

    def __array_wrap__(self, obj, context=None, return_scalar=False):
        return self.view(MaskedArray).__array_wrap__(obj, context)

    def __str__(self):
        return str(masked_print_option._display)

    def __repr__(self):
        return "masked" if self is MaskedConstant._singleton else object.__repr__(self)

    def __format__(self, format_spec):
        try:
            return object.__format__(self, format_spec)
        except TypeError:
            warnings.warn("Format strings passed to MaskedConstant are ignored, but in future may error or produce "
                          "different behavior", FutureWarning, stacklevel=2)
            return object.__format__(self, "")

    def __reduce__(self):
        return self.__class__, ()

    def _unchanged(self, other):
        """`masked` again: an operator in place changes nothing."""
        return self

    __iadd__ = __isub__ = __imul__ = __ifloordiv__ = __itruediv__ = __ipow__ = _unchanged

    def copy(self, *args, **kwargs):
        """`masked` itself."""
        return self

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __setattr__(self, name, value):
        if "_singleton" not in type(self).__dict__ or not self._is_singleton():
            super().__setattr__(name, value)
        else:
            raise AttributeError(f"attributes of {self!r} are not writeable")


def _frozen(cls):
    data, mask = np.array(0.0), np.array(True)
    data.flags.writeable = mask.flags.writeable = False
    made = MaskedArray(data, mask=mask).view(cls)
    made.__dict__["_mask"] = mask
    return made


class mvoid(MaskedArray):
    """An element of a structured masked array: its fields, each masked or not."""

    def __new__(self, data, mask=nomask, dtype=None, fill_value=None, hardmask=False, copy=False, subok=True):
        data = np.array(data, copy=True if copy else None, subok=subok, dtype=dtype)
        made = ndarray.view(data, self)
        made._hardmask = hardmask
        if mask is not nomask:
            made._mask = mask if isinstance(mask, np.void) else np.array(mask, dtype=made._mask.dtype).reshape(-1)[0]
        if fill_value is not None:
            made.fill_value = fill_value
        return made

    @property
    def _data(self):
        return super()._data[()]

    def __getitem__(self, index):
        mask = self._mask
        part = mask[index] if mask is not nomask else nomask
        if isinstance(part, ndarray):
            return MaskedArray(data=self._data[index], mask=part, fill_value=self.fill_value[index],
                               hard_mask=self._hardmask)
        return masked if np.any(flatten_mask(part)) else self._data[index]

    def __setitem__(self, index, value):
        if value is masked and self.dtype[index].kind in "iu":
            int(value)
        self._data[index] = value
        if self._hardmask:
            self._mask[index] |= getattr(value, "_mask", False)
        else:
            self._mask[index] = getattr(value, "_mask", False)

    def __str__(self):
        if self._mask is nomask:
            return str(self._data)
        shown = ndarray.view(self, ndarray).astype(object_dtype(self.dtype))
        put_option(shown, self._mask)
        return str(shown[()])

    __repr__ = __str__

    def __iter__(self):
        if self._mask is nomask:
            yield from self._data
            return
        for value, mask in zip(self._data, self._mask):
            yield masked if np.any(flatten_mask(mask)) else value

    def __len__(self):
        return len(self.dtype)

    def filled(self, fill_value=None):
        """The element with its masked fields filled."""
        return MaskedArray(np.array(self._data), mask=np.array(self._mask), fill_value=self._fill_value).filled(
            fill_value)[()]

    def tolist(self):
        """The fields as a tuple, None for a masked one."""
        if self._mask is nomask:
            return self._data.tolist()
        return tuple([None if mask else value.item() if hasattr(value, "item") else value
                      for value, mask in zip(self._data, self._mask)])


for _class in (MaskedConstant, mvoid):
    _class.__module__ = "numpy.ma.core"

masked = masked_singleton = MaskedConstant()
