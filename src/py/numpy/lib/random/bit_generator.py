"""Where NumPy keeps the classes that all bit generators share."""

from numpy.random import BitGenerator, SeedSequence
