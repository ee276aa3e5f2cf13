"""Histograms in two and more dimensions."""

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
    return hist, tuple(edges)





def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    """How many points fall in each cell of a grid: the counts, and the edges along x and y."""
    if len(x) != len(y):
        raise ValueError("x and y must have the same length.")
    count = len(bins) if hasattr(bins, "__len__") else 1
    if count not in (1, 2):
        bins = [np.asarray(bins)] * 2
    hist, edges = histogramdd(np.stack([np.asarray(x), np.asarray(y)], axis=1), bins, range, density, weights)
    return hist, edges[0], edges[1]
