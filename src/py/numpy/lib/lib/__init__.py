"""Less common helpers; here, the submodule `stride_tricks`."""

from numpy.lib import stride_tricks
