//! Programs that must be installed.

use std::{
    env,
    ffi::{OsStr, OsString},
    path::PathBuf,
};

use anyhow::{Result, bail};

/// A program that must be installed, and how to get it.
pub struct Tool {
    /// What it is called on PATH.
    pub name: &'static str,
    /// How to install it.
    pub how_to_get: &'static str,
}

/// Terraform; `.terraform-version` names the version.
pub const TERRAFORM: Tool = Tool {
    name: "terraform",
    how_to_get: "install Terraform 1.11.4 or newer: https://developer.hashicorp.com/terraform/install",
};

/// Python, for the emulator.
pub const PYTHON: Tool = Tool {
    name: "python3",
    how_to_get: "install Python 3.11 or newer with its venv module: https://www.python.org/downloads \
         (Debian and Ubuntu: apt-get install python3-venv)",
};

/// The tool's path among the directories of `path`, or a sentence that says how to get it.
///
/// # Errors
/// When it is in none of them.
pub fn find(tool: &Tool, path: &OsStr) -> Result<PathBuf> {
    let found = env::split_paths(path)
        .map(|directory| directory.join(tool.name))
        .find(|program| program.is_file());
    match found {
        Some(program) => Ok(program),
        None => bail!("`{}` is not on PATH; {}", tool.name, tool.how_to_get),
    }
}

/// The PATH of this process.
pub fn search_path() -> OsString {
    env::var_os("PATH").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terraform_to_install_is_the_one_that_the_stack_is_written_for() {
        let version = crate::stack::TERRAFORM_VERSION;
        assert!(TERRAFORM.how_to_get.contains(&format!("Terraform {version} or newer")));
    }

    #[test]
    fn a_missing_tool_is_named_with_the_way_to_get_it() {
        for tool in [TERRAFORM, PYTHON] {
            let error = find(&tool, OsStr::new("/nonexistent")).unwrap_err().to_string();
            assert!(
                error.starts_with(&format!("`{}` is not on PATH; install", tool.name)),
                "{error}"
            );
            assert!(error.contains("https://"), "{error}");
        }
    }
}
