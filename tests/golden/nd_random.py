"""Writes nd_random.txt: what NumPy 2.4 draws, for tests/nd/random.rs.

Run with a Python that has NumPy 2.4:  python tests/golden/nd_random.py

Each line: name, number of values, a hash of all of them, the bits of the first few.
The hash is FNV-1a over 64-bit words, one a value (floats by their bits, integers modulo 2**64).
"""

import pathlib

import numpy as np

assert np.__version__.startswith("2.4."), np.__version__
lines = [f"# numpy {np.__version__}"]


def words(values):
    values = np.ascontiguousarray(values).ravel()
    if values.dtype == np.float64:
        return values.view(np.uint64)
    if values.dtype == np.float32:
        return values.view(np.uint32).astype(np.uint64)
    return values.astype(np.int64 if values.dtype.kind == "i" else np.uint64).view(np.uint64)


def put(name, values):
    bits = [int(word) for word in words(values)]
    state = 0xCBF29CE484222325
    for word in bits:
        state = ((state ^ word) * 0x100000001B3) % 2**64
    head = " ".join(f"{word:x}" for word in bits[:6])
    lines.append(f"{name} {len(bits)} {state:x} {head}")


def legacy(seed):
    return np.random.RandomState(seed)


def new(seed):
    return np.random.default_rng(seed)


MANY = 100_000

# Sources of bits
for seed in (0, 1, 42, 2**32 - 1):
    put(f"mt19937_int_{seed}", legacy(seed).get_state()[1])
put("mt19937_words_short", legacy([1, 2, 3]).get_state()[1])
put("mt19937_words_long", legacy(list(range(700))).get_state()[1])
put("mt19937_sequence_42", np.random.MT19937(42).state["state"]["key"])
put("mt19937_jumped", np.random.MT19937(42).jumped(2).state["state"]["key"])
put("pcg64_42", np.random.PCG64(42).random_raw(1000))
put("pcg64_advanced", np.random.PCG64(42).advance(10**30).random_raw(10))
put("seed_sequence_0", np.random.SeedSequence(0).generate_state(8))
put("seed_sequence_128", np.random.SeedSequence(2**128 - 5).generate_state(8, np.uint64))
put("seed_sequence_160", np.random.SeedSequence(2**159 + 7).generate_state(8))
put("seed_sequence_list", np.random.SeedSequence([1, 2**40, 3, 4, 5, 6]).generate_state(8))
put("seed_sequence_spawned", np.random.SeedSequence(42).spawn(3)[2].generate_state(8))
put("seed_sequence_grandchild", np.random.SeedSequence(42).spawn(3)[2].spawn(2)[1].generate_state(8))
put("generator_spawned", new(42).spawn(2)[1].random(10))

# RandomState
put("legacy_random", legacy(42).random_sample(MANY))
put("legacy_normal", legacy(42).standard_normal(MANY))
put("legacy_exponential", legacy(42).standard_exponential(MANY))
for dtype in ("bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"):
    top = 2 if dtype == "bool" else 100
    put(f"legacy_randint_{dtype}", legacy(7).randint(0, top, 1001, dtype=dtype))
    put(f"generator_integers_{dtype}", new(7).integers(0, top, 1001, dtype=dtype))
    if dtype != "bool":
        info = np.iinfo(dtype)
        put(f"legacy_randint_full_{dtype}", legacy(7).randint(info.min, info.max, 1001, dtype=dtype, ))
        put(f"generator_integers_full_{dtype}",
            new(7).integers(info.min, info.max, 1001, dtype=dtype, endpoint=True))
        put(f"generator_integers_odd_{dtype}",
            new(7).integers(info.min + 3, info.max - 5, 1001, dtype=dtype))
put("legacy_randint_wide", legacy(7).randint(-2**40, 2**41, 1001))
put("generator_integers_wide", new(7).integers(-2**40, 2**41, 1001))
put("legacy_permutation", legacy(42).permutation(1000))
put("generator_permutation", new(42).permutation(1000))
put("legacy_choice", legacy(42).choice(50, 100))
put("generator_choice", new(42).choice(50, 100))
put("legacy_choice_without", legacy(42).choice(50, 20, replace=False))
put("generator_choice_floyd", new(42).choice(50, 20, replace=False))
put("generator_choice_floyd_unshuffled", new(42).choice(50, 20, replace=False, shuffle=False))
put("generator_choice_tail", new(42).choice(20_000, 5000, replace=False))
put("generator_choice_all", new(42).choice(20_000, 20_000, replace=False))
weights = np.arange(1, 11) / 55
put("legacy_choice_p", legacy(42).choice(10, 1000, p=weights))
put("generator_choice_p", new(42).choice(10, 1000, p=weights))
put("legacy_choice_p_without", legacy(42).choice(10, 9, replace=False, p=weights))
put("generator_choice_p_without", new(42).choice(10, 9, replace=False, p=weights))

# Generator
put("generator_random", new(42).random(MANY))
put("generator_random_f32", new(42).random(MANY, dtype=np.float32))
put("generator_normal", new(42).standard_normal(10 * MANY))
put("generator_normal_f32", new(42).standard_normal(10 * MANY, dtype=np.float32))
put("generator_exponential", new(42).standard_exponential(10 * MANY))
put("generator_exponential_f32", new(42).standard_exponential(10 * MANY, dtype=np.float32))
put("generator_exponential_inv", new(42).standard_exponential(MANY, method="inv"))
put("generator_exponential_inv_f32", new(42).standard_exponential(MANY, method="inv", dtype=np.float32))
for shape in (0.0, 0.3, 1.0, 4.5):
    put(f"generator_gamma_f32_{shape:g}", new(42).standard_gamma(shape, 2000, dtype=np.float32))
for method in ("count", "marginals"):
    put(f"generator_colors_{method}", new(42).multivariate_hypergeometric([20, 0, 5, 30], 40, 1000, method=method))
put("generator_mt19937_normal", np.random.Generator(np.random.MT19937(42)).standard_normal(1000))


# Arrays
def shuffled(rng, axis=None, transposed=False):
    grid = np.arange(24).reshape(6, 4)
    rng.shuffle(grid.T if transposed else grid, **({} if axis is None else {"axis": axis}))
    return grid


grid = np.arange(24).reshape(6, 4)
put("legacy_shuffle_2d", shuffled(legacy(3)))
put("generator_shuffle_axis1", shuffled(new(3), axis=1))
put("generator_shuffle_transposed", shuffled(new(3), transposed=True))
put("legacy_permutation_2d", legacy(3).permutation(grid))
put("generator_permuted", new(3).permuted(grid))
put("generator_permuted_0", new(3).permuted(grid, axis=0))
put("generator_permuted_1", new(3).permuted(grid, axis=1))
put("generator_permuted_f", new(3).permuted(grid.T))
put("legacy_randn_2d", legacy(5).randn(3, 2))
for dtype in ("int64", "uint8"):
    put(f"legacy_randint_array_{dtype}", legacy(5).randint(3, 10, (4, 5), dtype=dtype))
    put(f"generator_integers_between_{dtype}", new(5).integers([0, 3, 5], [[10], [100]], dtype=dtype))


# Distributions: name, then the parameters of each recording
DISTRIBUTIONS = {
    "uniform": [(0, 1), (-3, 5)],
    "standard_normal": [()],
    "normal": [(0, 1), (5, 2.5)],
    "lognormal": [(0, 1), (1, 0.25)],
    "standard_exponential": [()],
    "exponential": [(1,), (0.3,)],
    "standard_gamma": [(0.0,), (0.3,), (1,), (2.5,)],
    "gamma": [(0.7, 2), (9, 0.5)],
    "beta": [(0.5, 0.5), (2, 3), (1e-4, 1e-4), (1e-3, 2e-3), (1e-200, 2e-200), (0.2, 4)],
    "chisquare": [(1,), (7,)],
    "noncentral_chisquare": [(0.5, 3), (4, 2), (3, 0)],
    "f": [(3, 8)],
    "noncentral_f": [(3, 8, 1.5)],
    "standard_t": [(0.8,), (5,)],
    "standard_cauchy": [()],
    "laplace": [(0, 1), (2, 0.5)],
    "logistic": [(0, 1), (2, 0.5)],
    "gumbel": [(0, 1), (2, 0.5)],
    "pareto": [(0.5,), (3,)],
    "weibull": [(0,), (0.5,), (3,)],
    "power": [(0.5,), (3,)],
    "rayleigh": [(1,), (2.5,)],
    "triangular": [(0, 1, 3)],
    "wald": [(1, 1), (3, 0.5)],
    "poisson": [(0,), (0.5,), (9.5,), (10,), (250.5,), (1e6,)],
    "binomial": [(10, 0.3), (10, 0.8), (1000, 0.4), (1000, 0.9), (5, 0), (10**9, 0.25), (100, 1)],
    "negative_binomial": [(3, 0.4), (0.5, 0.1)],
    "geometric": [(0.5,), (0.01,), (1,)],
    "hypergeometric": [(15, 15, 15), (100, 2, 10), (7, 30, 5), (1000, 500, 300), (3000, 20, 1500)],
    "logseries": [(0.3,), (0.99,)],
    "zipf": [(1.5,), (4,)],
}
for name, recordings in DISTRIBUTIONS.items():
    for parameters in recordings:
        text = ",".join(map(str, parameters))
        put(f"legacy:{name}({text})", getattr(legacy(11), name)(*parameters, size=5000))
        put(f"generator:{name}({text})", getattr(new(11), name)(*parameters, size=5000))
put("generator_normal_broadcast", new(3).normal([[0.0], [10.0]], [1, 2, 3]))
put("generator_poisson_broadcast", new(3).poisson([1.0, 20.0], size=(3, 2)))

pathlib.Path(__file__).with_name("nd_random.txt").write_text("\n".join(lines) + "\n")
