"""What can be asked of this NumPy about itself."""

__all__ = ["opt_func_info"]


def opt_func_info(func_name=None, signature=None):
    """The loops that NumPy has in several versions, one for each processor, by function and type codes.

    Here every loop is compiled once, so that there are none: the dict is empty.
    """
    import re
    for pattern in (func_name, signature):
        if pattern is not None:
            re.compile(pattern)
    return {}
