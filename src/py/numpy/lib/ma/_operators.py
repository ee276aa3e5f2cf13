"""The operators of masked arrays, and what `numpy`'s own ufuncs make of them."""

import operator
from functools import reduce

import numpy as np
from numpy import ndarray

from ._arithmetic import DOMAINS, FILLS, FUNCTIONS, power, quiet
from ._fills import check_fill_value
from ._masks import MaskError, all_fields, getdata, getmask, getmaskarray, make_mask_none, mask_or, nomask


def _operator(function):
    def forward(self, other):
        return NotImplemented if self._delegate_binop(other) else function(self, other)

    def reflected(self, other):
        return function(other, self)

    return forward, reflected


class Operators:
    """The operators of MaskedArray."""

    def __array_wrap__(self, obj, context=None, return_scalar=False):
        from ._array import filled
        from ._scalars import masked
        if obj is self:
            result = obj
        else:
            result = obj.view(type(self))
            result._update_from(self)
        if context is None:
            return result
        result._mask = result._mask if result._mask is nomask else result._mask.copy()
        ufunc, args = context[0], context[1]
        args = args[:ufunc.nin]
        mask = reduce(mask_or, [getmaskarray(arg) for arg in args])
        domain = DOMAINS.get(ufunc)
        if domain is not None:
            with quiet():
                outside = filled(domain(*[getdata(arg) for arg in args]), True)
            if outside.any():
                fill = FILLS[ufunc]
                fill = fill[-1] if isinstance(fill, tuple) else fill
                np.copyto(result, fill, where=outside)
                mask = outside if mask is nomask else np.logical_or(mask, outside)
        if result is not self and not result.ndim and mask:
            return masked
        result._mask = mask
        result._sharedmask = False
        return result

    def _delegate_binop(self, other):
        """Whether the other operand's operator answers."""
        if isinstance(other, type(self)):
            return False
        answer = getattr(other, "__array_ufunc__", False)
        if answer is False:
            return self.__array_priority__ < getattr(other, "__array_priority__", -1000000)
        return answer is None

    __add__, __radd__ = _operator(FUNCTIONS["add"])
    __sub__, __rsub__ = _operator(FUNCTIONS["subtract"])
    __mul__, __rmul__ = _operator(FUNCTIONS["multiply"])
    __truediv__, __rtruediv__ = _operator(FUNCTIONS["true_divide"])
    __floordiv__, __rfloordiv__ = _operator(FUNCTIONS["floor_divide"])
    __pow__, __rpow__ = _operator(power)

    def _join(self, mask):
        """Masks what `mask` masks, in place."""
        if mask is nomask:
            return
        if self._mask is nomask:
            if not mask.any():
                return
            self._mask = make_mask_none(self.shape, self.dtype)
        self._mask += mask

    def _in_place(self, other, method, neutral):
        self._join(getmask(other))
        data = getdata(other)
        data = np.where(self._mask, data.dtype.type(neutral), data)
        getattr(self._data, method)(data)
        return self

    def __iadd__(self, other):
        return self._in_place(other, "__iadd__", 0)

    def __isub__(self, other):
        return self._in_place(other, "__isub__", 0)

    def __imul__(self, other):
        return self._in_place(other, "__imul__", 1)

    def _divide_in_place(self, other, method, ufunc):
        data, mask = getdata(other), getmask(other)
        with quiet():
            outside = DOMAINS[ufunc](self._data, data)
        if outside.any():
            data = np.where(outside, data.dtype.type(FILLS[ufunc][1]), data)
        self._mask = mask_or(self._mask, mask_or(mask, outside)) if self._mask is nomask else np.logical_or(
            self._mask, np.logical_or(mask, outside))
        data = np.where(self._mask, data.dtype.type(1), data)
        getattr(self._data, method)(data)
        return self

    def __ifloordiv__(self, other):
        return self._divide_in_place(other, "__ifloordiv__", np.floor_divide)

    def __itruediv__(self, other):
        return self._divide_in_place(other, "__itruediv__", np.true_divide)

    def __ipow__(self, other):
        data, mask = getdata(other), getmask(other)
        data = np.where(self._mask, data.dtype.type(1), data)
        with quiet():
            self._data.__ipow__(data)
        invalid = np.logical_not(np.isfinite(self._data))
        if invalid.any():
            if self._mask is not nomask:
                self._mask |= invalid
            else:
                self._mask = invalid
            np.copyto(self._data, self.fill_value, where=invalid)
        self._mask = mask_or(self._mask, mask_or(mask, invalid))
        return self

    def __float__(self):
        from ._scalars import warn_of_nan
        if self.size > 1:
            raise TypeError("Only length-1 arrays can be converted to Python scalars")
        if self._mask is not nomask and self._mask.all():
            warn_of_nan()
            return np.nan
        return float(self.item())

    def __int__(self):
        if self.size > 1:
            raise TypeError("Only length-1 arrays can be converted to Python scalars")
        if self._mask is not nomask and self._mask.all():
            raise MaskError("Cannot convert masked element to a Python int.")
        return int(self.item())

    # Comparisons

    def _comparison(self, other, compare):
        from ._scalars import masked
        smask, omask = self.mask, getmask(other)
        mask = mask_or(smask, omask, copy=True)
        sdata, odata = self.data, getdata(other)
        if getattr(mask, "dtype", None) is not None and mask.dtype.names is not None:
            if compare not in (operator.eq, operator.ne):
                return NotImplemented
            # What is masked in either is equal; an element is masked where all its fields are.
            shape = np.broadcast(sdata, odata).shape
            mask = np.broadcast_to(mask, shape)
            other = np.broadcast_to(odata, shape)
            sdata = np.broadcast_to(sdata, shape).copy()
            _copy_fields(sdata, other, mask)
            check = compare(sdata, other)
            mask = all_fields(mask)
            if omask is nomask:
                omask = np.zeros((), smask.dtype)
            elif smask is nomask:
                smask = np.zeros((), omask.dtype)
            mask = mask if mask.shape else mask[()]
            check = check if np.ndim(check) else np.bool_(check)
        elif not self.dtype.names and isinstance(odata, ndarray) and odata.dtype.names:
            check = np.full(np.broadcast(sdata, odata).shape, compare is operator.ne)
        else:
            check = compare(sdata, odata)
        if isinstance(check, (np.bool_, bool)):
            return masked if mask else check
        if mask is not nomask:
            if compare in (operator.eq, operator.ne):
                check = np.where(mask, compare(smask, omask), check)
            if mask.shape != check.shape:
                mask = np.broadcast_to(mask, check.shape).copy()
        return self._compared(check, mask)

    def _compared(self, check, mask):
        check = check.view(type(self))
        check._update_from(self)
        check._mask = mask
        if check._fill_value is not None:
            try:
                fill = check_fill_value(check._fill_value, np.bool_)
            except (TypeError, ValueError):
                fill = check_fill_value(None, np.bool_)
            check._fill_value = fill
        return check

    def __eq__(self, other):
        return self._comparison(other, operator.eq)

    def __ne__(self, other):
        return self._comparison(other, operator.ne)

    def __le__(self, other):
        return self._comparison(other, operator.le)

    def __lt__(self, other):
        return self._comparison(other, operator.lt)

    def __ge__(self, other):
        return self._comparison(other, operator.ge)

    def __gt__(self, other):
        return self._comparison(other, operator.gt)


def _copy_fields(data, other, mask):
    """Gives masked fields of `data` the values of `other`."""
    for mine, theirs, hidden in zip(data.dtype.names, other.dtype.names, mask.dtype.names):
        part = data[mine]
        if part.dtype.names is not None:
            _copy_fields(part, other[theirs], mask[hidden])
        else:
            np.copyto(part, other[theirs], where=mask[hidden], casting="unsafe")
