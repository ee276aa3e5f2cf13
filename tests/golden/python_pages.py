"""Writes python_pages.txt: what the examples in NumPy's help texts and guides print, and what lies beside them, under
the real NumPy. Run it with numpy 2.4: `python tests/golden/python_pages.py`.
"""
import pathlib

import typed

SETUP = """
import inspect
import warnings
import numpy as np
from numpy.polynomial import chebyshev, hermite, hermite_e, laguerre, legendre
x = np.arange(10)

def warned(function, *args, **kwargs):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        return function(*args, **kwargs), [str(one.message) for one in found]

def grow(array):
    array.resize(5)
    return array
"""

CODE = r"""
np.shares_memory(x[::2], x[1::2]), np.may_share_memory(x[::2], x[1::2]), np.may_share_memory(x[::2], x[1::2], max_work=1)
np.shares_memory(x[::2], x[1::2], max_work=0)
np.shares_memory(x[::2], x[1::2], max_work=-3)
np.shares_memory(x[::2], x[1::2], max_work=1.5)
np.shares_memory(x[::2], x[1::2], max_work=2**70)
np.lexsort(([[1, 2], [0, 3]], [[3, 3], [1, 0]])), np.lexsort(([[1, 2], [0, 3]], [[3, 3], [1, 0]]), axis=0)
np.lexsort(np.array([[['b', 'a'], ['c', 'c']], [['x', 'x'], ['z', 'y']]])), np.lexsort([3, 1]), np.lexsort(np.zeros((2, 0)))
np.lexsort(([1, 2], [0, 3]), axis=1)
np.array([np.array(3), None]), np.array([[np.array(3), 1]], dtype=object), np.array([np.array(3), 4])
o = np.empty(3, object)
o[0] = np.array(3)
o.flat[1] = np.array(4)
o[1:2], o[2:] = np.array(5), [np.array(6)]
o
o.fill(np.array(7))
o, np.object_(np.array(3))
np.ldexp(5, np.arange(4)), np.ldexp(5, 2), np.ldexp(True, 2), np.ldexp(5.0, np.arange(2)), np.ldexp(5, np.int8(2))
np.isreal(np.array(['a', 'b'])), np.isreal('a'), np.isreal(3.0), np.isreal(np.array(['2020'], dtype='M8[Y]')), np.isreal([1j, 2])
np.isreal(np.array([(1, 2)], dtype='i4,i4'))
warned(np.linalg.norm, np.array([0., 1, 2]), -1), warned(np.linalg.norm, [0, 1, 2], -3.5), warned(np.linalg.norm, [0., 1e300], 3)
np.linalg.norm(np.arange(6).reshape(2, 3), 3, axis=1, keepdims=True), np.linalg.norm(np.float32([1, 2]), 3)
np.strings.expandtabs(np.array(['\tHello\tworld']), 4), np.strings.expandtabs(np.array(['a\tb', 'cde'])), np.strings.expandtabs(np.array([b'a\tb']))
np.testing.assert_string_equal('abc', 'abcd')
np.testing.assert_string_equal('abc\nx', 'abd\nx')
np.testing.assert_string_equal('abc\nx\ny', 'abd\nx')
warned(np.testing.assert_warns, DeprecationWarning, warnings.warn, 'old', DeprecationWarning)
warned(np.dtype, 'a5'), warned(np.dtype, 'i4,a3')
np.array([b'1', b'12'], dtype='V')
np.array(['a'], dtype='V')
np.array([b'ab', b'cd'], dtype='V'), np.void(b'abc') == np.void(b'abc'), np.void(b'abc') != np.void(b'abd')
np.array(['hello', 'wo'], dtype='T').astype('V5'), np.array([b'ab', b'cd'], dtype='V2').astype('T')
np.result_type(np.dtypes.StringDType(coerce=False), np.dtypes.StringDType())
str(np.dtype('i4,f8').fields), repr(np.dtype('i4,f8').fields)
y = np.arange(3)
y.setflags(uic=1)
y.flags.writebackifcopy = True
y.setflags(write=False, align=True)
y.flags.num, y.flags.writeable, np.zeros((2, 2), order='F').flags.num
y.flags.writebackifcopy = False
w = np.zeros(3)
grow(w)
grow(np.zeros(3))
w.resize(4)
v = w[:2]
w.resize(7)
w.resize(7, refcheck=False)
w.resize(-1)
hermite.hermcompanion([1, 0, 1, 3]), hermite_e.hermecompanion([1, 0, 1, 3]), chebyshev.chebcompanion([1, 0, 1, 3])
legendre.legcompanion([1, 0, 1, 3]), laguerre.lagcompanion([1, 0, 1, 3]), hermite.hermcompanion([1, 2]), laguerre.lagroots([1, 2])
chebyshev.chebroots([1, 0, 1, 3]).round(12), hermite.hermroots([1, 0, 1, 3]).round(12), legendre.legroots([1, 2])
np.polynomial.Polynomial.fit([1, 2, 3], [1, 2, 4], 1, full=True)[1][3], sorted(legendre.__all__), len(chebyshev.__all__), len(hermite.__all__)
np.ComplexWarning
np.LinAlgError
np.distutils
np.__array_api_version__, np.__array_namespace_info__().default_dtypes(), np.__array_namespace_info__().capabilities()
np.__array_namespace_info__().dtypes(kind=('bool', 'real floating')), list(np.__array_namespace_info__().dtypes(kind='integral'))
np.__array_namespace_info__().dtypes(kind='x')
np.__array_namespace_info__().dtypes(device='gpu')
np.add.ntypes, np.exp.types, np.strings.encode(np.array(['aB']), encoding='cp037')
[str(inspect.signature(one)) for one in (np.array, np.arange, np.zeros, np.ndarray.sum, np.arange(3).sum, np.ndarray.reshape, np.generic.clip, np.generic.repeat, np.random.default_rng)]
[str(inspect.signature(one)) for one in (np.random.beta, np.random.Generator.choice, np.random.default_rng(0).normal, np.random.RandomState.rand)]
[one.__module__ for one in (np.finfo, np.fromiter, np.linalg.cond, np.matrixlib.matrix)]
[name for name in np.__all__ if isinstance(getattr(np, name), type) and not getattr(np, name).__doc__]
np.lib._iotools.NameValidator()(['file', 'field2', 'with space', 'CaSe']), np.lib._iotools.str2bool('TRUE')
np.lib._iotools.NameValidator(excludelist=['excl'], deletechars='q', case_sensitive=False)(['excl', 'field2', 'no_q', 'with space', 'CaSe'])
np.lib._iotools.easy_dtype('i4, f8', defaultfmt='field_%03i'), np.lib._iotools.easy_dtype(float, names='a,b,c'), np.lib._iotools.easy_dtype((int, float), names='a,b')
d = np.dtype([('name', 'S4'), ('x', float), ('block', int, (2, 3)), ('in', [('u', 'f4')])])
np.lib._iotools.flatten_dtype(d), len(np.lib._iotools.flatten_dtype(d, flatten_base=True)), np.lib._iotools.has_nested_fields(d)
np.lib._iotools.str2bool('maybe')
np.lib._datasource._file_openers.keys(), np.lib._datasource.Repository('/home/data').exists('nothing.txt')
np.lib._datasource.Repository('http://www.xyz.edu/data').listdir()
np.arange(np.arange(3))
[np.arange(n).dtype for n in (np.float32(3), np.int8(3), np.bool_(True), np.uint64(3), np.float16(2), np.array(3, 'u1'))]
np.mgrid[np.float32(0.1):np.float32(0.35):np.float32(0.1),], np.mgrid[np.int8(0):np.int8(3), 0:2].dtype, np.mgrid[0:1:3j, 0:2].dtype
np.ogrid[np.float32(0):2, 0:2], np.mgrid[0:2, 0:1.5:.5]
np.trim_zeros(np.arange(3), axis=(0, 1))
np.trim_zeros(np.arange(3), axis=(0, 0))
np.zeros()
np.array()
np.dtype()
np.frombuffer()
np.ufunc(1.0, 1.0)
np.flatiter()
np.lib.arraysetops
np.lib.emath
np.lib.nosuch
np.array([1, 2], dtype='V')
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
