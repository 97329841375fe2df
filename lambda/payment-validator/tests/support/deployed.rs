//! The binary that is deployed, built with the profile and flags that the README names.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Builds the deployed binary, if it is not up to date, and gives its path.
pub fn deployed() -> PathBuf {
    let target = "x86_64-unknown-linux-gnu";
    let built = Command::new(env!("CARGO"))
        .args([
            "build",
            "--profile",
            "validator",
            "--package",
            "payment-validator",
            "--target",
            target,
            "--target-dir",
        ])
        .arg(target_dir())
        .env("RUSTFLAGS", "-C target-feature=+crt-static")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .expect("cargo starts");
    assert!(built.success(), "the deployed binary builds");
    target_dir().join(target).join("validator/bootstrap")
}

fn target_dir() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("CARGO_TARGET_TMPDIR is inside the target directory")
}
