//! The emulator's Python environment: made once per set of pinned requirements, below `target/`.

use super::{
    emulator_sources, target_dir,
    tool::{PYTHON, find, search_path},
};
use anyhow::{Context, Result, bail};
use std::{
    fs::{self, File},
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::Command,
};

/// The interpreter of an environment that has the emulator's requirements, made if it does not exist yet.
///
/// Test processes run at the same time: a lock lets one of them build, and the rename shows only what is whole.
pub fn python() -> Result<PathBuf> {
    let environment = target_dir().join(format!("emulator-venv-{:016x}", requirements_hash()?));
    let lock = File::create(target_dir().join("emulator-venv.lock"))?;
    lock.lock()?;
    if !environment.is_dir() {
        let unfinished = environment.with_extension("unfinished");
        build(&unfinished)?;
        fs::rename(&unfinished, &environment)?;
    }
    Ok(environment.join("bin/python"))
}

fn requirements_hash() -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    fs::read(requirements()).context("tests/emulator/requirements.txt cannot be read")?.hash(&mut hasher);
    Ok(hasher.finish())
}

fn requirements() -> PathBuf {
    emulator_sources().join("requirements.txt")
}

fn build(environment: &Path) -> Result<()> {
    let python3 = find(&PYTHON, &search_path())?;
    run(Command::new(python3).args(["-m", "venv", "--clear"]).arg(environment))?;
    let mut pip = Command::new(environment.join("bin/python"));
    run(pip
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "-r"])
        .arg(requirements()))
}

fn run(command: &mut Command) -> Result<()> {
    let output = command.output().with_context(|| format!("{command:?} cannot be started"))?;
    if !output.status.success() {
        bail!("{command:?} failed; {}:\n{}", PYTHON.how_to_get, String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}
