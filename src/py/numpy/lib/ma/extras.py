"""The names of `numpy.ma` under the other module that they have in NumPy."""

from . import *
from ._joining import mr_class
