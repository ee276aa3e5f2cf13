//! `RandomState`: NumPy's generator of before 2019, and behind the functions of the module.

use std::cell::{Cell, RefCell};

use rustpython_vm::builtins::{PyDict, PyTuple, PyType};
use rustpython_vm::function::{FuncArgs, PySetterValue};
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::super::args::{self, Signature, required};
use super::super::array::{PyNdArray, wrap};
use super::super::convert::array_of;
use super::super::errors::{self, OrRaise};
use super::super::pickling;
use super::super::scalar;
use super::bits::{PyBitGenerator, mersenne, mersenne_dict};
use super::draws::{self, Integers, Source, size_of};
use super::rearranging::{self, Choice};
use super::seeds;
use crate::nd::random::{
    BitGenerator, BitSource, Family, LARGEST_RATE, Method, Mt19937, Primitives, RandomState, filled_in_blocks,
};
use crate::nd::{Array, Kind, Shape};

/// RandomState(seed=None)
/// --
///
/// NumPy's generator of before 2019, whose streams stay as they are. The functions of `numpy.random` draw
/// from one that a session's programs share.
#[pyclass(name = "RandomState", module = "numpy.random.mtrand")]
#[derive(Debug, PyPayload)]
pub struct PyRandomState {
    bits: RefCell<Bits>,
    /// The normal deviate that was made with the last one returned, if not used yet.
    gauss: Cell<Option<f64>>,
    /// Whether the functions of the module draw from it: their `seed` sets bit generators of any kind.
    of_module: bool,
}

/// Where the bits come from.
#[derive(Clone, Debug)]
enum Bits {
    /// The host's entropy, when someone first draws.
    Unseeded,
    /// Bits that nobody else has seen.
    Own(BitGenerator),
    /// A bit generator that others may draw from too.
    Shared(PyRef<PyBitGenerator>),
}

impl Source for PyRandomState {
    const METHOD: Method = Method::Masked;

    fn with<R>(&self, draw: impl FnOnce(&mut dyn Primitives) -> R) -> R {
        self.with_bits(|bits| {
            let mut state = RandomState { bits, gauss: self.gauss.get() };
            let drawn = draw(&mut state);
            self.gauss.set(state.gauss);
            drawn
        })
    }
}

impl PyRandomState {
    /// A generator that is seeded from the host's entropy when it is first used.
    pub fn unseeded() -> Self {
        Self { of_module: true, ..Self::over(Bits::Unseeded) }
    }

    fn over(bits: Bits) -> Self {
        Self { bits: RefCell::new(bits), gauss: Cell::new(None), of_module: false }
    }

    fn with_bits<R>(&self, look: impl FnOnce(&mut BitGenerator) -> R) -> R {
        let mut bits = self.bits.borrow_mut();
        if matches!(*bits, Bits::Unseeded) {
            *bits = Bits::Own(BitGenerator::Mt19937(Mt19937::from_sequence(&seeds::fresh())));
        }
        match &mut *bits {
            Bits::Shared(shared) => shared.with(look),
            Bits::Own(own) => look(own),
            Bits::Unseeded => unreachable!("seeded just now"),
        }
    }

    /// Goes on with these bits; whoever shares them sees it.
    fn set(&self, bits: BitGenerator, gauss: Option<f64>) {
        self.gauss.set(gauss);
        let mut place = self.bits.borrow_mut();
        match &*place {
            Bits::Shared(shared) => shared.with(|old| *old = bits),
            _ => *place = Bits::Own(bits),
        }
    }

    fn name(&self) -> &'static str {
        match &*self.bits.borrow() {
            Bits::Shared(shared) => shared.name(),
            Bits::Own(own) => own.name(),
            Bits::Unseeded => "MT19937",
        }
    }

    /// The bit generator, from now on one that others may draw from too.
    pub fn shared(&self, vm: &VirtualMachine) -> PyResult<PyRef<PyBitGenerator>> {
        if let Bits::Shared(shared) = &*self.bits.borrow() {
            return Ok(shared.clone());
        }
        let made = PyBitGenerator::of_bits(self.with_bits(|bits| bits.clone()), vm)?;
        *self.bits.borrow_mut() = Bits::Shared(made.clone());
        Ok(made)
    }
}

const ONLY_LEGACY: &str = "get_state and legacy can only be used with the MT19937 BitGenerator. To silence this warning, \
                           set `legacy` to False.";
const OUT_OF_RANGE: &str = "Seed must be between 0 and 2**32 - 1";

/// Where a new generator draws from: the bit generator that is given, or one that is seeded.
fn bits_of(seed: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Bits> {
    let Some(seed) = args::present(seed, vm) else { return Ok(Bits::Unseeded) };
    if seed.downcast_ref::<PyType>().is_some_and(|class| class.fast_issubclass(PyBitGenerator::class(&vm.ctx))) {
        return Err(vm.new_value_error("Invalid bit generator. The bit generator must be instantized."));
    }
    match seed.downcast::<PyBitGenerator>() {
        Ok(shared) => Ok(Bits::Shared(shared)),
        Err(seed) => Ok(seeded(&seed, vm)?.map_or(Bits::Unseeded, |bits| Bits::Own(BitGenerator::Mt19937(bits)))),
    }
}

/// The twister that a seed stands for; `None` for `None`.
pub fn seeded(seed: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<Mt19937>> {
    if vm.is_none(seed) {
        return Ok(None);
    }
    let array = seed.downcast_ref::<PyNdArray>().map(|array| array.array());
    let single = match &array {
        Some(array) if array.size() == 1 && array.dtype().is_integer() => Some(scalar::item(&array, 0, vm)),
        Some(_) => None,
        None if seed.try_index_opt(vm).is_some() => Some(seed.clone()),
        None => None,
    };
    let refuse = || vm.new_value_error(OUT_OF_RANGE);
    if let Some(single) = single {
        let single = single.try_index(vm)?.try_to_primitive::<u32>(vm).map_err(|_| refuse())?;
        return Ok(Some(Mt19937::from_int(single)));
    }
    let words = array_of(seed, None, vm)?;
    if words.size() == 0 {
        return Err(vm.new_value_error("Seed must be non-empty"));
    }
    if !matches!(words.dtype().kind(), Kind::Bool | Kind::Signed | Kind::Unsigned) {
        let what = if words.ndim() == 0 { "scalar" } else { "array data" };
        return Err(vm.new_type_error(format!(
            "Cannot cast {what} from dtype({}) to dtype('int64') according to the rule 'safe'",
            words.dtype().repr()
        )));
    }
    if words.ndim() != 1 {
        return Err(vm.new_value_error("Seed array must be 1-d"));
    }
    let words: Vec<i64> = words.to_vec().or_raise(vm)?;
    let words: Option<Vec<u32>> = words.into_iter().map(|word| u32::try_from(word).ok()).collect();
    Ok(Some(Mt19937::from_words(&words.ok_or_else(refuse)?)))
}

impl Constructor for PyRandomState {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        const SIGNATURE: Signature<1> = Signature::compiled("RandomState", ["seed"], 0);
        let [seed] = SIGNATURE.bind(args, vm)?;
        Ok(Self::over(bits_of(seed, vm)?))
    }
}

impl Representable for PyRandomState {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(format!("RandomState({}) at 0x{:X}", zelf.name(), zelf.as_object().get_id()))
    }
}

/// The shape given as arguments of their own, as `rand` and `randn` take it.
fn lengths(name: &str, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<Option<Shape>> {
    if let Some((keyword, _)) = args.kwargs.iter().next() {
        return Err(vm.new_type_error(format!("{name}() got an unexpected keyword argument '{keyword}'")));
    }
    if args.args.is_empty() {
        return Ok(None);
    }
    let shape = vm.ctx.new_tuple(args.args.clone()).into();
    size_of(Some(shape), vm)
}

fn fill(
    zelf: &PyRandomState,
    shape: Option<&[usize]>,
    draw: fn(&mut RandomState<&mut BitGenerator>, &mut [f64]),
    vm: &VirtualMachine,
) -> PyResult {
    let made = zelf.with_bits(|bits| {
        let mut state = RandomState { bits, gauss: zelf.gauss.get() };
        let made = match shape {
            None => {
                let mut value = [0.0];
                draw(&mut state, &mut value);
                Ok(vm.ctx.new_float(value[0]).into())
            }
            Some(shape) => {
                filled_in_blocks(shape, |block| draw(&mut state, block)).or_raise(vm).map(|array| wrap(array, vm))
            }
        };
        zelf.gauss.set(state.gauss);
        made
    })?;
    Ok(made)
}

#[pyclass(with(Constructor, Representable))]
impl PyRandomState {
    #[pymethod]
    fn __str__(zelf: PyRef<Self>) -> String {
        format!("RandomState({})", zelf.name())
    }

    /// The bit generator that the numbers are made from.
    #[pygetset]
    fn _bit_generator(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyRef<PyBitGenerator>> {
        zelf.shared(vm)
    }

    /// Draws from another bit generator from now on.
    #[pymethod]
    fn _initialize_bit_generator(zelf: PyRef<Self>, bits: PyRef<PyBitGenerator>) {
        zelf.gauss.set(None);
        *zelf.bits.borrow_mut() = Bits::Shared(bits);
    }

    #[pymethod]
    fn __reduce__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        pickling::ask(pickling::GENERATORS, "_reduce", (zelf,), vm)
    }

    #[pymethod]
    fn __getstate__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        let legacy: PyObjectRef = vm.ctx.new_bool(false).into();
        Self::get_state(zelf, vec![legacy].into(), vm)
    }

    #[pygetset]
    fn _poisson_lam_max(_zelf: &Py<Self>) -> f64 {
        LARGEST_RATE
    }

    #[pymethod]
    fn __setstate__(zelf: PyRef<Self>, state: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        Self::set_state(zelf, vec![state].into(), vm)
    }

    #[pymethod]
    fn __deepcopy__(zelf: PyRef<Self>, _memo: PyObjectRef, vm: &VirtualMachine) -> PyResult<Self> {
        let bits = match &*zelf.bits.borrow() {
            Bits::Shared(shared) => Bits::Shared(PyBitGenerator::duplicate(shared, vm)?),
            other => other.clone(),
        };
        Ok(Self { gauss: zelf.gauss.clone(), ..Self::over(bits) })
    }

    /// seed(seed=None)
    ///
    /// Starts again from a seed: an integer, or a sequence of integers. The same seed gives the same numbers.
    #[pymethod]
    fn seed(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        const SIGNATURE: Signature<1> = Signature::compiled("seed", ["seed"], 0);
        let [seed] = SIGNATURE.bind(args, vm)?;
        if zelf.name() != "MT19937" {
            if !zelf.of_module {
                return Err(vm.new_type_error("can only re-seed a MT19937 BitGenerator"));
            }
            let shared = zelf.shared(vm)?;
            let made = shared.class().as_object().call((vm.unwrap_or_none(seed),), vm)?;
            return PyBitGenerator::set_state(&shared, PySetterValue::Assign(made.get_attr("state", vm)?), vm);
        }
        let seeded = seeded(&vm.unwrap_or_none(seed), vm)?;
        zelf.set(BitGenerator::Mt19937(seeded.unwrap_or_else(|| Mt19937::from_sequence(&seeds::fresh()))), None);
        Ok(())
    }

    /// get_state(legacy=True)
    ///
    /// The state, to be kept and set again: a tuple, or with `legacy=False` a dict.
    #[pymethod]
    fn get_state(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<1> = Signature::compiled("get_state", ["legacy"], 0);
        let [legacy] = SIGNATURE.bind(args, vm)?;
        let gauss = zelf.gauss.get();
        let has_gauss: PyObjectRef = vm.ctx.new_int(i32::from(gauss.is_some())).into();
        let gauss: PyObjectRef = vm.ctx.new_float(gauss.unwrap_or(0.0)).into();
        let twister =
            zelf.with_bits(|bits| if let BitGenerator::Mt19937(twister) = bits { Some(twister.clone()) } else { None });
        if args::truth(legacy, true, vm)? {
            if let Some(twister) = &twister {
                let key = wrap(Array::vector(twister.key().to_vec()), vm);
                let position = vm.ctx.new_int(twister.position()).into();
                let name = vm.ctx.new_str(zelf.name()).into();
                return Ok(vm.ctx.new_tuple(vec![name, key, position, has_gauss, gauss]).into());
            }
            errors::warn(vm.ctx.exceptions.runtime_warning, ONLY_LEGACY, vm)?;
        }
        let dict = match twister {
            Some(twister) => {
                let dict = vm.ctx.new_dict();
                dict.set_item("bit_generator", vm.ctx.new_str(zelf.name()).into(), vm)?;
                dict.set_item("state", mersenne_dict(&twister, vm)?.into(), vm)?;
                dict
            }
            None => PyBitGenerator::state(&*zelf.shared(vm)?, vm)?,
        };
        dict.set_item("has_gauss", has_gauss, vm)?;
        dict.set_item("gauss", gauss, vm)?;
        Ok(dict.into())
    }

    /// set_state(state)
    ///
    /// Goes on from a state that `get_state` gave.
    #[pymethod]
    fn set_state(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let [state] = Signature::compiled("set_state", ["state"], 1).bind(args, vm)?.map(required);
        let (bits, extra) = if let Some(state) = state.downcast_ref::<PyDict>() {
            let invalid = || vm.new_value_error("state dictionary is not valid.");
            let get = |name: &str| state.get_item_opt(name, vm);
            let (Some(name), Some(inner)) = (get("bit_generator")?, get("state")?) else { return Err(invalid()) };
            let name = name.str(vm)?;
            if name.to_string_lossy() != zelf.name() {
                return Err(invalid());
            }
            if zelf.name() != "MT19937" {
                PyBitGenerator::set_state(&*zelf.shared(vm)?, PySetterValue::Assign(state.to_owned().into()), vm)?;
                let gauss = get("has_gauss")?.zip(get("gauss")?);
                let gauss = gauss.map(|(has, gauss)| Ok((has.try_to_bool(vm)?, gauss.try_float(vm)?.to_f64())));
                zelf.gauss.set(gauss.transpose()?.and_then(|(has, gauss)| has.then_some(gauss)));
                return Ok(());
            }
            let bits = mersenne(&*inner.get_item("key", vm)?, &inner.get_item("pos", vm)?, vm)?;
            (bits, get("has_gauss")?.zip(get("gauss")?))
        } else {
            let items: Vec<PyObjectRef> =
                if state.downcastable::<PyTuple>() || state.downcastable::<rustpython_vm::builtins::PyList>() {
                    state.try_to_value(vm)?
                } else {
                    return Err(vm.new_type_error("state must be a dict or a tuple."));
                };
            let mut items = items.into_iter();
            match items.next() {
                None => {
                    let kind = if state.downcastable::<PyTuple>() { "tuple" } else { "list" };
                    return Err(vm.new_index_error(format!("{kind} index out of range")));
                }
                Some(name) if name.str(vm)?.to_string_lossy() == "MT19937" => {}
                _ => {
                    return Err(vm.new_value_error("set_state can only be used with legacy MT19937 state instances."));
                }
            }
            let (Some(key), Some(position)) = (items.next(), items.next()) else {
                return Err(vm.new_index_error("tuple index out of range"));
            };
            (mersenne(&key, &position, vm)?, items.next().zip(items.next()))
        };
        let gauss = match extra {
            Some((has, gauss)) if has.try_to_bool(vm)? => Some(gauss.try_float(vm)?.to_f64()),
            _ => None,
        };
        if zelf.name() != "MT19937" {
            return Err(vm.new_value_error(format!("state must be for a {} RNG", zelf.name())));
        }
        zelf.set(BitGenerator::Mt19937(bits), gauss);
        Ok(())
    }

    /// rand(d0, d1, ..., dn)
    ///
    /// Numbers of [0, 1): one, or an array of the shape (d0, d1, ..., dn).
    #[pymethod]
    fn rand(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        fill(&zelf, lengths("rand", &args, vm)?.as_deref(), |state, out| state.doubles(out), vm)
    }

    /// randn(d0, d1, ..., dn)
    ///
    /// Numbers of the standard normal distribution: one, or an array of the shape (d0, d1, ..., dn).
    #[pymethod]
    fn randn(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        fill(&zelf, lengths("randn", &args, vm)?.as_deref(), |state, out| state.standard_normals(out), vm)
    }

    /// random(size=None)
    ///
    /// Numbers of [0, 1): one, or an array of the shape `size`.
    #[pymethod]
    fn random(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [size] = Signature::compiled("random", ["size"], 0).bind(args, vm)?;
        fill(&zelf, size_of(size, vm)?.as_deref(), |state, out| state.doubles(out), vm)
    }

    /// random_sample(size=None)
    ///
    /// Numbers of [0, 1): one, or an array of the shape `size`.
    #[pymethod]
    fn random_sample(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let [size] = Signature::compiled("random_sample", ["size"], 0).bind(args, vm)?;
        fill(&zelf, size_of(size, vm)?.as_deref(), |state, out| state.doubles(out), vm)
    }

    /// randint(low, high=None, size=None, dtype=int)
    ///
    /// Integers from `low` up to, not including, `high`; with one bound from 0.
    #[pymethod]
    fn randint(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::compiled("randint", ["low", "high", "size", "dtype"], 1);
        let [low, high, size, dtype] = SIGNATURE.bind(args, vm)?;
        let asked = Integers { low: required(low), high, size, dtype, closed: false, plain: true };
        draws::integers(&**zelf, asked, vm)
    }

    /// bytes(length)
    ///
    /// Random bytes.
    #[pymethod]
    fn bytes(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        draws::bytes(&**zelf, args, vm)
    }

    /// shuffle(x)
    ///
    /// Puts the items of a list, or an array's slices along the first axis, in random order, in place.
    #[pymethod]
    fn shuffle(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        const SIGNATURE: Signature<1> = Signature::compiled("shuffle", ["x"], 1);
        let [items] = SIGNATURE.bind(args, vm)?;
        rearranging::shuffle(&**zelf, &required(items), 0, vm)
    }

    /// permutation(x)
    ///
    /// The integers below `x`, or a copy of the sequence `x`, in random order.
    #[pymethod]
    fn permutation(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<1> = Signature::compiled("permutation", ["x"], 1);
        let [items] = SIGNATURE.bind(args, vm)?;
        let flat = || vm.new_index_error("x must be an integer or at least 1-dimensional");
        rearranging::permutation(&**zelf, &required(items), 0, flat, vm)
    }

    /// choice(a, size=None, replace=True, p=None)
    ///
    /// Random items of the sequence `a`, or integers below `a`, with the probabilities `p`.
    #[pymethod]
    fn choice(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::compiled("choice", ["a", "size", "replace", "p"], 1);
        let [items, size, replace, weights] = SIGNATURE.bind(args, vm)?;
        let replace = args::truth(replace, true, vm)?;
        let asked = Choice { items: required(items), size, replace, weights, axis: 0, family: Family::Legacy };
        rearranging::choice(&**zelf, asked, vm)
    }
}
