"""Functions of arrays of text: each element's own method, broadcast over arrays.

`numpy.char` has the same functions; what only it has stands there.
"""

from numpy import _engine as np
from numpy._basics import as_laid
from numpy._text_loops import UNBOUNDED, check, check_integers, check_words
from numpy._engine import add, equal, greater, greater_equal, less, less_equal, not_equal

__all__ = [
    "add", "capitalize", "center", "count", "decode", "encode", "endswith", "equal", "expandtabs", "find", "greater",
    "greater_equal", "index", "isalnum", "isalpha", "isdecimal", "isdigit", "islower", "isnumeric", "isspace",
    "istitle", "isupper", "less", "less_equal", "ljust", "lower", "lstrip", "mod", "multiply", "not_equal",
    "partition", "replace", "rfind", "rindex", "rjust", "rpartition", "rstrip", "slice", "startswith", "str_len",
    "strip", "swapcase", "title", "translate", "upper", "zfill",
]


def _texts(a):
    """`a` as an array of text or bytes."""
    a = np.asarray(a)
    if a.dtype.kind not in "UST":
        raise TypeError("string operation on non-string array")
    return a


# What stands for a missing text is in the result what it is in the operand.
_KEPT = object()
_NULL = "Can only operate on null values that are strings or NaN-like values"


def _minding(function, missing):
    """`function`, and for a missing text that is a NaN a result of its own; any other is refused with a sentence."""
    instead, sentence = missing

    def minding(text, *rest):
        if isinstance(text, (str, bytes)):
            return function(text, *rest)
        if text == text or instead is None:
            raise ValueError(sentence)
        return text if instead is _KEPT else instead

    return minding


def _over(function, arrays, dtype=None, missing=(_KEPT, _NULL)):
    """The array of `function` of each group of elements; of text as long as the longest unless `dtype` says more.

    missing: what is given for a missing text that is a NaN, and the sentence for any other.
    """
    arrays = [np.asarray(a) for a in arrays]
    if arrays[0].dtype.kind == "T" and missing is not None:
        function = _minding(function, missing)
    shape = np.broadcast_shapes(*[a.shape for a in arrays])
    columns = [np.broadcast_to(a, shape).ravel().tolist() for a in arrays]
    results = [function(*row) for row in zip(*columns)]
    if not results:
        return np.zeros(shape, dtype if dtype is not None else arrays[0].dtype)
    if dtype is None and not isinstance(results[0], bytes):
        # Text of any length stays such.
        dtype = next((a.dtype for a in arrays if a.dtype.kind == "T"), None)
    made = np.array(results, dtype=dtype)
    made.shape = shape
    return made


def _method(name, doc, keeps_width=True):
    def function(a):
        a = _texts(a)
        method = getattr(bytes if a.dtype.kind == "S" else str, name)
        return _over(method, [a], a.dtype if keeps_width else None, missing=None)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


def _test(name, doc):
    missing = False, f"Cannot use the {name} function with a null that is not a nan-like value"

    def function(x, /, out=None):
        x = _tested(name, x, out)
        made = as_laid(_over(lambda text: getattr(text, name)(), [x], bool, missing), [x])
        return _given(made, out)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


def _tested(name, x, out):
    """The operand of a ufunc of texts, as an array."""
    if out is not None and not isinstance(out, np.ndarray):
        raise TypeError("return arrays must be of ArrayType")
    if np.asarray(x).dtype.kind == "S" and name in ("isdecimal", "isnumeric"):
        raise np._UFuncNoLoopError(f"ufunc '{name}' did not contain a loop with signature matching types "
                                   "<class 'numpy.dtypes.BytesDType'> -> None")
    check(name, [x])
    return np.asarray(x)


def _given(made, out):
    """A ufunc's result: in `out` where there is one."""
    if out is None:
        return _scalar(made)
    out[...] = made
    return out


def _sized(made, arrays):
    """A result whose width is that of its longest text, of which there must be one."""
    if made.size == 0 and made.dtype.kind != "T":
        raise ValueError("zero-size array to reduction operation maximum which has no identity")
    return as_laid(made, arrays)


def _scalar(array):
    """What a ufunc gives: a scalar for an array without axes."""
    return array[()] if array.ndim == 0 else array


capitalize = _method("capitalize", "Each text with its first character in upper case, the rest in lower.")
lower = _method("lower", "Each text in lower case.")
swapcase = _method("swapcase", "Each text with upper and lower case exchanged.")
title = _method("title", "Each text with its words capitalised.")
upper = _method("upper", "Each text in upper case.")
isalnum = _test("isalnum", "Whether each text has letters and digits only, and one at least.")
isalpha = _test("isalpha", "Whether each text has letters only, and one at least.")
isdecimal = _test("isdecimal", "Whether each text has decimal characters only, and one at least.")
isdigit = _test("isdigit", "Whether each text has digits only, and one at least.")
islower = _test("islower", "Whether all cased characters of each text are in lower case.")
isnumeric = _test("isnumeric", "Whether each text has numeric characters only, and one at least.")
isspace = _test("isspace", "Whether each text has white space only, and one character at least.")
istitle = _test("istitle", "Whether each text is titlecased.")
isupper = _test("isupper", "Whether all cased characters of each text are in upper case.")


def _room_for(a, width):
    """Refuses texts that are longer than an element may be."""
    longest = (2**31 - 1) // (4 if a.dtype.kind == "U" else 1)
    if width > longest and a.dtype.kind != "T":
        raise TypeError(f"data type '{a.dtype.char}{width}' not understood")


def multiply(a, i):
    """Each text so many times."""
    a, i = np.asanyarray(a), check_integers(i, "i")
    if a.dtype.kind == "T":
        return np.multiply(a, i)
    check("str_len", [a])
    width, times = int(str_len(a).max(initial=0)), int(i.max(initial=0))
    if width > (2**63 - 1) // max(times, 1):
        raise OverflowError("Overflow encountered in string multiply")
    _room_for(a, width * times)
    return _sized(_over(lambda text, times: text * max(times, 0), [a, i]), [a, i])


def mod(a, values):
    """Each text formatted with values: `a % values`."""
    try:
        return _over(lambda text, value: text % value, [_texts(a), values])
    except TypeError as error:
        # The values are NumPy's own.
        raise TypeError(str(error).replace("required, not str", "required, not numpy.str_")) from None


def str_len(x, /, out=None):
    """The length of each text."""
    x = _tested("str_len", x, out)
    return _given(as_laid(_over(len, [x], int, (None, "The length of a null string is undefined")), [x]), out)


def _places(name, doc):
    missing = (False, f"'{name}' not supported for null values that are not nan-like or strings.") \
        if name.endswith("with") else (None, f"'{name}' not supported for null values that are not strings.")

    def function(a, sub, start=0, end=None):
        def place(text, part, start, *end):
            return getattr(text, name)(part, start, *end)

        check(name, [a, sub], [start, UNBOUNDED if end is None else end])
        operands = [np.asarray(a), np.asarray(sub), start] + ([] if end is None else [end])
        return _scalar(as_laid(_over(place, operands, bool if name.endswith("with") else int, missing), operands))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


find = _places("find", "Where a part first stands in each text; -1 where it does not.")
rfind = _places("rfind", "Where a part last stands in each text; -1 where it does not.")
index = _places("index", "As find, with a ValueError where the part does not stand.")
rindex = _places("rindex", "As rfind, with a ValueError where the part does not stand.")
count = _places("count", "How often a part stands in each text.")


def startswith(a, prefix, start=0, end=None):
    """Whether each text begins with a part."""
    return _starting(a, prefix, start, end)


def endswith(a, suffix, start=0, end=None):
    """Whether each text ends with a part."""
    return _ending(a, suffix, start, end)


_starting, _ending = _places("startswith", ""), _places("endswith", "")


def replace(a, old, new, count=-1):
    """Each text with a part replaced, at most `count` times."""
    count, a = check_integers(count, "count"), np.asanyarray(a)
    parts = [np.asanyarray(part) for part in (old, new)]
    if np.result_type(a, *parts).kind != "T":
        # What is no array becomes text like the others.
        parts = [array if hasattr(part, "dtype") else array.astype(a.dtype)
                 for part, array in zip((old, new), parts)]
    check("count", [a, parts[0]], [0, UNBOUNDED])
    check("str_len", [parts[1]])
    if np.result_type(a, *parts).kind != "T":
        np.add(np.minimum(np.zeros(np.broadcast_shapes(a.shape, parts[0].shape)), count), np.zeros(parts[1].shape))
    given = [a, *parts, count]
    return _sized(_over(lambda text, old, new, count: text.replace(old, new, count), given), given)


def _strips(name, doc):
    missing = _KEPT, "Can only strip null values that are strings or NaN-like values"

    def function(a, chars=None):
        if chars is None:
            check(f"_{name}_whitespace", [a])
            a = np.asarray(a)
            return _scalar(as_laid(_over(lambda text: getattr(text, name)(), [a], a.dtype, missing), [a]))
        check(f"_{name}_chars", [a, chars])
        a = np.asarray(a)
        given = [a, np.asarray(chars)]
        return _scalar(as_laid(_over(lambda text, chars: getattr(text, name)(chars), given, a.dtype, missing), given))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


strip = _strips("strip", "Each text without white space, or these characters, at its ends.")
lstrip = _strips("lstrip", "Each text without white space, or these characters, at its start.")
rstrip = _strips("rstrip", "Each text without white space, or these characters, at its end.")


def _pads(name, doc):
    def function(a, width, fillchar=" "):
        width, a, fill = check_integers(width, "width"), np.asanyarray(a), np.asanyarray(fillchar)
        if np.any(str_len(fill) != 1):
            raise TypeError("The fill character must be exactly one character long")
        if np.result_type(a, fill).kind != "T":
            fill = fill.astype(a.dtype, copy=False)
            check("str_len", [a])
        _room_for(a, int(width.max(initial=0)))
        given = [a, width, fill]
        return _sized(_over(lambda text, width, fill: getattr(text, name)(width, fill), given), given)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


center = _pads("center", "Each text in the middle of so many characters.")
ljust = _pads("ljust", "Each text at the left of so many characters.")
rjust = _pads("rjust", "Each text at the right of so many characters.")


def zfill(a, width):
    """Each text filled with zeros at the left, after its sign."""
    width, a = check_integers(width, "width"), np.asanyarray(a)
    if a.dtype.kind != "T":
        check("str_len", [a])
    given = [a, width]
    _room_for(given[0], int(given[1].max(initial=0)))
    return _sized(_over(lambda text, width: text.zfill(width), given), given)


def expandtabs(a, tabsize=8):
    """Each text with tabs replaced by spaces."""
    a, tabsize = np.asanyarray(a), np.asanyarray(tabsize)
    if a.dtype.kind == "T":
        check("_expandtabs", [a], [tabsize])
        return _over(lambda text, size: text.expandtabs(size), [a, tabsize])
    check("_expandtabs_length", [a], [tabsize])
    size, tab = int(tabsize.max(initial=0)), b"\t" if a.dtype.kind == "S" else "\t"
    width = int(str_len(a).max(initial=0)) + size * int(count(a, tab).max(initial=0))
    if width > 2**31 - 1:
        raise OverflowError("new string is too long")
    _room_for(a, width)
    given = [a, tabsize]
    made = _sized(_over(lambda text, size: text.expandtabs(size), given), given)
    if a.dtype.kind == "U":
        # NumPy makes room for the bytes of what is no tab.
        room = str_len(made) + 3 * (str_len(a) - count(a, tab))
        made = made.astype(f"U{room.max()}")
    return made


def _divided(name, find, a, sep):
    """The three parts of each text that `str`'s method `name` makes: fields of one structured array, as in NumPy."""
    a, sep = np.asanyarray(a), np.asanyarray(sep)
    if np.result_type(a, sep).kind == "T":
        check("_" + name, [a, sep])
        return tuple([_over(lambda text, sep, k=k: getattr(text, name)(sep)[k], [a, sep]) for k in range(3)])
    sep = sep.astype(a.dtype, copy=False)
    check(find, [a, sep], [0, UNBOUNDED])
    parts = [_over(lambda text, sep, k=k: getattr(text, name)(sep)[k], [a, sep]) for k in range(3)]
    if not parts[0].size:
        raise ValueError("zero-size array to reduction operation maximum which has no identity")
    widths = [int(str_len(part).max()) for part in parts]
    widths[1] = widths[1] and int(str_len(sep).max()) or 1
    fields = [(f"f{k}", f"{a.dtype.char}{width}") for k, width in enumerate(widths)]
    made = np.empty_like(a, shape=parts[0].shape, dtype=fields)
    for k, part in enumerate(parts):
        made[f"f{k}"] = part
    return tuple([made[f"f{k}"] for k in range(3)])


def partition(a, sep):
    """What stands before a separator in each text, the separator, and what stands after."""
    return _divided("partition", "find", a, sep)


def rpartition(a, sep):
    """As partition, at the separator's last place."""
    return _divided("rpartition", "rfind", a, sep)


def translate(a, table, deletechars=None):
    """Each text with its characters exchanged as a table says."""
    a = _texts(a)
    if a.dtype.kind == "U" or deletechars is None:
        return _over(lambda text: text.translate(table), [a], a.dtype)
    return _over(lambda text: text.translate(table, deletechars), [a], a.dtype)


def encode(a, encoding="utf-8", errors="strict"):
    """Each text as bytes."""
    a = _texts(a)
    if a.dtype.kind == "S":
        raise AttributeError("type object 'bytes' has no attribute 'encode'")
    check_words("encode", encoding=encoding, errors=errors)
    encoding, errors = encoding or "utf-8", errors or "strict"
    return _over(lambda text: text.encode(encoding, errors), [a], None if a.size else "S1")


def decode(a, encoding="utf-8", errors="strict"):
    """Each bytes element as text."""
    a = _texts(a)
    if a.dtype.kind == "U":
        raise AttributeError("type object 'str' has no attribute 'decode'")
    check_words("decode", encoding=encoding, errors=errors)
    encoding, errors = encoding or "utf-8", errors or "strict"
    return _over(lambda data: data.decode(encoding, errors), [a], None if a.size else "U1")


_Slice = slice


def slice(a, start=None, stop=_Slice, step=None, /):
    """Each text's characters from `start` to `stop`; with one number, up to it."""
    if stop is _Slice:
        start, stop = None, start
    step = check_integers(1 if step is None else step, "step")
    if np.any(step == 0):
        raise ValueError("slice step cannot be zero")
    # Bounds that are left out are arrays in NumPy.
    bounds = [np.asarray(0) if bound is None else bound for bound in (start, stop)]
    check("_slice", [a], [*bounds, step])
    a = np.asarray(a)

    def part(text, step, *bounds):
        bounds = iter(bounds)
        return text[_Slice(*(None if bound is None else next(bounds) for bound in (start, stop)), step)]

    given = [a, np.asarray(step), *[np.asarray(bound) for bound in (start, stop) if bound is not None]]
    return _scalar(as_laid(_over(part, given, a.dtype), given))
