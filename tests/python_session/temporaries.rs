//! Temporaries of array expressions: as many as NumPy has, and no variable of the learner's among them.

use crate::with_learner;

/// numpy 2.4.6 prints `EXPECTED`; its arrays of 800 kB are large enough to be used again.
const PROGRAM: &str = "\
import numpy as np, tracemalloc
n = 100_000
data = np.arange(n) / 7.0
def peak(f):
    tracemalloc.start()
    tracemalloc.reset_peak()
    base = tracemalloc.get_traced_memory()[0]
    f()
    most = tracemalloc.get_traced_memory()[1] - base
    tracemalloc.stop()
    return most // (8 * n)
def polynomial():
    local = data
    return local ** 2 + 2 * local + 1
def chain():
    a = data + 1
    b = a * 2
    c = a + b
    return a[1] * 7, b[1] * 7, c[1] * 7
print(peak(polynomial), (polynomial() == data * data + 2 * data + 1).all())
print(peak(chain), chain())
w = (t := data + 1) * 2
print(t[:2], w[:2])
held = [data + 1]
v = held[0] * 2
print(held[0][:2], v[:2])
def generate():
    a = data * 2
    yield a
    yield a + 1
print([array[:2].tolist() for array in generate()])
x = data + 1
y = x - 1
print(((x - y) * (x + y))[:2], x[:2], y[:2])
line = compile('data ** 2 + 2 * data + 1', 'line', 'exec')
print(peak(lambda: exec(line, {'data': data})))
i = np.arange(n) + 1
print(((i + 1) / 2)[:2], ((i + 1) // 2 == i).sum(), i[:2])
";

const EXPECTED: &str = "\
2 True
3 (np.float64(8.0), np.float64(16.0), np.float64(24.0))
[1.         1.14285714] [2.         2.28571429]
[1.         1.14285714] [2.         2.28571429]
[[0.0, 0.2857142857142857], [1.0, 1.2857142857142856]]
[1.         1.28571429] [1.         1.14285714] [0.         0.14285714]
2
[1.  1.5] 1 [1 2]
";

#[test]
fn expressions_use_the_memory_of_their_temporaries_and_of_nothing_else() {
    with_learner(|learner| assert_eq!(learner.prints(PROGRAM), EXPECTED));
}
