"""Record arrays: structured arrays whose fields are attributes too. The names stand in `numpy.rec`."""

from numpy import _engine as np
from numpy._engine import dtype as _dtype, ndarray, void


class record(void):
    """An element of a record array: a `void` whose fields are attributes."""

    __slots__ = ()

    def __str__(self):
        return void.__str__(self)

    def __getattribute__(self, attr):
        if attr in ("setfield", "getfield", "dtype"):
            return void.__getattribute__(self, attr)
        try:
            return void.__getattribute__(self, attr)
        except AttributeError:
            pass
        if attr in (self.dtype.fields or ()):
            value = void.__getitem__(self, attr)
            return _as_record(value) if isinstance(value, void) else value
        raise AttributeError(f"'record' object has no attribute '{attr}'")

    def __getattr__(self, attr):
        raise AttributeError(f"'record' object has no attribute '{attr}'")

    def __setattr__(self, attr, value):
        if attr in ("setfield", "getfield", "dtype"):
            raise AttributeError(f"Cannot set '{attr}' attribute")
        if attr in (self.dtype.fields or ()):
            self[attr] = value
            return
        if getattr(self, attr, None) is not None:
            object.__setattr__(self, attr, value)
            return
        raise AttributeError(f"'record' object has no attribute '{attr}'")

    def __getitem__(self, index):
        value = void.__getitem__(self, index)
        return _as_record(value) if isinstance(value, void) else value

    def pprint(self):
        """Each field and its value, one a line."""
        names = self.dtype.names
        width = max(len(name) for name in names)
        return "\n".join(f"{name:>{width}}: {getattr(self, name)}" for name in names)


record.__module__ = "numpy"
np._set_record_class(record)


def _as_record(value):
    """A nested record with attributes of its own."""
    return value.view(_dtype((record, value.dtype))) if value.dtype.names is not None else value


class recarray(ndarray):
    """An array of records whose fields are attributes: recarray(shape, dtype) or recarray(shape, formats=, names=)."""

    def __new__(subtype, shape, dtype=None, buf=None, offset=0, strides=None, formats=None, names=None, titles=None,
                byteorder=None, aligned=False, order="C"):
        if dtype is not None:
            descr = _dtype(dtype)
        else:
            descr = format_parser(formats, names, titles, aligned, byteorder).dtype
        if buf is None:
            return ndarray.__new__(subtype, shape, _dtype((record, descr)), order=order)
        return ndarray.__new__(subtype, shape, _dtype((record, descr)), buffer=buf, offset=offset, strides=strides,
                               order=order)

    def __array_finalize__(self, obj):
        if self.dtype.type is not record and self.dtype.names is not None:
            self.dtype = self.dtype

    def __getattribute__(self, attr):
        try:
            return object.__getattribute__(self, attr)
        except AttributeError:
            pass
        if attr not in (object.__getattribute__(self, "dtype").fields or ()):
            raise AttributeError(f"recarray has no attribute {attr}")
        return self._typed(ndarray.__getitem__(self, attr))

    def _typed(self, obj):
        """A field as it is given out: records stay records, anything else is a plain array."""
        if obj.dtype.names is None:
            return obj.view(ndarray)
        return obj.view(_dtype((self.dtype.type, obj.dtype)))

    def __setattr__(self, attr, value):
        if attr == "dtype" and issubclass(value.type, void) and value.names is not None:
            value = _dtype((record, value))
        fields = ndarray.__getattribute__(self, "dtype").fields or ()
        if attr in fields and not hasattr(ndarray, attr):
            ndarray.__setitem__(self, attr, value)
        else:
            object.__setattr__(self, attr, value)

    def __getitem__(self, index):
        obj = ndarray.__getitem__(self, index)
        if not isinstance(obj, ndarray):
            return obj
        return self._typed(obj if obj.dtype.names is None else obj.view(type(self)))

    def __repr__(self):
        shown = self.dtype
        whole = shown.type is record or not issubclass(shown.type, void)
        if shown.type is record:
            shown = _dtype((void, shown))
        prefix = "rec.array(" if whole else "array("
        if self.size > 0 or self.shape == (0,):
            text = np.array2string(self, separator=", ", prefix=prefix, suffix=",")
        else:
            text = f"[], shape={self.shape!r}"
        rest = "" if whole else ".view(numpy.recarray)"
        return f"{prefix}{text},\n{' ' * len(prefix)}dtype={shown}){rest}"

    def field(self, attr, val=None):
        """A field by name or number; with a value, sets it."""
        if isinstance(attr, int):
            attr = self.dtype.names[attr]
        if val is not None:
            self[attr] = val
            return None
        obj = ndarray.__getitem__(self, attr)
        return obj if obj.dtype.names is not None else obj.view(ndarray)


recarray.__module__ = "numpy.rec"


def find_duplicate(list):
    """The items that stand in a list more than once, in the order they were first seen."""
    return [item for place, item in enumerate(list) if list.index(item) == place and list.count(item) > 1]


class format_parser:
    """Makes a dtype of formats, names and titles: format_parser(['i4', 'f8'], ['a', 'b'], []).dtype."""

    def __init__(self, formats, names, titles, aligned=False, byteorder=None):
        if formats is None:
            raise ValueError("Need formats argument")
        if isinstance(formats, (list, tuple)):
            kinds = [_dtype(format) for format in formats]
        else:
            made = _dtype(formats, aligned)
            kinds = [made] if made.fields is None else [made[name] for name in made.names]
        names = [name.strip() for name in (names.split(",") if isinstance(names, str) else names or ())]
        names = names[:len(kinds)] + [f"f{place}" for place in range(len(names), len(kinds))]
        twice = find_duplicate(names)
        if twice:
            raise ValueError(f"Duplicate field names: {twice}")
        titles = [title.strip() if title else None for title in titles or ()]
        titles += [None] * (len(kinds) - len(titles))
        fields = [(name if title is None else (title, name), kind) for name, title, kind in zip(names, titles, kinds)]
        descr = _dtype(fields, align=aligned)
        self.dtype = descr if byteorder is None else descr.newbyteorder(byteorder[0])
        self._names, self._titles = names, titles


format_parser.__module__ = "numpy.rec"


def _descr(dtype, formats, names, titles, aligned, byteorder):
    return _dtype(dtype) if dtype is not None else format_parser(formats, names, titles, aligned, byteorder).dtype


def fromarrays(arrayList, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False, byteorder=None):
    """A record array of arrays, one a field."""
    arrays = [np.asarray(array) for array in arrayList]
    if shape is None:
        shape = arrays[0].shape
    elif isinstance(shape, int):
        shape = (shape,)
    if formats is None and dtype is None:
        formats = [array.dtype for array in arrays]
    descr = _descr(dtype, formats, names, titles, aligned, byteorder)
    if len(descr) != len(arrays):
        raise ValueError("mismatch between the number of fields and the number of arrays")
    inner = descr[0].shape
    if inner:
        shape = shape[:-len(inner)]
    made = recarray(shape, descr)
    for place, (name, array) in enumerate(zip(descr.names, arrays)):
        depth = descr[place].ndim
        if array.shape[:array.ndim - depth] != made.shape:
            raise ValueError(f'array-shape mismatch in array {place} ("{name}")')
        made[name] = array
    return made


def fromrecords(recList, dtype=None, shape=None, formats=None, names=None, titles=None, aligned=False, byteorder=None):
    """A record array of tuples, one a record."""
    if formats is None and dtype is None:
        rows = np.array(recList, dtype=object)
        columns = [np.array(rows[..., place].tolist()) for place in range(rows.shape[-1])]
        return fromarrays(columns, formats=formats, shape=shape, names=names, titles=titles, aligned=aligned,
                          byteorder=byteorder)
    descr = _dtype((record, _descr(dtype, formats, names, titles, aligned, byteorder)))
    made = np.array(recList, dtype=descr)
    if shape is not None and made.shape != shape:
        made = made.reshape(shape)
    return made.view(recarray)


def fromstring(datastring, dtype=None, shape=None, offset=0, formats=None, names=None, titles=None, aligned=False,
               byteorder=None):
    """A record array on the memory of bytes."""
    if dtype is None and formats is None:
        raise TypeError("fromstring() needs a 'dtype' or 'formats' argument")
    descr = _descr(dtype, formats, names, titles, aligned, byteorder)
    if shape in (None, -1):
        shape = (len(datastring) - offset) // descr.itemsize
    return recarray(shape, descr, buf=datastring, offset=offset)


def fromfile(fd, dtype=None, shape=None, offset=0, formats=None, names=None, titles=None, aligned=False, byteorder=None):
    """A record array of the bytes of a file."""
    if dtype is None and formats is None:
        raise TypeError("fromfile() needs a 'dtype' or 'formats' argument")
    import os
    descr = _descr(dtype, formats, names, titles, aligned, byteorder)
    if isinstance(fd, (str, os.PathLike)):
        with open(fd, "rb") as opened:
            return fromfile(opened, descr, shape, offset)
    if offset > 0:
        fd.seek(offset, 1)
    data = fd.read()
    count = len(data) // descr.itemsize
    shape = (count,) if shape in (None, -1) else (shape,) if isinstance(shape, int) else tuple(shape)
    wanted = 1
    for length in shape:
        wanted *= length
    if -1 in shape:
        shape = tuple(count // -wanted if length == -1 else length for length in shape)
        wanted = count
    if wanted > count:
        raise ValueError("Not enough bytes left in file for specified shape and type.")
    return np.frombuffer(bytearray(data[:wanted * descr.itemsize]), descr).reshape(shape).view(recarray)


def array(obj, dtype=None, shape=None, offset=0, strides=None, formats=None, names=None, titles=None, aligned=False,
          byteorder=None, copy=True):
    """A record array of an array, of bytes, of a file, of tuples, or of arrays, one a field."""
    if (obj is None or isinstance(obj, str) or hasattr(obj, "read")) and formats is None and dtype is None:
        raise ValueError("Must define formats (or dtype) if object is None, string, or an open file")
    options = {}
    if dtype is not None:
        dtype = _dtype(dtype)
    elif formats is not None:
        dtype = format_parser(formats, names, titles, aligned, byteorder).dtype
    else:
        options = {"names": names, "titles": titles, "aligned": aligned, "byteorder": byteorder}
    if obj is None:
        if shape is None:
            raise ValueError("Must define a shape if obj is None")
        return recarray(shape, dtype, buf=obj, offset=offset, strides=strides)
    if isinstance(obj, bytes):
        return fromstring(obj, dtype, shape=shape, offset=offset, **options)
    if isinstance(obj, (list, tuple)):
        if isinstance(obj[0], (tuple, list)):
            return fromrecords(obj, dtype=dtype, shape=shape, **options)
        return fromarrays(obj, dtype=dtype, shape=shape, **options)
    if isinstance(obj, recarray):
        made = obj.view(dtype) if dtype is not None and obj.dtype != dtype else obj
        return made.copy() if copy else made
    if hasattr(obj, "read"):
        return fromfile(obj, dtype=dtype, shape=shape, offset=offset)
    if isinstance(obj, ndarray):
        made = obj.view(dtype) if dtype is not None and obj.dtype != dtype else obj
        return (made.copy() if copy else made).view(recarray)
    interface = getattr(obj, "__array_interface__", None)
    if not isinstance(interface, dict):
        raise ValueError("Unknown input type")
    made = np.array(obj)
    return (made if dtype is None else made.view(dtype)).view(recarray)


for _function in (fromarrays, fromrecords, fromstring, fromfile, array, find_duplicate):
    _function.__module__ = "numpy.rec"
