"""The class of what `numpy.load` gives of a `.npz` file."""

from numpy._files import NpzFile

__all__ = ["NpzFile"]
