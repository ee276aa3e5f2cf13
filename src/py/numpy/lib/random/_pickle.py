"""How generators are pickled: by a function that makes one, and its state."""

from numpy.random import (
    MT19937, PCG64, PCG64DXSM, SFC64, BitGenerator, Generator, Philox, RandomState, SeedSequence,
)

_KINDS = {kind.__name__: kind for kind in (MT19937, PCG64, PCG64DXSM, Philox, SFC64)}


def __bit_generator_ctor(bit_generator="MT19937", seed=None):
    """A bit generator of a class or of a name."""
    if isinstance(bit_generator, type):
        return bit_generator(seed)
    if bit_generator not in _KINDS:
        raise ValueError(f"{bit_generator} is not a known BitGenerator module.")
    return _KINDS[bit_generator](seed)


def __generator_ctor(bit_generator_name="MT19937", bit_generator_ctor=__bit_generator_ctor):
    """A generator over a bit generator, or over a new one of a name."""
    if isinstance(bit_generator_name, BitGenerator):
        return Generator(bit_generator_name)
    return Generator(bit_generator_ctor(bit_generator_name))


def __randomstate_ctor(bit_generator_name="MT19937", bit_generator_ctor=__bit_generator_ctor):
    """A RandomState over a bit generator, or over a new one of a name; its state follows."""
    if isinstance(bit_generator_name, BitGenerator):
        return RandomState(bit_generator_name)
    return RandomState(bit_generator_ctor(bit_generator_name))


def _seed_sequence(entropy, spawn_key, pool_size, n_children_spawned):
    return SeedSequence(entropy, spawn_key=spawn_key, pool_size=pool_size, n_children_spawned=n_children_spawned)


# What the classes' `__reduce__` calls.

def _reduce(made):
    if isinstance(made, Generator):
        return __generator_ctor, (made.bit_generator,), None
    if isinstance(made, BitGenerator):
        return __bit_generator_ctor, (type(made), made.seed_seq), made.state
    if isinstance(made, RandomState):
        return __randomstate_ctor, (made._bit_generator,), made.get_state(legacy=False)
    return _seed_sequence, (made.entropy, made.spawn_key, made.pool_size, made.n_children_spawned)
