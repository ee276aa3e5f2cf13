"""Writes src/py/numpy/lib/_oracle.py: every public name of NumPy's modules, so that an AttributeError can tell a name
that only this page's NumPy lacks from one that does not exist. Run it with numpy 2.4: `python tests/golden/names.py`.
"""
import importlib
import pathlib
import textwrap
import warnings

import numpy

warnings.simplefilter("ignore")
MODULES = ["numpy", "numpy.linalg", "numpy.random", "numpy.polynomial", "numpy.testing", "numpy.lib", "numpy.exceptions",
           "numpy.fft"]
target = pathlib.Path(__file__).parents[2] / "src/py/numpy/lib/_oracle.py"
text = f'"""The public names of numpy {numpy.__version__}; made by tests/golden/names.py."""\n\nNAMES = {{\n'
for name in MODULES:
    module = importlib.import_module(name)
    names = sorted({entry for entry in dir(module) if not entry.startswith("_")})
    lines = textwrap.wrap(" ".join(names), 110)
    text += f'    "{name}":\n' + "\n".join(f'        "{line} "' for line in lines) + ",\n"
target.write_text(text + "}\n")
