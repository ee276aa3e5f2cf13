"""Writes what a learner's expressions and statements give under the real NumPy: the golden files of
tests/python/numpy.rs.

A line is a piece of code; below it stands what it gives, up to a line `====`.
"""
import contextlib
import io
import pathlib
import warnings

import numpy

# Shows the value, or the error, of an expression or a statement.
SHOW = """
def show(code):
    try:
        try:
            code = compile(code, "code", "eval")
        except SyntaxError:
            return exec(code, globals())
        print(repr(eval(code, globals())))
    except Exception as error:
        print(type(error).__name__, error)
"""


def write(script, setup, code):
    """Beside `script`, the text file of the same name."""
    warnings.simplefilter("ignore")
    names = {}
    exec(setup + SHOW, names)
    path = pathlib.Path(script).with_suffix(".txt")
    with path.open("w") as out:
        out.write(f"# numpy {numpy.__version__}; made by {path.stem}.py\n{(setup + SHOW).strip()}\n====\n")
        for line in code.strip().splitlines():
            text = io.StringIO()
            with contextlib.redirect_stdout(text):
                names["show"](line)
            out.write(f"{line}\n{text.getvalue()}====\n")
