"""Writes python_numpy.txt: what a learner's expressions and statements give under the real NumPy.

Run it with numpy 2.4: `python tests/golden/python_numpy.py`.
"""
import typed

SETUP = """
import numpy as np
a = np.arange(15).reshape(3, 5)
b = np.arange(12).reshape(3, 4)
f = np.array([1.5, 2.5, -3.25, np.nan, np.inf])
c = np.array([[1+2j, 3-1j], [0, 1j]])
v = np.arange(4)[:2]
"""

CODE = r"""
a
a.shape, a.ndim, a.dtype.name, a.itemsize, a.size, type(a)
np.array([2, 3, 4]).dtype
np.array([1.2, 3.5, 5.1]).dtype
np.array(1,2,3,4)
np.array([(1.5, 2, 3), (4, 5, 6)])
np.array([[1, 2], [3, 4]], dtype=complex)
np.zeros((3, 4))
np.ones((2, 3, 4), dtype=np.int16)
np.arange(10, 30, 5)
np.arange(0, 2, 0.3)
np.linspace(0, 2, 9)
np.sin(np.linspace(0, 2*np.pi, 5))
np.arange(24).reshape(2, 3, 4)
print(np.arange(10000))
print(np.arange(10000).reshape(100, 100))
np.arange(10000).reshape(100,100)
np.array([20,30,40,50]) - np.arange(4)
np.arange(4)**2
10*np.sin(np.array([20,30,40,50]))
np.array([20,30,40,50]) < 35
np.array([[1,1],[0,1]]) @ np.array([[2,0],[3,4]])
np.array([[1,1],[0,1]]).dot(np.array([[2,0],[3,4]]))
b.sum(axis=0), b.min(axis=1), b.cumsum(axis=1)
np.exp(np.arange(3)), np.sqrt(np.arange(3)), np.add(np.arange(3), np.array([2.,-1.,4.]))
(np.arange(10)**3)[2:5]
(np.arange(10)**3)[::-1]
[i**(1/3.) for i in np.arange(4)]
np.fromfunction(lambda x,y: 10*x+y, (5,4), dtype=int)
b[2,3], b[0:5,1], b[:,1], b[1:3,:], b[-1], b[...,1]
[row for row in b]
[e for e in b.flat]
b.ravel(), b.reshape(6,2), b.T, b.T.shape
b.reshape(3,-1)
b.reshape(5,-1)
np.vstack((a[:,:4],b)), np.hstack((a,b))
np.column_stack((np.array([4.,2.]), np.array([3.,8.])))
np.r_[1:4,0,4]
np.hsplit(np.arange(24).reshape(2,12),3)
np.hsplit(np.arange(24).reshape(2,12),(3,4))
b.view() is b, b.view().base is b, b.view().flags.owndata
b.flags
b[:,1:3].base is None
np.arange(12)**2
(np.arange(12)**2)[np.array([1,1,3,8,5])]
(np.arange(12)**2)[np.array([[3,4],[9,7]])]
b[np.array([[0,1],[1,2]]), np.array([[2,1],[3,3]])]
b[np.array([[0,1],[1,2]]), 2]
b[b>4]
b[b>4].base is None
b[np.array([False,True,True])], b[:,np.array([True,False,True,False])]
b[np.array([True,False])]
np.ix_([1,2],[3,4])
b[5]
b[0,0,0]
b[1.5]
b['x']
b[[0,3]]
b[:, [1,9]]
b + np.ones(3)
b + np.ones((3,1))
b @ b
np.add(b, 1, out=np.zeros((3,4)))
np.add(b, 1, out=np.zeros((3,4),dtype=int), where=b>5)
np.add(b, 1.5, out=np.zeros((3,4),dtype=int))
np.add(b, 1, out=np.zeros((4,4)))
np.add.reduce(b, axis=1), np.add.accumulate(b, axis=0), np.multiply.outer([1,2],[3,4])
np.sqrt(-1.0)
np.array([1,2])/0
np.log(np.array([0,1,np.e]))
np.nanmean(f), np.nansum(f), np.nanmax(f), np.nanmin(f), np.nanstd(f[:3]), np.nanargmax(f)
np.isnan(f), np.isinf(f), np.isfinite(f)
f.astype(int)
f.mean(), f[:3].std(), f[:3].var(ddof=1)
np.mean(b, axis=0), np.mean(b, axis=1, keepdims=True), np.median(b), np.percentile(b,[25,50])
b.argmax(), b.argmax(axis=0), b.max(axis=(0,1))
b.sum(axis=2)
np.sum(b, axis=(0,0))
np.array([]).max()
np.array([]).mean()
np.array([[1,2],[3]])
np.array([1,2,3]).reshape(2,2)
np.int8(127)+np.int8(1)
np.uint8(255)+1
np.uint8(3)+300
np.array([1,2],dtype=np.uint8)+300
np.array([1,2],dtype=np.int8)*2.5
np.float32(1)/3
np.array([1,2,3],dtype='f4')/3
np.int32(5)//2, np.int32(-5)//2, np.int32(-5)%3, np.float64(7)%-3
1/np.float64(0)
np.int64(5)/0
np.int64(5)//0
np.bool_(True)+np.bool_(True), np.True_ & False, ~np.True_
-np.array([True,False])
np.array([True,False]) - np.array([True,True])
c, c.real, c.imag, c.conj(), abs(c)
np.array([1e10,1.5]), np.array([1e-10,1.]), np.array([1e5,1e-5]), np.array([123456789.123])
np.array([0.1+0.2, 1/3])
np.float64(0.1)+np.float64(0.2), np.float32(0.1)
np.array([1,2,3]) == [1,2,3]
np.array([1,2,3]) == [1,2]
np.array_equal([1,2],[1,2])
np.where(b>5), np.where(b>5,b,-b)
np.clip(b,2,7), np.unique([3,1,1,2],return_counts=True)
np.concatenate([a,b])
np.concatenate([a,b],axis=1)
np.stack([b,b]).shape
np.stack([a,b])
np.split(np.arange(9),3)
np.split(np.arange(9),4)
np.tile([1,2],(2,2)), np.repeat([1,2],[2,3])
np.dtype('int32'), np.dtype(float), np.dtype('<f4'), np.dtype(bool)
np.array([1,2]).astype('foo')
np.zeros(3).dtype == float
np.result_type(np.int8,np.uint8), np.promote_types('f4','i4')
np.can_cast(np.float64,np.int32)
b.T.flags.f_contiguous, b.strides, b.T.strides, b[::2].strides
b.nbytes, b.item(3), b.tolist()
b.item()
bool(b)
float(np.array([1.5,2]))
int(np.array([3]))
len(np.array(5))
np.array(5)
np.array(5)[()]
np.newaxis is None
b[np.newaxis].shape, b[:,None].shape
np.squeeze(b[None]).shape, np.expand_dims(b,1).shape
np.swapaxes(np.zeros((2,3,4)),0,2).shape, np.moveaxis(np.zeros((2,3,4)),0,-1).shape, np.transpose(np.zeros((2,3,4)),(1,0,2)).shape
np.transpose(b,(0,0))
np.broadcast_to(np.arange(3),(2,3)), np.broadcast_to(np.arange(3),(3,2))
np.broadcast_shapes((3,1),(1,4))
np.sort([3,1,2]), np.argsort([3,1,2]), np.sort(np.array([[3,1],[2,4]]),axis=None)
np.searchsorted([1,3,5],4), np.diff([1,4,9]), np.cumprod([1,2,3])
np.allclose([1,1e-9],[1,0]), np.isclose(1,1+1e-9)
np.dot(3,4), np.inner([1,2],[3,4]), np.outer([1,2],[3,4]), np.vdot([1,2],[3,4])
np.linalg.inv([[1,2],[2,4]])
np.linalg.solve([[3,1],[1,2]],[9,8])
np.eye(3), np.identity(2), np.diag([1,2]), np.tri(3), np.triu(np.ones((3,3)))
np.full((2,2),7), np.full_like(b,1.5), np.empty((0,3))
np.meshgrid([1,2],[3,4,5])
np.indices((2,2))
np.round(2.5), np.round([1.25,1.35],1), np.floor(-1.5), np.ceil(1.2), np.trunc(-1.7), np.rint(2.5)
np.maximum([1,5],[3,2]), np.fmax([np.nan,1],[2,np.nan]), np.minimum(np.nan,1)
np.any(b>10), np.all(b>=0), np.count_nonzero(b), np.nonzero(b>9)
np.bincount([0,1,1,3]), np.histogram([1,2,1],bins=[0,1,2,3])
np.isin([1,2,3],[2]), np.intersect1d([1,2],[2,3]), np.union1d([1,2],[2,3])
np.pad([1,2],1), np.roll([1,2,3],1), np.flip(b,0)
np.array2string(np.array([1.123456789]),precision=3)
np.set_printoptions(precision=3), np.array([1.123456789]), np.set_printoptions(precision=8)
np.iinfo(np.int8), np.finfo(np.float32).eps, np.iinfo('int64').max
b.foo
np.ndarray
np.add
np.add.nin, np.add.identity, np.add.types[:3]
np.add(1)
np.add(1,2,3,4)
np.ptp(b), np.average([1,2,3],weights=[3,2,1]), np.cov([1,2,3],[3,2,1])
np.lexsort(([1,2,0],[3,3,1])), np.partition([3,1,2],1), np.argpartition([3,1,2],1)
np.vectorize(lambda x: x+1)([1,2]), np.apply_along_axis(sum,0,b)
np.atleast_2d([1,2]), np.copysign(1,-0.0), np.sign([-2,0,3])
np.left_shift(1,3), np.bitwise_and(6,3), np.invert(np.array([0,1],dtype=np.uint8))
isinstance(np.float64(1),float), isinstance(np.int64(1),int), hash(np.int64(3))
f"{np.float64(1.5):.2f} {np.int64(3):>4} {np.float32(0.1):.3f}"
'%d %.2f' % (np.int64(3), np.float32(1.25))
np.int64(3) * [1,2]
[1,2] * np.int64(2)
np.array([1,2,3])[np.int8(1)]
[1,2,3][np.int64(1)]
range(np.int64(3))
sum(np.array([1,2,3])), max(np.array([1,5,3])), sorted(np.array([3,1]))
3 in np.array([1,2,3])
divmod(np.int64(7),2), pow(np.int64(2),3), round(np.float64(2.567),2), round(np.int64(5))
np.array([3,1,2]).sort()
np.s_[1:3, ::2]
np.add()
np.add(1)
np.float64(1)[0]
np.float64(1)[...]
np.float64(1)[None]
np.int64(1)[1:]
np.float64(2)[()]
np.True_[()]
round(np.float32(2.567),2)
round(np.float32(2.5))
round(np.int8(5),1)
round(np.float64(2.675),2)
round(np.float64('nan'))
round(np.int64(15),-1)
a.resize((2,3))
v.resize((4,))
a.resize(4)
a.resize((2,2),refcheck=False)
np.arange(3).resize()
iter(np.float64(1))
list(np.int64(3))
np.array([np.float64(1),2])
np.array(np.float64(3))
np.int64(2)*(1,2)
np.int64(2)*np.array([1,2])
np.int64(2)*'ab'
[1,2]+np.int64(1)
q = np.ones((2, 3), dtype=int); q *= 3; print(q)
q = np.ones((2,3)); q += np.array([1,2,3]); print(q)
q = np.ones(3,dtype=int); q += 1.5
q = np.ones(3,dtype=int); q /= 2
q = np.arange(3); q[0] = 5.7; print(q)
q = np.arange(3,dtype=np.uint8); q[0] = 300
q = np.arange(3,dtype=np.uint8); q[0] = -1
q = np.arange(6).reshape(2,3); q[0] = [1,2]
q = np.arange(6).reshape(2,3); q[:,0] = 9; print(q); q[q>4] = 0; print(q)
q = np.arange(5); q[[1,3,4]] = 0; print(q); q[[0,0]] += 1; print(q)
q = np.arange(5); v = q[1:3]; v[:] = 100; print(q, v.base is q)
q = np.arange(6); q.shape = 3,2; print(q); q.shape = 4,2
q = np.arange(6); q.resize((2,3)); print(q)
q = np.arange(3); q.flags.writeable = False; q[0] = 1
q = np.arange(3); q[3] = 1
q = np.broadcast_to(np.arange(3),(2,3)); q[0,0] = 1
q = np.arange(4).reshape(2,2); q2 = q.copy(); q2[0,0]=9; print(q, q2 is q)
x0, y0 = np.array([1,2]); print(x0, y0)
q = np.zeros(3); q[:] = [1,2,3]; print(q); q[...] = 5; print(q)
q = np.zeros((2,2)); q.fill(3); print(q)
with np.errstate(divide='ignore'): print(np.array([1.])/0)
with np.errstate(all='raise'): np.array([1.])/0
q = np.arange(3.); q[1] = 'a'
q = np.arange(3.); q[1] = None
del q[0]
if np.array([1,2]): pass
np.array([1,2]) and True
print(np.array([[1.5,2],[3,4e-5]])); print(np.array([1e-20,1e20])); print(np.array([True,False])); print(np.array([1+2j]))
print(np.array([]), np.array([[]]), np.zeros((0,3)), repr(np.zeros((0,3))))
print(np.float32(3.14159), repr(np.float32(3.14159)), np.int8(5), repr([np.int8(5), np.float64(2)]))
print(np.array([np.nan,np.inf,-np.inf,0.0,-0.0]))
print(np.array([1,22,333]), np.array([-1.5,22.25]), np.array([1e3,1e-3]))
print(np.arange(1001).astype(float))
print(np.ones((3,3,3)))
print({'a': np.arange(3), 'b': np.float64(1)})
q = np.arange(4); q.resize(2, 3); print(q); q.resize(4); print(q)
q = np.arange(3.); q[0] = '7'; q[1] = None; print(q)
q = np.arange(3); q[0] = None
q = np.zeros(2, complex); q[0] = '1+2j'; q[1] = None; print(q)
"""

typed.write(__file__, SETUP, CODE)
