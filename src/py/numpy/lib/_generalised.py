"""Generalised ufuncs along chosen axes: their arguments `axes`, `axis` and `keepdims`."""

from numpy import _engine as np
from numpy.lib.array_utils import normalize_axis_index


def _core(part):
    """The core dimensions of operands, as lists of names: `(n?,k),(k,m?)`."""
    return [[name for name in group.split(",") if name] for group in part.strip("()").split("),(")]


def _checked(ufunc, axes, core):
    """The axes of each operand as tuples; those of outputs without core dimensions may be left out."""
    if not isinstance(axes, list):
        raise TypeError("axes should be a list.")
    if len(axes) != len(core) and (len(axes) != ufunc.nin or any(core[ufunc.nin:])):
        raise ValueError(f"axes should be a list with an entry for all {len(core)} inputs and outputs; entries for outputs can "
                         "only be omitted if none of them has core axes.")
    return axes + [()] * (len(core) - len(axes))


def _places(ufunc, place, entry, needed, ndim):
    """The axes of one operand that its core dimensions are."""
    if not isinstance(entry, tuple):
        if needed != 1:
            raise np.AxisError(f"{ufunc.__name__}: operand {place} has {needed} core dimensions, but the axes item is a single "
                               "integer.")
        entry = entry,
    if len(entry) != needed:
        raise np.AxisError(f"{ufunc.__name__}: operand {place} has {needed} core dimensions, but {len(entry)} dimensions are "
                           "specified by axes tuple.")
    found = []
    for axis in entry:
        axis = normalize_axis_index(axis, ndim)
        if axis in found:
            raise ValueError(f"axes item {place} has value {axis} repeated")
        found.append(axis)
    return found


def call(ufunc, *args, **kwargs):
    """A call of a generalised ufunc whose core dimensions lie along axes of the caller's choice."""
    axes, axis, keepdims = (kwargs.pop(name, None) for name in ("axes", "axis", "keepdims"))
    before, after = ufunc.signature.split("->")
    core = _core(before) + _core(after)
    if axes is not None and axis is not None:
        raise TypeError("cannot specify both 'axis' and 'axes'")
    if keepdims is not None and not isinstance(keepdims, bool):
        raise TypeError("'keepdims' must be a boolean")
    names = {name for group in core for name in group}
    if axis is not None:
        if len(names) != 1:
            raise TypeError(f"{ufunc.__name__}: axis can only be used with a single shared core dimension, not with the "
                            f"{len(names)} distinct ones implied by signature {ufunc.signature}.")
        axis = axis.__index__() if hasattr(axis, "__index__") else _no_index(axis)
    if keepdims is not None:
        _check_keepdims(ufunc, core)
    inputs, outputs = [np.asanyarray(one) for one in args[:ufunc.nin]], list(args[ufunc.nin:])
    # An operand of too few axes has no optional dimensions.
    for place, one in enumerate(inputs):
        if one.ndim < len(core[place]):
            gone = {name for name in core[place] if name.endswith("?")}
            core = [[name for name in group if name not in gone] for group in core]
    if axes is not None:
        axes = _checked(ufunc, axes, core)
    else:
        axes = [tuple([axis if axis is not None else at - len(group) for at in range(len(group))]) for group in core]
    moved = []
    for place, one in enumerate(inputs):
        found = _places(ufunc, place, axes[place], len(core[place]), one.ndim)
        moved.append(np.moveaxis(one, found, range(-len(found), 0)) if found else one)
    loop = max([one.ndim - len(group) for one, group in zip(inputs, core)])
    group, entry = core[-1], axes[-1]
    if keepdims:
        entry = axes[0]
        group = core[0]
    places = _places(ufunc, ufunc.nin, entry, len(group), loop + len(group)) if group else []
    out = kwargs.pop("out", None)
    out = out[0] if isinstance(out, tuple) else out if out is not None else outputs[0] if outputs else None
    if out is None:
        made = ufunc(*moved, **kwargs)
        if keepdims:
            return np.expand_dims(made, tuple(places))
        return np.moveaxis(made, range(-len(places), 0), places) if places and np.asarray(made).ndim else made
    target = np.squeeze(out, tuple(places)) if keepdims else \
        np.moveaxis(out, places, range(-len(places), 0)) if places else out
    ufunc(*moved, out=target, **kwargs)
    return out


def _no_index(axis):
    raise TypeError(f"'{type(axis).__name__}' object cannot be interpreted as an integer")


def _check_keepdims(ufunc, core):
    rest = "core dimensions, but keepdims can only be used when all inputs have the same number of core dimensions and all " \
           "outputs have no core dimensions."
    for place, group in enumerate(core):
        is_input = place < ufunc.nin
        if len(group) != (len(core[0]) if is_input else 0):
            what = f"input {place}" if is_input else f"output {place - ufunc.nin}"
            raise TypeError(f"{ufunc.__name__} does not support keepdims: its signature {ufunc.signature} requires {what} to "
                            f"have {len(group)} {rest}")
