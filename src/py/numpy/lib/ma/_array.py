"""`MaskedArray`: an array and a mask of its shape; where the mask is True, the element does not count.

Here an array is made, keeps its mask, its fill value and its class through views, and is pickled. Its mask, indexing,
printing, operators and reductions stand in modules of their own, whose classes give it their methods.
"""

import warnings

import numpy as np
from numpy import ndarray

from ._fills import check_fill_value
from ._indexing import Indexing, MaskedIterator
from ._masking import Masking
from ._masks import (
    MaskError, MaskType, getmask, getmaskarray, make_mask_descr, make_mask_none, nomask, structured_mask, union,
)
from ._operators import Operators
from ._overrides import answer
from ._printing import Printing
from ._reductions import Reductions
from ._shaping import Shaping
from ._sorting import Sorting


def _same_memory(one, other):
    return one.__array_interface__["data"][0] == other.__array_interface__["data"][0]


def _mask_of_items(items, data, kind):
    """The mask of a list, of which some items are masked arrays; `nomask` where none is."""
    if kind != MaskType or not any(isinstance(item, MaskedArray) for item in items):
        return nomask
    try:
        mask = np.array([getmaskarray(np.asanyarray(item, dtype=data.dtype)) for item in items], dtype=kind)
    except ValueError:
        return nomask
    return mask if mask.any() else nomask


def _fitted(mask, shape):
    """A mask in the shape of its data: one element stands for all."""
    if mask.shape == shape:
        return mask
    size = int(np.prod(shape, dtype=int))
    if mask.size == 1:
        return np.resize(mask, shape)
    if mask.size == size:
        return np.reshape(mask, shape)
    raise MaskError(f"Mask and data not compatible: data size is {size}, mask size is {mask.size}.")


def _mask_viewed(mask, array):
    """A mask as that of an array whose dtype has changed: one of the dtypes has fields."""
    viewed = (mask if mask.ndim else mask.reshape(1)).view(make_mask_descr(array.dtype), ndarray).reshape(array.shape)
    return viewed[()] if isinstance(mask, np.void) and not viewed.ndim else viewed


def _with_methods_of(*parts):
    """Gives a class what others have: they say what it does, and are no bases of it."""
    def give(cls):
        for part in parts:
            for name, value in vars(part).items():
                if name not in ("__module__", "__doc__", "__dict__", "__weakref__"):
                    setattr(cls, name, value)
                    if isinstance(value, type(give)):
                        value.__qualname__ = f"{cls.__name__}.{name}"
        return cls

    return give


@_with_methods_of(Operators, Indexing, Masking, Reductions, Sorting, Shaping, Printing)
class MaskedArray(ndarray):
    """An array some of whose elements are masked: they take no part in a computation.

    data: anything `numpy.array` takes; mask: True where an element is masked; fill_value: what `filled` puts there;
    keep_mask: join `mask` to the mask that `data` has; hard_mask: an assignment unmasks nothing.
    """

    __array_priority__ = 15
    _defaultmask = nomask
    _defaulthardmask = False
    _baseclass = ndarray
    _mask = nomask
    _fill_value = None
    _hardmask = False
    _sharedmask = False
    _isfield = False
    # The most elements of a dimension that printing looks at.
    _print_width = 100
    _print_width_1d = 1500
    __hash__ = None

    def __new__(cls, data=None, mask=nomask, dtype=None, copy=False, subok=True, ndmin=0, fill_value=None,
                keep_mask=True, hard_mask=None, shrink=True, order=None):
        new = np.array(data, dtype=dtype, copy=True if copy else None, order=order, subok=True, ndmin=ndmin)
        baseclass = getattr(data, "_baseclass", type(new))
        if isinstance(data, MaskedArray) and data.shape != new.shape:
            copy = True
        keep_class = isinstance(data, cls) and subok and not isinstance(data, MaskedConstant)
        new = ndarray.view(new, type(data) if keep_class else cls)
        if hasattr(data, "_mask") and not isinstance(data, ndarray):
            new._mask = data._mask
        if getmask(new) is not nomask and new._mask.shape != new.shape:
            new._mask = new._mask.reshape(new.shape)
        kind = make_mask_descr(new.dtype)
        if mask is nomask:
            new._start_mask(data, kind, copy, keep_mask, shrink)
        else:
            new._join_mask(mask, kind, copy, keep_mask)
        if fill_value is None:
            fill_value = getattr(data, "_fill_value", None)
        if fill_value is not None:
            new._fill_value = check_fill_value(fill_value, new.dtype)
        new._hardmask = getattr(data, "_hardmask", False) if hard_mask is None else hard_mask
        new._baseclass = baseclass
        return new

    def _start_mask(self, data, kind, copy, keep_mask, shrink):
        """The mask of an array made without one: that of its data."""
        if not keep_mask:
            self._mask = nomask if shrink and kind.names is None else np.zeros(self.shape, kind)
        elif isinstance(data, (tuple, list)):
            mask = _mask_of_items(data, self, kind)
            if mask is not nomask:
                self._mask = mask
                self._sharedmask = False
        else:
            self._sharedmask = not copy
            if copy and self._mask is not nomask:
                self._mask = self._mask.copy()
                if getmask(data) is not nomask and data._mask.shape != data.shape:
                    data._mask = data._mask.reshape(data.shape)

    def _join_mask(self, mask, kind, copy, keep_mask):
        """The mask of an array made with one, over that of its data."""
        if mask is None:
            mask = False
        if isinstance(mask, (bool, np.bool_)) and kind == MaskType:
            mask = np.full(self.shape, bool(mask), kind)
        else:
            mask = _fitted(structured_mask(mask, kind, True if copy else None), self.shape)
        if self._mask is nomask or not keep_mask:
            self._mask = mask
            self._sharedmask = not copy
            return
        if kind.names is not None:
            joined = self._mask.copy()
            union(mask, self._mask, joined)
            self._mask = joined
        else:
            self._mask = np.logical_or(mask, self._mask)
        self._sharedmask = False

    def _update_from(self, obj):
        """Takes over what `obj` has besides its data and mask."""
        extra = {**getattr(obj, "_optinfo", {}), **getattr(obj, "_basedict", {})}
        if not isinstance(obj, MaskedArray):
            extra.update(getattr(obj, "__dict__", {}))
        state = self.__dict__
        state["_fill_value"] = getattr(obj, "_fill_value", None)
        state["_hardmask"] = getattr(obj, "_hardmask", False)
        state["_sharedmask"] = getattr(obj, "_sharedmask", False)
        state["_isfield"] = getattr(obj, "_isfield", False)
        state["_baseclass"] = getattr(obj, "_baseclass", type(obj) if isinstance(obj, ndarray) else ndarray)
        state["_optinfo"] = state["_basedict"] = extra
        state.update(extra)

    def __array_finalize__(self, obj):
        self._update_from(obj)
        mask = nomask
        if isinstance(obj, ndarray):
            structured = obj.dtype.names is not None
            mask = getmaskarray(obj) if structured else getmask(obj)
            if mask is not nomask and not _same_memory(self, obj):
                same = self.dtype == obj.dtype
                order = "C" if self.flags.c_contiguous else "F" if self.flags.f_contiguous else "K"
                mask = mask.astype(mask.dtype if same else make_mask_descr(self.dtype), order)
            elif mask is not nomask and self.dtype != obj.dtype and mask.dtype != make_mask_descr(self.dtype):
                try:
                    mask = _mask_viewed(mask, self)
                except ValueError:
                    pass
        self.__dict__["_mask"] = mask
        if mask is not nomask:
            if mask.shape != self.shape:
                try:
                    self.__dict__["_mask"] = mask.reshape(self.shape)
                except ValueError:
                    self.__dict__["_mask"] = nomask
        if self._fill_value is not None:
            try:
                self.__dict__["_fill_value"] = check_fill_value(self._fill_value, self.dtype)
            except (TypeError, ValueError):
                # A view whose elements are of another kind.
                self.__dict__["_fill_value"] = None
        elif self.dtype.names is not None:
            self.__dict__["_fill_value"] = check_fill_value(None, self.dtype)

    @property
    def dtype(self):
        """The dtype of the data."""
        return ndarray.dtype.__get__(self)

    @dtype.setter
    def dtype(self, kind):
        ndarray.dtype.__set__(self, kind)
        if self._mask is not nomask:
            self._mask = _mask_viewed(self._mask, self)

    @property
    def shape(self):
        """The length of each dimension."""
        return ndarray.shape.__get__(self)

    @shape.setter
    def shape(self, shape):
        ndarray.shape.__set__(self, shape)
        if self._mask is not nomask:
            self._mask.shape = self.shape

    def view(self, dtype=None, type=None, fill_value=None):
        """The same data and mask as another dtype or class."""
        if dtype is None and type is None:
            out = ndarray.view(self)
        elif type is None and isinstance(dtype, _TYPE) and issubclass(dtype, ndarray):
            out = ndarray.view(self, dtype)
            dtype = None
        elif type is None:
            out = ndarray.view(self, dtype)
        else:
            out = ndarray.view(self, type) if dtype is None else ndarray.view(self, dtype, type)
        mask = getmask(out)
        if mask is not nomask:
            out._mask = mask.view()
            if make_mask_descr(out.dtype) != mask.dtype:
                out._mask = _mask_viewed(mask, out)
        if getattr(out, "_fill_value", None) is not None:
            if fill_value is not None:
                out.fill_value = fill_value
            elif dtype is not None:
                out._fill_value = None
        elif fill_value is not None:
            out.fill_value = fill_value
        return out

    def __array_function__(self, func, types, args, kwargs):
        given = answer(func, args, kwargs)
        return super().__array_function__(func, types, args, kwargs) if given is NotImplemented else given

    @property
    def _data(self):
        return ndarray.view(self, self._baseclass)

    data = property(_data.fget, doc="The data as an array of its own class, what is masked included.")

    @property
    def baseclass(self):
        """The class of the data."""
        return self._baseclass

    # The fill value

    @property
    def fill_value(self):
        """What `filled` puts in place of masked elements."""
        if self._fill_value is None:
            self._fill_value = check_fill_value(None, self.dtype)
        return self._fill_value[()]

    @fill_value.setter
    def fill_value(self, value=None):
        target = check_fill_value(value, self.dtype)
        if target.ndim:
            warnings.warn("Non-scalar arrays for the fill value are deprecated. Use arrays with scalar values "
                          "instead. The filled function still supports any array as `fill_value`.",
                          DeprecationWarning, stacklevel=2)
        if self._fill_value is None or self._fill_value.dtype != target.dtype:
            self._fill_value = target
        else:
            self._fill_value[()] = target

    get_fill_value = fill_value.fget
    set_fill_value = fill_value.fset

    def filled(self, fill_value=None):
        """The data as a plain array, with the fill value where it is masked."""
        mask = self._mask
        if mask is nomask:
            return self._data
        if fill_value is None:
            fill_value = self.fill_value
        else:
            fill_value = check_fill_value(fill_value, self.dtype)
        if self is masked:
            return np.asanyarray(fill_value)
        if mask.dtype.names is not None:
            result = self._data.copy("K")
            _fill_fields(result, mask, fill_value)
            return result
        if not mask.any():
            return self._data
        result = self._data.copy("K")
        try:
            np.copyto(result, fill_value, where=mask)
        except (TypeError, AttributeError):
            fill_value = np.array(fill_value, dtype=object)
            result = np.where(mask, fill_value, result.astype(object))
        return result

    def compressed(self):
        """What is not masked, in one dimension."""
        data = ndarray.ravel(self._data)
        if self._mask is not nomask:
            data = data.compress(np.logical_not(ndarray.ravel(self._mask)))
        return data

    # The parts of complex elements, and the elements one after another

    @property
    def flat(self):
        """An iterator over the elements, which may be indexed and assigned to."""
        return MaskedIterator(self)

    @flat.setter
    def flat(self, value):
        self.ravel()[:] = value

    def _part(self, part):
        result = part.view(type(self))
        result.__setmask__(self._mask)
        return result

    @property
    def real(self):
        """The real parts."""
        return self._part(self._data.real)

    @property
    def imag(self):
        """The imaginary parts."""
        return self._part(self._data.imag)

    get_real = real.fget
    get_imag = imag.fget

    def ids(self):
        """The addresses of the data and of the mask."""
        address = self.__array_interface__["data"][0]
        if self._mask is nomask:
            return address, id(nomask)
        return address, self._mask.__array_interface__["data"][0]

    def iscontiguous(self):
        """Whether the data lie one after another."""
        return self.flags["CONTIGUOUS"]

    # Copies on other media

    def toflex(self):
        """A structured array with the data in the field `_data` and the mask in `_mask`."""
        kind, mask = self.dtype, self._mask
        if mask is nomask:
            mask = make_mask_none(self.shape, kind)
        record = ndarray(self.shape, dtype=[("_data", kind), ("_mask", mask.dtype)])
        record["_data"] = self._data
        record["_mask"] = mask
        return record

    torecords = toflex

    def tobytes(self, fill_value=None, order="C"):
        """The bytes of the data, masked elements filled."""
        return self.filled(fill_value).tobytes(order=order)

    def tofile(self, fid, sep="", format="%s"):
        """Not there: save `filled()` and the mask."""
        raise NotImplementedError("MaskedArray.tofile() not implemented yet.")

    def __reduce__(self):
        state = {name: value for name, value in self.__dict__.items() if name != "_mask"}
        return _restored, (type(self), ndarray.view(self, self._baseclass), getmaskarray(self)), state

    def __setstate__(self, state):
        self.__dict__.update(state)

    def __deepcopy__(self, memo=None):
        from copy import deepcopy
        memo = {} if memo is None else memo
        copied = MaskedArray.__new__(type(self), self, copy=True, keep_mask=True)
        memo[id(self)] = copied
        for name, value in self.__dict__.items():
            copied.__dict__[name] = deepcopy(value, memo)
        if self.dtype.hasobject:
            copied._data[...] = deepcopy(copied._data)
        return copied


_TYPE = type(ndarray)


def _restored(kind, data, mask):
    """The masked array of which `pickle` kept these."""
    made = ndarray.view(data, kind)
    made._mask = mask
    return made


def _fill_fields(data, mask, fill_value):
    for name in data.dtype.names:
        part = data[name]
        if part.dtype.names is not None:
            _fill_fields(part, mask[name], fill_value[name])
        else:
            np.copyto(part, fill_value[name], where=mask[name])


def filled(a, fill_value=None):
    """`a` as a plain array, with the fill value where it is masked."""
    if hasattr(a, "filled"):
        return a.filled(fill_value)
    return a if isinstance(a, ndarray) else np.array(a)


def get_masked_subclass(*arrays):
    """The class of a result of masked arrays: the most derived of theirs."""
    best = MaskedArray
    for place, array in enumerate(arrays):
        kind = type(array) if isinstance(array, MaskedArray) else MaskedArray
        if not place or issubclass(kind, best):
            best = kind
    return MaskedArray if best.__name__ == "MaskedConstant" else best


MaskedArray.__module__ = "numpy.ma"

from ._scalars import MaskedConstant, masked
