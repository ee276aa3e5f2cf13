"""Writes python_memory.txt: memory that arrays share with one another and with Python's memoryviews, arrays over given
memory, structured dtypes that meet, infinities in products, and small refusals along the way. Run it with numpy 2.4:
`python tests/golden/python_memory.py`.
"""
import pathlib

import typed

SETUP = """
import io, struct, warnings
import numpy as np
x = np.arange(10)
g = np.arange(6, dtype='i2').reshape(2, 3)
r = np.arange(3); r.flags.writeable = False
v = np.arange(4, dtype='f4'); m = memoryview(v)
def over(size, offset, strides): return np.ndarray(size, buffer=x, dtype=int, offset=offset * 8, strides=strides)
def restrided(a, strides):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        a.strides = strides
    return a, [(one.category.__name__, str(one.message)) for one in found]
def resized(*shape, a=None, **how):
    a = np.array([[1, 2], [3, 4]]) if a is None else a
    a.resize(*shape, refcheck=False, **how)
    return a
def warned(f, *given):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        result = f(*given)
    return result, [str(one.message) for one in found]
def raised(f, *given):
    with np.errstate(all='raise'):
        return f(*given)
apart = np.dtype({'names': ['a', 'b'], 'formats': ['i1', 'i8'], 'offsets': [0, 16], 'itemsize': 40})
titled = np.zeros(2, dtype=[(('a', 'b'), 'i4'), ('c', 'i4')])
big = np.array([1e308, 1e308]); ends = np.array([np.inf, -np.inf]); nan = np.array([np.nan, 1])
class Part(float): pass
class Count(int): pass
twice = np.errstate(over='raise')
def entered():
    with twice: pass
class Sub(np.ndarray): pass
"""

CODE = r"""
m.format, m.shape, m.strides, m.readonly, m.itemsize, m.obj is v
m[1] = 2.5; m[2:] = memoryview(np.ones(2, 'f4')); v, m.tolist()
memoryview(g.T).strides, memoryview(g.T).c_contiguous, memoryview(g.T).f_contiguous, memoryview(g[:, ::-1]).tolist()
memoryview(g)[1, 2], memoryview(np.array(3))[()], memoryview(np.zeros((2, 0))).shape, memoryview(x).cast('B').nbytes
memoryview(np.zeros(2, '>i4')).format, memoryview(np.zeros(2, bool)).format, memoryview(np.zeros(2, 'f2')).format
memoryview(r).readonly, memoryview(np.float64(3)).readonly
memoryview(r)[0] = 1
np.shares_memory(np.asarray(memoryview(x)), x), np.asarray(memoryview(x)[7:1:-2]), np.asarray(memoryview(r)).flags.writeable
np.array(memoryview(g)[0:1], copy=False).base.obj is g, np.array(memoryview(g)).flags.owndata
np.array(memoryview(g.T), copy=False, order='F').strides, np.array(memoryview(g), order='F').flags.f_contiguous
np.array(memoryview(g), copy=False, order='F')
np.asarray(memoryview(b'abc')), np.asarray(memoryview(b'abc')).flags.writeable, np.array(memoryview(b'abc').cast('B', (1, 3)))
u = np.zeros(4, 'u1'); io.BytesIO(b'abc').readinto(u), struct.pack_into('<H', u, 2, 513), u
bytes(g.T), bytes(x[:2]), bytearray(np.arange(3, dtype='u1'))
np.frombuffer(x[7:], int), np.shares_memory(np.frombuffer(x[7:], int), x), np.frombuffer(memoryview(x)[2:4], int), np.frombuffer(r, int).flags.writeable
np.frombuffer(x[::2], int)
over(4, 4, -8), over(3, 3, 0), over(0, 0, 80), over(2, 5, (16,))
over(4, 4, -16)
over(8, 3, 8)
over((2, 3), 5, (-16, -24))
np.ndarray((2,), strides=())
np.ndarray((20,), buffer=x, dtype=int)
np.ndarray((2,), strides=(16,))
restrided(np.arange(6)[:3], 16)
restrided(np.arange(6), 16)
restrided(np.arange(6), (8, 8))
restrided(np.arange(6), None)
resized(None), resized(()), resized(3), resized(2, 1), resized((1, 4))
resized(-1)
resized('hi')
np.eye(3).resize(order=1)
resized((0, 100), a=np.zeros((10, 0))[...]).shape, resized(4, a=np.ones(3, object)), resized(3, a=np.ones(2, [('k', object, 2)]))
resized((3, 2), a=np.asfortranarray(np.arange(6).reshape(2, 3)))
np.array([[1, 2], [3, 4]], dtype=object, ndmax=1), np.array([[1, 2]], ndmax=2)
np.array([[1]], ndmax=1)
np.array([1], ndmax=-1)
np.array([1], ndmin=3, ndmax=2)
x.ctypes.data == x.__array_interface__['data'][0], x[3:].ctypes.data - x.ctypes.data
np.shares_memory(x[::2], x[1::2]), np.may_share_memory(x[::2], x[1::2]), np.may_share_memory(x[:2], x[4:]), np.shares_memory(x[::3], x[1::2])
np.shares_memory(g[:, :1], g[:, 1:]), np.shares_memory(g.view('i1')[:, ::2], g.view('i1')[:, 1::2]), np.shares_memory(x, [1, 2])
np.shares_memory(x, x, max_work=0)
np.promote_types([(('t', 'a'), 'i4')], [('a', 'i4')])
np.promote_types('V7', [('a', 'i4')])
np.promote_types(('i4', 2), ('i4', 3))
np.zeros(3, [(('t', 'a'), 'i1')]) == np.zeros(3, [('a', 'i1')])
np.can_cast(apart, 'i1,i8', 'equiv'), np.can_cast(apart, [('a', 'i1'), ('b', 'i8')], 'equiv'), np.can_cast(apart, [('a', '>i1'), ('b', '>i8')], 'equiv'), np.can_cast(('i4', 2), ('>i4', 2), 'equiv')
np.array([np.array(1, 'i,i')[()], np.array(2, 'i,i')], dtype='V'), np.array([b'1234', b'5678'], dtype='V').dtype, np.array([], dtype='V').dtype
np.array([b'1234', b'12345'], dtype='V')
titled[['a', 'c']]
warned(np.dot, big, big), warned(np.matmul, big, [3, 4]), warned(np.inner, np.ones(2), ends), warned(np.dot, nan, ends)
warned(np.matmul, np.full((2, 2), 1e308), np.ones((2, 2))), warned(np.matmul, [[0., 1.]], [[np.inf], [1]]), warned(np.tensordot, big, big, 1)
warned(np.matmul, [[1., np.nan], [1, 1]], [[np.inf, 1], [-np.inf, 2]]), warned(np.vecdot, np.ones(2), ends), warned(np.vdot, big, big)
raised(np.dot, np.ones(2, 'f4'), ends.astype('f4'))
raised(np.matmul, big, big)
[(np.float32(1) + n).dtype.str for n in (Part(2), Count(2), 2.0, 2)], (np.array([1], 'f4') * Part(2)).dtype, (np.array([1], 'i1') + Count(2)).dtype, np.int8(1) + Count(2)
np.array(Count(300), 'u1')
np.geomspace(-1, 1, 3, dtype=complex).round(12), np.geomspace(-3, 3, num=4, dtype=complex).round(12)
[type(f(np.array(1.).view(Sub), 3)).__name__ for f in (np.linspace, np.logspace, np.geomspace)]
entered()
entered()
np.seterr(divide='hmm')
np.partition(x, 3, kind='x')
np.partition(x, 3.5)
np.sort(x, kind=3)
np.sort(x, kind='quicksort', stable=True)
np.searchsorted([1, 2], 0, sorter=np.array([1.5, 0], dtype=object))
np.arange(start=4)
np.arange(None, 5)
np.arange(2, dtype='i,i')
np.arange(np.datetime64('2010'), np.datetime64('2011-01-01'), 2.5)
np.datetime_as_string(np.datetime64('2032-07-18'), 'W'), np.datetime64('2032-07-18', 'W')
np.strings.multiply(np.array(['foo', 'ab'], dtype='T'), 2**62)
np.array(['foo']) * 2
np.einsum('i,i', [1, 2], [1, 2], order='W')
np.einsum('i,i', [1, 2], [1, 2], casting='foo')
np.einsum('ij->ij', np.ones((2, 2)), out='x')
np.einsum(np.ones(3), [70])
np.einsum(1)
np.einsum('ij,jk,kl', *[np.ones((2, 2))] * 3, optimize=['x', (0, 1), (0, 1)])
np.einsum('ij,jk,kl', *[np.ones((2, 2))] * 3, optimize=['einsum_path', (0, 1)])
np.einsum('a..b->ab', np.ones((2, 3)), optimize=True)
np.einsum('ab->abz', np.ones((2, 3)), optimize=True)
np.einsum('ab->aa', np.ones((2, 3)), optimize=True)
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
