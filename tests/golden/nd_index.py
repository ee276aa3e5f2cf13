"""Rows of tests/nd/index.rs. Run with numpy 2.4: python tests/golden/nd_index.py"""

from pathlib import Path

from table import write

FIXTURES = {
    "a": "np.arange(24).reshape(2, 3, 4)",
    "f": "np.arange(24).reshape(4, 3, 2).T",
    "m": "np.arange(6).reshape(2, 3)",
    "v": "np.arange(10)",
    "x": "np.arange(10.0)",
    "o": "np.array(5)",
    "e": "np.zeros((0, 3))",
    "i": "np.array([0, 1, 1])",
    "I": "np.array([[0, 1, 0], [1, 1, 0]])",
    "u": "np.array([0, 1], dtype='uint8')",
}

BASIC = """
a[0] a[-1] a[1,2] a[1,2,3] a[-1,-1,-1] a[...] a[()] a[:] a[0,...] a[...,0] a[0,...,0] a[:,1] a[:,:,1] a[:,None]
a[None] a[None,...,None] a[0,None,1] a[...,None,2] a[0,1,2,...] a[1:] a[:,1:] a[:,::2] a[:,::-1] a[::-1,::-1,::-1]
v[2:7] v[2:7:2] v[7:2:-2] v[-3:] v[:-3] v[::3] v[::-3] v[9:0:-4] v[20:] v[:20] v[-20:3] v[5:2] v[2:5:-1] v[-1:-20:-1]
v[100:200:7] v[:0:-1] v[:-11:-1] v[3:4] v[::9223372036854775807] v[::-9223372036854775807] v[9223372036854775807:]
v[-9223372036854775808:] v[None,:] v[:,None] v[:,None][1:] f[0] f[:,1] f[1:,::-1,0] o[()] o[...] o[None] o[None,...]
e[:] e[:,1] e[:,::2] e[0:0] e[...,None] a[1][2][3] a[1:][0] a[:,1:][:,:,::2] a[1,::-1][1:,2:] m.T[1] m.T[1:]
x[3] x[-1] x[1:4] m[1,-1] a[0:1,0:1,0:1] a[1:,2:,3:]
"""
BASIC_ERRORS = """
a[2] a[-3] a[0,3] a[0,0,-5] a[0,0,0,0] a[...,0,0,0,0] a[0,0,0,...,0] a[...,...] a[0,...,1,...] a[::0] v[1:5:0] a[1.5]
a[None,7] a[:,7] a[...,7] o[0] o[:] o[0,0] e[0] v[9223372036854775807] v[10] v[-11] a[None,None,None,0,0,0,0]
a['x'] a[:,'x'] a[0,1.0] np.zeros((1,)*64)[None]
"""
FANCY = """
a[i] a[[0,1,1]] a[:,i] a[:,:,i] a[...,i] a[i,i] a[i,:,i] a[:,i,i] a[i,i,i] a[0,i] a[0,:,i] a[:,0,i] a[i,0] a[i,:,0]
a[i,0,0] a[0,i,0] a[0,0,i] a[:,i,0] a[i,0,:] a[I] a[:,I] a[I.T] a[:,I.T] a[I,i] a[I,I.T[:1,:2]] a[I,:,i] a[I,I,I]
a[I.T,I.T,I.T] a[I.T,I.T,I] a[I,I.T[:1,:1]] a[I[:,::-1]] v[I.T] v[I[:,::-1]] v[I] v[[[5]]] v[[[5],[6]]] x[I.T]
a[None,i] a[i,None] a[None,:,i] a[:,None,i] a[i,None,i] a[i,None,:,i] a[:,i,None,i] a[...,i,i] a[i,...,i] a[i,...]
m[i,...,i] m[...,i,i] a[:,i,...,i] a[None,i,...,i] a[0,...,i] a[i,...,0] a[:,i,...,0] a[[0,1],[0,2]] a[[0,1],1:,[0,2]]
a[[[0],[1]],[0,2]] a[[[0],[1]],:,[0,2]] a[[-1,-2]] a[:,[-1,0]] a[[]] a[:,[]] a[[],[]] a[[[]]] a[:,[],0] m[[0]] m[[0],:]
m[[1,0]][[0]] f[i] f[:,i] f[:,:,i] f[i,:,i] f[i,i] f[...,None,[0,1]] a[1:,i] a[::-1][[0,1]] a[:,::-1,i] a[:,::2,[1,3]]
a.transpose(1,0,2)[[0,1]] a.transpose(2,1,0)[:,[0,1]] a.transpose(2,0,1)[i] a[u] a[:,u] a[u,u,u] e[:,[1,2]] e[[]]
v[np.array(3)] a[np.array(1)] a[...,np.array(1)] a[np.array(0),0,0] a[np.array(0),0,0,...] a[:,np.array(0),i]
a[np.array(0),:,i] v[np.array([3],dtype='int8')] v[np.array([[7]],dtype='uint64')] e[np.zeros((2,0),dtype='int64')]
f[-2,I[:,None].T,-3] v[I[None].T] v[I[:,None].T] a[I.T,0,0,None] a[I.T,:1,[0],None] a[True,::-3,[[-3,0]],I.T[:2]] a[[[1,0,0]],I[:,:1],I[None].T]
np.broadcast_to(m,(2,2,3))[:,[0]] np.broadcast_to(m,(2,2,3))[:,:,i[1:]] a[[1],[2],[3]] a[[1],[2],3] a[[[[1]]],:,[[0],[1]]]
"""
MASKS = """
a[a>5] f[f>5] a[f>5] f[a>5] m[m>2] v[v>3] x[x>3.5] m.T[m.T>2] a[a>100] a[a[:,:,0]>5] a[a[:,0,0]>5] a[:,a[0]>5] f[:,f[0]>5]
a[:,a[0,:,0]>0] a[...,a[0,0]>1] a[0,a[0]>5] a[:,a[0,:,0]>0,0] a[[True,False]] a[[False,False]] a[:,[True,False,True]]
a[[True,False],[True,False,True]] a[[True,True],[True,False,True]] a[[True,False],:,[1]] a[[True,True],0,[1,2]]
a[[[True,False,True],[True,False,True]],[0,1,0,1]] a[True] a[False] a[True,False] a[True,0] a[...,True] a[:,True]
a[None,True] a[True,i] a[i,True] a[True,None,0] a[np.array(True)] a[np.array(False)] o[True] o[False] o[True,True]
o[np.array(True)] o[None,True] o[...,True] e[e>0] e[:,[True,False,True]] e[np.zeros(0,dtype='bool')]
m[np.zeros((0,3),dtype='bool')] m[np.zeros((2,0),dtype='bool')] a[[0,1],np.zeros(0,dtype='bool')] m[[0],np.zeros(0,dtype='bool')]
m[np.zeros((2,3),dtype='bool')] m[:,::-1][m>2] v[::-1][v>6] v[::2][v[::2]>3] m[m>2][1:] a[1:,a[0]>5] a[a[:,0,0]>5,1:]
"""
FANCY_ERRORS = """
a[[2]] a[[0,-3]] a[:,[3]] a[:,:,[-5]] a[[0],[3]] a[[5],[0,9]] a[[0,1],[0,1,2]] a[[0,1],:,[0,1,2]] a[[0,1],[[0],[1],[2]],[0,1,2]]
m[[0],[0],[0]] m[i,i,i] m[[True,False,True]] m[:,[True,False]] m[[True,False],[True,False]] m[m.T>0] m[a>0] a[m>0] a[[0],m>0]
a[m[:,:2]>0] a[[0.5]] a[np.array([1.0])] a[x] a[[],[1,2]] a[[[]],[1,2]] a[[0,1],5] a[5,[0]] a[[7],9] v[[10]] v[[3,-11]] e[[0]]
e[:,[3]] np.zeros((2,0))[:,[1]] np.zeros((2,0))[[5]] o[[0]] o[i] a[True,2] a[False,i] a[...,[0],...] a[[0],0,0,0]
a[a[:,:,0]>3,[0,1,2]] v[np.array([9223372036854775807])] v[np.array([18446744073709551615],dtype='uint64')] a[np.array(2)]
a[np.array(1.5)] v[np.array(10)] m[[True,True,True],[0]] m[[0],[True,True]]
"""
ASSIGN = """
a[0] = 7|a[1,2,3] = 7|a[:,1] = [1,2,3,4]|a[...,0] = [[1,2,3]]|a[:,::-1] = a|a[:,1:] = a[:,:-1]|a[...] = 0.9|a[()] = 3
a[None] = 5|a[:,:,1:3] = [[[1,2]]]|a[1:,:,::-1] = a[:1]|a[0] = a[1]|a[0,0] = np.array([[[9,8,7,6]]])|a[0:0] = 5|a[0,0] = v[::3]
a[i] = 7|a[[1,0]] = a|a[[0,1],[1,2]] = [[1],[2]]|a[:,[0,2]] = [[1],[2]]|a[:,[0,2]] = [5,6,7,8]|a[0,:,[1,3]] = [[1,2,3],[4,5,6]]
a[I] = 5|a[[0,0],[0,0],[0,0]] = [1,2]|a[:,i] = 1.7|a[i,i,i] = [True,False,True]|a[[1]] = a[[0]]|a[[0,1]] = np.ones((1,1,2,3,4))
a[[1,0]] = a.transpose(0,1,2)[::-1]|a[None,[0]] = 3|a[...,[0,-1]] = a[...,[-1,0]]|a[[]] = 5|a[[]] = np.zeros((0,3,4))|a[:,[],0] = 1
a[a>5] = 0|a[a>20] = [1,2,3]|a[a>20] = [1]|a[a>100] = []|a[a>20] = 1.9|a[a[:,:,0]>5] = [1,2,3,4]|a[:,a[0]>5] = [[1],[2]]
a[True] = 1|a[False] = 1|a[True] = [1,2,3,4]|a[...,True] = 5|a[[True,False]] = 8|a[f>20] = [1,2,3]|a[a>20] = a[0,0,:3]
a[np.array(1)] = 5|a[np.array(0),0,0] = 5|a[0,0,0] = np.array([9])|a[0,0,0] = np.array([9,8])|a[0,0,0] = np.array(2.7)|a[:,np.array(0),[1]] = [[1],[2]]
a[:,::2,[1,3]] = [10,20]|a[::-1,0,i[1:]] = [[1],[2]]|a[I.T,0,0] = [[1,2],[3,4],[5,6]]|a[u] = [[[1]],[[2]]]
a[2] = 1|a[0,0,0,0] = 1|a[0] = [1,2]|a[:] = np.zeros((2,2,3,4))|a[[2]] = 1|a[[0,1]] = [1,2]|a[[0,1],[0,1]] = [1,2]
a[[0,1],[0,1],[0,1]] = [1,2,3]|a[a>20] = [1,2]|a[a>20] = [[1,2,3]]|a[a>20] = []|a[True] = [1,2]|a[False] = [1,2]
a[a[:,:,0]>5] = [1,2]|a[:,[0,1,2,0]] = np.zeros((2,3,4))|a[[0],None] = [1,2]|a[m>2] = 5|a[[0,1],[0,1,2]] = 4|a[:,[3]] = 1|a[0:1] = np.zeros((3,3,4))
a[None] = np.zeros((2,3))|a[[5]] = [1,2]|a[[[0],[9]]] = [1,2,3]|a[m[:0]>0] = [1,2]|a[a[0]>3] = 1|a[[True]] = 1|a[x] = 1|a[...,...] = 1|a[::0] = 1
"""


def words(text):
    return text.split()


def assignments(text):
    return [row for line in text.strip().splitlines() for row in line.split("|")]


here = Path(__file__).parent
write(
    here / "nd_index.txt",
    "tests/golden/nd_index.py",
    FIXTURES,
    ["# basic", *words(BASIC), "# basic, failing", *words(BASIC_ERRORS), "# index arrays", *words(FANCY)]
    + ["# masks", *words(MASKS), "# picking, failing", *words(FANCY_ERRORS), "# assignment", *assignments(ASSIGN)],
)
