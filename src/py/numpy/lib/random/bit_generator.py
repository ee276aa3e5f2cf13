"""What bit generators are made of: `BitGenerator`, and the seeds that one can start from."""

import abc

from numpy.random import BitGenerator, SeedSequence

__all__ = ["SeedSequence", "BitGenerator"]


class ISeedSequence(abc.ABC):
    """Something that gives words for the state of a bit generator."""

    @abc.abstractmethod
    def generate_state(self, n_words, dtype="uint32"):
        """So many words of a dtype, `uint32` or `uint64`."""


class ISpawnableSeedSequence(ISeedSequence):
    """A sequence of seeds that has children."""

    @abc.abstractmethod
    def spawn(self, n_children):
        """A list of so many new sequences, independent of this one and of each other."""


class SeedlessSeedSequence(ISpawnableSeedSequence):
    """The sequence of a bit generator that was made from a state: it has no seeds to give."""

    def generate_state(self, n_words, dtype="uint32"):
        raise NotImplementedError("seedless SeedSequences cannot generate state")

    def spawn(self, n_children):
        return [self] * n_children


ISpawnableSeedSequence.register(SeedSequence)
