"""Rows of tests/nd/manip.rs. Run with numpy 2.4: python tests/golden/nd_manip.py"""

from pathlib import Path

from table import write

FIXTURES = {
    "a": "np.arange(24).reshape(2, 3, 4)",
    "f": "np.arange(24).reshape(4, 3, 2).T",
    "m": "np.arange(6).reshape(2, 3)",
    "n": "np.arange(6).reshape(3, 2)",
    "v": "np.arange(6)",
    "w": "np.arange(10)",
    "s": "np.array([3.0, 1.0, 2.0], dtype='float32')",
    "x": "np.array([1.5, -2.25, 3.0, 10.0])",
    "o": "np.array(5)",
    "e": "np.zeros((0, 3))",
    "l": "np.zeros((1, 3, 1))",
    "b": "np.array([[250, 3, 7], [1, 255, 9]], dtype='uint8')",
}

RESHAPE = """
a.reshape(24)|a.reshape(-1)|a.reshape(6,4)|a.reshape((4,6))|a.reshape(2,-1)|a.reshape(-1,2,2)|a.reshape(2,3,4)|a.reshape(24,1)
a.reshape(1,24,1,1)|f.reshape(24)|f.reshape(24,order='F')|f.reshape(6,4,order='F')|f.reshape(6,4)|f.reshape(24,order='A')|a.reshape(6,4,order='F')
a.T.reshape(12,2)|a.T.reshape(4,6)|a.T.reshape(4,3,2,1)|a.transpose(1,0,2).reshape(3,8)|a.transpose(1,0,2).reshape(6,4)
a.transpose(0,2,1).reshape(2,12)|a[:,:,::2].reshape(6,2)|a[:,:,::2].reshape(12)|a[:,::-1].reshape(2,12)|a[::-1].reshape(24)|a[:,1:].reshape(2,8)
a[:,1:].reshape(2,2,2,2)|a[:,1:].reshape(16)|w[::2].reshape(5,1)|w[::-1].reshape(2,5)|w[::-2].reshape(5,1,1)|m.T.reshape(6,copy=True)
m.reshape(6,copy=False)|m.reshape(2,3,copy=True)|m.T.reshape(3,2,1,copy=False)|m.T.reshape(1,3,2,1,order='F')|a[:,:1].reshape(2,4)|a[:1,:,0].reshape(3)
a[:,:,:1].reshape(6)|a[:,:,:1].reshape(6,1,1)|a[0,:,0].reshape(3,1)|o.reshape(1)|o.reshape(())|o.reshape(1,1,1)|v[:1].reshape(())|e.reshape(-1)|e.reshape(3,0)
e.reshape(5,-1)|e.T.reshape(3,0)|e[:,1:].reshape(2,0)|a.reshape(-2,12)|np.broadcast_to(v,(2,6)).reshape(2,2,3)|np.broadcast_to(v,(2,6)).reshape(12)
np.broadcast_to(o,(4,6)).reshape(24)|np.broadcast_to(v[:,None],(6,4)).reshape(3,2,4)|np.broadcast_to(v[:,None],(6,4)).reshape(24)
m.reshape(4)|m.reshape(-1,4)|m.reshape(-1,4,5)|m.reshape(4,-1)|m.reshape(-1,-1)|m.reshape(0,-1)|e.reshape(0,-1)|m.reshape(7)|m.reshape(3,2,order='K')|m.T.reshape(6,copy=False)
o.reshape((1,)*65)|m.reshape(2,2,2)|m.reshape(4611686018427387904,4611686018427387904)|a[:,:,::2].reshape(12,copy=False)
a.ravel()|a.ravel('F')|a.ravel('A')|a.ravel('K')|f.ravel()|f.ravel('F')|f.ravel('A')|f.ravel('K')|a.T.ravel('K')|a.transpose(1,0,2).ravel('K')|a.transpose(1,0,2).ravel()
a[:,:,::2].ravel('K')|a[:,:,::2].ravel()|a[::-1].ravel('K')|w[::2].ravel()|w[::-1].ravel('K')|w.ravel()|o.ravel()|e.ravel()|e.T.ravel()|l.ravel()|l.ravel('F')
a[:1].ravel()|a[:,:1].ravel()|a.flatten()|a.flatten('F')|a.flatten('A')|f.flatten('A')|f.flatten('K')|f.flatten()|a.T.flatten('K')|a[:,::-1].flatten('K')
a.transpose(1,0,2)[:,::-1].flatten('K')|w[::-1].flatten('K')|o.flatten()|e.flatten()|a.T.ravel('C')
a.copy()|f.copy()|f.copy('K')|f.copy('A')|a.copy('F')|a.transpose(1,0,2).copy('K')|a[:,::-1].copy('K')|a[::-1,:,::2].copy('K')|a[:,:1].copy('K')|l.copy('K')
np.broadcast_to(v,(2,6)).copy('K')|np.broadcast_to(v,(2,6)).flatten('K')|np.broadcast_to(v,(2,6)).ravel('K')|np.broadcast_to(v[:,None],(6,4)).copy('K')|np.broadcast_to(v,(1,6)).copy('K')|w[::2].copy('K')|w[::-1].copy('K')|o.copy('K')|e.copy('K')
a.transpose(2,0,1)[None].copy('K')|a.transpose(1,0,2).copy('A')|m[:,None].T.copy('K')
"""
AXES = """
a.T|m.T|v.T|o.T|a.transpose()|a.transpose(1,0,2)|a.transpose((2,0,1))|a.transpose(-1,0,1)|np.transpose(a,(0,2,1))|a.swapaxes(0,2)|np.swapaxes(a,-1,-2)|a.swapaxes(1,1)
np.moveaxis(a,0,-1)|np.moveaxis(a,-1,0)|np.moveaxis(a,[0,1],[-1,0])|np.moveaxis(a,(0,1),(2,1))|np.moveaxis(a,1,1)|np.rollaxis(a,2)|np.rollaxis(a,0,3)|np.rollaxis(a,2,1)|np.rollaxis(a,-1,-2)
np.expand_dims(a,0)|np.expand_dims(a,-1)|np.expand_dims(a,(0,2))|np.expand_dims(a,(-1,1))|np.expand_dims(o,0)|np.expand_dims(f,1)|np.expand_dims(a[:,::2],1)|np.expand_dims(v[::-1],(0,-1))
np.squeeze(l)|np.squeeze(l,0)|np.squeeze(l,-1)|np.squeeze(l,(0,2))|l.squeeze()|np.squeeze(a)|np.squeeze(l[:,:1])|np.squeeze(o)|np.squeeze(a,())
np.flip(a)|np.flip(a,0)|np.flip(a,(0,-1))|np.flip(v)|np.flip(e)|np.flipud(a)|np.fliplr(a)|np.flipud(v)|np.flip(f,1)|np.flip(a[:,1:],1)
np.rot90(m)|np.rot90(m,2)|np.rot90(m,3)|np.rot90(m,4)|np.rot90(m,-1)|np.rot90(a,1,(1,2))|np.rot90(a,1,(2,0))|np.rot90(a,3,(0,1))|np.rot90(a,-2,(0,2))
np.atleast_1d(o)|np.atleast_2d(o)|np.atleast_3d(o)|np.atleast_2d(v)|np.atleast_3d(v)|np.atleast_3d(m)|np.atleast_1d(m)|np.atleast_3d(m.T)|np.atleast_2d(v[::-1])
np.broadcast_to(v,(2,6))|np.broadcast_to(o,(2,2))|np.broadcast_to(m,(2,3))|np.broadcast_to(m[:,None],(2,2,3))|np.broadcast_to(o,())|np.broadcast_to(e,(2,0,3))|np.broadcast_to(l,(2,3,4))
np.broadcast_arrays(m,v[:3],o)|np.broadcast_arrays(m[:,:1],v)|np.broadcast_arrays(v)
m.swapaxes(0,5)|np.swapaxes(m,-5,0)|np.moveaxis(m,5,0)|np.moveaxis(m,0,5)|np.moveaxis(a,[0,0],[1,0])|np.moveaxis(a,[0,1],[1])|np.moveaxis(a,[0,1],[1,1])|np.rollaxis(a,2,5)|np.rollaxis(a,5)|np.rollaxis(a,0,-4)
np.expand_dims(m,5)|np.expand_dims(m,(0,0))|np.squeeze(m,0)|np.squeeze(m,5)|np.squeeze(l,(0,0))|np.squeeze(l,1)|m.transpose(0)|m.transpose(0,5)|m.transpose(0,0)|a.transpose(0,1)|a.transpose(0,-3,1)
np.broadcast_to(m,(2,2,4))|np.broadcast_to(m,(3,))|np.broadcast_to(v,(6,2))|np.broadcast_arrays(m,v)|np.broadcast_arrays(o,m,v,m)
np.rot90(m,1,(0,0))|np.rot90(m,1,(0,-2))|np.rot90(m,1,(0,3))|np.rot90(m,1,(0,1,2))|np.rot90(v)|np.flip(m,5)|np.flip(m,(0,0))|np.fliplr(v)|np.flipud(o)
"""
JOIN = """
np.concatenate([m,m])|np.concatenate([m,m],1)|np.concatenate([m,m],axis=-1)|np.concatenate([m,m],axis=None)|np.concatenate((v,w))|np.concatenate([m.T,m.T])|np.concatenate([m.T,m.T],1)
np.concatenate([m.T,n])|np.concatenate([n,m.T])|np.concatenate([n,m.T],1)|np.concatenate([a,a],2)|np.concatenate([f,f],2)|np.concatenate([f,a],1)|np.concatenate([a,f],0)|np.concatenate([a.transpose(1,0,2)]*2,1)
np.concatenate([m[:,::-1],m[::-1]])|np.concatenate([e,e])|np.concatenate([e,np.ones((2,3))])|np.concatenate([m[:0],m])|np.concatenate([m,np.ones((2,1))],1)|np.concatenate([v,s])|np.concatenate([b,b])
np.concatenate([m])|np.concatenate([m[:,:1],n[:2,:1]],1)|np.concatenate([m,o],None)|np.concatenate([f,a],None)|np.concatenate([l,l],1)|np.concatenate([l,l],2)|np.concatenate([np.broadcast_to(v,(2,6)),np.broadcast_to(v,(2,6))])
np.concatenate([m,m],axis=1,dtype='float32')|np.concatenate(a)|np.concatenate(a,1)|np.concatenate([[1,2],[3.5]])
np.stack([m,m])|np.stack([m,m],1)|np.stack([m,m],-1)|np.stack([m.T,m.T],1)|np.stack([v,v])|np.stack([o,o])|np.stack([m.T,n])|np.stack([e,e],axis=2)|np.stack([v[::2],v[::-2]],1)
np.vstack([m,m])|np.vstack([v,v])|np.vstack([o,o])|np.vstack([m,v[:3]])|np.hstack([m,m])|np.hstack([v,w])|np.hstack([o,o])|np.dstack([m,m])|np.dstack([v,v])|np.dstack([o,o])|np.dstack([a,a])
np.column_stack([v,v])|np.column_stack([m,m])|np.column_stack([m,v[:2]])|np.column_stack([v,v,n.reshape(6,1)])|np.hstack([m.T,n])|np.vstack(m)
np.block([m,m])|np.block([[m,m],[m,m]])|np.block([[m],[v[:3]]])|np.block(m)|np.block(5)|np.block([1,2,v])|np.block([[np.ones((2,2)),n[:2]],[m[:,:2],m[:,:2]]])|np.block([[o,o],[o,o]])|np.block([[[m]],[[m]]])
np.block([v,x])|np.block([m.T,n])|np.block([a,f])
np.concatenate([])|np.concatenate([1,2])|np.concatenate([m,a])|np.concatenate([m,n],1)|np.concatenate([m,n])|np.concatenate([m,m],5)|np.concatenate([m,m],-3)|np.concatenate([a,a[:,:2]],2)|np.concatenate([m,m,n])|np.concatenate([o,o],0)
np.stack([])|np.stack([m,n])|np.stack([m,m],5)|np.stack([m,m],-4)|np.vstack([])|np.hstack([])|np.vstack([m,n])|np.hstack([m,v])|np.dstack([m,n])|np.column_stack([v,w])
np.block([])|np.block([[m],[]])|np.block([[m,m],m])|np.block([m,[m]])|np.block([[m,n]])
"""
SPLIT = """
np.split(v,2)|np.split(v,[2,4])|np.split(v,[2,10])|np.split(v,[-2])|np.split(v,[4,2])|np.split(m,3,1)|np.split(m,[1],axis=-1)|np.split(a,2)|np.split(f,2,2)|np.split(v,[])|np.split(v,-2)
np.array_split(w,3)|np.array_split(w,4)|np.array_split(v,8)|np.array_split(m,2,1)|np.array_split(m,[1,1,2],1)|np.array_split(w[::-1],3)|np.hsplit(m,3)|np.hsplit(v,2)|np.vsplit(m,2)|np.dsplit(a,2)|np.hsplit(m,[1])|np.vsplit(a,[1])
np.split(m,2,5)|np.split(m,2,-3)|np.split(m,2,1)|np.split(v,4)|np.split(v,0)|np.array_split(v,0)|np.array_split(v,-1)|np.hsplit(o,2)|np.vsplit(v,2)|np.dsplit(m,2)|np.hsplit(m,2)
"""
TILE = """
np.tile(v,2)|np.tile(v,(2,2))|np.tile(m,2)|np.tile(m,(2,1))|np.tile(m,(2,1,1))|np.tile(m,(1,1))|np.tile(m,1)|np.tile(o,3)|np.tile(o,(2,2))|np.tile(a,(1,2,1))|np.tile(v,0)|np.tile(e,2)|np.tile(m.T,(1,2))|np.tile(m.T,1)|np.tile(v,(1,1))|np.tile(v,())|np.tile(v,-1)|np.tile(e,(2,-1))
np.repeat(v,2)|np.repeat(m,2)|np.repeat(m,2,0)|np.repeat(m,2,1)|np.repeat(m,[1,2],0)|np.repeat(m,[0,1,3],axis=1)|np.repeat(o,3)|np.repeat(m,0,1)|np.repeat(m.T,2,0)|np.repeat(a,[2],1)|v.repeat(3)|np.repeat(v,[1,0,2,0,1,1])|np.repeat(o,2,0)|np.repeat(s,2)
np.repeat(v,1000000000000000)|np.repeat(m,[1,2,3],0)|np.repeat(m,-1)|np.repeat(m,[1,-2],0)|np.repeat(m,2,5)|np.repeat(v,[1,2])
np.resize(m,(3,3))|np.resize(m,4)|np.resize(m,(2,2,4))|np.resize(v,0)|np.resize(e,(2,2))|np.resize(m,6)|np.resize(m.T,(2,4))|np.resize(o,(2,))|np.resize(m,(2,-1))
np.roll(v,2)|np.roll(v,-1)|np.roll(v,0)|np.roll(v,13)|np.roll(m,1)|np.roll(m,1,0)|np.roll(m,1,1)|np.roll(m,-1,axis=1)|np.roll(m,(1,2),(0,1))|np.roll(a,(1,1),axis=(1,2))|np.roll(m,2,(0,1))|np.roll(m,(1,1),(1,1))|np.roll(m.T,1,0)|np.roll(f,1,2)|np.roll(a[:,::-1],1,1)|np.roll(e,2,1)|np.roll(e,2)|np.roll(o,1)|np.roll(m.T,1)
np.tile(v,1000000000000000)|np.roll(m,1,5)|np.roll(m,(1,2,3),(0,1))
"""
EDIT = """
np.append(v,[7,8])|np.append(m,[[7,8,9]],0)|np.append(m,[[7],[8]],axis=1)|np.append(m,7)|np.append(v,1.5)|np.append(m.T,[[1,2]],0)|np.append(m,[7,8,9],0)|np.append(m,[[7,8]],0)
np.delete(v,2)|np.delete(v,-1)|np.delete(v,[0,2])|np.delete(v,[0,-1,0])|np.delete(v,[])|np.delete(v,slice(1,4,None))|np.delete(v,slice(None,None,2))|np.delete(v,slice(4,0,-2))|np.delete(v,slice(4,1,-1))|np.delete(v,slice(10,20,None))
np.delete(m,1)|np.delete(m,1,0)|np.delete(m,1,1)|np.delete(m,[0,2],1)|np.delete(m,[0],axis=1)|np.delete(a,1,-1)|np.delete(f,1,1)|np.delete(f,slice(0,2,None),2)|np.delete(f,slice(None,None,2),2)|np.delete(m.T,0,0)|np.delete(v,[True,False,True,False,True,False])|np.delete(m,slice(0,0,None),1)|np.delete(m,slice(0,1,None))
np.delete(v,6)|np.delete(v,-7)|np.delete(v,[1,9])|np.delete(m,5,1)|np.delete(m,0,5)|np.delete(v,[True,False])|np.delete(v,[1.5,2.0])
np.insert(v,2,9)|np.insert(v,-1,9)|np.insert(v,6,9)|np.insert(v,[1,3],[7,8])|np.insert(v,[3,1],[7,8])|np.insert(v,[2,2],[7,8])|np.insert(v,1,[7,8,9])|np.insert(v,[2],[7,8])|np.insert(v,slice(0,4,2),9)|np.insert(v,[],[])|np.insert(v,2,1.9)
np.insert(m,1,9)|np.insert(m,1,9,0)|np.insert(m,1,9,1)|np.insert(m,1,[7,8],axis=1)|np.insert(m,[1],[[7],[8]],1)|np.insert(m,[0,2],[[7,8]],1)|np.insert(m,1,[[7,8,9],[1,2,3]],0)|np.insert(m.T,1,9,0)|np.insert(f,1,9,1)|np.insert(v,np.array([True,False,True,False,False,False]),9)|np.insert(m,[-1,0],5,1)
np.insert(v,7,9)|np.insert(v,-8,9)|np.insert(m,4,9,1)|np.insert(v,[9],1)|np.insert(v,[1,9],1)|np.insert(v,[[1,2]],1)|np.insert(m,1,[7,8,9],1)|np.insert(v,[1,2],[1,2,3])|np.insert(v,[1.5,2.5],9)
"""
PAD = """
np.pad(v,2)|np.pad(v,(1,3))|np.pad(m,1)|np.pad(m,((1,2),(3,0)))|np.pad(m,((1,),(2,)))|np.pad(m,(1,2),constant_values=7)|np.pad(m,1,constant_values=(8,9))|np.pad(m,1,constant_values=((1,2),(3,4)))|np.pad(m,0)|np.pad(m.T,1)|np.pad(f,1)|np.pad(e,1)|np.pad(e,((0,1),(1,0)))|np.pad(o,2)|np.pad(s,1,constant_values=0.5)
np.pad(v,2,'edge')|np.pad(m,((1,2),(3,0)),'edge')|np.pad(m,2,'empty')[2:-2,2:-2]|np.pad(a,1,'edge')|np.pad(m.T,1,'edge')|np.pad(f,1,'edge')|np.pad(x,(3,1),'edge')
np.pad(v,(2,3),'linear_ramp')|np.pad(v,2,'linear_ramp',end_values=(5,-4))|np.pad(m,2,'linear_ramp',end_values=((1,2),(3,4)))|np.pad(x,3,'linear_ramp',end_values=(0.5,-1.5))|np.pad(s,(3,2),'linear_ramp')|np.pad(b,2,'linear_ramp',end_values=3)|np.pad(s,3,'linear_ramp',end_values=0.25)
np.pad(m,1,'maximum')|np.pad(m,1,'minimum')|np.pad(m,2,'mean')|np.pad(m,2,'median')|np.pad(x,(2,3),'mean')|np.pad(x,(2,3),'median',stat_length=2)|np.pad(x,2,'maximum',stat_length=(1,2))|np.pad(v,2,'mean',stat_length=3)|np.pad(v,2,'median',stat_length=3)|np.pad(m,1,'mean',stat_length=((1,2),(2,1)))
np.pad(a,1,'mean')|np.pad(a,1,'median')|np.pad(s,2,'mean')|np.pad(s,2,'median',stat_length=2)|np.pad(b,2,'mean')|np.pad(b,2,'median')|np.pad(b,1,'maximum')|np.pad(v,1,'mean',stat_length=100)|np.pad(v,3,'minimum',stat_length=2)
np.pad(v,2,'reflect')|np.pad(v,(5,5),'reflect')|np.pad(v,(13,7),'reflect')|np.pad(m,1,'reflect')|np.pad(m,((3,2),(4,5)),'reflect')|np.pad(v,3,'reflect',reflect_type='odd')|np.pad(v,(13,7),'reflect',reflect_type='odd')|np.pad(x,3,'reflect',reflect_type='odd')|np.pad(b,2,'reflect',reflect_type='odd')|np.pad(v[:1],3,'reflect')|np.pad(a,((1,1),(2,2),(3,3)),'reflect')|np.pad(m.T,1,'reflect')|np.pad(v[:2],5,'reflect')|np.pad(m[:1],2,'reflect')
np.pad(v,2,'symmetric')|np.pad(v,(13,7),'symmetric')|np.pad(m,((3,2),(4,5)),'symmetric')|np.pad(v,3,'symmetric',reflect_type='odd')|np.pad(v,(13,7),'symmetric',reflect_type='odd')|np.pad(v[:1],3,'symmetric')|np.pad(a,1,'symmetric')|np.pad(b,2,'symmetric',reflect_type='odd')
np.pad(v,2,'wrap')|np.pad(v,(7,8),'wrap')|np.pad(v,(13,25),'wrap')|np.pad(m,((3,2),(4,5)),'wrap')|np.pad(v[:1],3,'wrap')|np.pad(a,1,'wrap')|np.pad(v[:2],(5,4),'wrap')|np.pad(e,((0,0),(1,1)),'wrap')
np.pad(v,2305843009213693952)|np.pad(m,1.5)|np.pad(m,-1)|np.pad(m,(1,-1))|np.pad(m,((1,2),(3,-4)))|np.pad(m,(1,2,3))|np.pad(m,((1,2),(3,4),(5,6)))|np.pad(m,1,'mirror')|np.pad(e,1,'edge')|np.pad(v,1,'maximum',stat_length=0)|np.pad(v,1,'minimum',stat_length=-1)|np.pad(e,((1,0),(0,0)),'reflect')
"""
WINDOWS = """
np.lib.stride_tricks.sliding_window_view(v,3)|np.lib.stride_tricks.sliding_window_view(m,(2,2))|np.lib.stride_tricks.sliding_window_view(m,2,1)|np.lib.stride_tricks.sliding_window_view(m,(2,2),(1,1))|np.lib.stride_tricks.sliding_window_view(a,(2,3),axis=(-1,1))|np.lib.stride_tricks.sliding_window_view(v[::-2],2)|np.lib.stride_tricks.sliding_window_view(v,6)
np.lib.stride_tricks.sliding_window_view(v,3,writeable=True)|np.lib.stride_tricks.sliding_window_view(v,0)|np.lib.stride_tricks.sliding_window_view(f,1,0)
np.lib.stride_tricks.sliding_window_view(v,7)|np.lib.stride_tricks.sliding_window_view(v,-1)|np.lib.stride_tricks.sliding_window_view(m,2)|np.lib.stride_tricks.sliding_window_view(m,2,(0,1))|np.lib.stride_tricks.sliding_window_view(m,2,5)
np.lib.stride_tricks.as_strided(v,(3,2),(16,8))|np.lib.stride_tricks.as_strided(v,(2,2),(0,8))|np.lib.stride_tricks.as_strided(v[1:],(5,),(8,))|np.lib.stride_tricks.as_strided(v,(3,4),(8,8),writeable=False)|np.lib.stride_tricks.as_strided(v[5:],(6,),(-8,))|np.lib.stride_tricks.as_strided(v,(0,3),(8,8))|np.lib.stride_tricks.as_strided(v,strides=(0,))
"""
TAKE = """
np.take(v,[1,3])|np.take(v,2)|np.take(v,[[1,2],[3,-1]])|np.take(m,[0,5])|np.take(m,[1,0],0)|np.take(m,[2,0,2],1)|np.take(a,[[0,1],[2,0]],1)|np.take(a,1,-1)|np.take(m.T,[0],1)|np.take(f,[1,0],2)|v.take([1,1])|np.take(v,[7,-9],mode='wrap')|np.take(v,[7,-9],mode='clip')|np.take(m,[3,4],1,mode='wrap')|np.take(v,[])|np.take(v,np.array([],dtype='int64'))|np.take(o,0)|np.take(o,[0,0])|np.take(e,[0,1],1)|np.take(s,[2,0])|np.take(m,[True,False],1)
np.take(v,6)|np.take(v,[0,-7])|np.take(m,[0,2],0)|np.take(m,[0],5)|np.take(e,[0],0)|np.take(e,0)|np.take(v,[0.5])|np.take(v,[0],mode='bounce')|np.take(v,np.array([0.5]))|np.take(v,np.array([]))|np.choose(np.array([0.5,1]),[v[:2],v[:2]])|np.take(v,np.array([1],dtype='uint64'))
np.put(a,[0,23],[7,8])|np.put(a,[0,-1],9)|np.put(a,[1,2,3],[7,8])|np.put(a,[30,-30],5,mode='wrap')|np.put(a,[30,-30],5,mode='clip')|np.put(a,[],[])|np.put(a,[0],[1.9])|np.put(a,[24],5)|np.put(a,np.array([0.5]),5)|np.put(a,np.array([1],dtype='uint64'),5)|np.put(a,[-25],5)|np.put(a,[[0,1],[2,3]],[[5,6],[7,8]])
np.choose([0,1,0],[[1,2,3],[4,5,6]])|np.choose(m.reshape(6)[:2],[[1,2],[3,4]])|np.choose([[0,1],[1,0]],[10,[1,2]])|np.choose([0,3],[[1,2],[3,4]],mode='wrap')|np.choose([-1,3],[[1,2],[3,4]],mode='clip')|np.choose([0,1],[[1,2],[1.5,2.5]])|np.choose([0,2],[[1,2],[3,4]])|np.choose([0,-1],[[1,2],[3,4]])
np.choose([0,1,0],[[1,2],[3,4]])|np.compress([True,False],m,0)|np.compress([0,1],m,1)|np.compress([0,1,1,0,0,1],m)|np.compress([True],m,1)|np.compress([False,False],m,0)|np.compress([[True]],m)|np.compress([0,0,0,1],m,1)|np.compress([1,0,1],m,axis=1)
np.extract(v>2,v)|np.extract(m>2,m)|np.extract([True,False],w)|np.place(a,a>20,[7,8])|np.place(a,a>100,[])|np.place(a,a>20,[])|np.putmask(a,a>20,[7,8])|np.putmask(a,a>20,a[:,::-1])|np.putmask(a,v>2,0)|np.place(a,v>2,0)
np.take_along_axis(m,np.array([[0,1],[2,0]]),1)|np.take_along_axis(m,np.array([[1,0,1]]),0)|np.take_along_axis(m,np.array([[0],[1]]),-1)|np.take_along_axis(m,np.array([5,0]),None)|np.take_along_axis(v,np.array([1,0,1]),0)|np.take_along_axis(a,a[:,:1,:1]>0,1)|np.take_along_axis(m,np.array([[3]]),1)|np.take_along_axis(m,np.array([0]),1)|np.take_along_axis(m,np.array([[0]]),5)|np.take_along_axis(m,np.array([[0]]),None)|np.take_along_axis(m,np.array([[0.5]]),0)|np.take_along_axis(m.T,np.array([[0,1],[1,0],[0,0]]),1)|np.take_along_axis(m,np.array([[0,1],[2,0]]))
np.put_along_axis(a,np.array([[[0]],[[1]]]),99,1)|np.put_along_axis(a,np.array([[[0]],[[3]]]),np.array([[[7]],[[8]]]),-1)|np.put_along_axis(a,np.array([1,2]),5,None)|np.put_along_axis(a,np.array([[[4]]]),5,2)
np.unravel_index([1,5],(2,3))|np.unravel_index(5,(2,3))[0]|np.unravel_index([[0,1],[4,5]],(2,3))|np.unravel_index([1,5],(2,3),order='F')|np.unravel_index([22,41,37],(7,6))|np.unravel_index([],(2,3))|np.unravel_index([6],(2,3))|np.unravel_index([-1],(2,3))|np.unravel_index([0.5],(2,3))|np.unravel_index(np.array([],dtype='int64'),(2,3))
np.ravel_multi_index(([0,1],[1,2]),(2,3))|np.ravel_multi_index(([0,1],[1,2]),(2,3),order='F')|np.ravel_multi_index(([3,6,6],[4,5,1]),(7,6))|np.ravel_multi_index(([0,5],[1,-2]),(2,3),mode='wrap')|np.ravel_multi_index(([0,5],[1,-2]),(2,3),mode='clip')|np.ravel_multi_index(([0,5],[1,4]),(2,3),mode=('wrap','clip'))|np.ravel_multi_index(([[0],[1]],[0,1,2]),(2,3))|np.ravel_multi_index(([0,2],[1,2]),(2,3))|np.ravel_multi_index(([0,1],),(2,3))|np.ravel_multi_index(([0,1],[0.5,1]),(2,3))|np.ravel_multi_index(([0,1],[0,1,2]),(2,3))
"""


def rows(title, text):
    return [f"# {title}"] + [row for line in text.strip().splitlines() for row in line.split("|")]


here = Path(__file__).parent
ALL = rows("reshape", RESHAPE) + rows("axes", AXES) + rows("join", JOIN) + rows("split", SPLIT) + rows("tile", TILE)
ALL += rows("edit", EDIT) + rows("pad", PAD) + rows("windows", WINDOWS) + rows("take", TAKE)
write(here / "nd_manip.txt", "tests/golden/nd_manip.py", FIXTURES, ALL)
