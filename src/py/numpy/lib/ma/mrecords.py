"""Masked record arrays: records of which single fields may be masked, with the fields as attributes."""

import os
import warnings

import numpy as np
from numpy import ma, ndarray

from ._array import MaskedArray
from ._fills import check_fill_value
from ._masks import getmask, getmaskarray, make_mask_descr, nomask
from ._scalars import masked, mvoid

__all__ = ["MaskedRecords", "mrecarray", "fromarrays", "fromrecords", "fromtextfile", "addfield"]

reserved_fields = ["_data", "_mask", "_fieldmask", "dtype"]


def _checked_names(descr, names):
    """The dtype of records with other names, where some are given; names of attributes are replaced."""
    default = [f"f{place}" for place in range(len(descr.names))]
    if names is None:
        new = [default[place] if name in reserved_fields else name for place, name in enumerate(descr.names)]
    else:
        if isinstance(names, str):
            names = names.split(",")
        elif not isinstance(names, (tuple, list)):
            raise NameError(f"illegal input names {names!r}")
        given = names[:len(descr.names)]
        new = [default[place] if place >= len(given) or given[place] in reserved_fields else given[place]
               for place in range(len(descr.names))]
    return np.dtype(list(zip(new, (descr[place] for place in range(len(new))))))


class MaskedRecords(MaskedArray):
    """A record array of which single fields of single records may be masked: `r.name` is a masked array."""

    def __new__(cls, shape, dtype=None, buf=None, offset=0, strides=None, formats=None, names=None, titles=None,
                byteorder=None, aligned=False, mask=nomask, hard_mask=False, fill_value=None, keep_mask=True, copy=False,
                **options):
        self = np.recarray.__new__(np.recarray, shape, dtype=dtype, buf=buf, offset=offset, strides=strides,
                                   formats=formats, names=names, titles=titles, byteorder=byteorder,
                                   aligned=aligned).view(cls)
        kind = make_mask_descr(self.dtype)
        if mask is nomask or not np.size(mask):
            if not keep_mask:
                self._mask = tuple([False] * len(kind))
            return self
        mask = np.array(mask, copy=copy or None)
        if mask.shape != self.shape:
            if mask.size == 1:
                mask = np.resize(mask, self.shape)
            elif mask.size == self.size:
                mask = np.reshape(mask, self.shape)
            else:
                raise ma.MAError(f"Mask and data not compatible: data size is {self.size}, mask size is {mask.size}.")
        if not keep_mask:
            self.__setmask__(mask)
            self._sharedmask = True
        else:
            if mask.dtype != kind:
                mask = np.array([tuple([m] * len(kind)) for m in mask], dtype=kind)
            self._mask = mask
        return self

    def __array_finalize__(self, obj):
        mask = getattr(obj, "_mask", None)
        if mask is None:
            objmask = getattr(obj, "_mask", nomask)
            if objmask is nomask:
                mask = np.zeros(self.shape, make_mask_descr(self.dtype))
        state = self.__dict__
        self._update_from(obj)
        names = self.dtype.names
        if names is not None and (mask is nomask or mask.dtype.names is None or mask.shape != self.shape):
            old, mask = mask, np.zeros(self.shape, make_mask_descr(self.dtype))
            if old is not nomask and np.shape(old) == self.shape:
                for name in names:
                    mask[name] = old[name] if old.dtype.names and name in old.dtype.names else \
                        False if old.dtype.names else old
        if names is not None and mask is not nomask and mask.dtype.names != names:
            mask = mask.view(make_mask_descr(self.dtype)) if len(mask.dtype.names) == len(names) else \
                np.zeros(self.shape, make_mask_descr(self.dtype))
        state["_mask"] = mask
        if state["_baseclass"] == ndarray or not issubclass(state["_baseclass"], np.recarray):
            state["_baseclass"] = np.recarray
        state["_fill_value"] = check_fill_value(state.get("_fill_value"), self.dtype) if names is not None else None

    @property
    def _data(self):
        return ndarray.view(self, np.recarray)

    data = _data

    @property
    def _fieldmask(self):
        return self._mask

    @property
    def recordmask(self):
        """Whether a record is masked as a whole."""
        mask = self._mask
        if mask.dtype.names is None:
            return mask
        return np.all(np.stack([mask[name] for name in mask.dtype.names]), axis=0)

    def __len__(self):
        return len(self._data) if self.ndim else len(self.dtype)

    def _field(self, name):
        """A field as a masked array that shares data and mask with this one."""
        part = self._data[name] if self.ndim else self._data.view(ndarray)[name]
        part = np.asarray(part) if part.dtype.names is None else part
        if part.dtype.names is not None:
            made = part.view(MaskedRecords)
        else:
            made = part.view(MaskedArray)
        made._baseclass = ndarray
        made._isfield = True
        mask = self.__dict__["_mask"]
        if mask is not nomask and mask.dtype.names is not None:
            part_mask = mask[name]
            made.__dict__["_mask"] = part_mask if isinstance(part_mask, ndarray) else np.asarray(part_mask)
        if not made.ndim and made._mask is not nomask and made._mask and not self.ndim:
            made.__dict__["_mask"] = np.array(True)
        if self._fill_value is not None:
            made._fill_value = check_fill_value(self._fill_value[name], made.dtype)
        return made

    def __getattribute__(self, attr):
        try:
            return object.__getattribute__(self, attr)
        except AttributeError:
            pass
        names = ndarray.dtype.__get__(self).names or ()
        if attr not in names:
            raise AttributeError(f"record array has no attribute {attr}")
        made = self._field(attr)
        if not self.ndim and not made._mask and made.dtype.names is None:
            return made._data.item()
        return made

    def __setattr__(self, attr, value):
        if attr in ("mask", "fieldmask"):
            self.__setmask__(value)
            return
        names = ndarray.dtype.__get__(self).names or ()
        if attr not in names or attr in self.__dict__:
            object.__setattr__(self, attr, value)
            return
        if value is masked:
            self._mask[attr] = True
            self._data[attr] = ma.default_fill_value(self.dtype[attr]) if self._fill_value is None else \
                self._fill_value[attr]
            return
        self._data[attr] = ma.filled(value)
        self._mask[attr] = getmaskarray(value)

    def __getitem__(self, index):
        if isinstance(index, str):
            made = self._field(index)
            made._sharedmask = True
            return made
        found = self._data[index if not isinstance(index, list) or not all(isinstance(one, str) for one in index)
                           or not index else index]
        found = np.asarray(found).view(np.recarray) if not isinstance(found, np.recarray) else found
        made = found.view(type(self))
        mask = self._mask[index]
        made.__dict__["_mask"] = np.asarray(mask) if isinstance(mask, np.void) else mask
        made._hardmask = self._hardmask
        if self._fill_value is not None:
            fill = self._fill_value[index] if isinstance(index, list) and index and isinstance(index[0], str) else \
                self._fill_value
            made._fill_value = check_fill_value(fill[()], made.dtype)
        return made

    def __setitem__(self, index, value):
        MaskedArray.__setitem__(self, index, value)
        if isinstance(index, str):
            self._mask[index] = getmaskarray(value)

    def __str__(self):
        if self.size > 1:
            rows = [f"({','.join(str(part) for part in row)})"
                    for row in zip(*[getattr(self, name) for name in self.dtype.names])]
            return f"[{', '.join(rows)}]"
        row = [str(getattr(self, name)) for name in self.dtype.names]
        return f"({', '.join(row)})"

    def __repr__(self):
        names = self.dtype.names
        width = max([len(name) for name in names]) + 4
        lines = [f"{name:>{width}} : {getattr(self, name)!s}" for name in names]
        return "\n".join(["masked_records(", *lines, f"{'    fill_value':>{width}} : {self.fill_value}", "              )"])

    def view(self, dtype=None, type=None):
        """The same records as another dtype or class."""
        if dtype is None:
            return ndarray.view(self) if type is None else ndarray.view(self, type)
        if type is None:
            if isinstance(dtype, _TYPE) and issubclass(dtype, ndarray):
                return ndarray.view(self, dtype)
            dtype = np.dtype(dtype)
            if dtype.fields is None:
                made = self.__array__().view(dtype)
                return made
            return ndarray.view(self, dtype)
        return ndarray.view(self, dtype, type)

    def harden_mask(self):
        """From now on an assignment unmasks nothing."""
        self._hardmask = True

    def soften_mask(self):
        """From now on an assignment unmasks."""
        self._hardmask = False

    def copy(self, order="C"):
        """The same records in memory of their own."""
        copied = self._data.copy(order).view(type(self))
        copied.__dict__["_mask"] = self._mask.copy()
        copied._fill_value, copied._hardmask = self._fill_value, self._hardmask
        return copied

    def tolist(self, fill_value=None):
        """The records as lists, None or a fill value where one is masked."""
        if fill_value is not None:
            return self.filled(fill_value).tolist()
        rows = np.array(self.filled().tolist(), dtype=object)
        mask = np.array(self._mask.tolist())
        rows[mask] = None
        return rows.tolist()

    def __reduce__(self):
        return _restored, (type(self), self._data, np.asarray(self._mask), self._fill_value, self._hardmask)


_TYPE = type(ndarray)
MaskedRecords.__module__ = "numpy.ma.mrecords"
mrecarray = MaskedRecords


def _restored(kind, data, mask, fill_value, hardmask):
    made = data.view(kind)
    made.__dict__["_mask"] = mask
    made._fill_value, made._hardmask = fill_value, hardmask
    return made


def fromarrays(arraylist, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False, byteorder=None,
               fill_value=None):
    """Masked records of arrays, one a field."""
    data = [ma.getdata(part) for part in arraylist]
    masks = [np.atleast_1d(getmaskarray(part)) for part in arraylist]
    records = np.rec.fromarrays(data, dtype=dtype, shape=shape, formats=formats, names=names, titles=titles,
                                aligned=aligned, byteorder=byteorder)
    made = records.view(mrecarray)
    made._mask.flat = list(zip(*masks))
    if fill_value is not None:
        made.fill_value = fill_value
    return made


def fromrecords(reclist, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False, byteorder=None,
                fill_value=None, mask=nomask):
    """Masked records of rows."""
    known = getattr(reclist, "_mask", None)
    if isinstance(reclist, ndarray):
        if isinstance(reclist, MaskedRecords):
            reclist = reclist.filled().view(ndarray)
        elif dtype is None:
            dtype = reclist.dtype
        reclist = reclist.tolist()
    made = np.rec.fromrecords(reclist, dtype=dtype, shape=shape, formats=formats, names=names, titles=titles,
                              aligned=aligned, byteorder=byteorder).view(mrecarray)
    if fill_value is not None:
        made.fill_value = fill_value
    if mask is not nomask:
        mask = np.asarray(mask)
        rows = mask.tolist()
        if mask.dtype.names is None and (not rows or not isinstance(rows[0], (tuple, list))):
            rows = [tuple([bool(row)] * len(made.dtype.names)) for row in rows]
        made._mask[:] = [tuple(row) for row in rows]
    elif known is not None and known is not nomask:
        made._mask[:] = known
    return made


def openfile(fname):
    """Opens a file of text, or goes back to the start of one that is open."""
    if hasattr(fname, "readline"):
        return fname
    try:
        opened = open(fname)
    except FileNotFoundError as error:
        raise FileNotFoundError(f"No such file: '{fname}'") from error
    if opened.readline()[:2] != "\\x":
        opened.seek(0, 0)
        return opened
    opened.close()
    raise NotImplementedError("Wow, binary file")


def _guessed(row):
    """A dtype for each word of a row: integer, float, complex or text."""
    kinds = []
    for word in row:
        for convert, kind in ((int, np.dtype(int)), (float, np.dtype(float)), (complex, np.dtype(complex))):
            try:
                convert(word)
                kinds.append(kind)
                break
            except ValueError:
                pass
        else:
            kinds.append(np.asarray(word).dtype)
    return kinds


def fromtextfile(fname, delimiter=None, commentchar="#", missingchar="", varnames=None, vartypes=None):
    """Masked records of the lines of a file of text; the first line names the fields unless names are given."""
    opened = openfile(fname)
    line, width = opened.readline(), 0
    while line:
        words = line[:line.find(commentchar)].strip() if commentchar in line else line.strip()
        first = words.split(delimiter)
        if len(first) > 1:
            break
        line = opened.readline()
    if varnames is None:
        varnames = first
    width = len(varnames)
    rows = [line.strip() for line in opened if line[0] != commentchar]
    table = ma.masked_array([row.split(delimiter) for row in rows if row]) if not width else \
        ma.masked_array([row.split(delimiter) for row in rows if len(row.split(delimiter)) > 1])
    opened.close()
    if vartypes is None:
        vartypes = _guessed(table._data[0])
    else:
        vartypes = [np.dtype(kind) for kind in vartypes]
        if len(vartypes) != width:
            warnings.warn(f"Attempting to {len(vartypes)} dtypes for {width} fields!\nReverting to default.", stacklevel=2)
            vartypes = _guessed(table._data[0])
    descr = np.dtype(list(zip(varnames, vartypes)))
    fills = [ma.default_fill_value(kind) for kind in vartypes]
    columns = [ma.masked_array(column, mask=missing, dtype=kind, fill_value=fill)
               for column, missing, kind, fill in zip(table.T, table.T._data == missingchar, vartypes, fills)]
    return fromarrays(columns, dtype=descr)


def addfield(mrecord, newfield, newfieldname=None):
    """Masked records with one more field."""
    data, mask = mrecord._data, mrecord._mask
    if newfieldname is None or newfieldname in reserved_fields:
        newfieldname = f"f{len(data.dtype)}"
    newfield = ma.array(newfield)
    kinds = [(name, data.dtype[name]) for name in data.dtype.names] + [(newfieldname, newfield.dtype)]
    made = np.recarray(data.shape, np.dtype(kinds))
    for name in data.dtype.names:
        made[name] = data[name]
    made[newfieldname] = newfield._data
    made = made.view(MaskedRecords)
    whole = np.zeros(made.shape, make_mask_descr(made.dtype))
    for name in mask.dtype.names:
        whole[name] = mask[name]
    whole[newfieldname] = getmaskarray(newfield)
    made.__dict__["_mask"] = whole
    return made
