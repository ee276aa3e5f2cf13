//! `cargo xtask bench cifar`: images a second through crop, flip and normalise, all in one run: our loader in
//! Chromium and natively, the lesson's NumPy code, NumPy on whole batches, PyTorch's loader, memcpy. Each
//! figure is the median of several rounds; what is not installed is left out and said to be.

use crate::noise;
use crate::project::{Project, target_dir, wasm_target_dir};
use crate::python;
use crate::server;
use crate::shell::{Result, on_path, output, run, say};
use crate::site;
use crate::toolchain::WASM;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One line of the table.
struct Figure {
    who: &'static str,
    what: String,
    images_per_second: f64,
}

/// Measures everything and prints the table and the ratios.
pub fn run_all(project: &Project) -> Result<()> {
    let folder = target_dir(&project.root).join("xtask/bench-cifar");
    let [file, ..] = noise::files(&folder)?;
    let mut figures = Vec::new();
    let command = native_build(project)?;
    let module = module(project, &folder)?;
    let python = python::with_numpy(project)?;

    let address = server::serve(&module)?;
    let browser = project.browser()?;
    say("measuring in Chromium");
    let mut node = project.node("xtask/bench/cifar/chromium.mjs")?;
    node.arg(format!("http://{address}/")).env("STRIDELAB_CHROMIUM", &browser.chromium);
    figures.extend(read("Chromium", &output(&mut node)?));
    say("measuring natively");
    figures.extend(read("native", &output(Command::new(command).arg("cifar").arg(&file).arg("--bench"))?));
    say("measuring NumPy");
    let mut numpy = Command::new(&python);
    numpy.arg(project.root.join("xtask/bench/cifar/numpy_loaders.py")).arg(&file);
    figures.extend(read("NumPy", &output(&mut numpy)?));
    match torch_python() {
        None => say("PyTorch is left out: no python3 on PATH imports torch and torchvision"),
        Some(python) => {
            say("measuring PyTorch");
            let mut torch = Command::new(python);
            torch.arg(project.root.join("xtask/bench/cifar/torch_loader.py")).arg(&file);
            figures.extend(read("PyTorch", &output(&mut torch)?));
        }
    }
    print_table(&figures)
}

fn native_build(project: &Project) -> Result<PathBuf> {
    let mut cargo = project.cargo("build")?;
    run(
        "building the native command, without Python",
        cargo.args(["--release", "--no-default-features", "--bin", "stridelab"]),
    )?;
    Ok(target_dir(&project.root).join("release/stridelab"))
}

/// The `core` module as the site has it, with the page and worker that measure it.
fn module(project: &Project, folder: &Path) -> Result<PathBuf> {
    let mut cargo = project.wasm_cargo("build")?;
    cargo.args(["--release", "--no-default-features", "--bin", "core", "--target", WASM]);
    run("building the module `core`", &mut cargo)?;
    let built = wasm_target_dir(&project.root).join(WASM).join("release/core.wasm");
    let site = folder.join("site");
    let mut bindgen = project.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&site).arg(built);
    run("binding it", &mut bindgen)?;
    site::optimize_module(project, &site.join("core_bg.wasm"))?;
    for name in ["index.html", "worker.mjs"] {
        let from = project.root.join("xtask/bench/cifar").join(name);
        fs::copy(&from, site.join(name)).map_err(|error| format!("cannot copy {}: {error}", from.display()))?;
    }
    Ok(site)
}

fn torch_python() -> Option<PathBuf> {
    ["/usr/bin/python3"]
        .iter()
        .map(PathBuf::from)
        .chain(on_path("python3"))
        .find(|python| output(Command::new(python).args(["-c", "import torch, torchvision"])).is_ok())
}

/// Lines of a name, a tab and images a second.
fn read(who: &'static str, text: &str) -> Vec<Figure> {
    text.lines()
        .filter_map(|line| {
            let (what, number) = line.split_once('\t').or_else(|| line.split_once(": "))?;
            let images_per_second = number.trim_end_matches(" images/s").parse().ok()?;
            Some(Figure { who, what: what.to_owned(), images_per_second })
        })
        .collect()
}

fn print_table(figures: &[Figure]) -> Result<()> {
    let of = |who: &str, start: &str| {
        figures.iter().find(|f| f.who == who && f.what.starts_with(start)).map(|f| f.images_per_second)
    };
    let ours = of("Chromium", "loader, NHWC, one worker").ok_or("Chromium gave no figure for the loader")?;
    println!(
        "\n{:<10}{:<44}{:>14}{:>24}",
        "", "crop + flip + normalise, float32", "images/s", "our loader in Chromium"
    );
    for Figure { who, what, images_per_second } in figures {
        println!("{who:<10}{what:<44}{images_per_second:>14.0}{:>22.2} ×", ours / images_per_second);
    }
    Ok(())
}
