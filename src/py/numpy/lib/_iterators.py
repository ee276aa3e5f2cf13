"""Objects that walk over arrays: `broadcast`, `nested_iters`."""

from numpy import _engine as np
from numpy._nditer import nditer


class broadcast:
    """The arrays' elements together, as broadcasting pairs them: an iterator of tuples, with shape, size, index."""

    __module__ = "numpy"

    def __init__(self, *arrays, **keywords):
        if keywords:
            raise ValueError("keyword arguments not accepted.")
        args, arrays = arrays, []
        for one in args:
            # Another broadcast counts as its arrays.
            arrays += one._operands if isinstance(one, broadcast) else [np.asarray(one)]
        if len(arrays) > 64:
            raise ValueError(f"Need at least 0 and at most 64 array objects.")
        self._operands = arrays
        self.shape = np.broadcast_shapes(*[a.shape for a in arrays]) if _agree(arrays) else ()
        self._arrays = [np.broadcast_to(a, self.shape) for a in arrays]
        self.numiter = len(arrays)
        self.ndim = self.nd = len(self.shape)
        self.size = 1
        for length in self.shape:
            self.size *= length
        self.reset()

    def reset(self, /):
        """Back to the first elements."""
        self.index = 0
        self.iters = tuple(array.flat for array in self._arrays)
        self._walk = zip(*[array.flat for array in self._arrays])

    def __iter__(self):
        return self

    def __next__(self):
        found = next(self._walk)
        self.index += 1
        return found


def _agree(arrays):
    try:
        np.broadcast_shapes(*[a.shape for a in arrays])
    except ValueError:
        for at, array in enumerate(arrays):
            for before, other in enumerate(arrays[:at]):
                try:
                    np.broadcast_shapes(other.shape, array.shape)
                except ValueError:
                    raise ValueError("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is "
                                     f"between arg {before} with shape {_shape(other)} and arg {at} with shape "
                                     f"{_shape(array)}.") from None
        raise
    return True


def _shape(array):
    return str(array.shape)


def nested_iters(op, axes, flags=None, op_flags=None, op_dtypes=None, order="K", casting="safe", buffersize=0):
    """Iterators over groups of axes, one inside the other."""
    operands = list(op) if isinstance(op, (tuple, list)) else [op]
    arrays = [np.asarray(one) for one in operands]
    shape = np.broadcast_shapes(*[one.shape for one in arrays[:64]])
    arrays = [one if one.shape == shape else np.broadcast_to(one, shape) for one in arrays]
    inner = {"op_dtypes": op_dtypes, "casting": casting, "buffersize": buffersize}
    made = []
    for group in axes:
        # Only the innermost one needs elements of another dtype.
        kinds = inner if len(made) == len(axes) - 1 else {}
        made.append(_Nested(arrays, list(group), tuple(flags or ()), op_flags, order, made[-1] if made else None, kinds))
    made[0]._place()
    return tuple(made)


class _Nested:
    def __init__(self, arrays, axes, flags, op_flags, order, outer, kinds):
        self._kinds = kinds
        self._arrays, self._axes, self._flags, self._op_flags, self._order = arrays, axes, flags, op_flags, order
        self._outer, self._inner = outer, None
        if outer is not None:
            outer._inner = self

    def _fixed(self):
        fixed = {} if self._outer is None else dict(self._outer._fixed())
        if self._outer is not None:
            fixed.update(zip(self._outer._axes, self._outer._walk._multi()))
        return fixed

    def _place(self):
        fixed = self._fixed()
        views = []
        for array in self._arrays:
            view = array[(*(fixed.get(axis, slice(None)) for axis in range(array.ndim)), Ellipsis)]
            left = [axis for axis in range(array.ndim) if axis not in fixed]
            order = [left.index(axis) for axis in self._axes]
            view = view.transpose(order + [at for at in range(len(left)) if at not in order])
            views.append(view[(Ellipsis,) + (0,) * (len(left) - len(order))] if len(left) > len(order) else view)
        self._walk = nditer(views if len(views) > 1 else views[0], self._flags, self._op_flags, order=self._order,
                            **self._kinds)
        if self._inner is not None:
            self._inner._place()

    def __iter__(self):
        self._walk.reset()
        while not self._walk.finished:
            if self._inner is not None:
                self._inner._place()
            yield self._walk.value
            self._walk.iternext()

    def __getitem__(self, place):
        return self._walk[place]

    def __setitem__(self, place, value):
        self._walk[place] = value

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self._walk.close()

    def __getattr__(self, name):
        return getattr(self._walk, name)
