"""Turns tables of NumPy calls into golden files: what numpy 2.4 answers to each row.

A table is a list of Python expressions. Of one that gives None, and of `target[...] = value`, the fixture `a` is shown. The Rust
tests evaluate the very same text on the array engine, so a row is a call and its expectation at once:

    np.moveaxis(a, 0, -1)  =>  int64 (3,4,2) [32,8,96] view rw a+0 : 0 12 1 13 ...
    a[5]                   =>  !IndexError: index 5 is out of bounds for axis 0 with size 2

An array is told by dtype, shape, strides, whether it owns its memory, whether it may be written, which fixture it
shares memory with and how many bytes after its first element, and its elements in C order. A row that starts with `~`
is compared to a few units in the last place: it goes through the platform's libm.
"""

import sys

import numpy as np

assert np.__version__.startswith("2.4"), f"the oracle is numpy 2.4, not {np.__version__}"


def number(x):
    if isinstance(x, (bool, np.bool_)):
        return "True" if x else "False"
    if isinstance(x, (complex, np.complexfloating)):
        return f"{float(x.real)!r},{float(x.imag)!r}"
    if isinstance(x, (float, np.floating)):
        return repr(float(x))
    return repr(int(x))


def shape(lengths):
    return "(" + ",".join(map(str, lengths)) + ("," if len(lengths) == 1 else "") + ")"


def place(x, fixtures):
    if x.size == 0:
        return "-"
    for name, fixture in fixtures.items():
        if isinstance(fixture, np.ndarray) and np.shares_memory(x, fixture):
            delta = x.__array_interface__["data"][0] - fixture.__array_interface__["data"][0]
            return f"{name}{delta:+d}"
    return "copy"


def tell(x, fixtures):
    if isinstance(x, np.ndarray):
        words = [
            str(x.dtype),
            shape(x.shape),
            "[" + ",".join(map(str, x.strides)) + "]",
            "own" if x.flags.owndata else "view",
            "rw" if x.flags.writeable else "ro",
            place(x, fixtures),
            ":",
        ]
        return " ".join(words + [number(e) for e in x.flatten()])
    if isinstance(x, np.generic):
        return f"scalar {x.dtype} {number(x)}"
    if isinstance(x, (list, tuple)):
        return "[" + " ; ".join(tell(e, fixtures) for e in x) + "]"
    return f"value {number(x)}"


def answer(row, fixtures):
    scope = {"np": np, "slice": slice}
    for name, text in fixtures.items():
        scope[name] = eval(text, scope)
    shown = {name: scope[name] for name in fixtures}
    try:
        if " = " in row:
            exec(row, scope)
            return tell(scope["a"], shown)
        result = eval(row, scope)
        return tell(scope["a"] if result is None else result, shown)
    except Exception as error:
        return f"!{type(error).__name__}: {error}"


def write(path, generator, fixtures, rows):
    import warnings

    warnings.simplefilter("ignore")
    lines = [f"# numpy {np.__version__}; made by {generator}, which is where to change it"]
    lines += [f"let {name} = {text}" for name, text in fixtures.items()]
    for row in rows:
        if row.startswith("#"):
            lines.append(row)
            continue
        got = answer(row.removeprefix("~"), fixtures)
        assert "\n" not in got, got
        lines.append(f"{row}  =>  {got}")
    with open(path, "w") as out:
        out.write("\n".join(lines) + "\n")
    print(f"{path}: {len(rows)} rows", file=sys.stderr)
