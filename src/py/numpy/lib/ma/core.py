"""The names of `numpy.ma` under the module that they have in NumPy, the private ones that programs name too."""

from . import *
from ._arithmetic import (
    _DomainedBinaryOperation, _MaskedBinaryOperation, _MaskedUnaryOperation,
)
from ._array import get_masked_subclass
from ._functions import _extrema_operation
from ._indexing import MaskedIterator
from ._printing import _MaskedPrintOption
from ._reductions import NOT_GIVEN as _NoValue
from ._sorting import MaskedArrayFutureWarning
from ._scalars import MaskedConstant, mvoid
from . import get_mask
from ._fills import check_fill_value as _check_fill_value
