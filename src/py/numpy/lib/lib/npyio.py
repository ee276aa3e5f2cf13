"""The classes behind `numpy.load` and the functions that read text."""

from numpy._files import NpzFile
from numpy.lib._sources import DataSource

__all__ = ["DataSource", "NpzFile"]
