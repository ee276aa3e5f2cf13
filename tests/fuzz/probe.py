"""What a program's run is made of, as text: each statement's value told in full, its warnings, its error.

The same file runs under CPython with NumPy and in the session of this project, so it asks both the same questions. Not here:
growing programs (grow.py), judging two tellings (compare.py).
"""
import re
import warnings

import numpy as np

# A value's facts are lines of a tag, a space and text. The order is that of a reader's surprise.
FLAGS = ("c_contiguous", "f_contiguous", "owndata", "writeable", "aligned")


def tell(value, names, lines):
    """Appends the facts of `value`; `names` are the program's variables, by which sharing is told."""
    if type(value).__name__ in ("MaskedArray", "MaskedConstant"):
        lines.append(f"kind {type(value).__name__} {value.dtype} {value.shape}")
        lines.append(f"mask {np.ma.getmask(value).tolist()}")
        lines.append(f"repr {value!r}")
        lines.append("str " + str(value))
    elif isinstance(value, np.ndarray):
        known = [(name, other) for name, other in names.items() if isinstance(other, np.ndarray)]
        same = [name for name, other in known if other is value]
        base = [name for name, other in known if value.base is not None and other is value.base]
        lines.append(f"kind {type(value).__name__} {value.dtype} {value.shape}")
        lines.append(f"strides {value.strides}")
        lines.append("flags " + " ".join(flag for flag in FLAGS if getattr(value.flags, flag)))
        lines.append(f"base {'none' if value.base is None else ''.join(base[:1]) or 'other'}")
        lines.append("is " + " ".join(same))
        lines.append("shares " + " ".join(name for name, other in known if np.shares_memory(other, value)))
        lines.append(f"data {value.dtype} " + data(value))
        lines.append(f"repr {value!r}")
        lines.append("str " + str(value))
        lines.append(f"format {value}")
    elif isinstance(value, np.generic):
        lines.append(f"kind {type(value).__name__}")
        lines.append(f"data {value.dtype} " + data(np.asarray(value)))
        lines.append(f"repr {value!r}")
        lines.append("str " + str(value))
        lines.append(f"format {value}")
    elif isinstance(value, (tuple, list)):
        lines.append(f"kind {type(value).__name__} of {len(value)}")
        for entry in value:
            tell(entry, names, lines)
    elif isinstance(value, dict):
        lines.append(f"kind dict of {len(value)}: {list(value)}")
        for entry in value.values():
            tell(entry, names, lines)
    elif isinstance(value, float):
        lines.append(f"kind {type(value).__name__}")
        lines.append("data float64 " + data(np.asarray(value)))
        lines.append(f"repr {value!r}")
    else:
        lines.append("kind dtype" if isinstance(value, np.dtype) else f"kind {type(value).__name__}")
        lines.append(f"repr {plain(value)}")


def data(array):
    """The elements in C order: bytes in hexadecimal, or Python's text of objects."""
    return plain(array.tolist()) if array.dtype.kind in "OV" else array.tobytes().hex()


def plain(value):
    """A representation without addresses, which no two runs share."""
    return re.sub(r" at 0x[0-9A-Fa-f]+", "", repr(value))


class Run:
    """A program under way. Its statements share names; each statement's outcome is a list of lines."""

    def __init__(self):
        self.names = {}
        self.scope = {"np": np, "warnings": warnings}

    def do(self, code):
        """Runs one statement or expression; tells its value, or the variable that it starts with."""
        lines = []
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                self.show(code, lines)
            except Exception as error:
                del lines[:]
                lines.append(f"error {type(error).__name__}: {error}")
        # Each sentence once, as a reader sees it.
        return list(dict.fromkeys(f"warning {w.category.__name__}: {w.message}" for w in caught)) + lines

    def show(self, code, lines):
        try:
            compiled = compile(code, "program", "eval")
        except SyntaxError:
            exec(compile(code, "program", "exec"), self.scope)
            name = re.match(r"\w+", code).group()
            if name not in self.scope:
                return
            value = self.scope[name]
            if isinstance(value, np.ndarray) and not hasattr(value, "_mask"):
                self.names[name] = value
        else:
            value = eval(compiled, self.scope)
        if value is not None:
            tell(value, self.names, lines)

    def end(self):
        """The elements of all array variables, which statements may have changed behind one another's back."""
        return [f"end {name} {value.dtype} {data(value)}" for name, value in sorted(self.names.items())]


def run(program):
    """The outcomes of all statements of a program, and its end. Settings that it changes are put back."""
    options, errors = np.get_printoptions(), np.geterr()
    try:
        run = Run()
        return [run.do(code) for code in program] + [run.end()]
    finally:
        np.set_printoptions(**options)
        np.seterr(**errors)
