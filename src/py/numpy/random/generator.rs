//! `Generator`: what `default_rng` gives.

use rustpython_vm::builtins::{PyListRef, PyType};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

use super::super::args::{self, Signature, required};
use super::super::array::{PyNdArray, wrap};
use super::super::casting;
use super::super::convert::array_of;
use super::super::errors::{self, OrRaise};
use super::super::pickling;
use super::bits::PyBitGenerator;
use super::draws::{self, Integers, Source, Target};
use super::rearranging::{self, Choice};
use crate::nd::random::{self, BitGenerator, BitSource, Family, Method, Primitives, distribution, filled_in_blocks};
use crate::nd::shape::normalize_axis;
use crate::nd::{Array, DType, Error};

/// Generator(bit_generator)
/// --
///
/// Draws numbers from a bit generator, which others may draw from too. `default_rng(seed)` makes one.
#[pyclass(name = "Generator", module = "numpy.random._generator")]
#[derive(Debug, PyPayload)]
pub struct PyGenerator {
    bits: PyRef<PyBitGenerator>,
}

impl Source for PyGenerator {
    const METHOD: Method = Method::Lemire;

    fn with<R>(&self, draw: impl FnOnce(&mut dyn Primitives) -> R) -> R {
        self.bits.with(|bits| draw(bits))
    }
}

impl PyGenerator {
    /// A generator that draws from `bits`.
    pub fn over(bits: PyRef<PyBitGenerator>) -> Self {
        Self { bits }
    }

    /// Fills what `target` asks for, with the draws of its dtype.
    fn fill(
        &self,
        target: Target,
        doubles: fn(&mut BitGenerator, &mut [f64]),
        singles: fn(&mut BitGenerator, &mut [f32]),
        vm: &VirtualMachine,
    ) -> PyResult {
        let shape = target.shape().unwrap_or_default();
        let drawn = self.bits.with(|bits| match target.dtype {
            DType::Float32 => filled_in_blocks(&shape, |block| singles(bits, block)),
            _ => filled_in_blocks(&shape, |block| doubles(bits, block)),
        });
        target.give(drawn.or_raise(vm)?, vm)
    }
}

impl Constructor for PyGenerator {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        const SIGNATURE: Signature<1> = Signature::compiled("Generator", ["bit_generator"], 1);
        let [bits] = SIGNATURE.bind(args, vm)?;
        match required(bits).downcast::<PyBitGenerator>() {
            Ok(bits) => Ok(Self { bits }),
            Err(other)
                if other
                    .downcast_ref::<PyType>()
                    .is_some_and(|class| class.fast_issubclass(PyBitGenerator::class(&vm.ctx))) =>
            {
                Err(vm.new_value_error("Invalid bit generator. The bit generator must be instantiated."))
            }
            Err(other) => {
                let class = other.class().name().to_string();
                Err(vm.new_attribute_error(format!("'{class}' object has no attribute 'capsule'")))
            }
        }
    }
}

impl Representable for PyGenerator {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(format!("Generator({}) at 0x{:X}", zelf.bits.name(), zelf.as_object().get_id()))
    }
}

#[pyclass(with(Constructor, Representable))]
impl PyGenerator {
    #[pymethod]
    fn __str__(zelf: PyRef<Self>) -> String {
        format!("Generator({})", zelf.bits.name())
    }

    #[pymethod]
    fn __reduce__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        pickling::ask(pickling::GENERATORS, "_reduce", (zelf,), vm)
    }

    #[pymethod]
    fn __deepcopy__(zelf: PyRef<Self>, _memo: PyObjectRef, vm: &VirtualMachine) -> PyResult<Self> {
        Ok(Self { bits: PyBitGenerator::duplicate(&zelf.bits, vm)? })
    }

    /// The bit generator that the numbers are made from.
    #[pygetset]
    fn bit_generator(zelf: &Py<Self>) -> PyRef<PyBitGenerator> {
        zelf.bits.clone()
    }

    /// spawn(n_children)
    ///
    /// A list of new generators, independent of this one and of each other.
    #[pymethod]
    fn spawn(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        const SIGNATURE: Signature<1> = Signature::compiled("spawn", ["n_children"], 1);
        let [count] = SIGNATURE.bind(args, vm)?;
        let children = PyBitGenerator::children(&zelf.bits, args::to_isize(&required(count), vm)?, vm)?;
        Ok(vm.ctx.new_list(children.into_iter().map(|bits| Self { bits }.into_pyobject(vm)).collect()))
    }

    /// random(size=None, dtype=numpy.float64, out=None)
    ///
    /// Numbers of [0, 1): one, or an array of the shape `size`.
    #[pymethod]
    fn random(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::compiled("random", ["size", "dtype", "out"], 0);
        let [size, dtype, out] = SIGNATURE.bind(args, vm)?;
        let target = Target::new("random", size, dtype, out, vm)?;
        zelf.fill(target, BitSource::doubles, |bits, out| out.fill_with(|| bits.next_float()), vm)
    }

    /// standard_normal(size=None, dtype=numpy.float64, out=None)
    ///
    /// Numbers of the normal distribution with mean 0 and standard deviation 1.
    #[pymethod]
    fn standard_normal(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::compiled("standard_normal", ["size", "dtype", "out"], 0);
        let [size, dtype, out] = SIGNATURE.bind(args, vm)?;
        let target = Target::new("standard_normal", size, dtype, out, vm)?;
        let singles = |bits: &mut BitGenerator, out: &mut [f32]| out.fill_with(|| bits.standard_normal_f32());
        zelf.fill(target, Primitives::standard_normals, singles, vm)
    }

    /// standard_exponential(size=None, dtype=numpy.float64, method='zig', out=None)
    ///
    /// Numbers of the exponential distribution with mean 1.
    #[pymethod]
    fn standard_exponential(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> =
            Signature::compiled("standard_exponential", ["size", "dtype", "method", "out"], 0);
        let [size, dtype, method, out] = SIGNATURE.bind(args, vm)?;
        let by_inversion = args::text(method, "zig", "method", vm)? != "zig";
        let target = Target::new("standard_exponential", size, dtype, out, vm)?;
        if by_inversion {
            let singles = BitGenerator::exponentials_by_inversion_f32;
            return zelf.fill(target, BitGenerator::exponentials_by_inversion, singles, vm);
        }
        let doubles = |bits: &mut BitGenerator, out: &mut [f64]| out.fill_with(|| bits.standard_exponential());
        let singles = |bits: &mut BitGenerator, out: &mut [f32]| out.fill_with(|| bits.standard_exponential_f32());
        zelf.fill(target, doubles, singles, vm)
    }

    /// standard_gamma(shape, size=None, dtype=numpy.float64, out=None)
    ///
    /// Numbers of the gamma distribution with scale 1.
    #[pymethod]
    fn standard_gamma(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<4> = Signature::compiled("standard_gamma", ["shape", "size", "dtype", "out"], 1);
        let [shape, size, dtype, out] = SIGNATURE.bind(args, vm)?;
        let target = Target::new("standard_gamma", size, dtype, out, vm)?;
        let row = distribution("standard_gamma").expect("the table has standard_gamma");
        let values = draws::parameters(row, vec![shape], vm)?;
        let shape = target.shape();
        let drawn = zelf.bits.with(|bits| match target.dtype {
            DType::Float32 => random::standard_gamma_f32(bits, &values[0], shape.as_deref()),
            _ => random::sample(bits, row, &values, shape.as_deref()),
        });
        target.give(drawn.or_raise(vm)?, vm)
    }

    #[pygetset]
    fn _poisson_lam_max(_zelf: &Py<Self>) -> f64 {
        random::LARGEST_RATE
    }

    /// Counts of each color in draws from a box: `draws` rows of one list.
    #[pymethod]
    fn _counted_by_color(
        zelf: PyRef<Self>,
        colors: Vec<u64>,
        sample: u64,
        draws: usize,
        laid_out: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let counts = zelf.with(|stream| match laid_out {
            true => random::counted_by_color(stream, &colors, sample, draws),
            false => Ok(random::split_by_color(stream, &colors, sample, draws)),
        });
        let counts = counts.or_raise(vm)?;
        Ok(wrap(Array::vector(counts), vm))
    }

    /// integers(low, high=None, size=None, dtype=numpy.int64, endpoint=False)
    ///
    /// Integers from `low` up to `high`, which is included only if `endpoint`; with one bound from 0.
    #[pymethod]
    fn integers(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<5> =
            Signature::compiled("integers", ["low", "high", "size", "dtype", "endpoint"], 1);
        let [low, high, size, dtype, endpoint] = SIGNATURE.bind(args, vm)?;
        let closed = args::truth(endpoint, false, vm)?;
        let asked = Integers { low: required(low), high, size, dtype, closed, plain: false };
        draws::integers(&**zelf, asked, vm)
    }

    /// bytes(length)
    ///
    /// Random bytes.
    #[pymethod]
    fn bytes(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        draws::bytes(&**zelf, args, vm)
    }

    /// shuffle(x, axis=0)
    ///
    /// Puts the items of a list, or an array's slices along an axis, in random order, in place.
    #[pymethod]
    fn shuffle(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        const SIGNATURE: Signature<2> = Signature::compiled("shuffle", ["x", "axis"], 1);
        let [items, axis] = SIGNATURE.bind(args, vm)?;
        rearranging::shuffle(&**zelf, &required(items), args::integer(axis, 0, vm)?, vm)
    }

    /// permutation(x, axis=0)
    ///
    /// The integers below `x`, or a copy of the sequence `x` with its slices along an axis in random order.
    #[pymethod]
    fn permutation(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<2> = Signature::compiled("permutation", ["x", "axis"], 1);
        let [items, axis] = SIGNATURE.bind(args, vm)?;
        let axis = args::integer(axis, 0, vm)?;
        let flat = || errors::exception(&Error::Axis { axis, ndim: 0 }, vm);
        rearranging::permutation(&**zelf, &required(items), axis, flat, vm)
    }

    /// permuted(x, *, axis=None, out=None)
    ///
    /// A copy of `x` in which each line along an axis is shuffled by itself; without an axis, the whole.
    #[pymethod]
    fn permuted(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<3> = Signature::compiled("permuted", ["x", "axis", "out"], 1).keyword_after(1);
        let [items, axis, out] = SIGNATURE.bind(args, vm)?;
        let array = array_of(&required(items), None, vm)?;
        let axis = args::axis(axis, vm)?.map(|axis| normalize_axis(axis, array.ndim()).or_raise(vm)).transpose()?;
        let target = match args::present(out, vm) {
            None => None,
            Some(out) => match out.downcast::<PyNdArray>() {
                Ok(out) => Some(out),
                Err(_) => return Err(vm.new_type_error("out must be a numpy array")),
            },
        };
        if let Some(target) = &target {
            if target.borrow().shape() != array.shape() {
                return Err(vm.new_value_error("out must have the same shape as x"));
            }
            casting::check(array.dtype(), target.borrow().dtype(), "safe", vm)?;
        }
        if array.ndim() == 0 {
            return Err(vm.new_type_error("len() of unsized object"));
        }
        let made: Array = zelf.with(|stream| random::permuted(stream, &array, axis)).or_raise(vm)?;
        match target {
            None => Ok(wrap(made, vm)),
            Some(target) => {
                target.array().assign(&made).or_raise(vm)?;
                Ok(target.into())
            }
        }
    }

    /// choice(a, size=None, replace=True, p=None, axis=0, shuffle=True)
    ///
    /// Random items of `a` along an axis, or integers below `a`, with the probabilities `p`.
    #[pymethod]
    fn choice(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<6> =
            Signature::compiled("choice", ["a", "size", "replace", "p", "axis", "shuffle"], 1);
        let [items, size, replace, weights, axis, shuffle] = SIGNATURE.bind(args, vm)?;
        let asked = Choice {
            items: required(items),
            size,
            replace: args::truth(replace, true, vm)?,
            weights,
            axis: args::integer(axis, 0, vm)?,
            family: Family::Generator { shuffle: args::truth(shuffle, true, vm)? },
        };
        rearranging::choice(&**zelf, asked, vm)
    }
}
