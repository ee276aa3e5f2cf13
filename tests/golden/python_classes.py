"""Writes python_classes.txt: subclasses of ndarray, the class matrix, and classes that answer ufuncs and functions
themselves, as a learner types them, under the real NumPy. Run it with numpy 2.4: `python tests/golden/python_classes.py`.
"""
import pathlib

import typed

SETUP = """
import numpy as np
class S(np.ndarray):
    def __new__(cls, a, info=None):
        made = np.asarray(a).view(cls)
        made.info = info
        return made
    def __array_finalize__(self, parent):
        self.info = getattr(parent, 'info', None)
class Answers(np.lib.mixins.NDArrayOperatorsMixin):
    def __init__(self, value):
        self.value = np.asarray(value)
    def __repr__(self):
        return f'Answers({self.value})'
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        print(ufunc.__name__, method, kwargs)
        plain = [one.value if isinstance(one, Answers) else one for one in inputs]
        return Answers(getattr(ufunc, method)(*plain, **kwargs))
class Silent:
    def __array_ufunc__(self, *args, **kwargs): return NotImplemented
    def __array_function__(self, *args): return NotImplemented
    def __repr__(self): return 'Silent()'
class Wrapping:
    def __init__(self, value): self.value = value
    def __array__(self, dtype=None, copy=None): return np.asarray(self.value)
    def __array_wrap__(self, array, context=None, return_scalar=False): return 'wrapped', array, return_scalar
class Apart: __array_ufunc__ = None
def which(*made): print(*[(type(one).__name__, getattr(one, 'info', None)) for one in made], made[0])
s = S([[1, 2, 3], [4, 5, 6]], 'kept')
m = np.matrix('1 2; 3 4')
"""

CODE = r"""
which(s, s + 1, np.arange(3) + s, s[0], s[s > 2], s[[0, 1]], s.T, s.reshape(3, 2), s.copy(), s.astype(float), s.ravel())
which(s.sum(), s.mean(axis=0), s.max(), s.argmax(axis=0), s.cumsum(), np.sum(s), np.median(s), np.ptp(s), np.average(s))
which(s[0, 0], s.argmax(), np.asarray(s), np.array(s), s.view(np.ndarray), np.concatenate([s, s]), np.where(s > 2, s, 0))
which(np.zeros_like(s), np.full_like(s, 3), np.copy(s, subok=True), np.array(s, subok=True), np.sort(s), np.diff(s), np.tile(s, 2))
which(np.gradient(s)[0], np.unique(s), np.linalg.inv(s[:, :2]), np.nan_to_num(s), np.kron(s, [1]), np.apply_along_axis(np.sum, 0, s))
which(s.dot([1, 2, 3]), np.dot([1, 2], s), s @ [1, 2, 3], np.add.accumulate(s), np.add.outer([1], s), s.flat[:2], s.clip(2, 3))
which(*list(s)), which(np.broadcast_to(s, (1, 2, 3)), np.broadcast_to(s, (1, 2, 3), subok=True))
s.base is s.T.base, s[0].base is s, s.view(np.ndarray)[1:].base is s.base, np.frombuffer(b"ab", "u1")[1:].base.base
s.sum(), repr(s[:, None][:0]), str(s)
m, m[0], m[:, 0], m[0, 1], m[m > 1], m.T, m.H, m.I, m.A1, m.flatten(), list(m)
m * m, m ** 2, 2 * m, m + 1, m / 2, m @ [[1], [2]], m.dot(m), np.multiply(m, m)
m.sum(), m.sum(0), m.sum(1), m.mean(1), m.max(0), m.argmax(1), m.ptp(1), m.any(0), np.sum(m, axis=0), np.std(m)
np.matrix([1, 2, 3]), np.matrix(3), np.asmatrix([[1, 2]]), np.bmat("m, m; m, m"), np.bmat([[m, m]]), np.r_["r", [1, 2]], np.vstack([m, [5, 6]])
np.matrix("1, 2; 3")
np.matrix(np.zeros((2, 2, 2)))
m * [1, 2, 3]
a = Answers([1, 2, 3]); print(a + 1, 1 - a, a * np.arange(3), np.arange(3) * a, -a, a < 2, np.add.reduce(a), np.multiply.outer(a, a))
np.add(a, 1, out=np.zeros(3)), np.add.reduce(a, 0, keepdims=True)
np.add(Silent(), 1)
np.arange(2) + Silent()
np.multiply.reduce(Silent(), axis=0)
np.add(Apart(), 1)
np.sqrt(Wrapping([4.0, 9.0])), np.add(Wrapping(1), 2)
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
