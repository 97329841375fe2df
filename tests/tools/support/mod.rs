//! Drives a real Terraform, the real AWS provider and the AWS emulator from `cargo test`.
#![allow(dead_code, unused_imports, reason = "every test binary uses its own part of the harness")]

mod apart;
mod applied;
mod aws_cli;
mod emulator;
mod kept;
mod stack;
mod state;
mod terraform;
#[path = "../../support/update.rs"]
mod update;
mod workdir;

pub use apart::{Apart, Files, plans_apart};
pub use applied::{Actions, Applied, actions};
pub use aws_cli::AwsShell;
pub use emulator::{Emulator, nothing_left};
use kept::{Kept, Key};
pub use paytf::sandbox::Plan;
pub use stack::{ACCOUNT_ID, EVERYTHING, config, initialised, planned};
pub use state::{TOLD_BY_AWS, configured, provider_schema, state};
pub use terraform::Terraform;
pub use update::{assert_fresh, updating};
pub use workdir::Workdir;

use std::path::{Path, PathBuf};

use anyhow::Result;
use paytf::sandbox::{Interrupts, Toolbox};

/// The emulator's programs and Terraform's provider, below the folder that cargo builds into.
pub fn toolbox() -> Result<Toolbox> {
    let integration_tests = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let target = integration_tests.parent().unwrap_or(integration_tests);
    Toolbox::at(target.join("paytf-cache"), Interrupts::default())
}

/// A Python that has AWS's command line and the States Language's validator beside the emulator's
/// packages.
pub fn python() -> Result<PathBuf> {
    toolbox()?.python_with(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/tools/support/requirements.txt"
    )))
}

/// The answers of Terraform that all tests share.
fn kept() -> Result<Kept> {
    Kept::at(toolbox()?.folder().join("terraform-answers"))
}
