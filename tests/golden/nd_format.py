"""Writes nd_format.txt: what NumPy 2.4 prints, for tests/nd/format.rs.

Run with a Python that has NumPy 2.4:  python tests/golden/nd_format.py

A case is a line `case NAME | dtype | shape | options | bytes in hex`, then the printed texts, each
line of them after a bar. Bytes are the elements in C order.
"""

import itertools
import pathlib

import numpy as np

assert np.__version__.startswith("2.4."), np.__version__
lines = [f"# numpy {np.__version__}"]


def block(kind, text):
    lines.append(f"{kind}:")
    lines.extend("|" + line for line in text.split("\n"))


def option_text(options):
    return " ".join(f"{key}={'space' if value == ' ' else value}" for key, value in options.items())


def case(array, name="", **options):
    array = np.asarray(array)
    shape = " ".join(map(str, array.shape))
    lines.append(f"case {name} | {array.dtype.name} | {shape} | {option_text(options)} | {array.tobytes().hex()}")
    with np.printoptions(**options):
        block("repr", repr(array))
        block("str", str(array))


def scalar(value):
    array = np.asarray(value)
    lines.append(f"scalar | {array.dtype.name} | {array.tobytes().hex()}")
    block("repr", repr(array[()]))
    block("str", str(array[()]))


def layout(value, kind, **options):
    function = np.format_float_positional if kind == "positional" else np.format_float_scientific
    array = np.asarray(value)
    lines.append(f"{kind} | {array.dtype.name} | {option_text(options)} | {array.tobytes().hex()}")
    block("text", function(array[()], **options))


rng = np.random.default_rng(2024)
nan, inf = np.nan, np.inf
FLOATS = {
    "whole": [0.0, 1.0, 2.0, -3.0],
    "halves": [0.5, 1.5, -2.5],
    "tenths": [0.1, 0.2, 0.3],
    "sum": [0.1 + 0.2, 1 / 3, 2 / 3],
    "negative_zero": [-0.0, 0.0],
    "zeros": [0.0, 0.0],
    "nan": [nan, 1.0, -2.25],
    "inf": [inf, -inf, 0.0],
    "inf_only": [inf, inf],
    "minus_inf_only": [-inf, inf],
    "nan_only": [nan, nan],
    "nan_exponent": [nan, 1e10, -inf],
    "tiny": [5e-324, 1e-300],
    "huge": [1.7976931348623157e308, 1.0],
    "mixed": [1e-8, 1.0, 12345.678],
    "ratio": [1.0, 1000.0],
    "ratio_over": [1.0, 1001.0],
    "small": [0.0001, 0.5],
    "smaller": [0.00009, 0.5],
    "hundred_million": [1e8, 1e8],
    "below": [99999999.0, 1e8 - 1],
    "e15": [1e15],
    "e16": [1e16],
    "e16_and_one": [1e16, 1.0],
    "e22": [1e22, 1e23],
    "precise": [1.23456789012345, 2.0],
    "carry": [0.999999999, 9.9999999999],
    "carry_more": [99.999999999, 1.0],
    "half_even": [0.000000005, 0.000000015, 0.123456785],
    "exp_long": [1.2345678901234e-20, 1e-20],
    "million": [999999.0, 1000000.0],
    "sixteen_million": [16777216.0, 1.0],
    "negative": [-1.5, -22.25, -333.125],
    "negative_exponent": [-1.5e-10, 2.5e10],
    "exponent_three_digits": [1e100, 1e-5],
}
for name, values in FLOATS.items():
    case(np.array(values), name)
    with np.errstate(over="ignore"):
        case(np.array(values).astype(np.float32), name + "_f32")
        case(np.array(values).astype(np.float16), name + "_f16")
    case(np.array(values)[0], name + "_0d")

OPTIONS = [
    dict(precision=2), dict(precision=0), dict(precision=17), dict(precision=4, suppress=True),
    dict(suppress=True), dict(sign="+"), dict(sign=" "), dict(floatmode="fixed"),
    dict(floatmode="fixed", precision=3), dict(floatmode="unique"), dict(floatmode="maxprec_equal"),
    dict(floatmode="maxprec_equal", precision=3, sign=" "), dict(nanstr="missing", infstr="endless"),
    dict(nanstr="-", infstr="~", sign="+"), dict(floatmode="fixed", precision=2, suppress=True),
]
for name in ("whole", "sum", "nan", "inf", "minus_inf_only", "mixed", "small", "huge", "precise", "carry",
             "negative", "negative_exponent", "tiny", "negative_zero", "exp_long", "half_even"):
    for number, options in enumerate(OPTIONS):
        case(np.array(FLOATS[name]), f"{name}_{number}", **options)
        if number in (2, 9):
            with np.errstate(over="ignore"):
                case(np.array(FLOATS[name]).astype(np.float32), f"{name}_{number}_f32", **options)

# Integers and booleans
for dtype in ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"):
    info = np.iinfo(dtype)
    case(np.array([info.min, 0, info.max], dtype), f"extremes_{dtype}")
    case(np.arange(5, dtype=dtype), f"arange_{dtype}")
    case(np.array(7, dtype), f"zero_d_{dtype}")
    scalar(np.array(info.max, dtype))
for options in (dict(sign="+"), dict(sign=" ")):
    case(np.array([-5, 0, 12]), "signed", **options)
    case(np.array([0, 12]), "unsigned", **options)
    case(np.array([-12, -3]), "negative_ints", **options)
case([True, False], "bools")
case([[True], [True]], "trues")
case(True, "bool_0d")

# Complex
COMPLEX = [
    [1 + 2j, -3.5 - 4.25j], [0j, 1e-10 + 1e10j], [complex(nan, inf), complex(-inf, nan), 1j],
    [complex(-0.0, -0.0), 1], [1e16 + 1j], [0.1 + 0.2j, 1 / 3 + 100j], [complex(0, nan)], [1.5],
]
for number, values in enumerate(COMPLEX):
    case(np.array(values, np.complex128), f"complex_{number}")
    case(np.array(values).astype(np.complex64), f"complex64_{number}")
    case(np.array(values[0], np.complex128), f"complex_0d_{number}")
    for options in (dict(precision=2), dict(sign="+"), dict(floatmode="fixed", precision=1), dict(suppress=True)):
        case(np.array(values, np.complex128), f"complex_{number}", **options)
    for value in values:
        scalar(np.complex128(value))
        scalar(np.complex64(value))

# Shapes, wrapping, summaries
for shape in [(), (1,), (0,), (0, 3), (3, 0), (2, 0, 2), (1, 1), (2, 3), (3, 1), (2, 3, 4), (2, 1, 2, 3),
              (1, 2, 1, 2, 2), (30,), (5, 30), (2, 2, 30)]:
    count = int(np.prod(shape))
    case(np.arange(count).reshape(shape), "shape")
    case(np.arange(count, dtype=np.int16).reshape(shape), "shape_i2")
    case((np.arange(count) / 7).reshape(shape), "shape_float")
    case((np.arange(count) / 7).astype(np.float32).reshape(shape), "shape_f32")
    case((np.arange(count) % 2 == 0).reshape(shape), "shape_bool")
    case((np.arange(count) * (1 - 0.5j)).reshape(shape), "shape_complex")
for shape in [(1001,), (1000,), (2, 501), (501, 2), (40, 40), (12, 10, 10), (3, 400), (5, 6, 7, 8), (2, 3, 2, 100)]:
    count = int(np.prod(shape))
    case(np.arange(count, dtype=np.int16).reshape(shape), "summary")
    case((np.arange(count) % 250 - 100).astype(np.int8).reshape(shape), "summary_i1")
    case(((np.arange(count) % 2) == 0).reshape(shape), "summary_bool")
case((np.arange(1001) / 8).astype(np.float32), "summary_f32")
case(np.linspace(0, 1, 1200).reshape(30, 40), "summary_float")
case(np.r_[np.zeros(500), nan, 1e9, np.zeros(600)], "summary_hidden_extremes")
small = np.arange(24).reshape(2, 3, 4)
for options in [dict(threshold=5), dict(threshold=5, edgeitems=1), dict(threshold=5, edgeitems=2), dict(linewidth=20),
                dict(linewidth=8), dict(linewidth=1), dict(threshold=0, edgeitems=0), dict(threshold=23, edgeitems=1, linewidth=30),
                dict(threshold=10**6), dict(edgeitems=1)]:
    case(small, "options", **options)
    case(small / 3, "options_float", **options)
    case(np.arange(12, dtype=np.uint8), "options_1d", **options)
    case((np.arange(1200) % 7).astype(np.uint8), "options_long", **options) if "threshold" in options else None
for width in range(20, 40):
    case(np.arange(4, dtype=np.float32), "extras_width", linewidth=width)
for size in (1, 2, 5, 10, 11, 12, 13, 60):
    case(rng.standard_normal(size), "random")
    case(rng.random((size, 3)).astype(np.float32), "random_f32")
    case(rng.standard_normal(size) * 10.0 ** rng.integers(-12, 12, size), "random_scales")
    case(rng.standard_normal(size) + 1j * rng.random(size), "random_complex")
    case(rng.integers(-1000, 1000, (size, 2)), "random_ints")

# Scalars
for value in list(itertools.chain.from_iterable(FLOATS.values())) + [
        1e-4, 9.999e-5, 9.9e15, 123456789.0, 1e6, 999999.5, 2**53, 1 / 3, 1e21, 4.35, 0.1 + 0.7]:
    scalar(np.float64(value))
    with np.errstate(over="ignore"):
        scalar(np.float32(value))
        scalar(np.float16(value))
for value in np.ldexp(rng.random(300), rng.integers(-1070, 1020, 300)):
    scalar(value)
for value in np.arange(0, 65536, 197, np.uint16).view(np.float16):
    scalar(value)
for exponent in range(-24, 16):
    scalar(np.float16(2.0 ** exponent))
for value in np.ldexp(rng.random(300), rng.integers(-140, 120, 300)).astype(np.float32):
    scalar(value)
scalar(np.True_)
scalar(np.False_)

# format_float_positional and format_float_scientific
VALUES = [0.0, -0.0, 1.0, 0.5, 1.5, 2.5, 9.5, 0.25, 0.35, 1.20004, 1.29996, 9.996, 0.996, 123456789.123456789, 6e-9, 5e-9, 4e-9,
          1e22, 1e23, 5e-324, 0.1, 1 / 3, -12.375, nan, inf, -inf, 1e16, 100.0]
for value in VALUES:
    for number in (np.float64(value), np.float32(value), np.float16(value)):
        layout(number, "positional")
        layout(number, "scientific")
    for precision in (0, 1, 3, 20):
        for trim in "k.0-":
            layout(value, "positional", precision=precision, trim=trim)
            layout(value, "positional", precision=precision, trim=trim, unique=False)
            layout(value, "scientific", precision=precision, trim=trim)
            layout(value, "scientific", precision=precision, trim=trim, unique=False)
        if precision:
            layout(value, "positional", precision=precision, fractional=False)
            layout(value, "positional", precision=precision, fractional=False, unique=False)
        layout(value, "positional", min_digits=precision)
        layout(value, "scientific", min_digits=precision)
    layout(value, "positional", precision=2, pad_left=6, pad_right=5, sign=True)
    layout(value, "positional", precision=2, pad_left=6, pad_right=5, trim="-")
    layout(value, "scientific", precision=2, pad_left=6, exp_digits=4, sign=True)
    layout(value, "scientific", exp_digits=1)

pathlib.Path(__file__).with_name("nd_format.txt").write_text("\n".join(lines) + "\n")
