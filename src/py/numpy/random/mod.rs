//! The module `numpy.random`, over [`crate::nd::random`]: the same seeds give NumPy's numbers.
//!
//! In reading order: `seeds` (`SeedSequence`), `bits` (`PCG64`, `MT19937` and others), `state` (`RandomState`),
//! `generator` (`Generator`); what those two share is in `draws` (distributions, integers) and `rearranging`
//! (shuffles, choices). The module's functions `seed`, `rand`, ... are the methods of one `RandomState` a
//! session, as in NumPy. It is seeded when it is first used, so a copy of a session that has only imported
//! NumPy does not know its random numbers yet.

mod bits;
mod draws;
mod generator;
mod rearranging;
mod seeds;
mod state;

pub(super) use module::module_def;

#[rustpython_vm::pymodule(name = "numpy.random")]
mod module {
    use rustpython_vm::builtins::{PyModule, PyStrRef};
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine};

    use super::super::args::{self, Signature};
    use super::bits::{self, PyBitGenerator};
    use super::draws;
    use super::generator::PyGenerator;
    use super::seeds::PySeedSequence;
    use super::state::PyRandomState;
    use crate::nd::random::DISTRIBUTIONS;

    /// The methods of the session's `RandomState` that are functions of the module, distributions aside.
    const METHODS: [&str; 12] = [
        "seed",
        "get_state",
        "set_state",
        "rand",
        "randn",
        "random",
        "random_sample",
        "randint",
        "bytes",
        "shuffle",
        "permutation",
        "choice",
    ];

    /// Distributions of several variates at once, which both generators have.
    const MANY_VARIATES: [(&str, &str); 3] = [
        (
            "multinomial",
            "multinomial(n, pvals, size=None)\n\nHow often each outcome occurs in `n` trials, for their probabilities.",
        ),
        ("dirichlet", "dirichlet(alpha, size=None)\n\nShares that sum to 1, by the Dirichlet distribution."),
        (
            "multivariate_normal",
            "multivariate_normal(mean, cov, size=None, check_valid='warn', tol=1e-8)\n\nPoints of a normal distribution \
             in several dimensions.",
        ),
    ];
    const OLD_INTEGERS: [(&str, &str); 2] = [
        ("random_integers", "random_integers(low, high=None, size=None)\n\nDeprecated: use `randint`."),
        ("tomaxint", "tomaxint(size=None)\n\nIntegers from 0 to the largest of the machine."),
    ];
    const FROM_A_BOX: [(&str, &str); 1] = [(
        "multivariate_hypergeometric",
        "multivariate_hypergeometric(colors, nsample, size=None, method='marginals')\n\nHow many of each color are \
         among things drawn from a box.",
    )];

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        let classes = [
            ("RandomState", PyRandomState::make_static_type()),
            ("Generator", PyGenerator::make_static_type()),
            ("BitGenerator", PyBitGenerator::make_static_type()),
            ("SeedSequence", PySeedSequence::make_static_type()),
        ];
        draws::add_distributions::<PyRandomState>(vm);
        draws::add_distributions::<PyGenerator>(vm);
        draws::add_methods::<PyRandomState>(&MANY_VARIATES, vm);
        draws::add_methods::<PyRandomState>(&OLD_INTEGERS, vm);
        draws::add_methods::<PyGenerator>(&MANY_VARIATES, vm);
        draws::add_methods::<PyGenerator>(&FROM_A_BOX, vm);
        for (name, class) in classes.into_iter().chain(bits::classes(vm)) {
            module.set_attr(name, class, vm)?;
        }
        let shared: PyObjectRef = PyRandomState::unseeded().into_pyobject(vm);
        for name in METHODS
            .into_iter()
            .chain(MANY_VARIATES.map(|(name, _)| name))
            .chain(["random_integers"])
            .chain(DISTRIBUTIONS.iter().map(|row| row.name))
        {
            module.set_attr(name, shared.get_attr(name, vm)?, vm)?;
        }
        let sample = shared.get_attr("random_sample", vm)?;
        module.set_attr("ranf", sample.clone(), vm)?;
        module.set_attr("sample", sample, vm)?;
        module.set_attr("_rand", shared, vm)
    }

    /// default_rng(seed=None)
    ///
    /// A new `Generator` that draws from a PCG64. The same seed gives the same numbers; without one they are
    /// different every time. A `Generator` is given back as it is, a bit generator is drawn from.
    #[pyfunction]
    fn default_rng(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        const SIGNATURE: Signature<1> = Signature::compiled("default_rng", ["seed"], 0);
        let [seed] = SIGNATURE.bind(args, vm)?;
        let seed = args::present(seed, vm);
        if let Some(seed) = &seed {
            if seed.downcastable::<PyGenerator>() {
                return Ok(seed.clone());
            }
            if let Some(old) = seed.downcast_ref::<PyRandomState>() {
                return Ok(PyGenerator::over(old.shared(vm)?).into_pyobject(vm));
            }
            if let Ok(bits) = seed.clone().downcast::<PyBitGenerator>() {
                return Ok(PyGenerator::over(bits).into_pyobject(vm));
            }
        }
        Ok(PyGenerator::over(bits::pcg64(seed, vm)?).into_pyobject(vm))
    }

    /// The names of the module, those that are read when they are first asked for among them.
    #[pyfunction]
    fn __dir__(vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let module = vm.sys_module.get_attr("modules", vm)?.get_item("numpy.random", vm)?;
        let known = module.get_attr("__dict__", vm)?;
        let mut names: Vec<PyObjectRef> = vm.call_method(&known, "keys", ())?.try_to_value(vm)?;
        names.extend(["bit_generator", "mtrand", "test"].map(|name| vm.ctx.new_str(name).into()));
        Ok(names)
    }

    fn shared(vm: &VirtualMachine) -> PyResult {
        vm.sys_module.get_attr("modules", vm)?.get_item("numpy.random", vm)?.get_attr("_rand", vm)
    }

    /// get_bit_generator()
    ///
    /// The bit generator that the functions of this module draw from.
    #[pyfunction]
    fn get_bit_generator(vm: &VirtualMachine) -> PyResult {
        shared(vm)?.get_attr("_bit_generator", vm)
    }

    /// set_bit_generator(bitgen)
    ///
    /// Makes the functions of this module draw from another bit generator.
    #[pyfunction]
    fn set_bit_generator(bitgen: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if !bitgen.downcastable::<PyBitGenerator>() {
            let class = bitgen.class().name().to_string();
            return Err(vm.new_attribute_error(format!("'{class}' object has no attribute 'capsule'")));
        }
        let shared = shared(vm)?;
        vm.call_method(&shared, "_initialize_bit_generator", (bitgen,))
    }

    /// A module inside this one, or what is said about a name that is not here.
    #[pyfunction]
    fn __getattr__(name: PyStrRef, vm: &VirtualMachine) -> PyResult {
        let shown = name.to_string_lossy();
        if matches!(&*shown, "bit_generator" | "mtrand") {
            let path = vm.ctx.new_str(format!("numpy.random.{shown}"));
            vm.import(&path, 0)?;
            return vm.sys_module.get_attr("modules", vm)?.get_item(&*path, vm);
        }
        if shown == "test" {
            let tester = vm.import("numpy._pytesttester", 0)?.get_attr("_pytesttester", vm)?;
            return tester.get_attr("PytestTester", vm)?.call(("numpy.random",), vm);
        }
        if shown.starts_with("__") {
            return Err(vm.new_attribute_error(format!("module 'numpy.random' has no attribute '{shown}'")));
        }
        let explain = vm.import("numpy._names", 0)?.get_attr("_names", vm)?.get_attr("explain", vm)?;
        let message = explain.call((vm.ctx.new_str("numpy.random"), name.clone()), vm)?;
        Err(vm.new_attribute_error(message.as_object().str(vm)?.to_string_lossy().into_owned()))
    }
}
