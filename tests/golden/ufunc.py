"""Golden ufuncs: every loop over special and ordinary values, promotion, casting, events and refusals."""
import itertools
import os
import warnings

import numpy as np
from record import Golden, grown, write_array

golden = Golden(os.path.join(os.path.dirname(__file__), "ufunc.txt"))
DTYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64", "complex64", "complex128"]


def values(dtype, which):
    """A few ordinary and all awkward values, in one of two orders so that pairs differ."""
    d = np.dtype(dtype)
    if d.kind == "b":
        v = np.array([0, 1, 1, 0], d)
    elif d.kind in "iu":
        i = np.iinfo(d)
        v = np.array([0, 1, 2, 3, 7, 12, 100, i.max, i.max - 1, i.min, i.min + 1] + ([-1, -2, -7] if d.kind == "i" else [5, 6, 8]), d)
    elif d.kind == "f":
        tiny = np.finfo(d).smallest_subnormal
        v = np.array([0.0, -0.0, 1, -1, 0.5, -2.5, 3.5, 1e30, np.finfo(d).max, tiny, np.inf, -np.inf, np.nan, 7], d)
    else:
        v = np.array([0, 1, -1, 1j, -1j, 1 + 2j, -2.5 + 0.5j, 3 - 4j, complex(np.inf, 1), complex(np.nan, 0), 1e-3j, 2], d)
    if which == 0:
        return v
    return np.roll(v[::-1], 3 * which)


def run(f):
    """A result and the sentences NumPy said while making it, or the exception."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            r = f()
        except Exception as e:
            return None, f"{type(e).__name__}: {e}"
    return r, "|".join(str(w.message) for w in said if w.category is RuntimeWarning and "underflow" not in str(w.message))


EXACT = """add subtract multiply divide floor_divide remainder divmod fmod negative positive absolute fabs sign conjugate square
reciprocal maximum minimum fmax fmin floor ceil trunc rint copysign nextafter spacing heaviside modf frexp gcd lcm sqrt
equal not_equal less less_equal greater greater_equal logical_and logical_or logical_xor logical_not bitwise_and bitwise_or
bitwise_xor invert left_shift right_shift bitwise_count isnan isinf isfinite signbit deg2rad rad2deg power ldexp""".split()


def skip(name, dtypes):
    # Platform's libm, or FMA in NumPy's vector code.
    kinds = {np.dtype(d).kind for d in dtypes}
    if "c" in kinds and name in "multiply divide square reciprocal power sign absolute sqrt".split():
        return True
    if name == "power" and "f" in kinds:
        return True
    return False


for name in EXACT:
    u = getattr(np, name)
    pools = itertools.product(DTYPES, repeat=u.nin)
    for dtypes in pools:
        if skip(name, dtypes):
            continue
        if u.nin == 2 and dtypes[0] != dtypes[1] and not (name in ("add", "less", "divide", "power", "left_shift", "maximum", "equal", "ldexp", "logical_and")):
            continue
        arrays = [values(d, k) for k, d in enumerate(dtypes)]
        n = max(len(a) for a in arrays)
        arrays = [np.resize(a, n) for a in arrays]
        r, said = run(lambda: u(*arrays))
        outs = [] if r is None else list(r) if isinstance(r, tuple) else [r]
        golden.case("call", name, " ".join(write_array(a) for a in arrays), " ".join(write_array(o) for o in outs), said)

for a, b in itertools.product(DTYPES, repeat=2):
    golden.case("promote", a, b, np.promote_types(a, b).name)
    for rule in ("no", "safe", "same_kind"):
        golden.case("cast", a, b, rule, str(int(np.can_cast(a, b, rule))))
for a in DTYPES:
    for text, number in (("i3", 3), ("f2.5", 2.5), ("c1", 1j)):
        golden.case("weak", a, text, np.result_type(np.dtype(a), number).name)
# Python numbers beside arrays.
for name, a, text, number in [("add", [1, 2], "i3", 3), ("add", [1, 2], "f2.5", 2.5), ("multiply", [1, 2], "f0.1", 0.1),
                              ("power", [2, 3], "i2", 2), ("less", [1, 200], "i300", 300), ("greater", [1, 2], "i-5", -5),
                              ("equal", [1, 2], "i1000000000000000000000", 10**21), ("add", [1, 2], "i300", 300),
                              ("add", [1, 2], "i-1", -1), ("subtract", [1, 2], "i70000", 70000), ("left_shift", [1, 2], "i2", 2),
                              ("add", [1, 2], "i1180591620717411303424", 2**70), ("remainder", [7, 5], "i3", 3),
                              ("floor_divide", [7, 5], "f2.0", 2.0), ("maximum", [7, 5], "i6", 6), ("arctan2", [0, 0], "i1", 1)]:
    for d in DTYPES:
        v = np.array(a).astype(d)
        r, said = run(lambda: getattr(np, name)(v, number))
        if name == "arctan2" and d not in ("int32", "float64"):
            continue
        golden.case("number", name, write_array(v), text, "" if r is None else write_array(r), said)
golden.save()
