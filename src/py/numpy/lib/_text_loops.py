"""Which operands the loops of text ufuncs take, and NumPy's refusals of all others. Computes nothing."""

from numpy import _engine as np

_PYTHON = {int: "_PyLongDType", float: "_PyFloatDType", complex: "_PyComplexDType"}
UNBOUNDED = 2**63 - 1


def _class_of(operand):
    """The class of an operand's dtype as NumPy names it; Python's numbers have classes of their own."""
    if type(operand) in _PYTHON:
        return f"<class 'numpy.dtypes.{_PYTHON[type(operand)]}'>"
    return repr(type(np.asarray(operand).dtype))


def check(name, texts, numbers=()):
    """Refuses operands that the loop `name` does not take: `texts` must be of one kind, `numbers` integers.

    Raises NumPy's UFuncTypeErrors.
    """
    kinds = {np.asarray(text).dtype.kind for text in texts}
    if kinds not in ({"U"}, {"S"}, {"T"}, {"U", "T"}):
        classes = ", ".join([_class_of(operand) for operand in [*texts, *numbers]])
        inputs = classes if len(texts) + len(numbers) == 1 else f"({classes})"
        raise np._UFuncNoLoopError(
            f"ufunc '{name}' did not contain a loop with signature matching types {inputs} -> None")
    for place, number in enumerate(numbers, len(texts)):
        dtype = np.asarray(number).dtype
        if dtype.kind not in "biu":
            raise np._UFuncInputCastingError(
                f"Cannot cast ufunc '{name}' input {place} from {dtype!r} to dtype('int64') with casting rule 'same_kind'")
    shapes = [np.asarray(operand).shape for operand in (*texts, *numbers)]
    try:
        np.broadcast_shapes(*shapes)
    except ValueError:
        shown = "".join([str(shape).replace(" ", "") + " " for shape in shapes])
        raise ValueError(f"operands could not be broadcast together with shapes {shown}") from None


def check_integers(operand, name):
    """An operand that must be of integers, as an array."""
    array = np.asanyarray(operand)
    if array.dtype.kind not in "iu":
        raise TypeError(f"unsupported type {array.dtype} for operand '{name}'")
    return array


def check_words(function, **words):
    """Refuses arguments of `encode` and `decode` that are no text."""
    for name, word in words.items():
        element = None if word is None else np.asarray(word).ravel()[0]
        if element is not None and not isinstance(element, str):
            kind = type(element)
            shown = f"numpy.{kind.__name__}" if issubclass(kind, np.generic) else kind.__name__
            raise TypeError(f"{function}() argument '{name}' must be str, not {shown}")
