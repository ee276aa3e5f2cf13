"""Where NumPy keeps its insides. Here they are written in Rust; what pickles name stands in the modules of this one."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy._core' has no attribute '{name}'")
    import numpy
    if name in ("multiarray", "numeric"):
        return __import__(f"numpy._core.{name}", fromlist=[name])
    try:
        return getattr(numpy, name)
    except AttributeError:
        raise AttributeError(f"module 'numpy._core' has no attribute '{name}'") from None
