//! Writes files to disk: completely or not at all, only those that differ, and never over files
//! that someone edited.

mod abandoned;
mod manifest;
mod staging;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tempfile::NamedTempFile;

use crate::files::Files;
use manifest::Manifest;

pub use abandoned::remove as remove_abandoned;
pub use manifest::NAME as MANIFEST;

pub use staging::Staging;

/// How much of a file is compared at a time, in bytes.
const LARGEST_PART: usize = 64 * 1024;

/// What is on the disk, compared with what should be there.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Missing.
    pub created: BTreeSet<String>,
    /// Files whose content differs.
    pub updated: BTreeSet<String>,
    /// Written by paytf before, and no longer part of the stack.
    pub removed: BTreeSet<String>,
    /// The ones of `updated` and `removed` that are not as paytf wrote them: someone's work would
    /// be lost.
    pub edited: BTreeSet<String>,
    /// Whether the list of written files is to be written again, be it for a file that is gone
    /// already.
    pub list: bool,
}

impl Difference {
    /// Whether the disk holds what it should.
    pub fn is_empty(&self) -> bool {
        self.created.is_empty() && self.updated.is_empty() && self.removed.is_empty()
    }
}

/// Compares `files` with what `folder` holds. Files that paytf neither wrote nor wants to write are
/// not looked at.
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
        bail!(
            "{} is a file; give --out a folder in which the stack's folder can be made",
            folder.display()
        );
    }
    let (wanted, list) = (Manifest::of(files), read(&Manifest::path(folder))?);
    difference.list = list.as_deref() != Some(&*wanted.to_json());
    let list = if difference.list { Manifest::parse(folder, list.as_deref())? } else { wanted };
    let written = Written { folder, list };
    written.refuse_links(files)?;
    for (path, content) in files {
        match holds(&folder.join(path), content)? {
            Some(true) => continue,
            None => difference.created.insert(path.clone()),
            Some(false) => {
                written.note_edit(path, &mut difference)?;
                difference.updated.insert(path.clone())
            }
        };
    }
    for path in written.list.paths().filter(|path| !files.contains_key(*path)) {
        if written.note_edit(path, &mut difference)? {
            difference.removed.insert(path.to_owned());
        }
    }
    Ok(difference)
}

/// A folder that paytf has written to.
struct Written<'a> {
    folder: &'a Path,
    list: Manifest,
}

impl Written<'_> {
    /// Refuses links to folders: what is behind them is not the stack's to replace or remove.
    fn refuse_links(&self, files: &Files) -> Result<()> {
        let paths = files.keys().map(String::as_str).chain(self.list.paths());
        let below: BTreeSet<&Path> =
            paths.flat_map(|path| Path::new(path).ancestors().skip(1)).collect();
        let mut folders = below
            .into_iter()
            .filter(|below| *below != Path::new(""))
            .map(|below| self.folder.join(below));
        match folders.find(|folder| folder.is_symlink()) {
            Some(link) => {
                bail!(
                    "{} is a symbolic link; put a folder in its place, paytf writes only below \
                     its own",
                    link.display()
                )
            }
            None => Ok(()),
        }
    }

    /// Whether there is a file, which is noted if it is not as paytf wrote it.
    fn note_edit(&self, path: &str, difference: &mut Difference) -> Result<bool> {
        let found = read(&self.folder.join(path))?;
        if found.as_ref().is_some_and(|found| !self.list.wrote(path, found)) {
            difference.edited.insert(path.to_owned());
        }
        Ok(found.is_some())
    }
}

/// The list of written files that [`apply`] puts beside them: its path, and what it holds.
pub fn manifest(files: &Files) -> (&'static str, Vec<u8>) {
    (manifest::NAME, Manifest::of(files).to_json())
}

/// Brings `folder` from what [`compare`] saw to `files`.
///
/// A new stack is written beside its place and moved there; in an existing one each file is
/// replaced in one step.
///
/// # Errors
/// When the disk refuses.
pub fn apply(folder: &Path, files: &Files, difference: &Difference) -> Result<()> {
    if let (false, Some(parent), Some(name)) =
        (folder.exists(), folder.parent(), folder.file_name())
    {
        let staging = Staging::in_folder(parent);
        staging.write(name, files)?;
        return staging.move_to_place(name);
    }
    let list = Manifest::of(files);
    if !difference.is_empty() {
        // If this is broken off, what it has written by then is paytf's too, and the next run goes
        // on from there.
        let written = Manifest::parse(folder, read(&Manifest::path(folder))?.as_deref())?;
        replace(folder, manifest::NAME, &written.becoming(&list).to_json())?;
    }
    for path in difference.created.iter().chain(&difference.updated) {
        replace(folder, path, &files[path])?;
    }
    for path in &difference.removed {
        remove(folder, path)?;
    }
    if difference.list || !difference.is_empty() {
        replace(folder, manifest::NAME, &list.to_json())
    } else {
        Ok(())
    }
}

fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))
}

/// Replaces a file in one step, by renaming a temporary file in the same folder; if this run dies,
/// the next one finds and removes that file.
fn replace(folder: &Path, path: &str, content: &[u8]) -> Result<()> {
    let path = &folder.join(path);
    make(&folder_of(path))?;
    let mut file =
        temporary_in(folder).with_context(|| format!("cannot write into {}", folder.display()))?;
    abandoned::hold(file.as_file());
    file.write_all(content).with_context(|| format!("cannot write {}", path.display()))?;
    file.persist(path).with_context(|| format!("cannot replace {}", path.display()))?;
    Ok(())
}

#[cfg(unix)]
fn temporary_in(folder: &Path) -> std::io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    tempfile::Builder::new()
        .prefix(abandoned::PREFIX)
        .permissions(fs::Permissions::from_mode(0o644))
        .tempfile_in(folder)
}

#[cfg(not(unix))]
fn temporary_in(folder: &Path) -> std::io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(abandoned::PREFIX).tempfile_in(folder)
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

/// Whether the file holds `content`; `None` where there is no file. Never more than a part of it is
/// in memory: a package has megabytes.
fn holds(path: &Path, content: &[u8]) -> Result<Option<bool>> {
    let compare = || -> io::Result<bool> {
        let (mut file, mut rest) = (File::open(path)?, content);
        let mut part = vec![0; (content.len() + 1).min(LARGEST_PART)];
        loop {
            let length = file.read(&mut part)?;
            match rest.strip_prefix(&part[..length]) {
                _ if length == 0 => return Ok(rest.is_empty()),
                Some(after) => rest = after,
                None => return Ok(false),
            }
        }
    };
    found(path, compare())
}

fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    found(path, fs::read(path))
}

fn found<T>(path: &Path, result: io::Result<T>) -> Result<Option<T>> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new(".")).to_owned()
}

#[cfg(test)]
mod tests;
