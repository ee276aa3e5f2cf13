"""Writes python_dtypes.txt: element types as a learner meets them, under the real NumPy.

Run it with numpy 2.4: `python tests/golden/python_dtypes.py`.
"""
import typed

SETUP = """
import numpy as np
h = np.array([0.1, 1.5, 1000, 65504], dtype=np.float16)
z = np.array([1+2j, 0.1j, 1/3], dtype=np.complex64)
"""

CODE = r"""
h
z
print(h, z)
h + 1, h * 2.5, h + np.float32(1), h + np.array([1], dtype=np.int8), h + np.array([1], dtype=np.int32)
h * h
h.sum(), h.mean(), np.ones(3000, np.float16).sum(), np.full(5000, 1.001, np.float16).mean()
h.var(), h.std(), np.median(h), np.percentile(h, 30)
h.astype(np.float32), h.astype(int), np.array([1e6, 1e-8, np.nan]).astype(np.float16)
h.view(np.uint16), h.nbytes, h.itemsize, h.dtype, h.dtype.str, h.dtype.char, h.dtype.num
np.float16(3.14159), np.float16(0.1) + 1, np.float16(1)/3, float(np.float16(0.1)), str(np.float16(0.1))
np.float16(2048), np.float16(1000), np.float16(999.5), np.float16(1e-5), np.float16('nan'), -np.float16('inf')
np.half, np.float16, np.complex64, np.csingle
type(h[0]), h[0], h.tolist(), isinstance(h[0], np.floating), isinstance(h[0], float)
np.sqrt(np.arange(4, dtype=np.int8)), np.sqrt(np.arange(4, dtype=np.uint16)), np.exp(np.array([True, False]))
np.finfo(np.float16), np.finfo(np.float16).eps, np.finfo('complex64').dtype, np.finfo(h.dtype).max
print(np.finfo(np.float16))
np.dtype('e'), np.dtype('f2'), np.dtype('half'), np.dtype('c8'), np.dtype('F'), np.dtype('csingle')
np.sort(h[::-1]), h.argmax(), h.max(), h.min(), np.cumsum(h[:3])
np.linspace(np.float16(0), np.float16(1), 5), np.arange(0, 1, 0.25, dtype=np.float16)
z.real, z.imag, z.conj(), abs(z), z * 2, z * 1j, z + np.float64(1), z + np.array([1.0])
z.sum(), z.mean(), z.var(), z.dtype, z.nbytes, z[0], type(z[0]), z.tolist(), z[0].real
np.complex64(1+2j), str(np.complex64(1+2j)), np.complex64(1/3), np.complex64(3), isinstance(z[0], complex)
np.float32(1) + 2j, np.array([1, 2], np.float32) * 1j, np.array([1, 2], np.float16) * 1j, np.array([1, 2]) * 1j
q = z.copy(); q.real[0] = 9; q.imag = 0; print(q)
np.array([1+1j, 2], dtype=np.complex64) @ np.array([1, 2], dtype=np.complex64), h[:2] @ h[:2]
np.min_scalar_type(3.0), np.min_scalar_type(1e5), np.min_scalar_type(1e50), np.min_scalar_type(1j), np.min_scalar_type(3)
np.result_type(np.float16, np.int16), np.result_type(np.float16, np.int32), np.promote_types('f2', 'c8'), np.promote_types('i4', 'c8')
np.can_cast('f2', 'f4'), np.can_cast('f4', 'f2'), np.can_cast('f8', 'c8'), np.can_cast('f8', 'c8', 'same_kind'), np.can_cast('i2', 'c8')
np.issubdtype(np.float16, np.floating), np.issubdtype(np.complex64, np.complexfloating)
np.zeros(2, np.float16), np.ones((2, 2), 'c8'), np.full(2, 0.1, 'f2'), np.eye(2, dtype='f2')
np.random.default_rng(1).random(3, dtype=np.float32), np.random.default_rng(1).standard_normal(2, dtype='f4')
np.linalg.inv(np.eye(2, dtype=np.float16))
np.linalg.inv(np.array([[2, 1], [1, 1]], dtype=np.complex64)).dtype, np.linalg.norm(h[:2]), np.linalg.norm(z).dtype
np.array([70000.0]).astype('f2'), np.float16(1e6)
h[1] = 7; h[0] = 1e6; print(h)
np.array([0.1, 0.2], 'f2').round(1), round(np.float16(2.567), 2), np.floor(np.float16(2.5)), h // np.float16(2), h % 3
np.concatenate([np.ones(1, 'f2'), np.ones(1, 'f4')]).dtype, np.where([True], np.float16(1), np.float16(2)).dtype
np.array([np.float16(1), np.float32(2)]).dtype, np.array([np.complex64(1), 2.0]).dtype, np.array([np.float16(1), 2.0]).dtype
np.unique(np.array([2, 1, 2], 'f2')), np.isnan(np.array([np.nan, 1], 'f2')), np.clip(h, 1, 5), np.diff(h)
np.float16(1) == 1.0, np.float16(0.1) == 0.1, np.float16(0.1) < np.float32(0.2), hash(np.float16(0.5)) == hash(0.5)
np.exp(np.float16(1)), np.sin(np.array([0.5, 1], np.float16)), np.power(np.float16(2), 3), np.float16(7) // 2, divmod(np.float16(7), 2)
np.nextafter(np.float16(1), np.float16(2)), np.spacing(np.float16(1)), np.frexp(np.float16(6)), np.ldexp(np.float16(1.5), 3)
f"{np.float16(0.1):.3f} {np.complex64(1+2j)} {h[1]}"
"""

typed.write(__file__, SETUP, CODE)
