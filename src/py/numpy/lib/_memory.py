"""Where arrays lie in memory: what two have in common, and an array's address as `a.ctypes` shows it."""

from numpy import _engine as np


def _within(max_work):
    """How many trials a search may take; -1 for as many as it needs."""
    if max_work is None:
        return -1
    try:
        work = max_work.__index__()
    except AttributeError:
        raise ValueError("max_work must be an integer") from None
    if not -2**63 <= work < 2**63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    if work < -2:
        raise ValueError("Invalid value for max_work")
    return min(work, 2**62)


def shares_memory(a, b, /, max_work=-1):
    """Whether two arrays have a byte in common."""
    found = np._shares_memory(a, b, _within(max_work))
    if found is None:
        from numpy.exceptions import TooHardError
        raise TooHardError("Exceeded max_work")
    return found


def may_share_memory(a, b, /, max_work=0):
    """Whether two arrays' addresses lie among each other, or, given some work, whether they have a byte in common."""
    found = np._shares_memory(a, b, 0 if max_work is None else _within(max_work))
    return True if found is None else found


class _ctypes:
    """An array's address and geometry as numbers. Python's own ctypes is not here, and so no pointers."""

    def __init__(self, array):
        self._arr = array

    @property
    def data(self):
        """The address of the first element."""
        return self._arr.__array_interface__["data"][0]

    @property
    def shape(self):
        """The lengths of the axes."""
        return self._arr.shape

    @property
    def strides(self):
        """Bytes from an element to the next along each axis."""
        return self._arr.strides

    @property
    def _as_parameter_(self):
        return self.data

    def _no_pointers(self, *given):
        raise ModuleNotFoundError("No module named 'ctypes': this page's Python has no pointers into memory")

    data_as = shape_as = strides_as = _no_pointers
