"""How masked arrays print: `--` for what is masked, and data, mask and fill value in the repr."""

import numpy as np
from numpy import ndarray

from ._masks import nomask


class _MaskedPrintOption:
    """What stands for a masked element in print."""

    def __init__(self, display):
        self._display = display
        self._enabled = True

    def display(self):
        """The text."""
        return self._display

    def set_display(self, s):
        """Sets the text."""
        self._display = s

    def enabled(self):
        """Whether the text is used."""
        return self._enabled

    def enable(self, shrink=1):
        """Switches the text on or off."""
        self._enabled = shrink

    def __str__(self):
        return str(self._display)

    __repr__ = __str__


_MaskedPrintOption.__module__ = "numpy.ma.core"
masked_print_option = _MaskedPrintOption("--")


def object_dtype(kind):
    """A dtype with `object` in place of every plain dtype."""
    if kind.names is not None:
        return np.dtype([(name, object_dtype(kind[name])) for name in kind.names])
    if kind.subdtype:
        return np.dtype((object_dtype(kind.subdtype[0]), kind.subdtype[1]))
    return np.dtype(object)


def put_option(shown, mask, option=masked_print_option):
    """Writes the text for masked elements into an array of objects."""
    if shown.dtype.names is None:
        np.copyto(np.asarray(shown), option, where=np.asarray(mask))
        return
    for name in shown.dtype.names:
        put_option(shown[name], mask[name], option)


def _implied(kind):
    """Whether an array's printed elements tell its dtype."""
    return kind.names is None and kind.isnative and kind.type in (np.int64, np.float64, np.complex128, np.bool_)


def _shown_fill(fill, kind):
    if isinstance(fill, (str, bytes)) and kind.kind in "SU":
        return repr(fill.item())
    return str(fill) if getattr(getattr(fill, "dtype", None), "type", None) is kind.type else repr(fill)


class Printing:
    """The str and repr of MaskedArray."""

    def _insert_masked_print(self):
        """The array as it prints: with the option's text where it is masked."""
        if not masked_print_option.enabled():
            return self.filled(self.fill_value)
        mask = self._mask
        if mask is nomask:
            return self._data
        data = self._data
        width = self._print_width if self.ndim > 1 else self._print_width_1d
        for axis in range(self.ndim):
            if data.shape[axis] > width:
                half = width // 2
                ends = np.r_[0:half, data.shape[axis] - half:data.shape[axis]]
                data, mask = np.take(data, ends, axis), np.take(mask, ends, axis)
        shown = data.astype(object_dtype(self.dtype))
        put_option(shown, mask)
        return shown

    def __str__(self):
        return str(self._insert_masked_print())

    def __repr__(self):
        name = "array" if self._baseclass is ndarray else self._baseclass.__name__
        prefix = f"masked_{name}("
        keys = ["data", "mask", "fill_value"]
        if not _implied(self.dtype) or np.all(self.mask) or not self.size:
            keys.append("dtype")
        one_row = all(length == 1 for length in self.shape[:-1])
        if one_row:
            indents = {key: " " * max(2, len(prefix) + 4 - len(key)) for key in keys}
            indents["data"] = prefix
        else:
            indents = dict.fromkeys(keys, "  ")
            prefix += "\n"

        def shown(array, key):
            return np.array2string(array, separator=", ", prefix=f"{indents[key]}{key}=", suffix=",")

        texts = {
            "data": shown(self._insert_masked_print(), "data"),
            "mask": shown(np.asarray(self._mask), "mask"),
            "fill_value": _shown_fill(self.fill_value, self.dtype),
        }
        if "dtype" in keys:
            texts["dtype"] = repr(np.zeros(0, self.dtype)).split("dtype=", 1)[1][:-1]
        lines = [f"{indents[key]}{key}={texts[key]}" for key in keys]
        return ("" if one_row else prefix) + ",\n".join(lines) + ")"

    def tolist(self, fill_value=None):
        """The array as nested lists of Python's own values, None for what is masked."""
        if self._mask is nomask:
            return self._data.tolist()
        if fill_value is not None:
            return self.filled(fill_value).tolist()
        if self.dtype.names is not None:
            shown = self._data.astype(object_dtype(self.dtype))
            _none_fields(shown, self._mask)
            return shown.tolist()
        if not self.ndim:
            return None if self._mask else self._data.item()
        shown = self._data.astype(object)
        shown[self._mask] = None
        return shown.tolist()


def _none_fields(shown, mask):
    for name in shown.dtype.names:
        part = shown[name]
        if part.dtype.names is not None:
            _none_fields(part, mask[name])
        else:
            part[mask[name]] = None
