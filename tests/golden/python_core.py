"""Writes python_core.txt: what NumPy's own tests of its core ask for, as a learner types it, under the real NumPy: who
answers `like=`, scalars in Python's tower of numbers and as buffers, bytes that are numbers, logic of any element.
Run it with numpy 2.4: `python tests/golden/python_core.py`.
"""
import pathlib

import typed

SETUP = """
import inspect
import numbers
import numpy as np
class Own:
    def __array_function__(self, function, types, args, kwargs):
        return function.__name__, [kind.__name__ for kind in types], args, kwargs
class Silent:
    __module__ = 'm'
    def __array_function__(self, *args): return NotImplemented
class S(np.ndarray): pass
own = Own()
s = np.arange(3).view(S)
"""

CODE = r"""
np.array([1, 2], int, like=own), np.asarray([1], order='C', like=own), np.zeros((2, 3), like=own), np.arange(1, 5, like=own)
[made[:2] for made in (np.full(2, 7, like=own), np.eye(2, k=1, like=own), np.identity(2, like=own), np.tri(2, like=own), np.ones(1, like=own))]
np.frombuffer(b'ab', 'u1', like=own), np.fromiter([1], int, like=own)[:3], np.fromstring('1', sep=' ', like=own)[:3]
np.require([1], requirements='C', like=own)[:3], np.empty(2, like=own), np.asanyarray(1, like=own), np.ascontiguousarray(1, like=own)
np.zeros(2, like=np.arange(3)), np.arange(2, like=None), np.fromiter([1], int, like=np.arange(2)), type(np.zeros(2, like=np.zeros(1).view(S)))
np.zeros(2, like=3)
np.fromiter([1], int, like=[1])
np.zeros(2, like=Silent())
[isinstance(one(1), (numbers.Integral, numbers.Real)) for one in (np.int8, np.uint64, np.float16, np.float64, np.complex64, np.bool)]
[issubclass(one, numbers.Complex) for one in (np.complex64, np.float32, np.int32, np.number, np.bool)], issubclass(np.number, numbers.Number)
np.int8(3).__index__(), hasattr(np.timedelta64, '__index__'), hasattr(np.bool, '__index__'), hasattr(np.float64, '__index__')
memoryview(np.float64(1)).format, memoryview(np.int16(3)).shape, memoryview(np.uint8(3)).readonly, np.frombuffer(np.float64(2), 'u1')
memoryview(np.array(3.0)).ndim, memoryview(np.bool(True)).itemsize, bytes(memoryview(np.int32(258)))
np.bytes_('abc'), np.bytes_('s') + b'a', np.bytes_('ab', 'ascii')
np.bytes_('\xe9')
np.dtype('c'), np.asarray('abc', 'c'), np.array(['ab', 'cd'], 'c'), np.zeros(2, 'c')
np.dtype('M8[Y/4]'), np.dtype('m8[3D/12]'), np.dtype('M8[Y/5]'), np.datetime_data('M8[W/7]'), np.dtype('m8[s/1]')
np.dtype('M8[as/10]')
np.array([1, 2], copy=np._CopyMode.IF_NEEDED), bool(np._CopyMode.ALWAYS), bool(np._CopyMode.NEVER)
bool(np._CopyMode.IF_NEEDED)
np.array([1], copy='x')
np._NoValue
np.dot([1, 2], [3, 4], out=np.zeros((), int)), np.dot(np.eye(2), np.eye(2), out=np.zeros((2, 2)))
np.dot([1, 2], [3, 4], out=np.zeros(()))
np.dot(np.eye(2), np.eye(2), out=np.zeros((4, 2))[::2])
np.einsum([1, 2], [np.int64(0)], [3, 4], [np.uint8(0)]), np.einsum(np.eye(2), [0, np.int8(0)])
np.delete(np.arange(3), ()), np.insert(np.arange(3), (), 5)
int(np.array(b'5')), float(np.array(b'6')), np.float64(b'1.5'), np.int64(b'15')
np.array([b'ab', 1], object).astype('S3'), np.array([b'ab'], object).astype('U3'), np.array([b'2020-10-10'], object).astype('M8[D]')
np.array([b'1.5'], object).astype(float), np.array([b'\xff'], object).astype('S2')
complex(np.array(b'7'))
np.frompyfunc(print, 1, 0)([1, 2]), np.frompyfunc(lambda: 3, 0, 1)()
np.logical_or(np.array(['a', '']), [True, False]), np.logical_xor(np.array(['a', '']), np.array(['', 'b'])), np.logical_and(np.array(['a', '']), np.array([1, 'b'], object))
np.logical_or.reduce(np.array([0, 3, 2], object)), np.logical_and.reduce(np.array([1, 3, 2], object)), np.logical_or.reduce(np.array(['', 'a']))
np.any(np.array([0, 3], object)), np.all(np.array([1, 3], object)), np.array([0, 'a'], object).any(), np.any([None, 2])
np.logical_and(np.array([1, 0, 'a'], object), 'b', dtype=bool), np.logical_xor(np.array(['a', ''], object), 1, dtype=bool)
np.add.types[-4:], np.logical_and.types[-1], np.isnat.types, np.ldexp.types[:3], np.matmul.types[-1]
a = np.arange(9).reshape(3, 3); a.flat[True], a.flat[False], a.flat[[1.0, 2.0]], a.flat[(1,)], a.flat[()]
a.flat[None]
a.flat[1, 2]
a.flat[:, None]
a.flat[np.zeros(10, bool)]
a.flat[np.ones((3, 3), bool)]
a.flat[np.True_]
a.flat['x']
a.flat[()] = 1
a.flat[0] = [1, 2]
a.flat[np.arange(9) < 3] = [7, 8]; a.flat[True] = 10; a.flat[[8.0]] = 5; print(a)
np.add(1, 2, out=...), np.add.reduce([1, 2], out=...), type(np.add.reduce(np.ones(2).view(S), out=...)) is S
np.sum([[1, 2]], axis=0, out=...)
np.add.reduce([1, 2], 0, None, ...)
np.add.reduce([1], out=(...,))
np.number[int], np.complexfloating[int, int], np.bool[int], np.datetime64[int, int], np.ndarray[int, float], np.dtype[int]
np.number[int, int]
np.complexfloating[()]
np.generic[int]
np.int8[int]
np.ndarray[int, int, int]
np.arange(2).__array_namespace__() is np, np.float64(1).__array_namespace__(api_version='2024.12') is np, np.uint8(3).to_device('cpu')
np.arange(2).__array_namespace__(api_version='2020')
np.arange(2).__array_namespace__(api_version=3)
np.float64(1).to_device('gpu')
[str(inspect.signature(one)) for one in (np.float64, np.bool, np.complex64, np.void, np.ndarray, np.dtype, np.dtypes.StrDType, np.float16.is_integer)]
b = np.zeros(2, 'u1'); b[0] = np.float64(np.inf); b.fill(np.float16(np.nan)); b
b[0] = float('inf')
c = np.zeros(2, int); np.copyto(c, np.float64(np.inf), casting='unsafe'); c, np.float32(10**50), np.float16(10**5), np.complex64(10**60)
m = np.arange(6).reshape(2, 3); [np.nditer(m, casting=one) for one in ('x',)]
np.nditer([], [], [])
np.nditer(m, ['bad'])
np.nditer(m, [], [['bad', 'readonly']])
np.nditer(m, order='G')
np.nditer([m] * 3, [], [['readonly']] * 2)
np.nditer(m, ['c_index', 'f_index'])
np.nditer(m, [], [[]])
np.nditer(m, [], [['readonly', 'writeonly']])
np.nditer(1.5, [], [['writeonly']])
np.nditer([m, np.arange(3).reshape(1, 3)], [], [['readonly'], ['readonly', 'no_broadcast']])
np.nditer([m, np.zeros(3)], [], [['readonly'], ['readwrite']])
np.nditer([m, None], [], [['readonly'], ['readwrite', 'allocate']], op_axes=[None, [0, -1]])
np.nditer([m, None], ['reduce_ok'], [['readonly'], ['writeonly', 'allocate']], op_axes=[None, [0, -1]])
np.nditer(m, op_dtypes='f8')
np.nditer(m.astype('f8'), ['buffered'], op_dtypes='i4')
np.nditer(m, ['buffered'], ['readwrite'], op_dtypes='f8')
np.nditer([None, None])
np.nditer([m, None], [], [['readonly'], ['writeonly', 'allocate']], op_axes=[None, [0, 5]])
np.nditer([m, m], op_axes=[[0, 1], [0, 2]])
np.nditer([m, m], op_axes=[[0, 0], [0, 1]])
np.nditer(m, itershape=(2, 4))
np.nditer([m, np.arange(2)], op_axes=[[0, 1], [0, -1]], itershape=(4, 3))
i = np.nditer(m); print(i.shape, i.ndim, i.iterrange, i.nop, i.itersize, i.dtypes, i.itviews[0].shape, i[0], len(i))
i.index
i.multi_index = (0, 0)
i.iterindex = 9
i.iterrange = (0, 1)
i[0] = 1
i[1]
i['a']
i.iterindex = 3; print([int(x) for x in i], i.finished, i.iternext())
i.value
i.close(); i.operands
next(i)
i.__enter__()
j = np.nditer(m, ['multi_index']); j.enable_external_loop()
j.remove_axis(5)
j.multi_index = (5, 5)
j.multi_index = (1, 1); print(j.iterindex, [int(x) for x in j]); j.reset(); j.remove_axis(0); print(j.shape, [int(x) for x in j])
j.reset(); j.remove_multi_index(); print(j.shape, j.ndim)
j.remove_axis(0)
k = np.nditer(m, ['ranged']); k.iterrange = (2, 5); print([int(x) for x in k]); k.iterrange = (4, 3)
k.iterrange = (3, 9)
np.nditer(m, ['c_index']).__setattr__('index', 50)
d = np.nditer(m, ['buffered', 'delay_bufalloc']); d[0]
d.has_delayed_bufalloc, d.reset(), d.has_delayed_bufalloc, d[0]
[x.copy() for x in np.nditer(m, ['external_loop', 'buffered'], buffersize=4)], [x.strides for x in np.nditer(m.T, ['external_loop'], order='C')]
[x.copy() for x in np.nditer(m.T, ['external_loop', 'buffered'], order='C', buffersize=4, op_dtypes='f4', casting='unsafe')]
[(x.copy(), y.copy()) for x, y in np.nditer([m, np.arange(3)], ['external_loop'])], np.nditer([1, 2, 3]).value
np.nditer([m.T, None]).operands[1].strides, np.nditer([np.arange(3), None], op_dtypes=[None, 'f4']).dtypes, np.nditer(m[::-1], ['multi_index']).itviews, np.nditer(m.T, order='C').itviews
t = np.nditer([m, None], ['reduce_ok', 'external_loop'], [['readonly'], ['readwrite', 'allocate']], op_axes=[None, [0, -1]]); t.operands[1][...] = 0; print([y.__setitem__(0, x.sum()) for x, y in t], t.operands[1])
u = np.arange(4.); v = np.nditer(u, [], [['readwrite', 'updateifcopy']], casting='same_kind', op_dtypes='f4'); v.operands[0][...] = 7; print(v.operands[0].dtype, v.close(), u)
w = np.arange(4); x = np.nditer([w[1:], w[:-1]], ['copy_if_overlap'], [['readonly'], ['readwrite']]); print(np.shares_memory(*x.operands))
y = np.zeros(4); z = np.nditer([y, np.array([True, False, True, False])], ['buffered'], [['readwrite', 'writemasked'], ['readonly', 'arraymask']], op_dtypes=['f4', None], casting='same_kind'); [one[0].fill(3) for one in z]; print(y)
np.require([1, 2], requirements=['C', 'F'])
np.require([1, 2], requirements=['Q'])
type(np.require(s, requirements='E')), type(np.require(s)) is S, np.require(np.arange(4).reshape(2, 2), 'f4', ['F', 'W', 'A', 'O']).flags.f_contiguous
np.fromiter([], 'S')
np.broadcast(1, 2, x=3)
np.where(1, 2, 3, x=4)
np.zeros_like([1, 2], dtype='S'), np.ones_like([1], dtype='U').dtype, np.full(2, 'abc', dtype='S'), np.full_like([1], 'ab', dtype='U')
np.arange(10**30, 10**30 + 3)
np.arange(10**30)
np.dtype('i4', metadata={1: 1}).newbyteorder().metadata, np.dtype(np.dtype('i4', metadata={1: 1}), metadata={2: 2}).metadata, np.dtype(np.dtype('i4', metadata={1: 1})).metadata
np.dtype('i4', metadata=3)
np.strings.multiply('abc', 2**62)
np.strings.multiply(['abc'], [2**40])
np.strings.ljust('a', 2**40)
np.strings.zfill('a', 2**40)
np.strings.expandtabs('a\tb', 2**40)
np.strings.center('a', 5, 'xy')
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
