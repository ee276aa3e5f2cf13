"""What stands for an argument that is not given, where None is one."""


class _NoValueType:
    """The class of `_NoValue`, its only instance."""

    __module__ = "numpy._globals"
    _only = None

    def __new__(cls):
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __reduce__(self):
        return self.__class__, ()

    def __repr__(self):
        return "<no value>"


_NoValue = _NoValueType()
