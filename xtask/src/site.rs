//! The site: Trunk builds the wasm modules and calls back, through a hook, for the rest.
//! Not here: serving it to the suites (`server.rs`), measuring it (`bench.rs`).

use crate::lessons::{self, Reference};
use crate::project::{Project, target_dir};
use crate::shell::{Result, output, run, run_logged, say};
use crate::toolchain::WASM;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Name the one lesson to build instead of those in `www/lessons`, and its set-up; the hook reads them.
const LESSON_VARIABLE: &str = "STRIDELAB_LESSON";
const SETUP_VARIABLE: &str = "STRIDELAB_SETUP";
const LESSONS: &str = "www/lessons";
const REFERENCE: &str = "www/reference";

/// What the modules use and every supported browser has: Binaryen must not write anything newer.
const WASM_FEATURES: [&str; 7] =
    ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext", "simd"];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// The profile of the suites: quick to build.
    Dev,
    /// Fat LTO: small and fast.
    Release,
}

/// Which lesson the site has; none: those in `www/lessons`.
#[derive(Default)]
pub struct Lesson {
    pub file: Option<PathBuf>,
    /// Python that the page runs before the first cell, in place of the sidecar beside the file.
    pub setup: Option<PathBuf>,
}

impl Lesson {
    fn hand_to(&self, trunk: &mut Command) -> Result<()> {
        for (variable, file) in [(LESSON_VARIABLE, &self.file), (SETUP_VARIABLE, &self.setup)] {
            if let Some(file) = file {
                trunk.env(variable, absolute(file)?);
            }
        }
        Ok(())
    }
}

/// Builds the site into `dist` under the project's folder, or under `into`.
pub fn build(project: &Project, profile: Profile, lesson: &Lesson, into: Option<&Path>) -> Result<PathBuf> {
    let dist = into.map_or_else(|| project.root.join("dist"), Path::to_owned);
    let mut trunk = project.wasm_command("trunk")?;
    trunk.args(["build", "--offline"]).arg("--dist").arg(&dist);
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    lesson.hand_to(&mut trunk)?;
    run("building the site", without_color_variables(&mut trunk))?;
    if profile == Profile::Release {
        optimize(project, &dist)?;
    }
    Ok(dist)
}

/// Builds for development, serves on loopback, and builds again when a file changes.
pub fn serve(project: &Project, lesson: &Lesson) -> Result<()> {
    let port = free_port(8080)?;
    let mut trunk = project.wasm_command("trunk")?;
    trunk.args(["serve", "--offline", "--address", "127.0.0.1", "--port", &port.to_string()]);
    lesson.hand_to(&mut trunk)?;
    say(format!(
        "the site will be at http://127.0.0.1:{port}/ once it is built (the first time takes minutes: \
         the Python interpreter is compiled for wasm32); Ctrl-C ends it"
    ));
    run("building and serving", without_color_variables(&mut trunk))
}

/// Trunk's `post_build` hook: scripts, styles and lessons into the staging folder that Trunk names.
pub fn hook(project: &Project) -> Result<()> {
    let variable = |name: &str| {
        std::env::var(name).map_err(|_| format!("{name} is not set: this command is Trunk's hook, see Trunk.toml"))
    };
    let staging = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let release = variable("TRUNK_PROFILE")? == "release";
    library(project, &staging, release)?;
    scripts(project, &staging, release)?;
    render_lessons(project, &staging)
}

/// Compiles the kernel for development: what takes minutes of the site, and needs no tool but Rust.
pub fn compile_kernel(project: &Project) -> Result<()> {
    let log = target_dir(&project.root).join("xtask/kernel.log");
    let mut cargo = kernel(project.wasm_cargo("build")?);
    run_logged("compiling the kernel for wasm32 (minutes, once)", &mut cargo, &log)
}

/// Cargo as Trunk calls it for the kernel, so that each finds what the other has built.
fn kernel(mut cargo: Command) -> Command {
    cargo.args(["--target", WASM, "--bin", "kernel", "--features", "python"]);
    cargo
}

/// Puts the part of Python's library that `build.rs` compiled for a file of its own beside the modules. Only
/// cargo knows where build scripts write; asked for what Trunk has just built, it says so at once.
fn library(project: &Project, staging: &Path, release: bool) -> Result<()> {
    // In the folder that Trunk's environment names.
    let mut cargo = kernel(project.cargo("build")?);
    cargo.args(["--quiet", "--message-format", "json"]).args(release.then_some("--release"));
    let messages = output(&mut cargo)?;
    let folder = messages
        .lines()
        .filter(|line| line.contains(r#""reason":"build-script-executed""#) && line.contains("stridelab"))
        .filter_map(|line| line.split_once(r#""out_dir":""#)?.1.split('"').next())
        .map(|folder| PathBuf::from(folder).join("later.frozen"))
        .find(|file| file.is_file())
        .ok_or("cargo does not say where build.rs wrote later.frozen: is the kernel built?")?;
    let to = staging.join("library.bin");
    fs::copy(&folder, &to).map_err(|error| format!("cannot copy {} to {}: {error}", folder.display(), to.display()))?;
    Ok(())
}

/// Bundles TypeScript and CSS.
fn scripts(project: &Project, staging: &Path, release: bool) -> Result<()> {
    let mut node = project.node("www/bundle.mjs")?;
    node.arg(staging).args(release.then_some("--release"));
    run("bundling scripts and styles", &mut node)
}

/// Renders the lessons into the shell that Trunk has written.
fn render_lessons(project: &Project, staging: &Path) -> Result<()> {
    let lessons = match std::env::var_os(LESSON_VARIABLE) {
        Some(lesson) => vec![PathBuf::from(lesson)],
        None => markdown_files(&project.root.join(LESSONS))?,
    };
    let setup = std::env::var_os(SETUP_VARIABLE).map(PathBuf::from);
    let reference = reference(project, staging)?;
    lessons::render_all(&lessons, &reference, setup.as_deref(), &staging.join("index.html"), staging)
}

/// The pages of `www/reference`, and that of NumPy's names, which the kernel that has just been built writes itself.
fn reference(project: &Project, staging: &Path) -> Result<Vec<Reference>> {
    let mut pages = Vec::new();
    for file in markdown_files(&project.root.join(REFERENCE))? {
        let text = fs::read_to_string(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        pages.push(Reference { name: file.file_stem().unwrap_or_default().to_string_lossy().into_owned(), text });
    }
    say("asking the kernel which of NumPy's names it has");
    let mut node = project.node("xtask/names/kernel.mjs")?;
    let text = output(node.arg(staging).arg(project.root.join("xtask/names/names.py")))?;
    pages.push(Reference { name: "numpy-names".to_owned(), text });
    Ok(pages)
}

fn markdown_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|error| format!("cannot read {}: {error}", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("no page in {}: a page is a Markdown file there", folder.display()));
    }
    Ok(files)
}

/// Shrinks the modules with Binaryen. The interpreter only loses its names: optimising it takes ten minutes and
/// was measured to save neither time nor, once compressed, bytes.
fn optimize(project: &Project, dist: &Path) -> Result<()> {
    optimize_module(project, &dist.join("core_bg.wasm"))?;
    binaryen(project, &dist.join("kernel_bg.wasm"), "--strip-debug")
}

/// Shrinks one module in its place.
pub fn optimize_module(project: &Project, file: &Path) -> Result<()> {
    binaryen(project, file, "-O3")
}

fn binaryen(project: &Project, file: &Path, what: &str) -> Result<()> {
    run(
        &format!("shrinking {}", file.display()),
        project
            .node("node_modules/binaryen/bin/wasm-opt")?
            .arg(what)
            .args(WASM_FEATURES.map(|feature| format!("--enable-{feature}")))
            .arg(file)
            .arg("-o")
            .arg(file),
    )
}

fn absolute(path: &Path) -> Result<PathBuf> {
    fs::canonicalize(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// The first port from `from` on that nothing listens on.
fn free_port(from: u16) -> Result<u16> {
    (from..from + 100)
        .find(|port| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .ok_or_else(|| format!("no free port between {from} and {}", from + 99))
}

/// Trunk reads `NO_COLOR` as a boolean option and stops at the customary `NO_COLOR=1`.
fn without_color_variables(command: &mut Command) -> &mut Command {
    command.env_remove("NO_COLOR")
}
