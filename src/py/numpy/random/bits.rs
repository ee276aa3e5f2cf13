//! The generators of bits, `PCG64`, `MT19937` and the others, subclasses of `BitGenerator`, and their states as dicts.

use std::cell::{OnceCell, RefCell};

use num_traits::Signed;
use rustpython_vm::builtins::{
    PyBaseExceptionRef, PyDict, PyDictRef, PyFloat, PyListRef, PyStr, PyTuple, PyType, PyTypeRef,
};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::function::{FuncArgs, PySetterValue};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::super::args::{self, Signature, required};
use super::super::array::{PyNdArray, shape_of, wrap};
use super::super::convert::array_of;
use super::super::errors::OrRaise;
use super::super::pickling;
use super::seeds::PySeedSequence;
use crate::nd::random::{
    BLOCK, BitGenerator, HalfWord, Mt19937, Pcg64, PcgOutput, Philox, STATE_WORDS, SeedSequence, Sfc64, filled,
};
use crate::nd::{Array, DType};

/// The common base of PCG64, MT19937 and the others: a stream of random bits, and the seeds it was made from.
#[pyclass(name = "BitGenerator", module = "numpy.random.bit_generator")]
#[derive(Debug, PyPayload)]
pub struct PyBitGenerator {
    bits: RefCell<BitGenerator>,
    seed: PyRef<PySeedSequence>,
}

/// A subclass of `BitGenerator`: what it is called, where NumPy has it, and how one is seeded.
struct Kind {
    name: &'static str,
    module: &'static str,
    doc: &'static str,
    seeded: fn(&SeedSequence) -> BitGenerator,
    new: fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult,
    /// Methods of the others that it does not have.
    lacks: &'static [&'static str],
}

const KINDS: [Kind; 5] = [
    Kind {
        name: "PCG64",
        module: "numpy.random._pcg64",
        doc: "PCG64(seed=None)\n\nThe generator of bits behind default_rng: 64 bits a draw.",
        seeded: |seed| BitGenerator::Pcg64(Pcg64::from_sequence(seed)),
        new: new_seeded::<0>,
        lacks: &[],
    },
    Kind {
        name: "PCG64DXSM",
        module: "numpy.random._pcg64",
        doc: "PCG64DXSM(seed=None)\n\nPCG64 with a stronger output function, for very many streams at once.",
        seeded: |seed| BitGenerator::Pcg64(Pcg64::with_output(PcgOutput::Dxsm, seed)),
        new: new_seeded::<1>,
        lacks: &[],
    },
    Kind {
        name: "MT19937",
        module: "numpy.random._mt19937",
        doc: "MT19937(seed=None)\n\nThe Mersenne Twister: 32 bits a draw.",
        seeded: |seed| BitGenerator::Mt19937(Mt19937::from_sequence(seed)),
        new: new_seeded::<2>,
        lacks: &["advance"],
    },
    Kind {
        name: "SFC64",
        module: "numpy.random._sfc64",
        doc: "SFC64(seed=None)\n\nThe small, fast, chaotic generator: 64 bits a draw.",
        seeded: |seed| BitGenerator::Sfc64(Sfc64::from_sequence(seed)),
        new: new_seeded::<3>,
        lacks: &["advance", "jumped"],
    },
    Kind {
        name: "Philox",
        module: "numpy.random._philox",
        doc: "Philox(seed=None, counter=None, key=None)\n\nA counter of 256 bits, encrypted: 64 bits a draw, and any \
              place of the stream at once.",
        seeded: |seed| BitGenerator::Philox(Philox::from_sequence(seed)),
        new: new_philox,
        lacks: &[],
    },
];

thread_local! {
    static CLASSES: OnceCell<Vec<PyTypeRef>> = const { OnceCell::new() };
}

/// The subclasses of `BitGenerator`, by name; the first is that of `default_rng`.
pub fn classes(vm: &VirtualMachine) -> Vec<(&'static str, PyTypeRef)> {
    let derived = |kind: &Kind| {
        let made = derive(kind, vm).expect("BitGenerator can be derived from");
        made.slots.new.store(Some(kind.new));
        for &method in kind.lacks {
            let get = move |bits: PyRef<PyBitGenerator>, vm: &VirtualMachine| -> PyResult {
                Err(PyBitGenerator::lacks(&bits, method, vm))
            };
            let set = |_: PyObjectRef, _: PyObjectRef, vm: &VirtualMachine| -> PyResult<()> {
                Err(vm.new_attribute_error("a bit generator takes no attributes"))
            };
            made.set_attr(vm.ctx.intern_str(method), vm.ctx.new_getset(method, &made, get, set).into());
        }
        made
    };
    let made = CLASSES.with(|cell| cell.get_or_init(|| KINDS.iter().map(derived).collect()).clone());
    KINDS.iter().map(|kind| kind.name).zip(made).collect()
}

fn derive(kind: &Kind, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    let namespace = vm.ctx.new_dict();
    namespace.set_item("__slots__", vm.ctx.empty_tuple.clone().into(), vm)?;
    namespace.set_item("__doc__", vm.ctx.new_str(kind.doc).into(), vm)?;
    namespace.set_item("__module__", vm.ctx.new_str(kind.module).into(), vm)?;
    let bases = vm.ctx.new_tuple(vec![PyBitGenerator::make_static_type().into()]);
    let made = vm.ctx.types.type_type.as_object().call((vm.ctx.new_str(kind.name), bases, namespace), vm)?;
    made.downcast::<PyType>().map_err(|_| vm.new_type_error("type() makes types"))
}

fn new_seeded<const KIND: usize>(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let kind = &KINDS[KIND];
    let [seed] = Signature::compiled(kind.name, ["seed"], 0).bind(args, vm)?;
    let seed = PySeedSequence::of(args::present(seed, vm), vm)?;
    let bits = RefCell::new((kind.seeded)(seed.sequence()));
    Ok(PyBitGenerator { bits, seed }.into_ref_with_type(vm, class)?.into())
}

fn new_philox(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    const SIGNATURE: Signature<3> = Signature::compiled("Philox", ["seed", "counter", "key"], 0);
    let [seed, counter, key] = SIGNATURE.bind(args, vm)?;
    let [seed, counter, key] = [seed, counter, key].map(|given| args::present(given, vm));
    if seed.is_some() && key.is_some() {
        return Err(vm.new_value_error("seed and key cannot be both used"));
    }
    let seed = PySeedSequence::of(seed, vm)?;
    let mut bits = Philox::from_sequence(seed.sequence());
    if let Some(key) = key {
        bits.key = wide(&key, "key", vm)?;
    }
    if let Some(counter) = counter {
        bits.counter = wide(&counter, "counter", vm)?;
    }
    let bits = RefCell::new(BitGenerator::Philox(bits));
    Ok(PyBitGenerator { bits, seed }.into_ref_with_type(vm, class)?.into())
}

/// A number of `WORDS` words of 64 bits, lowest first: an integer, or an array of the words.
fn wide<const WORDS: usize>(value: &PyObjectRef, name: &str, vm: &VirtualMachine) -> PyResult<[u64; WORDS]> {
    let index = if value.downcastable::<PyNdArray>() { None } else { value.try_index_opt(vm) };
    let integer = match index {
        Some(integer) => Some(integer?),
        None if value.downcastable::<PyFloat>() => Some(value.try_int(vm)?),
        None => None,
    };
    let Some(integer) = integer else {
        let words: Vec<u64> = array_of(value, Some(DType::UInt64), vm)?.to_vec().or_raise(vm)?;
        return words
            .try_into()
            .map_err(|_| vm.new_value_error(format!("{name} must have {WORDS} elements when using array form")));
    };
    let integer = integer.as_bigint();
    let digits = integer.to_u32_digits().1;
    if integer.is_negative() || digits.len() > 2 * WORDS {
        return Err(vm.new_value_error(format!("{name} must be positive and less than 2**{}.", 64 * WORDS)));
    }
    let mut words = [0; WORDS];
    for (place, digit) in digits.into_iter().enumerate() {
        words[place / 2] |= u64::from(digit) << (32 * (place % 2));
    }
    Ok(words)
}

/// `PCG64(seed)`.
pub fn pcg64(seed: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<PyRef<PyBitGenerator>> {
    let seed = PySeedSequence::of(seed, vm)?;
    let bits = RefCell::new((KINDS[0].seeded)(seed.sequence()));
    PyBitGenerator { bits, seed }.into_ref_with_type(vm, classes(vm).swap_remove(0).1)
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

/// The words of an array in a state.
fn words<const WORDS: usize>(value: &PyObject, vm: &VirtualMachine) -> PyResult<[u64; WORDS]> {
    let words: Vec<u64> = array_of(value, Some(DType::UInt64), vm)?.to_vec().or_raise(vm)?;
    let given = words.len();
    words.try_into().map_err(|_| {
        vm.new_value_error(format!("could not broadcast input array from shape ({given},) into shape ({WORDS},)"))
    })
}

fn half_of(state: &PyObject, vm: &VirtualMachine) -> PyResult<HalfWord> {
    let value = unsigned(&state.get_item("uinteger", vm)?, vm)?;
    Ok(HalfWord {
        value: u32::try_from(value).map_err(|_| vm.new_overflow_error("uinteger must fit 32 bits"))?,
        is_kept: state.get_item("has_uint32", vm)?.try_to_bool(vm)?,
    })
}

fn put_half(dict: &PyDictRef, half: HalfWord, vm: &VirtualMachine) -> PyResult<()> {
    dict.set_item("has_uint32", vm.ctx.new_int(i32::from(half.is_kept)).into(), vm)?;
    dict.set_item("uinteger", vm.ctx.new_int(half.value).into(), vm)
}

impl PyBitGenerator {
    /// The object of bits that a `RandomState` has drawn from so far.
    pub fn of_bits(bits: BitGenerator, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let kind = KINDS.iter().position(|kind| kind.name == bits.name()).expect("every generator has its kind");
        let seed = PySeedSequence::of(None, vm)?;
        Self { bits: RefCell::new(bits), seed }.into_ref_with_type(vm, classes(vm).swap_remove(kind).1)
    }

    /// Runs `draw` on the stream.
    pub fn with<R>(&self, draw: impl FnOnce(&mut BitGenerator) -> R) -> R {
        draw(&mut self.bits.borrow_mut())
    }

    /// NumPy's name of the kind.
    pub fn name(&self) -> &'static str {
        self.bits.borrow().name()
    }

    /// A generator of the same kind from other seeds.
    pub fn sibling(zelf: &Py<Self>, seed: PyRef<PySeedSequence>, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let bits = zelf.bits.borrow().reseeded(seed.sequence());
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

    /// What is said of a method that this kind does not have.
    fn lacks(zelf: &Py<Self>, method: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
        let name = zelf.name();
        let module = KINDS.iter().find(|kind| kind.name == name).map_or("numpy.random", |kind| kind.module);
        vm.new_attribute_error(format!("'{module}.{name}' object has no attribute '{method}'"))
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
    pub fn state(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyDictRef> {
        let dict = vm.ctx.new_dict();
        dict.set_item("bit_generator", vm.ctx.new_str(zelf.name()).into(), vm)?;
        let state = vm.ctx.new_dict();
        match &*zelf.bits.borrow() {
            BitGenerator::Mt19937(twister) => dict.set_item("state", mersenne_dict(twister, vm)?.into(), vm)?,
            BitGenerator::Pcg64(bits) => {
                state.set_item("state", vm.ctx.new_int(bits.state).into(), vm)?;
                state.set_item("inc", vm.ctx.new_int(bits.increment).into(), vm)?;
                dict.set_item("state", state.into(), vm)?;
                put_half(&dict, bits.half, vm)?;
            }
            BitGenerator::Sfc64(bits) => {
                state.set_item("state", wrap(Array::vector(bits.state.to_vec()), vm), vm)?;
                dict.set_item("state", state.into(), vm)?;
                put_half(&dict, bits.half, vm)?;
            }
            BitGenerator::Philox(bits) => {
                state.set_item("counter", wrap(Array::vector(bits.counter.to_vec()), vm), vm)?;
                state.set_item("key", wrap(Array::vector(bits.key.to_vec()), vm), vm)?;
                dict.set_item("state", state.into(), vm)?;
                dict.set_item("buffer", wrap(Array::vector(bits.buffer.to_vec()), vm), vm)?;
                dict.set_item("buffer_pos", vm.ctx.new_int(bits.position).into(), vm)?;
                put_half(&dict, bits.half, vm)?;
            }
        }
        Ok(dict)
    }

    #[pygetset(setter, name = "state")]
    pub fn set_state(zelf: &Py<Self>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_attribute_error("cannot delete the state of a bit generator"));
        };
        let name = zelf.name();
        if let (Some(parts), "MT19937") = (value.downcast_ref::<PyTuple>(), name) {
            // What `RandomState.get_state()` gives.
            let legacy =
                |part: &PyObjectRef| part.downcast_ref::<PyStr>().is_some_and(|text| text.to_string_lossy() == name);
            let [kind, key, position, ..] = parts.as_slice() else {
                return Err(vm.new_value_error("state is not a legacy MT19937 state"));
            };
            if !legacy(kind) || !matches!(parts.len(), 3 | 5) {
                return Err(vm.new_value_error("state is not a legacy MT19937 state"));
            }
            let bits = BitGenerator::Mt19937(mersenne(key, position, vm)?);
            *zelf.bits.borrow_mut() = bits;
            return Ok(());
        }
        if !value.downcastable::<PyDict>() {
            return Err(vm.new_type_error("state must be a dict"));
        }
        let kind = value.get_item("bit_generator", vm)?.str(vm)?;
        if kind.to_string_lossy() != name {
            return Err(vm.new_value_error(format!("state must be for a {name} RNG")));
        }
        let state = value.get_item("state", vm)?;
        let get = |name: &'static str| state.get_item(name, vm);
        let bits = match &*zelf.bits.borrow() {
            BitGenerator::Mt19937(_) => BitGenerator::Mt19937(mersenne(&*get("key")?, &get("pos")?, vm)?),
            BitGenerator::Pcg64(before) => BitGenerator::Pcg64(Pcg64 {
                output: before.output,
                state: unsigned(&get("state")?, vm)?,
                increment: unsigned(&get("inc")?, vm)?,
                half: half_of(&value, vm)?,
            }),
            BitGenerator::Sfc64(_) => {
                BitGenerator::Sfc64(Sfc64 { state: words(&*get("state")?, vm)?, half: half_of(&value, vm)? })
            }
            BitGenerator::Philox(_) => {
                let position = unsigned(&value.get_item("buffer_pos", vm)?, vm)?;
                let position = usize::try_from(position).ok().filter(|&position| position <= BLOCK);
                BitGenerator::Philox(Philox {
                    counter: words(&*get("counter")?, vm)?,
                    key: words(&*get("key")?, vm)?,
                    buffer: words(&*value.get_item("buffer", vm)?, vm)?,
                    position: position.ok_or_else(|| vm.new_value_error("buffer_pos of a Philox is from 0 to 4"))?,
                    half: half_of(&value, vm)?,
                })
            }
        };
        *zelf.bits.borrow_mut() = bits;
        Ok(())
    }

    /// Starts again as `numpy.random.seed` does.
    #[pymethod]
    fn _legacy_seeding(zelf: PyRef<Self>, seed: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let mut bits = zelf.bits.borrow_mut();
        let BitGenerator::Mt19937(twister) = &mut *bits else {
            return Err(Self::lacks(&zelf, "_legacy_seeding", vm));
        };
        let seeded = super::state::seeded(&seed, vm)?;
        *twister = seeded.unwrap_or_else(|| Mt19937::from_sequence(&super::seeds::fresh()));
        Ok(())
    }

    /// The lock under which NumPy draws.
    #[pygetset]
    fn lock(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        vm.import("_thread", 0)?.get_attr("RLock", vm)?.call((), vm)
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
        const SIGNATURE: Signature<2> = Signature::compiled("random_raw", ["size", "output"], 0);
        let [size, output] = SIGNATURE.bind(args, vm)?;
        let keep = args::truth(output, true, vm)?;
        let made = match args::present(size, vm) {
            None => vm.ctx.new_int(zelf.with(BitGenerator::next_raw)).into(),
            Some(size) => {
                let shape = shape_of(&size, vm)?;
                wrap(zelf.with(|bits| filled(&shape, || bits.next_raw())).or_raise(vm)?, vm)
            }
        };
        Ok(if keep { made } else { vm.ctx.none() })
    }

    /// advance(delta)
    ///
    /// Moves on as `delta` draws would, at once; gives the bit generator itself.
    #[pymethod]
    fn advance(zelf: PyRef<Self>, delta: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let delta = delta.try_index(vm)?;
        // Modulo 2**256.
        let mut bytes = [if delta.as_bigint().is_negative() { 0xff } else { 0 }; 32];
        for (byte, given) in bytes.iter_mut().zip(delta.as_bigint().to_signed_bytes_le()) {
            *byte = given;
        }
        let mut steps = [0; 4];
        for (step, word) in steps.iter_mut().zip(bytes.as_chunks().0) {
            *step = u64::from_le_bytes(*word);
        }
        let advanced = match &mut *zelf.bits.borrow_mut() {
            BitGenerator::Pcg64(bits) => {
                bits.advance(u128::from(steps[1]) << 64 | u128::from(steps[0]));
                true
            }
            BitGenerator::Philox(bits) => {
                bits.advance(steps);
                true
            }
            BitGenerator::Mt19937(_) | BitGenerator::Sfc64(_) => false,
        };
        if advanced { Ok(zelf) } else { Err(Self::lacks(&zelf, "advance", vm)) }
    }

    /// jumped(jumps=1)
    ///
    /// A new bit generator, so far ahead that the two streams do not meet.
    #[pymethod]
    fn jumped(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        const SIGNATURE: Signature<1> = Signature::compiled("jumped", ["jumps"], 0);
        /// (phi - 1) * 2**128, phi the golden ratio: NumPy's step.
        const STEP: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
        let [jumps] = SIGNATURE.bind(args, vm)?;
        let jumps = args::integer(jumps, 1, vm)?;
        let made = Self::duplicate(&zelf, vm)?;
        match &mut *made.bits.borrow_mut() {
            BitGenerator::Pcg64(bits) => bits.advance(STEP.wrapping_mul(jumps as u128)),
            BitGenerator::Philox(bits) => bits.advance([0, 0, jumps as u64, if jumps < 0 { u64::MAX } else { 0 }]),
            BitGenerator::Sfc64(_) => return Err(Self::lacks(&zelf, "jumped", vm)),
            BitGenerator::Mt19937(twister) => (0..jumps).for_each(|_| *twister = twister.jumped()),
        }
        Ok(made)
    }

    /// spawn(n_children)
    ///
    /// A list of new bit generators, independent of this one and of each other.
    #[pymethod]
    fn spawn(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        const SIGNATURE: Signature<1> = Signature::compiled("spawn", ["n_children"], 1);
        let [count] = SIGNATURE.bind(args, vm)?;
        let children = Self::children(&zelf, args::to_isize(&required(count), vm)?, vm)?;
        Ok(vm.ctx.new_list(children.into_iter().map(Into::into).collect()))
    }

    #[pymethod]
    fn __reduce__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        pickling::ask(pickling::GENERATORS, "_reduce", (zelf,), vm)
    }

    #[pymethod]
    fn __setstate__(zelf: &Py<Self>, state: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        Self::set_state(zelf, PySetterValue::Assign(state), vm)
    }

    #[pymethod]
    fn __deepcopy__(zelf: PyRef<Self>, _memo: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        Self::duplicate(&zelf, vm)
    }
}
