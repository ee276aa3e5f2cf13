"""Writes python_records.txt: structured dtypes, arrays and scalars, record arrays, and tables of them, under the real NumPy.

Run it with numpy 2.4: `python tests/golden/python_records.py`.
"""
import typed

SETUP = """
import copy, io, pickle
import numpy as np
from numpy.lib.recfunctions import repack_fields, structured_to_unstructured
"""

CODE = r"""
np.dtype([('a','i4')],align=True)==np.dtype([('a','i4')])
np.dtype([('a','i4')],align=True), str(np.dtype([('a','i4'),('b','i8')],align=True))
np.dtype((np.record,[('a','i4')])), np.dtype((np.record,[('a','i4')]))==np.dtype([('a','i4')]), np.dtype((np.void,np.dtype((np.record,[('a','i4')]))))
np.dtype([(('t','a'),'i4')])==np.dtype([('a','i4')]), np.dtype([(('t','a'),'i4')]), np.dtype([(('t','a'),'i4')]).fields, np.dtype([(('t','a'),'i4')]).descr
np.dtype({'names':['a','b'],'formats':['i4','i4'],'offsets':[0,8]}), np.dtype({'names':['a','b'],'formats':['i4','i4'],'offsets':[0,8],'itemsize':16}).descr
np.dtype({'names':['a','b'],'formats':['i4','i4'],'offsets':[4,0]}), np.dtype({'names':['a','b'],'formats':['i4','i4'],'offsets':[4,0]}).descr
np.dtype({'names':['a','b'],'formats':['i4','i4'],'titles':['x',None]})
np.dtype({'col1':('S10',0),'col2':(float,10)}), np.dtype({'surname':('S25',0),'age':(np.uint8,25)})
np.dtype('i4, (2,3)f8, f4'), np.dtype('a3, 3u8, (3,4)a10')
np.dtype('i4, (2,3)f8, f4, 3U2')
np.dtype('i4,'), np.dtype('(2,)i4'), np.dtype('2i4'), np.dtype('3U5')
np.dtype(('i4',(2,2))), np.dtype(('i4',(2,2))).subdtype, np.dtype(('i4',(2,2))).shape, np.dtype(('i4',(2,2))).base, np.dtype(('i4',(2,2))).itemsize, np.dtype(('i4',(2,2))).kind, np.dtype(('i4',(2,2))).str, np.dtype(('i4',(2,2))).name, np.dtype(('i4',(2,2))).ndim, np.dtype(('i4',2)), np.dtype(('i4',(1,))), np.dtype(('i4',1)), np.dtype(('i4',()))
np.dtype(('S',10)), np.dtype((np.void,10)), np.dtype(('U',10)), np.dtype((str,35))
np.dtype([('','i4'),('','f4')]), np.dtype([('a','i4',(2,)),('b','f4',2),('c','f4',1),('d','f4',(1,))])
d=np.dtype([('x','f4'),('y',np.float32),('z','f4',(2,2))])
d, str(d), d.names, d.fields, d.itemsize, d.descr, d.alignment, d.isalignedstruct, d.kind, d.type, d.subdtype, d.shape, d.base, d.char, d.num, d.str, d.name, d.byteorder, d.isnative, d.hasobject, d.flags, d.ndim, d.isbuiltin, len(d), bool(d)
d['x'], d['z'], d[['x','z']], d[0], d[-1]
d['q']
d[5]
d[['x','q']]
d[1.5]
np.dtype('i4')['a']
np.dtype('i4')[0]
len(np.dtype('i4')), bool(np.dtype('i4')), np.dtype([]), np.zeros(2,np.dtype([]))
np.dtype([('a','i4'),('a','f4')])
np.dtype([('a','i4',)]), np.dtype([('a',)])
np.dtype([('a','xx')])
np.dtype([(5,'i4')])
np.dtype(['a','b'])
np.dtype([('a', 'i4', 2, 3)])
np.dtype({'names':['a'],'formats':['i4','i4']})
np.dtype({'names':['a']})
np.dtype({'names':['a','b'],'formats':['i4','i4'],'offsets':[0,2]}), np.dtype({'names':['a'],'formats':['i8'],'itemsize':4})
np.dtype('i4,zz')
np.dtype({'a':1})
np.dtype(5), 
np.dtype((1,2,3))
np.dtype('u1,<i4,i8',align=True), np.dtype('u1,<i4,i8',align=True).fields, np.dtype('u1, i4, i8, u1, i8, u2').fields
np.dtype([('a','i4'),('b',[('c','f8'),('d','U3')])]), np.dtype([('a','i4'),('b',[('c','f8'),('d','U3')])])['b']
hash(np.dtype([('a','i4')]))==hash(np.dtype([('a','i4')]))
np.dtype([('a','i4')])=='i4', np.dtype([('a','i4')])==[('a','i4')], np.dtype([('a','i4')])==np.dtype([('b','i4')])
d.names=('q','r','s')
d
d.names=('q',)
d.names=('q','q','r')
d.names=5
del d.names
np.dtype('V8'), np.dtype('V'), np.void, np.dtype(np.void), str(np.dtype('V8')), np.dtype('V8').name, np.dtype('V8').char, np.dtype('V8').type, np.dtype('|V8'), np.dtype('V8').num, np.dtype('V8').fields
np.dtype('>S3'), np.dtype('i4').newbyteorder('q')
np.dtype([('a','i4'),('b','i4')]).newbyteorder()
np.dtype('i8').names, np.dtype('i8').metadata, np.dtype('i8').descr, np.dtype('i8').base, np.dtype('i8').isbuiltin, np.dtype('i8').flags, np.dtype('O').flags
x=np.array([('Rex', 9, 81.0), ('Fido', 3, 27.0)],dtype=[('name','U10'),('age','i4'),('weight','f4')])
x
print(x)
x[1], str(x[1]), x[1].item(), type(x[1].item()), x[1].dtype, x[1]['name'], x[1][0], x[1][-1], len(x[1]), list(x[1]), tuple(x[1])
x[1][5]
x[1]['q']
x[1][['name','age']]
x[1][0:2]
x[1][1.5]
x['age']
x['age']=5
x[['name','age']], x[['age','name']].dtype, x[['name','weight']]
x['q']
x[['name','q']]
x[['name','name']]
x[[]]
np.arange(3)['a']
np.arange(3)[['a']]
x[0]=('a',1)
x[0]=('a',1,2,3)
x[0]=5
x
x[0]=[1,2,3]
x[:]=[('b',2,3.5)]
x
x[0].tolist(), x.tolist(), x.tobytes()[:8], x.item(0), x.item(1)
x.sum()
x+1
x<x
x==x, x!=x, x==x[0], x[0]==x[0], x[0]!=x[1]
x==np.zeros(2,[('a','i4')])
x==1
x==np.zeros(2,[('a','U10'),('age','i4'),('weight','f4')])
x==(1,2,3)
np.zeros(2,[('a','i4'),('b','f8')])==np.zeros(2,[('a','i8'),('b','f4')])
np.zeros(2,[('a','i4',(2,))])==np.zeros(2,[('a','i4',(2,))])
np.equal(x,x)
np.zeros(2,'V3')==np.zeros(2,'V3'), np.zeros(2,'V3')==np.zeros(2,'V4')
np.zeros(2,[('a','i4'),('b','f8')]), np.ones(2,[('a','i4'),('b','f8'),('c','U3'),('d','?'),('e','O'),('f','M8[D]')]), np.empty(1,[('a','O'),('b','i4')]), np.zeros(1,[('a','O'),('b','i4')])
np.full(2,5,[('a','i4'),('b','f8')]), np.full(2,(1,2),[('a','i4'),('b','f8')]), np.zeros((2,2),'i4,f4')
y=np.zeros(2,[('x','f4',(2,2)),('n','i1')]); print(repr(y))
y['x'], y['x'].shape, y[0], y.tolist(), y[0].item(), y[0]['x'], y.dtype
y['x'][0]=[[1,2],[3,4]]; print(repr(y))
y[0]=([[1,2],[3,4]],5); y[1]=(7,8); print(repr(y))
y[0]=([1,2,3],5)
y['x']=np.arange(3)
n=np.array([(1,(2.5,'a')),(2,(3.25,'bc'))],dtype=[('a','i4'),('b',[('c','f8'),('d','U3')])]); print(repr(n))
n['b'], n['b']['c'], n[0]['b'], n[0]['b']['d'], n['b']['d'], n[0].item(), n.tolist()
n[0]['b']['d']='zz'; n['b']['c']=9; print(repr(n))
np.array([(1.123456789,100000.0,'x'),(2,1e-10,'yy')],dtype='f8,f8,U3')
np.array([(True,1+2j,b'ab'),(False,2,b'c')],dtype='?,c16,S3')
np.array([(np.nan,1),(np.inf,-22)],dtype='f4,i2')
np.array([('2020-01-01',5),('NaT',6)],dtype=[('d','M8[D]'),('t','m8[h]')])
np.array([(1,),(2,)],dtype=[('a','i4')]), np.array([1,2],dtype=[('a','i4')]), np.array([[1,2],[3,4]],dtype='i4,f4')
np.array((1,2.5),dtype='i4,f8'), str(np.array((1,2.5),dtype='i4,f8')), np.array((1,2.5),dtype='i4,f8')[()], np.array((1,2.5),dtype='i4,f8')['f0']
np.array([(1,2,3)],dtype='i4,f8')
np.array([(1,2),(3,4,5)],dtype='i4,f8')
np.array([('a',2)],dtype='i4,f8')
np.array([1,2,3],dtype='i4,f8')
np.array([x[0],x[1]])
np.array([x[0],x[1]]).dtype
np.array([(1,2)]), np.array(x), np.asarray(x) is x, np.array(x,dtype=[('a','U10'),('b','f8'),('c','i4')])
x.astype([('a','U10'),('b','f8'),('c','i4')]), x.astype('i4,i4')
x.astype(int)
np.zeros(2,[('a','i4')]).astype(int), np.arange(2).astype([('a','i4'),('b','f8')]), np.arange(2.5).astype('i4,U5')
a=np.zeros(3,[('a','i8'),('b','f4'),('c','S3')]); b=np.ones(3,[('x','f4'),('y','S3'),('z','O')]); b[:]=a; print(repr(b))
two=np.zeros(2,[('A','i4'),('B','i4')]); one=np.zeros(2,[('A','i4')]); no=np.zeros(2,'i4')
no[:]=two
no[:]=one; print(repr(no))
one[:]=no; two[:]=no; two[:]=one
two[:]=np.zeros(2,'i4,i4,i4')
a[['a','c']], a[['a','c']].dtype, a[['a','c']].itemsize, a[['a','c']].base is a
a[['a','c']]=(2,b'z'); print(repr(a))
z=np.zeros(2,[('a','i4'),('b','f8')]); z[['a','b']]=z[['b','a']]
z[0]['a']=9; print(repr(z))
w=z[0]; w['b']=2.5; print(repr((z, w)))
w[0]=100; print(repr(z))
np.concatenate([z,z]), np.concatenate([z,np.zeros(1,[('a','f8'),('b','f4')])])
np.concatenate([z,np.zeros(1,[('q','f8'),('b','f4')])])
np.promote_types(np.dtype([('a','i4')]),np.dtype([('b','i4')]))
np.promote_types('V3','V3'), np.promote_types('i4,f8','i4')
np.promote_types('V3','V4')
s=np.array([('b',2),('a',2),('c',1)],dtype=[('n','U1'),('v','i4')]); print(repr((np.sort(s), np.sort(s,order='v'), np.sort(s,order=['v','n']), np.argsort(s,order='v'), s.argsort(), np.unique(np.concatenate([s,s])))))
s.sort(order=['v','n']); print(repr(s))
np.sort(s,order='q')
np.sort(np.arange(3),order='q')
np.sort(s,order=['v','v'])
np.unique(np.concatenate([s,s]),return_counts=True,return_index=True,return_inverse=True)
np.searchsorted(s,s[0])
s.argmax()
np.lexsort((s['n'],s['v']))
s.view('V8'), s.view('u4'), s.view('u4').shape, np.arange(4,dtype='i4').view('i4,i4'), np.zeros(2,'i4,i4').view('i4').reshape(2,2), np.zeros(2,'i4,i4').view(('i4',2)), np.zeros(2,'i4,i4').view(('i4',(2,)))
np.arange(4,dtype='i4').view([('a','i2'),('b','i2')])
np.arange(3,dtype='i4').view('i4,i4')
np.void(b'abcd'), np.void(5), np.void((1,2),dtype='i4,f8'), str(np.void(b'abcd')), np.void(b'abcd').dtype, np.void(b'ab').item(), bytes(np.void(b'ab'))
np.zeros(2,'V3').view('u1'), np.zeros(2,'V2').tolist()
hash(z[0])
z.dtype.names=('p','q')
z, z.dtype
z.dtype
z['p']
np.zeros(3,'(2,2)f4').shape, np.zeros(3,('f4',2)).dtype
z.nbytes, z.itemsize, z.strides, z['q'].strides, z['q'].base is z, z.flags.c_contiguous, z['q'].flags.c_contiguous
z.mean()
np.sum(z)
-z
z.fill(3)
z, z.copy(), z.reshape(2,1), z.T, z[::-1], z[z['p']>1], z[[1,0]], np.where(z['p']>2), z.ravel(), np.flip(z), np.append(z,z[:1]), np.repeat(z,2), np.tile(z,2), np.roll(z,1), np.delete(z,0), np.insert(z,0,z[1]), np.stack([z,z]), np.hstack([z,z]), np.take(z,[0]), np.atleast_2d(z)
for r in z: print(r, type(r))
for r in z: print(r['p'], r[1])
'p' in z.dtype.names, 'p' in z.dtype.fields, z.dtype.fields['p'], z.dtype.fields['p'][1]
f"{z[0]}", str(z[0]), repr(z[0]), "%s" % (z[0],)
z.dtype.descr, [n for n in z.dtype.names]
z.dtype='u1'
np.empty_like(z).shape, np.zeros_like(z,shape=1), np.ones_like(z), np.full_like(z,(1,2))
np.array((0.1,1/3,1e20,True,None,b'a',1+2j,'2020-01-01',5,2.0),dtype='f4,f8,f8,?,O,S1,c16,M8[D],m8[s],f2')[()]
np.array((0.1,1/3,1e20,True,None,b'a',1+2j,'2020-01-01',5,2.0),dtype='f4,f8,f8,?,O,S1,c16,M8[D],m8[s],f2')
np.array((1,2.0),dtype='i4,f4'), str(np.array((1,2.0),dtype='i4,f4'))
np.can_cast(np.dtype([('a','i4')]),np.dtype([('b','i4')]),'same_kind'), np.can_cast(np.dtype([('a','i4')]),np.dtype([('b','i4')]),'unsafe'), np.can_cast('i8,f8','i4,f8','same_kind'), np.can_cast('i4,i4','i4,i4,i4','unsafe'),np.can_cast('V4','i4','unsafe'),np.can_cast('i4','V4'),np.can_cast('i4','V4','same_kind'),np.can_cast('V4','V8'),np.can_cast('V8','V4','same_kind'),np.can_cast('i4','V2'),np.can_cast('S4','V4'),np.can_cast('i4,i4','V8'),np.can_cast('V8','i4,i4'),np.can_cast('V8','i4,i4','unsafe'),np.can_cast('i4,i4','O')
r=np.rec.array([(1,2.,'Hello'),(2,3.,'World')],dtype=[('foo','i4'),('bar','f4'),('baz','S10')]); print(repr(r))
r.bar, r[1:2], r[1:2].foo, r.foo[1:2], r[1].baz, r[1], type(r[1]), r.dtype, type(r), type(r.foo), print(r), str(r), str(r[1])
r[1].bar=9; r.foo=5; print(repr(r))
r['foo'], type(r['foo']), r[['foo','bar']], type(r[['foo','bar']])
r.nope
r[0].nope
r[0]['foo'], r[0].foo, r[0].item(), r[0].tolist(), r[0].dtype, r[0].pprint()
arr=np.array([(1,2.,'Hello'),(2,3.,'World')],dtype=[('foo','i4'),('bar','f4'),('baz','S10')]); print(repr(np.rec.array(arr)))
arr.view(dtype=np.dtype((np.record,arr.dtype)),type=np.recarray)
arr.view(np.recarray), arr.view(np.recarray).dtype, arr.view(np.recarray).view(np.ndarray), r.view(r.dtype.fields or r.dtype,np.ndarray)
type(r.view(np.ndarray)[0]), r.view(np.ndarray).dtype
np.rec.fromarrays([np.arange(3),np.arange(3.)],names='a,b'), np.rec.fromarrays([[1,2],[3,4]],dtype='i4,f8'), np.rec.fromrecords([(1,'a',2.5),(2,'b',3)],names='x,y,z'), np.rec.fromrecords([(1,'a'),(2,'b')]), np.rec.fromrecords([[1,2],[3,4]],dtype='i4,i4')
np.rec.fromarrays([[1,2],['a','dd'],[1.1,2]],names='a,b,c').b, np.rec.fromarrays([[1,2],['a','dd']],formats='i8,S3',names=['u','v'])
np.rec.fromarrays([[1,2],[3]],names='a,b')
np.rec.fromarrays([[1,2]],names='a,b')
rr=np.rec.array([('Rex',(1,2))],dtype=[('name','U3'),('p',[('x','i4'),('y','i4')])]); print(repr((rr.p, type(rr.p), rr.p.x, rr[0].p, rr[0].p.x, type(rr[0].p))))
np.recarray((2,),dtype=[('x',int),('y',float),('z',int)]).shape, np.recarray((2,),dtype=[('x','i4')]).dtype, np.recarray(2,formats=['i4','f8'],names=['a','b']).dtype
np.rec.array([1,2,3]), np.rec.array([(1,2),(3,4)]), np.rec.array([[1,2],[3,4]],names='a,b'), np.rec.array(b'\x01\x00\x00\x00',formats='i4',names='q')
np.rec.array(5)
np.rec.format_parser(['f8','i4','S5'],['col1','col2','col3'],['T1','T2','T3']).dtype, np.rec.format_parser('f8,i4',[],[]).dtype
np.rec.find_duplicate(['a','b','a'])
np.sort(r,order='bar'), type(np.sort(r)), r.copy(), type(r.copy()), r==r, r[r.foo==5], type(r[r.foo==5]), r.tolist(), r+1 if 0 else 0, np.concatenate([r,r])
r.field('foo'), r.field(0), r.shape, r.ndim, len(r), r.size
r.foo.sum(), r.bar.mean()
r.view('V18')
np.rec.array(arr, dtype=[('a','i4'),('b','f4'),('c','S10')])
np.rec.array(arr,copy=False).base is arr
np.loadtxt(io.StringIO("M 21 72\nF 35 58"),dtype={'names':('gender','age','weight'),'formats':('S1','i4','f4')})
np.loadtxt(io.StringIO("1,2.5,a\n2,3.5,bc"),delimiter=',',dtype=[('x','i4'),('y','f8'),('z','U5')]), np.loadtxt(io.StringIO("1,2.5,a\n2,3.5,bc"),delimiter=',',dtype='i4,f8,U5',unpack=True), np.loadtxt(io.StringIO("1 2 3\n4 5 6"),dtype=[('a','i4'),('b','f8',(2,))]), np.loadtxt(io.StringIO("1 2 3\n"),dtype=[('a','i4'),('b',[('c','f8'),('d','i4')])])
np.loadtxt(io.StringIO("1 2 3\n4 5 6"),dtype='i4,i4')
np.loadtxt(io.StringIO("a 2\nb 5"),dtype='i4,i4')
np.genfromtxt(io.StringIO("1,1.3,abcde\n2,2.5,xyz"),dtype=[('myint','i8'),('myfloat','f8'),('mystring','S5')],delimiter=","), np.genfromtxt(io.StringIO("1,1.3,abcde"),dtype=None,names=['myint','myfloat','mystring'],delimiter=",",encoding='utf-8'), np.genfromtxt(io.StringIO("1,1.3,abcde"),dtype="i8,f8,S5",names=['myint','myfloat','mystring'],delimiter=","), np.genfromtxt(io.StringIO("11.3abcde"),dtype=None,names=['intvar','fltvar','strvar'],delimiter=[1,3,5],encoding='utf-8')
np.genfromtxt(io.StringIO("a b c\n1 2 3\n4 5 6"),names=True), np.genfromtxt(io.StringIO("# a b c\n1 2 3\n4 5 6"),names=True), np.genfromtxt(io.StringIO("So it goes\n#a b c\n1 2 3\n 4 5 6"),skip_header=1,names=True), np.genfromtxt(io.StringIO("1 2 3\n4 5 6"),names="A, B, C",dtype=[('a',int),('b',float),('c',int)]), np.genfromtxt(io.StringIO("1 2 3\n4 5 6"),dtype=(int,float,int)), np.genfromtxt(io.StringIO("1 2 3\n4 5 6"),dtype=(int,float,int),names="a"), np.genfromtxt(io.StringIO("1 2 3\n4 5 6"),dtype=(int,float,int),defaultfmt="var_%02i")
np.genfromtxt(io.StringIO("1,2,3\n4,5,6"),names="a,b,c",usecols=("a","c"),delimiter=","), np.genfromtxt(io.StringIO("a,b,c\n1,x,2.5\n2,y,3.5"),delimiter=',',names=True,dtype=None,encoding='utf-8'), np.genfromtxt(io.StringIO("1,x,2.5\n2,y,3.5"),delimiter=',',dtype=None,encoding='utf-8'), np.genfromtxt(io.StringIO("1,2\n3,4"),delimiter=',',dtype=None), np.genfromtxt(io.StringIO("1,2.\n3,4"),delimiter=',',dtype=None), np.genfromtxt(io.StringIO("1,2.\n3,4"),delimiter=',',dtype=None,names='a,b')
np.genfromtxt(io.StringIO("1, 2.3%, 45.\n6, 78.9%, 0"),delimiter=",",names=("i","p","n")), np.genfromtxt(io.StringIO("1, 2.3%, 45.\n6, 78.9%, 0"),delimiter=",",names=("i","p","n"),converters={1:lambda x: float(x.strip("%"))/100.}), np.genfromtxt(io.StringIO("N/A, 2, 3\n4, ,???"),delimiter=",",dtype=int,names="a,b,c",missing_values={0:"N/A",'b':" ",2:"???"},filling_values={0:0,'b':0,2:-999})
a=np.zeros(2,'i4,f8'); a.dtype=[('x','i4'),('y','f8')]; print(repr(a))
np.array([(1,2.0),(3,4.0)],dtype='i4,f8')[['f0']]
s=io.StringIO(); np.savetxt(s,np.array([(1,2.5,'a')],dtype='i4,f8,U2'),fmt='%d %.2f %s'); print(repr(s.getvalue()))
f=io.BytesIO(); np.save(f,np.array([(1,2.5,'a')],dtype=[('x','i4'),('y','f8',(1,)),('z','U2')])); f.seek(0); print(repr(np.load(f)))
import pickle; print(repr((pickle.loads(pickle.dumps(arr)), pickle.loads(pickle.dumps(arr.dtype)), pickle.loads(pickle.dumps(arr[0])))))
import copy; print(repr((copy.deepcopy(arr), copy.copy(arr[0]))))
np.frombuffer(b'\x01\x02\x03\x04\x05\x06',dtype=[('a','u1'),('b','>u2')]), np.frombuffer(b'abc', 'S1'), np.frombuffer(b'\x01\x02\x03\x04','u1,u1')
np.ndarray((2,),dtype='i4,i4').shape
np.array([(1,'a'),(2,'b')],dtype=object)
np.fromiter([(1,2.5),(3,4.5)],dtype='i4,f8')
np.array([(0,1),(2,3)],dtype='i4,i4').view('i4').reshape(-1,2)
np.array([1,(2,3)],dtype='i4,i4')
np.array([[(1,2)],[(3,4)]],dtype='i4,i4')
np.zeros(1100,'i4,f4')
print(np.zeros(3,[('a','f4',(1200,))]))
np.zeros(0,'i4,f4'), np.zeros((2,0),'i4,f4')
np.array([('a'*30,1,2.0,'b'*30)]*2,dtype='U30,i4,f8,U30')
np.array([('a\nb',)],dtype='U4')
np.can_cast('i4,f8','i8,f8'), np.can_cast('i4,f8','i4,f4'), np.can_cast('i4,f8','i4'), np.can_cast('i4','i4,f8'), np.can_cast('i4','i4,f8','unsafe'), np.can_cast(np.dtype([('a','i4')]),np.dtype([('b','i4')])), np.can_cast(np.dtype([('a','i4')]),'i4'), np.can_cast('V4','V2'), np.can_cast('V4','V2','same_kind'), np.can_cast('i4','V2','same_kind'), np.can_cast('i4,i4','O')
np.array([b'abc'],dtype='V3'), np.zeros(2,'V2'), np.array(b'ab',dtype='V4'), np.zeros(2,'V2')[0], str(np.zeros(2,'V2'))
np.genfromtxt(io.StringIO("a,bb\nccc,d"),delimiter=',',dtype=None,encoding='utf-8'), np.genfromtxt(io.StringIO("1,True\n2,False"),delimiter=',',dtype=None,encoding='utf-8')
np.dtype([('name', np.str_, 16), ('grades', np.float64, (2,))])
x = np.array([('Sarah', (8.0, 7.0)), ('John', (6.0, 7.0))], dtype=[('name', np.str_, 16), ('grades', np.float64, (2,))]); print(repr(x)); print(x[1], x[1]['grades'], type(x[1]), type(x[1]['grades']))
np.dtype([('my title','f4')]), np.dtype([(('my title', 'name'), 'f4')]), np.dtype({'name': ('i4', 0, 'my title')}), np.dtype({'name': ('i4', 0, 'my title')}).fields
x = np.zeros(2, dtype='i8, f4, ?, S1'); x[:] = 3; print(repr(x)); x[:] = np.arange(2); print(repr(x))
x = np.zeros((2, 2), dtype=[('a', np.int32), ('b', np.float64, (3, 3))]); print(x['a'].shape, x['b'].shape, x['b'].strides)
a = np.zeros(3, dtype=[('a', 'i4'), ('b', 'i4'), ('c', 'f4')]); print(a[['a', 'c']])
a[['a','c']].view('i8')
repack_fields(a[['a', 'c']]).view('i8'), structured_to_unstructured(a[['a', 'c']])
a[['a', 'c']] = (2, 3); print(repr(a)); a[['a', 'c']] = a[['c', 'a']]; print(a)
x = np.array([(1, 2., 3.)], dtype='i, f, f'); s = x[0]; s[1] = 4; print(s, x, s[0], tuple(s), s['f1'])
np.array([(1, 'a')], dtype=[('a','O'),('b','U2')]).view('V16')
np.zeros(2, 'O').view([('a','O')]), np.array([([1,2], None)], dtype=[('a','O'),('b','O')])
p = np.zeros(2, dtype=[('a','O'),('n','i1'),('b','O')]); p['a'] = ['x', [1]]; p[0]['b'] = {'k': 1}; print(p, p[0]['b'], p['a'][1], p.tolist())
a = np.array([(1, 1), (2, 2)], dtype=[('a', 'i4'), ('b', 'i4')]); b = np.array([(1, 1), (2, 3)], dtype=[('a', 'i4'), ('b', 'i4')]); print(a == b, a != b)
a == np.array([(1.0, 1.0), (2.0, 2.0)], dtype=[('a', 'f4'), ('b', 'f4')]), a == b[0], a[0] == b, a == np.array([(1,1)]*3, dtype=a.dtype)[:2]
a == np.zeros(3, a.dtype)
a > b
a == 'x', (a == None)
recordarr = np.rec.array([('Hello', (1, 2)), ("World", (3, 4))], dtype=[('foo', 'S6'), ('bar', [('A', int), ('B', int)])]); print(type(recordarr.foo), type(recordarr.bar), recordarr.bar.A, repr(recordarr.bar))
np.dtype('8f').subdtype, np.dtype('i2').subdtype, np.dtype('8f').base, np.dtype('i2').base
A = np.array([1, 256, 8755], dtype=np.int16); print(list(map(hex, A)), A.byteswap(inplace=True), A)
np.array([b'ceg', b'fac']).byteswap(), np.array(['ab']).byteswap().tobytes(), np.array([1,2,3], '>i2').byteswap(), np.array([1+2j],'c8').byteswap().tobytes(), np.array([(1,2)],dtype='i2,i4').byteswap()
big = bytearray([0, 1, 3, 2]); arr = np.ndarray(shape=(2,), dtype='>i2', buffer=big); print(arr[0], arr[1], repr(arr)); w = np.ndarray(shape=(2,), dtype='<i2', buffer=big); print(w[0], w.view(np.dtype('<i2').newbyteorder()), arr.astype('<i2').tobytes() == big, arr.byteswap().tobytes(), (arr.astype('<i2') == arr).all())
x = np.array([(-1, 2)], dtype=[('a', np.int8), ('b', np.int8)]); xv = x.view(dtype=np.int8).reshape(-1, 2); print(xv, xv.mean(0)); xv[0, 1] = 20; print(x); z = x.view(np.recarray); print(z.a, repr(z[0])); x[0] = (9, 10); print(z[0])
x.view(dtype=np.int16)
r = np.rec.fromrecords([(456, 'dbe', 1.2), (2, 'de', 1.3)], names='col1,col2,col3'); print(r[0], r.col1, r.col2); print(repr(pickle.loads(pickle.dumps(r)))); print(repr(r.col2))
np.rec.fromstring(np.array([(b'abc',1)],dtype=[('a','S3'),('b','<i4')]).tobytes(), dtype=[('a','S3'),('b','<i4')])
dt = np.dtype([('time', [('min', np.int64), ('sec', np.int64)]), ('temp', float)]); x = np.zeros((1,), dtype=dt); x['time']['min'] = 10; x['temp'] = 98.25; print(repr(x)); f = io.BytesIO(); np.save(f, x); f.seek(0); print(np.load(f).dtype == dt)
np.fromregex(io.StringIO("1312 foo\n1534  bar\n444   qux"), r"(\d+)\s+(...)", [('num', np.int64), ('key', 'S3')])
x = np.array([('a',3,1.5),('b',1,2.5),('c',2,3.5)],dtype=[('n','U1'),('k','i4'),('v','f8')])
x[x['k']>1]['n'], x[x['v'].argmax()], x['v'].mean(), x[['n','v']][0], x[0:2]['k'], x[::2]['v'][0], [dict(zip(x.dtype.names, r)) for r in x.tolist()], dict(zip(x.dtype.names, x[0]))
x['k'] += 1; x['v'][x['k']>2] = 0; print(x); x['n'] = ['p','q','rr']; print(x)
for n, k, v in x: print(n, k, v)
np.array_equal(x, x.copy()), np.split(x, 3)[0], np.array_split(x, 2)[1], np.where([True,False,True], x, x[::-1]), np.isin(x, x[:1]), np.intersect1d(x, x[1:]), np.union1d(x[:1], x[1:]), np.setdiff1d(x, x[:1]), np.in1d(x, x[:1]) if hasattr(np,'in1d') else 0
np.unique(np.concatenate([x,x]), axis=0), np.resize(x, 5), x.take([0,2]), x.compress([1,0,1]), x.repeat(2)[:2], np.partition(x, 1, order='k')[0], np.copyto(x, x[::-1].copy()), x, x.squeeze(), np.expand_dims(x,0).shape, np.broadcast_to(x[0], (2,)), np.ravel(x)[0], x.flat[1], list(x.flat)[0]
np.argsort(np.array([(1, 0), (0, 1)], dtype=[('x', '<i4'), ('y', '<i4')]), order=('x','y')), np.argsort(np.array([(1, 0), (0, 1)], dtype=[('x', '<i4'), ('y', '<i4')]), order=('y','x'))
np.sort(np.array([('Arthur', 1.8, 41), ('Lancelot', 1.9, 38), ('Galahad', 1.7, 38)], dtype=[('name', 'S10'), ('height', float), ('age', int)]), order=['age', 'height'])
np.diag([1.+1.j]*2).getfield(np.float64), np.diag([1.+1.j]*2).getfield(np.float64, offset=8)
np.dtype([('a','i4')]) in [np.dtype([('a','i4')])], {np.dtype([('a','i4')]): 1}[np.dtype([('a','i4')])]
v = np.void(b'abcd'); print(repr(v), v.tolist(), v.dtype, v.itemsize, v.nbytes, v.shape, v.ndim, v.size)
np.void((1,2.5),dtype=[('a','i4'),('b','f8')]).dtype.names, np.zeros((), dtype=[('a','i4')])['a'], np.zeros((), dtype=[('a','i4')])[()]['a'], np.zeros((), dtype='i4,i4').item()
z = np.zeros((), dtype=[('a','i4'),('b','f8')]); z['a'] = 5; z[()] = (1, 2); print(z, z['b'])
np.ones((2,), dtype=[('x','f8',(2,))]) , np.ones(1, 'i4,S2')
np.array([(1, [1,2])], dtype=[('a','i4'),('b','i4',(2,))]), np.array([(1, (1,2)), (2, 5)], dtype=[('a','i4'),('b','i4',2)])
np.asarray([(1,2),(3,4)], dtype=[('a','f4'),('b','f4')])['a'].sum(), np.asarray([(1,2)], 'i4,f4').dtype
np.array([{'a':1}], dtype=[('a','i4')])
np.zeros(3, dtype={'names':['r','g','b'], 'formats':['u1','u1','u1']}), np.zeros(2, dtype=[('pos', 'f4', 3), ('color', [('r','u1'),('g','u1')])])
np.array([(1, 2)], dtype=[('a', '>i4'), ('b', '<i2')])['a'], np.array([(1, 2)], dtype=[('a', '>i4'), ('b', '<i2')])['a'] + 1, np.array([(1, 2)], dtype=[('a', '>i4'), ('b', '<i2')])[0]['a'], np.array([(1, 2)], dtype=[('a', '>i4'), ('b', '<i2')]).tobytes()
np.testing.assert_array_equal(x, x), np.testing.assert_equal(x[0], x[0])
np.testing.assert_array_equal(x, x[::-1])
np.array([(1,2),(3,4)],dtype='i4,i4').sum()
np.array([(1,2),(3,4)],dtype='i4,i4').max()
np.array([(1.5,)],dtype=[('a','f8')])*2
np.sqrt(np.zeros(2,'f8,f8'))
np.zeros(2,'i4,i4')['f0','f1']
np.zeros(2,'i4,i4')[5]
np.zeros(2,'i4,i4')[0, 'f0']
x = np.zeros(2,'i4,i4'); x['f9'] = 1
x = np.zeros(2,'i4,i4'); x[0]['f9'] = 1
x = np.zeros(2,'i4,i4'); x[0] = 'abc'
x = np.zeros(2,'i4,i4'); x['f0'] = [1,2,3]
x = np.zeros(2,'i4,i4'); x['f0'] = 2**40
x.astype('f8,f8,f8')
x.reshape(3)
np.array([(1,2),(3,)], dtype='i4,i4')
np.array([(1,'b')], dtype=[('a', int), ('b', float)])
np.rec.array([(1,2)], names='a,a')
np.rec.array([(1,2)], names='a,b').c
np.array([(1,2)], dtype=[('a','i4'),('b','i4')]).a
x = np.zeros(2, dtype=[('a','i4'),('b','f8')]); del x['a']
x.dtype.names = ['q']
x.dtype.fields['a'] = 1
np.format_float_positional(1.5), np.array2string(np.array([(1,2.123456)],dtype='i4,f8'), precision=2), np.array_str(np.zeros(2,'i4,f8'))
np.set_printoptions(precision=2); print(np.array([(1.123456, 2)], dtype='f8,i4')); np.set_printoptions(precision=8)
np.info(np.dtype('i4')) if 0 else 1
np.dtype([('a','i4'),('b','f8')]).descr, np.lib.format.dtype_to_descr(np.dtype('i4')) if 0 else 0
np.ndenumerate(np.zeros(2,'i4,i4')).__next__()
[r for r in np.nditer(np.zeros(2,'i4,f8'))]
np.vstack([np.zeros(1,'i4,i4'), np.ones(1,'i4,i4')]), np.r_[np.zeros(1,'i4,i4'), np.ones(1,'i4,i4')]
np.empty_like(np.zeros(2,'i4,i4')).dtype, np.full_like(np.zeros(2,'i4,i4'), 7), np.zeros_like(np.ones(2,'i4,f4'))
np.lexsort((np.array([2,1]), np.array([1,1])))
np.array(['2020-01-01',5],dtype=object).astype([('a','O')]), np.array([(1,2),(3,4)],dtype=object)
np.array([np.void((1,2),dtype='i4,i4'), np.void((3,4),dtype='i4,i4')]), np.stack([np.zeros(2,'i4,i4')]*2).shape
np.array([(1,2)],dtype='i4,i4') == np.array([(1,2)],dtype='i4,i4').view(np.recarray)
hash(np.zeros(1,'i4,i4')[0]) if 0 else 1
x = np.zeros(2,'i4,i4'); x.flags.writeable = False; x[0]['f0'] = 1
e = np.eye(2); e.setfield(3, np.int32); print(e.getfield(np.int32))
np.array([(1, 2)], dtype='i4,i4').getfield('i4', 4), np.eye(2).getfield('f8', 1)
np.dtype(float, metadata={'key': 'value'}), np.dtype(float, metadata={'key': 'value'}).metadata['key']
np.where(np.array([(0, ''), (1, ''), (0, 'a')], dtype='i4,U2')), np.array([(0, 0), (0, 1)], dtype='i4,i4').nonzero()
np.ones(2, 'V3'), np.ones(1, [('a', 'V2'), ('b', 'i2')])
"""

typed.write(__file__, SETUP, CODE)
