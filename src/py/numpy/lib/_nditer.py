"""`nditer`: walks over the elements of several arrays together, in memory's order unless told otherwise.

First it is settled what is walked over (operands, their axes beside the iteration's, dtypes), then in which order (axes
that all operands walk backwards are turned, neighbouring axes joined); a step is one position in that order. Operands of
another dtype than their array's are copied whole where NumPy fills buffers piece by piece: what a program sees of that is
the length of the pieces, which is NumPy's.
"""

from math import prod

from numpy import _engine as np
from numpy import _walks as walks
from numpy._more import copyto

_GLOBAL = {
    "buffered", "c_index", "common_dtype", "copy_if_overlap", "delay_bufalloc", "external_loop", "f_index", "grow_inner",
    "growinner", "multi_index", "ranged", "reduce_ok", "refs_ok", "zerosize_ok",
}
_NO_INDEX_WITH_LOOP = "Iterator flag EXTERNAL_LOOP cannot be used if an index or multi-index is being tracked"
_PAST_THE_END = "Iterator is past the end"


class nditer:
    """Walks over the elements of one array, or of several at once; in memory's order unless told otherwise.

    Flags: multi_index, c_index, f_index, external_loop, buffered, reduce_ok, zerosize_ok, refs_ok, copy_if_overlap.
    op_flags: readonly, readwrite, writeonly, allocate. Each step gives arrays of no axes: write with `x[...] = value`.
    """

    __module__ = "numpy"

    def __init__(self, op, flags=None, op_flags=None, op_dtypes=None, order="K", casting="safe", op_axes=None,
                 itershape=None, buffersize=0):
        self._flags = flags = walks.global_flags(flags, _GLOBAL)
        if order not in ("C", "F", "A", "K"):
            raise ValueError(f"order must be one of 'C', 'F', 'A', or 'K' (got '{order}')")
        if casting not in ("no", "equiv", "safe", "same_kind", "unsafe"):
            raise ValueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' "
                             f"(got '{casting}')")
        if "external_loop" in flags and flags & {"multi_index", "c_index", "f_index"}:
            raise ValueError(_NO_INDEX_WITH_LOOP)
        given = list(op) if isinstance(op, (tuple, list)) else [op]
        if not given:
            raise ValueError("Must provide at least one operand")
        self._op_flags = op_flags = walks.operand_flags(op_flags, given)
        self._writes = [not one.isdisjoint(("readwrite", "writeonly")) for one in op_flags]
        buffers_now = "buffered" in flags and "delay_bufalloc" not in flags
        arrays = walks.operand_arrays(given, op_flags, self._writes, buffers_now)
        if "refs_ok" not in flags and any(one is not None and one.dtype.hasobject for one in arrays):
            raise TypeError("Iterator operand or requested dtype holds references, but the NPY_ITER_REFS_OK flag was not "
                            "enabled")
        axes, ndim = walks.operand_axes(arrays, op_axes, itershape)
        self._shape = walks.iteration_shape(arrays, axes, ndim, op_axes, itershape)
        walks.check_broadcasts(arrays, axes, self._shape, op_flags, self._writes, "reduce_ok" in flags, op_axes)
        if prod(self._shape) == 0 and "zerosize_ok" not in flags:
            raise ValueError("Iteration of zero-sized operands is not enabled")
        wanted = walks.operand_dtypes(arrays, op_dtypes, op_flags, "common_dtype" in flags)
        walks.check_casts(arrays, wanted, op_flags, self._writes, casting)
        strides = [walks.steps(one, places, self._shape) for one, places in zip(arrays, axes) if one is not None]
        self._perm = walks.axis_order(order, strides, ndim, [one for one in arrays if one is not None])
        allocates = any(one is None for one in arrays)
        self._turned = walks.backward_axes(strides, ndim) if order == "K" and not allocates else []
        self._back, self._buffered = [], []
        # Elements that are blocks have axes of their own.
        self._blocks = [0] * len(arrays)
        for place, one in enumerate(arrays):
            if one is None:
                arrays[place] = walks.allocated(place, axes[place], self._shape, self._perm, wanted[place], op_axes,
                                                None if "no_subtype" in op_flags[place] else given)
                self._blocks[place] = wanted[place].ndim
            elif wanted[place] is not None and wanted[place] != one.dtype:
                self._convert(place, arrays, wanted[place])
        if "copy_if_overlap" in flags:
            for place in walks.overlapping(arrays, self._writes, op_flags):
                self._copy(place, arrays, arrays[place].dtype)
        self._operands, self._axes = arrays, axes
        self._dtypes = tuple(one.dtype if kind is None else kind for one, kind in zip(arrays, wanted))
        self._buffersize = buffersize or 8192
        self._range = 0, prod(self._shape)
        self._closed = False
        self._delayed = "delay_bufalloc" in flags and "buffered" in flags
        self._lay()
        self._restart()

    def _convert(self, place, arrays, wanted):
        """An operand of another dtype than its array's: a copy now, or one at each start where buffers are allowed."""
        reads_one = arrays[place].ndim == 0 and not self._writes[place]
        if reads_one or not self._op_flags[place].isdisjoint(("copy", "updateifcopy")):
            self._copy(place, arrays, wanted)
        elif "buffered" in self._flags:
            self._buffered.append((place, wanted))
        else:
            raise TypeError("Iterator operand required copying or buffering, but neither copying nor buffering was "
                            "enabled")

    def _copy(self, place, arrays, wanted):
        made = arrays[place].astype(wanted, order="K")
        if self._writes[place]:
            self._back.append((place, arrays[place], made))
        arrays[place] = made

    def _lay(self):
        """The operands as they are walked: axes in order, turned and joined."""
        sources = list(self._operands)
        self._pieces = []
        if not self._delayed:
            for place, wanted in self._buffered:
                made = sources[place].astype(wanted, order="K")
                if self._writes[place]:
                    self._pieces.append((place, sources[place], made))
                sources[place] = made
        self._full = [walks.laid(one, axes, self._shape, self._perm, self._turned, writes, blocks)
                      for one, axes, writes, blocks in zip(sources, self._axes, self._writes, self._blocks)]
        self._lengths = [self._shape[axis] for axis in self._perm]
        self._views = self._full
        if not self.has_multi_index:
            index = walks.index_steps(self._shape, self._perm, self._turned, self._flags)
            self._lengths, self._views = walks.joined(self._lengths, self._full, index)
        self._flat = None
        if "buffered" in self._flags and "external_loop" in self._flags:
            self._flat = [walks.in_one_axis(view, len(self._lengths), writes)
                          for view, writes in zip(self._views, self._writes)]
            # Where no buffer is needed a piece may be as long as it likes.
            needs_none = not self._buffered and all(one is view for one, view in zip(self._flat, self._views))
            self._grows = needs_none and not self._flags.isdisjoint(("growinner", "grow_inner"))

    def _restart(self):
        self._at = self._range[0]
        self._started, self._finished = False, self._range[0] >= self._range[1]

    def _write_back(self, pieces):
        mask = next((place for place, flags in enumerate(self._op_flags) if "arraymask" in flags), None)
        for place, target, made in pieces:
            if mask is not None and "writemasked" in self._op_flags[place]:
                copyto(target, made, where=np.broadcast_to(self._operands[mask], target.shape), casting="unsafe")
            else:
                target[...] = made

    def _flush(self):
        """Gives the arrays what buffers have been given."""
        self._write_back(self._pieces)
        for place, view in enumerate(self._flat or ()):
            if self._writes[place] and view is not None and np._shares_memory(view, self._views[place], 0) is False:
                self._views[place][...] = view.reshape(self._views[place].shape)

    # Where the iterator stands.

    def _check(self):
        if self._closed:
            raise ValueError("Iterator is invalid")
        if self._delayed:
            raise ValueError("Iterator construction used delayed buffer allocation, and no reset has been done yet")
        if self._finished:
            raise ValueError(_PAST_THE_END)

    def _length_of_piece(self):
        """Elements of the piece that begins here: one, or with an external loop those that one axis or a buffer has."""
        if "external_loop" not in self._flags:
            return 1
        left = self._range[1] - self._at
        if self._flat is not None and all(view is not None for view in self._flat):
            return left if self._grows else min(left, self._buffersize)
        inner = self._lengths[-1] if self._lengths else 1
        here = min(left, inner - self._at % inner)
        return here if self._flat is None else min(here, self._buffersize)

    def _now(self):
        self._check()
        index = walks.place(self._at, self._lengths)
        if "external_loop" not in self._flags:
            return [view[(*index, Ellipsis)] for view in self._views]
        length, at = self._length_of_piece(), self._at
        if self._flat is not None and all(view is not None for view in self._flat):
            return [view[at:at + length] for view in self._flat]
        if not index:
            return [view.reshape(1) for view in self._views]
        *outer, start = index
        return [view[(*outer, slice(start, start + length))] for view in self._views]

    def _multi(self):
        """The index of the current elements in the iteration's shape."""
        index = [0] * len(self._shape)
        for axis, at in zip(self._perm, walks.place(self._at, [self._shape[axis] for axis in self._perm])):
            index[axis] = self._shape[axis] - 1 - at if axis in self._turned else at
        return tuple(index)

    def _position(self, index):
        position = 0
        for axis in self._perm:
            at = self._shape[axis] - 1 - index[axis] if axis in self._turned else index[axis]
            position = position * self._shape[axis] + at
        return position

    def _go(self, position, sentence):
        if not self._range[0] <= position < self._range[1]:
            raise IndexError(sentence)
        self._at, self._finished = position, False
        # The next step gives what stands here.
        self._started = False

    def reset(self, /):
        """Back to the start."""
        if self._closed:
            raise ValueError("Iterator is invalid")
        self._flush()
        self._delayed = False
        if self._buffered or self._flat is not None:
            self._lay()
        self._restart()

    def iternext(self, /):
        """Goes on; gives whether there are elements left."""
        if self._closed:
            raise ValueError("Iterator is invalid")
        if not self._finished:
            self._at += self._length_of_piece()
            self._started = True
            self._finished = self._at >= self._range[1]
            if self._finished:
                self._flush()
        return not self._finished

    def __iter__(self):
        return self

    def __next__(self):
        if self._closed or self._finished:
            raise StopIteration
        if self._started and not self.iternext():
            raise StopIteration
        self._started = True
        return self.value

    @property
    def value(self):
        """The current elements."""
        now = self._now()
        return now[0] if len(now) == 1 else tuple(now)

    @property
    def iterindex(self):
        """How many elements come before the current ones."""
        if self._finished:
            raise ValueError(_PAST_THE_END)
        return self._at

    @iterindex.setter
    def iterindex(self, position):
        if "external_loop" in self._flags:
            raise ValueError("Cannot call GotoIterIndex on an iterator which has the flag EXTERNAL_LOOP")
        self._go(position, "Iterator GotoIterIndex called with an iterindex outside the iteration range.")

    @property
    def multi_index(self):
        """The index of the current elements."""
        if not self.has_multi_index:
            raise ValueError("Iterator is not tracking a multi-index")
        self._check()
        return self._multi()

    @multi_index.setter
    def multi_index(self, index):
        if not self.has_multi_index:
            raise ValueError("Iterator is not tracking a multi-index")
        index = tuple(index)
        if len(index) != len(self._shape):
            raise ValueError("Wrong number of indices")
        if not all(0 <= at < length for at, length in zip(index, self._shape)):
            raise IndexError("Iterator GotoMultiIndex called with an out-of-bounds multi-index")
        self._go(self._position(index), "Iterator GotoMultiIndex called with a multi-index outside the restricted "
                                        "iteration range")

    @property
    def index(self):
        """The position of the current elements in C's or Fortran's order."""
        if not self.has_index:
            raise ValueError("Iterator does not have an index")
        self._check()
        backward = "f_index" in self._flags
        position = 0
        for length, at in list(zip(self._shape, self._multi()))[::-1 if backward else 1]:
            position = position * length + at
        return position

    @index.setter
    def index(self, position):
        if not self.has_index:
            raise ValueError("Iterator does not have an index")
        if not 0 <= position < prod(self._shape):
            raise IndexError("Iterator GotoIndex called with an out-of-bounds index")
        backward = -1 if "f_index" in self._flags else 1
        index = walks.place(position, self._shape[::backward])[::backward]
        self._go(self._position(index), "Iterator GotoIndex called with an index outside the restricted iteration range.")

    @property
    def iterrange(self):
        """The first position, and the one after the last: of all elements, or of a part in a ranged iteration."""
        return self._range

    @iterrange.setter
    def iterrange(self, bounds):
        if "ranged" not in self._flags:
            raise ValueError("Cannot call ResetToIterIndexRange on an iterator without requesting ranged iteration "
                             "support in the constructor")
        start, stop = bounds
        if not (0 <= start <= self.itersize and 0 <= stop <= self.itersize):
            raise ValueError(f"Out-of-bounds range [{start}, {stop}) passed to ResetToIterIndexRange")
        if stop < start:
            raise ValueError(f"Invalid range [{start}, {stop}) passed to ResetToIterIndexRange")
        self._range = start, stop
        self.reset()

    # What the iterator is.

    @property
    def operands(self):
        """The arrays."""
        if self._closed:
            raise ValueError("Iterator is invalid")
        return tuple(self._operands)

    @property
    def itviews(self):
        """The arrays as they are walked."""
        if not self.has_multi_index:
            return tuple(self._views)
        back = [self._perm.index(axis) for axis in range(len(self._shape))]
        return tuple(view.transpose(back + list(range(len(back), view.ndim))) for view in self._full)

    @property
    def shape(self):
        """The lengths of the axes that are walked over."""
        if self._finished:
            raise ValueError(_PAST_THE_END)
        # Without an index of several axes NumPy tells the fastest first.
        return tuple(self._shape if self.has_multi_index else self._lengths[::-1])

    @property
    def ndim(self):
        """How many axes are walked over, joined ones counted once."""
        return len(self._shape if self.has_multi_index else self._lengths)

    @property
    def itersize(self):
        """How many elements each operand has in the iteration."""
        return prod(self._shape)

    @property
    def nop(self):
        """How many operands there are."""
        return len(self._operands)

    @property
    def dtypes(self):
        """The dtypes that the steps give."""
        return self._dtypes

    @property
    def finished(self):
        """Whether the last elements have been passed."""
        return self._finished

    @property
    def has_multi_index(self):
        """Whether `multi_index` is known."""
        return "multi_index" in self._flags

    @property
    def has_index(self):
        """Whether `index` is known."""
        return not self._flags.isdisjoint(("c_index", "f_index"))

    @property
    def has_delayed_bufalloc(self):
        """Whether buffers wait for a reset."""
        return self._delayed

    @property
    def iterationneedsapi(self):
        """Whether a step runs Python code: where elements are objects."""
        return any(kind.hasobject for kind in self._dtypes)

    def __len__(self):
        if self._finished:
            raise ValueError(_PAST_THE_END)
        return len(self._operands)

    def __getitem__(self, place):
        now = self._now()
        if isinstance(place, slice):
            return tuple(now[place])
        return now[self._operand(place)]

    def __setitem__(self, place, value):
        now = self._now()
        places = range(len(now))[place] if isinstance(place, slice) else [self._operand(place)]
        values = value if isinstance(place, slice) else [value]
        if len(values) != len(places):
            raise ValueError("Wrong size to NpyIter assignment")
        for at, one in zip(places, values):
            if not self._writes[at]:
                raise RuntimeError(f"Iterator operand {at} is not writeable")
            now[at][...] = one

    def __delitem__(self, place):
        raise TypeError("Cannot delete iterator elements")

    def _operand(self, place):
        if not hasattr(place, "__index__"):
            raise TypeError("invalid index type for iterator indexing")
        at = place.__index__()
        if not -self.nop <= at < self.nop:
            raise IndexError(f"Iterator operand index {at} is out of bounds")
        return at % self.nop

    def copy(self, /):
        """Another iterator at the same place."""
        return self.__copy__()

    def __copy__(self):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        return made

    def close(self, /):
        """Writes buffers and copies back; the iterator is of no use then."""
        if not self._closed:
            self._flush()
            self._write_back(self._back)
            self._closed = self._finished = True

    def __enter__(self):
        if self._closed:
            raise RuntimeError("operation on non-initialized iterator")
        return self

    def __exit__(self, *exc_info):
        self.close()

    def remove_axis(self, i, /):
        """Leaves an axis out of the iteration: its first elements stay."""
        if not self.has_multi_index:
            raise RuntimeError("Iterator RemoveAxis may only be called if a multi-index is being tracked")
        if not 0 <= i < len(self._shape):
            raise ValueError("axis out of bounds in iterator RemoveAxis")
        without = lambda axes: [axis - (axis > i) for axis in axes if axis != i]
        self._perm, self._turned = without(self._perm), without(self._turned)
        self._shape = self._shape[:i] + self._shape[i + 1:]
        self._axes = [axes[:i] + axes[i + 1:] for axes in self._axes]
        self._range = 0, prod(self._shape)
        self._lay()
        self._restart()

    def remove_multi_index(self, /):
        """From now on without a multi-index."""
        self._flags = self._flags - {"multi_index"}
        self._lay()
        self._restart()

    def enable_external_loop(self, /):
        """From now on one-dimensional chunks."""
        if self.has_multi_index or self.has_index:
            raise ValueError(_NO_INDEX_WITH_LOOP)
        self._flags = self._flags | {"external_loop"}
        self._lay()
        self._restart()

    def debug_print(self, /):
        """Prints what the iterator knows of itself."""
        print(f"axes in order {self._perm}, turned {self._turned}, lengths {self._lengths}, at {self._at} of {self._range}")
