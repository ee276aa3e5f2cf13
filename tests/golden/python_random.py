"""Writes python_random.txt: what small programs on numpy.random print under the real NumPy.

A program ends at a line `----`; what it prints stands below, up to a line `====`. Run it with numpy 2.4:
`python tests/golden/python_random.py`.
"""
import contextlib
import io
import pathlib

import numpy

PROGRAMS = """
np.random.seed(42)
print(np.random.rand(), np.random.rand(3), np.random.rand(2, 2))
print(np.random.randn(), np.random.randn(2, 3))
print(np.random.randint(10), np.random.randint(0, 10, 5), np.random.randint(1, 7, size=(2, 3)))
print(np.random.random(), np.random.random((2,)), np.random.random_sample(2), np.random.ranf(1), np.random.sample())
====
np.random.seed(42)
a = np.arange(10); np.random.shuffle(a); print(a)
b = np.arange(12).reshape(4, 3); np.random.shuffle(b); print(b)
c = np.arange(20)[::2]; np.random.shuffle(c); print(c)
l = list("stride"); np.random.shuffle(l); print(l)
print(np.random.permutation(8), np.random.permutation([3, 1, 4]), np.random.permutation(b))
====
np.random.seed(42)
print(np.random.choice(5), np.random.choice(5, 3), np.random.choice([10, 20, 30], (2, 2)))
print(np.random.choice(10, 4, replace=False), np.random.choice([1.5, 2.5], p=[0.25, 0.75]))
print(np.random.choice(4, 6, p=[0.1, 0.2, 0.3, 0.4]), np.random.choice(4, 3, False, [0.1, 0.2, 0.3, 0.4]))
print(repr(np.random.choice(5)), repr(np.random.choice([7.0])), repr(np.random.choice(3, ())))
====
np.random.seed(0)
for draw in (np.random.rand(), np.random.randn(), np.random.randint(5), np.random.normal(), np.random.poisson(3),
             np.random.randint(5, dtype=np.int8), np.random.randint(2, dtype=bool), np.random.uniform(1, 2),
             np.random.randint(9, size=()), np.random.binomial(5, 0.5), np.random.randint(5, dtype="int64")):
    print(type(draw).__name__, repr(draw))
====
np.random.seed(7)
print(np.random.normal(10, 2, (2, 3)), np.random.normal(loc=[0, 100], scale=[1, 5]), np.random.normal(scale=2, size=2))
print(np.random.uniform(-1, 1, 4), np.random.exponential(2.0, 3), np.random.poisson(4, 5), np.random.binomial(10, 0.3, 5))
print(np.random.beta(2, 3, 2), np.random.gamma(2.0, 1.5, 2), np.random.geometric(0.2, 4), np.random.standard_t(5, 2))
print(np.random.chisquare(3, 2), np.random.lognormal(size=2), np.random.laplace(size=2), np.random.triangular(0, 1, 4, 2))
====
np.random.seed(3)
print(np.random.randint([1, 10, 100]), np.random.randint(0, [5, 50], size=(2, 2)), np.random.randint(5, [6, 7, 8]))
print(np.random.randint(0, 256, 8, dtype=np.uint8), np.random.randint(0, 2**64, 2, dtype=np.uint64))
print(np.random.bytes(5), np.random.seed([1, 2, 3]), np.random.rand(), np.random.seed(np.array([5])), np.random.rand())
====
rng = np.random.default_rng(42)
print(rng.random(), rng.random(3), rng.random((2, 2)), rng.random(2, dtype=np.float32))
print(rng.standard_normal(), rng.standard_normal((2, 2)), rng.normal(5, 2, 3), rng.uniform(0, 10, 3))
print(rng.integers(10), rng.integers(0, 10, 5), rng.integers(1, 6, size=(2, 3), endpoint=True))
print(rng.exponential(2, 2), rng.poisson(3, 4), rng.binomial(10, 0.5, 4), rng.standard_exponential(2, dtype="f4"))
print(rng.standard_exponential(3, method="inv"), rng.standard_exponential(2, dtype="f4", method="inv"))
print(rng, rng.bit_generator.seed_seq)
====
rng = np.random.default_rng(1)
for draw in (rng.random(), rng.integers(5), rng.integers(5, dtype=int), rng.integers(2, dtype=bool), rng.normal(),
             rng.integers(5, dtype=np.uint8), rng.choice(3), rng.choice([1.5, 2.5]), rng.random(dtype="f4"),
             rng.standard_gamma(2.0), rng.integers([4])):
    print(type(draw).__name__, repr(draw))
====
rng = np.random.default_rng(42)
a = np.arange(10); rng.shuffle(a); print(a)
b = np.arange(12).reshape(3, 4); rng.shuffle(b, axis=1); print(b)
l = [1, 2, 3, 4, 5]; rng.shuffle(l); print(l)
print(rng.permutation(6), rng.permutation([[1, 2, 3], [4, 5, 6]], axis=1))
print(rng.permuted(b, axis=1), rng.permuted([1, 2, 3, 4]))
print(rng.choice(10, 3, replace=False), rng.choice(10, 3, replace=False, shuffle=False), rng.choice(5, (2, 2)))
print(rng.choice(b, 2), rng.choice(b, 2, axis=1), rng.choice(3, 5, p=[0.2, 0.3, 0.5]), rng.choice(b))
====
out = np.zeros((2, 3), order="F")
rng = np.random.default_rng(5)
print(rng.random(out=out) is out, out, rng.standard_normal(out=np.zeros(2)))
np.random.default_rng(5).random(out=out.T); print(out)
====
np.random.seed(1); np.random.randn()
state = np.random.get_state(); first = np.random.randn(3)
np.random.set_state(state); print(np.array_equal(first, np.random.randn(3)), state[0], state[1][:3], state[2:])
state = np.random.get_state(legacy=False); first = np.random.rand()
np.random.set_state(state); print(first == np.random.rand(), sorted(state), state["has_gauss"])
====
rng = np.random.default_rng(3)
rng.integers(5, size=3)
state = rng.bit_generator.state; print(state)
first = rng.random(); rng.bit_generator.state = state; print(first == rng.random())
rng.integers(5); rng.integers(5); print(rng.bit_generator.state["has_uint32"])
====
seq = np.random.SeedSequence(42)
print(seq, seq.pool, seq.generate_state(3), seq.generate_state(2, np.uint64))
print(seq.spawn(2), seq, seq.spawn(1)[0].spawn(1))
print(np.random.SeedSequence([1, 2**40]).pool, np.random.SeedSequence(2**100, spawn_key=(3,), pool_size=6))
a, b = np.random.default_rng(9).spawn(2); print(a.random(), b.random())
====
print(np.random.PCG64(1).state, np.random.PCG64(1).random_raw(2), np.random.PCG64(1).advance(5).random_raw())
print(np.random.PCG64(1).jumped().random_raw(), np.random.MT19937(1).random_raw(3))
print(np.random.Generator(np.random.MT19937(3)), np.random.Generator(np.random.MT19937(3)).random(2))
print(np.random.RandomState(5).rand(2), np.random.RandomState(np.random.MT19937(3)).rand())
print(np.random.default_rng([1, 2]).random(), np.random.default_rng(np.random.PCG64(4)).random())
rng = np.random.default_rng(0); print(np.random.default_rng(rng) is rng, isinstance(rng, np.random.Generator))
====
for kind in (np.random.PCG64DXSM, np.random.SFC64, np.random.Philox):
    bits = kind(42); print(bits.state, bits.random_raw(9), bits.state)
    rng = np.random.Generator(kind(42)); print(rng.integers(100, size=3, dtype=np.int32), rng.random(2), rng.normal(), rng.random(2, dtype=np.float32))
    print(rng.bit_generator.state, kind(42).spawn(2)[1].random_raw(), str(rng), kind.__module__)
    state = rng.bit_generator.state; first = rng.random(); rng.bit_generator.state = state; print(first == rng.random())
print(np.random.PCG64DXSM(1).jumped().random_raw(2), np.random.PCG64DXSM(1).advance(5).random_raw(2), np.random.PCG64DXSM(1).advance(-5).random_raw(), np.random.PCG64(1).advance(2**127 + 3).random_raw())
print(np.random.Philox(1).jumped(3).random_raw(6), np.random.Philox(1).advance(5).random_raw(2), np.random.Philox(1).advance(-1).state, np.random.Philox(1).advance(2**70).state)
print(np.random.Philox(key=[1, 2], counter=np.array([1, 2, 3, 2**64 - 1], dtype=np.uint64)).random_raw(3), np.random.Philox(key=2**100 + 5, counter=7).state, np.random.Philox(key=0, counter=2**256 - 1).random_raw(5))
def refused(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
refused(lambda: np.random.Philox(1, key=3)); refused(lambda: np.random.Philox(key=2**200)); refused(lambda: np.random.Philox(counter=-1))
refused(lambda: np.random.Philox(key=[1, 2, 3])); refused(lambda: np.random.Philox(counter=[1])); refused(lambda: np.random.SFC64(1).jumped()); refused(lambda: np.random.SFC64(1).advance(1)); refused(lambda: np.random.MT19937(1).advance(1))
====
bits = np.random.PCG64(8); a, b = np.random.Generator(bits), np.random.Generator(bits)
print(a.random(), b.random(), a.random())
import copy
c = copy.deepcopy(a); print(c.random() == a.random(), c.bit_generator is a.bit_generator)
====
R = np.random.RandomState(0); G = np.random.default_rng(0)
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: R.randint(5, 5)); attempt(lambda: R.randint(0)); attempt(lambda: G.integers(5, 2, endpoint=True))
attempt(lambda: R.randint(0, 300, dtype="uint8")); attempt(lambda: R.randint(0, 3, dtype=float))
attempt(lambda: R.randint(2**70)); attempt(lambda: R.randint([1, 5, 9], size=(2, 2))); attempt(lambda: G.integers(0))
attempt(lambda: R.rand(-1)); attempt(lambda: R.rand((2, 3))); attempt(lambda: R.rand(2.5)); attempt(lambda: R.normal(0, -1))
attempt(lambda: R.normal([0, 1], [1, -1])); attempt(lambda: R.normal("a")); attempt(lambda: R.normal(None))
attempt(lambda: R.normal([0, 1], size=(3, 3))); attempt(lambda: R.beta(0, 1)); attempt(lambda: G.uniform(5, 1))
attempt(lambda: R.choice(0)); attempt(lambda: R.choice([])); attempt(lambda: R.choice(2.5)); attempt(lambda: R.choice([[1]]))
attempt(lambda: R.choice(5, 10, replace=False)); attempt(lambda: R.choice(3, p=[0.5, 0.1])); attempt(lambda: R.choice(2, p=[0.5, 0.1]))
attempt(lambda: G.choice(0)); attempt(lambda: G.choice(2.5)); attempt(lambda: G.choice([[1]], axis=2)); attempt(lambda: G.choice(3, -1))
attempt(lambda: R.shuffle((1, 2))); attempt(lambda: R.shuffle(5)); attempt(lambda: R.shuffle(np.array(5))); attempt(lambda: G.shuffle([1], axis=1))
attempt(lambda: R.permutation(2.5)); attempt(lambda: G.permutation(2.5)); attempt(lambda: G.permutation([1, 2], axis=1))
attempt(lambda: G.random(dtype=int)); attempt(lambda: G.random(out=np.zeros(3), size=4)); attempt(lambda: G.random(out=np.zeros(6)[::2]))
attempt(lambda: np.random.seed(-1)); attempt(lambda: np.random.seed(2**32)); attempt(lambda: np.random.seed(1.5)); attempt(lambda: np.random.seed([]))
attempt(lambda: np.random.seed([[1]])); attempt(lambda: np.random.default_rng(-1)); attempt(lambda: np.random.default_rng("a"))
attempt(lambda: np.random.default_rng(1.5)); attempt(lambda: np.random.set_state(5)); attempt(lambda: np.random.Generator(5))
"""


def printed(program):
    names = {"np": numpy}
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        exec(program, names)
    return text.getvalue()


def main():
    path = pathlib.Path(__file__).with_suffix(".txt")
    with path.open("w") as out:
        out.write(f"# numpy {numpy.__version__}; made by python_random.py\n")
        for program in PROGRAMS.strip("\n").split("\n====\n"):
            out.write(f"{program.rstrip()}\n----\n{printed(program)}====\n")


main()
