//! A stack under test is a copy, so that no test can change the generated tree.

use anyhow::{Context, Result};
use paytf::{config::Config, files, render::Format, validator};
use std::{fs, path::Path};
use tempfile::TempDir;

/// A private folder below `target/` with the files of one stack; it goes away with the value.
pub struct Workdir(TempDir);

impl Workdir {
    /// A copy of the stack in `source`, without what Terraform may have left there.
    pub fn copy_of(source: &Path) -> Result<Self> {
        let workdir = Self::empty()?;
        copy(source, workdir.path()).with_context(|| format!("copying {}", source.display()))?;
        Ok(workdir)
    }

    /// A stack of the given files: name and content.
    pub fn of(files: &[(&str, &str)]) -> Result<Self> {
        let workdir = Self::empty()?;
        for (name, content) in files {
            workdir.write(name, content)?;
        }
        Ok(workdir)
    }

    /// The stack as `paytf gen` writes it.
    pub fn of_stack(config: &Config, format: Format) -> Result<Self> {
        let workdir = Self::empty()?;
        workdir.write_stack(config, format)?;
        Ok(workdir)
    }

    /// Writes the stack of a configuration over what is there.
    pub fn write_stack(&self, config: &Config, format: Format) -> Result<()> {
        let package = validator::package(None, config.validation.architecture)?;
        for (path, content) in files::of_stack(config, format, package)? {
            self.write(&path, &content)?;
        }
        Ok(())
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes one file, creating its folder.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
        let file = self.path().join(name);
        fs::create_dir_all(file.parent().unwrap_or(self.path()))?;
        fs::write(&file, content).with_context(|| format!("writing {}", file.display()))
    }

    fn empty() -> Result<Self> {
        Ok(Self(tempfile::Builder::new().prefix("stack-").tempdir_in(env!("CARGO_TARGET_TMPDIR"))?))
    }
}

fn copy(source: &Path, destination: &Path) -> Result<()> {
    for entry in fs::read_dir(source)? {
        let entry = entry?;
        let (from, to) = (entry.path(), destination.join(entry.file_name()));
        if is_terraforms_own(&entry.file_name().to_string_lossy()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::create_dir(&to)?;
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}

fn is_terraforms_own(name: &str) -> bool {
    name.starts_with(".terraform") || name.starts_with("terraform.tfstate")
}
