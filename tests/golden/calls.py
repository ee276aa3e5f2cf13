"""Writes src/py/numpy/lib/_calls.py: how NumPy's functions and methods are called, for help() and inspect.signature. Run it
with numpy 2.4: `python tests/golden/calls.py`.
"""
import importlib
import inspect
import pathlib
import re
import warnings

import numpy

warnings.simplefilter("ignore")
MODULES = ["numpy", "numpy.linalg", "numpy.random", "numpy.fft", "numpy.strings", "numpy.char", "numpy.testing",
           "numpy.lib.stride_tricks", "numpy.polynomial.polynomial", "numpy.ma"]
CLASSES = ["numpy.ndarray", "numpy.random.Generator", "numpy.random.RandomState", "numpy.polynomial.Polynomial",
           "numpy.ma.MaskedArray"]


def calls(home, skipped=()):
    """A line for each public function of a module or class: its name and what is between the brackets."""
    for name in sorted(name for name in dir(home) if not name.startswith("_") and name not in skipped):
        try:
            function = getattr(home, name)
            if isinstance(function, numpy.ufunc) or inspect.ismodule(function) or not callable(function):
                continue
            text = str(inspect.signature(function))
        except (TypeError, ValueError, AttributeError):
            continue
        if len(text) > 400 or "0x" in text:
            continue
        text = re.sub(r"<class '(?:numpy\.)?(\w+)'>", r"\1", re.sub(r" -> .*$", "", text))
        yield name + text


target = pathlib.Path(__file__).parents[2] / "src/py/numpy/lib/_calls.py"
text = f'"""How functions of numpy {numpy.__version__} are called; made by tests/golden/calls.py."""\n\nCALLS = {{\n'
plain = set()
for path in MODULES + CLASSES:
    try:
        home = importlib.import_module(path)
    except ImportError:
        owner, _, name = path.rpartition(".")
        home = getattr(importlib.import_module(owner), name)
    skipped = {"numpy": (), "numpy.random": set(dir(numpy.random.RandomState))}.get(path, ())
    lines = list(calls(home, skipped))
    text += f'    "{path}": """\n' + "\n".join(line.replace("\\", "\\\\") for line in lines) + '\n""",\n'
target.write_text(text + "}\n")
