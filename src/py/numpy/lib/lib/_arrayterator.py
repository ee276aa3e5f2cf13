"""`numpy.lib.Arrayterator`: a large array, read in blocks of so many elements at most."""

import operator

import numpy as np


class Arrayterator:
    """Arrayterator(var, buf_size=None)

    Iterates over an array in blocks of at most `buf_size` elements, so that no more of it is in memory at once. A
    subscript gives another iterator, over that part.
    """

    __module__ = "numpy.lib"

    def __init__(self, var, buf_size=None):
        self.var, self.buf_size = var, buf_size
        self.start = [0] * len(var.shape)
        self.stop = list(var.shape)
        self.step = [1] * len(var.shape)

    def __getattr__(self, attr):
        return getattr(self.var, attr)

    def __getitem__(self, index):
        if not isinstance(index, tuple):
            index = index,
        dims, fixed = len(self.var.shape), []
        for one in index:
            if one is Ellipsis:
                fixed.extend([slice(None)] * (dims - len(index) + 1))
            elif isinstance(one, int):
                fixed.append(slice(one, one + 1, 1))
            else:
                fixed.append(one)
        fixed.extend([slice(None)] * (dims - len(fixed)))
        part = self.__class__(self.var, self.buf_size)
        for axis, (start, stop, step, one) in enumerate(zip(self.start, self.stop, self.step, fixed)):
            part.start[axis] = start + (one.start or 0)
            part.step[axis] = step * (one.step or 1)
            part.stop[axis] = min(start + (one.stop or stop - start), stop)
        return part

    def __array__(self, dtype=None, copy=None):
        return self.var[tuple(slice(*bounds) for bounds in zip(self.start, self.stop, self.step))]

    @property
    def flat(self):
        """The elements one by one."""
        for block in self:
            yield from block.flat

    @property
    def shape(self):
        """The lengths of what is iterated over."""
        return tuple((stop - start - 1) // step + 1 for start, stop, step in zip(self.start, self.stop, self.step))

    def __iter__(self):
        if any(length <= 0 for length in self.shape):
            return
        start, ends, step, dims = self.start[:], self.stop[:], self.step[:], self.var.ndim
        while True:
            left, stop, moving = self.buf_size or self._size(), [0] * dims, 0
            for axis in range(dims - 1, -1, -1):
                if left == 0:
                    stop[axis] = start[axis] + 1
                elif ends[axis] - self.start[axis] <= left:
                    stop[axis] = ends[axis]
                    left //= self.shape[axis]
                else:
                    stop[axis] = min(start[axis] + left * step[axis], ends[axis])
                    moving, left = axis, 0
            yield self.var[tuple(slice(*bounds) for bounds in zip(start, stop, step))]
            start[moving] = stop[moving]
            for axis in range(dims - 1, 0, -1):
                if start[axis] >= ends[axis]:
                    start[axis] = self.start[axis]
                    start[axis - 1] += step[axis - 1]
            if start[0] >= ends[0]:
                return

    def _size(self):
        size = 1
        for length in self.shape:
            size *= operator.index(length)
        return size
