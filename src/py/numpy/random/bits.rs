//! The generators of bits: `PCG64` and `MT19937`, subclasses of `BitGenerator`, and their states as dicts.

use std::cell::{OnceCell, RefCell};

use rustpython_vm::builtins::{PyDict, PyDictRef, PyListRef, PyType, PyTypeRef};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::function::{FuncArgs, PySetterValue};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::super::args::{self, Signature, required};
use super::super::array::{shape_of, wrap};
use super::super::convert::array_of;
use super::super::errors::OrRaise;
use super::seeds::PySeedSequence;
use crate::nd::random::{BitGenerator, BitSource, Mt19937, Pcg64, STATE_WORDS, filled};
use crate::nd::{Array, DType};

/// The common base of PCG64 and MT19937: a stream of random bits, and the seeds it was made from.
#[pyclass(name = "BitGenerator", module = "numpy.random.bit_generator")]
#[derive(Debug, PyPayload)]
pub struct PyBitGenerator {
    bits: RefCell<BitGenerator>,
    seed: PyRef<PySeedSequence>,
}

const PCG64_DOC: &str = "PCG64(seed=None)\n\nThe generator of bits behind default_rng: 64 bits a draw.";
const MT19937_DOC: &str = "MT19937(seed=None)\n\nThe Mersenne Twister: 32 bits a draw.";

thread_local! {
    static CLASSES: OnceCell<(PyTypeRef, PyTypeRef)> = const { OnceCell::new() };
}

/// The classes `PCG64` and `MT19937`.
pub fn classes(vm: &VirtualMachine) -> (PyTypeRef, PyTypeRef) {
    let made = || {
        let derive = |name: &str, module: &str, doc: &str, construct| {
            let made = derive(name, module, doc, vm).expect("BitGenerator can be derived from");
            made.slots.new.store(Some(construct));
            made
        };
        (
            derive("PCG64", "numpy.random._pcg64", PCG64_DOC, new_pcg64),
            derive("MT19937", "numpy.random._mt19937", MT19937_DOC, new_mt19937),
        )
    };
    CLASSES.with(|cell| cell.get_or_init(made).clone())
}

fn derive(name: &str, module: &str, doc: &str, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    let namespace = vm.ctx.new_dict();
    namespace.set_item("__slots__", vm.ctx.empty_tuple.clone().into(), vm)?;
    namespace.set_item("__doc__", vm.ctx.new_str(doc).into(), vm)?;
    namespace.set_item("__module__", vm.ctx.new_str(module).into(), vm)?;
    let bases = vm.ctx.new_tuple(vec![PyBitGenerator::make_static_type().into()]);
    let made = vm.ctx.types.type_type.as_object().call((vm.ctx.new_str(name), bases, namespace), vm)?;
    made.downcast::<PyType>().map_err(|_| vm.new_type_error("type() makes types"))
}

fn seed_of(name: &'static str, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyRef<PySeedSequence>> {
    let [seed] = Signature::new(name, ["seed"], 0).bind(args, vm)?;
    PySeedSequence::of(args::present(seed, vm), vm)
}

fn new_pcg64(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let seed = seed_of("PCG64", args, vm)?;
    let bits = BitGenerator::Pcg64(Pcg64::from_sequence(seed.sequence()));
    Ok(PyBitGenerator { bits: RefCell::new(bits), seed }.into_ref_with_type(vm, class)?.into())
}

fn new_mt19937(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let seed = seed_of("MT19937", args, vm)?;
    let bits = BitGenerator::Mt19937(Mt19937::from_sequence(seed.sequence()));
    Ok(PyBitGenerator { bits: RefCell::new(bits), seed }.into_ref_with_type(vm, class)?.into())
}

/// `PCG64(seed)`.
pub fn pcg64(seed: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<PyRef<PyBitGenerator>> {
    let seed = PySeedSequence::of(seed, vm)?;
    let bits = BitGenerator::Pcg64(Pcg64::from_sequence(seed.sequence()));
    PyBitGenerator { bits: RefCell::new(bits), seed }.into_ref_with_type(vm, classes(vm).0)
}

/// `{'key': ..., 'pos': ...}`.
pub fn mersenne_dict(twister: &Mt19937, vm: &VirtualMachine) -> PyResult<PyDictRef> {
    let dict = vm.ctx.new_dict();
    dict.set_item("key", wrap(Array::vector(twister.key().to_vec()), vm), vm)?;
    dict.set_item("pos", vm.ctx.new_int(twister.position()).into(), vm)?;
    Ok(dict)
}

/// The twister of a key of 624 words and a position in it.
pub fn mersenne(key: &PyObject, position: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Mt19937> {
    let key: Vec<u32> = array_of(key, Some(DType::UInt32), vm)?.to_vec().or_raise(vm)?;
    let given = key.len();
    let key = <[u32; STATE_WORDS]>::try_from(key)
        .map_err(|_| vm.new_value_error(format!("the key of an MT19937 state has {STATE_WORDS} words, got {given}")))?;
    let position = args::to_isize(position, vm)?;
    let twister = usize::try_from(position).ok().and_then(|position| Mt19937::from_state(key, position));
    twister.ok_or_else(|| {
        vm.new_value_error(format!("the position of an MT19937 state is from 0 to {STATE_WORDS}, got {position}"))
    })
}

fn unsigned(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<u128> {
    value.try_index(vm)?.try_to_primitive::<u128>(vm)
}

impl PyBitGenerator {
    /// Runs `draw` on the stream.
    pub fn with<R>(&self, draw: impl FnOnce(&mut BitGenerator) -> R) -> R {
        draw(&mut self.bits.borrow_mut())
    }

    /// NumPy's name of the kind.
    pub fn name(&self) -> &'static str {
        match *self.bits.borrow() {
            BitGenerator::Pcg64(_) => "PCG64",
            BitGenerator::Mt19937(_) => "MT19937",
        }
    }

    /// A generator of the same kind from other seeds.
    pub fn sibling(zelf: &Py<Self>, seed: PyRef<PySeedSequence>, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let bits = match *zelf.bits.borrow() {
            BitGenerator::Pcg64(_) => BitGenerator::Pcg64(Pcg64::from_sequence(seed.sequence())),
            BitGenerator::Mt19937(_) => BitGenerator::Mt19937(Mt19937::from_sequence(seed.sequence())),
        };
        Self { bits: RefCell::new(bits), seed }.into_ref_with_type(vm, zelf.class().to_owned())
    }

    /// A generator in the same state, which goes on by itself.
    pub fn duplicate(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let made = Self { bits: zelf.bits.clone(), seed: zelf.seed.clone() };
        made.into_ref_with_type(vm, zelf.class().to_owned())
    }

    /// `count` generators of the same kind with seeds of their own.
    pub fn children(zelf: &Py<Self>, count: isize, vm: &VirtualMachine) -> PyResult<Vec<PyRef<Self>>> {
        zelf.seed.children(count, vm)?.into_iter().map(|seed| Self::sibling(zelf, seed, vm)).collect()
    }

    fn only_pcg64(&self, method: &str, vm: &VirtualMachine) -> PyResult<Pcg64> {
        match &*self.bits.borrow() {
            BitGenerator::Pcg64(bits) => Ok(bits.clone()),
            BitGenerator::Mt19937(_) => {
                Err(vm.new_not_implemented_error(format!("this page's NumPy has `{method}` for PCG64 only")))
            }
        }
    }
}

#[pyclass(flags(BASETYPE))]
impl PyBitGenerator {
    #[pyslot]
    fn slot_new(_class: PyTypeRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Err(vm.new_not_implemented_error("BitGenerator is a base class and cannot be instantized"))
    }

    /// The state, as a dict that can be kept and set again.
    #[pygetset]
    fn state(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyDictRef> {
        let dict = vm.ctx.new_dict();
        dict.set_item("bit_generator", vm.ctx.new_str(zelf.name()).into(), vm)?;
        match &*zelf.bits.borrow() {
            BitGenerator::Mt19937(twister) => dict.set_item("state", mersenne_dict(twister, vm)?.into(), vm)?,
            BitGenerator::Pcg64(bits) => {
                let state = vm.ctx.new_dict();
                state.set_item("state", vm.ctx.new_int(bits.state).into(), vm)?;
                state.set_item("inc", vm.ctx.new_int(bits.increment).into(), vm)?;
                dict.set_item("state", state.into(), vm)?;
                dict.set_item("has_uint32", vm.ctx.new_int(i32::from(bits.has_half)).into(), vm)?;
                dict.set_item("uinteger", vm.ctx.new_int(bits.half).into(), vm)?;
            }
        }
        Ok(dict)
    }

    #[pygetset(setter, name = "state")]
    fn set_state(zelf: &Py<Self>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("cannot delete the state of a bit generator"));
        };
        let name = zelf.name();
        if !value.downcastable::<PyDict>() {
            return Err(vm.new_type_error("state must be a dict"));
        }
        let kind = value.get_item("bit_generator", vm)?.str(vm)?;
        if kind.to_string_lossy() != name {
            return Err(vm.new_value_error(format!("state must be for a {name} RNG")));
        }
        let state = value.get_item("state", vm)?;
        let bits = if name == "MT19937" {
            BitGenerator::Mt19937(mersenne(&*state.get_item("key", vm)?, &state.get_item("pos", vm)?, vm)?)
        } else {
            let half = unsigned(&value.get_item("uinteger", vm)?, vm)?;
            BitGenerator::Pcg64(Pcg64 {
                state: unsigned(&state.get_item("state", vm)?, vm)?,
                increment: unsigned(&state.get_item("inc", vm)?, vm)?,
                half: u32::try_from(half).map_err(|_| vm.new_overflow_error("uinteger must fit 32 bits"))?,
                has_half: value.get_item("has_uint32", vm)?.try_to_bool(vm)?,
            })
        };
        *zelf.bits.borrow_mut() = bits;
        Ok(())
    }

    /// The `SeedSequence` the stream was made from.
    #[pygetset]
    fn seed_seq(zelf: &Py<Self>) -> PyRef<PySeedSequence> {
        zelf.seed.clone()
    }

    /// random_raw(size=None, output=True)
    ///
    /// The next words of the stream, as they are: one integer, or an array of `uint64`.
    #[pymethod]
    fn random_raw(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::new("random_raw", ["size", "output"], 0);
        let [size, output] = SIGNATURE.bind(args, vm)?;
        let draw = |bits: &mut BitGenerator| match bits {
            BitGenerator::Pcg64(bits) => bits.next_u64(),
            BitGenerator::Mt19937(bits) => u64::from(bits.next_u32()),
        };
        let keep = args::truth(output, true, vm)?;
        let made = match args::present(size, vm) {
            None => vm.ctx.new_int(zelf.with(draw)).into(),
            Some(size) => {
                let shape = shape_of(&size, vm)?;
                wrap(zelf.with(|bits| filled(&shape, || draw(bits))).or_raise(vm)?, vm)
            }
        };
        Ok(if keep { made } else { vm.ctx.none() })
    }

    /// advance(delta)
    ///
    /// Moves on as `delta` draws would, at once; gives the bit generator itself.
    #[pymethod]
    fn advance(zelf: PyRef<Self>, delta: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let mut bits = zelf.only_pcg64("advance", vm)?;
        let delta = delta.try_index(vm)?;
        let steps = match delta.try_to_primitive::<u128>(vm) {
            Ok(steps) => steps,
            Err(_) => (delta.try_to_primitive::<i128>(vm)?) as u128,
        };
        bits.advance(steps);
        *zelf.bits.borrow_mut() = BitGenerator::Pcg64(bits);
        Ok(zelf)
    }

    /// jumped(jumps=1)
    ///
    /// A new bit generator, so far ahead that the two streams do not meet.
    #[pymethod]
    fn jumped(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        const SIGNATURE: Signature<1> = Signature::new("jumped", ["jumps"], 0);
        /// (phi - 1) * 2**128, phi the golden ratio: NumPy's step.
        const STEP: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
        let [jumps] = SIGNATURE.bind(args, vm)?;
        let mut bits = zelf.only_pcg64("jumped", vm)?;
        bits.advance(STEP.wrapping_mul(args::integer(jumps, 1, vm)? as u128));
        let made = Self::duplicate(&zelf, vm)?;
        *made.bits.borrow_mut() = BitGenerator::Pcg64(bits);
        Ok(made)
    }

    /// spawn(n_children)
    ///
    /// A list of new bit generators, independent of this one and of each other.
    #[pymethod]
    fn spawn(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        const SIGNATURE: Signature<1> = Signature::new("spawn", ["n_children"], 1);
        let [count] = SIGNATURE.bind(args, vm)?;
        let children = Self::children(&zelf, args::to_isize(&required(count), vm)?, vm)?;
        Ok(vm.ctx.new_list(children.into_iter().map(Into::into).collect()))
    }

    #[pymethod]
    fn __deepcopy__(zelf: PyRef<Self>, _memo: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        Self::duplicate(&zelf, vm)
    }
}
