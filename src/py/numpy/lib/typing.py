"""Names for annotations: what can become an array or a dtype, and arrays of a dtype."""

from collections.abc import Buffer, Sequence
from typing import Any, Protocol, TypedDict, TypeVar, Union, runtime_checkable

import numpy as np

__all__ = ["ArrayLike", "DTypeLike", "NBitBase", "NDArray"]

_ScalarT = TypeVar("_ScalarT", bound=np.generic)
_DType = TypeVar("_DType", bound=np.dtype)
_Item = TypeVar("_Item")


@runtime_checkable
class _SupportsArray(Protocol[_DType]):
    def __array__(self): ...


@runtime_checkable
class _NestedSequence(Protocol[_Item]):
    def __len__(self): ...
    def __getitem__(self, index): ...


class _SupportsDType(Protocol[_DType]):
    @property
    def dtype(self): ...


class _DTypeDictBase(TypedDict):
    names: Sequence[str]
    formats: Sequence[Any]


class _DTypeDict(_DTypeDictBase, total=False):
    offsets: Sequence[int]
    titles: Sequence[Any]
    itemsize: int
    aligned: bool


NDArray = np.ndarray[tuple[Any, ...], np.dtype[_ScalarT]]
ArrayLike = Union[
    Buffer, _SupportsArray[np.dtype], _NestedSequence[_SupportsArray[np.dtype]], complex, bytes, str,
    _NestedSequence[complex | bytes | str]]
DTypeLike = Union[
    type, np.dtype, _SupportsDType[np.dtype], tuple[Any, Any], list[Any], _DTypeDict, str, None]


class NBitBase:
    """The precision of a number in annotations, as a base class; annotations of ufuncs do better without it."""

    def __init_subclass__(cls):
        allowed = {"NBitBase", "_128Bit", "_96Bit", "_64Bit", "_32Bit", "_16Bit", "_8Bit"}
        if cls.__name__ not in allowed:
            raise TypeError('cannot inherit from final class "NBitBase"')
        super().__init_subclass__()
