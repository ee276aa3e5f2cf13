"""NumPy's bridge to libraries in C, of which this page has none."""

raise ImportError("numpy.ctypeslib: this page's NumPy lacks it: there are no libraries in C to call")
