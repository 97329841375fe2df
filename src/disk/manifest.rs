//! The list of the files that paytf wrote, with a checksum of each, which shows whether someone
//! edited a file.
//!
//! It leaves out the package of the Lambda function: nobody edits that by hand, and each toolchain
//! builds other bytes. So the list is the same on every machine and can be committed with the
//! stack.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::files::Files;
use crate::stack::VALIDATION_PACKAGE;

/// The list's own place in the folder.
pub const NAME: &str = ".paytf.json";

/// What paytf wrote into a folder. The checksums guard against mistakes, not against malice.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    #[serde(rename = "//")]
    comment: String,
    files: BTreeMap<String, String>,
    /// What is being written, while it is.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    writing: BTreeMap<String, String>,
}

impl Manifest {
    /// Where the list of a folder is.
    pub fn path(folder: &Path) -> PathBuf {
        folder.join(NAME)
    }

    /// The list of the files of a stack.
    pub fn of(files: &Files) -> Self {
        Manifest {
            comment: "Written by paytf gen: what it wrote here, so that it never overwrites what \
                      someone edited."
                .into(),
            files: files
                .iter()
                .filter(|(path, _)| !is_built(path))
                .map(|(path, content)| (path.clone(), checksum(content)))
                .collect(),
            writing: BTreeMap::new(),
        }
    }

    /// This list while its files become those of another.
    pub fn becoming(mut self, other: &Self) -> Self {
        self.writing = other.files.clone();
        self
    }

    /// The list that is in a folder; an empty one where paytf has not written yet.
    pub fn parse(folder: &Path, content: Option<&[u8]>) -> Result<Self> {
        let Some(content) = content else {
            return Ok(Self::of(&Files::new()));
        };
        serde_json::from_slice(content).with_context(|| {
            let path = Self::path(folder);
            format!(
                "{} is damaged; delete it, then run with --overwrite: every file of the stack is \
                 written again",
                path.display()
            )
        })
    }

    /// Whether `content` is what paytf wrote at `path`.
    pub fn wrote(&self, path: &str, content: &[u8]) -> bool {
        is_built(path)
            || [&self.files, &self.writing]
                .iter()
                .any(|list| list.get(path).is_some_and(|written| *written == checksum(content)))
    }

    /// The files paytf wrote. A path that leads out of the folder is not paytf's, and neither is
    /// what Terraform or its operator writes, whatever the list says.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let inside = |path: &&str| {
            Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
        };
        let both = self
            .files
            .keys()
            .chain(self.writing.keys().filter(|path| !self.files.contains_key(*path)));
        both.map(String::as_str).filter(inside).filter(|path| !is_never_written(path))
    }

    /// The list as it is on the disk.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("strings are always valid JSON");
        json.push(b'\n');
        json
    }
}

/// The state and its copies, the lock file, Terraform's folder and the values of variables.
fn is_never_written(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.split('/').any(|part| part == ".terraform" || part.starts_with("terraform.tfstate"))
        || [".tfstate", ".tfstate.backup", ".tfvars", ".tfvars.json", ".terraform.lock.hcl"]
            .iter()
            .any(|end| name.ends_with(end))
}

fn is_built(path: &str) -> bool {
    path == VALIDATION_PACKAGE
}

fn checksum(content: &[u8]) -> String {
    format!("{:016x}", xxh3_64(content))
}
