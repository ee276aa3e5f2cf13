"""Views with free shape and strides."""

from numpy._engine import _as_strided as as_strided
from numpy._engine import _sliding_window_view as sliding_window_view
from numpy._engine import broadcast_arrays, broadcast_shapes, broadcast_to

__all__ = ["as_strided", "broadcast_arrays", "broadcast_shapes", "broadcast_to", "sliding_window_view"]
