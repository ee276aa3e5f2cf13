"""What a column of a text table makes of its texts, and what its fields are called: the pieces of `genfromtxt`."""

from numpy import _engine as np


class ConverterError(Exception):
    """A text of a column that its function cannot take."""


class ConverterLockError(ConverterError):
    """A column whose function may not change cannot take a text."""


class ConversionWarning(UserWarning):
    """A line of a table could not be converted."""


for _error in (ConverterError, ConverterLockError, ConversionWarning):
    _error.__module__ = "numpy.lib._iotools"


def _truth(text):
    word = text.upper()
    if word not in ("TRUE", "FALSE"):
        raise ValueError("Invalid boolean")
    return word == "TRUE"


def _integer(text):
    return int(float(text))


def _latin(text):
    return text if isinstance(text, bytes) else text.encode("latin1")


# A column of unknown type begins with the first of these and goes on until its texts fit: type, function, what stands in
# for a missing value.
_LADDER = [
    (np.bool, _truth, False),
    (np.int64, int, -1),
    (np.float64, float, float("nan")),
    (np.complex128, complex, complex(float("nan"), 0)),
    (np.str_, str, "???"),
]
_OF_KIND = {
    "b": (_truth, False), "i": (_integer, -1), "u": (_integer, -1), "m": (_integer, -1), "f": (float, float("nan")),
    "c": (complex, complex(float("nan"), 0)), "U": (str, "???"), "S": (_latin, "???"),
}


class Column:
    """The function that makes values of a column's texts, their type, and what stands for a missing one.

    Without a dtype it finds out: `settle`. With one, or with a function of the caller's, it stays as it is.
    """

    def __init__(self, dtype, fill, missing):
        self._fill = fill
        self.missing = set(missing) | {""}
        self.checked = False
        self._rung = 0
        self._locked = dtype is not None
        if dtype is None:
            self.type, self._function = np.bool, _truth
            self._default = fill or False
            return
        self.type = dtype.type
        self._function, default = _OF_KIND.get(dtype.kind, (_latin, None))
        if dtype.type in (np.int64, np.uint64):
            self._function = dtype.type
        self._default = default if fill is None else fill

    def replace(self, function, fill, sample, missing):
        """Takes a function of the caller's; its type is that of what it makes of a sample."""
        self._function, self._locked = function, True
        if fill is not None:
            self._default = example = fill
        else:
            try:
                example = function(sample or "1")
            except (TypeError, ValueError):
                example = None
        dtype = np.array(example).dtype
        self.type = dtype if dtype.kind == "M" else dtype.type
        self.missing.update(missing)

    def settle(self, texts):
        """Climbs until every text fits."""
        self.checked = True
        while True:
            try:
                for text in texts:
                    self.convert(text)
                return
            except ValueError:
                if self._locked:
                    raise ConverterLockError("Converter is locked and cannot be upgraded") from None
                if self._rung == len(_LADDER) - 1:
                    raise ConverterError("Could not find a valid conversion function") from None
                self._rung += 1
                self.type, self._function, default = _LADDER[self._rung]
                self._default = default if self._fill is None else self._fill
                self.checked = True

    def convert(self, text):
        """The value of a text, a missing one's too; a ValueError for any other that does not fit."""
        try:
            value = self._function(text)
            if self._function is int and not -2**63 <= value < 2**63:
                raise ValueError(text)
            return value
        except ValueError:
            if text.strip() in self.missing:
                if not self._rung:
                    self.checked = False
                return self._default
            raise ValueError(f"Cannot convert string '{text}'") from None

    def convert_loosely(self, text):
        """The value of a text, or what stands for a missing one where it does not fit."""
        try:
            return self._function(text)
        except ValueError:
            return self._default


def field_names(names, excludelist=None, deletechars=None, case_sensitive=True, replace_space="_", defaultfmt="f%i",
                count=None):
    """Names that fields may have: without the characters to delete, none of Python's words for files, each once."""
    excluded = list(excludelist or []) + ["return", "file", "print"]
    deleted = set(" ~!@#$%^&*()-=+~\\|]}[{';: /?.>,<" if deletechars is None else deletechars) | {'"'}
    if case_sensitive is None or case_sensitive is True:
        cased = str
    elif case_sensitive is False or case_sensitive.startswith("u"):
        cased = str.upper
    elif case_sensitive.startswith("l"):
        cased = str.lower
    else:
        raise ValueError(f"unrecognized case_sensitive value {case_sensitive}.")
    names = [names] if isinstance(names, str) else list(names or [])
    if count is not None:
        names = names[:count] + [""] * (count - len(names))
    made, seen, empty = [], {}, 0
    for name in names:
        name = cased(name).strip()
        if replace_space:
            name = name.replace(" ", replace_space)
        name = "".join(letter for letter in name if letter not in deleted)
        if name == "":
            name = defaultfmt % empty
            while name in names:
                empty += 1
                name = defaultfmt % empty
            empty += 1
        elif name in excluded:
            name += "_"
        before = seen.get(name, 0)
        made.append(f"{name}_{before}" if before else name)
        seen[name] = before + 1
    return tuple(made)


def table_dtype(dtype, names, defaultfmt, rules):
    """The dtype of a table: one for all columns, or a field for each, called as `names` and `defaultfmt` say."""
    try:
        kind = np.dtype(dtype)
    except (TypeError, ValueError):
        if not isinstance(dtype, (list, tuple)):
            raise
        named = field_names(names or [""] * len(dtype), defaultfmt=defaultfmt, count=len(dtype), **rules)
        return np.dtype({"formats": list(dtype), "names": list(named)})
    if names is not None:
        names = names.split(",") if isinstance(names, str) else names
        if kind.names is None:
            named = field_names(names, defaultfmt=defaultfmt, **rules)
            return np.dtype([(name, kind.type) for name in named])
        kind.names = field_names(names, defaultfmt=defaultfmt, count=len(kind.names), **rules)
    elif kind.names is not None:
        numbered = kind.names == tuple(f"f{place}" for place in range(len(kind.names)))
        given = [""] * len(kind.names) if numbered and defaultfmt != "f%i" else kind.names
        kind.names = field_names(given, defaultfmt=defaultfmt, **rules)
    return kind


# What NumPy's private module `numpy.lib._iotools` calls the same, as its help shows.

class NameValidator:
    """Makes names that fields may have: NameValidator(excludelist, deletechars, case_sensitive, replace_space)(names)."""

    __module__ = "numpy.lib._iotools"

    def __init__(self, excludelist=None, deletechars=None, case_sensitive=None, replace_space="_"):
        self._rules = {"excludelist": excludelist, "deletechars": deletechars, "case_sensitive": case_sensitive,
                       "replace_space": replace_space}
        field_names((), **self._rules)

    def validate(self, names, defaultfmt="f%i", nbfields=None):
        """The names as fields may have them, `nbfields` of them; None of None."""
        if names is None and nbfields is None:
            return None
        return field_names(names, defaultfmt=defaultfmt, count=nbfields, **self._rules)

    __call__ = validate


def easy_dtype(ndtype, names=None, defaultfmt="f%i", **validationargs):
    """The dtype of a description, with fields called as `names` and `defaultfmt` say."""
    return table_dtype(ndtype, names, defaultfmt, validationargs)


def str2bool(value):
    """The boolean that a text stands for, in letters of either case."""
    try:
        return _truth(value)
    except ValueError:
        raise ValueError("Invalid boolean") from None


def has_nested_fields(ndtype):
    """Whether a field has fields itself."""
    return any(ndtype[name].names is not None for name in ndtype.names or ())


def flatten_dtype(ndtype, flatten_base=False):
    """The dtypes of all fields, of fields within them too, in order; a block counts as one unless asked otherwise."""
    if ndtype.names is None:
        return [ndtype.base] * (int(np.prod(ndtype.shape)) if flatten_base else 1)
    return [one for name in ndtype.names for one in flatten_dtype(ndtype[name], flatten_base)]
