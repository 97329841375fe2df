//! The configuration files of a folder.

use std::fs;
use std::path::{Path, PathBuf};

use hcl::structure::Body;
use serde_json::Value;

use super::{SourceError, read};

/// A configuration file as it is read.
pub enum Document {
    /// In Terraform's native syntax.
    Native(Body),
    /// In its JSON syntax.
    Json(Value),
}

/// The configuration files of a folder, in the order in which later ones override.
pub fn documents(folder: &Path) -> Result<Vec<Document>, SourceError> {
    files(folder)?.iter().map(|path| document(path)).collect()
}

fn document(path: &Path) -> Result<Document, SourceError> {
    let text = read(path)?;
    let invalid = |problem: String| SourceError::Invalid { path: path.to_owned(), problem };
    if path.extension().is_some_and(|extension| extension == "json") {
        serde_json::from_str(&text).map(Document::Json).map_err(|error| invalid(error.to_string()))
    } else {
        hcl::parse(&text).map(Document::Native).map_err(|error| invalid(error.to_string()))
    }
}

/// Source: <https://developer.hashicorp.com/terraform/language/files/override>.
fn files(folder: &Path) -> Result<Vec<PathBuf>, SourceError> {
    let unreadable = |source| SourceError::Read { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".tf").or(name.strip_suffix(".tf.json")) else { continue };
        let overrides = stem == "override" || stem.ends_with("_override");
        if !name.starts_with('.') && path.is_file() {
            files.push((overrides, path));
        }
    }
    files.sort();
    Ok(files.into_iter().map(|(_, path)| path).collect())
}
