//! Puts files on the disk: whole or not at all, only what differs, and never over someone's own work.

mod manifest;

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tempfile::NamedTempFile;

use crate::files::Files;
use manifest::Manifest;

/// What stands on the disk beside what should.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Missing.
    pub created: BTreeSet<String>,
    /// With other content.
    pub updated: BTreeSet<String>,
    /// Written by paytf before, and no longer part of the stack.
    pub removed: BTreeSet<String>,
    /// The ones of `updated` and `removed` that are not as paytf wrote them: someone's work would be lost.
    pub edited: BTreeSet<String>,
}

impl Difference {
    /// Whether the disk holds what it should.
    pub fn is_empty(&self) -> bool {
        self.created.is_empty() && self.updated.is_empty() && self.removed.is_empty()
    }
}

/// Compares `files` with what `folder` holds. Files that paytf neither wrote nor wants to write are not looked at.
///
/// # Errors
/// When the folder cannot be read, or a symbolic link in it leads elsewhere.
pub fn compare(folder: &Path, files: &Files) -> Result<Difference> {
    let mut difference = Difference::default();
    if !folder.exists() {
        difference.created = files.keys().cloned().collect();
        return Ok(difference);
    }
    if !folder.is_dir() {
        bail!("{} is a file; give --out a folder in which the stack's folder can be made", folder.display());
    }
    let written = Manifest::read(folder)?;
    for (path, content) in files {
        match read_below(folder, path)? {
            None => difference.created.insert(path.clone()),
            Some(found) if found == **content => continue,
            Some(found) => {
                if !written.wrote(path, &found) {
                    difference.edited.insert(path.clone());
                }
                difference.updated.insert(path.clone())
            }
        };
    }
    for path in written.paths().filter(|path| !files.contains_key(*path)) {
        if let Some(found) = read_below(folder, path)? {
            if !written.wrote(path, &found) {
                difference.edited.insert(path.to_owned());
            }
            difference.removed.insert(path.to_owned());
        }
    }
    Ok(difference)
}

/// The list of written files that [`apply`] puts beside them: its path, and what it holds.
pub fn manifest(files: &Files) -> (&'static str, Vec<u8>) {
    (manifest::NAME, Manifest::of(files).to_json())
}

/// Brings `folder` from what [`compare`] saw to `files`.
///
/// A new stack is written beside its place and moved there; in an existing one each file is replaced in one step.
///
/// # Errors
/// When the disk refuses.
pub fn apply(folder: &Path, files: &Files, difference: &Difference) -> Result<()> {
    if !folder.exists() {
        return create(folder, files);
    }
    for path in difference.created.iter().chain(&difference.updated) {
        replace(&folder.join(path), &files[path])?;
    }
    for path in &difference.removed {
        remove(folder, path)?;
    }
    let (path, manifest) = (Manifest::path(folder), Manifest::of(files).to_json());
    if read(&path)?.is_some_and(|written| written == manifest) { Ok(()) } else { replace(&path, &manifest) }
}

fn create(folder: &Path, files: &Files) -> Result<()> {
    let parent = folder.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
    let staging = tempfile::Builder::new().prefix(".paytf-").tempdir_in(parent);
    let staging = staging.with_context(|| format!("cannot write into {}", parent.display()))?;
    for (path, content) in files {
        write_new(&staging.path().join(path), content)?;
    }
    write_new(&Manifest::path(staging.path()), &Manifest::of(files).to_json())?;
    make_readable(staging.path())?;
    fs::rename(staging.path(), folder).with_context(|| format!("cannot move the stack to {}", folder.display()))?;
    // The folder has moved away; there is nothing left to clean up.
    let _ = staging.keep();
    Ok(())
}

/// A temporary folder is its owner's alone; a stack is read by colleagues too.
#[cfg(unix)]
fn make_readable(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
        .with_context(|| format!("cannot set the permissions of {}", folder.display()))
}

#[cfg(not(unix))]
fn make_readable(_folder: &Path) -> Result<()> {
    Ok(())
}

fn write_new(path: &Path, content: &[u8]) -> Result<()> {
    let folder = folder_of(path);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

fn replace(path: &Path, content: &[u8]) -> Result<()> {
    let folder = folder_of(path);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let mut file = temporary_in(&folder).with_context(|| format!("cannot write into {}", folder.display()))?;
    file.write_all(content).with_context(|| format!("cannot write {}", path.display()))?;
    file.persist(path).with_context(|| format!("cannot replace {}", path.display()))?;
    Ok(())
}

#[cfg(unix)]
fn temporary_in(folder: &Path) -> std::io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    tempfile::Builder::new().prefix(".paytf-").permissions(fs::Permissions::from_mode(0o644)).tempfile_in(folder)
}

#[cfg(not(unix))]
fn temporary_in(folder: &Path) -> std::io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(".paytf-").tempfile_in(folder)
}

/// Removes a file, and the folders that it leaves empty.
fn remove(folder: &Path, path: &str) -> Result<()> {
    let path = folder.join(path);
    fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    for above in path.ancestors().skip(1).take_while(|above| *above != folder) {
        // A folder with anything left in it stays: that is what the refusal says.
        if fs::remove_dir(above).is_err() {
            break;
        }
    }
    Ok(())
}

/// Reads a file of a stack. Behind a link to a folder would lie what is not the stack's to replace or remove.
fn read_below(folder: &Path, path: &str) -> Result<Option<Vec<u8>>> {
    let path = folder.join(path);
    if let Some(link) = path.ancestors().skip(1).take_while(|above| *above != folder).find(|above| above.is_symlink()) {
        bail!("{} is a symbolic link; put a folder in its place, paytf writes only below its own", link.display());
    }
    read(&path)
}

fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new(".")).to_owned()
}

#[cfg(test)]
mod tests;
