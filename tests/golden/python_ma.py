"""Writes python_ma.txt: masked arrays under the real NumPy.

Run it with numpy 2.4: `python tests/golden/python_ma.py`.
"""
import typed

SETUP = """
import copy, pickle
import numpy as np
from numpy import ma
"""

CODE = r"""
[ma.default_fill_value(np.dtype(t)) for t in '? i1 u1 i2 i8 u8 f2 f4 f8 c8 O S3 U3 V4 M8[D] m8[s]'.split()]
[ma.default_fill_value(x) for x in (1,2.5,1j,'a',b'a',True,[1,2],np.array([1.,2]),None, np.int8(3))]
ma.default_fill_value(np.dtype([('a',int),('b',[('c','f4'),('d','S3')]),('e','f8',(2,))]))
[ma.array(np.zeros(1,t)).fill_value for t in '? i1 u1 i2 i8 u8 f2 f4 f8 c8 O S1 U1 U3 V4 M8[D] m8[s]'.split()]
[ma.minimum_fill_value(np.dtype(t)) for t in '? i1 u1 i2 i8 u8 f2 f4 f8 c8 M8[D] m8[s]'.split()]
[ma.maximum_fill_value(np.dtype(t)) for t in '? i1 u1 i2 i8 u8 f2 f4 f8 c8 M8[D] m8[s]'.split()]
[type(ma.maximum_fill_value(np.dtype(t))) for t in '? i1 u1 i2 i8 u8 f2 f4 f8 c8 M8[D] m8[s]'.split()]
ma.minimum_fill_value('a')
ma.minimum_fill_value(np.dtype('O'))
ma.minimum_fill_value(np.dtype('i4,f8'))
ma.maximum_fill_value(np.zeros(3,'i4,f8'))
ma.array([1,2],fill_value='x')
ma.array([1,2],dtype='i1',fill_value=1000)
ma.array([1,2],fill_value=2.7)
ma.array([1,2],fill_value=[1,2])
ma.array([(1,2)],dtype='i4,f8',fill_value=(3,4.5))
ma.array([(1,2)],dtype='i4,f8',fill_value=7)
ma.array([(1,2)],dtype='i4,f8',fill_value=(7,))
ma.array(['a','bb'],fill_value=5)
ma.array(['a','bb'],fill_value='abcdef')
ma.array([b'a'])
ma.array(np.array(['2020-01-01','NaT'],'M8[D]'),mask=[0,1])
ma.array(np.array([1,2],'m8[s]'),mask=[0,1])
ma.array([1+2j,3],mask=[0,1])
ma.array([True,False],mask=[0,1])
ma.array([True,False])
ma.array([None,'a'],mask=[1,0])
ma.array([1.5,2,3],dtype='f4',mask=[0,1,0])
ma.array([1.5,2,3],dtype='f4')
ma.array(3), ma.array(3,mask=True), ma.array(3.5)
ma.array([]), ma.array([],mask=[]), ma.array([],dtype=int)
ma.array([[1,2],[3,4]]), ma.array([[1,2],[3,4]],mask=[[0,1],[0,0]])
ma.array([[1,2]],mask=[[0,1]])
ma.array(np.zeros((2,2,2)),mask=True)
ma.array([1,2],mask=True), ma.array([1,2],mask=[1,1]), ma.array([1,2],mask=False), ma.array([1,2],mask=[0,0])
ma.array([1,2,3],mask=[0,1])
ma.array([1,2,3],mask=[1])
ma.array([[1,2],[3,4]],mask=[0,1])
ma.array(np.arange(5000),mask=np.arange(5000)%2)
ma.array(np.arange(40000).reshape(200,200),mask=np.eye(200))
str(ma.array(np.arange(5000.),mask=np.arange(5000)%2))
x=ma.array([(1,2.5,'a'),(2,3.5,'b')],dtype='i4,f8,U3',mask=[(0,1,0),(1,0,0)])
x
print(x)
x[0], type(x[0]), str(x[0]), x[1]
x['f0'], x['f1'][0], x.mask, x.recordmask, x.fill_value
x[0].mask, x[0].data, x[0].tolist(), x.tolist(), x[0]['f1'], x[0][1], x[0].filled(), x.filled()
'{:.2f}'.format(ma.masked)
'{}'.format(ma.masked), '%s'%ma.masked
'%d'%ma.masked
float(ma.masked)
int(ma.masked)
bool(ma.masked)
ma.masked[()]
ma.masked.x=1
ma.masked[...]=3
ma.masked.shape=(1,)
copy.copy(ma.masked) is ma.masked, copy.deepcopy(ma.masked) is ma.masked, pickle.loads(pickle.dumps(ma.masked)) is ma.masked
ma.masked.copy(), ma.masked.__class__()
ma.array([1,2],mask=[1,0]).view(float)
ma.array(np.matrix([[1,2],[3,4]]),mask=[[1,0],[0,0]])
x=ma.array([1,2,3],mask=[0,1,0])
y=ma.array([(1,2.5),(2,3.5)],dtype='i4,f8',mask=[(0,1),(1,0)])
y.count(), y.mask.dtype
ma.array([(1,2.5),(2,3.5)],dtype='i4,f8',mask=[0,1])
ma.array([(1,2.5),(2,3.5)],dtype='i4,f8',mask=[True,False]).mask
ma.array([(1,2.5),(2,3.5)],dtype='i4,f8',mask=True)
ma.array([(1,(2.5,3)),(2,(3.5,4))],dtype=[('a',int),('b',[('c',float),('d',int)])],mask=[0,1])
ma.array([(1,(2.5,3)),(2,(3.5,4))],dtype=[('a',int),('b',[('c',float),('d',int)])],mask=[(0,(1,0)),(0,(0,1))])
z=ma.array([(1,[1,2]),(2,[3,4])],dtype=[('a',int),('b',float,(2,))],mask=[0,1])
z
z['b'], z[0], z.fill_value, z['b'].fill_value
ma.flatten_mask(np.array([(0,(1,0)),(1,(0,1))],dtype=[('a',bool),('b',[('c',bool),('d',bool)])]))
ma.flatten_mask([0,1,0]), ma.flatten_mask([[0,1],[1,1]])
ma.array([1,ma.masked,2])
ma.array([x,x])
ma.array([ma.masked,ma.masked])
ma.array((1,ma.masked,2.5))
ma.array(x,mask=[1,0,0])
ma.array(x,mask=[1,0,0],keep_mask=False)
ma.array(x,mask=ma.nomask,keep_mask=False)
ma.array(x,mask=ma.nomask,keep_mask=False,shrink=False)
ma.array(x,shrink=False), ma.array([1,2],shrink=False), ma.array([1,2],mask=[0,0],shrink=True)
ma.array(x,ndmin=2), ma.array([1,2],ndmin=2,mask=[0,1])
ma.array(x,dtype=float), ma.array(x,copy=True,fill_value=7)
ma.array(ma.masked), ma.array([[1,2],[3,4]],mask=[[1,0,0,0]])
x.flat[:]=7
x
x.mask=[1,0,0]
x.mask, x
x.mask=ma.nomask
x.mask=True
x
x.mask=[[1,0,1]]
x.mask=[1,0]
x
x.mask=[1,0,1,1]
x.mask=1
x.hardmask, x.sharedmask, x.baseclass, x._fill_value, x.fill_value, x._fill_value
ma.masked.mask, ma.masked._fill_value, ma.masked.data, ma.masked.dtype
ma.masked+1, 1+ma.masked, -ma.masked, ma.masked==1, ma.masked is ma.masked+1, abs(ma.masked), ma.masked<3, ma.masked+np.arange(3), ma.masked*ma.array([1,2])
np.add(ma.array(1),2), type(np.add(ma.array(1),2)), ma.array(1)+2, ma.add(1,2), ma.array(1,mask=True)+2, np.add(ma.array(1,mask=True),2)
np.log(ma.array([-1,0,1.])), ma.log([-1,0,1]), ma.log(-1), ma.log(2), ma.sqrt(ma.array([-1,4],fill_value=5)), ma.log(ma.array([1,2,-3],mask=[1,0,0])).data
np.log(ma.array([-1,0,1.])).data, np.sqrt(ma.array([-1,4.])).data, np.divide(ma.array([1,2]),0).data
ma.array([1,2,3])/ma.array([0,1,2]), (ma.array([1,2,3])/ma.array([0,1,2])).data, ma.array([1,2,3])//0, ma.array([1,2,3])%0, ma.fmod([1,2],[0,1]), np.array([1,2])/ma.array([0,1])
ma.array([1,2,3],mask=[0,0,1])+ma.array([1,2,3],mask=[1,0,0]), (ma.array([1,2,3],mask=[0,0,1])+ma.array([10,20,30],mask=[1,0,0])).data
ma.array([1.,2,3])**-1.5, ma.array([-1.,2,3])**0.5, (ma.array([-1.,2,3])**0.5).data, 2**ma.array([1,2],mask=[1,0]), ma.power([1,2],2), ma.power(2,3), ma.power(2,3,4)
y==y, y!=y, y==y[0], y<y
x==x, x<2, x==ma.masked, x!=None, x==None, x=='a'
ma.array([1,2],mask=[0,1])==ma.array([1,2],mask=[0,1]), (ma.array([1,2],mask=[0,1])==ma.array([1,5],mask=[0,0])).data
np.sum(x), np.mean(x), np.add.reduce(ma.array([1,2,3],mask=[0,1,0])), np.multiply.outer(ma.array([1,2],mask=[0,1]),[1,2]), np.cumsum(ma.array([1,2,3],mask=[0,1,0])), np.add.accumulate(ma.array([1,2,3],mask=[0,1,0]))
x=ma.array([[1.,2,3],[4,5,6]],mask=[[0,1,0],[0,0,1]])
i=ma.array([3,1,2,5],mask=[0,0,1,0])
e=ma.array([1,2],mask=[1,1])
x.sum(), x.sum(0), x.sum(axis=1,keepdims=True), e.sum(), x.sum(dtype=int), x.prod(), x.prod(1), x.mean(), x.mean(0), x.mean(1), i.mean(), e.mean(), x.var(), x.var(0), x.std(1), x.std(ddof=1), x.var(0,ddof=1), i.var(), i.std()
x.min(), x.max(), x.min(0), x.max(1), x.ptp(), x.ptp(0), e.min(), e.max(), i.min(fill_value=-5), i.max(), x.min(axis=1,keepdims=True)
x.all(), x.any(), x.all(0), x.any(1), ma.array([0,1],mask=[1,0]).all(), ma.array([0,1],mask=[0,1]).any(), e.any(), e.all()
x.cumsum(), x.cumsum(0), x.cumprod(1), i.cumsum()
x.count(), x.count(0), x.count(1), x.count(axis=(0,1)), x.count(keepdims=True), ma.count([1,2,3]), ma.array([1,2]).count(), ma.count(ma.masked), x.count(0,keepdims=True)
x.count(5)
ma.array(3).count(1)
x.anom(), x.anom(0), x.anom(1), i.anom()
x.argmin(), x.argmax(), x.argmin(0), x.argmax(1), i.argmin(), i.argmax(), i.argmin(fill_value=0)
i.argsort(), i.argsort(endwith=False), i.argsort(fill_value=0), x.argsort(axis=0), x.argsort(axis=1), x.argsort()
i.sort()
i
i.sort(endwith=False)
i
ma.sort(x,axis=0), ma.sort(x,axis=1,endwith=False), ma.sort(x,axis=None), ma.sort([3,1,2])
ma.sort(x,stable=True)
i=ma.array([3,1,2,5],mask=[0,0,1,0])
x.round(), ma.array([1.234,5.678],mask=[0,1]).round(1), ma.array(1.234).round(1), np.round(x,1), ma.around([1.55,2.5]), ma.round(1.26,1)
x.nonzero(), ma.nonzero([0,1,2]), x.trace(), x.diagonal(), ma.trace(x)
x.compressed(), x.compress([1,0],axis=0), x.compress([1,0,1]), ma.compress([1,0],x,axis=0), ma.compressed([1,2])
x.filled(), x.filled(-1), i.filled(), ma.filled([1,2],3), ma.filled(x,0), i.filled(2.5), i.filled('a')
x.take([0,2],axis=1), x.take([0,1]), i.take(ma.array([0,1],mask=[0,1])), x.take(1), ma.take([1,2,3],[0,2]), i.take([[0,1],[2,3]])
x.repeat(2), x.repeat(2,axis=0), x.swapaxes(0,1), x.flatten(), x.ravel('F'), x.squeeze(), x[0:1].squeeze()
x.tolist(), x.tolist(9), i.tolist(), ma.array(3,mask=1).tolist(), x.tobytes()==x.filled().tobytes(), x.toflex(), ma.fromflex(x.toflex())
x.tofile('x')
x.resize((3,2))
ma.resize(i,(2,4)), ma.resize([1,2],3)
x[0], x[0,1], x[:,1], x[...,0], x[x>2], x[[0,1],[0,1]], x[None], x[0,...], x[[]]
x[0,0]=ma.masked
x
x[0]=9
x
x[:,1]=[7,8]
x
x[x>7]=ma.masked
x
x[0]=ma.array([1,2,3],mask=[1,0,0])
x
x[5]
x[0]=[1,2]
h=ma.array([1,2,3],mask=[0,1,0],hard_mask=True); h[1]=9; h[0]=5; h[:]=7
h, h.data, h.hardmask
h.mask=[1,0,0]
h
h.soften_mask(); h[1]=3
h
h.harden_mask(); h.mask=False
h
h[h==3]=4
h
h.put([0,1],[8,9])
h, h.data
i.put([0,2],[10,20])
i
i.put([0,1],ma.array([5,6],mask=[1,0]))
i
ma.putmask(i,[1,1,0,0],[50,60,70,80])
i
s=ma.array([1,2,3],mask=[0,1,0]); t=s[:2]; t[0]=ma.masked
s, s.sharedmask, t.sharedmask
t.unshare_mask(); t[0]=5
s,t
s.shrink_mask(), ma.array([1,2],mask=[0,0]).shrink_mask()
v=s.view(); v.mask=True
s
c=s.copy(); c[0]=0
s, c
s.fill_value=-5
s, s.filled(), s.fill_value, s[0:2].fill_value
s.set_fill_value(None), s.fill_value
s.fill_value='a'
s.fill_value=3.7
s.fill_value
ma.set_fill_value(s,11)
s
ma.set_fill_value([1],2), ma.common_fill_value(s,s), ma.common_fill_value(s,x), ma.default_fill_value(s)
ma.masked_where([1,0,1],[1,2,3]), ma.masked_where(x>2,x), ma.masked_where(True,[1,2]), ma.masked_where(ma.masked_equal([1,2,3],2)>2,[1,2,3])
ma.masked_where([1,0],[1,2,3])
ma.masked_equal([1,2,1],1), ma.masked_not_equal([1,2,1],1), ma.masked_greater([1,2,3],2), ma.masked_greater_equal([1,2,3],2), ma.masked_less([1,2,3],2), ma.masked_less_equal([1,2,3],2)
ma.masked_inside([1,2,3,4],3,2), ma.masked_outside([1,2,3,4],2,3), ma.masked_values([1,1.1,2,1.1],1.1), ma.masked_values([1,2,3],5), ma.masked_values([1,2,3],5,shrink=False), ma.masked_values([1,2,3],2)
ma.masked_invalid([1,np.nan,np.inf]), ma.masked_invalid([1,2]), ma.masked_invalid(ma.array([1,np.nan],mask=[1,0])), ma.fix_invalid([1,np.nan,np.inf]), ma.fix_invalid([1.,np.nan],fill_value=7).data, ma.fix_invalid(ma.array([1.,2],mask=[1,0]))
ma.masked_object(np.array(['a','b',None],object),'b'), ma.masked_object(['ham','eggs'],'ham'), ma.masked_object([1,2],7,shrink=False)
ma.getmask(s), ma.getmask([1,2]), ma.getmaskarray([1,2]), ma.getmaskarray(s), ma.getdata(s), ma.getdata([1,2]), ma.getdata(s,subok=False), ma.is_mask(s.mask), ma.is_mask([0,1]), ma.is_mask(ma.nomask), ma.is_masked(s), ma.is_masked([1,2]), ma.is_masked(ma.array([1,2]))
ma.make_mask([0,1,2]), ma.make_mask([0,0]), ma.make_mask([0,0],shrink=False), ma.make_mask([1.5,0]), ma.make_mask(ma.nomask), ma.make_mask_none((2,)), ma.make_mask_none(2,dtype='i4,f8'), ma.make_mask_descr('i4,f8'), ma.make_mask([(0,1)],dtype='?,?'), ma.make_mask_descr(float)
ma.mask_or(np.array([(0,1)],dtype='?,?'),np.array([0],bool))
ma.isMA(s), ma.isMaskedArray([1]), ma.isarray(s), ma.nomask, ma.MaskType, ma.bool_
x=ma.array([[1.,2,3],[4,5,6]],mask=[[0,1,0],[0,0,1]])
i=ma.array([3,1,2,5],mask=[0,0,1,0])
ma.concatenate([[1,2],i]), ma.concatenate([[1],[2]]), ma.concatenate([x,x],axis=1), ma.append(i,[7]), ma.append(x,[[1,2,3]],axis=0), ma.append([1],ma.array([2],mask=[1]))
ma.vstack([i,i]), ma.hstack((i,[1])), ma.dstack([i,i]).shape, ma.column_stack([i,[1,2,3,4]]), ma.stack([i,i],axis=1), ma.row_stack([i,i]), ma.hsplit(i,2), ma.hstack(([1],[2]))
ma.atleast_1d(3), ma.atleast_2d(i), ma.atleast_3d(i).shape, ma.atleast_1d(1,2), ma.diagflat(i), ma.diag(i), ma.diag(x), ma.diag([1,2])
ma.where(i>2,i,-i), ma.where(i>2), ma.where([1,0],[1,2],ma.masked), ma.where([1,0],ma.masked,[1,2]), ma.where(ma.array([1,0],mask=[1,0]),[1,2],[3,4]), ma.where([True,False],ma.masked,ma.masked)
ma.where([1],2)
ma.choose([0,1,0],[[1,2,3],[4,5,6]]), ma.choose(ma.array([0,1,0],mask=[1,0,0]),[[1,2,3],ma.array([4,5,6],mask=[0,1,0])]), ma.choose([1,0],[ma.masked,[1,2]])
ma.average(i), ma.average(x,axis=0), ma.average(i,weights=[1,2,3,4]), ma.average(x,axis=1,weights=[1,2,3],returned=True), ma.average(i,returned=True), ma.average(x,weights=ma.array([[1,1,1],[2,2,2]],mask=[[1,0,0],[0,0,0]])), ma.average([1,2,3]), ma.average(x,axis=0,keepdims=True)
ma.average(x,weights=[1,2])
ma.average(x,weights=[1,2],axis=1)
ma.median(i), ma.median(x), ma.median(x,axis=0), ma.median(x,axis=1), ma.median([1,2,3,4]), ma.median(ma.array([1,2],mask=[1,1])), ma.median(x,axis=1,keepdims=True), ma.median(ma.array([[1,2],[3,4]])), ma.median(ma.array([1,2,3]),overwrite_input=True), ma.median(ma.array([1.,np.nan,3],mask=[0,0,1])), ma.median(np.array([[1,2],[3,4]]),axis=0), ma.median(ma.array([[1,2],[3,4]],mask=[[1,0],[1,0]]),axis=0)
ma.cov([1,2,3.,4],[2,1,4,3]), ma.cov(ma.array([[1,2,3],[4,6,5]],mask=[[0,1,0],[0,0,0]])), ma.corrcoef(ma.array([[1,2,3,4],[4,6,5,1]],mask=[[0,1,0,0],[0,0,0,0]])), ma.cov(x,rowvar=False), ma.cov(i), ma.cov(i,ddof=0), ma.cov(i,bias=True), ma.corrcoef(i), ma.cov(ma.array([1,2,3],mask=[0,0,1]),ma.array([3,1,2],mask=[1,0,0]))
ma.cov(i,allow_masked=False)
ma.cov(i,ddof=1.5)
ma.polyfit(ma.array([0,1,2,3.],mask=[0,0,0,1]),[1,3,5,100],1), ma.polyfit([0,1,2],ma.array([1,9,5],mask=[0,1,0]),1), ma.vander(ma.array([1,2,3],mask=[0,1,0]),3), ma.vander([1,2])
ma.polyfit([1],[[[1]]],1)
ma.notmasked_edges(i), ma.notmasked_edges(x,0), ma.notmasked_edges(x,1), ma.notmasked_edges(x), ma.flatnotmasked_edges(ma.array([1,2],mask=[1,1])), ma.flatnotmasked_edges(ma.array([1,2,3])), ma.notmasked_contiguous(i), ma.notmasked_contiguous(x,axis=0), ma.notmasked_contiguous(x,axis=1), ma.flatnotmasked_contiguous(x), ma.flatnotmasked_contiguous(ma.array([1,2]))
ma.clump_masked(i), ma.clump_unmasked(i), ma.clump_masked(ma.array([1,2])), ma.clump_unmasked(ma.array([1,2])), ma.clump_masked(ma.array([1,2,3,4],mask=[1,1,0,1])), ma.clump_unmasked(ma.array([1,2,3],mask=[1,1,1])), ma.notmasked_contiguous(ma.array([1,2,3],mask=[1,1,1]))
ma.notmasked_contiguous(np.zeros((2,2,2)))
ma.unique(ma.array([3,1,2,1,3],mask=[0,0,1,0,1])), ma.unique([3,1,1]), ma.unique(ma.array([3,1,2,1,3],mask=[0,0,1,0,1]),return_index=True,return_inverse=True), ma.unique(x), ma.unique(x,return_inverse=True)
ma.ediff1d(i), ma.ediff1d([1,4,9],to_end=[0],to_begin=5), ma.ediff1d(i,to_begin=ma.masked), ma.diff(i), ma.diff(x,axis=0), ma.diff(i,n=2), ma.diff(i,prepend=0,append=[1,2]), ma.diff([1,4,9]), np.diff(i), np.diff(x)
ma.diff(i,n=-1)
ma.diff(3)
ma.in1d([1,2,5],i), ma.isin([[1,2],[3,9]],i), ma.isin(i,[1,3],invert=True), ma.in1d(ma.array([1,2],mask=[0,1]),i), ma.intersect1d(i,[3,5,7]), ma.setdiff1d(i,[3]), ma.setxor1d(i,[3,7]), ma.union1d(i,[9,3]), ma.intersect1d(ma.array([1,3],mask=[0,1]),i), ma.setdiff1d([1,2],[2]), ma.setxor1d([1,2],[2,3])
ma.dot(x,x.T), ma.dot(x,x.T,strict=True), x.dot([1,2,3]), ma.dot([1,2],[3,4]), ma.dot(i,i), ma.inner(i,i), ma.outer(i,[1,2]), ma.outer([1,2],[3,4]), ma.innerproduct([1,2],[3,4]), ma.inner(x,x)
ma.convolve(i,[1,1]), ma.convolve(i,[1,1],propagate_mask=False), ma.correlate(i,[1,1],mode='same'), ma.correlate([1,2,3],[1,1])
ma.arange(3), ma.zeros(2), ma.ones((1,2),dtype=int), ma.empty((0,)), ma.identity(2), ma.indices((2,2)), ma.zeros_like(i), ma.ones_like(i), ma.empty_like(i).shape, ma.masked_all((2,),int).mask, ma.masked_all_like(x).mask, ma.frombuffer(b'\x01\x02',dtype='u1'), ma.fromfunction(lambda a,b:a+b,(2,2)), ma.arange(3,fill_value=7,hardmask=True), ma.squeeze([[1,2]]), ma.clip(i,2,4), ma.clip([1,5,9],2,6), i.clip(2,4), np.clip(i,2,4)
ma.compress_rows(x), ma.compress_cols(x), ma.compress_rowcols(x), ma.compress_rowcols(x,0), ma.compress_nd(x,1), ma.compress_nd(i), ma.mask_rows(x), ma.mask_cols(x), ma.mask_rowcols(x), ma.mask_rowcols(x,1), ma.mask_rowcols([[1,2],[3,4]]), ma.count_masked(x), ma.count_masked(x,axis=0), ma.compress_nd(ma.array([1,2],mask=[1,1]))
ma.compress_rows(i)
ma.mask_rowcols(i)
ma.compress_cols(i), ma.compress_rowcols(i)
list(ma.ndenumerate(x)), list(ma.ndenumerate(x,compressed=False)), list(ma.ndenumerate([1,2]))
ma.apply_along_axis(lambda a:a.sum(),0,x), ma.apply_along_axis(ma.sum,1,x), ma.apply_along_axis(lambda a:a*2,1,x), ma.apply_over_axes(ma.sum,x,[0,1]), ma.apply_along_axis(np.cumsum,0,x), ma.apply_along_axis(lambda a: a.max(), 0, ma.array([[1,2],[3,4]],mask=[[1,0],[1,0]]))
ma.maximum(i,2), ma.minimum(i,[4,4,4,4]), ma.maximum.reduce(i), ma.minimum.reduce(x,axis=0), ma.maximum.outer(i,[1,2]), ma.max(i), ma.min(x,axis=0), ma.amax(i), ma.maximum(1,2), ma.minimum(ma.masked,1), np.maximum(i,2), np.minimum.reduce(i), np.max(i), np.min(x,axis=0)
ma.allequal(i,[3,1,0,5]), ma.allequal(i,[3,1,0,5],fill_value=False), ma.allequal([1,2],[1,2]), ma.allclose(i,[3,1,0,5]), ma.allclose(i,[3,1,0,5.1]), ma.allclose(i,[3,1,0,5],masked_equal=False), ma.allclose([1.,np.inf],[1.,np.inf]), ma.allclose([1.,np.nan],[1.,np.nan]), ma.allclose(1,1)
ma.left_shift(i,1), ma.right_shift([4,8],1), ma.shape(x), ma.size(x), ma.size(x,1), ma.ndim(x), ma.expand_dims(i,0), ma.transpose(x), ma.reshape(i,(2,2)), ma.swapaxes(x,0,1), ma.ravel(x), ma.copy(i), ma.repeat(i,2), ma.take(i,[0,2]), ma.ids(i)==i.ids(), ma.cumsum(i), ma.prod(i), ma.product(i), ma.std(i), ma.var(x,0), ma.anomalies(i), ma.argmax(i), ma.argmin(x,axis=0), ma.argsort(i), ma.ptp(i), ma.any(x,1), ma.all(x), ma.sum([1,2]), ma.mean(np.array([1,2])), ma.max([1,2]), ma.ptp([1,5])
ma.sin(i), ma.exp(ma.array([0.,1])), ma.sqrt([-1,4,9.]), ma.log10([0,100]), ma.log2(ma.array([8,0])), ma.tan([0,1.]), ma.arcsin([0,2.]), ma.arccos([1,-3.]), ma.arctanh([0,1.]), ma.arccosh([0.5,1]), ma.sqrt(-1), ma.conjugate([1j]), ma.angle([1j,1]), ma.negative(i), ma.absolute(-i), ma.abs([-1]), ma.fabs([-1.5]), ma.floor([1.5]), ma.ceil([1.5]), ma.logical_not(i), ma.cos(0), ma.sqrt(ma.masked)
ma.divide([1,2],[0,1]), ma.true_divide(1,0), ma.floor_divide(i,2), ma.remainder(i,[0,1,1,2]), ma.mod(5,3), ma.fmod(i,2), ma.divide(1e-300,1e300), ma.divide(0,0), ma.divide(i,i)
i+1, 1-i, i*i, i/2, i//2, i%2, i**2, 2**i, -i, +i, abs(i), ~i, i&1, i|1, i^1, i<<1, i>>1, i>2, i==3, i!=3, divmod(i,2), i@i, x@x.T, x.T@x
j=i.copy(); j+=1; j-=ma.array([1,1,1,1],mask=[1,0,0,0]); j*=2
j
j=j.astype(float); j/=ma.array([1,0,2,4])
j, j.data
j**=2; j; j//=2
k=ma.array([1,2,3]); k//=ma.array([0,1,2])
k, k.data
k+=1.5
k=ma.array([1,2,3]); k/=2
k=ma.array([1.,-2,3]); k**=0.5
k, k.data
float(i)
int(ma.array([1],mask=1))
float(ma.array([1],mask=1))
hash(i)
i.mean.__name__, i.data, i._data, i.base is None, type(i.data)
print(i, x, ma.masked, [ma.masked], i[2], ma.array([1.5,2.25],mask=[0,1]))
print(f'{i}', '%s'%i, str(x), repr(i[2:]))
3 in i, 2 in i, ma.masked in [1,ma.masked]
pickle.loads(pickle.dumps(x.toflex())), copy.copy(i), copy.deepcopy(x), copy.deepcopy(x).mask is x.mask
d=[('a',int),('b',[('c',float),('d','U3')])]
y=ma.array([(1,(2.5,'x')),(2,(3.5,'yy'))],dtype=d,mask=[(0,(1,0)),(1,(0,0))])
y[0]=ma.masked
y
y['a']=[5,6]
y
y['a']=ma.array([7,8],mask=[1,0])
y
y['b']['c']=1
y
y[1]=(9,(1.5,'q'))
y
y.mask['a']=True
y
y.mask=True
y
y.mask=False
y
y.mask=[1,0]
y
y.harden_mask(); y[0]=(1,(2.,'z'))
y
y.soften_mask(); y['a'][0]=ma.masked
y
y[0]['a']=3
y, y[0]
y.set_fill_value((-1,(-2,'n')))
y, y.filled(), y['b'].fill_value, y['a'].fill_value
y.fill_value=5
y.fill_value
z=ma.array([(1,2.),(3,4.)],dtype='i4,f8',mask=[(0,1),(0,0)])
z==z, z!=z, z==z[0], z[0]==z[0], z[0]!=z[1], z==np.array([(1,2.),(3,5.)],dtype='i4,f8')
z+1
z.sum()
z.copy(), z.ravel(), z.reshape(2,1), z[::-1], z.flatten(), ma.concatenate([z,z]), z.T, z.compressed(), z[z['f0']>1], ma.flatten_structured_array(z), ma.flatten_structured_array(np.array([(1,2.)],dtype='i4,f8'))
ma.zeros(2,dtype='i4,f8'), ma.empty((1,),dtype='i4,f8').mask, ma.ones(2,'i4,f8'), ma.masked_all(2,dtype='i4,f8'), ma.masked_all_like(z), ma.array((1,2.5),dtype='i4,f8'), ma.array((1,2.5),dtype='i4,f8',mask=(0,1)), ma.mvoid((1,2.),mask=(0,1),dtype='i4,f8'), ma.mvoid((1,2.),dtype='i4,f8')
m=z[0]; m[0]=ma.masked
m, z
m['f1']=5
m, z, m.fill_value, m.dtype, m.hardmask, repr(m.data), m.mask, m.tolist(), m.nbytes, m[['f0']]
w=ma.array([(1,[1,2]),(2,[3,4])],dtype=[('a',int),('b',float,(2,))],mask=[(0,[1,0]),(1,[0,1])])
w
t=ma.array(np.array(['2020-01-01','2021-06-05'],'M8[D]'),mask=[0,1])
t, t.filled(), t.min(), t.max(), t-np.datetime64('2019-01-01'), t.argmin(), t>np.datetime64('2020-01-01'), t.tolist(), str(t)
o=ma.array([None,[1,2],'a'],dtype=object,mask=[1,0,0])
o, o[1], o[0], o.filled(), o.tolist(), o.filled(0), print(o)
b=ma.array([True,False,True],mask=[0,0,1])
b, b.sum(), b.all(), b.any(), ~b, b&True, b.mean(), b.filled(), b.astype(int)
f=ma.array([1.123456789,2.5,1e10],mask=[0,1,0])
f, print(f), str(f), f.astype('f4'), f.astype('f2')
ma.array([1.123456789,2.5,1e-10]), ma.array(np.arange(30.)), ma.array(np.arange(30.),mask=np.arange(30)%3==0), ma.array(np.arange(24).reshape(2,3,4),mask=np.arange(24).reshape(2,3,4)%5==0)
ma.array([[1]]), ma.array([[[1,2]]],mask=[[[1,0]]]), ma.array(np.zeros((0,3))), ma.array(np.zeros((2,0)),mask=np.zeros((2,0))), ma.array(5,mask=0), ma.array('abc'), ma.array(b'q',mask=1), ma.array(1.5,dtype='f4')
np.set_printoptions(precision=3); print(ma.array([1.123456,2.],mask=[0,1])); print(ma.array([1.123456,2.]))
np.set_printoptions(precision=8)
with np.printoptions(threshold=4): print(ma.array(np.arange(10),mask=np.arange(10)%2))
ma.masked_print_option.set_display('NA'); print(ma.array([1,2],mask=[0,1])); print(ma.masked)
ma.masked_print_option.set_display('--')
ma.masked_print_option.enable(0); print(ma.array([1,2],mask=[0,1])); ma.masked_print_option.enable(1)
ma.masked_print_option.enabled()
class S(ma.MaskedArray): pass
s=S([1,2,3],mask=[0,1,0])
s, [type(v).__name__ for v in (s[:2], s+1, 1+s, s.sum(), ma.add(s,1), np.sqrt(s), s.copy(), ma.array(s), ma.asarray(s), ma.asanyarray(s), ma.array(s,subok=False), s.filled(), s.T, ma.concatenate([s,s]))], isinstance(s,ma.MaskedArray)
q=ma.array(np.matrix([[1,2],[3,4]]),mask=[[1,0],[0,0]])
q, q.sum(), q.sum(0), q.filled(), type(q.data), q.T, q[0], q.count(0), q*q, q.mean(1), q.max(), q.std(0)
a=ma.array([1,2,3,4]); a[1]=ma.masked
a, a.mask, a[1] is ma.masked
a=ma.array([1,2,3,4]); a[[0,2]]=ma.masked
a, a.sum(), a.mean()
a=ma.array([1,2,3]); a.mask=[0,1,0]; a2=a; a2[0]=ma.masked
a
a=ma.array([1,2,3],mask=[0,0,1]); b=ma.array(a); b[0]=ma.masked
a, b, b.sharedmask, a is b
a=np.array([1,2,3]); b=ma.array(a); b[0]=9
a, b.base is a, ma.array(a,copy=True).base is a
a=ma.array([[1,2],[3,4]],mask=[[0,1],[0,0]]); b=a[0]; b[0]=ma.masked; a; a.mask[1,1]=True
a
a[0]=[8,9]; a; a[:,0]=ma.masked; a; a[...]=0; a; a[1,1]=np.nan
a=ma.array([1.,2,3],mask=[0,1,0]); a[ma.array([1,0,1],dtype=bool,mask=[0,0,1])]
a[ma.array([0,2],mask=[0,1])]
a['x']
a[1.5]
a.x=3
a.x
ma.array([1,2],mask=[0,1,1])
ma.array([1,2],mask='a')
ma.array([1,2,3])+[1,2]
ma.array([1,2])+ma.array([1,2,3],mask=[0,0,1])
ma.array([1,2,3],mask=[0,1,0])+ma.array([[1],[2]],mask=[[0],[1]]), ma.array([1,2],mask=[0,1])+np.ones((2,2))
ma.array([1,2]).reshape(3,1)
ma.array([[1,2],[3]])
ma.MaskError.__mro__[1].__name__, issubclass(ma.MAError,Exception), ma.MaskError('x'), ma.MaskedArray.__name__, ma.MaskedArray.__module__, ma.masked_array is ma.MaskedArray
np.isnan(ma.masked), np.sqrt(ma.masked), np.add(1,ma.masked), ma.masked.copy() is ma.masked, isinstance(ma.masked,ma.MaskedArray), ma.is_masked(ma.masked), ma.getmask(ma.masked), ma.getdata(ma.masked), ma.filled(ma.masked,5), ma.array([ma.masked,1]), [1,2]+[ma.masked]
out=ma.zeros(2); np.add(ma.array([1.,2],mask=[0,1]),1,out=out)
out
out=np.zeros(3)
ma.array([[1.,2,3]],mask=[[0,1,0]]).sum(0,out=out), out
out=ma.zeros(3)
ma.array([[1.,2,3]],mask=[[0,1,0]]).sum(0,out=out), out
np.divmod(ma.array([5,6],mask=[0,1]),2), np.modf(ma.array([1.5,2.5],mask=[0,1])), np.isclose(ma.array([1.,2],mask=[0,1]),1)
ma.array([1,2,3],mask=[1,0,0]).__repr__(), ma.array([3,4]).__str__(), ma.array([1,2]).__len__()
x = ma.array((1,2.5),dtype='i4,f8',mask=(0,1))
x['f1'], x['f0'], x[()], x[...], type(x['f1']), type(x[()])
x.mask, type(x._mask), x.filled(), x.tolist(), x.data
y=ma.array([(1,2.5)],dtype='i4,f8',mask=[(0,1)])[0]
w=ma.array([(1,[1,2]),(2,[3,4])],dtype=[('a',int),('b',float,(2,))],mask=[(0,[1,0]),(1,[0,1])])
w['b'], w[0], w[0]['b'], w[1]['a'], w.filled()
w.fill_value, w[0].filled(), w['b'][0], w['b'].sum()
np.multiply.outer(ma.array([1,2],mask=[0,1]),[1,2]), np.add.accumulate(ma.array([1,2,3],mask=[0,1,0]))
np.sort(ma.array([3,1,2],mask=[0,1,0])), np.unique(ma.array([3,1,2,3],mask=[0,1,0,0]))
i=ma.array([3,1,2,5],mask=[0,0,1,0])
f=ma.array([[1.,2,3],[4,5,6]],mask=[[0,1,0],[0,0,1]])
b=ma.array([4,3,2,1],mask=[0,1,0,0])
np.mean(i)
np.mean(f)
np.sum(i)
np.sum(f)
np.std(i)
np.std(f)
np.var(i)
np.var(f)
np.average(i)
np.average(f)
np.sort(i)
np.sort(f)
np.argsort(i)
np.concatenate(i)
np.concatenate(f)
np.vstack(i)
np.vstack(f)
np.hstack(i)
np.hstack(f)
np.stack(i)
np.stack(f)
np.dstack(i)
np.dstack(f)
np.column_stack(i)
np.column_stack(f)
np.where(i,b)
np.where(i,[1,2,3,4])
np.where([1,2,3,4],b)
np.unique(i)
np.isnan(i)
np.isnan(f)
np.sqrt(i)
np.sqrt(f)
np.round(i)
np.round(f)
np.cumsum(i)
np.cumsum(f)
np.cumprod(i)
np.cumprod(f)
np.prod(i)
np.prod(f)
np.copy(i)
np.copy(f)
np.ravel(i)
np.ravel(f)
np.transpose(i)
np.transpose(f)
np.squeeze(i)
np.squeeze(f)
np.any(i)
np.any(f)
np.all(i)
np.all(f)
np.dot(i,b)
np.dot(i,[1,2,3,4])
np.dot([1,2,3,4],b)
np.zeros_like(i)
np.zeros_like(f)
np.ones_like(i)
np.ones_like(f)
np.nonzero(i)
np.count_nonzero(i)
np.count_nonzero(f)
np.isfinite(i)
np.isfinite(f)
np.logical_not(i)
np.logical_not(f)
np.maximum(i,b)
np.maximum(i,[1,2,3,4])
np.maximum([1,2,3,4],b)
np.minimum(i,b)
np.minimum(i,[1,2,3,4])
np.minimum([1,2,3,4],b)
np.abs(i)
np.abs(f)
np.exp(i)
np.exp(f)
np.log(i)
np.log(f)
np.sin(i)
np.sin(f)
np.floor(i)
np.floor(f)
np.ceil(i)
np.ceil(f)
np.diff(i)
np.diff(f)
np.diag(i)
np.diag(f)
np.diagonal(i)
np.diagonal(f)
np.trace(i)
np.trace(f)
np.flip(i)
np.flip(f)
np.flipud(i)
np.flipud(f)
np.fliplr(i)
np.fliplr(f)
np.rot90(i)
np.rot90(f)
np.atleast_1d(i)
np.atleast_2d(i)
np.nanmean(i)
np.nansum(i)
np.nansum(f)
np.nanmax(i)
np.nanmax(f)
np.nanmin(i)
np.nanmin(f)
np.nanstd(i)
np.nanstd(f)
np.min(i)
np.min(f)
np.max(i)
np.max(f)
np.amax(i)
np.amax(f)
np.amin(i)
np.amin(f)
np.argmin(i)
np.argmin(f)
np.argmax(i)
np.argmax(f)
np.inner(i,b)
np.inner(i,[1,2,3,4])
np.inner([1,2,3,4],b)
np.matmul(i,b)
np.matmul(i,[1,2,3,4])
np.matmul([1,2,3,4],b)
np.kron(i,b)
np.kron(i,[1,2,3,4])
np.kron([1,2,3,4],b)
np.convolve(i,b)
np.convolve(i,[1,2,3,4])
np.convolve([1,2,3,4],b)
np.isclose(i,b)
np.isclose(i,[1,2,3,4])
np.isclose([1,2,3,4],b)
np.allclose(i,b)
np.allclose(i,[1,2,3,4])
np.allclose([1,2,3,4],b)
np.array_equal(i,b)
np.array_equal(i,[1,2,3,4])
np.array_equal([1,2,3,4],b)
np.real(i)
np.real(f)
np.imag(i)
np.imag(f)
np.conj(i)
np.conj(f)
np.angle(i)
np.angle(f)
np.sign(i)
np.sign(f)
np.square(i)
np.square(f)
np.power(i,b)
np.power(i,[1,2,3,4])
np.power([1,2,3,4],b)
np.add(i,b)
np.add(i,[1,2,3,4])
np.add([1,2,3,4],b)
np.subtract(i,b)
np.subtract(i,[1,2,3,4])
np.subtract([1,2,3,4],b)
np.multiply(i,b)
np.multiply(i,[1,2,3,4])
np.multiply([1,2,3,4],b)
np.divide(i,b)
np.divide(i,[1,2,3,4])
np.divide([1,2,3,4],b)
np.floor_divide(i,b)
np.floor_divide(i,[1,2,3,4])
np.floor_divide([1,2,3,4],b)
np.remainder(i,b)
np.remainder(i,[1,2,3,4])
np.remainder([1,2,3,4],b)
np.negative(i)
np.negative(f)
np.greater(i,b)
np.greater(i,[1,2,3,4])
np.greater([1,2,3,4],b)
np.less(i,b)
np.less(i,[1,2,3,4])
np.less([1,2,3,4],b)
np.equal(i,b)
np.equal(i,[1,2,3,4])
np.equal([1,2,3,4],b)
np.not_equal(i,b)
np.not_equal(i,[1,2,3,4])
np.not_equal([1,2,3,4],b)
np.logical_and(i,b)
np.logical_and(i,[1,2,3,4])
np.logical_and([1,2,3,4],b)
np.logical_or(i,b)
np.logical_or(i,[1,2,3,4])
np.logical_or([1,2,3,4],b)
np.isin(i,b)
np.isin(i,[1,2,3,4])
np.isin([1,2,3,4],b)
np.union1d(i,b)
np.union1d(i,[1,2,3,4])
np.union1d([1,2,3,4],b)
np.setdiff1d(i,b)
np.setdiff1d(i,[1,2,3,4])
np.setdiff1d([1,2,3,4],b)
np.cross(i,b)
np.cross(i,[1,2,3,4])
np.cross([1,2,3,4],b)
np.triu(i)
np.triu(f)
np.tril(i)
np.tril(f)
np.asanyarray(i)
np.asanyarray(f)
np.array(i)
np.array(f)
np.ascontiguousarray(i)
np.ascontiguousarray(f)
np.shape(i)
np.shape(f)
np.size(i)
np.size(f)
np.ndim(i)
np.ndim(f)
np.iscomplexobj(i)
np.iscomplexobj(f)
np.isrealobj(i)
np.isrealobj(f)
np.nan_to_num(i)
np.nan_to_num(f)
np.fix(i)
np.fix(f)
np.trunc(i)
np.trunc(f)
np.rint(i)
np.rint(f)
np.select(i)
np.concatenate([i,b])
np.vstack([i,b])
np.hstack([i,b])
np.stack([i,b])
np.dstack([i,b])
np.column_stack([i,b])
np.tile(i,2)
np.roll(i,1)
np.broadcast_to(i,(2,4))
np.split(i,2)
np.insert(i,1,9)
np.delete(i,1)
np.where(i>1,i,b)
np.take_along_axis(i,np.array([0,2]),0)
np.moveaxis(f,0,1)
np.compress([1,0,1,1],i)
np.select([i>1],[i])
np.tensordot(i,b,1)
np.vdot(i,b)
np.full_like(i,7)
i
np.put(i,[1],[7])
i
np.place(i,[1,0,0,0],[3])
i
np.putmask(i,[1,0,0,0],[4])
i
np.fill_diagonal(f,0)
f
for v in i: print(repr(v))
[type(v) for v in f]
sum(i)
max(f[0])
sorted(i)
list(map(str,i))
i.conj(), i.conjugate()
f.clip(2,4), f.clip(min=2)
i.choose([1,2,3,4,5,6]) 
i.fill(3)
i
i.item(0), i.item(2), f.item(0,1)
i.flags.writeable
i.squeeze(), f.ravel(order='F'), f.flatten('F'), f.transpose(1,0), f.transpose((1,0)), f.swapaxes(0,1), f.mT
f.T.copy().flags.c_contiguous
f.sum(axis=(0,1)), f.mean(axis=(0,1)), f.max(axis=-1), f.min(axis=(0,1)), f.any(axis=-1), f.std(axis=(0,1)), f.prod(axis=-1)
f.mean(axis=5)
f.max(axis=5)
f[2]
f[0,5]
f[0,0,0]
f[0:5,::-1], f[-1,-1], f[...,None].shape, f[np.newaxis,0]
f[[True,False]], f[f.mask], f[~f.mask], f[np.array([1,0])]
f[f.mask]=0
f
f+'a'
f@[1,2]
f<'a'
f==None
f+None
-f, abs(-f), +f, ~i, divmod(f,2), round(f[0,0]) , 2-f, 2/f, 2//f, 2**f, 2%f
i&b, i|b, i^b, i<<1, i>>1, 1<<i, i and 1 if i.size==1 else 2
i+=1.5
i+=ma.masked
i
g=ma.array([1.,2,3],mask=[0,1,0]); g+=1
g, g.data
g-=[1,2,3]; g*=2; g/=0
g, g.data
g=ma.array([1.,2,3],mask=[0,1,0]); g**=2; g//=2
g, g.data
g%=2
g
ma.array([1,2])@ma.array([1,2],mask=[0,1])
np.argwhere(ma.array([0,1,2,3],mask=[0,0,1,0])), np.flatnonzero(ma.array([0,1,2,3],mask=[0,0,1,0]))
v=ma.array([(1.,2.),(3.,4.)],dtype='f8,f8',mask=[(0,1),(0,0)])
v.view(float), v.view((float,2)), v.view(float).view('f8,f8'), v[0].view((float,2)), v.view([('p',float),('q',float)])
s=ma.array(['a','b'],mask=[0,1])
s!=s[0], s[0]==s, getattr(np.str_('a'),'nosuch',3), getattr(np.bytes_(b'a'),'nosuch',3), np.str_('a').ndim
ma.nosuchname
e=ma.array([0,1],mask=[1,0]); (np.int64(0)==e).data, (np.int64(0)==e).mask, (e==np.int64(0)).data, (np.float32(0)!=e).data, (np.str_('a')==ma.array(['a','b'],mask=[1,0])).data
ma.array(np.zeros(1,[('a','u1'),('b',[('c','i1'),('d','f4')])])).fill_value
ma.allclose(np.array([True]),np.array([False])), ma.allclose(ma.array([1,2],mask=[0,1]),[True,False]), ma.allclose([1],[1])
from numpy.ma import masked_array, MaskedArray
import numpy.ma as npma; print(npma is ma, npma.core.MaskedArray is MaskedArray, npma.extras.average is npma.average)
"""

typed.write(__file__, SETUP, CODE)
