"""Versions as NumPy writes them, in order."""

import re


class NumpyVersion:
    """A version such as '2.4.0', '2.4.0rc1' or '2.4.0.dev0': they compare as they were released."""

    __module__ = "numpy.lib"

    def __init__(self, vstring):
        self.vstring = vstring
        numbers = re.match(r"\d+\.\d+\.\d+", vstring)
        if not numbers:
            raise ValueError("Not a valid numpy version string")
        self.version = numbers.group()
        self.major, self.minor, self.bugfix = [int(part) for part in self.version.split(".")]
        early = re.match(r"a\d|b\d|rc\d", vstring[numbers.end():])
        self.pre_release = early.group() if early else "final"
        self.is_devversion = bool(re.search(r".dev", vstring))

    def _key(self):
        return self.major, self.minor, self.bugfix, self.pre_release, not self.is_devversion

    def _of(self, other):
        if not isinstance(other, (str, NumpyVersion)):
            raise ValueError("Invalid object to compare with NumpyVersion.")
        return (NumpyVersion(other) if isinstance(other, str) else other)._key()

    def __lt__(self, other):
        return self._key() < self._of(other)

    def __le__(self, other):
        return self._key() <= self._of(other)

    def __eq__(self, other):
        return self._key() == self._of(other)

    def __ne__(self, other):
        return self._key() != self._of(other)

    def __gt__(self, other):
        return self._key() > self._of(other)

    def __ge__(self, other):
        return self._key() >= self._of(other)

    def __repr__(self):
        return f"NumpyVersion({self.vstring})"
