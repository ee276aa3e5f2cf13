"""Writes the page of NumPy's names as Markdown, asking the NumPy that runs it which of them it has.

It runs in the site's own kernel (kernel.mjs), so that what the page says is what the page does. The names themselves are
NumPy's: `numpy._oracle` is the record of them, made by tests/golden/names.py.
"""
import warnings

import numpy as np
from numpy._oracle import NAMES

warnings.simplefilter("ignore")
# What each group is, in the order in which a reader may look for it.
TITLES = {
    "numpy": "Functions, classes and constants of `numpy`",
    "numpy.ndarray": "Attributes and methods of arrays",
    "numpy.dtype": "Attributes and methods of dtypes",
    "numpy.generic": "Attributes and methods of scalars",
    "numpy.ufunc": "Attributes and methods of ufuncs",
    "numpy.linalg": "Linear algebra",
    "numpy.random": "Random numbers",
    "numpy.random.Generator": "Methods of `Generator`",
    "numpy.random.RandomState": "Methods of `RandomState`",
    "numpy.fft": "Fourier transforms",
    "numpy.polynomial": "Polynomials",
    "numpy.strings": "Text",
    "numpy.lib.stride_tricks": "Stride tricks",
    "numpy.testing": "Assertions",
    "numpy.exceptions": "Exceptions and warnings",
}


# Classes whose attributes only their objects have: one of each.
SAMPLES = {
    "numpy.generic": np.int64(1),
    "numpy.finfo": np.finfo(float),
    "numpy.iinfo": np.iinfo(int),
    "numpy.broadcast": np.broadcast([1], [2]),
    "numpy.nditer": np.nditer([1]),
    "numpy.flatiter": np.arange(1).flat,
    "numpy.random.PCG64": np.random.PCG64(0),
    "numpy.random.MT19937": np.random.MT19937(0),
}


def found(path):
    """The object of a dotted name, or None."""
    value = np
    for part in path.split(".")[1:]:
        try:
            value = getattr(value, part)
        except AttributeError:
            try:
                value = __import__(path, fromlist=[part])
            except ImportError:
                return None
    return value


def has(owner, name):
    try:
        getattr(owner, name)
    except AttributeError:
        return False
    except Exception:
        # There, though it has nothing to say of this object.
        return True
    return owner is not None


def text(number, noun):
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


groups = []
for path in list(TITLES) + [path for path in NAMES if path not in TITLES]:
    owner = SAMPLES.get(path, found(path))
    groups.append((path, [(name, has(owner, name)) for name in NAMES[path].split()]))
total = sum(len(names) for _, names in groups)
present = sum(here for _, names in groups for _, here in names)

print(f"""---
title: "NumPy's names"
description: "Every public name of NumPy 2.4, and whether this page's NumPy has it"
phase_title: "Reference"
---

# NumPy's names

Of {text(total, "public name")} of NumPy 2.4, **{present:,} are here** and {total - present:,} are not. Those that are not \
stand out and say so; using one raises an `AttributeError` with the same words. The list was made when this site was built, by \
asking the very module that runs your cells. What behaves otherwise is on \
[How this differs from NumPy](how-this-differs-from-numpy.html).

| group | here | not here |
| --- | ---: | ---: |""")
for path, names in groups:
    here = sum(is_here for _, is_here in names)
    print(f"| [`{path}`](#{path.replace('.', '-')}) | {here} | {len(names) - here} |")
for path, names in groups:
    title = TITLES.get(path)
    print(f"\n## {title + ': ' if title and path != 'numpy' else ''}{title if path == 'numpy' else f'`{path}`'} "
          f"{{#{path.replace('.', '-')}}}\n")
    print('<ul class="names">')
    for name, is_here in names:
        print(f"<li><code>{name}</code></li>" if is_here else f'<li class="lacks"><code>{name}</code> not here</li>')
    print("</ul>")
