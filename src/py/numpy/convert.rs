//! From Python objects to arrays: nested sequences, numbers, buffers, and things with `__array__`.

use num_traits::ToPrimitive;
use rustpython_vm::builtins::{PyBytes, PyComplex, PyFloat, PyInt, PyList, PyRange, PyStr, PyTuple, PyType};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::array::PyNdArray;
use super::errors::OrRaise;
use super::{casting, memory, objects, scalar, subclass, times, void};
use crate::nd::shape::{MAX_NDIM, ShapeText};
use crate::nd::text;
use crate::nd::time;
use crate::nd::ufunc::{try_promote, try_result_type};
use crate::nd::{Array, DType, Element, Kind, Order, Scalar};
use crate::with_dtype;

/// A number as Python has it: its value and whether its dtype is only a suggestion (NEP 50's weak scalars).
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// The value.
    pub value: Scalar,
    /// The dtype it has, or would have in an array of its own.
    pub dtype: DType,
    /// A plain Python number, which takes the dtype of the array it meets.
    pub weak: bool,
    /// An element of an array: converted as arrays are, never refused.
    pub of_array: bool,
}

/// `numpy.asarray(object, dtype)`: the array itself where nothing needs to change.
pub fn array_of(object: &PyObject, dtype: Option<DType>, vm: &VirtualMachine) -> PyResult<Array> {
    if let Some(array) = object.downcast_ref::<PyNdArray>() {
        return converted(array.array(), dtype, vm);
    }
    if let Some(element) = void::array_of(object) {
        return converted(element.copy(Order::C).or_raise(vm)?, dtype, vm);
    }
    if let Some(DType::Block(block)) = dtype {
        return array_of(object, Some(block.base), vm);
    }
    let numbers = dtype.is_none_or(DType::is_number);
    if numbers
        && !(dtype.is_none() && is_too_large(object, vm))
        && let Some(number) = number_of(object, vm)?
    {
        return number_as_array(number, dtype, vm);
    }
    if !objects::is_text(object)
        && scalar::value_of(object).is_none()
        && let Some(array) = array_by_protocol(object, vm)?
    {
        return converted(array, dtype, vm);
    }
    Nested::read(object, dtype, vm)?.build(dtype, vm)
}

/// As [`array_of`] for a sequence, with at most `deepest` axes: what lies deeper is an element.
pub fn array_to_depth(object: &PyObject, dtype: Option<DType>, deepest: usize, vm: &VirtualMachine) -> PyResult<Array> {
    Nested::read_to(object, dtype, deepest.min(MAX_NDIM), vm)?.build(dtype, vm)
}

/// As [`array_of`], for what computes: elements have this machine's byte order.
pub fn operand_of(object: &PyObject, dtype: Option<DType>, vm: &VirtualMachine) -> PyResult<Array> {
    let array = array_of(object, dtype, vm)?;
    Ok(if let DType::Swapped(_) = array.dtype() { array.native().or_raise(vm)?.into_owned() } else { array })
}

fn converted(array: Array, dtype: Option<DType>, vm: &VirtualMachine) -> PyResult<Array> {
    let Some(dtype) = dtype else { return Ok(array) };
    let dtype = text::sized(dtype, &array).or_raise(vm)?;
    if dtype == array.dtype() {
        return Ok(array);
    }
    casting::warn_about(&array, dtype, vm)?;
    array.astype(dtype, Order::K).or_raise(vm)
}

/// The dtype that holds the elements of all; `None` of none.
pub fn common_dtype(dtypes: impl Iterator<Item = DType>, vm: &VirtualMachine) -> PyResult<Option<DType>> {
    try_result_type(&dtypes.collect::<Vec<_>>(), &[]).or_raise(vm)
}

/// A Python integer that no integer dtype holds: an object where no dtype is asked for.
pub fn is_too_large(object: &PyObject, vm: &VirtualMachine) -> bool {
    object.class().is(vm.ctx.types.int_type)
        && object.downcast_ref::<PyInt>().is_some_and(|int| {
            let int = int.as_bigint();
            int.to_i64().is_none() && int.to_u64().is_none()
        })
}

fn number_as_array(number: Number, dtype: Option<DType>, vm: &VirtualMachine) -> PyResult<Array> {
    let Some(dtype) = dtype else { return Ok(Array::scalar(number.value, number.dtype)) };
    if number.weak {
        casting::settle(number, dtype, vm)?;
    } else {
        casting::warn_about(&Array::scalar(number.value, number.dtype), dtype, vm)?;
    }
    Ok(Array::scalar(number.value, dtype))
}

/// A Python number must fit an integer dtype it is put into.
pub fn check_fits(value: Scalar, dtype: DType, vm: &VirtualMachine) -> PyResult<()> {
    let integer: i128 = match value {
        Scalar::Int(value) => value.into(),
        Scalar::UInt(value) => value.into(),
        _ => return Ok(()),
    };
    let bits = dtype.itemsize() as u32 * 8;
    let fits = match dtype.kind() {
        Kind::Signed => (-(1i128 << (bits - 1))..1i128 << (bits - 1)).contains(&integer),
        Kind::Unsigned => (0..1i128 << bits).contains(&integer),
        _ => true,
    };
    if fits {
        Ok(())
    } else if i64::try_from(integer).is_err() && !matches!(dtype, DType::UInt32 | DType::UInt64) {
        Err(vm.new_overflow_error("Python int too large to convert to C long"))
    } else {
        Err(vm.new_overflow_error(format!("Python integer {integer} out of bounds for {dtype}")))
    }
}

/// The value of a Python or NumPy number; `None` for anything else.
pub fn number_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Number>> {
    if let Some((value, dtype)) = scalar::value_of(object) {
        return Ok(Some(Number { value, dtype, weak: false, of_array: false }));
    }
    let weak = |value, dtype| Ok(Some(Number { value, dtype, weak: true, of_array: false }));
    if let Some(float) = object.downcast_ref::<PyFloat>() {
        return weak(Scalar::Float(float.to_f64()), DType::Float64);
    }
    if let Some(int) = object.downcast_ref::<PyInt>() {
        if object.class().is(vm.ctx.types.bool_type) {
            return weak(Scalar::Bool(!int.as_bigint().eq(&0.into())), DType::Bool);
        }
        return match (int.as_bigint().to_i64(), int.as_bigint().to_u64()) {
            (Some(value), _) => weak(Scalar::Int(value), DType::Int64),
            (None, Some(value)) => weak(Scalar::UInt(value), DType::UInt64),
            (None, None) => Err(vm.new_overflow_error("Python int too large to convert to C long")),
        };
    }
    if let Some(complex) = object.downcast_ref::<PyComplex>() {
        return weak(Scalar::Complex(complex.to_complex()), DType::Complex128);
    }
    Ok(None)
}

fn array_by_protocol(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Array>> {
    if object.downcastable::<PyList>()
        || object.downcastable::<PyTuple>()
        || object.downcastable::<PyStr>()
        || object.downcastable::<PyType>()
    {
        return Ok(None);
    }
    if let Some(made) = super::interface::array_of(object, vm)? {
        return Ok(made.downcast_ref::<PyNdArray>().map(|array| array.array()));
    }
    if let Some(method) = vm.get_attribute_opt(object, "__array__")? {
        let made = method.call((), vm)?;
        return match made.downcast_ref::<PyNdArray>() {
            Some(array) => Ok(Some(array.array())),
            None => Err(vm.new_value_error("object __array__ method not producing an array")),
        };
    }
    if object.downcastable::<PyBytes>() {
        return Ok(None);
    }
    memory::array_of(object, vm)
}

/// A nested sequence, read once: the shape, the elements in C order, and the dtype that holds them all.
///
/// Elements are read as numbers at first; where one is none, all are read again as objects.
struct Nested {
    shape: Vec<usize>,
    leaves: Leaves,
    dtype: Option<DType>,
    /// Below so many axes everything is an element, sequences too.
    deepest: usize,
    /// Elements are records, which tuples stand for.
    records: bool,
    /// Which leaves are elements of arrays.
    of_arrays: Vec<std::ops::Range<usize>>,
    /// Leaves that were arrays without axes: as objects they stay what they are.
    whole: Vec<(usize, PyObjectRef)>,
}

enum Leaves {
    Numbers(Vec<Number>),
    Objects(Vec<PyObjectRef>),
}

/// What stops a nested sequence from being an array.
enum Ragged {
    /// Lengths differ below this many axes.
    At(usize),
    /// Not all elements are numbers.
    NoNumbers,
    Raised(rustpython_vm::builtins::PyBaseExceptionRef),
}

impl From<rustpython_vm::builtins::PyBaseExceptionRef> for Ragged {
    fn from(raised: rustpython_vm::builtins::PyBaseExceptionRef) -> Self {
        Self::Raised(raised)
    }
}

impl Nested {
    /// `wanted` is the dtype asked for, if any.
    fn read(object: &PyObject, wanted: Option<DType>, vm: &VirtualMachine) -> PyResult<Self> {
        Self::read_to(object, wanted, MAX_NDIM, vm)
    }

    /// As [`Self::read`], with at most `deepest` axes.
    fn read_to(object: &PyObject, wanted: Option<DType>, mut deepest: usize, vm: &VirtualMachine) -> PyResult<Self> {
        let mut numbers = wanted.is_none_or(DType::is_number);
        loop {
            let leaves = if numbers { Leaves::Numbers(Vec::new()) } else { Leaves::Objects(Vec::new()) };
            let records = matches!(wanted, Some(DType::Record(_)));
            let (of_arrays, whole) = (Vec::new(), Vec::new());
            let mut nested = Self { shape: Vec::new(), leaves, dtype: None, deepest, records, of_arrays, whole };
            match nested.add(object, 0, &mut None, vm) {
                // What shares no dtype stays the objects that were given.
                Ok(()) if numbers && wanted.is_none() && nested.dtype == Some(DType::Object) => numbers = false,
                Ok(()) => return Ok(nested),
                Err(Ragged::Raised(raised)) => return Err(raised),
                Err(Ragged::NoNumbers) => numbers = false,
                // Ragged sequences are objects themselves where objects are asked for.
                Err(Ragged::At(depth)) if wanted == Some(DType::Object) && depth < deepest => deepest = depth,
                Err(Ragged::At(depth)) => {
                    let detected = &nested.shape[..depth];
                    return Err(vm.new_value_error(format!(
                        "setting an array element with a sequence. The requested array has an inhomogeneous shape \
                         after {depth} dimensions. The detected shape was {} + inhomogeneous part.",
                        ShapeText::tuple(detected)
                    )));
                }
            }
        }
    }

    /// Adds one object at `depth`; `full_depth` is how deep the first element went.
    fn add(
        &mut self,
        object: &PyObject,
        depth: usize,
        full_depth: &mut Option<usize>,
        vm: &VirtualMachine,
    ) -> Result<(), Ragged> {
        if depth >= self.deepest && self.deepest < MAX_NDIM {
            return self.add_element(object, depth, full_depth, vm);
        }
        if let Some(array) = object.downcast_ref::<PyNdArray>() {
            let array = array.array();
            if let Leaves::Numbers(leaves) = &mut self.leaves
                && array.dtype().kind() == Kind::Float
                && let Some(own) = subclass::own_number(object, array.dtype(), vm)?
                && let Some(number) = number_of(&own, vm)?
            {
                leaves.push(Number { dtype: array.dtype(), weak: false, of_array: true, ..number });
                self.reach(depth, full_depth)?;
                return self.meet(array.dtype(), vm);
            }
            if let (Leaves::Objects(leaves), 0) = (&self.leaves, array.ndim()) {
                self.whole.push((leaves.len(), object.to_owned()));
            }
            return self.add_array(&array, depth, full_depth, vm);
        }
        if let Leaves::Numbers(leaves) = &mut self.leaves
            && !is_too_large(object, vm)
            && let Some(number) = number_of(object, vm)?
        {
            leaves.push(number);
            self.reach(depth, full_depth)?;
            return self.meet(number.dtype, vm);
        }
        if self.records && object.downcastable::<PyTuple>() {
            return self.add_element(object, depth, full_depth, vm);
        }
        if let Some(list) = object.downcast_ref::<PyList>() {
            let items: Vec<PyObjectRef> = list.borrow_vec().to_vec();
            return self.add_items(&items, depth, full_depth, vm);
        }
        if let Some(tuple) = object.downcast_ref::<PyTuple>() {
            return self.add_items(tuple.as_slice(), depth, full_depth, vm);
        }
        if objects::is_text(object) || scalar::value_of(object).is_some() || void::array_of(object).is_some() {
            return self.add_element(object, depth, full_depth, vm);
        }
        if let Some(array) = array_by_protocol(object, vm)? {
            return self.add_array(&array, depth, full_depth, vm);
        }
        if is_sequence(object, vm) {
            return match object.try_to_value::<Vec<PyObjectRef>>(vm) {
                Ok(items) => self.add_items(&items, depth, full_depth, vm),
                // A mapping's keys are no places.
                Err(raised) if raised.fast_isinstance(vm.ctx.exceptions.key_error) => {
                    self.add_element(object, depth, full_depth, vm)
                }
                Err(raised) => Err(raised.into()),
            };
        }
        self.add_element(object, depth, full_depth, vm)
    }

    /// Adds an element that may be any object.
    fn add_element(
        &mut self,
        object: &PyObject,
        depth: usize,
        full_depth: &mut Option<usize>,
        vm: &VirtualMachine,
    ) -> Result<(), Ragged> {
        let Leaves::Objects(leaves) = &mut self.leaves else { return Err(Ragged::NoNumbers) };
        leaves.push(object.to_owned());
        self.reach(depth, full_depth)?;
        if self.records {
            return Ok(());
        }
        let dtype = if let Some(element) = void::array_of(object) {
            element.dtype()
        } else if let Some(text) = object.downcast_ref::<PyStr>() {
            DType::Str((text.char_len() as u32).max(1))
        } else if let Some(bytes) = object.downcast_ref::<PyBytes>() {
            DType::Bytes((bytes.as_bytes().len() as u32).max(1))
        } else if is_too_large(object, vm) {
            DType::Object
        } else {
            number_of(object, vm)?.map_or(DType::Object, |number| number.dtype)
        };
        self.meet(dtype, vm)
    }

    fn add_items(
        &mut self,
        items: &[PyObjectRef],
        depth: usize,
        full_depth: &mut Option<usize>,
        vm: &VirtualMachine,
    ) -> Result<(), Ragged> {
        if depth >= MAX_NDIM {
            return Err(vm
                .new_value_error(format!("setting an array element with a sequence. The requested array would exceed the maximum number of dimension of {MAX_NDIM}."))
                .into());
        }
        if full_depth.is_some_and(|full| depth >= full) {
            return Err(Ragged::At(depth));
        }
        match self.shape.get(depth) {
            None => self.shape.push(items.len()),
            Some(&length) if length != items.len() => return Err(Ragged::At(depth)),
            Some(_) => {}
        }
        if items.is_empty() {
            return self.reach(depth + 1, full_depth);
        }
        items.iter().try_for_each(|item| self.add(item, depth + 1, full_depth, vm))
    }

    fn add_array(
        &mut self,
        array: &Array,
        depth: usize,
        full_depth: &mut Option<usize>,
        vm: &VirtualMachine,
    ) -> Result<(), Ragged> {
        for (axis, &length) in array.shape().iter().enumerate() {
            match self.shape.get(depth + axis) {
                None if full_depth.is_none() => self.shape.push(length),
                Some(&known) if known == length => {}
                _ => return Err(Ragged::At(depth + axis)),
            }
        }
        self.reach(depth + array.ndim(), full_depth)?;
        let array = &*array.native().or_raise(vm)?;
        let dtype = array.dtype();
        if !self.records {
            self.meet(dtype, vm)?;
        }
        let room = match &mut self.leaves {
            Leaves::Numbers(leaves) => leaves.try_reserve(array.size()),
            Leaves::Objects(leaves) => leaves.try_reserve(array.size()),
        };
        room.map_err(|_| crate::nd::Error::Memory { shape: self.shape.as_slice().into(), dtype }).or_raise(vm)?;
        match &mut self.leaves {
            Leaves::Numbers(leaves) => with_dtype!(dtype, T => array.for_each::<T>(|element| {
                leaves.push(Number { value: element.to_scalar(), dtype, weak: false, of_array: true });
            }), else {
                return Err(Ragged::NoNumbers)
            }),
            Leaves::Objects(leaves) => {
                // As objects they are Python's own numbers; where they may become text, both kinds have the same.
                let plain = array.dtype().is_integer() || matches!(array.dtype(), DType::Bool | DType::Float64);
                let object = if plain { scalar::item } else { scalar::element };
                if array.ndim() > 0 {
                    self.of_arrays.push(leaves.len()..leaves.len() + array.size());
                }
                leaves.extend(array.deltas().into_iter().map(|delta| object(array, delta, vm)));
            }
        }
        Ok(())
    }

    /// Every leaf lies at one depth.
    fn reach(&self, depth: usize, full_depth: &mut Option<usize>) -> Result<(), Ragged> {
        match *full_depth {
            None => *full_depth = Some(depth),
            Some(full) if full != depth => return Err(Ragged::At(depth.min(full))),
            Some(_) => {}
        }
        Ok(())
    }

    fn meet(&mut self, dtype: DType, vm: &VirtualMachine) -> Result<(), Ragged> {
        self.dtype = Some(match self.dtype {
            Some(known) if known == dtype => known,
            Some(known) => match try_promote(known, dtype) {
                Err(error) if error.kind() == crate::nd::ErrorKind::DTypePromotion => DType::Object,
                common => common.or_raise(vm)?,
            },
            None => dtype,
        });
        Ok(())
    }

    fn build(self, dtype: Option<DType>, vm: &VirtualMachine) -> PyResult<Array> {
        if let Some(swapped @ DType::Swapped(native)) = dtype {
            return self.build(Some(*native), vm)?.astype(swapped, Order::K).or_raise(vm);
        }
        let dtype = match (dtype, &self.leaves) {
            (Some(DType::Void(0)), Leaves::Objects(leaves)) => void_dtype(leaves, vm)?,
            (dtype, _) => dtype.or(self.dtype).unwrap_or(DType::Float64),
        };
        match self.leaves {
            Leaves::Numbers(leaves) => numbers(&self.shape, &leaves, dtype, vm),
            Leaves::Objects(mut leaves) if dtype == DType::Object => {
                for at in self.of_arrays.into_iter().flatten() {
                    let text = objects::is_text(&leaves[at]) && vm.get_attribute_opt(&leaves[at], "item")?.is_some();
                    if text || scalar::value_of(&leaves[at]).is_some() {
                        leaves[at] = vm.call_method(&leaves[at], "item", ())?;
                    }
                }
                for (at, array) in self.whole {
                    leaves[at] = array;
                }
                objects::array(&self.shape, &leaves, vm)
            }
            Leaves::Objects(leaves) if dtype.kind() == Kind::Text => {
                objects::array(&self.shape, &leaves, vm)?.astype(dtype, Order::C).or_raise(vm)
            }
            Leaves::Objects(leaves) if dtype.kind() == Kind::Void => voids(&self.shape, &leaves, dtype, vm),
            Leaves::Objects(leaves) if time::is_time(dtype) => times::array(&self.shape, &leaves, dtype, vm),
            Leaves::Objects(leaves) if dtype.is_number() => {
                let made = Array::zeros(&self.shape, dtype, Order::C).or_raise(vm)?;
                for (at, leaf) in leaves.iter().enumerate() {
                    let element = super::index::number_from(dtype, leaf, vm)?.get(&[]);
                    made.set_at((at * made.itemsize()) as isize, element).or_raise(vm)?;
                }
                Ok(made)
            }
            Leaves::Objects(leaves) => texts(&self.shape, &leaves, dtype, vm),
        }
    }
}

/// An array of a number dtype.
fn numbers(shape: &[usize], leaves: &[Number], dtype: DType, vm: &VirtualMachine) -> PyResult<Array> {
    if leaves.iter().any(|leaf| leaf.dtype != dtype) {
        leaves.iter().filter(|leaf| !leaf.of_array).try_for_each(|&leaf| casting::settle(leaf, dtype, vm))?;
        if let Some(element) = leaves.iter().find(|leaf| leaf.of_array) {
            let elements: Vec<f64> =
                leaves.iter().filter(|leaf| leaf.of_array).map(|leaf| f64::from_scalar(leaf.value)).collect();
            let elements = match element.dtype.kind() {
                Kind::Complex => Array::scalar(element.value, element.dtype),
                _ => Array::vector(elements),
            };
            casting::warn_about(&elements, dtype, vm)?;
        }
    }
    with_dtype!(dtype, T => {
        let elements: Vec<T> = leaves.iter().map(|leaf| T::from_scalar(leaf.value)).collect();
        Array::from_vec(shape, elements).ok_or_else(|| vm.new_value_error("array is too big"))
    }, else {
        let made = Array::zeros(shape, text::sized_to(dtype, 1), Order::C).or_raise(vm)?;
        for (at, leaf) in leaves.iter().enumerate() {
            let element = Array::scalar(leaf.value, leaf.dtype);
            made.element((at * made.itemsize()) as isize).assign(&element).or_raise(vm)?;
        }
        Ok(made)
    })
}

/// The dtype of plain bytes of no length that was asked for: what the elements have in common.
pub fn void_dtype(leaves: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<DType> {
    let own = |leaf: &PyObjectRef| match leaf.downcast_ref::<PyBytes>() {
        Some(bytes) => Some(DType::Void((bytes.as_bytes().len() as u32).max(1))),
        None => void::array_of(leaf).map(|element| element.dtype()),
    };
    if let Some(leaf) = leaves
        .iter()
        .find(|leaf| leaf.downcastable::<PyStr>() || leaf.downcastable::<PyInt>() || scalar::value_of(leaf).is_some())
    {
        return Err(vm.new_type_error(format!("A bytes-like object is required, not '{}'", leaf.class().name())));
    }
    let mut dtypes = leaves.iter().filter_map(own);
    let first = dtypes.next();
    let common = dtypes.try_fold(first, |common, dtype| common.map(|common| try_promote(common, dtype)).transpose());
    Ok(common.or_raise(vm)?.unwrap_or(DType::Void(8)))
}

/// An array of records or plain bytes, each as its object says.
fn voids(shape: &[usize], leaves: &[PyObjectRef], dtype: DType, vm: &VirtualMachine) -> PyResult<Array> {
    let length = |leaf: &PyObjectRef| leaf.downcast_ref::<PyBytes>().map_or(0, |bytes| bytes.as_bytes().len());
    let longest = leaves.iter().map(length).max().unwrap_or(0).max(1);
    let made = Array::zeros(shape, text::sized_to(dtype, longest as u32), Order::C).or_raise(vm)?;
    for (at, leaf) in leaves.iter().enumerate() {
        void::set(&made.element((at * made.itemsize()) as isize), leaf, vm)?;
    }
    Ok(made)
}

/// An array of text or bytes: each object's own `str`, as long as the longest where the dtype has no length.
fn texts(shape: &[usize], leaves: &[PyObjectRef], dtype: DType, vm: &VirtualMachine) -> PyResult<Array> {
    let mut written = Vec::with_capacity(leaves.len());
    for leaf in leaves {
        written.push(match leaf.downcast_ref::<PyBytes>() {
            Some(bytes) => bytes.as_bytes().iter().map(|&byte| char::from(byte)).collect(),
            None => leaf.str(vm)?.to_string_lossy().into_owned(),
        });
    }
    // A NumPy number has room for the longest text of its dtype.
    let room = |leaf: &PyObjectRef| scalar::value_of(leaf).map_or(0, |(_, dtype)| text::width_of(dtype) as usize);
    let width = |(text, leaf): (&String, &PyObjectRef)| text.chars().count().max(room(leaf));
    let longest = written.iter().zip(leaves).map(width).max().unwrap_or(0).max(1);
    let made = Array::zeros(shape, text::sized_to(dtype, longest as u32), Order::C).or_raise(vm)?;
    for (at, (text, leaf)) in written.iter().zip(leaves).enumerate() {
        let place = made.element((at * made.itemsize()) as isize);
        match leaf.downcast_ref::<PyBytes>() {
            Some(bytes) => place.set_bytes(bytes.as_bytes()),
            None => place.set_text(text),
        }
        .or_raise(vm)?;
    }
    Ok(made)
}

fn is_sequence(object: &PyObject, vm: &VirtualMachine) -> bool {
    if object.downcastable::<PyRange>() {
        return true;
    }
    if object.downcastable::<PyStr>()
        || object.downcastable::<PyBytes>()
        || object.downcastable::<rustpython_vm::builtins::PyDict>()
    {
        return false;
    }
    let has = |name| matches!(vm.get_attribute_opt(object, name), Ok(Some(_)));
    // One that cannot tell its length is an object like any other.
    has("__len__") && has("__getitem__") && object.length(vm).is_ok()
}
