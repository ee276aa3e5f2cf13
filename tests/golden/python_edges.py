"""Writes python_edges.txt: what stands at the edges of NumPy: scalars asked as objects are, dates beyond their range,
private modules that programs import, the classes of its errors. The first of all days is left out, where NumPy's own
arithmetic overflows. Run it with numpy 2.4: `python tests/golden/python_edges.py`.
"""
import pathlib

import typed

SETUP = """
import collections.abc, copy, datetime
import numpy as np
import numpy.testing
import numpy.ma.testutils
import numpy._core.umath, numpy._core.numerictypes
from numpy._core.fromnumeric import take
from numpy.testing._private.utils import _gen_alignment_data
x, y = np.int64(5), np.float32(2.5)
class Double(np.float64): pass
class Whole(np.int64):
    def twice(self): return self * 2
class Unending:
    def __getitem__(self, _): pass
    def __len__(self): raise RuntimeError
    def __repr__(self): return "Unending()"
    def __str__(self): return "unending"
def kind(code):
    try: eval(code)
    except Exception as error: print(type(error).__module__, type(error).__qualname__, type(error).__name__, isinstance(error, TypeError))
def limits(unit): return [str(np.datetime64(s * np.iinfo('i8').max, unit)) for s in (1, -1)]
a = np.array([None]); a[0] = a
"""

CODE = r"""
[hasattr(x, n) for n in "__len__ __iter__ __contains__ __getitem__ mean shape bit_count".split()], isinstance(x, collections.abc.Iterable)
iter(x)
list(y)
x.mean(), y.sum(), y.T, x.shape, x.numerator, x.denominator, y.as_integer_ratio(), y.is_integer(), x.is_integer(), x.bit_count()
copy.copy(x), copy.deepcopy(y), x.reshape(1), y.round(), x.tobytes(), x.base, x.nbytes
np.float64.mean(np.float64(3)), np.int64.bit_count(x), hasattr(np.float64, "is_integer"), hasattr(np.bool_, "is_integer")
x.foo
np.str_("a").foo, 1
Double(2).foo
repr(Double(2)), type(Double(2)).__name__, Double(2).mean(), Whole(2).twice(), type(Whole(2)).__name__, np.array(Whole(3)).dtype
[np.random.RandomState(0).choice(n) for n in (x, np.int8(3), np.uint16(9))], np.random.default_rng(0).choice(x, 2)
np.random.RandomState(0).choice(y)
np.random.default_rng(0).choice(y)
bool(a)
np.array(Unending())
[limits(unit) for unit in "Y M h m s".split()], limits("D")[0]
[limits(unit) for unit in "ms us ns ps fs as".split()]
[np.datetime64(limits(unit)[0], unit) == np.datetime64(np.iinfo('i8').max, unit) for unit in "Y M W D h m s ms us ns ps fs as".split()]
np.datetime64(2**62, "W").astype("M8[D]"), np.datetime64(2**62, "Y").astype("M8[M]"), np.datetime64("9999999999999999", "D"), np.datetime64("2020", "as")
hash(np.datetime64("2020", "Y")) == hash(np.datetime64("2020-01-01T00", "h")), hash(np.timedelta64(1, "D")) == hash(np.timedelta64(24, "h"))
hash(np.datetime64("2020-01-01T01", "s")) == hash(datetime.datetime(2020, 1, 1, 1)), hash(np.timedelta64(90, "m")) == hash(datetime.timedelta(minutes=90))
hash(np.timedelta64(3, "Y")), hash(np.timedelta64(36, "M")), {np.datetime64("2020-01-01"): 1}[np.datetime64("2020-01-01T00:00")]
hash(np.timedelta64(5))
kind("np.add('a', 1)"), kind("np.add(np.ones(1), 1.5, out=np.zeros(1, int))"), kind("np.datetime64('2020') + np.datetime64('2020')")
issubclass(np._core._exceptions._UFuncNoLoopError, np._core._exceptions.UFuncTypeError), np._core._exceptions._ArrayMemoryError.__mro__[1]
[kind for kind in np._core.sctypes], np._core.sctypes["uint"][:4], np._core.umath.PINF, np._core.umath.NZERO, np._core.umath.sqrt is np.sqrt
take is np.take, np.lib._index_tricks_impl.c_ is np.c_, np._core.numeric.normalize_axis_tuple(-1, 3), np._core.numerictypes.obj2sctype("f4")
[np._core.numerictypes.issctype(t) for t in (np.int32, list, np.dtype("f4"), 1.1)], np._core.numerictypes.sctype2char("i2")
np.testing.IS_PYPY, np.testing.IS_64BIT, np.testing.overrides.allows_array_ufunc_override(np.add), np.testing.overrides.allows_array_function_override(np.sum)
len(list(_gen_alignment_data(np.float32, "unary", 4))) > 0, all(out.shape == in1.shape for out, in1, in2, _ in _gen_alignment_data(np.float64, "binary", 5))
np.ma.testutils.assert_equal(np.ma.array([1, 2, 3], mask=[0, 1, 0]), [1, 9, 3])
np.ma.testutils.assert_equal(np.ma.array([1, 2, 3], mask=[0, 1, 0]), [1, 9, 4])
np.ma.testutils.assert_almost_equal(np.ma.array([1.0, 2.0]), [1.0, 2.00000001], 5)
np.ma.testutils.assert_almost_equal(1.0, 1.1, 5)
np.ma.testutils.approx(np.ma.array([1.0, 2.0, 3.0], mask=[0, 0, 1]), [1.0, 2.1, 7.0])
np.ma.testutils.assert_mask_equal(np.ma.nomask, np.array([False]))
np.ma.testutils.fail_if_equal([1, 2], [1, 2])
"""

typed.write(pathlib.Path(__file__).resolve(), SETUP, CODE)
