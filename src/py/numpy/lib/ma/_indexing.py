"""Indexing of masked arrays: what an index gives and what an assignment does to data and mask."""

import warnings

import numpy as np
from numpy import ndarray

from ._masks import (
    MaskError, MaskType, getdata, getmask, getmaskarray, is_masked_array, make_mask,
    make_mask_none, mask_or, nomask,
)
from ._fills import ravel_field


def _names_fields(index):
    return isinstance(index, str) or isinstance(index, list) and bool(index) and all(
        isinstance(name, str) for name in index)


class Indexing:
    """The indexing of MaskedArray."""

    def __getitem__(self, index):
        from ._array import MaskedArray
        from ._scalars import masked, mvoid
        found = self._data[index]
        mask = self._mask
        if mask is nomask:
            part = nomask
            is_element = not isinstance(found, ndarray)
            if not is_element and (not found.ndim or self.dtype.hasobject):
                is_element = not isinstance(getmaskarray(self)[index], ndarray)
        else:
            part = mask[index]
            is_element = not isinstance(part, ndarray)
        if isinstance(found, np.void) and not isinstance(found, ndarray):
            return mvoid(self._data[(*index, ...) if isinstance(index, tuple) else (index, ...)], mask=part,
                         hardmask=self._hardmask)
        if is_element:
            if self.dtype.hasobject and isinstance(found, ndarray) and found is not masked:
                return MaskedArray(found, mask=True) if part else found
            return masked if part else found
        result = found.view(type(self))
        result._update_from(self)
        if _names_fields(index):
            if self._fill_value is not None:
                fill = self._fill_value[index]
                if not isinstance(index, list) and fill.ndim and not (fill == fill.flat[0]).all():
                    warnings.warn(f"Upon accessing multidimensional field {index!s}, need to keep dimensionality of "
                                  "fill_value at 0. Discarding heterogeneous fill_value and setting all to "
                                  f"{fill[0]!s}.", stacklevel=2)
                result._fill_value = ravel_field(fill)
            result._isfield = True
        if part is not nomask:
            result._mask = part if part.shape == result.shape else np.reshape(part, result.shape)
            result._sharedmask = True
        else:
            result.__dict__["_mask"] = nomask
        return result

    def __setitem__(self, index, value):
        from ._scalars import masked
        if self is masked:
            raise MaskError("Cannot alter the masked element.")
        data, mask = self._data, self._mask
        names = self.dtype.names
        if isinstance(index, str):
            data[index] = value
            if mask is nomask:
                mask = self._mask = make_mask_none(self.shape, self.dtype)
            mask[index] = getmask(value)
            return
        if value is masked:
            if mask is nomask:
                mask = self._mask = make_mask_none(self.shape, self.dtype)
            mask[index] = True if names is None else _all_fields_true(mask.dtype)
            return
        new, new_mask = getattr(value, "_data", value), getmask(value)
        if names is not None and new_mask is nomask:
            new_mask = tuple([False] * len(names))
        if mask is nomask:
            data[index] = new
            if new_mask is not nomask:
                mask = self._mask = make_mask_none(self.shape, self.dtype)
                mask[index] = new_mask
        elif not self._hardmask:
            if is_masked_array(index) and not is_masked_array(value):
                data[index.data] = new
            else:
                data[index] = new
                mask[index] = new_mask
        elif getattr(index, "dtype", None) == MaskType:
            data[index * np.logical_not(mask)] = new
        else:
            self._set_unmasked(index, new, new_mask)

    def _set_unmasked(self, index, new, new_mask):
        """An assignment under a hard mask: what is masked stays as it is."""
        if self.dtype.names is not None:
            raise NotImplementedError("Flexible 'hard' masks are not yet supported.")
        mask = mask_or(self._mask[index], new_mask, copy=True)
        part = self._data[index]
        if np.size(part) > 1:
            np.copyto(part, new, where=np.logical_not(mask))
        elif mask is nomask:
            part = new
        self._data[index] = part
        self._mask[index] = mask

    def put(self, indices, values, mode="raise"):
        """Sets elements by their place in the flattened array; masked values mask them."""
        if self._hardmask and self._mask is not nomask:
            free = np.logical_not(ndarray.ravel(self._mask)[indices])
            indices = np.asarray(indices)
            values = np.array(values, copy=None, subok=True)
            values = np.resize(values, indices.shape)[free]
            indices = indices[free]
        self._data.put(indices, values, mode=mode)
        if self._mask is nomask and getmask(values) is nomask:
            return
        mask = getmaskarray(self)
        mask.put(indices, False if getmask(values) is nomask else values._mask, mode=mode)
        self._mask = make_mask(mask, copy=False, shrink=True)

    def __contains__(self, value):
        return bool(np.asarray(self == value).any())


def _all_fields_true(kind):
    return tuple([_all_fields_true(kind[name]) if kind[name].names is not None else True for name in kind.names])


class MaskedIterator:
    """The elements of a masked array one after another: `a.flat`."""

    def __init__(self, ma):
        self.ma = ma
        self.dataiter = ma._data.flat
        self.maskiter = None if ma._mask is nomask else ma._mask.flat

    def __iter__(self):
        return self

    def __getitem__(self, index):
        found = self.dataiter[index]
        if isinstance(found, ndarray):
            result = found.view(type(self.ma))
            if self.maskiter is None:
                return result
            mask = self.maskiter[index]
            if not isinstance(mask, ndarray):
                return self._element(result, mask)
            result._mask = mask
            return result
        return self._element(found, False if self.maskiter is None else self.maskiter[index])

    def _element(self, found, mask):
        from ._scalars import masked, mvoid
        if isinstance(mask, (np.void, ndarray)):
            return mvoid(found, mask=mask, hardmask=self.ma._hardmask)
        return masked if mask else found

    def __setitem__(self, index, value):
        self.dataiter[index] = getdata(value)
        if self.maskiter is not None:
            self.maskiter[index] = getmaskarray(value)

    def __next__(self):
        found = next(self.dataiter)
        return self._element(found, False if self.maskiter is None else next(self.maskiter))


MaskedIterator.__module__ = "numpy.ma.core"
