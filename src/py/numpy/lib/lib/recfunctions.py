"""Functions on structured arrays: fields put in, taken out, renamed, laid out anew; tables merged, stacked and joined.

Results with masks are not here: where a function would give a masked array, it says so.
"""

import numpy as np

__all__ = [
    "append_fields", "apply_along_fields", "assign_fields_by_name", "drop_fields", "find_duplicates", "flatten_descr",
    "get_fieldstructure", "get_names", "get_names_flat", "join_by", "merge_arrays", "rec_append_fields",
    "rec_drop_fields", "rec_join", "recursive_fill_fields", "rename_fields", "repack_fields", "require_fields",
    "stack_arrays", "structured_to_unstructured", "unstructured_to_structured",
]

# What NumPy's masked arrays put in the place of what is missing.
_FILLS = {"b": True, "i": 999999, "u": 999999, "f": 1e20, "c": 1e20 + 0j, "O": "?", "S": b"N/A", "U": "N/A", "V": b"???"}


def _no_masks():
    raise NotImplementedError("this page's NumPy has no masked arrays; pass usemask=False")


def _given_out(made, usemask, asrecarray):
    if usemask:
        _no_masks()
    return made.view(np.recarray) if asrecarray else made


def _missing(dtype, value=None):
    """An element of a dtype that stands for one that is missing."""
    base = dtype.base
    if base.names is not None:
        return tuple(_missing(base[name]) for name in base.names)
    if value is not None:
        return value
    return np.datetime64("NaT") if base.kind == "M" else np.timedelta64("NaT") if base.kind == "m" else _FILLS[base.kind]


def _plain(array):
    """An array of one axis, without its class."""
    return np.asanyarray(array).ravel().view(np.ndarray)


def _fields(array):
    """Names, dtypes and values of an array's fields; of a plain array one field without a name."""
    if array.dtype.names is None:
        return [("", array.dtype, array)]
    return [(name, array.dtype[name], array[name]) for name in array.dtype.names]


def recursive_fill_fields(input, output):
    """Copies the fields that both have into `output`, which may be longer."""
    for name in output.dtype.names:
        if name not in input.dtype.names:
            continue
        if input.dtype[name].names is not None:
            recursive_fill_fields(input[name], output[name])
        else:
            output[name][:len(input)] = input[name]
    return output


def get_names(adtype):
    """The names of the fields, with those of nested ones in tuples."""
    def name(one):
        inner = adtype[one]
        return one if inner.names is None else (one, get_names(inner))

    return tuple(name(one) for one in adtype.names)


def get_names_flat(adtype):
    """The names of the fields, each before those nested in it."""
    names = []
    for name in adtype.names:
        names.append(name)
        if adtype[name].names is not None:
            names.extend(get_names_flat(adtype[name]))
    return tuple(names)


def flatten_descr(ndtype):
    """Name and dtype of every field that has no fields itself."""
    if ndtype.names is None:
        return (("", ndtype),)
    pairs = []
    for name in ndtype.names:
        inner = ndtype[name]
        pairs.extend(flatten_descr(inner) if inner.names is not None else [(name, inner)])
    return tuple(pairs)


def get_fieldstructure(adtype, lastname=None, parents=None):
    """For each field the fields that it is nested in, outermost first."""
    parents = {} if parents is None else parents
    for name in adtype.names:
        parents[name] = list(parents.get(lastname, [])) + ([lastname] if lastname else [])
        if adtype[name].names is not None:
            get_fieldstructure(adtype[name], name, parents)
    return parents


def _without(dtype, names):
    fields = []
    for name in dtype.names:
        inner = dtype[name]
        if name in names:
            continue
        if inner.names is not None:
            inner = _without(inner, names)
            if not inner:
                continue
        fields.append((name, inner))
    return fields


def drop_fields(base, drop_names, usemask=True, asrecarray=False):
    """A copy without some fields, nested ones too."""
    names = {drop_names} if isinstance(drop_names, str) else set(drop_names)
    base = np.asanyarray(base)
    made = np.empty(base.shape, dtype=_without(base.dtype, names))
    recursive_fill_fields(base, made)
    return _given_out(made, False, asrecarray)


def rec_drop_fields(base, drop_names):
    """As `drop_fields`, as a record array."""
    return drop_fields(base, drop_names, usemask=False, asrecarray=True)


def rename_fields(base, namemapper):
    """A view with other names for some fields, nested ones too."""
    def renamed(dtype):
        fields = []
        for name in dtype.names:
            inner = dtype[name]
            fields.append((namemapper.get(name, name), inner if inner.names is None else renamed(inner)))
        return fields

    return base.view(renamed(base.dtype))


def append_fields(base, names, data, dtypes=None, fill_value=-1, usemask=True, asrecarray=False):
    """A copy with more fields; arrays that are too short are filled up."""
    if isinstance(names, (tuple, list)):
        if len(names) != len(data):
            raise ValueError("The number of arrays does not match the number of names")
    elif isinstance(names, str):
        names, data = [names], [data]
    if dtypes is None:
        data = [np.asanyarray(column) for column in data]
    else:
        if not isinstance(dtypes, (tuple, list)):
            dtypes = [dtypes]
        if len(data) != len(dtypes):
            if len(dtypes) != 1:
                raise ValueError("The dtypes argument must be None, a dtype, or a list.")
            dtypes = dtypes * len(data)
        data = [np.asarray(column, dtype=dtype) for column, dtype in zip(data, dtypes)]
    if usemask:
        _no_masks()
    base = np.asanyarray(base).ravel()
    own = [field for field in _fields(base)]
    columns = own + [(name, column.dtype, column.ravel()) for name, column in zip(names, data)]
    length = max(len(column) for *_, column in columns)
    made = np.empty(length, dtype=[(name, dtype) for name, dtype, _ in columns])
    for name, dtype, column in columns:
        made[name][:len(column)] = column
        if len(column) < length:
            made[name][len(column):] = _missing(dtype)
    return _given_out(made, usemask, asrecarray)


def rec_append_fields(base, names, data, dtypes=None):
    """As `append_fields`, as a record array."""
    return append_fields(base, names, data=data, dtypes=dtypes, asrecarray=True, usemask=False)


def merge_arrays(seqarrays, fill_value=-1, flatten=False, usemask=False, asrecarray=False):
    """Arrays side by side, each a field, or, with `flatten`, each field a field of its own."""
    if isinstance(seqarrays, (np.ndarray, np.void)):
        seqarrays = [seqarrays]
    arrays = [_plain(array) for array in seqarrays]
    if len(arrays) == 1:
        only = arrays[0]
        if only.dtype.names is None or flatten and any(only.dtype[name].names for name in only.dtype.names):
            only = _merged([only], flatten, fill_value)
        return _given_out(only.view(only.dtype), usemask, asrecarray)
    return _given_out(_merged(arrays, flatten, fill_value), usemask, asrecarray)


def _flat(array):
    """The fields that have no fields themselves."""
    parts = []
    for name, dtype, values in _fields(array):
        parts.extend(_flat(values) if dtype.names is not None else [(name, dtype, values)])
    return parts


def _merged(arrays, flatten, fill_value):
    parts = []
    for array in arrays:
        if flatten:
            parts.extend(_flat(array))
        elif array.dtype.names is not None and len(array.dtype.names) == 1:
            parts.extend(_fields(array))
        else:
            parts.append(("", array.dtype, array))
    length = max(len(array) for array in arrays)
    made = np.empty(length, dtype=[(name, dtype) for name, dtype, _ in parts])
    for name, (_, dtype, values) in zip(made.dtype.names, parts):
        made[name][:len(values)] = values
        if len(values) < length:
            made[name][len(values):] = np.array(_missing(dtype, fill_value), dtype=dtype)
    return made


def repack_fields(a, align=False, recurse=False):
    """An array or dtype with its fields close together, or where a C compiler would put them."""
    if not isinstance(a, np.dtype):
        return a.astype(repack_fields(a.dtype, align=align, recurse=recurse), copy=False)
    if a.names is None:
        return a
    fields = []
    for name in a.names:
        entry = a.fields[name]
        inner = entry[0]
        if recurse:
            inner = np.dtype((repack_fields(inner.base, align=align, recurse=True), inner.shape))
        fields.append(((entry[2], name) if len(entry) == 3 else name, inner))
    made = np.dtype(fields, align=align)
    return np.dtype((a.type, made)) if a.type is not np.void else made


def _leaves(dtype):
    """Dtype, count and offset of every field that has no fields itself."""
    leaves = []
    for name in dtype.names:
        inner, offset = dtype.fields[name][:2]
        count = 1
        for length in inner.shape:
            count *= length
        base = inner.base
        if base.names is None:
            leaves.append((base, count, offset))
            continue
        nested = _leaves(base)
        for turn in range(count):
            leaves.extend((kind, many, offset + turn * base.itemsize + at) for kind, many, at in nested)
    return leaves


def structured_to_unstructured(arr, dtype=None, copy=False, casting="unsafe"):
    """The fields as one more axis of a plain array; a view where all are of one dtype and evenly spaced."""
    if arr.dtype.names is None:
        raise ValueError("arr must be a structured array")
    leaves = _leaves(arr.dtype)
    if not leaves and dtype is None:
        raise ValueError("arr has no fields. Unable to guess dtype")
    if not leaves:
        raise NotImplementedError("arr with no fields is not supported")
    target = np.result_type(*[kind for kind, _, _ in leaves]) if dtype is None else np.dtype(dtype)
    places = [(offset + turn * kind.itemsize) for kind, count, offset in leaves for turn in range(count)]
    alike = all(kind == target for kind, _, _ in leaves)
    steps = {after - before for before, after in zip(places, places[1:])}
    if alike and len(steps) <= 1 and not copy and arr.size:
        step = steps.pop() if steps else target.itemsize
        first = np.dtype({"names": ["f"], "formats": [target], "offsets": [places[0]], "itemsize": arr.dtype.itemsize})
        column = arr.view(np.ndarray).view(first)["f"]
        return np.lib.stride_tricks.as_strided(column, arr.shape + (len(places),), arr.strides + (step,))
    made = np.empty(arr.shape + (len(places),), dtype=target)
    at = 0
    for kind, count, offset in leaves:
        field = np.dtype({"names": ["f"], "formats": [(kind, (count,))], "offsets": [offset],
                          "itemsize": arr.dtype.itemsize})
        made[..., at:at + count] = arr.view(np.ndarray).view(field)["f"].astype(target, casting=casting)
        at += count
    return made


def unstructured_to_structured(arr, dtype=None, names=None, align=False, copy=False, casting="unsafe"):
    """The last axis as fields."""
    arr = np.asanyarray(arr)
    if arr.shape == ():
        raise ValueError("arr must have at least one dimension")
    length = arr.shape[-1]
    if length == 0:
        raise NotImplementedError("last axis with size 0 is not supported")
    if dtype is None:
        names = [f"f{place}" for place in range(length)] if names is None else names
        target = np.dtype([(name, arr.dtype) for name in names], align=align)
        if len(names) != length:
            raise ValueError("When changing to a larger dtype, its size must be a divisor of the total size in bytes of "
                             "the last axis of the array.")
    else:
        if names is not None:
            raise ValueError("don't supply both dtype and names")
        target = np.dtype(dtype)
    leaves = _leaves(target)
    if sum(count for _, count, _ in leaves) != length:
        raise ValueError("The length of the last dimension of arr must be equal to the number of fields in dtype")
    made = np.empty(arr.shape[:-1], dtype=target)
    at = 0
    for kind, count, offset in leaves:
        field = np.dtype({"names": ["f"], "formats": [(kind, (count,))], "offsets": [offset], "itemsize": target.itemsize})
        made.view(field)["f"] = arr[..., at:at + count].astype(kind, casting=casting)
        at += count
    return made


def apply_along_fields(func, arr):
    """A reduction of the fields of each element."""
    if arr.dtype.names is None:
        raise ValueError("arr must be a structured array")
    return func(structured_to_unstructured(arr), axis=-1)


def assign_fields_by_name(dst, src, zero_unassigned=True):
    """Assigns fields to those of the same name; others become zero."""
    if dst.dtype.names is None:
        dst[...] = src
        return
    for name in dst.dtype.names:
        if name in src.dtype.names:
            assign_fields_by_name(dst[name], src[name], zero_unassigned)
        elif zero_unassigned:
            dst[name] = 0


def require_fields(array, required_dtype):
    """The array as a dtype, fields found by name; those that it lacks are zero."""
    made = np.empty(array.shape, dtype=required_dtype)
    assign_fields_by_name(made, array)
    return made


def stack_arrays(arrays, defaults=None, usemask=True, asrecarray=False, autoconvert=False):
    """Arrays one after another; fields that one lacks are filled up."""
    if isinstance(arrays, np.ndarray):
        return arrays
    if len(arrays) == 1:
        return arrays[0]
    if usemask:
        _no_masks()
    arrays = [np.asanyarray(array).ravel() for array in arrays]
    kinds = {}
    for array in arrays:
        for name, dtype, _ in _fields(array):
            known = kinds.setdefault(name, dtype)
            if dtype == known:
                continue
            if not autoconvert:
                raise TypeError(f"Incompatible type '{known}' <> '{dtype}'")
            kinds[name] = max(known, dtype, key=lambda kind: np.result_type(known, dtype) == kind)
    if list(kinds) == [""]:
        return _given_out(np.concatenate(arrays), usemask, asrecarray)
    made = np.empty(sum(len(array) for array in arrays), dtype=list(kinds.items()))
    start = 0
    for array in arrays:
        end = start + len(array)
        own = dict((name, values) for name, _, values in _fields(array))
        for given, name in zip(kinds, made.dtype.names):
            if given in own:
                made[name][start:end] = own[given]
            else:
                default = (defaults or {}).get(name)
                made[name][start:end] = np.array(_missing(made.dtype[name], default), dtype=made.dtype[name])
        start = end
    return _given_out(made, usemask, asrecarray)


def find_duplicates(a, key=None, ignoremask=True, return_index=False):
    """The elements that stand more than once, sorted; by one field of them, if one is given."""
    a = np.asanyarray(a).ravel()
    base = a if key is None else a[key]
    order = base.argsort()
    ranked = base[order]
    same = ranked[1:] == ranked[:-1]
    twice = np.concatenate((same, [False])) | np.concatenate(([False], same))
    found = a[order][twice]
    return (found, order[twice]) if return_index else found


def join_by(key, r1, r2, jointype="inner", r1postfix="1", r2postfix="2", defaults=None, usemask=True, asrecarray=False):
    """Rows of two tables put together where their keys are equal: 'inner', 'outer' or 'leftouter'."""
    if jointype not in ("inner", "outer", "leftouter"):
        raise ValueError("The 'jointype' argument should be in 'inner', 'outer' or 'leftouter' "
                         f"(got '{jointype}' instead)")
    key = (key,) if isinstance(key, str) else tuple(key)
    if len(set(key)) != len(key):
        twice = next(name for place, name in enumerate(key) if name in key[:place])
        raise ValueError(f"duplicate join key {twice!r}")
    for name in key:
        for which, table in (("r1", r1), ("r2", r2)):
            if name not in table.dtype.names:
                raise ValueError(f"{which} does not have key field {name!r}")
    if usemask:
        _no_masks()
    r1, r2 = r1.ravel(), r2.ravel()
    first_names, second_names = r1.dtype.names, r2.dtype.names
    both = (set(first_names) & set(second_names)) - set(key)
    if both and not (r1postfix or r2postfix):
        raise ValueError("r1 and r2 contain common names, r1postfix and r2postfix can't both be empty")
    keys = [name for name in first_names if name in key]
    kinds = {name: np.result_type(r1.dtype[name], r2.dtype[name]) for name in keys}
    all_keys = np.concatenate([_plain_keys(table, keys, kinds) for table in (r1, r2)])
    order = all_keys.argsort()
    ranked = all_keys[order]
    same = np.concatenate(((ranked[1:] == ranked[:-1]), [False]))
    matched = np.nonzero(same)[0]
    left, right = order[matched], order[matched + 1] - len(r1)
    lone = np.ones(len(order), dtype=bool)
    lone[matched] = lone[matched + 1] = False
    only_left = order[lone & (order < len(r1))] if jointype != "inner" else order[:0]
    only_right = order[lone & (order >= len(r1))] - len(r1) if jointype == "outer" else order[:0]
    fields = [(name, kinds[name]) for name in keys]
    sources = [(name, name, name) for name in keys]
    for name in first_names:
        if name not in key:
            fields.append((name + r1postfix if name in both else name, r1.dtype[name]))
            sources.append((fields[-1][0], name, None))
    for name in second_names:
        if name in key:
            continue
        called = name + r2postfix if name in both else name
        place = next((at for at, (known, *_) in enumerate(fields) if known == called), None)
        if place is None:
            fields.append((called, r2.dtype[name]))
            sources.append((called, None, name))
    made = np.empty(len(left) + len(only_left) + len(only_right), dtype=fields)
    start, end = len(left), len(left) + len(only_left)
    for called, first, second in sources:
        default = _missing(made.dtype[called], (defaults or {}).get(called))
        column = made[called]
        column[...] = np.array(default, dtype=made.dtype[called])
        if first is not None:
            column[:start] = r1[first][left]
            column[start:end] = r1[first][only_left]
        if second is not None and first is None:
            column[:start] = r2[second][right]
        if second is not None:
            column[end:] = r2[second][only_right]
    made.sort(order=list(keys))
    return _given_out(made, usemask, asrecarray)


def _plain_keys(table, keys, kinds):
    made = np.empty(len(table), dtype=list(kinds.items()))
    for name in keys:
        made[name] = table[name]
    return made


def rec_join(key, r1, r2, jointype="inner", r1postfix="1", r2postfix="2", defaults=None):
    """As `join_by`, as a record array."""
    return join_by(key, r1, r2, jointype, r1postfix, r2postfix, defaults, usemask=False, asrecarray=True)
