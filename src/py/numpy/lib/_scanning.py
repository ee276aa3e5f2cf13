"""Elements in files without a header and in texts: `fromfile`, `fromstring` and the method `tofile`.

Files of their own format are in `_files`, tables of text in `_loadtxt` and `_tables`.
"""

import os
import re

from numpy import _engine as np

_WHOLE = re.compile(r"\s*([+-]?\d+)")
_FLOAT = r"[+-]?(?:nan(?:\(\w*\))?|inf(?:inity)?|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)"
_REAL = re.compile(rf"\s*({_FLOAT})", re.ASCII | re.IGNORECASE)
_COMPLEX = re.compile(rf"\s*({_FLOAT})(?:([+-](?:{_FLOAT})?)j|(j))?", re.ASCII | re.IGNORECASE)


def _float(text):
    return float(text.partition("(")[0])


def _complex(found):
    first, second, alone = found.group(1, 2, 3)
    if alone:
        return complex(0, _float(first))
    return complex(_float(first), 0 if second is None else _float(second + "1" if second in "+-" else second))


def _reader(kind):
    """A number's pattern, and the value of what it matches."""
    if kind == "u":
        # As C reads them: a minus turns round.
        return _WHOLE, lambda found: min(max(int(found[1]), -2**63), 2**64 - 1) % 2**64
    if kind == "b":
        return _REAL, lambda found: _float(found[1]) != 0
    if kind in "imM":
        return _WHOLE, lambda found: min(max(int(found[1]), -2**63), 2**63 - 1)
    if kind == "c":
        return _COMPLEX, _complex
    return _REAL, lambda found: _float(found[1])


class _Separator:
    """What stands between two numbers: any space where the separator has some, and at its ends."""

    def __init__(self, text):
        self._core = text.split()
        self._pattern = re.compile(r"\s*" + r"\s*".join([re.escape(word) for word in self._core]) + r"\s*")

    def skip(self, text, at):
        """The place after a separator: the text's end where it ends within one, -1 where there is none."""
        found = self._pattern.match(text, at)
        if found is not None:
            return found.end() if found.end() > at else -1
        rest = text[at:].split()
        return len(text) if "".join(self._core).startswith("".join(rest)) else -1


def _scan(text, dtype, count, sep):
    """The numbers in a text, and the place after what was read of it."""
    pattern, value = _reader(dtype.kind)
    separator, numbers, at = _Separator(sep), [], 0
    while len(numbers) != count:
        found = pattern.match(text, at)
        if found is None:
            if text[at:].strip() or (text and not numbers and not text.isspace()):
                raise ValueError("string or file could not be read to its end due to unmatched data")
            break
        numbers.append(value(found))
        at = found.end()
        if at == len(text):
            break
        after = separator.skip(text, at)
        if after < 0:
            if len(numbers) == count:
                break
            raise ValueError("string or file could not be read to its end due to unmatched data")
        at = after
        if at == len(text):
            break
    kind = {"b": "?", "i": "i8", "m": "i8", "M": "i8", "u": "u8", "c": "c16"}.get(dtype.kind, "f8")
    made = np.array(numbers, dtype=kind)
    return (made.view(dtype) if dtype.kind in "mM" else made.astype(dtype)), at


def fromstring(string, dtype=float, count=-1, *, sep="", like=None):
    """The numbers in a text, separated by `sep`."""
    if like is not None:
        return np._made_like(like, "fromstring", (string,), {"dtype": dtype, "count": count, "sep": sep})
    if sep == "":
        raise ValueError("The binary mode of fromstring is removed, use frombuffer instead")
    dtype = np.dtype(dtype)
    if dtype.kind == "O":
        raise ValueError("Cannot create an object array from a string")
    if dtype.kind in "SUV":
        raise ValueError("don't know how to read character strings with that array type")
    text = string.decode("latin1") if isinstance(string, (bytes, bytearray)) else string
    return _scan(text, dtype, count.__index__(), sep)[0]


class _Bytes:
    """The bytes of a file from where it stands: of a path, or of an open file, which is moved on by what was taken."""

    def __init__(self, file):
        self._own = isinstance(file, (str, bytes)) or hasattr(file, "__fspath__")
        self._file = open(os.fspath(file), "rb") if self._own else file
        if not self._own:
            file.flush()
            file.fileno()
        self._start = 0 if self._own else file.tell()
        self._raw = getattr(self._file, "buffer", self._file)
        self._raw.seek(self._start)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        if self._own:
            self._file.close()

    def skip(self, count):
        """Leaves out some bytes."""
        self._start += count
        self._raw.seek(self._start)

    def read(self, count=-1):
        """So many bytes, or all that are left."""
        return self._raw.read(count)

    def taken(self, count):
        """Leaves an open file after so many bytes."""
        if not self._own:
            self._file.seek(self._start + count)


def fromfile(file, dtype=float, count=-1, sep="", offset=0, *, like=None):
    """The elements in a file of raw bytes, or of text with separators."""
    if like is not None:
        return np._made_like(like, "fromfile", (file,), {"dtype": dtype, "count": count, "sep": sep, "offset": offset})
    if not hasattr(count, "__index__"):
        raise TypeError(f"'{type(count).__name__}' object cannot be interpreted as an integer")
    dtype, count = np.dtype(dtype), count.__index__()
    if sep and offset:
        raise TypeError("'offset' argument only permitted for binary files")
    with _Bytes(file) as opened:
        if dtype.hasobject:
            raise ValueError("Cannot read into object array")
        if dtype.itemsize == 0:
            raise ValueError("The elements are 0-sized.")
        if sep:
            if dtype.kind in "SUVT":
                raise ValueError("Unable to read character files of that array type")
            made, end = _scan(opened.read().decode("latin1"), dtype, count, sep)
            opened.taken(end)
            return made
        if offset:
            opened.skip(offset)
        data = opened.read(-1 if count < 0 else count * dtype.itemsize)
        whole = len(data) // dtype.itemsize
        opened.taken(whole * dtype.itemsize)
    made = np.empty(whole, dtype=dtype)
    if whole:
        held = np.frombuffer(bytearray(data[:whole * dtype.itemsize]), dtype=dtype.base)
        return held.reshape(made.shape)
    return made


def tofile(a, fid, sep="", format="%s"):
    """Writes the elements as raw bytes, or as text with separators."""
    own = isinstance(fid, (str, bytes)) or hasattr(fid, "__fspath__")
    opened = open(os.fspath(fid), "wb") if own else fid
    try:
        if not own:
            opened.flush()
            opened.fileno()
        if not sep and a.dtype.hasobject:
            raise OSError("cannot write object arrays to a file in binary mode")
        if sep:
            written = sep.join([str(item) if format == "%s" else format % item for item in a.ravel().tolist()])
            written = written.encode("utf-8" if a.dtype.kind in "UT" else "latin1", "replace")
        else:
            written = a.tobytes()
        raw = getattr(opened, "buffer", opened)
        raw.write(written)
        raw.flush()
    finally:
        if own:
            opened.close()
