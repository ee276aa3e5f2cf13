//! `numpy.ndarray`: the class, how objects of it are made, and the methods that only arrays have.
//!
//! Its attributes are in [`attributes`], Python's protocols in [`protocols`]; methods that are also functions of `numpy`
//! in `methods`.

mod attributes;
mod protocols;

use std::cell::{Cell, OnceCell, Ref, RefCell};
use std::rc::Rc;

use rustpython_vm::builtins::{PyBytes, PyGenericAlias, PyListRef, PyStr, PyTuple, PyTupleRef, PyType, PyTypeRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{
    AsBuffer, AsMapping, AsNumber, AsSequence, Comparable, Constructor, Iterable, Representable,
};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use self::attributes::ArrayAttributes;
pub use self::protocols::PyArrayIterator;
use self::protocols::only_element;
use super::args::{self, Signature};
use super::dtype;
use super::errors::OrRaise;
use super::flags::PyFlags;
use super::method_calls;
use super::methods::ArrayMethods;
use super::{convert, index, memory, pickling, printing, scalar, subclass};
use crate::nd::manip;
use crate::nd::strides::{Strides, byte_extent, c_strides, f_strides};
use crate::nd::{Array, Buffer, DType, Order, Shape};

/// Elements of one type in a block of memory, arranged along axes.
///
/// `shape` says how many along each axis, `dtype` of what type they are, `strides` how many bytes lie from one to the
/// next; `data`, `size`, `ndim`, `nbytes`, `flags` and `base` tell more. Views share the memory of the array they were
/// made from. Arrays are made by `np.array`, `np.zeros`, `np.arange` and others; `np.ndarray` itself makes one over
/// memory that is given as `buffer`, or over new memory.
#[pyclass(name = "ndarray", module = "numpy", unhashable = true)]
#[derive(Debug, PyPayload)]
pub struct PyNdArray {
    array: RefCell<Array>,
    base: Option<PyObjectRef>,
    /// The memory that buffers of Python's read, from when the first was asked for.
    lent: OnceCell<Rc<Buffer>>,
    /// How many such buffers there are.
    borrowers: Cell<usize>,
}

/// A reference to an `ndarray` object.
pub type PyNdArrayRef = PyRef<PyNdArray>;

impl PyNdArray {
    /// The engine's array: another handle on the same memory.
    pub fn array(&self) -> Array {
        self.array.borrow().clone()
    }

    fn of(array: Array, base: Option<PyObjectRef>) -> Self {
        Self { array: RefCell::new(array), base, lent: OnceCell::new(), borrowers: Cell::new(0) }
    }

    /// The memory that buffers of this array read.
    pub fn lent(&self) -> &Rc<Buffer> {
        self.lent.get_or_init(|| self.borrow().buffer().clone())
    }

    /// Counts buffers that read this array.
    pub fn borrowers(&self) -> &Cell<usize> {
        &self.borrowers
    }

    /// Whether nothing but this array and what it lends hold its memory, and nobody reads what it lends.
    pub fn holds_memory_alone(&self) -> bool {
        let own = 1 + usize::from(self.lent.get().is_some());
        self.borrowers.get() == 0 && Rc::strong_count(self.borrow().buffer()) <= own
    }

    /// The engine's array, borrowed.
    pub fn borrow(&self) -> Ref<'_, Array> {
        self.array.borrow()
    }

    /// The object whose memory this array views.
    pub fn base_object(&self) -> Option<PyObjectRef> {
        self.base.clone()
    }

    /// Changes the geometry or flags in place, as `a.shape = ...` does.
    pub fn change<R>(&self, change: impl FnOnce(&mut Array) -> R) -> R {
        change(&mut self.array.borrow_mut())
    }
}

/// A fresh array as an object that owns its memory, or, where the engine made a view of a temporary, as a
/// view of it.
pub fn wrap(array: Array, vm: &VirtualMachine) -> PyObjectRef {
    let base = (!array.owns_data()).then(|| {
        let whole = Array::from_buffer(array.buffer().clone(), array.dtype(), 0);
        PyNdArray::of(whole, None).into_pyobject(vm)
    });
    PyNdArray::of(array, base).into_pyobject(vm)
}

/// The result of an operation on `owner`, an instance of its class: a view of it if it shares the memory
/// (its `base` is then the object that owns the memory), else as [`wrap`].
pub fn wrap_view(array: Array, owner: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(source) = owner.downcast_ref::<PyNdArray>() else { return Ok(wrap(array, vm)) };
    let shares = !array.owns_data() && Rc::ptr_eq(array.buffer(), source.borrow().buffer());
    let base = shares.then(|| memory_owner(owner, owner.class()));
    instance(array, base, owner.class(), Some(owner), vm)
}

/// The object that a view of `owner` names as its base: the owner of the memory, or the last object on
/// the way there before one of another class than the view's.
pub fn memory_owner(owner: &PyObject, class: &Py<PyType>) -> PyObjectRef {
    let mut owner = owner.to_owned();
    while let Some(base) = owner.downcast_ref::<PyNdArray>().and_then(|array| array.base_object())
        && base.class().is(class)
    {
        owner = base;
    }
    owner
}

/// An array of `class`, which is `ndarray` or derived from it; `parent` is the array it comes from. An
/// array that does not own its memory and has no `base` gets one of its own.
pub fn instance(
    array: Array,
    base: Option<PyObjectRef>,
    class: &Py<PyType>,
    parent: Option<&PyObject>,
    vm: &VirtualMachine,
) -> PyResult {
    let plain = class.is(PyNdArray::class(&vm.ctx));
    if plain && base.is_none() {
        return Ok(wrap(array, vm));
    }
    let base = base.or_else(|| {
        (!array.owns_data()).then(|| wrap(Array::from_buffer(array.buffer().clone(), array.dtype(), 0), vm))
    });
    let made = PyNdArray::of(array, base);
    if plain {
        return Ok(made.into_pyobject(vm));
    }
    let made: PyObjectRef = made.into_ref_with_type(vm, class.to_owned())?.into();
    subclass::finalize(&made, parent, vm)?;
    Ok(made)
}

/// An array over memory that a Python object keeps: `base` is that object.
pub fn wrap_over(array: Array, base: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
    PyNdArray::of(array, Some(base)).into_pyobject(vm)
}

/// What NumPy returns from most functions: a scalar where the result has no axes.
pub fn wrap_result(array: Array, vm: &VirtualMachine) -> PyObjectRef {
    if array.ndim() == 0 {
        return scalar::element(&array, 0, vm);
    }
    wrap(array, vm)
}

/// A tuple of lengths.
pub fn shape_tuple(lengths: &[usize], vm: &VirtualMachine) -> PyTupleRef {
    vm.ctx.new_tuple(lengths.iter().map(|&length| vm.ctx.new_int(length).into()).collect())
}

/// A shape argument: an integer or a sequence of integers, none negative.
pub fn shape_of(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Shape> {
    let lengths = args::integers(value, vm).map_err(|error| {
        let large = error.fast_isinstance(vm.ctx.exceptions.overflow_error);
        if large { vm.new_value_error("Maximum allowed dimension exceeded") } else { error }
    });
    lengths?
        .into_iter()
        .map(|length| usize::try_from(length).map_err(|_| vm.new_value_error("negative dimensions are not allowed")))
        .collect()
}

impl Constructor for PyNdArray {
    type Args = FuncArgs;

    fn slot_new(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<6> =
            Signature::new("ndarray", ["shape", "dtype", "buffer", "offset", "strides", "order"], 1);
        let [shape, dtype, buffer, offset, strides, order] = SIGNATURE.bind(args, vm)?;
        let mut shape = shape_of(&shape.unwrap_or_else(|| vm.ctx.none()), vm)?;
        let dtype = dtype::parse_optional(dtype, vm)?.unwrap_or(DType::Float64);
        let (dtype, inner) = dtype.out_of_block();
        shape.extend_from_slice(inner);
        let order = order_of(order, Order::C, vm)?;
        let strides: Option<Strides> = args::axes(strides, vm)?.map(Into::into);
        if strides.as_ref().is_some_and(|strides| strides.len() != shape.len()) {
            return Err(vm.new_value_error("strides, if given, must be the same length as shape"));
        }
        let incompatible =
            || vm.new_value_error("strides is incompatible with shape of requested array and size of buffer");
        let inside = |strides: &Strides, before: isize, bytes: usize| {
            byte_extent(&shape, strides, dtype.itemsize())
                .is_none_or(|(low, high)| before + low >= 0 && before + high <= bytes as isize)
        };
        let Some(buffer) = args::present(buffer, vm) else {
            let made = Array::zeros(&shape, dtype, order).or_raise(vm)?;
            let made = match strides {
                Some(strides) if !inside(&strides, 0, made.nbytes()) => return Err(incompatible()),
                Some(strides) => made.with_geometry(shape.clone(), strides, 0),
                None => made,
            };
            return instance(made, None, &class, None, vm);
        };
        let offset = args::integer(offset, 0, vm)?;
        let memory = memory::of(&buffer, vm)?;
        let start = memory.start as isize + offset;
        let strides = match strides {
            Some(strides) if inside(&strides, offset, memory.len) && offset >= 0 => strides,
            Some(_) => return Err(incompatible()),
            None => {
                let strides = match order {
                    Order::F => f_strides(&shape, dtype.itemsize()),
                    _ => c_strides(&shape, dtype.itemsize()),
                };
                if !inside(&strides, offset, memory.len) || offset < 0 {
                    return Err(vm.new_type_error("buffer is too small for requested array"));
                }
                strides
            }
        };
        let flat = Array::from_buffer(memory.buffer, dtype, 0);
        let start = usize::try_from(start).unwrap_or(0);
        let made = memory::kept_readonly(flat.with_geometry(shape, strides, start), memory.writeable);
        instance(made, Some(memory.owner), &class, None, vm)
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        Err(vm.new_type_error("ndarray objects are made by numpy.ndarray(...)"))
    }
}

/// `order=`: one of `C`, `F`, `A`, `K`.
pub fn order_of(value: Option<PyObjectRef>, default: Order, vm: &VirtualMachine) -> PyResult<Order> {
    let Some(value) = args::present(value, vm) else { return Ok(default) };
    let shown = args::text(Some(value), "", "order", vm)?;
    match shown.to_ascii_uppercase().as_str() {
        "C" => Ok(Order::C),
        "F" => Ok(Order::F),
        "A" => Ok(Order::A),
        "K" => Ok(Order::K),
        _ => Err(vm.new_value_error(format!("order must be one of 'C', 'F', 'A', or 'K' (got '{shown}')"))),
    }
}

#[pyclass(
    flags(BASETYPE, HAS_WEAKREF),
    with(
        Constructor,
        Representable,
        Comparable,
        AsNumber,
        AsMapping,
        AsSequence,
        AsBuffer,
        Iterable,
        ArrayAttributes,
        ArrayMethods
    )
)]
impl PyNdArray {
    /// The class with its shape's and dtype's class, for annotations.
    #[pyclassmethod]
    fn __class_getitem__(class: PyTypeRef, args: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyGenericAlias> {
        super::signatures::alias(class, args, 2, vm)
    }

    fn length(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<usize> {
        zelf.borrow().shape().first().copied().ok_or_else(|| vm.new_type_error("len() of unsized object"))
    }

    /// How a result's class is chosen among operands: the highest wins.
    #[pygetset]
    fn __array_priority__(_zelf: &Py<Self>) -> f64 {
        0.0
    }

    #[pymethod]
    fn __str__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        printing::text(&zelf.borrow(), vm)
    }

    #[pymethod]
    fn __format__(zelf: &Py<Self>, spec: PyRef<PyStr>, vm: &VirtualMachine) -> PyResult {
        if zelf.borrow().ndim() == 0 {
            let array = zelf.array();
            return vm.call_method(&scalar::element(&array, 0, vm), "__format__", (spec,));
        }
        if spec.is_empty() {
            return Ok(zelf.as_object().str(vm)?.into());
        }
        Err(vm.new_type_error("unsupported format string passed to numpy.ndarray.__format__"))
    }

    /// The array itself, or of another dtype.
    #[pymethod]
    fn __array__(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("__array__", ["dtype", "copy"], 0);
        let [dtype, _copy] = SIGNATURE.bind(args, vm)?;
        match dtype::parse_optional(dtype, vm)? {
            Some(dtype) if dtype != zelf.borrow().dtype() => {
                Ok(wrap(zelf.borrow().astype(dtype, Order::K).or_raise(vm)?, vm))
            }
            _ => subclass::plain(zelf.as_object(), vm),
        }
    }

    #[pymethod]
    fn __copy__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let copy = zelf.borrow().copy(Order::K).or_raise(vm)?;
        instance(copy, None, zelf.class(), Some(zelf.as_object()), vm)
    }

    #[pymethod]
    fn __deepcopy__(zelf: &Py<Self>, memo: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let array = zelf.array();
        if array.dtype() != DType::Object {
            return Self::__copy__(zelf, vm);
        }
        let deepcopy = vm.import("copy", 0)?.get_attr("deepcopy", vm)?;
        let copied = |delta| deepcopy.call((scalar::item(&array, delta, vm), memo.clone()), vm);
        let copies: Vec<PyObjectRef> = array.deltas().into_iter().map(copied).collect::<PyResult<_>>()?;
        let made = super::objects::array(array.shape(), &copies, vm)?;
        instance(made, None, zelf.class(), Some(zelf.as_object()), vm)
    }

    /// Bytes: those of the array's own description, and of its elements where they are its own.
    #[pymethod]
    fn __sizeof__(zelf: &Py<Self>) -> usize {
        let array = zelf.borrow();
        let elements = if array.owns_data() { array.size() * array.dtype().itemsize() } else { 0 };
        // What NumPy's array takes on a machine of 64 bits, and a length and a stride for each axis.
        96 + 16 * array.ndim() + elements
    }

    /// What a subclass overrides to learn where an instance of it comes from; here it does nothing.
    #[pymethod]
    fn __array_finalize__(_zelf: &Py<Self>, _parent: PyObjectRef) {}

    /// A result as an instance of this array's class.
    #[pymethod]
    fn __array_wrap__(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::new("__array_wrap__", ["array", "context", "return_scalar"], 1);
        if args.args.len() > 3 {
            let given = args.args.len();
            return Err(vm.new_type_error(format!("__array_wrap__() takes at most 3 arguments ({given} given)")));
        }
        let [array, _context, return_scalar] = SIGNATURE.bind(args, vm)?;
        let object = args::required(array);
        let Some(array) = object.downcast_ref::<Self>() else {
            return Err(vm.new_type_error("can only be called with ndarray object"));
        };
        let plain = zelf.class().is(Self::class(&vm.ctx));
        if plain && args::truth(return_scalar, false, vm)? && array.borrow().ndim() == 0 {
            return Ok(wrap_result(array.array(), vm));
        }
        if zelf.class().is(array.class()) {
            return Ok(object);
        }
        let base = (!array.borrow().owns_data()).then(|| object.clone());
        instance(array.array(), base, zelf.class(), Some(zelf.as_object()), vm)
    }

    /// A function's own result, for arrays and classes that leave functions alone.
    #[pymethod]
    fn __array_function__(_zelf: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        super::dispatch::own_answer(args, vm)
    }

    /// The ufunc's own result, for arrays and classes that leave ufuncs alone.
    #[pymethod]
    fn __array_ufunc__(_zelf: PyObjectRef, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if args.args.len() < 2 {
            return Err(vm.new_type_error("__array_ufunc__ requires at least 2 arguments"));
        }
        let (function, method) = (args.args.remove(0), args.args.remove(0));
        let outputs = args.kwargs.get("out").and_then(|out| out.downcast_ref::<PyTuple>());
        let outputs = outputs.map(|out| out.as_slice().to_vec()).unwrap_or_default();
        let others = [&args.args[..], &outputs].concat();
        if !subclass::overriding(&others, vm).is_empty() {
            return Ok(vm.ctx.not_implemented());
        }
        let method = args::text(Some(method), "", "method", vm)?;
        function.get_attr(vm.ctx.intern_str(method), vm)?.call(args, vm)
    }

    #[pymethod]
    fn __complex__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let array = zelf.array();
        only_element(&array, vm)?;
        let dtype = array.dtype();
        if dtype != DType::Object
            && !crate::nd::ufunc::can_cast(dtype, DType::Complex128, crate::nd::ufunc::Casting::SameKind)
        {
            return Err(vm.new_type_error(format!("Unable to convert dtype({}) to complex", dtype.repr())));
        }
        let element = scalar::item(&array, 0, vm);
        vm.ctx.types.complex_type.as_object().call((element,), vm)
    }

    /// The array's pickle, as bytes.
    #[pymethod]
    fn dumps(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        vm.import("pickle", 0)?.get_attr("dumps", vm)?.call((zelf, 2), vm)
    }

    /// Writes the array's pickle into a file: an open one, or one of that name.
    #[pymethod]
    fn dump(zelf: PyRef<Self>, file: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let bytes = Self::dumps(zelf, vm)?;
        if vm.get_attribute_opt(&file, "write")?.is_some() {
            return vm.call_method(&file, "write", (bytes,)).map(|_| ());
        }
        let opened = vm.import("io", 0)?.get_attr("open", vm)?.call((file, "wb"), vm)?;
        let written = vm.call_method(&opened, "write", (bytes,));
        vm.call_method(&opened, "close", ())?;
        written.map(|_| ())
    }

    #[pymethod]
    fn __reduce__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        pickling::ask(pickling::ARRAYS, "_reduce_array", (zelf, 2), vm)
    }

    #[pymethod]
    fn __reduce_ex__(zelf: PyRef<Self>, protocol: isize, vm: &VirtualMachine) -> PyResult {
        if protocol >= 5 && zelf.class().is(Self::class(&vm.ctx)) {
            return pickling::ask(pickling::ARRAYS, "_reduce_array", (zelf, protocol), vm);
        }
        vm.call_method(zelf.as_object(), "__reduce__", ())
    }

    /// Becomes what a pickle says: its shape, dtype, order and elements.
    #[pymethod]
    fn __setstate__(zelf: &Py<Self>, state: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let made = pickling::ask(pickling::ARRAYS, "_state_of_array", (state,), vm)?;
        let made = convert::array_of(&made, None, vm)?;
        zelf.change(|array| *array = made);
        Ok(())
    }

    /// Where the memory lies and how it is read, as a dict.
    #[pygetset]
    fn __array_interface__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        super::interface::dict_of(&zelf.array(), vm).map(Into::into)
    }

    /// The array's address and geometry as numbers.
    #[pygetset]
    fn ctypes(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        let module = vm.import("numpy._memory", 0)?.get_attr("_memory", vm)?;
        module.get_attr("_ctypes", vm)?.call((zelf,), vm)
    }

    /// The elements as a (nested) list of Python numbers.
    #[pymethod]
    fn tolist(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        nested_list(&zelf.borrow(), 0, 0, vm)
    }

    /// The elements' bytes in C order (`order='F'`: in Fortran order).
    #[pymethod]
    fn tobytes(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyRef<PyBytes>> {
        const SIGNATURE: Signature<1> = Signature::new("tobytes", ["order"], 0);
        let [order] = SIGNATURE.bind(args, vm)?;
        let array = zelf.array();
        let fortran = match order_of(order, Order::C, vm)? {
            Order::F => true,
            Order::A => array.is_f_contiguous() && !array.is_c_contiguous(),
            Order::C | Order::K => false,
        };
        let array = if fortran { array.reversed_axes() } else { array };
        Ok(vm.ctx.new_bytes(array.to_bytes().or_raise(vm)?))
    }

    /// One element as a Python number: `a.item()`, `a.item(flat_index)`, `a.item(i, j)`.
    #[pymethod]
    fn item(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let array = zelf.array();
        let mut numbers = match args.args.as_slice() {
            [] => {
                if array.size() != 1 {
                    return Err(vm.new_value_error("can only convert an array of size 1 to a Python scalar"));
                }
                return Ok(scalar::item(&array, 0, vm));
            }
            [only] => args::integers(only, vm)?,
            many => many.iter().map(|number| args::to_isize(number, vm)).collect::<PyResult<_>>()?,
        };
        if numbers.len() == 1 && array.ndim() != 1 {
            let flat = numbers[0];
            let size = array.size() as isize;
            if flat < -size || flat >= size {
                return Err(vm.new_index_error(format!("index {flat} is out of bounds for size {size}")));
            }
            let mut rest = if flat < 0 { flat + size } else { flat };
            numbers = vec![0; array.ndim()];
            for (axis, &length) in array.shape().iter().enumerate().rev() {
                numbers[axis] = rest % length as isize;
                rest /= length as isize;
            }
        }
        if numbers.len() != array.ndim() {
            return Err(vm.new_value_error("incorrect number of indices for array"));
        }
        let mut index: Shape = Shape::new();
        for (axis, (&number, &size)) in numbers.iter().zip(array.shape()).enumerate() {
            let signed = size as isize;
            if number < -signed || number >= signed {
                return Err(super::errors::exception(&crate::nd::Error::Index { index: number, axis, size }, vm));
            }
            index.push(if number < 0 { number + signed } else { number } as usize);
        }
        let delta = index.iter().zip(array.strides()).map(|(&at, &step)| at as isize * step).sum();
        Ok(scalar::item(&array, delta, vm))
    }

    /// A copy; C order unless `order` says otherwise.
    #[pymethod]
    fn copy(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::COPY.check(&args, vm)?;
        const SIGNATURE: Signature<1> = Signature::new("copy", ["order"], 0);
        let [order] = SIGNATURE.bind(args, vm)?;
        let order = order_of(order, Order::C, vm)?;
        let copy = zelf.borrow().copy(order).or_raise(vm)?;
        instance(copy, None, zelf.class(), Some(zelf.as_object()), vm)
    }

    /// A copy cast to a dtype.
    #[pymethod]
    fn astype(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        method_calls::ASTYPE.check(&args, vm)?;
        const SIGNATURE: Signature<5> = Signature::new("astype", ["dtype", "order", "casting", "subok", "copy"], 1);
        let [dtype, order, casting, subok, copy] = SIGNATURE.bind(args, vm)?;
        let target = dtype::parse_optional(dtype, vm)?.unwrap_or(DType::Float64);
        let order = order_of(order, Order::K, vm)?;
        let casting = args::text(casting, "unsafe", "casting", vm)?;
        let source = zelf.array();
        let target = crate::nd::text::sized(target, &source).or_raise(vm)?;
        if casting == "same_value" {
            super::casting::check_values(&source, target, vm)?;
        } else {
            super::casting::check(source.dtype(), target, &casting, vm)?;
        }
        let as_it_is = source.dtype() == target
            && match order {
                Order::C => source.is_c_contiguous(),
                Order::F => source.is_f_contiguous(),
                Order::A | Order::K => true,
            };
        let subok = args::truth(subok, true, vm)?;
        if as_it_is && !args::truth(copy, true, vm)? && (subok || zelf.class().is(Self::class(&vm.ctx))) {
            return Ok(zelf.into());
        }
        super::casting::warn_about(&source, target, vm)?;
        let made = wrap(source.astype(target, order).or_raise(vm)?, vm);
        if subok { subclass::like(made, zelf.as_object(), vm) } else { Ok(made) }
    }

    /// The same memory as another array object, read as `dtype` if one is given.
    #[pymethod]
    fn view(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("view", ["dtype", "type"], 0);
        let [dtype, class] = SIGNATURE.bind(args, vm)?;
        let named = dtype.as_ref().and_then(|value| subclass::array_class(value, vm));
        let dtype = dtype.filter(|_| named.is_none());
        let class = match class {
            Some(class) => Some(
                subclass::array_class(&class, vm)
                    .ok_or_else(|| vm.new_type_error("Type must be a sub-type of ndarray type"))?,
            ),
            None => named,
        };
        let source = zelf.array();
        let view = match dtype::parse_optional(dtype, vm)? {
            Some(dtype) => super::casting::reread(&source, dtype).or_raise(vm)?,
            None => source.view(),
        };
        let class = class.unwrap_or_else(|| zelf.class().to_owned());
        let base = memory_owner(zelf.as_object(), &class);
        instance(view, Some(base), &class, Some(zelf.as_object()), vm)
    }

    /// Sets every element.
    #[pymethod]
    fn fill(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let array = zelf.array();
        if array.dtype() == DType::Object {
            return array.assign(&index::one_object(&value, vm)).or_raise(vm);
        }
        let value = index::value_for(&array, &value, vm)?;
        if value.ndim() != 0 {
            return Err(vm.new_value_error("setting an array element with a sequence."));
        }
        array.assign(&value).or_raise(vm)
    }

    /// Sets `writeable` and friends.
    #[pymethod]
    fn setflags(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        method_calls::SETFLAGS.check(&args, vm)?;
        const SIGNATURE: Signature<3> = Signature::new("setflags", ["write", "align", "uic"], 0);
        let [write, align, uic] = SIGNATURE.bind(args, vm)?;
        let flags = PyFlags::of(zelf);
        for (name, value) in [("ALIGNED", align), ("WRITEBACKIFCOPY", uic), ("WRITEABLE", write)] {
            if let Some(value) = args::present(value, vm) {
                flags.set(name, value, vm)?;
            }
        }
        Ok(())
    }

    /// A shape, or an integer for each axis.
    #[pymethod]
    fn reshape(zelf: PyRef<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let order = args.take_keyword("order");
        let copy = args.take_keyword("copy");
        let keyword = args.take_keyword("shape");
        if let Some((name, _)) = args.kwargs.into_iter().next() {
            return Err(vm.new_type_error(format!("reshape() got an unexpected keyword argument '{name}'")));
        }
        let lengths = match (args.args.as_slice(), keyword) {
            ([], Some(shape)) => args::integers(&shape, vm)?,
            ([], None) => return Err(vm.new_type_error("reshape() takes exactly 1 argument (0 given)")),
            ([only], _) => args::integers(only, vm)?,
            (many, _) => many.iter().map(|length| args::to_isize(length, vm)).collect::<PyResult<_>>()?,
        };
        let order = order_of(order, Order::C, vm)?;
        let copy = args::present(copy, vm).map(|copy| copy.try_to_bool(vm)).transpose()?;
        let reshaped = manip::reshape(&zelf.borrow(), &lengths, order, copy).or_raise(vm)?;
        wrap_view(reshaped, zelf.as_object(), vm)
    }

    /// Axes in another order: reversed, a tuple, or an integer for each axis.
    #[pymethod]
    fn transpose(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let order = match args.args.as_slice() {
            [] => None,
            [only] if vm.is_none(only) => None,
            [only] => Some(args::integers(only, vm)?),
            many => Some(many.iter().map(|axis| args::to_isize(axis, vm)).collect::<PyResult<Vec<_>>>()?),
        };
        let view = manip::transpose(&zelf.borrow(), order.as_deref()).or_raise(vm)?;
        wrap_view(view, zelf.as_object(), vm)
    }
}

fn nested_list(array: &Array, axis: usize, delta: isize, vm: &VirtualMachine) -> PyObjectRef {
    let Some(&length) = array.shape().get(axis) else {
        return scalar::item(array, delta, vm);
    };
    let step = array.strides()[axis];
    let items = (0..length as isize).map(|at| nested_list(array, axis + 1, delta + at * step, vm)).collect();
    let list: PyListRef = vm.ctx.new_list(items);
    list.into()
}
