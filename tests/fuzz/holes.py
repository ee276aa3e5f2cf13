"""What fills the holes of a template: arrays that suit, axes, indices, masks, scalars. Mostly fitting, now and then not, for
errors are outcomes too."""
import warnings

import numpy as np

import values


class Holes:
    """The holes by name. The class that grows programs gives `rng`, `arrays`, `bind` and `last`."""

    def odds(self, chance):
        return self.rng.random() < chance

    # Arrays

    def made(self, name=None, lengths=None, wild=None):
        """An expression for a new array, perhaps a view of its memory from the first."""
        text = values.array(self.rng, name, lengths, wild)
        if self.odds(0.35):
            with warnings.catch_warnings(action="ignore"):
                value = eval(text, {"np": np})
            text = self.seen_anew(text, value)
        return text

    def seen_anew(self, text, value):
        """A view of `text` with other strides."""
        kind = self.rng.randint(0, 5)
        if value.ndim == 0 or kind == 0:
            return f"{text}.T"
        if kind == 1:
            return f"{text}[::-1]"
        if kind == 2:
            return f"{text}[..., ::{self.rng.choice([2, -1, -2])}]"
        if kind == 3:
            return f"np.asfortranarray({text})"
        if kind == 4 and value.ndim > 1:
            return f"{text}.swapaxes({self.rng.randrange(value.ndim)}, {self.rng.randrange(value.ndim)})"
        if value.shape[0] > 0:
            return f"np.broadcast_to({text}[:1], ({self.rng.choice([1, 2, 3])},) + {value.shape[1:]})"
        return text

    def chosen(self, suits, make):
        """A variable that suits, or a new one; the holes after it suit it."""
        known = self.arrays(suits)
        if known and self.odds(0.8):
            name = self.rng.choice(known)
        else:
            name = self.bind(make())
        self.last, self.last_text = self.run.scope.get(name), name
        if not isinstance(self.last, np.ndarray):
            self.last = np.zeros(())
        return name

    def of(self, kinds, dtypes, ndim=None):
        def suits(value):
            return value.dtype.kind in kinds and (ndim is None or value.ndim == ndim)
        return self.chosen(suits, lambda: self.made(self.rng.choice(dtypes), values.shape(self.rng, ndim)))

    def a(self):
        return self.chosen(lambda value: True, self.made)

    def a1(self):
        return self.chosen(lambda value: value.ndim == 1, lambda: self.made(None, values.shape(self.rng, 1)))

    def a2(self):
        return self.chosen(lambda value: value.ndim == 2, lambda: self.made(None, values.shape(self.rng, 2)))

    def n(self):
        """Numbers and truth values."""
        return self.of("biufc", values.NUMBERS)

    def r(self):
        """Real numbers and truth values."""
        return self.of("biuf", ["bool"] + values.INTEGERS + 3 * values.FLOATS)

    def r1(self):
        return self.of("biuf", ["bool"] + values.INTEGERS + 3 * values.FLOATS, 1)

    def i(self):
        return self.of("biu", ["bool"] + 2 * values.INTEGERS)

    def f(self):
        return self.of("f", values.FLOATS)

    def t(self):
        return self.of("U", ["U3", "U5"])

    def d(self):
        return self.of("mM", values.TIMES)

    def m8(self):
        return self.of("m", ["m8[D]", "m8[s]"])

    def c(self):
        return self.of("c", values.COMPLEXES)

    def v(self):
        """Records."""
        return self.chosen(lambda value: value.dtype.names == ("x", "y", "s"), lambda: values.records(self.rng))

    def vw(self):
        """Records that can be written to."""
        def suits(value):
            return value.dtype.names == ("x", "y", "s") and value.flags.writeable
        return self.chosen(suits, lambda: values.records(self.rng))

    def w(self):
        """A variable that can be written to."""
        return self.chosen(lambda value: value.flags.writeable, self.made)

    def p(self):
        """Small whole numbers, for products that are exact in every order."""
        def suits(value):
            return (value.dtype.kind in "biufc" and value.size and np.isfinite(value).all()
                    and (np.abs(value.astype(complex)) <= 64).all()
                    and (value.astype(complex) == np.round(value.astype(complex))).all())
        return self.chosen(suits, lambda: self.small(values.shape(self.rng, self.rng.choice([1, 2, 2, 2, 3]))))

    def small(self, lengths):
        name = self.rng.choice(["int64", "float64", "int32", "float32", "complex128", "bool", "uint8"])
        lengths = tuple(max(length, 1) for length in lengths)
        return values.ramp(self.rng, name, lengths, int(np.prod(lengths))) if int(np.prod(lengths)) <= 48 else "np.eye(3)"

    def partner(self):
        """Small whole numbers whose shape goes with a matrix product after the last array."""
        lengths = self.last.shape or (2,)
        inner = lengths[-1]
        wanted = self.rng.choice([(inner,), (inner, 2), (inner, 3), (2, inner, 2), lengths[::-1], lengths])
        known = self.arrays(lambda value: value.shape == wanted and value.dtype.kind in "biuf" and np.isfinite(value).all()
                            and (np.abs(value.astype(float)) <= 64).all() and (value % 1 == 0).all())
        if known and self.odds(0.5):
            return self.rng.choice(known)
        return self.small(wanted)

    def like(self):
        """An operand that meets the last array: a number, an array of its shape or one that broadcasts, now and then
        any array at all."""
        kind = self.rng.random()
        if kind < 0.3:
            return self.s()
        if kind < 0.55:
            known = self.arrays(lambda value: meets(value.shape, self.last.shape))
            if known:
                return self.rng.choice(known)
        if kind < 0.6 and self.arrays():
            return self.rng.choice(self.arrays())
        lengths = tuple(1 if self.odds(0.2) else length for length in self.last.shape)
        lengths = lengths[self.rng.choice([0, 0, 0, 1]):]
        text = self.made(None, lengths)
        return text if self.odds(0.3) else self.bind(text)

    def real_like(self):
        name = self.rng.choice(["int64", "float64", "float32", "int8", "bool", "uint16"])
        lengths = self.last.shape[self.rng.choice([0, 0, 1]):]
        return self.s() if self.odds(0.3) else self.made(name, lengths)

    def same(self):
        """An array of the last one's shape."""
        return self.made(None, self.last.shape)

    def last_again(self):
        return self.last_text

    def mask(self):
        """Truth values that broadcast to the last array."""
        lengths = self.last.shape[self.rng.choice([0, 0, 0, 1]):]
        return values.array(self.rng, "bool", lengths)

    def fullmask(self):
        lengths = self.last.shape if not self.odds(0.05) else values.shape(self.rng)
        return values.array(self.rng, "bool", lengths)

    def counts(self):
        """Few small whole numbers, one for each item of a 1-d array."""
        size = self.last.shape[0] if self.last.ndim else 1
        return "[" + ", ".join(str(self.rng.randint(0, 3)) for _ in range(size)) + "]"

    def sorted1(self):
        return "[" + ", ".join(map(str, sorted(self.rng.choices([-2, -1, 0, 0.5, 1, 2, 3.5, 7], k=self.rng.randint(1, 5))))) + "]"

    # Numbers and words

    def s(self):
        """A number, as Python's own or as NumPy's."""
        if self.odds(0.7):
            return self.rng.choice(["0", "1", "2", "-1", "3", "7", "0.5", "-2.5", "2.0", "True", "1j", "100", "300", "-129", "np.nan", "np.inf"])
        name = self.rng.choice(values.NUMBERS)
        return f"np.{name}({values.scalar(self.rng, name, self.odds(0.3))})"

    def k(self):
        return self.rng.choice([0, 1, 1, 2, 2, 3, 4, 5])

    def kk(self):
        return self.rng.choice([-3, -2, -1, -1, 0, 1, 1, 2, 3])

    def seed(self):
        return self.rng.choice([0, 1, 42, 123, 2024])

    def dtype(self):
        name = values.dtype(self.rng, self.rng.choice([values.NUMBERS, values.NUMBERS, ["float32"], ["int64"], ["complex128"], ["U4", "object", "M8[s]", "S2", "m8[h]"]]))
        return self.rng.choice([f"'{name}'", f"np.{name}"]) if name in values.NUMBERS else f"'{name}'"

    def ndtype(self):
        return "'" + self.rng.choice(values.NUMBERS) + "'"

    def flag(self):
        return self.rng.choice(["True", "False"])

    def casting(self):
        return self.rng.choice(["'no'", "'equiv'", "'safe'", "'same_kind'", "'unsafe'"])

    # Axes and shapes

    def axis(self):
        ndim = self.last.ndim
        if ndim == 0 or self.odds(0.04):
            return self.rng.choice([0, -1, 1, ndim, -ndim - 1])
        return self.rng.randrange(-ndim, ndim)

    def axis_new(self):
        ndim = self.last.ndim
        return self.rng.choice([self.rng.randrange(-ndim - 1, ndim + 1), (0, ndim + 1), (0, 1)])

    def axes(self):
        """One axis, several, or None."""
        ndim = self.last.ndim
        if ndim < 2 or self.odds(0.55):
            return self.axis() if not self.odds(0.1) else "None"
        count = self.rng.randint(0, ndim)
        chosen = self.rng.sample(range(ndim), count)
        if self.odds(0.05):
            chosen.append(0)
        return tuple(axis - ndim if self.odds(0.3) else axis for axis in chosen)

    def perm(self):
        order = list(range(self.last.ndim))
        self.rng.shuffle(order)
        if self.odds(0.04):
            order = order[1:] + [0, 0]
        return tuple(axis - self.last.ndim if self.odds(0.2) else axis for axis in order)

    def shape(self):
        return values.shape(self.rng)

    def reshape(self):
        """A shape for the last array's items, sometimes with a -1, sometimes a wrong one."""
        size = self.last.size
        lengths, rest = [], size
        for _ in range(self.rng.randint(0, 3)):
            divisors = [d for d in (1, 2, 3, 4, 5, 7) if rest and rest % d == 0] or [0, 2]
            length = self.rng.choice(divisors)
            lengths.append(length)
            rest = rest // length if length else 0
        lengths.append(rest)
        self.rng.shuffle(lengths)
        if self.odds(0.3):
            lengths[self.rng.randrange(len(lengths))] = -1
        if self.odds(0.05):
            lengths.append(2)
        return tuple(lengths) if self.odds(0.9) else -1

    def wider(self):
        """A shape that the last array broadcasts to."""
        lengths = [self.rng.choice([1, 2, 3]) if length == 1 and self.odds(0.7) else length for length in self.last.shape]
        if self.odds(0.4):
            lengths.insert(0, self.rng.choice([1, 2, 3]))
        if self.odds(0.06):
            lengths.append(3)
        return tuple(lengths) if int(np.prod(lengths)) < 200 else self.last.shape

    def strided(self):
        """Shape and strides for `as_strided` that stay within the last array's memory, zero and negative excluded by
        their start: it begins at the first item."""
        item = self.last.itemsize
        step = self.last.strides[-1] if self.last.ndim and self.last.strides[-1] > 0 else item
        room = self.last.shape[-1] if self.last.ndim and self.last.strides[-1] > 0 and self.last.size else int(self.last.size > 0)
        if room == 0:
            return "shape=(0,), strides=(8,)"
        lengths, strides = [], []
        for _ in range(self.rng.randint(1, 3)):
            stride = self.rng.choice([0, 1, 1, 2])
            length = self.rng.randint(1, max(1, min(4, (room - 1) // stride + 1 if stride else 4)))
            room -= (length - 1) * stride
            lengths.append(length)
            strides.append(stride * step)
        return f"shape={tuple(lengths)}, strides={tuple(strides)}"

    def width(self):
        size = self.last.shape[-1] if self.last.ndim else 1
        return self.rng.randint(1, max(1, size)) if not self.odds(0.05) else self.rng.choice([0, -1, size + 1])

    # Indices

    def slices(self):
        """Basic indexing of the last array."""
        return ", ".join(self.parts(advanced=False)) or "..."

    def index(self):
        """Any indexing: basic, by whole numbers, by truth values, mixed."""
        if self.odds(0.12):
            return self.fullmask()
        parts = self.parts(advanced=True)
        self.index_text = ", ".join(parts) or "..."
        return self.index_text

    def parts(self, advanced):
        ndim = self.last.ndim
        parts, axis, dots = [], 0, False
        count = self.rng.randint(0, ndim) if not self.odds(0.04) else ndim + 1
        while axis < count:
            kind = self.rng.random()
            length = self.last.shape[axis] if axis < ndim else 2
            if kind < 0.1:
                parts.append(self.rng.choice(["None", "np.newaxis"]))
                continue
            if kind < 0.18 and not dots:
                parts.append("...")
                dots = True
                continue
            parts.append(self.fancy(length) if advanced and kind < 0.55 else self.basic(length))
            axis += 1
        return parts

    def basic(self, length):
        if self.odds(0.35):
            if length == 0 or self.odds(0.04):
                return self.rng.choice([str(length), str(-length - 1), "0"])
            return str(self.rng.randrange(-length, length))
        edge = lambda: self.rng.choice(["", "", str(self.rng.randint(-length - 1, length + 2))])
        step = self.rng.choice(["", "", "", ":-1", ":2", ":-2", ":3", ":1"])
        return f"{edge()}:{edge()}{step}"

    def fancy(self, length):
        if length and self.odds(0.2):
            return str([self.odds(0.5) for _ in range(length if not self.odds(0.05) else length + 1)])
        if not length:
            return self.rng.choice(["[]", "np.array([], dtype=int)", "[0]"])
        pick = lambda: self.rng.randrange(-length, length) if not self.odds(0.02) else length
        count = self.rng.choice([0, 1, 2, 2, 2, 3])
        if self.odds(0.25):
            rows = [[pick() for _ in range(count)] for _ in range(2)]
            return f"np.array({rows}{', dtype=int' if count == 0 else ''})"
        picks = [pick() for _ in range(count)]
        return str(picks) if self.odds(0.6) else f"np.array({picks}, dtype='{self.rng.choice(['int64', 'int32', 'uint8' if min(picks, default=0) >= 0 else 'int8'])}')"

    def last_index(self):
        return self.index_text

    def unit(self):
        return self.rng.choice(["Y", "M", "W", "D", "h", "m", "s", "s", "ms", "us", "ns", "D", "2h"])

    def date(self):
        return self.rng.choice(["2024-02-29", "1969-12-31", "2000-01-01T06:30", "2024-01", "NaT", "1999", "2024-01-31T23:59:59.5"])

    def value(self):
        """What an assignment stores: a number, text, or an array that may or may not fit."""
        if self.odds(0.55):
            return self.s() if self.odds(0.85) else self.rng.choice(["'7'", "'x'", "None", "[1, 2]", "[[1], [2]]", "'2020-01-01'"])
        known = self.arrays()
        if known and self.odds(0.5):
            return self.rng.choice(known)
        return values.array(self.rng, None, self.rng.choice([(), (1,), (2,), (3,), self.last.shape, self.last.shape[1:]]))


def meets(first, second):
    """Whether two shapes broadcast."""
    return all(x == y or 1 in (x, y) for x, y in zip(first[::-1], second[::-1]))
