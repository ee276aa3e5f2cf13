"""What the array API standard asks of a library about itself: `np.__array_namespace_info__()`."""

from numpy import _engine as np

_KINDS = {
    "bool": "bool",
    "signed integer": "int8 int16 int32 int64",
    "unsigned integer": "uint8 uint16 uint32 uint64",
    "real floating": "float32 float64",
    "complex floating": "complex64 complex128",
}
_KINDS["integral"] = _KINDS["signed integer"] + " " + _KINDS["unsigned integer"]
_KINDS["numeric"] = " ".join([_KINDS[kind] for kind in ("integral", "real floating", "complex floating")])


def _check_device(device):
    if device not in ("cpu", None):
        raise ValueError(f'Device not understood. Only "cpu" is allowed, but received: {device}')


class __array_namespace_info__:
    """The inspection functions of the array API standard: capabilities, dtypes and devices.

    Examples
    --------
    >>> info = np.__array_namespace_info__()
    >>> info.default_dtypes()
    {'real floating': dtype('float64'), 'complex floating': dtype('complex128'), 'integral': dtype('int64'), \
'indexing': dtype('int64')}
    """

    def capabilities(self):
        """What is supported: boolean indexing, shapes that depend on data, and how many axes an array may have."""
        return {"boolean indexing": True, "data-dependent shapes": True, "max dimensions": 64}

    def default_device(self):
        """Where arrays are: 'cpu'."""
        return "cpu"

    def default_dtypes(self, *, device=None):
        """The dtypes of arrays that are made without one, by kind."""
        _check_device(device)
        names = {"real floating": "float64", "complex floating": "complex128", "integral": "int64", "indexing": "int64"}
        return {kind: np.dtype(name) for kind, name in names.items()}

    def dtypes(self, *, device=None, kind=None):
        """The standard's dtypes by name: all, those of one kind ('bool', 'signed integer', 'unsigned integer',
        'integral', 'real floating', 'complex floating', 'numeric'), or of several in a tuple."""
        _check_device(device)
        if kind is None:
            return {name: np.dtype(name) for name in f"bool {_KINDS['numeric']}".split()}
        if isinstance(kind, tuple):
            found = {}
            for one in kind:
                found.update(self.dtypes(kind=one))
            return found
        if kind not in _KINDS:
            raise ValueError(f"unsupported kind: {kind!r}")
        # NumPy gives the class of booleans here, and dtypes of numbers.
        return {name: np.bool if kind == "bool" else np.dtype(name) for name in _KINDS[kind].split()}

    def devices(self):
        """Every place where arrays can be: ['cpu']."""
        return ["cpu"]


__array_namespace_info__.__module__ = "numpy"
