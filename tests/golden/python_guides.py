"""Writes python_guides.txt: what NumPy's guides and collections of exercises lead to that no other list has, under the
real NumPy and CPython 3.11. Run it with numpy 2.4: `python tests/golden/python_guides.py`.
"""
import pathlib

import typed

SETUP = """
import sys, io, warnings
import numpy as np

a = np.arange(6).reshape(2, 3)

def put(array, index, value):
    array[index] = value
    return array

class Lent:
    def __init__(self): self.held = np.arange(4)
    @property
    def __array_interface__(self): return self.held.__array_interface__

class Made:
    def __array__(self, dtype=None, copy=None): return np.array([0.5]) if copy is None else np.array([copy])

class Old(np.ndarray):
    def __array_wrap__(self, array): return 'wrapped'

def causes(function):
    try: function()
    except Exception as error:
        cause = error.__cause__
        print(repr(error), '<-', repr(cause), cause.__traceback__)

def seen(x):
    print(type(x).__name__, end=' ')
    return x

def digits(subscripts, *arrays):
    for kind in (np.float64, np.float32):
        print(np.einsum(subscripts, *[array.astype(kind) for array in arrays]).tolist())

random = np.random.default_rng(5)
rows, others = random.random((3, 37)), random.random((3, 37))
cube = random.random((2, 3, 5))

def casts(rule):
    kinds = "? i1 u8 f8 c16 S S3 S50 U U3 U50 V V4 V16 O M8 M8[D] m8 m8[s] i4,f8".split()
    for kind in kinds: print(kind, "".join("Y" if np.can_cast(kind, other, rule) else "-" for other in kinds))

def warned(function):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        print(repr(function()), [(one.category.__name__, str(one.message)) for one in caught])
"""

CODE = r"""
a[[0.5]]
a[np.array([0.5])]
a[0, [0.5]]
a[['a']]
a[[None]]
a[[slice(1)]]
a[Made()]
a[{1: 2}]
a[[np.float64(1)]]
np.zeros(5)[[slice(0, 2), slice(1)]]
put(np.zeros(3), slice(None), [[1,2,3]])
put(np.zeros(3), slice(None), [np.array([1,2,3])])
put(np.zeros(3), [0,1,2], [[1,2,3]])
put(np.zeros((2,3)), 0, [[1,2,3]])
put(np.zeros((2,3)), slice(None), [[[1,2,3]]])
put(np.zeros(3), (None, slice(None)), [[1,2,3]])
put(np.zeros(3), slice(None), [1,[2],3])
put(np.zeros(3), slice(None), [range(3)])
put(np.zeros(3), slice(None), range(3))
put(np.zeros(3,'U3'), slice(None), [['a','b','c']])
put(np.zeros(3,'i4,f8'), slice(None), [(1,2),(3,4),(5,6)])
put(np.zeros(()), ..., [1])
a.mean(axes=0)
a.sum(foo=1)
a.max(1,2,3,4,5,6)
a.mean(0,None,None,False,True)
a.std(correction=1)
a.all(0,None,None,True,True)
a.argmax(0,None,True)
a.argsort(1,2,3,4)
a.dot()
a.astype()
a.take()
a.ravel(1,2)
a.searchsorted(1,2,3,4)
a.cumsum(0,None,None,None)
a.cumsum(foo=1)
a.repeat()
a.put([0])
a.put(ind=0, v=1)
put(np.zeros(2), 0, 1).put(indices=1, values=5)
a.diagonal(0,0,1,2)
a.byteswap(True,2)
a.round(foo=1)
a.round('a')
a.swapaxes(0)
a.swapaxes(axis1=0, axis2=1)
a.setflags(foo=1)
a.resize(foo=1)
np.atleast_1d(1, foo=2)
np.broadcast_shapes((1,), foo=2)
np.broadcast_arrays([1], foo=2)
np.split([1,2,3,4], 2)
np.split([1,2,3,4], [2])
np.hsplit([1,2], 2)
np.hsplit([1,2], [1])
np.vsplit([1], 1)
np.vsplit([[1],[2]], 2)
np.vsplit([[1],[2]], [1])
np.dsplit([1], 1)
np.round(1.234, 1.0)
np.linalg.matrix_power([[1]], 1.5)
np.linalg.norm()
np.errstate.__module__
digits('i->', rows.ravel())
digits('ij->', rows)
digits('ij->i', rows)
digits('ijk->i', cube)
digits('ijk->ji', cube)
digits('i,i', rows[0], others[0])
digits('ij,ij->', rows, others)
digits('ij,ij->i', rows, others)
digits('ij,j->i', rows, others[0])
digits('ij->j', rows)
np.einsum('i->', np.arange(10))
np.einsum('i->', np.empty(0))
casts('no')
casts('safe')
casts('same_kind')
casts('unsafe')
put(np.zeros(3), 0, [1,2])
put(np.zeros(3, int), 0, [1,2])
put(np.zeros(3, int), 0, np.array([3]))
put(np.zeros(3), 0, np.array([3]))
put(np.zeros(3, bool), 0, [0,0])
put(np.zeros(3, bool), 0, [])
put(np.zeros(3, bool), 0, np.array([1,2]))
put(np.zeros(3, complex), 0, (1,2))
put(np.zeros(3, complex), 0, np.array([1]))
put(np.zeros(3, 'U3'), 0, ['a'])
put(np.zeros(3, 'M8[D]'), 0, ['a'])
put(np.zeros(3, 'm8[D]'), 0, [1])
put(np.zeros(3, 'V4'), 0, [1])
causes(lambda: put(np.zeros(3), 0, [1,2]))
causes(lambda: put(np.zeros(3, bool), 0, np.array([1,2])))
causes(lambda: np.sin(None))
causes(lambda: np.loadtxt(io.StringIO('1 2\n3 x')))
np.vectorize(seen)(np.arange(2))
np.vectorize(seen, cache=True)(np.arange(2))
np.vectorize(seen, otypes=[float])(np.arange(2))
put(np.empty(2,object), ..., [[1,2],[3,4]])
put(np.empty(2,object), slice(None), [[1,2],[3]])
put(np.empty((),object), (), [1,2])
put(np.empty((),object), ..., (1,2))
put(np.empty(3,object), [0,1], [[1,2],[3,4]])
put(np.empty((2,2),object), ..., [[[1],[2]],[[3],[4]]])
put(np.empty(2,object), slice(None), np.arange(4).reshape(2,2))
b=np.empty(2,object); b.fill([1,2]); b
[sys.getsizeof(value) for value in (np.zeros(100), a, a.copy(), np.arange(10)[::2], np.array(1), np.array([object()]))]
[sys.getsizeof(value) for value in (np.True_, np.int8(1), np.int32(1), np.float64(1), np.float32(1), np.complex64(1), np.complex128(1), np.datetime64('2000'))]
[sys.getsizeof(value) for value in (0, 1, 2**30, 2**60, -5, 10**100, True, 1.5, 1j, None, '', 'abc', 'é', '日本', '😀a', b'', b'abc', (), (1,2), [], [1], [1,2], [1,2,3], list(range(1000)), range(5), slice(1))]
[sys.getsizeof(value) for value in ({}, {1:2}, {'a':1}, dict.fromkeys(range(6)), dict.fromkeys(range(11)), dict.fromkeys(range(1000)), set(), {1,2,3}, set(range(5)), set(range(100)), frozenset())]
np.array([1.,2]).astype(int, casting='same_value'), np.array([np.nan,1.]).astype('f4', casting='same_value'), np.array([5]).astype(bool, casting='same_value')
np.array([1.5,2]).astype(int, casting='same_value')
np.array([-1]).astype('u8', casting='same_value')
np.array([2**53+1]).astype(float, casting='same_value')
np.array([1+1j]).astype(float, casting='same_value')
np.array(['1']).astype(int, casting='same_value')
warned(lambda: np.datetime64('2000-01-01T00:00:00-08'))
warned(lambda: np.datetime64('2000-01-01T00:00+05:30'))
warned(lambda: np.datetime64('2000-01-01T00:00Z'))
np.datetime64('2000-01-01T00:00+24')
np.datetime64('2000-01-01T00:00+05:77')
np.timedelta64('nAt'), np.timedelta64('NaT','D')
lent=Lent(); b=np.array(lent, copy=False); b[0]=9; lent.held, b.base is lent
np.asarray(lent).base is lent, np.array(lent).base is None, np.asarray(lent, dtype=float), np.add(lent, 1)
np.array(Made(), copy=False), np.asarray(Made())
warned(lambda: np.add(np.arange(3).view(Old), 1))
np.can_cast(100, np.uint8)
np.ravel_multi_index(([3],[4]), (7,6), mode='clap')
np.take([1], 0, mode='foo')
np.nditer(a, flags=['c_index', 'external_loop'])
np.nditer(a, flags=['buffered'], op_flags=['readwrite'], op_dtypes=['float64'], casting='same_kind')
np.nditer([np.arange(2), a])
np.float_
np.NaN, np.inf
np.Inf
np.lookfor
np.who
np.find_common_type
np.string_
np.array_api
np.int
np.float
warned(lambda: getattr(np, 'str', 'none'))
np.in1d
np.r_[np.arange(5, dtype=np.uint8), -1]
np.r_[np.arange(5, dtype=np.int8), 255]
np.r_[np.float32([1,2]), 3.5], np.r_[np.int8(1), 2], np.r_[1:4, 0, np.array([5], np.uint8)], np.r_[True, 2]
np.r_['x,y', [1]]
np.r_[[1], 'a']
np.arange(2, dtype=str)
np.arange('a')
np.arange([1,2])
np.array(["string", np.float64(3.)], dtype="S"), np.array([np.int64(1), 2], dtype='S'), np.array(np.float64(1.5), dtype='U'), np.array([3., 'a'], dtype='S')
np.array([b'2020-01-01', '2021-01-01'], dtype='M8[D]'), np.array([np.array(["2020-05-05"], dtype="S")], dtype=np.datetime64)
np.result_type(np.dtype({'names':['a','c'],'formats':['i1','<i4'],'offsets':[0,4],'itemsize':9})), np.result_type(np.dtype({'names':['a','c'],'formats':['i1','<i4'],'offsets':[0,4],'itemsize':12}, align=True))
rs=np.random.RandomState(12345); mt=np.random.MT19937(); mt.state=rs.get_state(); rs2=np.random.RandomState(mt); rs.random(3), rs2.random(3), rs.randint(9), rs2.randint(9)
np.random.MT19937().state = ('PCG64', [1], 2)
np.random.MT19937().state = ('MT19937', [1])
np.concatenate([np.zeros(1, {'names':['a','c'],'formats':['i1','<i4'],'offsets':[0,4],'itemsize':9})]).dtype
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
