"""Factorisations and what is solved with them: QR, singular values, eigenvalues, least squares."""

from collections import namedtuple

from numpy import _engine as np
from numpy._engine import LinAlgError, _eig, _eigh, _lstsq, _norm, _qr, _solve, _svd, _svdvals, matmul

EigResult = namedtuple("EigResult", "eigenvalues eigenvectors")
EighResult = namedtuple("EighResult", "eigenvalues eigenvectors")
QRResult = namedtuple("QRResult", "Q R")
SVDResult = namedtuple("SVDResult", "U S Vh")
for _result in (EigResult, EighResult, QRResult, SVDResult):
    _result.__module__ = "numpy.linalg._linalg"


def _eps(dtype):
    return 2.0 ** -23 if dtype in (np.dtype("float32"), ) else 2.0 ** -52


def _upper(UPLO):
    UPLO = UPLO.upper()
    if UPLO not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    return UPLO == "U"


def qr(a, mode="reduced"):
    """The factors Q (orthonormal columns) and R (upper triangular) of `a = Q R`.

    Modes: 'reduced' (Q is as narrow as can be), 'complete' (Q is square), 'r' (R only), 'raw' (LAPACK's h, tau).
    """
    if mode not in ("reduced", "complete", "r", "raw"):
        if mode in ("f", "full", "e", "economic"):
            import warnings
            if mode in ("f", "full"):
                said = ("The 'full' option is deprecated in favor of 'reduced'.\n"
                        "For backward compatibility let mode default.")
            else:
                said = "The 'economic' option is deprecated."
            warnings.warn(said, DeprecationWarning, stacklevel=2)
            if mode in ("e", "economic"):
                # R with the reflections below its diagonal, as LAPACK leaves them.
                return np.matrix_transpose(qr(a, mode="raw")[0])
            mode = "reduced"
        else:
            raise ValueError(f"Unrecognized mode '{mode}'")
    first, second = (np._like(part, a) for part in _qr(a, mode))
    if mode == "r":
        return second
    if mode == "raw":
        # LAPACK's columns seen as rows.
        return np.swapaxes(np.swapaxes(first, -1, -2).copy(), -1, -2), second
    return QRResult(first, second)


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """The singular value decomposition `a = U @ diag(S) @ Vh`, singular values in descending order.

    With full_matrices=False, U and Vh have only as many vectors as there are values; with compute_uv=False only
    the values are returned.
    """
    if hermitian:
        values, vectors = eigh(a)
        # A value of zero keeps its vector.
        sign = np.where(values < 0, -1, 1).astype(values.dtype)
        size = np.abs(values)
        order = np.argsort(size, axis=-1)[..., ::-1]
        size = np.take_along_axis(size, order, axis=-1)
        if not compute_uv:
            return size
        sign = np.take_along_axis(sign, order, axis=-1)
        u = np.take_along_axis(vectors, order[..., None, :], axis=-1)
        return SVDResult(u, size, np.conjugate(np.matrix_transpose(u * sign[..., None, :])))
    if not compute_uv:
        return _svdvals(a)
    u, s, vh = _svd(a, bool(full_matrices))
    return SVDResult(np._like(u, a), s, np._like(vh, a))


def svdvals(x, /):
    """The singular values, the largest first."""
    return _svdvals(x)


def _check_finite(a):
    """Refuses what cannot be asked whether it is finite."""
    a = np.asarray(a)
    if a.ndim > 1 and a.dtype.kind not in "biufc":
        np.isfinite(a)


def eig(a):
    """Eigenvalues of square matrices, and their eigenvectors as columns of length 1."""
    _check_finite(a)
    values, vectors = _eig(a, True)
    return EigResult(values, np._like(vectors, a))


def eigvals(a):
    """Eigenvalues of square matrices, in no particular order."""
    _check_finite(a)
    return _eig(a, False)[0]


def eigh(a, UPLO="L"):
    """Eigenvalues (ascending) and eigenvectors (columns) of symmetric or Hermitian matrices; one triangle is read."""
    values, vectors = _eigh(a, _upper(UPLO), True)
    return EighResult(values, np._like(vectors, a))


def eigvalsh(a, UPLO="L"):
    """Eigenvalues of symmetric or Hermitian matrices, ascending."""
    return _eigh(a, _upper(UPLO), False)[0]


def _inverse_if_any(x):
    """The inverses of matrices; NaN for one that has none."""
    from numpy.linalg import inv
    try:
        return inv(x)
    except LinAlgError:
        if x.ndim == 2 and x.shape[0] == x.shape[1]:
            return np.full(x.shape, float("nan"))
        if x.ndim == 2:
            raise
        return np.stack([_inverse_if_any(one) for one in x])


def cond(x, p=None):
    """The condition number of matrices: the norm times that of the inverse; by default the ratio of the largest to
    the least singular value."""
    from numpy import errstate
    x = np.asarray(x)
    if x.size == 0:
        raise LinAlgError("cond is not defined on empty arrays")
    with errstate(all="ignore"):
        if p is None or p == 2 or p == -2:
            s = _svdvals(x)
            r = s[..., -1] / s[..., 0] if p == -2 else s[..., 0] / s[..., -1]
        else:
            r = _norm(x, ord=p, axis=(-2, -1)) * _norm(_inverse_if_any(x), ord=p, axis=(-2, -1))
    r = np.asarray(r)
    odd = np.isnan(r)
    if odd.any():
        odd &= ~np.isnan(x).any(axis=(-2, -1))
        r = np.where(odd, float("inf"), r)
    return r[()]


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """How many singular values are above a tolerance: `tol`, or `rtol` times the largest."""
    if tol is not None and rtol is not None:
        raise ValueError("`tol` and `rtol` can't be both set.")
    A = np.asarray(A)
    if A.ndim < 2:
        return int(not np.all(A == 0))
    s = svd(A, compute_uv=False, hermitian=hermitian)
    if tol is None:
        wide = A.shape[-1] if A.shape[-1] > A.shape[-2] else A.shape[-2]
        rtol = wide * _eps(s.dtype) if rtol is None else np.asarray(rtol)[..., None]
        tol = s.max(axis=-1, keepdims=True, initial=0) * rtol
    else:
        tol = np.asarray(tol)[..., None]
    return np.count_nonzero(s > tol, axis=-1)


def pinv(a, rcond=None, hermitian=False, *, rtol=False):
    """The Moore-Penrose inverse; singular values below `rcond` times the largest count as zero."""
    model, a = a, np.asarray(a)
    if rcond is None:
        if rtol is False:
            rcond = 1e-15
        elif rtol is None:
            rcond = (a.shape[-1] if a.shape[-1] > a.shape[-2] else a.shape[-2]) * _eps(a.dtype)
        else:
            rcond = rtol
    elif rtol is not False:
        raise ValueError("`rtol` and `rcond` can't be both set.")
    if a.size == 0:
        return np._like(np.empty(a.shape[:-2] + (a.shape[-1], a.shape[-2]), dtype=a.dtype), model)
    u, s, vt = svd(np.conjugate(a), full_matrices=False, hermitian=hermitian)
    large = s > np.asarray(rcond)[..., None] * s.max(axis=-1, keepdims=True)
    s = np.divide(1, s, where=large, out=s)
    s[~large] = 0
    return np._like(matmul(np.matrix_transpose(vt), s[..., None] * np.matrix_transpose(u)), model)


def lstsq(a, b, rcond=None):
    """The least-squares solution of `a x = b`: x, the sums of squared residuals, the rank of a, its singular values."""
    a, b = np.asarray(a), np.asarray(b)
    flat = b.ndim == 1
    if flat:
        b = b[:, None]
    for array in (a, b):
        if array.ndim != 2:
            raise LinAlgError(f"{array.ndim}-dimensional array given. Array must be two-dimensional")
    (m, n), sides = a.shape, b.shape[1]
    if m != b.shape[0]:
        raise LinAlgError("Incompatible dimensions")
    if rcond is None:
        rcond = _eps(np.result_type(a, b)) * (m if m > n else n)
    rcond = float(rcond)
    both = np.result_type(a, b)
    found = None if both.kind == "c" or not a.size else _lstsq(a, b, rcond)
    if found is not None:
        kind = both if both == "f4" else np.dtype(float)
        x, residuals, rank, s = found
        x, residuals, s = x.astype(kind), residuals.astype(kind), s.astype(kind)
        return (x[:, 0] if flat else x), residuals, np.int32(rank), s
    u, s, vh = _svd(a if a.dtype.kind in "fc" else a.astype(float), False)
    if rcond < 0:
        rcond = _eps(s.dtype)
    rank = int(np.count_nonzero(s > rcond * s[0])) if s.size else 0
    parts = matmul(np.conjugate(u.T[:rank]), b) / s[:rank, None]
    x = matmul(np.conjugate(vh.T[:, :rank]), parts)
    if rank == n and m > n:
        residuals = np.sum(np.square(np.abs(matmul(a, x) - b)), axis=0)
    else:
        residuals = np.empty(0, dtype=s.dtype)
    return (x[:, 0] if flat else x), residuals, np.int32(rank), s


def tensorsolve(a, b, axes=None):
    """The tensor x with `tensordot(a, x, x.ndim) = b`."""
    a, b = np.asarray(a), np.asarray(b)
    if axes is not None:
        order = list(range(a.ndim))
        for axis in axes:
            order.remove(axis)
            order.insert(a.ndim, axis)
        a = a.transpose(order)
    shape = a.shape[b.ndim:] if b.ndim else a.shape
    count = 1
    for length in shape:
        count *= length
    if a.size != count ** 2:
        raise LinAlgError("Input arrays must satisfy the requirement             prod(a.shape[b.ndim:]) == "
                          "prod(a.shape[:b.ndim])")
    solution = _solve(a.reshape(count, count), b.ravel())
    solution.shape = shape
    return solution


def tensorinv(a, ind=2):
    """The inverse of a tensor whose first `ind` axes are as many as the rest."""
    from numpy.linalg import inv
    a = np.asarray(a)
    if ind <= 0:
        raise ValueError("Invalid ind argument.")
    count = 1
    for length in a.shape[ind:]:
        count *= length
    return inv(a.reshape(-1, count)).reshape(a.shape[ind:] + a.shape[:ind])


def cross(x1, x2, /, *, axis=-1):
    """The vector product of vectors in three dimensions."""
    x1, x2 = np.asarray(x1), np.asarray(x2)
    if x1.shape[axis] != 3 or x2.shape[axis] != 3:
        raise ValueError("Both input arrays must be (arrays of) 3-dimensional vectors, "
                         f"but they are {x1.shape[axis]} and {x2.shape[axis]} dimensional instead.")
    from numpy import cross
    return cross(x1, x2, axis=axis)
