//! OSCAL's own schema, as the Python classes that are generated from it.

use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, ensure};

/// Of OSCAL 1.2.3.
const PACKAGE: &str = "oscal-bindings==0.3.1";

/// From a dictionary: what is read from text takes Python's own names for keys as well.
const VALIDATE: &str = "import json, sys
from oscal_bindings.v1.models import AssessmentResultsDocument
AssessmentResultsDocument.model_validate(json.load(open(sys.argv[1])))";

/// # Errors
/// What is wrong with a document.
pub fn validate(document: &Path) -> Result<()> {
    static ONCE: Mutex<()> = Mutex::new(());
    let one_at_a_time = ONCE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(PACKAGE);
    if !folder.join("oscal_bindings").is_dir() {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]);
        let output = pip.arg(&folder).arg(PACKAGE).output()?;
        ensure!(
            output.status.success(),
            "{PACKAGE} cannot be had: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    drop(one_at_a_time);
    let output = Command::new("python3")
        .env("PYTHONPATH", &folder)
        .args(["-c", VALIDATE])
        .arg(document)
        .output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}
