"""Literals: numbers, dtypes, shapes and arrays as Python text, small and with the awkward ones among them.

Not here: which of a program's own variables a statement uses (grow.py).
"""
import itertools

INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float16", "float32", "float64"]
COMPLEXES = ["complex64", "complex128"]
NUMBERS = ["bool"] + INTEGERS + FLOATS + COMPLEXES
TIMES = ["M8[D]", "M8[s]", "m8[D]", "m8[s]"]
TEXTS = ["U3", "S3"]

CALM_FLOATS = "0.0 1.0 -1.0 2.0 0.5 -2.5 3.25 10.0 -7.0 100.0 0.125 4.0".split()
WILD_FLOATS = (
    "-0.0 nan inf -inf 0.1 -0.3 1e-07 1e16 123456.789 3.141592653589793 -1e-05 65504.0 1e-300 2.5e+300 1e22 5e-324 "
    "0.3333333333333333 1234567.0 99999999.0 0.0001 -1e+100 16777217.0"
).split()
SPELLED = {"nan": "np.nan", "inf": "np.inf", "-inf": "-np.inf"}


def dtype(rng, kinds=None):
    """The name of an element type; the plain ones come most often."""
    if kinds is None:
        kinds = rng.choices([["float64"], ["int64"], NUMBERS, TIMES, TEXTS, ["object"]], [5, 5, 14, 1, 1, 0.7])[0]
    return rng.choice(kinds)


def shape(rng, ndim=None, limit=48):
    """Lengths of axes, 0 and 1 among them, with at most `limit` items."""
    if ndim is None:
        ndim = rng.choices([0, 1, 2, 3, 4], [1, 6, 8, 4, 1])[0]
    while True:
        lengths = tuple(rng.choices([0, 1, 2, 3, 4, 5, 7], [0.5, 2, 5, 5, 4, 2, 1])[0] for _ in range(ndim))
        count = 1
        for length in lengths:
            count *= length
        if count <= limit:
            return lengths


def scalar(rng, name, wild):
    """One element of the dtype as a literal that `np.array(..., dtype=name)` takes."""
    if name == "bool":
        return rng.choice(["True", "False"])
    if name in INTEGERS:
        bits = int(name.lstrip("uint"))
        low, high = (0, 2**bits - 1) if name[0] == "u" else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
        if wild and rng.random() < 0.4:
            return str(rng.choice([low, high, high - 1, low + 1, high // 2, high // 3]))
        return str(max(low, rng.randint(-5, 12)))
    if name in FLOATS:
        value = rng.choice(WILD_FLOATS if wild and rng.random() < 0.5 else CALM_FLOATS)
        return SPELLED.get(value, value)
    if name in COMPLEXES:
        if wild and rng.random() < 0.3:
            return f"complex({scalar(rng, 'float64', True)}, {scalar(rng, 'float64', True)})"
        return f"complex({rng.choice(CALM_FLOATS)}, {rng.choice(CALM_FLOATS)})"
    if name == "object":
        return rng.choice(["1", "2", "0", "-3", "2.5", "'x'", "None", "True", "(1, 2)", "10**20", "1j"] if wild else
                          ["1", "2", "0", "-3", "7", "2.5"])
    if name[0] in "US":
        text = repr(rng.choice(["a", "b", "ab", "abc", "", "Z", " a", "1", "10"] + (["é", "日本"] if name[0] == "U" and wild else [])))
        return text if name[0] == "U" else "b" + text
    if name[0] == "M":
        days = ["2024-02-29", "1970-01-01", "1969-12-31", "2000-01-01", "2024-01-31", "1582-10-15"]
        return repr("NaT" if wild and rng.random() < 0.3 else rng.choice(days))
    return repr("NaT") if wild and rng.random() < 0.3 else str(rng.randint(-9, 40))


def array(rng, name=None, lengths=None, wild=None):
    """An expression for a new array that owns its memory in C order, or is the reshape of one that does."""
    name = name or dtype(rng)
    lengths = shape(rng) if lengths is None else lengths
    wild = rng.random() < 0.3 if wild is None else wild
    count = 1
    for length in lengths:
        count *= length
    if count == 0 or rng.random() < 0.03:
        return f"np.{rng.choice(['zeros', 'ones'])}({lengths}, dtype='{name}')" if name[0] not in "USM" else f"np.zeros({lengths}, dtype='{name}')"
    if name in NUMBERS and not wild and rng.random() < 0.5:
        return ramp(rng, name, lengths, count)
    entries = (scalar(rng, name, wild) for _ in itertools.count())
    if name == "object" and wild:
        return f"np.array([{', '.join(itertools.islice(entries, count))}, None], dtype=object)[:-1].reshape({lengths})"
    return f"np.array({nested(entries, lengths)}, dtype='{name}')"


def records(rng):
    """An expression for an array of records."""
    rows = [f"({rng.randint(0, 9)}, {rng.choice(CALM_FLOATS)}, {rng.choice(['a', 'b', 'ab', ''])!r})" for _ in range(rng.choice([1, 2, 3, 4]))]
    dtype = f"[('x', '{rng.choice(['i4', 'i8', 'u1'])}'), ('y', '{rng.choice(['f8', 'f4'])}'), ('s', '{rng.choice(['U3', 'U3', 'S2'])}')]"
    text = f"np.array([{', '.join(rows)}], dtype={dtype})"
    return text + rng.choice(["", "", "", "[::-1]", "[:, None]", "[1:]"])


def ramp(rng, name, lengths, count):
    """Numbers that rise: what learners start from."""
    start = rng.choice([0, 0, 1]) if name[0] in "ub" else rng.choice([0, 0, 1, -count // 2])
    if name == "bool":
        return f"(np.arange({count}) % {rng.choice([2, 3])} == 0).reshape({lengths})"
    text = f"np.arange({start}, {start + count}, dtype='{name}')" if start else f"np.arange({count}, dtype='{name}')"
    return text if len(lengths) == 1 else f"{text}.reshape({lengths})"


def nested(entries, lengths):
    if not lengths:
        return next(entries)
    return "[" + ", ".join(nested(entries, lengths[1:]) for _ in range(lengths[0])) + "]"
