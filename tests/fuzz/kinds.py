"""More of the grammar: templates about elements that are no numbers (times, text, records), masks, and ways of walking
through arrays. What numbers do stands in rules.py.
"""

TIMES = """
{d}[{slices}]
{d} {+|-|==|!=|<|<=|>} {d}
{d} {+|-|*|/|//|%|<|==} {k}
{d} {*|/|//} {0.5|2.5|-1.0|np.nan|np.inf|True|np.int8(3)}
{d} {+|-} np.timedelta64({kk}, '{unit}')
np.datetime64('{date}') {+|-} {m8}
np.timedelta64({kk}, '{unit}') {+|-|*|/|//|%|<|==} {np.timedelta64(3, 'h')|np.timedelta64(0, 's')|2|2.5|np.timedelta64('NaT')|np.datetime64('2024-01-31')|'x'}
np.datetime64('{date}'(?, '{unit}'?))
np.datetime64('{date}') {-|+|<|==|!=} {np.datetime64('2023-03-01')|np.datetime64('2024-01-31T06:30')|np.timedelta64(5, 'D')|7|'2024-02-29'|None}
np.timedelta64({kk}(?, '{unit}'?))
np.array(['2024-02-29', '{date}'], dtype='M8(?[{unit}]?)')
np.array([1, {kk}], dtype='m8[{unit}]')
np.arange('{2024-01|2023-11}', '{2024-03|2024-02}', dtype='M8[{M|D}]')
np.arange(np.datetime64('2024-01-01'), np.datetime64('2024-01-07'), np.timedelta64({1|2|3}, 'D'))
np.arange({k}, dtype='m8[{unit}]')
{d}.astype('{M8|m8}[{unit}]')
{d}.astype({ndtype})
{d}.astype('{U|S|object|U5|U30}')
{d}.view('{i8|m8[h]|M8[us]}')
{i}.astype('{m8|M8}[{unit}]')
{i}.view('{m8|M8}[{unit}]')
np.{sort|argsort|unique|diff|isnat|isfinite|isnan|flip|cumsum|nonzero}({d})
np.{max|min|argmax|argmin|ptp|sum|mean|median|cumsum|any|all|std|nanmax|fmax.reduce}({d}(?, axis={axis}?))
np.{abs|negative|sign|positive|floor|square|sqrt}({d})
np.{add|subtract|maximum|minimum|fmax|fmin|divmod|remainder|floor_divide|equal|less|hypot|logical_and}({d}, {d})
np.{maximum|fmin}({d}, np.datetime64('{date}'))
np.datetime_as_string(np.array(['{date}', '2024-02-29'], dtype='M8[{unit}]')(?, unit='{unit}'?)(?, casting='unsafe'?))
np.datetime_data('{M8|m8}[{unit}]')
np.where({mask}, {d}, np.datetime64('NaT'))
np.searchsorted(np.sort(np.ravel({d})), {last_again})
np.busday_offset('{date}', {kk}(?, roll='{forward|backward|following|preceding|raise}'?))
np.busday_count('{date}', '2024-03-15')
{d}.tolist()
{w}[{slices}] = {np.datetime64('2024-02-29')|np.timedelta64(5, 'm')|'2024-02-29T01'|'NaT'|7}
{d}.astype(object)
f"{{d}.flat[0]} {{last_again}}"
[{d}.dtype.str, {last_again}.dtype.name, repr({last_again}.dtype)]
np.promote_types('{M8|m8}[{unit}]', '{M8|m8}[{unit}]')
np.can_cast('{M8|m8}[{unit}]', '{M8|m8}[{unit}]'(?, {casting}?))
np.concatenate(({d}, {last_again}.astype('{M8|m8}[{unit}]')))
np.clip({d}, {last_again}.flat[0], None)
np.linspace(np.timedelta64(0, 's'), np.timedelta64(10, 's'), 3)
np.isin({d}, {last_again}[:1])
np.array([np.datetime64('{date}'), {None|'NaT'|np.datetime64('2024-01')|np.timedelta64(1)|5}])
"""

TEXTS = """
np.strings.{find|rfind|count|index|rindex|startswith|endswith}({t}, {'a'|'b'|''|'ab'}(?, {kk}(?, {k}?)?))
np.strings.replace({t}, 'a', '{bb||c}'(?, count={1|0|-1}?))
np.strings.{strip|lstrip|rstrip}({t}(?, {'a'|' '|'ab'}?))
np.strings.{center|ljust|rjust}({t}, {k}(?, '{*|0}'?))
np.strings.{zfill|multiply}({t}, {k})
np.strings.slice({t}, {kk}(?, {k}?))
np.strings.{encode|isalnum|islower|isupper|isspace|istitle|isdecimal|isnumeric|str_len}({t})
np.strings.{add|equal|not_equal|less|greater_equal}({t}, {t})
np.strings.mod(np.array(['%d', 'x%s']), {3|'q'})
np.char.{add|multiply|join|split|rsplit|splitlines|count|title}({t}, {'a'|2|','})
np.char.{upper|lower|capitalize|swapcase|strip|str_len|isalpha}({t})
{t} {==|!=|<|<=|>|+|*|-|/} {t}
{t} {==|!=|<|+|*|/|@} {'a'|b'a'|1|2.5|None|np.str_('b')}
np.{sort|argsort|unique|flip|argmax|max|min|nonzero|count_nonzero|any|all|sum|mean|abs|isnan|negative}({t})
{t}.astype('{U1|U9|S2|S9|object|bool|i4|f8|c16|M8[D]}')
np.array({t}, dtype='{U2|S|object}')
np.array(['{1|2.5|x|nan|1e3|True| 7 |0x1f|1_0|1+2j|-inf}', '3'], dtype='U6').astype('{i4|f8|c16|bool|u1|f4}')
np.array([{s}, '{a|1}'])
np.array({[1, 'a']|[1.5, 'a']|['a', b'b']|[True, 'a']|['a', None]|[b'a', 1]|['a', 10**20]|[1j, 'x']}(?, dtype='{U|S|U1|object}'?))
np.isin({t}, ['a', '1'])
np.searchsorted(np.sort(np.ravel({t})), {t})
np.where({mask}, {t}, {'zz'|1|2.5|b'q'|None})
np.concatenate(({t}, {last_again}.astype('S3')))
np.concatenate(({t}, {like})(?, axis={axis}?))
{w}[{slices}] = {'abcdefgh'|b'xy'|1.5|True|np.str_('q')|None|10**20|1j}
{t}.view('{u4|U1|S4|u1}')
{t}.tolist()
np.array2string({t}(?, max_line_width={8|20}?)(?, separator='{, |;}'?))
f"{{t}.flat[0]:{5|>4|}}"
np.{maximum|minimum|add|equal|multiply|less}({t}, {'a'|'b'|1})
np.{maximum|add|equal}.reduce({t})
np.lexsort((np.ravel({t}),))
np.{vstack|hstack|stack}(({t}, {last_again}))
"""

RECORDS = """
{v}['{x|y|s|z}']
{v}[['{x|s}', 'y']]
{v}[{slices}]
{v}[{index}]
{v}.flat[0]
{v}.flat[0]['{x|y|s}']
{v}['{x|y|s}'][{slices}]
{v}['{x|y}'].{sum|mean|max|argsort}()
{v} {==|!=} {last_again}
{v} {==|<|+} {1|(1, 2.0, 'a')}
{v}.dtype
{v}.dtype.{names|fields|itemsize|descr|isalignedstruct|str|kind|char|ndim|subdtype|hasobject}
{v}.tolist()
{v}.T
{v}.copy()
{v}.astype({[('x', 'f8'), ('y', 'i4'), ('s', 'U2')]|[('y', 'f4'), ('x', 'i2'), ('s', 'S2')]|'i4,f8,U1'|'f8'|'object'|'U9'|'i4,i4'})
np.{sort|argsort|unique|flip|ravel|zeros_like|empty_like|atleast_2d|isnan|sum|max|argmax|any|nonzero}({v})
np.sort({v}, order={'y'|['s', 'x']|'q'|['x', 'x']})
np.argsort({v}, order='{x|y|s}', kind='stable')
{vw}['{x|y}'] = {s}
{vw}['{x|y|s}'] = {value}
{vw}[{slices}] = {(7, 1.5, 'zz')|(1, 2)|0|'q'|None|[(1, 2.0, 'a')]|(1.7, 3, 5)}
{vw}[{slices}] = {last_again}[{slices}]
{vw}['s'] = {'long text'|b'by'|5|['p', 'q']}
np.concatenate(({v}, {last_again}))
np.{zeros|ones}({shape}, dtype={'i4,f8'|[('p', 'i1', (2,)), ('q', 'U2')]|[('n', [('m', 'i2'), ('k', 'f4')]), ('l', '?')]|'3i2'|'2f4, S2'})
np.zeros(2, dtype=[('n', [('m', 'i2'), ('k', 'f4')]), ('l', 'M8[D]')])['{n|l|m}']
np.dtype({'i4,f8'|[('a', 'i4'), ('b', 'f8', (2, 2))]|'3i2'|[('a', 'O')]|'i4, (2,)f8'|np.dtype('i4').newbyteorder('>')|[(('title', 'nm'), 'i4')]|('i4', (2, 3))|'V5'|[('', 'i4'), ('', 'f4')]}(?, align={flag}?))
np.dtype([('a', 'i1'), ('b', 'f8')], align=True).{itemsize|fields|descr}
np.array([(1, 2.5), (3, {kk})], dtype=[('a', '{i2|f4|U3}'), ('b', '{f8|i4|?|O}')])
np.array({(1, 2.0)|[(1, 2.0)]|[[(1, 2.0)], [(3, 4.0)]]|[1, 2]|[(1, 2.0, 3)]|'x'}, dtype='i4,f8')
np.rec.{array|fromarrays}({[[1, 2], [2.5, 3.5]]|[[1, 2], ['a', 'b']]}(?, names='p,q'?))
np.where({v}['x'] > 1, {last_again}['y'], 0)
np.array2string({v}(?, precision=2?)(?, max_line_width=30?)(?, separator=';'?))
f"{{v}}"
{v}.view('{u1|V4|i4}')
{v}.{shape|itemsize|nbytes|strides|ndim}
np.repeat({v}, 2)
np.can_cast('i4,f8', '{i4,f8|f8,f8|i4,f4|i8}'(?, {casting}?))
np.result_type('i4,f8', '{i4,f8|f8,f8|i4|i8,f8}')
"""

MASKED = """
np.ma.array({n}, mask={fullmask})
np.ma.masked_{equal|not_equal|less|less_equal|greater|greater_equal|values}({r}, {k})
np.ma.masked_{invalid|where(np.ravel({r}) > 1, np.ravel({last_again})) + np.ravel|inside(np.arange(5), 1, 3) * np.size}({f})
np.ma.array({n}, mask={fullmask}).{sum|prod|mean|max|min|var|std|argmax|argmin|cumsum|count|ptp|any|all|anom}((?axis={axis}?))
np.ma.array({n}, mask={fullmask}) {+|-|*|/|//|%|**|==|<|!=|>=|&} {like}
{like} {+|-|*|/|<|==} np.ma.array({n}, mask={fullmask})
-np.ma.array({n}, mask={fullmask})
np.ma.array({n}, mask={fullmask})[{slices}]
np.ma.array({n}, mask={fullmask})[{index}]
np.ma.array({n}, mask={fullmask}).{filled()|filled(7)|compressed()|data|mask|T|ravel()|shape|fill_value|tolist()|copy()|recordmask|nonzero()|round(1)|count()|hardmask|sharedmask|dtype|flatten()|conj()|real}
np.ma.{sqrt|log|exp|absolute|negative|isnan|arcsin|floor|logical_not|reciprocal}(np.ma.array({n}, mask={fullmask}))
np.{sqrt|square|absolute|negative|isnan|floor|sign|sum|mean|sort|cumsum|ravel|transpose|max|any}(np.ma.array({n}, mask={fullmask}))
np.ma.{divide|floor_divide|add|multiply|power|maximum|minimum|equal|logical_and|hypot|arctan2}(np.ma.array({n}, mask={fullmask}), {s})
np.ma.{concatenate|stack|vstack|hstack|dstack|column_stack}((np.ma.array({n}, mask={fullmask}), {last_again}))
np.ma.{sort|argsort|median|average|diff|unique|compressed|getmaskarray|getmask|getdata|is_masked|notmasked_edges|clump_masked|clump_unmasked|flatnotmasked_contiguous|fix_invalid|count|allequal|median}(np.ma.array({r1}, mask={fullmask}))
np.ma.where({mask}, {n}, np.ma.masked)
np.ma.array([1, 2, 3], mask=[0, {0|1}, 1](?, fill_value={99|-1|1.5|'x'}?)(?, dtype={ndtype}?))
q = np.ma.array({n}, mask={fullmask})\\nq[{slices}] = {{s}|np.ma.masked}
q = np.ma.array({n}, mask={fullmask})\\nq {+|-|*|/|//}= {s}
np.ma.{zeros|ones}({(2,)|(2, 2)})
np.ma.{mask_rows|mask_cols|compress_rows|mask_rowcols}(np.ma.array({a2}, mask={fullmask}))
np.ma.masked {+|*|==|<} {s}
repr(np.ma.array({a}, mask={fullmask}))
str(np.ma.array({a}, mask={fullmask}))
np.ma.{allclose|array|asarray}({n}, {s})
np.ma.{cov|corrcoef|polyfit}([1.0, 2, 4], [2.0, 3, {kk}])
np.ma.dot(np.ma.array([[1, 2], [3, 4]], mask=[[0, 1], [0, 0]]), [[1, 0], [2, {kk}]])
np.ma.array({n}, mask={fullmask}).reshape({reshape})
"""

WALKS = """
[x.copy() for x in np.nditer({n}(?, order='{C|F|K|A}'?)(?, flags=['{zerosize_ok|refs_ok}']?))]
[(x.copy(), y.copy()) for x, y in np.nditer([{n}, {like}])]
[it.multi_index for it in [np.nditer({a}, flags=['multi_index', 'zerosize_ok', 'refs_ok'])] for _ in it]
np.nditer({n}, flags=['{zerosize_ok|external_loop|c_index|f_index|buffered}']).{itersize|ndim|shape|iterindex|nop|dtypes|finished|has_index|has_multi_index}
[x.copy() for x in np.nditer({n}, flags=['external_loop', 'zerosize_ok'](?, order='{C|F|K}'?))]
[x.copy() for x in np.nditer({n}, flags=['buffered', 'zerosize_ok'], op_dtypes=[{ndtype}](?, casting={casting}?))]
[x[...].copy() for x in np.nditer({w}, op_flags=['{readwrite|readonly|writeonly}'], flags=['zerosize_ok'])]
list(np.ndindex({shape}))
list(np.ndenumerate({a}))
np.broadcast({a}, {like}).{shape|size|nd|numiter|index}
list({a}.flat)
{a}.flat[{kk}]
{a}.flat[{1:3|::2|[0, 1]|...|[True]|(0,)|[]}]
np.einsum('{ij,kj->ik|ij,ij|i,i->|ijk,jl->ikl|ji,jk|ij,j,k->ik|ii->|ij...->...ji|i,j,k|...i,...i|ab,bc,cd->ad|ij,ij->ji|i...,i...->i|ij,jk,kl|a,a->a|ijk->ik|iij->j}', {p}, {partner}(?, {partner}?)(?, optimize={flag}?))
np.einsum({p}, [0, 1], {partner}, [1, 2](?, [0, 2]?))
np.einsum_path('ij,jk,kl->il', np.ones((2, 3)), np.ones((3, 4)), np.ones((4, {2|5}))(?, optimize='{greedy|optimal}'?))[0]
np.{add|multiply|maximum|subtract}.at({w}, ({[0, 0]|slice(None)|...}, {[0, 1]|0|slice(0, 2)}), {s})
np.{add|subtract|maximum|logical_and|bitwise_or|power|divide}.at({w}, {index}, {like})
np.{FOLDED}.reduceat({n}, {[0, 1]|[1, 0, 1]|[0, 0]}, axis={axis}(?, out=np.zeros({shape})?))
np.{add|multiply|minimum|logical_xor}.reduce({n}, axis={axes}, keepdims={flag}, where={mask}, initial={s})
np.{add|maximum}.accumulate({n}, {axis}, {ndtype})
np.{add|multiply|less|divmod|power|arctan2}.outer({r1}, {r1})
{w}[{index}] = {like}
{w}[{index}] = {same}[{last_index}]
{w}[np.ix_({[0]|[0, 1]|[True]}, {[0, -1]|[0]})] = {value}
{w}[{mask}] {+=|*=|-=|/=} {s}
{w}[{fullmask}] = {value}
{w}[{index}] {+=|-=|*=|//=|**=|&=|<<=} {s}
{w}[..., {None|0|[0, 0]|-1}] = {value}
np.put({w}, {[0, 2]|[[0, 1]]|-1|[]}, {value}(?, mode='{raise|wrap|clip}'?))
np.take({a}, {[[0, 1]]|0|[-1, 5]|[]}(?, axis={axis}?), mode='{wrap|clip|raise}'(?, out=np.zeros({shape})?))
np.take_along_axis({a}, {np.zeros((1, 1), int)|np.array([[0, 1]])|np.array([0])}, {axis})
np.{percentile|nanpercentile}({r}, {[0, 50.0, 100]|33|[[10, 90]]}, axis={axes}, method='{linear|lower|higher|nearest|midpoint|hazen|weibull|median_unbiased|normal_unbiased|inverted_cdf|averaged_inverted_cdf|closest_observation|interpolated_inverted_cdf}'(?, keepdims={flag}?))
np.quantile({r1}, {0.5|[0, 1]|[0.1, 0.9]}, weights={counts}, method='{inverted_cdf|linear}')
np.unique({a}, axis={axis}(?, return_index=True?)(?, return_inverse=True?)(?, return_counts=True?))
np.unique({a}, return_inverse=True(?, return_counts=True?)(?, equal_nan={flag}?))
np.{union1d|setxor1d|intersect1d|setdiff1d}({a}, {a})
np.in1d({a1}, {a1}) if hasattr(np, 'in1d') else np.isin({a1}, {a1}(?, kind='{sort|table}'?))
np.lib.stride_tricks.sliding_window_view({a}, ({width}, 1)(?, axis=({axis}, {axis})?))
np.ravel(np.lib.stride_tricks.as_strided({n}, {strided}))
np.array2string({c}(?, precision={0|2|5}?)(?, floatmode='{fixed|unique|maxprec|maxprec_equal}'?)(?, suppress_small={flag}?)(?, sign='{+|-| }'?))
[repr(x) for x in {c}.flat]
f"{{c}.flat[0]} {{c}.flat[0]:.2f}"
np.round({c}, {kk})
np.{real_if_close|angle|conj|nan_to_num|iscomplex|sort|unique|abs|sign|prod|mean|std|cumsum|max}({c})
{c} {+|-|*|/|**|==|<|//} {like}
np.{meshgrid|broadcast_arrays|ix_|atleast_1d}({a1}, {a1})[0]
np.apply_along_axis({np.diff|np.max|lambda v: v[:1]|np.unique|list|lambda v: v.sum()|lambda v: v[::-1]}, {axis}, {r})
np.{cumulative_sum|cumulative_prod}({n}, axis={axis}(?, dtype={ndtype}?)(?, include_initial={flag}?))
np.{nancumsum|nancumprod|nanmedian|nanstd|nanvar|nanmean|nanmin|nanargmax}({f}(?, axis={axis}?))
np.{gradient|diff|ediff1d|trapezoid|ptp|median|average|count_nonzero|argwhere|flatnonzero}({a})
np.{fft.fft|fft.rfft|fft.ifft|fft.fftshift|fft.fft2}({p})
np.select([{mask}, {mask}], [{n}, {s}], {s})
np.{lib.format.descr_to_dtype|dtype}({dtype})
np.frombuffer({b'abcdefgh'|b''|b'abc'}, dtype='{u1|i4|S2|f8}'(?, count={1|-1|9}?)(?, offset={1|4|99}?))
np.fromiter(({range(3)|'abc'|[1.5, 2]|[True]}), dtype={dtype}(?, count={2|-1|5}?))
np.fromfunction(lambda i, j: {i + j|i * 2|i == j|3}, (2, 3)(?, dtype={ndtype}?))
np.fromstring('{1 2 3|1,2|1.5 x|}', dtype={ndtype}, sep='{ |,}')
"""
