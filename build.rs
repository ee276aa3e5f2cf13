//! Compiles the part of Python's standard library that this crate ships into one blob of bytecode.
//!
//! It runs only for the feature `python`. The list is `src/py/stdlib.list`; the sources are those of
//! `rustpython-pylib`, which is the library for the very version of the interpreter we build. What
//! comes out is `OUT_DIR/stdlib.frozen`, read by `src/py/stdlib.rs`. Nothing is downloaded.

/// The interpreter stops a recursion where its own stack, the one in linear memory, comes to an end. The
/// browser's stack, which nobody can measure, must last longer, or the module dies of it: calls that
/// use little of the first and much of the second (the repr of lists in lists) decide the number.
const WASM_STACK_BYTES: usize = 320 << 10;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        println!("cargo::rustc-link-arg-bin=kernel=-zstack-size={WASM_STACK_BYTES}");
        println!("cargo::rustc-link-arg-tests=-zstack-size={WASM_STACK_BYTES}");
    }
    #[cfg(feature = "python")]
    freeze::write();
}

#[cfg(feature = "python")]
mod freeze {
    use rustpython_compiler::{CompileOpts, Mode, compile};
    use rustpython_compiler_core::frozen::{FrozenCodeObject, FrozenLib, FrozenModule};
    use rustpython_compiler_core::marshal;
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};
    use std::{env, fs};

    const LIST: &str = "src/py/stdlib.list";
    const OWN: &str = "src/py/boot.py";
    const NUMPY: &str = "src/py/numpy/lib";
    const TORCH: &str = "src/py/torch";

    type Modules = BTreeMap<String, FrozenModule<Vec<u8>>>;

    pub fn write() {
        println!("cargo::rerun-if-changed={LIST}");
        println!("cargo::rerun-if-changed={OWN}");
        println!("cargo::rerun-if-changed={NUMPY}");
        println!("cargo::rerun-if-changed={TORCH}");
        let list = fs::read_to_string(LIST).unwrap_or_else(|e| panic!("{LIST}: {e}"));
        let root = Path::new(rustpython_pylib::LIB_PATH);
        let mut modules = Modules::new();
        for line in list.lines() {
            let line = line.split('#').next().unwrap_or_default();
            for name in line.split_whitespace() {
                add(root, name, &mut modules);
            }
        }
        freeze("_stridelab", Path::new(OWN), false, &mut modules);
        add_tree(Path::new(NUMPY), "numpy", &mut modules);
        add_tree(Path::new(TORCH), "torch", &mut modules);
        let entries = modules.iter().map(|(name, module)| {
            let code = FrozenCodeObject { bytes: module.code.bytes.as_slice() };
            (name.as_str(), FrozenModule { code, package: module.package })
        });
        let lib = FrozenLib::encode(entries.collect::<Vec<_>>());
        let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts"));
        fs::write(out.join("stdlib.frozen"), lib.bytes).expect("OUT_DIR is writable");
    }

    /// Adds `name`: a module, a package's `__init__` alone, or (with a trailing `.*`) a whole package.
    fn add(root: &Path, name: &str, modules: &mut Modules) {
        if let Some(package) = name.strip_suffix(".*") {
            return add_tree(&root.join(package.replace('.', "/")), package, modules);
        }
        let path = root.join(name.replace('.', "/"));
        if path.is_dir() {
            freeze(name, &path.join("__init__.py"), true, modules);
        } else {
            freeze(name, &path.with_extension("py"), false, modules);
        }
    }

    fn add_tree(dir: &Path, package: &str, modules: &mut Modules) {
        freeze(package, &dir.join("__init__.py"), true, modules);
        let entries = fs::read_dir(dir).unwrap_or_else(|e| panic!("{LIST} names {package}.*: {dir:?}: {e}"));
        for entry in entries {
            let path = entry.expect("a directory of the cargo registry can be listed").path();
            let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
            if stem == "__init__" || stem == "__main__" {
                continue;
            }
            let name = format!("{package}.{stem}");
            if path.join("__init__.py").is_file() {
                add_tree(&path, &name, modules);
            } else if path.extension().is_some_and(|e| e == "py") {
                freeze(&name, &path, false, modules);
            }
        }
    }

    fn freeze(name: &str, path: &Path, package: bool, modules: &mut Modules) {
        let source = fs::read_to_string(path).unwrap_or_else(|e| panic!("{LIST} names {name}: {path:?}: {e}"));
        let source = source.trim_start_matches('\u{feff}');
        let shown = format!("<frozen {name}>");
        let code = compile(source, Mode::Exec, &shown, CompileOpts::default())
            .unwrap_or_else(|e| panic!("{name} does not compile: {e}"));
        let mut bytes = Vec::new();
        marshal::serialize_code(&mut bytes, &code);
        let module = FrozenModule { code: FrozenCodeObject { bytes: stored(&bytes) }, package };
        modules.insert(name.to_owned(), module);
    }

    /// An LZ4 block with its length in front, as the interpreter reads frozen code, that holds `bytes`
    /// as literals only. Uncompressed on purpose: the web server's compression then sees the bytecode
    /// itself and does better than it can on LZ4's output, and unpacking at import is one copy.
    fn stored(bytes: &[u8]) -> Vec<u8> {
        let length = u32::try_from(bytes.len()).expect("a module's bytecode is under 4 GiB");
        let mut out = length.to_le_bytes().to_vec();
        if bytes.len() < 15 {
            out.push((bytes.len() as u8) << 4);
        } else {
            out.push(0xf0);
            let mut rest = bytes.len() - 15;
            while rest >= 255 {
                out.push(255);
                rest -= 255;
            }
            out.push(rest as u8);
        }
        out.extend_from_slice(bytes);
        out
    }
}
