"""Writes python_sweeps.txt: what sweeps over all dtypes and operands found apart from NumPy, one line a cause.

Run it with numpy 2.4: `python tests/golden/python_sweeps.py`.
"""
import typed

SETUP = """
import numpy as np
"""

CODE = r"""
[np.datetime64(s) for s in ("1", "12-01", "-12", "+123-01-01", "  2020")]
np.array(["7", "0123"], "M8[s]")
np.datetime64("2020 ")
np.datetime64(" 12-1")
np.datetime64("  ")
np.add(np.array(5, "M8[s]"), 10**19)
np.subtract(10**19, np.array(5, "M8[s]"))
np.maximum(np.array(5, "M8[s]"), 10**19)
np.add(np.array("a"), 10**19)
np.divide(np.array("a"), 10**30)
np.array([10**19], "m8[s]")
np.zeros(1, "i1") + 2**63
np.zeros(1, "u4") + 10**19
np.array([2**63], "i4")
np.logical_and(np.ones(1), 10**19)
np.abs(10**19), np.abs(-10**30), np.invert(10**19), np.sign(-10**30)
np.sqrt(10**30)
np.isnan(10**30)
np.equal(1, 10**30), np.less(10**30, 10**31), np.greater(-10**30, 1), np.equal(10**19, 10**19)
np.ldexp(2, np.arange(2)), np.ldexp(2.0, np.arange(2)), np.ldexp(2, 3)
np.multiply(np.array(5, "M8[s]"), np.array("a"))
np.matmul(np.arange(2), 10**19)
np.arctan(np.array([1, 3], complex))
np.complex128(np.var(np.array([1, 3], "F"), dtype=object))
np.array([np.float64, int]), np.array(np.ndarray)
np.int8(1) == np.str_("a"), np.float64(1) != "a", np.int8(1) == int, np.datetime64("2020") == "2020"
x = np.int8(1); x @= 1
x = np.complex64(1); x //= 2
x = np.float64(1); x @= [1]
x = np.str_("a"); x += "b"; print(type(x), x)
x = np.str_("%d"); x %= 3; print(type(x), x)
x = np.arange(3); x @= x
x = np.eye(2); x @= np.arange(2)
x = np.arange(2); x @= 1.5
np.strings.find(["a"], b"a")
np.strings.startswith([], 0)
np.strings.count(["a"], "a", 1.5)
np.strings.isspace([1])
np.strings.isspace("a", 4)
np.strings.isalpha("a", out=np.array(False))
np.strings.strip([b"a"], "a")
np.strings.ljust([], "a")
np.strings.zfill(["a"], 2.5)
np.strings.replace(["ab"], ["a"], 1)
np.strings.find(["a", "b"], ["a", "b", "c"])
np.strings.encode(["a"], 4)
np.strings.decode(["a"])
np.strings.slice([1.5], "a")
np.strings.expandtabs(["abc", "a\tb"]).dtype, np.strings.expandtabs([b"a\tb"], 4).dtype
[(part.dtype, part.strides, part.flags.owndata) for part in np.strings.rpartition(np.array(["ab", "c"]), "b")]
np.char.multiply(["a"], 1.5)
hasattr(np.char, "slice")
np.datetime_as_string(np.array(["1999", "2024-01"], "M8[D]"), unit="auto", timezone="UTC")
np.datetime_as_string(np.array(["2024-01-31T23:59:59.5", "NaT", "2024-01-31T22:00"], "M8[ms]"), unit="auto")
np.datetime_as_string(np.array(["1999", "NaT"], "M8[D]"), timezone="UTC"), np.datetime_as_string(np.array(["1999", "NaT"], "M8[m]"), timezone="UTC")
np.polynomial.hermite.hermval(np.array([3, 100], "i1"), [1, 2]), np.polynomial.laguerre.lagval(np.array([0, 11], "u2"), [0, 1, 1])
np.percentile([2**62 - 1, 5], [0, 100], method="nearest"), np.quantile(np.array([2**64 - 1], "u8"), 0.5, method="lower")
np.put_along_axis(np.arange(3), np.array([[0, 1]]), 1j, axis=-1)
np.trapezoid(np.arange(8).reshape(4, 2), [0, 1, 3], axis=0)
np.busday_offset("2024-01-01", 1, weekmask="0000000")
np.linalg.eig([[None]])
np.linalg.eigh("x")
np.linalg.qr([[4.0, 1], [2, 3]], mode="raw")[0].strides
np.vstack((np.arange(2, dtype="u4"), [5, 6])), np.hstack((np.arange(2, dtype="u4"), 100))
np.concatenate((np.arange(2, dtype="u1"), 300), axis=None), np.union1d(np.arange(2, dtype="u1"), -3)
np.sum(np.array([7, 2], "m8[s]"), initial=np.timedelta64(1, "m"))
np.sum(np.array([7, 2], "m8[s]"), initial=1.5)
np.min(np.array([7, 2], "m8[s]"), where=[True, False])
np.max(np.zeros((0, 0), "M8[D]"), axis=-1)
np.sum(np.array([1, 2], object), where=[True, False])
np.std([1, 2], out=np.array(0))
np.argmax([1, 2], out=np.array(0.0))
np.polynomial.Polynomial([1, 2]) == np.polynomial.Polynomial([1, 1])
np.full(2, np.float32(10), dtype=object)
np.correlate([], [1], "x")
np.timedelta64(2, "D") - np.datetime64("2024-01-31")
np.array([1], "m8[Y]") == np.array([1], "m8[s]")
np.strings.isspace(np.broadcast_to(np.array([" ", "a"]), (2, 2))).strides
np.array([1, 2]).astype("M8")
np.bincount([0, 1], [1j, 2])
np.vectorize(str)([1, 10, 100]), np.vectorize(lambda n: (n, b"a" * n))([1, 3])
np.bytes_(True), np.bytes_(-1), np.bytes_(1.5), np.bytes_(b"a\x00")
np.dot(0.0, -1.0), np.dot([0.0], -1.0), np.dot([0.0, 1.0], -1.0)
np.i0([0, 8, 9, 720, np.inf, np.nan]) * 0
(np.zeros((2, 3), int).T < 10**30).strides
np.max(np.array([-6, 5]), out=np.array(0, "u4"))
np.subtract(np.array([5, 6], "M8[s]"), 2, where=[True, False], out=np.array([8, 9], "M8[s]"))
np.logical_not([1.5, 0], signature=("d", None)), np.less([1, 2], [2, 2], signature=("d", None, None))
np.isnan([1.5], signature=("?", None))
np.apply_along_axis(lambda row: None, 0, np.zeros((2, 2)))
np.genfromtxt(["1", "2"], dtype="i4,i4,f4")
"""

typed.write(__file__, SETUP, CODE)
