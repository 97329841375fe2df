//! [`Staging`]: a folder for new stacks, until it is known that all of them can be written.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use rayon::prelude::*;
use tempfile::TempDir;

use super::{abandoned, folder_of, make, manifest};
use crate::files::Files;

/// A folder beside the place of new stacks. Each is written here whole and then moves there in one
/// step; what has not moved vanishes, with the folders that were made for it.
#[derive(Debug)]
pub struct Staging {
    parent: PathBuf,
    begun: Mutex<Option<Begun>>,
}

#[derive(Debug)]
struct Begun {
    folder: TempDir,
    /// Held as long as this run lives.
    _lock: Option<File>,
    /// The folders above it that did not exist, innermost first.
    made: Vec<PathBuf>,
}

impl Staging {
    /// A staging area for stacks in `parent`, which is created with the first of them.
    pub fn in_folder(parent: &Path) -> Self {
        Staging { parent: parent.to_owned(), begun: Mutex::default() }
    }

    /// Writes a stack that is to be `parent/<name>`.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, name: impl AsRef<Path>, files: &Files) -> Result<()> {
        let stack = self.folder()?.join(name);
        let folders: BTreeSet<_> = files.keys().map(|path| folder_of(&stack.join(path))).collect();
        folders.iter().try_for_each(|folder| make(folder))?;
        let (list, content) = manifest(files);
        write_new(&stack.join(list), &content)?;
        files.par_iter().try_for_each(|(path, content)| write_new(&stack.join(path), content))
    }

    /// Moves a stack that was written to its place.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn move_to_place(&self, name: impl AsRef<Path>) -> Result<()> {
        let place = self.parent.join(&name);
        fs::rename(self.folder()?.join(name), &place)
            .with_context(|| format!("cannot move the stack to {}", place.display()))
    }

    fn folder(&self) -> Result<PathBuf> {
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        if begun.is_none() {
            *begun = Some(Begun::in_folder(&self.parent)?);
        }
        Ok(begun.iter().map(|begun| begun.folder.path()).collect())
    }
}

impl Begun {
    fn in_folder(parent: &Path) -> Result<Self> {
        let missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
        let made = parent.ancestors().take_while(missing).map(Path::to_owned).collect();
        make(parent)?;
        let folder = tempfile::Builder::new().prefix(abandoned::PREFIX).tempdir_in(parent);
        let folder = folder.with_context(|| format!("cannot write into {}", parent.display()))?;
        let lock = abandoned::hold_folder(folder.path());
        Ok(Begun { folder, _lock: lock, made })
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let begun = self.begun.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(Begun { folder, made, .. }) = begun.take() {
            // Failures cannot be reported from here. A folder with a stack in it stays, since only
            // empty ones are removed.
            let _ = folder.close();
            let _ = made.iter().try_for_each(fs::remove_dir);
        }
    }
}

fn write_new(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stack_that_was_not_moved_to_its_place_leaves_nothing_behind() {
        let place = tempfile::tempdir().unwrap();
        let files = Files::from([("a/b".to_owned(), b"c".as_slice().into())]);
        let staging = Staging::in_folder(&place.path().join("deep/out"));
        staging.write("one", &files).unwrap();
        assert!(place.path().join("deep/out").exists());
        drop(staging);
        assert!(!place.path().join("deep").exists());
    }

    #[test]
    fn a_stack_that_was_moved_stays_and_nothing_beside_it() {
        let place = tempfile::tempdir().unwrap();
        let files = Files::from([("a/b".to_owned(), b"c".as_slice().into())]);
        let staging = Staging::in_folder(&place.path().join("out"));
        ["one", "two"].iter().try_for_each(|name| staging.write(name, &files)).unwrap();
        staging.move_to_place("one").unwrap();
        drop(staging);
        let left: Vec<_> = fs::read_dir(place.path().join("out"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(left, ["one"]);
        assert_eq!(fs::read(place.path().join("out/one/a/b")).unwrap(), b"c");
    }
}
