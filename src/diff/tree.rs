//! [`Tree`]: the files of a stack, from a folder or from memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// A generated stack has about a hundred files; a folder with more of them than this is something else.
const MOST_FILES: usize = 10_000;
/// Bytes of one file: the function's package is the largest, and has two million.
const LARGEST_FILE: u64 = 64 << 20;
/// Folders below the stack's own.
const DEEPEST: usize = 16;

/// What a stack is written in: paths below its folder, with `/` between their parts, and what the files hold.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// How the stack is called in errors.
    name: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Tree {
    /// The files as they would be written.
    pub fn of(name: impl Into<String>, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Tree { name: name.into(), files: files.into_iter().collect() }
    }

    /// The files in a folder, without what Terraform puts there.
    ///
    /// # Errors
    /// When the folder cannot be read, holds no Terraform, or is too large to be a generated stack.
    pub fn read(folder: &Path) -> Result<Self> {
        let name = folder.display().to_string();
        if !folder.is_dir() {
            bail!("{name} is not a folder; give one that `paytf gen` wrote");
        }
        let mut files = BTreeMap::new();
        read_below(folder, "", 0, &mut files).with_context(|| format!("cannot read the stack in {name}"))?;
        let tree = Tree { name, files };
        if tree.configuration("").next().is_none() {
            bail!("{} holds no .tf or .tf.json file; give a folder that `paytf gen` wrote", tree.name);
        }
        Ok(tree)
    }

    /// How the stack is called in errors.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The Terraform files that lie directly in a folder (`""` or `modules/network`).
    pub fn configuration<'a>(&'a self, folder: &str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        self.files.iter().filter_map(move |(path, content)| {
            let name = path.strip_prefix(&prefix)?;
            let is_configuration = name.ends_with(".tf") || name.ends_with(".tf.json");
            (is_configuration && !name.contains('/')).then_some((path.as_str(), content.as_slice()))
        })
    }

    /// What a file holds.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }
}

fn read_below(folder: &Path, prefix: &str, depth: usize, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    if depth > DEEPEST {
        bail!("{prefix} lies too deep for a generated stack");
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let (path, below) = (entry.path(), format!("{prefix}{name}"));
        // Follows links: an operator may keep the stack behind one.
        let metadata = fs::metadata(&path).with_context(|| below.clone())?;
        if metadata.is_dir() {
            read_below(&path, &format!("{below}/"), depth + 1, files)?;
        } else if is_of_the_stack(&name) {
            if metadata.len() > LARGEST_FILE || files.len() >= MOST_FILES {
                bail!("{below}: more than a generated stack has, {MOST_FILES} files of at most {LARGEST_FILE} bytes");
            }
            files.insert(below.clone(), fs::read(&path).with_context(|| below)?);
        }
    }
    Ok(())
}

/// The configuration, and what it hands to AWS as a file.
fn is_of_the_stack(name: &str) -> bool {
    [".tf", ".tf.json", ".zip"].iter().any(|end| name.ends_with(end))
}
