"""Writes python_grown.txt: what grown programs (tests/fuzz) have met: warnings and the order of complaints, layouts of results,
promotion of many, values that fit no element. Run it with numpy 2.4: `python tests/golden/python_grown.py`.
"""
import pathlib

import typed

SETUP = """
import warnings
import numpy as np
def fact(value):
    if isinstance(value, (tuple, list)) and not hasattr(value, "_fields"): return [fact(one) for one in value]
    if isinstance(value, np.ndarray): return repr(value), value.strides, value.flags.owndata
    return repr(value)
def told(*codes):
    for code in codes:
        scope = dict(np=np, a=np.arange(3), f=np.arange(3.0), m=np.array(["NaT", 3], "m8[s]"), t=np.array(["ab", "c"], "U3"))
        with warnings.catch_warnings(record=True) as found:
            warnings.simplefilter("always")
            try: print(fact(eval(code, scope)))
            except SyntaxError:
                try: exec(code, scope); print(fact([scope[name] for name in "aft"]))
                except Exception as error: print(type(error).__name__, error)
            except Exception as error: print(type(error).__name__, error)
        print(*dict.fromkeys(str(one.message) for one in found), sep="; ")
"""

CODE = r"""
told("np.full(9, -np.inf).astype('u4')", "np.full((4, 2), np.nan)[:, 0].astype('u4')", "np.array([1e22, 5e9, -3e9, 3e9, -3e9]).astype('u4')", "np.full(5, -5.7, 'f4').astype('u4')")
told("np.sign(m)", "(m // m[::-1]).tolist()", "[one.tolist() for one in np.divmod(m, m)]", "m % np.array([2, 0], 'm8[s]')", "m // 2", "m / m")
told("np.maximum([[6]], np.array([[9]], 'm8[s]'), out=np.zeros((1, 1), int))", "a = np.arange(2, dtype='u8'); a *= np.array([1], 'm8[s]')")
told("np.result_type('i2', 'u2', 'F')", "np.result_type('i8', 'u8', 'f4')", "np.result_type('i1', 'u2', 'f2')", "np.result_type('?', 'i2', 'u2')", "np.clip(np.zeros(1, 'i2'), np.ones(1, 'u2'), np.complex64(1))")
told("np.einsum('i...,i...->i', (1,), np.ones((1, 3)))", "np.einsum('ij,jk,kl', np.ones((1, 2, 3)), np.ones(2))", "np.einsum('ii', np.ones(1), np.ones(2))", "np.einsum('ii->i', np.ones((2, 3)))", "np.einsum('ii', np.ones((2, 3)))")
told("np.einsum('ii->i')", "np.einsum()", "np.einsum('a,a->a', 0, 1, optimize=True)", "np.einsum('...,...', np.zeros(0), 3)", "np.einsum('i,i->i', np.zeros(0), np.zeros(0))", "np.einsum('ij,jk->ik', np.zeros((2, 0)), np.zeros((0, 3)))")
told("np.fmax([], 3, casting='equiv')", "np.fmax(np.zeros(1, 'f4'), 2.5, casting='equiv')", "np.fmax([1], 3, casting='equiv')", "np.fmax([1.0], 2.5, casting='equiv')")
told("np.take(np.zeros((0, 3)), [9], axis=1)", "np.take(np.zeros((3, 0)), [9], axis=0)", "np.put(np.zeros(0, int)[::2], [0], [-1e100])")
told("np.linspace(np.timedelta64(0, 's'), 3)", "np.logspace(np.datetime64('2000'), 3)", "np.linspace(np.float32(0), 1, 3)", "np.linspace(-2.5, 1j, 5, dtype='u8')")
told("np.logaddexp([0.0, 1], [np.nan, 2])", "np.logaddexp2([np.nan], [np.nan])", "np.logaddexp([np.inf], [np.inf])", "np.multiply([0j], [complex(np.inf, np.nan)])", "np.multiply([1e200 + 1e200j], [1e200 + 1e200j])")
told("np.resize(np.zeros((3, 0), 'O'), 2)", "np.array([7, 'x'], 'O').imag", "np.tile(np.ones((0, 2)), (3, 1))", "np.array([1, 2, 3], order='F', ndmin=3)", "np.array(np.arange(6).reshape(2, 3).T, ndmin=4)", "np.array(np.arange(6).reshape(2, 3), ndmin=3)")
told("a[0] = np.timedelta64(5, 'm')", "a[...] = np.datetime64('2024')", "a[0] = np.timedelta64('NaT')", "a[0] = np.timedelta64(5, 'ns')", "a[[0]] = np.timedelta64(5, 'm')", "f[0] = np.timedelta64(5, 'm')")
told("a[7] = np.nan", "a[7:, 9] = np.nan", "a[[7]] = np.nan", "a[[True] * 4] = np.nan", "f[5:] = np.str_('q')", "a[[]] = np.array([np.nan])", "a[5:] = np.array([np.nan])", "a[a > 7] = np.array([1j, 1])", "a[a > 0] = np.ones((1, 2)) * np.nan")
told("c = np.array([(4, 0.5)], 'i4,f8'); c[-1] = c; a = c", "f.flat[[0, 9]] = [5]", "a = np.array(2.5); a.flat[[0, 1]] = [0]")
told("np.minimum.reduce(np.array([3, 4], 'u2'), initial=np.float32(-np.inf))", "np.minimum.reduce(np.array([3, 4], 'u2'), initial=-np.inf)", "np.minimum.reduce(np.array([3, 4], 'u1'), initial=np.int64(300))", "np.max(np.array([3, 4], 'f2'), initial=1e6)", "np.multiply.reduce([1.0, 0.0], initial=np.inf)")
told("t *= 2", "np.multiply(t, 2, out=np.zeros(2, 'U5'))", "np.multiply(2, t, out=np.zeros(2, 'S5'))", "np.multiply(t, 2.5, out=t)", "np.multiply(t, -1, t, where=[True, False])", "np.multiply(t, 2)")
told("np.asfortranarray([['NaT'] * 2] * 3).astype('M8[D]') == np.asfortranarray([[True] * 2] * 3)")
told("np.uint16(6) @ 2", "np.inf @ np.uint32(7)", "np.complex64(6) % 2", "2 // np.complex64(6)", "divmod(np.complex64(6), 2)", "np.timedelta64(3, 'h') * 'x'", "[1] * np.float64(2)", "np.int64(2) * 'x'")
told("np.copyto(np.zeros(2, 'f2'), 1j)", "np.copyto(np.zeros(2), 1j)", "np.nan_to_num(np.zeros(2, 'f4'), posinf=1j)", "np.interp([-1], [0, 1], [1, 2], left=1j)", "np.interp([-1], [0, 1], [1, 2], left=np.complex64(3))")
told("np.isin(np.zeros(1, 'M8[D]'), np.arange(1, 21))", "np.isin(np.array([(1, 2), 3], dtype='O')[:1] if 0 else np.array([1, 'a'], 'O'), np.array([1, (1, 2), None], dtype=object))", "np.append([], np.zeros(1, 'M8[s]'))")
told("np.random.RandomState(0).choice(4, 3, replace=False)", "np.random.RandomState(123).choice(np.array(False))", "np.random.default_rng(1).choice(np.array(2.5))", "np.random.RandomState(123).choice(np.array(3))")
told("np.median([])", "np.median(np.zeros((0, 3)), axis=0)", "np.nanmedian([])", "np.median(np.zeros(3, 'M8[s]'))", "np.median(np.zeros(0, 'M8[D]'))", "np.median([1j, 2, 3 + 1j])", "np.nanmedian(np.broadcast_to([[0, 8, 0]], (3, 3)), axis=())")
told("np.percentile([True, False], 50, method='lower')", "np.percentile([True], [], method='inverted_cdf')", "np.percentile([True], 50)", "np.quantile([True, False], 1)", "np.quantile([0, 0], 0, weights=[0, 0], method='inverted_cdf')")
told("np.var([True, False], dtype='F')", "np.std([1.0, 2j], dtype='F')", "np.var([], dtype='D')", "np.array([100.0, 1], 'f2').round(3)", "np.gradient(np.array([70000.0, 70000.0], 'f2'))")
told("np.arctan(np.array([2**62]), dtype='f2')", "np.arctan(np.array([[2**62]]), dtype='f2')", "np.add(np.array([2**62, 3]), [[1], [2]], dtype='f2')", "np.less_equal([1.0], np.int64(2**61), dtype='f2')")
told("np.unique(np.zeros((3, 0)), axis=-2)", "np.unique_inverse([[[0, np.nan]]])", "np.unique(np.arange(8).reshape(2, 2, 2).swapaxes(0, 2), axis=1)", "np.unique(np.array([1, True, 1.0, 'x'][:3], dtype='O'))")
told("np.sort(np.array([10**20, 1j, 2, 'x', None], dtype='O'))", "np.sort(np.array([3, True, 1, 2.0, 1.0, 2, 0, False] * 4, dtype='O'))", "np.sort(np.array([3, True, 1, 2.0, 1.0, 2, 0, False] * 4, dtype='O'), kind='stable')", "np.union1d([], np.array([1, 2.5, 0, 2.5, 1, -3, 2.5, 'x', 1, 1j, 2, 1j, 1j, 0, 1, 'x', 2.5, 0, -3, 'x', 2, -3, 2.5, 2, True, None, True, 1j, -3, 1j], dtype='O'))")
told("np.pad([[np.inf]], 1, mode='linear_ramp', end_values=1j)", "np.apply_over_axes(np.sum, np.zeros(1), None)", "np.fromiter('abc')", "np.fromiter('abc', complex, 5)", "np.ma.allclose(3, np.inf)", "np.ma.allclose([1, np.inf], [1, np.inf])")
told("np.strings.mod(['%d'], 'q')", "np.char.splitlines(t, ',')", "np.char.split(t, 2)", "np.char.join(t, 2)", "np.char.add(t, 2)", "np.strings.add([1], [2])")
told("np.array([np.datetime64('1969-12-31'), 5])", "np.array([np.zeros(1, 'M8[s]'), np.array([b'b'])])", "np.array([np.inf, 1e300, np.nan, 7]).astype('m8[s]')", "np.datetime_as_string(np.zeros(2, 'M8[D]'), unit='2h')")
told("np.zeros(1, 'M8[Y]').astype('M8[as]')", "np.zeros(1, 'M8[as]').astype('M8[D]')", "np.zeros(1, 'm8[ps]').astype('m8[D]')", "np.zeros(1, 'm8[ps]').astype('m8[h]')", "np.promote_types('M8[Y]', 'M8[as]')", "np.zeros(1, 'm8[D]') + np.zeros(1, 'm8[fs]')")
told("np.dot([0.0, 1], -1)", "np.dot(-1, np.array([[0j, 1]]).T)", "np.dot([0, 1], -1)", "np.histogram(np.array([1, 2, 2], 'f4'), bins=2, range=(0, 4))", "np.linalg.multi_dot([np.ones((2, 1, 2)), np.ones(2)])", "np.kron([[1, 2]], 2)")
told("np.array([5, 6], 'm8[s]') / np.array([0, 1])", "np.array([5, 6], 'm8[s]') / 0", "np.argmin(np.array([3, 'NaT', 1], 'm8[s]'))", "np.argmax(np.array([3, 'NaT', 1], 'm8[s]'))", "np.array([1], 'm8')", "np.array(['NaT'], 'M8')", "np.array([], 'm8[s]')")
told("np.result_type('u2', 'O', 2.0)", "b = np.zeros(2, bool); b[...] = 10**20; a = b", "np.digitize([1], [[1, 2]])", "np.std(3.5, axis=-1, where=np.array(True))", "np.nanpercentile([True, False], 50, method='nearest')", "np.clip(np.zeros(2), 1j, 2, out=np.zeros(2))", "np.array([b'a']) + 'q'")
told("np.einsum('ii->i', np.ones((1, 7)))", "np.format_float_positional(-6.0, precision=0, min_digits=5)", "np.trapezoid([[1, 2, 3, 4]], [0, 1, 3])", "f[...] = np.array([1j, 2])", "np.zeros(2, 'V0')", "np.median(np.zeros((0, 2, 0)), axis=0)", "np.datetime_as_string(np.zeros(1, 'M8[us]'), unit='D', casting='no')")
told("np.array([1e-300]) * np.array([1e-300])", *["np.errstate(under='warn').__enter__() or " + one for one in ("np.array([1e-300]) * np.array([1e-300])", "np.array([5e-324]) * 2", "np.array([5e-324]) / 2", "np.array([1e-320]) + 1e-320", "np.exp(np.array([-1000.0, -np.inf]))", "np.exp(np.array([-np.inf]))", "np.array([2.0]) ** np.array([-1080, -1074])", "np.array([2.0]) ** -1074", "np.float64(1e-300) * np.float64(1e-300)", "np.array([1e-30], 'f4') * np.array([1e-30], 'f4')", "np.array([1e-300]).astype('f4')", "np.square(np.array([1e-200]))", "np.array([0.0]) / 3", "np.seterr(under='ignore')")])
told("np.power(np.complex128(2), np.array([-2**31, 3], 'i4'))", "np.correlate([True, False, True], [True])", "np.correlate([1j, 2], [1j])", "np.unique(np.array([[1, 'a'], [1, 'a']], dtype='O'), axis=0)")
[np.nditer(np.arange(24).reshape(2, 3, 4)[:, ::2], flags=g).shape for g in ([], ["f_index"], ["c_index"], ["multi_index"], ["external_loop"])], np.nditer(np.arange(6).reshape(3, 2).T, flags=["c_index"]).shape, np.nditer([np.arange(6).reshape(3, 2), np.arange(2)]).shape
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
