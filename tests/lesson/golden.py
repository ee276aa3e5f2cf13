"""Writes what the cells of a lesson print under CPython and NumPy, as `NAME.output.txt`.

    python tests/lesson/golden.py LESSON.md DATA_DIR [SETUP.py] > NAME.output.txt

DATA_DIR is a folder with data/cifar-10-batches-bin/ in it, for lessons that open such files; for the
sample set, `cargo test --test lesson_golden -- --ignored` writes one. Only cell numbers and printed text
are written, never the lesson's own words. Times, speeds and ratios are masked, by the rule of
src/lesson/output.rs. A cell that raises is written with the last line of its traceback.
"""
import contextlib
import html
import io
import os
import platform
import re
import sys

import numpy

BLOCK = re.compile(r'^```python([^\n]*)\n(.*?)^```$|<div class="ai-repl" data-code="(.*?)">', re.S | re.M)


def cells(text):
    """The code of every Python fence and every ai-repl div, in order, but hidden tests and listings."""
    for words, fence, attribute in BLOCK.findall(text):
        if attribute:
            yield html.unescape(attribute)
        elif not {"check", "norun"} & set(words.split()):
            yield fence


def masked(text):
    return re.sub(r"(?<![\w.])( *)\d+(?:\.\d+)?(?=(?:s|x| ?ms| ?images/s| ?times)(?!\w))",
                  lambda found: (" " if found[1] else "") + "…", text)


lesson, data_dir, *setup = sys.argv[1:]
with open(lesson, encoding="utf-8") as f:
    code = list(cells(f.read()))
session = {"__name__": "__main__"}
for file in setup:
    with open(file, encoding="utf-8") as f:
        exec(compile(f.read(), "setup", "exec"), session)
os.chdir(data_dir)
print("# tests/lesson/golden.py", *(os.path.basename(name) for name in [lesson, *setup]))
print(f"# CPython {platform.python_version()}, numpy {numpy.__version__}; {len(code)} cells")
for number, source in enumerate(code, 1):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(source, f"cell {number}", "exec"), session)
        except Exception as error:  # shown on purpose, or an exercise before it is solved
            print(f"{type(error).__name__}: {error}")
    if printed.getvalue():
        print(f"== cell {number}")
        print(masked(printed.getvalue()), end="")
