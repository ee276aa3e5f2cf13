"""Writes python_operators.txt: operators of scalars and of arrays beside what is no number, and the warnings of scalars,
under the real NumPy. Run it with numpy 2.4: `python tests/golden/python_operators.py`.
"""
import pathlib

import typed

SETUP = """
import warnings
import numpy as np
def said(code):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = eval(code)
    return value, [str(warning.message) for warning in caught]
class Loud(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        print(ufunc.__name__, method, sorted(options))
        return getattr(ufunc, method)(*(np.asarray(x) for x in inputs), **options)
"""

SCALARS = """np.int8(100)+np.int8(100)
np.uint8(200)+100
255+np.uint8(1)
np.int8(1)+200
np.uint8(3)-np.uint8(5)
np.int16(32000)*np.int16(3)
np.int64(2**62)*4
np.int64(2**63-1)+True
np.int64(2**63-1)+np.int32(1)
np.uint64(1)-np.uint64(2)
np.int8(120)*np.int16(300)
np.int8(100)*np.uint8(200)
np.int8(-128)//np.int8(-1)
np.int64(2)**63
-np.uint8(1)
-np.uint8(0)
-np.int64(-2**63)
abs(np.int8(-128))
np.float64(1)/0
1/np.float64(0)
np.float64(0)/0
np.int64(1)/0
np.int64(1)/0.0
1.0/np.int64(0)
np.int64(1)/np.float64(0)
np.int8(1)//np.uint8(0)
np.float32(1)/np.int64(0)
np.float32(1)/np.float64(0)
np.float64(1)/0j
np.complex64(1)/0.0
np.bool_(1)/np.int64(0)
np.True_/np.False_
np.int64(1)//np.bool_(0)
np.int64(1)//0
np.int64(1)%0
np.float64(1)%0
np.int64(5)%0.0
divmod(np.int64(1),0)
np.float64(1e308)*10
np.float32(3e38)*np.int8(2)
np.float16(60000)*2
np.float64(np.inf)-np.inf
np.float64(-1)**0.5
np.int64(-1)**0.5
np.float64(2)**2000
np.float32(10)**40
np.complex128(1)/0
np.float64(1)/np.array(0)
np.add(np.int8(100),np.int8(100))""".splitlines()

CODE = "\n".join(f"said({code!r})" for code in SCALARS) + r"""
with np.errstate(all='raise'): np.int16(32000)*np.int16(3)
with np.errstate(over='ignore'): print(np.int16(32000)*np.int16(3))
x = np.int8(127); x += np.int8(1); x
np.array([1,2])+'a'
np.array([True])+'a'
np.array([1,2])+None
np.array([1,2])-None
np.array([1,2])*{}
np.array([1,2])/None
np.array([1,2])//None
np.array([1,2])**None
np.array([1,2])&None
None+np.array([1])
np.array([1,2])%'a'
np.array([1,2])**'a'
np.array([1,2])>>'a'
np.array([1,2])&'a'
np.array([1,2])*'a'
np.array([1,2])<'a'
np.array([1,2])<None
np.array([1,2])>={}
np.array(['a'])<None
np.array([1,2])=='a', np.array([1,2])==None, np.array([1,2])!={}, np.float64(1)==None
np.float64(1)<'a'
np.float64(1)<None
np.float64(1)+'a'
np.int64(1)+'a'
np.int64(1)+None
np.timedelta64(1)+None
np.int64(3)*'ab', 'ab'*np.int64(3), np.int64(2)*[1], np.int64(2)*(1,)
a = np.arange(2.); a += 'x'
u = np.arange(3.).view(Loud); u.sum(), u.max(axis=0), u.prod(keepdims=True)
u = np.ones((2, 2)).view(Loud); np.sum(u, axis=(0, 1)), np.add.reduce(u, axis=1)
np.einsum('ij,jk', np.ones((2, 3)), np.ones((2, 3)))
np.einsum('i,i->i', [1, 2, 3], [1, 2])
np.einsum('ij,jk,kl', np.ones((2, 3)), np.ones((3, 3)), np.ones((2, 2)))
np.einsum('...j,j', np.ones((4, 2, 3)), np.ones(2))
np.einsum('ab,bc,ca->', np.ones((2, 3)), np.ones((3, 3)), np.ones((2, 2)))
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
