"""Functions that call other functions: over axes, elements, conditions; and contexts for settings."""

import contextlib

from numpy import _engine as np


def ndim(a):
    """The number of axes of `a`."""
    return np.asarray(a).ndim


def shape(a):
    """The lengths of the axes of `a`."""
    return np.asarray(a).shape


def size(a, axis=None):
    """The number of elements of `a`, or its length along axes."""
    a = np.asarray(a)
    if axis is None:
        return a.size
    axes = axis if isinstance(axis, tuple) else (axis,)
    count = 1
    for one in axes:
        if not -a.ndim <= one < a.ndim:
            raise np.AxisError(f"axis {one} is out of bounds for array of dimension {a.ndim}")
        count *= a.shape[one]
    return count


def isscalar(element):
    """Whether `element` is a scalar: a number, a string or a NumPy scalar."""
    import numbers
    return isinstance(element, (np.generic, str, bytes, numbers.Number))


def iterable(y):
    """Whether `iter(y)` works."""
    try:
        iter(y)
    except TypeError:
        return False
    return True


def iscomplexobj(x):
    """Whether `x` has a complex dtype."""
    try:
        kind = x.dtype.type
    except AttributeError:
        kind = np.asarray(x).dtype.type
    return issubclass(kind, np.complexfloating)


def isrealobj(x):
    """Whether `x` has no complex dtype."""
    return not iscomplexobj(x)


def array_equal(a1, a2, equal_nan=False):
    """Whether two arrays have one shape and equal elements."""
    try:
        a1, a2 = np.asarray(a1), np.asarray(a2)
    except Exception:
        return False
    if a1.shape != a2.shape:
        return False
    same = a1 == a2
    exact = "biu"
    if equal_nan and not (a1.dtype.kind in exact and a2.dtype.kind in exact):
        same = same | (np.isnan(a1) & np.isnan(a2))
    return bool(np.all(same))


def array_equiv(a1, a2):
    """Whether two arrays are equal once one is broadcast to the other."""
    try:
        a1, a2 = np.asarray(a1), np.asarray(a2)
        np.broadcast_shapes(a1.shape, a2.shape)
    except Exception:
        return False
    return bool(np.all(a1 == a2))


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    """`repr(arr)` under other print options."""
    with _other_options(max_line_width, precision, suppress_small):
        return np.ndarray.__repr__(arr)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    """`str(a)` under other print options."""
    with _other_options(max_line_width, precision, suppress_small):
        return np.ndarray.__str__(a)


def _other_options(width, precision, suppress):
    now = np.get_printoptions()
    return printoptions(linewidth=width, precision=precision, suppress=suppress, formatter=now["formatter"],
                        override_repr=now["override_repr"])


@contextlib.contextmanager
def printoptions(*args, **kwargs):
    """Print options for the length of a `with` block."""
    before = np.get_printoptions()
    np.set_printoptions(*args, **kwargs)
    try:
        yield np.get_printoptions()
    finally:
        np.set_printoptions(**before)


# The size of the ufuncs' buffer, which `errstate` restores as well.
_bufsize = [8192]


class errstate(contextlib.ContextDecorator):
    """What happens on floating-point events, for the length of a `with` block.

    Keywords: all, divide, over, under, invalid, each one of 'ignore', 'warn', 'raise', 'call', 'print', 'log';
    and call, a function or log object.
    """

    __module__ = "numpy"

    def __init__(self, *, call=None, all=None, divide=None, over=None, under=None, invalid=None):
        self._call = call
        self._modes = {"all": all, "divide": divide, "over": over, "under": under, "invalid": invalid}
        self._entered = False

    def _recreate_cm(self):
        # As a decorator it is a context of its own for each call.
        return errstate(call=self._call, **self._modes)

    def __enter__(self):
        if self._entered:
            raise TypeError("Cannot enter `np.errstate` twice.")
        self._entered = True
        self._before = np.seterr(**self._modes)
        self._bufsize = _bufsize[0]
        if self._call is not None:
            self._called_before = np.seterrcall(self._call)

    def __exit__(self, *exc_info):
        np.seterr(**self._before)
        if _bufsize[0] != self._bufsize:
            _bufsize[0] = self._bufsize
        if self._call is not None:
            np.seterrcall(self._called_before)


_NOT_GIVEN = object()


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    """What `function` gives for the index arrays of a shape."""
    if like is not None:
        return np._made_like(like, "fromfunction", (function, shape), {"dtype": dtype, **kwargs})
    return function(*np.indices(shape, dtype=dtype), **kwargs)


def fromiter(iter, dtype=_NOT_GIVEN, count=-1, *, like=None):
    """A one-dimensional array of an iterable's first `count` items, or of all."""
    if dtype is _NOT_GIVEN:
        raise TypeError("fromiter() missing required argument 'dtype' (pos 2)")
    if like is not None:
        return np._made_like(like, "fromiter", (iter, dtype), {"count": count})
    dtype = np.dtype(dtype)
    if dtype.kind in "SUV" and dtype.itemsize == 0 and dtype.names is None:
        raise ValueError("Must specify length when using variable-size data-type.")
    items = []
    for item in iter:
        if len(items) == count:
            break
        items.append(item)
    if len(items) < count:
        np.array(items, dtype=dtype)
        raise ValueError("iterator too short: Expected {} but iterator had only {} items.".format(count, len(items)))
    return np.array(items, dtype=dtype)


def require(a, dtype=None, requirements=None, *, like=None):
    """`a` as an array that has the required flags: 'C', 'F', 'A', 'W', 'O'."""
    if like is not None:
        return np._made_like(like, "require", (a,), {"dtype": dtype, "requirements": requirements})
    if not requirements:
        return np.asanyarray(a, dtype=dtype)
    wanted = {_REQUIREMENTS[flag.upper()] for flag in requirements}
    if {"C", "F"} <= wanted:
        raise ValueError('Cannot specify both "C" and "F" order')
    order = "F" if "F" in wanted else "C" if "C" in wanted else "A"
    made = np.array(a, dtype=dtype, order=order, copy=None, subok="E" not in wanted)
    if any(not made.flags[flag] for flag in wanted - {"C", "F", "E"}):
        made = made.copy(order)
    return made


_REQUIREMENTS = {"C": "C", "C_CONTIGUOUS": "C", "CONTIGUOUS": "C", "F": "F", "F_CONTIGUOUS": "F", "FORTRAN": "F",
                 "A": "A", "ALIGNED": "A", "W": "W", "WRITEABLE": "W", "O": "O", "OWNDATA": "O", "E": "E",
                 "ENSUREARRAY": "E"}


def asarray_chkfinite(a, dtype=None, order=None):
    """`numpy.asarray`, refusing infinities and NaN."""
    a = np.asarray(a, dtype=dtype, order=order)
    if a.dtype.kind in "fc" and not np.isfinite(a).all():
        raise ValueError("array must not contain infs or NaNs")
    return a


def trim_zeros(filt, trim="fb", axis=None):
    """Without the zeros at the front and the back, along an axis or all of them."""
    array = np.asarray(filt)
    wanted = trim.lower()
    if wanted not in ("fb", "bf", "f", "b"):
        raise ValueError(f"unexpected character(s) in `trim`: {trim!r}")
    if axis is None:
        axes = tuple(range(array.ndim))
    else:
        from numpy.lib.array_utils import normalize_axis_tuple
        axes = normalize_axis_tuple(axis, array.ndim, argname="axis")
    if not axes:
        return filt
    places = np.nonzero(array != 0 if array.dtype.kind == "O" else array)
    cuts = [slice(None)] * array.ndim
    for one in axes:
        along = places[one]
        if along.size == 0:
            cuts[one] = slice(0, 0)
            continue
        first = int(along.min()) if "f" in wanted else None
        last = int(along.max()) + 1 if "b" in wanted else None
        cuts[one] = slice(first, last)
    return filt[cuts[0]] if len(cuts) == 1 else array[tuple(cuts)]


class ndindex:
    """Every index of a shape, the last axis fastest."""

    __module__ = "numpy"

    def __init__(self, *shape):
        if len(shape) == 1 and isinstance(shape[0], tuple):
            shape = shape[0]
        if any(length < 0 for length in shape):
            raise ValueError("negative dimensions are not allowed")
        import itertools
        self._indices = itertools.product(*(range(length) for length in shape))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._indices)


class ndenumerate:
    """Pairs of index and element, the last axis fastest."""

    __module__ = "numpy"

    def __init__(self, arr):
        arr = np.asarray(arr)
        self._pairs = zip(ndindex(arr.shape), arr.flat)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._pairs)


def _stack_at(results, lead, axis, inner_ndim):
    """Results of all index tuples `lead`, their own axes put at `axis`."""
    first = np.asarray(results[0])
    whole = np.stack([np.asarray(result) for result in results]).reshape(lead + first.shape)
    for offset in range(first.ndim):
        whole = np.moveaxis(whole, len(lead) + offset, axis + offset)
    return whole


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """`func1d` of every slice along an axis."""
    arr = np.asanyarray(arr)
    if not -arr.ndim <= axis < arr.ndim:
        raise np.AxisError(f"axis {axis} is out of bounds for array of dimension {arr.ndim}")
    axis %= arr.ndim
    slices = np.moveaxis(arr, axis, -1)
    lead = slices.shape[:-1]
    made = first = None
    for index in ndindex(lead):
        result = np.asanyarray(func1d(slices[index + (Ellipsis,)], *args, **kwargs))
        if made is None:
            first, made = result, np.zeros(lead + result.shape, result.dtype)
        made[index + (Ellipsis,)] = result
    if made is None:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    # The results' own axes take the place of the axis.
    places, own = list(range(made.ndim)), made.ndim - first.ndim
    made = made.transpose(places[:axis] + places[own:] + places[axis:own])
    return np._like(made, first if type(first) is not np.ndarray else arr)


def apply_over_axes(func, a, axes):
    """`func` along several axes in turn, the number of axes kept."""
    value = np.asarray(a)
    ndim = value.ndim
    for axis in [axes] if np.asarray(axes).ndim == 0 else axes:
        axis = ndim + axis if axis < 0 else axis
        result = func(value, axis)
        if np.asarray(result).ndim != ndim:
            result = np.expand_dims(result, axis)
            if result.ndim != ndim:
                raise ValueError("function is not returning an array of the correct shape")
        value = result
    return value


def select(condlist, choicelist, default=0):
    """For each element the choice whose condition is the first to hold."""
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if len(condlist) == 0:
        raise ValueError("select with an empty condition list is not possible")
    from numpy._more import copyto
    choices = [choice if type(choice) in (int, float, complex) else np.asarray(choice) for choice in choicelist]
    choices.append(default if type(default) in (int, float, complex) else np.asarray(default))
    try:
        dtype = np.result_type(*choices)
    except TypeError as error:
        raise TypeError(f"Choicelist and default value do not have a common dtype: {error}") from None
    conditions = np.broadcast_arrays(*condlist)
    choices = np.broadcast_arrays(*choices)
    for place, condition in enumerate(conditions):
        if condition.dtype != bool:
            raise TypeError(f"invalid entry {place} in condlist: should be boolean ndarray")
    shape = conditions[0].shape if choices[0].ndim == 0 else \
        np.broadcast_arrays(conditions[0], choices[0])[0].shape
    result = np.full(shape, choices[-1], dtype)
    for condition, choice in zip(conditions[::-1], choices[-2::-1]):
        copyto(result, choice, where=condition)
    return result


def piecewise(x, condlist, funclist, *args, **kw):
    """A function given by pieces, each where its condition holds."""
    x = np.asanyarray(x)
    if isinstance(condlist, np.ndarray) and condlist.ndim == x.ndim or not isinstance(condlist, (list, tuple)) \
            or condlist and np.asarray(condlist[0]).ndim == 0 and x.ndim != 0:
        condlist = [condlist]
    conditions = [np.asarray(condition, dtype=bool) for condition in condlist]
    pieces = list(funclist)
    if len(pieces) == len(conditions) + 1:
        rest = ~np.any(np.stack(conditions), axis=0)
        conditions.append(rest)
    elif len(pieces) != len(conditions):
        raise ValueError(f"with {len(conditions)} condition(s), either {len(conditions)} or "
                         f"{len(conditions) + 1} functions are expected")
    y = np.zeros_like(x)
    for condition, piece in zip(conditions, pieces):
        if not callable(piece):
            y[condition] = piece
        else:
            values = x[condition]
            if values.size > 0:
                y[condition] = piece(values, *args, **kw)
    return y


class vectorize:
    """A function of scalars, called on every element of broadcast arrays. A convenience, not for speed."""

    __module__ = "numpy"

    def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if pyfunc is not None and not callable(pyfunc):
            raise TypeError("When used as a decorator, only accepts keyword arguments.")
        self.signature = signature
        self._core = None if signature is None else _signature(signature)
        self.pyfunc = pyfunc
        self.excluded = set(excluded or ())
        self.otypes = None if otypes is None else _otypes(otypes)
        self.cache = cache
        self.__doc__ = doc if doc is not None else getattr(pyfunc, "__doc__", None)
        self.__name__ = getattr(pyfunc, "__name__", "vectorize")

    def __call__(self, *args, **kwargs):
        if self.pyfunc is None:
            return vectorize(args[0], otypes=self.otypes, excluded=self.excluded, signature=self.signature)
        if self._core is not None:
            return self._by_core(args, kwargs)
        if not args and not kwargs:
            return self.pyfunc()
        names = [name for name in kwargs if name not in self.excluded]
        places = [place for place in range(len(args)) if place not in self.excluded]
        # The function sees Python's own objects, not NumPy's scalars.
        given = [np.asarray(args[place]) for place in places] + [np.asarray(kwargs[name]) for name in names]
        arrays = np.broadcast_arrays(*[np.asarray(array, dtype=object) for array in given])
        shape = arrays[0].shape if arrays else ()
        if arrays and arrays[0].size == 0 and self.otypes is None:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        positional, named, results = list(args), dict(kwargs), []

        def called(elements):
            for place, element in zip(places, elements):
                positional[place] = element
            for name, element in zip(names, elements[len(places):]):
                named[name] = element
            return self.pyfunc(*positional, **named)

        rest, otypes = zip(*(array.flat for array in arrays)), self.otypes
        if otypes is None:
            # The dtypes are those of a call before all others, which sees NumPy's scalars.
            first = called([array.flat[0] for array in given])
            otypes = [np.asarray(output).dtype for output in (first if isinstance(first, tuple) else (first,))]
            # Text is as wide as the longest of all results.
            otypes = [np.dtype(otype.char) if otype.kind in "US" else otype for otype in otypes]
            if self.cache:
                next(rest, None)
                results.append(first)
        results += [called(elements) for elements in rest]
        several = bool(results) and isinstance(results[0], tuple)
        rows = results if several else [(result,) for result in results]
        made = [as_laid(_gather([row[at] for row in rows], shape, otype), given) for at, otype in enumerate(otypes)]
        models = [args[place] for place in places if type(args[place]) is not np.ndarray and
                  isinstance(args[place], np.ndarray)]
        if models:
            made = [np._like(np.asarray(one), models[0]) for one in made]
        return tuple(made) if several or len(made) > 1 else made[0]

    def _of_nothing(self, shape, lengths):
        """What a signature says of results where there was nothing to call for."""
        outputs = self._core[1]
        if self.otypes is None:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        if any(name not in lengths for core in outputs for name in core):
            raise ValueError("cannot call `vectorize` with a signature including new output dimensions on size 0 inputs")
        made = [np.empty(shape + tuple([lengths[name] for name in core]), dtype)
                for core, dtype in zip(outputs, self.otypes)]
        return made[0] if len(made) == 1 else tuple(made)

    def _by_core(self, args, kwargs):
        """The function of arrays of the signature's core dimensions, for the other axes of the arguments."""
        inputs, outputs = self._core
        if len(args) != len(inputs):
            raise TypeError(f"wrong number of positional arguments: expected {len(inputs)}, got {len(args)}")
        arrays, lead, lengths = [np.asarray(array) for array in args], [], {}
        for array, core in zip(arrays, inputs):
            if array.ndim < len(core):
                raise ValueError(f"{array.ndim}-dimensional argument does not have enough dimensions for all core "
                                 f"dimensions {core!r}")
            lead.append(array.shape[:array.ndim - len(core)])
            for name, length in zip(core, array.shape[array.ndim - len(core):]):
                if lengths.setdefault(name, length) != length:
                    raise ValueError(f"inconsistent size for core dimension {name!r}: {length!r} vs {lengths[name]!r}")
        shape = np.broadcast_shapes(*lead)
        arrays = [np.broadcast_to(array, shape + array.shape[array.ndim - len(core):])
                  for array, core in zip(arrays, inputs)]
        rows = []
        for index in ndindex(shape):
            row = self.pyfunc(*[array[index] for array in arrays], **kwargs)
            count = len(row) if isinstance(row, tuple) else 1
            if count != len(outputs):
                raise ValueError(f"wrong number of outputs from pyfunc: expected {len(outputs)}, got {count}")
            row = (row,) if count == 1 and not isinstance(row, tuple) else row
            for result, core in zip(row, outputs):
                sizes = np.asarray(result).shape
                for name, length in zip(core, sizes[len(sizes) - len(core):]):
                    if lengths.setdefault(name, length) != length:
                        raise ValueError(f"inconsistent size for core dimension {name!r}: {length!r} vs "
                                         f"{lengths[name]!r}")
            rows.append(row)
        if not rows:
            return self._of_nothing(shape, lengths)
        made = []
        for at in range(len(outputs)):
            parts = [np.asarray(row[at]) for row in rows]
            joined = np.stack(parts).reshape(shape + parts[0].shape)
            made.append(joined if self.otypes is None else joined.astype(self.otypes[at]))
        return made[0] if len(made) == 1 else tuple(made)


def _otypes(given):
    """The letters of dtypes, which text names one by one."""
    if isinstance(given, str):
        for letter in given:
            if letter not in "?bhilqpBHILQPefdgFDGSUVOMm":
                raise ValueError(f"Invalid otype specified: {letter}")
        return list(given)
    if not hasattr(given, "__iter__"):
        raise ValueError("Invalid otype specification")
    return [np.dtype(code).char for code in given]


def as_laid(made, arrays):
    """A result in C order, as a ufunc of the arrays would lay it in memory."""
    if made.ndim < 2:
        return made
    model = None
    for array in arrays:
        # A class of texts has no instances of truth values.
        array = np.asarray(array)
        shape = np.zeros_like(array, dtype=bool)
        if 0 in getattr(array, "strides", ()):
            # A stretched axis has no place in the order.
            single = tuple([slice(0, 1) if step == 0 else slice(None) for step in array.strides])
            shape = np.broadcast_to(np.zeros_like(array[single], dtype=bool), array.shape)
            shape = np.logical_or(shape, shape)
        model = shape if model is None else np.logical_or(model, shape)
    if model is None or model.flags.c_contiguous or model.shape != made.shape:
        return made
    laid = np.empty_like(model, dtype=made.dtype)
    laid[...] = made
    return laid


def _gather(values, shape, dtype):
    """The array of a shape that holds a function's values in a dtype."""
    made = np.empty(len(values), dtype=object)
    for place, value in enumerate(values):
        made[place] = value
    made.shape = shape
    return made if np.dtype(dtype) == object else made.astype(dtype)


def _signature(text):
    """The names of the core dimensions of a signature such as `(m,n),(n)->(m)`."""
    import re
    bare = text.replace(" ", "")
    argument = r"\((?:\w+(?:,\w+)*)?\)"
    if not re.fullmatch(f"(?:{argument}(?:,{argument})*)?->{argument}(?:,{argument})*", bare):
        raise ValueError(f"not a valid gufunc signature: {text}")
    return tuple([tuple(re.findall(r"\w+", part)) for part in re.findall(argument, side)] for side in bare.split("->"))
