"""The help texts of NumPy's scalar classes, of the classes of dtypes, and of what numbers have as attributes.

They are read when `__doc__` is asked for. Not here: the functions' texts, which stand at the functions.
"""

from numpy import _engine as np

# Classes that are made, and what one of them is.
_CLASSES = """
bool: True or False, one byte. It is no number: `np.bool` is not derived from `np.int_`, as Python's bool is from int.
str_: Text, as Python's str. Null characters at its end are dropped where it stands in an array.
bytes_: Bytes, as Python's bytes. Null bytes at their end are dropped where they stand in an array.
object_: Any Python object. `np.object_(x)` is `x`; as a dtype it makes arrays of references to objects.
datetime64: A date or a moment, a 64-bit count of units since 1970-01-01T00:00. The unit is part of the dtype: \
`np.datetime64('2024-02-29')` counts days, `np.datetime64('2024-02-29T12:30')` minutes. 'NaT' is no moment. There are no \
time zones: what is given with one becomes UTC.
timedelta64: A span of time, a 64-bit count of units; the difference of two datetime64. 'NaT' is no span.
void: An element of a structured dtype, whose fields are read as `x['name']`, or plain bytes. It is a view: what is \
assigned to its fields is assigned to the array it came from.
"""
# Abstract classes, for np.issubdtype and isinstance.
_ABSTRACT = """
generic: Base class of all of NumPy's scalar classes. A scalar has the attributes and methods of an array without axes.
number: Base class of the classes of numbers.
integer: Base class of the classes of whole numbers.
signedinteger: Base class of the classes of whole numbers with a sign.
unsignedinteger: Base class of the classes of whole numbers without a sign.
inexact: Base class of the classes of numbers that are rounded: floating and complex ones.
floating: Base class of the classes of floating-point numbers.
complexfloating: Base class of the classes of complex numbers.
flexible: Base class of the classes whose size belongs to the dtype: texts, bytes and void.
character: Base class of the classes of texts and bytes.
"""
_ATTRIBUTES = """
as_integer_ratio: The number as a fraction of two integers, (numerator, denominator), the denominator positive.
bit_count: How many bits of the absolute value are 1.
conjugate: The complex conjugate.
denominator: The denominator of the number as a fraction: 1 for a whole number.
fromhex: A number of a text in base 16, as hex() writes it.
hex: The number in base 16, exactly, as text.
is_integer: Whether the number is whole.
numerator: The numerator of the number as a fraction: itself for a whole number.
dtype: The scalar's dtype.
tolist: The scalar as the nearest Python object.
"""
_ALIASES = {
    "int8": "byte", "int16": "short", "int32": "intc", "int64": "int_, long, longlong, intp", "uint8": "ubyte",
    "uint16": "ushort", "uint32": "uintc", "uint64": "uint, ulong, ulonglong, uintp", "float16": "half",
    "float32": "single", "float64": "double, longdouble", "complex64": "csingle", "complex128": "cdouble, clongdouble",
    "bool": "bool_",
}


def _table(text):
    return dict(line.split(": ", 1) for line in text.strip().splitlines())


def _number(name, dtype):
    """What a class of numbers is: its width, its range or precision."""
    bits = 8 * dtype.itemsize
    if dtype.kind in "iu":
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if dtype.kind == "i" else (0, (1 << bits) - 1)
        text = f"A whole number {'with' if dtype.kind == 'i' else 'without'} a sign, of {bits} bits: {low:_} to {high:_}. " \
               "What is larger wraps around."
    elif dtype.kind == "f":
        digits = {16: "11 bits, about 3 decimal", 32: "24 bits, about 7 decimal", 64: "53 bits, about 16 decimal"}[bits]
        text = f"A floating-point number of {bits} bits: its significand has {digits} digits."
        if name == "float64":
            text += " It is derived from Python's float."
    else:
        text = f"A complex number: two floating-point numbers of {bits // 2} bits."
        if name == "complex128":
            text += " It is derived from Python's complex."
    return text


def of_class(cls):
    """The text of a class; None for one that is not NumPy's own."""
    import textwrap
    name = cls.__name__
    if issubclass(cls, np.dtype):
        scalar = getattr(cls, "type", None)
        if scalar is None:
            return "Base class of the classes of some dtypes."
        return textwrap.fill(f"The class of the dtypes of `numpy.{scalar.__name__}`; an instance is made by `np.dtype`.", 79)
    abstract = _table(_ABSTRACT).get(name)
    if abstract is not None:
        return textwrap.fill(abstract, 79)
    text = _table(_CLASSES).get(name)
    code = np.dtype(cls).char
    lines = [textwrap.fill(text or _number(name, np.dtype(cls)), 79), "", f":Character code: ``'{code}'``"]
    if name in _ALIASES:
        lines.append(":Other names: " + ", ".join([f"`numpy.{other}`" for other in _ALIASES[name].split(", ")]))
    return "\n".join(lines)


def of_attribute(name):
    """The text of an attribute or method of numbers that arrays have not."""
    return _table(_ATTRIBUTES).get(name)
