"""The grammar: tables of templates, one table a subject, each with its weight.

How holes are filled stands in holes.py, the template language in grow.py, more tables in kinds.py, reach.py and breadth.py. A template of several lines makes all but the last
first. `out=` takes a new array whose dtype and shape may not suit, which is an outcome as well.
"""
import re

import breadth
import kinds
import reach

UNARY = ("absolute|bitwise_count|ceil|conjugate|deg2rad|degrees|fabs|floor|frexp|invert|isfinite|isinf|isnan|logical_not|"
         "modf|negative|positive|rad2deg|radians|reciprocal|rint|sign|signbit|spacing|sqrt|square|trunc")
LIBM = "arccos|arccosh|arcsin|arcsinh|arctan|arctanh|cbrt|cos|cosh|exp|exp2|expm1|log|log10|log1p|log2|sin|sinh|tan|tanh"
BINARY = ("add|subtract|multiply|divide|floor_divide|remainder|fmod|divmod|power|maximum|minimum|fmax|fmin|copysign|"
          "nextafter|heaviside|bitwise_and|bitwise_or|bitwise_xor|left_shift|right_shift|gcd|lcm|logical_and|logical_or|"
          "logical_xor|equal|not_equal|less|less_equal|greater|greater_equal|float_power|true_divide|mod|ldexp|hypot")
LIBM_BINARY = "arctan2|logaddexp|logaddexp2|hypot|float_power"
FOLDED = ("add|subtract|multiply|maximum|minimum|fmax|fmin|bitwise_and|bitwise_or|bitwise_xor|logical_and|logical_or|"
          "logical_xor|gcd|lcm|divide|power|floor_divide|remainder|equal|less|not_equal|left_shift|copysign")
OPERATOR = "+|-|*|/|//|%|**|&|^|==|!=|<|<=|>|>=|<<|>>|@"

VIEWS = """
{a}[{slices}]
{a}[{slices}]
{a}[{slices}][{slices}]
{a}.T
{a}.mT
{a}.reshape({reshape}(?, order='{C|F|A}'?))
np.reshape({a}, {reshape}(?, order='{C|F|A}'?)(?, copy={True|False}?))
{a}.transpose({perm})
np.transpose({a}(?, {perm}?))
np.permute_dims({a}, {perm})
np.swapaxes({a}, {axis}, {axis})
np.moveaxis({a}, {axis}, {axis})
np.rollaxis({a}, {axis}(?, {axis}?))
np.expand_dims({a}, {axis_new})
np.squeeze({a}(?, axis={axes}?))
{a}.squeeze({axes})
np.ravel({a}(?, order='{C|F|A|K}'?))
{a}.ravel('{C|F|A|K}')
{a}.flatten('{C|F|A|K}')
{a}.copy((?'{C|F|A|K}'?))
np.copy({a}, order='{C|F|A|K}')
np.broadcast_to({a}, {wider})
np.flip({a}(?, axis={axes}?))
np.{fliplr|flipud}({a})
np.rot90({a}(?, k={kk}?))
{a}.{real|imag}
np.{real|imag}({a})
{n}.view({ndtype})
{a}.view()
np.diagonal({a}(?, offset={kk}?))
np.diagonal({a}, {kk}, {axis}, {axis})
{a}.diagonal()
np.diag({a}(?, {kk}?))
np.atleast_{1|2|3}d({a})
np.lib.stride_tricks.sliding_window_view({a}, {width}(?, axis={axis}?))
np.lib.stride_tricks.as_strided({a}, {strided})
np.{asarray|ascontiguousarray|asfortranarray|asanyarray}({a})
np.asarray({a}, dtype={dtype}(?, order='{C|F}'?)(?, copy={True|False|None}?))
np.array({a}(?, dtype={dtype}?)(?, copy={True|False|None}?)(?, order='{C|F|A|K}'?)(?, ndmin={k}?))
{a}.astype({dtype}(?, order='{C|F|A|K}'?)(?, casting={casting}?)(?, copy={flag}?))
{n}.astype({ndtype})
{n}.astype({ndtype}(?, casting={casting}?))
[x.copy() for x in np.broadcast_arrays({a}, {like})]
np.matrix_transpose({a})
np.require({a}, requirements='{C|F|W|O}')
"""

SHAPES = """
np.concatenate(({a}, {same})(?, axis={axis}?))
np.concatenate(({a}, {same}), axis=None)
np.concatenate(({a}, {like})(?, axis={axis}?)(?, dtype={dtype}?)(?, casting={casting}?))
np.stack(({a}, {same})(?, axis={axis}?))
np.{vstack|hstack|dstack|column_stack}(({a}, {same}))
np.{vstack|hstack|dstack|column_stack}(({a}, {like}))
np.block([[{a}, {same}], [{same}, {same}]])
np.{split|array_split}({a}, {k}(?, axis={axis}?))
np.{split|array_split}({a}, [{kk}, {k}](?, axis={axis}?))
np.{hsplit|vsplit|dsplit}({a}, {k})
np.unstack({a}(?, axis={axis}?))
np.tile({a}, {1|2|(2, 1)|(1, 2)|(2, 1, 2)|0|(0, 1)|3})
np.repeat({a}, {k}(?, axis={axis}?))
np.repeat({a1}, {counts})
{a}.repeat({k})
np.roll({a}, {kk}(?, axis={axis}?))
np.roll({a}, ({kk}, {kk}), axis=({axis}, {axis}))
np.pad({n}, {k}(?, mode='{constant|edge|reflect|symmetric|wrap|minimum|maximum|empty}'?))
np.pad({n}, {1|(1, 2)|((0, 1),)|((1, 1), (2, 0))}, mode='{constant|edge|reflect|symmetric|wrap|minimum|maximum|linear_ramp|mean|median}')
np.pad({n}, {1|2|(1, 2)|(0, 3)}(?, constant_values={s}?))
np.pad({n}, {1|2|(2, 1)|5}, mode='{reflect|symmetric}', reflect_type='{even|odd}')
np.pad({n}, {1|(2, 1)}, mode='{minimum|maximum|mean|median}', stat_length={1|2|(1, 2)})
np.pad({n}, {1|(2, 1)}, mode='linear_ramp', end_values={s})
np.resize({a}, {shape})
np.append({a}, {same}(?, axis={axis}?))
np.append({a}, {like}(?, axis={axis}?))
np.insert({a}, {kk}, {like}(?, axis={axis}?))
np.insert({a}, {kk}, {s}(?, axis={axis}?))
np.insert({a1}, [0, {kk}], {s})
np.delete({a}, {kk}(?, axis={axis}?))
np.delete({a}, {[0]|[0, 1]|slice(None, None, 2)|[0, -1]|[]}(?, axis={axis}?))
np.trim_zeros({r1}(?, '{f|b|fb}'?))
np.{tril|triu}({n}(?, {kk}?))
np.vander({r1}(?, {k}?)(?, increasing={flag}?))
np.diagflat({n}(?, {kk}?))
np.meshgrid({a1}, {a1}(?, indexing='{ij|xy}'?)(?, sparse={flag}?)(?, copy={flag}?))
np.atleast_2d({a}, {a})
np.broadcast_shapes({shape}, {shape})
np.{zeros_like|ones_like}({a}(?, dtype={dtype}?)(?, order='{C|F|A|K}'?)(?, shape={shape}?))
np.full_like({a}, {s}(?, dtype={dtype}?))
np.full({shape}, {s}(?, dtype={dtype}?)(?, order='{C|F}'?))
np.arange({kk}, {k}(?, {0.5|1|2|-1|0.1|0.3}?)(?, dtype={ndtype}?))
np.arange({k}(?, dtype={ndtype}?))
np.linspace({s}, {s}, {k}(?, endpoint={flag}?)(?, retstep=True?)(?, dtype={ndtype}?))
np.linspace({like}, {r}, {k}(?, axis={0|-1}?))
np.{eye|tri}({k}(?, {k}?)(?, k={kk}?)(?, dtype={ndtype}?))
np.identity({k}(?, dtype={ndtype}?))
np.indices({(2,)|(2, 3)|(1, 2, 2)|(0, 2)}(?, dtype={ndtype}?)(?, sparse={flag}?))
np.fromfunction(lambda *x: sum(x), {(2,)|(2, 3)|(0,)}(?, dtype={ndtype}?))
np.ix_({[0, 1]|[True, False]|[1]|[]}, {[0]|[True, True, False]|[2, 0]})
np.{r_|c_}[{a1}, {a1}]
np.r_[{kk}:{k}, {s}]
np.mgrid[{kk}:{k}, 0:2]
np.ogrid[{kk}:{k}, 0:2:0.5]
np.{tril_indices|triu_indices}({k}(?, {kk}?))
np.diag_indices({k})
np.rot90({a}, {kk}, axes=({axis}, {axis}))
{a}.tolist()
{n}.tobytes((?'{C|F|A}'?))
{a}.item({kk})
np.flatnonzero({a})
np.nonzero({a})
{a}.nonzero()
np.argwhere({a})
np.ndim({a}), np.shape({a}), np.size({a}, {axis})
list(np.ndindex({(2, 3)|(0, 2)|2|()}))
list(np.ndenumerate({a}))
list({a}.flat)
{a}.flat[{kk}]
{a}.flat[{[0, 1]|::2|1:3|::-1}]
list({a})
len({a})
"""

INDEXING = """
{a}[{index}]
{a}[{index}]
{a}[{index}]
{a}[{index}][{slices}]
{w}[{index}] = {value}
{w}[{index}] = {value}
{w}[{slices}] = {value}
{w}[{index}] = {last_again}[{index}]
{w}[{slices}] {+=|-=|*=|//=|/=|%=|**=|&=|<<=} {s}
{w}[{index}] {+=|-=|*=|/=} {s}
{w}[...] = {like}
{w} {+=|-=|*=|/=|//=|%=|**=|^=} {like}
{w}.flat[{kk}] = {s}
{w}.flat[{::2|[0, 1]|1:3|:}] = {value}
{w}.flat = {value}
{w}.fill({s})
np.put({w}, {[0, 1]|[0]|[-1, 0, 1]|[]|[100]}, {s}(?, mode='{raise|wrap|clip}'?))
np.put({w}, [0, 1, 2], {like})
np.take({a}, {[0, 1]|[0]|1|[[0, 1], [1, 0]]|[-1]|[]|[9, -9]}(?, axis={axis}?)(?, mode='{raise|wrap|clip}'?))
{a}.take({[0]|0|[0, 0, 1]}(?, axis={axis}?))
np.compress({[True, False]|[1]|[True, True, False]|[]}, {a}(?, axis={axis}?))
np.extract({fullmask}, {last_again})
np.choose([0, 1, {k}], [{r1}, {s}, {s}](?, mode='{raise|wrap|clip}'?))
np.where({mask}, {n}, {like})
np.where({n}, {last_again}, {like})
np.where({n})
np.select([{n} > 0, {last_again} < 2], [{last_again}, {s}](?, default={s}?))
np.place({w}, {fullmask}, [{s}, {s}])
np.putmask({w}, {fullmask}, {s})
np.copyto({w}, {like}(?, casting={casting}?)(?, where={mask}?))
np.fill_diagonal({w}, {s}(?, wrap={flag}?))
np.take_along_axis({a}, np.argsort({last_again}, axis={axis}), axis={axis})
np.take_along_axis({a}, np.array({[[0]]|[[0, 1]]|[0]|[[0], [1]]}), axis={axis})
np.put_along_axis({w}, np.array({[[0]]|[[0, 1]]|[0]}), {s}, axis={axis})
np.unravel_index({[0, 3]|5|[1]|[-1]}, {(2, 3)|(3, 3, 2)|6}(?, order='{C|F}'?))
np.ravel_multi_index(({[0, 1]|[3]|1}, {[1, 1]|[0]|2}), (3, 4)(?, mode='{raise|wrap|clip}'?)(?, order='{C|F}'?))
np.resize({w}, {shape})
{w}.shape = {reshape}
{w}.sort({axis})
np.searchsorted({sorted1}, {r}(?, side='{left|right}'?))
{w}.setflags(write={flag})
{w}.byteswap()
"""

UFUNCS = f"""
np.{{{UNARY}}}({{n}})
np.{{{UNARY}}}({{n}})
np.{{{UNARY}}}({{a}}(?, dtype={{ndtype}}?)(?, casting={{casting}}?)(?, order='{{C|F|K|A}}'?))
np.{{{LIBM}}}({{n}})
np.{{{LIBM}}}({{n}}(?, dtype={{ndtype}}?))
np.{{{BINARY}}}({{n}}, {{like}})
np.{{{BINARY}}}({{n}}, {{like}})
np.{{{BINARY}}}({{n}}, {{like}})
np.{{{BINARY}}}({{like}}, {{n}})
np.{{{BINARY}}}({{a}}, {{like}}(?, dtype={{ndtype}}?)(?, casting={{casting}}?)(?, order='{{C|F|K|A}}'?))
np.{{{LIBM_BINARY}}}({{n}}, {{like}})
{{n}} {{{OPERATOR}}} {{like}}
{{n}} {{{OPERATOR}}} {{s}}
{{s}} {{{OPERATOR}}} {{n}}
{{s}} {{{OPERATOR}}} {{s}}
{{a}} {{{OPERATOR}}} {{like}}
{{-|+|~|abs}}({{a}})
divmod({{n}}, {{s}})
{{n}} ** {{2|0.5|-1|3|0|1.0|2.0|-2}}
o = np.zeros(np.broadcast_shapes(np.shape({{n}})), dtype={{ndtype}})\\nnp.{{{UNARY}}}({{last_again}}, out=o(?, where={{mask}}?)(?, casting={{casting}}?))
o = np.ones(np.shape({{n}}), dtype={{ndtype}})\\nnp.{{{BINARY}}}({{last_again}}, {{like}}, out=o(?, where={{mask}}?)(?, casting={{casting}}?))
np.{{{BINARY}}}({{w}}, {{like}}, out={{last_again}})
np.{{add|subtract|multiply|maximum}}({{w}}, {{s}}, {{last_again}}(?, where={{mask}}?))
np.{{{UNARY}}}({{w}}[::-1], out={{last_again}})
np.{{add|multiply}}({{w}}[..., ::-1], {{last_again}}, out={{last_again}})
np.{{{FOLDED}}}.reduce({{n}}(?, axis={{axes}}?)(?, keepdims={{flag}}?)(?, initial={{s}}?)(?, dtype={{ndtype}}?))
np.{{add|multiply|maximum|minimum|logical_or}}.reduce({{n}}, axis={{axes}}, initial={{s}}, where={{mask}})
np.{{{FOLDED}}}.accumulate({{n}}(?, axis={{axis}}?)(?, dtype={{ndtype}}?))
np.{{{FOLDED}}}.reduceat({{n}}, {{[0, 1]|[0]|[1, 0]|[0, 2, 1]|[]|[5]}}(?, axis={{axis}}?)(?, dtype={{ndtype}}?))
np.{{{BINARY}}}.outer({{n}}, {{s}})
np.{{add|multiply|maximum|less|power|floor_divide}}.outer({{n}}, {{r1}})
np.{{add|subtract|multiply|maximum|power}}.at({{w}}, {{[0, 0, 1]|[0]|[-1, 0]|slice(None)|(0,)|...|[7]}}, {{s}})
np.{{negative|square|absolute}}.at({{w}}, {{[0, 0]|[0]|0}})
np.{{isreal|iscomplex|isneginf|isposinf|nan_to_num|real_if_close|fix}}({{n}})
np.nan_to_num({{n}}, nan={{s}}, posinf={{s}})
np.clip({{n}}, {{s}}, {{s}})
np.clip({{n}}, {{like}}, {{s}})
{{n}}.clip({{s}}(?, {{s}}?))
np.clip({{n}}, None, {{s}})
np.round({{n}}(?, {{kk}}?))
{{n}}.round({{kk}})
np.sign({{n}})
np.angle({{n}}(?, deg=True?))
np.sinc({{r}})
np.isclose({{n}}, {{like}}(?, rtol={{0|0.1|1e-3}}?)(?, equal_nan={{flag}}?))
np.{{allclose|array_equal|array_equiv}}({{n}}, {{like}})
np.array_equal({{n}}, {{same}}, equal_nan=True)
np.result_type({{n}}, {{s}})
np.result_type({{dtype}}, {{dtype}}, {{s}})
np.promote_types({{dtype}}, {{dtype}})
np.can_cast({{dtype}}, {{dtype}}(?, {{casting}}?))
np.min_scalar_type({{s}})
np.issubdtype({{dtype}}, np.{{integer|floating|number|inexact|generic|signedinteger|complexfloating}})
bool({{a}})
{{int|float|complex}}({{n}})
{{s}} in {{n}}
{{n}}.{{max|min|sum|any}}() {{+|*|/|//|%|**|<}} {{s}}
{{n}}[{{slices}}] {{{OPERATOR}}} {{n}}[{{slices}}]
np.{{bitwise_and|bitwise_or|left_shift|right_shift|gcd|lcm}}({{i}}, {{i}})
np.{{add|subtract|multiply|divide|floor_divide|equal|less|maximum}}({{d}}, {{d}})
{{d}} {{+|-|*|/|//|%|<|==}} {{like}}
"""

FOLDS = """
np.{sum|prod|max|min|mean|all|any|amax|ptp}({n}(?, axis={axes}?)(?, keepdims={flag}?))
np.{sum|prod|max|min|mean|all|any|std|var}({n}(?, axis={axes}?)(?, keepdims={flag}?))
{n}.{sum|prod|max|min|mean|all|any|std|var}((?axis={axes}?))
{n}.{sum|prod|max|min|mean|std|var}()
np.{sum|prod}({n}(?, axis={axes}?), dtype={ndtype}(?, keepdims={flag}?))
np.{sum|prod|max|min}({n}(?, axis={axes}?), initial={s}(?, where={mask}?))
np.{sum|mean|std|var|any|all}({n}(?, axis={axes}?), where={mask})
np.{mean|std|var}({n}(?, axis={axes}?)(?, dtype={ndtype}?)(?, ddof={k}?))
np.{std|var}({r}(?, axis={axes}?), ddof={1|2|0.5|0}(?, keepdims={flag}?))
np.{std|var}({r}(?, axis={axes}?), correction={1|0})
np.{argmax|argmin|nanargmax|nanargmin}({n}(?, axis={axis}?)(?, keepdims={flag}?))
{n}.{argmax|argmin}()
np.{nansum|nanprod|nanmax|nanmin|nanmean|nanstd|nanvar}({n}(?, axis={axes}?)(?, keepdims={flag}?))
np.{median|nanmedian}({r}(?, axis={axes}?)(?, keepdims={flag}?))
np.{percentile|nanpercentile}({r}, {50|[25, 75]|0|100|33.3|[0, 50, 100]|101}(?, axis={axes}?)(?, keepdims={flag}?))
np.{quantile|nanquantile}({f}, {0.5|[0.25, 0.75]|0|1|0.1|1.5}(?, axis={axes}?)(?, method='{linear|lower|higher|nearest|midpoint|hazen|weibull|median_unbiased|normal_unbiased|inverted_cdf|averaged_inverted_cdf|closest_observation|interpolated_inverted_cdf}'?))
np.average({r}(?, axis={axis}?))
np.average({r}(?, axis={axis}?), weights={same}(?, returned=True?))
np.{cumsum|cumprod|nancumsum|nancumprod}({n}(?, axis={axis}?)(?, dtype={ndtype}?))
np.{cumulative_sum|cumulative_prod}({n}(?, axis={axis}?)(?, include_initial={flag}?))
{n}.{cumsum|cumprod}({axis})
np.count_nonzero({a}(?, axis={axes}?)(?, keepdims={flag}?))
np.diff({n}(?, n={k}?)(?, axis={axis}?)(?, prepend={s}?)(?, append={s}?))
np.ediff1d({n}(?, to_begin={s}?)(?, to_end=[{s}, {s}]?))
np.gradient({f}(?, {2|0.5}?)(?, axis={axis}?)(?, edge_order={1|2}?))
np.trapezoid({n}(?, dx={2|0.5}?)(?, axis={axis}?))
np.trace({n}(?, offset={kk}?)(?, axis1={axis}, axis2={axis}?))
o = np.zeros((), dtype={ndtype})\\nnp.{sum|max|mean|prod|all}({n}, out=o)
o = np.zeros(np.shape({n})[1:], dtype={ndtype})\\nnp.{sum|max|mean|prod|any|std}({last_again}, axis=0, out=o)
o = np.zeros(np.shape({n}), dtype={ndtype})\\nnp.{cumsum|cumprod}({last_again}, axis={axis}, out=o)
np.apply_along_axis({np.sum|np.sort|len|np.cumsum|max}, {axis}, {r})
np.apply_over_axes(np.sum, {n}, {axes})
np.{max|min|sum|sort|argsort|ptp|mean|any}({d}(?, axis={axis}?))
np.{max|min|sum|sort|argmax|any|all}({a}(?, axis={axis}?))
"""

ORDER = """
np.sort({a}(?, axis={axis}?)(?, kind='{stable|mergesort}'?))
np.sort({n}(?, axis={axis}?)(?, kind='{quicksort|heapsort|stable}'?))
np.sort({n}, axis=None)
np.argsort({n}(?, axis={axis}?), kind='stable')
np.argsort({n}(?, axis={axis}?), stable=True)
np.partition({r1}, 0)[0]
np.lexsort(({r1}, {same}))
np.lexsort({a2})
np.sort_complex({n})
np.unique({a})
np.unique({n}(?, return_index=True?)(?, return_inverse=True?)(?, return_counts=True?)(?, axis={axis}?))
np.unique({n}(?, return_index={flag}?)(?, return_counts={flag}?)(?, equal_nan={flag}?))
np.{unique_all|unique_counts|unique_inverse}({n})
np.{union1d|intersect1d|setdiff1d|setxor1d}({n}, {real_like})
np.{union1d|intersect1d|setdiff1d|setxor1d}({a}, {same})
np.intersect1d({r1}, {same}, return_indices=True)
np.isin({n}, {real_like}(?, invert={flag}?))
np.isin({a}, {same}(?, assume_unique={flag}?))
np.searchsorted(np.sort({r1}), {real_like}(?, side='{left|right}'?))
np.digitize({r}, {sorted1}(?, right={flag}?))
np.bincount({[0, 1, 1, 3]|[]|[2, 2]|[1, -1]|[0.5]}(?, minlength={k}?))
np.histogram({[0, 1, 2, 2, 3]|[1.5, 2.5, 2.5]|[]|[1, 1, 1]}(?, bins={k}?)(?, density={flag}?))
np.histogram([0.1, 0.5, 2, 2.5, 3], bins={3|[0, 1, 3]|[0, 2]|'auto'|'sqrt'|[3, 1]}(?, range=({kk}, {k})?)(?, weights=[1, 2, 3, 4, 0.5]?))
np.histogram2d([0, 1, 1, 2], [1, 1, 0, 2], bins={2|3|(2, 3)})
np.interp({r}, {sorted1}, [1, 2, 3](?, left={s}?))
np.interp({r}, [0, 1, 2.5], [1, 2, -1](?, left=9?)(?, period=2?))
np.{convolve|correlate}({[1, 2, 3]|[1, 0, -1]|[2.0]|[1, 2, 3, 4]}, {[1, 1]|[0, 1, 2]|[0.5]|[]|[1j, 2]}(?, mode='{full|same|valid}'?))
np.piecewise({r}, [{last_again} < 1], [{s}, {s}])
np.vectorize(lambda x: x + 1)({r})
np.cov({[[1, 2, 4], [2, 0, 1]]|[1, 2, 4]}(?, bias={flag}?)(?, ddof={0|1|2}?)(?, rowvar={flag}?))
np.{packbits|unpackbits}({[1, 0, 1]|np.array([[2], [7]], dtype='uint8')|np.array([1, 1, 0], dtype=bool)}(?, axis={0|-1}?)(?, bitorder='{big|little}'?))
np.binary_repr({5|-3|0}(?, {8|2}?))
np.base_repr({5|-30|255}(?, {3|16|36}?))
np.poly1d({[1, 2, 3]|[0, 0, 2]|[1, -1]|[1.5, 0, -2]})
np.{polyval|polyder|polyint}({[1, 2, 3]|[2.0]|[1, 0, -1]}, {2|1|3})
np.{polyadd|polysub|polymul|polydiv}({[1, 2, 3]|[2.0]|[1, 0, -1]}, {[1, 1]|[2]|[1, 0, 2]})
np.strings.{upper|lower|capitalize|title|swapcase|strip|isdigit|isalpha|str_len|lstrip}({t})
np.strings.{add|equal|less|find|count|startswith|endswith}({t}, {'a'|'b'|''})
np.strings.{multiply|center|ljust|rjust|zfill}({t}, {k})
np.char.{upper|split|lower|str_len|isnumeric}({t})
{t} {==|<|!=|+} {'a'|'ab'}
"""

PRODUCTS = """
{p} @ {partner}
np.{dot|matmul|inner}({p}, {partner})
np.{vdot|outer|kron}({p}, {partner})
np.tensordot({p}, {partner}, axes={1|0|2|([-1], [0])|([0], [0])})
np.einsum('{ij,jk->ik|ij->ji|ii->i|ii|ij->|ij,ij->ij|i,j->ij|ij,j|...j->...|ij->j|i,i|ijk->kji|ij,kj->ik}', {p}, {partner})
np.einsum('{ij->ji|ii->i|ii|ij->|...j->...|ij->j|i->|ijk->kji|ij->ij|i...->...}', {p})
np.cross({[1, 2, 3]|[[1, 2, 3], [4, 5, 6]]|[1.0, 0, 2]}, {[1, 0, 1]|[[0, 1, 0]]|[2, 2.5, 1]})
np.{vecdot|matvec|vecmat}({p}, {partner})
np.linalg.matrix_power({[[1, 1], [0, 1]]|[[2, 0], [1, 1]]|[[0.5, 0], [0, 2.0]]|[[1, 2]]}, {k})
np.linalg.{det|inv|matrix_rank|slogdet|cond}(np.diag({[1, 2, 4]|[1.0, 0.5]|[2, 0]|[1, 1j]|[-1.0, 2, 8]}))
np.linalg.{eigvals|eigh|eigvalsh|svd|cholesky|pinv|qr}(np.diag({[1, 2, 4]|[1.0, 0.5]|[4.0]}))
np.linalg.solve(np.diag({[1, 2, 4]|[1.0, 0.5]|[2, 0]}), {[1, 2, 3]|[1.0, 1]|[[1], [2]]})
np.linalg.norm({p}(?, {1|2|np.inf|-np.inf|'fro'|0|'nuc'|3}?)(?, axis={axes}?)(?, keepdims={flag}?))
np.linalg.{vector_norm|trace|diagonal|matrix_transpose|matrix_norm}({p})
np.linalg.multi_dot([{p}, {partner}, {partner}])
np.{trace|diagonal|tril|triu}({p} @ {partner})
"""

DRAWS = """
np.random.default_rng({seed}).random({(2, 3)|4|(0, 2)|None}(?, dtype='{float32|float64}'?))
np.random.default_rng({seed}).integers({0|-5|2}, {10|300|3|[3, 5]}, {4|(2, 2)|None}(?, dtype='{int8|uint8|int16|int32|uint64|bool}'?)(?, endpoint={flag}?))
np.random.default_rng({seed}).{standard_normal|standard_exponential}({(2, 3)|5})
np.random.default_rng({seed}).{normal|uniform|exponential|poisson|gamma|laplace|logistic|gumbel|rayleigh|chisquare|geometric}({0.5|1|3.0|0.1}(?, size={3|(2, 2)}?))
np.random.default_rng({seed}).{beta|binomial|wald|negative_binomial|f}({1|2|5}, {0.5|0.25|1.0}(?, size={3|(2, 2)}?))
np.random.default_rng({seed}).choice({a}(?, {2|(2, 2)}?)(?, replace={flag}?)(?, axis={axis}?)(?, shuffle={flag}?))
np.random.default_rng({seed}).{permutation|permuted}({a}(?, axis={axis}?))
np.random.default_rng({seed}).shuffle({w}(?, axis={axis}?))
np.random.default_rng({seed}).multinomial({5|[1, 2]}, [0.25, 0.75](?, size={2|(2, 2)}?))
np.random.RandomState({seed}).{rand|randn|random_sample|normal|uniform|standard_normal|exponential|poisson|gamma}({2|3|1})
np.random.RandomState({seed}).randint({0|-3}, {10|300|2}, {4|(2, 2)|None}(?, dtype={ndtype}?))
np.random.RandomState({seed}).{permutation|choice}({a})
np.random.RandomState({seed}).shuffle({w})
np.random.RandomState({seed}).choice({k}(?, {3|(2, 2)}?)(?, replace={flag}?)(?, p=[0.5, 0.25, 0.25]?))
"""

SHOWN = """
np.set_printoptions(precision={0|2|3|12}(?, suppress={flag}?)(?, floatmode='{fixed|unique|maxprec|maxprec_equal}'?))
np.set_printoptions(threshold={3|6|0}(?, edgeitems={1|2|0}?))
np.set_printoptions(linewidth={20|40|12}(?, sign='{+|-| }'?))
np.set_printoptions(sign='{+| }'(?, nanstr='NA'?)(?, infstr='oo'?))
np.array2string({n}(?, precision={1|3|0}?)(?, separator='{, |;|}'?)(?, suppress_small={flag}?)(?, max_line_width={10|30}?)(?, threshold={2|5}?)(?, edgeitems=1?)(?, prefix='ab'?))
np.array_repr({a}(?, precision={1|3}?)(?, max_line_width={20|40}?))
np.array_str({a}(?, precision={1|3}?)(?, max_line_width={20|40}?)(?, suppress_small=True?))
np.format_float_positional({s}(?, precision={0|2|5}?)(?, trim='{k|.|0|-}'?)(?, unique={flag}?)(?, sign={flag}?)(?, fractional={flag}?)(?, pad_left=5?))
np.format_float_scientific({s}(?, precision={0|2|5}?)(?, trim='{k|.|0|-}'?)(?, unique={flag}?)(?, exp_digits={1|3}?))
f"{{f}.flat[0]{:.2f|:8.3f|:e|:g|!r|}}"
f"{{i}.flat[0]{:d|:5|:x|:08b|:,|!r|}}"
f"{{s}} {{n}}"
str({a}), repr({a})
repr({n}.max())
[{n}.min(), {last_again}.dtype, {last_again}.nbytes, {last_again}.itemsize]
np.seterr({all|over|divide|invalid}='{ignore|warn|raise}')
np.{finfo|iinfo}({ndtype})
np.dtype({dtype})
np.dtype({dtype}).{kind|char|name|str|itemsize|num|alignment|type|byteorder|isnative}
{n}.{dtype|ndim|size|nbytes|itemsize|flags}
np.{zeros|ones}({shape}(?, dtype={dtype}?)(?, order='{C|F}'?))
np.array([{s}, {s}, {s}])
np.array([[{s}, {s}], [{s}, {s}]](?, dtype={dtype}?))
np.array([{a}, {same}])
np.array({s}, dtype={dtype})
"""

TABLES = [(VIEWS, 16), (SHAPES, 15), (INDEXING, 18), (UFUNCS, 26), (FOLDS, 16), (ORDER, 11), (PRODUCTS, 6), (DRAWS, 4), (SHOWN, 9),
          (kinds.TIMES, 5), (kinds.TEXTS, 5), (kinds.RECORDS, 4), (kinds.MASKED, 4), (kinds.WALKS.replace("{FOLDED}", f"{{{FOLDED}}}"), 14), *reach.TABLES,
          *breadth.TABLES]
RULES = [[line.replace("\\n", "\n") for line in table.strip().split("\n")] for table, _ in TABLES]
WEIGHTS = [weight for _, weight in TABLES]


def choose(rng):
    """A template."""
    return rng.choice(rng.choices(RULES, WEIGHTS)[0])


def is_statement(code):
    """Whether the text is more than an expression."""
    try:
        compile(code, "program", "eval")
    except SyntaxError:
        return True
    return False
