"""Arrays in text files: savetxt, fromregex. loadtxt and genfromtxt have files of their own."""

import os

from numpy import _engine as np


def _text(line, encoding):
    if isinstance(line, bytes):
        return line.decode("latin1" if encoding in (None, "bytes") else encoding)
    return line


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
    from numpy._loadtxt import _reader
    if isinstance(file, (str, os.PathLike)):
        with open(file, encoding=encoding or "latin1") as opened:
            text = opened.read()
    else:
        text = _text(file.read(), encoding)
    pattern = re.compile(_text(regexp, encoding) if isinstance(regexp, (str, bytes)) else _text(regexp.pattern, encoding))
    dtype = np.dtype(dtype)
    if dtype.names is None:
        raise TypeError("dtype must be a structured datatype.")
    rows = pattern.findall(text)
    kinds = [dtype[name] for name in dtype.names]
    rows = [row if isinstance(row, tuple) else (row,) for row in rows]
    readers = [_reader(kind) for kind in kinds]
    return np.array([tuple(read(field) for read, field in zip(readers, row)) for row in rows], dtype=dtype)
