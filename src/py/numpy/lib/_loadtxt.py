"""loadtxt: what a row, a field and a value of a text file are.

Other text: `_genfromtxt` guesses what it reads and forgives more; savetxt and fromregex stand in `_tables`.
"""

import operator
import os
import re
import warnings

import numpy
from numpy import _engine as np

_NEWLINES = "\r\n"
_EMBEDDED = "Found an unquoted embedded newline within a single line of input.  This is currently not supported."


def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
    """The numbers in a text file, one row a line. `fname` is a path, a file, or any iterable of lines."""
    if like is not None:
        given = dict(dtype=dtype, comments=comments, delimiter=delimiter, converters=converters, skiprows=skiprows,
                     usecols=usecols, unpack=unpack, ndmin=ndmin, encoding=encoding, max_rows=max_rows,
                     quotechar=quotechar)
        return np._made_like(like, "loadtxt", (fname,), given)
    dtype = np.dtype(np.float64 if dtype is None else dtype)
    if usecols is not None:
        usecols = list(usecols) if hasattr(usecols, "__iter__") else [usecols]
    if ndmin not in (0, 1, 2):
        raise ValueError(f"Illegal value of ndmin keyword: {ndmin}")
    if isinstance(delimiter, bytes):
        delimiter = delimiter.decode("latin1")
    comments, comment = _comments(comments, delimiter, quotechar)
    skiprows = _count(skiprows)
    max_rows = None if max_rows is None else _count(max_rows)
    as_bytes, encoding = encoding == "bytes", None if encoding == "bytes" else encoding
    lines, opened, encoding = _lines(fname, encoding)
    try:
        _check_controls(delimiter, comment, quotechar)
        if converters is not None and not isinstance(converters, dict) and not callable(converters):
            raise TypeError("converters must be a dictionary mapping columns to converter functions or a single callable.")
        usecols = None if usecols is None else [_column(place) for place in usecols]
        table = _Table(dtype, converters, usecols, as_bytes)
        texts = _decoded(lines, encoding)
        if comments is not None:
            texts = _without(texts, comments)
        if quotechar is None:
            rows = _plain_rows(texts, delimiter, comment, skiprows)
        else:
            rows = _quoted_rows(texts, delimiter, comment, quotechar, skiprows)
        _read(table, rows, max_rows, skiprows)
    finally:
        if opened is not None:
            opened.close()
    made = table.made()
    if made.ndim > ndmin:
        made = made.squeeze()
    if made.ndim < ndmin:
        made = np.atleast_1d(made) if ndmin == 1 else np.atleast_2d(made).T
    if made.shape and not made.shape[0]:
        warnings.warn(f'loadtxt: input contained no data: "{fname}"', category=UserWarning, stacklevel=2)
    if not unpack:
        return made
    return made.T if made.dtype.names is None else [made[name] for name in made.dtype.names]


# What was asked for

def _count(value):
    try:
        value = operator.index(value)
    except TypeError:
        raise TypeError("argument must be an integer") from None
    if value < 0:
        raise ValueError("argument must be nonnegative")
    return value


def _column(place):
    try:
        place = operator.index(place)
        if not -2**63 <= place < 2**63:
            raise OverflowError("Python int too large to convert to C ssize_t")
        return place
    except TypeError:
        raise TypeError("usecols must be an int or a sequence of ints but it contains at least one element of "
                        f"type '{type(place).__name__}'") from None


def _comments(comments, delimiter, quotechar):
    """Texts that begin a comment where they are several or long, and the one character otherwise."""
    if comments is None:
        return None, None
    comments = [comments] if isinstance(comments, (str, bytes)) else comments
    comments = tuple(text.decode("latin1") if isinstance(text, bytes) else text for text in comments)
    if "" in comments:
        raise ValueError("comments cannot be an empty string. Use comments=None to disable comments.")
    if not comments:
        return None, None
    if len(comments) == 1:
        if isinstance(comments[0], str) and len(comments[0]) == 1:
            return None, comments[0]
    elif delimiter in comments:
        raise TypeError(f"Comment characters '{comments}' cannot include the delimiter '{delimiter}'")
    if quotechar is not None:
        raise ValueError("when multiple comments or a multi-character comment is given, quotes are not supported.  "
                         "In this case quotechar must be set to None.")
    return comments, None


def _check_controls(delimiter, comment, quotechar):
    """The three characters must be single, no newlines, and differ."""
    named = {"delimiter": delimiter, "comment": comment, "quotechar": quotechar}
    for value in named.values():
        if value is not None and not (isinstance(value, str) and len(value) == 1):
            raise TypeError(f"Text reading control character must be a single unicode character or None; but got: {value!r}")
    for name in ("comment", "quotechar", "delimiter"):
        if named[name] is not None and named[name] in _NEWLINES:
            raise TypeError(f"control character '{name}' cannot be a newline (`\\r` or `\\n`).")
    clash = None
    if delimiter is None:
        blank = [name for name in ("comment", "quotechar") if named[name] is not None and named[name].isspace()]
        clash = ("delimiter", blank[0]) if blank else None
    for one, other in (("quotechar", "delimiter"), ("comment", "delimiter"), ("comment", "quotechar")):
        if named[one] is not None and named[one] == named[other]:
            clash = one, other
    if clash:
        raise TypeError(f"The values for control characters '{clash[0]}' and '{clash[1]}' are incompatible")


# Lines

def _lines(source, encoding):
    """The lines of a path, a file, or any iterable of lines; what to close at the end; the encoding of bytes."""
    if isinstance(source, (str, os.PathLike)):
        from numpy.lib._sources import open as open_source
        opened = open_source(os.fspath(source), "rt", encoding=encoding)
        return opened, opened, encoding
    try:
        return iter(source), None, encoding or getattr(source, "encoding", None) or "latin1"
    except TypeError as error:
        raise ValueError("fname must be a string, filehandle, list of strings,\n"
                         f"or generator. Got {type(source)} instead.") from error


def _decoded(lines, encoding):
    for line in lines:
        if type(line) is not str:
            if isinstance(line, bytes):
                line = line.decode(encoding)
            elif not isinstance(line, str):
                raise TypeError("non-string returned while reading data")
        yield line


def _without(lines, comments):
    """The lines up to the first of several comments."""
    for line in lines:
        for comment in comments:
            line = line.split(comment, 1)[0]
        yield line


# Rows: the fields of each line, none of one that holds no data

def _plain_rows(lines, delimiter, comment, skipped):
    for number, line in enumerate(lines):
        if number < skipped:
            continue
        line = line[:-2] if line[-2:] == "\r\n" else line[:-1] if line[-1:] in ("\n", "\r") else line
        if comment is not None and comment in line:
            line = line[:line.index(comment)]
        if "\n" in line or "\r" in line:
            raise ValueError(_EMBEDDED)
        yield line.split(delimiter) if line else []


def _quoted_rows(lines, delimiter, comment, quote, skipped):
    lines = iter(lines)
    for number, line in enumerate(lines):
        fields = _quoted_row(line, lines, delimiter, comment, quote)
        if number >= skipped:
            yield fields


def _quoted_row(line, lines, delimiter, comment, quote):
    """The fields of a row: a quote at the start of one protects all up to the next, ends of lines too."""
    fields, place, quoted = [], 0, False
    while True:
        if delimiter is None:
            while place < len(line) and line[place].isspace():
                place += 1
            if place >= len(line) or line[place] == comment:
                return fields
        field, quoted = [], line[place:place + 1] == quote
        if quoted:
            place += 1
            while True:
                end = line.find(quote, place)
                if end < 0:
                    field.append(line[place:])
                    line, place = next(lines, None), 0
                    if line is None:
                        return fields + ["".join(field)]
                    continue
                field.append(line[place:end])
                place = end + 1
                if line[place:place + 1] != quote:
                    break
                field.append(quote)
                place += 1
        start = place
        while place < len(line):
            c = line[place]
            if c in _NEWLINES or c == comment or (c == delimiter if delimiter is not None else c.isspace()):
                break
            place += 1
        field.append(line[start:place])
        text = "".join(field)
        ends = place >= len(line) or line[place] in _NEWLINES or line[place] == comment
        if ends and not fields and not text and not quoted:
            return fields
        fields.append(text)
        if not ends:
            place += 1
            continue
        if line[place:place + 1] and line[place] in _NEWLINES and line[place:] not in ("\n", "\r", "\r\n"):
            raise ValueError(_EMBEDDED)
        return fields


def _read(table, rows, max_rows, skipped):
    if max_rows == 0:
        return
    warned = max_rows is None
    for number, fields in enumerate(rows, skipped + 1):
        if not fields:
            if not warned:
                warned = True
                warnings.warn(
                    f"Input line {number} contained no data and will not be counted towards `max_rows={max_rows}`.  This "
                    "differs from the behaviour in NumPy <=1.22 which counted lines rather than rows.  If desired, the "
                    "previous behaviour can be achieved by using `itertools.islice`.\nPlease see the 1.23 release notes "
                    "for an example on how to do this.  If you wish to ignore this warning, use "
                    "`warnings.filterwarnings`.  This warning is expected to be removed in the future and is given only "
                    "once per `loadtxt` call.", category=UserWarning, stacklevel=3)
            continue
        table.add(fields)
        if len(table.rows) == max_rows:
            return


# Values

class _Table:
    """Rows of values, and what makes them of their texts."""

    def __init__(self, dtype, converters, usecols, as_bytes):
        if dtype.shape:
            raise TypeError("file reader does not support subarray dtypes.  You canput the dtype into a structured one "
                            "using `np.dtype(('name', dtype))` to avoid this limitation.")
        self.dtype, self.converters, self.usecols, self.as_bytes = dtype, converters, usecols, as_bytes
        self.kinds = None if dtype.names is None else _columns(dtype)
        self.width = None if self.kinds is None else len(self.kinds)
        self.rows, self.readers, self.same = [], None, None

    def _start(self, fields):
        """Finds out how many columns there are and what reads each."""
        if self.width is None:
            self.width = len(fields) if self.usecols is None else len(self.usecols)
        kinds = self.kinds if self.kinds is not None else [self.dtype] * self.width
        functions = [None] * self.width
        if callable(self.converters):
            functions = [self.converters] * self.width
        elif self.converters:
            for key, function in self.converters.items():
                place = self._place(key)
                if place is None:
                    continue
                if not callable(function):
                    raise TypeError("values of the converters dictionary must be callable, but the value associated with "
                                    f"key {key!r} is not")
                functions[place] = function
        self.readers = [_reader(kind) if function is None else _converted(function, kind, self.as_bytes)
                        for kind, function in zip(kinds, functions)]
        if self.kinds is None and not any(functions) and self.usecols is None:
            self.same = {_float: float, _int: int}.get(_READERS.get(self.dtype.kind), self.readers[0])

    def _place(self, key):
        try:
            column = operator.index(key)
        except TypeError:
            raise TypeError(f"keys of the converters dictionary must be integers; got {key!r}") from None
        if self.usecols is not None:
            return self.usecols.index(column) if column in self.usecols else None
        if not -self.width <= column < self.width:
            raise ValueError(f"converter specified for column {column}, which is invalid for the number of fields "
                             f"{self.width}.")
        return column % self.width

    def add(self, fields):
        """A row of texts."""
        if self.readers is None:
            self._start(fields)
        count = len(fields)
        if self.usecols is None:
            if count != self.width:
                what = (f"the number of columns changed from {self.width} to {count}" if self.kinds is None else
                        f"the dtype passed requires {self.width} columns but {count} were found")
                raise ValueError(f"{what} at row {len(self.rows) + 1}; use `usecols` to select a subset and avoid this error")
            places = range(count)
        else:
            for column in self.usecols:
                if not -count <= column < count:
                    raise ValueError(f"invalid column index {column} at row {len(self.rows) + 1} with {count} columns")
            places = [column % count for column in self.usecols]
            if len(places) != self.width:
                raise ValueError(f"the dtype passed requires {self.width} columns but {len(places)} were found at row "
                                 f"{len(self.rows) + 1}; use `usecols` to select a subset and avoid this error")
        if self.same is not None:
            try:
                values = list(map(self.same, fields))
                if self.same is not float and self.same is not int or not any("_" in text for text in fields):
                    self.rows.append(values)
                    return
            except (ValueError, OverflowError):
                pass
        values = []
        for at, (place, read) in enumerate(zip(places, self.readers)):
            try:
                values.append(read(fields[place]))
            except Exception as error:
                self._refuse(fields[place], at, len(self.rows), place, error)
        self.rows.append(values)

    def _refuse(self, text, at, row, place, error):
        if error is not None and self.converters is None:
            # No code of the program's is on the way to it.
            error = error.with_traceback(None)
        kind = self.dtype if self.kinds is None else self.kinds[at]
        if kind.kind in "biuc":
            # Only what floats and times are read by says what it missed.
            error = None
        raise ValueError(f"could not convert string {text!r} to {kind} at row {row}, column {place + 1}.") from error

    def made(self):
        """The array of all rows."""
        dtype, rows = self.dtype, self.rows
        if self.kinds is not None:
            return np.array([_packed(dtype, iter(row)) for row in rows], dtype=dtype)
        if not rows:
            flexible = dtype.kind in "SU" and not dtype.itemsize
            shape = (0, 1 if self.usecols is None else len(self.usecols))
            return np.empty(shape, f"{dtype.kind}1" if flexible else dtype)
        if dtype.kind in "SU" and not dtype.itemsize:
            return np.array(rows)
        try:
            return np.array(rows, dtype=dtype)
        except OverflowError:
            limits = numpy.iinfo(dtype)
            for row, values in enumerate(rows):
                for place, value in enumerate(values):
                    if not limits.min <= value <= limits.max:
                        self._refuse(str(value), place, row, place, None)
            raise


def _columns(dtype):
    """The dtype of each column of a table that a structured dtype stands for."""
    if dtype.names is not None:
        return [kind for name in dtype.names for kind in _columns(dtype[name])]
    count = 1
    for length in dtype.shape:
        count *= length
    return _columns(dtype.base) * count if dtype.shape else [dtype]


def _packed(dtype, values):
    """The next values as an element of a structured dtype is written: tuples of fields, lists of blocks."""
    if dtype.names is not None:
        return tuple(_packed(dtype[name], values) for name in dtype.names)
    if not dtype.shape:
        return next(values)

    def block(shape):
        return [block(shape[1:]) for _ in range(shape[0])] if shape else _packed(dtype.base, values)

    return block(dtype.shape)


def _float(text):
    if "_" in text:
        raise ValueError(text)
    return float(text)


def _int(text):
    if "_" in text:
        raise ValueError(text)
    return int(text)


def _bool(text):
    return bool(_int(text))


_REAL = r"[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?|nan)"
_COMPLEX = []


def _complex(text):
    """`a`, `bj`, `a+bj` or `a+-bj`, in parentheses or not."""
    text = text.strip()
    if text[:1] == "(":
        if text[-1] != ")":
            raise ValueError(text)
        text = text[1:-1].strip()
    if not _COMPLEX:
        _COMPLEX.append(re.compile(rf"(?:({_REAL})(?=[+-]|$))?(?:(?:\+(?=[+-]))?({_REAL})j)?", re.IGNORECASE))
    found = _COMPLEX[0].fullmatch(text)
    if found is None or not text:
        raise ValueError(text)
    return complex(float(found[1] or 0), float(found[2] or 0))


_READERS = {"f": _float, "i": _int, "u": _int, "b": _bool, "c": _complex}


def _reader(kind):
    """What makes a value of a dtype of a text."""
    if kind.char == "e":
        return float
    if kind.kind in "iu":
        limits = numpy.iinfo(kind)

        def whole(text):
            value = _int(text)
            if not limits.min <= value <= limits.max:
                raise ValueError(text)
            return value
        return whole
    if kind.kind in _READERS:
        return _READERS[kind.kind]
    if kind.kind == "S":
        return lambda text: text.encode("latin1")
    if kind.kind in "mM" and numpy.datetime_data(kind)[0] != "generic":
        return lambda text: kind.type(text.strip())
    return lambda text: text


def _converted(function, kind, as_bytes):
    """A converter of the caller's, whose values the dtype must take."""
    def read(text):
        value = function(text.encode("latin1") if as_bytes else text)
        if kind.kind == "U" and isinstance(value, bytes):
            return value.decode("latin1")
        if kind.kind in "biufc" and type(value) not in (int, float, bool):
            np.array(value, dtype=kind)
        return value

    return read
