"""Linear algebra."""

from collections import namedtuple

from numpy import _engine as np
from numpy._engine import _cholesky, _det, _inv, _norm, _slogdet, _solve
from numpy._engine import LinAlgError, dot, matmul, matrix_transpose, tensordot, vecdot
from numpy.linalg._factors import (
    cond, cross, eig, eigh, eigvals, eigvalsh, lstsq, matrix_rank, pinv, qr, svd, svdvals, tensorinv, tensorsolve,
)

__all__ = [
    "LinAlgError", "cholesky", "cond", "cross", "det", "diagonal", "eig", "eigh", "eigvals", "eigvalsh", "inv", "lstsq",
    "matmul", "matrix_norm", "matrix_power", "matrix_rank", "matrix_transpose", "multi_dot", "norm", "outer", "pinv",
    "qr", "slogdet", "solve", "svd", "svdvals", "tensordot", "tensorinv", "tensorsolve", "trace", "vecdot",
    "vector_norm",
]

SlogdetResult = namedtuple("SlogdetResult", "sign logabsdet")
SlogdetResult.__module__ = "numpy.linalg._linalg"


def __dir__():
    return __all__ + ["test"]


def __getattr__(name):
    if name == "test":
        from numpy._pytesttester import PytestTester
        return PytestTester("numpy.linalg")
    from numpy._names import explain
    raise AttributeError(explain("numpy.linalg", name))


def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of vectors along an axis, or of matrices along two.

    Orders of vectors: None or 2 (Euclidean), inf, -inf, 0, any number. Orders of matrices: None or 'fro', 'nuc', inf,
    -inf, 1, -1, 2, -2.
    """
    if isinstance(ord, (int, float)) and ord not in (0, 1, 2) and -1e308 <= ord <= 1e308:
        values = np.asarray(x)
        if isinstance(axis, int) or axis is None and values.ndim == 1:
            # Step by step, so that each step tells of its own events.
            powers = np.abs(values if values.dtype.kind in "fc" else values.astype(float))
            powers **= ord
            total = np.add.reduce(powers, axis=axis, keepdims=keepdims)
            total **= np.reciprocal(ord, dtype=total.dtype)
            return total
    return _norm(x, ord=ord, axis=axis, keepdims=keepdims)


def det(a):
    """The determinant of square matrices."""
    return _det(a)


def inv(a):
    """The inverse of square matrices."""
    return np._like(_inv(a), a)


def solve(a, b):
    """The solution of the linear equations `a x = b`."""
    return np._like(_solve(a, b), b)


def slogdet(a):
    """The sign and the logarithm of the determinant."""
    return SlogdetResult(*_slogdet(a))


def cholesky(a, /, *, upper=False):
    """The triangular factor of positive definite matrices, the lower one unless asked otherwise."""
    factor = _cholesky(a)
    # Zeros are added where the conjugate would have negative ones.
    return np._like(np.conjugate(np.swapaxes(factor, -1, -2)) + 0 if upper else factor, a)


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
    a = np.asanyarray(a)
    try:
        n = operator.index(n)
    except TypeError as error:
        raise TypeError("exponent must be an integer") from error
    if a.ndim < 2 or a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if n < 0:
        return matrix_power(inv(a), -n)
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
    arrays = [np.asanyarray(array) for array in arrays]
    if len(arrays) < 2:
        raise ValueError("Expecting at least two arrays.")
    if len(arrays) == 2:
        return np.dot(arrays[0], arrays[1], out=out)
    first, last = arrays[0].ndim == 1, arrays[-1].ndim == 1
    if first:
        arrays[0] = arrays[0][None, :]
    if last:
        arrays[-1] = arrays[-1][:, None]
    for array in arrays:
        if array.ndim != 2:
            raise LinAlgError(f"{array.ndim}-dimensional array given. Array must be two-dimensional")
    result = _product_of_three(*arrays) if len(arrays) == 3 else _product_of_many(arrays)
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


def _product_of_three(a, b, c):
    """The products from the side where they take fewer multiplications."""
    (rows, inner), (between, columns) = a.shape, c.shape
    if rows * between * (inner + columns) < columns * inner * (rows + between):
        return dot(dot(a, b), c)
    return dot(a, dot(b, c))


def _product_of_many(arrays):
    """The products in the order that takes the fewest multiplications; of two, there is one."""
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

    return multiply(0, count - 1)


def outer(x1, x2, /):
    """The product of every pair of elements of two vectors."""
    return np.multiply.outer(np.asarray(x1), np.asarray(x2))


def trace(x, /, *, offset=0, dtype=None):
    """The sums along the diagonals of the last two axes."""
    return np.diagonal(x, offset, -2, -1).sum(axis=-1, dtype=dtype)


def diagonal(x, /, *, offset=0):
    """The diagonals of the last two axes."""
    return np.diagonal(x, offset, -2, -1)

for _function in [value for value in globals().values() if isinstance(value, type(norm))]:
    if _function.__module__ == "numpy.linalg._factors":
        _function.__module__ = "numpy.linalg"
