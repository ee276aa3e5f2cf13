"""How arrays, scalars and dtypes are pickled: as NumPy does, so that each reads what the other has written.

A pickle of an array is `_reconstruct`, which makes an empty one, and a state: version, shape, dtype, whether the
elements come in Fortran order, and the elements, as bytes or as a list of objects.
"""

from numpy._engine import array as _array
from numpy._engine import dtype, frombuffer, ndarray


def _reconstruct(subtype, shape, dtype):
    """An array to be filled by `__setstate__`."""
    if not (isinstance(subtype, type) and issubclass(subtype, ndarray)):
        raise TypeError("_reconstruct: First argument must be a sub-type of ndarray")
    return ndarray.__new__(subtype, shape, dtype)


def scalar(dtype, obj=None):
    """The scalar of a dtype whose bytes are given; zero without them."""
    if dtype.kind == "O":
        raise TypeError("Cannot unpickle a scalar with object dtype.")
    if obj is None:
        obj = bytes(dtype.itemsize)
    if isinstance(obj, str):
        obj = _latin1(obj, "scalar")
    if not isinstance(obj, bytes):
        raise TypeError("initializing object must be a bytes object")
    if len(obj) < dtype.itemsize:
        raise ValueError("initialization string is too small")
    if dtype.itemsize == 0:
        return ndarray((), dtype)[()]
    return frombuffer(obj, dtype, 1)[0]


def _latin1(text, what):
    try:
        return text.encode("latin1")
    except UnicodeEncodeError:
        raise ValueError(f"Failed to encode latin1 string when unpickling a Numpy {what}. "
                         "pickle.load(a, encoding='latin1') is assumed.") from None


# What the classes' `__reduce__` and `__setstate__` call.

def _reduce_array(array, protocol):
    fortran = array.flags.fnc
    if array.dtype.hasobject:
        return _reconstruct, (type(array), (0,), b"b"), (1, array.shape, array.dtype, fortran, list(array.flat))
    if protocol >= 5 and type(array) is ndarray and array.flags.forc:
        from numpy._core.numeric import _frombuffer
        elements = array.tobytes("A")
        if array.flags.writeable:
            elements = bytearray(elements)
        return _frombuffer, (elements, array.dtype, array.shape, "F" if fortran else "C")
    state = 1, array.shape, array.dtype, fortran, array.tobytes("F" if fortran else "C")
    return _reconstruct, (type(array), (0,), b"b"), state


def _state_of_array(state):
    """A pickle's state as an array of its shape, dtype and order."""
    if not isinstance(state, tuple):
        raise TypeError(f"__setstate__() argument 1 must be 4-item sequence, not {type(state).__name__}")
    version = 0
    if len(state) == 5 and isinstance(state[2], dtype):
        version, *state = state
    if len(state) != 4:
        raise TypeError(f"__setstate__() argument 1 must be sequence of length 4, not {len(state)}")
    shape, kind, fortran, elements = state
    if version not in (0, 1):
        raise ValueError(f"can't handle version {version} of numpy.ndarray pickle")
    order = "F" if fortran else "C"
    if kind.hasobject:
        if not isinstance(elements, list):
            raise TypeError("object pickle not returning list")
        made = ndarray(shape, kind, order=order)
        made.flat[:] = elements
        return made
    if isinstance(elements, str):
        elements = _latin1(elements, "array")
    if not isinstance(elements, (bytes, bytearray)):
        raise TypeError("pickle not returning string")
    size = kind.itemsize
    for length in shape:
        size *= length
    if len(elements) != size:
        raise ValueError("buffer size does not match array size")
    if size == 0:
        return ndarray(shape, kind, order=order)
    made = frombuffer(elements, kind).reshape(shape, order=order)
    # Another machine's numbers become this one's.
    return made.copy("A") if kind.isnative or kind.names is not None else made.astype(kind.newbyteorder("="), "A")


def _reduce_scalar(value):
    value = _array(value)
    return scalar, (value.dtype, value.tobytes())


def _string_dtype(*given):
    """The dtype of text of any length of a pickle: whether it converts, and what stands for a missing text."""
    from numpy.dtypes import StringDType
    return StringDType(**dict(zip(("coerce", "na_object"), given)))


def _reduce_dtype(kind):
    if kind.kind == "T":
        return _string_dtype, (kind.coerce, *([kind.na_object] if hasattr(kind, "na_object") else []))
    code, order = kind.str[1:], kind.str[0]
    version, base, names, fields, itemsize, alignment, flags = 3, None, None, None, -1, -1, kind.flags
    if kind.kind == "O":
        code = "O8"
    elif kind.subdtype is not None:
        base, itemsize, alignment = kind.subdtype, kind.itemsize, kind.alignment
    elif kind.kind in "SUV":
        itemsize, alignment = kind.itemsize, kind.alignment
        if kind.kind == "U":
            flags = 8
        if kind.names is not None:
            names, fields = kind.names, dict(kind.fields)
            if kind.isalignedstruct:
                flags += 128
            if kind.type.__name__ == "record":
                code = kind.type
    state = order, base, names, fields, itemsize, alignment, flags
    metadata = dict(kind.metadata) if kind.metadata else None
    if kind.kind in "mM":
        from numpy import datetime_data
        version, code = 4, code[:2]
        state += (metadata, (datetime_data(kind)[0].encode(), datetime_data(kind)[1], 1, 1)),
    elif metadata is not None:
        version = 4
        state += metadata,
    return dtype, (code, False, True), (version, *state)


def _state_of_dtype(kind, state, origin):
    """What `kind`, a copy made of `origin`, becomes by a pickle's state."""
    version = state[0] if isinstance(state, tuple) and len(state) > 7 else -1
    if version not in (3, 4):
        raise ValueError(f"can't handle version {version} of numpy.dtype pickle")
    order, base, names, fields, itemsize, alignment, flags = state[1:8]
    if isinstance(order, bytes):
        order = order.decode("latin1")
    if base is not None:
        return dtype(base)
    if names is not None:
        text = lambda name: name.decode("latin1") if isinstance(name, bytes) else name
        places = [fields[name] for name in names]
        made = dtype({
            "names": [text(name) for name in names],
            "formats": [place[0] for place in places],
            "offsets": [place[1] for place in places],
            "titles": [text(place[2]) if len(place) > 2 else None for place in places],
            "itemsize": itemsize,
            "aligned": bool(flags & 128),
        })
        return dtype((origin, made)) if isinstance(origin, type) else made
    if kind.kind in "mM" and len(state) > 8:
        unit, count = state[8][1][:2]
        unit = unit.decode("latin1") if isinstance(unit, bytes) else unit
        kind = dtype(f"{kind.kind}8" if unit == "generic" else f"{kind.kind}8[{count}{unit}]")
    elif kind.kind in "SUV" and itemsize >= 0:
        kind = dtype(f"{kind.kind}{itemsize // 4 if kind.kind == 'U' else itemsize}")
    return kind.newbyteorder(order) if order in ("<", ">") else kind


def __getattr__(name):
    from numpy import _core
    return getattr(_core, name)
