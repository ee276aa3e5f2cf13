"""`numpy.memmap`: an array whose elements are the bytes of a file.

Files live in memory here, so that a map and its file are one memory: a write to either is seen in the other at once.
A file that outgrows its last page of 4096 bytes gets other memory, and the maps made before keep the old one.
"""

import operator
import os

import numpy as np
from numpy import _engine

_MODES = {"readonly": "r", "copyonwrite": "c", "readwrite": "r+", "write": "w+"}


class memmap(np.ndarray):
    """memmap(filename, dtype=numpy.uint8, mode='r+', offset=0, shape=None, order='C')

    An array over the bytes of a file, from `offset` on. Modes: 'r' reads, 'r+' reads and writes, 'w+' makes the file
    anew or overwrites it, 'c' writes to the array and not to the file.
    """

    __module__ = "numpy"
    __array_priority__ = -100.0

    def __new__(subtype, filename, dtype=np.uint8, mode="r+", offset=0, shape=None, order="C"):
        mode = _MODES.get(mode, mode)
        if mode not in _MODES.values():
            raise ValueError(f"mode must be one of {[*_MODES.values()][:2] + ['r+', 'w+'] + [*_MODES]!r} (got {mode!r})")
        if mode == "w+" and shape is None:
            raise ValueError("shape must be given if mode == 'w+'")
        own = not hasattr(filename, "read")
        opened = open(os.fspath(filename), ("r" if mode == "c" else mode) + "b") if own else filename
        try:
            made = subtype._over(opened, np.dtype(dtype), mode, int(offset), shape, order)
            if isinstance(filename, os.PathLike):
                made.filename = filename.resolve()
            elif isinstance(getattr(opened, "name", None), str):
                made.filename = os.path.abspath(opened.name)
        finally:
            if own:
                opened.close()
        return made

    @classmethod
    def _over(subtype, opened, dtype, mode, offset, shape, order):
        opened.seek(0, 2)
        there = opened.tell()
        if shape is None:
            if (there - offset) % dtype.itemsize:
                raise ValueError("Size of available data is not a multiple of the data-type size.")
            shape = (there - offset) // dtype.itemsize,
        else:
            shape = tuple(shape) if isinstance(shape, (tuple, list)) else (operator.index(shape),)
        needed = dtype.itemsize
        for length in shape:
            needed *= int(length)
        needed += offset
        if mode in ("w+", "r+"):
            needed = max(needed, 1)
            if there < needed:
                opened.seek(needed - 1)
                opened.write(b"\0")
                opened.flush()
                there = needed
        if needed - offset < 0:
            raise OverflowError("memory mapped length must be positive")
        if there == 0:
            raise ValueError("cannot mmap an empty file")
        if needed > there:
            raise ValueError("mmap length is greater than file size")
        opened.flush()
        memory = _engine._file_memory(opened.fileno())
        if mode == "c":
            memory = memory.copy()
        made = np.ndarray.__new__(subtype, shape, dtype=dtype, buffer=memory, offset=offset, order=order)
        if mode == "r":
            made.setflags(write=False)
        made._mmap, made.offset, made.mode, made.filename = memory, offset, mode, None
        return made

    def __array_finalize__(self, obj):
        shared = getattr(obj, "_mmap", None) is not None and np.may_share_memory(self, obj)
        for name in ("_mmap", "filename", "offset", "mode"):
            setattr(self, name, getattr(obj, name) if shared else None)

    def flush(self):
        """Sees to it that the file has what was written to the array; it has it already."""

    def __array_wrap__(self, arr, context=None, return_scalar=False):
        arr = super().__array_wrap__(arr, context)
        if self is arr or type(self) is not memmap:
            return arr
        return arr[()] if return_scalar else arr.view(np.ndarray)

    def __getitem__(self, index):
        found = super().__getitem__(index)
        return found.view(np.ndarray) if type(found) is memmap and found._mmap is None else found
