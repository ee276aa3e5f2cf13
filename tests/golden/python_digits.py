"""Writes python_digits.txt: what shows the last digit, under the real NumPy: Fourier transforms of every kind of length,
and small linear algebra, which here adds in the order of NumPy's BLAS (OpenBLAS's kernels for AVX-512: run the script on
such a processor). Run it with numpy 2.4: `python tests/golden/python_digits.py`.
"""
import pathlib

import typed

SETUP = """
import numpy as np
def wave(n, dtype=float):
    k = np.arange(n)
    return ((k * k * 7 % 23 - 11) / 8 + (k % 5) / 3).astype(dtype)
def waves(n):
    return wave(n) + 1j * wave(n)[::-1]
def grid(m, n, step=7):
    k = np.arange(m * n)
    return ((k * k * step % 29 - 14) / 7.0 + k % 3).reshape(m, n)
"""

LENGTHS = "1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 20 21 22 24 25 26 32 33 35 36 49 64 77 91".split()
LONG = "97 101 120 127 128 143 211 256 289 360 509 1000 1024 1155".split()

CODE = "\n".join(
    [f"np.fft.fft(waves({n})).tolist(), np.fft.ifft(waves({n})).tolist()" for n in LENGTHS]
    + [f"np.fft.rfft(wave({n})).tolist(), np.fft.irfft(np.fft.rfft(wave({n})), {n}).tolist()" for n in LENGTHS]
    + [f"np.fft.fft(waves({n})).view(float).sum(), np.fft.ifft(waves({n}), norm='ortho').view(float).cumsum()[-1], "
       f"np.fft.rfft(wave({n})).view(float).sum(), np.fft.irfft(np.fft.rfft(wave({n})), {n}).sum()" for n in LONG]
    + [f"np.fft.fft(wave({n}, 'f4')).tolist(), np.fft.rfft(wave({n}, 'f4'), norm='forward').tolist()" for n in (6, 10, 14)]
) + r"""
np.fft.fft(np.exp(2j * np.pi * np.arange(8) / 8))
np.fft.fft2(np.mgrid[:5, :5][0]), np.fft.ifft2(np.fft.fft2(np.eye(3)))
np.fft.rfft2(np.mgrid[:5, :5][0]), np.fft.irfft2(np.fft.rfft2(np.mgrid[:5, :5][0]), s=(5, 5))
np.fft.fftn(np.mgrid[:3, :3, :3][0], axes=(1, 2)), np.fft.rfftn(np.ones((2, 2, 2)), axes=(0, 1)), np.fft.irfftn(np.ones((2, 3)))
np.fft.hfft([1, 2, 3, 4, 3, 2], 6), np.fft.ihfft([15, -4, 0, -1, 0, -4]), np.fft.hfft([1, 2, 3], norm='ortho')
np.fft.fft(np.asfortranarray(grid(4, 6)), axis=0).flags.f_contiguous, np.fft.fft(grid(6, 4)[::2, ::-1], 3).tolist()
np.fft.fft(grid(5, 3), axis=0).tolist(), np.fft.rfft(grid(5, 6), axis=0).tolist()
np.fft.fft(np.ones(3, 'f2')), np.fft.irfft(np.ones(3, 'f2')), np.fft.rfft(np.ones(3, bool)), np.fft.ifft([1, 2, 3], norm='ortho')
out = np.zeros(3, complex); np.fft.fft([1, 2, 3], out=out) is out
np.fft.fft([1, 2, 3], out=np.empty(4, complex))
np.fft.fft([1, 2, 3], out=np.empty(3))
np.fft.fft(['a'])
np.fft.fft(np.array([1, 2], object))
np.fft.rfft([1j, 2])
np.fft.rfft(np.array([1j, 2, 3], 'c8'))
np.fft.fft([1, 2], axis=3)
np.fft.fft([1, 2], n=2, axis=3)
np.fft.fft([1, 2], n=2.5)
np.fft.ifft([1, 2], norm='x')
np.fft.irfft([1])
np.fft.fft2([1, 2, 3])
np.fft.fftn([[1, 2, 3]], s=(2, 2), axes=(0,))
np.linalg.det([[1, 2], [3, 4]]), np.linalg.det(np.vander([1, 2, 3])), np.linalg.det(np.vander([1, 2, 3, 5])), np.linalg.det(np.eye(3) * 2)
[np.linalg.det(1.0 / np.subtract.outer(np.arange(n), np.arange(n) + 0.5)) for n in range(1, 10)]
[np.linalg.det(grid(n, n)) for n in range(1, 10)], np.linalg.slogdet(grid(4, 4))
[np.linalg.inv(grid(n, n) + np.eye(n)).tolist() for n in range(1, 7)]
[np.linalg.solve(grid(n, n) + np.eye(n), grid(n, 1, 5)[:, 0]).tolist() for n in range(1, 10)]
[np.linalg.solve(grid(n, n) + np.eye(n), grid(n, 3, 5)).tolist() for n in (2, 3, 5, 9)]
A = np.array([[1., 2], [3, 4]]); A @ np.linalg.inv(A), np.linalg.inv(A) @ A
A = np.array([[4., -2, 1], [-2, 4, -2], [1, -2, 4]]); A @ np.linalg.inv(A), np.linalg.inv(A) @ A
[(grid(n, n) / 3 @ grid(n, n, 5)).tolist() for n in (2, 3, 4, 5)]
[(grid(m, k) / 3 @ grid(k, 1, 5)[:, 0]).tolist() for m, k in [(2, 2), (3, 3), (4, 4), (5, 7), (6, 9), (7, 12)]]
[(grid(1, m)[0] / 3 @ grid(m, k, 5)).tolist() for m, k in [(2, 2), (3, 3), (4, 4), (5, 7), (6, 2), (9, 3), (12, 5)]]
[(grid(m, k).T / 3 @ grid(m, 1, 5)[:, 0]).tolist() for m, k in [(2, 2), (3, 3), (4, 4), (5, 7), (6, 2), (9, 3)]]
[float(np.dot(wave(n), wave(n)[::-1] / 3)) for n in (2, 3, 5, 15, 16, 17, 31, 32, 33, 40, 48, 100, 500)]
[float(wave(2 * n)[::2] @ (wave(n) / 3)) for n in (2, 3, 4, 5, 8, 9, 20)]
[float(np.dot(wave(n, 'f4'), wave(n, 'f4')[::-1] / 3)) for n in (1, 2, 3, 5, 15, 16, 17, 31, 32, 33, 40, 64, 65, 100, 127, 500, 1000)]
[float(wave(2 * n, 'f4')[::2] @ (wave(n, 'f4') / 3)) for n in (1, 2, 3, 4, 5, 8, 9, 20, 33, 70)]
[(grid(m, k).astype('f4') / 3 @ grid(k, n, 5).astype('f4')).tolist() for m, k, n in [(2, 2, 2), (3, 3, 3), (4, 7, 5), (5, 31, 6), (6, 40, 16), (3, 50, 12)]]
[(np.asfortranarray(grid(m, k).astype('f4') / 3) @ grid(k, n, 5).astype('f4')).tolist() for m, k, n in [(2, 3, 2), (5, 33, 6), (3, 70, 4)]]
[(grid(m, k).astype('f4') / 3 @ grid(n, k, 5).astype('f4').T).tolist() for m, k, n in [(2, 2, 2), (3, 5, 4), (4, 30, 3)]]
[(grid(m, k).astype('f4') / 3 @ (grid(m, k).astype('f4') / 3).T).tolist() for m, k in [(2, 2), (3, 5), (5, 9)]]
[np.linalg.lstsq(np.vander(np.arange(m) / 3, n), wave(m), rcond=None) for m, n in [(4, 2), (6, 2), (10, 3)]]
[np.linalg.lstsq(grid(m, n), wave(m), rcond=None)[0].tolist() for m, n in [(1, 1), (3, 1), (2, 2), (3, 2), (3, 3), (8, 2), (20, 4), (5, 4)]]
[np.linalg.lstsq(grid(m, n), grid(m, 3, 5), rcond=None)[0].tolist() for m, n in [(3, 2), (3, 3), (8, 2), (20, 4)]]
m, c = np.linalg.lstsq(np.array([[0, 1], [1, 1], [2, 1], [3, 1]]), np.array([-1, 0.2, 0.9, 2.1]))[0]; print(m, c)
[np.polyfit(np.arange(6.), [1.1, 2.9, 5.2, 7.1, 8.8, 11.3], n).tolist() for n in range(4)]
[[part.tolist() for part in np.linalg.qr(grid(m, n))] for m, n in [(2, 2), (3, 2), (4, 4), (5, 3), (20, 2)]]
[[part.tolist() for part in np.linalg.svd(grid(m, n), full_matrices=False)] for m, n in [(2, 2), (3, 2), (3, 3), (8, 2), (5, 4), (20, 3)]]
np.linalg.pinv([[1., 2], [3, 4], [5, 6]]).tolist()
[(waves(n).astype(kind) * waves(n)[::-1].astype(kind) / 3).tolist() for n in (1, 2, 3, 5, 8, 17) for kind in (complex, 'c8')]
[np.multiply(waves(9).astype(kind) / 3, waves(9).astype(kind) * (1 + 2j) / 7).tolist() for kind in (complex, 'c8')]
[(waves(9).astype(kind)[::2] / 3 * (waves(5).astype(kind) / 7)).tolist() for kind in (complex, 'c8')]
[np.square(waves(9).astype(kind) / 3).tolist() + ((waves(9).astype(kind) / 7)**2).tolist() for kind in (complex, 'c8')]
[np.abs(waves(19).astype(kind) / 3).tolist() for kind in (complex, 'c8')]
[[f(waves(9).astype(kind)[k] / 3, waves(9).astype(kind)[8 - k] / 7) for k in range(9)] for kind in (complex, 'c8') for f in (lambda a, b: a * b, lambda a, b: abs(a))]
[np.multiply.reduce(waves(9).astype(kind) / 3) for kind in (complex, 'c8')], np.multiply.accumulate(waves(9) / 3).tolist()
[np.prod(((grid(4, 5) + 1j * grid(4, 5, 5)) / 3).astype(kind), axis=axis).tolist() for kind in (complex, 'c8') for axis in (0, 1)]
z = waves(3) / 3; np.multiply.at(z, [0, 1, 1], waves(3) / 7); z.tolist()
np.multiply.outer(waves(3) / 3, waves(3) / 7).tolist()
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
