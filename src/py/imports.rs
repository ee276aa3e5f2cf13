//! What happens when a learner imports something that the program does not hold.
//!
//! Our finder is asked last. It knows the second part of the standard library, which a browser fetches
//! then; looks for the learner's own modules in the file tree; and else raises the ModuleNotFoundError that
//! says whose fault it is: this page's Python does not have everything. It is in Rust so that the traceback
//! shows the learner's `import` line and no other.

use rustpython_vm::builtins::PyListRef;
use rustpython_vm::{PyPayload, PyResult, TryFromObject, VirtualMachine};

pub(super) use _imports::module_def;

/// Puts our finder at the end of `sys.meta_path`.
pub fn install(vm: &VirtualMachine) -> PyResult<()> {
    vm.import("_imports", 0)?;
    let finders = PyListRef::try_from_object(vm, vm.sys_module.get_attr("meta_path", vm)?)?;
    finders.borrow_vec_mut().push(_imports::LastFinder.into_ref(&vm.ctx).into());
    Ok(())
}

#[rustpython_vm::pymodule]
mod _imports {
    use crate::py::stdlib;
    use rustpython_vm::builtins::{PyCode, PyStrRef};
    use rustpython_vm::function::OptionalArg;
    use rustpython_vm::{AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

    /// Packages that programs with NumPy import. A name that is none of them is more likely mistyped, of which
    /// CPython's own sentence says enough.
    const POPULAR: &str = "altair astropy bokeh bs4 cupy cv2 cython dask flask gensim h5py imageio IPython ipywidgets jax \
                           joblib keras lightgbm matplotlib mpl_toolkits networkx nltk numba openpyxl pandas PIL plotly \
                           polars psutil pyarrow pymc pytest requests scipy seaborn skimage sklearn spacy statsmodels \
                           sympy tables tensorflow torchaudio torchvision tqdm transformers xarray xgboost";

    /// The last finder of sys.meta_path.
    #[pyattr]
    #[pyclass(name = "LastFinder", module = "_imports")]
    #[derive(Debug, PyPayload)]
    pub struct LastFinder;

    #[derive(FromArgs)]
    struct FindArgs {
        #[pyarg(any)]
        name: PyStrRef,
        #[pyarg(any, optional)]
        path: OptionalArg<PyObjectRef>,
        #[pyarg(any, optional)]
        target: OptionalArg<PyObjectRef>,
    }

    #[pyclass]
    impl LastFinder {
        /// The learner's own module of that name, or an error that says that there is none.
        #[pymethod]
        fn find_spec(_zelf: &Py<Self>, args: FindArgs, vm: &VirtualMachine) -> PyResult {
            let path = args.path.unwrap_or_none(vm);
            let boot = vm.import("_stridelab", 0)?;
            let wanted = args.name.to_string_lossy();
            if let Some((_, package)) = stdlib::later().find(|(name, _)| *name == wanted) {
                return vm.call_method(&boot, "later_spec", (args.name.clone(), package));
            }
            let rest = (args.name.clone(), path.clone(), args.target.unwrap_or_none(vm));
            let spec = vm.call_method(&boot, "find_in_files", rest)?;
            let name = args.name.to_string_lossy();
            if !vm.is_none(&spec) || !vm.is_none(&path) || !imports(vm) || name.starts_with('_') {
                return Ok(spec);
            }
            let class = vm.ctx.exceptions.module_not_found_error.as_object();
            let raised = class.call((sentence(&name, vm)?,), vm)?;
            raised.set_attr("name", args.name, vm)?;
            Err(raised.downcast().expect("calling ModuleNotFoundError gives an exception"))
        }
    }

    /// The code of a module of the library's second part.
    #[pyfunction]
    fn later_code(name: PyStrRef, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
        stdlib::later_code(&name.to_string_lossy(), vm).ok_or_else(|| {
            let sentence = format!(
                "The module '{name}' is in a file of this page that could not be fetched: is there a connection? \
                 If there is, reload the page"
            );
            vm.new_import_error(sentence, name)
        })
    }

    /// Whether an import statement asks, and not `importlib.util.find_spec`, which is content with None.
    fn imports(vm: &VirtualMachine) -> bool {
        let asking = vm.current_frame().and_then(|frame| frame.f_back(vm));
        asking.is_some_and(|frame| frame.iframe().code().obj_name.as_str() == "_find_and_load_unlocked")
    }

    fn sentence(name: &str, vm: &VirtualMachine) -> PyResult<String> {
        let standard = vm.sys_module.get_attr("stdlib_module_names", vm)?;
        let known = vm.call_method(standard.as_object(), "__contains__", (name,))?.try_to_bool(vm)?;
        Ok(if known {
            format!("No module named '{name}': the Python of this page leaves this module of the standard library out")
        } else if POPULAR.split_whitespace().any(|package| package == name.split('.').next().unwrap_or_default()) {
            format!("No module named '{name}': the Python of this page does not include it")
        } else {
            format!("No module named '{name}'")
        })
    }
}
