"""The class `matrix`: arrays that keep two dimensions, where `*` is the matrix product."""

import ast

import numpy as np
from numpy import _engine


def _read(text):
    """The rows of '1 2; 3 4'."""
    for mark in "[]":
        text = text.replace(mark, "")
    rows, columns = [], None
    for row in text.split(";"):
        items = [ast.literal_eval(item) for part in row.split(",") for item in part.split()]
        if columns is not None and columns != len(items):
            raise ValueError("Rows not the same size.")
        columns = len(items)
        rows.append(items)
    return rows


class matrix(_engine.ndarray):
    """matrix(data, dtype=None, copy=True)

    A two-dimensional array whose `*` is the matrix product and `**` the matrix power. NumPy no longer
    recommends it, even for linear algebra; `a @ b` multiplies plain arrays.
    """

    __array_priority__ = 10.0
    _keeps_two_dimensions = True

    def __new__(subtype, data, dtype=None, copy=True):
        import warnings
        warnings.warn(
            "the matrix subclass is not the recommended way to represent matrices or deal with linear algebra (see "
            "https://docs.scipy.org/doc/numpy/user/numpy-for-matlab-users.html). Please adjust your code to use "
            "regular ndarray.",
            PendingDeprecationWarning, stacklevel=2)
        if isinstance(data, matrix):
            wanted = data.dtype if dtype is None else _engine.dtype(dtype)
            if wanted == data.dtype and not copy:
                return data
            return data.astype(wanted)
        if isinstance(data, _engine.ndarray):
            wanted = data.dtype if dtype is None else _engine.dtype(dtype)
            made = data.view(subtype)
            if wanted != data.dtype:
                return made.astype(wanted)
            return made.copy() if copy else made
        if isinstance(data, str):
            data = _read(data)
        made = _engine.array(data, dtype=dtype, copy=True if copy else None)
        if made.ndim > 2:
            raise ValueError("matrix must be 2-dimensional")
        shape = made.shape if made.ndim == 2 else (1, 1) if made.ndim == 0 else (1, made.shape[0])
        return made.reshape(shape).view(subtype)

    def __array_finalize__(self, obj):
        self._getitem = False
        if isinstance(obj, matrix) and obj._getitem:
            return
        if self.ndim == 2:
            return
        if self.ndim > 2:
            shape = tuple(length for length in self.shape if length > 1)
            if len(shape) > 2:
                raise ValueError("shape too large to be a matrix.")
        else:
            shape = self.shape
        if len(shape) == 0:
            shape = (1, 1)
        elif len(shape) == 1:
            shape = (1, shape[0])
        self._set_shape(shape)

    def _set_shape(self, shape):
        _engine.ndarray.shape.__set__(self, shape)

    def __getitem__(self, index):
        self._getitem = True
        try:
            found = _engine.ndarray.__getitem__(self, index)
        finally:
            self._getitem = False
        if not isinstance(found, _engine.ndarray):
            return found
        if found.ndim == 0:
            return found[()]
        if found.ndim == 1:
            length = found.shape[0]
            # One column stays a column.
            is_column = isinstance(index, (list, tuple)) and len(index) > 1 and np.isscalar(index[1])
            found._set_shape((length, 1) if is_column else (1, length))
        return found

    def __setitem__(self, index, value):
        places = index if isinstance(index, tuple) else (index,)
        if all(place is Ellipsis or isinstance(place, slice) or hasattr(place, "__index__") for place in places):
            part = self[index]
            if isinstance(part, _engine.ndarray):
                # As the matrix shows the part, not as an array would.
                _engine.ndarray.__setitem__(part, Ellipsis, value)
                return
        _engine.ndarray.__setitem__(self, index, value)

    def __mul__(self, other):
        if isinstance(other, (_engine.ndarray, list, tuple)):
            return np.dot(self, asmatrix(other))
        if np.isscalar(other) or not hasattr(other, "__rmul__"):
            return np.dot(self, other)
        return NotImplemented

    def __rmul__(self, other):
        return np.dot(other, self)

    def __imul__(self, other):
        self[:] = self * other
        return self

    def __pow__(self, other):
        return np.linalg.matrix_power(self, other)

    def __ipow__(self, other):
        self[:] = self ** other
        return self

    def __rpow__(self, other):
        return NotImplemented

    def _align(self, axis):
        """A reduction's result, standing up or lying down as the axis was."""
        if axis is None:
            return self[0, 0]
        if axis == 0:
            return self
        if axis == 1:
            return self.transpose()
        raise ValueError("unsupported axis")

    def _collapse(self, axis):
        return self[0, 0] if axis is None else self

    def trace(self, offset=0, axis1=0, axis2=1, dtype=None, out=None):
        """The sum of a diagonal, as a matrix of one element."""
        made = _engine.ndarray.trace(self, offset, axis1, axis2, dtype, out)
        return made if out is not None else asmatrix(made)

    def tolist(self):
        """The rows as lists."""
        return self.__array__().tolist()

    def sum(self, axis=None, dtype=None, out=None):
        """The sum of all elements, or a matrix of those along an axis."""
        return _engine.ndarray.sum(self, axis, dtype, out, keepdims=True)._collapse(axis)

    def squeeze(self, axis=None):
        """The matrix itself: it keeps two dimensions. A column is laid down."""
        return _engine.ndarray.squeeze(self, axis=axis)

    def flatten(self, order="C"):
        """The elements in one row, a copy."""
        return _engine.ndarray.flatten(self, order=order)

    def ravel(self, order="C"):
        """The elements in one row."""
        return _engine.ndarray.ravel(self, order=order)

    def mean(self, axis=None, dtype=None, out=None):
        """The mean of all elements, or a matrix of those along an axis."""
        return _engine.ndarray.mean(self, axis, dtype, out, keepdims=True)._collapse(axis)

    def std(self, axis=None, dtype=None, out=None, ddof=0):
        """The standard deviation of all elements, or a matrix of those along an axis."""
        return _engine.ndarray.std(self, axis, dtype, out, ddof, keepdims=True)._collapse(axis)

    def var(self, axis=None, dtype=None, out=None, ddof=0):
        """The variance of all elements, or a matrix of those along an axis."""
        return _engine.ndarray.var(self, axis, dtype, out, ddof, keepdims=True)._collapse(axis)

    def prod(self, axis=None, dtype=None, out=None):
        """The product of all elements, or a matrix of those along an axis."""
        return _engine.ndarray.prod(self, axis, dtype, out, keepdims=True)._collapse(axis)

    def any(self, axis=None, out=None):
        """Whether some element is true, of all or along an axis."""
        return _engine.ndarray.any(self, axis, out, keepdims=True)._collapse(axis)

    def all(self, axis=None, out=None):
        """Whether every element is true, of all or along an axis."""
        return _engine.ndarray.all(self, axis, out, keepdims=True)._collapse(axis)

    def max(self, axis=None, out=None):
        """The largest element, of all or along an axis."""
        return _engine.ndarray.max(self, axis, out, keepdims=True)._collapse(axis)

    def min(self, axis=None, out=None):
        """The smallest element, of all or along an axis."""
        return _engine.ndarray.min(self, axis, out, keepdims=True)._collapse(axis)

    def argmax(self, axis=None, out=None):
        """Where the largest element is, of all or along an axis."""
        return _engine.ndarray.argmax(self, axis, out)._align(axis) if axis is not None else \
            _engine.ndarray.argmax(self, axis, out)

    def argmin(self, axis=None, out=None):
        """Where the smallest element is, of all or along an axis."""
        return _engine.ndarray.argmin(self, axis, out)._align(axis) if axis is not None else \
            _engine.ndarray.argmin(self, axis, out)

    def ptp(self, axis=None, out=None):
        """The largest element less the smallest, of all or along an axis."""
        return _engine.ptp(self, axis, out)._align(axis)

    def getT(self):
        """The transpose."""
        return self.transpose()

    def getH(self):
        """The transpose with complex conjugate elements."""
        return self.transpose().conjugate() if np.iscomplexobj(self) else self.transpose()

    def getI(self):
        """The inverse, or the pseudoinverse of a matrix that is not square."""
        rows, columns = self.shape
        invert = np.linalg.inv if rows == columns else np.linalg.pinv
        return asmatrix(invert(self))

    def getA(self):
        """The matrix as a plain array, a view."""
        return self.__array__()

    def getA1(self):
        """The elements as a plain one-dimensional array."""
        return self.__array__().ravel()

    T = property(getT, None, doc=getT.__doc__)
    A = property(getA, None, doc=getA.__doc__)
    A1 = property(getA1, None, doc=getA1.__doc__)
    H = property(getH, None, doc=getH.__doc__)
    I = property(getI, None, doc=getI.__doc__)


matrix.__module__ = "numpy"


def asmatrix(data, dtype=None):
    """`data` as a matrix; arrays are not copied."""
    return matrix(data, dtype=dtype, copy=False)


def _named(text, here, around):
    """The matrices of 'A, B; C, D', looked up by name, joined."""
    rows = []
    for row in text.split(";"):
        parts = []
        for name in row.replace(",", " ").split():
            name = name.strip()
            if name in here:
                parts.append(here[name])
            elif name in around:
                parts.append(around[name])
            else:
                raise NameError(f"name {name!r} is not defined") from None
        rows.append(np.concatenate(parts, axis=-1))
    return np.concatenate(rows, axis=0)


def bmat(obj, ldict=None, gdict=None):
    """A matrix of blocks: nested lists of matrices, or a text of their names, 'A, B; C, D'."""
    if isinstance(obj, str):
        if gdict is None:
            import sys
            frame = sys._getframe(1)
            here, around = frame.f_locals, frame.f_globals
        else:
            here, around = ldict, gdict
        return matrix(_named(obj, here, around))
    if isinstance(obj, (list, tuple)):
        if any(isinstance(row, _engine.ndarray) for row in obj):
            return matrix(np.concatenate(obj, axis=-1))
        return matrix(np.concatenate([np.concatenate(row, axis=-1) for row in obj], axis=0))
    return matrix(obj)
