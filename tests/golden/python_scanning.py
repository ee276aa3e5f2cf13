"""Writes python_scanning.txt: elements in files without a header and in texts (`fromfile`, `tofile`, `fromstring`), and what
`save` tells of. Run it with numpy 2.4: `python tests/golden/python_scanning.py`.
"""
import pathlib

import typed

SETUP = """
import io, os, tempfile, warnings
import numpy as np
path = os.path.join(tempfile.mkdtemp(), "numbers")
x = np.arange(5.) / 3
def written(content):
    with open(path, "wb") as file: file.write(content)
def scanned(content, **how):
    written(content)
    return np.fromfile(path, **how)
def told(array, **how):
    array.tofile(path, **how)
    with open(path, "rb") as file: return file.read()
def through_text():
    with open(path, "w") as file: x.tofile(file, sep=",")
    with open(path) as file: text = file.read()
    with open(path) as file: return text, np.fromfile(file, sep=",")
def between():
    with open(path, "wb") as file: file.write(b"head"); x.tofile(file); file.write(b"tail")
    with open(path, "rb") as file:
        file.seek(4)
        return np.fromfile(file, count=5), file.read()
def and_on(content, mode, **how):
    written(content)
    with open(path, mode) as file: return np.fromfile(file, **how), file.tell()
def saved(array):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        np.save(path + ".npy", array)
    return [(one.category.__name__, str(one.message)) for one in found]
"""

CODE = r"""
through_text()
between()
and_on(b"1 2 3 4", "r", sep=" ", count=2), and_on(b"123456789", "rb", dtype="u1", count=3), and_on(b"12345", "rb", dtype="i2")
told(x, sep=" ", format="%.2f"), told(x, sep=", ", format="%r"), told(np.array(["a", "b"]), sep=","), told(np.array([True, False]), sep=" ")
told(np.array([1+2j, 3]), sep=" "), told(np.array([None, 1]), sep=","), told(np.arange(3, dtype="i2"))
told(np.array([None]))
scanned(b"1 2 3 x 4", sep=" ")
scanned(b"1 2 3 x 4", sep=" ", count=2), scanned(b" 1 , 2 ,3 ", sep=","), scanned(b"1x3x4", sep="x"), scanned(b"1,2,", sep=","), scanned(b"", sep=" ")
scanned(b"nan +nan -inf inf NAN(1) infinity", sep=" "), scanned(b"1,2,3", sep=",", dtype="i8"), scanned(b"300 -1", sep=" ", dtype="u1")
scanned(b"1,2,,3", sep=",")
scanned(b"1.5,2", sep=",", dtype=int)
scanned(b"12345678901", dtype="i4", count=10), scanned(b"12345678901", dtype="i4", offset=3), scanned(b"12345678", dtype="(2,2)u1"), scanned(b"12345678", dtype="S3")
scanned(b"1234567890", dtype=[("a", "u1"), ("b", "i4")]), scanned(b"")
scanned(b"12", dtype=object)
scanned(b"1 2", sep=" ", offset=1)
scanned(b"1 2", sep=" ", dtype="S2")
np.fromfile(5)
np.fromfile(path, "u1", "x")
[np.fromstring(text, sep=sep) for text, sep in [("1 2 3", " "), ("1\n2\n", "\n"), ("1 , 2", ","), ("1__2", "__"), ("1;2", ";"), ("", " ")]]
np.fromstring("300", sep=" ", dtype="i1"), np.fromstring("1+2j 3 4j", sep=" ", dtype=complex), np.fromstring("1 0 7", sep=" ", dtype=bool)
np.fromstring("1,2,x", sep=",")
np.fromstring(",1", sep=",")
np.fromstring("0x10 2", sep=" ", dtype=int)
np.fromstring("1 2", sep=" ", dtype="S2")
np.fromstring("1 2", sep=" ", dtype=object)
saved(np.arange(3)), saved(np.zeros(1, dtype="i," * 5000 + "i"))
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
