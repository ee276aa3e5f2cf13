//! Finds or makes a Rust toolchain that can build the project for the host and for wasm32.
//!
//! Sources, in this order: the toolchain in use, a target added to it by rustup, Debian's packages
//! (which ship std's source for wasm32 instead of a compiled one, so it is compiled here, once),
//! a newer toolchain from rustup beside the one in use.
//! Not here: cargo-installed tools, browsers, npm packages (`tools.rs`).

use crate::shell::{Result, apt_get, on_path, output, output_within, run, say};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub const WASM: &str = "wasm32-unknown-unknown";
/// What the pinned dependencies need (RustPython's parser).
const LEAST: (u32, u32) = (1, 96);
/// The name under which rustup knows Debian's Rust in `/usr`.
const DEBIAN: &str = "debian";
const DEBIAN_PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// A toolchain that has everything; every cargo call, native ones too, goes through it so that
/// build scripts and procedural macros are compiled once.
pub struct Toolchain {
    /// A rustup toolchain name; `None`: the `cargo` on `PATH`, without rustup.
    name: Option<String>,
    root: PathBuf,
}

impl Toolchain {
    /// Finds a toolchain that is ready, or makes one.
    pub fn find_or_make(root: &Path) -> Result<Toolchain> {
        let at = |name: Option<&str>| Toolchain { name: name.map(str::to_owned), root: root.to_owned() };
        let rustup = on_path("rustup").is_some();
        let current = at(std::env::var("RUSTUP_TOOLCHAIN").ok().as_deref());
        let debian = at(rustup.then_some(DEBIAN));
        for candidate in [&current, &debian] {
            if candidate.is_ready() {
                return Ok(at(candidate.name.as_deref()));
            }
        }
        let (major, minor) =
            current.version().ok_or("no Rust compiler answers: install Rust from https://rustup.rs")?;
        let mut tried = Vec::new();
        if (major, minor) < LEAST {
            tried.push(format!("the toolchain in use is Rust {major}.{minor}"));
        } else if rustup {
            match current.add_target() {
                Ok(()) => return Ok(current),
                Err(reason) => tried.push(reason),
            }
        }
        if Path::new("/etc/debian_version").exists() {
            match debian.make_from_debian(rustup) {
                Ok(()) => return Ok(debian),
                Err(reason) => tried.push(reason),
            }
        }
        if rustup && (major, minor) < LEAST {
            let newer = at(Some(&format!("{}.{}", LEAST.0, LEAST.1)));
            match newer.install() {
                Ok(()) => return Ok(newer),
                Err(reason) => tried.push(reason),
            }
        }
        Err(format!(
            "no Rust toolchain can build for {WASM}: {}. Install Rust {}.{} or later with \
             `rustup toolchain install stable --target {WASM}` and run this again.",
            tried.join("; "),
            LEAST.0,
            LEAST.1
        ))
    }

    /// A command in the project's folder whose cargo and rustc calls use this toolchain.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        if let Some(name) = &self.name {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        // `cargo run` describes xtask to its child; the next cargo must not take that for itself.
        for (key, _) in std::env::vars_os() {
            let key = key.to_string_lossy();
            if key == "CARGO" || key.starts_with("CARGO_PKG_") || key.starts_with("CARGO_MANIFEST_") {
                command.env_remove(key.as_ref());
            }
        }
        command.env_remove("LD_LIBRARY_PATH").env_remove("RUST_RECURSION_COUNT");
        command
    }

    /// One line for the reader: which Rust will be used.
    pub fn describe(&self) -> String {
        let version = output(self.command("rustc").arg("--version")).unwrap_or_default();
        match &self.name {
            Some(name) => format!("{} (toolchain {name}), target {WASM} installed", version.trim()),
            None => format!("{}, target {WASM} installed", version.trim()),
        }
    }

    fn is_ready(&self) -> bool {
        self.version().is_some_and(|version| version >= LEAST) && self.has_wasm()
    }

    fn version(&self) -> Option<(u32, u32)> {
        let text = output(self.command("rustc").arg("--version")).ok()?;
        parse_version(&text)
    }

    /// True if std and the test harness are there for wasm32: `wasm-pack test` needs both.
    fn has_wasm(&self) -> bool {
        let Ok(dir) = output(self.command("rustc").args(["--print", "target-libdir", "--target", WASM])) else {
            return false;
        };
        let Ok(entries) = fs::read_dir(dir.trim()) else { return false };
        let names: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        ["libstd-", "libtest-"].iter().all(|start| names.iter().any(|name| name.starts_with(start)))
    }

    fn add_target(&self) -> Result<()> {
        say(format!("adding the Rust target {WASM} with rustup"));
        output_within(Duration::from_secs(300), self.rustup().args(["target", "add", WASM]))
            .map(drop)
            .map_err(|error| format!("rustup could not add the target ({error})"))
    }

    fn install(&self) -> Result<()> {
        let name = self.name.as_deref().unwrap_or("stable");
        say(format!("installing Rust {name} beside the one in use with rustup"));
        output_within(
            Duration::from_secs(900),
            self.rustup().args(["toolchain", "install", name, "--profile", "minimal", "--target", WASM]),
        )
        .map(drop)
        .map_err(|error| format!("rustup could not install Rust {name} ({error})"))
    }

    fn rustup(&self) -> Command {
        let mut command = self.command("rustup");
        command.env("RUSTUP_MAX_RETRIES", "0");
        command
    }

    fn make_from_debian(&self, rustup: bool) -> Result<()> {
        say("taking Rust and its wasm32 target from Debian's packages");
        if DEBIAN_PACKAGES.iter().any(|package| !debian_has(package)) {
            apt_get("refreshing Debian's package lists", &["update", "-q"])?;
            let install = ["install", "-y", "-q", "--no-install-recommends"];
            apt_get("installing Debian's Rust", &[&install[..], &DEBIAN_PACKAGES].concat())?;
        }
        if rustup {
            run("making it known to rustup", Command::new("rustup").args(["toolchain", "link", DEBIAN, "/usr"]))?;
        }
        match self.version() {
            Some(version) if version >= LEAST => {}
            Some((major, minor)) => {
                return Err(format!("Debian's Rust is {major}.{minor}, and {}.{} is needed", LEAST.0, LEAST.1));
            }
            None => return Err("Debian's Rust does not start".to_owned()),
        }
        if self.has_wasm() { Ok(()) } else { self.compile_std() }
    }

    /// Compiles std for wasm32 from Debian's `rust-web-src` and puts it where rustc looks.
    ///
    /// Bitcode is embedded because the release profile links with LTO.
    fn compile_std(&self) -> Result<()> {
        let libdir = output(self.command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
        let libdir = Path::new(libdir.trim());
        let scratch = std::env::temp_dir().join(format!("stridelab-std-{}", std::process::id()));
        let io = |what: &str, path: &Path, error: std::io::Error| format!("cannot {what} {}: {error}", path.display());
        fs::create_dir_all(scratch.join("src")).map_err(|error| io("make", &scratch, error))?;
        fs::write(scratch.join("Cargo.toml"), "[package]\nname = \"scratch\"\nedition = \"2024\"\n\n[workspace]\n")
            .and_then(|()| fs::write(scratch.join("src/lib.rs"), "#![no_std]\n"))
            .map_err(|error| io("write to", &scratch, error))?;
        run(
            "compiling Rust's standard library for wasm32 (about half a minute)",
            self.command("cargo")
                .current_dir(&scratch)
                .args(["build", "--quiet", "--release", "--target", WASM])
                .args(["-Zbuild-std=std,panic_abort,test", "-Zbuild-std-features="])
                .env("RUSTC_BOOTSTRAP", "1")
                .env("RUSTFLAGS", "-Cembed-bitcode=yes")
                .env("CARGO_TARGET_DIR", scratch.join("target")),
        )?;
        let built = scratch.join("target").join(WASM).join("release/deps");
        fs::create_dir_all(libdir).map_err(|error| io("make", libdir, error))?;
        let mut copied = 0;
        for entry in fs::read_dir(&built).map_err(|error| io("read", &built, error))?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".rlib") && !name.starts_with("libscratch") {
                let to = libdir.join(&name);
                fs::copy(entry.path(), &to).map_err(|error| io("write", &to, error))?;
                copied += 1;
            }
        }
        fs::remove_dir_all(&scratch).map_err(|error| io("remove", &scratch, error))?;
        say(format!("{copied} libraries copied to {}", libdir.display()));
        if self.has_wasm() {
            Ok(())
        } else {
            Err(format!("the standard library was built, but {} still lacks it", libdir.display()))
        }
    }
}

fn debian_has(package: &str) -> bool {
    output(Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]))
        .is_ok_and(|status| status == "installed")
}

/// `rustc 1.96.0 (ac68faa20 2026-05-25)` is `(1, 96)`.
fn parse_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.split_whitespace().nth(1)?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::parse_version;

    #[test]
    fn versions_are_read_from_rustc() {
        assert_eq!(parse_version("rustc 1.96.0 (ac68faa20 2026-05-25)"), Some((1, 96)));
        assert_eq!(parse_version("rustc 1.98.0-nightly (abc 2026-07-01)"), Some((1, 98)));
        assert_eq!(parse_version("error: toolchain 'x' is not installed"), None);
    }
}
