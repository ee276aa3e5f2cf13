"""Arrays in files: .npy and .npz (formats 1.0 to 3.0). Raw bytes are in `_scanning`, text is in `_tables`."""

import os

from numpy import _engine as np

_MAGIC = b"\x93NUMPY"


def _descr(dtype):
    if dtype.kind == "T":
        import warnings
        warnings.warn("Custom dtypes are saved as python objects using the pickle protocol. Loading this file requires "
                      "allow_pickle=True to be set.", UserWarning, stacklevel=5)
        return "|O"
    return dtype.descr if dtype.names else dtype.str


def _header(array):
    """The bytes before an array's elements."""
    fortran = array.flags.f_contiguous and not array.flags.c_contiguous
    text = "{'descr': %r, 'fortran_order': %r, 'shape': %r, }" % (_descr(array.dtype), bool(fortran), array.shape)
    if array.shape:
        # Room for the first length to grow in place.
        text += " " * (21 - len(repr(array.shape[-1 if fortran else 0])))
    text = text.encode("latin1")
    version, size = (1, 2) if len(text) + 74 < 65536 else (2, 4)
    if version == 2:
        import warnings
        warnings.warn("Stored array in format 2.0. It can only beread by NumPy >= 1.9", UserWarning, stacklevel=2)
    padding = 64 - (len(_MAGIC) + 2 + size + len(text) + 1) % 64
    text += b" " * padding + b"\n"
    return _MAGIC + bytes([version, 0]) + len(text).to_bytes(size, "little") + text


def _write(file, array, allow_pickle=True):
    array = np.asarray(array)
    if array.dtype.kind in "OT":
        if not allow_pickle:
            raise ValueError("Object arrays cannot be saved when allow_pickle=False")
        import pickle
        file.write(_header(array))
        pickle.dump(array, file, protocol=4)
        return
    header = _header(array)
    file.write(header)
    file.write((array.T if b"'fortran_order': True" in header else array).tobytes())


def _read_exactly(file, count, what):
    data = b""
    while len(data) < count:
        more = file.read(count - len(data))
        if not more:
            raise ValueError(f"EOF: reading {what}, expected {count} bytes got {len(data)}")
        data = data + more if data else more
    return data


def _read_header(file, version, max_header_size, dtype_of):
    """Shape, whether in Fortran order, and dtype: what comes after the magic string."""
    import ast
    size = 2 if version == (1, 0) else 4
    length = int.from_bytes(_read_exactly(file, size, "array header length"), "little")
    text = _read_exactly(file, length, "array header").decode("utf-8" if version == (3, 0) else "latin1")
    if len(text) > max_header_size:
        raise ValueError(f"Header info length ({len(text)}) is large and may not be safe to load securely.\n"
                         "To allow loading, adjust `max_header_size` or fully trust the `.npy` file using "
                         "`allow_pickle=True`.\nFor safety against large resource use or crashes, sandboxing may be "
                         "necessary.")
    try:
        header = ast.literal_eval(text.strip())
    except (SyntaxError, ValueError) as error:
        raise ValueError(f"Cannot parse header: {text!r}") from error
    if not isinstance(header, dict):
        raise ValueError(f"Header is not a dictionary: {header!r}")
    if set(header) != {"descr", "fortran_order", "shape"}:
        raise ValueError(f"Header does not contain the correct keys: {sorted(header)!r}")
    shape = header["shape"]
    if not isinstance(shape, tuple) or not all(isinstance(length, int) for length in shape):
        raise ValueError(f"shape is not valid: {shape!r}")
    if not isinstance(header["fortran_order"], bool):
        raise ValueError(f"fortran_order is not a valid bool: {header['fortran_order']!r}")
    try:
        dtype = dtype_of(header["descr"])
    except TypeError as error:
        raise ValueError(f"descr is not a valid dtype descriptor: {header['descr']!r}") from error
    return shape, header["fortran_order"], dtype


def _read(file, allow_pickle=False, max_header_size=10000, pickle_options={}):
    """The array that a file holds, from its magic string on."""
    magic = _read_exactly(file, 8, "magic string")
    if magic[:6] != _MAGIC:
        raise ValueError(f"the magic string is not correct; expected {_MAGIC!r}, got {magic[:6]!r}")
    version = (magic[6], magic[7])
    if version not in ((1, 0), (2, 0), (3, 0)):
        raise ValueError(f"we only support format version (1,0), (2,0), and (3,0), not {version}")
    shape, fortran, dtype = _read_header(file, version, max_header_size, np.dtype)
    count = 1
    for length in shape:
        count *= length
    if dtype.kind == "O":
        if not allow_pickle:
            raise ValueError("Object arrays cannot be loaded when allow_pickle=False")
        import pickle
        try:
            made = pickle.load(file, **pickle_options)
        except UnicodeError as error:
            raise UnicodeError(f"Unpickling a python object failed: {error!r}\nYou may need to pass the encoding= "
                               "option to numpy.load") from error
        made.shape = shape
        return made
    data = _read_exactly(file, count * dtype.itemsize, "array data")
    flat = np.frombuffer(bytearray(data), dtype=dtype) if count and dtype.itemsize else np.empty(count, dtype=dtype)
    if fortran:
        return flat.reshape(shape[::-1]).T
    return flat.reshape(shape)


class _Opened:
    """A path opened, or a file as it is; closed again only if it was opened here."""

    def __init__(self, file, mode):
        self._own = not hasattr(file, "read" if "r" in mode else "write")
        self._file = open(os.fspath(file), mode) if self._own else file

    def __enter__(self):
        return self._file

    def __exit__(self, *exc_info):
        if self._own:
            self._file.close()


def _with_suffix(file, suffix):
    if hasattr(file, "write"):
        return file
    file = os.fspath(file)
    return file if file.endswith(suffix) else file + suffix


def save(file, arr, allow_pickle=True):
    """Writes one array to a .npy file; the suffix is added where it is missing."""
    with _Opened(_with_suffix(file, ".npy"), "wb") as opened:
        _write(opened, arr, allow_pickle)


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII", *, max_header_size=10000):
    """The array in a .npy file, or the arrays in a .npz archive, by name."""
    if encoding not in ("ASCII", "latin1", "bytes"):
        raise ValueError("encoding must be 'ASCII', 'latin1', or 'bytes'")
    if mmap_mode is not None:
        from numpy.lib import format
        with _Opened(file, "rb") as opened:
            start = opened.read(6)
            opened.seek(-len(start), 1)
        if start == _MAGIC:
            if allow_pickle:
                max_header_size = 2**64
            return format.open_memmap(file, mode=mmap_mode, max_header_size=max_header_size)
    options = {"fix_imports": fix_imports, "encoding": encoding}
    own = not hasattr(file, "read")
    opened = open(os.fspath(file), "rb") if own else file
    keep = False
    try:
        start = opened.read(6)
        if not start:
            raise EOFError("No data left in file")
        opened.seek(-len(start), 1)
        if start.startswith(b"PK\x03\x04") or start.startswith(b"PK\x05\x06"):
            keep = True
            return NpzFile(opened, own, allow_pickle, options, max_header_size=max_header_size)
        if start == _MAGIC:
            return _read(opened, allow_pickle, max_header_size, options)
        if not allow_pickle:
            raise ValueError("This file contains pickled (object) data. If you trust the file you can load it unsafely "
                             "using the `allow_pickle=` keyword argument or `pickle.load()`.")
        import pickle
        try:
            return pickle.load(opened, **options)
        except Exception as error:
            raise pickle.UnpicklingError(f"Failed to interpret file {file!r} as a pickle") from error
    finally:
        if own and not keep:
            opened.close()


class NpzFile:
    """The arrays of a .npz archive, read when they are asked for: `archive["name"]`, `archive.files`."""

    __module__ = "numpy.lib.npyio"
    zip = fid = None

    def __init__(self, fid, own_fid=False, allow_pickle=False, pickle_kwargs=None, *, max_header_size=10000):
        import zipfile
        self.zip = zipfile.ZipFile(fid)
        self.fid = fid if own_fid else None
        self._name = getattr(fid, "name", "object") if own_fid else "object"
        self._options = allow_pickle, max_header_size, pickle_kwargs or {}
        self._members = {name.removesuffix(".npy"): name for name in self.zip.namelist()}
        self.files = list(self._members)
        self.f = _Attributes(self)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        """Closes the file."""
        if self.zip is not None:
            self.zip.close()
            self.zip = None
        if self.fid is not None:
            self.fid.close()
            self.fid = None

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def __contains__(self, key):
        return key in self._members or key in self._members.values()

    def __getitem__(self, key):
        name = self._members.get(key, key if key in self._members.values() else None)
        if name is None:
            raise KeyError(f"{key} is not a file in the archive")
        import io
        data = self.zip.read(name)
        return _read(io.BytesIO(data), *self._options) if data.startswith(_MAGIC) else data

    def keys(self):
        """The names."""
        return self._members.keys()

    def values(self):
        """The arrays."""
        return [self[key] for key in self.files]

    def items(self):
        """Names and arrays."""
        return [(key, self[key]) for key in self.files]

    def get(self, key, default=None):
        """The array of a name, or a default."""
        return self[key] if key in self else default

    def __repr__(self):
        shown = ", ".join(self.files[:5]) + ("..." if len(self.files) > 5 else "")
        return f"NpzFile {self._name!r} with keys: {shown}"


class _Attributes:
    def __init__(self, archive):
        self._archive = archive

    def __getattr__(self, key):
        try:
            return self._archive[key]
        except KeyError:
            raise AttributeError(key) from None

    def __dir__(self):
        return list(self._archive.files)


def _savez(file, args, kwds, compression, allow_pickle):
    import io
    import zipfile
    named = dict(kwds)
    for place, value in enumerate(args):
        key = f"arr_{place}"
        if key in named:
            raise ValueError(f"Cannot use un-named variables and keyword {key}")
        named[key] = value
    file = _with_suffix(file, ".npz")
    with zipfile.ZipFile(file, mode="w", compression=compression, allowZip64=True) as archive:
        for key, value in named.items():
            made = io.BytesIO()
            _write(made, value, allow_pickle)
            archive.writestr(zipfile.ZipInfo(key + ".npy"), made.getvalue(), compress_type=compression)


def savez(file, *args, allow_pickle=True, **kwds):
    """Writes several arrays to a .npz archive, by keyword or as arr_0, arr_1, ..."""
    _savez(file, args, kwds, 0, allow_pickle)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    """As `savez`, compressed."""
    _savez(file, args, kwds, 8, allow_pickle)
