//! Drives a real Terraform, the real AWS provider and the AWS emulator from `cargo test`.
#![allow(dead_code, unused_imports, reason = "every test binary uses its own part of the harness")]

mod apart;
mod emulator;
mod leftovers;
mod plan;
mod provider;
mod python;
mod terraform;
mod tool;
mod update;
mod workdir;

pub use apart::{Files, plans_apart};
pub use emulator::Emulator;
pub use leftovers::nothing_left;
pub use plan::Plan;
pub use provider::cli_configuration;
pub use python::python;
pub use terraform::{Run, Terraform};
pub use tool::{PYTHON, TERRAFORM, find};
pub use update::{assert_fresh, updating};
pub use workdir::Workdir;

use std::path::{Path, PathBuf};

/// The folder that cargo builds into; everything the harness writes stays below it.
pub fn target_dir() -> &'static Path {
    let integration_tests = Path::new(env!("CARGO_TARGET_TMPDIR"));
    integration_tests.parent().unwrap_or(integration_tests)
}

/// The files of the emulator.
pub fn emulator_sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/emulator")
}
