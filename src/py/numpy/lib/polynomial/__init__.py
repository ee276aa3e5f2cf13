"""Polynomials in several bases: Polynomial, Chebyshev, Legendre, Laguerre, Hermite, HermiteE."""

_HOMES = {
    "Polynomial": "polynomial", "Chebyshev": "chebyshev", "Legendre": "legendre", "Laguerre": "laguerre",
    "Hermite": "hermite", "HermiteE": "hermite_e",
}
__all__ = ["set_default_printstyle", "polyutils"] + list(_HOMES) + list(_HOMES.values())


def __getattr__(name):
    import importlib
    if name in _HOMES:
        return getattr(importlib.import_module(f"numpy.polynomial.{_HOMES[name]}"), name)
    if name in _HOMES.values() or name == "polyutils":
        return importlib.import_module(f"numpy.polynomial.{name}")
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.polynomial' has no attribute '{name}'")
    if name == "test":
        from numpy._pytesttester import PytestTester
        return PytestTester("numpy.polynomial")
    from numpy._names import explain
    raise AttributeError(explain("numpy.polynomial", name))


def __dir__():
    return sorted(__all__ + ["test"])


def set_default_printstyle(style):
    """How polynomials print: 'unicode' or 'ascii'."""
    if style not in ("unicode", "ascii"):
        raise ValueError(f"Unsupported format string '{style}'. Valid options are 'ascii' and 'unicode'")
    from numpy.polynomial._polybase import ABCPolyBase
    ABCPolyBase._use_unicode = style == "unicode"
