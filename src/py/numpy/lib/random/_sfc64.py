"""Where NumPy's pickles look for the class."""

from numpy.random import SFC64
