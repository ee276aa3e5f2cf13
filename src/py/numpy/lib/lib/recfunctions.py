"""Functions on structured arrays: fields put in, taken out, renamed, laid out anew; tables merged, stacked and joined.

A table under way is its data and its mask side by side; `_given_out` makes of them what was asked for.
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


def _given_out(made, mask, usemask, asrecarray):
    """A masked array, records with masks, records, or a plain array, in which what is missing is filled."""
    if not usemask:
        return made.view(np.recarray) if asrecarray else made
    made = np.ma.array(made, mask=mask)
    if asrecarray:
        from numpy.ma.mrecords import MaskedRecords
        return made.view(MaskedRecords)
    return made


def _missing(dtype, value=None):
    """An element of a dtype that stands for one that is missing."""
    base = dtype.base
    if base.names is not None:
        return np.array(tuple([np.array(_missing(base[name], value)) for name in base.names]), dtype=base)[()]
    if value is not None:
        return value
    return np.datetime64("NaT") if base.kind == "M" else np.timedelta64("NaT") if base.kind == "m" else _FILLS[base.kind]


def _filler(dtype, value=None):
    """As `_missing`, as an array of the dtype; what does not fit is cut."""
    return np.array(_missing(dtype, value)).astype(dtype.base)


def _get_fieldspec(dtype):
    """The fields as `np.dtype` takes them, titles included; of a plain dtype one field without a name."""
    if dtype.names is None:
        return [("", dtype)]
    entries = [(name, dtype.fields[name]) for name in dtype.names]
    return [((entry[2], name) if len(entry) == 3 else name, entry[0]) for name, entry in entries]


def _fields(array):
    """Names (with titles), dtypes, values and masks of an array's fields; of a plain array one field without a name."""
    array = np.asanyarray(array).ravel()
    mask = np.ma.getmask(array)
    mask = None if mask is np.ma.nomask else mask
    data = np.asarray(np.ma.getdata(array))
    if array.dtype.names is None:
        return [("", array.dtype, data, mask)]
    return [(field, dtype, data[_name(field)], None if mask is None else mask[_name(field)])
            for field, dtype in _get_fieldspec(array.dtype)]


def _name(field):
    return field[1] if isinstance(field, tuple) else field


def _side_by_side(columns, fill_value=None):
    """Columns as the fields of one table; what a short one lacks is masked, and filled with a value or the usual one."""
    length = max([len(column[2]) for column in columns], default=0)
    made = np.empty(length, dtype=[column[:2] for column in columns])
    mask = np.zeros(length, dtype=np.ma.make_mask_descr(made.dtype))
    for name, (_, dtype, values, hidden) in zip(made.dtype.names, columns):
        count = len(values)
        made[name][:count] = values
        if hidden is not None:
            mask[name][:count] = hidden
        if count < length:
            made[name][count:] = _filler(dtype, fill_value)
            _hide(mask[name], slice(count, None))
    return made, mask


def _hide(mask, where):
    """Masks elements, every field of them."""
    if mask.dtype.names is None:
        mask[where] = True
        return
    for name in mask.dtype.names:
        _hide(mask[name], where)


def _fill_hidden(made, mask):
    """Puts the usual value where a plain result has nothing to show."""
    for name in made.dtype.names or ():
        if made.dtype[name].names is not None:
            _fill_hidden(made[name], mask[name])
        elif mask[name].any():
            made[name][mask[name]] = _filler(made.dtype[name])


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
    kept = _without(base.dtype, names)
    made = np.empty(base.shape, dtype=kept)
    recursive_fill_fields(np.ma.getdata(base), made)
    usemask = usemask and isinstance(base, np.ma.MaskedArray)
    mask = np.zeros(base.shape, dtype=np.ma.make_mask_descr(made.dtype))
    if isinstance(base, np.ma.MaskedArray):
        recursive_fill_fields(np.ma.getmaskarray(base), mask)
        if not usemask:
            _fill_hidden(made, mask)
    return _given_out(made, mask, usemask, asrecarray)


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
    added = [("", column.dtype, np.asarray(np.ma.getdata(column)).ravel(),
              None if np.ma.getmask(column) is np.ma.nomask else np.ma.getmask(column).ravel()) for column in data]
    if len(added) > 1:
        values, hidden = _side_by_side(added, fill_value)
        added = [(name, values.dtype[name], values[name], hidden[name] if usemask else None) for name in values.dtype.names]
    columns = _fields(base) + [(name, *column[1:]) for name, column in zip(names, added)]
    made, mask = _side_by_side(columns)
    if not usemask:
        _fill_hidden(made, mask)
    return _given_out(made, mask, usemask, asrecarray)


def rec_append_fields(base, names, data, dtypes=None):
    """As `append_fields`, as a record array."""
    return append_fields(base, names, data=data, dtypes=dtypes, asrecarray=True, usemask=False)


def merge_arrays(seqarrays, fill_value=-1, flatten=False, usemask=False, asrecarray=False):
    """Arrays side by side, each a field, or, with `flatten`, each field a field of its own."""
    if isinstance(seqarrays, (np.ndarray, np.void)):
        seqarrays = [seqarrays]
    arrays = [np.asanyarray(array).ravel() for array in seqarrays]
    if len(arrays) == 1:
        only = arrays[0]
        if only.dtype.names is not None and not (flatten and any(only.dtype[name].names for name in only.dtype.names)):
            data, mask = np.asarray(np.ma.getdata(only)), np.ma.getmaskarray(only)
            return _given_out(data.view(only.dtype), mask, usemask, asrecarray)
    columns = []
    for array in arrays:
        if flatten:
            columns.extend(_flat(_fields(array)))
        elif array.dtype.names is not None and len(array.dtype.names) == 1:
            columns.extend(_fields(array))
        else:
            mask = np.ma.getmask(array)
            hidden = None if mask is np.ma.nomask else mask
            columns.append(("", array.dtype, np.asarray(np.ma.getdata(array)), hidden))
    if not usemask:
        columns = [(name, dtype, values, None) for name, dtype, values, hidden in columns]
    made, mask = _side_by_side(columns, fill_value)
    return _given_out(made, mask, usemask, asrecarray)


def _flat(columns):
    """The fields that have no fields themselves."""
    parts = []
    for name, dtype, values, hidden in columns:
        if dtype.names is None:
            parts.append((name, dtype, values, hidden))
        else:
            parts.extend(_flat(_fields(values if hidden is None else np.ma.array(values, mask=hidden))))
    return parts


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
    tables = [_fields(array) for array in arrays]
    kinds = {}
    for columns in tables:
        for field, dtype, _, _ in columns:
            known = kinds.setdefault(_name(field), (field, dtype))
            if dtype == known[1]:
                continue
            if not autoconvert:
                raise TypeError(f"Incompatible type '{known[1]}' <> '{dtype}'")
            kinds[_name(field)] = known[0], max(known[1], dtype, key=lambda kind: np.result_type(known[1], dtype) == kind)
    if list(kinds) == [""]:
        joined = np.ma.concatenate([np.asanyarray(array).ravel() for array in arrays])
        return joined if usemask else _given_out(np.asarray(joined.filled()), None, False, asrecarray)
    counts = [len(columns[0][2]) for columns in tables]
    made = np.empty(sum(counts), dtype=list(kinds.values()))
    mask = np.zeros(len(made), dtype=np.ma.make_mask_descr(made.dtype))
    start = 0
    for columns, count in zip(tables, counts):
        here = slice(start, start + count)
        own = {_name(field): (values, hidden) for field, _, values, hidden in columns}
        for given, name in zip(kinds, made.dtype.names):
            values, hidden = own.get(given, (None, None))
            if given in own:
                made[name][here] = values
                if hidden is not None:
                    mask[name][here] = hidden
            else:
                default = (defaults or {}).get(name)
                made[name][here] = _filler(made.dtype[name], default)
                _hide(mask[name], here)
        start += count
    if not usemask and any(column[3] is not None for columns in tables for column in columns):
        made = np.asarray(np.ma.array(made, mask=mask).filled())
    return _given_out(made, mask, usemask, asrecarray)


def find_duplicates(a, key=None, ignoremask=True, return_index=False):
    """The elements that stand more than once, sorted; by one field of them, if one is given."""
    a = np.asanyarray(a).ravel()
    base = a
    if key:
        for field in get_fieldstructure(a.dtype)[key] + [key]:
            base = base[field]
    order = np.asarray(base.argsort())
    ranked = base[order]
    values = ranked.filled() if isinstance(ranked, np.ma.MaskedArray) else ranked
    same = np.asarray(values[1:] == values[:-1])
    if ignoremask and isinstance(ranked, np.ma.MaskedArray):
        hidden = np.ma.getmaskarray(ranked)
        hidden = ranked.recordmask if hidden.dtype.names is not None else hidden
        same = same & ~np.asarray(hidden)[1:]
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
    r1, r2 = np.asanyarray(r1).ravel(), np.asanyarray(r2).ravel()
    m1, m2 = np.ma.getmaskarray(r1), np.ma.getmaskarray(r2)
    r1, r2 = np.asarray(np.ma.getdata(r1)), np.asarray(np.ma.getdata(r2))
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
    shared = same | np.concatenate(([False], same[:-1]))
    left, right = order[shared & (order < len(r1))], order[shared & (order >= len(r1))] - len(r1)
    only_left = order[~shared & (order < len(r1))] if jointype != "inner" else order[:0]
    only_right = order[~shared & (order >= len(r1))] - len(r1) if jointype == "outer" else order[:0]
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
        # Beside its namesake, else at the end.
        place = next((at + 1 for at, (_, first, _) in enumerate(sources) if first == name), len(fields))
        fields.insert(place, (called, r2.dtype[name]))
        sources.insert(place, (called, None, name))
    matched = max(len(left), len(right))
    made = np.empty(matched + len(only_left) + len(only_right), dtype=fields)
    mask = np.zeros(len(made), dtype=np.ma.make_mask_descr(made.dtype))
    end = matched + len(only_left)
    for called, first, second in sources:
        column, hidden = made[called], mask[called]
        column[...] = _filler(made.dtype[called], (defaults or {}).get(called))
        _hide(hidden, slice(None))
        parts = [(slice(end, None), r2, m2, second, only_right), (slice(0, len(right)), r2, m2, second, right),
                 (slice(matched, end), r1, m1, first, only_left), (slice(0, len(left)), r1, m1, first, left)]
        for where, values, masks, name, chosen in parts:
            if name is not None and (first is None or name is not second or where.start == end or values is r1):
                column[where] = values[name][chosen]
                hidden[where] = masks[name][chosen]
    ranks = made.argsort(order=list(key))
    made, mask = made[ranks], mask[ranks]
    if not usemask and (m1.dtype.names and any(m1[name].any() for name in m1.dtype.names)
                        or m2.dtype.names and any(m2[name].any() for name in m2.dtype.names)):
        made = np.asarray(np.ma.array(made, mask=mask).filled())
    return _given_out(made, mask, usemask, asrecarray)


def _plain_keys(table, keys, kinds):
    made = np.empty(len(table), dtype=list(kinds.items()))
    for name in keys:
        made[name] = table[name]
    return made


def rec_join(key, r1, r2, jointype="inner", r1postfix="1", r2postfix="2", defaults=None):
    """As `join_by`, as a record array."""
    return join_by(key, r1, r2, jointype, r1postfix, r2postfix, defaults, usemask=False, asrecarray=True)
