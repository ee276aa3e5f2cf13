"""Writes python_edges.txt: what stands at the edges of NumPy: scalars asked as objects are, dates beyond their range,
private modules that programs import, the classes of its errors. The first of all days is left out, where NumPy's own
arithmetic overflows. Run it with numpy 2.4: `python tests/golden/python_edges.py`.
"""
import pathlib

import typed

SETUP = """
import collections.abc, copy, datetime, warnings
import numpy as np
import numpy.testing
import numpy.ma.testutils
import numpy._core.umath, numpy._core.numerictypes
from numpy._core.fromnumeric import take
from numpy.testing._private.utils import _gen_alignment_data
x, y = np.int64(5), np.float32(2.5)
class Double(np.float64): pass
class Whole(np.int64):
    def twice(self): return self * 2
class Unending:
    def __getitem__(self, _): pass
    def __len__(self): raise RuntimeError
    def __repr__(self): return "Unending()"
    def __str__(self): return "unending"
def kind(code):
    try: eval(code)
    except Exception as error: print(type(error).__module__, type(error).__qualname__, type(error).__name__, isinstance(error, TypeError))
def warned(code):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        print(repr(eval(code)), [str(one.message) for one in found])
def limits(unit): return [str(np.datetime64(s * np.iinfo('i8').max, unit)) for s in (1, -1)]
a = np.array([None]); a[0] = a
"""

CODE = r"""
[hasattr(x, n) for n in "__len__ __iter__ __contains__ __getitem__ mean shape bit_count".split()], isinstance(x, collections.abc.Iterable)
iter(x)
list(y)
x.mean(), y.sum(), y.T, x.shape, x.numerator, x.denominator, y.as_integer_ratio(), y.is_integer(), x.is_integer(), x.bit_count()
copy.copy(x), copy.deepcopy(y), x.reshape(1), y.round(), x.tobytes(), x.base, x.nbytes
np.float64.mean(np.float64(3)), np.int64.bit_count(x), hasattr(np.float64, "is_integer"), hasattr(np.bool_, "is_integer")
x.foo
np.str_("a").foo, 1
Double(2).foo
repr(Double(2)), type(Double(2)).__name__, Double(2).mean(), Whole(2).twice(), type(Whole(2)).__name__, np.array(Whole(3)).dtype
[np.random.RandomState(0).choice(n) for n in (x, np.int8(3), np.uint16(9))], np.random.default_rng(0).choice(x, 2)
np.random.RandomState(0).choice(y)
np.random.default_rng(0).choice(y)
bool(a)
np.array(Unending())
[limits(unit) for unit in "Y M h m s".split()], limits("D")[0]
[limits(unit) for unit in "ms us ns ps fs as".split()]
[np.datetime64(limits(unit)[0], unit) == np.datetime64(np.iinfo('i8').max, unit) for unit in "Y M W D h m s ms us ns ps fs as".split()]
np.datetime64(2**62, "W").astype("M8[D]"), np.datetime64(2**62, "Y").astype("M8[M]"), np.datetime64("9999999999999999", "D"), np.datetime64("2020", "as")
hash(np.datetime64("2020", "Y")) == hash(np.datetime64("2020-01-01T00", "h")), hash(np.timedelta64(1, "D")) == hash(np.timedelta64(24, "h"))
hash(np.datetime64("2020-01-01T01", "s")) == hash(datetime.datetime(2020, 1, 1, 1)), hash(np.timedelta64(90, "m")) == hash(datetime.timedelta(minutes=90))
hash(np.timedelta64(3, "Y")), hash(np.timedelta64(36, "M")), {np.datetime64("2020-01-01"): 1}[np.datetime64("2020-01-01T00:00")]
hash(np.timedelta64(5))
kind("np.add('a', 1)"), kind("np.add(np.ones(1), 1.5, out=np.zeros(1, int))"), kind("np.datetime64('2020') + np.datetime64('2020')")
issubclass(np._core._exceptions._UFuncNoLoopError, np._core._exceptions.UFuncTypeError), np._core._exceptions._ArrayMemoryError.__mro__[1]
[kind for kind in np._core.sctypes], np._core.sctypes["uint"][:4], np._core.umath.PINF, np._core.umath.NZERO, np._core.umath.sqrt is np.sqrt
take is np.take, np.lib._index_tricks_impl.c_ is np.c_, np._core.numeric.normalize_axis_tuple(-1, 3), np._core.numerictypes.obj2sctype("f4")
[np._core.numerictypes.issctype(t) for t in (np.int32, list, np.dtype("f4"), 1.1)], np._core.numerictypes.sctype2char("i2")
np.testing.IS_PYPY, np.testing.IS_64BIT, np.testing.overrides.allows_array_ufunc_override(np.add), np.testing.overrides.allows_array_function_override(np.sum)
len(list(_gen_alignment_data(np.float32, "unary", 4))) > 0, all(out.shape == in1.shape for out, in1, in2, _ in _gen_alignment_data(np.float64, "binary", 5))
np.ma.testutils.assert_equal(np.ma.array([1, 2, 3], mask=[0, 1, 0]), [1, 9, 3])
np.ma.testutils.assert_equal(np.ma.array([1, 2, 3], mask=[0, 1, 0]), [1, 9, 4])
np.ma.testutils.assert_almost_equal(np.ma.array([1.0, 2.0]), [1.0, 2.00000001], 5)
np.ma.testutils.assert_almost_equal(1.0, 1.1, 5)
np.ma.testutils.approx(np.ma.array([1.0, 2.0, 3.0], mask=[0, 0, 1]), [1.0, 2.1, 7.0])
np.ma.testutils.assert_mask_equal(np.ma.nomask, np.array([False]))
np.ma.testutils.fail_if_equal([1, 2], [1, 2])
v, m, NaT = np.arange(4.0), np.arange(6.0).reshape(2, 3), np.datetime64("NaT")
M, N, a = np.arange(24.0).reshape(2, 3, 4), np.arange(24.0).reshape(2, 4, 3), np.arange(5)
np.delete(a, [0])
np.delete(a, np.array([2]))
np.delete(a, slice(None,None,2))
np.delete(a, [True,False,True,False,False])
np.delete(a, 3)
np.delete(np.arange(6).reshape(2,3), [0,1], axis=1)
np.insert(a, [1], [9])
np.insert(a, 1, 9)
np.insert(a, [1,1], [8,9])
np.insert(a, np.array([1]), 9)
np.insert([1,2,3],[1,-1,3],9)
np.insert(np.array([1,2,3]),[0,2],[1,2])
np.delete(a, np.array([1.0, 2.0]))
np.delete(a, [])
np.delete(a, np.array([], int))
np.delete(a, np.array([[1]]))
np.delete(a, 100)
np.delete(a, [100])
np.insert(a, slice(1,2), -1)
np.insert([0,1,2],np.array([1,1,1]),[3,4,5])
np.interp(0.5, [-np.inf, np.inf], [10,10])
np.interp([0.5,1], [-np.inf,0,1, np.inf], [10,10,20,np.inf])
np.hanning(np.int8(5)), np.hanning(0), np.hanning(1), np.hanning(4).dtype, np.hanning(np.float32(4)).dtype
np.percentile(np.array([1,2,3],'m8[D]'), 50)
np.percentile(np.array([1,'NaT',3],'m8[D]'), 50)
np.digitize(2, [1j,2])
np.meshgrid([1],[2],indexin='ij')
np.vectorize(lambda x: x)([])
np.ix_([]), np.ix_(np.array([],np.float32))[0].dtype
np.mgrid[0:1:np.float32(0.5)].dtype
np.maximum(np.array([1,2],object), np.array([2,1],object))
np.array([1,5],object).clip(2,3)
np.positive(np.array([1],object))
np.nonzero(np.array([1,None,'a',''],object))
np.isclose(np.float32(1), 1-1e-16, atol=0, rtol=0), np.isclose(np.array(1,'f4'), float(1. - np.finfo('f8').eps), atol=0, rtol=0)
np.full_like(np.ones(3,np.int8), np.int64(1000))
np.concatenate([[1.5],['x']], dtype='U'), np.concatenate([[1,2],[3]], dtype='S', casting='unsafe')
np.concatenate([[1.5],[2]], axis=None, dtype='U')
np.stack(x for x in range(3))
np.vstack(x for x in [[1],[2]])
a[1<<64]
np.array(memoryview(np.arange(4.).reshape(2,2)))
np.zeros((2,2)).__setitem__((Ellipsis,), memoryview(np.arange(4.).reshape(2,2)))
np.zeros((1<<64,))
np.roll(a, 2**63), np.roll(a, 2**65)
np.fromiter([1,None,3], int)
np.broadcast(np.empty((5,6,7))).shape
np.broadcast(np.broadcast(np.ones(3),1), np.ones((2,1))).shape
np.add(1,2,dtype='i4',casting='unsafe'), np.add(1,2,signature='ii->i'), np.add([1],[2],sig=(None,None,np.float32))
np.vecdot([[1,2],[3,4]],[1,1],axis=0)
np.vecdot([[1,2],[3,4]],[[1,2],[3,4]],keepdims=True)
np.matmul(np.ones((2,3,4)),np.ones((2,4,3)),axes=[(-2,-1),(-2,-1),(-2,-1)]).shape
np.logical_and([1,'a',None],[1,1,1])
np.logical_or(np.array([0,3],object), np.array([2,0],object))
np.add([1,2],[3,4],where=[1,0],out=np.zeros(2,int))
np.add([1,2],[3,4],out=...)
np.add(1,2,out=...)
np.add.at(a,[0],1) or a
np.einsum('ii', np.ones((2,2)), optimize='bad')
np.einsum('i,i->', np.zeros(0), np.zeros(0)), np.einsum('i->i', np.zeros(0))
np.unique(np.array([1,2],object),axis=0)
np.sum([np.int8(100)]*2), np.int8(100)*np.int8(2)
np.float64(1)/0, np.int8(1)//0
np.array([1,2,3]).dumps()[:2]
np.where(True), np.where([1,0],[1,2],[3,4])
np.choose([0,1],[[1,2],[3,4]],None,'raise')
np.lexsort(([1,2],),axis=2)
np.fromstring('1 2', sep=' '), np.fromstring(b'1 2', sep=' ')
np.fromfile('nofile')
np.array([1,2],ndmax=1)
np.ndarray((2,),strides=(8,),buffer=b'1234567812345678',dtype=int).strides
np.dtype(('i4',(2,))).newbyteorder('>')
np.percentile(np.array([1,2,3,4],'m8[D]'), [0,25,50,100])
np.percentile(np.array(['2020-01-01','2020-01-03'],'M8[D]'), 50)
np.quantile(np.array([[1,2],[3,4]],'m8[s]'), 0.5, axis=0, keepdims=True)
np.percentile(np.array([[1,5],[3,4]],object), 50, axis=1, method='lower')
np.nanpercentile(np.array([1,2,3],'m8[D]'), 50)
memoryview(np.arange(6,dtype='i2').reshape(2,3)).shape, memoryview(np.arange(3.)).format, memoryview(np.arange(3.)).tolist(), np.arange(3,dtype='u1').data[1]
bytes(np.arange(3,dtype='i2')), bytearray(np.ones((2,2),'i1')), np.arange(4).data.nbytes, np.frombuffer(np.arange(3,dtype='i2').data, 'i2')
np.interp([1j.imag, 0.5], [0,1], [1+1j, np.inf])
np.vecdot(m,m,axes=[0,0])
np.vecdot(m,m,axes=[0,0,()])
np.vecdot(m,m,axes=[0])
np.vecdot(m,m,axes=0)
np.vecdot(m,m,axes=[0,(0,1)])
np.vecdot(m,m,axes=[0,2])
np.vecdot(m,m,axis=2)
np.vecdot(m,m,axis=0,axes=[0,0])
np.vecdot(m,m,axis=(0,))
np.vecdot(m,m,axis=0,keepdims=True)
np.vecdot(m,m,keepdims=True)
np.vecdot(m,m,axis=0,out=np.zeros(3))
np.vecdot(m,m,axis=0,keepdims=True,out=np.zeros((1,3)))
np.vecdot(m,m,axes=[0,0,0],keepdims=True)
np.matmul(M,N,axis=0)
np.matmul(M,N,keepdims=True)
np.matvec(M,v,axes=[(0,2),0,0])
np.matvec(M,v,keepdims=True)
np.vecmat(v,N,axis=0)
np.vecmat(v,N,keepdims=True)
np.matmul(M,N,axes=[(1,2),(1,2),(0,1)]).shape
np.matmul(v,N,axes=[0,(1,2),0]).shape
np.matmul(v,v,axes=[0,0,()])
np.matmul(M,N,axes=[(1,2),(1,2)])
np.matmul(M,N,axes=[1,(1,2),(0,1)]).shape
np.matmul(M,N,axes=[(1,1),(1,2),(0,1)]).shape
np.matmul(M,N,axes=[(1,2),(1,2),(0,1)],out=np.zeros((3,3,2))).shape
np.matmul(M,v)
np.add(1,2,axis=0)
np.add(1,2,axes=[0])
np.add(1,2,keepdims=True)
np.add(1,2,signature='x')
np.add(1,2,signature=('i','i'))
np.add(1,2,signature='dd->d',dtype='d')
np.add(1,2,signature='l')
np.add(1,2,signature='d')
np.add(1,2,signature='pp->p')
np.add(1.5,2,signature=('i4','i4','i4'),casting='unsafe')
np.sqrt(4,signature='f->f'), np.sqrt(4,signature=('f',None)), np.frexp(1.5,signature='f->fi')
np.add(1,2,signature=3)
np.equal(1,2,signature='dd->?'), np.equal(1,2,dtype=object), np.equal(1,2,signature=(None,None,bool))
np.multiply.reduce([1,2],signature='dd->d')
np.power(2,3,signature='ff->f'), np.floor_divide(7,2,sig='dd->d')
np.add(1,2,signature=(np.dtype('i4'),)*3)
np.add(1,2,signature=(int,int,int)), np.add(1,2,signature=(float,None,None))
np.random.default_rng(np.array([1,2,3])).integers(10,size=3)
np.random.RandomState(np.array([1,2,3])).randint(10,size=3)
np.random.RandomState(np.array([5])).randint(10,size=3)
np.random.seed(np.array([1,2])) or np.random.rand()
np.random.Generator(np.random.MT19937(np.array([1,2]))).random()
np.random.Generator(np.random.MT19937([1,2])).random()
np.random.SeedSequence(np.array([1,2])).generate_state(2)
np.random.SeedSequence([1,[2,3]]).generate_state(2)
np.random.default_rng([1.5])
np.random.default_rng(np.array([1.5]))
np.random.default_rng(0).permutation(np.array([3,4,5]))
np.random.default_rng(0).choice(np.array([3]))
np.random.RandomState(0).choice(np.array([3,4]),1)
np.random.default_rng(0).integers(np.array([5]))
np.random.default_rng(0).integers(np.array([5,1000]), size=2)
np.random.default_rng(0).normal(np.array([5]))
np.random.default_rng(0).multinomial(np.array([5,6]),[.5,.5])
np.random.default_rng(0).binomial(np.array([5]),[.5,.5])
np.random.RandomState(0).randint(np.array([5]))
np.random.RandomState(0).randint(np.array([5,6]),np.array([7,8]))
np.random.RandomState(0).permutation(np.array([5]))
np.random.default_rng(0).random(size=np.array([2,2]))
np.zeros(np.array([2,2]))
np.arange(6).reshape(np.array([2,3]))
np.tensordot(np.ones((2,3)),np.ones((3,2)),axes=np.array(1))
np.tensordot(np.ones((2,3)),np.ones((3,2)),axes=(np.array([1]),np.array([0])))
np.split(np.arange(6),np.array([2,4]))
np.split(np.arange(6),np.array(2))
np.array_split(np.arange(7),np.array([3]))
np.sum(np.ones((2,3)),axis=np.array(1))
np.roll(np.arange(4),np.array([1]))
np.tile([1,2],np.array([2,1]))
np.repeat([1,2],np.array([2,1]))
np.transpose(np.ones((1,2,3)),np.array([2,0,1])).shape
np.take([1,2,3],np.array([0]))
np.unravel_index(np.array([3]),np.array([2,3]))
np.full(np.array([2]),1)
np.array([[1,2,3],[4,5,6]]).flat[np.array([1,2])]
np.array([1,2,3])[np.array(1)], np.array([1,2,3])[np.array([1])]
np.linspace(0,1,np.array(3)), np.linspace(0,1,np.array([3]))
np.char.partition(['a-b','cd'],'-')
np.strings.partition(np.array(['a-b','cd']),'-')
np.strings.rpartition(np.array([b'a-b',b'cd']),b'-')
np.strings.ljust(np.array([b'a']),3,'*')
np.strings.center('a',4,'**')
np.strings.replace(np.array([b'aa']),'a','b')
np.strings.isnumeric(np.array([b'a']))
np.strings.lower([1,2])
np.strings.replace(np.array(['abab','b']),'a','xyz',[1,2])
np.strings.find('abc','c',np.int8(0))
np.strings.count(np.array(['aa','a']),'a',[0,1])
np.char.ljust(['a'],3,fillchar='*')
np.char.join(',',['abc','de']), np.char.join([',','-'],['abc','de'])
np.strings.multiply(np.array(['a','b']),[2,3]), np.strings.multiply(np.array('ab'),-1)
np.strings.zfill(np.array(['1','-2']),4)
np.strings.strip(np.array(['  a ','b  ']))
np.strings.upper('abc'), np.strings.str_len(np.array(['ab','c'])), np.char.upper('abc'), np.char.str_len('abc')
np.strings.partition('a-b','-')
np.str_('a')+np.array('b')
np.array('b')+np.str_('a')
np.str_('a')+np.array(['b','c'])
np.str_('a')+'b', np.str_('a')*2, 'x'+np.str_('a')
np.str_('a')==np.array(['a','b'])
np.bytes_(b'a')+np.array([b'b'])
np.bytes_(b'a')*3
np.strings.partition(np.array(['a-b','cd']),['-','c'])
np.testing.assert_array_equal(np.array(['2020','NaT'],'M8[Y]'),np.array(['2020','NaT'],'M8[Y]'))
np.testing.assert_equal(NaT, NaT)
np.testing.assert_equal(NaT, np.timedelta64('NaT'))
np.testing.assert_array_equal(np.array(['NaT'],'M8[Y]'),np.array(['NaT'],'m8[Y]'))
np.testing.assert_equal(NaT, np.nan)
np.testing.assert_array_equal(np.array(['2020','NaT'],'M8[Y]'),np.array(['2020','2021'],'M8[Y]'))
np.testing.assert_almost_equal(complex(np.nan,1), complex(np.nan,2))
np.testing.assert_almost_equal(complex(1,np.nan), complex(1,np.nan))
np.testing.assert_array_equal(np.ma.array([1,2,3],mask=[0,1,0]), np.array([1,np.nan,3]))
np.testing.assert_array_almost_equal_nulp(np.float16(np.nan), np.float16(np.nan))
np.testing.assert_array_max_ulp(np.array([1.],np.float16), np.array([1.001],np.float16), maxulp=1)
np.testing.assert_array_almost_equal_nulp(np.array([1.,2.]), np.array([1.,2.+1e-15]))
np.testing.assert_array_almost_equal_nulp(np.float32([1.,2.]), np.float32([1.,2.1]))
np.testing.assert_array_max_ulp(np.array([np.nan]), np.array([np.nan]))
np.testing.assert_array_almost_equal_nulp(np.array([1+1j]), np.array([1+1.1j]))
np.linalg.cond(np.zeros((2,2))), np.linalg.cond([[1,2],[2,4]],1), np.linalg.cond(np.zeros((3,2,2)),1)
np.linalg.lstsq([[1,1],[1,2]],[1,2],rcond=-1)[0]
np.linalg.lstsq([[1,1],[1,2]],[1,2],rcond=1)[0]
np.linalg.matrix_rank(np.ones((0,2))), np.linalg.matrix_rank(np.ones((3,0,0)))
np.linalg.norm(np.array([1,2],np.float16)), np.linalg.norm(np.array([],np.float16),1), np.linalg.norm([])
np.linalg.svd([[1e-16,0],[0,1]],hermitian=True)[1]
np.linalg.lstsq(np.ones((2,2),np.float32),np.ones(2,np.float32),rcond=None)
np.nanmedian(np.full((2,2),np.nan,object))
np.nanmedian(np.array(['NaT','NaT'],'m8[s]'))
np.nanmedian(np.array(['NaT',3],'m8[s]'))
np.median(np.array([1,3],'m8[s]')), np.median(np.array([1,'NaT'],'m8[s]'))
np.finfo('f4').nexp, np.finfo(float).nmant, np.finfo(float).maxexp, np.finfo(float).machep, np.finfo(float).negep, np.finfo(float).epsneg, np.finfo(float).iexp, np.finfo(float).minexp
np.finfo(float) is np.finfo('f8'), np.finfo(np.float32) == np.finfo('f4')
np.finfo(float).dtype, np.finfo(np.complex64).dtype, np.finfo(1.0).bits
np.iinfo(np.int8(3)).max
np.unpackbits(np.zeros((0,2),'u1'),axis=0).shape, np.packbits(np.zeros((0,20),bool),axis=1).shape
np.trim_zeros(np.array([None,1,None]))
np.vectorize(lambda x: [x], otypes=[object])([])
np.average(np.array([1,2],object),weights=np.array([1,3],object))
np.iscomplexobj(np.ma.array([1j])), np.common_type(np.array([1],'f2'))
np.poly1d([2,3,1]).__str__(), print(np.poly1d([0,0,3,2,1]))
np.broadcast(1).shape, np.broadcast(np.ones((2,1)),np.broadcast(np.ones(3))).shape
import decimal, fractions
D, F, o = decimal.Decimal, fractions.Fraction, lambda *x: np.array(x, object)
a, z = np.arange(6).reshape(2, 3), np.zeros((2, 3, 4))
np.argmax(z,axis=1,keepdims=True,out=np.zeros((2,4),int))
np.argmax(z,axis=1,out=np.zeros((2,3),int))
np.argmax(z,keepdims=True).shape, np.argmax(z,axis=1,keepdims=True,out=np.zeros((2,1,4),int)).shape
z.argmin(axis=0,keepdims=True).shape
np.partition(np.zeros(0),0)
np.sort(np.zeros((0,3)),axis=0).shape
np.partition(np.zeros((3,2,1,0)),0,axis=-1).shape
np.argpartition(np.zeros((3,2,1,0)),0,axis=-1).shape
a.conj() is a, a.conjugate().base, np.array([1j]).conj()
np.array(['a']).conj()
np.array(['a'],object).conj()
np.conjugate(np.array(['a']))
np.array([1,2],object).conj()
np.vdot(np.array([1+1j],'F'),np.array([1+1j],'F')), np.vdot([1j,2],[1j,3]), np.vdot(np.array([1j,2],object),np.array([1j,3],object))
np.dot(np.array([np.inf]),np.array([0.]))
np.arange(3)==np.array(['a','b','c'])
np.arange(3)!=np.array(['a','b','c'])
np.array([1,2])==np.array([b'a',b'b'])
np.array([1,2])<np.array(['a','b'])
np.zeros(3,'i4,i4')==np.zeros(3,'i4')
np.zeros(3,'i4,i4')==np.zeros(3,[('a','i4'),('b','i4')])
np.zeros(3,'i4,i4')==np.zeros(3,'i4,f4')
np.zeros(3,'i4,i4')==1
np.zeros(3,'i4,i4')>np.zeros(3,'i4,i4')
np.can_cast('i4,i4','i4'), np.can_cast([('a','i4')],'i4'), np.can_cast('i4',[('a','i4')]), np.can_cast([('a','i4')],[('b','i8')]), np.can_cast([('a','i4')],[('b','i8')],'equiv')
np.can_cast([('a','i4')],[('a','i8')],'safe'), np.can_cast([('a','i8')],[('a','i4')],'same_kind'), np.can_cast([('a','i8'),('b','i4')],[('a','i4')],'unsafe')
np.choose([0,1,0],[[1,2,3],[4,5,6]],out=np.zeros(3,int)), np.array([0,1,5]).choose([[1,2,3],[4,5,6]],mode='clip')
np.array([0,1]).choose([10,20],[30,40])
np.dtype([('a','S0'),('b','i4')])
np.zeros(2,dtype=[('a','S0')])
np.zeros(10).resize(5) or 1
np.array([1,2,3]).resize(2,2)
np.array([1,2]).resize('hi')
np.arange(3).repeat(2,axis=0), np.array(3).repeat(2)
np.float32(3)==np.array(3,object), np.array([1,None])==None
np.arange('a')
np.arange(3,dtype='S1')
np.array('abc',dtype='S').astype('U'), np.array([1,2]).astype('S'), np.array([1.5]).astype('U')
int(np.array([5]))
np.array([1.5,2.5]).astype(object).sum(), np.mean(np.array([1,2],object)), np.std(np.array([1.0,2.0],object)), np.var(np.array([1,2],object))
np.array([1,2],object).mean(), np.array([[1,2],[3,4]],object).mean(axis=0)
np.array([1+1j,2],object).var()
np.put(np.arange(3),[0],[9],mode='wrap'), np.arange(5).take([6],mode='wrap')
np.arange(10).searchsorted([3,4],sorter=np.arange(10)), np.searchsorted(['a','b'],'b')
np.lexsort((['b','a'],[1,1])), np.sort(np.array(['b','a'])), np.argsort(np.array([3,1],object))
np.array([3,1,2],dtype='>i4').argsort(), np.sort(np.array([1j,0]))
np.array([1,2,3]).view('i1').shape, np.arange(4,dtype='i2').reshape(2,2).T.view('i1')
np.array([[1,2],[3,4]],order='F').view('i4')
np.array([1,2]).newbyteorder()
np.zeros(3).itemset(0,1)
np.array([1,2]).ptp()
np.fromstring('1,2,3',sep=',',dtype=int), np.fromstring('1 2 x',sep=' ')
np.fromstring('abc',dtype='u1')
np.fromiter((x for x in 'ab'),dtype='U1'), np.fromiter([1,2],int,count=5)
np.fromiter([1,2,3],dtype=float,count=2), np.fromiter([(1,2)],dtype='i4,i4')
np.array(2).__index__(), [1,2,3][np.array(1)]
divmod(np.array([7,8]),3), pow(np.array([2]),3), pow(np.array([2]),3,5)
~np.array([True]), -np.array([1],'u1'), +np.array([True])
-np.array([True])
np.array([1,2],'i1')<<8, np.left_shift(np.int8(1),9), np.right_shift(np.int8(-1),9)
np.mean(o(D(1),D(2))), np.var(o(D(1),D(2))), np.std(o(1,3)), np.mean(o(F(1,2),F(1,3)))
o(D(1),D(2)).mean(), o(1,2).var(), o(1.5,2).std(), o(1+1j,2).var()
np.mean(np.array([[1,2],[3,4]],object),axis=0), np.var(np.array([[1,2],[3,4]],object),axis=0), np.std(np.array([[1.,2],[3,4]],object),axis=1)
o(1,2)@o(3,4), np.matmul(np.array([[1,2]],object),np.array([[1],[2]],object))
np.einsum('ij->j',np.array([[1,2],[3,4]],object)), np.einsum('ii',np.eye(2,dtype=object))
np.floor(o(1.5,2)), np.sqrt(o(4.0))
np.sqrt(o(4))
np.sign(o(-1,2.0)), np.abs(o(-1,D(-2))), np.negative(o(1)), np.power(o(2),3), o(2)**2, o(7)//2, o(7)%2, divmod(o(7),2), np.remainder(o(-7),3)
np.logical_and(o(1,0),o(2,3)), np.logical_not(o(1,0)), np.logical_xor(o(1,0),o(1,1)), np.any(o(0,5)), np.all(o(1,'a')), np.any(o(0,'')), np.invert(o(5)), o(5)&3, o(5)<<1
np.gcd(o(6),4), np.lcm(o(4),6), np.gcd(2**100,2**50), np.gcd(o(2**100),o(2**50))
np.equal(o(1,[1,2]),o(1,[1,2])), o(1,None)==o(1,None), o(1)==1, o(1,'a')!=o(1,'b'), np.array_equal(o(1,'a'),o(1,'a')), np.isclose(1,1)
o(1,2).astype(float), o('1','2').astype(int), o(1.5).astype(str), np.array([1,2]).astype(object).tolist(), o(1,'a').astype(str), o(True,0).astype(bool), o(D('1.5')).astype(float), o(None,1).astype(float)
o(1,2).sum(), o().sum(), o().prod(), o(1,2).cumprod(), np.add.reduce(o()), np.add.accumulate(o('a','b')), np.multiply.outer(o(1,2),o(3))
np.max(o())
np.linalg.norm(o(3,4))
np.nonzero(o(0,1,'')), np.count_nonzero(o(0,1,'',None,[])), np.argwhere(o(0,1)), np.flatnonzero(o(0,1)), np.extract([1,0],o('a','b')), np.take(o('a','b'),[1]), np.put(o(1),0,2)
np.frompyfunc(lambda a,b:a+b,2,1).reduce([1,2,3]), np.frompyfunc(str,1,1)([1,2]), np.frompyfunc(divmod,2,2)([7,8],3), np.vectorize(str)([1,2]), np.vectorize(lambda a,b=2:a*b)([1,2],b=[3,4]), np.apply_along_axis(lambda r:r.max(),1,np.array([[1,2],[3,0]],object))
np.full(2,None), np.full((1,2),'ab'), np.empty(2,object), np.zeros(2,object), np.ones(2,object), np.eye(2,dtype=object), np.identity(2,object), np.full_like(o(1),'x'), np.array([[1,2],[3]],object), np.array([{},{'a':1}]), np.array(None), np.array([None,1]), np.array({1,2}), np.array(range(3)), np.array([range(2),range(2)]), np.array(x for x in 'ab').shape
np.random.default_rng(0).integers([0],[2**64],dtype='u8')
np.random.default_rng(0).integers(0,[2**64,2**63],dtype='u8')
np.random.default_rng(0).integers([-1],[2**64],dtype='u8')
np.random.default_rng(0).integers([0],[2**64],dtype='i8')
np.random.default_rng(0).integers(0,2**64,dtype='u8',endpoint=True)
np.random.default_rng(0).integers([0],[2**65],dtype='u8')
np.random.default_rng(0).integers(np.array([0],object),np.array([10],object))
np.random.default_rng(0).integers([0,1],[2**63],dtype='i8')
np.random.default_rng(0).integers(0,[2**64-1],dtype='u8',endpoint=True)
np.random.default_rng(0).integers([None],[2])
np.random.default_rng(0).integers([1.5],[2.5])
np.random.RandomState(0).randint([0],[2**64],dtype='u8')
np.random.RandomState(0).randint(0,2**64,dtype='u8')
np.random.RandomState(0).randint([0],[2**63],dtype='i8')
np.random.RandomState(0).randint([0],[2**63+1],dtype='i8')
np.random.default_rng(0).integers([0],[256],dtype='u1'), np.random.default_rng(0).integers([0],[257],dtype='u1')
np.random.default_rng(0).integers(0, [1,2**31,2**40])
np.random.default_rng(0).integers(np.uint64(2**63),np.uint64(2**64-1),dtype='u8')
np.random.default_rng(0).integers([np.uint64(2**63)],[np.uint64(2**64-1)],dtype='u8')
np.random.default_rng(0).integers([0],[1j])
np.random.RandomState(0).randint([True],[5])
q = np.array([1 + 1j, 2 - 1j], "F"); print(np.vdot(q, q), np.vecdot(q, q), np.vdot(q, q.astype("D")), np.vdot(q[::-1], q))
self_held = {"names": ["s"], "formats": [None], "offsets": [0]}; self_held["formats"][0] = self_held
np.dtype(self_held)
endless = []; endless.append(endless)
kind("np.block([endless])")
np.datetime_as_string(np.array("2020-01-01T12", "M8[h]"), timezone="UTC"), np.datetime_as_string(np.datetime64("2020-01-01T00:00"), unit="h")
np.arange(np.timedelta64(3, "s"), 10), np.arange(3, 10, dtype="m8[s]"), np.arange(np.timedelta64(3, "s"), np.timedelta64(10, "s"), 2), np.arange(np.timedelta64(5, "s"))
np.arange(np.datetime64("2020-01-01"), 5), np.arange("2020-01", 3, dtype="M8"), np.arange(np.timedelta64(1, "D"), np.timedelta64(5, "D"), np.timedelta64(12, "h"))
np.datetime64("2020-01-01", "[D]"), np.timedelta64(5, "[s]"), np.datetime64("2020", b"D")
warned("np.timedelta64(5, 'D') // np.timedelta64(0, 'D')"), warned("np.timedelta64(5, 'D') % np.timedelta64(0, 'D')")
warned("divmod(np.timedelta64(5, 'D'), np.timedelta64(0, 'D'))"), warned("np.array([5, 6], 'm8[s]') / 0"), warned("np.array([5, 6], 'm8[s]') / np.array([0, 1], 'm8[s]')"), warned("np.timedelta64('NaT') % np.timedelta64(1, 'D')")
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
