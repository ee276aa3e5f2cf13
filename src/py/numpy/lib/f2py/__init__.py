"""NumPy's bridge to Fortran, of which this page has none."""

raise ImportError("numpy.f2py: this page's NumPy lacks it: there is no compiler of Fortran here")
