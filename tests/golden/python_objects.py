"""Writes python_objects.txt: arrays of objects that hold arrays, classes that wrap or refuse results, factorisations of what
are no numbers, and names of dtypes that NumPy takes or refuses. Run it with numpy 2.4:
`python tests/golden/python_objects.py`.
"""
import pathlib

import typed

SETUP = """
import warnings
import numpy as np
o = np.array([[1, 2], [3, 4]], dtype=object)
held = np.array([None, 1]); held[0] = held
def stored(key, value, shape=()):
    a = np.empty(shape, object)
    a[key] = value
    return type(a.ravel()[0]).__name__
class OptOut: __array_ufunc__ = None
class Greedy:
    def __array_ufunc__(self, *given, **how): return "answered"
class Wraps:
    def __init__(self, *context): self.context = context
    def __array__(self, dtype=None, copy=None): return np.zeros(1)
    def __array_wrap__(self, made, context=None, return_scalar=False): return type(self).__name__, made, context[0], context[2]
class Above(Wraps): __array_priority__ = 20.
class Below(Wraps): __array_priority__ = -5.
class Sub(np.ndarray): pass
class Mapping:
    def __len__(self): return 1
    def __getitem__(self, key): raise KeyError(key)
def warned(code):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        return eval(code), [str(one.message) for one in found]
"""

CODE = r"""
held, str(held), [held]
stored((), np.array(5)), stored(..., np.array(5)), stored(0, np.array(5), (1,)), stored((0, 0), np.array(5), (1, 1)), stored([0], np.array(5), (1,)), stored(0, np.zeros(2), (1,))
np.sign(np.array([-2, 0, 5], object))
np.sign(np.array([np.nan], object))
np.linalg.inv(o)
np.linalg.det(o)
np.linalg.svd(o)
np.linalg.eigh(o)
np.linalg.eig(o)
np.linalg.solve(o, [1, 2])
np.linalg.solve(o, np.eye(2))
np.linalg.inv(np.array([["a"]]))
np.add(OptOut(), 1)
np.add(Greedy(), OptOut())
np.add(Greedy(), 1, out=OptOut())
np.add(Greedy(), 1)
np.minimum(np.zeros(1), Wraps()), np.minimum(Wraps(), Above()), np.exp(Above()), type(np.minimum(np.zeros(1), Below())).__name__, np.minimum(Below(), 1.0)
np.float64(3)[None, ..., None].shape, np.float64(3)[...,], np.int64(3)[(None,) * 3].shape
np.float64(3)[None, 0]
np.add(1, 2, sig="a", signature="b")
np.add(1, 2, sig="ddd")
np.add.accumulate([[1, 2]], axis=None)
np.add.accumulate([[1, 2]], axis=(0, 1))
np.add.outer([1], 2, 3)
type(np.vectorize(lambda a: a + 1)(np.arange(2).view(Sub))).__name__
np.dtype("3S"), np.dtype("2i4"), np.dtype("(3,)i4"), np.dtype(memoryview), np.dtype(("V8", "i8")), np.dtype(("i8", "V8")), np.dtype("O4")
warned("np.dtype('a3')")
np.dtype("(3)i4")
warned("np.dtype('(2)f4,i4')")
np.can_cast(np.zeros(2, 'i4'), 'i2'), np.can_cast(np.zeros(2, 'i4'), 'i8'), np.concatenate([np.ones(1), [2.]], dtype='f4')
renamed = np.dtype('i,i'); renamed.names = ['f0']
renamed = np.dtype('i,i'); renamed.names = ['f0', b'f1']
np.complex64(1, np.nan), np.complex128(1, 2), type(np.complex64(1, 2)).__name__
np.complex128('1', 2)
np.complex64(1, 2, 3)
np.array([Mapping()]).dtype, np.arange(3).conjugate(np.zeros(3)), np.array([1j]).conj(np.zeros(1, complex))
np.array([b'\0\0', b'\0a'], dtype='V2').astype(bool), np.bool_(np.void(b'\0'))
np.choose(0, [[1]] * 70)
p = np.poly1d([4, 3, 2, 1]); p[3] = 0; print(p)
np.char.array([['ab', 'c']]) * 2, np.char.array([['ab', 'c']]).center(5), np.char.array([['ab', 'c']]).replace('a', 'x')
type(np.kron([1], np.ones(2).view(Sub))).__name__, np.ediff1d(np.ones(3).view(Sub), to_begin=1), type(np.ones(2).view(Sub).astype(float, subok=False, copy=False)).__name__
np.dtype("int0")
np.dtype("float_")
np.dtype("M8[")
np.dtype("M8[x]")
np.dtype("m8[3]")
np.dtype(np.generic)
np.dtype(np.number)
np.dtype(np.integer)
np.dtype(np.character)
np.dtype(np.array([1]))
np.zeros(2, np.floating)
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
