"""`numpy.emath` under the name that it has in `numpy.lib`."""

import sys

from numpy import emath

sys.modules[__name__] = emath
