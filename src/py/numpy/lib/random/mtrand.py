"""The functions of `numpy.random` that draw from one shared generator, and that generator."""

from numpy import random as _random
from numpy.random import RandomState, _rand, get_bit_generator, set_bit_generator

# Its methods are the module's functions.
_names = [name for name in dir(_random) if getattr(getattr(_random, name), "__self__", None) is _rand]
globals().update({name: getattr(_random, name) for name in _names})
