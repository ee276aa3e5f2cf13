//! The checkout and how programs run in it: its folders, its Rust toolchain, its `PATH`.

use crate::shell::{Result, say};
use crate::toolchain::Toolchain;
use crate::tools::{self, Browser};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Project {
    pub root: PathBuf,
    toolchain: Toolchain,
}

impl Project {
    /// Finds the checkout and a Rust toolchain for it, installing one if needed.
    pub fn open() -> Result<Project> {
        let root = root();
        let toolchain = Toolchain::find_or_make(&root)?;
        say(toolchain.describe());
        Ok(Project { root, toolchain })
    }

    /// A command in the project's folder, with its toolchain and with its tools on `PATH`.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Result<Command> {
        let mut command = self.toolchain.command(program);
        command.env("PATH", tools::path_with_tools()?);
        Ok(command)
    }

    /// Cargo on the lock file as it is committed.
    pub fn cargo(&self, subcommand: &str) -> Result<Command> {
        let mut command = self.command("cargo")?;
        command.args([subcommand, "--locked"]);
        Ok(command)
    }

    /// A command that builds for wasm32, in a folder of its own: cargo locks what it builds in, and the native suites
    /// and the browser's build beside each other.
    pub fn wasm_command(&self, program: impl AsRef<OsStr>) -> Result<Command> {
        let mut command = self.command(program)?;
        command.env("CARGO_TARGET_DIR", wasm_target_dir(&self.root));
        Ok(command)
    }

    /// As `cargo`, in the folder of what is built for wasm32.
    pub fn wasm_cargo(&self, subcommand: &str) -> Result<Command> {
        let mut command = self.wasm_command("cargo")?;
        command.args([subcommand, "--locked"]);
        Ok(command)
    }

    /// A script of an npm package, run by Node in the project's folder.
    pub fn node(&self, script: &str) -> Result<Command> {
        let mut command = self.command("node")?;
        command.arg(script);
        Ok(command)
    }

    /// What every command but the native suites needs.
    pub fn install_tools(&self) -> Result<()> {
        tools::install_npm_packages(&self.root)?;
        tools::install_cargo_tools(&self.toolchain, &self.root)
    }

    pub fn browser(&self) -> Result<Browser> {
        Browser::find_or_install()
    }
}

/// The project's folder: xtask's parent.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies inside the project").to_owned()
}

/// Where cargo builds.
pub fn target_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir))
}

/// Where cargo builds for wasm32.
pub fn wasm_target_dir(root: &Path) -> PathBuf {
    target_dir(root).join("wasm")
}
