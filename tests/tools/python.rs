//! Runs Python scripts that need a package, which pip puts into a folder of its own once.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, ensure};

/// Runs a script with a package, as `xmlschema==4.3.2`, that has this module.
///
/// # Errors
/// pip cannot have the package, or what the script says when it fails.
pub fn run(
    package: &str,
    module: &str,
    script: &str,
    arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
) -> Result<()> {
    static ONCE: Mutex<()> = Mutex::new(());
    let one_at_a_time = ONCE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(package);
    if !folder.join(module).is_dir() {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]);
        let output = pip.arg(&folder).arg(package).output()?;
        ensure!(
            output.status.success(),
            "pip cannot install {package}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    drop(one_at_a_time);
    let mut python = Command::new("python3");
    python.env("PYTHONPATH", &folder).args(["-c", script]).args(arguments);
    let output = python.output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}
