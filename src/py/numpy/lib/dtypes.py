"""The classes of dtypes: one for each family, that of a dtype is `type(dtype)`."""

from numpy import _engine as np

__all__ = [
    "BoolDType", "ByteDType", "BytesDType", "CLongDoubleDType", "Complex128DType", "Complex64DType", "DateTime64DType",
    "Float16DType", "Float32DType", "Float64DType", "Int16DType", "Int32DType", "Int64DType", "Int8DType", "IntDType",
    "LongDType", "LongDoubleDType", "LongLongDType", "ObjectDType", "ShortDType", "StrDType", "StringDType",
    "TimeDelta64DType", "UByteDType", "UInt16DType", "UInt32DType", "UInt64DType", "UInt8DType", "UIntDType",
    "ULongDType", "ULongLongDType", "UShortDType", "VoidDType",
]

for _code in "?bhilBHILefdFDSUOMmVT":
    _class = type(np.dtype(_code))
    globals()[_class.__name__] = _class

# Other names, and types of C that have the width of another here.
ByteDType, ShortDType, IntDType, LongDType = Int8DType, Int16DType, Int32DType, Int64DType
UByteDType, UShortDType, UIntDType, ULongDType = UInt8DType, UInt16DType, UInt32DType, UInt64DType
LongLongDType, ULongLongDType, LongDoubleDType, CLongDoubleDType = Int64DType, UInt64DType, Float64DType, Complex128DType


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.dtypes' has no attribute '{name}'")
    from numpy._names import explain
    raise AttributeError(explain("numpy.dtypes", name))


def __dir__():
    return [name for name in __all__ if name in globals()]
