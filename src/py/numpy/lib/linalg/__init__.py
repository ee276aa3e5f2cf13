"""Linear algebra."""

from numpy import _engine as np
from numpy._engine import LinAlgError, dot, inner, matmul, matrix_transpose, tensordot, vdot, vecdot


def __getattr__(name):
    from numpy._names import explain
    raise AttributeError(explain("numpy.linalg", name))


def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of vectors along an axis, or of matrices along two.

    Orders of vectors: None or 2 (Euclidean), inf, -inf, 0, any number. Orders of matrices: None or 'fro', 'nuc',
    inf, -inf, 1, -1, 2, -2.
    """
    x = np.asarray(x)
    if x.dtype.kind not in "fc":
        x = x.astype(float)
    if axis is None and (ord is None or ord in ("f", "fro") and x.ndim == 2 or ord == 2 and x.ndim == 1):
        flat = x.ravel(order="K") if x.flags.forc else x.ravel()
        if x.dtype.kind == "c":
            squares = dot(flat.real, flat.real) + dot(flat.imag, flat.imag)
        else:
            squares = dot(flat, flat)
        result = np.sqrt(squares)
        return result.reshape((1,) * x.ndim) if keepdims else result
    if axis is None:
        axes = tuple(range(x.ndim))
    elif isinstance(axis, tuple):
        axes = axis
    else:
        try:
            axes = (int(axis),)
        except Exception as error:
            raise TypeError("'axis' must be None, an integer or a tuple of integers") from error
    if len(axes) == 1:
        return _vector_norm(x, ord, axes, keepdims)
    if len(axes) == 2:
        return _matrix_norm(x, ord, axes, keepdims)
    raise ValueError("Improper number of dimensions to norm.")


def _vector_norm(x, ord, axis, keepdims):
    if ord == float("inf"):
        return np.abs(x).max(axis=axis, keepdims=keepdims)
    if ord == float("-inf"):
        return np.abs(x).min(axis=axis, keepdims=keepdims)
    if ord == 0:
        return (x != 0).astype(x.real.dtype).sum(axis=axis, keepdims=keepdims)
    if ord == 1:
        return np.add.reduce(np.abs(x), axis=axis, keepdims=keepdims)
    if ord is None or ord == 2:
        squares = (np.conjugate(x) * x).real
        return np.sqrt(np.add.reduce(squares, axis=axis, keepdims=keepdims))
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    powers = np.abs(x)
    powers **= ord
    result = np.add.reduce(powers, axis=axis, keepdims=keepdims)
    return np.power(result, np.reciprocal(np.asarray(ord, dtype=result.dtype)))


def _matrix_norm(x, ord, axes, keepdims):
    row, column = (axis + x.ndim if axis < 0 else axis for axis in axes)
    for given, axis in zip(axes, (row, column)):
        if not 0 <= axis < x.ndim:
            raise np.AxisError(f"axis {given} is out of bounds for array of dimension {x.ndim}")
    if row == column:
        raise ValueError("Duplicate axes given.")
    if ord in (None, "fro", "f"):
        result = np.sqrt(np.add.reduce((np.conjugate(x) * x).real, axis=axes))
    elif ord in (1, -1):
        sums = np.add.reduce(np.abs(x), axis=row)
        along = column - 1 if column > row else column
        result = sums.max(axis=along) if ord == 1 else sums.min(axis=along)
    elif ord in (float("inf"), float("-inf")):
        sums = np.add.reduce(np.abs(x), axis=column)
        along = row - 1 if row > column else row
        result = sums.max(axis=along) if ord > 0 else sums.min(axis=along)
    elif ord in (2, -2, "nuc"):
        raise NotImplementedError("this page's NumPy has no singular values yet, which this norm needs")
    else:
        raise ValueError("Invalid norm order for matrices.")
    if keepdims:
        shape = list(x.shape)
        shape[row] = shape[column] = 1
        result = np.asarray(result).reshape(shape)
    return result


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    """The norm of vectors along axes, all of them by default."""
    x = np.asarray(x)
    shape = x.shape
    if axis is None:
        x, axis = x.ravel(), 0
    elif isinstance(axis, tuple):
        rest = [one for one in range(x.ndim) if one not in [a % x.ndim for a in axis]]
        x = np.transpose(x, [a % x.ndim for a in axis] + rest)
        count = 1
        for length in x.shape[:len(axis)]:
            count *= length
        return norm(x.reshape((count,) + x.shape[len(axis):]), ord=ord, axis=0)
    result = norm(x, ord=ord, axis=axis, keepdims=keepdims and x.shape == shape)
    return np.asarray(result).reshape((1,) * len(shape)) if keepdims and x.shape != shape else result


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    """The norm of the matrices in the last two axes."""
    return norm(x, ord=ord, axis=(-2, -1), keepdims=keepdims)


def matrix_power(a, n):
    """A square matrix multiplied by itself `n` times."""
    import operator
    a, n = np.asarray(a), operator.index(n)
    if a.ndim < 2 or a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if n < 0:
        return matrix_power(__getattr__("inv")(a), -n)
    if n == 0:
        return np.zeros_like(a) + np.eye(a.shape[-1], dtype=a.dtype)
    result, power = None, a
    while n:
        n, odd = divmod(n, 2)
        if odd:
            result = power if result is None else matmul(result, power)
        if n:
            power = matmul(power, power)
    return result


def multi_dot(arrays, *, out=None):
    """The product of several matrices, in the order that takes the fewest multiplications."""
    arrays = [np.asarray(array) for array in arrays]
    if len(arrays) < 2:
        raise ValueError("Expecting at least two arrays.")
    first, last = arrays[0].ndim == 1, arrays[-1].ndim == 1
    if first:
        arrays[0] = arrays[0][None, :]
    if last:
        arrays[-1] = arrays[-1][:, None]
    sizes = [arrays[0].shape[0]] + [array.shape[1] for array in arrays]
    count = len(arrays)
    cost = [[0] * count for _ in range(count)]
    cut = [[0] * count for _ in range(count)]
    for span in range(1, count):
        for i in range(count - span):
            j = i + span
            cost[i][j], cut[i][j] = min(
                (cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1], k) for k in range(i, j))

    def multiply(i, j):
        return arrays[i] if i == j else dot(multiply(i, cut[i][j]), multiply(cut[i][j] + 1, j))

    result = multiply(0, count - 1)
    if first and last:
        result = result[0, 0]
    elif first:
        result = result[0]
    elif last:
        result = result[:, 0]
    if out is not None:
        out[...] = result
        return out
    return result


def outer(x1, x2, /):
    """The product of every pair of elements of two vectors."""
    return np.multiply.outer(np.asarray(x1), np.asarray(x2))


def trace(x, /, *, offset=0, dtype=None):
    """The sums along the diagonals of the last two axes."""
    return np.diagonal(x, offset, -2, -1).sum(axis=-1, dtype=dtype)


def diagonal(x, /, *, offset=0):
    """The diagonals of the last two axes."""
    return np.diagonal(x, offset, -2, -1)
