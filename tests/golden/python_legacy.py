"""Writes python_legacy.txt: how arrays and scalars print as an older NumPy printed them, under the real NumPy. Run it
with numpy 2.4: `python tests/golden/python_legacy.py`.
"""
import pathlib

import typed

SETUP = """
import numpy as np

def printed(version):
    arrays = [np.array([1.5, 2, -3]), np.array([[1., 2], [3, 4]]), np.array([.1, 1e10]), np.array(1.5),
              np.array(np.float32(.1)), np.array([True, False]), np.array(['a', 'b']), np.array([1+2j, 3.5]),
              np.array([1e-20+2j]), np.array([np.nan, 1, np.inf]), np.array([np.nan, np.inf]), np.arange(30)/3,
              np.arange(2000), np.arange(3000).reshape(30, 100), np.arange(3000.).reshape(3, 10, 100),
              np.array(['2020-01-01', 'NaT'], 'M8[D]'), np.array([1, 'NaT'], 'm8[D]'), np.zeros(2, 'i4,f8'),
              np.array([], float), np.zeros((0, 3)), np.array([np.float16(1e4), np.float16(.1)]),
              np.array([1e7, 1], np.float32), np.array([1, 2], np.int8), np.array(['x'*40, 'y'*40, 'z']),
              np.array([None, 'a']), np.array('abc'), np.array(1+2j), np.zeros((2, 2, 2))]
    scalars = [np.float64(1.5), np.float64(1/3), np.float64(1e16), np.float64(1e22), np.float32(1/3), np.float32(1e7),
               np.float16(.1), np.float16(2000), np.int8(3), np.True_, np.str_('a'), np.bytes_(b'a'),
               np.complex128(1+2j), np.complex128(2j), np.complex64(1/3+1j), np.datetime64('2020'),
               np.datetime64('NaT'), np.timedelta64(1, 'D'), np.timedelta64(3), np.zeros(1, 'i4,f8')[0], np.void(b'ab'),
               np.float64('nan'), np.float64('-inf'), np.complex128(complex('nan')),
               np.complex128(complex(1, float('inf'))), np.float64(123456789.123), np.float64(100000), np.float64(1e-5)]
    with np.printoptions(legacy=version):
        print(np.get_printoptions()['legacy'])
        for value in arrays:
            print(repr(value), value, sep='\\n')
        for value in scalars:
            print(repr(value), str(value), [value])
"""

CODE = r"""
printed('1.13')
printed('1.21')
printed('1.25')
printed('2.1')
printed('2.2')
printed(False)
np.array2string(np.array([1.5,2]),legacy='1.13'), np.array2string(np.array(1.5),legacy='1.13')
np.set_printoptions(legacy='1.13'); print(np.arange(9.).reshape(3,3)/7, np.float64(1/3), np.mean([1,2,4])); np.set_printoptions(legacy=False)
np.set_printoptions(legacy='1.25'); print([np.float64(.5), np.int64(3)], {'a': np.True_}); np.set_printoptions(legacy=False)
np.set_printoptions(override_repr=lambda a: f'<{a.shape}>'); print([np.arange(2)], np.arange(2), np.array_repr(np.arange(3))); np.set_printoptions()
np.arange(2)
np.set_printoptions(precision=None, threshold=None, edgeitems=None); print(np.arange(2)/3)
np.set_printoptions(precision='a')
np.set_printoptions(threshold='a')
np.set_printoptions(formatter={'float':'{:.1f}'.format}); print(np.array_str(np.array([1.25,2]),precision=1)); np.set_printoptions()
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
