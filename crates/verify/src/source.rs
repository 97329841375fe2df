//! [`Source`]: the folder a plan was made in, where the local values and the indexes stand that a plan does not show.

mod document;
mod locals;
mod prepare;
mod written;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use thiserror::Error;

use super::modules::Modules;
use document::documents;
use locals::planned;
pub use written::Written;

/// Where `terraform init` notes the folder of every module.
const INSTALLED: &str = ".terraform/modules/modules.json";

/// The folder a plan was made in.
#[derive(Debug)]
pub struct Source {
    folder: PathBuf,
    /// The folder of each module that `terraform init` has installed, by the names of its calls: `network.endpoints`.
    installed: HashMap<String, PathBuf>,
}

/// Why a configuration cannot be read.
#[derive(Debug, Error)]
pub enum SourceError {
    /// A file or folder cannot be read.
    #[error("{path}: cannot be read: {source}; --source is the folder in which the plan was made", path = .path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file is not what its name says.
    #[error("{path}: {problem}", path = .path.display())]
    Invalid {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        problem: String,
    },
}

#[derive(Deserialize)]
struct Manifest {
    #[serde(rename = "Modules")]
    modules: Vec<Installed>,
}

#[derive(Deserialize)]
struct Installed {
    #[serde(rename = "Key")]
    key: String,
    #[serde(rename = "Dir")]
    folder: PathBuf,
}

impl Source {
    /// A folder with the configuration's root module.
    ///
    /// # Errors
    /// When what Terraform has noted of its modules cannot be read.
    pub fn open(folder: &Path) -> Result<Self, SourceError> {
        let path = folder.join(INSTALLED);
        let installed = if path.exists() {
            let invalid = |error: serde_json::Error| SourceError::Invalid {
                path: path.clone(),
                problem: format!("is not what `terraform init` writes: {error}; run it again"),
            };
            let manifest: Manifest = serde_json::from_str(&read(&path)?).map_err(invalid)?;
            manifest.modules.into_iter().map(|module| (module.key, folder.join(module.folder))).collect()
        } else {
            HashMap::new()
        };
        Ok(Self { folder: folder.to_owned(), installed })
    }

    /// Gives every module whose folder is known its local values, and what is written in it.
    pub(super) fn define(&self, modules: &mut Modules) -> Result<(), SourceError> {
        let mut rest = vec![(String::new(), self.folder.clone())];
        while let Some((path, folder)) = rest.pop() {
            let Some(module) = modules.at_path(&path) else { continue };
            let documents = documents(&folder)?;
            module.written = Written::of(&documents);
            module.locals = module.written.locals().map(|(name, local)| (name.to_owned(), planned(local))).collect();
            for (name, call) in &module.calls {
                let path = format!("{path}.{name}");
                rest.extend(self.folder_of(&path, &folder, &call.source).map(|folder| (path, folder)));
            }
        }
        Ok(())
    }

    /// The folder of a module: as noted, or beside its caller. One from a registry that is not installed has none.
    fn folder_of(&self, path: &str, caller: &Path, source: &str) -> Option<PathBuf> {
        let noted = self.installed.get(path.trim_start_matches('.')).cloned();
        let beside = || (source.starts_with("./") || source.starts_with("../")).then(|| caller.join(source));
        noted.or_else(beside)
    }
}

fn read(path: &Path) -> Result<String, SourceError> {
    fs::read_to_string(path).map_err(|source| SourceError::Read { path: path.to_owned(), source })
}
