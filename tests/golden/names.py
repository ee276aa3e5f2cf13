"""Writes src/py/numpy/lib/_oracle.py: every public name of NumPy's modules and classes, so that an AttributeError can tell
a name that only this page's NumPy lacks from one that does not exist, and so that the site can list them all. Run it with
numpy 2.4: `python tests/golden/names.py`.
"""
import importlib
import pathlib
import textwrap
import warnings

import numpy

warnings.simplefilter("ignore")
MODULES = ["numpy", "numpy.linalg", "numpy.random", "numpy.polynomial", "numpy.testing", "numpy.lib", "numpy.exceptions",
           "numpy.fft", "numpy.strings", "numpy.char", "numpy.dtypes", "numpy.emath", "numpy.lib.stride_tricks",
           "numpy.lib.scimath", "numpy.lib.array_utils", "numpy.lib.npyio", "numpy.lib.format", "numpy.lib.mixins",
           "numpy.ma", "numpy.ma.mrecords", "numpy.rec", "numpy.matlib", "numpy.typing", "numpy.version",
           "numpy.lib.introspect", "numpy.lib.recfunctions", "numpy.testing.overrides", "numpy.polynomial.polyutils",
           "numpy.random.bit_generator", "numpy.ctypeslib", "numpy.f2py"]
# Of modules that list what is public, and keep other names beside it.
LISTED = {"numpy.matlib", "numpy.ma.mrecords", "numpy.lib.recfunctions", "numpy.polynomial.polyutils",
          "numpy.random.bit_generator", "numpy.f2py"}
CLASSES = ["numpy.ndarray", "numpy.generic", "numpy.dtype", "numpy.ufunc", "numpy.flatiter", "numpy.nditer",
           "numpy.broadcast", "numpy.finfo", "numpy.iinfo", "numpy.poly1d", "numpy.random.Generator",
           "numpy.random.RandomState", "numpy.random.SeedSequence", "numpy.random.PCG64", "numpy.random.MT19937",
           "numpy.polynomial.Polynomial", "numpy.polynomial.Chebyshev", "numpy.polynomial.polynomial",
           "numpy.polynomial.chebyshev", "numpy.polynomial.legendre", "numpy.polynomial.hermite",
           "numpy.polynomial.hermite_e", "numpy.polynomial.laguerre", "numpy.float64", "numpy.int64", "numpy.ma.MaskedArray",
           "numpy.matrix", "numpy.recarray", "numpy.record", "numpy.memmap", "numpy.char.chararray",
           "numpy.busdaycalendar", "numpy.dtypes.StringDType", "numpy.lib.npyio.NpzFile",
           "numpy.lib.npyio.DataSource", "numpy.lib.Arrayterator"]


def found(path):
    """The object of a dotted name."""
    try:
        return importlib.import_module(path)
    except ImportError:
        home, _, name = path.rpartition(".")
        return getattr(found(home), name)


target = pathlib.Path(__file__).parents[2] / "src/py/numpy/lib/_oracle.py"
text = f'"""The public names of numpy {numpy.__version__}; made by tests/golden/names.py."""\n\nNAMES = {{\n'
for name in MODULES + CLASSES:
    listed = found(name).__all__ if name in LISTED else dir(found(name))
    if name == "numpy.matlib":
        # The rest are numpy's own.
        listed = "empty eye identity ones rand randn repmat zeros".split()
    names = sorted({entry for entry in listed if not entry.startswith("_")})
    lines = textwrap.wrap(" ".join(names), 110)
    text += f'    "{name}":\n' + "\n".join(f'        "{line} "' for line in lines) + ",\n"
target.write_text(text + "}\n")
