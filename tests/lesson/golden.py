"""Writes what each Python block of a lesson prints under CPython and NumPy: the golden file that
tests/lesson_golden.rs compares with.

    python tests/lesson/golden.py LESSON.md SETUP.py DATA_DIR > tests/lesson/NAME.golden

DATA_DIR is a folder with cifar-10-batches-bin/ and data/cifar-10-batches-bin/ in it, for pages that
open such files. Only block numbers and printed text are written, never the page's own words; times
and speedups are masked as the test masks them.
"""
import contextlib
import html
import io
import os
import platform
import re
import sys

import numpy


def blocks(text):
    """The code of every Python fence and every ai-repl div, in order."""
    pattern = re.compile(r'^```python\n(.*?)^```$|<div class="ai-repl" data-code="(.*?)">', re.S | re.M)
    for fence, attribute in pattern.findall(text):
        yield html.unescape(attribute) if attribute else fence


def masked(text):
    text = re.sub(r"\d+\.\d+s\b", "<seconds>s", text)
    return re.sub(r"\b\d+x\b", "<ratio>x", text)


lesson, setup, data_dir = sys.argv[1:]
with open(lesson, encoding="utf-8") as f:
    code = list(blocks(f.read()))
with open(setup, encoding="utf-8") as f:
    session = {"__name__": "__main__"}
    exec(compile(f.read(), "setup", "exec"), session)
os.chdir(data_dir)
print(f"# tests/lesson/golden.py {os.path.basename(lesson)} {os.path.basename(setup)}")
print(f"# CPython {platform.python_version()}, numpy {numpy.__version__}; {len(code)} blocks")
for number, source in enumerate(code, 1):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(source, f"cell {number}", "exec"), session)
            raised = ""
        except Exception as error:  # an unfinished exercise ends so, in NumPy too
            raised = f"raises {type(error).__name__}: {error}\n"
    if printed.getvalue() or raised:
        print(f"== cell {number}")
        print(masked(printed.getvalue()) + raised, end="")
