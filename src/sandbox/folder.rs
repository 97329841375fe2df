//! The folder of a sandbox: `.paytf-sandbox/<suffix>` in the current folder.

use std::{
    env,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

use super::Endpoint;
use crate::cidr::ZONE_COUNT;
use crate::naming::Suffix;

/// The folder of all sandboxes that were started in a folder.
pub const ROOT: &str = ".paytf-sandbox";
const RECORD: &str = "sandbox.json";

/// The folder of one sandbox: the stack with its state, the plan it was applied from, the logs, and
/// the record.
#[derive(Debug, Clone)]
pub struct SandboxFolder {
    suffix: Suffix,
    folder: PathBuf,
}

/// What must be known to go on with a sandbox; it is written when the stack has been applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Where its emulator serves.
    pub endpoint: Endpoint,
    /// The zones of its stack.
    pub zones: [String; ZONE_COUNT],
    /// The certificate that was requested for it, as an operator does for theirs.
    pub certificate_arn: String,
}

impl SandboxFolder {
    /// The place of a suffix, below the current folder.
    ///
    /// # Errors
    /// When there is no current folder.
    pub fn of(suffix: Suffix) -> Result<Self> {
        let folder = env::current_dir()?.join(ROOT).join(suffix.as_str());
        Ok(Self { suffix, folder })
    }

    /// Every place below the current folder.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn all() -> Result<Vec<Self>> {
        let Ok(entries) = fs::read_dir(ROOT) else { return Ok(vec![]) };
        let mut names: Vec<_> =
            entries.map(|entry| Ok(entry?.file_name())).collect::<Result<_>>()?;
        names.sort();
        names.iter().filter_map(|name| name.to_str()?.parse().ok()).map(Self::of).collect()
    }

    /// The existing place of a suffix; without a suffix, the only one there is.
    ///
    /// # Errors
    /// When there is none, or several to choose from.
    pub fn existing(suffix: Option<&Suffix>) -> Result<Self> {
        let mut all = Self::all()?;
        // A start that failed has left its logs and no record; the next one clears them.
        all.retain(|place| place.folder.join(RECORD).exists());
        let names: Vec<_> = all.iter().map(|place| place.suffix.to_string()).collect();
        if let Some(suffix) = suffix {
            all.retain(|place| place.suffix == *suffix);
        }
        match (all.pop(), all.len()) {
            (Some(place), 0) => Ok(place),
            (Some(_), _) => bail!(
                "there are several sandboxes here: {}; say which with --suffix",
                names.join(", ")
            ),
            (None, _) if names.is_empty() => bail!(
                "there is no sandbox in this folder; start one with `paytf sandbox --suffix \
                 demo`, or go where it was started"
            ),
            (None, _) => {
                bail!("there is no such sandbox in this folder; there is: {}", names.join(", "))
            }
        }
    }

    /// The suffix of its stack.
    pub fn suffix(&self) -> &Suffix {
        &self.suffix
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder, as it is named from the current one.
    pub fn shown(&self) -> String {
        format!("{ROOT}/{}", self.suffix)
    }

    /// The folder of the stack, as `paytf gen` writes it.
    pub fn stack(&self) -> PathBuf {
        self.folder.join("stack")
    }

    /// The plan that the stack was applied from, as `terraform show -json` prints it.
    pub fn plan(&self) -> PathBuf {
        self.folder.join("plan.json")
    }

    /// What its emulator calls its owner.
    pub fn owner(&self) -> String {
        self.folder.display().to_string()
    }

    /// Lets one command at a time work here, as long as it holds the file.
    ///
    /// # Errors
    /// When another command does.
    pub fn claim(&self) -> Result<File> {
        fs::create_dir_all(&self.folder)
            .with_context(|| format!("{} cannot be made", self.folder.display()))?;
        let lock = File::create(self.folder.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(lock),
            Err(TryLockError::WouldBlock) => {
                bail!(
                    "another `paytf sandbox` is at work on `{}`; let it finish, or end it with \
                     Ctrl-C",
                    self.suffix
                )
            }
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// The record; none before the stack has been applied.
    ///
    /// # Errors
    /// When it is not one of ours.
    pub fn record(&self) -> Result<Option<Record>> {
        let path = self.folder.join(RECORD);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(
                serde_json::from_slice(&bytes).with_context(|| path.display().to_string())?,
            )),
            Err(_) => Ok(None),
        }
    }

    /// The record of a sandbox whose emulator serves.
    ///
    /// # Errors
    /// As [`SandboxFolder::record`].
    pub fn running(&self) -> Result<Option<Record>> {
        Ok(self
            .record()?
            .filter(|record| record.endpoint.owner().is_some_and(|owner| owner == self.owner())))
    }

    /// Writes the record.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn remember(&self, record: &Record) -> Result<()> {
        Ok(fs::write(self.folder.join(RECORD), serde_json::to_vec_pretty(record)?)?)
    }

    /// Empties the place for a new stack; what is next to it must not be committed.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub fn clear(&self) -> Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => fs::remove_dir_all(entry.path())?,
                false if entry.file_name() == "lock" => {}
                false => fs::remove_file(entry.path())?,
            }
        }
        Ok(fs::write(Path::new(ROOT).join(".gitignore"), "*\n")?)
    }

    /// Removes the place, and the folder of all sandboxes with the last of them.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub fn remove(&self) -> Result<()> {
        fs::remove_dir_all(&self.folder)?;
        if Self::all()?.is_empty() {
            fs::remove_file(Path::new(ROOT).join(".gitignore"))?;
            fs::remove_dir(ROOT)?;
        }
        Ok(())
    }
}
