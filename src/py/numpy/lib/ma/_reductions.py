"""Sums, means and the rest over axes: what is masked takes no part, and a result of nothing is masked."""

import numpy as np
from numpy import ndarray
from numpy._globals import _NoValue as NOT_GIVEN

from ._fills import maximum_fill_value, minimum_fill_value
from ._masks import getmask, is_masked_array, make_mask_none, mask_or, nomask


def _kept(keepdims):
    return {} if keepdims is NOT_GIVEN else {"keepdims": keepdims}


def _mask_over(mask, axis, kept):
    """The mask of a reduction: True where all that it meets is masked."""
    return nomask if mask is nomask else mask.all(axis=axis, **kept)


def _store_mask(out, mask):
    """Writes the mask of a result into the masked array that takes it."""
    held = getmask(out)
    if held is nomask:
        held = out._mask = make_mask_none(out.shape)
    held.flat = mask


def _folding(name, fill, takes_dtype=True):
    """A reduction that sees `fill` in place of what is masked."""
    def fold(self, axis, dtype, out, keepdims):
        from ._scalars import masked
        kept = _kept(keepdims)
        mask = _mask_over(self._mask, axis, kept)
        options = dict(kept, dtype=dtype) if takes_dtype else kept
        if out is None:
            result = getattr(self.filled(fill), name)(axis, **options)
            if np.ndim(result):
                result = result.view(type(self))
                result.__setmask__(mask)
            elif mask:
                result = masked
            return result
        result = getattr(self.filled(fill), name)(axis, out=out, **options)
        if is_masked_array(out):
            _store_mask(out, mask)
        return out if result is None else out

    return fold


_sum, _prod = _folding("sum", 0), _folding("prod", 1)


class Reductions:
    """The reductions of MaskedArray."""

    def count(self, axis=None, keepdims=NOT_GIVEN):
        """How many elements are not masked, over the axis."""
        kept, mask = _kept(keepdims), self._mask
        from ._scalars import masked
        if self is masked:
            return 0
        if isinstance(self.data, np.matrix):
            if mask is nomask:
                mask = np.zeros(self.shape, dtype=bool)
            mask = mask.view(type(self.data))
        if mask is not nomask:
            return np.logical_not(mask).sum(axis=axis, dtype=np.intp, **kept) if mask.dtype.names is None else (
                ~mask).sum(axis=axis, dtype=np.intp, **kept)
        if self.shape == ():
            if axis not in (None, 0):
                raise np.exceptions.AxisError(axis, self.ndim)
            return 1
        if axis is None:
            return np.array(self.size, dtype=np.intp, ndmin=self.ndim) if kept.get("keepdims") else self.size
        axes = np.lib.array_utils.normalize_axis_tuple(axis, self.ndim)
        items = 1
        for one in axes:
            items *= self.shape[one]
        if kept.get("keepdims"):
            shape = [1 if place in axes else length for place, length in enumerate(self.shape)]
        else:
            shape = [length for place, length in enumerate(self.shape) if place not in axes]
        return np.full(shape, items, dtype=np.intp)

    def all(self, axis=None, out=None, keepdims=NOT_GIVEN):
        """Whether all that is not masked is true."""
        return self._truth("all", True, axis, out, keepdims)

    def any(self, axis=None, out=None, keepdims=NOT_GIVEN):
        """Whether something that is not masked is true."""
        return self._truth("any", False, axis, out, keepdims)

    def _truth(self, name, fill, axis, out, keepdims):
        from ._scalars import masked
        kept = _kept(keepdims)
        mask = _mask_over(self._mask, axis, kept)
        filled = self.filled(fill)
        if out is None:
            result = getattr(filled, name)(axis=axis, **kept).view(type(self))
            if result.ndim:
                result.__setmask__(mask)
            elif mask:
                return masked
            return result
        getattr(filled, name)(axis=axis, out=out, **kept)
        if is_masked_array(out) and (out.ndim or mask):
            out.__setmask__(mask)
        return out

    def sum(self, axis=None, dtype=None, out=None, keepdims=NOT_GIVEN):
        """The sum over the axis."""
        return _sum(self, axis, dtype, out, keepdims)

    def prod(self, axis=None, dtype=None, out=None, keepdims=NOT_GIVEN):
        """The product over the axis."""
        return _prod(self, axis, dtype, out, keepdims)

    product = prod

    def cumsum(self, axis=None, dtype=None, out=None):
        """The running sum, to which masked elements add nothing."""
        return self._running("cumsum", 0, axis, dtype, out)

    def cumprod(self, axis=None, dtype=None, out=None):
        """The running product, which masked elements do not change."""
        return self._running("cumprod", 1, axis, dtype, out)

    def _running(self, name, fill, axis, dtype, out):
        result = getattr(self.filled(fill), name)(axis=axis, dtype=dtype, out=out)
        if out is not None:
            if is_masked_array(out):
                out.__setmask__(self.mask)
            return out
        result = result.view(type(self))
        result.__setmask__(self._mask)
        return result

    def mean(self, axis=None, dtype=None, out=None, keepdims=NOT_GIVEN):
        """The mean over the axis of what is not masked."""
        from ._scalars import masked
        kept = _kept(keepdims)
        if self._mask is nomask:
            result = ndarray.mean(self, axis=axis, dtype=dtype, **kept)[()]
        else:
            is_half = False
            if dtype is None:
                if self.dtype.kind in "iub":
                    dtype = np.dtype("f8")
                elif self.dtype.type is np.float16:
                    dtype, is_half = np.dtype("f4"), True
            total = self.sum(axis=axis, dtype=dtype, **kept)
            count = self.count(axis=axis, **kept)
            if np.shape(count) == () and count == 0:
                result = masked
            elif is_half:
                result = self.dtype.type(total * 1.0 / count)
            else:
                result = total * 1.0 / count
        if out is None:
            return result
        out.flat = result
        if is_masked_array(out):
            _store_mask(out, getmask(result))
        return out

    def anom(self, axis=None, dtype=None):
        """The deviations from the mean over the axis."""
        mean = self.mean(axis, dtype)
        return self - np.expand_dims(mean, axis) if axis else self - mean

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=NOT_GIVEN, mean=NOT_GIVEN):
        """The variance over the axis of what is not masked."""
        from ._arithmetic import FUNCTIONS
        from ._scalars import masked
        kept = _kept(keepdims)
        if self._mask is nomask:
            if mean is not NOT_GIVEN:
                kept["mean"] = mean
            result = ndarray.var(self, axis=axis, dtype=dtype, out=out, ddof=ddof, **kept)[()]
            if out is not None:
                out.__setmask__(nomask)
                return out
            return result
        count = self.count(axis=axis, **kept) - ddof
        apart = self - (self.mean(axis, dtype, keepdims=True) if mean is NOT_GIVEN else mean)
        apart = np.abs(apart) ** 2 if np.iscomplexobj(self) else apart * apart
        result = FUNCTIONS["divide"](apart.sum(axis, **kept), count).view(type(self))
        if self.ndim and result.ndim:
            result._mask = mask_or(self._mask.all(axis, **kept), count <= 0)
            result._update_from(self)
        elif getmask(result):
            result = masked
            if out is not None:
                if is_masked_array(out):
                    out.flat = 0
                    out.__setmask__(True)
                elif out.dtype.kind in "biu":
                    from ._masks import MaskError
                    raise MaskError("Masked data information would be lost in one or more location.")
                else:
                    out.flat = np.nan
                return out
        if out is not None:
            out.flat = result._data
            if is_masked_array(out):
                out.__setmask__(result.mask)
            return out
        return result

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=NOT_GIVEN, mean=NOT_GIVEN):
        """The standard deviation over the axis of what is not masked."""
        from ._arithmetic import FUNCTIONS
        from ._scalars import masked
        variance = self.var(axis, dtype, out, ddof, keepdims=keepdims, mean=mean)
        if variance is masked:
            return variance
        if out is not None:
            np.power(out, 0.5, out=out, casting="unsafe")
            return out
        return FUNCTIONS["sqrt"](variance)

    def _extreme(self, name, axis, out, fill_value, keepdims):
        from ._scalars import masked
        kept = _kept(keepdims)
        mask = _mask_over(self._mask, axis, kept)
        if fill_value is None:
            fill_value = (minimum_fill_value if name == "min" else maximum_fill_value)(self)
        if out is None:
            result = getattr(self.filled(fill_value), name)(axis=axis, out=out, **kept)
            if not np.ndim(result):
                return masked if mask else result
            result = result.view(type(self))
            result.__setmask__(mask)
            if np.ndim(mask):
                np.copyto(result, result.fill_value, where=mask)
            return result
        result = getattr(self.filled(fill_value), name)(axis=axis, out=out, **kept)
        if is_masked_array(out):
            _store_mask(out, mask)
        elif np.any(mask):
            if out.dtype.kind in "biu":
                from ._masks import MaskError
                raise MaskError("Masked data information would be lost in one or more location.")
            np.copyto(out, np.nan, where=mask)
        return out

    def min(self, axis=None, out=None, fill_value=None, keepdims=NOT_GIVEN):
        """The least over the axis of what is not masked."""
        return self._extreme("min", axis, out, fill_value, keepdims)

    def max(self, axis=None, out=None, fill_value=None, keepdims=NOT_GIVEN):
        """The largest over the axis of what is not masked."""
        return self._extreme("max", axis, out, fill_value, keepdims)

    def ptp(self, axis=None, out=None, fill_value=None, keepdims=False):
        """The largest less the least, over the axis."""
        if out is None:
            result = self.max(axis=axis, fill_value=fill_value, keepdims=keepdims)
            result -= self.min(axis=axis, fill_value=fill_value, keepdims=keepdims)
            return result
        out.flat = self.max(axis=axis, out=out, fill_value=fill_value, keepdims=keepdims)
        least = self.min(axis=axis, fill_value=fill_value, keepdims=keepdims)
        np.subtract(out, least, out=out, casting="unsafe")
        return out

    def argmin(self, axis=None, fill_value=None, out=None, *, keepdims=NOT_GIVEN):
        """Where the least element is."""
        return self._place("argmin", minimum_fill_value, axis, fill_value, out, keepdims)

    def argmax(self, axis=None, fill_value=None, out=None, *, keepdims=NOT_GIVEN):
        """Where the largest element is."""
        return self._place("argmax", maximum_fill_value, axis, fill_value, out, keepdims)

    def _place(self, name, default, axis, fill_value, out, keepdims):
        if fill_value is None:
            fill_value = default(self._data)
        data = self.filled(fill_value).view(ndarray)
        return getattr(data, name)(axis, out=out, keepdims=False if keepdims is NOT_GIVEN else bool(keepdims))

    def round(self, decimals=0, out=None):
        """Each element to so many decimals."""
        from ._scalars import masked
        result = self._data.round(decimals=decimals, out=out).view(type(self))
        if result.ndim:
            result._mask = self._mask
            result._update_from(self)
        elif self._mask:
            result = masked
        if out is None:
            return result
        if is_masked_array(out):
            out.__setmask__(self._mask)
        return out

    def nonzero(self):
        """The places of what is neither masked nor zero."""
        return np.asarray(self.filled(0)).nonzero()

    def trace(self, offset=0, axis1=0, axis2=1, dtype=None, out=None):
        """The sum of a diagonal."""
        if self._mask is nomask:
            result = ndarray.trace(self, offset=offset, axis1=axis1, axis2=axis2, out=out)
            return result.astype(dtype)
        diagonal = self.diagonal(offset=offset, axis1=axis1, axis2=axis2)
        return diagonal.astype(dtype).filled(0).sum(axis=-1, out=out)

    def dot(self, b, out=None, strict=False):
        """The product of matrices, masked elements as zeros."""
        from ._products import dot
        return dot(self, b, out=out, strict=strict)
