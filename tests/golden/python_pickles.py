"""Writes python_pickles.txt: how arrays, scalars, dtypes and generators are pickled, under the real NumPy.

Run it with numpy 2.4: `python tests/golden/python_pickles.py`.
"""
import typed

SETUP = r"""
import copy, io, pickle, struct, sys
import numpy as np

class Tagged(np.ndarray):
    def __reduce__(self):
        function, arguments, state = super().__reduce__()
        return function, arguments, state + (self.tag,)

    def __setstate__(self, state):
        super().__setstate__(state[:-1])
        self.tag = state[-1]

sys.modules[__name__].Tagged = Tagged
tagged = np.arange(3).view(Tagged)
tagged.tag = "mine"

def text(of):
    return b"U" + bytes([len(of)]) + of if len(of) < 256 else b"T" + struct.pack("<i", len(of)) + of

def cifar_batch(count):
    # What Python 2 has written: byte strings, protocol 2, the names of NumPy 1.
    labels = b"".join(b"K" + bytes([7 * at % 10]) for at in range(count))
    data = bytes(at % 251 for at in range(count * 3072))
    return (b"\x80\x02}q\x01(" + text(b"batch_label") + text(b"training batch 1 of 5") + text(b"labels") + b"](" + labels
            + b"e" + text(b"data") + b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85" + text(b"b")
            + b"\x87R(K\x01K" + bytes([count]) + b"M\x00\x0c\x86cnumpy\ndtype\n" + text(b"u1") + b"K\x00K\x01\x87R(K\x03"
            + text(b"|") + b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89" + text(data) + b"tb" + text(b"filenames") + b"]("
            + b"".join(text(b"%d.png" % at) for at in range(count)) + b"eu.")

def state(of):
    made = np.zeros(3)
    made.__setstate__(of)
    return made
"""

CODE = r"""
[pickle.dumps(np.arange(6).reshape(2, 3), protocol) for protocol in (3, 4, 5)]
[pickle.loads(pickle.dumps(np.arange(6).reshape(2, 3), protocol)) for protocol in range(6)]
pickle.dumps(np.asfortranarray(np.eye(2)), 3), pickle.dumps(np.asfortranarray(np.eye(2)[:, :1]), 5), pickle.dumps(np.eye(3)[:, 1:], 5)
pickle.loads(pickle.dumps(np.asfortranarray(np.eye(2)), 2)).flags.f_contiguous, pickle.loads(pickle.dumps(np.asfortranarray(np.ones((2, 3))), 5)).strides
[pickle.dumps(value, 3) for value in [np.float32(2.5), np.int64(-3), np.bool_(True), np.str_("abc"), np.complex64(1j), np.float16(1), np.datetime64("2020-02-03"), np.timedelta64(5, "h")]]
[pickle.loads(pickle.dumps(value, protocol)) for value in [np.float32(2.5), np.int64(-3), np.bool_(True), np.str_("abc"), np.bytes_(b"abc"), np.complex64(1j), np.float16(1), np.datetime64("2020-02-03"), np.timedelta64(5, "h")] for protocol in (0, 2, 5)]
[np.dtype(name).__reduce__() for name in ["?", "u1", ">i2", "f8", "<U5", ">U5", "S5", "V5", "O", "m8", ">m8[us]", "M8[25s]", "f2", "c16", "U", "V"]]
[np.dtype(fields).__reduce__() for fields in ["i4,f8", [("a", "i4", (2,)), ("b", ">f8")], [(("t", "a"), "i4")], [("a", "O")], ("i4", (2,)), []]]
np.dtype("i1,f8", align=True).__reduce__(), np.dtype((np.record, [("a", "i4")])).__reduce__()
[pickle.loads(pickle.dumps(np.dtype(name), protocol)) for name in ["?", ">i2", ">U5", "S5", "V5", "O", "m8", ">m8[us]", "M8[25s]", "U", "V", "i4,f8", [("a", "i4", (2,)), ("b", ">f8")], [(("t", "a"), "i4")], ("i4", (2,))] for protocol in (0, 5)]
pickle.loads(pickle.dumps(np.dtype("i1,f8", align=True))), pickle.loads(pickle.dumps(np.dtype((np.record, [("a", "i4")]))))
[pickle.loads(pickle.dumps(array, protocol)) for array in [np.array(["a", "bcd"]), np.array([b"x", b"yz"]), np.array([1, None, "a"], dtype=object), np.zeros((0, 3)), np.array(5), np.arange(6.)[::-2], np.array([True, False]), np.array([1, 2], ">i4"), np.array(["2020-01-01", "NaT"], "M8[D]"), np.array([(1, 2.5), (3, 4.5)], "i4,f8"), np.array([], "U")] for protocol in (0, 2, 4, 5)]
pickle.dumps(np.array([[1, None], ["a", 2.5]], dtype=object), 2), pickle.loads(pickle.dumps(np.array([[1, None], ["a", 2.5]], dtype=object, order="F"), 2))
np.arange(3).__reduce__()[1:], np.arange(3).__reduce_ex__(2)[1:], np.arange(3).__reduce__()[0].__name__, np.float32(1).__reduce__()[1]
pickle.loads(pickle.dumps(np.matrix([[1, 2]]))), pickle.loads(pickle.dumps(np.rec.array([(1, 2.5)], dtype="i4,f8"))), pickle.loads(pickle.dumps(np.poly1d([1, 2])))
array = np.arange(3); array.flags.writeable = False; [pickle.loads(pickle.dumps(array, protocol)).flags.writeable for protocol in (2, 5)]
pickle.loads(pickle.dumps({"a": np.arange(2), "b": [np.float32(1)]})), [x is y for x, y in [pickle.loads(pickle.dumps([tagged] * 2))]]
[(type(x).__name__, x.tag, x) for x in (pickle.loads(pickle.dumps(tagged, protocol)) for protocol in (2, 5))]
[pickle.dumps(f, 2) for f in [np.add, np.sum, np.concatenate, np.float32, np.ndarray, np.dtype]]
[pickle.loads(pickle.dumps(f)) is f for f in [np.add, np.sum, np.array, np.linalg.norm, np.float32, np.ndarray, np.dtype]]
rng = np.random.default_rng(3); rng.random(); rng.integers(9, dtype=np.int32); other = pickle.loads(pickle.dumps(rng)); rng.integers(1000, size=4), other.integers(1000, size=4), other.spawn(1)[0].integers(1000)
old = np.random.RandomState(5); old.randn(); other = pickle.loads(pickle.dumps(old)); old.randn(3), other.randn(3)
bits = np.random.MT19937(5); pickle.loads(pickle.dumps(bits)).random_raw() == bits.random_raw(), pickle.loads(pickle.dumps(np.random.SeedSequence(3, spawn_key=(1, 2))))
batch = pickle.loads(cifar_batch(4), encoding="bytes"); sorted(batch), batch[b"data"].shape, batch[b"data"].dtype, batch[b"labels"], batch[b"data"].sum(), batch[b"filenames"][:2]
batch = pickle.loads(cifar_batch(4), encoding="latin1"); sorted(batch), batch["data"].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1).strides, batch["batch_label"], batch["data"][3, -3:], batch["data"].flags.writeable
pickle.loads(cifar_batch(4))
state((1, (2,), np.dtype("i4"), False, b"abc"))
state((1,))
state(3)
state((1, (2,), np.dtype("i4"), False, "abc"))
state((1, (2,), np.dtype("i4"), False, 3))
state((1, (2,), np.dtype("O"), False, b"12345678"))
state((1, (2,), np.dtype("O"), False, [1, None])), state(((2,), np.dtype("i4"), False, b"12345678")), state((1, (2,), np.dtype("i2"), False, "ab\xe9d"))
state((7, (2,), np.dtype("i4"), False, b"12345678"))
state((1, (2,), np.dtype("i4"), False, "\u1234"))
np.dtype("f8", False, True).__setstate__((9, "<", None, None, None, -1, -1, 0))
np.dtype(b"f8"), np.dtype(b"U5"), np.dtype(b"i4,f4")
np.dtype(b"foo")
from numpy.core.multiarray import _reconstruct, scalar
scalar(np.dtype("f4"), b"\0\0\x80?"), scalar(np.dtype("i4")), scalar(np.dtype("U2"), "ab".encode("utf-32-le"))
scalar(np.dtype("O"), [1])
scalar(np.dtype("f4"), b"\0")
scalar(np.dtype("f4"), 3)
np.core.foo
file = io.BytesIO(); np.save(file, np.array([[1, "a"], [None, {"k": np.arange(3)}]], dtype=object)); file.getvalue()
file.seek(0); np.load(file, allow_pickle=True)
np.load(io.BytesIO(pickle.dumps({"a": 1})), allow_pickle=True), np.load(io.BytesIO(pickle.dumps(np.arange(2))), allow_pickle=True)
[copy.copy(x) for x in [np.dtype("f8"), np.float32(1), np.arange(2)]], [copy.deepcopy(x) for x in [np.dtype("i4,f8"), np.float32(1), [np.arange(2)]]]
["é€".encode(name) for name in ("unicode_escape", "raw_unicode_escape", "utf-16-le", "utf-7", "utf-32-be", "iso8859-15", "cp1252")]
"""

typed.write(__file__, SETUP, CODE)
