"""Writes python_mistakes.txt: what learners do by mistake, and how NumPy answers: text beside its numbers, generators,
Python's days beside its own, memory that is not to be written.

Run it with numpy 2.4: `python tests/golden/python_mistakes.py`.
"""
import typed

SETUP = """
import io
import datetime as dt
import numpy as np
a = np.array(["2024-01-01", "2024-02-01"], "M8[D]")
m = np.array([1, 2], "m8[D]")
day, span = dt.date(2024, 1, 5), dt.timedelta(days=2)
fixed = np.arange(3)[::-1]
fixed.flags.writeable = False
def told(code):
    try: eval(code)
    except Exception as error: return repr(error), repr(error.__cause__)
"""

CODE = r"""
'total: ' + np.int64(3)
'total: ' + np.float32(3)
'total: ' + np.datetime64('2024-01-01')
np.int64(3) + 'x'
np.str_('a') + 'b', 'b' + np.str_('a'), 'b' * np.int64(2)
np.sum(i for i in range(3))
np.sum([i for i in range(3)]), np.sum(range(3))
a - day
day - a
a + span
m + span
m * span
m % span
divmod(m, span)
np.array([span]) + m
np.subtract(a, day)
m[0] + span, a[0] - day, day - a[0], m[0] % span, span + m[0]
a[0] - None
m[0] * span
np.add(m[0], span)
m + np.array(None)
m / span, m // span, a < day, a == day
a - np.datetime64(day), a + np.timedelta64(span)
fixed.sort()
fixed.partition(1)
np.sort(fixed), np.partition(fixed, 1)
b = np.ones(4); b.dtype = 'f3'
b = np.ones(4); b.dtype = 'u4'; b.size
told("np.loadtxt(io.StringIO('1 b'), dtype=int)")
told("np.loadtxt(io.StringIO('1 b'))")
told("np.sum(m, axis=1)"), told("np.concatenate([m, m], axis=3)")
repr(np.exceptions.AxisError('own words')), repr(np.exceptions.AxisError(2, 1, 'here'))
np.char.encode(['ab'], 'cp500')
np.mean({1, 2})
np.std({'a': 1})
np.mean(None)
np.mean(i for i in range(3))
np.putmask([1], [True], 5)
np.random.random(3, 3)
np.random.uniform(1, 2, 3, 4)
np.random.shuffle([1], 2)
np.random.shuffle()
np.random.choice()
np.random.normal(1, loc=1)
np.random.beta(b=1)
np.random.binomial(n=1)
np.random.default_rng(0).integers(1, 2, 3, 4, 5, 6)
np.random.default_rng(0).permuted([1], 2)
np.random.default_rng(1, 2)
"""

typed.write(__file__, SETUP, CODE)
