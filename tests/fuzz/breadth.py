"""The rest of the subjects a reader may paste: files, single elements against every Python number, functions that loops are
made of, text of any length, assertions, ufuncs told their types. Tables as in rules.py.
"""

ELEMENTS = """
{n}.flat[0] {+|-|*|/|//|%|**|==|<|>=|&|<<} {s}
{s} {+|-|*|/|//|%|==|<|^|>>} {n}.flat[0]
{n}.flat[0] {+|-|*|/|//|%|==|<} {last_again}.flat[-1]
{-|+|~|abs|round|bool|str|repr|hash}({n}.flat[0])
divmod({n}.flat[0], {s})
{n} {+|-|*|==|<|>=|//|%|&} {10**19|-10**30|2**63|2**64|-2**63}
{2**63|10**30} {+|*|!=|>|-} {n}
np.{abs|sign|invert|sqrt|negative|isnan|floor|equal|maximum|add|bitwise_and|logical_or}({10**19|-10**30|2**63|300}(?, {1|10**30|-1|2.5}?))
{n}.dtype.type({s})
np.{int8|uint8|int32|uint64|float16|float32|complex64|bool|str_|bytes_|datetime64|timedelta64}({'12'|1.5|-1|None|'x'|300|1j|[1, 2]|True|'2024-01'|'NaT'|b'7'})
np.array({[1, 2.5]|[True, 2]|[1, 'a']|[1, None]|[2**63, -1]|[2**64]|[1j, 2]|[b'a', 'b']|[[1], [2.5]]|[[1], 2]|[1, [2]]|(1, (2, 3))|{1: 2}|range(3)|'abc'|[np.float32(1), 2]|[np.int8(1), 2.5]}(?, dtype={dtype}?))
{w}[{0|-1|(0,)|...|()}] = {10**30|2**63|-1|'12'|np.nan|np.inf|1j|None|[1]|np.float64(2.5)|np.datetime64('2024')|b'3'|np.array([1])}
{n}.{item|tolist|__int__|__float__|__complex__|__index__|__bool__|__len__}()
{n}.flat[0].{is_integer|bit_count|as_integer_ratio|conjugate|hex|item|tobytes|astype}({|'f4'})
x = {n}.flat[0]; x {+|-|*|/|//|%|**|@|&}= {s}
np.{add|multiply|subtract|less|true_divide}({n}, {like}, {signature|sig}={'dd->d'|(None, None, 'f')|'ll->l'|'ff->f'|('d', None, None)|'d'|('O', 'O', 'O')}(?, casting={casting}?))
np.{sqrt|negative|isnan|absolute|floor|logical_not}({n}, signature={'d->d'|(None, 'f')|'f->f'|('d', None)|'l->l'|('?', None)}(?, casting={casting}?))
np.{add|sqrt|matmul|divmod|less|bitwise_and|power}.{nin|nout|nargs|identity|signature|__name__}
np.matmul({p}, {partner}, axes=[{(-2, -1), (-2, -1), (-2, -1)|(0, 1), (0, 1), (0, 1)|(-1, -2), (-2, -1), (-2, -1)|0, 1}])
np.vecdot({r}, {last_again}(?, axis={axis}?)(?, keepdims={flag}?))
np.{matvec|vecmat}({p}, {partner})
np.frompyfunc(lambda x, y: {x + y|str(x)|x > y|(x, y)|None}, 2, 1)({n}, {like})
np.vectorize(lambda x{, y=2|}: {x * 2|str(x)|x > 1|1.5}(?, otypes=[{ndtype}]?))({n})
np.vectorize(lambda v: {v.sum()|v[::-1]|len(v)}, signature='{(n)->()|(n)->(n)|(n)->()}')({a2})
"""

FILES = """
(lambda file: (np.savetxt(file, {r}(?, fmt='{%.2f|%d|%s|%10.3e|%.3g, %d}'?)(?, delimiter='{,|; }'?)(?, header='a b'?)(?, footer='end'?)(?, comments='% '?)), file.getvalue())[1])(__import__('io').StringIO())
np.{loadtxt|genfromtxt}({['1 2', '3 4']|['1,2', '3,4']|['# c', '1 2']|['1', '']|['a b', 'c d']|['1 x', '2 y']|[]|['1 2', '3']|['1.5 nan', 'inf -2']}(?, dtype={int|str|'f4'|'i4,U3'|None|complex}?)(?, delimiter=','?)(?, skiprows=1?)(?, usecols={0|(1, 0)|5}?)(?, unpack=True?)(?, ndmin={1|2}?)(?, max_rows=1?))
np.genfromtxt({['1,2', '3,']|['a,b', '1,2']|['1;2', '3;x']}, delimiter='{,|;}'(?, names={True|'p, q'}?)(?, filling_values=-1?)(?, missing_values='x'?)(?, dtype=None?)(?, usecols=1?)(?, invalid_raise=False?))
(lambda file: (np.save(file, {a}), file.seek(0), np.load(file, allow_pickle={True|False}))[2])(__import__('io').BytesIO())
(lambda file: (np.savez(file, {n}, q={like}), file.seek(0), np.load(file))[2]['{q|arr_0|z}'])(__import__('io').BytesIO())
np.{logspace|geomspace}({1|0|2.5|-3}, {2|-1|100|3}, {k}(?, endpoint={flag}?)(?, dtype={ndtype}?))
np.emath.{sqrt|log|log2|log10|arccos|arcsin|arctanh}({r})
np.emath.{power|logn}({2|-1|-2.0}, {r})
{n}.getfield({ndtype}(?, {1|0|4}?))
{w}.setfield({s}, {ndtype})
np.mask_indices({3|2}, np.{triu|tril}(?, {1|-1}?))
np.diag_indices_from(np.zeros({(3, 3)|(2, 2, 2)|(2, 3)|(3,)}))
np.{asarray_chkfinite|iscomplexobj|isrealobj|isscalar|iterable|ndim|common_type|mintypecode}({f})
np.{iscomplexobj|isscalar|iterable|isfortran|ndim|min_scalar_type|typename}({s})
np.{may_share_memory|shares_memory|array_equiv}({a}, {a})
np.concat(({a}, {same})(?, axis={axis}?)(?, dtype={dtype}?))
np.bmat({'a, b; c, d'|[[{a2}, {same}]]|[[1, 2], [3, 4]]}) if {flag} else None
np.matrix({[[1, 2], [3, 4]]|'1 2; 3 4'|[1.5, 2]}) {*|**|+|@|-} {2|np.matrix([[1, 0], [0, 2]])|[[1], [1]]}
np.matrix([[1, 2], [3, {kk}]]).{T|I|A1|H|sum(0)|sum()|max(1)|mean()|flatten()|ravel()|tolist()|diagonal()|std(1)|argmax()|prod(0)}
np.array({['a', 'bcd']|['é', '']|[['x'], ['yz']]}, dtype='T'){ == 'a'|[0].tolist()|.astype('U')|.astype(object)|[::-1].tolist()|.tolist()|.astype('S')| < 'b'}
np.strings.{upper|str_len|strip|find|replace|startswith|isalpha|center|multiply}(np.array(['a b', 'bcd '], dtype='T'){|, 'b'|, 'b', 'x'|, 5|, 2}).tolist()
np.testing.assert_{allclose|array_equal|equal|array_less|almost_equal|array_almost_equal|approx_equal}({r}, {like})
np.testing.assert_{equal|array_equal|allclose}({[1, 2]|'a'|{'a': 1}|1.5}, {[1, 3]|'b'|{'a': 2}|2.5|[1, 2, 3]})
np.linalg.{svd|pinv|matrix_rank|svdvals}(np.array([[2.0, 1], [1, {kk}]]){|, hermitian=True})
np.linalg.{multi_dot([[[1, 2]], [[3], [4]], [[{kk}]]])|matrix_transpose({a2})|diagonal({a2})|tensordot({p}, {partner}, axes=1)|matmul({p}, {partner})}
np.s_[{1:3|..., ::2|0, None}]
np.{packbits|unpackbits}({i}.astype('u1')(?, axis={axis}?)(?, bitorder='{big|little}'?))
np.lib.{NumpyVersion('2.4.0') > '1.0'|array_utils.byte_bounds({a})[1] > 0|stride_tricks.as_strided({a1}, {(2, 2)|(1,)|(0, 3)})}
np.i0({f})
np.array({n}, subok=True, ndmin={k})
np.block([{a1}, {s}])
np.{fromiter|array}({(x * x for x in range(4))|map(float, '123')|iter([True])}, {ndtype})
np.fromfunction(lambda i, j: {i * 10 + j|i > j|i ** 2}, ({k}, 2){|, dtype={ndtype}})
np.apply_along_axis(lambda v: {v.mean()|v.cumsum()|[v[0], 1]|np.diff(v)}, {axis}, {r})
np.piecewise({f}, [{last_again} < 0, {last_again} > 1], [{-1|lambda x: x ** 2}, {1|lambda x: -x}(?, 7?)])
"""

TABLES = [(ELEMENTS, 14), (FILES, 10)]
