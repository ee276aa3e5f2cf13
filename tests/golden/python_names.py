"""Writes python_names.txt: the seldom used names of numpy, as programs type them, under the real NumPy: the classes of
dtypes, memory maps, the pieces of .npy files, sources of data, arrays of text with methods, masked records, iterators
over large arrays, bit generators under RandomState, numpy.testing beyond assertions, annotations, versions. Run it with
numpy 2.4: `python tests/golden/python_names.py`.
"""
import typed

SETUP = r"""
import numpy as np, numpy.ma as ma, numpy.testing as nt
import gzip, hashlib, io, os, pickle, tempfile, warnings
from pathlib import Path
from numpy.testing import *
from numpy.ma import mrecords as mr
from numpy.lib import format as F
R = np.random.RandomState
warnings.simplefilter("ignore")
os.chdir(tempfile.mkdtemp())
def w(a, **k):
    file = io.BytesIO()
    F.write_array(file, a, **k)
    return file.getvalue()
"""

CODE = r"""
d=tempfile.mkdtemp()
os.chdir(d)
np.memmap('nofile',dtype='i4',mode='r')
np.memmap('f',dtype='i4',mode='w+')
np.memmap('f',dtype='i4',mode='z',shape=3)
np.memmap('f',dtype='i4',mode='w+',shape=(2,3))
m=np.memmap('f',dtype='f4',mode='w+',shape=(3,4))
type(m).__mro__
m.mode
m.offset
m.flags
m[1]
m.sum()
m+1
m.sum(0)
type(m.sum(0))
type(m[0,0])
m[:2].offset
type(m[m>0])
m[[0,1]]._mmap
m[0]._mmap is m._mmap
str(m)
m.flush()
os.path.getsize('f')
np.memmap('f',dtype='f4',mode='r',offset=4)
np.memmap('f',dtype='f4',mode='r',offset=5,shape=2)
np.memmap('f',dtype='f4',mode='r',shape=200)
np.memmap('f',dtype='f4',mode='r+',shape=20)
os.path.getsize('f')
np.memmap('f',dtype='f8',mode='r',offset=4)
np.memmap('f',dtype='f8',mode='r',offset=3)
r=np.memmap('f',dtype='f4',mode='r')
c=np.memmap('f',dtype='f4',mode='c')
c[0]=9
c[0]
r[0]
c.mode
m[0,0]=5
r[0]
c2=np.memmap('f',dtype='f4',mode='copyonwrite')
c2.mode
np.memmap('f',mode='readonly').mode
np.memmap('f',mode='readwrite').mode
np.memmap('g',mode='write',shape=3).mode
np.memmap('f',dtype='f4',mode='w+',shape=(0,))
np.memmap('f2',dtype='f4',mode='w+',shape=(0,))
open('e','wb').close()
np.memmap('e',dtype='f4',mode='r')
np.memmap('e',dtype='f4',mode='r+',shape=(2,2))
np.memmap('e',dtype='i2',mode='r',order='F',shape=(2,2)).strides
np.memmap('e',dtype='i2',mode='r',shape=np.int64(3)).shape
np.memmap('e',dtype='i2',mode='r',shape=(2,-1)).shape
np.memmap('e',dtype='i2',mode='r',shape=[2,2]).shape
fo=open('e','r+b')
np.memmap(fo,dtype='i1').mode
np.memmap('e',dtype=object,mode='r')
m.__array_priority__
np.memmap.__module__
repr(np.memmap)
m.reshape(2,6).filename==m.filename
1
np.save('a.npy',np.arange(6).reshape(2,3))
np.load('a.npy',mmap_mode='r')
np.lib.format.open_memmap('b.npy',mode='w+',dtype='f8',shape=(2,))
np.load('b.npy')
np.load('a.npy',mmap_mode='z')
x=np.load('a.npy',mmap_mode='r+')
x[0,0]=77
x.flush()
np.load('a.npy')
x.offset
dir(np.memmap)[-30:]
np.memmap('a.npy').__dict__.keys()
a=np.memmap('f9',dtype='i4',mode='w+',shape=3)
a[:]=7
del a
open('f9','rb').read()
np.memmap(Path('f9'),dtype='i4').filename.name
np.memmap()
np.memmap('f9', foo=1)
np.dtype(np.dtypes.Float64DType)
np.zeros(2,dtype=np.dtypes.Float64DType)
np.dtypes.Int64DType is np.dtypes.LongDType
type(np.dtype('f8'))
type(np.dtype([('a','i4')]))
type(np.dtype('>f8'))
isinstance(np.dtype('U5'),np.dtypes.StrDType)
np.dtypes.IntDType
np.dtypes.Int32DType is np.dtypes.IntDType
np.dtype('q')
np.dtype('q')==np.dtype('l')
np.longlong(3)
np.array([1],'q').dtype
np.intc
np.typecodes
np.result_type('q','l')
np.dtype('q').name
R=np.random.RandomState
r=R(np.random.PCG64(3))
r.random_sample(3)
r.randint(0,100,5)
r.standard_normal(3)
r.get_state()
r.get_state(legacy=False)
r.seed(3)
str(r)
r.set_state(('MT19937',np.zeros(624,'u4'),0))
r.permutation(5)
r.randint(0,2**40,3)
np.random.set_bit_generator(np.random.PCG64(3))
np.random.random(2)
np.random.get_state()['bit_generator']
np.random.seed(1)
np.random.set_bit_generator(np.random.MT19937(3))
np.random.rand(2)
np.random.set_bit_generator(3)
R('abc')
R(object())
m=np.random.MT19937(3)
R(m).rand(2)
m.random_raw(2)
np.random.Generator(m).random(2)
b=np.random.MT19937(0)
b.random_raw(100)
p=b.state['state']['pos']
s=b.jumped().state['state']
b=np.random.MT19937(0)
b.random_raw(623)
p=b.state['state']['pos']
s=b.jumped().state['state']
b=np.random.MT19937(0)
b.random_raw(625+624)
p=b.state['state']['pos']
s=b.jumped().state['state']
np.random.MT19937(0).jumped(-1).state['state']['key'][:2]
np.random.MT19937(0)._legacy_seeding(3)
b=np.random.MT19937(0)
b._legacy_seeding(3)
b.random_raw(2)
R(3).randint(2**32,size=2,dtype='u8')
np.random.bit_generator.ISeedSequence.__mro__
isinstance(np.random.SeedSequence(1),np.random.bit_generator.ISeedSequence)
isinstance(np.random.SeedSequence(1),np.random.bit_generator.ISpawnableSeedSequence)
np.random.bit_generator.SeedlessSeedSequence().generate_state(3)
np.random.PCG64(My()).random_raw(2)
np.random.default_rng(My()).random(2)
np.random.MT19937(My()).random_raw(2)
np.random.PCG64(My()).seed_seq
np.random.PCG64(My()).spawn(2)
np.random.mtrand._rand is np.random.mtrand._rand
np.random.rand.__self__ is np.random.mtrand._rand
np.random.Generator(np.random.RandomState(3)._bit_generator).random(1)
np.random.default_rng(np.random.RandomState(3)).random(2)
c=np.char.chararray((3,2))
np.char.array(['a','bb ','ccc'])
np.char.array(['a','bb ','ccc'])[1]
np.char.array([b'a',b'c'])
np.char.array('hello')
np.char.array(['hello','world'],itemsize=3)
np.char.array([1,2])
np.char.array(np.array(['a','b']))+'x'
'x'+np.char.array(['a','b'])
np.char.array(['a','b'])*3
3*np.char.array(['a','b'])
np.char.array(['%d','%s'])%3
np.char.array(['a','B']).upper()
np.char.array(['a b','B c']).split()
np.char.array(['a','b'])=='a '
np.char.array(['a','b'])<'b'
np.char.array(['a ','b']).argsort()
np.char.array(['a','b']).isalpha()
np.char.array(['ab','b']).find('b')
np.char.array(['ab','b']).count('b')
np.char.array(['ab','b']).partition('b')
np.char.array(['ab','b']).zfill(5)
np.char.array(['ab','b']).encode('ascii')
np.char.array(['ab','b']).center(5,'*')
np.char.array(['ab','b']).join('-')
np.char.array(['ab','b']).replace('b','zz')
np.char.array([b'ab']).decode('ascii')
np.char.asarray(['ab','c'])
type(np.char.asarray(np.array(['ab','c'])))
np.char.array(['ab','c'],unicode=False)
np.char.array([b'ab',b'c'],unicode=True)
np.char.array([['ab','c']],order='F')
np.char.chararray.__module__
np.char.chararray
np.char.array(['a','b']).dtype
np.char.array(['a'])*'x'
np.char.array(['a','bc']).translate(str.maketrans('a','z'))
np.char.array(['a','bc']).str_len()
np.char.array(['abc']).startswith('a')
np.char.array(['ab\ncd']).splitlines()
np.char.array(['  a ']).strip()
np.char.array(['  a ']).lstrip()
np.char.array(['a']) + 5
np.char.array(['a']) * 2.5
np.char.array(['a'],copy=False)
np.char.chararray((1,),buffer=b'abc',itemsize=3)
np.char.array(['a','b'])[0:1]
np.array(['a','b']).view(np.char.chararray)
np.array([1,2]).view(np.char.chararray)
np.char.array(None)
np.char.array(('a',), itemsize=4).dtype
np.chararray
IgnoreException.__mro__
KnownFailureException.__mro__
assert_no_gc_cycles(lambda:1)
break_cycles()
measure('1+1',times=3)<5
runstring('x=5',{})
nt.overrides.allows_array_ufunc_override(np.add)
nt.overrides.allows_array_function_override(np.sum)
nt.overrides.allows_array_function_override(np.arange)
sw=suppress_warnings()
f()
__import__('numpy.matlib').matlib.rand(2).shape
np.matlib.repmat(np.arange(3),2,2)
np.matlib.eye(2,dtype=int)
np.matlib.repmat(np.array([[1,2],[3,4]]),1,2)
np.matlib.repmat(5,2,2)
np.typing.NDArray
np.typing.NDArray[np.float64]
np.typing.NBitBase
np.ndarray[int,np.dtype]
np.dtype[np.float64]
np.lib.NumpyVersion('2.0.0')>'1.9.0'
np.lib.tracemalloc_domain
np.float64[int]
np.number[int]
np.lib.Arrayterator(np.arange(24).reshape(2,3,4),5).shape
[a.shape for a in np.lib.Arrayterator(np.arange(24).reshape(2,3,4),5)]
[a.tolist() for a in np.lib.Arrayterator(np.arange(24).reshape(2,3,4),7)[:,1:3,::2]]
list(np.lib.Arrayterator(np.arange(6),4).flat)
np.lib.Arrayterator(np.arange(6).reshape(2,3)).shape
a=ma.array([1,2,3,4],mask=[0,1,0,0])
b=ma.array([1.,2,3,4],mask=[0,0,1,0])
c=ma.array(['one','two','three','four'],mask=[0,0,0,1])
mr.fromarrays([a,b,c],names='a,b,c')
mr.fromarrays([a,b,c],dtype=[('a',int),('b',float),('c','|S8')])
m=mr.fromarrays([a,b,c],names='a,b,c')
m.a
m['a']
m[0]
m[1]
m[1].a
type(m[1])
m[:2]
m.mask
m.recordmask
m._mask
m._data
m.fill_value
m.filled()
str(m)
m.dtype
len(m)
m.shape
m.a=5
m.a
m.a[0]=ma.masked
m
m[0]=(9,9.,'x')
m
m.b=ma.masked
m.b
m._fieldmask
m.mask=0
m.mask
m.mask=[1,0,0,0]
m.recordmask
m.zz
m.zz=3
m.zz
del m.zz
m.copy()
m.tolist()
m.view(np.recarray)
m.view(float)
m[['a','b']]
m['a'][0]
mr.fromrecords([(1,2.,'a'),(3,4.,'b')],names='x,y,z')
mr.fromrecords([(1,2.),(3,4.)],dtype=[('x',int),('y',float)],mask=[0,1])
mr.fromrecords([(1,2.),(3,4.)],names='x,y',fill_value=(9,9.))
mr.fromrecords([(1,2.),(3,4.)],names='x,y',fill_value=(9,9.)).filled()
mr.addfield(mr.fromrecords([(1,2.),(3,4.)],names='x,y'),ma.array([7,8],mask=[0,1]),'w')
mr.addfield(mr.fromrecords([(1,2.),(3,4.)],names='x,y'),ma.array([7,8],mask=[0,1]))
open('/tmp/mr.txt','w').write("# c\n'One (S)','Two (I)','Three (F)'\nstrings,1,1.0\nwith embedded,2,\n,3,9.9e-5\n".replace("'",''))
mr.fromtextfile('/tmp/mr.txt',delimiter=',',varnames='ABC')
mr.fromtextfile('/tmp/mr.txt',delimiter=',')
mr.fromtextfile('/tmp/mr.txt',delimitor=',')
mr.reserved_fields
mr.mrecarray
mr.MaskedRecords
mr.MaskedRecords.__mro__
mr.__all__
mr.mrecarray(3,dtype='i4,f8').mask
m=mr.fromrecords([(1,2.),(3,4.)],names='x,y')
m.x=[5,6]
m
m.harden_mask()
m.x[0]=ma.masked
m.hardmask
m.x=0
m.x
m.soften_mask()
m+1
m==m
pickle.loads(pickle.dumps(m))
import pickle
pickle.loads(pickle.dumps(m))
type(m.x)
mr.fromarrays([[1,2],[3,4]],names='x,y').mask
m.sort(order='y')
m._fill_value
m.__array_finalize__
hasattr(m,'fill_value')
m.fill_value
ma.array([(1,2.)],dtype=[('a',int),('b',float)]).view(mr.mrecarray)
m.y.mean()
m[m.x>3]
m[-1]
ma.array(m)
repr(m[0:0])
m.field
m.names
m.x.mask
m[0].y
m[0]['y']
F.magic(1,0)
F.magic(300,0)
F.read_magic(io.BytesIO(F.magic(2,0)))
F.read_magic(io.BytesIO(b'abc'))
F.read_magic(io.BytesIO(b'abcdefgh'))
F.dtype_to_descr(np.dtype('i4'))
F.dtype_to_descr(np.dtype([('a','i4'),('b','f8',(2,))]))
F.dtype_to_descr(np.dtype({'names':['a','b'],'formats':['i1','f8'],'offsets':[0,8]}))
F.descr_to_dtype('<i4')
F.descr_to_dtype([('a','<i1'),('','|V7'),('b','<f8')])
F.descr_to_dtype(('<i4',(2,)))
F.descr_to_dtype([(('t','a'),'<i1')])
F.descr_to_dtype([('a',[('b','<i2'),('c','<f4',(2,2))])])
F.header_data_from_array_1_0(np.zeros((2,3)))
F.header_data_from_array_1_0(np.zeros((2,3),order='F'))
w(np.arange(3))
w(np.zeros((2,2)),version=(2,0))
w(np.array([1,'a'],dtype=object),allow_pickle=False)
w(np.zeros(2),version=(4,0))
F.read_array(io.BytesIO(w(np.arange(6).reshape(2,3).T)))
F.read_array(io.BytesIO(w(np.array([1,'a'],dtype=object))))
F.read_array(io.BytesIO(w(np.array([1,'a'],dtype=object))),allow_pickle=True)
F.read_array(io.BytesIO(w(np.arange(3))[:-3]))
w(np.float64(3))
w(np.array(3.))
F.read_array(io.BytesIO(w(np.array(3.))))
w(np.zeros(1,dtype=[('α','i4')]))
f=io.BytesIO()
F.write_array_header_1_0(f,{'shape':(3,),'fortran_order':False,'descr':'<i4'})
f.getvalue()
f.seek(8)
F.read_array_header_1_0(f)
f=io.BytesIO()
F.write_array_header_2_0(f,{'shape':(3,),'fortran_order':False,'descr':'<i4'})
f.getvalue()
f.seek(8)
F.read_array_header_2_0(f)
f.seek(8)
F.read_array_header_2_0(f,max_header_size=10)
F.drop_metadata(np.dtype('i4',metadata={'a':1})).metadata
F.isfileobj(io.BytesIO())
(F.MAGIC_LEN,F.MAGIC_PREFIX,F.ARRAY_ALIGN,F.BUFFER_SIZE,F.GROWTH_AXIS_MAX_DIGITS)
d=np.DataSource if hasattr(np,'DataSource') else np.lib.npyio.DataSource
os.chdir(tempfile.mkdtemp())
gzip.open('a.txt.gz','wt').write('hi')
open('b.txt','w').write('yo')
D=d('.')
d
D.exists('b.txt')
D.exists('c.txt')
D.open('b.txt').read()
D.open('c.txt')
D.open('http://x.y/c.txt','w')
D.abspath('b.txt').endswith('b.txt')
os.path.relpath(D.abspath('http://www.google.com/index.html'),os.getcwd())
D.open('a.txt.gz','rt').read()
D.open('a.txt','rt').read()
D._isurl('http://a.b/c')
np.lib.npyio.NpzFile
def g(): pass
np.lib.add_docstring(g,'hello')
g.__doc__
np.lib.introspect.opt_func_info(func_name='zzz')
a=np.load if 0 else None
np.savez('z.npz',a=np.arange(3),b=np.ones(2))
z=np.load('z.npz')
z.zip
z.fid
z.f.a
z.files
z
np.lib.npyio.NpzFile.zip
z['c']
z.get('q',3)
np.version.version
np.version.release
np.show_config('xx')
sorted(np.show_config('dicts'))
type(np.__config__.DisplayModes.dicts)
np.core.numeric.asarray([1])
np.foo
np.lib.foo
np.char.foo
np.dtypes.Foo
np.testing.foo
np.lib.npyio.foo
np.fft.foo
np.lib.format.foo
np.polynomial.foo
np.rec.foo
np.exceptions.foo
np.linalg.foo
np.ma.foo
np.ma.core.foo
np.strings.foo
np.lib.user_array
np.lib.stride_tricks.foo
np.typing.foo
np.matlib.foo
A=np.arange(12.).reshape(3,4)
B=np.arange(24.).reshape(2,4,3)
v=np.arange(4.)
C=np.arange(24.).reshape(2,3,4)
np.add(1,2,signature='dd->d')
np.add(1,2,signature='d')
np.add(1,2,signature=(None,None,'d'))
np.add(1,2,signature=('d','d','d'))
np.add(1,2,signature=('d',))
np.add([1],[2],signature='ff->f')
np.add([1.5],[2],signature='ii->i')
np.less([1],[2],signature='dd->?')
np.add(1,2,signature='dd->d',dtype='f')
np.add(1,2,sig='dd->d')
np.add(1,2,signature='xx->x')
np.add(1,2,signature='d->d')
np.sqrt([4],signature='f->f')
np.add([1.5],[2],signature='ii->i',casting='unsafe')
np.add(1,2,signature=3)
np.divmod(7,2,signature='dd->dd')
np.ldexp(1.,2,signature='di->d')
np.add('a','b',signature='UU->U')
np.matmul(A,B[0],signature='ff->f')
np.equal([1],[2],signature='OO->O')
np.equal([1],[2],signature=(None,None,object))
np.add(1,2,signature=[1])
np.matmul(A,B,axes=[(0,1),(-2,-1),(-2,-1)]).shape
np.matmul(A,A,axes=[(0,1),(1,0),(0,1)])
np.matmul(A,A,axes=[(1,0),(0,1),(1,0)])
np.matmul(A,B,axes=3)
np.matmul(A,B,axes=[(0,1),(0,1)])
np.matmul(A,B,axis=0)
np.matmul(A,B,keepdims=True)
np.vecdot(A,v)
np.vecdot(C,C,axis=0)
np.vecdot(C,C,axis=0,keepdims=True).shape
np.vecdot(C,C,axes=[0,0,()])
np.vecdot(C,C,axes=[0,0])
np.vecdot(C,C,axes=[(0,),(0,)])
np.vecdot(C,C,axes=[0,0],axis=1)
np.vecdot(C,C,axis=5)
np.vecdot(C,C,keepdims=True).shape
np.vecdot(C,C,keepdims=1).shape
np.matvec(A,v,axes=[(0,1),0,0])
np.matvec(A.T,v,axes=[(1,0),0,0])
np.vecmat(v,B,axes=[0,(1,2),-1]).shape
np.vecmat(v,B,axes=[0,(1,2),0]).shape
np.matmul(A,v,axes=[(0,1),0,0])
np.matmul(A,v,axes=[(0,1),(0,),(0,)])
np.matmul(v,v,axes=[0,0,()])
np.add(1,2,axes=[1])
np.add(1,2,axis=1)
np.add(1,2,keepdims=True)
np.add(1,2,foo=1)
np.matmul(A,B,foo=1)
np.vecdot(C,C,axis=(0,))
np.vecdot(C,C,axes=[(0,1),0])
np.matmul(A,B,axes=[(0,0),(-2,-1),(-2,-1)])
np.linalg.vecdot(C,C,axis=1)
np.matmul(A,B,axes=[0,(-2,-1),(-2,-1)])
o=np.zeros((2,3,3))
np.matmul(A,B,axes=[(0,1),(-2,-1),(0,2)]).shape
np.matmul(A,B,out=np.zeros((3,2,3)),axes=[(0,1),(-2,-1),(0,2)]).shape
np.vecdot(C,C,axis=1.5)
np.vecdot(C,C,keepdims='a').shape
np.isnat
np.isnat(np.array(['NaT','2020'],'M8[D]'),out=np.zeros(2,bool))
np.isnat(3)
np.isnat(np.array(['NaT','2020'],'M8[D]'),where=[True,False])[0]
np.isnat.types
np.isnat.nin
np.isnat.reduce([1])
np.isnat.identity
np.isnat(['NaT'])
np.isnat(np.timedelta64('NaT'))
np.isnat(1,2,3)
np.isnat(np.datetime64('NaT','D'),dtype=bool)
np.argwhere(a=[0,1])
np.block(arrays=[[1,2]])
np.column_stack(tup=([1],[2]))
np.dstack(tup=([1],[2]))
np.hsplit(ary=np.arange(4),indices_or_sections=2)
np.vsplit(ary=A,indices_or_sections=3)[0]
np.dsplit(ary=B,indices_or_sections=3)[0].shape
np.extract(condition=[True,False],arr=[1,2])
np.flatnonzero(a=[0,1])
np.fliplr(m=A)[0]
np.flipud(m=A)[0]
a=np.arange(3)
np.place(arr=a,mask=[1,0,0],vals=[9])
a
np.putmask(a,mask=[1,0,0],values=[8])
a
np.seterrcall(func=None)
np.unique_all(x=[1,1])
np.unique_values(x=[1,1])
np.unique_counts(x=[1,1])
np.unique_inverse(x=[1,1])
a
np.strings.startswith(['ab'],prefix='a')
np.strings.endswith(a=['ab'],suffix='b')
np.column_stack()
np.dstack([1],[2])
np.fliplr()
np.argwhere()
np.extract([1])
np.clip([1,2,3],a_min=2)
np.clip([1,2,3],a_max=2)
np.clip([1,2,3])
np.clip([1,2,3],2)
np.ma.clip([1,2,3],a_min=2,a_max=None)
np.ma.repeat(a=[1],repeats=2)
np.average(A,keepdims=True)
np.diff([1,4],prepend=0)
np.frompyfunc(lambda a,b:a+b,2,1)
type(np.frompyfunc(lambda a,b:a+b,2,1))
np.frompyfunc(lambda a,b:a+b,2,1).reduce([1,2,3])
np.frompyfunc(max,2,1).__name__
np.frompyfunc(lambda a,b:a+b,2,1).outer([1,2],[3,4])
np.frompyfunc(lambda a,b:a+b,2,1).accumulate([1,2,3])
np.frompyfunc(lambda a,b:a+b,2,1)([1,2],[3,4],out=np.zeros(2,object))
np.frompyfunc(lambda a,b:a+b,2,1).types
np.frompyfunc(lambda a,b:a+b,2,1,identity=0).identity
np.frompyfunc(lambda a,b:a+b,2,1).nargs
np.frompyfunc(oct,1,1)([8,9])
np.frompyfunc(divmod,2,2)(7,[2,3])
np.frompyfunc(oct,1,1)(8)
np.frompyfunc(lambda a,b:a+b,2,1)([1,2],[3,4],dtype=int)
np.frompyfunc(lambda a:a,1,1)(1,2,3)
np.frompyfunc(lambda a,b:a+b,2,1)([1,2,3],1,where=[True,False,True])[0]
x=np.array([1,2,3],object)
np.frompyfunc(lambda a,b:a+b,2,1).at(x,[0,0],5)
x
np.from_dlpack(np.arange(3))
np.from_dlpack([1])
np.frompyfunc(1,1,1)
np.frompyfunc(len,40,40)
np.add.at(x,[0],1); x
np.arange(2).__dlpack_device__()
np.nditer(np.arange(6)).iterrange
np.nditer(np.arange(6)).has_delayed_bufalloc
it=np.nditer(np.arange(6),flags=['ranged']); it.iterrange=(2,4); print([int(x) for x in it], it.iterrange)
np.nditer(np.arange(6)).iterrange.__class__
np.polynomial.Chebyshev.interpolate(lambda x,a:x*a,2,domain=[0,2],args=(3,)).degree()
np.polynomial.Chebyshev.interpolate(np.tanh,-1)
np.polynomial.Chebyshev.interpolate(lambda x:x*0+1,1)
np.add.resolve_dtypes((np.dtype('i4'),np.dtype('f4'),None))
np.add.resolve_dtypes((np.dtype('i4'),int,None))
np.add.resolve_dtypes((np.dtype('f4'),float,None))
np.sqrt.resolve_dtypes((np.dtype('i4'),None))
np.add.resolve_dtypes((np.dtype('i4'),None))
np.add.resolve_dtypes((None,np.dtype('i4'),None),reduction=True)
np.less.resolve_dtypes((np.dtype('i4'),np.dtype('i8'),None))
np.divide.resolve_dtypes((np.dtype('i1'),np.dtype('i1'),None))
np.multiply.resolve_dtypes((np.dtype('m8[s]'),np.dtype('i8'),None))
np.add.resolve_dtypes((None,np.dtype('i4'),None))
'bit_generator' in dir(np.random), 'test' in dir(np.fft)
hasattr(np.random.SFC64(1),'jumped'), hasattr(np.random.MT19937(1),'advance'), hasattr(np.random.PCG64(1),'advance')
np.random.SFC64(1).jumped()
__import__('inspect').signature(np.add)
__import__('inspect').signature(np.dot)
__import__('inspect').signature(np.broadcast_to)
__import__('inspect').signature(np.einsum_path)
np.lib.scimath is np.emath, np.emath.__name__
"""

typed.write(__file__, SETUP, CODE)
