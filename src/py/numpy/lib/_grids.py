"""Objects that are indexed to make arrays: r_, c_, s_, mgrid, ogrid; and ix_."""

from numpy import _engine as np


def _spread(item):
    """The numbers of `start:stop:step`, where an imaginary step is a count."""
    start = 0 if item.start is None else item.start
    step = 1 if item.step is None else item.step
    if isinstance(step, (complex, np.complexfloating)):
        return np.linspace(start, item.stop, num=int(abs(step)))
    return np.arange(start, item.stop, step)


class _Join:
    """`r_` and `c_`: slices, arrays and numbers joined along an axis."""

    def __init__(self, axis, ndmin, trans1d):
        self._axis, self._ndmin, self._trans1d = axis, ndmin, trans1d

    def __getitem__(self, key):
        items = key if isinstance(key, tuple) else (key,)
        axis, ndmin, trans1d = self._axis, self._ndmin, self._trans1d
        if items and isinstance(items[0], str):
            directive, items = items[0], items[1:]
            if len(key) == 1 or not isinstance(key, tuple):
                import sys
                from numpy._matrix import bmat
                frame = sys._getframe(1)
                return bmat(directive, frame.f_locals, frame.f_globals)
            if directive in ("r", "c"):
                from numpy._matrix import matrix
                made = _Join(axis, ndmin, trans1d)[items]
                is_column = directive == "c" and made.ndim == 1
                made = made.view(matrix)
                return made.T if is_column else made
            try:
                numbers = [int(number) for number in directive.split(",")]
            except ValueError as error:
                raise ValueError("unknown special directive" + (f" {directive!r}" if "," in directive else "")) from error
            axis = numbers[0]
            ndmin = numbers[1] if len(numbers) > 1 else ndmin
            trans1d = numbers[2] if len(numbers) > 2 else -1
        # A number of Python's own takes the dtype of what stands beside it.
        kinds = []
        for item in items:
            if isinstance(item, str):
                raise ValueError("special directives must be the first entry.")
            if isinstance(item, slice):
                item = _spread(item)
            kinds.append(item if isinstance(item, (bool, int, float, complex, np.generic)) else np.asarray(item))
        dtype = np.result_type(*kinds) if kinds else None
        arrays = []
        for item in kinds:
            array = np.asarray(item, dtype=dtype)
            scalar = array.ndim == 0
            missing = ndmin - array.ndim
            if scalar or missing > 0:
                at = trans1d if trans1d >= 0 else trans1d + missing + 1
                lead = 0 if scalar else at
                array = array.reshape((1,) * ndmin) if scalar else \
                    array.reshape((1,) * lead + array.shape + (1,) * (missing - lead))
            arrays.append(array)
        return np.concatenate(arrays, axis=axis)

    def __len__(self):
        return 0


class _Subscript:
    """`s_` and `index_exp`: what stands between the brackets, as an object."""

    def __init__(self, as_tuple):
        self._as_tuple = as_tuple

    def __getitem__(self, item):
        return (item,) if self._as_tuple and not isinstance(item, tuple) else item


class _Grid:
    """`mgrid` and `ogrid`: coordinates of a grid, full or open."""

    def __init__(self, sparse):
        self._sparse = sparse

    def __getitem__(self, key):
        if isinstance(key, slice):
            return _spread(key)
        axes = [_spread(item) for item in key]
        ends = [end for item in key for end in (item.start, item.stop, 1 if item.step is None else item.step)
                if end is not None]
        # A complex step is a count: its absolute value is a float.
        ends = [abs(end) if isinstance(end, (complex, np.complexfloating)) else end for end in ends]
        dtype = np.result_type(0, *ends)
        axes = [axis.astype(dtype) for axis in axes]
        for item in key if not self._sparse else ():
            step = 1 if item.step is None else item.step
            if not isinstance(step, (complex, np.complexfloating)) and -(-(item.stop - (item.start or 0)) // step) < 0:
                raise ValueError("negative dimensions are not allowed")
        if self._sparse:
            count = len(axes)
            return tuple(axis[(None,) * k + (slice(None),) + (None,) * (count - k - 1)] for k, axis in enumerate(axes))
        grids = np.meshgrid(*axes, indexing="ij")
        return np.stack(grids) if grids else np.array([])


r_ = _Join(0, 1, -1)
c_ = _Join(-1, 2, 0)
s_ = _Subscript(False)
index_exp = _Subscript(True)
mgrid = _Grid(False)
ogrid = _Grid(True)


def ix_(*args):
    """Index arrays that select the cross product of sequences."""
    made = []
    for place, sequence in enumerate(args):
        if not isinstance(sequence, np.ndarray):
            sequence = np.asarray(sequence)
            if sequence.size == 0:
                # An empty list is one of indices.
                sequence = sequence.astype(np.int64)
        if sequence.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        if sequence.dtype.kind == "b":
            (sequence,) = sequence.nonzero()
        made.append(sequence.reshape((1,) * place + (sequence.size,) + (1,) * (len(args) - place - 1)))
    return tuple(made)
