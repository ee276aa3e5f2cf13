"""What the arguments of NumPy's functions are, for help(): a line each, `name: kind; sentence`.

Most arguments mean the same wherever they stand; OF has the functions for which one means something else.
"""

COMMON = """
a: array_like; The array.
a1: array_like; One array.
a2: array_like; The other array.
x: array_like; The values.
x1: array_like; The first operand.
x2: array_like; The second operand; its shape and the first's must broadcast.
x3: array_like; The third operand.
b: array_like; The second array.
v: array_like; The values.
m: array_like; The array.
y: array_like; The values that go with `x`.
z: array_like; Complex numbers.
arr: array_like; The array.
ary: array_like; The array.
array: array_like; The array.
arrays: sequence of array_like; The arrays, of fitting shapes.
arys: array_like; Arrays.
tup: sequence of array_like; The arrays, of fitting shapes.
ar: array_like; The array; flattened unless `axis` is given.
ar1: array_like; One array.
ar2: array_like; The other array.
data: array_like; The values.
object: object; What becomes an array: a number, nested sequences of numbers, or an array.
prototype: array_like; The array whose shape and dtype the new one takes.
shape: int or tuple of ints; The length of each axis.
newshape: int or tuple of ints; The new length of each axis; -1 is what is left.
dtype: data-type; The type of the elements of the result; by default the one that fits.
order: {'C', 'F', 'A', 'K'}; How the result lies in memory: rows together, columns together, or as the argument does.
copy: bool; Whether memory is copied. None copies only where it must; False raises where it must.
subok: bool; Whether an array of a derived class stays one.
ndmin: int; How many axes the result has at least.
ndmax: int; How many axes are looked for at most.
like: array_like; An array of another library, which then makes the result.
device: {'cpu', None}; Where the array is; there is one place.
axis: int, tuple of ints or None; The axis or axes along which the function works; negative numbers count from the last.
axes: tuple of ints; The axes.
axis1: int; One axis.
axis2: int; The other axis.
out: ndarray; An array that takes the result, of its shape.
keepdims: bool; Whether axes that are reduced stay, with length 1, so that the result broadcasts against the array.
where: array_like of bool; Which elements count.
initial: scalar; What the reduction starts from.
ddof: int or float; What is taken from the number of elements in the divisor: 0 for a population, 1 for a sample.
mean: array_like; The mean, if it is known already, with the axes kept.
correction: int or float; Another name of `ddof`.
N: int; How many rows.
M: int; How many columns; as many as rows by default.
k: int; Which diagonal: 0 is the main one, above it is positive, below it negative.
n: int; How many, or how often.
start: array_like; Where it begins.
stop: array_like; Where it ends.
start_or_stop: number; The start; alone it is the stop, and the start is 0.
step: number; From one value to the next.
num: int; How many values.
endpoint: bool; Whether `stop` is the last value.
retstep: bool; Whether the step is returned as well.
base: number; The base of the logarithm, or of the digits.
fill_value: scalar or array_like; What the elements are.
obj: slice, int or sequence of ints; Where.
values: array_like; The values.
indices: array_like of ints; Positions.
indices_or_sections: int or sequence of ints; How many equal parts, or the positions to cut at.
repeats: int or array of ints; How often each element stands.
reps: int or sequence of ints; How often along each axis.
shift: int or tuple of ints; How many places; what leaves at the end comes in at the beginning.
source: int or sequence of ints; The axes as they are.
destination: int or sequence of ints; Where they go.
pad_width: int or sequence of pairs; How many values before and after, for each axis.
mode: str; Which way, of those named in the text above.
condition: array_like of bool; Where it holds.
choices: sequence of array_like; The arrays to choose from.
q: array_like of float; Which quantiles, from 0 to 1; percentiles are from 0 to 100.
method: str; How a value between two elements is found: 'linear', 'lower', 'higher', 'nearest', 'midpoint' and others.
overwrite_input: bool; Whether the argument's memory may be used, which leaves it in no order.
weights: array_like; How much each value counts.
returned: bool; Whether the sum of the weights is returned as well.
bins: int, sequence or str; How many bins of equal width, or their edges, or the name of a rule.
range: (float, float); The lowest and highest value that counts.
density: bool; Whether the result is a density, with an integral of 1, and not counts.
minlength: int; How many bins there are at least.
side: {'left', 'right'}; Before or after equal elements.
sorter: array_like of ints; The positions that sort the array, if it is not sorted.
kind: {'quicksort', 'mergesort', 'heapsort', 'stable'}; How it is sorted; 'stable' keeps equal elements in order.
stable: bool; Whether equal elements keep their order.
kth: int or sequence of ints; The positions that get the element that sorting would put there.
return_index: bool; Whether the positions of the first occurrences are returned.
return_inverse: bool; Whether the positions that give the array back are returned.
return_counts: bool; Whether the number of occurrences is returned.
return_indices: bool; Whether the positions are returned as well.
equal_nan: bool; Whether NaNs count as equal.
sorted: bool; Whether the result is sorted.
assume_unique: bool; Whether no value stands twice, which is faster.
invert: bool; Whether the answer is turned round.
rtol: float; The difference allowed, relative to the second value.
atol: float; The difference allowed, as a number.
decimals: int; How many digits after the point; negative ones are before it.
a_min: array_like or None; The lowest value; None for no limit.
a_max: array_like or None; The highest value; None for no limit.
min: array_like; The lowest value.
max: array_like; The highest value.
casting: {'no', 'equiv', 'safe', 'same_kind', 'unsafe'}; Which conversions of dtypes are allowed.
signature: str; The dtypes of the loop, or for vectorize the core dimensions: '(n),(n)->()'.
size: int or tuple of ints; The shape of the result; one value by default.
seed: int, sequence of ints or None; What the numbers follow from; the same seed gives the same numbers.
loc: float or array_like; The centre.
scale: float or array_like; The width.
low: number or array_like; The lowest value.
high: number or array_like; The end of the values; not among them. Alone, `low` is the end, and 0 the lowest.
p: array_like of float; Probabilities.
replace: bool; Whether a value can be drawn again.
shuffle: bool; Whether the order of the result is random too.
lam: float or array_like; The expected number of events.
fname: str, path, file or list of lines; The text to read or write.
file: str, path or file; The file.
delimiter: str; What stands between two values; white space by default.
skiprows: int; How many lines are passed over at the beginning.
skip_header: int; How many lines are passed over at the beginning.
skip_footer: int; How many lines are passed over at the end.
usecols: int or sequence of ints; Which columns are read; 0 is the first.
unpack: bool; Whether the columns are returned, for x, y = ...
comments: str; What begins a comment.
converters: dict or function; What makes a value of a column's text.
max_rows: int; How many rows are read at most.
missing_values: str or sequence; The texts that stand for a missing value.
filling_values: scalar or sequence; What a missing value becomes.
names: True or sequence of str; The names of the fields; True reads them from the first line.
fmt: str or sequence of str; How a value is written, for example '%.3f'.
newline: str; What ends a line.
header: str; Lines before the values.
footer: str; Lines after the values.
encoding: str; The encoding of the text.
allow_pickle: bool; Whether arrays of objects are read and written; reading them can run a program.
mmap_mode: {None, 'r+', 'r', 'w+', 'c'}; Whether the file is mapped instead of read.
full_matrices: bool; Whether U and Vh are square.
compute_uv: bool; Whether U and Vh are returned.
hermitian: bool; Whether the matrix equals its conjugate transpose, which is faster.
UPLO: {'L', 'U'}; Which triangle is read.
rcond: float; Which singular values are taken for zero, relative to the largest.
ord: int, inf, -inf, 'fro' or 'nuc'; Which norm.
subscripts: str; The letters of the axes of each operand and of the result: 'ij,jk->ik'.
operands: array_like; The arrays.
optimize: bool or str; Whether the best order of the products is looked for.
deg: int; The degree.
full: bool; Whether what tells how good the fit is is returned as well.
w: array_like; Weights.
cov: bool or str; Whether the covariance of the coefficients is returned as well.
xp: sequence of float; Where the values are known, rising.
fp: sequence; The values there.
left: number; The value below the first point.
right: number; The value above the last point.
period: number; The period of the points, if they repeat.
precision: int; How many digits after the point are printed.
threshold: int; From how many elements an array is printed in short.
edgeitems: int; How many elements stand at each end of what is printed in short.
linewidth: int; How many characters a line has.
suppress: bool; Whether small numbers are printed without an exponent.
floatmode: str; 'fixed', 'unique', 'maxprec' or 'maxprec_equal'.
formatter: dict of functions; What makes a text of an element, by kind of dtype.
func: function; What is called.
func1d: function; What is called with one-dimensional arrays.
pyfunc: function; What is called with elements.
function: function; What is called.
otypes: str or list of dtypes; The dtypes of the results; found with a first call by default.
args: any; Further arguments for the function.
kwargs: any; Further named arguments for the function.
string: str; The text.
sep: str; What stands between two values.
count: int; How many values are read; -1 for all.
offset: int; How many bytes are passed over.
buffer: bytes-like; The memory.
strides: tuple of ints; Bytes from an element to the next, along each axis.
trim: str; 'f' for the front, 'b' for the back, 'fb' for both.
rowvar: bool; Whether a row is a variable and a column an observation.
bias: bool; Whether the divisor is the number of observations, and not one less.
edge_order: {1, 2}; The accuracy at the ends.
prepend: array_like; Values before the first.
append: array_like; Values after the last.
mask: array_like of bool; Which elements; of a masked array, which do not count.
ind: int or sequence of ints; Positions.
seq: array_like; The coefficients, or the values.
sparse: bool; Whether the grids are made so that they broadcast, and not in full.
indexing: {'xy', 'ij'}; Whether the first axis is y or x.
xi: array_like; The coordinates, one-dimensional.
window_shape: int or tuple of ints; The shape of a window.
writeable: bool; Whether the result can be written to.
err_msg: str; What is said when it fails.
verbose: bool; Whether the values are shown when it fails.
actual: array_like; What came.
desired: array_like; What should come.
decimal: int; How many digits after the point must agree.
norm: {'backward', 'ortho', 'forward'}; Which direction is divided by the number of points.
s: sequence of ints; The length of each transformed axis.
d: float; The distance of two samples.
dx: number; The distance of two points.
old: str; The text to replace.
new: str; The text instead.
width: int; How many characters.
fillchar: str; What fills.
sub: str; The text looked for.
chars: str; The characters that go; white space by default.
offset_or_length: int; A number of elements.
keys: sequence of array_like; What is sorted by; the last is the most important.
condlist: sequence of arrays of bool; The conditions; the first that holds counts.
choicelist: sequence of arrays; What each condition gives.
default: scalar; What stands where no condition holds.
funclist: sequence of functions or scalars; What each condition gives.
dimensions: sequence of ints; The shape of the grid.
iterable: iterable; The values, one after the other.
multi_index: tuple of array_like; A position along each axis.
dims: tuple of ints; The shape.
offsets: array_like of ints; How many valid days.
dates: array_like of dates; The days.
obj_or_dtype: any; A dtype, or what becomes one.
self: ; The object itself.
"""

OF = """
random.choice.a: int or array_like; What is drawn from; of an int, the numbers below it.
random.Generator.choice.a: int or array_like; What is drawn from; of an int, the numbers below it.
random.RandomState.choice.a: int or array_like; What is drawn from; of an int, the numbers below it.
random.Generator.choice.axis: int; The axis from which slices are drawn.
polyval.p: array_like; The coefficients, that of the highest power first.
polyval.x: array_like; Where.
polyfit.x: array_like; Where the values are known.
roots.p: array_like; The coefficients, that of the highest power first.
where.x: array_like; What stands where the condition holds.
where.y: array_like; What stands where it does not.
full.fill_value: scalar or array_like; What the elements are.
searchsorted.a: array_like; The array, in rising order.
searchsorted.v: array_like; The values to place.
interp.x: array_like; Where the values are wanted.
linspace.start: array_like; The first value.
linspace.stop: array_like; The last value, unless `endpoint` is False.
arange.stop: number; The end; not among the values.
logspace.start: array_like; The first exponent.
logspace.stop: array_like; The last exponent.
diff.n: int; How often differences are taken.
pad.mode: str; 'constant', 'edge', 'reflect', 'symmetric', 'wrap', 'linear_ramp', 'maximum', 'mean', 'median', 'minimum' \
or 'empty'.
convolve.mode: {'full', 'valid', 'same'}; Which places of the two arrays count.
correlate.mode: {'full', 'valid', 'same'}; Which places of the two arrays count.
linalg.qr.mode: {'reduced', 'complete', 'r', 'raw'}; What is returned.
take.mode: {'raise', 'wrap', 'clip'}; What positions outside the array do.
random.RandomState.rand.args: ints; The length of each axis.
random.RandomState.randn.args: ints; The length of each axis.
fft.fft.n: int; How many points; the array is cut or filled with zeros.
vander.N: int; How many columns.
tri.k: int; The diagonal up to which there are ones.
"""
