"""What this NumPy is built of."""

from enum import Enum

__all__ = ["show_config"]
_LIBRARY = {"name": "stridelab", "found": True, "version": "unknown", "detection method": "compiled in"}

CONFIG = {
    "Compilers": {"rust": {"name": "rustc", "linker": "rust-lld", "version": "1.96 or newer", "commands": "cargo build"}},
    "Machine Information": {
        "host": {"cpu": "any", "family": "any", "endian": "little", "system": "any"},
        "build": {"cpu": "any", "family": "any", "endian": "little", "system": "any"},
    },
    "Build Dependencies": {"blas": dict(_LIBRARY), "lapack": dict(_LIBRARY)},
    "Python Information": {"path": "", "version": "3.14"},
    "SIMD Extensions": {"baseline": ["simd128"], "found": [], "not found": []},
}


class DisplayModes(Enum):
    """How the configuration is given: printed, or as a dict."""

    stdout = "stdout"
    dicts = "dicts"


def _lines(value, depth=0):
    for key, entry in value.items():
        if isinstance(entry, dict):
            yield "  " * depth + f"{key}:"
            yield from _lines(entry, depth + 1)
        elif isinstance(entry, list):
            yield "  " * depth + f"{key}:" + ("" if entry else " []")
            for item in entry:
                yield "  " * depth + f"- {item}"
        else:
            yield "  " * depth + f"{key}: {'true' if entry is True else entry}"


def show(mode=DisplayModes.stdout.value):
    """Prints what this NumPy is built of, or with mode='dicts' gives it."""
    try:
        mode = DisplayModes(mode)
    except ValueError:
        names = ", ".join(one.value for one in DisplayModes)
        raise AttributeError(f"Invalid `mode`, use one of: {names}") from None
    if mode is DisplayModes.dicts:
        return CONFIG
    print("\n".join(_lines(CONFIG)))


def show_config(mode=DisplayModes.stdout.value):
    """Prints what this NumPy is built of, or with mode='dicts' gives it."""
    return show(mode)
