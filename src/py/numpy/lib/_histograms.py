"""Histograms in two and more dimensions, and how many bins one in one dimension should have."""

from numpy import _engine as np

_range = range


def _edges(sample, bins, bounds, axis):
    if np.asarray(bins).ndim == 0:
        if bins < 1:
            raise ValueError(f"`bins[{axis}]` must be positive, when an integer")
        if bounds is None:
            low, high = (sample.min(), sample.max()) if len(sample) else (0, 1)
        else:
            low, high = bounds
            if low > high:
                raise ValueError("max must be larger than min in range parameter.")
        if not (np.isfinite(low) and np.isfinite(high)):
            raise ValueError(f"autodetected range of [{low}, {high}] is not finite" if bounds is None else
                             f"supplied range of [{low}, {high}] is not finite")
        if low == high:
            low, high = low - 0.5, high + 0.5
        return np.linspace(low, high, bins + 1)
    edges = np.asarray(bins)
    if edges.ndim != 1:
        raise ValueError(f"`bins[{axis}]` must be a scalar or 1d array")
    if (edges[:-1] > edges[1:]).any():
        raise ValueError(f"`bins[{axis}]` must be monotonically increasing, when an array")
    return edges


def histogramdd(sample, bins=10, range=None, density=None, weights=None):
    """How many points fall in each cell of a grid: the counts, and the edges along each axis."""
    if hasattr(sample, "shape") and len(sample.shape) == 2:
        sample = np.asarray(sample)
    else:
        sample = np.atleast_2d(sample).T if not hasattr(sample, "ndim") or sample.ndim != 1 else sample[:, None]
    count, ndim = sample.shape
    if hasattr(bins, "__len__"):
        if len(bins) != ndim:
            raise ValueError("The dimension of bins must be equal to the dimension of the sample x.")
    else:
        bins = [bins] * ndim
    if range is None:
        range = (None,) * ndim
    elif len(range) != ndim:
        raise ValueError("range argument must have one entry per dimension")
    edges = [_edges(sample[:, axis], bins[axis], range[axis], axis) for axis in _range(ndim)]
    shape = tuple(len(edge) + 1 for edge in edges)
    places = []
    for axis in _range(ndim):
        place = np.searchsorted(edges[axis], sample[:, axis], side="right")
        # The last cell includes its right edge.
        places.append(place - (sample[:, axis] == edges[axis][-1]))
    flat = np.ravel_multi_index(places, shape)
    size = 1
    for length in shape:
        size *= length
    hist = np.bincount(flat, weights, minlength=size).reshape(shape).astype(float)
    hist = hist[(slice(1, -1),) * ndim]
    if density:
        total = hist.sum()
        for axis, edge in enumerate(edges):
            widths = edge[1:] - edge[:-1]
            hist = hist / widths.reshape((-1,) + (1,) * (ndim - axis - 1))
        hist = hist / total
    return hist, edges





def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    """How many points fall in each cell of a grid: the counts, and the edges along x and y."""
    if len(x) != len(y):
        raise ValueError("x and y must have the same length.")
    count = len(bins) if hasattr(bins, "__len__") else 1
    if count not in (1, 2):
        bins = [np.asarray(bins)] * 2
    hist, edges = histogramdd(np.stack([np.asarray(x), np.asarray(y)], axis=1), bins, range, density, weights)
    return hist, edges[0], edges[1]


def bins_by(name, a, low, high, weights):
    """The number of bins that a rule ('auto', 'fd', 'sturges', ...) recommends."""
    if name not in ("auto", "stone", "doane", "fd", "rice", "scott", "sqrt", "sturges"):
        raise ValueError(f"{name!r} is not a valid estimator for `bins`")
    if weights is not None:
        raise TypeError("Automated estimation of the number of bins is not supported for weighted data")
    x = a[(a >= low) & (a <= high)]
    if x.size == 0:
        return 1
    # Of integers in floats, which hold the difference of any two.
    width = _width(name, x, float(x.max()) - float(x.min()), (low, high))
    if x.dtype.kind in "iu" and width < 1:
        width = 1
    span = float(high) - float(low)
    return int(np.ceil(span / width)) if width and span else 1


def _width(name, x, span, bounds):
    import math
    n = x.size
    if name == "sqrt":
        return span / math.sqrt(n)
    if name == "sturges":
        return span / (math.log2(n) + 1.0)
    if name == "rice":
        return span / (2.0 * n ** (1.0 / 3))
    if name == "scott":
        return float((24.0 * math.pi ** 0.5 / n) ** (1.0 / 3.0) * np.std(x))
    if name == "fd":
        upper, lower = np.percentile(x, [75, 25])
        return float(2.0 * (upper - lower) * n ** (-1.0 / 3.0))
    if name == "auto":
        fd, sturges, root = (_width(rule, x, span, bounds) for rule in ("fd", "sturges", "sqrt"))
        fd = fd if fd > root / 2 else root / 2
        return fd if fd < sturges else sturges
    if name == "doane":
        sigma = np.std(x)
        if n <= 2 or not sigma > 0.0:
            return 0.0
        spread = math.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)))
        skew = float(np.mean(((x - np.mean(x)) / sigma) ** 3))
        return span / (1.0 + math.log2(n) + math.log2(1.0 + abs(skew) / spread))
    if n <= 1 or span == 0:
        return 0
    from numpy import histogram

    def loss(count):
        shares = histogram(x, bins=count, range=bounds)[0] / n
        return (2 - (n + 1) * float(np.dot(shares, shares))) / (span / count)

    most = 100 if math.sqrt(n) < 100 else int(math.sqrt(n))
    best = min(_range(1, most + 1), key=loss)
    if best == most:
        import warnings
        warnings.warn("The number of bins estimated may be suboptimal.", RuntimeWarning, stacklevel=4)
    return span / best

