"""`numpy.char.chararray`: arrays of text whose methods are those of text, and which do not see white space at the end.

NumPy keeps it for old programs; arrays of text and the functions of `numpy.strings` do all of it.
"""

import numpy as np
from numpy import char, strings


class chararray(np.ndarray):
    """chararray(shape, itemsize=1, unicode=False, buffer=None, offset=0, strides=None, order=None)

    An array of text or bytes with the methods of text. `numpy.char.array` makes one of values.
    """

    __module__ = "numpy.char"

    def __new__(subtype, shape, itemsize=1, unicode=False, buffer=None, offset=0, strides=None, order="C"):
        kind = np.dtype(f"{'U' if unicode else 'S'}{int(itemsize)}")
        if isinstance(buffer, str):
            filler, buffer = buffer, None
        else:
            filler = None
        if buffer is None:
            made = np.ndarray.__new__(subtype, shape, kind, order=order)
        else:
            made = np.ndarray.__new__(subtype, shape, kind, buffer=buffer, offset=offset, strides=strides, order=order)
        if filler is not None:
            made[...] = filler
        return made

    def __array_wrap__(self, arr, context=None, return_scalar=False):
        return arr.view(type(self)) if arr.dtype.char in "SUbc" else arr

    def __array_finalize__(self, obj):
        if self.dtype.char not in "VSUbc":
            raise ValueError("Can only create a chararray from string data.")

    def __getitem__(self, obj):
        found = np.ndarray.__getitem__(self, obj)
        if not isinstance(found, np.character):
            return found
        return bytes(found).rstrip() if isinstance(found, bytes) else str(found).rstrip()

    def _shown(self):
        """What is printed: the texts without the white space at their ends."""
        return np.asarray(strings.rstrip(self.__array__())).view(type(self)) if self.size else self

    def __repr__(self):
        return np.ndarray.__repr__(self._shown())

    def __str__(self):
        return np.ndarray.__str__(self._shown())

    def __add__(self, other):
        return np.add(self, other)

    def __radd__(self, other):
        return np.add(other, self)

    def __mul__(self, i):
        return asarray(strings.multiply(self, _count(i)))

    __rmul__ = __mul__

    def __mod__(self, i):
        return asarray(strings.mod(self, i))

    def __rmod__(self, other):
        return NotImplemented

    def argsort(self, axis=-1, kind=None, order=None, *, stable=None):
        """The places of the elements in sorted order."""
        return self.__array__().argsort(axis, kind, order, stable=stable)


def _count(i):
    count = np.asarray(i)
    if count.dtype.kind not in "iub":
        raise ValueError("Can only multiply by integers")
    return count


def _plain(name):
    """A method whose result is a plain array."""
    function = getattr(char, name)

    def method(self, *args, **kwargs):
        return function(self, *args, **kwargs)

    return _named(method, name, function)


def _made(name):
    """A method whose result is an array of text again."""
    function = getattr(char, name)

    def method(self, *args, **kwargs):
        return asarray(function(self, *args, **kwargs))

    return _named(method, name, function)


def _compared(name, function):
    def method(self, other):
        return function(self, other)

    return _named(method, name, function)


def _named(method, name, function):
    method.__name__, method.__qualname__, method.__doc__ = name, f"chararray.{name}", function.__doc__
    return method


for _name in "capitalize center expandtabs ljust lower lstrip partition replace rjust rpartition rstrip strip swapcase " \
             "title translate upper zfill".split():
    setattr(chararray, _name, _made(_name))
for _name in "count decode encode endswith find index isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle " \
             "isupper join rfind rindex rsplit split splitlines startswith".split():
    setattr(chararray, _name, _plain(_name))
for _name, _function in {"__eq__": char.equal, "__ne__": char.not_equal, "__lt__": char.less, "__le__": char.less_equal,
                         "__gt__": char.greater, "__ge__": char.greater_equal}.items():
    setattr(chararray, _name, _compared(_name, _function))
chararray.__hash__ = None


def array(obj, itemsize=None, copy=True, unicode=None, order=None):
    """A chararray of text or bytes, or of what `str` makes of other values."""
    if isinstance(obj, (bytes, str)):
        unicode = isinstance(obj, str) if unicode is None else unicode
        itemsize = len(obj) if itemsize is None else itemsize
        shape = len(obj) // itemsize if itemsize else 0
        if unicode and isinstance(obj, bytes):
            obj = obj.decode("ascii")
        if not unicode and isinstance(obj, str):
            obj = obj.encode("ascii")
        parts = [obj[at * itemsize:(at + 1) * itemsize] for at in range(shape)]
        return np.array(parts, dtype=f"{'U' if unicode else 'S'}{itemsize}").view(chararray)
    if isinstance(obj, (list, tuple)):
        obj = np.asarray(obj)
    if isinstance(obj, np.ndarray) and issubclass(obj.dtype.type, np.character):
        made = obj.view(chararray) if not isinstance(obj, chararray) else obj
        if itemsize is None:
            itemsize = made.itemsize // (4 if made.dtype.kind == "U" else 1)
        unicode = made.dtype.kind == "U" if unicode is None else unicode
        made = np.asarray(made, order=order) if order is not None else made
        kind = np.dtype(f"{'U' if unicode else 'S'}{int(itemsize)}")
        if copy or made.dtype != kind:
            made = made.astype(kind)
        return made
    if isinstance(obj, np.ndarray) and itemsize is None:
        obj = obj.tolist()
    letter = "U" if unicode else "S"
    kind = np.dtype(letter if itemsize is None else f"{letter}{int(itemsize)}")
    return np.array(obj, dtype=kind, order=order, subok=True, copy=copy or None).view(chararray)


def asarray(obj, itemsize=None, unicode=None, order=None):
    """`obj` as a chararray, without a copy where it can be."""
    return array(obj, itemsize, copy=False, unicode=unicode, order=order)
