"""Writes python_strings.txt: text of any length, numpy.dtypes.StringDType, under the real NumPy: what it prints and makes of
other values, what stands for a missing text, functions of numpy.strings. Where NumPy 2.4 lacks a loop (numpy.char.equal, partition
by text of another kind) or casts to nonsense (complex), nothing is asked. Run it with numpy 2.4:
`python tests/golden/python_strings.py`.
"""
import typed

SETUP = r"""
import io, pickle, warnings
import numpy as np
from numpy.dtypes import StringDType
warnings.simplefilter("ignore")
def saved(a):
    file = io.BytesIO()
    np.save(file, a)
    file.seek(0)
    return np.load(file, allow_pickle=True)
"""

CODE = r"""
StringDType()
np.dtype('T')
np.dtype(StringDType())
np.dtype(StringDType)
StringDType(na_object=None)
StringDType(na_object=np.nan)
StringDType(coerce=False)
StringDType(na_object='x',coerce=False)
StringDType()==StringDType()
StringDType(na_object=None)==StringDType()
StringDType(na_object=np.nan)==StringDType(na_object=np.nan)
StringDType().na_object
StringDType(na_object=None).na_object
StringDType().coerce
StringDType().itemsize
StringDType().kind
StringDType().char
StringDType().name
StringDType().str
StringDType().num
StringDType().type
StringDType().alignment
StringDType().hasobject
str(StringDType())
str(StringDType(na_object=None))
hash(StringDType())==hash(StringDType())
StringDType().isbuiltin
StringDType().byteorder
StringDType().descr
StringDType().flags
StringDType().newbyteorder()
np.dtype('T').names
StringDType(3)
StringDType(foo=3)
a=np.array(["this is a longer string","short string"],dtype=StringDType())
a
a[0]
type(a[0])
a.dtype
a.nbytes
a.strides
a.tolist()
a.shape
a.size
len(a)
a=='short string'
a+'!'
a*2
np.strings.upper(a)
np.strings.str_len(a)
np.strings.find(a,'s')
np.strings.replace(a,'s','S')
np.strings.startswith(a,'this')
a<'t'
np.sort(a)
a.argsort()
np.unique(a)
a.astype('U5')
a.astype(object)
np.array(['1','2'],'T').astype(int)
np.array(['1.5','x'],'T').astype(float)
np.array([1,2,3]).astype('T')
np.array([1.5,2]).astype('T')
np.array([True]).astype('T')
np.array([1,2],dtype='T')
np.array([1,2],dtype=StringDType(coerce=False))
np.array(['a',2],dtype=StringDType(coerce=False))
np.zeros(3,'T')
np.empty(2,'T')
np.ones(2,'T')
np.full(2,'ab','T')
np.array(['a','b'],'T').reshape(2,1)
np.concatenate([a,a])
np.concatenate([a,np.array(['x'])])
np.array(['ab'],'U2').astype('T')
np.array([b'ab']).astype('T')
a.copy()
a[::-1]
a[[1,0]]
a[a=='short string']
b=a.copy()
b[0]='new'
b
b[1]=5
b
np.append(a,'x')
np.where([True,False],a,'z')
a.sum()
np.add.reduce(a)
a.max()
np.maximum(a,'t')
a.argmax()
a.any()
a.all()
np.isnan(a)
bool(np.array('', 'T'))
np.array('abc','T')
np.array('abc','T')[()]
np.array('abc','T').item()
np.array(['a','']).astype('T').astype(bool)
np.nonzero(np.array(['a',''],'T'))
np.array(['2020-01-01'],'T').astype('M8[D]')
np.result_type('T','U3')
np.can_cast('U3','T')
np.promote_types('T','i8')
np.strings.multiply(a,2)
np.strings.strip(np.array([' a '],'T'))
np.strings.center(np.array(['a'],'T'),5)
np.strings.zfill(np.array(['1'],'T'),5)
np.strings.isalpha(np.array(['a','1'],'T'))
np.char.upper(a)
np.char.add(a,'b')
np.strings.encode(a)
np.strings.decode(np.array([b'a']))
np.strings.mod(np.array(['%d'],'T'),3)
np.strings.count(a,'s')
np.strings.lower(a)
np.strings.slice(a,2)
np.strings.expandtabs(np.array(['a\tb'],'T'))
np.strings.title(a)
np.strings.ljust(np.array(['a'],'T'),3,'x')
n=np.array(['a',None,'b'],dtype=StringDType(na_object=None))
n
n[1]
n.tolist()
n=='a'
n==None
n+'x'
np.isnan(n)
np.sort(n)
np.strings.upper(n)
m=np.array(['a',np.nan,'b'],dtype=StringDType(na_object=np.nan))
m
m[1]
np.isnan(m)
m+'x'
m=='a'
np.sort(m)
m<'b'
np.strings.str_len(m)
np.strings.upper(m)
np.strings.isalpha(m)
np.strings.startswith(m,'a')
m.astype(object)
m.astype('U')
np.array(['a',None],dtype='T')
np.array(['a',np.nan],dtype='T')
np.unique(m)
np.array(['a','__nan__'],dtype=StringDType(na_object='__nan__'))
np.isnan(np.array(['a','__nan__'],dtype=StringDType(na_object='__nan__')))
m.astype(StringDType())
np.nonzero(m)
m.astype(bool)
m=np.array(['a',np.nan,'b'],dtype=StringDType(na_object=np.nan))
n=np.array(['a',None,'b'],dtype=StringDType(na_object=None))
np.strings.replace(m,'a','z')
np.strings.add(m,'x')
np.strings.multiply(m,2)
m*2
np.strings.center(m,3)
np.strings.zfill(m,3)
np.strings.equal(m,'a')
m!='a'
n!='a'
m==m
n==n
m>'a'
n>'a'
np.maximum(m,m)
m.argsort()
m.max()
n.max()
m[1]=='a'
m2=m.copy()
m2[0]=np.nan
m2
np.array([['x',np.nan]],dtype=StringDType(na_object=np.nan))
np.concatenate([m,np.array(['q'],'T')])
np.concatenate([m,n])
np.where(np.isnan(m),'missing',m)
m[~np.isnan(m)]
m.tolist()
list(m)
np.unique(np.array(['b','a','b'],'T'),return_counts=True)
np.array(['a','b'],'T')[1:2].tolist()
StringDType(na_object=np.nan)==StringDType()
np.array(['a'],'T').dtype==StringDType()
isinstance(np.dtype('T'),StringDType)
np.dtype([('a','T')])
np.dtype([('a',StringDType())])
np.array(['b','a'],'T').sort()
np.lexsort((np.array(['b','a'],'T'),))
np.array(['apple','banana'],'T').astype('U')
np.array(['\u00fc\u00f1'],'T')
np.strings.upper(np.array(['straße'],'T'))
np.array(['a\nb'],'T')
str(np.array(['a\nb'],'T'))
np.array(['x'],'T').nbytes
np.array(['1','2'],'T').astype('f4')
np.array(['True',''],'T').astype('?')
np.array(['5'],'T').astype('m8[s]')
np.array(['a'],'T').flat[0]
[x for x in np.array(['a','b'],'T')]
'a' in np.array(['a','b'],'T')
np.array(['a','b'],'T').astype('T') is None
np.array(['a'],'T').copy().base
np.array(['a','b'],'T').reshape(1,2).T
np.array_equal(np.array(['a'],'T'),np.array(['a']))
np.testing.assert_array_equal(np.array(['a'],'T'),np.array(['a']))
np.array(['a'],'T')+5
np.array(['a'],'T')-'a'
np.sqrt(np.array(['a'],'T'))
np.sum(np.array([['a','b'],['c','d']],'T'),axis=0)
np.array([['a','b'],['c','d']],'T').sum(axis=1,keepdims=True)
np.array([],'T').sum()
np.array([],'T').max()
np.argmax(np.array(['a','c','b'],'T'))
np.count_nonzero(np.array(['a','','b'],'T'))
np.split(np.array(['a','b'],'T'),2)
np.insert(np.array(['a','b'],'T'),1,'zz')
np.delete(np.array(['a','b'],'T'),0)
np.full((2,),'hello',dtype=StringDType())
np.full_like(np.array(['a'],'T'),'zz')
np.zeros_like(np.array(['a'],'T'))
np.empty_like(np.array(['a'],'T'))
np.broadcast_to(np.array(['a'],'T'),(2,))
np.array(['a','b'],'T').take([1,0])
np.put(m2,[0],'zz')
m2
np.nan_to_num(m)
np.array(['a'],'T').view()
np.array(['a'],'T').__array_interface__['typestr']
np.ma.array(np.array(['a','b'],'T'),mask=[0,1])
np.vectorize(len)(np.array(['a','bb'],'T'))
np.strings.isnumeric(np.array(['1'],'T'))
np.strings.join
np.char.join('-',np.array(['abc'],'T'))
np.char.split(np.array(['a b'],'T'))
saved(np.array(['a','bb'],'T'))
saved(np.array(['a',None],StringDType(na_object=None)))
"""

typed.write(__file__, SETUP, CODE)
