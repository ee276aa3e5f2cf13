//! Calling a ufunc: operands checked, broadcast, converted block by block where dtypes differ, and the
//! loop run on all of them. Reductions are in `methods`, the choice of a loop in `resolve`.

use std::borrow::Cow;

use smallvec::SmallVec;

use super::flags::{Flags, Warnings};
use super::order::{BUFFER_SIZE, axis_order, block, for_each_block, iteration_strides, permuted};
use super::promote::{Casting, Weak, can_cast};
use super::resolve::{OperandType, cannot_cast, check_inputs, resolve};
use super::strip::drive;
use super::table::{Loop, Rule, Ufunc};
use crate::nd::array::{Array, Order};
use crate::nd::broadcast::{broadcast_shapes, broadcast_strides};
use crate::nd::buffer::Contents;
use crate::nd::cast::{copy_elements, events};
use crate::nd::dtype::{Bool, DType, Kind};
use crate::nd::error::{Error, Result};
use crate::nd::scalar::Scalar;
use crate::nd::shape::Shape;
use crate::nd::strides::{Strides, c_strides};
use crate::with_dtype;

/// What a ufunc is applied to.
#[derive(Clone, Copy, Debug)]
pub enum Operand<'a> {
    /// An array, or a NumPy scalar as an array of no dimension.
    Array(&'a Array),
    /// A Python number, which adapts to the arrays it meets.
    Weak(Weak),
}

impl<'a> From<&'a Array> for Operand<'a> {
    fn from(array: &'a Array) -> Self {
        Self::Array(array)
    }
}

impl From<Weak> for Operand<'_> {
    fn from(number: Weak) -> Self {
        Self::Weak(number)
    }
}

impl Operand<'_> {
    pub(crate) fn operand_type(&self) -> OperandType {
        match self {
            Self::Array(array) => OperandType::Strong(array.dtype()),
            Self::Weak(number) => OperandType::Weak(*number),
        }
    }

    /// The operand's dtype; of a Python number, the one it has on its own.
    pub(crate) fn dtype(&self) -> DType {
        match self {
            Self::Array(array) => array.dtype(),
            Self::Weak(number) => number.default_dtype(),
        }
    }

    pub(crate) fn shape(&self) -> &[usize] {
        match self {
            Self::Array(array) => array.shape(),
            Self::Weak(_) => &[],
        }
    }
}

/// NumPy's keyword arguments of a ufunc call.
#[derive(Clone, Copy, Debug)]
pub struct CallOptions<'a> {
    /// `out=`: one entry an output, or empty.
    pub out: &'a [Option<&'a Array>],
    /// `where=`: elements that are computed; the others keep what the output holds.
    pub where_: Option<&'a Array>,
    /// `dtype=`: the output's, and with it the loop's.
    pub dtype: Option<DType>,
    /// `casting=`
    pub casting: Casting,
    /// `order=`: layout of fresh outputs.
    pub order: Order,
    /// An input that nobody will look at again: the output takes its memory where dtype and shape suit.
    pub spare: Option<&'a Array>,
}

impl Default for CallOptions<'_> {
    fn default() -> Self {
        Self { out: &[], where_: None, dtype: None, casting: Casting::SameKind, order: Order::K, spare: None }
    }
}

/// Applies `ufunc` element by element. The outputs are those of `options.out` where given, else fresh.
///
/// `inputs` are `ufunc.nin` operands of any shapes that broadcast together.
///
/// # Errors
/// In NumPy's words: types without a loop, casts that `casting` forbids, shapes that do not broadcast, a
/// Python integer outside its dtype, an output that is read-only or of another shape, memory.
pub fn call(ufunc: &'static Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<(Vec<Array>, Warnings)> {
    assert_eq!(inputs.len(), ufunc.nin, "a caller passes ufunc.nin inputs");
    if options.out.iter().flatten().any(|out| !out.is_writeable()) {
        return Err(Error::value("output array is read-only"));
    }
    if let Some(outputs) = super::other::call(ufunc, inputs, options)? {
        return Ok((outputs, Warnings::of(ufunc.name, super::times::events(ufunc, inputs))));
    }
    if ufunc.rule == Rule::General {
        return crate::nd::linalg::general(ufunc, inputs, options);
    }
    if ufunc.rule == Rule::Compare
        && let Some(answer) = compare_out_of_range(ufunc, inputs, options)?
    {
        return Ok((vec![answer], Warnings::NONE));
    }
    let types: Vec<OperandType> = inputs.iter().map(Operand::operand_type).collect();
    let row = resolve(ufunc, &types, options.dtype, options.casting)?;
    if ufunc.rule != Rule::Logical {
        check_inputs(ufunc, &types, row, options.casting)?;
    }
    let out = |position: usize| options.out.get(position).copied().flatten();
    check_outputs(ufunc, row, options)?;

    let shape = result_shape(inputs, options)?;
    let mut arrays = Vec::with_capacity(ufunc.nin);
    for (input, &dtype) in inputs.iter().zip(row.types) {
        arrays.push(prepare(input, dtype, &shape, options)?);
    }
    // Any number is true or false as it is.
    let own: Vec<DType> = inputs.iter().map(Operand::dtype).collect();
    let read = if ufunc.rule == Rule::Logical { &own[..] } else { row.types };
    let layout = Layout::of(inputs, read, ufunc.nout, &shape, options)?;
    let mut outputs = Vec::with_capacity(ufunc.nout);
    for position in 0..ufunc.nout {
        outputs.push(match out(position) {
            Some(given) => given.clone(),
            None => {
                let dtype = row.types[ufunc.nin + position];
                let suits =
                    |spare: &&Array| ufunc.nout == 1 && spare.dtype() == dtype && spare.shape() == shape.as_slice();
                let spare = options.spare.filter(suits);
                match spare {
                    Some(spare) => spare.clone(),
                    None => layout.fresh(dtype)?,
                }
            }
        });
    }
    let mut flags = run(row, ufunc.nin, &arrays, &outputs, options.where_, &shape)?;
    if options.where_.is_some() {
        // Elements that the mask leaves out are read and written back.
        for (out, &dtype) in outputs.iter().zip(&row.types[ufunc.nin..]) {
            flags |= super::methods::read_back(out, dtype);
        }
    }
    if flags.is_empty() && inputs.iter().zip(&arrays).any(|(input, array)| overflows(input, array)) {
        return Ok((outputs, Warnings::of_cast(Flags::OVER)));
    }
    Ok((outputs, Warnings::of(ufunc.name, flags)))
}

/// The broadcast shape of inputs, mask and given outputs; no given output may be stretched.
fn result_shape(inputs: &[Operand], options: &CallOptions) -> Result<Shape> {
    let given = options.out.iter().flatten();
    let mut shapes: Vec<&[usize]> = inputs.iter().map(Operand::shape).collect();
    shapes.extend(options.where_.map(Array::shape));
    if !options.out.iter().any(Option::is_some) {
        return broadcast_shapes(&shapes);
    }
    let met = broadcast_shapes(&shapes);
    shapes.extend(given.clone().map(|out| out.shape()));
    met.map_err(|_| Error::Broadcast { shapes: shapes.iter().map(|&shape| shape.into()).collect() })?;
    let shape = broadcast_shapes(&shapes)?;
    for out in given {
        if out.shape() != shape.as_slice() {
            return Err(Error::BroadcastOutput { out: Shape::from_slice(out.shape()), result: shape });
        }
    }
    Ok(shape)
}

fn check_outputs(ufunc: &Ufunc, row: &Loop, options: &CallOptions) -> Result<()> {
    for (position, (out, &from)) in options.out.iter().zip(&row.types[ufunc.nin..]).enumerate() {
        let Some(out) = out else { continue };
        if !can_cast(from, out.dtype(), options.casting) {
            let place = if ufunc.nout == 1 { "output".to_string() } else { format!("output {position}") };
            return Err(cannot_cast(ufunc, &place, from, out.dtype(), options.casting));
        }
        if !out.is_writeable() {
            return Err(Error::value("output array is read-only"));
        }
    }
    Ok(())
}

/// An input as the loop can take it: broadcast; converted at once if it is small; apart from the outputs.
fn prepare(input: &Operand, dtype: DType, shape: &[usize], options: &CallOptions) -> Result<Array> {
    let array = match input {
        Operand::Weak(number) => return Array::scalar(number.to_scalar(dtype)?, dtype).broadcast_to(shape),
        Operand::Array(array) => *array,
    };
    let mut array = Cow::Borrowed(array);
    if array.dtype() != dtype && array.size() <= BUFFER_SIZE {
        array = Cow::Owned(array.astype(dtype, Order::K)?);
    }
    let view = array.broadcast_to(shape)?;
    if options.out.iter().flatten().any(|out| out.overlaps_unsafely(&view)) {
        return array.copy(Order::K)?.broadcast_to(shape);
    }
    Ok(view)
}

/// Whether a finite Python number became an infinity of its dtype.
fn overflows(input: &Operand, converted: &Array) -> bool {
    let finite = match input {
        Operand::Weak(Weak::Int(_) | Weak::HugeInt(_)) => true,
        Operand::Weak(Weak::Float(value)) => value.is_finite(),
        _ => false,
    };
    finite
        && converted.dtype().kind() == Kind::Float
        && matches!(converted.get_at(0), Scalar::Float(x) if x.is_infinite())
}

/// How a fresh output lies: as its operands do, whatever they are converted to.
pub(super) struct Layout<'a> {
    shape: &'a [usize],
    contents: Contents,
    /// Axes from the slowest to the fastest.
    axes: SmallVec<[usize; 6]>,
}

impl<'a> Layout<'a> {
    /// `types` are those that the loop reads and writes. NumPy goes straight through operands that lie alike and need no
    /// conversion; all others, and those of functions of several outputs, by its iterator, which sees axes of
    /// length one as no axes.
    pub(super) fn of(
        inputs: &[Operand],
        types: &[DType],
        nout: usize,
        shape: &'a [usize],
        options: &CallOptions,
    ) -> Result<Self> {
        let contents = if options.where_.is_some() { Contents::Zeros } else { Contents::Unset };
        let with = |axes| Ok(Self { shape, contents, axes });
        let ndim = shape.len();
        let (c, f) = (|| (0..ndim).collect(), || (0..ndim).rev().collect());
        if ndim < 2 {
            return with(c());
        }
        let arrays =
            || inputs.iter().filter_map(|input| if let Operand::Array(array) = input { Some(*array) } else { None });
        let whole = |array: &&Array| array.ndim() > 0;
        let straight = options.where_.is_none()
            && nout == 1
            && inputs.iter().zip(types).all(|(input, &dtype)| match input {
                Operand::Array(array) => array.ndim() == 0 || array.dtype() == dtype && array.shape() == shape,
                Operand::Weak(_) => true,
            });
        match options.order {
            Order::C => return with(c()),
            Order::F => return with(f()),
            Order::K | Order::A if straight && arrays().filter(whole).all(Array::is_c_contiguous) => return with(c()),
            Order::K | Order::A if straight && arrays().filter(whole).all(Array::is_f_contiguous) => return with(f()),
            Order::A if arrays().all(Array::is_f_contiguous) => return with(f()),
            Order::A => return with(c()),
            Order::K => {}
        }
        let stretched =
            arrays().chain(options.where_).map(|array| array.broadcast_to(shape)).collect::<Result<Vec<_>>>()?;
        let strides: Vec<Strides> = stretched.iter().map(iteration_strides).collect();
        with(axis_order(ndim, &strides.iter().map(|s| s.as_slice()).collect::<Vec<_>>()))
    }

    /// An output of zeros where a mask leaves elements out, else of any contents.
    fn fresh(&self, dtype: DType) -> Result<Array> {
        Array::fresh_in_order(self.shape, &self.axes, dtype, self.contents)
    }

    /// A result that was made in C order, as it should lie.
    pub(super) fn relaid(&self, made: Array) -> Result<Array> {
        if self.axes.iter().is_sorted() {
            return Ok(made);
        }
        let laid = Array::zeros_in_order(self.shape, &self.axes, made.dtype())?;
        laid.assign(&made)?;
        Ok(laid)
    }
}

/// Applies `ufunc` to single elements of one dtype as NumPy's scalars do, whose arithmetic is not that of its vectors.
///
/// # Errors
/// Those of [`call`] for memory; `None` where the ufunc has no loop for the dtype.
pub fn alone(ufunc: &'static Ufunc, inputs: &[Array], dtype: DType) -> Result<Option<(Array, Warnings)>> {
    let suits = |row: &&Loop| row.types[..ufunc.nin].iter().all(|&known| known == dtype);
    let Some(row) = ufunc.loops().find(suits) else { return Ok(None) };
    let out = Array::zeros(&[], row.types[ufunc.nin], Order::C)?;
    let flags = drive(row.run, &operands(std::slice::from_ref(&out), inputs), true)?;
    Ok(Some((out, Warnings { name: ufunc.name, flags, ..Warnings::NONE })))
}

/// Runs a loop on broadcast operands, converting inputs and outputs block by block where needed.
pub(super) fn run(
    row: &Loop,
    nin: usize,
    inputs: &[Array],
    outputs: &[Array],
    where_: Option<&Array>,
    shape: &[usize],
) -> Result<Flags> {
    let (in_types, out_types) = row.types.split_at(nin);
    let fits = |array: &Array, &dtype: &DType| array.dtype() == dtype && array.is_addressable();
    let direct = where_.is_none()
        && inputs.iter().zip(in_types).all(|(a, t)| fits(a, t))
        && outputs.iter().zip(out_types).all(|(a, t)| fits(a, t));
    if direct {
        return drive(row.run, &operands(outputs, inputs), false);
    }
    let mask = where_.map(|mask| prepare_mask(mask, outputs, shape)).transpose()?;

    // All operands with axes in the first output's memory order, so that blocks are as contiguous as it.
    let strides = iteration_strides(&outputs[0]);
    let axes = axis_order(shape.len(), &[&strides]);
    let inputs: Vec<Array> = inputs.iter().map(|array| permuted(array, &axes)).collect();
    let outputs: Vec<Array> = outputs.iter().map(|array| permuted(array, &axes)).collect();
    let mask = mask.map(|mask| permuted(&mask, &axes));
    let shape: Shape = axes.iter().map(|&axis| shape[axis]).collect();

    let scratch = |dtypes: &[DType]| {
        dtypes.iter().map(|&dtype| Array::zeros(&[BUFFER_SIZE], dtype, Order::C)).collect::<Result<Vec<_>>>()
    };
    let (in_scratch, out_scratch) = (scratch(in_types)?, scratch(out_types)?);
    let mut flags = Flags::NONE;
    for_each_block(&shape, BUFFER_SIZE, |starts, lengths| {
        let chosen = mask.as_ref().map(|mask| positions(&block(mask, starts, lengths)));
        let count = chosen.as_ref().map_or_else(|| lengths.iter().product(), Vec::len);
        let flat = chosen.as_ref().map(|_| Shape::from_slice(&[count]));
        let work = flat.as_deref().unwrap_or(lengths);
        if count == 0 {
            return Ok(());
        }
        let mut block_inputs = Vec::with_capacity(nin);
        for ((array, dtype), scratch) in inputs.iter().zip(in_types).zip(&in_scratch) {
            let part = block(array, starts, lengths);
            if chosen.is_none() && fits(&part, dtype) {
                block_inputs.push(part);
                continue;
            }
            copy_elements(&shaped(scratch, lengths), &part)?;
            if let Some(chosen) = &chosen {
                gather(scratch, chosen)?;
            }
            block_inputs.push(shaped(scratch, work));
        }
        let parts: Vec<Array> = outputs.iter().map(|array| block(array, starts, lengths)).collect();
        let mut block_outputs = Vec::with_capacity(parts.len());
        for ((part, dtype), scratch) in parts.iter().zip(out_types).zip(&out_scratch) {
            let direct = chosen.is_none() && fits(part, dtype);
            block_outputs.push(if direct { part.clone() } else { shaped(scratch, work) });
        }
        flags |= drive(row.run, &operands(&block_outputs, &block_inputs), false)?;
        for (part, computed) in parts.iter().zip(&block_outputs) {
            flags |= events(computed, part.dtype());
            match &chosen {
                Some(chosen) => scatter(part, computed, chosen)?,
                None if computed.buffer().address() != part.buffer().address() => copy_elements(part, computed)?,
                None => {}
            }
        }
        Ok(())
    })?;
    Ok(flags)
}

/// Operands as loops take them: outputs first.
fn operands<'a>(outputs: &'a [Array], inputs: &'a [Array]) -> SmallVec<[&'a Array; 4]> {
    outputs.iter().chain(inputs).collect()
}

fn prepare_mask(mask: &Array, outputs: &[Array], shape: &[usize]) -> Result<Array> {
    let truth = mask.to_mask()?;
    let apart =
        if outputs.iter().any(|out| out.may_share_memory(&truth)) { truth.copy(Order::K)? } else { truth.into_owned() };
    apart.broadcast_to(shape)
}

/// The head of a flat scratch array, in a shape.
fn shaped(scratch: &Array, shape: &[usize]) -> Array {
    let strides = c_strides(shape, scratch.itemsize());
    scratch.with_geometry(Shape::from_slice(shape), strides, scratch.offset())
}

/// Where a mask is true, counted in C order.
fn positions(mask: &Array) -> Vec<usize> {
    let mut chosen = Vec::new();
    let mut at = 0;
    mask.for_each::<Bool>(|value| {
        if value.get() {
            chosen.push(at);
        }
        at += 1;
    });
    chosen
}

/// Moves the chosen elements of a flat array to its head, in place; `chosen` ascends.
fn gather(flat: &Array, chosen: &[usize]) -> Result<()> {
    with_dtype!(flat.dtype(), T => {
        let window = flat.cells::<T>().expect("scratch memory is writable");
        let data = &window.data[window.start as usize..];
        for (to, &from) in chosen.iter().enumerate() {
            data[to].set(data[from].get());
        }
    });
    Ok(())
}

/// Puts `computed`, one value for each chosen position, into `part`.
fn scatter(part: &Array, computed: &Array, chosen: &[usize]) -> Result<()> {
    let values = if computed.dtype() == part.dtype() {
        Cow::Borrowed(computed)
    } else {
        Cow::Owned(computed.astype(part.dtype(), Order::C)?)
    };
    let whole = Array::zeros(part.shape(), part.dtype(), Order::C)?;
    copy_elements(&whole, part)?;
    with_dtype!(part.dtype(), T => {
        let (to, from) = (whole.cells::<T>()?, values.src::<T>());
        for (value, &position) in from.data[from.start as usize..].iter().zip(chosen) {
            to.data[to.start as usize + position].set(value.get());
        }
    });
    copy_elements(part, &whole)
}

/// The answer of a comparison of two Python integers of which one at least is outside `int64`.
fn compare_python_integers(ufunc: &Ufunc, a: Weak, b: Weak) -> Result<Option<Array>> {
    let integer = |number: Weak| match number {
        Weak::Int(value) => Some((value as f64, value)),
        // Beyond 128 bits only the nearest float is known.
        Weak::HugeInt(value) => Some((value, if value > 0.0 { i128::MAX } else { i128::MIN })),
        _ => None,
    };
    let (Some(first), Some(second)) = (integer(a), integer(b)) else { return Ok(None) };
    if [first, second].iter().all(|(_, value)| i64::try_from(*value).is_ok()) {
        return Ok(None);
    }
    let ordering = first.1.cmp(&second.1).then(first.0.total_cmp(&second.0));
    let holds = super::other::comparison(ufunc.name).expect("a rule of comparisons is a comparison's");
    Ok(Some(Array::scalar(Scalar::Bool(holds(ordering)), DType::Bool)))
}

/// The answer of a comparison with a Python integer that the other operand's dtype does not hold: the
/// same for every element. `None` when the comparison is an ordinary one.
fn compare_out_of_range(ufunc: &Ufunc, inputs: &[Operand], options: &CallOptions) -> Result<Option<Array>> {
    let (array, number, number_first) = match inputs {
        [Operand::Array(array), Operand::Weak(number)] => (array, number, false),
        [Operand::Weak(number), Operand::Array(array)] => (array, number, true),
        [Operand::Weak(a), Operand::Weak(b)] => return compare_python_integers(ufunc, *a, *b),
        _ => return Ok(None),
    };
    let above = match *number {
        Weak::Int(value) => value > 0,
        Weak::HugeInt(value) => value > 0.0,
        _ => return Ok(None),
    };
    let dtype = array.dtype();
    if !dtype.is_integer() || number.to_scalar(dtype).is_ok() {
        return Ok(None);
    }
    if options.out.is_empty() && options.where_.is_none() {
        let (small, large) = (std::cmp::Ordering::Less, std::cmp::Ordering::Greater);
        let holds = super::other::comparison(ufunc.name).expect("a rule of comparisons is a comparison's");
        let answer = holds(if above == number_first { large } else { small });
        let order = axis_order(array.ndim(), &[&iteration_strides(array)]);
        let made = Array::zeros_in_order(array.shape(), &order, DType::Bool)?;
        made.fill(Scalar::Bool(answer))?;
        return Ok(Some(made));
    }
    // Any pair of numbers in the same order gives the answer.
    let (small, large) = (Array::scalar(Scalar::Int(0), DType::Int64), Array::scalar(Scalar::Int(1), DType::Int64));
    let (left, right) = if above == number_first { (&large, &small) } else { (&small, &large) };
    let (stretched_left, stretched_right);
    let strides = broadcast_strides(&[], &[], array.shape()).expect("a scalar broadcasts to anything");
    let stretch = |scalar: &Array| scalar.with_geometry(Shape::from_slice(array.shape()), strides.clone(), 0);
    (stretched_left, stretched_right) = (stretch(left), stretch(right));
    let static_ufunc = super::table::find(ufunc.name).expect("a ufunc is in its own table");
    let (mut answer, _) = call(static_ufunc, &[(&stretched_left).into(), (&stretched_right).into()], options)?;
    Ok(answer.pop())
}
