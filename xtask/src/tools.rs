//! Programs that the build and the suites need beside Rust: installed only if the right version is
//! not on `PATH`. Cargo-installed ones go into a cache of the project's own, so that nobody's
//! other version is replaced. Not here: the Rust toolchain (`toolchain.rs`).

use crate::project;
use crate::shell::{Result, apt_get, on_path, output, run, run_logged, say};
use crate::toolchain::Toolchain;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program built from crates.io.
struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: String,
    arguments: &'static [&'static str],
    /// Crates worth optimising: most of a tool runs for a moment and would be compiled for minutes.
    optimised: &'static [&'static str],
    minutes: &'static str,
}

/// The cargo-installed tools. wasm-bindgen's must be the very version in `Cargo.lock`.
fn cargo_tools(root: &Path) -> Result<[CargoTool; 3]> {
    Ok([
        CargoTool {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: locked_version(root, "wasm-bindgen")?,
            // Its own lock file names a crate version that has been withdrawn.
            arguments: &[],
            optimised: &["walrus", "wasmparser", "wasm-encoder", "wasm-bindgen-cli-support", "gimli"],
            minutes: "2",
        },
        CargoTool {
            program: "wasm-pack",
            package: "wasm-pack",
            version: "0.15.1".to_owned(),
            arguments: &["--locked"],
            optimised: &[],
            minutes: "2",
        },
        CargoTool {
            program: "trunk",
            package: "trunk",
            version: "0.21.14".to_owned(),
            // It fetches nothing: no TLS.
            arguments: &["--locked", "--no-default-features"],
            optimised: &[],
            minutes: "4",
        },
    ])
}

/// Installs wasm-bindgen, wasm-pack and Trunk where missing. Each build's output is in a log.
pub fn install_cargo_tools(toolchain: &Toolchain, root: &Path) -> Result<()> {
    let built = project::target_dir(root).join("tools");
    for tool in cargo_tools(root)? {
        if tool.is_installed() {
            continue;
        }
        let log = project::target_dir(root).join("xtask").join(format!("install-{}.log", tool.program));
        run_logged(
            &format!("installing {} {} (about {} minutes, once)", tool.program, tool.version, tool.minutes),
            toolchain
                .command("cargo")
                .args(["install", "--force", tool.package, "--version", &tool.version, "--root"])
                .arg(cache_dir()?)
                .args(tool.arguments)
                .args(tool.optimised.iter().map(|of| format!("--config=profile.release.package.{of}.opt-level=2")))
                // Trunk asks for fat LTO.
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                // One folder for all: what two of them need is compiled once.
                .env("CARGO_TARGET_DIR", &built),
            &log,
        )?;
        if !tool.is_installed() {
            return Err(format!("{} {} was installed but does not start", tool.program, tool.version));
        }
    }
    if built.is_dir() {
        fs::remove_dir_all(&built).map_err(|error| format!("cannot remove {}: {error}", built.display()))?;
    }
    Ok(())
}

/// Installs the npm packages of `package-lock.json` when they are missing or older than it.
pub fn install_npm_packages(root: &Path) -> Result<()> {
    if on_path("node").is_none() || on_path("npm").is_none() {
        return Err("Node.js with npm is missing: install Node 20 or later from https://nodejs.org".to_owned());
    }
    let modified = |path: &str| fs::metadata(root.join(path)).and_then(|data| data.modified()).ok();
    let installed = modified("node_modules/.package-lock.json");
    if installed.is_some() && installed >= modified("package-lock.json") {
        return Ok(());
    }
    run("installing npm packages", npm(root).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
}

fn npm(root: &Path) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(root);
    command
}

/// A browser and its driver, for the suites and the measurements.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

impl Browser {
    /// Finds Chromium or Chrome with ChromeDriver; on Debian installs them if missing.
    pub fn find_or_install() -> Result<Browser> {
        if let Some(browser) = Browser::find() {
            return Ok(browser);
        }
        if Path::new("/etc/debian_version").exists() {
            apt_get("refreshing Debian's package lists", &["update", "-q"])?;
            let install = ["install", "-y", "-q", "--no-install-recommends", "chromium", "chromium-driver"];
            apt_get("installing Chromium", &install)?;
        }
        Browser::find().ok_or_else(|| {
            "Chromium or Chrome with ChromeDriver is missing: put `chromium` (or `google-chrome`) and \
             `chromedriver` on PATH, or name them in CHROMIUM and CHROMEDRIVER"
                .to_owned()
        })
    }

    fn find() -> Option<Browser> {
        let named = |variable: &str, programs: &[&str]| {
            std::env::var_os(variable)
                .map(PathBuf::from)
                .or_else(|| programs.iter().find_map(|program| on_path(program)))
        };
        let mac = Path::new("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        let chromium = named("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
            .or_else(|| mac.is_file().then(|| mac.to_owned()))?;
        Some(Browser { chromium, driver: named("CHROMEDRIVER", &["chromedriver"])? })
    }
}

impl CargoTool {
    fn is_installed(&self) -> bool {
        // `trunk 0.21.14`; wasm-bindgen says its name first as well.
        output(Command::new(self.program).arg("--version").env("PATH", path_with_tools().unwrap_or_default()))
            .is_ok_and(|text| text.split_whitespace().nth(1) == Some(&self.version))
    }
}

/// `PATH` with the project's cache of tools in front.
pub fn path_with_tools() -> Result<OsString> {
    let bin = cache_dir()?.join("bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(bin).chain(std::env::split_paths(&path)))
        .map_err(|error| format!("PATH cannot be extended: {error}"))
}

fn cache_dir() -> Result<PathBuf> {
    std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
        .map(|cache| cache.join("stridelab"))
        .ok_or_else(|| "no home folder to keep tools in: set XDG_CACHE_HOME".to_owned())
}

/// The version of `package` in `Cargo.lock`.
fn locked_version(root: &Path, package: &str) -> Result<String> {
    let lock = root.join("Cargo.lock");
    let text = fs::read_to_string(&lock).map_err(|error| format!("cannot read {}: {error}", lock.display()))?;
    text.split_once(&format!("name = \"{package}\"\nversion = \""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .ok_or_else(|| format!("{} does not name {package}", lock.display()))
}

/// Says what is there, for `cargo xtask setup`.
pub fn describe(root: &Path, browser: &Browser) -> Result<()> {
    for tool in cargo_tools(root)? {
        say(format!("{} {}", tool.program, tool.version));
    }
    let version = output(Command::new(&browser.chromium).arg("--version")).unwrap_or_default();
    say(format!("{} at {}, driver at {}", version.trim(), browser.chromium.display(), browser.driver.display()));
    Ok(())
}
