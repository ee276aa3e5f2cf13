"""What `nditer` settles before it walks: flags, the operands' axes beside the iteration's, dtypes, the order of axes.

Functions of operands and lists of axes; nothing here stands anywhere in an iteration. An operand's axes are a list with,
for each axis of the iteration, the operand's own axis or -1 where it has none.
"""

from numpy import _engine as np

_PER_OPERAND = {
    "aligned", "allocate", "arraymask", "contig", "copy", "nbo", "no_broadcast", "no_subtype",
    "overlap_assume_elementwise", "readonly", "readwrite", "updateifcopy", "virtual", "writemasked", "writeonly",
}


def global_flags(flags, known):
    """The iterator's flags as a set."""
    flags = tuple(flags or ())
    for flag in flags:
        if flag not in known:
            raise ValueError(f'Unexpected iterator global flag "{flag}"')
    if "c_index" in flags and "f_index" in flags:
        raise ValueError("Iterator flags C_INDEX and F_INDEX cannot both be specified")
    return frozenset(flags)


def operand_flags(op_flags, operands):
    """The flags of each operand as a set: given for each, or for all alike."""
    if op_flags is None:
        return [{"writeonly", "allocate"} if one is None else {"readonly"} for one in operands]
    rows = list(op_flags) if isinstance(op_flags, (tuple, list)) else None
    if rows is None or not all(isinstance(row, str) for row in rows) and (
            len(rows) != len(operands) or not all(isinstance(row, (tuple, list)) for row in rows)):
        raise ValueError("op_flags must be a tuple or array of per-op flag-tuples")
    if all(isinstance(row, str) for row in rows):
        rows = [rows] * len(operands)
    for row in rows:
        for flag in row:
            if flag not in _PER_OPERAND:
                raise ValueError(f'Unexpected per-op iterator flag "{flag}"')
        ways = sum(flag in ("readonly", "readwrite", "writeonly") for flag in set(row))
        if ways == 0:
            raise ValueError("None of the iterator flags READWRITE, READONLY, or WRITEONLY were specified for an operand")
        if ways > 1:
            raise ValueError("Only one of the iterator flags READWRITE, READONLY, and WRITEONLY may be specified for an "
                             "operand")
    rows = [set(row) for row in rows]
    _check_masks(rows)
    return rows


def _check_masks(rows):
    masks = sum("arraymask" in row for row in rows)
    masked = any("writemasked" in row for row in rows)
    for row in rows:
        if "writemasked" in row and "readonly" in row:
            raise ValueError("The iterator flag WRITEMASKED may only be used with READWRITE or WRITEONLY")
        if "writemasked" in row and "arraymask" in row:
            raise ValueError("The iterator flag WRITEMASKED may not be used together with ARRAYMASK")
    if masks > 1:
        raise ValueError("Only one iterator operand may receive an ARRAYMASK flag")
    if masked and not masks:
        raise ValueError("An iterator operand was flagged as WRITEMASKED, but no ARRAYMASK operand was given to supply "
                         "the mask")
    if masks and not masked:
        raise ValueError("An iterator operand was flagged as the ARRAYMASK, but no WRITEMASKED operands were given to use "
                         "the mask")


def operand_arrays(operands, op_flags, writes, buffers_now):
    """The operands as arrays; None for those that are to be made."""
    arrays = []
    for one, flags, writing in zip(operands, op_flags, writes):
        if one is None:
            if "allocate" not in flags:
                raise ValueError("Iterator operand was NULL, but the ALLOCATE flag was not specified")
            if not writing:
                raise ValueError("Automatic allocation was requested for an iterator operand, but it wasn't flagged for "
                                 "writing")
            if buffers_now and "readwrite" in flags:
                raise ValueError("Automatic allocation was requested for an iterator operand, and it was flagged as "
                                 "readable, but buffering  without delayed allocation was enabled")
        elif writing and not isinstance(one, np.ndarray):
            raise TypeError("Iterator operand is flagged as writeable, but is an object which cannot be written back to "
                            "via WRITEBACKIFCOPY")
        elif writing and not one.flags.writeable:
            raise ValueError("operand array with iterator write flag set is read-only")
        arrays.append(one if one is None or isinstance(one, np.ndarray) else np.asarray(one))
    return arrays


def operand_axes(arrays, op_axes, itershape):
    """For each operand its axes, and how many axes the iteration has."""
    if op_axes is not None:
        rows = [None if row is None else [-1 if axis is None else axis for axis in row] for row in op_axes]
        if all(row is None for row in rows):
            raise ValueError("If op_axes is provided, at least one list of axes must be contained within it")
        counts = {len(row) for row in rows if row is not None}
        if len(counts) > 1:
            raise ValueError("Each entry of op_axes must have the same size")
        ndim = counts.pop()
        if itershape is not None and len(itershape) != ndim:
            raise ValueError("'op_axes' and 'itershape' must have the same number of entries equal to the iterator ndim")
    else:
        rows = [None] * len(arrays)
        ndim = max((one.ndim for one in arrays if one is not None), default=0) if itershape is None else len(itershape)
    axes = []
    for place, (one, row) in enumerate(zip(arrays, rows)):
        if row is None:
            own = ndim if one is None else one.ndim
            if own > ndim:
                raise ValueError("input operand has more dimensions than allowed by the axis remapping")
            row = [-1] * (ndim - own) + list(range(own))
        taken = [axis for axis in row if axis >= 0]
        for axis in taken:
            if taken.count(axis) > 1:
                raise ValueError(f"The 'op_axes' provided to the iterator constructor for operand {place} contained "
                                 f"duplicate value {axis}")
        for at, axis in enumerate(row):
            if one is not None and axis >= one.ndim:
                raise ValueError(f"Iterator input op_axes[{place}][{ndim - 1 - at}] (=={axis}) is not a valid axis of op[{place}], "
                                 f"which has {one.ndim} dimensions ")
        axes.append(row)
    return axes, ndim


def _compact(shape):
    return str(tuple(shape)).replace(" ", "")


def _mismatch(arrays, axes, op_axes, itershape):
    """The error for operands that cannot be walked over together."""
    if op_axes is None and itershape is None:
        shapes = " ".join(_compact(one.shape) for one in arrays if one is not None)
        return ValueError(f"operands could not be broadcast together with shapes {shapes} ")
    parts = []
    for place, (one, row) in enumerate(zip(arrays, axes)):
        if one is None:
            continue
        text = _compact(one.shape)
        if op_axes is not None and op_axes[place] is not None:
            lengths = ["newaxis" if axis < 0 else str(one.shape[axis]) for axis in row]
            text += f"->({','.join(lengths)}{',' if len(lengths) == 1 else ''})"
        parts.append(text + " ")
    asked = "" if itershape is None else f" and requested shape {_compact(itershape)}"
    return ValueError("operands could not be broadcast together with remapped shapes [original->remapped]: "
                      f"{''.join(parts)}{asked}")


def iteration_shape(arrays, axes, ndim, op_axes, itershape):
    """The lengths of the iteration's axes: those asked for, or those that broadcasting gives."""
    lengths = [1] * ndim if itershape is None else [1 if length < 0 else length for length in itershape]
    for one, row in zip(arrays, axes):
        if one is None:
            continue
        for axis, own in enumerate(row):
            length = 1 if own < 0 else one.shape[own]
            if length != 1 and lengths[axis] not in (1, length):
                raise _mismatch(arrays, axes, op_axes, itershape)
            if length != 1:
                lengths[axis] = length
    if itershape is not None and any(asked >= 0 and asked != length for asked, length in zip(itershape, lengths)):
        raise _mismatch(arrays, axes, op_axes, itershape)
    return lengths


def check_broadcasts(arrays, axes, shape, op_flags, writes, reduce_ok, op_axes):
    """Refuses operands that are stretched and may not be: those written to, unless a reduction is wanted."""
    for place, (one, row, flags) in enumerate(zip(arrays, axes, op_flags)):
        stretched = [axis for axis, own in enumerate(row) if shape[axis] != 1 and
                     (own < 0 or one is not None and one.shape[own] == 1)]
        if one is None and op_axes is None:
            continue
        fewer = one is not None and op_axes is None and one.ndim < len(shape)
        if "no_broadcast" in flags and (stretched or fewer):
            which = "output operand" if writes[place] else "operand"
            raise ValueError(f"non-broadcastable {which} with shape {_compact(one.shape)} doesn't match the broadcast "
                             f"shape {_compact(shape)}")
        if not stretched or not writes[place]:
            continue
        if not reduce_ok:
            by_axes = op_axes is not None and op_axes[place] is not None
            axis = stretched[-1]
            shown = row[axis] if by_axes else len(shape) - 1 - axis
            raise ValueError(f"output operand requires a reduction along dimension {shown}, but the reduction is not "
                             "enabled. The dimension size of 1 does not match the expected output shape.")
        if "writeonly" in flags:
            raise ValueError("output operand requires a reduction, but is flagged as write-only, not read-write")


def operand_dtypes(arrays, op_dtypes, op_flags, common):
    """The dtype asked for of each operand; None where its own will do."""
    wanted = [None] * len(arrays)
    if isinstance(op_dtypes, (tuple, list)) and len(op_dtypes) == len(arrays):
        try:
            wanted = [None if kind is None else np.dtype(kind) for kind in op_dtypes]
        except TypeError:
            wanted = [np.dtype(op_dtypes)] * len(arrays)
    elif op_dtypes is not None:
        wanted = [np.dtype(op_dtypes)] * len(arrays)
    for place, (one, flags) in enumerate(zip(arrays, op_flags)):
        if wanted[place] is None and one is not None and "nbo" in flags:
            wanted[place] = one.dtype.newbyteorder("=")
    if common:
        return [_common([one for one in arrays if one is not None])] * len(arrays)
    for place, one in enumerate(arrays):
        if one is None and wanted[place] is None:
            reads = [other for other, flags in zip(arrays, op_flags) if other is not None and "writeonly" not in flags]
            wanted[place] = _common(reads)
    return wanted


def _common(arrays):
    if not arrays:
        raise TypeError("no arrays or types available to calculate result type")
    kinds = [one.dtype for one in arrays]
    return kinds[0] if len(kinds) == 1 else np.result_type(*kinds)


def check_casts(arrays, wanted, op_flags, writes, casting):
    """Refuses operands whose elements cannot become what is asked for, or not come back."""
    for place, (one, kind, flags) in enumerate(zip(arrays, wanted, op_flags)):
        if one is None or kind is None or kind == one.dtype:
            continue
        if "writeonly" not in flags and not np.can_cast(one.dtype, kind, casting):
            raise TypeError(f"Iterator operand {place} dtype could not be cast from {one.dtype!r} to {kind!r} according "
                            f"to the rule '{casting}'")
        if writes[place] and not np.can_cast(kind, one.dtype, casting):
            raise TypeError(f"Iterator requested dtype could not be cast from {kind!r} to {one.dtype!r}, the operand "
                            f"{place} dtype, according to the rule '{casting}'")


def steps(array, axes, shape):
    """The bytes from element to element along each axis of the iteration; 0 where the operand is stretched."""
    return [array.strides[own] if own >= 0 and array.shape[own] > 1 else 0 for own in axes]


def axis_order(order, strides, ndim, arrays):
    """The axes of the iteration, the slowest first."""
    axes = list(range(ndim))
    if order == "F" or order == "A" and all(one.flags.f_contiguous for one in arrays):
        return axes[::-1]
    return _memory_order(strides, ndim) if order == "K" else axes


def _memory_order(strides, ndim):
    """The axes as memory has them, the fastest last; operands that disagree keep C's order."""
    fastest_first = list(range(ndim))[::-1]
    for start in range(1, ndim):
        axis, to = fastest_first[start], start
        for place in range(start - 1, -1, -1):
            other, faster = fastest_first[place], None
            for one in strides:
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


def backward_axes(strides, ndim):
    """The axes that no operand walks forwards: those are walked from their end."""
    return [axis for axis in range(ndim)
            if all(one[axis] <= 0 for one in strides) and any(one[axis] < 0 for one in strides)]


def allocated(place, axes, shape, perm, dtype, op_axes, models):
    """A new operand that lies in memory as the iteration walks; of the class of highest priority among `models`."""
    count = sum(axis >= 0 for axis in axes)
    for axis in axes:
        if axis >= count:
            raise ValueError("automatically allocated output array specified with an inconsistent axis mapping; the axis "
                             f"mapping cannot include dimension {axis} which is too large for the iterator dimension of "
                             f"{len(shape)}.")
    walked = [axis for axis in perm if axes[axis] >= 0]
    made = np.empty([shape[axis] for axis in walked], dtype)
    own = [axes[axis] for axis in walked]
    made = made.transpose([own.index(axis) for axis in range(count)] + list(range(count, made.ndim)))
    derived = [one for one in models or () if isinstance(one, np.ndarray) and type(one) is not np.ndarray]
    if derived:
        made = np._like(made, max(derived, key=lambda one: one.__array_priority__))
    return made


def overlapping(arrays, writes, op_flags):
    """The operands to copy so that none that is written to shares memory with another."""
    copied = []
    for place, one in enumerate(arrays):
        for other, another in enumerate(arrays):
            if not writes[place] or other == place or other in copied:
                continue
            alike = (one.strides == another.strides and one.shape == another.shape and one.dtype == another.dtype and
                     one.__array_interface__["data"] == another.__array_interface__["data"])
            elementwise = all("overlap_assume_elementwise" in op_flags[at] for at in (place, other))
            if not (alike and elementwise) and np._shares_memory(one, another, -1):
                copied.append(place)
                break
    return copied


def laid(array, axes, shape, perm, turned, writes, blocks):
    """A view of an operand with the iteration's axes in the order they are walked."""
    from numpy.lib.stride_tricks import as_strided
    array = np.asarray(array)
    index = [slice(None)] * array.ndim
    for axis, own in enumerate(axes):
        if own >= 0 and axis in turned:
            index[own] = slice(None, None, -1)
    array = array[(*index, Ellipsis)]
    # The axes of blocks come last.
    rest = range(array.ndim - blocks, array.ndim)
    strides = steps(array, axes, shape)
    lengths = [shape[axis] for axis in perm] + [array.shape[axis] for axis in rest]
    moves = [strides[axis] for axis in perm] + [array.strides[axis] for axis in rest]
    view = array[...]
    if list(array.shape) != lengths or list(array.strides) != moves:
        view = as_strided(array, lengths, moves)
    if not writes:
        view.flags.writeable = False
    return view


def index_steps(shape, perm, turned, flags):
    """What a flat index grows by along each axis, in the order they are walked; None where none is tracked."""
    if flags.isdisjoint(("c_index", "f_index")):
        return None
    grows, step = [0] * len(shape), 1
    for axis in range(len(shape)) if "f_index" in flags else range(len(shape))[::-1]:
        grows[axis], step = -step if axis in turned else step, step * shape[axis]
    return [grows[axis] for axis in perm]


def joined(lengths, views, index):
    """Neighbouring axes as one, where it is one stride for every operand: lengths, and views of so many axes."""
    from numpy.lib.stride_tricks import as_strided
    ndim = len(lengths)
    columns = [list(view.strides[:ndim]) for view in views] + ([index] if index is not None else [])
    kept, steps_of = [], [[] for _ in columns]
    for axis in range(ndim):
        length, here = lengths[axis], [column[axis] for column in columns]
        if length == 1 and ndim > 1:
            continue
        if kept and all(before[-1] == length * step for before, step in zip(steps_of, here)):
            kept[-1] *= length
            for before, step in zip(steps_of, here):
                before[-1] = step
            continue
        kept.append(length)
        for before, step in zip(steps_of, here):
            before.append(step)
    if kept == list(lengths):
        return kept, views
    if not kept:
        kept = [1]
        for before in steps_of:
            before.append(0)
    made = []
    for view, own in zip(views, steps_of):
        one = as_strided(view, kept + list(view.shape[ndim:]), own + list(view.strides[ndim:]))
        if not view.flags.writeable:
            one.flags.writeable = False
        made.append(one)
    return kept, made


def in_one_axis(view, ndim, writes):
    """A walked view as one axis: a view where that is one stride, a copy where not; None where a reduction forbids one."""
    if ndim == 1:
        return view
    if writes and any(step == 0 and length > 1 for step, length in zip(view.strides, view.shape)):
        return None
    return view.reshape(-1, *view.shape[ndim:])


def place(position, lengths):
    """The index of a position in C's order."""
    index = []
    for length in reversed(lengths):
        position, at = divmod(position, length) if length else (0, 0)
        index.append(at)
    return tuple(index[::-1])
