"""Methods of `RandomState` and `Generator` that draw several variates at once, over those that draw one."""

from numpy import _engine as np


_LARGEST = 2**63 - 1
_TOO_DEEP = "setting an array element with a sequence. The requested array would exceed the maximum number of dimension of 1."


def _is_old(rng):
    return type(rng).__name__ == "RandomState"


def _shape(size):
    return () if size is None else (size,) if not hasattr(size, "__len__") else tuple(size)


def _count(shape):
    count = 1
    for length in shape:
        count *= length
    return count


def _split(rng, n, probabilities):
    """One multinomial draw: a binomial one for each category, of what is left."""
    made, left = [0] * len(probabilities), 1.0
    for k in range(len(probabilities) - 1):
        share = probabilities[k] / left if left else 1.0
        made[k] = rng.binomial(n, share if share < 1.0 else 1.0)
        n -= made[k]
        if n <= 0:
            return made
        left -= probabilities[k]
    made[-1] = n
    return made


def _in_shape(made, shape):
    """A fresh array in another shape, still the owner of its memory."""
    made.shape = shape
    return made


def multinomial(rng, n, pvals, size=None):
    """How often each of several outcomes occurs in `n` trials, for their probabilities `pvals`."""
    given = pvals if hasattr(pvals, "dtype") else None
    pvals = np.asarray(pvals, dtype=float)
    if _is_old(rng):
        if pvals.ndim > 1:
            raise ValueError(_TOO_DEEP)
        if pvals.ndim < 1:
            raise TypeError("pvals must be a 1-d sequence")
        if np.asarray(n).dtype.kind not in "biuf" or np.asarray(n).ndim:
            raise TypeError("an integer is required")
    elif pvals.ndim < 1 or pvals.shape[-1] == 0:
        raise ValueError("pvals must have at least 1 dimension and the last dimension of pvals must be greater than 0.")
    if not np.all((pvals >= 0) & (pvals <= 1)):
        raise ValueError("pvals < 0, pvals > 1 or pvals contains NaNs")
    counts = np.asarray(n).astype(int)
    if np.any(counts < 0):
        raise ValueError("n < 0")
    if pvals.size and np.any(pvals[..., :-1].sum(axis=-1) > 1.0 + 1e-12):
        if given is not None and given.dtype.kind == "f" and given.dtype != pvals.dtype:
            raise ValueError(
                "sum(pvals[:-1].astype(np.float64)) > 1.0. The pvals array is cast to 64-bit floating point prior to "
                "checking the sum. Precision changes when casting may cause problems even if the sum of the original "
                "pvals is valid.")
        raise ValueError("sum(pvals[:-1]) > 1.0")
    if counts.ndim == 0 and pvals.ndim == 1:
        row, trials, shape = pvals.tolist(), int(counts), _shape(size)
        made = [_split(rng, trials, row) for _ in range(_count(shape))] if row else []
        return _in_shape(np.array(made, dtype=int), shape + (len(row),))
    common = np.broadcast_shapes(counts.shape, pvals.shape[:-1])
    shape = common if size is None else _shape(size)
    if size is not None and np.broadcast_shapes(common, shape) != shape:
        raise ValueError(f"Output size {shape} is not compatible with broadcast dimensions of inputs {common}.")
    counts = np.broadcast_to(counts, shape).ravel().tolist()
    rows = np.broadcast_to(pvals, shape + pvals.shape[-1:]).reshape(-1, pvals.shape[-1]).tolist()
    made = [_split(rng, trials, row) for trials, row in zip(counts, rows)]
    return _in_shape(np.array(made, dtype=int), shape + pvals.shape[-1:])


def dirichlet(rng, alpha, size=None):
    """Shares that sum to 1, by the Dirichlet distribution with parameters `alpha`."""
    alpha = np.asarray(alpha, dtype=float)
    old = _is_old(rng)
    if alpha.ndim != 1:
        raise ValueError("alpha must be a one-dimensional sequence of non-negative values." if not old else _TOO_DEEP)
    if np.any(alpha <= 0) if old else np.any(alpha < 0):
        raise ValueError("alpha <= 0" if old else "alpha < 0")
    shape = _shape(size) + alpha.shape
    if not alpha.size:
        return np.zeros(shape)
    if not old and alpha.max() < 0.1:
        rest = np.cumsum(alpha[::-1])[::-1].tolist()
        values = alpha.tolist()
        made = []
        for _ in range(_count(_shape(size))):
            left, row = 1.0, [0.0] * len(values)
            for k in range(len(values) - 1):
                if values[k] == 0:
                    continue
                share = rng.beta(values[k], rest[k + 1]) if rest[k + 1] > 0 else 1.0
                row[k] = left * share
                left *= 1.0 - share
                if rest[k + 1] == 0:
                    break
            else:
                row[-1] = left if values[-1] > 0 else 0.0
            made.append(row)
        return _in_shape(np.array(made), shape)
    gammas = rng.standard_gamma(alpha, size=shape)
    return gammas * (1 / np.cumsum(gammas, axis=-1)[..., -1:])


def multivariate_normal(rng, mean, cov, size=None, check_valid="warn", tol=1e-8, **method):
    """Points of a normal distribution in several dimensions, with a mean and a covariance matrix."""
    from numpy import allclose, linalg
    method_name = "svd"
    if method and (_is_old(rng) or list(method) != ["method"]):
        name = [name for name in method if name != "method" or _is_old(rng)][0]
        raise TypeError(f"multivariate_normal() got an unexpected keyword argument '{name}'")
    if method:
        method_name = method["method"]
        if method_name not in ("eigh", "svd", "cholesky"):
            raise ValueError("method must be one of {'eigh', 'svd', 'cholesky'}")
    mean, cov = np.asarray(mean), np.asarray(cov)
    if not _is_old(rng) and (mean.dtype.kind == "c" or cov.dtype.kind == "c"):
        raise TypeError("mean and cov must not be complex")
    if mean.ndim != 1:
        raise ValueError("mean must be 1 dimensional")
    if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
        raise ValueError("cov must be 2 dimensional and square")
    if mean.shape[0] != cov.shape[0]:
        raise ValueError("mean and cov must have same length")
    shape = _shape(size) + mean.shape
    x = rng.standard_normal(shape).reshape(-1, mean.shape[0])
    cov = cov.astype(float)
    if method_name == "svd":
        u, s, vh = linalg.svd(cov)
    elif method_name == "eigh":
        s, u = linalg.eigh(cov)
    else:
        factor = linalg.cholesky(cov)
    if check_valid not in ("warn", "raise", "ignore"):
        raise ValueError("check_valid must equal 'warn', 'raise', or 'ignore'")
    if check_valid != "ignore" and method_name != "cholesky":
        if method_name == "svd":
            fine = allclose(np.dot(vh.T * s, vh), cov, rtol=tol, atol=tol)
        else:
            fine = not np.any(s < -tol)
        if not fine:
            if check_valid == "raise":
                raise ValueError("covariance is not symmetric positive-semidefinite.")
            import warnings
            warnings.warn("covariance is not symmetric positive-semidefinite.", RuntimeWarning, stacklevel=2)
    if _is_old(rng):
        x = np.dot(x, np.sqrt(s)[:, None] * vh)
        x += mean
        return x.reshape(shape)
    if method_name == "eigh":
        factor = u * np.sqrt(np.abs(s))
    elif method_name == "svd":
        factor = u * np.sqrt(s)
    return (mean + np.matmul(x, factor.T)).reshape(shape)


def multivariate_hypergeometric(rng, colors, nsample, size=None, method="marginals"):
    """How many of each color are among `nsample` things drawn from a box with `colors` of them."""
    if method not in ("count", "marginals"):
        raise ValueError('method must be "count" or "marginals".')
    if not hasattr(nsample, "__index__"):
        raise ValueError("nsample must be an integer")
    colors = np.asarray(colors)
    if colors.ndim != 1 or colors.dtype.kind not in "iu" and colors.size or np.any(colors < 0):
        raise ValueError("colors must be a one-dimensional sequence of nonnegative integers not exceeding "
                         "9223372036854775807.")
    colors, nsample = colors.tolist(), nsample.__index__()
    if nsample < 0:
        raise ValueError("nsample must be nonnegative.")
    total = 0
    for count in colors:
        total += count
    if total > _LARGEST:
        raise ValueError(f"sum(colors) must not exceed the maximum value of a 64 bit signed integer ({_LARGEST})")
    if nsample > total:
        raise ValueError("nsample > sum(colors)")
    if method == "marginals" and total >= 10**9:
        raise ValueError('When method is "marginals", sum(colors) must be less than 1000000000.')
    if method == "count" and total > _LARGEST // 8:
        raise ValueError(f"When method is 'count', sum(colors) must not exceed {_LARGEST // 8}")
    shape = _shape(size)
    counts = rng._counted_by_color(colors, nsample, _count(shape), method == "count")
    return _in_shape(counts, shape + (len(colors),))


def random_integers(rng, low, high=None, size=None):
    """Integers from `low` to `high`, both included. Deprecated: use `randint`."""
    import warnings
    if high is None:
        warnings.warn(f"This function is deprecated. Please call randint(1, {low} + 1) instead", DeprecationWarning,
                      stacklevel=2)
        low, high = 1, low
    else:
        warnings.warn(f"This function is deprecated. Please call randint({low}, {high} + 1) instead",
                      DeprecationWarning, stacklevel=2)
    return rng.randint(low, int(high) + 1, size=size, dtype="l")


def tomaxint(rng, size=None):
    """Integers from 0 to the largest of the machine."""
    shape = _shape(size)
    words = np.frombuffer(rng.bytes(8 * _count(shape)), dtype="u4").reshape(-1, 2).tolist()
    made = [(first << 32 | second) >> 1 for first, second in words]
    return np.array(made, dtype=int).reshape(shape) if size is not None else made[0]
