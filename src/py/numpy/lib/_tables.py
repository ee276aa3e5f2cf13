"""Arrays in text files: loadtxt, savetxt, fromregex. genfromtxt has a file of its own."""

import os

from numpy import _engine as np


def _lines(source, encoding):
    """The lines of a path, a file, or any iterable of lines; and what to close at the end."""
    if isinstance(source, (str, os.PathLike)):
        name = os.fspath(source)
        if name.endswith((".gz", ".bz2", ".xz")):
            import importlib
            opener = importlib.import_module({"gz": "gzip", "bz2": "bz2", "xz": "lzma"}[name.rsplit(".", 1)[1]]).open
        else:
            opener = open
            if not os.path.exists(name):
                raise FileNotFoundError(f"{name} not found.")
        opened = opener(name, "rt", encoding=None if encoding == "bytes" else encoding)
        return opened, opened
    try:
        return iter(source), None
    except TypeError as error:
        raise ValueError("fname must be a string, filehandle, list of strings,\n"
                         f"or generator. Got {type(source)} instead.") from error


def _text(line, encoding):
    if isinstance(line, bytes):
        return line.decode("latin1" if encoding in (None, "bytes") else encoding)
    return line


def _quoted(line, delimiter, quote):
    """The fields of a line in which quotes protect delimiters."""
    fields, field, inside, place = [], "", False, 0
    while place < len(line):
        c = line[place]
        if c == quote:
            if inside and line[place + 1:place + 2] == quote:
                field += quote
                place += 1
            else:
                inside = not inside
        elif not inside and (c == delimiter if delimiter is not None else c.isspace()):
            if delimiter is not None or field:
                fields.append(field)
            field = ""
        else:
            field += c
        place += 1
    if delimiter is not None or field:
        fields.append(field)
    return fields


def _float(text):
    text = text.strip()
    if "_" in text:
        raise ValueError(text)
    try:
        return float(text)
    except ValueError:
        if text.lower().lstrip("+-").startswith("0x"):
            return float.fromhex(text)
        raise


def _int(text):
    text = text.strip()
    if "_" in text:
        raise ValueError(text)
    return int(text)


def _bool(text):
    return bool(int(text.strip()))


def _complex(text):
    text = text.strip().replace(" ", "").replace("i", "j")
    return complex(text[1:-1] if text.startswith("(") and text.endswith(")") else text)


def _reader(dtype):
    kind = dtype.kind
    if kind == "f":
        return _float
    if kind in "iu":
        return _int
    if kind == "b":
        return _bool
    if kind == "c":
        return _complex
    if kind == "S":
        return lambda text: text.encode("latin1")
    if kind in "Mm":
        return lambda text: dtype.type(text.strip())
    return lambda text: text


def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
    """The numbers in a text file, one row a line. `fname` is a path, a file, or any iterable of lines."""
    if like is not None:
        given = dict(dtype=dtype, comments=comments, delimiter=delimiter, converters=converters, skiprows=skiprows,
                     usecols=usecols, unpack=unpack, ndmin=ndmin, encoding=encoding, max_rows=max_rows,
                     quotechar=quotechar)
        return np._made_like(like, "loadtxt", (fname,), given)
    if ndmin not in (0, 1, 2):
        raise ValueError(f"Illegal value of ndmin keyword: {ndmin}")
    dtype = np.dtype(dtype)
    names = dtype.names
    if isinstance(comments, (str, bytes)):
        comments = [comments]
    comments = [_text(comment, encoding) for comment in comments or () if comment is not None]
    delimiter = _text(delimiter, encoding) if delimiter is not None else None
    if delimiter is not None and len(delimiter) != 1:
        if delimiter == "":
            delimiter = None
        else:
            raise TypeError("Text reading control character must be a single unicode character or None; "
                            f"but got: {delimiter!r}")
    if usecols is not None:
        single = not hasattr(usecols, "__iter__")
        usecols = [usecols] if single else list(usecols)
        for column in usecols:
            if not hasattr(column, "__index__"):
                raise TypeError("usecols must be an int or a sequence of ints but it contains at least one element of "
                                f"type '{type(column).__name__}'")
    if max_rows is not None and max_rows < 0:
        raise ValueError("'max_rows' must be an integer or None")
    lines, opened = _lines(fname, encoding)
    kinds = _columns(dtype) if names else None
    rows, width, seen = [], None, 0
    try:
        for number, line in enumerate(lines):
            if number < skiprows:
                continue
            if max_rows is not None and len(rows) >= max_rows:
                break
            line = _text(line, encoding)
            for comment in comments:
                line = line.split(comment, 1)[0]
            line = line.rstrip("\r\n")
            if quotechar is not None:
                fields = _quoted(line, delimiter, quotechar)
            else:
                fields = line.split(delimiter) if line else []
            if not fields or fields == [""] or (delimiter is None and not line.strip()):
                continue
            if width is None:
                width = len(fields)
            elif usecols is None and len(fields) != width:
                raise ValueError(f"the number of columns changed from {width} to {len(fields)} at row {len(rows) + 1}; "
                                 "use `usecols` to select a subset and avoid this error")
            if usecols is not None:
                chosen = []
                for column in usecols:
                    if not -len(fields) <= column < len(fields):
                        raise ValueError(f"invalid column index {column} at row {len(rows) + 1} with {len(fields)} "
                                         "columns")
                    chosen.append((column % len(fields), fields[column]))
            else:
                chosen = list(enumerate(fields))
            if kinds and len(chosen) != len(kinds):
                raise ValueError(f"the dtype passed requires {len(kinds)} columns but {len(chosen)} were found at row "
                                 f"{len(rows) + 1}; use `usecols` to select a subset and avoid this error")
            rows.append([_field(text, kinds[at] if kinds else dtype, converters, column, len(rows))
                         for at, (column, text) in enumerate(chosen)])
    finally:
        if opened is not None:
            opened.close()
    if not rows:
        import warnings
        warnings.warn(f'loadtxt: input contained no data: "{fname}"', category=UserWarning, stacklevel=2)
    if kinds:
        made = np.array([_packed(dtype, iter(row)) for row in rows], dtype=dtype)
    elif dtype.kind in "US" and dtype.itemsize == 0:
        made = np.array(rows) if rows else np.empty((0, 0), dtype)
    else:
        made = np.array(rows, dtype=dtype) if rows else np.empty((0,), dtype)
    if made.ndim == 2 and not kinds:
        if ndmin < 2 and made.shape[1] == 1:
            made = made[:, 0]
        elif ndmin < 2 and made.shape[0] == 1:
            made = made[0]
    if ndmin == 0 and made.ndim == 1 and made.size == 1:
        made = made.reshape(())
    elif ndmin == 2 and made.ndim < 2:
        made = np.atleast_2d(made).T if made.size else made.reshape(0, 1)
    if unpack:
        if kinds:
            return [made[name] for name in names]
        return made.T
    return made


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


def _field(text, dtype, converters, column, row):
    convert = converters.get(column) if isinstance(converters, dict) else converters
    if convert is not None:
        return convert(text)
    try:
        return _reader(dtype)(text)
    except (ValueError, OverflowError) as error:
        # The cause as it is worded, without the frames that it came through.
        raise ValueError(f"could not convert string {text!r} to {dtype} at row {row}, column {column + 1}."
                         ) from error.with_traceback(None)


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None):
    """Writes an array of one or two dimensions as text. `fmt` is one format, one a column, or one for a whole row."""
    X = np.asarray(X)
    if X.ndim == 0 or X.ndim > 2:
        raise ValueError(f"Expected 1D or 2D array, got {X.ndim}D array instead")
    names = getattr(X.dtype, "names", None)
    is_complex = X.dtype.kind == "c"
    if X.ndim == 1:
        rows = [list(row) if names else [row] for row in X.tolist()]
        width = len(names) if names else 1
    else:
        rows, width = X.tolist(), X.shape[1]
    if type(fmt) in (list, tuple):
        if len(fmt) != width:
            raise AttributeError(f"fmt has wrong shape.  {fmt!s}")
        form = delimiter.join(fmt)
    elif isinstance(fmt, str):
        count = fmt.count("%")
        if count == 1:
            form = delimiter.join([f" ({fmt}+{fmt}j)" if is_complex else fmt] * width)
        elif count == (2 * width if is_complex else width) or (is_complex and count == width):
            form = fmt
        else:
            raise ValueError(f"fmt has wrong number of % formats:  {fmt}")
    else:
        raise ValueError(f"invalid fmt: {fmt!r}")
    text = ""
    if header:
        text += comments + header.replace("\n", "\n" + comments) + newline
    for row in rows:
        if is_complex:
            row = [part for number in row for part in (number.real, number.imag)]
        try:
            line = (form % tuple(row)) + newline
        except TypeError as error:
            raise TypeError(f"Mismatch between array dtype ('{X.dtype}') and format specifier ('{form}')") from error
        text += line.replace("+-", "-") if is_complex else line
    if footer:
        text += comments + footer.replace("\n", "\n" + comments) + newline
    if isinstance(fname, (str, os.PathLike)):
        name = os.fspath(fname)
        if name.endswith(".gz"):
            import gzip
            opener = gzip.open
        else:
            opener = open
        with opener(name, "wt", encoding=encoding or "latin1", newline="") as opened:
            opened.write(text)
    elif hasattr(fname, "write"):
        try:
            fname.write(text)
        except TypeError:
            fname.write(text.encode(encoding or "latin1"))
    else:
        raise ValueError("fname must be a string or file handle")


def fromregex(file, regexp, dtype, encoding=None):
    """The groups of a regular expression's matches in a file, as a structured array."""
    import re
    if isinstance(file, (str, os.PathLike)):
        with open(file, encoding=encoding or "latin1") as opened:
            text = opened.read()
    else:
        text = _text(file.read(), encoding)
    pattern = re.compile(_text(regexp, encoding) if isinstance(regexp, (str, bytes)) else _text(regexp.pattern, encoding))
    dtype = np.dtype(dtype)
    rows = pattern.findall(text)
    kinds = [dtype[name] for name in dtype.names]
    rows = [row if isinstance(row, tuple) else (row,) for row in rows]
    return np.array([tuple(_reader(kind)(field) for kind, field in zip(kinds, row)) for row in rows], dtype=dtype)
