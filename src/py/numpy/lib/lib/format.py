"""The format of .npy files, piece by piece. `numpy.save` and `numpy.load` do it all at once."""

import io
import os
import warnings

import numpy as np
from numpy._files import _read_exactly, _read_header

__all__ = []

EXPECTED_KEYS = {"descr", "fortran_order", "shape"}
MAGIC_PREFIX = b"\x93NUMPY"
MAGIC_LEN = 8
ARRAY_ALIGN = 64
BUFFER_SIZE = 2**18
GROWTH_AXIS_MAX_DIGITS = 21
_MAX_HEADER_SIZE = 10000
_SIZES = {(1, 0): (2, "latin1"), (2, 0): (4, "latin1"), (3, 0): (4, "utf8")}


def _check_version(version):
    if version not in [(1, 0), (2, 0), (3, 0), None]:
        raise ValueError(f"we only support format version (1,0), (2,0), and (3,0), not {version}")


def magic(major, minor):
    """The first bytes of a file of a version of the format."""
    if not 0 <= major < 256:
        raise ValueError("major version must be 0 <= major < 256")
    if not 0 <= minor < 256:
        raise ValueError("minor version must be 0 <= minor < 256")
    return MAGIC_PREFIX + bytes([major, minor])


def read_magic(fp):
    """Reads the first bytes of a file: its version of the format."""
    found = _read_exactly(fp, MAGIC_LEN, "magic string")
    if found[:-2] != MAGIC_PREFIX:
        raise ValueError(f"the magic string is not correct; expected {MAGIC_PREFIX!r}, got {found[:-2]!r}")
    return found[-2], found[-1]


def drop_metadata(dtype, /):
    """The dtype without metadata, its own and that of its fields."""
    if dtype.fields is not None:
        fields = [(name, *dtype.fields[name]) for name in dtype.names]
        return np.dtype({
            "names": [field[0] for field in fields],
            "formats": [drop_metadata(field[1]) for field in fields],
            "offsets": [field[2] for field in fields],
            "titles": [field[3] if len(field) > 3 else None for field in fields],
            "itemsize": dtype.itemsize,
        }, align=dtype.isalignedstruct) if any(drop_metadata(field[1]) is not field[1] for field in fields) \
            or dtype.metadata else dtype
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        plain = drop_metadata(base)
        return dtype if plain is base and dtype.metadata is None else np.dtype((plain, shape))
    return dtype if dtype.metadata is None else np.dtype(dtype.str)


def dtype_to_descr(dtype):
    """What a header says of a dtype: something that a dtype can be made of again."""
    plain = drop_metadata(dtype)
    if plain is not dtype:
        warnings.warn("metadata on a dtype is not saved to an npy/npz. Use another format (such as pickle) to store it.",
                      UserWarning, stacklevel=2)
    if plain.kind == "T":
        warnings.warn("Custom dtypes are saved as python objects using the pickle protocol. Loading this file requires "
                      "allow_pickle=True to be set.", UserWarning, stacklevel=2)
        return "|O"
    return plain.descr if plain.names is not None else plain.str


def descr_to_dtype(descr):
    """The dtype that a header describes; gaps between fields are gaps again."""
    if isinstance(descr, str):
        return np.dtype(descr)
    if isinstance(descr, tuple):
        return np.dtype((descr_to_dtype(descr[0]), descr[1]))
    names, formats, offsets, titles, offset = [], [], [], [], 0
    for field in descr:
        kind = descr_to_dtype(field[1]) if len(field) == 2 else np.dtype((descr_to_dtype(field[1]), field[2]))
        if field[0] != "" or kind.type is not np.void or kind.names is not None:
            title, name = field[0] if isinstance(field[0], tuple) else (None, field[0])
            names.append(name)
            titles.append(title)
            formats.append(kind)
            offsets.append(offset)
        offset += kind.itemsize
    return np.dtype({"names": names, "formats": formats, "titles": titles, "offsets": offsets, "itemsize": offset})


def header_data_from_array_1_0(array):
    """What a header says of an array, as a dict."""
    return {
        "shape": array.shape,
        "fortran_order": bool(array.flags.f_contiguous and not array.flags.c_contiguous),
        "descr": dtype_to_descr(array.dtype),
    }


def _wrapped(header, version):
    """A header's text with all that stands before it, filled up so that elements are aligned."""
    width, encoding = _SIZES[version]
    text = header.encode(encoding)
    length = len(text) + 1
    padding = ARRAY_ALIGN - (MAGIC_LEN + width + length) % ARRAY_ALIGN
    try:
        size = (length + padding).to_bytes(width, "little")
    except OverflowError:
        raise ValueError(f"Header length {length} too big for version={version}") from None
    return magic(*version) + size + text + b" " * padding + b"\n"


def _wrapped_somehow(header):
    """In the oldest version of the format that holds the header."""
    try:
        return _wrapped(header, (1, 0))
    except UnicodeEncodeError:
        pass
    except ValueError:
        try:
            made = _wrapped(header, (2, 0))
            warnings.warn("Stored array in format 2.0. It can only beread by NumPy >= 1.9", UserWarning, stacklevel=2)
            return made
        except UnicodeEncodeError:
            pass
    made = _wrapped(header, (3, 0))
    warnings.warn("Stored array in format 3.0. It can only be read by NumPy >= 1.17", UserWarning, stacklevel=2)
    return made


def _write_header(fp, d, version=None):
    text = "{" + "".join(f"'{key}': {value!r}, " for key, value in sorted(d.items())) + "}"
    shape = d["shape"]
    if len(shape):
        text += " " * (GROWTH_AXIS_MAX_DIGITS - len(repr(shape[-1 if d["fortran_order"] else 0])))
    fp.write(_wrapped_somehow(text) if version is None else _wrapped(text, version))


def write_array_header_1_0(fp, d):
    """Writes a header of version 1.0."""
    _write_header(fp, d, (1, 0))


def write_array_header_2_0(fp, d):
    """Writes a header of version 2.0, which may be longer."""
    _write_header(fp, d, (2, 0))


def read_array_header_1_0(fp, max_header_size=_MAX_HEADER_SIZE):
    """Reads what comes after the magic string in version 1.0: shape, whether in Fortran order, dtype."""
    return _read_array_header(fp, (1, 0), max_header_size)


def read_array_header_2_0(fp, max_header_size=_MAX_HEADER_SIZE):
    """Reads what comes after the magic string in version 2.0: shape, whether in Fortran order, dtype."""
    return _read_array_header(fp, (2, 0), max_header_size)


def _read_array_header(fp, version, max_header_size=_MAX_HEADER_SIZE):
    if version not in _SIZES:
        raise ValueError(f"Invalid version {version!r}")
    return _read_header(fp, version, max_header_size, descr_to_dtype)


def write_array(fp, array, version=None, allow_pickle=True, pickle_kwargs=None):
    """Writes an array with its header."""
    _check_version(version)
    _write_header(fp, header_data_from_array_1_0(array), version)
    if array.dtype.hasobject:
        if not allow_pickle:
            raise ValueError("Object arrays cannot be saved when allow_pickle=False")
        import pickle
        pickle.dump(array, fp, **{"protocol": 4, **(pickle_kwargs or {})})
        return
    fortran = array.flags.f_contiguous and not array.flags.c_contiguous
    fp.write((array.T if fortran else array).tobytes())


def read_array(fp, allow_pickle=False, pickle_kwargs=None, *, max_header_size=_MAX_HEADER_SIZE):
    """Reads an array, its header first."""
    if allow_pickle:
        max_header_size = 2**64
    version = read_magic(fp)
    _check_version(version)
    shape, fortran, dtype = _read_array_header(fp, version, max_header_size)
    if dtype.hasobject:
        if not allow_pickle:
            raise ValueError("Object arrays cannot be loaded when allow_pickle=False")
        import pickle
        try:
            made = pickle.load(fp, **(pickle_kwargs or {}))
        except UnicodeError as error:
            raise UnicodeError(f"Unpickling a python object failed: {error!r}\nYou may need to pass the encoding= option "
                               "to numpy.load") from error
        made.shape = shape
        return made
    count = 1
    for length in shape:
        count *= length
    data = _read_exactly(fp, count * dtype.itemsize, "array data")
    flat = np.frombuffer(bytearray(data), dtype=dtype, count=count) if count and dtype.itemsize else np.empty(count, dtype)
    return flat.reshape(shape[::-1]).T if fortran else flat.reshape(shape)


def open_memmap(filename, mode="r+", dtype=None, shape=None, fortran_order=False, version=None, *,
                max_header_size=_MAX_HEADER_SIZE):
    """The array in a .npy file as a memory map; with a mode of 'w', a new file for an array of a dtype and shape."""
    if isfileobj(filename):
        raise ValueError("Filename must be a string or a path-like object.  Memmap cannot use existing file handles.")
    if "w" in mode:
        _check_version(version)
        dtype = np.dtype(dtype)
        if dtype.hasobject:
            raise ValueError("Array can't be memory-mapped: Python objects in dtype.")
        header = {"descr": dtype_to_descr(dtype), "fortran_order": fortran_order, "shape": shape}
        with open(os.fspath(filename), mode + "b") as fp:
            _write_header(fp, header, version)
            offset = fp.tell()
    else:
        with open(os.fspath(filename), "rb") as fp:
            version = read_magic(fp)
            _check_version(version)
            shape, fortran_order, dtype = _read_array_header(fp, version, max_header_size)
            if dtype.hasobject:
                raise ValueError("Array can't be memory-mapped: Python objects in dtype.")
            offset = fp.tell()
    order = "F" if fortran_order else "C"
    return np.memmap(filename, dtype=dtype, shape=shape, order=order, mode="r+" if mode == "w+" else mode, offset=offset)


def isfileobj(f):
    """Whether a value is a file of the tree."""
    if not isinstance(f, (io.FileIO, io.BufferedReader, io.BufferedWriter)):
        return False
    try:
        f.fileno()
        return True
    except OSError:
        return False
