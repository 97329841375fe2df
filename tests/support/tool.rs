//! Programs that the tests run but do not bring along.

use anyhow::{Result, bail};
use std::{
    env,
    ffi::{OsStr, OsString},
    path::PathBuf,
};

/// A program that must be installed, and how to get it.
pub struct Tool {
    pub name: &'static str,
    pub how_to_get: &'static str,
}

/// Terraform; `.terraform-version` names the version.
pub const TERRAFORM: Tool = Tool {
    name: "terraform",
    how_to_get: "install the version that .terraform-version names: \
                 https://developer.hashicorp.com/terraform/install",
};

/// Python, for the emulator.
pub const PYTHON: Tool = Tool {
    name: "python3",
    how_to_get: "install Python 3.11 or newer with its venv module: https://www.python.org/downloads \
                 (Debian and Ubuntu: apt-get install python3-venv)",
};

/// The tool's path among the directories of `path`, or a sentence that says how to get it.
pub fn find(tool: &Tool, path: &OsStr) -> Result<PathBuf> {
    let found = env::split_paths(path).map(|directory| directory.join(tool.name)).find(|program| program.is_file());
    match found {
        Some(program) => Ok(program),
        None => bail!("`{}` is not on PATH, and this test needs it; {}", tool.name, tool.how_to_get),
    }
}

/// The PATH of this process.
pub fn search_path() -> OsString {
    env::var_os("PATH").unwrap_or_default()
}
