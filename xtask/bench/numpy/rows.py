# What `cargo xtask bench numpy` times: each row is a name, what is made ready, and the statement
# timed. The same text runs under CPython with NumPy and in a cell of the site; numpy-ts.mjs has the
# rows of the same names in its own words. Prints one JSON line a row: the median of the runs in
# seconds, and the most bytes of arrays that one run held beyond what was ready.
import json
import time
import tracemalloc

import numpy as np

RNG = "rng = np.random.default_rng(0)\n"
ONE = RNG + "a, b = rng.random(1_000_000), rng.random(1_000_000)"
BIG = "a = np.linspace(0.0, 1.0, 25_000_000); b = a[::-1].copy()"
GRID = RNG + "c = rng.random((2000, 2000)); f = np.asfortranarray(c)"
PIXELS = RNG + (
    "images = rng.integers(0, 256, (10_000, 32, 32, 3), dtype=np.uint8)\n"
    "mean = np.array([0.4914, 0.4822, 0.4465], dtype=np.float32)\n"
    "std = np.array([0.2470, 0.2435, 0.2616], dtype=np.float32)"
)
SQUARES = RNG + "a, b = rng.random((512, 512)), rng.random((512, 512))"

ROWS = [
    ("a + b, 1M", ONE, "a + b"),
    ("a ** 2 + 2 * a + 1, 1M", ONE, "a ** 2 + 2 * a + 1"),
    ("a + b, 25M", BIG, "a + b"),
    ("a ** 2 + 2 * a + 1, 25M", BIG, "a ** 2 + 2 * a + 1"),
    ("sqrt, 1M", ONE, "np.sqrt(a)"),
    ("exp, 1M", ONE, "np.exp(a)"),
    ("log, 1M", ONE, "np.log(a)"),
    ("tanh, 1M", ONE, "np.tanh(a)"),
    ("a > 0.5, 1M", ONE, "a > 0.5"),
    ("a[a > 0.5], 1M", ONE, "a[a > 0.5]"),
    ("where, 1M", ONE, "np.where(a > 0.5, a, b)"),
    ("sum, 1M", ONE, "a.sum()"),
    ("sum axis 0, C", GRID, "c.sum(axis=0)"),
    ("sum axis 1, C", GRID, "c.sum(axis=1)"),
    ("sum axis 0, F", GRID, "f.sum(axis=0)"),
    ("sum axis 1, F", GRID, "f.sum(axis=1)"),
    ("mean axis 0, C", GRID, "c.mean(axis=0)"),
    ("var axis 0, C", GRID, "c.var(axis=0)"),
    ("var axis 1, C", GRID, "c.var(axis=1)"),
    ("max axis 0, C", GRID, "c.max(axis=0)"),
    ("max axis 1, C", GRID, "c.max(axis=1)"),
    ("normalize 10,000 images", PIXELS, "(images.astype(np.float32) / 255.0 - mean) / std"),
    ("softmax (10000, 100)", RNG + "z = rng.random((10_000, 100))",
     "e = np.exp(z - z.max(axis=1, keepdims=True)); e / e.sum(axis=1, keepdims=True)"),
    ("pairwise distances (500, 500, 32)", RNG + "x, y = rng.random((500, 32)), rng.random((500, 32))",
     "np.sqrt(((x[:, None] - y[None]) ** 2).sum(axis=-1))"),
    ("gather 10,000 rows", RNG + "x = rng.random((50_000, 128)); i = rng.integers(0, 50_000, 10_000)", "x[i]"),
    ("sort, 1M", ONE, "np.sort(a)"),
    ("argsort, 1M", ONE, "np.argsort(a)"),
    ("randn, 1M", "", "np.random.randn(1_000_000)"),
    ("matmul 512, float64", SQUARES, "a @ b"),
    ("matmul 512, float32", SQUARES + "; a, b = a.astype(np.float32), b.astype(np.float32)", "a @ b"),
    ("transpose copy", GRID, "np.ascontiguousarray(c.T)"),
    ("einsum ij,jk->ik, 256", RNG + "a, b = rng.random((256, 256)), rng.random((256, 256))",
     "np.einsum('ij,jk->ik', a, b)"),
]


def measure(setup, code):
    names = {"np": np}
    exec(setup, names)
    run = compile(code, "row", "exec")
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    exec(run, names)
    peak = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    # A browser's clock has steps of 0.1 ms: what is short is run several times between two looks at it.
    start = time.perf_counter()
    exec(run, names)
    times, repeats = [], max(1, min(50, int(0.01 / max(time.perf_counter() - start, 1e-6))))
    while len(times) < 5 or (sum(times) * repeats < 0.25 and len(times) < 200):
        start = time.perf_counter()
        for _ in range(repeats):
            exec(run, names)
        times.append((time.perf_counter() - start) / repeats)
    return {"seconds": sorted(times)[len(times) // 2], "peak_bytes": peak}


for name, setup, code in ROWS:
    try:
        row = measure(setup, code)
    except Exception as error:
        row = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps({"name": name, **row}), flush=True)
