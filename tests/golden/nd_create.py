"""Rows of tests/nd/create.rs. Run with numpy 2.4: python tests/golden/nd_create.py"""

from pathlib import Path

from table import write

FIXTURES = {
    "m": "np.arange(6).reshape(2, 3)",
    "a": "np.arange(24.0).reshape(2, 3, 4)",
    "v": "np.arange(4)",
    "s": "np.array([3.0, 1.0, 2.0], dtype='float32')",
    "t": "np.array(2.0, dtype='float32')",
    "z": "np.array([1+2j, 3-1j])",
    "o": "np.array(5)",
    "e": "np.zeros((0, 3))",
}

RANGE = """
np.arange(5)|np.arange(0)|np.arange(-3)|np.arange(2,7)|np.arange(7,2)|np.arange(7,2,-2)|np.arange(0,10,3)|np.arange(5.0)|np.arange(0.5,3)|np.arange(0,1,0.1)|np.arange(1,2,0.1)|np.arange(0,0.3,0.1)|np.arange(0.1,0.5,0.1)|np.arange(1,0,-0.3)
np.arange(3,dtype='float32')|np.arange(0,1,0.1,dtype='float32')|np.arange(0.1,1.3,0.3,dtype='float32')|np.arange(5,dtype='uint8')|np.arange(250,260,dtype='int16')|np.arange(0,300,100,dtype='uint8')|np.arange(-1,3,dtype='int8')|np.arange(0.5,5.5,dtype='int64')|np.arange(0,5,0.5,dtype='int64')|np.arange(0.5,3.5,0.4,dtype='int32')|np.arange(0,3,0.7,dtype='complex128')|np.arange(1+1j,4+4j,1+1j)|np.arange(2,dtype='bool')|np.arange(1e18,1e18+1000,256)
np.arange(-2,2.5,0.5)|np.arange(1e-300,3e-300,1e-300)|np.arange(9223372036854775805,9223372036854775807)|np.arange(True)|np.arange(0,-1,-0.25)|np.arange(1,1e-9,1)
np.arange(4611686018427387904)|np.arange(1e15)|np.arange(0,1,0)|np.arange(0.0,1.0,0.0)|np.arange(0,np.inf)|np.arange(0,np.nan)|np.arange(300,302,dtype='uint8')|np.arange(-1,1,dtype='uint8')|np.arange(3,dtype='bool')|np.arange(0,1e30)
np.linspace(0,1)|np.linspace(0,1,5)|np.linspace(0,1,5,endpoint=False)|np.linspace(2,3,num=1)|np.linspace(2,3,1,endpoint=False)|np.linspace(0,1,0)|np.linspace(1,0,4)|np.linspace(0,10,11)|np.linspace(0,1,7)|np.linspace(-3.7,2.9,13)|np.linspace(5,5,3)|np.linspace(0,1,3,retstep=True)|np.linspace(0,1,1,retstep=True)|np.linspace(0,1,4,endpoint=False,retstep=True)
np.linspace(0,10,4,dtype='int64')|np.linspace(-1,-5,4,dtype='int32')|np.linspace(0,255,7,dtype='uint8')|np.linspace(0,1,3,dtype='float32')|np.linspace(t,5,4)|np.linspace(t,t,3)|np.linspace(s,s[::-1],4)|np.linspace(0,s,3)|np.linspace(v,10,3)|np.linspace(v,10,3,axis=1)|np.linspace(v,10,3,axis=-1)|np.linspace([0,0],[1,2],3,retstep=True)|np.linspace(1+1j,4-2j,4)|np.linspace(0,1j,3)|np.linspace(0,5e-324,3)|np.linspace([0,0],[0,1],3)|np.linspace(0,1,50,dtype='int64')|np.linspace(m,m,2)|np.linspace(e,e,2)
np.linspace(0,1,-1)|np.linspace([1,2],[1,2,3],2)|np.linspace([1,2],3,2,axis=5)|np.linspace(0,np.inf,3)|np.linspace(np.nan,1,3)|np.linspace(-1e308,1e308,3)
~np.logspace(0,3,4)|~np.logspace(2,3,num=4,endpoint=False)|~np.logspace(0,1,5,base=2)|~np.logspace(0,3,4,dtype='int64')|~np.logspace(0,s,2)|~np.logspace(-2,2,9)|~np.geomspace(1,1000,4)|~np.geomspace(1,256,9)|~np.geomspace(1000,1,4)|~np.geomspace(-1000,-1,4)|~np.geomspace(2,50,7)|~np.geomspace(1,1000,3,endpoint=False)|~np.geomspace(1,1000,1)|~np.geomspace(1,256,9,dtype='int64')|~np.geomspace([1,2],[100,50],3)|~np.geomspace([1,2],[100,50],3,axis=-1)
np.geomspace(0,1,3)|np.geomspace(1,0,3)|np.geomspace(1,10,-2)
"""
MATRIX = """
np.eye(3)|np.eye(2,3)|np.eye(3,k=1)|np.eye(3,2,-1)|np.eye(3,k=5)|np.eye(3,k=-5)|np.eye(0)|np.eye(2,dtype='int64')|np.eye(2,3,1,dtype='bool')|np.eye(2,3,order='F')|np.identity(3)|np.identity(2,dtype='complex128')
np.diag(v)|np.diag(v,1)|np.diag(v,-2)|np.diag(m)|np.diag(m,1)|np.diag(m,-1)|np.diag(m,5)|np.diag(m.T,1)|np.diagflat(m)|np.diagflat(v,1)|np.diagonal(a)|np.diagonal(a,1)|np.diagonal(a,-1,1,2)|np.diagonal(a,0,2,0)|a.diagonal(1,-1,-2)|np.diag(e)|np.diag(np.zeros(0))|np.diagonal(m[::-1])
np.diag(o)|np.diag(a)|np.diagonal(v)|np.diagonal(m,0,1,1)|np.diagonal(m,0,0,5)|np.diagonal(m,0,-3,1)
np.tri(3)|np.tri(3,4)|np.tri(3,4,1)|np.tri(3,2,-1)|np.tri(3,k=-5)|np.tri(2,3,9,dtype='int64')|np.tri(0)|np.tri(3,dtype='bool')|np.tril(m)|np.tril(m,1)|np.tril(m,-1)|np.triu(m)|np.triu(m,1)|np.triu(m,-1)|np.tril(a)|np.triu(a,1)|np.tril(v)|np.triu(v,1)|np.tril(m.T)|np.triu(m.T)|np.tril(s)|np.tril(e)
np.tril_indices(3)|np.tril_indices(3,1)|np.tril_indices(2,0,4)|np.triu_indices(3)|np.triu_indices(3,1)|np.triu_indices(2,-1,3)
np.vander(v)|np.vander(v,2)|np.vander(v,increasing=True)|np.vander(s,3)|np.vander(np.array([1.5,2.5]),4)|np.vander(z,3)|np.vander(v,0)|np.vander(v,1)|np.vander(m)|np.vander(o)
"""
GRID = """
np.meshgrid(v,s)|np.meshgrid(v,s,indexing='ij')|np.meshgrid(v,s,sparse=True)|np.meshgrid(v,s,copy=False)|np.meshgrid(v,s,sparse=True,copy=False)|np.meshgrid(v)|np.meshgrid(v,s,o)|np.meshgrid(v,s,o,indexing='ij')|np.meshgrid()|np.meshgrid(m,v)|np.meshgrid(v,[])|np.meshgrid(v,s,indexing='yx')
np.indices((2,3))|np.indices((2,3),dtype='float32')|np.indices((2,3),sparse=True)|np.indices(())|np.indices((0,2))|np.indices((2,1,2))
"""
LIKE = """
np.zeros((2,3))|np.zeros(3,dtype='int64')|np.zeros(())|np.zeros((2,3),order='F')|np.zeros((2,0,3))|np.ones((2,2),dtype='bool')|np.ones(3)|np.zeros((0,))|np.ones((3,0),order='F')
np.zeros((1099511627776,1024))|np.zeros_like(m)|np.zeros_like(m.T)|np.zeros_like(m[:,::2])|np.zeros_like(a.transpose(1,0,2))|np.zeros_like(a.transpose(1,0,2),order='C')|np.zeros_like(m,order='F')|np.zeros_like(m.T,order='A')|np.zeros_like(m,dtype='float32')|np.ones_like(a[:,::-1])|np.full_like(m,7.9)|np.full_like(m,7,dtype='float64')|np.zeros_like(m,shape=(4,))|np.zeros_like(m.T,shape=(3,4))|np.zeros_like(m.T,shape=(3,))|np.zeros_like(o)|np.zeros_like(e)|np.zeros_like(np.broadcast_to(v,(1,4)))|np.zeros_like(np.broadcast_to(v,(2,4)))|np.zeros_like(a.transpose(2,0,1),shape=(1,2,3))
np.array([[1,2],[3,4]])|np.array([1,2.5])|np.array([True,False])|np.array([])|np.array([[],[]])|np.array([[[1]],[[2]]])|np.array([v,v])|np.array([[1,2],v[:2]])|np.array([m,m],dtype='float32')|np.array([[1,2],[3]])|np.array([1,[2,3]])|np.array([[1,2],[3,[4,5]]])|np.array([[[1,2],[3]],[[4,5],[6]]])|np.array([v,[1,2]])|np.array([m[0],m])|np.array([[1,2],[3,4]],order='F')
"""


def rows(title, text):
    return [f"# {title}"] + [row for line in text.strip().splitlines() for row in line.split("|")]


here = Path(__file__).parent
ALL = rows("ranges", RANGE) + rows("matrices", MATRIX) + rows("grids", GRID) + rows("zeros and nested values", LIKE)
write(here / "nd_create.txt", "tests/golden/nd_create.py", FIXTURES, ALL)
