"""The ways to copy, by names."""

import enum


class _CopyMode(enum.Enum):
    """When `array(..., copy=)` copies: `True`, `False` (an error where it would have to) and `None` under other names."""

    __module__ = "numpy"
    ALWAYS = True
    NEVER = False
    IF_NEEDED = 2

    def __bool__(self):
        if self is _CopyMode.IF_NEEDED:
            raise ValueError(f"{self} is neither True nor False.")
        return self is _CopyMode.ALWAYS
