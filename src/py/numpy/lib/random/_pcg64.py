"""Where NumPy's pickles look for the classes."""

from numpy.random import PCG64, PCG64DXSM
