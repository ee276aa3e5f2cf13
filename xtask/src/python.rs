//! A real CPython with NumPy 2.4 beside the project, for measurements against it. It lives in
//! `target/`, so that nobody's own Python is touched.

use crate::project::{Project, target_dir};
use crate::shell::{Result, on_path, output, run};
use std::path::PathBuf;
use std::process::Command;

/// The NumPy that the array engine is measured by.
const NUMPY: &str = "numpy==2.4.*";

/// An interpreter that has NumPy already: our own, or one on `PATH`.
pub fn installed(project: &Project) -> Option<PathBuf> {
    let own = target_dir(&project.root).join("python/bin/python");
    std::iter::once(own).chain(on_path("python3")).find(has_numpy)
}

/// The interpreter of a virtual environment that has NumPy; makes it where it is missing.
pub fn with_numpy(project: &Project) -> Result<PathBuf> {
    if let Some(python) = installed(project) {
        return Ok(python);
    }
    let folder = target_dir(&project.root).join("python");
    let python = folder.join("bin/python");
    let system = ["python3", "python"]
        .iter()
        .find_map(|name| on_path(name))
        .ok_or("Python 3.11 or later is missing: install it from https://www.python.org or your system's packages")?;
    run("making a virtual environment for NumPy", Command::new(system).args(["-m", "venv"]).arg(&folder))?;
    run("installing NumPy 2.4", Command::new(&python).args(["-m", "pip", "install", "--quiet", NUMPY]))?;
    if has_numpy(&python) { Ok(python) } else { Err(format!("{} has no NumPy 2.4", python.display())) }
}

fn has_numpy(python: &PathBuf) -> bool {
    let version = "import numpy; print(numpy.__version__)";
    output(Command::new(python).args(["-c", version])).is_ok_and(|text| text.starts_with("2.4."))
}
