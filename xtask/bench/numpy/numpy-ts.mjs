// The rows of rows.py in the words of numpy-ts, by the same names. Each gives what is timed; the
// arrays are made before. Names that are not here have no counterpart in numpy-ts.

import * as np from "numpy-ts";

const flat = (count) => np.random.random([count]);
const one = (time) => () => {
  const [a, b] = [flat(1_000_000), flat(1_000_000)];
  return () => time(a, b);
};
const big = (time) => () => {
  const a = np.linspace(0, 1, 25_000_000);
  const b = np.linspace(1, 0, 25_000_000);
  return () => time(a, b);
};
const grid = (order, time) => () => {
  const c = np.random.random([2000, 2000]);
  const x = order === "F" ? np.asfortranarray(c) : c;
  return () => time(x);
};
const squares = (side, dtype, time) => () => {
  const [a, b] = [np.random.random([side, side]).astype(dtype), np.random.random([side, side]).astype(dtype)];
  return () => time(a, b);
};
const polynomial = (a) => a.power(2).add(a.multiply(2)).add(1);

export const rows = {
  "a + b, 1M": one((a, b) => a.add(b)),
  "a ** 2 + 2 * a + 1, 1M": one(polynomial),
  "a + b, 25M": big((a, b) => a.add(b)),
  "a ** 2 + 2 * a + 1, 25M": big(polynomial),
  "sqrt, 1M": one((a) => np.sqrt(a)),
  "exp, 1M": one((a) => np.exp(a)),
  "log, 1M": one((a) => np.log(a)),
  "tanh, 1M": one((a) => np.tanh(a)),
  "a > 0.5, 1M": one((a) => a.greater(0.5)),
  "a[a > 0.5], 1M": one((a) => a.bindex(a.greater(0.5))),
  "where, 1M": one((a, b) => np.where(a.greater(0.5), a, b)),
  "sum, 1M": one((a) => a.sum()),
  "sum axis 0, C": grid("C", (c) => c.sum(0)),
  "sum axis 1, C": grid("C", (c) => c.sum(1)),
  "sum axis 0, F": grid("F", (f) => f.sum(0)),
  "sum axis 1, F": grid("F", (f) => f.sum(1)),
  "mean axis 0, C": grid("C", (c) => c.mean(0)),
  "var axis 0, C": grid("C", (c) => c.var(0)),
  "var axis 1, C": grid("C", (c) => c.var(1)),
  "max axis 0, C": grid("C", (c) => c.max(0)),
  "max axis 1, C": grid("C", (c) => c.max(1)),
  "normalize 10,000 images": () => {
    const images = np.random.integers(0, 256, [10_000, 32, 32, 3]).astype("uint8");
    const mean = np.array([0.4914, 0.4822, 0.4465], "float32");
    const std = np.array([0.247, 0.2435, 0.2616], "float32");
    return () => images.astype("float32").divide(255).subtract(mean).divide(std);
  },
  "softmax (10000, 100)": () => {
    const z = np.random.random([10_000, 100]);
    return () => {
      const e = np.exp(z.subtract(z.max(1, true)));
      return e.divide(e.sum(1, true));
    };
  },
  "pairwise distances (500, 500, 32)": () => {
    const [x, y] = [np.random.random([500, 32]), np.random.random([500, 32])];
    return () => np.sqrt(x.reshape(500, 1, 32).subtract(y.reshape(1, 500, 32)).power(2).sum(2));
  },
  "gather 10,000 rows": () => {
    const x = np.random.random([50_000, 128]);
    const i = np.random.integers(0, 50_000, [10_000]);
    return () => x.iindex(i, 0);
  },
  "sort, 1M": one((a) => np.sort(a)),
  "argsort, 1M": one((a) => np.argsort(a)),
  "randn, 1M": () => () => np.random.randn(1_000_000),
  "matmul 512, float64": squares(512, "float64", (a, b) => a.matmul(b)),
  "matmul 512, float32": squares(512, "float32", (a, b) => a.matmul(b)),
  "transpose copy": grid("C", (c) => np.ascontiguousarray(np.transpose(c))),
  "einsum ij,jk->ik, 256": squares(256, "float64", (a, b) => np.einsum("ij,jk->ik", a, b)),
};

/** Median seconds of each row, or what it threw. */
export function measure(name) {
  let run;
  const times = [];
  const dispose = (made) => made?.dispose?.();
  try {
    run = rows[name]();
    dispose(run());
    // As in rows.py, what is short is run several times between two looks at the clock.
    const begun = performance.now();
    dispose(run());
    const repeats = Math.max(1, Math.min(50, Math.floor(10 / Math.max(performance.now() - begun, 0.001))));
    for (let sum = 0; times.length < 5 || (sum < 250 && times.length < 200); ) {
      const start = performance.now();
      for (let repeat = 0; repeat < repeats; repeat += 1) dispose(run());
      const time = performance.now() - start;
      times.push(time / repeats);
      sum += time;
    }
  } catch (error) {
    return { error: String(error) };
  }
  times.sort((a, b) => a - b);
  return { seconds: times[times.length >> 1] / 1000 };
}
