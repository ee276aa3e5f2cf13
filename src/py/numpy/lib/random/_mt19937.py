"""Where NumPy's pickles look for the class."""

from numpy.random import MT19937
