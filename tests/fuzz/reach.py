"""The rest of the grammar: subjects that the first tables leave out or only touch: factorisations of views, random streams,
printing, memory that overlaps, statistics in several dimensions, polynomials, and what text and days can do beside.
"""

MATRIX = ("np.array({[[4.0, 1], [2, 3]]|[[2, 0, 1], [0, 3, 0], [1, 0, 2]]|[[1, 2], [3, 4], [5, 6]]|[[0.5]]|[[1, 1j], [-1j, 2]]|[[2, 1], [1, 2]]|"
          "[[[4, 1], [2, 3]], [[1, 0], [0, 2.0]]]|np.zeros((0, 0))|[[1, 2], [2, 4]]|np.zeros((2, 0, 0))}){|[::-1]|[..., ::-1]|.T|"
          ".astype('f4')|[:, None]|.astype('D')|[::-1, ::-1]}")

LINALG = """
np.linalg.{inv|det|slogdet|matrix_rank|pinv|cond|eigvals|norm|matrix_norm|svdvals|trace|eigvalsh|cholesky}({MATRIX})
np.linalg.{solve|lstsq}({MATRIX}, {[1.0, 2]|[[1], [2]]|[1, 2, 3]|np.arange(4).reshape(2, 2)[::-1]|[[1, 2, 3]]|np.zeros((2, 0))})
np.linalg.solve([[2, 0], [0, 4]], {n})
np.linalg.matrix_power({MATRIX}, {-1|0|1|2|3|5})
np.linalg.norm({MATRIX}, {None|1|2|-1|-2|np.inf|'fro'|'nuc'|0|'x'}(?, axis={0|-1|(0, 1)|(1, 0)|(-2, -1)|5}?)(?, keepdims={flag}?))
np.linalg.{vector_norm|norm}({r}(?, axis={axis}?)(?, keepdims={flag}?))
np.linalg.vector_norm({n}, ord={0|1|2|3|np.inf|-np.inf|-1|0.5}(?, axis={axes}?))
np.linalg.{cross|outer|vecdot}({[1, 2, 3]|[1.5, 0, 2]|[1j, 0, 1]}, {[0, 1, 0]|[2, 2, 1]|[1, 2]})
np.linalg.tensorinv(np.eye(4).reshape({(2, 2, 2, 2)|(4, 2, 2)|(4, 4)}), ind={1|2|0})
np.linalg.tensorsolve(np.eye(4).reshape(2, 2, 4), {np.ones((2, 2))|np.ones(4)|np.ones(3)})
np.linalg.multi_dot([{p}, {partner}])
np.linalg.{inv|det|eigh|qr|svd|eig|cholesky|solve}({[1, 2]|3|'x'|[[1, 2, 3]]|[[None]]|np.zeros((2, 3))|[['a']]})
np.linalg.qr({MATRIX}, mode='{r|reduced|complete|raw|x}')
{p}[::-1] @ {partner}
{p}[..., ::-1] @ {partner}
np.matmul({p}, {partner}(?, dtype={ndtype}?)(?, casting={casting}?))
o = np.zeros((2, 2), {ndtype})\\nnp.{matmul|dot}([[1, 2], [3, 4]], [[0, 1], [1, 0]], out=o)
np.dot({p}, {s})
np.tensordot({p}, {partner}, axes={([0], [0])|([0, 1], [0, 1])|([1, 0], [0, 1])|(0, 0)|3|([5], [0])|([0], [0, 1])})
np.kron({n}, {[1, 2]|[[1], [0]]|2})
np.einsum('{i,ij,j|ij,ij,ij->i|ijk,kj->i|...ij,...j->...i|ii,jj->ij|ij...->j...|i,j->|,|->|ij,jk->kij|abc,abd->cd|aab->b|ba}', {p}, {partner}(?, {partner}?))
np.einsum('{ij,jk->ik|i,i->i}', {n}, {n}, {dtype={ndtype}|casting={casting}|order='F'|optimize='optimal'|out=np.zeros((2, 2))})
np.{outer|inner|vdot|correlate|convolve}({r1}, {r1})
np.trace({n}, {kk}, {axis}, {axis}(?, dtype={ndtype}?))
""".replace("{MATRIX}", MATRIX)

RANDOM = """
np.random.default_rng({seed}).{triangular(0, {1|0.5|2}, 2)|vonmises(0, {0.5|4|1e-9})|pareto({1|3})|power({0.5|3})|weibull({1|2.5})|zipf({2|1.5|4})|logseries({0.5|0.9})|lognormal({0|1}, {1|0.5})|standard_cauchy()|standard_t({1|5})|noncentral_chisquare({1|3}, {0|2})|noncentral_f(3, 4, {1|0})|hypergeometric({5|20}, {7|40}, {3|11})|standard_gamma({0.3|1|2.5})|dirichlet([1, 2, {0.5|3}])|multivariate_normal([0, 1], [[1, 0.5], [0.5, 2]])|multivariate_hypergeometric([3, 4, 5], {2|6})|bytes({3|9})}
np.random.default_rng({seed}).{poisson|exponential|geometric|standard_gamma|chisquare|rayleigh|zipf}({[0.1, 0.5]|[[2.0], [3]]|[]|-1|0.9|'x'|[0.5, np.nan]}(?, size={(2, 2)|3|(2, 1)}?))
np.random.default_rng({seed}).binomial({10|[5, 10]|100}, {0.5|[0.1, 0.9]|1.5|0.0}(?, {2|(3, 2)}?))
np.random.default_rng({seed}).{uniform|normal|integers}({0|[0, 1]|[[0], [1]]}, {5|[2, 4]|0.5}(?, size={2|(2, 2)}?))
np.random.RandomState({seed}).{triangular(0, {1|0.5}, 2)|vonmises(0, {0.5|4})|pareto({1|3})|power({0.5|3})|weibull({1|2.5})|zipf({2|4})|logseries({0.5|0.9})|lognormal(0, {1|0.5})|standard_cauchy(2)|standard_t({1|5})|noncentral_chisquare({1|3}, 2)|hypergeometric({5|20}, 7, {3|11})|standard_gamma({0.3|1|2.5})|dirichlet([1, 2, {0.5|3}])|binomial({10|100}, {0.5|0.1})|negative_binomial({1|5}, 0.5)|geometric({0.1|0.9})|beta({1|0.5}, {2|0.5})|gumbel()|laplace()|logistic()|rayleigh()|wald(1, 2)|chisquare({1|3})|f(2, 3)|multinomial(5, [0.2, 0.3, 0.5])|bytes({3|8})|tomaxint()|random_integers(3)}
np.random.RandomState({seed}).{randint|uniform|normal|choice}({2|5|[3, 4]|-1}(?, size={(2, 2)|3}?))
np.random.RandomState({seed}).random_sample(({2|0}, {3|1}))
np.random.Generator(np.random.{PCG64|MT19937|Philox|SFC64|PCG64DXSM}({seed})).{random(3)|integers(0, 100, 4)|standard_normal(2)|permutation(5)|choice(10, 3, replace=False)}
[g.integers(0, 9, 3) for g in np.random.default_rng({seed}).spawn(2)]
np.random.SeedSequence({seed}(?, spawn_key=(1,)?)).generate_state({4|1|0}(?, {np.uint32|np.uint64}?))
g = np.random.default_rng({seed})\\n[g.random(), g.integers(5), g.random(2, dtype='f4'), g.integers(3, dtype='u1'), g.standard_normal(), g.permutation(3)]
g = np.random.RandomState({seed})\\n[g.rand(), g.randn(), g.randint(5), g.randn(2), g.permutation(3), g.random_sample(2)]
np.random.default_rng({seed}).permuted({n}(?, axis={axis}?))
np.random.default_rng({seed}).choice({[0.5, 'a', None]|5|[[1, 2], [3, 4]]|(1, 2)}, {2|(2, 2)|None}(?, p={[0.2, 0.8]|[0.1, 0.1, 0.8]|[1, 1]}?)(?, axis={0|1}?))
"""

SHOWN = """
np.array2string({n}, formatter=dict(float_kind=lambda x: '<%.1f>' % x)(?, threshold={3|2}?))
np.array2string({n}, formatter=dict({all|int|float|bool|complex_kind|int_kind|numpystr|object}=lambda x: '[%s]' % x)(?, separator='{,|; }'?))
np.array2string({a}, floatmode='{fixed|unique|maxprec|maxprec_equal|x}'(?, precision={0|2|20}?)(?, sign='{+| |-}'?)(?, suppress_small={flag}?))
np.array2string({a}, threshold={0|1|4}, edgeitems={1|2}(?, max_line_width={8|15|40}?)(?, suffix=')'?)(?, prefix='array('?))
str(np.array2string({c}, precision={0|3|9}(?, suppress_small=True?)(?, sign='+'?)))
np.set_printoptions(formatter=dict({float|int|all|bool}=lambda x: 'q'))
np.set_printoptions({threshold=4|precision=3|suppress=True|linewidth=30|edgeitems=1|nanstr='x'|sign=' '|floatmode='fixed'|threshold=0|infstr='INF'|linewidth=0|precision=0}, {threshold=5|precision=5|suppress=False|linewidth=25|edgeitems=2|sign='+'})
str({f}), repr({last_again}.astype('{f2|f4|D|F|i1|U|O|?}'))
[str(x) for x in np.ravel({n})[:3]], [repr(x) for x in np.ravel({last_again})[:3]]
f"{{f}.flat[0]{:+.3e|:>12.4g|:010.2f|:%|:.0f|:s|:n|:_}}"
f"{{c}.flat[0]{:.2f|:+g|:>20|:e|}}"
"%s %r %.3f" % ({f}.flat[0], {last_again}.flat[0], {last_again}.flat[0])
np.format_float_positional({f}.flat[0](?, precision={0|3|12}?)(?, unique={flag}?)(?, trim='{k|.|0|-}'?)(?, min_digits={2|5}?)(?, pad_right=3?)(?, sign=True?))
np.format_float_scientific({f}.flat[0](?, precision={0|3|12}?)(?, unique={flag}?)(?, trim='{k|.|0|-}'?)(?, min_digits={2|5}?)(?, pad_left=3?))
np.array_str({a}), np.array_repr({last_again})
repr({v}), str({last_again})
np.array2string({d}(?, max_line_width=25?)(?, threshold=2?)), repr({last_again})
repr(np.{zeros|full}({(3, 0)|(0, 2)|(1001,)|(40, 40)|(2, 600)}{|, dtype='i1'|, dtype='?'}{|, fill_value=1.5})) if {flag} else None
repr(np.arange({1001|1500}){|.reshape(-1, 1)|* 1.5|- 700|.astype('f4') / 3})
"""

OVERLAP = """
{w}[1:] {+=|-=|*=|=} {last_again}[:-1]
{w}[:-1] {+=|-=|*=|=} {last_again}[1:]
{w}[::-1] {+=|-=|*=|=} {last_again}
{w}[...] = {last_again}[::-1]
{w}[...] = {last_again}.T
{w} {+=|*=} {last_again}[..., ::-1]
{w} {+=|*=|-=} {last_again}[..., :1]
{w} {+=|-=} {last_again}[:1]
np.{add|subtract|multiply|maximum|copysign}({w}[1:], {last_again}[:-1], out={last_again}[1:])
np.{negative|square|absolute|sqrt|conjugate}({w}[:-1], out={last_again}[1:])
np.{cumsum|cumprod}({w}, axis={axis}, out={last_again})
np.{add|multiply|maximum|subtract}.accumulate({w}, axis={axis}, out={last_again})
np.{add|multiply}.reduce({w}, axis=0, out={last_again}[0])
np.{sum|max|mean}({w}, axis=0, out={last_again}[0])
np.copyto({w}[1:], {last_again}[:-1])
np.copyto({w}, {last_again}[::-1](?, where={mask}?))
np.put({w}, [0, 1, 2], {last_again}[::-1])
np.add.at({w}, [0, 1, 0], {last_again}[:3])
np.clip({w}, {s}, {s}, out={last_again})
np.take({w}, [1, 0, 0], axis=0, out={last_again}[:3])
np.{add|multiply|less|divide}({n}, {like}, where={mask}, out=np.zeros(np.broadcast_shapes(np.shape({last_again}), (1,)), {ndtype}))
np.{divmod|frexp|modf}({n}, {s}, out=(np.zeros(np.shape({last_again})), None))
np.{add|multiply}({n}, {like}, dtype={ndtype}, casting={casting}, out=np.zeros(np.shape({last_again}), {ndtype}))
np.nditer([{n}, None], op_dtypes=[None, {ndtype}], flags=['buffered'], casting='unsafe').operands[1].dtype
np.{add|maximum|bitwise_or|power}.at({w}[::-1], {[0, 0, 1]|[[0], [1]]|(slice(None, 1),)|[True]}, {s})
np.{add|multiply|subtract}.reduceat({w}[::-1], {[0, 1]|[0, 0]|[1, 0]|np.array([0], 'u1')}(?, axis={axis}?))
np.{minimum|logical_and|add|subtract}.accumulate({n}[..., ::-1](?, axis={axis}?))
np.{multiply|add}.outer({n}[::-1], {r1}[::-2])
"""

STATISTICS = """
np.histogramdd({[[0, 1], [1, 2], [2, 2]]|[[0.5, 0.5]]|np.zeros((0, 2))|np.arange(12.0).reshape(4, 3)}(?, bins={2|(2, 3)|[[0, 1, 2], [0, 1, 3]]|0}?)(?, density={flag}?)(?, range=((0, 2), (0, 3))?))
np.histogram2d({r1}, {last_again}(?, bins={2|(2, 3)|[[0, 1, 5], [0, 2]]}?)(?, density={flag}?))
np.histogram({r}(?, bins={3|[0, 1, 3]|[-1, 0, 0.5, 9]|1}?)(?, range=({kk}, {k})?)(?, density={flag}?))
np.histogram_bin_edges({r}(?, bins={3|'auto'|'fd'|'sturges'|'doane'|'scott'|'rice'|'stone'|[0, 1]|'q'}?))
np.{percentile|quantile}({r}, {0.25|0.5|1|[0.1, 0.9]|[[0], [1]]|-0.1}(?, axis={axes}?), method='{linear|lower|higher|midpoint|nearest|inverted_cdf|hazen|weibull|median_unbiased}'(?, keepdims={flag}?))
np.{nanquantile|nanpercentile}({f}, {0.25|0.5|1|[0.1, 0.9]}(?, axis={axes}?)(?, method='{lower|higher|midpoint|nearest|hazen}'?)(?, keepdims={flag}?))
np.{cov|corrcoef}({r}(?, rowvar={flag}?))
np.cov({[1.0, 2, 4]|[[1, 2, 4.0], [2, 2, 1]]}(?, [2.0, 1, 1]?)(?, fweights=[1, 2, 1]?)(?, aweights=[0.5, 1, 2]?)(?, ddof={0|1|2}?))
np.average({r}, axis={axis}, weights={[1, 2]|[1, 2, 3]|[0, 0]|[[1, 2]]|[1.5]}(?, keepdims={flag}?)(?, returned={flag}?))
np.{digitize|searchsorted}({sorted1}, {r}(?, side='right'?))
np.digitize({r}, {[0, 1, 2]|[3, 2, 1]|[0, 0, 1]|[2, 0, 1]|[]}(?, right={flag}?))
np.bincount({[0, 1, 1]|[2]|np.array([1, 0], 'u1')|[[1]]|[True]|['a']}, {[0.5, 1, 2]|[1]|[1j]|None})
np.gradient({f}, {2|[1, 2, 4]|0.5}(?, {[0, 1, 3]|2}?)(?, axis={axis}?)(?, edge_order=2?))
np.{diff|ediff1d}({a}(?, {2|-1}?))
np.trapezoid({r}, {[0, 1, 3]|None|[[0, 1]]}(?, axis={axis}?))
np.interp({f}, {[0, 1, 2]|[0.0, 0.5, 3]}, {[1, 2, 4]|[1j, 2, 3]|[0, np.nan, 1]}(?, {s}, {s}?)(?, period={3|-2}?))
np.{convolve|correlate}({r1}, {[1, 2]|[0.5, -1, 2]|[1j]}, '{same|valid|full|x}')
np.unwrap({r}(?, axis={axis}?)(?, period={4|3.0}?)(?, discont=1?))
np.select([{r} > {k}, {last_again} < {kk}], [{last_again} * 2, {s}], default={s})
np.piecewise({r}, [{last_again} < {k}, {last_again} >= {k}], [lambda x: x * 2, {s}])
np.apply_along_axis(lambda v: {v.max() - v.min()|v[::-1]|np.sort(v)[:2]|v * 2.5|np.outer(v, v)|str(v)|None}, {axis}, {n})
np.{nancumsum|nancumprod|nanmax|nansum|nanprod|nanstd|nanargmin}({f}(?, axis={axis}?))
np.{sum|prod|cumsum|mean|var|max|argmax}({c}(?, axis={axis}?))
np.{partition|argpartition}({r1}, {0|-1|(0, 1)}){|[0]|[-1]}
np.sort({a}, axis={axis}, kind='{quicksort|heapsort|stable|mergesort|x}')
np.{argsort|argmin|argmax|unique|sort|nonzero|any}({t})
np.lexsort(({r1}, {last_again}[::-1]), axis={0|-1})
np.unique({n}, return_index=True, return_inverse=True, return_counts=True(?, axis={axis}?)(?, equal_nan={flag}?)(?, sorted={flag}?))
np.{isin|setdiff1d|union1d|intersect1d|setxor1d}({n}, {[0, 1, 2]|[True]|[1.5, np.nan]|[]|[1j]}(?, assume_unique=False?))
np.trim_zeros({n})
np.{flatnonzero|argwhere|count_nonzero|nonzero}({n} {>|==|!=} {s})
"""

POLYNOMIALS = """
np.polynomial.{Polynomial|Chebyshev|Legendre|Hermite|HermiteE|Laguerre}({[1, 2, 3]|[0, 1.5]|[2]|[1, 0, 0, -1]|[]}){|.deriv()|.integ()|(2)|.degree()|.coef|(np.arange(3))|.trim()|.cutdeg(1)|.truncate(2)|.linspace(3)| + 1| * 2|.domain|.copy()}
np.polynomial.{Polynomial|Chebyshev}({[1, 2]|[0, 1, 3]}) {+|-|*|==|//|%|**} {2|np.polynomial.Polynomial([1, 1])|[1, 0, 2]|1.5}
str(np.polynomial.{Polynomial|Chebyshev|Legendre}({[1, 2.5, -3]|[0]|[1e10, 1e-10]|[np.nan, 1]})), repr(np.polynomial.Polynomial({[1, 2]|[0.5]}(?, domain=[0, 1]?)(?, window=[0, 2]?)(?, symbol='{z|1}'?)))
np.polynomial.polynomial.{polyadd|polysub|polymul|polydiv}({[1, 2]|[0, 0, 1]|[2]}, {[1]|[1, 1]|[0]|[]})
np.polynomial.{polynomial.polyval|chebyshev.chebval|legendre.legval|hermite.hermval|laguerre.lagval}({r}, {[1, 2]|[0, 1, 1]|[[1, 2], [3, 4]]}(?, tensor={flag}?))
np.polynomial.{polynomial.polyder|chebyshev.chebder|legendre.legint|polynomial.polyint|hermite.hermder}({[1, 2, 3]|[2.0]|[[1, 2], [3, 4]]}, {1|2|0|-1})
np.polynomial.{polynomial.polyvander|chebyshev.chebvander|legendre.legvander}({[1, 2]|[0.5]}, {0|2|-1})
np.polynomial.{chebyshev.poly2cheb|chebyshev.cheb2poly|legendre.poly2leg|polynomial.polyfromroots|hermite_e.poly2herme}({[1, 2, 3]|[0]|[1, 0, -1]})
np.poly1d({[1, 2, 3]|[0, 2]|[1.5]}){|(2)|.deriv()|.integ()|.order|.coeffs|[1]|.roots| * 2| + np.poly1d([1, 1])| ** 2| / [1, 1]|(np.arange(3))| == np.poly1d([1, 2, 3])}
str(np.poly1d({[1, -2, 3]|[0.5, 0, 0, 1]|[1j, 2]|[0]}(?, variable='z'?)))
np.{polyval|polyadd|polymul|polysub|polydiv|polyder|polyint}({[1, 2]|[1.5, 0, 1]|[0]|np.poly1d([1, 1])}, {2|1|[1, 2]|0.5|-1})
np.poly({[1, 2]|[[1, 0], [0, 2]]|[]|[1j, -1j]})
"""

TEXTS = """
np.strings.{partition|rpartition}({t}, {'a'|'b'|''|'ab'})
np.strings.{expandtabs|translate|title|istitle|isspace|encode}({t}(?, {4|str.maketrans('a', 'b')}?))
np.strings.{find|rfind|count|index|startswith|endswith}({t}, {np.array(['a', 'b'])[:1]|'a'|b'a'|1|None}(?, {[0]|0|-2}(?, {[3]|1|None}?)?))
np.strings.replace({t}, {'a'|['a']|''}, {'zz'|''|1}(?, {1|[1]}?))
np.strings.{ljust|rjust|center|zfill}({t}, {[4]|6|0|-1|2.5}(?, {'*'|'ab'|b'x'}?))
np.strings.slice({t}, {1|-1|[1]|None}(?, {2|-1|None|[3]}(?, {1|-1|2|0}?)?))
np.char.{capitalize|ljust|center|replace|find|decode|isdigit|strip|lower}({np.array([b'ab', b' c'])|['x', 'yz']|'q'|[1]|np.array('a')}(?, {3|'a'}?))
np.char.array({['a', 'b ']|'abc'|[b'x']|t}){| + 'q'| * 2| == 'b'|.upper()|.strip()|.find('b')|[0]|.itemsize| % ()}
{t}.astype('S') {==|+|<} {b'a'|np.array([b'a'])|'a'}
np.array({['a', 'bcd']|['é']|[b'ab']|['1', '22']}).astype({'U1'|'S'|'i4'|'f4'|'?'|'M8[Y]'|object|'m8[s]'|'c8'})
np.array({['2024', '2025-01']|['x']|['NaT', '']}, dtype='{M8|M8[D]|M8[s]|m8[s]|U}')
np.array([{1|1.5|True|None|1j|10**20}, '{a|}'])(?.astype('{S|i4|O}')?)
np.busday_offset({['2024-02-29', '2024-03-02']|'2024-01-01'}, {[1, -1]|3|0}, roll='{forward|backward|modifiedfollowing|nat|raise}'(?, weekmask='{1111100|Mon Wed Fri|0000000|1111111}'?)(?, holidays=['2024-03-01']?))
np.{is_busday|busday_count}({'2024-03-02'|['2024-02-29', '2024-03-04']}(?, {'2024-04-01'|['2024-03-01']}?)(?, weekmask='{Sat Sun|1110000}'?)(?, holidays=['2024-03-01']?))
np.datetime64('{date}').{astype('M8[{unit}]')|item()|tolist()|dtype|astype(int)|astype('U30')|astype(object)|__str__()}
np.timedelta64({kk}, '{unit}').{astype('m8[{unit}]')|item()|dtype|astype(int)|astype(float)|__str__()|astype('U')}
np.array(['{date}', '{date}'], 'M8[{unit}]') {-|==|<|+} {np.datetime64('{date}', '{unit}')|np.timedelta64({kk}, '{unit}')|1}
np.arange('{2024-01|2024-01-30}', {'2024-04'|5|'2024-02-03'}, {1|2|np.timedelta64(1, '{unit}')}, dtype='M8[{M|D}]')
np.{min|max|ptp|sort|argsort|diff|unique|median|mean|sum|cumsum|searchsorted|isnat|argmax|flip}(np.array(['2024-02-29', '{date}', '2020'], 'M8[{unit}]'))
np.{sum|mean|max|cumsum|median|std|abs|sign|prod|any|all}(np.array([3, {kk}, 'NaT'][:{2|3}], 'm8[{unit}]'))
np.where(np.isnat({d}), {last_again}, {last_again})
np.array({d}, dtype='{M8|m8}[{unit}]'(?, copy=None?))
np.datetime_as_string(np.array(['{date}'], 'M8[{unit}]'), unit='{auto|D|s|x}'(?, timezone='UTC'?)(?, casting={casting}?))
"""

TABLES = [(LINALG, 12), (RANDOM, 10), (SHOWN, 12), (OVERLAP, 14), (STATISTICS, 14), (POLYNOMIALS, 5), (TEXTS, 9)]
