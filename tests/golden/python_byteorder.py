"""Writes python_byteorder.txt: numbers whose bytes lie in another order than the machine's, under the real NumPy.

Run it with numpy 2.4: `python tests/golden/python_byteorder.py`.
"""
import typed

SETUP = """
import numpy as np
"""

CODE = r"""
b=np.frombuffer(b'\x00\x00\x00\x01\x00\x00\x00\x02',dtype='>i4'); print(repr((b, b+1, b[0], b.sum(), b.dtype, b.astype('i4'), b.tolist(), b.byteswap(), b.view('<i4'), b==b, b[::-1], b.copy(), np.sort(b), np.concatenate([b,b]), b.view(b.dtype.newbyteorder()), b.astype(b.dtype.newbyteorder('=')), np.array([1,2],dtype='>i4').tobytes(), b*2.5, b.max(), b.mean(), str(b), b[b>1], b[[0]], np.arange(3,dtype='>f8'), np.zeros(2,'>c8'), np.array(['ab'],'>U2'), np.array([1.5],'>f4').tobytes())))
c=np.zeros(2,'>i4'); c[0]=5; c[:]=[1,2]; c+=1; print(repr((c, c.tobytes(), c.dot(c), np.dot(c,c), c@c, np.sqrt(c), np.where(c>2,c,0), np.linalg.norm(c), c.cumsum(), np.result_type(c,c), np.promote_types('>i4','>i4'), np.promote_types('>i4','<i8'), np.unique(c), c.argsort(), c.reshape(2,1), c.T, np.abs(c), -c, c.std(), c.astype('>f8'), c.any(), np.cumsum(c), np.histogram(c)[0].sum(), np.can_cast('>i4','<i4','no'), np.can_cast('>i4','<i4','equiv'), np.can_cast('>i4','<i8'))))
np.dtype('i4').newbyteorder('>'), np.dtype('>f8').str, np.dtype('>M8[D]').name, np.dtype('>U3').itemsize
np.array([1.5, 2], '>f8') * np.array([2, 3], '>i2'), np.array([1, 2], '>u2') == [1, 3], np.add.reduce(np.array([1, 2], '>u2')), np.maximum(np.array([1, 2], '>f4'), 1.5)
np.array([[1, 2], [3, 4]], '>i4').T, np.array([[1, 2], [3, 4]], '>i4')[:, 1], np.array([[1, 2], [3, 4]], '>i4').sum(axis=0), np.array([[1, 2], [3, 4]], '>f8') @ np.array([1, 1], '>f8')
np.array(['b', 'a'], '>U1'), np.sort(np.array(['b', 'a'], '>U1')), np.array(['b', 'a'], '>U1')[0], np.array(['b', 'a'], '>U1') == 'a', np.array(['ab'], '>U2').tobytes()
np.array(['2020-01-01'], '>M8[D]'), np.array(['2020-01-01'], '>M8[D]')[0], np.array([1+2j], '>c16'), np.array([1+2j], '>c16').real
g = np.array([3, 1, 2], '>i8'); g.sort(); g[1:] = 7; print(repr(g)); print(g.tolist(), g.min(), g.argmax(), g.tobytes())
"""

typed.write(__file__, SETUP, CODE)
