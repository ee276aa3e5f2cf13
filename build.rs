//! Compiles the part of Python's standard library that this crate ships into bytecode, in two blobs.
//!
//! It runs only for the feature `python`. The list is `src/py/stdlib.list`; the sources are those of
//! `rustpython-pylib`, which is the library for the very version of the interpreter we build. What
//! comes out is read by `src/py/stdlib.rs`: `OUT_DIR/first.frozen`, for the program itself;
//! `OUT_DIR/later.frozen`, which the site serves as `library.bin`; `OUT_DIR/later.names`, that one's
//! length and checksum and then a line a module, packages with a dot at the end. Nothing is downloaded.

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
    use rustpython_compiler_core::bytecode::{CodeObject, ConstantData};
    use rustpython_compiler_core::frozen::{FrozenCodeObject, FrozenLib, FrozenModule};
    use rustpython_compiler_core::marshal;
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};
    use std::{env, fs};

    const LIST: &str = "src/py/stdlib.list";
    /// What is ours beside Python's library and NumPy: module, file.
    const OWN: [(&str, &str); 2] = [("_stridelab", "src/py/boot.py"), ("_civil_time", "src/py/civil_time.py")];
    const NUMPY: &str = "src/py/numpy/lib";
    const TORCH: &str = "src/py/torch";
    /// Modules of the standard library that we write anew, and where: theirs ask for what a page has not.
    const ANEW: (&str, &[&str]) = ("src/py/anew", &["_builtin_help", "pdb", "signal"]);

    type Modules = BTreeMap<String, FrozenModule<Vec<u8>>>;

    pub fn write() {
        println!("cargo::rerun-if-changed={LIST}");
        OWN.iter().for_each(|(_, file)| println!("cargo::rerun-if-changed={file}"));
        println!("cargo::rerun-if-changed={NUMPY}");
        println!("cargo::rerun-if-changed={TORCH}");
        println!("cargo::rerun-if-changed={}", ANEW.0);
        let list = fs::read_to_string(LIST).unwrap_or_else(|e| panic!("{LIST}: {e}"));
        let (mut first, mut later) = (Modules::new(), Modules::new());
        OWN.iter().for_each(|(name, file)| freeze(name, Path::new(file), false, &mut first));
        add_tree(Path::new(NUMPY), "numpy", &mut later);
        add_tree(Path::new(TORCH), "torch", &mut later);
        for name in ANEW.1 {
            freeze(name, &Path::new(ANEW.0).join(name).with_extension("py"), false, &mut later);
        }
        let root = Path::new(rustpython_pylib::LIB_PATH);
        let mut in_first = true;
        for line in list.lines() {
            for word in line.split('#').next().unwrap_or_default().split_whitespace() {
                match word {
                    "first:" => in_first = true,
                    "later:" => in_first = false,
                    _ if word.split('.').next() == Some("numpy") => {
                        let module =
                            later.remove(word).unwrap_or_else(|| panic!("{LIST} names {word}, not in {NUMPY}"));
                        first.insert(word.to_owned(), module);
                    }
                    _ => add(root, word, if in_first { &mut first } else { &mut later }),
                }
            }
        }
        later.retain(|name, _| !first.contains_key(name));
        let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts"));
        let put = |name: &str, bytes: &[u8]| fs::write(out.join(name), bytes).expect("OUT_DIR is writable");
        put("first.frozen", &encoded(&first));
        let library = encoded(&later);
        let mut checksum = flate2::Crc::new();
        checksum.update(&library);
        let mut names = format!("{} {}\n", library.len(), checksum.sum());
        for (name, module) in &later {
            names += name;
            names += if module.package { ".\n" } else { "\n" };
        }
        put("later.names", names.as_bytes());
        put("later.frozen", &library);
    }

    fn encoded(modules: &Modules) -> Vec<u8> {
        let entries = modules.iter().map(|(name, module)| {
            let code = FrozenCodeObject { bytes: module.code.bytes.as_slice() };
            (name.as_str(), FrozenModule { code, package: module.package })
        });
        FrozenLib::encode(entries.collect::<Vec<_>>()).bytes
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
        // Where there is none, the package itself is native.
        let init = dir.join("__init__.py");
        if init.is_file() {
            freeze(package, &init, true, modules);
        }
        let entries = fs::read_dir(dir).unwrap_or_else(|e| panic!("{LIST} names {package}.*: {dir:?}: {e}"));
        for entry in entries {
            let path = entry.expect("a directory of the cargo registry can be listed").path();
            let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
            if stem == "__init__" || stem == "__main__" {
                continue;
            }
            let name = format!("{package}.{stem}");
            if path.is_dir() && stem != "__pycache__" {
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
        let mut code = compile(source, Mode::Exec, &shown, CompileOpts::default())
            .unwrap_or_else(|e| panic!("{name} does not compile: {e}"));
        keep_lines_only(&mut code);
        let mut bytes = Vec::new();
        marshal::serialize_code(&mut bytes, &code);
        let module = FrozenModule { code: FrozenCodeObject { bytes: stored(&bytes) }, package };
        modules.insert(name.to_owned(), module);
    }

    /// Writes the table of positions anew without columns: the sources are not shipped, so that a traceback has
    /// nothing to point at, and columns are a quarter of the bytes.
    fn keep_lines_only(code: &mut CodeObject) {
        const LONGEST_RUN: usize = 8;
        /// An entry of CPython's table: line, no columns. The low bits are the run's length less one.
        const NO_COLUMNS: u8 = 0x80 | 13 << 3;
        let mut table = Vec::new();
        let mut last = code.first_line_number.map_or(0, |line| line.get() as i64);
        let lines: Vec<i64> = code.locations.iter().map(|(start, _)| start.line.get() as i64).collect();
        for run in lines.chunk_by(|a, b| a == b) {
            for part in run.chunks(LONGEST_RUN) {
                table.push(NO_COLUMNS | (part.len() - 1) as u8);
                let delta = run[0] - last;
                let mut rest = (delta.unsigned_abs() << 1) | u64::from(delta < 0);
                while rest >= 0x40 {
                    table.push(0x40 | (rest & 0x3f) as u8);
                    rest >>= 6;
                }
                table.push(rest as u8);
                last = run[0];
            }
        }
        code.linetable = table.into();
        for constant in code.constants.iter_mut() {
            if let ConstantData::Code { code } = constant {
                keep_lines_only(code);
            }
        }
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
