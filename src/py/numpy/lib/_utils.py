"""What NumPy's private `numpy._utils` has for programs that reach for it: text as bytes and bytes as text."""

__all__ = ["asbytes", "asunicode", "set_module"]


def asbytes(s):
    """Text in Latin-1; bytes as they are."""
    return s if isinstance(s, bytes) else str(s).encode("latin1")


def asunicode(s):
    """Bytes of Latin-1 as text; text as it is."""
    return s.decode("latin1") if isinstance(s, bytes) else str(s)


def set_module(module):
    """A decorator that says where a function or class is found."""
    def place(made):
        if module is not None:
            made.__module__ = module
        return made
    return place
