"""Objects that walk over arrays: `broadcast`, `nditer`, `nested_iters`."""

import itertools

from numpy import _engine as np


class broadcast:
    """The arrays' elements together, as broadcasting pairs them: an iterator of tuples, with shape, size, index."""

    __module__ = "numpy"

    def __init__(self, *args):
        arrays = []
        for one in args:
            # Another broadcast counts as its arrays.
            arrays += one._operands if isinstance(one, broadcast) else [np.asarray(one)]
        if len(arrays) > 64:
            raise ValueError(f"Need at least 0 and at most 64 array objects.")
        self._operands = arrays
        self.shape = np.broadcast_shapes(*[a.shape for a in arrays]) if _agree(arrays) else ()
        self._arrays = [np.broadcast_to(a, self.shape) for a in arrays]
        self.numiter = len(arrays)
        self.ndim = self.nd = len(self.shape)
        self.size = 1
        for length in self.shape:
            self.size *= length
        self.reset()

    def reset(self):
        """Back to the first elements."""
        self.index = 0
        self.iters = tuple(array.flat for array in self._arrays)
        self._walk = zip(*[array.flat for array in self._arrays])

    def __iter__(self):
        return self

    def __next__(self):
        found = next(self._walk)
        self.index += 1
        return found


def _agree(arrays):
    try:
        np.broadcast_shapes(*[a.shape for a in arrays])
    except ValueError:
        for at, array in enumerate(arrays):
            for before, other in enumerate(arrays[:at]):
                try:
                    np.broadcast_shapes(other.shape, array.shape)
                except ValueError:
                    raise ValueError("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is "
                                     f"between arg {before} with shape {_shape(other)} and arg {at} with shape "
                                     f"{_shape(array)}.") from None
        raise
    return True


def _compact(shape):
    return str(tuple(shape)).replace(" ", "")


def _shape(array):
    return str(array.shape)


class nditer:
    """Walks over the elements of one array, or of several at once; in memory's order unless told otherwise.

    Flags: multi_index, c_index, f_index, external_loop, buffered, reduce_ok, zerosize_ok, refs_ok, copy_if_overlap.
    op_flags: readonly, readwrite, writeonly, allocate. Each step gives arrays of no axes: write with `x[...] = value`.
    """

    __module__ = "numpy"

    def __init__(self, op, flags=None, op_flags=None, op_dtypes=None, order="K", casting="safe", op_axes=None,
                 itershape=None, buffersize=0):
        flags = tuple(flags or ())
        known = ("multi_index", "c_index", "f_index", "external_loop", "buffered", "reduce_ok", "zerosize_ok", "refs_ok",
                 "copy_if_overlap", "common_dtype", "delay_bufalloc", "growinner", "ranged", "grow_inner")
        for flag in flags:
            if flag not in known:
                raise ValueError(f'Unexpected iterator global flag "{flag}"')
        if "external_loop" in flags and not {"multi_index", "c_index", "f_index"}.isdisjoint(flags):
            raise ValueError("Iterator flag EXTERNAL_LOOP cannot be used if an index or multi-index is being tracked")
        several = isinstance(op, (tuple, list)) and any(isinstance(one, np.ndarray) or one is None or
                                                        isinstance(one, (list, tuple)) for one in op)
        if isinstance(op, list) and not any(isinstance(one, np.ndarray) or one is None for one in op):
            several = False
        operands = list(op) if several else [op]
        if op_flags and not isinstance(op_flags[0], (list, tuple)):
            op_flags = [op_flags] * len(operands)
        if not op_flags:
            op_flags = [["writeonly", "allocate"] if one is None else ["readonly"] for one in operands]
        self._writes = [any(flag in ("readwrite", "writeonly") for flag in one) for one in op_flags]
        self._flags, self._results = flags, list(operands)
        self.has_multi_index, self.has_index = "multi_index" in flags, "c_index" in flags or "f_index" in flags
        self.nop = len(operands)
        given = [np.asarray(one) for one in operands if one is not None]
        if op_axes is not None and all(axes is None for axes in op_axes):
            raise ValueError("If op_axes is provided, at least one list of axes must be contained within it")
        if op_axes is not None:
            given = [_along(np.asarray(one), axes) for one, axes in zip(operands, op_axes) if one is not None]
        shapes = [one.shape for one in given]
        if itershape is not None:
            self._shape = tuple(length if length >= 0 else np.broadcast_shapes(*shapes)[axis]
                               for axis, length in enumerate(itershape))
        else:
            try:
                self._shape = np.broadcast_shapes(*shapes) if shapes else ()
            except ValueError:
                text = " ".join(map(_compact, shapes))
                raise ValueError(f"operands could not be broadcast together with shapes {text} ") from None
        self.ndim = len(self._shape)
        self.itersize = 1
        for length in self._shape:
            self.itersize *= length
        self._range = 0, self.itersize
        if self.itersize == 0 and "zerosize_ok" not in flags:
            raise ValueError("Iteration of zero-sized operands is not enabled")
        if "refs_ok" not in flags and any(one.dtype.hasobject for one in given):
            raise TypeError("Iterator operand or requested dtype holds references, but the NPY_ITER_REFS_OK flag was not "
                            "enabled")
        dtypes = op_dtypes if isinstance(op_dtypes, (list, tuple)) else [op_dtypes] * len(operands)
        if "common_dtype" in flags:
            dtypes = [np.result_type(*given)] * len(operands)
        arrays = []
        self._back = []
        for place, one in enumerate(operands):
            wanted = np.dtype(dtypes[place]) if dtypes[place] is not None else None
            if one is None:
                kind = wanted if wanted is not None else np.result_type(*given)
                made = np.empty(self._shape, dtype=kind)
                axes = op_axes[place] if op_axes else None
                if axes is not None:
                    lengths = {axis: self._shape[at] for at, axis in enumerate(axes) if axis >= 0}
                    made = np.zeros(tuple(lengths[axis] for axis in sorted(lengths)), dtype=kind)
                self._results[place] = made
                arrays.append(self._spread(_along(made, axes) if axes is not None else made, True))
                continue
            array = np.asarray(one)
            if self._writes[place] and not array.flags.writeable:
                raise ValueError("operand array with iterator write flag set is read-only")
            if wanted is not None and wanted != array.dtype:
                if "buffered" not in flags and not any("copy" == flag for flag in op_flags[place]):
                    raise TypeError("Iterator operand required copying or buffering, but neither copying nor buffering "
                                    "was enabled")
                if not np.can_cast(array.dtype, wanted, casting):
                    raise TypeError(f"Iterator operand {place} dtype could not be cast from {array.dtype!r} to "
                                    f"{wanted!r} according to the rule '{casting}'")
                buffer = array.astype(wanted)
                if self._writes[place] and not np.can_cast(wanted, array.dtype, casting):
                    raise TypeError(f"Iterator requested dtype could not be cast from {wanted!r} to {array.dtype!r}, the "
                                    f"operand {place} dtype, according to the rule '{casting}'")
                if self._writes[place]:
                    self._back.append((array, buffer))
                array = buffer
            self._results[place] = one if isinstance(one, np.ndarray) else array
            if op_axes is not None and op_axes[place] is not None:
                array = _along(array, op_axes[place])
            arrays.append(self._spread(array, self._writes[place]))
        self._arrays = arrays
        self.dtypes = tuple(array.dtype for array in arrays)
        self._axes = self._axis_order(order)
        self._backward = self._backward_axes() if order == "K" else []
        self.reset()

    def _spread(self, array, writes):
        if array.shape == self._shape:
            return array
        if not writes:
            return np.broadcast_to(array, self._shape)
        if "reduce_ok" not in self._flags:
            raise ValueError("non-broadcastable output operand with shape "
                             f"{_compact(array.shape)} doesn't match the broadcast shape {_compact(self._shape)}")
        from numpy.lib.stride_tricks import as_strided
        missing = len(self._shape) - array.ndim
        strides = (0,) * missing + tuple(0 if length == 1 and wide != 1 else step for length, wide, step in
                                         zip(array.shape, self._shape[missing:], array.strides))
        return as_strided(array, self._shape, strides)

    @property
    def shape(self):
        """The lengths that are walked: of the axes, where a multi-index is kept; else of what is left of them when those
        that lie one after the other in memory are walked as one, the fastest first."""
        if self.has_multi_index:
            return self._shape
        steps = [self._steps_of(array) for array in self._arrays]
        if self.has_index:
            walk, step = [0] * self.ndim, 1
            for axis in range(self.ndim)[::-1 if "c_index" in self._flags else 1]:
                walk[axis] = step if self._shape[axis] > 1 else 0
                step *= self._shape[axis]
            steps.append(walk)
        for axis in self._backward:
            steps = [one[:axis] + [-one[axis]] + one[axis + 1:] for one in steps]
        walked = []
        for axis in self._axes[::-1]:
            length, own = self._shape[axis], [one[axis] for one in steps]
            if length == 1 and self.ndim > 1:
                continue
            if walked and all(step == walked[-1][0] * last for step, last in zip(own, walked[-1][1])):
                walked[-1] = walked[-1][0] * length, walked[-1][1]
            else:
                walked.append((length, own))
        return tuple(length for length, _ in walked) if walked or not self.ndim else (1,)

    def _axis_order(self, order):
        axes = list(range(self.ndim))
        if order == "F" or (order == "A" and all(a.flags.f_contiguous for a in self._arrays)):
            return axes[::-1]
        return self._memory_order() if order == "K" else axes

    def _steps_of(self, array):
        return [step if length > 1 else 0 for step, length in zip(array.strides, self._shape)]

    def _memory_order(self):
        """The axes as memory has them, the fastest last; operands that disagree keep C's order."""
        steps = [self._steps_of(array) for array in self._arrays]
        fastest_first = list(range(self.ndim))[::-1]
        for start in range(1, self.ndim):
            axis, to = fastest_first[start], start
            for place in range(start - 1, -1, -1):
                other, faster = fastest_first[place], None
                for one in steps:
                    if one[axis] and one[other]:
                        if abs(one[other]) <= abs(one[axis]):
                            faster = False
                        elif faster is None:
                            faster = True
                if faster:
                    to = place
                elif faster is False:
                    break
            fastest_first.insert(to, fastest_first.pop(start))
        return fastest_first[::-1]

    def _backward_axes(self):
        """The axes that no operand walks forwards: those are walked from their end."""
        steps = [self._steps_of(array) for array in self._arrays]
        return [axis for axis in range(self.ndim)
                if all(one[axis] <= 0 for one in steps) and any(one[axis] < 0 for one in steps)]

    def reset(self):
        """Back to the start."""
        self.iterindex = 0
        lengths = [range(self._shape[axis])[::-1 if axis in self._backward else 1] for axis in self._axes]
        if "external_loop" in self._flags:
            self._steps = self._chunks()
        else:
            self._steps = itertools.islice(itertools.product(*lengths), *self._range)
            self.iterindex = self._range[0]
        self._advance()

    @property
    def iterrange(self):
        """The first position, and the one after the last: of all elements, or of a part in a ranged iteration."""
        return self._range

    @iterrange.setter
    def iterrange(self, bounds):
        if "ranged" not in self._flags:
            raise ValueError("Iterator was not constructed with the ranged flag specified")
        start, stop = bounds
        if not 0 <= start <= stop <= self.itersize:
            raise ValueError(f"Out-of-bounds range [{start}, {stop}) passed to ResetToIterIndexRange")
        self._range = start, stop
        self.reset()

    @property
    def has_delayed_bufalloc(self):
        """Whether buffers wait for a reset."""
        return "delay_bufalloc" in self._flags

    @property
    def iterationneedsapi(self):
        """Whether a step runs Python code: where elements are objects."""
        return any(array.dtype.hasobject for array in self._arrays)

    def _chunks(self):
        if self.itersize == 0:
            return
        turned = tuple([slice(None, None, -1 if axis in self._backward else None) for axis in range(self.ndim)])
        arrays = [a[turned].transpose(self._axes) for a in self._arrays]
        if "buffered" in self._flags or self.ndim <= 1:
            yield [a.reshape(-1) if not w else _flat_view(a) for a, w in zip(arrays, self._writes)]
            return
        # The longest run that is one stride for every operand.
        joined = self.ndim
        while joined > 0:
            joined -= 1
            views = [_flat_view(a[(0,) * joined]) for a in arrays]
            if any(view is None for view in views):
                joined += 1
                break
        for index in itertools.product(*[range(length) for length in arrays[0].shape[:joined]]):
            yield [_flat_view(a[index]) for a in arrays]

    def _advance(self):
        try:
            step = next(self._steps)
        except StopIteration:
            self.finished, self._now = True, None
            for array, buffer in self._back:
                array[...] = buffer
            return
        self.finished = False
        if "external_loop" in self._flags:
            self._now = tuple(step)
            return
        index = [0] * self.ndim
        for axis, at in zip(self._axes, step):
            index[axis] = at
        self._index = tuple(index)
        self._now = tuple(array[self._index + (Ellipsis,)] for array in self._arrays)
        for array, writes in zip(self._now, self._writes):
            if not writes and isinstance(array, np.ndarray):
                array.flags.writeable = False

    @property
    def multi_index(self):
        """The index of the current elements."""
        if not self.has_multi_index:
            raise ValueError("Iterator is not tracking a multi-index")
        if self.finished:
            raise ValueError("Iterator is past the end")
        return self._index

    @multi_index.setter
    def multi_index(self, index):
        self.reset()
        while self._index != tuple(index):
            self._advance()
            self.iterindex += 1

    @property
    def index(self):
        """The position of the current elements in C's or Fortran's order."""
        if not self.has_index:
            raise ValueError("Iterator does not have an index")
        position, lengths, at = 0, self._shape, self._index
        if "f_index" in self._flags:
            lengths, at = lengths[::-1], at[::-1]
        for length, one in zip(lengths, at):
            position = position * length + one
        return position

    @property
    def value(self):
        """The current elements."""
        if self.finished:
            raise ValueError("Iterator is past the end")
        return self._now[0] if self.nop == 1 else self._now

    @property
    def operands(self):
        """The arrays."""
        return tuple(self._results)

    @property
    def itviews(self):
        """The arrays as they are walked."""
        return tuple(array.transpose(self._axes) for array in self._arrays)

    def iternext(self):
        """Goes on; gives whether there are elements left."""
        self._advance()
        self.iterindex += 1
        return not self.finished

    def __getitem__(self, place):
        return self._now[place]

    def __setitem__(self, place, value):
        self._now[place][...] = value

    def __len__(self):
        return self.nop

    def __iter__(self):
        self._started = False
        return self

    def __next__(self):
        if getattr(self, "_started", False):
            self.iternext()
        self._started = True
        if self.finished:
            raise StopIteration
        return self.value

    def copy(self):
        """Another iterator at the same place."""
        import copy
        self._steps, other = itertools.tee(self._steps)
        made = copy.copy(self)
        made._steps = other
        return made

    def close(self):
        """Writes buffers back."""
        for array, buffer in self._back:
            array[...] = buffer

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def remove_axis(self, i):
        """Leaves an axis out of the iteration."""
        if not self.has_multi_index:
            raise ValueError("Iterator is not tracking a multi-index")
        self._arrays = [np.moveaxis(array, i, 0)[0] for array in self._arrays]
        self._shape = self._shape[:i] + self._shape[i + 1:]
        self.ndim -= 1
        self._axes = [axis - (axis > i) for axis in self._axes if axis != i]
        self.reset()

    def enable_external_loop(self):
        """From now on one-dimensional chunks."""
        self._flags += ("external_loop",)
        self.has_multi_index = False
        self.reset()

    def remove_multi_index(self):
        """From now on without a multi-index."""
        self.has_multi_index = False


def _along(array, axes):
    """An array with its axes where an iterator wants them; -1 stands for a new one."""
    if axes is None:
        return array
    used = [axis for axis in axes if axis is not None and axis >= 0]
    moved = array.transpose(used + [axis for axis in range(array.ndim) if axis not in used])
    index = tuple(None if axis is None or axis < 0 else slice(None) for axis in axes)
    return moved[index]


def _flat_view(array):
    """One dimension on the same memory, or None where one stride does not do."""
    if array.ndim == 1:
        return array
    if array.ndim == 0:
        return array.reshape(1)
    steps = [(length, step) for length, step in zip(array.shape, array.strides) if length != 1]
    for (_, outer), (length, inner) in zip(steps, steps[1:]):
        if outer != length * inner:
            return None
    from numpy.lib.stride_tricks import as_strided
    return as_strided(array, (array.size,), (steps[-1][1] if steps else array.itemsize,))


def nested_iters(op, axes, flags=None, op_flags=None, op_dtypes=None, order="K", casting="safe", buffersize=0):
    """Iterators over groups of axes, one inside the other."""
    operands = list(op) if isinstance(op, (tuple, list)) else [op]
    arrays = [np.asarray(one) for one in operands]
    made = []
    for group in axes:
        made.append(_Nested(arrays, list(group), tuple(flags or ()), op_flags, order, made[-1] if made else None))
    made[0]._place()
    return tuple(made)


class _Nested:
    def __init__(self, arrays, axes, flags, op_flags, order, outer):
        self._arrays, self._axes, self._flags, self._op_flags, self._order = arrays, axes, flags, op_flags, order
        self._outer, self._inner = outer, None
        if outer is not None:
            outer._inner = self

    def _fixed(self):
        fixed = {} if self._outer is None else dict(self._outer._fixed())
        if self._outer is not None:
            fixed.update(zip(self._outer._axes, self._outer._walk._index))
        return fixed

    def _place(self):
        fixed = self._fixed()
        views = []
        for array in self._arrays:
            view = array[tuple(fixed.get(axis, slice(None)) for axis in range(array.ndim))]
            left = [axis for axis in range(array.ndim) if axis not in fixed]
            order = [left.index(axis) for axis in self._axes]
            view = view.transpose(order + [at for at in range(len(left)) if at not in order])
            views.append(view[(Ellipsis,) + (0,) * (len(left) - len(order))] if len(left) > len(order) else view)
        self._walk = nditer(views if len(views) > 1 else views[0], self._flags, self._op_flags, order=self._order)
        if self._inner is not None:
            self._inner._place()

    def __iter__(self):
        self._walk.reset()
        while not self._walk.finished:
            if self._inner is not None:
                self._inner._place()
            yield self._walk.value
            self._walk.iternext()

    def __getattr__(self, name):
        return getattr(self._walk, name)
