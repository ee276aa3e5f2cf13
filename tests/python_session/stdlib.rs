//! The standard library: every module that we ship imports, and those that lessons use do their work.

use crate::with_learner;

/// Each line is a program whose output, under CPython 3.13.0 (3.14 for the printed form of a union), is the
/// text beside it.
const USES: [(&str, &str); 35] = [
    (
        "import io, unittest\nclass T(unittest.TestCase):\n    def test_a(self): self.assertEqual(1, 1)\n    def test_b(self): self.assertEqual(1, 2)\nout = io.StringIO()\nr = unittest.TextTestRunner(stream=out).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))\nprint(r, out.getvalue().splitlines()[0])",
        "<unittest.runner.TextTestResult run=2 errors=0 failures=1> .F\n",
    ),
    (
        "import doctest\ndef square(x):\n    \"\"\"\n    >>> square(3)\n    9\n    \"\"\"\n    return x * x\nprint(doctest.testmod())",
        "TestResults(failed=0, attempted=1)\n",
    ),
    (
        "import abc\nclass A(abc.ABC):\n    @abc.abstractmethod\n    def f(self): ...\ntry: A()\nexcept TypeError as e: print(type(e).__name__, A.__abstractmethods__)",
        "TypeError frozenset({'f'})\n",
    ),
    (
        "from collections import Counter, deque, defaultdict, namedtuple, OrderedDict\nP = namedtuple('P', 'x y')\nprint(Counter('abca').most_common(1), deque([1, 2], maxlen=2), P(1, 2), defaultdict(int)['k'])",
        "[('a', 2)] deque([1, 2], maxlen=2) P(x=1, y=2) 0\n",
    ),
    (
        "from contextlib import contextmanager, suppress\n@contextmanager\ndef c():\n    print('in'); yield 1; print('out')\nwith c() as x: print(x)\nwith suppress(KeyError): {}['k']",
        "in\n1\nout\n",
    ),
    (
        "import copy\na = [[1]]\nb = copy.deepcopy(a); b[0].append(2); print(a, b, copy.copy(a)[0] is a[0])",
        "[[1]] [[1, 2]] True\n",
    ),
    (
        "from dataclasses import dataclass, field\n@dataclass(order=True, frozen=True)\nclass P:\n    x: int\n    t: list = field(default_factory=list)\nprint(P(1), P(1) < P(2))",
        "P(x=1, t=[]) True\n",
    ),
    (
        "from datetime import datetime, timedelta, date\nprint(datetime(2024, 2, 28) + timedelta(days=2), date(2024, 1, 1).strftime('%A %d %B'))",
        "2024-03-01 00:00:00 Monday 01 January\n",
    ),
    (
        "from decimal import Decimal\nfrom fractions import Fraction\nprint(Decimal('0.1') + Decimal('0.2'), Fraction(1, 3) + Fraction(1, 6))",
        "0.3 1/2\n",
    ),
    (
        "from enum import Enum, auto\nclass C(Enum):\n    A = auto()\n    B = auto()\nprint(list(C), C['B'].value)",
        "[<C.A: 1>, <C.B: 2>] 2\n",
    ),
    (
        "import functools\n@functools.lru_cache(None)\ndef f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nprint(f(80), functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(pow, 2)(5))",
        "23416728348467685 120 32\n",
    ),
    (
        "import io\ns = io.StringIO(); print('x', file=s); print(repr(s.getvalue()), io.BytesIO(b'abc').read(2))",
        "'x\\n' b'ab'\n",
    ),
    (
        "import itertools as it\nprint(list(it.islice(it.chain('ab', it.count()), 4)), list(it.batched(range(5), 2)), list(it.pairwise('abc')))",
        "['a', 'b', 0, 1] [(0, 1), (2, 3), (4,)] [('a', 'b'), ('b', 'c')]\n",
    ),
    (
        "import json\nprint(json.dumps({'a': [1, 2.5, None, True], 'é': 'x'}, indent=1), json.loads('[1, {\"k\": 1e3}]'))",
        "{\n \"a\": [\n  1,\n  2.5,\n  null,\n  true\n ],\n \"\\u00e9\": \"x\"\n} [1, {'k': 1000.0}]\n",
    ),
    (
        "import math\nprint(math.isclose(0.1 + 0.2, 0.3), math.comb(10, 3), math.dist([0, 0], [3, 4]), math.fsum([0.1] * 10))",
        "True 120 5.0 1.0\n",
    ),
    (
        "import operator\nprint(sorted([(2, 'a'), (1, 'b')], key=operator.itemgetter(0)), operator.mul(3, 4))",
        "[(1, 'b'), (2, 'a')] 12\n",
    ),
    (
        "import os.path\nprint(os.path.join('a', 'b.txt'), os.path.splitext('a/b.tar.gz'), os.path.basename('a/b'))",
        "a/b.txt ('a/b.tar', '.gz') b\n",
    ),
    (
        "import random\nrandom.seed(42)\nprint(random.random(), random.randint(1, 6), random.sample(range(10), 3), random.choice('abc'))\nx = [1, 2, 3, 4]; random.shuffle(x); print(x, random.gauss(0, 1))",
        "0.6394267984578837 1 [4, 3, 8] a\n[2, 4, 3, 1] -0.21417212260954865\n",
    ),
    (
        "import re\nprint(re.findall(r'(\\w)(\\d+)', 'a1 b22'), re.sub(r'\\s+', ' ', 'a  b\\tc'), re.fullmatch(r'(?P<y>\\d{4})', '2024')['y'])",
        "[('a', '1'), ('b', '22')] a b c 2024\n",
    ),
    (
        "import statistics as s\nprint(s.mean([1, 2, 3, 4]), s.median([1, 3, 2]), round(s.stdev([1, 2, 3, 4]), 6), s.mode('aab'))",
        "2.5 2 1.290994 a\n",
    ),
    (
        "import string\nprint(string.ascii_lowercase[:3], string.Template('$x!').substitute(x=1), string.digits)",
        "abc 1! 0123456789\n",
    ),
    (
        "import sys\nprint(sys.version_info >= (3, 11), sys.maxsize > 2**31 - 1 or sys.maxsize, sys.getrecursionlimit())",
        "True True 1000\n",
    ),
    (
        "import textwrap\nprint(textwrap.dedent('  a\\n    b'), textwrap.fill('aa bb cc', 5), textwrap.shorten('hello big world', 11))",
        "a\n  b aa bb\ncc hello [...]\n",
    ),
    (
        "import time\nt = time.perf_counter(); print(time.perf_counter() >= t, time.gmtime(0).tm_year, time.strftime('%Y', time.gmtime(0)))",
        "True 1970 1970\n",
    ),
    (
        "from typing import *\nT = TypeVar('T')\ndef f(x: Optional[int], y: List[str] = []) -> Dict[str, 'T']: ...\nprint(get_type_hints(f, include_extras=True)['x'], Union[int, str], Callable[[int], str])",
        "int | None int | str typing.Callable[[int], str]\n",
    ),
    (
        "import struct, array, binascii, base64, zlib, hashlib\nprint(struct.pack('<If', 1, 0.5), struct.unpack('>H', b'\\x01\\x02'), array.array('i', [1, 2]).tobytes(), base64.b64encode(b'abc'), zlib.decompress(zlib.compress(b'x' * 9)), hashlib.sha256(b'a').hexdigest()[:8])",
        "b'\\x01\\x00\\x00\\x00\\x00\\x00\\x00?' (258,) b'\\x01\\x00\\x00\\x00\\x02\\x00\\x00\\x00' b'YWJj' b'xxxxxxxxx' ca978112\n",
    ),
    ("import csv, io\nprint(list(csv.DictReader(io.StringIO('a,b\\n1,\"x,y\"\\n'))))", "[{'a': '1', 'b': 'x,y'}]\n"),
    (
        "import heapq, bisect\nh = [3, 1, 2]; heapq.heapify(h); print(heapq.heappop(h), heapq.nlargest(2, [1, 5, 3]), bisect.bisect([1, 3, 5], 3))",
        "1 [5, 3] 2\n",
    ),
    (
        "import inspect\ndef f(a, *, b=1):\n    'doc'\n    return a\nprint(inspect.signature(f), inspect.getdoc(f), inspect.getsource(f).splitlines()[0])",
        "(a, *, b=1) doc def f(a, *, b=1):\n",
    ),
    (
        "import pickle\nprint(pickle.loads(pickle.dumps({'a': [1, (2, 3)], 'b': {4}})))",
        "{'a': [1, (2, 3)], 'b': {4}}\n",
    ),
    (
        "import pprint, reprlib, calendar\npprint.pprint({'b': 1, 'a': [1, 2]}); print(reprlib.repr(list(range(100))), calendar.isleap(2024))",
        "{'a': [1, 2], 'b': 1}\n[0, 1, 2, 3, 4, 5, ...] True\n",
    ),
    (
        "import warnings\nwith warnings.catch_warnings(record=True) as w:\n    warnings.simplefilter('always'); warnings.warn('careful'); print(w[0].message, w[0].category.__name__)",
        "careful UserWarning\n",
    ),
    ("import timeit\nprint(timeit.timeit('x = 1', number=10) >= 0)", "True\n"),
    (
        "import secrets, uuid, tempfile, graphlib, queue, numbers, weakref, types\nprint(len(secrets.token_bytes(4)), uuid.UUID(int=1), isinstance(1, numbers.Integral), tuple(graphlib.TopologicalSorter({'b': {'a'}}).static_order()))",
        "4 00000000-0000-0000-0000-000000000001 True ('a', 'b')\n",
    ),
    (
        "import tracemalloc\nimport numpy as np\ntracemalloc.start()\na = np.ones(10_000); b = a + a; del b\nheld, peak = tracemalloc.get_traced_memory()\nprint(80_000 <= held < 90_000, 160_000 <= peak < 170_000)\ntracemalloc.stop(); print(tracemalloc.get_traced_memory())",
        "True True\n(0, 0)\n",
    ),
];

#[test]
fn what_lessons_use_works_as_in_cpython() {
    with_learner(|learner| {
        for (code, expected) in USES {
            assert_eq!(learner.prints(code), expected, "{code}");
        }
    });
}

#[test]
fn every_shipped_module_imports() {
    with_learner(|learner| {
        let list = include_str!("../../src/py/stdlib.list");
        let words = list.lines().flat_map(|line| line.split('#').next().unwrap_or_default().split_whitespace());
        let words = words.filter(|word| !word.ends_with(':'));
        let modules: Vec<&str> = words.map(|word| word.trim_end_matches(".*")).collect();
        assert!(modules.len() > 100, "the list has been read");
        for module in modules {
            let outcome = learner.run(&format!("import {module}"));
            let _ = learner.host.take();
            assert!(outcome.ok(), "{}", outcome.error.map(|error| error.traceback).unwrap_or_default());
        }
    });
}

/// In a browser each of these would wait for a second file.
#[test]
fn what_lessons_start_with_is_in_the_first_part_of_the_library() {
    with_learner(|learner| {
        let code = "\
import abc, collections.abc, contextlib, copy, dataclasses, enum, functools, io, itertools, json, math, operator, os.path
import random, re, string, sys, textwrap, time, traceback, typing
import numpy as np
a = np.random.default_rng(0).normal(size=(3, 4))
print(a.mean(axis=0).shape, np.linalg.inv(a @ a.T).shape, f'{a.std():.1f}')
print([name for name, module in sys.modules.items() if getattr(module.__spec__, 'loader', None).__class__ is type
       and module.__spec__.loader.__name__ == '_Later'])
import csv
print(csv.__spec__.loader.__name__, csv.__spec__.origin)";
        assert_eq!(learner.prints(code), "(4,) (3, 3) 0.7\n[]\n_Later frozen\n");
    });
}

/// A browser's `errno` has no names of its own; here the machine's are the oracle.
#[test]
fn errors_have_linuxs_names_and_numbers() {
    with_learner(|learner| {
        let printed = learner.prints(
            "import errno, types, _stridelab
bare = types.SimpleNamespace(errorcode={})
_stridelab._name_errors(bare)
named = {name: code for name, code in vars(bare).items() if name != 'errorcode'}
print({name for name, code in named.items() if getattr(errno, name, code) != code}, len(named), bare.errorcode[2])",
        );
        assert_eq!(printed, "set() 133 ENOENT\n");
    });
}
