//! `SeedSequence`: entropy of any size, from Python's integers and sequences or from the host.

use std::cell::Cell;

use num_traits::Signed;
use rustpython_vm::builtins::{PyInt, PyList, PyListRef, PyRange, PyTuple, PyTupleRef};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::super::args::{self, Signature, required};
use super::super::array::{PyNdArray, wrap};
use super::super::{dtype, pickling, scalar};
use crate::nd::random::SeedSequence;
use crate::nd::{Array, DType, Kind};
use crate::py::outside;

/// SeedSequence(entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0)
/// --
///
/// Mixes seeds of any size into good starting states, and spawns seeds for independent generators.
#[pyclass(name = "SeedSequence", module = "numpy.random.bit_generator")]
#[derive(Debug, PyPayload)]
pub struct PySeedSequence {
    entropy: PyObjectRef,
    spawn_key: PyTupleRef,
    children: Cell<u32>,
    sequence: SeedSequence,
}

const POOL_WORDS: usize = 4;

/// A sequence made from fresh entropy.
pub fn fresh() -> SeedSequence {
    SeedSequence::new(&host_words(POOL_WORDS))
}

fn host_words(count: usize) -> Vec<u32> {
    let mut bytes = vec![0; 4 * count];
    outside::host().entropy(&mut bytes);
    bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect()
}

/// The words of an integer or of a nested sequence of integers, lowest first.
fn words_of(value: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<u32>> {
    // Python takes every array for an integer at first.
    let has_axes = value.downcast_ref::<PyNdArray>().is_some_and(|array| array.borrow().ndim() > 0);
    if !has_axes && let Some(integer) = value.try_index_opt(vm) {
        let integer = integer?;
        let integer = integer.as_bigint();
        if integer.is_negative() {
            return Err(vm.new_value_error("expected non-negative integer"));
        }
        let words = integer.to_u32_digits().1;
        return Ok(if words.is_empty() { vec![0] } else { words });
    }
    let is_sequence = value.downcastable::<PyList>()
        || value.downcastable::<PyTuple>()
        || value.downcastable::<PyRange>()
        || value.downcastable::<PyNdArray>();
    if !is_sequence {
        return Err(vm.new_type_error("seed must be integer"));
    }
    let items: Vec<PyObjectRef> = value.try_to_value(vm)?;
    let mut words = Vec::new();
    for item in &items {
        words.extend(words_of(item, vm)?);
    }
    Ok(words)
}

fn is_entropy(value: &PyObject) -> bool {
    value.downcastable::<PyInt>()
        || value.downcastable::<PyList>()
        || value.downcastable::<PyTuple>()
        || value.downcastable::<PyRange>()
        || value.downcastable::<PyNdArray>()
        || scalar::value_of(value).is_some_and(|(_, dtype)| matches!(dtype.kind(), Kind::Signed | Kind::Unsigned))
}

impl PySeedSequence {
    /// The sequence of a seed: itself if it is one already.
    pub fn of(seed: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        match seed.map(|seed| seed.downcast::<Self>()) {
            Some(Ok(sequence)) => Ok(sequence),
            Some(Err(entropy)) => Ok(Self::make(Some(entropy), vec![], POOL_WORDS, 0, vm)?.into_ref(&vm.ctx)),
            None => Ok(Self::make(None, vec![], POOL_WORDS, 0, vm)?.into_ref(&vm.ctx)),
        }
    }

    /// The engine's sequence.
    pub fn sequence(&self) -> &SeedSequence {
        &self.sequence
    }

    fn make(
        entropy: Option<PyObjectRef>,
        spawn_key: Vec<PyObjectRef>,
        pool_words: usize,
        children: u32,
        vm: &VirtualMachine,
    ) -> PyResult<Self> {
        let (entropy, words) = match entropy {
            Some(entropy) if is_entropy(&entropy) => {
                let words = words_of(&entropy, vm)?;
                (entropy, words)
            }
            Some(other) => {
                let shown = other.str(vm)?;
                return Err(vm.new_type_error(format!(
                    "SeedSequence expects int or sequence of ints for entropy not {}",
                    shown.to_string_lossy()
                )));
            }
            None => {
                let words = host_words(pool_words);
                (integer_of(&words, vm)?, words)
            }
        };
        let spawn_key = vm.ctx.new_tuple(spawn_key);
        let key = words_of(spawn_key.as_object(), vm)?;
        let sequence = SeedSequence::with_key(&words, &key, pool_words);
        Ok(Self { entropy, spawn_key, children: Cell::new(children), sequence })
    }

    /// The next `count` children; each call gives new ones.
    pub fn children(&self, count: isize, vm: &VirtualMachine) -> PyResult<Vec<PyRef<Self>>> {
        let count = u32::try_from(count.max(0)).map_err(|_| vm.new_overflow_error("too many children to spawn"))?;
        let first = self.children.get();
        self.children.set(first.wrapping_add(count));
        (0..count)
            .map(|child| {
                let mut key = self.spawn_key.as_slice().to_vec();
                key.push(vm.ctx.new_int(first.wrapping_add(child)).into());
                let made = Self::make(Some(self.entropy.clone()), key, self.sequence.pool_size(), 0, vm)?;
                Ok(made.into_ref(&vm.ctx))
            })
            .collect()
    }
}

/// The integer that these words stand for.
fn integer_of(words: &[u32], vm: &VirtualMachine) -> PyResult {
    let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    let class: PyObjectRef = vm.ctx.types.int_type.to_owned().into();
    vm.call_method(&class, "from_bytes", (vm.ctx.new_bytes(bytes), vm.ctx.new_str("little")))
}

impl Constructor for PySeedSequence {
    type Args = FuncArgs;

    fn py_new(_class: &Py<rustpython_vm::builtins::PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        const SIGNATURE: Signature<4> =
            Signature::compiled("SeedSequence", ["entropy", "spawn_key", "pool_size", "n_children_spawned"], 0)
                .keyword_after(1);
        let [entropy, spawn_key, pool_size, children] = SIGNATURE.bind(args, vm)?;
        let key = spawn_key.map_or(Ok(vec![]), |key| key.try_to_value(vm))?;
        let pool_size = args::integer(pool_size, POOL_WORDS as isize, vm)?;
        if pool_size < POOL_WORDS as isize {
            return Err(vm.new_value_error("The size of the entropy pool should be at least 4"));
        }
        let children = u32::try_from(args::integer(children, 0, vm)?)
            .map_err(|_| vm.new_value_error("n_children_spawned must be non-negative and fit 32 bits"))?;
        Self::make(args::present(entropy, vm), key, pool_size as usize, children, vm)
    }
}

impl Representable for PySeedSequence {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let mut text = format!("SeedSequence(\n    entropy={},\n", zelf.entropy.repr(vm)?.to_string_lossy());
        if !zelf.spawn_key.is_empty() {
            text += &format!("    spawn_key={},\n", zelf.spawn_key.as_object().repr(vm)?.to_string_lossy());
        }
        if zelf.sequence.pool_size() != POOL_WORDS {
            text += &format!("    pool_size={},\n", zelf.sequence.pool_size());
        }
        if zelf.children.get() != 0 {
            text += &format!("    n_children_spawned={},\n", zelf.children.get());
        }
        Ok(text + ")")
    }
}

#[pyclass(with(Constructor, Representable))]
impl PySeedSequence {
    #[pymethod]
    fn __reduce__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        pickling::ask(pickling::GENERATORS, "_reduce", (zelf,), vm)
    }

    /// What the sequence was made from.
    #[pygetset]
    fn entropy(zelf: &Py<Self>) -> PyObjectRef {
        zelf.entropy.clone()
    }

    /// The place of the sequence among the children of its ancestors.
    #[pygetset]
    fn spawn_key(zelf: &Py<Self>) -> PyTupleRef {
        zelf.spawn_key.clone()
    }

    /// How many 32-bit words are mixed.
    #[pygetset]
    fn pool_size(zelf: &Py<Self>) -> usize {
        zelf.sequence.pool_size()
    }

    /// The mixed words.
    #[pygetset]
    fn pool(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        wrap(Array::vector(zelf.sequence.pool().to_vec()), vm)
    }

    /// How many children were spawned.
    #[pygetset]
    fn n_children_spawned(zelf: &Py<Self>) -> u32 {
        zelf.children.get()
    }

    /// All that the sequence is, as a dict.
    #[pygetset]
    fn state(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let dict = vm.ctx.new_dict();
        dict.set_item("entropy", zelf.entropy.clone(), vm)?;
        dict.set_item("spawn_key", zelf.spawn_key.clone().into(), vm)?;
        dict.set_item("pool_size", vm.ctx.new_int(zelf.sequence.pool_size()).into(), vm)?;
        dict.set_item("n_children_spawned", vm.ctx.new_int(zelf.children.get()).into(), vm)?;
        Ok(dict.into())
    }

    /// generate_state(n_words, dtype=numpy.uint32)
    ///
    /// An array of seed words, `uint32` or `uint64`.
    #[pymethod]
    fn generate_state(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::compiled("generate_state", ["n_words", "dtype"], 1);
        let [count, dtype] = SIGNATURE.bind(args, vm)?;
        let count = usize::try_from(args::to_isize(&required(count), vm)?)
            .map_err(|_| vm.new_value_error("negative dimensions are not allowed"))?;
        let dtype = dtype::parse_optional(dtype, vm)?.unwrap_or(DType::UInt32);
        Ok(wrap(
            match dtype {
                DType::UInt32 => Array::vector(zelf.sequence.generate_u32(count)),
                DType::UInt64 => Array::vector(zelf.sequence.generate_u64(count)),
                _ => return Err(vm.new_value_error("only support uint32 or uint64")),
            },
            vm,
        ))
    }

    /// spawn(n_children)
    ///
    /// A list of new sequences, independent of this one and of each other.
    #[pymethod]
    fn spawn(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        const SIGNATURE: Signature<1> = Signature::compiled("spawn", ["n_children"], 1);
        let [count] = SIGNATURE.bind(args, vm)?;
        let children = zelf.children(args::to_isize(&required(count), vm)?, vm)?;
        Ok(vm.ctx.new_list(children.into_iter().map(Into::into).collect()))
    }
}
