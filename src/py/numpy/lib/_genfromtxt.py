"""genfromtxt: tables in text files, with missing values and columns of guessed dtypes. Tables of numbers alone are
loadtxt's, in `_loadtxt`; what a column makes of its texts is `_columns`'."""

import itertools
import warnings

from numpy import _engine as np
from numpy._columns import Column, ConversionWarning, field_names, table_dtype
from numpy._loadtxt import _columns as flat_dtypes, _lines, _packed
from numpy._tables import _text


def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, skip_footer=0, converters=None,
               missing_values=None, filling_values=None, usecols=None, names=None, excludelist=None,
               deletechars=" !#$%&'()*+, -./:;<=>?@[\\]^{|}~", replace_space="_", autostrip=False, case_sensitive=True,
               defaultfmt="f%i", unpack=None, usemask=False, loose=True, invalid_raise=True, max_rows=None,
               encoding=None, *, ndmin=0, like=None):
    """The table in a text file, with missing values replaced. dtype=None guesses each column's dtype."""
    if like is not None:
        given = dict(locals())
        model, source = given.pop("like"), given.pop("fname")
        return np._made_like(model, "genfromtxt", (source,), given)
    if ndmin not in (0, 1, 2):
        raise ValueError(f"Illegal value of ndmin keyword: {ndmin}")
    if max_rows is not None:
        if skip_footer:
            raise ValueError("The keywords 'skip_footer' and 'max_rows' can not be specified at the same time.")
        if max_rows < 1:
            raise ValueError("'max_rows' must be at least 1.")
    converters = converters or {}
    if not isinstance(converters, dict):
        raise TypeError("The input argument 'converter' should be a valid dictionary (got "
                        f"'{type(converters)}' instead)")
    as_bytes = encoding == "bytes"
    encoding = None if as_bytes else encoding
    rules = dict(excludelist=excludelist, deletechars=deletechars, case_sensitive=case_sensitive,
                 replace_space=replace_space)
    try:
        lines, opened, _ = _lines(fname, encoding)
    except ValueError:
        raise TypeError("fname must be a string, a filehandle, a sequence of strings,\nor an iterator of strings. Got "
                        f"{type(fname)} instead.") from None
    try:
        lines = (_text(line, encoding) for line in lines)
        split = _splitter(_text(delimiter, None), _text(comments, None), autostrip)
        first_line, first = _first_row(lines, split, skip_header, comments if names is True else None, fname)
        if names is True and comments is not None and first[0].strip() in comments:
            del first[0]
        usecols = _chosen(usecols)
        width = len(usecols or first)
        if names is True:
            names, first_line = field_names([name.strip() for name in first], **rules), ""
        elif names:
            given = [name.strip() for name in names.split(",")] if isinstance(names, str) else names
            names = field_names(given, **rules)
        if dtype is not None:
            dtype = table_dtype(dtype, names, defaultfmt, rules)
        names = None if names is None else list(names)
        if usecols:
            usecols = [names.index(column) if isinstance(column, str) else column + len(first) if column < 0 else column
                       for column in usecols]
            if dtype is not None and dtype.names is not None and len(dtype.names) > width:
                dtype = np.dtype([dtype.descr[column] for column in usecols])
                names = list(dtype.names)
            elif names is not None and len(names) > width:
                names = [names[column] for column in usecols]
        elif names is not None and dtype is not None and dtype.names is not None:
            names = list(dtype.names)

        places = _Places(names, usecols)
        missing = _missing(missing_values, width, places)
        fills = _fills(filling_values, width, places)
        columns, flat = _made_columns(dtype, missing, fills)
        own = _own_converters(converters, columns, names, usecols, first if first_line else None, missing, fills, as_bytes)

        rows, masks, bad = [], [], []
        for number, line in enumerate(itertools.chain([first_line], lines)):
            fields = split(line)
            if not fields:
                continue
            if usecols and max(usecols) < len(fields) and min(usecols) >= -len(fields):
                fields = [fields[column] for column in usecols]
            elif usecols or len(fields) != width:
                bad.append((number + skip_header + 1, len(fields)))
                continue
            rows.append(fields)
            if usemask:
                masks.append(tuple(field.strip() in absent for field, absent in zip(fields, missing)))
            if len(rows) == max_rows:
                break
    finally:
        if opened is not None:
            opened.close()

    if dtype is None:
        for place, column in enumerate(columns):
            column.settle([row[place] for row in rows])
    _report(bad, len(rows), width, skip_header, skip_footer, invalid_raise)
    # Of the footer, lines of another width are gone already.
    skip_footer -= sum(number > len(rows) + len(bad) - skip_footer + skip_header for number, _ in bad)
    if skip_footer > 0:
        rows, masks = rows[:-skip_footer], masks[:-skip_footer]
    convert = Column.convert_loosely if loose else Column.convert
    data = list(zip(*[[convert(column, row[place]) for row in rows] for place, column in enumerate(columns)]))
    made, mask = _assembled(data, masks if usemask else None, dtype, flat, columns, own, names, defaultfmt, as_bytes)
    if usemask:
        made = _masked(made, mask, columns)
    if made.ndim > ndmin:
        made = made.squeeze()
    if made.ndim < ndmin:
        made = np.atleast_1d(made) if ndmin == 1 else np.atleast_2d(made).T
    if not unpack:
        return made
    if made.dtype.names is None:
        return made.T
    parts = [made[name] for name in made.dtype.names]
    return parts[0] if len(parts) == 1 else parts


def _splitter(delimiter, comments, autostrip):
    """A function that gives the fields of a line: between delimiters, or of fixed widths."""
    if delimiter is None or isinstance(delimiter, str):
        def fields_of(line):
            line = line.strip(" \r\n")
            return line.split(delimiter or None) if line else []
    elif hasattr(delimiter, "__iter__"):
        ends = list(itertools.accumulate(delimiter))
        spans = [slice(*span) for span in zip([0] + ends[:-1], ends)]

        def fields_of(line):
            return [line[span] for span in spans] if line else []
    elif int(delimiter):
        width = int(delimiter)

        def fields_of(line):
            line = line.strip("\r\n")
            return [line[at:at + width] for at in range(0, len(line), width)]
    else:
        return _splitter(None, comments, autostrip)

    def split(line):
        fields = fields_of(line if comments is None else line.split(comments)[0])
        return [field.strip() for field in fields] if autostrip else fields

    return split


def _first_row(lines, split, skip_header, comments, fname):
    """The first line that has fields, and these; where it names them, a comment's sign may stand before."""
    first = []
    try:
        for _ in range(skip_header):
            next(lines)
        while not first:
            line = next(lines)
            if comments is not None and comments in line:
                line = "".join(line.split(comments)[1:])
            first = split(line)
    except StopIteration:
        warnings.warn(f'genfromtxt: Empty input file: "{fname}"', stacklevel=3)
        return "", []
    return line, first


def _chosen(usecols):
    if usecols is None:
        return None
    if isinstance(usecols, str):
        return [name.strip() for name in usecols.split(",")]
    return list(usecols) if hasattr(usecols, "__iter__") else [usecols]


class _Places:
    """Where among the columns that are read a name or a number of a column leads."""

    def __init__(self, names, usecols):
        self.names, self.usecols = names, usecols

    def __call__(self, key):
        """The place; of a name that was dropped, a LookupError."""
        if isinstance(key, str):
            if key not in self.names:
                raise LookupError(key)
            key = self.names.index(key)
        return self.usecols.index(key) if self.usecols and key in self.usecols else key


def _missing(given, width, places):
    """For each column, the texts that stand for nothing."""
    given = given.decode("latin1") if isinstance(given, bytes) else given or ()
    texts = [[""] for _ in range(width)]
    if isinstance(given, dict):
        for key, value in given.items():
            try:
                place = places(key)
            except LookupError:
                continue
            value = [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
            for column in texts if place is None else [texts[place]]:
                column.extend(value)
    elif isinstance(given, (list, tuple)):
        for value, column in zip(given, texts):
            if str(value) not in column:
                column.append(str(value))
    else:
        for column in texts:
            column.extend(given.split(",") if isinstance(given, str) else [str(given)])
    return texts


def _fills(given, width, places):
    """For each column, what stands in for a missing value; None for its dtype's own."""
    fills = [None] * width
    if isinstance(given, dict):
        for key, value in given.items():
            try:
                fills[places(key)] = value
            except LookupError:
                continue
    elif isinstance(given, (list, tuple)):
        fills = list(given[:width]) + fills[len(given):]
    elif given is not None:
        fills = [given] * width
    return fills


def _made_columns(dtype, missing, fills):
    """The columns, and the dtypes of a structured dtype laid flat."""
    if dtype is None:
        return [Column(None, fill, texts) for texts, fill in zip(missing, fills)], None
    flat = flat_dtypes(dtype)
    kinds = flat if len(flat) > 1 else [flat[0] if dtype.names else dtype] * len(missing)
    return [Column(kind, fill, texts) for kind, texts, fill in zip(kinds, missing, fills)], flat


def _own_converters(converters, columns, names, usecols, first, missing, fills, as_bytes):
    """Puts the caller's functions into their columns; gives the places of these."""
    own = set()
    for key, function in converters.items():
        if isinstance(key, str):
            if key not in names:
                continue
            key = place = names.index(key)
        elif usecols:
            if key not in usecols:
                continue
            place = usecols.index(key)
        else:
            place = key
        if function is bytes:
            function = _latin
        elif as_bytes:
            function = _fed_bytes(function)
        columns[place].replace(function, fills[place], first[key] if first else None, missing[place])
        own.add(place)
    return own


def _latin(text):
    return text if isinstance(text, bytes) else text.encode("latin1")


def _fed_bytes(function):
    return lambda text: function(_latin(text))


def _report(bad, good, width, skip_header, skip_footer, invalid_raise):
    """Raises or warns about lines of another width, those of the footer aside."""
    end = good + len(bad) - skip_footer + skip_header
    told = [entry for entry in bad if not skip_footer > 0 or entry[0] <= end]
    if not told:
        return
    listed = [f"    Line #{number} (got {count} columns instead of {width})" for number, count in told]
    message = "\n".join(["Some errors were detected !"] + listed)
    if invalid_raise:
        raise ValueError(message)
    warnings.warn(message, ConversionWarning, stacklevel=3)


def _assembled(data, masks, dtype, flat, columns, own, names, defaultfmt, as_bytes):
    """The array of the converted rows, and that of the rows' masks where there are any."""
    if dtype is None:
        data, kinds = _text_kinds(data, [column.type for column in columns], as_bytes)
        checked = {column.type if kind[0] is not np.bytes_ else np.bytes_
                   for column, kind in zip(columns, kinds) if column.checked}
        sized = [kind if kind[1] is not None else kind[0] for kind in kinds]
        if names is None and len(checked) == 1:
            dtype, mask_dtype = checked.pop(), bool
        else:
            called = names if names is not None else [defaultfmt % place for place in range(len(kinds))]
            dtype, mask_dtype = list(zip(called, sized)), [(name, bool) for name, _ in zip(called, sized)]
    elif len(flat) > 1:
        if names:
            dtype.names = names[:len(dtype.names)]
        mask_dtype = _mask_dtype(dtype)
        if not any(kind.char == "O" for kind in flat):
            width = len(flat)
            for row in data:
                if len(row) < width:
                    raise ValueError(f"could not assign tuple of length {len(row)} to structure with {width} fields.")
            data = [_packed(dtype, iter(row)) for row in data]
        elif any(dtype[name].names is not None for name in dtype.names):
            raise NotImplementedError("Nested fields involving objects are not supported...")
        if masks is not None:
            masks = [_packed(dtype, iter(row)) for row in masks]
    else:
        if names and dtype.names is not None:
            dtype.names = names[:len(dtype.names)]
        dtype = _mixed_dtype(data, dtype, columns, own)
        mask_dtype = bool if dtype.names is None else [(name, bool) for name in dtype.names]
    made = np.array(data, dtype=dtype)
    return made, None if masks is None else np.array(masks, dtype=mask_dtype)


def _text_kinds(data, types, as_bytes):
    """Each column's type with the length of its longest text; texts as bytes where those are wanted."""
    texts = [place for place, kind in enumerate(types) if kind is np.str_]
    types = list(types)
    if as_bytes and texts:
        warnings.warn("Reading unicode strings without specifying the encoding argument is deprecated. Set the encoding, "
                      "use None for the system default.", np.VisibleDeprecationWarning, stacklevel=4)
        try:
            data = [tuple(value.encode("latin1") if place in texts else value for place, value in enumerate(row))
                    for row in data]
            for place in texts:
                types[place] = np.bytes_
        except UnicodeEncodeError:
            pass
    kinds = []
    for place, kind in enumerate(types):
        is_text = isinstance(kind, type) and issubclass(kind, (np.str_, np.bytes_))
        kinds.append((kind, max(len(row[place]) for row in data) if is_text else None))
    return data, kinds


def _mixed_dtype(data, dtype, columns, own):
    """`dtype`, or one with a field a column where the caller's functions give other types."""
    fields, alike = [], True
    for place, column in enumerate(columns):
        kind = dtype
        if place in own:
            kind = column.type
            alike &= kind == dtype.type
            if isinstance(kind, type) and issubclass(kind, (np.str_, np.bytes_)):
                kind = kind, max(len(row[place]) for row in data)
        fields.append(("", kind))
    if alike or not own:
        return dtype
    return np.dtype(fields) if len(fields) > 1 else np.dtype(fields[0][1])


def _mask_dtype(dtype):
    if dtype.names is not None:
        return np.dtype([(name, _mask_dtype(dtype[name])) for name in dtype.names])
    return np.dtype((bool, dtype.shape)) if dtype.shape else np.dtype(bool)


def _masked(made, mask, columns):
    from numpy.ma import MaskedArray
    for name, column in zip(made.dtype.names or (), columns):
        for text in column.missing:
            if text != "":
                mask[name] |= made[name] == column.convert(text)
    made = made.view(MaskedArray)
    made._mask = mask
    return made
